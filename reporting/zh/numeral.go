package zh

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
	"github.com/shegong/shegong/reporting/zh/internal/script"
	"github.com/shegong/shegong/station/fault"
)

// maxPlaces is the most decimals that are written.
const maxPlaces = 16

// Numeral writes d in lower-case Chinese numerals (小写汉字): 1214000 is 一百二十一万四千, 10010 is 一万零一十,
// 12 is 十二, -12.32 is 负十二点三二. The decimals are those d carries, trailing zeros included. 2 is always 二;
// see [NumeralBefore] for 两. The error is [ErrRange] unless |d| < 10^16 with at most 16 decimals.
//
// An empty group of four digits between two others is always written 零 (一亿零一千), although speech may drop it:
// without it 一亿一千 also means 1.1亿.
func Numeral(d decimal.Decimal) (string, error) {
	var room [24]byte
	return numeral(digits.Of(room[:0], d, 0))
}

// NumeralInt is [Numeral] of an integer.
func NumeralInt(n int64) (string, error) {
	var room [24]byte
	return numeral(digits.OfInt(room[:0], n, 0))
}

func numeral(l digits.Layout) (string, error) {
	n, ok := l.Whole(script.Digits)
	if !ok || l.Places() > maxPlaces {
		return "", catalogue().New(ErrRange)
	}
	var buf [script.MaxText]byte
	b := buf[:0]
	if l.Negative() {
		b = append(b, minus...)
	}
	b = script.Lower().Append(b, n, "")
	if l.Places() > 0 {
		b = append(b, "点"...)
	}
	for i := range l.Places() {
		b = append(b, script.Glyph(script.LowerDigits, int(l.Decimal(i)-'0'))...)
	}
	return string(b), nil
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
	refuse := func(code fault.Code) (decimal.Decimal, error) { return decimal.Decimal{}, catalogue().New(code) }
	if len(s) > script.MaxText {
		return refuse(ErrNumeral)
	}
	words, neg := strings.CutPrefix(s, minus)
	words, fraction, point := strings.Cut(words, "点")
	if rest, ok := strings.CutPrefix(words, "两"); ok && (headOfTwo(rest) || rest == "" && !point) {
		words = "二" + rest
	}
	n, ok := script.Lower().Value(words)
	if !ok || words == "" || point == (fraction == "") {
		return refuse(ErrNumeral)
	}
	number := strconv.AppendUint(nil, n, 10)
	for f := fraction; f != ""; {
		var d int
		if d, f, ok = script.CutGlyph(script.LowerDigits, f); !ok {
			return refuse(ErrNumeral)
		}
		number = append(number, byte('0'+d))
	}
	c, _ := new(big.Int).SetString(string(number), 10)
	d := decimal.NewFromBigInt(c, -int32(len(fraction)/script.GlyphSize))
	if neg && d.IsZero() {
		return refuse(ErrNumeral)
	}
	canonical, err := Numeral(d)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if point {
		words += "点" + fraction
	}
	if code := compare(words, canonical, ErrNumeral); code != "" {
		return refuse(code)
	}
	if neg {
		d = d.Neg()
	}
	return d, nil
}

// compare returns why a text does not fit the pattern it would be written by: [ErrAmbiguous] if only 零 are missing,
// else code; "" if it fits.
func compare(text, pattern string, code fault.Code) fault.Code {
	switch {
	case script.Fits(text, pattern):
		return ""
	case script.FitsLax(text, pattern):
		return ErrAmbiguous
	}
	return code
}

// Digits writes a number digit by digit with 〇, as years and numbers in a series are read (数字逐位): 二〇二二.
// A negative number is written as "".
func Digits(n int) string {
	if n < 0 {
		return ""
	}
	var buf [64]byte
	return string(script.AppendDigits(buf[:0], n, script.YearDigits))
}

// ParseDigits reads what [Digits] writes. The error is [ErrNumeral], also for 零 in place of 〇 and for a leading
// 〇, or [ErrRange] for a number that does not fit an int.
func ParseDigits(s string) (int, error) { return parseDigits(s, script.YearDigits, ErrNumeral) }

func parseDigits(s, table string, code fault.Code) (int, error) {
	leading := len(s) > script.GlyphSize && strings.HasPrefix(s, script.Glyph(table, 0))
	if s == "" || len(s) > script.MaxText || leading {
		return 0, catalogue().New(code)
	}
	number := make([]byte, 0, 24)
	for s != "" {
		d, rest, ok := script.CutGlyph(table, s)
		if !ok {
			return 0, catalogue().New(code)
		}
		number, s = append(number, byte('0'+d)), rest
	}
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return 0, catalogue().New(ErrRange)
	}
	return n, nil
}
