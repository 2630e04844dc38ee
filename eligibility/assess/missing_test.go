package assess_test

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// small is a law of one programme of persons, "small", over the facts of the destitute.
func small(t testing.TB, root *el.Node, definitions ...el.Definition) *assess.Engine {
	t.Helper()
	act := destituteAct()
	act.Definitions = append(act.Definitions, definitions...)
	p := act.Programmes[0]
	p.ID, p.Pay, p.Root = "small", nil, root
	act.Programmes = append(act.Programmes, p)
	act.Parameters = append(act.Parameters, el.Parameter{Key: "unset", ZH: "未定", EN: "unset", Kind: el.MoneyParam, Source: fiction("第六条"),
		Set: []el.Delegation{{Nation: true, Mode: el.MayOverride, Source: fiction("第六条")}}})
	s, err := statutes.New(destituteDictionary(), nil, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWhatIsMissingInSmallLaws(t *testing.T) {
	n := 0
	says := func() el.Criterion { n++; return says("c"+strconv.Itoa(n), "条件") }
	tekun, dibao := el.HoldsFact("tekun"), el.HoldsFact("dibao")
	is := func(k el.FactKey) *el.Node { return el.Is(says(), k) }
	sum := func(limit el.Operand) *el.Node {
		return el.PerHead(says(), el.Total("person.income.0", "person.income.1"), el.By(measure.LessThan), el.Line{Limit: limit})
	}
	spouse := el.InWords(says(), "tie.relation", "spouse")
	fact := func(k el.FactKey) el.Need { return el.Need{Kind: el.FactNeed, Fact: k, Scope: el.PerPerson} }
	property := el.Need{Kind: el.JudgementNeed, Fact: "person.property_fits", Scope: el.PerPerson}
	unset := el.Need{Kind: el.ParamNeed, Param: "unset"}
	for name, k := range map[string]struct {
		root           *el.Node
		missing, exact []el.Need
	}{
		"nothing of a branch that is decided": {el.Any(says(), el.All(says(), is(tekun), el.Never(says())), is(dibao)),
			[]el.Need{fact(dibao)}, []el.Need{fact(dibao)}},
		"nothing of a rule that an exception replaces": {el.Exception(says(), is(tekun), el.Branch{Criterion: says(), When: el.Always(says()), Then: is(dibao)}),
			[]el.Need{fact(dibao)}, []el.Need{fact(dibao)}},
		"it is so or not so": {el.Any(says(), is(tekun), el.Not(says(), is(tekun))), []el.Need{fact(tekun)}, nil},
		"over a limit and under it": {el.Any(says(), sum(el.Yuan(money.Fen(500))), el.Not(says(), sum(el.Yuan(money.Fen(400))))),
			[]el.Need{fact("person.income.0"), fact("person.income.1")}, nil},
		"under one limit and not another": {el.All(says(), sum(el.Yuan(money.Fen(500))), el.Not(says(), sum(el.Yuan(money.Fen(400))))),
			[]el.Need{fact("person.income.0"), fact("person.income.1")}, []el.Need{fact("person.income.0"), fact("person.income.1")}},
		"a list that decides": {el.Any(says(), is(tekun), el.EveryOf(says(), el.Kin, nil, spouse)),
			[]el.Need{fact(tekun), fact(el.KinComplete)}, []el.Need{fact(el.KinComplete)}},
		"a list that does not": {el.Any(says(), is(tekun), el.Not(says(), is(tekun)), el.AnyOf(says(), el.Kin, nil, spouse)),
			[]el.Need{fact(tekun), fact(el.KinComplete)}, nil},
		"a parameter and what is compared with it": {el.All(says(), sum(el.Param("unset")), is(dibao)),
			[]el.Need{unset, fact("person.income.0"), fact("person.income.1"), fact(dibao)},
			[]el.Need{unset, fact("person.income.0"), fact("person.income.1"), fact(dibao)}},
		"a clause": {el.All(says(), el.Delegated(says(), "work.other"), el.Judgement(says(), "person.property_fits")),
			[]el.Need{{Kind: el.ClauseNeed, Clause: "work.other"}, property}, []el.Need{{Kind: el.ClauseNeed, Clause: "work.other"}, property}},
		"an age that two thresholds cut": {el.All(says(), el.Age(says(), "person.birth", measure.AtLeast, 60), el.Age(says(), "person.birth", measure.LessThan, 60)),
			[]el.Need{fact("person.birth")}, nil},
	} {
		l := small(t, k.root)
		c := el.NewCase(l.Law().Dictionary())
		c.AddPerson()
		missing, err := l.AppendMissing(nil, c, 0, "small")
		exact, err2 := l.MissingExact(c, 0, "small")
		if d := cmp.Diff(k.missing, missing) + cmp.Diff(k.exact, exact); d != "" || err != nil || err2 != nil {
			t.Errorf("%s: %v, %v, %s", name, err, err2, d)
		}
	}
}

// A term that a clause not recorded may leave out is a doubt where the sum is on two sides of the limit with it and without,
// be it income or a deduction.
func TestAClauseThatMayLeaveOutATermIsADoubtWhereItMatters(t *testing.T) {
	for _, k := range []struct {
		limit  int64
		minus  bool
		truth  el.Truth
		doubts int
	}{
		{100, false, el.Met, 0}, {70, false, el.Met, 0}, {61, false, el.Met, 0},
		{60, false, el.NotMet, 1}, {50, false, el.NotMet, 1}, {41, false, el.NotMet, 1}, {40, false, el.NotMet, 0},
		{60, true, el.Met, 0}, {41, true, el.Met, 0}, {40, true, el.Met, 1}, {21, true, el.Met, 1}, {20, true, el.NotMet, 0},
	} {
		sum := el.Sum{Terms: []el.Term{{Fact: "person.income.0"}, {Fact: "person.income.1", Minus: k.minus, Unless: "work.other"}}}
		l := small(t, el.PerHead(says("under", "低于限额"), sum, el.By(measure.LessThan), el.Line{Limit: el.Yuan(money.Fen(k.limit))}))
		c := el.NewCase(l.Law().Dictionary())
		c.AddPerson()
		c.Put("person.income.0", 0, el.Money(money.Fen(40)), true)
		c.Put("person.income.1", 0, el.Money(money.Fen(20)), true)
		a, err := l.Assess(c, 0, "small")
		doubts := 0
		for _, d := range a.Caveats {
			if d.Kind == el.ClauseNotRecorded && d.Clause == "work.other" {
				doubts++
			}
		}
		if a.Stated != k.truth || doubts != k.doubts || err != nil {
			t.Errorf("%+v: %v, %d doubts, %v", k, a.Stated, doubts, err)
		}
	}
}

func TestOfTwoListsThatDecideOneIsEnough(t *testing.T) {
	nobody := el.Definition{ID: el.MemberOf, ZH: "家庭成员", EN: "member", Scope: el.PerPerson, Source: fiction("第四条"), Root: el.Never(says("none", "无"))}
	l := small(t, el.Any(says("either", "任一"),
		el.EveryOf(says("kin", "亲属"), el.Kin, nil, el.Never(says("k", "否"))),
		el.EveryOf(says("members", "成员"), el.Members, nil, el.Never(says("m", "否")))), nobody)
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	missing, _ := l.AppendMissing(nil, c, 0, "small")
	exact, err := l.MissingExact(c, 0, "small")
	if len(missing) != 2 || len(exact) != 1 || err != nil {
		t.Errorf("%v, then %v, %v", missing, exact, err)
	}
}

func TestWhoIsNotChosenHasNoFurtherFindings(t *testing.T) {
	l := small(t, el.EveryOf(says("every", "每一个"), el.Kin, el.InWords(says("spouse", "配偶"), "tie.relation", "spouse"),
		el.Is(says("dibao", "低保"), el.HoldsFact("dibao"))))
	c := family(t, l.Law().Dictionary(), true, "tie.relation")
	c.Put("tie.relation", 0, el.WordOf("other"), true)
	c.Put("tie.relation", 1, el.WordOf("spouse"), false)
	fs, err := l.AppendFindings(nil, c, 0, "small")
	type line struct {
		id               string
		row              int32
		stated, verified el.Truth
	}
	var got []line
	for _, f := range fs {
		got = append(got, line{f.Node.Criterion().ID, f.Row, f.Stated, f.Verified})
	}
	want := []line{{"every", 0, el.Met, el.Met}, {"spouse", 0, el.NotMet, el.NotMet},
		{"spouse", 1, el.Met, el.Unknown}, {"dibao", 1, el.Met, el.Met}}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(line{})); d != "" || err != nil {
		t.Error(d, err)
	}
}

func TestMissingExactRefusesTooMuch(t *testing.T) {
	var kids []*el.Node
	for i, k := range incomeFacts()[:13] {
		id := "c" + strconv.Itoa(i)
		kids = append(kids, el.Compare(says(id, id), k, el.By(measure.AtLeast), el.Yuan(money.Fen(100))))
	}
	l := small(t, el.AtLeast(says("many", "多项"), 7, kids...))
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	if needs, err := l.MissingExact(c, 0, "small"); err == nil || needs != nil {
		t.Errorf("13 facts: %v, %v", needs, err)
	}
	if err := c.Put(incomeFacts()[0], 0, el.Money(money.Fen(100)), true); err != nil {
		t.Fatal(err)
	}
	if needs, err := l.MissingExact(c, 0, "small"); err != nil || len(needs) != 12 {
		t.Errorf("12 facts: %d, %v", len(needs), err)
	}
}

func TestANearMissGoesAroundWhatHurtsElsewhere(t *testing.T) {
	x := el.Definition{ID: "x", ZH: "甲", EN: "x", Scope: el.PerPerson, Source: fiction("第四条"),
		Root: el.Is(says("x", "甲"), el.HoldsFact("tekun"))}
	y := el.InWords(says("y", "乙"), "person.custody", "prison")
	z := el.Is(says("z", "丙"), el.HoldsFact("dibao"))
	l := small(t, el.Any(says("any", "任一"),
		el.All(says("never", "不可能"), el.Defined(says("is", "甲"), "x"), el.Not(says("not", "非甲"), el.Defined(says("isnt", "甲"), "x"))),
		el.All(says("both", "同时"), y, z)), x)
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	c.Put(el.HoldsFact("tekun"), 0, el.Bool(false), true)
	c.Put(el.HoldsFact("dibao"), 0, el.Bool(false), true)
	c.Put("person.custody", 0, el.WordOf("none"), true)
	d, err := l.NearMiss(c, 0, "small")
	var ids []string
	for _, f := range d.Criteria {
		ids = append(ids, f.Node.Criterion().ID)
	}
	if diff := cmp.Diff([]string{"y", "z"}, ids); diff != "" || !d.Possible || err != nil {
		t.Error(diff, d.Possible, err)
	}
}

func TestANearMissLeavesOutWhatAnotherChangeDoes(t *testing.T) {
	z := el.Definition{ID: "z", ZH: "丙", EN: "z", Scope: el.PerPerson, Source: fiction("第四条"),
		Root: el.Is(says("z", "丙"), el.HoldsFact("dibao"))}
	l := small(t, el.All(says("all", "全部"), el.Defined(says("is", "丙"), "z"),
		el.Any(says("any", "任一"), el.InWords(says("y", "乙"), "person.custody", "prison"), el.Defined(says("too", "丙"), "z"))), z)
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	c.Put(el.HoldsFact("dibao"), 0, el.Bool(false), true)
	c.Put("person.custody", 0, el.WordOf("none"), true)
	d, err := l.NearMiss(c, 0, "small")
	if len(d.Criteria) != 1 || d.Criteria[0].Node.Criterion().ID != "z" || !d.Possible || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
}

// The work grows with the tree, and neither with its depth nor with all that is met already: a way found twice at every
// level would take 2⁵⁶ steps here.
func TestANearMissOfALargeTree(t *testing.T) {
	n := 0
	says := func() el.Criterion { n++; return says("c"+strconv.Itoa(n), "条件") }
	deep := el.Is(says(), el.HoldsFact("tekun"))
	for range 14 {
		deep = el.Not(says(), el.All(says(), el.Not(says(), el.Any(says(), deep, el.Never(says()))), el.Always(says())))
	}
	kids := []*el.Node{deep}
	for i := range 1000 {
		kids = append(kids, el.Compare(says(), incomeFacts()[i%2], el.By(measure.AtLeast), el.Yuan(money.Fen(100))))
	}
	l := small(t, el.All(says(), kids...))
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	c.Put(incomeFacts()[0], 0, el.Money(money.Fen(99)), true)
	c.Put(incomeFacts()[1], 0, el.Money(money.Fen(100)), true)
	d, err := l.NearMiss(c, 0, "small")
	if err != nil || !d.Possible || len(d.Criteria) != 501 {
		t.Fatalf("%v, %d criteria, %v", d.Possible, len(d.Criteria), err)
	}
	if f := d.Criteria[0]; f.Node.Criterion().ID != "c1" || f.Stated != el.Unknown {
		t.Errorf("first %s, %v", f.Node.Criterion().ID, f.Stated)
	}
	for _, f := range d.Criteria[1:] {
		if f.Margin != -1 {
			t.Errorf("%s is %d off", f.Node.Criterion().ID, f.Margin)
		}
	}
}

// An exception asks its condition how it is met and how it is not; in the condition of another the work would double each time.
func TestANearMissOfExceptionsInConditions(t *testing.T) {
	n := 0
	says := func() el.Criterion { n++; return says("c"+strconv.Itoa(n), "条件") }
	leaf := func() *el.Node { return el.Is(says(), el.HoldsFact("tekun")) }
	deep := leaf()
	for range 50 {
		deep = el.Exception(says(), leaf(), el.Branch{Criterion: says(), When: deep, Then: leaf()})
	}
	l := small(t, deep)
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	d, err := l.NearMiss(c, 0, "small")
	if err != nil || !d.Possible || len(d.Criteria) != 2 {
		t.Errorf("%v, %d criteria, %v", d.Possible, len(d.Criteria), err)
	}
}

// An exception may look back to the person whose relative is in view, who is seen by way of two others: neither way stands for
// the other.
func TestANearMissBySeveralWays(t *testing.T) {
	rule := el.Owner(says("back", "其本人"), el.Is(says("owner", "本人"), el.HoldsFact("tekun")))
	root := el.Exception(says("but", "除外"), rule,
		el.Branch{Criterion: says("branch", "例外"), When: el.Is(says("kin", "亲属"), el.HoldsFact("dibao")), Then: el.Never(says("never", "不可"))})
	for _, id := range []string{"third", "second", "first"} {
		root = el.EveryOf(says(id, "每一个"), el.Kin, nil, root)
	}
	l := small(t, root)
	c := el.NewCase(l.Law().Dictionary())
	for range 5 {
		c.AddPerson()
	}
	for _, tie := range [][2]int{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}} {
		c.AddTie(tie[0], tie[1])
	}
	for row := range 4 {
		if err := c.Put(el.KinComplete, row, el.Bool(true), true); err != nil {
			t.Fatal(err)
		}
	}
	c.Put(el.HoldsFact("tekun"), 3, el.Bool(false), true)
	c.Put(el.HoldsFact("dibao"), 4, el.Bool(false), true)
	d, err := l.NearMiss(c, 0, "small")
	if err != nil || !d.Possible || len(d.Criteria) != 2 {
		t.Errorf("%+v, %v", d, err)
	}
}
