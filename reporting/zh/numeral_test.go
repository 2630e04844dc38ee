package zh_test

import (
	"math"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

// TestNumeralBruteForce writes and reads every whole number up to 200,000 and compares with the school rule.
func TestNumeralBruteForce(t *testing.T) {
	for n := range int64(200_001) {
		checkNumeral(t, n)
	}
}

// TestNumeralRandom takes numbers of every length, many of their digits being 0.
func TestNumeralRandom(t *testing.T) {
	r := seeded()
	for range 100_000 {
		var n int64
		for range 1 + r.IntN(16) {
			n *= 10
			if r.IntN(2) == 0 {
				n += r.Int64N(10)
			}
		}
		checkNumeral(t, n)
	}
	checkNumeral(t, 9_999_999_999_999_999)
}

func checkNumeral(t *testing.T, n int64) {
	t.Helper()
	s, err := zh.NumeralInt(n)
	if want := schoolNumeral(uint64(n)); err != nil || s != want {
		t.Fatalf("NumeralInt(%d) = %q, %v; want %q", n, s, err, want)
	}
	d, err := zh.ParseNumeral(s)
	if err != nil || d.Exponent() != 0 || d.IntPart() != n {
		t.Fatalf("ParseNumeral(%q) = %v, %v", s, d, err)
	}
	if n == 0 {
		return
	}
	minus, err := zh.NumeralInt(-n)
	if err != nil || minus != "负"+s {
		t.Fatalf("NumeralInt(%d) = %q, %v", -n, minus, err)
	}
	if d, err = zh.ParseNumeral(minus); err != nil || d.IntPart() != -n {
		t.Fatalf("ParseNumeral(%q) = %v, %v", minus, d, err)
	}
}

// TestNumeralDecimals: decimals come out digit by digit and come back with the same exponent.
func TestNumeralDecimals(t *testing.T) {
	r := seeded()
	table := strings.NewReplacer("0", "零", "1", "一", "2", "二", "3", "三", "4", "四",
		"5", "五", "6", "六", "7", "七", "8", "八", "9", "九")
	for range 20_000 {
		d := randomDecimal(r)
		whole, fraction, _ := strings.Cut(d.Abs().StringFixed(-d.Exponent()), ".")
		want := schoolNumeral(decOf(whole).BigInt().Uint64())
		if fraction != "" {
			want += "点" + table.Replace(fraction)
		}
		if d.IsNegative() {
			want = "负" + want
		}
		got, err := zh.Numeral(d)
		if err != nil || got != want {
			t.Fatalf("Numeral(%s) = %q, %v; want %q", d, got, err, want)
		}
		back, err := zh.ParseNumeral(got)
		if err != nil || !back.Equal(d) || back.Exponent() != d.Exponent() {
			t.Fatalf("ParseNumeral(%q) = %v, %v; want %v", got, back, err, d)
		}
	}
}

func TestNumeralRange(t *testing.T) {
	for in, want := range map[string]string{
		"1e15":                  "一千万亿",
		"0e30":                  "零",
		"12e2":                  "一千二百",
		"0.0000000000000001":    "零点零零零零零零零零零零零零零零零一",
		"-9999999999999999":     "负" + schoolNumeral(9999999999999999),
		"10000000000000000":     "",
		"1e16":                  "",
		"-1e16":                 "",
		"0.00000000000000001":   "",
		"12345678901234567.123": "",
	} {
		got, err := zh.Numeral(decOf(in))
		if want == "" {
			wantCode(t, in, err, zh.ErrRange)
		} else if err != nil || got != want {
			t.Errorf("Numeral(%s) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, n := range []int64{1e16, -1e16, math.MaxInt64, math.MinInt64} {
		_, err := zh.NumeralInt(n)
		wantCode(t, "NumeralInt", err, zh.ErrRange)
		_, err = zh.NumeralBefore(n, "个")
		wantCode(t, "NumeralBefore", err, zh.ErrRange)
	}
}

func TestNumeralBefore(t *testing.T) {
	for _, c := range []struct {
		n       int64
		measure string
		want    string
	}{
		{1, "个", "一个"},
		{2, "支", "两支"},
		{2, "份", "两份"},
		{2, "两", "二两"},
		{2, "", "二"},
		{3, "方面", "三方面"},
		{12, "个", "十二个"},
		{20, "个", "二十个"},
		{22, "人", "二十二人"},
		{102, "人", "一百零二人"},
		{200, "个", "二百个"},
		{222, "个", "二百二十二个"},
		{2000, "元", "两千元"},
		{2200, "人", "两千二百人"},
		{2000, "两", "两千两"},
		{20000, "元", "两万元"},
		{22000, "元", "两万二千元"},
		{32000, "元", "三万二千元"},
		{200000, "元", "二十万元"},
		{20000000, "元", "两千万元"},
		{200000000, "元", "两亿元"},
		{220000000, "元", "两亿二千万元"},
		{-2, "度", "负二度"},
		{0, "个", "零个"},
	} {
		if got, err := zh.NumeralBefore(c.n, c.measure); err != nil || got != c.want {
			t.Errorf("NumeralBefore(%d, %s) = %q, %v; want %q", c.n, c.measure, got, err, c.want)
		}
	}
}

func TestParseNumeralTakesHeadOfTwo(t *testing.T) {
	for in, want := range map[string]string{
		"两": "2", "两百": "200", "两千": "2000", "两万": "20000", "两亿二千万": "220000000", "两千点五": "2000.5",
		"负两千": "-2000", "两百二十": "220", "十二": "12",
	} {
		if got, err := zh.ParseNumeral(in); err != nil || got.String() != want {
			t.Errorf("ParseNumeral(%s) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestParseNumeralRefuses(t *testing.T) {
	for code, texts := range map[fault.Code][]string{
		zh.ErrAmbiguous: {
			"一万二", "二百二", "三千五", "一亿一千", "一亿二千三百", "一百一", "一百二", "一千一百三", "一万亿一千五百七十二万", "两万五",
			"一千三十", "负一万二", "一万二点五",
		},
		zh.ErrNumeral: {
			"", "负", "点", "点五", "一点", "负点", "零零", "负零", "负零点零", "一十二", "一百十二", "一百零零二", "零一", "一零",
			"二二", "两十", "十两", "二两", "两点五", "一百零两", "三万两千", "两两", "〇", "三千〇五十二", "廿", "半", "12", "１２",
			"一点五点五", "一点十", "一点两", "一万万", "一亿亿", "一亿万", "万", "亿", "千", "百零一", "十万零零一", "一万 ", " 一万",
			"壹", "拾", "一\u200b万", "一万\xff", "负负一", "百一十", "一千零百", strings.Repeat("一", 86),
			strings.Repeat("九千", 42), strings.Repeat("亿", 85), "一点" + strings.Repeat("零", 84),
		},
		zh.ErrRange: {"一点零零零零零零零零零零零零零零零零零"},
	} {
		for _, s := range texts {
			d, err := zh.ParseNumeral(s)
			wantCode(t, s, err, code)
			if !d.IsZero() {
				t.Errorf("ParseNumeral(%q) returned %v beside an error", s, d)
			}
		}
	}
}

func TestDigits(t *testing.T) {
	for n, want := range map[int]string{0: "〇", 7: "七", 10: "一〇", 2022: "二〇二二", 1949: "一九四九", -1: ""} {
		if got := zh.Digits(n); got != want {
			t.Errorf("Digits(%d) = %q, want %q", n, got, want)
		}
		if back, err := zh.ParseDigits(want); n >= 0 && (err != nil || back != n) {
			t.Errorf("ParseDigits(%q) = %d, %v", want, back, err)
		}
	}
	for _, s := range []string{"", "二零二二", "〇一", "〇〇", "二〇二二年", "2022", "二〇\xff", "十二"} {
		_, err := zh.ParseDigits(s)
		wantCode(t, s, err, zh.ErrNumeral)
	}
	_, err := zh.ParseDigits(strings.Repeat("九", 20))
	wantCode(t, "twenty nines", err, zh.ErrRange)
	_, err = zh.ParseDigits(strings.Repeat("九", 100))
	wantCode(t, "a hundred nines", err, zh.ErrNumeral)
	if n, err := zh.ParseDigits(zh.Digits(math.MaxInt)); err != nil || n != math.MaxInt {
		t.Errorf("the largest int comes back as %d, %v", n, err)
	}
}

func FuzzParseNumeral(f *testing.F) {
	for _, s := range []string{"零", "两千", "一万二", "一亿一千", "一百二十一万四千点五零", "负十二点三二", "一万亿零一", "十万零一十", "〇"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := zh.ParseNumeral(s)
		if err != nil {
			discreet(t, err)
			return
		}
		if d.Abs().GreaterThanOrEqual(decimal.New(1, 16)) || d.Exponent() > 0 || d.Exponent() < -16 {
			t.Fatalf("ParseNumeral(%q) is out of range", s)
		}
		back, err := zh.Numeral(d)
		if err != nil {
			t.Fatalf("Numeral of %q: %v", s, err)
		}
		if back != s && back != strings.Replace(s, "两", "二", 1) {
			t.Fatalf("%q comes back as %q", s, back)
		}
	})
}

func FuzzParseDigits(f *testing.F) {
	for _, s := range []string{"〇", "二〇二二", "二零二二", "九九九九九九九九九九九九九九九九九九九九"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := zh.ParseDigits(s)
		if err != nil {
			discreet(t, err)
		} else if back := zh.Digits(n); back != s {
			t.Fatalf("%q comes back as %q", s, back)
		}
	})
}

func BenchmarkNumeral(b *testing.B) {
	b.ReportAllocs()
	d := decOf("1214000.5")
	for b.Loop() {
		_, _ = zh.Numeral(d)
	}
}

func BenchmarkParseNumeral(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = zh.ParseNumeral("一百二十一万四千")
	}
}
