package cal_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

func schedule(t testing.TB) *cal.Holidays {
	t.Helper()
	data, err := os.ReadFile("testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	h, err := cal.ReadHolidays(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// naive reads the same file line by line and answers for any day of 2021 to 2026.
func naive(t *testing.T) func(time.Time) bool {
	t.Helper()
	data, err := os.ReadFile("testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	works := map[string]bool{}
	for _, line := range strings.Split(string(data), "\n")[1:] {
		if f := strings.Split(line, ","); len(f) == 4 {
			works[f[0]] = f[1] == "workday"
		}
	}
	return func(at time.Time) bool {
		if w, ok := works[at.Format(time.DateOnly)]; ok {
			return w
		}
		return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday
	}
}

func TestWorkingDaysPerYear(t *testing.T) {
	h := schedule(t)
	for year, want := range map[int]int{2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248} {
		if got, err := cal.WorkdaysIn(cal.Year(year), h); got != want || err != nil {
			t.Errorf("%d has %d working days, %v; want %d", year, got, err, want)
		}
	}
	for year, want := range map[int]bool{2020: false, 2021: true, 2022: true, 2026: true, 2027: false, 0: false} {
		if h.Knows(year) != want {
			t.Errorf("Knows(%d) = %v", year, !want)
		}
	}
	rows := slices.Collect(h.All())
	if len(rows) != 218 || !slices.IsSortedFunc(rows, func(a, b cal.Holiday) int { return a.Date.Compare(b.Date) }) {
		t.Errorf("%d rows", len(rows))
	}
	for range h.All() {
		break
	}
}

func TestTermsInWorkingDays(t *testing.T) {
	h := schedule(t)
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2021-09-17", 3, "2021-09-23"}, {"2022-01-24", 15, "2022-02-17"}, {"2023-09-28", 3, "2023-10-09"},
		{"2023-12-27", 3, "2024-01-02"}, {"2024-02-08", 3, "2024-02-19"}, {"2025-09-26", 10, "2025-10-16"},
		{"2026-02-13", 3, "2026-02-25"}, {"2026-04-30", 20, "2026-06-01"}, {"2026-04-30", 30, "2026-06-15"},
		{"2026-04-30", 45, "2026-07-07"}, {"2026-09-18", 3, "2026-09-22"},
		{"2026-09-28", 15, "2026-10-23"}, // T36; without the holidays it would be 2026-10-19
		{"2026-10-03", 0, "2026-10-03"},  // nothing runs: the day itself, working or not
		{"2020-12-31", 1, "2021-01-04"},  // the day it runs from is not counted and need not be known
	} {
		got, err := cal.AddWorkdays(cal.MustParse(c.from), c.n, h)
		if err != nil || got.String() != c.want {
			t.Errorf("%s + %d = %v, %v; want %s", c.from, c.n, got, err, c.want)
		}
	}
	if got, err := cal.AddWorkdays(cal.MustParse("2026-09-28"), 15, plainWeek{}); err != nil ||
		got.String() != "2026-10-19" {
		t.Errorf("T36 in a plain week: %v, %v", got, err)
	}
}

// plainWeek is a Workdays without holidays, which knows every day.
type plainWeek struct{}

func (plainWeek) Working(d cal.Date) (working, known bool) {
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday, true
}

// never is a Workdays without working days.
type never struct{}

func (never) Working(cal.Date) (working, known bool) { return false, true }

func TestTermsAgreeWithWalking(t *testing.T) {
	h, works, r := schedule(t), naive(t), rng()
	start := cal.MustParse("2021-01-01")
	for range 4000 {
		from, n := start.AddDays(r.IntN(1800)), r.IntN(60)
		at, left := utc(from), n
		for left > 0 {
			if at = at.AddDate(0, 0, 1); works(at) {
				left--
			}
		}
		got, err := cal.AddWorkdays(from, n, h)
		if err != nil || utc(got) != at {
			t.Fatalf("%v + %d working days = %v, %v; want %v", from, n, got, err, at)
		}
		if back, err := cal.WorkdaysBetween(from, got, h); back != n || err != nil {
			t.Fatalf("between %v and %v: %d, %v; want %d", from, got, back, err, n)
		}
		at = utc(from).AddDate(0, 0, n)
		for !works(at) {
			at = at.AddDate(0, 0, 1)
		}
		if got, err := cal.EndOfTerm(from, n, h); err != nil || utc(got) != at {
			t.Fatalf("%v + %d days ends on %v, %v; want %v", from, n, got, err, at)
		}
	}
}

func TestEndOfTerm(t *testing.T) {
	h := schedule(t)
	for _, c := range []struct {
		from string
		days int
		want string
	}{
		{"2022-06-20", 7, "2022-06-27"}, // 公示7天, Monday to Monday
		{"2022-06-18", 7, "2022-06-27"}, // the 25th is a Saturday
		{"2026-09-25", 7, "2026-10-08"}, // the 2nd falls into 国庆节
		{"2026-10-03", 7, "2026-10-10"}, // a Saturday worked in exchange
	} {
		if got, err := cal.EndOfTerm(cal.MustParse(c.from), c.days, h); err != nil || got.String() != c.want {
			t.Errorf("%s + %d days ends on %v, %v; want %s", c.from, c.days, got, err, c.want)
		}
	}
	if got, err := cal.NextWorkday(cal.MustParse("2025-08-31").AddMonths(1), h); err != nil ||
		got.String() != "2025-09-30" {
		t.Errorf("a month from 2025-08-31 ends on %v, %v", got, err)
	}
	if got, err := cal.NextWorkday(cal.MustParse("2025-10-01"), h); err != nil || got.String() != "2025-10-09" {
		t.Errorf("after 国庆节 2025: %v, %v", got, err)
	}
}

func TestUnknownDaysAreErrors(t *testing.T) {
	h := schedule(t)
	day := cal.MustParse
	end := day("9999-12-31")
	var none cal.Date
	for name, c := range map[string]struct {
		err  error
		want fault.Code
		year string
	}{
		"into 2027":         {second(cal.AddWorkdays(day("2026-12-30"), 2, h)), cal.ErrSchedule, "2027"},
		"before the table":  {second(cal.AddWorkdays(day("2020-12-01"), 2, h)), cal.ErrSchedule, "2020"},
		"across two years":  {second(cal.WorkdaysBetween(day("2026-12-30"), day("2028-01-01"), h)), cal.ErrSchedule, "2027"},
		"a year":            {second(cal.WorkdaysIn(cal.Year(2027), h)), cal.ErrSchedule, "2027"},
		"a term ending":     {second(cal.EndOfTerm(day("2026-12-28"), 7, h)), cal.ErrSchedule, "2027"},
		"next":              {second(cal.NextWorkday(day("2027-02-05"), h)), cal.ErrSchedule, "2027"},
		"no table":          {second(cal.AddWorkdays(day("2022-06-28"), 1, nil)), cal.ErrSchedule, "2022"},
		"nil table":         {second(cal.AddWorkdays(day("2022-06-28"), 1, (*cal.Holidays)(nil))), cal.ErrSchedule, "2022"},
		"zero table":        {second(cal.AddWorkdays(day("2022-06-28"), 1, new(cal.Holidays))), cal.ErrSchedule, "2022"},
		"below zero":        {second(cal.AddWorkdays(day("2022-06-28"), -1, h)), cal.ErrTerm, ""},
		"too long":          {second(cal.AddWorkdays(day("2022-06-28"), 10001, h)), cal.ErrTerm, ""},
		"calendar, below":   {second(cal.EndOfTerm(day("2022-06-28"), -1, h)), cal.ErrTerm, ""},
		"calendar, long":    {second(cal.EndOfTerm(day("2022-06-28"), 10001, h)), cal.ErrTerm, ""},
		"from nowhere":      {second(cal.AddWorkdays(none, 1, h)), cal.ErrMissing, ""},
		"term from nowhere": {second(cal.EndOfTerm(none, 1, h)), cal.ErrMissing, ""},
		"next of nothing":   {second(cal.NextWorkday(none, h)), cal.ErrMissing, ""},
		"between nothing":   {second(cal.WorkdaysBetween(none, day("2022-06-28"), h)), cal.ErrMissing, ""},
		"and nothing":       {second(cal.WorkdaysBetween(day("2022-06-28"), none, h)), cal.ErrMissing, ""},
		"in nothing":        {second(cal.WorkdaysIn(cal.Period{}, h)), cal.ErrMissing, ""},
		"backwards":         {second(cal.WorkdaysBetween(day("2022-06-28"), day("2022-06-27"), h)), cal.ErrOrder, ""},
		"open":              {second(cal.WorkdaysIn(cal.Since(day("2022-06-28")), h)), cal.ErrOpen, ""},
		"no working days":   {second(cal.AddWorkdays(day("2022-06-28"), 1, never{})), cal.ErrNoWorkday, ""},
		"end of calendar":   {second(cal.AddWorkdays(end, 1, plainWeek{})), cal.ErrMissing, ""},
		"rest at the end":   {second(cal.NextWorkday(end, never{})), cal.ErrMissing, ""},
	} {
		f, ok := c.err.(fault.Fault)
		if year, _ := f.Arg("year"); !ok || f.Code() != c.want || year != c.year {
			t.Errorf("%s: %v; want %s %s", name, c.err, c.want, c.year)
		}
	}
	unknown := fault.Of(second(cal.WorkdaysIn(cal.Year(2027), h))).Text(language.Chinese)
	if unknown != "2027年的节假日安排未录入 [CAL-SCHEDULE]" {
		t.Error(unknown)
	}
	if n, err := cal.WorkdaysBetween(day("2022-06-28"), day("2022-06-28"), nil); n != 0 || err != nil {
		t.Errorf("no days between a day and itself: %d, %v", n, err)
	}
	if n, err := cal.WorkdaysBetween(day("9999-12-26"), end, plainWeek{}); n != 5 || err != nil {
		t.Errorf("the last week there is: %d, %v", n, err)
	}
}

// TestKnownYears: a notice may list days of the year before, and half a notice is none.
func TestKnownYears(t *testing.T) {
	all := slices.Collect(schedule(t).All())
	only := func(keep func(cal.Holiday) bool) *cal.Holidays {
		var rows []cal.Holiday
		for _, h := range all {
			if keep(h) {
				rows = append(rows, h)
			}
		}
		slices.Reverse(rows) // any order will do
		h, err := cal.NewHolidays(rows)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	h := only(func(h cal.Holiday) bool { return strings.Contains(h.Source, "2023年") })
	for s, want := range map[string]string{
		"2022-12-30": "unknown", "2022-12-31": "rest", "2023-01-01": "rest", "2023-01-03": "work",
		"2023-01-28": "work", "2023-01-14": "rest",
		"2023-12-29": "work", "2024-01-02": "unknown", "": "unknown",
	} {
		var d cal.Date
		if err := d.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		working, known := h.Working(d)
		if got := map[bool]string{true: "work", false: "rest"}[working]; known && got != want ||
			known == (want == "unknown") {
			t.Errorf("%s: working %v, known %v; want %s", s, working, known, want)
		}
	}
	if h.Knows(2022) || !h.Knows(2023) {
		t.Error("the row 2022-12-31 makes no year known, the rows of 2023 do")
	}
	for _, without := range []string{"2023-01-01", "2023-05-01", "2023-10-01"} {
		if only(func(h cal.Holiday) bool { return h.Date != cal.MustParse(without) }).Knows(2023) {
			t.Errorf("2023 is known without %s", without)
		}
	}
	for _, first := range []string{"2022-01-01", "2022-05-01", "2022-10-01"} { // a Saturday, a Sunday, a Saturday
		rows := slices.DeleteFunc(slices.Clone(all), func(h cal.Holiday) bool { return h.Date == cal.MustParse(first) })
		rows = append(rows, cal.Holiday{Date: cal.MustParse(first), Kind: cal.SwappedWorkday, Name: "误", Source: "虚构"})
		if h, err := cal.NewHolidays(rows); err != nil || h.Knows(2022) || !h.Knows(2023) {
			t.Errorf("2022 is known with %s a working day, %v", first, err)
		}
	}
	if row, ok := h.Lookup(cal.MustParse("2022-12-31")); !ok || row.Name != "元旦" || row.Kind != cal.DayOff {
		t.Errorf("Lookup: %v, %v", row, ok)
	}
	if _, ok := h.Lookup(cal.MustParse("2023-03-01")); ok {
		t.Error("Lookup found an ordinary day")
	}
	for range (*cal.Holidays)(nil).All() {
		t.Error("nil holds a row")
	}
	if (*cal.Holidays)(nil).Knows(2023) {
		t.Error("nil knows a year")
	}
}

func TestEveryBadRowIsReported(t *testing.T) {
	const head = "date,kind,name,source\n"
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"nothing":       {"", []string{"CAL-TABLE-HEADER"}},
		"other header":  {"date,kind,name\n", []string{"CAL-TABLE-HEADER"}},
		"Chinese":       {"日期,类别,名称,来源\n", []string{"CAL-TABLE-HEADER"}},
		"broken header": {"\"date,kind\n", []string{"CAL-TABLE-HEADER"}},
		"no rows":       {head, nil},
		"byte order":    {"\ufeff" + head + "2022-01-01,holiday,元旦,甲\r\n", nil},
		"quoted":        {head + `2022-01-01,holiday,"元旦, 新年",甲`, nil},
		"all at once": {head +
			"2022-01-01,holiday,元旦,甲\n" +
			"2022-02-30,holiday,春节,甲\n" +
			"2022/01/03,holyday,,\n" +
			"\n" +
			"2022-01-01,holiday,元旦,甲\n" +
			"2022-01-04,workday,元旦,甲\n" +
			"2022-01-05,holiday\n" +
			"2022-01-06,\"holi\"day,元旦,甲\n" +
			"2022-01-07,holiday,\xd4\xaa\xb5\xa9,甲\n" +
			",holiday,元旦, \n",
			[]string{
				"CAL-TABLE-DATE 3 date",
				"CAL-TABLE-DATE 4 date", "CAL-TABLE-KIND 4 kind", "CAL-TABLE-BLANK 4 name", "CAL-TABLE-BLANK 4 source",
				"CAL-TABLE-TWICE 6 date",
				"CAL-TABLE-SWAP 7 date",
				"CAL-TABLE-ROW 8",
				"CAL-TABLE-ROW 9",
				"CAL-TABLE-ENCODING 10 name",
				"CAL-TABLE-DATE 11 date", "CAL-TABLE-BLANK 11 source",
			}},
		"too large": {head + strings.Repeat("x", 1<<20), []string{"CAL-TABLE-SIZE"}},
	} {
		h, err := cal.ReadHolidays(strings.NewReader(c.file))
		if d := cmp.Diff(c.want, summary(err)); d != "" || (h == nil) != (err != nil) {
			t.Errorf("%s: %v %s", name, h, d)
		}
	}
	_, err := cal.ReadHolidays(iotest.ErrReader(io.ErrUnexpectedEOF))
	if !errors.Is(err, io.ErrUnexpectedEOF) || !errors.Is(err, fault.ErrForeign) {
		t.Errorf("a reader's error: %v", err)
	}
	_, err = cal.ReadHolidays(strings.NewReader(head + "2022-13-01,holiday,元旦,甲\n"))
	if got := fault.Of(err).Text(language.Chinese); got != "第2行date列不是有效日期（2022-06-28） [CAL-TABLE-DATE]" {
		t.Error(got)
	}
}

func summary(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		s := string(f.Code())
		for _, key := range []string{"row", "column"} {
			if v, ok := f.Arg(key); ok {
				s += " " + v
			}
		}
		out = append(out, s)
	}
	return out
}

func TestNewHolidaysNamesThePlace(t *testing.T) {
	day := cal.MustParse("2022-01-01")
	rows := []cal.Holiday{
		{Date: day, Kind: cal.DayOff, Name: "元旦", Source: "甲"},
		{Kind: cal.DayOff, Name: "元旦", Source: "甲"},
		{Date: day, Kind: "", Name: "元旦", Source: "甲"},
	}
	h, err := cal.NewHolidays(rows)
	var got []string
	for _, f := range fault.Of(err) {
		row, _ := f.Arg("row")
		got = append(got, fmt.Sprint(f.Path(), " ", f.Code(), " ", row))
	}
	want := []string{"[1].date CAL-TABLE-DATE 2", "[2].date CAL-TABLE-TWICE 3", "[2].kind CAL-TABLE-KIND 3"}
	if d := cmp.Diff(want, got); d != "" || h != nil {
		t.Error(d, h)
	}
	h, err = cal.NewHolidays(rows[:1])
	if err != nil {
		t.Fatal(err)
	}
	rows[0].Kind = cal.SwappedWorkday
	if working, _ := h.Working(day); working {
		t.Error("the table shares the caller's rows")
	}
}
