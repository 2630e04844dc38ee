package zh

import (
	"errors"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
	"github.com/shegong/shegong/station/money"
)

// Scale is a word that multiplies the figure before it (数位词). 万 and 亿 may follow Arabic digits, and 万亿 does in
// national accounts; 十, 百 and 千 may not (GB/T 15835-2011). The zero value is no word. It is not a code list: its value is the word itself.
type Scale string

// The scale words.
const (
	None  Scale = ""
	Wan   Scale = "万"  // ten thousand
	Yi    Scale = "亿"  // a hundred million
	WanYi Scale = "万亿" // a million million
)

// Zeros returns the power of ten the word stands for: 0, 4, 8 or 12; false for any other text.
func (s Scale) Zeros() (int, bool) {
	switch s {
	case None:
		return 0, true
	case Wan:
		return 4, true
	case Yi:
		return 8, true
	case WanYi:
		return 12, true
	}
	return 0, false
}

// ScaleOf returns the larger of 万 and 亿 that leaves a whole digit before the point: 亿 from 10^8, 万 from 10^4, else
// None. The sign does not matter.
func ScaleOf(d decimal.Decimal) Scale {
	var buf [24]byte
	l := digits.Of(buf[:0], d, 0)
	switch {
	case l.Zero() || l.Point() <= 4:
		return None
	case l.Point() <= 8:
		return Wan
	}
	return Yi
}

// InWan writes d exactly in 万: 12140 is 1.214万, 99999 is 9.9999万. Trailing zeros of the decimals are not
// written; zero is "0".
func InWan(d decimal.Decimal) string { return exact(d, Wan, 4) }

// InYi writes d exactly in 亿, as [InWan] does in 万.
func InYi(d decimal.Decimal) string { return exact(d, Yi, 8) }

func exact(d decimal.Decimal, s Scale, zeros int) string {
	var buf [24]byte
	return scaled(digits.Of(buf[:0], d, -zeros), s)
}

// scaled writes a laid-out figure and its word, ungrouped and without trailing zeros. A zero needs no word.
func scaled(l digits.Layout, s Scale) string {
	if l.Zero() {
		return "0"
	}
	var buf [48]byte
	return string(append(l.Trim().Append(buf[:0], false), s...))
}

// Scaled writes d in the scale given, rounded to at most so many decimals: 12140 in 万 with 1 decimal is 1.2万.
//
// A bare figure must not claim what has not been reached, so [ErrBorder] refuses a rounding that lifts it to a
// power of ten (99999 to 10万, 99999999 to 10000万, 9996 to 1万) or makes it vanish (40 to 0万). Write the exact
// value ([InWan], [Compact]) or a hedge (近10万, [Say]) instead. Other errors are [ErrScale], [ErrRounding] and,
// for an exponent beyond ±1000, [ErrRange].
func Scaled(d decimal.Decimal, s Scale, places int, mode money.Rounding) (string, error) {
	zeros, ok := s.Zeros()
	if !ok {
		return "", catalogue().New(ErrScale)
	}
	var buf [24]byte
	l := digits.Of(buf[:0], d, -zeros)
	rounded, err := round(l, places, mode)
	if err != nil {
		return "", err
	}
	if rounded.Point() != l.Point() || rounded.Zero() && !d.IsZero() {
		return "", catalogue().New(ErrBorder)
	}
	return scaled(rounded, s), nil
}

// Compact writes d in the scale that [ScaleOf] chooses, rounded to at most so many decimals, or exactly where
// rounding is not allowed to go: 12140 with 1 decimal is 1.2万, 99999 is 9.9999万, 99999999 is 9999.9999万, 1637 is
// 1637. Errors are [ErrRounding] and [ErrRange] as for [Scaled].
func Compact(d decimal.Decimal, places int, mode money.Rounding) (string, error) {
	s := ScaleOf(d)
	text, err := Scaled(d, s, places, mode)
	if errors.Is(err, ErrBorder) {
		zeros, _ := s.Zeros()
		return exact(d, s, zeros), nil
	}
	return text, err
}
