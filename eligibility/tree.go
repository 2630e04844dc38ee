package eligibility

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Bounds of one tree as it is written, and of a programme with its definitions and fills entered wherever they are used.
const (
	maxNodes, maxDepth = 4096, 64
	maxWhole, maxFloor = 1 << 16, 200
	maxTerm            = 40_000 // days, months or years
)

// A vertex is what trees belong to and speak of: a programme (KindQualifies), a definition or a clause.
type vertex struct {
	kind Kind
	key  string
}

// tree is what the checker remembers of one tree.
type tree struct {
	path     string
	spots    map[string]spot // by the ID of the criterion
	edges    []edge
	nodes    int
	depth    int
	invented bool
}

// A spot is where a criterion stands.
type spot struct {
	up     string // the criterion above
	node   bool   // a node, not a branch or a part
	view   Scope
	barred bool
	depth  int
}

// An edge is a mention of something that has trees of its own.
type edge struct {
	to     vertex
	barred bool
	depth  int
	path   string
}

// at is where the checker stands.
type at struct {
	path   string
	up     string
	view   Scope // the narrowest thing in view
	barred bool  // under Not, or in a place that counts as such: Qualifies and Together must not stand here
	own    ProgrammeID
	depth  int
	force  cal.Period
	place  division.Code
}

func (p at) to(field string) at { p.path += "." + field; return p }

func (p at) seeing(s Scope) at { p.view = s; return p }

func (p at) bar(b bool) at { p.barred = p.barred || b; return p }

func (c *checker) plant(v vertex, path string) *tree {
	t := &tree{path: path, spots: make(map[string]spot)}
	if c.trees[v] == nil {
		c.order = append(c.order, v)
	}
	c.trees[v] = append(c.trees[v], t)
	return t
}

func (c *checker) criterion(t *tree, k Criterion, p at, node bool) {
	if !validKey(k.ID) {
		c.bad(p.path+".id", ErrKey)
	} else if _, twice := t.spots[k.ID]; twice {
		c.bad(p.path+".id", ErrTwice)
	} else {
		t.spots[k.ID] = spot{up: p.up, node: node, view: p.view, barred: p.barred, depth: p.depth}
	}
	c.names(p.path, k.ZH, k.EN)
	c.source(p.path, k.Source)
	t.invented = t.invented || k.Source.Provenance == vocab.Fictitious
}

// walk checks a node and all below it.
func (c *checker) walk(t *tree, n *Node, p at) {
	if n == nil {
		c.bad(p.path, ErrNode)
		return
	}
	if t.nodes++; t.nodes > maxNodes {
		if t.nodes == maxNodes+1 {
			c.bad(t.path, ErrTooMany)
		}
		return
	}
	if p.depth > maxDepth {
		c.bad(p.path, ErrDepth)
		return
	}
	t.depth = max(t.depth, p.depth)
	c.criterion(t, n.s.Criterion, p, true)
	if !c.shape(&n.s, p.path) {
		return
	}
	c.meaning(t, &n.s, p)
	p.up, p.depth = n.s.Criterion.ID, p.depth+1
	kid := p
	switch s := &n.s; s.Kind {
	case KindNot:
		kid.barred = true
	case KindOwner:
		kid.view = PerPerson
	case KindEvery, KindAnyOf, KindCount:
		kid.view = PerPerson
		if s.Group == Kin {
			kid.view = PerTie
		}
		kid = kid.bar(s.Kind == KindCount && s.Op.Op != measure.AtLeast && s.Op.Op != measure.MoreThan)
		if s.Where != nil {
			c.walk(t, s.Where, kid.bar(s.Kind == KindEvery).to("where"))
		}
	}
	for i, k := range n.s.Kids {
		c.walk(t, k, kid.to(fault.Index("kids", i)))
	}
	for i, b := range n.s.Branches {
		here := p.to(fault.Index("branches", i))
		c.criterion(t, b.Criterion, here, false)
		here.up = b.Criterion.ID
		c.walk(t, b.When, here.bar(true).to("when"))
		c.walk(t, b.Then, here.to("then"))
		for _, o := range n.s.Branches[:i] {
			if b.When != nil && b.Then != nil && o.When != nil && o.Then != nil && sameMeaning(b.When, o.When) &&
				b.Then.s.Kind == KindConst && o.Then.s.Kind == KindConst && b.Then.s.Const != o.Then.s.Const {
				c.clash(here.path, ErrConflict, o.Criterion.Source, b.Criterion.Source)
			}
		}
	}
}

// meaning checks what a node speaks of.
func (c *checker) meaning(t *tree, s *Spec, p at) {
	in := func(field string) string { return p.path + "." + field }
	switch s.Kind {
	case KindAtLeast:
		if s.N < 1 || s.N > len(s.Kids) {
			c.bad(in("n"), ErrValue)
		}
	case KindCompare:
		if f, ok := c.fact(in("fact"), s.Fact, p.view, BoolFact, CountFact, MoneyFact, DateFact); ok {
			c.operand(t, p.to("than"), s.Than, f.Kind)
		}
		c.operator(in("op"), s.Op, true)
	case KindPerHead:
		c.sum(t, p.to("left"), s.Left)
		c.operator(in("op"), s.Op, true)
		c.line(t, p, s.Than, s.Ratio, s.Heads, s.Months)
	case KindShare:
		c.sum(t, p.to("left"), s.Left)
		c.operator(in("op"), s.Op, true)
		c.operand(t, p.to("ratio"), s.Ratio, ratioValue)
		c.sum(t, p.to("right"), s.Right)
	case KindInSet:
		c.set(s, p)
	case KindAge, KindElapsed:
		c.fact(in("fact"), s.Fact, p.view, DateFact)
		c.operator(in("op"), s.Op, false)
		if s.N < 0 || s.N > maxTerm {
			c.bad(in("n"), ErrValue)
		}
		if s.Kind == KindElapsed && s.Unit != Days && s.Unit != Months && s.Unit != Years {
			c.bad(in("unit"), ErrKind)
		}
	case KindEvery, KindAnyOf, KindCount:
		switch {
		case s.Group == Members:
			c.members(t, p.to("group"))
		case s.Group != Kin:
			c.bad(in("group"), ErrKind)
		case p.view == PerHousehold:
			c.bad(in("group"), ErrScope)
		}
		if s.Kind == KindCount {
			c.operator(in("op"), s.Op, false)
			if s.N < 0 || s.N > maxTerm {
				c.bad(in("n"), ErrValue)
			}
		}
	case KindOwner:
		if p.view != PerTie {
			c.bad(p.path, ErrScope)
		}
	case KindHolds:
		view := p.view
		if view == PerHousehold {
			view = PerPerson // of every member
			c.members(t, p)
		}
		c.fact(in("programme"), HoldsFact(s.Programme), view, BoolFact)
	case KindQualifies:
		if rs := c.s.programmes.of(s.Programme); len(rs) == 0 {
			c.bad(in("programme"), ErrProgramme)
		} else if rs[0].is.Unit == PerPerson && p.view == PerHousehold {
			c.bad(in("programme"), ErrScope)
		}
		t.mention(vertex{KindQualifies, string(s.Programme)}, p)
	case KindTogether:
		if s.Programme != p.own || p.view != PerTie {
			c.bad(p.path, ErrTogether)
		}
		t.mention(vertex{KindTogether, ""}, p)
	case KindDefined:
		if rs := c.s.definitions.of(s.Definition); !covered(rs, p.force, p.place) {
			c.bad(in("definition"), ErrDefinition)
		} else if scopeIndex(rs[0].is.Scope) > scopeIndex(p.view) {
			c.bad(in("definition"), ErrScope)
		}
		t.mention(vertex{KindDefined, string(s.Definition)}, p)
	case KindJudgement:
		if f, ok := c.fact(in("fact"), s.Fact, p.view, BoolFact); ok && !f.Judgement {
			c.bad(in("fact"), ErrKind)
		}
	case KindOpen:
		if i, ok := c.s.fills.at[s.Clause]; !ok {
			c.bad(in("clause"), ErrClause)
		} else if scopeIndex(c.s.clauses[i].Scope) > scopeIndex(p.view) {
			c.bad(in("clause"), ErrScope)
		}
		t.mention(vertex{KindOpen, string(s.Clause)}, p)
	case KindCustom:
		f, ok := c.s.functions[s.Function]
		if !ok || !slices.Equal(slices.Sorted(slices.Values(f.Facts)), slices.Sorted(slices.Values(s.Facts))) {
			c.bad(in("function"), ErrFunction)
		} else if scopeIndex(f.Scope) > scopeIndex(p.view) {
			c.bad(in("function"), ErrScope)
		}
	case KindConst:
		if s.Const != Met && s.Const != NotMet {
			c.bad(in("const"), ErrValue)
		}
	}
}

func (t *tree) mention(v vertex, p at) {
	t.edges = append(t.edges, edge{to: v, barred: p.barred, depth: p.depth, path: p.path})
}

// members notes that membership is asked for, in both directions.
func (c *checker) members(t *tree, p at) {
	if !covered(c.s.definitions.of(MemberOf), p.force, p.place) {
		c.bad(p.path, ErrDefinition)
	}
	t.mention(vertex{KindDefined, string(MemberOf)}, p.bar(true))
}

// covered reports that on every day of a period some rule is in force throughout a place.
func covered[T any](rs []*rule[T], force cal.Period, place division.Code) bool {
	for from := force.From(); ; {
		i := slices.IndexFunc(rs, func(r *rule[T]) bool { return within(place, r.place) && r.force.Contains(from) })
		if i < 0 {
			return false
		}
		from = rs[i].force.Until()
		if from.IsZero() || !force.Contains(from) {
			return true
		}
	}
}

// fact checks that a fact exists, is of one of these types, and can be seen from here.
func (c *checker) fact(path string, k FactKey, view Scope, kinds ...FactKind) (Fact, bool) {
	f, ok := c.s.dict.Lookup(k)
	switch {
	case !ok:
		c.bad(path, ErrFact)
		return f, false
	case scopeIndex(f.Scope) > scopeIndex(view):
		c.bad(path, ErrScope)
	}
	if len(kinds) > 0 && !slices.Contains(kinds, f.Kind) {
		c.bad(path, ErrKind)
		return f, false
	}
	return f, true
}

func (c *checker) operator(path string, o Comparison, param bool) {
	switch {
	case (o.Op == "") == (o.Param == ""), o.Param != "" && !param, o.Op != "" && !measure.Comparators().Known(o.Op):
		c.bad(path, ErrOperator)
	case o.Param != "":
		c.param(path, o.Param, ComparatorParam)
	}
}

func (c *checker) param(path string, k ParamKey, kind ParamKind) {
	if i, ok := c.s.values.at[k]; !ok {
		c.bad(path, ErrParam)
	} else if c.s.params[i].Kind != kind {
		c.bad(path, ErrKind)
	}
}

// ratioValue is what a ratio operand has in place of a FactKind: no fact is a ratio.
const ratioValue FactKind = "ratio"

// operand checks that o is of this type.
func (c *checker) operand(t *tree, p at, o Operand, want FactKind) {
	good, only := true, Operand{Kind: o.Kind}
	switch o.Kind {
	case NumberOperand:
		only.Number = o.Number
		good = o.Number >= 0 && (want == CountFact && o.Number <= maxCount || want == BoolFact && o.Number <= 1)
	case MoneyOperand:
		only.Money = o.Money
		good = want == MoneyFact && -maxMoney <= o.Money.Fen() && o.Money.Fen() <= maxMoney
	case RatioOperand:
		only.Ratio = o.Ratio
		good = want == ratioValue && goodRatio(o.Ratio)
	case ParamOperand:
		only.Param = o.Param
		kinds := map[FactKind]ParamKind{MoneyFact: MoneyParam, CountFact: CountParam, ratioValue: RatioParam}
		c.param(p.path, o.Param, kinds[want])
	case FactOperand:
		only.Fact = o.Fact
		c.fact(p.path, o.Fact, p.view, want)
	case HeadsOperand:
		good = want == CountFact
		c.members(t, p)
	default:
		good = false
	}
	if !good || o != only {
		c.bad(p.path, ErrValue)
	}
}

// line checks limit × ratio × heads × months.
func (c *checker) line(t *tree, p at, limit, ratio, heads, months Operand) {
	c.operand(t, p.to("than"), limit, MoneyFact)
	for _, f := range []struct {
		field string
		o     Operand
		want  FactKind
	}{{"ratio", ratio, ratioValue}, {"heads", heads, CountFact}, {"months", months, CountFact}} {
		if f.o != (Operand{}) {
			c.operand(t, p.to(f.field), f.o, f.want)
		}
	}
}

func (c *checker) sum(t *tree, p at, s Sum) {
	view := p.view
	switch s.Over {
	case "":
	case Members:
		view = PerPerson
		c.members(t, p.to("over"))
	default:
		c.bad(p.path+".over", ErrKind)
	}
	for i, term := range s.Terms {
		path := fault.Index(p.path+".terms", i)
		if f, ok := c.fact(path+".fact", term.Fact, view, MoneyFact); ok && s.Over == Members && f.Scope != PerPerson {
			c.bad(path+".fact", ErrScope) // it would be counted once for every member
		}
		if term.Unless != "" && !c.s.fills.has(term.Unless) {
			c.bad(path+".unless", ErrClause)
		}
		if slices.ContainsFunc(s.Terms[:i], func(o Term) bool { return o.Fact == term.Fact }) {
			c.bad(path+".fact", ErrTwice)
		}
	}
}

// set checks that the words or pairs of a node are words or pairs of its fact, each once.
func (c *checker) set(s *Spec, p at) {
	kind := WordFact
	if len(s.Pairs) > 0 {
		kind = PairsFact
	}
	if (len(s.Words) > 0) == (len(s.Pairs) > 0) {
		c.bad(p.path+".words", ErrWords)
	}
	f, ok := c.fact(p.path+".fact", s.Fact, p.view, kind)
	if !ok {
		return
	}
	for i, w := range s.Words {
		if !slices.ContainsFunc(f.Words, func(o Word) bool { return o.Key == w }) || slices.Contains(s.Words[:i], w) {
			c.bad(fault.Index(p.path+".words", i), ErrWord)
		}
	}
	for i, pair := range s.Pairs {
		if pair.bit() < 0 || slices.Contains(s.Pairs[:i], pair) {
			c.bad(fault.Index(p.path+".pairs", i), ErrWord)
		}
	}
}
