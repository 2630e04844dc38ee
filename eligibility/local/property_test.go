package local_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
)

// two is a couple whose income a month a head is given, who have what the sets say.
func two(t testing.TB, s *statutes.Statutes, month int64, first, second set) *eligibility.Case {
	t.Helper()
	c := household(t, s, 2)
	for row, of := range []set{first, second} {
		change(t, c, row, set{facts.PersonBirth: born("1980-01-01"), facts.PersonIncomeWages: yuan(month * 12)})
		change(t, c, row, of)
	}
	return c
}

// What members of a marginal household may own in four places; the standard is 900 everywhere, the disposable income 30,000.
func TestPropertyRulesAtTheirLimits(t *testing.T) {
	var acts []eligibility.Act
	for _, p := range []string{"41", "12", "53"} {
		acts = append(acts, test(p, fits(national.DibaoProperty), amount(national.DibaoStandard, 900), incomeAYear(30_000)))
	}
	s := body(t, acts...)
	own := func(k eligibility.FactKey, d eligibility.Datum) set { return set{k: d} }
	homes := func(n int64) set { return own(facts.PersonHomes, count(n)) }
	money := func(n int64) set { return own(facts.PersonFinancialAssets, yuan(n)) }
	for _, tt := range []struct {
		name, place, on string
		first, second   set
		want            eligibility.Result
	}{
		{"below three yearly standards a head", "410100", "2024-01-01", money(64_799), nil, fit},
		{"three yearly standards a head", "410100", "2024-01-01", money(64_800), nil, unfit},
		{"together", "410100", "2024-01-01", money(40_000), money(24_800), unfit},
		{"one home", "410100", "2024-01-01", homes(1), nil, fit},
		{"one home each", "410100", "2024-01-01", homes(1), homes(1), fit},
		{"three homes", "410100", "2024-01-01", homes(2), homes(1), unfit},
		{"a shop", "410100", "2024-01-01", own(facts.PersonOtherBuildings, count(1)), nil, unfit},
		{"a car", "410100", "2024-01-01", nil, own(facts.PersonVehicles, count(1)), unfit},
		{"a boat", "410100", "2024-01-01", nil, own(facts.PersonMachines, count(1)), unfit},
		{"capital", "410100", "2024-01-01", own(facts.PersonRegisteredCapital, yuan(200_000)), nil, unfit},
		{"less capital", "410100", "2024-01-01", own(facts.PersonRegisteredCapital, yuan(199_999)), nil, fit},
		{"36 months with capital", "120100", "2026-12-01", money(60_000), own(facts.PersonRegisteredCapital, yuan(4_800)), judge},
		{"a yuan more", "120100", "2026-12-01", money(60_000), own(facts.PersonRegisteredCapital, yuan(4_801)), unfit},
		{"twice the disposable income", "530100", "2024-01-01", money(120_000), nil, judge},
		{"a yuan more", "530100", "2024-01-01", money(120_001), nil, unfit},
		{"two homes", "530100", "2024-01-01", homes(2), nil, judge},
		{"two homes, however large", "530100", "2024-01-01", set{facts.PersonHomes: count(2), facts.PersonHomeOversize: yes()}, nil, judge},
		{"two people with one each", "530100", "2024-01-01", homes(1), homes(1), judge},
		{"two and one", "530100", "2024-01-01", homes(2), homes(1), unfit},
		{"three homes", "530100", "2024-01-01", homes(3), nil, unfit},
	} {
		l := at(t, s, tt.place, tt.on)
		assess(t, tt.name, l, two(t, s, 1000, tt.first, tt.second), 0, national.Bianyuan, tt.want)
	}
}

func TestGansuLimitsTheHousehold(t *testing.T) {
	s := body(t, test("62", fits(national.DibaoProperty, national.BianyuanProperty), amount(national.DibaoStandard, 500), incomeAYear(30_000),
		ratioOf(national.GangxingRatio, "60%")))
	l := at(t, s, "620100", "2025-06-05")
	for _, tt := range []struct {
		name          string
		first, second set
		want          eligibility.Result
	}{
		{"36 months", set{facts.PersonFinancialAssets: yuan(36_000)}, nil, fit},
		{"a yuan more", set{facts.PersonFinancialAssets: yuan(36_000)}, set{facts.PersonFinancialAssets: yuan(1)}, unfit},
		{"one home", set{facts.PersonHomes: count(1)}, nil, fit},
		{"two homes", set{facts.PersonHomes: count(1)}, set{facts.PersonHomes: count(1)}, unfit},
		{"two homes of one", set{facts.PersonHomes: count(2)}, nil, unfit},
		{"two people with one each of 100,000", set{facts.PersonVehicleValue: yuan(100_000)}, set{facts.PersonVehicleValue: yuan(100_000)}, fit},
		{"a car of 150,000", set{facts.PersonVehicleValue: yuan(150_000)}, nil, fit},
		{"a dearer one", set{facts.PersonVehicleValue: yuan(150_001)}, nil, unfit},
		{"a dearer one, counted", set{facts.PersonVehicles: count(1), facts.PersonVehicleValue: yuan(150_001)}, nil, unfit},
		{"two of one person, 200,000 together", set{facts.PersonVehicles: count(2), facts.PersonVehicleValue: yuan(200_000)}, nil, judge},
		{"two of one person, within it together", set{facts.PersonVehicles: count(2), facts.PersonVehicleValue: yuan(150_000)}, nil, fit},
	} {
		c := two(t, s, 1000, tt.first, tt.second)
		change(t, c, 0, set{facts.HouseholdIncomeYear: yuan(24_000), facts.HouseholdSpendingMedical: yuan(16_000)})
		assess(t, tt.name, l, c, 0, national.Gangxing, tt.want)
	}
}

// 支出型 families of 鄞州 may have six yearly standards a head.
func TestYinzhouRigidProperty(t *testing.T) {
	s := body(t, test("3302", nil, incomeAYear(60_000)), test("33", nil, ratioOf(national.GangxingRatio, "50%")))
	l := at(t, s, "330212", "2025-06-01")
	for money, want := range map[int64]eligibility.Result{85_031: fit, 85_032: unfit} {
		of := set{facts.PersonFinancialAssets: yuan(money)}
		c := two(t, s, 3000, of, of)
		change(t, c, 0, set{facts.HouseholdIncomeYear: yuan(72_000), facts.HouseholdSpendingMedical: yuan(50_000),
			facts.HouseholdFitsGangxingProperty: yes()})
		assess(t, "money", l, c, 0, national.Gangxing, want)
	}
}
