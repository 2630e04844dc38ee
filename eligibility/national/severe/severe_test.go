package severe_test

import (
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/identity"
)

// TestSixSeverities writes out which of the 24 kinds and grades count for which purpose.
func TestSixSeverities(t *testing.T) {
	const ( // one digit a grade: how many of the grades one to four count
		visual = iota
		hearing
		speech
		limb
		mind
		mental
	)
	want := [][6]int{
		{visual: 1, limb: 2, mind: 3, mental: 3},
		{2, 2, 2, 2, 3, 3},
		{2, 2, 2, 2, 3, 3},
		{2, 2, 2, 2, 2, 2},
		{2, 2, 2, 2, 2, 2},
		{2, 2, 2, 2, 4, 4},
	}
	kinds := []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental}
	grades := []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
	all := severe.All()
	if len(all) != len(want) {
		t.Fatalf("%d sets", len(all))
	}
	for i, s := range all {
		pairs, total := s.Pairs(), 0
		for k, kind := range kinds {
			for g, grade := range grades {
				in := g < want[i][k]
				if in {
					total++
				}
				if got := slices.Contains(pairs, eligibility.Pair{Kind: kind, Grade: grade}); got != in {
					t.Errorf("%s: %s %s is %v", s.ZH, kind, grade, got)
				}
			}
		}
		if len(pairs) != total {
			t.Errorf("%s: %d pairs, want %d", s.ZH, len(pairs), total)
		}
		if n := s.Node("x"); n.Criterion().Source != s.Source || s.Source.Validate() != nil || s.Source.Article == "" {
			t.Errorf("%s: source %v", s.ZH, s.Source)
		}
	}
}
