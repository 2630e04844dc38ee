package wording_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
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
	invented := vocab.Source{Document: "《虚构规定》", Article: "第一条", Provenance: vocab.Fictitious}
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
			if odd := doubled.FindString(strings.TrimLeft(line, " ")); odd != "" {
				t.Errorf("%s: %q in %s", p.ID, odd, line)
			}
		}
		if !strings.Contains(text, "虚构标准，仅供演示") || !strings.HasSuffix(text, "以民政部门审核确认为准。\n") {
			t.Errorf("%s: %s", p.ID, text)
		}
	}
	text := explain(t, l, c, 0, national.Tekun, language.SimplifiedChinese)
	for _, want := range []string{"初步研判：特困人员救助供养（第1人）", "结果：初步研判符合", "实际63周岁，要求年满60周岁，相差3岁",
		"《福建省特困人员认定办法》（2021年11月印发，文号未核）（转述）",
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

// A text names people by their rows: no reference, number or date of theirs gets into it.
func TestNoTextNamesAnybody(t *testing.T) {
	s, err := national.Statutes()
	if err != nil {
		t.Fatal(err)
	}
	numbers := []string{"350627195803011017", "350627198508150923"}
	h := facts.Household{People: []facts.Person{
		{Ref: "ouyang-xiaoyu", ID: identity.MustParseResidentID(numbers[0]), Birth: facts.Documented(cal.MustParse("1958-03-01"))},
		{Ref: "zhuge-daming", ID: identity.MustParseResidentID(numbers[1]), Birth: facts.Documented(cal.MustParse("1985-08-15"))}}}
	l, err := s.At(statutes.Query{Division: division.MustParse("350627"), On: cal.MustParse("2025-03-01")})
	if err != nil {
		t.Fatal(err)
	}
	bound, err := bind.Household(l, &h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	long := regexp.MustCompile(`[0-9Xx]{7,}`)
	for p := range l.Programmes() {
		for _, tag := range []language.Tag{language.Chinese, language.English} {
			text := explain(t, l, bound.Case, 0, p.ID, tag)
			for _, secret := range append(numbers, "ouyang", "xiaoyu", "zhuge", "daming", "1958", "1985", "0301", "0815", "3月1日生") {
				if strings.Contains(text, secret) {
					t.Errorf("%s: %s is in\n%s", p.ID, secret, text)
				}
			}
			if n := long.FindString(text); n != "" {
				t.Errorf("%s: %s is in\n%s", p.ID, n, text)
			}
		}
	}
}

// A phrasebook says word for word what the functions say, of whatever programme, place and state of knowledge; neither allocates.
func TestPhrasebook(t *testing.T) {
	l, known := destitute(t)
	stated := known.Clone() // no amount is verified
	for f := range l.Dictionary().All() {
		for row := 0; row < known.People() && f.Scope == eligibility.PerPerson; row++ {
			if n, ok, _ := known.Get(f.Key, row); ok && f.Kind == eligibility.MoneyFact {
				if err := stated.Forget(f.Key, row); err != nil {
					t.Fatal(err)
				}
				put(t, stated, row, false, map[eligibility.FactKey]eligibility.Datum{f.Key: eligibility.Money(money.Fen(n))})
			}
		}
	}
	placeless := known.Clone()
	for _, k := range []eligibility.FactKey{eligibility.HouseholdArea, eligibility.MembersComplete} {
		if err := placeless.Forget(k, 0); err != nil {
			t.Fatal(err)
		}
	}
	for _, tag := range []language.Tag{language.SimplifiedChinese, language.English} {
		book := wording.NewPhrasebook(l, tag)
		for _, c := range []*eligibility.Case{known, stated, placeless, eligibility.NewCase(l.Dictionary())} {
			for p := range l.Programmes() {
				if p.Unit == eligibility.PerPerson && c.People() == 0 {
					continue
				}
				a, err := engine(l).Assess(c, 0, p.ID)
				if err != nil {
					t.Fatal(err)
				}
				findings, err := engine(l).AppendFindings(nil, c, 0, p.ID)
				if err != nil {
					t.Fatal(err)
				}
				b := make([]byte, 0, 1<<17)
				want := string(wording.AppendExplanation(b, l, c, &a, findings, tag))
				if diff := cmp.Diff(want, string(book.AppendExplanation(b, c, &a, findings))); diff != "" {
					t.Errorf("%s %v: %s", p.ID, tag, diff)
				}
				for _, f := range findings {
					if got, want := string(book.AppendFinding(nil, f)), string(wording.AppendFinding(nil, l, f, tag)); got != want {
						t.Errorf("%s %v:\n%s\nwant\n%s", p.ID, tag, got, want)
					}
				}
				for name, say := range map[string]func(){
					"AppendExplanation": func() { b = wording.AppendExplanation(b[:0], l, c, &a, findings, tag) },
					"AppendFinding":     func() { b = wording.AppendFinding(b[:0], l, findings[0], tag) },
					"Phrasebook":        func() { b = book.AppendExplanation(b[:0], c, &a, findings) },
					"Phrasebook, one":   func() { b = book.AppendFinding(b[:0], findings[0]) },
				} {
					if n := testing.AllocsPerRun(5, say); n != 0 {
						t.Errorf("%s %v: %s makes %v allocations", p.ID, tag, name, n)
					}
				}
			}
		}
	}
	strange := eligibility.Finding{Node: eligibility.Always(says("n", "条件", "criterion")), Scope: eligibility.PerHousehold}
	if got := string(wording.NewPhrasebook(l, language.Chinese).AppendFinding(nil, strange)); got != "条件：尚不能判断。依据：《清河县帮扶办法》第三条" {
		t.Errorf("a node that the law does not have: %s", got)
	}
}

// The text of 特困 with two obligors on top of its findings: the functions, a phrasebook, and the floor, which copies the same
// bytes in one piece.
func BenchmarkExplanation(b *testing.B) {
	l, c := destitute(b)
	a, err := engine(l).Assess(c, 0, national.Tekun)
	if err != nil {
		b.Fatal(err)
	}
	all, err := engine(l).AppendFindings(nil, c, 0, national.Tekun)
	if err != nil {
		b.Fatal(err)
	}
	book := wording.NewPhrasebook(l, language.SimplifiedChinese)
	room := make([]byte, 0, 1<<16)
	for _, list := range []struct {
		name     string
		findings []eligibility.Finding
	}{{"all", all}, {"reasons", wording.AppendReasons(nil, all)}} {
		text := wording.AppendExplanation(nil, l, c, &a, list.findings, language.SimplifiedChinese)
		for name, say := range map[string]func([]byte) []byte{
			"function": func(b []byte) []byte {
				return wording.AppendExplanation(b, l, c, &a, list.findings, language.SimplifiedChinese)
			},
			"phrasebook": func(b []byte) []byte { return book.AppendExplanation(b, c, &a, list.findings) },
			"floor":      func(b []byte) []byte { return append(b, text...) },
		} {
			b.Run(list.name+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					room = say(room[:0])
				}
				each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
				b.ReportMetric(each/float64(bytes.Count(text, []byte("\n"))), "ns/line")
				b.ReportMetric(float64(len(text))/each, "bytes/ns")
			})
		}
	}
}

func BenchmarkNewPhrasebook(b *testing.B) {
	l, _ := destitute(b)
	b.ReportAllocs()
	for b.Loop() {
		wording.NewPhrasebook(l, language.SimplifiedChinese)
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
