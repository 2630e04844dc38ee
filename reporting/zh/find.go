package zh

import (
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shegong/shegong/reporting/zh/internal/lexicon"
	"github.com/shegong/shegong/station/fault"
)

// Span is a part of a text (文中位置), by bytes: text[Start:End].
type Span struct{ Start, End int }

// FindFigures yields the figure phrases of running text in order, each where it stands: in 开展个案服务1600余个,共25场
// 1600余个 and 25场. It is made for proofreading and rather misses a figure than invents one.
//
// Chinese has no blanks, so a unit is taken from a list of common measure words. A bare number without unit and
// hedge, a date, year, time or code is no figure; nor are a range with one unit (3-5个, 3至5人), set phrases (五社联动,
// 一老一小, 最后一米), ordinals (第三名, 第12期), counts of unknown size (数十名), near spans of time that may mean the
// last ones (近3年), limits of time (30天内), negated hedges (没有超过5人), numbers apart from their unit (12 个), and
// phrases at fault ([Lint] names them), but for 约…余. Unhedged numbers in characters are yielded before the commonest
// measure words only; see [Figure.InWords] to pass over an idle 一个.
func FindFigures(text string) iter.Seq2[Span, Figure] {
	return func(yield func(Span, Figure) bool) {
		walk(text, func(at Span, f Figure, code fault.Code) bool {
			return code != "" || f.wording == Nearly && lexicon.Span(f.unit) || yield(at, f)
		})
	}
}

// walk visits every figure of a text, and every number that cannot be read as one because of its wording, with
// the code. It stops when visit returns false.
func walk(text string, visit func(at Span, f Figure, code fault.Code) bool) {
	open := openers()
	for i := 0; i < len(text); {
		if r, size := utf8.DecodeRuneInString(text[i:]); r >= utf8.RuneSelf && !open[r] {
			i += size
			continue
		}
		f, end, code := figureAt(text, i)
		switch {
		case end == i:
			end += stride(text[i:])
		case code == ErrFigure:
		case !visit(Span{i, end}, f, code):
			return
		}
		i = end
	}
}

// openers are the characters, ASCII apart, at which a figure or a set phrase can begin.
var openers = sync.OnceValue(func() map[rune]bool {
	m := map[rune]bool{'最': true}
	for _, r := range "零〇一二两三四五六七八九十百千万亿" {
		m[r] = true
	}
	for _, f := range forms {
		if r, _ := utf8.DecodeRuneInString(f.text); f.side == front {
			m[r] = true
		}
	}
	return m
})

// figureAt reads the figure that begins at i; end is i if none does. With [ErrFigure] there is a number up to end
// that is to be passed over.
func figureAt(text string, i int) (f Figure, end int, code fault.Code) {
	if lexicon.SetPhrase(text[i:]) > 0 || !mayBegin(text[:i], text[i:]) {
		return f, i, ""
	}
	f, rest, code := readFigure(text[i:], func(s string) (int, bool) { return lexicon.Measure(s), true })
	inWords := f.words && f.wording == Exact
	switch {
	case code == ErrFigure || code == ErrFigureDate, lexicon.Blurred(f.unit, rest),
		f.unit == "" && (f.words || f.wording == Exact && code == ""),
		inWords && (!lexicon.CountedInWords(f.unit) || repeats(f.unit, rest)):
		return f, i, ""
	case f.before != "" && lexicon.Negated(text[:i]):
		code = ErrFigure
	}
	return f, len(text) - len(rest), code
}

// repeats reports that a unit is doubled (一个个) or goes on in pairs (一人一档).
func repeats(unit, rest string) bool {
	return strings.HasPrefix(rest, unit) || strings.HasPrefix(rest, "一")
}

// stride returns how far to go where no figure begins: past a set phrase, a code or bare number, a run of numeral
// characters (so that 第二十三个 does not leave 十三个), or one character.
func stride(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return max(lexicon.SetPhrase(s), token(s), lexicon.Numerals(s), size)
}

// token returns the length of the run of ASCII letters and digits that s begins with, across single signs inside it:
// MZ/T, 094-2017, 12:30, 1,214.
func token(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] < utf8.RuneSelf; i++ {
		switch {
		case digit(s[i]) || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z':
			n = i + 1
		case n == 0 || n != i:
			return n
		}
	}
	return n
}

// mayBegin reports whether a figure may begin with s, judged by the text before it.
func mayBegin(text, s string) bool {
	before, _ := utf8.DecodeLastRuneInString(text)
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case lexicon.EndsRange(text):
		return false
	case digit(s[0]):
		return !strings.ContainsRune(".第×∶", before)
	case r == '-':
		// Elsewhere it joins a range: 13万元-17万元.
		return text == "" || strings.ContainsRune("比为是达到至：:（(，,、；;", before)
	case lexicon.Numeral(r):
		return lexicon.Counts(text, s)
	}
	m, ok := formAt(s, front)
	return ok && !lexicon.PartOfWord(text, m.text)
}
