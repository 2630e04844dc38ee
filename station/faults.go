package station

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. Unknown words are vocab.ErrUnknown, problems of shape those of package check.
const (
	ErrTier     fault.Code = "STATION-TIER"     // the division's level does not fit the tier
	ErrOrder    fault.Code = "STATION-ORDER"    // a dated step before the one it follows
	ErrStep     fault.Code = "STATION-STEP"     // a step that may not follow the one before
	ErrTenure   fault.Code = "STATION-TENURE"   // ends before it begins
	ErrGuidance fault.Code = "STATION-GUIDANCE" // a guidance centre without a guiding authority
	ErrLevel    fault.Code = "STATION-LEVEL"    // the level of a body contradicts its division
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrTier, ZH: "区划级别与站点层级不符", EN: "the division is of a level that does not fit the tier"},
		fault.Text{Code: ErrOrder, ZH: "时间早于前一步", EN: "is dated before the step it follows"},
		fault.Text{Code: ErrStep, ZH: "不能由前一状态变为此状态", EN: "may not follow the step before"},
		fault.Text{Code: ErrTenure, ZH: "结束早于开始", EN: "ends before it begins"},
		fault.Text{Code: ErrGuidance, ZH: "指导中心须有指导单位", EN: "a guidance centre needs a guiding authority"},
		fault.Text{Code: ErrLevel, ZH: "级别与区划不符", EN: "the level contradicts the division"},
	)
})
