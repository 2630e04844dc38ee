package local_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility/national"
)

// The most that relief may come to, in months of the standard a head, as two ordinances print it.
func TestReliefCaps(t *testing.T) {
	s := body(t)
	for _, c := range []struct {
		place, on, article string
		months             int
	}{{"330212", "2024-01-01", "第三十九条", 6}, {"310101", "2025-01-01", "第二十九条", 3}} {
		v, ok := at(t, s, c.place, c.on).Value(national.ReliefCapMonths, both)
		if !ok || v.Count != c.months || v.Source.Article != c.article || v.Source.Provenance != read || v.Note == "" {
			t.Errorf("%s: %+v (known: %v)", c.place, v, ok)
		}
	}
	if v, ok := at(t, s, "350627", "2025-01-01").Value(national.ReliefCapMonths, both); ok {
		t.Errorf("a cap where none was read: %+v", v)
	}
}
