package zh

import (
	"strings"

	"github.com/shegong/shegong/station/fault"
)

// Glyph tables: every glyph is three bytes long, so that a table is a string and glyph i its slice.
const (
	lowerDigits   = "零一二三四五六七八九"
	yearDigits    = "〇一二三四五六七八九"
	capitalDigits = "零壹贰叁肆伍陆柒捌玖"
	lowerUnits    = "十百千"
	capitalUnits  = "拾佰仟"
	glyphSize     = 3
)

// glyph returns glyph i of a table.
func glyph(table string, i int) string { return table[glyphSize*i : glyphSize*(i+1)] }

// cutGlyph cuts the first glyph off s and returns its place in the table.
func cutGlyph(table, s string) (i int, rest string, ok bool) {
	if len(s) < glyphSize {
		return 0, s, false
	}
	i = strings.Index(table, s[:glyphSize])
	if i < 0 || i%glyphSize != 0 {
		return 0, s, false
	}
	return i / glyphSize, s[glyphSize:], true
}

// script is a set of characters for whole numbers below 10^16. Both sets share the rules for 零, 万 and 亿; only
// the lower-case one shortens 一十 at the head to 十.
type script struct {
	digits, units string
	short         bool
}

func lower() script   { return script{lowerDigits, lowerUnits, true} }
func capital() script { return script{capitalDigits, capitalUnits, false} }

// append writes n, which is below 10^16. A run of zeros between two digits is one 零, except that optional is
// written instead where the rules leave the 零 open: before a 千 digit, when the zeros all belong to the group of
// four before it (107000: 十万七千 or 十万零七千). An empty group between two others always is 零.
func (sc script) append(b []byte, n uint64, optional string) []byte {
	if n == 0 {
		return append(b, glyph(sc.digits, 0)...)
	}
	var digits [wholeDigits]byte
	count := 0
	for ; n > 0; n /= 10 {
		digits[count] = byte(n % 10)
		count++
	}
	last := count               // place of the last digit written
	group, high := false, false // whether the group of four, and the part above 亿, hold a digit
	for place := count - 1; place >= 0; place-- {
		if d := digits[place]; d != 0 {
			switch {
			case last == place+1:
			case place%4 == 3 && last/4 == place/4+1:
				b = append(b, optional...)
			default:
				b = append(b, glyph(sc.digits, 0)...)
			}
			if silent := sc.short && d == 1 && place%4 == 1 && place == count-1; !silent {
				b = append(b, glyph(sc.digits, int(d))...)
			}
			if place%4 != 0 {
				b = append(b, glyph(sc.units, place%4-1)...)
			}
			last, group, high = place, true, true
		}
		switch {
		case place%8 == 4 && group:
			b = append(b, Wan...)
		case place == 8 && high:
			b = append(b, Yi...)
		}
		if place%4 == 0 {
			group = false
		}
	}
	return b
}

// value adds up a numeral without regard to order and 零: the caller writes the number again and compares, which
// is what decides. Texts are bounded by maxWords, so nothing here can overflow.
func (sc script) value(s string) (n uint64, ok bool) {
	var high, group, digit uint64
	for s != "" {
		if d, rest, ok := cutGlyph(sc.digits, s); ok {
			digit, s = uint64(d), rest
			continue
		}
		if u, rest, ok := cutGlyph(sc.units, s); ok {
			if digit == 0 {
				digit = 1
			}
			for range u + 1 {
				digit *= 10
			}
			group, digit, s = group+digit, 0, rest
			continue
		}
		group += digit
		digit = 0
		if rest, ok := strings.CutPrefix(s, string(Wan)); ok {
			high, group, s = high+group*1e4, 0, rest
		} else if rest, ok := strings.CutPrefix(s, string(Yi)); ok {
			n, high, group, s = n+(high+group)*1e8, 0, 0, rest
		} else {
			return 0, false
		}
	}
	n += high + group + digit
	return n, n < limit
}

// optional stands in a pattern before a glyph that may be left out.
const optional = "\x00"

// compare reports a text that does not fit the pattern it would be written by: [ErrAmbiguous] if only 零 are
// missing, else code.
func compare(text, pattern string, code fault.Code) error {
	switch {
	case fits(text, pattern, false):
		return nil
	case fits(text, pattern, true):
		return catalogue().New(ErrAmbiguous)
	}
	return catalogue().New(code)
}

// fits reports that text is the pattern, with or without its optional glyphs; if lax, every 零 is optional.
func fits(text, pattern string, lax bool) bool {
	for pattern != "" {
		rest, open := strings.CutPrefix(pattern, optional)
		next := rest[:glyphSize]
		pattern = rest[glyphSize:]
		if after, ok := strings.CutPrefix(text, next); ok {
			text = after
		} else if !open && !(lax && next == glyph(lowerDigits, 0)) {
			return false
		}
	}
	return text == ""
}
