package zh

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"github.com/shegong/shegong/reporting/zh/internal/lexicon"
	"github.com/shegong/shegong/reporting/zh/internal/script"
	"github.com/shegong/shegong/station/fault"
)

// Limits of a figure phrase, checked before any arithmetic.
const (
	maxPhrase = 160 // bytes
	maxDigits = 24  // of the number as written
	maxUnit   = 12  // characters
)

// ParseFigure reads a figure phrase (数量短语): an optional hedge, a number, 万 or 亿, 余 or 多, a unit, and 左右,
// 以上, 以内 or 以下; [Wording.Forms] lists the hedges. The number is in ASCII digits, plain or grouped (1633, 1,214,000.5, -5), or in characters as
// [ParseNumeral] reads them (两支, 三百余户, and 百余人 or 万余元 behind a hedge). The unit is free text of at most 12
// letters and signs, or none; 万元 is 万 and the unit 元, and 元整 is 元. An amount with a symbol (¥100) is no phrase.
//
// The error is [ErrFigureDate] for a date, time or year (2022年; so 1500年 is no figure), [ErrContradiction] and
// [ErrRedundant] for hedges that do not go together, [ErrIrregular] for 余 or 多 where it may not stand (23余次,
// 1234余万元) and for a hedged zero or negative number, [ErrMixed] for 3千里 and 3亿4500万, and [ErrFigure] for
// everything else, set phrases (五社联动) among it. Only 约…余 is read although it says the same twice, as [AboutMore].
//
// 近3年 is read as nearly three years. It also means the last three years; only its sentence can tell.
func ParseFigure(s string) (Figure, error) {
	if len(s) > maxPhrase || !utf8.ValidString(s) || lexicon.SetPhrase(s) > 0 {
		return Figure{}, catalogue().New(ErrFigure)
	}
	// No rest can be left without a code: wholeUnit leaves only hedges, and too many of them contradict.
	f, _, code := readFigure(s, wholeUnit)
	if code != "" {
		return Figure{}, catalogue().New(code)
	}
	return f, nil
}

// ParseFigureLenient reads what [ParseFigure] reads after folding full-width digits, letters and signs and
// dropping blanks around and inside the phrase: 近 ９５０ 个. Blanks between two digits are not dropped.
func ParseFigureLenient(s string) (Figure, error) {
	if len(s) > 4*maxPhrase {
		return Figure{}, catalogue().New(ErrFigure)
	}
	words := strings.Fields(width.Fold.String(s))
	for i := 1; i < len(words); i++ {
		last, first := words[i-1][len(words[i-1])-1], words[i][0]
		if digit(last) && digit(first) {
			return Figure{}, catalogue().New(ErrFigure)
		}
	}
	return ParseFigure(strings.Join(words, ""))
}

// MustParseFigure is [ParseFigure] for literals; it panics, without the text, where that returns an error.
func MustParseFigure(s string) Figure {
	f, err := ParseFigure(s)
	if err != nil {
		panic(err)
	}
	return f
}

// readFigure reads one figure at the beginning of s and returns what follows it. unit tells how many bytes of
// the text behind the number are its unit. With a code, f is what was read so far and no figure, and rest is
// shorter than s if a number was found, else s.
func readFigure(s string, unit func(string) (int, bool)) (f Figure, rest string, code fault.Code) {
	var h hedges
	f.before, rest = h.take(s, front)
	if rest, code = f.takeNumber(rest); code != "" {
		return f, s, code
	}
	if h.n == 0 && isDate(f, rest) {
		return f, rest, ErrFigureDate
	}
	if mixed(f, rest) {
		for n := 1; n > 0; rest = rest[n:] {
			n = max(digitRun(rest), lexicon.Numerals(rest))
		}
		return f, rest, ErrMixed
	}
	rest = f.takeTail(rest)
	n, ok := unit(rest)
	if !ok {
		return f, rest, ErrFigure
	}
	f.unit, rest = rest[:n], rest[n:]
	f.takeTailInUnit()
	whole := strings.HasSuffix(f.unit, "元整") // and no 角 or 分
	if whole {
		f.unit = strings.TrimSuffix(f.unit, "整")
	}
	if f.tail != "" {
		m, _ := formAt(f.tail, tail)
		h.add(m.w)
	}
	f.after, rest = h.take(rest, rear)
	if f.wording, code = h.resolve(); code != "" {
		return f, rest, code
	}
	if whole {
		if f.after = "整"; !f.wording.exact() {
			return f, rest, ErrContradiction
		}
	}
	return f, rest, f.measure()
}

// takeNumber takes digits or characters and a scale word directly behind them.
func (f *Figure) takeNumber(s string) (rest string, code fault.Code) {
	if n := arabic(s); n > 0 {
		f.number, rest = s[:n], s[n:]
		f.takeScale(&rest)
		return rest, ""
	}
	n := lexicon.Numerals(s)
	if n == 0 {
		return s, ErrFigure
	}
	f.words, f.number, rest = true, s[:n], s[n:]
	// 三万余 is 三 in 万, as 3万余 is: the step behind a scale word is one unit.
	for _, w := range [...]Scale{WanYi, Wan, Yi} {
		if number, ok := strings.CutSuffix(f.number, string(w)); ok {
			f.number, f.scale = number, w
			break
		}
	}
	return rest, ""
}

func (f *Figure) takeScale(rest *string) {
	for _, w := range [...]Scale{WanYi, Wan, Yi} {
		if after, ok := strings.CutPrefix(*rest, string(w)); ok {
			f.scale, *rest = w, after
			return
		}
	}
}

// takeTail takes 余 or 多 behind the number, and a scale word behind that.
func (f *Figure) takeTail(s string) (rest string) {
	m, ok := formAt(s, tail)
	if !ok {
		return s
	}
	f.tail, rest = m.text, s[len(m.text):]
	if f.scale == None {
		f.takeScale(&rest)
		if f.scale != None {
			f.place = beforeScale
		}
	}
	return rest
}

// takeTailInUnit takes the 多 of 3年多 and 3个多月 out of the unit, and 余 likewise.
func (f *Figure) takeTailInUnit() {
	for _, t := range [...]string{"多", "余"} {
		if f.tail != "" {
			return
		}
		if rest, ok := strings.CutPrefix(f.unit, "个"+t); ok && rest != "" {
			f.tail, f.place, f.unit, f.cut = t, inUnit, "个"+rest, len("个")
		} else if rest, ok := strings.CutSuffix(f.unit, t); ok && rest != "" {
			f.tail, f.place, f.unit, f.cut = t, inUnit, rest, len(rest)
		}
	}
}

// measure works out value and step, and judges whether the tail may stand where it does.
func (f *Figure) measure() fault.Code {
	c, code := f.coefficient()
	if code != "" {
		return code
	}
	zeros, _ := f.scale.Zeros()
	f.shown = c.Shift(int32(zeros))
	if !f.wording.exact() && !c.IsPositive() {
		return ErrIrregular
	}
	last := lastPlace(c)
	f.step = last.Shift(int32(zeros))
	round := last.Exponent() > 0
	switch {
	case f.tail == "":
		return ""
	case f.place == inUnit && f.scale == None && c.IsInteger():
		f.step = decimal.New(1, 0)
	case f.place == afterScale && f.scale != None && c.Exponent() >= -1:
		f.step = decimal.New(1, c.Exponent()).Shift(int32(zeros))
	case f.place != inUnit && (f.place == beforeScale || f.scale == None) && round:
	default:
		return ErrIrregular
	}
	return ""
}

// coefficient returns the number before the scale word, with as many decimals as are written.
func (f *Figure) coefficient() (decimal.Decimal, fault.Code) {
	if !f.words {
		return digitsValue(f.number), ""
	}
	n := f.number
	// 百余人, 近千户, 万余元: the 1 is silent behind or before a hedge, and only there.
	if hedged := f.wording != Exact; hedged && (n == "" || n == "百" || n == "千") {
		n = "一" + n
	}
	d, err := ParseNumeral(n)
	if err != nil {
		return decimal.Decimal{}, ErrFigure
	}
	return d, ""
}

// arabic returns the length of the number in digits that s begins with: plain or grouped by commas, with
// decimals, with a minus sign; 0 if there is none, or if it begins like a code (007) or is too long.
func arabic(s string) int {
	sign := 0
	if strings.HasPrefix(s, "-") {
		sign = 1
	}
	i := sign + digitRun(s[sign:])
	switch {
	case i == sign, i > sign+1 && s[sign] == '0':
		return 0
	case i <= sign+3 && s[sign] != '0':
		for i <= maxDigits && strings.HasPrefix(s[i:], ",") && digitRun(s[i+1:]) == 3 {
			i += 4
		}
	}
	if strings.HasPrefix(s[i:], ".") {
		if n := digitRun(s[i+1:]); n > 0 {
			i += 1 + n
		}
	}
	if i-sign > maxDigits || sign == 1 && strings.Trim(s[1:i], "0.") == "" {
		return 0
	}
	return i
}

func digitRun(s string) int {
	i := 0
	for i < len(s) && digit(s[i]) {
		i++
	}
	return i
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// isDate reports that an unhedged number and what follows are a year, a month, a day or a time of day.
func isDate(f Figure, rest string) bool {
	if f.scale != None {
		return false
	}
	if after, ok := strings.CutPrefix(rest, "年"); ok {
		year := len(f.number) == 4 && digitRun(f.number) == 4 ||
			f.words && len(f.number) == 4*script.GlyphSize && !strings.ContainsAny(f.number, "十百千")
		return year || digitRun(after) > 0
	}
	for _, day := range [...]string{"月", "日", "号", "点", "时"} {
		if strings.HasPrefix(rest, day) {
			return true
		}
	}
	return false
}

// mixed reports that 十, 百 or 千 stands behind digits (3千里), or more digits behind a scale word (3亿4500万). Four
// digits are rather a year (2022十大).
func mixed(f Figure, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case f.words:
		return false
	case f.scale != None:
		return digitRun(rest) > 0 || lexicon.Numeral(r)
	}
	return strings.ContainsRune("十百千", r) && len(f.number) < 4 && !lexicon.NumeralUnit(rest)
}

// wholeUnit takes everything but the hedges at the end for the unit.
func wholeUnit(s string) (n int, ok bool) {
	n = len(s)
	for cut := -1; cut != 0; n -= cut {
		cut = 0
		for _, m := range forms {
			if m.side == rear && len(m.text) > cut && strings.HasSuffix(s[:n], m.text) {
				cut = len(m.text)
			}
		}
	}
	return n, unitText(s[:n])
}

// unitText reports whether s may be a unit: letters and unit signs, no numerals, and nothing that bears on the
// number (岁以上老人, 年半, 来人), but for the 多 of 3年多 and 3个多月.
func unitText(s string) bool {
	if utf8.RuneCountInString(s) > maxUnit || lexicon.Vague(s) {
		return false
	}
	for i, r := range s {
		if lexicon.Numeral(r) && !lexicon.NumeralUnit(s[i:]) || !unitRune(r) {
			return false
		}
	}
	inner := strings.TrimPrefix(strings.TrimPrefix(s, "个多"), "个余")
	if inner == s {
		inner = strings.TrimSuffix(strings.TrimSuffix(s, "多"), "余")
	}
	for _, m := range forms {
		// A hedge of one character may be part of a noun: 个超市.
		if (m.side != front || len(m.text) > script.GlyphSize) && strings.Contains(inner, m.text) {
			return false
		}
	}
	return true
}

func unitRune(r rune) bool {
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || unicode.Is(unicode.Han, r)
	return letter || strings.ContainsRune("%‰℃°㎡㎥²³/·", r)
}
