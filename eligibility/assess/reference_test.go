package assess_test

import (
	"math/big"
	"slices"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
)

// reference evaluates trees by the definitions of the nodes, through the public interface alone: no short cuts, no tables,
// fractions for sums, and for Together every assignment there is. What a node says that speaks neither of Together nor of an
// owner is worked out once for a case.
type reference struct {
	question
	*notes
	assumed  map[el.ProgrammeID][]el.Truth // what Together reads
	forced   func(n *el.Node, at who) (el.Truth, bool)
	conflict bool // some exception conflicts
}

// A question is what all that references say of a case, which must not be changed between them, depends on.
type question struct {
	l        *assess.Engine
	c        *el.Case
	verified bool
}

// notes are what references to one question have worked out.
type notes struct {
	steady map[*el.Node]bool
	said   map[place]answer
	tried  map[el.ProgrammeID]assignments
}

type place struct {
	node        *el.Node
	person, tie int
}

type answer struct {
	truth    el.Truth
	conflict bool
}

type assignments struct {
	agree    [][]el.Truth
	conflict bool
}

var noted kit.Kept[question, *notes]

func newReference(l *assess.Engine, c *el.Case, verified bool) *reference {
	q := question{l, c, verified}
	n := noted.Of(q, func(question) (*notes, error) {
		return &notes{map[*el.Node]bool{}, map[place]answer{}, map[el.ProgrammeID]assignments{}}, nil
	})
	return &reference{question: q, notes: n, assumed: map[el.ProgrammeID][]el.Truth{}}
}

// isSteady reports that a node says the same whatever Together reads and whoever was in view before.
func (r *reference) isSteady(n *el.Node) bool {
	is, ok := r.steady[n]
	if !ok {
		is = true
		for _, below := range r.l.Law().Under(n) {
			is = is && below.Kind() != el.KindTogether && below.Kind() != el.KindOwner
		}
		r.steady[n] = is
	}
	return is
}

// who is in view: a person or −1, a tie or −1, and who was in view before the tie.
type who struct {
	person, tie int
	up          *who
}

var household = who{-1, -1, nil}

func (r *reference) get(k el.FactKey, at who) (int64, bool) {
	f, _ := r.l.Law().Dictionary().Lookup(k)
	row := 0
	switch f.Scope {
	case el.PerPerson:
		row = at.person
	case el.PerTie:
		row = at.tie
	}
	n, known, verified := r.c.Get(k, row)
	return n, known && (!r.verified || verified)
}

func (r *reference) yes(k el.FactKey, at who) bool { n, ok := r.get(k, at); return ok && n == 1 }

// area is "" where town or country is not known.
func (r *reference) area() el.Area {
	n, ok := r.get(el.HouseholdArea, household)
	if !ok {
		return ""
	}
	return []el.Area{el.Urban, el.Rural}[n]
}

// members says of every person whether he is a member.
func (r *reference) members() []el.Truth {
	def, _ := r.l.Law().Definition(el.MemberOf)
	out := make([]el.Truth, r.c.People())
	for x := range out {
		out[x] = r.eval(def.Root, who{x, -1, nil})
	}
	return out
}

func all(ts []el.Truth) el.Truth {
	out := el.Met
	for _, t := range ts {
		out = out.And(t)
	}
	return out
}

// outcomes lists how many of ts may be met, given that every unknown one may turn out either way.
func outcomes(ts []el.Truth) (counts []int) {
	counts = []int{0}
	for _, t := range ts {
		var next []int
		for _, n := range counts {
			if t != el.Met && !slices.Contains(next, n) {
				next = append(next, n)
			}
			if t != el.NotMet && !slices.Contains(next, n+1) {
				next = append(next, n+1)
			}
		}
		counts = next
	}
	return counts
}

// agree is the truth that all outcomes share.
func agree(ts ...el.Truth) el.Truth {
	for _, t := range ts {
		if t != ts[0] {
			return el.Unknown
		}
	}
	return ts[0]
}

func truth(b bool) el.Truth {
	if b {
		return el.Met
	}
	return el.NotMet
}

func (r *reference) eval(n *el.Node, at who) el.Truth {
	if r.forced != nil || !r.isSteady(n) {
		return r.work(n, at)
	}
	k := place{n, at.person, at.tie}
	a, ok := r.said[k]
	if !ok {
		before := r.conflict
		r.conflict = false
		a = answer{r.work(n, at), r.conflict}
		r.conflict = before
		r.said[k] = a
	}
	r.conflict = r.conflict || a.conflict
	return a.truth
}

func (r *reference) work(n *el.Node, at who) el.Truth {
	s := n.Spec()
	var kids []el.Truth
	if s.Group == "" && s.Kind != el.KindOwner {
		for _, k := range s.Kids {
			kids = append(kids, r.eval(k, at))
		}
	}
	if r.forced != nil {
		if t, ok := r.forced(n, at); ok {
			return t
		}
	}
	switch s.Kind {
	case el.KindAll:
		return all(kids)
	case el.KindAny:
		out := el.NotMet
		for _, t := range kids {
			out = out.Or(t)
		}
		return out
	case el.KindNot:
		return kids[0].Not()
	case el.KindAtLeast:
		var ts []el.Truth
		for _, n := range outcomes(kids) {
			ts = append(ts, truth(n >= s.N))
		}
		return agree(ts...)
	case el.KindEvery, el.KindAnyOf, el.KindCount:
		return r.group(s, at)
	case el.KindOwner:
		return r.eval(s.Kids[0], *at.up)
	case el.KindHolds:
		if at.person >= 0 {
			return r.boolean(el.HoldsFact(s.Programme), at)
		}
		var ts []el.Truth
		for x, member := range r.members() {
			ts = append(ts, member.Not().Or(r.eval(n, who{x, -1, nil})))
		}
		if !r.yes(el.MembersComplete, at) {
			ts = append(ts, el.Unknown)
		}
		return all(ts)
	case el.KindQualifies:
		return r.programme(s.Programme, at.person)
	case el.KindTogether:
		return r.assumed[s.Programme][at.person]
	case el.KindDefined:
		d, _ := r.l.Law().Definition(s.Definition)
		if d.Scope == el.PerHousehold {
			at = household
		}
		return r.eval(d.Root, at)
	case el.KindJudgement:
		return r.boolean(s.Fact, at)
	case el.KindOpen:
		switch {
		case len(kids) > 0:
			return kids[0]
		case s.State == el.Enacted:
			return el.Met
		case s.State == el.NotRecorded && s.Required:
			return el.Unknown
		}
		return el.NotMet
	case el.KindCustom:
		f, _ := r.l.Law().Function(s.Function)
		return f.Eval(seen{r, at})
	case el.KindException:
		return r.exception(s, kids[0], at)
	case el.KindConst:
		return s.Const
	case el.KindInSet:
		return r.inSet(s, at)
	case el.KindAge, el.KindElapsed:
		return r.time(s, at)
	}
	return r.compare(s, at)
}

type seen struct {
	r  *reference
	at who
}

func (v seen) Get(k el.FactKey) (int64, bool) { return v.r.get(k, v.at) }

func (r *reference) boolean(k el.FactKey, at who) el.Truth {
	n, ok := r.get(k, at)
	if !ok {
		return el.Unknown
	}
	return truth(n == 1)
}

func (r *reference) group(s el.Spec, at who) el.Truth {
	type one struct {
		at  who
		in  el.Truth
		fit el.Truth
	}
	var all []one
	complete := false
	if s.Group == el.Members {
		complete = r.yes(el.MembersComplete, at)
		for x, member := range r.members() {
			all = append(all, one{who{x, -1, nil}, member, el.Unknown})
		}
	} else {
		complete = r.yes(el.KinComplete, at)
		for t := range r.c.Ties() {
			if owner, kin := r.c.TieOf(t); owner == at.person {
				all = append(all, one{who{kin, t, &at}, el.Met, el.Unknown})
			}
		}
	}
	// If the list is not complete, two more may turn up whatever N is: one who fits and one who fails, or many.
	var ts []el.Truth
	for _, o := range all {
		if s.Where != nil {
			o.in = o.in.And(r.eval(s.Where, o.at))
		}
		o.fit = r.eval(s.Kids[0], o.at)
		if s.Kind == el.KindEvery {
			o.fit = o.fit.Not()
		}
		ts = append(ts, o.in.And(o.fit))
	}
	if !complete {
		for range 10 {
			ts = append(ts, el.Unknown)
		}
	}
	var out []el.Truth
	for _, n := range outcomes(ts) {
		switch s.Kind {
		case el.KindEvery:
			out = append(out, truth(n == 0))
		case el.KindAnyOf:
			out = append(out, truth(n > 0))
		default:
			out = append(out, holds(s.Op.Op, big.NewRat(int64(n), 1), big.NewRat(int64(s.N), 1)))
		}
	}
	return agree(out...)
}

func (r *reference) exception(s el.Spec, rule el.Truth, at who) el.Truth {
	var possible, certain []el.Truth
	for _, b := range s.Branches {
		when, then := r.eval(b.When, at), r.eval(b.Then, at)
		if when != el.NotMet {
			possible = append(possible, then)
		}
		if when == el.Met {
			certain = append(certain, then)
		}
	}
	if slices.Contains(certain, el.Met) && slices.Contains(certain, el.NotMet) {
		r.conflict = true
		return el.Unknown
	}
	if len(certain) == 0 {
		possible = append(possible, rule)
	}
	return agree(possible...)
}

func (r *reference) inSet(s el.Spec, at who) el.Truth {
	n, ok := r.get(s.Fact, at)
	f, _ := r.l.Law().Dictionary().Lookup(s.Fact)
	switch {
	case !ok:
		return el.Unknown
	case f.Kind == el.WordFact:
		return truth(slices.Contains(s.Words, f.Words[n].Key))
	}
	for _, p := range s.Pairs {
		kinds := []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental, identity.Multiple}
		grades := []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
		if n>>((slices.Index(kinds, p.Kind)+1)*8+slices.Index(grades, p.Grade)+1)&1 != 0 {
			return el.Met
		}
	}
	return el.NotMet
}

func (r *reference) time(s el.Spec, at who) el.Truth {
	n, ok := r.get(s.Fact, at)
	if !ok {
		return el.Unknown
	}
	d, on := day(n), r.l.Law().Query().On
	var full int64
	if s.Kind == el.KindAge {
		years, ok := cal.Age(d, on, r.l.Law().Query().Ages)
		if !ok {
			return el.Unknown
		}
		full = int64(years)
	} else {
		// As many units as can be added to the date without passing the day; a date ahead has less than none.
		step := map[el.Unit]func(cal.Date, int) cal.Date{el.Days: cal.Date.AddDays, el.Months: cal.Date.AddMonths, el.Years: cal.Date.AddYears}[s.Unit]
		for full = -1; !step(d, int(full+1)).After(on); {
			full++
		}
	}
	return holds(s.Op.Op, big.NewRat(full, 1), big.NewRat(int64(s.N), 1))
}

// sum adds up fractions; ok is false where anything in it is unknown.
func (r *reference) sum(s el.Sum, at who) (total *big.Rat, ok bool) {
	people := []who{at}
	total, ok = new(big.Rat), true
	if s.Over == el.Members {
		if people = nil; !r.yes(el.MembersComplete, at) {
			return nil, false
		}
		for x, member := range r.members() {
			switch member {
			case el.Unknown:
				return nil, false
			case el.Met:
				people = append(people, who{x, -1, nil})
			}
		}
	}
	for _, p := range people {
		for _, t := range s.Terms {
			if t.Unless != "" {
				if _, f, _ := r.l.Law().Fill(t.Unless); f.State == el.Enacted {
					continue
				}
			}
			n, known := r.get(t.Fact, p)
			if ok = ok && known; t.Minus {
				n = -n
			}
			total.Add(total, big.NewRat(n, 1))
		}
	}
	return total, ok
}

func (r *reference) operand(o el.Operand, area el.Area, at who) (*big.Rat, bool) {
	switch o.Kind {
	case "":
		return big.NewRat(1, 1), true
	case el.NumberOperand:
		return big.NewRat(o.Number, 1), true
	case el.MoneyOperand:
		return big.NewRat(o.Money.Fen(), 1), true
	case el.RatioOperand:
		return big.NewRat(o.Ratio.Num(), o.Ratio.Den()), true
	case el.FactOperand:
		n, ok := r.get(o.Fact, at)
		return big.NewRat(n, 1), ok
	case el.HeadsOperand:
		n := int64(0)
		ok := r.yes(el.MembersComplete, at)
		for _, t := range r.members() {
			ok = ok && t != el.Unknown
			if t == el.Met {
				n++
			}
		}
		return big.NewRat(n, 1), ok
	}
	p, _ := r.l.Law().Parameter(o.Param)
	v, ok := r.l.Law().Value(o.Param, area)
	if !ok {
		return nil, false
	}
	switch p.Kind {
	case el.MoneyParam:
		if v.Per == el.Yearly {
			return big.NewRat(v.Money.Fen(), 12), true
		}
		return big.NewRat(v.Money.Fen(), 1), true
	case el.RatioParam:
		return big.NewRat(v.Ratio.Num(), v.Ratio.Den()), true
	}
	return big.NewRat(int64(v.Count), 1), true
}

// compare compares for the area that is known, or else needs town and country to have the very same values.
func (r *reference) compare(s el.Spec, at who) el.Truth {
	left, ok := r.sum(s.Left, at)
	if s.Kind == el.KindCompare {
		n, known := r.get(s.Fact, at)
		left, ok = big.NewRat(n, 1), known
	}
	if !ok {
		return el.Unknown
	}
	right := big.NewRat(1, 1)
	area := r.area()
	for _, o := range []el.Operand{s.Than, s.Ratio, s.Heads, s.Months} {
		n, ok := r.operand(o, area, at)
		if !ok && area == "" && o.Kind == el.ParamOperand {
			town, ok1 := r.operand(o, el.Urban, at)
			country, ok2 := r.operand(o, el.Rural, at)
			if ok1 && ok2 && town.Cmp(country) == 0 {
				n, ok = town, true
			}
		}
		if !ok {
			return el.Unknown
		}
		right.Mul(right, n)
	}
	if s.Kind == el.KindShare {
		whole, ok := r.sum(s.Right, at)
		if !ok {
			return el.Unknown
		}
		right.Mul(right, whole)
	}
	op := s.Op.Op
	if s.Op.Param != "" {
		v, ok := r.l.Law().Value(s.Op.Param, area)
		if !ok && area == "" {
			town, ok1 := r.l.Law().Value(s.Op.Param, el.Urban)
			country, ok2 := r.l.Law().Value(s.Op.Param, el.Rural)
			v, ok = town, ok1 && ok2 && town.Comparator == country.Comparator
		}
		if !ok {
			return el.Unknown
		}
		op = v.Comparator
	}
	return holds(op, left, right)
}

// programme finds what a programme says of a person, or of the household (−1).
func (r *reference) programme(id el.ProgrammeID, person int) el.Truth {
	p, ok := r.l.Law().Programme(id)
	if !ok {
		return el.NotMet
	}
	if p.Unit == el.PerHousehold {
		return r.eval(p.Root, household)
	}
	if !mentions(r.l, id, el.KindTogether) {
		return r.eval(p.Root, who{person, -1, nil})
	}
	return r.best(id, p)[person]
}

// best is the greatest assignment of truths to the people that agrees with the tree.
func (r *reference) best(id el.ProgrammeID, p el.Programme) []el.Truth {
	return r.extreme(id, p, el.Truth.Or)
}

// extreme joins all assignments that agree with the tree.
func (r *reference) extreme(id el.ProgrammeID, p el.Programme, join func(a, b el.Truth) el.Truth) []el.Truth {
	var joined []el.Truth
	for _, a := range r.agreeing(id, p) {
		if joined == nil {
			joined = slices.Clone(a)
		}
		for x := range a {
			joined[x] = join(joined[x], a[x])
		}
	}
	return joined
}

// agreeing finds the assignments of truths to the people that agree with the tree, by trying all.
func (r *reference) agreeing(id el.ProgrammeID, p el.Programme) [][]el.Truth {
	found, ok := r.tried[id]
	if !ok || r.forced != nil {
		found = assignments{}
		saved, before := r.assumed[id], r.conflict
		r.conflict = false
		for i := range pow(3, r.c.People()) {
			a := make([]el.Truth, r.c.People())
			for x, rest := 0, i; x < len(a); x, rest = x+1, rest/3 {
				a[x] = el.Truth(rest%3 - 1)
			}
			r.assumed[id] = a
			consistent := true
			for x := 0; x < len(a) && consistent; x++ {
				consistent = r.eval(p.Root, who{x, -1, nil}) == a[x]
			}
			if consistent {
				found.agree = append(found.agree, a)
			}
		}
		found.conflict = r.conflict
		r.assumed[id], r.conflict = saved, before
		if r.forced == nil {
			r.tried[id] = found
		}
	}
	r.conflict = r.conflict || found.conflict
	return found.agree
}

func pow(b, n int) int {
	p := 1
	for range n {
		p *= b
	}
	return p
}

func mentions(l *assess.Engine, id el.ProgrammeID, k el.Kind) bool {
	for _, n := range l.Law().Walk(id) {
		if n.Kind() == k {
			return true
		}
	}
	return false
}
