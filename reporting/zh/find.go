package zh

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/shegong/shegong/station/fault"
)

// Span is a part of a text (文中位置), by bytes: text[Start:End].
type Span struct{ Start, End int }

// FindFigures yields the figure phrases of running text in order, each where it stands: in 开展个案服务1600余个,共25场
// 1600余个 and 25场. It is made for proofreading and rather misses a figure than invents one.
//
// Chinese has no blanks, so a unit is taken from a list of common measure words. A bare number without unit and
// hedge, a date, year, time, code or range with one unit (3-5个) is no figure; nor are set phrases (五社联动, 一老一小,
// 最后一米), ordinals (第三名), near spans of time that may mean the last ones (近3年), and phrases at fault ([Lint]
// names them), but for 约…余. Unhedged numbers in characters are yielded before the commonest measure words only;
// see [Figure.InWords] to pass over an idle 一个.
func FindFigures(text string) iter.Seq2[Span, Figure] {
	return func(yield func(Span, Figure) bool) {
		walk(text, func(at Span, f Figure, code fault.Code) bool {
			return code != "" || lastYears(f) || yield(at, f)
		})
	}
}

// lastYears reports a phrase such as 近3年, which more often means the last three years.
func lastYears(f Figure) bool {
	return f.wording == Nearly && oneOf(f.unit, "年 个月 周 天 小时")
}

// walk visits every figure of a text, and every number that cannot be read as one because of its wording, with
// the code. It stops when visit returns false.
func walk(text string, visit func(at Span, f Figure, code fault.Code) bool) {
	for i := 0; i < len(text); {
		f, end, code := figureAt(text, i)
		if end == i {
			i += stride(text[i:])
			continue
		}
		if !visit(Span{i, end}, f, code) {
			return
		}
		i = end
	}
}

// figureAt reads the figure that begins at i; end is i if none does.
func figureAt(text string, i int) (f Figure, end int, code fault.Code) {
	if setPhrase(text[i:]) > 0 || !mayBegin(text, i) {
		return f, i, ""
	}
	f, rest, code := readFigure(text[i:], measureWord)
	switch {
	case code == ErrFigure || code == ErrFigureDate, blurred(rest),
		f.unit == "" && (f.words || f.wording == Exact && code == ""),
		f.words && f.wording == Exact && !oneOf(f.unit, inWords):
		return f, i, ""
	}
	return f, len(text) - len(rest), code
}

// blurred reports that what follows a number makes another of it: 3年半, 300人上下, 5人不到.
func blurred(rest string) bool {
	for _, w := range [...]string{"半", "几", "来", "上下", "出头", "开外", "不到", "不足", "不等", "分之"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// stride returns how far to go where no figure begins: past a set phrase, a code or bare number, a run of numeral
// characters (so that 第二十三个 does not leave 十三个), or one character.
func stride(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return max(setPhrase(s), token(s), characters(s), size)
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

// mayBegin reports whether a figure may begin at i, judged by the character before it.
func mayBegin(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	r, _ := utf8.DecodeRuneInString(text[i:])
	switch {
	case before == '、' && listed(strings.TrimSuffix(text[:i], "、")):
		return false
	case digit(text[i]):
		return before != '.'
	case r == '-':
		// Elsewhere it joins a range: 13万元-17万元.
		return i == 0 || strings.ContainsRune("比为是达到至：:（(，,、；;", before)
	case isNumeral(r):
		return i == 0 || !strings.ContainsRune("第每另这那某同任唯逐之其统进周期初", before)
	}
	m, ok := formAt(text[i:], front)
	return ok && (i == 0 || !partOfWord(text[:i], before, m.text))
}

// listed reports that a bare number ends before a 、: 三、四个.
func listed(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return asciiDigit(r) || isNumeral(r)
}

// partOfWord reports that a hedge of one character is the end of another word: 附近300户, 签约300户, 节约5万元.
func partOfWord(text string, before rune, hedge string) bool {
	switch hedge {
	case "近":
		return strings.ContainsRune("附最邻临靠亲就远贴", before)
	case "约":
		return strings.ContainsRune("签预公契条节履毁违特邀制婚", before) || before == '合' && !strings.HasSuffix(text, "折合")
	case "超":
		return strings.ContainsRune("赶反高", before)
	}
	return false
}

// setPhrase returns the length of the set phrase (固定词组) that s begins with: its numerals count nothing.
func setPhrase(s string) int {
	for _, p := range [...]string{
		"五社联动", "二十大", "一老一小", "一残一困", "三留守", "一盘棋", "五条线", "最后一米", "最后一公里", "三方面", "一张网",
	} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// Units known in running text, and those before which characters count.
const (
	units = "个 个月 个百分点 百分点 人 人次 名 位 家 家次 户 户次 场 场次 次 件 件次 支 份 条 张 项 元 岁 年 天 周 小时 分钟 例 起 " +
		"对 只 台 套 辆 间 所 处 座 栋 批 期 节 组 队 门 册 本 篇 幅 床 亩 公里 千米 米 平方米 平方公里 公顷 吨 公斤 千克 克 % ‰ " +
		"种 类 款 笔 单 袋 箱 盒 倍 片 份次 课时 学时 工时"
	inWords = "个 个月 人 人次 名 位 家 户 场 场次 次 件 支 份 项 岁 元 年 天 小时"
)

// oneOf reports whether w is one of the words of a list.
func oneOf(w, list string) bool {
	for one := range strings.SplitSeq(list, " ") {
		if one == w {
			return true
		}
	}
	return false
}

// measureWord takes the longest measure word that s begins with, or none.
func measureWord(s string) (n int, ok bool) {
	for _, u := range [...]string{"个多月", "个多小时", "年多", "天多", "小时多", "公里多", "倍多"} {
		if strings.HasPrefix(s, u) {
			return len(u), true
		}
	}
	for u := range strings.SplitSeq(units, " ") {
		if len(u) > n && strings.HasPrefix(s, u) {
			n = len(u)
		}
	}
	r, _ := utf8.DecodeRuneInString(s[n:])
	if s[:n] == "年" && strings.ContainsRune("代级度龄", r) {
		return 0, true
	}
	return n, true
}
