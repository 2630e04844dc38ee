package assess_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
)

func BenchmarkNational(b *testing.B) {
	s, err := national.Statutes()
	if err != nil {
		b.Fatal(err)
	}
	q := statutes.Query{On: cal.MustParse("2026-06-01")}
	b.Run("At", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.At(q); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("At and New", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			l, err := s.At(q)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := assess.New(l); err != nil {
				b.Fatal(err)
			}
		}
	})
}
