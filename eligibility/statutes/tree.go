package statutes

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// Bounds of one tree as it is written, and of a programme with its definitions and fills entered wherever they are used.
const (
	maxNodes, maxDepth = 4096, 64
	maxWhole, maxFloor = 1 << 16, 200
	maxWork            = 1 << 20 // node by node, of one programme in the largest case, with the programmes that it asks for
	maxTerm            = 40_000  // days, months or years
)

// A vertex is what trees belong to and speak of: a programme (KindQualifies), a definition or a clause.
type vertex struct {
	kind eligibility.Kind
	key  string
}

// tree is what the checker remembers of one tree.
type tree struct {
	path     string
	spots    map[string]spot // by the ID of the criterion
	edges    []edge
	nodes    int
	work     int // nodes, each as often as the largest case has it asked
	depth    int
	invented bool
}

// A spot is where a criterion stands.
type spot struct {
	up     string // the criterion above
	node   bool   // a node, not a branch or a part
	view   eligibility.Scope
	barred bool
	depth  int
	fan    int
}

// An edge is a mention of something that has trees of its own.
type edge struct {
	to     vertex
	barred bool
	depth  int
	fan    int
	path   string
}

// at is where the checker stands.
type at struct {
	path   string
	up     string
	view   eligibility.Scope // the narrowest thing in view
	barred bool              // under Not, or in a place that counts as such: Qualifies and Together must not stand here
	own    eligibility.ProgrammeID
	depth  int
	fan    int // as a power of two: for how many people and relatives the node may be asked
	force  cal.Period
	place  division.Code
	known  cal.Date // since when; zero: always
}

// How many a group multiplies what stands below it by, as a power of two: 64 members; of relatives 16, since so many ties each
// have the 64 people of the largest case.
const membersFan, kinFan = 6, 4

func (p at) to(field string) at { p.path += "." + field; return p }

func (p at) seeing(s eligibility.Scope) at { p.view = s; return p }

func (p at) bar(b bool) at { p.barred = p.barred || b; return p }

func (c *checker) plant(v vertex, path string) *tree {
	t := &tree{path: path, spots: make(map[string]spot)}
	if c.trees[v] == nil {
		c.order = append(c.order, v)
	}
	c.trees[v] = append(c.trees[v], t)
	return t
}

func (c *checker) criterion(t *tree, k eligibility.Criterion, p at, node bool) {
	if !eligibility.ValidKey(k.ID) {
		c.bad(p.path+".id", eligibility.ErrKey)
	} else if _, twice := t.spots[k.ID]; twice {
		c.bad(p.path+".id", eligibility.ErrTwice)
	} else {
		t.spots[k.ID] = spot{up: p.up, node: node, view: p.view, barred: p.barred, depth: p.depth, fan: p.fan}
	}
	c.names(p.path, k.ZH, k.EN)
	c.source(p.path, k.Source)
	t.invented = t.invented || k.Source.Provenance == vocab.Fictitious
}

// walk checks a node and all below it.
func (c *checker) walk(t *tree, n *eligibility.Node, p at) {
	if n == nil {
		c.bad(p.path, eligibility.ErrNode)
		return
	}
	if t.nodes++; t.nodes > maxNodes {
		if t.nodes == maxNodes+1 {
			c.bad(t.path, eligibility.ErrTooMany)
		}
		return
	}
	if p.depth > maxDepth {
		c.bad(p.path, eligibility.ErrDepth)
		return
	}
	t.depth = max(t.depth, p.depth)
	t.work = times(1, p.fan, t.work)
	s := n.Spec()
	c.criterion(t, s.Criterion, p, true)
	if err := s.Validate(); err != nil {
		c.add(p.path, err)
		return
	}
	c.meaning(t, &s, p)
	p.up, p.depth = s.Criterion.ID, p.depth+1
	kid := p
	switch s.Kind {
	case eligibility.KindNot:
		kid.barred = true
	case eligibility.KindOwner:
		kid.view = eligibility.PerPerson
	case eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount:
		kid.view, kid.fan = eligibility.PerPerson, p.fan+membersFan
		if s.Group == eligibility.Kin {
			kid.view, kid.fan = eligibility.PerTie, p.fan+kinFan
		}
		kid = kid.bar(s.Kind == eligibility.KindCount && s.Op.Op != measure.AtLeast && s.Op.Op != measure.MoreThan)
		if s.Where != nil {
			c.walk(t, s.Where, kid.bar(s.Kind == eligibility.KindEvery).to("where"))
		}
	}
	for i, k := range s.Kids {
		c.walk(t, k, kid.to(fault.Index("kids", i)))
	}
	for i, b := range s.Branches {
		here := p.to(fault.Index("branches", i))
		c.criterion(t, b.Criterion, here, false)
		here.up = b.Criterion.ID
		c.walk(t, b.When, here.bar(true).to("when"))
		c.walk(t, b.Then, here.to("then"))
		for _, o := range s.Branches[:i] {
			if b.When != nil && b.Then != nil && o.When != nil && o.Then != nil && sameMeaning(b.When, o.When) &&
				b.Then.Kind() == eligibility.KindConst && o.Then.Kind() == eligibility.KindConst && b.Then.Spec().Const != o.Then.Spec().Const {
				c.clash(here.path, eligibility.ErrConflict, o.Criterion.Source, b.Criterion.Source)
			}
		}
	}
}

// meaning checks what a node speaks of.
func (c *checker) meaning(t *tree, s *eligibility.Spec, p at) {
	in := func(field string) string { return p.path + "." + field }
	switch s.Kind {
	case eligibility.KindAtLeast:
		if s.N < 1 || s.N > len(s.Kids) {
			c.bad(in("n"), eligibility.ErrValue)
		}
	case eligibility.KindCompare:
		if f, ok := c.fact(in("fact"), s.Fact, p.view, eligibility.BoolFact, eligibility.CountFact, eligibility.MoneyFact, eligibility.DateFact); ok {
			c.operand(t, p.to("than"), s.Than, f.Kind)
		}
		c.operator(in("op"), s.Op, true)
	case eligibility.KindPerHead:
		c.sum(t, p.to("left"), s.Left)
		c.operator(in("op"), s.Op, true)
		c.line(t, p, s.Than, s.Ratio, s.Heads, s.Months)
	case eligibility.KindShare:
		c.sum(t, p.to("left"), s.Left)
		c.operator(in("op"), s.Op, true)
		c.operand(t, p.to("ratio"), s.Ratio, ratioValue)
		c.sum(t, p.to("right"), s.Right)
	case eligibility.KindInSet:
		c.set(s, p)
	case eligibility.KindAge, eligibility.KindElapsed:
		c.fact(in("fact"), s.Fact, p.view, eligibility.DateFact)
		c.operator(in("op"), s.Op, false)
		if s.N < 0 || s.N > maxTerm {
			c.bad(in("n"), eligibility.ErrValue)
		}
		if s.Kind == eligibility.KindElapsed && s.Unit != eligibility.Days && s.Unit != eligibility.Months && s.Unit != eligibility.Years {
			c.bad(in("unit"), eligibility.ErrKind)
		}
	case eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount:
		switch {
		case s.Group == eligibility.Members:
			c.members(t, p.to("group"))
		case s.Group != eligibility.Kin:
			c.bad(in("group"), eligibility.ErrKind)
		case p.view == eligibility.PerHousehold:
			c.bad(in("group"), eligibility.ErrScope)
		}
		if s.Kind == eligibility.KindCount {
			c.operator(in("op"), s.Op, false)
			if s.N < 0 || s.N > maxTerm {
				c.bad(in("n"), eligibility.ErrValue)
			}
		}
	case eligibility.KindOwner:
		if p.view != eligibility.PerTie {
			c.bad(p.path, eligibility.ErrScope)
		}
	case eligibility.KindHolds:
		view := p.view
		if view == eligibility.PerHousehold {
			view = eligibility.PerPerson // of every member
			c.members(t, p)
		}
		c.fact(in("programme"), eligibility.HoldsFact(s.Programme), view, eligibility.BoolFact)
	case eligibility.KindQualifies:
		if rs := c.s.programmes.Of(s.Programme); len(rs) == 0 {
			c.bad(in("programme"), eligibility.ErrProgramme)
		} else if rs[0].Is.Unit == eligibility.PerPerson && p.view == eligibility.PerHousehold {
			c.bad(in("programme"), eligibility.ErrScope)
		}
		t.mention(vertex{eligibility.KindQualifies, string(s.Programme)}, p)
	case eligibility.KindTogether:
		if s.Programme != p.own || p.view != eligibility.PerTie {
			c.bad(p.path, eligibility.ErrTogether)
		}
		t.mention(vertex{eligibility.KindTogether, ""}, p)
	case eligibility.KindDefined:
		if rs := c.s.definitions.Of(s.Definition); !p.covered(rs) {
			c.bad(in("definition"), eligibility.ErrDefinition)
		} else if rs[0].Is.Scope.Index() > p.view.Index() {
			c.bad(in("definition"), eligibility.ErrScope)
		}
		t.mention(vertex{eligibility.KindDefined, string(s.Definition)}, p)
	case eligibility.KindJudgement:
		if f, ok := c.fact(in("fact"), s.Fact, p.view, eligibility.BoolFact); ok && !f.Judgement {
			c.bad(in("fact"), eligibility.ErrKind)
		}
	case eligibility.KindOpen:
		if i, ok := c.s.fills.At[s.Clause]; !ok {
			c.bad(in("clause"), eligibility.ErrClause)
		} else if c.s.clauses[i].Scope.Index() > p.view.Index() {
			c.bad(in("clause"), eligibility.ErrScope)
		}
		t.mention(vertex{eligibility.KindOpen, string(s.Clause)}, p)
	case eligibility.KindCustom:
		f, ok := c.s.functions[s.Function]
		if !ok || !slices.Equal(slices.Sorted(slices.Values(f.Facts)), slices.Sorted(slices.Values(s.Facts))) {
			c.bad(in("function"), eligibility.ErrFunction)
		} else if f.Scope.Index() > p.view.Index() {
			c.bad(in("function"), eligibility.ErrScope)
		}
	case eligibility.KindConst:
		if s.Const != eligibility.Met && s.Const != eligibility.NotMet {
			c.bad(in("const"), eligibility.ErrValue)
		}
	}
}

func (t *tree) mention(v vertex, p at) {
	t.edges = append(t.edges, edge{to: v, barred: p.barred, depth: p.depth, fan: p.fan, path: p.path})
}

// times adds work 2 to the power of fan times to what there is, up to what is too much.
func times(work, fan, is int) int {
	if work > maxWork>>min(fan, 62) {
		return maxWork + 1
	}
	return min(is+work<<fan, maxWork+1)
}

// members notes that membership is asked for, in both directions.
func (c *checker) members(t *tree, p at) {
	if !p.covered(c.s.definitions.Of(eligibility.MemberOf)) {
		c.bad(p.path, eligibility.ErrDefinition)
	}
	t.mention(vertex{eligibility.KindDefined, string(eligibility.MemberOf)}, p.bar(true))
}

// covered reports that on every day some version is in force throughout the place, and known as long as what stands here is.
func (p at) covered(versions []*shelf.Rule[eligibility.Definition]) bool {
	for from := p.force.From(); ; {
		i := slices.IndexFunc(versions, func(r *shelf.Rule[eligibility.Definition]) bool {
			return shelf.Within(p.place, r.Place) && r.Force.Contains(from) && !r.Recorded.After(p.known)
		})
		if i < 0 {
			return false
		}
		from = versions[i].Force.Until()
		if from.IsZero() || !p.force.Contains(from) {
			return true
		}
	}
}

// fact checks that a fact exists, is of one of these types, and can be seen from here.
func (c *checker) fact(path string, k eligibility.FactKey, view eligibility.Scope, kinds ...eligibility.FactKind) (eligibility.Fact, bool) {
	f, ok := c.s.dict.Lookup(k)
	switch {
	case !ok:
		c.bad(path, eligibility.ErrFact)
		return f, false
	case f.Scope.Index() > view.Index():
		c.bad(path, eligibility.ErrScope)
	}
	if len(kinds) > 0 && !slices.Contains(kinds, f.Kind) {
		c.bad(path, eligibility.ErrKind)
		return f, false
	}
	return f, true
}

func (c *checker) operator(path string, o eligibility.Comparison, param bool) {
	switch {
	case (o.Op == "") == (o.Param == ""), o.Param != "" && !param, o.Op != "" && !measure.Comparators().Known(o.Op):
		c.bad(path, eligibility.ErrOperator)
	case o.Param != "":
		c.param(path, o.Param, eligibility.ComparatorParam)
	}
}

func (c *checker) param(path string, k eligibility.ParamKey, kind eligibility.ParamKind) {
	if i, ok := c.s.values.At[k]; !ok {
		c.bad(path, eligibility.ErrParam)
	} else if c.s.params[i].Kind != kind {
		c.bad(path, eligibility.ErrKind)
	}
}

// ratioValue is what a ratio operand has in place of a FactKind: no fact is a ratio.
const ratioValue eligibility.FactKind = "ratio"

// operand checks that o is of this type.
func (c *checker) operand(t *tree, p at, o eligibility.Operand, want eligibility.FactKind) {
	good, only := true, eligibility.Operand{Kind: o.Kind}
	switch o.Kind {
	case eligibility.NumberOperand:
		only.Number = o.Number
		good = o.Number >= 0 && (want == eligibility.CountFact && o.Number <= eligibility.MaxCount || want == eligibility.BoolFact && o.Number <= 1)
	case eligibility.MoneyOperand:
		only.Money = o.Money
		good = want == eligibility.MoneyFact && -eligibility.MaxMoney <= o.Money.Fen() && o.Money.Fen() <= eligibility.MaxMoney
	case eligibility.RatioOperand:
		only.Ratio = o.Ratio
		good = want == ratioValue && goodRatio(o.Ratio)
	case eligibility.ParamOperand:
		only.Param = o.Param
		kinds := map[eligibility.FactKind]eligibility.ParamKind{eligibility.MoneyFact: eligibility.MoneyParam, eligibility.CountFact: eligibility.CountParam, ratioValue: eligibility.RatioParam}
		c.param(p.path, o.Param, kinds[want])
	case eligibility.FactOperand:
		only.Fact = o.Fact
		c.fact(p.path, o.Fact, p.view, want)
	case eligibility.HeadsOperand:
		good = want == eligibility.CountFact
		c.members(t, p)
	default:
		good = false
	}
	if !good || o != only {
		c.bad(p.path, eligibility.ErrValue)
	}
}

// line checks limit × ratio × heads × months.
func (c *checker) line(t *tree, p at, limit, ratio, heads, months eligibility.Operand) {
	c.operand(t, p.to("than"), limit, eligibility.MoneyFact)
	for _, f := range []struct {
		field string
		o     eligibility.Operand
		want  eligibility.FactKind
	}{{"ratio", ratio, ratioValue}, {"heads", heads, eligibility.CountFact}, {"months", months, eligibility.CountFact}} {
		if f.o != (eligibility.Operand{}) {
			c.operand(t, p.to(f.field), f.o, f.want)
		}
	}
}

func (c *checker) sum(t *tree, p at, s eligibility.Sum) {
	view := p.view
	switch s.Over {
	case "":
	case eligibility.Members:
		view = eligibility.PerPerson
		c.members(t, p.to("over"))
	default:
		c.bad(p.path+".over", eligibility.ErrKind)
	}
	for i, term := range s.Terms {
		path := fault.Index(p.path+".terms", i)
		if f, ok := c.fact(path+".fact", term.Fact, view, eligibility.MoneyFact); ok && s.Over == eligibility.Members && f.Scope != eligibility.PerPerson {
			c.bad(path+".fact", eligibility.ErrScope) // it would be counted once for every member
		}
		if term.Unless != "" && !c.s.fills.Has(term.Unless) {
			c.bad(path+".unless", eligibility.ErrClause)
		}
		if slices.ContainsFunc(s.Terms[:i], func(o eligibility.Term) bool { return o.Fact == term.Fact }) {
			c.bad(path+".fact", eligibility.ErrTwice)
		}
	}
}

// set checks that the words or pairs of a node are words or pairs of its fact, each once.
func (c *checker) set(s *eligibility.Spec, p at) {
	kind := eligibility.WordFact
	if len(s.Pairs) > 0 {
		kind = eligibility.PairsFact
	}
	if (len(s.Words) > 0) == (len(s.Pairs) > 0) {
		c.bad(p.path+".words", eligibility.ErrWords)
	}
	f, ok := c.fact(p.path+".fact", s.Fact, p.view, kind)
	if !ok {
		return
	}
	for i, w := range s.Words {
		if !slices.ContainsFunc(f.Words, func(o eligibility.Word) bool { return o.Key == w }) || slices.Contains(s.Words[:i], w) {
			c.bad(fault.Index(p.path+".words", i), eligibility.ErrWord)
		}
	}
	for i, pair := range s.Pairs {
		if eligibility.PairBits(pair) == 0 || slices.Contains(s.Pairs[:i], pair) {
			c.bad(fault.Index(p.path+".pairs", i), eligibility.ErrWord)
		}
	}
}
