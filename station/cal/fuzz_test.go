package cal_test

import (
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2022-06-28", "2020-02-29", "0001-01-01", "9999-12-31", "2022-02-30", "2022-6-28",
		"0000-00-00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := cal.Parse(s)
		if err != nil {
			discreet(t, err)
			if !d.IsZero() {
				t.Fatal("a date came with an error")
			}
			return
		}
		if d.String() != s || utc(d).Format("2006-01-02") != s || !d.Before(d.AddDays(1)) && s != "9999-12-31" {
			t.Fatalf("%q reads as %v", s, d)
		}
		if lenient, err := cal.ParseLenient(s); err != nil || lenient != d {
			t.Fatalf("lenient reading of %q: %v, %v", s, lenient, err)
		}
	})
}

func FuzzParseLenient(f *testing.F) {
	for _, s := range []string{"2022年6月28日", "2022.6.28", "2022/6/28 0:00", "20220628", "２０２２年６月２８日", " 2022-06-28 ",
		"22-6-28",
		"2022 年 6 月 28 号", "\u200e2022-6-28", "2022-06-28 00:00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := cal.ParseLenient(s)
		if err != nil {
			discreet(t, err)
			if !d.IsZero() {
				t.Fatal("a date came with an error")
			}
			return
		}
		if again, err := cal.Parse(d.String()); err != nil || again != d {
			t.Fatalf("%v is not canonical: %v", d, err)
		}
		// The digits read, in order, are those of the date, leading zeros and midnight aside.
		digits := ""
		for _, r := range s {
			if r >= '０' && r <= '９' {
				r += '0' - '０'
			}
			if r >= '0' && r <= '9' {
				digits += string(r)
			}
		}
		y, m, day := d.String()[:4], strconv.Itoa(int(d.Month())), strconv.Itoa(d.Day())
		ok := false
		for _, mm := range []string{m, "0" + m} {
			for _, dd := range []string{day, "0" + day} {
				for _, midnight := range []string{"", "000", "0000", "00000", "000000"} {
					ok = ok || digits == y+mm+dd+midnight
				}
			}
		}
		if !ok {
			t.Fatalf("%q reads as %v", s, d)
		}
	})
}

func FuzzParsePartial(f *testing.F) {
	for _, s := range []string{"2016年", "2016年3月", "2022年6月28日", "2021年年底", "2021年底", "2022年第一季度", "2022年6月上旬",
		"2016", "2016-03",
		"2016-03-05", "2022年2月30日", "2022年中", "2016-00", "2022年上半年"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := cal.ParsePartial(s)
		if err != nil {
			discreet(t, err)
			if !p.IsZero() {
				t.Fatal("a date came with an error")
			}
			return
		}
		span := p.Span()
		if p.String() != s || span.IsZero() || p.Precision() == "" || p.IsZero() {
			t.Fatalf("%q reads as %v, %s, %v", s, p, p.Precision(), span)
		}
		year, err := strconv.Atoi(s[:4])
		if err != nil || !cal.Year(year).Covers(span) || !p.Compatible(p) || p.Compare(p) != 0 {
			t.Fatalf("%q spans %v", s, span)
		}
		if d, ok := p.Exact(); ok && (span.From() != d || span.Last() != d && !span.Open()) {
			t.Fatalf("%q is %v and spans %v", s, d, span)
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2022-01-01/2022-07-01", "2022-01-01/", "2022-01-01/2022-01-01", "/", "9999-12-31/",
		"2020-02-29/2024-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := cal.ParsePeriod(s)
		if err != nil {
			discreet(t, err)
			if !p.IsZero() {
				t.Fatal("a period came with an error")
			}
			return
		}
		if p.String() != s || p.IsZero() || !p.Contains(p.From()) || !p.Open() && (!p.From().Before(p.Until()) ||
			p.Contains(p.Until())) {
			t.Fatalf("%q reads as %v", s, p)
		}
		for _, cut := range []iter.Seq[cal.Period]{p.Months(), p.ContractYears()} {
			next := p.From()
			for piece := range cut {
				if piece.From() != next || !p.Covers(piece) {
					t.Fatalf("%v: piece %v does not begin on %v", p, piece, next)
				}
				next = piece.Until()
			}
			if next != p.Until() {
				t.Fatalf("%v: the pieces end on %v", p, next)
			}
		}
	})
}

func FuzzReadHolidays(f *testing.F) {
	file, err := os.ReadFile("testdata/holidays.csv")
	if err != nil {
		f.Fatal(err)
	}
	const head = "date,kind,name,source\n"
	for _, s := range []string{"", head, string(file[:900]),
		head + "2022-01-01,holiday,元旦,甲\n2022-05-01,holiday,劳动节,甲\n2022-10-01,holiday,国庆节,甲\n",
		head + "2022-01-08,workday,元旦,\"甲\n乙\"\n", head + "x,y\n\"", head + "2022-01-04,workday,,\xff\n"} {
		f.Add(s)
	}
	columns := []string{"date", "kind", "name", "source"}
	f.Fuzz(func(t *testing.T, s string) {
		h, err := cal.ReadHolidays(strings.NewReader(s))
		if err != nil {
			if h != nil {
				t.Fatal("a table came with an error")
			}
			lines := strings.Count(s, "\n") + strings.Count(s, "\r") + 1
			for _, p := range fault.Of(err) {
				row, _ := p.Arg("row")
				column, _ := p.Arg("column")
				n, err := strconv.Atoi(row)
				if row != "" && (err != nil || n < 1 || n > lines) ||
					column != "" && !slices.Contains(columns, column) || p.Code() == fault.ErrForeign {
					t.Fatalf("%v", p)
				}
			}
			return
		}
		rows := slices.Collect(h.All())
		again, err := cal.NewHolidays(rows)
		if err != nil || !slices.Equal(slices.Collect(again.All()), rows) {
			t.Fatalf("the rows do not make a table again: %v", err)
		}
		for _, row := range rows {
			if working, known := h.Working(row.Date); !known || working != (row.Kind == cal.SwappedWorkday) {
				t.Fatalf("%v: working %v, known %v", row.Date, working, known)
			}
			if y := row.Date.Year(); h.Knows(y) {
				if _, err := cal.WorkdaysIn(cal.Year(y), h); err != nil && y < 9999 {
					t.Fatal(err)
				}
			}
		}
	})
}
