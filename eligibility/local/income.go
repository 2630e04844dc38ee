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
		pension = unless("dibao.pension_central", facts.PersonIncomePensionCentral)
	}
	return eligibility.Sum{Over: eligibility.Members, Terms: slices.Concat(
		plus(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty, facts.PersonIncomePensionEmployee,
			facts.PersonIncomeUnemployment),
		pension,
		unless(localPension, facts.PersonIncomePensionLocal),
		unless("dibao.pension_account", facts.PersonIncomePensionAccount),
		unless("dibao.old_age_allowance", facts.PersonIncomeOldAge),
		plus(facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeGifts, facts.PersonIncomeCompensation,
			facts.PersonIncomeOther, facts.PersonIncomeSupport),
		less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport,
			facts.PersonIncomeRigidDeduction),
	)}
}

// ownIncome is the income of one person after 特困人员认定办法第六条, as the tests of obligors use it.
func ownIncome() eligibility.Sum {
	return eligibility.Sum{Terms: slices.Concat(
		plus(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty),
		unless("tekun.social_insurance", facts.PersonIncomePensionEmployee, facts.PersonIncomePensionLocal,
			facts.PersonIncomePensionAccount,
			facts.PersonIncomeUnemployment),
		unless("tekun.income_excluded", facts.PersonIncomeFamilyPlanning, facts.PersonIncomeScholarship,
			facts.PersonIncomeBravery),
		plus(facts.PersonIncomeSupport, facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeGifts,
			facts.PersonIncomeCompensation, facts.PersonIncomeOther),
		less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport),
	)}
}

func plus(keys ...eligibility.FactKey) []eligibility.Term { return eligibility.Total(keys...).Terms }

func less(keys ...eligibility.FactKey) []eligibility.Term {
	terms := plus(keys...)
	for i := range terms {
		terms[i].Minus = true
	}
	return terms
}

func unless(enacted eligibility.ClauseKey, keys ...eligibility.FactKey) []eligibility.Term {
	terms := plus(keys...)
	for i := range terms {
		terms[i].Unless = enacted
	}
	return terms
}
