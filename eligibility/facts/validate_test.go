package facts_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

func TestValidateFindsWhatIsNotWellFormed(t *testing.T) {
	many := make([]facts.Person, eligibility.MaxPeople+1)
	for i := range many {
		many[i].Ref = facts.Ref("p" + strings.Repeat("x", i%60))
	}
	for _, c := range []struct {
		name string
		h    facts.Household
		want []string
	}{
		{"nothing", facts.Household{}, nil},
		{"no reference", facts.Household{People: []facts.Person{{}}}, []string{"people[0].ref FACTS-REF"}},
		{"an unknown word", facts.Household{People: []facts.Person{{Ref: "a",
			Study: facts.Schooling{Stage: facts.Stated(facts.Stage("kindergarten"))}}}},
			[]string{"people[0].study.stage VOCAB-UNKNOWN"}},
		{"an empty word", facts.Household{Area: facts.Stated(eligibility.Area(""))}, []string{"area FACTS-MISSING"}},
		{"an overlong word", facts.Household{Area: facts.Stated(eligibility.Area(strings.Repeat("x", 200)))},
			[]string{"area FACTS-SIZE"}},
		{"no evidence", facts.Household{IncomeOfYear: facts.Of(yuan("1.00"), "")},
			[]string{"income_of_year.evidence FACTS-EVIDENCE"}},
		{"unknown evidence", facts.Household{IncomeOfYear: facts.Of(yuan("1.00"), "hearsay")},
			[]string{"income_of_year.evidence FACTS-EVIDENCE"}},
		{"negative money", facts.Household{IncomeOfYear: facts.Stated(yuan("-0.01"))}, []string{"income_of_year FACTS-VALUE"}},
		{"no such sum", facts.Household{IncomeOfYear: facts.Stated(yuan("100000000000.01"))},
			[]string{"income_of_year FACTS-VALUE"}},
		{"the largest sum", facts.Household{IncomeOfYear: facts.Stated(yuan("100000000000.00"))}, nil},
		{"a negative count", facts.Household{People: []facts.Person{{Ref: "a",
			Work: facts.Work{Refusals: facts.Stated(-1)}}}}, []string{"people[0].work.refusals FACTS-VALUE"}},
		{"an item of no kind and time", facts.Household{Spending: []facts.Spending{{}}},
			[]string{"spending[0].kind FACTS-MISSING", "spending[0].period FACTS-MISSING"}},
		{"a tie of nobody", facts.Household{Ties: []facts.Tie{{}}}, []string{"ties[0].of FACTS-REF",
			"ties[0].kin FACTS-REF"}},
		{"a day that is none", facts.Household{Dibao: facts.Dibao{AboveSince: facts.Stated(cal.Date{})}},
			[]string{"dibao.above_since FACTS-MISSING"}},
		{"a certificate of nothing", facts.Household{People: []facts.Person{{Ref: "a",
			Disability: facts.Impairment{Certificates: []facts.Certificate{
				{Components: []eligibility.Pair{{Kind: "toe", Grade: identity.GradeOne}}}}}}}},
			[]string{"people[0].disability.certificates[0].kind FACTS-MISSING",
				"people[0].disability.certificates[0].grade FACTS-MISSING",
				"people[0].disability.certificates[0].components[0].kind VOCAB-UNKNOWN"}},
		{"extra pairs", facts.Household{Extra: []facts.Extra{{Fact: "a:b", Pairs: facts.Stated([]eligibility.Pair{{}})}}},
			[]string{"extra[0].pairs[0].kind FACTS-MISSING", "extra[0].pairs[0].grade FACTS-MISSING"}},
		{"a fact of no name", facts.Household{Extra: []facts.Extra{{Count: facts.Stated(int64(-1))}}},
			[]string{"extra[0].fact FACTS-MISSING", "extra[0].count FACTS-VALUE"}},
		{"too many ties", facts.Household{Ties: make([]facts.Tie, 4097)}, []string{"ties FACTS-SIZE", "ties FACTS-SIZE"}},
	} {
		err := c.h.Validate()
		var got []string
		if l, ok := err.(interface{ Unwrap() []error }); ok {
			got = codes(facts.Contradictions(&c.h, cal.Date{}))[:len(l.Unwrap())]
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	h := facts.Household{People: many}
	if err := h.Validate(); err == nil || !strings.Contains(err.Error(), "FACTS-SIZE") {
		t.Errorf("%d people: %v", len(many), err)
	}
}

func TestReferencesAreNoPersonalNumbers(t *testing.T) {
	for _, r := range []facts.Ref{"a", "A-1_2.x", "7", "2024-0001", "12345678901234", "23812345678",
		facts.Ref(strings.Repeat("x", 64))} {
		if err := (&facts.Household{People: []facts.Person{{Ref: r}}}).Validate(); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
	for _, r := range []facts.Ref{"", "陈", "a b", "a/b", "13812345678", "x-13812345678", "350627195803011017",
		"35062719580301101X", "350627580301101",
		"35062719880715202141", facts.Ref(strings.Repeat("x", 65))} {
		if err := (&facts.Household{People: []facts.Person{{Ref: r}}}).Validate(); err == nil {
			t.Errorf("%s is accepted", r)
		}
	}
}

func TestEveryCodeHasItsTexts(t *testing.T) {
	n := 0
	for x := range facts.Faults().All() {
		n++
		if f := facts.Faults().New(x.Code); f.Message(language.Chinese) == x.EN || x.ZH == "" {
			t.Errorf("%s", x.Code)
		}
	}
	if n != 27 {
		t.Errorf("%d codes", n)
	}
}

// A household may come as null.
func TestNoHouseholdIsMissing(t *testing.T) {
	var h *facts.Household
	if err := json.Unmarshal([]byte("null"), &h); err != nil {
		t.Fatal(err)
	}
	for _, l := range []fault.List{fault.Of(h.Validate()), facts.Contradictions(h, cal.MustParse("2024-01-01"))} {
		if len(l) != 1 || !errors.Is(l[0], facts.ErrMissing) {
			t.Error(l)
		}
	}
}
