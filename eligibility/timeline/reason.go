package timeline

import (
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/vocab"
)

// ReasonKind is why a day matters (变化原因). The zero value is "not recorded".
type ReasonKind string

// The reasons.
const (
	LawBegins  ReasonKind = "law_begins" // 法规或者标准生效
	LawEnds    ReasonKind = "law_ends"   // 法规或者标准到期: a sunset, or the end of a value
	AgeReached ReasonKind = "age"        // 满龄
	TermOver   ReasonKind = "term"       // 期限届满
	Expiry     ReasonKind = "expiry"     // 证件到期或者冻结
	Holding    ReasonKind = "holding"    // 待遇起止
	DatedFact  ReasonKind = "fact"       // 其他有日期的事实
	// MonthBegins: the months move over which income and spending are counted.
	MonthBegins ReasonKind = "month" // 收入、支出核算期按月推移
)

// ReasonKinds lists the kinds of reasons.
func ReasonKinds() vocab.List[ReasonKind] { return reasonKinds() }

var reasonKinds = sync.OnceValue(func() vocab.List[ReasonKind] {
	type entry = vocab.Entry[ReasonKind]
	return vocab.New("变化原因", "reasons for a change",
		entry{Key: LawBegins, ZH: "法规或标准生效", EN: "a law or a value begins"},
		entry{Key: LawEnds, ZH: "法规或标准到期", EN: "a law or a value ends"},
		entry{Key: AgeReached, ZH: "满龄", EN: "an age is reached"},
		entry{Key: TermOver, ZH: "期限届满", EN: "a term is over"},
		entry{Key: Expiry, ZH: "证件到期或冻结", EN: "a certificate expires or is frozen"},
		entry{Key: Holding, ZH: "待遇起止", EN: "a benefit begins or ends"},
		entry{Key: DatedFact, ZH: "其他有日期的事实", EN: "another dated fact"},
		entry{Key: MonthBegins, ZH: "收入、支出核算期推移", EN: "the months counted move on"},
	)
})

// Reason is why somebody should look again (再次核对的原因). A law names the act, and the value, clause or programme where it is
// one of those; an age and a term name the fact the day was counted from, its row, and the years or units. Reasons are
// comparable.
type Reason struct {
	Kind      ReasonKind
	Act       string
	Param     eligibility.ParamKey
	Clause    eligibility.ClauseKey
	Programme eligibility.ProgrammeID
	Fact      eligibility.FactKey
	Row       int
	Ref       facts.Ref // whose certificate, benefit or other dated fact it is
	N         int
	Unit      eligibility.Unit
}
