package rules_test

import (
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
)

// TestNationalLawComesBack writes the national law and its dictionary as JSON and reads it: it is the same law on every day on
// which it changes.
func TestNationalLawComesBack(t *testing.T) {
	x := rules.File{Facts: slices.Collect(facts.Dictionary().All())[3:], Acts: national.Acts()}
	data := canonical(t, x)
	y, err := rules.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := eligibility.NewDictionary(y.Facts...)
	if err != nil {
		t.Fatal(err)
	}
	was, err := national.Statutes()
	if err != nil {
		t.Fatal(err)
	}
	now, err := statutes.New(d, nil, y.Acts...)
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []string{"2015-06-01", "2021-01-01", "2022-12-01", "2024-06-01", "2026-06-30", "2026-07-01"} {
		q := statutes.Query{On: cal.MustParse(on)}
		a, err := was.At(q)
		if err != nil {
			t.Fatal(err)
		}
		b, err := now.At(q)
		if err != nil {
			t.Fatal(err)
		}
		if a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: another fingerprint", on)
		}
	}
	if _, err := rules.Join(facts.Dictionary(), nil, national.Acts(), load(t)); err != nil {
		t.Errorf("a county's file beside the national law: %v", err)
	}
	if len(data) > rules.MaxBytes/3 {
		t.Errorf("%d bytes are near the bound of a file", len(data))
	}
}
