package local_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// What places did not set, or set without a text that was read, is invented here (虚构标准，仅供演示).

type set = map[eligibility.FactKey]eligibility.Datum

func invented() vocab.Source {
	return vocab.Source{Document: "虚构标准", Article: "第一条", Provenance: vocab.Fictitious}
}

// test is an act of a place with invented values and rules. Income is counted over twelve months.
func test(code string, fills []eligibility.Fill, values ...eligibility.Value) eligibility.Act {
	from := cal.Since(cal.MustParse("2021-07-01"))
	a := eligibility.Act{ID: "test:" + code, ZH: "虚构标准", EN: "invented", Source: invented(), In: division.MustParse(code),
		Force: from, Values: values, Fills: fills}
	months := eligibility.Value{Param: national.IncomeMonths, Count: 12, Division: division.MustParse(code)}
	months.SetBy = division.Prefecture
	if a.In.Level() == division.Province {
		months.SetBy = ""
	}
	a.Values = append(a.Values, months)
	for i := range a.Values {
		v := &a.Values[i]
		v.Source = invented()
		if v.Param == national.DibaoStandard || v.Param == national.TekunBasic {
			v.SetBy = months.SetBy
		}
	}
	for i := range a.Fills {
		a.Fills[i].State, a.Fills[i].Source = eligibility.Enacted, invented()
	}
	return a
}

func amount(k eligibility.ParamKey, yuan int64) eligibility.Value {
	return eligibility.Value{Param: k, Money: money.Fen(yuan * 100), Per: eligibility.Monthly}
}

func incomeAYear(yuan int64) eligibility.Value {
	return eligibility.Value{Param: national.DisposableIncome, Money: money.Fen(yuan * 100), Per: eligibility.Yearly}
}

func ratioOf(k eligibility.ParamKey, r string) eligibility.Value {
	return eligibility.Value{Param: k, Ratio: measure.MustParseRatio(r), Force: cal.Since(cal.MustParse("2025-01-01"))}
}

// fits fills property rules so that everything fits.
func fits(keys ...eligibility.ClauseKey) []eligibility.Fill {
	f := make([]eligibility.Fill, len(keys))
	for i, k := range keys {
		f[i] = eligibility.Fill{Clause: k, Node: eligibility.Always(eligibility.Criterion{ID: "test." + string(k),
			ZH: "财产符合规定", EN: "property fits", Source: invented()})}
	}
	return f
}

// at is the law of a place on a day.
func at(t testing.TB, s *statutes.Statutes, code, on string) *statutes.Law {
	t.Helper()
	l, err := s.At(statutes.Query{Division: division.MustParse(code), On: cal.MustParse(on), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// household is a family in the country of so many people, of whom the first applies; of each, everything but a birth is known
// and nothing is out of the ordinary: at liberty, of full capacity, no income, no property, no disability, no benefit, not at school.
func household(t testing.TB, s *statutes.Statutes, people int) *eligibility.Case {
	t.Helper()
	c := eligibility.NewCase(s.Dictionary())
	for range people {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	for f := range s.Dictionary().All() {
		rows := people
		if f.Scope == eligibility.PerHousehold {
			rows = 1
		}
		if f.Scope == eligibility.PerTie || f.Judgement && f.Key != facts.PersonFitsSingleProperty &&
			f.Key != facts.HouseholdFitsDibaoProperty &&
			f.Key != facts.PersonFitsTekunProperty {
			continue
		}
		for row := range rows {
			var d eligibility.Datum
			switch f.Kind {
			case eligibility.BoolFact:
				d = eligibility.Bool(f.Judgement || f.Key == eligibility.MembersComplete || f.Key == eligibility.KinComplete)
			case eligibility.CountFact:
				d = eligibility.Count(0)
			case eligibility.MoneyFact:
				d = eligibility.Money(money.Amount{})
			case eligibility.PairsFact:
				d = eligibility.PairsOf()
			case eligibility.WordFact:
				word := f.Words[0].Key
				switch f.Key {
				case eligibility.HouseholdArea:
					word = "rural"
				case facts.PersonRelation:
					if word = "self"; row > 0 {
						word = "spouse"
					}
				}
				d = eligibility.WordOf(word)
			default:
				continue
			}
			if err := c.Put(f.Key, row, d, true); err != nil {
				t.Fatal(f.Key, err)
			}
		}
	}
	return c
}

// change puts other facts in place.
func change(t testing.TB, c *eligibility.Case, row int, of set) *eligibility.Case {
	t.Helper()
	for k, d := range of {
		if err := c.Forget(k, row); err != nil {
			t.Fatal(k, err)
		}
		if err := c.Put(k, row, d, true); err != nil {
			t.Fatal(k, err)
		}
	}
	return c
}

// related makes kin a relative of owner by blood, and the other way round.
func related(t testing.TB, c *eligibility.Case, owner, kin int, relation, back string) {
	t.Helper()
	for _, r := range []struct {
		of, to   int
		relation string
	}{{owner, kin, relation}, {kin, owner, back}} {
		tie, err := c.AddTie(r.of, r.to)
		if err != nil {
			t.Fatal(err)
		}
		change(t, c, tie, set{facts.TieRelation: eligibility.WordOf(r.relation),
			facts.TieBasis: eligibility.WordOf("blood"), facts.TieRaised: eligibility.Bool(false)})
	}
}

func born(d string) eligibility.Datum    { return eligibility.Day(cal.MustParse(d)) }
func yuan(n int64) eligibility.Datum     { return eligibility.Money(money.Fen(n * 100)) }
func word(w string) eligibility.Datum    { return eligibility.WordOf(w) }
func yes() eligibility.Datum             { return eligibility.Bool(true) }
func count(n int64) eligibility.Datum    { return eligibility.Count(n) }
func held(p eligibility.ProgrammeID) set { return set{eligibility.HoldsFact(p): yes()} }

func disabled(k identity.DisabilityKind, g identity.DisabilityGrade) eligibility.Datum {
	return eligibility.PairsOf(eligibility.Pair{Kind: k, Grade: g})
}

// assess assesses and compares the result.
func assess(t testing.TB, name string, l *statutes.Law, c *eligibility.Case, row int, p eligibility.ProgrammeID,
	want eligibility.Result) eligibility.Assessment {
	t.Helper()
	a, err := engine(l).Assess(c, row, p)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if a.Result != want {
		t.Errorf("%s: %s of %s on %v: %s, want %s; missing %v %v %v", name, p, l.Query().Division, l.Query().On, a.Result,
			want, a.Parameters, a.Facts, a.Judgements)
	}
	return a
}
