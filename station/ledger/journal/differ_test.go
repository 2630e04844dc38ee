package journal_test

import (
	"bytes"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Each field that is changed is found by its path, and by nothing else.
func TestDiffer(t *testing.T) {
	full := func() ledger.Entry {
		e := rice("r", "L1", "D", "2026-03-05", "100.00")
		e.Evidence = []ledger.Evidence{{Kind: ledger.Agreement}, {Kind: ledger.Photo}}
		e.Affects = cal.Month(2026, 2)
		e.Meta = []ledger.Meta{{Key: "a", Value: "1"}, {Key: "b"}}
		return e
	}
	if d := journal.Differ(full(), full()); d != "" {
		t.Errorf("the same differs in %s", d)
	}
	for path, edit := range map[string]func(*ledger.Entry){
		"kind":               func(e *ledger.Entry) { e.Kind = ledger.Buying },
		"date":               func(e *ledger.Entry) { e.Date = date("2026-03-06") },
		"memo":               func(e *ledger.Entry) { e.Memo = "x" },
		"legs[1].amount":     func(e *ledger.Entry) { e.Legs[1].Amount = amount("1 min") },
		"legs[1].account":    func(e *ledger.Entry) { e.Legs[1].Account = "x" },
		"legs[1].fund":       func(e *ledger.Entry) { e.Legs[1].Fund = "x" },
		"legs[1].purpose":    func(e *ledger.Entry) { e.Legs[1].Purpose = "x" },
		"legs[1].use":        func(e *ledger.Entry) { e.Legs[1].Use = "x" },
		"legs[1].line":       func(e *ledger.Entry) { e.Legs[1].Line = "x" },
		"legs[1].station":    func(e *ledger.Entry) { e.Legs[1].Station = "x" },
		"legs[1].party":      func(e *ledger.Entry) { e.Legs[1].Party = "x" },
		"legs[1].lot":        func(e *ledger.Entry) { e.Legs[1].Lot = "x" },
		"legs[1].contract":   func(e *ledger.Entry) { e.Legs[1].Contract = "x" },
		"legs[1].commitment": func(e *ledger.Entry) { e.Legs[1].Commitment = "x" },
		"legs[1].book":       func(e *ledger.Entry) { e.Legs[1].Book = "x" },
		"legs[3]":            func(e *ledger.Entry) { e.Legs = e.Legs[:3] },
		"legs[4]":            func(e *ledger.Entry) { e.Legs = append(e.Legs, e.Legs[0]) },
		"lots[0]":            func(e *ledger.Entry) { e.Lots[0].Expiry = cal.Date{} },
		"valuations[0]":      func(e *ledger.Entry) { e.Valuations[0].Reviewer = "x" },
		"evidence[1]":        func(e *ledger.Entry) { e.Evidence[1].Number = "x" },
		"consent":            func(e *ledger.Entry) { e.Consent.Number = "x" },
		"reverses":           func(e *ledger.Entry) { e.Reverses = "x" },
		"affects":            func(e *ledger.Entry) { e.Affects = cal.Period{} },
		"until":              func(e *ledger.Entry) { e.Until = e.Date },
		"receipt":            func(e *ledger.Entry) { e.Receipt = "x" },
		"maker":              func(e *ledger.Entry) { e.Maker = "x" },
		"checker":            func(e *ledger.Entry) { e.Checker = "x" },
		"closing":            func(e *ledger.Entry) { e.Closing.Digest = "x" },
		"meta[0]":            func(e *ledger.Entry) { e.Meta[0].Value = "x" },
		"meta[1]":            func(e *ledger.Entry) { e.Meta = e.Meta[:1] },
	} {
		e := full()
		edit(&e)
		if got := journal.Differ(full(), e); got != path {
			t.Errorf("%s is found as %q", path, got)
		}
		a, _ := full().Canonical()
		if b, err := e.Canonical(); err == nil && bytes.Equal(a, b) {
			t.Errorf("%s is not covered by the canonical bytes", path)
		}
	}
}
