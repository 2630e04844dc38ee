package eligibility

import (
	mathbits "math/bits"

	"github.com/shegong/shegong/station/money"
)

// payment is a compiled Pay. The ops carry only what their parameters were like.
type payment struct {
	parts  []part
	deduct sum
	round  op
	steps  [2]Step
}

type part struct {
	kind       PayKind
	when, each int // roots, −1 for none
	op         op
	by, months product
	left       sum
}

func (k *compiler) payment(p *Programme) *payment {
	pay := &payment{deduct: k.sum(p.Pay.Deduct), steps: [2]Step{{money.Fen(1), StepUp}, {money.Fen(1), StepUp}}}
	for _, s := range p.Pay.Parts {
		out := part{kind: s.Kind, when: -1, each: -1, left: k.sum(s.Left)}
		if s.When != nil {
			out.when = k.tree(s.When, p.Unit)
		}
		if s.Each != nil {
			out.each = k.tree(s.Each, PerPerson)
		}
		out.by = k.product(s.Criterion.ID, s.Limit, s.Ratio, s.Heads)
		out.months = k.product(s.Criterion.ID, s.Months)
		out.op = k.seal(op{})
		pay.parts = append(pay.parts, out)
	}
	if p.Pay.Round != "" {
		for a, v := range k.value(p.Pay.Round) {
			if v != nil {
				pay.steps[a] = v.Step
			}
		}
		pay.round = k.seal(op{})
	}
	return pay
}

// fraction is an exact amount in fen. No fraction has a part of 2⁶² or more: what has no room is not ok.
type fraction struct{ num, den int64 }

// plus is f + num/den for a den above 0.
func (f fraction) plus(num, den int64) (sum fraction, ok bool) {
	d := gcd(f.den, den)
	a, ok1 := times(f.num, den/d)
	b, ok2 := times(num, f.den/d)
	sum.den, ok = times(f.den, den/d)
	sum.num = a + b
	if d = gcd(size64(sum.num), sum.den); d > 1 {
		sum.num, sum.den = sum.num/d, sum.den/d
	}
	return sum, ok && ok1 && ok2 && size(sum.num) < 1<<62
}

func size64(n int64) int64 { return int64(size(n)) }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// step rounds f once, to whole steps; what is below zero is nothing.
func (f fraction) step(s Step) (fen int64, ok bool) {
	if f.num <= 0 {
		return 0, true
	}
	unit, ok := times(f.den, s.Unit.Fen())
	if !ok {
		return 0, false
	}
	n, rest := f.num/unit, f.num%unit
	if s.Mode == StepUp && rest > 0 || s.Mode == StepNearest && rest >= unit-rest {
		n++
	}
	return times(n, s.Unit.Fen())
}

// amount is what a programme pays. Known is false where a part, a value or the step is not known; the error is ErrValue
// where the sum has no room.
func (m *machine) amount(pay *payment, v frame) (a money.Amount, known bool, err error) {
	m.frames = append(m.frames[:0], v)
	total, room := fraction{0, 1}, true
	plus := func(num, den int64) {
		ok := false
		total, ok = total.plus(num, den)
		room = room && ok
	}
	for i := range pay.parts {
		p := &pay.parts[i]
		if p.when >= 0 {
			switch m.at(p.when, 0) {
			case NotMet:
				continue
			case Unknown:
				return a, false, nil
			}
		}
		area, ok := m.side(&p.op)
		if !ok {
			return a, false, nil
		}
		n, ok := m.factor(&p.by, 0, area)
		times := int64(1)
		if ok && p.each >= 0 {
			times, ok = m.fitting(p.each)
		}
		if !ok {
			return a, false, nil
		}
		plus(n*times, p.by.den[area])
		if p.kind == PayGap {
			left, _, ok := m.total(&p.left, 0)
			months, ok2 := m.factor(&p.months, 0, area)
			if !ok || !ok2 || months <= 0 {
				return a, false, nil
			}
			plus(-left, months)
		}
	}
	less, _, ok := m.total(&pay.deduct, 0)
	area, ok2 := m.side(&pay.round)
	if !ok || !ok2 {
		return a, false, nil
	}
	plus(-less, 1)
	fen, ok := total.step(pay.steps[area])
	if !ok || !room {
		return a, false, catalogue().New(ErrValue)
	}
	return money.Fen(fen), true, nil
}

// fitting is how many members fit, where it is known of everybody.
func (m *machine) fitting(root int) (int64, bool) {
	if _, ok := m.heads(); !ok {
		return 0, false
	}
	n := int64(0)
	for s := m.members.met; s != 0; s &= s - 1 {
		switch m.about(root, frame{int32(mathbits.TrailingZeros64(s)), -1, -1}) {
		case Met:
			n++
		case Unknown:
			return 0, false
		}
	}
	return n, true
}
