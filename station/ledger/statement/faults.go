package statement

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrAxis   fault.Code = "STATEMENT-AXIS"   // a question about a time that the snapshots do not tell of
	ErrPeriod fault.Code = "STATEMENT-PERIOD" // a statement that needs a period, without one
	ErrBudget fault.Code = "STATEMENT-BUDGET" // a budget line given twice
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrAxis, ZH: "账簿快照不能回答这一时点的余额", EN: "the snapshots do not tell of that time"},
		fault.Text{Code: ErrPeriod, ZH: "该表须指明期间", EN: "this statement needs a period"},
		fault.Text{Code: ErrBudget, ZH: "预算项目重复", EN: "the budget has this line twice"},
	)
})
