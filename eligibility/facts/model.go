package facts

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/person"
)

// Ref is the importer's own reference to a person or a file (引用号): 1 to 64 letters, digits, dots, hyphens and underscores. It
// is no name, and what reads like an identity number, a certificate number or a mobile number is refused.
type Ref string

// Household is a family and its kin as an assessment sees them (家庭): everybody who may be a member, and every
// relative outside who may owe a member support. Who is a member is the law's to say, not the file's.
type Household struct {
	Ref Ref `json:"ref,omitzero"`
	// Place is where assistance is asked for (申请受理地): the division that an importer puts into his Query.
	Place Attested[division.Code]    `json:"place,omitzero"`
	Area  Attested[eligibility.Area] `json:"area,omitzero"` // urban or rural, which chooses standards
	// IncomeOfYear is the income of the 12 months before the application, as the office found it.
	IncomeOfYear Attested[money.Amount] `json:"income_of_year,omitzero"`

	People []Person `json:"people,omitempty"`
	// PeopleComplete says that everybody who may be a member is listed (家庭成员已列全).
	PeopleComplete Attested[bool] `json:"people_complete,omitzero"`
	Ties           []Tie          `json:"ties,omitempty"`

	Spending []Spending `json:"spending,omitempty"`
	// SpendingComplete is the period for which every expense of every kind is listed (支出已列全的期间).
	SpendingComplete Attested[cal.Period] `json:"spending_complete,omitzero"`

	Dibao      Dibao       `json:"dibao,omitzero"`
	Relief     Relief      `json:"relief,omitzero"`
	Judgements []Judgement `json:"judgements,omitempty"`
	Extra      []Extra     `json:"extra,omitempty"`
}

// Dibao is what the office recorded about the 低保 of a household (低保金核定).
type Dibao struct {
	Tier       Attested[Tier]     `json:"tier,omitzero"`         // where amounts go by tiers (分档)
	ExitByWork Attested[bool]     `json:"exit_by_work,omitzero"` // income rose above the line through work
	AboveSince Attested[cal.Date] `json:"above_since,omitzero"`  // the day from which; its month is the first of 渐退
}

// Relief is what brought a household to ask for temporary relief (临时救助事由).
type Relief struct {
	Event  Attested[Emergency]     `json:"event,omitzero"`
	Place  Attested[division.Code] `json:"place,omitzero"`  // where it happened (急难发生地)
	Amount Attested[money.Amount]  `json:"amount,omitzero"` // what is needed
}

// Spending is one expense of the household (支出), or the total of a kind for a period.
type Spending struct {
	Kind   SpendingKind           `json:"kind"`
	Period cal.Period             `json:"period"`          // the month or months, or days, it belongs to
	Amount Attested[money.Amount] `json:"amount,omitzero"` // net of what was reimbursed, as the kind says
}

// Tie is the kinship between two people (亲属关系): Kin is the Relation of Of, so that {Of: child, Kin: mother, Relation: Parent} reads
// "the mother is a parent of the child". One Tie says it for both; the inverse need not be listed.
type Tie struct {
	Of       Ref               `json:"of"`
	Kin      Ref               `json:"kin"`
	Relation Attested[Kinship] `json:"relation,omitzero"`
	Origin   Attested[Origin]  `json:"origin,omitzero"`
	Raised   Attested[bool]    `json:"raised,omitzero"` // of siblings: the elder raised the younger (由兄姐扶养)

	// The following speak of Kin as somebody who ought to raise Of, and are not turned round.

	LostContact      Attested[bool]     `json:"lost_contact,omitzero"` // neither contact nor care (失联)
	LostContactSince Attested[cal.Date] `json:"lost_contact_since,omitzero"`
	Revoked          Attested[bool]     `json:"revoked,omitzero"`       // a court revoked the guardianship (撤销监护人资格)
	NotPerformed     Attested[bool]     `json:"not_performed,omitzero"` // does not raise the child
}

// Judgement is an official's recorded finding (研判结论) of a fact that the dictionary marks Judgement.
type Judgement struct {
	Fact    eligibility.FactKey `json:"fact"`
	Person  Ref                 `json:"person,omitzero"` // of whom; empty for the household
	Kin     Ref                 `json:"kin,omitzero"`    // of which relative of his, for a fact of a tie
	Finding Attested[bool]      `json:"finding,omitzero"`
	On      cal.Date            `json:"on,omitzero"` // the day of the finding
}

// Extra is a fact that the model has no field for (扩展事实): one that a vendor added to the dictionary. Exactly one of the
// values is given, of the kind the dictionary names.
type Extra struct {
	Fact   eligibility.FactKey          `json:"fact"`
	Person Ref                          `json:"person,omitzero"` // of whom; empty for the household
	Kin    Ref                          `json:"kin,omitzero"`    // of which relative of his, for a fact of a tie
	Bool   Attested[bool]               `json:"bool,omitzero"`
	Count  Attested[int64]              `json:"count,omitzero"`
	Money  Attested[money.Amount]       `json:"money,omitzero"`
	Day    Attested[cal.Date]           `json:"day,omitzero"`
	Word   Attested[string]             `json:"word,omitzero"`
	Pairs  Attested[[]eligibility.Pair] `json:"pairs,omitzero"` // no pair at all says: no disability
}

// Person is somebody in the household, or a relative of somebody in it (人员).
type Person struct {
	Ref Ref `json:"ref"`
	// ID is there for contradictions only: what it states of birth and sex is never taken for a fact. It is masked in
	// JSON and a mask cannot be read back, so a household that is kept as JSON is kept without it.
	ID       identity.ResidentID       `json:"id,omitzero"`
	Birth    Attested[cal.Date]        `json:"birth,omitzero"`
	Sex      Attested[person.Sex]      `json:"sex,omitzero"`
	Marriage Attested[person.Marriage] `json:"marriage,omitzero"`
	Foreign  Attested[bool]            `json:"foreign,omitzero"`  // 外籍人员
	Deported Attested[bool]            `json:"deported,omitzero"` // 被遣送或者驱逐出境
	Life     Vital                     `json:"life,omitzero"`
	Custody  Detention                 `json:"custody,omitzero"`
	Capacity Attested[LegalCapacity]   `json:"capacity,omitzero"`
	// KinComplete says that all relatives who may owe this person support are listed (亲属已列全).
	KinComplete Attested[bool] `json:"kin_complete,omitzero"`

	Family     Family     `json:"family,omitzero"`
	Residence  Residence  `json:"residence,omitzero"`
	Disability Impairment `json:"disability,omitzero"`
	Care       Care       `json:"care,omitzero"`
	Study      Schooling  `json:"study,omitzero"`
	Work       Work       `json:"work,omitzero"`
	Income     Income     `json:"income,omitzero"`
	Property   Property   `json:"property,omitzero"`
	Holdings   []Holding  `json:"holdings,omitempty"`
	// HoldingsComplete says that every benefit and status this person has is listed (已享受待遇已列全).
	HoldingsComplete Attested[bool] `json:"holdings_complete,omitzero"`
	Child            Childhood      `json:"child,omitzero"`
}

// Vital says whether a person lives (生存状态), and since when in the state that is recorded.
type Vital struct {
	State Attested[LifeState] `json:"state,omitzero"`
	Since Attested[cal.Date]  `json:"since,omitzero"` // day of death or of the judgment
}

// Detention is the loss of liberty (人身自由状态).
type Detention struct {
	State  Attested[Restraint] `json:"state,omitzero"`
	From   Attested[cal.Date]  `json:"from,omitzero"`
	Until  Attested[cal.Date]  `json:"until,omitzero"`  // the first day at liberty again
	Months Attested[int]       `json:"months,omitzero"` // the term of the sentence or order (刑期、期限), whole months
}

// Family is how a person stands to the applicant's family (与家庭的关系).
type Family struct {
	Relation    Attested[Role]     `json:"relation,omitzero"`     // to the applicant, of whom there is one
	Together    Attested[bool]     `json:"together,omitzero"`     // lives with the family for long (长期共同居住)
	SupportBond Attested[bool]     `json:"support_bond,omitzero"` // tied to it by a legal duty of support
	Dependent   Attested[bool]     `json:"dependent,omitzero"`    // adult, but unable to live independently
	Clergy      Attested[bool]     `json:"clergy,omitzero"`       // 宗教教职人员
	ApartSince  Attested[cal.Date] `json:"apart_since,omitzero"`  // lives apart since
	// ParentsUnable and ChildrenUnable decide whether grandparents, grandchildren and siblings owe support.
	ParentsUnable  Attested[bool] `json:"parents_unable,omitzero"`  // 父母已经死亡或者均无力抚养
	ChildrenUnable Attested[bool] `json:"children_unable,omitzero"` // 子女已经死亡或者均无力赡养
}

// Residence is where a person is registered and lives (户籍和居住).
type Residence struct {
	Hukou       Attested[division.Code] `json:"hukou,omitzero"`        // 户籍地, to the county at least
	Permit      Attested[division.Code] `json:"permit,omitzero"`       // 居住证签发地
	PermitUntil Attested[cal.Date]      `json:"permit_until,omitzero"` // the first day its endorsement no longer holds
	NoPermit    Attested[bool]          `json:"no_permit,omitzero"`    // has none anywhere
	// Elsewhere says that a child lives outside its home county with a parent or guardian (流动).
	Elsewhere      Attested[bool]     `json:"elsewhere,omitzero"`
	ElsewhereSince Attested[cal.Date] `json:"elsewhere_since,omitzero"`
}

// Impairment is disability and illness (残疾和疾病).
//
// The kinds and grades come from certificates that the register calls valid and whose validity holds the day of the law. No
// certificate proves nothing: only Disabled, known and false, says that there is no disability.
type Impairment struct {
	Disabled     Attested[bool] `json:"disabled,omitzero"` // an impairment, certified or not
	Certificates []Certificate  `json:"certificates,omitempty"`
	Serious      Attested[bool] `json:"serious_illness,omitzero"`  // an illness on the local list of 重特大疾病
	ForChildren  Attested[bool] `json:"children_illness,omitzero"` // one on the list for 事实无人抚养儿童
	LostWork     Attested[bool] `json:"lost_work,omitzero"`        // ability to work lost, wholly or partly, for no fault of his
}

// Certificate is a disability certificate (残疾人证).
type Certificate struct {
	// Number is there for contradictions only, like Person.ID.
	Number identity.DisabilityCertificate `json:"number,omitzero"`
	Kind   identity.DisabilityKind        `json:"kind"`
	Grade  identity.DisabilityGrade       `json:"grade"`
	// Components are the kinds and grades behind 多重, without which the law cannot be applied to it.
	Components []eligibility.Pair         `json:"components,omitempty"`
	Valid      cal.Period                 `json:"valid,omitzero"` // as printed; not recorded: only State says
	State      Attested[CertificateState] `json:"state,omitzero"` // as the register has it
}

// Care is self-care and the need of care (生活自理和照护).
type Care struct {
	// The six indicators of 特困人员认定办法 第二十一条: unaided.
	Eat    Attested[bool] `json:"eat,omitzero"`    // 自主吃饭
	Dress  Attested[bool] `json:"dress,omitzero"`  // 自主穿衣
	Bed    Attested[bool] `json:"bed,omitzero"`    // 自主上下床
	Toilet Attested[bool] `json:"toilet,omitzero"` // 自主如厕
	Walk   Attested[bool] `json:"walk,omitzero"`   // 室内自主行走
	Bathe  Attested[bool] `json:"bathe,omitzero"`  // 自主洗澡

	Months        Attested[int]       `json:"months,omitzero"`          // of special care for a disability, as assessed
	Ability       Attested[Ability]   `json:"ability,omitzero"`         // 老年人能力评估等级
	LongDependent Attested[bool]      `json:"long_dependent,omitzero"`  // 生活长期不能自理
	LongTermCover Attested[bool]      `json:"long_term_cover,omitzero"` // draws long-term care insurance
	Form          Attested[Provision] `json:"form,omitzero"`            // chosen form of support
}

// Schooling is what a person studies (就读).
type Schooling struct {
	Stage    Attested[Stage] `json:"stage,omitzero"`
	FullTime Attested[bool]  `json:"full_time,omitzero"`
}

// Work is employment and the ability to work (就业).
type Work struct {
	Employed      Attested[bool]     `json:"employed,omitzero"`
	Since         Attested[cal.Date] `json:"since,omitzero"`    // since when employed, or not
	Able          Attested[bool]     `json:"able,omitzero"`     // 有劳动能力, in fact
	Refusals      Attested[int]      `json:"refusals,omitzero"` // of suitable work without good cause in a row; one accepted starts again
	Away          Attested[bool]     `json:"away,omitzero"`     // 外出务工
	Insured       Attested[bool]     `json:"insured,omitzero"`  // unemployment insurance can help
	FixedIncome   Attested[bool]     `json:"fixed_income,omitzero"`
	NoIncome      Attested[bool]     `json:"no_income,omitzero"`
	NoIncomeSince Attested[cal.Date] `json:"no_income_since,omitzero"`
}

// Income is what a person earned, and what is subtracted from it (收入).
type Income struct {
	Items []Earning `json:"items,omitempty"`
	// Complete is the period for which everything of every kind is listed (收入已列全的期间). Only inside it does a kind that is not
	// listed count as nothing.
	Complete Attested[cal.Period] `json:"complete,omitzero"`
}

// Earning is one item of income, or of what is subtracted (收入项目): a month's, or the total of a kind for a period.
type Earning struct {
	Kind   IncomeKind             `json:"kind"`
	Period cal.Period             `json:"period"`          // the month or months, or days, it belongs to
	Amount Attested[money.Amount] `json:"amount,omitzero"` // never negative; a loss is no income
}

// Property is what a person owns (财产), for the property rules that places set.
type Property struct {
	Financial    Attested[money.Amount] `json:"financial,omitzero"` // 货币财产合计
	Homes        Attested[int]          `json:"homes,omitzero"`     // 住房套数
	Buildings    Attested[int]          `json:"buildings,omitzero"` // 非居住用房套数
	Oversize     Attested[bool]         `json:"oversize,omitzero"`  // a home above the local floor area
	Recent       Attested[bool]         `json:"recent,omitzero"`    // bought or built a home within a year
	Vehicles     Attested[int]          `json:"vehicles,omitzero"`  // exempt ones aside
	VehicleValue Attested[money.Amount] `json:"vehicle_value,omitzero"`
	Machines     Attested[int]          `json:"machines,omitzero"`   // ships, building and large farm machines
	Capital      Attested[money.Amount] `json:"capital,omitzero"`    // registered capital
	Businesses   Attested[int]          `json:"businesses,omitzero"` // firms owned
	GaveAway     Attested[bool]         `json:"gave_away,omitzero"`  // gave up or moved assets or income
}

// Holding is a benefit or a status that a person has, had or asked for (已享受待遇).
type Holding struct {
	Programme eligibility.ProgrammeID `json:"programme"`
	Period    cal.Period              `json:"period"` // open-ended while it lasts
	// Monthly is what this person draws of it a month: his own share, where it is paid to a household.
	Monthly   Attested[money.Amount] `json:"monthly,omitzero"`
	Confirmed Attested[bool]         `json:"confirmed,omitzero"` // 已审核确认; false while it is only asked for
}

// Childhood is what the protection of children asks about a child, and about who looks after it (儿童).
type Childhood struct {
	ParentsNotFound Attested[bool] `json:"parents_not_found,omitzero"` // 查找不到生父母
	InInstitution   Attested[bool] `json:"in_institution,omitzero"`    // raised in a children's institution
	ChoseBenefit    Attested[bool] `json:"chose_benefit,omitzero"`     // chose 孤儿 or 事实无人抚养儿童 instead of 特困
	BenefitInFull   Attested[bool] `json:"benefit_in_full,omitzero"`   // draws the child benefit in full, not as a difference
	GuardianAble    Attested[bool] `json:"guardian_able,omitzero"`     // of an adult: able to act as guardian
}
