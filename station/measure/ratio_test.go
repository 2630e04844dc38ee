package measure_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func ratio(s string) measure.Ratio { return measure.MustParseRatio(s) }

func TestParseRatio(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "1": "1", "0.05": "0.05", "5%": "0.05", "0%": "0", "0.0%": "0", "100%": "1", "12.50%": "0.125",
		"110.5%":  "1.105",
		"358/405": "358/405", "716/810": "358/405", "-358/405": "-358/405", "1/3": "1/3",
		"2/4": "0.5", "6/3": "2", "0/7": "0", "-5%": "-0.05",
		"36893488147.419921875": "36893488147.419921875", // the decimals carry into the second word
		"0.000000001":           "0.000000001", "0.0000001%": "0.000000001", "1/1024": "1/1024", "1/512": "0.001953125",
		"18014398509481983.998046875": "18014398509481983.998046875", "9223372036854775807": "9223372036854775807",
		"9223372036854775807/512": "18014398509481983.998046875", "18446744073709551614/2": "9223372036854775807",
		"1/9223372036854775807":                    "1/9223372036854775807",
		"-9223372036854775807/9223372036854775806": "-9223372036854775807/9223372036854775806",
		"0.500000000":                              "0.5", "36893488147419103.232": "36893488147419103.232", // reduced to fit
	} {
		r, err := measure.ParseRatio(in)
		if err != nil || r.String() != want {
			t.Errorf("%q reads %v, %v, want %s", in, r, err, want)
		}
		if r != ratio(want) || !r.Equal(ratio(want)) {
			t.Errorf("%q and %q are not ==", in, want)
		}
	}
	for in, want := range map[string]fault.Code{
		"": measure.ErrEmpty, " ": measure.ErrRatio, "%": measure.ErrRatio, "/": measure.ErrRatio,
		"-": measure.ErrRatio, ".": measure.ErrRatio,
		"1/": measure.ErrRatio, "/2": measure.ErrRatio, "1/2/3": measure.ErrRatio, "1/2%": measure.ErrRatio,
		"1.5/2": measure.ErrRatio,
		"1/-2":  measure.ErrRatio, "1 / 2": measure.ErrRatio, "01/2": measure.ErrRatio, "1/02": measure.ErrRatio,
		"05%": measure.ErrRatio,
		"-0":  measure.ErrRatio, "-0%": measure.ErrRatio, "-0/5": measure.ErrRatio, "-0.00": measure.ErrRatio,
		"5%%": measure.ErrRatio,
		"5 %": measure.ErrRatio, "5％": measure.ErrRatio, "５%": measure.ErrRatio, "5‰": measure.ErrRatio,
		"+5%": measure.ErrRatio, "1.": measure.ErrRatio,
		".5": measure.ErrRatio, "1.%": measure.ErrRatio, "1e-2": measure.ErrRatio, "1,000": measure.ErrRatio,
		"NaN":          measure.ErrRatio,
		"0.0000000001": measure.ErrRatio, "0.00000001%": measure.ErrRatio,
		"百分之五": measure.ErrRatio, strings.Repeat("1", 1e6): measure.ErrRatio,
		"1/0": measure.ErrZeroBase, "0/0": measure.ErrZeroBase, "-1/0": measure.ErrZeroBase,
		"9223372036854775808": measure.ErrRange, "18446744073709551616": measure.ErrRange,
		"18446744073709551616/2": measure.ErrRange,
		"1/18446744073709551616": measure.ErrRange, "1/9223372036854775808": measure.ErrRange,
		"9223372036854775807.5":          measure.ErrRange,
		"18446744073709551615.999999999": measure.ErrRange,
		"36893488147419103.233":          measure.ErrRange, // 2 × 2⁶⁴ + 1 thousandths
	} {
		r, err := measure.ParseRatio(in)
		if code(err) != want || r != (measure.Ratio{}) {
			t.Errorf("%.40q reads %v, %v, want %s", in, r, err, want)
		}
	}
}

func TestZeroRatioIsNought(t *testing.T) {
	var r measure.Ratio
	if r.Num() != 0 || r.Den() != 1 || r.Sign() != 0 || r.String() != "0" || r != ratio("0/405") {
		t.Errorf("%v = %d/%d", r, r.Num(), r.Den())
	}
}

func TestRatioOf(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     string
	}{
		{358, 405, "358/405"}, {-358, 405, "-358/405"}, {358, -405, "-358/405"}, {-358, -405, "358/405"},
		{0, -5, "0"},
		{math.MinInt64, math.MinInt64, "1"}, {math.MinInt64, 2, "-4611686018427387904"},
		{2, math.MinInt64, "-1/4611686018427387904"},
		{math.MaxInt64, math.MaxInt64, "1"}, {math.MinInt64, -1 << 62, "2"},
	} {
		if r, err := measure.RatioOf(c.num, c.den); err != nil || r.String() != c.want || r.Den() < 1 {
			t.Errorf("%d/%d = %v, %v", c.num, c.den, r, err)
		}
	}
	for _, c := range []struct {
		num, den int64
		want     fault.Code
	}{
		{1, 0, measure.ErrZeroBase}, {0, 0, measure.ErrZeroBase}, {math.MinInt64, 1, measure.ErrRange},
		{math.MinInt64, -1, measure.ErrRange},
		{1, math.MinInt64, measure.ErrRange}, {math.MinInt64, 3, measure.ErrRange},
	} {
		if r, err := measure.RatioOf(c.num, c.den); code(err) != c.want || r != (measure.Ratio{}) {
			t.Errorf("%d/%d = %v, %v, want %s", c.num, c.den, r, err, c.want)
		}
	}
}

// The report of 358 stations prints 88.3 %, which is true only when the rest is cut off.
func TestCoverageNeedsANamedRounding(t *testing.T) {
	coverage := ratio("358/405")
	for mode, want := range map[money.Rounding]string{
		money.Truncate: "88.3", money.HalfUp: "88.4", money.HalfEven: "88.4",
	} {
		if got, err := coverage.Percent(1, mode); err != nil || got.String() != want {
			t.Errorf("%s: %v, %v", mode, got, err)
		}
	}
	if got, err := coverage.Decimal(3, money.Truncate); err != nil || got.String() != "0.883" {
		t.Error(got, err)
	}
	for _, mode := range []money.Rounding{"", "up", "HalfUp"} {
		if _, err := coverage.Percent(1, mode); code(err) != measure.ErrRounding {
			t.Errorf("%q: %v", mode, err)
		}
	}
	for _, places := range []int32{-1, 19, math.MaxInt32, math.MinInt32} {
		if _, err := coverage.Decimal(places, money.HalfUp); code(err) != measure.ErrPlaces {
			t.Errorf("%d places: %v", places, err)
		}
	}
}

func TestRoundingTies(t *testing.T) {
	for _, c := range []struct{ r, up, even, cut string }{
		{"0.5", "1", "0", "0"}, {"1.5", "2", "2", "1"}, {"2.5", "3", "2", "2"}, {"-0.5", "-1", "0", "0"},
		{"-1.5", "-2", "-2", "-1"},
		{"2.500000001", "3", "3", "2"}, {"2.499999999", "2", "2", "2"}, {"1/3", "0", "0", "0"},
		{"-2/3", "-1", "-1", "0"}, {"7", "7", "7", "7"},
	} {
		for mode, want := range map[money.Rounding]string{
			money.HalfUp: c.up, money.HalfEven: c.even, money.Truncate: c.cut,
		} {
			if got, err := ratio(c.r).Decimal(0, mode); err != nil || got.String() != want {
				t.Errorf("%s by %s: %v, %v, want %s", c.r, mode, got, err, want)
			}
		}
	}
}

// oracle rounds with big.Rat by the definition: the neighbours below and above, and which of them is nearer.
func oracle(x *big.Rat, places int, mode money.Rounding) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(x, unit)
	below := new(big.Int).Div(scaled.Num(), scaled.Denom()) // floor, since Denom > 0
	above := new(big.Int).Add(below, big.NewInt(1))
	low := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(below))
	chosen := below
	switch nearer := low.Cmp(big.NewRat(1, 2)); {
	case low.Sign() == 0:
	case mode == money.Truncate:
		if x.Sign() < 0 {
			chosen = above
		}
	case nearer > 0,
		nearer == 0 && mode == money.HalfUp && x.Sign() > 0,
		nearer == 0 && mode == money.HalfEven && below.Bit(0) == 1:
		chosen = above
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(chosen), unit)
}

// fraction draws numerators and denominators of every size, small ones for ties among them.
func fraction(rng *rand.Rand) (num, den int64) {
	num, den = int64(rng.Uint64())>>rng.IntN(64), int64(rng.Uint64())>>rng.IntN(64)
	switch rng.IntN(20) {
	case 0:
		num = math.MinInt64
	case 1:
		den = math.MinInt64
	case 2, 3, 4, 5, 6, 7, 8, 9:
		num, den = num%2000, []int64{2, 4, 5, 8, 16, 20, 200, 2000, 1e9, -2}[rng.IntN(10)]
	}
	return num, den
}

func TestRatioAgainstRat(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	limit := big.NewInt(math.MaxInt64)
	fits := func(n *big.Int) bool { return new(big.Int).Abs(n).Cmp(limit) <= 0 }
	var last measure.Ratio
	refused, finite := 0, 0
	for range 5000 {
		num, den := fraction(rng)
		r, err := measure.RatioOf(num, den)
		if den == 0 {
			continue
		}
		want := big.NewRat(num, den)
		if !fits(want.Num()) || !fits(want.Denom()) {
			refused++
			if code(err) != measure.ErrRange {
				t.Errorf("%d/%d: %v, %v", num, den, r, err)
			}
			continue
		}
		if err != nil || big.NewInt(r.Num()).Cmp(want.Num()) != 0 || big.NewInt(r.Den()).Cmp(want.Denom()) != 0 ||
			rat(r).Cmp(want) != 0 {
			t.Errorf("%d/%d: %v, %v", num, den, r, err)
		}
		if !strings.Contains(r.String(), "/") {
			finite++
		} else if new(big.Int).Rem(big.NewInt(1e9), want.Denom()).Sign() == 0 {
			t.Errorf("%v is a finite decimal", r)
		}
		if back, err := measure.ParseRatio(r.String()); back != r || err != nil {
			t.Errorf("%v came back as %v, %v", r, back, err)
		}
		if got := r.Cmp(last); got != want.Cmp(rat(last)) || last.Compare(r) != -got || r.Equal(last) != (got == 0) ||
			r.Sign() != want.Sign() {
			t.Errorf("%v against %v: %d", r, last, got)
		}
		last = r
		for _, mode := range []money.Rounding{money.HalfUp, money.HalfEven, money.Truncate} {
			places := rng.IntN(19)
			d, err := r.Decimal(int32(places), mode)
			if err != nil || d.Rat().Cmp(oracle(want, places, mode)) != 0 || d.Exponent() != int32(-places) {
				t.Errorf("%v to %d places by %s: %v, %v", r, places, mode, d, err)
			}
			p, err := r.Percent(int32(places), mode)
			if err != nil || p.Rat().Cmp(oracle(new(big.Rat).Mul(want, big.NewRat(100, 1)), places, mode)) != 0 {
				t.Errorf("%v in percent to %d places by %s: %v, %v", r, places, mode, p, err)
			}
		}
	}
	if refused == 0 || finite == 0 {
		t.Error("the draw misses a kind:", refused, finite)
	}
}

func TestRoundingDoesNotDependOnDecimalsGlobals(t *testing.T) {
	places, quotes := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
	defer func() { decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = places, quotes }()
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 1, true
	if d, err := ratio("1/3").Decimal(6, money.HalfUp); err != nil || d.String() != "0.333333" {
		t.Error(d, err)
	}
	if q, err := measure.FromDecimal(decimal.RequireFromString("0.375")); err != nil || q.String() != "0.375" {
		t.Error(q, err)
	}
}

// FuzzParseRatio compares with big.Rat.
func FuzzParseRatio(f *testing.F) {
	for _, s := range []string{"0", "5%", "0.05", "358/405", "-1/3", "2/4", "1/0", "-0/5", "0.0000000001", "12.50%",
		"9223372036854775807/512",
		"18014398509481983.998046875", "36893488147419103.232", "18446744073709551615/3", "５%", "1/2%", ""} {
		f.Add(s)
	}
	limit := big.NewInt(math.MaxInt64)
	f.Fuzz(func(t *testing.T, s string) {
		r, err := measure.ParseRatio(s)
		want, ok := slowRatio(s)
		if err != nil {
			if r != (measure.Ratio{}) || !fixed(err) {
				t.Errorf("%q: %v, %v", s, r, err)
			}
			if code(err) == measure.ErrRatio && ok {
				t.Errorf("%q was refused: %v", s, err)
			}
			// A fraction has to fit as it is written, a decimal only once reduced.
			if code(err) == measure.ErrRange && ok && !strings.Contains(s, "/") &&
				want.Num().CmpAbs(limit) <= 0 && want.Denom().Cmp(limit) <= 0 {
				t.Errorf("%q fits and was refused", s)
			}
			return
		}
		if !ok || rat(r).Cmp(want) != 0 {
			t.Errorf("%q reads %v", s, r)
		}
		if back, err := measure.ParseRatio(r.String()); back != r || err != nil {
			t.Errorf("%q: %v came back as %v, %v", s, r, back, err)
		}
	})
}

// slowRatio reads a ratio with the standard library; ok is false for anything ParseRatio has to refuse as no ratio.
func slowRatio(s string) (*big.Rat, bool) {
	body, percent := strings.CutSuffix(s, "%")
	num, den, isFraction := strings.Cut(body, "/")
	if isFraction {
		n, okN := plain(num)
		d, okD := plain(den)
		if percent || !okN || !okD || strings.Contains(body, ".") || den[0] == '-' || d.Sign() == 0 || len(s) > 40 {
			return nil, false
		}
		return n.Quo(n, d), true
	}
	r, ok := plain(body)
	_, fraction, _ := strings.Cut(body, ".")
	places, hundred := len(fraction), big.NewRat(1, 1)
	if percent {
		places, hundred = places+2, big.NewRat(1, 100)
	}
	if !ok || places > 9 || len(s) > 40 {
		return nil, false
	}
	return r.Mul(r, hundred), true
}

func BenchmarkParseRatio(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := measure.ParseRatio("358/405"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRatioCmp(b *testing.B) {
	r, s := ratio("358/405"), ratio("359/406")
	b.ReportAllocs()
	for b.Loop() {
		if r.Cmp(s) >= 0 {
			b.Fatal()
		}
	}
}

func BenchmarkRatioPercent(b *testing.B) {
	r := ratio("358/405")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Percent(1, money.HalfUp); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleRatio_Percent() {
	coverage, _ := measure.RatioOf(358, 405)
	cut, _ := coverage.Percent(1, money.Truncate)
	rounded, _ := coverage.Percent(1, money.HalfUp)
	fmt.Println(coverage, cut, rounded)
	// Output: 358/405 88.3 88.4
}
