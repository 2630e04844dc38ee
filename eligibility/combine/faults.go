package combine

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrLaw       fault.Code = "COMBINE-LAW"       // an assessment by another law, or a case of another dictionary
	ErrProgramme fault.Code = "COMBINE-PROGRAMME" // a programme that is not in force
	ErrRow       fault.Code = "COMBINE-ROW"       // nobody in that row
	ErrTwice     fault.Code = "COMBINE-TWICE"     // a member, or an assessment of one programme for one person, given twice
	ErrTooMany   fault.Code = "COMBINE-TOO-MANY"  // more benefits that depend on each other than can be weighed
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrLaw, ZH: "研判所依据的规则或者事实字典不是同一个", EN: "the assessment is by another law, or the case speaks another dictionary's language"},
		fault.Text{Code: ErrProgramme, ZH: "该项目当日未施行", EN: "the programme is not in force on that day"},
		fault.Text{Code: ErrRow, ZH: "没有这个人员", EN: "there is no such person"},
		fault.Text{Code: ErrTwice, ZH: "同一成员或者同一研判给出了两次", EN: "a member or an assessment is there before"},
		fault.Text{Code: ErrTooMany, ZH: "相互牵连的待遇超过可处理的数量", EN: "more benefits depend on each other than can be handled"},
	)
})
