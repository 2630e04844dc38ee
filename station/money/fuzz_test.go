package money_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// checkRefusal asserts that err is a fault of this package that says the same whatever the input was.
func checkRefusal(t *testing.T, err error) {
	t.Helper()
	var f fault.Fault
	if !errors.As(err, &f) {
		t.Fatalf("not a fault: %v", err)
	}
	args := []string{"max", "32"}
	if f.Code() != money.ErrDecimal {
		args = nil
	}
	if want := money.Faults().New(f.Code(), args...); !f.Equal(want) || f.Error() != want.Error() {
		t.Fatalf("got %v, want %v", err, want)
	}
}

func FuzzParse(f *testing.F) {
	for text := range hostile() {
		if len(text) < 100 {
			f.Add(text)
		}
	}
	plain := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?$`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := money.Parse(text)
		raw, scanned := money.Fen(777), money.Fen(777)
		if rawErr := raw.UnmarshalText([]byte(text)); (rawErr == nil) != (err == nil) || err == nil && raw != got {
			t.Fatalf("Parse %v, %v but UnmarshalText %v, %v", got, err, raw, rawErr)
		}
		if scanErr := scanned.Scan([]byte(text)); err == nil && (scanned != got || scanErr != nil) {
			t.Fatalf("Parse %v but Scan %v, %v", got, scanned, scanErr)
		}
		r, isNumber := new(big.Rat).SetString(text)
		if err != nil {
			checkRefusal(t, err)
			if raw != money.Fen(777) {
				t.Fatal("a refusal changed the receiver")
			}
			if plain.MatchString(text) && len(text) <= 21 && !(text[0] == '-' && r.Sign() == 0) {
				if _, code := within(r.Mul(r, big.NewRat(100, 1)).Num()); code == nil || !errors.Is(err, money.ErrRange) {
					t.Fatalf("%q refused: %v", text, err)
				}
			}
			return
		}
		if !isNumber || !plain.MatchString(text) || r.Cmp(big.NewRat(got.Fen(), 100)) != 0 {
			t.Fatalf("%q read as %v", text, got)
		}
		back, err := money.Parse(got.String())
		same(t, got.String(), back, err, got, nil)
	})
}

func FuzzUnmarshalJSON(f *testing.F) {
	for _, text := range []string{`"12.50"`, `12.50`, `null`, `"\u0031"`, `""`, `"1`, ` "1"`, `[]`, `"１"`, `1e400`, `{"a":"1"}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := money.Fen(777)
		err := got.UnmarshalJSON(data)
		var s string
		quoted := json.Unmarshal(data, &s) == nil && string(data) != "null" && strings.Contains(string(data), `"`)
		want, wantErr := money.Parse(s)
		if accepted := quoted && wantErr == nil; accepted != (err == nil) || accepted && got != want {
			t.Fatalf("%s read as %v, %v", data, got, err)
		}
		if err != nil {
			checkRefusal(t, err)
			if got != money.Fen(777) {
				t.Fatal("a refusal changed the receiver")
			}
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for text := range hostile() {
		if len(text) < 100 {
			f.Add(text)
		}
	}
	plain := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := money.ParseDecimal(text)
		zero := strings.Trim(text, "-0.") == ""
		if ok := plain.MatchString(text) && len(text) <= 32 && !(zero && strings.HasPrefix(text, "-")); ok != (err == nil) {
			t.Fatalf("%q: %v, should be accepted: %v", text, err, ok)
		}
		if err != nil {
			checkRefusal(t, err)
			return
		}
		want, _ := new(big.Rat).SetString(text)
		if got.Rat().Cmp(want) != 0 || got.StringFixed(-got.Exponent()) != text {
			t.Fatalf("%q read as %s, exponent %d", text, got.Coefficient(), got.Exponent())
		}
		exact, err := money.FromDecimal(got)
		amount, code := rounded(want.Mul(want, big.NewRat(100, 1)), "")
		same(t, text, exact, err, amount, code)
	})
}

func FuzzFromDecimal(f *testing.F) {
	for _, exp := range []int32{0, -2, -3, 16, 17, -19, -20, -64, -130, 100_000_000, math.MaxInt32, math.MinInt32} {
		f.Add([]byte{0x12, 0xd6, 0x87}, exp, exp%2 == 0, int64(12345))
	}
	f.Add([]byte("\x00\x80\x00\x00\x00\x00\x00\x00\x00"), int32(-2), true, int64(lowest))
	f.Add(slices.Repeat([]byte{0xff}, 32), int32(-75), false, int64(1))
	f.Add(slices.Repeat([]byte{0xff}, 33), int32(-77), false, int64(1))
	f.Fuzz(func(t *testing.T, coefficient []byte, exp int32, negative bool, fen int64) {
		if len(coefficient) > 40 {
			return
		}
		c := new(big.Int).SetBytes(coefficient)
		if negative {
			c.Neg(c)
		}
		d, a := decimal.NewFromBigInt(c, exp), money.Fen(fen)
		modes := append(money.Roundings(), "")
		for _, mode := range modes {
			var got money.Amount
			var err error
			n := big.NewInt(100)
			switch mode {
			case "":
				got, err = money.FromDecimal(d)
			case money.HalfUp:
				got, err = money.FromDecimalRounded(d, mode)
			default:
				n.SetInt64(a.Fen())
				got, err = a.Mul(d, mode)
			}
			// The oracle gives up where its own arithmetic would explode.
			var want money.Amount
			var code error
			n.Mul(n, c)
			switch {
			case c.BitLen() > 256:
				code = money.ErrDigits
			case n.Sign() == 0:
			case exp > 100:
				code = money.ErrRange
			case exp < -200:
				if mode == "" {
					code = money.ErrInexact
				}
			default:
				ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil)
				exact := new(big.Rat).SetFrac(n, ten)
				if exp > 0 {
					exact.SetInt(n.Mul(n, ten))
				}
				want, code = rounded(exact, mode)
			}
			same(t, string(mode), got, err, want, code)
			if err != nil {
				checkRefusal(t, err)
			}
		}
	})
}

func FuzzAllocate(f *testing.F) {
	f.Add(int64(1), []byte{0, 1, 1})
	f.Add(int64(9999), []byte{75, 25})
	f.Add(int64(lowest), []byte{1, 2, 3, 255})
	f.Add(int64(highest), slices.Repeat([]byte{241, 0, 17}, 30))
	f.Fuzz(func(t *testing.T, fen int64, raw []byte) {
		if len(raw) > 100 {
			return
		}
		weights := make([]int64, len(raw))
		for i, b := range raw {
			weights[i] = int64(b&15) << (b >> 4 * 4) // up to 15 × 2⁶⁰, which is negative for some
		}
		total := money.Fen(fen)
		parts, err := total.Allocate(weights...)
		sum, usable := new(big.Int), true
		for _, w := range weights {
			sum.Add(sum, big.NewInt(w))
			usable = usable && w >= 0
		}
		if usable = usable && sum.Sign() > 0 && sum.BitLen() <= 64; usable != (err == nil) {
			t.Fatalf("%v by %v: %v", total, weights, err)
		}
		if err != nil {
			checkRefusal(t, err)
			return
		}
		checkAllocation(t, total, weights, parts)
		again, err := total.AppendAllocate(parts[:0:0], weights...)
		if err != nil || !slices.Equal(parts, again) {
			t.Fatal("not deterministic")
		}
	})
}
