package combine

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The programmes of the tests are invented (虚构): each has one letter, and home is one of the household.
const home = "home"

func source() vocab.Source {
	return vocab.Source{Document: "虚构并享办法", Article: "第一条", Provenance: vocab.Fictitious}
}

// world is a law over programmes with these rules, a case of so many people, and what its people hold.
type world struct {
	t     testing.TB
	law   *statutes.Law
	c     *eligibility.Case
	found []eligibility.Assessment
	all   []int
}

func rule(a eligibility.ProgrammeID, r eligibility.StackingRule, b eligibility.ProgrammeID) eligibility.Stacking {
	return eligibility.Stacking{A: a, B: b, Rule: r, ZH: "规则", EN: "rule", Source: source()}
}

func newWorld(t testing.TB, people int, programmes []eligibility.ProgrammeID, rules ...eligibility.Stacking) *world {
	t.Helper()
	var fs []eligibility.Fact
	act := eligibility.Act{ID: "act", ZH: "虚构办法", EN: "invented", Source: source(), Force: cal.Since(cal.MustParse("2020-01-01")), Stackings: rules}
	for _, p := range programmes {
		fs = append(fs, eligibility.Fact{Key: eligibility.HoldsFact(p), Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "享有", EN: "holds"},
			eligibility.Fact{Key: PaidFact(p), Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "实发", EN: "paid"})
		unit := eligibility.PerPerson
		if p == home {
			unit = eligibility.PerHousehold
		}
		prog := eligibility.Programme{ID: p, ZH: "项目", EN: "programme", Unit: unit, Source: source(),
			Root: eligibility.Always(eligibility.Criterion{ID: "always", ZH: "总", EN: "always", Source: source()})}
		if p == "child" { // takes off what is paid for a and home
			var deduct []eligibility.FactKey
			for _, q := range []eligibility.ProgrammeID{"a", home} {
				if slices.Contains(programmes, q) {
					deduct = append(deduct, PaidFact(q))
				}
			}
			prog.Pay = &eligibility.Pay{Source: source(), Deduct: eligibility.Total(deduct...), Parts: []eligibility.Part{{
				Criterion: eligibility.Criterion{ID: "pay", ZH: "标准", EN: "standard", Source: source()}, Kind: eligibility.PayFixed,
				Limit: eligibility.Yuan(money.Fen(100000))}}}
		}
		act.Programmes = append(act.Programmes, prog)
	}
	d, err := eligibility.NewDictionary(fs...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := statutes.New(d, nil, act)
	if err != nil {
		t.Fatal(err)
	}
	law, err := s.At(statutes.Query{On: cal.MustParse("2026-01-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, law: law, c: eligibility.NewCase(d)}
	for i := range people {
		if _, err := w.c.AddPerson(); err != nil {
			t.Fatal(err)
		}
		w.all = append(w.all, i)
	}
	return w
}

func yuan(n int64) known.Value[money.Amount] { return known.Of(money.Fen(n * 100)) }

func (w *world) finds(p eligibility.ProgrammeID, row int, r eligibility.Result, amount known.Value[money.Amount]) *world {
	w.found = append(w.found, eligibility.Assessment{Programme: p, Row: row, Result: r, Amount: amount, Law: w.law.Fingerprint()})
	return w
}

func (w *world) fits(p eligibility.ProgrammeID, row int, amount int64) *world {
	return w.finds(p, row, eligibility.Eligible, yuan(amount))
}

func (w *world) holds(p eligibility.ProgrammeID, row int, paid int64) *world {
	w.t.Helper()
	if err := w.c.Put(eligibility.HoldsFact(p), row, eligibility.Bool(true), true); err != nil {
		w.t.Fatal(err)
	}
	if paid >= 0 {
		if err := w.c.Put(PaidFact(p), row, eligibility.Money(money.Fen(paid*100)), true); err != nil {
			w.t.Fatal(err)
		}
	}
	return w
}

func (w *world) plan() Plan {
	w.t.Helper()
	p, err := Combine(w.law, w.c, w.all, w.found)
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

func (p *Plan) name(i int) string {
	return fmt.Sprintf("%s@%d", p.Claims[i].Programme, p.Claims[i].Row)
}

func (p *Plan) names(is []int) (out []string) {
	for _, i := range is {
		out = append(out, p.name(i))
	}
	return out
}

// ways prints the ways of all choices: "a@0 c@0 = 120.00 (not b@0)".
func (p *Plan) ways() (out []string) {
	for _, c := range p.Choices {
		for _, w := range c.Ways {
			out = append(out, fmt.Sprintf("%v = %v not %v", p.names(w.Keep), w.Monthly, p.names(w.GiveUp)))
		}
	}
	return out
}

func wantWays(t *testing.T, p Plan, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, p.ways()); diff != "" {
		t.Error(diff)
	}
}

func TestHeldTogether(t *testing.T) {
	w := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b"}, rule("a", eligibility.HeldTogether, "b")).fits("a", 0, 10).fits("b", 0, 20)
	p := w.plan()
	want := []Claim{{Programme: "a", Result: eligibility.Eligible, Amount: yuan(10)}, {Programme: "b", Result: eligibility.Eligible, Amount: yuan(20)}}
	if diff := cmp.Diff(want, p.Claims, cmp.Comparer(known.Value[money.Amount].Equal)); diff != "" {
		t.Error(diff)
	}
	if len(p.Effects) != 1 || p.Effects[0].Rule.ZH != "规则" || p.Effects[0].Open || p.Effects[0].Ended || p.Effects[0].Amount.Known() {
		t.Errorf("effects %+v", p.Effects)
	}
	if p.Choices != nil || p.Unruled != nil || p.Ended() != nil {
		t.Errorf("a plan without any conflict: %+v", p)
	}
}

func TestChoice(t *testing.T) {
	p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b"}, rule("a", eligibility.Choose, "b")).fits("a", 0, 10).fits("b", 0, 20).plan()
	wantWays(t, p, "[a@0] = 10.00 not [b@0]", "[b@0] = 20.00 not [a@0]")
	for _, r := range []eligibility.StackingRule{eligibility.HigherOf, eligibility.Excludes} {
		q := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b"}, rule("a", r, "b")).fits("a", 0, 10).fits("b", 0, 20).plan()
		if diff := cmp.Diff(p.ways(), q.ways()); diff != "" {
			t.Errorf("%s: %s", r, diff)
		}
	}
}

func TestHeldExcluderEndsTheOther(t *testing.T) {
	excl := rule("a", eligibility.Excludes, "b")
	t.Run("eligible", func(t *testing.T) {
		p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b"}, excl).holds("a", 0, 5).fits("b", 0, 20).plan()
		if diff := cmp.Diff([]string{"b@0"}, p.names(p.Ended())); diff != "" || !p.Effects[0].Ended {
			t.Error(diff)
		}
		wantWays(t, p)
	})
	t.Run("the other way round it is a choice", func(t *testing.T) {
		p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b"}, excl).fits("a", 0, 5).holds("b", 0, 20).plan()
		if p.Ended() != nil {
			t.Error("nothing has begun that ends b")
		}
		wantWays(t, p, "[a@0] = 5.00 not [b@0]", "[b@0] = 20.00 not [a@0]")
	})
	t.Run("what is ended ends nothing", func(t *testing.T) {
		p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b", "c"}, excl, rule("b", eligibility.Excludes, "c")).
			holds("a", 0, 1).holds("b", 0, 1).holds("c", 0, 1).plan()
		if diff := cmp.Diff([]string{"b@0"}, p.names(p.Ended())); diff != "" {
			t.Error(diff)
		}
		wantWays(t, p)
	})
	t.Run("a circle is a choice", func(t *testing.T) {
		p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b", "c"}, excl, rule("b", eligibility.Excludes, "c"), rule("c", eligibility.Excludes, "a")).
			holds("a", 0, 1).holds("b", 0, 2).holds("c", 0, 3).plan()
		if p.Ended() != nil {
			t.Error("nothing ends of itself")
		}
		wantWays(t, p, "[a@0] = 1.00 not [b@0 c@0]", "[b@0] = 2.00 not [a@0 c@0]", "[c@0] = 3.00 not [a@0 b@0]")
	})
}

func TestOpenClaims(t *testing.T) {
	p := newWorld(t, 1, []eligibility.ProgrammeID{"a", "b", "c"}, rule("a", eligibility.Choose, "b"), rule("a", eligibility.Excludes, "c")).
		holds("a", 0, 5).finds("b", 0, eligibility.NeedFacts, known.Value[money.Amount]{}).finds("c", 0, eligibility.NotEligible, yuan(3)).plan()
	if len(p.Claims) != 2 {
		t.Fatalf("what is not eligible is no claim: %+v", p.Claims)
	}
	if !p.Effects[0].Open || p.Claims[1].Certain() || !p.Claims[0].Certain() {
		t.Errorf("b is open: %+v", p.Effects)
	}
	wantWays(t, p)
}

func TestUnruled(t *testing.T) {
	p := newWorld(t, 2, []eligibility.ProgrammeID{"a", "b"}).fits("a", 0, 1).fits("b", 0, 1).fits("b", 1, 1).plan()
	if diff := cmp.Diff([]Pair{{0, 1}}, p.Unruled); diff != "" {
		t.Error(diff, "benefits of two people are no pair")
	}
}

func TestDifference(t *testing.T) {
	diff := rule("child", eligibility.Difference, "a")
	programmes := []eligibility.ProgrammeID{"a", "child"}
	amount := func(p Plan) string { return p.Effects[0].Amount.String() }
	if got := amount(newWorld(t, 1, programmes, diff).fits("a", 0, 300).fits("child", 0, 1000).plan()); got != "700.00" {
		t.Errorf("both begin: %s", got)
	}
	if got := amount(newWorld(t, 1, programmes, diff).holds("a", 0, 300).fits("child", 0, 700).plan()); got != "700.00" {
		t.Errorf("the assessment took off what is held: %s", got)
	}
	if got := amount(newWorld(t, 1, programmes, diff).fits("a", 0, 1300).fits("child", 0, 1000).plan()); got != "0.00" {
		t.Errorf("never below nothing: %s", got)
	}
	if got := amount(newWorld(t, 1, programmes, diff).holds("a", 0, 1300).fits("child", 0, 0).plan()); got != "不详" {
		t.Errorf("a floor of nothing does not say how much was taken off: %s", got)
	}
	if got := amount(newWorld(t, 1, programmes, diff).holds("a", 0, -1).fits("child", 0, 700).plan()); got != "不详" {
		t.Errorf("what is held without an amount: %s", got)
	}
}

func TestChooseOrDifference(t *testing.T) {
	rules := []eligibility.Stacking{rule("child", eligibility.ChooseOrDifference, "a"), rule("a", eligibility.Excludes, "b"),
		rule("child", eligibility.ChooseOrDifference, "b")}
	programmes := []eligibility.ProgrammeID{"a", "b", "child"}
	t.Run("nothing held", func(t *testing.T) {
		p := newWorld(t, 1, programmes, rules...).fits("a", 0, 300).fits("b", 0, 100).fits("child", 0, 1000).plan()
		wantWays(t, p, "[a@0 child@0] = 1000.00 not [b@0]", "[b@0 child@0] = 1000.00 not [a@0]", "[child@0] = 1000.00 not [a@0 b@0]")
	})
	t.Run("a held and taken off", func(t *testing.T) {
		p := newWorld(t, 1, programmes, rules...).holds("a", 0, 300).fits("child", 0, 700).plan()
		wantWays(t, p, "[a@0 child@0] = 1000.00 not []", "[child@0] = 1000.00 not [a@0]")
	})
	t.Run("more than the standard is held", func(t *testing.T) {
		p := newWorld(t, 1, programmes, rules...).fits("a", 0, 1500).fits("child", 0, 1000).plan()
		wantWays(t, p, "[a@0 child@0] = 1500.00 not []", "[child@0] = 1000.00 not [a@0]")
	})
}

func TestHouseholdBenefits(t *testing.T) {
	programmes := []eligibility.ProgrammeID{home, "a"}
	t.Run("one member leaves it", func(t *testing.T) {
		w := newWorld(t, 3, programmes, rule("a", eligibility.Excludes, home)).fits(home, 0, 900).fits("a", 1, 500)
		w.all = []int{0, 1}
		p := w.plan()
		if diff := cmp.Diff([]string{"home@0", "home@1", "a@1"}, p.names([]int{0, 1, 2})); diff != "" || len(p.Claims) != 3 {
			t.Fatalf("%s: row 2 is no member", diff)
		}
		wantWays(t, p, "[home@1] = 不详 not [a@1]", "[a@1] = 500.00 not [home@1]")
	})
	t.Run("the only member has all of it", func(t *testing.T) {
		p := newWorld(t, 1, programmes, rule("a", eligibility.Excludes, home)).fits(home, 0, 900).fits("a", 0, 500).plan()
		wantWays(t, p, "[home@0] = 900.00 not [a@0]", "[a@0] = 500.00 not [home@0]")
	})
	t.Run("a recorded share is known", func(t *testing.T) {
		p := newWorld(t, 2, programmes, rule("a", eligibility.Excludes, home)).holds(home, 0, 400).holds(home, 1, 450).fits("a", 1, 500).plan()
		wantWays(t, p, "[home@1] = 450.00 not [a@1]", "[a@1] = 500.00 not [home@1]")
	})
	t.Run("rules inside one household", func(t *testing.T) {
		r := rule("a", eligibility.Choose, "b")
		programmes := []eligibility.ProgrammeID{"a", "b"}
		if p := newWorld(t, 2, programmes, r).fits("a", 0, 1).fits("b", 1, 1).plan(); p.Choices != nil {
			t.Error("of two people the rule says nothing")
		}
		r.SameHousehold = true
		p := newWorld(t, 2, programmes, r).fits("a", 0, 1).fits("b", 1, 2).plan()
		wantWays(t, p, "[a@0] = 1.00 not [b@1]", "[b@1] = 2.00 not [a@0]")
	})
}

// TestSymmetry has the same plan come of assessments in any order, and of a choice with its sides exchanged.
func TestSymmetry(t *testing.T) {
	programmes := []eligibility.ProgrammeID{"a", "b", "c", "child", home}
	rules := []eligibility.Stacking{rule("a", eligibility.Choose, "b"), rule("b", eligibility.Choose, "c"), rule("child", eligibility.ChooseOrDifference, "a"),
		rule("c", eligibility.HigherOf, home)}
	build := func(rules []eligibility.Stacking) *world {
		return newWorld(t, 2, programmes, rules...).fits("a", 0, 1).fits("b", 0, 2).fits("c", 0, 3).fits("child", 0, 9).fits(home, 0, 4).fits("c", 1, 5)
	}
	w := build(rules)
	want := w.plan()
	if len(want.Choices) == 0 {
		t.Fatal("nothing to compare")
	}
	for i := range w.found {
		slices.Reverse(w.found[:i+1])
		slices.Reverse(w.all)
		if diff := cmp.Diff(want, w.plan(), cmp.Comparer(known.Value[money.Amount].Equal), cmp.AllowUnexported(cal.Period{}, cal.Date{})); diff != "" {
			t.Fatalf("another order: %s", diff)
		}
	}
	other := slices.Clone(rules)
	for i, r := range other {
		if r.Rule == eligibility.Choose || r.Rule == eligibility.HigherOf {
			other[i].A, other[i].B = r.B, r.A
		}
	}
	got := build(other).plan()
	if diff := cmp.Diff(want.ways(), got.ways()); diff != "" {
		t.Errorf("sides exchanged: %s", diff)
	}
}

func TestErrors(t *testing.T) {
	w := newWorld(t, 1, []eligibility.ProgrammeID{"a", home}).fits("a", 0, 1)
	for name, tc := range map[string]struct {
		change func()
		want   fault.Code
	}{
		"unknown programme":      {func() { w.found[0].Programme = "x" }, ErrProgramme},
		"another law":            {func() { w.found[0].Law[0]++ }, ErrLaw},
		"no such person":         {func() { w.found[0].Row = 1 }, ErrRow},
		"household in a row":     {func() { w.found[0].Programme, w.found[0].Row = home, 1 }, ErrRow},
		"assessed twice":         {func() { w.found = append(w.found, w.found[0]) }, ErrTwice},
		"member twice":           {func() { w.all = []int{0, 0} }, ErrTwice},
		"no such member":         {func() { w.all = []int{7} }, ErrRow},
		"negative member":        {func() { w.all = []int{-1} }, ErrRow},
		"case of another tongue": {func() { w.c = newWorld(t, 1, nil).c }, ErrLaw},
		"no case":                {func() { w.c = nil }, ErrLaw},
	} {
		t.Run(name, func(t *testing.T) {
			found, all, c := slices.Clone(w.found), w.all, w.c
			defer func() { w.found, w.all, w.c = found, all, c }()
			tc.change()
			if _, err := Combine(w.law, w.c, w.all, w.found); !errors.Is(err, tc.want) {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
	if _, err := Combine(nil, w.c, w.all, w.found); !errors.Is(err, ErrLaw) {
		t.Errorf("no law: got %v, want %s", err, ErrLaw)
	}
	var many []eligibility.ProgrammeID
	var rules []eligibility.Stacking
	for i := range maxDependent + 1 {
		many = append(many, eligibility.ProgrammeID(fmt.Sprintf("p%d", i)))
		if i > 0 {
			rules = append(rules, rule(many[i-1], eligibility.Choose, many[i]))
		}
	}
	big := newWorld(t, 1, many, rules...)
	for _, p := range many {
		big.fits(p, 0, 1)
	}
	if _, err := Combine(big.law, big.c, big.all, big.found); !errors.Is(err, ErrTooMany) {
		t.Errorf("got %v, want %s", err, ErrTooMany)
	}
	big.found = big.found[1:]
	if _, err := Combine(big.law, big.c, big.all, big.found); err != nil {
		t.Errorf("as many as can be weighed: %v", err)
	}
}

func TestFaultsAreTranslated(t *testing.T) {
	for _, code := range []fault.Code{ErrLaw, ErrProgramme, ErrRow, ErrTwice, ErrTooMany} {
		if f := Faults().New(code); f.Error() == "" {
			t.Errorf("%s has no text", code)
		}
	}
}
