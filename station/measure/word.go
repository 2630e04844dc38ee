package measure

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Word is a measure word (量词), the Chinese word itself. It is presentation only: 个 prints cases, posts and
// stations alike, so never conclude from it what was counted. The zero value is "not recorded".
type Word string

// The measure words.
const (
	WordGe      Word = "个"
	WordMing    Word = "名"
	WordWei     Word = "位" // polite, of persons
	WordRen     Word = "人"
	WordRenCi   Word = "人次"
	WordHu      Word = "户"
	WordHuCi    Word = "户次"
	WordJia     Word = "家"
	WordZhi     Word = "支"
	WordChang   Word = "场"
	WordCi      Word = "次"
	WordJie     Word = "节"
	WordJian    Word = "件"
	WordXiang   Word = "项"
	WordFen     Word = "份"
	WordZhang   Word = "张"
	WordDui     Word = "对"
	WordChu     Word = "处"
	WordYuan    Word = "元"
	WordSui     Word = "岁"
	WordXiaoshi Word = "小时"
)

// Words returns the measure words.
func Words() vocab.List[Word] { return words() }

var words = sync.OnceValue(func() vocab.List[Word] {
	type entry = vocab.Entry[Word]
	return vocab.New("量词", "measure word",
		entry{Key: WordGe, ZH: "个", EN: "unit"},
		entry{Key: WordMing, ZH: "名", EN: "named person"},
		entry{Key: WordWei, ZH: "位", EN: "person, polite"},
		entry{Key: WordRen, ZH: "人", EN: "person"},
		entry{Key: WordRenCi, ZH: "人次", EN: "person-time"},
		entry{Key: WordHu, ZH: "户", EN: "household"},
		entry{Key: WordHuCi, ZH: "户次", EN: "household-time"},
		entry{Key: WordJia, ZH: "家", EN: "organisation"},
		entry{Key: WordZhi, ZH: "支", EN: "team"},
		entry{Key: WordChang, ZH: "场", EN: "event"},
		entry{Key: WordCi, ZH: "次", EN: "occasion"},
		entry{Key: WordJie, ZH: "节", EN: "session"},
		entry{Key: WordJian, ZH: "件", EN: "piece"},
		entry{Key: WordXiang, ZH: "项", EN: "matter"},
		entry{Key: WordFen, ZH: "份", EN: "copy"},
		entry{Key: WordZhang, ZH: "张", EN: "sheet"},
		entry{Key: WordDui, ZH: "对", EN: "pair"},
		entry{Key: WordChu, ZH: "处", EN: "site"},
		entry{Key: WordYuan, ZH: "元", EN: "yuan"},
		entry{Key: WordSui, ZH: "岁", EN: "year of age"},
		entry{Key: WordXiaoshi, ZH: "小时", EN: "hour"},
	)
})

// Prints reports whether the word may print numbers of the basis.
func (w Word) Prints(b Basis) bool { return slices.Contains(b.rule().words, w) }
