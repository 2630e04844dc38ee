package timeline

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
)

// Household is a household as a Source: who is the person asked about, empty for a household programme, and verifiedFrom as
// bind.Household takes it. Its days are the ends of certificates and permits, the beginnings and ends of benefits, custody
// and other dated states, and the first of every month, on which the months move that income and spending are counted over.
// Somebody whom the household does not list is facts.ErrNobody.
func Household(h *facts.Household, who facts.Ref, verifiedFrom eligibility.Evidence) Source {
	return Source{
		Days: func(p cal.Period) []Day { return householdDays(h, p) },
		Case: func(l *statutes.Law) (*eligibility.Case, int, error) {
			b, err := bind.Household(l, h, verifiedFrom)
			if err != nil {
				return nil, 0, err
			}
			if who != "" && !slices.ContainsFunc(h.People, func(p facts.Person) bool { return p.Ref == who }) {
				return nil, 0, facts.Faults().New(facts.ErrNobody)
			}
			row := 0
			if who != "" {
				var ok bool
				if row, ok = b.Row(who); !ok {
					row = -1
				}
			}
			return b.Case, row, nil
		},
	}
}

// householdDays lists the days of h within p.
func householdDays(h *facts.Household, p cal.Period) []Day {
	var days []Day
	if h == nil {
		return nil
	}
	add := func(d cal.Date, why Reason) {
		if p.Contains(d) {
			days = append(days, Day{d, why})
		}
	}
	on := func(a facts.Attested[cal.Date], why Reason) {
		d, _ := a.Get()
		add(d, why)
	}
	span := func(of cal.Period, why Reason) {
		add(of.From(), why)
		add(of.Until(), why)
	}
	for m := range p.Months() {
		add(m.From(), Reason{Kind: MonthBegins})
	}
	on(h.Dibao.AboveSince, Reason{Kind: DatedFact})
	for _, j := range h.Judgements {
		add(j.On, Reason{Kind: DatedFact, Fact: j.Fact})
	}
	for i := range h.People {
		about := func(k ReasonKind) Reason { return Reason{Kind: k, Ref: h.People[i].Ref} }
		person := &h.People[i]
		on(person.Birth, about(DatedFact))
		on(person.Life.Since, about(DatedFact))
		on(person.Custody.From, about(DatedFact))
		on(person.Custody.Until, about(DatedFact))
		on(person.Family.ApartSince, about(DatedFact))
		on(person.Residence.ElsewhereSince, about(DatedFact))
		on(person.Residence.PermitUntil, about(Expiry))
		on(person.Work.Since, about(DatedFact))
		on(person.Work.NoIncomeSince, about(DatedFact))
		for _, c := range person.Disability.Certificates {
			span(c.Valid, about(Expiry))
		}
		for _, held := range person.Holdings {
			why := about(Holding)
			why.Programme = held.Programme
			span(held.Period, why)
		}
	}
	for _, t := range h.Ties {
		on(t.LostContactSince, Reason{Kind: DatedFact, Ref: t.Of})
	}
	slices.SortStableFunc(days, func(a, b Day) int { return a.On.Compare(b.On) })
	return days
}
