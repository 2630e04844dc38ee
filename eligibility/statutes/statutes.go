package statutes

import (
	"iter"
	"slices"

	"github.com/shegong/shegong/station/fault"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// Statutes is a body of acts, joined and checked (规则库). It is immutable and safe for concurrent use.
type Statutes struct {
	dict      *eligibility.Dictionary
	functions map[eligibility.FunctionRef]Function
	acts      []eligibility.Act
	params    []eligibility.Parameter // by slot of values
	clauses   []eligibility.Clause    // by slot of fills

	programmes  shelf.Table[eligibility.ProgrammeID, eligibility.Programme]
	definitions shelf.Table[eligibility.DefinitionID, eligibility.Definition]
	values      shelf.Table[eligibility.ParamKey, eligibility.Value]
	fills       shelf.Table[eligibility.ClauseKey, eligibility.Fill]
	overrides   shelf.Table[target, eligibility.Override]
	stackings   shelf.Table[pair, eligibility.Stacking]
	deadlines   shelf.Table[limit, eligibility.Deadline]
}

// A target is the node that an override replaces, a pair what a stacking is about, a limit what a deadline is about.
type (
	target struct {
		programme  eligibility.ProgrammeID
		definition eligibility.DefinitionID
		node       string
	}
	pair struct {
		a, b eligibility.ProgrammeID
		same bool
	}
	limit struct {
		programme eligibility.ProgrammeID
		id        string
	}
)

// New joins acts to one body of law over the facts of d and the functions of the importer. It copies everything, so
// nothing done to the acts afterwards changes the law.
//
// It checks all it can without a case: names and sources; that every fact, parameter, clause, definition, programme and
// function exists and is of the right type and scope; periods, places, namespaces and delegations; that nothing rests on
// itself. The error is a fault.List of every problem, with paths such as acts[2].programmes[0].root.kids[1]; after ten
// thousand it ends with ErrTooMany.
//
// Two versions of one programme or definition never apply together. What overlaps another of the same place, a value of the
// same area, has to be recorded later: it corrects the other from then on. Overrides never overlap. An act of a place, or of
// a vendor, has an ID with a namespace, and so has whatever it declares: it may fill and override what the nation declared,
// never redefine it.
func New(d *eligibility.Dictionary, functions []Function, acts ...eligibility.Act) (*Statutes, error) {
	if d == nil {
		return nil, eligibility.Faults().New(eligibility.ErrDictionary).At("dictionary")
	}
	s := &Statutes{dict: d, functions: make(map[eligibility.FunctionRef]Function, len(functions))}
	c := &checker{s: s, trees: make(map[vertex][]*tree), versions: make(map[target][]version), patches: make(map[target][]patch)}
	for i, f := range functions {
		c.function(fault.Index("functions", i), f)
	}
	for _, a := range acts {
		s.acts = append(s.acts, cloneAct(a))
	}
	c.declare()
	c.join()
	if err := c.l.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// Acts iterates over the acts as they were given.
func (s *Statutes) Acts() iter.Seq[eligibility.Act] {
	return func(yield func(eligibility.Act) bool) {
		for _, a := range s.acts {
			if !yield(cloneAct(a)) {
				return
			}
		}
	}
}

// Dictionary returns the dictionary that all laws of the statutes share.
func (s *Statutes) Dictionary() *eligibility.Dictionary { return s.dict }

func cloneAct(a eligibility.Act) eligibility.Act {
	a.Programmes = copied(a.Programmes, cloneProgramme)
	a.Definitions = slices.Clone(a.Definitions)
	a.Parameters = copied(a.Parameters, cloneParameter)
	a.Clauses = slices.Clone(a.Clauses)
	a.Values = slices.Clone(a.Values)
	a.Fills = slices.Clone(a.Fills)
	a.Overrides = slices.Clone(a.Overrides)
	a.Stackings = slices.Clone(a.Stackings)
	a.Deadlines = slices.Clone(a.Deadlines)
	return a
}

func copied[T any](list []T, clone func(T) T) []T {
	list = slices.Clone(list)
	for i := range list {
		list[i] = clone(list[i])
	}
	return list
}

func cloneProgramme(p eligibility.Programme) eligibility.Programme {
	p.Next = slices.Clone(p.Next)
	if p.Pay != nil {
		pay := *p.Pay
		pay.Deduct.Terms = slices.Clone(pay.Deduct.Terms)
		pay.Parts = copied(pay.Parts, func(part eligibility.Part) eligibility.Part {
			part.Left.Terms = slices.Clone(part.Left.Terms)
			return part
		})
		p.Pay = &pay
	}
	return p
}

func cloneParameter(p eligibility.Parameter) eligibility.Parameter {
	p.Set = copied(p.Set, func(d eligibility.Delegation) eligibility.Delegation {
		d.Levels = slices.Clone(d.Levels)
		return d
	})
	return p
}
