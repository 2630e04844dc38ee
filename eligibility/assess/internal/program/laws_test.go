package program

import (
	"math/big"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/vocab"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
)

var areas = [...]el.Area{el.Urban, el.Rural}

// eachLaw calls f with random laws, and with the national law alone and together with those of places.
func eachLaw(t *testing.T, f func(t *testing.T, l *statutes.Law, c *Compiled)) {
	t.Helper()
	one := func(name string, s *statutes.Statutes, q statutes.Query) {
		l, err := s.At(q)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, err := Compile(l)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if f(t, l, c); t.Failed() {
			t.Fatal(name)
		}
	}
	for seed := range uint64(200) {
		s, _ := kit.Random(seed)
		one("a random law", s, kit.Query())
	}
	s, err := national.Statutes(local.Acts()...)
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{"", "350100", "310101", "441200"} {
		for _, day := range []string{"2022-06-01", "2024-12-31", "2026-07-01"} {
			q := statutes.Query{On: cal.MustParse(day)}
			if place != "" {
				q.Division = division.MustParse(place)
			}
			one("the national law in "+place+" on "+day, s, q)
		}
	}
}

// trees lists the roots of c with what they were made from and what is in view there.
type tree struct {
	root  int
	node  *el.Node
	scope el.Scope
}

func trees(l *statutes.Law, c *Compiled) []tree {
	var ts []tree
	i := 0
	for d := range l.Definitions() {
		ts = append(ts, tree{c.Definitions[i], d.Root, d.Scope})
		i++
	}
	for id, p := range l.AllProgrammes() {
		if p == nil {
			continue
		}
		e := &c.Entries[c.At[id]]
		ts = append(ts, tree{e.Root, p.Root, p.Unit})
		if p.Pay == nil {
			continue
		}
		for i, part := range p.Pay.Parts {
			if part.When != nil {
				ts = append(ts, tree{e.Pay.Parts[i].When, part.When, p.Unit})
			}
			if part.Each != nil {
				ts = append(ts, tree{e.Pay.Parts[i].Each, part.Each, el.PerPerson})
			}
		}
	}
	return ts
}

// spread lists the nodes below n in drafter's order with what is in view of each; one that takes two ops stands twice.
func spread(list []tree, n *el.Node, s el.Scope) []tree {
	list = append(list, tree{node: n, scope: s})
	sp := n.Spec()
	in := s
	switch {
	case sp.Kind == el.KindHolds && s == el.PerHousehold:
		return append(list, tree{node: n, scope: el.PerPerson})
	case sp.Kind == el.KindOwner, sp.Group == el.Members:
		in = el.PerPerson
	case sp.Group == el.Kin:
		in = el.PerTie
	}
	if sp.Where != nil {
		list = spread(list, sp.Where, in)
	}
	for _, k := range sp.Kids {
		list = spread(list, k, in)
	}
	for _, b := range sp.Branches {
		list = spread(spread(list, b.When, in), b.Then, in)
	}
	return list
}

func TestEveryNodeHasItsOpInDraftersOrder(t *testing.T) {
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		ops := 0
		for _, tr := range trees(l, c) {
			want := spread(nil, tr.node, tr.scope)
			end := int(c.Ops[tr.root].End)
			if ops += len(want); end-tr.root != len(want) {
				t.Fatalf("a tree of %d ops, want %d", end-tr.root, len(want))
			}
			for i, w := range want {
				if c.Nodes[tr.root+i] != w.node {
					t.Fatalf("op %d is of %q, want %q", i, c.Nodes[tr.root+i].ID(), w.node.ID())
				}
			}
		}
		if len(c.Ops) != ops || len(c.Nodes) != ops {
			t.Errorf("%d ops and %d nodes, want %d", len(c.Ops), len(c.Nodes), ops)
		}
	})
}

func TestOpsAreNestedAsNodesAre(t *testing.T) {
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		for pc := range c.Ops {
			o, n := &c.Ops[pc], c.Nodes[pc]
			var kids []*el.Node
			k := pc + 1
			for ; k < int(o.End); k = int(c.Ops[k].End) {
				kids = append(kids, c.Nodes[k])
			}
			want := n.Below()
			if n.Kind() == el.KindHolds && o.Code == OpMany {
				want = []*el.Node{n}
			}
			if k != int(o.End) || !slices.Equal(kids, want) {
				t.Fatalf("op %d %s ends at %d, its kids at %d: %d kids, want %d", pc, n.ID(), o.End, k, len(kids), len(want))
			}
		}
	})
}

func TestProgrammesAndDefinitionsHaveSlots(t *testing.T) {
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		i := 0
		for id, p := range l.AllProgrammes() {
			e := &c.Entries[i]
			if c.At[id] != i || c.Programmes[i] != id {
				t.Errorf("%s is at %d", id, c.At[id])
			}
			if i++; p == nil {
				if e.Root != -1 || e.Group != -1 || e.Pay != nil || e.Next != nil || e.Caveats != nil {
					t.Errorf("%s is not in force, yet %+v", id, e)
				}
				continue
			}
			var next []int
			for _, n := range p.Next {
				if _, ok := l.Programme(n); ok {
					next = append(next, c.At[n])
				}
			}
			if !slices.Equal(e.Next, next) || e.Household != (p.Unit == el.PerHousehold) || (e.Pay != nil) != (p.Pay != nil) {
				t.Errorf("%s: %+v", id, e)
			}
		}
		if m, ok := l.Definition(el.MemberOf); ok && (c.Member < 0 || c.Nodes[c.Member] != m.Root) || !ok && c.Member != -1 {
			t.Errorf("membership is at %d", c.Member)
		}
		for i, f := range slices.Collect(c.Dict.All()) {
			s, slot, ok := c.Dict.Slot(f.Key)
			if !ok || c.Facts[s][slot].Key != f.Key {
				t.Errorf("fact %d %s is at %d %d", i, f.Key, s, slot)
			}
		}
	})
}

func TestReferencesLeadToWhatTheyName(t *testing.T) {
	seen := map[opcode]int{}
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		together := make([]bool, len(c.Entries))
		for pc := range c.Ops {
			o, sp := &c.Ops[pc], c.Nodes[pc].Spec()
			seen[o.Code]++
			house := false
			switch o.Code {
			case OpCall:
				d, _ := l.Definition(sp.Definition)
				house = d.Scope == el.PerHousehold
				if c.Nodes[c.Definitions[o.Arg]] != d.Root {
					t.Errorf("%s calls another definition", sp.Criterion.ID)
				}
			case OpQualifies:
				house = c.Entries[o.Arg].Household
				if c.Programmes[o.Arg] != sp.Programme {
					t.Errorf("%s asks for %s", sp.Criterion.ID, c.Programmes[o.Arg])
				}
			case OpTogether:
				slot := c.Groups[o.Arg]
				together[slot] = true
				if c.Programmes[slot] != sp.Programme || c.Entries[slot].Group != int(o.Arg) {
					t.Errorf("%s: group %d of %s", sp.Criterion.ID, o.Arg, c.Programmes[slot])
				}
			case OpClause:
				if c.Clauses[o.Arg] != sp.Clause || sp.State != el.NotRecorded || (o.Flags&FlagRequired != 0) != sp.Required {
					t.Errorf("%s: clause %s, flags %b", sp.Criterion.ID, c.Clauses[o.Arg], o.Flags)
				}
			case OpPass:
				if sp.State != el.Enacted || len(sp.Kids) != 1 {
					t.Errorf("%s: a clause in state %q with %d kids passes on", sp.Criterion.ID, sp.State, len(sp.Kids))
				}
			case OpCustom:
				cu := &c.Customs[o.Arg]
				for i, f := range sp.Facts {
					r := cu.Reads[i]
					if cu.Facts[i] != f || c.Facts[r.From][r.Slot].Key != f {
						t.Errorf("%s reads %s", sp.Criterion.ID, cu.Facts[i])
					}
				}
			case OpConst:
				want := el.Met
				if sp.Kind == el.KindConst && sp.Const == el.NotMet || sp.Kind == el.KindOpen && sp.State == el.NoneEnacted {
					want = el.NotMet
				}
				if el.Truth(o.Arg) != want {
					t.Errorf("%s is always %v", sp.Criterion.ID, el.Truth(o.Arg))
				}
			}
			if (o.Flags&FlagHouse != 0) != house {
				t.Errorf("%s is about the household: %v", sp.Criterion.ID, !house)
			}
		}
		for i := range c.Entries {
			if (c.Entries[i].Group >= 0) != together[i] {
				t.Errorf("%s has group %d", c.Programmes[i], c.Entries[i].Group)
			}
		}
	})
	for code := OpConst; code <= OpLine; code++ {
		if seen[code] == 0 {
			t.Errorf("no op with code %d", code)
		}
	}
}

// caveats is what a programme carries in every case, found by walking its trees.
func caveats(l *statutes.Law, p *el.Programme) []el.Caveat {
	var list []el.Caveat
	add := func(c el.Caveat, s vocab.Source) {
		c.Kind = el.NotOfficial
		if s.Provenance == vocab.Fictitious {
			c.Kind = el.FictitiousValue
		}
		if s.Provenance != vocab.Official && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	params := func(os ...el.Operand) {
		for _, o := range os {
			for _, a := range areas {
				if v, ok := l.Value(o.Param, a); ok {
					add(el.Caveat{Param: o.Param}, v.Source)
				}
			}
		}
	}
	criterion := func(c el.Criterion) {
		add(el.Caveat{Node: c.ID}, c.Source)
		if note := (el.Caveat{Kind: el.NoteOf, Node: c.ID}); c.Note != "" && !slices.Contains(list, note) {
			list = append(list, note)
		}
	}
	under := func(root *el.Node) {
		for _, n := range l.Under(root) {
			sp := n.Spec()
			criterion(sp.Criterion)
			params(el.Param(sp.Op.Param), sp.Than, sp.Ratio, sp.Heads, sp.Months)
			for _, b := range sp.Branches {
				criterion(b.Criterion)
			}
			if _, f, ok := l.Fill(sp.Clause); ok && sp.Kind == el.KindOpen {
				add(el.Caveat{Clause: sp.Clause}, f.Source)
			}
		}
	}
	add(el.Caveat{}, p.Source)
	under(p.Root)
	if p.Pay == nil {
		return list
	}
	params(el.Param(p.Pay.Round))
	for _, part := range p.Pay.Parts {
		criterion(part.Criterion)
		params(part.Limit, part.Ratio, part.Heads, part.Months)
		if part.When != nil {
			under(part.When)
		}
		if part.Each != nil {
			under(part.Each)
		}
	}
	return list
}

func TestStandingCaveatsAreThoseOfNodesAndValues(t *testing.T) {
	kinds := map[el.CaveatKind]int{}
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		for p := range l.Programmes() {
			got, want := c.Entries[c.At[p.ID]].Caveats, caveats(l, &p)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %v\nwant %v", p.ID, got, want)
			}
			for _, c := range got {
				kinds[c.Kind]++
			}
		}
	})
	if kinds[el.NotOfficial] == 0 || kinds[el.FictitiousValue] == 0 || kinds[el.NoteOf] == 0 {
		t.Error(kinds)
	}
}

// number is what a value counts as, with a year's amount as a twelfth of itself; nil for what is no number.
func number(l *statutes.Law, k el.ParamKey, a int) *big.Rat {
	v, ok := l.Value(k, areas[a])
	if !ok {
		return nil
	}
	switch p, _ := l.Parameter(k); p.Kind {
	case el.MoneyParam:
		n := big.NewRat(v.Money.Fen(), 1)
		if v.Per == el.Yearly {
			n.Quo(n, big.NewRat(12, 1))
		}
		return n
	case el.RatioParam:
		return big.NewRat(v.Ratio.Num(), v.Ratio.Den())
	case el.CountParam:
		return big.NewRat(int64(v.Count), 1)
	}
	return nil
}

// together reports that a node, or what it calls for, speaks of Together.
func together(l *statutes.Law, n *el.Node) bool {
	for _, below := range l.Under(n) {
		if below.Kind() == el.KindTogether {
			return true
		}
		if below.Kind() == el.KindQualifies {
			if p, ok := l.Programme(below.Spec().Programme); ok && together(l, p.Root) {
				return true
			}
		}
	}
	return false
}

func TestOfTheKidsTheFirstThatSpeaksOfTogetherIsLast(t *testing.T) {
	late := 0
	eachLaw(t, func(t *testing.T, l *statutes.Law, c *Compiled) {
		for pc := range c.Ops {
			want, kid := 0, pc+1
			if c.Ops[pc].Code == OpSome {
				for _, n := range c.Nodes[pc].Spec().Kids {
					if want == 0 && together(l, n) {
						want = kid
					}
					kid = int(c.Ops[kid].End)
				}
			}
			if want > 0 {
				late++
			}
			if got := c.Ops[pc].Late; int(got) != want {
				t.Errorf("%s: %d is last, want %d", c.Nodes[pc].Criterion().ID, got, want)
			}
		}
	})
	if late == 0 {
		t.Error("none is last")
	}
}
