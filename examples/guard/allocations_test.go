package guard

import (
	"fmt"
	"testing"
)

// A ceiling is the number of allocations a leaf operation may make at most.
type ceiling struct {
	name   string
	allocs float64
	run    func()
}

// above tells which operations allocate more than they may.
func above(cs []ceiling) (problems []string) {
	for _, c := range cs {
		if got := testing.AllocsPerRun(100, c.run); got > c.allocs {
			problems = append(problems, fmt.Sprintf("%s: %v allocations, at most %v", c.name, got, c.allocs))
		}
	}
	return problems
}

// sink keeps results alive, so that the compiler cannot drop the work.
var sink any

func TestAllocations(t *testing.T) {
	t.Run("module", func(t *testing.T) {
		if len(registeredCeilings()) == 0 {
			t.Fatal("nothing to check")
		}
		for _, p := range above(registeredCeilings()) {
			t.Error(p)
		}
	})
	t.Run("planted", func(t *testing.T) {
		if len(above([]ceiling{{"new", 0, func() { sink = new([64]byte) }}})) == 0 {
			t.Error("an allocation is not noticed")
		}
		if p := above([]ceiling{{"new", 1, func() { sink = new([64]byte) }}, {"nothing", 0, func() {}}}); len(p) > 0 {
			t.Error(p)
		}
	})
}
