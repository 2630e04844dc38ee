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

	ErrArea   fault.Code = "STATION-AREA"   // an area of a scope that is missing, repeated or part of another
	ErrScope  fault.Code = "STATION-SCOPE"  // a scope that lacks what is needed to count by it
	ErrSeries fault.Code = "STATION-SERIES" // figures of different scopes or bases compared
	ErrTarget fault.Code = "STATION-TARGET" // a coverage target without, or with two, things to reach

	ErrBands fault.Code = "STATION-BANDS" // marks of grades that do not descend or are incomplete
	ErrGrade fault.Code = "STATION-GRADE" // a grade that the scheme does not have or the score does not earn
	ErrScore fault.Code = "STATION-SCORE" // a score above full marks

	ErrDuplicate fault.Code = "STATION-DUPLICATE" // an ID or key that another has
	ErrReference fault.Code = "STATION-REFERENCE" // an ID that nothing in the network has
	ErrOutside   fault.Code = "STATION-OUTSIDE"   // a division outside the network, or an area outside the plan
	ErrCentre    fault.Code = "STATION-CENTRE"    // belongs to a station that is no guidance centre
	ErrNoPost    fault.Code = "STATION-NO-POST"   // an operating station without a post
	ErrShares    fault.Code = "STATION-SHARES"    // a worker on more than full time
	ErrChain     fault.Code = "STATION-CHAIN"     // a document that follows itself

	ErrPosts     fault.Code = "STATION-POSTS"     // fewer posts than the policy asks for
	ErrWorkers   fault.Code = "STATION-WORKERS"   // fewer workers than the policy asks for
	ErrCertified fault.Code = "STATION-CERTIFIED" // a smaller share of certified workers than the policy asks for
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

		fault.Text{Code: ErrArea, ZH: "区域缺失、重复或被另一区域包含", EN: "the area is missing, repeated or part of another"},
		fault.Text{Code: ErrScope, ZH: "口径须写明层级、状态和区域", EN: "the scope must name tiers, states and areas to count by"},
		fault.Text{Code: ErrSeries, ZH: "口径不同，不能比较", EN: "figures of different scopes or bases are no series"},
		fault.Text{Code: ErrTarget, ZH: "应填覆盖个数或覆盖率之一", EN: "needs either a number of areas or a share of them"},

		fault.Text{Code: ErrBands, ZH: "各等级分数线应逐级降低，且全部填写或全部不填", EN: "the marks of grades descend, and all grades have them or none"},
		fault.Text{Code: ErrGrade, ZH: "等级不在评定办法中，或与得分不符", EN: "the scheme has no such grade, or the score does not earn it"},
		fault.Text{Code: ErrScore, ZH: "得分超过满分", EN: "the score is above full marks"},

		fault.Text{Code: ErrDuplicate, ZH: "编号重复", EN: "is already taken"},
		fault.Text{Code: ErrReference, ZH: "编号所指不存在", EN: "refers to nothing in the network"},
		fault.Text{Code: ErrOutside, ZH: "不在范围之内", EN: "lies outside the network or the plan"},
		fault.Text{Code: ErrCentre, ZH: "所属站点不是指导中心", EN: "is no guidance centre"},
		fault.Text{Code: ErrNoPost, ZH: "运营中的社工站没有岗位", EN: "an operating station has no post"},
		fault.Text{Code: ErrShares, ZH: "同一人同日各岗位合计超过全职", EN: "the worker's shares exceed full time on some day"},
		fault.Text{Code: ErrChain, ZH: "文件依据构成循环", EN: "the document follows itself"},

		fault.Text{Code: ErrPosts, ZH: "岗位少于要求的{floor}个", EN: "fewer posts than the {floor} required"},
		fault.Text{Code: ErrWorkers, ZH: "社工少于要求的{floor}人", EN: "fewer workers than the {floor} required"},
		fault.Text{Code: ErrCertified, ZH: "持证比例低于要求的{floor}", EN: "certified workers are fewer than the share of {floor} required"},
	)
})
