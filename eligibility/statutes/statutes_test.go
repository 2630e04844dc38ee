package statutes

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
)

// problems lists what New says of acts, as "path CODE" without the prefix of the package.
func problems(t *testing.T, functions []Function, acts ...eligibility.Act) []string {
	t.Helper()
	s, err := New(lawDictionary(t), functions, acts...)
	if (err == nil) != (s != nil) {
		t.Fatal("statutes and error are not one or the other")
	}
	return coded(err)
}

func coded(err error) []string {
	var got []string
	for _, f := range fault.Of(err) {
		got = append(got, f.Path()+" "+strings.TrimPrefix(string(f.Code()), "ELIGIBILITY-"))
	}
	return got
}

func TestEveryProblemOfAnActIsReportedByPath(t *testing.T) {
	type edit func(n, c *eligibility.Act)
	tests := []struct {
		name string
		edit edit
		want []string
	}{
		{"nothing", func(n, c *eligibility.Act) {}, nil},
		{"an act without an ID", func(n, c *eligibility.Act) { n.ID = "" }, []string{"acts[0].id KEY"}},
		{"two acts with one ID", func(n, c *eligibility.Act) { c.ID = n.ID; c.In = place("") }, []string{"acts[1].id TWICE"}},
		{"a local act without a namespace", func(n, c *eligibility.Act) { c.ID = "rules" }, []string{"acts[1].id NAMESPACE"}},
		{"an act without a name", func(n, c *eligibility.Act) { n.EN = "" }, []string{"acts[0].zh NAME"}},
		{"an act without a source", func(n, c *eligibility.Act) { n.Source = vocab.Source{} }, []string{"acts[0].source SOURCE"}},
		{"an act without a period", func(n, c *eligibility.Act) {
			*c = eligibility.Act{ID: "x", ZH: "甲", EN: "x", Source: src("")}
		}, []string{"acts[1].force FORCE"}},

		{"a programme of no unit", func(n, c *eligibility.Act) { n.Programmes[1].Unit = eligibility.PerTie }, []string{"acts[0].programmes[1].unit SCOPE",
			"acts[0].programmes[1].pay.parts[1].each SCOPE"}},
		{"a malformed programme ID", func(n, c *eligibility.Act) {
			n.Programmes[1].ID, n.Programmes[0].Next, n.Stackings = "Needy", nil, nil
		}, []string{"acts[0].programmes[1].id KEY"}},
		{"a national ID redefined locally", func(n, c *eligibility.Act) {
			c.Programmes = []eligibility.Programme{{ID: "poor", ZH: "甲", EN: "x", Unit: eligibility.PerPerson, Source: src(""), Root: eligibility.Always(crit("x"))}}
		}, []string{"acts[1].programmes[0].id NAMESPACE", "acts[1].programmes[0] OVERLAP"}},
		{"another vendor's namespace", func(n, c *eligibility.Act) {
			c.Clauses = []eligibility.Clause{{Key: "other:clause", ZH: "甲", EN: "x", Scope: eligibility.PerPerson, Source: src("")}}
		}, []string{"acts[1].clauses[0].key NAMESPACE"}},
		{"a programme of another unit in its next version", func(n, c *eligibility.Act) {
			n.Programmes[0].Force = during("2020-01-01/2021-01-01")
			next := n.Programmes[1]
			next.ID, next.Force, next.Pay = "poor", during("2021-01-01/"), nil
			next.Root = eligibility.Always(crit("x"))
			n.Programmes = append(n.Programmes, next)
		}, []string{"acts[0].programmes[2].unit SCOPE"}},
		{"a programme outside the period of its act", func(n, c *eligibility.Act) { n.Programmes[0].Force = during("2019-01-01/") },
			[]string{"acts[0].programmes[0].force FORCE", "acts[0].programmes[0].root.kids[0].definition DEFINITION"}},
		{"two versions at once", func(n, c *eligibility.Act) {
			n.Programmes = append(n.Programmes, n.Programmes[0])
			n.Programmes[2].Force = during("2030-01-01/")
		}, []string{"acts[0].programmes[2] OVERLAP"}},
		{"two definitions at once", func(n, c *eligibility.Act) { n.Definitions = append(n.Definitions, n.Definitions[1]) }, []string{"acts[0].definitions[2] OVERLAP"}},
		{"no root", func(n, c *eligibility.Act) { n.Programmes[0].Root = nil }, []string{"acts[0].programmes[0].root NODE"}},
		{"an unknown programme next", func(n, c *eligibility.Act) { n.Programmes[0].Next = []eligibility.ProgrammeID{"gone"} }, []string{"acts[0].programmes[0].next[0] PROGRAMME"}},
		{"itself next", func(n, c *eligibility.Act) { n.Programmes[0].Next = []eligibility.ProgrammeID{"poor"} }, []string{"acts[0].programmes[0].next[0] CYCLE"}},
		{"a definition of no scope", func(n, c *eligibility.Act) { n.Definitions[1].Scope = "" }, []string{"acts[0].definitions[1].scope SCOPE",
			"acts[0].definitions[1].root.kids[0].fact SCOPE", "acts[0].definitions[1].root.kids[1].fact SCOPE",
			"acts[0].definitions[1].root.kids[2].clause SCOPE", "acts[1].overrides[0].with.fact SCOPE"}},
		{"members of the wrong scope", func(n, c *eligibility.Act) { n.Definitions[0].Scope = eligibility.PerTie }, []string{"acts[0].definitions[0].scope SCOPE"}},
		{"no definition of members", func(n, c *eligibility.Act) {
			n.Definitions = n.Definitions[1:]
			n.Programmes = n.Programmes[:1]
			n.Programmes[0].Root = eligibility.AnyOf(crit("x"), eligibility.Members, nil, eligibility.Always(crit("y")))
			n.Programmes[0].Next, n.Stackings = nil, nil
		}, []string{"acts[0].programmes[0].root.group DEFINITION"}},

		{"a parameter twice", func(n, c *eligibility.Act) { n.Parameters = append(n.Parameters, n.Parameters[0]) }, []string{"acts[0].parameters[5].key TWICE"}},
		{"a parameter of no kind", func(n, c *eligibility.Act) { n.Parameters[4].Kind = "" }, []string{"acts[0].parameters[4].kind KIND", "acts[0].programmes[1].pay.round KIND"}},
		{"a mode that needs an order", func(n, c *eligibility.Act) { n.Parameters[3].Set[0].Mode = eligibility.Floor }, []string{"acts[0].parameters[3].set[0].mode KIND"}},
		{"no mode for lower levels", func(n, c *eligibility.Act) { n.Parameters[1].Set[0].Mode = "" }, []string{"acts[0].parameters[1].set[0].mode KIND"}},
		{"no such mode", func(n, c *eligibility.Act) { n.Parameters[1].Set[0].Mode = "x" }, []string{"acts[0].parameters[1].set[0].mode KIND"}},
		{"the nation alone needs no mode", func(n, c *eligibility.Act) {
			n.Parameters[1].Set[0] = eligibility.Delegation{Nation: true, Source: src("")}
		}, nil},
		{"a delegation to nobody", func(n, c *eligibility.Act) {
			n.Parameters[1].Set = append(n.Parameters[1].Set, eligibility.Delegation{Mode: eligibility.Fixed, Source: src("")})
		}, []string{"acts[0].parameters[1].set[1].levels DELEGATION"}},
		{"two delegations to one level", func(n, c *eligibility.Act) {
			n.Parameters[1].Set = append(n.Parameters[1].Set, eligibility.Delegation{Levels: []division.Level{division.County}, Mode: eligibility.Fixed, Source: src("")})
		}, []string{"acts[0].parameters[1].set[1] OVERLAP"}},
		{"a clause twice", func(n, c *eligibility.Act) { n.Clauses = append(n.Clauses, n.Clauses[0]) }, []string{"acts[0].clauses[3].key TWICE"}},
		{"a clause of no scope", func(n, c *eligibility.Act) { n.Clauses[2].Scope = "x" }, []string{"acts[0].clauses[2].scope SCOPE"}},

		{"a value of no parameter", func(n, c *eligibility.Act) { n.Values[4].Param = "gone" }, []string{"acts[0].values[4].param PARAM"}},
		{"a value outside the place of the act", func(n, c *eligibility.Act) { c.Values[0].Division = place("66") }, []string{"acts[1].values[0].division PLACE"}},
		{"an area where none is told apart", func(n, c *eligibility.Act) { n.Values[1].Area = eligibility.Urban }, []string{"acts[0].values[1].area KIND"}},
		{"no such area", func(n, c *eligibility.Act) { c.Values[0].Area = "x" }, []string{"acts[1].values[0].area KIND"}},
		{"a negative amount", func(n, c *eligibility.Act) { n.Values[0].Money = yuan(-1) }, []string{"acts[0].values[0].money VALUE"}},
		{"an amount without bounds", func(n, c *eligibility.Act) { c.Values[0].Money = money.Fen(eligibility.MaxMoney + 1) }, []string{"acts[1].values[0].money VALUE"}},
		{"no such period", func(n, c *eligibility.Act) { c.Values[0].Per, c.Values[0].Money = "week", yuan(9000) }, []string{"acts[1].values[0].money VALUE"}},
		{"once beside monthly", func(n, c *eligibility.Act) { c.Values[0].Per, c.Values[0].Money = "", yuan(9000) }, []string{"acts[1].values[0].per KIND"}},
		{"a ratio without bounds", func(n, c *eligibility.Act) { n.Values[1].Ratio = measure.MustParseRatio("1/10001") }, []string{"acts[0].values[1].ratio VALUE"}},
		{"a negative count", func(n, c *eligibility.Act) { n.Values[2].Count = -1 }, []string{"acts[0].values[2].count VALUE"}},
		{"no operator", func(n, c *eligibility.Act) { n.Values[3].Comparator = "" }, []string{"acts[0].values[3].comparator VALUE"}},
		{"rounding to nothing", func(n, c *eligibility.Act) { n.Values[4].Step.Unit = yuan(0) }, []string{"acts[0].values[4].rounding VALUE"}},
		{"two values in one", func(n, c *eligibility.Act) { n.Values[2].Money = yuan(1) }, []string{"acts[0].values[2].count VALUE"}},

		{"set at a level above the place", func(n, c *eligibility.Act) { c.Values[0].SetBy = division.Province }, nil},
		{"set at a level below the place", func(n, c *eligibility.Act) { c.Values[0].SetBy = division.Village }, []string{"acts[1].values[0].set_by VALUE",
			"acts[1].values[0] DELEGATION"}},
		{"set where nobody may", func(n, c *eligibility.Act) { c.Values[0].Division = place("660101003") }, []string{"acts[1].values[0] DELEGATION"}},
		{"set before anybody might", func(n, c *eligibility.Act) {
			n.Parameters[0].Set = []eligibility.Delegation{{Nation: true, Source: src("")},
				{Levels: []division.Level{division.County}, Mode: eligibility.Floor, Force: during("2021-06-01/"), Source: src("")}}
		}, []string{"acts[1].values[0] DELEGATION", "acts[1].values[1] DELEGATION"}},
		{"below the floor", func(n, c *eligibility.Act) { c.Values[0].Money = yuan(499) }, []string{"acts[1].values[0] MODE"}},
		{"a yearly amount below a monthly floor", func(n, c *eligibility.Act) { c.Values[1].Money = yuan(5999) }, []string{"acts[1].values[1] MODE"}},
		{"a floor that rises above", func(n, c *eligibility.Act) {
			v := n.Values[0]
			v.Force, v.Money, v.Area = during("2023-01-01/"), yuan(650), eligibility.Rural
			n.Values = append(n.Values, v)
		}, []string{"acts[1].values[1] MODE"}},
		{"a floor that rises where the county had ended its own", func(n, c *eligibility.Act) {
			v := n.Values[0]
			v.Force, v.Money = during("2023-01-01/"), yuan(800)
			n.Values = append(n.Values, v)
			c.Values[0].Force, c.Values[1].Force = during("2021-01-01/2023-01-01"), during("2021-01-01/2023-01-01")
		}, nil},
		{"below a floor that had been corrected", func(n, c *eligibility.Act) {
			v := n.Values[0]
			v.Recorded, v.Money = day("2020-06-01"), yuan(300)
			n.Values = append(n.Values, v)
			c.Values[0].Money = yuan(400)
		}, nil},
		{"beside a city's decision of its own", func(n, c *eligibility.Act) {
			v := c.Values[0]
			v.Division, v.SetBy, v.Money = place("6601"), "", yuan(900)
			n.Values = append(n.Values, v)
			c.Values[0].SetBy = division.Prefecture
		}, nil},
		{"above the ceiling", func(n, c *eligibility.Act) {
			c.Values = append(c.Values, eligibility.Value{Param: "months", Count: 13, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"at the ceiling", func(n, c *eligibility.Act) {
			c.Values = append(c.Values, eligibility.Value{Param: "months", Count: 12, Source: src("")})
		}, nil},
		{"below the floor when a correction of its own ends", func(n, c *eligibility.Act) {
			c.Values = append(c.Values, c.Values[0])
			c.Values[0].Money = yuan(400)
			c.Values[2].Force, c.Values[2].Recorded = during("2021-01-01/2022-01-01"), day("2021-02-01")
		}, []string{"acts[1].values[0] MODE"}},
		{"below what becomes a floor", func(n, c *eligibility.Act) {
			c.Values[0].Money = yuan(400)
			was := n.Parameters[0].Set[0]
			n.Parameters[0].Set = append(n.Parameters[0].Set, was)
			n.Parameters[0].Set[0].Force, n.Parameters[0].Set[0].Mode = during("2020-01-01/2023-01-01"), eligibility.MayOverride
			n.Parameters[0].Set[1].Force = during("2023-01-01/")
		}, []string{"acts[1].values[0] MODE"}},
		{"other than what is fixed", func(n, c *eligibility.Act) {
			c.Values = append(c.Values, eligibility.Value{Param: "than", Comparator: measure.AtMost, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"what may be overridden", func(n, c *eligibility.Act) {
			c.Values = append(c.Values, eligibility.Value{Param: "times", Ratio: measure.MustParseRatio("1"), Source: src("")},
				eligibility.Value{Param: "round", Step: eligibility.Step{Unit: yuan(10), Mode: eligibility.StepDown}, Source: src("")})
		}, nil},
		{"a ratio below its floor", func(n, c *eligibility.Act) {
			n.Parameters[1].Set[0].Mode = eligibility.Floor
			c.Values = append(c.Values, eligibility.Value{Param: "times", Ratio: measure.MustParseRatio("1"), Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"other rounding than what is fixed", func(n, c *eligibility.Act) {
			n.Parameters[4].Set[0].Mode = eligibility.Fixed
			c.Values = append(c.Values, eligibility.Value{Param: "round", Step: eligibility.Step{Unit: yuan(1), Mode: eligibility.StepDown}, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"two values at once", func(n, c *eligibility.Act) { c.Values[1].Area = eligibility.Urban; c.Values[1].Money = yuan(9000) }, []string{"acts[1].values[1] OVERLAP"}},
		{"one for both areas beside one for one", func(n, c *eligibility.Act) { c.Values[1].Area = "" }, []string{"acts[1].values[1] OVERLAP"}},
		{"a later correction", func(n, c *eligibility.Act) {
			c.Values[1].Area, c.Values[1].Recorded = eligibility.Urban, day("2021-02-01")
		}, nil},

		{"a fill of no clause", func(n, c *eligibility.Act) { c.Fills[0].Clause = "gone" }, []string{"acts[1].fills[0].clause CLAUSE"}},
		{"a fill that says nothing", func(n, c *eligibility.Act) { c.Fills[1].State = eligibility.NotRecorded }, []string{"acts[1].fills[1].state STATE"}},
		{"a rule where none was enacted", func(n, c *eligibility.Act) { c.Fills[0].State = eligibility.NoneEnacted }, []string{"acts[1].fills[0].state STATE"}},
		{"a switch where a rule is needed", func(n, c *eligibility.Act) { c.Fills[1].State = eligibility.Enacted }, []string{"acts[1].fills[1].node NODE"}},
		{"a fill of the wrong scope", func(n, c *eligibility.Act) { c.Fills[0].Node = eligibility.Is(crit("x"), "person.alone") }, []string{"acts[1].fills[0].node.fact SCOPE"}},
		{"two fills at once", func(n, c *eligibility.Act) { c.Fills = append(c.Fills, c.Fills[1]) }, []string{"acts[1].fills[3] OVERLAP"}},
		{"a fill with an ID of the tree", func(n, c *eligibility.Act) {
			c.Fills[0].Node = eligibility.Compare(crit("needy.cars"), "household.cars", eligibility.By(measure.AtMost), eligibility.Number(0))
		}, []string{"acts[1].fills[0] TWICE"}},
		{"a fill with an ID of two trees", func(n, c *eligibility.Act) {
			n.Definitions = append(n.Definitions, n.Definitions[1])
			n.Definitions[1].Force, n.Definitions[2].Force = during("2020-01-01/2022-01-01"), during("2022-01-01/")
			c.Fills[1].State, c.Fills[1].Node = eligibility.Enacted, eligibility.Always(crit("frail.disability"))
		}, []string{"acts[1].fills[1] TWICE"}},
		{"two fills with one ID", func(n, c *eligibility.Act) {
			n.Definitions[1].Root = eligibility.All(crit("frail"), eligibility.OpenClause(crit("frail.old"), "frail.other"), eligibility.OpenClause(crit("b"), "property"))
			c.Fills[1].State, c.Fills[1].Node = eligibility.Enacted, eligibility.Always(crit("county.rent"))
		}, []string{"acts[1].fills[0] TWICE"}},
		{"fills that rest on each other", func(n, c *eligibility.Act) {
			c.Fills[0].Node = eligibility.OpenClause(crit("x"), "property")
		}, []string{"acts[1].fills[0].node CYCLE"}},

		{"an override of nothing", func(n, c *eligibility.Act) { c.Overrides[0].Definition = "" }, []string{"acts[1].overrides[0].programme FIELD"}},
		{"an override of two", func(n, c *eligibility.Act) { c.Overrides[0].Programme = "poor" }, []string{"acts[1].overrides[0].programme FIELD"}},
		{"an override of no programme", func(n, c *eligibility.Act) { c.Overrides[0].Definition, c.Overrides[0].Programme = "", "gone" },
			[]string{"acts[1].overrides[0].programme PROGRAMME"}},
		{"an override of no definition", func(n, c *eligibility.Act) { c.Overrides[0].Definition = "gone" }, []string{"acts[1].overrides[0].definition DEFINITION"}},
		{"an override of no node", func(n, c *eligibility.Act) { c.Overrides[0].Node = "gone" }, []string{"acts[1].overrides[0].node NODE"}},
		{"an override of a branch", func(n, c *eligibility.Act) {
			c.Overrides[0] = eligibility.Override{Programme: "poor", Node: "poor.but", With: eligibility.Always(crit("x")), Source: src("")}
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override without a replacement", func(n, c *eligibility.Act) { c.Overrides[0].With = nil }, []string{"acts[1].overrides[0].with NODE"}},
		{"an override when nothing is in force", func(n, c *eligibility.Act) {
			n.Programmes[1].Force = during("2020-01-01/2020-12-01")
			c.Overrides[0] = eligibility.Override{Programme: "needy", Node: "needy", With: eligibility.Always(crit("x")), Source: src("")}
		}, []string{"acts[1].overrides[0].force FORCE"}},
		{"an override that a later version does not have", func(n, c *eligibility.Act) {
			n.Definitions[1].Force = during("2020-01-01/2022-01-01")
			n.Definitions = append(n.Definitions, eligibility.Definition{ID: "frail", ZH: "体弱", EN: "frail", Scope: eligibility.PerPerson, Source: src(""),
				Force: during("2022-01-01/"), Root: eligibility.Always(crit("frail"))})
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override of a node that sees more in a later version", func(n, c *eligibility.Act) {
			n.Definitions[1].Force = during("2020-01-01/2022-01-01")
			n.Definitions = append(n.Definitions, eligibility.Definition{ID: "frail", ZH: "体弱", EN: "frail", Scope: eligibility.PerPerson, Source: src(""),
				Force: during("2022-01-01/"), Root: eligibility.AnyOf(crit("frail"), eligibility.Kin, nil, eligibility.Is(crit("frail.old"), "tie.raised"))})
		}, []string{"acts[1].overrides[0].node SCOPE", "acts[1].overrides[0].with TWICE"}},
		{"an override that sees what the place does not", func(n, c *eligibility.Act) { c.Overrides[0].With = eligibility.Is(crit("x"), "tie.raised") },
			[]string{"acts[1].overrides[0].with.fact SCOPE"}},
		{"an override with an ID from elsewhere in the tree", func(n, c *eligibility.Act) {
			c.Overrides[0].With = eligibility.Age(crit("frail.disability"), "person.birth", measure.AtLeast, 50)
		}, []string{"acts[1].overrides[0].with TWICE"}},
		{"two overrides of one rank", func(n, c *eligibility.Act) {
			c.Overrides = append(c.Overrides, c.Overrides[0])
			c.Overrides[1].Recorded = day("2022-01-01")
		}, []string{"acts[1].overrides[1] OVERLAP"}},
		{"an override of a smaller place", func(n, c *eligibility.Act) {
			c.Overrides = append(c.Overrides, c.Overrides[0])
			c.Overrides[1].Division = place("660101003")
		}, nil},
		{"an override that another takes away", func(n, c *eligibility.Act) {
			c.Overrides = append(c.Overrides, eligibility.Override{Definition: "frail", Node: "frail", Division: place("660101003"), With: eligibility.Always(crit("x")), Source: src("")})
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override that another takes away, but not at once", func(n, c *eligibility.Act) {
			c.Overrides[0].Force = during("2021-01-01/2022-01-01")
			c.Overrides = append(c.Overrides, eligibility.Override{Definition: "frail", Node: "frail", Force: during("2022-01-01/"), With: eligibility.Always(crit("x")), Source: src("")})
		}, nil},
		{"an override that negates what it keeps", func(n, c *eligibility.Act) {
			c.Overrides = append(c.Overrides, eligibility.Override{Definition: "frail", Node: "frail", Division: place("660101003"),
				With: eligibility.Not(crit("x"), eligibility.Age(crit("frail.old"), "person.birth", measure.AtLeast, 70)), Source: src("")})
		}, []string{"acts[1].overrides[1].with TWICE"}},
		{"a national rule by a local definition", func(n, c *eligibility.Act) {
			d := n.Definitions[0]
			d.ID = "moxian:own"
			c.Definitions, c.Force = []eligibility.Definition{d}, n.Force
			n.Programmes[0].Root = eligibility.Defined(crit("x"), "moxian:own")
		}, []string{"acts[0].programmes[0].root.definition DEFINITION"}},
		{"an override with an ID of a fill", func(n, c *eligibility.Act) {
			c.Overrides[0] = eligibility.Override{Programme: "needy", Node: "needy.cars", With: eligibility.Always(crit("county.rent")), Source: src("")}
		}, []string{"acts[1].fills[0] TWICE"}},

		{"a stacking of no programme", func(n, c *eligibility.Act) { n.Stackings[0].A = "gone" }, []string{"acts[0].stackings[0].a PROGRAMME"}},
		{"a stacking without a rule", func(n, c *eligibility.Act) { n.Stackings[0].Rule = "" }, []string{"acts[0].stackings[0].rule KIND"}},
		{"a stacking without a name", func(n, c *eligibility.Act) { n.Stackings[0].ZH = "" }, []string{"acts[0].stackings[0].zh NAME"}},
		{"two stackings of one pair", func(n, c *eligibility.Act) {
			n.Stackings = append(n.Stackings, n.Stackings[0])
			n.Stackings[1].A, n.Stackings[1].B = "needy", "poor"
		}, []string{"acts[0].stackings[1] OVERLAP"}},
		{"a deadline of no programme", func(n, c *eligibility.Act) { n.Deadlines[0].Programme = "gone" }, []string{"acts[0].deadlines[0].programme PROGRAMME"}},
		{"a deadline of no event, number and basis", func(n, c *eligibility.Act) {
			n.Deadlines[0].ID, n.Deadlines[0].From, n.Deadlines[0].Days, n.Deadlines[0].Basis = "", "", -1, "x"
		}, []string{"acts[0].deadlines[0].id KEY", "acts[0].deadlines[0].from NAME", "acts[0].deadlines[0].days VALUE", "acts[0].deadlines[0].basis KIND"}},

		{"pay without a source", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Source.Provenance = "x" }, []string{"acts[0].programmes[1].pay.source SOURCE"}},
		{"pay without a part", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts = nil }, []string{"acts[0].programmes[1].pay.parts FIELD"}},
		{"a part of no kind", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[0].Kind = "" }, []string{"acts[0].programmes[1].pay.parts[0].kind KIND"}},
		{"a fixed part with an income", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[0].Kind = eligibility.PayFixed }, []string{"acts[0].programmes[1].pay.parts[0].left FIELD"}},
		{"a gap without an income", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[1].Kind = eligibility.PayGap }, []string{"acts[0].programmes[1].pay.parts[1].left FIELD"}},
		{"a part for each with heads", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[1].Heads = eligibility.Number(2) }, []string{"acts[0].programmes[1].pay.parts[1].each SCOPE"}},
		{"a part with an ID of the tree", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[1].Criterion = crit("needy") }, []string{"acts[0].programmes[1].pay.parts[1].id TWICE"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, c := nation(), county()
			tt.edit(&n, &c)
			if diff := cmp.Diff(tt.want, problems(t, lawFunctions(), n, c)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryProblemOfANodeIsReportedByPath(t *testing.T) {
	ten := make([]*eligibility.Node, 11)
	for i := range ten {
		ten[i] = eligibility.Always(crit(fmt.Sprintf("n%d", i)))
	}
	deep := eligibility.Always(crit("deep"))
	for i := range maxDepth + 2 {
		deep = eligibility.All(crit(fmt.Sprintf("deep%d", i)), deep)
	}
	wide := make([]*eligibility.Node, maxNodes+5)
	for i := range wide {
		wide[i] = eligibility.Always(crit(fmt.Sprintf("wide%d", i)))
	}
	bomb := eligibility.Always(crit("bomb"))
	for range 60 {
		bomb = eligibility.All(crit("bomb"), bomb, bomb)
	}
	unnamed := crit("x")
	unnamed.ZH = ""
	unsourced := crit("x")
	unsourced.Source.Document = ""
	alone := func(id string) *eligibility.Node { return eligibility.Is(crit(id), "person.alone") }
	less := eligibility.By(measure.LessThan)
	line := eligibility.Line{Limit: eligibility.Param("line")}
	wages := eligibility.Total("person.wages")
	all := func(kids ...*eligibility.Node) *eligibility.Node { return eligibility.All(crit("x"), kids...) }
	tests := []struct {
		name string
		node *eligibility.Node
		want []string // below acts[0].programmes[0].root
	}{
		{"an ID that is no key", eligibility.All(crit("不")), []string{".id KEY"}},
		{"an ID twice", all(alone("y"), alone("y")), []string{".kids[1].id TWICE"}},
		{"no name", eligibility.All(unnamed), []string{".zh NAME"}},
		{"no source", eligibility.All(unsourced), []string{".source SOURCE"}},
		{"no kind", eligibility.New(eligibility.Spec{Criterion: crit("x")}), []string{".kind KIND"}},
		{"a kid missing", all(nil), []string{".kids[0] NODE"}},
		{"too deep", deep, []string{strings.Repeat(".kids[0]", maxDepth+1) + " DEPTH"}},
		{"too many", eligibility.All(crit("x"), wide...), []string{"acts[0].programmes[0] TOO-MANY"}},
		{"no field", eligibility.New(eligibility.Spec{Kind: eligibility.KindCompare, Criterion: crit("x")}), []string{".op FIELD", ".fact FIELD", ".than FIELD"}},
		{"a field of another kind", eligibility.New(eligibility.Spec{Kind: eligibility.KindAll, Criterion: crit("x"), Fact: "person.alone", N: 2}), []string{".n FIELD", ".fact FIELD"}},
		{"two kids of one", eligibility.New(eligibility.Spec{Kind: eligibility.KindNot, Criterion: crit("x"), Kids: []*eligibility.Node{alone("y"), alone("z")}}), []string{".kids FIELD"}},
		{"a state in an act", eligibility.New(eligibility.Spec{Kind: eligibility.KindOpen, Criterion: crit("x"), Clause: "frail.other", State: eligibility.Enacted}), []string{".state FIELD"}},
		{"more than there are", eligibility.AtLeast(crit("x"), 3, alone("y"), alone("z")), []string{".n VALUE"}},
		{"fewer than one", eligibility.AtLeast(crit("x"), -1, alone("y")), []string{".n VALUE"}},

		{"no such fact", eligibility.Is(crit("x"), "person.gone"), []string{".fact FACT"}},
		{"words compared", eligibility.Compare(crit("x"), eligibility.HouseholdArea, less, eligibility.Number(1)), []string{".fact KIND"}},
		{"money compared with a count", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Number(1)), []string{".than VALUE"}},
		{"money compared with a count of the law", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Param("months")), []string{".than KIND"}},
		{"money compared with a count of the case", eligibility.Compare(crit("x"), "person.wages", less, eligibility.FactOf("person.children")), []string{".than KIND"}},
		{"money compared with members", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Heads()), []string{".than VALUE"}},
		{"money compared with a ratio", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Times(measure.MustParseRatio("1"))), []string{".than VALUE"}},
		{"money compared with money", eligibility.Compare(crit("x"), "person.wages", less, eligibility.FactOf("household.rent")), nil},
		{"a count compared with the law", eligibility.Compare(crit("x"), "person.children", less, eligibility.Param("months")), nil},
		{"a count compared with members", eligibility.Compare(crit("x"), "person.children", less, eligibility.Heads()), nil},
		{"a count compared with money", eligibility.Compare(crit("x"), "person.children", less, eligibility.Yuan(yuan(1))), []string{".than VALUE"}},
		{"a count without bounds", eligibility.Compare(crit("x"), "person.children", less, eligibility.Number(eligibility.MaxCount+1)), []string{".than VALUE"}},
		{"an amount without bounds", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Yuan(money.Fen(eligibility.MaxMoney+1))), []string{".than VALUE"}},
		{"an amount without bounds below", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Yuan(money.Fen(-eligibility.MaxMoney-1))), []string{".than VALUE"}},
		{"a date compared with a date", eligibility.Compare(crit("x"), "person.birth", less, eligibility.FactOf("person.died")), nil},
		{"a date compared with a number", eligibility.Compare(crit("x"), "person.birth", less, eligibility.Number(1)), []string{".than VALUE"}},
		{"a date compared with a parameter", eligibility.Compare(crit("x"), "person.birth", less, eligibility.Param("months")), []string{".than KIND"}},
		{"a bool compared with two", eligibility.Compare(crit("x"), "person.alone", eligibility.By(measure.Exactly), eligibility.Number(2)), []string{".than VALUE"}},
		{"an operand of no kind", eligibility.Compare(crit("x"), "person.alone", eligibility.By(measure.Exactly), eligibility.Operand{Number: 1}), []string{".than VALUE"}},
		{"an operand of two kinds", eligibility.Compare(crit("x"), "person.alone", eligibility.By(measure.Exactly), eligibility.Operand{Kind: eligibility.NumberOperand, Number: 1, Fact: "person.alone"}),
			[]string{".than VALUE"}},
		{"no such parameter", eligibility.Compare(crit("x"), "person.wages", less, eligibility.Param("gone")), []string{".than PARAM"}},
		{"no such operator", eligibility.Compare(crit("x"), "person.wages", eligibility.By("x"), eligibility.Param("line")), []string{".op OPERATOR"}},
		{"two operators", eligibility.Compare(crit("x"), "person.wages", eligibility.Comparison{Op: measure.AtMost, Param: "than"}, eligibility.Param("line")), []string{".op OPERATOR"}},
		{"an operator that is no operator", eligibility.Compare(crit("x"), "person.wages", eligibility.ByParam("line"), eligibility.Param("line")), []string{".op KIND"}},
		{"a tie seen from a person", eligibility.Is(crit("x"), "tie.raised"), []string{".fact SCOPE"}},
		{"a household seen from a person", eligibility.Compare(crit("x"), "household.rent", less, eligibility.Yuan(yuan(1))), nil},

		{"a sum of nothing", eligibility.PerHead(crit("x"), eligibility.Sum{}, less, line), []string{".left FIELD"}},
		{"a sum of counts", eligibility.PerHead(crit("x"), eligibility.Total("person.children"), less, line), []string{".left.terms[0].fact KIND"}},
		{"a sum over kin", eligibility.PerHead(crit("x"), eligibility.Sum{Over: eligibility.Kin, Terms: wages.Terms}, less, line), []string{".left.over KIND"}},
		{"a household fact counted for every member", eligibility.PerHead(crit("x"), eligibility.TotalOfMembers("household.rent"), less, line), []string{".left.terms[0].fact SCOPE"}},
		{"a fact summed twice", eligibility.PerHead(crit("x"), eligibility.Total("person.wages", "person.wages"), less, line), []string{".left.terms[1].fact TWICE"}},
		{"unless no clause", eligibility.PerHead(crit("x"), eligibility.Sum{Terms: []eligibility.Term{{Fact: "person.wages", Unless: "gone"}}}, less, line), []string{".left.terms[0].unless CLAUSE"}},
		{"a line of counts", eligibility.PerHead(crit("x"), wages, less, eligibility.Line{Limit: eligibility.Param("months")}), []string{".than KIND"}},
		{"factors of the wrong kind", eligibility.PerHead(crit("x"), wages, less, eligibility.Line{Limit: eligibility.Param("line"), Ratio: eligibility.Number(2), Heads: eligibility.Param("times"), Months: eligibility.Yuan(yuan(1))}),
			[]string{".ratio VALUE", ".heads KIND", ".months VALUE"}},
		{"a ratio without bounds", eligibility.PerHead(crit("x"), wages, less, eligibility.Line{Limit: eligibility.Param("line"), Ratio: eligibility.Times(measure.MustParseRatio("10001"))}), []string{".ratio VALUE"}},
		{"a negative ratio", eligibility.Share(crit("x"), wages, less, eligibility.Times(measure.MustParseRatio("-1")), wages), []string{".ratio VALUE"}},
		{"a share of counts", eligibility.Share(crit("x"), wages, less, eligibility.Param("times"), eligibility.Total("person.children")), []string{".right.terms[0].fact KIND"}},

		{"no words", eligibility.New(eligibility.Spec{Kind: eligibility.KindInSet, Criterion: crit("x"), Fact: eligibility.HouseholdArea}), []string{".words WORDS"}},
		{"words and pairs", eligibility.New(eligibility.Spec{Kind: eligibility.KindInSet, Criterion: crit("x"), Fact: "person.disability", Words: []string{"urban"},
			Pairs: eligibility.Severe(eligibility.SevereGrades())}), []string{".words WORDS", ".words[0] WORD"}},
		{"a word of another list", eligibility.InWords(crit("x"), eligibility.HouseholdArea, "urban", "sea"), []string{".words[1] WORD"}},
		{"a word twice", eligibility.InWords(crit("x"), eligibility.HouseholdArea, "urban", "urban"), []string{".words[1] WORD"}},
		{"words of a bool", eligibility.InWords(crit("x"), "person.alone", "yes"), []string{".fact KIND"}},
		{"a pair of nothing", eligibility.InPairs(crit("x"), "person.disability", eligibility.Pair{}), []string{".pairs[0] WORD"}},
		{"a pair twice", eligibility.InPairs(crit("x"), "person.disability", eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeOne}, eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeOne}), []string{".pairs[1] WORD"}},
		{"pairs of words", eligibility.InPairs(crit("x"), eligibility.HouseholdArea, eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeOne}), []string{".fact KIND"}},

		{"an age of something else", eligibility.Age(crit("x"), "person.alone", measure.AtLeast, 60), []string{".fact KIND"}},
		{"an age below none", eligibility.Age(crit("x"), "person.birth", measure.AtLeast, -1), []string{".n VALUE"}},
		{"an age without an operator", eligibility.Age(crit("x"), "person.birth", "x", 1), []string{".op OPERATOR"}},
		{"an age by a parameter", eligibility.New(eligibility.Spec{Kind: eligibility.KindAge, Criterion: crit("x"), Fact: "person.birth", Op: eligibility.ByParam("than"), N: 1}), []string{".op OPERATOR"}},
		{"a term of no unit", eligibility.Elapsed(crit("x"), "person.birth", measure.AtLeast, 1, "weeks"), []string{".unit KIND"}},
		{"a term without bounds", eligibility.Elapsed(crit("x"), "person.birth", measure.AtLeast, maxTerm+1, eligibility.Days), []string{".n VALUE"}},

		{"no such group", eligibility.AnyOf(crit("x"), "all", nil, alone("y")), []string{".group KIND"}},
		{"a count below none", eligibility.CountOf(crit("x"), eligibility.Members, nil, alone("y"), measure.AtLeast, -1), []string{".n VALUE"}},
		{"a count without an operator", eligibility.CountOf(crit("x"), eligibility.Members, nil, alone("y"), "x", 1), []string{".op OPERATOR"}},
		{"kin of kin", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.AnyOf(crit("y"), eligibility.Kin, nil, eligibility.Is(crit("z"), "tie.raised"))), nil},
		{"a tie among members", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.AnyOf(crit("y"), eligibility.Members, nil, eligibility.Is(crit("z"), "tie.raised"))), []string{".kids[0].kids[0].fact SCOPE"}},
		{"a tie of the owner", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.Owner(crit("y"), eligibility.Is(crit("z"), "tie.raised"))), []string{".kids[0].kids[0].fact SCOPE"}},
		{"an owner of nobody", eligibility.Owner(crit("x"), alone("y")), []string{" SCOPE"}},
		{"an owner among members", eligibility.AnyOf(crit("x"), eligibility.Members, nil, eligibility.Owner(crit("y"), alone("z"))), []string{".kids[0] SCOPE"}},
		{"a status without a fact", eligibility.Holds(crit("x"), "needy"), []string{".programme FACT"}},

		{"no such programme", eligibility.Qualifies(crit("x"), "gone"), []string{".programme PROGRAMME"}},
		{"a programme negated", eligibility.Not(crit("x"), eligibility.Qualifies(crit("y"), "fine")), []string{".kids[0] NEGATIVE"}},
		{"a programme negated by a definition", eligibility.Not(crit("x"), eligibility.Defined(crit("y"), "fine")), []string{".kids[0] NEGATIVE"}},
		{"a programme negated twice", eligibility.Not(crit("x"), eligibility.Not(crit("y"), eligibility.Qualifies(crit("z"), "fine"))), []string{".kids[0].kids[0] NEGATIVE"}},
		{"a programme that says who counts in every", eligibility.EveryOf(crit("x"), eligibility.Members, eligibility.Qualifies(crit("y"), "fine"), alone("z")), []string{".where NEGATIVE"}},
		{"a programme that says who counts in any", eligibility.AnyOf(crit("x"), eligibility.Members, eligibility.Qualifies(crit("y"), "fine"), alone("z")), nil},
		{"at most so many of a programme", eligibility.CountOf(crit("x"), eligibility.Members, nil, eligibility.Qualifies(crit("y"), "fine"), measure.AtMost, 1), []string{".kids[0] NEGATIVE"}},
		{"at least so many of a programme", eligibility.CountOf(crit("x"), eligibility.Members, eligibility.Qualifies(crit("w"), "fine"), eligibility.Qualifies(crit("y"), "fine"), measure.AtLeast, 1), nil},
		{"a programme that makes an exception", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b"), When: eligibility.Qualifies(crit("z"), "fine"), Then: alone("w")}),
			[]string{".branches[0].when NEGATIVE"}},
		{"a programme that an exception gives", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b"), When: alone("w"), Then: eligibility.Qualifies(crit("z"), "fine")}), nil},
		{"itself", eligibility.Qualifies(crit("x"), "poor"), []string{" CYCLE"}},
		{"itself by another", eligibility.Qualifies(crit("x"), "rests"), []string{"acts[0].programmes[3].root.kids[0] CYCLE"}},
		{"itself by a clause", eligibility.OpenClause(crit("x"), "rests"), []string{" CYCLE"}},
		{"together alone", eligibility.Together(crit("x"), "poor"), []string{" TOGETHER"}},
		{"together with another programme", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.Together(crit("y"), "fine")), []string{".kids[0] TOGETHER"}},
		{"together negated", eligibility.EveryOf(crit("x"), eligibility.Kin, nil, eligibility.Not(crit("y"), eligibility.Together(crit("z"), "poor"))), []string{".kids[0].kids[0] NEGATIVE"}},
		{"together among members", eligibility.AnyOf(crit("x"), eligibility.Members, nil, eligibility.Together(crit("y"), "poor")), []string{".kids[0] TOGETHER"}},

		{"no such definition", eligibility.Defined(crit("x"), "gone"), []string{".definition DEFINITION"}},
		{"a definition that ends", eligibility.Defined(crit("x"), "ending"), []string{".definition DEFINITION"}},
		{"a definition that goes on", eligibility.Defined(crit("x"), "lasting"), nil},
		{"a definition of a tie", eligibility.Defined(crit("x"), "kin"), []string{".definition SCOPE"}},
		{"a definition of a tie among kin", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.Defined(crit("y"), "kin")), nil},
		{"no finding", eligibility.Judgement(crit("x"), "person.alone"), []string{".fact KIND"}},
		{"no such clause", eligibility.OpenClause(crit("x"), "gone"), []string{".clause CLAUSE"}},
		{"a clause about a person", eligibility.AnyOf(crit("x"), eligibility.Members, nil, eligibility.OpenClause(crit("y"), "frail.other")), nil},
		{"no such function", eligibility.Custom(crit("x"), eligibility.FunctionRef{Name: "boat", Version: "2"}, "person.wages"), []string{".function FUNCTION"}},
		{"a function of other facts", eligibility.Custom(crit("x"), eligibility.FunctionRef{Name: "boat", Version: "1"}, "person.tax"), []string{".function FUNCTION"}},
		{"neither always nor never", eligibility.New(eligibility.Spec{Kind: eligibility.KindConst, Criterion: crit("x"), Const: 3}), []string{".const VALUE"}},
		{"exceptions that contradict each other", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b1"), When: alone("w1"), Then: eligibility.Always(crit("t1"))},
			eligibility.Branch{Criterion: crit("b2"), When: alone("w2"), Then: eligibility.Never(crit("t2"))}), []string{".branches[1] CONFLICT"}},
		{"exceptions that agree", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b1"), When: alone("w1"), Then: eligibility.Always(crit("t1"))},
			eligibility.Branch{Criterion: crit("b2"), When: alone("w2"), Then: eligibility.Always(crit("t2"))}), nil},
		{"exceptions of different cases", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b1"), When: alone("w1"), Then: eligibility.Always(crit("t1"))},
			eligibility.Branch{Criterion: crit("b2"), When: eligibility.Not(crit("w2"), alone("w3")), Then: eligibility.Never(crit("t2"))}), nil},
		{"an exception without a case", eligibility.Exception(crit("x"), alone("y"), eligibility.Branch{Criterion: crit("b1")}), []string{".branches[0].when NODE", ".branches[0].then NODE"}},
		{"a definition that doubles and doubles", eligibility.Defined(crit("x"), "d17"), []string{"acts[0].definitions[21] TOO-MANY",
			"acts[0].definitions[22] TOO-MANY", "acts[0].definitions[23] TOO-MANY", "acts[0].definitions[24] TOO-MANY", "acts[0].programmes[0] TOO-MANY",
			"acts[0].programmes[1] TOO-MANY", "acts[0].programmes[3] TOO-MANY"}}, // which ask for it
	}
	more := func(n *eligibility.Act) {
		n.Programmes = append(n.Programmes,
			eligibility.Programme{ID: "fine", ZH: "甲", EN: "x", Unit: eligibility.PerPerson, Source: src(""), Root: alone("x")},
			eligibility.Programme{ID: "rests", ZH: "甲", EN: "x", Unit: eligibility.PerPerson, Source: src(""), Root: eligibility.AnyOf(crit("r"), eligibility.Members, nil, eligibility.Qualifies(crit("s"), "poor"))})
		def := func(id eligibility.DefinitionID, scope eligibility.Scope, root *eligibility.Node, force string) {
			d := eligibility.Definition{ID: id, ZH: "甲", EN: "x", Scope: scope, Source: src(""), Root: root}
			if force != "" {
				d.Force = during(force)
			}
			n.Definitions = append(n.Definitions, d)
		}
		def("fine", eligibility.PerPerson, eligibility.Qualifies(crit("f"), "fine"), "")
		def("kin", eligibility.PerTie, eligibility.Is(crit("k"), "tie.raised"), "")
		def("ending", eligibility.PerPerson, alone("e"), "2020-01-01/2025-01-01")
		def("lasting", eligibility.PerPerson, alone("l1"), "2020-01-01/2025-01-01")
		def("lasting", eligibility.PerPerson, alone("l2"), "2025-01-01/")
		def("d0", eligibility.PerPerson, all(alone("a"), alone("b")), "")
		for i := 1; i < 18; i++ {
			before := eligibility.DefinitionID(fmt.Sprintf("d%d", i-1))
			def(eligibility.DefinitionID(fmt.Sprintf("d%d", i)), eligibility.PerPerson, all(eligibility.Defined(crit("a"), before), eligibility.Defined(crit("b"), before)), "")
		}
		n.Clauses = append(n.Clauses, eligibility.Clause{Key: "rests", ZH: "甲", EN: "x", Scope: eligibility.PerPerson, Source: src("")})
		n.Fills = append(n.Fills, eligibility.Fill{Clause: "rests", State: eligibility.Enacted, Node: eligibility.Qualifies(crit("rests"), "poor"), Source: src("")})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := nation()
			more(&n)
			if tt.name != "a definition that doubles and doubles" {
				n.Definitions = n.Definitions[:7]
			}
			n.Programmes[0].Root = tt.node
			var want []string
			for _, w := range tt.want {
				if !strings.HasPrefix(w, "acts") {
					w = "acts[0].programmes[0].root" + w
				}
				want = append(want, w)
			}
			if diff := cmp.Diff(want, problems(t, lawFunctions(), n)); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("one node a thousand times", func(t *testing.T) {
		n := nation()
		n.Programmes[0].Root = bomb
		if got := problems(t, lawFunctions(), n); !slices.Contains(got, "acts[0].programmes[0] TOO-MANY") || len(got) > 2*maxNodes {
			t.Errorf("%d problems, the size not among them", len(got))
		}
	})
	t.Run("definitions within definitions", func(t *testing.T) {
		n := nation()
		for i := range 150 {
			root := eligibility.Not(crit("a"), eligibility.Not(crit("b"), alone("c")))
			if i > 0 {
				root = eligibility.Not(crit("a"), eligibility.Not(crit("b"), eligibility.Defined(crit("c"), eligibility.DefinitionID(fmt.Sprintf("d%d", i-1)))))
			}
			n.Definitions = append(n.Definitions, eligibility.Definition{ID: eligibility.DefinitionID(fmt.Sprintf("d%d", i)), ZH: "甲", EN: "x", Scope: eligibility.PerPerson, Source: src(""), Root: root})
		}
		if got := problems(t, lawFunctions(), n); len(got) == 0 || got[0] != "acts[0].definitions[69] DEPTH" {
			t.Error(got[:min(len(got), 3)])
		}
	})
}

func TestWhatAHouseholdSees(t *testing.T) {
	tests := []struct {
		name string
		node *eligibility.Node
		want []string
	}{
		{"a person's fact", eligibility.Is(crit("x"), "person.alone"), []string{".fact SCOPE"}},
		{"kin", eligibility.AnyOf(crit("x"), eligibility.Kin, nil, eligibility.Always(crit("y"))), []string{".group SCOPE"}},
		{"kin of members", eligibility.AnyOf(crit("x"), eligibility.Members, nil, eligibility.AnyOf(crit("y"), eligibility.Kin, nil, eligibility.Is(crit("z"), "tie.raised"))), nil},
		{"a person's programme", eligibility.Qualifies(crit("x"), "poor"), []string{".programme SCOPE"}},
		{"a person's definition", eligibility.Defined(crit("x"), "frail"), []string{".definition SCOPE"}},
		{"a person's clause", eligibility.OpenClause(crit("x"), "frail.other"), []string{".clause SCOPE"}},
		{"a person's function", eligibility.Custom(crit("x"), eligibility.FunctionRef{Name: "boat", Version: "1"}, "person.wages"), []string{".function SCOPE"}},
		{"what its members hold", eligibility.Holds(crit("x"), "poor"), nil},
		{"a sum over members", eligibility.PerHead(crit("x"), eligibility.TotalOfMembers("person.wages"), eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param("line")}), nil},
		{"a sum of a person", eligibility.PerHead(crit("x"), eligibility.Total("person.wages"), eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param("line")}), []string{".left.terms[0].fact SCOPE"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := nation()
			n.Programmes[1].Root, n.Programmes[1].Pay = tt.node, nil
			var want []string
			for _, w := range tt.want {
				want = append(want, "acts[0].programmes[1].root"+w)
			}
			if diff := cmp.Diff(want, problems(t, lawFunctions(), n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
