// Package digits lays out a decimal number as a row of digits, rounds it and writes it with or without commas
// (千分位). It is the arithmetic under the figures of package zh: no binary fraction, no rounding in two steps, no
// zeros without bound.
//
// A [Layout] keeps its digits in the buffer it was made in, so that figures of ordinary size cost no allocation; it
// may be used by one goroutine at a time.
package digits

import (
	"bytes"
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

// Layout is a decimal number ready for writing: digits with the decimal point after the first point of them. Digits
// that are asked for but not there are zeros, so point may lie outside digits on either side. The zero value is 0.
type Layout struct {
	digits []byte
	point  int
	places int // decimals to write
	neg    bool
	far    bool
}

// farExponent bounds the zeros written for an exponent.
const farExponent = 1000

// Of lays out d × 10^shift in buf, with the decimals that it carries. Digits that fit an int64 cost no allocation.
func Of(buf []byte, d decimal.Decimal, shift int) Layout {
	l := Layout{neg: d.IsNegative()}
	if d.NumDigits() <= 18 {
		l.digits = strconv.AppendUint(buf, Magnitude(d.CoefficientInt64()), 10)
	} else {
		c := d.Coefficient()
		l.digits = c.Abs(c).Append(buf, 10)
	}
	exp := int(d.Exponent())
	l.far = Far(d)
	if exp += shift; d.IsZero() && (exp > 0 || l.far) {
		exp, l.far = 0, false // no zeros before or after the one that counts
	}
	l.point = len(l.digits) + exp
	l.places = max(0, -exp)
	return l
}

// OfInt lays out n × 10^shift in buf.
func OfInt(buf []byte, n int64, shift int) Layout {
	l := Layout{digits: strconv.AppendUint(buf, Magnitude(n), 10), neg: n < 0, places: max(0, -shift)}
	l.point = len(l.digits) + shift
	return l
}

// OfQuotient lays out 100 × num ÷ den, to be rounded to so many places. The quotient is cut two decimals beyond
// them, and a rest is kept as a last digit 1: rounding can then tell less than, equal to and more than one half.
func OfQuotient(num, den *big.Int, places int) Layout {
	l := Layout{neg: num.Sign() < 0}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places+2+2)), nil)
	q, rest := new(big.Int).QuoRem(scale.Mul(scale, new(big.Int).Abs(num)), den, new(big.Int))
	l.digits = q.Append(nil, 10)
	l.point = len(l.digits) - places - 2
	if rest.Sign() != 0 {
		l.digits = append(l.digits, '1')
	}
	return l
}

// Far reports an exponent beyond ±1000: such a number is neither rounded nor written in full.
func Far(d decimal.Decimal) bool { return d.Exponent() > farExponent || d.Exponent() < -farExponent }

// Magnitude returns |n|; the least int64 has one too.
func Magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Far reports that the exponent is out of bounds, see the function [Far].
func (l Layout) Far() bool { return l.far }

// Negative reports whether the number had a minus, be it now zero or not.
func (l Layout) Negative() bool { return l.neg }

// Abs returns the number without its sign.
func (l Layout) Abs() Layout { l.neg = false; return l }

// Point returns how many digits stand before the decimal point; 0 and less for a pure fraction.
func (l Layout) Point() int { return l.point }

// Places returns how many decimals are to be written.
func (l Layout) Places() int { return l.places }

// Decimal returns decimal i, counted from 0, as '0' to '9'.
func (l Layout) Decimal(i int) byte { return l.at(l.point + i) }

// at returns digit i counted from the first laid out; outside there are zeros.
func (l *Layout) at(i int) byte {
	if i < 0 || i >= len(l.digits) {
		return '0'
	}
	return l.digits[i]
}

// Whole returns the whole part; false if it has more than so many digits, 19 at most.
func (l Layout) Whole(most int) (n uint64, ok bool) {
	if l.far || l.point > most {
		return 0, false
	}
	for i := range max(l.point, 0) {
		n = n*10 + uint64(l.at(i)-'0')
	}
	return n, true
}

// Zero reports that every digit to be written is 0.
func (l Layout) Zero() bool {
	for i := 0; i < len(l.digits) && i < l.point+l.places; i++ {
		if l.digits[i] != '0' {
			return false
		}
	}
	return true
}

// Trim returns the number without trailing zeros among its decimals.
func (l Layout) Trim() Layout {
	for l.places > 0 && l.Decimal(l.places-1) == '0' {
		l.places--
	}
	return l
}

// Round returns the number with so many decimals, padded with zeros, in one step from the full value. The mode must
// be known, the places not negative and the number not [Layout.Far]. It writes into the digits of l, which is not to
// be used again but for its Point.
func (l Layout) Round(places int, mode money.Rounding) Layout {
	l.places = places
	keep := l.point + places
	if keep >= len(l.digits) {
		return l
	}
	if keep < 0 {
		l.digits = l.digits[:0] // less than a tenth of a unit
		return l
	}
	odd := l.at(keep-1)%2 == 1
	half := bytes.Compare(bytes.TrimRight(l.digits[keep:], "0"), []byte("5"))
	if l.digits = l.digits[:keep]; !away(mode, odd, half) {
		return l
	}
	for i := keep - 1; i >= 0; i-- {
		if l.digits[i] != '9' {
			l.digits[i]++
			return l
		}
		l.digits[i] = '0'
	}
	l.digits = append(l.digits[:0], '1') // 99.9 becomes 100: the zeros after it are implied
	l.point++
	return l
}

// away reports whether a magnitude with a remainder moves away from zero; odd tells of its last digit, half is
// −1, 0 or 1 as the remainder is less than, equal to or more than one half.
func away(mode money.Rounding, odd bool, half int) bool {
	switch mode {
	case money.HalfUp:
		return half >= 0
	case money.HalfEven:
		return half > 0 || half == 0 && odd
	}
	return false
}

// Append appends the number to b, with a comma every three whole digits if grouped, and no sign before a zero. One
// that is far is written in E notation, unrounded.
func (l Layout) Append(b []byte, grouped bool) []byte {
	if l.neg && !l.Zero() {
		b = append(b, '-')
	}
	if l.far {
		b = append(append(b, l.digits...), 'E')
		return strconv.AppendInt(b, int64(l.point-len(l.digits)), 10)
	}
	whole := max(l.point, 1)
	first, comma := l.point-whole, whole // index of the first digit; digits up to the next comma
	if grouped {
		comma = (whole-1)%3 + 1
	}
	for i := range whole {
		if i == comma {
			b = append(b, ',')
			comma += 3
		}
		b = append(b, l.at(first+i))
	}
	if l.places == 0 {
		return b
	}
	b = append(b, '.')
	for i := range l.places {
		b = append(b, l.Decimal(i))
	}
	return b
}
