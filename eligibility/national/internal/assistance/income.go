package assistance

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
)

// What is income differs by programme. What stands in neither list here is not counted: 基本医疗保险报销 (it replaces a cost), 优待
// 抚恤金 (since 2024-10-01 also by 军人抚恤优待条例第四条, for every test), 政府发放的社会救助款物, 残疾人两项补贴, 孤儿和事实无人抚养儿童
// 基本生活费. 医疗报销, 两项补贴 and 儿童基本生活费 are left out of 特困 and 低保 income by our reading or by their own acts, not by the
// lists of articles 6 and 13.

// destituteIncome is the income of one person after 特困人员认定办法第六条: 工资性、经营净、财产净、转移净收入. The central base pension
// is out for good; of 等社会保险 only what the article names is out, the rest counts unless the province says otherwise.
func destituteIncome() eligibility.Sum {
	return eligibility.Sum{Terms: slices.Concat(
		earned(),
		eligibility.PlusUnless(key.TekunInsurance, facts.PersonIncomePensionEmployee, facts.PersonIncomePensionLocal, facts.PersonIncomePensionAccount,
			facts.PersonIncomeUnemployment),
		eligibility.PlusUnless(key.TekunIncomeExcluded, facts.PersonIncomeFamilyPlanning, facts.PersonIncomeScholarship, facts.PersonIncomeBravery),
		transferred(facts.PersonIncomeSupport),
		eligibility.Less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport),
	)}
}

// subsistenceIncome is income after 最低生活保障审核确认办法第十三条, of one person or of all members. 中央确定的基础养老金 is out during the
// 14th five-year plan, until 2025-12-31; afterwards it counts unless the province goes on leaving it out.
func subsistenceIncome(of eligibility.Group, plan14 bool, support []eligibility.Term) eligibility.Sum {
	var pension []eligibility.Term
	if !plan14 {
		pension = eligibility.PlusUnless(key.DibaoPensionCentral, facts.PersonIncomePensionCentral)
	}
	return eligibility.Sum{Over: of, Terms: slices.Concat(
		earned(),
		eligibility.Plus(facts.PersonIncomePensionEmployee, facts.PersonIncomeUnemployment),
		pension,
		eligibility.PlusUnless(key.DibaoPensionLocal, facts.PersonIncomePensionLocal),
		eligibility.PlusUnless(key.DibaoPensionAccount, facts.PersonIncomePensionAccount),
		eligibility.PlusUnless(key.DibaoOldAge, facts.PersonIncomeOldAge),
		transferred(), support,
		eligibility.Less(facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport, facts.PersonIncomeRigidDeduction),
	)}
}

// ofMembers is the income of the household, with the support its members are given.
func ofMembers(plan14 bool) eligibility.Sum {
	return subsistenceIncome(eligibility.Members, plan14, eligibility.Plus(facts.PersonIncomeSupport))
}

// ofOneself is the income of who applies alone; support from siblings or the old may be waived (2022年通知一（一）).
func ofOneself(plan14 bool) eligibility.Sum {
	return subsistenceIncome("", plan14, eligibility.PlusUnless(key.SingleSupport, facts.PersonIncomeSupport))
}

func earned() []eligibility.Term {
	return eligibility.Plus(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty)
}

func transferred(more ...eligibility.FactKey) []eligibility.Term {
	return eligibility.Plus(append(more, facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeGifts,
		facts.PersonIncomeCompensation, facts.PersonIncomeOther)...)
}
