package eligibility_test

import (
	"errors"
	"math"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// onePerKind is a dictionary with a fact of a person for every kind, and one of a tie.
func onePerKind(t *testing.T) *eligibility.Dictionary {
	t.Helper()
	var facts []eligibility.Fact
	for k := range eligibility.FactKinds().All() {
		f := eligibility.Fact{Key: eligibility.FactKey("person." + k.Key), Scope: eligibility.PerPerson, Kind: k.Key, ZH: k.ZH, EN: k.EN}
		if k.Key == eligibility.WordFact {
			f.Words = []eligibility.Word{{Key: "a", ZH: "甲", EN: "a"}, {Key: "b", ZH: "乙", EN: "b"}}
		}
		facts = append(facts, f)
	}
	facts = append(facts, eligibility.Fact{Key: "tie.near", Scope: eligibility.PerTie, Kind: eligibility.BoolFact, ZH: "同住", EN: "lives near"})
	d, err := eligibility.NewDictionary(facts...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// couple is a case of two people, each tied to the other.
func couple(t *testing.T) *eligibility.Case {
	t.Helper()
	c := eligibility.NewCase(onePerKind(t))
	for range 2 {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	for owner := range 2 {
		if tie, err := c.AddTie(owner, 1-owner); err != nil || tie != owner {
			t.Fatal(tie, err)
		}
	}
	return c
}

func TestACaseWithoutADictionaryTakesNothing(t *testing.T) {
	for name, c := range map[string]*eligibility.Case{"zero": {}, "of nil": eligibility.NewCase(nil), "cloned": new(eligibility.Case).Clone()} {
		_, err := c.AddPerson()
		for _, err := range []error{err, c.Put(eligibility.HouseholdArea, 0, eligibility.WordOf(eligibility.Rural), true),
			c.Set(eligibility.HouseholdArea, 0, 1), c.Forget(eligibility.HouseholdArea, 0)} {
			if !errors.Is(err, eligibility.ErrDictionary) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := c.AddTie(0, 1); !errors.Is(err, eligibility.ErrRow) {
			t.Errorf("%s: a tie of nobody: %v", name, err)
		}
		_, known, _ := c.Get(eligibility.HouseholdArea, 0)
		if _, also, _ := c.Datum(eligibility.HouseholdArea, 0); known || also || c.Dictionary() != nil {
			t.Errorf("%s: something is known", name)
		}
	}
}

func TestACaseRefusesWhatIsNotThere(t *testing.T) {
	c := couple(t)
	yes := eligibility.Bool(true)
	for _, k := range []struct {
		key   eligibility.FactKey
		row   int
		datum eligibility.Datum
		want  error
	}{
		{"person.none", 0, yes, eligibility.ErrFact},
		{"person.bool", 2, yes, eligibility.ErrRow},
		{"person.bool", -1, yes, eligibility.ErrRow},
		{"tie.near", 2, yes, eligibility.ErrRow},
		{eligibility.MembersComplete, 1, yes, eligibility.ErrRow},
		{"person.bool", 0, eligibility.Count(1), eligibility.ErrKind},
		{"person.bool", 0, eligibility.Datum{}, eligibility.ErrKind},
		{"person.count", 0, eligibility.Count(-1), eligibility.ErrValue},
		{"person.count", 0, eligibility.Count(eligibility.MaxCount + 1), eligibility.ErrValue},
		{"person.money", 0, eligibility.Money(money.Fen(eligibility.MaxMoney + 1)), eligibility.ErrValue},
		{"person.money", 0, eligibility.Money(money.Fen(-eligibility.MaxMoney - 1)), eligibility.ErrValue},
		{"person.date", 0, eligibility.Day(cal.Date{}), eligibility.ErrValue},
		{"person.pairs", 0, eligibility.PairsOf(eligibility.Pair{Kind: "tail", Grade: identity.GradeOne}), eligibility.ErrValue},
		{"person.word", 0, eligibility.WordOf("c"), eligibility.ErrWord},
		{"person.word", 0, eligibility.WordOf(""), eligibility.ErrWord},
	} {
		if err := c.Put(k.key, k.row, k.datum, true); !errors.Is(err, k.want) {
			t.Errorf("%s of row %d: %v, want %v", k.key, k.row, err, k.want)
		}
		if _, known, _ := c.Get(k.key, k.row); known {
			t.Errorf("%s of row %d is known all the same", k.key, k.row)
		}
		if k.want == eligibility.ErrFact || k.want == eligibility.ErrRow {
			if err := c.Set(k.key, k.row, 1); !errors.Is(err, k.want) {
				t.Errorf("Set: %v", err)
			}
			if err := c.Forget(k.key, k.row); !errors.Is(err, k.want) {
				t.Errorf("Forget: %v", err)
			}
		}
	}
	if err := c.Put("person.bool", 0, yes, false); err != nil {
		t.Fatal(err)
	}
	if err := c.Put("person.bool", 0, eligibility.Bool(false), true); !errors.Is(err, eligibility.ErrTwice) {
		t.Error(err)
	}
	if n, known, verified := c.Get("person.bool", 0); n != 1 || !known || verified {
		t.Error("a refused fact changed the case")
	}
}

func TestBoundsAreIncluded(t *testing.T) {
	for _, d := range []eligibility.Datum{eligibility.Count(0), eligibility.Count(eligibility.MaxCount),
		eligibility.Money(money.Fen(eligibility.MaxMoney)), eligibility.Money(money.Fen(-eligibility.MaxMoney))} {
		if !d.Valid() {
			t.Errorf("%v is refused", d.Any())
		}
	}
	if (eligibility.Datum{}).Valid() || eligibility.Count(5).Kind() != eligibility.CountFact {
		t.Error("a datum without a maker is valid, or has lost its kind")
	}
}

func TestTiesJoinTwoPeopleOnce(t *testing.T) {
	c := couple(t)
	for _, k := range []struct {
		owner, kin int
		want       error
	}{{0, 0, eligibility.ErrRow}, {-1, 0, eligibility.ErrRow}, {0, -1, eligibility.ErrRow}, {2, 0, eligibility.ErrRow}, {0, 2, eligibility.ErrRow}, {0, 1, eligibility.ErrTwice}} {
		if _, err := c.AddTie(k.owner, k.kin); !errors.Is(err, k.want) {
			t.Errorf("%d to %d: %v", k.owner, k.kin, err)
		}
	}
	if c.People() != 2 || c.Ties() != 2 || c.KinOf(0) != 1 {
		t.Error(c.People(), c.Ties(), c.KinOf(0))
	}
	if owner, kin := c.TieOf(1); owner != 1 || kin != 0 {
		t.Error(owner, kin)
	}
	if tie, kin := c.TieFrom(1, 0); tie != 1 || kin != 0 {
		t.Error(tie, kin)
	}
}

func TestACaseHasRoomForSoManyPeopleAndTies(t *testing.T) {
	c := eligibility.NewCase(onePerKind(t))
	for range eligibility.MaxPeople {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.AddPerson(); !errors.Is(err, eligibility.ErrTooMany) {
		t.Error(err)
	}
	n := 0
	for owner := range c.People() {
		for kin := range c.People() {
			if owner == kin || n == eligibility.MaxTies {
				continue
			}
			if _, err := c.AddTie(owner, kin); err != nil {
				t.Fatal(err)
			}
			n++
		}
	}
	if _, err := c.AddTie(63, 0); n != eligibility.MaxTies || !errors.Is(err, eligibility.ErrTooMany) {
		t.Error(n, err)
	}
}

// Unverified counts what is known and not verified, through every way a fact comes and goes.
func TestUnverifiedFactsAreCounted(t *testing.T) {
	c := couple(t)
	count := func(want int) {
		t.Helper()
		if c.Unverified() != want {
			t.Errorf("%d unverified, want %d", c.Unverified(), want)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(c.Put("person.bool", 0, eligibility.Bool(true), true))
	count(0)
	must(c.Put("person.count", 0, eligibility.Count(3), false))
	count(1)
	must(c.Set("person.count", 0, 4))
	must(c.Set("person.bool", 0, 0))
	count(1) // Set changes what is known and leaves how well
	must(c.Set("tie.near", 1, 1))
	count(2)
	must(c.Forget("person.bool", 0))
	must(c.Forget("person.date", 0)) // unknown already
	count(2)
	must(c.Forget("tie.near", 1))
	must(c.Forget("person.count", 0))
	count(0)
	if _, known, _ := c.Get("person.count", 0); known {
		t.Error("a forgotten fact is known")
	}
}

func TestAPackedDayComesBack(t *testing.T) {
	for _, text := range []string{"0001-01-01", "1950-12-31", "2024-02-29", "9999-12-31"} {
		if d := cal.MustParse(text); eligibility.UnpackDay(eligibility.PackDay(d)) != d {
			t.Errorf("%s is another day", text)
		}
	}
	for _, n := range []int64{0, -1, 1 << 50, (1<<32+2024)<<9 | 1<<5 | 1, math.MaxInt64, math.MinInt64} {
		if d := eligibility.UnpackDay(n); !d.IsZero() {
			t.Errorf("%d is %s", n, d)
		}
	}
}

// What an evaluator reads of a row is what Get says.
func TestRowsSayWhatGetSays(t *testing.T) {
	c := couple(t)
	for _, err := range []error{c.Put("person.count", 1, eligibility.Count(7), true), c.Put("person.bool", 1, eligibility.Bool(true), false),
		c.Put("tie.near", 1, eligibility.Bool(true), true), c.Put(eligibility.MembersComplete, 0, eligibility.Bool(true), false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	slots := [3]int{}
	for f := range c.Dictionary().All() {
		s := f.Scope.Index()
		r, at := [3]*eligibility.Row{c.Household(), c.Person(1), c.Tie(1)}[s], [3]int{0, 1, 1}[s]
		n, known, verified := c.Get(f.Key, at)
		if r.Number(slots[s]) != n || r.Known(slots[s], false) != known || r.Known(slots[s], true) != verified ||
			r.Holds(0, 1<<slots[s], false) != known || r.Holds(0, 1<<slots[s], true) != verified {
			t.Errorf("%s: the row says something else than %d, %v, %v", f.Key, n, known, verified)
		}
		slots[s]++
	}
	if r := c.Person(1); !r.Holds(0, 0, true) || r.Holds(0, ^uint64(0), false) {
		t.Error("no facts are always known, all facts never")
	}
}
