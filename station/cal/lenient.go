package cal

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/shegong/shegong/station/fault"
)

// ParseLenient reads a date as people and spreadsheets write it (宽松读取). It reads
//
//	2022年6月28日   2022年6月28号   2022-6-28   2022/6/28   2022.6.28   20220628
//
// with or without leading zeros in month and day; in any of them full-width digits and signs, blanks around
// the whole and around each sign, and midnight after a blank (0:00, 00:00:00), which spreadsheets print
// after a date.
//
// It refuses everything else: a year of two digits ([ErrShortYear]), because nobody can know the century of
// a birth; mixed signs, a missing 日, the order day/month/year, Chinese numerals and spreadsheet serial
// numbers ([ErrDate]); invisible characters ([ErrInvisible]); a day that does not exist ([ErrDay]).
func ParseLenient(s string) (Date, error) {
	d, code := parseLenient(s)
	if code != "" {
		return Date{}, bad(code)
	}
	return d, nil
}

func parseLenient(s string) (Date, fault.Code) {
	const longest = 100 // bytes: far more than any of the forms with generous blanks
	if len(s) > longest {
		return Date{}, ErrDate
	}
	if strings.ContainsFunc(s, invisible) {
		return Date{}, ErrInvisible
	}
	s = cutMidnight(strings.TrimSpace(width.Fold.String(s)))
	if n := number(s); n >= 0 && len(s) == 8 {
		return checkDay(n/10000, n/100%100, n%100)
	}
	for _, signs := range [...][3]string{
		{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}, {"年", "月", "号"},
	} {
		year, rest, ok1 := strings.Cut(s, signs[0])
		month, rest, ok2 := strings.Cut(rest, signs[1])
		day, ok3 := strings.CutSuffix(rest, signs[2])
		y, m, d := field(year, 4), field(month, 2), field(day, 2)
		if !ok1 || !ok2 || !ok3 || y < 0 || m < 0 || d < 0 {
			continue
		}
		if len(strings.TrimSpace(year)) < 4 {
			return Date{}, ErrShortYear
		}
		return checkDay(y, m, d)
	}
	return Date{}, ErrDate
}

func invisible(r rune) bool {
	return !unicode.IsSpace(r) && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point)
}

func checkDay(y, m, d int) (Date, fault.Code) {
	if date := on(y, m, d); date.n != 0 {
		return date, ""
	}
	return Date{}, ErrDay
}

// field reads a number of at most so many digits with blanks around it; -1 for anything else.
func field(s string, digits int) int {
	if s = strings.TrimSpace(s); len(s) > digits {
		return -1
	}
	return number(s)
}

func cutMidnight(s string) string {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s
	}
	switch strings.TrimSpace(s[i:]) {
	case "0:00", "00:00", "0:00:00", "00:00:00":
		return strings.TrimSpace(s[:i])
	}
	return s
}
