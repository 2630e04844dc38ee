package batch

import (
	"slices"
	"sort"
	"time"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// leaf builds a criterion that looks at facts. Where a parameter differs between town and country it is built twice.
func (b *builder) leaf(s *eligibility.Spec, view level) (at, error) {
	switch s.Kind {
	case eligibility.KindJudgement:
		return b.flag(s.Fact, view)
	case eligibility.KindInSet:
		return b.inSet(s, view)
	case eligibility.KindAge, eligibility.KindElapsed:
		return b.dated(s, view)
	case eligibility.KindCustom:
		return b.custom(s, view)
	}
	town, err := b.compared(s, view, eligibility.Urban)
	if err != nil || !b.differs(s) {
		return town, err
	}
	country, err := b.compared(s, view, eligibility.Rural)
	if err != nil {
		return at{}, err
	}
	urban := [4]uint64{1 << b.word(eligibility.HouseholdArea, string(eligibility.Urban))}
	area := b.words(b.facts[eligibility.HouseholdArea], household, urban)
	return b.choose(at{area, ofHousehold}, town, country), nil
}

// choose is yes where what it asks is met, no where it is not met, and open where that is open.
func (b *builder) choose(asks, yes, no at) at {
	refs, to := b.align(asks, yes, no)
	return at{b.emit(step{Op: program.Choose, Level: to.level(), Kids: refs}), to}
}

// differs reports whether a parameter of the criterion has other numbers in town than in the country.
func (b *builder) differs(s *eligibility.Spec) bool {
	for _, k := range [...]eligibility.ParamKey{s.Op.Param, s.Than.Param, s.Ratio.Param, s.Heads.Param, s.Months.Param} {
		if k == "" {
			continue
		}
		v, town := b.law.Value(k, eligibility.Urban)
		w, country := b.law.Value(k, eligibility.Rural)
		if town != country || yearly(v) != yearly(w) || v.Ratio != w.Ratio || v.Count != w.Count ||
			v.Comparator != w.Comparator {
			return true
		}
	}
	return false
}

// yearly is what an amount comes to in a year, however it is printed.
func yearly(v eligibility.Value) int64 {
	if v.Per == eligibility.Yearly {
		return v.Money.Fen()
	}
	return 12 * v.Money.Fen()
}

// placed is where a fact stands in a view.
func (b *builder) placed(k eligibility.FactKey, view level) (int32, place) {
	i := b.facts[k]
	p := placeOf(column.LevelOf(b.kinds[i].Scope))
	if p == ofPerson && view == tie {
		p = ofKin
	}
	return i, p
}

func (b *builder) word(k eligibility.FactKey, key string) int {
	return slices.IndexFunc(b.kinds[b.facts[k]].Words, func(w eligibility.Word) bool { return w.Key == key })
}

// flag is met where a BoolFact is true.
func (b *builder) flag(k eligibility.FactKey, view level) (at, error) {
	i, p := b.placed(k, view)
	return at{b.within(operand{Kind: fromFact, At: i}, p.level(), 1, 1), p}, nil
}

// within is met where x lies in lo … hi. Of two complements one is built.
func (b *builder) within(x operand, l level, lo, hi int64) ref {
	if x.Kind == constant {
		if x.C >= lo && x.C <= hi {
			return always
		}
		return never
	}
	if x.Kind == fromFact && b.kinds[x.At].Kind == eligibility.BoolFact && lo == 0 && hi == 0 ||
		hi == highest && lo != lowest {
		r := b.emit(step{Op: program.Range, Level: l, X: x, Lo: lowest, Hi: lo - 1})
		if hi == 0 && lo == 0 {
			r = b.emit(step{Op: program.Range, Level: l, X: x, Lo: 1, Hi: 1})
		}
		return r.Not()
	}
	return b.emit(step{Op: program.Range, Level: l, X: x, Lo: lo, Hi: hi})
}

func (b *builder) inSet(s *eligibility.Spec, view level) (at, error) {
	i, p := b.placed(s.Fact, view)
	var set [4]uint64
	if b.kinds[i].Kind == eligibility.PairsFact {
		set[0] = eligibility.PairBits(s.Pairs...)
	} else {
		for _, w := range s.Words {
			if n := b.word(s.Fact, w); n >= 0 {
				set[n>>6] |= 1 << (n & 63)
			}
		}
	}
	return at{b.words(i, p.level(), set), p}, nil
}

// words is met where a byte is in the set, which has a bit for each value of 256. Up to eight sets of one fact share
// one look at a table.
func (b *builder) words(fact int32, l level, set [4]uint64) ref {
	var values []int
	for v := range 256 {
		if set[v>>6]>>(v&63)&1 != 0 {
			values = append(values, v)
		}
	}
	if b.kinds[fact].Kind == eligibility.WordFact && len(values) == 1 {
		return b.within(operand{Kind: fromFact, At: fact}, l, int64(values[0]), int64(values[0]))
	}
	for _, i := range b.classes[fact] {
		s := &b.plan.program.Steps[i]
		if j := slices.Index(s.Class.Sets, set); j >= 0 {
			return ref(s.Outs[j] << 1)
		}
		if len(s.Outs) < 8 {
			return b.inClass(s, set)
		}
	}
	b.classes[fact] = append(b.classes[fact], len(b.plan.program.Steps))
	b.plan.program.Steps = append(b.plan.program.Steps, step{Op: program.Classify, Level: l,
		X: operand{Kind: fromFact, At: fact}, Class: &program.Table{}, Node: b.node})
	return b.inClass(&b.plan.program.Steps[len(b.plan.program.Steps)-1], set)
}

func (b *builder) inClass(s *step, set [4]uint64) ref {
	j := len(s.Outs)
	s.Class.Sets = append(s.Class.Sets, set)
	s.Outs = append(s.Outs, b.newValue(s.Level))
	return ref(s.Outs[j] << 1)
}

// dated builds a criterion about full units of time since a date as a span of days: n units or more have passed since
// all days up to the latest from which n have. A birth after the day of the law says nothing.
func (b *builder) dated(s *eligibility.Spec, view level) (at, error) {
	i, p := b.placed(s.Fact, view)
	x := operand{Kind: fromFact, At: i}
	lo, hi := int64(lowest), int64(highest)
	switch s.Op.Op {
	case measure.AtLeast:
		hi = b.latest(s, s.N)
	case measure.MoreThan:
		hi = b.latest(s, s.N+1)
	case measure.LessThan:
		lo = b.latest(s, s.N) + 1
	case measure.AtMost:
		lo = b.latest(s, s.N+1) + 1
	default:
		lo, hi = b.latest(s, s.N+1)+1, b.latest(s, s.N)
	}
	r := at{b.within(x, p.level(), lo, hi), p}
	if s.Kind == eligibility.KindAge {
		born := at{b.within(x, p.level(), lowest, int64(PackDay(b.law.Query().On))), p}
		r = b.choose(born, r, openHere)
	}
	return r, nil
}

// latest is the latest day from which n units are over on the day of the law, packed; 0 where there is none.
func (b *builder) latest(s *eligibility.Spec, n int) int64 {
	q := b.law.Query()
	over := func(d cal.Date) bool {
		end := d
		switch {
		case s.Kind == eligibility.KindAge:
			end = cal.Reaches(d, n, q.Ages)
		case s.Unit == eligibility.Days:
			end = d.AddDays(n)
		case s.Unit == eligibility.Months:
			end = d.AddMonths(n)
		default:
			end = d.AddYears(n)
		}
		return !end.IsZero() && !end.After(q.On)
	}
	first, _ := cal.On(1, time.January, 1)
	days, _ := first.DaysUntil(q.On)
	days += 366 * max(0, -n)
	day := sort.Search(days+1, func(i int) bool { return !over(first.AddDays(i)) })
	if day == 0 {
		return 0
	}
	return int64(PackDay(first.AddDays(day - 1)))
}

// comparator resolves an operator; ok is false where its parameter has no value.
func (b *builder) comparator(c eligibility.Comparison, a eligibility.Area) (measure.Comparator, bool) {
	if c.Param == "" {
		return c.Op, true
	}
	v, ok := b.law.Value(c.Param, a)
	return v.Comparator, ok
}

// span is the numbers that stand to n as op says.
func span(op measure.Comparator, n int64) (lo, hi int64) {
	switch op {
	case measure.AtLeast:
		return n, highest
	case measure.MoreThan:
		return n + 1, highest
	case measure.AtMost:
		return lowest, n
	case measure.LessThan:
		return lowest, n - 1
	}
	return n, n
}

// custom hands blocks of facts to a function of the caller.
func (b *builder) custom(s *eligibility.Spec, view level) (at, error) {
	form, ok := b.forms[s.Function]
	if !ok {
		return at{}, b.fail(ErrNotExpressed)
	}
	to := ofHousehold
	for _, k := range s.Facts {
		_, p := b.placed(k, view)
		to = meet(to, p)
	}
	st := step{Op: program.Custom, Level: to.level(), Form: form}
	for _, k := range s.Facts {
		i, p := b.placed(k, view)
		st.Terms = append(st.Terms, term{Operand: b.liftNumber(operand{Kind: fromFact, At: i}, p, to)})
	}
	return at{b.emit(st), to}, nil
}
