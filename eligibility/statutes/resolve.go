package statutes

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// chosen is what applies in one place on one day, by slot.
type chosen struct {
	programmes  []*shelf.Rule[eligibility.Programme]
	definitions []*shelf.Rule[eligibility.Definition]
	town        []*shelf.Rule[eligibility.Value]
	country     []*shelf.Rule[eligibility.Value]
	fills       []*shelf.Rule[eligibility.Fill]
	overrides   []*shelf.Rule[eligibility.Override]
	stackings   []*shelf.Rule[eligibility.Stacking]
	deadlines   []*shelf.Rule[eligibility.Deadline]
}

func (c chosen) equal(o chosen) bool {
	return slices.Equal(c.programmes, o.programmes) && slices.Equal(c.definitions, o.definitions) &&
		slices.Equal(c.town, o.town) && slices.Equal(c.country, o.country) && slices.Equal(c.fills, o.fills) &&
		slices.Equal(c.overrides, o.overrides) && slices.Equal(c.stackings, o.stackings) && slices.Equal(c.deadlines, o.deadlines)
}

func (s *Statutes) choose(d division.Code, on, known cal.Date) chosen {
	c := chosen{
		programmes:  s.programmes.Nearest(d, on, known),
		definitions: s.definitions.Nearest(d, on, known),
		town:        make([]*shelf.Rule[eligibility.Value], len(s.params)),
		country:     make([]*shelf.Rule[eligibility.Value], len(s.params)),
		fills:       make([]*shelf.Rule[eligibility.Fill], len(s.clauses)),
		overrides:   s.overrides.Nearest(d, on, known),
		stackings:   s.stackings.Nearest(d, on, known),
		deadlines:   s.deadlines.Nearest(d, on, known),
	}
	for i := range s.params {
		v := &s.values.Shelves[i]
		c.town[i] = v.Nearest(d, on, known, eligibility.Urban, nil)
		c.country[i] = c.town[i]
		if s.params[i].ByArea {
			c.country[i] = v.Nearest(d, on, known, eligibility.Rural, nil)
		}
	}
	// That a county enacted nothing does not undo what its province enacted.
	enacted := func(f *eligibility.Fill) bool { return f.State == eligibility.Enacted }
	for i := range s.clauses {
		f := &s.fills.Shelves[i]
		if c.fills[i] = f.Nearest(d, on, known, "", enacted); c.fills[i] == nil {
			c.fills[i] = f.Nearest(d, on, known, "", nil)
		}
	}
	return c
}

// Value returns the value of a parameter for town or country in d on a day, as recorded by another (zero: all that is
// recorded), without making a Law: of the smallest place that has one in force, and there the latest recorded. A value of
// an earlier period never stands in. As with Law.Value, an empty area finds only what does not differ by area.
func (s *Statutes) Value(k eligibility.ParamKey, a eligibility.Area, d division.Code, on, known cal.Date) (eligibility.Value, bool) {
	i, ok := s.values.At[k]
	if !ok {
		return eligibility.Value{}, false
	}
	town := a
	if a == "" {
		town = eligibility.Urban
	}
	r := s.values.Shelves[i].Nearest(d, on, known, town, nil)
	if r == nil || a == "" && s.params[i].ByArea && r != s.values.Shelves[i].Nearest(d, on, known, eligibility.Rural, nil) {
		return eligibility.Value{}, false
	}
	return r.Is, true
}

// At returns the law of a place on a day. Errors: ErrQuery for a query without a day or with half a rule of ages,
// ErrFictitious, with the path of the rule, where an invented rule or value would be part of the law and was not asked for.
func (s *Statutes) At(q Query) (*Law, error) {
	if q.Ages == (cal.AgeRule{}) {
		q.Ages = cal.CivilCode()
	}
	if q.On.IsZero() || q.Ages.Validate() != nil {
		return nil, eligibility.Faults().New(eligibility.ErrQuery)
	}
	return s.at(q, s.choose(q.Division, q.On, q.KnownOn))
}

// On returns the law of another day, asked for as this one was (同一查询另一日的规则). Where nothing differs between the two days it
// shares everything with this one, the fingerprint too. Errors are those of Statutes.At.
func (l *Law) On(day cal.Date) (*Law, error) {
	q := l.query
	if q.On = day; day.IsZero() {
		return l.statutes.At(q)
	}
	c := l.statutes.choose(q.Division, day, q.KnownOn)
	if !c.equal(l.chosen) {
		return l.statutes.at(q, c)
	}
	same := *l
	same.query = q
	return &same, nil
}

func (s *Statutes) at(q Query, c chosen) (*Law, error) {
	l := s.law(q, c)
	if l.fictitious != "" && !q.Fictitious {
		return nil, eligibility.Faults().New(eligibility.ErrFictitious).At(l.fictitious)
	}
	return l, nil
}

// law makes the law of what was chosen, but for what evaluation needs.
func (s *Statutes) law(q Query, c chosen) *Law {
	l := &Law{query: q, statutes: s, chosen: c,
		programmes:  make([]*eligibility.Programme, len(c.programmes)),
		definitions: make([]*eligibility.Definition, len(c.definitions)),
	}
	in := builder{l: l}
	for _, r := range c.overrides {
		in.changes = note(l, r) || in.changes
	}
	for _, r := range c.fills {
		in.changes = note(l, r) || in.changes
	}
	for i := range s.params {
		note(l, c.town[i])
		note(l, c.country[i])
	}
	for i, r := range c.definitions {
		if note(l, r) {
			l.definitions[i] = in.definition(&r.Is)
		}
	}
	for i, r := range c.programmes {
		if note(l, r) {
			l.programmes[i] = in.programme(&r.Is)
		}
	}
	for _, r := range c.stackings {
		note(l, r)
	}
	for _, r := range c.deadlines {
		note(l, r)
	}
	l.fingerprint = sync.OnceValue(l.sum)
	l.criteria = sync.OnceValue(l.listed)
	return l
}

// note reports whether there is a rule, and remembers one that is invented.
func note[T any](l *Law, r *shelf.Rule[T]) bool {
	if r != nil && r.Invented && l.fictitious == "" {
		l.fictitious = r.Path
	}
	return r != nil
}

// builder makes effective trees. Trees that nothing changes stay as they are.
type builder struct {
	l       *Law
	changes bool                         // there is an override or a fill
	here    map[string]*eligibility.Node // replacements in the tree at hand
}

func (b *builder) aim(p eligibility.ProgrammeID, d eligibility.DefinitionID) {
	b.here = nil
	for _, r := range b.l.chosen.overrides {
		if r != nil && r.Is.Programme == p && r.Is.Definition == d {
			if b.here == nil {
				b.here = make(map[string]*eligibility.Node)
			}
			b.here[r.Is.Node] = r.Is.With
		}
	}
}

func (b *builder) definition(d *eligibility.Definition) *eligibility.Definition {
	b.aim("", d.ID)
	if root := b.node(d.Root); root != d.Root {
		e := *d
		e.Root = root
		return &e
	}
	return d
}

func (b *builder) programme(p *eligibility.Programme) *eligibility.Programme {
	b.aim(p.ID, "")
	touched := b.touches(p.Root)
	if p.Pay != nil {
		for i := range p.Pay.Parts {
			part := &p.Pay.Parts[i]
			touched = touched || b.touches(part.When) || b.touches(part.Each)
		}
	}
	if !touched {
		return p
	}
	e := cloneProgramme(*p)
	e.Root = b.node(p.Root)
	if p.Pay != nil {
		for i := range e.Pay.Parts {
			part := &e.Pay.Parts[i]
			part.When, part.Each = b.node(part.When), b.node(part.Each)
		}
	}
	return &e
}

// touches reports that an override or what is recorded about a clause changes n, or a node below it. A part of a Pay may have none.
func (b *builder) touches(n *eligibility.Node) bool {
	if n == nil || !b.changes {
		return false
	}
	if n.Kind() == eligibility.KindOpen && b.l.chosen.fills[b.l.statutes.fills.At[n.Clause()]] != nil {
		return true
	}
	if len(b.here) > 0 {
		if _, ok := b.here[n.ID()]; ok {
			return true
		}
	}
	for kid := range n.EachBelow() {
		if b.touches(kid) {
			return true
		}
	}
	return false
}

// node is the effective form of n: n itself, unless something touches it.
func (b *builder) node(n *eligibility.Node) *eligibility.Node {
	if !b.touches(n) {
		return n
	}
	id := n.ID()
	if with, ok := b.here[id]; ok {
		delete(b.here, id) // the replacement may keep the ID
		defer func() { b.here[id] = with }()
		return b.node(with)
	}
	s := n.Spec()
	if s.Kind == eligibility.KindOpen {
		f := &b.l.chosen.fills[b.l.statutes.fills.At[s.Clause]].Is
		s.State = f.State
		if f.Node != nil {
			s.Kids = []*eligibility.Node{b.node(f.Node)}
		}
		return eligibility.New(s)
	}
	for i, kid := range s.Kids {
		s.Kids[i] = b.node(kid)
	}
	s.Where = b.node(s.Where)
	for i, br := range s.Branches {
		s.Branches[i].When, s.Branches[i].Then = b.node(br.When), b.node(br.Then)
	}
	return eligibility.New(s)
}
