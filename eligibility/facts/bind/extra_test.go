package bind_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

func TestBindRefuses(t *testing.T) {
	boat := eligibility.Fact{Key: "fujian:boat", Scope: eligibility.PerPerson, Kind: eligibility.CountFact, ZH: "渔船",
		EN: "boats"}
	l := law(t, on, 12, boat)
	people := []facts.Person{{Ref: "a"}, {Ref: "b"}}
	for _, c := range []struct {
		name string
		h    facts.Household
		want []string
	}{
		{"a contradiction", facts.Household{People: []facts.Person{{Ref: "a",
			Birth: facts.Documented(day("2022-03-16"))}}}, []string{"people[0].birth FACTS-FUTURE"}},
		{"an unknown benefit", facts.Household{People: []facts.Person{{Ref: "a",
			Holdings: []facts.Holding{{Programme: "dibo", Period: year}}}}},
			[]string{"people[0].holdings[0].programme FACTS-EXTRA"}},
		{"a finding of what nobody finds", facts.Household{People: people,
			Judgements: []facts.Judgement{{Fact: facts.PersonBirth, Person: "a", Finding: yes}}},
			[]string{"judgements[0].fact FACTS-JUDGEMENT"}},
		{"a finding of nobody", facts.Household{People: people,
			Judgements: []facts.Judgement{{Fact: facts.PersonCanBear, Finding: yes}}},
			[]string{"judgements[0] FACTS-NOBODY"}},
		{"a finding of the household about a person", facts.Household{People: people,
			Judgements: []facts.Judgement{{Fact: facts.ReliefUrgent, Person: "a", Finding: yes}}},
			[]string{"judgements[0] FACTS-NOBODY"}},
		{"extra that has a field", facts.Household{People: people, Extra: []facts.Extra{{Fact: facts.PersonBirth,
			Person: "a", Day: facts.Documented(on)}}},
			[]string{"extra[0].fact FACTS-EXTRA"}},
		{"extra that the law does not have", facts.Household{People: people,
			Extra: []facts.Extra{{Fact: "fujian:ship", Person: "a", Count: facts.Documented(int64(1))}}},
			[]string{"extra[0].fact FACTS-EXTRA"}},
		{"extra of another kind", facts.Household{People: people, Extra: []facts.Extra{{Fact: "fujian:boat",
			Person: "a", Word: facts.Documented("one")}}},
			[]string{"extra[0] FACTS-EXTRA"}},
		{"extra of a tie", facts.Household{People: people, Extra: []facts.Extra{{Fact: "fujian:boat", Person: "a",
			Kin: "b", Count: facts.Documented(int64(1))}}},
			[]string{"extra[0] FACTS-NOBODY"}},
	} {
		b, err := bind.Household(l, &c.h, eligibility.Documented)
		if b != nil {
			t.Errorf("%s: bound all the same", c.name)
		}
		if diff := cmp.Diff(c.want, codes(fault.Of(err))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestExtraFactsOfEveryKind(t *testing.T) {
	f := func(k eligibility.FactKey, s eligibility.Scope, kind eligibility.FactKind) eligibility.Fact {
		return eligibility.Fact{Key: k, Scope: s, Kind: kind, ZH: "扩展", EN: "extra"}
	}
	net := f("fujian:net", eligibility.PerPerson, eligibility.WordFact)
	net.Words = []eligibility.Word{{Key: "wide", ZH: "大", EN: "wide"}}
	l := law(t, on, 12, f("fujian:sea", eligibility.PerHousehold, eligibility.BoolFact), f("fujian:boats",
		eligibility.PerPerson, eligibility.CountFact),
		f("fujian:catch", eligibility.PerPerson, eligibility.MoneyFact), f("fujian:launched", eligibility.PerPerson,
			eligibility.DateFact), net,
		f("fujian:hurt", eligibility.PerPerson, eligibility.PairsFact), f("fujian:crew", eligibility.PerTie,
			eligibility.BoolFact))
	h := &facts.Household{People: []facts.Person{{Ref: "a"}, {Ref: "b"}}, Ties: []facts.Tie{{Of: "a", Kin: "b"}},
		Extra: []facts.Extra{
			{Fact: "fujian:sea", Bool: facts.Stated(true)},
			{Fact: "fujian:boats", Person: "b", Count: facts.Documented(int64(2))},
			{Fact: "fujian:catch", Person: "b", Money: facts.Documented(yuan("3.00"))},
			{Fact: "fujian:launched", Person: "b", Day: facts.Documented(day("2030-01-01"))},
			{Fact: "fujian:net", Person: "b", Word: facts.Documented("wide")},
			{Fact: "fujian:hurt", Person: "b", Pairs: facts.Documented([]eligibility.Pair{{Kind: identity.Limb,
				Grade: identity.GradeFour}})},
			{Fact: "fujian:crew", Person: "b", Kin: "a", Bool: facts.Documented(false)},
		}}
	b := bound(t, l, h)
	got := []string{value(b, "fujian:sea", 0), value(b, "fujian:boats", 1), value(b, "fujian:catch", 1), value(b,
		"fujian:launched", 1),
		value(b, "fujian:net", 1), value(b, "fujian:hurt", 1), value(b, "fujian:crew", 0), value(b, "fujian:crew", 1)}
	if diff := cmp.Diff([]string{"true", "2!", "3.00!", "2030-01-01!", "wide!", "[{limb four}]!", "?", "false!"},
		got); diff != "" {
		t.Error(diff)
	}
}

func TestADictionaryOfTheVendorsOwnTakesWhatItHas(t *testing.T) {
	birth, _ := facts.Dictionary().Lookup(facts.PersonBirth)
	d, err := eligibility.NewDictionary(birth)
	if err != nil {
		t.Fatal(err)
	}
	l := lawOver(t, d, statutes.Query{On: on, Fictitious: true}, 12)
	h := family(t)
	h.Judgements, h.People[0].Holdings = nil, nil
	if got := value(bound(t, l, h), facts.PersonBirth, 0); got != "1958-03-01!" {
		t.Errorf("%s", got)
	}
	h.Judgements = family(t).Judgements[:1]
	if _, err := bind.Household(l, h, eligibility.Documented); !errors.Is(err, facts.ErrJudgement) {
		t.Errorf("a judgement is lost: %v", err)
	}
}

func TestTotalsBeyondWhatTheEngineTakesAreFaults(t *testing.T) {
	most := facts.Checked(money.Fen(10_000_000_000_000))
	in := facts.Income{Complete: facts.Checked(cal.Since(day("2020-01-01"))), Items: []facts.Earning{
		{Kind: facts.Wages, Period: cal.Month(2022, 1), Amount: most}, {Kind: facts.Wages, Period: cal.Month(2022,
			2), Amount: most}}}
	_, err := bind.Household(law(t, on, 12), &facts.Household{People: []facts.Person{{Ref: "a", Income: in}}},
		eligibility.Documented)
	if !errors.Is(err, eligibility.ErrValue) {
		t.Errorf("%v", err)
	}
}

func TestQuestionsSayWhatToObtainAndFromWhom(t *testing.T) {
	l := law(t, on, 0)
	b := bound(t, l, &facts.Household{People: []facts.Person{{Ref: "a"}, {Ref: "b"}}, Ties: []facts.Tie{{Of: "a", Kin: "b"}}})
	need := func(kind eligibility.NeedKind, k eligibility.FactKey, s eligibility.Scope, row int) eligibility.Need {
		return eligibility.Need{Kind: kind, Fact: k, Scope: s, Row: row}
	}
	birth := need(eligibility.FactNeed, facts.PersonBirth, eligibility.PerPerson, 1)
	got := b.Questions(l,
		birth, birth,
		need(eligibility.FactNeed, eligibility.MembersComplete, eligibility.PerHousehold, 0),
		need(eligibility.FactNeed, facts.TieBasis, eligibility.PerTie, 1),
		need(eligibility.JudgementNeed, facts.PersonCanBear, eligibility.PerPerson, 0),
		eligibility.Need{Kind: eligibility.ParamNeed, Param: facts.MonthsOfIncome},
		eligibility.Need{Kind: eligibility.ClauseNeed, Clause: "other"},
		need(eligibility.FactNeed, "nothing", eligibility.PerPerson, 0),
		need(eligibility.FactNeed, facts.PersonBirth, eligibility.PerPerson, 9),
		need(eligibility.FactNeed, facts.TieBasis, eligibility.PerTie, 9),
		eligibility.Need{},
	)
	want := []string{
		"b：请查明“出生日期”。出生医学证明、户口簿、居民身份证（本人），户籍信息核对（公安机关）",
		"家庭：请查明“家庭成员是否已列全”。户口簿、共同生活情况调查（村居）",
		"b与a：请查明“关系成因”。出生医学证明、收养登记证、户籍资料",
		"a：请研判“是否有负担能力”。乡镇（街道）研判",
		"缺少本地标准“收入核算期”。请民政部门查明并录入",
		"未录入本地规定“其他情形”。请民政部门查明并录入",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whoever was given relief, or is tagged as a left-behind child, is bound: the law has the programme, and no rule asks.
func TestABenefitThatNoRuleAsksAbout(t *testing.T) {
	force := cal.Since(day("2021-07-01"))
	act := eligibility.Act{ID: "relief", ZH: "虚构办法", EN: "invented act", Source: invented, Force: force, Programmes: []eligibility.Programme{{
		ID: "relief", ZH: "虚构救助", EN: "invented relief", Unit: eligibility.PerPerson, Source: invented, Force: cal.Since(day("2025-01-01")),
		Root: eligibility.Always(eligibility.Criterion{ID: "always", ZH: "恒符合", EN: "always", Source: invented})}}}
	s, err := statutes.New(facts.Dictionary(), nil, act)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{Division: county, On: on, Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	h := &facts.Household{People: []facts.Person{{Ref: "a", Holdings: []facts.Holding{{Programme: "relief", Period: year, Confirmed: yes}}}}}
	bound(t, l, h)
	h.People[0].Holdings[0].Programme = "releif"
	if _, err := bind.Household(l, h, eligibility.Documented); !errors.Is(err, facts.ErrExtra) {
		t.Errorf("misspelt: %v", err)
	}
}

// What a Binder keeps is the law's: households bound before or at the same time leave no trace.
func TestABinderIsSharedByGoroutines(t *testing.T) {
	l, h := law(t, on, 12), family(t)
	other := &facts.Household{Area: facts.Stated(eligibility.Urban), People: []facts.Person{{Ref: "z"}}}
	binder, err := bind.New(l, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	want := bound(t, l, h)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 8 {
				if b, err := binder.Household(other); err != nil || b.Case.People() != 1 {
					t.Error(err)
				}
				got, err := binder.Household(h)
				if err != nil {
					t.Error(err)
					return
				}
				if diff := cmp.Diff(everything(want), everything(got)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	all.Wait()
}

// everything is what a case says, line by line.
func everything(b *bind.Bound) []string {
	var lines []string
	for f := range b.Case.Dictionary().All() {
		n := 1
		switch f.Scope {
		case eligibility.PerPerson:
			n = b.Case.People()
		case eligibility.PerTie:
			n = b.Case.Ties()
		}
		for row := range n {
			lines = append(lines, fmt.Sprint(f.Key, " ", row, " ", value(b, f.Key, row)))
		}
	}
	return lines
}

// A household costs its case and little more: binding a county must not be the work of the collector.
func TestAllocations(t *testing.T) {
	binder, err := bind.New(law(t, on, 12), eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	h := family(t)
	n := testing.AllocsPerRun(50, func() { _, _ = binder.Household(h) })
	if most := 60.0; n > most {
		t.Errorf("%v allocations of a household with %d people and %d ties, at most %v", n, len(h.People), len(h.Ties), most)
	}
}
