package eligibility

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Scopes lists what facts and criteria are about (对象).
func Scopes() vocab.List[Scope] { return scopes() }

var scopes = sync.OnceValue(func() vocab.List[Scope] {
	type entry = vocab.Entry[Scope]
	return vocab.New("对象", "scopes",
		entry{Key: PerHousehold, ZH: "家庭", EN: "household"},
		entry{Key: PerPerson, ZH: "个人", EN: "person"},
		entry{Key: PerTie, ZH: "亲属关系", EN: "tie to a relative"},
	)
})

// FactKinds lists the types of facts (事实类型).
func FactKinds() vocab.List[FactKind] { return factKinds() }

var factKinds = sync.OnceValue(func() vocab.List[FactKind] {
	type entry = vocab.Entry[FactKind]
	return vocab.New("事实类型", "types of facts",
		entry{Key: BoolFact, ZH: "是否", EN: "yes or no"},
		entry{Key: CountFact, ZH: "数量", EN: "count"},
		entry{Key: MoneyFact, ZH: "金额", EN: "amount of money"},
		entry{Key: DateFact, ZH: "日期", EN: "date"},
		entry{Key: WordFact, ZH: "代码", EN: "word of a list"},
		entry{Key: PairsFact, ZH: "残疾类别与等级", EN: "disability kinds and grades"},
	)
})

// Kinds lists the kinds of nodes (节点类型).
func Kinds() vocab.List[Kind] { return kinds() }

var kinds = sync.OnceValue(func() vocab.List[Kind] {
	type entry = vocab.Entry[Kind]
	return vocab.New("节点类型", "kinds of nodes",
		entry{Key: KindAll, ZH: "同时符合", EN: "all of"},
		entry{Key: KindAny, ZH: "符合之一", EN: "any of"},
		entry{Key: KindNot, ZH: "不具有", EN: "not"},
		entry{Key: KindAtLeast, ZH: "至少符合若干项", EN: "at least so many of"},
		entry{Key: KindCompare, ZH: "比较", EN: "comparison"},
		entry{Key: KindPerHead, ZH: "人均比较", EN: "comparison per head"},
		entry{Key: KindShare, ZH: "占比", EN: "share"},
		entry{Key: KindInSet, ZH: "属于", EN: "one of a set"},
		entry{Key: KindAge, ZH: "周岁", EN: "full years of age"},
		entry{Key: KindElapsed, ZH: "期间", EN: "elapsed time"},
		entry{Key: KindEvery, ZH: "每一个", EN: "everybody"},
		entry{Key: KindAnyOf, ZH: "任一个", EN: "somebody"},
		entry{Key: KindCount, ZH: "人数", EN: "number of people"},
		entry{Key: KindOwner, ZH: "本人", EN: "the person whose relative it is"},
		entry{Key: KindHolds, ZH: "已享有", EN: "held already"},
		entry{Key: KindQualifies, ZH: "经评估符合", EN: "qualifies by this assessment"},
		entry{Key: KindTogether, ZH: "一并符合", EN: "fits together with relatives"},
		entry{Key: KindDefined, ZH: "定义", EN: "definition"},
		entry{Key: KindJudgement, ZH: "研判", EN: "official's finding"},
		entry{Key: KindOpen, ZH: "授权规定", EN: "left to a lower authority"},
		entry{Key: KindCustom, ZH: "自定义", EN: "function of the importer"},
		entry{Key: KindException, ZH: "但书", EN: "rule with exceptions"},
		entry{Key: KindConst, ZH: "恒定", EN: "always or never"},
	)
})

// Groups lists the groups that a quantifier looks at (范围).
func Groups() vocab.List[Group] { return groups() }

var groups = sync.OnceValue(func() vocab.List[Group] {
	type entry = vocab.Entry[Group]
	return vocab.New("范围", "groups of people",
		entry{Key: Members, ZH: "共同生活的家庭成员", EN: "members of the household"},
		entry{Key: Kin, ZH: "亲属", EN: "relatives"},
	)
})

// Units lists the units of terms (时间单位).
func Units() vocab.List[Unit] { return units() }

var units = sync.OnceValue(func() vocab.List[Unit] {
	type entry = vocab.Entry[Unit]
	return vocab.New("时间单位", "units of time",
		entry{Key: Days, ZH: "日", EN: "days"},
		entry{Key: Months, ZH: "月", EN: "months"},
		entry{Key: Years, ZH: "年", EN: "years"},
	)
})

// OperandKinds lists the kinds of operands (比较对象类型).
func OperandKinds() vocab.List[OperandKind] { return operandKinds() }

var operandKinds = sync.OnceValue(func() vocab.List[OperandKind] {
	type entry = vocab.Entry[OperandKind]
	return vocab.New("比较对象类型", "kinds of operands",
		entry{Key: NumberOperand, ZH: "数", EN: "number"},
		entry{Key: MoneyOperand, ZH: "金额", EN: "amount of money"},
		entry{Key: RatioOperand, ZH: "倍数或者比例", EN: "ratio"},
		entry{Key: ParamOperand, ZH: "参数", EN: "parameter"},
		entry{Key: FactOperand, ZH: "事实", EN: "fact"},
		entry{Key: HeadsOperand, ZH: "家庭人数", EN: "number of household members"},
	)
})

// Areas lists town and country (城乡).
func Areas() vocab.List[Area] { return areas() }

var areas = sync.OnceValue(func() vocab.List[Area] {
	type entry = vocab.Entry[Area]
	return vocab.New("城乡", "town and country",
		entry{Key: Urban, ZH: "城镇", EN: "urban"},
		entry{Key: Rural, ZH: "农村", EN: "rural"},
	)
})

// ParamKinds lists the types of parameters (参数类型).
func ParamKinds() vocab.List[ParamKind] { return paramKinds() }

var paramKinds = sync.OnceValue(func() vocab.List[ParamKind] {
	type entry = vocab.Entry[ParamKind]
	return vocab.New("参数类型", "types of parameters",
		entry{Key: MoneyParam, ZH: "金额", EN: "amount of money"},
		entry{Key: RatioParam, ZH: "倍数或者比例", EN: "ratio"},
		entry{Key: CountParam, ZH: "数量", EN: "count"},
		entry{Key: ComparatorParam, ZH: "比较方式", EN: "comparator"},
		entry{Key: RoundingParam, ZH: "取整方式", EN: "rounding"},
	)
})

// Modes lists how a lower authority's value may stand to a higher one's (授权方式).
func Modes() vocab.List[Mode] { return modes() }

var modes = sync.OnceValue(func() vocab.List[Mode] {
	type entry = vocab.Entry[Mode]
	return vocab.New("授权方式", "modes of delegation",
		entry{Key: MayOverride, ZH: "可另行规定", EN: "may set its own"},
		entry{Key: Floor, ZH: "不得低于上级规定", EN: "may only raise it"},
		entry{Key: Ceiling, ZH: "不得高于上级规定", EN: "may only lower it"},
		entry{Key: Fixed, ZH: "不得变更", EN: "may not change it"},
	)
})

// AmountPeriods lists the periods that amounts are printed for (计量周期).
func AmountPeriods() vocab.List[Per] { return amountPeriods() }

var amountPeriods = sync.OnceValue(func() vocab.List[Per] {
	type entry = vocab.Entry[Per]
	return vocab.New("计量周期", "periods of amounts",
		entry{Key: Monthly, ZH: "每月", EN: "a month"},
		entry{Key: Yearly, ZH: "每年", EN: "a year"},
	)
})

// StepModes lists the directions of a Step (取整方向).
func StepModes() vocab.List[StepMode] { return stepModes() }

var stepModes = sync.OnceValue(func() vocab.List[StepMode] {
	type entry = vocab.Entry[StepMode]
	return vocab.New("取整方向", "directions of rounding",
		entry{Key: StepUp, ZH: "进一", EN: "up"},
		entry{Key: StepDown, ZH: "去尾", EN: "down"},
		entry{Key: StepNearest, ZH: "四舍五入", EN: "to the nearest, half up"},
	)
})

// ClauseStates lists what can be recorded about a clause; NotRecorded is the absence of a record and no word of the list (录入状态).
func ClauseStates() vocab.List[ClauseState] { return clauseStates() }

var clauseStates = sync.OnceValue(func() vocab.List[ClauseState] {
	type entry = vocab.Entry[ClauseState]
	return vocab.New("录入状态", "states of clauses",
		entry{Key: Enacted, ZH: "已规定", EN: "enacted"},
		entry{Key: NoneEnacted, ZH: "经查无规定", EN: "looked for, and nothing enacted"},
	)
})

// PayKinds lists how amounts are found (计发方式).
func PayKinds() vocab.List[PayKind] { return payKinds() }

var payKinds = sync.OnceValue(func() vocab.List[PayKind] {
	type entry = vocab.Entry[PayKind]
	return vocab.New("计发方式", "kinds of payment",
		entry{Key: PayFixed, ZH: "定额", EN: "fixed amount"},
		entry{Key: PayGap, ZH: "补差", EN: "difference to the standard"},
	)
})

// StackingRules lists how two programmes may stand to each other (并享规则).
func StackingRules() vocab.List[StackingRule] { return stackingRules() }

var stackingRules = sync.OnceValue(func() vocab.List[StackingRule] {
	type entry = vocab.Entry[StackingRule]
	return vocab.New("并享规则", "rules of stacking",
		entry{Key: HeldTogether, ZH: "可同时享受", EN: "held together"},
		entry{Key: Excludes, ZH: "不得同时享受", EN: "one excludes the other"},
		entry{Key: Choose, ZH: "择一", EN: "one of the two"},
		entry{Key: Difference, ZH: "补差发放", EN: "paid up to its own standard"},
		entry{Key: HigherOf, ZH: "择高", EN: "the higher of the two"},
		entry{Key: ChooseOrDifference, ZH: "择一或者补差发放", EN: "one of the two, or paid up to its own standard"},
	)
})

// Bases lists how the days of a deadline are counted (计日方式).
func Bases() vocab.List[Basis] { return bases() }

var bases = sync.OnceValue(func() vocab.List[Basis] {
	type entry = vocab.Entry[Basis]
	return vocab.New("计日方式", "ways to count days",
		entry{Key: WorkingDays, ZH: "工作日", EN: "working days"},
		entry{Key: CalendarDays, ZH: "自然日", EN: "calendar days"},
		entry{Key: NextMonth, ZH: "次月", EN: "from the first of the next month"},
		entry{Key: MonthsBasis, ZH: "月", EN: "months"},
	)
})

// NeedKinds lists what can be missing (缺项类型).
func NeedKinds() vocab.List[NeedKind] { return needKinds() }

var needKinds = sync.OnceValue(func() vocab.List[NeedKind] {
	type entry = vocab.Entry[NeedKind]
	return vocab.New("缺项类型", "kinds of needs",
		entry{Key: FactNeed, ZH: "事实", EN: "fact"},
		entry{Key: JudgementNeed, ZH: "研判", EN: "official's finding"},
		entry{Key: ParamNeed, ZH: "参数", EN: "parameter"},
		entry{Key: ClauseNeed, ZH: "授权事项", EN: "clause"},
	)
})

// CaveatKinds lists what a result may have to be read with (提示类型).
func CaveatKinds() vocab.List[CaveatKind] { return caveatKinds() }

var caveatKinds = sync.OnceValue(func() vocab.List[CaveatKind] {
	type entry = vocab.Entry[CaveatKind]
	return vocab.New("提示类型", "kinds of caveats",
		entry{Key: ClauseNotRecorded, ZH: "本省补充情形未录入", EN: "an open clause is not recorded"},
		entry{Key: MutualAssumption, ZH: "互为义务人一并认定", EN: "relatives are assumed to fit together"},
		entry{Key: NotOfficial, ZH: "非正式文本依据", EN: "not read in the official text"},
		entry{Key: FictitiousValue, ZH: "虚构标准，仅供演示", EN: "invented, for demonstration only"},
		entry{Key: NoteOf, ZH: "备注", EN: "remark"},
	)
})

// EngineFacts lists the facts the engine itself reads (评估自用事实); every [Dictionary] has them.
func EngineFacts() vocab.List[FactKey] { return engineFacts() }

var engineFacts = sync.OnceValue(func() vocab.List[FactKey] {
	type entry = vocab.Entry[FactKey]
	return vocab.New("评估自用事实", "facts the engine reads",
		entry{Key: HouseholdArea, ZH: "城乡类别", EN: "urban or rural"},
		entry{Key: MembersComplete, ZH: "家庭成员是否已列全", EN: "whether all household members are listed"},
		entry{Key: KinComplete, ZH: "可能负有赡养、抚养、扶养义务的亲属是否已列全", EN: "whether all relatives who may owe support are listed"},
	)
})

// EngineDefinitions lists the definitions the engine itself reads (评估自用定义), to be declared by the law.
func EngineDefinitions() vocab.List[DefinitionID] { return engineDefinitions() }

var engineDefinitions = sync.OnceValue(func() vocab.List[DefinitionID] {
	return vocab.New("评估自用定义", "definitions the engine reads",
		vocab.Entry[DefinitionID]{Key: MemberOf, ZH: "共同生活的家庭成员", EN: "member of the household"})
})
