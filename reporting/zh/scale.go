package zh

import (
	"github.com/shopspring/decimal"
)

// Scale is a word that multiplies the figure before it (数位词). Only 万 and 亿 may follow Arabic digits; 十, 百
// and 千 may not (GB/T 15835-2011). The zero value is no word. It is not a code list: its value is the word itself.
type Scale string

// The scale words.
const (
	None Scale = ""
	Wan  Scale = "万" // ten thousand
	Yi   Scale = "亿" // a hundred million
)

// Zeros returns the power of ten the word stands for: 0, 4 or 8; false for any other text.
func (s Scale) Zeros() (int, bool) {
	switch s {
	case None:
		return 0, true
	case Wan:
		return 4, true
	case Yi:
		return 8, true
	}
	return 0, false
}

// InWan writes d exactly in 万: 12140 is 1.214万, 99999 is 9.9999万. Trailing zeros of the decimals are not
// written; zero is "0".
func InWan(d decimal.Decimal) string { return exact(d, Wan, 4) }

// InYi writes d exactly in 亿, as [InWan] does in 万.
func InYi(d decimal.Decimal) string { return exact(d, Yi, 8) }

func exact(d decimal.Decimal, s Scale, zeros int) string {
	var buf [24]byte
	l := lay(buf[:0], d, -zeros)
	return scaled(l, s)
}

// scaled writes a laid-out figure and its word, ungrouped and without trailing zeros. A zero needs no word.
func scaled(l layout, s Scale) string {
	if l.zero() {
		return "0"
	}
	l.trim()
	var buf [48]byte
	return string(append(l.append(buf[:0], false), s...))
}
