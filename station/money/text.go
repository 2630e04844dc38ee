package money

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"
)

const (
	maxText    = len("-92233720368547758.07") // the longest amount
	maxDecimal = 32                           // the longest decimal that ParseDecimal looks at
)

// Parse reads an amount in yuan: an optional minus sign, the digits, and optionally a point and one or two
// decimals; at most 21 bytes. It reads "12.50", "12.5", "12" and "-0.05". Errors are [ErrEmpty], [ErrSyntax],
// [ErrInexact] for a third decimal and [ErrRange].
func Parse(s string) (Amount, error) { return parse(s) }

// MustParse is [Parse] for literals in programs and tests: it panics on an error, without the text.
func MustParse(s string) Amount {
	a, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

func parse[T string | []byte](s T) (Amount, error) {
	if len(s) == 0 {
		return Amount{}, catalogue().New(ErrEmpty)
	}
	if len(s) > maxText {
		return Amount{}, catalogue().New(ErrSyntax)
	}
	digits := s
	if s[0] == '-' {
		digits = s[1:]
	}
	value, whole, places, ok := number(digits)
	negative := len(digits) < len(s)
	switch {
	case !ok:
		return Amount{}, catalogue().New(ErrSyntax)
	case places > 2:
		return Amount{}, catalogue().New(ErrInexact)
	case whole > 17:
		return Amount{}, catalogue().New(ErrRange)
	case negative && value == 0:
		return Amount{}, catalogue().New(ErrSyntax)
	}
	return signed(negative, 0, value*pow10[2-places]) // at most 17 + 2 digits, which fit
}

// number reads an unsigned decimal: digits without superfluous leading zeros and, if there is a point, at least
// one digit behind it. It returns the digits as an integer, which is meaningful up to 19 of them, and how
// many stand before and behind the point.
func number[T string | []byte](s T) (value uint64, whole, places int, ok bool) {
	point := len(s)
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			value = value*10 + uint64(c-'0')
		case c == '.' && point == len(s):
			point = i
		default:
			return 0, 0, 0, false
		}
	}
	places = max(len(s)-point-1, 0)
	ok = point == 1 || point > 1 && s[0] != '0'
	return value, point, places, ok && point != len(s)-1
}

// ParseDecimal reads a decimal number (小数), such as a ratio or a quantity in a data file: an optional minus sign,
// digits without superfluous leading zeros, and optionally a point and at least one more digit; at most 32 bytes.
// Exponents, a plus sign, blanks, grouping, full-width digits and a negative zero are refused, so the
// result is always cheap to calculate with. Trailing zeros count as decimal places: "1.50" has exponent −2.
// Errors are [ErrEmpty] and [ErrDecimal].
//
// Prefer it to decimal.NewFromString for any text from outside: that function reads "1e9999" and a million
// digits, and what it accepts depends on a global variable.
func ParseDecimal(s string) (decimal.Decimal, error) {
	if s == "" {
		return decimal.Decimal{}, catalogue().New(ErrEmpty)
	}
	if d, ok := parseDecimal(s); ok {
		return d, nil
	}
	return decimal.Decimal{}, catalogue().New(ErrDecimal, "max", strconv.Itoa(maxDecimal))
}

func parseDecimal(s string) (decimal.Decimal, bool) {
	if len(s) > maxDecimal {
		return decimal.Decimal{}, false
	}
	negative := s[0] == '-'
	digits := s
	if negative {
		digits = s[1:]
	}
	value, whole, places, ok := number(digits)
	if !ok {
		return decimal.Decimal{}, false
	}
	var c *big.Int
	if whole+places < len(pow10) {
		c = new(big.Int).SetUint64(value)
	} else {
		c, _ = new(big.Int).SetString(digits[:whole]+digits[len(digits)-places:], 10)
	}
	if negative {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, int32(-places)), !negative || c.Sign() != 0
}

// String returns yuan with two decimals, "12.50".
func (a Amount) String() string {
	var buf [maxText]byte
	return string(a.append(buf[:0]))
}

// AppendText appends the text that [Amount.String] returns. It never fails.
func (a Amount) AppendText(b []byte) ([]byte, error) { return a.append(b), nil }

func (a Amount) append(b []byte) []byte {
	if a.fen < 0 {
		b = append(b, '-')
	}
	n := magnitude(a.fen)
	b = strconv.AppendUint(b, n/100, 10)
	n %= 100
	return append(b, '.', byte('0'+n/10), byte('0'+n%10))
}

// MarshalText returns the text that [Amount.String] returns. It never fails.
func (a Amount) MarshalText() ([]byte, error) { return a.append(nil), nil }

// UnmarshalText reads text as [Parse] does. On an error the receiver keeps its value.
func (a *Amount) UnmarshalText(text []byte) error {
	v, err := parse(text)
	if err == nil {
		*a = v
	}
	return err
}

// UnmarshalJSON reads a JSON string as [Parse] does. A number, which other programs may have rounded, is
// [ErrNumber]; null, which would otherwise leave the old value in place, is [ErrNull].
func (a *Amount) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return catalogue().New(ErrNull)
	}
	var s string
	if json.Unmarshal(data, &s) != nil {
		return catalogue().New(ErrNumber)
	}
	return a.UnmarshalText([]byte(s))
}

// Value returns the text for a database column of type DECIMAL, NUMERIC or text. SQLite has only the last: what it calls
// DECIMAL is an integer or a float, and [Amount.Scan] refuses both.
func (a Amount) Value() (driver.Value, error) { return a.String(), nil }

// Scan reads the text of a database column as [Parse] does, and further zeros behind the second decimal, as a
// column DECIMAL(18,4) gives them. NULL is [ErrNull], an integer or a float [ErrColumn].
func (a *Amount) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return scan(a, v)
	case []byte:
		return scan(a, v)
	case nil:
		return catalogue().New(ErrNull)
	}
	return catalogue().New(ErrColumn)
}

func scan[T string | []byte](a *Amount, text T) error {
	v, err := parse(text)
	if errors.Is(err, ErrInexact) {
		if d, ok := parseDecimal(string(text)); ok {
			v, err = FromDecimal(d)
		}
	}
	if err == nil {
		*a = v
	}
	return err
}
