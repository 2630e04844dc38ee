package money_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

// rounded is the oracle: the amount of r fen by the definition of each mode. The mode "" is exact.
func rounded(r *big.Rat, mode money.Rounding) (money.Amount, error) {
	half := big.NewRat(1, 2)
	if mode == "" && !r.IsInt() {
		return money.Amount{}, money.ErrInexact
	}
	size := new(big.Rat).Abs(r)
	whole := new(big.Int).Quo(size.Num(), size.Denom())
	fraction := new(big.Rat).Sub(size, new(big.Rat).SetInt(whole))
	switch c := fraction.Cmp(half); {
	case mode == money.HalfUp && c >= 0, mode == money.HalfEven && (c > 0 || c == 0 && whole.Bit(0) == 1):
		whole.Add(whole, big.NewInt(1))
	}
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return within(whole)
}

// anyMode draws a mode, or "" for exact.
func anyMode(r *rand.Rand) money.Rounding {
	return append(money.Roundings(), "")[r.IntN(4)]
}

// anyDecimal draws decimals of every shape: narrow and wide coefficients, trailing zeros, ties, exponents
// on both sides of what fits.
func anyDecimal(r *rand.Rand) decimal.Decimal {
	c := big.NewInt(anyFen(r))
	exp := int32(r.IntN(50) - 25)
	switch r.IntN(4) {
	case 0: // trailing zeros that cancel the exponent
		zeros := r.IntN(60)
		c.Mul(c, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil))
		exp = int32(-zeros - r.IntN(4))
	case 1: // a tie between two fen, or one unit beside it
		c.Mul(c, big.NewInt(1000)).Add(c, big.NewInt(int64(r.IntN(3)+499)))
		exp = -5
	case 2: // wide
		c.Lsh(c, uint(r.IntN(200)))
	}
	return decimal.NewFromBigInt(c, exp)
}

func TestDecimalsAgainstRat(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	narrow := 0
	for range rounds(t) {
		d, mode, a := anyDecimal(r), anyMode(r), money.Fen(anyFen(r))
		if d.Coefficient().BitLen() > 256 {
			continue
		}
		what := fmt.Sprintf("coefficient %s, exponent %d, mode %q", d.Coefficient(), d.Exponent(), mode)
		want, code := rounded(new(big.Rat).Mul(d.Rat(), big.NewRat(100, 1)), mode)
		if mode == "" {
			got, err := money.FromDecimal(d)
			same(t, "FromDecimal: "+what, got, err, want, code)
			if err == nil && !got.Decimal().Equal(d) {
				t.Fatalf("%s went in and %s came out", what, got.Decimal())
			}
			continue
		}
		got, err := money.FromDecimalRounded(d, mode)
		same(t, "FromDecimalRounded: "+what, got, err, want, code)
		want, code = rounded(new(big.Rat).Mul(d.Rat(), big.NewRat(a.Fen(), 1)), mode)
		got, err = a.Mul(d, mode)
		same(t, fmt.Sprintf("%d fen × %s", a.Fen(), what), got, err, want, code)
		if code == nil {
			narrow++
		}
	}
	if narrow < rounds(t)/10 {
		t.Errorf("only %d products were in range: the draws test little", narrow)
	}
}

func TestMulDivAgainstRat(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range rounds(t) {
		a, num, den, mode := anyFen(r), anyFen(r), anyFen(r), anyMode(r)
		switch r.IntN(4) {
		case 0:
			den = int64(r.IntN(9) - 4) // few parts and many ties
		case 1:
			num, den = math.MinInt64, math.MinInt64+int64(r.IntN(2))
		}
		got, err := money.Fen(a).MulDiv(num, den, mode)
		var want money.Amount
		code := error(money.ErrRounding)
		if mode != "" {
			if code = money.ErrDivisor; den != 0 {
				exact := new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den))
				want, code = rounded(exact.Mul(exact, big.NewRat(a, 1)), mode)
			}
		}
		same(t, fmt.Sprintf("%d × %d ÷ %d %q", a, num, den, mode), got, err, want, code)
	}
}

func TestRoundingAtTies(t *testing.T) {
	type row struct{ yuan, up, even, cut string }
	for _, c := range []row{
		{"0.005", "0.01", "0.00", "0.00"}, {"0.015", "0.02", "0.02", "0.01"}, {"-0.005", "-0.01", "0.00", "0.00"},
		{"-0.015", "-0.02", "-0.02", "-0.01"}, {"2.0249", "2.02", "2.02", "2.02"}, {"2.0251", "2.03", "2.03", "2.02"},
		{"1.005", "1.01", "1.00", "1.00"}, {"-0.0049", "0.00", "0.00", "0.00"}, {"0.0099", "0.01", "0.01", "0.00"},
		{"0.00500000000000000000000000001", "0.01", "0.01", "0.00"}, {"0.0049999999999999999999999999", "0.00", "0.00", "0.00"},
		{"8.53459", "8.53", "8.53", "8.53"}, // GB/T 8170 forbids rounding in steps
	} {
		d, err := money.ParseDecimal(c.yuan)
		if err != nil {
			t.Fatal(c.yuan, err)
		}
		got := row{yuan: c.yuan}
		for mode, text := range map[money.Rounding]*string{money.HalfUp: &got.up, money.HalfEven: &got.even, money.Truncate: &got.cut} {
			a, err := money.FromDecimalRounded(d, mode)
			if err != nil {
				t.Error(c.yuan, mode, err)
			}
			*text = a.String()
		}
		if got != c {
			t.Errorf("got %v, want %v", got, c)
		}
	}
}

func TestNoDefaultRounding(t *testing.T) {
	d := decimal.New(1, 0)
	for _, mode := range []money.Rounding{"", "exact", "up"} {
		for name, f := range map[string]func() (money.Amount, error){
			"FromDecimalRounded": func() (money.Amount, error) { return money.FromDecimalRounded(d, mode) },
			"Mul":                func() (money.Amount, error) { return money.Fen(1).Mul(d, mode) },
			"MulDiv":             func() (money.Amount, error) { return money.Fen(1).MulDiv(1, 1, mode) },
		} {
			if got, err := f(); !errors.Is(err, money.ErrRounding) || got != (money.Amount{}) {
				t.Errorf("%s in mode %q: %v, %v", name, mode, got, err)
			}
		}
	}
}

// Decimals whose arithmetic would take minutes are answered without any.
func TestHostileDecimals(t *testing.T) {
	long := decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1<<18), -2)
	for name, c := range map[string]struct {
		d     decimal.Decimal
		exact error // FromDecimal
		round error // the rounding functions; nil means ¥0.00
	}{
		"1e2147483647":        {decimal.New(1, math.MaxInt32), money.ErrRange, money.ErrRange},
		"-1e2147483647":       {decimal.New(-1, math.MaxInt32), money.ErrRange, money.ErrRange},
		"1e100000000":         {decimal.New(1, 100_000_000), money.ErrRange, money.ErrRange},
		"1e-2147483648":       {decimal.New(1, math.MinInt32), money.ErrInexact, nil},
		"-7e-1000000000":      {decimal.New(-7, -1_000_000_000), money.ErrInexact, nil},
		"0e2147483647":        {decimal.New(0, math.MaxInt32), nil, nil},
		"0e-2147483648":       {decimal.New(0, math.MinInt32), nil, nil},
		"the zero Decimal":    {decimal.Decimal{}, nil, nil},
		"a wide 1e2147483647": {decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 200), math.MaxInt32), money.ErrRange, money.ErrRange},
		"79,000 digits":       {long, money.ErrDigits, money.ErrDigits},
		"minus the same":      {long.Neg(), money.ErrDigits, money.ErrDigits},
		"257 bits":            {decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 256), -200), money.ErrDigits, money.ErrDigits},
		"256 bits":            {decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 255), -200), money.ErrInexact, nil},
	} {
		for call, f := range map[string]func() (money.Amount, error){
			"FromDecimal":        func() (money.Amount, error) { return money.FromDecimal(c.d) },
			"FromDecimalRounded": func() (money.Amount, error) { return money.FromDecimalRounded(c.d, money.HalfUp) },
			"Mul":                func() (money.Amount, error) { return money.Fen(highest).Mul(c.d, money.HalfEven) },
		} {
			code := c.round
			if call == "FromDecimal" {
				code = c.exact
			}
			got, err := f()
			same(t, call+" of "+name, got, err, money.Amount{}, code)
			// The race detector and other goroutines allocate too; a bomb that went off would be far above this.
			if n := testing.AllocsPerRun(5, func() { _, _ = f() }); n > 500 {
				t.Errorf("%s of %s: %v allocations", call, name, n)
			}
		}
	}
	for _, c := range []int64{1, highest} {
		zero, err := money.Amount{}.Mul(decimal.New(c, math.MaxInt32), money.HalfUp)
		same(t, "0 × a bomb", zero, err, money.Amount{}, nil)
	}
}

// Where the paths through the conversion meet.
func TestDecimalEdges(t *testing.T) {
	for text, fen := range map[string]int64{
		"9999999999999999": 999_999_999_999_999_900, "-99999999999999.99": -9_999_999_999_999_999, // 16 digits
		"10000000000000000": 1_000_000_000_000_000_000, "99999999999999999": 0, "9999999999999999.99": 999_999_999_999_999_999,
		"92233720368547758.07": highest, "-92233720368547758.07": lowest, "92233720368547758.08": 0, "-92233720368547758.08": 0,
	} {
		d, err := money.ParseDecimal(text)
		if err != nil {
			t.Fatal(text, err)
		}
		code := error(nil)
		if fen == 0 {
			code = money.ErrRange
		}
		got, err := money.FromDecimal(d)
		same(t, text, got, err, money.Fen(fen), code)
	}
	for exp := range int32(40) {
		got, err := money.FromDecimal(decimal.New(9_999_999_999_999_999, exp-20))
		r := new(big.Rat).Mul(decimal.New(9_999_999_999_999_999, exp-20).Rat(), big.NewRat(100, 1))
		want, code := rounded(r, "")
		same(t, fmt.Sprint("16 nines, exponent ", exp-20), got, err, want, code)
		got, err = money.FromDecimal(decimal.New(1, exp-20))
		want, code = rounded(new(big.Rat).Mul(decimal.New(1, exp-20).Rat(), big.NewRat(100, 1)), "")
		same(t, fmt.Sprint("1, exponent ", exp-20), got, err, want, code)
	}
	// (2⁶⁵ − 1) ÷ 2 rounds up to 2⁶⁴, which must not read as 0.
	got, err := money.Fen(253921).MulDiv(145295143558111, 2, money.HalfUp)
	same(t, "2^64 - 0.5 fen", got, err, money.Amount{}, money.ErrRange)
}
