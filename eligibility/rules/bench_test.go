package rules_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility/rules"
)

func BenchmarkParse(b *testing.B) {
	data := read(b, "heating.canonical.json")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	x, err := rules.Parse(read(b, "heating.canonical.json"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Save(x); err != nil {
			b.Fatal(err)
		}
	}
}
