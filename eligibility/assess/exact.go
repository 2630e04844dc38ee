package assess

import (
	"encoding/binary"
	"slices"

	"github.com/shegong/shegong/eligibility"
)

const (
	maxVaried = 12      // facts that MissingExact varies
	maxTried  = 1 << 18 // assignments, whole and in part, that it tries: some tenths of a second
)

// MissingExact is AppendMissing without what cannot matter (确需补充的材料): it tries the missing facts over the values that
// matter to the tree, on both sides of every threshold, and keeps the facts on which the result depends. Nothing of it may
// be left out. Where a parameter or clause is missing, too, the criteria it stands in keep their facts.
//
// Money that enters sums is tried where a sum reaches its limit while what else is missing is nothing, or 500 yuan;
// amounts that enter the same sums are tried as one. More than 12 facts to vary, or 2¹⁸ assignments, are ErrExact. Other
// errors are those of Truth.
func (e *Engine) MissingExact(c *eligibility.Case, row int, p eligibility.ProgrammeID) ([]eligibility.Need, error) {
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return nil, err
	}
	x := exact{machine: e.machine(c.Clone()), slot: slot, person: v.person, ids: map[string]uint64{}}
	defer x.rest()
	x.collecting = true
	t := x.programme(slot, v.person)
	if err := x.failed(t); err != nil || t != eligibility.Unknown {
		return nil, err
	}
	x.expand(slot, v.person)
	wants := distinct(slices.Clone(x.wants))
	x.vary(wants)
	if len(x.vars) > maxVaried {
		return nil, eligibility.Faults().New(eligibility.ErrExact)
	}
	if x.try(0); x.tried > maxTried {
		return nil, eligibility.Faults().New(eligibility.ErrExact)
	}
	var needs []eligibility.Need
	for _, w := range wants {
		if slices.Contains(x.needed, w) {
			needs = append(needs, x.need(w))
		}
	}
	return needs, nil
}

// distinct are the wants that are needs, each once.
func distinct(wants []want) []want {
	var out []want
	for _, w := range wants {
		if w.kind < wantDoubt && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// exact tries assignments to the missing facts of its own copy of the case.
type exact struct {
	*machine
	slot   int
	person int32
	vars   []variable
	lists  []want // whether lists are complete: taken to be, and needed where that decides
	needed []want
	tried  int
	ids    map[string]uint64 // of the functions of the variables still to come, so that equal ones are seen to be
}

// A variable is a missing fact with the values to try, and its twins: amounts that enter the very same sums.
type variable struct {
	want
	values []int64
	twins  []want
	key    string
}

func (x *exact) put(w want, n int64) {
	_ = x.c.Set(x.p.Facts[w.from][w.slot].Key, int(w.row), n) // a want is of a row that is there
}

func (x *exact) forget(w want) { _ = x.c.Forget(x.p.Facts[w.from][w.slot].Key, int(w.row)) }

// truth evaluates the programme anew.
func (x *exact) truth(collecting bool) eligibility.Truth {
	x.tried++
	x.collecting, x.wants = collecting, x.wants[:0]
	x.start()
	return x.programme(x.slot, x.person)
}

// keep notes what the result needs.
func (x *exact) keep(w want) {
	if !slices.Contains(x.needed, w) {
		x.needed = append(x.needed, w)
	}
}

// try gives the variables from i on all their values and returns the number of the function of them that the result is.
// A variable matters where two of its values lead to different functions.
func (x *exact) try(i int) uint64 {
	if x.tried > maxTried {
		return 0
	}
	if t := x.truth(true); t != eligibility.Unknown {
		return uint64(t + 1)
	}
	x.expand(x.slot, x.person)
	// What is not missing any more will not be missing again.
	for i < len(x.vars) && !slices.Contains(x.wants, x.vars[i].want) {
		i++
	}
	if i == len(x.vars) {
		return x.conclude()
	}
	v := &x.vars[i]
	var ids []byte
	same := true
	first := uint64(0)
	for j, n := range v.values {
		x.put(v.want, n)
		id := x.try(i + 1)
		if j == 0 {
			first = id
		}
		same = same && id == first
		ids = binary.AppendUvarint(ids, id)
	}
	x.forget(v.want)
	if same {
		return first
	}
	x.keep(v.want)
	for _, w := range v.twins {
		x.keep(w)
	}
	return x.number(string(append(ids, byte(i))))
}

// number is the number of what the key says, from 3 up.
func (x *exact) number(key string) uint64 {
	id, ok := x.ids[key]
	if !ok {
		id = uint64(len(x.ids)) + 3
		x.ids[key] = id
	}
	return id
}

// conclude has all facts but the lists. It finds out which lists the result needs, and what is missing that is no fact.
func (x *exact) conclude() uint64 {
	for _, w := range x.lists {
		x.put(w, 1)
	}
	t := x.truth(false)
	if t != eligibility.Unknown {
		for _, w := range x.lists {
			if x.forget(w); x.truth(false) != t {
				x.put(w, 1)
				x.keep(w)
			}
		}
	}
	id := uint64(t + 1)
	if t == eligibility.Unknown {
		for _, w := range x.lists {
			x.forget(w)
		}
		x.thorough = true
		x.truth(true)
		x.expand(x.slot, x.person)
		key := []byte("missing")
		for _, w := range distinct(x.wants) {
			x.keep(w)
			key = binary.AppendUvarint(append(key, byte(w.kind), w.from), uint64(w.slot)<<32|uint64(w.row))
		}
		id = x.number(string(key))
		x.thorough = false
	}
	for _, w := range x.lists {
		x.forget(w)
	}
	return id
}
