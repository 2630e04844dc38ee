package facts

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/person"
)

// someone returns the person of a reference, or nil.
func (c *checker) someone(r Ref) *Person {
	if i, ok := c.at[r]; ok {
		return &c.h.People[i]
	}
	return nil
}

// kinship finds ties to nobody, ties listed twice, and ties that exclude each other.
func (c *checker) kinship() {
	listed := make(map[[2]Ref]int, len(c.h.Ties)) // index of the tie
	for i, t := range c.h.Ties {
		path := fault.Index("ties", i)
		of, kin := c.someone(t.Of), c.someone(t.Kin)
		switch {
		case of == nil:
			c.add(path+".of", ErrNobody)
			continue
		case kin == nil:
			c.add(path+".kin", ErrNobody)
			continue
		case of == kin:
			c.add(path, ErrKin)
			continue
		}
		if _, twice := listed[[2]Ref{t.Of, t.Kin}]; twice {
			c.add(path, ErrTwice)
			continue
		}
		listed[[2]Ref{t.Of, t.Kin}] = i
		if back, ok := listed[[2]Ref{t.Kin, t.Of}]; ok && disagree(t, c.h.Ties[back]) {
			c.add(path, ErrKin)
		}
		c.tie(t, of, kin, path)
	}
	c.parents(listed)
}

// disagree reports whether two ties between the same people, seen from either side, exclude each other.
func disagree(t, back Tie) bool {
	r, ok := t.Relation.Get()
	b, ok2 := back.Relation.Get()
	return ok && ok2 && r != b.Inverse() || differ(t.Origin, back.Origin) || differ(t.Raised, back.Raised)
}

func differ[T comparable](a, b Attested[T]) bool {
	x, ok := a.Get()
	y, ok2 := b.Get()
	return ok && ok2 && x != y
}

func (c *checker) tie(t Tie, of, kin *Person, path string) {
	a, ok := of.Birth.Get()
	b, ok2 := kin.Birth.Get()
	relation, _ := t.Relation.Get()
	older := false
	switch relation {
	case Parent, Grandparent:
		older = !b.Before(a)
	case Child, Grandchild:
		older = !a.Before(b)
	case ElderSibling:
		older = b.After(a)
	case YoungerSibling:
		older = a.After(b)
	}
	if is(t.Origin, StepRaised) || is(t.Origin, StepOnly) {
		older = false // a parent's spouse may be of any age
	}
	if ok && ok2 && older {
		c.add(path, ErrOlder)
	}
	if is(t.Raised, true) && relation != "" && relation != ElderSibling && relation != YoungerSibling {
		c.add(path+".raised", ErrContrary)
	}
	since, dated := t.LostContactSince.Get()
	if is(t.LostContact, false) && dated {
		c.add(path+".lostContactSince", ErrContrary)
	}
	if dated && !c.on.IsZero() && since.After(c.on) {
		c.add(path+".lostContactSince", ErrFuture)
	}
}

// parents finds people who are their own ancestors, and more parents by birth than there are.
func (c *checker) parents(listed map[[2]Ref]int) {
	parents := make(map[Ref][]Ref)
	birth := make(map[Ref][]*Person)
	add := func(child, parent Ref, t Tie) {
		parents[child] = append(parents[child], parent)
		if origin, _ := t.Origin.Get(); origin == ByBlood || origin == GivenUp {
			birth[child] = append(birth[child], c.someone(parent))
		}
	}
	for i, t := range c.h.Ties {
		if at, ok := listed[[2]Ref{t.Of, t.Kin}]; !ok || at != i {
			continue
		}
		back, both := listed[[2]Ref{t.Kin, t.Of}]
		switch relation, _ := t.Relation.Get(); {
		case relation == Parent:
			add(t.Of, t.Kin, t)
		case relation == Child && !(both && is(c.h.Ties[back].Relation, Parent)):
			add(t.Kin, t.Of, t)
		default:
			continue
		}
		if climbs(parents, t.Of, t.Of) || climbs(parents, t.Kin, t.Kin) {
			c.add(fault.Index("ties", i), ErrKin)
			return
		}
	}
	for i := range c.h.People {
		p := &c.h.People[i]
		ps := birth[p.Ref]
		if len(ps) > 2 || len(ps) == 2 && sameSex(ps[0], ps[1]) {
			c.add(fault.Index("people", i), ErrKin)
		}
		if len(ps) > 0 && is(p.Child.ParentsNotFound, true) {
			c.add(fault.Index("people", i)+".child.parentsNotFound", ErrContrary)
		}
	}
}

func sameSex(a, b *Person) bool {
	s, _ := a.Sex.Get()
	return (s == person.Male || s == person.Female) && is(b.Sex, s)
}

// climbs reports whether the ancestors of from have target among them.
func climbs(parents map[Ref][]Ref, from, target Ref) bool {
	seen := make(map[Ref]bool)
	var climb func(Ref) bool
	climb = func(r Ref) bool {
		for _, p := range parents[r] {
			if p == target {
				return true
			}
			if !seen[p] {
				seen[p] = true
				if climb(p) {
					return true
				}
			}
		}
		return false
	}
	return climb(from)
}

// marriages compares marital status with the spouses listed.
func (c *checker) marriages() {
	type marriage struct {
		spouse *Person
		path   string
	}
	spouses := make(map[Ref][]marriage)
	add := func(of, kin Ref, path string) {
		a, b := c.someone(of), c.someone(kin)
		if a == nil || b == nil || a == b {
			return
		}
		for _, m := range spouses[of] {
			if m.spouse == b {
				return // the same marriage, seen from the other side
			}
		}
		spouses[of] = append(spouses[of], marriage{b, path})
	}
	for i, t := range c.h.Ties {
		if is(t.Relation, Spouse) {
			add(t.Of, t.Kin, fault.Index("ties", i))
			add(t.Kin, t.Of, fault.Index("ties", i))
		}
	}
	for i := range c.h.People {
		p, path := &c.h.People[i], fault.Index("people", i)+".marriage"
		living, certain := 0, 0 // spouses not known to be dead, and those known to live
		for _, m := range spouses[p.Ref] {
			state, known := m.spouse.Life.State.Get()
			if state.gone() {
				continue
			}
			if living++; living > 1 {
				c.add(m.path, ErrSpouse)
			}
			if known {
				certain++
			}
		}
		if status, _ := p.Marriage.Get(); status == "" {
			continue
		} else if married(status) {
			complete, _ := p.KinComplete.Get()
			if living == 0 && complete {
				c.add(path, ErrMarriage)
			}
		} else if status == person.Widowed && certain > 0 ||
			(status == person.Unmarried || status == person.Divorced) && living > 0 {
			c.add(path, ErrMarriage)
		}
	}
}

func married(m person.Marriage) bool {
	return m == person.Married || m == person.FirstMarriage || m == person.Remarried || m == person.Reunited
}

// roles compares the relation to the applicant with his ties.
func (c *checker) roles() {
	var applicant *Person
	for i := range c.h.People {
		if is(c.h.People[i].Family.Relation, Applicant) {
			applicant = &c.h.People[i]
			break
		}
	}
	if applicant == nil {
		return
	}
	tied := make(map[Ref]bool)
	compare := func(kin Ref, relation Attested[Kinship]) {
		k, known := relation.Get()
		p := c.someone(kin)
		if p == nil {
			return
		}
		tied[kin] = true
		role, stated := p.Family.Relation.Get()
		if known && stated && role != k.role() {
			c.add(fault.Index("people", c.at[kin])+".family.relation", ErrRelation)
		}
	}
	for _, t := range c.h.Ties {
		switch applicant.Ref {
		case t.Of:
			compare(t.Kin, t.Relation)
		case t.Kin:
			if k, known := t.Relation.Get(); known {
				compare(t.Of, Of(k.Inverse(), t.Relation.Evidence()))
			} else {
				compare(t.Of, t.Relation)
			}
		}
	}
	if complete, _ := applicant.KinComplete.Get(); !complete {
		return
	}
	for i := range c.h.People {
		role, known := c.h.People[i].Family.Relation.Get()
		if known && role != Applicant && role != ApplicantOther && !tied[c.h.People[i].Ref] {
			c.add(fault.Index("people", i)+".family.relation", ErrRelation)
		}
	}
}

// findings finds judgements and extra facts that are given twice, or of nobody.
func (c *checker) findings() {
	type about struct {
		fact        eligibility.FactKey
		person, kin Ref
	}
	seen := make(map[about]bool)
	check := func(path string, a about) {
		if seen[a] {
			c.add(path, ErrTwice)
		}
		seen[a] = true
		if a.person != "" && c.someone(a.person) == nil || a.person == "" && a.kin != "" {
			c.add(path+".person", ErrNobody)
		}
		if a.kin != "" && c.someone(a.kin) == nil {
			c.add(path+".kin", ErrNobody)
		}
	}
	for i, j := range c.h.Judgements {
		path := fault.Index("judgements", i)
		check(path, about{j.Fact, j.Person, j.Kin})
		if !c.on.IsZero() && j.On.After(c.on) {
			c.add(path+".on", ErrFuture)
		}
	}
	for i, e := range c.h.Extra {
		path := fault.Index("extra", i)
		check(path, about{e.Fact, e.Person, e.Kin})
		n := 0
		for _, known := range []bool{e.Bool.Known(), e.Count.Known(), e.Money.Known(), e.Day.Known(), e.Word.Known(), e.Pairs.Known()} {
			if known {
				n++
			}
		}
		if n > 1 {
			c.add(path, ErrTwice)
		}
	}
}
