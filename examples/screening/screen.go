package main

import (
	"errors"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
)

// screening is a county, the law it is screened by, and what came of it.
type screening struct {
	law     *statutes.Law
	engine  *assess.Engine // explains single rows
	plan    *batch.Plan    // judges all of them
	refused []refusal      // what the plan leaves out
	facts   *batch.Batch
	out     batch.Planes

	persons int // who live in the county
}

// refusal is a programme that has no batch form, and the reason.
type refusal struct {
	programme eligibility.ProgrammeID
	err       error
}

// progress is told how far a stage of the work has come.
type progress func(stage string, done, of int)

// screen invents the county, binds every household to the law and assesses all of them.
func screen(law *statutes.Law, persons int, tell progress) (*screening, error) {
	s := &screening{law: law, facts: batch.New(law.Dictionary())}
	if err := s.compile(); err != nil {
		return nil, err
	}
	if err := s.populate(persons, tell); err != nil {
		return nil, err
	}
	of, told := s.facts.Households(), 0
	for done, err := range batch.Screen(s.plan, s.facts, &s.out) {
		if err != nil {
			return nil, err
		}
		if tenth := 10 * done / of; tenth > told {
			told = tenth
			tell("批量研判（户）", done, of)
		}
	}
	return s, nil
}

// compile takes every programme in force that the batch can express.
func (s *screening) compile() (err error) {
	if s.engine, err = assess.New(s.law); err != nil {
		return err
	}
	var able []eligibility.ProgrammeID
	for p := range s.law.Programmes() {
		switch _, err := batch.Compile(s.law, p.ID); {
		case errors.Is(err, batch.ErrNotExpressed):
			s.refused = append(s.refused, refusal{p.ID, err})
		case err != nil:
			return err
		default:
			able = append(able, p.ID)
		}
	}
	s.plan, err = batch.Compile(s.law, able...)
	return err
}

// populate invents households until so many people live in the county, and turns each into columns: only those stay in memory.
func (s *screening) populate(persons int, tell progress) error {
	g, err := newGenerator(20260901)
	if err != nil {
		return err
	}
	binder, err := bind.New(s.law, eligibility.Documented)
	if err != nil {
		return err
	}
	for told := 0; s.persons < persons; {
		h, members := g.household(persons - s.persons)
		bound, err := binder.Household(h)
		if err != nil {
			return err
		}
		row, err := s.facts.Append(bound.Case)
		if err != nil {
			return err
		}
		first, last := s.facts.PeopleOf(row)
		for p := first + members; p < last; p++ {
			s.facts.SetOutside(p) // a relative elsewhere
		}
		s.persons += members
		if tenth := 10 * s.persons / persons; tenth > told {
			told = tenth
			tell("生成并绑定（人）", s.persons, persons)
		}
	}
	return nil
}

// counted reports whether a row of a programme is a household or somebody who lives in the county.
func (s *screening) counted(id eligibility.ProgrammeID, row int) bool {
	return s.out.Scope(id) != eligibility.PerPerson || !s.facts.Outside(row)
}

// row finds the case behind a row of a programme, and the row in it.
func (s *screening) row(id eligibility.ProgrammeID, row int) (*eligibility.Case, int, error) {
	if s.out.Scope(id) == eligibility.PerPerson {
		return s.facts.Person(row)
	}
	c, err := s.facts.Case(row)
	return c, 0, err
}

// lack is what the undecided rows of a programme lack most often, and how many lack it.
type lack struct {
	zh   string
	rows int
}

// lacks says of every programme what its undecided rows lack. A row that lacks one thing of several people counts once, and a household
// is taken out of the columns once, for whatever is undecided in it.
func (s *screening) lacks() (map[eligibility.ProgrammeID]lack, error) {
	counts := make(map[eligibility.ProgrammeID]map[string]int)
	for _, id := range s.plan.Programmes() {
		counts[id] = make(map[string]int)
	}
	var needs []eligibility.Need
	var names []string
	for h := range s.facts.Households() {
		var c *eligibility.Case
		for _, id := range s.plan.Programmes() {
			from, to := h, h+1
			if s.out.Scope(id) == eligibility.PerPerson {
				from, to = s.facts.PeopleOf(h)
			}
			for row := from; row < to; row++ {
				if t, conflict := s.out.Truth(id, row); t != eligibility.Unknown || conflict || !s.counted(id, row) {
					continue
				}
				var err error
				if c == nil {
					if c, err = s.facts.Case(h); err != nil {
						return nil, err
					}
				}
				if needs, err = s.engine.AppendMissing(needs[:0], c, row-from, id); err != nil {
					return nil, err
				}
				names = names[:0]
				for _, n := range needs {
					if name, _, _ := s.law.Names(n); !slices.Contains(names, name) {
						names = append(names, name)
						counts[id][name]++
					}
				}
			}
		}
	}
	most := make(map[eligibility.ProgrammeID]lack)
	for id, rows := range counts {
		for name, n := range rows {
			if m := most[id]; n > m.rows || n == m.rows && name < m.zh {
				most[id] = lack{name, n}
			}
		}
	}
	return most, nil
}
