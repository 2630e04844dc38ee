package statutes

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"

	"github.com/shegong/shegong/eligibility"
)

// Gap is something that a rule in force reads and that is not recorded for some days (缺口): a parameter without a value, or a
// clause that the act requires a lower authority to fill.
type Gap struct {
	Param  eligibility.ParamKey
	Area   eligibility.Area // where the value is missing for town or country alone
	Clause eligibility.ClauseKey
	Period cal.Period
}

// Changes lists the days in p on which the law of d is another than on the day before, by all that is recorded: a version
// begins or ends, a value, a fill, an override, a stacking or a deadline.
func (s *Statutes) Changes(d division.Code, p cal.Period) []cal.Date {
	return s.changes(d, p, cal.Date{})
}

// Changes is Statutes.Changes for the place of the law, by what had been recorded when it was asked for.
func (l *Law) Changes(p cal.Period) []cal.Date {
	return l.statutes.changes(l.query.Division, p, l.query.KnownOn)
}

func (s *Statutes) changes(d division.Code, p cal.Period, known cal.Date) []cal.Date {
	var days []cal.Date
	days = s.programmes.Days(days, d)
	days = s.definitions.Days(days, d)
	days = s.values.Days(days, d)
	days = s.fills.Days(days, d)
	days = s.overrides.Days(days, d)
	days = s.stackings.Days(days, d)
	days = s.deadlines.Days(days, d)
	slices.SortFunc(days, cal.Date.Compare)
	var changes []cal.Date
	was := s.choose(d, p.From().AddDays(-1), known)
	for _, day := range slices.Compact(days) {
		if !p.Contains(day) {
			continue
		}
		if is := s.choose(d, day, known); !is.equal(was) {
			changes = append(changes, day)
			was = is
		}
	}
	return changes
}

// Gaps lists what is missing in d on the days of p, by all that is recorded; each gap as long as it lasts, in order of their
// periods. It asks only for what some programme in force reads.
func (s *Statutes) Gaps(d division.Code, p cal.Period) []Gap {
	if p.IsZero() {
		return nil
	}
	var gaps []Gap
	since := make(map[Gap]cal.Date) // gaps that are open, without their period
	upTo := func(day cal.Date, still map[Gap]bool) {
		for g, from := range since {
			if still[g] {
				continue
			}
			if g.Period = cal.Since(from); !day.IsZero() {
				g.Period, _ = cal.Between(from, day)
			}
			gaps = append(gaps, g)
		}
		maps.DeleteFunc(since, func(g Gap, _ cal.Date) bool { return !still[g] })
	}
	for _, day := range append([]cal.Date{p.From()}, s.Changes(d, p)...) {
		now := s.law(Query{Division: d, On: day}, s.choose(d, day, cal.Date{})).gaps()
		upTo(day, now)
		for g := range now {
			if since[g].IsZero() {
				since[g] = day
			}
		}
	}
	upTo(p.Until(), nil)
	slices.SortFunc(gaps, func(a, b Gap) int {
		return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Param, b.Param), cmp.Compare(a.Area, b.Area), cmp.Compare(a.Clause, b.Clause))
	})
	return gaps
}

// gaps is the set of what the law lacks on its day.
func (l *Law) gaps() map[Gap]bool {
	u, gaps := l.uses(), make(map[Gap]bool)
	for k := range u.missing {
		gaps[Gap{Clause: k}] = true
	}
	for k := range u.params {
		i := l.statutes.values.At[k]
		switch town, country := l.chosen.town[i], l.chosen.country[i]; {
		case town == nil && country == nil:
			gaps[Gap{Param: k}] = true
		case town == nil:
			gaps[Gap{Param: k, Area: eligibility.Urban}] = true
		case country == nil:
			gaps[Gap{Param: k, Area: eligibility.Rural}] = true
		}
	}
	return gaps
}
