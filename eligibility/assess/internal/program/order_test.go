package program

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/station/measure"

	"github.com/shegong/shegong/eligibility"
)

func TestProductsAreComparedExactly(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	edge := []int64{0, 1, -1, 2, -3, 1 << 31, 1<<62 - 1, -1 << 62, eligibility.MaxMoney, -eligibility.MaxMoney, 9_223_372_036_854_775_807, -9_223_372_036_854_775_807}
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
		if got, want := CompareProducts(a, b, c, d), product(a, b).Cmp(product(c, d)); got != want {
			t.Fatalf("%d × %d against %d × %d: %d, want %d", a, b, c, d, got, want)
		}
		exact := product(a, b)
		small := exact.IsInt64() && Size(exact.Int64()) < 1<<62
		if n, ok := Times(a, b); ok != small || ok && n != exact.Int64() {
			t.Fatalf("%d × %d = %d, %v", a, b, n, ok)
		}
		if n := Capped(a, b); small && n != exact.Int64() || !small && Sign(n) != exact.Sign() {
			t.Fatalf("%d × %d is capped to %d", a, b, n)
		}
	}
}

func TestAComparatorIsARange(t *testing.T) {
	for c := range measure.Comparators().All() {
		o := OrderOf(c.Key)
		lo, hi := o.span(5)
		for n := int64(3); n < 8; n++ {
			cmp := Sign(n - 5)
			want, _ := c.Key.Holds(cmp)
			if o.Holds(cmp) != want || (lo <= n && n <= hi) != want {
				t.Errorf("%d %s 5: %v, %v; want %v", n, c.Key, o.Holds(cmp), lo <= n && n <= hi, want)
			}
		}
	}
	if OrderOf("") != 0 {
		t.Error("no comparator admits nothing")
	}
}
