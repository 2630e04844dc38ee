package identity_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/station/identity"
)

// numbers returns n well-formed numbers of nobody, nearly all distinct.
func numbers(n int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	out := make([]string, n)
	for i := range out {
		out[i] = synthetic(r)
	}
	return out
}

// Parsing 10⁵ distinct numbers that stay in use, as an import of a county's register does.
func BenchmarkParseResidentID(b *testing.B) {
	all := numbers(100_000)
	kept := make([]identity.ResidentID, len(all))
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		var err error
		if kept[i%len(all)], err = identity.ParseResidentID(all[i%len(all)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheckDigit(b *testing.B) {
	all := numbers(1000)
	b.ReportAllocs()
	b.ResetTimer()
	var sum byte
	for i := range b.N {
		c, _ := identity.CheckDigit(all[i%1000][:17])
		sum += c
	}
	_ = sum
}

func BenchmarkParseCreditCode(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := identity.ParseCreditCode("52350627MJB0000182"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRefuseResidentID(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := identity.ParseResidentID("350627198807152022"); err == nil {
			b.Fatal("accepted")
		}
	}
}

func BenchmarkParseName(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := identity.ParseName("欧阳娜娜"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStatedBirth(b *testing.B) {
	id := identity.MustParseResidentID("350627198807152021")
	b.ReportAllocs()
	for range b.N {
		if id.StatedBirth().IsZero() {
			b.Fatal("no date")
		}
	}
}
