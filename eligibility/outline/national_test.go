package outline_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/outline"
	"github.com/shegong/shegong/station/vocab"
)

var update = flag.Bool("update", false, "write golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (run with -update after review): %s", path, d)
	}
}

// TestNationalLaw keeps the whole national law as an official reviews it.
func TestNationalLaw(t *testing.T) {
	s, err := national.Statutes()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "national.md", outline.Statutes(s))
}

// TestEveryNationalNodeIsCited looks at the acts themselves, not at what the outline makes of them.
func TestEveryNationalNodeIsCited(t *testing.T) {
	nodes := 0
	for _, a := range national.Acts() {
		uncited := func(what string, s vocab.Source) {
			nodes++
			if s.Document == "" || s.Provenance == "" || !vocab.Provenances().Known(s.Provenance) {
				t.Errorf("%s: %s has no citation", a.ID, what)
			}
		}
		eachNode(a, func(n *eligibility.Node) {
			c := n.Criterion()
			uncited(c.ID, c.Source)
			for _, b := range n.Spec().Branches {
				uncited(b.Criterion.ID, b.Criterion.Source)
			}
		})
		for _, v := range a.Values {
			uncited(string(v.Param), v.Source)
		}
		for _, p := range a.Programmes {
			if p.Pay != nil {
				for _, part := range p.Pay.Parts {
					uncited(part.Criterion.ID, part.Criterion.Source)
				}
			}
		}
	}
	if nodes < 100 {
		t.Errorf("only %d nodes and values", nodes)
	}
}

// eachNode calls do for every node of an act.
func eachNode(a eligibility.Act, do func(*eligibility.Node)) {
	var walk func(n *eligibility.Node)
	walk = func(n *eligibility.Node) {
		if n == nil {
			return
		}
		do(n)
		s := n.Spec()
		walk(s.Where)
		for _, k := range s.Kids {
			walk(k)
		}
		for _, b := range s.Branches {
			walk(b.When)
			walk(b.Then)
		}
	}
	for _, p := range a.Programmes {
		walk(p.Root)
		if p.Pay != nil {
			for _, part := range p.Pay.Parts {
				walk(part.When)
				walk(part.Each)
			}
		}
	}
	for _, d := range a.Definitions {
		walk(d.Root)
	}
	for _, f := range a.Fills {
		walk(f.Node)
	}
	for _, o := range a.Overrides {
		walk(o.With)
	}
}
