package batch

import (
	"math"
	"math/bits"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
	"github.com/shegong/shegong/station/measure"
)

// A side is one side of a comparison as it is put together: num/den × the factors.
type side struct {
	num, den int64
	xs       []operand
	places   []place
	open     bool // a parameter has no value
	large    bool // past 64 bits
}

func constantSide() side { return side{num: 1, den: 1} }

func (s *side) times(n int64) { s.num, s.large = multiply(s.num, n, s.large) }

func (s *side) over(n int64) { s.den, s.large = multiply(s.den, n, s.large) }

func multiply(a, b int64, large bool) (int64, bool) {
	hi, lo := bits.Mul64(distance(a), distance(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, true
	}
	return a * b, large
}

func distance(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func (s *side) of(x operand, p place) {
	if x.Kind == constant {
		s.times(x.C)
		return
	}
	s.xs, s.places = append(s.xs, x), append(s.places, p)
}

// by multiplies a side by an operand of a tree.
func (b *builder) by(s *side, o eligibility.Operand, view level, a eligibility.Area) error {
	switch o.Kind {
	case eligibility.NumberOperand:
		s.times(o.Number)
	case eligibility.MoneyOperand:
		s.times(o.Money.Fen())
	case eligibility.RatioOperand:
		s.times(o.Ratio.Num())
		s.over(o.Ratio.Den())
	case eligibility.FactOperand:
		i, p := b.placed(o.Fact, view)
		s.of(operand{Kind: fromFact, At: i}, p)
	case eligibility.HeadsOperand:
		m, err := b.members()
		if err != nil {
			return err
		}
		b.counted = true
		r := b.lift(m.at, ofPerson).ref
		s.of(b.emitNumber(step{Op: program.Heads, Level: household, Below: person, Kids: []ref{r}}), ofHousehold)
	case eligibility.ParamOperand:
		b.param(s, o.Param, a)
	}
	return nil
}

func (b *builder) param(s *side, k eligibility.ParamKey, a eligibility.Area) {
	p, declared := b.law.Parameter(k)
	v, ok := b.law.Value(k, a)
	if !declared || !ok {
		s.open = true
		return
	}
	switch p.Kind {
	case eligibility.MoneyParam:
		s.times(v.Money.Fen())
		if v.Per == eligibility.Yearly {
			s.over(12)
		}
	case eligibility.RatioParam:
		s.times(v.Ratio.Num())
		s.over(v.Ratio.Den())
	case eligibility.CountParam:
		s.times(int64(v.Count))
	}
}

// compared builds a comparison of numbers with the parameters of town or country.
func (b *builder) compared(s *eligibility.Spec, view level, a eligibility.Area) (at, error) {
	left, right := constantSide(), constantSide()
	op, ok := b.comparator(s.Op, a)
	right.open = !ok
	var err error
	factors := []eligibility.Operand{s.Than, s.Ratio, s.Heads, s.Months}
	switch s.Kind {
	case eligibility.KindCompare:
		i, p := b.placed(s.Fact, view)
		left.of(operand{Kind: fromFact, At: i}, p)
		factors = factors[:1]
	case eligibility.KindShare:
		err = b.sum(&right, s.Right, view)
		fallthrough
	default:
		if err == nil {
			err = b.sum(&left, s.Left, view)
		}
	}
	for _, f := range factors {
		if err == nil {
			err = b.by(&right, f, view, a)
		}
	}
	switch {
	case err != nil:
		return at{}, err
	case right.open:
		return openHere, nil
	case right.large || left.large:
		return at{}, b.fail(ErrRange)
	}
	return b.relation(op, left, right)
}

// relation compares left with right after multiplying both by right's divisor: nothing is divided.
func (b *builder) relation(op measure.Comparator, left, right side) (at, error) {
	left.times(right.den)
	to := ofHousehold
	for _, p := range append(left.places, right.places...) {
		to = meet(to, p)
	}
	x, err := b.product(left, to)
	if err != nil {
		return at{}, err
	}
	y, err := b.product(right, to)
	if err != nil {
		return at{}, err
	}
	l := to.level()
	if left.large {
		return at{}, b.fail(ErrRange)
	}
	if y.Kind == constant && x.Kind != constant && left.num > 0 {
		lo, hi := int64(lowest), int64(highest)
		switch down, up := floor(right.num, left.num), -floor(-right.num, left.num); op {
		case measure.LessThan:
			hi = up - 1
		case measure.AtMost:
			hi = down
		case measure.AtLeast:
			lo = up
		case measure.MoreThan:
			lo = down + 1
		default:
			if lo, hi = up, down; up > down {
				lo, hi = 1, 0
			}
		}
		return at{b.within(x, l, lo, hi), to}, nil
	}
	less := func(x operand, a int64, y operand, c int64) ref {
		return b.emit(step{Op: program.Less, Level: l, X: x, A: a, Y: y, C: c})
	}
	var r ref
	switch op {
	case measure.LessThan:
		r = less(x, left.num, y, right.num)
	case measure.AtLeast:
		r = less(x, left.num, y, right.num).Not()
	case measure.MoreThan:
		r = less(y, right.num, x, left.num)
	case measure.AtMost:
		r = less(y, right.num, x, left.num).Not()
	default:
		r = b.emit(step{Op: program.Equal, Level: l, X: x, A: left.num, Y: y, C: right.num})
	}
	return at{r, to}, nil
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// product is the factors of a side as one operand at a place, its number left out.
func (b *builder) product(s side, to place) (operand, error) {
	switch len(s.xs) {
	case 0:
		return operand{Kind: constant, C: 1}, nil
	case 1:
		return b.liftNumber(s.xs[0], s.places[0], to), nil
	}
	at := ofHousehold
	for _, p := range s.places {
		at = meet(at, p)
	}
	st := step{Op: program.Product, Level: at.level()}
	for i, x := range s.xs {
		st.Terms = append(st.Terms, term{Operand: b.liftNumber(x, s.places[i], at)})
	}
	return b.liftNumber(b.emitNumber(st), at, to), nil
}

// liftNumber moves a number down to a place, as lift does a truth.
func (b *builder) liftNumber(x operand, from, to place) operand {
	switch {
	case x.Kind == constant || from == to:
		return x
	case from == ofHousehold && to.level() == person:
		return b.emitNumber(step{Op: program.SpreadNumber, Level: person, Below: household, X: x})
	case from == ofHousehold:
		return b.liftNumber(b.liftNumber(x, ofHousehold, ofOwner), ofOwner, ofTie)
	case from == ofOwner && to == ofTie:
		return b.emitNumber(step{Op: program.SpreadNumber, Level: tie, Below: person, X: x})
	}
	return b.emitNumber(step{Op: program.GatherNumber, Level: tie, Below: person, X: x})
}

// sum adds facts up, of whoever is in view or over the members.
func (b *builder) sum(to *side, s eligibility.Sum, view level) error {
	if s.Over == eligibility.Members {
		view = person
	}
	type addend struct {
		term
		place place
	}
	var all []addend
	at := ofHousehold
	for _, t := range s.Terms {
		if t.Unless != "" {
			if _, f, ok := b.law.Fill(t.Unless); ok && f.State == eligibility.Enacted {
				continue
			}
		}
		i, p := b.placed(t.Fact, view)
		all = append(all, addend{term{Operand: operand{Kind: fromFact, At: i}, Minus: t.Minus}, p})
		at = meet(at, p)
	}
	if s.Over == eligibility.Members {
		at = ofPerson
	}
	var x operand
	if len(all) == 1 && !all[0].Minus {
		x = b.liftNumber(all[0].Operand, all[0].place, at)
	} else if len(all) > 0 {
		st := step{Op: program.Sum, Level: at.level()}
		for _, a := range all {
			st.Terms = append(st.Terms, term{Operand: b.liftNumber(a.Operand, a.place, at), Minus: a.Minus})
		}
		b.shorten(&st)
		x = b.emitNumber(st)
	}
	if s.Over == eligibility.Members {
		m, err := b.members()
		if err != nil {
			return err
		}
		b.counted = true
		r := b.lift(m.at, ofPerson).ref
		to.of(b.emitNumber(step{Op: program.Members, Level: household, Below: person, X: x, Kids: []ref{r}}), ofHousehold)
		return nil
	}
	to.of(x, at)
	return nil
}

// shorten writes a sum as the difference from one that is there already, if that takes fewer terms. Laws count much the
// same income in many places.
func (b *builder) shorten(sum *step) {
	for i := range b.plan.program.Steps {
		other := &b.plan.program.Steps[i]
		if other.Op != program.Sum || other.Level != sum.Level {
			continue
		}
		short := []term{{Operand: operand{Kind: fromNumber, At: other.Out}}}
		rest := slices.Clone(other.Terms)
		for _, t := range sum.Terms {
			if j := slices.Index(rest, t); j >= 0 {
				rest = slices.Delete(rest, j, j+1)
			} else {
				short = append(short, t)
			}
		}
		for _, t := range rest {
			short = append(short, term{Operand: t.Operand, Minus: !t.Minus})
		}
		if len(short) < len(sum.Terms) && (sum.Short == nil || len(short) < len(sum.Short)) {
			sum.Short = short
		}
	}
}
