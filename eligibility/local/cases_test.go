package local_test

import (
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

const (
	fit, unfit     = eligibility.Eligible, eligibility.NotEligible
	facts_, office = eligibility.NeedFacts, eligibility.NeedParameter
	judge          = eligibility.NeedDiscretion
)

// alone is somebody without relatives or income.
func alone(t testing.TB, s *statutes.Statutes, birth string, of set) *eligibility.Case {
	t.Helper()
	return change(t, change(t, household(t, s, 1), 0, set{facts.PersonBirth: born(birth)}), 0, of)
}

// L01: sight grade two, and savings of exactly six yearly standards.
func TestL01FujianAddsSightTwoAndLimitsMoney(t *testing.T) {
	s := body(t, test("3506", nil))
	l := at(t, s, "350627", "2021-12-20")
	sight := set{facts.PersonDisability: disabled(identity.Visual, identity.GradeTwo), facts.PersonHomes: count(1)}
	woman := func(savings int64) *eligibility.Case {
		return change(t, alone(t, s, "1976-05-06", sight), 0, set{facts.PersonFinancialAssets: yuan(savings)})
	}
	assess(t, "a", l, woman(47_448), 0, national.Tekun, fit)
	assess(t, "b", l, woman(47_449), 0, national.Tekun, unfit)
	assess(t, "b", l, woman(47_449), 0, national.Dibao, office) // the property rule of the allowance is not recorded
	for name, of := range map[string]set{"a second home": {facts.PersonHomes: count(2)},
		"a home too large": {facts.PersonHomeOversize: yes()},
		"built this year":  {facts.PersonHomeRecent: yes()}, "a car": {facts.PersonVehicles: count(1)},
		"a boat":          {facts.PersonMachines: count(1)},
		"gave money away": {facts.PersonGaveAway: yes()},
		"sight three":     {facts.PersonDisability: disabled(identity.Visual, identity.GradeThree)},
		"hearing one":     {facts.PersonDisability: disabled(identity.Hearing, identity.GradeOne)}} {
		assess(t, name, l, change(t, woman(0), 0, of), 0, national.Tekun, unfit)
	}
	bare, err := national.Statutes(test("3506", fits(national.TekunProperty), amount(national.DibaoStandard, 659)))
	if err != nil {
		t.Fatal(err)
	}
	c := alone(t, bare, "1976-05-06", sight)
	a := assess(t, "without Fujian", at(t, bare, "350627", "2021-12-20"), c, 0, national.Tekun, unfit)
	if !slices.ContainsFunc(a.Caveats, func(c eligibility.Caveat) bool {
		return c.Kind == eligibility.ClauseNotRecorded && c.Clause == national.TekunNoWork
	}) {
		t.Errorf("no caveat that the province may have added something: %v", a.Caveats)
	}
}

// L02 and L03: minors of 16 and 17.
func TestL02L03MinorsOfSixteen(t *testing.T) {
	s := body(t, test("3506", nil), test("52", fits(national.TekunProperty), amount(national.DibaoStandard, 700)),
		test("34", fits(national.TekunProperty), amount(national.DibaoStandard, 700)))
	school := set{facts.PersonStudy: word("vocational"), facts.PersonCapacity: word("limited")}
	assess(t, "at school in Fujian", at(t, s, "350627", "2024-08-15"), alone(t, s, "2007-03-04", school), 0,
		national.Tekun, fit)
	left := set{facts.PersonCapacity: word("limited")}
	assess(t, "left school in Fujian", at(t, s, "350627", "2024-08-15"), alone(t, s, "2007-03-04", left), 0,
		national.Tekun, judge)
	assess(t, "at school elsewhere", at(t, s, "340100", "2024-08-15"), alone(t, s, "2007-03-04", school), 0,
		national.Tekun, judge)

	guizhou := at(t, s, "520100", "2023-06-01")
	assess(t, "b: no work", guizhou, alone(t, s, "2006-01-01", left), 0, national.Tekun, fit)
	works := set{facts.PersonCapacity: word("full"), facts.PersonIncomeWages: yuan(2800 * 12)}
	assess(t, "a: lives on his wages", guizhou, alone(t, s, "2006-01-01", works), 0, national.Tekun, unfit)
	assess(t, "b: 18", guizhou, alone(t, s, "2005-06-01", left), 0, national.Tekun, unfit)
}

// L04: support after 18 at a university.
func TestL04NingxiaGoesOnAtUniversity(t *testing.T) {
	s := body(t, test("64", fits(national.TekunProperty), amount(national.DibaoStandard, 700)), test("3506", nil))
	student := set{facts.PersonStudy: word("undergraduate"), facts.PersonFullTime: yes(),
		eligibility.HoldsFact(national.Tekun): yes()}
	for _, on := range []string{"2024-09-01", "2026-09-01"} {
		assess(t, "Ningxia", at(t, s, "640100", on), alone(t, s, "2006-02-01", student), 0, national.Tekun, fit)
		assess(t, "Fujian", at(t, s, "350627", on), alone(t, s, "2006-02-01", student), 0, national.Tekun, unfit)
	}
	student[facts.PersonFullTime] = eligibility.Bool(false)
	assess(t, "evening school", at(t, s, "640100", "2024-09-01"), alone(t, s, "2006-02-01", student), 0, national.Tekun, unfit)
	student[facts.PersonStudy] = word("college") // 全日制 is written of undergraduates alone
	assess(t, "vocational college in the evening", at(t, s, "640100", "2024-09-01"), alone(t, s, "2006-02-01", student), 0, national.Tekun, fit)
}

// L05: what Guangdong adds about obligors, from 2024-04-01 to 2027-03-31.
func TestL05GuangdongObligors(t *testing.T) {
	s := body(t, test("44", nil, amount(national.DibaoStandard, 900), amount(national.TekunBasic, 1440)))
	father := func(son set) *eligibility.Case {
		c := change(t, household(t, s, 2), 0, set{facts.PersonBirth: born("1952-01-01")})
		change(t, c, 1, set{facts.PersonBirth: born("1984-01-01"), facts.PersonRelation: word("other"),
			facts.PersonIncomeWages: yuan(60_000)})
		related(t, c, 0, 1, "child", "parent")
		return change(t, c, 1, son)
	}
	margin, student := held(national.Bianyuan), set{facts.PersonBirth: born("2002-01-01"),
		facts.PersonStudy: word("undergraduate"), facts.PersonFullTime: yes()}
	assess(t, "a: before", at(t, s, "440100", "2024-03-31"), father(margin), 0, national.Tekun, unfit)
	assess(t, "b: margin", at(t, s, "440100", "2024-05-01"), father(margin), 0, national.Tekun, fit)
	assess(t, "d: student", at(t, s, "440100", "2024-05-01"), father(student), 0, national.Tekun, fit)
	assess(t, "on the allowance", at(t, s, "440100", "2024-05-01"), father(held(national.Dibao)), 0, national.Tekun, fit)
	assess(t, "on it alone", at(t, s, "440100", "2024-05-01"), father(held(national.DibaoSingle)), 0, national.Tekun, fit)
	assess(t, "able", at(t, s, "440100", "2024-05-01"), father(nil), 0, national.Tekun, unfit)
	assess(t, "elsewhere", at(t, s, "450100", "2024-05-01"), father(student), 0, national.Tekun, unfit)
	assess(t, "the last day", at(t, s, "440100", "2027-03-31"), father(margin), 0, national.Tekun, fit)
	// After the trial measure whoever it alone would take in waits for the office, and for nobody else does anything change.
	c := at(t, s, "440100", "2027-04-01")
	a := assess(t, "c: ended", c, father(margin), 0, national.Tekun, office)
	if !slices.Contains(a.Parameters, eligibility.Need{Kind: eligibility.ClauseNeed, Clause: "guangdong:renewed_unable"}) {
		t.Errorf("the renewal is not asked for: %v", a.Parameters)
	}
	assess(t, "c: able", c, father(nil), 0, national.Tekun, unfit)
	deaf := set{facts.PersonDisability: disabled(identity.Hearing, identity.GradeTwo)}
	assess(t, "c: hearing two", c, alone(t, s, "1975-01-01", deaf), 0, national.Tekun, office)
	assess(t, "c: no disability", c, alone(t, s, "1975-01-01", nil), 0, national.Tekun, unfit)
}

// L06: hearing grade two, savings of exactly 24 months of the basic standard.
func TestL06GuangdongAnyKind(t *testing.T) {
	s := body(t, test("44", nil, amount(national.DibaoStandard, 900), amount(national.TekunBasic, 1440)), test("3506", nil))
	man := func(savings int64) *eligibility.Case {
		return alone(t, s, "1975-01-01", set{facts.PersonDisability: disabled(identity.Hearing, identity.GradeTwo),
			facts.PersonFinancialAssets: yuan(savings)})
	}
	l := at(t, s, "440100", "2025-06-01")
	assess(t, "not exceeded", l, man(34_560), 0, national.Tekun, fit)
	assess(t, "exceeded", l, man(34_561), 0, national.Tekun, unfit)
	assess(t, "Fujian", at(t, s, "350627", "2025-06-01"), man(0), 0, national.Tekun, unfit)
	c := man(0)
	if err := c.Forget(facts.PersonFitsTekunProperty, 0); err != nil {
		t.Fatal(err)
	}
	assess(t, "the rest of the rule was not read", l, c, 0, national.Tekun, judge)
}

// L07: a couple who lost all ability to work through illness.
func TestL07IllnessInJiangxiAndChangde(t *testing.T) {
	s := body(t, test("36", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard,
		700), incomeAYear(30_000)),
		test("43", fits(national.TekunProperty, national.ObligorProperty), amount(national.DibaoStandard, 700),
			incomeAYear(30_000)))
	couple := func(of set) *eligibility.Case {
		c := household(t, s, 2)
		related(t, c, 0, 1, "spouse", "spouse")
		for row, birth := range []string{"1974-01-01", "1975-01-01"} {
			change(t, c, row, set{facts.PersonBirth: born(birth), facts.PersonSeriousIllness: yes()})
			change(t, c, row, of)
		}
		return c
	}
	jiangxi := at(t, s, "360100", "2024-01-01")
	for row := range 2 {
		assess(t, "Jiangxi", jiangxi, couple(nil), row, national.Tekun, fit)
	}
	assess(t, "able to work a little", jiangxi, couple(set{facts.PersonAbleToWork: yes()}), 0, national.Tekun, unfit)
	c := change(t, couple(nil), 1, set{facts.PersonIncomePensionEmployee: yuan(30_000)})
	assess(t, "a wife with the average income", jiangxi, c, 0, national.Tekun, unfit)
	assess(t, "the day before it is known", at(t, s, "360100", "2022-04-27"), couple(nil), 0, national.Tekun, unfit)

	changde := at(t, s, "430700", "2024-01-01")
	year := set{facts.PersonLongDependent: yes(), facts.PersonCareMonths: count(12),
		facts.PersonDisability: disabled(identity.Limb, identity.GradeThree)}
	single := func(of set) *eligibility.Case {
		return change(t, alone(t, s, "1974-01-01", year), 0, of)
	}
	assess(t, "Changde", changde, single(set{facts.PersonSeriousIllness: yes()}), 0, national.Tekun, fit)
	assess(t, "eleven months", changde, single(set{facts.PersonSeriousIllness: yes(), facts.PersonCareMonths: count(11)}),
		0, national.Tekun, unfit)
	assess(t, "no certificate", changde, single(set{facts.PersonSeriousIllness: yes(),
		facts.PersonDisability: eligibility.PairsOf()}), 0, national.Tekun, unfit)
	assess(t, "not ill", changde, single(nil), 0, national.Tekun, unfit)
	assess(t, "cares for himself", changde, single(set{facts.PersonSeriousIllness: yes(),
		facts.PersonLongDependent: eligibility.Bool(false)}), 0, national.Tekun, unfit)
}

// L08: an adult with a severe disability and no work applies alone in Heilongjiang.
func TestL08HeilongjiangAlone(t *testing.T) {
	s := body(t, test("2310", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard,
		585))) // 585 was seen in use in 林口 and has no text
	l := at(t, s, "231025", "2025-06-01")
	woman := func(of set) *eligibility.Case {
		c := change(t, household(t, s, 2), 0, set{facts.PersonBirth: born("1995-01-01"),
			facts.PersonDisability: disabled(identity.Limb, identity.GradeTwo)})
		change(t, c, 1, set{facts.PersonBirth: born("1967-01-01"), facts.PersonRelation: word("other"),
			facts.PersonIncomeWages: yuan(120_000)})
		related(t, c, 0, 1, "parent", "child")
		return change(t, c, 0, of)
	}
	assess(t, "alone", l, woman(nil), 0, national.DibaoSingle, fit)
	assess(t, "a brother's support is waived", l, woman(set{facts.PersonIncomeSupport: yuan(12_000)}), 0,
		national.DibaoSingle, fit)
	assess(t, "it counts elsewhere", at(t, s, "231025", "2024-07-30"), woman(nil), 0, national.DibaoSingle, office)
	assess(t, "17", l, woman(set{facts.PersonBirth: born("2008-01-01")}), 0, national.DibaoSingle, unfit)
	assess(t, "limb three", l, woman(set{facts.PersonDisability: disabled(identity.Limb, identity.GradeThree)}), 0,
		national.DibaoSingle, unfit)
	assess(t, "has a job", l, woman(set{facts.PersonEmployed: yes(), facts.PersonIncomeWages: yuan(3600)}), 0,
		national.DibaoSingle, unfit)
}

// L09: the two ways of 哈尔滨, and the hole between them.
func TestL09HarbinRigidSpending(t *testing.T) {
	s := body(t, test("2301", fits(national.DibaoProperty, national.BianyuanProperty), incomeAYear(30_000)),
		test("230102", nil, amount(national.DibaoStandard, 860)))
	three := func(income, spending, money int64) *eligibility.Case {
		c := household(t, s, 3)
		for row := range 3 {
			change(t, c, row, set{facts.PersonBirth: born("1990-01-01"), facts.PersonFinancialAssets: yuan(money),
				facts.PersonIncomeWages: yuan(income / 3)})
			if row == 2 {
				change(t, c, row, set{facts.PersonBirth: born("2015-01-01"), facts.PersonRelation: word("child")})
			}
		}
		return change(t, c, 0, set{facts.HouseholdIncomeYear: yuan(income), facts.HouseholdSpendingMedical: yuan(spending)})
	}
	const ours = "heilongjiang:harbin_gangxing"
	before := at(t, s, "230102", "2024-12-31")
	a := three(54_000, 20_000, 0)
	assess(t, "a", before, a, 0, national.Dibao, unfit)
	assess(t, "a", before, a, 0, national.Bianyuan, unfit)
	assess(t, "a: the hole", before, a, 0, ours, unfit)
	assess(t, "b", before, three(66_000, 12_000, 30_960), 0, ours, fit)
	assess(t, "b: a yuan too much", before, three(66_000, 12_000, 30_961), 0, ours, unfit)
	assess(t, "1.5 times", before, three(46_440+9_000, 9_000, 0), 0, ours, fit)
	assess(t, "just below", before, three(46_440+9_000-3, 9_000, 0), 0, ours, unfit)
	assess(t, "twice", before, three(61_920+9_000, 9_000, 0), 0, ours, fit)
	assess(t, "more than half, by the second way", before, three(80_000, 40_001, 0), 0, ours, fit)
	assess(t, "half", before, three(80_000, 40_000, 0), 0, ours, unfit)
	assess(t, "the average income", before, three(90_000, 60_000, 0), 0, ours, unfit)
	assess(t, "c: nationally", at(t, s, "230102", "2025-02-01"), three(66_000, 12_000, 30_960), 0, national.Gangxing, unfit)
	assess(t, "nationally above half", at(t, s, "230102", "2025-02-01"), three(80_000, 40_001, 0), 0, national.Gangxing, fit)
	if _, ok := at(t, s, "230102", "2024-12-30").Programme(ours); ok {
		t.Error("in force before it is known")
	}
	if _, ok := at(t, s, "231025", "2025-02-01").Programme(ours); ok {
		t.Error("in force outside the city")
	}
}

// L10: a share of exactly 0.80 in Liaoning, before and after the law of 2026.
func TestL10LiaoningReachesTheRatio(t *testing.T) {
	town := eligibility.Value{Param: "liaoning:disposable_urban", Money: money.Fen(4_000_000), Per: eligibility.Yearly}
	s := body(t, test("21", fits(national.BianyuanProperty), amount(national.DibaoStandard, 700), incomeAYear(20_000), town))
	c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1970-01-01"), facts.PersonIncomeWages: yuan(30_000)})
	change(t, c, 0, set{facts.HouseholdIncomeYear: yuan(30_000), facts.HouseholdSpendingMedical: yuan(24_000)})
	assess(t, "not below 80 %", at(t, s, "210200", "2026-06-30"), c, 0, national.Gangxing, fit)
	assess(t, "at it, by the law or by the province", at(t, s, "210200", "2026-07-01"), c, 0, national.Gangxing, judge)
	for found, want := range map[bool]eligibility.Result{true: fit, false: unfit} {
		change(t, c, 0, set{facts.HouseholdGangxingOther: eligibility.Bool(found)})
		assess(t, "found", at(t, s, "210200", "2026-07-01"), c, 0, national.Gangxing, want)
	}
	change(t, c, 0, set{facts.HouseholdSpendingMedical: yuan(23_999)})
	assess(t, "below it, whatever was found", at(t, s, "210200", "2026-07-01"), c, 0, national.Gangxing, unfit)
	change(t, c, 0, set{facts.HouseholdSpendingMedical: yuan(24_001)})
	assess(t, "above", at(t, s, "210200", "2026-08-01"), c, 0, national.Gangxing, fit)
}

// L11, L12 and L16's neighbours: income at the very standard, and the marginal line by province.
func TestL11MarginalLines(t *testing.T) {
	places := []string{"37", "41", "12", "33", "34"}
	var acts []eligibility.Act
	for _, p := range places {
		acts = append(acts, test(p, fits(national.DibaoProperty, national.BianyuanProperty),
			amount(national.DibaoStandard, 900)))
	}
	acts[1].Fills, acts[2].Fills = acts[1].Fills[:1], acts[2].Fills[:1] // Henan and Tianjin have rules of their own
	s := body(t, acts...)
	for _, tt := range []struct {
		place, on     string
		month         int64
		dibao, margin eligibility.Result
	}{
		{"370100", "2023-01-01", 899, fit, unfit},
		{"370100", "2023-01-01", 900, unfit, judge}, // a gap in the rule, and no reason to refuse
		{"370100", "2023-01-01", 901, unfit, fit},
		{"370100", "2023-01-01", 1349, unfit, fit},
		{"370100", "2023-01-01", 1350, unfit, unfit},
		{"370100", "2026-08-01", 900, unfit, judge},
		{"370100", "2026-08-01", 1349, unfit, fit},
		{"370100", "2027-11-01", 900, unfit, fit}, // its measure has ended
		{"370100", "2022-10-31", 900, unfit, fit}, // and had not begun
		{"410100", "2024-01-01", 900, unfit, judge},
		{"410100", "2024-01-01", 1350, unfit, fit},
		{"410100", "2024-01-01", 1351, unfit, unfit},
		{"120100", "2026-11-24", 900, unfit, judge},
		{"120100", "2026-11-24", 1350, unfit, judge}, // other property is for an official to find
		{"120100", "2026-11-24", 1351, unfit, unfit},
		{"330200", "2024-01-01", 900, unfit, fit},
		{"330200", "2024-01-01", 1350, unfit, fit},
		{"330200", "2024-01-01", 1351, unfit, unfit},
		{"330100", "2024-01-01", 1800, unfit, fit},
		{"330100", "2024-01-01", 1801, unfit, unfit},
		{"340100", "2024-01-01", 900, unfit, fit},
		{"340100", "2024-01-01", 1350, unfit, unfit},
	} {
		c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1970-01-01"),
			facts.PersonIncomeWages: yuan(tt.month * 12)})
		l := at(t, s, tt.place, tt.on)
		assess(t, "dibao", l, c, 0, national.Dibao, tt.dibao)
		assess(t, "margin", l, c, 0, national.Bianyuan, tt.margin)
	}
	c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1970-01-01"),
		facts.PersonIncomeWages: yuan(900 * 12), facts.PersonSpecialCase: yes()})
	assess(t, "found in special hardship", at(t, s, "370100", "2023-01-01"), c, 0, national.Bianyuan, fit)
}

// A household below the standard whose property does not fit is not above it, whatever its hardship.
func TestBelowTheStandardIsNotAbove(t *testing.T) {
	never := fits(national.BianyuanProperty)
	never = append(never, eligibility.Fill{Clause: national.DibaoProperty, Node: eligibility.Never(eligibility.Criterion{ID: "test.never",
		ZH: "财产不符合规定", EN: "property does not fit", Source: invented()})})
	s := body(t, test("37", never, amount(national.DibaoStandard, 900)))
	c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1970-01-01"), facts.PersonIncomeWages: yuan(899 * 12),
		facts.PersonSpecialCase: yes()})
	assess(t, "below", at(t, s, "370100", "2023-01-01"), c, 0, national.Bianyuan, unfit)
}

// L12: 宁波市鄞州区 at the end of 2022.
func TestL12Yinzhou(t *testing.T) {
	s := body(t, test("3302", nil))
	l := at(t, s, "330212", "2022-12-05")
	three := func(month, money int64, of set) *eligibility.Case {
		c := household(t, s, 3)
		for row := range 3 {
			change(t, c, row, set{facts.PersonBirth: born("1980-01-01"), facts.PersonFinancialAssets: yuan(money),
				facts.PersonIncomeWages: yuan(month * 12)})
			if row == 2 {
				change(t, c, row, set{facts.PersonBirth: born("2015-01-01"), facts.PersonRelation: word("child")})
			}
		}
		return change(t, change(t, c, 0, set{facts.HouseholdFitsBianyuanProperty: yes()}), 0, of)
	}
	car := set{facts.PersonVehicles: count(1), facts.PersonVehicleValue: yuan(170_063)}
	unseen := three(1181, 0, nil)
	for _, f := range []eligibility.FactKey{facts.HouseholdFitsDibaoProperty, facts.HouseholdFitsBianyuanProperty, facts.HouseholdFitsGangxingProperty} {
		if err := unseen.Forget(f, 0); err != nil {
			t.Fatal(err)
		}
	}
	assess(t, "the families of obligors were not looked at", l, unseen, 0, national.Bianyuan, judge)
	change(t, unseen, 0, set{facts.HouseholdFitsBianyuanProperty: eligibility.Bool(false)})
	assess(t, "and own too much", l, unseen, 0, national.Bianyuan, unfit)
	spent := func(medical, education, money int64) *eligibility.Case {
		return change(t, three(1181, money, nil), 0, set{facts.HouseholdIncomeYear: yuan(1181 * 3 * 12), facts.HouseholdSpendingMedical: yuan(medical),
			facts.HouseholdSpendingEducation: yuan(education), facts.HouseholdFitsGangxingProperty: yes()})
	}
	const ours = "zhejiang:yinzhou_zhichu"
	assess(t, "nothing spent, at the standard", l, spent(0, 0, 0), 0, ours, unfit)
	assess(t, "a yuan for the doctor", l, spent(1, 0, 85_031), 0, ours, fit)
	assess(t, "a yuan for the school", l, spent(0, 1, 0), 0, ours, fit)
	assess(t, "six yearly standards", l, spent(1, 0, 85_032), 0, ours, unfit)
	if _, ok := at(t, s, "330203", "2022-12-05").Programme(ours); ok {
		t.Error("in force in the next district")
	}
	assess(t, "at the standard", l, three(1181, 0, nil), 0, national.Dibao, unfit)
	assess(t, "below it", l, three(1180, 56_687, nil), 0, national.Dibao, fit)
	assess(t, "four yearly standards", l, three(1180, 56_688, nil), 0, national.Dibao, unfit)
	assess(t, "a car", l, three(1180, 0, car), 0, national.Dibao, unfit)
	assess(t, "capital", l, three(1180, 0, set{facts.PersonRegisteredCapital: yuan(100_000)}), 0, national.Dibao, unfit)
	assess(t, "margin", l, three(1181, 56_688, car), 0, national.Bianyuan, fit)
	assess(t, "eight yearly standards", l, three(1181, 113_376, nil), 0, national.Bianyuan, unfit)
	assess(t, "the line itself", l, three(2362, 0, nil), 0, national.Bianyuan, fit)
	assess(t, "above it", l, three(2363, 0, nil), 0, national.Bianyuan, unfit)
	assess(t, "a dear car", l, three(1181, 0, set{facts.PersonVehicles: count(1),
		facts.PersonVehicleValue: yuan(170_064)}), 0, national.Bianyuan, unfit)
	assess(t, "two cars", l, three(1181, 0, set{facts.PersonVehicles: count(2)}), 0, national.Bianyuan, unfit)
	assess(t, "two cars of two people", l, change(t, three(1181, 0, set{facts.PersonVehicles: count(1)}), 1,
		set{facts.PersonVehicles: count(1)}), 0, national.Bianyuan, unfit)
	two := set{facts.PersonHomes: count(2)}
	assess(t, "two homes", l, three(1181, 0, two), 0, national.Bianyuan, fit)
	assess(t, "two people with one each", l, change(t, three(1181, 0, set{facts.PersonHomes: count(1)}), 1,
		set{facts.PersonHomes: count(1)}), 0, national.Bianyuan, fit)
	assess(t, "three homes", l, change(t, three(1181, 0, two), 1, set{facts.PersonHomes: count(1)}), 0, national.Bianyuan,
		unfit)
	one := set{facts.PersonHomes: count(1)}
	each := change(t, change(t, three(1181, 0, one), 1, one), 2, one)
	assess(t, "three people with one each", l, each, 0, national.Bianyuan, unfit)
	rich := three(1181, 0, set{facts.PersonRegisteredCapital: yuan(100_000)})
	assess(t, "capital for the margin", l, rich, 0, national.Bianyuan, fit)
	assess(t, "three of one", l, three(1181, 0, set{facts.PersonHomes: count(3)}), 0, national.Bianyuan, unfit)
	assess(t, "one home too large is one home", l, three(1181, 0, set{facts.PersonHomes: count(1),
		facts.PersonHomeOversize: yes()}), 0, national.Bianyuan, fit)
	assess(t, "two, one too large", l, three(1181, 0, set{facts.PersonHomes: count(2), facts.PersonHomeOversize: yes()}),
		0, national.Bianyuan, unfit)
}

// L13: the base pension in 兴安盟 to the end of 2025 and after.
func TestL13XinganPension(t *testing.T) {
	s := body(t, test("1522", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard, 500)))
	c := change(t, household(t, s, 1), 0, set{facts.PersonBirth: born("1959-01-01"),
		facts.PersonIncomePensionCentral: yuan(143 * 12),
		facts.PersonIncomePensionLocal:   yuan(40 * 12), facts.PersonIncomePensionAccount: yuan(20 * 12),
		facts.PersonIncomeWages: yuan(700 * 12), facts.PersonIncomeWorkCost: yuan(70 * 12)})
	assess(t, "a: 650", at(t, s, "152201", "2025-11-01"), c, 0, national.Dibao, unfit)
	assess(t, "a: 650", at(t, s, "152201", "2025-11-01"), c, 0, national.Bianyuan, fit)
	assess(t, "b: 833", at(t, s, "152201", "2026-02-01"), c, 0, national.Bianyuan, unfit)
}

// L14: the two subsidies in Fujian, and the care subsidy of those in hardship.
func TestL14FujianSubsidies(t *testing.T) {
	s := body(t, test("3506", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard, 0)))
	l := at(t, s, "350627", "2025-06-01")
	woman := func(of set) *eligibility.Case {
		return change(t, alone(t, s, "1963-01-01", set{facts.PersonDisability: disabled(identity.Hearing,
			identity.GradeOne), facts.PersonCareMonths: count(12)}), 0, of)
	}
	sum := func(name string, a eligibility.Assessment, want int64) {
		t.Helper()
		if got, known := a.Amount.Get(); !known || got != money.Fen(want*100) {
			t.Errorf("%s: %v (%v), want %d", name, got, known, want)
		}
	}
	rich := set{facts.PersonIncomeWages: yuan(120_000)}
	sum("no fixed income", assess(t, "no fixed income", l, woman(rich), 0, national.Shenghuo, fit), 121)
	assess(t, "a fixed income", l, change(t, woman(rich), 0, set{facts.PersonFixedIncome: yes()}), 0, national.Shenghuo, unfit)
	assess(t, "59", l, change(t, woman(rich), 0, set{facts.PersonBirth: born("1965-07-01")}), 0, national.Shenghuo, unfit)
	sum("others", assess(t, "others", l, woman(rich), 0, national.Huli, fit), 115)
	sum("on the allowance alone", assess(t, "single", l, woman(held(national.DibaoSingle)), 0, national.Huli, fit), 145)
	sum("in a household on it", assess(t, "household", l, woman(held(national.Dibao)), 0, national.Huli, fit), 145)
	two := set{facts.PersonDisability: disabled(identity.Hearing, identity.GradeTwo)}
	sum("grade two", assess(t, "two", l, change(t, woman(rich), 0, two), 0, national.Huli, fit), 85)
	sum("grade two in hardship", assess(t, "two", l, change(t, woman(held(national.Dibao)), 0, two), 0, national.Huli,
		fit), 121)
}

// The living subsidy goes to severely disabled people whose household has 100 to 130 % of the standard.
func TestFujianLivingSubsidyByIncome(t *testing.T) {
	s := body(t, test("3506", fits(national.DibaoProperty, national.BianyuanProperty)))
	for _, on := range []string{"2025-06-01", "2026-06-01"} {
		l := at(t, s, "350627", on) // 7,908 yuan a year
		for income, want := range map[int64]eligibility.Result{7908: fit, 10_280: fit, 10_281: unfit} {
			c := alone(t, s, "1980-01-01", set{facts.PersonDisability: disabled(identity.Limb, identity.GradeTwo),
				facts.PersonIncomeWages: yuan(income),
				facts.PersonEmployed:    yes(), facts.PersonFixedIncome: yes(), eligibility.HoldsFact(national.Bianyuan): yes()})
			// He would fit the allowance alone by way of the margin, were his property not known to be too much.
			change(t, c, 0, set{facts.PersonFitsSingleProperty: eligibility.Bool(false)})
			a, err := engine(l).Assess(c, 0, national.Shenghuo)
			if err != nil {
				t.Fatal(err)
			}
			if want == fit && a.Result != fit || want == unfit && a.Result == fit {
				t.Errorf("%s %d: %s", on, income, a.Result)
			}
		}
	}
}

// L20: 1,014 yuan in a county of 哈尔滨, 1,736 in its town.
func TestL20HarbinAmounts(t *testing.T) {
	s := body(t, test("2301", fits(national.TekunProperty)))
	l := at(t, s, "230123", "2022-10-01")
	man := func(area string, fails ...eligibility.FactKey) *eligibility.Case {
		c := alone(t, s, "1954-01-01", set{eligibility.HouseholdArea: word(area)})
		for _, k := range []eligibility.FactKey{facts.PersonSelfCareEat, facts.PersonSelfCareDress,
			facts.PersonSelfCareBed, facts.PersonSelfCareToilet,
			facts.PersonSelfCareWalk, facts.PersonSelfCareBathe} {
			change(t, c, 0, set{k: eligibility.Bool(!slices.Contains(fails, k))})
		}
		return c
	}
	some := []eligibility.FactKey{facts.PersonSelfCareBathe, facts.PersonSelfCareWalk, facts.PersonSelfCareToilet,
		facts.PersonSelfCareBed}
	for _, tt := range []struct {
		area  string
		fails int
		want  int64
	}{{"rural", 2, 1014}, {"urban", 2, 1736}, {"rural", 3, 1014}, {"rural", 0, 964}, {"rural", 4, 1064}, {"urban", 4, 1786}} {
		a := assess(t, tt.area, l, man(tt.area, some[:tt.fails]...), 0, national.Tekun, fit)
		if got, _ := a.Amount.Get(); got != money.Fen(tt.want*100) {
			t.Errorf("%s, %d fail: %v, want %d", tt.area, tt.fails, got, tt.want)
		}
	}
}

// Taiyuan measures money by the destitute basic standard, which is not recorded: the office is asked, nobody is refused.
func TestTaiyuanNeedsItsStandards(t *testing.T) {
	s := body(t, test("14", nil))
	c := alone(t, s, "1950-01-01", nil)
	l := at(t, s, "140105", "2024-01-01")
	a := assess(t, "no standards", l, c, 0, national.Tekun, office)
	if !slices.Contains(a.Parameters, eligibility.Need{Kind: eligibility.ParamNeed, Param: national.TekunBasic}) {
		t.Errorf("%v", a.Parameters)
	}
	change(t, c, 0, set{facts.PersonBusinesses: count(1)})
	assess(t, "a firm", l, c, 0, national.Tekun, unfit)
}

// Shanxi extends the care subsidy to grade three and four of the mind, at half the amount.
func TestShanxiExtendsCare(t *testing.T) {
	s := body(t, test("14", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard, 600)))
	l := at(t, s, "140105", "2026-03-01")
	for _, tt := range []struct {
		kind  identity.DisabilityKind
		grade identity.DisabilityGrade
		want  int64
	}{{identity.Limb, identity.GradeOne, 122}, {identity.Mental, identity.GradeThree, 61}, {identity.Intellectual,
		identity.GradeFour, 61}, {identity.Limb, identity.GradeThree, 0}} {
		c := alone(t, s, "1980-01-01", set{facts.PersonDisability: disabled(tt.kind, tt.grade),
			facts.PersonCareMonths: count(6)})
		want := fit
		if tt.want == 0 {
			want = unfit
		}
		a := assess(t, string(tt.kind), l, c, 0, national.Huli, want)
		if got, _ := a.Amount.Get(); want == fit && got != money.Fen(tt.want*100) {
			t.Errorf("%s %s: %v", tt.kind, tt.grade, got)
		}
	}
}

// The sums that are repeated here are those of the national law.
func TestIncomeIsCountedAsInTheNationalLaw(t *testing.T) {
	s := body(t)
	sums := func(l *statutes.Law, p eligibility.ProgrammeID, id string) []eligibility.Sum {
		var out []eligibility.Sum
		for _, n := range l.Walk(p) {
			if n.Criterion().ID == id {
				out = append(out, n.Spec().Left)
			}
		}
		return out
	}
	same := func(a, b []eligibility.Term) bool {
		return len(a) == len(b) && !slices.ContainsFunc(a, func(t eligibility.Term) bool { return !slices.Contains(b, t) })
	}
	for _, on := range []string{"2025-12-31", "2026-01-01", "2026-07-01"} {
		shandong, henan := at(t, s, "340100", on), at(t, s, "370100", on)
		want, got := sums(shandong, national.Bianyuan, "bianyuan.income"), sums(henan, national.Bianyuan,
			"bianyuan.income.above")
		if len(want) == 0 || len(got) != 1 || want[0].Over != got[0].Over || !same(want[0].Terms, got[0].Terms) {
			t.Errorf("%s: members' income %v, want %v", on, got, want)
		}
		jiangxi := at(t, s, "360100", on)
		want, got = sums(jiangxi, national.Tekun, "income"), sums(jiangxi, national.Tekun, "jiangxi.unable.income")
		if len(want) == 0 || len(got) != 1 || !same(want[0].Terms, got[0].Terms) {
			t.Errorf("%s: own income %v, want %v", on, got, want)
		}
	}
	for _, place := range []string{"210200", "410300", "440100", "440300"} {
		want := sums(at(t, s, "340100", "2026-07-01"), national.Gangxing, "gangxing.ratio")
		for _, id := range []string{"gangxing.ratio.above", "gangxing.ratio.equal"} {
			got := sums(at(t, s, place, "2026-07-01"), national.Gangxing, id)
			if len(want) == 0 || len(got) != 1 || !same(want[0].Terms, got[0].Terms) {
				t.Errorf("%s %s: rigid spending %v, want %v", place, id, got, want)
			}
		}
	}
	if len(local.Acts()) == 0 {
		t.Error("no acts")
	}
}
