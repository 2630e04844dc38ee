package measure

import (
	"cmp"
	"database/sql/driver"
	"encoding/json"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Quantity is an exact number of something (数量) with up to three decimals: 12 persons, 2.5 hours, 0.375 kg. The zero
// value is 0. Quantities are comparable with ==. The range is ±9223372036854775.807; a result beyond it is an
// [ErrRange].
//
// Its text is the shortest one, "12" or "-12.5", in JSON a string. Empty text and SQL NULL are errors: a field that
// may be unknown is a known.Value[Quantity].
type Quantity struct {
	n int64 // thousandths; never math.MinInt64, so that negation is safe
}

const (
	scale   = 3  // decimals of a quantity
	maxText = 40 // no text of this package is longer
)

// Int returns the whole quantity n; the type keeps every argument in range. For an int64 use [Whole].
func Int(n int32) Quantity { return Quantity{int64(n) * 1000} }

// Whole returns the whole quantity n, or [ErrRange] beyond ±9223372036854775.
func Whole(n int64) (Quantity, error) { return Quantity{1000}.MulInt(n) }

// ParseQuantity reads a number: an optional minus sign, digits without leading zeros, and optionally a point and up to
// three decimals; "12.50" is 12.5. Errors are [ErrEmpty], [ErrQuantity] for other text, [ErrInexact] for a fourth
// decimal and [ErrRange].
func ParseQuantity(s string) (Quantity, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, fraction, dot := strings.Cut(digits, ".")
	switch {
	case s == "":
		return Quantity{}, catalogue().New(ErrEmpty)
	case len(s) > maxText || !isDigits(whole) || len(whole) > 1 && whole[0] == '0' || dot && !isDigits(fraction),
		negative && strings.Trim(digits, "0.") == "":
		return Quantity{}, catalogue().New(ErrQuantity)
	case len(fraction) > scale:
		return Quantity{}, catalogue().New(ErrInexact)
	}
	n, err := strconv.ParseInt(whole+fraction+"000"[len(fraction):], 10, 64)
	if err != nil {
		return Quantity{}, catalogue().New(ErrRange)
	}
	if negative {
		n = -n
	}
	return Quantity{n}, nil
}

// MustParseQuantity is [ParseQuantity] for literals; it panics, without the text, on a mistake in the program.
func MustParseQuantity(s string) Quantity {
	q, err := ParseQuantity(s)
	if err != nil {
		panic(err)
	}
	return q
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// FromDecimal returns the decimal as a quantity: exactly, or [ErrInexact] when it has more than three decimals and
// [ErrRange] when it is out of range. Exponent and length are looked at before any arithmetic; a coefficient of more
// than 256 bits is never divided, so a number that needs one for trailing zeros alone is [ErrInexact] too.
func FromDecimal(d decimal.Decimal) (Quantity, error) {
	if d.Sign() == 0 {
		return Quantity{}, nil
	}
	shift := int64(d.Exponent()) + scale
	coefficient := d.Coefficient()
	switch {
	case shift > 18, shift >= -58 && coefficient.BitLen() > 256: // more than 10⁷⁷ × 10⁻⁵⁸
		return Quantity{}, catalogue().New(ErrRange)
	case shift < -77 || coefficient.BitLen() > 256: // no number below 2²⁵⁶ is divisible by 10⁷⁸
		return Quantity{}, catalogue().New(ErrInexact)
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(shift, -shift)), nil)
	if shift >= 0 {
		coefficient.Mul(coefficient, power)
	} else if _, rest := coefficient.QuoRem(coefficient, power, new(big.Int)); rest.Sign() != 0 {
		return Quantity{}, catalogue().New(ErrInexact)
	}
	if !coefficient.IsInt64() || coefficient.Int64() == math.MinInt64 {
		return Quantity{}, catalogue().New(ErrRange)
	}
	return Quantity{coefficient.Int64()}, nil
}

// Decimal returns the quantity as a decimal.
func (q Quantity) Decimal() decimal.Decimal { return decimal.New(q.n, -scale) }

// Thousandths returns the quantity in its own unit: 12.5 is 12500.
func (q Quantity) Thousandths() int64 { return q.n }

// Whole returns the quantity as a whole number; ok is false when it has decimals.
func (q Quantity) Whole() (n int64, ok bool) {
	if q.n%1000 != 0 {
		return 0, false
	}
	return q.n / 1000, true
}

// Add returns q + o.
func (q Quantity) Add(o Quantity) (Quantity, error) {
	sum := q.n + o.n
	if (sum > q.n) != (o.n > 0) || sum == math.MinInt64 { // wrapped, or the excluded value
		return Quantity{}, catalogue().New(ErrRange)
	}
	return Quantity{sum}, nil
}

// Sub returns q - o.
func (q Quantity) Sub(o Quantity) (Quantity, error) { return q.Add(o.Neg()) }

// MulInt returns q × n.
func (q Quantity) MulInt(n int64) (Quantity, error) {
	hi, lo := bits.Mul64(magnitude(q.n), magnitude(n))
	if hi != 0 || lo > math.MaxInt64 {
		return Quantity{}, catalogue().New(ErrRange)
	}
	if (q.n < 0) != (n < 0) {
		return Quantity{-int64(lo)}, nil
	}
	return Quantity{int64(lo)}, nil
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Over returns q ÷ base, exactly; a base of 0 is [ErrZeroBase].
func (q Quantity) Over(base Quantity) (Ratio, error) { return RatioOf(q.n, base.n) }

// Neg returns -q.
func (q Quantity) Neg() Quantity { return Quantity{-q.n} }

// Sign returns -1, 0 or +1.
func (q Quantity) Sign() int { return cmp.Compare(q.n, 0) }

// Compare returns -1, 0 or +1 as q is less than, equal to or greater than o.
func (q Quantity) Compare(o Quantity) int { return cmp.Compare(q.n, o.n) }

// Cmp is [Quantity.Compare] under the name that decimal.Decimal and big.Int use.
func (q Quantity) Cmp(o Quantity) int { return q.Compare(o) }

// Equal reports whether q and o are the same number.
func (q Quantity) Equal(o Quantity) bool { return q == o }

// String returns the canonical text, such as "-12.5".
func (q Quantity) String() string {
	b, _ := q.AppendText(nil)
	return string(b)
}

// AppendText appends the canonical text; it never fails.
func (q Quantity) AppendText(b []byte) ([]byte, error) {
	if q.n < 0 {
		b = append(b, '-')
	}
	m := magnitude(q.n)
	b = strconv.AppendUint(b, m/1000, 10)
	if rest := m % 1000; rest != 0 {
		b = appendFraction(b, rest, scale)
	}
	return b, nil
}

// appendFraction appends a point and the places-digit number n, without trailing zeros.
func appendFraction(b []byte, n uint64, places int) []byte {
	b = append(b, '.')
	for unit := uint64(pow10(places - 1)); n != 0; unit /= 10 {
		b = append(b, byte('0'+n/unit))
		n %= unit
	}
	return b
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// MarshalText returns the canonical text.
func (q Quantity) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText reads text as [ParseQuantity] does; on an error q keeps its value.
func (q *Quantity) UnmarshalText(text []byte) error {
	v, err := ParseQuantity(string(text))
	if err == nil {
		*q = v
	}
	return err
}

// UnmarshalJSON reads a JSON string as [ParseQuantity] does. A number, which other programs may have rounded, is
// [ErrType]; null, which would otherwise leave the old value in place, is [ErrNull].
func (q *Quantity) UnmarshalJSON(data []byte) error {
	s, err := jsonString(data)
	if err != nil {
		return err
	}
	return q.UnmarshalText([]byte(s))
}

func jsonString(data []byte) (s string, err error) {
	switch {
	case string(data) == "null":
		return "", catalogue().New(ErrNull)
	case json.Unmarshal(data, &s) != nil:
		return "", catalogue().New(ErrType)
	}
	return s, nil
}

// Value returns the canonical text for SQL, exact in a NUMERIC or a text column.
func (q Quantity) Value() (driver.Value, error) { return q.String(), nil }

// Scan reads an integer, or text as [ParseQuantity] does with further zeros behind the third decimal, as a column
// NUMERIC(18,6) gives them. NULL is [ErrNull], another type [ErrType], a float in particular. On an error q keeps its
// value.
func (q *Quantity) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return q.UnmarshalText([]byte(unpad(v)))
	case []byte:
		return q.UnmarshalText([]byte(unpad(string(v))))
	case int64:
		whole, err := Whole(v)
		if err == nil {
			*q = whole
		}
		return err
	case nil:
		return catalogue().New(ErrNull)
	}
	return catalogue().New(ErrType)
}

// unpad cuts zeros behind the third decimal.
func unpad(s string) string {
	if _, fraction, _ := strings.Cut(s, "."); len(fraction) > scale && len(s) <= maxText {
		zeros := len(fraction[scale:]) - len(strings.TrimRight(fraction[scale:], "0"))
		return s[:len(s)-zeros]
	}
	return s
}

// ValidatorValue gives struct validators the thousandths as an int64, so that gt=0, gte=0 and the like work, and
// gte=1000 means 1; never tag a quantity required, which would refuse 0.
func (q Quantity) ValidatorValue() any { return q.n }
