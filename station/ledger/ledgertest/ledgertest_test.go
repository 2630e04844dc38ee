package ledgertest

import (
	"testing"

	"github.com/shegong/shegong/station/ledger/memory"
)

func TestMemory(t *testing.T) {
	Run(t, func(*testing.T) Book { return new(memory.Store) })
}
