package reform_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/reform"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var invented = vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}

func criterion(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: id, EN: id, Source: invented}
}

// statutes have an aid of the gap to a standard, which rises in 2025, a grant for everybody over 70 that begins then,
// and a bonus that ends.
func body(t testing.TB) *statutes.Statutes {
	t.Helper()
	fact := func(k eligibility.FactKey, s eligibility.Scope, kind eligibility.FactKind) eligibility.Fact {
		return eligibility.Fact{Key: k, Scope: s, Kind: kind, ZH: string(k), EN: string(k)}
	}
	d, err := eligibility.NewDictionary(fact("person.income", eligibility.PerPerson, eligibility.MoneyFact),
		fact("person.birth", eligibility.PerPerson, eligibility.DateFact), fact("person.bonus", eligibility.PerPerson, eligibility.MoneyFact))
	if err != nil {
		t.Fatal(err)
	}
	old, young := cal.MustParsePeriod("2020-01-01/2025-01-01"), cal.MustParsePeriod("2025-01-01/")
	line := eligibility.Line{Limit: eligibility.Param("standard"), Heads: eligibility.Heads()}
	act := eligibility.Act{ID: "aid", ZH: "虚构办法", EN: "an invented act", Source: invented, Force: cal.Since(cal.MustParse("2020-01-01")),
		Definitions: []eligibility.Definition{{ID: eligibility.MemberOf, ZH: "成员", EN: "member", Scope: eligibility.PerPerson,
			Root: eligibility.Always(criterion("member")), Source: invented}},
		Parameters: []eligibility.Parameter{{Key: "standard", ZH: "标准", EN: "standard", Kind: eligibility.MoneyParam, Source: invented,
			Set: []eligibility.Delegation{{Force: cal.Since(cal.MustParse("2020-01-01")), Nation: true, Mode: eligibility.MayOverride, Source: invented}}}},
		Values: []eligibility.Value{
			{Param: "standard", Force: old, Money: money.Fen(50_000), Per: eligibility.Monthly, Source: invented},
			{Param: "standard", Force: young, Money: money.Fen(60_000), Per: eligibility.Monthly, Source: invented},
		},
		Programmes: []eligibility.Programme{
			{ID: "aid", ZH: "补差", EN: "aid", Unit: eligibility.PerHousehold, Source: invented,
				Root: eligibility.PerHead(criterion("poor"), eligibility.TotalOfMembers("person.income"), eligibility.By(measure.LessThan), line),
				Pay: &eligibility.Pay{Source: invented, Parts: []eligibility.Part{{Criterion: criterion("gap"), Kind: eligibility.PayGap,
					Limit: eligibility.Param("standard"), Heads: eligibility.Heads(), Left: eligibility.TotalOfMembers("person.income")}}}},
			{ID: "grant", ZH: "补贴", EN: "grant", Unit: eligibility.PerPerson, Source: invented, Force: young,
				Root: eligibility.Age(criterion("old"), "person.birth", measure.AtLeast, 70),
				Pay: &eligibility.Pay{Source: invented, Parts: []eligibility.Part{{Criterion: criterion("sum"), Kind: eligibility.PayFixed,
					Limit: eligibility.Yuan(money.Fen(10_000))}}}},
			{ID: "bonus", ZH: "奖励", EN: "bonus", Unit: eligibility.PerPerson, Source: invented, Force: old,
				Root: eligibility.Age(criterion("adult"), "person.birth", measure.AtLeast, 18),
				Pay: &eligibility.Pay{Source: invented, Parts: []eligibility.Part{{Criterion: criterion("theirs"), Kind: eligibility.PayFixed,
					Limit: eligibility.FactOf("person.bonus")}}}},
			{ID: "class", ZH: "身份", EN: "a class that pays nothing", Unit: eligibility.PerPerson, Source: invented,
				Root: eligibility.Age(criterion("minor"), "person.birth", measure.LessThan, 18)},
		}}
	s, err := statutes.New(d, nil, act)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lawOn(t testing.TB, s *statutes.Statutes, day string) *statutes.Law {
	t.Helper()
	l, err := s.At(statutes.Query{On: cal.MustParse(day), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// someone is what is known of a person; −1 fen or no birth is unknown.
type someone struct {
	income, bonus int64
	birth         string
}

func household(t testing.TB, b *batch.Batch, people ...someone) {
	t.Helper()
	c := eligibility.NewCase(b.Dictionary())
	put := func(k eligibility.FactKey, row int, d eligibility.Datum) {
		if err := c.Put(k, row, d, true); err != nil {
			t.Fatal(err)
		}
	}
	put(eligibility.MembersComplete, 0, eligibility.Bool(true))
	for _, p := range people {
		row, err := c.AddPerson()
		if err != nil {
			t.Fatal(err)
		}
		if p.income >= 0 {
			put("person.income", row, eligibility.Money(money.Fen(p.income)))
		}
		if p.bonus >= 0 {
			put("person.bonus", row, eligibility.Money(money.Fen(p.bonus)))
		}
		if p.birth != "" {
			put("person.birth", row, eligibility.Day(cal.MustParse(p.birth)))
		}
	}
	if _, err := b.Append(c); err != nil {
		t.Fatal(err)
	}
}

func village(t testing.TB, s *statutes.Statutes) *batch.Batch {
	t.Helper()
	b := batch.New(s.Dictionary())
	household(t, b, someone{20_000, 100, "1940-05-06"}, someone{40_000, -1, "1990-01-01"}) // 600 for two: aid in both years
	household(t, b, someone{55_000, 0, "1980-01-01"})                                      // above 500, below 600
	household(t, b, someone{80_000, 0, "2015-01-01"})                                      // never
	household(t, b, someone{-1, 0, ""})                                                    // unknown
	return b
}

func TestCompareCountsAndCosts(t *testing.T) {
	s := body(t)
	b := village(t, s)
	r, err := reform.Compare(b, lawOn(t, s, "2024-06-01"), lawOn(t, s, "2025-06-01"), nil)
	if err != nil {
		t.Fatal(err)
	}
	// From NotMet, Unknown, Met, to NotMet, Unknown, Met.
	yuan := func(fen int64) money.Amount { return money.Fen(fen) }
	want := []reform.Change{
		{Programme: "aid", Unit: eligibility.PerHousehold, Moves: [3][3]int{{1, 0, 1}, {0, 1, 0}, {0, 0, 1}},
			Before: reform.Cost{Total: yuan(40_000), Paid: 1}, After: reform.Cost{Total: yuan(65_000), Paid: 2}, Raised: 1},
		{Programme: "bonus", Unit: eligibility.PerPerson, Moves: [3][3]int{{1, 0, 0}, {1, 0, 0}, {3, 0, 0}},
			Before: reform.Cost{Total: yuan(100), Paid: 2, Unknown: 1}},
		{Programme: "class", Unit: eligibility.PerPerson, Moves: [3][3]int{{3, 0, 0}, {0, 1, 0}, {0, 0, 1}},
			Before: reform.Cost{Unknown: 1}, After: reform.Cost{Unknown: 1}},
		{Programme: "grant", Unit: eligibility.PerPerson, Moves: [3][3]int{{3, 1, 1}, {0, 0, 0}, {0, 0, 0}},
			After: reform.Cost{Total: yuan(10_000), Paid: 1}},
	}
	if diff := cmp.Diff(want, r.Changes, cmp.Comparer(money.Amount.Equal)); diff != "" {
		t.Error(diff)
	}
	aid := r.Changes[0]
	if d, err := aid.Difference(); err != nil || d != yuan(25_000) {
		t.Error(d, err)
	}
	if aid.Gained() != 1 || aid.Lost() != 0 || r.Changes[1].Lost() != 3 || r.Changes[3].Gained() != 1 {
		t.Error("who gains and who loses is not what moved")
	}
	if rows := slices.Collect(r.Rows("aid", eligibility.NotMet, eligibility.Met)); !slices.Equal(rows, []int{1}) {
		t.Error(rows)
	}
	if rows := slices.Collect(r.Rows("bonus", eligibility.Met, eligibility.NotMet)); !slices.Equal(rows, []int{0, 1, 2}) {
		t.Error(rows)
	}
	for range r.Rows("bonus", eligibility.Met, eligibility.NotMet) {
		break
	}
	if rows := slices.Collect(r.Rows("nobody", eligibility.Met, eligibility.Met)); rows != nil {
		t.Error(rows)
	}
	balances := map[eligibility.ProgrammeID]reform.Balance{
		"aid":   {More: reform.Part{Rows: 2, Total: yuan(25_000)}, Same: 1, Open: 1},
		"bonus": {Less: reform.Part{Rows: 1, Total: yuan(100)}, Same: 2, Open: 2}, // of two met before one amount is 0, of one unknown
		"class": {Same: 5},                                                        // it pays nothing, whoever fits
		"grant": {More: reform.Part{Rows: 1, Total: yuan(10_000)}, Same: 3, Open: 1},
		"none":  {},
	}
	for id, want := range balances {
		if diff := cmp.Diff(want, r.Balance(id), cmp.Comparer(money.Amount.Equal)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	// The first household has a bonus of unknown amount, of the last nothing is known.
	all := reform.Balance{More: reform.Part{Rows: 1, Total: yuan(5_000)}, Same: 1, Open: 2}
	if diff := cmp.Diff(all, r.Households(), cmp.Comparer(money.Amount.Equal)); diff != "" {
		t.Error(diff)
	}
	for i, open := range []int{1, 1, 1, 1} {
		if c := r.Changes[i]; c.Open() != open {
			t.Errorf("%s: %d open, want %d", c.Programme, c.Open(), open)
		}
	}
	if r.Before == r.After || r.Before != lawOn(t, s, "2024-06-02").Fingerprint() {
		t.Error("the fingerprints are not those of the laws")
	}
}

func TestWhoIsListedForARelativesSakeIsNeitherCountedNorPaid(t *testing.T) {
	s := body(t)
	b := village(t, s)
	b.SetOutside(0) // the oldest: a bonus lost, a grant gained
	r, err := reform.Compare(b, lawOn(t, s, "2024-06-01"), lawOn(t, s, "2025-06-01"), nil, "bonus", "grant", "aid")
	if err != nil {
		t.Fatal(err)
	}
	bonus, grant, aid := r.Changes[0], r.Changes[1], r.Changes[2]
	if bonus.Lost() != 2 || bonus.Before.Paid+bonus.Before.Unknown != 2 || grant.Gained() != 0 || grant.After.Paid != 0 || aid.Before.Paid != 1 {
		t.Errorf("%+v", r.Changes)
	}
	if rows := slices.Collect(r.Rows("bonus", eligibility.Met, eligibility.NotMet)); !slices.Equal(rows, []int{1, 2}) {
		t.Error(rows)
	}
}

// Balances against the row reader, over many households: what each row gets by itself, and each household in all.
func TestBalancesAreWhatTheRowReaderPays(t *testing.T) {
	s := body(t)
	laws := [2]*statutes.Law{lawOn(t, s, "2024-06-01"), lawOn(t, s, "2025-06-01")}
	b := batch.New(s.Dictionary())
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		people := make([]someone, r.IntN(4))
		for i := range people {
			people[i] = someone{int64(r.IntN(90_000)), int64(r.IntN(3) * 5_000), cal.MustParse("1945-01-01").AddDays(r.IntN(30_000)).String()}
			switch r.IntN(12) {
			case 0:
				people[i].income = -1
			case 1:
				people[i].bonus = -1
			case 2:
				people[i].birth = ""
			}
		}
		household(t, b, people...)
	}
	for p := range b.People() {
		if r.IntN(9) == 0 {
			b.SetOutside(p)
		}
	}
	got, err := reform.Compare(b, laws[0], laws[1], nil)
	if err != nil {
		t.Fatal(err)
	}
	const open = int64(-1)
	pays := func(l *statutes.Law, c *eligibility.Case, row int, id eligibility.ProgrammeID) int64 {
		p, inForce := l.Programme(id)
		if !inForce || p.Pay == nil {
			return 0
		}
		a, err := engine(l).Assess(c, row, id)
		if err != nil {
			t.Fatal(err)
		}
		switch a.Stated {
		case eligibility.NotMet:
			return 0
		case eligibility.Met:
			if sum, ok := a.Amount.Get(); ok {
				return sum.Fen()
			}
		}
		return open
	}
	count := func(to *reform.Balance, before, after int64) {
		switch {
		case before == open || after == open:
			to.Open++
		case after > before:
			to.More.Rows, to.More.Total = to.More.Rows+1, money.Fen(to.More.Total.Fen()+after-before)
		case after < before:
			to.Less.Rows, to.Less.Total = to.Less.Rows+1, money.Fen(to.Less.Total.Fen()+before-after)
		default:
			to.Same++
		}
	}
	balances, households := map[eligibility.ProgrammeID]reform.Balance{}, reform.Balance{}
	for h := range b.Households() {
		c, err := b.Case(h)
		if err != nil {
			t.Fatal(err)
		}
		from, _ := b.PeopleOf(h)
		var all [2]int64
		for _, ch := range got.Changes {
			rows := 1
			if ch.Unit == eligibility.PerPerson {
				rows = c.People()
			}
			for row := range rows {
				if ch.Unit == eligibility.PerPerson && b.Outside(from+row) {
					continue
				}
				sums := [2]int64{pays(laws[0], c, row, ch.Programme), pays(laws[1], c, row, ch.Programme)}
				balance := balances[ch.Programme]
				count(&balance, sums[0], sums[1])
				balances[ch.Programme] = balance
				for k, sum := range sums {
					if sum == open || all[k] == open {
						all[k] = open
					} else {
						all[k] += sum
					}
				}
			}
		}
		count(&households, all[0], all[1])
		before, after := got.Household(h)
		for k, v := range []known.Value[money.Amount]{before, after} {
			if sum, ok := v.Get(); ok != (all[k] != open) || ok && sum.Fen() != all[k] {
				t.Errorf("household %d: %v, want %d", h, v, all[k])
			}
		}
	}
	for _, c := range got.Changes {
		if diff := cmp.Diff(balances[c.Programme], got.Balance(c.Programme), cmp.Comparer(money.Amount.Equal)); diff != "" {
			t.Errorf("%s: %s", c.Programme, diff)
		}
	}
	if diff := cmp.Diff(households, got.Households(), cmp.Comparer(money.Amount.Equal)); diff != "" {
		t.Error(diff)
	}
	d, err := got.Households().Difference()
	if err != nil || d.Fen() != households.More.Total.Fen()-households.Less.Total.Fen() {
		t.Error(d, err)
	}
	if households.More.Rows == 0 || households.Less.Rows == 0 || households.Same == 0 || households.Open == 0 {
		t.Errorf("%+v proves too little", households)
	}
	if before, after := got.Household(-1); before.Known() || after.Known() {
		t.Error("a household that is not there")
	}
	if before, after := got.Household(b.Households()); before.Known() || after.Known() {
		t.Error("a household that is not there")
	}
}

func TestTheOtherWayRoundGainsBecomeLosses(t *testing.T) {
	s := body(t)
	b := village(t, s)
	r, err := reform.Compare(b, lawOn(t, s, "2025-06-01"), lawOn(t, s, "2024-06-01"), nil, "aid", "aid")
	if err != nil {
		t.Fatal(err)
	}
	c := r.Changes[0]
	if d, _ := c.Difference(); len(r.Changes) != 1 || c.Lost() != 1 || c.Gained() != 0 || c.Lowered != 1 || c.Raised != 0 || d != money.Fen(-25_000) {
		t.Errorf("%+v", r.Changes)
	}
}

// Costs are the sums of what the row reader says, over random law and households.
func TestCostsAreTheSumOfWhatTheRowReaderSays(t *testing.T) {
	paid := 0
	for seed := range uint64(150) {
		s, cases := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		b := batch.New(s.Dictionary())
		for _, c := range cases {
			if _, err := b.Append(c); err != nil {
				t.Fatal(err)
			}
		}
		both := batch.Form{Ref: eligibilitytest.Function().Ref, Judge: func(b *batch.Block) (met, notMet uint64) {
			for row := range 64 {
				yes, no := b.Known[0]&b.Known[1]>>row&1 != 0 && b.Values[0][row]&b.Values[1][row] == 1, false
				for i := range b.Known {
					no = no || b.Known[i]>>row&1 != 0 && b.Values[i][row] == 0
				}
				if yes && b.Known[0]>>row&1 != 0 {
					met |= 1 << row
				}
				if no {
					notMet |= 1 << row
				}
			}
			return met, notMet
		}}
		r, err := reform.Compare(b, l, l, []batch.Form{both}, eligibilitytest.Household, eligibilitytest.Mutual)
		if err != nil {
			t.Fatal(seed, err)
		}
		for _, c := range r.Changes {
			var want reform.Cost
			for _, k := range cases {
				rows := 1
				if c.Unit == eligibility.PerPerson {
					rows = k.People()
				}
				for row := range rows {
					a, err := engine(l).Assess(k, row, c.Programme)
					if err != nil || a.Stated != eligibility.Met {
						continue
					}
					if sum, ok := a.Amount.Get(); ok {
						want.Paid++
						if want.Total, err = want.Total.Add(sum); err != nil {
							t.Fatal(err)
						}
					} else {
						want.Unknown++
					}
				}
			}
			if c.Before != want || c.After != want || c.Raised+c.Lowered != 0 || c.Gained()+c.Lost() != 0 {
				t.Errorf("seed %d: %+v, want %+v twice", seed, c, want)
			}
			paid += want.Paid
		}
	}
	if paid < 50 {
		t.Errorf("only %d rows are paid", paid)
	}
}

func TestWhatCannotBeComparedIsRefused(t *testing.T) {
	s := body(t)
	b := village(t, s)
	before, after := lawOn(t, s, "2024-06-01"), lawOn(t, s, "2025-06-01")
	if _, err := reform.Compare(b, before, after, nil, "nobody"); !errors.Is(err, batch.ErrProgramme) {
		t.Error(err)
	}
	if _, err := reform.Compare(batch.New(eligibilitytest.Dictionary()), before, after, nil); !errors.Is(err, batch.ErrDictionary) {
		t.Error(err)
	}
	if _, err := reform.Compare(b, before, lawOn(t, body(t), "2025-06-01"), nil); !errors.Is(err, batch.ErrDictionary) {
		t.Error(err)
	}
	for _, err := range []error{failed(reform.Compare(nil, before, after, nil)), failed(reform.Compare(b, nil, after, nil)),
		failed(reform.Compare(b, before, &statutes.Law{}, nil))} {
		if !errors.Is(err, batch.ErrDictionary) {
			t.Error(err)
		}
	}
	if n := (reform.Change{Moves: [3][3]int{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}}).Moved(eligibility.Met, 9); n != 0 {
		t.Error(n)
	}
}

func failed(_ *reform.Report, err error) error {
	return err
}

func ExampleCompare() {
	t := &testing.T{}
	s := body(t) // an aid up to 500 yuan a head, from 2025 up to 600
	b := village(t, s)
	r, err := reform.Compare(b, lawOn(t, s, "2024-12-31"), lawOn(t, s, "2025-01-01"), nil, "aid")
	if err != nil {
		fmt.Println(err)
		return
	}
	c := r.Changes[0]
	more, err := c.Difference()
	fmt.Println("gain:", c.Gained(), "lose:", c.Lost(), "open:", c.Moved(eligibility.Unknown, eligibility.Unknown))
	fmt.Println("a month:", c.Before.Total, "→", c.After.Total, "more:", more, err)
	for row := range r.Rows("aid", eligibility.NotMet, eligibility.Met) {
		fmt.Println("household", row, "gains")
	}
	// Output:
	// gain: 1 lose: 0 open: 1
	// a month: 400.00 → 650.00 more: 250.00 <nil>
	// household 1 gains
}

func ExampleReport_Households() {
	t := &testing.T{}
	s := body(t) // an aid that rises in 2025, a grant that begins, a bonus that ends
	b := village(t, s)
	r, err := reform.Compare(b, lawOn(t, s, "2024-12-31"), lawOn(t, s, "2025-01-01"), nil, "aid", "grant")
	if err != nil {
		fmt.Println(err)
		return
	}
	all := r.Households()
	fmt.Println("more:", all.More.Rows, all.More.Total, "less:", all.Less.Rows, "same:", all.Same, "open:", all.Open)
	for _, c := range r.Changes {
		p := r.Balance(c.Programme)
		fmt.Println(c.Programme, "more:", p.More.Rows, p.More.Total, "open:", p.Open)
	}
	before, after := r.Household(0)
	fmt.Println("the first household:", before, "→", after)
	// Output:
	// more: 2 350.00 less: 0 same: 1 open: 1
	// aid more: 2 250.00 open: 1
	// grant more: 1 100.00 open: 1
	// the first household: 400.00 → 700.00
}
