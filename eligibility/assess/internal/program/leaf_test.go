package program

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
)

func holds(op measure.Comparator, cmp int) bool {
	ok, err := op.Holds(cmp)
	return ok && err == nil
}

// units is how many full units are over since d, −1 for a date that lies ahead.
func units(d, on cal.Date, u el.Unit) int {
	if d.After(on) {
		return -1
	}
	if u == el.Days {
		n, _ := d.DaysUntil(on)
		return n
	}
	later := cal.Date.AddMonths
	if u == el.Years {
		later = cal.Date.AddYears
	}
	n := 0
	for due := later(d, 1); !due.IsZero() && !due.After(on); due = later(d, n+1) {
		n++
	}
	return n
}

// operator is how a node compares in an area, "" where that is not known.
func operator(l *statutes.Law, c el.Comparison, a int) measure.Comparator {
	if c.Param == "" {
		return c.Op
	}
	v, _ := l.Value(c.Param, areas[a])
	return v.Comparator
}

// factor is an operand as a number, in an area; nil where a parameter has no value. Facts and heads count as 1.
func factor(l *statutes.Law, o el.Operand, a int) *big.Rat {
	switch o.Kind {
	case el.NumberOperand:
		return big.NewRat(o.Number, 1)
	case el.MoneyOperand:
		return big.NewRat(o.Money.Fen(), 1)
	case el.RatioOperand:
		return big.NewRat(o.Ratio.Num(), o.Ratio.Den())
	case el.ParamOperand:
		return number(l, o.Param, a)
	}
	return big.NewRat(1, 1)
}

// params lists the parameters of operands and of a comparison.
func params(c el.Comparison, os ...el.Operand) (keys []el.ParamKey) {
	for _, o := range append(os, el.Operand{Param: c.Param}) {
		if o.Param != "" {
			keys = append(keys, o.Param)
		}
	}
	return keys
}

// folded checks what an op says of the parameters it rests on: which are missing where, and whether areas differ.
func folded(t *testing.T, l *statutes.Law, c *Compiled, what string, o *Op, keys []el.ParamKey) {
	t.Helper()
	want, split := map[el.ParamKey]int{}, false
	for _, k := range keys {
		says := [2]string{}
		for a, area := range areas {
			v, ok := l.Value(k, area)
			if !ok {
				want[k] |= 1 << a
				continue
			}
			says[a] = fmt.Sprint(v.Comparator, v.Step, number(l, k, a))
		}
		split = split || says[0] != says[1]
		p, _ := l.Parameter(k)
		if i := slices.Index(c.Params, k); i < 0 || c.ByArea[i] != p.ByArea {
			t.Errorf("%s: %s is at %d", what, k, i)
		}
	}
	got := map[el.ParamKey]int{}
	if o.Gap != 0 {
		for _, g := range c.Gaps[o.Gap-1] {
			got[c.Params[g.Param]] = g.Areas
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || (o.Flags&FlagSplit != 0) != split {
		t.Errorf("%s lacks %v, split %v; want %v, %v", what, got, o.Flags&FlagSplit != 0, want, split)
	}
	simple := (o.Code == OpRange || o.Code == OpWords || o.Code == OpPairs) && len(want) == 0 && !split
	if (o.Flags&FlagSimple != 0) != simple {
		t.Errorf("%s is simple: %v", what, !simple)
	}
}

// multiplied checks that a product comes to the static operands, with the others as dynamic factors in their order.
func multiplied(t *testing.T, l *statutes.Law, c *Compiled, what string, p *Product, os ...el.Operand) {
	t.Helper()
	for a := range areas {
		want := big.NewRat(1, 1)
		for _, o := range os {
			f := factor(l, o, a)
			if f == nil {
				want = nil
				break
			}
			want.Mul(want, f)
		}
		if want != nil && (p.Den[a] < 1 || big.NewRat(p.Num[a], p.Den[a]).Cmp(want) != 0) {
			t.Errorf("%s in %s: %d/%d, want %v", what, areas[a], p.Num[a], p.Den[a], want)
		}
	}
	i := 0
	for _, o := range os {
		if o.Kind != el.HeadsOperand && o.Kind != el.FactOperand {
			continue
		}
		if i == len(p.Dynamic) || p.Dynamic[i].Heads != (o.Kind == el.HeadsOperand) || o.Fact != "" && c.Facts[p.Dynamic[i].From][p.Dynamic[i].Slot].Key != o.Fact {
			t.Errorf("%s: factors %+v, want %v", what, p.Dynamic, o)
			return
		}
		i++
	}
	if i != len(p.Dynamic) {
		t.Errorf("%s: factors %+v", what, p.Dynamic)
	}
}

// added checks a sum: what an enacted clause leaves out is gone, what one not recorded may leave out is doubtful.
func added(t *testing.T, l *statutes.Law, c *Compiled, what string, got *Sum, s el.Sum) {
	t.Helper()
	var want []string
	slots := map[int]bool{}
	scopes := map[el.Scope]bool{}
	doubtful := false
	for _, term := range s.Terms {
		_, fill, recorded := l.Fill(term.Unless)
		if term.Unless != "" && recorded && fill.State == el.Enacted {
			continue
		}
		doubt := el.ClauseKey("")
		if term.Unless != "" && !recorded {
			doubt, doubtful = term.Unless, true
		}
		want = append(want, fmt.Sprint(term.Fact, term.Minus, doubt))
		f, _ := c.Dict.Lookup(term.Fact)
		_, slot, _ := c.Dict.Slot(term.Fact)
		slots[slot], scopes[f.Scope] = true, true
	}
	var have []string
	for _, term := range got.Terms {
		doubt := el.ClauseKey("")
		if term.Doubt != 0 {
			doubt = c.Clauses[term.Doubt-1]
		}
		have = append(have, fmt.Sprint(c.Facts[term.From][term.Slot].Key, term.Minus, doubt))
	}
	if !slices.Equal(have, want) || got.Members != (s.Over == el.Members) {
		t.Errorf("%s adds %v, want %v", what, have, want)
	}
	if got.Plain != (len(want) > 0 && !doubtful && len(scopes) == 1) {
		t.Errorf("%s is plain: %v", what, got.Plain)
	}
	needs := map[int]bool{}
	for w, set := range got.Needs {
		for b := range 64 {
			if set>>b&1 != 0 {
				needs[w*64+b] = true
			}
		}
	}
	if !got.Plain {
		clear(slots)
	}
	if fmt.Sprint(needs) != fmt.Sprint(slots) {
		t.Errorf("%s needs %v, want %v", what, needs, slots)
	}
}

func TestLeavesJudgeAsTheirNodesSay(t *testing.T) {
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		for _, tr := range trees(l, c) {
			for i, w := range spread(nil, tr.node, tr.scope) {
				pc := tr.root + i
				o, sp := &c.Ops[pc], w.node.Spec()
				what := string(sp.Kind) + " " + sp.Criterion.ID
				switch o.Code {
				case OpLine:
					ln := &c.Lines[o.Arg]
					folded(t, l, c, what, o, params(sp.Op, sp.Than, sp.Ratio, sp.Heads, sp.Months))
					multiplied(t, l, c, what, &ln.By, sp.Than, sp.Ratio, sp.Heads, sp.Months)
					for a := range areas {
						if o.Cmp[a] != OrderOf(operator(l, sp.Op, a)) {
							t.Errorf("%s compares %v", what, o.Cmp)
						}
					}
					if ln.Share != (sp.Kind == el.KindShare) {
						t.Errorf("%s is a share: %v", what, ln.Share)
					}
					if left := sp.Left; sp.Kind == el.KindCompare {
						if len(ln.Left.Terms) != 1 || ln.Left.Members || c.Facts[ln.Left.Terms[0].From][ln.Left.Terms[0].Slot].Key != sp.Fact {
							t.Errorf("%s reads %+v", what, ln.Left)
						}
					} else {
						added(t, l, c, what, &ln.Left, left)
						added(t, l, c, what, &ln.Right, sp.Right)
					}
				case OpRange, OpWords, OpPairs:
					folded(t, l, c, what, o, params(sp.Op, sp.Than))
					key := sp.Fact
					if sp.Kind == el.KindHolds {
						key = el.HoldsFact(sp.Programme)
					}
					if got := c.Facts[o.From][o.Slot].Key; got != key {
						t.Errorf("%s reads %s, want %s", what, got, key)
					}
					judged(t, l, c, what, o, &sp)
				}
			}
		}
	})
}

// judged tries an op on values around everything it may turn at.
func judged(t *testing.T, l *statutes.Law, c *Compiled, what string, o *Op, sp *el.Spec) {
	t.Helper()
	f, q := c.Facts[o.From][o.Slot], l.Query()
	for a := range areas {
		op, limit := operator(l, sp.Op, a), factor(l, sp.Than, a)
		if op == "" && sp.Op.Param != "" || limit == nil {
			continue // a gap
		}
		var values []int64
		want := func(n int64) bool { return n == 1 }
		switch {
		case sp.Kind == el.KindCompare:
			n := limit.Num().Int64()
			values = []int64{n - 1, n, n + 1, -n, 0, 1}
			want = func(n int64) bool { return holds(op, big.NewRat(n, 1).Cmp(limit)) }
		case sp.Kind == el.KindAge, sp.Kind == el.KindElapsed:
			for d := range around(q.On, sp.N, sp.Unit) {
				values = append(values, el.PackDay(d))
			}
			want = func(n int64) bool {
				years, _ := cal.Age(el.UnpackDay(n), q.On, q.Ages)
				if sp.Kind == el.KindElapsed {
					years = units(el.UnpackDay(n), q.On, sp.Unit)
				}
				return holds(op, Sign(int64(years-sp.N)))
			}
		case len(sp.Words) > 0:
			for i := range f.Words {
				values = append(values, int64(i))
			}
			want = func(n int64) bool { return slices.Contains(sp.Words, f.Words[n].Key) }
		case len(sp.Pairs) > 0:
			values = []int64{0, int64(el.PairBits(sp.Pairs...))}
			for _, p := range el.Severe(el.SevereGrades()) {
				values = append(values, int64(el.PairBits(p)), int64(el.PairBits(p, sp.Pairs[0])))
			}
			want = func(n int64) bool { return uint64(n)&el.PairBits(sp.Pairs...) != 0 }
		default:
			values = []int64{0, 1}
		}
		for _, n := range values {
			if sp.Kind == el.KindAge && n > o.Top {
				if !el.UnpackDay(n).After(q.On) {
					t.Errorf("%s says nothing of %v", what, el.UnpackDay(n))
				}
				continue // not born yet
			}
			if got := o.Judge(c, a, n); got != el.TruthOf(want(n)) {
				t.Fatalf("%s of %d in %s: %v", what, n, areas[a], got)
			}
		}
	}
}

// around iterates over the days near the day from which n units, years where there is no unit, are over.
func around(on cal.Date, n int, u el.Unit) func(func(cal.Date) bool) {
	first := on.AddYears(-n)
	switch u {
	case el.Days:
		first = on.AddDays(-n)
	case el.Months:
		first = on.AddMonths(-n)
	}
	return func(yield func(cal.Date) bool) {
		for i := -45; i <= 45; i++ {
			if d := first.AddDays(i); !d.IsZero() && !yield(d) {
				return
			}
			if d := on.AddDays(i); !yield(d) {
				return
			}
		}
	}
}

func TestAgesAndTermsAreRangesOfDays(t *testing.T) {
	rules := []cal.AgeRule{}
	for _, c := range []cal.AgeConvention{cal.OnBirthday, cal.DayAfter, cal.BirthMonth} {
		for _, l := range []cal.LeapDay{cal.Feb28, cal.Mar1} {
			rules = append(rules, cal.AgeRule{Convention: c, LeapDay: l})
		}
	}
	for _, on := range []string{"2024-02-29", "2023-02-28", "2023-03-01", "2024-03-01", "2025-03-31", "2025-12-31", "2026-01-01", "2100-02-28"} {
		for _, rule := range rules {
			k := &compiler{Compiled: &Compiled{Query: statutes.Query{On: cal.MustParse(on), Ages: rule}, Dict: kit.Dictionary()}, latest: map[reach]int64{}}
			for _, unit := range []el.Unit{"", el.Days, el.Months, el.Years} {
				for _, n := range []int{0, 1, 2, 3, 4, 11, 12, 13, 16, 18, 60, 100} {
					spans(t, k, unit, n)
				}
				if rule != rules[0] && unit == "" {
					break // terms do not ask for the rule of ages
				}
			}
		}
	}
}

// spans compares the ops of every comparator for n units, or years of age, with a count of the days.
func spans(t *testing.T, k *compiler, unit el.Unit, n int) {
	t.Helper()
	on, rule := k.Query.On, k.Query.Ages
	ops := map[measure.Comparator]Op{}
	kind := el.KindElapsed
	if unit == "" {
		kind = el.KindAge
	}
	for c := range measure.Comparators().All() {
		ops[c.Key] = k.time(&el.Spec{Kind: kind, Fact: "p.birth", Op: el.By(c.Key), N: n, Unit: unit})
	}
	for d := range around(on, n, unit) {
		is, known := units(d, on, unit), true
		if kind == el.KindAge {
			is, known = cal.Age(d, on, rule)
		}
		for c, o := range ops {
			if day := el.PackDay(d); day > o.Top == known {
				t.Fatalf("age on %v of who is born on %v: %v", on, d, day > o.Top)
			} else if got := o.Judge(k.Compiled, 0, day); known && got != el.TruthOf(holds(c, Sign(int64(is-n)))) {
				t.Fatalf("%v: %s %d %s since %v under %v: %v, where %d are over", on, c, n, unit, d, rule, got, is)
			}
		}
	}
}

// What reaches back before the calendar begins is over for nobody.
func TestATermLongerThanTheCalendarIsNeverOver(t *testing.T) {
	k := &compiler{Compiled: &Compiled{Query: statutes.Query{On: cal.MustParse("2024-06-01"), Ages: cal.CivilCode()}, Dict: kit.Dictionary()}, latest: map[reach]int64{}}
	for _, unit := range []el.Unit{el.Months, el.Years} {
		for c := range measure.Comparators().All() {
			o := k.time(&el.Spec{Kind: el.KindElapsed, Fact: "p.since", Op: el.By(c.Key), N: 40_000, Unit: unit})
			got := o.Judge(k.Compiled, 0, el.PackDay(cal.MustParse("1900-01-01")))
			if want := el.TruthOf(holds(c.Key, -1)); got != want {
				t.Errorf("%s 40000 %s since 1900: %v", c.Key, unit, got)
			}
		}
	}
}

func TestPaymentsAreCompiledPartByPart(t *testing.T) {
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		for p := range l.Programmes() {
			if p.Pay == nil {
				continue
			}
			pay, what := c.Entries[c.At[p.ID]].Pay, "the amount of "+string(p.ID)
			added(t, l, c, what, &pay.Deduct, p.Pay.Deduct)
			if len(pay.Parts) != len(p.Pay.Parts) {
				t.Fatalf("%s has %d parts", what, len(pay.Parts))
			}
			for i, s := range p.Pay.Parts {
				got := &pay.Parts[i]
				if got.Kind != s.Kind || (got.When < 0) != (s.When == nil) || (got.Each < 0) != (s.Each == nil) {
					t.Errorf("%s: part %d is %+v", what, i, got)
				}
				multiplied(t, l, c, what, &got.By, s.Limit, s.Ratio, s.Heads)
				multiplied(t, l, c, what, &got.Months, s.Months)
				added(t, l, c, what, &got.Left, s.Left)
				folded(t, l, c, what, &got.Op, params(el.Comparison{}, s.Limit, s.Ratio, s.Heads, s.Months))
			}
			var keys []el.ParamKey
			if p.Pay.Round != "" {
				keys = append(keys, p.Pay.Round)
			}
			folded(t, l, c, what, &pay.Round, keys)
			for a := range areas {
				want := el.Step{Unit: money.Fen(1), Mode: el.StepUp}
				if v, ok := l.Value(p.Pay.Round, areas[a]); ok {
					want = v.Step
				}
				if pay.Steps[a] != want {
					t.Errorf("%s is rounded to %v in %s", what, pay.Steps[a], areas[a])
				}
			}
		}
	})
}
