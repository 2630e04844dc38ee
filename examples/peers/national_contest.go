package main

import (
	"testing"

	"cel.dev/cel-go/cel"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
)

// wholeLaw is workload B: every programme of the national law for every person or household.
func wholeLaw() (contest, error) {
	var c contest
	l, err := nationalLaw()
	if err != nil {
		return c, err
	}
	plan, err := batch.Compile(l)
	if err != nil {
		return c, err
	}
	all, err := populate(l.Dictionary(), persons)
	if err != nil {
		return c, err
	}
	some, err := populate(l.Dictionary(), 300)
	if err != nil {
		return c, err
	}
	var out, part batch.Planes
	if err := batch.Run(plan, some, &part); err != nil {
		return c, err
	}
	want := part.Count("tekun").Met
	cases, err := casesOf(some)
	if err != nil {
		return c, err
	}
	e, err := assess.New(l)
	if err != nil {
		return c, err
	}
	programmes := plan.Programmes()
	c.entries = []entry{
		{"batch", "stated facts", over(all.People(), func(b *testing.B) { must(b, batch.Run(plan, all, &out)) })},
		{"Engine.Truth, row by row", "stated and verified facts", over(some.People(), func(b *testing.B) {
			met := 0
			for _, c := range cases {
				for _, id := range programmes {
					rows := c.People()
					if part.Scope(id) == eligibility.PerHousehold {
						rows = 1
					}
					for row := range rows {
						truth, _, err := e.Truth(c, row, id)
						must(b, err)
						if id == "tekun" && truth == eligibility.Met {
							met++
						}
					}
				}
			}
			if met != want {
				b.Fatalf("%d people fit tekun row by row, %d in the batch", met, want)
			}
		})},
	}
	return c, nil
}

func casesOf(b *batch.Batch) ([]*eligibility.Case, error) {
	cases := make([]*eligibility.Case, b.Households())
	for h := range cases {
		var err error
		if cases[h], err = b.Case(h); err != nil {
			return nil, err
		}
	}
	return cases, nil
}

// singleRules is the part of workload B that CEL can express, with three of a hundred facts missing. CEL gets its rows
// ready made: making them is not measured.
func singleRules() (contest, error) {
	var c contest
	l, found, err := ruleLaw()
	if err != nil {
		return c, err
	}
	ids := make([]eligibility.ProgrammeID, len(found))
	for i, r := range found {
		ids[i] = r.id
	}
	plan, err := batch.Compile(l, ids...)
	if err != nil {
		return c, err
	}
	all, err := populate(l.Dictionary(), persons)
	if err != nil {
		return c, err
	}
	some, err := populate(l.Dictionary(), 300)
	if err != nil {
		return c, err
	}
	cases, err := casesOf(some)
	if err != nil {
		return c, err
	}
	var out, part batch.Planes
	if err := batch.Run(plan, some, &part); err != nil {
		return c, err
	}
	rows := make([][]cel.PartialActivation, len(found))
	met := make([]int, len(found))
	for i := range found {
		r := &found[i]
		met[i] = part.Count(r.id).Met
		for _, c := range cases {
			n := c.People()
			if r.scope == eligibility.PerHousehold {
				n = 1
			}
			for row := range n {
				act, err := r.row(c, row)
				if err != nil {
					return contest{}, err
				}
				rows[i] = append(rows[i], act)
			}
		}
	}
	c.entries = []entry{
		{"batch", "", over(all.People(), func(b *testing.B) { must(b, batch.Run(plan, all, &out)) })},
		{"cel-go, a program for each rule", "rows made beforehand", over(some.People(), func(b *testing.B) {
			for i := range found {
				n := 0
				for _, act := range rows[i] {
					truth, err := found[i].verdict(act)
					must(b, err)
					if truth == eligibility.Met {
						n++
					}
				}
				if n != met[i] {
					b.Fatalf("%s is met %d times in CEL, %d in the batch", found[i].id, n, met[i])
				}
			}
		})},
	}
	return c, nil
}
