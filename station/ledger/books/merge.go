package books

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
)

// Snapshot is what one book reports upwards (账簿快照): its balances by any dimensions, at a head. Balances between
// books keep the dimension [ledger.ByBook], or they cannot be eliminated.
type Snapshot struct {
	Book     string     `json:"book"`
	Head     chain.Head `json:"head"`
	Balances Balances   `json:"balances"`
}

// Snapshot returns the state's balances grouped by the dimensions, and by book, as of a day.
func (s *State) Snapshot(as AsOf, by ...ledger.Dimension) (Snapshot, error) {
	if !slices.Contains(by, ledger.ByBook) {
		by = append(slices.Clone(by), ledger.ByBook)
	}
	if !slices.Contains(by, ledger.ByAccount) {
		by = append(slices.Clone(by), ledger.ByAccount)
	}
	b, err := s.Balances(Query{By: by}, as)
	return Snapshot{s.book, s.head, b}, err
}

// Books is a set of snapshots, one a book (合并账簿): a county's of its stations, a city's of its counties. The zero
// value is empty. Merging keeps the snapshots apart, so what is sent twice counts once, at any level. It is
// immutable.
type Books struct {
	snapshots []Snapshot // sorted by book
}

// Merge returns the set of all books of both (合并, I15): of two snapshots of one book that with the higher number
// stays. It is associative, commutative and idempotent, and the zero value changes nothing. Two snapshots of one book
// and number that differ are an [ledger.ErrSnapshot]: one of them was tampered with, or they group otherwise.
func (b Books) Merge(o Books) (Books, error) {
	all := slices.Concat(b.snapshots, o.snapshots)
	slices.SortStableFunc(all, func(x, y Snapshot) int { return strings.Compare(x.Book, y.Book) })
	var out Books
	for _, s := range all {
		last := len(out.snapshots) - 1
		if last < 0 || out.snapshots[last].Book != s.Book {
			out.snapshots = append(out.snapshots, s)
			continue
		}
		kept := &out.snapshots[last]
		switch {
		case s.Head.Seq() > kept.Head.Seq():
			*kept = s
		case s.Head.Seq() == kept.Head.Seq() && (s.Head != kept.Head || !slices.Equal(s.Balances, kept.Balances)):
			return Books{}, ledger.Refuse(ledger.I15, ledger.ErrSnapshot)
		}
	}
	return out, nil
}

// BooksOf returns the set of these snapshots; a missing book or head is [ledger.ErrMissing], and see [Books.Merge].
func BooksOf(snapshots ...Snapshot) (Books, error) {
	var b Books
	var l fault.List
	for i, s := range snapshots {
		if s.Book == "" || s.Head.IsZero() {
			l.Add(fault.Index("", i), ledger.Refuse(ledger.I15, ledger.ErrMissing))
			continue
		}
		s.Balances = slices.Clone(s.Balances)
		merged, err := b.Merge(Books{[]Snapshot{s}})
		if err == nil {
			b = merged
		}
		l.Add(fault.Index("", i), err)
	}
	if err := l.Err(); err != nil {
		return Books{}, err
	}
	return b, nil
}

// Snapshots returns the snapshots, sorted by book; their balances are shared and not to be changed.
func (b Books) Snapshots() []Snapshot { return slices.Clone(b.snapshots) }

// Balances returns the sums of all books by the dimensions (合并余额), with moves between books of the set
// eliminated. The second result is what does not cancel: for instance money that one book has sent and the other not
// yet received, by fund and book, from the point of view of the set; it is left in the sums of neither book. The
// error is [ledger.ErrRange] and vocab.ErrUnknown.
func (b Books) Balances(by ...ledger.Dimension) (sums, open Balances, err error) {
	keep, err := ledger.Keeper(by...)
	if err != nil {
		return nil, nil, err
	}
	groups, between := make(map[ledger.Leg]ledger.Total), make(map[ledger.Leg]ledger.Total)
	for _, s := range b.snapshots {
		for _, l := range s.Balances {
			var n ledger.Total
			n.Add(l.Amount.Minor())
			if l.Account == ledger.InterBook && b.holds(l.Book) {
				pair := ledger.Leg{Account: ledger.InterBook, Fund: l.Fund, Amount: ledger.Minor(0, l.Amount.Unit())}
				pair.Book = min(s.Book, l.Book) + " " + max(s.Book, l.Book)
				between[pair] = between[pair].Plus(n)
				continue
			}
			g := keep(l)
			groups[g] = groups[g].Plus(n)
		}
	}
	if sums, err = collect(groups); err == nil {
		open, err = collect(between)
	}
	return sums, open, err
}

func (b Books) holds(book string) bool {
	byName := func(s Snapshot, name string) int { return strings.Compare(s.Book, name) }
	_, ok := slices.BinarySearchFunc(b.snapshots, book, byName)
	return ok
}
