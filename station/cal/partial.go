package cal

import (
	"cmp"
	"database/sql/driver"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/fault"
)

// Precision says how closely a [Partial] date is known (日期精度). The zero value means "not recorded".
type Precision string

const (
	PrecisionDay     Precision = "day"      // 2022年6月28日
	PrecisionTenDays Precision = "ten-days" // 2022年6月上旬
	PrecisionMonth   Precision = "month"    // 2022年6月
	PrecisionQuarter Precision = "quarter"  // 2022年第一季度
	PrecisionHalf    Precision = "half"     // 2022年上半年
	PrecisionYear    Precision = "year"     // 2022年
	// PrecisionLabel is a word without a span in law or standard: 2021年年底, 2022年6月底. The span that
	// [Partial.Span] gives it is this package's reading.
	PrecisionLabel Precision = "label"
)

// Partial is a date of known precision exactly as a document writes it (不完整日期): 2016年, 2016年3月,
// 2022年6月28日, 2021年年底. The zero value means "not recorded". It prints as it was written, the doubled 年 of
// 2021年年底 included, so two ways of writing one span are different values. Partials are comparable with ==
// and usable as map keys.
//
// The forms, Y being a year of four digits and M and D numbers without a leading zero:
//
//	Y年   Y年M月   Y年M月D日
//	Y年上半年   Y年下半年   Y年第一季度 … Y年第四季度   Y年一季度 … Y年四季度
//	Y年M月上旬   Y年M月中旬   Y年M月下旬
//	Y年初  Y年年初   Y年中  Y年年中   Y年底  Y年年底   Y年末  Y年年末   Y年M月初   Y年M月底   Y年M月末
//	2016   2016-03   2016-03-05 (ISO 8601, as software writes it)
//
// The last Chinese line holds labels, which no text of law defines. Their spans are read wide, so that a day
// is seldom called contradictory: 年初 is the first quarter, 年中 the second and third, 年底 and 年末 the
// fourth, 月初 the first ten days of a month, 月底 and 月末 those from the 21st. Where a label stands for one day
// (截至6月底), the caller has to say so.
type Partial struct {
	year       uint16
	month, day uint8
	part       uint8 // 1 + index in parts, 0 for none
	iso        bool
}

// part is a word after 年 or after 月.
type part struct {
	text        string
	ofMonth     bool
	precision   Precision
	first, last int // months of the year, or days of the month
}

// parts is never changed.
var parts = [...]part{
	{"上半年", false, PrecisionHalf, 1, 6},
	{"下半年", false, PrecisionHalf, 7, 12},
	{"第一季度", false, PrecisionQuarter, 1, 3},
	{"第二季度", false, PrecisionQuarter, 4, 6},
	{"第三季度", false, PrecisionQuarter, 7, 9},
	{"第四季度", false, PrecisionQuarter, 10, 12},
	{"一季度", false, PrecisionQuarter, 1, 3},
	{"二季度", false, PrecisionQuarter, 4, 6},
	{"三季度", false, PrecisionQuarter, 7, 9},
	{"四季度", false, PrecisionQuarter, 10, 12},
	{"年初", false, PrecisionLabel, 1, 3},
	{"初", false, PrecisionLabel, 1, 3},
	{"年中", false, PrecisionLabel, 4, 9},
	{"中", false, PrecisionLabel, 4, 9},
	{"年底", false, PrecisionLabel, 10, 12},
	{"底", false, PrecisionLabel, 10, 12},
	{"年末", false, PrecisionLabel, 10, 12},
	{"末", false, PrecisionLabel, 10, 12},
	{"上旬", true, PrecisionTenDays, 1, 10},
	{"中旬", true, PrecisionTenDays, 11, 20},
	{"下旬", true, PrecisionTenDays, 21, 31},
	{"初", true, PrecisionLabel, 1, 10},
	{"底", true, PrecisionLabel, 21, 31},
	{"末", true, PrecisionLabel, 21, 31},
}

func findPart(text string, ofMonth bool) (uint8, bool) {
	for i := range parts {
		if parts[i].text == text && parts[i].ofMonth == ofMonth {
			return uint8(i + 1), true
		}
	}
	return 0, false
}

// PartialOf returns a day as a Partial, written like the Date: 2022-06-28.
func PartialOf(d Date) Partial {
	y, m, day := d.civil()
	return Partial{year: uint16(y), month: uint8(m), day: uint8(day), iso: d.n != 0}
}

// ParsePartial reads one of the forms listed at [Partial], and nothing else: no blanks, no full-width digits,
// no leading zero before 月 or 日. Errors: [ErrPartial], and [ErrDay] for a date in a known form that does not
// exist.
func ParsePartial(s string) (Partial, error) {
	p, code := parsePartial(s)
	if code == "" && p.Span().IsZero() {
		code = ErrDay
	}
	if code != "" {
		return Partial{}, bad(code)
	}
	return p, nil
}

// parsePartial reads the form without asking whether there is such a date.
func parsePartial(s string) (Partial, fault.Code) {
	if len(s) < 4 || number(s[:4]) < 0 {
		return Partial{}, ErrPartial
	}
	p := Partial{year: uint16(number(s[:4]))}
	rest, chinese := strings.CutPrefix(s[4:], "年")
	if !chinese {
		return p.parseISO(s[4:])
	}
	if rest == "" {
		return p, ""
	}
	var ok bool
	if p.part, ok = findPart(rest, false); ok {
		return p, ""
	}
	if p.month, rest, ok = cutNumber(rest, "月"); !ok {
		return Partial{}, ErrPartial
	}
	if rest == "" {
		return p, ""
	}
	if p.part, ok = findPart(rest, true); ok {
		return p, ""
	}
	if p.day, rest, ok = cutNumber(rest, "日"); !ok || rest != "" {
		return Partial{}, ErrPartial
	}
	return p, ""
}

// parseISO reads what follows the year in 2016, 2016-03 and 2016-03-05.
func (p Partial) parseISO(s string) (Partial, fault.Code) {
	p.iso = true
	for _, field := range []*uint8{&p.month, &p.day} {
		if s == "" {
			return p, ""
		}
		if len(s) < 3 || s[0] != '-' || number(s[1:3]) < 0 {
			return Partial{}, ErrPartial
		}
		if *field = uint8(number(s[1:3])); *field == 0 {
			return Partial{}, ErrDay
		}
		s = s[3:]
	}
	if s != "" {
		return Partial{}, ErrPartial
	}
	return p, ""
}

// cutNumber reads a number of one or two digits without a leading zero, and its unit.
func cutNumber(s, unit string) (n uint8, rest string, ok bool) {
	digits, rest, found := strings.Cut(s, unit)
	v := number(digits)
	if !found || v < 1 || len(digits) > 2 || digits[0] == '0' {
		return 0, "", false
	}
	return uint8(v), rest, true
}

// MustParsePartial is ParsePartial for literals; it panics, without naming the text, when it is in no known
// form.
func MustParsePartial(s string) Partial { return must(ParsePartial(s)) }

// IsZero reports whether the date is not recorded.
func (p Partial) IsZero() bool { return p == Partial{} }

// Precision returns how closely the date is known, "" when not recorded.
func (p Partial) Precision() Precision {
	switch {
	case p.part != 0:
		return parts[p.part-1].precision
	case p.day != 0:
		return PrecisionDay
	case p.month != 0:
		return PrecisionMonth
	case p.year != 0:
		return PrecisionYear
	}
	return ""
}

// Span returns the days that may be meant, all of them; not recorded when the date is not. For a
// [PrecisionLabel] it is this package's reading, see [Partial].
func (p Partial) Span() Period {
	y, m, d := int(p.year), int(p.month), int(p.day)
	switch {
	case p.part != 0 && m == 0:
		w := parts[p.part-1]
		return through(on(y, w.first, 1), on(y, w.last, 1).EndOfMonth())
	case p.part != 0:
		w := parts[p.part-1]
		end := on(y, m, 1).EndOfMonth()
		return through(on(y, m, w.first), on(y, m, min(w.last, end.Day())))
	case d != 0:
		return through(on(y, m, d), on(y, m, d))
	case m != 0:
		return through(on(y, m, 1), on(y, m, 1).EndOfMonth())
	}
	return Year(y)
}

// Exact returns the day and true when the date is known to the day.
func (p Partial) Exact() (Date, bool) {
	if p.day == 0 {
		return Date{}, false
	}
	return p.Span().From(), true
}

// Contains reports whether d may be the day meant.
func (p Partial) Contains(d Date) bool { return p.Span().Contains(d) }

// Compatible reports whether p and o may mean the same day: 2021年 and 2021年年底 may.
func (p Partial) Compatible(o Partial) bool { return p.Span().Overlaps(o.Span()) }

// Compare orders partial dates by the first day of their span, then by its end, then by their text. One not
// recorded comes first.
func (p Partial) Compare(o Partial) int {
	return cmp.Or(p.Span().Compare(o.Span()), strings.Compare(p.String(), o.String()))
}

// Equal reports whether p and o are written alike. It is the same as ==.
func (p Partial) Equal(o Partial) bool { return p == o }

// String returns the date exactly as written, "" when not recorded.
func (p Partial) String() string { return string(p.append(nil)) }

func (p Partial) append(b []byte) []byte {
	if p.year == 0 {
		return b
	}
	y, m, d := int(p.year), int(p.month), int(p.day)
	b = append(b, digit(y/1000), digit(y/100), digit(y/10), digit(y))
	if p.iso {
		for _, n := range [...]int{m, d} {
			if n != 0 {
				b = append(b, '-', digit(n/10), digit(n))
			}
		}
		return b
	}
	b = append(b, "年"...)
	if m != 0 {
		b = append(strconv.AppendInt(b, int64(m), 10), "月"...)
	}
	if d != 0 {
		b = append(strconv.AppendInt(b, int64(d), 10), "日"...)
	}
	if p.part != 0 {
		b = append(b, parts[p.part-1].text...)
	}
	return b
}

// AppendText appends the date as written to b.
func (p Partial) AppendText(b []byte) ([]byte, error) { return p.append(b), nil }

// MarshalText returns the date as written.
func (p Partial) MarshalText() ([]byte, error) { return p.append(nil), nil }

// UnmarshalText reads one of the forms; empty text is a date not recorded.
func (p *Partial) UnmarshalText(text []byte) error { return set(p, string(text), ParsePartial) }

// Value returns the date as written for the database, NULL when not recorded.
func (p Partial) Value() (driver.Value, error) { return value(p.String()) }

// Scan reads NULL or one of the forms.
func (p *Partial) Scan(src any) error { return scan(p, src, ParsePartial) }

// ValidatorValue gives validation tags the text as written, so that required works.
func (p Partial) ValidatorValue() any { return p.String() }
