package money_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

const (
	highest = math.MaxInt64
	lowest  = -math.MaxInt64
)

// rounds is how often a property test draws.
func rounds(t *testing.T) int {
	if testing.Short() {
		return 20_000
	}
	return 200_000
}

// anyFen draws fen of every size and sign, and often the edges.
func anyFen(r *rand.Rand) int64 {
	n := int64(r.Uint64()) >> r.IntN(64)
	switch r.IntN(20) {
	case 0:
		n = highest - n&7
	case 1:
		n = lowest + n&7
	}
	return max(n, lowest)
}

// within is the amount of so many fen, or ErrRange.
func within(n *big.Int) (money.Amount, error) {
	if !n.IsInt64() || n.Int64() == math.MinInt64 {
		return money.Amount{}, money.ErrRange
	}
	return money.Fen(n.Int64()), nil
}

// same compares an answer and its code with those of an oracle.
func same(t *testing.T, what string, got money.Amount, err error, want money.Amount, code error) {
	t.Helper()
	if code != nil && !errors.Is(err, code) || code == nil && err != nil || got != want {
		t.Fatalf("%s = %v, %v; want %v, %v", what, got, err, want, code)
	}
}

func TestArithmeticAgainstBigInt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds(t) {
		x, y := anyFen(r), anyFen(r)
		a, b, bx, by := money.Fen(x), money.Fen(y), big.NewInt(x), big.NewInt(y)
		check := func(op string, got money.Amount, err error, exact *big.Int) {
			t.Helper()
			want, code := within(exact)
			same(t, fmt.Sprintf("%d %s %d", x, op, y), got, err, want, code)
		}
		sum, err := a.Add(b)
		check("+", sum, err, new(big.Int).Add(bx, by))
		difference, err := a.Sub(b)
		check("-", difference, err, new(big.Int).Sub(bx, by))
		product, err := a.MulInt(y)
		check("*", product, err, new(big.Int).Mul(bx, by))
		yuan, err := money.Yuan(x)
		check("yuan", yuan, err, new(big.Int).Mul(bx, big.NewInt(100)))
		check("neg", a.Neg(), nil, new(big.Int).Neg(bx))
		check("abs", a.Abs(), nil, new(big.Int).Abs(bx))
		if c := bx.Cmp(by); a.Compare(b) != c || a.Cmp(b) != c || a.Equal(b) != (c == 0) || a.Sign() != bx.Sign() {
			t.Fatalf("%d and %d compare as %d, %v, sign %d", x, y, a.Compare(b), a.Equal(b), a.Sign())
		}
		if a.Fen() != x {
			t.Fatalf("Fen(%d).Fen() = %d", x, a.Fen())
		}
	}
}

func TestRangeIsSymmetric(t *testing.T) {
	least := money.Fen(math.MinInt64)
	if least != money.Fen(lowest) || least.Neg() != money.Fen(highest) || least.Abs() != money.Fen(highest) {
		t.Errorf("Fen(MinInt64) = %v, which negated is %v", least, least.Neg())
	}
	if got := least.String(); got != "-92233720368547758.07" {
		t.Errorf("the lowest amount prints %s", got)
	}
	for name, f := range map[string]func() (money.Amount, error){
		"lowest - 1 fen":   func() (money.Amount, error) { return least.Sub(money.Fen(1)) },
		"lowest * -2^63":   func() (money.Amount, error) { return least.MulInt(math.MinInt64) },
		"1 fen * -2^63":    func() (money.Amount, error) { return money.Fen(1).MulInt(math.MinInt64) },
		"-2^63 yuan":       func() (money.Amount, error) { return money.Yuan(math.MinInt64) },
		"sum just below":   func() (money.Amount, error) { return money.SumOf(least, money.Fen(-1)) },
		"sum just above":   func() (money.Amount, error) { return money.SumOf(least.Neg(), money.Fen(1)) },
		"1 fen * -2^63 /1": func() (money.Amount, error) { return money.Fen(1).MulDiv(math.MinInt64, 1, money.HalfUp) },
	} {
		if got, err := f(); !errors.Is(err, money.ErrRange) || got != (money.Amount{}) {
			t.Errorf("%s = %v, %v; want ErrRange", name, got, err)
		}
	}
}

func TestSumDoesNotDependOnOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		amounts := make([]money.Amount, r.IntN(40))
		exact := new(big.Int)
		for i := range amounts {
			n := anyFen(r)
			amounts[i] = money.Fen(n)
			exact.Add(exact, big.NewInt(n))
		}
		want, code := within(exact)
		for range 3 {
			got, err := money.Sum(slices.Values(amounts))
			same(t, "Sum", got, err, want, code)
			got, err = money.SumOf(amounts...)
			same(t, "SumOf", got, err, want, code)
			r.Shuffle(len(amounts), func(i, j int) { amounts[i], amounts[j] = amounts[j], amounts[i] })
		}
	}
}

func TestSumPassesFarBeyondTheRange(t *testing.T) {
	there := slices.Repeat([]money.Amount{money.Fen(highest)}, 1000)
	back := slices.Repeat([]money.Amount{money.Fen(lowest)}, 1000)
	if _, err := money.SumOf(there...); !errors.Is(err, money.ErrRange) {
		t.Errorf("a sum out of range: %v", err)
	}
	got, err := money.SumOf(slices.Concat(there, []money.Amount{money.Fen(7)}, back)...)
	same(t, "there and back", got, err, money.Fen(7), nil)
	none, err := money.Sum(func(func(money.Amount) bool) {})
	same(t, "sum of nothing", none, err, money.Amount{}, nil)
}

func TestAmountIsPlainValue(t *testing.T) {
	counts := map[money.Amount]int{money.Fen(0): 1}
	counts[money.MustParse("0.00")]++
	if counts[money.Amount{}] != 2 {
		t.Error("equal amounts are different map keys")
	}
	list := []money.Amount{money.Fen(3), money.Fen(-1), money.Fen(2)}
	slices.SortFunc(list, money.Amount.Compare)
	if d := cmp.Diff([]money.Amount{money.Fen(-1), money.Fen(2), money.Fen(3)}, list); d != "" {
		t.Error(d)
	}
	a := money.Fen(1250)
	for format, want := range map[string]string{"%v": "12.50", "%s": "12.50", "%q": `"12.50"`, "%+v": "12.50", "%8s": "   12.50"} {
		if got := fmt.Sprintf(format, a); got != want {
			t.Errorf("%s prints %s, want %s", format, got, want)
		}
	}
	if got := fmt.Sprint(struct{ Price money.Amount }{a}); got != "{12.50}" {
		t.Errorf("within a struct it prints %s", got)
	}
}

// The tags of a validator that nobody has configured compare fen.
func TestValidatorComparesFen(t *testing.T) {
	type grant struct {
		Paid money.Amount `validate:"gt=0,lte=100000"`
	}
	type record struct {
		Paid money.Amount `validate:"required"`
	}
	for name, v := range map[string]*validator.Validate{
		"default":                   validator.New(),
		"WithRequiredStructEnabled": validator.New(validator.WithRequiredStructEnabled()),
	} {
		for text, valid := range map[string]bool{"-5": false, "0": false, "0.01": true, "1000": true, "1000.01": false} {
			if err := v.Struct(grant{money.MustParse(text)}); (err == nil) != valid {
				t.Errorf("%s: %s yuan: %v", name, text, err)
			}
		}
		// Why the package comment says never to use required.
		if v.Struct(record{}) == nil || v.Struct(record{money.Fen(1)}) != nil {
			t.Errorf("%s: required no longer takes 0.00 for absent", name)
		}
	}
}

func TestRoundingNames(t *testing.T) {
	var got [][3]string
	for _, r := range money.Roundings() {
		got = append(got, [3]string{string(r), r.ZH(), r.EN()})
		if !r.Known() {
			t.Errorf("%s is not known", r)
		}
	}
	want := [][3]string{
		{"half_up", "四舍五入", "half away from zero"},
		{"half_even", "四舍六入五成双", "half to even"},
		{"truncate", "去尾", "towards zero"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, r := range []money.Rounding{"", "exact", "HalfUp"} {
		if r.Known() || r.ZH() != "" || r.EN() != "" {
			t.Errorf("%q passes for a mode of rounding", r)
		}
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	codes := map[fault.Code]bool{}
	for text := range money.Faults().All() {
		codes[text.Code] = true
	}
	for _, code := range []fault.Code{money.ErrEmpty, money.ErrSyntax, money.ErrInexact, money.ErrRange, money.ErrDecimal,
		money.ErrDigits, money.ErrRounding, money.ErrDivisor, money.ErrWeights, money.ErrParts, money.ErrNull,
		money.ErrNumber, money.ErrColumn} {
		if !codes[code] {
			t.Errorf("%s has no text", code)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	amounts := million()[:1000]
	a, b := money.MustParse("1234567.89"), money.MustParse("-0.05")
	text, buf := []byte("1234567.89"), make([]byte, 0, 32)
	ratio := money.MustParse("0.03").Decimal()
	weights, parts := []int64{4, 3, 6, 2, 5, 3, 2, 4, 7, 3, 2, 6}, make([]money.Amount, 0, 64)
	many := slices.Repeat([]int64{1, 0, 7, 3}, 16)
	var failed error
	for name, f := range map[string]func(){
		"SumOf":          func() { _, failed = money.SumOf(amounts...) },
		"Add":            func() { _, failed = a.Add(b) },
		"MulInt":         func() { _, failed = b.MulInt(7) },
		"Mul":            func() { _, failed = a.Mul(ratio, money.HalfUp) },
		"MulDiv":         func() { _, failed = a.MulDiv(2, 3, money.HalfEven) },
		"FromDecimal":    func() { _, failed = money.FromDecimal(ratio) },
		"Parse":          func() { _, failed = money.Parse("-1234567.89") },
		"UnmarshalText":  func() { failed = new(money.Amount).UnmarshalText(text) },
		"AppendText":     func() { buf, failed = a.AppendText(buf[:0]) },
		"Allocate to 12": func() { parts, failed = a.AppendAllocate(parts[:0], weights...) },
		"Allocate to 64": func() { parts, failed = a.AppendAllocate(parts[:0], many...) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 || failed != nil {
			t.Errorf("%s: %v allocations, %v", name, n, failed)
		}
	}
}
