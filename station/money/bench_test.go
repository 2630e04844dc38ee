package money_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

// million returns 10⁶ amounts of up to ten million yuan, always the same ones.
func million() []money.Amount {
	s := make([]money.Amount, 1_000_000)
	x := uint64(88172645463325252)
	for i := range s {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		s[i] = money.Fen(int64(x % 1_000_000_000))
	}
	return s
}

func BenchmarkSumMillion(b *testing.B) {
	s := million()
	b.Run("slice", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := money.SumOf(s...); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("iterator", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := money.Sum(slices.Values(s)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	b.ReportAllocs()
	x, y := money.Fen(123456), money.Fen(-123)
	for b.Loop() {
		if _, err := x.Add(y); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFromDecimal(b *testing.B) {
	for _, s := range []string{"1234567.89", "1234567", "1234567.8900", "1234567890123456.7800000000"} {
		d := decimal.RequireFromString(s)
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := money.FromDecimal(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkMul(b *testing.B) {
	b.ReportAllocs()
	a, r := money.MustParse("1234567.89"), decimal.RequireFromString("0.0335")
	for b.Loop() {
		if _, err := a.Mul(r, money.HalfUp); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := money.Parse("1234567.89"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseDecimal(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := money.ParseDecimal("0.0335"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendText(b *testing.B) {
	b.ReportAllocs()
	a, buf := money.MustParse("1234567.89"), make([]byte, 0, 32)
	for b.Loop() {
		buf, _ = a.AppendText(buf[:0])
	}
}

func BenchmarkString(b *testing.B) {
	b.ReportAllocs()
	a := money.MustParse("1234567.89")
	for b.Loop() {
		_ = a.String()
	}
}

// A purchase contract spread over the twelve stations of a county by their posts.
func BenchmarkAllocate12(b *testing.B) {
	b.ReportAllocs()
	weights := []int64{4, 3, 6, 2, 5, 3, 2, 4, 7, 3, 2, 6}
	a, parts := money.MustParse("986543.21"), make([]money.Amount, 0, 12)
	for b.Loop() {
		var err error
		if parts, err = a.AppendAllocate(parts[:0], weights...); err != nil {
			b.Fatal(err)
		}
	}
}
