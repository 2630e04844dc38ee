package bind_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/bind"
)

func BenchmarkHousehold(b *testing.B) {
	l, h := law(b, on, 12), family(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := bind.Household(l, h, eligibility.Documented); err != nil {
			b.Fatal(err)
		}
	}
}
