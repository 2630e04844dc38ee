package integrations_test

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	eligibilitysql "github.com/shegong/shegong/eligibility/sql"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/vocab"
)

// What SQLite makes of a programme's expression over a table of partial facts is what assess says row by row.
func TestSQLiteSaysWhatTruthSays(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // one memory, one connection
	expressed, counts := 0, map[eligibility.Truth]int{}
	for seed := range uint64(30) {
		s, cases := eligibilitytest.Random(seed)
		for _, l := range lawsOfOneRow(s) {
			e, err := eligibilitysql.Express(l, "flat", eligibilitysql.Options{})
			if errors.Is(err, eligibilitysql.ErrNotExpressible) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			expressed++
			want := fill(t, db, l, e, cases)
			got := read(t, db, e)
			if len(got) != len(want) {
				t.Fatalf("seed %d: %d rows of %d", seed, len(got), len(want))
			}
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("seed %d row %d: %v, want %v: %s", seed, i, got[i], want[i], e.Text)
				}
				counts[want[i]]++
			}
		}
	}
	t.Logf("%d expressions: %d met, %d not met, %d unknown", expressed, counts[eligibility.Met], counts[eligibility.NotMet], counts[eligibility.Unknown])
	if expressed < 200 || counts[eligibility.Met] < 100 || counts[eligibility.NotMet] < 100 || counts[eligibility.Unknown] < 100 {
		t.Error("too few to say anything")
	}
}

// lawsOfOneRow makes every node of a random law that can be a programme of its own into one.
func lawsOfOneRow(s *statutes.Statutes) []*statutes.Law {
	law, err := s.At(eligibilitytest.Query())
	if err != nil {
		return nil
	}
	source := vocab.Source{Document: "虚构办法", Provenance: vocab.Fictitious}
	var laws []*statutes.Law
	for act := range s.Acts() {
		for _, p := range eligibilitytest.Programmes() {
			whole, _ := law.Programme(p)
			for _, n := range law.Walk(p) {
				one := act
				one.Programmes = append(append([]eligibility.Programme(nil), act.Programmes...),
					eligibility.Programme{ID: "flat", ZH: "单行", EN: "flat", Unit: whole.Unit, Root: n, Source: source})
				s, err := statutes.New(s.Dictionary(), []statutes.Function{eligibilitytest.Function()}, one)
				if err != nil {
					continue // about a tie, or about somebody else
				}
				if l, err := s.At(eligibilitytest.Query()); err == nil {
					laws = append(laws, l)
				}
			}
		}
	}
	return laws
}

// fill makes the table of an expression, one row a person or household, and returns what Truth says of each.
func fill(t *testing.T, db *sql.DB, l *statutes.Law, e eligibilitysql.Expression, cases []*eligibility.Case) []eligibility.Truth {
	t.Helper()
	exec := func(query string, args ...any) {
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatalf("%v: %s", err, query)
		}
	}
	columns, marks := []string{`"id" INTEGER PRIMARY KEY`}, "?"
	for _, c := range e.Columns {
		kind := "INTEGER"
		if c.Kind == eligibility.WordFact || c.Kind == eligibility.DateFact {
			kind = "TEXT"
		}
		columns = append(columns, fmt.Sprintf(`"%s" %s`, c.Name, kind))
		marks += ", ?"
	}
	exec("DROP TABLE IF EXISTS facts")
	exec("CREATE TABLE facts (" + strings.Join(columns, ", ") + ")")
	engine, err := assess.New(l)
	if err != nil {
		t.Fatal(err)
	}
	var want []eligibility.Truth
	for _, c := range cases {
		rows := c.People()
		if e.Unit == eligibility.PerHousehold {
			rows = 1
		}
		for row := range rows {
			truth, _, err := engine.Truth(c, row, "flat")
			if errors.Is(err, eligibility.ErrConflict) {
				truth, err = eligibility.Unknown, nil
			}
			if err != nil {
				t.Fatal(err)
			}
			values := []any{len(want)}
			for _, col := range e.Columns {
				values = append(values, column(c, col, row))
			}
			exec("INSERT INTO facts VALUES ("+marks+")", values...)
			want = append(want, truth)
		}
	}
	return want
}

func column(c *eligibility.Case, col eligibilitysql.Column, row int) any {
	if col.Scope == eligibility.PerHousehold {
		row = 0
	}
	d, known, _ := c.Datum(col.Fact, row)
	if !known {
		return nil
	}
	switch v := d.Any().(type) {
	case string:
		return v
	case cal.Date:
		return v.String()
	}
	n, _, _ := c.Get(col.Fact, row)
	return n
}

func read(t *testing.T, db *sql.DB, e eligibilitysql.Expression) []eligibility.Truth {
	t.Helper()
	rows, err := db.Query("SELECT " + e.Text + ` FROM facts ORDER BY "id"`)
	if err != nil {
		t.Fatalf("%v: %s", err, e.Text)
	}
	defer rows.Close()
	var got []eligibility.Truth
	for rows.Next() {
		var met sql.NullBool
		if err := rows.Scan(&met); err != nil {
			t.Fatal(err)
		}
		switch {
		case !met.Valid:
			got = append(got, eligibility.Unknown)
		case met.Bool:
			got = append(got, eligibility.Met)
		default:
			got = append(got, eligibility.NotMet)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return got
}
