package intake_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/intake"
	"github.com/shegong/shegong/station/ledger/journal"
)

const (
	riceIn = giftHead +
		"G1,2026-03-05,D1,gifts,S1,,,大米,袋,3,L1,,凭据金额,,100,发票,F9,,,\n" +
		"G2,2026-03-05,D2,gifts,S1,,,衣物,件,40,,,未计价,,,,,,,\n" +
		",2026-03-05,D2,gifts,S1,500,现金,,,,,,,,,,,,,\n" +
		",2026-03-05,D2,gifts,S1,500,现金,,,,,,,,,,,,,\n"
	outHead = "单号,日期,出入库类型,资金编号,站点编号,物品,计量单位,数量,批次号,调入站点,对方编号,摘要\n"
	riceOut = outHead +
		",2026-03-01,期初结存,gifts,,大米,袋,0,,,,\n" +
		"W1,2026-03-06,发放出库,gifts,S1,大米,袋,1,L1,,K1,\n" +
		"W2,2026-03-07,调拨,gifts,S1,大米,袋,1,L1,S2,,\n" +
		"W3,2026-03-08,报损出库,gifts,S2,大米,袋,1,L1,,,受潮\n" +
		"W4,2026-03-08,发放出库,gifts,S1,衣物,件,5,gifts-G2,,,\n" +
		",2026-03-06,期末结存,,,大米,袋,2,,,,\n" +
		",2026-03-31,期末结存,,,大米,袋,1,,,,\n" +
		",2026-03-31,期末结存,,,衣物,件,35,gifts-G2,,,\n" +
		",2026-03-31,期末结存,,S2,大米,袋,0,L1,,,\n"
)

func TestGoodsLeaveWithTheirValue(t *testing.T) {
	b := newBook(t)
	if _, err := b.post(b.plan(intake.Gifts, riceIn)); err != nil { // it has a note
		t.Fatal(err)
	}
	b.load(intake.Stock, riceOut)
	got, err := b.state().Balances(books.Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByStation, ledger.ByLot}}, books.AsOf{})
	if err != nil {
		t.Fatal(err)
	}
	want := `beneficiary  5 衣物/件 gifts-G2 S1
beneficiary  1 大米/袋 L1 S1
cash  1000.00 CNY S1
donation_income  -1100.00 CNY S1
donor  -40 衣物/件 gifts-G2 S1
donor  -3 大米/袋 L1 S1
loss  1 大米/袋 L1 S2
other_cost  33.33 CNY S2
programme_cost  33.33 CNY S1
stock  33.34 CNY L1 S1
stock  35 衣物/件 gifts-G2 S1
stock  1 大米/袋 L1 S1`
	// 33.33 of 100.00 for the first bag, 33.33 of 66.67 for the second, which is all that S2 had
	if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(lines(got), "\n"), cmp.Transformer("sort", func(s []string) string {
		return strings.Join(slices.Sorted(slices.Values(s)), "\n")
	})); d != "" {
		t.Error(d)
	}
}

func TestReadingAFileTwiceChangesNothing(t *testing.T) {
	b := newBook(t)
	b.load(intake.Gifts, riceIn[:strings.LastIndex(riceIn, ",2026")]) // without the twin
	b.load(intake.Stock, riceOut)
	p := b.plan(intake.Gifts, riceIn)
	if d := cmp.Diff("第5行 INTAKE-TWIN (note)", places(p.Faults)); d != "" {
		t.Fatal(d)
	}
	first, err := b.post(p)
	if err != nil {
		t.Fatal(err)
	}
	if r := first; !r[0].Repeated || !r[1].Repeated || !r[2].Repeated || r[3].Repeated {
		t.Fatal("only the twin is new", first)
	}
	head := b.state().Head()

	// Rows and columns in another order, cells written otherwise, a blank column that was not there.
	other := "站点编号,捐赠日期,捐赠编号,捐赠人编号,资金编号,捐赠金额（万元）,捐赠金额,收款方式,物资名称,单位,接收数量,批次号,计价依据,折合金额,凭证类型,发票号\n" +
		"S1,2026年3月5日,,D2,gifts,0.05,,现金,,,,,,,,\n" +
		"S1,46086,G2,D2,gifts,,,,衣物,件,40.0,,unvalued,,,\n" +
		"S1,2026/3/5,,D2,gifts,,￥500.00,现金,,,,,,,,\n" +
		"Ｓ１,2026-3-5,'G1,D1,gifts,,,,大米,袋,3,L1,凭据金额,100元,发票,F9\n"
	for _, file := range []string{riceIn, other} {
		p := b.plan(intake.Gifts, file)
		if len(p.Items) != 4 || len(p.Faults.Blocking()) > 0 {
			t.Fatal(p.Faults)
		}
		again, err := b.post(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range again {
			if !r.Repeated {
				t.Error(r.Key, "was booked again")
			}
		}
	}
	for _, r := range b.load(intake.Stock, riceOut) {
		if !r.Repeated {
			t.Error(r.Key, "was booked again") // although the stock is worth less by now
		}
	}
	if b.state().Head() != head {
		t.Error("the book has changed")
	}
}

func TestANumberWhoseRowHasChangedIsAConflict(t *testing.T) {
	b := newBook(t)
	b.load(intake.Gifts, riceIn[:strings.Index(riceIn, "G2")])
	_, err := b.post(b.plan(intake.Gifts, strings.Replace(riceIn[:strings.Index(riceIn, "G2")], ",3,L1", ",4,L1", 1)))
	if !errors.Is(err, ledger.ErrConflict) || !strings.HasPrefix(places(fault.Of(err)), "第2行.捐赠编号") {
		t.Error(err)
	}
	// A row of another source with that number and content is the same event.
	p, err := b.cfg.Plan(context.Background(), intake.Gifts, "县级汇总.csv", rows(riceIn[:strings.Index(riceIn, "G2")]))
	if err != nil {
		t.Fatal(err)
	}
	if r, err := b.post(p); err != nil || !r[0].Repeated {
		t.Error(r, err)
	}
	// Without a number, the source is part of the key.
	p, _ = b.cfg.Plan(context.Background(), intake.Gifts, "县级汇总.csv", rows(riceIn))
	q := b.plan(intake.Gifts, riceIn)
	if p.Items[2].Entry.Key == q.Items[2].Entry.Key || q.Items[2].Entry.Key == q.Items[3].Entry.Key || p.Items[0].Entry.Key != q.Items[0].Entry.Key {
		t.Error("keys")
	}
}

func TestTheBookRefusesRowsByRowAndHeader(t *testing.T) {
	b := newBook(t)
	b.load(intake.Gifts, riceIn[:strings.Index(riceIn, "G2")])
	head := b.state().Head()
	for _, c := range []struct {
		reg        intake.Register
		file, want string
	}{
		{intake.Stock, outHead + "W1,2026-03-06,发放,gifts,S1,大米,袋,4,L1,,K1,\nW2,2026-03-06,发放,gifts,S1,大米,袋,1,L7,,K1,\nW3,2026-03-06,发放,gifts,S1,大米,公斤,1,L1,,K1,\nW4,2026-03-06,发放,gifts,S1,大米,袋,1,L1,,K1,\n",
			"第2行.数量 LEDGER-LOT-SHORT\n第3行.批次号 LEDGER-LOT\n第4行.批次号 LEDGER-LOT-UNIT"},
		{intake.HandOuts, "发放日期,服务对象编号,资金编号,发放金额,付款方式,用途,支出类别\n2026-03-05,K1,lottery,5,现金,旅游,购车用车\n",
			"第2行.用途 LEDGER-PURPOSE\n第2行.支出类别 LEDGER-USE\n第2行.发放金额（元） LEDGER-OVERDRAWN"},
		{intake.CashBook, "日期,资金编号,科目,支出,收付方式\n2026-03-05,gifts,管理费用,5,现金\n", "第2行.支出（元） LEDGER-OVERDRAWN"},
		{intake.Gifts, giftHead + "G5,2026-03-05,D1,gifts,S1,,,大米,袋,3,L1,2026-04-01,凭据金额,,100,发票,F9,,,\n", "第2行.批次号 LEDGER-LOT-REDECLARED"},
	} {
		p := b.plan(c.reg, c.file)
		if len(p.Faults.Blocking()) > 0 {
			t.Fatal(p.Faults)
		}
		r, err := b.post(p)
		if d := cmp.Diff(c.want, places(fault.Of(err))); d != "" || r != nil {
			t.Error(d)
		}
	}
	if b.state().Head() != head {
		t.Error("a refused file has changed the book")
	}
}

const (
	cashHead = "日期,资金编号,科目,收入,支出,余额,收付方式,支出类别,摘要\n"
	cashYear = cashHead +
		"2026-01-01,own,,,,1000,,,期初余额\n" +
		"2026-01-05,own,提供服务收入,200,,1200,银行,,\n" +
		"2026-01-06,own,管理费用,,50.5,,现金,,\n" +
		"2026-01-07,own,管理费用,,49.5,1100,现金,,\n" +
		"2026-01-08,gifts,捐赠收入,30,,,现金,,\n" +
		"2026-01-31,own,,,,1100,,,期末余额\n" +
		"2026-01-31,own,,,,-100,现金,,期末余额\n" +
		"2026-01-31,,,,,1130,,,期末余额\n"
)

func (b *book) opening() {
	b.Helper()
	fen := func(s string) ledger.Amount { return ledger.MustParseAmount(s + " CNY") }
	e := ledger.Entry{Key: "OPEN", Kind: ledger.Opening, Date: cal.MustParse("2026-01-01"), Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: "own", Amount: fen("1000.00")}, {Account: ledger.NetAssets, Fund: "own", Amount: fen("-1000.00")}}}
	err := b.store.Update(context.Background(), func(tx journal.DayTx) error {
		_, err := b.j.Post(context.Background(), tx, e, journal.Options{At: now()})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

func TestStatedBalancesAreHeldAgainstTheBook(t *testing.T) {
	b := newBook(t)
	b.opening()
	b.load(intake.CashBook, cashYear)
	b.load(intake.CashBook, cashYear)
	for _, c := range []struct{ from, to, want string }{
		{"own,,,,1000,,,期初余额", "own,,,,1000.01,,,期初余额", "第2行.余额（元） INTAKE-OPENING"},
		{"1100,,,期末余额", "1100.01,,,期末余额", "第7行.余额（元） INTAKE-CLOSING"},
		{"-100,现金", "100,现金", "第8行.余额（元） INTAKE-CLOSING"},
		{"1130", "1100", "第9行.余额（元） INTAKE-CLOSING"},
	} {
		b := newBook(t)
		b.opening()
		head := b.state().Head()
		plain := strings.NewReplacer(",1200,", ",,", "49.5,1100", "49.5,").Replace(cashYear) // running balances are another matter
		p := b.plan(intake.CashBook, strings.Replace(plain, c.from, c.to, 1))
		r, err := b.post(p)
		if d := cmp.Diff(c.want, places(fault.Of(err))); d != "" || r != nil || b.state().Head() != head {
			t.Error(c.to, d, r)
		}
	}
	lots := newBook(t)
	lots.load(intake.Gifts, giftHead+"G2,2026-03-05,D2,gifts,S1,,,衣物,件,40,,,未计价,,,,,,,\nG3,2026-03-05,D2,gifts,S1,,,衣物,件,5,,,未计价,,,,,,,\n")
	lots.load(intake.Stock, outHead+",2026-03-31,期末结存,,,衣物,件,45,,,,\n,2026-03-31,期末结存,,,衣物,件,5,gifts-G3,,,\n")
	for from, want := range map[string]string{
		"期初结存,gifts,,大米,袋,0": "第2行.数量 INTAKE-OPENING",
		"大米,袋,2,,,,":         "第7行.数量 INTAKE-CLOSING",
		"衣物,件,35":            "第9行.数量 INTAKE-CLOSING",
		"S2,大米,袋,0,L1,,,\n":  "第10行.数量 INTAKE-CLOSING",
	} {
		b := newBook(t)
		b.load(intake.Gifts, riceIn[:strings.Index(riceIn, ",2026-03-05,D2,gifts,S1,500")])
		to := strings.NewReplacer(",0", ",9", "袋,2", "袋,9", ",35", ",9").Replace(from)
		_, err := b.post(b.plan(intake.Stock, strings.Replace(riceOut, from, to, 1)))
		if d := cmp.Diff(want, places(fault.Of(err))); d != "" {
			t.Error(from, d)
		}
	}
}

func TestRunningBalancesFollowFromTheRowBefore(t *testing.T) {
	for _, c := range []struct {
		name, file, want string
		items            int
	}{
		{"as it should be", cashYear, "", 4},
		{"wrong after the opening", strings.Replace(cashYear, ",1200,", ",1201,", 1), "第3行.余额（元） INTAKE-RUNNING\n第5行.余额（元） INTAKE-RUNNING", 2},
		{"wrong later", strings.Replace(cashYear, "49.5,1100", "49.5,1150.5", 1), "第5行.余额（元） INTAKE-RUNNING", 3},
		{"an unreadable row between", strings.Replace(cashYear, "50.5,", "约50,", 1), "第4行.支出（元） SHEET-HEDGE", 3},
		{"no opening: the first is taken", cashHead + "2026-01-05,own,提供服务收入,200,,1200,银行,,\n2026-01-06,own,提供服务收入,1,,1201,银行,,\n2026-01-06,own,提供服务收入,1,,1201,银行,,\n",
			"第4行 INTAKE-TWIN (note)\n第4行.余额（元） INTAKE-RUNNING", 2},
		{"two openings, by channel", cashHead + "2026-01-01,,,,,10,现金,,上年结转\n2026-01-01,,,,,500,银行,,上年结转\n" +
			"2026-01-05,own,提供服务收入,1,,11,现金,,\n2026-01-05,own,提供服务收入,1,,501,银行,,\n2026-01-05,own,提供服务收入,1,,13,现金,,\n", "第6行 INTAKE-TWIN (note)\n第6行.余额（元） INTAKE-RUNNING", 2},
	} {
		p := newBook(t).plan(intake.CashBook, c.file)
		if d := cmp.Diff(c.want, places(p.Faults)); d != "" || len(p.Items) != c.items {
			t.Error(c.name, len(p.Items), d)
		}
	}
}

func TestExpectedHeadIsThatBeforeTheImport(t *testing.T) {
	b := newBook(t)
	head := b.j.Chain().Genesis()
	post := func(expect chain.Head, file string) error {
		return b.store.Update(context.Background(), func(tx journal.DayTx) error {
			_, err := b.plan(intake.Gifts, file).Post(context.Background(), b.j, tx, journal.Options{At: now(), Expect: expect})
			return err
		})
	}
	if err := post(head, riceIn); err != nil {
		t.Fatal(err)
	}
	more := riceIn + "G9,2026-03-05,D2,gifts,S1,500,现金,,,,,,,,,,,,,\n"
	if err := post(head, more); !errors.Is(err, ledger.ErrMoved) {
		t.Error(err)
	}
	if err := post(b.state().Head(), more); err != nil {
		t.Error(err)
	}
}

// failing is a store that fails at the call with a number, and a fund source that does.
type failing struct {
	journal.DayTx
	calls *int
	at    int
}

var errBroken = errors.New("broken")

func (f failing) fail() error {
	*f.calls++
	if *f.calls == f.at {
		return errBroken
	}
	return nil
}

func (f failing) Position(ctx context.Context) (journal.Position, error) {
	if err := f.fail(); err != nil {
		return journal.Position{}, err
	}
	return f.DayTx.Position(ctx)
}

func (f failing) ByKey(ctx context.Context, key string) (chain.Record, bool, error) {
	if err := f.fail(); err != nil {
		return chain.Record{}, false, err
	}
	return f.DayTx.ByKey(ctx, key)
}

func (f failing) Balances(ctx context.Context, keys []journal.Key) ([]int64, error) {
	if err := f.fail(); err != nil {
		return nil, err
	}
	return f.DayTx.Balances(ctx, keys)
}

func (f failing) Append(ctx context.Context, a journal.Addition) error {
	if err := f.fail(); err != nil {
		return err
	}
	return f.DayTx.Append(ctx, a)
}

func (f failing) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	if err := f.fail(); err != nil {
		return func(yield func(chain.Record, error) bool) { yield(chain.Record{}, err) }
	}
	return f.DayTx.Records(ctx, from, to)
}

func TestAFailingStoreLeavesNothingBehind(t *testing.T) {
	b := newBook(t)
	b.load(intake.Gifts, riceIn[:strings.Index(riceIn, ",2026-03-05,D2,gifts,S1,500")])
	p, head := b.plan(intake.Stock, riceOut), b.state().Head()
	for at := 1; ; at++ {
		calls := 0
		err := b.store.Update(context.Background(), func(tx journal.DayTx) error {
			_, err := p.Post(context.Background(), b.j, failing{tx, &calls, at}, journal.Options{At: now()})
			return err
		})
		if err == nil {
			if at < 20 {
				t.Error("the store was asked only", at-1, "times")
			}
			return
		}
		if !errors.Is(err, errBroken) || b.state().Head() != head {
			t.Fatal(at, err)
		}
	}
}

type brokenFunds struct{ after int }

func (f *brokenFunds) Fund(context.Context, ledger.FundID) (ledger.Fund, bool, error) {
	f.after--
	if f.after < 0 {
		return ledger.Fund{}, false, errBroken
	}
	return ledger.Fund{}, true, nil
}

func TestPlansThatCannotBeMade(t *testing.T) {
	ctx, file := context.Background(), giftHead+"G1,2026-03-05,D1,gifts,S1,5,现金,,,,,,,,,,,,,\n"
	for name, c := range map[string]struct {
		cfg    intake.Config
		reg    intake.Register
		source string
		want   error
	}{
		"no such register":   {intake.Config{Funds: &brokenFunds{9}}, "ledger", "a", intake.ErrRegister},
		"no source":          {intake.Config{Funds: &brokenFunds{9}}, intake.Gifts, "", intake.ErrSource},
		"no funds":           {intake.Config{}, intake.Gifts, "a", ledger.ErrMissing},
		"broken fund source": {intake.Config{Funds: &brokenFunds{0}}, intake.Gifts, "a", errBroken},
		"broken in between":  {intake.Config{Funds: &brokenFunds{1}}, intake.Gifts, "a", errBroken},
	} {
		p, err := c.cfg.Plan(ctx, c.reg, c.source, rows(file))
		if !errors.Is(err, c.want) || len(p.Items) > 0 {
			t.Error(name, err)
		}
	}
	if p, err := (intake.Config{Funds: &brokenFunds{2}}).Plan(ctx, intake.Gifts, "a", rows(file)); err != nil || len(p.Items) != 1 {
		t.Error(p.Faults, err)
	}
}

func TestWordsOfStatements(t *testing.T) {
	for _, c := range []struct {
		memo    string
		closing bool
	}{{"期初余额", false}, {"上年结转", false}, {"期末余额", true}, {"本期结余", true}} {
		p := newBook(t).plan(intake.CashBook, fmt.Sprint(cashHead, "2026-01-01,,,,,0,,,", c.memo, "\n"))
		if len(p.Statements) != 1 || p.Statements[0].Closing != c.closing || p.Statements[0].Number != 2 {
			t.Error(c.memo, p.Statements)
		}
	}
}

// Keys are stored: a file that was imported with an older version must be known again.
func TestKeysAreFrozen(t *testing.T) {
	b := newBook(t)
	e := b.plan(intake.Gifts, riceIn).Items[2].Entry
	if e.Key != "row-e5fd59d29148009507575d2733c716615acf4a64a7bf17fd" || e.Meta[0].Value != "sha256:a9a03545d2c71976f0a24c356603c33081f15afdda0dba5882c71c2c1ae87f63" {
		t.Error(e.Key, e.Meta)
	}
}

func TestPostingNeedsATime(t *testing.T) {
	b := newBook(t)
	err := b.store.Update(context.Background(), func(tx journal.DayTx) error {
		_, err := b.plan(intake.Gifts, riceIn).Post(context.Background(), b.j, tx, journal.Options{})
		return err
	})
	if d := cmp.Diff("at LEDGER-MISSING", places(fault.Of(err))); d != "" {
		t.Error(d)
	}
}

func BenchmarkPlan(b *testing.B) {
	all, err := funds()
	if err != nil {
		b.Fatal(err)
	}
	var file strings.Builder
	file.WriteString(cashHead)
	for i := range 1000 {
		fmt.Fprintf(&file, "2026-01-05,own,提供服务收入,%d,,,银行,,第%d笔\n", i+1, i)
	}
	cfg := intake.Config{Funds: all}
	b.ReportAllocs()
	for b.Loop() {
		if p, err := cfg.Plan(context.Background(), intake.CashBook, "a", rows(file.String())); err != nil || len(p.Items) != 1000 {
			b.Fatal(err)
		}
	}
}
