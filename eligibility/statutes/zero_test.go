package statutes_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

func TestNothingIsNoLaw(t *testing.T) {
	_, err := statutes.New(nil, nil)
	var f fault.Fault
	if !errors.Is(err, eligibility.ErrDictionary) || !errors.As(err, &f) || f.Path() != "dictionary" {
		t.Error(err)
	}
	for name, l := range map[string]*statutes.Law{"no law": nil, "the zero law": {}} {
		if d := l.Dictionary(); d != nil {
			t.Errorf("%s has a dictionary", name)
		}
	}
	d, err := eligibility.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	s, err := statutes.New(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	for range l.Under(nil) {
		t.Error("a node under no node")
	}
}
