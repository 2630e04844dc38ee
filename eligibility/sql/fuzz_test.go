package sql_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/sql"
)

// FuzzRandomTrees makes law and cases of the bytes and holds the SQL of every tree that can be written to the engine.
func FuzzRandomTrees(f *testing.F) {
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return // more choices than the largest tree takes
		}
		s, cases := eligibilitytest.FromBytes(data)
		for _, l := range flat(s) {
			e, err := sql.Express(l, "flat", sql.Options{})
			if errors.Is(err, sql.ErrNotExpressible) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			agree(t, e, l, cases, false)
		}
	})
}
