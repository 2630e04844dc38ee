package measure

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Comparator is how a number stands to a bound (比较方式). The zero value is "not recorded". Article 1259 of the Civil Code
// (民法典第一千二百五十九条) decides whether the bound itself is included: 以上, 以下 and 以内 include it, 超过, 不满 and 以外
// exclude it. 不少于 and 不超过 deny 少于 and 超过 and so include it.
type Comparator string

// The comparators.
const (
	AtLeast  Comparator = "at_least"  // 不少于, 以上: x ≥ bound
	AtMost   Comparator = "at_most"   // 不超过, 以下, 以内: x ≤ bound
	Exactly  Comparator = "exactly"   // 等于: x = bound
	MoreThan Comparator = "more_than" // 超过, 以外: x > bound
	LessThan Comparator = "less_than" // 少于, 不满: x < bound
)

// Comparators returns the comparators.
func Comparators() vocab.List[Comparator] { return comparators() }

var comparators = sync.OnceValue(func() vocab.List[Comparator] {
	type entry = vocab.Entry[Comparator]
	code := []vocab.Source{{
		Document: "《中华人民共和国民法典》", Article: "第一千二百五十九条", Provenance: vocab.Official,
	}}
	return vocab.New("比较方式", "comparator",
		entry{Key: AtLeast, ZH: "不少于", EN: "at least", Sources: code,
			Aliases: []string{"≥", ">=", "以上", "不低于", "至少"}},
		entry{Key: AtMost, ZH: "不超过", EN: "at most", Sources: code,
			Aliases: []string{"≤", "<=", "以下", "以内", "不高于", "不多于", "至多"}},
		entry{Key: Exactly, ZH: "等于", EN: "exactly", Aliases: []string{"="}},
		entry{Key: MoreThan, ZH: "超过", EN: "more than", Sources: code,
			Aliases: []string{">", "以外", "多于", "高于"}},
		entry{Key: LessThan, ZH: "少于", EN: "less than", Sources: code,
			Aliases: []string{"<", "不满", "低于", "不足"}},
	)
})

// Holds reports whether a number stands to a bound as the comparator says, given how the two compare: -1, 0 or +1, as
// from x.Cmp(bound) of any type. A comparator that is missing is [ErrRequired], an unknown one vocab.ErrUnknown.
func (c Comparator) Holds(order int) (bool, error) {
	switch c {
	case AtLeast:
		return order >= 0, nil
	case AtMost:
		return order <= 0, nil
	case Exactly:
		return order == 0, nil
	case MoreThan:
		return order > 0, nil
	case LessThan:
		return order < 0, nil
	case "":
		return false, catalogue().New(ErrRequired)
	}
	return false, Comparators().Check(c)
}

// Target is what an indicator has to reach (指标任务): 走访不少于700人次 is {AtLeast, 700, PersonTimes}.
type Target struct {
	Comparator Comparator `json:"comparator" validate:"required"`
	Value      Quantity   `json:"value" validate:"gte=0"`
	Basis      Basis      `json:"basis" validate:"required"`
}

// Validate returns a fault.List of a missing or unknown comparator or basis and a value below zero, or nil.
func (t Target) Validate() error {
	var l fault.List
	if t.Comparator == "" {
		l.Add("comparator", catalogue().New(ErrRequired))
	}
	l.Add("comparator", Comparators().Check(t.Comparator))
	if t.Value.Sign() < 0 {
		l.Add("value", catalogue().New(ErrNegative))
	}
	if t.Basis == "" {
		l.Add("basis", catalogue().New(ErrRequired))
	}
	l.Add("basis", Bases().Check(t.Basis))
	return l.Err()
}

// Met reports whether the achieved quantity meets the target (是否达标). The caller answers for its being counted on
// the target's basis. A missing or unknown comparator is an error, as in [Comparator.Holds].
func (t Target) Met(achieved Quantity) (bool, error) {
	return t.Comparator.Holds(achieved.Cmp(t.Value))
}

// Completion returns achieved ÷ target (完成率), exact and not capped: 774 of 700 is 387/350. A target of zero is
// [ErrZeroBase]. An upper limit (AtMost, LessThan) is [ErrCompletion]: spending half of a budget is not half of its
// completion, so ask [Target.Met].
func (t Target) Completion(achieved Quantity) (Ratio, error) {
	if _, err := t.Comparator.Holds(0); err != nil {
		return Ratio{}, err
	}
	if t.Comparator == AtMost || t.Comparator == LessThan {
		return Ratio{}, catalogue().New(ErrCompletion)
	}
	return achieved.Over(t.Value)
}
