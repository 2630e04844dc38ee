package local

import "github.com/shegong/shegong/eligibility"

// The keys of the national law that places speak of. They are repeated here because a province does not import the nation;
// statutes.New refuses a key that the national acts do not declare.
const (
	tekun       eligibility.ProgrammeID = "tekun"
	dibao       eligibility.ProgrammeID = "dibao"
	dibaoSingle eligibility.ProgrammeID = "dibao_single"
	bianyuan    eligibility.ProgrammeID = "bianyuan"
	shishi      eligibility.ProgrammeID = "shishi_wuren"

	standard           eligibility.ParamKey = "dibao.standard"
	disposable         eligibility.ParamKey = "disposable.income"
	incomeMonths       eligibility.ParamKey = "income.months"
	bianyuanFactor     eligibility.ParamKey = "bianyuan.factor"
	bianyuanComparator eligibility.ParamKey = "bianyuan.comparator"
	gangxingRatio      eligibility.ParamKey = "gangxing.ratio"
	gangxingComparator eligibility.ParamKey = "gangxing.comparator"
	tekunBasic         eligibility.ParamKey = "tekun.basic"
	careAble           eligibility.ParamKey = "tekun.care.able"
	carePartial        eligibility.ParamKey = "tekun.care.partial"
	careFull           eligibility.ParamKey = "tekun.care.full"

	livingSubsidy  eligibility.ParamKey = "canji.shenghuo"
	careOne        eligibility.ParamKey = "canji.huli_1"
	careTwo        eligibility.ParamKey = "canji.huli_2"
	careOneLower   eligibility.ParamKey = "canji.huli_1_lower"
	careTwoLower   eligibility.ParamKey = "canji.huli_2_lower"
	careExtended   eligibility.ParamKey = "canji.huli_extended"
	childAtHome    eligibility.ParamKey = "ertong.home"
	childInsideAll eligibility.ParamKey = "ertong.facility"
	reliefCap      eligibility.ParamKey = "linshi.cap_months"
	tierOne        eligibility.ParamKey = "dibao.tier.one"
	tierTwo        eligibility.ParamKey = "dibao.tier.two"
	tierThree      eligibility.ParamKey = "dibao.tier.three"
	tierFour       eligibility.ParamKey = "dibao.tier.four"
	topUpSevere    eligibility.ParamKey = "dibao.topup.severe"
	topUpAge       eligibility.ParamKey = "dibao.topup.age"

	noWork           eligibility.ClauseKey = "tekun.no_work"
	obligorUnable    eligibility.ClauseKey = "tekun.obligor_unable"
	tekunProperty    eligibility.ClauseKey = "tekun.property"
	obligorProperty  eligibility.ClauseKey = "obligor.property"
	dibaoProperty    eligibility.ClauseKey = "dibao.property"
	bianyuanProperty eligibility.ClauseKey = "bianyuan.property"
	gangxingProperty eligibility.ClauseKey = "gangxing.property"
	singleProperty   eligibility.ClauseKey = "dibao_single.property"
	singleSupport    eligibility.ClauseKey = "dibao_single.support"
	localPension     eligibility.ClauseKey = "dibao.pension_local"
	livingExtension  eligibility.ClauseKey = "canji.shenghuo_extension"
	careExtension    eligibility.ClauseKey = "canji.huli_extension"
	careLowerFor     eligibility.ClauseKey = "canji.huli_lower"
	tiers            eligibility.ClauseKey = "dibao.tiers"
	topUp            eligibility.ClauseKey = "dibao.topup"
	formDiffers      eligibility.ClauseKey = "tekun.form"
	memberExcluded   eligibility.ClauseKey = "member.excluded"
	childAfter18     eligibility.ClauseKey = "shishi.after_18"
	oldAgeScope      eligibility.ClauseKey = "gaoling.scope"
)

// Parameters of a province's own: by what its rule measures income.
const (
	shandongWage  eligibility.ParamKey = "shandong:minimum_wage"
	liaoningUrban eligibility.ParamKey = "liaoning:disposable_urban"
)

// Clauses of Guangdong's own: what of its trial measure was renewed.
const (
	renewedNoWork eligibility.ClauseKey = "guangdong:renewed_no_work"
	renewedUnable eligibility.ClauseKey = "guangdong:renewed_unable"
)
