package program_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// What random law has none of: facts compared with facts in every width, many sets of one fact, products of facts,
// functions of everything, households that fill a chunk.

var source = vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}

type drafter struct {
	n          int
	programmes []eligibility.Programme
}

func (d *drafter) next() eligibility.Criterion {
	d.n++
	id := "c" + strconv.Itoa(d.n)
	return eligibility.Criterion{ID: id, ZH: id, EN: id, Source: source}
}

func (d *drafter) add(unit eligibility.Scope, root *eligibility.Node) {
	id := "p" + strconv.Itoa(len(d.programmes))
	d.programmes = append(d.programmes, eligibility.Programme{ID: eligibility.ProgrammeID(id), ZH: id, EN: id, Unit: unit, Root: root, Source: source})
}

var anything = eligibility.FunctionRef{Name: "anything", Version: "1"}

func oddLaw(t *testing.T, ratio string) *statutes.Law { return oddLawWith(t, ratio, func(*drafter) {}) }

func oddLawWith(t *testing.T, ratio string, more func(*drafter)) *statutes.Law {
	t.Helper()
	var facts []eligibility.Fact
	fact := func(s eligibility.Scope, k eligibility.FactKind, keys ...eligibility.FactKey) {
		for _, key := range keys {
			f := eligibility.Fact{Key: key, Scope: s, Kind: k, ZH: string(key), EN: string(key)}
			if k == eligibility.WordFact {
				for w := range 200 {
					f.Words = append(f.Words, eligibility.Word{Key: "w" + strconv.Itoa(w), ZH: "词", EN: "word"})
				}
			}
			facts = append(facts, f)
		}
	}
	fact(eligibility.PerHousehold, eligibility.MoneyFact, "h.a", "h.b")
	fact(eligibility.PerHousehold, eligibility.CountFact, "h.n")
	fact(eligibility.PerPerson, eligibility.CountFact, "p.n", "p.m", "p.wide")
	fact(eligibility.PerPerson, eligibility.MoneyFact, "p.a", "p.b", "p.c", "p.d", "p.e", "p.f", "p.g", "p.h")
	fact(eligibility.PerPerson, eligibility.DateFact, "p.x", "p.y")
	fact(eligibility.PerPerson, eligibility.BoolFact, "p.yes", "p.no")
	fact(eligibility.PerPerson, eligibility.WordFact, "p.w")
	fact(eligibility.PerPerson, eligibility.PairsFact, "p.one", "p.many")
	fact(eligibility.PerTie, eligibility.MoneyFact, "t.a")
	dict, err := eligibility.NewDictionary(facts...)
	if err != nil {
		t.Fatal(err)
	}
	d := &drafter{}
	ops := []measure.Comparator{measure.AtLeast, measure.AtMost, measure.Exactly, measure.MoreThan, measure.LessThan}
	compare := func(f eligibility.FactKey, op measure.Comparator, o eligibility.Operand) *eligibility.Node {
		return eligibility.Compare(d.next(), f, eligibility.By(op), o)
	}
	for _, op := range ops {
		d.add(eligibility.PerPerson, compare("p.n", op, eligibility.FactOf("p.m")))
		d.add(eligibility.PerPerson, compare("p.n", op, eligibility.FactOf("p.wide")))
		d.add(eligibility.PerPerson, compare("p.n", op, eligibility.Number(2)))
		d.add(eligibility.PerPerson, compare("p.wide", op, eligibility.Number(300)))
		d.add(eligibility.PerPerson, compare("p.a", op, eligibility.FactOf("p.b")))
		d.add(eligibility.PerPerson, compare("p.x", op, eligibility.FactOf("p.y")))
		d.add(eligibility.PerPerson, compare("p.yes", op, eligibility.Number(0)))
		d.add(eligibility.PerPerson, compare("p.yes", op, eligibility.Number(1)))
		d.add(eligibility.PerPerson, compare("p.yes", op, eligibility.FactOf("p.no")))
		d.add(eligibility.PerPerson, compare("h.n", op, eligibility.Number(1)))
		line := eligibility.Line{Limit: eligibility.FactOf("h.b"), Heads: eligibility.Heads(), Ratio: eligibility.Times(measure.MustParseRatio(ratio))}
		d.add(eligibility.PerHousehold, eligibility.PerHead(d.next(), eligibility.TotalOfMembers("p.a"), eligibility.By(op), line))
		d.add(eligibility.PerHousehold, eligibility.PerHead(d.next(), eligibility.Total("h.a"), eligibility.By(op), line))
		sum := eligibility.Sum{Terms: []eligibility.Term{{Fact: "p.a", Minus: true}, {Fact: "p.b"}, {Fact: "h.a"}, {Fact: "p.c", Minus: true}}}
		d.add(eligibility.PerPerson, eligibility.PerHead(d.next(), sum, eligibility.By(op), eligibility.Line{Limit: eligibility.FactOf("h.b")}))
		d.add(eligibility.PerPerson, eligibility.PerHead(d.next(), sum, eligibility.By(op), eligibility.Line{Limit: eligibility.Yuan(money.Fen(-7)),
			Ratio: eligibility.Times(measure.MustParseRatio("3/7"))}))
		d.add(eligibility.PerPerson, eligibility.Share(d.next(), eligibility.Total("p.a", "p.b"), eligibility.By(op),
			eligibility.Times(measure.MustParseRatio("1/2")), eligibility.TotalOfMembers("p.a", "p.b", "p.c")))
		d.add(eligibility.PerPerson, eligibility.AnyOf(d.next(), eligibility.Kin, nil,
			eligibility.PerHead(d.next(), eligibility.Total("t.a", "p.b"), eligibility.By(op), eligibility.Line{Limit: eligibility.FactOf("h.a")})))
		d.add(eligibility.PerHousehold, eligibility.CountOf(d.next(), eligibility.Members, nil, compare("p.n", measure.AtLeast, eligibility.Number(1)), op, 2))
	}
	// Long sums of much the same, with four and more to be taken away.
	for _, signs := range []string{"++++++++", "+++++++ ", "++++++--", "++++----", "  +-----", "--------", "+ + + + ", "-+-+-+-+"} {
		sum := eligibility.Sum{}
		for i, sign := range signs {
			if sign != ' ' {
				sum.Terms = append(sum.Terms, eligibility.Term{Fact: eligibility.FactKey("p." + string(rune('a'+i))), Minus: sign == '-'})
			}
		}
		line := eligibility.Line{Limit: eligibility.Yuan(money.Fen(300))}
		d.add(eligibility.PerPerson, eligibility.PerHead(d.next(), sum, eligibility.By(measure.LessThan), line))
		sum.Over = eligibility.Members
		d.add(eligibility.PerHousehold, eligibility.PerHead(d.next(), sum, eligibility.By(measure.AtLeast), line))
	}
	for n := range 11 {
		var words []string
		for w := n; w < 200; w += 3 + n {
			words = append(words, "w"+strconv.Itoa(w))
		}
		d.add(eligibility.PerPerson, eligibility.InWords(d.next(), "p.w", words...))
		kinds := []identity.DisabilityKind{identity.Visual, identity.Speech, identity.Limb, identity.Multiple}
		pairs := eligibility.Severe(eligibility.SevereGrades()[:1+n%2], kinds[:1+n%4]...)
		d.add(eligibility.PerPerson, eligibility.InPairs(d.next(), "p.one", pairs...))
		d.add(eligibility.PerPerson, eligibility.InPairs(d.next(), "p.many", pairs...))
	}
	d.add(eligibility.PerPerson, eligibility.InWords(d.next(), "p.w", "w7"))
	d.add(eligibility.PerPerson, eligibility.Custom(d.next(), anything, "h.a", "h.n", "p.n", "p.wide", "p.yes", "p.w", "p.one", "p.many", "p.x", "p.a"))
	d.add(eligibility.PerPerson, eligibility.EveryOf(d.next(), eligibility.Kin, nil, eligibility.Custom(d.next(), anything, "h.a", "h.n", "p.n", "p.wide", "p.yes", "p.w", "p.one", "p.many", "p.x", "p.a")))
	more(d)
	f := statutes.Function{Ref: anything, Scope: eligibility.PerPerson,
		Facts: []eligibility.FactKey{"h.a", "h.n", "p.n", "p.wide", "p.yes", "p.w", "p.one", "p.many", "p.x", "p.a"}}
	f.Eval = func(v statutes.View) eligibility.Truth {
		sum := int64(0)
		for _, k := range f.Facts {
			if n, known := v.Get(k); known {
				sum += n
			} else if k == "h.n" || k == "p.yes" {
				return eligibility.Unknown
			}
		}
		if sum%3 == 0 {
			return eligibility.Met
		}
		return eligibility.NotMet
	}
	act := eligibility.Act{ID: "odd", ZH: "虚构办法", EN: "an invented act", Source: source, Force: cal.Since(cal.MustParse("2020-01-01")),
		Programmes: d.programmes, Definitions: []eligibility.Definition{{ID: eligibility.MemberOf, ZH: "成员", EN: "member", Scope: eligibility.PerPerson,
			Root: eligibility.Always(d.next()), Source: source}}}
	s, err := statutes.New(dict, []statutes.Function{f}, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-01-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// oddCase is a household of up to 64 people, of whom everything is known or most, with amounts of some units.
func oddCase(t *testing.T, r *rand.Rand, d *eligibility.Dictionary, known int, unit int64) *eligibility.Case {
	t.Helper()
	c := eligibility.NewCase(d)
	people := r.IntN(6)
	if r.IntN(20) == 0 {
		people = 64
	}
	for range people {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	for o := range min(people, 8) {
		for k := range min(people, 8) {
			if o != k && r.IntN(2) == 0 {
				if _, err := c.AddTie(o, k); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	rows := map[eligibility.Scope]int{eligibility.PerHousehold: 1, eligibility.PerPerson: people, eligibility.PerTie: c.Ties()}
	for f := range d.All() {
		for row := range rows[f.Scope] {
			if r.IntN(100) >= known {
				continue
			}
			var v eligibility.Datum
			switch f.Kind {
			case eligibility.BoolFact:
				v = eligibility.Bool(r.IntN(10) > 2)
			case eligibility.CountFact:
				v = eligibility.Count(int64(r.IntN(4)))
				if f.Key == "p.wide" {
					v = eligibility.Count(int64(r.IntN(4) * 100))
				}
			case eligibility.MoneyFact:
				v = eligibility.Money(money.Fen(int64(r.IntN(9)-3) * unit))
			case eligibility.DateFact:
				v = eligibility.Day(cal.MustParse("2023-12-30").AddDays(r.IntN(4)))
			case eligibility.WordFact:
				v = eligibility.WordOf(f.Words[r.IntN(len(f.Words))].Key)
			case eligibility.PairsFact:
				var pairs []eligibility.Pair
				for range r.IntN(3) {
					pairs = append(pairs, eligibility.Pair{Kind: []identity.DisabilityKind{identity.Visual, identity.Limb, identity.Multiple}[r.IntN(3)],
						Grade: []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeFour}[r.IntN(3)]})
				}
				if f.Key == "p.one" && len(pairs) > 1 {
					pairs = pairs[:1]
				}
				v = eligibility.PairsOf(pairs...)
			}
			if err := c.Put(f.Key, row, v, r.IntN(10) > 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	return c
}

func anythingForm() batch.Form {
	return batch.Form{Ref: anything, Judge: func(b *batch.Block) (met, notMet uint64) {
		for row := range 64 {
			sum, open := int64(0), false
			for i, known := range b.Known {
				sum += b.Values[i][row]
				open = open || (i == 1 || i == 4) && known>>row&1 == 0 // h.n and p.yes
			}
			switch {
			case open:
			case sum%3 == 0:
				met |= 1 << row
			default:
				notMet |= 1 << row
			}
		}
		return met, notMet
	}}
}

func TestOddLawAgreesWithTheRowReader(t *testing.T) {
	l := oddLaw(t, "2/3")
	plan, err := batch.CompileWith(l, []batch.Form{anythingForm()})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for _, known := range []int{100, 90, 50} {
		b := batch.New(l.Dictionary())
		var cases []*eligibility.Case
		for range rounds(60) {
			c := oddCase(t, r, l.Dictionary(), known, 100)
			for range 1 + r.IntN(60) { // so many times that a batch is of several chunks
				cases = append(cases, c)
				if _, err := b.Append(c); err != nil {
					t.Fatal(err)
				}
			}
		}
		oracle(t, l, plan, b, cases, true)
		if known < 100 {
			continue
		}
		// The same without bitmaps: all rows are known.
		again, err := batch.Shaped(l.Dictionary(), shapeOf(b))
		if err != nil {
			t.Fatal(err)
		}
		for f := range l.Dictionary().All() {
			whole(t, b, again, f)
		}
		oracle(t, l, plan, again, cases, false) // of this batch nothing is verified
	}
}

func shapeOf(b *batch.Batch) batch.Shape {
	s := batch.Shape{People: []int32{0}, Ties: []int32{0}}
	for h := range b.Households() {
		from, to := b.PeopleOf(h)
		c, err := b.Case(h)
		if err != nil {
			panic(err)
		}
		for p := range c.People() {
			for t := range c.Ties() {
				if owner, kin := c.TieOf(t); owner == p {
					s.Kin = append(s.Kin, int32(from+kin))
				}
			}
			s.Ties = append(s.Ties, int32(len(s.Kin)))
		}
		s.People = append(s.People, int32(to))
	}
	return s
}

// whole copies a column in which everything is known, without its bitmap.
func whole(t *testing.T, from, to *batch.Batch, f eligibility.Fact) {
	t.Helper()
	var err error
	switch f.Kind {
	case eligibility.BoolFact:
		err = copied(from.Flags, to.Flags, f.Key)
	case eligibility.MoneyFact:
		err = copied(from.Money, to.Money, f.Key)
	case eligibility.DateFact:
		err = copied(from.Days, to.Days, f.Key)
	case eligibility.PairsFact:
		if f.Key == "p.many" {
			err = copied(from.Pairs, to.Pairs, f.Key)
			break
		}
		err = copied(from.Small, to.Small, f.Key)
	default:
		if f.Key == "p.wide" {
			err = copied(from.Counts, to.Counts, f.Key)
			break
		}
		err = copied(from.Small, to.Small, f.Key)
	}
	if err != nil {
		t.Fatal(f.Key, err)
	}
}

func copied[T any](from, to func(eligibility.FactKey) ([]T, error), k eligibility.FactKey) error {
	x, err := from(k)
	if err != nil {
		return err
	}
	y, err := to(k)
	copy(y, x)
	return err
}

func oracle(t *testing.T, l *statutes.Law, plan *batch.Plan, b *batch.Batch, cases []*eligibility.Case, sure bool) {
	t.Helper()
	var stated batch.Planes
	verified := batch.Planes{Verified: true}
	for _, out := range []*batch.Planes{&stated, &verified} {
		if err := batch.Run(plan, b, out); err != nil {
			t.Fatal(err)
		}
	}
	type answer struct {
		p   eligibility.ProgrammeID
		row int
		c   *eligibility.Case
	}
	known := map[answer][2]eligibility.Truth{}
	for h, c := range cases {
		from, _ := b.PeopleOf(h)
		for _, p := range plan.Programmes() {
			first, rows := from, c.People()
			if stated.Scope(p) == eligibility.PerHousehold {
				first, rows = h, 1
			}
			for row := range rows {
				want, ok := known[answer{p, row, c}]
				if !ok {
					var err error
					if want[0], want[1], err = engine(l).Truth(c, row, p); err != nil {
						t.Fatal(err)
					}
					known[answer{p, row, c}] = want
				}
				for i, out := range []*batch.Planes{&stated, &verified} {
					if i == 1 && (!sure || !want[0].Decided()) {
						continue // besides, the function anything makes something of fewer facts where more leave it open
					}
					if got, _ := out.Truth(p, first+row); got != want[i] {
						programme, _ := l.Programme(p)
						t.Fatalf("%s (%v), household %d, row %d: %v, want %v (%d)", p, programme.Root.Kind(), h, row, got, want[i], i)
					}
				}
			}
		}
	}
}

// Planes that have been used say the same as fresh ones, also where chunks meet within a word.
func TestPlanesAreUsedAgain(t *testing.T) {
	l := oddLaw(t, "2/3")
	plan, err := batch.CompileWith(l, []batch.Form{anythingForm()})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 3))
	var used batch.Planes
	var shape batch.Shape
	for range 2 {
		b := batch.New(l.Dictionary())
		if shape.People != nil {
			if b, err = batch.Shaped(l.Dictionary(), shape); err != nil {
				t.Fatal(err)
			}
		}
		for b.People() < 10_000 {
			if _, err := b.Append(oddCase(t, r, l.Dictionary(), 90, 100)); err != nil {
				t.Fatal(err)
			}
		}
		shape = shapeOf(b)
		for _, k := range []eligibility.FactKey{"p.n", "p.m"} {
			x, err := b.Small(k)
			if err != nil {
				t.Fatal(err)
			}
			for i := range x {
				x[i] = uint8(r.IntN(4))
			}
		}
		var fresh batch.Planes
		for _, out := range []*batch.Planes{&used, &fresh} {
			if err := batch.Run(plan, b, out); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range plan.Programmes() {
			if !slices.Equal(used.Met(p), fresh.Met(p)) || !slices.Equal(used.NotMet(p), fresh.NotMet(p)) {
				t.Errorf("%s: used planes say something else", p)
			}
		}
	}
}

// The largest amounts of all, times the largest ratio, pass 64 bits on both sides of a comparison.
func TestTheLargestAmountsAgreeWithTheRowReader(t *testing.T) {
	l := oddLawWith(t, "1/9999", func(d *drafter) {
		for _, op := range []measure.Comparator{measure.AtLeast, measure.AtMost, measure.Exactly, measure.MoreThan, measure.LessThan} {
			d.add(eligibility.PerHousehold, eligibility.Share(d.next(), eligibility.TotalOfMembers("p.a", "p.b", "p.c"), eligibility.By(op),
				eligibility.Times(measure.MustParseRatio("9998/9999")), eligibility.TotalOfMembers("p.c", "p.b", "p.a")))
			nothing := eligibility.Sum{Over: eligibility.Members, Terms: []eligibility.Term{{Fact: "p.a"}, {Fact: "p.b", Minus: true}}}
			d.add(eligibility.PerHousehold, eligibility.Share(d.next(), eligibility.TotalOfMembers("p.a", "p.b"), eligibility.By(op),
				eligibility.Times(measure.MustParseRatio("9998/9999")), nothing))
		}
	})
	plan, err := batch.CompileWith(l, []batch.Form{anythingForm()})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	b := batch.New(l.Dictionary())
	var cases []*eligibility.Case
	for i := range 100 {
		c := oddCase(t, r, l.Dictionary(), 95, eligibility.MaxMoney/5)
		if i%2 == 0 { // 64 people of whom all have the most, or owe it
			c = eligibility.NewCase(l.Dictionary())
			put := func(k eligibility.FactKey, row int, v eligibility.Datum) {
				if err := c.Put(k, row, v, true); err != nil {
					t.Fatal(err)
				}
			}
			put(eligibility.MembersComplete, 0, eligibility.Bool(true))
			for p := range 64 {
				if _, err := c.AddPerson(); err != nil {
					t.Fatal(err)
				}
				for _, k := range []eligibility.FactKey{"p.a", "p.b", "p.c"} {
					put(k, p, eligibility.Money(money.Fen(int64(1-i%4)*(eligibility.MaxMoney-r.Int64N(2)))))
				}
			}
		}
		cases = append(cases, c)
		if _, err := b.Append(c); err != nil {
			t.Fatal(err)
		}
	}
	oracle(t, l, plan, b, cases, true)
}

// A limit times a count can pass 62 bits by itself. Where it could, with the facts there are, no answer is given and the
// criterion is named; the row reader refuses such a law whatever the facts.
func TestProductsThatCouldOverflowAreRefused(t *testing.T) {
	l := oddLawWith(t, "1/2", func(d *drafter) {
		d.add(eligibility.PerHousehold, eligibility.PerHead(d.next(), eligibility.Total("h.a"), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.FactOf("h.b"), Months: eligibility.FactOf("h.n")}))
	})
	if _, err := assess.New(l); !errors.Is(err, eligibility.ErrValue) {
		t.Errorf("the row reader: %v", err)
	}
	plan, err := batch.CompileWith(l, []batch.Form{anythingForm()})
	if err != nil {
		t.Fatal(err)
	}
	b, err := batch.Shaped(l.Dictionary(), batch.Shape{People: []int32{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	limits, err := b.Money("h.b")
	if err != nil {
		t.Fatal(err)
	}
	counts, err := b.Counts("h.n")
	if err != nil {
		t.Fatal(err)
	}
	limits[0], counts[0] = 1_000_000_00, 1200
	var out batch.Planes
	if err := batch.Run(plan, b, &out); err != nil {
		t.Errorf("a million yuan for 1200 months: %v", err)
	}
	if limits, err = b.Money("h.b"); err != nil {
		t.Fatal(err)
	}
	limits[0] = eligibility.MaxMoney
	if counts, err = b.Counts("h.n"); err != nil {
		t.Fatal(err)
	}
	counts[0] = eligibility.MaxCount
	err = batch.Run(plan, b, &out)
	if f, ok := err.(fault.Fault); !ok || f.Code() != batch.ErrRange {
		t.Errorf("the largest of both: %v", err)
	} else if node, _ := f.Arg("node"); node == "" {
		t.Error("the criterion is not named")
	}
}

// rounds is n, or a fifth of it under -short: a race or a word of 32 bits shows in the first.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return max(n/5, 1)
	}
	return n
}
