package ledgertest_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/ledgertest"
	"github.com/shegong/shegong/station/ledger/memory"
)

func ExampleRun() {
	_ = func(t *testing.T) { // func TestStore
		ledgertest.Run(t, func(*testing.T) ledgertest.Book { return new(memory.Store) })
	}
}

// forgetful is a store that says it has committed, and has not.
type forgetful struct{ memory.Store }

func (s *forgetful) Update(ctx context.Context, f func(journal.DayTx) error) error {
	return new(memory.Store).Update(ctx, f)
}

func ExampleCheck() {
	ctx := context.Background()
	fmt.Println("memory:", ledgertest.Check(ctx, func() ledgertest.Book { return new(memory.Store) }))
	fmt.Println("forgetful:", ledgertest.Check(ctx, func() ledgertest.Book { return new(forgetful) }) != nil)
	// Output:
	// memory: <nil>
	// forgetful: true
}
