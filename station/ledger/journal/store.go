package journal

import (
	"context"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
)

// Position is where a book stands (账簿状态): its last link and the last days of what is closed and held. A day up to
// Closed is closed; one after it and up to Held is on hold. The zero value is an empty book.
type Position struct {
	Head   chain.Head
	Closed cal.Date
	Held   cal.Date
}

// Key is what a store keeps a balance for (余额键). Station and Sub are used only where a balance is guarded in such
// detail: on stock the station and the lot, on committed the commitment, on the time bank the party. Keys are
// comparable.
type Key struct {
	Account ledger.Account
	Fund    ledger.FundID
	Unit    ledger.Unit
	Station string
	Sub     string
}

// KeyOf returns the key whose balance the leg changes.
func KeyOf(l ledger.Leg) Key {
	k := Key{Account: l.Account, Fund: l.Fund, Unit: l.Amount.Unit()}
	switch l.Account {
	case ledger.Stock:
		k.Station, k.Sub = l.Station, string(l.Lot)
	case ledger.Committed:
		k.Sub = l.Commitment
	case ledger.TimeBank:
		k.Sub = string(l.Party)
	}
	return k
}

// Delta is a change of one balance, in smallest parts.
type Delta struct {
	Key   Key
	Minor int64
}

// Addition is one entry to be stored, with everything that a store may want to keep in columns (新增记录).
type Addition struct {
	Record chain.Record // the canonical bytes and their hash
	Entry  ledger.Entry // the same entry; shared, not to be changed
	Deltas []Delta      // each key once, in the order of the legs
	Next   Position     // the book afterwards
}

// Tx is one book inside the embedder's own transaction (事务). The embedder begins and ends the transaction; whatever
// else he writes in it is committed together with the entries. After any error he rolls back.
//
// Position locks the book against other writers until the transaction ends, so that one entry at a time is judged; a store
// that cannot lock returns an error from Append or from commit when another writer was first. Everything read through a Tx
// includes what was appended through it. A Tx belongs to one goroutine.
type Tx interface {
	chain.Reader
	// Position returns where the book stands and locks it; the zero value for an empty book.
	Position(ctx context.Context) (Position, error)
	// ByKey returns the record of the entry with this key.
	ByKey(ctx context.Context, key string) (chain.Record, bool, error)
	// Reversed reports whether an entry reverses the one with this key.
	Reversed(ctx context.Context, key string) (bool, error)
	// Lot returns a lot declared by an earlier entry.
	Lot(ctx context.Context, id ledger.LotID) (ledger.Lot, bool, error)
	// Balances returns the balances of the keys, in their order, 0 for a key never used.
	Balances(ctx context.Context, keys []Key) ([]int64, error)
	// Append stores the addition: the record, the balances, the lots of the entry that are new, and the position. The store
	// refuses a number or key that exists, and a second reversal of one entry.
	Append(ctx context.Context, a Addition) error
}

// DayTx is a [Tx] that knows balances by day, as funds with the guard [ByDay] need.
type DayTx interface {
	Tx
	// Lowest returns for each key the lowest balance at the end of a day, of that on the day from and those of all
	// later days: entries count by their date.
	Lowest(ctx context.Context, keys []Key, from cal.Date) ([]int64, error)
}
