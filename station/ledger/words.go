package ledger

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// list builds a code list when it is first asked for.
func list[K ~string](zh, en string, entries ...vocab.Entry[K]) func() vocab.List[K] {
	return sync.OnceValue(func() vocab.List[K] { return vocab.New(zh, en, entries...) })
}

// SourceKind is where the money or goods of a fund come from (资金来源). The zero value is not recorded.
type SourceKind string

// The sources. Lottery money is told apart by the level that distributes it.
const (
	Budget          SourceKind = "budget"           // 一般公共预算
	LotteryCentral  SourceKind = "lottery_central"  // 中央彩票公益金
	LotteryProvince SourceKind = "lottery_province" // 省级彩票公益金
	LotteryCity     SourceKind = "lottery_city"     // 市级彩票公益金
	LotteryCounty   SourceKind = "lottery_county"   // 县级彩票公益金
	ReliefShare     SourceKind = "relief_share"     // 困难群众救助补助资金中按规定列支的部分
	Purchase        SourceKind = "purchase"         // 政府购买服务合同
	Donation        SourceKind = "donation"         // 社会捐赠
	Own             SourceKind = "own"              // 自有收入
)

// Sources returns the sources.
func Sources() vocab.List[SourceKind] { return sources() }

var sources = list("资金来源", "source of funds",
	vocab.Entry[SourceKind]{Key: Budget, ZH: "一般公共预算", EN: "general budget", Aliases: []string{"财政资金", "财政预算"}},
	vocab.Entry[SourceKind]{Key: LotteryCentral, ZH: "中央彩票公益金", EN: "central lottery fund", Aliases: []string{"中央福彩公益金"}},
	vocab.Entry[SourceKind]{Key: LotteryProvince, ZH: "省级彩票公益金", EN: "provincial lottery fund",
		Aliases: []string{"省级福彩公益金"}},
	vocab.Entry[SourceKind]{Key: LotteryCity, ZH: "市级彩票公益金", EN: "city lottery fund", Aliases: []string{"市级福彩公益金"}},
	vocab.Entry[SourceKind]{Key: LotteryCounty, ZH: "县级彩票公益金", EN: "county lottery fund", Aliases: []string{"县级福彩公益金"}},
	vocab.Entry[SourceKind]{Key: ReliefShare, ZH: "困难群众救助补助资金", EN: "share of the hardship-relief subsidy"},
	vocab.Entry[SourceKind]{Key: Purchase, ZH: "政府购买服务", EN: "purchase contract", Aliases: []string{"购买服务合同"}},
	vocab.Entry[SourceKind]{Key: Donation, ZH: "社会捐赠", EN: "donation", Aliases: []string{"捐赠"}},
	vocab.Entry[SourceKind]{Key: Own, ZH: "自有资金", EN: "own income"},
)

// Restriction says what the provider or the law limits (限定性): nothing, the purpose, the time or both. What a board
// decides by itself restricts nothing. The zero value is not recorded.
type Restriction string

// The restrictions.
const (
	Unrestricted Restriction = "none"
	ByPurpose    Restriction = "purpose"
	ByTime       Restriction = "time"
	ByBoth       Restriction = "both"
)

// Restrictions returns the restrictions.
func Restrictions() vocab.List[Restriction] { return restrictions() }

var restrictions = list("限定性", "restriction",
	vocab.Entry[Restriction]{Key: Unrestricted, ZH: "非限定", EN: "unrestricted", Aliases: []string{"非限定性"}},
	vocab.Entry[Restriction]{Key: ByPurpose, ZH: "限定用途", EN: "restricted to purposes"},
	vocab.Entry[Restriction]{Key: ByTime, ZH: "限定时间", EN: "restricted in time"},
	vocab.Entry[Restriction]{Key: ByBoth, ZH: "限定用途和时间", EN: "restricted to purposes and in time"},
)

// Guard says when a fund's cash must be there (余额控制, I3). The zero value is not recorded.
type Guard string

// The guards. A restricted fund has one of the latter two.
const (
	Unguarded Guard = "none"    // may be overdrawn: own money, settled later
	ByPosting Guard = "posting" // never below zero in the order of posting
	ByDay     Guard = "day"     // nor at the end of any day, however late an entry is posted
)

// Guards returns the guards.
func Guards() vocab.List[Guard] { return guards() }

var guards = list("余额控制", "guard of the balance",
	vocab.Entry[Guard]{Key: Unguarded, ZH: "不控制", EN: "none"},
	vocab.Entry[Guard]{Key: ByPosting, ZH: "按记账顺序不得为负", EN: "never negative in the order of posting"},
	vocab.Entry[Guard]{Key: ByDay, ZH: "任一日终均不得为负", EN: "never negative at the end of any day"},
)

// UseClass is what money is spent on (支出类别), as the documents on special funds name what is forbidden. The zero
// value is not recorded.
type UseClass string

// The classes. The forbidden uses of lottery money name most of them (湘财综指〔2017〕30号 and a notice of 济源, both
// read as published).
const (
	Service       UseClass = "service"        // 服务开展
	Materials     UseClass = "materials"      // 物资采购
	Relief        UseClass = "relief"         // 对服务对象的资助
	Training      UseClass = "training"       // 培训督导
	Publicity     UseClass = "publicity"      // 宣传
	Staff         UseClass = "staff"          // 人员工资福利
	Bonus         UseClass = "bonus"          // 奖金津补贴
	Office        UseClass = "office"         // 行政办公
	Reception     UseClass = "reception"      // 公务接待
	TravelAbroad  UseClass = "travel_abroad"  // 因公出国（境）
	Vehicles      UseClass = "vehicles"       // 购车用车
	Buildings     UseClass = "buildings"      // 楼堂馆所
	Equipment     UseClass = "equipment"      // 设备购置
	Investment    UseClass = "investment"     // 对外投资
	OtherUseClass UseClass = "other"          // 其他
	Fundraising   UseClass = "fundraising"    // 募捐成本
	Taxes         UseClass = "taxes_and_fees" // 税费
)

// UseClasses returns the classes.
func UseClasses() vocab.List[UseClass] { return useClasses() }

var useClasses = list("支出类别", "class of use",
	vocab.Entry[UseClass]{Key: Service, ZH: "服务开展", EN: "services"},
	vocab.Entry[UseClass]{Key: Materials, ZH: "物资采购", EN: "materials"},
	vocab.Entry[UseClass]{Key: Relief, ZH: "资助帮扶", EN: "relief paid to clients"},
	vocab.Entry[UseClass]{Key: Training, ZH: "培训督导", EN: "training and supervision"},
	vocab.Entry[UseClass]{Key: Publicity, ZH: "宣传", EN: "publicity"},
	vocab.Entry[UseClass]{Key: Staff, ZH: "人员经费", EN: "wages and social insurance", Aliases: []string{"工资福利"}},
	vocab.Entry[UseClass]{Key: Bonus, ZH: "奖金津补贴", EN: "bonuses and allowances"},
	vocab.Entry[UseClass]{Key: Office, ZH: "行政办公", EN: "office and general expense", Aliases: []string{"办公经费"}},
	vocab.Entry[UseClass]{Key: Reception, ZH: "公务接待", EN: "reception"},
	vocab.Entry[UseClass]{Key: TravelAbroad, ZH: "因公出国（境）", EN: "travel abroad"},
	vocab.Entry[UseClass]{Key: Vehicles, ZH: "购车用车", EN: "vehicles"},
	vocab.Entry[UseClass]{Key: Buildings, ZH: "楼堂馆所", EN: "buildings"},
	vocab.Entry[UseClass]{Key: Equipment, ZH: "设备购置", EN: "equipment"},
	vocab.Entry[UseClass]{Key: Investment, ZH: "对外投资", EN: "investment"},
	vocab.Entry[UseClass]{Key: Fundraising, ZH: "募捐成本", EN: "fundraising"},
	vocab.Entry[UseClass]{Key: Taxes, ZH: "税费", EN: "taxes and fees"},
	vocab.Entry[UseClass]{Key: OtherUseClass, ZH: "其他支出", EN: "other use"},
)

// Basis is what the value of goods rests on (计价依据). The zero value is not recorded.
type Basis string

// The bases, best known first.
const (
	Voucher    Basis = "voucher"      // 凭据金额: invoice, customs form, agreement
	FairMarket Basis = "fair_market"  // 公允价值（市场价格）: names the source of the price
	FairLike   Basis = "fair_similar" // 公允价值（同类物品）
	Appraisal  Basis = "appraisal"    // 评估: names appraiser and report
	Declared   Basis = "declared"     // 捐赠人声明价值: alone no ground for a receipt
	Unvalued   Basis = "unvalued"     // 未计价: quantity only
)

// Bases returns the bases.
func Bases() vocab.List[Basis] { return bases() }

var bases = list("计价依据", "basis of valuation",
	vocab.Entry[Basis]{Key: Voucher, ZH: "凭据金额", EN: "voucher", Aliases: []string{"发票金额"}},
	vocab.Entry[Basis]{Key: FairMarket, ZH: "公允价值（市场价格）", EN: "fair value, market price"},
	vocab.Entry[Basis]{Key: FairLike, ZH: "公允价值（同类物品）", EN: "fair value, similar goods"},
	vocab.Entry[Basis]{Key: Appraisal, ZH: "评估价值", EN: "appraisal"},
	vocab.Entry[Basis]{Key: Declared, ZH: "捐赠人声明价值", EN: "declared by the donor"},
	vocab.Entry[Basis]{Key: Unvalued, ZH: "未计价", EN: "unvalued"},
)

// EvidenceKind is what a piece of evidence is (凭证类型). The zero value is not recorded.
type EvidenceKind string

// The kinds of evidence.
const (
	Invoice     EvidenceKind = "invoice"      // 发票
	Agreement   EvidenceKind = "agreement"    // 协议、合同
	Approval    EvidenceKind = "approval"     // 审批、下达文件
	BankSlip    EvidenceKind = "bank_slip"    // 银行回单
	ReceiptSlip EvidenceKind = "receipt"      // 收据、捐赠票据
	SignedList  EvidenceKind = "signed_list"  // 签收表
	PriceSource EvidenceKind = "price_source" // 市场价格依据
	Report      EvidenceKind = "report"       // 评估、验收、盘点报告
	Statement   EvidenceKind = "statement"    // 书面声明
	Photo       EvidenceKind = "photo"        // 影像
)

// EvidenceKinds returns the kinds of evidence.
func EvidenceKinds() vocab.List[EvidenceKind] { return evidenceKinds() }

var evidenceKinds = list("凭证类型", "kind of evidence",
	vocab.Entry[EvidenceKind]{Key: Invoice, ZH: "发票", EN: "invoice"},
	vocab.Entry[EvidenceKind]{Key: Agreement, ZH: "协议", EN: "agreement", Aliases: []string{"合同"}},
	vocab.Entry[EvidenceKind]{Key: Approval, ZH: "审批文件", EN: "approval", Aliases: []string{"下达文件", "批文"}},
	vocab.Entry[EvidenceKind]{Key: BankSlip, ZH: "银行回单", EN: "bank slip"},
	vocab.Entry[EvidenceKind]{Key: ReceiptSlip, ZH: "收据", EN: "receipt", Aliases: []string{"捐赠票据"}},
	vocab.Entry[EvidenceKind]{Key: SignedList, ZH: "签收表", EN: "signed list", Aliases: []string{"签领表"}},
	vocab.Entry[EvidenceKind]{Key: PriceSource, ZH: "价格依据", EN: "source of a price"},
	vocab.Entry[EvidenceKind]{Key: Report, ZH: "报告", EN: "report", Aliases: []string{"评估报告", "验收报告", "盘点表"}},
	vocab.Entry[EvidenceKind]{Key: Statement, ZH: "书面声明", EN: "written statement"},
	vocab.Entry[EvidenceKind]{Key: Photo, ZH: "影像资料", EN: "photograph"},
)

// ConsentBy is who agreed to a change of purpose (同意方). The zero value is not recorded.
type ConsentBy string

// Who can agree. Donations need the donor (公益事业捐赠法 18), public fundraising plans the registry's filing (慈善法
// 56), earmarked money its grantor.
const (
	DonorConsents    ConsentBy = "donor"
	RegistryConsents ConsentBy = "registry"
	GrantorConsents  ConsentBy = "grantor"
)

// Consents returns who can agree.
func Consents() vocab.List[ConsentBy] { return consents() }

var consents = list("同意方", "who consents",
	vocab.Entry[ConsentBy]{Key: DonorConsents, ZH: "捐赠人", EN: "the donor"},
	vocab.Entry[ConsentBy]{Key: RegistryConsents, ZH: "登记（备案）机关", EN: "the registry"},
	vocab.Entry[ConsentBy]{Key: GrantorConsents, ZH: "资金下达单位", EN: "the grantor"},
)
