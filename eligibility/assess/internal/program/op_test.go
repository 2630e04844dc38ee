package program

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
)

func says(id string) el.Criterion {
	return el.Criterion{ID: id, ZH: id, EN: id, Source: invented}
}

var invented = vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}

// small compiles a law with one programme of persons, and one of households with the tree house.
func small(t *testing.T, root, house *el.Node, edit ...func(*el.Act)) (*Compiled, error) {
	t.Helper()
	force := cal.Since(cal.MustParse("2020-01-01"))
	a := el.Act{ID: "small", ZH: "虚构办法", EN: "an invented act", Source: invented, Force: force,
		Definitions: []el.Definition{
			{ID: el.MemberOf, ZH: "成员", EN: "member", Scope: el.PerPerson, Root: el.Is(says("here"), "p.here"), Source: invented},
			{ID: "home", ZH: "家", EN: "home", Scope: el.PerHousehold, Root: el.Is(says("yes"), "h.yes"), Source: invented},
		},
		Programmes: []el.Programme{
			{ID: "one", ZH: "个人项目", EN: "one", Unit: el.PerPerson, Root: root, Source: invented},
			{ID: "all", ZH: "家庭项目", EN: "all", Unit: el.PerHousehold, Root: house, Source: invented},
		},
		Clauses: []el.Clause{
			{Key: "left", ZH: "其他", EN: "left", Scope: el.PerHousehold, Source: invented},
			{Key: "none", ZH: "其他", EN: "none", Scope: el.PerHousehold, Source: invented},
			{Key: "on", ZH: "其他", EN: "on", Scope: el.PerHousehold, Source: invented},
			{Key: "rule", ZH: "其他", EN: "rule", Scope: el.PerHousehold, Source: invented},
		},
		Fills: []el.Fill{
			{Clause: "none", State: el.NoneEnacted, Source: invented},
			{Clause: "on", State: el.Enacted, Source: invented},
			{Clause: "rule", State: el.Enacted, Node: el.Is(says("filled"), "h.yes"), Source: invented},
		},
	}
	set := func(k el.ParamKey, kind el.ParamKind, values ...el.Value) {
		p := el.Parameter{Key: k, ZH: string(k), EN: string(k), Kind: kind, Source: invented,
			Set: []el.Delegation{{Force: force, Nation: true, Mode: el.MayOverride, Source: invented}}}
		for _, v := range values {
			v.Param, v.Source = k, invented
			p.ByArea = p.ByArea || v.Area != ""
			a.Values = append(a.Values, v)
		}
		a.Parameters = append(a.Parameters, p)
	}
	set("nowhere", el.MoneyParam)
	set("both", el.MoneyParam, el.Value{Money: money.Fen(60_000), Per: el.Monthly})
	set("year", el.MoneyParam, el.Value{Money: money.Fen(700_000), Per: el.Yearly})
	set("split", el.MoneyParam, el.Value{Area: el.Urban, Money: money.Fen(60_000), Per: el.Monthly}, el.Value{Area: el.Rural, Money: money.Fen(600_000), Per: el.Yearly})
	set("alike", el.MoneyParam, el.Value{Area: el.Urban, Money: money.Fen(60_000), Per: el.Monthly}, el.Value{Area: el.Rural, Money: money.Fen(720_000), Per: el.Yearly})
	set("town", el.MoneyParam, el.Value{Area: el.Urban, Money: money.Fen(60_000), Per: el.Monthly})
	set("most", el.CountParam, el.Value{Count: el.MaxCount})
	set("below", el.ComparatorParam, el.Value{Area: el.Urban, Comparator: measure.LessThan}, el.Value{Area: el.Rural, Comparator: measure.AtMost})
	for _, f := range edit {
		f(&a)
	}
	s, err := statutes.New(kit.Dictionary(), []statutes.Function{kit.Function()}, a)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-06-15"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return Compile(l)
}

var (
	always = el.Always(says("always"))
	yes    = el.Is(says("p1"), "p.yes")
	fixed  = el.Is(says("p2"), "p.fixed")
	close_ = el.Is(says("t1"), "t.close")
	ever   = int64(math.MaxInt64)
	never  = int64(math.MinInt64)
)

func packed(s string) int64 { return el.PackDay(cal.MustParse(s)) }

// Every kind of node has an op of its own, told here in full but for its end. Slots are those of the dictionary of random laws.
func TestEveryKindHasItsOp(t *testing.T) {
	c := says("it")
	at := func(o Op) Op {
		if o.Top == 0 {
			o.Top = NoTop
		}
		return o
	}
	fact := func(key el.FactKey, o Op) Op {
		s, slot, _ := kit.Dictionary().Slot(key)
		o.From, o.Slot = uint8(s), uint16(slot)
		return at(o)
	}
	under := [2]Order{Below, Below}
	for _, tt := range []struct {
		name  string
		node  *el.Node
		house bool
		want  Op
	}{
		{"all", el.All(c, yes, fixed), false, at(Op{Code: OpSome, Lo: twice(2), Hi: twice(2), Arg: 2})},
		{"all of nothing", el.All(c), false, at(Op{Code: OpSome})},
		{"any", el.Any(c, yes, fixed), false, at(Op{Code: OpSome, Lo: twice(1), Hi: twice(2), Arg: 2})},
		{"not", el.Not(c, yes), false, at(Op{Code: OpSome, Arg: 1})},
		{"at least", el.AtLeast(c, 2, yes, fixed, always), false, at(Op{Code: OpSome, Lo: twice(2), Hi: twice(3), Arg: 3})},
		{"every kin", el.EveryOf(c, el.Kin, nil, close_), false, at(Op{Code: OpMany, Flags: FlagFails})},
		{"any member with where", el.AnyOf(c, el.Members, fixed, yes), true, at(Op{Code: OpMany, Flags: FlagMembers | FlagWhere, Lo: twice(1), Hi: twice(ever)})},
		{"fewer than 3 kin", el.CountOf(c, el.Kin, nil, close_, measure.LessThan, 3), false, at(Op{Code: OpMany, Lo: twice(never), Hi: twice(2), Cmp: under})},
		{"owner", el.AnyOf(says("group"), el.Kin, nil, el.Owner(c, yes)), false, at(Op{Code: OpOwner})},
		{"held by a person", el.Holds(c, kit.Mutual), false, fact(el.HoldsFact(kit.Mutual), Op{Code: OpRange, Flags: FlagSimple, Lo: twice(1), Hi: twice(1)})},
		{"held by a household", el.Holds(c, kit.Mutual), true, at(Op{Code: OpMany, Flags: FlagMembers | FlagFails})},
		{"found", el.Judgement(c, "p.judged"), false, fact("p.judged", Op{Code: OpRange, Flags: FlagSimple, Lo: twice(1), Hi: twice(1)})},
		{"defined", el.Defined(c, "home"), false, at(Op{Code: OpCall, Flags: FlagHouse, Arg: 1})},
		{"defined of persons", el.Defined(c, el.MemberOf), false, at(Op{Code: OpCall})},
		{"qualifies", el.AnyOf(says("group"), el.Members, nil, el.Qualifies(c, "one")), true, at(Op{Code: OpQualifies})},
		{"qualifies of a household", el.Qualifies(c, "all"), false, at(Op{Code: OpQualifies, Flags: FlagHouse, Arg: 1})},
		{"together", el.AnyOf(says("group"), el.Kin, nil, el.Together(c, "one")), false, at(Op{Code: OpTogether})},
		{"open", el.OpenClause(c, "left"), false, at(Op{Code: OpClause})},
		{"delegated", el.Delegated(c, "left"), false, at(Op{Code: OpClause, Flags: FlagRequired})},
		{"none enacted", el.Delegated(c, "none"), false, at(Op{Code: OpConst, Arg: int32(el.NotMet)})},
		{"filled", el.OpenClause(c, "rule"), false, at(Op{Code: OpPass})},
		{"custom", el.Custom(c, kit.Function().Ref, kit.Function().Facts...), false, at(Op{Code: OpCustom})},
		{"exception", el.Exception(c, yes, el.Branch{Criterion: says("but"), When: fixed, Then: always}), false, at(Op{Code: OpException})},
		{"never", el.Never(c), false, at(Op{Code: OpConst, Arg: int32(el.NotMet)})},
		{"words", el.InWords(c, "p.word", "a", "c"), false, fact("p.word", Op{Code: OpWords, Flags: FlagSimple})},
		{"pairs", el.InPairs(c, "p.pairs", el.Pair{Kind: identity.Visual, Grade: identity.GradeOne}), false,
			fact("p.pairs", Op{Code: OpPairs, Flags: FlagSimple, Lo: twice(1 << 9)})},
		{"18 or more", el.Age(c, "p.birth", measure.AtLeast, 18), false, fact("p.birth", Op{Code: OpRange, Flags: FlagSimple,
			Cmp: [2]Order{Exactly | Above, Exactly | Above}, Lo: twice(never), Hi: twice(packed("2006-06-15")), Top: packed("2024-06-15")})},
		{"under 18", el.Age(c, "p.birth", measure.LessThan, 18), false, fact("p.birth", Op{Code: OpRange, Flags: FlagSimple,
			Cmp: under, Lo: twice(packed("2006-06-15") + 1), Hi: twice(ever), Top: packed("2024-06-15")})},
		{"18 exactly", el.Age(c, "p.birth", measure.Exactly, 18), false, fact("p.birth", Op{Code: OpRange, Flags: FlagSimple,
			Cmp: [2]Order{Exactly, Exactly}, Lo: twice(packed("2005-06-15") + 1), Hi: twice(packed("2006-06-15")), Top: packed("2024-06-15")})},
		{"at most 6 months", el.Elapsed(c, "p.since", measure.AtMost, 6, el.Months), false, fact("p.since", Op{Code: OpRange, Flags: FlagSimple,
			Cmp: [2]Order{Exactly | Below, Exactly | Below}, Lo: twice(packed("2023-11-15") + 1), Hi: twice(ever)})},
		{"more than 10 days", el.Elapsed(c, "p.since", measure.MoreThan, 10, el.Days), false, fact("p.since", Op{Code: OpRange, Flags: FlagSimple,
			Cmp: [2]Order{Above, Above}, Lo: twice(never), Hi: twice(packed("2024-06-04"))})},
		{"below a number", el.Compare(c, "p.count", el.By(measure.LessThan), el.Number(3)), false,
			fact("p.count", Op{Code: OpRange, Flags: FlagSimple, Cmp: under, Lo: twice(never), Hi: twice(2)})},
		{"below a standard", el.Compare(c, "p.wages", el.By(measure.LessThan), el.Param("both")), false,
			fact("p.wages", Op{Code: OpRange, Flags: FlagSimple, Cmp: under, Lo: twice(never), Hi: twice(59_999)})},
		{"below or at, as places say", el.Compare(c, "p.wages", el.ByParam("below"), el.Param("both")), false,
			fact("p.wages", Op{Code: OpRange, Flags: FlagSplit, Cmp: [2]Order{Below, Exactly | Below}, Lo: twice(never), Hi: [2]int64{59_999, 60_000}})},
		{"without a standard", el.Compare(c, "p.wages", el.By(measure.LessThan), el.Param("nowhere")), false,
			fact("p.wages", Op{Code: OpRange, Gap: 1, Cmp: under, Lo: twice(never), Hi: twice(0)})},
		{"a standard of towns", el.Compare(c, "p.wages", el.By(measure.AtMost), el.Param("town")), false,
			fact("p.wages", Op{Code: OpRange, Flags: FlagSplit, Gap: 1, Cmp: [2]Order{Exactly | Below, Exactly | Below}, Lo: twice(never), Hi: [2]int64{60_000, 1}})},
		{"by the year", el.Compare(c, "p.wages", el.By(measure.LessThan), el.Param("year")), false, at(Op{Code: OpLine, Cmp: under})},
		{"by another fact", el.Compare(c, "p.wages", el.By(measure.LessThan), el.FactOf("p.costs")), false, at(Op{Code: OpLine, Cmp: under})},
		{"per head", el.PerHead(c, el.Total("p.wages"), el.By(measure.LessThan), el.Line{Limit: el.Param("split")}), false,
			at(Op{Code: OpLine, Flags: FlagSplit, Cmp: under})},
		{"alike by the year", el.PerHead(c, el.Total("p.wages"), el.By(measure.LessThan), el.Line{Limit: el.Param("alike")}), false,
			at(Op{Code: OpLine, Cmp: under})},
		{"a share", el.Share(c, el.Total("p.costs"), el.By(measure.LessThan), el.Times(measure.MustParseRatio("0.5")), el.Total("p.wages")), false,
			at(Op{Code: OpLine, Cmp: under})},
	} {
		root, house := tt.node, always
		if tt.house {
			root, house = always, tt.node
		}
		p, err := small(t, root, house)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		for pc, n := range p.Nodes {
			if n.ID() != "it" {
				continue
			}
			if diff := cmp.Diff(tt.want, p.Ops[pc], cmpopts.IgnoreFields(Op{}, "End")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, diff)
			}
			break
		}
	}
}

func TestAGapNamesTheAreaThatLacksTheValue(t *testing.T) {
	for key, areas := range map[el.ParamKey]int{"town": 2, "nowhere": 3} {
		p, err := small(t, el.Compare(says("it"), "p.wages", el.By(measure.AtMost), el.Param(key)), always)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([][]gap{{{Param: 0, Areas: areas}}}, p.Gaps); diff != "" || p.Params[0] != key {
			t.Errorf("%s is parameter 0 of %v; %s", key, p.Params, diff)
		}
	}
}

func TestAmountsAreFoldedForTownAndCountry(t *testing.T) {
	half := el.Times(measure.MustParseRatio("0.5"))
	p, err := small(t, el.PerHead(says("it"), el.Total("p.wages"), el.ByParam("below"), el.Line{Limit: el.Param("split"), Ratio: half, Heads: el.Heads(), Months: el.Number(6)}), always)
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{{
		Left: Sum{Terms: []Term{{From: 1, Slot: p.wages(t)}}, Plain: true, Needs: []uint64{1 << p.wages(t)}},
		By: Product{
			Num:     [2]int64{60_000 * 6, 600_000 * 6}, // of 0.5 one, the two is below
			Den:     [2]int64{2, 12 * 2},
			Dynamic: []Term{{Heads: true}},
		},
	}}
	if diff := cmp.Diff(want, p.Lines); diff != "" {
		t.Error(diff)
	}
}

func (c *Compiled) wages(t *testing.T) uint16 {
	_, slot, ok := c.Dict.Slot("p.wages")
	if !ok {
		t.Fatal("no wages")
	}
	return uint16(slot)
}

func TestAnExclusionCountsAsItIsRecorded(t *testing.T) {
	sum := el.Sum{Terms: []el.Term{{Fact: "h.income"}, {Fact: "h.rent", Minus: true}}}
	for clause, terms := range map[el.ClauseKey]int{"left": 2, "none": 2, "on": 1} {
		sum.Terms[0].Unless = clause
		p, err := small(t, always, el.PerHead(says("it"), sum, el.By(measure.LessThan), el.Line{Limit: el.Param("both")}))
		if err != nil {
			t.Fatal(err)
		}
		got := p.Lines[0].Left
		if len(got.Terms) != terms || got.Plain != (clause != "left") || !got.Terms[terms-1].Minus {
			t.Errorf("%s: %+v", clause, got)
		}
		if doubt := got.Terms[0].Doubt; clause == "left" && p.Clauses[doubt-1] != clause || clause != "left" && doubt != 0 {
			t.Errorf("%s: doubt %d of %v", clause, doubt, p.Clauses)
		}
	}
}

// What may come of a product is bounded by the most that a fact can be.
func TestAProductWithoutRoomIsRefused(t *testing.T) {
	line := func(limit, heads, months el.Operand) *el.Node {
		return el.PerHead(says("it"), el.Total("p.wages"), el.By(measure.LessThan), el.Line{Limit: limit, Heads: heads, Months: months})
	}
	great, one := el.Yuan(money.Fen(el.MaxMoney)), el.Number(1)
	for _, tt := range []struct {
		name string
		node *el.Node
		ok   bool
	}{
		{"an amount for as many people as there may be", line(great, el.Heads(), el.Number(7000)), true},
		{"and for too many months", line(great, el.Heads(), el.Number(7300)), false},
		{"an amount below zero", line(el.Yuan(money.Fen(-el.MaxMoney)), el.Heads(), el.Number(7300)), false},
		{"a fact of money", line(el.FactOf("p.costs"), one, el.Number(400_000)), true},
		{"a fact of money, too often", line(el.FactOf("p.costs"), one, el.Number(500_000)), false},
		{"a count", line(el.Yuan(money.Fen(4_000_000_000)), el.FactOf("p.count"), one), true},
		{"a count, too often", line(el.Yuan(money.Fen(5_000_000_000)), el.FactOf("p.count"), one), false},
		{"a parameter", line(great, one, el.Param("most")), false},
		{"nothing, however often", line(el.Yuan(money.Fen(0)), el.Heads(), el.Number(el.MaxCount)), true},
	} {
		_, err := small(t, tt.node, always)
		if tt.ok && err != nil || !tt.ok && !errors.Is(err, el.ErrValue) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestACountIsWithinOnlyWhenItMustBe(t *testing.T) {
	o := Op{Lo: twice(2), Hi: twice(4)}
	for least := int64(0); least < 7; least++ {
		for most := least; most < 7; most++ {
			in, out := 0, 0
			for n := least; n <= most; n++ {
				if n >= 2 && n <= 4 {
					in++
				} else {
					out++
				}
			}
			// The range may lie between both ends: that is as good as not knowing.
			want := el.Unknown
			switch {
			case out == 0:
				want = el.Met
			case in == 0:
				want = el.NotMet
			}
			if got := o.Within(least, most); got != want {
				t.Errorf("%d to %d: %v, want %v", least, most, got, want)
			}
		}
	}
}
