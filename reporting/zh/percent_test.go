package zh_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func ratio(t *testing.T, num, den int64) measure.Ratio {
	t.Helper()
	r, err := measure.RatioOf(num, den)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		mode   money.Rounding
		want   string
	}{
		{"0", 0, money.HalfUp, "0%"},
		{"0.1234", 0, money.HalfUp, "12%"},
		{"0.1234", 2, money.HalfUp, "12.34%"},
		{"0.1234", 3, money.HalfUp, "12.340%"},
		{"-0.0004", 0, money.HalfUp, "0%"},
		{"-0.0004", 1, money.HalfEven, "0.0%"},
		{"-0.0004", 2, money.HalfUp, "-0.04%"},
		{"0.125", 0, money.HalfUp, "13%"},
		{"0.125", 0, money.HalfEven, "12%"},
		{"0.129", 0, money.Truncate, "12%"},
		{"0.9996", 1, money.HalfUp, "100.0%"},
		{"25.5", 0, money.HalfUp, "2550%"},
	} {
		if got, err := zh.Percent(decOf(c.in), c.places, c.mode); err != nil || got != c.want {
			t.Errorf("Percent(%s, %d, %s) = %q, %v; want %q", c.in, c.places, c.mode, got, err, c.want)
		}
	}
}

func TestPercentOf(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		places   int
		mode     money.Rounding
		want     string
	}{
		{1, 3, 2, money.HalfUp, "33.33%"},
		{2, 3, 0, money.HalfUp, "67%"},
		{2, 3, 0, money.Truncate, "66%"},
		{1, 8, 0, money.HalfEven, "12%"},
		{3, 8, 0, money.HalfEven, "38%"},
		{125000000001, 1000000000000, 0, money.HalfEven, "13%"}, // 12.5000000001%
		{-1, 3000, 1, money.HalfUp, "0.0%"},
		{-1, 3000, 2, money.HalfUp, "-0.03%"},
		{1, 1000, 0, money.HalfUp, "0%"},
		{612, 612, 0, money.HalfUp, "100%"},
		{0, 7, 1, money.HalfUp, "0.0%"},
	} {
		if got, err := zh.PercentOf(ratio(t, c.num, c.den), c.places, c.mode); err != nil || got != c.want {
			t.Errorf("PercentOf(%d/%d, %d, %s) = %q, %v; want %q", c.num, c.den, c.places, c.mode, got, err, c.want)
		}
	}
	_, err := zh.PercentOf(ratio(t, 1, 3), -1, money.HalfUp)
	wantCode(t, "places", err, zh.ErrRounding)
	_, err = zh.PercentOf(ratio(t, 1, 3), 1, "nearest")
	wantCode(t, "mode", err, zh.ErrRounding)
}

// TestPercentOfAgainstRat compares with math/big, which rounds half away from zero.
func TestPercentOfAgainstRat(t *testing.T) {
	r := seeded()
	for range 20_000 {
		num, den, places := r.Int64N(100_000)-50_000, 1+r.Int64N(3000), r.IntN(17)
		want := new(big.Rat).SetFrac64(100*num, den).FloatString(places)
		if strings.Trim(want, "-0.") == "" {
			want = strings.TrimPrefix(want, "-")
		}
		if got, err := zh.PercentOf(ratio(t, num, den), places, money.HalfUp); err != nil || got != want+"%" {
			t.Fatalf("PercentOf(%d/%d, %d) = %q, %v; want %s%%", num, den, places, got, err, want)
		}
	}
}

func TestPoints(t *testing.T) {
	for _, c := range []struct {
		base, now string
		places    int
		want      string
	}{
		{"0.12", "0.15", 0, "3个百分点"},
		{"0.15", "0.12", 1, "-3.0个百分点"},
		{"0.1234", "0.1238", 2, "0.04个百分点"},
		{"0.1238", "0.1234", 0, "0个百分点"},
		{"0.124", "0.136", 0, "1个百分点"}, // 12% and 14% when rounded apart
	} {
		if got, err := zh.Points(decOf(c.base), decOf(c.now), c.places, money.HalfUp); err != nil || got != c.want {
			t.Errorf("Points(%s, %s, %d) = %q, %v; want %q", c.base, c.now, c.places, got, err, c.want)
		}
	}
	got, err := zh.PointsOf(ratio(t, 1, 3), ratio(t, 1, 2), 1, money.HalfUp)
	if err != nil || got != "16.7个百分点" {
		t.Errorf("from 1/3 to 1/2: %q, %v", got, err)
	}
	got, err = zh.PointsOf(ratio(t, 1, 2), ratio(t, 1, 3), 1, money.Truncate)
	if err != nil || got != "-16.6个百分点" {
		t.Errorf("from 1/2 to 1/3: %q, %v", got, err)
	}
}

// TestPointsAgainstPercent: a difference from a base of zero is the percentage itself.
func TestPointsAgainstPercent(t *testing.T) {
	r := seeded()
	for range 5_000 {
		d, places := randomDecimal(r), r.IntN(4)
		want, err1 := zh.Percent(d, places, money.HalfEven)
		got, err2 := zh.Points(decimal.Decimal{}, d, places, money.HalfEven)
		if err1 != nil || err2 != nil || strings.TrimSuffix(got, "个百分点")+"%" != want {
			t.Fatalf("%s: %q %v, %q %v", d, got, err2, want, err1)
		}
	}
}
