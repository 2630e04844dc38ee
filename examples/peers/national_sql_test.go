package main

import (
	dbsql "database/sql"
	"fmt"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/sql"
)

// What one row can answer of the national law is true, false and NULL in SQLite where the batch says met, not met and
// unknown.
func TestSQLiteSaysTheSameOfTheNationalLaw(t *testing.T) {
	l, found, err := ruleLaw()
	if err != nil {
		t.Fatal(err)
	}
	b, err := populate(l.Dictionary(), 1_500)
	if err != nil {
		t.Fatal(err)
	}
	db, err := dbsql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // a second one would see another memory
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := tables(db, b); err != nil {
		t.Fatal(err)
	}
	var ids []eligibility.ProgrammeID
	for _, r := range found {
		ids = append(ids, r.id)
	}
	plan, err := batch.Compile(l, ids...)
	if err != nil {
		t.Fatal(err)
	}
	var out batch.Planes
	if err := batch.Run(plan, b, &out); err != nil {
		t.Fatal(err)
	}
	expressed, unknown := 0, 0
	for _, r := range found {
		e, err := sql.Express(l, r.id, sql.Options{PackedDays: true})
		if err != nil {
			t.Errorf("%s (%s): %v", r.id, r.node.Criterion().ID, err)
			continue
		}
		expressed++
		rows, err := db.Query(fmt.Sprintf("SELECT row, (%s) FROM %s ORDER BY row", e.Text, r.scope))
		if err != nil {
			t.Fatal(r.id, err)
		}
		for rows.Next() {
			var row int
			var is dbsql.NullBool
			if err := rows.Scan(&row, &is); err != nil {
				t.Fatal(err)
			}
			want := eligibility.Unknown
			switch {
			case is.Valid && is.Bool:
				want = eligibility.Met
			case is.Valid:
				want = eligibility.NotMet
			default:
				unknown++
			}
			if got, _ := out.Truth(r.id, row); got != want {
				t.Fatalf("%s (%s), row %d: %v, SQLite says %v", r.id, r.node.Criterion().ID, row, got, want)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	if expressed < 30 || unknown < 1_000 {
		t.Errorf("%d rules and %d unknown rows are too few to prove anything", expressed, unknown)
	}
}

// tables writes a batch into a table of households and one of people, each person with the facts of his household.
func tables(db *dbsql.DB, b *batch.Batch) error {
	for _, scope := range []eligibility.Scope{eligibility.PerHousehold, eligibility.PerPerson} {
		var facts []eligibility.Fact
		names := []string{"row INTEGER"}
		for f := range b.Dictionary().All() {
			if f.Scope == eligibility.PerHousehold || f.Scope == scope {
				facts = append(facts, f)
				names = append(names, fmt.Sprintf("%q", string(f.Key)))
			}
		}
		if _, err := db.Exec(fmt.Sprintf("CREATE TABLE %s (%s)", scope, strings.Join(names, ", "))); err != nil {
			return err
		}
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		insert, err := tx.Prepare(fmt.Sprintf("INSERT INTO %s VALUES (?%s)", scope, strings.Repeat(", ?", len(facts))))
		if err != nil {
			return err
		}
		for h := range b.Households() {
			c, err := b.Case(h)
			if err != nil {
				return err
			}
			first, rows := h, 1
			if scope == eligibility.PerPerson {
				first, _ = b.PeopleOf(h)
				rows = c.People()
			}
			for row := range rows {
				values := []any{first + row}
				for _, f := range facts {
					at := row
					if f.Scope == eligibility.PerHousehold {
						at = 0
					}
					var v any
					if n, known, _ := c.Get(f.Key, at); known {
						if v = n; f.Kind == eligibility.WordFact {
							v = f.Words[n].Key
						}
					}
					values = append(values, v)
				}
				if _, err := insert.Exec(values...); err != nil {
					return err
				}
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}
