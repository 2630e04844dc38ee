package statutes

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// maxRatio bounds numerator and denominator of a ratio in the law.
const maxRatio = 10_000

func goodRatio(r measure.Ratio) bool {
	return r.Num() >= 0 && r.Num() <= maxRatio && r.Den() <= maxRatio
}

// join puts what the acts say of each other's declarations on its shelf and checks how all of it stands together.
func (c *checker) join() {
	for i := range c.s.acts {
		a, path := &c.s.acts[i], fault.Index("acts", i)
		for j, v := range a.Values {
			c.value(fault.Index(path+".values", j), a, v)
		}
		for j, f := range a.Fills {
			c.fill(fault.Index(path+".fills", j), a, f)
		}
		for j, k := range a.Stackings {
			path := fault.Index(path+".stackings", j)
			c.names(path, k.ZH, k.EN)
			c.programme(path+".a", k.A)
			c.programme(path+".b", k.B)
			switch k.Rule {
			case eligibility.HeldTogether, eligibility.Excludes, eligibility.Choose, eligibility.Difference, eligibility.HigherOf, eligibility.ChooseOrDifference:
			default:
				c.bad(path+".rule", eligibility.ErrKind)
			}
			key := pair{min(k.A, k.B), max(k.A, k.B), k.SameHousehold}
			c.s.stackings.Add(key, newRule(c, a, path, k, division.Code{}, k.Force, k.Source))
		}
		for j, d := range a.Deadlines {
			path := fault.Index(path+".deadlines", j)
			c.names(path, d.ZH, d.EN)
			c.programme(path+".programme", d.Programme)
			if !eligibility.ValidKey(d.ID) {
				c.bad(path+".id", eligibility.ErrKey)
			}
			if d.From == "" {
				c.bad(path+".from", eligibility.ErrName)
			}
			if d.Days < 0 || d.Days > maxTerm {
				c.bad(path+".days", eligibility.ErrValue)
			}
			switch d.Basis {
			case eligibility.WorkingDays, eligibility.CalendarDays, eligibility.NextMonth, eligibility.MonthsBasis:
			default:
				c.bad(path+".basis", eligibility.ErrKind)
			}
			c.s.deadlines.Add(limit{d.Programme, d.ID}, newRule(c, a, path, d, division.Code{}, d.Force, d.Source))
		}
	}
	for _, sh := range c.s.definitions.Shelves {
		for _, r := range sh.Rules {
			t := c.plant(vertex{eligibility.KindDefined, string(r.Is.ID)}, r.Path)
			c.walk(t, r.Is.Root, at{path: r.Path + ".root", view: r.Is.Scope, force: r.Force, place: r.Place, known: r.Recorded})
			r.Invented = r.Invented || t.invented
			c.versions[target{definition: r.Is.ID}] = append(c.versions[target{definition: r.Is.ID}], version{t, r.Force, r.Place})
		}
	}
	for _, sh := range c.s.programmes.Shelves {
		for _, r := range sh.Rules {
			t := c.benefit(r)
			r.Invented = r.Invented || t.invented
			c.versions[target{programme: r.Is.ID}] = append(c.versions[target{programme: r.Is.ID}], version{t, r.Force, r.Place})
		}
	}
	for i := range c.s.acts {
		for j, o := range c.s.acts[i].Overrides {
			c.override(fault.Index(fault.Index("acts", i)+".overrides", j), &c.s.acts[i], o)
		}
	}
	c.unique()
	clashes(c, &c.s.programmes, true, false)
	clashes(c, &c.s.definitions, true, false)
	clashes(c, &c.s.values, false, false)
	clashes(c, &c.s.fills, false, false)
	clashes(c, &c.s.overrides, false, true)
	clashes(c, &c.s.stackings, false, false)
	clashes(c, &c.s.deadlines, false, false)
	for i := range c.s.params {
		c.modes(i)
	}
	c.graph()
}

func clashes[K comparable, T any](c *checker, t *shelf.Table[K, T], nested, strict bool) {
	for i := range t.Shelves {
		for _, two := range t.Shelves[i].Clashes(nested, strict) {
			c.clash(two[1].Path, eligibility.ErrOverlap, two[0].Source, two[1].Source)
		}
	}
}

func (c *checker) programme(path string, p eligibility.ProgrammeID) {
	if !c.s.programmes.Has(p) {
		c.bad(path, eligibility.ErrProgramme)
	}
}

func (c *checker) value(path string, a *eligibility.Act, v eligibility.Value) {
	i, ok := c.s.values.At[v.Param]
	if !ok {
		c.bad(path+".param", eligibility.ErrParam)
		return
	}
	p := &c.s.params[i]
	r := known(c, newRule(c, a, path, v, v.Division, v.Force, v.Source), v.Recorded)
	r.Area = v.Area
	r.Invented = r.Invented || p.Source.Provenance == vocab.Fictitious
	if v.Area != "" && (!p.ByArea || v.Area != eligibility.Urban && v.Area != eligibility.Rural) {
		c.bad(path+".area", eligibility.ErrKind)
	}
	var good bool
	only := eligibility.Value{} // what a value of this kind may hold
	switch p.Kind {
	case eligibility.MoneyParam:
		only.Money, only.Per = v.Money, v.Per
		good = v.Money.Sign() >= 0 && v.Money.Fen() <= eligibility.MaxMoney && (v.Per == "" || v.Per == eligibility.Monthly || v.Per == eligibility.Yearly)
	case eligibility.RatioParam:
		only.Ratio, good = v.Ratio, goodRatio(v.Ratio)
	case eligibility.CountParam:
		only.Count, good = v.Count, v.Count >= 0 && v.Count <= eligibility.MaxCount
	case eligibility.ComparatorParam:
		only.Comparator, good = v.Comparator, measure.Comparators().Known(v.Comparator)
	case eligibility.RoundingParam:
		only.Step = v.Step
		good = v.Step.Unit.Sign() > 0 && v.Step.Unit.Fen() <= eligibility.MaxMoney &&
			(v.Step.Mode == eligibility.StepUp || v.Step.Mode == eligibility.StepDown || v.Step.Mode == eligibility.StepNearest)
	default:
		return // the kind has been reported
	}
	if !good || only != (eligibility.Value{Money: v.Money, Per: v.Per, Ratio: v.Ratio, Count: v.Count, Comparator: v.Comparator, Step: v.Step}) {
		c.bad(path+"."+string(p.Kind), eligibility.ErrValue)
	}
	if first := c.s.values.Of(v.Param); len(first) > 0 && (first[0].Is.Per == "") != (v.Per == "") {
		c.bad(path+".per", eligibility.ErrKind) // a monthly amount and one paid once cannot be compared
	}
	if level := v.SetBy; level != "" && (level.Digits() == 0 || level.Digits() > r.Place.Level().Digits()) {
		c.bad(path+".set_by", eligibility.ErrValue)
	}
	if _, ok := delegation(p, setter(r), r.Force.From()); !ok {
		c.clash(path, eligibility.ErrDelegation, v.Source, p.Source)
	}
	c.s.values.Add(v.Param, r)
}

// setter is the level that set a value, "" for the nation.
func setter(r *shelf.Rule[eligibility.Value]) division.Level {
	if r.Is.SetBy != "" {
		return r.Is.SetBy
	}
	return r.Place.Level()
}

// modes checks that a value never applies beside that of a higher level to which it may not stand so.
func (c *checker) modes(slot int) {
	p, sh := &c.s.params[slot], &c.s.values.Shelves[slot]
	var breaches [][2]*shelf.Rule[eligibility.Value] // low, high
	seen := make(map[division.Code]bool)
	for _, r := range sh.Rules {
		for place := r.Place; !seen[r.Place] && !place.IsZero(); {
			if place = place.Parent(); len(sh.Near[place]) > 0 {
				breaches = c.breaches(breaches, p, sh, r.Place, place)
			}
		}
		seen[r.Place] = true
	}
	slices.SortFunc(breaches, func(a, b [2]*shelf.Rule[eligibility.Value]) int {
		return cmp.Or(cmp.Compare(a[0].Order, b[0].Order), cmp.Compare(a[1].Order, b[1].Order))
	})
	for _, b := range slices.Compact(breaches) {
		c.clash(b[0].Path, eligibility.ErrMode, b[0].Source, b[1].Source)
	}
}

// breaches appends the values of one place with those of another above it beside which they may not stand on some day.
func (c *checker) breaches(found [][2]*shelf.Rule[eligibility.Value], p *eligibility.Parameter, sh *shelf.Shelf[eligibility.Value],
	low, high division.Code) [][2]*shelf.Rule[eligibility.Value] {
	var days []cal.Date // on which another value or mode may begin to apply
	for _, r := range slices.Concat(sh.Near[low], sh.Near[high]) {
		days = append(days, r.Force.From(), r.Force.Until())
	}
	for _, d := range p.Set {
		days = append(days, d.Force.From())
	}
	slices.SortFunc(days, cal.Date.Compare)
	days = slices.Compact(days)
	for _, area := range [...]eligibility.Area{eligibility.Urban, eligibility.Rural} {
		highs := sh.Line(high, days, area)
		for i, l := range sh.Line(low, days, area) {
			if h := highs[i]; l != nil && h != nil && setter(h).Digits() < setter(l).Digits() {
				if by, _ := delegation(p, setter(l), days[i]); !allows(by.Mode, p.Kind, &l.Is, &h.Is) {
					found = append(found, [2]*shelf.Rule[eligibility.Value]{l, h})
				}
			}
		}
	}
	return found
}

// allows reports whether the value of a lower level may stand beside that of a higher one. Without a mode it may.
func allows(m eligibility.Mode, k eligibility.ParamKind, low, high *eligibility.Value) bool {
	var order int
	switch k {
	case eligibility.MoneyParam:
		order = cmp.Compare(yearly(low), yearly(high))
	case eligibility.RatioParam:
		order = low.Ratio.Cmp(high.Ratio)
	case eligibility.CountParam:
		order = cmp.Compare(low.Count, high.Count)
	case eligibility.ComparatorParam:
		order = cmp.Compare(low.Comparator, high.Comparator)
	case eligibility.RoundingParam:
		order = cmp.Or(low.Step.Unit.Cmp(high.Step.Unit), cmp.Compare(low.Step.Mode, high.Step.Mode))
	}
	switch m {
	case eligibility.Floor:
		return order >= 0
	case eligibility.Ceiling:
		return order <= 0
	case eligibility.Fixed:
		return order == 0
	}
	return true
}

// yearly makes amounts that are printed for different periods comparable.
func yearly(v *eligibility.Value) int64 {
	if v.Per == eligibility.Monthly {
		return v.Money.Fen() * 12
	}
	return v.Money.Fen()
}

func (c *checker) fill(path string, a *eligibility.Act, f eligibility.Fill) {
	r := known(c, newRule(c, a, path, f, f.Division, f.Force, f.Source), f.Recorded)
	i, ok := c.s.fills.At[f.Clause]
	if !ok {
		c.bad(path+".clause", eligibility.ErrClause)
		return
	}
	if f.State != eligibility.Enacted && f.State != eligibility.NoneEnacted || f.State == eligibility.NoneEnacted && f.Node != nil {
		c.bad(path+".state", eligibility.ErrState)
	}
	r.Invented = r.Invented || c.s.clauses[i].Source.Provenance == vocab.Fictitious
	if f.Node != nil {
		t := c.plant(vertex{eligibility.KindOpen, string(f.Clause)}, path)
		c.walk(t, f.Node, at{path: path + ".node", view: c.s.clauses[i].Scope, force: r.Force, place: r.Place, known: r.Recorded})
		r.Invented = r.Invented || t.invented
	} else if f.State == eligibility.Enacted {
		c.switches = append(c.switches, r)
	}
	c.s.fills.Add(f.Clause, r)
}

// benefit checks the tree of a programme, what it pays and what comes next.
func (c *checker) benefit(r *shelf.Rule[eligibility.Programme]) *tree {
	p := &r.Is
	t := c.plant(vertex{eligibility.KindQualifies, string(p.ID)}, r.Path)
	here := at{path: r.Path, view: p.Unit, own: p.ID, force: r.Force, place: r.Place, known: r.Recorded}
	c.walk(t, p.Root, here.to("root"))
	for i, next := range p.Next {
		if c.programme(fault.Index(r.Path+".next", i), next); next == p.ID {
			c.bad(fault.Index(r.Path+".next", i), eligibility.ErrCycle)
		}
	}
	if p.Pay == nil {
		return t
	}
	here = here.to("pay")
	c.source(here.path, p.Pay.Source)
	t.invented = t.invented || p.Pay.Source.Provenance == vocab.Fictitious
	c.sum(t, here.to("deduct"), p.Pay.Deduct)
	if p.Pay.Round != "" {
		c.param(here.path+".round", p.Pay.Round, eligibility.RoundingParam)
	}
	if len(p.Pay.Parts) == 0 {
		c.bad(here.path+".parts", eligibility.ErrField, "field", "parts")
	}
	for i, part := range p.Pay.Parts {
		here := here.to(fault.Index("parts", i))
		c.criterion(t, part.Criterion, here, false)
		here.up = part.Criterion.ID
		c.line(t, here, part.Limit, part.Ratio, part.Heads, part.Months)
		c.sum(t, here.to("left"), part.Left)
		switch part.Kind {
		case eligibility.PayFixed:
			if len(part.Left.Terms) > 0 || part.Months != (eligibility.Operand{}) {
				c.bad(here.path+".left", eligibility.ErrField, "field", "left")
			}
		case eligibility.PayGap:
			if len(part.Left.Terms) == 0 {
				c.bad(here.path+".left", eligibility.ErrField, "field", "left")
			}
		default:
			c.bad(here.path+".kind", eligibility.ErrKind)
		}
		if part.When != nil {
			c.walk(t, part.When, here.to("when"))
		}
		if part.Each != nil {
			if p.Unit != eligibility.PerHousehold || part.Heads != (eligibility.Operand{}) {
				c.bad(here.path+".each", eligibility.ErrScope)
			}
			c.members(t, here.to("each"))
			c.walk(t, part.Each, here.seeing(eligibility.PerPerson).to("each"))
		}
	}
	return t
}
