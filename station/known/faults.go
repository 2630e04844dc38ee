package known

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. Faults of the value itself are returned as they are.
const (
	ErrEmpty fault.Code = "KNOWN-EMPTY" // a known value that would be read back as unknown
	ErrJSON  fault.Code = "KNOWN-JSON"  // JSON that is not a value of the type
	ErrText  fault.Code = "KNOWN-TEXT"  // text that is not a value of the type, or a type without text
	ErrSQL   fault.Code = "KNOWN-SQL"   // a column that is not a value of the type, or a type SQL cannot hold
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrEmpty, ZH: "已知的值为空，读回时会变成不详", EN: "a known value is empty and would be read back as unknown"},
		fault.Text{Code: ErrJSON, ZH: "JSON内容不符合该字段的类型", EN: "the JSON is not a value of this field's type"},
		fault.Text{Code: ErrText, ZH: "文本不符合该字段的类型", EN: "the text is not a value of this field's type"},
		fault.Text{Code: ErrSQL, ZH: "数据库的值不符合该字段的类型", EN: "the column is not a value of this field's type"},
	)
})
