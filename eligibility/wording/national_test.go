package wording_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// destitute is the law of a county in Fujian at the end of 2021, and an invented man of 63 there with a son in prison and a
// daughter who cannot walk. The months of income are invented.
func destitute(t testing.TB) (*statutes.Law, *eligibility.Case) {
	t.Helper()
	invented := vocab.Source{Document: "虚构规定", Article: "第一条", Provenance: vocab.Fictitious}
	s, err := national.Statutes(append(local.Fujian(), eligibility.Act{ID: "test:months", ZH: "虚构规定", EN: "invented",
		Source: invented,
		In:     division.MustParse("35"), Force: cal.Since(cal.MustParse("2021-07-01")),
		Values: []eligibility.Value{{Param: national.IncomeMonths, Count: 12, Source: invented}},
		Fills: []eligibility.Fill{{Clause: national.ObligorProperty, State: eligibility.Enacted, Source: invented,
			Node: eligibility.Judgement(eligibility.Criterion{ID: "test.property", ZH: "财产符合规定", EN: "property fits",
				Source: invented}, facts.PersonFitsLowIncome)}}})...)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{Division: division.MustParse("350627"), On: cal.MustParse("2021-12-20"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	c := eligibility.NewCase(s.Dictionary())
	for range 3 {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	for kin := 1; kin < 3; kin++ {
		tie, err := c.AddTie(0, kin)
		if err != nil {
			t.Fatal(err)
		}
		put(t, c, tie, true, map[eligibility.FactKey]eligibility.Datum{facts.TieRelation: eligibility.WordOf("child"),
			facts.TieBasis: eligibility.WordOf("blood")})
	}
	for f := range s.Dictionary().All() {
		if strings.HasPrefix(string(f.Key), "person.income.") || f.Key == facts.PersonFinancialAssets {
			for row := range 3 {
				put(t, c, row, true, map[eligibility.FactKey]eligibility.Datum{f.Key: eligibility.Money(money.Fen(int64(len(f.Key)) * 100))})
			}
		}
	}
	type m = map[eligibility.FactKey]eligibility.Datum
	put(t, c, 0, true, m{eligibility.HouseholdArea: eligibility.WordOf("rural")})
	for row, birth := range []string{"1958-02-01", "1985-06-07", "1988-07-15"} {
		put(t, c, row, true, m{facts.PersonBirth: eligibility.Day(cal.MustParse(birth)),
			facts.PersonLife:  eligibility.WordOf("alive"),
			facts.PersonStudy: eligibility.WordOf("none"), facts.PersonCapacity: eligibility.WordOf("full"),
			facts.PersonFitsLowIncome: eligibility.Bool(true),
			eligibility.KinComplete:   eligibility.Bool(true), facts.PersonHomes: eligibility.Count(1),
			facts.PersonHomeOversize: eligibility.Bool(false),
			facts.PersonHomeRecent:   eligibility.Bool(false), facts.PersonVehicles: eligibility.Count(0),
			facts.PersonMachines: eligibility.Count(0),
			facts.PersonGaveAway: eligibility.Bool(false)})
		for f := range s.Dictionary().All() {
			if strings.HasPrefix(string(f.Key), "person.holds.") {
				put(t, c, row, true, m{f.Key: eligibility.Bool(false)})
			}
		}
	}
	put(t, c, 0, true, m{facts.PersonDisability: eligibility.PairsOf(), facts.PersonCustody: eligibility.WordOf("free")})
	put(t, c, 1, true, m{facts.PersonDisability: eligibility.PairsOf(), facts.PersonCustody: eligibility.WordOf("prison")})
	put(t, c, 2, true, m{facts.PersonDisability: eligibility.PairsOf(eligibility.Pair{Kind: identity.Limb,
		Grade: identity.GradeOne}),
		facts.PersonCustody: eligibility.WordOf("free")})
	return l, c
}

func TestTheNationalLawInWords(t *testing.T) {
	l, c := destitute(t)
	for p := range l.Programmes() {
		row := 0
		text := explain(t, l, c, row, p.ID, language.SimplifiedChinese)
		criteria, _, _ := strings.Cut(text, "\n提示")
		for line := range strings.Lines(criteria) {
			if strings.HasPrefix(strings.TrimSpace(line), "- ") && !strings.Contains(line, "依据：") &&
				strings.Contains(line, "符合") && !strings.Contains(line, "需要：") &&
				!strings.Contains(line, "规定\n") {
				t.Errorf("%s: without a citation: %s", p.ID, line)
			}
		}
		if !strings.Contains(text, "虚构标准，仅供演示") || !strings.HasSuffix(text, "以民政部门审核确认为准。\n") {
			t.Errorf("%s: %s", p.ID, text)
		}
	}
	text := explain(t, l, c, 0, national.Tekun, language.SimplifiedChinese)
	for _, want := range []string{"初步研判：特困人员救助供养（第1人）", "结果：初步研判符合", "实际63周岁，要求不低于60周岁，相差3周岁",
		"福建省特困人员认定办法（2021年11月印发，文号未核）（转述）",
		"漳州市2020年底城乡低保标准（福建日报2021年2月5日报道）（转述）", "12个月收入合计", "标准线7908元（要求低于标准线）", "标准线47448元（要求不超过标准线）"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// What a result has to be read with is said by the titles of criteria, those of the amount among them, and never by their keys.
func TestCaveatsAreSaidInWords(t *testing.T) {
	l, c := destitute(t)
	said := 0
	for p := range l.Programmes() {
		a, err := engine(l).Assess(c, 0, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range a.Caveats {
			if k.Node == "" {
				continue
			}
			said++
			cr, ok := l.Criterion(p.ID, k.Node)
			if !ok {
				t.Errorf("%s: no criterion %s", p.ID, k.Node)
			}
			alone := eligibility.Assessment{Programme: p.ID, Result: a.Result, Caveats: []eligibility.Caveat{k}}
			text := string(wording.AppendExplanation(nil, l, c, &alone, nil, language.SimplifiedChinese))
			if strings.Contains(text, k.Node) || !strings.Contains(text, cr.ZH) || k.Kind == eligibility.NoteOf && !strings.Contains(text, cr.Note) {
				t.Errorf("%s %s: %s", p.ID, k.Node, text)
			}
		}
	}
	if said < 20 {
		t.Errorf("only %d caveats about criteria", said)
	}
}

func TestWordsAllocateNothing(t *testing.T) {
	l, c := destitute(t)
	for _, tag := range []language.Tag{language.SimplifiedChinese, language.English} {
		for p := range l.Programmes() {
			a, err := engine(l).Assess(c, 0, p.ID)
			if err != nil {
				t.Fatal(err)
			}
			findings, err := engine(l).AppendFindings(nil, c, 0, p.ID)
			if err != nil {
				t.Fatal(err)
			}
			b := make([]byte, 0, 1<<17)
			if n := testing.AllocsPerRun(20, func() { b = wording.AppendExplanation(b[:0], l, c, &a, findings, tag) }); n != 0 {
				t.Errorf("%s %v: %v allocations", p.ID, tag, n)
			}
			if n := testing.AllocsPerRun(20, func() { b = wording.AppendFinding(b[:0], l, findings[0], tag) }); n != 0 {
				t.Errorf("%s %v: %v allocations for one finding", p.ID, tag, n)
			}
		}
	}
}

// The text of 特困 with two obligors on top of its findings.
func BenchmarkExplanation(b *testing.B) {
	l, c := destitute(b)
	a, err := engine(l).Assess(c, 0, national.Tekun)
	if err != nil {
		b.Fatal(err)
	}
	findings, err := engine(l).AppendFindings(nil, c, 0, national.Tekun)
	if err != nil {
		b.Fatal(err)
	}
	text := wording.AppendExplanation(nil, l, c, &a, findings, language.SimplifiedChinese)
	b.Logf("%d findings, %d bytes", len(findings), len(text))
	b.ReportAllocs()
	for b.Loop() {
		text = wording.AppendExplanation(text[:0], l, c, &a, findings, language.SimplifiedChinese)
	}
}

func BenchmarkFindings(b *testing.B) {
	l, c := destitute(b)
	var findings []eligibility.Finding
	b.ReportAllocs()
	for b.Loop() {
		findings, _ = engine(l).AppendFindings(findings[:0], c, 0, national.Tekun)
	}
}
