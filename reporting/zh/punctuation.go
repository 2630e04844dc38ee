package zh

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Punctuation is the width of , ; : ! ? and brackets in Chinese text (标点宽度). The zero value is FullWidth, as
// printed Chinese has it. It is not a code list: it is a setting of a writer.
type Punctuation string

// The two widths. ASCII is how many web pages and typed reports write.
const (
	FullWidth Punctuation = ""
	ASCII     Punctuation = "ascii"
)

// Tables of the marks that change; mark i of one is mark i of the other.
const (
	asciiMarks = ",;:!?()"
	wideMarks  = "，；：！？（）"
)

// Text returns s with the marks that belong to Chinese text in the chosen width: 县(市、区),全省 and 县（市、区），全省.
// A mark belongs to Chinese text if the nearest character on either side is Chinese, other marks and quotation
// marks looked through; a pair of brackets changes together. A mark between two digits is part of a number or
// time (1,214,000.5, 12:30) and never changes, nor do . and marks that have one width only (、。“”《》).
//
// Text of its own result changes nothing, and no information about width survives: either mode gives the same
// whatever the widths in s were.
func (p Punctuation) Text(s string) string {
	if !strings.ContainsAny(s, asciiMarks+wideMarks) {
		return s
	}
	t := study(s)
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i, r := range t.runes {
		switch k := markOf(r); {
		case r == utf8.RuneError:
			b.WriteString(s[t.at[i]:t.at[i+1]]) // invalid bytes stay as they are
		case k < 0 || !t.chinese[i]:
			b.WriteRune(r)
		case p == ASCII:
			b.WriteByte(asciiMarks[k])
		default:
			b.WriteString(glyph(wideMarks, k))
		}
	}
	return b.String()
}

// markOf returns the place of a mark in the tables, or -1.
func markOf(r rune) int {
	if i := strings.IndexRune(asciiMarks, r); i >= 0 {
		return i
	}
	if i := strings.IndexRune(wideMarks, r); i >= 0 {
		return i / glyphSize
	}
	return -1
}

// studied is a text with a verdict for each mark. It looks only at what conversion does not change, so that the
// verdicts are the same before and after.
type studied struct {
	runes   []rune
	at      []int  // where each rune begins, and the end
	chinese []bool // the rune is a mark and belongs to Chinese text
}

func study(s string) studied {
	t := studied{}
	for i, r := range s {
		t.runes, t.at = append(t.runes, r), append(t.at, i)
	}
	t.at = append(t.at, len(s))
	n := len(t.runes)
	t.chinese = make([]bool, n)
	seen := false
	for i := range n {
		seen = t.look(i, seen)
	}
	seen = false
	for i := n - 1; i >= 0; i-- {
		seen = t.look(i, seen)
	}
	t.pair()
	for i := range t.chinese {
		if i > 0 && i < n-1 && asciiDigit(t.runes[i-1]) && asciiDigit(t.runes[i+1]) {
			t.chinese[i] = false
		}
	}
	return t
}

// look marks rune i as Chinese if it is a mark and a Chinese character was the last seen; it returns what was
// seen last after it.
func (t *studied) look(i int, seen bool) bool {
	switch r := t.runes[i]; {
	case markOf(r) >= 0:
		t.chinese[i] = t.chinese[i] || seen
		return seen
	case strings.ContainsRune("“”‘’", r):
		return seen
	default:
		return unicode.Is(unicode.Han, r) || strings.ContainsRune("、。《》〈〉【】「」『』〔〕", r)
	}
}

// pair gives both brackets of a pair the verdict of either.
func (t *studied) pair() {
	var open []int
	for i, r := range t.runes {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				continue
			}
			j := open[len(open)-1]
			open = open[:len(open)-1]
			either := t.chinese[i] || t.chinese[j]
			t.chinese[i], t.chinese[j] = either, either
		}
	}
}

func asciiDigit(r rune) bool { return '0' <= r && r <= '9' }
