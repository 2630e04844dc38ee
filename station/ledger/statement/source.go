package statement

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// Source answers questions about balances (余额来源): one book, *books.State, or a [Merged] of many.
type Source interface {
	Balances(q books.Query, as books.AsOf) (books.Balances, error)
}

// Dimensions returns what snapshots must be grouped by for every statement that takes a [Source] (快照维度): none of them is a person.
// A fund must have one ID in all books.
func Dimensions() []ledger.Dimension {
	return []ledger.Dimension{ledger.ByAccount, ledger.ByFund, ledger.PerPurpose, ledger.ByUse, ledger.ByLine,
		ledger.ByStation, ledger.ByContract, ledger.ByBook}
}

// Merged is a [Source] over the snapshots of many books (合并账簿): as of the end of a period, and as of the day before it for what
// happened During it. It knows these two points alone and answers [ErrAxis] about any other time. What one book of the set has sent and
// no other has received yet stays on the account between books, so that everything balances.
type Merged struct {
	Opening, Closing books.Books
	During           cal.Period
}

// Balances implements [Source].
func (m Merged) Balances(q books.Query, as books.AsOf) (books.Balances, error) {
	last := cal.Date{}
	if !m.During.IsZero() {
		last = m.During.Last()
	}
	atEnd := as.Date.IsZero() || as.Date == last
	switch {
	case as.Seq != 0:
	case q.During.IsZero() && atEnd:
		return group(q, m.Closing)
	case q.During == m.During && atEnd:
		return group(q, m.Closing, m.Opening)
	case q.During.IsZero() && !m.During.IsZero() && as.Date == m.During.From().AddDays(-1):
		return group(q, m.Opening)
	}
	return nil, catalogue().New(ErrAxis)
}

// group sums one set of books, less others, by q.
func group(q books.Query, plus books.Books, minus ...books.Books) (books.Balances, error) {
	keep, err := ledger.Keeper(q.By...)
	if err != nil {
		return nil, err
	}
	groups := make(map[ledger.Leg]ledger.Total)
	add := func(b books.Books, sign int64) error {
		sums, open, err := b.Balances(finest()...)
		if err != nil {
			return err
		}
		for _, l := range slices.Concat(sums, open) {
			n := l.Amount.Minor()
			l.Amount = ledger.Minor(0, l.Amount.Unit())
			if q.Match == nil || q.Match(l) {
				addTo(groups, keep(l), sign*n)
			}
		}
		return nil
	}
	if err := add(plus, 1); err != nil {
		return nil, err
	}
	for _, b := range minus {
		if err := add(b, -1); err != nil {
			return nil, err
		}
	}
	return collect(groups)
}

var finest = sync.OnceValue(func() []ledger.Dimension {
	var all []ledger.Dimension
	for e := range ledger.Dimensions().All() {
		all = append(all, e.Key)
	}
	return all
})

// collect sorts groups into balances and leaves out zeros.
func collect(groups map[ledger.Leg]ledger.Total) (books.Balances, error) {
	out := make(books.Balances, 0, len(groups))
	var f fold
	for g, t := range groups {
		if a := f.amount(t, g.Amount.Unit()); a.Sign() != 0 {
			g.Amount = a
			out = append(out, g)
		}
	}
	slices.SortFunc(out, ledger.Leg.Compare)
	return out, f.err
}

// before is the point at which a period has not begun.
func before(during cal.Period, as books.AsOf) books.AsOf {
	if d := during.From().AddDays(-1); as.Date.IsZero() || d.Before(as.Date) {
		as.Date = d
	}
	return as
}

// fold turns totals into amounts and remembers that one did not fit.
type fold struct{ err error }

func (f *fold) minor(t ledger.Total) int64 {
	n, ok := t.Minor()
	if !ok {
		f.err = ledger.Refuse(ledger.I2, ledger.ErrRange)
		return 0
	}
	return n
}

func (f *fold) yuan(t ledger.Total) money.Amount { return money.Fen(f.minor(t)) }

func (f *fold) amount(t ledger.Total, u ledger.Unit) ledger.Amount {
	return ledger.Minor(f.minor(t), u)
}

// addTo adds n to the total of a key.
func addTo[K comparable](m map[K]ledger.Total, k K, n int64) {
	t := m[k]
	t.Add(n)
	m[k] = t
}

// isMoney reports whether a leg is money.
func isMoney(l ledger.Leg) bool { return l.Amount.Unit() == ledger.CNY() }

// rank is the place of an account in the list of accounts.
func rank(a ledger.Account) int {
	if n, ok := ranks()[a]; ok {
		return n
	}
	return len(ranks())
}

var ranks = sync.OnceValue(func() map[ledger.Account]int {
	m := make(map[ledger.Account]int)
	for e := range ledger.Accounts().All() {
		m[e.Key] = len(m)
	}
	return m
})

func byAccount(a, b ledger.Account) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

// fundBook looks funds up, each once.
type fundBook struct {
	ctx    context.Context
	source ledger.FundSource
	known  map[ledger.FundID]ledger.Fund
}

func newFundBook(ctx context.Context, source ledger.FundSource) *fundBook {
	return &fundBook{ctx, source, make(map[ledger.FundID]ledger.Fund)}
}

func (b *fundBook) fund(id ledger.FundID) (ledger.Fund, error) {
	if f, ok := b.known[id]; ok {
		return f, nil
	}
	f, ok, err := b.source.Fund(b.ctx, id)
	if err != nil {
		return f, err
	}
	if !ok {
		return f, ledger.Refuse(ledger.I4, ledger.ErrFund)
	}
	b.known[id] = f
	return f, nil
}
