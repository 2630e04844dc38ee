package chart_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/chart"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var ctx = context.Background()

func fundsOf() ledger.Funds {
	funds, err := ledger.NewFunds(
		ledger.Fund{ID: "R", Name: "限定（虚构）", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose, Purposes: []ledger.Purpose{"p"}, Guard: ledger.ByPosting},
		ledger.Fund{ID: "U", Name: "非限定（虚构）", Source: ledger.Own, Restriction: ledger.Unrestricted, Guard: ledger.Unguarded})
	if err != nil {
		panic(err)
	}
	return funds
}

// sealed replays entries that no journal has judged.
func sealed(t testing.TB, list []ledger.Entry) *books.State {
	t.Helper()
	c := chain.SHA256("county")
	var records reader
	head := c.Genesis()
	for _, e := range list {
		body, err := e.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		var rec chain.Record
		rec, head = c.Seal(head, time.UnixMilli(1_790_000_000_000), body)
		records = append(records, rec)
	}
	s, err := books.Replay(ctx, records, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

type reader []chain.Record

func (m reader) Records(_ context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for _, r := range m {
			if r.Seq >= from && (to == 0 || r.Seq <= to) && !yield(r, nil) {
				return
			}
		}
	}
}

func entry(key string, legs ...ledger.Leg) ledger.Entry {
	return ledger.Entry{Key: key, Kind: ledger.Adjustment, Date: cal.MustParse("2026-03-05"), Legs: legs}
}

func leg(a ledger.Account, f ledger.FundID, fen int64) ledger.Leg {
	return ledger.Leg{Account: a, Fund: f, Amount: ledger.Yuan(money.Fen(fen))}
}

func TestEditions(t *testing.T) {
	old, recent := chart.Edition2004(), chart.Edition2024()
	if n := len(old.Accounts()); n != 48 || len(old.Gaps()) != 0 {
		t.Errorf("2004: %d accounts, gaps %v", n, old.Gaps())
	}
	for _, a := range old.Accounts() {
		if len(a.Code) != 4 || a.Source.Provenance != vocab.Reported || a.Source.Document == "" {
			t.Errorf("%+v", a)
		}
		// The first digit of a code is its class.
		want := map[byte]ledger.Class{'1': ledger.Asset, '2': ledger.Liability, '3': ledger.NetAsset, '4': ledger.Income, '5': ledger.Expense}[a.Code[0]]
		if a.Class != want {
			t.Errorf("%s is %s", a.Code, a.Class)
		}
	}
	names := map[string]string{"1001": "现金", "1601": "无形资产", "2203": "预收账款", "3102": "限定性净资产", "4401": "政府补助收入", "5301": "筹资费用"}
	for code, name := range names {
		if a, ok := old.Lookup(code); !ok || a.Name != name {
			t.Errorf("%s: %+v", code, a)
		}
	}
	if a, ok := recent.Lookup("5301"); !ok || a.Name != "管理费用" {
		t.Errorf("5301 of 2024 is %+v", a)
	}
	for _, a := range recent.Accounts() {
		if a.Source.Provenance != vocab.Practice {
			t.Errorf("%+v claims more than is known", a)
		}
	}
	if g := recent.Gaps(); slices.Contains(g, ledger.AdminCost) || !slices.Contains(g, ledger.Bank) || slices.Contains(g, ledger.Donor) || len(g) != 23 {
		t.Errorf("%d gaps: %v", len(g), g)
	}
	if old.Grade() != vocab.Interpretation || recent.Grade() != vocab.Interpretation || (chart.Chart{}).Grade() != "" {
		t.Error("the grade is not that of the weakest statement")
	}
	if old.Presentation() != statement.ByRelease || recent.Presentation() != statement.BySplit || old.Document() == recent.Document() {
		t.Error("presentation or document")
	}
}

func TestAt(t *testing.T) {
	for day, want := range map[string]string{"2005-01-01": "2004", "2025-12-31": "2004", "2026-01-01": "2024", "2031-05-05": "2024"} {
		if c, err := chart.At(cal.MustParse(day)); err != nil || c.Edition() != want {
			t.Errorf("%s: %s, %v", day, c.Edition(), err)
		}
	}
	if _, err := chart.At(cal.MustParse("2004-12-31")); !errors.Is(err, chart.ErrDay) {
		t.Error(err)
	}
}

// P11: one journal has the same totals by class in every chart, and they are those of its legs.
func TestChartsGiveTheSameTotals(t *testing.T) {
	var all []ledger.Account
	for e := range ledger.Accounts().All() {
		if e.Key.Holds(ledger.Money) {
			all = append(all, e.Key)
		}
	}
	names := []ledger.Class{ledger.Asset, ledger.Liability, ledger.NetAsset, ledger.Income, ledger.Expense}
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 24))
		var list []ledger.Entry
		sums := map[ledger.Class]*big.Int{}
		for _, c := range names {
			sums[c] = new(big.Int)
		}
		for i := range 60 {
			a, b, f, n := all[r.IntN(len(all))], all[r.IntN(len(all))], []ledger.FundID{"R", "U"}[r.IntN(2)], 1+r.Int64N(1e8)
			if (a.Class() == ledger.Memo) != (b.Class() == ledger.Memo) {
				continue
			}
			list = append(list, entry(fmt.Sprintf("K%d", i), leg(a, f, n), leg(b, f, -n)))
			for _, x := range []struct {
				a ledger.Account
				n int64
			}{{a, n}, {b, -n}} {
				class := x.a.Class()
				if class == ledger.Transit {
					class = ledger.NetAsset
				}
				if s := sums[class]; s != nil {
					s.Add(s, big.NewInt(x.n))
				}
			}
		}
		s := sealed(t, list)
		var want []chart.ClassTotal
		for _, c := range names {
			want = append(want, chart.ClassTotal{Class: c, Balance: money.Fen(sums[c].Int64())})
		}
		for _, c := range []chart.Chart{chart.Edition2004(), chart.Edition2024(), {}} {
			trial, err := chart.TrialBalance(ctx, c, s, fundsOf(), books.AsOf{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, trial.Classes); d != "" {
				t.Errorf("%s: %s", c.Edition(), d)
			}
			byClass, total := map[ledger.Class]int64{}, int64(0)
			for i, row := range trial.Rows {
				byClass[row.Class] += row.Debit.Fen() - row.Credit.Fen()
				total += row.Debit.Fen() - row.Credit.Fen()
				if (row.Account.Code == "") != (row.Logical != "") || row.Account.Code != "" && row.Account.Class != row.Class {
					t.Errorf("%+v", row)
				}
				if (row.Scope != chart.AllFunds) != c.Splits(row.Class) {
					t.Errorf("%s: %+v", c.Edition(), row)
				}
				if i > 0 && row.Logical == "" && (trial.Rows[i-1].Logical != "" || trial.Rows[i-1].Account.Code > row.Account.Code) {
					t.Errorf("%s: row %d is out of order", c.Edition(), i)
				}
			}
			for _, x := range want {
				if byClass[x.Class] != x.Balance.Fen() {
					t.Errorf("%s: rows of %s have %d, want %v", c.Edition(), x.Class, byClass[x.Class], x.Balance)
				}
			}
			if total != 0 {
				t.Errorf("%s does not balance: %d", c.Edition(), total)
			}
		}
	}
}

func TestTrialBalanceOfBothEditions(t *testing.T) {
	s := sealed(t, []ledger.Entry{
		entry("grant", leg(ledger.Bank, "R", 10000), leg(ledger.GrantIncome, "R", -10000)),
		entry("own", leg(ledger.Bank, "U", 500), leg(ledger.NetAssets, "U", -500)),
		entry("admin", leg(ledger.AdminCost, "U", 200), leg(ledger.Bank, "U", -200)),
		entry("spent", leg(ledger.AdminCost, "R", 300), leg(ledger.Bank, "R", -300)),
		entry("moved", leg(ledger.Bank, "R", -40), leg(ledger.InterFund, "R", 40), leg(ledger.Bank, "U", 40), leg(ledger.InterFund, "U", -40)),
		entry("nothing", leg(ledger.Cash, "R", 7), leg(ledger.Bank, "R", -7)), entry("nothing-2", leg(ledger.Cash, "R", -7), leg(ledger.Bank, "R", 7)),
	})
	show := func(c chart.Chart) (out []string) {
		trial, err := chart.TrialBalance(ctx, c, s, fundsOf(), books.AsOf{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range trial.Rows {
			out = append(out, fmt.Sprintf("%s%s %s %s %s", r.Account.Code, r.Logical, r.Scope, r.Debit, r.Credit))
		}
		return out
	}
	old := []string{"1002  100.00 0.00", "3101  0.00 5.40", "3102  0.40 0.00", "4401 restricted 0.00 100.00", "5201  5.00 0.00"}
	recent := []string{"5301 restricted 3.00 0.00", "5301 unrestricted 2.00 0.00", "bank  100.00 0.00", "net_assets  0.00 5.00",
		"grant_income restricted 0.00 100.00"}
	if d := cmp.Diff(old, show(chart.Edition2004())); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(recent, show(chart.Edition2024())); d != "" {
		t.Error(d)
	}
}

func TestNewNamesWhatIsWrong(t *testing.T) {
	source := vocab.Source{Document: "虚构", Provenance: vocab.Fictitious}
	account := func(code string, class ledger.Class) chart.Account {
		return chart.Account{Code: code, Name: "n", Class: class, Source: source}
	}
	sound := func() chart.Definition {
		return chart.Definition{Edition: "county", Valid: cal.Year(2026), Presentation: statement.BySplit,
			Accounts: []chart.Account{account("2001", ledger.Asset), account("1001", ledger.Asset)},
			Rules:    []chart.Rule{{Logical: ledger.Cash, Scope: chart.Restricted, Code: "2001", Source: source}}}
	}
	edit := func(f func(*chart.Definition)) chart.Definition { d := sound(); f(&d); return d }
	tests := []struct {
		name string
		d    chart.Definition
		want []string
	}{
		{"sound", sound(), nil},
		{"empty", chart.Definition{}, []string{"edition CHART-MISSING", "valid CHART-MISSING", "presentation CHART-MISSING"}},
		{"presentation", edit(func(d *chart.Definition) { d.Presentation = "x" }), []string{"presentation VOCAB-UNKNOWN"}},
		{"codes", edit(func(d *chart.Definition) {
			d.Accounts = append(d.Accounts, account("12", ledger.Asset), account("1001x", ledger.Asset), account("1001", ledger.Asset), account("1002", ledger.Memo))
		}), []string{"accounts[2].code CHART-CODE", "accounts[3].code CHART-CODE", "accounts[4].code CHART-DUPLICATE", "accounts[5].class CHART-CLASS"}},
		{"an account of nothing", edit(func(d *chart.Definition) { d.Accounts[1] = chart.Account{Code: "3001", Class: ledger.Asset} }),
			[]string{"accounts[1].name CHART-MISSING", "accounts[1].source.document VOCAB-SOURCE", "accounts[1].source.provenance VOCAB-SOURCE"}},
		{"rules", edit(func(d *chart.Definition) {
			d.Rules = append(d.Rules, chart.Rule{Logical: ledger.Donor, Code: "1001", Source: source}, chart.Rule{Logical: ledger.Bank, Code: "9999", Source: source},
				chart.Rule{Logical: ledger.Advances, Code: "1001", Source: source}, chart.Rule{Logical: ledger.Cash, Code: "1001", Source: source},
				chart.Rule{Logical: ledger.Stock, Scope: "some", Code: "1001", Source: source})
		}), []string{"rules[1].logical CHART-CLASS", "rules[2].code CHART-UNLISTED", "rules[3].code CHART-CLASS", "rules[4] CHART-DUPLICATE", "rules[5].scope VOCAB-UNKNOWN"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := chart.New(tt.d)
			var got []string
			for _, f := range fault.Of(err) {
				got = append(got, f.Path()+" "+string(f.Code()))
			}
			if d := cmp.Diff(tt.want, got); d != "" || (err == nil) != (tt.want == nil) {
				t.Error(d, err)
			}
			if err != nil && c.Edition() != "" {
				t.Error("a chart in spite of an error")
			}
		})
	}
	d := sound()
	c, err := chart.New(d)
	if err != nil {
		t.Fatal(err)
	}
	d.Accounts[0].Name, d.Rules[0].Code = "changed", "1001"
	if a, _ := c.Account(ledger.Cash, true); a.Code != "2001" || a.Name != "n" || c.Accounts()[0].Code != "1001" {
		t.Error("the chart follows its definition")
	}
	if _, ok := c.Account(ledger.Cash, false); ok {
		t.Error("a rule for restricted funds serves others")
	}
	if !slices.Contains(c.Gaps(), ledger.Cash) || chart.ClassOf(ledger.Committed) != "" || chart.ClassOf(ledger.InterBook) != ledger.NetAsset {
		t.Error("gaps or classes")
	}
	if chart.Scopes().Len() != 2 || chart.Faults().New(chart.ErrDay).Text(language.Chinese) == "" {
		t.Error("no text")
	}
}

type down struct{}

func (down) Balances(books.Query, books.AsOf) (books.Balances, error) {
	return nil, context.Canceled
}

func (down) Fund(context.Context, ledger.FundID) (ledger.Fund, bool, error) {
	return ledger.Fund{}, false, context.Canceled
}

func TestErrorsOfTrialBalance(t *testing.T) {
	c := chart.Edition2004()
	small := sealed(t, []ledger.Entry{entry("a", leg(ledger.Bank, "U", 1), leg(ledger.NetAssets, "U", -1))})
	huge := func(key string, a ledger.Account) ledger.Entry {
		return entry(key, leg(a, "U", math.MaxInt64-1), leg(ledger.NetAssets, "R", 1-math.MaxInt64))
	}
	wide := sealed(t, []ledger.Entry{huge("a", ledger.Bank), huge("b", ledger.Cash)})
	none, err := ledger.NewFunds()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		src   statement.Source
		funds ledger.FundSource
		want  error
	}{
		{"the source", down{}, fundsOf(), context.Canceled},
		{"the funds", small, down{}, context.Canceled},
		{"no such fund", small, none, ledger.ErrFund},
		{"beyond the range of a row", wide, fundsOf(), ledger.ErrRange},
		{"beyond the range of a class", sealed(t, []ledger.Entry{entry("a", leg(ledger.Bank, "U", math.MaxInt64-1), leg(ledger.Advances, "U", 1-math.MaxInt64)),
			entry("b", leg(ledger.Cash, "U", math.MaxInt64-1), leg(ledger.Payable, "U", 1-math.MaxInt64))}), fundsOf(), ledger.ErrRange},
	}
	for _, tt := range tests {
		if trial, err := chart.TrialBalance(ctx, c, tt.src, tt.funds, books.AsOf{}); !errors.Is(err, tt.want) || trial.Rows != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
