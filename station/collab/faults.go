package collab

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. Shape is check's (CHECK-…), an unknown word vocab.ErrUnknown.
const (
	ErrAlias        fault.Code = "COLLAB-ALIAS"        // an alias that is the name itself
	ErrOrder        fault.Code = "COLLAB-ORDER"        // an end before its beginning, or steps out of order
	ErrUnregistered fault.Code = "COLLAB-UNREGISTERED" // registered, but without a credit code
	ErrGrowth       fault.Code = "COLLAB-GROWTH"       // stages of growth of something that is not cultivated
	ErrDuplicate    fault.Code = "COLLAB-DUPLICATE"    // a key that another element has
	ErrMembership   fault.Code = "COLLAB-MEMBERSHIP"   // twice a member of one team at the same time
	ErrMerged       fault.Code = "COLLAB-MERGED"       // merged, but without a day or into itself
	ErrCycle        fault.Code = "COLLAB-CYCLE"        // mergers that lead back to the same team
	ErrNoTeam       fault.Code = "COLLAB-NO-TEAM"      // a team that is not there
	ErrNoVolunteer  fault.Code = "COLLAB-NO-VOLUNTEER" // a volunteer who is not there
	ErrDisbanded    fault.Code = "COLLAB-DISBANDED"    // a membership after the team's end
	ErrUnbooked     fault.Code = "COLLAB-UNBOOKED"     // cash or goods without an entry in a ledger
	ErrPillars      fault.Code = "COLLAB-PILLARS"      // a framework of fewer than two pillars
	ErrTwin         fault.Code = "COLLAB-TWIN"         // a station paired with itself
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrAlias, ZH: "别名与名称相同", EN: "the alias is the name itself"},
		fault.Text{Code: ErrOrder, ZH: "时间或阶段先后有误", EN: "dates or stages are out of order"},
		fault.Text{Code: ErrUnregistered, ZH: "已登记的组织应有统一社会信用代码，请补录",
			EN: "a registered organisation has a credit code: please add it"},
		fault.Text{Code: ErrGrowth, ZH: "只有培育的组织才记录成长阶段", EN: "only a cultivated organisation has stages of growth"},
		fault.Text{Code: ErrDuplicate, ZH: "与{other}重复", EN: "the same as {other}"},
		fault.Text{Code: ErrMembership, ZH: "同一时期重复加入同一队伍（见{other}）",
			EN: "twice in one team at the same time, see {other}"},
		fault.Text{Code: ErrMerged, ZH: "并入其他队伍的须有结束日期，且不能并入自身",
			EN: "a merged team has an end, and is not merged into itself"},
		fault.Text{Code: ErrCycle, ZH: "队伍合并关系首尾相接", EN: "the mergers lead back to the same team"},
		fault.Text{Code: ErrNoTeam, ZH: "没有这支队伍", EN: "there is no such team"},
		fault.Text{Code: ErrNoVolunteer, ZH: "没有这名志愿者", EN: "there is no such volunteer"},
		fault.Text{Code: ErrDisbanded, ZH: "队伍已结束，成员仍在队，请核实",
			EN: "a member after the end of the team: please verify"},
		fault.Text{Code: ErrUnbooked, ZH: "款物尚未入账，请补录账目", EN: "cash or goods without a ledger entry: please book them"},
		fault.Text{Code: ErrPillars, ZH: "联动至少有两方", EN: "joint action needs two parties at least"},
		fault.Text{Code: ErrTwin, ZH: "双站应为两个不同的站点", EN: "twin stations are two different stations"},
	)
})
