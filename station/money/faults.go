package money

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// Codes of the problems that this package reports.
const (
	// ErrEmpty: there is no text. Nothing recorded is not ¥0.00.
	ErrEmpty fault.Code = "MONEY-EMPTY"
	// ErrSyntax: the text is not an amount as [Parse] describes it.
	ErrSyntax fault.Code = "MONEY-SYNTAX"
	// ErrInexact: there is a fraction of a fen.
	ErrInexact fault.Code = "MONEY-INEXACT"
	// ErrRange: the amount lies beyond 92233720368547758.07 yuan on either side.
	ErrRange fault.Code = "MONEY-RANGE"
	// ErrDecimal: the text is not a decimal number as [ParseDecimal] describes it.
	ErrDecimal fault.Code = "MONEY-DECIMAL"
	// ErrDigits: a decimal's coefficient has more than 256 bits and is not looked at.
	ErrDigits fault.Code = "MONEY-DIGITS"
	// ErrRounding: the mode of rounding is missing or unknown.
	ErrRounding fault.Code = "MONEY-ROUNDING"
	// ErrDivisor: the divisor is zero.
	ErrDivisor fault.Code = "MONEY-DIVISOR"
	// ErrWeights: the weights of an allocation are negative, all zero or too large.
	ErrWeights fault.Code = "MONEY-WEIGHTS"
	// ErrParts: an amount cannot be split into so many parts.
	ErrParts fault.Code = "MONEY-PARTS"
	// ErrNull: JSON null or SQL NULL where an amount is required.
	ErrNull fault.Code = "MONEY-NULL"
	// ErrNumber: a JSON number or another JSON value where a string is required.
	ErrNumber fault.Code = "MONEY-NUMBER"
	// ErrColumn: an SQL value that is no exact decimal text: an integer may count yuan or fen, a float is inexact.
	ErrColumn fault.Code = "MONEY-COLUMN"
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrEmpty, ZH: "没有填写金额；未填不等于0元", EN: "no amount given; nothing recorded is not 0"},
		fault.Text{Code: ErrSyntax, ZH: "不是金额，应写成如12.50的元数", EN: "not an amount in yuan such as 12.50"},
		fault.Text{Code: ErrInexact, ZH: "金额精确到分，最多两位小数", EN: "amounts are whole fen, with at most two decimals"},
		fault.Text{Code: ErrRange, ZH: "金额超出可表示的范围", EN: "the amount is out of range"},
		fault.Text{Code: ErrDecimal, ZH: "不是小数，应写成如0.0335的数，最多{max}个字符",
			EN: "not a decimal number such as 0.0335 of at most {max} characters"},
		fault.Text{Code: ErrDigits, ZH: "小数的有效数字太多", EN: "the decimal has too many digits"},
		fault.Text{Code: ErrRounding, ZH: "未指明舍入方式，或舍入方式不认识", EN: "the mode of rounding is missing or unknown"},
		fault.Text{Code: ErrDivisor, ZH: "除数为零", EN: "the divisor is zero"},
		fault.Text{Code: ErrWeights, ZH: "权重不能为负，至少一个为正，合计不能过大",
			EN: "weights must not be negative, not all zero, and not too large together"},
		fault.Text{Code: ErrParts, ZH: "份数应在1到{max}之间", EN: "the number of parts must lie between 1 and {max}"},
		fault.Text{Code: ErrNull, ZH: "空值不是金额；可能未知的金额用known.Value或sql.Null",
			EN: "null is not an amount; use known.Value or sql.Null where it may be unknown"},
		fault.Text{Code: ErrNumber, ZH: "JSON中的金额应为字符串，如\"12.50\"", EN: "an amount in JSON is a string such as \"12.50\""},
		fault.Text{Code: ErrColumn, ZH: "数据库中的金额应存为DECIMAL、NUMERIC或文本，整数分不清元和分，浮点数不精确",
			EN: "an amount in SQL is DECIMAL, NUMERIC or text; an integer may be yuan or fen, a float is inexact"},
	)
})
