package zh

import (
	"time"

	"github.com/shegong/shegong/reporting/zh/internal/script"
	"github.com/shegong/shegong/station/cal"
)

// PeriodText names a period (期间) for a flow, a figure counted over it: 2022年, 2022年上半年, 2022年二季度, 2022年6月,
// 2022年6月上旬; the months of a year from January on are 2022年1—5月. Any other period is written by its first and
// last day, 2022年7月1日至2023年6月30日, the second year and month only where they differ; a single day as in
// [DateText]; an open-ended one as 2022年7月1日起. The zero Period is written as "".
//
// A half-year and a quarter go by their names, not by their months; for 1—6月 see [MonthsText].
func PeriodText(p cal.Period) string {
	from, last := p.From(), p.Last()
	y, m := from.Year(), from.Month()
	switch p {
	case cal.Period{}:
		return ""
	case cal.Since(from):
		return DateText(from) + "起"
	case cal.Year(y):
		return Year(y)
	case cal.Half(y, 1):
		return Year(y) + "上半年"
	case cal.Half(y, 2):
		return Year(y) + "下半年"
	case cal.Month(y, m):
		return Year(y) + monthOnly(from)
	}
	for i := 1; i <= 4; i++ {
		if p == cal.Quarter(y, i) {
			return Year(y) + script.Glyph(script.LowerDigits, i) + "季度"
		}
	}
	for i := 1; i <= 3; i++ {
		if p == cal.TenDays(y, m, i) {
			return Year(y) + monthOnly(from) + script.Glyph("上中下", i-1) + "旬"
		}
	}
	if s := MonthsText(p); s != "" {
		return s
	}
	switch {
	case from == last:
		return DateText(from)
	case y != last.Year():
		return DateText(from) + "至" + DateText(last)
	case m != last.Month():
		return DateText(from) + "至" + monthDay(last)
	}
	return DateText(from) + "至" + day(last)
}

// MonthsText names the months of one year from January on, as cumulative figures (累计数) are headed: 2022年1—6月, and
// 2022年1月 for January alone. Any other period is written as "".
func MonthsText(p cal.Period) string {
	from, last := p.From(), p.Last()
	switch {
	case last.IsZero() || from.YearDay() != 1 || last != last.EndOfMonth() || from.Year() != last.Year():
		return ""
	case last.Month() == time.January:
		return Year(from.Year()) + monthOnly(from)
	}
	return Year(from.Year()) + "1—" + monthOnly(last)
}

// AsOfText names the day for a stock, a figure that stands on it (期末数): 截至2022年6月30日. The zero Date is written as
// "".
func AsOfText(d cal.Date) string {
	if d.IsZero() {
		return ""
	}
	return "截至" + DateText(d)
}
