package eligibility

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Truth is what is known about one criterion (真值): met, not met, or not known. The zero value is
// Unknown. Truths combine by Kleene's strong logic: And is the minimum, Or the maximum, so a connective is decided as
// soon as what is known decides it and never sooner. A Truth never comes from a default: Unknown arises from a missing
// fact, a parameter without a value in force, or a judgement that nobody has made.
type Truth int8

const (
	NotMet  Truth = -1 // 不符合
	Unknown Truth = 0  // 尚不能判断
	Met     Truth = 1  // 符合
)

// And is the smaller of two truths.
func (t Truth) And(o Truth) Truth { return min(t, o) }

// Or is the larger of two truths.
func (t Truth) Or(o Truth) Truth { return max(t, o) }

// Not turns Met into NotMet and back; Unknown stays.
func (t Truth) Not() Truth { return -t }

// Decided reports that t is not Unknown.
func (t Truth) Decided() bool { return t != Unknown }

// ZH names the truth in Chinese: 符合, 不符合, 尚不能判断.
func (t Truth) ZH() string {
	switch {
	case t > 0:
		return "符合"
	case t < 0:
		return "不符合"
	}
	return "尚不能判断"
}

// String names the truth in English: met, not met, unknown.
func (t Truth) String() string {
	switch {
	case t > 0:
		return "met"
	case t < 0:
		return "not met"
	}
	return "unknown"
}

// MarshalText writes met, not_met or unknown, also into JSON.
func (t Truth) MarshalText() ([]byte, error) {
	switch {
	case t > 0:
		return []byte("met"), nil
	case t < 0:
		return []byte("not_met"), nil
	}
	return []byte("unknown"), nil
}

// UnmarshalText reads what MarshalText writes, or the error is ErrWord and t stays.
func (t *Truth) UnmarshalText(text []byte) error {
	switch string(text) {
	case "met":
		*t = Met
	case "not_met":
		*t = NotMet
	case "unknown":
		*t = Unknown
	default:
		return catalogue().New(ErrWord)
	}
	return nil
}

// TruthOf is Met for true and NotMet for false: of a fact that is known.
func TruthOf(b bool) Truth {
	if b {
		return Met
	}
	return NotMet
}

// Evidence is how a fact is known (证据等级). The zero value is "not recorded" and counts as less than Stated. Grades are
// ordered as listed; which of them make a fact verified is a policy of the importer, Documented or better by custom.
type Evidence string

const (
	Stated       Evidence = "stated"        // 本人陈述: the family said so
	Documented   Evidence = "documented"    // 书面材料: a paper was seen
	CrossChecked Evidence = "cross_checked" // 信息核对: found by data matching
	HomeVisit    Evidence = "home_visit"    // 入户调查: seen at home
)

// Evidences lists the grades of evidence, weakest first.
func Evidences() vocab.List[Evidence] { return evidences() }

var evidences = sync.OnceValue(func() vocab.List[Evidence] {
	return vocab.New("证据等级", "grades of evidence",
		vocab.Entry[Evidence]{Key: Stated, ZH: "本人陈述", EN: "stated", Aliases: []string{"自述"}},
		vocab.Entry[Evidence]{Key: Documented, ZH: "书面材料", EN: "documented", Aliases: []string{"材料"}},
		vocab.Entry[Evidence]{Key: CrossChecked, ZH: "信息核对", EN: "cross-checked", Aliases: []string{"数据核对"}},
		vocab.Entry[Evidence]{Key: HomeVisit, ZH: "入户调查", EN: "home visit"},
	)
})

// rank orders the grades; what is not a grade ranks lowest.
func (e Evidence) rank() int {
	switch e {
	case Stated:
		return 1
	case Documented:
		return 2
	case CrossChecked:
		return 3
	case HomeVisit:
		return 4
	}
	return 0
}

// AtLeast reports that e is the grade o or a stronger one. It is false for what is not a grade.
func (e Evidence) AtLeast(o Evidence) bool { return e.rank() > 0 && e.rank() >= o.rank() }
