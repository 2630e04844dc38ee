package bind_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
)

// rows is how many rows a case has of a scope.
func rows(c *eligibility.Case, s eligibility.Scope) int {
	switch s {
	case eligibility.PerPerson:
		return c.People()
	case eligibility.PerTie:
		return c.Ties()
	}
	return 1
}

func TestEveryFactOfTheDictionaryCanBeMadeKnown(t *testing.T) {
	b := bound(t, law(t, on, 12), family(t))
	n := 0
	for f := range facts.Dictionary().All() {
		known := false
		for row := range rows(b.Case, f.Scope) {
			_, k, _ := b.Case.Get(f.Key, row)
			known = known || k
		}
		if !known {
			t.Errorf("%s cannot be made known", f.Key)
		}
		n++
	}
	if n < 100 {
		t.Errorf("only %d facts", n)
	}
}

func TestAnEmptyHouseholdKnowsNothing(t *testing.T) {
	for _, h := range []*facts.Household{
		{},
		{People: []facts.Person{{Ref: "a"}, {Ref: "b",
			Disability: facts.Impairment{Certificates: []facts.Certificate{{Kind: identity.Limb,
				Grade: identity.GradeOne}}}}},
			Ties: []facts.Tie{{Of: "a", Kin: "b"}}},
		{People: []facts.Person{{Ref: "a", Income: facts.Income{Items: []facts.Earning{{Kind: facts.Wages,
			Period: year, Amount: facts.Stated(yuan("1.00"))}}}}}},
	} {
		b := bound(t, law(t, on, 12), h)
		for f := range facts.Dictionary().All() {
			for row := range rows(b.Case, f.Scope) {
				if _, known, _ := b.Case.Get(f.Key, row); known {
					t.Errorf("%s is known", f.Key)
				}
			}
		}
	}
}

func TestBindReadsTheFamily(t *testing.T) {
	b := bound(t, law(t, on, 12), family(t))
	row := func(r facts.Ref) int {
		i, ok := b.Row(r)
		if !ok {
			t.Fatalf("no row of %s", r)
		}
		if back, ok := b.Ref(i); !ok || back != r {
			t.Errorf("row %d is %s, not %s", i, back, r)
		}
		return i
	}
	grandfather, daughter, boy, father := row("grandfather"), row("daughter"), row("boy"), row("father")
	for _, c := range []struct {
		fact eligibility.FactKey
		row  int
		want string
	}{
		{eligibility.HouseholdArea, 0, "rural!"},
		{eligibility.MembersComplete, 0, "true!"},
		{facts.HouseholdSpendingMedical, 0, "5000.50"}, // the weakest evidence is a statement
		{facts.HouseholdSpendingEducation, 0, "0.00!"},
		{facts.HouseholdExitMonth, 0, "4!"},
		{facts.ReliefEventHere, 0, "true!"},
		{facts.PersonBirth, grandfather, "1958-03-01!"},
		{facts.PersonIncomePensionCentral, grandfather, "1716.00!"},
		{facts.PersonIncomeWages, grandfather, "0.00!"},
		{facts.PersonPaidDibao, grandfather, "420.00!"},
		{facts.PersonPaidTekun, grandfather, "0.00!"},
		{eligibility.HoldsFact("dibao"), grandfather, "true!"},
		{eligibility.HoldsFact("tekun"), grandfather, "false!"},
		{facts.PersonHukouHere, grandfather, "true!"},
		{facts.PersonPermitHere, grandfather, "false!"},
		{facts.PersonPermitHere, daughter, "true!"},
		{facts.PersonDisability, grandfather, "[]"},
		{facts.PersonDisability, daughter, "[{limb one}]!"},
		{facts.PersonDisability, boy, "[{hearing two} {speech three} {multiple two}]!"},
		{facts.PersonDisability, father, "?"},
		{eligibility.HoldsFact("dibao"), daughter, "?"},
		{facts.PersonPaidDibao, daughter, "?"},
		{facts.PersonCapacity, grandfather, "full"},
		{facts.PersonLife, father, "declared_missing!"},
		{facts.PersonCustody, father, "prison!"},
		{facts.PersonCustodyMonths, father, "12!"},
		{eligibility.KinComplete, boy, "?"},
	} {
		if got := value(b, c.fact, c.row); got != c.want {
			t.Errorf("%s of row %d is %s, want %s", c.fact, c.row, got, c.want)
		}
	}
	if _, ok := b.Row("nobody"); ok {
		t.Error("nobody has a row")
	}
	for _, i := range []int{-1, b.Case.People()} {
		if _, ok := b.Ref(i); ok {
			t.Errorf("row %d is somebody", i)
		}
	}
}

// ties are the ties of a case as text: owner, kin, relation, basis, raised, contact lost.
func ties(b *bind.Bound) []string {
	var all []string
	for i := range b.Case.Ties() {
		of, kin := b.Case.TieOf(i)
		a, _ := b.Ref(of)
		k, _ := b.Ref(kin)
		all = append(all, fmt.Sprintf("%s %s %s %s %s %s", a, k, value(b, facts.TieRelation, i), value(b, facts.TieBasis, i),
			value(b, facts.TieRaised, i), value(b, facts.TieLostContact, i)))
	}
	return all
}

func TestATieIsBoundBothWays(t *testing.T) {
	people := []facts.Person{{Ref: "a"}, {Ref: "b"}}
	blood := facts.Documented(facts.ByBlood)
	for _, c := range []struct {
		name string
		ties []facts.Tie
		want []string
	}{
		{"one way", []facts.Tie{{Of: "a", Kin: "b", Relation: facts.Documented(facts.Parent), Origin: blood,
			LostContact: yes}},
			[]string{"a b parent! blood! ? true!", "b a child! blood! ? ?"}},
		{"relation from the other side", []facts.Tie{{Of: "a", Kin: "b", Origin: blood}, {Of: "b", Kin: "a",
			Relation: facts.Stated(facts.ElderSibling), Raised: yes}},
			[]string{"a b younger_sibling blood! true! ?", "b a elder_sibling blood! true! ?"}},
		{"not known what", []facts.Tie{{Of: "b", Kin: "a"}}, []string{"b a ? ? ? ?", "a b ? ? ? ?"}},
	} {
		b := bound(t, law(t, on, 12), &facts.Household{People: people, Ties: c.ties})
		if diff := cmp.Diff(c.want, ties(b)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// one binds a household of one person and gives a fact of him.
func one(t *testing.T, l *statutes.Law, p facts.Person, k eligibility.FactKey) string {
	t.Helper()
	p.Ref = "a"
	return value(bound(t, l, &facts.Household{People: []facts.Person{p}}), k, 0)
}

func TestIncomeOverTheWindow(t *testing.T) {
	complete := facts.Checked(cal.Since(day("2021-01-01")))
	item := func(kind facts.IncomeKind, period, amount string) facts.Earning {
		return facts.Earning{Kind: kind, Period: cal.MustParsePeriod(period), Amount: facts.Checked(yuan(amount))}
	}
	february := item(facts.Wages, "2022-02-01/2022-03-01", "300.00")
	for _, c := range []struct {
		name   string
		months int
		in     facts.Income
		want   string
	}{
		{"no item", 3, facts.Income{Complete: complete}, "0.00!"},
		{"list not complete", 3, facts.Income{Items: []facts.Earning{february}}, "?"},
		{"complete for less than the window", 3, facts.Income{Items: []facts.Earning{february},
			Complete: facts.Checked(cal.MustParsePeriod("2022-01-01/2022-04-01"))}, "?"},
		{"complete for the window exactly", 3, facts.Income{Items: []facts.Earning{february},
			Complete: facts.Checked(cal.MustParsePeriod("2021-12-01/2022-03-01"))}, "300.00!"},
		{"months not set", 0, facts.Income{Items: []facts.Earning{february}, Complete: complete}, "?"},
		{"summed", 3, facts.Income{Items: []facts.Earning{february, item(facts.Wages, "2021-12-01/2022-01-01",
			"0.01"), item(facts.Gifts, "2022-02-01/2022-03-01", "9.00")}, Complete: complete}, "300.01!"},
		{"before and after the window", 3, facts.Income{Items: []facts.Earning{february, item(facts.Wages,
			"2021-11-01/2021-12-01", "1.00"), item(facts.Wages, "2022-03-01/2022-03-10", "1.00")},
			Complete: complete}, "300.00!"},
		{"across the edge", 3, facts.Income{Items: []facts.Earning{item(facts.Wages, "2021-11-01/2022-02-01",
			"900.00")}, Complete: complete}, "?"},
		{"across the edge, and more", 3, facts.Income{
			Items: []facts.Earning{item(facts.Wages, "2021-11-01/2022-02-01", "900.00"), february}, Complete: complete}, "?"},
		{"across the edge, another kind", 3, facts.Income{Items: []facts.Earning{item(facts.Gifts,
			"2021-11-01/2022-02-01", "900.00")}, Complete: complete}, "0.00!"},
		{"amount not known", 3, facts.Income{Items: []facts.Earning{{Kind: facts.Wages, Period: cal.Month(2022, 2)}},
			Complete: complete}, "?"},
		{"stated only", 3, facts.Income{Items: []facts.Earning{february},
			Complete: facts.Stated(cal.Since(day("2021-01-01")))}, "300.00"},
	} {
		if got := one(t, law(t, on, c.months), facts.Person{Income: c.in}, facts.PersonIncomeWages); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestDisabilityOnTheDay(t *testing.T) {
	valid, frozen := facts.Checked(facts.CertificateValid), facts.Checked(facts.CertificateFrozen)
	limb := func(state facts.Attested[facts.CertificateState], valid string) facts.Certificate {
		c := facts.Certificate{Kind: identity.Limb, Grade: identity.GradeOne, State: state}
		if valid != "" {
			c.Valid = cal.MustParsePeriod(valid)
		}
		return c
	}
	for _, c := range []struct {
		name string
		in   facts.Impairment
		want string
	}{
		{"nothing known", facts.Impairment{}, "?"},
		{"no disability", facts.Impairment{Disabled: facts.Visited(false)}, "[]!"},
		{"paralysed without certificate", facts.Impairment{Disabled: facts.Visited(true)}, "?"},
		{"valid", facts.Impairment{Certificates: []facts.Certificate{limb(valid, "2020-01-01/2030-01-01")}},
			"[{limb one}]!"},
		{"valid, validity not copied", facts.Impairment{Certificates: []facts.Certificate{limb(valid, "")}},
			"[{limb one}]!"},
		{"over on the day", facts.Impairment{Certificates: []facts.Certificate{limb(valid, "2012-03-15/2022-03-15")}}, "?"},
		{"last day", facts.Impairment{Certificates: []facts.Certificate{limb(valid, "2012-03-16/2022-03-16")}},
			"[{limb one}]!"},
		{"frozen", facts.Impairment{Certificates: []facts.Certificate{limb(frozen, "2020-01-01/2030-01-01")}}, "?"},
		{"state not known",
			facts.Impairment{Certificates: []facts.Certificate{limb(facts.Attested[facts.CertificateState]{},
				"2020-01-01/2030-01-01")}}, "?"},
		{"frozen and a valid one", facts.Impairment{Certificates: []facts.Certificate{limb(frozen, ""), limb(valid,
			"")}}, "[{limb one}]!"},
		{"withdrawn and known to be well", facts.Impairment{Disabled: facts.Documented(false),
			Certificates: []facts.Certificate{limb(facts.Checked(facts.CertificateWithdrawn), "")}}, "[]!"},
		{"multiple without components", facts.Impairment{Certificates: []facts.Certificate{{Kind: identity.Multiple,
			Grade: identity.GradeOne, State: valid}}}, "?"},
		{"stated only", facts.Impairment{Certificates: []facts.Certificate{limb(facts.Stated(facts.CertificateValid),
			"")}}, "[{limb one}]"},
	} {
		if got := one(t, law(t, on, 12), facts.Person{Disability: c.in}, facts.PersonDisability); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHoldingsOnTheDay(t *testing.T) {
	hold := func(period string, confirmed facts.Attested[bool]) facts.Holding {
		return facts.Holding{Programme: "dibao", Period: cal.MustParsePeriod(period), Confirmed: confirmed,
			Monthly: facts.Checked(yuan("5.00"))}
	}
	var unknown facts.Attested[bool]
	for _, c := range []struct {
		name     string
		holdings []facts.Holding
		complete facts.Attested[bool]
		want     string
		paid     string
	}{
		{"nothing known", nil, unknown, "?", "?"},
		{"complete", nil, yes, "false!", "0.00!"},
		{"known not to be complete", nil, no, "?", "?"},
		{"held", []facts.Holding{hold("2022-01-01/", yes)}, yes, "true!", "5.00!"},
		{"held, list open: the one-person 低保 may be there too", []facts.Holding{hold("2022-01-01/", yes)}, unknown,
			"true!", "?"},
		{"held, stated", []facts.Holding{hold("2022-01-01/", facts.Stated(true))}, yes, "true", "5.00"},
		{"over", []facts.Holding{hold("2021-01-01/2022-03-15", yes)}, unknown, "?", "?"},
		{"over, list complete", []facts.Holding{hold("2021-01-01/2022-03-15", yes)}, yes, "false!", "0.00!"},
		{"last day", []facts.Holding{hold("2021-01-01/2022-03-16", yes)}, yes, "true!", "5.00!"},
		{"asked for", []facts.Holding{hold("2022-01-01/", no)}, yes, "false!", "0.00!"},
		{"asked for, stated", []facts.Holding{hold("2022-01-01/", facts.Stated(false))}, yes, "false", "0.00"},
		{"not known whether confirmed", []facts.Holding{hold("2022-01-01/", unknown)}, yes, "?", "?"},
		{"one unknown, one confirmed", []facts.Holding{hold("2022-01-01/", unknown), hold("2021-01-01/", yes)}, yes,
			"true!", "5.00!"},
		{"recorded twice: one record too many, or paid twice", []facts.Holding{hold("2022-01-01/", yes), hold("2021-01-01/", yes)},
			yes, "true!", "?"},
		{"amount not known", []facts.Holding{{Programme: "dibao", Period: cal.Since(day("2022-01-01")),
			Confirmed: yes}}, yes, "true!", "?"},
	} {
		p := facts.Person{Holdings: c.holdings, HoldingsComplete: c.complete}
		if got := one(t, law(t, on, 12), p, eligibility.HoldsFact("dibao")); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := one(t, law(t, on, 12), p, facts.PersonPaidDibao); got != c.paid {
			t.Errorf("%s: paid %s, want %s", c.name, got, c.paid)
		}
	}
	single := facts.Person{HoldingsComplete: yes, Holdings: []facts.Holding{{Programme: "dibao_single",
		Period: cal.Since(day("2022-01-01")), Confirmed: yes,
		Monthly: facts.Checked(yuan("7.00"))}}}
	if got := one(t, law(t, on, 12), single, facts.PersonPaidDibao); got != "7.00!" {
		t.Errorf("alone: %s", got)
	}
}

// An office must be able to look at a family whose records should not be as they are.
func TestWhatShouldNotBeIsAssessed(t *testing.T) {
	since := func(id eligibility.ProgrammeID) facts.Holding {
		return facts.Holding{Programme: id, Period: cal.Since(day("2021-01-01")), Confirmed: yes}
	}
	for _, pair := range [][2]eligibility.ProgrammeID{{"tekun", "dibao"}, {"dibao", "dibao_single"}, {"dibao", "bianyuan"},
		{"gangxing", "tekun"}, {"guer", "shishi_wuren"}} {
		p := facts.Person{Ref: "p", Holdings: []facts.Holding{since(pair[0]), since(pair[1])}, HoldingsComplete: yes}
		b := bound(t, law(t, on, 12), &facts.Household{People: []facts.Person{p}})
		if diff := cmp.Diff([]string{"people[0].holdings[1] FACTS-EXCLUSIVE advisory"}, codes(b.Advisories())); diff != "" {
			t.Errorf("%v: %s", pair, diff)
		}
		for _, id := range pair {
			if got := one(t, law(t, on, 12), p, eligibility.HoldsFact(id)); got != "true!" {
				t.Errorf("%v: holds %s %s", pair, id, got)
			}
		}
	}
	card := facts.Person{Birth: facts.Documented(day("1958-03-02")), ID: identity.MustParseResidentID("350627195803011017")}
	if got := one(t, law(t, on, 12), card, facts.PersonBirth); got != "1958-03-02!" {
		t.Errorf("born by certificate and register on another day than the card says: %s", got)
	}
}

func TestStatesThatDependOnTheDay(t *testing.T) {
	d := facts.Documented[cal.Date]
	later := statutes.Query{Division: county, On: on, KnownOn: day("2023-01-01"), Fictitious: true}
	l := lawOver(t, facts.Dictionary(), later, 12)
	vital := func(s facts.LifeState, since string) facts.Person {
		p := facts.Person{Life: facts.Vital{State: facts.Documented(s)}}
		if since != "" {
			p.Life.Since = d(day(since))
		}
		return p
	}
	prison := func(from, until string) facts.Person {
		p := facts.Person{Custody: facts.Detention{State: facts.Documented(facts.InPrison), From: d(day(from)),
			Months: facts.Documented(9)}}
		if until != "" {
			p.Custody.Until = d(day(until))
		}
		return p
	}
	permit := func(place, until string) facts.Person {
		p := facts.Person{Residence: facts.Residence{Permit: facts.Documented(division.MustParse(place))}}
		if until != "" {
			p.Residence.PermitUntil = d(day(until))
		}
		return p
	}
	for _, c := range []struct {
		name string
		p    facts.Person
		fact eligibility.FactKey
		want string
	}{
		{"dead", vital(facts.Dead, ""), facts.PersonLife, "dead!"},
		{"dead on the day", vital(facts.Dead, "2022-03-15"), facts.PersonLife, "dead!"},
		{"died the day after", vital(facts.Dead, "2022-03-16"), facts.PersonLife, "alive!"},
		{"declared missing later", vital(facts.DeclaredMissing, "2022-04-01"), facts.PersonLife, "alive!"},
		{"living since later is nothing", vital(facts.Living, "2022-04-01"), facts.PersonLife, "?"},
		{"in prison", prison("2022-03-15", ""), facts.PersonCustody, "prison!"},
		{"not yet", prison("2022-03-16", ""), facts.PersonCustody, "?"},
		{"not yet, term", prison("2022-03-16", ""), facts.PersonCustodyMonths, "?"},
		{"out on the day", prison("2021-01-01", "2022-03-15"), facts.PersonCustody, "?"},
		{"last day in", prison("2021-01-01", "2022-03-16"), facts.PersonCustody, "prison!"},
		{"permit of the county", permit("350627", "2022-03-16"), facts.PersonPermitHere, "true!"},
		{"permit lapsed", permit("350627", "2022-03-15"), facts.PersonPermitHere, "false!"},
		{"permit, end not known", permit("350627", ""), facts.PersonPermitHere, "?"},
		{"permit of another county", permit("350628", ""), facts.PersonPermitHere, "false!"},
		{"hukou of the province only",
			facts.Person{Residence: facts.Residence{Hukou: facts.Documented(division.MustParse("35"))}},
			facts.PersonHukouHere, "?"},
		{"hukou of another province only",
			facts.Person{Residence: facts.Residence{Hukou: facts.Documented(division.MustParse("36"))}},
			facts.PersonHukouHere, "false!"},
		{"job since later", facts.Person{Work: facts.Work{Employed: yes, Since: d(day("2022-03-16"))}},
			facts.PersonEmployed, "?"},
		{"job since the day", facts.Person{Work: facts.Work{Employed: yes, Since: d(on)}}, facts.PersonEmployed, "true!"},
	} {
		if got := one(t, l, c.p, c.fact); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	spent := &facts.Household{
		Spending: []facts.Spending{{Kind: facts.LivingCosts, Period: cal.MustParsePeriod("2020-01-01/2022-01-01"), Amount: facts.Stated(yuan("1.00"))},
			{Kind: facts.LivingCosts, Period: cal.Month(2022, 1), Amount: facts.Stated(yuan("1.00"))}},
		SpendingComplete: facts.Stated(cal.Since(day("2020-01-01"))),
	}
	if got := value(bound(t, l, spent), facts.HouseholdSpendingLiving, 0); got != "?" {
		t.Errorf("spending across the edge: %s", got)
	}
	above := &facts.Household{Dibao: facts.Dibao{ExitByWork: yes, AboveSince: d(day("2022-03-16"))}}
	b := bound(t, l, above)
	if got := value(b, facts.HouseholdExitMonth, 0) + value(b, facts.HouseholdExitByWork, 0); got != "??" {
		t.Errorf("above the line later: %s", got)
	}
	above.Dibao.AboveSince = d(day("2022-03-01"))
	if got := value(bound(t, l, above), facts.HouseholdExitMonth, 0); got != "1!" {
		t.Errorf("first month: %s", got)
	}
}

func TestHereNeedsAPlace(t *testing.T) {
	for _, c := range []struct{ law, hukou, want string }{
		{"", "350627", "?"},
		{"350627109", "350627", "true!"},
		{"35", "350627", "?"},
		{"441900003", "441900003", "true!"}, // a city without counties
		{"441900003", "441900004", "true!"},
		{"441900003", "442000001", "false!"},
	} {
		q := statutes.Query{On: on, Fictitious: true}
		if c.law != "" {
			q.Division = division.MustParse(c.law)
		}
		p := facts.Person{Residence: facts.Residence{Hukou: facts.Documented(division.MustParse(c.hukou))}}
		if got := one(t, lawOver(t, facts.Dictionary(), q, 12), p, facts.PersonHukouHere); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.hukou, c.law, got, c.want)
		}
	}
}

func TestWhoIsNotBornOnTheDayIsNotInTheCase(t *testing.T) {
	q := statutes.Query{On: on, KnownOn: day("2023-01-01"), Fictitious: true}
	h := &facts.Household{
		People: []facts.Person{{Ref: "baby", Birth: facts.Documented(day("2022-03-16"))}, {Ref: "mother"}},
		Ties:   []facts.Tie{{Of: "baby", Kin: "mother", Relation: facts.Documented(facts.Parent)}},
	}
	b := bound(t, lawOver(t, facts.Dictionary(), q, 12), h)
	if _, ok := b.Row("baby"); ok || b.Case.People() != 1 || b.Case.Ties() != 0 {
		t.Error("somebody not born is there")
	}
	if row, ok := b.Row("mother"); !ok || row != 0 {
		t.Error("the mother is not")
	}
}

func TestVerifiedFollowsThePolicy(t *testing.T) {
	for _, c := range []struct {
		from eligibility.Evidence
		want string
	}{{eligibility.Stated, "2000-01-01!"}, {eligibility.Documented, "2000-01-01!"}, {eligibility.CrossChecked,
		"2000-01-01"}} {
		h := &facts.Household{People: []facts.Person{{Ref: "a", Birth: facts.Documented(day("2000-01-01"))}}}
		b, err := bind.Household(law(t, on, 12), h, c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := value(b, facts.PersonBirth, 0); got != c.want {
			t.Errorf("%s: %s", c.from, got)
		}
	}
	for _, from := range []eligibility.Evidence{"", "hearsay"} {
		if _, err := bind.Household(law(t, on, 12), &facts.Household{}, from); !errors.Is(err, facts.ErrEvidence) {
			t.Errorf("%q: %v", from, err)
		}
	}
}

func TestNothingToBind(t *testing.T) {
	if _, err := bind.Household(law(t, cal.MustParse("2024-03-01"), 12), nil, eligibility.Documented); !errors.Is(err, facts.ErrMissing) {
		t.Error(err)
	}
	for _, l := range []*statutes.Law{nil, {}} {
		if _, err := bind.New(l, eligibility.Documented); !errors.Is(err, eligibility.ErrDictionary) {
			t.Error(err)
		}
	}
}
