package rules_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/rules"
)

// BenchmarkParse reads the whole national law.
func BenchmarkParse(b *testing.B) {
	data, err := rules.Save(rules.File{Acts: national.Acts()})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	x := rules.File{Acts: national.Acts()}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Save(x); err != nil {
			b.Fatal(err)
		}
	}
}
