package zh_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/money"
)

func TestGroupAndPlain(t *testing.T) {
	for _, c := range []struct{ in, group, plain string }{
		{"0", "0", "0"},
		{"0.00", "0.00", "0.00"},
		{"7", "7", "7"},
		{"999", "999", "999"},
		{"1000", "1,000", "1000"},
		{"8703", "8,703", "8703"},
		{"1214000.5", "1,214,000.5", "1214000.5"},
		{"1214000.50", "1,214,000.50", "1214000.50"},
		{"-1214000.50", "-1,214,000.50", "-1214000.50"},
		{"-999.1234567", "-999.1234567", "-999.1234567"},
		{"0.46", "0.46", "0.46"},
		{"0.000046", "0.000046", "0.000046"},
		{"1e6", "1,000,000", "1000000"},
		{"0e6", "0", "0"},
		{"-12e3", "-12,000", "-12000"},
		{"99999999999999.99", "99,999,999,999,999.99", "99999999999999.99"},
		{"9007199254740993.01", "9,007,199,254,740,993.01", "9007199254740993.01"},
		{"-123456789012345678901234567890.12", "-123,456,789,012,345,678,901,234,567,890.12", "-123456789012345678901234567890.12"},
	} {
		d := decOf(c.in)
		if diff := cmp.Diff([]string{c.group, c.plain}, []string{zh.Group(d), zh.Plain(d)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
		if got := string(zh.AppendGroup([]byte("共"), d)); got != "共"+c.group {
			t.Errorf("AppendGroup(%s) = %q", c.in, got)
		}
		if got := string(zh.AppendPlain([]byte("共"), d)); got != "共"+c.plain {
			t.Errorf("AppendPlain(%s) = %q", c.in, got)
		}
	}
	if got := zh.Group(decimal.Decimal{}); got != "0" {
		t.Errorf("the zero decimal reads %q", got)
	}
}

var fourDigits = regexp.MustCompile(`^(-?\d+)(\d{3})`)

// commas is the oracle for grouping.
func commas(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	for old := ""; old != whole; {
		old, whole = whole, fourDigits.ReplaceAllString(whole, "$1,$2")
	}
	if point {
		return whole + "." + fraction
	}
	return whole
}

func TestGroupFixedAgainstDecimal(t *testing.T) {
	r := seeded()
	for range 20_000 {
		d, places := randomDecimal(r), r.IntN(5)
		for mode, want := range map[money.Rounding]string{
			money.HalfUp:   d.StringFixed(int32(places)),
			money.HalfEven: d.StringFixedBank(int32(places)),
			money.Truncate: d.Truncate(int32(places)).StringFixed(int32(places)),
		} {
			if strings.Trim(want, "-0.") == "" {
				want = strings.TrimPrefix(want, "-")
			}
			if got, err := zh.GroupFixed(d, places, mode); err != nil || got != commas(want) {
				t.Fatalf("GroupFixed(%s, %d, %s) = %q, %v; want %q", d, places, mode, got, err, commas(want))
			}
		}
	}
}

func TestGroupFixedEdges(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		mode   money.Rounding
		want   string
	}{
		{"0.5", 0, money.HalfUp, "1"},
		{"0.5", 0, money.HalfEven, "0"},
		{"1.5", 0, money.HalfEven, "2"},
		{"2.5", 0, money.HalfEven, "2"},
		{"2.50001", 0, money.HalfEven, "3"},
		{"0.05", 0, money.HalfUp, "0"},
		{"0.005", 1, money.HalfUp, "0.0"},
		{"-0.5", 0, money.HalfUp, "-1"},
		{"-0.4", 0, money.HalfUp, "0"},
		{"-0.0004", 2, money.HalfEven, "0.00"},
		{"999.5", 0, money.HalfUp, "1,000"},
		{"999.5", 0, money.Truncate, "999"},
		{"1214386.255", 1, money.HalfUp, "1,214,386.3"},
		{"8.53459", 2, money.HalfEven, "8.53"},
		{"7", 2, money.HalfUp, "7.00"},
		{"1e3", 1, money.HalfUp, "1,000.0"},
		{"0.000", 1, money.HalfUp, "0.0"},
		{"99999999999999999999.995", 2, money.HalfUp, "100,000,000,000,000,000,000.00"},
	} {
		if got, err := zh.GroupFixed(decOf(c.in), c.places, c.mode); err != nil || got != c.want {
			t.Errorf("GroupFixed(%s, %d, %s) = %q, %v; want %q", c.in, c.places, c.mode, got, err, c.want)
		}
	}
}

func TestRoundingMustBeNamed(t *testing.T) {
	d := decOf("1.25")
	for _, c := range []struct {
		places int
		mode   money.Rounding
	}{{1, ""}, {1, "up"}, {-1, money.HalfUp}, {17, money.HalfUp}} {
		_, err := zh.GroupFixed(d, c.places, c.mode)
		wantCode(t, fmt.Sprint("GroupFixed ", c), err, zh.ErrRounding)
		_, err = zh.Scaled(d, zh.Wan, c.places, c.mode)
		wantCode(t, fmt.Sprint("Scaled ", c), err, zh.ErrRounding)
		_, err = zh.Compact(d, c.places, c.mode)
		wantCode(t, fmt.Sprint("Compact ", c), err, zh.ErrRounding)
		_, err = zh.Percent(d, c.places, c.mode)
		wantCode(t, fmt.Sprint("Percent ", c), err, zh.ErrRounding)
		_, err = zh.Points(d, d, c.places, c.mode)
		wantCode(t, fmt.Sprint("Points ", c), err, zh.ErrRounding)
	}
}

func TestExponentBombs(t *testing.T) {
	for _, d := range bombs() {
		for name, got := range map[string]string{
			"Group": zh.Group(d), "Plain": zh.Plain(d), "InWan": zh.InWan(d), "InYi": zh.InYi(d),
		} {
			if len(got) > 40 || !strings.Contains(got, "E") {
				t.Errorf("%s of exponent %d has %d bytes", name, d.Exponent(), len(got))
			}
		}
		zh.ScaleOf(d)
		_, err := zh.GroupFixed(d, 2, money.HalfUp)
		wantCode(t, "GroupFixed", err, zh.ErrRange)
		_, err = zh.Scaled(d, zh.Wan, 2, money.HalfUp)
		wantCode(t, "Scaled", err, zh.ErrRange)
		_, err = zh.Compact(d, 2, money.HalfUp)
		wantCode(t, "Compact", err, zh.ErrRange)
		_, err = zh.Percent(d, 2, money.HalfUp)
		wantCode(t, "Percent", err, zh.ErrRange)
		_, err = zh.Points(d, decOf("1"), 2, money.HalfUp)
		wantCode(t, "Points", err, zh.ErrRange)
		_, err = zh.Points(decOf("1"), d, 2, money.HalfUp)
		wantCode(t, "Points", err, zh.ErrRange)
		_, err = zh.Numeral(d)
		wantCode(t, "Numeral", err, zh.ErrRange)
	}
	if got := zh.Group(decimal.New(-25, 5000)); got != "-25E5000" {
		t.Errorf("beyond the bound Group writes %q", got)
	}
	if got := len(zh.Group(decimal.New(25, 1000))); got != 1002+1001/3 {
		t.Errorf("within the bound Group writes %d bytes", got)
	}
	for _, exp := range []int32{2_000_000_000, -2_000_000_000} {
		if got := zh.Group(decimal.New(0, exp)); got != "0" {
			t.Errorf("zero × 10^%d reads %q", exp, got)
		}
	}
}

func TestGroupInt(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 999: "999", 1637: "1,637", -1000: "-1,000", 1e12: "1,000,000,000,000",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := zh.GroupInt(n); got != want {
			t.Errorf("GroupInt(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestYuan(t *testing.T) {
	for fen, want := range map[int64]string{
		0: "¥0.00", 5: "¥0.05", 50: "¥0.50", 100: "¥1.00", -50: "-¥0.50", 121400050: "¥1,214,000.50",
		-121400050: "-¥1,214,000.50", math.MaxInt64: "¥92,233,720,368,547,758.07",
	} {
		if got := zh.Yuan(money.Fen(fen)); got != want {
			t.Errorf("Yuan(%d fen) = %q, want %q", fen, got, want)
		}
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	buf := make([]byte, 0, 256)
	d, a := decOf("1214000.50"), money.Fen(-121400050)
	for name, f := range map[string]func(){
		"AppendGroup":    func() { zh.AppendGroup(buf, d) },
		"AppendPlain":    func() { zh.AppendPlain(buf, d) },
		"AppendGroupInt": func() { zh.AppendGroupInt(buf, 1637) },
		"AppendYuan":     func() { zh.AppendYuan(buf, a) },
		"AppendCapitals": func() { _, _ = zh.AppendCapitals(buf, a, zh.Renminbi) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

// sink makes a benchmark pay for the string it asks for.
var sink string

func BenchmarkGroup(b *testing.B) {
	d := decOf("1214000.50")
	b.Run("string", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sink = zh.Group(d)
		}
	})
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		buf := make([]byte, 0, 64)
		for b.Loop() {
			buf = zh.AppendGroup(buf[:0], d)
		}
	})
	b.Run("fixed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = zh.GroupFixed(d, 1, money.HalfUp)
		}
	})
	b.Run("int", func(b *testing.B) {
		b.ReportAllocs()
		buf := make([]byte, 0, 64)
		for b.Loop() {
			buf = zh.AppendGroupInt(buf[:0], 1214000)
		}
	})
}
