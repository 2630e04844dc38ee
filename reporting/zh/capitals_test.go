package zh_test

import (
	"bufio"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// TestGoldenCapitals reads testdata/capitals.tsv, which was written from the rules and is never generated, in
// both directions.
func TestGoldenCapitals(t *testing.T) {
	file, err := os.Open("testdata/capitals.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		row := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(row[0], "#") {
			continue
		}
		rows++
		d, capitals, numeral := decOf(row[0]), row[1], row[2]
		if capitals == string(zh.ErrRange) {
			_, err := zh.CapitalsDecimal(d, money.HalfUp)
			wantCode(t, row[0], err, zh.ErrRange)
			_, err = zh.Numeral(d)
			wantCode(t, row[0], err, zh.ErrRange)
			continue
		}
		if got, err := zh.CapitalsDecimal(d, money.HalfUp); err != nil || got != capitals {
			t.Errorf("CapitalsDecimal(%s) = %q, %v; want %q", row[0], got, err, capitals)
		}
		if got, err := zh.Numeral(d); err != nil || got != numeral {
			t.Errorf("Numeral(%s) = %q, %v; want %q", row[0], got, err, numeral)
		}
		if got, err := zh.ParseCapitals(capitals); err != nil || !got.Decimal().Equal(d.Round(2)) {
			t.Errorf("ParseCapitals(%q) = %v, %v", capitals, got, err)
		}
		if got, err := zh.ParseNumeral(numeral); err != nil || got.String() != d.String() || got.Exponent() != d.Exponent() {
			t.Errorf("ParseNumeral(%q) = %v, %v", numeral, got, err)
		}
	}
	if rows != 71 {
		t.Errorf("the table has %d rows, want 71", rows)
	}
}

var (
	toCapitals = strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒",
		"八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟")
	toRoundForms  = strings.NewReplacer("元", "圆", "整", "正")
	toTraditional = strings.NewReplacer("贰", "貳", "陆", "陸", "亿", "億", "万", "萬", "元", "圓", "叁", "叄", "负", "負",
		"币", "幣")
)

// schoolCapitals is the oracle: the school reading of the yuan in other characters, then the rules for 元角分.
func schoolCapitals(fen uint64) string {
	s := toCapitals.Replace(schoolRead(fen/100)) + "元"
	digit := func(n uint64) string { return string([]rune("零壹贰叁肆伍陆柒捌玖")[n]) }
	yuan, jiao, rest := fen/100, fen/10%10, fen%10
	switch {
	case jiao == 0 && rest == 0:
		return s + "整"
	case jiao == 0:
		s += "零" + digit(rest) + "分"
	case yuan%10 == 0:
		s += "零" + digit(jiao) + "角"
	default:
		s += digit(jiao) + "角"
	}
	if jiao != 0 && rest != 0 {
		s += digit(rest) + "分"
	} else if jiao != 0 {
		s += "整"
	}
	return strings.TrimPrefix(s, "零元零")
}

// randomFen has up to 16 yuan digits, half of them 0.
func randomFen(next func(int64) int64) int64 {
	var fen int64
	for range 1 + next(18) {
		fen *= 10
		if next(2) == 0 {
			fen += next(10)
		}
	}
	return fen
}

// TestCapitalsRoundTrip: 10^5 random amounts, against the oracle, in every form, and back.
func TestCapitalsRoundTrip(t *testing.T) {
	r := seeded()
	explicit := 0
	for i := range 100_000 {
		fen := randomFen(r.Int64N)
		want, minus := schoolCapitals(uint64(fen)), ""
		if i%3 == 0 && fen != 0 {
			fen, minus = -fen, "负"
		}
		a := money.Fen(fen)
		for form, want := range map[zh.CapitalsForm]string{
			zh.ZeroMinimal: minus + want,
			zh.Renminbi:    "人民币" + minus + want,
		} {
			if got, err := zh.Capitals(a, form); err != nil || got != want {
				t.Fatalf("Capitals(%v, %d) = %q, %v; want %q", a, form, got, err, want)
			}
			checkCapitals(t, want, a)
		}
		full, err := zh.Capitals(a, zh.ZeroExplicit)
		if err != nil {
			t.Fatal(err)
		}
		checkCapitals(t, full, a)
		if full != minus+want {
			explicit++
		}
		if strings.ReplaceAll(full, "零", "") != strings.ReplaceAll(minus+want, "零", "") {
			t.Fatalf("ZeroExplicit changes more than 零: %q, %q", full, want)
		}
		// The other forms on the list: 圆, 正, no 整 after 角, no 零 before 角, traditional characters.
		checkCapitals(t, toRoundForms.Replace(minus+want), a)
		checkCapitals(t, toTraditional.Replace("人民币"+minus+want), a)
		if s, ok := strings.CutSuffix(minus+want, "角整"); ok {
			checkCapitals(t, s+"角", a)
		}
		if before, jiao, ok := strings.Cut(minus+want, "元零"); ok && strings.Contains(jiao, "角") {
			checkCapitals(t, before+"元"+jiao, a)
		}
	}
	if explicit == 0 {
		t.Error("ZeroExplicit never differed")
	}
}

func checkCapitals(t *testing.T, s string, want money.Amount) {
	t.Helper()
	if got, err := zh.ParseCapitals(s); err != nil || got != want {
		t.Fatalf("ParseCapitals(%q) = %v, %v; want %v", s, got, err, want)
	}
}

// TestCapitalsOfTheRegulation holds the examples printed in the bill regulation, in both forms of rule (三).
func TestCapitalsOfTheRegulation(t *testing.T) {
	for text, want := range map[string]string{
		"人民币壹仟肆佰零玖元伍角":      "1409.50",
		"人民币陆仟零柒元壹角肆分":      "6007.14",
		"人民币壹仟陆佰捌拾元零叁角贰分":   "1680.32",
		"人民币壹仟陆佰捌拾元叁角贰分":    "1680.32",
		"人民币壹拾万柒仟元零伍角叁分":    "107000.53",
		"人民币壹拾万零柒仟元伍角叁分":    "107000.53",
		"人民币壹万陆仟肆佰零玖元零贰分":   "16409.02",
		"人民币叁佰贰拾伍元零肆分":      "325.04",
		"人民币壹仟肆佰零玖元伍角整":     "1409.50",
		"叁拾万零玖仟捌佰贰拾伍元整":     "309825.00",
		"壹万亿零壹仟伍佰柒拾贰万零叁拾元整": "1000015720030.00",
		"壹亿零壹仟元整":           "100001000.00",
		"壹拾亿零壹仟万元整":         "1010000000.00",
	} {
		if got, err := zh.ParseCapitals(text); err != nil || got.String() != want {
			t.Errorf("ParseCapitals(%q) = %v, %v; want %s", text, got, err, want)
		}
	}
	got, err := zh.Capitals(money.Fen(10700053), zh.ZeroExplicit, zh.Renminbi)
	if want := "人民币壹拾万零柒仟元零伍角叁分"; err != nil || got != want {
		t.Errorf("explicit 107000.53 = %q, %v; want %q", got, err, want)
	}
}

func TestParseCapitalsRefuses(t *testing.T) {
	for code, texts := range map[fault.Code][]string{
		zh.ErrAmbiguous: {
			"壹亿壹仟元整", "壹亿贰仟元整", "人民币壹亿壹仟元整", "壹万亿壹仟伍佰柒拾贰万元整", "壹万贰元整", "壹佰贰元整", "壹元贰分",
			"壹拾元伍分", "负壹亿壹仟元整", "貳億貳仟圓正",
		},
		zh.ErrCapitals: {
			"", "整", "元", "元整", "零", "零整", "零分", "零角", "零角整", "零元", "零元零角零分", "零元伍角整", "零元零伍分", "零伍分",
			"负零元整", "负", "人民币", "人民币整", "壹元", "壹佰元", "壹佰", "壹佰整", "拾元整", "佰元整", "万元整", "亿元整", "壹拾壹",
			"壹角壹分整", "壹分整", "壹分壹角", "壹元壹分壹角", "壹元壹", "壹元零", "壹元零整", "壹元零壹角整", "壹元壹角零壹分", "壹元零零壹分",
			"壹拾壹角整", "壹元壹拾分", "壹元元整", "壹元整整", "壹元整壹角", "正壹元", "壹元人民币整", "人民币人民币壹元整", "负人民币壹元整",
			"负负壹元整", "人民币 壹元整", "人民币：壹元整", " 壹元整", "壹元整 ", "￥壹元整", "一元整", "壹块整", "壹毛", "念元整", "另",
			"壹元贰角叁分肆分", "零壹元整", "壹佰零零壹元整", "壹仟零佰元整", "壹万零元整", "壹亿零万元整", "壹亿亿元整", "壹万万元整",
			"壹亿零贰亿元整", "贰拾零壹元整", "壹\u200b元整", "壹元整\xff", "12.00", "壹贰元整", "玖仟万仟元整", "壹仟仟元整",
			"壹万万亿元整", "玖仟玖佰玖拾玖万亿元玖仟玖佰玖拾玖万亿角",
			strings.Repeat("玖仟", 60), strings.Repeat("亿", 80) + "元整", strings.Repeat("壹", 86) + "元整",
		},
	} {
		for _, s := range texts {
			a, err := zh.ParseCapitals(s)
			wantCode(t, s, err, code)
			if a != (money.Amount{}) {
				t.Errorf("ParseCapitals(%q) returned %v beside an error", s, a)
			}
		}
	}
}

func TestCapitalsRange(t *testing.T) {
	largest := money.Fen(999_999_999_999_999_999)
	s, err := zh.Capitals(largest)
	if err != nil || s != schoolCapitals(999_999_999_999_999_999) {
		t.Fatalf("Capitals(%v) = %q, %v", largest, s, err)
	}
	for _, fen := range []int64{1_000_000_000_000_000_000, -1_000_000_000_000_000_000, math.MaxInt64, math.MinInt64} {
		_, err := zh.Capitals(money.Fen(fen))
		wantCode(t, "Capitals", err, zh.ErrRange)
		b, err := zh.AppendCapitals([]byte("共"), money.Fen(fen), zh.Renminbi)
		wantCode(t, "AppendCapitals", err, zh.ErrRange)
		if string(b) != "共" {
			t.Errorf("an error left %q", b)
		}
	}
	if b, err := zh.AppendCapitals([]byte("共"), money.Fen(-5)); err != nil || string(b) != "共负伍分" {
		t.Errorf("AppendCapitals = %q, %v", b, err)
	}
}

func TestCapitalsDecimal(t *testing.T) {
	for _, c := range []struct {
		in   string
		mode money.Rounding
		want string
	}{
		{"0.005", money.HalfUp, "壹分"},
		{"0.005", money.HalfEven, "零元整"},
		{"0.009", money.Truncate, "零元整"},
		{"-0.005", money.HalfUp, "负壹分"},
		{"-0.004", money.HalfUp, "零元整"},
		{"1.995", money.HalfUp, "贰元整"},
	} {
		if got, err := zh.CapitalsDecimal(decOf(c.in), c.mode); err != nil || got != c.want {
			t.Errorf("CapitalsDecimal(%s, %s) = %q, %v; want %q", c.in, c.mode, got, err, c.want)
		}
	}
	_, err := zh.CapitalsDecimal(decOf("1"), "")
	wantCode(t, "no mode", err, money.ErrRounding)
	_, err = zh.CapitalsDecimal(decimal.New(1, 2_000_000_000), money.HalfUp)
	wantCode(t, "bomb", err, money.ErrRange)
}

func FuzzParseCapitals(f *testing.F) {
	for _, s := range []string{
		"零元整", "壹分", "人民币壹拾万零柒仟元伍角叁分", "人民幣負貳億圓正", "壹亿壹仟元整", "壹万亿零壹元整", "壹元零伍角", "伍角", "壹拾元伍角",
	} {
		f.Add(s)
	}
	bare := strings.NewReplacer("零", "", "整", "", "正", "", "人民币", "", "人民幣", "", "圆", "元", "圓", "元",
		"貳", "贰", "叄", "叁", "陸", "陆", "萬", "万", "億", "亿", "負", "负")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := zh.ParseCapitals(s)
		if err != nil {
			discreet(t, err)
			return
		}
		canonical, err := zh.Capitals(a)
		if err != nil {
			t.Fatalf("Capitals of %q: %v", s, err)
		}
		if back, err := zh.ParseCapitals(canonical); err != nil || back != a {
			t.Fatalf("%q read as %v, written %q, read as %v, %v", s, a, canonical, back, err)
		}
		if bare.Replace(s) != bare.Replace(canonical) {
			t.Fatalf("%q is taken for %q", s, canonical)
		}
	})
}

func BenchmarkCapitals(b *testing.B) {
	for name, fen := range map[string]int64{"107000.53": 10700053, "9999999999999999.99": 999_999_999_999_999_999} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			a := money.Fen(fen)
			for b.Loop() {
				_, _ = zh.Capitals(a)
			}
		})
	}
}

func BenchmarkParseCapitals(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = zh.ParseCapitals("壹拾万柒仟元零伍角叁分")
	}
}
