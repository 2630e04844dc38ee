// Package script writes whole numbers in Chinese characters (汉字数字) and reads them back: the two sets of characters,
// the rules for 零, 万 and 亿 that both share, and the reading that takes no form but the written one.
//
// Everything here is pure and safe for concurrent use.
package script

import (
	"strconv"
	"strings"
)

// Glyph tables: every glyph is three bytes long, so that a table is a string and glyph i its slice.
const (
	LowerDigits   = "零一二三四五六七八九"
	YearDigits    = "〇一二三四五六七八九"
	CapitalDigits = "零壹贰叁肆伍陆柒捌玖"
	lowerUnits    = "十百千"
	capitalUnits  = "拾佰仟"
	GlyphSize     = 3
)

const (
	zero = "零"
	wan  = "万"
	yi   = "亿"
)

// Whole numbers have at most so many digits and lie below the limit: 万万亿 is no mainland form.
const (
	Digits        = 16
	Limit  uint64 = 1e16
)

// MaxText bounds the bytes of a text to be read; the longest number in words is shorter.
const MaxText = 256

// Glyph returns glyph i of a table.
func Glyph(table string, i int) string { return table[GlyphSize*i : GlyphSize*(i+1)] }

// CutGlyph cuts the first glyph off s and returns its place in the table.
func CutGlyph(table, s string) (i int, rest string, ok bool) {
	if len(s) < GlyphSize {
		return 0, s, false
	}
	i = strings.Index(table, s[:GlyphSize])
	if i < 0 || i%GlyphSize != 0 {
		return 0, s, false
	}
	return i / GlyphSize, s[GlyphSize:], true
}

// AppendDigits appends n, which is not negative, digit by digit in the glyphs of a table.
func AppendDigits(b []byte, n int, table string) []byte {
	var buf [24]byte
	for _, c := range strconv.AppendInt(buf[:0], int64(n), 10) {
		b = append(b, Glyph(table, int(c-'0'))...)
	}
	return b
}

// Set is a set of characters for whole numbers. Only the lower-case one shortens 一十 at the head to 十.
type Set struct {
	digits, units string
	short         bool
}

// Lower is 一二三, 十百千.
func Lower() Set { return Set{LowerDigits, lowerUnits, true} }

// Capital is 壹贰叁, 拾佰仟.
func Capital() Set { return Set{CapitalDigits, capitalUnits, false} }

// Append appends n, which is below [Limit]. A run of zeros between two digits is one 零, except that optional is
// written instead where the rules leave the 零 open: before a 千 digit, when the zeros all belong to the group of
// four before it (107000: 十万七千 or 十万零七千). An empty group between two others always is 零.
func (set Set) Append(b []byte, n uint64, optional string) []byte {
	if n == 0 {
		return append(b, zero...)
	}
	var digits [Digits]byte
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
				b = append(b, zero...)
			}
			if silent := set.short && d == 1 && place%4 == 1 && place == count-1; !silent {
				b = append(b, Glyph(set.digits, int(d))...)
			}
			if place%4 != 0 {
				b = append(b, Glyph(set.units, place%4-1)...)
			}
			last, group, high = place, true, true
		}
		switch {
		case place%8 == 4 && group:
			b = append(b, wan...)
		case place == 8 && high:
			b = append(b, yi...)
		}
		if place%4 == 0 {
			group = false
		}
	}
	return b
}

// Value adds up a numeral of at most [MaxText] bytes without regard to order and 零: the caller writes the number
// again and compares, which is what decides. It is false for other characters and from [Limit].
func (set Set) Value(s string) (n uint64, ok bool) {
	var high, group, digit uint64
	for s != "" {
		if d, rest, ok := CutGlyph(set.digits, s); ok {
			digit, s = uint64(d), rest
			continue
		}
		if u, rest, ok := CutGlyph(set.units, s); ok {
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
		if rest, ok := strings.CutPrefix(s, wan); ok {
			high, group, s = high+group*1e4, 0, rest
		} else if rest, ok := strings.CutPrefix(s, yi); ok {
			n, high, group, s = n+(high+group)*1e8, 0, 0, rest
		} else {
			return 0, false
		}
	}
	n += high + group + digit
	return n, n < Limit
}

// Optional stands in a pattern before a glyph that may be left out.
const Optional = "\x00"

// Fits reports that text is the pattern, with or without its optional glyphs.
func Fits(text, pattern string) bool { return fits(text, pattern, false) }

// FitsLax is [Fits] with every 零 optional: a text that fits only so lacks a 零 that the rules require.
func FitsLax(text, pattern string) bool { return fits(text, pattern, true) }

func fits(text, pattern string, lax bool) bool {
	for pattern != "" {
		rest, open := strings.CutPrefix(pattern, Optional)
		next := rest[:GlyphSize]
		pattern = rest[GlyphSize:]
		if after, ok := strings.CutPrefix(text, next); ok {
			text = after
		} else if !open && !(lax && next == zero) {
			return false
		}
	}
	return text == ""
}
