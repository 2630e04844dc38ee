package wording_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
)

func TestWithoutALawNothingIsSaid(t *testing.T) {
	c, a := new(eligibility.Case), new(eligibility.Assessment)
	found := eligibility.Finding{Node: eligibility.New(eligibility.Spec{})}
	for name, said := range map[string][]byte{
		"zero book, finding":     new(wording.Phrasebook).AppendFinding(nil, found),
		"zero book, explanation": new(wording.Phrasebook).AppendExplanation(nil, c, a, nil),
		"book of no law":         wording.NewPhrasebook(nil, language.Chinese).AppendExplanation(nil, c, a, nil),
		"no law":                 wording.AppendFinding(nil, nil, found, language.Chinese),
		"zero law":               wording.AppendExplanation(nil, new(statutes.Law), c, a, nil, language.English),
	} {
		if len(said) > 0 {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// An assessment may come back from JSON with rows that there are not.
func TestRowsThatThereAreNot(t *testing.T) {
	s := body(t)
	a := eligibility.Assessment{Programme: "x", Row: -3, Result: "x", Next: "y",
		Facts: []eligibility.Need{{Kind: eligibility.FactNeed, Fact: "x", Scope: eligibility.PerTie, Row: -1},
			{Kind: eligibility.FactNeed, Fact: "x", Scope: eligibility.PerTie, Row: 5000}, {}},
		Caveats: []eligibility.Caveat{{}, {Kind: eligibility.NoteOf, Param: "x"}, {Kind: eligibility.NotOfficial, Clause: "x"}}}
	for _, c := range []*eligibility.Case{family(t, s), new(eligibility.Case)} {
		said := string(wording.AppendExplanation(nil, law(t, s), c, &a, nil, language.Chinese))
		if !strings.HasSuffix(said, "以民政部门审核确认为准。\n") || !strings.Contains(said, "第5001项亲属关系") {
			t.Error(said)
		}
	}
}
