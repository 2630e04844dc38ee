package zh_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/money"
)

func TestExactScale(t *testing.T) {
	for _, c := range []struct{ in, wan, yi string }{
		{"0", "0", "0"},
		{"0.00", "0", "0"},
		{"5", "0.0005万", "0.00000005亿"},
		{"10000", "1万", "0.0001亿"},
		{"12140", "1.214万", "0.0001214亿"},
		{"1214000", "121.4万", "0.01214亿"},
		{"1214000.50", "121.40005万", "0.012140005亿"},
		{"1214386.25", "121.438625万", "0.0121438625亿"},
		{"99999", "9.9999万", "0.00099999亿"},
		{"99999999", "9999.9999万", "0.99999999亿"},
		{"-150386", "-15.0386万", "-0.00150386亿"},
		{"345000000", "34500万", "3.45亿"},
		{"3e10", "3000000万", "300亿"},
	} {
		d := decOf(c.in)
		if got := zh.InWan(d); got != c.wan {
			t.Errorf("InWan(%s) = %q, want %q", c.in, got, c.wan)
		}
		if got := zh.InYi(d); got != c.yi {
			t.Errorf("InYi(%s) = %q, want %q", c.in, got, c.yi)
		}
	}
}

func TestScaleOf(t *testing.T) {
	for in, want := range map[string]zh.Scale{
		"0": zh.None, "0e9": zh.None, "0.00000": zh.None, "9999.99": zh.None, "10000": zh.Wan, "-10000": zh.Wan,
		"99999999.99": zh.Wan, "1e8": zh.Yi, "-1e12": zh.Yi, "0.00012345": zh.None,
	} {
		if got := zh.ScaleOf(decOf(in)); got != want {
			t.Errorf("ScaleOf(%s) = %q, want %q", in, got, want)
		}
	}
	if _, ok := zh.Scale("千").Zeros(); ok {
		t.Error("千 may not follow Arabic digits")
	}
}

func TestScaledRefusesBorders(t *testing.T) {
	for _, c := range []struct {
		in     string
		scale  zh.Scale
		places int
		want   string // "" for a refusal
	}{
		{"12140", zh.Wan, 1, "1.2万"},
		{"12140", zh.Wan, 3, "1.214万"},
		{"12140", zh.Wan, 16, "1.214万"},
		{"1214000", zh.Wan, 1, "121.4万"},
		{"99999", zh.Wan, 1, ""},
		{"-99999", zh.Wan, 1, ""},
		{"99949", zh.Wan, 1, ""},
		{"99499", zh.Wan, 1, "9.9万"},
		{"94999", zh.Wan, 1, "9.5万"},
		{"99999999", zh.Wan, 1, ""},
		{"99999999", zh.Yi, 1, ""},
		{"9996", zh.Wan, 1, ""},
		{"9996", zh.Wan, 4, "0.9996万"},
		{"96", zh.Wan, 2, ""},
		{"40", zh.Wan, 1, ""},
		{"0", zh.Wan, 1, "0"},
		{"100000", zh.Wan, 1, "10万"},
		{"100001", zh.Wan, 1, "10万"},
		{"1637.4", zh.None, 0, "1637"},
		{"999.6", zh.None, 0, ""},
	} {
		got, err := zh.Scaled(decOf(c.in), c.scale, c.places, money.HalfUp)
		if c.want == "" {
			wantCode(t, c.in, err, zh.ErrBorder)
		} else if err != nil || got != c.want {
			t.Errorf("Scaled(%s, %s, %d) = %q, %v; want %q", c.in, c.scale, c.places, got, err, c.want)
		}
	}
	if got, err := zh.Scaled(decOf("99999"), zh.Wan, 1, money.Truncate); err != nil || got != "9.9万" {
		t.Errorf("truncated 99999 = %q, %v", got, err)
	}
	_, err := zh.Scaled(decOf("5"), "千", 1, money.HalfUp)
	wantCode(t, "千", err, zh.ErrScale)
}

// TestScaledBruteForce compares n from 0 to 200,000, all below 20,000, with decimal's own rounding.
func TestScaledBruteForce(t *testing.T) {
	refused := 0
	for n := int64(0); n < 200_000; n += 1 + n/20_000*3 {
		d := decimal.New(n, -4)
		for places := int32(0); places < 4; places++ {
			rounded := d.Round(places)
			got, err := zh.Scaled(decimal.NewFromInt(n), zh.Wan, int(places), money.HalfUp)
			if n != 0 && (rounded.IsZero() || crosses(d, rounded)) {
				refused++
				wantCode(t, d.String(), err, zh.ErrBorder)
				continue
			}
			want := rounded.String() + "万"
			if n == 0 {
				want = "0"
			}
			if err != nil || got != want {
				t.Fatalf("Scaled(%d, 万, %d) = %q, %v; want %q", n, places, got, err, want)
			}
		}
	}
	if refused == 0 {
		t.Error("no border was met")
	}
}

// crosses reports that a power of ten lies above d and not above rounded.
func crosses(d, rounded decimal.Decimal) bool {
	for exp := int32(-6); exp < 10; exp++ {
		if p := decimal.New(1, exp); d.LessThan(p) && rounded.GreaterThanOrEqual(p) {
			return true
		}
	}
	return false
}

func TestCompact(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		want   string
	}{
		{"0", 1, "0"},
		{"1637", 1, "1637"},
		{"12140", 3, "1.214万"},
		{"12140", 1, "1.2万"},
		{"1214000", 1, "121.4万"},
		{"99999", 1, "9.9999万"},
		{"99999999", 1, "9999.9999万"},
		{"10000", 1, "1万"},
		{"9999.96", 1, "9999.96"},
		{"-99999", 1, "-9.9999万"},
		{"-150386", 1, "-15万"},
		{"12345678901", 2, "123.46亿"},
		{"99999999999", 2, "999.99999999亿"},
	} {
		if got, err := zh.Compact(decOf(c.in), c.places, money.HalfUp); err != nil || got != c.want {
			t.Errorf("Compact(%s, %d) = %q, %v; want %q", c.in, c.places, got, err, c.want)
		}
	}
}
