package sqlledger_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/shegong/shegong/examples/integrations/sqlledger"
	"github.com/shegong/shegong/station/ledger/ledgertest"
)

// openSQLite returns a database in a file of its own, with the tables.
func openSQLite(t testing.TB) *sql.DB {
	t.Helper()
	file := filepath.Join(t.TempDir(), "账簿 1%20.db") // a name that must be escaped
	db, err := sql.Open("sqlite", sqlledger.SQLiteDSN(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec(sqlledger.SQLite().Schema()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestSQLite(t *testing.T) {
	db, names := openSQLite(t), new(names)
	ledgertest.Run(t, func(*testing.T) ledgertest.Book { return sqlledger.New(db, sqlledger.SQLite(), names.next()) })
}

func TestSQLiteAppendOnly(t *testing.T) { appendOnly(t, openSQLite(t), sqlledger.SQLite()) }

func TestSQLiteEmbedder(t *testing.T) { embedder(t, openSQLite(t), sqlledger.SQLite()) }

func TestSQLiteAhead(t *testing.T) { ahead(t, openSQLite(t), sqlledger.SQLite()) }

func BenchmarkPostSQLite(b *testing.B) { benchmarkPost(b, openSQLite(b), sqlledger.SQLite()) }
