package national

import "github.com/shegong/shegong/eligibility/national/internal/key"

// The programmes of basic assistance (项目代码).
const (
	Tekun       = key.Tekun       // 特困人员
	Dibao       = key.Dibao       // 低保（家庭）
	DibaoSingle = key.DibaoSingle // 低保（单人户）
	DibaoExit   = key.DibaoExit   // 低保渐退期
	DibaoCut    = key.DibaoCut    // 减发或者停发本人低保金的情形
	Bianyuan    = key.Bianyuan    // 低保边缘家庭
	Gangxing    = key.Gangxing    // 刚性支出困难家庭
)

// The definitions that programmes share (定义).
const (
	Member             = key.Member             // 共同生活的家庭成员
	Obligor            = key.Obligor            // 法定义务人
	DibaoIncome        = key.DibaoIncome        // 家庭人均收入低于低保标准
	DibaoConditions    = key.DibaoConditions    // 符合低保条件
	DibaoOwnIncome     = key.DibaoOwnIncome     // 本人收入低于低保标准
	BianyuanConditions = key.BianyuanConditions // 符合低保边缘家庭条件
	GangxingIncome     = key.GangxingIncome     // 家庭人均收入低于上年度人均可支配收入
)

// The values that places set (地方标准). Money is yuan a month unless a value says a year.
const (
	DibaoStandard      = key.DibaoStandard // 低保标准
	DibaoRounding      = key.DibaoRounding // 低保金取整
	DibaoTierOne       = key.DibaoTierOne  // 分档计发：每人每月
	DibaoTierTwo       = key.DibaoTierTwo
	DibaoTierThree     = key.DibaoTierThree
	DibaoTierFour      = key.DibaoTierFour
	DibaoTopUpSevere   = key.DibaoTopUpSevere   // 分类施保：重度残疾人、重病患者
	DibaoTopUpAge      = key.DibaoTopUpAge      // 分类施保：老年人、未成年人
	DibaoSingleSum     = key.DibaoSingleSum     // 单人户定额
	DibaoExitMonths    = key.DibaoExitMonths    // 渐退期月数
	IncomeMonths       = key.IncomeMonths       // 收入核算月数
	DisposableIncome   = key.DisposableIncome   // 上年度人均可支配收入
	BianyuanFactor     = key.BianyuanFactor     // 低保边缘线为低保标准的倍数
	BianyuanComparator = key.BianyuanComparator // 与低保边缘线的比较方式
	GangxingRatio      = key.GangxingRatio      // 刚性支出占家庭收入的比例
	GangxingComparator = key.GangxingComparator // 与该比例的比较方式
	TekunBasic         = key.TekunBasic         // 特困基本生活标准
	TekunInstitution   = key.TekunInstitution   // 集中供养比分散供养每月多发
	TekunCareAble      = key.TekunCareAble      // 照料护理标准：具备自理能力
	TekunCarePartial   = key.TekunCarePartial   // 部分丧失
	TekunCareFull      = key.TekunCareFull      // 完全丧失
)

// What the acts on basic assistance leave to places (授权事项).
const (
	TekunProperty       = key.TekunProperty       // 特困人员财产状况 (required, person)
	ObligorProperty     = key.ObligorProperty     // 低收入家庭财产状况，用于义务人 (required, person)
	TekunNoWork         = key.TekunNoWork         // 无劳动能力的其他情形 (person)
	TekunObligorUnable  = key.TekunObligorUnable  // 无履行义务能力的其他情形 (person)
	TekunInsurance      = key.TekunInsurance      // 养老金、失业保险金不计入收入 (switch)
	TekunIncomeExcluded = key.TekunIncomeExcluded // 其他不计入特困人员收入的项目 (switch)
	TekunFormDiffers    = key.TekunFormDiffers    // 集中与分散供养标准不同 (switch)
	MemberExcluded      = key.MemberExcluded      // 不计入共同生活成员的其他人员 (person)
	DibaoProperty       = key.DibaoProperty       // 低保家庭财产状况 (required, household)
	DibaoPensionCentral = key.DibaoPensionCentral // 2026年起中央基础养老金仍不计入收入 (switch)
	DibaoPensionLocal   = key.DibaoPensionLocal   // 地方增发的基础养老金不计入收入 (switch)
	DibaoPensionAccount = key.DibaoPensionAccount // 个人账户养老金不计入收入 (switch)
	DibaoOldAge         = key.DibaoOldAge         // 高龄津贴不计入收入 (switch)
	DibaoTiers          = key.DibaoTiers          // 分档计发 (switch)
	DibaoTopUp          = key.DibaoTopUp          // 分类施保 (switch)
	SingleProperty      = key.SingleProperty      // 单人户本人财产状况 (required, person)
	SingleOther         = key.SingleOther         // 可单独申请的其他特殊困难人员 (person)
	SingleSupport       = key.SingleSupport       // 供养费用豁免 (switch)
	SingleFixedSum      = key.SingleFixedSum      // 单人户按定额发放 (switch)
	BianyuanProperty    = key.BianyuanProperty    // 低保边缘家庭财产状况 (required, household)
	GangxingProperty    = key.GangxingProperty    // 刚性支出困难家庭财产状况 (required, household)
	GangxingExcluded    = key.GangxingExcluded    // 不符合当地其他条件 (household)
	GangxingLiving      = key.GangxingLiving      // 生活支出不计入刚性支出 (switch)
)
