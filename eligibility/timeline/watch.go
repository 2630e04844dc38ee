package timeline

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// A change is a day with the reasons for it.
type change struct {
	on  cal.Date
	why []Reason
}

// with returns the earlier of two changes, or both as one; a zero day is never.
func (c change) with(on cal.Date, why Reason) change {
	switch {
	case on.IsZero() || !c.on.IsZero() && on.After(c.on):
		return c
	case on == c.on:
		if !slices.Contains(c.why, why) {
			c.why = append(c.why, why)
		}
		return c
	}
	return change{on, []Reason{why}}
}

// A watch evaluates days.
type watch struct {
	statutes *statutes.Statutes
	law      *statutes.Law // of the day looked at last
	source   Source
	request  Request
	dated    []Day // of the law and of the source
}

// dated lists the days that are known before anything is evaluated.
func dated(s *statutes.Statutes, l *statutes.Law, src Source, r Request) []Day {
	var days []Day
	known := lawDays(s, r.Query)
	for _, d := range l.Changes(r.Period) {
		n := len(days)
		for _, k := range known {
			if k.On == d {
				days = append(days, k)
			}
		}
		if len(days) == n {
			days = append(days, Day{d, Reason{Kind: LawBegins}})
		}
	}
	if src.Days != nil {
		days = append(days, src.Days(r.Period)...)
	}
	return days
}

// look assesses one day and finds the next one on which anything may differ.
func (w *watch) look(on cal.Date) (Span, change, error) {
	law, err := w.law.On(on)
	if err != nil {
		return Span{}, change{}, err
	}
	w.law = law
	next := change{}
	for _, d := range w.dated {
		if d.On.After(on) {
			next = next.with(d.On, d.Why)
		}
	}
	p, ok := law.Programme(w.request.Programme)
	if !ok {
		if !declared(w.statutes, w.request.Programme) {
			return Span{}, change{}, eligibility.Faults().New(eligibility.ErrProgramme)
		}
		return Span{}, next, nil
	}
	c, row, err := w.source.Case(law)
	if err != nil {
		return Span{}, change{}, err
	}
	if row < 0 {
		return Span{}, next, nil
	}
	e, err := assess.New(law)
	if err != nil {
		return Span{}, change{}, err
	}
	a, err := e.Assess(c, row, p.ID)
	if err != nil {
		return Span{}, change{}, err
	}
	r := reader{law: law, c: c, next: next}
	r.programme(p)
	return Span{InForce: true, Result: a.Result, Stated: a.Stated, Verified: a.Verified, Assumed: a.Assumed, Next: a.Next,
		Amount: a.Amount}, r.next, nil
}

func declared(s *statutes.Statutes, id eligibility.ProgrammeID) bool {
	for a := range s.Acts() {
		for i := range a.Programmes {
			if a.Programmes[i].ID == id {
				return true
			}
		}
	}
	return false
}

// A reader walks whatever a result may rest on and finds the next age reached or term over.
type reader struct {
	law        *statutes.Law
	c          *eligibility.Case
	next       change
	programmes []eligibility.ProgrammeID // already read
	defined    []eligibility.DefinitionID
}

func (r *reader) programme(p eligibility.Programme) {
	if slices.Contains(r.programmes, p.ID) {
		return
	}
	r.programmes = append(r.programmes, p.ID)
	r.definition(eligibility.MemberOf) // whoever is counted, members are
	r.node(p.Root)
	if p.Pay != nil {
		for _, part := range p.Pay.Parts {
			r.node(part.When)
			r.node(part.Each)
		}
	}
	for _, id := range p.Next { // what is named next may depend on whether it fits
		r.named(id)
	}
}

func (r *reader) named(id eligibility.ProgrammeID) {
	if p, ok := r.law.Programme(id); ok {
		r.programme(p)
	}
}

func (r *reader) definition(id eligibility.DefinitionID) {
	if slices.Contains(r.defined, id) {
		return
	}
	r.defined = append(r.defined, id)
	if d, ok := r.law.Definition(id); ok {
		r.node(d.Root)
	}
}

func (r *reader) node(n *eligibility.Node) {
	if n == nil {
		return
	}
	s := n.Spec()
	switch s.Kind {
	case eligibility.KindDefined:
		r.definition(s.Definition)
	case eligibility.KindQualifies:
		r.named(s.Programme)
	case eligibility.KindAge, eligibility.KindElapsed:
		r.count(s)
	}
	r.node(s.Where)
	for _, k := range s.Kids {
		r.node(k)
	}
	for _, b := range s.Branches {
		r.node(b.When)
		r.node(b.Then)
	}
}

// count finds the days on which the node turns for any row that has the date.
func (r *reader) count(s eligibility.Spec) {
	f, ok := r.law.Dictionary().Lookup(s.Fact)
	if !ok {
		return
	}
	rows := 1
	switch f.Scope {
	case eligibility.PerPerson:
		rows = r.c.People()
	case eligibility.PerTie:
		rows = r.c.Ties()
	}
	for row := range rows {
		n, known, _ := r.c.Get(s.Fact, row)
		if !known {
			continue
		}
		from := eligibility.UnpackDay(n)
		why := Reason{Kind: TermOver, Fact: s.Fact, Row: row, N: s.N, Unit: s.Unit}
		if s.Kind == eligibility.KindAge {
			why.Kind, why.Unit = AgeReached, eligibility.Years
		}
		if s.Kind == eligibility.KindAge {
			r.turn(from, why) // before the birth there is no age
		}
		op := s.Op.Op
		if op != measure.MoreThan && op != measure.AtMost {
			r.turn(r.end(s, from, s.N), why)
		}
		if op != measure.AtLeast && op != measure.LessThan {
			why.N++
			r.turn(r.end(s, from, why.N), why)
		}
	}
}

// end is the day on which n years are reached or n units are over.
func (r *reader) end(s eligibility.Spec, from cal.Date, n int) cal.Date {
	switch {
	case s.Kind == eligibility.KindAge:
		return cal.Reaches(from, n, r.law.Query().Ages)
	case s.Unit == eligibility.Days:
		return from.AddDays(n)
	case s.Unit == eligibility.Months:
		return from.AddMonths(n)
	}
	return from.AddYears(n)
}

func (r *reader) turn(on cal.Date, why Reason) {
	if on.After(r.law.Query().On) {
		r.next = r.next.with(on, why)
	}
}
