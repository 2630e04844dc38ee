package sheet

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Encodings returns the encodings with their names.
func Encodings() vocab.List[Encoding] { return encodings() }

// Rules returns the rules of merging with their names.
func Rules() vocab.List[Rule] { return rules() }

// Actions returns what a row can do to the records, with names.
func Actions() vocab.List[Action] { return actions() }

var encodings = sync.OnceValue(func() vocab.List[Encoding] {
	type entry = vocab.Entry[Encoding]
	return vocab.New("文件编码", "encoding of files",
		entry{Key: UTF8, ZH: "万国码UTF-8", EN: "UTF-8"},
		entry{Key: GB18030, ZH: "国标GB18030", EN: "GB 18030"},
		entry{Key: Either, ZH: "自动识别", EN: "UTF-8 or GB 18030"},
	)
})

var rules = sync.OnceValue(func() vocab.List[Rule] {
	type entry = vocab.Entry[Rule]
	return vocab.New("合并规则", "rule of merging",
		entry{Key: Incoming, ZH: "以来表为准", EN: "the file wins"},
		entry{Key: Existing, ZH: "以现有为准", EN: "the record wins"},
		entry{Key: NonBlank, ZH: "不以空覆盖", EN: "the file wins where it is filled"},
		entry{Key: FillIn, ZH: "只补空缺", EN: "the file fills blanks"},
		entry{Key: Newer, ZH: "以新为准", EN: "the newer side wins"},
		entry{Key: Agree, ZH: "须一致", EN: "the sides must agree"},
	)
})

var actions = sync.OnceValue(func() vocab.List[Action] {
	type entry = vocab.Entry[Action]
	return vocab.New("合并结果", "outcome of merging",
		entry{Key: Unchanged, ZH: "相同", EN: "unchanged"},
		entry{Key: Added, ZH: "新增", EN: "added"},
		entry{Key: Updated, ZH: "更新", EN: "updated"},
		entry{Key: Kept, ZH: "保留现有", EN: "record kept"},
		entry{Key: Refused, ZH: "冲突", EN: "in conflict"},
	)
})
