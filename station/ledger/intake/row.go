package intake

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// Row is one row of a register (登记簿的一行). Each register has columns for some of its fields; see [Register.Form]. The zero value
// of a field is a blank cell. Its JSON is what the digest of a row is made of.
type Row struct {
	Number string   `json:"number,omitzero"` // 编号: of the document, once a register and book
	Date   cal.Date `json:"date,omitzero"`
	Memo   string   `json:"memo,omitzero"`

	Fund     ledger.FundID   `json:"fund,omitzero"`
	Purpose  ledger.Purpose  `json:"purpose,omitzero"`
	Use      ledger.UseClass `json:"use,omitzero"`
	Line     ledger.Line     `json:"line,omitzero"`
	Station  string          `json:"station,omitzero"`
	Party    ledger.PartyRef `json:"party,omitzero"` // donor, supplier, payer or payee, client
	Contract string          `json:"contract,omitzero"`

	Amount  known.Value[money.Amount] `json:"amount,omitzero"`  // 金额: of a gift or of relief
	In      known.Value[money.Amount] `json:"in,omitzero"`      // 收入
	Out     known.Value[money.Amount] `json:"out,omitzero"`     // 支出
	Balance known.Value[money.Amount] `json:"balance,omitzero"` // 余额
	Channel ledger.Account            `json:"channel,omitzero"` // 收付方式: cash or bank
	Account ledger.Account            `json:"account,omitzero"` // 科目: the other side in the cash book
	Kind    ledger.Kind               `json:"kind,omitzero"`    // 业务类型: where the account does not say it

	Movement Movement                      `json:"movement,omitzero"`
	Item     string                        `json:"item,omitzero"` // 物品
	Word     string                        `json:"word,omitzero"` // 计量单位
	Quantity known.Value[measure.Quantity] `json:"quantity,omitzero"`
	Lot      ledger.LotID                  `json:"lot,omitzero"`
	Batch    string                        `json:"batch,omitzero"` // 生产批号
	Place    string                        `json:"place,omitzero"` // 存放地点
	Expiry   cal.Date                      `json:"expiry,omitzero"`
	To       string                        `json:"to,omitzero"` // 调入站点

	Basis     ledger.Basis              `json:"basis,omitzero"`
	UnitPrice string                    `json:"unit_price,omitzero"`
	Value     known.Value[money.Amount] `json:"value,omitzero"`
	Evidence  ledger.Evidence           `json:"evidence,omitzero"` // without digest
	Receipt   string                    `json:"receipt,omitzero"`  // 捐赠票据号
	Maker     ledger.PartyRef           `json:"maker,omitzero"`
	Checker   ledger.PartyRef           `json:"checker,omitzero"`

	unread bool // a cell with an amount could not be read, so that none is missed where it would stand
}

// Form returns the columns of the register (登记簿的表单), for reading and for writing; the zero form, which sheet refuses, for an unknown one. A
// column's path is the JSON name that the field has in the ledger.
func (r Register) Form() sheet.Form[Row] {
	f := sheet.Form[Row]{Name: registers().Name(r, language.Chinese)}
	switch r {
	case Gifts:
		f.Columns = slices.Concat(
			head("捐赠编号", "捐赠日期"),
			columns(party("捐赠方编号", "捐赠人编号").AsRequired()),
			belongs(), money2("捐赠金额", "amount", amountOf), columns(channel("收款方式"), purpose()),
			goods("捐赠物品", "接收数量"), lot(), worth("折合金额（元）", "折合金额"), evidence(),
			columns(sheet.Ref("捐赠票据号", func(r *Row) *string { return &r.Receipt }).At("receipt").Alias("票据号")), tail())
	case Stock:
		f.Columns = slices.Concat(
			head("单号", "日期"),
			columns(sheet.Key("出入库类型", movements(), func(r *Row) *Movement { return &r.Movement }).At("movement").Alias("类型", "业务类型").AsRequired()),
			belongs(), goods("物品", "数量"), lot(), columns(sheet.Ref("调入站点", func(r *Row) *string { return &r.To }).At("to").Alias("调入站点编号")),
			worth("金额（元）", "金额"), columns(channel("付款方式"), party("对方编号", "供应商编号", "领用人编号"), purpose(), use(), line()), evidence(), tail())
	case CashBook:
		f.Columns = slices.Concat(
			head("凭证号", "日期"), belongs(),
			columns(sheet.Key("科目", ledger.Accounts(), func(r *Row) *ledger.Account { return &r.Account }).At("account").Alias("对方科目", "收支科目")),
			money2("收入", "in", func(r *Row) *known.Value[money.Amount] { return &r.In }),
			money2("支出", "out", func(r *Row) *known.Value[money.Amount] { return &r.Out }),
			columns(amountColumn("余额（元）", "balance", func(r *Row) *known.Value[money.Amount] { return &r.Balance }, 0).Alias("余额", "结余"),
				channel("收付方式"), sheet.Key("业务类型", ledger.Kinds(), func(r *Row) *ledger.Kind { return &r.Kind }).At("kind"),
				party("对方编号", "往来单位编号"), purpose(), use(), line(),
				sheet.Ref("合同编号", func(r *Row) *string { return &r.Contract }).At("contract")), evidence(), tail())
	case HandOuts:
		f.Columns = slices.Concat(
			head("发放编号", "发放日期"),
			columns(party("服务对象编号", "受益人编号", "领取人编号").AsRequired()),
			belongs(), money2("发放金额", "amount", amountOf), columns(channel("付款方式"), purpose(), use(), line()),
			goods("发放物品", "发放数量"), columns(lot()[0]), evidence(), tail())
	}
	return f
}

func amountOf(r *Row) *known.Value[money.Amount] { return &r.Amount }

func columns(c ...sheet.Column[Row]) []sheet.Column[Row] { return c }

func head(number, date string) []sheet.Column[Row] {
	return columns(
		sheet.Ref(number, func(r *Row) *string { return &r.Number }).At("key").Alias("编号", "业务编号"),
		sheet.SerialDate(date, func(r *Row) *cal.Date { return &r.Date }).At("date").Alias("登记日期", "时间").AsRequired(),
	)
}

func belongs() []sheet.Column[Row] {
	return columns(
		sheet.Ref("资金编号", func(r *Row) *ledger.FundID { return &r.Fund }).At("fund").Alias("专项编号"),
		sheet.Ref("站点编号", func(r *Row) *string { return &r.Station }).At("station").Alias("社工站编号"),
	)
}

// money2 makes the column in yuan and, read only, the one in 万元.
func money2(name, path string, field func(*Row) *known.Value[money.Amount]) []sheet.Column[Row] {
	return columns(
		amountColumn(name+"（元）", path, field, 0).Alias(name),
		amountColumn(name+"（万元）", "", field, 4),
	)
}

func party(header string, aliases ...string) sheet.Column[Row] {
	return sheet.Ref(header, func(r *Row) *ledger.PartyRef { return &r.Party }).At("party").Alias(aliases...)
}

func channel(header string) sheet.Column[Row] {
	return sheet.Key(header, channels(), func(r *Row) *ledger.Account { return &r.Channel }).At("channel")
}

func purpose() sheet.Column[Row] {
	return sheet.Text("用途", func(r *Row) *ledger.Purpose { return &r.Purpose }).At("purpose").Alias("指定用途")
}

func use() sheet.Column[Row] {
	return sheet.Key("支出类别", ledger.UseClasses(), func(r *Row) *ledger.UseClass { return &r.Use }).At("use")
}

func line() sheet.Column[Row] {
	return sheet.Ref("预算项目", func(r *Row) *ledger.Line { return &r.Line }).At("line").Alias("预算科目")
}

func goods(item, quantity string) []sheet.Column[Row] {
	return columns(
		sheet.Ref(item, func(r *Row) *string { return &r.Item }).At("item").Alias("物资名称", "物品名称"),
		sheet.Ref("计量单位", func(r *Row) *string { return &r.Word }).At("word").Alias("单位"),
		sheet.Known(quantity, func(r *Row) *known.Value[measure.Quantity] { return &r.Quantity }, sheet.QuantityCell()).At("quantity").Alias("件数"),
	)
}

func lot() []sheet.Column[Row] {
	return columns(
		sheet.Ref("批次号", func(r *Row) *ledger.LotID { return &r.Lot }).At("lot").Alias("批次"),
		sheet.Ref("生产批号", func(r *Row) *string { return &r.Batch }).At("batch"),
		sheet.SerialDate("有效期至", func(r *Row) *cal.Date { return &r.Expiry }).At("expiry").Alias("保质期至", "到期日"),
		sheet.Text("存放地点", func(r *Row) *string { return &r.Place }).At("place"),
	)
}

func worth(aliases ...string) []sheet.Column[Row] {
	value := money2("价值", "value", func(r *Row) *known.Value[money.Amount] { return &r.Value })
	value[0] = value[0].Alias(aliases...)
	return append(columns(
		sheet.Key("计价依据", ledger.Bases(), func(r *Row) *ledger.Basis { return &r.Basis }).At("basis"),
		sheet.Field("单价（元）", func(r *Row) *string { return &r.UnitPrice }, priceCell()).At("unit_price").Alias("单价"),
	), value...)
}

func evidence() []sheet.Column[Row] {
	return columns(
		sheet.Key("凭据类型", ledger.EvidenceKinds(), func(r *Row) *ledger.EvidenceKind { return &r.Evidence.Kind }).At("evidence.kind").Alias("凭证类型"),
		sheet.Ref("凭据号", func(r *Row) *string { return &r.Evidence.Number }).At("evidence.number").Alias("凭据编号", "发票号", "签收表号"),
		sheet.Text("出具单位", func(r *Row) *string { return &r.Evidence.Issuer }).At("evidence.issuer"),
		sheet.SerialDate("凭据日期", func(r *Row) *cal.Date { return &r.Evidence.Date }).At("evidence.date"),
	)
}

func tail() []sheet.Column[Row] {
	return columns(
		sheet.Ref("制单人编号", func(r *Row) *ledger.PartyRef { return &r.Maker }).At("maker").Alias("经办人编号"),
		sheet.Ref("复核人编号", func(r *Row) *ledger.PartyRef { return &r.Checker }).At("checker"),
		sheet.Text("摘要", func(r *Row) *string { return &r.Memo }).At("memo").Alias("备注"),
	)
}
