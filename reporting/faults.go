package reporting

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. A wording that is untrue of its value has a code of package zh, an unknown basis,
// word or grade is vocab.ErrUnknown.
const (
	ErrRequired fault.Code = "REPORTING-REQUIRED" // a field that may not be empty
	ErrLong     fault.Code = "REPORTING-LONG"     // a text with too many characters
	ErrCode     fault.Code = "REPORTING-CODE"     // an indicator code of the wrong form
	ErrVersion  fault.Code = "REPORTING-VERSION"  // a version below 1
	ErrUnit     fault.Code = "REPORTING-UNIT"     // a measure word that does not print the basis
	ErrWhole    fault.Code = "REPORTING-WHOLE"    // a fraction of a thing counted in wholes, or of a fen
	ErrNegative fault.Code = "REPORTING-NEGATIVE" // a count below zero
	ErrSize     fault.Code = "REPORTING-SIZE"     // a value too large or too finely divided to be a figure
	ErrWords    fault.Code = "REPORTING-WORDS"    // a figure in Chinese characters with scale, step or hedge
	ErrPhrase   fault.Code = "REPORTING-PHRASE"   // the value says another phrase than the one published
	ErrFigure   fault.Code = "REPORTING-FIGURE"   // a zero Figure in a document
	ErrShape    fault.Code = "REPORTING-SHAPE"    // a table row with another number of cells than columns
	ErrLevel    fault.Code = "REPORTING-LEVEL"    // a heading level outside 1 to 4
	ErrLoose    fault.Code = "REPORTING-LOOSE"    // advisory: a number in free words
	ErrWording  fault.Code = "REPORTING-WORDING"  // a form with an unknown wording
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrRequired, ZH: "必填", EN: "required"},
		fault.Text{Code: ErrLong, ZH: "最多{max}个字", EN: "at most {max} characters"},
		fault.Text{Code: ErrCode, ZH: "指标编码应为1至64个字母、数字、-_.",
			EN: "an indicator code is 1 to 64 letters, digits and - _ ."},
		fault.Text{Code: ErrVersion, ZH: "版本号从1开始", EN: "versions start at 1"},
		fault.Text{Code: ErrUnit, ZH: "量词与计数口径不符", EN: "the measure word does not print this counting basis"},
		fault.Text{Code: ErrWhole, ZH: "应为整数（金额精确到分）", EN: "must be a whole number (money: whole fen)"},
		fault.Text{Code: ErrNegative, ZH: "计数不能小于零", EN: "a count cannot be below zero"},
		fault.Text{Code: ErrSize, ZH: "数值过大或小数位过多", EN: "the value is too large or too finely divided"},
		fault.Text{Code: ErrWords, ZH: "汉字数字只用于准确的小数目，不带步长、万亿和约数词",
			EN: "a figure in characters is exact, without step, scale or hedge"},
		fault.Text{Code: ErrPhrase, ZH: "数值得出的表述与公布的表述不一致",
			EN: "the value gives another phrase than the published one"},
		fault.Text{Code: ErrFigure, ZH: "数字没有内容", EN: "a figure that says nothing"},
		fault.Text{Code: ErrShape, ZH: "应有{columns}格，实有{cells}格", EN: "{cells} cells where the table has {columns} columns"},
		fault.Text{Code: ErrLevel, ZH: "标题级别为1至4", EN: "heading levels go from 1 to 4"},
		fault.Text{Code: ErrLoose, ZH: "正文中有未登记来源的数字", EN: "a number in free words that no figure stands behind"},
		fault.Text{Code: ErrWording, ZH: "没有这种措辞", EN: "unknown wording"},
	)
})
