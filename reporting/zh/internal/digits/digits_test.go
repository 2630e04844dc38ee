package digits

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

func plain(l Layout) string { return string(l.Append(nil, false)) }

// random has up to 25 digits, nines and zeros being common, and an exponent from -12 to 6.
func random(r *rand.Rand) decimal.Decimal {
	var b []byte
	for range 1 + r.IntN(25) {
		b = append(b, "0999123456789"[r.IntN(13)])
	}
	c, _ := new(big.Int).SetString(string(b), 10)
	if r.IntN(3) == 0 {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, r.Int32N(19)-12)
}

// unsigned drops the minus of a zero.
func unsigned(s string) string {
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

func TestLayoutAgainstDecimal(t *testing.T) {
	r := rand.New(rand.NewPCG(20220628, 68))
	for range 20_000 {
		d, places, shift := random(r), r.IntN(8), r.IntN(17)-8
		shifted := d.Shift(int32(shift))
		l := Of(nil, d, shift)
		if got, want := plain(l), unsigned(shifted.StringFixed(max(0, -shifted.Exponent()))); got != want {
			t.Fatalf("%s × 10^%d is written %s, want %s", d, shift, got, want)
		}
		if got, want := plain(l.Trim().Abs()), shifted.Abs().String(); got != want {
			t.Fatalf("%s × 10^%d is trimmed to %s, want %s", d, shift, got, want)
		}
		if l.Zero() != d.IsZero() || l.Negative() != d.IsNegative() || l.Far() {
			t.Fatalf("%s: zero %v, negative %v, far %v", d, l.Zero(), l.Negative(), l.Far())
		}
		if !d.IsZero() {
			one := decimal.New(1, int32(l.Point()))
			if v := shifted.Abs(); v.GreaterThanOrEqual(one) || v.LessThan(one.Shift(-1)) {
				t.Fatalf("%s has its point after %d digits", shifted, l.Point())
			}
		}
		whole, ok := Of(nil, d, shift).Whole(19)
		if want := shifted.Abs().BigInt(); ok && new(big.Int).SetUint64(whole).Cmp(want) != 0 || !ok && want.IsInt64() && l.Point() <= 19 {
			t.Fatalf("%s has the whole part %d, %v", shifted, whole, ok)
		}
		for mode, want := range map[money.Rounding]string{
			money.HalfUp:   shifted.StringFixed(int32(places)),
			money.HalfEven: shifted.StringFixedBank(int32(places)),
			money.Truncate: shifted.Truncate(int32(places)).StringFixed(int32(places)),
		} {
			rounded := Of(nil, d, shift).Round(places, mode)
			if got := plain(rounded); got != unsigned(want) || rounded.Places() != places {
				t.Fatalf("%s with %d decimals, %s: %s, want %s", shifted, places, mode, got, want)
			}
		}
	}
}

func TestDecimalDigits(t *testing.T) {
	l := Of(nil, decimal.New(-12050, -4), 0)
	var got []byte
	for i := range 6 {
		got = append(got, l.Decimal(i))
	}
	if string(got) != "205000" || l.Places() != 4 {
		t.Errorf("%s, %d places", got, l.Places())
	}
}

func TestOfInt(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0.00", 5: "0.05", -50: "-0.50", 121400050: "1,214,000.50", math.MinInt64: "-92,233,720,368,547,758.08",
		math.MaxInt64: "92,233,720,368,547,758.07",
	} {
		if got := string(OfInt(nil, n, -2).Append(nil, true)); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
	if got := string(OfInt(nil, -12, 3).Append(nil, true)); got != "-12,000" {
		t.Error(got)
	}
}

func TestOfQuotientAgainstRat(t *testing.T) {
	r := rand.New(rand.NewPCG(20220628, 612))
	for range 20_000 {
		num, den, places := r.Int64N(20_001)-10_000, 1+r.Int64N(400), r.IntN(5)
		if r.IntN(2) == 0 {
			den = 1 << r.IntN(12) // many exact halves
		}
		percent := new(big.Rat).SetFrac64(100*num, den)
		l := OfQuotient(big.NewInt(num), big.NewInt(den), places).Round(places, money.HalfUp)
		if got, want := plain(l), unsigned(percent.FloatString(places)); got != want {
			t.Fatalf("%d/%d with %d decimals is %s, want %s", num, den, places, got, want)
		}
		low := OfQuotient(big.NewInt(num), big.NewInt(den), places).Round(places, money.Truncate)
		even := OfQuotient(big.NewInt(num), big.NewInt(den), places).Round(places, money.HalfEven)
		if got, want := plain(even), halfEven(percent, plain(low.Abs()), places); got != want {
			t.Fatalf("%d/%d with %d decimals is %s half-even, want %s", num, den, places, got, want)
		}
	}
}

// halfEven rounds x to the even one of the two neighbours where it lies in the middle; low is |x| cut off.
func halfEven(x *big.Rat, low string, places int) string {
	abs := new(big.Rat).Abs(x)
	cut, _ := new(big.Rat).SetString(low)
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	twice := new(big.Rat).Sub(abs, cut)
	c := twice.Add(twice, twice).Cmp(unit)
	if odd := (low[len(low)-1]-'0')%2 == 1; c > 0 || c == 0 && odd {
		cut.Add(cut, unit)
	}
	if x.Sign() < 0 {
		cut.Neg(cut)
	}
	return unsigned(cut.FloatString(places))
}

func TestFar(t *testing.T) {
	for exp, far := range map[int32]bool{1000: false, -1000: false, 1001: true, -1001: true, math.MaxInt32: true, math.MinInt32: true} {
		d := decimal.New(-25, exp)
		l := Of(nil, d, 2)
		if Far(d) != far || l.Far() != far {
			t.Errorf("exponent %d: far is %v, %v", exp, Far(d), l.Far())
		}
		if _, ok := l.Whole(19); ok == (exp > 0) && !far || ok && far {
			t.Errorf("exponent %d: a whole part is %v", exp, ok)
		}
		if zero := Of(nil, decimal.New(0, exp), 2); zero.Far() || !zero.Zero() {
			t.Errorf("exponent %d: zero is far", exp)
		}
	}
	if got := plain(Of(nil, decimal.New(-25, 5000), 0)); got != "-25E5000" {
		t.Error(got)
	}
	if got := plain(Of(nil, decimal.New(0, math.MinInt32), 0)); got != "0" {
		t.Error(got)
	}
}

func TestOrdinaryFiguresAllocateNothing(t *testing.T) {
	var room [24]byte
	buf, d := make([]byte, 0, 64), decimal.New(121400050, -2)
	if n := testing.AllocsPerRun(100, func() { Of(room[:0], d, -4).Round(1, money.HalfUp).Trim().Append(buf, true) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
