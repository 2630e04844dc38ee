package eligibility

import (
	"slices"

	"github.com/shegong/shegong/station/fault"
)

// The fields of a Spec beside Kind and Criterion, by the names they have in paths.
var fieldNames = [...]string{"kids", "n", "op", "fact", "facts", "than", "left", "right", "ratio", "heads", "months", "words", "pairs",
	"unit", "group", "where", "programme", "definition", "clause", "required", "state", "function", "branches", "const"}

// present says which fields are not zero, in the order of fieldNames.
func present(s *Spec) [len(fieldNames)]bool {
	sum := func(m Sum) bool { return m.Over != "" || len(m.Terms) > 0 }
	none := Operand{}
	return [...]bool{len(s.Kids) > 0, s.N != 0, s.Op != Comparison{}, s.Fact != "", len(s.Facts) > 0, s.Than != none, sum(s.Left),
		sum(s.Right), s.Ratio != none, s.Heads != none, s.Months != none, len(s.Words) > 0, len(s.Pairs) > 0, s.Unit != "", s.Group != "",
		s.Where != nil, s.Programme != "", s.Definition != "", s.Clause != "", s.Required, s.State != "", s.Function != FunctionRef{},
		len(s.Branches) > 0, s.Const != 0}
}

// fields says which fields a kind needs, and which it may have beside them. Ok is false for what is no kind.
func fields(k Kind) (need, may []string, ok bool) {
	is := func(need ...string) ([]string, []string, bool) { return need, nil, true }
	switch k {
	case KindAll, KindAny:
		return nil, []string{"kids"}, true
	case KindNot, KindOwner:
		return is("kids")
	case KindAtLeast:
		return is("kids", "n")
	case KindCompare:
		return is("fact", "op", "than")
	case KindPerHead:
		return []string{"left", "op", "than"}, []string{"ratio", "heads", "months"}, true
	case KindShare:
		return is("left", "op", "ratio", "right")
	case KindInSet:
		return []string{"fact"}, []string{"words", "pairs"}, true
	case KindAge:
		return []string{"fact", "op"}, []string{"n"}, true
	case KindElapsed:
		return []string{"fact", "op", "unit"}, []string{"n"}, true
	case KindEvery, KindAnyOf:
		return []string{"group", "kids"}, []string{"where"}, true
	case KindCount:
		return []string{"group", "kids", "op"}, []string{"where", "n"}, true
	case KindHolds, KindQualifies, KindTogether:
		return is("programme")
	case KindDefined:
		return is("definition")
	case KindJudgement:
		return is("fact")
	case KindOpen:
		return []string{"clause"}, []string{"required"}, true // a state comes of what is recorded
	case KindCustom:
		return []string{"function"}, []string{"facts"}, true
	case KindException:
		return is("kids", "branches")
	case KindConst:
		return is("const")
	}
	return nil, nil, false
}

// Validate checks that the node has the fields of its kind and no others (节点形式); whether what they name exists is for
// statutes to say. The error is a fault.List of [ErrKind] for what is no kind, and of [ErrField] by the name of each field.
func (s Spec) Validate() error {
	var l fault.List
	need, may, ok := fields(s.Kind)
	if !ok {
		l.Add("kind", catalogue().New(ErrKind))
		return l.Err()
	}
	for i, has := range present(&s) {
		name := fieldNames[i]
		if needed := slices.Contains(need, name); needed && !has || has && !needed && !slices.Contains(may, name) {
			l.Add(name, catalogue().New(ErrField, "field", name))
		}
	}
	switch s.Kind {
	case KindNot, KindOwner, KindEvery, KindAnyOf, KindCount, KindException:
		if len(s.Kids) > 1 {
			l.Add("kids", catalogue().New(ErrField, "field", "kids"))
		}
	}
	return l.Err()
}
