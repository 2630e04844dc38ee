package money

import (
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// maxBits bounds the coefficients that are worked on: 77 digits. Whatever the exponent, powers of ten
// up to 10^maxPlaces then settle every answer.
const (
	maxBits   = 256
	maxPlaces = 128
)

// FromDecimal returns the amount of so many yuan, exactly: [ErrInexact] if there is a fraction of a fen,
// [ErrRange] if it is too large, [ErrDigits] if the coefficient has more than 256 bits. It does not
// allocate for coefficients of up to 18 digits. The time it takes does not depend on the exponent; a coefficient of
// a million digits costs tens of milliseconds, less than it cost to read.
func FromDecimal(yuan decimal.Decimal) (Amount, error) {
	if exp := yuan.Exponent(); -2 <= exp && exp <= 0 && yuan.NumDigits() <= 16 { // the everyday case, cut short
		return Amount{yuan.CoefficientInt64() * int64(pow10[2+exp])}, nil
	}
	return scale(1, yuan, 2, exact)
}

// FromDecimalRounded is [FromDecimal], rounding to whole fen as told.
func FromDecimalRounded(yuan decimal.Decimal, mode Rounding) (Amount, error) {
	if !mode.Known() {
		return Amount{}, catalogue().New(ErrRounding)
	}
	return scale(1, yuan, 2, mode)
}

// Mul returns a × ratio, rounded once from the exact product. Errors are [ErrRounding], [ErrRange] and, for a
// ratio whose coefficient has more than 256 bits, [ErrDigits].
func (a Amount) Mul(ratio decimal.Decimal, mode Rounding) (Amount, error) {
	if !mode.Known() {
		return Amount{}, catalogue().New(ErrRounding)
	}
	return scale(a.fen, ratio, 0, mode)
}

// MulDiv returns a × num ÷ den, rounded once from the exact quotient: a third is MulDiv(1, 3, mode). Errors are
// [ErrRounding], [ErrDivisor] and [ErrRange].
func (a Amount) MulDiv(num, den int64, mode Rounding) (Amount, error) {
	switch {
	case !mode.Known():
		return Amount{}, catalogue().New(ErrRounding)
	case den == 0:
		return Amount{}, catalogue().New(ErrDivisor)
	}
	hi, lo := bits.Mul64(magnitude(a.fen), magnitude(num))
	negative := (a.fen < 0) != (num < 0) != (den < 0)
	return quotient(negative, hi, lo, magnitude(den), mode)
}

// scale returns n × d × 10^shift in fen. It looks at the size of the coefficient and the exponent before
// it calculates anything.
func scale(n int64, d decimal.Decimal, shift int64, mode Rounding) (Amount, error) {
	exp := int64(d.Exponent()) + shift
	if exp <= -int64(len(pow10)) || d.NumDigits() > 18 {
		return scaleWide(n, d, exp, mode)
	}
	c := d.CoefficientInt64()
	hi, lo := bits.Mul64(magnitude(n), magnitude(c))
	negative := (n < 0) != (c < 0)
	switch {
	case exp == 0 || hi|lo == 0:
		return signed(negative, hi, lo)
	case exp < 0:
		return quotient(negative, hi, lo, pow10[-exp], mode)
	case hi != 0 || exp >= int64(len(pow10)):
		return Amount{}, catalogue().New(ErrRange)
	}
	hi, lo = bits.Mul64(lo, pow10[exp])
	return signed(negative, hi, lo)
}

// pow10 holds the powers of ten that fit 64 bits.
var pow10 = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// quotient returns (hi, lo) ÷ den as a rounded amount.
func quotient(negative bool, hi, lo, den uint64, mode Rounding) (Amount, error) {
	if hi >= den {
		return Amount{}, catalogue().New(ErrRange)
	}
	q, r := bits.Div64(hi, lo, den)
	if r == 0 {
		return signed(negative, 0, q)
	}
	if mode == exact {
		return Amount{}, catalogue().New(ErrInexact)
	}
	half := 0 // r against den − r, since 2r might not fit
	if rest := den - r; r < rest {
		half = -1
	} else if r > rest {
		half = 1
	}
	var carry uint64
	if mode.away(q&1 == 1, half) {
		q, carry = bits.Add64(q, 1, 0)
	}
	return signed(negative, carry, q)
}

// scaleWide is scale for coefficients or divisors beyond 64 bits.
func scaleWide(n int64, d decimal.Decimal, exp int64, mode Rounding) (Amount, error) {
	c := d.Coefficient()
	switch {
	case c.BitLen() > maxBits:
		return Amount{}, catalogue().New(ErrDigits)
	case n == 0:
		return Amount{}, nil
	case exp >= int64(len(pow10)):
		return Amount{}, catalogue().New(ErrRange)
	}
	exp = max(exp, -maxPlaces) // |n × c| < 10^97, so beyond 10^−128 there is only a remainder far below one half
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(exp, -exp)), nil)
	c.Mul(c, big.NewInt(n))
	if exp >= 0 {
		return fromBig(c.Mul(c, ten))
	}
	q, r := c.QuoRem(c, ten, new(big.Int))
	if r.Sign() == 0 {
		return fromBig(q)
	}
	if mode == exact {
		return Amount{}, catalogue().New(ErrInexact)
	}
	sign := int64(r.Sign())
	if mode.away(q.Bit(0) == 1, r.Lsh(r, 1).CmpAbs(ten)) {
		q.Add(q, big.NewInt(sign))
	}
	return fromBig(q)
}

func fromBig(n *big.Int) (Amount, error) {
	if !n.IsInt64() {
		return Amount{}, catalogue().New(ErrRange)
	}
	return signed(n.Sign() < 0, 0, magnitude(n.Int64()))
}
