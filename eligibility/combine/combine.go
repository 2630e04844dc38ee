package combine

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
)

// Claim is one benefit of one person (一人一项待遇): held, found eligible, or still open.
type Claim struct {
	Programme eligibility.ProgrammeID
	Row       int  // the person
	Household bool // a benefit of the household, of which the person is a member
	Held      bool // confirmed and held
	// Result is what the assessment found; empty where only a holding is known.
	Result eligibility.Result
	// Amount is what comes of it a month for this person, taken for itself; unknown where nothing is recorded or defined.
	Amount known.Value[money.Amount]
}

// Certain reports that the benefit is held, or that the assessment finds the person eligible. Any other claim may still
// come to something, once what it lacks is known.
func (c Claim) Certain() bool { return c.Held || c.Result == eligibility.Eligible }

// Effect is what one rule says of two claims (并享关系). A and B are places in Plan.Claims and stand to each other as A and B of the
// rule.
type Effect struct {
	A, B int
	Rule eligibility.Stacking // with its words and its source
	// Open says that one of the claims is not certain: the rule will apply if it comes to something.
	Open bool
	// Ended says that A is held and excludes B, so that B ends or cannot begin: no choice is left.
	Ended bool
	// Amount is what A pays a month beside B, of a rule that pays a difference; unknown otherwise.
	Amount known.Value[money.Amount]
}

// Pair is two claims, as places in Plan.Claims.
type Pair struct{ A, B int }

// Choice is a group of certain claims that cannot all be held together (须选择的待遇), and every lawful way out. The order of the ways is
// that of the claims they keep; it recommends nothing.
type Choice struct {
	Claims []int
	Ways   []Way
}

// Way is one lawful way out of a choice (可选方案): the claims kept and those given up, each as places in Plan.Claims. Monthly is
// what the kept ones come to a month for these people together, differences paid as differences.
type Way struct {
	Keep    []int
	GiveUp  []int
	Monthly known.Value[money.Amount]
}

// Plan is what the people of one household may hold (并享方案).
type Plan struct {
	Law eligibility.Fingerprint
	// Claims by person, then in the order in which the law declares the programmes. What an assessment found not eligible and
	// nobody holds is not among them.
	Claims  []Claim
	Effects []Effect // of every rule that meets two claims, in the order of the claims
	Choices []Choice
	// Unruled are the benefits of one person of which no rule says how they stand to each other (未见并享规定).
	Unruled []Pair
}

// Ended returns the claims that end or cannot begin because what is held excludes them, as places in Claims.
func (p *Plan) Ended() []int {
	var out []int
	for _, e := range p.Effects {
		if e.Ended && !slices.Contains(out, e.B) {
			out = append(out, e.B)
		}
	}
	slices.Sort(out)
	return out
}

// Combine joins assessments of the people of one household, in any order, and what the case says that they hold to a
// plan. Members are the rows of the members of the household, to each of whom a benefit of the household belongs: those of whom
// the definition eligibility.MemberOf is met, which assess.Engine.Member tells.
//
// Errors: ErrLaw for a case of another dictionary or an assessment by another law, ErrProgramme for a programme that is not in
// force, ErrRow, ErrTwice, with their places; ErrTooMany where more than 16 claims depend on each other.
func Combine(l *statutes.Law, c *eligibility.Case, members []int, assessments []eligibility.Assessment) (Plan, error) {
	if l == nil || c == nil {
		return Plan{}, catalogue().New(ErrLaw)
	}
	j := joiner{law: l, c: c, plan: Plan{Law: l.Fingerprint()}}
	if err := j.check(members, assessments); err != nil {
		return Plan{}, err
	}
	j.claims(members, assessments)
	j.effects()
	if err := j.choices(); err != nil {
		return Plan{}, err
	}
	return j.plan, nil
}

type joiner struct {
	law  *statutes.Law
	c    *eligibility.Case
	plan Plan

	hard map[Pair]bool // cannot be held together, lower place first
	soft map[Pair]bool // may be held together, but A may also do without B; in the order A, B
	diff map[Pair]bool // beside B, A is paid as a difference

	assessed []bool // by claim: the amount is an assessment's
}

func (j *joiner) check(members []int, assessments []eligibility.Assessment) error {
	var l fault.List
	if j.c.Dictionary() != j.law.Dictionary() {
		return catalogue().New(ErrLaw)
	}
	row := func(path string, r int) {
		if r < 0 || r >= j.c.People() {
			l.Add(path, catalogue().New(ErrRow))
		}
	}
	for i, r := range members {
		row(fault.Index("members", i), r)
		if slices.Contains(members[:i], r) {
			l.Add(fault.Index("members", i), catalogue().New(ErrTwice))
		}
	}
	for i, a := range assessments {
		path := fault.Index("assessments", i)
		p, ok := j.law.Programme(a.Programme)
		switch {
		case !ok:
			l.Add(path+".programme", catalogue().New(ErrProgramme))
			continue
		case a.Law != j.plan.Law:
			l.Add(path+".law", catalogue().New(ErrLaw))
		}
		if p.Unit == eligibility.PerPerson {
			row(path+".row", a.Row)
		} else if a.Row != 0 {
			l.Add(path+".row", catalogue().New(ErrRow))
		}
		if slices.ContainsFunc(assessments[:i], func(o eligibility.Assessment) bool { return o.Programme == a.Programme && o.Row == a.Row }) {
			l.Add(path, catalogue().New(ErrTwice))
		}
	}
	return l.Err()
}

// claims collects what is held and what the assessments leave possible, by person and in the order of the law.
func (j *joiner) claims(members []int, assessments []eligibility.Assessment) {
	order := make(map[eligibility.ProgrammeID]int)
	for p := range j.law.Programmes() {
		order[p.ID] = len(order)
		house := p.Unit == eligibility.PerHousehold
		for row := range j.c.People() {
			claim := Claim{Programme: p.ID, Row: row, Household: house}
			n, known, _ := j.c.Get(eligibility.HoldsFact(p.ID), row)
			claim.Held = known && n == 1
			for _, a := range assessments {
				if a.Programme != p.ID || house && !slices.Contains(members, row) || !house && a.Row != row {
					continue
				}
				if claim.Result = a.Result; !house || len(members) == 1 {
					claim.Amount = a.Amount
				}
			}
			if paid := j.paid(p.ID, row); claim.Held && paid.known {
				claim.Amount = paid.value()
			}
			if claim.Held || claim.Result != "" && claim.Result != eligibility.NotEligible {
				j.plan.Claims = append(j.plan.Claims, claim)
			}
		}
	}
	slices.SortStableFunc(j.plan.Claims, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(order[a.Programme], order[b.Programme]))
	})
	for _, c := range j.plan.Claims {
		j.assessed = append(j.assessed, !c.Held || !j.paid(c.Programme, c.Row).known)
	}
}

// sum is an amount that may be unknown.
type sum struct {
	money.Amount
	known bool
}

func (s sum) value() (v known.Value[money.Amount]) {
	if s.known {
		v = known.Of(s.Amount)
	}
	return v
}

func of(v known.Value[money.Amount]) sum { a, ok := v.Get(); return sum{a, ok} }

// plus adds; an unknown addend, or a sum without room, is unknown.
func (s sum) plus(o sum) sum {
	a, err := s.Add(o.Amount)
	return sum{a, s.known && o.known && err == nil}
}

// less subtracts, not below nothing.
func (s sum) less(o sum) sum {
	a, err := s.Sub(o.Amount)
	if a.Sign() < 0 {
		a = money.Amount{}
	}
	return sum{a, s.known && o.known && err == nil}
}

// PaidFact is the money fact of a person that says what a held benefit pays him a month (每月实发额), where the dictionary has one.
func PaidFact(p eligibility.ProgrammeID) eligibility.FactKey {
	return eligibility.FactKey("person.paid." + string(p))
}

func (j *joiner) paid(p eligibility.ProgrammeID, row int) sum {
	n, known, _ := j.c.Get(PaidFact(p), row)
	return sum{money.Fen(n), known}
}

// effects applies every rule to every two claims that it speaks of.
func (j *joiner) effects() {
	claims := j.plan.Claims
	j.hard, j.soft, j.diff = make(map[Pair]bool), make(map[Pair]bool), make(map[Pair]bool)
	var rules []eligibility.Stacking
	for r := range j.law.Stackings() {
		rules = append(rules, r)
	}
	for a := range claims {
		for b := a + 1; b < len(claims); b++ {
			ruled := claims[a].Row != claims[b].Row || claims[a].Programme == claims[b].Programme
			for _, r := range rules {
				if claims[a].Row != claims[b].Row && !r.SameHousehold {
					continue
				}
				switch {
				case claims[a].Programme == r.A && claims[b].Programme == r.B:
					j.effect(a, b, r)
				case claims[a].Programme == r.B && claims[b].Programme == r.A:
					j.effect(b, a, r)
				default:
					continue
				}
				ruled = true
			}
			if !ruled {
				j.plan.Unruled = append(j.plan.Unruled, Pair{a, b})
			}
		}
	}
	j.end()
	for i := range j.plan.Effects {
		if e := &j.plan.Effects[i]; j.diff[Pair{e.A, e.B}] {
			e.Amount = j.beside(e.A, []int{e.A, e.B}).value()
		}
	}
}

func (j *joiner) effect(a, b int, r eligibility.Stacking) {
	open := !j.plan.Claims[a].Certain() || !j.plan.Claims[b].Certain()
	j.plan.Effects = append(j.plan.Effects, Effect{A: a, B: b, Rule: r, Open: open})
	if r.Rule == eligibility.Difference || r.Rule == eligibility.ChooseOrDifference {
		j.diff[Pair{a, b}] = true
	}
	if open {
		return
	}
	switch r.Rule {
	case eligibility.Excludes, eligibility.Choose, eligibility.HigherOf:
		j.hard[Pair{min(a, b), max(a, b)}] = true
	case eligibility.ChooseOrDifference:
		j.soft[Pair{a, b}] = true
	}
}

// end finds what ends because something held excludes it. What is itself excluded by something held ends nothing; in a
// circle of exclusions nothing ends of itself, and it is a choice.
func (j *joiner) end() {
	const (
		undecided = iota
		stays
		ends
	)
	state := make([]int, len(j.plan.Claims))
	byLaw := func(e *Effect) bool {
		return !e.Open && e.Rule.Rule == eligibility.Excludes && j.plan.Claims[e.A].Held
	}
	judge := func(claim int) int {
		now := stays
		for k := range j.plan.Effects {
			e := &j.plan.Effects[k]
			if e.B != claim || !byLaw(e) {
				continue
			}
			switch state[e.A] {
			case stays:
				return ends
			case undecided:
				now = undecided
			}
		}
		return now
	}
	for changed := true; changed; {
		changed = false
		for i := range state {
			if state[i] == undecided {
				state[i] = judge(i)
				changed = changed || state[i] != undecided
			}
		}
	}
	for k := range j.plan.Effects {
		e := &j.plan.Effects[k]
		e.Ended = byLaw(e) && state[e.A] == stays
	}
}

// beside is what claim a pays a month among the claims kept: its full amount, less those of them that it is paid beside as a
// difference.
func (j *joiner) beside(a int, kept []int) sum {
	full := j.full(a)
	for _, b := range kept {
		if j.diff[Pair{a, b}] {
			full = full.less(of(j.plan.Claims[b].Amount))
		}
	}
	return full
}

// full is the amount of a claim before any difference. An assessment has taken off what is paid already; where nothing is
// left, how much it took off is not known.
func (j *joiner) full(a int) sum {
	claim := j.plan.Claims[a]
	amount := of(claim.Amount)
	p, _ := j.law.Programme(claim.Programme)
	if !j.assessed[a] || p.Pay == nil || p.Pay.Deduct.Over != "" {
		return amount
	}
	full := amount
	for b, other := range j.plan.Claims {
		deducted := slices.ContainsFunc(p.Pay.Deduct.Terms, func(t eligibility.Term) bool { return t.Fact == PaidFact(other.Programme) })
		if !deducted || !other.Held || !j.diff[Pair{a, b}] {
			continue
		}
		paid := j.paid(other.Programme, claim.Row)
		full = full.plus(paid)
		full.known = full.known && (amount.Sign() > 0 || paid.Sign() == 0)
	}
	return full
}
