package timeline

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrPeriod  fault.Code = "TIMELINE-PERIOD"   // no period, or one without an end
	ErrCase    fault.Code = "TIMELINE-CASE"     // nothing that makes the case
	ErrTooMany fault.Code = "TIMELINE-TOO-MANY" // more changes than a timeline takes
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrPeriod, ZH: "应给出有起止的期间", EN: "a period with a first and a last day is needed"},
		fault.Text{Code: ErrCase, ZH: "缺少个案事实的来源", EN: "nothing makes the case"},
		fault.Text{Code: ErrTooMany, ZH: "变化日超过可处理的数量", EN: "more changes than can be handled"},
	)
})
