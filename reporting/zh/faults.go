package zh

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

const (
	// ErrRange: the figure has more digits than its words can carry.
	ErrRange fault.Code = "ZH-RANGE"
	// ErrScale: the scale word is none of 万 and 亿.
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
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrRange, ZH: "数值超出可书写的范围", EN: "the figure is out of the range that can be written"},
		fault.Text{Code: ErrScale, ZH: "数位词只能是万或亿", EN: "the scale word must be 万 or 亿"},
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
	)
})
