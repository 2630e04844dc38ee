package contract

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. Shape is check's (CHECK-…), an unknown word vocab.ErrUnknown.
const (
	ErrAlias       fault.Code = "CONTRACT-ALIAS"        // an alias that is the name itself
	ErrOpenEnded   fault.Code = "CONTRACT-OPEN-ENDED"   // a contract without a last day
	ErrDates       fault.Code = "CONTRACT-DATES"        // awarded after it was signed
	ErrLateSigning fault.Code = "CONTRACT-LATE-SIGNING" // signed after the work began
	ErrTerminated  fault.Code = "CONTRACT-TERMINATED"   // ended early on a day outside its period
	ErrWorkforce   fault.Code = "CONTRACT-WORKFORCE"    // more full-time or certified workers than workers
	ErrDuplicate   fault.Code = "CONTRACT-DUPLICATE"    // a code, name or site that another element has
	ErrOverlap     fault.Code = "CONTRACT-OVERLAP"      // two contracts in force for one station and service

	ErrItemAmount    fault.Code = "CONTRACT-ITEM-AMOUNT"    // not unit price × quantity
	ErrItemsSum      fault.Code = "CONTRACT-ITEMS-SUM"      // items that do not add up to the price
	ErrNoKPI         fault.Code = "CONTRACT-NO-KPI"         // an item that pays an indicator the contract does not have
	ErrWords         fault.Code = "CONTRACT-WORDS"          // amount in words and in figures differ
	ErrFundingOver   fault.Code = "CONTRACT-FUNDING-OVER"   // funds above the price
	ErrFundingShort  fault.Code = "CONTRACT-FUNDING-SHORT"  // funds below the price
	ErrFundingPeriod fault.Code = "CONTRACT-FUNDING-PERIOD" // funds of a time in which the contract has no day
	ErrShare         fault.Code = "CONTRACT-SHARE"          // more than the allowed share of a budget
	ErrTrigger       fault.Code = "CONTRACT-TRIGGER"        // an instalment whose event the contract does not have
	ErrEvaluation    fault.Code = "CONTRACT-EVALUATION"     // an evaluation at an impossible time

	ErrTargets fault.Code = "CONTRACT-TARGETS"  // an indicator without a target, or a boolean one with one
	ErrWord    fault.Code = "CONTRACT-WORD"     // a measure word that does not print the basis
	ErrFigures fault.Code = "CONTRACT-FIGURES"  // not as many figures as targets
	ErrFigure  fault.Code = "CONTRACT-FIGURE"   // a figure below zero
	ErrCap     fault.Code = "CONTRACT-CAP"      // nobody said what happens above 100 %
	ErrRowName fault.Code = "CONTRACT-ROW-NAME" // rows of one indicator with different names

	ErrBands    fault.Code = "CONTRACT-BANDS"     // bands that do not descend to 0 or begin above full marks
	ErrNoBand   fault.Code = "CONTRACT-NO-BAND"   // a veto that leads to a band there is not
	ErrNoItem   fault.Code = "CONTRACT-NO-ITEM"   // a mark for an item or veto that the card does not have
	ErrOverMark fault.Code = "CONTRACT-OVER-MARK" // a score above the full marks of its item
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrAlias, ZH: "别名与名称相同", EN: "the alias is the name itself"},
		fault.Text{Code: ErrOpenEnded, ZH: "合同期限须有截止日", EN: "a contract needs a last day"},
		fault.Text{Code: ErrDates, ZH: "签订日不能早于成交日", EN: "a contract is not signed before its award"},
		fault.Text{Code: ErrLateSigning, ZH: "签订日晚于服务开始日，请核实", EN: "signed after the work began: please verify"},
		fault.Text{Code: ErrTerminated, ZH: "提前终止日应在合同期限之内", EN: "the day of early termination lies outside the period"},
		fault.Text{Code: ErrWorkforce, ZH: "全职或持证人数不能超过总人数", EN: "more full-time or certified workers than workers"},
		fault.Text{Code: ErrDuplicate, ZH: "与{other}重复", EN: "the same as {other}"},
		fault.Text{Code: ErrOverlap, ZH: "该站点的同类服务在{other}合同中已有，且期限重叠",
			EN: "contract {other} covers this station and service in the same time"},
		fault.Text{Code: ErrItemAmount, ZH: "金额应等于单价乘以数量", EN: "the amount must be unit price times quantity"},
		fault.Text{Code: ErrItemsSum, ZH: "各项金额之和与合同价款不符；总价包干的须注明",
			EN: "the items do not add up to the price; declare a lump sum if that is meant"},
		fault.Text{Code: ErrNoKPI, ZH: "合同中没有这一指标", EN: "the contract has no such indicator"},
		fault.Text{Code: ErrWords, ZH: "大写金额与小写金额不符", EN: "the amount in words and in figures differ"},
		fault.Text{Code: ErrFundingOver, ZH: "资金来源合计超过合同价款", EN: "the funds add up to more than the price"},
		fault.Text{Code: ErrFundingShort, ZH: "资金来源合计少于合同价款，请核实",
			EN: "the funds add up to less than the price: please verify"},
		fault.Text{Code: ErrFundingPeriod, ZH: "资金期间与合同期限没有重合，请核实",
			EN: "the funds belong to a time in which the contract has no day: please verify"},
		fault.Text{Code: ErrShare, ZH: "列支超过规定比例（上限{limit}元）", EN: "above the allowed share, {limit} yuan at most"},
		fault.Text{Code: ErrTrigger, ZH: "合同中没有对应的付款条件：缺日期或评估安排",
			EN: "the contract lacks what this instalment waits for: a date or an evaluation"},
		fault.Text{Code: ErrEvaluation, ZH: "评估日期不合理：早于合同开始，或末期早于中期",
			EN: "an evaluation before the contract began, or a final one before a mid-term one"},
		fault.Text{Code: ErrTargets, ZH: "指标须有目标值；是非型指标不设目标值",
			EN: "an indicator needs a target; a yes-or-no one has none"},
		fault.Text{Code: ErrWord, ZH: "量词与计数口径不符", EN: "the measure word does not fit what is counted"},
		fault.Text{Code: ErrFigures, ZH: "应按指标逐项填报，共{want}项", EN: "one figure a target: {want} are needed"},
		fault.Text{Code: ErrFigure, ZH: "完成数不能小于零", EN: "a figure may not be below zero"},
		fault.Text{Code: ErrCap, ZH: "须说明完成率超过100%时是否封顶", EN: "say whether completion is capped at 100 %"},
		fault.Text{Code: ErrRowName, ZH: "同一指标各行的名称不一致", EN: "rows of one indicator give it different names"},
		fault.Text{Code: ErrBands, ZH: "等级分数线应由高到低，最高不超过满分，最低为0",
			EN: "bands descend from full marks at most to 0"},
		fault.Text{Code: ErrNoBand, ZH: "没有这一等级", EN: "there is no such band"},
		fault.Text{Code: ErrNoItem, ZH: "评分表中没有这一项", EN: "the scorecard has no such item"},
		fault.Text{Code: ErrOverMark, ZH: "得分不能超过该项满分", EN: "a score above the full marks of its item"},
	)
})
