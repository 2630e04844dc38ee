package rules_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/rules"
)

func load(t testing.TB) rules.File {
	t.Helper()
	x, err := rules.Load(read(t, "heating.json"))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func engine(t testing.TB, facts ...eligibility.Fact) *eligibility.Dictionary {
	t.Helper()
	d, err := eligibility.NewDictionary(facts...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatIsNilIsNamed(t *testing.T) {
	_, read := rules.Read(nil)
	_, join := rules.Join(nil, nil, nil, load(t))
	_, facts := load(t).Cases[0].Facts.Case(nil)
	for want, err := range map[string]error{"reader RULES-MISSING": read, "dictionary RULES-MISSING": join, "statutes RULES-MISSING": load(t).Check(nil)} {
		if d := cmp.Diff([]string{want}, faults(err)); d != "" {
			t.Error(d)
		}
	}
	if d := cmp.Diff([]string{"dictionary RULES-MISSING"}, faults(facts)); d != "" {
		t.Error(d)
	}
	for name, c := range map[string]*eligibility.Case{"nil": nil, "zero": {}} {
		if d := same(rules.Facts{}, rules.FactsOf(c)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestNoMoreCasesThanCanBeRun: a case may ask for a law of its own, which takes milliseconds and a quarter of a megabyte.
func TestNoMoreCasesThanCanBeRun(t *testing.T) {
	x := load(t)
	for i := len(x.Cases); i < rules.MaxCases; i++ {
		c := x.Cases[i%3]
		c.ID = "case" + strconv.Itoa(i)
		x.Cases = append(x.Cases, c)
	}
	s, err := rules.Join(engine(t), nil, nil, x)
	if err != nil {
		t.Fatal(err)
	}
	x.Cases[7].Want = eligibility.NeedParameter
	x.Cases[3].Want = eligibility.NeedParameter
	if d := cmp.Diff([]string{"cases[3].want RULES-OUTCOME", "cases[7].want RULES-OUTCOME"}, faults(x.Check(s))); d != "" {
		t.Error(d)
	}
	x.Cases = append(x.Cases, x.Cases[0])
	for name, err := range map[string]error{"Validate": x.Validate(), "Check": x.Check(s)} {
		if d := cmp.Diff([]string{"cases RULES-TOO-MANY"}, faults(err)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestTheCasesOfAFileAreRun(t *testing.T) {
	s, err := rules.Join(engine(t), nil, nil, load(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := load(t).Check(s); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		name   string
		change func(*rules.File)
		want   []string
	}{
		{"another outcome", func(x *rules.File) { x.Cases[0].Facts.Household[1].Value = x.Cases[1].Facts.Household[1].Value },
			[]string{"cases[0].want RULES-OUTCOME"}},
		{"a fact nobody has", func(x *rules.File) { x.Cases[0].Facts.Household[1].Fact = "yuntai:boat" },
			[]string{"cases[0].facts.household[1] ELIGIBILITY-FACT"}},
		{"a fact of another kind", func(x *rules.File) { x.Cases[0].Facts.Household[1].Value = eligibility.Bool(true) },
			[]string{"cases[0].facts.household[1] ELIGIBILITY-KIND"}},
		{"a fact of a person", func(x *rules.File) { x.Cases[0].Facts.People = [][]rules.Given{x.Cases[0].Facts.Household[:1]} },
			[]string{"cases[0].facts.people[0].facts[0].fact RULES-SCOPE"}},
		{"a tie to nobody", func(x *rules.File) { x.Cases[0].Facts.Ties = []rules.Tie{{Owner: 0, Kin: 1}} },
			[]string{"cases[0].facts.ties[0] ELIGIBILITY-ROW"}},
		{"too many people", func(x *rules.File) { x.Cases[0].Facts.People = make([][]rules.Given, eligibility.MaxPeople+1) },
			[]string{"cases[0].facts.people[64] ELIGIBILITY-TOO-MANY"}},
		{"before the law", func(x *rules.File) { x.Cases[2].On = x.Cases[2].On.AddYears(-5) }, []string{"cases[2] ELIGIBILITY-NOT-IN-FORCE"}},
		{"a day that is none", func(x *rules.File) { x.Cases[2].On = x.Cases[2].KnownOn }, []string{"cases[2] ELIGIBILITY-QUERY"}},
		{"a programme nobody has", func(x *rules.File) { x.Cases[2].Programme = "yuntai:boat" }, []string{"cases[2] ELIGIBILITY-PROGRAMME"}},
	} {
		x := load(t)
		c.change(&x)
		if d := cmp.Diff(c.want, faults(x.Check(s))); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
	x := load(t)
	x.Cases[1].Want = eligibility.NeedFacts
	if got, want := x.Check(s).Error(), "cases[1].want: the case came out otherwise: not_eligible instead of need_facts [RULES-OUTCOME]"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestJoinSaysWhichFileIsWrong(t *testing.T) {
	own := eligibility.Fact{Key: "household.heads", Scope: eligibility.PerHousehold, Kind: eligibility.CountFact, ZH: "人口", EN: "people"}
	other := func() rules.File { // the same rules under another namespace
		data, err := rules.Save(load(t))
		if err != nil {
			t.Fatal(err)
		}
		x, err := rules.Load([]byte(strings.ReplaceAll(string(data), "yuntai", "xiangshan")))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	national := load(t).Acts
	national[0].ID, national[0].ZH = "national", ""
	national[0].Programmes, national[0].Parameters, national[0].Values = nil, nil, nil
	for _, c := range []struct {
		name   string
		acts   []eligibility.Act
		change func(a, b *rules.File)
		want   []string
	}{
		{"two vendors", nil, func(a, b *rules.File) {}, nil},
		{"two of one namespace", nil, func(a, b *rules.File) { *b = *a }, []string{"files[1].namespace RULES-TWICE",
			"files[1].facts[0].key ELIGIBILITY-TWICE", "files[1].facts[1].key ELIGIBILITY-TWICE", "files[1].facts[2].key ELIGIBILITY-TWICE"}},
		{"a malformed fact", nil, func(a, b *rules.File) { b.Facts[1].ZH = "" }, []string{"files[1].facts[1].zh ELIGIBILITY-NAME"}},
		{"an act that names nothing", nil, func(a, b *rules.File) { b.Acts[0].Programmes[0].Next = []eligibility.ProgrammeID{"nowhere"} },
			[]string{"files[1].acts[0].programmes[0].next[0] ELIGIBILITY-PROGRAMME"}},
		{"in the first file", national, func(a, b *rules.File) { a.Acts[0].Programmes[0].Next = []eligibility.ProgrammeID{"nowhere"} },
			[]string{"acts[0].zh ELIGIBILITY-NAME", "files[0].acts[0].programmes[0].next[0] ELIGIBILITY-PROGRAMME"}},
		{"a case that fails", nil, func(a, b *rules.File) { b.Cases[2].Want = eligibility.Eligible }, []string{"files[1].cases[2].want RULES-OUTCOME"}},
		{"a file that is not valid", nil, func(a, b *rules.File) { a.Cases = nil }, []string{"files[0].acts[0].programmes[0] RULES-CASES"}},
	} {
		a, b := load(t), other()
		c.change(&a, &b)
		s, err := rules.Join(engine(t, own), nil, c.acts, a, b)
		if d := cmp.Diff(c.want, faults(err)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if (s == nil) != (err != nil) {
			t.Errorf("%s: statutes %v and error %v", c.name, s != nil, err)
		}
	}
}
