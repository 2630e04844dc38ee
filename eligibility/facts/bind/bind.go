// Package bind turns a household (家庭) into the flat facts of one law and day (个案): what package eligibility assesses.
//
//	bound, err := bind.Household(law, &h, eligibility.Documented)
//
// Whoever binds many households to one law makes a Binder, which looks up once what the law says:
//
//	binder, err := bind.New(law, eligibility.Documented)
//	…
//	bound, err := binder.Household(&h)
//
// It refuses what cannot be (not what should not be: an advisory fault keeps nobody out), works out what depends on the day,
// puts nothing in the place of what is not known, and keeps which row is who, so that what is missing can be asked for.
//
// A Bound may be read, and a Binder used, by any number of goroutines.
package bind

import (
	"slices"
	"strings"
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Bound is a household as the flat facts of one law and day (个案).
type Bound struct {
	Case *eligibility.Case
	refs []facts.Ref // by row
	odd  fault.List
}

// Advisories lists what should not be and kept nobody out (需要核实的情况): a number that states something else than is recorded, two
// statuses at once that exclude each other. Whoever reads a result has to see them. The list is the caller's own.
func (b *Bound) Advisories() fault.List { return slices.Clone(b.odd) }

// Row returns the row of a person in the case. It is false for nobody, and for somebody born after the day of the law.
func (b *Bound) Row(r facts.Ref) (int, bool) {
	row := slices.Index(b.refs, r)
	return max(row, 0), row >= 0
}

// Ref returns whose row it is.
func (b *Bound) Ref(row int) (facts.Ref, bool) {
	if row < 0 || row >= len(b.refs) {
		return "", false
	}
	return b.refs[row], true
}

// Household turns a household into the facts that the law reads on its day: what New and then Binder.Household do.
func Household(law *statutes.Law, h *facts.Household, verifiedFrom eligibility.Evidence) (*Bound, error) {
	b, err := New(law, verifiedFrom)
	if err != nil {
		return nil, err
	}
	return b.Household(h)
}

// Binder turns households into the facts that one law reads on its day (家庭事实绑定器).
type Binder struct {
	law    *statutes.Law
	dict   *eligibility.Dictionary
	on     cal.Date      // the day of the law
	known  cal.Date      // nothing recorded lies after it
	place  division.Code // zero: the whole country
	county division.Code // that it lies in
	from   eligibility.Evidence
	held   []benefit // benefits that the dictionary says people hold
	paid   []benefit // and those that they are paid
	lacks  map[eligibility.FactKey]bool
}

// benefit is a fact about a benefit.
type benefit struct {
	id   eligibility.ProgrammeID
	fact eligibility.FactKey
}

// New makes a Binder. A fact will count as verified when its evidence is verifiedFrom or better; of a fact that rests on
// several, the weakest evidence counts. Errors are ErrEvidence of package facts for what is no grade, and
// eligibility.ErrDictionary for no law.
func New(law *statutes.Law, verifiedFrom eligibility.Evidence) (*Binder, error) {
	if !eligibility.Evidences().Known(verifiedFrom) {
		return nil, facts.Faults().New(facts.ErrEvidence)
	}
	if law.Dictionary() == nil {
		return nil, eligibility.Faults().New(eligibility.ErrDictionary)
	}
	q := law.Query()
	b := &Binder{law: law, dict: law.Dictionary(), on: q.On, known: q.On, place: q.Division, county: countyOf(q.Division), from: verifiedFrom}
	if q.KnownOn.After(b.known) {
		b.known = q.KnownOn
	}
	for f := range b.dict.All() {
		if id, ok := strings.CutPrefix(string(f.Key), string(eligibility.HoldsFact(""))); ok {
			b.held = append(b.held, benefit{eligibility.ProgrammeID(id), f.Key})
		} else if id, ok := strings.CutPrefix(string(f.Key), paidPrefix); ok {
			b.paid = append(b.paid, benefit{eligibility.ProgrammeID(id), f.Key})
		}
	}
	for _, k := range model() {
		if _, _, ok := b.dict.Slot(k); !ok {
			if b.lacks == nil {
				b.lacks = make(map[eligibility.FactKey]bool)
			}
			b.lacks[k] = true
		}
	}
	return b, nil
}

// model is every fact that the model has a field for.
var model = sync.OnceValue(func() []eligibility.FactKey {
	var keys []eligibility.FactKey
	for f := range facts.Dictionary().All() {
		keys = append(keys, f.Key)
	}
	return keys
})

// Household turns a household into the facts that the law reads on its day.
//
// A household with contradictions that are not advisory is refused with all of them, as a fault.List: days may not lie after the later of the law's On
// and KnownOn. Facts that the law's dictionary does not have are left out, and so is a benefit of a programme of the law that no rule
// asks about, such as relief received; any other benefit, judgement or Extra that the dictionary does not know is an error, because
// leaving it out could change a result.
func (b *Binder) Household(h *facts.Household) (*Bound, error) {
	odd := facts.Contradictions(h, b.known)
	if err := odd.Blocking().Err(); err != nil {
		return nil, err
	}
	w := binding{Binder: b, c: eligibility.NewCase(b.dict)}
	w.out = &Bound{Case: w.c, refs: make([]facts.Ref, 0, len(h.People)), odd: odd}
	w.bind(h)
	if err := w.faults.Err(); err != nil {
		return nil, err
	}
	return w.out, nil
}

// binding writes one household into a case.
type binding struct {
	*Binder
	earning cal.Period // over which income is counted; zero: not known
	c       *eligibility.Case
	out     *Bound
	faults  fault.List
}

func (b *binding) bind(h *facts.Household) {
	area, _ := h.Area.Get()
	if v, ok := b.law.Value(facts.MonthsOfIncome, area); ok {
		b.earning = b.window(v.Count)
	}
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
		b.out.refs = append(b.out.refs, p.Ref)
		b.person(p, row)
		b.holdings(p, row, i)
	}
	b.kin(h.Ties)
	for i, j := range h.Judgements {
		b.judgement(j, i)
	}
	for i, e := range h.Extra {
		b.extra(e, fault.Index("extra", i))
	}
}

// put writes a fact, if it is known and the dictionary has it.
func put[T any](b *binding, k eligibility.FactKey, row int, a facts.Attested[T], datum func(T) eligibility.Datum) {
	v, ok := a.Get()
	if !ok || b.lacks[k] {
		return
	}
	b.faults.Add(string(k), b.c.Put(k, row, datum(v), a.Evidence().AtLeast(b.from)))
}

func (b *binding) yes(k eligibility.FactKey, row int, a facts.Attested[bool]) {
	put(b, k, row, a, eligibility.Bool)
}

func (b *binding) day(k eligibility.FactKey, row int, a facts.Attested[cal.Date]) {
	put(b, k, row, a, eligibility.Day)
}

func (b *binding) sum(k eligibility.FactKey, row int, a facts.Attested[money.Amount]) {
	put(b, k, row, a, eligibility.Money)
}

func (b *binding) count(k eligibility.FactKey, row int, a facts.Attested[int]) {
	put(b, k, row, a, func(n int) eligibility.Datum { return eligibility.Count(int64(n)) })
}

func (b *binding) pairs(k eligibility.FactKey, row int, a facts.Attested[[]eligibility.Pair]) {
	put(b, k, row, a, func(p []eligibility.Pair) eligibility.Datum { return eligibility.PairsOf(p...) })
}

func word[K ~string](b *binding, k eligibility.FactKey, row int, a facts.Attested[K]) {
	put(b, k, row, a, eligibility.WordOf[K])
}

// since is a fact that began on a day: before that day nobody knows.
func since[T any](b *binding, a facts.Attested[T], day facts.Attested[cal.Date]) facts.Attested[T] {
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
func (b *Binder) window(n int) cal.Period {
	until := b.on.StartOfMonth()
	p, _ := cal.Between(until.AddMonths(-n), until) // not recorded if n is 0: nothing covers it
	return p
}

// total is the sum of what belongs to a window, provided that everything in it is listed.
type total struct {
	window cal.Period
	fen    int64
	e      eligibility.Evidence
	open   bool // something is not known
}

// newTotal begins a sum. It stays unknown unless the list is complete for the window.
func newTotal(window cal.Period, complete facts.Attested[cal.Period]) total {
	listed, ok := complete.Get()
	return total{window: window, e: complete.Evidence(), open: !ok || window.IsZero() || !listed.Covers(window)}
}

// add counts an item in. One that reaches over the edge of the window cannot be divided, so it leaves the total unknown.
func (t *total) add(p cal.Period, amount facts.Attested[money.Amount]) {
	if !p.Overlaps(t.window) {
		return
	}
	a, known := amount.Get()
	t.open = t.open || !known || !t.window.Covers(p)
	t.fen += a.Fen() // bounded: as many items as a list may have, of bounded amounts
	t.e = weaker(t.e, amount.Evidence())
}

func (t *total) get() facts.Attested[money.Amount] {
	if t.open {
		return facts.Attested[money.Amount]{}
	}
	return facts.Of(money.Fen(t.fen), t.e)
}

// kindFact is a kind of income or spending with the fact that holds its total.
type kindFact[K ~string] struct {
	kind K
	fact eligibility.FactKey
}

func kindFacts[K interface {
	~string
	Fact() eligibility.FactKey
}](l vocab.List[K]) []kindFact[K] {
	var all []kindFact[K]
	for e := range l.All() {
		all = append(all, kindFact[K]{e.Key, e.Key.Fact()})
	}
	return all
}

var (
	incomes   = sync.OnceValue(func() []kindFact[facts.IncomeKind] { return kindFacts(facts.IncomeKinds()) })
	spendings = sync.OnceValue(func() []kindFact[facts.SpendingKind] { return kindFacts(facts.SpendingKinds()) })
)

func (b *binding) household(h *facts.Household) {
	word(b, eligibility.HouseholdArea, 0, h.Area)
	b.yes(eligibility.MembersComplete, 0, h.PeopleComplete)
	b.sum(facts.HouseholdIncomeYear, 0, h.IncomeOfYear)
	year := newTotal(b.window(12), h.SpendingComplete)
	for _, k := range spendings() {
		t := year
		for i := range h.Spending {
			if s := &h.Spending[i]; s.Kind == k.kind {
				t.add(s.Period, s.Amount)
			}
		}
		b.sum(k.fact, 0, t.get())
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
func (b *Binder) here(a facts.Attested[division.Code]) facts.Attested[bool] {
	place, ok := a.Get()
	if !ok || b.place.IsZero() {
		return facts.Attested[bool]{}
	}
	there := countyOf(place)
	if !there.IsZero() && !b.county.IsZero() {
		return facts.Of(there == b.county, a.Evidence())
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
func (b *binding) kin(ties []facts.Tie) {
	for i := range ties {
		t, back, twice := &ties[i], facts.Tie{}, false
		for j := range ties {
			if twice = ties[j].Of == t.Kin && ties[j].Kin == t.Of; twice {
				back = ties[j]
				break
			}
		}
		b.tie(t, &back)
		if !twice {
			b.tie(&facts.Tie{Of: t.Kin, Kin: t.Of}, t)
		}
	}
}

// tie adds a tie with what it says itself and what is known from the other side.
func (b *binding) tie(t, back *facts.Tie) {
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
	relation := t.Relation
	if k, ok := back.Relation.Get(); ok && !relation.Known() {
		relation = facts.Of(k.Inverse(), back.Relation.Evidence())
	}
	word(b, facts.TieRelation, row, relation)
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
func (b *binding) row(f eligibility.Fact, who, kin facts.Ref) (int, bool) {
	switch f.Scope {
	case eligibility.PerPerson:
		row, ok := b.out.Row(who)
		return row, ok && kin == ""
	case eligibility.PerTie:
		of, ok := b.out.Row(who)
		for i := 0; ok && i < b.c.KinOf(of); i++ {
			if row, to := b.c.TieFrom(of, i); b.out.refs[to] == kin {
				return row, true
			}
		}
		return 0, false
	}
	return 0, who == "" && kin == ""
}

func (b *binding) judgement(j facts.Judgement, i int) {
	f, ok := b.dict.Lookup(j.Fact)
	if !ok || !f.Judgement {
		b.faults.Add(fault.Index("judgements", i)+".fact", facts.Faults().New(facts.ErrJudgement))
		return
	}
	row, ok := b.row(f, j.Person, j.Kin)
	if !ok {
		b.faults.Add(fault.Index("judgements", i), facts.Faults().New(facts.ErrNobody))
		return
	}
	b.yes(j.Fact, row, j.Finding)
}

func (b *binding) extra(e facts.Extra, path string) {
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

// holdings says of every benefit in the dictionary whether the person, the i-th of the list, has it on the day.
func (b *binding) holdings(p *facts.Person, row, i int) {
	for j, h := range p.Holdings {
		if !slices.ContainsFunc(b.held, func(k benefit) bool { return k.id == h.Programme }) && !b.declared(h.Programme) {
			b.faults.Add(fault.Index(fault.Index("people", i)+".holdings", j)+".programme", facts.Faults().New(facts.ErrExtra))
		}
	}
	for _, k := range b.held {
		b.yes(k.fact, row, held(p, k.id, b.on))
	}
	for _, k := range b.paid {
		b.sum(k.fact, row, paid(p, k.id, b.on))
	}
}

// declared reports whether the acts have the programme, in force on the day or not.
func (b *binding) declared(id eligibility.ProgrammeID) bool {
	for p := range b.law.AllProgrammes() {
		if p == id {
			return true
		}
	}
	return false
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
