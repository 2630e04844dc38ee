package contract

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Method is how the operator was chosen (采购方式). The zero value is not recorded.
type Method string

// The methods. Articles and numbers as given in [Methods]; "recalled" there means that the text was not read.
const (
	OpenTender              Method = "open_tender"              // 公开招标
	InvitedTender           Method = "invited_tender"           // 邀请招标
	CompetitiveNegotiation  Method = "competitive_negotiation"  // 竞争性谈判
	CompetitiveConsultation Method = "competitive_consultation" // 竞争性磋商
	SingleSource            Method = "single_source"            // 单一来源采购
	Quotation               Method = "quotation"                // 询价
	Framework               Method = "framework"                // 框架协议采购
	DirectAward             Method = "direct_award"             // 直接委托, below the threshold of the procurement law
	OtherMethod             Method = "other"
)

// Methods returns the methods with their sources.
func Methods() vocab.List[Method] { return methods() }

var methods = sync.OnceValue(func() vocab.List[Method] {
	type entry = vocab.Entry[Method]
	law := []vocab.Source{{Document: "《中华人民共和国政府采购法》", Article: "第二十六条", Provenance: vocab.Reported}}
	return vocab.New("采购方式", "procurement method",
		entry{Key: OpenTender, ZH: "公开招标", EN: "open tender", Sources: law},
		entry{Key: InvitedTender, ZH: "邀请招标", EN: "invited tender", Sources: law},
		entry{Key: CompetitiveNegotiation, ZH: "竞争性谈判", EN: "competitive negotiation", Sources: law},
		entry{Key: CompetitiveConsultation, ZH: "竞争性磋商", EN: "competitive consultation", Sources: []vocab.Source{{
			Document: "《政府采购竞争性磋商采购方式管理暂行办法》（财库〔2014〕214号）", Provenance: vocab.Recalled}}},
		entry{Key: SingleSource, ZH: "单一来源采购", EN: "single source", Aliases: []string{"单一来源"}, Sources: law},
		entry{Key: Quotation, ZH: "询价", EN: "quotation", Aliases: []string{"询价采购"}, Sources: law},
		entry{Key: Framework, ZH: "框架协议采购", EN: "framework agreement", Aliases: []string{"框架协议"},
			Sources: []vocab.Source{{Document: "《政府采购框架协议采购方式管理暂行办法》（财政部令第110号）",
				Provenance: vocab.Recalled}}},
		entry{Key: DirectAward, ZH: "直接委托", EN: "direct award", Aliases: []string{"限额以下直接委托"},
			Sources: practice()},
		entry{Key: OtherMethod, ZH: "其他方式", EN: "other method", Sources: law},
	)
})

// Service is what is bought (服务类别). A station has at most one contract a service at a time, see [Overlaps]. The zero
// value is not recorded.
type Service string

// The services.
const (
	StationOperation  Service = "station_operation"  // 社工站运营
	Supervising       Service = "supervision"        // 专业督导
	Evaluating        Service = "evaluation"         // 第三方评估
	Training          Service = "training"           // 人才培训
	SpecialProject    Service = "special_project"    // 专项服务
	AssistanceService Service = "assistance_service" // 社会救助经办服务
)

// Services returns the services. A place that buys others adds them by vocab.List.With.
func Services() vocab.List[Service] { return services() }

var services = sync.OnceValue(func() vocab.List[Service] {
	type entry = vocab.Entry[Service]
	return vocab.New("购买服务类别", "purchased service",
		entry{Key: StationOperation, ZH: "社工站运营", EN: "running stations", Sources: practice()},
		entry{Key: Supervising, ZH: "专业督导", EN: "professional supervision", Sources: practice()},
		entry{Key: Evaluating, ZH: "第三方评估", EN: "third-party evaluation", Sources: practice()},
		entry{Key: Training, ZH: "人才培训", EN: "training of workers", Sources: practice()},
		entry{Key: SpecialProject, ZH: "专项服务", EN: "special project", Sources: practice()},
		entry{Key: AssistanceService, ZH: "社会救助经办服务", EN: "handling of social assistance", Sources: []vocab.Source{{
			Document: "民发〔2017〕153号", Provenance: vocab.Reported}}},
	)
})

// Fund is where the money comes from (资金来源). The zero value is not recorded.
type Fund string

// The funds. What donors give is booked in a ledger and is a fund here only where the contract itself is paid from it.
const (
	GeneralBudget  Fund = "general_budget"  // 一般公共预算
	LotteryFund    Fund = "lottery_fund"    // 福利彩票公益金
	ReliefSubsidy  Fund = "relief_subsidy"  // 困难群众救助补助资金
	AssistanceWork Fund = "assistance_work" // 社会救助工作经费
	MergedPosts    Fund = "merged_posts"    // 协管员等岗位整合资金
	CharityFund    Fund = "charity"         // 慈善捐赠
	OwnFund        Fund = "own"             // 自筹
	OtherFund      Fund = "other"
)

// Funds returns the funds with their sources.
func Funds() vocab.List[Fund] { return funds() }

var funds = sync.OnceValue(func() vocab.List[Fund] {
	type entry = vocab.Entry[Fund]
	fujian := []vocab.Source{{Document: "闽民社工〔2020〕127号", Provenance: vocab.Reported}}
	lottery := []vocab.Source{{Document: "双河乡2023年中央彩票公益金项目公开", Provenance: vocab.Reported}}
	return vocab.New("资金来源", "source of funds",
		entry{Key: GeneralBudget, ZH: "一般公共预算", EN: "general budget", Aliases: []string{"财政预算"}, Sources: fujian},
		entry{Key: LotteryFund, ZH: "福利彩票公益金", EN: "lottery public-welfare fund",
			Aliases: []string{"福彩公益金", "彩票公益金"}, Sources: lottery},
		entry{Key: ReliefSubsidy, ZH: "困难群众救助补助资金", EN: "hardship-relief subsidy", Sources: fujian},
		entry{Key: AssistanceWork, ZH: "社会救助工作经费", EN: "social-assistance work funds", Sources: fujian},
		entry{Key: MergedPosts, ZH: "岗位整合资金", EN: "subsidy of merged posts", Sources: fujian},
		entry{Key: CharityFund, ZH: "慈善捐赠", EN: "charity", Aliases: []string{"慈善资金"}, Sources: practice()},
		entry{Key: OwnFund, ZH: "自筹资金", EN: "own funds", Sources: practice()},
		entry{Key: OtherFund, ZH: "其他资金", EN: "other funds", Sources: practice()},
	)
})

// Level is the level of government that provides a fund (资金层级). Central has no division code, hence no division.Level.
// The zero value is not recorded.
type Level string

// The levels.
const (
	Central    Level = "central"
	Province   Level = "province"
	Prefecture Level = "prefecture"
	County     Level = "county"
	Township   Level = "township"
)

// Levels returns the levels, the highest first.
func Levels() vocab.List[Level] { return levels() }

var levels = sync.OnceValue(func() vocab.List[Level] {
	type entry = vocab.Entry[Level]
	return vocab.New("资金层级", "level of funding",
		entry{Key: Central, ZH: "中央", EN: "central"},
		entry{Key: Province, ZH: "省级", EN: "province"},
		entry{Key: Prefecture, ZH: "市级", EN: "prefecture"},
		entry{Key: County, ZH: "县级", EN: "county"},
		entry{Key: Township, ZH: "乡级", EN: "township"},
	)
})

// Trigger is what an instalment waits for (付款条件). The zero value is not recorded.
type Trigger string

// The triggers.
const (
	OnSigning  Trigger = "signing"            // 合同签订
	OnMidTerm  Trigger = "midterm_evaluation" // 中期评估
	OnFinal    Trigger = "final_evaluation"   // 末期评估
	OnDate     Trigger = "date"               // 约定日期
	OnOccasion Trigger = "other"              // 其他, in Instalment.Condition
)

// Triggers returns the triggers.
func Triggers() vocab.List[Trigger] { return triggers() }

var triggers = sync.OnceValue(func() vocab.List[Trigger] {
	type entry = vocab.Entry[Trigger]
	return vocab.New("付款条件", "payment trigger",
		entry{Key: OnSigning, ZH: "合同签订", EN: "signing", Sources: practice()},
		entry{Key: OnMidTerm, ZH: "中期评估", EN: "mid-term evaluation", Sources: practice()},
		entry{Key: OnFinal, ZH: "末期评估", EN: "final evaluation", Aliases: []string{"终期评估"}, Sources: practice()},
		entry{Key: OnDate, ZH: "约定日期", EN: "agreed date", Sources: practice()},
		entry{Key: OnOccasion, ZH: "其他条件", EN: "other condition", Sources: practice()},
	)
})

// Stage is a point of evaluation (评估阶段). The zero value is not recorded.
type Stage string

// The stages.
const (
	MidTerm Stage = "midterm" // 中期评估
	Final   Stage = "final"   // 末期评估
)

// Stages returns the stages in order.
func Stages() vocab.List[Stage] { return stages() }

var stages = sync.OnceValue(func() vocab.List[Stage] {
	type entry = vocab.Entry[Stage]
	return vocab.New("评估阶段", "evaluation stage",
		entry{Key: MidTerm, ZH: "中期评估", EN: "mid-term evaluation", Sources: practice()},
		entry{Key: Final, ZH: "末期评估", EN: "final evaluation", Aliases: []string{"终期评估"}, Sources: practice()},
	)
})

// Inspection is the outcome of an operator's annual inspection (年检结论). The zero value is not recorded.
type Inspection string

// The outcomes. Those of 民办非企业单位年度检查办法 (2005) are recalled.
const (
	Passed        Inspection = "passed"
	BarelyPassed  Inspection = "barely_passed"
	NotPassed     Inspection = "not_passed"
	NotYetCovered Inspection = "not_yet_due"
)

// Inspections returns the outcomes, best first.
func Inspections() vocab.List[Inspection] { return inspections() }

var inspections = sync.OnceValue(func() vocab.List[Inspection] {
	type entry = vocab.Entry[Inspection]
	rules := []vocab.Source{{Document: "《民办非企业单位年度检查办法》", Provenance: vocab.Recalled}}
	return vocab.New("年检结论", "outcome of inspection",
		entry{Key: Passed, ZH: "合格", EN: "passed", Aliases: []string{"年检合格"}, Sources: rules},
		entry{Key: BarelyPassed, ZH: "基本合格", EN: "barely passed", Sources: rules},
		entry{Key: NotPassed, ZH: "不合格", EN: "not passed", Sources: rules},
		entry{Key: NotYetCovered, ZH: "不参加年检", EN: "not yet due", Sources: rules},
	)
})

// Cap says how a completion above 100 % is shown (超额完成口径). The zero value is no choice and is refused: disclosures
// print 774 visits of 700 as 100 % [reported], evaluations want 110.6 %.
type Cap string

// The choices.
const (
	Capped   Cap = "capped"   // 封顶: at most 100 %
	Uncapped Cap = "uncapped" // 不封顶
)

// Caps returns the choices.
func Caps() vocab.List[Cap] { return caps() }

var caps = sync.OnceValue(func() vocab.List[Cap] {
	type entry = vocab.Entry[Cap]
	return vocab.New("超额完成口径", "rule for over-fulfilment",
		entry{Key: Capped, ZH: "封顶", EN: "capped"},
		entry{Key: Uncapped, ZH: "不封顶", EN: "uncapped"},
	)
})

// Status is where an indicator stands (达标情况). The zero value is not recorded.
type Status string

// The states.
const (
	Met        Status = "met"        // 达标
	Unmet      Status = "unmet"      // 未达标
	Incomplete Status = "incomplete" // 数据不全: a figure is not recorded, which is not 0
)

// Statuses returns the states.
func Statuses() vocab.List[Status] { return statuses() }

var statuses = sync.OnceValue(func() vocab.List[Status] {
	type entry = vocab.Entry[Status]
	return vocab.New("达标情况", "state of an indicator",
		entry{Key: Met, ZH: "达标", EN: "met"},
		entry{Key: Unmet, ZH: "未达标", EN: "unmet"},
		entry{Key: Incomplete, ZH: "数据不全", EN: "incomplete"},
	)
})

// practice is the source of words that stations use and no text defines.
func practice() []vocab.Source {
	return []vocab.Source{{Document: "社工站运营合同与绩效评估的通行做法", Provenance: vocab.Practice}}
}
