package timeline_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/timeline"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// An almanac makes the law of each day once.
type almanac struct {
	s    *statutes.Statutes
	q    statutes.Query
	laws map[cal.Date]*statutes.Law
}

func newAlmanac(s *statutes.Statutes, q statutes.Query) *almanac {
	return &almanac{s, q, map[cal.Date]*statutes.Law{}}
}

func (a *almanac) at(t testing.TB, on cal.Date) *statutes.Law {
	t.Helper()
	l := a.laws[on]
	if l == nil {
		var err error
		q := a.q
		q.On = on
		if l, err = a.s.At(q); err != nil {
			t.Fatal(err)
		}
		a.laws[on] = l
	}
	return l
}

// daily evaluates every day: the oracle.
func daily(t testing.TB, a *almanac, src timeline.Source, r timeline.Request) ([]timeline.Span, error) {
	t.Helper()
	var spans []timeline.Span
	var begins []cal.Date
	for on := r.Period.From(); !on.After(r.Period.Last()); on = on.AddDays(1) {
		l := a.at(t, on)
		var span timeline.Span
		if _, ok := l.Programme(r.Programme); ok {
			c, row, err := src.Case(l)
			if err != nil {
				return nil, err
			}
			if row >= 0 {
				a, err := engine(l).Assess(c, row, r.Programme)
				if err != nil {
					return nil, err
				}
				span = timeline.Span{InForce: true, Result: a.Result, Stated: a.Stated, Verified: a.Verified,
					Assumed: a.Assumed, Next: a.Next, Amount: a.Amount}
			}
		}
		if n := len(spans); n == 0 || !cmp.Equal(spans[n-1], span) {
			spans, begins = append(spans, span), append(begins, on)
		}
	}
	for i := range spans {
		last := r.Period.Last()
		if i+1 < len(spans) {
			last = begins[i+1].AddDays(-1)
		}
		p, err := cal.Through(begins[i], last)
		if err != nil {
			t.Fatal(err)
		}
		spans[i].Period = p
	}
	return spans, nil
}

// without leaves the reasons out, having seen that there are some.
func without(t testing.TB, spans []timeline.Span) []timeline.Span {
	t.Helper()
	for i := range spans {
		if (i == 0) != (spans[i].Why == nil) {
			t.Errorf("span %d from %v has reasons %v", i, spans[i].Period, spans[i].Why)
		}
		for _, why := range spans[i].Why {
			if !timeline.ReasonKinds().Known(why.Kind) {
				t.Errorf("a reason of no kind: %v", why)
			}
		}
		spans[i].Why = nil
	}
	return spans
}

func TestRandomLawsSayTheSameAsEveryDay(t *testing.T) {
	changes := 0
	compare := func(seeds uint64, period string) {
		for seed := range seeds {
			s, cases := eligibilitytest.Random(seed)
			a := newAlmanac(s, eligibilitytest.Query())
			for i, c := range cases {
				for _, p := range eligibilitytest.Programmes() {
					if c.People() == 0 && p != eligibilitytest.Household {
						continue
					}
					r := timeline.Request{Query: eligibilitytest.Query(), Programme: p, Period: cal.MustParsePeriod(period)}
					src := timeline.Source{Case: func(*statutes.Law) (*eligibility.Case, int, error) { return c, 0, nil }}
					want, err := daily(t, a, src, r)
					if errors.Is(err, eligibility.ErrConflict) {
						continue
					}
					if err != nil {
						t.Fatal(err)
					}
					got, err := timeline.Over(s, src, r)
					if err != nil {
						t.Fatal(err)
					}
					changes += len(want) - 1
					if diff := cmp.Diff(want, without(t, got)); diff != "" {
						t.Fatalf("seed %d case %d %s: %s", seed, i, p, diff)
					}
				}
			}
		}
	}
	compare(rounds(150), "2024-02-26/2024-03-04") // the thresholds of the cases lie here
	compare(rounds(5), "2024-02-01/2025-04-01")
	t.Logf("%d changes", changes)
	if changes < 50 && !testing.Short() || changes == 0 {
		t.Error("too few changes to say anything")
	}
}

func src() vocab.Source {
	return vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}
}

func says(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: id, EN: id, Source: src()}
}

// invented is a law whose standard is raised once and then ends: somebody over 60 with little income, or in need for six
// months.
func invented(t testing.TB) *statutes.Statutes {
	t.Helper()
	value := func(period string, fen int64) eligibility.Value {
		return eligibility.Value{Param: "line", Force: cal.MustParsePeriod(period), Money: money.Fen(fen),
			Per: eligibility.Monthly, Source: src()}
	}
	return inventedWith(t, []eligibility.Value{value("2021-01-01/2022-07-01", 50000), value("2022-07-01/2025-01-01", 70000)})
}

func inventedWith(t testing.TB, standards []eligibility.Value, more ...eligibility.Act) *statutes.Statutes {
	t.Helper()
	root := eligibility.All(says("root"),
		eligibility.Any(says("who"),
			eligibility.Age(says("old"), "p.birth", measure.AtLeast, 60),
			eligibility.Elapsed(says("long"), "p.since", measure.MoreThan, 6, eligibility.Months)),
		eligibility.Compare(says("poor"), "p.wages", eligibility.By(measure.LessThan), eligibility.Param("line")))
	s, err := statutes.New(eligibilitytest.Dictionary(), nil, append(more, eligibility.Act{
		ID: "a", ZH: "虚构办法", EN: "an invented act", Source: src(), Force: cal.MustParsePeriod("2021-01-01/2027-01-01"),
		Programmes: []eligibility.Programme{{ID: "p", ZH: "项目", EN: "programme", Unit: eligibility.PerPerson, Root: root,
			Source: src()}},
		Parameters: []eligibility.Parameter{{Key: "line", ZH: "标准", EN: "line", Kind: eligibility.MoneyParam, Source: src(),
			Set: []eligibility.Delegation{{Nation: true, Mode: eligibility.MayOverride, Source: src()}}}},
		Values: standards,
	})...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// person is a source of one person, who is the same every day.
func person(t testing.TB, s *statutes.Statutes, facts map[eligibility.FactKey]eligibility.Datum) timeline.Source {
	t.Helper()
	c := eligibility.NewCase(s.Dictionary())
	if _, err := c.AddPerson(); err != nil {
		t.Fatal(err)
	}
	for k, d := range facts {
		if err := c.Put(k, 0, d, true); err != nil {
			t.Fatal(err)
		}
	}
	return timeline.Source{Case: func(*statutes.Law) (*eligibility.Case, int, error) { return c, 0, nil }}
}

// older is somebody who is over 60 all the time and earns 600 yuan.
func older(t testing.TB, s *statutes.Statutes) timeline.Source {
	return person(t, s, map[eligibility.FactKey]eligibility.Datum{"p.birth": eligibility.Day(cal.MustParse("1950-03-10")),
		"p.wages": eligibility.Money(money.Fen(60000))})
}

// someone is 60 on 2023-03-10 and earns 600 yuan.
func someone(t testing.TB, s *statutes.Statutes) timeline.Source {
	return person(t, s, map[eligibility.FactKey]eligibility.Datum{"p.birth": eligibility.Day(cal.MustParse("1963-03-10")),
		"p.wages": eligibility.Money(money.Fen(60000)), "p.since": eligibility.Day(cal.MustParse("2022-08-31"))})
}

func TestSpansAndReasons(t *testing.T) {
	s := invented(t)
	q := statutes.Query{Fictitious: true}
	got, err := timeline.Over(s, someone(t, s), timeline.Request{Query: q, Programme: "p",
		Period: cal.MustParsePeriod("2020-06-01/2028-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	type line struct {
		Period string
		Result eligibility.Result
		Why    []timeline.Reason
	}
	var lines []line
	for _, s := range got {
		lines = append(lines, line{s.Period.String(), s.Result, s.Why})
	}
	begins := func(k timeline.ReasonKind) timeline.Reason { return timeline.Reason{Kind: k, Act: "a"} }
	line1 := begins(timeline.LawBegins)
	line1.Param = "line"
	ends := begins(timeline.LawEnds)
	ends.Param = "line"
	want := []line{
		{"2020-06-01/2021-01-01", "", nil},
		{"2021-01-01/2023-02-28", eligibility.NotEligible, []timeline.Reason{begins(timeline.LawBegins), line1}},
		// More than six months are seven full ones; seven from 31 August end on the last of March, and 60 years before.
		{"2023-02-28/2025-01-01", eligibility.Eligible, nil},
		{"2025-01-01/2027-01-01", eligibility.NeedParameter, []timeline.Reason{ends}},
		{"2027-01-01/2028-01-01", "", []timeline.Reason{begins(timeline.LawEnds)}},
	}
	want[1].Period, want[2].Period = "2021-01-01/2023-03-10", "2023-03-10/2025-01-01"
	want[2].Why = []timeline.Reason{{Kind: timeline.AgeReached, Fact: "p.birth", N: 60, Unit: eligibility.Years}}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
	a := newAlmanac(s, q)
	r := timeline.Request{Query: q, Programme: "p", Period: cal.MustParsePeriod("2020-06-01/2028-01-01")}
	oracle, err := daily(t, a, someone(t, s), r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(oracle, without(t, got)); diff != "" {
		t.Error(diff)
	}
}

// What was corrected later still ends on its own day for whoever asks by what was known before.
func TestChangesAreThoseThatWereKnown(t *testing.T) {
	value := func(period, recorded string, fen int64) eligibility.Value {
		v := eligibility.Value{Param: "line", Force: cal.MustParsePeriod(period), Money: money.Fen(fen), Per: eligibility.Monthly, Source: src()}
		v.Recorded = cal.MustParse(recorded)
		return v
	}
	later := eligibility.Act{ID: "later", ZH: "虚构公告", EN: "an invented notice", Source: src(), Force: cal.MustParsePeriod("2022-07-01/"), Recorded: cal.MustParse("2022-06-01"),
		Values: []eligibility.Value{value("2022-07-01/2023-01-01", "2022-06-01", 80000)}}
	later.Values[0].Recorded = cal.Date{}
	s := inventedWith(t, []eligibility.Value{value("2021-01-01/2022-07-01", "2020-12-01", 70000), value("2022-01-01/2025-01-01", "2022-03-01", 50000)}, later)
	r := timeline.Request{Query: statutes.Query{Fictitious: true}, Programme: "p", Period: cal.MustParsePeriod("2021-06-01/2024-01-01")}
	for known, want := range map[string]int{"2021-12-01": 2, "2022-03-01": 2, "": 4, "2020-11-01": 1} {
		r.Query.KnownOn = cal.Date{}
		if known != "" {
			r.Query.KnownOn = cal.MustParse(known)
		}
		got, err := timeline.Over(s, older(t, s), r)
		if err != nil {
			t.Fatal(err)
		}
		oracle, err := daily(t, newAlmanac(s, r.Query), older(t, s), r)
		if err != nil {
			t.Fatal(err)
		}
		for _, span := range got {
			for _, why := range span.Why {
				if known != "" && why.Act == "later" {
					t.Errorf("known on %s: %v names an act that was not known", known, span.Period)
				}
			}
		}
		if diff := cmp.Diff(oracle, without(t, got)); diff != "" || len(got) != want {
			t.Errorf("known on %s: %d spans; %s", known, len(got), diff)
		}
	}
}

// A value without a day of record is known from the day on which it applies: before, it is no reason why the law changes.
func TestAValueIsKnownWhenItBegins(t *testing.T) {
	value := func(period string, fen int64) eligibility.Value {
		return eligibility.Value{Param: "line", Force: cal.MustParsePeriod(period), Money: money.Fen(fen), Per: eligibility.Monthly, Source: src()}
	}
	s := inventedWith(t, []eligibility.Value{value("2021-01-01/2022-07-01", 70000), value("2022-07-01/2025-01-01", 80000)})
	r := timeline.Request{Query: statutes.Query{Fictitious: true, KnownOn: cal.MustParse("2022-06-30")}, Programme: "p",
		Period: cal.MustParsePeriod("2022-01-01/2023-01-01")}
	ends := timeline.Reason{Kind: timeline.LawEnds, Act: "a", Param: "line"}
	got, err := timeline.Over(s, older(t, s), r)
	if err != nil || len(got) != 2 || !cmp.Equal(got[1].Why, []timeline.Reason{ends}) {
		t.Errorf("known on the day before: %v, %v", got, err)
	}
	r.Query.KnownOn = cal.MustParse("2022-07-01")
	if got, err = timeline.Over(s, older(t, s), r); err != nil || len(got) != 1 { // he earns less than either value
		t.Errorf("known on the day: %v, %v", got, err)
	}
}

func TestATermThatEnds(t *testing.T) {
	s := invented(t)
	source := someone(t, s)
	young := source.Case
	source.Case = func(l *statutes.Law) (*eligibility.Case, int, error) {
		c, row, err := young(l)
		if _, known, _ := c.Get("p.birth", 0); known {
			if err := c.Forget("p.birth", 0); err != nil {
				t.Fatal(err)
			}
			if err := c.Put("p.birth", 0, eligibility.Day(cal.MustParse("1990-01-01")), true); err != nil {
				t.Fatal(err)
			}
		}
		return c, row, err
	}
	got, err := timeline.Over(s, source, timeline.Request{Query: statutes.Query{Fictitious: true}, Programme: "p",
		Period: cal.MustParsePeriod("2023-01-01/2024-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	want := timeline.Reason{Kind: timeline.TermOver, Fact: "p.since", N: 7, Unit: eligibility.Months}
	if len(got) != 2 || got[1].Period.String() != "2023-03-31/2024-01-01" || !cmp.Equal(got[1].Why, []timeline.Reason{want}) {
		t.Errorf("%+v", got)
	}
}

func TestBadRequests(t *testing.T) {
	s := invented(t)
	good := timeline.Request{Query: statutes.Query{Fictitious: true}, Programme: "p", Period: cal.Year(2023)}
	for name, tt := range map[string]struct {
		change func(*timeline.Request, *timeline.Source)
		want   error
	}{
		"no period": {func(r *timeline.Request, _ *timeline.Source) { r.Period = cal.Period{} }, timeline.ErrPeriod},
		"no end": {func(r *timeline.Request,
			_ *timeline.Source) {
			r.Period = cal.Since(cal.MustParse("2023-01-01"))
		}, timeline.ErrPeriod},
		"months of ten thousand years": {func(r *timeline.Request, s *timeline.Source) {
			r.Period, s.Days = cal.MustParsePeriod("0001-01-01/9999-12-31"), timeline.Household(&facts.Household{}, "", "").Days
		}, timeline.ErrTooMany},
		"no case":      {func(_ *timeline.Request, s *timeline.Source) { s.Case = nil }, timeline.ErrCase},
		"no programme": {func(r *timeline.Request, _ *timeline.Source) { r.Programme = "q" }, eligibility.ErrProgramme},
		"invented values": {func(r *timeline.Request, _ *timeline.Source) { r.Query.Fictitious = false },
			eligibility.ErrFictitious},
		"no such row": {func(_ *timeline.Request, s *timeline.Source) {
			was := s.Case
			s.Case = func(l *statutes.Law) (*eligibility.Case, int, error) { c, _, err := was(l); return c, 7, err }
		}, eligibility.ErrRow},
		"a case that fails": {func(_ *timeline.Request, s *timeline.Source) {
			s.Case = func(*statutes.Law) (*eligibility.Case, int, error) { return nil, 0, errTest }
		}, errTest},
	} {
		r, src := good, someone(t, s)
		tt.change(&r, &src)
		if _, err := timeline.Over(s, src, r); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	r, src := good, someone(t, s)
	was := src.Case
	src.Case = func(l *statutes.Law) (*eligibility.Case, int, error) { c, _, err := was(l); return c, -1, err }
	if got, err := timeline.Over(s, src, r); err != nil || len(got) != 1 || got[0].InForce {
		t.Errorf("somebody who is not there: %+v %v", got, err)
	}
}

var errTest = errors.New("test")

func TestEveryReasonAndFaultIsNamed(t *testing.T) {
	for _, k := range []timeline.ReasonKind{timeline.LawBegins, timeline.LawEnds, timeline.AgeReached, timeline.TermOver,
		timeline.Expiry,
		timeline.Holding, timeline.DatedFact, timeline.MonthBegins} {
		if !timeline.ReasonKinds().Known(k) {
			t.Errorf("%s has no name", k)
		}
	}
	for _, c := range []fault.Code{timeline.ErrPeriod, timeline.ErrCase, timeline.ErrTooMany} {
		if f := timeline.Faults().New(c); !strings.Contains(f.Error(), string(c)) || f.Error() == string(c) {
			t.Errorf("%v", f)
		}
	}
}

// rounds is n, or a fifth of it under -short: a race or a word of 32 bits shows in the first.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return max(n/5, 1)
	}
	return n
}
