package eligibility

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Act is one version of one document of law or local rule (文件): what it defines, what it sets, what it leaves open or
// fills. An Act is plain data; statutes.New joins acts and checks them.
type Act struct {
	ID     string // "tekun-2021"; a vendor's own with his namespace before a colon
	ZH     string // 特困人员认定办法
	EN     string
	Number string        // 民发〔2021〕43号
	Source vocab.Source  // where the text was read, and its grade
	In     division.Code // where it is in force; zero is the whole country
	Force  cal.Period    // when: half-open; a rule of the act may have a shorter one of its own
	// Recorded is when it became known (公布日), and with it all that it says and that has no later day of its own. Zero: it was
	// always known.
	Recorded cal.Date

	Programmes  []Programme
	Definitions []Definition
	Parameters  []Parameter
	Clauses     []Clause
	Values      []Value
	Fills       []Fill
	Overrides   []Override
	Stackings   []Stacking
	Deadlines   []Deadline
}

// Programme is one benefit or legal class (救助项目) in one version.
type Programme struct {
	ID     ProgrammeID
	ZH     string
	EN     string
	Unit   Scope // PerPerson or PerHousehold
	Root   *Node
	Force  cal.Period    // zero: as long as its act
	Pay    *Pay          // nil where the act defines no amount
	Next   []ProgrammeID // what to look at when this one does not fit or ends, best first
	Source vocab.Source
}

// Definition is a criterion with a name, used by several programmes (定义): who is a member, whose property fits.
type Definition struct {
	ID     DefinitionID
	ZH     string
	EN     string
	Scope  Scope // about whom it is
	Root   *Node
	Force  cal.Period // zero: as long as its act
	Source vocab.Source
}

// Area is urban or rural (城乡). The zero value is both.
type Area string

const (
	Urban Area = "urban" // 城镇
	Rural Area = "rural" // 农村
)

// ParamKind is the type of a parameter (参数类型).
type ParamKind string

const (
	MoneyParam      ParamKind = "money"      // 金额: whole fen
	RatioParam      ParamKind = "ratio"      // 倍数或者比例
	CountParam      ParamKind = "count"      // 数量: people, months, years
	ComparatorParam ParamKind = "comparator" // 比较方式: 低于 or 不超过, where a place may choose
	RoundingParam   ParamKind = "rounding"   // 取整方式: a [Step]
)

// Mode is how a lower authority's value stands to a higher one's (授权方式). The zero value is not recorded.
type Mode string

const (
	MayOverride Mode = "override" // 可另行规定
	Floor       Mode = "at_least" // 不得低于: a lower authority may only raise it
	Ceiling     Mode = "at_most"  // 不得高于
	Fixed       Mode = "fixed"    // 不得变更
)

// Delegation says, for a period, at which levels a parameter may be set and how a lower value stands to a higher one (授权).
type Delegation struct {
	Force  cal.Period       // zero: always
	Nation bool             // the nation may set it
	Levels []division.Level // and these
	Mode   Mode
	Source vocab.Source
}

// Parameter declares a dated value that may differ by place (参数).
type Parameter struct {
	Key    ParamKey
	ZH     string
	EN     string
	Kind   ParamKind
	ByArea bool // may differ between town and country
	Set    []Delegation
	Source vocab.Source
}

// Per is the period an amount is printed for (计量周期). The zero value is a one-off amount, which counts as it is.
type Per string

const (
	Monthly Per = "month" // 元/月
	Yearly  Per = "year"  // 元/年
)

// Step rounds an amount to whole multiples of a unit (取整): to 1 yuan upwards, for example.
type Step struct {
	Unit money.Amount `json:"unit"`
	Mode StepMode     `json:"mode"`
}

// StepMode is the direction of a Step (取整方式).
type StepMode string

const (
	StepUp      StepMode = "up"      // 进一
	StepDown    StepMode = "down"    // 去尾
	StepNearest StepMode = "nearest" // 四舍五入
)

// Value is one value of a parameter for one place and time (参数值). Which of Money, Ratio, Count, Comparator and Step is read depends on
// the parameter's kind.
type Value struct {
	Param    ParamKey
	Division division.Code // where it applies; zero: where the act does. So too of fills and overrides
	Area     Area
	Force    cal.Period // zero: as long as its act, here and wherever an act says something. A value alone may reach back before it
	// Recorded is when it became known (公布日). Zero: when its act did, or, where that has no such day, when it came into force.
	// So too of fills and overrides.
	Recorded cal.Date
	// SetBy is the level that set it, where that is not the level of Division: a city's decision for one county.
	SetBy      division.Level
	Money      money.Amount
	Per        Per
	Ratio      measure.Ratio
	Count      int
	Comparator measure.Comparator
	Step       Step
	Source     vocab.Source
	Note       string
}

// Clause declares what an act leaves to a lower authority (授权事项).
type Clause struct {
	Key    ClauseKey
	ZH     string
	EN     string
	Scope  Scope
	Source vocab.Source
}

// ClauseState is what is recorded about an open clause (录入状态).
type ClauseState string

const (
	NotRecorded ClauseState = ""        // 未录入
	Enacted     ClauseState = "enacted" // 已规定
	NoneEnacted ClauseState = "none"    // 经查无规定
)

// Fill records what a place did with an open clause (授权事项的落实): a rule (State Enacted and Node, or Node nil for a clause that is only a
// switch), or that nothing was enacted, with the text or the day of the check in Source.
type Fill struct {
	Clause   ClauseKey
	Division division.Code // zero: where the act is in force
	Force    cal.Period    // zero: as long as its act
	Recorded cal.Date      // as of a Value
	State    ClauseState   // Enacted or NoneEnacted
	Node     *Node         // of the clause's scope
	Source   vocab.Source
}

// Override replaces one node of a programme or definition for a place and time (特别规定). Source names the provision that
// allows it. Of two for one node the one of the smaller division wins; two of equal rank are an error.
type Override struct {
	Programme  ProgrammeID
	Definition DefinitionID  // instead of Programme
	Node       string        // the ID of the criterion replaced
	Division   division.Code // zero: where the act is in force
	Force      cal.Period    // zero: as long as its act
	Recorded   cal.Date      // as of a Value
	With       *Node         // about whom the criterion replaced is
	Source     vocab.Source
}

// PayKind is how an amount is found (计发方式).
type PayKind string

const (
	PayFixed PayKind = "fixed" // 定额: Limit × the people paid for
	PayGap   PayKind = "gap"   // 补差: Limit × heads − Left / months
)

// Pay says what the law pays a month (救助金额): the sum of the parts that apply, less what is deducted, not below zero, rounded at
// the end by Round. An amount is unknown when a part is.
type Pay struct {
	Parts  []Part
	Deduct Sum      // from the whole: a subsidy already received. In months as the parts are
	Round  ParamKey // a RoundingParam; empty: to the fen, upwards
	Source vocab.Source
}

// Part is one addend of a Pay (计发项).
type Part struct {
	Criterion Criterion
	Kind      PayKind
	When      *Node   // nil: always
	Limit     Operand // money, or a money parameter
	Ratio     Operand // a factor on the limit; zero is 1
	Heads     Operand // zero is 1
	// Each, in a household programme, is about a person: the part is paid once for every member of whom it is met
	// (按符合条件的成员人数), and Heads is zero. A member of whom it is unknown makes the amount unknown.
	Each   *Node
	Left   Sum     // of a gap: the income
	Months Operand // of a gap: the months the income was counted over; zero is 1
}

// StackingRule is how two programmes stand to each other (并享规则).
type StackingRule string

const (
	HeldTogether StackingRule = "together"   // 可同时享受
	Excludes     StackingRule = "excludes"   // 不得同时享受: A stays, B ends or does not start
	Choose       StackingRule = "choose"     // 择一
	Difference   StackingRule = "difference" // 补差: beside B, A is paid up to its own standard
	HigherOf     StackingRule = "higher"     // 择高
	// ChooseOrDifference leaves two lawful states: A in full without B, or B kept and A paid up to its own standard (择一或者补差).
	ChooseOrDifference StackingRule = "choose_or_difference"
)

// Stacking says what may be held together (并享).
type Stacking struct {
	A, B          ProgrammeID
	Rule          StackingRule
	SameHousehold bool // also between members of one household, not only for one person
	Force         cal.Period
	ZH, EN        string
	Source        vocab.Source
}

// Basis is how the days of a deadline are counted (计日方式).
type Basis string

const (
	WorkingDays  Basis = "working"    // 工作日
	CalendarDays Basis = "calendar"   // 自然日
	NextMonth    Basis = "next_month" // 次月: from the first of the next month
	MonthsBasis  Basis = "months"     // 月
)

// Deadline is a time limit of procedure as data (办理时限): it computes nothing, the caller has the calendar.
type Deadline struct {
	ID        string
	Programme ProgrammeID
	ZH, EN    string
	From      string // in Chinese: the event it runs from (受理之日)
	Days      int    // days or months
	Basis     Basis
	Force     cal.Period
	Source    vocab.Source
}
