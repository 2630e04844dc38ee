package statutes

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
)

func still(id string) *eligibility.Node { return eligibility.Is(crit(id), "person.alone") }

// A programme that takes too long to ask is refused before anybody is assessed by it: what a tree says is worked out anew for
// every member and relative that a group in it looks at, and for every mention of another programme.
func TestWhatWouldTakeForeverIsRefused(t *testing.T) {
	nested := func(n int, g eligibility.Group, kid *eligibility.Node) *eligibility.Node {
		for i := range n {
			kid = eligibility.EveryOf(crit(fmt.Sprint(g, i)), g, nil, kid)
		}
		return kid
	}
	for _, tt := range []struct {
		name string
		root *eligibility.Node
		ok   bool
	}{
		{"relatives of relatives of relatives of relatives", nested(4, eligibility.Kin, still("a")), true},
		{"one more", nested(5, eligibility.Kin, still("a")), false},
		{"members thrice", nested(3, eligibility.Members, still("a")), true},
		{"four times", nested(4, eligibility.Members, still("a")), false},
		{"relatives, whose number is asked of whom", eligibility.CountOf(crit("c"), eligibility.Kin, nested(4, eligibility.Kin, still("a")), still("b"), "at_least", 1), false},
		{"in an exception", eligibility.Exception(crit("e"), still("r"), eligibility.Branch{Criterion: crit("b"), When: still("w"),
			Then: nested(5, eligibility.Kin, still("a"))}), false},
		{"a programme that is asked for", eligibility.Qualifies(crit("q"), "twice.10"), true},
		{"one that asks twice, and so on", eligibility.Qualifies(crit("q"), "twice.39"), false},
		{"of every relative", nested(3, eligibility.Kin, eligibility.Qualifies(crit("q"), "twice.10")), false},
		{"by a definition, of every relative", nested(3, eligibility.Kin, eligibility.Defined(crit("d"), "kin.kin")), false},
		{"of the person himself", eligibility.Defined(crit("d"), "kin.kin"), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := nation()
			n.Programmes[0].Root = tt.root
			programme := func(i int, root *eligibility.Node) {
				id := eligibility.ProgrammeID(fmt.Sprint("twice.", i))
				n.Programmes = append(n.Programmes, eligibility.Programme{ID: id, ZH: "甲", EN: "x", Unit: eligibility.PerPerson, Source: src(""), Root: root})
			}
			programme(0, still("a"))
			for i := 1; i < 40; i++ {
				id := eligibility.ProgrammeID(fmt.Sprint("twice.", i-1))
				programme(i, eligibility.All(crit("all"), eligibility.Qualifies(crit("a"), id), eligibility.Qualifies(crit("b"), id)))
			}
			n.Definitions = append(n.Definitions, eligibility.Definition{ID: "kin.kin", ZH: "甲", EN: "x", Scope: eligibility.PerPerson, Source: src(""),
				Root: nested(2, eligibility.Kin, still("a"))})
			refused := slices.Contains(problems(t, lawFunctions(), n), "acts[0].programmes[0] TOO-MANY")
			if refused == tt.ok {
				t.Errorf("refused: %v", refused)
			}
		})
	}
}

func TestAnOverrideIsCountedWhereItStands(t *testing.T) {
	override := func(n int) []string {
		a := nation()
		kid := still("late")
		for i := range n {
			kid = eligibility.EveryOf(crit(fmt.Sprint("more", i)), eligibility.Kin, nil, kid)
		}
		a.Programmes[0].Root = eligibility.EveryOf(crit("first"), eligibility.Kin, nil, eligibility.EveryOf(crit("second"), eligibility.Kin, nil, still("third")))
		a.Overrides = append(a.Overrides, eligibility.Override{Programme: a.Programmes[0].ID, Node: "third", With: kid, Source: src("")})
		return problems(t, lawFunctions(), a)
	}
	if got := override(2); slices.Contains(got, "acts[0].overrides[0] TOO-MANY") {
		t.Error(got)
	}
	if got := override(3); !slices.Contains(got, "acts[0].overrides[0] TOO-MANY") {
		t.Error(got)
	}
}
