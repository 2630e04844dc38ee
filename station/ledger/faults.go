package ledger

import (
	"errors"
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package, in the order of the invariants they protect. An unknown word is vocab.ErrUnknown.
const (
	ErrUnit       fault.Code = "LEDGER-UNIT"        // text that is no unit, or a unit of the wrong kind
	ErrAmount     fault.Code = "LEDGER-AMOUNT"      // text that is no amount
	ErrInexact    fault.Code = "LEDGER-INEXACT"     // more decimals than the unit has
	ErrMixed      fault.Code = "LEDGER-MIXED"       // two units where one is needed
	ErrRange      fault.Code = "LEDGER-RANGE"       // a sum beyond the range of an amount
	ErrJSON       fault.Code = "LEDGER-JSON"        // JSON that is no entry
	ErrMissing    fault.Code = "LEDGER-MISSING"     // a field that is required here
	ErrNeedless   fault.Code = "LEDGER-NEEDLESS"    // a field that has no place here
	ErrText       fault.Code = "LEDGER-TEXT"        // too long, not UTF-8, or blanks around it
	ErrInvisible  fault.Code = "LEDGER-INVISIBLE"   // invisible or bidirectional characters
	ErrPersonal   fault.Code = "LEDGER-PERSONAL"    // a party reference that looks like an identity or telephone number
	ErrLimit      fault.Code = "LEDGER-LIMIT"       // too many elements
	ErrOrder      fault.Code = "LEDGER-ORDER"       // meta out of order, or dates
	ErrDuplicate  fault.Code = "LEDGER-DUPLICATE"   // the same twice in one entry
	ErrSame       fault.Code = "LEDGER-SAME-PERSON" // maker and checker, valuer and reviewer are one
	ErrUnbalanced fault.Code = "LEDGER-UNBALANCED"
	ErrOneSided   fault.Code = "LEDGER-ONE-SIDED" // a move between funds with one side only
	ErrLegs       fault.Code = "LEDGER-LEGS"      // fewer than two legs, or legs on a note
	ErrZero       fault.Code = "LEDGER-ZERO"
	ErrAccount    fault.Code = "LEDGER-ACCOUNT" // a unit that the account does not hold

	ErrOverdrawn  fault.Code = "LEDGER-OVERDRAWN"
	ErrAvailable  fault.Code = "LEDGER-AVAILABLE"  // cash is there, but committed
	ErrOnDay      fault.Code = "LEDGER-ON-DAY"     // overdrawn at the end of some day
	ErrCommitment fault.Code = "LEDGER-COMMITMENT" // no such commitment, past its day, or more than is left
	ErrTimeCap    fault.Code = "LEDGER-TIME-CAP"

	ErrFund    fault.Code = "LEDGER-FUND" // no such fund
	ErrRules   fault.Code = "LEDGER-FUND-RULES"
	ErrPurpose fault.Code = "LEDGER-PURPOSE"
	ErrUse     fault.Code = "LEDGER-USE"
	ErrWindow  fault.Code = "LEDGER-WINDOW"
	ErrConsent fault.Code = "LEDGER-CONSENT"
	ErrAgency  fault.Code = "LEDGER-AGENCY"

	ErrNoOriginal fault.Code = "LEDGER-NO-ORIGINAL"
	ErrReversed   fault.Code = "LEDGER-REVERSED"
	ErrIrrevers   fault.Code = "LEDGER-NOT-REVERSIBLE"
	ErrNegation   fault.Code = "LEDGER-NEGATION"

	ErrClosed  fault.Code = "LEDGER-CLOSED"
	ErrHeld    fault.Code = "LEDGER-HELD"
	ErrAffects fault.Code = "LEDGER-AFFECTS"
	ErrPeriod  fault.Code = "LEDGER-PERIOD"

	ErrConflict  fault.Code = "LEDGER-CONFLICT"
	ErrMoved     fault.Code = "LEDGER-MOVED"
	ErrCanonical fault.Code = "LEDGER-CANONICAL"
	ErrStore     fault.Code = "LEDGER-STORE"

	ErrLot       fault.Code = "LEDGER-LOT"
	ErrLotUnit   fault.Code = "LEDGER-LOT-UNIT"
	ErrRedeclare fault.Code = "LEDGER-LOT-REDECLARED"
	ErrShort     fault.Code = "LEDGER-LOT-SHORT"
	ErrExpired   fault.Code = "LEDGER-EXPIRED"
	ErrFresher   fault.Code = "LEDGER-FRESHER"
	ErrLotValue  fault.Code = "LEDGER-LOT-VALUE"
	ErrDiluted   fault.Code = "LEDGER-LOT-MIXED"

	ErrValuation fault.Code = "LEDGER-VALUATION"
	ErrUnvalued  fault.Code = "LEDGER-UNVALUED"
	ErrProduct   fault.Code = "LEDGER-PRODUCT"
	ErrEvidence  fault.Code = "LEDGER-EVIDENCE"
	ErrReceipt   fault.Code = "LEDGER-RECEIPT"

	ErrTimeMoney fault.Code = "LEDGER-TIME-MONEY"
	ErrSnapshot  fault.Code = "LEDGER-SNAPSHOT"
	ErrCap       fault.Code = "LEDGER-CAP"
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

// Refuse returns the fault with this code that names the invariant it protects; it is for the packages of this folder.
func Refuse(i Invariant, code fault.Code, args ...string) fault.Fault {
	return catalogue().New(code, append(args, "invariant", string(i))...)
}

// InvariantOf returns the invariant that a fault protects, "" for a fault of another package.
func InvariantOf(f fault.Fault) Invariant {
	s, _ := f.Arg("invariant")
	return Invariant(s)
}

// faultOr keeps a fault of this library found inside err and replaces any other error, which may quote the value.
func faultOr(err error, other fault.Fault) fault.Fault {
	var f fault.Fault
	if errors.As(err, &f) {
		return f
	}
	return other
}

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue([]fault.Text{
		{Code: ErrUnit, ZH: "计量单位不对", EN: "not a unit, or not one of this kind"},
		{Code: ErrAmount, ZH: "数额写法不对", EN: "not an amount"},
		{Code: ErrInexact, ZH: "小数位数超过计量单位", EN: "more decimals than the unit has"},
		{Code: ErrMixed, ZH: "计量单位不同", EN: "different units"},
		{Code: ErrRange, ZH: "数额超出范围", EN: "the amount is out of range"},
		{Code: ErrJSON, ZH: "不是分录的JSON，或有不认识的字段",
			EN: "not the JSON of an entry, or a member that is not known"},
		{Code: ErrMissing, ZH: "必填（{invariant}）", EN: "required ({invariant})"},
		{Code: ErrNeedless, ZH: "此处不应填写（{invariant}）", EN: "has no place here ({invariant})"},
		{Code: ErrText, ZH: "应为至多{max}字节的文字，首尾无空格",
			EN: "not a text of at most {max} bytes without blanks around it"},
		{Code: ErrInvisible, ZH: "含有不可见字符或方向控制字符", EN: "holds invisible or bidirectional characters"},
		{Code: ErrPersonal, ZH: "疑似证件号码或电话号码，应使用编号",
			EN: "looks like an identity or telephone number: use a reference"},
		{Code: ErrLimit, ZH: "最多{max}项", EN: "at most {max}"},
		{Code: ErrOrder, ZH: "先后次序有误", EN: "out of order"},
		{Code: ErrDuplicate, ZH: "与{other}重复", EN: "the same as {other}"},
		{Code: ErrSame, ZH: "制单与复核、计价与复核不能是同一人",
			EN: "maker and checker, valuer and reviewer are different people"},
		{Code: ErrUnbalanced, ZH: "同一资金、同一计量单位的分录合计不为零（{invariant}）",
			EN: "the legs of this fund and unit do not add up to zero ({invariant})"},
		{Code: ErrOneSided, ZH: "资金间划转须两边同时记账（{invariant}）",
			EN: "a move between funds needs both sides ({invariant})"},
		{Code: ErrLegs, ZH: "分录行数不对：备注没有分录行，其他至少两行（{invariant}）",
			EN: "a note has no legs, any other entry two at least ({invariant})"},
		{Code: ErrZero, ZH: "金额或数量为零（{invariant}）", EN: "the amount is zero ({invariant})"},
		{Code: ErrAccount, ZH: "该科目不核算此类计量单位（{invariant}）",
			EN: "the account does not hold this kind of unit ({invariant})"},

		{Code: ErrOverdrawn, ZH: "余额不足（{invariant}）", EN: "the balance does not suffice ({invariant})"},
		{Code: ErrAvailable, ZH: "可用余额不足，部分资金已批而未付（{invariant}）",
			EN: "the rest of the money is committed ({invariant})"},
		{Code: ErrOnDay, ZH: "补记后某日余额为负（{invariant}）",
			EN: "the balance would be negative on some later day ({invariant})"},
		{Code: ErrCommitment, ZH: "没有这笔占用，或已到期、未到期、余额不足（{invariant}）",
			EN: "no such commitment, past or before its day, or less is left ({invariant})"},
		{Code: ErrTimeCap, ZH: "超过个人时间银行账户上限{max}分钟（{invariant}）",
			EN: "more than the {max} minutes that one account may hold ({invariant})"},

		{Code: ErrFund, ZH: "没有这项资金（{invariant}）", EN: "there is no such fund ({invariant})"},
		{Code: ErrRules, ZH: "资金的限定规则不完整或互相矛盾（{invariant}）",
			EN: "the fund's rules are incomplete or contradict each other ({invariant})"},
		{Code: ErrPurpose, ZH: "用途不在资金限定范围内（{invariant}）", EN: "not a purpose of the fund ({invariant})"},
		{Code: ErrUse, ZH: "该资金禁止此类支出，或未填支出类别（{invariant}）",
			EN: "the fund forbids this class of use, or none is given ({invariant})"},
		{Code: ErrWindow, ZH: "日期不在资金使用期限内（{invariant}）",
			EN: "outside the time in which the fund may be spent ({invariant})"},
		{Code: ErrConsent, ZH: "变更用途须有同意凭据（{invariant}）",
			EN: "a change of purpose needs a consent on record ({invariant})"},
		{Code: ErrAgency, ZH: "受托代理资金不计收入费用，受托代理科目只用于受托代理资金（{invariant}）",
			EN: "agency funds have no income and expense, and agency accounts no other funds ({invariant})"},

		{Code: ErrNoOriginal, ZH: "没有要冲销的凭证（{invariant}）",
			EN: "there is no such entry to reverse ({invariant})"},
		{Code: ErrReversed, ZH: "该凭证已冲销（{invariant}）", EN: "the entry is reversed already ({invariant})"},
		{Code: ErrIrrevers, ZH: "此类凭证不能冲销（{invariant}）", EN: "such an entry cannot be reversed ({invariant})"},
		{Code: ErrNegation, ZH: "冲销须与原凭证逐行相反（{invariant}）",
			EN: "a reversal is the exact negation of its original ({invariant})"},

		{Code: ErrClosed, ZH: "所属期间已结账（{invariant}）", EN: "the period is closed ({invariant})"},
		{Code: ErrHeld, ZH: "所属期间已暂停记账，只能更正和冲销（{invariant}）",
			EN: "the period is on hold: adjustments and reversals only ({invariant})"},
		{Code: ErrAffects, ZH: "冲销已结账期间的凭证须注明所涉期间（{invariant}）",
			EN: "the reversal of an entry in a closed period names that period ({invariant})"},
		{Code: ErrPeriod, ZH: "结账须按月逐期进行（{invariant}）",
			EN: "periods are closed by the month and in order ({invariant})"},

		{Code: ErrConflict, ZH: "业务号已使用，{field}不同（{invariant}）",
			EN: "the key is in use for another entry: {field} differs ({invariant})"},
		{Code: ErrMoved, ZH: "账簿已有新记录，请刷新后重试（{invariant}）",
			EN: "the book has moved on: look again ({invariant})"},
		{Code: ErrCanonical, ZH: "不是规范的存储字节（{invariant}）", EN: "not canonical bytes ({invariant})"},
		{Code: ErrStore, ZH: "存储不符合约定（{invariant}）", EN: "the store breaks its contract ({invariant})"},

		{Code: ErrLot, ZH: "没有这个批次（{invariant}）", EN: "there is no such lot ({invariant})"},
		{Code: ErrLotUnit, ZH: "与批次的计量单位不同（{invariant}）", EN: "not the unit of the lot ({invariant})"},
		{Code: ErrRedeclare, ZH: "批次已登记，内容不同（{invariant}）",
			EN: "the lot is declared otherwise ({invariant})"},
		{Code: ErrShort, ZH: "批次数量不足（{invariant}）", EN: "the lot does not hold as much ({invariant})"},
		{Code: ErrExpired, ZH: "批次已过期，只能报损或退回（{invariant}）",
			EN: "the lot has expired: write it off or return it ({invariant})"},
		{Code: ErrFresher, ZH: "调入批次的有效期晚于调出批次（{invariant}）",
			EN: "goods would expire later than those they come from ({invariant})"},
		{Code: ErrLotValue, ZH: "批次价值应按数量比例转出，最后一件带走余额（{invariant}）",
			EN: "value leaves a lot in proportion, and the last unit takes the rest ({invariant})"},
		{Code: ErrDiluted, ZH: "已计价与未计价物资不能混在同一批次（{invariant}）",
			EN: "valued and unvalued goods do not share a lot ({invariant})"},

		{Code: ErrValuation, ZH: "物资计价记录缺失或与金额、数量不符（{invariant}）",
			EN: "the valuation is missing or differs from the legs ({invariant})"},
		{Code: ErrUnvalued, ZH: "未计价物资不能有金额（{invariant}）", EN: "unvalued goods have no money ({invariant})"},
		{Code: ErrProduct, ZH: "单价乘数量与计价金额不符（{invariant}）",
			EN: "unit price times quantity is not the value ({invariant})"},
		{Code: ErrEvidence, ZH: "缺少计价依据的凭证（{invariant}）",
			EN: "the evidence for this basis is missing ({invariant})"},
		{Code: ErrReceipt, ZH: "仅凭捐赠人声明或未计价不能开具捐赠票据（{invariant}）",
			EN: "no receipt on the donor's declaration alone, nor for unvalued goods ({invariant})"},

		{Code: ErrTimeMoney, ZH: "时间不能与资金、物资记在同一凭证（{invariant}）",
			EN: "an entry has time or money and goods, never both ({invariant})"},
		{Code: ErrSnapshot, ZH: "同一账簿同一序号的快照内容不同（{invariant}）",
			EN: "two snapshots of one book and number differ ({invariant})"},
		{Code: ErrCap, ZH: "限额规则不完整（{invariant}）", EN: "the cap is incomplete ({invariant})"},
	}...)
})
