package eligibilitytest_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/station/vocab"
)

const seeds = 300

func TestOneSeedGivesOneResult(t *testing.T) {
	prints := map[eligibility.Fingerprint]bool{}
	for seed := range uint64(50) {
		var laws [2]eligibility.Fingerprint
		var facts [2][]any
		for i := range 2 {
			s, cases := eligibilitytest.Random(seed)
			l, err := s.At(eligibilitytest.Query())
			if err != nil {
				t.Fatal(err)
			}
			laws[i] = l.Fingerprint()
			for _, c := range cases {
				facts[i] = append(facts[i], c.People(), c.Ties(), c.Unverified())
				for f := range c.Dictionary().All() {
					for row := range [3]int{1, c.People(), c.Ties()}[f.Scope.Index()] {
						n, known, verified := c.Get(f.Key, row)
						facts[i] = append(facts[i], n, known, verified)
					}
				}
			}
		}
		if laws[0] != laws[1] {
			t.Errorf("seed %d gives two laws", seed)
		}
		if diff := cmp.Diff(facts[0], facts[1]); diff != "" {
			t.Errorf("seed %d gives two families: %s", seed, diff)
		}
		prints[laws[0]] = true
	}
	if len(prints) < 45 {
		t.Errorf("50 seeds give %d laws", len(prints))
	}
}

// What the kit promises to vary does vary: kinds of nodes, states of clauses, facts known, verified and not, truths.
func TestNothingIsLeftOut(t *testing.T) {
	kinds, states := map[eligibility.Kind]int{}, map[eligibility.ClauseState]int{}
	truths := map[eligibility.Truth]int{}
	known, unknown, verified := map[eligibility.FactKind]int{}, map[eligibility.FactKind]int{}, map[eligibility.FactKind]int{}
	for seed := range uint64(seeds) {
		s, cases := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		if !l.Fictitious() {
			t.Errorf("seed %d: not marked as invented", seed)
		}
		for _, p := range eligibilitytest.Programmes() {
			for _, n := range l.Walk(p) {
				kinds[n.Kind()]++
				if n.Kind() == eligibility.KindOpen {
					states[n.State()]++
				}
				if g := n.Criterion().Source.Provenance; g != vocab.Fictitious {
					t.Fatalf("seed %d: %s is %s", seed, n.ID(), g)
				}
			}
		}
		e, err := assess.New(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			stated, _, _ := e.Truth(c, 0, eligibilitytest.Household)
			truths[stated]++
			for f := range c.Dictionary().All() {
				for row := range [3]int{1, c.People(), c.Ties()}[f.Scope.Index()] {
					switch _, ok, sure := c.Get(f.Key, row); {
					case !ok:
						unknown[f.Kind]++
					case sure:
						verified[f.Kind]++
					default:
						known[f.Kind]++
					}
				}
			}
		}
	}
	for k := range eligibility.Kinds().All() {
		if kinds[k.Key] == 0 {
			t.Errorf("no node is %s", k.Key)
		}
	}
	for _, s := range []eligibility.ClauseState{eligibility.NotRecorded, eligibility.Enacted, eligibility.NoneEnacted} {
		if states[s] == 0 {
			t.Errorf("no clause is %q", s)
		}
	}
	for k := range eligibility.FactKinds().All() {
		if known[k.Key] == 0 || unknown[k.Key] == 0 || verified[k.Key] == 0 {
			t.Errorf("%s: %d known, %d unknown, %d verified", k.Key, known[k.Key], unknown[k.Key], verified[k.Key])
		}
	}
	for _, truth := range []eligibility.Truth{eligibility.NotMet, eligibility.Unknown, eligibility.Met} {
		if truths[truth] < seeds/10 {
			t.Errorf("%s only %d times", truth, truths[truth])
		}
	}
}

func TestADatumSuitsItsFact(t *testing.T) {
	for f := range eligibilitytest.Dictionary().All() {
		values := map[any]bool{}
		for seed := range uint64(100) {
			d := eligibilitytest.Datum(f, seed)
			if d.Kind() != f.Kind || !d.Valid() || !d.Equal(eligibilitytest.Datum(f, seed)) {
				t.Errorf("%s: %v of %s", f.Key, d.Any(), d.Kind())
			}
			values[fmt.Sprint(d.Any())] = true
		}
		if len(values) < 2 {
			t.Errorf("%s is always the same", f.Key)
		}
	}
}

// Two readers of one law are compared over random laws and families.
func ExampleRandom() {
	different := 0
	for seed := range uint64(20) {
		body, cases := eligibilitytest.Random(seed)
		law, err := body.At(eligibilitytest.Query())
		if err != nil {
			fmt.Println(err)
			return
		}
		engine, err := assess.New(law)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, c := range cases {
			short, _, _ := engine.Truth(c, 0, eligibilitytest.Household)
			long, err := engine.AppendFindings(nil, c, 0, eligibilitytest.Household)
			if err == nil && long[0].Stated != short {
				different++
			}
		}
	}
	fmt.Println(different)
	// Output: 0
}
