package chart

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrMissing   fault.Code = "CHART-MISSING"   // a field that is required
	ErrCode      fault.Code = "CHART-CODE"      // a code that is not of digits
	ErrDuplicate fault.Code = "CHART-DUPLICATE" // a code given twice, or two rules for one account
	ErrUnlisted  fault.Code = "CHART-UNLISTED"  // a rule that leads to a code that the chart does not list
	ErrClass     fault.Code = "CHART-CLASS"     // a rule that leads to a code of another class
	ErrDay       fault.Code = "CHART-DAY"       // no edition known for the day
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrMissing, ZH: "必填", EN: "required"},
		fault.Text{Code: ErrCode, ZH: "科目编码应为4到12位数字", EN: "the code of an account has 4 to 12 digits"},
		fault.Text{Code: ErrDuplicate, ZH: "科目编码或对应关系重复", EN: "the code or the rule is given twice"},
		fault.Text{Code: ErrUnlisted, ZH: "科目表中没有这个编码", EN: "the chart does not list this code"},
		fault.Text{Code: ErrClass, ZH: "对应科目的类别不同", EN: "the accounts are of different classes"},
		fault.Text{Code: ErrDay, ZH: "该日适用的科目表不详", EN: "it is not known which chart was in force on this day"},
	)
})
