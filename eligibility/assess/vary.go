package assess

import (
	"fmt"
	"math"
	mathbits "math/bits"
	"slices"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

// vary makes variables of the wants that are facts, with the values to try.
func (x *exact) vary(wants []want) {
	x.collecting = false
	var ops []int
	x.below(x.p.Entries[x.slot].Root, &ops)
	for _, w := range wants {
		switch {
		case w.kind != wantFact:
		case w.from == 0 && w.slot == slotMembers, w.from == 1 && w.slot == slotKin:
			x.lists = append(x.lists, w)
		default:
			x.variable(w, ops)
		}
	}
	for i := range x.vars {
		x.vars[i].values = x.values(i, ops)
	}
}

// below lists the ops that an op may come to.
func (x *exact) below(pc int, ops *[]int) {
	if pc < 0 || slices.Contains(*ops, pc) {
		return
	}
	*ops = append(*ops, pc)
	o := &x.p.Ops[pc]
	switch {
	case o.Code == program.OpCall:
		x.below(x.p.Definitions[o.Arg], ops)
	case o.Code == program.OpQualifies:
		x.below(x.p.Entries[o.Arg].Root, ops)
	case o.Code == program.OpLine, o.Code == program.OpMany:
		x.below(x.p.Member, ops)
	}
	for k := pc + 1; k < int(o.End); k = int(x.p.Ops[k].End) {
		x.below(k, ops)
	}
}

// variable adds a variable, or a twin to one there is. What only a custom function reads, and is no bool, is not varied: it
// stays unknown, and so stays needed.
func (x *exact) variable(w want, ops []int) {
	key, alone, custom := x.sums(w, ops)
	f := x.p.Facts[w.from][w.slot]
	if custom && f.Kind != eligibility.BoolFact {
		return
	}
	if !alone {
		for i := range x.vars {
			if v := &x.vars[i]; v.key == key {
				v.twins = append(v.twins, w)
				x.put(w, 0)
				return
			}
		}
	}
	x.vars = append(x.vars, variable{want: w, key: key})
}

// sums names the sums that a fact enters. Alone is true where something else reads it, too.
func (x *exact) sums(w want, ops []int) (key string, alone, custom bool) {
	var b strings.Builder
	ours := func(t program.Term) bool { return !t.Heads && t.From == w.from && int32(t.Slot) == w.slot }
	byRow := w.from != 1 || x.membership().truth(w.row) != eligibility.Met
	for _, pc := range ops {
		switch o := &x.p.Ops[pc]; o.Code {
		case program.OpRange, program.OpWords, program.OpPairs:
			alone = alone || o.From == w.from && int32(o.Slot) == w.slot
		case program.OpCustom:
			read := slices.ContainsFunc(x.p.Customs[o.Arg].Reads, ours)
			alone, custom = alone || read, custom || read
		case program.OpLine:
			ln := &x.p.Lines[o.Arg]
			alone = alone || slices.ContainsFunc(ln.By.Dynamic, ours)
			for side, s := range [...]*program.Sum{&ln.Left, &ln.Right} {
				for _, t := range s.Terms {
					if ours(t) {
						byRow = byRow || !s.Members
						fmt.Fprint(&b, pc, side, t.Minus, ";")
					}
				}
			}
		}
	}
	if byRow {
		fmt.Fprint(&b, "of", w.from, w.row)
	}
	return b.String(), alone, custom
}

// values is one value of every stretch over which nothing changes for the tree.
func (x *exact) values(i int, ops []int) []int64 {
	w := x.vars[i].want
	f := &x.p.Facts[w.from][w.slot]
	lo, hi := int64(0), int64(1)
	switch f.Kind {
	case eligibility.CountFact:
		hi = eligibility.MaxCount
	case eligibility.MoneyFact:
		lo, hi = -eligibility.MaxMoney, eligibility.MaxMoney
	case eligibility.DateFact:
		lo, hi = 1<<9, 10_000<<9
	case eligibility.WordFact:
		if w.from != 0 || w.slot != slotArea {
			return x.words(w, ops, int64(len(f.Words)))
		}
	case eligibility.PairsFact:
		return x.sets(w, ops)
	}
	values := []int64{lo}
	cut := func(n int64) {
		if n > lo && n <= hi {
			values = append(values, n)
		}
	}
	if f.Kind == eligibility.BoolFact || f.Kind == eligibility.WordFact {
		cut(1)
	}
	for _, pc := range ops {
		switch o := &x.p.Ops[pc]; {
		case o.Code == program.OpLine:
			x.turns(i, pc, lo, hi, cut)
		case o.From != w.from || int32(o.Slot) != w.slot:
		case o.Code == program.OpRange:
			hi = min(hi, o.Top)
			for a := range 2 {
				cut(o.Lo[a])
				if o.Hi[a] < math.MaxInt64 {
					cut(o.Hi[a] + 1)
				}
			}
		}
	}
	slices.Sort(values)
	return slices.Compact(slices.DeleteFunc(values, func(n int64) bool { return n > hi }))
}

// words is one word of all that the tree does not tell apart.
func (x *exact) words(w want, ops []int, n int64) (values []int64) {
	for word := range n {
		if !x.told(values, word, w, ops) {
			values = append(values, word)
		}
	}
	return values
}

// sets is every union of the sets of pairs that the tree tells apart, up to 32 of them.
func (x *exact) sets(w want, ops []int) []int64 {
	values := []int64{0}
	for i := 0; i < len(values); i++ {
		for bit := int64(1); bit != 0 && len(values) < 32; bit <<= 1 {
			if n := values[i] | bit; !x.told(values, n, w, ops) {
				values = append(values, n)
			}
		}
	}
	return values
}

// told reports that one of the values says the same to every op as n does.
func (x *exact) told(values []int64, n int64, w want, ops []int) bool {
	return slices.ContainsFunc(values, func(v int64) bool {
		for _, pc := range ops {
			o := &x.p.Ops[pc]
			if o.From != w.from || int32(o.Slot) != w.slot {
				continue
			}
			if o.Code == program.OpPairs && (v&o.Lo[0] == 0) != (n&o.Lo[0] == 0) {
				return false
			}
			if o.Code == program.OpWords {
				if set := &x.p.Words[o.Arg]; set[v>>6]>>(v&63)&1 != set[n>>6]>>(n&63)&1 {
					return false
				}
			}
		}
		return true
	})
}

// turns finds where a line turns as variable i grows: for everybody the line may be about, for town and country, whoever of
// those who may be members is one, and while every other missing amount is nothing, or 500 yuan.
func (x *exact) turns(i, pc int, lo, hi int64, cut func(int64)) {
	o := &x.p.Ops[pc]
	x.start()
	crowds := x.crowds(x.vars[i].want)
	for some := range int64(2) {
		for j := range x.vars {
			n := int64(0)
			switch w := x.vars[j].want; x.p.Facts[w.from][w.slot].Kind {
			case eligibility.CountFact:
				n = some
			case eligibility.MoneyFact:
				n = some * 50_000
			case eligibility.DateFact:
				n = eligibility.PackDay(x.p.Query.On)
			}
			x.put(x.vars[j].want, n)
		}
		for _, w := range x.lists {
			x.put(w, 1)
		}
		for _, v := range x.views(o) {
			for k := range 2 * len(crowds) {
				x.members = crowd{done: true, met: crowds[k/2]}
				x.frames = append(x.frames[:0], v)
				order := func(n int64) (int, bool) {
					x.put(x.vars[i].want, n)
					first, _, ok := x.orders(o, 0, k%2)
					return first, ok
				}
				from, ok1 := order(lo)
				to, ok2 := order(hi)
				if !ok1 || !ok2 || from == to {
					continue
				}
				for _, differs := range [...]func(int) bool{
					func(c int) bool { return c != from }, func(c int) bool { return c == to }} {
					low, high := lo, hi // does not differ at low, does at high
					for high-low > 1 {
						mid := low + (high-low)/2
						if c, _ := order(mid); differs(c) {
							high = mid
						} else {
							low = mid
						}
					}
					cut(high)
				}
			}
		}
		for _, v := range x.vars {
			x.forget(v.want)
		}
		for _, w := range x.lists {
			x.forget(w)
		}
	}
	x.frames = x.frames[:0]
}

// crowds are the sets of people who may turn out to be the members; of many, those with nobody, everybody, and w alone.
func (x *exact) crowds(w want) []uint64 {
	g := x.membership()
	sets := []uint64{g.met, g.met | g.open}
	if bit := uint64(1) << (w.row & 63); w.from == 1 && g.open&bit != 0 {
		sets = append(sets, g.met|bit)
	}
	if mathbits.OnesCount64(g.open) <= 4 {
		for some := g.open; some != 0; some = (some - 1) & g.open {
			sets = append(sets, g.met|some)
		}
	}
	slices.Sort(sets)
	return slices.Compact(sets)
}

// views lists whom a line may be about.
func (x *exact) views(o *program.Op) []frame {
	ln := &x.p.Lines[o.Arg]
	deepest := uint8(0)
	for _, s := range [...]program.Sum{ln.Left, ln.Right, {Terms: ln.By.Dynamic}} {
		for _, t := range s.Terms {
			if !s.Members {
				deepest = max(deepest, t.From)
			}
		}
	}
	views := []frame{{-1, -1, -1}}
	if deepest > 0 {
		views = views[:0]
		for p := range x.c.People() {
			views = append(views, frame{int32(p), -1, -1})
		}
	}
	if deepest == 2 {
		views = views[:0]
		for t := range x.c.Ties() {
			_, kin := x.c.TieOf(t)
			views = append(views, frame{int32(kin), int32(t), -1})
		}
	}
	return views
}
