package local

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
)

// Where a place measures income by the national rule against a line of its own, the national sums are repeated here, since a
// province does not import the nation. A test holds them equal to those of package national.

// membersIncome is the income of the household after 最低生活保障审核确认办法第十三条. The central base pension is out during the
// 14th five-year plan, until 2025-12-31.
func membersIncome(plan14 bool) eligibility.Sum {
	var pension []eligibility.Term
	if !plan14 {
		pension = eligibility.PlusUnless("dibao.pension_central", facts.PersonIncomePensionCentral)
	}
	return eligibility.Sum{Over: eligibility.Members, Terms: slices.Concat(
		eligibility.Plus(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty, facts.PersonIncomePensionEmployee,
			facts.PersonIncomeUnemployment),
		pension,
		eligibility.PlusUnless(localPension, facts.PersonIncomePensionLocal),
		eligibility.PlusUnless("dibao.pension_account", facts.PersonIncomePensionAccount),
		eligibility.PlusUnless("dibao.old_age_allowance", facts.PersonIncomeOldAge),
		eligibility.Plus(facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeGifts, facts.PersonIncomeCompensation,
			facts.PersonIncomeOther, facts.PersonIncomeSupport),
		eligibility.Less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport,
			facts.PersonIncomeRigidDeduction),
	)}
}

// ownIncome is the income of one person after 特困人员认定办法第六条, as the tests of obligors use it.
func ownIncome() eligibility.Sum {
	return eligibility.Sum{Terms: slices.Concat(
		eligibility.Plus(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty),
		eligibility.PlusUnless("tekun.social_insurance", facts.PersonIncomePensionEmployee, facts.PersonIncomePensionLocal,
			facts.PersonIncomePensionAccount,
			facts.PersonIncomeUnemployment),
		eligibility.PlusUnless("tekun.income_excluded", facts.PersonIncomeFamilyPlanning, facts.PersonIncomeScholarship,
			facts.PersonIncomeBravery),
		eligibility.Plus(facts.PersonIncomeSupport, facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeGifts,
			facts.PersonIncomeCompensation, facts.PersonIncomeOther),
		eligibility.Less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport),
	)}
}
