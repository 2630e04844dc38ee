package rules_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/station/fault"
)

// FuzzLoad: nothing panics, what is accepted has one canonical form, and no error carries what was read.
func FuzzLoad(f *testing.F) {
	for _, data := range pieces(f) {
		f.Add(data)
	}
	for _, text := range []string{"", "{}", `{"version": 1}`, `{"version": 1, "namespace": "y", "acts": [{}]}`, `[[[[`, `{"version":1e999}`,
		`{"version": 1, "secret42": "secret42", "namespace": "SECRET42"}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := rules.Parse(data)
		if err != nil {
			quiet(t, err)
			if strings.Contains(strings.ToLower(err.Error()), "secret42") {
				t.Error("the error carries the input")
			}
			return
		}
		once := canonical(t, x)
		if len(once) < 2000 {
			if y, err := rules.Parse(once); err != nil || same(x, y) != "" {
				t.Errorf("what was saved is another file (%v): %s", err, same(x, y))
			}
		}
		if err := x.Validate(); err != nil {
			quiet(t, err)
		}
	})
}

// quiet checks that an error is made of faults with texts.
func quiet(t *testing.T, err error) {
	for _, f := range fault.Of(err) {
		if f.Code() == fault.ErrForeign {
			t.Errorf("an error without a code: %v", err)
		}
	}
}

// FuzzFacts does the same for the facts of a case.
func FuzzFacts(f *testing.F) {
	all, err := json.Marshal(everything().Cases[0].Facts)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(all)
	for _, text := range []string{`{}`, `{"people": [{}, {"facts": []}], "ties": [{"owner": -1, "kin": 9}]}`, `{"household": [{"fact": "a", "pairs": []}]}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var x rules.Facts
		if err := x.UnmarshalJSON(data); err != nil {
			quiet(t, err)
			if d := same(rules.Facts{}, x); d != "" {
				t.Error("an error changed the receiver")
			}
			return
		}
		once, err := x.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var y rules.Facts
		if err := y.UnmarshalJSON(once); err != nil {
			t.Fatal(err)
		}
		if d := same(x, y); d != "" {
			t.Error(d)
		}
	})
}
