package ledger

import "github.com/shegong/shegong/station/vocab"

// Kind is what an entry records (业务类型). Most kinds are labels for statements; [Entry.Validate] and the journal give
// meaning to those of reversal, commitment, change of purpose and periods, and to Note. The zero value is not
// recorded.
type Kind string

// The kinds.
const (
	Opening        Kind = "opening"         // 期初余额
	Grant          Kind = "grant"           // 收到补助、下达资金
	Advance        Kind = "advance"         // 收到合同预付款
	Earned         Kind = "earned"          // 验收确认收入
	RefundPaid     Kind = "refund"          // 退回财政或出资方
	Gift           Kind = "gift"            // 现金捐赠
	GiftInKind     Kind = "gift_in_kind"    // 实物捐赠
	ServiceGift    Kind = "service_gift"    // 捐赠服务（按公允价值计量）
	Buying         Kind = "buying"          // 采购物资
	Payment        Kind = "payment"         // 费用支出
	CashRelief     Kind = "cash_relief"     // 资助服务对象
	Distribution   Kind = "distribution"    // 发放物资
	StockTransfer  Kind = "stock_transfer"  // 物资调拨
	StockCount     Kind = "stock_count"     // 盘点差异
	WriteOff       Kind = "write_off"       // 损耗、过期报废
	GoodsReturned  Kind = "goods_returned"  // 退回物资
	Sale           Kind = "sale"            // 变卖物资
	Revaluation    Kind = "revaluation"     // 重新计价
	Spread         Kind = "spread"          // 费用分摊
	Served         Kind = "served"          // 志愿服务时长
	TimeEarned     Kind = "time_earned"     // 时间银行存入
	TimeSpent      Kind = "time_spent"      // 时间银行支取
	TimeMoved      Kind = "time_moved"      // 时间银行转赠
	PurposeChange  Kind = "purpose_change"  // 变更用途: names the consent
	BetweenBooks   Kind = "between_books"   // 账簿间划转
	Reserve        Kind = "reserve"         // 批准占用: legs on committed, commitment = own key
	Void           Kind = "void"            // 撤销占用
	Expire         Kind = "expire"          // 占用到期释放
	Adjustment     Kind = "adjustment"      // 更正、调整
	Reversal       Kind = "reversal"        // 冲销
	Note           Kind = "note"            // 备注: no legs (合同签订、扣款、票据作废、审计说明)
	PeriodHeld     Kind = "period_held"     // 期间暂停记账
	PeriodClosed   Kind = "period_closed"   // 结账
	PeriodReopened Kind = "period_reopened" // 反结账
)

// Kinds returns the kinds.
func Kinds() vocab.List[Kind] { return kinds() }

var kinds = list("业务类型", "kind of entry",
	vocab.Entry[Kind]{Key: Opening, ZH: "期初余额", EN: "opening balance"},
	vocab.Entry[Kind]{Key: Grant, ZH: "收到补助", EN: "grant received"},
	vocab.Entry[Kind]{Key: Advance, ZH: "收到合同款", EN: "instalment received in advance"},
	vocab.Entry[Kind]{Key: Earned, ZH: "验收确认收入", EN: "income earned on acceptance"},
	vocab.Entry[Kind]{Key: RefundPaid, ZH: "退回资金", EN: "refund paid"},
	vocab.Entry[Kind]{Key: Gift, ZH: "现金捐赠", EN: "gift of money"},
	vocab.Entry[Kind]{Key: GiftInKind, ZH: "实物捐赠", EN: "gift in kind"},
	vocab.Entry[Kind]{Key: ServiceGift, ZH: "服务捐赠", EN: "gift of services"},
	vocab.Entry[Kind]{Key: Buying, ZH: "采购物资", EN: "goods bought"},
	vocab.Entry[Kind]{Key: Payment, ZH: "费用支出", EN: "payment"},
	vocab.Entry[Kind]{Key: CashRelief, ZH: "现金资助", EN: "cash relief"},
	vocab.Entry[Kind]{Key: Distribution, ZH: "发放物资", EN: "goods distributed"},
	vocab.Entry[Kind]{Key: StockTransfer, ZH: "物资调拨", EN: "stock transferred"},
	vocab.Entry[Kind]{Key: StockCount, ZH: "盘点差异", EN: "difference found in a count"},
	vocab.Entry[Kind]{Key: WriteOff, ZH: "报损报废", EN: "written off"},
	vocab.Entry[Kind]{Key: GoodsReturned, ZH: "退回物资", EN: "goods returned"},
	vocab.Entry[Kind]{Key: Sale, ZH: "变卖物资", EN: "goods sold"},
	vocab.Entry[Kind]{Key: Revaluation, ZH: "重新计价", EN: "revaluation"},
	vocab.Entry[Kind]{Key: Spread, ZH: "费用分摊", EN: "cost spread"},
	vocab.Entry[Kind]{Key: Served, ZH: "志愿服务", EN: "volunteer hours"},
	vocab.Entry[Kind]{Key: TimeEarned, ZH: "时间存入", EN: "time earned"},
	vocab.Entry[Kind]{Key: TimeSpent, ZH: "时间支取", EN: "time spent"},
	vocab.Entry[Kind]{Key: TimeMoved, ZH: "时间转赠", EN: "time given to another"},
	vocab.Entry[Kind]{Key: PurposeChange, ZH: "变更用途", EN: "change of purpose"},
	vocab.Entry[Kind]{Key: BetweenBooks, ZH: "账簿间划转", EN: "transfer between books"},
	vocab.Entry[Kind]{Key: Reserve, ZH: "批准占用", EN: "commitment"},
	vocab.Entry[Kind]{Key: Void, ZH: "撤销占用", EN: "commitment voided"},
	vocab.Entry[Kind]{Key: Expire, ZH: "占用到期", EN: "commitment expired"},
	vocab.Entry[Kind]{Key: Adjustment, ZH: "更正调整", EN: "adjustment"},
	vocab.Entry[Kind]{Key: Reversal, ZH: "冲销", EN: "reversal"},
	vocab.Entry[Kind]{Key: Note, ZH: "备注", EN: "note"},
	vocab.Entry[Kind]{Key: PeriodHeld, ZH: "暂停记账", EN: "period held"},
	vocab.Entry[Kind]{Key: PeriodClosed, ZH: "结账", EN: "period closed"},
	vocab.Entry[Kind]{Key: PeriodReopened, ZH: "反结账", EN: "period reopened"},
)

// Period reports whether entries of the kind hold, close or reopen a period. Only a journal writes them.
func (k Kind) Period() bool { return k == PeriodHeld || k == PeriodClosed || k == PeriodReopened }

// Bare reports whether entries of the kind have no legs.
func (k Kind) Bare() bool { return k == Note || k.Period() }

// Invariant is one of the promises of the ledger (不变式). Every refusal names the one it would break, as the argument
// "invariant" of the fault; [InvariantOf] reads it. I8, I12, I13 and I15 are promises about functions and about
// other packages of this folder.
type Invariant string

// The invariants.
const (
	I1  Invariant = "I1"  // 借贷平衡: zero per fund and unit; moves between funds on both sides
	I2  Invariant = "I2"  // 分录完整: at least two legs, none zero, whole smallest parts, every field of its form
	I3  Invariant = "I3"  // 不得透支: guarded balances never negative, commitments counted
	I4  Invariant = "I4"  // 专款专用: purpose, class of use and window of the fund, or a consent on record
	I5  Invariant = "I5"  // 只冲销、不删改: reversal once, exact, never of a reversal
	I6  Invariant = "I6"  // 结账期间不得记账: nothing dated in a closed period, reopening is an entry
	I7  Invariant = "I7"  // 同一业务号只记一次: same key and content no effect, other content a conflict naming the field
	I8  Invariant = "I8"  // 重放一致: replay gives identical balances and hashes on any machine
	I9  Invariant = "I9"  // 防篡改: chain of hashes over canonical bytes, checked against anchors
	I10 Invariant = "I10" // 批次管理: none below zero, expired never to people, value in proportion
	I11 Invariant = "I11" // 计价有据: no money for goods without, no receipt on a declaration
	I12 Invariant = "I12" // 分摊不差分: parts add up (money.Amount.Allocate)
	I13 Invariant = "I13" // 分期不差额: instalments add up to the contract
	I14 Invariant = "I14" // 时间不折钱: no entry has time beside money or goods
	I15 Invariant = "I15" // 合并不重复: merging is associative and commutative, a snapshot sent again replaces
	I16 Invariant = "I16" // 比例限额不做除法: caps compare products of integers
)

// Invariants returns the invariants in order.
func Invariants() vocab.List[Invariant] { return invariants() }

var invariants = list("不变式", "invariant",
	vocab.Entry[Invariant]{Key: I1, ZH: "按资金和计量单位借贷平衡", EN: "balanced per fund and unit"},
	vocab.Entry[Invariant]{Key: I2, ZH: "分录完整", EN: "entries well formed"},
	vocab.Entry[Invariant]{Key: I3, ZH: "不得透支", EN: "guarded balances never negative"},
	vocab.Entry[Invariant]{Key: I4, ZH: "专款专用", EN: "restricted money for its purpose"},
	vocab.Entry[Invariant]{Key: I5, ZH: "只冲销不删改", EN: "append only, reversed once and exactly"},
	vocab.Entry[Invariant]{Key: I6, ZH: "结账期间不得记账", EN: "closed periods stay closed"},
	vocab.Entry[Invariant]{Key: I7, ZH: "同一业务号只记一次", EN: "one key, one entry"},
	vocab.Entry[Invariant]{Key: I8, ZH: "重放一致", EN: "replay gives the same"},
	vocab.Entry[Invariant]{Key: I9, ZH: "防篡改", EN: "tampering shows"},
	vocab.Entry[Invariant]{Key: I10, ZH: "批次数量与价值", EN: "lots: quantity and value"},
	vocab.Entry[Invariant]{Key: I11, ZH: "计价有据", EN: "value has a basis"},
	vocab.Entry[Invariant]{Key: I12, ZH: "分摊不差分", EN: "allocation adds up"},
	vocab.Entry[Invariant]{Key: I13, ZH: "分期不差额", EN: "instalments add up"},
	vocab.Entry[Invariant]{Key: I14, ZH: "时间不折钱", EN: "time is not money"},
	vocab.Entry[Invariant]{Key: I15, ZH: "合并不重复", EN: "merging counts once"},
	vocab.Entry[Invariant]{Key: I16, ZH: "限额比较不做除法", EN: "caps without division"},
)
