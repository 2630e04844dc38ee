package assess

import (
	mathbits "math/bits"

	"github.com/shegong/shegong/station/money"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

// fraction is an exact amount in fen. No fraction has a part of 2⁶² or more: what has no room is not ok.
type fraction struct{ num, den int64 }

// plus is f + num/den for a den above 0.
func (f fraction) plus(num, den int64) (sum fraction, ok bool) {
	d := gcd(f.den, den)
	a, ok1 := program.Times(f.num, den/d)
	b, ok2 := program.Times(num, f.den/d)
	sum.den, ok = program.Times(f.den, den/d)
	sum.num = a + b
	if d = gcd(size64(sum.num), sum.den); d > 1 {
		sum.num, sum.den = sum.num/d, sum.den/d
	}
	return sum, ok && ok1 && ok2 && program.Size(sum.num) < 1<<62
}

func size64(n int64) int64 { return int64(program.Size(n)) }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// step rounds f once, to whole steps; what is below zero is nothing.
func (f fraction) step(s eligibility.Step) (fen int64, ok bool) {
	if f.num <= 0 {
		return 0, true
	}
	unit, ok := program.Times(f.den, s.Unit.Fen())
	if !ok {
		return 0, false
	}
	n, rest := f.num/unit, f.num%unit
	if s.Mode == eligibility.StepUp && rest > 0 || s.Mode == eligibility.StepNearest && rest >= unit-rest {
		n++
	}
	return program.Times(n, s.Unit.Fen())
}

// amount is what a programme pays. Known is false where a part, a value or the step is not known; the error is ErrValue
// where the sum has no room.
func (m *machine) amount(pay *program.Payment, v frame) (a money.Amount, known bool, err error) {
	m.frames = append(m.frames[:0], v)
	total, room := fraction{0, 1}, true
	plus := func(num, den int64) {
		ok := false
		total, ok = total.plus(num, den)
		room = room && ok
	}
	for i := range pay.Parts {
		p := &pay.Parts[i]
		if p.When >= 0 {
			switch m.at(p.When, 0) {
			case eligibility.NotMet:
				continue
			case eligibility.Unknown:
				return a, false, nil
			}
		}
		area, ok := m.side(&p.Op)
		if !ok {
			return a, false, nil
		}
		n, ok := m.factor(&p.By, 0, area)
		times := int64(1)
		if ok && p.Each >= 0 {
			times, ok = m.fitting(p.Each)
		}
		if !ok {
			return a, false, nil
		}
		plus(n*times, p.By.Den[area])
		if p.Kind == eligibility.PayGap {
			left, _, ok := m.total(&p.Left, 0)
			months, ok2 := m.factor(&p.Months, 0, area)
			if !ok || !ok2 || months <= 0 {
				return a, false, nil
			}
			plus(-left, months)
		}
	}
	less, _, ok := m.total(&pay.Deduct, 0)
	area, ok2 := m.side(&pay.Round)
	if !ok || !ok2 {
		return a, false, nil
	}
	plus(-less, 1)
	fen, ok := total.step(pay.Steps[area])
	if !ok || !room {
		return a, false, eligibility.Faults().New(eligibility.ErrValue)
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
		case eligibility.Met:
			n++
		case eligibility.Unknown:
			return 0, false
		}
	}
	return n, true
}
