// Package reform compares two laws over the same households (政策比较): who would gain, who would lose, of whom nothing can
// be said any more, and what it costs a month.
//
// The two laws may be one place on two days, two sets of values, or a text in force and a draft. Truths come from
// package batch, amounts from the law's own Pay through the row reader, in exact fen. It says what the law makes of the
// facts recorded; that people change what they do is not in it.
//
// People who are listed for a relative's sake alone are neither counted nor paid: see batch.Batch.SetOutside.
//
// A Report holds no facts of persons but those of the batch it was made from. It may be read by any number of
// goroutines.
package reform

import (
	"iter"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/money"
)

// Report is what becomes of each programme (比较结果).
type Report struct {
	Before, After eligibility.Fingerprint // of the two laws
	Changes       []Change                // in the order of the programmes asked for
	batch         *batch.Batch
	sides         [2]side
}

// Change is what becomes of one programme.
type Change struct {
	Programme eligibility.ProgrammeID
	Unit      eligibility.Scope // what a row is: a household or a person
	// Moves counts rows: Moves[from+1][to+1] came from one truth to another. Under a law in which the programme is
	// not in force nobody fits.
	Moves         [3][3]int
	Before, After Cost
	// Raised and Lowered count the rows met under both laws whose amounts are known and differ.
	Raised, Lowered int
}

// Cost is what a law pays a month (月支出).
type Cost struct {
	Total money.Amount // of all rows paid
	Paid  int          // rows that are met and whose amount is known
	// Unknown counts rows that are met and whose amount is not known, or not defined: Total is so much too small.
	Unknown int
}

// Moved is how many rows came from one truth to another.
func (c Change) Moved(from, to eligibility.Truth) int { return c.Moves[from+1][to+1] }

// Gained is how many rows come to be met that were not met.
func (c Change) Gained() int { return c.Moved(eligibility.NotMet, eligibility.Met) }

// Lost is how many rows were met and no longer are.
func (c Change) Lost() int { return c.Moved(eligibility.Met, eligibility.NotMet) }

// Difference is what the later law costs more a month; it is negative where it costs less. The error is that of
// money.Amount.Sub.
func (c Change) Difference() (money.Amount, error) { return c.After.Total.Sub(c.Before.Total) }

// side is the result under one law.
type side struct {
	law   *statutes.Law
	e     *assess.Engine
	out   batch.Planes
	force map[eligibility.ProgrammeID]bool
}

// truth is what a row came to.
func (s *side) truth(p eligibility.ProgrammeID, row int) eligibility.Truth {
	if !s.force[p] {
		return eligibility.NotMet
	}
	t, _ := s.out.Truth(p, row)
	return t
}

// Compare assesses a batch by two laws, for these programmes or for all in force under either when none is named, and
// finds what each pays. Forms are those of batch.CompileWith. Errors: those of batch.CompileWith and batch.Run,
// batch.ErrProgramme for a programme in force under neither law, those of the row reader, and money.ErrRange for a
// total past 64 bits.
func Compare(b *batch.Batch, before, after *statutes.Law, forms []batch.Form,
	programmes ...eligibility.ProgrammeID) (*Report, error) {
	r := &Report{Before: before.Fingerprint(), After: after.Fingerprint(), batch: b, sides: [2]side{{law: before}, {law: after}}}
	if len(programmes) == 0 {
		for i := range r.sides {
			for p := range r.sides[i].law.Programmes() {
				if !slices.Contains(programmes, p.ID) {
					programmes = append(programmes, p.ID)
				}
			}
		}
	}
	for _, id := range programmes {
		if slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Programme == id }) {
			continue
		}
		c := Change{Programme: id}
		for i := range r.sides {
			if p, ok := r.sides[i].law.Programme(id); ok {
				c.Unit = p.Unit
			}
		}
		if c.Unit == "" {
			return nil, batch.Faults().New(batch.ErrProgramme).At(string(id))
		}
		r.Changes = append(r.Changes, c)
	}
	for i := range r.sides {
		if err := r.sides[i].run(b, forms, programmes); err != nil {
			return nil, err
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		for row := range b.Rows(c.Unit) {
			if c.Unit == eligibility.PerPerson && b.Outside(row) {
				continue
			}
			c.Moves[r.sides[0].truth(c.Programme, row)+1][r.sides[1].truth(c.Programme, row)+1]++
		}
	}
	for h := range b.Households() {
		if err := r.pay(b, h); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (s *side) run(b *batch.Batch, forms []batch.Form, programmes []eligibility.ProgrammeID) error {
	s.force = make(map[eligibility.ProgrammeID]bool)
	var here []eligibility.ProgrammeID
	for _, id := range programmes {
		if _, ok := s.law.Programme(id); ok {
			s.force[id] = true
			here = append(here, id)
		}
	}
	if len(here) == 0 {
		return nil
	}
	var err error
	if s.e, err = assess.New(s.law); err != nil {
		return err
	}
	plan, err := batch.CompileWith(s.law, forms, here...)
	if err != nil {
		return err
	}
	return batch.Run(plan, b, &s.out)
}

// pay adds what the household and its people are paid under both laws.
func (r *Report) pay(b *batch.Batch, household int) error {
	from, to := b.PeopleOf(household)
	var c *eligibility.Case
	var a eligibility.Assessment
	for i := range r.Changes {
		ch := &r.Changes[i]
		first, rows := household, 1
		if ch.Unit == eligibility.PerPerson {
			first, rows = from, to-from
		}
		for row := range rows {
			if ch.Unit == eligibility.PerPerson && b.Outside(first+row) {
				continue
			}
			var paid [2]money.Amount
			var known [2]bool
			for k, cost := range [...]*Cost{&ch.Before, &ch.After} {
				s := &r.sides[k]
				if s.truth(ch.Programme, first+row) != eligibility.Met {
					continue
				}
				var err error
				if c == nil {
					if c, err = b.Case(household); err != nil {
						return err
					}
				}
				if err = s.e.AssessInto(&a, c, row, ch.Programme); err != nil {
					return err
				}
				if paid[k], known[k] = a.Amount.Get(); !known[k] {
					cost.Unknown++
					continue
				}
				cost.Paid++
				if cost.Total, err = cost.Total.Add(paid[k]); err != nil {
					return err
				}
			}
			if known[0] && known[1] {
				switch paid[1].Compare(paid[0]) {
				case 1:
					ch.Raised++
				case -1:
					ch.Lowered++
				}
			}
		}
	}
	return nil
}

// Rows iterates over the rows of a programme that came from one truth to another, for explaining them; none for a
// programme that is not in the report.
func (r *Report) Rows(p eligibility.ProgrammeID, from, to eligibility.Truth) iter.Seq[int] {
	return func(yield func(int) bool) {
		i := slices.IndexFunc(r.Changes, func(c Change) bool { return c.Programme == p })
		if i < 0 {
			return
		}
		unit := r.Changes[i].Unit
		for row := range r.batch.Rows(unit) {
			if unit == eligibility.PerPerson && r.batch.Outside(row) {
				continue
			}
			if r.sides[0].truth(p, row) == from && r.sides[1].truth(p, row) == to && !yield(row) {
				return
			}
		}
	}
}
