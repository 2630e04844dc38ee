package eligibilitytest_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility/eligibilitytest"
)

func TestWhatIsKeptIsMadeOnce(t *testing.T) {
	var kept eligibilitytest.Kept[int, int]
	calls := 0
	double := func(n int) (int, error) { calls++; return 2 * n, nil }
	for n := range 100 {
		for range 2 {
			if kept.Of(n, double) != 2*n {
				t.Fatal("what is kept is another's")
			}
		}
	}
	if calls != 100 {
		t.Errorf("made %d times, want 100", calls)
	}
	defer func() {
		if recover() == nil {
			t.Error("a failure was kept")
		}
	}()
	kept.Of(-1, func(int) (int, error) { return 0, errors.New("no") })
}
