// Package eligibilitytest makes random law and random cases, for tests that compare one reader of rule trees with
// another. Everything in it is invented and marked fictitious.
//
// The trees use every kind of node: quantifiers over members and kin, exceptions, open clauses in every state,
// definitions, other programmes, parameters that differ between town and country or have no value. The facts of a case
// are known in part, verified in part, and lie near the thresholds of the trees.
package eligibilitytest

import (
	"errors"
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The programmes and definitions of every random law.
const (
	Mutual    eligibility.ProgrammeID = "mutual"    // per person, with Together among kin; has a fixed amount
	Personal  eligibility.ProgrammeID = "personal"  // per person, may ask for Mutual
	Household eligibility.ProgrammeID = "household" // per household; has a gap amount

	Fit   eligibility.DefinitionID = "fit"   // per person
	House eligibility.DefinitionID = "house" // per household
	Bond  eligibility.DefinitionID = "bond"  // per tie
)

// Programmes lists the programmes of every random law.
func Programmes() []eligibility.ProgrammeID {
	return []eligibility.ProgrammeID{Mutual, Personal, Household}
}

// Query is what every random law answers to.
func Query() statutes.Query {
	return statutes.Query{On: cal.MustParse("2024-02-29"), Fictitious: true}
}

// Dictionary is the dictionary of every random law.
func Dictionary() *eligibility.Dictionary {
	words := []eligibility.Word{{Key: "a", ZH: "甲", EN: "a"}, {Key: "b", ZH: "乙", EN: "b"}, {Key: "c", ZH: "丙", EN: "c"}}
	var facts []eligibility.Fact
	add := func(s eligibility.Scope, k eligibility.FactKind, keys ...eligibility.FactKey) {
		for _, key := range keys {
			f := eligibility.Fact{Key: key, Scope: s, Kind: k, ZH: string(key), EN: string(key)}
			if k == eligibility.WordFact {
				f.Words = words
			}
			f.Judgement = key == "p.judged"
			f.Fixed = key == "p.birth" || key == "p.fixed"
			facts = append(facts, f)
		}
	}
	add(eligibility.PerHousehold, eligibility.BoolFact, "h.yes")
	add(eligibility.PerHousehold, eligibility.CountFact, "h.count")
	add(eligibility.PerHousehold, eligibility.MoneyFact, "h.rent", "h.income")
	add(eligibility.PerPerson, eligibility.BoolFact, "p.yes", "p.fixed", "p.here", "p.judged", eligibility.HoldsFact(Mutual))
	add(eligibility.PerPerson, eligibility.DateFact, "p.birth", "p.since")
	add(eligibility.PerPerson, eligibility.WordFact, "p.word")
	add(eligibility.PerPerson, eligibility.PairsFact, "p.pairs")
	add(eligibility.PerPerson, eligibility.CountFact, "p.count")
	add(eligibility.PerPerson, eligibility.MoneyFact, "p.wages", "p.costs")
	add(eligibility.PerTie, eligibility.BoolFact, "t.close")
	add(eligibility.PerTie, eligibility.WordFact, "t.word")
	add(eligibility.PerTie, eligibility.DateFact, "t.since")
	add(eligibility.PerTie, eligibility.MoneyFact, "t.support")
	d, err := eligibility.NewDictionary(facts...)
	if err != nil {
		panic("eligibilitytest: the dictionary is wrong: " + err.Error())
	}
	return d
}

// Function is the custom function of every random law: both bools it reads are true.
func Function() statutes.Function {
	return statutes.Function{
		Ref: eligibility.FunctionRef{Name: "both", Version: "1"}, Scope: eligibility.PerPerson,
		Facts: []eligibility.FactKey{"p.yes", "p.here"},
		Eval: func(v statutes.View) eligibility.Truth {
			t := eligibility.Met
			for _, k := range [...]eligibility.FactKey{"p.yes", "p.here"} {
				n, known := v.Get(k)
				switch {
				case !known:
					t = t.And(eligibility.Unknown)
				case n == 0:
					t = eligibility.NotMet
				}
			}
			return t
		},
	}
}

// Random makes statutes and six cases from a seed; one seed gives one result, everywhere.
func Random(seed uint64) (*statutes.Statutes, []*eligibility.Case) { return random(&gen{state: seed}) }

// FromBytes is Random for fuzzing: the bytes make the first choices, one each, so that a byte changed is a choice changed; a
// seed worked out from all of them makes the rest.
func FromBytes(data []byte) (*statutes.Statutes, []*eligibility.Case) {
	g := &gen{choices: data}
	for _, b := range data {
		g.state = g.state*1_099_511_628_211 + uint64(b)
	}
	return random(g)
}

func random(g *gen) (*statutes.Statutes, []*eligibility.Case) {
	seed := g.state
	d := Dictionary()
	s, err := statutes.New(d, []statutes.Function{Function()}, g.act())
	// Exceptions that always conflict, and groups within too many groups, are refused; take the next act.
	for errors.Is(err, eligibility.ErrConflict) || errors.Is(err, eligibility.ErrTooMany) {
		s, err = statutes.New(d, []statutes.Function{Function()}, g.act())
	}
	if err != nil {
		panic("eligibilitytest: seed " + strconv.FormatUint(seed, 10) + ": " + err.Error())
	}
	cases := make([]*eligibility.Case, 6)
	for i := range cases {
		cases[i] = g.household(d)
	}
	return s, cases
}

// gen is a generator of random numbers (splitmix64), after the choices it was given, that counts the nodes it made.
type gen struct {
	choices []byte
	state   uint64
	nodes   int
}

// n is a number below n, which is at most 256.
func (g *gen) n(n int) int {
	if len(g.choices) > 0 {
		c := g.choices[0]
		g.choices = g.choices[1:]
		return int(c) % n
	}
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

func (g *gen) chance(percent int) bool { return g.n(100) < percent }

func pick[T any](g *gen, of ...T) T { return of[g.n(len(of))] }

func source(article int) vocab.Source {
	return vocab.Source{Document: "虚构办法", Article: "第" + strconv.Itoa(article) + "条", Provenance: vocab.Fictitious}
}

// act makes the one act of a random law.
func (g *gen) act() eligibility.Act {
	force := cal.Since(cal.MustParse("2020-01-01"))
	a := eligibility.Act{ID: "random", ZH: "虚构办法", EN: "an invented act", Source: source(1), Force: force}
	define := func(id eligibility.DefinitionID, s eligibility.Scope, root *eligibility.Node) {
		a.Definitions = append(a.Definitions, eligibility.Definition{
			ID: id, ZH: string(id), EN: string(id), Scope: s, Root: root, Source: source(2)})
	}
	define(eligibility.MemberOf, eligibility.PerPerson, g.leaf(place{scope: eligibility.PerPerson, flat: true}))
	define(House, eligibility.PerHousehold, g.tree(place{scope: eligibility.PerHousehold, defining: true}, 1))
	define(Fit, eligibility.PerPerson, g.tree(place{scope: eligibility.PerPerson, defining: true}, 2))
	define(Bond, eligibility.PerTie, g.tree(place{scope: eligibility.PerTie, defining: true, kin: true}, 1))

	programme := func(id eligibility.ProgrammeID, s eligibility.Scope, next ...eligibility.ProgrammeID) {
		a.Programmes = append(a.Programmes, eligibility.Programme{
			ID: id, ZH: string(id), EN: string(id), Unit: s, Next: next, Source: source(3),
			Root: g.root(place{scope: s, programme: id, positive: true}), Pay: g.pay(id)})
	}
	programme(Mutual, eligibility.PerPerson, Household, Personal)
	programme(Personal, eligibility.PerPerson, Mutual)
	programme(Household, eligibility.PerHousehold, Personal, Mutual)
	g.parameters(&a, force)
	g.clauses(&a, force)
	return a
}

// root makes the tree of a programme; that of Mutual mostly has relatives who fit together.
func (g *gen) root(at place) *eligibility.Node {
	root := g.tree(at, 3)
	if at.programme != Mutual || g.chance(30) {
		return root
	}
	kin := place{scope: eligibility.PerTie, kin: true, programme: at.programme, positive: true}
	together := eligibility.Together(g.criterion(), Mutual)
	fit := pick(g, eligibility.Any, eligibility.All)(g.criterion(), g.leaf(kin), together)
	group := pick(g, eligibility.EveryOf, eligibility.AnyOf)(g.criterion(), eligibility.Kin, g.leaf(kin.negated()), fit)
	return pick(g, eligibility.All, eligibility.Any)(g.criterion(), root, group)
}

func (g *gen) parameters(a *eligibility.Act, force cal.Period) {
	declare := func(k eligibility.ParamKey, kind eligibility.ParamKind, set func(v *eligibility.Value)) {
		byArea := g.chance(50)
		a.Parameters = append(a.Parameters, eligibility.Parameter{
			Key: k, ZH: string(k), EN: string(k), Kind: kind, ByArea: byArea, Source: source(4),
			Set: []eligibility.Delegation{{Force: force, Nation: true, Mode: eligibility.MayOverride, Source: source(4)}}})
		if g.chance(12) {
			return // without a value in force
		}
		areas := []eligibility.Area{""}
		if byArea {
			areas = []eligibility.Area{eligibility.Urban, eligibility.Rural}
		}
		for _, area := range areas {
			v := eligibility.Value{Param: k, Area: area, Force: force, Source: source(5)}
			set(&v)
			a.Values = append(a.Values, v)
		}
	}
	declare("standard", eligibility.MoneyParam, func(v *eligibility.Value) {
		v.Money = money.Fen(pick[int64](g, 30_000, 50_001, 60_000))
		if v.Per = eligibility.Monthly; g.chance(30) {
			v.Money, v.Per = money.Fen(pick[int64](g, 360_000, 500_000)), eligibility.Yearly
		}
	})
	declare("once", eligibility.MoneyParam, func(v *eligibility.Value) { v.Money = money.Fen(pick[int64](g, 30_000, 60_000)) })
	declare("factor", eligibility.RatioParam, func(v *eligibility.Value) { v.Ratio = g.ratio() })
	declare("months", eligibility.CountParam, func(v *eligibility.Value) { v.Count = pick(g, 1, 6, 12) })
	declare("below", eligibility.ComparatorParam, func(v *eligibility.Value) { v.Comparator = g.operator() })
	declare("round", eligibility.RoundingParam, func(v *eligibility.Value) {
		v.Step = eligibility.Step{Unit: money.Fen(pick[int64](g, 1, 100, 500)),
			Mode: pick(g, eligibility.StepUp, eligibility.StepDown, eligibility.StepNearest)}
	})
}

func (g *gen) clauses(a *eligibility.Act, force cal.Period) {
	for _, k := range []eligibility.ClauseKey{"switch", "case.household", "case.person", "case.tie"} {
		scope, at := eligibility.PerPerson, place{scope: eligibility.PerPerson, flat: true}
		switch k {
		case "case.household":
			scope, at = eligibility.PerHousehold, place{scope: eligibility.PerHousehold, flat: true}
		case "case.tie":
			scope, at = eligibility.PerTie, place{scope: eligibility.PerTie, flat: true, kin: true}
		}
		a.Clauses = append(a.Clauses, eligibility.Clause{Key: k, ZH: string(k), EN: string(k), Scope: scope, Source: source(6)})
		fill := eligibility.Fill{Clause: k, Force: force, Source: source(7)}
		switch g.n(3) {
		case 0:
			if fill.State = eligibility.Enacted; k != "switch" {
				fill.Node = g.tree(at, 1)
			}
		case 1:
			fill.State = eligibility.NoneEnacted
		default:
			continue
		}
		a.Fills = append(a.Fills, fill)
	}
}

func (g *gen) ratio() measure.Ratio {
	r, err := measure.RatioOf(int64(1+g.n(4)), int64(1+g.n(4)))
	if err != nil {
		panic("eligibilitytest: " + err.Error())
	}
	return r
}

func (g *gen) operator() measure.Comparator {
	return pick(g, measure.AtLeast, measure.AtMost, measure.Exactly, measure.MoreThan, measure.LessThan)
}

func (g *gen) comparison() eligibility.Comparison {
	if g.chance(25) {
		return eligibility.ByParam("below")
	}
	return eligibility.By(g.operator())
}

func (g *gen) pay(id eligibility.ProgrammeID) *eligibility.Pay {
	p := &eligibility.Pay{Source: source(8)}
	switch id {
	case Household:
		at := place{scope: eligibility.PerHousehold, flat: true}
		p.Parts = []eligibility.Part{
			{Criterion: g.criterion(), Kind: eligibility.PayGap, Limit: eligibility.Param("standard"), Heads: eligibility.Heads(),
				Left: eligibility.TotalOfMembers("p.wages"), Months: eligibility.Number(6)},
			{Criterion: g.criterion(), Kind: eligibility.PayFixed, When: g.leaf(at), Limit: eligibility.Yuan(money.Fen(10_001)),
				Ratio: eligibility.Times(g.ratio())},
		}
		if g.chance(60) {
			p.Parts = append(p.Parts, eligibility.Part{Criterion: g.criterion(), Kind: eligibility.PayFixed,
				Limit: eligibility.Param("once"), Each: g.leaf(place{scope: eligibility.PerPerson, flat: true})})
		}
		p.Deduct = eligibility.Total("h.rent")
	case Mutual:
		p.Parts = []eligibility.Part{{Criterion: g.criterion(), Kind: eligibility.PayFixed,
			Limit: eligibility.Param("standard"), Ratio: eligibility.Param("factor")}}
	default:
		return nil
	}
	if g.chance(70) {
		p.Round = "round"
	}
	return p
}

// household makes a case whose facts lie near the thresholds.
func (g *gen) household(d *eligibility.Dictionary) *eligibility.Case {
	c := eligibility.NewCase(d)
	people := g.n(5)
	for range people {
		must(c.AddPerson())
	}
	for o := range people {
		for k := range people {
			if o != k && g.chance(50) {
				must(c.AddTie(o, k))
			}
		}
	}
	known, verified := pick(g, 30, 60, 85, 95, 100), pick(g, 50, 90, 100)
	rows := map[eligibility.Scope]int{eligibility.PerHousehold: 1, eligibility.PerPerson: people, eligibility.PerTie: c.Ties()}
	for f := range d.All() {
		for row := range rows[f.Scope] {
			if g.chance(known) {
				if err := c.Put(f.Key, row, g.datum(f), g.chance(verified)); err != nil {
					panic("eligibilitytest: " + err.Error())
				}
			}
		}
	}
	return c
}

func must(_ int, err error) {
	if err != nil {
		panic("eligibilitytest: " + err.Error())
	}
}

// Datum makes a value for the fact, the same for the same seed: whoever fills in what is missing takes values from here.
func Datum(f eligibility.Fact, seed uint64) eligibility.Datum { return (&gen{state: seed}).datum(f) }

func (g *gen) datum(f eligibility.Fact) eligibility.Datum {
	switch f.Kind {
	case eligibility.BoolFact:
		complete := f.Key == eligibility.MembersComplete || f.Key == eligibility.KinComplete
		return eligibility.Bool(g.chance(50) || complete && g.chance(80))
	case eligibility.CountFact:
		return eligibility.Count(int64(g.n(4)))
	case eligibility.MoneyFact:
		return eligibility.Money(money.Fen(pick[int64](g, 0, 10_000, 29_999, 30_000, 60_000, 180_000, 300_001, 1_000_000)))
	case eligibility.DateFact:
		day := Query().On.AddYears(-pick(g, 0, 1, 2, 16, 18, 60)).AddDays(g.n(3) - 1)
		return eligibility.Day(day)
	case eligibility.WordFact:
		return eligibility.WordOf(f.Words[g.n(len(f.Words))].Key)
	}
	pairs := []eligibility.Pair{}
	for _, k := range []identity.DisabilityKind{identity.Visual, identity.Mental} {
		if g.chance(40) {
			pairs = append(pairs, eligibility.Pair{Kind: k, Grade: pick(g, identity.GradeOne, identity.GradeTwo, identity.GradeThree)})
		}
	}
	return eligibility.PairsOf(pairs...)
}
