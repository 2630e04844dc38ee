package cal_test

import (
	"strings"
	"testing"

	"github.com/shegong/shegong/station/cal"
)

func TestPartialKnowsItsSpan(t *testing.T) {
	for _, c := range []struct {
		text      string
		precision cal.Precision
		span      string
	}{
		{"2016年", cal.PrecisionYear, "2016-01-01/2017-01-01"},
		{"2016年3月", cal.PrecisionMonth, "2016-03-01/2016-04-01"},
		{"2024年2月", cal.PrecisionMonth, "2024-02-01/2024-03-01"},
		{"2022年6月28日", cal.PrecisionDay, "2022-06-28/2022-06-29"},
		{"2022年12月31日", cal.PrecisionDay, "2022-12-31/2023-01-01"},
		{"2022年上半年", cal.PrecisionHalf, "2022-01-01/2022-07-01"},
		{"2022年下半年", cal.PrecisionHalf, "2022-07-01/2023-01-01"},
		{"2022年第一季度", cal.PrecisionQuarter, "2022-01-01/2022-04-01"},
		{"2022年第二季度", cal.PrecisionQuarter, "2022-04-01/2022-07-01"},
		{"2022年第三季度", cal.PrecisionQuarter, "2022-07-01/2022-10-01"},
		{"2022年第四季度", cal.PrecisionQuarter, "2022-10-01/2023-01-01"},
		{"2022年一季度", cal.PrecisionQuarter, "2022-01-01/2022-04-01"},
		{"2022年二季度", cal.PrecisionQuarter, "2022-04-01/2022-07-01"},
		{"2022年三季度", cal.PrecisionQuarter, "2022-07-01/2022-10-01"},
		{"2022年四季度", cal.PrecisionQuarter, "2022-10-01/2023-01-01"},
		{"2022年6月上旬", cal.PrecisionTenDays, "2022-06-01/2022-06-11"},
		{"2022年6月中旬", cal.PrecisionTenDays, "2022-06-11/2022-06-21"},
		{"2022年6月下旬", cal.PrecisionTenDays, "2022-06-21/2022-07-01"},
		{"2022年2月下旬", cal.PrecisionTenDays, "2022-02-21/2022-03-01"},
		{"2024年2月下旬", cal.PrecisionTenDays, "2024-02-21/2024-03-01"},
		{"2022年12月下旬", cal.PrecisionTenDays, "2022-12-21/2023-01-01"},
		{"2022年年初", cal.PrecisionLabel, "2022-01-01/2022-04-01"},
		{"2022年初", cal.PrecisionLabel, "2022-01-01/2022-04-01"},
		{"2022年年中", cal.PrecisionLabel, "2022-04-01/2022-10-01"},
		{"2022年中", cal.PrecisionLabel, "2022-04-01/2022-10-01"},
		{"2021年年底", cal.PrecisionLabel, "2021-10-01/2022-01-01"},
		{"2021年底", cal.PrecisionLabel, "2021-10-01/2022-01-01"},
		{"2021年年末", cal.PrecisionLabel, "2021-10-01/2022-01-01"},
		{"2021年末", cal.PrecisionLabel, "2021-10-01/2022-01-01"},
		{"2022年6月初", cal.PrecisionLabel, "2022-06-01/2022-06-11"},
		{"2022年6月底", cal.PrecisionLabel, "2022-06-21/2022-07-01"},
		{"2022年2月末", cal.PrecisionLabel, "2022-02-21/2022-03-01"},
		{"2016", cal.PrecisionYear, "2016-01-01/2017-01-01"},
		{"2016-03", cal.PrecisionMonth, "2016-03-01/2016-04-01"},
		{"2016-03-05", cal.PrecisionDay, "2016-03-05/2016-03-06"},
		{"9999年", cal.PrecisionYear, "9999-01-01/"},
		{"9999-12-31", cal.PrecisionDay, "9999-12-31/"},
	} {
		p, err := cal.ParsePartial(c.text)
		if err != nil || p.String() != c.text || p.Precision() != c.precision || p.Span().String() != c.span {
			t.Errorf("%s: %q, %s, %v, %v; want %s, %s", c.text, p, p.Precision(), p.Span(), err, c.precision, c.span)
		}
		day, exact := p.Exact()
		if exact != (c.precision == cal.PrecisionDay) || day != (cal.Date{}) && !p.Contains(day) ||
			day.IsZero() == exact {
			t.Errorf("%s: exact %v, %v", c.text, day, exact)
		}
		if !p.Contains(p.Span().From()) || p.Contains(p.Span().From().AddDays(-1)) ||
			!p.Span().Open() && p.Contains(p.Span().Until()) {
			t.Errorf("%s: Contains disagrees with the span", c.text)
		}
	}
	var none cal.Partial
	if _, exact := none.Exact(); exact || none.Precision() != "" || !none.Span().IsZero() ||
		none.Contains(cal.MustParse("2022-06-28")) {
		t.Error("a date not recorded has a span")
	}
}

// TestPartialFormsAreComplete writes every form by its grammar, for every month, and reads it back.
func TestPartialFormsAreComplete(t *testing.T) {
	ofYear := "|初|年初|中|年中|底|年底|末|年末|上半年|下半年|第一季度|第二季度|第三季度|第四季度|一季度|二季度|三季度|四季度"
	ofMonth := "|上旬|中旬|下旬|初|底|末"
	var all []string
	for _, s := range strings.Split(ofYear, "|") {
		all = append(all, "2024年"+s)
	}
	for d := cal.MustParse("2024-01-01"); d.Year() == 2024; d = d.AddDays(1) {
		all = append(all, utc(d).Format("2006年1月2日"), d.String())
		if d.Day() == 1 {
			all = append(all, utc(d).Format("2006-01"))
			for _, s := range strings.Split(ofMonth, "|") {
				all = append(all, utc(d).Format("2006年1月")+s)
			}
		}
	}
	year := cal.Year(2024)
	seen := map[cal.Partial]bool{}
	for _, s := range all {
		p, err := cal.ParsePartial(s)
		if err != nil || p.String() != s || !year.Covers(p.Span()) || seen[p] {
			t.Errorf("%s: %v, %v, %v", s, p, p.Span(), err)
		}
		seen[p] = true
	}
	if want := 19 + 2*366 + 12*8; len(seen) != want {
		t.Errorf("%d forms, want %d", len(seen), want)
	}
}

func TestPartialCompatible(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2021年", "2021年年底", true}, {"2021年年底", "2021年上半年", false}, {"2021年12月", "2021年底", true},
		{"2022年6月28日", "2022-06-28", true}, {"2022年6月28日", "2022年6月上旬", false}, {"2022年6月28日", "", false},
	} {
		var a, b cal.Partial
		if a.UnmarshalText([]byte(c.a)) != nil || b.UnmarshalText([]byte(c.b)) != nil {
			t.Fatal(c)
		}
		if a.Compatible(b) != c.want || b.Compatible(a) != c.want {
			t.Errorf("%s and %s compatible: %v", c.a, c.b, !c.want)
		}
	}
}

func TestPartialOfDate(t *testing.T) {
	d := cal.MustParse("2022-06-08")
	p := cal.PartialOf(d)
	if day, ok := p.Exact(); p != cal.MustParsePartial("2022-06-08") || day != d || !ok {
		t.Errorf("PartialOf(%v) = %v", d, p)
	}
	if !cal.PartialOf(cal.Date{}).IsZero() {
		t.Error("PartialOf made a date of none")
	}
}
