package statutes

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// checker finds the problems of statutes while it joins them.
type checker struct {
	s        *Statutes
	l        fault.List
	full     bool               // there are more problems than are listed
	trees    map[vertex][]*tree // of all versions, fills and overrides
	order    []vertex           // as they came
	versions map[target][]version
	patches  map[target][]patch
	switches []*shelf.Rule[eligibility.Fill] // enacted without a rule
}

// maxProblems bounds what a hostile act could have listed: every two of thousands of values overlap.
const maxProblems = 10_000

func (c *checker) bad(path string, code fault.Code, args ...string) {
	c.add(path, eligibility.Faults().New(code, args...))
}

// add takes up what was found, and of too many problems says so once.
func (c *checker) add(path string, err error) {
	switch {
	case len(c.l) < maxProblems:
		c.l.Add(path, err)
	case !c.full:
		c.full = true
		c.l.Add("", eligibility.Faults().New(eligibility.ErrTooMany))
	}
}

// once reports a problem that may be met more than once.
func (c *checker) once(path string, code fault.Code) {
	for _, f := range c.l {
		if f.Path() == path && f.Code() == code {
			return
		}
	}
	c.bad(path, code)
}

// clash reports two provisions by their citations.
func (c *checker) clash(path string, code fault.Code, a, b vocab.Source) {
	c.bad(path, code, "a", a.Document+a.Article, "b", b.Document+b.Article)
}

func (c *checker) names(path, zh, en string) {
	if zh == "" || en == "" {
		c.bad(path+".zh", eligibility.ErrName)
	}
}

func (c *checker) source(path string, s vocab.Source) {
	if s.Validate() != nil {
		c.bad(path+".source", eligibility.ErrSource)
	}
}

// id checks the name of what an act declares: its form, and that it has the namespace of the act.
func (c *checker) id(path, id string, a *eligibility.Act) {
	switch {
	case !eligibility.ValidKey(id):
		c.bad(path, eligibility.ErrKey)
	case namespace(id) != namespace(a.ID):
		c.bad(path, eligibility.ErrNamespace)
	}
}

// namespace is what stands before the colon, "" where there is none.
func namespace(id string) string { return id[:max(strings.IndexByte(id, ':'), 0)] }

func (c *checker) function(path string, f Function) {
	if f.Ref.Name == "" || f.Ref.Version == "" || f.Eval == nil {
		c.bad(path+".ref", eligibility.ErrFunction)
	}
	if _, twice := c.s.functions[f.Ref]; twice {
		c.bad(path+".ref", eligibility.ErrTwice)
	}
	if f.Scope.Index() < 0 {
		c.bad(path+".scope", eligibility.ErrScope)
	}
	for i, k := range f.Facts {
		c.fact(fault.Index(path+".facts", i), k, f.Scope)
	}
	f.Facts = slices.Clone(f.Facts)
	c.s.functions[f.Ref] = f
}

// declare takes up what the acts declare, so that all of them may speak of it.
func (c *checker) declare() {
	seen := make(map[string]bool)
	for i := range c.s.acts {
		a, path := &c.s.acts[i], fault.Index("acts", i)
		if !eligibility.ValidKey(a.ID) {
			c.bad(path+".id", eligibility.ErrKey)
		} else if seen[a.ID] {
			c.bad(path+".id", eligibility.ErrTwice)
		} else if !a.In.IsZero() && namespace(a.ID) == "" {
			c.bad(path+".id", eligibility.ErrNamespace)
		}
		seen[a.ID] = true
		c.names(path, a.ZH, a.EN)
		c.source(path, a.Source)
		if a.Force.IsZero() {
			c.bad(path+".force", eligibility.ErrForce)
		}
		for j, p := range a.Programmes {
			path := fault.Index(path+".programmes", j)
			c.id(path+".id", string(p.ID), a)
			c.names(path, p.ZH, p.EN)
			if prior := c.s.programmes.Of(p.ID); p.Unit != eligibility.PerPerson && p.Unit != eligibility.PerHousehold ||
				len(prior) > 0 && prior[0].Is.Unit != p.Unit {
				c.bad(path+".unit", eligibility.ErrScope)
			}
			c.s.programmes.Add(p.ID, newRule(c, a, path, p, division.Code{}, p.Force, p.Source))
		}
		for j, d := range a.Definitions {
			path := fault.Index(path+".definitions", j)
			c.id(path+".id", string(d.ID), a)
			c.names(path, d.ZH, d.EN)
			if prior := c.s.definitions.Of(d.ID); d.Scope.Index() < 0 || len(prior) > 0 && prior[0].Is.Scope != d.Scope ||
				d.ID == eligibility.MemberOf && d.Scope != eligibility.PerPerson {
				c.bad(path+".scope", eligibility.ErrScope)
			}
			c.s.definitions.Add(d.ID, newRule(c, a, path, d, division.Code{}, d.Force, d.Source))
		}
		for j, p := range a.Parameters {
			c.parameter(fault.Index(path+".parameters", j), a, p)
		}
		for j, k := range a.Clauses {
			path := fault.Index(path+".clauses", j)
			c.id(path+".key", string(k.Key), a)
			c.names(path, k.ZH, k.EN)
			c.source(path, k.Source)
			if k.Scope.Index() < 0 {
				c.bad(path+".scope", eligibility.ErrScope)
			}
			if c.s.fills.Has(k.Key) {
				c.bad(path+".key", eligibility.ErrTwice)
				continue
			}
			c.s.fills.Slot(k.Key)
			c.s.clauses = append(c.s.clauses, k)
		}
	}
}

// newRule places what an act says: where it does not say otherwise, it applies where and when the act does.
func newRule[T any](c *checker, a *eligibility.Act, path string, is T, in division.Code, force cal.Period, source vocab.Source) *shelf.Rule[T] {
	c.source(path, source)
	if in.IsZero() {
		in = a.In
	} else if !shelf.Within(in, a.In) {
		c.bad(path+".division", eligibility.ErrPlace)
	}
	if force.IsZero() {
		force = a.Force
	} else if _, value := any(is).(eligibility.Value); !value && !a.Force.Covers(force) {
		c.bad(path+".force", eligibility.ErrForce) // a value alone may reach back: that is what back payment is
	}
	return &shelf.Rule[T]{Is: is, Place: in, Force: force, Recorded: a.Recorded, Source: source, Path: path,
		Invented: a.Source.Provenance == vocab.Fictitious || source.Provenance == vocab.Fictitious}
}

// known sets since when a rule has been known: since a day of its own, or else since its act was or since it came into force.
func known[T any](c *checker, r *shelf.Rule[T], since cal.Date) *shelf.Rule[T] {
	switch {
	case !since.IsZero() && since.Before(r.Recorded):
		c.bad(r.Path+".recorded", eligibility.ErrValue)
	case !since.IsZero():
		r.Recorded = since
	case r.Recorded.IsZero():
		r.Recorded = r.Force.From()
	}
	return r
}

func (c *checker) parameter(path string, a *eligibility.Act, p eligibility.Parameter) {
	c.id(path+".key", string(p.Key), a)
	c.names(path, p.ZH, p.EN)
	c.source(path, p.Source)
	ordered := false
	switch p.Kind {
	case eligibility.MoneyParam, eligibility.RatioParam, eligibility.CountParam:
		ordered = true
	case eligibility.ComparatorParam, eligibility.RoundingParam:
	default:
		c.bad(path+".kind", eligibility.ErrKind)
	}
	if c.s.values.Has(p.Key) {
		c.bad(path+".key", eligibility.ErrTwice)
		return
	}
	c.s.values.Slot(p.Key)
	c.s.params = append(c.s.params, p)
	for i, d := range p.Set {
		path := fault.Index(path+".set", i)
		c.source(path, d.Source)
		switch d.Mode {
		case "":
			if len(d.Levels) > 0 {
				c.bad(path+".mode", eligibility.ErrKind)
			}
		case eligibility.MayOverride, eligibility.Fixed:
		case eligibility.Floor, eligibility.Ceiling:
			if !ordered {
				c.bad(path+".mode", eligibility.ErrKind)
			}
		default:
			c.bad(path+".mode", eligibility.ErrKind)
		}
		if !d.Nation && len(d.Levels) == 0 || slices.ContainsFunc(d.Levels, func(l division.Level) bool { return l.Digits() == 0 }) {
			c.bad(path+".levels", eligibility.ErrDelegation, "a", p.Source.Document+p.Source.Article, "b", d.Source.Document+d.Source.Article)
		}
		for _, o := range p.Set[:i] {
			shared := d.Nation && o.Nation || slices.ContainsFunc(d.Levels, func(l division.Level) bool { return slices.Contains(o.Levels, l) })
			if shared && (d.Force.IsZero() || o.Force.IsZero() || d.Force.Overlaps(o.Force)) {
				c.clash(path, eligibility.ErrOverlap, o.Source, d.Source)
			}
		}
	}
}

// delegation is what lets a level set the parameter on a day; "" is the nation.
func delegation(p *eligibility.Parameter, l division.Level, on cal.Date) (eligibility.Delegation, bool) {
	for _, d := range p.Set {
		if (d.Force.IsZero() || d.Force.Contains(on)) && (l == "" && d.Nation || slices.Contains(d.Levels, l)) {
			return d, true
		}
	}
	return eligibility.Delegation{}, false
}
