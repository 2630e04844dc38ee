package eligibility

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
)

// chosen is what applies in one place on one day, by slot.
type chosen struct {
	programmes  []*rule[Programme]
	definitions []*rule[Definition]
	town        []*rule[Value]
	country     []*rule[Value]
	fills       []*rule[Fill]
	overrides   []*rule[Override]
	stackings   []*rule[Stacking]
	deadlines   []*rule[Deadline]
}

func (c chosen) equal(o chosen) bool {
	return slices.Equal(c.programmes, o.programmes) && slices.Equal(c.definitions, o.definitions) &&
		slices.Equal(c.town, o.town) && slices.Equal(c.country, o.country) && slices.Equal(c.fills, o.fills) &&
		slices.Equal(c.overrides, o.overrides) && slices.Equal(c.stackings, o.stackings) && slices.Equal(c.deadlines, o.deadlines)
}

func (s *Statutes) choose(d division.Code, on, known cal.Date) chosen {
	c := chosen{
		programmes:  s.programmes.nearest(d, on, known),
		definitions: s.definitions.nearest(d, on, known),
		town:        make([]*rule[Value], len(s.params)),
		country:     make([]*rule[Value], len(s.params)),
		fills:       make([]*rule[Fill], len(s.clauses)),
		overrides:   s.overrides.nearest(d, on, known),
		stackings:   s.stackings.nearest(d, on, known),
		deadlines:   s.deadlines.nearest(d, on, known),
	}
	for i := range s.params {
		v := &s.values.shelves[i]
		c.town[i] = v.nearest(d, on, known, Urban, nil)
		c.country[i] = c.town[i]
		if s.params[i].ByArea {
			c.country[i] = v.nearest(d, on, known, Rural, nil)
		}
	}
	// That a county enacted nothing does not undo what its province enacted.
	enacted := func(f *Fill) bool { return f.State == Enacted }
	for i := range s.clauses {
		f := &s.fills.shelves[i]
		if c.fills[i] = f.nearest(d, on, known, "", enacted); c.fills[i] == nil {
			c.fills[i] = f.nearest(d, on, known, "", nil)
		}
	}
	return c
}

// Value returns the value of a parameter for town or country in d on a day, as recorded by another (zero: all that is
// recorded), without making a Law: of the smallest place that has one in force, and there the latest recorded. A value of
// an earlier period never stands in. As with Law.Value, an empty area finds only what does not differ by area.
func (s *Statutes) Value(k ParamKey, a Area, d division.Code, on, known cal.Date) (Value, bool) {
	i, ok := s.values.at[k]
	if !ok {
		return Value{}, false
	}
	town := a
	if a == "" {
		town = Urban
	}
	r := s.values.shelves[i].nearest(d, on, known, town, nil)
	if r == nil || a == "" && s.params[i].ByArea && r != s.values.shelves[i].nearest(d, on, known, Rural, nil) {
		return Value{}, false
	}
	return r.is, true
}

// At returns the law of a place on a day. Errors: ErrQuery for a query without a day or with half a rule of ages,
// ErrFictitious, with the path of the rule, where an invented rule or value would be part of the law and was not asked for.
func (s *Statutes) At(q Query) (*Law, error) {
	if q.Ages == (cal.AgeRule{}) {
		q.Ages = cal.CivilCode()
	}
	if q.On.IsZero() || q.Ages.Validate() != nil {
		return nil, catalogue().New(ErrQuery)
	}
	l := s.law(q, s.choose(q.Division, q.On, q.KnownOn))
	if l.fictitious != "" && !q.Fictitious {
		return nil, catalogue().New(ErrFictitious).At(l.fictitious)
	}
	if err := l.compile(); err != nil {
		return nil, err
	}
	return l, nil
}

// law makes the law of what was chosen, but for what evaluation needs.
func (s *Statutes) law(q Query, c chosen) *Law {
	l := &Law{query: q, statutes: s,
		programmes:  make([]*Programme, len(c.programmes)),
		definitions: make([]*Definition, len(c.definitions)),
		values:      make([][2]*Value, len(s.params)),
		fills:       make([]*Fill, len(s.clauses)),
	}
	in := builder{l: l}
	for _, r := range c.overrides {
		if note(l, r) {
			in.overrides = append(in.overrides, &r.is)
		}
	}
	for i, r := range c.fills {
		if note(l, r) {
			l.fills[i] = &r.is
		}
	}
	for i := range s.params {
		for j, r := range [2]*rule[Value]{c.town[i], c.country[i]} {
			if note(l, r) {
				l.values[i][j] = &r.is
			}
		}
	}
	for i, r := range c.definitions {
		if note(l, r) {
			l.definitions[i] = in.definition(&r.is)
		}
	}
	for i, r := range c.programmes {
		if note(l, r) {
			l.programmes[i] = in.programme(&r.is)
		}
	}
	for _, r := range c.stackings {
		if note(l, r) {
			l.stackings = append(l.stackings, r.is)
		}
	}
	for _, r := range c.deadlines {
		if note(l, r) {
			l.deadlines = append(l.deadlines, r.is)
		}
	}
	l.fingerprint = sync.OnceValue(l.sum)
	return l
}

// note reports whether there is a rule, and remembers one that is invented.
func note[T any](l *Law, r *rule[T]) bool {
	if r != nil && r.invented && l.fictitious == "" {
		l.fictitious = r.path
	}
	return r != nil
}

// builder makes effective trees. Trees that nothing changes stay as they are.
type builder struct {
	l         *Law
	overrides []*Override
	here      map[string]*Node // replacements in the tree at hand
}

func (b *builder) aim(p ProgrammeID, d DefinitionID) {
	b.here = nil
	for _, o := range b.overrides {
		if o.Programme == p && o.Definition == d {
			if b.here == nil {
				b.here = make(map[string]*Node)
			}
			b.here[o.Node] = o.With
		}
	}
}

func (b *builder) definition(d *Definition) *Definition {
	b.aim("", d.ID)
	if root := b.node(d.Root); root != d.Root {
		e := *d
		e.Root = root
		return &e
	}
	return d
}

func (b *builder) programme(p *Programme) *Programme {
	b.aim(p.ID, "")
	e := p.clone()
	e.Root = b.node(p.Root)
	changed := e.Root != p.Root
	if p.Pay != nil {
		for i := range e.Pay.Parts {
			for _, n := range []**Node{&e.Pay.Parts[i].When, &e.Pay.Parts[i].Each} {
				if was := *n; was != nil {
					*n = b.node(was)
					changed = changed || *n != was
				}
			}
		}
	}
	if changed {
		return &e
	}
	return p
}

// node is the effective form of n: n itself, unless an override or what is recorded about a clause changes it.
func (b *builder) node(n *Node) *Node {
	id := n.s.Criterion.ID
	if with, ok := b.here[id]; ok {
		delete(b.here, id) // the replacement may keep the ID
		defer func() { b.here[id] = with }()
		return b.node(with)
	}
	if n.s.Kind == KindOpen {
		f := b.l.fills[b.l.statutes.fills.at[n.s.Clause]]
		if f == nil {
			return n
		}
		s := n.s
		s.State = f.State
		if f.Node != nil {
			s.Kids = []*Node{b.node(f.Node)}
		}
		return &Node{s}
	}
	s := n.s
	for i, kid := range n.s.Kids {
		if made := b.node(kid); made != kid {
			if &s.Kids[0] == &n.s.Kids[0] {
				s.Kids = slices.Clone(s.Kids)
			}
			s.Kids[i] = made
		}
	}
	if n.s.Where != nil {
		s.Where = b.node(n.s.Where)
	}
	for i, br := range n.s.Branches {
		if when, then := b.node(br.When), b.node(br.Then); when != br.When || then != br.Then {
			if &s.Branches[0] == &n.s.Branches[0] {
				s.Branches = slices.Clone(s.Branches)
			}
			s.Branches[i].When, s.Branches[i].Then = when, then
		}
	}
	same := s.Where == n.s.Where && (len(s.Kids) == 0 || &s.Kids[0] == &n.s.Kids[0]) &&
		(len(s.Branches) == 0 || &s.Branches[0] == &n.s.Branches[0])
	if same {
		return n
	}
	return &Node{s}
}
