package zh

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shegong/shegong/station/fault"
)

// Finding is one irregularity in a text (用语问题): where it is and what is wrong with it.
type Finding struct {
	At    Span
	Fault fault.Fault
}

// Lint names what contradicts itself or breaks the rules of GB/T 15835-2011 in the figures of s (数字用法检查), a phrase
// or a whole text, in the order of the text. It judges by the text alone; whether a figure is true needs its
// value, see [Figure.Contains].
//
//	ErrContradiction  近1600余个, 超5人以上, 不到3人左右
//	ErrRedundant      约300人左右, 至少5人以上; 约121.4万余元 (advisory, it stands in published texts)
//	ErrIrregular      23余次, 1234余万元, 110.53万余元
//	ErrMixed          3千里, 3百人; 3亿4500万 (advisory: the standard lets a very large number have both)
//	ErrShortYear      22年6月
//	ErrPaddedDate     2022年06月28日
//	ErrListed         三、四个; 3、4个 (advisory: it may list two numbers)
//	ErrComma          3.141,592
//	ErrSpan           13~17万元, 5-8%
//	ErrTimes          下降2倍
//	ErrPoints         占比提高3% (advisory: percentage points may be meant)
//
// Set phrases (五社联动, 二十大, 一老一小), codes and years are never at fault.
func Lint(s string) []Finding {
	var l findings
	walk(s, func(at Span, f Figure, code fault.Code) bool {
		if code == "" && f.wording == AboutMore {
			l.add(at, ErrRedundant, true)
		} else if code != "" {
			l.add(at, code, code == ErrMixed && !strings.ContainsAny(s[at.Start:at.End], "十百千"))
		}
		return true
	})
	for _, p := range patterns() {
		if !strings.ContainsAny(s, p.needs) {
			continue
		}
		for _, m := range p.re.FindAllStringSubmatchIndex(s, -1) {
			// The first group is what is at fault, the text before it only its surroundings.
			if at := (Span{m[2], m[3]}); p.only == nil || p.only(s, at) {
				l.add(at, p.code, p.advisory)
			}
		}
	}
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
	return l
}

type findings []Finding

func (l *findings) add(at Span, code fault.Code, advisory bool) {
	f := catalogue().New(code)
	if advisory {
		f = f.AsAdvisory()
	}
	*l = append(*l, Finding{at, f})
}

// pattern is a rule that needs no reading of figures.
type pattern struct {
	code     fault.Code
	needs    string // characters without one of which nothing matches
	advisory bool
	re       *regexp.Regexp
	only     func(s string, at Span) bool // nil: always
}

// patterns is written once and never shown.
var patterns = sync.OnceValue(func() []pattern {
	return []pattern{
		{code: ErrShortYear, needs: "年", re: regexp.MustCompile(`(?:^|[^0-9A-Za-z.])([0-9]{2}年[0-9]{1,2}月)`)},
		{code: ErrPaddedDate, needs: "0", re: regexp.MustCompile(`年(0[0-9]月)`)},
		{code: ErrPaddedDate, needs: "0", re: regexp.MustCompile(`月(0[0-9][日号])`)},
		{code: ErrListed, needs: "、", only: neighbours, re: regexp.MustCompile(`([一二三四五六七八]、[二三四五六七八九])` + counted)},
		{code: ErrListed, needs: "、", only: neighbours, advisory: true, re: regexp.MustCompile(`([1-8]、[2-9])` + counted)},
		{code: ErrComma, needs: ".", re: regexp.MustCompile(`([0-9]+\.(?:[0-9]{3},)+[0-9]+)`)},
		{code: ErrSpan, needs: "-–—~～", re: regexp.MustCompile(
			`(?:^|[^0-9A-Za-z.,:/-])(` + number + `[-–—~～]+` + number + `[万亿%])`)},
		{code: ErrTimes, needs: "倍", re: regexp.MustCompile(
			`((?:下降|减少|降低|缩小)了?(?:` + number + `|[一二两三四五六七八九十百]+)倍)`)},
		{code: ErrPoints, needs: "%", advisory: true, re: regexp.MustCompile(
			`(?:占比|比重|比例|率)[^，。；：！？、,;:!?\n0-9]{0,8}` +
				`((?:提高|提升|上升|增加|下降|降低|减少)了?(?:约|近|超过|超)?` + number + `%)`)},
	}
})

// Parts of patterns: a number, and what an approximation counts.
const (
	number  = `[0-9]+(?:\.[0-9]+)?`
	counted = `(?:个|人|名|位|家|场|户|次|件|天|岁|十|百|千|万)`
)

// neighbours reports that the two digits of an approximation follow each other and nothing before them makes
// them ordinals or a longer list (第三、四名; 二、三、四个).
func neighbours(s string, at Span) bool {
	const order = "123456789一二三四五六七八九"
	first, _ := utf8.DecodeRuneInString(s[at.Start:])
	second, _ := utf8.DecodeLastRuneInString(s[:at.End])
	before, _ := utf8.DecodeLastRuneInString(s[:at.Start])
	if strings.ContainsRune("第、.十百千万", before) || asciiDigit(before) {
		return false
	}
	i, j := strings.IndexRune(order, first), strings.IndexRune(order, second)
	return j-i == utf8.RuneLen(first)
}
