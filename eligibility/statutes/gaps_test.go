package statutes

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// texts makes gaps comparable and readable.
func texts(gaps []Gap) (got []string) {
	for _, g := range gaps {
		got = append(got, string(g.Param)+string(g.Clause)+" "+string(g.Area)+" "+g.Period.String())
	}
	return got
}

func TestGapsAreListedAsLongAsTheyLast(t *testing.T) {
	n, c := nation(), county()
	n.Values[0].Force = during("2020-01-01/2021-01-01")  // the line
	n.Values[2].Force = during("2020-07-01/2022-01-01")  // the months
	c.Values[0].Force = during("2021-01-01/2023-01-01")  // the line in town
	c.Values[1].Force = during("2021-01-01/2022-07-01")  // and in the country
	c.Fills[0].Force = during("2021-03-01/2021-06-01")   // property
	n.Parameters = append(n.Parameters, n.Parameters[1]) // one that nothing reads
	n.Parameters[5].Key = "unread"                       //
	s := mustStatutes(t, n, c)
	tests := []struct {
		in, period string
		want       []string
	}{
		{"660101", "2019-01-01/2024-01-01", []string{"months  2020-01-01/2020-07-01", "property  2020-01-01/2021-03-01", "property  2021-06-01/2024-01-01",
			"months  2022-01-01/2024-01-01", "line rural 2022-07-01/2023-01-01", "line  2023-01-01/2024-01-01"}},
		{"660101", "2021-04-01/2021-05-01", nil},
		{"660101", "2022-08-01/", []string{"line rural 2022-08-01/2023-01-01", "property  2022-08-01/", "months  2022-08-01/", "line  2023-01-01/"}},
		{"660102", "2021-12-31/2022-01-02", []string{"property  2021-12-31/2022-01-02", "line  2021-12-31/2022-01-02", "months  2022-01-01/2022-01-02"}},
		{"660101", "2018-01-01/2020-01-01", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, texts(s.Gaps(place(tt.in), during(tt.period)))); diff != "" {
			t.Errorf("%s %s: %s", tt.in, tt.period, diff)
		}
	}
	if got := s.Gaps(place("660101"), cal.Period{}); got != nil {
		t.Error(got)
	}
}

func TestChangesAreDaysOnWhichTheLawIsAnother(t *testing.T) {
	n, c := nation(), county()
	next := n.Values[0]
	next.Force, next.Money = during("2021-07-01/"), yuan(600) // no change where the county has its own
	n.Values = append(n.Values, next)
	c.Deadlines = []eligibility.Deadline{{ID: "x", Programme: "poor", ZH: "甲", EN: "x", From: "x", Days: 1, Basis: eligibility.MonthsBasis, Force: during("2022-02-01/2022-03-01"), Source: src("")}}
	s := mustStatutes(t, n, c)
	for _, tt := range []struct {
		in   string
		want []cal.Date
	}{
		{"660101", []cal.Date{day("2020-01-01"), day("2021-01-01"), day("2022-02-01"), day("2022-03-01")}},
		{"660102", []cal.Date{day("2020-01-01"), day("2021-07-01")}},
		{"", []cal.Date{day("2020-01-01"), day("2021-07-01")}},
	} {
		if got := s.Changes(place(tt.in), during("1990-01-01/")); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.in, got, tt.want)
		}
	}
	if got := s.Changes(place("660101"), during("2020-01-01/2020-01-02")); len(got) != 1 {
		t.Error("the first day of the period is one of its days")
	}
	if got := s.Changes(place("660101"), cal.Period{}); got != nil {
		t.Error(got)
	}
}

func TestGapsAndChangesAgreeWithAskingEveryDay(t *testing.T) {
	gaps, changes := 0, 0
	for seed := range uint64(60) {
		r := random{rand.New(rand.NewPCG(seed, 5)), day("2024-01-10")}
		s, _ := r.statutes(t)
		d, from := r.place(), r.start.AddDays(r.IntN(20)-5)
		p, _ := cal.Between(from, from.AddDays(70))
		if r.IntN(4) == 0 {
			p = cal.Since(from)
		}
		var wantDays []cal.Date
		missing := make(map[Gap][]cal.Date)
		was := s.choose(d, from.AddDays(-1), cal.Date{})
		const far = 140 // longer than anything in the acts
		for i := range far {
			on := from.AddDays(i)
			if !p.Contains(on) {
				break
			}
			is := s.choose(d, on, cal.Date{})
			if !cmp.Equal(paths(is), paths(was)) {
				wantDays = append(wantDays, on)
			}
			was = is
			l := mustLaw(t, s, Query{Division: d, On: on})
			reads, open := map[eligibility.ParamKey]bool{}, map[eligibility.ClauseKey]bool{}
			for prog := range l.Programmes() {
				for _, n := range l.Walk(prog.ID) {
					spec := n.Spec()
					for _, k := range []eligibility.ParamKey{spec.Op.Param, spec.Than.Param, spec.Ratio.Param, spec.Heads.Param, spec.Months.Param} {
						reads[k] = true
					}
					if spec.Required && spec.State == eligibility.NotRecorded {
						open[spec.Clause] = true
					}
				}
				if prog.Pay != nil {
					reads[prog.Pay.Round] = true
				}
			}
			delete(reads, "")
			for k := range reads {
				_, town := l.Value(k, eligibility.Urban)
				_, country := l.Value(k, eligibility.Rural)
				switch {
				case !town && !country:
					missing[Gap{Param: k}] = append(missing[Gap{Param: k}], on)
				case !town:
					missing[Gap{Param: k, Area: eligibility.Urban}] = append(missing[Gap{Param: k, Area: eligibility.Urban}], on)
				case !country:
					missing[Gap{Param: k, Area: eligibility.Rural}] = append(missing[Gap{Param: k, Area: eligibility.Rural}], on)
				}
			}
			for k := range open {
				missing[Gap{Clause: k}] = append(missing[Gap{Clause: k}], on)
			}
		}
		if got := s.Changes(d, p); !slices.Equal(got, wantDays) {
			t.Fatalf("seed %d: changes %v, want %v", seed, got, wantDays)
		}
		changes += len(wantDays)
		got := make(map[Gap][]cal.Date)
		for _, g := range s.Gaps(d, p) {
			key := g
			key.Period = cal.Period{}
			if n := len(got[key]); n > 0 && got[key][n-1].AddDays(1) == g.Period.From() {
				t.Fatalf("seed %d: %v is one gap in two", seed, key)
			}
			for i := range far {
				if on := from.AddDays(i); g.Period.Contains(on) {
					got[key] = append(got[key], on)
				}
			}
			gaps++
		}
		if !maps.EqualFunc(got, missing, slices.Equal) {
			t.Fatalf("seed %d: %v", seed, cmp.Diff(len(missing), len(got)))
		}
	}
	if gaps < 100 || changes < 200 {
		t.Errorf("only %d gaps and %d changes", gaps, changes)
	}
}

// paths names all that was chosen.
func paths(c chosen) (got []string) {
	got = chosenPaths(got, c.programmes)
	got = chosenPaths(got, c.definitions)
	got = chosenPaths(got, c.town)
	got = chosenPaths(got, c.country)
	got = chosenPaths(got, c.fills)
	got = chosenPaths(got, c.overrides)
	got = chosenPaths(got, c.stackings)
	return chosenPaths(got, c.deadlines)
}

func chosenPaths[T any](got []string, rs []*shelf.Rule[T]) []string {
	for _, r := range rs {
		if r == nil {
			got = append(got, "")
		} else {
			got = append(got, r.Path)
		}
	}
	return got
}

func TestTheFingerprintIsThatOfTheEffectiveRules(t *testing.T) {
	at := func(s *Statutes, in string) eligibility.Fingerprint {
		return mustLaw(t, s, Query{Division: place(in), On: day("2022-06-01"), Fictitious: true}).Fingerprint()
	}
	twin := func() eligibility.Act { // another county that decided the same by papers of its own
		c := county()
		c.ID, c.ZH, c.In, c.Force, c.Source = "twin:act", "另一个虚构县", place("660102"), during("2021-05-01/"), src("另")
		for i := range c.Values {
			c.Values[i].Source.Article = "另表"
			c.Values[i].Recorded = day("2021-04-01")
		}
		return c
	}
	base := mustStatutes(t, nation(), county(), twin())
	want := at(base, "660101")
	if at(base, "660102") != want || at(base, "660101003") != want || at(mustStatutes(t, twin(), county(), nation()), "660101") != want {
		t.Error("the same rules do not share their fingerprint")
	}
	if at(base, "660103") == want || at(base, "") != at(base, "660103") {
		t.Error("a county without rules of its own has the nation's")
	}
	if got := want.String(); len(got) != 64 {
		t.Error(got)
	}
	l := mustLaw(t, base, Query{Division: place("660101"), On: day("2023-06-01")})
	if l.Fingerprint() != want {
		t.Error("the day is no part of it")
	}
	same := map[string]func(n, c *eligibility.Act){
		"an unrelated county's value": func(n, c *eligibility.Act) {
			n.Values = append(n.Values, eligibility.Value{Param: "line", Division: place("660109"), Money: yuan(900), Per: eligibility.Monthly, Source: src("")})
		},
		"a value that no rule reads": func(n, c *eligibility.Act) {
			p := n.Parameters[1]
			p.Key = "unread"
			n.Parameters = append(n.Parameters, p)
			n.Values = append(n.Values, eligibility.Value{Param: "unread", Ratio: measure.MustParseRatio("2"), Source: src("")})
		},
		"a definition that no rule uses": func(n, c *eligibility.Act) {
			n.Definitions = append(n.Definitions, eligibility.Definition{ID: "unused", ZH: "甲", EN: "x", Scope: eligibility.PerPerson, Root: eligibility.Always(crit("x")), Source: src("")})
		},
		"a value of the past": func(n, c *eligibility.Act) {
			c.Values = append(c.Values, eligibility.Value{Param: "line", Area: eligibility.Urban, Force: during("2020-01-01/2021-01-01"), Money: yuan(600), Per: eligibility.Monthly, Source: src("")})
		},
		"a deadline": func(n, c *eligibility.Act) { n.Deadlines[0].Days++ },
	}
	for name, edit := range same {
		n, c := nation(), county()
		edit(&n, &c)
		if at(mustStatutes(t, n, c), "660101") != want {
			t.Errorf("%s changes it", name)
		}
	}
	root := func(n *eligibility.Act, i int, with *eligibility.Node) { // replaces a kid of poor
		s := n.Programmes[0].Root.Spec()
		s.Kids[i] = with
		n.Programmes[0].Root = eligibility.New(s)
	}
	seen := map[eligibility.Fingerprint]string{want: "nothing"}
	different := []struct {
		name string
		edit func(n, c *eligibility.Act)
	}{
		{"a value", func(n, c *eligibility.Act) { c.Values[0].Money = yuan(701) }},
		{"a value for another period", func(n, c *eligibility.Act) { c.Values[1].Per, c.Values[1].Money = eligibility.Monthly, yuan(7200) }},
		{"a value less sure", func(n, c *eligibility.Act) { c.Values[0].Source.Provenance = "reported" }},
		{"no value", func(n, c *eligibility.Act) { n.Values = n.Values[:4] }},
		{"a ratio", func(n, c *eligibility.Act) { n.Values[1].Ratio = measure.MustParseRatio("2") }},
		{"a count", func(n, c *eligibility.Act) { n.Values[2].Count = 6 }},
		{"an operator", func(n, c *eligibility.Act) { n.Values[3].Comparator = measure.AtMost }},
		{"a step", func(n, c *eligibility.Act) { n.Values[4].Step.Unit = yuan(10) }},
		{"the mode of a step", func(n, c *eligibility.Act) { n.Values[4].Step.Mode = eligibility.StepDown }},
		{"a fill", func(n, c *eligibility.Act) {
			c.Fills[0].Node = eligibility.Compare(crit("county.rent"), "household.rent", eligibility.By(measure.AtMost), eligibility.Yuan(yuan(3001)))
		}},
		{"no fill", func(n, c *eligibility.Act) { c.Fills = c.Fills[1:] }},
		{"the state of a fill", func(n, c *eligibility.Act) {
			c.Fills[1].State, c.Fills[1].Node = eligibility.Enacted, eligibility.Always(crit("x"))
		}},
		{"no state", func(n, c *eligibility.Act) { c.Fills = slices.Delete(c.Fills, 1, 2) }},
		{"a switch", func(n, c *eligibility.Act) { c.Fills = c.Fills[:2] }},
		{"a switch that is off", func(n, c *eligibility.Act) { c.Fills[2].State = eligibility.NoneEnacted }},
		{"an override", func(n, c *eligibility.Act) {
			c.Overrides[0].With = eligibility.Age(crit("frail.old"), "person.birth", measure.AtLeast, 54)
		}},
		{"an operator of an override", func(n, c *eligibility.Act) {
			c.Overrides[0].With = eligibility.Age(crit("frail.old"), "person.birth", measure.MoreThan, 55)
		}},
		{"no override", func(n, c *eligibility.Act) { c.Overrides = nil }},
		{"the citation of a node", func(n, c *eligibility.Act) {
			k := crit("frail.old")
			k.Source.Article = "第二条"
			c.Overrides[0].With = eligibility.Age(k, "person.birth", measure.AtLeast, 55)
		}},
		{"a note of a node", func(n, c *eligibility.Act) {
			k := crit("frail.old")
			k.Note = "注"
			c.Overrides[0].With = eligibility.Age(k, "person.birth", measure.AtLeast, 55)
		}},
		{"pairs", func(n, c *eligibility.Act) {
			root(n, 1, eligibility.InPairs(crit("poor.alone"), "person.disability", eligibility.Severe(eligibility.SevereGrades()[:1])...))
		}},
		{"words", func(n, c *eligibility.Act) {
			root(n, 1, eligibility.InWords(crit("poor.alone"), eligibility.HouseholdArea, "urban"))
		}},
		{"other words", func(n, c *eligibility.Act) {
			root(n, 1, eligibility.InWords(crit("poor.alone"), eligibility.HouseholdArea, "rural"))
		}},
		{"a branch", func(n, c *eligibility.Act) {
			root(n, 1, eligibility.Exception(crit("a"), eligibility.Always(crit("b")), eligibility.Branch{Criterion: crit("c"), When: eligibility.Always(crit("d")), Then: eligibility.Always(crit("e"))}))
		}},
		{"another branch", func(n, c *eligibility.Act) {
			root(n, 1, eligibility.Exception(crit("a"), eligibility.Always(crit("b")), eligibility.Branch{Criterion: crit("c"), When: eligibility.Always(crit("d")), Then: eligibility.Never(crit("e"))}))
		}},
		{"a where", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.EveryOf(crit("poor.kin"), eligibility.Kin, eligibility.Is(crit("w"), "tie.raised"), eligibility.Always(crit("x"))))
		}},
		{"another where", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.EveryOf(crit("poor.kin"), eligibility.Kin, eligibility.Not(crit("w"), eligibility.Is(crit("w2"), "tie.raised")), eligibility.Always(crit("x"))))
		}},
		{"yet another where", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.EveryOf(crit("poor.kin"), eligibility.Kin, eligibility.Not(crit("w"), eligibility.Is(crit("w3"), "tie.raised")), eligibility.Always(crit("x"))))
		}},
		{"what may be open", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.OpenClause(crit("o"), "no_tax"))
			c.Fills = c.Fills[:2]
		}},
		{"what has to be filled", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.Delegated(crit("o"), "no_tax"))
			c.Fills = c.Fills[:2]
		}},
		{"an amount for each alone", func(n, c *eligibility.Act) {
			n.Programmes = n.Programmes[1:]
			n.Programmes[0].Root, n.Programmes[0].Pay.Parts, n.Programmes[0].Pay.Deduct = eligibility.Always(crit("needy")), n.Programmes[0].Pay.Parts[1:], eligibility.Sum{}
			n.Stackings, n.Deadlines = nil, nil
		}},
		{"an amount for each of other members", func(n, c *eligibility.Act) {
			n.Programmes = n.Programmes[1:]
			n.Programmes[0].Root, n.Programmes[0].Pay.Parts, n.Programmes[0].Pay.Deduct = eligibility.Always(crit("needy")), n.Programmes[0].Pay.Parts[1:], eligibility.Sum{}
			n.Stackings, n.Deadlines = nil, nil
			n.Definitions[0].Root = eligibility.Not(crit("member"), eligibility.Is(crit("x"), "person.lives_here"))
		}},
		{"no where", func(n, c *eligibility.Act) {
			root(n, 2, eligibility.EveryOf(crit("poor.kin"), eligibility.Kin, nil, eligibility.Always(crit("x"))))
		}},
		{"an amount", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Parts[0].Heads = eligibility.Number(1) }},
		{"no amount", func(n, c *eligibility.Act) { n.Programmes[1].Pay = nil }},
		{"what is deducted", func(n, c *eligibility.Act) { n.Programmes[1].Pay.Deduct.Terms[0].Minus = true }},
		{"what comes next", func(n, c *eligibility.Act) { n.Programmes[0].Next = nil }},
		{"a stacking", func(n, c *eligibility.Act) { n.Stackings[0].Rule = eligibility.HigherOf }},
		{"two stackings", func(n, c *eligibility.Act) {
			n.Stackings = append(n.Stackings, n.Stackings[0])
			n.Stackings[1].SameHousehold = true
		}},
		{"no stacking", func(n, c *eligibility.Act) { n.Stackings = nil }},
		{"a definition", func(n, c *eligibility.Act) {
			n.Definitions[0].Root = eligibility.Not(crit("member"), eligibility.Is(crit("x"), "person.lives_here"))
		}},
		{"a name", func(n, c *eligibility.Act) { n.Programmes[0].ZH = "特困" }},
	}
	for _, tt := range different {
		n, c := nation(), county()
		tt.edit(&n, &c)
		got := at(mustStatutes(t, n, c), "660101")
		if other, ok := seen[got]; ok {
			t.Errorf("%s has the fingerprint of %s", tt.name, other)
		}
		seen[got] = tt.name
	}
	ages := cal.AgeRule{Convention: cal.DayAfter, LeapDay: cal.CivilCode().LeapDay}
	if mustLaw(t, base, Query{Division: place("660101"), On: day("2022-06-01"), Ages: ages}).Fingerprint() == want {
		t.Error("the rule of ages is part of it")
	}
	for name, edit := range map[string]func(*eligibility.Fact){"fixed": func(f *eligibility.Fact) { f.Fixed = true }, "a finding": func(f *eligibility.Fact) { f.Judgement = true }} {
		facts := slices.Collect(lawDictionary(t).All())[3:]
		edit(&facts[slices.IndexFunc(facts, func(f eligibility.Fact) bool { return f.Key == "person.alone" })])
		d, err := eligibility.NewDictionary(facts...)
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(d, lawFunctions(), nation(), county())
		if err != nil {
			t.Fatal(err)
		}
		if at(s, "660101") == want {
			t.Errorf("that a fact is %s is part of it", name)
		}
	}
}
