package wording_test

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/wording"
)

// tree evaluates findings anew, as if nothing were known but some of them.
type tree struct {
	of    []eligibility.Finding
	atoms []int
	known map[int]bool
}

func (t *tree) kids(i int) (at []int) {
	for k := i + 1; k < len(t.of) && t.of[k].Depth > t.of[i].Depth; k++ {
		if t.of[k].Depth == t.of[i].Depth+1 {
			at = append(at, k)
		}
	}
	return at
}

// atom reports a finding that no other stands for.
func (t *tree) atom(i int) bool {
	kids := t.kids(i)
	switch f := t.of[i]; f.Node.Kind() {
	case eligibility.KindNot:
		return f.Stated == eligibility.Met || t.atom(kids[0])
	case eligibility.KindOpen:
		return f.Stated == eligibility.Met || len(kids) == 0
	case eligibility.KindCount:
		return true
	}
	return len(kids) == 0
}

func (t *tree) collect(i int) {
	if t.atom(i) {
		t.atoms = append(t.atoms, i)
		return
	}
	for _, k := range t.kids(i) {
		t.collect(k)
	}
}

func or(a, b eligibility.Truth) eligibility.Truth { return max(a, b) }

// weight is how long a set of criteria is: what rests on the results of relatives comes last.
func (t *tree) weight(set map[int]bool) (n int) {
	for i := range set {
		switch {
		case !set[i]:
		case t.of[i].Node.Kind() == eligibility.KindTogether:
			n += 1000
		default:
			n++
		}
	}
	return n
}

// up is the finding that i stands below, and its place among those; −1 for none.
func (t *tree) up(i int) (above, place int) {
	for above = i - 1; above >= 0 && t.of[above].Depth >= t.of[i].Depth; above-- {
		if t.of[above].Depth == t.of[i].Depth {
			place++
		}
	}
	return above, place
}

// applies reports that a branch of the exception at i certainly applies.
func (t *tree) applies(i int) bool {
	for place, k := range t.kids(i) {
		if place%2 == 1 && t.of[k].Stated == eligibility.Met {
			return true
		}
	}
	return false
}

// misplaced says what is wrong with saying finding i.
func (t *tree) misplaced(i int, said map[int]bool) string {
	for {
		above, place := t.up(i)
		if above < 0 {
			return ""
		}
		switch f := t.of[above]; {
		case f.Conflict:
			return "below a conflict"
		case (f.Node.Kind() == eligibility.KindEvery || f.Node.Kind() == eligibility.KindAnyOf) && !said[above]:
			return "of people, and not said whose"
		case f.Node.Kind() == eligibility.KindException && f.Stated == eligibility.Unknown && place > 0 && place%2 == 0 &&
			t.of[t.kids(above)[place-1]].Stated == eligibility.NotMet:
			return "of an exception that does not apply"
		case f.Node.Kind() == eligibility.KindException && f.Stated == eligibility.Unknown && place == 0 && t.applies(above):
			return "of a rule to which an exception applies"
		}
		i = above
	}
}

// truth is what finding i comes to.
func (t *tree) truth(i int) eligibility.Truth {
	if t.atom(i) {
		if t.known[i] {
			return t.of[i].Stated
		}
		return eligibility.Unknown
	}
	kids := t.kids(i)
	met, open := 0, 0
	for _, k := range kids {
		switch t.truth(k) {
		case eligibility.Met:
			met++
		case eligibility.Unknown:
			open++
		}
	}
	enough := func(n int) eligibility.Truth {
		switch {
		case met >= n:
			return eligibility.Met
		case met+open >= n:
			return eligibility.Unknown
		}
		return eligibility.NotMet
	}
	switch n := t.of[i].Node; n.Kind() {
	case eligibility.KindAll, eligibility.KindHolds: // of a household: every member
		return enough(len(kids))
	case eligibility.KindAny:
		return enough(1)
	case eligibility.KindAtLeast:
		return enough(n.Number())
	case eligibility.KindNot:
		return t.truth(kids[0]).Not()
	case eligibility.KindEvery, eligibility.KindAnyOf:
		where, some := n.Spec().Where, eligibility.NotMet // some: somebody fits, or of EveryOf somebody fails
		for j := 0; j < len(kids); j++ {
			row := eligibility.Met
			if where != nil {
				row = t.truth(kids[j])
				if t.of[kids[j]].Stated == eligibility.NotMet {
					some = or(some, row)
					continue
				}
				j++
			}
			fits := t.truth(kids[j])
			if n.Kind() == eligibility.KindEvery {
				fits = fits.Not()
			}
			some = or(some, row.And(fits))
		}
		if n.Kind() == eligibility.KindEvery {
			some = some.Not()
		}
		if t.of[i].Stated == eligibility.Unknown { // nobody knows whether these are all
			return eligibility.Unknown
		}
		return some
	case eligibility.KindException:
		var possible []eligibility.Truth
		applies := false
		for j := 1; j < len(kids); j += 2 {
			when := t.truth(kids[j])
			applies = applies || when == eligibility.Met
			if when != eligibility.NotMet {
				possible = append(possible, t.truth(kids[j+1]))
			}
		}
		if !applies {
			possible = append(possible, t.truth(kids[0]))
		}
		for _, p := range possible {
			if p != possible[0] {
				return eligibility.Unknown
			}
		}
		return possible[0]
	}
	return t.truth(kids[0])
}

// The reasons alone decide, and nothing shorter does: checked against a naive reader of the tree and, where there are few criteria,
// against every set of them. What stays open is open criteria and nothing else.
func TestReasonsDecideAndNothingShorterDoes(t *testing.T) {
	decided, brute, open := 0, 0, 0
	for seed := range uint64(400) {
		s, cases := eligibilitytest.Random(seed)
		law, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		e, err := assess.New(law)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			for p := range law.Programmes() {
				if p.Unit == eligibility.PerPerson && c.People() == 0 {
					continue
				}
				found, err := e.AppendFindings(nil, c, 0, p.ID)
				if err != nil {
					t.Fatal(err)
				}
				marked := slices.Clone(found)
				for i := range marked {
					marked[i].Actual = int64(i) // which is only printed
				}
				said := wording.AppendReasons(nil, marked)
				if len(said) == 0 || said[0].Depth != 0 || !slices.IsSortedFunc(said, func(a, b eligibility.Finding) int { return int(a.Actual - b.Actual) }) {
					t.Fatalf("seed %d %s: not in drafter's order", seed, p.ID)
				}
				tr := tree{of: found, known: map[int]bool{}}
				tr.collect(0)
				all := map[int]bool{}
				for _, f := range said {
					all[int(f.Actual)] = true
				}
				for i := range all {
					if wrong := tr.misplaced(i, all); wrong != "" {
						t.Fatalf("seed %d %s: %s is said: %s", seed, p.ID, found[i].Node.ID(), wrong)
					}
				}
				for _, f := range said {
					if i := int(f.Actual); tr.atom(i) {
						tr.known[i] = true
					}
				}
				chosen := tr.known
				if found[0].Stated == eligibility.Unknown {
					open++
					for i := range chosen {
						if tr.of[i].Stated != eligibility.Unknown {
							t.Fatalf("seed %d %s: open, and %s is not", seed, p.ID, tr.of[i].Node.ID())
						}
					}
					continue
				}
				tr.known = map[int]bool{}
				for _, i := range tr.atoms {
					tr.known[i] = true
				}
				if tr.truth(0) != found[0].Stated {
					continue // decided by who is a member, or by what is below a whole criterion
				}
				decided++
				tr.known = chosen
				if tr.truth(0) != found[0].Stated {
					t.Fatalf("seed %d %s: the reasons do not decide", seed, p.ID)
				}
				if len(tr.atoms) > 11 || slices.ContainsFunc(found, func(f eligibility.Finding) bool {
					return f.Node.Spec().Group == eligibility.Members || f.Node.Kind() == eligibility.KindHolds
				}) {
					continue
				}
				brute++
				for set := range uint(1) << len(tr.atoms) {
					tr.known = map[int]bool{}
					for j, i := range tr.atoms {
						tr.known[i] = set>>j&1 == 1
					}
					if tr.weight(tr.known) < tr.weight(chosen) && tr.truth(0) == found[0].Stated {
						t.Fatalf("seed %d %s: %d criteria decide, %d are said", seed, p.ID, bits.OnesCount(set), len(chosen))
					}
				}
			}
		}
	}
	t.Logf("%d decided, %d of them against every set, %d open", decided, brute, open)
	if decided < 1000 || brute < 300 || open < 300 {
		t.Error("too few to say anything")
	}
}

func TestReasonsInWords(t *testing.T) {
	l, c := destitute(t)
	found, err := engine(l).AppendFindings(nil, c, 0, national.Tekun)
	if err != nil {
		t.Fatal(err)
	}
	said := wording.AppendReasons(found[:1:1], found) // appends behind what is there
	if d := cmp.Diff(found[0].Node.ID(), said[0].Node.ID()); d != "" {
		t.Error(d)
	}
	text := ""
	for _, f := range said[1:] {
		for range f.Depth {
			text += "  "
		}
		text += string(wording.AppendFinding(nil, l, f, language.Chinese)) + "\n"
	}
	golden(t, "reasons.zh.txt", text)
	if wording.AppendReasons(nil, nil) != nil {
		t.Error("reasons of nothing")
	}
}
