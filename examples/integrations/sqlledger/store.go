// Package sqlledger keeps books of the ledger in an SQL database (账簿的数据库存储), through database/sql: PostgreSQL and SQLite. It is an
// example to be copied into an embedder's program, and passes ledgertest.
//
//	db, err := sql.Open("pgx", dsn)
//	...
//	book := sqlledger.New(db, sqlledger.PostgreSQL(), "county")
//	err = book.Update(ctx, func(tx journal.DayTx) error {
//		_, err := j.Post(ctx, tx, entry, journal.Options{At: time.Now()})
//		return err
//	})
//
// Who has a transaction of his own, in which a step of a case is stored with the distribution that belongs to it, hands it to
// [Book.Tx] and commits both.
//
// The SQL is portable: integers and texts, unique keys, a row lock, no upsert but DO NOTHING, no JSON, no arrays. One row a book,
// its head, is locked by whoever judges; all else follows from that lock. So books do not wait for each other,
// and one book takes a few hundred entries a second.
package sqlledger

import (
	"context"
	"database/sql"
	"iter"

	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Book is one book in a database (数据库中的账簿). It is safe for concurrent use. As a chain.Reader it shows what is committed.
type Book struct {
	db      *sql.DB
	dialect Dialect
	name    string
}

// New returns the book of this name, 64 bytes at most; it need not exist. Entries, keys and lots of different books have nothing to
// do with each other.
func New(db *sql.DB, d Dialect, name string) *Book { return &Book{db, d, name} }

// Tx returns the book inside a transaction of the embedder, who commits it or, after any error, rolls it back. The isolation may be
// READ COMMITTED or stricter; if stricter, a writer who was too late gets the database's serialization error.
func (b *Book) Tx(tx *sql.Tx) journal.DayTx { return &bookTx{tx, b.dialect, b.name} }

// Update runs f in a transaction of its own and commits if f returns nil.
func (b *Book) Update(ctx context.Context, f func(journal.DayTx) error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after a commit it does nothing
	if err := f(b.Tx(tx)); err != nil {
		return err
	}
	return tx.Commit()
}

// Records implements chain.Reader.
func (b *Book) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return readRecords(ctx, b.db, b.dialect, b.name, from, to)
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// page is how many records are fetched at once. No cursor stays open while they are looked at, so that whoever looks can use the
// transaction meanwhile.
const page = 500

func readRecords(ctx context.Context, q querier, d Dialect, book string, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for next := from; ; {
			records, err := fetch(ctx, q, d, book, next, to)
			if err != nil {
				yield(chain.Record{}, err)
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
				next = r.Seq + 1
			}
			if len(records) < page {
				return
			}
		}
	}
}

// fetch reads the next page; as nothing is ever rewritten, pages fit together.
func fetch(ctx context.Context, q querier, d Dialect, book string, from, to uint64) (out []chain.Record, err error) {
	query, args := "SELECT seq, recorded, body, hash FROM ledger_entry WHERE book = ? AND seq >= ?", []any{book, from}
	if to > 0 {
		query, args = query+" AND seq <= ?", append(args, to)
	}
	rows, err := q.QueryContext(ctx, d.bind(query+" ORDER BY seq LIMIT ?"), append(args, page)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r chain.Record
		if err := rows.Scan(&r.Seq, &r.At, &r.Body, &r.Hash); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}
