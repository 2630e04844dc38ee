package rules_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/eligibility/statutes"
)

// TestRandomLawComesBack writes and reads random law: it is the same law, by its fingerprint too.
func TestRandomLawComesBack(t *testing.T) {
	for seed := range rounds(40) {
		s, cases := eligibilitytest.Random(seed)
		x := rules.File{Acts: slices.Collect(s.Acts())}
		y, err := rules.Parse(canonical(t, x))
		if err != nil {
			t.Fatal(err)
		}
		if d := same(x, y); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
		again, err := statutes.New(s.Dictionary(), []statutes.Function{eligibilitytest.Function()}, y.Acts...)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		a, b := at(t, s), at(t, again)
		if a.Fingerprint() != b.Fingerprint() {
			t.Errorf("seed %d: another fingerprint", seed)
		}
		for i, c := range cases {
			facts := rules.FactsOf(c)
			data, err := json.Marshal(facts)
			if err != nil {
				t.Fatal(err)
			}
			var read rules.Facts
			if err := json.Unmarshal(data, &read); err != nil {
				t.Fatal(err)
			}
			if d := same(facts, read); d != "" {
				t.Errorf("seed %d case %d: %s", seed, i, d)
			}
			back, err := read.Case(s.Dictionary())
			if err != nil {
				t.Fatal(err)
			}
			if d := same(facts, rules.FactsOf(back)); d != "" {
				t.Errorf("seed %d case %d: %s", seed, i, d)
			}
			equal(t, c, back)
		}
	}
}

func at(t *testing.T, s *statutes.Statutes) *statutes.Law {
	t.Helper()
	l, err := s.At(eligibilitytest.Query())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// equal checks, fact by fact, that two cases hold the same.
func equal(t *testing.T, a, b *eligibility.Case) {
	t.Helper()
	if a.People() != b.People() || a.Ties() != b.Ties() {
		t.Fatal("other people or ties")
	}
	rows := map[eligibility.Scope]int{eligibility.PerHousehold: 1, eligibility.PerPerson: a.People(), eligibility.PerTie: a.Ties()}
	for f := range a.Dictionary().All() {
		for row := range rows[f.Scope] {
			n, known, verified := a.Get(f.Key, row)
			m, knownB, verifiedB := b.Get(f.Key, row)
			if n != m || known != knownB || verified != verifiedB {
				t.Errorf("%s of row %d differs", f.Key, row)
			}
		}
	}
	for i := range a.Ties() {
		o, k := a.TieOf(i)
		if p, q := b.TieOf(i); o != p || k != q {
			t.Errorf("tie %d differs", i)
		}
	}
}

// rounds is n, or a fifth of it under -short: a race or a word of 32 bits shows in the first.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return max(n/5, 1)
	}
	return n
}
