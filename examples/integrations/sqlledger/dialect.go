package sqlledger

import (
	_ "embed"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// Dialect is what differs between databases (数据库方言). Another database with row locks and ON CONFLICT DO NOTHING, or something like
// it, is one more value.
type Dialect struct {
	schema   string
	lock     string // appended to the SELECT that locks a book's head
	numbered bool   // parameters are $1, $2 instead of ?
}

//go:embed schema_postgresql.sql
var postgreSQL string

//go:embed schema_sqlite.sql
var sqLite string

// PostgreSQL returns the dialect of PostgreSQL (tested with 15), for the driver pgx/v5/stdlib and any other that takes $1.
func PostgreSQL() Dialect { return Dialect{schema: postgreSQL, lock: " FOR UPDATE", numbered: true} }

// SQLite returns the dialect of SQLite. Its transactions lock as a whole: open the database with [SQLiteDSN], so that they begin
// with BEGIN IMMEDIATE. One that begins without loses its race with SQLITE_BUSY instead of waiting; nothing else happens.
func SQLite() Dialect { return Dialect{schema: sqLite} }

// Schema returns the statements that create the tables and triggers. They are run once a database, in the embedder's migration.
func (d Dialect) Schema() string { return d.schema }

// SQLiteDSN returns the data source name of a database file for the driver modernc.org/sqlite: transactions that begin by locking,
// waiting writers, readers that do not wait, foreign keys, triggers that also fire for REPLACE, and a commit that is
// on disk when it returns.
func SQLiteDSN(file string) string {
	if file = filepath.ToSlash(file); filepath.VolumeName(file) != "" {
		file = "/" + file // file:/C:/…
	}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(30000)", "journal_mode(WAL)", "synchronous(FULL)",
		"foreign_keys(1)", "recursive_triggers(1)"}}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?" + q.Encode()
}

// bind turns the ? of a statement into what the dialect takes. No statement here has a ? in a text.
func (d Dialect) bind(statement string) string {
	if !d.numbered {
		return statement
	}
	parts := strings.Split(statement, "?")
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString("$" + strconv.Itoa(i))
		}
		b.WriteString(p)
	}
	return b.String()
}
