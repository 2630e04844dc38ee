package zh

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

const (
	// ErrRange: the figure has more digits than its words can carry.
	ErrRange fault.Code = "ZH-RANGE"
	// ErrScale: the scale word is none of 万, 亿 and 万亿.
	ErrScale fault.Code = "ZH-SCALE"
	// ErrBorder: rounding would lift the figure onto a border it has not reached, or make it vanish.
	ErrBorder fault.Code = "ZH-BORDER"
	// ErrRounding: the rounding mode is unknown, or the number of decimals is not 0 to 16.
	ErrRounding fault.Code = "ZH-ROUNDING"
	// ErrNumeral: the text is no Chinese numeral in the written form.
	ErrNumeral fault.Code = "ZH-NUMERAL"
	// ErrAmbiguous: a 零 is missing, and the text can be read as two different numbers (一万二, 壹亿壹仟元整).
	ErrAmbiguous fault.Code = "ZH-AMBIGUOUS"
	// ErrCapitals: the text is no amount of renminbi in capitals.
	ErrCapitals fault.Code = "ZH-CAPITALS"
	// ErrDate: the text is no date in the written form.
	ErrDate fault.Code = "ZH-DATE"
	// ErrWording: the wording is none of the declared ones, or the form belongs to another.
	ErrWording fault.Code = "ZH-WORDING"
	// ErrStep: the step is missing or negative, or none of its multiples can be shown for the value.
	ErrStep fault.Code = "ZH-STEP"
	// ErrUnit: the unit is no measure word, or would be read as part of the number or of the hedge.
	ErrUnit fault.Code = "ZH-UNIT"
	// ErrUntrue: the phrase is not true of the value.
	ErrUntrue fault.Code = "ZH-UNTRUE"
	// ErrStretched: the phrase is true of the value, but the shown number is too far off for the wording.
	ErrStretched fault.Code = "ZH-STRETCHED"
	// ErrFigure: the text is no figure phrase.
	ErrFigure fault.Code = "ZH-FIGURE"
	// ErrFigureDate: the text is a date, time or year, not a quantity.
	ErrFigureDate fault.Code = "ZH-FIGURE-DATE"
	// ErrContradiction: two hedges of one number contradict each other (近…余, 超…以上).
	ErrContradiction fault.Code = "ZH-CONTRADICTION"
	// ErrRedundant: two hedges of one number say the same (约…左右, 至少…以上, 约…余).
	ErrRedundant fault.Code = "ZH-REDUNDANT"
	// ErrIrregular: a hedge stands on a number that cannot bear it (23余次, 1234余万元, 近0个).
	ErrIrregular fault.Code = "ZH-IRREGULAR"
	// ErrMixed: 十, 百, 千 behind digits (3千里), or digits behind a scale word (3亿4500万).
	ErrMixed fault.Code = "ZH-MIXED"
	// ErrShortYear: a year is written with two digits (22年6月).
	ErrShortYear fault.Code = "ZH-SHORT-YEAR"
	// ErrPaddedDate: a month or day has a leading zero (2022年06月28日).
	ErrPaddedDate fault.Code = "ZH-PADDED-DATE"
	// ErrListed: an approximation by two neighbouring digits has a 、 between them (三、四个).
	ErrListed fault.Code = "ZH-LISTED"
	// ErrComma: decimals are grouped (3.141,592).
	ErrComma fault.Code = "ZH-COMMA"
	// ErrSpan: the first number of a range lacks the 万, 亿 or % of the second (13~17万元).
	ErrSpan fault.Code = "ZH-SPAN"
	// ErrPoints: a share changes by %, where percentage points (百分点) may be meant.
	ErrPoints fault.Code = "ZH-POINTS"
	// ErrTimes: a decrease is told in multiples (下降2倍).
	ErrTimes fault.Code = "ZH-TIMES"
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrRange, ZH: "数值超出可书写的范围", EN: "the figure is out of the range that can be written"},
		fault.Text{Code: ErrScale, ZH: "数位词只能是万、亿或万亿", EN: "the scale word must be 万, 亿 or 万亿"},
		fault.Text{
			Code: ErrBorder,
			ZH:   "舍入后进位越界或归零（如9.9999万成为10万），请用精确值或“近”",
			EN:   "rounding would cross a border or reach zero (9.9999万 as 10万); use the exact value or a hedge",
		},
		fault.Text{
			Code: ErrRounding,
			ZH:   "未指明舍入方式，或小数位数不在0至16之间",
			EN:   "the rounding mode is not named or the decimals are not 0 to 16",
		},
		fault.Text{Code: ErrNumeral, ZH: "不是规范的汉字数字", EN: "not a Chinese numeral in the written form"},
		fault.Text{
			Code: ErrAmbiguous,
			ZH:   "缺“零”，读法有歧义（一万二可指12000或10002）",
			EN:   "a 零 is missing and the text reads two ways (一万二 is 12000 or 10002)",
		},
		fault.Text{Code: ErrCapitals, ZH: "不是规范的人民币大写金额", EN: "not an amount of renminbi in capitals"},
		fault.Text{Code: ErrDate, ZH: "不是规范的汉字日期", EN: "not a date in the written form"},
		fault.Text{Code: ErrWording, ZH: "数量修饰语不在规定之列", EN: "the wording is unknown or has no such form"},
		fault.Text{
			Code: ErrStep,
			ZH:   "缺少步长，或按此步长没有可写的整数",
			EN:   "the step is missing, or none of its multiples can be shown",
		},
		fault.Text{
			Code: ErrUnit,
			ZH:   "单位不是量词，或会与数字、修饰语连读",
			EN:   "the unit is no measure word, or would be read as part of number or hedge",
		},
		fault.Text{Code: ErrUntrue, ZH: "修饰语与实际数值不符", EN: "the wording is not true of the value"},
		fault.Text{
			Code: ErrStretched,
			ZH:   "修饰语虽不失实，但所写数字与实际数值相差过大",
			EN:   "the wording is true, but the shown number is too far from the value",
		},
		fault.Text{Code: ErrFigure, ZH: "不是规范的数量短语", EN: "not a figure phrase in the written form"},
		fault.Text{Code: ErrFigureDate, ZH: "这是日期或时刻，不是数量", EN: "a date or time, not a quantity"},
		fault.Text{
			Code: ErrContradiction,
			ZH:   "修饰语互相矛盾（如近…余、超…以上）",
			EN:   "hedges contradict each other (近…余, 超…以上)",
		},
		fault.Text{
			Code: ErrRedundant,
			ZH:   "修饰语重复（如约…余、约…左右、至少…以上）",
			EN:   "hedges say the same twice (约…余, 约…左右, 至少…以上)",
		},
		fault.Text{
			Code: ErrIrregular,
			ZH:   "此数不能这样修饰：余、多只跟整十以上的数或万、亿（最多一位小数），修饰的数须大于零",
			EN:   "the number cannot bear this hedge: 余 and 多 follow round tens, or 万 and 亿 with at most one decimal",
		},
		fault.Text{
			Code: ErrMixed,
			ZH:   "阿拉伯数字后不用十、百、千（不写3千里）；万、亿宜只用一次（3亿4500万写作3.45亿）",
			EN:   "十, 百 and 千 do not follow digits (3千里); 万 and 亿 had better stand once (3.45亿, not 3亿4500万)",
		},
		fault.Text{Code: ErrShortYear, ZH: "年份应写四位数字", EN: "a year is written with four digits"},
		fault.Text{Code: ErrPaddedDate, ZH: "月、日不编虚位（6月，不写06月）", EN: "month and day take no leading zero"},
		fault.Text{
			Code: ErrListed,
			ZH:   "相邻两数表示概数时不用顿号（三四个）",
			EN:   "an approximation by two digits takes no 、 (三四个)",
		},
		fault.Text{Code: ErrComma, ZH: "小数部分不分节", EN: "decimals are not grouped"},
		fault.Text{
			Code: ErrSpan,
			ZH:   "数值范围的前一个数应写全万、亿或%（13万元~17万元）",
			EN:   "both ends of a range carry 万, 亿 or % (13万元~17万元)",
		},
		fault.Text{
			Code: ErrPoints,
			ZH:   "占比、比率的增减可能应写百分点",
			EN:   "a change of a share may be meant in percentage points",
		},
		fault.Text{Code: ErrTimes, ZH: "减少、下降不用倍数", EN: "a decrease is not told in multiples"},
	)
})
