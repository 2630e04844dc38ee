package main

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/instalment"
	"github.com/shegong/shegong/station/ledger/intake"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

const contractNumber = "HT-2026-01"

// book is the county's ledger: in memory here, in the embedder's database elsewhere.
type book struct {
	store    memory.Store
	journal  *journal.Journal
	funds    ledger.Funds
	account  instalment.Account // the money of the contract
	anchors  []anchor
	refused  []refusal
	imported int // rows of registers
	repeated int // rows that had been imported before
}

// anchor is a head of the chain that was printed and handed to the county.
type anchor struct {
	when string
	head chain.Head
}

// refusal is something that somebody wanted to book, and why the ledger did not.
type refusal struct {
	what  string
	fault fault.Fault
}

func fundsOfTheCounty() (ledger.Funds, error) {
	return ledger.NewFunds(
		ledger.Fund{ID: "F-LOT", Name: "县级彩票公益金", Source: ledger.LotteryCounty, Document: "云财社示例3号", Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"走访慰问", "节日慰问"}, Guard: ledger.ByDay,
			Forbidden: []ledger.UseClass{ledger.Staff, ledger.Bonus, ledger.Office, ledger.Reception, ledger.Vehicles, ledger.Buildings}},
		ledger.Fund{ID: "F-HT", Name: "政府购买服务合同", Source: ledger.Purchase, Restriction: ledger.Unrestricted, Guard: ledger.ByPosting, Agreement: contractNumber},
		ledger.Fund{ID: "F-GIFT", Name: "困难帮扶捐赠", Source: ledger.Donation, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"困难帮扶"}, Guard: ledger.ByPosting},
		ledger.Fund{ID: "F-EDU", Name: "助学专项捐赠", Source: ledger.Donation, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"助学"}, Guard: ledger.ByPosting, Donor: "D-102", Agreement: "XY-2026-02"},
	)
}

// keep books the year in the order in which it was recorded. The first error ends it; nothing of a faulty register is booked.
func keep(ctx context.Context, files fs.FS) (*book, error) {
	funds, err := fundsOfTheCounty()
	if err != nil {
		return nil, err
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("云泽县"), Funds: funds})
	if err != nil {
		return nil, err
	}
	b := &book{journal: j, funds: funds}
	y := year{book: b, ctx: ctx, files: files}
	y.contractSigned()
	y.firstHalf()
	y.midTerm()
	y.errorFound()
	y.secondHalf()
	y.attempts()
	return b, y.err
}

// year books one thing after another; after an error it does nothing more.
type year struct {
	*book
	ctx   context.Context
	files fs.FS
	err   error
}

// do runs f in a transaction, recorded on a day.
func (y *year) do(recorded string, f func(tx journal.DayTx, opt journal.Options) error) {
	if y.err != nil {
		return
	}
	d, err := cal.Parse(recorded)
	if err != nil {
		y.err = err
		return
	}
	at := time.Date(d.Year(), d.Month(), d.Day(), 9, 30, 0, 0, time.FixedZone("UTC+8", 8*3600))
	y.err = y.store.Update(y.ctx, func(tx journal.DayTx) error { return f(tx, journal.Options{At: at}) })
}

func (y *year) post(recorded string, e ledger.Entry) {
	y.do(recorded, func(tx journal.DayTx, opt journal.Options) error {
		_, err := y.journal.Post(y.ctx, tx, e, opt)
		return err
	})
}

// read imports a register: first a plan of all its rows, then all of them or none.
func (y *year) read(recorded string, reg intake.Register, name string) {
	y.do(recorded, func(tx journal.DayTx, opt journal.Options) error {
		file, err := y.files.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		cfg := intake.Config{Funds: y.funds, Rounding: money.HalfUp}
		plan, err := cfg.Plan(y.ctx, reg, name, sheet.CSV{Encoding: sheet.Either}.Rows(file))
		if err != nil {
			return err
		}
		if err := plan.Faults.Blocking().Under(name).Err(); err != nil {
			return err
		}
		receipts, err := plan.Post(y.ctx, y.journal, tx, opt)
		var refused fault.List
		if errors.As(err, &refused) {
			return refused.Under(name)
		}
		for _, r := range receipts {
			if r.Repeated {
				y.repeated++
			} else {
				y.imported++
			}
		}
		return err
	})
}

func yuan(s string) ledger.Amount { return ledger.MustParseAmount(s + " CNY") }

// deal returns a leg of the contract's money.
func deal(a ledger.Account, amount string) ledger.Leg {
	return ledger.Leg{Account: a, Fund: "F-HT", Contract: contractNumber, Amount: yuan(amount)}
}

func paper(kind ledger.EvidenceKind, number string) []ledger.Evidence {
	return []ledger.Evidence{{Kind: kind, Number: number}}
}

// contractSigned: 480,000 yuan, paid 5:3:2 after signing and two evaluations.
func (y *year) contractSigned() {
	y.account = instalment.Account{Contract: contractNumber, Price: money.MustParse("480000"), Terms: []instalment.Term{
		{Name: "首期款", Weight: 5, Trigger: instalment.OnSigning},
		{Name: "中期款", Weight: 3, Trigger: instalment.OnMidTerm},
		{Name: "尾款", Weight: 2, Trigger: instalment.OnFinal},
	}}
	signed := cal.MustParse("2026-01-10")
	y.account.Acceptances = append(y.account.Acceptances, instalment.Acceptance{Instalment: 1, On: signed})
	y.post("2026-01-10", ledger.Entry{Key: "HT-01", Kind: ledger.Note, Date: signed, Memo: "签订全县社工站服务合同，按5:3:2分期付款",
		Evidence: paper(ledger.Agreement, contractNumber)})
	y.received("2026-01-20", 1, "HT-02", "240000.00", ledger.Advances)
}

// received books an instalment that came in.
func (y *year) received(day string, number int, key, amount string, against ledger.Account) {
	kind := ledger.Advance
	if against == ledger.ServiceIncome {
		kind = ledger.Earned
	}
	in := yuan(amount)
	came := money.Fen(in.Minor())
	y.post(day, ledger.Entry{Key: key, Kind: kind, Date: cal.MustParse(day), Memo: "合同款到账", Evidence: paper(ledger.BankSlip, "HD-"+key),
		Legs: []ledger.Leg{deal(ledger.Bank, amount), {Account: against, Fund: "F-HT", Contract: contractNumber, Amount: in.Neg()}}})
	y.account.Received = append(y.account.Received, instalment.Received{Instalment: number, On: cal.MustParse(day), Amount: came, Key: key})
}

// firstHalf reads the registers of the half-year and closes it.
func (y *year) firstHalf() {
	y.read("2026-07-02", intake.CashBook, "cash.csv")
	y.read("2026-07-02", intake.Gifts, "gifts.csv")
	y.read("2026-07-02", intake.Stock, "stock-1.csv")
	y.read("2026-07-03", intake.HandOuts, "handouts.csv")
	y.read("2026-07-03", intake.HandOuts, "handouts.csv") // sent again by mistake: changes nothing
	for _, v := range []struct {
		key, party string
		minutes    int64
	}{{"V-01", "ZYZ-001", 120}, {"V-02", "ZYZ-002", 180}, {"V-03", "ZYZ-003", 90}} {
		y.post("2026-07-03", ledger.Entry{Key: v.key, Kind: ledger.Served, Date: cal.MustParse("2026-06-15"), Memo: "敬老探访", Legs: []ledger.Leg{
			{Account: ledger.Volunteer, Party: ledger.PartyRef(v.party), Station: "双湖镇", Amount: ledger.Minor(v.minutes, ledger.Minutes())},
			{Account: ledger.ServicePool, Station: "双湖镇", Amount: ledger.Minor(-v.minutes, ledger.Minutes())}}})
	}
	y.close("2026-07-05", "2026-06-30", "JZ-06", "上半年结账")
}

func (y *year) close(day, through, key, reason string) {
	y.do(day, func(tx journal.DayTx, opt journal.Options) error {
		r, err := y.journal.Close(y.ctx, tx, cal.MustParse(through),
			journal.Correction{Key: key, On: cal.MustParse(day), Reason: reason, Maker: "M-1", Checker: "M-2"}, opt)
		y.anchors = append(y.anchors, anchor{reason, r.Head})
		return err
	})
}

// errorFound: 18,600 was booked in June where the invoice says 16,800. The half-year stays closed; the reversal says what it affects.
func (y *year) errorFound() {
	y.do("2026-07-10", func(tx journal.DayTx, opt journal.Options) error {
		_, err := y.journal.Reverse(y.ctx, tx, "cash_book-C-004", journal.Correction{Key: "CX-01", On: cal.MustParse("2026-07-10"),
			Reason: "发票金额为16800元，误记18600元，冲销重记", Maker: "M-1", Checker: "M-2"}, opt)
		return err
	})
	y.post("2026-07-10", ledger.Entry{Key: "CX-02", Kind: ledger.Adjustment, Date: cal.MustParse("2026-07-10"), Affects: cal.Month(2026, time.June),
		Memo: "二季度走访（更正）", Evidence: paper(ledger.Invoice, "示例FP0618"), Maker: "M-1", Checker: "M-2", Legs: []ledger.Leg{
			{Account: ledger.ProgrammeCost, Fund: "F-LOT", Purpose: "走访慰问", Use: ledger.Service, Station: "青石乡", Amount: yuan("16800.00")},
			{Account: ledger.Bank, Fund: "F-LOT", Station: "青石乡", Amount: yuan("-16800.00")}}})
}

// midTerm: the evaluation passes, with a deduction under a clause of the contract.
func (y *year) midTerm() {
	mid := cal.MustParse("2026-07-08")
	report := ledger.Evidence{Kind: ledger.Report, Number: "PG-2026-07", Issuer: "某评估机构（虚构）", Date: mid}
	y.account.Acceptances = append(y.account.Acceptances, instalment.Acceptance{Instalment: 2, On: mid, Score: score("86.5"), Evidence: report})
	y.account.Deductions = append(y.account.Deductions, instalment.Deduction{Instalment: 2, On: mid, Amount: money.MustParse("3600"),
		Reason: "两个月未足额配备社工", Clause: "第六条第二款", Evidence: report})
	y.post("2026-07-08", ledger.Entry{Key: "HT-03", Kind: ledger.Note, Date: mid, Memo: "中期评估86.5分，依第六条第二款扣款3600元", Evidence: []ledger.Evidence{report}})
	y.earned("2026-07-08", "HT-04", "240000.00")
}

func (y *year) secondHalf() {
	y.received("2026-07-25", 2, "HT-05", "140400.00", ledger.Advances)
	y.post("2026-08-25", ledger.Entry{Key: "ZX-01", Kind: ledger.Payment, Date: cal.MustParse("2026-08-25"), Memo: "秋季学期助学", Evidence: paper(ledger.SignedList, "QS-11"),
		Legs: []ledger.Leg{{Account: ledger.ProgrammeCost, Fund: "F-EDU", Purpose: "助学", Use: ledger.Relief, Amount: yuan("30000.00")},
			{Account: ledger.Bank, Fund: "F-EDU", Amount: yuan("-30000.00")}}})
	y.read("2026-09-03", intake.Stock, "stock-2.csv")
	y.post("2026-09-15", ledger.Entry{Key: "BG-01", Kind: ledger.PurposeChange, Date: cal.MustParse("2026-09-15"), Memo: "助学结余转困难帮扶",
		Consent: ledger.Consent{By: ledger.DonorConsents, Number: "TY-2026-01", Date: cal.MustParse("2026-09-10")}, Legs: []ledger.Leg{
			{Account: ledger.InterFund, Fund: "F-EDU", Amount: yuan("20000.00")}, {Account: ledger.Bank, Fund: "F-EDU", Amount: yuan("-20000.00")},
			{Account: ledger.Bank, Fund: "F-GIFT", Amount: yuan("20000.00")}, {Account: ledger.InterFund, Fund: "F-GIFT", Amount: yuan("-20000.00")}}})
	final := cal.MustParse("2026-12-18")
	y.account.Acceptances = append(y.account.Acceptances, instalment.Acceptance{Instalment: 3, On: final, Score: score("93"),
		Evidence: ledger.Evidence{Kind: ledger.Report, Number: "PG-2026-12", Issuer: "某评估机构（虚构）", Date: final}})
	y.earned("2026-12-18", "HT-06", "140400.00")
	y.received("2026-12-26", 3, "HT-07", "96000.00", ledger.ServiceIncome)
	y.wages()
	y.close("2027-01-08", "2026-12-31", "JZ-12", "年度结账")
}

func score(s string) instalment.Score { return known.Of(measure.MustParseQuantity(s)) }

func (y *year) earned(day, key, amount string) {
	in := yuan(amount)
	y.post(day, ledger.Entry{Key: key, Kind: ledger.Earned, Date: cal.MustParse(day), Memo: "评估通过，确认收入", Legs: []ledger.Leg{
		deal(ledger.Advances, amount), {Account: ledger.ServiceIncome, Fund: "F-HT", Contract: contractNumber, Amount: in.Neg()}}})
}

// wages were paid by the operator for the whole county, and are spread over the stations by posts.
func (y *year) wages() {
	day := cal.MustParse("2026-12-28")
	cost := deal(ledger.ProgrammeCost, "366000.00")
	cost.Use = ledger.Staff
	y.post("2026-12-28", ledger.Entry{Key: "GZ-01", Kind: ledger.Payment, Date: day, Memo: "全年社工人员经费", Legs: []ledger.Leg{
		cost, {Account: ledger.Bank, Fund: "F-HT", Amount: cost.Amount.Neg()}}})
	y.do("2026-12-28", func(tx journal.DayTx, opt journal.Options) error {
		shares, err := instalment.Spread(money.Fen(cost.Amount.Minor()), instalment.ByPosts, posts()...)
		if err != nil {
			return err
		}
		legs, err := instalment.Legs(cost, shares)
		if err != nil {
			return err
		}
		_, err = y.journal.Post(y.ctx, tx, ledger.Entry{Key: "GZ-02", Kind: ledger.Spread, Date: day, Memo: "人员经费按岗位分摊到站", Legs: legs}, opt)
		return err
	})
}

func posts() []instalment.Base {
	return []instalment.Base{{Station: "双湖镇", Weight: 4}, {Station: "青石乡", Weight: 2}, {Station: "柳溪街道", Weight: 1}}
}

// attempts are three bookings that the ledger refuses, each by the rule it would break.
func (y *year) attempts() {
	y.attempt("从彩票公益金中列支购车", ledger.Entry{Key: "X-1", Kind: ledger.Payment, Date: cal.MustParse("2027-01-10"), Legs: []ledger.Leg{
		{Account: ledger.ProgrammeCost, Fund: "F-LOT", Purpose: "走访慰问", Use: ledger.Vehicles, Amount: yuan("90000.00")},
		{Account: ledger.Bank, Fund: "F-LOT", Amount: yuan("-90000.00")}}})
	y.attempt("结账以后补记2026年12月的支出", ledger.Entry{Key: "X-2", Kind: ledger.Payment, Date: cal.MustParse("2026-12-30"), Legs: []ledger.Leg{
		{Account: ledger.ProgrammeCost, Fund: "F-LOT", Purpose: "走访慰问", Use: ledger.Service, Amount: yuan("100.00")},
		{Account: ledger.Bank, Fund: "F-LOT", Amount: yuan("-100.00")}}})
	rice := ledger.MustParseUnit("大米/袋")
	y.attempt("把已过有效期的大米发给群众", ledger.Entry{Key: "X-3", Kind: ledger.Distribution, Date: cal.MustParse("2027-01-10"), Legs: []ledger.Leg{
		{Account: ledger.ProgrammeCost, Fund: "F-GIFT", Purpose: "困难帮扶", Use: ledger.Relief, Station: "双湖镇", Amount: yuan("292.50")},
		{Account: ledger.Stock, Fund: "F-GIFT", Station: "双湖镇", Lot: "大米-01", Amount: yuan("-292.50")},
		{Account: ledger.Beneficiary, Fund: "F-GIFT", Purpose: "困难帮扶", Lot: "大米-01", Party: "K-001", Amount: ledger.Minor(5, rice)},
		{Account: ledger.Stock, Fund: "F-GIFT", Station: "双湖镇", Lot: "大米-01", Amount: ledger.Minor(-5, rice)}}})
}

func (y *year) attempt(what string, e ledger.Entry) {
	y.do("2027-01-10", func(tx journal.DayTx, _ journal.Options) error {
		found, err := y.journal.Check(y.ctx, tx, e)
		if len(found) > 0 {
			y.refused = append(y.refused, refusal{what, found[0]})
		}
		return err
	})
}
