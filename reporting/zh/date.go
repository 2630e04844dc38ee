package zh

import (
	"strconv"
	"strings"
	"time"

	"github.com/shegong/shegong/reporting/zh/internal/script"
	"github.com/shegong/shegong/station/cal"
)

// Year writes a year (年份) in full and ungrouped: 2022年. A year before 1 is written as "".
func Year(year int) string {
	if year < 1 {
		return ""
	}
	return strconv.Itoa(year) + "年"
}

// DateText writes a date for running text and for the date of an official document (成文日期): 2022年6月28日, the
// year in full, month and day not padded (GB/T 9704-2012). The zero Date is written as "".
func DateText(d cal.Date) string {
	if d.IsZero() {
		return ""
	}
	return Year(d.Year()) + monthDay(d)
}

// monthDay writes 6月28日, monthOnly 6月 and day 28日.
func monthDay(d cal.Date) string  { return monthOnly(d) + day(d) }
func monthOnly(d cal.Date) string { return strconv.Itoa(int(d.Month())) + "月" }
func day(d cal.Date) string       { return strconv.Itoa(d.Day()) + "日" }

// DateInWords writes a date in Chinese characters (汉字日期): 二〇二二年六月二十八日, the year digit by digit with 〇,
// month and day as numbers. The zero Date is written as "".
func DateInWords(d cal.Date) string {
	return dateInWords(d, script.YearDigits, func(b []byte, n int, _ bool) []byte {
		return script.Lower().Append(b, uint64(n), "")
	})
}

// BillDate writes the date of issue of a bill (票据出票日期): 贰零贰贰年零贰月壹拾贰日. Against alteration the months
// 1, 2 and 10 and the days 1 to 9, 10, 20 and 30 take a 零 in front, and 11 to 19 begin with 壹. The zero Date is
// written as "". Source: 正确填写票据和结算凭证的基本规定.
func BillDate(d cal.Date) string {
	return dateInWords(d, script.CapitalDigits, func(b []byte, n int, isDay bool) []byte {
		if n%10 == 0 || n < 3 || isDay && n < 10 {
			b = append(b, naught...)
		}
		return script.Capital().Append(b, uint64(n), "")
	})
}

func dateInWords(d cal.Date, yearGlyphs string, number func(b []byte, n int, isDay bool) []byte) string {
	if d.IsZero() {
		return ""
	}
	var buf [64]byte
	b := script.AppendDigits(buf[:0], d.Year(), yearGlyphs)
	b = append(b, "年"...)
	b = append(number(b, int(d.Month()), false), "月"...)
	b = append(number(b, d.Day(), true), "日"...)
	return string(b)
}

// ParseDateInWords reads a date as [DateInWords] writes it, and no other form. The error is [ErrDate].
func ParseDateInWords(s string) (cal.Date, error) {
	return parseDate(s, script.Lower(), script.YearDigits, DateInWords)
}

// ParseBillDate reads a date as [BillDate] writes it, and no other form. The error is [ErrDate].
func ParseBillDate(s string) (cal.Date, error) {
	return parseDate(s, script.Capital(), script.CapitalDigits, BillDate)
}

// parseDate reads leniently, then writes the date again and compares, which is what decides.
func parseDate(s string, set script.Set, yearGlyphs string, write func(cal.Date) string) (cal.Date, error) {
	bad := func() (cal.Date, error) { return cal.Date{}, catalogue().New(ErrDate) }
	if len(s) > script.MaxText {
		return bad()
	}
	year, rest, _ := strings.Cut(s, "年")
	month, rest, _ := strings.Cut(rest, "月")
	dayWords, _, _ := strings.Cut(rest, "日")
	y, err := parseDigits(year, yearGlyphs, ErrDate)
	m, ok1 := set.Value(month)
	n, ok2 := set.Value(dayWords)
	if err != nil || !ok1 || !ok2 || m > 12 || n > 31 {
		return bad()
	}
	d, err := cal.On(y, time.Month(m), int(n))
	if err != nil || write(d) != s {
		return bad()
	}
	return d, nil
}
