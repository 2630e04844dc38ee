package national_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// below calls f with every node of a tree.
func below(n *eligibility.Node, f func(*eligibility.Node)) {
	if n == nil {
		return
	}
	f(n)
	s := n.Spec()
	below(s.Where, f)
	for _, kid := range s.Kids {
		below(kid, f)
	}
	for _, b := range s.Branches {
		below(b.When, f)
		below(b.Then, f)
	}
}

// TestEveryNodeIsCited: document, place in it and grade, Chinese and English, for every criterion and whatever else an act says; and
// what is our own reading says in Chinese what is read. Documents carry their marks, and a title is read alone, before a colon.
func TestEveryNodeIsCited(t *testing.T) {
	nodes := 0
	for _, a := range national.Acts() {
		cited := func(what string, s vocab.Source) {
			if s.Validate() != nil || s.Article == "" || !strings.HasPrefix(s.Document, "《") {
				t.Errorf("%s %s: source %+v", a.ID, what, s)
			}
		}
		node := func(n *eligibility.Node) {
			nodes++
			c := n.Criterion()
			cited(c.ID, c.Source)
			if c.ID == "" || c.ZH == "" || c.EN == "" {
				t.Errorf("%s %s: no name", a.ID, c.ID)
			}
			if strings.ContainsAny(c.ZH, "：；。") || strings.Contains(c.ZH, "下列") || strings.Contains(c.Note, "见上") {
				t.Errorf("%s %s: %s, %s", a.ID, c.ID, c.ZH, c.Note)
			}
			if c.Source.Provenance == vocab.Interpretation && c.Note == "" {
				t.Errorf("%s %s is our reading and does not say which", a.ID, c.ID)
			}
		}
		if a.Source.Validate() != nil || a.Force.IsZero() {
			t.Errorf("%s: source or force", a.ID)
		}
		for _, p := range a.Programmes {
			cited(string(p.ID), p.Source)
			below(p.Root, node)
			if p.Pay == nil {
				continue
			}
			cited(string(p.ID)+" pay", p.Pay.Source)
			for _, part := range p.Pay.Parts {
				cited(part.Criterion.ID, part.Criterion.Source)
				below(part.When, node)
				below(part.Each, node)
			}
		}
		for _, d := range a.Definitions {
			cited(string(d.ID), d.Source)
			below(d.Root, node)
		}
		for _, p := range a.Parameters {
			cited(string(p.Key), p.Source)
			for _, d := range p.Set {
				cited(string(p.Key), d.Source)
			}
		}
		for _, c := range a.Clauses {
			cited(string(c.Key), c.Source)
		}
		for _, v := range a.Values {
			cited(string(v.Param), v.Source)
			if v.Source.Provenance == vocab.Interpretation && v.Note == "" {
				t.Errorf("%s %s is our reading and does not say which", a.ID, v.Param)
			}
		}
		for _, d := range a.Deadlines {
			cited(d.ID, d.Source)
		}
		for _, s := range a.Stackings {
			cited(string(s.A+s.B), s.Source)
		}
	}
	if nodes < 800 {
		t.Errorf("%d nodes", nodes)
	}
}

// TestNationalValues are the few figures that the nation itself sets, from when to when, and how good their source is.
func TestNationalValues(t *testing.T) {
	var got []string
	for _, a := range national.Acts() {
		for _, v := range a.Values {
			force := v.Force
			if force.IsZero() {
				force = a.Force
			}
			got = append(got, fmt.Sprint(v.Param, " ", force, " ", strings.TrimSpace(fmt.Sprint(v.Ratio, " ", v.Money, " ", v.Comparator)), " ", v.Source.Article, " ", v.Source.Provenance))
		}
	}
	slices.Sort(got)
	want := []string{
		"bianyuan.comparator 2021-07-01/2026-07-01 0 0.00 less_than 第八条第二款 official",
		"bianyuan.comparator 2026-07-01/ 0 0.00 less_than 第二十一条第一款 official",
		"bianyuan.factor 2021-07-01/2026-07-01 1.5 0.00 第八条第二款 official",
		"bianyuan.factor 2026-07-01/ 1.5 0.00 第二十一条第三款 interpretation",
		"gangxing.comparator 2025-01-01/2026-07-01 0 0.00 more_than 第四条第一款第（四）项 official",
		"gangxing.comparator 2026-07-01/ 0 0.00 more_than 第二十二条 official",
		"xiaofei.cap 2026-01-01/2027-01-01 0 800.00 补贴标准 reported",
		"xiaofei.share_facility 2026-01-01/2027-01-01 0.4 0.00 补贴标准 reported",
		"xiaofei.share_home 2026-01-01/2027-01-01 0.5 0.00 补贴标准 reported",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestWhoMaySet: a county sets no standard; since the statute a prefecture goes no lower than its province, the county no rigid ratio, the
// prefecture no period of income. The error names who may.
func TestWhoMaySet(t *testing.T) {
	province, prefecture, county := division.MustParse("36"), division.MustParse("3601"), division.MustParse("360121")
	money := func(k eligibility.ParamKey, in division.Code, amount, force string) eligibility.Value {
		return eligibility.Value{Param: k, Division: in, Money: yuan(amount), Per: eligibility.Monthly, Force: cal.MustParsePeriod(force), Source: invented("").Source}
	}
	ratio := func(k eligibility.ParamKey, in division.Code, force string) eligibility.Value {
		return eligibility.Value{Param: k, Division: in, Ratio: measure.MustParseRatio("0.5"), Force: cal.MustParsePeriod(force), Source: invented("").Source}
	}
	months := func(in division.Code, force string) eligibility.Value {
		return eligibility.Value{Param: national.IncomeMonths, Division: in, Count: 6, Force: cal.MustParsePeriod(force), Source: invented("").Source}
	}
	before, after := "2022-01-01/2026-07-01", "2026-07-01/"
	for name, c := range map[string]struct {
		ok bool
		v  []eligibility.Value
	}{
		"standard by a prefecture":                {true, []eligibility.Value{money(national.DibaoStandard, prefecture, "700", before)}},
		"standard by a county":                    {false, []eligibility.Value{money(national.DibaoStandard, county, "700", before)}},
		"standard by a county under the statute":  {false, []eligibility.Value{money(national.DibaoStandard, county, "700", after)}},
		"standard below the province's, before":   {true, []eligibility.Value{money(national.DibaoStandard, province, "700", before), money(national.DibaoStandard, prefecture, "699", before)}},
		"standard below the province's":           {false, []eligibility.Value{money(national.DibaoStandard, province, "700", after), money(national.DibaoStandard, prefecture, "699", after)}},
		"standard at the province's":              {true, []eligibility.Value{money(national.DibaoStandard, province, "700", after), money(national.DibaoStandard, prefecture, "700", after)}},
		"特困 by a county":                          {false, []eligibility.Value{money(national.TekunBasic, county, "900", after)}},
		"特困 by a prefecture":                      {true, []eligibility.Value{money(national.TekunBasic, prefecture, "900", after)}},
		"rigid ratio by a county":                 {true, []eligibility.Value{ratio(national.GangxingRatio, county, "2025-01-01/2026-07-01")}},
		"rigid ratio by a county, statute":        {false, []eligibility.Value{ratio(national.GangxingRatio, county, after)}},
		"rigid ratio by a prefecture, statute":    {true, []eligibility.Value{ratio(national.GangxingRatio, prefecture, after)}},
		"period of income by a prefecture":        {true, []eligibility.Value{months(prefecture, before)}},
		"period of income by a prefecture, later": {false, []eligibility.Value{months(prefecture, after)}},
		"period of income by a province":          {true, []eligibility.Value{months(province, after)}},
		"K7 marginal line by a county":            {true, []eligibility.Value{ratio(national.BianyuanFactor, county, after)}},
	} {
		act := eligibility.Act{ID: "test:set", ZH: "虚构标准", EN: "invented", Source: invented("").Source, In: province, Force: since("2021-07-01"), Values: c.v}
		_, err := national.Statutes(act)
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && !errors.Is(err, eligibility.ErrDelegation) && !strings.Contains(err.Error(), "[ELIGIBILITY-") {
			t.Errorf("%s: no code: %v", name, err)
		}
	}
}

// TestCaveats: what a result has to be read with.
func TestCaveats(t *testing.T) {
	clause := func(a eligibility.Assessment, k eligibility.ClauseKey) bool {
		return slices.ContainsFunc(a.Caveats, func(c eligibility.Caveat) bool { return c.Kind == eligibility.ClauseNotRecorded && c.Clause == k })
	}
	param := func(a eligibility.Assessment, k eligibility.ParamKey) bool {
		return slices.ContainsFunc(a.Caveats, func(c eligibility.Caveat) bool { return c.Kind == eligibility.NotOfficial && c.Param == k })
	}
	pension := func(on string) *facts.Household {
		return at(on, earner(has(facts.CentralPension, "143"), has(facts.Wages, "600")))
	}
	for _, c := range []struct {
		in   division.Code
		on   string
		want bool
	}{{tst, "2025-06-01", false}, {tst, "2026-08-15", true}, {tstc, "2026-08-15", false}} {
		a := assessed(t, lawIn(t, c.in, c.on), pension(c.on), "", national.Dibao)
		if got := clause(a, national.DibaoPensionCentral); got != c.want {
			t.Errorf("T20 %s %s: the pension is flagged: %v", c.in, c.on, got)
		}
	}
	retired := at(in2021, home(old(has(facts.EmployeePension, "700"))))
	if a := assessed(t, lawIn(t, tst, in2021), retired, "p", national.Tekun); a.Result != no || !clause(a, national.TekunInsurance) {
		t.Errorf("the retirement pension is not flagged: %v %v", a.Result, a.Caveats)
	}
	for on, want := range map[string]bool{"2026-06-30": false, "2026-07-01": true} {
		a := assessed(t, lawIn(t, tst, on), at(on, earner(has(facts.Wages, "900"))), "", national.Bianyuan)
		if got := param(a, national.BianyuanFactor); a.Result != yes || got != want {
			t.Errorf("%s: %v, the factor is flagged as our reading: %v", on, a.Result, got)
		}
	}
	couple := tie(home(who("p", "1961-01-01"), who("wife", "1961-02-01")), "p", facts.Spouse, "wife")
	if a := assessed(t, lawIn(t, tst, in2021), couple, "p", national.Tekun); !a.Assumed {
		t.Error("T32 does not say that it rests on an assumption")
	}
	if a := assessed(t, lawIn(t, tst, in2021), chen(in2021, nothing, nothing), "father", national.Tekun); a.Assumed {
		t.Error("T01 rests on no assumption")
	}
}

// TestReviews are the limits of assistance that run in months.
func TestReviews(t *testing.T) {
	law := lawIn(t, tst, in2026)
	for id, want := range map[string]string{
		"tekun.review": "12 months 二（二）7", "dibao.review": "12 months 第三十一条第二款", "dibao.review.half_year": "6 months 第三十一条第二款", "gangxing.valid": "12 months 第十条",
	} {
		d := deadline(t, law, id)
		if got := fmt.Sprint(d.Days, " ", d.Basis, " ", d.Source.Article); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// TestWhoIsCutIsHeard: L18. Until 2026-06-30 reasons suffice; since then whoever is cut or ended is heard first, of 特困 and of one person's
// allowance too. The two subsidies are paid from the month of application.
func TestWhoIsCutIsHeard(t *testing.T) {
	for _, c := range []struct{ on, id, want string }{
		{"2026-06-30", "dibao.cut", "0 calendar 第三十二条 interpretation 作出减发、停发决定之日"},
		{"2026-07-01", "dibao.cut", "0 calendar 第四十八条 official 拟作出调减、终止决定之日"},
		{"2026-07-01", "dibao_single.cut", "0 calendar 第四十八条 official 拟作出调减、终止决定之日"},
		{"2026-07-01", "tekun.cut", "0 calendar 第四十八条 official 拟作出调减、终止决定之日"},
		{"2026-06-30", "shenghuo.start", "0 months 申领程序 reported 递交申请的当月"},
		{"2026-06-30", "huli.start", "0 months 申领程序 reported 递交申请的当月"},
	} {
		d := deadline(t, lawIn(t, tst, c.on), c.id)
		if got := fmt.Sprint(d.Days, " ", d.Basis, " ", d.Source.Article, " ", d.Source.Provenance, " ", d.From); got != c.want {
			t.Errorf("%s %s: %s", c.on, c.id, got)
		}
	}
	for d := range lawIn(t, tst, "2026-06-30").Deadlines() {
		if d.Source.Article == "第四十八条" {
			t.Errorf("%s before the law", d.ID)
		}
	}
}

// TestBeforeTheLaw: a day before a programme's first text is an error, not a result.
func TestBeforeTheLaw(t *testing.T) {
	for p, day := range map[eligibility.ProgrammeID]string{national.Tekun: "2016-10-09", national.Dibao: "2021-06-30", national.Bianyuan: "2021-06-30", national.Gangxing: "2024-12-31"} {
		law := lawIn(t, tst, day)
		if _, err := engine(law).Assess(eligibility.NewCase(law.Dictionary()), 0, p); !errors.Is(err, eligibility.ErrNotInForce) {
			t.Errorf("%s on %s: %v", p, day, err)
		}
	}
	for _, p := range []eligibility.ProgrammeID{national.Tekun, national.Dibao, national.Bianyuan} {
		versions := 0
		for _, a := range national.Acts() {
			for _, v := range a.Programmes {
				if v.ID == p {
					versions++
				}
			}
		}
		if versions < 2 {
			t.Errorf("%s has %d versions", p, versions)
		}
	}
}

// TestActsAreTheCallers: what a caller does to his acts does not reach the next.
func TestActsAreTheCallers(t *testing.T) {
	mine := national.Acts()
	for i := range mine {
		mine[i].Values, mine[i].Parameters, mine[i].Programmes = nil, nil, nil
	}
	if len(national.Acts()[0].Parameters) == 0 {
		t.Error("the acts are shared")
	}
	if _, err := national.Statutes(); err != nil {
		t.Error(err)
	}
}
