package main

import (
	"testing"

	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
)

const persons = 100_000

// screening is workload A with everybody who can do it. An engine that is slow is given fewer people; times are per
// person.
func screening() (contest, error) {
	all, some := invent(persons), invent(persons).part(1_000)
	want := map[*population]tally{all: screenRows(all), some: screenRows(some)}
	var c contest
	var failed error
	check := func(err error) {
		if failed == nil {
			failed = err
		}
	}
	add := func(name, note string, p *population, run func() (tally, error)) {
		c.entries = append(c.entries, entry{name: name, note: note, run: over(len(p.residents), func(b *testing.B) {
			got, err := run()
			must(b, err)
			if got != want[p] {
				b.Fatalf("%s counts %v, want %v", name, got, want[p])
			}
		})})
	}

	law, err := screeningLaw()
	if err != nil {
		return c, err
	}
	plan, err := batch.Compile(law)
	check(err)
	facts, err := batch.Shaped(law.Dictionary(), all.shape())
	if err != nil {
		return c, err
	}
	check(all.load(facts))
	var out batch.Planes
	add("batch, columns ready", "", all, func() (tally, error) {
		err := batch.Run(plan, facts, &out)
		return counted(&out), err
	})
	add("batch, from structs", "", all, func() (tally, error) {
		if err := all.load(facts); err != nil {
			return tally{}, err
		}
		err := batch.Run(plan, facts, &out)
		return counted(&out), err
	})
	cases, err := some.cases(law.Dictionary())
	check(err)
	engine, err := assess.New(law)
	check(err)
	add("Engine.Truth, row by row", "stated and verified", some, func() (tally, error) { return screenCases(engine, cases) })

	add("Go by hand, row by row", "no unknown facts, no reasons", all, func() (tally, error) { return screenRows(all), nil })
	cols := all.columns()
	add("Go by hand, columns", "no unknown facts, no reasons", all, func() (tally, error) { return screenColumns(cols), nil })

	four, err := celPrograms(texts[:]...)
	check(err)
	add("cel-go, four programs", "", some, func() (tally, error) { return screenCEL(some, four) })
	shared, err := celPrograms(sharedCEL)
	check(err)
	add("cel-go, one program", "", some, func() (tally, error) { return screenCEL(some, shared) })
	exprs, err := exprPrograms(texts[:]...)
	check(err)
	add("expr, four programs", "no unknown facts", some, func() (tally, error) { return screenExpr(some, exprs) })
	one, err := exprPrograms(sharedExpr)
	check(err)
	add("expr, one program", "no unknown facts", some, func() (tally, error) { return screenExpr(some, one) })
	base, err := gruleBase()
	check(err)
	add("grule", "no unknown facts", some, func() (tally, error) { return screenGrule(some, base) })
	return c, failed
}
