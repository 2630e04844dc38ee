package zh

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
	"github.com/shegong/shegong/reporting/zh/internal/script"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// CapitalsForm chooses among the forms the rules allow for an amount in capitals. Forms are added up:
// Capitals(a, Renminbi|ZeroExplicit). The zero value, ZeroMinimal, is the canonical form of [Capitals].
type CapitalsForm uint8

const (
	// ZeroMinimal writes no 零 before 仟 after an 万 or 亿 whose own last digits are zeros: 壹拾万柒仟元零伍角叁分.
	ZeroMinimal CapitalsForm = 0
	// ZeroExplicit writes every 零 that the rules leave open: 壹拾万零柒仟元零伍角叁分.
	ZeroExplicit CapitalsForm = 1
	// Renminbi puts 人民币 in front, as bills require it unless it is printed on the form.
	Renminbi CapitalsForm = 2
)

const (
	renminbi = "人民币"
	minus    = "负"
	naught   = "零"
)

// Capitals writes an amount in capitals (人民币大写): ¥1,214,000.50 is 壹佰贰拾壹万肆仟元零伍角整, ¥0.00 is 零元整.
// The error is [ErrRange] from 10^16 yuan, since 万万亿 and 京 are not forms of mainland accounts.
//
// The form satisfies both authorities: 整 after 元 and after 角 (the bill rule leaves it open after 角, 会计基础工作规范
// 第52条 requires it), none after 分; a 零 after 元 where the yuan end in 0 and there are 角 (the form the bill rule
// lists first); always a 零 for an empty group of four digits between two others (壹亿零壹仟元整); 壹拾, never a bare
// 拾. A negative amount begins with 负, after 人民币.
func Capitals(a money.Amount, forms ...CapitalsForm) (string, error) {
	var buf [script.MaxText]byte
	b, err := AppendCapitals(buf[:0], a, forms...)
	return string(b), err
}

// AppendCapitals appends [Capitals] of a to b, without allocating more than b needs. On an error it appends
// nothing.
func AppendCapitals(b []byte, a money.Amount, forms ...CapitalsForm) ([]byte, error) {
	var form CapitalsForm
	for _, f := range forms {
		form |= f
	}
	fen := digits.Magnitude(a.Fen())
	if fen >= 100*script.Limit {
		return b, catalogue().New(ErrRange)
	}
	if form&Renminbi != 0 {
		b = append(b, renminbi...)
	}
	if a.Sign() < 0 {
		b = append(b, minus...)
	}
	zero := ""
	if form&ZeroExplicit != 0 {
		zero = naught
	}
	return appendCapitals(b, fen, zero, naught, "整"), nil
}

// CapitalsDecimal writes so many yuan in capitals, rounded to the fen as told: 0.005 with [money.HalfUp] is 壹分.
// For an amount that must already be exact use [money.FromDecimal] and [Capitals]. Errors are those of
// [money.FromDecimalRounded], and [ErrRange] as for Capitals.
func CapitalsDecimal(yuan decimal.Decimal, mode money.Rounding, forms ...CapitalsForm) (string, error) {
	a, err := money.FromDecimalRounded(yuan, mode)
	if err != nil {
		return "", err
	}
	return Capitals(a, forms...)
}

// appendCapitals writes an amount below 10^16 yuan. What the rules leave open is given by the caller: the 零 before
// 仟, the 零 between a round yuan and 角, the 整 after 角.
func appendCapitals(b []byte, fen uint64, beforeThousands, beforeJiao, afterJiao string) []byte {
	yuan, jiao, fen := fen/100, fen/10%10, fen%10
	if yuan > 0 || jiao == 0 && fen == 0 {
		b = append(script.Capital().Append(b, yuan, beforeThousands), "元"...)
	}
	switch {
	case jiao == 0 && fen == 0:
		return append(b, "整"...)
	case jiao == 0 && yuan > 0:
		b = append(b, naught...)
	case jiao > 0 && yuan > 0 && yuan%10 == 0:
		b = append(b, beforeJiao...)
	}
	if jiao > 0 {
		b = append(append(b, script.Glyph(script.CapitalDigits, int(jiao))...), "角"...)
	}
	if fen > 0 {
		return append(append(b, script.Glyph(script.CapitalDigits, int(fen))...), "分"...)
	}
	return append(b, afterJiao...)
}

// ParseCapitals reads an amount in capitals in every form the rules allow: with or without 人民币 and the optional
// 零 and 整, 圆 for 元, 正 for 整, and the traditional 貳 陸 億 萬 圓 that banks must accept, with 叄 負 幣 that go with
// them. What is none of these forms is refused: [ErrAmbiguous] where a required 零 is missing (壹亿壹仟元整 is also
// how 1.1亿 is said), else [ErrCapitals].
func ParseCapitals(s string) (money.Amount, error) {
	refuse := func(code fault.Code) (money.Amount, error) { return money.Amount{}, catalogue().New(code) }
	if len(s) > script.MaxText {
		return refuse(ErrCapitals)
	}
	text, _ := strings.CutPrefix(strings.Map(simplify, s), renminbi)
	text, neg := strings.CutPrefix(text, minus)
	n, ok := capitalsValue(text)
	if !ok || neg && n == 0 {
		return refuse(ErrCapitals)
	}
	zero := script.Optional + naught
	pattern := string(appendCapitals(nil, n, zero, zero, script.Optional+"整"))
	if code := compare(text, pattern, ErrCapitals); code != "" {
		return refuse(code)
	}
	a := money.Fen(int64(n))
	if neg {
		a = a.Neg()
	}
	return a, nil
}

// capitalsValue reads an amount without regard to 零 and to what is missing, as script.Set.Value does.
func capitalsValue(text string) (fen uint64, ok bool) {
	text = strings.TrimSuffix(text, "整")
	words, rest, whole := strings.Cut(text, "元")
	if !whole {
		words, rest = "", text
	}
	yuan, ok := script.Capital().Value(words)
	if !ok || whole && words == "" {
		return 0, false
	}
	fen = yuan * 100
	for _, unit := range [...]struct {
		name string
		fen  uint64
	}{{"角", 10}, {"分", 1}} {
		if digit, after, found := strings.Cut(rest, unit.name); found {
			d, ok := script.Capital().Value(digit)
			if !ok || d > 9 {
				return 0, false
			}
			fen, rest = fen+d*unit.fen, after
		}
	}
	return fen, rest == "" && (whole || fen > 0)
}

// simplify maps the characters that are accepted beside the written ones.
func simplify(r rune) rune {
	switch r {
	case '貳':
		return '贰'
	case '叄':
		return '叁'
	case '陸':
		return '陆'
	case '萬':
		return '万'
	case '億':
		return '亿'
	case '圆', '圓':
		return '元'
	case '正':
		return '整'
	case '負':
		return '负'
	case '幣':
		return '币'
	}
	return r
}
