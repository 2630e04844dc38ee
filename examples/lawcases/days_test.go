package lawcases

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
)

// holidays is the working-day calendar of 2021 to 2026.
func holidays(t testing.TB) cal.Workdays {
	t.Helper()
	f, err := os.Open("../../station/cal/testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	h, err := cal.ReadHolidays(f)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// deadline is a limit of the law by its ID.
func deadline(t testing.TB, law *statutes.Law, id string) eligibility.Deadline {
	t.Helper()
	for d := range law.Deadlines() {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no limit %s", id)
	return eligibility.Deadline{}
}

// due is the last day of a limit that runs from a day, or the first day of a payment.
func due(t testing.TB, d eligibility.Deadline, from string) string {
	t.Helper()
	day := cal.MustParse(from)
	var err error
	switch d.Basis {
	case eligibility.WorkingDays:
		day, err = cal.AddWorkdays(day, d.Days, holidays(t))
	case eligibility.CalendarDays:
		day, err = cal.EndOfTerm(day, d.Days, holidays(t))
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

// TestLimits are the numbered cases of time limits: the law gives the days, the calendar the working days.
func TestLimits(t *testing.T) {
	s := body(t)
	for _, c := range []struct {
		number, place, on, id string
		days                  int
		basis                 eligibility.Basis
		article, due          string
	}{
		{"T36", "350627", "2026-09-28", "tekun.survey", 15, eligibility.WorkingDays, "第十三条", "2026-10-23"},
		{"K10", "350627", "2026-09-28", "tekun.survey", 15, eligibility.WorkingDays, "第十三条", "2026-10-23"},
		{"L17", "350627", "2026-02-10", "kuaijiu.total", 3, eligibility.CalendarDays, "（一）", "2026-02-13"},
		{"L18", "350627", "2026-04-30", "dibao.total_township", 20, eligibility.WorkingDays, "四（一）", "2026-06-01"},
		{"L18", "350627", "2026-04-30", "dibao.total", 30, eligibility.WorkingDays, "第二十二条", "2026-06-15"},
		{"L18", "350627", "2026-04-30", "dibao.total_special", 45, eligibility.WorkingDays, "第二十二条", "2026-07-07"},
		{"L02", "350627", "2024-08-20", "shishi.start", 1, eligibility.NextMonth, "二（三）", "2024-09-01"},
	} {
		t.Run(c.number, func(t *testing.T) {
			d := deadline(t, lawOf(t, s, c.place, c.on), c.id)
			if d.Days != c.days || d.Basis != c.basis || d.Source.Article != c.article {
				t.Errorf("%s: %d %s by %s", c.id, d.Days, d.Basis, d.Source.Article)
			}
			if got := due(t, d, c.on); got != c.due {
				t.Errorf("%s: due %s, want %s", c.id, got, c.due)
			}
		})
	}
	t.Run("T36", func(t *testing.T) { // without the holidays of 2026 the day would be another
		day, err := cal.AddWorkdays(cal.MustParse("2026-09-28"), 15, plainWeek{})
		if err != nil || day.String() != "2026-10-19" {
			t.Errorf("in a plain week %v, %v", day, err)
		}
	})
	// Whoever is cut is told why, and since the law of 2026 is heard first and told in writing. The limits of the measures go on under it,
	// since it has none.
	t.Run("L18", func(t *testing.T) {
		for on, want := range map[string][2]string{"2026-06-30": {"第三十二条", "告知并说明理由"}, "2026-07-01": {"第四十八条", "决定前听取本人意见，作出决定后书面告知并说明理由"}} {
			law := lawOf(t, s, "350627", on)
			if d := deadline(t, law, "dibao.total_township"); d.Days != 20 {
				t.Errorf("%s: %d days", on, d.Days)
			}
			d := deadline(t, law, "dibao.cut")
			if d.Days != 0 || d.Source.Article != want[0] || !strings.Contains(d.ZH, want[1]) || due(t, d, on) != on {
				t.Errorf("%s: %+v", on, d)
			}
		}
	})
	t.Run("K9", func(t *testing.T) { // neither matching nor public notice
		var ids []string
		for d := range lawOf(t, s, "350627", "2026-02-10").Deadlines() {
			if d.Programme == national.Kuaijiu {
				ids = append(ids, d.ID)
			}
		}
		if !slices.Equal(ids, []string{"kuaijiu.total"}) {
			t.Errorf("limits of fast relief: %v", ids)
		}
	})
}

// plainWeek is a calendar of weekdays without holidays.
type plainWeek struct{}

func (plainWeek) Working(d cal.Date) (working, known bool) {
	return d.Weekday() >= 1 && d.Weekday() <= 5, true
}
