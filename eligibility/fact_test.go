package eligibility_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// boat is a good fact, to be spoilt.
func boat() eligibility.Fact {
	return eligibility.Fact{Key: "moxian:boat", Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, ZH: "有渔船", EN: "owns a boat"}
}

func TestEveryProblemOfADictionaryIsReportedByPath(t *testing.T) {
	words := func(keys ...string) (ws []eligibility.Word) {
		for _, k := range keys {
			ws = append(ws, eligibility.Word{Key: k, ZH: "某", EN: "some"})
		}
		return ws
	}
	many := make([]string, 251)
	for i := range many {
		many[i] = "w" + strconv.Itoa(i)
	}
	nameless := words("a")
	nameless[0].ZH = ""
	of := func(spoil func(f *eligibility.Fact)) eligibility.Fact { f := boat(); spoil(&f); return f }
	word := func(ws []eligibility.Word) eligibility.Fact {
		return of(func(f *eligibility.Fact) { f.Kind, f.Words = eligibility.WordFact, ws })
	}
	for _, k := range []struct {
		fact eligibility.Fact
		path string
		code fault.Code
	}{
		{of(func(f *eligibility.Fact) { f.Key = "" }), "facts[0].key", eligibility.ErrKey},
		{of(func(f *eligibility.Fact) { f.Key = "渔船" }), "facts[0].key", eligibility.ErrKey},
		{of(func(f *eligibility.Fact) { f.Key = eligibility.HouseholdArea }), "facts[0].key", eligibility.ErrTwice},
		{of(func(f *eligibility.Fact) { f.Scope = "" }), "facts[0].scope", eligibility.ErrScope},
		{of(func(f *eligibility.Fact) { f.Scope = "village" }), "facts[0].scope", eligibility.ErrScope},
		{of(func(f *eligibility.Fact) { f.ZH = "" }), "facts[0].zh", eligibility.ErrName},
		{of(func(f *eligibility.Fact) { f.EN = "" }), "facts[0].zh", eligibility.ErrName},
		{of(func(f *eligibility.Fact) { f.Kind = "" }), "facts[0].kind", eligibility.ErrKind},
		{of(func(f *eligibility.Fact) { f.Kind = "float" }), "facts[0].kind", eligibility.ErrKind},
		{of(func(f *eligibility.Fact) { f.Kind, f.Judgement = eligibility.CountFact, true }), "facts[0].judgement", eligibility.ErrKind},
		{of(func(f *eligibility.Fact) { f.Words = words("a") }), "facts[0].words", eligibility.ErrWords},
		{word(nil), "facts[0].words", eligibility.ErrWords},
		{word(words("a", "a")), "facts[0].words", eligibility.ErrWords},
		{word(words("")), "facts[0].words", eligibility.ErrWords},
		{word(nameless), "facts[0].words", eligibility.ErrWords},
		{word(words(many...)), "facts[0].words", eligibility.ErrWords},
	} {
		_, err := eligibility.NewDictionary(k.fact)
		var l fault.List
		if !errors.As(err, &l) || len(l) != 1 || l[0].Path() != k.path || l[0].Code() != k.code {
			t.Errorf("%+v: %v, want %s at %s", k.fact, err, k.code, k.path)
		}
	}
	if _, err := eligibility.NewDictionary(boat(), word(words(many[:250]...))); !errors.Is(err, eligibility.ErrTwice) {
		t.Error(err)
	}
	two := boat()
	two.Key, two.Kind, two.Words = "moxian:gear", eligibility.WordFact, words(many[:250]...)
	if _, err := eligibility.NewDictionary(boat(), two); err != nil {
		t.Error(err)
	}
}

func TestADictionaryHoldsSoManyFactsOfEachScope(t *testing.T) {
	var facts []eligibility.Fact
	for i := range 513 {
		f := boat()
		f.Key, f.Scope = eligibility.FactKey("tie.f"+strconv.Itoa(i)), eligibility.PerTie
		facts = append(facts, f)
	}
	d, err := eligibility.NewDictionary(facts[:512]...)
	if err != nil || d.Len(eligibility.PerTie) != 512 || d.Len(eligibility.PerHousehold) != 2 || d.Len(eligibility.PerPerson) != 1 || d.Len("") != 0 {
		t.Fatal(err)
	}
	if _, err = eligibility.NewDictionary(facts...); !errors.Is(err, eligibility.ErrTooMany) {
		t.Error(err)
	}
}

func TestADictionaryKeepsItsFactsToItself(t *testing.T) {
	f := boat()
	f.Kind, f.Words = eligibility.WordFact, []eligibility.Word{{Key: "wood", ZH: "木船", EN: "of wood"}}
	d, err := eligibility.NewDictionary(f)
	if err != nil {
		t.Fatal(err)
	}
	f.Words[0].Key = "steel"
	got, _ := d.Lookup(f.Key)
	got.Words[0].Key = "steel"
	for g := range d.All() {
		if len(g.Words) > 0 {
			g.Words[0].Key = "steel"
		}
	}
	if again, ok := d.Lookup(f.Key); !ok || again.Words[0].Key != "wood" {
		t.Errorf("got %v", again)
	}
	if _, ok := d.Lookup("moxian:none"); ok {
		t.Error("a fact that is not there")
	}
}

func TestADictionaryGrowsByCopy(t *testing.T) {
	d, err := eligibility.NewDictionary(boat())
	if err != nil {
		t.Fatal(err)
	}
	more := boat()
	more.Key = "moxian:net"
	wider, err := d.With(more)
	if err != nil {
		t.Fatal(err)
	}
	keys := func(d *eligibility.Dictionary) (ks []eligibility.FactKey) {
		for f := range d.All() {
			ks = append(ks, f.Key)
		}
		return ks
	}
	own := []eligibility.FactKey{eligibility.HouseholdArea, eligibility.MembersComplete, eligibility.KinComplete}
	if diff := cmp.Diff(append(own, "moxian:boat", "moxian:net"), keys(wider)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(append(own, "moxian:boat"), keys(d)); diff != "" {
		t.Error(diff)
	}
	for f := range wider.All() {
		if f.Key != eligibility.HouseholdArea {
			t.Errorf("%s after a break", f.Key)
		}
		break
	}
	if _, err := wider.With(boat()); !errors.Is(err, eligibility.ErrTwice) {
		t.Error(err)
	}
}

// The engine's own facts are named, fixed and say whom to ask.
func TestEveryDictionaryHasTheFactsOfTheEngine(t *testing.T) {
	d, err := eligibility.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for f := range d.All() {
		n++
		if e, ok := eligibility.EngineFacts().Lookup(f.Key); !ok || e.ZH != f.ZH || e.EN != f.EN || !f.Fixed || f.Obtain == "" {
			t.Errorf("%+v", f)
		}
	}
	area, _ := d.Lookup(eligibility.HouseholdArea)
	if n != 3 || len(area.Words) != 2 || area.Words[0] != (eligibility.Word{Key: "urban", ZH: "城镇", EN: "urban"}) {
		t.Errorf("%d facts, %v", n, area.Words)
	}
}

func TestKeysAreLowerCaseWordsWithOneNamespace(t *testing.T) {
	for _, k := range []string{"a", "person.birth", "moxian:boat", "tekun-2021", "a_b.c-d9", strings.Repeat("a", 80)} {
		if !eligibility.ValidKey(k) {
			t.Errorf("%q is refused", k)
		}
	}
	for _, k := range []string{"", "A", "a b", ".a", "a.", "-a", "a_", ":a", "a:", "a:b:c", "渔", "a\x00", "a/b", strings.Repeat("a", 81)} {
		if eligibility.ValidKey(k) {
			t.Errorf("%q is accepted", k)
		}
	}
}

func TestSevereIsSixKindsUnlessSomeAreNamed(t *testing.T) {
	all := eligibility.Severe(eligibility.SevereGrades())
	if len(all) != 12 || slices.ContainsFunc(all, func(p eligibility.Pair) bool { return p.Kind == identity.Multiple }) {
		t.Errorf("got %v", all)
	}
	some := eligibility.Severe([]identity.DisabilityGrade{identity.GradeThree}, identity.Intellectual, identity.Mental)
	if diff := cmp.Diff([]eligibility.Pair{{Kind: identity.Intellectual, Grade: identity.GradeThree}, {Kind: identity.Mental, Grade: identity.GradeThree}}, some); diff != "" {
		t.Error(diff)
	}
}

// A pair is one bit at kind × 8 + grade, and a pair with an unknown part is none.
func TestPairsAreBits(t *testing.T) {
	if got := eligibility.PairBits(eligibility.Pair{Kind: identity.Visual, Grade: identity.GradeOne}, eligibility.Pair{Kind: identity.Multiple, Grade: identity.GradeFour},
		eligibility.Pair{Kind: "tail", Grade: identity.GradeOne}, eligibility.Pair{Kind: identity.Limb}); got != 1<<9|1<<60 {
		t.Errorf("%x", got)
	}
}
