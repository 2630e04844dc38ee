package zh

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

const points = "个百分点"

// Percent writes a fraction of one as a percentage (百分数) with exactly so many decimals: 0.1234 with 1 decimal is
// 12.3%. What rounds to zero has no sign. Errors are those of [GroupFixed].
func Percent(fraction decimal.Decimal, places int, mode money.Rounding) (string, error) {
	var buf [24]byte
	return hundredths(digits.Of(buf[:0], fraction, 2), places, mode, "%")
}

// PercentOf is [Percent] of an exact ratio, rounded in one step from the quotient: 1/3 with 2 decimals is 33.33%.
// The error is [ErrRounding].
func PercentOf(r measure.Ratio, places int, mode money.Rounding) (string, error) {
	return quotient(big.NewInt(r.Num()), big.NewInt(r.Den()), places, mode, "%")
}

// Points writes how far a percentage has moved, in percentage points (百分点): from 0.12 to 0.15 is 3个百分点, a fall
// has a minus. It is not relative change, which is a percentage of the base: 12% to 15% is 增长25%. The
// difference is taken from the exact fractions, then rounded once to so many decimals. Errors as for [Percent].
func Points(base, now decimal.Decimal, places int, mode money.Rounding) (string, error) {
	for _, d := range [...]decimal.Decimal{base, now} {
		if digits.Far(d) {
			return "", catalogue().New(ErrRange)
		}
	}
	var buf [24]byte
	return hundredths(digits.Of(buf[:0], now.Sub(base), 2), places, mode, points)
}

// PointsOf is [Points] between two exact ratios. The error is [ErrRounding].
func PointsOf(base, now measure.Ratio, places int, mode money.Rounding) (string, error) {
	// now.Num/now.Den − base.Num/base.Den over the common denominator
	den := new(big.Int).Mul(big.NewInt(now.Den()), big.NewInt(base.Den()))
	num := new(big.Int).Mul(big.NewInt(now.Num()), big.NewInt(base.Den()))
	sub := new(big.Int).Mul(big.NewInt(base.Num()), big.NewInt(now.Den()))
	return quotient(num.Sub(num, sub), den, places, mode, points)
}

func quotient(num, den *big.Int, places int, mode money.Rounding, unit string) (string, error) {
	if places < 0 || places > maxPlaces {
		return "", catalogue().New(ErrRounding)
	}
	return hundredths(digits.OfQuotient(num, den, places), places, mode, unit)
}

// hundredths writes a number of hundredths and its unit.
func hundredths(l digits.Layout, places int, mode money.Rounding, unit string) (string, error) {
	l, err := round(l, places, mode)
	if err != nil {
		return "", err
	}
	var buf [48]byte
	return string(append(l.Append(buf[:0], false), unit...)), nil
}
