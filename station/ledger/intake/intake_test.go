package intake_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/intake"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// book is an empty book, with funds of an invented county.
type book struct {
	*testing.T
	cfg   intake.Config
	store memory.Store
	j     *journal.Journal
}

func funds() (ledger.Funds, error) {
	return ledger.NewFunds(
		ledger.Fund{ID: "lottery", Name: "县级福彩公益金（虚构）", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"走访慰问"}, Forbidden: []ledger.UseClass{ledger.Vehicles}, Guard: ledger.ByDay},
		ledger.Fund{ID: "gifts", Name: "社会捐赠（虚构）", Source: ledger.Donation, Restriction: ledger.Unrestricted, Guard: ledger.ByPosting},
		ledger.Fund{ID: "agency", Name: "代转善款（虚构）", Source: ledger.Donation, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"转交"}, Guard: ledger.ByPosting, Agency: true},
		ledger.Fund{ID: "own", Name: "自有资金（虚构）", Source: ledger.Own, Restriction: ledger.Unrestricted, Guard: ledger.Unguarded},
	)
}

func newBook(t *testing.T) *book {
	t.Helper()
	all, err := funds()
	if err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("shuanghu"), Funds: all})
	if err != nil {
		t.Fatal(err)
	}
	return &book{T: t, j: j, cfg: intake.Config{Funds: all, Units: []ledger.Unit{ledger.MustParseUnit("大米/公斤/2")}, Rounding: money.HalfUp}}
}

func rows(file string) func(yield func([]string, error) bool) {
	return sheet.CSV{}.Rows(strings.NewReader(file))
}

func (b *book) plan(reg intake.Register, file string) intake.Plan {
	b.Helper()
	p, err := b.cfg.Plan(context.Background(), reg, "双湖镇.csv", rows(file))
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func now() time.Time { return time.Date(2026, 7, 1, 1, 2, 3, 0, time.UTC) }

func (b *book) post(p intake.Plan) (receipts []journal.Receipt, err error) {
	err = b.store.Update(context.Background(), func(tx journal.DayTx) error {
		receipts, err = p.Post(context.Background(), b.j, tx, journal.Options{At: now()})
		return err
	})
	return receipts, err
}

// load plans and posts, and fails for any fault.
func (b *book) load(reg intake.Register, file string) []journal.Receipt {
	b.Helper()
	p := b.plan(reg, file)
	if len(p.Faults) > 0 {
		b.Fatal(p.Faults)
	}
	r, err := b.post(p)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func (b *book) state() *books.State {
	b.Helper()
	s, err := books.Replay(context.Background(), &b.store, b.j.Chain())
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// lines prints legs so that they can be read.
func lines(legs []ledger.Leg) string {
	var out []string
	for _, l := range legs {
		s := fmt.Sprint(l.Account, " ", l.Fund, " ", l.Amount)
		for _, x := range []string{string(l.Lot), l.Station, string(l.Party), string(l.Purpose), string(l.Use)} {
			if x != "" {
				s += " " + x
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// places prints faults as place and code.
func places(l fault.List) string {
	var out []string
	for _, f := range l {
		s := f.Path() + " " + string(f.Code())
		if f.Advisory() {
			s += " (note)"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

const giftHead = "捐赠编号,捐赠日期,捐赠方编号,资金编号,站点编号,捐赠金额,收款方式,捐赠物品,计量单位,接收数量,批次号,有效期至,计价依据,单价,价值（元）,凭据类型,凭据号,捐赠票据号,用途,摘要\n"

func TestRowsBecomeBalancedEntries(t *testing.T) {
	const (
		stock = "单号,日期,出入库类型,资金编号,站点编号,物品,计量单位,数量,批次号,调入站点,计价依据,价值,付款方式,对方编号,用途,支出类别,凭据类型,凭据号\n"
		cash  = "凭证号,日期,资金编号,科目,收入,支出,收付方式,对方编号,用途,支出类别,业务类型,摘要\n"
		hand  = "发放编号,发放日期,服务对象编号,资金编号,站点编号,发放金额,付款方式,发放物品,计量单位,发放数量,批次号,用途,支出类别\n"
	)
	for name, c := range map[string]struct {
		reg  intake.Register
		file string
		kind ledger.Kind
		want string
	}{
		"money given": {intake.Gifts, giftHead + "G1,2026-03-05,D1,gifts,S1,500,现金,,,,,,,,,,,P7,,\n", ledger.Gift,
			"cash gifts 500.00 CNY S1\ndonation_income gifts -500.00 CNY S1 D1"},
		"money to be passed on": {intake.Gifts, giftHead + "G1,2026-03-05,D1,agency,S1,500,银行,,,,,,,,,,,,转交,\n", ledger.Gift,
			"bank agency 500.00 CNY S1\nagency_liability agency -500.00 CNY S1 D1 转交"},
		"rice by the price": {intake.Gifts, giftHead + "G1,2026-03-05,D1,gifts,S1,,,大米,袋,10,L1,2026-12-31,凭据金额,100,1000,发票,F9,,,\n", ledger.GiftInKind,
			"stock gifts 1000.00 CNY L1 S1\ndonation_income gifts -1000.00 CNY S1 D1\nstock gifts 10 大米/袋 L1 S1\ndonor gifts -10 大米/袋 L1 S1 D1"},
		"rice by weight, rounded": {intake.Gifts, giftHead + "G1,2026-03-05,D1,gifts,S1,,,大米,公斤,2.25,L1,,凭据金额,6.666,,发票,F9,,,\n", ledger.GiftInKind,
			"stock gifts 15.00 CNY L1 S1\ndonation_income gifts -15.00 CNY S1 D1\nstock gifts 2.25 大米/公斤/2 L1 S1\ndonor gifts -2.25 大米/公斤/2 L1 S1 D1"},
		"clothes, unvalued, in a lot named by the row": {intake.Gifts, giftHead + "G1,2026-03-05,D1,gifts,S1,,,衣物,件,40,,,未计价,,,,,,,\n", ledger.GiftInKind,
			"stock gifts 40 衣物/件 gifts-G1 S1\ndonor gifts -40 衣物/件 gifts-G1 S1 D1"},
		"goods to be passed on": {intake.Gifts, giftHead + "G1,2026-03-05,D1,agency,S1,,,大米,袋,10,L1,,凭据金额,,1000,发票,F9,,转交,\n", ledger.GiftInKind,
			"stock agency 1000.00 CNY L1 S1\nagency_liability agency -1000.00 CNY S1 D1 转交\nstock agency 10 大米/袋 L1 S1\ndonor agency -10 大米/袋 L1 S1 D1 转交"},
		"goods bought": {intake.Stock, stock + "W1,2026-03-05,采购,own,S1,被子,床,4,L2,,凭据金额,400,银行转账,V1,,,发票,F1\n", ledger.Buying,
			"stock own 400.00 CNY L2 S1\nbank own -400.00 CNY S1 V1\nstock own 4 被子/床 L2 S1\nsupplier own -4 被子/床 L2 S1 V1"},
		"goods found": {intake.Stock, stock + "W1,2026-03-05,盘盈,own,S1,被子,床,1,L2,,未计价,,,,,,,\n", ledger.StockCount,
			"stock own 1 被子/床 L2 S1\nfound own -1 被子/床 L2 S1"},
		"goods issued": {intake.Stock, stock + "W1,2026-03-05,发放出库,own,S1,被子,床,1,L2,,,,,K1,,,,\n", ledger.Distribution,
			"beneficiary own 1 被子/床 L2 S1 K1\nstock own -1 被子/床 L2 S1"},
		"goods lost": {intake.Stock, stock + "W1,2026-03-05,报废,own,S1,被子,床,1,L2,,,,,,,,,\n", ledger.WriteOff,
			"loss own 1 被子/床 L2 S1\nstock own -1 被子/床 L2 S1"},
		"goods moved": {intake.Stock, stock + "W1,2026-03-05,调拨,own,S1,被子,床,1,L2,S2,,,,,,,,\n", ledger.StockTransfer,
			"stock own -1 被子/床 L2 S1\nstock own 1 被子/床 L2 S2"},
		"a grant": {intake.CashBook, cash + "C1,2026-01-15,lottery,政府补助收入,\"60,000\",,银行,,,,,\n", ledger.Grant,
			"bank lottery 60000.00 CNY\ngrant_income lottery -60000.00 CNY"},
		"a gift in the cash book":   {intake.CashBook, cash + "C1,2026-01-15,gifts,捐赠收入,1,,现金,D1,,,,\n", ledger.Gift, "cash gifts 1.00 CNY\ndonation_income gifts -1.00 CNY D1"},
		"income earned":             {intake.CashBook, cash + "C1,2026-01-15,own,提供服务收入,1,,银行,,,,,\n", ledger.Earned, "bank own 1.00 CNY\nservice_income own -1.00 CNY"},
		"an instalment in advance":  {intake.CashBook, cash + "C1,2026-01-15,own,预收账款,1,,银行,,,,,\n", ledger.Advance, "bank own 1.00 CNY\nadvances own -1.00 CNY"},
		"interest, as the row says": {intake.CashBook, cash + "C1,2026-01-15,own,其他收入,1,,银行,,,,更正调整,\n", ledger.Adjustment, "bank own 1.00 CNY\nother_income own -1.00 CNY"},
		"a payment": {intake.CashBook, cash + "C1,2026-01-15,lottery,业务活动成本,,30,现金,,走访慰问,服务开展,,\n", ledger.Payment,
			"cash lottery -30.00 CNY\nprogramme_cost lottery 30.00 CNY 走访慰问 service"},
		"relief in the cash book": {intake.CashBook, cash + "C1,2026-01-15,lottery,业务活动成本,,30,现金,K1,走访慰问,资助帮扶,,\n", ledger.CashRelief,
			"cash lottery -30.00 CNY\nprogramme_cost lottery 30.00 CNY K1 走访慰问 relief"},
		"money given back": {intake.CashBook, cash + "C1,2026-01-15,own,应返还资金,,30,银行,,,,,\n", ledger.RefundPaid, "bank own -30.00 CNY\nrefund_due own 30.00 CNY"},
		"relief": {intake.HandOuts, hand + "H1,2026-03-05,K1,lottery,S1,300,现金,,,,,走访慰问,\n", ledger.CashRelief,
			"programme_cost lottery 300.00 CNY S1 K1 走访慰问 relief\ncash lottery -300.00 CNY S1"},
		"relief passed on": {intake.HandOuts, hand + "H1,2026-03-05,K1,agency,S1,300,现金,,,,,转交,\n", ledger.CashRelief,
			"agency_liability agency 300.00 CNY S1 K1 转交 relief\ncash agency -300.00 CNY S1"},
		"rice handed out": {intake.HandOuts, hand + "H1,2026-03-05,K1,gifts,S1,,,大米,袋,2,L1,,\n", ledger.Distribution,
			"beneficiary gifts 2 大米/袋 L1 S1 K1\nstock gifts -2 大米/袋 L1 S1"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newBook(t).plan(c.reg, c.file)
			if len(p.Items) != 1 || len(p.Faults) > 0 {
				t.Fatalf("%d items, %v", len(p.Items), p.Faults)
			}
			e := p.Items[0].Entry
			if d := cmp.Diff(c.want, lines(e.Legs)); d != "" || e.Kind != c.kind {
				t.Error(e.Kind, d)
			}
			if err := e.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestFieldsOfTheEntry(t *testing.T) {
	b := newBook(t)
	file := strings.Replace(giftHead, "摘要", "生产批号,存放地点,出具单位,凭据日期,经办人编号,复核人编号,摘要", 1) +
		"G1,2026年3月5日,D1,gifts,S1,,,大米,袋,10,L1,46387,公允价值（市场价格）,,1000,价格依据,J1,,,B1,西库房,某粮店（虚构）,2026/3/4,M1,M2,三月捐米\n"
	p := b.plan(intake.Gifts, file)
	if len(p.Items) != 1 {
		t.Fatal(p.Faults)
	}
	e := p.Items[0].Entry
	rice := ledger.MustParseUnit("大米/袋")
	want := ledger.Entry{
		Key: "gifts-G1", Kind: ledger.GiftInKind, Date: cal.MustParse("2026-03-05"), Memo: "三月捐米", Maker: "M1", Checker: "M2", Meta: e.Meta, Legs: e.Legs,
		Lots: []ledger.Lot{{ID: "L1", Unit: rice, Batch: "B1", Place: "西库房", Expiry: cal.MustParse("2026-12-31")}},
		Valuations: []ledger.Valuation{{Lot: "L1", Basis: ledger.FairMarket, Quantity: ledger.Minor(10, rice), Value: money.MustParse("1000"),
			Evidence: ledger.Evidence{Kind: ledger.PriceSource, Number: "J1", Issuer: "某粮店（虚构）", Date: cal.MustParse("2026-03-04")}}},
	}
	if d := cmp.Diff(want, e); d != "" {
		t.Error(d)
	}
	if len(e.Meta) != 1 || e.Meta[0].Key != "intake.row" || len(e.Meta[0].Value) != len("sha256:")+64 {
		t.Error(e.Meta)
	}
	money := b.plan(intake.Gifts, giftHead+"G2,2026-03-05,D1,gifts,S1,5,现金,,,,,,,,,收据,R1,P1,,\n").Items[0].Entry
	if d := cmp.Diff([]ledger.Evidence{{Kind: ledger.ReceiptSlip, Number: "R1"}}, money.Evidence); d != "" || money.Receipt != "P1" {
		t.Error(money.Receipt, d)
	}
}

func TestEveryBadRowIsAFaultWhileGoodRowsArePlanned(t *testing.T) {
	b := newBook(t)
	p := b.plan(intake.Gifts, "双湖镇捐赠登记（虚构）\n"+giftHead+
		"G1,2026-03-05,D1,gifts,S1,500,现金,,,,,,,,,,,,,\n"+
		"G2,2026-02-30,D1,gifts,S1,约500,现金,,,,,,,,,,,,,\n"+
		"G3,2026-03-05,,nobody,S1,500余,微信,,,,,,,,,,,,,\n"+
		"G4,2026-03-05,D1,,S1,,,大米,袋,3.5,L1,,,,,,,,,\n"+
		"G5,2026-03-05,D1,gifts,S1,20,现金,大米,袋,3,L1,,凭据金额,10,40,,,,,\n"+
		"G6,2026-03-05,D1,gifts,S1,0,,,,,L1,,,,,,,,,\n"+
		"G1,2026-03-05,D1,gifts,S1,500,现金,,,,,,,,,,,,,\n"+
		"G8,2026-03-05,11010519491231002X,gifts,S1,500,现金,,,,,,,,,,,,,\n"+
		"G9,2026-03-05,D1,gifts,S1,,,大米,袋,3,L1,,捐赠人声明价值,,30,书面声明,Z1,P3,,\n"+
		",2026-03-06,D1,gifts,S1,600,现金,,,,,,,,,,,,,\n"+
		",2026-03-06,D1,gifts,S1,600,现金,,,,,,,,,,,,,\n"+
		strings.Repeat("9", 60)+",2026-03-06,D1,gifts,S1,600,现金,,,,,,,,,,,,,\n")
	want := "第4行.捐赠日期 CAL-DAY\n第4行.捐赠金额（元） SHEET-HEDGE\n" +
		"第5行.捐赠方编号 SHEET-BLANK\n第5行.捐赠金额（元） SHEET-HEDGE\n第5行.收款方式 VOCAB-UNKNOWN\n第5行.资金编号 LEDGER-FUND\n" +
		"第6行.资金编号 INTAKE-REQUIRED\n第6行.接收数量 LEDGER-INEXACT\n第6行.计价依据 INTAKE-REQUIRED\n" +
		"第7行.捐赠金额（元） INTAKE-ONE\n第7行.价值（元） INTAKE-PRICE\n第7行.收款方式 INTAKE-ONLY\n" +
		"第8行.捐赠金额（元） INTAKE-POSITIVE\n第8行.收款方式 INTAKE-REQUIRED\n第8行.批次号 INTAKE-ONLY\n" +
		"第9行.捐赠编号 INTAKE-TWICE\n第10行.捐赠方编号 LEDGER-PERSONAL\n第11行.捐赠票据号 LEDGER-RECEIPT\n第13行 INTAKE-TWIN (note)\n第14行.捐赠编号 LEDGER-TEXT"
	if d := cmp.Diff(want, places(p.Faults)); d != "" {
		t.Error(d)
	}
	var good []int
	for _, i := range p.Items {
		good = append(good, i.Number)
	}
	if d := cmp.Diff([]int{3, 12, 13}, good); d != "" {
		t.Error(d)
	}
	if text := p.Faults.Text(language.Chinese) + p.Faults.Text(language.English); strings.Contains(text, "500余") || strings.Contains(text, "11010519491231002X") {
		t.Error("a fault holds what the cell held")
	}
}

func TestRefusedCellsOfOtherRegisters(t *testing.T) {
	const (
		stock = "日期,出入库类型,资金编号,站点编号,物品,计量单位,数量,批次号,调入站点,计价依据,单价,价值,价值（万元）,付款方式\n2026-03-05,"
		cash  = "日期,资金编号,科目,收入,支出,余额,收付方式,支出类别,业务类型,用途,摘要\n2026-03-05,"
		hand  = "发放日期,服务对象编号,资金编号,发放金额,付款方式,发放物品,计量单位,发放数量,批次号,用途\n2026-03-05,"
	)
	for _, c := range []struct {
		reg  intake.Register
		file string
		want string
	}{
		{intake.Stock, stock + "捐赠入库,own,S1,米,袋,1,L1,,,,,,\n", "第2行.出入库类型 VOCAB-UNKNOWN"},
		{intake.Stock, stock + "gift,own,S1,米,袋,1,L1,,,,,,\n", "第2行.出入库类型 VOCAB-UNKNOWN (note)\n第2行.出入库类型 VOCAB-UNKNOWN"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,,,,\n", "第2行.价值（元） INTAKE-REQUIRED\n第2行.付款方式 INTAKE-REQUIRED"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,,1,1,现金\n", "第2行.价值（万元） INTAKE-ONE\n第2行.凭据号 LEDGER-EVIDENCE"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,约3,,,现金\n", "第2行.单价（元） SHEET-HEDGE\n第2行.价值（元） INTAKE-REQUIRED"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,三元,,,现金\n", "第2行.单价（元） MONEY-DECIMAL\n第2行.价值（元） INTAKE-REQUIRED"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,1.23456,,,现金\n", "第2行.单价（元） LEDGER-PRODUCT"},
		{intake.Stock, stock + "采购,own,S1,米,袋,1,L1,,凭据金额,￥3元,,,现金\n", "第2行.凭据号 LEDGER-EVIDENCE"},
		{intake.Stock, stock + "采购,own,S1,米/x,袋,1,L1,,凭据金额,3,,,现金\n", "第2行.物品 LEDGER-UNIT"},
		{intake.Stock, stock + "采购,own,S1,,,,L1,,凭据金额,,3,,现金\n", "第2行.物品 INTAKE-REQUIRED\n第2行.计量单位 INTAKE-REQUIRED\n第2行.数量 INTAKE-REQUIRED"},
		{intake.Stock, stock + "发放,own,S1,米,袋,0,,,,,,,\n", "第2行.数量 INTAKE-POSITIVE\n第2行.批次号 INTAKE-REQUIRED"},
		{intake.Stock, stock + "发放,own,S1,米,袋,1,L1,S2,,,5,,\n", "第2行.调入站点 INTAKE-ONLY\n第2行.价值（元） INTAKE-ONLY"},
		{intake.Stock, stock + "调拨,own,S1,米,袋,1,L1,S1,,,,,\n", "第2行.调入站点 INTAKE-PLACE"},
		{intake.Stock, stock + "调拨,own,S1,米,袋,1,L1,,,,,,\n", "第2行.调入站点 INTAKE-REQUIRED"},
		{intake.Stock, stock + "期初结存,,,米,袋,-1,,,,,,,\n", "第2行.数量 INTAKE-POSITIVE"},
		{intake.Stock, stock + "期末结存,,,米,袋,1,,,未计价,,,,\n", "第2行.计价依据 INTAKE-ONLY"},
		{intake.Stock, stock + "盘盈,own,S1,米,袋,1,L1,,未计价,,5,,\n", "第2行.价值（元） LEDGER-UNVALUED"},
		{intake.CashBook, cash + "own,业务活动成本,1,1,,现金,,,,\n", "第2行.收入（元） INTAKE-ONE"},
		{intake.CashBook, cash + "own,业务活动成本,,,,现金,,,,\n", "第2行.收入（元） INTAKE-ONE"},
		{intake.CashBook, cash + "own,业务活动成本,,-5,,现金,,,,\n", "第2行.支出（元） INTAKE-POSITIVE"},
		{intake.CashBook, cash + "own,,5,,,现金,,,,\n", "第2行.科目 INTAKE-REQUIRED"},
		{intake.CashBook, cash + "own,其他收入,5,,,现金,,,,\n", "第2行.业务类型 INTAKE-REQUIRED"},
		{intake.CashBook, cash + "own,现金,,5,,银行,,,,\n", "第2行.科目 VOCAB-UNKNOWN"},
		{intake.CashBook, cash + "own,库存现金,,5,,stock,,,,\n", "第2行.收付方式 VOCAB-UNKNOWN (note)\n第2行.收付方式 VOCAB-UNKNOWN"},
		{intake.CashBook, cash + "own,存货,,5,,银行,,更正调整,,\n", "第2行.lot LEDGER-MISSING"},
		{intake.CashBook, cash + "own,资金间划转,,5,,银行,,更正调整,,\n", "第2行.支出（元） LEDGER-ONE-SIDED"},
		{intake.CashBook, cash + ",,,,,,,,,期初余额\n", "第2行.余额（元） INTAKE-REQUIRED"},
		{intake.CashBook, cash + ",,5,,5,,,,,期末余额\n", "第2行.收入（元） INTAKE-ONLY"},
		{intake.CashBook, cash + "own,业务活动成本,,\"1,23\",,现金,,,,\n", "第2行.支出（元） SHEET-NUMBER"},
		{intake.HandOuts, hand + "K1,own,5,,,,,,\n", "第2行.付款方式 INTAKE-REQUIRED"},
		{intake.HandOuts, hand + "K1,own,,,,,,,\n", "第2行.发放金额（元） INTAKE-ONE\n第2行.发放金额（元） INTAKE-REQUIRED\n第2行.付款方式 INTAKE-REQUIRED"},
		{intake.HandOuts, hand + "13957913579,own,5,现金,,,,,\n", "第2行.服务对象编号 LEDGER-PERSONAL"},
	} {
		p := newBook(t).plan(c.reg, c.file)
		if d := cmp.Diff(c.want, places(p.Faults)); d != "" || len(p.Items) > 0 {
			t.Errorf("%s%d items %s", c.file, len(p.Items), d)
		}
	}
}

func TestAmountsAreExact(t *testing.T) {
	const head = "捐赠日期,捐赠方编号,资金编号,收款方式,捐赠金额（元）,捐赠金额（万元）\n2026-03-05,D1,gifts,现金,"
	for cells, want := range map[string]string{
		"1234.5600000000001,": "1234.56 SHEET-NOISE (note)",
		"52318.600000000006,": "52318.60 SHEET-NOISE (note)",
		"1234.5599999999999,": "1234.56 SHEET-NOISE (note)",
		"１２３４．５６０００００００００００１,": "1234.56 SHEET-NOISE (note)",
		"123456789.12000009,":    "MONEY-INEXACT", // 9e-6 of a fen
		"123456789.12000001,":    "123456789.12 SHEET-NOISE (note)",
		"123456789.120000011,":   "MONEY-INEXACT",
		"12345678.9200001元,":     "MONEY-INEXACT",
		"12.345,":                "MONEY-INEXACT",
		"12.340000001,":          "MONEY-INEXACT", // nobody's noise
		"0.76200000000000001万元,": "7620.00 SHEET-NOISE (note)",
		",7.62":                  "76200.00",
		",7.62345":               "76234.50",
		",7.623456":              "76234.56",
		",7.6234567":             "MONEY-INEXACT",
		",7.6200000000000001":    "76200.00 SHEET-NOISE (note)",
		",12345678.12345600009":  "MONEY-INEXACT",
		",500元":                  "500.00",
		"￥500,":                  "500.00",
		"\"1,500.5\",":           "1500.50",
		"约500,":                  "SHEET-HEDGE",
		"500余,":                  "SHEET-HEDGE",
		"500多元,":                 "SHEET-HEDGE",
		"近500,":                  "SHEET-HEDGE",
		"超500,":                  "SHEET-HEDGE",
		"1.2E+05,":               "SHEET-SCIENTIFIC",
		"92233720368547758.08,":  "MONEY-RANGE",
		"5,0.0005":               "INTAKE-ONE",
	} {
		p := newBook(t).plan(intake.Gifts, head+cells+"\n")
		got := ""
		if len(p.Items) > 0 {
			v, _ := p.Items[0].Row.Amount.Get()
			got = v.String() + " "
		}
		for _, f := range p.Faults {
			got += string(f.Code())
			if f.Advisory() {
				got += " (note)"
			}
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: %s, want %s", cells, got, want)
		}
	}
}

func TestFormsReadWhatTheyWrite(t *testing.T) {
	for reg := range intake.Registers().All() {
		form := reg.Key.Form()
		if err := form.Validate(); err != nil || form.Name != reg.ZH {
			t.Error(reg.Key, form.Name, err)
		}
		p := newBook(t).plan(reg.Key, "编号\n")
		if len(p.Faults) == 0 {
			t.Error(reg.Key, "columns that must be there are not missed")
		}
	}
	p := newBook(t).plan(intake.Gifts, giftHead+"G1,2026-03-05,D1,gifts,S1,,,大米,袋,10,L1,2026-12-31,凭据金额,100.00,1000,发票,F9,,,好\n")
	var file strings.Builder
	err := sheet.CSV{}.Write(&file, intake.Gifts.Form().Write(func(yield func(intake.Row) bool) { yield(p.Items[0].Row) }))
	if err != nil {
		t.Fatal(err)
	}
	again := newBook(t).plan(intake.Gifts, file.String())
	if d := cmp.Diff(p.Items, again.Items, cmp.Comparer(func(a, b intake.Item) bool {
		return a.Row == b.Row && a.Entry.Key == b.Entry.Key && lines(a.Entry.Legs) == lines(b.Entry.Legs) && cmp.Equal(a.Entry.Meta, b.Entry.Meta)
	})); d != "" {
		t.Error(d)
	}
	if intake.Register("none").Form().Validate() == nil {
		t.Error("a register that there is not has a form")
	}
}

func TestNoRowsAreAnEmptyFile(t *testing.T) {
	empty := func(func([]string, error) bool) {}
	cfg := intake.Config{Funds: &brokenFunds{9}, Rounding: money.HalfUp}
	want, wantErr := cfg.Plan(t.Context(), intake.Gifts, "nothing", empty)
	got, err := cfg.Plan(t.Context(), intake.Gifts, "nothing", nil)
	if len(got.Items) != 0 || err != nil || wantErr != nil || got.Faults.Error() != want.Faults.Error() {
		t.Errorf("%v, %v; want %v, %v", got.Faults, err, want.Faults, wantErr)
	}
}
