package facts

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
)

// Facts of a household that basic assistance reads (特困 低保 低保边缘 刚性支出). Money is the total over the household's
// reference window unless the name says otherwise.
const (
	HouseholdFitsDibaoProperty    eligibility.FactKey = "household.property.fits_dibao"    // 财产符合低保规定（研判）
	HouseholdFitsBianyuanProperty eligibility.FactKey = "household.property.fits_bianyuan" // 财产符合低保边缘规定（研判）
	HouseholdFitsGangxingProperty eligibility.FactKey = "household.property.fits_gangxing" // 财产符合刚性支出规定（研判）
	HouseholdIncomeYear           eligibility.FactKey = "household.income.year"            // 申请前12个月家庭总收入
	HouseholdSpendingLiving       eligibility.FactKey = "household.spending.living"        // 12个月生活支出
	HouseholdSpendingMedical      eligibility.FactKey = "household.spending.medical"       // 12个月自付医疗支出
	HouseholdSpendingEducation    eligibility.FactKey = "household.spending.education"     // 12个月教育支出
	HouseholdSpendingRehab        eligibility.FactKey = "household.spending.rehabilitation"
	HouseholdSpendingOther        eligibility.FactKey = "household.spending.other"
	HouseholdDibaoTier            eligibility.FactKey = "household.dibao.tier"        // 分档计发的档次
	HouseholdExitByWork           eligibility.FactKey = "household.dibao.exit_work"   // 因就业、创业收入超过标准
	HouseholdExitMonth            eligibility.FactKey = "household.dibao.exit_month"  // 渐退期第几个月
	HouseholdGangxingOther        eligibility.FactKey = "household.gangxing.other_ok" // 符合当地其他条件（研判）
)

// Facts of a person that many programmes read.
const (
	PersonBirth          eligibility.FactKey = "person.birth"            // 出生日期
	PersonLife           eligibility.FactKey = "person.life"             // 生存状态
	PersonDisability     eligibility.FactKey = "person.disability"       // 残疾类别与等级
	PersonStudy          eligibility.FactKey = "person.study"            // 就读阶段
	PersonFullTime       eligibility.FactKey = "person.study_full_time"  // 全日制
	PersonCustody        eligibility.FactKey = "person.custody"          // 人身自由状态
	PersonCapacity       eligibility.FactKey = "person.capacity"         // 民事行为能力
	PersonEmployed       eligibility.FactKey = "person.employed"         // 已就业
	PersonAbleToWork     eligibility.FactKey = "person.able_to_work"     // 有劳动能力（事实上的）
	PersonSeriousIllness eligibility.FactKey = "person.serious_illness"  // 当地认定的重特大疾病
	PersonClergy         eligibility.FactKey = "person.clergy"           // 宗教教职人员
	PersonApartSince     eligibility.FactKey = "person.apart_since"      // 脱离家庭独立生活起始日
	PersonRelation       eligibility.FactKey = "person.relation"         // 与申请人的关系
	PersonLivesTogether  eligibility.FactKey = "person.lives_together"   // 长期共同居住
	PersonSupportBond    eligibility.FactKey = "person.support_bond"     // 与本家庭有法定赡养抚养扶养关系
	PersonDependent      eligibility.FactKey = "person.dependent"        // 成年但不能独立生活
	PersonRefusals       eligibility.FactKey = "person.refusals"         // 连续无正当理由拒绝就业次数
	PersonSpecialCase    eligibility.FactKey = "person.special_hardship" // 确有特殊困难（研判）
)

// Facts of a person for 特困人员 and for those who owe him support.
const (
	PersonTekunMinor         eligibility.FactKey = "person.tekun.minor"             // 16、17周岁纳入特困（研判）
	PersonChoseChildBenefit  eligibility.FactKey = "person.tekun.chose_child"       // 选择孤儿或事实无人抚养儿童保障
	PersonCareForm           eligibility.FactKey = "person.tekun.form"              // 集中或分散供养
	PersonSelfCareEat        eligibility.FactKey = "person.selfcare.eat"            // 自主吃饭
	PersonSelfCareDress      eligibility.FactKey = "person.selfcare.dress"          // 自主穿衣
	PersonSelfCareBed        eligibility.FactKey = "person.selfcare.bed"            // 自主上下床
	PersonSelfCareToilet     eligibility.FactKey = "person.selfcare.toilet"         // 自主如厕
	PersonSelfCareWalk       eligibility.FactKey = "person.selfcare.walk"           // 室内自主行走
	PersonSelfCareBathe      eligibility.FactKey = "person.selfcare.bathe"          // 自主洗澡
	PersonCanBear            eligibility.FactKey = "person.can_bear"                // 有负担能力（研判）
	PersonParentsUnable      eligibility.FactKey = "person.parents_unable"          // 父母已死亡或无力抚养
	PersonChildrenUnable     eligibility.FactKey = "person.children_unable"         // 子女已死亡或无力赡养
	PersonLostWorkAbility    eligibility.FactKey = "person.lost_work_ability"       // 非因主观原因丧失或部分丧失劳动能力
	PersonFitsTekunProperty  eligibility.FactKey = "person.property.fits_tekun"     // 财产符合特困规定（研判）
	PersonFitsLowIncome      eligibility.FactKey = "person.property.fits_lowincome" // 财产符合低收入家庭规定（研判）
	PersonFitsSingleProperty eligibility.FactKey = "person.property.fits_single"    // 财产符合单人户规定（研判）
)

// What a person owns, for the property rules that places set.
const (
	PersonFinancialAssets   eligibility.FactKey = "person.property.financial"  // 货币财产合计
	PersonHomes             eligibility.FactKey = "person.property.homes"      // 住房套数
	PersonOtherBuildings    eligibility.FactKey = "person.property.buildings"  // 非居住用房套数
	PersonHomeOversize      eligibility.FactKey = "person.property.oversize"   // 住房面积超过当地限额
	PersonHomeRecent        eligibility.FactKey = "person.property.recent"     // 一年内购建住房
	PersonVehicles          eligibility.FactKey = "person.property.vehicles"   // 机动车辆数（豁免的除外）
	PersonVehicleValue      eligibility.FactKey = "person.property.vehicle"    // 机动车辆价值合计
	PersonMachines          eligibility.FactKey = "person.property.machines"   // 船舶、工程机械、大型农机数
	PersonRegisteredCapital eligibility.FactKey = "person.property.capital"    // 注册资本（认缴）合计
	PersonBusinesses        eligibility.FactKey = "person.property.businesses" // 开办企业、市场主体数
	PersonGaveAway          eligibility.FactKey = "person.property.gave_away"  // 放弃、转移财产或应得收入
)

// Income of a person (收入), one fact a kind: the total over the reference window (parameter income.months).
const (
	PersonIncomeWages           eligibility.FactKey = "person.income.wages"
	PersonIncomeWorkCost        eligibility.FactKey = "person.income.work_cost" // subtracted
	PersonIncomeBusiness        eligibility.FactKey = "person.income.business"
	PersonIncomeProperty        eligibility.FactKey = "person.income.property"
	PersonIncomePensionEmployee eligibility.FactKey = "person.income.pension_employee"
	PersonIncomePensionCentral  eligibility.FactKey = "person.income.pension_base_central"
	PersonIncomePensionLocal    eligibility.FactKey = "person.income.pension_base_local"
	PersonIncomePensionAccount  eligibility.FactKey = "person.income.pension_account"
	PersonIncomeUnemployment    eligibility.FactKey = "person.income.unemployment"
	PersonIncomeSurvivors       eligibility.FactKey = "person.income.survivors"
	PersonIncomeAlimony         eligibility.FactKey = "person.income.alimony"
	PersonIncomeSupport         eligibility.FactKey = "person.income.support"
	PersonIncomeGifts           eligibility.FactKey = "person.income.gifts"
	PersonIncomeCompensation    eligibility.FactKey = "person.income.compensation"
	PersonIncomeMedical         eligibility.FactKey = "person.income.medical_reimbursement"
	PersonIncomePreferential    eligibility.FactKey = "person.income.preferential"
	PersonIncomeFamilyPlanning  eligibility.FactKey = "person.income.family_planning"
	PersonIncomeScholarship     eligibility.FactKey = "person.income.scholarship"
	PersonIncomeBravery         eligibility.FactKey = "person.income.bravery"
	PersonIncomeAssistance      eligibility.FactKey = "person.income.assistance"
	PersonIncomeDisability      eligibility.FactKey = "person.income.disability_allowance"
	PersonIncomeOldAge          eligibility.FactKey = "person.income.old_age_allowance"
	PersonIncomeChildBenefit    eligibility.FactKey = "person.income.child_benefit"
	PersonIncomeOther           eligibility.FactKey = "person.income.other"
	PersonIncomePaidTax         eligibility.FactKey = "person.income.paid_tax"        // subtracted
	PersonIncomePaidSupport     eligibility.FactKey = "person.income.paid_support"    // subtracted
	PersonIncomeRigidDeduction  eligibility.FactKey = "person.income.rigid_deduction" // subtracted: what the place lets be deducted
)

// Facts of a tie between a person and a relative; the relation is the relative's, seen from the person: parent means that the
// relative is a parent of the person.
const (
	TieRelation eligibility.FactKey = "tie.relation" // 亲属关系
	TieBasis    eligibility.FactKey = "tie.basis"    // 关系成因
	TieRaised   eligibility.FactKey = "tie.raised"   // 弟妹由兄姐扶养长大
)

// assistanceFacts describes the facts of basic assistance.
func assistanceFacts() []eligibility.Fact {
	const (
		h, p, t = eligibility.PerHousehold, eligibility.PerPerson, eligibility.PerTie
		yes     = eligibility.BoolFact
		count   = eligibility.CountFact
		amount  = eligibility.MoneyFact
		day     = eligibility.DateFact
		word    = eligibility.WordFact

		obtainIncome            = "收入证明（发放单位）、银行流水（本人）、信息核对报告（经书面授权，县级核对机构）"
		obtainPension           = "养老待遇发放信息核对（人力资源社会保障部门）"
		obtainBenefit           = "待遇发放信息核对（民政部门）"
		obtainHolds             = "民政部门救助信息系统或者确认决定书"
		obtainPropertyJudgement = "乡镇（街道）财产核查结论"
	)
	type fact = eligibility.Fact
	words := func(keyZhEn ...string) []eligibility.Word { // three texts a word
		var list []eligibility.Word
		for w := range slices.Chunk(keyZhEn, 3) {
			list = append(list, eligibility.Word{Key: w[0], ZH: w[1], EN: w[2]})
		}
		return list
	}
	facts := []fact{
		{Key: HouseholdFitsDibaoProperty, Scope: h, Kind: yes, ZH: "家庭财产是否符合当地低保规定", EN: "whether the property is within the subsistence rule",
			Obtain: obtainPropertyJudgement, Judgement: true},
		{Key: HouseholdFitsBianyuanProperty, Scope: h, Kind: yes, ZH: "家庭财产是否符合当地低保边缘家庭规定", EN: "whether the property is within the marginal-household rule",
			Obtain: obtainPropertyJudgement, Judgement: true},
		{Key: HouseholdFitsGangxingProperty, Scope: h, Kind: yes, ZH: "家庭财产是否符合当地刚性支出困难家庭规定", EN: "whether the property is within the rigid-spending rule",
			Obtain: obtainPropertyJudgement, Judgement: true},
		{Key: HouseholdIncomeYear, Scope: h, Kind: amount, ZH: "申请前12个月家庭总收入", EN: "household income of the 12 months before applying",
			Obtain: obtainIncome},
		{Key: HouseholdSpendingLiving, Scope: h, Kind: amount, ZH: "12个月基本生活支出（按当地核定）", EN: "living costs of 12 months, as the place counts them",
			Obtain: "乡镇（街道）按当地规定核定"},
		{Key: HouseholdSpendingMedical, Scope: h, Kind: amount, ZH: "12个月自付医疗支出", EN: "medical costs of 12 months out of pocket",
			Obtain: "定点医疗机构票据、医保结算单"},
		{Key: HouseholdSpendingEducation, Scope: h, Kind: amount, ZH: "12个月教育支出（学前至全日制本科）", EN: "education costs of 12 months, preschool to undergraduate",
			Obtain: "学校收费票据"},
		{Key: HouseholdSpendingRehab, Scope: h, Kind: amount, ZH: "12个月残疾康复及辅助器具支出", EN: "rehabilitation and assistive devices, 12 months",
			Obtain: "康复机构、辅具票据"},
		{Key: HouseholdSpendingOther, Scope: h, Kind: amount, ZH: "12个月县级认定的其他刚性支出", EN: "other rigid spending the county accepts, 12 months",
			Obtain: "县级民政部门认定"},
		{Key: HouseholdDibaoTier, Scope: h, Kind: word, ZH: "低保金档次", EN: "payment tier", Obtain: "乡镇（街道）按当地分档规定核定",
			Words: words("one", "一档", "first", "two", "二档", "second", "three", "三档", "third", "four", "四档", "fourth")},
		{Key: HouseholdExitByWork, Scope: h, Kind: yes, ZH: "收入超过标准是否因就业、创业", EN: "whether income rose above the line through work",
			Obtain: "劳动合同、工资流水、营业执照"},
		{Key: HouseholdExitMonth, Scope: h, Kind: count, ZH: "收入超过标准后的第几个月", EN: "which month since income rose above the line",
			Obtain: "民政部门救助信息系统"},
		{Key: HouseholdGangxingOther, Scope: h, Kind: yes, ZH: "是否符合当地规定的刚性支出困难家庭其他条件", EN: "whether other local conditions for rigid-spending households are met",
			Obtain: "县级民政部门研判", Judgement: true},

		{Key: PersonBirth, Scope: p, Kind: day, ZH: "出生日期", EN: "date of birth", Obtain: "出生医学证明、户口簿、居民身份证（本人），户籍信息核对（公安机关）", Fixed: true},
		{Key: PersonLife, Scope: p, Kind: word, ZH: "生存状态", EN: "state of life", Obtain: "户籍信息核对（公安机关）、死亡证明（医疗机构、殡葬服务机构）、法院判决", Fixed: true,
			Words: words("alive", "在世", "living", "dead", "死亡", "dead", "declared_dead", "被宣告死亡", "declared dead",
				"declared_missing", "被宣告失踪", "declared missing", "unborn", "胎儿", "unborn")},
		{Key: PersonDisability, Scope: p, Kind: eligibility.PairsFact, ZH: "残疾类别与等级", EN: "kinds and grades of disability",
			Obtain: "有效的残疾人证；多重残疾须列明各残疾类别与等级；无证的向县级残联申请评定", Fixed: true},
		{Key: PersonStudy, Scope: p, Kind: word, ZH: "就读阶段", EN: "stage of schooling", Obtain: "学籍证明（学校）",
			Words: words("none", "不在读", "not at school", "preschool", "学前", "preschool", "compulsory", "义务教育", "compulsory school",
				"senior_high", "普通高中", "senior high school", "vocational", "中等职业学校", "secondary vocational school",
				"college", "高职（专科）", "vocational college", "undergraduate", "本科", "undergraduate",
				"postgraduate", "研究生", "postgraduate")},
		{Key: PersonFullTime, Scope: p, Kind: yes, ZH: "是否接受全日制学历教育", EN: "whether schooling is full-time", Obtain: "学籍证明（学校）"},
		{Key: PersonCustody, Scope: p, Kind: word, ZH: "人身自由状态", EN: "liberty", Obtain: "判决书、强制隔离戒毒决定书、公安或者司法行政部门证明", Fixed: true,
			Words: words("free", "未受限制", "at liberty", "prison", "在监狱服刑", "in prison", "detox", "强制隔离戒毒", "compulsory detoxification",
				"held", "被采取其他限制人身自由的措施", "otherwise held")},
		{Key: PersonCapacity, Scope: p, Kind: word, ZH: "民事行为能力", EN: "legal capacity", Obtain: "未成年人按年龄；成年人无或者限制行为能力的，法院判决", Fixed: true,
			Words: words("full", "完全民事行为能力", "full", "limited", "限制民事行为能力", "limited", "none", "无民事行为能力", "none")},
		{Key: PersonEmployed, Scope: p, Kind: yes, ZH: "是否已就业", EN: "whether in work", Obtain: "就业登记、社保缴费信息核对（人力资源社会保障部门），村居证明"},
		{Key: PersonAbleToWork, Scope: p, Kind: yes, ZH: "是否有劳动能力", EN: "whether able to work", Obtain: "劳动能力鉴定或者入户调查", Fixed: true},
		{Key: PersonSeriousIllness, Scope: p, Kind: yes, ZH: "是否患当地认定的重特大疾病", EN: "whether gravely ill by the local list",
			Obtain: "定点医疗机构诊断证明，对照当地病种目录", Fixed: true},
		{Key: PersonClergy, Scope: p, Kind: yes, ZH: "是否宗教教职人员", EN: "whether religious clergy", Obtain: "宗教教职人员证（宗教事务部门）", Fixed: true},
		{Key: PersonApartSince, Scope: p, Kind: day, ZH: "脱离家庭独立生活起始日", EN: "lives apart from the family since",
			Obtain: "宗教活动场所、村居证明", Fixed: true},
		{Key: PersonRelation, Scope: p, Kind: word, ZH: "与申请人的关系", EN: "relation to the applicant", Obtain: "户口簿、结婚证、出生医学证明", Fixed: true,
			Words: words("self", "本人", "the applicant", "spouse", "配偶", "spouse", "child", "子女", "child", "parent", "父母", "parent",
				"grandchild", "孙子女、外孙子女", "grandchild", "grandparent", "祖父母、外祖父母", "grandparent", "sibling", "兄弟姐妹", "sibling",
				"other", "其他", "other")},
		{Key: PersonLivesTogether, Scope: p, Kind: yes, ZH: "是否长期共同居住", EN: "whether living with the family for long", Obtain: "入户调查、邻里访问（村居）"},
		{Key: PersonSupportBond, Scope: p, Kind: yes, ZH: "与家庭成员是否有法定赡养、抚养、扶养关系", EN: "whether there is a legal duty of support with a family member",
			Obtain: "户籍资料、收养登记证、法院文书", Fixed: true},
		{Key: PersonDependent, Scope: p, Kind: yes, ZH: "是否成年但不能独立生活", EN: "whether adult but unable to live independently",
			Obtain: "残疾人证、诊断证明、入户调查", Fixed: true},
		{Key: PersonRefusals, Scope: p, Kind: count, ZH: "连续无正当理由拒绝接受介绍工作的次数（接受一次即重新计算）", EN: "refusals of suitable work in a row",
			Obtain: "公共就业服务机构、乡镇（街道）记录"},
		{Key: PersonSpecialCase, Scope: p, Kind: yes, ZH: "是否确有特殊困难", EN: "whether in special hardship", Obtain: "县级民政部门研判", Judgement: true},

		{Key: PersonTekunMinor, Scope: p, Kind: yes, ZH: "16、17周岁未成年人是否纳入特困供养", EN: "whether a minor of 16 or 17 is taken in as destitute",
			Obtain: "县级民政部门研判，依据本省规定", Judgement: true},
		{Key: PersonChoseChildBenefit, Scope: p, Kind: yes, ZH: "是否选择享受孤儿或者事实无人抚养儿童保障", EN: "whether the support of orphans or de facto unraised children was chosen",
			Obtain: "监护人书面选择"},
		{Key: PersonCareForm, Scope: p, Kind: word, ZH: "供养形式", EN: "form of support", Obtain: "本人书面选择（或者监护人代为选择）",
			Words: words("home", "分散供养", "at home", "institution", "集中供养", "in an institution")},
		{Key: PersonCanBear, Scope: p, Kind: yes, ZH: "是否有负担能力", EN: "whether able to bear the support", Obtain: "乡镇（街道）研判", Judgement: true},
		{Key: PersonParentsUnable, Scope: p, Kind: yes, ZH: "父母是否已经死亡或者均无力抚养", EN: "whether the parents are dead or unable to raise",
			Obtain: "死亡证明，或者乡镇（街道）对父母抚养能力的调查结论", Fixed: true},
		{Key: PersonChildrenUnable, Scope: p, Kind: yes, ZH: "子女是否已经死亡或者均无力赡养", EN: "whether the children are dead or unable to support",
			Obtain: "死亡证明，或者乡镇（街道）对子女赡养能力的调查结论", Fixed: true},
		{Key: PersonLostWorkAbility, Scope: p, Kind: yes, ZH: "是否属于非因主观原因丧失或者部分丧失劳动能力", EN: "whether ability to work was lost, wholly or partly, for no fault",
			Obtain: "残疾人证、劳动能力鉴定、诊断证明", Fixed: true},
		{Key: PersonFitsTekunProperty, Scope: p, Kind: yes, ZH: "财产是否符合当地特困人员财产状况规定", EN: "whether the property is within the rule of the destitute",
			Obtain: obtainPropertyJudgement, Judgement: true},
		{Key: PersonFitsLowIncome, Scope: p, Kind: yes, ZH: "财产是否符合当地低收入家庭财产状况规定", EN: "whether the property is within the low-income rule",
			Obtain: obtainPropertyJudgement + "；须有义务人本人授权", Judgement: true},
		{Key: PersonFitsSingleProperty, Scope: p, Kind: yes, ZH: "本人财产是否符合当地单人户低保规定", EN: "whether own property is within the one-person rule",
			Obtain: obtainPropertyJudgement, Judgement: true},

		{Key: PersonFinancialAssets, Scope: p, Kind: amount, ZH: "货币财产合计（存款、证券、基金、商业保险、债权、互联网金融资产）",
			EN: "financial assets", Obtain: "金融资产信息核对报告（经书面授权，县级核对机构）"},
		{Key: PersonHomes, Scope: p, Kind: count, ZH: "住房套数", EN: "homes owned", Obtain: "不动产登记信息核对（不动产登记机构）"},
		{Key: PersonOtherBuildings, Scope: p, Kind: count, ZH: "非居住用房套数", EN: "buildings not for living", Obtain: "不动产登记信息核对（不动产登记机构）"},
		{Key: PersonHomeOversize, Scope: p, Kind: yes, ZH: "住房面积是否超过当地限额", EN: "whether the home is above the local floor area", Obtain: "不动产登记信息核对（不动产登记机构）、入户调查"},
		{Key: PersonHomeRecent, Scope: p, Kind: yes, ZH: "申请前一年内或者享受期间是否购建住房", EN: "whether a home was bought or built within a year", Obtain: "不动产登记信息核对（不动产登记机构）、入户调查"},
		{Key: PersonVehicles, Scope: p, Kind: count, ZH: "机动车辆数（当地豁免的除外）", EN: "motor vehicles, exempt ones aside", Obtain: "车辆登记信息核对（公安交管部门）"},
		{Key: PersonVehicleValue, Scope: p, Kind: amount, ZH: "机动车辆价值合计", EN: "value of motor vehicles", Obtain: "车辆登记信息核对（公安交管部门）、购车票据（本人）"},
		{Key: PersonMachines, Scope: p, Kind: count, ZH: "船舶、工程机械、大型农机数", EN: "ships, building and large farm machines", Obtain: "船舶、农机登记信息核对（海事、农业农村部门）、入户调查"},
		{Key: PersonRegisteredCapital, Scope: p, Kind: amount, ZH: "市场主体注册资本合计", EN: "registered capital", Obtain: "市场主体登记信息核对（市场监管部门）"},
		{Key: PersonBusinesses, Scope: p, Kind: count, ZH: "开办企业等市场主体数", EN: "firms owned", Obtain: "市场主体登记信息核对（市场监管部门）"},
		{Key: PersonGaveAway, Scope: p, Kind: yes, ZH: "是否放弃、转移影响认定的财产或者应得收入", EN: "whether assets or income that decide were given up or moved",
			Obtain: "银行流水（本人）、财产登记信息核对（县级核对机构）、村居访问"},

		{Key: TieRelation, Scope: t, Kind: word, ZH: "亲属关系（亲属是本人的什么人）", EN: "relation to the person", Obtain: "户籍资料（公安机关）、婚姻登记（民政部门）、亲属关系证明",
			Fixed: true, Words: words("spouse", "配偶", "spouse", "parent", "父母", "parent", "child", "子女", "child",
				"grandparent", "祖父母、外祖父母", "grandparent", "grandchild", "孙子女、外孙子女", "grandchild",
				"elder_sibling", "兄、姐", "elder sibling", "younger_sibling", "弟、妹", "younger sibling",
				"in_law", "姻亲", "in-law", "other", "其他亲属", "other relative")},
		{Key: TieBasis, Scope: t, Kind: word, ZH: "关系成因", EN: "how the tie arose", Obtain: "出生医学证明、收养登记证、户籍资料", Fixed: true,
			Words: words("blood", "血亲（含非婚生）", "by blood, in or out of wedlock", "adoptive", "收养", "by adoption",
				"step_raised", "有抚养教育关系的继亲", "step, with actual raising", "step", "无抚养教育关系的继亲", "step, without raising",
				"given_up", "已送养的生父母子女", "birth tie ended by adoption")},
		{Key: TieRaised, Scope: t, Kind: yes, ZH: "弟、妹是否由兄、姐扶养长大", EN: "whether the younger was raised by the elder", Obtain: "村居证明、邻里访问", Fixed: true},
	}
	for _, s := range []struct {
		key    eligibility.FactKey
		zh, en string
	}{
		{PersonSelfCareEat, "能否自主吃饭", "whether eating unaided"}, {PersonSelfCareDress, "能否自主穿衣", "whether dressing unaided"}, {PersonSelfCareBed, "能否自主上下床", "whether getting in and out of bed unaided"},
		{PersonSelfCareToilet, "能否自主如厕", "whether using the toilet unaided"}, {PersonSelfCareWalk, "能否在室内自主行走", "whether walking indoors unaided"}, {PersonSelfCareBathe, "能否自主洗澡", "whether bathing unaided"},
	} {
		facts = append(facts, fact{Key: s.key, Scope: p, Kind: yes, ZH: s.zh, EN: s.en, Obtain: "生活自理能力评估表（县级民政部门组织评估）", Fixed: true})
	}
	for _, i := range []struct {
		key            eligibility.FactKey
		zh, en, obtain string
	}{
		{PersonIncomeWages, "工资性收入", "wages", "工资单、劳动合同（用人单位），个人所得税和社会保险信息核对（税务、人力资源社会保障部门）"},
		{PersonIncomeWorkCost, "必要的就业成本（扣减）", "necessary work costs, subtracted", "就业成本票据（本人），乡镇（街道）按当地规定核定"},
		{PersonIncomeBusiness, "经营净收入", "net business income", "经营账目（本人）、纳税信息核对（税务部门）、承包经营情况（村居）"},
		{PersonIncomeProperty, "财产净收入", "net property income", "租赁、流转合同（本人、村居）、存款和投资收益信息核对（县级核对机构）"},
		{PersonIncomePensionEmployee, "职工基本养老金、退休金", "employee pension", obtainPension},
		{PersonIncomePensionCentral, "城乡居民养老保险中央确定的基础养老金", "base pension set by the centre", obtainPension},
		{PersonIncomePensionLocal, "城乡居民养老保险地方增发的基础养老金", "base pension added locally", obtainPension},
		{PersonIncomePensionAccount, "城乡居民养老保险个人账户养老金", "pension from the personal account", obtainPension},
		{PersonIncomeUnemployment, "失业保险金", "unemployment benefit", "失业保险待遇信息核对（人力资源社会保障部门）"},
		{PersonIncomeSurvivors, "遗属补助金", "survivors' benefit", "遗属待遇发放记录（原单位、人力资源社会保障部门）"},
		{PersonIncomeAlimony, "抚养费、扶养费（离婚、非婚）", "alimony and child maintenance", "离婚协议、法院裁判文书、收付记录（本人）"},
		{PersonIncomeSupport, "赡养、抚养、扶养费", "support from kin", "赡养、抚养协议或者法院裁判文书、收付记录（双方）"}, {PersonIncomeGifts, "接受的赠与", "gifts", "本人声明、银行流水（本人）"},
		{PersonIncomeCompensation, "赔偿、补偿收入", "compensation", "赔偿、补偿协议或者裁判文书、支付凭证（支付单位）"},
		{PersonIncomeMedical, "基本医疗保险等报销款", "medical insurance reimbursement", "医保结算单（医保部门）"},
		{PersonIncomePreferential, "优待抚恤金", "soldiers' and martyrs' compensation", "优待抚恤发放记录（退役军人事务部门）"},
		{PersonIncomeFamilyPlanning, "计划生育奖励与扶助金", "family planning awards", "奖励扶助发放记录（卫生健康部门）"},
		{PersonIncomeScholarship, "奖学金", "scholarships", "奖学金发放证明（学校）"}, {PersonIncomeBravery, "见义勇为奖励", "awards for bravery", "奖励决定（作出决定的机关）"},
		{PersonIncomeAssistance, "政府发放的各类社会救助款物", "government social assistance", obtainBenefit},
		{PersonIncomeDisability, "残疾人两项补贴", "the two disability subsidies", obtainBenefit},
		{PersonIncomeOldAge, "高龄津贴", "old-age allowance", obtainBenefit},
		{PersonIncomeChildBenefit, "孤儿、事实无人抚养儿童基本生活费", "support of orphans and de facto unraised children", obtainBenefit},
		{PersonIncomeOther, "其他收入", "other income", obtainIncome},
		{PersonIncomePaidTax, "缴纳的个人所得税、社会保险费（扣减）", "tax and social contributions paid, subtracted", "完税证明（税务机关）、社会保险缴费证明（社保经办机构）"},
		{PersonIncomePaidSupport, "支付的赡养、抚养、扶养费（扣减）", "support paid, subtracted", "裁判文书或者协议、支付凭证（本人）"},
		{PersonIncomeRigidDeduction, "按当地规定核定扣减的刚性支出", "rigid spending the place lets be deducted, subtracted", "支出票据（申请家庭），乡镇（街道）按当地规定核定"},
	} {
		facts = append(facts, fact{Key: i.key, Scope: p, Kind: amount, ZH: i.zh, EN: i.en, Obtain: i.obtain})
	}
	for _, s := range []struct {
		id     eligibility.ProgrammeID
		zh, en string
	}{
		{"tekun", "特困人员", "destitute"}, {"dibao", "低保（家庭）", "subsistence allowance, household"},
		{"dibao_single", "低保（单人户）", "subsistence allowance, one person"},
		{"bianyuan", "低保边缘家庭", "marginal household"}, {"gangxing", "刚性支出困难家庭", "rigid-spending household"},
	} {
		facts = append(facts, fact{Key: eligibility.HoldsFact(s.id), Scope: p, Kind: yes, ZH: "是否已确认为" + s.zh, EN: "whether confirmed: " + s.en, Obtain: obtainHolds, Fixed: true})
	}
	return facts
}
