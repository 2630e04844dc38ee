package zh

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shegong/shegong/reporting/zh/internal/script"
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
// A mark belongs to Chinese text if the nearest character on either side is Chinese; other marks, quotation marks
// and pairs of brackets are looked through, and a pair of brackets changes together. A mark between two digits is
// part of a number or time (1,214,000.5, 12:30) and never changes, nor do . and marks that have one width only
// (、。“”《》).
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
			b.WriteString(script.Glyph(wideMarks, k))
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
		return i / script.GlyphSize
	}
	return -1
}

// studied is a text with a verdict for each mark. It looks only at what conversion does not change, so that the
// verdicts are the same before and after.
type studied struct {
	runes   []rune
	at      []int  // where each rune begins, and the end
	mate    []int  // the other bracket of a pair, or -1
	chinese []bool // there is Chinese text on either side
}

func study(s string) studied {
	t := studied{}
	for i, r := range s {
		t.runes, t.at = append(t.runes, r), append(t.at, i)
	}
	t.at = append(t.at, len(s))
	n := len(t.runes)
	t.pair()
	left, right := make([]bool, n), make([]bool, n)
	t.chinese = make([]bool, n)
	for i, seen := 0, false; i < n; i++ {
		left[i] = seen
		seen = t.pass(i, seen, left)
	}
	for i, seen := n-1, false; i >= 0; i-- {
		right[i] = seen
		seen = t.pass(i, seen, right)
	}
	for i, r := range t.runes {
		t.chinese[i] = left[i] || right[i]
		switch j := t.mate[i]; {
		case j >= 0 && j < i:
			either := t.chinese[i] || t.chinese[j]
			t.chinese[i], t.chinese[j] = either, either
		case !bracket(r) && 0 < i && i < n-1 && asciiDigit(t.runes[i-1]) && asciiDigit(t.runes[i+1]):
			t.chinese[i] = false
		}
	}
	return t
}

// pass returns whether Chinese was seen last after rune i, going either way. Behind a pair of brackets that is also
// so if it was before them: the comma of 附件(1), belongs to 附件.
func (t *studied) pass(i int, seen bool, before []bool) bool {
	switch r := t.runes[i]; {
	case t.mate[i] >= 0:
		return seen || before[t.mate[i]]
	case markOf(r) >= 0 || strings.ContainsRune("“”‘’", r):
		return seen
	default:
		return unicode.Is(unicode.Han, r) || strings.ContainsRune("、。《》〈〉【】「」『』〔〕", r)
	}
}

// pair finds the brackets that belong together.
func (t *studied) pair() {
	t.mate = make([]int, len(t.runes))
	var open []int
	for i, r := range t.runes {
		t.mate[i] = -1
		switch last := len(open) - 1; {
		case r == '(' || r == '（':
			open = append(open, i)
		case (r == ')' || r == '）') && last >= 0:
			t.mate[i], t.mate[open[last]] = open[last], i
			open = open[:last]
		}
	}
}

func bracket(r rune) bool { return strings.ContainsRune("()（）", r) }

func asciiDigit(r rune) bool { return '0' <= r && r <= '9' }
