package bind_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/bind"
)

func BenchmarkBinder(b *testing.B) {
	binder, err := bind.New(law(b, on, 12), eligibility.Documented)
	if err != nil {
		b.Fatal(err)
	}
	h := family(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := binder.Household(h); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(h.People)), "ns/person")
}

func BenchmarkHousehold(b *testing.B) {
	l, h := law(b, on, 12), family(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := bind.Household(l, h, eligibility.Documented); err != nil {
			b.Fatal(err)
		}
	}
}
