package facts

import (
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// LifeState says whether a person lives (生存状态). The zero value is "not recorded".
type LifeState string

const (
	Living          LifeState = "alive"            // 在世
	Dead            LifeState = "dead"             // 死亡
	DeclaredDead    LifeState = "declared_dead"    // 被宣告死亡: by a court
	DeclaredMissing LifeState = "declared_missing" // 被宣告失踪: by a court; not 失联
	Unborn          LifeState = "unborn"           // 胎儿
)

// gone reports a state that a living person does not come back from but by judgment.
func (s LifeState) gone() bool { return s == Dead || s == DeclaredDead }

// LifeStates lists the states.
func LifeStates() vocab.List[LifeState] { return lifeStates() }

var lifeStates = sync.OnceValue(func() vocab.List[LifeState] { return wordsOf[LifeState](PersonLife) })

// Stage is a stage of schooling (就读阶段). The zero value is "not recorded".
type Stage string

const (
	NotAtSchool      Stage = "none"          // 不在读
	Preschool        Stage = "preschool"     // 学前
	CompulsorySchool Stage = "compulsory"    // 义务教育
	SeniorHigh       Stage = "senior_high"   // 普通高中
	Vocational       Stage = "vocational"    // 中等职业学校
	College          Stage = "college"       // 高职（专科）
	Undergraduate    Stage = "undergraduate" // 本科
	Postgraduate     Stage = "postgraduate"  // 研究生
)

// Stages lists the stages.
func Stages() vocab.List[Stage] { return stages() }

var stages = sync.OnceValue(func() vocab.List[Stage] { return wordsOf[Stage](PersonStudy) })

// Restraint says whether a person is at liberty (人身自由状态). The zero value is "not recorded".
type Restraint string

const (
	AtLiberty     Restraint = "free"   // 未受限制
	InPrison      Restraint = "prison" // 在监狱服刑
	InDetox       Restraint = "detox"  // 强制隔离戒毒
	OtherwiseHeld Restraint = "held"   // 被采取其他限制人身自由的措施
)

// Restraints lists them.
func Restraints() vocab.List[Restraint] { return restraints() }

var restraints = sync.OnceValue(func() vocab.List[Restraint] { return wordsOf[Restraint](PersonCustody) })

// LegalCapacity is the capacity for civil acts (民事行为能力). The zero value is "not recorded".
type LegalCapacity string

const (
	FullCapacity    LegalCapacity = "full"    // 完全民事行为能力
	LimitedCapacity LegalCapacity = "limited" // 限制民事行为能力
	NoCapacity      LegalCapacity = "none"    // 无民事行为能力
)

// LegalCapacities lists them.
func LegalCapacities() vocab.List[LegalCapacity] { return legalCapacities() }

var legalCapacities = sync.OnceValue(func() vocab.List[LegalCapacity] { return wordsOf[LegalCapacity](PersonCapacity) })

// Role is what a person is to the applicant (与申请人的关系). The zero value is "not recorded".
type Role string

const (
	Applicant            Role = "self"        // 本人
	ApplicantSpouse      Role = "spouse"      // 配偶
	ApplicantChild       Role = "child"       // 子女
	ApplicantParent      Role = "parent"      // 父母
	ApplicantGrandchild  Role = "grandchild"  // 孙子女、外孙子女
	ApplicantGrandparent Role = "grandparent" // 祖父母、外祖父母
	ApplicantSibling     Role = "sibling"     // 兄弟姐妹
	ApplicantOther       Role = "other"       // 其他
)

// Roles lists them.
func Roles() vocab.List[Role] { return roles() }

var roles = sync.OnceValue(func() vocab.List[Role] { return wordsOf[Role](PersonRelation) })

// Kinship is what a relative is to a person (亲属关系). The zero value is "not recorded". Seen from the other side it is the Inverse.
type Kinship string

const (
	Spouse         Kinship = "spouse"          // 配偶
	Parent         Kinship = "parent"          // 父母
	Child          Kinship = "child"           // 子女
	Grandparent    Kinship = "grandparent"     // 祖父母、外祖父母
	Grandchild     Kinship = "grandchild"      // 孙子女、外孙子女
	ElderSibling   Kinship = "elder_sibling"   // 兄、姐
	YoungerSibling Kinship = "younger_sibling" // 弟、妹
	InLaw          Kinship = "in_law"          // 姻亲
	OtherRelative  Kinship = "other"           // 其他亲属
)

// Inverse is the same kinship seen from the relative: the inverse of Parent is Child. What is no kinship stays as it is.
func (k Kinship) Inverse() Kinship {
	switch k {
	case Parent:
		return Child
	case Child:
		return Parent
	case Grandparent:
		return Grandchild
	case Grandchild:
		return Grandparent
	case ElderSibling:
		return YoungerSibling
	case YoungerSibling:
		return ElderSibling
	}
	return k
}

// role is what a relative of the applicant is called among the roles.
func (k Kinship) role() Role {
	switch k {
	case ElderSibling, YoungerSibling:
		return ApplicantSibling
	case InLaw, OtherRelative:
		return ApplicantOther
	}
	return Role(k)
}

// Kinships lists them.
func Kinships() vocab.List[Kinship] { return kinships() }

var kinships = sync.OnceValue(func() vocab.List[Kinship] { return wordsOf[Kinship](TieRelation) })

// Origin is how a kinship arose (关系成因). The zero value is "not recorded".
type Origin string

const (
	ByBlood    Origin = "blood"       // 血亲（含非婚生）
	ByAdoption Origin = "adoptive"    // 收养
	StepRaised Origin = "step_raised" // 有抚养教育关系的继亲
	StepOnly   Origin = "step"        // 无抚养教育关系的继亲
	GivenUp    Origin = "given_up"    // 已送养的生父母子女
)

// Origins lists them.
func Origins() vocab.List[Origin] { return origins() }

var origins = sync.OnceValue(func() vocab.List[Origin] { return wordsOf[Origin](TieBasis) })

// Provision is the form of support of 特困人员 (供养形式). The zero value is "not recorded".
type Provision string

const (
	AtHome        Provision = "home"        // 分散供养
	InInstitution Provision = "institution" // 集中供养
)

// Provisions lists them.
func Provisions() vocab.List[Provision] { return provisions() }

var provisions = sync.OnceValue(func() vocab.List[Provision] { return wordsOf[Provision](PersonCareForm) })

// Tier is a payment tier of 低保 (低保金档次). The zero value is "not recorded".
type Tier string

const (
	TierOne   Tier = "one"   // 一档
	TierTwo   Tier = "two"   // 二档
	TierThree Tier = "three" // 三档
	TierFour  Tier = "four"  // 四档
)

// Tiers lists them.
func Tiers() vocab.List[Tier] { return tiers() }

var tiers = sync.OnceValue(func() vocab.List[Tier] { return wordsOf[Tier](HouseholdDibaoTier) })

// Emergency is what brought a household into need (急难事由). The zero value is "not recorded".
type Emergency string

const (
	Fire            Emergency = "fire"     // 火灾
	TrafficAccident Emergency = "traffic"  // 交通事故
	OtherAccident   Emergency = "accident" // 其他意外事件
	SuddenIllness   Emergency = "illness"  // 家庭成员突发重大疾病
	OtherHardship   Emergency = "other"    // 其他特殊困难
	NoEmergency     Emergency = "none"     // 无
)

// Emergencies lists them.
func Emergencies() vocab.List[Emergency] { return emergencies() }

var emergencies = sync.OnceValue(func() vocab.List[Emergency] { return wordsOf[Emergency](ReliefEvent) })

// Ability is the assessed ability of an old person (老年人能力评估等级). The zero value is "not recorded".
type Ability string

const (
	Able                Ability = "able"     // 能力完好
	MildlyDependent     Ability = "mild"     // 轻度失能
	ModeratelyDependent Ability = "moderate" // 中度失能
	SeverelyDependent   Ability = "severe"   // 重度失能
	CompletelyDependent Ability = "complete" // 完全失能
)

// Abilities lists them.
func Abilities() vocab.List[Ability] { return abilities() }

var abilities = sync.OnceValue(func() vocab.List[Ability] { return wordsOf[Ability](PersonDependency) })

// CertificateState is what the register says of a disability certificate (残疾人证状态). The zero value is "not recorded".
type CertificateState string

const (
	CertificateValid     CertificateState = "valid"     // 有效
	CertificateExpired   CertificateState = "expired"   // 过期
	CertificateFrozen    CertificateState = "frozen"    // 冻结
	CertificateWithdrawn CertificateState = "withdrawn" // 注销
)

// CertificateStates lists them.
func CertificateStates() vocab.List[CertificateState] { return certificateStates() }

var certificateStates = sync.OnceValue(func() vocab.List[CertificateState] {
	return vocab.New("残疾人证状态", "state of a disability certificate",
		vocab.Entry[CertificateState]{Key: CertificateValid, ZH: "有效", EN: "valid"},
		vocab.Entry[CertificateState]{Key: CertificateExpired, ZH: "过期", EN: "expired"},
		vocab.Entry[CertificateState]{Key: CertificateFrozen, ZH: "冻结", EN: "frozen"},
		vocab.Entry[CertificateState]{Key: CertificateWithdrawn, ZH: "注销", EN: "withdrawn"},
	)
})

// MonthsOfIncome is the parameter that says over how many months income is counted (收入核算期): the calendar months before the
// one of the day. Without a value in force the facts of income stay unknown.
const MonthsOfIncome eligibility.ParamKey = "income.months"

// IncomeKind is a kind of income, or of what is subtracted from income (收入类别): person.income.<kind> in the dictionary. The
// zero value is "not recorded".
type IncomeKind string

const (
	Wages               IncomeKind = "wages"                 // 工资性收入
	WorkCost            IncomeKind = "work_cost"             // 必要的就业成本, subtracted
	BusinessIncome      IncomeKind = "business"              // 经营净收入
	PropertyIncome      IncomeKind = "property"              // 财产净收入
	EmployeePension     IncomeKind = "pension_employee"      // 职工基本养老金、退休金
	CentralPension      IncomeKind = "pension_base_central"  // 城乡居民养老保险中央确定的基础养老金
	LocalPension        IncomeKind = "pension_base_local"    // 城乡居民养老保险地方增发的基础养老金
	AccountPension      IncomeKind = "pension_account"       // 城乡居民养老保险个人账户养老金
	UnemploymentBenefit IncomeKind = "unemployment"          // 失业保险金
	SurvivorsBenefit    IncomeKind = "survivors"             // 遗属补助金
	Alimony             IncomeKind = "alimony"               // 抚养费、扶养费（离婚、非婚）
	SupportFromKin      IncomeKind = "support"               // 赡养、抚养、扶养费
	Gifts               IncomeKind = "gifts"                 // 接受的赠与
	Compensation        IncomeKind = "compensation"          // 赔偿、补偿收入
	MedicalRefund       IncomeKind = "medical_reimbursement" // 基本医疗保险等报销款
	Preferential        IncomeKind = "preferential"          // 优待抚恤金
	FamilyPlanning      IncomeKind = "family_planning"       // 计划生育奖励与扶助金
	Scholarship         IncomeKind = "scholarship"           // 奖学金
	BraveryAward        IncomeKind = "bravery"               // 见义勇为奖励
	Assistance          IncomeKind = "assistance"            // 政府发放的各类社会救助款物
	DisabilityAllowance IncomeKind = "disability_allowance"  // 残疾人两项补贴
	OldAgeAllowance     IncomeKind = "old_age_allowance"     // 高龄津贴
	ChildBenefit        IncomeKind = "child_benefit"         // 孤儿、事实无人抚养儿童基本生活费
	OtherIncome         IncomeKind = "other"                 // 其他收入
	PaidTax             IncomeKind = "paid_tax"              // 缴纳的个人所得税、社会保险费, subtracted
	PaidSupport         IncomeKind = "paid_support"          // 支付的赡养、抚养、扶养费, subtracted
	RigidDeduction      IncomeKind = "rigid_deduction"       // 按当地规定核定扣减的刚性支出, subtracted
)

// Fact is the key of the fact that holds the total of the kind.
func (k IncomeKind) Fact() eligibility.FactKey { return eligibility.FactKey(incomePrefix + k) }

// IncomeKinds lists the kinds.
func IncomeKinds() vocab.List[IncomeKind] { return incomeKinds() }

var incomeKinds = sync.OnceValue(func() vocab.List[IncomeKind] {
	return kindsOf[IncomeKind]("收入类别", "kinds of income", incomePrefix)
})

// SpendingKind is a kind of a household's spending (支出类别): household.spending.<kind> in the dictionary. The zero value is "not
// recorded".
type SpendingKind string

const (
	LivingCosts    SpendingKind = "living"         // 基本生活支出
	MedicalCosts   SpendingKind = "medical"        // 自付医疗支出
	EducationCosts SpendingKind = "education"      // 教育支出
	RehabCosts     SpendingKind = "rehabilitation" // 残疾康复及辅助器具支出
	OtherCosts     SpendingKind = "other"          // 县级认定的其他刚性支出
)

const (
	incomePrefix   = "person.income."
	spendingPrefix = "household.spending."
)

// Fact is the key of the fact that holds the total of the kind.
func (k SpendingKind) Fact() eligibility.FactKey { return eligibility.FactKey(spendingPrefix + k) }

// SpendingKinds lists the kinds.
func SpendingKinds() vocab.List[SpendingKind] { return spendingKinds() }

var spendingKinds = sync.OnceValue(func() vocab.List[SpendingKind] {
	return kindsOf[SpendingKind]("支出类别", "kinds of spending", spendingPrefix)
})
