package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
)

// A view is the family seen on a day by the law of that day.
type view struct {
	law    *statutes.Law
	engine *assess.Engine
	bound  *bind.Bound
}

func look(s *statutes.Statutes, on string, f family) (*view, error) {
	law, err := at(s, on)
	if err != nil {
		return nil, err
	}
	e, err := assess.New(law)
	if err != nil {
		return nil, err
	}
	b, err := bind.Household(law, &f.Household, evidence)
	if err != nil {
		return nil, err
	}
	return &view{law, e, b}, nil
}

// row is the row of a person, or 0 of the household.
func (v *view) row(who facts.Ref) int {
	row, _ := v.bound.Row(who)
	return row
}

// assess is the assessment of a programme, with the facts that are really missing in the place of those that may matter.
func (v *view) assess(c claim) (eligibility.Assessment, error) {
	a, err := v.engine.Assess(v.bound.Case, v.row(c.who), c.programme)
	if err != nil || a.Result != eligibility.NeedFacts {
		return a, err
	}
	exact, err := v.engine.MissingExact(v.bound.Case, a.Row, c.programme)
	a.Facts = slices.DeleteFunc(exact, func(n eligibility.Need) bool { return n.Kind != eligibility.FactNeed })
	return a, err
}

// reasons are an assessment and the criteria that decide it.
func (v *view) reasons(c claim) (eligibility.Assessment, []eligibility.Finding, error) {
	a, err := v.assess(c)
	if err != nil {
		return a, nil, err
	}
	found, err := v.engine.AppendFindings(nil, v.bound.Case, a.Row, c.programme)
	return a, wording.AppendReasons(nil, found), err
}

// explanation is a short account: some of the criteria that decide, and of the caveats those that may change the result.
func (v *view) explanation(a eligibility.Assessment, said []eligibility.Finding) string {
	a.Caveats = slices.DeleteFunc(slices.Clone(a.Caveats), func(c eligibility.Caveat) bool {
		return c.Kind != eligibility.MutualAssumption && c.Kind != eligibility.ClauseNotRecorded
	})
	return v.named(string(wording.AppendExplanation(nil, v.law, v.bound.Case, &a, said, language.SimplifiedChinese)))
}

// named puts the names of the story in the place of places, rows and ties.
func (v *view) named(text string) string {
	person := func(row int) string {
		ref, _ := v.bound.Ref(row)
		return names[ref]
	}
	pairs := []string{"行政区划代码" + county.String(), "虚构省虚构县"}
	for row := range v.bound.Case.People() {
		pairs = append(pairs, fmt.Sprintf("第%d人", row+1), person(row))
	}
	for tie := range v.bound.Case.Ties() {
		of, kin := v.bound.Case.TieOf(tie)
		pairs = append(pairs, fmt.Sprintf("第%d项亲属关系", tie+1), person(of)+"的亲属"+person(kin))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// finding is one line of wording, named.
func (v *view) finding(f eligibility.Finding) string {
	return v.named(string(wording.AppendFinding(nil, v.law, f, language.SimplifiedChinese)))
}

// title is the name of a programme in force.
func (v *view) title(p eligibility.ProgrammeID) string {
	zh, _, _ := v.law.Title(p)
	return zh
}
