package eligibilitytest

import (
	"strconv"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// place is where a node is made: whom it is about, and what may stand there.
type place struct {
	scope     el.Scope
	kin       bool           // inside a group of kin
	flat      bool           // no definitions, members or other programmes
	defining  bool           // in a definition
	positive  bool           // not negated: Qualifies and Together may stand here
	programme el.ProgrammeID // whose tree it is
}

func (g *gen) criterion() el.Criterion {
	g.nodes++
	id := "n" + strconv.Itoa(g.nodes)
	return el.Criterion{ID: id, ZH: id, EN: id, Source: source(9)}
}

// negated is the place below something that turns Met into NotMet.
func (at place) negated() place { at.positive = false; return at }

func (g *gen) tree(at place, depth int) *el.Node {
	if depth == 0 || g.chance(15) {
		return g.leaf(at)
	}
	kids := func(at place) []*el.Node {
		nodes := make([]*el.Node, 1+g.n(3))
		for i := range nodes {
			nodes[i] = g.tree(at, depth-1)
		}
		return nodes
	}
	switch g.n(11) {
	case 0, 1:
		return el.All(g.criterion(), kids(at)...)
	case 2, 3:
		return el.Any(g.criterion(), kids(at)...)
	case 4:
		return el.Not(g.criterion(), g.tree(at.negated(), depth-1))
	case 5:
		nodes := kids(at)
		return el.AtLeast(g.criterion(), 1+g.n(len(nodes)), nodes...)
	case 6:
		return g.exception(at, depth)
	case 7, 8:
		return g.quantifier(at, depth)
	}
	return g.refer(at, depth)
}

func (g *gen) exception(at place, depth int) *el.Node {
	branches := make([]el.Branch, 1+g.n(2))
	for i := range branches {
		branches[i] = el.Branch{Criterion: g.criterion(), When: g.leaf(at.negated()), Then: g.tree(at, depth-1)}
	}
	return el.Exception(g.criterion(), g.tree(at, depth-1), branches...)
}

func (g *gen) quantifier(at place, depth int) *el.Node {
	in, group := at, el.Kin
	if at.scope == el.PerHousehold {
		group = el.Members
	}
	if group == el.Members && at.flat {
		return g.leaf(at)
	}
	if in.scope = el.PerPerson; group == el.Kin {
		in.scope, in.kin = el.PerTie, true
	}
	var where *el.Node
	if g.chance(60) {
		where = g.leaf(in.negated())
	}
	switch g.n(3) {
	case 0:
		return el.EveryOf(g.criterion(), group, where, g.tree(in, depth-1))
	case 1:
		return el.AnyOf(g.criterion(), group, where, g.tree(in, depth-1))
	}
	return el.CountOf(g.criterion(), group, where, g.tree(in.negated(), depth-1), g.operator(), g.n(3))
}

// refer makes a node that leads elsewhere: to a definition, another programme, a clause, the owner of a tie.
func (g *gen) refer(at place, depth int) *el.Node {
	owner := func() *el.Node {
		out := at
		out.scope, out.kin = el.PerPerson, false
		return el.Owner(g.criterion(), g.tree(out.negated(), depth-1))
	}
	if at.flat {
		if at.kin {
			return owner()
		}
		return g.leaf(at)
	}
	switch n := g.n(6); {
	case n == 0 && at.kin:
		return owner()
	case n <= 2 && at.positive && at.kin && at.programme == Mutual:
		return el.Together(g.criterion(), Mutual)
	case n <= 2 && at.positive && at.programme == Personal && at.scope != el.PerHousehold:
		return el.Qualifies(g.criterion(), Mutual)
	case n <= 2 && at.positive && at.programme == Household && at.scope != el.PerHousehold:
		return el.Qualifies(g.criterion(), pick(g, Mutual, Personal))
	case n <= 4:
		k := el.ClauseKey("case." + string(at.scope))
		if g.chance(50) {
			return el.Delegated(g.criterion(), k)
		}
		return el.OpenClause(g.criterion(), k)
	case at.defining:
		return g.leaf(at)
	case at.kin && g.chance(50):
		return el.Defined(g.criterion(), Bond)
	case at.scope != el.PerHousehold && g.chance(70):
		return el.Defined(g.criterion(), Fit)
	}
	return el.Defined(g.criterion(), House)
}

func (g *gen) leaf(at place) *el.Node {
	switch {
	case at.scope == el.PerHousehold || g.chance(10):
		return g.householdLeaf(at)
	case at.scope == el.PerTie && g.chance(40):
		return g.tieLeaf()
	}
	c := g.criterion()
	switch g.n(14) {
	case 0, 1:
		return el.Is(c, pick[el.FactKey](g, "p.yes", "p.fixed", "p.here"))
	case 2:
		return el.Judgement(c, "p.judged")
	case 3:
		return el.Age(c, "p.birth", g.operator(), pick(g, 0, 16, 18, 60))
	case 4:
		return el.Elapsed(c, "p.since", g.operator(), pick(g, 1, 12, 24), el.Months)
	case 5:
		return el.Elapsed(c, "p.since", g.operator(), pick(g, 0, 1, 2), pick(g, el.Years, el.Days))
	case 6:
		return el.InWords(c, "p.word", pick(g, []string{"a"}, []string{"a", "c"}, []string{"b", "c"})...)
	case 7:
		return el.InPairs(c, "p.pairs", el.Severe(el.SevereGrades(), pick(g, identity.Visual, identity.Mental))...)
	case 8:
		return el.Compare(c, "p.count", g.comparison(), el.Number(int64(g.n(4))))
	case 9:
		return el.Compare(c, "p.wages", g.comparison(), pick(g, el.Param("once"), el.FactOf("p.costs"), el.Yuan(money.Fen(30_000))))
	case 10:
		if at.flat {
			return el.Is(c, "p.here")
		}
		return el.Holds(c, Mutual)
	case 11:
		return el.Compare(c, "p.since", g.comparison(), el.FactOf("p.birth"))
	case 12:
		return el.Custom(c, Function().Ref, Function().Facts...)
	}
	sum := el.Sum{Terms: []el.Term{{Fact: "p.wages"}, {Fact: "p.costs", Minus: g.chance(50)}}}
	if g.chance(40) {
		sum.Terms[0].Unless = "switch"
	}
	if g.chance(25) {
		return el.Share(c, el.Total("p.costs"), g.comparison(), g.ratioOperand(), sum)
	}
	return el.PerHead(c, sum, g.comparison(), el.Line{Limit: g.limit(), Ratio: g.ratioOperand(), Months: g.months()})
}

func (g *gen) householdLeaf(at place) *el.Node {
	c := g.criterion()
	sum := el.Total("h.income")
	if !at.flat && g.chance(60) {
		sum = el.TotalOfMembers("p.wages", "p.costs")
	}
	if g.chance(30) {
		sum.Terms[0].Unless = "switch"
	}
	switch g.n(9) {
	case 0:
		return el.Is(c, "h.yes")
	case 7:
		if !at.flat {
			return el.Compare(c, "h.count", g.comparison(), el.Heads())
		}
	case 8:
		if !at.flat && at.scope == el.PerHousehold {
			return el.Holds(c, Mutual)
		}
	case 1:
		return el.Compare(c, "h.count", g.comparison(), el.Number(int64(g.n(3))))
	case 2:
		return pick(g, el.Always, el.Never)(c)
	case 3:
		return el.Share(c, el.Total("h.rent"), g.comparison(), g.ratioOperand(), sum)
	case 4:
		return el.InWords(c, el.HouseholdArea, string(pick(g, el.Urban, el.Rural)))
	}
	line := el.Line{Limit: g.limit(), Ratio: g.ratioOperand(), Months: g.months()}
	if line.Heads = el.Number(2); !at.flat {
		line.Heads = el.Heads()
	}
	return el.PerHead(c, sum, g.comparison(), line)
}

func (g *gen) tieLeaf() *el.Node {
	c := g.criterion()
	switch g.n(4) {
	case 0:
		return el.Is(c, "t.close")
	case 1:
		return el.InWords(c, "t.word", pick(g, []string{"a", "b"}, []string{"c"})...)
	case 2:
		return el.Elapsed(c, "t.since", g.operator(), 1, el.Years)
	}
	return el.Compare(c, "t.support", g.comparison(), el.Yuan(money.Fen(30_000)))
}

func (g *gen) limit() el.Operand {
	return pick(g, el.Param("standard"), el.Param("standard"), el.Param("once"), el.Yuan(money.Fen(60_000)), el.FactOf("h.rent"))
}

func (g *gen) ratioOperand() el.Operand {
	return pick(g, el.Times(g.ratio()), el.Param("factor"))
}

func (g *gen) months() el.Operand {
	return pick(g, el.Operand{}, el.Number(6), el.Param("months"))
}
