package integrations

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emmansun/gmsm/sm3"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

var update = flag.Bool("update", false, "rewrite the golden heads; they are frozen, since printed anchors must stay valid")

// sm3Chain is how a book is chained with SM3.
func sm3Chain(name string) chain.Chain {
	return chain.Chain{Name: name, Algorithm: "sm3", New: sm3.New}
}

// TestSM3 holds the hash function to the examples of the standard (GB/T 32905-2016, appendix A).
func TestSM3(t *testing.T) {
	for text, want := range map[string]string{
		"abc":                      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
		strings.Repeat("abcd", 16): "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
	} {
		h := sm3.New()
		h.Write([]byte(text))
		if got := hex.EncodeToString(h.Sum(nil)); got != want {
			t.Errorf("SM3 of %d bytes is %s", len(text), got)
		}
	}
}

// entries are a small book: a grant, a payment, its reversal. All invented.
func entries() []ledger.Entry {
	const fund ledger.FundID = "F-1"
	amount := ledger.MustParseAmount
	grant := ledger.Entry{Key: "收-1", Kind: ledger.Grant, Date: cal.MustParse("2026-03-05"), Memo: "县级福彩公益金（虚构）", Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: fund, Amount: amount("1000.00 CNY")}, {Account: ledger.GrantIncome, Fund: fund, Amount: amount("-1000.00 CNY")}}}
	paid := ledger.Entry{Key: "付-1", Kind: ledger.Payment, Date: cal.MustParse("2026-03-06"), Maker: "clerk-1", Checker: "clerk-2", Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: fund, Amount: amount("-120.50 CNY")},
		{Account: ledger.ProgrammeCost, Use: ledger.Service, Fund: fund, Purpose: "visits", Amount: amount("120.50 CNY")}}}
	undone := ledger.Entry{Key: "冲-1", Kind: ledger.Reversal, Date: cal.MustParse("2026-03-07"), Reverses: "付-1", Legs: paid.Reversed()}
	return []ledger.Entry{grant, paid, undone}
}

// post posts the entries into a book with this chain and returns the book and the head after each.
func post(t *testing.T, c chain.Chain) (*memory.Store, []chain.Head) {
	t.Helper()
	funds, err := ledger.NewFunds(ledger.Fund{ID: "F-1", Name: "福彩公益金（虚构）", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose,
		Purposes: []ledger.Purpose{"visits"}, Guard: ledger.ByPosting})
	if err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(journal.Config{Chain: c, Funds: funds})
	if err != nil {
		t.Fatal(err)
	}
	book, heads := new(memory.Store), []chain.Head{c.Genesis()}
	for i, e := range entries() {
		at := time.Date(2026, time.March, 8, 9, i, 0, 123_000_000, cal.Beijing())
		if err := book.Update(t.Context(), func(tx journal.DayTx) error {
			r, err := j.Post(t.Context(), tx, e, journal.Options{At: at})
			heads = append(heads, r.Head)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return book, heads
}

// TestHeads compares the heads of one book, chained with SM3 and with SHA-256, with those once printed.
func TestHeads(t *testing.T) {
	var got strings.Builder
	for _, c := range []chain.Chain{sm3Chain("某县社工站台账"), chain.SHA256("某县社工站台账")} {
		book, heads := post(t, c)
		for _, h := range heads {
			got.WriteString(h.String() + "\n")
		}
		s, err := books.Replay(t.Context(), book, c)
		if err != nil {
			t.Fatal(err)
		}
		if s.Head() != heads[3] {
			t.Errorf("replay ends at %v", s.Head())
		}
	}
	path := filepath.Join("testdata", "heads.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("the heads have changed:\n%s", got.String())
	}
}

// edited is a book whose records are edited on the way.
type edited struct {
	chain.Reader
	edit func([]chain.Record) []chain.Record
}

func (e edited) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		var all []chain.Record
		for r, err := range e.Reader.Records(ctx, from, to) {
			if err != nil {
				yield(r, err)
				return
			}
			all = append(all, r)
		}
		for _, r := range e.edit(all) {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// TestSM3Tampering edits a book chained with SM3 and holds it against its last head.
func TestSM3Tampering(t *testing.T) {
	c := sm3Chain("某县社工站台账")
	book, heads := post(t, c)
	for _, test := range []struct {
		name string
		edit func([]chain.Record) []chain.Record
		want error
	}{
		{"untouched", func(r []chain.Record) []chain.Record { return r }, nil},
		{"a fen more", func(r []chain.Record) []chain.Record {
			r[1].Body = bytes.Replace(r[1].Body, []byte{0x2f, 0x12}, []byte{0x2f, 0x13}, 1) // 120.50 → 120.51
			return r
		}, chain.ErrHash},
		{"swapped", func(r []chain.Record) []chain.Record { r[0], r[1] = r[1], r[0]; return r }, chain.ErrGap},
		{"the last removed", func(r []chain.Record) []chain.Record { return r[:2] }, chain.ErrShort},
		{"hashed anew with another time", func(r []chain.Record) []chain.Record {
			head := c.Genesis()
			for i := range r {
				r[i], head = c.Seal(head, r[i].Time().Add(time.Second), r[i].Body)
			}
			return r
		}, chain.ErrAnchor},
		{"hashed anew with SHA-256", func(r []chain.Record) []chain.Record {
			other := chain.SHA256(c.Name)
			head := other.Genesis()
			for i := range r {
				r[i], head = other.Seal(head, r[i].Time(), r[i].Body)
			}
			return r
		}, chain.ErrHash},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := c.Verify(t.Context(), edited{book, test.edit}, c.Genesis(), heads[3]); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}
