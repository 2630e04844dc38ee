package identity_test

import (
	"math/rand/v2"
	"testing"
	"unique"

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

// Parsing and checking 10⁵ distinct numbers whose values are in use: nearly all of it is the lookup in the table of
// package unique, which is larger than the processor's caches.
func BenchmarkParseResidentID(b *testing.B) {
	all := numbers(100_000)
	kept := make([]identity.ResidentID, len(all))
	for i, s := range all {
		kept[i] = identity.MustParseResidentID(s)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		var err error
		if kept[i%len(all)], err = identity.ParseResidentID(all[i%len(all)]); err != nil {
			b.Fatal(err)
		}
	}
}

// The first sight of a number, as in the import of a register: the table grows by an entry, once for each number in
// use.
func BenchmarkParseResidentIDFirst(b *testing.B) {
	all := numbers(b.N)
	kept := make([]identity.ResidentID, len(all))
	b.ReportAllocs()
	b.ResetTimer()
	for i, s := range all {
		var err error
		if kept[i], err = identity.ParseResidentID(s); err != nil {
			b.Fatal(err)
		}
	}
}

// What package unique alone costs for the same texts.
func BenchmarkUniqueMake(b *testing.B) {
	all := numbers(100_000)
	kept := make([]unique.Handle[string], len(all))
	for i, s := range all {
		kept[i] = unique.Make(s)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		kept[i%len(all)] = unique.Make(all[i%len(all)])
	}
}

func BenchmarkUniqueMakeFirst(b *testing.B) {
	all := numbers(b.N)
	kept := make([]unique.Handle[string], len(all))
	b.ReportAllocs()
	b.ResetTimer()
	for i, s := range all {
		kept[i] = unique.Make(s)
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

func TestAllocations(t *testing.T) {
	id := identity.MustParseResidentID("350627198807152021")
	for name, f := range map[string]func(){
		"check digit":            func() { identity.CheckDigit("35062719880715202") },
		"parsing a known number": func() { identity.ParseResidentID("350627198807152021") },
		"stated birth":           func() { id.StatedBirth() },
		"comparing":              func() { _ = id.Equal(id) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
