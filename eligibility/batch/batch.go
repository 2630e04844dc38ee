package batch

import (
	"math"
	"math/bits"
	"slices"
	"sync"
	"time"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// level is what a column or a truth is about.
type level = column.Level

const (
	household = column.Household
	person    = column.Person
	tie       = column.Tie
)

// Shape says which people belong to which household and who is whose relative (数据结构): rows of one level lie
// together for one row of the level above. The zero value is no household at all.
type Shape struct {
	// People[h] is the first person of household h; one more entry holds the number of people. A household has at most
	// eligibility.MaxPeople, relatives outside it included, as in a Case.
	People []int32
	// Ties[p] is the first tie of person p; one more entry holds the number of ties. Nil: there are no ties.
	Ties []int32
	// Kin[t] is the relative whom tie t leads to, a person of the same household.
	Kin []int32
}

// Batch is the facts of many households in columns (批量数据). New makes one; see the package comment.
type Batch struct {
	dict  *eligibility.Dictionary
	facts []eligibility.Fact
	slots []int // of the facts in the rows of a case
	at    map[eligibility.FactKey]int
	cols  []column.Column // by fact
	shape Shape
	lists [3]*column.Lists // how its rows lie, by level; made by Check
	check sync.Mutex       // Run is for several goroutines, and checks
	room  [3]int           // rows each level has room for, a multiple of 64
	// outside has a bit for each person who is listed for others' sake; nil where nobody is.
	outside []uint64
}

// New makes an empty batch that speaks the language of d, for Append.
func New(d *eligibility.Dictionary) *Batch {
	b := &Batch{dict: d, facts: slices.Collect(d.All()), at: map[eligibility.FactKey]int{}}
	b.shape = Shape{People: []int32{0}, Ties: []int32{0}}
	b.cols = make([]column.Column, len(b.facts))
	for i, f := range b.facts {
		b.at[f.Key] = i
		_, slot, _ := d.Slot(f.Key)
		b.slots = append(b.slots, slot)
		b.cols[i].Level, b.cols[i].Paired = column.LevelOf(f.Scope), f.Kind == eligibility.PairsFact
	}
	return b
}

// Shaped makes a batch of this shape, whose columns are then filled. It keeps the slices of s. A shape that does not
// fit together is ErrShape.
func Shaped(d *eligibility.Dictionary, s Shape) (*Batch, error) {
	if s.Ties == nil && len(s.Kin) == 0 && len(s.People) > 0 {
		s.Ties = make([]int32, max(s.People[len(s.People)-1], 0)+1)
	}
	if !s.sound() {
		return nil, catalogue().New(ErrShape)
	}
	b := New(d)
	b.shape = s
	b.room = [3]int{padded(len(s.People) - 1), padded(len(s.Ties) - 1), padded(len(s.Kin))}
	return b, nil
}

func padded(n int) int { return (n + 63) &^ 63 }

func (s Shape) sound() bool {
	if !rising(s.People, eligibility.MaxPeople) || !rising(s.Ties, eligibility.MaxPeople-1) ||
		int(s.People[len(s.People)-1]) != len(s.Ties)-1 || int(s.Ties[len(s.Ties)-1]) != len(s.Kin) {
		return false
	}
	for h := range len(s.People) - 1 {
		from, to := s.People[h], s.People[h+1]
		if s.Ties[to]-s.Ties[from] > eligibility.MaxTies {
			return false
		}
		for p := from; p < to; p++ {
			var seen uint64
			for _, k := range s.Kin[s.Ties[p]:s.Ties[p+1]] {
				if k < from || k >= to || k == p || seen>>(k-from)&1 != 0 {
					return false
				}
				seen |= 1 << (k - from)
			}
		}
	}
	return true
}

// rising reports whether starts begin at 0 and grow by at most step.
func rising(starts []int32, step int32) bool {
	if len(starts) == 0 || starts[0] != 0 {
		return false
	}
	for i := 1; i < len(starts); i++ {
		if d := int64(starts[i]) - int64(starts[i-1]); d < 0 || d > int64(step) {
			return false
		}
	}
	return true
}

// Dictionary returns the dictionary of the batch.
func (b *Batch) Dictionary() *eligibility.Dictionary { return b.dict }

// Households is the number of households.
func (b *Batch) Households() int { return len(b.shape.People) - 1 }

// People is the number of people of all households.
func (b *Batch) People() int { return len(b.shape.Ties) - 1 }

// Ties is the number of ties of all people.
func (b *Batch) Ties() int { return len(b.shape.Kin) }

func (b *Batch) rows(l level) int {
	switch l {
	case person:
		return b.People()
	case tie:
		return b.Ties()
	}
	return b.Households()
}

// Rows is the number of rows of this scope.
func (b *Batch) Rows(s eligibility.Scope) int { return b.rows(column.LevelOf(s)) }

// SetOutside says that a person is listed for a relative's sake alone and is not to be counted or paid (不在本辖区统计的亲属):
// Planes.Count, Planes.Rows and package reform leave him out, while everything that rests on him still does. It panics
// for a row that the batch does not have.
func (b *Batch) SetOutside(person int) {
	if person < 0 || person >= b.People() {
		panic("batch: no such person")
	}
	for len(b.outside) <= person>>6 {
		b.outside = append(b.outside, 0)
	}
	b.outside[person>>6] |= 1 << (person & 63)
}

// Outside reports whether a person is listed for a relative's sake alone.
func (b *Batch) Outside(person int) bool {
	return person>>6 < len(b.outside) && b.outside[person>>6]>>(person&63)&1 != 0
}

// PeopleOf returns the rows of the people of a household: from the first up to, but not including, the last.
func (b *Batch) PeopleOf(household int) (from, to int) {
	return int(b.shape.People[household]), int(b.shape.People[household+1])
}

// Append adds the household of a case and returns its row. Its people and their ties keep their order. A case of
// another dictionary, and none, is ErrDictionary.
func (b *Batch) Append(c *eligibility.Case) (int, error) {
	if c == nil || b.dict == nil || c.Dictionary() != b.dict {
		return 0, catalogue().New(ErrDictionary)
	}
	if len(b.shape.Kin)+c.Ties() > math.MaxInt32 || len(b.shape.Ties)+c.People() > math.MaxInt32 {
		return 0, catalogue().New(ErrTooMany)
	}
	b.lists = [3]*column.Lists{}
	h, first, firstTie := b.Households(), b.People(), b.Ties()
	for i := range b.cols {
		if c := &b.cols[i]; c.Store != column.None {
			c.Settle(b.rows(c.Level), b.room[c.Level])
		}
	}
	order := make([]int, 0, c.Ties()) // by owner, within one as they were added
	for p := range c.People() {
		for i := range c.KinOf(p) {
			t, kin := c.TieFrom(p, i)
			order = append(order, t)
			b.shape.Kin = append(b.shape.Kin, int32(first+kin))
		}
		b.shape.Ties = append(b.shape.Ties, int32(len(b.shape.Kin)))
	}
	b.shape.People = append(b.shape.People, int32(b.People()))
	for l := household; l <= tie; l++ {
		b.reserve(l)
	}
	for i := range b.cols {
		switch b.cols[i].Level {
		case household:
			b.put(i, h, c.Household())
		case person:
			for p := range c.People() {
				b.put(i, first+p, c.Person(p))
			}
		case tie:
			for j, t := range order {
				b.put(i, firstTie+j, c.Tie(t))
			}
		}
	}
	return h, nil
}

func (b *Batch) put(fact, row int, from *eligibility.Row) {
	slot := b.slots[fact]
	if !from.Known(slot, false) {
		return
	}
	col := &b.cols[fact]
	room := b.room[col.Level]
	if col.Store == column.None {
		col.Open(column.Narrow(b.facts[fact].Kind), room)
		col.Known, col.Verified = make([]uint64, room/64+1), make([]uint64, room/64+1)
	}
	col.Put(row, from.Number(slot))
	col.Known[row>>6] |= 1 << (row & 63)
	if from.Known(slot, true) {
		col.Verified[row>>6] |= 1 << (row & 63)
	}
}

// reserve makes room for the rows of a level, twice as many as needed.
func (b *Batch) reserve(l level) {
	n := b.rows(l)
	if n <= b.room[l] {
		return
	}
	b.room[l] = padded(max(2*n, 256))
	for i := range b.cols {
		if c := &b.cols[i]; c.Level == l && c.Store != column.None {
			c.Grow(b.room[l])
		}
	}
}

// Case returns the facts of a household as a case, to be assessed and explained. Row order is kept: the first of the
// household's people is row 0.
func (b *Batch) Case(household int) (*eligibility.Case, error) {
	if household < 0 || household >= b.Households() {
		return nil, catalogue().New(ErrRow)
	}
	c := eligibility.NewCase(b.dict)
	from, to := b.PeopleOf(household)
	for range to - from {
		if _, err := c.AddPerson(); err != nil {
			return nil, err
		}
	}
	for p := from; p < to; p++ {
		for _, k := range b.shape.Kin[b.shape.Ties[p]:b.shape.Ties[p+1]] {
			if _, err := c.AddTie(p-from, int(k)-from); err != nil {
				return nil, err
			}
		}
	}
	begin := [3]int{household, from, int(b.shape.Ties[from])}
	count := [3]int{1, to - from, int(b.shape.Ties[to] - b.shape.Ties[from])}
	for i := range b.cols {
		col := &b.cols[i]
		for j := range count[col.Level] {
			row := begin[col.Level] + j
			if !col.Has(row) {
				continue
			}
			d, err := b.datum(i, col.Get(row))
			if err == nil {
				err = c.Put(b.facts[i].Key, j, d, col.Sure(row))
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

// Person returns the case of the household of a person, and his row in it.
func (b *Batch) Person(row int) (*eligibility.Case, int, error) {
	if row < 0 || row >= b.People() {
		return nil, 0, catalogue().New(ErrRow)
	}
	h := b.HouseholdOf(row)
	c, err := b.Case(h)
	return c, row - int(b.shape.People[h]), err
}

// HouseholdOf is the household of a person.
func (b *Batch) HouseholdOf(person int) int {
	h, _ := slices.BinarySearchFunc(b.shape.People, int32(person), func(start, p int32) int {
		if start <= p {
			return -1
		}
		return 1
	})
	return h - 1
}

// datum is the value n of a fact as Case.Put takes it.
func (b *Batch) datum(fact int, n int64) (eligibility.Datum, error) {
	f := &b.facts[fact]
	switch f.Kind {
	case eligibility.BoolFact:
		return eligibility.Bool(n != 0), nil
	case eligibility.CountFact:
		return eligibility.Count(n), nil
	case eligibility.MoneyFact:
		return eligibility.Money(money.Fen(n)), nil
	case eligibility.DateFact:
		d, err := cal.On(int(n>>9), time.Month(n>>5&15), int(n&31))
		return eligibility.Day(d), err
	case eligibility.WordFact:
		if n < 0 || n >= int64(len(f.Words)) {
			return eligibility.Datum{}, catalogue().New(ErrValue)
		}
		return eligibility.WordOf(f.Words[n].Key), nil
	}
	var pairs []eligibility.Pair
	for set := uint64(n); set != 0; set &= set - 1 {
		pairs = append(pairs, pairOf()[bits.TrailingZeros64(set)])
	}
	return eligibility.PairsOf(pairs...), nil
}

// pairOf is the pairs by their places in a set.
var pairOf = sync.OnceValue(func() *[64]eligibility.Pair {
	var all [64]eligibility.Pair
	for k := range identity.DisabilityKinds().All() {
		for g := range identity.DisabilityGrades().All() {
			p := eligibility.Pair{Kind: k.Key, Grade: g.Key}
			if set := eligibility.PairBits(p); set != 0 {
				all[column.BitOf(set)] = p
			}
		}
	}
	return &all
})
