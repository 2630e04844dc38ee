package timeline

import (
	"cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
)

// lawDays names what begins and ends in the acts of a place, as far as was known: the reasons for the days that Law.Changes finds.
func lawDays(s *statutes.Statutes, q statutes.Query) []Day {
	var days []Day
	here := func(d division.Code) bool { return d.IsZero() || d.Contains(q.Division) }
	known := func(recorded cal.Date) bool { return q.KnownOn.IsZero() || !recorded.After(q.KnownOn) }
	said := func(recorded cal.Date, a *eligibility.Act, force cal.Period) bool { // as package statutes has it
		return known(cmp.Or(recorded, a.Recorded, force.From()))
	}
	for a := range s.Acts() {
		if !here(a.In) || !known(a.Recorded) {
			continue
		}
		add := func(force cal.Period, why Reason) {
			if force.IsZero() {
				return
			}
			why.Act = a.ID
			why.Kind = LawBegins
			days = append(days, Day{force.From(), why})
			why.Kind = LawEnds
			days = append(days, Day{force.Until(), why})
		}
		add(a.Force, Reason{})
		for _, p := range a.Programmes {
			add(p.Force, Reason{Programme: p.ID})
		}
		for _, d := range a.Definitions {
			add(d.Force, Reason{})
		}
		for _, v := range a.Values {
			if here(v.Division) && said(v.Recorded, &a, v.Force) {
				add(v.Force, Reason{Param: v.Param})
			}
		}
		for _, f := range a.Fills {
			if here(f.Division) && said(f.Recorded, &a, f.Force) {
				add(f.Force, Reason{Clause: f.Clause})
			}
		}
		for _, o := range a.Overrides {
			if here(o.Division) && said(o.Recorded, &a, o.Force) {
				add(o.Force, Reason{Programme: o.Programme})
			}
		}
	}
	return days
}
