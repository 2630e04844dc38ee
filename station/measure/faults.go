package measure

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. An unknown basis, word, comparator or rounding is vocab.ErrUnknown.
const (
	ErrQuantity   fault.Code = "MEASURE-QUANTITY"   // text that is not a quantity in canonical form
	ErrRatio      fault.Code = "MEASURE-RATIO"      // text that is not a ratio
	ErrEmpty      fault.Code = "MEASURE-EMPTY"      // no text; nothing recorded is not 0
	ErrRange      fault.Code = "MEASURE-RANGE"      // a result or input beyond the range of the type
	ErrInexact    fault.Code = "MEASURE-INEXACT"    // a quantity with more than three decimals
	ErrZeroBase   fault.Code = "MEASURE-ZERO-BASE"  // a ratio to zero
	ErrPlaces     fault.Code = "MEASURE-PLACES"     // a number of decimal places outside 0 to 18
	ErrNull       fault.Code = "MEASURE-NULL"       // JSON null or SQL NULL where a number is required
	ErrType       fault.Code = "MEASURE-TYPE"       // a JSON or SQL value of a type that is not exact text
	ErrRounding   fault.Code = "MEASURE-ROUNDING"   // the mode of rounding is missing or unknown
	ErrRequired   fault.Code = "MEASURE-REQUIRED"   // a target without comparator or basis
	ErrNegative   fault.Code = "MEASURE-NEGATIVE"   // a target below zero
	ErrCompletion fault.Code = "MEASURE-COMPLETION" // completion of a target that sets an upper limit
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrQuantity, ZH: "数量应写作最多三位小数的数字，如12或12.5",
			EN: "a quantity is written in digits with at most three decimals, such as 12 or 12.5"},
		fault.Text{Code: ErrRatio, ZH: "比率应写作小数、百分数或分数，如0.05、5%、358/405",
			EN: "a ratio is written as a decimal, a percentage or a fraction, such as 0.05, 5% or 358/405"},
		fault.Text{Code: ErrEmpty, ZH: "没有数值：未记录不等于零", EN: "no number: nothing recorded is not 0"},
		fault.Text{Code: ErrRange, ZH: "数值超出可表示的范围", EN: "the number is out of range"},
		fault.Text{Code: ErrInexact, ZH: "数量最多三位小数", EN: "a quantity has at most three decimals"},
		fault.Text{Code: ErrZeroBase, ZH: "基数为零，不能计算比率", EN: "the base is zero, so there is no ratio"},
		fault.Text{Code: ErrPlaces, ZH: "小数位数应为0至18", EN: "decimal places go from 0 to 18"},
		fault.Text{Code: ErrNull, ZH: "空值：可能未知的字段用known.Value或sql.Null",
			EN: "null: use known.Value or sql.Null for a field that may be unknown"},
		fault.Text{Code: ErrType, ZH: "类型不对：应为文本", EN: "not text: other types may have been rounded"},
		fault.Text{Code: ErrRounding, ZH: "须指定舍入方式", EN: "name a rounding mode"},
		fault.Text{Code: ErrRequired, ZH: "必填", EN: "required"},
		fault.Text{Code: ErrNegative, ZH: "不能小于零", EN: "may not be below zero"},
		fault.Text{Code: ErrCompletion, ZH: "上限指标没有完成率，只判断是否达标",
			EN: "an upper limit has no completion, it is met or not"},
	)
})
