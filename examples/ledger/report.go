package main

import (
	"context"
	"iter"
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/instalment"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// report is the annual report in the making: every figure in it is made from the book by way of a value.
type report struct {
	*book
	ctx    context.Context
	state  *books.State
	year   cal.Period
	end    books.AsOf // the last day of the year
	doc    reporting.Document
	codes  int
	faults fault.List
}

// report replays the book, verifying its chain, and writes what it says.
func (b *book) report(ctx context.Context) (reporting.Document, error) {
	state, err := books.Replay(ctx, &b.store, b.journal.Chain())
	if err != nil {
		return reporting.Document{}, err
	}
	r := report{book: b, ctx: ctx, state: state, year: cal.Year(2026), end: books.AsOf{Date: cal.MustParse("2026-12-31")}}
	r.doc.Title = "云泽县社工站2026年资金物资台账年报（示例，虚构）"
	for _, part := range []func() error{r.summary, r.moneyOfFunds, r.contract, r.stock, r.resources, r.donor, r.corrections, r.proof} {
		if err := part(); err != nil {
			return reporting.Document{}, err
		}
	}
	r.add(reporting.Text("县、站、人、企业和金额均为虚构，仅供演示。"))
	r.add(reporting.Attribution("云泽县社工站台账（虚构）"))
	return r.doc, r.faults.Err()
}

func (r *report) add(b reporting.Block) { r.doc.Blocks = append(r.doc.Blocks, b) }

func (r *report) heading(s string) { r.add(reporting.Heading{Level: 1, Text: s}) }

// say makes an exact figure of a value of the book.
func (r *report) say(name string, basis measure.Basis, nature reporting.Nature, value decimal.Decimal) reporting.Figure {
	r.codes++
	i := reporting.Indicator{Code: "ledger-" + strconv.Itoa(r.codes), Name: name, Basis: basis, Nature: nature, Version: 1}
	f, err := reporting.Say(i, value, reporting.Form{}, reporting.Origin{Source: "云泽县台账", Record: "凭证1至" + strconv.Itoa(r.state.Len()) + "号",
		Grade: vocab.Fictitious, Period: r.year})
	r.faults.Add(name, err)
	return f
}

func (r *report) yuan(name string, a money.Amount) reporting.Figure {
	return r.say(name, measure.Yuan, reporting.Flow, a.Decimal())
}

func (r *report) count(name string, basis measure.Basis, n int64) reporting.Figure {
	return r.say(name, basis, reporting.Flow, decimal.NewFromInt(n))
}

// goods writes a quantity of goods: 40件.
func goods(a ledger.Amount) reporting.Words {
	q, err := a.Quantity()
	if err != nil || a.Sign() == 0 {
		return "0"
	}
	return reporting.Words(q.String() + a.Unit().Word())
}

func table(caption string, headers ...string) reporting.Table {
	t := reporting.Table{Caption: caption}
	for _, h := range headers {
		name, right := h, false
		if h[0] == '>' {
			name, right = h[1:], true
		}
		t.Columns = append(t.Columns, reporting.Column{Header: name, Numeric: right})
	}
	return t
}

// summary is the paragraph that a report to the county begins with.
func (r *report) summary() error {
	received, err := r.total(func(l ledger.Leg) bool { return l.Account == ledger.GrantIncome })
	if err != nil {
		return err
	}
	gathered, err := statement.ResourcesOf(r.ctx, r.state, r.funds, r.year, r.end, nil)
	if err != nil {
		return err
	}
	total, err := gathered.Total()
	if err != nil {
		return err
	}
	things, err := gathered.Goods()
	if err != nil {
		return err
	}
	hours, err := r.hours()
	if err != nil {
		return err
	}
	s := reporting.Sentence{
		reporting.Words("本年收到县级彩票公益金"), r.yuan("彩票公益金", money.Fen(-received)),
		reporting.Words("；链接社会资源款物折合"), r.yuan("款物折合", total),
		reporting.Words("，其中现金"), r.yuan("捐赠现金", gathered.Cash),
		reporting.Words("、物资折价"), r.yuan("物资折价", things)}
	for _, u := range gathered.Unvalued {
		q, _ := u.Quantity.Quantity()
		s = append(s, reporting.Words("，另有未计价"+u.Quantity.Unit().Item()), r.say("未计价物资", measure.Items, reporting.Flow, q.Decimal()))
	}
	s = append(s, reporting.Words("；志愿服务"), r.say("志愿服务时长", measure.Hours, reporting.Flow, hours),
		reporting.Words("。志愿服务时长不折算成金额。"))
	r.add(s)
	return nil
}

// hours are the volunteers' minutes of the year in hours, to a thousandth.
func (r *report) hours() (decimal.Decimal, error) {
	minutes, err := r.total(func(l ledger.Leg) bool { return l.Account == ledger.Volunteer })
	if err != nil {
		return decimal.Decimal{}, err
	}
	q, err := measure.Whole(minutes)
	if err != nil {
		return decimal.Decimal{}, err
	}
	hours, err := q.Over(measure.Int(60))
	if err != nil {
		return decimal.Decimal{}, err
	}
	return hours.Decimal(3, money.HalfUp)
}

// total adds up the legs of the year that match, in smallest parts.
func (r *report) total(match func(ledger.Leg) bool) (int64, error) {
	b, err := r.state.Balances(books.Query{Match: match, During: r.year}, r.end)
	if err != nil || len(b) == 0 {
		return 0, err
	}
	return b[0].Amount.Minor(), nil
}

func (r *report) moneyOfFunds() error {
	funds, err := statement.FundStatements(r.ctx, r.state, r.funds, r.year, r.end)
	if err != nil {
		return err
	}
	r.heading("一、资金收支")
	t := table("资金收支表", "资金", "来源", ">收入", ">支出", ">转入（转出为负）", ">年末余额")
	for _, f := range funds {
		var in, out money.Amount
		for _, l := range f.Income {
			in, err = in.Add(l.Amount)
			r.faults.Add("income", err)
		}
		for _, s := range f.Spending {
			out, err = out.Add(s.Amount)
			r.faults.Add("spending", err)
		}
		name := f.Fund.Name
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(name), reporting.Words(ledger.Sources().Name(f.Fund.Source, language.Chinese)),
			r.yuan(name+"收入", in), r.yuan(name+"支出", out), r.yuan(name+"划转", f.Transfers), r.yuan(name+"余额", f.Closing)})
	}
	t.Notes = []string{"余额含库存物资的账面价值。"}
	r.add(t)
	return nil
}

func (r *report) contract() error {
	status, sum, err := r.account.Status(r.end.Date)
	if err != nil {
		return err
	}
	r.heading("二、购买服务合同")
	t := table("合同付款情况", "期次", ">约定", "条件达成", ">评估得分", ">扣款", ">核定", ">到账", "状态")
	for _, s := range status {
		name, points := s.Instalment.Term.Name, "—"
		if q, ok := s.Score.Get(); ok {
			points = q.String()
		}
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(name), r.yuan(name+"约定", s.Instalment.Amount), reporting.Words(s.Accepted.String()),
			reporting.Words(points), r.yuan(name+"扣款", s.Deducted), r.yuan(name+"核定", s.Approved), r.yuan(name+"到账", s.Received),
			reporting.Words(instalment.States().Name(s.State, language.Chinese))})
	}
	for _, d := range r.account.Deductions {
		t.Notes = append(t.Notes, "扣款："+d.Reason+"（合同"+d.Clause+"）。")
	}
	r.add(t)
	paid, err := statement.Contracts(r.state, r.year, r.end)
	if err != nil {
		return err
	}
	for _, c := range paid {
		r.add(reporting.Sentence{reporting.Words("合同价款"), r.yuan("合同价款", sum.Price), reporting.Words("，扣款"), r.yuan("合同扣款", sum.Deducted),
			reporting.Words("，账面到账"), r.yuan("合同到账", c.Received), reporting.Words("，确认收入"), r.yuan("合同收入", c.Earned), reporting.Words("。")})
	}
	spread, err := r.state.Balances(books.Query{By: []ledger.Dimension{ledger.ByStation}, During: r.year,
		Match: func(l ledger.Leg) bool { return l.Account == ledger.ProgrammeCost && l.Use == ledger.Staff }}, r.end)
	if err != nil {
		return err
	}
	stations := table("人员经费按岗位分摊", "站点", ">金额")
	for _, l := range spread {
		a, err := l.Amount.Money()
		r.faults.Add("spread", err)
		stations.Rows = append(stations.Rows, []reporting.Part{reporting.Words(l.Station), r.yuan(l.Station+"人员经费", a)})
	}
	r.add(stations)
	return nil
}

func (r *report) stock() error {
	cards, err := statement.StockCards(r.state, "", r.year, r.end)
	if err != nil {
		return err
	}
	r.heading("三、物资")
	t := table("物资收发存", "批次", "站点", "有效期至", ">收入", ">发放", ">报损", ">调拨", ">结存", ">结存价值")
	for _, c := range cards {
		expiry := "—"
		if !c.Lot.Expiry.IsZero() {
			expiry = c.Lot.Expiry.String()
		}
		worth := reporting.Part(reporting.Words("未计价"))
		if c.In.Value.Sign() != 0 || c.Moved.Value.Sign() != 0 {
			worth = r.yuan(string(c.Lot.ID)+c.Station+"结存", c.Closing.Value)
		}
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(c.Lot.ID), reporting.Words(c.Station), reporting.Words(expiry), goods(c.In.Quantity),
			goods(c.Out.Quantity), goods(c.Loss.Quantity), goods(c.Moved.Quantity), goods(c.Closing.Quantity), worth})
	}
	r.add(t)
	return nil
}

func (r *report) resources() error {
	sum, err := statement.ResourcesOf(r.ctx, r.state, r.funds, r.year, r.end, nil)
	if err != nil {
		return err
	}
	r.heading("四、款物折合")
	t := table("款物折合汇总", "类别", "计价依据", "数量", ">金额")
	t.Rows = append(t.Rows, []reporting.Part{reporting.Words("现金"), reporting.Words("—"), reporting.Words("—"), r.yuan("捐赠现金", sum.Cash)})
	for _, g := range sum.Valued {
		item := g.Quantity.Unit().Item()
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(item), reporting.Words(ledger.Bases().Name(g.Basis, language.Chinese)), goods(g.Quantity),
			r.yuan(item+"折价", g.Value)})
	}
	total, err := sum.Total()
	if err != nil {
		return err
	}
	t.Rows = append(t.Rows, []reporting.Part{reporting.Words("合计"), reporting.Words(""), reporting.Words(""), r.yuan("款物折合", total)})
	for _, g := range sum.Unvalued {
		t.Notes = append(t.Notes, "未计价，不入合计："+g.Quantity.Unit().Item()+string(goods(g.Quantity))+"。")
	}
	r.add(t)
	grounded, err := sum.Grounded()
	if err != nil {
		return err
	}
	r.add(reporting.Sentence{reporting.Words("合计中可据以开具捐赠票据的"), r.yuan("有据款物折合", grounded),
		reporting.Words("，已开票"), r.yuan("已开票金额", sum.Receipted), reporting.Words("；仅有捐赠人声明价值的不得开票。")})
	return nil
}

// donor is what D-102 is told about the gift.
func (r *report) donor() error {
	d, err := statement.DonorReport(r.ctx, r.state, r.funds, "D-102", r.end)
	if err != nil {
		return err
	}
	r.heading("五、捐赠反馈（捐赠方D-102）")
	for _, f := range d.Funds {
		s := reporting.Sentence{reporting.Words("捐赠"), r.yuan("D-102捐赠", f.Given)}
		for _, u := range f.Uses {
			s = append(s, reporting.Words("，用于"+string(u.Purpose)), r.yuan("D-102"+string(u.Purpose), u.Amount))
		}
		r.add(append(s, reporting.Words("，经同意转作他用"), r.yuan("D-102转出", f.Moved), reporting.Words("，结余"), r.yuan("D-102结余", f.Left), reporting.Words("。")))
	}
	return nil
}

func (r *report) corrections() error {
	r.heading("六、更正与变更")
	t := table("更正与变更记录", ">凭证号", "日期", "类型", "摘要", "依据")
	for rec, e := range r.state.Entries(books.AsOf{}) {
		var why string
		switch {
		case e.Kind == ledger.PurposeChange:
			why = ledger.Consents().Name(e.Consent.By, language.Chinese) + "书面同意" + e.Consent.Number
		case !e.Affects.IsZero():
			why = "影响" + strconv.Itoa(e.Affects.From().Year()) + "年" + strconv.Itoa(int(e.Affects.From().Month())) + "月"
			if e.Reverses != "" {
				why = "冲销" + e.Reverses + "，" + why
			}
		default:
			continue
		}
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(strconv.FormatUint(rec.Seq, 10)), reporting.Words(e.Date.String()),
			reporting.Words(ledger.Kinds().Name(e.Kind, language.Chinese)), reporting.Words(e.Memo), reporting.Words(why)})
	}
	r.add(t)
	refused := table("系统拒绝的记账", "事项", "理由")
	for _, x := range r.refused {
		refused.Rows = append(refused.Rows, []reporting.Part{reporting.Words(x.what), reporting.Words(x.fault.Message(language.Chinese) + "（" + string(x.fault.Code()) + "）")})
	}
	r.add(refused)
	return nil
}

// proof verifies the chain against the anchors that the county holds, and shows that a copy without its last entry does not pass.
func (r *report) proof() error {
	r.heading("七、校验")
	var heads []chain.Head
	t := table("链头（交县民政局留存）", "时点", "链头")
	for _, a := range r.anchors {
		heads = append(heads, a.head)
		t.Rows = append(t.Rows, []reporting.Part{reporting.Words(a.when), reporting.Words(a.head.String())})
	}
	c := r.journal.Chain()
	head, err := c.Verify(r.ctx, &r.store, c.Genesis(), heads...)
	if err != nil {
		return err
	}
	r.add(reporting.Sentence{reporting.Words("从登记簿导入"), r.count("导入行数", measure.Copies, int64(r.imported)),
		reporting.Words("，重复报送的"), r.count("重复行数", measure.Copies, int64(r.repeated)), reporting.Words("未再入账；全账共有凭证"), r.count("凭证数", measure.Copies, int64(head.Seq())), reporting.Words("，与留存链头一致。")})
	r.add(t)
	_, err = c.Verify(r.ctx, shortened{&r.store, head.Seq() - 1}, c.Genesis(), heads...)
	for _, f := range fault.Of(err) {
		r.add(reporting.Sentence{reporting.Words("若删去最后一笔：" + f.Message(language.Chinese) + "（" + string(f.Code()) + "）。")})
	}
	return nil
}

// shortened is a book whose end somebody has cut off.
type shortened struct {
	chain.Reader
	last uint64
}

func (s shortened) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	if to == 0 || to > s.last {
		to = s.last
	}
	return s.Reader.Records(ctx, from, to)
}
