package facts_test

import (
	"encoding/json"
	"testing"

	"github.com/shegong/shegong/eligibility/facts"
)

func BenchmarkContradictions(b *testing.B) {
	h := family()
	b.ReportAllocs()
	for b.Loop() {
		if l := facts.Contradictions(h, on); len(l) > 0 {
			b.Fatal(l)
		}
	}
}

func BenchmarkUnmarshal(b *testing.B) {
	data, err := json.Marshal(anonymous())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var h facts.Household
		if err := h.UnmarshalJSON(data); err != nil {
			b.Fatal(err)
		}
	}
}
