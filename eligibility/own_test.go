package eligibility_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

func TestWhatANodeGaveAwayIsTheCallersOwn(t *testing.T) {
	kid, other := el.Always(el.Criterion{ID: "kid"}), el.Never(el.Criterion{ID: "other"})
	kids := []*el.Node{kid}
	n := el.All(el.Criterion{ID: "all"}, kids...)
	kids[0] = other
	n.Below()[0] = other
	n.Spec().Kids[0] = other
	if got := n.Below(); len(got) != 1 || got[0] != kid {
		t.Error("the node changed with a list of somebody else")
	}
	count := el.CountOf(el.Criterion{ID: "count"}, el.Members, other, kid, "at_least", 1)
	count.Below()[1] = other
	if got := count.Below(); got[0] != other || got[1] != kid {
		t.Error("the quantifier changed with a list of somebody else")
	}
}

// family is two people, the second a relative of the first.
func family(t *testing.T) *el.Case {
	t.Helper()
	c := el.NewCase(kit.Dictionary())
	for range 3 {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.AddTie(0, 1); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestACloneSharesNothing(t *testing.T) {
	c := family(t)
	d := c.Clone()
	for _, tie := range [][2]int{{0, 2}, {1, 0}} {
		if _, err := d.AddTie(tie[0], tie[1]); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.AddPerson(); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{d.Put("p.yes", 0, el.Bool(true), false), d.Put("t.close", 0, el.Bool(true), true), d.Put("h.yes", 0, el.Bool(true), true)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if c.People() != 3 || c.Ties() != 1 || c.KinOf(0) != 1 || c.KinOf(1) != 0 || c.Unverified() != 0 {
		t.Errorf("%d people, %d ties, %d and %d kin, %d unverified", c.People(), c.Ties(), c.KinOf(0), c.KinOf(1), c.Unverified())
	}
	for _, k := range []el.FactKey{"p.yes", "t.close", "h.yes"} {
		if _, known, _ := c.Get(k, 0); known {
			t.Errorf("%s became known", k)
		}
	}
	// The other way round, and what both add does not meet.
	if _, err := c.AddTie(0, 2); err != nil {
		t.Fatal(err)
	}
	if tie, kin := c.TieFrom(0, 1); tie != 1 || kin != 2 || d.KinOf(0) != 2 || d.Ties() != 3 {
		t.Errorf("tie %d to %d; the clone has %d kin of %d ties", tie, kin, d.KinOf(0), d.Ties())
	}
}

func TestSetTakesWhatGetReturns(t *testing.T) {
	day := el.PackDay(cal.MustParse("2024-02-29"))
	for _, x := range []struct {
		fact el.FactKey
		good []int64
		bad  []int64
	}{
		{"p.yes", []int64{0, 1}, []int64{-1, 2}},
		{"p.count", []int64{0, el.MaxCount}, []int64{-1, el.MaxCount + 1}},
		{"p.wages", []int64{-el.MaxMoney, 0, el.MaxMoney}, []int64{-el.MaxMoney - 1, el.MaxMoney + 1}},
		{"p.birth", []int64{day, day + 1, 10_000 << 9}, []int64{-1, 0, 10_000<<9 + 1}},
		{"p.word", []int64{0, 2}, []int64{-1, 3}},
		{"p.pairs", []int64{0, 1 << 9, 1 << 60, int64(el.PairBits(el.Severe(el.SevereGrades())...))}, []int64{-1, 1, 1 << 8, 1 << 13, 1 << 16, 1 << 61, 1 << 62}},
	} {
		for _, n := range x.good {
			c := family(t)
			if err := c.Set(x.fact, 2, n); err != nil {
				t.Errorf("%s %d: %v", x.fact, n, err)
			}
			if got, known, verified := c.Get(x.fact, 2); got != n || !known || verified {
				t.Errorf("%s %d: %d %v %v", x.fact, n, got, known, verified)
			}
			c.Datum(x.fact, 2) // has a value for whatever Set took
			if c.Unverified() != 1 {
				t.Errorf("%s: %d unverified", x.fact, c.Unverified())
			}
		}
		for _, n := range x.bad {
			c := family(t)
			if err := c.Set(x.fact, 2, n); !errors.Is(err, el.ErrValue) {
				t.Errorf("%s %d: %v", x.fact, n, err)
			}
			if _, known, _ := c.Get(x.fact, 2); known || c.Unverified() != 0 {
				t.Errorf("%s %d became known", x.fact, n)
			}
		}
	}
}

// What Set takes is what Put puts: every value of a fact comes back.
func TestSetOfWhatWasPutChangesNothing(t *testing.T) {
	for seed := range uint64(200) {
		c := family(t)
		for f := range c.Dictionary().All() {
			if err := c.Put(f.Key, 0, kit.Datum(f, seed), true); err != nil {
				t.Fatal(err)
			}
			d, _, _ := c.Datum(f.Key, 0)
			n, _, _ := c.Get(f.Key, 0)
			if err := c.Set(f.Key, 0, n); err != nil {
				t.Errorf("%s: %v", f.Key, err)
			}
			if e, known, verified := c.Datum(f.Key, 0); e != d || !known || !verified {
				t.Errorf("%s: %s", f.Key, cmp.Diff(d.Any(), e.Any()))
			}
		}
	}
}

func TestAmountsAtTheBounds(t *testing.T) {
	c := family(t)
	for _, x := range []struct {
		fen int64
		ok  bool
	}{{el.MaxMoney, true}, {-el.MaxMoney, true}, {el.MaxMoney + 1, false}, {-el.MaxMoney - 1, false}} {
		_ = c.Forget("p.wages", 0)
		if err := c.Put("p.wages", 0, el.Money(money.Fen(x.fen)), true); (err == nil) != x.ok {
			t.Errorf("%d: %v", x.fen, err)
		}
	}
}

func TestAFactAddedIsNamedByItsPlaceAmongThoseAdded(t *testing.T) {
	d := kit.Dictionary()
	good := el.Fact{Key: "moxian:boats", Scope: el.PerPerson, Kind: el.CountFact, ZH: "船数", EN: "boats"}
	_, err := d.With(good, el.Fact{Key: "p.yes", Scope: el.PerPerson, Kind: el.BoolFact, ZH: "是", EN: "yes"}, good)
	var got []string
	for _, f := range fault.Of(err) {
		got = append(got, f.Path()+" "+string(f.Code()))
	}
	if diff := cmp.Diff([]string{"facts[1].key ELIGIBILITY-TWICE", "facts[2].key ELIGIBILITY-TWICE"}, got); diff != "" {
		t.Error(diff)
	}
	more, err := d.With(good)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := d.Lookup(good.Key); ok || more.Len(el.PerPerson) != d.Len(el.PerPerson)+1 {
		t.Error("the dictionary that was added to has changed, or the fact is not in the other")
	}
}
