package statutes

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"

	"github.com/shegong/shegong/eligibility"
)

// random makes a body of law of an invented province at random: values, fills, overrides, versions and stackings that begin
// and end in a span of sixty days, and a query. Acts that are refused for an overlap are drawn again.
type random struct {
	*rand.Rand
	start cal.Date
}

var invented66 = []string{"", "66", "6601", "660101", "660102", "660101003", "660101003001"}

func (r random) place() division.Code { return place(invented66[r.IntN(len(invented66))]) }

func (r random) local() division.Code { return place(invented66[1+r.IntN(len(invented66)-1)]) }

func (r random) day() cal.Date { return r.start.AddDays(r.IntN(60)) }

func (r random) period() cal.Period {
	from := r.day()
	if r.IntN(3) == 0 {
		return cal.Since(from)
	}
	p, _ := cal.Between(from, from.AddDays(1+r.IntN(40)))
	return p
}

func (r random) recorded() cal.Date {
	if r.IntN(2) == 0 {
		return cal.Date{}
	}
	return r.day()
}

func (r random) acts() []eligibility.Act {
	n := nation()
	n.Force = cal.Since(r.start)
	n.Values = nil
	for i := range n.Parameters {
		p := &n.Parameters[i]
		p.Set[0].Mode = eligibility.MayOverride
		p.Set[0].Levels = slices.Collect(division.Levels())
		for range r.IntN(7) {
			v := eligibility.Value{Param: p.Key, Division: r.place(), Force: r.period(), Recorded: r.recorded(), Source: src(fmt.Sprint(r.IntN(1000)))}
			if p.ByArea {
				v.Area = []eligibility.Area{"", eligibility.Urban, eligibility.Rural}[r.IntN(3)]
			}
			switch p.Kind {
			case eligibility.MoneyParam:
				v.Money, v.Per = yuan(int64(1+r.IntN(900))), eligibility.Monthly
			case eligibility.RatioParam:
				v.Ratio = measure.MustParseRatio(fmt.Sprintf("%d/7", 1+r.IntN(6)))
			case eligibility.CountParam:
				v.Count = r.IntN(100)
			case eligibility.ComparatorParam:
				v.Comparator = measure.AtMost
			case eligibility.RoundingParam:
				v.Step = eligibility.Step{Unit: yuan(1), Mode: eligibility.StepUp}
			}
			n.Values = append(n.Values, v)
		}
	}
	for i, k := range n.Clauses {
		for range r.IntN(5) {
			f := eligibility.Fill{Clause: k.Key, Division: r.place(), Force: r.period(), Recorded: r.recorded(), State: eligibility.NoneEnacted, Source: src("")}
			if r.IntN(2) == 0 {
				f.State = eligibility.Enacted
				f.Node = eligibility.Always(crit(fmt.Sprintf("fill.%d.%d", i, r.IntN(1000))))
			}
			n.Fills = append(n.Fills, f)
		}
	}
	for _, node := range []string{"frail.old", "frail.disability"} {
		for range r.IntN(3) {
			n.Overrides = append(n.Overrides, eligibility.Override{Definition: "frail", Node: node, Division: r.place(), Force: r.period(), Recorded: r.recorded(),
				With: eligibility.Always(crit(fmt.Sprintf("%s.%d", node, r.IntN(1000)))), Source: src("")})
		}
	}
	cut := r.start.AddDays(10 + r.IntN(20))
	poor := n.Programmes[0]
	n.Programmes[0].Force, _ = cal.Between(r.start, cut)
	poor.Force = cal.Since(cut)
	if r.IntN(2) == 0 {
		poor.Force = cal.Since(cut.AddDays(5))
	}
	n.Programmes = append(n.Programmes, poor)
	local := eligibility.Act{ID: "local:act", ZH: "甲", EN: "x", Source: src(""), In: r.local(), Force: r.period(),
		Stackings: []eligibility.Stacking{{A: "needy", B: "poor", Rule: eligibility.Choose, ZH: "甲", EN: "x", Source: src("")}},
		Deadlines: []eligibility.Deadline{{ID: "review", Programme: "poor", ZH: "甲", EN: "x", From: "受理之日", Days: r.IntN(30), Basis: eligibility.WorkingDays, Source: src("")}}}
	local.Recorded = r.recorded()
	late := eligibility.Act{ID: "late", ZH: "乙", EN: "y", Source: src(""), Force: r.period(), Recorded: r.recorded()}
	poor.Force = cal.Period{}
	late.Programmes = []eligibility.Programme{poor}
	late.Stackings, late.Deadlines = slices.Clone(local.Stackings), slices.Clone(local.Deadlines)
	late.Stackings[0].Rule, late.Deadlines[0].Days = eligibility.HigherOf, 40
	return []eligibility.Act{n, local, late}
}

func (r random) statutes(t *testing.T) (*Statutes, []eligibility.Act) {
	for range 1000 {
		acts := r.acts()
		s, err := New(lawDictionary(t), lawFunctions(), acts...)
		if err == nil {
			return s, acts
		}
		if got := coded(err); slices.ContainsFunc(got, func(s string) bool { return !strings.HasSuffix(s, " OVERLAP") }) {
			t.Fatal(got)
		}
	}
	t.Fatal("nothing but overlaps")
	return nil, nil
}

// dated is one thing that the reference chooses among.
type dated struct {
	place           division.Code
	force           cal.Period
	recorded, known cal.Date
	i               int
}

// naive finds the nearest and there the latest recorded by looking at everything; −1 for nothing.
func naive(all []dated, d division.Code, on cal.Date) int {
	best, digits, latest := -1, -1, cal.Date{}
	for _, x := range all {
		recorded := x.recorded
		if recorded.IsZero() {
			recorded = x.force.From()
		}
		inside := x.place.IsZero() || x.place == d || slices.Contains(slices.Collect(d.Ancestors()), x.place)
		if !inside || !x.force.Contains(on) || !x.known.IsZero() && recorded.After(x.known) {
			continue
		}
		if l := x.place.Level().Digits(); l > digits || l == digits && recorded.After(latest) {
			best, digits, latest = x.i, l, recorded
		}
	}
	return best
}

func TestResolutionAgreesWithLookingAtEverything(t *testing.T) {
	found := make(map[string]int)
	for seed := range uint64(400) {
		r := random{rand.New(rand.NewPCG(seed, 4)), day("2024-01-10")}
		s, acts := r.statutes(t)
		n := acts[0]
		for range 12 {
			q := Query{Division: r.place(), On: r.start.AddDays(r.IntN(70)), KnownOn: r.recorded()}
			l := mustLaw(t, s, q)
			for _, p := range n.Parameters {
				var at [2]int
				for i, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
					var all []dated
					for j, v := range n.Values {
						if v.Param == p.Key && (v.Area == "" || v.Area == a) {
							all = append(all, dated{v.Division, v.Force, v.Recorded, q.KnownOn, j})
						}
					}
					at[i] = naive(all, q.Division, q.On)
					var want eligibility.Value
					if at[i] >= 0 {
						want = n.Values[at[i]]
						found["value"]++
					}
					got, ok := l.Value(p.Key, a)
					cold, too := s.Value(p.Key, a, q.Division, q.On, q.KnownOn)
					if got != want || cold != want || ok != (at[i] >= 0) || too != ok {
						t.Fatalf("seed %d: %s %s in %s: %v and %v, want %v", seed, p.Key, a, q.Division, got, cold, want)
					}
				}
				both, also := s.Value(p.Key, "", q.Division, q.On, q.KnownOn)
				if got, ok := l.Value(p.Key, ""); got != both || ok != also || ok != (at[0] == at[1] && at[0] >= 0) || ok && got != n.Values[at[0]] {
					t.Fatalf("seed %d: %s for both areas: %v %v", seed, p.Key, got, ok)
				} else if at[0] != at[1] {
					found["differs"]++
				}
			}
			states := make(map[eligibility.ClauseKey]eligibility.Fill)
			for _, k := range n.Clauses {
				// By place first, since a correction may turn a rule into none; then the nearest rule, or else the nearest none.
				var enacted, none []dated
				for _, d := range invented66 {
					var here []dated
					for j, f := range n.Fills {
						if f.Clause == k.Key && f.Division == place(d) {
							here = append(here, dated{f.Division, f.Force, f.Recorded, q.KnownOn, j})
						}
					}
					if i := naive(here, q.Division, q.On); i >= 0 && n.Fills[i].State == eligibility.Enacted {
						enacted = append(enacted, here[slices.IndexFunc(here, func(d dated) bool { return d.i == i })])
					} else if i >= 0 {
						none = append(none, here[slices.IndexFunc(here, func(d dated) bool { return d.i == i })])
					}
				}
				i := naive(enacted, q.Division, q.On)
				if i < 0 {
					i = naive(none, q.Division, q.On)
				}
				var want eligibility.Fill
				if i >= 0 {
					want = n.Fills[i]
					found[string(want.State)]++
				}
				states[k.Key] = want
				if _, got, ok := l.Fill(k.Key); got != want || ok != (i >= 0) {
					t.Fatalf("seed %d: clause %s in %s: %v, want %v", seed, k.Key, q.Division, got, want)
				}
			}
			want := map[string]*eligibility.Node{}
			for _, node := range []string{"frail.old", "frail.disability"} {
				var all []dated
				for j, o := range n.Overrides {
					if o.Node == node {
						all = append(all, dated{o.Division, o.Force, o.Recorded, q.KnownOn, j})
					}
				}
				if i := naive(all, q.Division, q.On); i >= 0 {
					want[n.Overrides[i].With.Criterion().ID] = n.Overrides[i].With
					found["override"]++
				}
			}
			def, ok := l.Definition("frail")
			if !ok {
				t.Fatal("no definition")
			}
			got := map[string]*eligibility.Node{}
			for _, k := range def.Root.Spec().Kids {
				if id := k.Criterion().ID; strings.Count(id, ".") == 2 {
					got[id] = k
				}
				if k.Kind() == eligibility.KindOpen {
					spec := k.Spec()
					if want := states["frail.other"]; spec.State != want.State || (len(spec.Kids) == 1) != (want.Node != nil) || want.Node != nil && spec.Kids[0] != want.Node {
						t.Fatalf("seed %d: the open node says %q with %d kids", seed, spec.State, len(spec.Kids))
					}
				}
			}
			if !maps.Equal(got, want) {
				t.Fatalf("seed %d: overrides %v, want %v", seed, got, want)
			}
		}
	}
	for _, k := range []string{"value", "differs", string(eligibility.Enacted), string(eligibility.NoneEnacted), "override"} {
		if found[k] < 50 {
			t.Errorf("only %d of %s", found[k], k)
		}
	}
}

// What has no recorded-on date of its own is known since its act was, or always.
func TestVersionsAreChosenByWhatWasKnown(t *testing.T) {
	found := make(map[string]int)
	for seed := range uint64(400) {
		r := random{rand.New(rand.NewPCG(seed, 7)), day("2024-01-10")}
		s, acts := r.statutes(t)
		for range 12 {
			q := Query{Division: r.place(), On: r.start.AddDays(r.IntN(70)), KnownOn: r.recorded()}
			c := s.choose(q.Division, q.On, q.KnownOn)
			var programmes, stackings, deadlines []dated
			for i, a := range acts {
				at := func(force cal.Period) dated {
					if force.IsZero() {
						force = a.Force
					}
					d := dated{a.In, force, a.Recorded, q.KnownOn, i}
					if a.Recorded.IsZero() {
						d.recorded = day("1900-01-01")
					}
					return d
				}
				for j, p := range a.Programmes {
					if p.ID == "poor" {
						programmes = append(programmes, at(p.Force))
						programmes[len(programmes)-1].i = 10*i + j
					}
				}
				for range a.Stackings {
					stackings = append(stackings, at(cal.Period{}))
				}
				for range a.Deadlines {
					deadlines = append(deadlines, at(cal.Period{}))
				}
			}
			for _, tt := range []struct {
				what string
				all  []dated
				path func(i int) string
				got  string
			}{
				{"programme", programmes, func(i int) string { return fmt.Sprintf("acts[%d].programmes[%d]", i/10, i%10) }, chosenPaths(nil, c.programmes)[s.programmes.At["poor"]]},
				{"stacking", stackings, func(i int) string { return fmt.Sprintf("acts[%d].stackings[0]", i) }, chosenPaths(nil, c.stackings)[0]},
				{"deadline", deadlines, func(i int) string { return fmt.Sprintf("acts[%d].deadlines[0]", i) }, chosenPaths(nil, c.deadlines)[0]},
			} {
				want := ""
				if i := naive(tt.all, q.Division, q.On); i >= 0 {
					want = tt.path(i)
				}
				if tt.got != want {
					t.Fatalf("seed %d: %s in %s on %s known %s: %s, want %s", seed, tt.what, q.Division, q.On, q.KnownOn, tt.got, want)
				}
				found[tt.what+" "+want[:min(len(want), 7)]]++
			}
		}
	}
	for _, what := range []string{"programme ", "programme acts[0]", "programme acts[2]", "stacking acts[0]", "stacking acts[1]", "stacking acts[2]", "deadline acts[2]"} {
		if found[what] < 50 {
			t.Errorf("only %d of %s", found[what], what)
		}
	}
}

func TestTheRuleOfTheSmallerPlaceWins(t *testing.T) {
	c := county()
	c.Stackings = []eligibility.Stacking{{A: "needy", B: "poor", Rule: eligibility.Choose, ZH: "择一", EN: "either", Source: src("县")}}
	c.Deadlines = []eligibility.Deadline{{ID: "review", Programme: "poor", ZH: "审核", EN: "review", From: "受理之日", Days: 10, Basis: eligibility.WorkingDays, Source: src("县")}}
	c.Overrides = append(c.Overrides, eligibility.Override{Definition: "frail", Node: "frail.old", Division: place("660101003"), Source: src("乡"),
		With: eligibility.All(crit("frail.old"), eligibility.Age(crit("frail.old.50"), "person.birth", measure.AtLeast, 50))})
	s := mustStatutes(t, nation(), c)
	for _, tt := range []struct {
		in   string
		rule eligibility.StackingRule
		days int
		old  string
	}{{"", eligibility.Excludes, 15, "age 60"}, {"6601", eligibility.Excludes, 15, "age 60"}, {"660101", eligibility.Choose, 10, "age 55"}, {"660101003201", eligibility.Choose, 10, "all 0"}, {"660102", eligibility.Excludes, 15, "age 60"}} {
		l := mustLaw(t, s, Query{Division: place(tt.in), On: day("2022-01-01")})
		stackings, deadlines := slices.Collect(l.Stackings()), slices.Collect(l.Deadlines())
		var old eligibility.Spec
		for _, n := range l.Walk("poor") {
			if n.Criterion().ID == "frail.old" {
				old = n.Spec()
			}
		}
		if len(stackings) != 1 || stackings[0].Rule != tt.rule || len(deadlines) != 1 || deadlines[0].Days != tt.days ||
			fmt.Sprint(old.Kind, " ", old.N) != tt.old {
			t.Errorf("%s: %v %v %s %d", tt.in, stackings, deadlines, old.Kind, old.N)
		}
	}
}

func TestOverridesReachEveryPartOfATree(t *testing.T) {
	c := county()
	c.Overrides = nil
	for i, node := range []string{"poor.kin.child", "poor.kin.raised", "poor.but.when", "poor.but.then", "poor.wages", "needy.extra.when", "needy.extra.each"} {
		o := eligibility.Override{Programme: eligibility.ProgrammeID(strings.SplitN(node, ".", 2)[0]), Node: node, With: eligibility.Never(crit(fmt.Sprintf("new.%d", i))), Source: src("县")}
		c.Overrides = append(c.Overrides, o)
	}
	s := mustStatutes(t, nation(), c)
	plain, changed := mustLaw(t, s, Query{On: day("2022-01-01")}), mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	ids := func(l *Law, p eligibility.ProgrammeID) (got []string) {
		for _, n := range l.Walk(p) {
			got = append(got, n.Criterion().ID)
		}
		return got
	}
	got := strings.Join(ids(changed, "poor"), " ")
	for i := range 5 {
		if !strings.Contains(got, fmt.Sprintf("new.%d", i)) {
			t.Errorf("override %d is not in %s", i, got)
		}
	}
	if got := strings.Join(ids(plain, "poor"), " "); strings.Contains(got, "new") {
		t.Error(got)
	}
	needy, _ := changed.Programme("needy")
	if extra := needy.Pay.Parts[1]; extra.When.Criterion().ID != "new.5" || extra.Each.Criterion().ID != "new.6" {
		t.Error("the amount keeps its conditions")
	}
	if needy, _ := plain.Programme("needy"); needy.Pay.Parts[1].When.Criterion().ID != "needy.extra.when" {
		t.Error("the national amount has others")
	}
}

func TestAFillMayLeaveSomethingOpenItself(t *testing.T) {
	c := county()
	c.Clauses = []eligibility.Clause{{Key: "moxian:more", ZH: "乡镇补充", EN: "the town's own", Scope: eligibility.PerHousehold, Source: src("县")}}
	c.Fills[0].Node = eligibility.Any(crit("county.property"), eligibility.Never(crit("county.never")), eligibility.OpenClause(crit("county.more"), "moxian:more"))
	c.Fills = append(c.Fills, eligibility.Fill{Clause: "moxian:more", Division: place("660101003"), State: eligibility.Enacted, Node: eligibility.Always(crit("town.rule")), Source: src("乡")})
	s := mustStatutes(t, nation(), c)
	for in, want := range map[string]bool{"660101": false, "660101003": true} {
		found := false
		for _, n := range mustLaw(t, s, Query{Division: place(in), On: day("2022-01-01")}).Walk("needy") {
			found = found || n.Criterion().ID == "town.rule"
		}
		if found != want {
			t.Errorf("%s: the town's rule is there: %v", in, found)
		}
	}
}

func TestAnInventedRuleHasToBeAskedFor(t *testing.T) {
	q := Query{Division: place("660101"), On: day("2022-01-01")}
	bad := func(c *eligibility.Criterion) *eligibility.Criterion { c.Source = invent("一"); return c }
	x := crit("frail.old")
	bad(&x)
	tests := []struct {
		name, path string
		edit       func(n, c *eligibility.Act)
	}{
		{"nothing", "", func(n, c *eligibility.Act) {}},
		{"an act", "acts[1].overrides[0]", func(n, c *eligibility.Act) { c.Source = invent("") }},
		{"a value", "acts[1].values[0]", func(n, c *eligibility.Act) { c.Values[0].Source = invent("") }},
		{"a value of an invented parameter", "acts[0].values[1]", func(n, c *eligibility.Act) { n.Parameters[1].Source = invent("") }},
		{"a value elsewhere", "", func(n, c *eligibility.Act) { c.Values[0].Source, c.Values[0].Division = invent(""), place("660101003") }},
		{"a fill", "acts[1].fills[1]", func(n, c *eligibility.Act) { c.Fills[1].Source = invent("") }},
		{"a clause", "acts[1].fills[1]", func(n, c *eligibility.Act) { n.Clauses[0].Source = invent("") }},
		{"a node of a fill", "acts[1].fills[0]", func(n, c *eligibility.Act) {
			k := crit("county.rent")
			c.Fills[0].Node = eligibility.Always(*bad(&k))
		}},
		{"a node of an override", "acts[1].overrides[0]", func(n, c *eligibility.Act) { c.Overrides[0].With = eligibility.Always(x) }},
		{"a node of a definition", "acts[0].definitions[1]", func(n, c *eligibility.Act) {
			k := crit("frail.disability")
			n.Definitions[1].Root = eligibility.Any(crit("frail"), eligibility.Always(*bad(&k)), eligibility.Always(crit("frail.old")))
		}},
		{"a branch of a programme", "acts[0].programmes[0]", func(n, c *eligibility.Act) {
			k := crit("b")
			n.Programmes[0].Root = eligibility.Exception(crit("x"), eligibility.Always(crit("y")), eligibility.Branch{Criterion: *bad(&k), When: eligibility.Never(crit("w")), Then: eligibility.Never(crit("t"))})
		}},
		{"an amount", "acts[0].programmes[1]", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Source = invent("") }},
		{"a stacking", "acts[0].stackings[0]", func(n, c *eligibility.Act) { n.Stackings[0].Source = invent("") }},
		{"a deadline", "acts[0].deadlines[0]", func(n, c *eligibility.Act) { n.Deadlines[0].Source = invent("") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, c := nation(), county()
			if tt.name == "a value elsewhere" {
				for i := range n.Parameters[0].Set {
					n.Parameters[0].Set[i].Levels = append(n.Parameters[0].Set[i].Levels, division.Township)
				}
			}
			tt.edit(&n, &c)
			s := mustStatutes(t, n, c)
			l, err := s.At(q)
			var want []string
			if tt.path != "" {
				want = []string{tt.path + " FICTITIOUS"}
			}
			if diff := cmp.Diff(want, coded(err)); diff != "" || (l == nil) != (err != nil) {
				t.Fatal(diff)
			}
			asked := q
			asked.Fictitious = true
			if l := mustLaw(t, s, asked); l.Fictitious() != (tt.path != "") {
				t.Error("the law does not say whether it is invented")
			}
		})
	}
}

func TestAQueryNeedsADayAndAWholeRuleOfAges(t *testing.T) {
	s := mustStatutes(t, nation())
	for _, q := range []Query{{}, {On: day("2022-01-01"), Ages: cal.AgeRule{Convention: cal.OnBirthday}}} {
		if l, err := s.At(q); !errors.Is(err, eligibility.ErrQuery) || l != nil {
			t.Error(err)
		}
	}
	if got := mustLaw(t, s, Query{On: day("2022-01-01")}).Query(); got != (Query{On: day("2022-01-01"), Ages: cal.CivilCode()}) {
		t.Error(got)
	}
	other := cal.AgeRule{Convention: cal.DayAfter, LeapDay: cal.CivilCode().LeapDay}
	if got := mustLaw(t, s, Query{On: day("2022-01-01"), Ages: other}).Query().Ages; got != other {
		t.Error(got)
	}
}

func TestALawKnowsWhatIsInForceAndWhatIsNot(t *testing.T) {
	s := mustStatutes(t, nation(), county())
	early, late := mustLaw(t, s, Query{On: day("2019-12-31")}), mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	if _, ok := early.Programme("poor"); ok {
		t.Error("a programme before its act")
	}
	if _, ok := early.Definition("frail"); ok {
		t.Error("a definition before its act")
	}
	for range early.Programmes() {
		t.Error("programmes before their act")
	}
	for range early.Walk("poor") {
		t.Error("nodes before their act")
	}
	for range late.Walk("gone") {
		t.Error("nodes of no programme")
	}
	var ids []eligibility.ProgrammeID
	for p := range late.Programmes() {
		ids = append(ids, p.ID)
	}
	if diff := cmp.Diff([]eligibility.ProgrammeID{"poor", "needy"}, ids); diff != "" {
		t.Error(diff)
	}
	for range late.Programmes() {
		break
	}
	for range late.Walk("poor") {
		break
	}
	for d := range late.Walk("poor") {
		if d == 3 {
			break
		}
	}
	_, p := late.Programme("gone")
	_, d := late.Definition("gone")
	for _, p := range []eligibility.ParamKey{"line", "gone"} {
		is, _ := late.Parameter(p)
		if kind, byArea := late.Takes(p); kind != is.Kind || byArea != is.ByArea {
			t.Errorf("%s takes %q, by area %v", p, kind, byArea)
		}
	}
	_, k := late.Parameter("gone")
	_, v := late.Value("gone", eligibility.Urban)
	_, w := s.Value("gone", eligibility.Urban, place("66"), day("2022-01-01"), cal.Date{})
	_, _, f := late.Fill("gone")
	_, g := late.Function(eligibility.FunctionRef{Name: "gone", Version: "1"})
	if p || d || k || v || w || f || g {
		t.Error("something that no act declares", p, d, k, v, w, f, g)
	}
	param, ok := late.Parameter("line")
	if param.Set[0].Levels[0] = "x"; !ok || param.Key != "line" {
		t.Error(param, ok)
	}
	if again, _ := late.Parameter("line"); again.Set[0].Levels[0] != division.Province {
		t.Error("the declaration was changed")
	}
	if clause, fill, ok := late.Fill("no_tax"); !ok || clause.Key != "no_tax" || fill.State != eligibility.Enacted {
		t.Error(clause, fill, ok)
	}
	if clause, _, ok := early.Fill("no_tax"); ok || clause.Key != "no_tax" {
		t.Error(clause, ok)
	}
	if fn, ok := late.Function(eligibility.FunctionRef{Name: "boat", Version: "1"}); !ok || fn.Facts[0] != "person.wages" || late.Dictionary() != s.Dictionary() || late.Fictitious() {
		t.Error(fn, ok)
	}
}
