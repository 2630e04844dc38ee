// Package key is the names of programmes, definitions, values and delegated matters of the national law (代码). Package national
// exports them and says what each is.
package key

import "github.com/shegong/shegong/eligibility"

// The programmes of basic assistance (项目代码).
const (
	Tekun       eligibility.ProgrammeID = "tekun"
	Dibao       eligibility.ProgrammeID = "dibao"
	DibaoSingle eligibility.ProgrammeID = "dibao_single"
	DibaoExit   eligibility.ProgrammeID = "dibao_jiantui"
	DibaoCut    eligibility.ProgrammeID = "dibao_jianfa"
	Bianyuan    eligibility.ProgrammeID = "bianyuan"
	Gangxing    eligibility.ProgrammeID = "gangxing"
)

// The definitions that programmes share (定义).
const (
	Member             eligibility.DefinitionID = eligibility.MemberOf
	Obligor            eligibility.DefinitionID = "obligor"
	DibaoIncome        eligibility.DefinitionID = "dibao.income"
	DibaoConditions    eligibility.DefinitionID = "dibao.conditions"
	DibaoOwnIncome     eligibility.DefinitionID = "dibao.own_income"
	BianyuanConditions eligibility.DefinitionID = "bianyuan.conditions"
	GangxingIncome     eligibility.DefinitionID = "gangxing.income"
)

// The values that places set (地方标准). Money is yuan a month unless a value says a year.
const (
	DibaoStandard      eligibility.ParamKey = "dibao.standard"
	DibaoRounding      eligibility.ParamKey = "dibao.rounding"
	DibaoTierOne       eligibility.ParamKey = "dibao.tier.one"
	DibaoTierTwo       eligibility.ParamKey = "dibao.tier.two"
	DibaoTierThree     eligibility.ParamKey = "dibao.tier.three"
	DibaoTierFour      eligibility.ParamKey = "dibao.tier.four"
	DibaoTopUpSevere   eligibility.ParamKey = "dibao.topup.severe"
	DibaoTopUpAge      eligibility.ParamKey = "dibao.topup.age"
	DibaoSingleSum     eligibility.ParamKey = "dibao_single.sum"
	DibaoExitMonths    eligibility.ParamKey = "dibao.exit.months"
	IncomeMonths       eligibility.ParamKey = "income.months"
	DisposableIncome   eligibility.ParamKey = "disposable.income"
	BianyuanFactor     eligibility.ParamKey = "bianyuan.factor"
	BianyuanComparator eligibility.ParamKey = "bianyuan.comparator"
	GangxingRatio      eligibility.ParamKey = "gangxing.ratio"
	GangxingComparator eligibility.ParamKey = "gangxing.comparator"
	TekunBasic         eligibility.ParamKey = "tekun.basic"
	TekunInstitution   eligibility.ParamKey = "tekun.institution"
	TekunCareAble      eligibility.ParamKey = "tekun.care.able"
	TekunCarePartial   eligibility.ParamKey = "tekun.care.partial"
	TekunCareFull      eligibility.ParamKey = "tekun.care.full"
)

// What the acts on basic assistance leave to places (授权事项).
const (
	TekunProperty       eligibility.ClauseKey = "tekun.property"
	ObligorProperty     eligibility.ClauseKey = "obligor.property"
	TekunNoWork         eligibility.ClauseKey = "tekun.no_work"
	TekunObligorUnable  eligibility.ClauseKey = "tekun.obligor_unable"
	TekunInsurance      eligibility.ClauseKey = "tekun.social_insurance"
	TekunIncomeExcluded eligibility.ClauseKey = "tekun.income_excluded"
	TekunFormDiffers    eligibility.ClauseKey = "tekun.form"
	MemberExcluded      eligibility.ClauseKey = "member.excluded"
	DibaoProperty       eligibility.ClauseKey = "dibao.property"
	DibaoPensionCentral eligibility.ClauseKey = "dibao.pension_central"
	DibaoPensionLocal   eligibility.ClauseKey = "dibao.pension_local"
	DibaoPensionAccount eligibility.ClauseKey = "dibao.pension_account"
	DibaoOldAge         eligibility.ClauseKey = "dibao.old_age_allowance"
	DibaoTiers          eligibility.ClauseKey = "dibao.tiers"
	DibaoTopUp          eligibility.ClauseKey = "dibao.topup"
	SingleProperty      eligibility.ClauseKey = "dibao_single.property"
	SingleOther         eligibility.ClauseKey = "dibao_single.other"
	SingleSupport       eligibility.ClauseKey = "dibao_single.support"
	SingleFixedSum      eligibility.ClauseKey = "dibao_single.sum"
	BianyuanProperty    eligibility.ClauseKey = "bianyuan.property"
	GangxingProperty    eligibility.ClauseKey = "gangxing.property"
	GangxingExcluded    eligibility.ClauseKey = "gangxing.excluded"
	GangxingLiving      eligibility.ClauseKey = "gangxing.living"
)
