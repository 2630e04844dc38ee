// Package books reads the journals of a ledger (账簿): it replays one into a [State] that answers what every balance
// was as of any entry and any day, and merges the snapshots of many into one view of a county.
//
// Replay depends on the records alone: it gives the same state on any machine (I8). Merging keeps every snapshot
// apart under its book and number, so that it does not matter in which order and how often they arrive (I15).
//
// States and sets of books are immutable and safe for concurrent use.
package books

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"iter"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
)

// State is a book as replayed (重放所得账簿): every leg, in a form that answers questions as of any number and any day.
type State struct {
	book    string
	head    chain.Head
	records []chain.Record
	headers []header
	moves   []move
	places  []ledger.Leg // each distinct leg, its number being 0
	kinds   []ledger.Kind
}

// header is what a question asks of an entry; its legs are moves from first to the next entry's first.
type header struct {
	date  cal.Date
	kind  uint32
	first uint32
}

// move is one leg: how much, and where.
type move struct {
	minor int64
	place uint32
}

// Visitor sees every entry of a replay (重放访问者). The entry is its own copy.
type Visitor interface {
	Visit(r chain.Record, e *ledger.Entry) error
}

// Replay reads a book from its first entry, verifying the chain as it goes, and returns its state. Without visitors
// only the part of each entry that balances need is decoded. The state keeps the records. Errors are those of the
// reader, of ctx, of the chain, of a visitor, and [ledger.ErrCanonical].
func Replay(ctx context.Context, r chain.Reader, c chain.Chain, visitors ...Visitor) (*State, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	v, err := c.Verifier(c.Genesis())
	if err != nil {
		return nil, err
	}
	s := &State{book: c.Name}
	b := builder{State: s, placeAt: make(map[string]uint32), kindAt: make(map[string]uint32)}
	leg := b.leg // one closure for all entries
	for rec, err := range r.Records(ctx, 1, 0) {
		if err == nil && rec.Seq%1024 == 0 {
			err = ctx.Err()
		}
		if err == nil {
			err = v.Next(rec)
		}
		if err == nil {
			err = b.add(rec, leg)
		}
		for i := 0; err == nil && i < len(visitors); i++ {
			var e ledger.Entry
			if e, err = ledger.DecodeEntry(rec.Body); err == nil {
				err = visitors[i].Visit(rec, &e)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	s.head = v.Head()
	return s, ctx.Err()
}

// builder fills a state; places and kinds are found again by their bytes.
type builder struct {
	*State
	placeAt map[string]uint32
	kindAt  map[string]uint32
	err     error
}

func (b *builder) add(rec chain.Record, leg func(int64, []byte)) error {
	h := header{first: uint32(len(b.moves))}
	on, kind, err := ledger.Glance(rec.Body, leg)
	if err == nil {
		err = b.err
	}
	if err != nil {
		return fault.Of(err).Under(fault.Index("records", int(rec.Seq)))
	}
	at, ok := b.kindAt[string(kind)]
	if !ok {
		at = uint32(len(b.kinds))
		b.kinds = append(b.kinds, ledger.Kind(kind))
		b.kindAt[string(kind)] = at
	}
	h.date, h.kind = on, at
	b.records, b.headers = push(b.records, rec), push(b.headers, h)
	return nil
}

func (b *builder) leg(minor int64, block []byte) {
	at, ok := b.placeAt[string(block)]
	if !ok {
		l, err := ledger.DecodePlace(block)
		if err != nil {
			b.err = err
			return
		}
		at = uint32(len(b.places))
		b.places = append(b.places, l)
		b.placeAt[string(block)] = at
	}
	b.moves = push(b.moves, move{minor, at})
}

// push is append, doubling at any size: append grows large slices by a quarter, which copies a long book five times.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		s = slices.Grow(s, max(64, len(s)))
	}
	return append(s, v)
}

// Book returns the name of the book.
func (s *State) Book() string { return s.book }

// Head returns the last link read: the anchor of everything that the state says.
func (s *State) Head() chain.Head { return s.head }

// Len returns the number of entries, which is the number of the last.
func (s *State) Len() int { return len(s.records) }

// AsOf is a point on two axes (时点): what was posted up to an entry's number, and what is dated up to a day. A zero
// is no limit.
type AsOf struct {
	Seq  uint64
	Date cal.Date
}

// Entries yields the records as of a point with their entries decoded, in the order of posting.
func (s *State) Entries(as AsOf) iter.Seq2[chain.Record, ledger.Entry] {
	return func(yield func(chain.Record, ledger.Entry) bool) {
		for i := range s.within(as, cal.Period{}) {
			e, err := ledger.DecodeEntry(s.records[i].Body)
			if err == nil && !yield(s.records[i], e) {
				return
			}
		}
	}
}

// within yields the indexes of the entries as of a point that are dated in a period; no period is no limit.
func (s *State) within(as AsOf, during cal.Period) iter.Seq[int] {
	n := len(s.headers)
	if as.Seq > 0 {
		n = int(min(uint64(n), as.Seq))
	}
	return func(yield func(int) bool) {
		for i, h := range s.headers[:n] {
			if !as.Date.IsZero() && h.date.After(as.Date) || !during.IsZero() && !during.Contains(h.date) {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// legs returns the moves of entry i.
func (s *State) legs(i int) []move {
	if i+1 < len(s.headers) {
		return s.moves[s.headers[i].first:s.headers[i+1].first]
	}
	return s.moves[s.headers[i].first:]
}

// Posting is one leg with the entry that it stands in (明细).
type Posting struct {
	Seq  uint64
	Date cal.Date
	Kind ledger.Kind
	Leg  ledger.Leg
}

// Postings yields every leg as of a point that match accepts, nil for all, in the order of posting. Match is asked
// once for all legs that differ in nothing but the number of their amount, which it does not see.
func (s *State) Postings(as AsOf, match func(ledger.Leg) bool) iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		wanted := s.wanted(match)
		for i := range s.within(as, cal.Period{}) {
			h := s.headers[i]
			for _, m := range s.legs(i) {
				if !wanted[m.place] {
					continue
				}
				l := s.places[m.place]
				l.Amount = ledger.Minor(m.minor, l.Amount.Unit())
				if !yield(Posting{uint64(i) + 1, h.date, s.kinds[h.kind], l}) {
					return
				}
			}
		}
	}
}

// wanted asks match about every place.
func (s *State) wanted(match func(ledger.Leg) bool) []bool {
	out := make([]bool, len(s.places))
	for i, l := range s.places {
		out[i] = match == nil || match(l)
	}
	return out
}

// Query asks for balances (余额查询): of the legs that Match accepts (nil for all; it does not see the number of the
// amount) in entries dated During (zero for all), grouped by the dimensions and always by unit.
type Query struct {
	By     []ledger.Dimension
	Match  func(ledger.Leg) bool
	During cal.Period
}

// Balances is a list of balances (余额表): each leg stands for all legs of its group, with their sum as its amount
// and only the grouping fields filled. Groups are in the order of ledger.Leg.Compare; sums of zero are left out.
type Balances []ledger.Leg

// Balances answers q as of a point. The error is [ledger.ErrRange] when a sum is out of range, vocab.ErrUnknown for
// an unknown dimension.
func (s *State) Balances(q Query, as AsOf) (Balances, error) {
	keep, err := ledger.Keeper(q.By...)
	if err != nil {
		return nil, err
	}
	sums, wanted := make([]ledger.Total, len(s.places)), s.wanted(q.Match)
	for i := range s.within(as, q.During) {
		for _, m := range s.legs(i) {
			sums[m.place].Add(m.minor)
		}
	}
	groups := make(map[ledger.Leg]ledger.Total)
	for i, sum := range sums {
		if wanted[i] {
			g := keep(s.places[i])
			groups[g] = groups[g].Plus(sum)
		}
	}
	return collect(groups)
}

// collect sorts groups into balances.
func collect(groups map[ledger.Leg]ledger.Total) (Balances, error) {
	out := make(Balances, 0, len(groups))
	for g, sum := range groups {
		n, ok := sum.Minor()
		if !ok {
			return nil, ledger.Refuse(ledger.I2, ledger.ErrRange)
		}
		if n != 0 {
			g.Amount = ledger.Minor(n, g.Amount.Unit())
			out = append(out, g)
		}
	}
	slices.SortFunc(out, ledger.Leg.Compare)
	return out, nil
}

// TrialBalance returns the balances by account and fund (试算平衡表): per fund and unit they add up to zero.
func (s *State) TrialBalance(as AsOf) (Balances, error) {
	return s.Balances(Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByFund}}, as)
}

// Digest returns the hash of the balances by the chain's function, "sha256:…". It depends on nothing but the balances.
func (b Balances) Digest(c chain.Chain) string {
	body := binary.BigEndian.AppendUint32([]byte("shegong-balances\x01"), uint32(len(b)))
	for i := range b {
		body = b[i].AppendCanonical(body)
	}
	h := c.New()
	h.Write(body)
	return c.Algorithm + ":" + hex.EncodeToString(h.Sum(nil))
}
