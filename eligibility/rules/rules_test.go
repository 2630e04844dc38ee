package rules_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var update = flag.Bool("update", false, "write golden files")

// same compares files: nodes by what they consist of, empty lists as none.
func same(a, b any) string {
	return cmp.Diff(a, b, cmpopts.EquateEmpty(), cmp.Transformer("Spec", func(n *eligibility.Node) *eligibility.Spec {
		if n == nil {
			return nil
		}
		s := n.Spec()
		return &s
	}))
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// faults lists path and code of every fault in err.
func faults(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, strings.TrimSpace(f.Path()+" "+string(f.Code())))
	}
	return out
}

func TestAVendorsFileHasOneForm(t *testing.T) {
	x, err := rules.Load(read(t, "heating.json"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := rules.Save(x)
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/heating.canonical.json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(string(read(t, "heating.canonical.json")), string(got)); d != "" {
		t.Error(d)
	}
	y, err := rules.Read(bytes.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	if d := same(x, y); d != "" {
		t.Error(d)
	}
}

func src(article string) vocab.Source {
	return vocab.Source{Document: "虚构办法（云民发〔2023〕9号）", Article: article, URL: "https://yuntai.example/9", Provenance: vocab.Fictitious}
}

func crit(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: "条件" + id, EN: "criterion " + id, Source: src("第一条"), Note: "注：<一> & “二”"}
}

// everything is a file that uses every kind of node and every field of every part of an act.
func everything() rules.File {
	yes := func(id string) *eligibility.Node { return eligibility.Is(crit(id), "p.yes") }
	ratio := measure.MustParseRatio("4/3")
	sum := eligibility.Sum{Over: eligibility.Members, Terms: []eligibility.Term{{Fact: "p.wages", Unless: "y:switch"}, {Fact: "p.tax", Minus: true}}}
	limb := eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeTwo}
	every := []*eligibility.Node{
		eligibility.Any(crit("any")),
		eligibility.Not(crit("not"), yes("not.1")),
		eligibility.AtLeast(crit("at_least"), 1, yes("at_least.1"), yes("at_least.2")),
		eligibility.Compare(crit("compare.number"), "p.count", eligibility.By(measure.AtMost), eligibility.Number(0)),
		eligibility.Compare(crit("compare.yuan"), "p.wages", eligibility.ByParam("y:op"), eligibility.Yuan(money.Amount{})),
		eligibility.Compare(crit("compare.fact"), "p.wages", eligibility.By(measure.Exactly), eligibility.FactOf("p.tax")),
		eligibility.Compare(crit("compare.heads"), "h.rooms", eligibility.By(measure.MoreThan), eligibility.Heads()),
		eligibility.PerHead(crit("per_head"), sum, eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param("y:line"),
			Ratio: eligibility.Times(ratio), Heads: eligibility.Heads(), Months: eligibility.Number(12)}),
		eligibility.Share(crit("share"), eligibility.Total("p.tax"), eligibility.By(measure.AtLeast), eligibility.Times(measure.Ratio{}), sum),
		eligibility.InWords(crit("words"), "p.word", "a", "乙"),
		eligibility.InPairs(crit("pairs"), "p.pairs", limb),
		eligibility.Age(crit("age"), "p.birth", measure.AtLeast, 60),
		eligibility.Elapsed(crit("elapsed"), "p.since", measure.LessThan, 0, eligibility.Months),
		eligibility.EveryOf(crit("every"), eligibility.Members, yes("every.where"), yes("every.1")),
		eligibility.AnyOf(crit("any_of"), eligibility.Kin, nil, eligibility.Owner(crit("owner"), yes("owner.1"))),
		eligibility.CountOf(crit("count"), eligibility.Kin, yes("count.where"), yes("count.1"), measure.AtMost, 0),
		eligibility.Holds(crit("holds"), "dibao"),
		eligibility.Qualifies(crit("qualifies"), "y:other"),
		eligibility.AnyOf(crit("any_of.2"), eligibility.Kin, nil, eligibility.Together(crit("together"), "y:first")),
		eligibility.Defined(crit("defined"), "y:def"),
		eligibility.Judgement(crit("judgement"), "p.judged"),
		eligibility.OpenClause(crit("open"), "y:switch"),
		eligibility.Delegated(crit("delegated"), "y:rule"),
		eligibility.Custom(crit("custom"), eligibility.FunctionRef{Name: "both", Version: "1.0"}, "p.yes", "p.judged"),
		eligibility.Exception(crit("exception"), yes("exception.1"),
			eligibility.Branch{Criterion: crit("branch"), When: yes("when"), Then: eligibility.Never(crit("then"))}),
		eligibility.Always(crit("always")),
	}
	force := cal.MustParsePeriod("2023-01-01/2024-01-01")
	fujian := division.MustParse("350627")
	facts := rules.Facts{
		Household: []rules.Given{{Fact: "h.income", Value: eligibility.Money(money.Fen(-1))}, {Fact: "h.rooms", Value: eligibility.Count(0), Verified: true}},
		People: [][]rules.Given{nil, {{Fact: "p.birth", Value: eligibility.Day(cal.MustParse("1950-02-28"))},
			{Fact: "p.pairs", Value: eligibility.PairsOf(limb)}, {Fact: "p.pairs2", Value: eligibility.PairsOf()},
			{Fact: "p.word", Value: eligibility.WordOf("乙")}, {Fact: "p.yes", Value: eligibility.Bool(false)}}},
		Ties: []rules.Tie{{Owner: 0, Kin: 1}, {Owner: 1, Kin: 0, Facts: []rules.Given{{Fact: "t.close", Value: eligibility.Bool(true), Verified: true}}}},
	}
	value := func(k eligibility.ParamKey) eligibility.Value {
		return eligibility.Value{Param: k, Source: src("第二条")}
	}
	dated := eligibility.Value{Param: "y:line", Division: fujian, Area: eligibility.Rural, Force: force, Recorded: cal.MustParse("2023-03-01"),
		SetBy: division.Prefecture, Money: money.Fen(72000), Per: eligibility.Yearly, Source: src(""), Note: "备注"}
	ratioValue, countValue, opValue, stepValue := value("y:ratio"), value("y:count"), value("y:op"), value("y:round")
	ratioValue.Ratio, countValue.Count, opValue.Comparator = ratio, 12, measure.LessThan
	stepValue.Step = eligibility.Step{Unit: money.Fen(100), Mode: eligibility.StepUp}
	param := func(k eligibility.ParamKey, kind eligibility.ParamKind) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: "参数", EN: "parameter", Kind: kind, ByArea: true, Source: src(""), Set: []eligibility.Delegation{
			{Force: force, Nation: true, Levels: []division.Level{division.Province, division.County}, Mode: eligibility.Floor, Source: src("第三条")}}}
	}
	return rules.File{
		Namespace: "y",
		Facts: []eligibility.Fact{{Key: "y:fact", Scope: eligibility.PerTie, Kind: eligibility.WordFact, ZH: "事实", EN: "fact",
			Words: []eligibility.Word{{Key: "a", ZH: "甲", EN: "a"}}, Obtain: "户口簿", Fixed: true},
			{Key: "y:found", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "研判", EN: "finding", Judgement: true}},
		Acts: []eligibility.Act{{
			ID: "y:act", ZH: "虚构办法", EN: "an invented act", Number: "云民发〔2023〕9号", Source: src("全文"), In: fujian, Force: force, Recorded: cal.MustParse("2023-02-20"),
			Programmes: []eligibility.Programme{{ID: "y:first", ZH: "项目", EN: "programme", Unit: eligibility.PerPerson,
				Root: eligibility.All(crit("root"), every...), Force: force, Next: []eligibility.ProgrammeID{"dibao", "y:other"}, Source: src("第四条"),
				Pay: &eligibility.Pay{Parts: []eligibility.Part{
					{Criterion: crit("gap"), Kind: eligibility.PayGap, When: yes("paid"), Limit: eligibility.Param("y:line"), Ratio: eligibility.Times(ratio),
						Heads: eligibility.Number(2), Left: sum, Months: eligibility.Number(6)},
					{Criterion: crit("each"), Kind: eligibility.PayFixed, Each: yes("who"), Limit: eligibility.Yuan(money.Fen(5000))}},
					Deduct: eligibility.Total("h.income"), Round: "y:round", Source: src("第五条")}}},
			Definitions: []eligibility.Definition{{ID: "y:def", ZH: "定义", EN: "definition", Scope: eligibility.PerTie, Root: yes("def"), Force: force, Source: src("")}},
			Parameters: []eligibility.Parameter{param("y:line", eligibility.MoneyParam), param("y:ratio", eligibility.RatioParam),
				param("y:count", eligibility.CountParam), param("y:op", eligibility.ComparatorParam), param("y:round", eligibility.RoundingParam)},
			Clauses: []eligibility.Clause{{Key: "y:switch", ZH: "开关", EN: "switch", Scope: eligibility.PerPerson, Source: src("")}},
			Values:  []eligibility.Value{dated, value("y:line"), ratioValue, value("y:ratio"), countValue, value("y:count"), opValue, stepValue},
			Fills: []eligibility.Fill{{Clause: "y:switch", Division: fujian, Force: force, Recorded: cal.MustParse("2023-03-01"), State: eligibility.Enacted,
				Node: yes("fill"), Source: src("")}, {Clause: "y:rule", State: eligibility.NoneEnacted, Source: src("查至2023年12月")}},
			Overrides: []eligibility.Override{{Programme: "dibao", Node: "x", Division: fujian, Force: force, Recorded: cal.MustParse("2023-03-01"),
				With: yes("with"), Source: src("")}, {Definition: "y:def", Node: "def", With: yes("with"), Source: src("")}},
			Stackings: []eligibility.Stacking{{A: "y:first", B: "dibao", Rule: eligibility.HigherOf, SameHousehold: true, Force: force, ZH: "择高", EN: "the higher", Source: src("")},
				{A: "y:first", B: "tekun", Rule: eligibility.Choose, Source: src("")}},
			Deadlines: []eligibility.Deadline{{ID: "y:due", Programme: "y:first", ZH: "审核", EN: "review", From: "受理之日", Days: 20,
				Basis: eligibility.WorkingDays, Force: force, Source: src("")}},
		}},
		Cases: []rules.Case{
			{ID: "one", ZH: "甲", Programme: "y:first", Row: 1, Division: fujian, On: cal.MustParse("2023-05-01"), KnownOn: cal.MustParse("2023-06-01"), Facts: facts, Want: eligibility.Eligible},
			{ID: "two", ZH: "乙", Programme: "y:first", On: cal.MustParse("2023-05-01"), Want: eligibility.NotEligible}},
	}
}

func TestEverythingComesBack(t *testing.T) {
	x := everything()
	data, err := rules.Save(x)
	if err != nil {
		t.Fatal(err)
	}
	if d := same(everything(), x); d != "" {
		t.Errorf("saving changed the file: %s", d)
	}
	y, err := rules.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	if d := same(x, y); d != "" {
		t.Error(d)
	}
	again, err := rules.Save(y)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(data), string(again)); d != "" {
		t.Error(d)
	}
	for _, unseen := range []string{`\u003c`, `\u0026`} {
		if bytes.Contains(data, []byte(unseen)) {
			t.Errorf("text is escaped for HTML: %s", unseen)
		}
	}
}

func TestLayoutAndOrderDoNotMatter(t *testing.T) {
	want, err := rules.Save(everything())
	if err != nil {
		t.Fatal(err)
	}
	v := decodeAny(t, want)
	reversed := encodeReversed(v)
	x, err := rules.Load(reversed)
	if err != nil {
		t.Fatal(err)
	}
	got, err := rules.Save(x)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Error(d)
	}
}

func TestValuesOfParametersDeclaredElsewhere(t *testing.T) {
	x := everything()
	a := &x.Acts[0]
	a.Parameters = nil
	data, err := rules.Save(x)
	if err != nil {
		t.Fatal(err)
	}
	y, err := rules.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if d := same(x, y); d != "" {
		t.Error(d)
	}
}

func TestSaveRefusesWhatCouldNotBeReadBack(t *testing.T) {
	root := func(s eligibility.Spec) func(*rules.File) {
		return func(x *rules.File) {
			s.Criterion = crit("root")
			x.Acts[0].Programmes[0].Root = eligibility.New(s)
		}
	}
	yes := eligibility.Is(crit("k"), "p.yes")
	const at = "acts[0].programmes[0].root"
	for _, c := range []struct {
		name string
		with func(*rules.File)
		want []string
	}{
		{"a field of another kind", root(eligibility.Spec{Kind: eligibility.KindAll, N: 3}), []string{at + " RULES-LEFT"}},
		{"an effective tree", root(eligibility.Spec{Kind: eligibility.KindOpen, Clause: "c", State: eligibility.Enacted, Kids: []*eligibility.Node{yes}}), []string{at + " RULES-LEFT"}},
		{"words and pairs", root(eligibility.Spec{Kind: eligibility.KindInSet, Fact: "f", Words: []string{"a"}, Pairs: eligibility.Severe(eligibility.SevereGrades())}), []string{at + " RULES-LEFT"}},
		{"two operators", root(eligibility.Spec{Kind: eligibility.KindCompare, Fact: "f", Op: eligibility.Comparison{Op: measure.AtMost, Param: "p"}, Than: eligibility.Number(1)}),
			[]string{at + " RULES-LEFT"}},
		{"an operand of two kinds", root(eligibility.Spec{Kind: eligibility.KindCompare, Fact: "f", Op: eligibility.By(measure.AtMost),
			Than: eligibility.Operand{Kind: eligibility.NumberOperand, Number: 1, Fact: "g"}}), []string{at + ".than RULES-LEFT"}},
		{"no operand", root(eligibility.Spec{Kind: eligibility.KindCompare, Fact: "f", Op: eligibility.By(measure.AtMost)}), []string{at + ".than RULES-CHOICE"}},
		{"no operator", root(eligibility.Spec{Kind: eligibility.KindCompare, Fact: "f", Than: eligibility.Number(1)}), []string{at + ".op RULES-MISSING"}},
		{"no kind", root(eligibility.Spec{}), []string{at + ".kind RULES-MISSING"}},
		{"no kid", root(eligibility.Spec{Kind: eligibility.KindNot}), []string{at + ".kids RULES-CHOICE"}},
		{"a kid that is none", root(eligibility.Spec{Kind: eligibility.KindNot, Kids: []*eligibility.Node{nil}}), []string{at + ".kids[0] RULES-MISSING"}},
		{"a constant that is neither", root(eligibility.Spec{Kind: eligibility.KindConst}), []string{at + ".const RULES-MISSING"}},
		{"no root", func(x *rules.File) { x.Acts[0].Programmes[0].Root = nil }, []string{at + " RULES-MISSING"}},
		{"no source", func(x *rules.File) { x.Acts[0].Source = vocab.Source{} },
			[]string{"acts[0].source.document RULES-MISSING", "acts[0].source.provenance RULES-MISSING"}},
		{"a text nobody can read", func(x *rules.File) { x.Acts[0].ZH = "\u202e办法" }, []string{"acts[0].zh RULES-TEXT"}},
		{"no period", func(x *rules.File) { x.Acts[0].Force = cal.Period{} }, []string{"acts[0].force RULES-MISSING"}},
		{"a level that is none", func(x *rules.File) { x.Acts[0].Parameters[1].Set[0].Levels[1] = "村" },
			[]string{"acts[0].parameters[1].set[0].levels[1] RULES-WORD"}},
		{"a value of two kinds", func(x *rules.File) { x.Acts[0].Values[2].Count = 3 }, []string{"acts[0].values[2] RULES-LEFT"}},
		{"a datum that is none", func(x *rules.File) { x.Cases[0].Facts.Household[0].Value = eligibility.Datum{} },
			[]string{"cases[0].facts.household[0] RULES-CHOICE"}},
		{"a datum out of bounds", func(x *rules.File) { x.Cases[0].Facts.Household[1].Value = eligibility.Count(2e9) },
			[]string{"cases[0].facts.household[1].count RULES-NUMBER"}},
		{"a gap without income, income without a gap", func(x *rules.File) {
			parts := x.Acts[0].Programmes[0].Pay.Parts
			parts[0].Left, parts[1].Months = eligibility.Sum{}, eligibility.Number(2)
		}, []string{"acts[0].programmes[0].pay.parts[1] RULES-LEFT"}},
	} {
		x := everything()
		c.with(&x)
		data, err := rules.Save(x)
		if d := cmp.Diff(c.want, faults(err)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if err != nil && data != nil {
			t.Errorf("%s: bytes and an error", c.name)
		}
	}
}

func TestTreesOutOfBoundsAreRefused(t *testing.T) {
	deep := eligibility.Always(crit("leaf"))
	for range rules.MaxDepth {
		deep = eligibility.Not(crit("n"), deep)
	}
	wide := eligibility.Always(crit("leaf"))
	for range 20 { // 2²⁰ leaves, of 21 nodes
		wide = eligibility.All(crit("n"), wide, wide)
	}
	for _, c := range []struct {
		root *eligibility.Node
		want fault.Code
	}{{deep, rules.ErrDepth}, {wide, rules.ErrTooMany}, {deep.Spec().Kids[0], ""}} {
		x := everything()
		x.Acts[0].Programmes[0].Root = c.root
		data, err := rules.Save(x)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("refused: %v", err)
		case c.want != "" && !errors.Is(err, c.want):
			t.Errorf("got %v, want %v", err, c.want)
		case err == nil:
			if _, err := rules.Parse(data); err != nil {
				t.Errorf("what was saved is refused: %v", err)
			}
		}
	}
}

func TestNotAFile(t *testing.T) {
	nest := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"RULES-SYNTAX"}},
		{"half", `{"version": 1`, []string{"RULES-SYNTAX"}},
		{"trailing data", `{"version": 1} {}`, []string{"RULES-SYNTAX"}},
		{"a trailing comma", "{\"version\": 1,\n}", []string{"RULES-SYNTAX"}},
		{"a list", `[]`, []string{"RULES-TYPE"}},
		{"a text", `"x"`, []string{"RULES-TYPE"}},
		{"nothing in it", `{}`, []string{"version RULES-MISSING"}},
		{"another version", `{"version": 2}`, []string{"version RULES-VERSION"}},
		{"a float", `{"version": 1.0}`, []string{"version RULES-NUMBER"}},
		{"an exponent", `{"version": 1e0}`, []string{"version RULES-NUMBER"}},
		{"an exponent bomb", `{"version": 1e999999999}`, []string{"version RULES-NUMBER"}},
		{"not UTF-8", "{\"version\": 1, \"namespace\": \"\xff\"}", []string{"RULES-ENCODING"}},
		{"null", `{"version": null}`, []string{"version RULES-TYPE"}},
		{"a list of numbers", `{"version": 1, "acts": [1, {}]}`, []string{"acts[0] RULES-TYPE", "acts[1].id RULES-MISSING", "acts[1].zh RULES-MISSING",
			"acts[1].en RULES-MISSING", "acts[1].source RULES-MISSING", "acts[1].force RULES-MISSING"}},
		{"a depth bomb", `{"version": 1, "acts": ` + nest(5000) + `}`, []string{"RULES-DEPTH"}},
		{"a deeper depth bomb", `{"version": 1, "acts": ` + nest(100_000) + `}`, []string{"RULES-SYNTAX"}},
		{"a size bomb", `{"version": 1, "namespace": "` + strings.Repeat("a", rules.MaxBytes) + `"}`, []string{"RULES-SIZE"}},
		{"a bomb of values", `{"version": 1, "acts": [` + strings.Repeat("1,", 500_000) + `1]}`, []string{"RULES-TOO-MANY"}},
	} {
		x, err := rules.Parse([]byte(c.text))
		if d := cmp.Diff(c.want, faults(err)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if d := same(rules.File{}, x); d != "" {
			t.Errorf("%s: a file and an error", c.name)
		}
	}
	_, err := rules.Parse([]byte("{\n\"version\": 1,\n\"secret 42\": 1}"))
	if got, want := err.Error(), "a field that this kind does not have (line 3) [RULES-FIELD]"; got != want {
		t.Errorf("got %q", got)
	}
	_, err = rules.Parse([]byte("{\n\"version\": 1,\n}"))
	if got, want := err.Error(), "line 3: not valid JSON [RULES-SYNTAX]"; got != want {
		t.Errorf("got %q", got)
	}
	_, err = rules.Parse([]byte(`{"version": 1, "acts": [` + strings.Repeat("1,", 5000) + `1]}`))
	if list := fault.Of(err); len(list) != 1001 || list[1000].Code() != rules.ErrTooMany {
		t.Errorf("%d problems", len(list))
	}
	if _, err := rules.Read(failing{}); !errors.Is(err, errBroken) || strings.Contains(err.Error(), "broken") {
		t.Errorf("a reader that fails: %v", err)
	}
	if _, err := rules.Read(strings.NewReader(strings.Repeat(" ", rules.MaxBytes+1))); !errors.Is(err, rules.ErrSize) {
		t.Errorf("a reader without end: %v", err)
	}
}

// TestNoReadingOnBehindTheLastProblemTold: a file of nothing but mistakes costs no more than reading its JSON.
func TestNoReadingOnBehindTheLastProblemTold(t *testing.T) {
	read := func(text string) float64 {
		data := []byte(text)
		return testing.AllocsPerRun(1, func() {
			if _, err := rules.Parse(data); err == nil {
				t.Error("no problem")
			}
		})
	}
	empty := "[" + strings.Repeat("{},", 50_000) + "{}]"
	for _, text := range []string{
		`{"version": 1, "acts": ` + empty + `}`,
		`{"version": 1, "acts": [{"values": ` + empty + `}]}`,
		`{"version": 1, "acts": [{"parameters": [{"set": [{"levels": ` + empty + `}]}]}]}`,
		`{"version": 1, "cases": [{"facts": {"people": [{"facts": ` + empty + `}]}}]}`,
	} {
		if got, json := read(text), read(empty); got > json*1.5 {
			t.Errorf("%.60s: %.0f allocations, %.0f for its JSON", text, got, json)
		}
	}
}

type failing struct{}

var errBroken = errors.New("broken pipe")

func (failing) Read([]byte) (int, error) { return 0, errBroken }

// TestProblemsByPath changes one thing in the vendor's file at a time.
func TestProblemsByPath(t *testing.T) {
	const root = "acts[0].programmes[0].root"
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"an unknown kind of node", `"kind": "in_set"`, `"kind": "roughly"`, []string{root + ".kids[0].kind RULES-WORD"}},
		{"a field of another kind", `"words": ["coal"]`, `"words": ["coal"], "n": 3`, []string{root + ".kids[0] RULES-FIELD"}},
		{"a field of no kind", `"op": "less_than"`, `"op": "less_than", "colour": "red"`, []string{root + ".kids[1] RULES-FIELD"}},
		{"an unknown operator", `"op": "less_than"`, `"op": "about"`, []string{root + ".kids[1].op RULES-WORD"}},
		{"no operator", `"op": "less_than",`, ``, []string{root + ".kids[1] RULES-CHOICE"}},
		{"a repeated member", `"op": "less_than"`, `"op": "less_than", "op": "less_than"`, []string{root + ".kids[1] RULES-TWICE"}},
		{"months with a point", `{"number": 6}`, `{"number": 6.5}`, []string{root + ".kids[1].months.number RULES-NUMBER"}},
		{"minus zero", `{"number": 6}`, `{"number": -0}`, []string{root + ".kids[1].months.number RULES-NUMBER"}},
		{"two operands", `{"number": 6}`, `{"number": 6, "fact": "x"}`, []string{root + ".kids[1].months RULES-CHOICE"}},
		{"an operand that is no object", `{"number": 6}`, `6`, []string{root + ".kids[1].months RULES-TYPE"}},
		{"a ratio by zero", `"ratio": "1.5"`, `"ratio": "3/0"`, []string{root + ".kids[1].ratio.ratio MEASURE-ZERO-BASE"}},
		{"a ratio as a number", `"ratio": "1.5"`, `"ratio": 1.5`, []string{root + ".kids[1].ratio.ratio RULES-TYPE"}},
		{"money as a number", `"money": "700.00"`, `"money": 700.00`, []string{"acts[0].values[0].money RULES-TYPE"}},
		{"part of a fen", `"money": "700.00"`, `"money": "700.001"`, []string{"acts[0].values[0].money MONEY-INEXACT"}},
		{"money that is empty", `"money": "700.00"`, `"money": ""`, []string{"acts[0].values[0].money RULES-TEXT"}},
		{"no value", `"money": "700.00", `, ``, []string{"acts[0].values[0] RULES-CHOICE"}},
		{"a day that is none", `"on": "2024-01-15"`, `"on": "2024-02-30"`, []string{"cases[0].on CAL-DAY"}},
		{"a period that is none", `"force": "2023-11-01/",` + "\n", `"force": "2023",`, []string{"acts[0].force CAL-PERIOD"}},
		{"a grade that is none", `"provenance": "fictitious"},` + "\n      \"force\"", `"provenance": "sure"},"force"`, []string{"acts[0].source.provenance RULES-WORD"}},
		{"a key in capitals", `"fact": "yuntai:stove", "words"`, `"fact": "Stove", "words"`, []string{root + ".kids[0].fact RULES-KEY"}},
		{"a text of blanks", `"zh": "燃煤取暖"`, `"zh": " "`, []string{root + ".kids[0].zh RULES-TEXT"}},
		{"a hidden mark", `"zh": "燃煤取暖"`, `"zh": "燃煤\u200b取暖"`, []string{root + ".kids[0].zh RULES-TEXT"}},
		{"a line feed", `"zh": "燃煤取暖"`, `"zh": "燃煤\n取暖"`, []string{root + ".kids[0].zh RULES-TEXT"}},
		{"a full-width blank inside", `"zh": "燃煤取暖"`, `"zh": "燃煤　取暖"`, nil},
		{"a text without end", `"zh": "燃煤取暖"`, `"zh": "` + strings.Repeat("长", 2000) + `"`, []string{root + ".kids[0].zh RULES-TEXT"}},
		{"half a character", `"zh": "燃煤取暖"`, `"zh": "燃煤\ud800"`, []string{root + ".kids[0].zh RULES-TEXT"}},
		{"a number for a text", `"zh": "燃煤取暖"`, `"zh": 3`, []string{root + ".kids[0].zh RULES-TYPE"}},
		{"a word that is a number", `"words": ["coal"]`, `"words": [3]`, []string{root + ".kids[0].words[0] RULES-TYPE"}},
		{"a word that is empty", `"words": ["coal"]`, `"words": [""]`, []string{root + ".kids[0].words[0] RULES-TEXT"}},
		{"words that are no list", `"words": ["coal"]`, `"words": "coal"`, []string{root + ".kids[0].words RULES-TYPE"}},
		{"no citation", `"article": "第三条第（一）项", "provenance": "fictitious"`, ``, []string{root + ".kids[0].source.document RULES-OK"}},
		{"a fact given twice", `{"fact": "yuntai:heads", "count": 3}, {"fact": "yuntai:income", "money": "18899.99"}`,
			`{"fact": "yuntai:heads", "count": 3}, {"fact": "yuntai:heads", "count": 3}`, []string{"cases[0].facts.household[1] RULES-TWICE"}},
		{"a fact of two values", `{"fact": "yuntai:income", "money": "18899.99"}`, `{"fact": "yuntai:income", "money": "18899.99", "count": 1}`,
			[]string{"cases[0].facts.household[1] RULES-CHOICE"}},
		{"a count below zero", `{"fact": "yuntai:heads", "count": 3}, {"fact": "yuntai:income", "money": "18899.99"}`, `{"fact": "yuntai:heads", "count": -3}`,
			[]string{"cases[0].facts.household[0].count RULES-NUMBER"}},
		{"a result that is none", `"want": "eligible"`, `"want": "granted"`, []string{"cases[0].want RULES-WORD"}},
		{"a row nobody is in", `"want": "eligible"`, `"row": 1, "want": "eligible"`, []string{"cases[0].row RULES-ROW"}},
		{"no case that fits", `"want": "eligible"`, `"want": "need_facts"`, []string{"acts[0].programmes[0] RULES-CASES"}},
		{"no case that does not", `"want": "not_eligible"`, `"want": "need_facts"`, []string{"acts[0].programmes[0] RULES-CASES"}},
		{"a case before the act", `"on": "2024-01-15"`, `"on": "2023-10-31"`, []string{"acts[0].programmes[0] RULES-CASES"}},
		{"two cases of one name", `"id": "line"`, `"id": "coal"`, []string{"cases[1].id RULES-TWICE"}},
		{"a national programme", `"id": "yuntai:heating", "zh"`, `"id": "dibao", "zh"`, []string{"acts[0].programmes[0].id RULES-NAMESPACE", "acts[0].programmes[0] RULES-CASES"}},
		{"an act of another vendor", `"id": "yuntai:heating-2023"`, `"id": "yuntai2:heating-2023"`, []string{"acts[0].id RULES-NAMESPACE"}},
		{"a national parameter", `"key": "yuntai:line"`, `"key": "dibao.standard"`, []string{"acts[0].parameters[0].key RULES-NAMESPACE"}},
		{"a national fact", `"key": "yuntai:heads"`, `"key": "household.heads"`, []string{"facts[0].key RULES-NAMESPACE"}},
		{"no namespace", `"namespace": "yuntai",`, ``, []string{"namespace RULES-MISSING"}},
		{"a namespace with a colon", `"namespace": "yuntai"`, `"namespace": "yun:tai"`, []string{"namespace RULES-KEY", "acts[0].id RULES-NAMESPACE",
			"acts[0].programmes[0].id RULES-NAMESPACE", "acts[0].parameters[0].key RULES-NAMESPACE", "facts[0].key RULES-NAMESPACE",
			"facts[1].key RULES-NAMESPACE", "facts[2].key RULES-NAMESPACE"}},
		{"three problems at once", `"op": "less_than",`, `"op": 3, "kids": [], "id": "income",`,
			[]string{root + ".kids[1].op RULES-TYPE", root + ".kids[1] RULES-TWICE", root + ".kids[1] RULES-FIELD"}},
	} {
		text := string(read(t, "heating.json"))
		changed := strings.Replace(text, c.old, c.new, 1)
		if c.name == "a case before the act" {
			changed = strings.ReplaceAll(text, c.old, c.new)
		}
		if c.name == "no citation" {
			changed = strings.Replace(text, `"document": "云台县取暖补贴办法（云民发〔2023〕7号）", "article": "第三条第（一）项", `, "", 1)
			c.want = []string{root + ".kids[0].source.document RULES-MISSING"}
		}
		if changed == text {
			t.Errorf("%s: nothing was changed", c.name)
			continue
		}
		_, err := rules.Load([]byte(changed))
		got := faults(err)
		slices.Sort(got)
		slices.Sort(c.want)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestTheFactThatHoldsReadsIsTheVendors(t *testing.T) {
	x := everything()
	x.Facts = append(x.Facts, eligibility.Fact{Key: eligibility.HoldsFact("y:first"), Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "已享受", EN: "held"})
	if err := x.Validate(); err != nil {
		t.Error(err)
	}
	x.Facts[2].Key = eligibility.HoldsFact("dibao")
	if d := cmp.Diff([]string{"facts[2].key RULES-NAMESPACE"}, faults(x.Validate())); d != "" {
		t.Error(d)
	}
	for path, change := range map[string]func(*eligibility.Act){
		"acts[0].definitions[0].id": func(a *eligibility.Act) { a.Definitions[0].ID = "member" },
		"acts[0].clauses[0].key":    func(a *eligibility.Act) { a.Clauses[0].Key = "tekun.other" },
		"acts[0].deadlines[0].id":   func(a *eligibility.Act) { a.Deadlines[0].ID = "due" },
	} {
		x := everything()
		change(&x.Acts[0])
		if d := cmp.Diff([]string{path + " RULES-NAMESPACE"}, faults(x.Validate())); d != "" {
			t.Error(d)
		}
	}
}
