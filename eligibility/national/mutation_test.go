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
	"github.com/shegong/shegong/eligibility/statutes"
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

// operators are each operator's neighbour across the bound.
func operators() map[measure.Comparator]measure.Comparator {
	return map[measure.Comparator]measure.Comparator{measure.LessThan: measure.AtMost, measure.AtMost: measure.LessThan,
		measure.AtLeast: measure.MoreThan, measure.MoreThan: measure.AtLeast}
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
	if o, ok := operators()[s.Op.Op]; ok {
		add(string(o), func(c *eligibility.Spec) { c.Op = eligibility.By(o) })
	}
	if s.Than.Kind == eligibility.NumberOperand && s.Op.Op != measure.Exactly {
		add("a number more", func(c *eligibility.Spec) { c.Than.Number++ })
		add("a number less", func(c *eligibility.Spec) { c.Than.Number-- })
	}
	for i := range s.Left.Terms {
		for what, change := range termMutants(s.Left, i) {
			add(what, func(c *eligibility.Spec) { change(&c.Left) })
		}
	}
	var none eligibility.Operand
	for what, o := range map[string]func(*eligibility.Spec) *eligibility.Operand{
		"ratio":  func(c *eligibility.Spec) *eligibility.Operand { return &c.Ratio },
		"heads":  func(c *eligibility.Spec) *eligibility.Operand { return &c.Heads },
		"months": func(c *eligibility.Spec) *eligibility.Operand { return &c.Months },
	} {
		if s.Kind == eligibility.KindPerHead && *o(&s) != none {
			add("without "+what, func(c *eligibility.Spec) { *o(c) = none })
		}
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

// termMutants are what may be wrong with one term of a sum: left out, on the wrong side, or left out by nobody.
func termMutants(sum eligibility.Sum, i int) map[string]func(*eligibility.Sum) {
	term := sum.Terms[i]
	m := map[string]func(*eligibility.Sum){"without " + string(term.Fact): func(s *eligibility.Sum) { s.Terms = slices.Delete(slices.Clone(s.Terms), i, i+1) }}
	if len(sum.Terms) == 1 {
		clear(m) // a sum of nothing is refused
	}
	change := func(what string, f func(*eligibility.Term)) {
		m[what+string(term.Fact)] = func(s *eligibility.Sum) { s.Terms = slices.Clone(s.Terms); f(&s.Terms[i]) }
	}
	change("the other side of ", func(t *eligibility.Term) { t.Minus = !t.Minus })
	if term.Unless != "" {
		change("nobody leaves out ", func(t *eligibility.Term) { t.Unless = "" })
	}
	return m
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
	t.Parallel()
	hunt(t, welfareActs(), welfareCases(), []eligibility.Act{welfareTest()}, same, 500)
}

// TestAssistanceMutants does so with the acts on basic assistance and on the duty of support, and with every term of a sum.
func TestAssistanceMutants(t *testing.T) {
	t.Parallel()
	acts := []string{"hunyinfa-2001", "minfadian-2021", "tekun-2016", "tekun-2021", "dibao-2021", "dibao-2022", "gangxing-2025", "jiuzhufa-2026"}
	hunt(t, acts, append(numberedCases(), gridCases()...), testActs(), sameAssistance, 2000)
}

// sameAssistance says of a mutant that it means the same as the law: a child who is a minor is a member whether or not he also counts as an
// adult who cannot live alone.
func sameAssistance(what string) bool {
	return strings.HasPrefix(what, "dibao-2021 member") && (strings.HasSuffix(what, "member.adult.age: one less") || strings.HasSuffix(what, "without member.adult.age"))
}

// hunt has the cases notice every mutant of the acts of these names; fixtures are the places of the cases. A mutant that may
// be the same law is not held against them.
func hunt(t *testing.T, names []string, cases []welfareCase, fixtures []eligibility.Act, same func(what string) bool, least int) {
	if testing.Short() {
		t.Skip("some seconds")
	}
	at := func(s *statutes.Statutes, laws map[string]*statutes.Law, c *welfareCase) (*statutes.Law, error) {
		place := c.in
		if place.IsZero() {
			place = testCounty
		}
		key := place.String() + c.on
		if laws[key] == nil {
			law, err := s.At(statutes.Query{Division: place, On: cal.MustParse(c.on), Fictitious: true})
			if err != nil {
				return nil, err
			}
			laws[key] = law
		}
		return laws[key], nil
	}
	s, err := statutes.New(facts.Dictionary(), nil, append(national.Acts(), fixtures...)...)
	if err != nil {
		t.Fatal(err)
	}
	var bound []*bind.Bound // what a case says does not depend on what is changed
	sound := make(map[string]*statutes.Law)
	for i := range cases {
		law, err := at(s, sound, &cases[i])
		if err != nil {
			t.Fatal(err)
		}
		b, err := bind.Household(law, cases[i].h, eligibility.Documented)
		if err != nil {
			t.Fatal(err)
		}
		bound = append(bound, b)
	}
	total, alive, refused := 0, 0, 0
	order := make([]int, len(cases)) // those that noticed a change come first
	for i := range order {
		order[i] = i
	}
	try := func(what string, force cal.Period, change func(acts []eligibility.Act)) {
		acts := national.Acts()
		change(acts)
		total++
		s, err := statutes.New(facts.Dictionary(), nil, append(acts, fixtures...)...)
		if err != nil {
			refused++ // noticed even before any case
			return
		}
		laws := make(map[string]*statutes.Law)
		for place, i := range order {
			c := &cases[i]
			if !force.Contains(cal.MustParse(c.on)) {
				continue
			}
			law, err := at(s, laws, c)
			if err != nil {
				refused++
				return
			}
			row, _ := bound[i].Row(c.who)
			truth, _, err := engine(law).Truth(bound[i].Case, row, c.p)
			killed := err != nil || truth != map[eligibility.Result]eligibility.Truth{yes: eligibility.Met, no: eligibility.NotMet}[c.want]
			if !killed && c.amount+string(c.next) != "" {
				a, err := engine(law).Assess(bound[i].Case, row, c.p)
				killed = err != nil || c.wrong(a) != ""
			}
			if killed {
				copy(order[1:place+1], order[:place])
				order[0] = i
				return
			}
		}
		if alive++; !same(what) {
			t.Errorf("no case notices %s", what)
		}
	}
	for i, a := range national.Acts() {
		if !slices.Contains(names, a.ID) {
			continue
		}
		for j, p := range a.Programmes {
			force := p.Force
			if force.IsZero() {
				force = a.Force
			}
			name := fmt.Sprintf("%s %s %s: ", a.ID, p.ID, p.Force)
			for _, m := range mutants(p.Root) {
				try(name+m.what, force, func(acts []eligibility.Act) { acts[i].Programmes[j].Root = m.node })
			}
			if p.Pay == nil {
				continue
			}
			for k, part := range p.Pay.Parts {
				pay := func(what string, change func(*eligibility.Part)) {
					try(fmt.Sprintf("%spay part %d %s", name, k, what), force, func(acts []eligibility.Act) { change(&acts[i].Programmes[j].Pay.Parts[k]) })
				}
				try(fmt.Sprintf("%spay without part %d", name, k), force, func(acts []eligibility.Act) {
					acts[i].Programmes[j].Pay.Parts = slices.Delete(acts[i].Programmes[j].Pay.Parts, k, k+1)
				})
				if part.When != nil {
					for _, m := range mutants(part.When) {
						pay(m.what, func(p *eligibility.Part) { p.When = m.node })
					}
				}
				if part.Each != nil {
					for _, m := range mutants(part.Each) {
						pay(m.what, func(p *eligibility.Part) { p.Each = m.node })
					}
				}
				for n := range part.Left.Terms {
					for what, change := range termMutants(part.Left, n) {
						pay(what, func(p *eligibility.Part) { change(&p.Left) })
					}
				}
			}
		}
		for j, d := range a.Definitions {
			force := d.Force
			if force.IsZero() {
				force = a.Force
			}
			for _, m := range mutants(d.Root) {
				try(fmt.Sprintf("%s %s %s: %s", a.ID, d.ID, d.Force, m.what), force, func(acts []eligibility.Act) { acts[i].Definitions[j].Root = m.node })
			}
		}
		for j, v := range a.Values {
			if v.Param == national.VoucherHome || v.Param == national.VoucherFacility {
				continue // caps that no tree reads
			}
			name := fmt.Sprintf("%s %s %s: ", a.ID, v.Param, v.Force)
			if swap, ok := operators()[v.Comparator]; ok {
				try(name+string(swap), v.Force, func(acts []eligibility.Act) { acts[i].Values[j].Comparator = swap })
				continue
			}
			for _, by := range []int64{-1, 1} { // a thousandth less or more
				r, err := measure.RatioOf(v.Ratio.Num()*1000+by*v.Ratio.Den(), v.Ratio.Den()*1000)
				if err != nil {
					t.Fatal(err)
				}
				try(name+r.String(), v.Force, func(acts []eligibility.Act) { acts[i].Values[j].Ratio = r })
			}
		}
	}
	t.Logf("%d mutants, %d refused at once, %d not noticed", total, refused, alive)
	if total < least {
		t.Errorf("%d mutants are too few to prove anything", total)
	}
}
