package assess_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
)

// TestMissingExactByEnumeration makes trees over twelve facts that are yes or no, tries all 4,096 answers, and finds which facts the
// result depends on: those that in some case turn it alone. MissingExact must say the same, and Truth and AppendMissing what
// follows: decided where every answer agrees with what the tree can see, and no needed fact left out.
func TestMissingExactByEnumeration(t *testing.T) {
	const facts = 12
	var dictionary []el.Fact
	for i := range facts {
		dictionary = append(dictionary, el.Fact{Key: el.FactKey(fmt.Sprintf("f%d", i)), Scope: el.PerPerson, Kind: el.BoolFact, ZH: "事实", EN: "fact"})
	}
	d, err := el.NewDictionary(dictionary...)
	if err != nil {
		t.Fatal(err)
	}
	state, ids := uint64(7), 0
	roll := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	says := func() el.Criterion {
		ids++
		id := fmt.Sprintf("n%d", ids)
		return el.Criterion{ID: id, ZH: id, EN: id, Source: fiction("第一条")}
	}
	// tree is a node, and the same as a function of the answers, a bit a fact.
	var tree func(depth int) (*el.Node, func(int) bool)
	tree = func(depth int) (*el.Node, func(int) bool) {
		if depth == 0 || roll(6) == 0 {
			f := roll(facts)
			return el.Is(says(), dictionary[f].Key), func(at int) bool { return at>>f&1 != 0 }
		}
		if roll(5) == 0 {
			n, is := tree(depth - 1)
			return el.Not(says(), n), func(at int) bool { return !is(at) }
		}
		if roll(5) == 0 {
			rule, is := tree(depth - 1)
			when, if1 := tree(1)
			then, is1 := tree(depth - 1)
			return el.Exception(says(), rule, el.Branch{Criterion: says(), When: when, Then: then}), func(at int) bool {
				if if1(at) {
					return is1(at)
				}
				return is(at)
			}
		}
		var nodes []*el.Node
		var are []func(int) bool
		for range 2 + roll(3) {
			n, is := tree(depth - 1)
			nodes, are = append(nodes, n), append(are, is)
		}
		k := 1 + roll(len(nodes))
		return el.AtLeast(says(), k, nodes...), func(at int) bool {
			met := 0
			for _, is := range are {
				if is(at) {
					met++
				}
			}
			return met >= k
		}
	}
	needed, dropped := 0, 0
	for round := range 150 {
		root, is := tree(3)
		s, err := statutes.New(d, nil, el.Act{ID: "a", ZH: "虚构办法", EN: "invented", Source: fiction("第一条"), Force: cal.Since(cal.MustParse("2020-01-01")),
			Programmes: []el.Programme{{ID: "p", ZH: "项目", EN: "programme", Unit: el.PerPerson, Root: root, Source: fiction("第一条")}}})
		if err != nil {
			t.Fatal(err)
		}
		e, err := at(s, statutes.Query{On: cal.MustParse("2024-01-01"), Fictitious: true})
		if err != nil {
			t.Fatal(err)
		}
		known, fewer, still, answers := roll(1<<facts), roll(1<<facts), roll(1<<facts), roll(1<<facts)
		known &= fewer & still // one fact in eight
		c := el.NewCase(d)
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
		for f := range facts {
			if known>>f&1 != 0 {
				if err := c.Put(dictionary[f].Key, 0, el.Bool(answers>>f&1 != 0), true); err != nil {
					t.Fatal(err)
				}
			}
		}
		var want []string
		for f := range facts {
			for at := range 1 << facts {
				if at&known == answers&known && known>>f&1 == 0 && is(at) != is(at^1<<f) {
					want = append(want, string(dictionary[f].Key))
					break
				}
			}
		}
		truth, _, err := e.Truth(c, 0, "p")
		if err != nil || truth != el.Unknown && (len(want) > 0 || truth != el.TruthOf(is(answers))) {
			t.Errorf("round %d: %v where %v matter; %v", round, truth, want, err)
		}
		all, err := e.AppendMissing(nil, c, 0, "p")
		if err != nil {
			t.Fatal(err)
		}
		exact := keys(t, e, c)
		if diff := cmp.Diff(want, exact); diff != "" && truth == el.Unknown {
			t.Errorf("round %d: %s", round, diff)
		}
		needed, dropped = needed+len(exact), dropped+len(all)-len(exact)
	}
	if needed < 200 || dropped < 20 {
		t.Errorf("only %d needed and %d not", needed, dropped)
	}
}

// keys are the facts that are missing exactly, in order of their keys' numbers.
func keys(t *testing.T, e *assess.Engine, c *el.Case) (of []string) {
	t.Helper()
	needs, err := e.MissingExact(c, 0, "p")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range needs {
		of = append(of, string(n.Fact))
	}
	slices.SortFunc(of, func(a, b string) int {
		var i, j int
		_, _ = fmt.Sscanf(a, "f%d", &i)
		_, _ = fmt.Sscanf(b, "f%d", &j)
		return i - j
	})
	return of
}
