package national

import "github.com/shegong/shegong/eligibility"

// The programmes of basic assistance (项目代码).
const (
	Tekun       eligibility.ProgrammeID = "tekun"         // 特困人员
	Dibao       eligibility.ProgrammeID = "dibao"         // 低保（家庭）
	DibaoSingle eligibility.ProgrammeID = "dibao_single"  // 低保（单人户）
	DibaoExit   eligibility.ProgrammeID = "dibao_jiantui" // 低保渐退期
	DibaoCut    eligibility.ProgrammeID = "dibao_jianfa"  // 减发、停发本人低保金
	Bianyuan    eligibility.ProgrammeID = "bianyuan"      // 低保边缘家庭
	Gangxing    eligibility.ProgrammeID = "gangxing"      // 刚性支出困难家庭
)

// The definitions that programmes share (定义).
const (
	Member             eligibility.DefinitionID = eligibility.MemberOf  // 共同生活的家庭成员
	Obligor            eligibility.DefinitionID = "obligor"             // 法定义务人
	DibaoIncome        eligibility.DefinitionID = "dibao.income"        // 家庭人均收入低于低保标准
	DibaoConditions    eligibility.DefinitionID = "dibao.conditions"    // 符合低保条件
	DibaoOwnIncome     eligibility.DefinitionID = "dibao.own_income"    // 本人收入低于低保标准
	BianyuanConditions eligibility.DefinitionID = "bianyuan.conditions" // 符合低保边缘家庭条件
	GangxingIncome     eligibility.DefinitionID = "gangxing.income"     // 家庭人均收入低于上年度人均可支配收入
)

// The values that places set (地方标准). Money is yuan a month unless a value says a year.
const (
	DibaoStandard      eligibility.ParamKey = "dibao.standard" // 低保标准
	DibaoRounding      eligibility.ParamKey = "dibao.rounding" // 低保金取整
	DibaoTierOne       eligibility.ParamKey = "dibao.tier.one" // 分档计发：每人每月
	DibaoTierTwo       eligibility.ParamKey = "dibao.tier.two"
	DibaoTierThree     eligibility.ParamKey = "dibao.tier.three"
	DibaoTierFour      eligibility.ParamKey = "dibao.tier.four"
	DibaoTopUpSevere   eligibility.ParamKey = "dibao.topup.severe"  // 分类施保：重度残疾人、重病患者
	DibaoTopUpAge      eligibility.ParamKey = "dibao.topup.age"     // 分类施保：老年人、未成年人
	DibaoSingleSum     eligibility.ParamKey = "dibao_single.sum"    // 单人户定额
	DibaoExitMonths    eligibility.ParamKey = "dibao.exit.months"   // 渐退期月数
	IncomeMonths       eligibility.ParamKey = "income.months"       // 收入核算月数
	DisposableIncome   eligibility.ParamKey = "disposable.income"   // 上年度人均可支配收入
	BianyuanFactor     eligibility.ParamKey = "bianyuan.factor"     // 低保边缘线为低保标准的倍数
	BianyuanComparator eligibility.ParamKey = "bianyuan.comparator" // 与低保边缘线的比较方式
	GangxingRatio      eligibility.ParamKey = "gangxing.ratio"      // 刚性支出占家庭收入的比例
	GangxingComparator eligibility.ParamKey = "gangxing.comparator" // 与该比例的比较方式
	TekunBasic         eligibility.ParamKey = "tekun.basic"         // 特困基本生活标准
	TekunInstitution   eligibility.ParamKey = "tekun.institution"   // 集中供养比分散供养每月多发
	TekunCareAble      eligibility.ParamKey = "tekun.care.able"     // 照料护理标准：具备自理能力
	TekunCarePartial   eligibility.ParamKey = "tekun.care.partial"  // 部分丧失
	TekunCareFull      eligibility.ParamKey = "tekun.care.full"     // 完全丧失
)

// What the acts on basic assistance leave to places (授权事项).
const (
	TekunProperty       eligibility.ClauseKey = "tekun.property"          // 特困人员财产状况 (required, person)
	ObligorProperty     eligibility.ClauseKey = "obligor.property"        // 低收入家庭财产状况，用于义务人 (required, person)
	TekunNoWork         eligibility.ClauseKey = "tekun.no_work"           // 无劳动能力的其他情形 (person)
	TekunObligorUnable  eligibility.ClauseKey = "tekun.obligor_unable"    // 无履行义务能力的其他情形 (person)
	TekunInsurance      eligibility.ClauseKey = "tekun.social_insurance"  // 养老金、失业保险金不计入收入 (switch)
	TekunIncomeExcluded eligibility.ClauseKey = "tekun.income_excluded"   // 其他不计入特困人员收入的项目 (switch)
	TekunFormDiffers    eligibility.ClauseKey = "tekun.form"              // 集中与分散供养标准不同 (switch)
	MemberExcluded      eligibility.ClauseKey = "member.excluded"         // 不计入共同生活成员的其他人员 (person)
	DibaoProperty       eligibility.ClauseKey = "dibao.property"          // 低保家庭财产状况 (required, household)
	DibaoPensionCentral eligibility.ClauseKey = "dibao.pension_central"   // 2026年起中央基础养老金仍不计入收入 (switch)
	DibaoPensionLocal   eligibility.ClauseKey = "dibao.pension_local"     // 地方增发的基础养老金不计入收入 (switch)
	DibaoPensionAccount eligibility.ClauseKey = "dibao.pension_account"   // 个人账户养老金不计入收入 (switch)
	DibaoOldAge         eligibility.ClauseKey = "dibao.old_age_allowance" // 高龄津贴不计入收入 (switch)
	DibaoTiers          eligibility.ClauseKey = "dibao.tiers"             // 分档计发 (switch)
	DibaoTopUp          eligibility.ClauseKey = "dibao.topup"             // 分类施保 (switch)
	SingleProperty      eligibility.ClauseKey = "dibao_single.property"   // 单人户本人财产状况 (required, person)
	SingleOther         eligibility.ClauseKey = "dibao_single.other"      // 可单独申请的其他特殊困难人员 (person)
	SingleSupport       eligibility.ClauseKey = "dibao_single.support"    // 供养费用豁免 (switch)
	SingleFixedSum      eligibility.ClauseKey = "dibao_single.sum"        // 单人户按定额发放 (switch)
	BianyuanProperty    eligibility.ClauseKey = "bianyuan.property"       // 低保边缘家庭财产状况 (required, household)
	GangxingProperty    eligibility.ClauseKey = "gangxing.property"       // 刚性支出困难家庭财产状况 (required, household)
	GangxingExcluded    eligibility.ClauseKey = "gangxing.excluded"       // 不符合当地其他条件 (household)
	GangxingLiving      eligibility.ClauseKey = "gangxing.living"         // 生活支出不计入刚性支出 (switch)
)
