package guard

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
)

// assistanceCeilings are what the readers of law promise: nothing is allocated into the caller's buffers, over the
// national law and an invented household of a widow with two sons, half of it unknown.
func assistanceCeilings() []ceiling {
	must := func(err error) {
		if err != nil {
			panic("guard: " + err.Error())
		}
	}
	body, err := national.Statutes()
	must(err)
	on := cal.MustParse("2025-03-01")
	law, err := body.At(statutes.Query{On: on})
	must(err)
	engine, err := assess.New(law)
	must(err)

	c := eligibility.NewCase(body.Dictionary())
	for range 3 {
		_, err := c.AddPerson()
		must(err)
	}
	for son := 1; son < 3; son++ {
		_, err := c.AddTie(0, son)
		must(err)
	}
	must(c.Put("person.birth", 0, eligibility.Day(cal.MustParse("1948-02-03")), true))
	must(c.Put("person.birth", 1, eligibility.Day(cal.MustParse("1975-04-05")), false))
	must(c.Put(eligibility.KinComplete, 0, eligibility.Bool(true), true))
	must(c.Put(eligibility.HouseholdArea, 0, eligibility.WordOf(eligibility.Rural), true))

	var a eligibility.Assessment
	must(engine.AssessInto(&a, c, 0, national.Tekun))
	findings, err := engine.AppendFindings(nil, c, 0, national.Tekun)
	must(err)
	needs, err := engine.AppendMissing(nil, c, 0, national.Tekun)
	must(err)
	text := wording.AppendExplanation(nil, law, c, &a, findings, language.Chinese)
	var (
		findingRoom = make([]eligibility.Finding, 0, 2*len(findings))
		needRoom    = make([]eligibility.Need, 0, 2*len(needs))
		textRoom    = make([]byte, 0, 2*len(text))
		place       = division.MustParse("350627")
		key         = slices.Collect(law.Dictionary().All())[3].Key
	)
	plan, err := batch.Compile(law, national.Tekun)
	must(err)
	columns := batch.New(law.Dictionary())
	_, err = columns.Append(c)
	must(err)
	var planes batch.Planes
	must(batch.Run(plan, columns, &planes))

	return []ceiling{
		{"eligibility.Case.Get", 0, func() { _, _, _ = c.Get(key, 0) }},
		{"eligibility.Truth", 0, func() { _ = eligibility.Met.And(eligibility.Unknown).Or(eligibility.NotMet).Not() }},
		{"statutes.Statutes.Value", 0, func() { _, _ = body.Value(national.DibaoStandard, eligibility.Rural, place, on, cal.Date{}) }},
		{"statutes.Law.Value", 0, func() { _, _ = law.Value(national.DibaoStandard, eligibility.Rural) }},
		{"assess.Engine.Truth", pooled, func() { _, _, _ = engine.Truth(c, 0, national.Tekun) }},
		{"assess.Engine.AssessInto", pooled, func() { _ = engine.AssessInto(&a, c, 0, national.Tekun) }},
		{"assess.Engine.AppendFindings", pooled, func() { _, _ = engine.AppendFindings(findingRoom, c, 0, national.Tekun) }},
		{"assess.Engine.AppendMissing", pooled, func() { _, _ = engine.AppendMissing(needRoom, c, 0, national.Tekun) }},
		{"wording.AppendExplanation", 0, func() { _ = wording.AppendExplanation(textRoom, law, c, &a, findings, language.Chinese) }},
		{"batch.Run", 0, func() { _ = batch.Run(plan, columns, &planes) }},
	}
}
