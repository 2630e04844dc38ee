package eligibility

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func TestProductsAreComparedExactly(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	edge := []int64{0, 1, -1, 2, -3, 1 << 31, 1<<62 - 1, -1 << 62, maxMoney, -maxMoney, 9_223_372_036_854_775_807, -9_223_372_036_854_775_807}
	number := func() int64 {
		if r.IntN(2) == 0 {
			return edge[r.IntN(len(edge))]
		}
		return r.Int64N(1<<uint(1+r.IntN(62))) - r.Int64N(1<<uint(1+r.IntN(62)))
	}
	product := func(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }
	for range 200_000 {
		a, b, c, d := number(), number(), number(), number()
		if r.IntN(4) == 0 {
			c, d = b, a
		}
		if got, want := compareProducts(a, b, c, d), product(a, b).Cmp(product(c, d)); got != want {
			t.Fatalf("%d × %d against %d × %d: %d, want %d", a, b, c, d, got, want)
		}
		exact := product(a, b)
		small := exact.IsInt64() && size(exact.Int64()) < 1<<62
		if n, ok := times(a, b); ok != small || ok && n != exact.Int64() {
			t.Fatalf("%d × %d = %d, %v", a, b, n, ok)
		}
		if n := capped(a, b); small && n != exact.Int64() || !small && sign(n) != exact.Sign() {
			t.Fatalf("%d × %d is capped to %d", a, b, n)
		}
	}
}

func TestAComparatorIsARange(t *testing.T) {
	for c := range measure.Comparators().All() {
		o := orderOf(c.Key)
		lo, hi := o.span(5)
		for n := int64(3); n < 8; n++ {
			cmp := sign(n - 5)
			want, _ := c.Key.Holds(cmp)
			if o.holds(cmp) != want || (lo <= n && n <= hi) != want {
				t.Errorf("%d %s 5: %v, %v; want %v", n, c.Key, o.holds(cmp), lo <= n && n <= hi, want)
			}
		}
	}
	if orderOf("") != 0 {
		t.Error("no comparator admits nothing")
	}
}

func TestFractionsAreExact(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50_000 {
		total, want, ok := fraction{0, 1}, new(big.Rat), true
		for range 1 + r.IntN(4) {
			num, den := r.Int64N(2e12)-1e12, 1+r.Int64N(120_000)
			var room bool
			total, room = total.plus(num, den)
			ok = ok && room
			want.Add(want, big.NewRat(num, den))
		}
		if !ok {
			continue
		}
		if big.NewRat(total.num, total.den).Cmp(want) != 0 {
			t.Fatalf("%d/%d, want %v", total.num, total.den, want)
		}
		step := Step{Unit: money.Fen([]int64{1, 100, 500}[r.IntN(3)]), Mode: []StepMode{StepUp, StepDown, StepNearest}[r.IntN(3)]}
		got, ok := total.step(step)
		if !ok {
			continue
		}
		// The difference to what was rounded is less than a step, or half of one, and on the right side.
		diff := new(big.Rat).Sub(big.NewRat(got, 1), want)
		unit := big.NewRat(step.Unit.Fen(), 1)
		half := new(big.Rat).Mul(unit, big.NewRat(1, 2))
		switch {
		case want.Sign() <= 0:
			if got != 0 {
				t.Fatalf("%v is %d", want, got)
			}
		case got%step.Unit.Fen() != 0,
			step.Mode == StepUp && (diff.Sign() < 0 || diff.Cmp(unit) >= 0),
			step.Mode == StepDown && (diff.Sign() > 0 || diff.Cmp(new(big.Rat).Neg(unit)) <= 0),
			step.Mode == StepNearest && (diff.Cmp(half) > 0 || diff.Cmp(new(big.Rat).Neg(half)) <= 0 && diff.Cmp(half) != 0):
			t.Fatalf("%v in steps %v is %d", want, step, got)
		}
	}
	if _, ok := (fraction{1 << 61, 3}).plus(1<<61, 5); ok {
		t.Error("a sum without room is ok")
	}
	if _, ok := (fraction{1 << 61, 1 << 40}).step(Step{money.Fen(1 << 40), StepUp}); ok {
		t.Error("a step without room is ok")
	}
}
