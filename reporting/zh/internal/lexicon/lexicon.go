// Package lexicon knows the Chinese words that stand around figures (数量用词): numerals, measure words, set phrases,
// and the words that make another thing of a number or of a hedge. It judges by spelling alone, and where a word can
// be both it takes the text for no figure. The lists are this library's reading of published texts, no standard.
//
// Everything here is pure and safe for concurrent use.
package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// words is a list of words by their first character.
type words map[rune][]string

func list(text string) words {
	m := words{}
	for _, w := range strings.Fields(text) {
		r, _ := utf8.DecodeRuneInString(w)
		m[r] = append(m[r], w)
	}
	return m
}

// longest returns the length of the longest word that s begins with, or 0.
func (m words) longest(s string) (n int) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, w := range m[r] {
		if len(w) > n && strings.HasPrefix(s, w) {
			n = len(w)
		}
	}
	return n
}

// OneOf reports whether w is one of the words of a list separated by blanks.
func OneOf(w, list string) bool {
	for one := range strings.SplitSeq(list, " ") {
		if one == w {
			return true
		}
	}
	return false
}

// Numeral reports whether r is a character of a number in words.
func Numeral(r rune) bool {
	switch r {
	case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿':
		return true
	}
	return false
}

// Numerals returns the length of the run of numeral characters that s begins with.
func Numerals(s string) int {
	for i, r := range s {
		if !Numeral(r) {
			return i
		}
	}
	return len(s)
}

// SetPhrase returns the length of the set phrase (固定词组) that s begins with: its numerals count nothing. All begin
// with a numeral or with 最.
func SetPhrase(s string) int { return setPhrases().longest(s) }

var setPhrases = sync.OnceValue(func() words {
	return list("五社联动 二十大 一老一小 一残一困 三留守 一盘棋 五条线 最后一米 最后一公里 三方面 一张网 一件事 一家人 " +
		"两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 五个一")
})

// Measure returns the length of the measure word (量词) that s begins with, the longest that is known, with the 多 or
// 余 inside it (3个多月, 3年余); 0 if there is none, or if another word begins there (3单元, 3年级).
func Measure(s string) int {
	if others().longest(s) > 0 {
		return 0
	}
	return measures().longest(s)
}

var measures = sync.OnceValue(func() words {
	return list("个 个月 个工作日 个小时 个百分点 百分点 人 人次 名 位 家 家次 户 户次 场 场次 次 件 件次 支 份 条 张 项 元 美元 岁 周岁 " +
		"年 周年 天 周 小时 分钟 工作日 例 起 对 只 台 套 辆 间 所 处 座 栋 批 期 节 组 队 门 册 本 篇 幅 床 亩 公里 千米 米 厘米 平方米 平方公里 " +
		"立方米 公顷 吨 公斤 千克 克 升 % ‰ 种 类 款 笔 单 袋 箱 盒 瓶 桶 包 双 顶 枚 株 棵 头 宗 封 餐 顿 页 字 倍 成 片 份次 批次 台次 车次 班次 " +
		"课时 学时 工时 个多月 个余月 个多小时 年多 年余 月余 天多 天余 小时多 公里多 倍多")
})

// others begin like a measure word and are none.
var others = sync.OnceValue(func() words {
	return list("年代 年级 年度 年龄 次性 单元 单位 组织 场所 对一 对1 位一体 人间 成立 成员 成功 成果 成为")
})

// CountedInWords reports whether the unit is common behind a number in characters (两支); a rarer one is rather part
// of another word.
func CountedInWords(unit string) bool {
	return OneOf(unit, "个 个月 人 人次 名 位 家 户 场 场次 次 件 支 份 项 岁 周岁 元 年 天 小时")
}

// Span reports whether the unit measures time: near so many of it may mean the last ones (近3年), and so many 内 is a
// limit (30天内).
func Span(unit string) bool {
	return OneOf(unit, "年 个月 周 天 小时 个工作日 工作日 个小时 分钟")
}

// NumeralUnit reports that s begins with a unit that itself begins with a numeral character.
func NumeralUnit(s string) bool { return numeralUnits().longest(s) > 0 }

var numeralUnits = sync.OnceValue(func() words {
	return list("百分点 百帕 千米 千克 千瓦 千卡 千伏 千帕 千焦 千赫 千兆 千字")
})

// Vague reports that a unit begins with or holds a word that blurs the number in a way no hedge does: 二十几人,
// 20来人, 3年半, 300人上下, 30天内.
func Vague(unit string) bool {
	for _, w := range [...]string{"几", "来", "把"} {
		if strings.HasPrefix(unit, w) {
			return true
		}
	}
	for _, w := range [...]string{"半", "上下", "出头", "开外", "不等", "之间", "分之"} {
		if strings.Contains(unit, w) {
			return true
		}
	}
	return strings.HasSuffix(unit, "内")
}

// Blurred reports that what follows a number and its unit makes another of it: 3年半, 300人上下, 5人不到, 60岁(含)以上,
// 3公里多, 30天内.
func Blurred(unit, rest string) bool {
	if blurs().longest(rest) > 0 {
		return true
	}
	for _, w := range [...]string{"多", "余", "有余", "内", "之内"} {
		if strings.HasPrefix(rest, w) {
			return Span(unit) || OneOf(unit, "岁 周岁 公里 千米 米 吨 公斤 千克 克 亩 公顷 平方米 平方公里 倍 元")
		}
	}
	return false
}

var blurs = sync.OnceValue(func() words {
	return list("半 几 来 上下 出头 开外 不到 不足 不等 分之 (含 （含")
})

// Negated reports that text ends in a negation, which turns a hedge behind it round: 没有超过, 不能低于.
func Negated(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune("能会应可要宜得有许曾", last) {
		last, _ = utf8.DecodeLastRuneInString(text[:len(text)-size])
	}
	return strings.ContainsRune("不未没", last)
}

// PartOfWord reports that a hedge of one character behind text is the end of another word: 附近300户, 签约300户, 节约5万元.
func PartOfWord(text, hedge string) bool {
	before, _ := utf8.DecodeLastRuneInString(text)
	switch hedge {
	case "近":
		return strings.ContainsRune("附最邻临靠亲就远贴相", before)
	case "约":
		return strings.ContainsRune("签预公契条节履毁违特邀制婚相失简集租立守", before) || before == '合' && !strings.HasSuffix(text, "折合")
	case "超":
		return strings.ContainsRune("赶反高", before)
	case "达":
		return strings.ContainsRune("传到抵直表", before)
	}
	return false
}

// Counts reports whether a numeral may begin a count behind text: not in an ordinal (第三名), a distribution (每三个), a
// larger count (数十名, 几百户) or a quoted term (“四个意识”).
func Counts(text, numeral string) bool {
	before, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case text == "":
		return true
	case strings.ContainsRune("数几", before):
		r, _ := utf8.DecodeRuneInString(numeral)
		return !strings.ContainsRune("十百千万亿", r)
	}
	return !strings.ContainsRune("第每另这那某同任唯逐之其统进周期初“‘《「", before)
}

// EndsRange reports that text ends in a bare number and a mark that joins it to the next: 3至|5人, 三、|四个.
func EndsRange(text string) bool {
	number := strings.TrimRight(text, "、至到或～~—–－")
	r, _ := utf8.DecodeLastRuneInString(number)
	return len(number) < len(text) && ('0' <= r && r <= '9' || Numeral(r))
}
