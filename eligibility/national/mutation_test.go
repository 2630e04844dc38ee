package national_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// welfareActs are the acts whose trees the welfare cases must hold in place.
func welfareActs() []string {
	return []string{"dibao-2012", "linshi-2014", "linshi-2018", "linshi-2022", "linshi-2026", "liusan-2026", "canji-2015", "guer-2010", "shishi-2019", "shishi-2020",
		"kunjing-2016", "liushou-2016", "liudong-2024", "laonian-2018", "xiaofei-2026"}
}

// A mutant is a law with one thing changed (变异).
type mutant struct {
	what string
	node *eligibility.Node
}

// mutants are all trees that differ from n in one place: a number, an operator, a word, a pair, a connective, a criterion left out.
func mutants(n *eligibility.Node) []mutant {
	s := n.Spec()
	var out []mutant
	id := s.Criterion.ID
	add := func(what string, change func(*eligibility.Spec)) {
		c := n.Spec()
		change(&c)
		out = append(out, mutant{id + ": " + what, eligibility.New(c)})
	}
	operators := map[measure.Comparator]measure.Comparator{measure.LessThan: measure.AtMost, measure.AtMost: measure.LessThan,
		measure.AtLeast: measure.MoreThan, measure.MoreThan: measure.AtLeast}
	switch s.Kind {
	case eligibility.KindAge, eligibility.KindElapsed, eligibility.KindCount, eligibility.KindAtLeast:
		add("one more", func(c *eligibility.Spec) { c.N++ })
		add("one less", func(c *eligibility.Spec) { c.N-- })
	case eligibility.KindAll:
		add("any instead of all", func(c *eligibility.Spec) { c.Kind = eligibility.KindAny })
	case eligibility.KindAny:
		add("all instead of any", func(c *eligibility.Spec) { c.Kind = eligibility.KindAll })
	case eligibility.KindEvery:
		add("any instead of every", func(c *eligibility.Spec) { c.Kind = eligibility.KindAnyOf })
	case eligibility.KindAnyOf:
		add("every instead of any", func(c *eligibility.Spec) { c.Kind = eligibility.KindEvery })
	case eligibility.KindNot:
		out = append(out, mutant{id + ": not taken away", s.Kids[0]})
	case eligibility.KindInSet:
		for i := range s.Words {
			if len(s.Words) > 1 {
				add("without "+s.Words[i], func(c *eligibility.Spec) { c.Words = slices.Delete(c.Words, i, i+1) })
			}
		}
		for i, p := range s.Pairs {
			add(fmt.Sprintf("without %s %s", p.Kind, p.Grade), func(c *eligibility.Spec) { c.Pairs = slices.Delete(c.Pairs, i, i+1) })
		}
	case eligibility.KindHolds, eligibility.KindQualifies, eligibility.KindJudgement, eligibility.KindOpen, eligibility.KindDefined, eligibility.KindCompare:
		out = append(out, mutant{id + ": always", eligibility.Always(s.Criterion)}, mutant{id + ": never", eligibility.Never(s.Criterion)})
	}
	if o, ok := operators[s.Op.Op]; ok {
		add(string(o), func(c *eligibility.Spec) { c.Op = eligibility.By(o) })
	}
	if s.Than.Kind == eligibility.NumberOperand && s.Op.Op != measure.Exactly {
		add("a number more", func(c *eligibility.Spec) { c.Than.Number++ })
		add("a number less", func(c *eligibility.Spec) { c.Than.Number-- })
	}
	for i, kid := range s.Kids {
		if len(s.Kids) > 1 {
			add("without "+kid.Criterion().ID, func(c *eligibility.Spec) { c.Kids = slices.Delete(c.Kids, i, i+1) })
		}
		for _, m := range mutants(kid) {
			out = append(out, mutant{m.what, with(n, func(c *eligibility.Spec) { c.Kids[i] = m.node })})
		}
	}
	if s.Where != nil {
		add("of everybody", func(c *eligibility.Spec) { c.Where = nil })
		for _, m := range mutants(s.Where) {
			out = append(out, mutant{m.what, with(n, func(c *eligibility.Spec) { c.Where = m.node })})
		}
	}
	for i, b := range s.Branches {
		add("without the exception", func(c *eligibility.Spec) { c.Branches = slices.Delete(c.Branches, i, i+1) })
		for _, m := range mutants(b.When) {
			out = append(out, mutant{m.what, with(n, func(c *eligibility.Spec) { c.Branches[i].When = m.node })})
		}
	}
	return out
}

func with(n *eligibility.Node, change func(*eligibility.Spec)) *eligibility.Node {
	s := n.Spec()
	change(&s)
	return eligibility.New(s)
}

// same says of a mutant that it means the same as the law: since 2021-07-01 the destitute are no members of a household, so that a
// household tree that asks whether every member is on assistance never meets one. The same words were needed before.
func same(what string) bool {
	return strings.HasPrefix(what, "linshi-2026 linshi_zhichu") && strings.Contains(what, "known.tekun")
}

// TestWelfareMutants changes every number, operator, word, pair and criterion of the acts on relief, disability, children and old
// age in turn, and has a case of law notice each change. Citations are held by the golden outline.
func TestWelfareMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds")
	}
	cases := welfareCases()
	var bound []*bind.Bound // what a case says does not depend on what is changed
	day := make(map[string]*eligibility.Law)
	for _, c := range cases {
		if day[c.on] == nil {
			day[c.on] = welfareLaw(t, c.on)
		}
		b, err := bind.Household(day[c.on], c.h, eligibility.Documented)
		if err != nil {
			t.Fatal(err)
		}
		bound = append(bound, b)
	}
	total, alive := 0, 0
	order := make([]int, len(cases)) // those that noticed a change come first
	for i := range order {
		order[i] = i
	}
	try := func(what string, change func(acts []eligibility.Act)) {
		acts := national.Acts()
		change(acts)
		total++
		s, err := eligibility.NewStatutes(facts.Dictionary(), nil, append(acts, welfareTest())...)
		if err != nil {
			return // noticed even before any case
		}
		laws := make(map[string]*eligibility.Law)
		for at, i := range order {
			c := cases[i]
			if laws[c.on] == nil {
				if laws[c.on], err = s.At(eligibility.Query{Division: testCounty, On: cal.MustParse(c.on), Fictitious: true}); err != nil {
					return
				}
			}
			row, _ := bound[i].Row(c.who)
			truth, _, err := laws[c.on].Truth(bound[i].Case, row, c.p)
			killed := err != nil || truth != map[eligibility.Result]eligibility.Truth{yes: eligibility.Met, no: eligibility.NotMet}[c.want]
			if !killed && c.amount+string(c.next) != "" {
				a, err := laws[c.on].Assess(bound[i].Case, row, c.p)
				killed = err != nil || c.wrong(a) != ""
			}
			if killed {
				copy(order[1:at+1], order[:at])
				order[0] = i
				return
			}
		}
		alive++
		if same(what) {
			return
		}
		t.Errorf("no case notices %s", what)
	}
	for i, a := range national.Acts() {
		if !slices.Contains(welfareActs(), a.ID) {
			continue
		}
		for j, p := range a.Programmes {
			for _, m := range mutants(p.Root) {
				try(fmt.Sprintf("%s %s %s: %s", a.ID, p.ID, p.Force, m.what), func(acts []eligibility.Act) { acts[i].Programmes[j].Root = m.node })
			}
			if p.Pay == nil {
				continue
			}
			for k, part := range p.Pay.Parts {
				try(fmt.Sprintf("%s %s: pay without part %d", a.ID, p.ID, k), func(acts []eligibility.Act) {
					acts[i].Programmes[j].Pay.Parts = slices.Delete(acts[i].Programmes[j].Pay.Parts, k, k+1)
				})
				if part.When != nil {
					for _, m := range mutants(part.When) {
						try(fmt.Sprintf("%s %s: pay %s", a.ID, p.ID, m.what), func(acts []eligibility.Act) { acts[i].Programmes[j].Pay.Parts[k].When = m.node })
					}
				}
			}
		}
		for j, d := range a.Definitions {
			for _, m := range mutants(d.Root) {
				try(fmt.Sprintf("%s %s %s: %s", a.ID, d.ID, d.Force, m.what), func(acts []eligibility.Act) { acts[i].Definitions[j].Root = m.node })
			}
		}
	}
	t.Logf("%d mutants, %d not noticed", total, alive)
	if total < 500 {
		t.Errorf("%d mutants are too few to prove anything", total)
	}
}
