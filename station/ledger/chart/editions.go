package chart

import (
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/vocab"
)

const (
	document2004 = "《民间非营利组织会计制度》（财会〔2004〕7号）"
	document2024 = "《民间非营利组织会计制度》（财会〔2024〕25号）"
)

// Edition2004 returns the chart of 财会〔2004〕7号 (2004版科目表): 48 accounts, reported. It was abolished from 2026-01-01 (reported); that
// it came into force on 2005-01-01 is recalled.
func Edition2004() Chart { return edition2004() }

// Edition2024 returns what is known of the chart of 财会〔2024〕25号 (2024版科目表), in force from 2026-01-01 (reported): three accounts seen in use in
// published products (practice). Also seen there, and not in the table since their names or the accounts they belong to were not: a
// contra account 1602 of 1601, and 430101 and 430102 for unrestricted and restricted income. All else are gaps; see
// [Chart.Gaps].
func Edition2024() Chart { return edition2024() }

// At returns the edition in force on a day (当日适用的科目表), or [ErrDay].
func At(on cal.Date) (Chart, error) {
	for _, c := range []Chart{edition2004(), edition2024()} {
		if c.Valid().Contains(on) {
			return c, nil
		}
	}
	return Chart{}, catalogue().New(ErrDay)
}

func reading() vocab.Source {
	return vocab.Source{Document: "逻辑科目对应关系", Provenance: vocab.Interpretation}
}

// rules gives a logical account its code in an edition, net assets and moves by the restriction of the fund.
func rules(codes []pair) []Rule {
	var out []Rule
	for _, p := range codes {
		out = append(out, Rule{p.logical, p.scope, p.code, reading()})
	}
	return out
}

type pair struct {
	logical ledger.Account
	scope   Scope
	code    string
}

var edition2004 = sync.OnceValue(func() Chart {
	valid, err := cal.Between(cal.MustParse("2005-01-01"), cal.MustParse("2026-01-01"))
	if err != nil {
		panic(err)
	}
	d := Definition{Edition: "2004", Document: document2004, Valid: valid, Presentation: statement.ByRelease, Split: []ledger.Class{ledger.Income}}
	for _, a := range rows2004() {
		d.Accounts = append(d.Accounts, Account{a.code, a.name, a.class, a.contra,
			vocab.Source{Document: document2004, Article: "会计科目", Provenance: vocab.Reported}})
	}
	d.Rules = rules([]pair{
		{ledger.Cash, AllFunds, "1001"}, {ledger.Bank, AllFunds, "1002"}, {ledger.Receivable, AllFunds, "1121"}, {ledger.Prepaid, AllFunds, "1141"},
		{ledger.Stock, AllFunds, "1201"}, {ledger.FixedAsset, AllFunds, "1501"}, {ledger.AgencyAsset, AllFunds, "1701"},
		{ledger.Payable, AllFunds, "2202"}, {ledger.WagesPayable, AllFunds, "2204"}, {ledger.TaxesPayable, AllFunds, "2206"},
		{ledger.Advances, AllFunds, "2203"}, {ledger.RefundDue, AllFunds, "2209"}, {ledger.AgencyLiability, AllFunds, "2601"},
		{ledger.NetAssets, Unrestricted, "3101"}, {ledger.NetAssets, Restricted, "3102"},
		{ledger.InterFund, Unrestricted, "3101"}, {ledger.InterFund, Restricted, "3102"},
		{ledger.InterBook, Unrestricted, "3101"}, {ledger.InterBook, Restricted, "3102"},
		{ledger.DonationIncome, AllFunds, "4101"}, {ledger.ServiceIncome, AllFunds, "4301"}, {ledger.GrantIncome, AllFunds, "4401"},
		{ledger.SalesIncome, AllFunds, "4501"}, {ledger.OtherIncome, AllFunds, "4901"},
		{ledger.ProgrammeCost, AllFunds, "5101"}, {ledger.AdminCost, AllFunds, "5201"}, {ledger.FundraisingCost, AllFunds, "5301"},
		{ledger.OtherCost, AllFunds, "5401"},
	})
	return must(New(d))
})

var edition2024 = sync.OnceValue(func() Chart {
	seen := vocab.Source{Document: document2024, Article: "会计科目", Provenance: vocab.Practice}
	return must(New(Definition{Edition: "2024", Document: document2024, Valid: cal.Since(cal.MustParse("2026-01-01")), Presentation: statement.BySplit,
		Split: []ledger.Class{ledger.Income, ledger.Expense},
		Accounts: []Account{
			{Code: "1801", Name: "受托代理资产", Class: ledger.Asset, Source: seen},
			{Code: "2503", Name: "预计负债", Class: ledger.Liability, Source: seen},
			{Code: "5301", Name: "管理费用", Class: ledger.Expense, Source: seen},
		},
		Rules: rules([]pair{{ledger.AgencyAsset, AllFunds, "1801"}, {ledger.AdminCost, AllFunds, "5301"}}),
	}))
})

func must(c Chart, err error) Chart {
	if err != nil {
		panic(err)
	}
	return c
}

// account2004 is a row of the list.
type account2004 struct {
	code, name string
	class      ledger.Class
	contra     bool
}
