package vocab

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrUnknown   fault.Code = "VOCAB-UNKNOWN"   // a key or text that the list does not hold
	ErrInvisible fault.Code = "VOCAB-INVISIBLE" // a name or text with invisible or bidirectional characters
	ErrKey       fault.Code = "VOCAB-KEY"       // a key of the wrong form
	ErrName      fault.Code = "VOCAB-NAME"      // a missing name, or one with blanks around it
	ErrClash     fault.Code = "VOCAB-CLASH"     // a key, name or alias that another entry has
	ErrSource    fault.Code = "VOCAB-SOURCE"    // a source without document or known grade
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrUnknown, ZH: "{zh}中没有这一项", EN: "not a known {en}"},
		fault.Text{Code: ErrInvisible, ZH: "含有不可见字符或改变书写方向的字符",
			EN: "there are invisible or bidirectional characters"},
		fault.Text{Code: ErrKey, ZH: "代码应为1至64字节的字母、数字或汉字，可用-_.连接",
			EN: "a key is 1 to 64 bytes of letters, digits or Chinese characters, joined by - _ ."},
		fault.Text{Code: ErrName, ZH: "名称不能为空，前后不能有空白，也不能含特殊空白",
			EN: "a name may not be empty, have blanks around it or hold unusual blanks"},
		fault.Text{Code: ErrClash, ZH: "代码、名称或别名与另一项重复", EN: "another entry has this key, name or alias"},
		fault.Text{Code: ErrSource, ZH: "依据须写明文件和等级", EN: "a source needs a document and a known grade"},
	)
})
