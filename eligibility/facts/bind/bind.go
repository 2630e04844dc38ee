// Package bind turns a household (家庭) into the flat facts of one law and day (个案): what package eligibility assesses.
//
//	bound, err := bind.Household(law, &h, eligibility.Documented)
//
// It refuses what cannot be (not what should not be: an advisory fault keeps nobody out), works out what depends on the day, puts nothing in the place of what is not known,
// and keeps which row is who, so that what is missing can be asked for.
//
// A Bound may be read by any number of goroutines.
package bind

import (
	"iter"
	"slices"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// Bound is a household as the flat facts of one law and day (个案).
type Bound struct {
	Case *eligibility.Case
	rows map[facts.Ref]int
	refs []facts.Ref
	odd  fault.List
}

// Advisories lists what should not be and kept nobody out (需要核实的情况): a number that states something else than is recorded, two
// statuses at once that exclude each other. Whoever reads a result has to see them. The list is the caller's own.
func (b *Bound) Advisories() fault.List { return slices.Clone(b.odd) }

// Row returns the row of a person in the case. It is false for nobody, and for somebody born after the day of the law.
func (b *Bound) Row(r facts.Ref) (int, bool) {
	row, ok := b.rows[r]
	return row, ok
}

// Ref returns whose row it is.
func (b *Bound) Ref(row int) (facts.Ref, bool) {
	if row < 0 || row >= len(b.refs) {
		return "", false
	}
	return b.refs[row], true
}

// Household turns a household into the facts that the law reads on its day. A fact counts as verified when its evidence is
// verifiedFrom or better; of a fact that rests on several, the weakest evidence counts.
//
// A household with contradictions that are not advisory is refused with all of them, as a fault.List: days may not lie after the later of the law's On
// and KnownOn. Facts that the law's dictionary does not have are left out, and so is a benefit of a programme of the law that no rule
// asks about, such as relief received; any other benefit, judgement or Extra that the dictionary does not know is an error, because
// leaving it out could change a result.
func Household(law *statutes.Law, h *facts.Household, verifiedFrom eligibility.Evidence) (*Bound, error) {
	q := law.Query()
	known := q.On
	if q.KnownOn.After(known) {
		known = q.KnownOn
	}
	d := law.Dictionary()
	b := binder{law: law, dict: d, on: q.On, known: known, place: q.Division, from: verifiedFrom,
		held: programmes(d, string(eligibility.HoldsFact(""))), paid: programmes(d, paidPrefix)}
	area, _ := h.Area.Get()
	if v, ok := law.Value(facts.MonthsOfIncome, area); ok {
		b.months = v.Count
	}
	return b.bind(h)
}

// binder writes a household into a case.
type binder struct {
	law    *statutes.Law
	dict   *eligibility.Dictionary
	on     cal.Date      // the day of the law
	known  cal.Date      // nothing recorded lies after it
	place  division.Code // zero: the whole country
	months int           // of income; 0: not known
	from   eligibility.Evidence
	held   []eligibility.ProgrammeID // benefits that the dictionary says people hold
	paid   []eligibility.ProgrammeID // and those that they are paid

	c      *eligibility.Case
	out    *Bound
	ties   map[[2]facts.Ref]int
	faults fault.List
}

func (b *binder) bind(h *facts.Household) (*Bound, error) {
	if !eligibility.Evidences().Known(b.from) {
		return nil, facts.Faults().New(facts.ErrEvidence)
	}
	odd := facts.Contradictions(h, b.known)
	if err := odd.Blocking().Err(); err != nil {
		return nil, err
	}
	b.c = eligibility.NewCase(b.dict)
	b.out = &Bound{Case: b.c, rows: make(map[facts.Ref]int, len(h.People)), odd: odd}
	b.household(h)
	for i := range h.People {
		p := &h.People[i]
		if born, _ := p.Birth.Get(); born.After(b.on) {
			continue // on that day there was no such person
		}
		row, err := b.c.AddPerson()
		if err != nil {
			b.faults.Add(fault.Index("people", i), err)
			continue
		}
		b.out.rows[p.Ref] = row
		b.out.refs = append(b.out.refs, p.Ref)
		b.person(p, row)
		b.holdings(p, row, fault.Index("people", i))
	}
	b.kin(h.Ties)
	for i, j := range h.Judgements {
		b.judgement(j, fault.Index("judgements", i))
	}
	for i, e := range h.Extra {
		b.extra(e, fault.Index("extra", i))
	}
	if err := b.faults.Err(); err != nil {
		return nil, err
	}
	return b.out, nil
}

// put writes a fact, if it is known and the dictionary has it.
func put[T any](b *binder, k eligibility.FactKey, row int, a facts.Attested[T], datum func(T) eligibility.Datum) {
	v, ok := a.Get()
	if !ok {
		return
	}
	if zh, _, _ := b.dict.Texts(k); zh != "" {
		b.faults.Add(string(k), b.c.Put(k, row, datum(v), a.Evidence().AtLeast(b.from)))
	}
}

func (b *binder) yes(k eligibility.FactKey, row int, a facts.Attested[bool]) {
	put(b, k, row, a, eligibility.Bool)
}

func (b *binder) day(k eligibility.FactKey, row int, a facts.Attested[cal.Date]) {
	put(b, k, row, a, eligibility.Day)
}

func (b *binder) sum(k eligibility.FactKey, row int, a facts.Attested[money.Amount]) {
	put(b, k, row, a, eligibility.Money)
}

func (b *binder) count(k eligibility.FactKey, row int, a facts.Attested[int]) {
	put(b, k, row, a, func(n int) eligibility.Datum { return eligibility.Count(int64(n)) })
}

func (b *binder) pairs(k eligibility.FactKey, row int, a facts.Attested[[]eligibility.Pair]) {
	put(b, k, row, a, func(p []eligibility.Pair) eligibility.Datum { return eligibility.PairsOf(p...) })
}

func word[K ~string](b *binder, k eligibility.FactKey, row int, a facts.Attested[K]) {
	put(b, k, row, a, eligibility.WordOf[K])
}

// since is a fact that began on a day: before that day nobody knows.
func since[T any](b *binder, a facts.Attested[T], day facts.Attested[cal.Date]) facts.Attested[T] {
	if d, _ := day.Get(); d.After(b.on) {
		return facts.Attested[T]{}
	}
	return a
}

// weaker is the evidence of what rests on both.
func weaker(a, b eligibility.Evidence) eligibility.Evidence {
	if a.AtLeast(b) {
		return b
	}
	return a
}

// window is the n calendar months before the month of the day.
func (b *binder) window(n int) cal.Period {
	until := b.on.StartOfMonth()
	p, _ := cal.Between(until.AddMonths(-n), until) // not recorded if n is 0: nothing covers it
	return p
}

// total adds up what belongs to a window, provided that everything in it is listed. An item that reaches over its edge cannot
// be divided, so it leaves the total unknown.
func total(window cal.Period, complete facts.Attested[cal.Period], items iter.Seq2[cal.Period, facts.Attested[money.Amount]]) facts.Attested[money.Amount] {
	listed, ok := complete.Get()
	if !ok || window.IsZero() || !listed.Covers(window) {
		return facts.Attested[money.Amount]{}
	}
	var fen int64
	e := complete.Evidence()
	for p, amount := range items {
		if !p.Overlaps(window) {
			continue
		}
		a, ok := amount.Get()
		if !ok || !window.Covers(p) {
			return facts.Attested[money.Amount]{}
		}
		fen += a.Fen() // bounded: at most maxItems times maxFen
		e = weaker(e, amount.Evidence())
	}
	return facts.Of(money.Fen(fen), e)
}

func (b *binder) household(h *facts.Household) {
	word(b, eligibility.HouseholdArea, 0, h.Area)
	b.yes(eligibility.MembersComplete, 0, h.PeopleComplete)
	b.sum(facts.HouseholdIncomeYear, 0, h.IncomeOfYear)
	year := b.window(12)
	for kind := range facts.SpendingKinds().All() {
		b.sum(kind.Key.Fact(), 0, total(year, h.SpendingComplete,
			func(yield func(cal.Period, facts.Attested[money.Amount]) bool) {
				for _, s := range h.Spending {
					if s.Kind == kind.Key && !yield(s.Period, s.Amount) {
						return
					}
				}
			}))
	}
	word(b, facts.HouseholdDibaoTier, 0, h.Dibao.Tier)
	b.yes(facts.HouseholdExitByWork, 0, since(b, h.Dibao.ExitByWork, h.Dibao.AboveSince))
	if from, ok := h.Dibao.AboveSince.Get(); ok && !from.After(b.on) {
		month := (b.on.Year()-from.Year())*12 + int(b.on.Month()-from.Month()) + 1
		b.count(facts.HouseholdExitMonth, 0, facts.Of(month, h.Dibao.AboveSince.Evidence()))
	}
	word(b, facts.ReliefEvent, 0, h.Relief.Event)
	b.sum(facts.ReliefAmount, 0, h.Relief.Amount)
	b.yes(facts.ReliefEventHere, 0, b.here(h.Relief.Place))
}

// here reports whether a place lies in the county of the law.
func (b *binder) here(a facts.Attested[division.Code]) facts.Attested[bool] {
	place, ok := a.Get()
	if !ok || b.place.IsZero() {
		return facts.Attested[bool]{}
	}
	there, county := countyOf(place), countyOf(b.place)
	if !there.IsZero() && !county.IsZero() {
		return facts.Of(there == county, a.Evidence())
	}
	if place.Contains(b.place) || b.place.Contains(place) {
		return facts.Attested[bool]{} // one of them is too coarse to tell
	}
	return facts.Of(false, a.Evidence())
}

// countyOf is the county of a place, or its prefecture where that has townships and no counties; zero where the place is
// coarser.
func countyOf(c division.Code) division.Code {
	if county := c.At(division.County); !county.IsZero() {
		return county
	}
	if !c.At(division.Township).IsZero() {
		return c.At(division.Prefecture)
	}
	return division.Code{}
}

// kin adds every tie both ways round.
func (b *binder) kin(ties []facts.Tie) {
	b.ties = make(map[[2]facts.Ref]int, 2*len(ties))
	listed := make(map[[2]facts.Ref]facts.Tie, len(ties))
	for _, t := range ties {
		listed[[2]facts.Ref{t.Of, t.Kin}] = t
	}
	for _, t := range ties {
		back, twice := listed[[2]facts.Ref{t.Kin, t.Of}]
		b.tie(t, back)
		if !twice {
			b.tie(facts.Tie{Of: t.Kin, Kin: t.Of}, t)
		}
	}
}

// tie adds a tie with what it says itself and what is known from the other side.
func (b *binder) tie(t, back facts.Tie) {
	of, ok := b.out.Row(t.Of)
	kin, ok2 := b.out.Row(t.Kin)
	if !ok || !ok2 {
		return // one of them was not born yet
	}
	row, err := b.c.AddTie(of, kin)
	if err != nil {
		b.faults.Add("ties", err)
		return
	}
	b.ties[[2]facts.Ref{t.Of, t.Kin}] = row
	if k, ok := back.Relation.Get(); ok && !t.Relation.Known() {
		t.Relation = facts.Of(k.Inverse(), back.Relation.Evidence())
	}
	word(b, facts.TieRelation, row, t.Relation)
	word(b, facts.TieBasis, row, first(t.Origin, back.Origin))
	b.yes(facts.TieRaised, row, first(t.Raised, back.Raised))
	b.yes(facts.TieLostContact, row, since(b, t.LostContact, t.LostContactSince))
	b.day(facts.TieLostContactSince, row, t.LostContactSince)
	b.yes(facts.TieRevoked, row, t.Revoked)
	b.yes(facts.TieDutyUnperformed, row, t.NotPerformed)
}

func first[T any](a, b facts.Attested[T]) facts.Attested[T] {
	if a.Known() {
		return a
	}
	return b
}

// row finds what a judgement or an extra fact speaks of.
func (b *binder) row(f eligibility.Fact, who, kin facts.Ref) (int, bool) {
	switch f.Scope {
	case eligibility.PerPerson:
		row, ok := b.out.Row(who)
		return row, ok && kin == ""
	case eligibility.PerTie:
		row, ok := b.ties[[2]facts.Ref{who, kin}]
		return row, ok
	}
	return 0, who == "" && kin == ""
}

func (b *binder) judgement(j facts.Judgement, path string) {
	f, ok := b.dict.Lookup(j.Fact)
	if !ok || !f.Judgement {
		b.faults.Add(path+".fact", facts.Faults().New(facts.ErrJudgement))
		return
	}
	row, ok := b.row(f, j.Person, j.Kin)
	if !ok {
		b.faults.Add(path, facts.Faults().New(facts.ErrNobody))
		return
	}
	b.yes(j.Fact, row, j.Finding)
}

func (b *binder) extra(e facts.Extra, path string) {
	f, ok := b.dict.Lookup(e.Fact)
	if _, ours := facts.Dictionary().Lookup(e.Fact); !ok || ours {
		b.faults.Add(path+".fact", facts.Faults().New(facts.ErrExtra))
		return
	}
	row, ok := b.row(f, e.Person, e.Kin)
	if !ok {
		b.faults.Add(path, facts.Faults().New(facts.ErrNobody))
		return
	}
	before := len(b.faults)
	b.yes(e.Fact, row, e.Bool)
	put(b, e.Fact, row, e.Count, eligibility.Count)
	b.sum(e.Fact, row, e.Money)
	b.day(e.Fact, row, e.Day)
	word(b, e.Fact, row, e.Word)
	b.pairs(e.Fact, row, e.Pairs)
	if len(b.faults) > before {
		b.faults = append(b.faults[:before], facts.Faults().New(facts.ErrExtra).At(path))
	}
}

// holdings says of every benefit in the dictionary whether the person has it on the day.
func (b *binder) holdings(p *facts.Person, row int, path string) {
	for i, h := range p.Holdings {
		if !slices.Contains(b.held, h.Programme) && !b.declared(h.Programme) {
			b.faults.Add(fault.Index(path+".holdings", i)+".programme", facts.Faults().New(facts.ErrExtra))
		}
	}
	for _, id := range b.held {
		b.yes(eligibility.HoldsFact(id), row, held(p, id, b.on))
	}
	for _, id := range b.paid {
		b.sum(eligibility.FactKey(paidPrefix+id), row, paid(p, id, b.on))
	}
}

// declared reports whether the acts have the programme, in force on the day or not.
func (b *binder) declared(id eligibility.ProgrammeID) bool {
	for p := range b.law.AllProgrammes() {
		if p == id {
			return true
		}
	}
	return false
}

// programmes are the benefits whose facts begin with a prefix.
func programmes(d *eligibility.Dictionary, prefix string) []eligibility.ProgrammeID {
	var ids []eligibility.ProgrammeID
	for f := range d.All() {
		if id, ok := strings.CutPrefix(string(f.Key), prefix); ok {
			ids = append(ids, eligibility.ProgrammeID(id))
		}
	}
	return ids
}

// paidPrefix begins the keys of the facts that say what a person draws of a benefit a month.
const paidPrefix = "person.paid."

// paid is what a person draws of a benefit a month on a day, 低保 as part of a household or alone; nothing where it is known
// that he does not hold it. Of a benefit recorded twice nobody knows whether it is paid twice.
func paid(p *facts.Person, id eligibility.ProgrammeID, on cal.Date) facts.Attested[money.Amount] {
	ids := []eligibility.ProgrammeID{id}
	if id == "dibao" {
		ids = append(ids, "dibao_single")
	}
	var fen int64
	e := eligibility.HomeVisit // the best there is, until something weaker is used
	for _, id := range ids {
		holds := held(p, id, on)
		draws, known := holds.Get()
		if !known {
			return facts.Attested[money.Amount]{}
		}
		e = weaker(e, holds.Evidence())
		twice := false
		for _, h := range p.Holdings {
			if !draws || h.Programme != id || !h.Period.Contains(on) || !yes(h.Confirmed) {
				continue
			}
			monthly, known := h.Monthly.Get()
			if !known || twice {
				return facts.Attested[money.Amount]{}
			}
			twice = true
			fen += monthly.Fen()
			e = weaker(e, h.Monthly.Evidence())
		}
	}
	return facts.Of(money.Fen(fen), e)
}

// held reports whether a benefit is held on a day. Only a complete list says that it is not.
func held(p *facts.Person, id eligibility.ProgrammeID, on cal.Date) facts.Attested[bool] {
	e, open := p.HoldingsComplete.Evidence(), false
	for _, h := range p.Holdings {
		if h.Programme != id || !h.Period.Contains(on) {
			continue
		}
		confirmed, known := h.Confirmed.Get()
		if confirmed {
			return h.Confirmed
		}
		open = open || !known
		e = weaker(e, h.Confirmed.Evidence())
	}
	if complete, _ := p.HoldingsComplete.Get(); !complete || open {
		return facts.Attested[bool]{}
	}
	return facts.Of(false, e)
}

// yes reports that a fact is known and true.
func yes(a facts.Attested[bool]) bool {
	v, _ := a.Get()
	return v
}
