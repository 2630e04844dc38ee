package cal

import (
	"database/sql/driver"
	"time"

	"github.com/shegong/shegong/station/fault"
)

// Parse reads a date in its canonical form, 2022-06-28. Anything else is [ErrDate], a date that does not
// exist is [ErrDay]. See [ParseLenient] for what people write.
func Parse(s string) (Date, error) {
	d, code := parseISO(s)
	if code != "" {
		return Date{}, bad(code)
	}
	return d, nil
}

// MustParse is Parse for literals; it panics, without naming the text, when there is no such date.
func MustParse(s string) Date { return must(Parse(s)) }

func parseISO(s string) (Date, fault.Code) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, ErrDate
	}
	y, m, d := number(s[:4]), number(s[5:7]), number(s[8:])
	if y < 0 || m < 0 || d < 0 {
		return Date{}, ErrDate
	}
	if date := on(y, m, d); date.n != 0 {
		return date, ""
	}
	return Date{}, ErrDay
}

// number reads up to eight ASCII digits; -1 for anything else.
func number(s string) int {
	if s == "" || len(s) > 8 {
		return -1
	}
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = 10*n + int(c)
	}
	return n
}

// String returns the canonical text, 2022-06-28, or "" when not recorded.
func (d Date) String() string {
	var buf [10]byte
	return string(d.append(buf[:0]))
}

func (d Date) append(b []byte) []byte {
	if d.n == 0 {
		return b
	}
	y, m, day := d.civil()
	return append(b, digit(y/1000), digit(y/100), digit(y/10), digit(y), '-',
		digit(m/10), digit(m), '-', digit(day/10), digit(day))
}

func digit(n int) byte { return byte('0' + n%10) }

// AppendText appends the canonical text to b.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText returns the canonical text.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads the canonical text; empty text is a date not recorded.
func (d *Date) UnmarshalText(text []byte) error { return set(d, string(text), Parse) }

// Value returns the canonical text for the database, NULL when not recorded.
func (d Date) Value() (driver.Value, error) { return value(d.String()) }

// Scan reads a database value: NULL, canonical text, or a time.Time as drivers return it for a DATE column,
// that is midnight in some location. It takes the civil day in that value's own location, since a driver may
// use UTC or the session's zone. A time with an hour is an instant and not a date, hence [ErrScan]: scan it
// into a time.Time and use [Of].
func (d *Date) Scan(src any) error {
	t, ok := src.(time.Time)
	if !ok {
		return scan(d, src, Parse)
	}
	if t.IsZero() {
		*d = Date{}
		return nil
	}
	y, m, day := t.Date()
	date := on(y, int(m), day)
	if h, mi, s := t.Clock(); h != 0 || mi != 0 || s != 0 || t.Nanosecond() != 0 || date.n == 0 {
		return bad(ErrScan)
	}
	*d = date
	return nil
}

// ValidatorValue gives validation tags a time.Time ([Date.Time]), with which required, omitempty, gtefield
// and their kin work between dates, and between a Date and a time.Time.
func (d Date) ValidatorValue() any { return d.Time() }

// What follows is the text and database behaviour that all value types of the package share.

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func set[T any](dst *T, text string, parse func(string) (T, error)) error {
	var v T
	if text != "" {
		var err error
		if v, err = parse(text); err != nil {
			return err
		}
	}
	*dst = v
	return nil
}

func value(text string) (driver.Value, error) {
	if text == "" {
		return nil, nil
	}
	return text, nil
}

func scan[T any](dst *T, src any, parse func(string) (T, error)) error {
	switch s := src.(type) {
	case nil:
		return set(dst, "", parse)
	case string:
		return set(dst, s, parse)
	case []byte:
		return set(dst, string(s), parse)
	}
	return bad(ErrScan)
}
