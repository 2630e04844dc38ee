package national_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/combine"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
)

// TestSeveritiesByName: each set by its name is the one of that place in the list, which package severe holds.
func TestSeveritiesByName(t *testing.T) {
	all := national.Severities()
	for i, s := range []national.Severity{national.SevereUnableToWork(), national.SevereObligor(), national.SevereMarginal(), national.SevereJobless(),
		national.SevereCare(), national.SevereParent()} {
		if d := cmp.Diff(all[i].Source, s.Source); d != "" || !slices.Equal(all[i].Pairs(), s.Pairs()) {
			t.Errorf("%d: %s", i, d)
		}
	}
}

// deadline returns a limit by its ID.
func deadline(t *testing.T, law *statutes.Law, id string) eligibility.Deadline {
	t.Helper()
	for d := range law.Deadlines() {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no deadline %s", id)
	return eligibility.Deadline{}
}

// due is the last day of a limit that runs from a day.
func due(t *testing.T, h cal.Workdays, d eligibility.Deadline, from string) string {
	t.Helper()
	day := cal.MustParse(from)
	var err error
	switch d.Basis {
	case eligibility.WorkingDays:
		day, err = cal.AddWorkdays(day, d.Days, h)
	case eligibility.CalendarDays:
		day, err = cal.EndOfTerm(day, d.Days, h)
	case eligibility.NextMonth:
		day = day.FirstOfNextMonth()
	case eligibility.MonthsBasis:
		day = day.AddMonths(d.Days)
	}
	if err != nil {
		t.Fatal(err)
	}
	return day.String()
}

func TestDeadlines(t *testing.T) {
	f, err := os.Open("../../station/cal/testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	holidays, err := cal.ReadHolidays(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, on, id, from, due string
	}{
		{"T36 destitute, township, over National Day", "2026-09-28", "tekun.survey", "2026-09-28", "2026-10-23"},
		{"T36 county after the township", "2026-09-28", "tekun.confirm", "2026-09-28", "2026-10-23"},
		{"L18 township decides on the allowance", "2026-04-30", "dibao.total_township", "2026-04-30", "2026-06-01"},
		{"L18 county decides", "2026-04-30", "dibao.total", "2026-04-30", "2026-06-15"},
		{"L18 special case", "2026-04-30", "dibao.total_special", "2026-04-30", "2026-07-07"},
		{"trap-33 seven days of notice are calendar days", "2025-05-20", "tekun.notice", "2025-05-20", "2025-05-27"},
		{"trap-33 a term that ends on a holiday moves", "2026-02-10", "dibao.notice", "2026-02-10", "2026-02-24"},
		{"refusal with reasons", "2024-02-08", "tekun.refusal", "2024-02-08", "2024-02-19"},
		{"paid from the month after, from the last of January", "2026-01-31", "tekun.start", "2026-01-31", "2026-02-01"},
		{"L17 fast relief within three days", "2026-02-10", "kuaijiu.total", "2026-02-10", "2026-02-13"},
		{"L02 child benefit from the month after", "2024-08-20", "shishi.start", "2024-08-20", "2024-09-01"},
		{"self-care assessed anew", "2025-09-26", "tekun.selfcare", "2025-09-26", "2025-10-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := due(t, holidays, deadline(t, welfareLaw(t, c.on), c.id), c.from); got != c.due {
				t.Errorf("due %s, want %s", got, c.due)
			}
		})
	}
	t.Run("trap-34 limits run from acceptance, those of children from the application", func(t *testing.T) {
		law := welfareLaw(t, "2024-03-01")
		if d := deadline(t, law, "tekun.survey"); d.From != "受理申请之日" {
			t.Errorf("runs from %s", d.From)
		}
		if d := deadline(t, law, "shishi.check"); d.From != "收到申请之日" {
			t.Errorf("runs from %s", d.From)
		}
	})
	t.Run("trap-32 no public notice for children", func(t *testing.T) {
		for d := range welfareLaw(t, "2024-03-01").Deadlines() {
			if d.Programme == national.Shishi && d.ID == "shishi.notice" {
				t.Error("children's names are not posted")
			}
		}
	})
	t.Run("older measures had other limits", func(t *testing.T) {
		if d := deadline(t, welfareLaw(t, "2020-06-01"), "dibao.confirm"); d.Days != 5 {
			t.Errorf("%d days in 2020", d.Days)
		}
		if d := deadline(t, welfareLaw(t, "2021-07-01"), "dibao.confirm"); d.Days != 10 {
			t.Errorf("%d days in 2021", d.Days)
		}
		if d := deadline(t, welfareLaw(t, "2021-06-30"), "tekun.confirm"); d.Days != 20 {
			t.Errorf("%d days in June 2021", d.Days)
		}
	})
}

// TestStackings writes out the table of what may be held together, with K3, as it is read off the law of 2026.
func TestStackings(t *testing.T) {
	got := make(map[string]eligibility.StackingRule)
	for s := range welfareLaw(t, "2026-08-01").Stackings() {
		got[string(s.A)+" "+string(s.B)] = s.Rule
		if s.ZH == "" || s.EN == "" || s.Source.Article == "" {
			t.Errorf("%s %s: no words or no article", s.A, s.B)
		}
	}
	want := map[string]eligibility.StackingRule{
		"tekun dibao": eligibility.Excludes, "guer tekun": eligibility.Choose, "shishi_wuren tekun": eligibility.ChooseOrDifference,
		"shishi_wuren dibao": eligibility.Difference, "tekun canji_shenghuo": eligibility.Excludes, "tekun canji_huli": eligibility.Excludes,
		"gongshang_huli canji_shenghuo": eligibility.Excludes, "gongshang_huli canji_huli": eligibility.Excludes,
		"guer canji_shenghuo": eligibility.Excludes, "guer canji_huli": eligibility.HeldTogether,
		"shishi_wuren canji_shenghuo": eligibility.ChooseOrDifference, "shishi_wuren canji_huli": eligibility.HeldTogether,
		"canji_shenghuo canji_huli": eligibility.HeldTogether, "tonglei_shenghuo canji_shenghuo": eligibility.HigherOf, "tonglei_huli canji_huli": eligibility.HigherOf,
		"tekun gaoling": eligibility.HeldTogether, "dibao linshi_jinan": eligibility.HeldTogether,
		"dibao gangxing": eligibility.Excludes, "tekun gangxing": eligibility.Excludes, "dibao_single gangxing": eligibility.Excludes, "bianyuan gangxing": eligibility.Excludes,
		"bianyuan dibao_single": eligibility.HeldTogether,
	}
	for pair, rule := range want {
		if got[pair] != rule {
			t.Errorf("%s: %q, want %s", pair, got[pair], rule)
		}
	}
}

// TestCombined puts a disabled child's benefits together: K3 as a plan.
func TestCombined(t *testing.T) {
	law := welfareLaw(t, "2024-09-01")
	h := childWith(somebody("mother", "1988-01-01", dead), somebody("father", "1985-01-01", disabled(identity.Mental, identity.GradeFour)))
	for _, m := range []func(*facts.Person){disabled(identity.Limb, identity.GradeTwo), needsCare(12), holding(national.Tekun, 1000)} {
		m(&h.People[0])
	}
	b, err := bind.Household(law, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	child, _ := b.Row("child")
	var found []eligibility.Assessment
	for _, p := range []eligibility.ProgrammeID{national.Shishi, national.Huli, national.Shenghuo} {
		a, err := engine(law).Assess(b.Case, child, p)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, a)
	}
	plan, err := combine.Combine(law, b.Case, []int{child}, found)
	if err != nil {
		t.Fatal(err)
	}
	var ways []string
	for _, c := range plan.Choices {
		for _, w := range c.Ways {
			text := ""
			for _, k := range w.Keep {
				text += string(plan.Claims[k].Programme) + " "
			}
			ways = append(ways, text+w.Monthly.String())
		}
	}
	want := []string{"tekun shishi_wuren 1792.00", "shishi_wuren 1792.00"}
	if diff := cmp.Diff(want, ways); diff != "" {
		t.Errorf("%s\nclaims %v", diff, plan.Claims)
	}
}

// TestBothOfTwoThatExcludeEachOther: records show one person on two benefits that exclude each other. An office has to be able to look at
// him: everything is assessed, and which of the two ends is told.
func TestBothOfTwoThatExcludeEachOther(t *testing.T) {
	law := lawIn(t, tst, "2026-08-15")
	for _, pair := range [][2]eligibility.ProgrammeID{{national.Tekun, national.Dibao}, {national.Tekun, national.DibaoSingle}, {national.Dibao, national.DibaoSingle},
		{national.Dibao, national.Bianyuan}, {national.Tekun, national.Gangxing}, {national.Dibao, national.Gangxing}, {national.Bianyuan, national.Gangxing},
		{national.Guer, national.Shishi}} {
		h := at("2026-08-15", home(who("p", "1950-01-01", holding(pair[0], -1), holding(pair[1], -1))))
		b, err := bind.Household(law, h, eligibility.Documented)
		if err != nil {
			t.Fatalf("%v: %v", pair, err)
		}
		var found []eligibility.Assessment
		for p := range law.Programmes() {
			a, err := engine(law).Assess(b.Case, 0, p.ID)
			if err != nil {
				t.Fatalf("%v: %s: %v", pair, p.ID, err)
			}
			found = append(found, a)
		}
		plan, err := combine.Combine(law, b.Case, []int{0}, found)
		if err != nil {
			t.Fatalf("%v: %v", pair, err)
		}
		told := false
		for _, e := range plan.Effects {
			if r := e.Rule; r.Rule == eligibility.Excludes && r.A == pair[0] && r.B == pair[1] {
				told = true
			}
		}
		if !told {
			t.Errorf("%v: nothing is said; effects %v", pair, plan.Effects)
		}
	}
}
