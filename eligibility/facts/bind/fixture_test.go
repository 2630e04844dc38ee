package bind_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var (
	day    = cal.MustParse
	yuan   = money.MustParse
	county = division.MustParse("350627")
	on     = day("2022-03-15")
	year   = cal.MustParsePeriod("2021-03-01/2022-03-01") // the window of 12 months on that day
	yes    = facts.Documented(true)
	no     = facts.Documented(false)
)

// family is the invented household of package facts of which everything is known.
func family(t testing.TB) *facts.Household {
	t.Helper()
	data, err := os.ReadFile("../testdata/household.golden.json")
	if err != nil {
		t.Fatal(err)
	}
	h := new(facts.Household)
	if err := json.Unmarshal(data, h); err != nil {
		t.Fatal(err)
	}
	h.Extra = nil // a vendor's
	return h
}

var invented = vocab.Source{Document: "虚构规则", Provenance: vocab.Fictitious}

// law is an invented law of an invented county that counts income over so many months, or does not say.
func law(t testing.TB, on cal.Date, months int, more ...eligibility.Fact) *statutes.Law {
	t.Helper()
	d, err := facts.Dictionary().With(more...)
	if err != nil {
		t.Fatal(err)
	}
	return lawOver(t, d, statutes.Query{Division: county, On: on, Fictitious: true}, months)
}

func lawOver(t testing.TB, d *eligibility.Dictionary, q statutes.Query, months int) *statutes.Law {
	t.Helper()
	force := cal.Since(day("2021-07-01"))
	act := eligibility.Act{ID: "trial", ZH: "虚构办法", EN: "invented act", Source: invented, Force: force,
		Parameters: []eligibility.Parameter{{Key: facts.MonthsOfIncome, ZH: "收入核算期", EN: "months of income",
			Kind: eligibility.CountParam, Source: invented,
			Set: []eligibility.Delegation{{Force: force, Nation: true, Mode: eligibility.MayOverride, Source: invented}}}},
		Clauses: []eligibility.Clause{{Key: "other", ZH: "其他情形", EN: "other cases", Scope: eligibility.PerPerson,
			Source: invented}},
	}
	if months > 0 {
		act.Values = []eligibility.Value{{Param: facts.MonthsOfIncome, Force: force, Count: months, Source: invented}}
	}
	s, err := statutes.New(d, nil, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(q)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// bound binds a household that has to be free of contradictions.
func bound(t testing.TB, l *statutes.Law, h *facts.Household) *bind.Bound {
	t.Helper()
	b, err := bind.Household(l, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// value is a fact as text, "?" when it is not known, with "!" when it is verified.
func value(b *bind.Bound, k eligibility.FactKey, row int) string {
	d, known, verified := b.Case.Datum(k, row)
	if !known {
		return "?"
	}
	s := fmt.Sprint(d.Any())
	if verified {
		s += "!"
	}
	return s
}

// codes are the codes of a list with their paths.
func codes(l fault.List) []string {
	var all []string
	for _, f := range l {
		s := f.Path() + " " + string(f.Code())
		if f.Advisory() {
			s += " advisory"
		}
		all = append(all, s)
	}
	return all
}
