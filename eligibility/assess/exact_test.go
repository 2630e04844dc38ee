package assess_test

import (
	"errors"
	"slices"
	"testing"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// pool is a fine net of values of a fact.
func pool(f el.Fact) (values []el.Datum) {
	switch f.Kind {
	case el.BoolFact:
		return []el.Datum{el.Bool(false), el.Bool(true)}
	case el.CountFact:
		for n := range int64(6) {
			values = append(values, el.Count(n))
		}
	case el.MoneyFact:
		for _, n := range []int64{-1e12, 0, 9_999, 10_000, 20_000, 29_999, 30_000, 30_001, 50_001, 60_000, 60_001, 120_000, 180_000, 300_001, 1_000_000, 1e12} {
			values = append(values, el.Money(money.Fen(n)))
		}
	case el.DateFact:
		on := kit.Query().On
		for _, y := range []int{0, 1, 2, 16, 17, 18, 19, 60, 61} {
			for n := range 6 {
				if d := on.AddYears(-y).AddDays(n - 4); f.Key != "p.birth" || !d.After(on) {
					values = append(values, el.Day(d))
				}
			}
		}
	case el.WordFact:
		for _, w := range f.Words {
			values = append(values, el.WordOf(w.Key))
		}
	case el.PairsFact:
		visual, mental := el.Pair{Kind: identity.Visual, Grade: identity.GradeOne}, el.Pair{Kind: identity.Mental, Grade: identity.GradeTwo}
		values = []el.Datum{el.PairsOf(), el.PairsOf(visual), el.PairsOf(mental), el.PairsOf(visual, mental)}
	}
	return values
}

// assigner copies a case and gives the needed facts the values at these places of their pools; lists are complete. Every
// copy it returns is the same one.
func assigner(t *testing.T, c *el.Case, needs []el.Need) func(at []int) *el.Case {
	t.Helper()
	copied, pools := c.Clone(), make([][]el.Datum, len(needs))
	for i, n := range needs {
		f, _ := c.Dictionary().Lookup(n.Fact)
		if pools[i] = pool(f); list(n) {
			pools[i] = []el.Datum{el.Bool(true)}
		}
	}
	return func(at []int) *el.Case {
		for i, n := range needs {
			_ = copied.Forget(n.Fact, n.Row)
			if err := copied.Put(n.Fact, n.Row, pools[i][at[i]%len(pools[i])], true); err != nil {
				t.Fatal(err)
			}
		}
		return copied
	}
}

func list(n el.Need) bool { return n.Fact == el.MembersComplete || n.Fact == el.KinComplete }

func TestMissingExactIsWhatTheResultDependsOn(t *testing.T) {
	kept, dropped, tooMany, unseen := 0, 0, 0, 0
	rng := uint64(1)
	random := func() int {
		rng = rng*6364136223846793005 + 1442695040888963407
		return int(rng >> 40)
	}
	seeds := 20
	if testing.Short() {
		seeds = 8
	}
	eachCase(t, seeds, func(t *testing.T, seed uint64, l *assess.Engine, c *el.Case, row int, p el.Programme) {
		needs, err := l.AppendMissing(nil, c, row, p.ID)
		if err != nil {
			return
		}
		exact, err := l.MissingExact(c, row, p.ID)
		if err != nil {
			if tooMany++; !errors.Is(err, el.ErrExact) {
				t.Errorf("seed %d %s %d: %v with %d needs", seed, p.ID, row, err, len(needs))
			}
			return
		}
		// It is a part of what is missing, in the same order.
		rest := needs
		for _, n := range exact {
			i := slices.Index(rest, n)
			if i < 0 {
				t.Fatalf("seed %d %s %d: %v of %v", seed, p.ID, row, exact, needs)
			}
			rest = rest[i+1:]
		}
		kept, dropped = kept+len(exact), dropped+len(needs)-len(exact)
		if !onlyFacts(needs) || unborn(c) {
			return
		}
		assign := assigner(t, c, needs)
		truthAt := func(at []int) (el.Truth, bool) {
			got, _, err := l.Truth(assign(at), row, p.ID)
			return got, err == nil
		}
		at := make([]int, len(needs))
		// Whatever the facts that are not needed are, the result is the same.
		for range 20 {
			for i := range at {
				at[i] = random()
			}
			first, ok := truthAt(at)
			for i, n := range needs {
				if !slices.Contains(exact, n) {
					at[i] = random()
				}
			}
			if again, ok2 := truthAt(at); ok && ok2 && again != first {
				t.Errorf("seed %d %s %d: %v becomes %v by facts not needed: %v of %v", seed, p.ID, row, first, again, exact, needs)
			}
		}
		// Of every fact that is needed, some two values make a difference.
		for i, n := range needs {
			if list(n) || !slices.Contains(exact, n) {
				continue
			}
			f, _ := c.Dictionary().Lookup(n.Fact)
			sums := slices.ContainsFunc(needs, func(n el.Need) bool {
				f, _ := c.Dictionary().Lookup(n.Fact)
				return f.Kind == el.MoneyFact
			})
			tries, found := 4000, false
			if sums {
				tries = 300
			}
			for try := 0; try < tries && !found; try++ {
				for j := range at {
					at[j] = random()
				}
				var seen []el.Truth
				for v := range pool(f) {
					at[i] = v
					got, ok := truthAt(at)
					if !ok {
						got = 9 // that exceptions conflict is a difference, too
					}
					seen = append(seen, got)
				}
				found = len(slices.Compact(seen)) > 1
			}
			if unseen++; found {
				unseen--
			} else if !sums {
				t.Errorf("seed %d %s %d: %v makes no difference among %v", seed, p.ID, row, n, needs)
			}
		}
	})
	// The net of values misses the odd point at which a sum turns twice.
	if kept == 0 || dropped == 0 || tooMany > kept/10 || unseen > kept/20 {
		t.Errorf("%d kept, %d dropped, %d too many, %d not seen to matter", kept, dropped, tooMany, unseen)
	}
}

// A spot is a criterion as it stands for somebody.
type spot struct {
	node *el.Node
	key  int
}

func spotOf(f el.Finding) spot {
	if f.Scope == el.PerTie {
		return spot{f.Node, 1000 + int(f.Row)}
	}
	if f.Scope == el.PerHousehold {
		return spot{f.Node, -1}
	}
	return spot{f.Node, int(f.Row)}
}

// flipped is what a programme says when these criteria are the other way round.
func flipped(l *assess.Engine, c *el.Case, p el.Programme, row int, spots map[spot]el.Truth) el.Truth {
	r := newReference(l, c, false)
	r.forced = func(node *el.Node, at who) (el.Truth, bool) {
		key := at.person
		if at.tie >= 0 {
			key = 1000 + at.tie
		}
		t, ok := spots[spot{node, key}]
		return t.Not(), ok
	}
	return r.programme(p.ID, r.person(p, row))
}

// changeable reports whether a node reads a fact that people can change.
func changeable(l *assess.Engine, n *el.Node) bool {
	d, s := l.Law().Dictionary(), n.Spec()
	keys := append(s.Facts, s.Fact)
	for _, t := range append(s.Left.Terms, s.Right.Terms...) {
		if _, f, _ := l.Law().Fill(t.Unless); f.State != el.Enacted {
			keys = append(keys, t.Fact)
		}
	}
	switch s.Kind {
	case el.KindHolds:
		keys = append(keys, el.HoldsFact(s.Programme))
	case el.KindCompare, el.KindPerHead, el.KindShare:
		keys = append(keys, s.Than.Fact)
	}
	return slices.ContainsFunc(keys, func(k el.FactKey) bool {
		f, ok := d.Lookup(k)
		return ok && !f.Fixed && !f.Judgement
	})
}

func TestNearMissFlipsTheResult(t *testing.T) {
	met, near, none, compared := 0, 0, 0, 0
	eachCase(t, 150, func(t *testing.T, seed uint64, l *assess.Engine, c *el.Case, row int, p el.Programme) {
		d, err := l.NearMiss(c, row, p.ID)
		stated, _, wantErr := l.Truth(c, row, p.ID)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("seed %d %s %d: %v, %v", seed, p.ID, row, err, wantErr)
		}
		if err != nil {
			return
		}
		if zero := d.Possible && len(d.Criteria) == 0; zero != (stated == el.Met) {
			t.Errorf("seed %d %s %d: %v is %+v away", seed, p.ID, row, stated, d)
		}
		switch {
		case !d.Possible:
			none++
		case len(d.Criteria) == 0:
			met++
			return
		default:
			near++
		}
		spots := map[spot]el.Truth{}
		for _, f := range d.Criteria {
			if !changeable(l, f.Node) {
				t.Errorf("seed %d %s: %s is no advice", seed, p.ID, f.Node.Criterion().ID)
			}
			if f.Stated == el.Unknown {
				return // which way an unknown one has to turn out the distance does not say
			}
			spots[spotOf(f)] = f.Stated
		}
		if d.Possible {
			if got := flipped(l, c, p, row, spots); got != el.Met {
				t.Errorf("seed %d %s %d: still %v after %d changes", seed, p.ID, row, got, len(spots))
			}
		}
		if len(spots) > 3 || mentions(l, p.ID, el.KindQualifies) || mentions(l, p.ID, el.KindTogether) {
			return
		}
		// No smaller set does, and none of two where none was found.
		var all []el.Finding
		fs, _ := l.AppendFindings(nil, c, row, p.ID)
		for _, f := range fs {
			if f.Stated != el.Unknown && changeable(l, f.Node) && !holdsOfHousehold(f) {
				all = append(all, f)
			}
		}
		places := map[spot]int{}
		for _, f := range all {
			places[spotOf(f)]++
		}
		if len(all) > 14 || len(places) < len(all) {
			return // a criterion in several places: the way need not be the shortest
		}
		compared++
		for set := range 1 << len(all) {
			fewer := map[spot]el.Truth{}
			for i, f := range all {
				if set>>i&1 != 0 {
					fewer[spotOf(f)] = f.Stated
				}
			}
			if n := len(fewer); (n < len(spots) || !d.Possible && n < 3) && flipped(l, c, p, row, fewer) == el.Met {
				t.Errorf("seed %d %s %d: %d changes do, %d were found", seed, p.ID, row, n, len(spots))
				break
			}
		}
	})
	if met == 0 || near == 0 || none == 0 || compared == 0 {
		t.Errorf("%d met, %d near, %d out of reach, %d compared", met, near, none, compared)
	}
}
