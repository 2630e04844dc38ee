// Package ledgertest checks a store of ledger books (账簿存储的验收测试): an implementation of journal.Tx over whatever database the
// embedder has.
//
//	func TestStore(t *testing.T) {
//		ledgertest.Run(t, func(t *testing.T) ledgertest.Book { return newEmptyBook(t) })
//	}
//
// It demands what the ledger's promises rest on: an entry is stored whole or not at all, whatever fails and whenever; what comes
// back is byte for byte what went in; one writer at a time judges a book, so that money is not spent twice; a key is
// posted once, an entry reversed once; closed periods stay closed; readers see a prefix of the journal; books do not mix.
//
// Expected values are worked out from the records alone, by code that shares nothing with any store. Each demand is a
// subtest with books of its own, and takes about a second on a database of moderate speed. The package reads no clock and keeps no state.
package ledgertest

import (
	"context"
	"errors"
	"testing"

	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Book is one book of the store under test (受测账簿). As a chain.Reader it shows what is committed.
//
// Update runs f in a transaction: what f appended is committed if f returns nil, dropped if it returns an error or panics or if ctx
// is done before the commit, and Update returns f's error or that of the transaction. Where the transaction lost
// to another writer the error is none of package ledger's, and the kit tries again. Update is called from several goroutines at once.
type Book interface {
	chain.Reader
	Update(ctx context.Context, f func(journal.DayTx) error) error
}

// Run checks the store whose empty books open returns; each call must return another book of the same store. What open sets up it
// also takes down, with t.Cleanup.
func Run(t *testing.T, open func(t *testing.T) Book) {
	t.Helper()
	for _, d := range demands() {
		t.Run(d.name, func(t *testing.T) {
			if err := d.check(t.Context(), func() Book { return open(t) }); err != nil {
				t.Error(err)
			}
		})
	}
}

// Check is Run for a program that is no test, such as one that tries the store in the place where it will work: it returns every
// demand that is not met, as one error, or nil.
func Check(ctx context.Context, open func() Book) error {
	var errs []error
	for _, d := range demands() {
		if err := d.check(ctx, open); err != nil {
			errs = append(errs, wrong("%s: %w", d.name, err))
		}
	}
	return errors.Join(errs...)
}

// demand is one thing that a store must do; check says how it does not.
type demand struct {
	name  string
	check func(ctx context.Context, open func() Book) error
}

func demands() []demand {
	return []demand{
		{"an empty book", emptyBook},
		{"what is read is what was written", readBack},
		{"a transaction sees its own entries and nobody else does", ownWrites},
		{"keys are kept apart", keysApart},
		{"books are kept apart", booksApart},
		{"ten thousand legs", manyLegs},
		{"a thousand entries", manyEntries},
		{"a refusal leaves nothing", refusal},
		{"an error or a panic leaves nothing", abandoned},
		{"a failing call leaves nothing", failingCalls},
		{"a cancelled call leaves nothing", cancelledCalls},
		{"a lost reply", lostReply},
		{"append refuses what exists", appendRefuses},
		{"two writers, one key", oneKey},
		{"two writers, one balance", overdraw},
		{"two writers, one reversal", oneReversal},
		{"closing while others post", closing},
		{"readers see a prefix", prefix},
	}
}
