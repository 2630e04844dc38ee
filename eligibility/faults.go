package eligibility

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrKey     fault.Code = "ELIGIBILITY-KEY"      // a key of the wrong form
	ErrTwice   fault.Code = "ELIGIBILITY-TWICE"    // given before
	ErrScope   fault.Code = "ELIGIBILITY-SCOPE"    // about the wrong thing, or about nothing
	ErrName    fault.Code = "ELIGIBILITY-NAME"     // without a Chinese or English name
	ErrWords   fault.Code = "ELIGIBILITY-WORDS"    // a list of words that is missing, repeated or out of place
	ErrKind    fault.Code = "ELIGIBILITY-KIND"     // of the wrong type
	ErrTooMany fault.Code = "ELIGIBILITY-TOO-MANY" // more than the engine takes
	ErrRow     fault.Code = "ELIGIBILITY-ROW"      // no such household, person or tie
	ErrValue   fault.Code = "ELIGIBILITY-VALUE"    // a value out of bounds
	ErrWord    fault.Code = "ELIGIBILITY-WORD"     // a word that the fact does not have
	ErrFact    fault.Code = "ELIGIBILITY-FACT"     // a fact that the dictionary does not have
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrKey, ZH: "键名应为小写字母、数字、点、连字符或下划线", EN: "a key is lower-case letters, digits, dots, hyphens and underscores"},
		fault.Text{Code: ErrTwice, ZH: "重复", EN: "given twice"},
		fault.Text{Code: ErrScope, ZH: "对象不对：家庭、个人、亲属关系三者之一", EN: "the scope is wrong: household, person or tie"},
		fault.Text{Code: ErrName, ZH: "缺少中文或英文名称", EN: "a Chinese or English name is missing"},
		fault.Text{Code: ErrWords, ZH: "代码表缺失、重复或不应有", EN: "the list of words is missing, repeated or out of place"},
		fault.Text{Code: ErrKind, ZH: "类型不对", EN: "the type is wrong"},
		fault.Text{Code: ErrTooMany, ZH: "超过可处理的数量", EN: "more than can be handled"},
		fault.Text{Code: ErrRow, ZH: "没有这个家庭、人员或亲属关系", EN: "no such household, person or tie"},
		fault.Text{Code: ErrValue, ZH: "数值超出范围", EN: "the value is out of range"},
		fault.Text{Code: ErrWord, ZH: "代码不在该事实的代码表中", EN: "the word is not in the list of the fact"},
		fault.Text{Code: ErrFact, ZH: "事实字典中没有此项", EN: "the dictionary has no such fact"},
	)
})
