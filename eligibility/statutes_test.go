package eligibility

import (
	"errors"
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
)

// problems lists what NewStatutes says of acts, as "path CODE" without the prefix of the package.
func problems(t *testing.T, functions []Function, acts ...Act) []string {
	t.Helper()
	s, err := NewStatutes(lawDictionary(t), functions, acts...)
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
	type edit func(n, c *Act)
	tests := []struct {
		name string
		edit edit
		want []string
	}{
		{"nothing", func(n, c *Act) {}, nil},
		{"an act without an ID", func(n, c *Act) { n.ID = "" }, []string{"acts[0].id KEY"}},
		{"two acts with one ID", func(n, c *Act) { c.ID = n.ID; c.In = place("") }, []string{"acts[1].id TWICE"}},
		{"a local act without a namespace", func(n, c *Act) { c.ID = "rules" }, []string{"acts[1].id NAMESPACE"}},
		{"an act without a name", func(n, c *Act) { n.EN = "" }, []string{"acts[0].zh NAME"}},
		{"an act without a source", func(n, c *Act) { n.Source = vocab.Source{} }, []string{"acts[0].source SOURCE"}},
		{"an act without a period", func(n, c *Act) {
			*c = Act{ID: "x", ZH: "甲", EN: "x", Source: src("")}
		}, []string{"acts[1].force FORCE"}},

		{"a programme of no unit", func(n, c *Act) { n.Programmes[1].Unit = PerTie }, []string{"acts[0].programmes[1].unit SCOPE",
			"acts[0].programmes[1].pay.parts[1].each SCOPE"}},
		{"a malformed programme ID", func(n, c *Act) {
			n.Programmes[1].ID, n.Programmes[0].Next, n.Stackings = "Needy", nil, nil
		}, []string{"acts[0].programmes[1].id KEY"}},
		{"a national ID redefined locally", func(n, c *Act) {
			c.Programmes = []Programme{{ID: "poor", ZH: "甲", EN: "x", Unit: PerPerson, Source: src(""), Root: Always(crit("x"))}}
		}, []string{"acts[1].programmes[0].id NAMESPACE", "acts[1].programmes[0] OVERLAP"}},
		{"another vendor's namespace", func(n, c *Act) {
			c.Clauses = []Clause{{Key: "other:clause", ZH: "甲", EN: "x", Scope: PerPerson, Source: src("")}}
		}, []string{"acts[1].clauses[0].key NAMESPACE"}},
		{"a programme of another unit in its next version", func(n, c *Act) {
			n.Programmes[0].Force = during("2020-01-01/2021-01-01")
			next := n.Programmes[1]
			next.ID, next.Force, next.Pay = "poor", during("2021-01-01/"), nil
			next.Root = Always(crit("x"))
			n.Programmes = append(n.Programmes, next)
		}, []string{"acts[0].programmes[2].unit SCOPE"}},
		{"a programme outside the period of its act", func(n, c *Act) { n.Programmes[0].Force = during("2019-01-01/") },
			[]string{"acts[0].programmes[0].force FORCE", "acts[0].programmes[0].root.kids[0].definition DEFINITION"}},
		{"two versions at once", func(n, c *Act) {
			n.Programmes = append(n.Programmes, n.Programmes[0])
			n.Programmes[2].Force = during("2030-01-01/")
		}, []string{"acts[0].programmes[2] OVERLAP"}},
		{"two definitions at once", func(n, c *Act) { n.Definitions = append(n.Definitions, n.Definitions[1]) }, []string{"acts[0].definitions[2] OVERLAP"}},
		{"no root", func(n, c *Act) { n.Programmes[0].Root = nil }, []string{"acts[0].programmes[0].root NODE"}},
		{"an unknown programme next", func(n, c *Act) { n.Programmes[0].Next = []ProgrammeID{"gone"} }, []string{"acts[0].programmes[0].next[0] PROGRAMME"}},
		{"itself next", func(n, c *Act) { n.Programmes[0].Next = []ProgrammeID{"poor"} }, []string{"acts[0].programmes[0].next[0] CYCLE"}},
		{"a definition of no scope", func(n, c *Act) { n.Definitions[1].Scope = "" }, []string{"acts[0].definitions[1].scope SCOPE",
			"acts[0].definitions[1].root.kids[0].fact SCOPE", "acts[0].definitions[1].root.kids[1].fact SCOPE",
			"acts[0].definitions[1].root.kids[2].clause SCOPE", "acts[1].overrides[0].with.fact SCOPE"}},
		{"members of the wrong scope", func(n, c *Act) { n.Definitions[0].Scope = PerTie }, []string{"acts[0].definitions[0].scope SCOPE"}},
		{"no definition of members", func(n, c *Act) {
			n.Definitions = n.Definitions[1:]
			n.Programmes = n.Programmes[:1]
			n.Programmes[0].Root = AnyOf(crit("x"), Members, nil, Always(crit("y")))
			n.Programmes[0].Next, n.Stackings = nil, nil
		}, []string{"acts[0].programmes[0].root.group DEFINITION"}},

		{"a parameter twice", func(n, c *Act) { n.Parameters = append(n.Parameters, n.Parameters[0]) }, []string{"acts[0].parameters[5].key TWICE"}},
		{"a parameter of no kind", func(n, c *Act) { n.Parameters[4].Kind = "" }, []string{"acts[0].parameters[4].kind KIND", "acts[0].programmes[1].pay.round KIND"}},
		{"a mode that needs an order", func(n, c *Act) { n.Parameters[3].Set[0].Mode = Floor }, []string{"acts[0].parameters[3].set[0].mode KIND"}},
		{"no mode for lower levels", func(n, c *Act) { n.Parameters[1].Set[0].Mode = "" }, []string{"acts[0].parameters[1].set[0].mode KIND"}},
		{"no such mode", func(n, c *Act) { n.Parameters[1].Set[0].Mode = "x" }, []string{"acts[0].parameters[1].set[0].mode KIND"}},
		{"the nation alone needs no mode", func(n, c *Act) { n.Parameters[1].Set[0] = Delegation{Nation: true, Source: src("")} }, nil},
		{"a delegation to nobody", func(n, c *Act) {
			n.Parameters[1].Set = append(n.Parameters[1].Set, Delegation{Mode: Fixed, Source: src("")})
		}, []string{"acts[0].parameters[1].set[1].levels DELEGATION"}},
		{"two delegations to one level", func(n, c *Act) {
			n.Parameters[1].Set = append(n.Parameters[1].Set, Delegation{Levels: []division.Level{division.County}, Mode: Fixed, Source: src("")})
		}, []string{"acts[0].parameters[1].set[1] OVERLAP"}},
		{"a clause twice", func(n, c *Act) { n.Clauses = append(n.Clauses, n.Clauses[0]) }, []string{"acts[0].clauses[3].key TWICE"}},
		{"a clause of no scope", func(n, c *Act) { n.Clauses[2].Scope = "x" }, []string{"acts[0].clauses[2].scope SCOPE"}},

		{"a value of no parameter", func(n, c *Act) { n.Values[4].Param = "gone" }, []string{"acts[0].values[4].param PARAM"}},
		{"a value outside the place of the act", func(n, c *Act) { c.Values[0].Division = place("66") }, []string{"acts[1].values[0].division PLACE"}},
		{"an area where none is told apart", func(n, c *Act) { n.Values[1].Area = Urban }, []string{"acts[0].values[1].area KIND"}},
		{"no such area", func(n, c *Act) { c.Values[0].Area = "x" }, []string{"acts[1].values[0].area KIND"}},
		{"a negative amount", func(n, c *Act) { n.Values[0].Money = yuan(-1) }, []string{"acts[0].values[0].money VALUE"}},
		{"an amount without bounds", func(n, c *Act) { c.Values[0].Money = money.Fen(maxMoney + 1) }, []string{"acts[1].values[0].money VALUE"}},
		{"no such period", func(n, c *Act) { c.Values[0].Per, c.Values[0].Money = "week", yuan(9000) }, []string{"acts[1].values[0].money VALUE"}},
		{"once beside monthly", func(n, c *Act) { c.Values[0].Per, c.Values[0].Money = "", yuan(9000) }, []string{"acts[1].values[0].per KIND"}},
		{"a ratio without bounds", func(n, c *Act) { n.Values[1].Ratio = measure.MustParseRatio("1/10001") }, []string{"acts[0].values[1].ratio VALUE"}},
		{"a negative count", func(n, c *Act) { n.Values[2].Count = -1 }, []string{"acts[0].values[2].count VALUE"}},
		{"no operator", func(n, c *Act) { n.Values[3].Comparator = "" }, []string{"acts[0].values[3].comparator VALUE"}},
		{"rounding to nothing", func(n, c *Act) { n.Values[4].Step.Unit = yuan(0) }, []string{"acts[0].values[4].rounding VALUE"}},
		{"two values in one", func(n, c *Act) { n.Values[2].Money = yuan(1) }, []string{"acts[0].values[2].count VALUE"}},

		{"set at a level above the place", func(n, c *Act) { c.Values[0].SetBy = division.Province }, nil},
		{"set at a level below the place", func(n, c *Act) { c.Values[0].SetBy = division.Village }, []string{"acts[1].values[0].set_by VALUE",
			"acts[1].values[0] DELEGATION"}},
		{"set where nobody may", func(n, c *Act) { c.Values[0].Division = place("660101003") }, []string{"acts[1].values[0] DELEGATION"}},
		{"set before anybody might", func(n, c *Act) {
			n.Parameters[0].Set = []Delegation{{Nation: true, Source: src("")},
				{Levels: []division.Level{division.County}, Mode: Floor, Force: during("2021-06-01/"), Source: src("")}}
		}, []string{"acts[1].values[0] DELEGATION", "acts[1].values[1] DELEGATION"}},
		{"below the floor", func(n, c *Act) { c.Values[0].Money = yuan(499) }, []string{"acts[1].values[0] MODE"}},
		{"a yearly amount below a monthly floor", func(n, c *Act) { c.Values[1].Money = yuan(5999) }, []string{"acts[1].values[1] MODE"}},
		{"a floor that rises above", func(n, c *Act) {
			v := n.Values[0]
			v.Force, v.Money, v.Area = during("2023-01-01/"), yuan(650), Rural
			n.Values = append(n.Values, v)
		}, []string{"acts[1].values[1] MODE"}},
		{"a floor that rises where the county had ended its own", func(n, c *Act) {
			v := n.Values[0]
			v.Force, v.Money = during("2023-01-01/"), yuan(800)
			n.Values = append(n.Values, v)
			c.Values[0].Force, c.Values[1].Force = during("2021-01-01/2023-01-01"), during("2021-01-01/2023-01-01")
		}, nil},
		{"below a floor that had been corrected", func(n, c *Act) {
			v := n.Values[0]
			v.Recorded, v.Money = day("2020-06-01"), yuan(300)
			n.Values = append(n.Values, v)
			c.Values[0].Money = yuan(400)
		}, nil},
		{"beside a city's decision of its own", func(n, c *Act) {
			v := c.Values[0]
			v.Division, v.SetBy, v.Money = place("6601"), "", yuan(900)
			n.Values = append(n.Values, v)
			c.Values[0].SetBy = division.Prefecture
		}, nil},
		{"above the ceiling", func(n, c *Act) {
			c.Values = append(c.Values, Value{Param: "months", Count: 13, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"at the ceiling", func(n, c *Act) { c.Values = append(c.Values, Value{Param: "months", Count: 12, Source: src("")}) }, nil},
		{"below the floor when a correction of its own ends", func(n, c *Act) {
			c.Values = append(c.Values, c.Values[0])
			c.Values[0].Money = yuan(400)
			c.Values[2].Force, c.Values[2].Recorded = during("2021-01-01/2022-01-01"), day("2021-02-01")
		}, []string{"acts[1].values[0] MODE"}},
		{"below what becomes a floor", func(n, c *Act) {
			c.Values[0].Money = yuan(400)
			was := n.Parameters[0].Set[0]
			n.Parameters[0].Set = append(n.Parameters[0].Set, was)
			n.Parameters[0].Set[0].Force, n.Parameters[0].Set[0].Mode = during("2020-01-01/2023-01-01"), MayOverride
			n.Parameters[0].Set[1].Force = during("2023-01-01/")
		}, []string{"acts[1].values[0] MODE"}},
		{"other than what is fixed", func(n, c *Act) {
			c.Values = append(c.Values, Value{Param: "than", Comparator: measure.AtMost, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"what may be overridden", func(n, c *Act) {
			c.Values = append(c.Values, Value{Param: "times", Ratio: measure.MustParseRatio("1"), Source: src("")},
				Value{Param: "round", Step: Step{yuan(10), StepDown}, Source: src("")})
		}, nil},
		{"a ratio below its floor", func(n, c *Act) {
			n.Parameters[1].Set[0].Mode = Floor
			c.Values = append(c.Values, Value{Param: "times", Ratio: measure.MustParseRatio("1"), Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"other rounding than what is fixed", func(n, c *Act) {
			n.Parameters[4].Set[0].Mode = Fixed
			c.Values = append(c.Values, Value{Param: "round", Step: Step{yuan(1), StepDown}, Source: src("")})
		}, []string{"acts[1].values[2] MODE"}},
		{"two values at once", func(n, c *Act) { c.Values[1].Area = Urban; c.Values[1].Money = yuan(9000) }, []string{"acts[1].values[1] OVERLAP"}},
		{"one for both areas beside one for one", func(n, c *Act) { c.Values[1].Area = "" }, []string{"acts[1].values[1] OVERLAP"}},
		{"a later correction", func(n, c *Act) { c.Values[1].Area, c.Values[1].Recorded = Urban, day("2021-02-01") }, nil},

		{"a fill of no clause", func(n, c *Act) { c.Fills[0].Clause = "gone" }, []string{"acts[1].fills[0].clause CLAUSE"}},
		{"a fill that says nothing", func(n, c *Act) { c.Fills[1].State = NotRecorded }, []string{"acts[1].fills[1].state STATE"}},
		{"a rule where none was enacted", func(n, c *Act) { c.Fills[0].State = NoneEnacted }, []string{"acts[1].fills[0].state STATE"}},
		{"a switch where a rule is needed", func(n, c *Act) { c.Fills[1].State = Enacted }, []string{"acts[1].fills[1].node NODE"}},
		{"a fill of the wrong scope", func(n, c *Act) { c.Fills[0].Node = Is(crit("x"), "person.alone") }, []string{"acts[1].fills[0].node.fact SCOPE"}},
		{"two fills at once", func(n, c *Act) { c.Fills = append(c.Fills, c.Fills[1]) }, []string{"acts[1].fills[3] OVERLAP"}},
		{"a fill with an ID of the tree", func(n, c *Act) {
			c.Fills[0].Node = Compare(crit("needy.cars"), "household.cars", By(measure.AtMost), Number(0))
		}, []string{"acts[1].fills[0] TWICE"}},
		{"a fill with an ID of two trees", func(n, c *Act) {
			n.Definitions = append(n.Definitions, n.Definitions[1])
			n.Definitions[1].Force, n.Definitions[2].Force = during("2020-01-01/2022-01-01"), during("2022-01-01/")
			c.Fills[1].State, c.Fills[1].Node = Enacted, Always(crit("frail.disability"))
		}, []string{"acts[1].fills[1] TWICE"}},
		{"two fills with one ID", func(n, c *Act) {
			n.Definitions[1].Root = All(crit("frail"), OpenClause(crit("frail.old"), "frail.other"), OpenClause(crit("b"), "property"))
			c.Fills[1].State, c.Fills[1].Node = Enacted, Always(crit("county.rent"))
		}, []string{"acts[1].fills[0] TWICE"}},
		{"fills that rest on each other", func(n, c *Act) {
			c.Fills[0].Node = OpenClause(crit("x"), "property")
		}, []string{"acts[1].fills[0].node CYCLE"}},

		{"an override of nothing", func(n, c *Act) { c.Overrides[0].Definition = "" }, []string{"acts[1].overrides[0].programme FIELD"}},
		{"an override of two", func(n, c *Act) { c.Overrides[0].Programme = "poor" }, []string{"acts[1].overrides[0].programme FIELD"}},
		{"an override of no programme", func(n, c *Act) { c.Overrides[0].Definition, c.Overrides[0].Programme = "", "gone" },
			[]string{"acts[1].overrides[0].programme PROGRAMME"}},
		{"an override of no definition", func(n, c *Act) { c.Overrides[0].Definition = "gone" }, []string{"acts[1].overrides[0].definition DEFINITION"}},
		{"an override of no node", func(n, c *Act) { c.Overrides[0].Node = "gone" }, []string{"acts[1].overrides[0].node NODE"}},
		{"an override of a branch", func(n, c *Act) {
			c.Overrides[0] = Override{Programme: "poor", Node: "poor.but", With: Always(crit("x")), Source: src("")}
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override without a replacement", func(n, c *Act) { c.Overrides[0].With = nil }, []string{"acts[1].overrides[0].with NODE"}},
		{"an override when nothing is in force", func(n, c *Act) {
			n.Programmes[1].Force = during("2020-01-01/2020-12-01")
			c.Overrides[0] = Override{Programme: "needy", Node: "needy", With: Always(crit("x")), Source: src("")}
		}, []string{"acts[1].overrides[0].force FORCE"}},
		{"an override that a later version does not have", func(n, c *Act) {
			n.Definitions[1].Force = during("2020-01-01/2022-01-01")
			n.Definitions = append(n.Definitions, Definition{ID: "frail", ZH: "体弱", EN: "frail", Scope: PerPerson, Source: src(""),
				Force: during("2022-01-01/"), Root: Always(crit("frail"))})
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override of a node that sees more in a later version", func(n, c *Act) {
			n.Definitions[1].Force = during("2020-01-01/2022-01-01")
			n.Definitions = append(n.Definitions, Definition{ID: "frail", ZH: "体弱", EN: "frail", Scope: PerPerson, Source: src(""),
				Force: during("2022-01-01/"), Root: AnyOf(crit("frail"), Kin, nil, Is(crit("frail.old"), "tie.raised"))})
		}, []string{"acts[1].overrides[0].node SCOPE", "acts[1].overrides[0].with TWICE"}},
		{"an override that sees what the place does not", func(n, c *Act) { c.Overrides[0].With = Is(crit("x"), "tie.raised") },
			[]string{"acts[1].overrides[0].with.fact SCOPE"}},
		{"an override with an ID from elsewhere in the tree", func(n, c *Act) {
			c.Overrides[0].With = Age(crit("frail.disability"), "person.birth", measure.AtLeast, 50)
		}, []string{"acts[1].overrides[0].with TWICE"}},
		{"two overrides of one rank", func(n, c *Act) {
			c.Overrides = append(c.Overrides, c.Overrides[0])
			c.Overrides[1].Recorded = day("2022-01-01")
		}, []string{"acts[1].overrides[1] OVERLAP"}},
		{"an override of a smaller place", func(n, c *Act) {
			c.Overrides = append(c.Overrides, c.Overrides[0])
			c.Overrides[1].Division = place("660101003")
		}, nil},
		{"an override that another takes away", func(n, c *Act) {
			c.Overrides = append(c.Overrides, Override{Definition: "frail", Node: "frail", Division: place("660101003"), With: Always(crit("x")), Source: src("")})
		}, []string{"acts[1].overrides[0].node NODE"}},
		{"an override that another takes away, but not at once", func(n, c *Act) {
			c.Overrides[0].Force = during("2021-01-01/2022-01-01")
			c.Overrides = append(c.Overrides, Override{Definition: "frail", Node: "frail", Force: during("2022-01-01/"), With: Always(crit("x")), Source: src("")})
		}, nil},
		{"an override that negates what it keeps", func(n, c *Act) {
			c.Overrides = append(c.Overrides, Override{Definition: "frail", Node: "frail", Division: place("660101003"),
				With: Not(crit("x"), Age(crit("frail.old"), "person.birth", measure.AtLeast, 70)), Source: src("")})
		}, []string{"acts[1].overrides[1].with TWICE"}},
		{"a national rule by a local definition", func(n, c *Act) {
			d := n.Definitions[0]
			d.ID = "moxian:own"
			c.Definitions, c.Force = []Definition{d}, n.Force
			n.Programmes[0].Root = Defined(crit("x"), "moxian:own")
		}, []string{"acts[0].programmes[0].root.definition DEFINITION"}},
		{"an override with an ID of a fill", func(n, c *Act) {
			c.Overrides[0] = Override{Programme: "needy", Node: "needy.cars", With: Always(crit("county.rent")), Source: src("")}
		}, []string{"acts[1].fills[0] TWICE"}},

		{"a stacking of no programme", func(n, c *Act) { n.Stackings[0].A = "gone" }, []string{"acts[0].stackings[0].a PROGRAMME"}},
		{"a stacking without a rule", func(n, c *Act) { n.Stackings[0].Rule = "" }, []string{"acts[0].stackings[0].rule KIND"}},
		{"a stacking without a name", func(n, c *Act) { n.Stackings[0].ZH = "" }, []string{"acts[0].stackings[0].zh NAME"}},
		{"two stackings of one pair", func(n, c *Act) {
			n.Stackings = append(n.Stackings, n.Stackings[0])
			n.Stackings[1].A, n.Stackings[1].B = "needy", "poor"
		}, []string{"acts[0].stackings[1] OVERLAP"}},
		{"a deadline of no programme", func(n, c *Act) { n.Deadlines[0].Programme = "gone" }, []string{"acts[0].deadlines[0].programme PROGRAMME"}},
		{"a deadline of no event, number and basis", func(n, c *Act) {
			n.Deadlines[0].ID, n.Deadlines[0].From, n.Deadlines[0].Days, n.Deadlines[0].Basis = "", "", -1, "x"
		}, []string{"acts[0].deadlines[0].id KEY", "acts[0].deadlines[0].from NAME", "acts[0].deadlines[0].days VALUE", "acts[0].deadlines[0].basis KIND"}},

		{"pay without a source", func(n, c *Act) { n.Programmes[1].Pay.Source.Provenance = "x" }, []string{"acts[0].programmes[1].pay.source SOURCE"}},
		{"pay without a part", func(n, c *Act) { n.Programmes[1].Pay.Parts = nil }, []string{"acts[0].programmes[1].pay.parts FIELD"}},
		{"a part of no kind", func(n, c *Act) { n.Programmes[1].Pay.Parts[0].Kind = "" }, []string{"acts[0].programmes[1].pay.parts[0].kind KIND"}},
		{"a fixed part with an income", func(n, c *Act) { n.Programmes[1].Pay.Parts[0].Kind = PayFixed }, []string{"acts[0].programmes[1].pay.parts[0].left FIELD"}},
		{"a gap without an income", func(n, c *Act) { n.Programmes[1].Pay.Parts[1].Kind = PayGap }, []string{"acts[0].programmes[1].pay.parts[1].left FIELD"}},
		{"a part for each with heads", func(n, c *Act) { n.Programmes[1].Pay.Parts[1].Heads = Number(2) }, []string{"acts[0].programmes[1].pay.parts[1].each SCOPE"}},
		{"a part with an ID of the tree", func(n, c *Act) { n.Programmes[1].Pay.Parts[1].Criterion = crit("needy") }, []string{"acts[0].programmes[1].pay.parts[1].id TWICE"}},
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
	ten := make([]*Node, 11)
	for i := range ten {
		ten[i] = Always(crit(fmt.Sprintf("n%d", i)))
	}
	deep := Always(crit("deep"))
	for i := range maxDepth + 2 {
		deep = All(crit(fmt.Sprintf("deep%d", i)), deep)
	}
	wide := make([]*Node, maxNodes+5)
	for i := range wide {
		wide[i] = Always(crit(fmt.Sprintf("wide%d", i)))
	}
	bomb := Always(crit("bomb"))
	for range 60 {
		bomb = All(crit("bomb"), bomb, bomb)
	}
	unnamed := crit("x")
	unnamed.ZH = ""
	unsourced := crit("x")
	unsourced.Source.Document = ""
	alone := func(id string) *Node { return Is(crit(id), "person.alone") }
	less := By(measure.LessThan)
	line := Line{Limit: Param("line")}
	wages := Total("person.wages")
	all := func(kids ...*Node) *Node { return All(crit("x"), kids...) }
	tests := []struct {
		name string
		node *Node
		want []string // below acts[0].programmes[0].root
	}{
		{"an ID that is no key", All(crit("不")), []string{".id KEY"}},
		{"an ID twice", all(alone("y"), alone("y")), []string{".kids[1].id TWICE"}},
		{"no name", All(unnamed), []string{".zh NAME"}},
		{"no source", All(unsourced), []string{".source SOURCE"}},
		{"no kind", New(Spec{Criterion: crit("x")}), []string{".kind KIND"}},
		{"a kid missing", all(nil), []string{".kids[0] NODE"}},
		{"too deep", deep, []string{strings.Repeat(".kids[0]", maxDepth+1) + " DEPTH"}},
		{"too many", All(crit("x"), wide...), []string{"acts[0].programmes[0] TOO-MANY"}},
		{"no field", New(Spec{Kind: KindCompare, Criterion: crit("x")}), []string{".op FIELD", ".fact FIELD", ".than FIELD"}},
		{"a field of another kind", New(Spec{Kind: KindAll, Criterion: crit("x"), Fact: "person.alone", N: 2}), []string{".n FIELD", ".fact FIELD"}},
		{"two kids of one", New(Spec{Kind: KindNot, Criterion: crit("x"), Kids: []*Node{alone("y"), alone("z")}}), []string{".kids FIELD"}},
		{"a state in an act", New(Spec{Kind: KindOpen, Criterion: crit("x"), Clause: "frail.other", State: Enacted}), []string{".state FIELD"}},
		{"more than there are", AtLeast(crit("x"), 3, alone("y"), alone("z")), []string{".n VALUE"}},
		{"fewer than one", AtLeast(crit("x"), -1, alone("y")), []string{".n VALUE"}},

		{"no such fact", Is(crit("x"), "person.gone"), []string{".fact FACT"}},
		{"words compared", Compare(crit("x"), AreaKnown, less, Number(1)), []string{".fact KIND"}},
		{"money compared with a count", Compare(crit("x"), "person.wages", less, Number(1)), []string{".than VALUE"}},
		{"money compared with a count of the law", Compare(crit("x"), "person.wages", less, Param("months")), []string{".than KIND"}},
		{"money compared with a count of the case", Compare(crit("x"), "person.wages", less, FactOf("person.children")), []string{".than KIND"}},
		{"money compared with members", Compare(crit("x"), "person.wages", less, Heads()), []string{".than VALUE"}},
		{"money compared with a ratio", Compare(crit("x"), "person.wages", less, Times(measure.MustParseRatio("1"))), []string{".than VALUE"}},
		{"money compared with money", Compare(crit("x"), "person.wages", less, FactOf("household.rent")), nil},
		{"a count compared with the law", Compare(crit("x"), "person.children", less, Param("months")), nil},
		{"a count compared with members", Compare(crit("x"), "person.children", less, Heads()), nil},
		{"a count compared with money", Compare(crit("x"), "person.children", less, Yuan(yuan(1))), []string{".than VALUE"}},
		{"a count without bounds", Compare(crit("x"), "person.children", less, Number(maxCount+1)), []string{".than VALUE"}},
		{"an amount without bounds", Compare(crit("x"), "person.wages", less, Yuan(money.Fen(maxMoney+1))), []string{".than VALUE"}},
		{"an amount without bounds below", Compare(crit("x"), "person.wages", less, Yuan(money.Fen(-maxMoney-1))), []string{".than VALUE"}},
		{"a date compared with a date", Compare(crit("x"), "person.birth", less, FactOf("person.died")), nil},
		{"a date compared with a number", Compare(crit("x"), "person.birth", less, Number(1)), []string{".than VALUE"}},
		{"a date compared with a parameter", Compare(crit("x"), "person.birth", less, Param("months")), []string{".than KIND"}},
		{"a bool compared with two", Compare(crit("x"), "person.alone", By(measure.Exactly), Number(2)), []string{".than VALUE"}},
		{"an operand of no kind", Compare(crit("x"), "person.alone", By(measure.Exactly), Operand{Number: 1}), []string{".than VALUE"}},
		{"an operand of two kinds", Compare(crit("x"), "person.alone", By(measure.Exactly), Operand{Kind: NumberOperand, Number: 1, Fact: "person.alone"}),
			[]string{".than VALUE"}},
		{"no such parameter", Compare(crit("x"), "person.wages", less, Param("gone")), []string{".than PARAM"}},
		{"no such operator", Compare(crit("x"), "person.wages", By("x"), Param("line")), []string{".op OPERATOR"}},
		{"two operators", Compare(crit("x"), "person.wages", Comparison{Op: measure.AtMost, Param: "than"}, Param("line")), []string{".op OPERATOR"}},
		{"an operator that is no operator", Compare(crit("x"), "person.wages", ByParam("line"), Param("line")), []string{".op KIND"}},
		{"a tie seen from a person", Is(crit("x"), "tie.raised"), []string{".fact SCOPE"}},
		{"a household seen from a person", Compare(crit("x"), "household.rent", less, Yuan(yuan(1))), nil},

		{"a sum of nothing", PerHead(crit("x"), Sum{}, less, line), []string{".left FIELD"}},
		{"a sum of counts", PerHead(crit("x"), Total("person.children"), less, line), []string{".left.terms[0].fact KIND"}},
		{"a sum over kin", PerHead(crit("x"), Sum{Over: Kin, Terms: wages.Terms}, less, line), []string{".left.over KIND"}},
		{"a household fact counted for every member", PerHead(crit("x"), TotalOfMembers("household.rent"), less, line), []string{".left.terms[0].fact SCOPE"}},
		{"a fact summed twice", PerHead(crit("x"), Total("person.wages", "person.wages"), less, line), []string{".left.terms[1].fact TWICE"}},
		{"unless no clause", PerHead(crit("x"), Sum{Terms: []Term{{Fact: "person.wages", Unless: "gone"}}}, less, line), []string{".left.terms[0].unless CLAUSE"}},
		{"a line of counts", PerHead(crit("x"), wages, less, Line{Limit: Param("months")}), []string{".than KIND"}},
		{"factors of the wrong kind", PerHead(crit("x"), wages, less, Line{Limit: Param("line"), Ratio: Number(2), Heads: Param("times"), Months: Yuan(yuan(1))}),
			[]string{".ratio VALUE", ".heads KIND", ".months VALUE"}},
		{"a ratio without bounds", PerHead(crit("x"), wages, less, Line{Limit: Param("line"), Ratio: Times(measure.MustParseRatio("10001"))}), []string{".ratio VALUE"}},
		{"a negative ratio", Share(crit("x"), wages, less, Times(measure.MustParseRatio("-1")), wages), []string{".ratio VALUE"}},
		{"a share of counts", Share(crit("x"), wages, less, Param("times"), Total("person.children")), []string{".right.terms[0].fact KIND"}},

		{"no words", New(Spec{Kind: KindInSet, Criterion: crit("x"), Fact: AreaKnown}), []string{".words WORDS"}},
		{"words and pairs", New(Spec{Kind: KindInSet, Criterion: crit("x"), Fact: "person.disability", Words: []string{"urban"},
			Pairs: Severe(SevereGrades())}), []string{".words WORDS", ".words[0] WORD"}},
		{"a word of another list", InWords(crit("x"), AreaKnown, "urban", "sea"), []string{".words[1] WORD"}},
		{"a word twice", InWords(crit("x"), AreaKnown, "urban", "urban"), []string{".words[1] WORD"}},
		{"words of a bool", InWords(crit("x"), "person.alone", "yes"), []string{".fact KIND"}},
		{"a pair of nothing", InPairs(crit("x"), "person.disability", Pair{}), []string{".pairs[0] WORD"}},
		{"a pair twice", InPairs(crit("x"), "person.disability", Pair{identity.Limb, identity.GradeOne}, Pair{identity.Limb, identity.GradeOne}), []string{".pairs[1] WORD"}},
		{"pairs of words", InPairs(crit("x"), AreaKnown, Pair{identity.Limb, identity.GradeOne}), []string{".fact KIND"}},

		{"an age of something else", Age(crit("x"), "person.alone", measure.AtLeast, 60), []string{".fact KIND"}},
		{"an age below none", Age(crit("x"), "person.birth", measure.AtLeast, -1), []string{".n VALUE"}},
		{"an age without an operator", Age(crit("x"), "person.birth", "x", 1), []string{".op OPERATOR"}},
		{"an age by a parameter", New(Spec{Kind: KindAge, Criterion: crit("x"), Fact: "person.birth", Op: ByParam("than"), N: 1}), []string{".op OPERATOR"}},
		{"a term of no unit", Elapsed(crit("x"), "person.birth", measure.AtLeast, 1, "weeks"), []string{".unit KIND"}},
		{"a term without bounds", Elapsed(crit("x"), "person.birth", measure.AtLeast, maxTerm+1, Days), []string{".n VALUE"}},

		{"no such group", AnyOf(crit("x"), "all", nil, alone("y")), []string{".group KIND"}},
		{"a count below none", CountOf(crit("x"), Members, nil, alone("y"), measure.AtLeast, -1), []string{".n VALUE"}},
		{"a count without an operator", CountOf(crit("x"), Members, nil, alone("y"), "x", 1), []string{".op OPERATOR"}},
		{"kin of kin", AnyOf(crit("x"), Kin, nil, AnyOf(crit("y"), Kin, nil, Is(crit("z"), "tie.raised"))), nil},
		{"a tie among members", AnyOf(crit("x"), Kin, nil, AnyOf(crit("y"), Members, nil, Is(crit("z"), "tie.raised"))), []string{".kids[0].kids[0].fact SCOPE"}},
		{"a tie of the owner", AnyOf(crit("x"), Kin, nil, Owner(crit("y"), Is(crit("z"), "tie.raised"))), []string{".kids[0].kids[0].fact SCOPE"}},
		{"an owner of nobody", Owner(crit("x"), alone("y")), []string{" SCOPE"}},
		{"an owner among members", AnyOf(crit("x"), Members, nil, Owner(crit("y"), alone("z"))), []string{".kids[0] SCOPE"}},
		{"a status without a fact", Holds(crit("x"), "needy"), []string{".programme FACT"}},

		{"no such programme", Qualifies(crit("x"), "gone"), []string{".programme PROGRAMME"}},
		{"a programme negated", Not(crit("x"), Qualifies(crit("y"), "fine")), []string{".kids[0] NEGATIVE"}},
		{"a programme negated by a definition", Not(crit("x"), Defined(crit("y"), "fine")), []string{".kids[0] NEGATIVE"}},
		{"a programme negated twice", Not(crit("x"), Not(crit("y"), Qualifies(crit("z"), "fine"))), []string{".kids[0].kids[0] NEGATIVE"}},
		{"a programme that says who counts in every", EveryOf(crit("x"), Members, Qualifies(crit("y"), "fine"), alone("z")), []string{".where NEGATIVE"}},
		{"a programme that says who counts in any", AnyOf(crit("x"), Members, Qualifies(crit("y"), "fine"), alone("z")), nil},
		{"at most so many of a programme", CountOf(crit("x"), Members, nil, Qualifies(crit("y"), "fine"), measure.AtMost, 1), []string{".kids[0] NEGATIVE"}},
		{"at least so many of a programme", CountOf(crit("x"), Members, Qualifies(crit("w"), "fine"), Qualifies(crit("y"), "fine"), measure.AtLeast, 1), nil},
		{"a programme that makes an exception", Exception(crit("x"), alone("y"), Branch{crit("b"), Qualifies(crit("z"), "fine"), alone("w")}),
			[]string{".branches[0].when NEGATIVE"}},
		{"a programme that an exception gives", Exception(crit("x"), alone("y"), Branch{crit("b"), alone("w"), Qualifies(crit("z"), "fine")}), nil},
		{"itself", Qualifies(crit("x"), "poor"), []string{" CYCLE"}},
		{"itself by another", Qualifies(crit("x"), "rests"), []string{"acts[0].programmes[3].root.kids[0] CYCLE"}},
		{"itself by a clause", OpenClause(crit("x"), "rests"), []string{" CYCLE"}},
		{"together alone", Together(crit("x"), "poor"), []string{" TOGETHER"}},
		{"together with another programme", AnyOf(crit("x"), Kin, nil, Together(crit("y"), "fine")), []string{".kids[0] TOGETHER"}},
		{"together negated", EveryOf(crit("x"), Kin, nil, Not(crit("y"), Together(crit("z"), "poor"))), []string{".kids[0].kids[0] NEGATIVE"}},
		{"together among members", AnyOf(crit("x"), Members, nil, Together(crit("y"), "poor")), []string{".kids[0] TOGETHER"}},

		{"no such definition", Defined(crit("x"), "gone"), []string{".definition DEFINITION"}},
		{"a definition that ends", Defined(crit("x"), "ending"), []string{".definition DEFINITION"}},
		{"a definition that goes on", Defined(crit("x"), "lasting"), nil},
		{"a definition of a tie", Defined(crit("x"), "kin"), []string{".definition SCOPE"}},
		{"a definition of a tie among kin", AnyOf(crit("x"), Kin, nil, Defined(crit("y"), "kin")), nil},
		{"no finding", Judgement(crit("x"), "person.alone"), []string{".fact KIND"}},
		{"no such clause", OpenClause(crit("x"), "gone"), []string{".clause CLAUSE"}},
		{"a clause about a person", AnyOf(crit("x"), Members, nil, OpenClause(crit("y"), "frail.other")), nil},
		{"no such function", Custom(crit("x"), FunctionRef{"boat", "2"}, "person.wages"), []string{".function FUNCTION"}},
		{"a function of other facts", Custom(crit("x"), FunctionRef{"boat", "1"}, "person.tax"), []string{".function FUNCTION"}},
		{"neither always nor never", New(Spec{Kind: KindConst, Criterion: crit("x"), Const: 3}), []string{".const VALUE"}},
		{"exceptions that contradict each other", Exception(crit("x"), alone("y"), Branch{crit("b1"), alone("w1"), Always(crit("t1"))},
			Branch{crit("b2"), alone("w2"), Never(crit("t2"))}), []string{".branches[1] CONFLICT"}},
		{"exceptions that agree", Exception(crit("x"), alone("y"), Branch{crit("b1"), alone("w1"), Always(crit("t1"))},
			Branch{crit("b2"), alone("w2"), Always(crit("t2"))}), nil},
		{"exceptions of different cases", Exception(crit("x"), alone("y"), Branch{crit("b1"), alone("w1"), Always(crit("t1"))},
			Branch{crit("b2"), Not(crit("w2"), alone("w3")), Never(crit("t2"))}), nil},
		{"an exception without a case", Exception(crit("x"), alone("y"), Branch{Criterion: crit("b1")}), []string{".branches[0].when NODE", ".branches[0].then NODE"}},
		{"a definition that doubles and doubles", Defined(crit("x"), "d17"), []string{"acts[0].definitions[21] TOO-MANY",
			"acts[0].definitions[22] TOO-MANY", "acts[0].definitions[23] TOO-MANY", "acts[0].definitions[24] TOO-MANY", "acts[0].programmes[0] TOO-MANY"}},
	}
	more := func(n *Act) {
		n.Programmes = append(n.Programmes,
			Programme{ID: "fine", ZH: "甲", EN: "x", Unit: PerPerson, Source: src(""), Root: alone("x")},
			Programme{ID: "rests", ZH: "甲", EN: "x", Unit: PerPerson, Source: src(""), Root: AnyOf(crit("r"), Members, nil, Qualifies(crit("s"), "poor"))})
		def := func(id DefinitionID, scope Scope, root *Node, force string) {
			d := Definition{ID: id, ZH: "甲", EN: "x", Scope: scope, Source: src(""), Root: root}
			if force != "" {
				d.Force = during(force)
			}
			n.Definitions = append(n.Definitions, d)
		}
		def("fine", PerPerson, Qualifies(crit("f"), "fine"), "")
		def("kin", PerTie, Is(crit("k"), "tie.raised"), "")
		def("ending", PerPerson, alone("e"), "2020-01-01/2025-01-01")
		def("lasting", PerPerson, alone("l1"), "2020-01-01/2025-01-01")
		def("lasting", PerPerson, alone("l2"), "2025-01-01/")
		def("d0", PerPerson, all(alone("a"), alone("b")), "")
		for i := 1; i < 18; i++ {
			before := DefinitionID(fmt.Sprintf("d%d", i-1))
			def(DefinitionID(fmt.Sprintf("d%d", i)), PerPerson, all(Defined(crit("a"), before), Defined(crit("b"), before)), "")
		}
		n.Clauses = append(n.Clauses, Clause{Key: "rests", ZH: "甲", EN: "x", Scope: PerPerson, Source: src("")})
		n.Fills = append(n.Fills, Fill{Clause: "rests", State: Enacted, Node: Qualifies(crit("rests"), "poor"), Source: src("")})
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
			root := Not(crit("a"), Not(crit("b"), alone("c")))
			if i > 0 {
				root = Not(crit("a"), Not(crit("b"), Defined(crit("c"), DefinitionID(fmt.Sprintf("d%d", i-1)))))
			}
			n.Definitions = append(n.Definitions, Definition{ID: DefinitionID(fmt.Sprintf("d%d", i)), ZH: "甲", EN: "x", Scope: PerPerson, Source: src(""), Root: root})
		}
		if got := problems(t, lawFunctions(), n); len(got) == 0 || got[0] != "acts[0].definitions[69] DEPTH" {
			t.Error(got[:min(len(got), 3)])
		}
	})
}

func TestWhatAHouseholdSees(t *testing.T) {
	tests := []struct {
		name string
		node *Node
		want []string
	}{
		{"a person's fact", Is(crit("x"), "person.alone"), []string{".fact SCOPE"}},
		{"kin", AnyOf(crit("x"), Kin, nil, Always(crit("y"))), []string{".group SCOPE"}},
		{"kin of members", AnyOf(crit("x"), Members, nil, AnyOf(crit("y"), Kin, nil, Is(crit("z"), "tie.raised"))), nil},
		{"a person's programme", Qualifies(crit("x"), "poor"), []string{".programme SCOPE"}},
		{"a person's definition", Defined(crit("x"), "frail"), []string{".definition SCOPE"}},
		{"a person's clause", OpenClause(crit("x"), "frail.other"), []string{".clause SCOPE"}},
		{"a person's function", Custom(crit("x"), FunctionRef{"boat", "1"}, "person.wages"), []string{".function SCOPE"}},
		{"what its members hold", Holds(crit("x"), "poor"), nil},
		{"a sum over members", PerHead(crit("x"), TotalOfMembers("person.wages"), By(measure.LessThan), Line{Limit: Param("line")}), nil},
		{"a sum of a person", PerHead(crit("x"), Total("person.wages"), By(measure.LessThan), Line{Limit: Param("line")}), []string{".left.terms[0].fact SCOPE"}},
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

func TestFunctionsAreRegisteredOnce(t *testing.T) {
	ok := lawFunctions()[0]
	none, other, far := ok, ok, ok
	none.Eval = nil
	none.Ref.Name = "none"
	other.Ref.Name, other.Scope = "other", ""
	far.Ref.Name, far.Scope, far.Facts = "far", PerHousehold, []FactKey{"person.wages", "gone"}
	want := []string{"functions[1].ref TWICE", "functions[2].ref FUNCTION", "functions[3].scope SCOPE", "functions[3].facts[0] SCOPE",
		"functions[4].facts[0] SCOPE", "functions[4].facts[1] FACT"}
	if diff := cmp.Diff(want, problems(t, []Function{ok, ok, none, other, far}, nation())); diff != "" {
		t.Error(diff)
	}
}

func TestMembershipMustNotRestOnAProgramme(t *testing.T) {
	n := nation()
	n.Programmes = append(n.Programmes, Programme{ID: "fine", ZH: "甲", EN: "x", Unit: PerPerson, Source: src(""), Root: Is(crit("x"), "person.alone")})
	n.Definitions[0].Root = Qualifies(crit("member"), "fine")
	got := problems(t, lawFunctions(), n)
	if len(got) == 0 || slices.ContainsFunc(got, func(s string) bool { return !strings.HasSuffix(s, " NEGATIVE") }) {
		t.Error(got)
	}
}

func TestACrossCitationNamesBothProvisions(t *testing.T) {
	c := county()
	c.Values[0].Money = yuan(1)
	_, err := NewStatutes(lawDictionary(t), lawFunctions(), nation(), c)
	if !errors.Is(err, ErrMode) {
		t.Fatal(err)
	}
	if got, want := err.Error(), "acts[1].values[0]: against what a higher level set: 《虚构办法》县表一 and 《虚构办法》表一 [ELIGIBILITY-MODE]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestStatutesKeepNothingOfTheirActs(t *testing.T) {
	n, c := nation(), county()
	s := mustStatutes(t, n, c)
	before := mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")}).Fingerprint()
	n.Programmes[0].ID, n.Programmes[1].Pay.Parts[0].Left.Terms[0].Fact, n.Parameters[0].Set[0].Levels[2] = "x", "x", "x"
	n.Values[1] = Value{}
	for a := range s.Acts() {
		if len(a.Programmes) > 0 {
			a.Programmes[0].Next[0] = "x"
			a.Programmes[1].Pay.Parts[0].Left.Terms[0].Fact = "x"
		}
		a.Values[0].Money = yuan(1)
	}
	l := mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	if p, _ := l.Programme("needy"); true {
		p.Pay.Parts[0].Left.Terms[0].Fact = "x"
	}
	l = mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	if l.Fingerprint() != before {
		t.Error("the law has changed")
	}
	count := 0
	for range s.Acts() {
		count++
		break
	}
	if count != 1 || s.Dictionary() != l.Dictionary() {
		t.Error("acts or dictionary are not those of the statutes")
	}
}
