package rules

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// Given is one fact that is known (已知事实). In JSON the kind of the fact names its value:
// {"fact": "person.birth", "date": "1950-01-31", "verified": true}.
type Given struct {
	Fact     eligibility.FactKey
	Value    eligibility.Datum
	Verified bool
}

// Tie holds the facts of one person's tie to one relative (亲属关系), both by their places in People.
type Tie struct {
	Owner, Kin int
	Facts      []Given
}

// Facts are the known facts of one household and its relatives (案件事实) by key, without name or number of anybody. What is
// not listed is unknown. JSON is canonical: facts sorted by key, people and ties as numbered.
type Facts struct {
	Household []Given
	People    [][]Given
	Ties      []Tie
}

// FactsOf lists what c knows (已知事实).
func FactsOf(c *eligibility.Case) Facts {
	var facts Facts
	if c == nil || c.Dictionary() == nil {
		return facts
	}
	for range c.People() {
		facts.People = append(facts.People, nil)
	}
	for t := range c.Ties() {
		owner, kin := c.TieOf(t)
		facts.Ties = append(facts.Ties, Tie{Owner: owner, Kin: kin})
	}
	for f := range c.Dictionary().All() {
		add := func(row int, to *[]Given) {
			if d, known, verified := c.Datum(f.Key, row); known {
				*to = append(*to, Given{Fact: f.Key, Value: d, Verified: verified})
			}
		}
		switch f.Scope {
		case eligibility.PerHousehold:
			add(0, &facts.Household)
		case eligibility.PerPerson:
			for i := range facts.People {
				add(i, &facts.People[i])
			}
		case eligibility.PerTie:
			for i := range facts.Ties {
				add(i, &facts.Ties[i].Facts)
			}
		}
	}
	return facts.sorted()
}

// sorted is a copy with every list in the order of its keys.
func (x Facts) sorted() Facts {
	x.Household = slices.Clone(x.Household)
	x.People, x.Ties = slices.Clone(x.People), slices.Clone(x.Ties)
	for i := range x.People {
		x.People[i] = slices.Clone(x.People[i])
	}
	for i := range x.Ties {
		x.Ties[i].Facts = slices.Clone(x.Ties[i].Facts)
	}
	for given := range x.lists() {
		slices.SortStableFunc(given, func(a, b Given) int { return cmp.Compare(a.Fact, b.Fact) })
	}
	return x
}

// lists runs over every list of facts with its path and row.
func (x Facts) lists() iter.Seq2[[]Given, place] {
	return func(yield func([]Given, place) bool) {
		if !yield(x.Household, place{eligibility.PerHousehold, 0, "household"}) {
			return
		}
		for i, p := range x.People {
			if !yield(p, place{eligibility.PerPerson, i, fault.Index("people", i) + ".facts"}) {
				return
			}
		}
		for i, t := range x.Ties {
			if !yield(t.Facts, place{eligibility.PerTie, i, fault.Index("ties", i) + ".facts"}) {
				return
			}
		}
	}
}

type place struct {
	scope eligibility.Scope
	row   int
	path  string
}

// Case puts the facts (案件事实) into a case that speaks the language of d. The error is a fault.List with every fact that d does not
// have, that is of another kind or scope, or that is given twice, by path; ErrMissing where there is no dictionary.
func (x Facts) Case(d *eligibility.Dictionary) (*eligibility.Case, error) {
	if d == nil {
		return nil, absent("dictionary")
	}
	c := eligibility.NewCase(d)
	var l fault.List
	for i := range x.People {
		if _, err := c.AddPerson(); err != nil {
			l.Add(fault.Index("people", i), err)
			return nil, l.Err()
		}
	}
	for i, t := range x.Ties {
		if _, err := c.AddTie(t.Owner, t.Kin); err != nil {
			l.Add(fault.Index("ties", i), err)
		}
	}
	if l.Err() != nil { // the rows of the ties are not what they were numbered
		return nil, l.Err()
	}
	for given, at := range x.lists() {
		for i, g := range given {
			path := fault.Index(at.path, i)
			if f, ok := d.Lookup(g.Fact); ok && f.Scope != at.scope {
				l.Add(path+".fact", catalogue().New(ErrScope))
				continue
			}
			l.Add(path, c.Put(g.Fact, at.row, g.Value, g.Verified))
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return c, nil
}

// MarshalJSON writes the canonical form. A value that no maker of eligibility would give is an error.
func (x Facts) MarshalJSON() ([]byte, error) {
	var j job
	v := written(&j, "", x, facts)
	if err := j.faults.Err(); err != nil {
		return nil, err
	}
	return v.append(nil, 0), nil
}

// UnmarshalJSON reads facts; a member it does not know is an error. On an error the receiver keeps its value.
func (x *Facts) UnmarshalJSON(data []byte) error {
	return decode(data, x, facts)
}

func facts(f *form, x *Facts) {
	if f.in == nil {
		*x = x.sorted()
	}
	list(f, "household", &x.Household, false, given)
	people(f, &x.People)
	list(f, "ties", &x.Ties, false, func(f *form, t *Tie) {
		whole(f, "owner", &t.Owner, true)
		whole(f, "kin", &t.Kin, true)
		list(f, "facts", &t.Facts, false, given)
		unique(f, "facts", t.Facts)
	})
	unique(f, "household", x.Household)
	if f.in != nil {
		*x = x.sorted()
	}
}

// people are objects with one list, so that a person of whom nothing is known is one too.
func people(f *form, p *[][]Given) {
	list(f, "people", p, false, func(f *form, p *[]Given) {
		list(f, "facts", p, false, given)
		unique(f, "facts", *p)
	})
}

// unique reports, reading, a fact that was given before.
func unique(f *form, name string, given []Given) {
	if f.in == nil {
		return
	}
	seen := make(map[eligibility.FactKey]bool, len(given))
	for i, g := range given {
		if seen[g.Fact] && g.Fact != "" {
			f.bad(fault.Index(name, i), ErrTwice)
		}
		seen[g.Fact] = true
	}
}

// given describes one fact with its value under the name of its kind.
func given(f *form, g *Given) {
	key(f, "fact", &g.Fact, true)
	kind := g.Value.Kind()
	if f.in != nil {
		var ok bool
		if kind, ok = oneOf(f, factKinds()...); !ok {
			return
		}
	}
	name, was, valid, found := string(kind), g.Value.Any(), g.Value.Valid(), len(f.job.faults)
	switch kind {
	case eligibility.BoolFact:
		v, _ := was.(bool)
		flag(f, name, &v, true)
		g.Value = eligibility.Bool(v)
	case eligibility.CountFact:
		v, _ := was.(int64)
		whole(f, name, &v, true)
		g.Value = eligibility.Count(v)
	case eligibility.MoneyFact:
		v, _ := was.(money.Amount)
		exact(f, name, &v, true)
		g.Value = eligibility.Money(v)
	case eligibility.DateFact:
		v, _ := was.(cal.Date)
		exact(f, name, &v, true)
		g.Value = eligibility.Day(v)
	case eligibility.WordFact:
		v, _ := was.(string)
		text(f, name, &v, true)
		g.Value = eligibility.WordOf(v)
	case eligibility.PairsFact:
		v, _ := was.([]eligibility.Pair)
		list(f, name, &v, true, pair)
		g.Value = eligibility.PairsOf(v...)
	default:
		f.job.add(f.path, catalogue().New(ErrChoice))
		return
	}
	if f.in == nil {
		g.Value = eligibility.Datum{}
	} else {
		valid = g.Value.Valid()
	}
	if !valid && len(f.job.faults) == found {
		f.bad(name, ErrNumber)
	}
	flag(f, "verified", &g.Verified, false)
}
