package statutes

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"

	"github.com/shegong/shegong/eligibility"
)

// successor takes the place of the invented act from 2022 on and was published before, in 2021-11; it changes everything there is.
func successor() eligibility.Act {
	a := nation()
	a.ID, a.Source, a.Force, a.Recorded = "poor-2022", src("新"), during("2022-01-01/"), day("2021-11-01")
	a.Parameters, a.Clauses = nil, nil
	a.Programmes[0].ZH, a.Programmes[1].ZH = "新困难人员", "新困难家庭"
	a.Definitions[1].ZH = "新体弱"
	a.Values = []eligibility.Value{{Param: "line", Money: yuan(600), Per: eligibility.Monthly, Source: src("新表")}}
	a.Fills = []eligibility.Fill{{Clause: "property", State: eligibility.NoneEnacted, Source: src("新")}}
	a.Overrides = []eligibility.Override{{Definition: "frail", Node: "frail.old", With: eligibility.Age(crit("frail.old"), "person.birth", measure.AtLeast, 58), Source: src("新")}}
	a.Stackings[0].ZH, a.Deadlines[0].Days = "新", 20
	return a
}

// says is everything a law says in one line, by what each of its parts is called.
func says(l *Law) string {
	names := ""
	for p := range l.Programmes() {
		names += p.ZH + " "
	}
	for d := range l.Definitions() {
		names += d.ZH + " "
	}
	v, _ := l.Value("line", "")
	_, f, _ := l.Fill("property")
	names += v.Money.String() + " " + string(f.State)
	for _, n := range l.Walk("poor") {
		if n.Criterion().ID == "frail.old" {
			names += fmt.Sprint(" ", n.Spec().N)
		}
	}
	for s := range l.Stackings() {
		names += " " + s.ZH
	}
	for d := range l.Deadlines() {
		names += fmt.Sprint(" ", d.Days)
	}
	return names
}

// Replayed by what was known then, a decision does not see an act that was published later.
func TestAnActIsNotKnownBeforeItsDay(t *testing.T) {
	const was, is = "困难人员 困难家庭 家庭成员 体弱 500.00  60 不并享 15", "新困难人员 新困难家庭 家庭成员 新体弱 600.00 none 58 新 20"
	s := mustStatutes(t, nation(), successor())
	for _, tt := range []struct{ on, known, want string }{
		{"2021-12-31", "", was}, {"2022-01-01", "", is},
		{"2022-01-01", "2021-10-31", was}, {"2022-01-01", "2021-11-01", is}, {"2021-12-31", "2022-06-01", was}, {"2025-01-01", "2021-10-31", was},
	} {
		q := Query{On: day(tt.on)}
		if tt.known != "" {
			q.KnownOn = day(tt.known)
		}
		if got := says(mustLaw(t, s, q)); got != tt.want {
			t.Errorf("on %s, known on %s: %s", tt.on, tt.known, got)
		}
	}
	v, _ := s.Value("line", "", place(""), day("2022-01-01"), day("2021-10-31"))
	if v.Money != yuan(500) {
		t.Error(v.Money)
	}
	if got := s.Changes(place(""), during("2019-01-01/")); !slices.Equal(got, []cal.Date{day("2020-01-01"), day("2022-01-01")}) {
		t.Error(got)
	}
	if got := s.Gaps(place(""), during("2020-01-01/2023-01-01")); len(got) != 1 || got[0].Period != during("2020-01-01/2022-01-01") {
		t.Error("the successor says that nobody enacted a rule on property:", got)
	}
}

// A law is what it says, whenever it was recorded.
func TestTheFingerprintIsNotOfTheDayOfRecord(t *testing.T) {
	at := func(known string, acts ...eligibility.Act) eligibility.Fingerprint {
		q := Query{On: day("2022-06-01")}
		if known != "" {
			q.KnownOn = day(known)
		}
		return mustLaw(t, mustStatutes(t, acts...), q).Fingerprint()
	}
	early := successor()
	early.Recorded = day("2021-10-01")
	if at("", nation(), successor()) != at("", nation(), early) || at("2021-10-15", nation(), successor()) != at("", nation()) {
		t.Error("the same rules under two fingerprints")
	}
	if at("2021-10-15", nation(), successor()) == at("2021-10-15", nation(), early) {
		t.Error("the same fingerprint for two laws")
	}
}

func TestWhatAnActSaysIsKnownWithItAtTheEarliest(t *testing.T) {
	s := func(act, own string) *Statutes {
		a := nation()
		a.ID, a.Programmes, a.Definitions, a.Parameters, a.Clauses, a.Stackings, a.Deadlines = "more", nil, nil, nil, nil, nil, nil
		a.Force, a.Recorded = during("2020-07-01/"), day(act)
		a.Values = []eligibility.Value{{Param: "line", Money: yuan(600), Per: eligibility.Monthly, Source: src("新表"), Force: during("2020-03-01/")}}
		if own != "" {
			a.Values[0].Recorded = day(own)
		}
		return mustStatutes(t, nation(), a)
	}
	for _, tt := range []struct{ act, own, known, want string }{
		{"2020-06-01", "", "2020-05-31", "500.00"}, {"2020-06-01", "", "2020-06-01", "600.00"}, // not on 2020-03-01, from which it is paid back
		{"2020-02-01", "", "2020-02-01", "600.00"},
		{"2020-06-01", "2020-06-10", "2020-06-09", "500.00"}, {"2020-06-01", "2020-06-10", "2020-06-10", "600.00"},
	} {
		v, _ := s(tt.act, tt.own).Value("line", "", place(""), day("2020-03-15"), day(tt.known))
		if got := v.Money.String(); got != tt.want {
			t.Errorf("act %s, value %s, known %s: %s", tt.act, tt.own, tt.known, got)
		}
	}
}

func TestRecordedDaysThatCannotBe(t *testing.T) {
	// late puts a definition into a, and an override that uses it and is known from a day on into n.
	late := func(n, a *eligibility.Act, known string) {
		a.Definitions = append(a.Definitions, eligibility.Definition{ID: "late", ZH: "车辆", EN: "cars", Scope: eligibility.PerHousehold, Source: src(""),
			Root: eligibility.Compare(crit("late"), "household.cars", eligibility.By(measure.AtMost), eligibility.Number(1))})
		n.Overrides = []eligibility.Override{{Programme: "poor", Node: "poor.before", With: eligibility.Defined(crit("poor.before"), "late"), Force: during("2022-01-01/"),
			Recorded: day(known), Source: src("")}}
	}
	for _, tt := range []struct {
		name string
		edit func(n, a *eligibility.Act)
		want []string
	}{
		{"nothing", func(n, a *eligibility.Act) {}, nil},
		{"a value known before its act", func(n, a *eligibility.Act) { a.Values[0].Recorded = day("2021-10-31") }, []string{"acts[1].values[0].recorded VALUE"}},
		{"a fill known before its act", func(n, a *eligibility.Act) { a.Fills[0].Recorded = day("2021-10-31") }, []string{"acts[1].fills[0].recorded VALUE"}},
		{"an override known before its act", func(n, a *eligibility.Act) { a.Overrides[0].Recorded = day("2021-10-31") }, []string{"acts[1].overrides[0].recorded VALUE"}},
		{"two versions known since one day", func(n, a *eligibility.Act) { n.Recorded, n.Values, a.Values = a.Recorded, nil, nil },
			[]string{"acts[1].programmes[0] OVERLAP", "acts[1].programmes[1] OVERLAP", "acts[1].definitions[0] OVERLAP", "acts[1].definitions[1] OVERLAP",
				"acts[1].stackings[0] OVERLAP", "acts[1].deadlines[0] OVERLAP"}},
		{"a programme known before what it rests on", func(n, a *eligibility.Act) {
			a.Programmes, a.Overrides = nil, nil
			n.Definitions[1].Force = during("2020-01-01/2022-01-01")
		}, []string{"acts[0].programmes[0].root.kids[0].definition DEFINITION"}},
		{"membership known later than who asks for it", func(n, a *eligibility.Act) {
			a.Programmes, a.Overrides = nil, nil
			n.Definitions[0].Force = during("2020-01-01/2022-01-01")
		}, []string{"acts[0].programmes[1].root.kids[0].left.over DEFINITION", "acts[0].programmes[1].root.kids[0].heads DEFINITION",
			"acts[0].programmes[1].root.kids[1].right.over DEFINITION", "acts[0].programmes[1].root.kids[3].group DEFINITION",
			"acts[0].programmes[1].root.kids[4].group DEFINITION", "acts[0].programmes[1].pay.deduct.over DEFINITION",
			"acts[0].programmes[1].pay.parts[0].heads DEFINITION", "acts[0].programmes[1].pay.parts[0].left.over DEFINITION",
			"acts[0].programmes[1].pay.parts[1].each DEFINITION"}},
		{"an override before the definition that it uses", func(n, a *eligibility.Act) { late(n, a, "2021-10-01") }, []string{"acts[0].overrides[0].with.definition DEFINITION"}},
		{"an override, a fill and a definition that use one known by then", func(n, a *eligibility.Act) {
			late(n, a, "2021-11-01")
			a.Fills[0].State, a.Fills[0].Node = eligibility.Enacted, eligibility.Defined(crit("rule"), "late")
			d := a.Definitions[2]
			d.ID, d.Root = "later", eligibility.Defined(crit("later"), "late")
			a.Definitions = append(a.Definitions, d)
		}, nil},
	} {
		n, a := nation(), successor()
		tt.edit(&n, &a)
		if diff := cmp.Diff(tt.want, problems(t, lawFunctions(), n, a)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// Going from day to day gives the law that asking for the day gives, and what does not change is made once.
func TestTheLawOfAnotherDayIsThatOfItsQuery(t *testing.T) {
	shared, others := 0, 0
	for seed := range uint64(80) {
		r := random{rand.New(rand.NewPCG(seed, 8)), day("2024-01-10")}
		s, _ := r.statutes(t)
		q := Query{Division: r.place(), On: r.day(), KnownOn: r.recorded(), Ages: cal.AgeRule{Convention: cal.DayAfter, LeapDay: cal.CivilCode().LeapDay}}
		l := mustLaw(t, s, q)
		p, _ := cal.Between(r.start, r.start.AddDays(90))
		changes := l.Changes(p)
		for i := range 90 {
			q.On = r.start.AddDays(i)
			want := mustLaw(t, s, q)
			got, err := l.On(q.On)
			if err != nil {
				t.Fatal(err)
			}
			if got.Query() != want.Query() || !slices.Equal(paths(got.chosen), paths(want.chosen)) || got.Fingerprint() != want.Fingerprint() ||
				says(got) != says(want) {
				t.Fatalf("seed %d on %s: another law", seed, q.On)
			}
			same := &got.programmes[0] == &l.programmes[0]
			if i > 0 && slices.Contains(changes, q.On) == same || same != slices.Equal(paths(l.chosen), paths(want.chosen)) {
				t.Fatalf("seed %d on %s: shared %v, changes %v", seed, q.On, same, changes)
			}
			if same {
				shared++
			} else {
				others++
			}
			l = got
		}
	}
	if shared < 1000 || others < 200 {
		t.Errorf("%d laws shared and %d others say little", shared, others)
	}
}

func TestAnotherDayMayHaveNoLaw(t *testing.T) {
	a := successor()
	a.Source = invent("")
	s := mustStatutes(t, nation(), a)
	l := mustLaw(t, s, Query{On: day("2021-12-31")})
	if _, err := l.On(day("2022-01-01")); !errors.Is(err, eligibility.ErrFictitious) {
		t.Error(err)
	}
	if _, err := l.On(cal.Date{}); !errors.Is(err, eligibility.ErrQuery) {
		t.Error(err)
	}
}
