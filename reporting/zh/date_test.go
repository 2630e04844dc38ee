package zh_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, text, words, bill string }{
		{"2022-06-28", "2022年6月28日", "二〇二二年六月二十八日", "贰零贰贰年陆月贰拾捌日"},
		{"2022-02-12", "2022年2月12日", "二〇二二年二月十二日", "贰零贰贰年零贰月壹拾贰日"},
		{"2023-01-15", "2023年1月15日", "二〇二三年一月十五日", "贰零贰叁年零壹月壹拾伍日"},
		{"2020-10-20", "2020年10月20日", "二〇二〇年十月二十日", "贰零贰零年零壹拾月零贰拾日"},
		{"2021-11-30", "2021年11月30日", "二〇二一年十一月三十日", "贰零贰壹年壹拾壹月零叁拾日"},
		{"2021-12-31", "2021年12月31日", "二〇二一年十二月三十一日", "贰零贰壹年壹拾贰月叁拾壹日"},
		{"2024-03-10", "2024年3月10日", "二〇二四年三月十日", "贰零贰肆年叁月零壹拾日"},
		{"2024-09-09", "2024年9月9日", "二〇二四年九月九日", "贰零贰肆年玖月零玖日"},
		{"1949-10-01", "1949年10月1日", "一九四九年十月一日", "壹玖肆玖年零壹拾月零壹日"},
	} {
		d := cal.MustParse(c.in)
		want := []string{c.text, c.words, c.bill}
		if diff := cmp.Diff(want, []string{zh.DateText(d), zh.DateInWords(d), zh.BillDate(d)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
	if diff := cmp.Diff([]string{"", "", "", ""}, []string{
		zh.DateText(cal.Date{}), zh.DateInWords(cal.Date{}), zh.BillDate(cal.Date{}), zh.AsOfText(cal.Date{}),
	}); diff != "" {
		t.Errorf("a date not recorded (-want +got):\n%s", diff)
	}
}

// TestBillDateRule checks every month and day against the sentence of the rule, read as lists.
func TestBillDateRule(t *testing.T) {
	zeroMonth := map[int]bool{1: true, 2: true, 10: true}
	zeroDay := map[int]bool{10: true, 20: true, 30: true}
	for d := range 9 {
		zeroDay[d+1] = true
	}
	for d := cal.MustParse("2024-01-01"); d.Year() == 2024; d = d.AddDays(1) {
		_, rest, _ := strings.Cut(zh.BillDate(d), "年")
		month, day, _ := strings.Cut(rest, "月")
		if strings.HasPrefix(month, "零") != zeroMonth[int(d.Month())] || strings.HasPrefix(day, "零") != zeroDay[d.Day()] {
			t.Errorf("%v: 零 misplaced in %q", d, rest)
		}
		if d.Day() > 10 && d.Day() < 20 && !strings.HasPrefix(day, "壹拾") {
			t.Errorf("%v: %q must begin with 壹", d, day)
		}
	}
}

// TestEveryDayRoundTrips: the two forms in words are read back for every day of 400 years and the ends of the
// calendar.
func TestEveryDayRoundTrips(t *testing.T) {
	check := func(d cal.Date) {
		if got, err := zh.ParseDateInWords(zh.DateInWords(d)); err != nil || got != d {
			t.Fatalf("%v: %q comes back as %v, %v", d, zh.DateInWords(d), got, err)
		}
		if got, err := zh.ParseBillDate(zh.BillDate(d)); err != nil || got != d {
			t.Fatalf("%v: %q comes back as %v, %v", d, zh.BillDate(d), got, err)
		}
	}
	for d := cal.MustParse("1800-01-01"); d.Year() < 2200; d = d.AddDays(1) {
		check(d)
	}
	check(cal.MustParse("0001-01-01"))
	check(cal.MustParse("0985-05-10"))
	check(cal.MustParse("9999-12-31"))
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "年月日", "二〇二二年六月二八日", "二零二二年六月二十八日", "二〇二二年六月二十八", "二〇二二年六月二十八日前", "二〇二二年六月",
		"二〇二二年〇六月二十八日", "二〇二二年六月三十一日", "二〇二三年二月二十九日", "二〇二二年十三月一日", "二〇二二年零月一日",
		"二〇二二年六月零日", "二二年六月二十八日前", "2022年6月28日", "二〇二二年一十月一日", "〇年一月一日", "一〇〇〇〇年一月一日",
		"二〇二二年六月两日", "二〇二二年六月二十八日\u200b", "二〇二二年六月一亿日", "贰零贰贰年陆月贰拾捌日",
		strings.Repeat("九", 80) + "年一月一日", strings.Repeat("九", 90) + "年一月一日",
	} {
		d, err := zh.ParseDateInWords(s)
		wantCode(t, s, err, zh.ErrDate)
		if !d.IsZero() {
			t.Errorf("ParseDateInWords(%q) returned %v beside an error", s, d)
		}
	}
	for _, s := range []string{
		"", "贰零贰贰年零陆月贰拾捌日", "贰零贰贰年贰月壹拾贰日", "贰零贰贰年零贰月拾贰日", "贰零贰贰年壹拾月贰拾日", "贰零贰贰年壹拾月零贰拾日",
		"贰零贰贰年陆月零壹拾壹日", "贰零贰贰年陆月玖日", "二〇二二年六月二十八日", "贰〇贰贰年陆月贰拾捌日", "貳零貳貳年陸月貳拾捌日",
	} {
		_, err := zh.ParseBillDate(s)
		wantCode(t, s, err, zh.ErrDate)
	}
}

func TestYear(t *testing.T) {
	for year, want := range map[int]string{2022: "2022年", 985: "985年", 0: "", -1: ""} {
		if got := zh.Year(year); got != want {
			t.Errorf("Year(%d) = %q, want %q", year, got, want)
		}
	}
}

func TestPeriodText(t *testing.T) {
	day := cal.MustParse
	through := func(from, last string) cal.Period {
		p, err := cal.Through(day(from), day(last))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, c := range []struct {
		p            cal.Period
		text, months string
	}{
		{cal.Period{}, "", ""},
		{cal.Year(2022), "2022年", "2022年1—12月"},
		{cal.Half(2022, 1), "2022年上半年", "2022年1—6月"},
		{cal.Half(2022, 2), "2022年下半年", ""},
		{cal.Quarter(2022, 1), "2022年一季度", "2022年1—3月"},
		{cal.Quarter(2022, 2), "2022年二季度", ""},
		{cal.Quarter(2022, 3), "2022年三季度", ""},
		{cal.Quarter(2022, 4), "2022年四季度", ""},
		{cal.Month(2022, time.June), "2022年6月", ""},
		{cal.Month(2022, time.January), "2022年1月", "2022年1月"},
		{cal.TenDays(2022, time.June, 1), "2022年6月上旬", ""},
		{cal.TenDays(2022, time.June, 2), "2022年6月中旬", ""},
		{cal.TenDays(2024, time.February, 3), "2024年2月下旬", ""},
		{through("2022-01-01", "2022-05-31"), "2022年1—5月", "2022年1—5月"},
		{through("2022-01-01", "2022-05-30"), "2022年1月1日至5月30日", ""},
		{through("2022-01-02", "2022-05-31"), "2022年1月2日至5月31日", ""},
		{through("2022-02-01", "2022-05-31"), "2022年2月1日至5月31日", ""},
		{through("2022-06-28", "2022-06-28"), "2022年6月28日", ""},
		{through("2022-06-05", "2022-06-28"), "2022年6月5日至28日", ""},
		{through("2022-07-01", "2023-06-30"), "2022年7月1日至2023年6月30日", ""},
		{through("2022-01-01", "2023-06-30"), "2022年1月1日至2023年6月30日", ""},
		{cal.Since(day("2022-07-01")), "2022年7月1日起", ""},
		{cal.Since(day("2022-01-01")), "2022年1月1日起", ""},
	} {
		if diff := cmp.Diff([]string{c.text, c.months}, []string{zh.PeriodText(c.p), zh.MonthsText(c.p)}); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.p, diff)
		}
	}
	if got := zh.AsOfText(day("2022-06-30")); got != "截至2022年6月30日" {
		t.Errorf("AsOfText = %q", got)
	}
}

func FuzzParseDateInWords(f *testing.F) {
	for _, s := range []string{"二〇二二年六月二十八日", "二〇二〇年十月十日", "二〇二二年六月二八日", "九八五年一月一日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := zh.ParseDateInWords(s)
		if err != nil {
			discreet(t, err)
		} else if back := zh.DateInWords(d); back != s {
			t.Fatalf("%q comes back as %q", s, back)
		}
	})
}

func FuzzParseBillDate(f *testing.F) {
	for _, s := range []string{"贰零贰贰年零贰月壹拾贰日", "贰零贰零年零壹拾月零贰拾日", "贰零贰贰年陆月贰拾捌日", "贰零贰贰年贰月玖日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := zh.ParseBillDate(s)
		if err != nil {
			discreet(t, err)
		} else if back := zh.BillDate(d); back != s {
			t.Fatalf("%q comes back as %q", s, back)
		}
	})
}
