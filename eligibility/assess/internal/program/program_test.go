package program_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// laws are random laws and the national law on three days.
func laws(t *testing.T) []*statutes.Law {
	t.Helper()
	var list []*statutes.Law
	add := func(s *statutes.Statutes, q statutes.Query) {
		l, err := s.At(q)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, l)
	}
	for seed := range uint64(150) {
		s, _ := eligibilitytest.Random(seed)
		add(s, eligibilitytest.Query())
	}
	s, err := national.Statutes()
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []string{"2022-03-01", "2025-03-01", "2026-08-01"} {
		add(s, statutes.Query{On: cal.MustParse(on)})
	}
	return list
}

func compiled(t *testing.T, l *statutes.Law) *program.Compiled {
	t.Helper()
	p, err := program.Compile(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// preorder is the ops a tree has to have: one a node, and one more below Holds of a household.
func preorder(n *eligibility.Node, household bool) (nodes []*eligibility.Node) {
	nodes = append(nodes, n)
	if household && n.Kind() == eligibility.KindHolds {
		nodes = append(nodes, n)
	}
	household = household && n.Spec().Group == ""
	for _, kid := range n.Below() {
		nodes = append(nodes, preorder(kid, household)...)
	}
	return nodes
}

func TestAProgramIsTheTreesInDraftersOrder(t *testing.T) {
	for i, l := range laws(t) {
		p := compiled(t, l)
		is := func(what string, root int, tree *eligibility.Node, household bool) {
			want := preorder(tree, household)
			if got := p.Nodes[root:p.Ops[root].End]; !slices.Equal(got, want) {
				t.Errorf("law %d: %s has %d ops, want %d, or others", i, what, len(got), len(want))
			}
		}
		for id, pr := range l.Everything() {
			e := p.Entries[p.At[id]]
			if p.Programmes[p.At[id]] != id || pr == nil && e.Root >= 0 {
				t.Errorf("law %d: %s is elsewhere, or in force", i, id)
			}
			if pr == nil {
				continue
			}
			if e.Household != (pr.Unit == eligibility.PerHousehold) || (e.Pay == nil) != (pr.Pay == nil) {
				t.Errorf("law %d: %s: household %v, pay %v", i, id, e.Household, e.Pay)
			}
			is(string(id), e.Root, pr.Root, e.Household)
			if (e.Group >= 0) != slices.ContainsFunc(preorder(pr.Root, false), func(n *eligibility.Node) bool { return n.Kind() == eligibility.KindTogether }) {
				t.Errorf("law %d: %s is in group %d", i, id, e.Group)
			}
		}
		slot := 0
		for d := range l.Definitions() {
			is(string(d.ID), p.Definitions[slot], d.Root, d.Scope == eligibility.PerHousehold)
			if d.ID == eligibility.MemberOf && p.Member != p.Definitions[slot] {
				t.Errorf("law %d: members are found by another definition", i)
			}
			slot++
		}
		// Every op ends where the next of its parent begins, or with the parent.
		for at, o := range p.Ops {
			kid := int32(at) + 1
			for kid < o.End {
				kid = p.Ops[kid].End
			}
			if kid != max(o.End, int32(at)+1) {
				t.Fatalf("law %d: op %d ends at %d, its last kid at %d", i, at, o.End, kid)
			}
		}
	}
}

// stands says directly whether a number stands to a limit as the comparator says.
func stands(t *testing.T, op measure.Comparator, n, limit int64) eligibility.Truth {
	t.Helper()
	order := 0
	switch {
	case n < limit:
		order = -1
	case n > limit:
		order = 1
	}
	ok, err := op.Holds(order)
	if err != nil {
		t.Fatal(err)
	}
	return eligibility.TruthOf(ok)
}

// units is how many whole units have passed from d to on: counted one by one.
func units(d, on cal.Date, u eligibility.Unit) int64 {
	add := map[eligibility.Unit]func(int) cal.Date{eligibility.Days: d.AddDays, eligibility.Months: d.AddMonths, eligibility.Years: d.AddYears}[u]
	n := -1
	for next := add(n + 1); !next.IsZero() && !next.After(on); next = add(n + 1) {
		n++
	}
	return int64(n)
}

func TestARangeIsWhatItsNodeSays(t *testing.T) {
	var numbers, ages, terms int
	for _, l := range laws(t) {
		p, on := compiled(t, l), l.Query().On
		judge := func(o program.Op, n int64) [2]eligibility.Truth {
			return [2]eligibility.Truth{o.Judge(p, 0, n), o.Judge(p, 1, n)}
		}
		for at, o := range p.Ops {
			sp := p.Nodes[at].Spec()
			if o.Code != program.OpRange || o.Gap != 0 || sp.Op.Param != "" {
				continue
			}
			same := func(n int64, want eligibility.Truth) {
				if got := judge(o, n); got != [2]eligibility.Truth{want, want} {
					t.Errorf("%s of %d: %v, want %s", sp.Criterion.ID, n, got, want)
				}
			}
			switch {
			case sp.Kind == eligibility.KindCompare && (sp.Than.Kind == eligibility.NumberOperand || sp.Than.Kind == eligibility.MoneyOperand):
				limit := sp.Than.Number + sp.Than.Money.Fen()
				for n := limit - 3; n <= limit+3; n++ {
					same(n, stands(t, sp.Op.Op, n, limit))
				}
				numbers++
			case sp.Kind == eligibility.KindAge:
				for d := on.AddYears(-sp.N - 1).AddDays(-40); d.Before(on.AddYears(-sp.N + 1).AddDays(40)); d = d.AddDays(13) {
					if age, ok := cal.Age(d, on, l.Query().Ages); ok {
						same(eligibility.PackDay(d), stands(t, sp.Op.Op, int64(age), int64(sp.N)))
					}
				}
				if o.Top != eligibility.PackDay(on) {
					t.Error("a birth after the day says something")
				}
				ages++
			case sp.Kind == eligibility.KindElapsed:
				for days := -40; days < 40; days += 3 {
					d := map[eligibility.Unit]func(int) cal.Date{eligibility.Days: on.AddDays, eligibility.Months: on.AddMonths, eligibility.Years: on.AddYears}[sp.Unit](-sp.N).AddDays(days)
					same(eligibility.PackDay(d), stands(t, sp.Op.Op, units(d, on, sp.Unit), int64(sp.N)))
				}
				terms++
			}
		}
	}
	if numbers < 20 || ages < 20 || terms < 20 {
		t.Errorf("only %d numbers, %d ages and %d terms were seen", numbers, ages, terms)
	}
}

func TestASetHasItsWordsAndPairs(t *testing.T) {
	var words, pairs int
	for _, l := range laws(t) {
		p := compiled(t, l)
		for at, o := range p.Ops {
			sp := p.Nodes[at].Spec()
			switch o.Code {
			case program.OpWords:
				for i, w := range p.Facts[o.From][o.Slot].Words {
					if got := o.Judge(p, 0, int64(i)); got != eligibility.TruthOf(slices.Contains(sp.Words, w.Key)) {
						t.Errorf("%s has %s: %s", sp.Criterion.ID, w.Key, got)
					}
				}
				words++
			case program.OpPairs:
				for _, pair := range eligibility.Severe(eligibility.SevereGrades()) {
					if got := o.Judge(p, 1, int64(eligibility.PairBits(pair))); o.Gap == 0 && got != eligibility.TruthOf(slices.Contains(sp.Pairs, pair)) && o.Lo[1] != 0 {
						t.Errorf("%s has %v: %s", sp.Criterion.ID, pair, got)
					}
				}
				if o.Judge(p, 0, 0) != eligibility.NotMet {
					t.Errorf("%s is met without a disability", sp.Criterion.ID)
				}
				pairs++
			}
		}
	}
	if words < 20 || pairs < 20 {
		t.Errorf("only %d sets of words and %d of pairs were seen", words, pairs)
	}
}

// A programme carries a caveat for every node of it that was not read in an official text or has a remark, and for no other.
func TestStandingCaveatsAreThoseOfTheTree(t *testing.T) {
	for i, l := range laws(t) {
		p := compiled(t, l)
		for pr := range l.Programmes() {
			want := map[eligibility.Caveat]bool{}
			say := func(c eligibility.Criterion) {
				switch c.Source.Provenance {
				case vocab.Official:
				case vocab.Fictitious:
					want[eligibility.Caveat{Kind: eligibility.FictitiousValue, Node: c.ID}] = true
				default:
					want[eligibility.Caveat{Kind: eligibility.NotOfficial, Node: c.ID}] = true
				}
				if c.Note != "" {
					want[eligibility.Caveat{Kind: eligibility.NoteOf, Node: c.ID}] = true
				}
			}
			tree := func(root *eligibility.Node) {
				for _, n := range l.Under(root) {
					say(n.Criterion())
					for _, b := range n.Spec().Branches {
						say(b.Criterion)
					}
				}
			}
			tree(pr.Root)
			if pr.Pay != nil {
				for _, part := range pr.Pay.Parts {
					say(part.Criterion)
					for _, n := range []*eligibility.Node{part.When, part.Each} {
						if n != nil {
							tree(n)
						}
					}
				}
			}
			got := map[eligibility.Caveat]bool{}
			for _, c := range p.Entries[p.At[pr.ID]].Caveats {
				if got[c] {
					t.Errorf("law %d: %s says %v twice", i, pr.ID, c)
				}
				got[c] = true
				if c.Node != "" && !want[c] {
					t.Errorf("law %d: %s says %v of a node that gives no reason", i, pr.ID, c)
				}
			}
			for c := range want {
				if !got[c] {
					t.Errorf("law %d: %s does not say %v", i, pr.ID, c)
				}
			}
		}
	}
}

func TestACountLiesWithinARangeOrMayDoSo(t *testing.T) {
	o := program.Op{Lo: [2]int64{2, 2}, Hi: [2]int64{4, 4}}
	for least := int64(0); least < 7; least++ {
		for most := least; most < 7; most++ {
			in, out := false, false
			for n := least; n <= most; n++ {
				in, out = in || n >= 2 && n <= 4, out || n < 2 || n > 4
			}
			want := eligibility.Unknown
			if !out || !in {
				want = eligibility.TruthOf(in)
			}
			if got := o.Within(least, most); got != want {
				t.Errorf("%d to %d: %s, want %s", least, most, got, want)
			}
		}
	}
}

func TestAProductWithoutRoomIsRefused(t *testing.T) {
	source := vocab.Source{Document: "《虚构办法》", Provenance: vocab.Fictitious}
	act := func(months int64) eligibility.Act {
		return eligibility.Act{ID: "wide", ZH: "虚构办法", EN: "invented", Source: source, Force: cal.Since(cal.MustParse("2020-01-01")),
			Programmes: []eligibility.Programme{{ID: "wide", ZH: "项目", EN: "programme", Unit: eligibility.PerHousehold, Source: source,
				Root: eligibility.PerHead(eligibility.Criterion{ID: "wide", ZH: "过大", EN: "too large", Source: source}, eligibility.Total("h.income"),
					eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Yuan(money.Fen(1 << 40)), Months: eligibility.Number(months)})}}}
	}
	for months, want := range map[int64]error{1 << 21: nil, 1 << 22: eligibility.ErrValue} {
		s, err := statutes.New(eligibilitytest.Dictionary(), nil, act(months))
		if err != nil {
			t.Fatal(err)
		}
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := program.Compile(l); !errors.Is(err, want) {
			t.Errorf("2⁴⁰ × %d: %v, want %v", months, err, want)
		}
	}
	if program.NoTop != math.MaxInt64 {
		t.Error("a value may lie above NoTop")
	}
}
