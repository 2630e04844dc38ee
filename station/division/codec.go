package division

import (
	"database/sql/driver"
	"strconv"
)

// digits is the length of the shortest form, 0 for the zero value.
func (c Code) digits() int { return c.Level().Digits() }

// AppendText appends the shortest form (35, 3506, 350627, 350627109, 350627109201), nothing for the zero value.
// The error is always nil.
func (c Code) AppendText(b []byte) ([]byte, error) { return c.append(b, c.digits()), nil }

// append writes the first so many of the twelve digits.
func (c Code) append(b []byte, digits int) []byte {
	if c.n == 0 {
		return b
	}
	end := len(b) + digits
	return strconv.AppendUint(b, c.n, 10)[:end]
}

// String returns the shortest form: 350627 for 350627000000, "" for the zero value.
func (c Code) String() string { return c.text(c.digits()) }

// Padded6 returns the six digits of GB/T 2260 (六位行政区划代码): 350000 for a province, 350600 for a prefecture.
// Six digits cannot hold a township or a village, so the result is then ""; c.At(County).Padded6() asks for the
// county it lies in. The zero value gives "".
func (c Code) Padded6() string {
	if c.digits() > 6 {
		return ""
	}
	return c.text(6)
}

// Padded12 returns all twelve digits (十二位统计用区划代码): 350627000000 for a county, "" for the zero value.
func (c Code) Padded12() string { return c.text(12) }

func (c Code) text(digits int) string {
	var b [12]byte
	return string(c.append(b[:0], digits))
}

// Number returns all twelve digits as a number, 0 for the zero value: a key that sorts as [Code.Compare] does.
// [FromNumber] reads it back.
func (c Code) Number() int64 { return int64(c.n) }

// MarshalText returns the shortest form, empty for the zero value. The error is always nil.
func (c Code) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [Parse] does, and empty text as the zero value. On error the receiver keeps its value.
func (c *Code) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Code{}
		return nil
	}
	return c.set(parse(text))
}

func (c *Code) set(v Code, err error) error {
	if err == nil {
		*c = v
	}
	return err
}

// Value returns the shortest form for a text column, NULL for the zero value. The error is always nil.
func (c Code) Value() (driver.Value, error) {
	if c.n == 0 {
		return nil, nil
	}
	return c.String(), nil
}

// Scan reads a column of text as [Code.UnmarshalText], of integers as [FromNumber], and NULL as the zero value.
// On error, [ErrType] among them, the receiver keeps its value.
func (c *Code) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*c = Code{}
		return nil
	case string:
		return c.UnmarshalText([]byte(v))
	case []byte:
		return c.UnmarshalText(v)
	case int64:
		return c.set(FromNumber(v))
	}
	return catalogue().New(ErrType)
}

// ValidatorValue returns the shortest form for struct validation, so that required, len and startswith work on it.
func (c Code) ValidatorValue() any { return c.String() }
