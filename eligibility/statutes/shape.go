package statutes

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
)

// The fields of a Spec beside Kind and Criterion, by the names they have in paths.
var fieldNames = [...]string{"kids", "n", "op", "fact", "facts", "than", "left", "right", "ratio", "heads", "months", "words", "pairs",
	"unit", "group", "where", "programme", "definition", "clause", "required", "state", "function", "branches", "const"}

// present says which fields are not zero, in the order of fieldNames.
func present(s *eligibility.Spec) [len(fieldNames)]bool {
	sum := func(m eligibility.Sum) bool { return m.Over != "" || len(m.Terms) > 0 }
	none := eligibility.Operand{}
	return [...]bool{len(s.Kids) > 0, s.N != 0, s.Op != eligibility.Comparison{}, s.Fact != "", len(s.Facts) > 0, s.Than != none, sum(s.Left),
		sum(s.Right), s.Ratio != none, s.Heads != none, s.Months != none, len(s.Words) > 0, len(s.Pairs) > 0, s.Unit != "", s.Group != "",
		s.Where != nil, s.Programme != "", s.Definition != "", s.Clause != "", s.Required, s.State != "", s.Function != eligibility.FunctionRef{},
		len(s.Branches) > 0, s.Const != 0}
}

// fields says which fields a kind needs, and which it may have beside them. Ok is false for what is no kind.
func fields(k eligibility.Kind) (need, may []string, ok bool) {
	is := func(need ...string) ([]string, []string, bool) { return need, nil, true }
	switch k {
	case eligibility.KindAll, eligibility.KindAny:
		return nil, []string{"kids"}, true
	case eligibility.KindNot, eligibility.KindOwner:
		return is("kids")
	case eligibility.KindAtLeast:
		return is("kids", "n")
	case eligibility.KindCompare:
		return is("fact", "op", "than")
	case eligibility.KindPerHead:
		return []string{"left", "op", "than"}, []string{"ratio", "heads", "months"}, true
	case eligibility.KindShare:
		return is("left", "op", "ratio", "right")
	case eligibility.KindInSet:
		return []string{"fact"}, []string{"words", "pairs"}, true
	case eligibility.KindAge:
		return []string{"fact", "op"}, []string{"n"}, true
	case eligibility.KindElapsed:
		return []string{"fact", "op", "unit"}, []string{"n"}, true
	case eligibility.KindEvery, eligibility.KindAnyOf:
		return []string{"group", "kids"}, []string{"where"}, true
	case eligibility.KindCount:
		return []string{"group", "kids", "op"}, []string{"where", "n"}, true
	case eligibility.KindHolds, eligibility.KindQualifies, eligibility.KindTogether:
		return is("programme")
	case eligibility.KindDefined:
		return is("definition")
	case eligibility.KindJudgement:
		return is("fact")
	case eligibility.KindOpen:
		return []string{"clause"}, []string{"required"}, true // a state comes of what is recorded
	case eligibility.KindCustom:
		return []string{"function"}, []string{"facts"}, true
	case eligibility.KindException:
		return is("kids", "branches")
	case eligibility.KindConst:
		return is("const")
	}
	return nil, nil, false
}

// shape checks that a node has the fields of its kind and no others.
func (c *checker) shape(s *eligibility.Spec, path string) bool {
	need, may, ok := fields(s.Kind)
	if !ok {
		c.bad(path+".kind", eligibility.ErrKind)
		return false
	}
	for i, has := range present(s) {
		name := fieldNames[i]
		if needed := slices.Contains(need, name); needed && !has || has && !needed && !slices.Contains(may, name) {
			c.bad(path+"."+name, eligibility.ErrField, "field", name)
			ok = false
		}
	}
	switch s.Kind {
	case eligibility.KindNot, eligibility.KindOwner, eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount, eligibility.KindException:
		if len(s.Kids) > 1 {
			c.bad(path+".kids", eligibility.ErrField, "field", "kids")
			ok = false
		}
	}
	return ok
}
