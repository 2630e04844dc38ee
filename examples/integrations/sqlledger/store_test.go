package sqlledger_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shegong/shegong/examples/integrations/sqlledger"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// counter counts from 1.
type counter struct{ n atomic.Int64 }

func (c *counter) add() int64 { return c.n.Add(1) }

// names gives books their names.
type names struct{ counter }

func (n *names) next() string { return "book " + strconv.FormatInt(n.add(), 10) }

const fund ledger.FundID = "F-1"

func openJournal(t testing.TB, c chain.Chain) *journal.Journal {
	t.Helper()
	funds, err := ledger.NewFunds(ledger.Fund{ID: fund, Name: "福彩公益金（虚构）", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose,
		Purposes: []ledger.Purpose{"visits"}, Guard: ledger.ByDay})
	if err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(journal.Config{Chain: c, Funds: funds})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func grant(key, yuan string) ledger.Entry {
	return ledger.Entry{Key: key, Kind: ledger.Grant, Date: cal.MustParse("2026-03-05"), Memo: "县级福彩公益金（虚构）", Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: fund, Amount: ledger.MustParseAmount(yuan + " CNY")},
		{Account: ledger.GrantIncome, Fund: fund, Amount: ledger.MustParseAmount("-" + yuan + " CNY")}}}
}

func pay(key, yuan string) ledger.Entry {
	return ledger.Entry{Key: key, Kind: ledger.Payment, Date: cal.MustParse("2026-03-06"), Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: fund, Amount: ledger.MustParseAmount("-" + yuan + " CNY")},
		{Account: ledger.ProgrammeCost, Use: ledger.Service, Fund: fund, Purpose: "visits", Amount: ledger.MustParseAmount(yuan + " CNY")}}}
}

// options carries an invented time, the same in every run.
func options() journal.Options {
	return journal.Options{At: time.Date(2026, time.March, 6, 9, 0, 0, 0, cal.Beijing())}
}

func post(ctx context.Context, b *sqlledger.Book, j *journal.Journal, e ledger.Entry) (r journal.Receipt, err error) {
	err = b.Update(ctx, func(tx journal.DayTx) error {
		r, err = j.Post(ctx, tx, e, options())
		return err
	})
	return r, err
}

// appendOnly tries to rewrite what is posted, past the journal, and sees that nothing has changed.
func appendOnly(t *testing.T, db *sql.DB, d sqlledger.Dialect, more ...string) {
	ctx, j, b := t.Context(), openJournal(t, chain.SHA256("county")), sqlledger.New(db, d, "county")
	given := ledger.Entry{Key: "rice", Kind: ledger.GiftInKind, Date: cal.MustParse("2026-03-05"),
		Lots: []ledger.Lot{{ID: "R1", Unit: ledger.MustParseUnit("rice/袋")}},
		Legs: []ledger.Leg{{Account: ledger.Stock, Fund: fund, Lot: "R1", Station: "S1", Amount: ledger.MustParseAmount("10 rice/袋")},
			{Account: ledger.Donor, Fund: fund, Lot: "R1", Amount: ledger.MustParseAmount("-10 rice/袋")}},
		Valuations: []ledger.Valuation{{Lot: "R1", Basis: ledger.Unvalued, Quantity: ledger.MustParseAmount("10 rice/袋")}}}
	for _, e := range []ledger.Entry{grant("grant", "100.00"), pay("paid", "30.00"), given} {
		if _, err := post(ctx, b, j, e); err != nil {
			t.Fatal(err)
		}
	}
	before, err := books.Replay(ctx, b, j.Chain())
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range append(more,
		"UPDATE ledger_entry SET body = hash", "DELETE FROM ledger_entry", "UPDATE ledger_leg SET minor = 0", "DELETE FROM ledger_leg",
		"UPDATE ledger_lot SET place = 'elsewhere'", "DELETE FROM ledger_lot", "DELETE FROM ledger_head", "DELETE FROM ledger_balance", "DELETE FROM ledger_day",
		"UPDATE ledger_head SET seq = seq - 1", "UPDATE ledger_head SET seq = seq + 2", "UPDATE ledger_head SET closed = NULL",
		"UPDATE ledger_balance SET minor = -1 WHERE account = 'stock'") {
		if _, err := db.ExecContext(ctx, statement); err == nil {
			t.Errorf("the database runs %q", statement)
		}
	}
	after, err := books.Replay(ctx, b, j.Chain())
	if err != nil {
		t.Fatal(err)
	}
	if before.Head() != after.Head() || after.Len() != 3 {
		t.Error("the book has changed")
	}
	var legs, balance int64
	if err := db.QueryRow("SELECT COUNT(*) FROM ledger_leg").Scan(&legs); err != nil || legs != 6 {
		t.Errorf("%d legs in columns, %v", legs, err)
	}
	if err := db.QueryRow("SELECT minor FROM ledger_balance WHERE account = 'bank'").Scan(&balance); err != nil || balance != 7000 {
		t.Errorf("%d fen in the bank, %v", balance, err)
	}
}

// embedder commits a posting and a row of his own together, and loses both together.
func embedder(t *testing.T, db *sql.DB, d sqlledger.Dialect) {
	ctx, j, b := t.Context(), openJournal(t, chain.SHA256("county")), sqlledger.New(db, d, "county")
	if _, err := db.Exec("CREATE TABLE case_step (entry_key varchar(64) PRIMARY KEY)"); err != nil {
		t.Fatal(err)
	}
	step := func(e ledger.Entry) error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback()
		insert := "INSERT INTO case_step (entry_key) VALUES ('" + e.Key + "')"
		if _, err := tx.ExecContext(ctx, insert); err != nil {
			return err
		}
		if _, err := j.Post(ctx, b.Tx(tx), e, options()); err != nil {
			return err
		}
		return tx.Commit()
	}
	for _, e := range []ledger.Entry{grant("grant", "100.00"), pay("paid", "60.00")} {
		if err := step(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := step(pay("too much", "60.00")); !errors.Is(err, ledger.ErrOverdrawn) {
		t.Errorf("the second payment: %v", err)
	}
	var steps int
	if err := db.QueryRow("SELECT COUNT(*) FROM case_step").Scan(&steps); err != nil || steps != 2 {
		t.Errorf("%d steps, %v", steps, err)
	}
	// A case step that is refused takes the posting with it.
	if err := step(pay("paid", "1.00")); err == nil {
		t.Error("the same step twice")
	}
	s, err := books.Replay(ctx, b, j.Chain())
	if err != nil || s.Len() != 2 {
		t.Errorf("%d entries, %v", s.Len(), err)
	}
}

// ahead goes past the journal and appends a number that leaves one out.
func ahead(t *testing.T, db *sql.DB, d sqlledger.Dialect) {
	ctx, c, b := t.Context(), chain.SHA256("county"), sqlledger.New(db, d, "county")
	e := grant("grant", "100.00")
	body, err := e.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	err = b.Update(ctx, func(tx journal.DayTx) error {
		if _, err := tx.Position(ctx); err != nil {
			return err
		}
		_, first := c.Seal(c.Genesis(), options().At, body)
		a := journal.Addition{Entry: e}
		a.Record, a.Next.Head = c.Seal(first, options().At, body)
		return tx.Append(ctx, a)
	})
	if !errors.Is(err, ledger.ErrMoved) {
		t.Errorf("number 2 of an empty book: %v", err)
	}
}

// benchmarkPost posts two-leg entries one by one, each in a transaction that is on disk when it returns, with one writer and
// with eight, to one book.
func benchmarkPost(b *testing.B, db *sql.DB, d sqlledger.Dialect) {
	j, names := openJournal(b, chain.SHA256("county")), new(names)
	db.SetMaxIdleConns(8) // or writers close their connections after each posting
	for _, writers := range []int{1, 8} {
		b.Run(fmt.Sprint(writers, " writers"), func(b *testing.B) {
			ctx, book := b.Context(), sqlledger.New(db, d, names.next())
			if _, err := post(ctx, book, j, grant("grant", "10000000.00")); err != nil {
				b.Fatal(err)
			}
			var keys counter
			b.ResetTimer()
			var wg sync.WaitGroup
			for range writers {
				wg.Go(func() {
					for n := keys.add(); n <= int64(b.N); n = keys.add() {
						if _, err := post(ctx, book, j, pay(strconv.FormatInt(n, 10), "0.01")); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			wg.Wait()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
		})
	}
}
