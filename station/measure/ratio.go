package measure

import (
	"cmp"
	"database/sql/driver"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

// Ratio is an exact fraction (比率) in lowest terms: a coverage, a completion, a share. The zero value is 0. Ratios are
// comparable with ==. Numerator and denominator reach ±9223372036854775807; what does not fit is [ErrRange].
//
// Its text is a decimal where nine places hold it exactly ("0.05") and a fraction otherwise ("358/405"); in JSON a
// string. Empty text and SQL NULL are errors: a field that may be unknown is a known.Value[Ratio].
type Ratio struct {
	num int64 // never math.MinInt64
	den int64 // the denominator minus one, so that the zero Ratio is 0/1; never negative
}

// ratioPlaces is how many decimals text may have.
const ratioPlaces = 9

// RatioOf returns num ÷ den. A den of 0 is [ErrZeroBase].
func RatioOf(num, den int64) (Ratio, error) {
	if den == 0 {
		return Ratio{}, catalogue().New(ErrZeroBase)
	}
	return newRatio((num < 0) != (den < 0), 0, magnitude(num), magnitude(den))
}

// newRatio reduces ±(hi·2⁶⁴ + lo)/den; den is not 0.
func newRatio(negative bool, hi, lo, den uint64) (Ratio, error) {
	_, rest := bits.Div64(hi%den, lo, den)
	common := den // the greatest common divisor of numerator and denominator
	for rest != 0 {
		common, rest = rest, common%rest
	}
	num, _ := bits.Div64(hi%common, lo, common)
	if den /= common; hi >= common || num > math.MaxInt64 || den > math.MaxInt64 {
		return Ratio{}, catalogue().New(ErrRange)
	}
	r := Ratio{int64(num), int64(den - 1)}
	if negative {
		r.num = -r.num
	}
	return r, nil
}

// ParseRatio reads a decimal ("0.05"), a percentage ("5%") or a fraction ("358/405"), each with an optional minus sign,
// in ASCII characters and without leading zeros. A percent sign moves the point by two; nine decimals are the most there
// can be. A fraction need not be in lowest terms. Errors are [ErrEmpty], [ErrRatio] for other text, [ErrZeroBase] for a
// denominator of 0 and [ErrRange].
func ParseRatio(s string) (Ratio, error) {
	text, negative := strings.CutPrefix(s, "-")
	switch {
	case s == "":
		return Ratio{}, catalogue().New(ErrEmpty)
	case len(s) > maxText || negative && !strings.ContainsAny(text, "123456789"):
		return Ratio{}, catalogue().New(ErrRatio)
	}
	if num, den, ok := strings.Cut(text, "/"); ok {
		n, err := natural(num)
		if err != nil {
			return Ratio{}, err
		}
		d, err := natural(den)
		switch {
		case err != nil:
			return Ratio{}, err
		case negative && n == 0:
			return Ratio{}, catalogue().New(ErrRatio)
		case d == 0:
			return Ratio{}, catalogue().New(ErrZeroBase)
		}
		return newRatio(negative, 0, n, d)
	}
	text, percent := strings.CutSuffix(text, "%")
	whole, fraction, dot := strings.Cut(text, ".")
	if !isNatural(whole) || dot && !isDigits(fraction) {
		return Ratio{}, catalogue().New(ErrRatio)
	}
	if percent { // in the text, so that a percentage may be as large as the ratio allows
		padded := strings.Repeat("0", max(0, 3-len(whole))) + whole
		whole, fraction = padded[:len(padded)-2], padded[len(padded)-2:]+fraction
	}
	if len(fraction) > ratioPlaces {
		return Ratio{}, catalogue().New(ErrRatio)
	}
	n, err := natural(whole)
	if err != nil {
		return Ratio{}, err
	}
	f, _ := strconv.ParseUint("0"+fraction, 10, 64) // at most nine digits
	hi, lo := bits.Mul64(n, uint64(pow10(len(fraction))))
	lo, carry := bits.Add64(lo, f, 0)
	return newRatio(negative, hi+carry, lo, uint64(pow10(len(fraction))))
}

func isNatural(s string) bool { return isDigits(s) && (len(s) == 1 || s[0] != '0') }

// natural reads digits without leading zeros.
func natural(s string) (uint64, error) {
	if !isNatural(s) {
		return 0, catalogue().New(ErrRatio)
	}
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		return 0, catalogue().New(ErrRange)
	}
	return n, nil
}

// MustParseRatio is [ParseRatio] for literals; it panics, without the text, on a mistake in the program.
func MustParseRatio(s string) Ratio {
	r, err := ParseRatio(s)
	if err != nil {
		panic(err)
	}
	return r
}

// Num returns the numerator in lowest terms; it carries the sign.
func (r Ratio) Num() int64 { return r.num }

// Den returns the denominator in lowest terms; it is at least 1.
func (r Ratio) Den() int64 { return r.den + 1 }

// Sign returns -1, 0 or +1.
func (r Ratio) Sign() int { return cmp.Compare(r.num, 0) }

// Cmp is [Ratio.Compare] under the name that decimal.Decimal and big.Int use.
func (r Ratio) Cmp(o Ratio) int { return r.Compare(o) }

// Compare returns -1, 0 or +1 as r is less than, equal to or greater than o, exactly.
func (r Ratio) Compare(o Ratio) int {
	if r.Sign() != o.Sign() {
		return cmp.Compare(r.Sign(), o.Sign())
	}
	hi, lo := bits.Mul64(magnitude(r.num), uint64(o.Den()))
	oHi, oLo := bits.Mul64(magnitude(o.num), uint64(r.Den()))
	order := cmp.Or(cmp.Compare(hi, oHi), cmp.Compare(lo, oLo))
	if r.num < 0 {
		return -order
	}
	return order
}

// Equal reports whether r and o are the same number.
func (r Ratio) Equal(o Ratio) bool { return r == o }

// Decimal returns the ratio with the given number of decimal places, 0 to 18 ([ErrPlaces]), rounded once as told:
// 358/405 to three places is 0.884 by HalfUp and 0.883 by Truncate. A missing or unknown mode is [ErrRounding].
func (r Ratio) Decimal(places int32, mode money.Rounding) (decimal.Decimal, error) {
	return r.decimal(places, 0, mode)
}

// Percent returns the ratio in hundredths (百分数) as [Ratio.Decimal] does: 358/405 to one place by Truncate is 88.3.
func (r Ratio) Percent(places int32, mode money.Rounding) (decimal.Decimal, error) {
	return r.decimal(places, 2, mode)
}

// decimal returns r × 10^shift to the given places.
func (r Ratio) decimal(places int32, shift int, mode money.Rounding) (decimal.Decimal, error) {
	switch {
	case places < 0 || places > 18:
		return decimal.Decimal{}, catalogue().New(ErrPlaces)
	case !mode.Known():
		return decimal.Decimal{}, catalogue().New(ErrRounding)
	}
	den := big.NewInt(r.Den())
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)+int64(shift)), nil)
	n.Mul(n, new(big.Int).SetUint64(magnitude(r.num)))
	_, rest := n.QuoRem(n, den, new(big.Int))
	half := rest.Lsh(rest, 1).Cmp(den)
	if mode != money.Truncate && (half > 0 || half == 0 && (mode == money.HalfUp || n.Bit(0) == 1)) {
		n.Add(n, big.NewInt(1))
	}
	if r.num < 0 {
		n.Neg(n)
	}
	return decimal.NewFromBigInt(n, -places), nil
}

// String returns the canonical text, "0.05" or "358/405".
func (r Ratio) String() string {
	b, _ := r.AppendText(nil)
	return string(b)
}

// AppendText appends the canonical text; it never fails.
func (r Ratio) AppendText(b []byte) ([]byte, error) {
	if r.num < 0 {
		b = append(b, '-')
	}
	num, den, one := magnitude(r.num), uint64(r.Den()), uint64(pow10(ratioPlaces))
	if one%den != 0 {
		b = append(strconv.AppendUint(b, num, 10), '/')
		return strconv.AppendUint(b, den, 10), nil
	}
	b = strconv.AppendUint(b, num/den, 10)
	if rest := num % den; rest != 0 {
		b = appendFraction(b, rest*(one/den), ratioPlaces)
	}
	return b, nil
}

// MarshalText returns the canonical text.
func (r Ratio) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads text as [ParseRatio] does; on an error r keeps its value.
func (r *Ratio) UnmarshalText(text []byte) error {
	v, err := ParseRatio(string(text))
	if err == nil {
		*r = v
	}
	return err
}

// UnmarshalJSON reads a JSON string as [ParseRatio] does. A number, which other programs may have rounded, is [ErrType];
// null, which would otherwise leave the old value in place, is [ErrNull].
func (r *Ratio) UnmarshalJSON(data []byte) error {
	s, err := jsonString(data)
	if err != nil {
		return err
	}
	return r.UnmarshalText([]byte(s))
}

// Value returns the canonical text for SQL; the column must be text, since "358/405" is no number.
func (r Ratio) Value() (driver.Value, error) { return r.String(), nil }

// Scan reads text or an integer. NULL is [ErrNull], another type [ErrType], a float in particular. On an error r keeps
// its value.
func (r *Ratio) Scan(src any) error {
	switch s := src.(type) {
	case string:
		return r.UnmarshalText([]byte(s))
	case []byte:
		return r.UnmarshalText(s)
	case int64:
		v, err := RatioOf(s, 1)
		if err == nil {
			*r = v
		}
		return err
	case nil:
		return catalogue().New(ErrNull)
	}
	return catalogue().New(ErrType)
}

// ValidatorValue gives struct validators the numerator as an int64, so that gt=0 and gte=0 work and nothing else; never
// tag a ratio required, which would refuse 0.
func (r Ratio) ValidatorValue() any { return r.num }
