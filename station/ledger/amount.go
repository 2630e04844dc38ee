package ledger

import (
	"cmp"
	"database/sql/driver"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// Amount is a whole number of the smallest part of a unit (数额): fen, minutes, or thousandths of a kilogram where
// the unit has three decimals. The zero value is 0 of no unit and adds to anything. Amounts are comparable with ==.
// The range is ±9223372036854775807 smallest parts; no operation wraps or panics.
//
// Its text is number and unit, "1000.00 CNY", "40 clothes/件", "120 min", and "0" for the zero value; in JSON a
// string. Empty text and SQL NULL are errors: an amount that may be unknown is a known.Value[Amount].
type Amount struct {
	minor int64 // never math.MinInt64
	unit  Unit
}

// Minor returns n smallest parts of the unit; math.MinInt64, a single part below the range, gives the lowest amount.
// Without a unit it is the zero value.
func Minor(n int64, u Unit) Amount {
	if u.IsZero() {
		return Amount{}
	}
	return Amount{max(n, -math.MaxInt64), u}
}

// Yuan returns a sum of money as an amount.
func Yuan(a money.Amount) Amount { return Amount{a.Fen(), CNY()} }

// Count returns a quantity of a unit of goods or time, exactly: [ErrInexact] for more decimals than the unit has,
// [ErrUnit] for money, [ErrRange].
func Count(q measure.Quantity, u Unit) (Amount, error) {
	if u.Kind() != Goods && u.Kind() != Time {
		return Amount{}, catalogue().New(ErrUnit)
	}
	n, part := q.Thousandths(), power(maxScale-u.Decimals())
	if n%part != 0 {
		return Amount{}, catalogue().New(ErrInexact)
	}
	return Amount{n / part, u}, nil
}

func power(n int) int64 { return [...]int64{1, 10, 100, 1000}[n] }

// Minor returns the number of smallest parts.
func (a Amount) Minor() int64 { return a.minor }

// Unit returns the unit.
func (a Amount) Unit() Unit { return a.unit }

// Money returns the amount as a sum of money; the zero value is ¥0.00. Other units are [ErrMixed].
func (a Amount) Money() (money.Amount, error) {
	if a.unit.Kind() != Money && a != (Amount{}) {
		return money.Amount{}, catalogue().New(ErrMixed)
	}
	return money.Fen(a.minor), nil
}

// Quantity returns the amount of goods or time as a quantity; money is [ErrMixed], too large an amount measure.ErrRange.
func (a Amount) Quantity() (measure.Quantity, error) {
	if a.unit.Kind() == Money {
		return measure.Quantity{}, catalogue().New(ErrMixed)
	}
	return measure.ParseQuantity(a.number())
}

// Add returns a + b. Two different units are [ErrMixed], a sum out of range [ErrRange].
func (a Amount) Add(b Amount) (Amount, error) {
	u, s := a.unit, a.minor+b.minor
	if u.IsZero() {
		u = b.unit
	}
	switch {
	case b.unit != u && !b.unit.IsZero():
		return Amount{}, catalogue().New(ErrMixed)
	case (a.minor^s)&(b.minor^s) < 0 || s == math.MinInt64:
		return Amount{}, catalogue().New(ErrRange)
	}
	return Amount{s, u}, nil
}

// Sub returns a − b, with the errors of Add.
func (a Amount) Sub(b Amount) (Amount, error) { return a.Add(b.Neg()) }

// Neg returns −a.
func (a Amount) Neg() Amount { return Amount{-a.minor, a.unit} }

// Sign returns −1, 0 or 1.
func (a Amount) Sign() int { return cmp.Compare(a.minor, 0) }

// Equal reports whether both are the same, as == does: 0.00 CNY is not 0.
func (a Amount) Equal(b Amount) bool { return a == b }

// Compare orders amounts by unit and then by number.
func (a Amount) Compare(b Amount) int {
	return cmp.Or(a.unit.Compare(b.unit), cmp.Compare(a.minor, b.minor))
}

// number is the decimal text without the unit.
func (a Amount) number() string {
	d := a.unit.Decimals()
	s := strconv.FormatInt(max(a.minor, -a.minor), 10)
	if d > 0 {
		for len(s) <= d {
			s = "0" + s
		}
		s = s[:len(s)-d] + "." + s[len(s)-d:]
	}
	if a.minor < 0 {
		s = "-" + s
	}
	return s
}

// String returns the text.
func (a Amount) String() string {
	if a.unit.IsZero() {
		return "0"
	}
	return a.number() + " " + a.unit.text
}

// ParseAmount reads the text of an amount in its canonical form: exactly as many decimals as the unit has. Errors are
// [ErrAmount], [ErrUnit] and [ErrRange].
func ParseAmount(s string) (Amount, error) {
	if s == "0" {
		return Amount{}, nil
	}
	number, unit, ok := strings.Cut(s, " ")
	if !ok || len(number) > 24 {
		return Amount{}, catalogue().New(ErrAmount)
	}
	u, err := ParseUnit(unit)
	if err != nil {
		return Amount{}, err
	}
	digits, negative := strings.CutPrefix(number, "-")
	whole, fraction, dot := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 1 && whole[0] == '0' || dot != (u.Decimals() > 0) || len(fraction) != u.Decimals() ||
		strings.Trim(whole+fraction, "0123456789") != "" || negative && strings.Trim(digits, "0.") == "" {
		return Amount{}, catalogue().New(ErrAmount)
	}
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil {
		return Amount{}, catalogue().New(ErrRange)
	}
	if negative {
		n = -n
	}
	return Amount{n, u}, nil
}

// MustParseAmount is [ParseAmount] for literals; it panics on an error, without the text.
func MustParseAmount(s string) Amount { return must(ParseAmount(s)) }

// AppendText appends the text; it never fails.
func (a Amount) AppendText(b []byte) ([]byte, error) { return append(b, a.String()...), nil }

// MarshalText returns the text; it never fails.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText writes. On an error the receiver keeps its value.
func (a *Amount) UnmarshalText(text []byte) error {
	parsed, err := ParseAmount(string(text))
	if err == nil {
		*a = parsed
	}
	return err
}

// UnmarshalJSON reads a string; null, which would leave an old amount in place, and numbers are [ErrAmount].
func (a *Amount) UnmarshalJSON(data []byte) error {
	var s string
	if len(data) == 0 || data[0] != '"' || json.Unmarshal(data, &s) != nil {
		return catalogue().New(ErrAmount)
	}
	return a.UnmarshalText([]byte(s))
}

// ValidatorValue gives validation tags the smallest parts as an int64, so that gt=0 works.
func (a Amount) ValidatorValue() any { return a.minor }

// Value returns the text for a text column.
func (a Amount) Value() (driver.Value, error) { return a.String(), nil }

// Scan reads the text; NULL and other types are [ErrAmount].
func (a *Amount) Scan(src any) error {
	text, _ := column(src)
	return a.UnmarshalText(text) // no text is no amount
}
