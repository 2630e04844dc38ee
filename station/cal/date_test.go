package cal_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

// utc is the oracle's form of a date.
func utc(d cal.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

func fromUTC(t *testing.T, tm time.Time) cal.Date {
	t.Helper()
	d, err := cal.On(tm.Year(), tm.Month(), tm.Day())
	if err != nil {
		t.Fatalf("On(%v): %v", tm, err)
	}
	return d
}

// random returns a day between the years 1600 and 2400, one in four of them at the end of February.
func random(r *rand.Rand) cal.Date {
	d := cal.MustParse("1600-01-01").AddDays(r.IntN(292000))
	if r.IntN(4) == 0 {
		d = cal.Year(d.Year()).From().AddDays(57 + r.IntN(4))
	}
	return d
}

func rng() *rand.Rand { return rand.New(rand.NewPCG(2022, 628)) }

func TestEveryDayAgreesWithTime(t *testing.T) {
	d := cal.MustParse("0001-01-01")
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	days := 0
	for ; !d.IsZero(); d = d.AddDays(1) {
		y, m, day := at.Date()
		if d.Year() != y || d.Month() != m || d.Day() != day || d.Weekday() != at.Weekday() ||
			d.YearDay() != at.YearDay() {
			t.Fatalf("day %d is %v, want %v", days, d, at)
		}
		if again, err := cal.On(y, m, day); again != d || err != nil {
			t.Fatalf("On(%v) = %v, %v", at, again, err)
		}
		at = at.Add(24 * time.Hour)
		days++
	}
	if at.Year() != 10000 || days != 3652059 {
		t.Errorf("the calendar ended before %v, after %d days", at, days)
	}
}

func TestOnRefusesDaysThatDoNotExist(t *testing.T) {
	for _, c := range []struct{ y, m, d int }{
		{0, 1, 1}, {-1, 1, 1}, {10000, 1, 1}, {2022, 0, 1}, {2022, 13, 1}, {2022, 6, 0}, {2022, 6, 31}, {2022, 2, 29},
		{1900, 2, 29},
		{2022, 1, 32}, {math.MaxInt, 1, 1}, {2022, math.MinInt, 1}, {2022, 1, math.MaxInt},
	} {
		if d, err := cal.On(c.y, time.Month(c.m), c.d); !errors.Is(err, cal.ErrDay) || !d.IsZero() {
			t.Errorf("On(%v) = %v, %v", c, d, err)
		}
	}
}

func TestArithmeticAgreesWithTime(t *testing.T) {
	r := rng()
	for range 20000 {
		d, o, n := random(r), random(r), r.IntN(4000)-2000
		if got, want := d.AddDays(n), fromUTC(t, utc(d).AddDate(0, 0, n)); got != want {
			t.Fatalf("%v + %d days = %v, want %v", d, n, got, want)
		}
		// The oracle walks back from the corresponding day until it stands in the right month.
		first := utc(d).AddDate(0, 0, 1-d.Day()).AddDate(0, n, 0)
		want := first.AddDate(0, 0, d.Day()-1)
		for want.Month() != first.Month() {
			want = want.AddDate(0, 0, -1)
		}
		if got := d.AddMonths(n); utc(got) != want {
			t.Fatalf("%v + %d months = %v, want %v", d, n, got, want)
		}
		if got := d.AddYears(n / 12); got != d.AddMonths(n/12*12) {
			t.Fatalf("%v + %d years = %v", d, n/12, got)
		}
		days, ok := d.DaysUntil(o)
		if want := int((utc(o).Unix() - utc(d).Unix()) / 86400); days != want || !ok || d.AddDays(days) != o {
			t.Fatalf("%v until %v = %d, %v; want %d", d, o, days, ok, want)
		}
		if d.Before(o) != utc(d).Before(utc(o)) || d.After(o) != utc(d).After(utc(o)) ||
			d.Compare(o) != utc(d).Compare(utc(o)) {
			t.Fatalf("%v and %v are in the wrong order", d, o)
		}
		next := time.Date(d.Year(), d.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		if utc(d.FirstOfNextMonth()) != next || utc(d.EndOfMonth()) != next.AddDate(0, 0, -1) ||
			d.StartOfMonth().Day() != 1 || d.StartOfMonth().Month() != d.Month() ||
			d.StartOfMonth().Year() != d.Year() {
			t.Fatalf("%v: month from %v to %v, next from %v", d, d.StartOfMonth(), d.EndOfMonth(), d.FirstOfNextMonth())
		}
	}
}

func TestMonthsNeverRunOver(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2022-12-31", 2, "2023-02-28"},
		{"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2022-08-31", 1, "2022-09-30"},
		{"2022-03-31", -1, "2022-02-28"}, {"2022-01-01", -1, "2021-12-01"}, {"2022-06-28", 0, "2022-06-28"},
		{"0001-01-31", 1, "0001-02-28"}, {"9999-11-30", 1, "9999-12-30"}, // the ends of the calendar
		{"9999-12-31", 1, ""}, {"0001-01-31", -1, ""},
	} {
		if got := cal.MustParse(c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s + %d months = %q, want %q", c.from, c.months, got, c.want)
		}
	}
	// 从确认之日下月起: the naive AddDate(0, 1, 0) of 31 January says 3 March.
	if got := cal.MustParse("2026-01-31").FirstOfNextMonth().String(); got != "2026-02-01" {
		t.Errorf("the month after 2026-01-31 begins on %s", got)
	}
}

func TestWhatLeavesTheCalendarIsNotRecorded(t *testing.T) {
	first, last, none := cal.MustParse("0001-01-01"), cal.MustParse("9999-12-31"), cal.Date{}
	for name, d := range map[string]cal.Date{
		"day before the first": first.AddDays(-1),
		"day after the last":   last.AddDays(1),
		"next month":           last.FirstOfNextMonth(),
		"far":                  first.AddDays(math.MaxInt),
		"far back":             last.AddDays(math.MinInt),
		"far months":           first.AddMonths(math.MaxInt),
		"far back months":      last.AddMonths(math.MinInt),
		"far years":            first.AddYears(math.MaxInt),
		"years that wrap":      first.AddYears(math.MaxInt/12 + 1),
		"far back years":       last.AddYears(math.MinInt),
		"all years":            first.AddYears(9999),
		"all years back":       last.AddYears(-9999),
		"none + days":          none.AddDays(1),
		"none + months":        none.AddMonths(1),
		"none + years":         none.AddYears(1),
		"start of none":        none.StartOfMonth(),
		"end of none":          none.EndOfMonth(),
		"after none":           none.FirstOfNextMonth(),
	} {
		if !d.IsZero() {
			t.Errorf("%s = %v", name, d)
		}
	}
	if first.AddDays(3652058) != last || last.AddDays(-3652058) != first ||
		first.AddYears(9998) != cal.MustParse("9999-01-01") {
		t.Error("the calendar cannot be crossed")
	}
	if none.Year() != 0 || none.Month() != 0 || none.Day() != 0 || none.YearDay() != 0 || !none.Time().IsZero() ||
		!none.Before(first) {
		t.Error("a date not recorded has parts")
	}
	if _, ok := none.DaysUntil(first); ok {
		t.Error("days from nowhere")
	}
	if _, ok := first.DaysUntil(none); ok {
		t.Error("days to nowhere")
	}
}

func TestDayInBeijing(t *testing.T) {
	tokyo, honolulu := time.FixedZone("JST", 9*3600), time.FixedZone("HST", -10*3600)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2022, 6, 28, 15, 59, 59, 999999999, time.UTC), "2022-06-28"},
		{time.Date(2022, 6, 28, 16, 0, 0, 0, time.UTC), "2022-06-29"},
		{time.Date(2022, 6, 29, 0, 30, 0, 0, tokyo), "2022-06-28"},
		{time.Date(2022, 6, 28, 23, 0, 0, 0, honolulu), "2022-06-29"},
		{time.Date(1969, 12, 31, 15, 59, 59, 0, time.UTC), "1969-12-31"},
		{time.Date(1988, 7, 1, 0, 0, 0, 0, cal.Beijing()), "1988-07-01"},
		{time.Time{}, ""},
		{time.Date(0, 12, 31, 15, 59, 59, 0, time.UTC), ""},
		{time.Date(0, 12, 31, 16, 0, 0, 0, time.UTC), "0001-01-01"},
		{time.Date(9999, 12, 31, 15, 59, 59, 0, time.UTC), "9999-12-31"},
		{time.Date(9999, 12, 31, 16, 0, 0, 0, time.UTC), ""},
		{time.Unix(math.MaxInt64, 0), ""},
		{time.Unix(math.MinInt64, 0), ""},
	} {
		if got := cal.Of(c.at).String(); got != c.want {
			t.Errorf("Of(%v) = %q, want %q", c.at, got, c.want)
		}
	}
	r := rng()
	for range 2000 {
		d := random(r)
		if midnight := d.Time(); cal.Of(midnight) != d || cal.Of(midnight.Add(-1)) != d.AddDays(-1) ||
			cal.Of(midnight.In(time.UTC)) != d ||
			midnight.Format("2006-01-02T15:04:05Z07:00") != d.String()+"T00:00:00+08:00" {
			t.Fatalf("%v at midnight is %v", d, midnight)
		}
	}
	*cal.Beijing() = *time.UTC // whoever overwrites a location has overwritten only his own
	if _, offset := cal.MustParse("2022-06-28").Time().Zone(); offset != 8*3600 {
		t.Errorf("the offset of Beijing is %d", offset)
	}
}

func TestLenientReadsWhatPeopleWrite(t *testing.T) {
	want := cal.MustParse("2022-06-08")
	for _, s := range []string{
		"2022-06-08", "2022-6-8", "2022/6/8", "2022/06/08", "2022.6.8", "2022.06.08", "20220608", "2022年6月8日",
		"2022年06月08日", "2022年6月8号",
		"２０２２年６月８日", "２０２２－６－８", "２０２２／６／８", "２０２２．６．８", "２０２２０６０８", " 2022-06-08\n", "\u30002022年6月8日\u3000",
		"\u00a02022-6-8",
		"2022 年 6 月 8 日", "2022年6月8 日", "2022 / 6 / 8", "2022-06-08 00:00:00", "2022/6/8 0:00", "2022/6/8 0:00:00",
		"2022-06-08\t00:00", "２０２２／６／８　０：００",
	} {
		if got, err := cal.ParseLenient(s); err != nil || got != want {
			t.Errorf("ParseLenient(%q) = %v, %v", s, got, err)
		}
	}
	r := rng()
	for range 2000 {
		d := random(r)
		for _, layout := range []string{"2006-01-02", "2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006年1月2日",
			"2006年01月02日", "2006/1/2 0:00"} {
			if got, err := cal.ParseLenient(utc(d).Format(layout)); err != nil || got != d {
				t.Fatalf("%v written as %s = %v, %v", d, layout, got, err)
			}
		}
	}
}

func TestLenientRefusesWhatNobodyKnows(t *testing.T) {
	for want, texts := range map[fault.Code][]string{
		cal.ErrShortYear: {"22-6-8", "22年6月8日", "62.7.1", "022-6-8", "6/8/22", "２２年６月８日"},
		cal.ErrDay:       {"2022-02-29", "2022年13月1日", "2022.0.1", "20220631", "0000-1-1", "00000000"},
		cal.ErrInvisible: {"\u200e2022-6-8", "2022-6-8\u202c", "2022\u31646-8", "2022-6-8\ufe0f", "\ufeff2022-6-8", "2022\x006-8"},
		cal.ErrDate: {
			"", " ", "2022", "2022年6月", "2022年6月8", "2022-6/8", "2022.6-8", "8/6/2022", "44740", "220608", "202206080",
			"二〇二二年六月八日", "2022-6-8-", "2022-06-08 08:00", "2022-06-0800:00", "2022-006-8", "02022-6-8", "2022--8",
			"2022 6 8", "20 22-6-8", "+2022-6-8", "2022-6-8日", "2022年6月8日号", "0:00", " 0:00", "2022-\xff6-8",
			"2022-6-8" + strings.Repeat(" ", 200),
		},
	} {
		for _, s := range texts {
			d, err := cal.ParseLenient(s)
			if !errors.Is(err, want) || !d.IsZero() {
				t.Errorf("ParseLenient(%q) = %v, %v; want %v", s, d, err, want)
				continue
			}
			discreet(t, err)
		}
	}
}

func TestParseTellsShapeFromDay(t *testing.T) {
	got := map[string]bool{}
	for _, s := range []string{"2022-02-30", "2022-00-01", "0000-01-01", "2022-2-30", "2022-02-3", "x"} {
		_, err := cal.Parse(s)
		got[s] = errors.Is(err, cal.ErrDay)
	}
	want := map[string]bool{"2022-02-30": true, "2022-00-01": true, "0000-01-01": true, "2022-2-30": false,
		"2022-02-3": false, "x": false}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
