package sqlledger

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// bookTx is one book inside a transaction.
type bookTx struct {
	tx      *sql.Tx
	dialect Dialect
	book    string
}

func (t *bookTx) row(ctx context.Context, query string, args ...any) *sql.Row {
	return t.tx.QueryRowContext(ctx, t.dialect.bind(query), args...)
}

// exec runs a statement and returns the number of rows it has changed.
func (t *bookTx) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	r, err := t.tx.ExecContext(ctx, t.dialect.bind(statement), args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// found turns "no rows" into false.
func found(err error) (bool, error) {
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// Position locks the head. A book that has none yet gets one with the number 0, which of two writers only one can insert.
func (t *bookTx) Position(ctx context.Context) (pos journal.Position, err error) {
	read := func() error {
		return t.row(ctx, "SELECT head, closed, held FROM ledger_head WHERE book = ?"+t.dialect.lock, t.book).Scan(&pos.Head, &pos.Closed, &pos.Held)
	}
	ok, err := found(read())
	if ok || err != nil {
		return pos, err
	}
	if _, err := t.exec(ctx, "INSERT INTO ledger_head (book, seq) VALUES (?, 0) ON CONFLICT DO NOTHING", t.book); err != nil {
		return pos, err
	}
	return pos, read()
}

func (t *bookTx) ByKey(ctx context.Context, key string) (r chain.Record, ok bool, err error) {
	ok, err = found(t.row(ctx, "SELECT seq, recorded, body, hash FROM ledger_entry WHERE book = ? AND entry_key = ?", t.book, key).
		Scan(&r.Seq, &r.At, &r.Body, &r.Hash))
	return r, ok, err
}

func (t *bookTx) Reversed(ctx context.Context, key string) (bool, error) {
	var seq uint64
	return found(t.row(ctx, "SELECT seq FROM ledger_entry WHERE book = ? AND reverses = ?", t.book, key).Scan(&seq))
}

func (t *bookTx) Lot(ctx context.Context, id ledger.LotID) (l ledger.Lot, ok bool, err error) {
	ok, err = found(t.row(ctx, "SELECT unit, batch, place, expiry FROM ledger_lot WHERE book = ? AND id = ?", t.book, string(id)).
		Scan(&l.Unit, &l.Batch, &l.Place, &l.Expiry))
	if ok {
		l.ID = id
	}
	return l, ok, err
}

// whose is the condition for one balance; keyOf gives its parameters.
const whose = "account = ? AND fund = ? AND unit = ? AND station = ? AND sub = ?"

func keyOf(k journal.Key) []any {
	return []any{string(k.Account), string(k.Fund), k.Unit.String(), k.Station, k.Sub}
}

// chunk is how many keys or rows go into one statement: databases limit its parameters and its parts.
const chunk = 100

func (t *bookTx) Balances(ctx context.Context, keys []journal.Key) ([]int64, error) {
	out := make([]int64, len(keys))
	for start := 0; start < len(keys); start += chunk {
		end := min(start+chunk, len(keys))
		if err := t.balances(ctx, keys[start:end], out[start:end]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// balances asks for every key by a SELECT of its own in one UNION: each finds its row in the primary key, which
// a condition of many ORs, after the book, does not in every database.
func (t *bookTx) balances(ctx context.Context, keys []journal.Key, out []int64) error {
	var query strings.Builder
	var args []any
	for i, k := range keys {
		if i > 0 {
			query.WriteString(" UNION ALL ")
		}
		query.WriteString("SELECT " + strconv.Itoa(i) + ", minor FROM ledger_balance WHERE book = ? AND " + whose)
		args = append(append(args, t.book), keyOf(k)...)
	}
	rows, err := t.tx.QueryContext(ctx, t.dialect.bind(query.String()), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var i int
		var minor int64
		if err := rows.Scan(&i, &minor); err != nil {
			return err
		}
		out[i] = minor
	}
	return rows.Err()
}

func (t *bookTx) Lowest(ctx context.Context, keys []journal.Key, from cal.Date) ([]int64, error) {
	out := make([]int64, len(keys))
	for i, k := range keys {
		low, err := t.lowest(ctx, k, from)
		if err != nil {
			return nil, err
		}
		out[i] = low
	}
	return out, nil
}

// lowest reads the balance now and takes the days back from the last one to the day after from: few, as entries are seldom late.
func (t *bookTx) lowest(ctx context.Context, k journal.Key, from cal.Date) (int64, error) {
	key := append([]any{t.book}, keyOf(k)...)
	args := append(append(append([]any{}, key...), key...), from)
	rows, err := t.tx.QueryContext(ctx, t.dialect.bind("SELECT 'now' AS day, minor FROM ledger_balance WHERE book = ? AND "+whose+
		" UNION ALL SELECT day, -minor FROM ledger_day WHERE book = ? AND "+whose+" AND day > ? ORDER BY day DESC"), args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var low, end int64 // of the balance at the end of a day
	for first := true; rows.Next(); first = false {
		var day string
		var change int64
		if err := rows.Scan(&day, &change); err != nil {
			return 0, err
		}
		end += change
		if low = min(low, end); first { // "now", which sorts after every date
			low = end
		}
	}
	return low, rows.Err()
}

func (t *bookTx) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return readRecords(ctx, t.tx, t.dialect, t.book, from, to)
}

// Append moves the head first: if it is not where the addition follows, another writer was there.
func (t *bookTx) Append(ctx context.Context, a journal.Addition) error {
	moved, err := t.exec(ctx, "UPDATE ledger_head SET seq = ?, head = ?, closed = ?, held = ? WHERE book = ? AND seq = ?",
		a.Record.Seq, a.Next.Head, a.Next.Closed, a.Next.Held, t.book, a.Record.Seq-1)
	if err != nil {
		return err
	}
	if moved != 1 {
		return ledger.Refuse(ledger.I7, ledger.ErrMoved)
	}
	reverses := sql.NullString{String: a.Entry.Reverses, Valid: a.Entry.Reverses != ""}
	if _, err := t.exec(ctx, "INSERT INTO ledger_entry (book, seq, recorded, entry_key, kind, day, reverses, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.book, a.Record.Seq, a.Record.At, a.Entry.Key, string(a.Entry.Kind), a.Entry.Date, reverses, a.Record.Body, a.Record.Hash); err != nil {
		return err
	}
	for _, step := range []func(context.Context, journal.Addition) error{t.legs, t.lots, t.sums} {
		if err := step(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

func (t *bookTx) legs(ctx context.Context, a journal.Addition) error {
	const row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	for start := 0; start < len(a.Entry.Legs); start += chunk {
		part := a.Entry.Legs[start:min(start+chunk, len(a.Entry.Legs))]
		var args []any
		for i, l := range part {
			args = append(args, t.book, a.Record.Seq, start+i+1, string(l.Account), l.Amount.Minor(), l.Amount.Unit(), string(l.Fund), string(l.Purpose),
				string(l.Use), string(l.Line), l.Station, string(l.Party), string(l.Lot), l.Contract, l.Commitment, l.Book)
		}
		if _, err := t.exec(ctx, `INSERT INTO ledger_leg (book, seq, line, account, minor, unit, fund, purpose, use_class, budget_line, station, party, lot,
			contract, commitment, other_book) VALUES `+row+strings.Repeat(", "+row, len(part)-1), args...); err != nil {
			return err
		}
	}
	return nil
}

// lots stores the lots that are new; the journal has compared the others.
func (t *bookTx) lots(ctx context.Context, a journal.Addition) error {
	for _, l := range a.Entry.Lots {
		if _, known, err := t.Lot(ctx, l.ID); err != nil {
			return err
		} else if known {
			continue
		}
		if _, err := t.exec(ctx, "INSERT INTO ledger_lot (book, id, unit, batch, place, expiry) VALUES (?, ?, ?, ?, ?, ?)",
			t.book, string(l.ID), l.Unit, l.Batch, l.Place, l.Expiry); err != nil {
			return err
		}
	}
	return nil
}

// sums adds the changes to balances and days. The head is locked, so a row that an UPDATE does not find is not there.
func (t *bookTx) sums(ctx context.Context, a journal.Addition) error {
	for _, d := range a.Deltas {
		key := append([]any{t.book}, keyOf(d.Key)...)
		day := append(key[:len(key):len(key)], a.Entry.Date)
		minor := []any{d.Minor}
		for _, s := range []struct {
			update, insert string
			key            []any
		}{
			{"UPDATE ledger_balance SET minor = minor + ? WHERE book = ? AND " + whose,
				"INSERT INTO ledger_balance (minor, book, account, fund, unit, station, sub) VALUES (?, ?, ?, ?, ?, ?, ?)", key},
			{"UPDATE ledger_day SET minor = minor + ? WHERE book = ? AND " + whose + " AND day = ?",
				"INSERT INTO ledger_day (minor, book, account, fund, unit, station, sub, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", day},
		} {
			n, err := t.exec(ctx, s.update, append(minor, s.key...)...)
			if err == nil && n == 0 {
				_, err = t.exec(ctx, s.insert, append(minor, s.key...)...)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
