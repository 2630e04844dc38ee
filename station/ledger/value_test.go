package ledger_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func TestParseUnit(t *testing.T) {
	for s, want := range map[string]struct {
		kind     ledger.UnitKind
		decimals int
		item     string
		word     string
	}{
		"CNY":             {ledger.Money, 2, "", "元"},
		"min":             {ledger.Time, 0, "", "分钟"},
		"rice/袋":          {ledger.Goods, 0, "rice", "袋"},
		"大米-5kg/公斤/3":     {ledger.Goods, 3, "大米-5kg", "公斤"},
		"a/b/1":           {ledger.Goods, 1, "a", "b"},
		"CNY/张":           {ledger.Goods, 0, "CNY", "张"},
		"oil_2.5L/bottle": {ledger.Goods, 0, "oil_2.5L", "bottle"},
	} {
		u, err := ledger.ParseUnit(s)
		if err != nil || u.String() != s || u.Kind() != want.kind || u.Decimals() != want.decimals || u.Item() != want.item || u.Word() != want.word {
			t.Errorf("%s: %v %v %v %v %v %v", s, u, u.Kind(), u.Decimals(), u.Item(), u.Word(), err)
		}
	}
	for _, s := range []string{"", "cny", "rice", "rice/", "/袋", "rice/袋/", "rice/袋/0", "rice/袋/4", "rice/袋/33",
		"rice/袋/3/", "rice /袋", "-rice/袋",
		"rice/袋.", "ri\u200bce/袋", "米饭a\x80/袋", strings.Repeat("a", 41) + "/袋", "rice/袋|x"} {
		if u, err := ledger.ParseUnit(s); !errors.Is(err, ledger.ErrUnit) {
			t.Errorf("%q was read as %v, %v", s, u, err)
		}
	}
	for _, n := range []int{-1, 4} {
		if _, err := ledger.GoodsUnit("rice", "袋", n); !errors.Is(err, ledger.ErrUnit) {
			t.Errorf("%d decimals: %v", n, err)
		}
	}
	if zero := (ledger.Unit{}); zero.Kind() != "" || zero.Word() != "" || zero.Decimals() != 0 || zero.Item() != "" || !zero.IsZero() {
		t.Error("the zero unit says something")
	}
	panics(t, func() { ledger.MustParseUnit("secret") })
}

func panics(t *testing.T, f func()) {
	t.Helper()
	defer func() {
		if p, ok := recover().(error); !ok || strings.Contains(p.Error(), "secret") {
			t.Errorf("panic %v", p)
		}
	}()
	f()
}

func TestUnitChannels(t *testing.T) {
	for _, u := range []ledger.Unit{ledger.CNY(), ledger.MustParseUnit("rice/袋"), {}} {
		data, err := json.Marshal(u)
		back := ledger.Minutes()
		if err2 := json.Unmarshal(data, &back); err != nil || err2 != nil || !back.Equal(u) {
			t.Errorf("JSON of %v: %s, %v, %v", u, data, err, err2)
		}
		v, err := u.Value()
		back = ledger.Minutes()
		if err2 := back.Scan(v); err != nil || err2 != nil || back != u {
			t.Errorf("SQL of %v: %v, %v, %v", u, v, err, err2)
		}
		if b, err := u.AppendText([]byte("x")); err != nil || string(b) != "x"+u.String() || u.ValidatorValue() != any(u.String()) {
			t.Errorf("text of %v: %s, %v", u, b, err)
		}
	}
	kept := ledger.CNY()
	if err := kept.UnmarshalText([]byte("x")); err == nil || kept != ledger.CNY() {
		t.Error("a bad text changed the unit")
	}
	if err := kept.Scan(1); !errors.Is(err, ledger.ErrUnit) {
		t.Error("a number is no unit")
	}
	if err := kept.Scan([]byte("min")); err != nil || kept != ledger.Minutes() {
		t.Error("bytes are text")
	}
	if ledger.CNY().Compare(ledger.Minutes()) >= 0 {
		t.Error("units are ordered by their text")
	}
}

func TestParseAmount(t *testing.T) {
	for s, minor := range map[string]int64{
		"0": 0, "0.00 CNY": 0, "12.50 CNY": 1250, "-0.05 CNY": -5, "92233720368547758.07 CNY": math.MaxInt64,
		"-92233720368547758.07 CNY": -math.MaxInt64, "40 clothes/件": 40, "0.375 rice/公斤/3": 375, "-120 min": -120,
		"1.5 tea/斤/1": 15, "9223372036854775807 min": math.MaxInt64,
	} {
		a, err := ledger.ParseAmount(s)
		if err != nil || a.Minor() != minor || a.String() != s {
			t.Errorf("%s: %v (%d), %v", s, a, a.Minor(), err)
		}
	}
	for s, code := range map[string]fault.Code{
		"": ledger.ErrAmount, "12.50": ledger.ErrAmount, "12.5 CNY": ledger.ErrAmount, "12 CNY": ledger.ErrAmount,
		"12.500 CNY": ledger.ErrAmount,
		"012.50 CNY": ledger.ErrAmount, "-0.00 CNY": ledger.ErrAmount, "+1.00 CNY": ledger.ErrAmount,
		".50 CNY":   ledger.ErrAmount,
		"1.00  CNY": ledger.ErrUnit, "1.00 USD": ledger.ErrUnit, "1. min": ledger.ErrAmount,
		"1.0 min": ledger.ErrAmount, "１ min": ledger.ErrAmount,
		"92233720368547758.08 CNY": ledger.ErrRange, "99999999999999999999999 min": ledger.ErrRange,
		"1e3 min":                       ledger.ErrAmount,
		"1234567890123456789012345 min": ledger.ErrAmount, "00 min": ledger.ErrAmount, "-0 min": ledger.ErrAmount,
		"--1 min": ledger.ErrAmount,
		" 1 min":  ledger.ErrUnit, "00": ledger.ErrAmount,
	} {
		if a, err := ledger.ParseAmount(s); !errors.Is(err, code) {
			t.Errorf("%q: %v, %v, want %s", s, a, err, code)
		}
	}
	panics(t, func() { ledger.MustParseAmount("secret") })
}

func TestAmountChannels(t *testing.T) {
	a := ledger.MustParseAmount("12.50 CNY")
	for _, a := range []ledger.Amount{a, {}} {
		data, err := json.Marshal(a)
		back := ledger.MustParseAmount("1 min")
		if err2 := json.Unmarshal(data, &back); err != nil || err2 != nil || !back.Equal(a) {
			t.Errorf("JSON of %v: %s, %v, %v", a, data, err, err2)
		}
		v, err := a.Value()
		back = ledger.MustParseAmount("1 min")
		if err2 := back.Scan(v); err != nil || err2 != nil || back != a {
			t.Errorf("SQL of %v: %v, %v, %v", a, v, err, err2)
		}
		if b, err := a.AppendText(nil); err != nil || string(b) != a.String() || a.ValidatorValue() != any(a.Minor()) {
			t.Errorf("text of %v: %s, %v", a, b, err)
		}
	}
	kept := a
	for _, bad := range []string{`null`, `12.5`, `""`, `"x"`, `{}`, `"12.50 CNY`} {
		if err := kept.UnmarshalJSON([]byte(bad)); err == nil || kept != a {
			t.Errorf("%s: %v, %v", bad, kept, err)
		}
	}
	for _, bad := range []any{nil, 12, 12.5, "", []byte("x")} {
		if err := kept.Scan(bad); err == nil || kept != a {
			t.Errorf("%v: %v, %v", bad, kept, err)
		}
	}
	if err := kept.Scan([]byte("3 min")); err != nil || kept.Minor() != 3 {
		t.Errorf("bytes: %v, %v", kept, err)
	}
}

func TestAmountConversions(t *testing.T) {
	m := money.MustParse("-12.50")
	a := ledger.Yuan(m)
	if back, err := a.Money(); err != nil || back != m || a.Unit() != ledger.CNY() {
		t.Errorf("money: %v, %v", back, err)
	}
	if zero, err := (ledger.Amount{}).Money(); err != nil || zero != (money.Amount{}) {
		t.Errorf("zero as money: %v, %v", zero, err)
	}
	if _, err := a.Quantity(); !errors.Is(err, ledger.ErrMixed) {
		t.Errorf("money as a quantity: %v", err)
	}
	kilo := ledger.MustParseUnit("rice/公斤/3")
	for _, tt := range []struct {
		q    string
		u    ledger.Unit
		want string
		code fault.Code
	}{
		{"0.375", kilo, "0.375 rice/公斤/3", ""},
		{"-40", ledger.MustParseUnit("clothes/件"), "-40 clothes/件", ""},
		{"1.5", ledger.MustParseUnit("tea/斤/1"), "1.5 tea/斤/1", ""},
		{"120", ledger.Minutes(), "120 min", ""},
		{"9223372036854775.807", kilo, "9223372036854775.807 rice/公斤/3", ""},
		{"1.25", ledger.MustParseUnit("tea/斤/1"), "", ledger.ErrInexact},
		{"-1.25", ledger.MustParseUnit("tea/斤/1"), "", ledger.ErrInexact},
		{"0.5", ledger.Minutes(), "", ledger.ErrInexact},
		{"1", ledger.CNY(), "", ledger.ErrUnit},
		{"1", ledger.Unit{}, "", ledger.ErrUnit},
	} {
		a, err := ledger.Count(measure.MustParseQuantity(tt.q), tt.u)
		if tt.code != "" {
			if !errors.Is(err, tt.code) {
				t.Errorf("%s %v: %v", tt.q, tt.u, err)
			}
			continue
		}
		if err != nil || a.String() != tt.want {
			t.Errorf("%s %v: %v, %v", tt.q, tt.u, a, err)
		}
		if q, err := a.Quantity(); err != nil || q.String() != tt.q {
			t.Errorf("back: %v, %v", q, err)
		}
		if _, err := a.Money(); !errors.Is(err, ledger.ErrMixed) {
			t.Errorf("%v as money: %v", a, err)
		}
	}
	if _, err := ledger.Minor(math.MaxInt64, ledger.Minutes()).Quantity(); !errors.Is(err, measure.ErrRange) {
		t.Errorf("too many minutes for a quantity: %v", err)
	}
	if a := ledger.Minor(math.MinInt64, ledger.CNY()); a.Minor() != -math.MaxInt64 || a.Neg().Minor() != math.MaxInt64 {
		t.Errorf("the lowest amount: %v", a)
	}
	if ledger.Minor(5, ledger.Unit{}) != (ledger.Amount{}) {
		t.Error("five of nothing")
	}
}

// Addition against math/big, at the edges and at random.
func TestAdd(t *testing.T) {
	edges := []int64{0, 1, -1, 99, math.MaxInt64, -math.MaxInt64, math.MaxInt64 / 2, math.MaxInt64/2 + 1,
		-math.MaxInt64/2 - 1}
	r := rand.New(rand.NewSource(5))
	for range 200 {
		edges = append(edges, r.Int63()-r.Int63())
	}
	limit := big.NewInt(math.MaxInt64)
	for _, x := range edges {
		for _, y := range edges {
			sum := new(big.Int).Add(big.NewInt(x), big.NewInt(y))
			a, err := ledger.Minor(x, ledger.CNY()).Add(ledger.Minor(y, ledger.CNY()))
			if fits := sum.CmpAbs(limit) <= 0; fits != (err == nil) || fits && a.Minor() != sum.Int64() || !fits && !errors.Is(err, ledger.ErrRange) {
				t.Fatalf("%d + %d = %v, %v", x, y, a, err)
			}
			b, err2 := ledger.Minor(x, ledger.CNY()).Sub(ledger.Minor(-y, ledger.CNY()))
			if a != b || (err == nil) != (err2 == nil) {
				t.Fatalf("%d − %d = %v, %v", x, -y, b, err2)
			}
		}
	}
	yuan, zero := ledger.MustParseAmount("1.00 CNY"), ledger.Amount{}
	for _, p := range [][2]ledger.Amount{{yuan, zero}, {zero, yuan}} {
		if s, err := p[0].Add(p[1]); err != nil || s != yuan {
			t.Errorf("the zero value adds to anything: %v, %v", s, err)
		}
	}
	if _, err := yuan.Add(ledger.MustParseAmount("0 min")); !errors.Is(err, ledger.ErrMixed) {
		t.Errorf("yuan and minutes: %v", err)
	}
	if yuan.Sign() != 1 || yuan.Neg().Sign() != -1 || zero.Sign() != 0 || yuan.Compare(yuan.Neg()) != 1 || zero.Compare(yuan) != -1 {
		t.Error("signs and order")
	}
}

func TestTotal(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 2000 {
		var total, left, right ledger.Total
		want := new(big.Int)
		for i := range r.Intn(40) {
			n := int64(r.Uint64())
			if r.Intn(3) == 0 {
				n = []int64{math.MaxInt64, math.MinInt64, -1, 0, 1}[r.Intn(5)]
			}
			total.Add(n)
			if i%2 == 0 {
				left.Add(n)
			} else {
				right.Add(n)
			}
			want.Add(want, big.NewInt(n))
		}
		n, ok := total.Minor()
		fits := want.CmpAbs(big.NewInt(math.MaxInt64)) <= 0
		if ok != fits || ok && n != want.Int64() || total.Sign() != want.Sign() || left.Plus(right) != total {
			t.Fatalf("%v: %d, %v, %d", want, n, ok, total.Sign())
		}
		if left.Compare(left) != 0 || left.Compare(right) != -right.Compare(left) {
			t.Fatal("order")
		}
	}
	var one, big1, minus ledger.Total
	one.Add(1)
	minus.Add(-1)
	big1.Add(math.MaxInt64)
	big1 = big1.Plus(big1).Plus(big1)
	sorted := []ledger.Total{minus, {}, one, big1}
	for i, a := range sorted {
		for j, b := range sorted {
			if want := sign(i - j); a.Compare(b) != want {
				t.Errorf("%d and %d: %d", i, j, a.Compare(b))
			}
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestShare(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 20000 {
		total, whole := r.Int63()>>r.Intn(63), r.Int63()>>r.Intn(63)
		if whole == 0 {
			continue
		}
		part := r.Int63n(whole)
		if r.Intn(10) == 0 {
			part = whole
		}
		want := new(big.Int).Mul(big.NewInt(total), big.NewInt(part))
		want.Quo(want, big.NewInt(whole))
		if got := ledger.Share(total, part, whole); got != want.Int64() {
			t.Fatalf("%d × %d / %d = %d, want %v", total, part, whole, got, want)
		}
		if part == whole && ledger.Share(total, part, whole) != total {
			t.Fatal("the last unit takes the rest")
		}
	}
	for _, bad := range [][3]int64{{1, 2, 1}, {1, -1, 1}, {1, 0, 0}, {-1, 1, 1}, {1, 1, -1}} {
		if got := ledger.Share(bad[0], bad[1], bad[2]); got != 0 {
			t.Errorf("%v: %d", bad, got)
		}
	}
}

func TestAmountsAreValues(t *testing.T) {
	m := map[ledger.Amount]int{ledger.MustParseAmount("1.00 CNY"): 1}
	if m[ledger.Yuan(money.MustParse("1"))] != 1 {
		t.Error("equal amounts are equal keys")
	}
	if d := cmp.Diff(ledger.MustParseAmount("1 min"), ledger.Minor(1, ledger.Minutes())); d != "" {
		t.Error(d)
	}
	n := testing.AllocsPerRun(100, func() {
		a, _ := ledger.Minor(5, ledger.CNY()).Add(ledger.Minor(6, ledger.CNY()))
		var s ledger.Total
		s.Add(a.Minor())
		_ = ledger.Share(a.Minor(), 1, 2)
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"0", "12.50 CNY", "-0.05 CNY", "40 clothes/件", "0.375 rice/公斤/3", "-120 min",
		"92233720368547758.08 CNY"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ledger.ParseAmount(s)
		if err != nil {
			if len(s) > 8 && strings.Contains(err.Error(), s) {
				t.Error("the error quotes the text")
			}
			return
		}
		var back ledger.Amount
		if err := back.UnmarshalText([]byte(s)); err != nil || back != a || a.String() != s || a.Neg().Neg() != a {
			t.Errorf("%q is %v and comes back as %v, %v", s, a, back, err)
		}
		if _, err := ledger.ParseUnit(a.Unit().String()); err != nil && !a.Unit().IsZero() {
			t.Errorf("its unit is none: %v", err)
		}
	})
}

func FuzzParseUnit(f *testing.F) {
	for _, s := range []string{"CNY", "min", "rice/袋", "rice/公斤/3", "a/b/0", "a//1", "a/b/c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := ledger.ParseUnit(s)
		if err != nil {
			return
		}
		var back ledger.Unit
		if err := back.UnmarshalText([]byte(s)); err != nil || back != u || u.String() != s {
			t.Errorf("%q is %v and comes back as %v, %v", s, u, back, err)
		}
		if u.Kind() == ledger.Goods {
			if again, err := ledger.GoodsUnit(u.Item(), u.Word(), u.Decimals()); err != nil || again != u {
				t.Errorf("%q from its parts: %v, %v", s, again, err)
			}
		}
	})
}
