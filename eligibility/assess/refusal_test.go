package assess_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// readers calls every reader and returns its error.
func readers(l *assess.Engine, c *el.Case, row int, p el.ProgrammeID) map[string]error {
	_, _, truth := l.Truth(c, row, p)
	a, assess := l.Assess(c, row, p)
	if assess != nil && (a.Programme != "" || a.Result != "" || len(a.Facts) > 0) {
		assess = errors.New("an assessment beside an error")
	}
	_, findings := l.AppendFindings(nil, c, row, p)
	_, missing := l.AppendMissing(nil, c, row, p)
	_, exact := l.MissingExact(c, row, p)
	_, near := l.NearMiss(c, row, p)
	return map[string]error{"Truth": truth, "Assess": assess, "AppendFindings": findings, "AppendMissing": missing, "MissingExact": exact, "NearMiss": near}
}

func TestReadersRefuseWhatIsNotThere(t *testing.T) {
	d := destituteDictionary()
	act := destituteAct()
	later := act.Programmes[0]
	later.ID, later.Force = "later", cal.Since(cal.MustParse("2030-01-01"))
	later.Root, later.Pay = el.Is(says("later", "以后"), el.HoldsFact("dibao")), nil
	home := later
	home.ID, home.Unit, home.Force, home.Root = "home", el.PerHousehold, cal.Period{}, el.Always(says("home", "恒定"))
	act.Programmes = append(act.Programmes, later, home)
	s, err := statutes.New(d, nil, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	c := family(t, d, true)
	for _, k := range []struct {
		c    *el.Case
		row  int
		p    el.ProgrammeID
		want error
	}{
		{el.NewCase(destituteDictionary()), 0, "tekun", el.ErrDictionary},
		{c, 0, "none", el.ErrProgramme},
		{c, 0, "later", el.ErrNotInForce},
		{c, 3, "tekun", el.ErrRow},
		{c, -1, "tekun", el.ErrRow},
		{c, 1, "home", el.ErrRow},
	} {
		for name, err := range readers(l, k.c, k.row, k.p) {
			if !errors.Is(err, k.want) {
				t.Errorf("%s of %s for row %d: %v, want %v", name, k.p, k.row, err, k.want)
			}
		}
	}
}

// exceptional is a programme of a rule and two exceptions, each by a fact; beside may decide it anyway.
func exceptional(t *testing.T, first, second, beside *el.Node) *assess.Engine {
	act := destituteAct()
	branch := func(id, article string, then *el.Node, f el.FactKey) el.Branch {
		c := says(id, id)
		c.Source.Article = article
		return el.Branch{Criterion: c, When: el.Is(says(id+".when", id), f), Then: then}
	}
	p := act.Programmes[0]
	p.ID, p.Pay = "exceptional", nil
	p.Root = el.Any(says("root", "任一"), el.Exception(says("but", "但书"), el.Never(says("rule", "规则")),
		branch("a", "第一条", first, el.HoldsFact("tekun")), branch("b", "第二条", second, el.HoldsFact("dibao"))), beside)
	act.Programmes = append(act.Programmes, p)
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

func TestTwoExceptionsThatDifferAreAConflict(t *testing.T) {
	ids := 0
	yes := func() *el.Node { ids++; return el.Always(says("yes"+strconv.Itoa(ids), "是")) }
	no := func() *el.Node { ids++; return el.Never(says("no"+strconv.Itoa(ids), "否")) }
	both := func(l *assess.Engine, tekun, dibao bool) *el.Case {
		c := el.NewCase(l.Law().Dictionary())
		c.AddPerson()
		c.Put(el.HoldsFact("tekun"), 0, el.Bool(tekun), true)
		c.Put(el.HoldsFact("dibao"), 0, el.Bool(dibao), true)
		return c
	}
	l := exceptional(t, yes(), no(), no())
	for name, err := range readers(l, both(l, true, true), 0, "exceptional") {
		if name == "AppendFindings" {
			continue
		}
		if !errors.Is(err, el.ErrConflict) || !strings.Contains(err.Error(), "第一条") || !strings.Contains(err.Error(), "第二条") {
			t.Errorf("%s: %v names no conflict of the two provisions", name, err)
		}
	}
	fs, err := l.AppendFindings(nil, both(l, true, true), 0, "exceptional")
	if err != nil || fs[0].Conflict || !fs[1].Conflict || fs[1].Stated != el.Unknown {
		t.Errorf("findings of a conflict: %v, %v", fs, err)
	}
	for _, k := range []struct {
		tekun, dibao bool
		want         el.Truth
	}{{true, false, el.Met}, {false, true, el.NotMet}, {false, false, el.NotMet}} {
		if got, _, err := l.Truth(both(l, k.tekun, k.dibao), 0, "exceptional"); got != k.want || err != nil {
			t.Errorf("%v: %v, %v", k, got, err)
		}
	}
	// Exceptions that agree are none, and neither is one that does not matter.
	l = exceptional(t, yes(), yes(), no())
	if got, _, err := l.Truth(both(l, true, true), 0, "exceptional"); got != el.Met || err != nil {
		t.Error(got, err)
	}
	l = exceptional(t, yes(), no(), yes())
	if got, _, err := l.Truth(both(l, true, true), 0, "exceptional"); got != el.Met || err != nil {
		t.Error(got, err)
	}
}

func TestWhatHasNoRoomIsRefused(t *testing.T) {
	act := destituteAct()
	big := el.Yuan(money.Fen(10_000_000_000_000))
	act.Programmes[0].Root = el.PerHead(says("wide", "过大"), el.Total("person.income.0"), el.By(measure.LessThan),
		el.Line{Limit: big, Heads: el.Number(1_000_000), Months: el.Number(1_000_000)})
	act.Definitions, act.Clauses = nil, nil
	s, err := statutes.New(destituteDictionary(), nil, act)
	if err == nil {
		_, err = at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	}
	if !errors.Is(err, el.ErrValue) {
		t.Errorf("a product without room: %v", err)
	}
}

func TestTheBoundsOfAgesAndTerms(t *testing.T) {
	// Days on which an age or a term is reached, against cal's own arithmetic, by every rule of ages.
	d := destituteDictionary()
	for _, convention := range []cal.AgeConvention{cal.OnBirthday, cal.DayAfter, cal.BirthMonth} {
		for _, leap := range []cal.LeapDay{cal.Feb28, cal.Mar1} {
			for _, on := range []string{"2023-02-28", "2024-02-29", "2023-03-01", "2023-03-31", "2022-12-31"} {
				for _, n := range []int{0, 1, 16, 60} {
					act := destituteAct()
					p := act.Programmes[0]
					p.Root, p.Pay = el.Age(says("age", "年龄"), "person.birth", measure.AtLeast, n), nil
					term := p
					term.ID, term.Root = "term", el.Elapsed(says("term", "期间"), "person.birth", measure.MoreThan, n, el.Months)
					act.Programmes, act.Definitions, act.Clauses = []el.Programme{p, term}, nil, nil
					s, err := statutes.New(d, nil, act)
					if err != nil {
						t.Fatal(err)
					}
					q := statutes.Query{On: cal.MustParse(on), Ages: cal.AgeRule{Convention: convention, LeapDay: leap}, Fictitious: true}
					l, err := at(s, q)
					if err != nil {
						t.Fatal(err)
					}
					for i := -40; i <= 40; i++ {
						c := el.NewCase(d)
						c.AddPerson()
						born := q.On.AddYears(-n).AddDays(i)
						c.Put("person.birth", 0, el.Day(born), true)
						got, _, _ := l.Truth(c, 0, "tekun")
						want := el.Unknown
						if years, ok := cal.Age(born, q.On, q.Ages); ok {
							want = truth(years >= n)
						}
						if got != want {
							t.Fatalf("born %v, on %v, %d by %v: %v, want %v", born, q.On, n, q.Ages, got, want)
						}
						c = el.NewCase(d)
						c.AddPerson()
						since := q.On.AddMonths(-n - 1).AddDays(i)
						c.Put("person.birth", 0, el.Day(since), true)
						got, _, _ = l.Truth(c, 0, "term")
						if want := truth(!since.AddMonths(n + 1).After(q.On)); got != want {
							t.Fatalf("since %v, on %v, more than %d months: %v, want %v", since, q.On, n, got, want)
						}
					}
				}
			}
		}
	}
}

func TestWithoutALawOrACaseNothingIsAnswered(t *testing.T) {
	for name, l := range map[string]*statutes.Law{"no law": nil, "the zero law": {}} {
		if _, err := assess.New(l); !errors.Is(err, el.ErrDictionary) {
			t.Errorf("%s: %v", name, err)
		}
	}
	d := destituteDictionary()
	s, err := statutes.New(d, nil, destituteAct())
	if err != nil {
		t.Fatal(err)
	}
	l, err := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []struct {
		name string
		e    *assess.Engine
		c    *el.Case
	}{{"no case", l, nil}, {"the zero case", l, new(el.Case)}, {"the zero engine", new(assess.Engine), family(t, d, true)}} {
		answers := readers(k.e, k.c, 0, "tekun")
		_, _, answers["Member"] = k.e.Member(k.c, 0)
		for name, err := range answers {
			if !errors.Is(err, el.ErrDictionary) {
				t.Errorf("%s, %s: %v", k.name, name, err)
			}
		}
	}
}
