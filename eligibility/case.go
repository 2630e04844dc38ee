package eligibility

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
)

// MaxPeople is how many people a Case may have, relatives outside the household included.
const MaxPeople = 64

// MaxTies is how many ties a Case may have.
const MaxTies = 1024

// Bounds of the values a Case takes; they keep every product of a comparison inside 64 bits.
const (
	MaxMoney = 10_000_000_000_000 // fen: 10¹¹ yuan
	MaxCount = 1_000_000_000
)

// bits is a set of fact slots of one scope.
type bits [maxFacts / 64]uint64

func (b *bits) has(i int) bool { return b[i>>6]>>(i&63)&1 != 0 }
func (b *bits) set(i int)      { b[i>>6] |= 1 << (i & 63) }
func (b *bits) clear(i int)    { b[i>>6] &^= 1 << (i & 63) }

// Row is the facts of one household, person or tie (事实行) by slot, the place of a fact among those of its scope in the
// dictionary: fen, counts, 0 and 1, packed days, word numbers, pair sets. It is for evaluators; others use Get.
type Row struct {
	v               []int64
	known, verified bits
}

// A tie is the row of one person's tie to one relative.
type tie struct {
	Row
	owner, kin int
}

// Case is one household with the relatives its members may look to, as flat facts (个案事实): what a Law reads. Rows
// are numbered scope by scope: the household is row 0, people and ties count from 0 as they were added. Every fact is unknown until Put.
//
// A Case may be read by any number of goroutines once nothing is put into it any more. It holds no name and no number
// of any person, only facts.
type Case struct {
	dict      *Dictionary
	household Row
	people    []Row
	ties      []tie
	byOwner   [][]int // the ties of each person, in the order added
	// unverified counts the known facts that are not verified; without any, one evaluation says it all.
	unverified int
}

// NewCase makes an empty case that speaks the language of d. A case without a dictionary, be it the zero Case or one of nil,
// takes nothing in: what would change it is ErrDictionary, and no law answers for it.
func NewCase(d *Dictionary) *Case {
	if d == nil {
		return &Case{}
	}
	return &Case{dict: d, household: newRow(d.size[0])}
}

func newRow(n int) Row { return Row{v: make([]int64, n)} }

// AddPerson adds a person, inside or outside the household, and returns his row.
func (c *Case) AddPerson() (int, error) {
	if c.dict == nil {
		return 0, catalogue().New(ErrDictionary)
	}
	if len(c.people) >= MaxPeople {
		return 0, catalogue().New(ErrTooMany)
	}
	c.people = append(c.people, newRow(c.dict.size[1]))
	c.byOwner = append(c.byOwner, nil)
	return len(c.people) - 1, nil
}

// AddTie adds the tie of owner to his relative kin and returns its row.
func (c *Case) AddTie(owner, kin int) (int, error) {
	if owner < 0 || kin < 0 || owner >= len(c.people) || kin >= len(c.people) || owner == kin {
		return 0, catalogue().New(ErrRow)
	}
	if len(c.ties) >= MaxTies {
		return 0, catalogue().New(ErrTooMany)
	}
	for _, t := range c.byOwner[owner] {
		if c.ties[t].kin == kin {
			return 0, catalogue().New(ErrTwice)
		}
	}
	c.ties = append(c.ties, tie{Row: newRow(c.dict.size[2]), owner: owner, kin: kin})
	c.byOwner[owner] = append(c.byOwner[owner], len(c.ties)-1)
	return len(c.ties) - 1, nil
}

// People is the number of people.
func (c *Case) People() int { return len(c.people) }

// Ties is the number of ties.
func (c *Case) Ties() int { return len(c.ties) }

// TieOf returns whose tie row t is, and to whom. Like an index, it and the accessors of rows panic where there is no such row.
func (c *Case) TieOf(t int) (owner, kin int) { return c.ties[t].owner, c.ties[t].kin }

// Dictionary returns the dictionary of the case, nil for the zero Case.
func (c *Case) Dictionary() *Dictionary { return c.dict }

// Datum is the value of a fact (事实值): made by Bool, Count, Money, Day, WordOf or PairsOf.
type Datum struct {
	kind FactKind
	n    int64
	word string
	ok   bool
}

// Bool is the value of a BoolFact.
func Bool(b bool) Datum {
	if b {
		return Datum{kind: BoolFact, n: 1, ok: true}
	}
	return Datum{kind: BoolFact, ok: true}
}

// Count is the value of a CountFact.
func Count(n int64) Datum { return Datum{kind: CountFact, n: n, ok: n >= 0 && n <= MaxCount} }

// Money is the value of a MoneyFact.
func Money(a money.Amount) Datum {
	return Datum{kind: MoneyFact, n: a.Fen(), ok: a.Fen() >= -MaxMoney && a.Fen() <= MaxMoney}
}

// Day is the value of a DateFact.
func Day(d cal.Date) Datum { return Datum{kind: DateFact, n: PackDay(d), ok: !d.IsZero()} }

// WordOf is the value of a WordFact.
func WordOf[K ~string](k K) Datum { return Datum{kind: WordFact, word: string(k), ok: true} }

// PairsOf is the value of a PairsFact; no pairs at all says that there is no disability.
func PairsOf(pairs ...Pair) Datum {
	ok := true
	for _, p := range pairs {
		ok = ok && p.bit() >= 0
	}
	return Datum{kind: PairsFact, n: int64(PairBits(pairs...)), ok: ok}
}

// Kind is the type of the value.
func (d Datum) Kind() FactKind { return d.kind }

// PackDay is a day as Get returns it (日期编码): year × 512 + month × 32 + day. Days compare as their numbers do; 0 is no day.
func PackDay(d cal.Date) int64 { return int64(d.Year())<<9 | int64(d.Month())<<5 | int64(d.Day()) }

// Put records a fact for row of its scope (0 for the household). Verified says that its evidence is good enough for the
// importer's policy. Putting a fact twice is an error: which of two statements holds is for the importer to say.
func (c *Case) Put(k FactKey, row int, d Datum, verified bool) error {
	r, slot, f, err := c.find(k, row)
	if err != nil {
		return err
	}
	if f.Kind != d.kind {
		return catalogue().New(ErrKind)
	}
	if !d.ok {
		return catalogue().New(ErrValue)
	}
	if r.known.has(slot) {
		return catalogue().New(ErrTwice)
	}
	if d.kind == WordFact {
		if d.n = int64(slices.IndexFunc(f.Words, func(w Word) bool { return w.Key == d.word })); d.n < 0 {
			return catalogue().New(ErrWord)
		}
	}
	r.v[slot] = d.n
	r.known.set(slot)
	if verified {
		r.verified.set(slot)
	} else {
		c.unverified++
	}
	return nil
}

// Forget makes a fact unknown again.
func (c *Case) Forget(k FactKey, row int) error {
	r, slot, _, err := c.find(k, row)
	if err != nil {
		return err
	}
	if r.known.has(slot) && !r.verified.has(slot) {
		c.unverified--
	}
	r.v[slot] = 0
	r.known.clear(slot)
	r.verified.clear(slot)
	return nil
}

// Get returns the value of a fact as a number: fen, a count, 0 or 1, the place of a word in its list, a set of pairs as
// PairBits makes it, or a day as year × 512 + month × 32 + day. Known is false where the fact is unknown or does not exist.
func (c *Case) Get(k FactKey, row int) (n int64, known, verified bool) {
	r, slot, _, err := c.find(k, row)
	if err != nil || !r.known.has(slot) {
		return 0, false, false
	}
	return r.v[slot], true, r.verified.has(slot)
}

func (c *Case) find(k FactKey, at int) (*Row, int, *Fact, error) {
	if c.dict == nil {
		return nil, 0, nil, catalogue().New(ErrDictionary)
	}
	i, ok := c.dict.at[k]
	if !ok {
		return nil, 0, nil, catalogue().New(ErrFact)
	}
	f := &c.dict.facts[i]
	switch s := f.Scope.Index(); {
	case s == 0 && at == 0:
		return &c.household, c.dict.slot[i], f, nil
	case s == 1 && at >= 0 && at < len(c.people):
		return &c.people[at], c.dict.slot[i], f, nil
	case s == 2 && at >= 0 && at < len(c.ties):
		return &c.ties[at].Row, c.dict.slot[i], f, nil
	}
	return nil, 0, nil, catalogue().New(ErrRow)
}

// Clone returns a copy that shares nothing with c.
func (c *Case) Clone() *Case {
	d := *c
	copyRow := func(r Row) Row { r.v = slices.Clone(r.v); return r }
	d.household = copyRow(c.household)
	d.people, d.ties, d.byOwner = slices.Clone(c.people), slices.Clone(c.ties), slices.Clone(c.byOwner)
	for i := range d.people {
		d.people[i] = copyRow(d.people[i])
	}
	for i := range d.ties {
		d.ties[i].Row = copyRow(d.ties[i].Row)
	}
	for i := range d.byOwner {
		d.byOwner[i] = slices.Clone(d.byOwner[i])
	}
	return &d
}

// Set gives a fact a value as Get returns it, in place of whatever was known: for trying what would follow. What was not
// known before counts as unverified. A number outside the bounds of the fact is ErrValue; one between two days is a date
// like any other, since dates are compared by their numbers.
func (c *Case) Set(k FactKey, row int, n int64) error {
	r, slot, f, err := c.find(k, row)
	if err != nil {
		return err
	}
	if !f.holds(n) {
		return catalogue().New(ErrValue)
	}
	if !r.known.has(slot) {
		r.known.set(slot)
		c.unverified++
	}
	r.v[slot] = n
	return nil
}

// Household is the row of the household.
func (c *Case) Household() *Row { return &c.household }

// Person is the row of a person, below People.
func (c *Case) Person(i int) *Row { return &c.people[i] }

// Tie is the row of a tie, below Ties.
func (c *Case) Tie(t int) *Row { return &c.ties[t].Row }

// KinOf is how many ties a person has; the i-th of them is TieFrom(person, i).
func (c *Case) KinOf(person int) int { return len(c.byOwner[person]) }

// TieFrom is the i-th tie of a person, and to whom it is.
func (c *Case) TieFrom(person, i int) (tie, kin int) {
	tie = c.byOwner[person][i]
	return tie, c.ties[tie].kin
}

// Unverified counts the known facts that are not verified. Without any, what is met by known facts is met by verified ones.
func (c *Case) Unverified() int { return c.unverified }

// Number is the value at a slot, 0 where it is unknown.
func (r *Row) Number(slot int) int64 { return r.v[slot] }

// Known reports that the fact at a slot is known, or, if asked so, verified.
func (r *Row) Known(slot int, verified bool) bool {
	if verified {
		return r.verified.has(slot)
	}
	return r.known.has(slot)
}

// Holds reports that all facts of mask are known, or verified: bit b of it is the slot word × 64 + b.
func (r *Row) Holds(word int, mask uint64, verified bool) bool {
	if verified {
		return r.verified[word]&mask == mask
	}
	return r.known[word]&mask == mask
}
