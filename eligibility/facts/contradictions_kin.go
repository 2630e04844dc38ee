package facts

import (
	"math/bits"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/internal/tree"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/person"
)

// ends are whose tie it is and to whom, as places among the people; −1 for a tie that is refused.
type ends struct{ of, kin int }

// A set of people is one word.
const _ = uint(64 - eligibility.MaxPeople)

// kinship finds ties to nobody, ties listed twice, and ties that exclude each other.
func (c *checker) kinship() {
	c.ends = make([]ends, len(c.h.Ties))
	for i, t := range c.h.Ties {
		at := tree.Place{Up: &tree.Place{Name: "ties"}, At: i}
		e := ends{c.person(t.Of), c.person(t.Kin)}
		listed := c.ends[:i]
		c.ends[i] = ends{-1, -1}
		switch {
		case e.of < 0:
			c.add(at.To("of"), ErrNobody)
			continue
		case e.kin < 0:
			c.add(at.To("kin"), ErrNobody)
			continue
		case e.of == e.kin:
			c.add(at.String(), ErrKin)
			continue
		case slices.Contains(listed, e):
			c.add(at.String(), ErrTwice)
			continue
		}
		c.ends[i] = e
		if back := slices.Index(listed, ends{e.kin, e.of}); back >= 0 && disagree(t, c.h.Ties[back]) {
			c.add(at.String(), ErrKin)
		}
		c.tie(t, &c.h.People[e.of], &c.h.People[e.kin], &at)
	}
	c.parents()
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

func (c *checker) tie(t Tie, of, kin *Person, at *tree.Place) {
	elder, younger := kin, of
	relation, _ := t.Relation.Get()
	years := 0 // that are between them at least, short of a marvel
	switch relation {
	case Parent:
		years = 12
	case Grandparent:
		years = 24
	case Child:
		elder, younger, years = of, kin, 12
	case Grandchild:
		elder, younger, years = of, kin, 24
	case YoungerSibling:
		elder, younger = of, kin
	}
	first, second := birthOf(elder), birthOf(younger)
	ordered := years > 0 || relation == ElderSibling || relation == YoungerSibling
	step := is(t.Origin, StepRaised) || is(t.Origin, StepOnly) // a parent's spouse may be of any age
	switch {
	case first.IsZero() || second.IsZero() || !ordered || step:
	case second.Before(first) || years > 0 && second == first:
		report := c.advise // siblings by a wrong register, a step-parent who is not called one
		if years > 0 && (is(t.Origin, ByBlood) || is(t.Origin, GivenUp)) {
			report = c.add
		}
		report(at.String(), ErrOlder)
	case second.Before(first.AddYears(years)):
		c.advise(at.String(), ErrAge)
	}
	// A father may be dead for most of ten months, and medicine allows more: somebody has to look.
	died, dated := elder.Life.Since.Get()
	if years == 12 && is(t.Origin, ByBlood) && is(elder.Life.State, Dead) && dated && second.After(died.AddDays(300)) {
		c.advise(at.String(), ErrDead)
	}
	if is(t.Raised, true) && relation != "" && relation != ElderSibling && relation != YoungerSibling {
		c.add(at.To("raised"), ErrContrary)
	}
	since, dated := t.LostContactSince.Get()
	if is(t.LostContact, false) && dated {
		c.add(at.To("lost_contact_since"), ErrContrary)
	}
	if dated && !c.on.IsZero() && since.After(c.on) {
		c.add(at.To("lost_contact_since"), ErrFuture)
	}
}

// parents finds people who are their own ancestors, and more parents by birth than there are.
func (c *checker) parents() {
	var parents, birth [eligibility.MaxPeople]uint64 // of each person, as a set
	for i, t := range c.h.Ties {
		e := c.ends[i]
		if e.of < 0 {
			continue
		}
		child, parent := e.of, e.kin
		switch relation, _ := t.Relation.Get(); relation {
		case Parent:
		case Child:
			if back := slices.Index(c.ends, ends{e.kin, e.of}); back >= 0 && is(c.h.Ties[back].Relation, Parent) {
				continue // that tie says it
			}
			child, parent = e.kin, e.of
		default:
			continue
		}
		parents[child] |= 1 << parent
		if origin, _ := t.Origin.Get(); origin == ByBlood || origin == GivenUp {
			birth[child] |= 1 << parent
		}
		if climbs(&parents, child) {
			c.add(fault.Index("ties", i), ErrKin)
			return
		}
	}
	for i := range c.h.People {
		p, set := &c.h.People[i], birth[i]
		switch n := bits.OnesCount64(set); {
		case n > 2:
			c.add(fault.Index("people", i), ErrKin)
		case n == 2 && sameSex(&c.h.People[bits.TrailingZeros64(set)], &c.h.People[bits.Len64(set)-1]):
			c.advise(fault.Index("people", i), ErrKin) // the register may have changed the sex of one
		}
		if set != 0 && is(p.Child.ParentsNotFound, true) { // one of them may be known and gone
			c.advise(fault.Index("people", i)+".child.parents_not_found", ErrContrary)
		}
	}
}

func sameSex(a, b *Person) bool {
	s, _ := a.Sex.Get()
	return (s == person.Male || s == person.Female) && is(b.Sex, s)
}

// climbs reports whether somebody is among his own ancestors.
func climbs(parents *[eligibility.MaxPeople]uint64, who int) bool {
	seen, above := uint64(0), parents[who]
	for above != 0 {
		next := bits.TrailingZeros64(above)
		seen |= 1 << next
		above = (above | parents[next]) &^ seen
	}
	return seen>>who&1 != 0
}

// marriages compares marital status with the spouses listed. It is advisory: no rule reads the status, which registers are slow to
// correct, and whoever lived as married before 1994-02-01 is, though a register says 未婚 (民法典婚姻家庭编解释（一）第七条). Two spouses
// who are known to live exclude each other (民法典第一千零五十一条).
func (c *checker) marriages() {
	for i := range c.h.People {
		p := &c.h.People[i]
		seen := uint64(0)
		living, certain := 0, 0 // spouses not known to be dead, and those known to live
		for t, e := range c.ends {
			spouse := e.kin
			if e.kin == i {
				spouse = e.of
			} else if e.of != i {
				continue
			}
			if !is(c.h.Ties[t].Relation, Spouse) || seen>>spouse&1 != 0 {
				continue // seen: the same marriage from the other side
			}
			seen |= 1 << spouse
			state, known := c.h.People[spouse].Life.State.Get()
			if state.gone() {
				continue
			}
			living++
			if known {
				certain++
			}
			if known && certain > 1 {
				c.add(fault.Index("ties", t), ErrSpouse)
			} else if living > 1 {
				c.advise(fault.Index("ties", t), ErrSpouse)
			}
		}
		status, _ := p.Marriage.Get()
		complete, _ := p.KinComplete.Get()
		spouse := is(p.Family.Relation, ApplicantSpouse) || i == c.applicant && c.spouse
		if married(status) && living == 0 && complete || status == person.Widowed && certain > 0 ||
			(status == person.Unmarried || status == person.Divorced) && (living > 0 || spouse) {
			c.advise(fault.Index("people", i)+".marriage", ErrMarriage)
		}
		least := bride
		if is(p.Sex, person.Male) {
			least = bride + 2
		}
		if age, ok := cal.Age(birthOf(p), c.on, cal.CivilCode()); ok && age < least && (living > 0 || married(status)) {
			c.advise(fault.Index("people", i)+".marriage", ErrAge)
		}
	}
}

func married(m person.Marriage) bool {
	return m == person.Married || m == person.FirstMarriage || m == person.Remarried || m == person.Reunited
}

// roles compares the relation to the applicant with his ties.
func (c *checker) roles() {
	if c.applicant < 0 {
		return
	}
	tied := uint64(0)
	for i, e := range c.ends {
		k, known := c.h.Ties[i].Relation.Get()
		kin := e.kin
		if e.kin == c.applicant {
			kin, k = e.of, k.Inverse()
		} else if e.of != c.applicant {
			continue
		}
		tied |= 1 << kin
		role, stated := c.h.People[kin].Family.Relation.Get()
		if known && stated && role != k.role() {
			c.add(fault.Index("people", kin)+".family.relation", ErrRelation)
		}
	}
	if complete, _ := c.h.People[c.applicant].KinComplete.Get(); !complete {
		return
	}
	for i := range c.h.People {
		role, known := c.h.People[i].Family.Relation.Get()
		if known && role != Applicant && role != ApplicantOther && tied>>i&1 == 0 {
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
	check := func(at *tree.Place, a about) {
		if seen[a] {
			c.add(at.String(), ErrTwice)
		}
		seen[a] = true
		if a.person != "" && c.person(a.person) < 0 || a.person == "" && a.kin != "" {
			c.add(at.To("person"), ErrNobody)
		}
		if a.kin != "" && c.person(a.kin) < 0 {
			c.add(at.To("kin"), ErrNobody)
		}
	}
	for i, j := range c.h.Judgements {
		at := tree.Place{Up: &tree.Place{Name: "judgements"}, At: i}
		check(&at, about{j.Fact, j.Person, j.Kin})
		if !c.on.IsZero() && j.On.After(c.on) {
			c.add(at.To("on"), ErrFuture)
		}
	}
	for i, e := range c.h.Extra {
		at := tree.Place{Up: &tree.Place{Name: "extra"}, At: i}
		check(&at, about{e.Fact, e.Person, e.Kin})
		n := 0
		for _, known := range [...]bool{e.Bool.Known(), e.Count.Known(), e.Money.Known(), e.Day.Known(), e.Word.Known(), e.Pairs.Known()} {
			if known {
				n++
			}
		}
		if n > 1 {
			c.add(at.String(), ErrTwice)
		}
	}
}
