package zh_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

// Helpers of the tests of figures: group, scale, percent, numeral, capitals, date, period.

func decOf(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// bombs are decimals whose exponents must never be followed.
func bombs() []decimal.Decimal {
	return []decimal.Decimal{
		decimal.New(1, 1<<31-1), decimal.New(1, -1<<31), decimal.New(-7, 2_000_000_000), decimal.New(7, -2_000_000_000),
		decimal.New(1, 1001), decimal.New(1, -1001),
	}
}

// randomDecimal has up to 15 whole digits and 0 to 6 decimals, small values and nines being common.
func randomDecimal(r *rand.Rand) decimal.Decimal {
	n := r.Int64N(1_000_000_000_000_000)
	for range r.IntN(15) {
		n /= 10
	}
	switch r.IntN(4) {
	case 0:
		n = -n
	case 1:
		p := int64(1)
		for range r.IntN(15) {
			p *= 10
		}
		n = p - r.Int64N(12)
	}
	return decimal.New(n, -r.Int32N(7))
}

// wantCode fails unless err is exactly one fault of this package with the code and nothing of the input in it.
func wantCode(t *testing.T, what string, err error, code fault.Code) {
	t.Helper()
	if !errors.Is(err, code) {
		t.Errorf("%s: error %v, want %s", what, err, code)
	}
}

// discreet fails unless err says only what the catalogue says.
func discreet(t *testing.T, err error) {
	t.Helper()
	for text := range zh.Faults().All() {
		if err.Error() == text.EN+" ["+string(text.Code)+"]" {
			return
		}
	}
	t.Errorf("error says more than the catalogue: %v", err)
}

// schoolNumeral is the oracle for whole numbers: the reading rule as taught, by recursion on 亿, 万, 千, 百, 十.
func schoolNumeral(n uint64) string {
	s := schoolRead(n)
	if strings.HasPrefix(s, "一十") {
		s = strings.TrimPrefix(s, "一")
	}
	return s
}

func schoolRead(n uint64) string {
	if n < 10 {
		return []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[n]
	}
	for _, u := range []struct {
		size uint64
		name string
	}{{1e8, "亿"}, {1e4, "万"}, {1e3, "千"}, {1e2, "百"}, {10, "十"}} {
		if n < u.size {
			continue
		}
		high, low := n/u.size, n%u.size
		s := schoolRead(high) + u.name
		if low == 0 {
			return s
		}
		if low < u.size/10 || u.size == 1e8 && high%1e4 == 0 {
			s += "零"
		}
		return s + schoolRead(low)
	}
	panic("unreachable")
}

func seeded() *rand.Rand { return rand.New(rand.NewPCG(20220628, 612)) }
