package ledger

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Class is what kind of account it is (科目类别). Amounts are positive for a debit: assets and expenses grow by
// positive legs, liabilities, net assets and income by negative ones.
type Class string

// The classes.
const (
	Asset     Class = "asset"
	Liability Class = "liability"
	NetAsset  Class = "net_asset"
	Income    Class = "income"
	Expense   Class = "expense"
	Transit   Class = "transit" // between funds and books: nothing is earned or spent
	Counter   Class = "counter" // the other side of goods and time: where they come from or go
	Memo      Class = "memo"    // commitments: no statement shows them as money
)

// Classes returns the classes.
func Classes() vocab.List[Class] { return classes() }

var classes = list("科目类别", "class of account",
	vocab.Entry[Class]{Key: Asset, ZH: "资产", EN: "asset"},
	vocab.Entry[Class]{Key: Liability, ZH: "负债", EN: "liability"},
	vocab.Entry[Class]{Key: NetAsset, ZH: "净资产", EN: "net assets"},
	vocab.Entry[Class]{Key: Income, ZH: "收入", EN: "income"},
	vocab.Entry[Class]{Key: Expense, ZH: "费用", EN: "expense"},
	vocab.Entry[Class]{Key: Transit, ZH: "往来划转", EN: "transit"},
	vocab.Entry[Class]{Key: Counter, ZH: "实物与时间对方", EN: "counter account of goods and time"},
	vocab.Entry[Class]{Key: Memo, ZH: "备查", EN: "memorandum"},
)

// Account is a logical account (逻辑科目): what happened, in a word that no chart of accounts renumbers. Charts map
// it to the codes of their edition. The zero value is not recorded.
type Account string

// The accounts.
const (
	Cash            Account = "cash"             // 库存现金
	Bank            Account = "bank"             // 银行存款
	Receivable      Account = "receivable"       // 应收款
	Prepaid         Account = "prepaid"          // 预付账款
	Stock           Account = "stock"            // 存货: money is the value of a lot, goods its quantity
	FixedAsset      Account = "fixed_asset"      // 固定资产
	AgencyAsset     Account = "agency_asset"     // 受托代理资产
	Payable         Account = "payable"          // 应付款
	WagesPayable    Account = "wages_payable"    // 应付职工薪酬
	TaxesPayable    Account = "taxes_payable"    // 应交税费
	Advances        Account = "advances"         // 预收账款
	RefundDue       Account = "refund_due"       // 应返还资金
	AgencyLiability Account = "agency_liability" // 受托代理负债
	NetAssets       Account = "net_assets"       // 净资产（期初及结转）
	DonationIncome  Account = "donation_income"  // 捐赠收入
	ServiceIncome   Account = "service_income"   // 提供服务收入
	GrantIncome     Account = "grant_income"     // 政府补助收入
	SalesIncome     Account = "sales_income"     // 商品销售收入: donated goods sold (慈善法 54)
	OtherIncome     Account = "other_income"     // 其他收入
	ProgrammeCost   Account = "programme_cost"   // 业务活动成本
	AdminCost       Account = "admin_cost"       // 管理费用
	FundraisingCost Account = "fundraising_cost" // 筹资费用
	OtherCost       Account = "other_cost"       // 其他费用: value of lost and expired goods
	InterFund       Account = "inter_fund"       // 资金间划转
	InterBook       Account = "inter_book"       // 账簿间划转: the leg names the other book
	Donor           Account = "donor"            // 捐赠方（实物）
	Supplier        Account = "supplier"         // 供应方（实物）
	Beneficiary     Account = "beneficiary"      // 受益对象（实物）
	Buyer           Account = "buyer"            // 变卖对象（实物）
	Loss            Account = "loss"             // 损耗报废（实物）
	Returned        Account = "returned"         // 退回（实物）
	Found           Account = "found"            // 盘盈（实物）
	Volunteer       Account = "volunteer"        // 志愿服务时长
	ServicePool     Account = "service_pool"     // 志愿服务时长对方
	TimeBank        Account = "time_bank"        // 时间银行账户, one a party
	TimePool        Account = "time_pool"        // 时间银行对方
	Committed       Account = "committed"        // 批而未付
	Uncommitted     Account = "uncommitted"      // 批而未付对方
)

// account is a row of the table: holds lists the kinds of unit the account takes, m g t.
type account struct {
	key    Account
	zh, en string
	class  Class
	holds  string
}

func accountRows() []account {
	return []account{
		{Cash, "库存现金", "cash", Asset, "m"},
		{Bank, "银行存款", "bank deposits", Asset, "m"},
		{Receivable, "应收款", "receivables", Asset, "m"},
		{Prepaid, "预付账款", "prepayments", Asset, "m"},
		{Stock, "存货", "stock", Asset, "mg"},
		{FixedAsset, "固定资产", "fixed assets", Asset, "m"},
		{AgencyAsset, "受托代理资产", "agency assets", Asset, "m"},
		{Payable, "应付款", "payables", Liability, "m"},
		{WagesPayable, "应付职工薪酬", "wages payable", Liability, "m"},
		{TaxesPayable, "应交税费", "taxes payable", Liability, "m"},
		{Advances, "预收账款", "advances received", Liability, "m"},
		{RefundDue, "应返还资金", "refunds due", Liability, "m"},
		{AgencyLiability, "受托代理负债", "agency liabilities", Liability, "m"},
		{NetAssets, "净资产", "net assets brought forward", NetAsset, "mg"},
		{DonationIncome, "捐赠收入", "donation income", Income, "m"},
		{ServiceIncome, "提供服务收入", "service income", Income, "m"},
		{GrantIncome, "政府补助收入", "grant income", Income, "m"},
		{SalesIncome, "商品销售收入", "sales income", Income, "m"},
		{OtherIncome, "其他收入", "other income", Income, "m"},
		{ProgrammeCost, "业务活动成本", "programme cost", Expense, "m"},
		{AdminCost, "管理费用", "administrative cost", Expense, "m"},
		{FundraisingCost, "筹资费用", "fundraising cost", Expense, "m"},
		{OtherCost, "其他费用", "other cost", Expense, "m"},
		{InterFund, "资金间划转", "between funds", Transit, "mg"},
		{InterBook, "账簿间划转", "between books", Transit, "mg"},
		{Donor, "捐赠方", "donor of goods", Counter, "g"},
		{Supplier, "供应方", "supplier of goods", Counter, "g"},
		{Beneficiary, "受益对象", "beneficiary of goods", Counter, "g"},
		{Buyer, "变卖对象", "buyer of goods", Counter, "g"},
		{Loss, "损耗报废", "goods lost or written off", Counter, "g"},
		{Returned, "退回", "goods returned", Counter, "g"},
		{Found, "盘盈", "goods found in a count", Counter, "g"},
		{Volunteer, "志愿服务时长", "volunteer hours", Counter, "t"},
		{ServicePool, "志愿服务时长对方", "counter account of volunteer hours", Counter, "t"},
		{TimeBank, "时间银行账户", "time bank account", Counter, "t"},
		{TimePool, "时间银行对方", "counter account of the time bank", Counter, "t"},
		{Committed, "批而未付", "approved and not yet paid", Memo, "m"},
		{Uncommitted, "批而未付对方", "counter account of commitments", Memo, "m"},
	}
}

// Accounts returns the logical accounts in the order of a balance sheet and statement of activities.
func Accounts() vocab.List[Account] { return accounts() }

var accounts = sync.OnceValue(func() vocab.List[Account] {
	var entries []vocab.Entry[Account]
	for _, a := range accountRows() {
		entries = append(entries, vocab.Entry[Account]{Key: a.key, ZH: a.zh, EN: a.en})
	}
	return vocab.New("逻辑科目", "logical account", entries...)
})

var accountIndex = sync.OnceValue(func() map[Account]account {
	m := make(map[Account]account)
	for _, a := range accountRows() {
		m[a.key] = a
	}
	return m
})

// Class returns the class of the account, "" for one that is not in the list.
func (a Account) Class() Class { return accountIndex()[a].class }

// Holds reports whether the account takes amounts of this kind of unit.
func (a Account) Holds(k UnitKind) bool {
	holds := accountIndex()[a].holds
	for i := range len(holds) {
		if k != "" && holds[i] == k[0] {
			return true
		}
	}
	return false
}

// Spending reports whether a positive leg on the account spends money (支出), so that purposes and classes of use
// apply: every expense, and the purchase of a fixed asset.
func (a Account) Spending() bool { return a.Class() == Expense || a == FixedAsset }
