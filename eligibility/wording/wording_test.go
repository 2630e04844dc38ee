package wording_test

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/vocab"
)

var update = flag.Bool("update", false, "write the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

// explain assesses row of the programme and says so.
func explain(t testing.TB, l *statutes.Law, c *eligibility.Case, row int, p eligibility.ProgrammeID,
	tag language.Tag) string {
	t.Helper()
	a, err := engine(l).Assess(c, row, p)
	if err != nil {
		t.Fatal(err)
	}
	findings, err := engine(l).AppendFindings(nil, c, row, p)
	if err != nil {
		t.Fatal(err)
	}
	return string(wording.AppendExplanation(nil, l, c, &a, findings, tag))
}

func TestExplanations(t *testing.T) {
	s := body(t)
	l := law(t, s)
	for name, c := range map[string]*eligibility.Case{"known": full(t, s), "unknown": family(t, s)} {
		golden(t, name+".zh.txt", explain(t, l, c, 0, "bangfu", language.SimplifiedChinese))
		golden(t, name+".en.txt", explain(t, l, c, 0, "bangfu", language.English))
	}
	golden(t, "amount.zh.txt", explain(t, l, full(t, s), 0, "other", language.Chinese))
	golden(t, "amount.en.txt", explain(t, l, full(t, s), 0, "other", language.German))
}

func TestOneFinding(t *testing.T) {
	s := body(t)
	l := law(t, s)
	node := func(id string) *eligibility.Node {
		for _, n := range l.Walk("bangfu") {
			if n.Criterion().ID == id {
				return n
			}
		}
		t.Fatal(id)
		return nil
	}
	const basis = "。依据：《清河县帮扶办法》第三条"
	for _, tt := range []struct {
		name string
		f    eligibility.Finding
		want string
	}{
		{"a conflict", eligibility.Finding{Node: node("homes"), Conflict: true, Scope: eligibility.PerPerson, Row: 4},
			"住房不超过一套（第5人）：但书相互冲突，须由民政部门判断" + basis},
		{"a tie without its case", eligibility.Finding{Node: node("close"), Scope: eligibility.PerTie, Row: 1,
			Stated: eligibility.Met, Verified: eligibility.Met},
			"近亲属（第2项亲属关系）：符合" + basis},
		{"more than can be printed", eligibility.Finding{Node: node("share"), Scope: eligibility.PerHousehold,
			Unit: eligibility.MoneyFact, Scale: 3,
			Actual: math.MaxInt64, Limit: 7, HasActual: true, HasLimit: true},
			"医疗支出超过收入的三分之一：尚不能判断" + basis},
		{"a loss", eligibility.Finding{Node: node("share"), Scope: eligibility.PerHousehold, Unit: eligibility.MoneyFact,
			Scale:  3,
			Actual: -3001, HasActual: true, Stated: eligibility.NotMet, Verified: eligibility.NotMet},
			"医疗支出超过收入的三分之一：不符合；支出合计约-10元" + basis},
		{"half a fen", eligibility.Finding{Node: node("share"), Scope: eligibility.PerHousehold,
			Unit: eligibility.MoneyFact, Scale: 2,
			Actual: 3, Limit: 2, Margin: 1, HasActual: true, HasLimit: true, Stated: eligibility.Met},
			"医疗支出超过收入的三分之一：符合（待核实）；支出合计约0.02元，标准线0.01元（要求超过标准线），比标准线高约0.01元" + basis},
		{"less than half a fen", eligibility.Finding{Node: node("share"), Scope: eligibility.PerHousehold,
			Unit: eligibility.MoneyFact, Scale: 3,
			Actual: 31, Limit: 30, Margin: 1, HasActual: true, HasLimit: true, Stated: eligibility.Met,
			Verified: eligibility.Met},
			"医疗支出超过收入的三分之一：符合；支出合计约0.10元，标准线0.10元（要求超过标准线），比标准线高不到0.01元" + basis},
		{"the area is not known", eligibility.Finding{Node: node("income"), Scope: eligibility.PerHousehold},
			"家庭人均收入低于标准：尚不能判断" + basis + "；标准依据：《清河县帮扶办法》第三条"},
	} {
		if got := string(wording.AppendFinding(nil, l, tt.f, language.SimplifiedChinese)); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	got := string(wording.AppendFinding([]byte("> "), l, eligibility.Finding{Node: node("dates"),
		Unit: eligibility.DateFact, Actual: 2022<<9 | 3<<5 | 9, HasActual: true,
		Scope: eligibility.PerTie, Row: 0}, language.English))
	if want := "> ill after birth (tie 1): not yet known; ill since: 2022-03-09. Source: 《清河县帮扶办法》, 第三条"; got != want {
		t.Errorf("%s", got)
	}
}

func TestOfZeroFindingsNothingIsSaid(t *testing.T) {
	s := body(t)
	l, c := law(t, s), full(t, s)
	e, err := assess.New(l)
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Assess(c, 0, "other")
	if err != nil {
		t.Fatal(err)
	}
	findings, err := e.AppendFindings(nil, c, 0, "other")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []language.Tag{language.Chinese, language.English} {
		if got := string(wording.AppendFinding([]byte("> "), l, eligibility.Finding{}, tag)); got != "> " {
			t.Errorf("%s", got)
		}
		want := string(wording.AppendExplanation(nil, l, c, &a, findings, tag))
		got := string(wording.AppendExplanation(nil, l, c, &a, slices.Insert(slices.Clone(findings), 1, eligibility.Finding{}), tag))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	if got := wording.AppendReasons(nil, make([]eligibility.Finding, 2)); len(got) != 0 {
		t.Error(got)
	}
}

func TestEveryGradeButOfficialIsShown(t *testing.T) {
	l := law(t, body(t))
	for grade, want := range map[vocab.Provenance]string{vocab.Official: "", vocab.Reported: "（转述）",
		vocab.Practice: "（实务）", vocab.Interpretation: "（解释）",
		vocab.Recalled: "（据记忆）", vocab.Fictitious: "（虚构标准，仅供演示）", "": "（依据未核）"} {
		c := says("n", "条件", "criterion")
		c.Source.Provenance = grade
		got := string(wording.AppendFinding(nil, l, eligibility.Finding{Node: eligibility.Always(c),
			Scope: eligibility.PerHousehold, Stated: eligibility.Met, Verified: eligibility.Met}, language.Chinese))
		if got != "条件：符合。依据：《清河县帮扶办法》第三条"+want {
			t.Errorf("%q: %s", grade, got)
		}
	}
}

// Whatever it comes to, a text never reads as a decision: it opens as a preliminary assessment and leaves the rest to the
// authority.
func TestNoTextReadsAsADecision(t *testing.T) {
	s := body(t)
	l := law(t, s)
	c := full(t, s)
	for _, p := range []eligibility.ProgrammeID{"bangfu", "other"} {
		for _, r := range []eligibility.Result{eligibility.Eligible, eligibility.NotEligible, eligibility.NeedFacts,
			eligibility.NeedParameter, eligibility.NeedDiscretion} {
			a := eligibility.Assessment{Programme: p, Result: r, Assumed: true, Caveats: []eligibility.Caveat{
				{Kind: eligibility.MutualAssumption}, {Kind: eligibility.FictitiousValue, Param: "standard"},
				{Kind: eligibility.NotOfficial, Node: "nowhere"},
				{Kind: eligibility.NoteOf, Param: "standard"}, {Kind: eligibility.NoteOf, Node: "nowhere"},
				{Kind: eligibility.ClauseNotRecorded, Clause: "gone"}, {Kind: "later"}},
				Facts: []eligibility.Need{{Kind: eligibility.FactNeed, Fact: "vendor:boat"}},
				Parameters: []eligibility.Need{{Kind: eligibility.ParamNeed, Param: "vendor:line"},
					{Kind: eligibility.ClauseNeed, Clause: "vendor:clause"}}, Next: "vendor:next"}
			zh := string(wording.AppendExplanation(nil, l, c, &a, nil, language.Chinese))
			en := string(wording.AppendExplanation(nil, l, c, &a, nil, language.English))
			if !strings.HasPrefix(zh, "初步研判：") || !strings.HasSuffix(zh, "以民政部门审核确认为准。\n") || strings.Contains(zh,
				"批准") || strings.Contains(zh, "决定") {
				t.Errorf("%s %s: %s", p, r, zh)
			}
			if !strings.HasPrefix(en, "Preliminary assessment: ") || !strings.HasSuffix(en,
				"Subject to review and confirmation by the civil affairs authority.\n") {
				t.Errorf("%s %s: %s", p, r, en)
			}
			for _, name := range []string{"vendor:boat", "vendor:line", "vendor:clause", "vendor:next", "nowhere", "later"} {
				if !strings.Contains(zh, name) {
					t.Errorf("%s is not named: %s", name, zh)
				}
			}
		}
	}
}
