// Package reform compares two laws over the same households (政策比较): who would gain, who would lose, of whom nothing can
// be said, and what it costs a month.
//
//	r, err := reform.Compare(facts, lawToday, draft, nil, "dibao", "tekun")
//	r.Changes      // of each programme: who came from what to what, and the cost under either law
//	r.Balance(p)   // of each row of a programme: does it get more or less, and by how much in all
//	r.Households() // the same of each household once, with all programmes of the report together
//
// The two laws may be one place on two days, two sets of values, or a text in force and a draft. Truths come from
// package batch, amounts from the law's own Pay through the row reader, in exact fen. It says what the law makes of the
// facts recorded; that people change what they do is not in it.
//
// Programmes are added up as if each that is met were paid. Of two that exclude each other name one, or ask package
// combine about the family. A programme for which a law defines no payment costs nothing here.
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
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
)

// Report is what becomes of each programme (比较结果).
type Report struct {
	Before, After eligibility.Fingerprint // of the two laws
	Changes       []Change                // in the order of the programmes asked for
	batch         *batch.Batch
	sides         [2]side
	balances      []Balance // by change
	all           Balance
	households    [][2]known.Value[money.Amount]
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

// Moved is how many rows came from one truth to another; none for what is no truth.
func (c Change) Moved(from, to eligibility.Truth) int {
	for _, t := range [...]eligibility.Truth{from, to} {
		if t < eligibility.NotMet || t > eligibility.Met {
			return 0
		}
	}
	return c.Moves[from+1][to+1]
}

// Gained is how many rows come to be met that were not met.
func (c Change) Gained() int { return c.Moved(eligibility.NotMet, eligibility.Met) }

// Lost is how many rows were met and no longer are.
func (c Change) Lost() int { return c.Moved(eligibility.Met, eligibility.NotMet) }

// Open is how many rows are unknown under one of the laws or under both. What they cost is in no total.
func (c Change) Open() (n int) {
	for from, row := range c.Moves {
		for to, rows := range row {
			if eligibility.Truth(from-1) == eligibility.Unknown || eligibility.Truth(to-1) == eligibility.Unknown {
				n += rows
			}
		}
	}
	return n
}

// Difference is what the later law costs more a month; it is negative where it costs less. The error is that of
// money.Amount.Sub.
func (c Change) Difference() (money.Amount, error) { return c.After.Total.Sub(c.Before.Total) }

// Balance is how rows fare in money a month (增减情况): each is counted once, as one of the four.
type Balance struct {
	More, Less Part
	Same       int // rows that get the same under both laws, also those that get nothing
	// Open counts rows of which it is not known what they get under one of the laws or under both: whether they fit is
	// unknown, or the amount is.
	Open int
}

// Part is rows of a balance (增减户数与金额).
type Part struct {
	Rows  int
	Total money.Amount // what they get more, or less, under the later law in all; never negative
}

// Difference is what all rows but the open ones get more under the later law. The error is that of money.Amount.Sub.
func (b Balance) Difference() (money.Amount, error) { return b.More.Total.Sub(b.Less.Total) }

// add counts a row.
func (b *Balance) add(got [2]known.Value[money.Amount]) error {
	before, sure := got[0].Get()
	after, sureAfter := got[1].Get()
	if !sure || !sureAfter {
		b.Open++
		return nil
	}
	part := &b.More
	switch after.Compare(before) {
	case 0:
		b.Same++
		return nil
	case -1:
		part, before, after = &b.Less, after, before
	}
	more, err := after.Sub(before)
	if err == nil {
		part.Total, err = part.Total.Add(more)
	}
	part.Rows++
	return err
}

// side is the result under one law.
type side struct {
	law *statutes.Law
	e   *assess.Engine
	out batch.Planes
	of  []answers // by change
}

// answers are what the rows of a programme came to.
type answers struct {
	force   bool
	pays    bool // the law defines a payment
	met, no []uint64
}

// truth is what a row came to.
func (a *answers) truth(row int) eligibility.Truth {
	if !a.force {
		return eligibility.NotMet
	}
	w, b := row>>6, row&63
	return eligibility.Truth(a.met[w]>>b&1) - eligibility.Truth(a.no[w]>>b&1)
}

// Compare assesses a batch by two laws, for these programmes or for all in force under either when none is named, and
// finds what each pays. Forms are those of batch.CompileWith. Errors: those of batch.CompileWith and batch.Run,
// batch.ErrProgramme for a programme in force under neither law, those of the row reader, and money.ErrRange for a
// total past 64 bits.
func Compare(b *batch.Batch, before, after *statutes.Law, forms []batch.Form,
	programmes ...eligibility.ProgrammeID) (*Report, error) {
	if b == nil || before.Dictionary() == nil || after.Dictionary() == nil {
		return nil, batch.Faults().New(batch.ErrDictionary)
	}
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
	r.balances = make([]Balance, len(r.Changes))
	for i := range r.sides {
		if err := r.sides[i].run(b, forms, r.Changes); err != nil {
			return nil, err
		}
	}
	for i := range r.Changes {
		c, before, after := &r.Changes[i], &r.sides[0].of[i], &r.sides[1].of[i]
		for row := range r.rows(c.Unit) {
			c.Moves[before.truth(row)+1][after.truth(row)+1]++
		}
	}
	for h := range b.Households() {
		if err := r.pay(b, h); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// rows are the rows that are counted.
func (r *Report) rows(unit eligibility.Scope) iter.Seq[int] {
	return func(yield func(int) bool) {
		for row := range r.batch.Rows(unit) {
			if (unit != eligibility.PerPerson || !r.batch.Outside(row)) && !yield(row) {
				return
			}
		}
	}
}

func (s *side) run(b *batch.Batch, forms []batch.Form, changes []Change) error {
	s.of = make([]answers, len(changes))
	var here []eligibility.ProgrammeID
	for i, c := range changes {
		if p, ok := s.law.Programme(c.Programme); ok {
			s.of[i].force, s.of[i].pays = true, p.Pay != nil
			here = append(here, p.ID)
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
	if err == nil {
		err = batch.Run(plan, b, &s.out)
	}
	for i, c := range changes {
		s.of[i].met, s.of[i].no = s.out.Met(c.Programme), s.out.NotMet(c.Programme)
	}
	return err
}

// pay adds what the household and its people are paid under both laws.
func (r *Report) pay(b *batch.Batch, household int) error {
	from, to := b.PeopleOf(household)
	home := payer{b: b, household: household}
	all := [2]known.Value[money.Amount]{known.Of(money.Amount{}), known.Of(money.Amount{})}
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
			var got [2]known.Value[money.Amount]
			for k, cost := range [...]*Cost{&ch.Before, &ch.After} {
				var err error
				if got[k], err = home.pay(&r.sides[k], i, ch.Programme, first, row, cost); err != nil {
					return err
				}
				if all[k], err = plus(all[k], got[k]); err != nil {
					return err
				}
			}
			if err := r.balances[i].add(got); err != nil {
				return err
			}
			before, sure := got[0].Get()
			after, sureAfter := got[1].Get()
			met := r.sides[0].of[i].truth(first+row) == eligibility.Met && r.sides[1].of[i].truth(first+row) == eligibility.Met
			if !met || !sure || !sureAfter {
				continue
			}
			switch after.Compare(before) {
			case 1:
				ch.Raised++
			case -1:
				ch.Lowered++
			}
		}
	}
	r.households = append(r.households, all)
	return r.all.add(all)
}

// plus is unknown where either is.
func plus(a, b known.Value[money.Amount]) (known.Value[money.Amount], error) {
	x, sure := a.Get()
	y, also := b.Get()
	if !sure || !also {
		return known.Value[money.Amount]{}, nil
	}
	sum, err := x.Add(y)
	return known.Of(sum), err
}

// payer finds what the rows of one household are paid; its case is made when it is needed.
type payer struct {
	b         *batch.Batch
	household int
	c         *eligibility.Case
	a         eligibility.Assessment
}

// pay is what a row gets by a law, and adds it to the cost: nothing where it does not fit, or the law defines no
// payment, and unknown where it is unknown whether it fits, or how much it is.
func (p *payer) pay(s *side, i int, id eligibility.ProgrammeID, first, row int, cost *Cost) (
	got known.Value[money.Amount], err error) {
	t, pays := s.of[i].truth(first+row), s.of[i].pays
	if t != eligibility.Met {
		if t == eligibility.NotMet || !pays {
			got = known.Of(money.Amount{})
		}
		return got, nil
	}
	if !pays {
		cost.Unknown++
		return known.Of(money.Amount{}), nil
	}
	if p.c == nil {
		if p.c, err = p.b.Case(p.household); err != nil {
			return got, err
		}
	}
	if err = s.e.AssessInto(&p.a, p.c, row, id); err != nil {
		return got, err
	}
	paid, ok := p.a.Amount.Get()
	if !ok {
		cost.Unknown++
		return got, nil
	}
	cost.Paid++
	cost.Total, err = cost.Total.Add(paid)
	return p.a.Amount, err
}

// Balance is how the rows of a programme fare (项目增减情况); all 0 for a programme that is not in the report.
func (r *Report) Balance(p eligibility.ProgrammeID) Balance {
	i := slices.IndexFunc(r.Changes, func(c Change) bool { return c.Programme == p })
	if i < 0 {
		return Balance{}
	}
	return r.balances[i]
}

// Households is how households fare (家庭增减情况), each with all that it and its people get from the programmes of the
// report together: one that gains by one programme what it loses by another gets the same.
func (r *Report) Households() Balance { return r.all }

// Household is what a household and its people get in all under the earlier and the later law (家庭月待遇合计), for listing
// and explaining those that get less; unknown where a part is, and for a household that the batch does not have.
func (r *Report) Household(row int) (before, after known.Value[money.Amount]) {
	if row < 0 || row >= len(r.households) {
		return before, after
	}
	return r.households[row][0], r.households[row][1]
}

// Rows iterates over the rows of a programme that came from one truth to another, for explaining them; none for a
// programme that is not in the report.
func (r *Report) Rows(p eligibility.ProgrammeID, from, to eligibility.Truth) iter.Seq[int] {
	return func(yield func(int) bool) {
		i := slices.IndexFunc(r.Changes, func(c Change) bool { return c.Programme == p })
		if i < 0 {
			return
		}
		for row := range r.rows(r.Changes[i].Unit) {
			if r.sides[0].of[i].truth(row) == from && r.sides[1].of[i].truth(row) == to && !yield(row) {
				return
			}
		}
	}
}
