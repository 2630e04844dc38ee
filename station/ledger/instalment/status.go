package instalment

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// Account is everything that happened to the money of one contract (合同款台账): what was agreed, accepted, deducted and received. It
// is a plain record; [Account.Validate] says what is wrong with it and [Account.Status] where every instalment stands.
type Account struct {
	Contract    string       `json:"contract"`
	Price       money.Amount `json:"price"`
	Terms       []Term       `json:"terms"`
	Acceptances []Acceptance `json:"acceptances,omitempty"`
	Deductions  []Deduction  `json:"deductions,omitempty"`
	Received    []Received   `json:"received,omitempty"`
}

// Status is where an instalment stands (付款情况): Approved is the instalment less its deductions once its condition is met and ¥0.00
// before, Outstanding what is approved and has not come. Accepted is zero while the condition is not met.
type Status struct {
	Instalment  Instalment   `json:"instalment"`
	State       State        `json:"state"`
	Accepted    cal.Date     `json:"accepted,omitzero"`
	Score       Score        `json:"score,omitzero"`
	Deducted    money.Amount `json:"deducted"`
	Approved    money.Amount `json:"approved"`
	Received    money.Amount `json:"received"`
	Outstanding money.Amount `json:"outstanding"`
}

// Sum is the status of all instalments together (合计). Waiting is what is left of instalments whose condition is not met, so
// Price = Waiting + Deducted + Approved, and Approved = Received + Outstanding.
type Sum struct {
	Price       money.Amount `json:"price"`
	Waiting     money.Amount `json:"waiting"`
	Deducted    money.Amount `json:"deducted"`
	Approved    money.Amount `json:"approved"`
	Received    money.Amount `json:"received"`
	Outstanding money.Amount `json:"outstanding"`
}

// Validate returns a fault.List of everything that breaks I13: terms that give no schedule, records of instalments that do not
// exist, acceptances given twice or without the document of their evaluation, deductions without clause or evidence or larger
// than their instalment, money received before it was due or beyond what was approved.
func (a Account) Validate() error {
	var l fault.List
	if a.Contract == "" {
		l.Add("contract", refuse(ledger.I13, ErrMissing))
	}
	plan, err := Schedule(a.Price, a.Terms...)
	if l.Add("", err); err != nil {
		return l.Err()
	}
	a.form(plan, &l)
	if l.Err() == nil {
		a.flow(plan, &l)
	}
	return l.Err()
}

// form checks every record by itself.
func (a Account) form(plan []Instalment, l *fault.List) {
	head := func(at string, n int, on cal.Date) bool {
		if on.IsZero() {
			l.Add(at+".on", refuse(ledger.I13, ErrMissing))
		}
		if n < 1 || n > len(plan) {
			l.Add(at+".instalment", refuse(ledger.I13, ErrNumber))
			return false
		}
		return true
	}
	accepted := make(map[int]bool)
	for i, x := range a.Acceptances {
		at := fault.Index("acceptances", i)
		if score, ok := x.Score.Get(); ok && (score.Sign() < 0 || score.Compare(measure.Int(100)) > 0) {
			l.Add(at+".score", refuse(ledger.I13, ErrScore))
		}
		if !head(at, x.Instalment, x.On) {
			continue
		}
		if accepted[x.Instalment] {
			l.Add(at+".instalment", refuse(ledger.I13, ErrTwice))
		}
		accepted[x.Instalment] = true
		if plan[x.Instalment-1].Term.Trigger.Evaluated() && !documented(x.Evidence) {
			l.Add(at+".evidence", refuse(ledger.I13, ErrEvidence))
		}
	}
	for i, d := range a.Deductions {
		at := fault.Index("deductions", i)
		head(at, d.Instalment, d.On)
		if d.Amount.Sign() <= 0 {
			l.Add(at+".amount", refuse(ledger.I13, ErrDeduction))
		}
		if d.Clause == "" {
			l.Add(at+".clause", refuse(ledger.I13, ErrClause))
		}
		if !documented(d.Evidence) {
			l.Add(at+".evidence", refuse(ledger.I13, ErrEvidence))
		}
	}
	booked := make(map[string]bool)
	for i, r := range a.Received {
		at := fault.Index("received", i)
		head(at, r.Instalment, r.On)
		switch {
		case r.Key == "":
			l.Add(at+".key", refuse(ledger.I13, ErrMissing))
		case booked[r.Key]:
			l.Add(at+".key", refuse(ledger.I13, ErrTwice))
		}
		booked[r.Key] = true
		if r.Amount.Sign() == 0 {
			l.Add(at+".amount", refuse(ledger.I13, ErrMissing))
		}
	}
}

// documented reports whether evidence names a document.
func documented(e ledger.Evidence) bool { return e.Kind != "" && (e.Number != "" || e.Digest != "") }

// flow checks the records of each instalment against each other.
func (a Account) flow(plan []Instalment, l *fault.List) {
	since := make([]cal.Date, len(plan))
	for _, x := range a.Acceptances {
		since[x.Instalment-1] = x.On
	}
	for i, r := range a.Received {
		if d := since[r.Instalment-1]; d.IsZero() || r.On.Before(d) {
			l.Add(fault.Index("received", i)+".on", refuse(ledger.I13, ErrEarly))
		}
	}
	for i := range plan {
		at := fault.Index("instalments", i)
		s, err := a.status(plan[i], cal.Date{})
		switch {
		case err != nil:
			l.Add(at, err)
		case s.Deducted.Compare(s.Instalment.Amount) > 0:
			l.Add(at, refuse(ledger.I13, ErrOverDeducted))
		case s.Received.Sign() < 0:
			l.Add(at, refuse(ledger.I13, ErrRefund))
		case s.Received.Compare(s.Approved) > 0 && !s.Accepted.IsZero():
			l.Add(at, refuse(ledger.I13, ErrOverReceived))
		}
	}
}

// status adds up what was recorded for an instalment up to a day; the zero day is no limit.
func (a Account) status(in Instalment, on cal.Date) (Status, error) {
	s := Status{Instalment: in}
	counts := func(n int, day cal.Date) bool { return n == in.Number && (on.IsZero() || !day.After(on)) }
	for _, x := range a.Acceptances {
		if counts(x.Instalment, x.On) {
			s.Accepted, s.Score = x.On, x.Score
		}
	}
	var deducted, received []money.Amount
	for _, d := range a.Deductions {
		if counts(d.Instalment, d.On) {
			deducted = append(deducted, d.Amount)
		}
	}
	for _, r := range a.Received {
		if counts(r.Instalment, r.On) {
			received = append(received, r.Amount)
		}
	}
	var err error
	if s.Deducted, err = money.SumOf(deducted...); err != nil {
		return Status{}, err
	}
	if s.Received, err = money.SumOf(received...); err != nil {
		return Status{}, err
	}
	if s.State = Waiting; s.Accepted.IsZero() {
		return s, nil
	}
	if s.Approved, err = in.Amount.Sub(s.Deducted); err != nil {
		return Status{}, err
	}
	if s.Outstanding, err = s.Approved.Sub(s.Received); err != nil {
		return Status{}, err
	}
	switch {
	case s.Outstanding.Sign() <= 0: // below nothing, a deduction came after the money: it is to be given back
		s.State = Settled
	case s.Received.Sign() == 0:
		s.State = Due
	default:
		s.State = Partly
	}
	return s, nil
}

// Status returns where every instalment stood at the end of a day, and all together (付款情况表); the zero day is no limit. The error is that of
// [Account.Validate]. On an earlier day than the last record Outstanding can be negative: what a later repayment gave back.
func (a Account) Status(on cal.Date) ([]Status, Sum, error) {
	if err := a.Validate(); err != nil {
		return nil, Sum{}, err
	}
	plan, err := Schedule(a.Price, a.Terms...)
	if err != nil {
		return nil, Sum{}, err
	}
	out, sum := make([]Status, len(plan)), Sum{Price: a.Price}
	for i, in := range plan {
		if out[i], err = a.status(in, on); err != nil {
			return nil, Sum{}, err
		}
		if err := sum.add(out[i]); err != nil {
			return nil, Sum{}, err
		}
	}
	return out, sum, nil
}

func (t *Sum) add(s Status) error {
	var waiting money.Amount
	if s.State == Waiting {
		var err error
		if waiting, err = s.Instalment.Amount.Sub(s.Deducted); err != nil {
			return err
		}
	}
	for _, p := range []struct {
		to *money.Amount
		by money.Amount
	}{{&t.Waiting, waiting}, {&t.Deducted, s.Deducted}, {&t.Approved, s.Approved}, {&t.Received, s.Received}, {&t.Outstanding, s.Outstanding}} {
		sum, err := p.to.Add(p.by)
		if err != nil {
			return err
		}
		*p.to = sum
	}
	return nil
}
