package statement_test

import (
	"context"
	"fmt"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var (
	ctx   = context.Background()
	funds = fundsOf()
	now   = books.AsOf{}
)

func year() cal.Period { return cal.Year(2026) }

func ExampleTrialBalance() {
	s, _ := county()
	trial, err := statement.TrialBalance(s, now)
	for _, r := range trial.Rows[:4] {
		fmt.Println(r.Account, r.Fund, r.Debit, r.Credit)
	}
	fmt.Println(trial.Totals[0].Debit == trial.Totals[0].Credit, err)
	// Output:
	// cash POOL 1400.00 CNY 0.00 CNY
	// bank AGENCY 1000.00 CNY 0.00 CNY
	// bank CON 50000.00 CNY 0.00 CNY
	// bank D1 12654.33 CNY 0.00 CNY
	// true <nil>
}

func ExampleResourcesOf() {
	s, _ := county()
	r, err := statement.ResourcesOf(ctx, s, funds, year(), now, nil)
	if err != nil {
		return
	}
	total, _ := r.Total()
	grounded, _ := r.Grounded()
	fmt.Println("cash", r.Cash)
	for _, g := range r.Valued {
		fmt.Println(g.Basis, g.Quantity, g.Value)
	}
	fmt.Println("unvalued", r.Unvalued)
	fmt.Println("total", total, "grounded", grounded, "services", r.Services)
	// Output:
	// cash 32900.00
	// appraisal 40 clothes/件 800.00
	// declared 6 quilt/床 600.00
	// voucher 10 rice/袋 1000.01
	// unvalued [{unvalued 12 toy/件 0.00}]
	// total 35300.01 grounded 34700.01 services 3000.00
}

// A report says 款物折合约121.4万元; the ledgers of the county and the towns say what it is, and on what grounds. The figures are invented.
func ExampleResources_Total() {
	county := statement.Resources{Cash: money.MustParse("812340.50"), Valued: []statement.GoodsGiven{
		{Basis: ledger.Voucher, Quantity: ledger.MustParseAmount("2000 rice/袋"), Value: money.MustParse("236000.00")}}}
	towns := statement.Resources{Cash: money.MustParse("45660.00"), Valued: []statement.GoodsGiven{
		{Basis: ledger.Appraisal, Quantity: ledger.MustParseAmount("3 lift/台"), Value: money.MustParse("91000.00")},
		{Basis: ledger.Declared, Quantity: ledger.MustParseAmount("900 bag/个"), Value: money.MustParse("29000.00")}},
		Unvalued: []statement.GoodsGiven{{Basis: ledger.Unvalued, Quantity: ledger.MustParseAmount("1260 clothes/件")}}}
	all, err := county.Plus(towns)
	if err != nil {
		return
	}
	total, _ := all.Total()
	grounded, _ := all.Grounded()
	bases, _ := all.Bases()
	fmt.Println(total, bases, all.Unvalued)
	fmt.Println(grounded)
	// Output:
	// 1214000.50 [{voucher 236000.00} {appraisal 91000.00} {declared 29000.00}] [{unvalued 1260 clothes/件 0.00}]
	// 1185000.50
}

func ExampleFundStatements() {
	s, _ := county()
	list, err := statement.FundStatements(ctx, s, funds, cal.Quarter(2026, 1), now)
	for _, f := range list {
		fmt.Println(f.Fund.ID, f.Opening, f.Income, f.Spending, f.Closing, "committed", f.Committed, "available", f.Available)
	}
	fmt.Println(err)
	// Output:
	// CON 0.00 [] [] 0.00 committed 0.00 available 50000.00
	// D1 0.00 [{donation_income 30000.00}] [{programme_cost study  12345.67}] 17654.33 committed 0.00 available 17654.33
	// GEN 0.00 [] [] 8000.00 committed 0.00 available 8000.00
	// LOT 0.00 [{grant_income 100000.00}] [] 100000.00 committed 30000.00 available 70000.00
	// POOL 0.00 [{donation_income 4600.01}] [{programme_cost relief relief 400.00} {programme_cost visits  500.00}] 3700.01 committed 0.00 available 2500.00
	// <nil>
}

func ExampleActivitiesOf() {
	s, _ := county()
	a, err := statement.ActivitiesOf(ctx, s, funds, statement.ByRelease, year(), now)
	for _, l := range append(a.Income, a.Expenses...) {
		fmt.Println(l.Account, l.Unrestricted, l.Restricted, l.Total)
	}
	fmt.Println("release", a.Release.Unrestricted, a.Release.Restricted)
	fmt.Println("change", a.Change.Unrestricted, a.Change.Restricted, a.Change.Total, err)
	// Output:
	// donation_income 3250.00 35300.01 38550.01
	// service_income 48000.00 0.00 48000.00
	// grant_income 0.00 100000.00 100000.00
	// programme_cost 26245.67 0.00 26245.67
	// admin_cost 1500.00 0.00 1500.00
	// other_cost 100.00 0.00 100.00
	// release 23345.67 -23345.67
	// change 46750.00 107954.34 154704.34 <nil>
}

// D-2 gave to a pool that others filled too, so the share of what was spent is computed, and says so.
func ExampleDonorReport() {
	s, _ := county()
	d, err := statement.DonorReport(ctx, s, funds, "D-2", now)
	for _, f := range d.Funds {
		fmt.Println(f.Fund, "pooled", f.Pooled, "given", f.Given, "spent", f.Spent, f.Uses, "left", f.Left)
	}
	for _, g := range d.Goods {
		fmt.Println(g.Lot, g.Given, g.Handed, g.Other, g.InStock)
	}
	fmt.Println(err)
	// Output:
	// POOL pooled true given 1600.00 spent 155.34 [{relief 77.67} {visits 77.67}] left 1444.66
	// quilt-1 6 quilt/床 0 quilt/床 0 quilt/床 6 quilt/床
	// <nil>
}

func ExampleStockCards() {
	s, _ := county()
	cards, err := statement.StockCards(s, "rice", year(), now)
	for _, c := range cards {
		fmt.Println(c.Lot.ID, c.Station, c.In, c.Out, c.Closing)
	}
	fmt.Println(err)
	// Output:
	// rice-1 县库 {10 rice/袋 1000.01} {4 rice/袋 400.00} {6 rice/袋 600.01}
	// <nil>
}

func ExampleExpiries() {
	s, _ := county()
	list, err := statement.Expiries(s, cal.MustParse("2026-12-01"), cal.MustParse("2026-12-31"), now)
	for _, e := range list {
		fmt.Println(e.Lot.ID, e.Lot.Expiry, e.Stock.Quantity, e.Stock.Value, "expired", e.Expired)
	}
	fmt.Println(err)
	// Output:
	// rice-1 2026-11-30 6 rice/袋 600.01 expired true
	// <nil>
}

func ExampleTimeBankOf() {
	s, _ := county()
	accounts, err := statement.TimeBankOf(s, "", year(), now)
	for _, a := range accounts {
		fmt.Println(a.Party, "earned", a.Earned, "got", a.Got, "gave", a.Gave, "spent", a.Spent, "closing", a.Closing)
	}
	fmt.Println(err)
	// Output:
	// V-1 earned 90 min got 0 min gave 30 min spent 0 min closing 60 min
	// V-2 earned 0 min got 30 min gave 0 min spent 20 min closing 10 min
	// <nil>
}

func ExampleVolunteersOf() {
	s, _ := county()
	fmt.Println(statement.VolunteersOf(s, year(), now))
	// Output:
	// [{V-1 120 min}] <nil>
}

func ExampleBeneficiaryStatement() {
	s, _ := county()
	b, err := statement.BeneficiaryStatement(s, "B-1", year(), now)
	for _, h := range b.Helps {
		fmt.Println(h.Date, h.Amount, h.Value)
	}
	fmt.Println(b.Totals, b.Value, err)
	// Output:
	// 2026-03-01 1 rice/袋 100.00
	// 2026-03-02 500.00 CNY 0.00
	// [500.00 CNY 1 rice/袋] 100.00 <nil>
}

func ExampleBudgetActual() {
	s, _ := county()
	rows, err := statement.BudgetActual(s, []statement.BudgetLine{{Fund: "LOT", Line: "L1", Amount: money.MustParse("40000.00")}}, year(), now)
	for _, r := range rows {
		if r.Line != "" {
			fmt.Println(r.Fund, r.Line, r.Listed, r.Planned, r.Actual, r.Committed, r.Left)
		}
	}
	fmt.Println(err)
	// Output:
	// GEN L8 false 0.00 900.00 0.00 -900.00
	// GEN L9 false 0.00 1500.00 0.00 -1500.00
	// LOT L1 true 40000.00 10000.00 20000.00 10000.00
	// <nil>
}

// An invented agreement: administration at most a tenth of the year's spending.
func ExampleCaps() {
	s, _ := county()
	cost := ledger.Cap{Name: "管理费用", Accounts: []ledger.Account{ledger.AdminCost}, Comparator: measure.AtMost, Base: ledger.YearSpending,
		Tiers:  []ledger.CapTier{{Valid: cal.Since(cal.MustParse("2020-01-01")), Ratio: measure.MustParseRatio("0.1")}},
		Source: vocab.Source{Document: "虚构协议", Provenance: vocab.Fictitious}}
	rows, err := statement.Caps(s, []ledger.Cap{cost}, year(), now)
	for _, r := range rows {
		fmt.Println(r.Part, r.Base, r.Applies, r.Keeps)
	}
	fmt.Println(err)
	// Output:
	// 1500.00 27845.67 true true
	// <nil>
}

func ExampleContracts() {
	s, _ := county()
	fmt.Println(statement.Contracts(s, cal.Period{}, now))
	// Output:
	// [{HT-1 50000.00 48000.00 2000.00 0.00}] <nil>
}

func ExampleDisclosureOf() {
	s, _ := county()
	d, err := statement.DisclosureOf(ctx, s, funds, year(), now, func(p ledger.PartyRef) bool { return p == "D-1" })
	for _, f := range d.Funds {
		fmt.Println(f.Fund, f.Opening, f.Received, f.Spent, f.Closing)
	}
	fmt.Println(d.Gifts, d.Unnamed, d.UnnamedMoney, "people", d.People, d.Minutes)
	for _, g := range d.Goods {
		fmt.Println(g.Given, g.Handed)
	}
	fmt.Println(err)
	// Output:
	// AGENCY 0.00 7000.00 6000.00 1000.00
	// CON 0.00 48000.00 0.00 48000.00
	// D1 0.00 25000.00 12345.67 12654.33
	// GEN 8000.00 3250.00 4500.00 6750.00
	// LOT 0.00 96000.00 10000.00 86000.00
	// POOL 0.00 10300.01 1000.00 9300.01
	// [{D-1 31000.01}] 4 7550.00 people 2 120 min
	// 40 clothes/件 0 clothes/件
	// 6 quilt/床 0 quilt/床
	// 10 rice/袋 4 rice/袋
	// 12 toy/件 0 toy/件
	// <nil>
}
