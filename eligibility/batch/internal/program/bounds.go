package program

import (
	"math"
	"math/bits"

	"github.com/shegong/shegong/eligibility/batch/internal/column"
)

const maxPeople = 64 // of one household, eligibility.MaxPeople

// bounds proves that no number of the run can pass 62 bits, from what the columns hold, and finds which comparisons
// multiply them beyond that.
func (m *Machine) bounds() (node string, ok bool) {
	for i := range m.Program.Steps {
		s := &m.Program.Steps[i]
		var most uint64
		switch s.Op {
		case Less, Equal:
			most = max(times(distance(s.A), m.far(s.X)), times(distance(s.C), m.far(s.Y)))
			m.wide[s.Out] = most >= column.Reach/2
			continue
		case Sum:
			for _, t := range s.Terms {
				most = min(most+m.far(t.Operand), math.MaxInt64)
			}
		case Product:
			most = 1
			for _, t := range s.Terms {
				most = times(most, m.far(t.Operand))
			}
		case Members:
			most = times(maxPeople, m.far(s.X))
		case Heads:
			most = maxPeople
		case SpreadNumber, GatherNumber:
			most = m.far(s.X)
		default:
			continue
		}
		if most >= column.Reach/2 {
			return s.Node, false
		}
		m.bound[s.Out] = most
	}
	return "", true
}

// far is how far from 0 an operand can lie.
func (m *Machine) far(x Operand) uint64 {
	switch x.Kind {
	case Constant:
		return distance(x.C)
	case FromNumber:
		return m.bound[x.At]
	}
	return uint64(m.Data.Columns[x.At].Bound)
}

func times(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	if hi != 0 || lo > math.MaxInt64 {
		return math.MaxInt64
	}
	return lo
}

func distance(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
