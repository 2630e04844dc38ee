package zh

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
)

// Limits of a figure in words: below 万万亿, which is no mainland form, and with as many decimals at most.
const (
	wholeDigits = 16
	limit       = 1e16
	maxPlaces   = 16
	maxWords    = 256 // bytes; the longest figure in words is shorter
)

// Numeral writes d in lower-case Chinese numerals (小写汉字): 1214000 is 一百二十一万四千, 10010 is 一万零一十,
// 12 is 十二, -12.32 is 负十二点三二. The decimals are those d carries, trailing zeros included. 2 is always 二;
// see [NumeralBefore] for 两. The error is [ErrRange] unless |d| < 10^16 with at most 16 decimals.
//
// An empty group of four digits between two others is always written 零 (一亿零一千), although speech may drop it:
// without it 一亿一千 also means 1.1亿.
func Numeral(d decimal.Decimal) (string, error) {
	var digits [24]byte
	var buf [maxWords]byte
	b, err := appendNumeral(buf[:0], lay(digits[:0], d, 0))
	return string(b), err
}

// NumeralInt is [Numeral] of an integer.
func NumeralInt(n int64) (string, error) {
	var digits [24]byte
	var buf [maxWords]byte
	b, err := appendNumeral(buf[:0], layInt(digits[:0], n))
	return string(b), err
}

func appendNumeral(b []byte, l layout) ([]byte, error) {
	n, ok := l.whole()
	if !ok || l.places > maxPlaces {
		return nil, catalogue().New(ErrRange)
	}
	if l.neg {
		b = append(b, minus...)
	}
	b = lower().append(b, n, "")
	if l.places > 0 {
		b = append(b, "点"...)
	}
	for i := range l.places {
		b = append(b, glyph(lowerDigits, int(l.at(l.point+i)-'0'))...)
	}
	return b, nil
}

// NumeralBefore writes n and the measure word (量词) after it: 两支, 两千元, 二十个, 三千二百人. A bare 2 and a 2 at the
// head directly before 千, 万 or 亿 become 两; the weight 两 keeps 二 (二两). An empty measure word leaves a bare
// numeral. The error is [ErrRange] as in [Numeral].
func NumeralBefore(n int64, measure string) (string, error) {
	s, err := NumeralInt(n)
	if err != nil || measure == "" {
		return s, err
	}
	rest, two := strings.CutPrefix(s, "二")
	if two && (rest == "" && measure != "两" || headOfTwo(rest) && !strings.HasPrefix(rest, "百")) {
		s = "两" + rest
	}
	return s + measure, nil
}

// headOfTwo reports that a 两 may stand before rest.
func headOfTwo(rest string) bool {
	for _, unit := range [...]string{"百", "千", "万", "亿"} {
		if strings.HasPrefix(rest, unit) {
			return true
		}
	}
	return false
}

// ParseNumeral reads a numeral as [Numeral] writes it; the result has as many decimals as the text. It also
// takes 两 alone and at the head before 百, 千, 万 or 亿. Everything else is refused with [ErrNumeral], so 〇, 廿
// and 一十二; a text in which a 零 is missing (一万二, 二百二, 一亿一千) with [ErrAmbiguous].
func ParseNumeral(s string) (decimal.Decimal, error) {
	if len(s) > maxWords {
		return decimal.Decimal{}, catalogue().New(ErrNumeral)
	}
	words, neg := strings.CutPrefix(s, minus)
	words, fraction, point := strings.Cut(words, "点")
	if rest, ok := strings.CutPrefix(words, "两"); ok && (headOfTwo(rest) || rest == "" && !point) {
		words = "二" + rest
	}
	n, ok := lower().value(words)
	ok = ok && words != ""
	digits := strconv.AppendUint(nil, n, 10)
	l := layout{neg: neg, point: len(digits)}
	for f := fraction; f != "" && ok; l.places++ {
		var d int
		if d, f, ok = cutGlyph(lowerDigits, f); ok {
			digits = append(digits, byte('0'+d))
		}
	}
	if l.digits = digits; !ok || point == (fraction == "") || neg && l.zero() {
		return decimal.Decimal{}, catalogue().New(ErrNumeral)
	}
	canonical, err := appendNumeral(nil, l)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if point {
		words += "点" + fraction
	}
	if err := compare(words, strings.TrimPrefix(string(canonical), minus), ErrNumeral); err != nil {
		return decimal.Decimal{}, err
	}
	c, _ := new(big.Int).SetString(string(digits), 10)
	if neg {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, -int32(l.places)), nil
}

// Digits writes a number digit by digit with 〇, as years and numbers in a series are read (数字逐位): 二〇二二.
// A negative number is written as "".
func Digits(n int) string {
	if n < 0 {
		return ""
	}
	var buf [64]byte
	return string(appendDigits(buf[:0], n, yearDigits))
}

func appendDigits(b []byte, n int, glyphs string) []byte {
	var buf [24]byte
	for _, c := range strconv.AppendInt(buf[:0], int64(n), 10) {
		b = append(b, glyph(glyphs, int(c-'0'))...)
	}
	return b
}

// ParseDigits reads what [Digits] writes. The error is [ErrNumeral], also for 零 in place of 〇 and for a leading
// 〇, or [ErrRange] for a number that does not fit an int.
func ParseDigits(s string) (int, error) { return parseDigits(s, yearDigits, ErrNumeral) }

func parseDigits(s, glyphs string, code fault.Code) (int, error) {
	if s == "" || len(s) > maxWords || len(s) > 3 && strings.HasPrefix(s, glyph(glyphs, 0)) {
		return 0, catalogue().New(code)
	}
	digits := make([]byte, 0, 24)
	for s != "" {
		d, rest, ok := cutGlyph(glyphs, s)
		if !ok {
			return 0, catalogue().New(code)
		}
		digits, s = append(digits, byte('0'+d)), rest
	}
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 0, catalogue().New(ErrRange)
	}
	return n, nil
}
