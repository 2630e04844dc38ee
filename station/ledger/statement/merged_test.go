package statement_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func yuanCap(base ledger.CapBase, cmp measure.Comparator, ratio string, accounts ...ledger.Account) ledger.Cap {
	return ledger.Cap{Name: "cap", Accounts: accounts, Comparator: cmp, Base: base, Tiers: []ledger.CapTier{{Valid: cal.Since(cal.MustParse("2020-01-01")),
		Ratio: measure.MustParseRatio(ratio)}}, Source: vocab.Source{Document: "虚构协议", Provenance: vocab.Fictitious}}
}

// everything is what a source answers about a period, for comparison.
func everything(t *testing.T, src statement.Source, during cal.Period) []any {
	t.Helper()
	trial, err1 := statement.TrialBalance(src, now)
	release, err2 := statement.ActivitiesOf(ctx, src, funds, statement.ByRelease, during, now)
	list, err3 := statement.FundStatements(ctx, src, funds, during, now)
	budget, err4 := statement.BudgetActual(src, []statement.BudgetLine{{Fund: "LOT", Line: "L1", Amount: money.Fen(5)}}, during, now)
	caps, err5 := statement.Caps(src, []ledger.Cap{yuanCap(ledger.NetAssetsEnd, measure.AtMost, "0.2", ledger.AdminCost)}, during, now)
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		t.Fatal(err)
	}
	for i := range caps {
		caps[i].Cap = ledger.Cap{} // the same, and not comparable
	}
	return []any{trial, release, list, budget, caps}
}

// The journal of a county divided over three books says the same when they are merged (I15).
func TestMergedBooksSayTheSame(t *testing.T) {
	equate := cmp.Comparer(func(a, b ledger.Fund) bool { return a.ID == b.ID })
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 15))
		list := journalOf(r, 150)
		during := cal.Year(2026)
		list = slices.DeleteFunc(list, func(e ledger.Entry) bool { return e.Date.After(during.Last()) })
		parts := make([][]ledger.Entry, 3)
		for _, e := range list {
			at := r.IntN(3)
			parts[at] = append(parts[at], e)
		}
		var opening, closing books.Books
		for i, part := range parts {
			s := sealed(t, string(rune('A'+i)), part)
			for _, x := range []struct {
				to *books.Books
				as books.AsOf
			}{{&opening, books.AsOf{Date: cal.MustParse("2025-12-31")}}, {&closing, books.AsOf{Date: during.Last()}}} {
				snapshot, err := s.Snapshot(x.as, statement.Dimensions()...)
				if err != nil {
					t.Fatal(err)
				}
				one, err := books.BooksOf(snapshot)
				if err != nil {
					t.Fatal(err)
				}
				if *x.to, err = x.to.Merge(one); err != nil {
					t.Fatal(err)
				}
			}
		}
		whole := everything(t, sealed(t, "county", list), during)
		merged := everything(t, statement.Merged{Opening: opening, Closing: closing, During: during}, during)
		if d := cmp.Diff(whole, merged, equate); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

// Money on its way between two books stays in the trial balance of the county, which balances.
func TestMergedKeepsMoneyOnItsWay(t *testing.T) {
	transfer := func(fen int64, other string) []ledger.Entry {
		return []ledger.Entry{{Key: "T", Kind: ledger.BetweenBooks, Date: cal.MustParse("2026-05-01"), Legs: []ledger.Leg{
			leg(ledger.Bank, "LOT", cny(fen)), leg(ledger.InterBook, "LOT", cny(-fen), book(other))}}}
	}
	merged := func(sent, received int64) statement.Trial {
		var list []books.Snapshot
		for name, s := range map[string]*books.State{"county": sealed(t, "county", transfer(-sent, "town")), "town": sealed(t, "town", transfer(received, "county"))} {
			snapshot, err := s.Snapshot(now, statement.Dimensions()...)
			if err != nil || snapshot.Book != name {
				t.Fatal(err)
			}
			list = append(list, snapshot)
		}
		set, err := books.BooksOf(list...)
		if err != nil {
			t.Fatal(err)
		}
		trial, err := statement.TrialBalance(statement.Merged{Closing: set}, now)
		if err != nil {
			t.Fatal(err)
		}
		return trial
	}
	if trial := merged(500, 500); len(trial.Rows) != 0 {
		t.Errorf("a move inside the county is left: %v", trial)
	}
	trial := merged(500, 400)
	want := statement.Trial{Rows: []statement.TrialRow{
		{Account: ledger.Bank, Fund: "LOT", Debit: ledger.MustParseAmount("0.00 CNY"), Credit: ledger.MustParseAmount("1.00 CNY")},
		{Account: ledger.InterBook, Fund: "LOT", Debit: ledger.MustParseAmount("1.00 CNY"), Credit: ledger.MustParseAmount("0.00 CNY")}},
		Totals: []statement.TrialTotal{{Debit: ledger.MustParseAmount("1.00 CNY"), Credit: ledger.MustParseAmount("1.00 CNY")}}}
	if d := cmp.Diff(want, trial); d != "" {
		t.Error(d)
	}
}

func TestMergedAnswersTwoPointsOnly(t *testing.T) {
	m := statement.Merged{During: cal.Month(2026, 3)}
	tests := []struct {
		name   string
		during cal.Period
		as     books.AsOf
		want   error
	}{
		{"the end", cal.Period{}, books.AsOf{}, nil},
		{"the last day", cal.Period{}, books.AsOf{Date: cal.MustParse("2026-03-31")}, nil},
		{"the day before", cal.Period{}, books.AsOf{Date: cal.MustParse("2026-02-28")}, nil},
		{"the period", cal.Month(2026, 3), books.AsOf{}, nil},
		{"another day", cal.Period{}, books.AsOf{Date: cal.MustParse("2026-03-15")}, statement.ErrAxis},
		{"another period", cal.Month(2026, 4), books.AsOf{}, statement.ErrAxis},
		{"a number", cal.Period{}, books.AsOf{Seq: 3}, statement.ErrAxis},
	}
	for _, tt := range tests {
		if _, err := m.Balances(books.Query{During: tt.during}, tt.as); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := m.Balances(books.Query{By: []ledger.Dimension{"colour"}}, now); !errors.Is(err, vocab.ErrUnknown) {
		t.Error(err)
	}
	if text := statement.Faults().New(statement.ErrAxis).Text(language.Chinese); text == "" || statement.Presentations().Len() != 2 {
		t.Error(text)
	}
}

func TestCaps(t *testing.T) {
	s := state(t)
	unknown := yuanCap(ledger.YearSpending, measure.AtMost, "0.1", ledger.AdminCost)
	unknown.Tiers[0].Below = known.Of(money.MustParse("8000.00")) // net assets of the last year: 0
	exempt := yuanCap(ledger.YearSpending, measure.AtMost, "0", ledger.AdminCost)
	exempt.Exempt = known.Of(money.MustParse("1500.01"))
	tests := []struct {
		name       string
		cap        ledger.Cap
		year       cal.Period
		part, base string
		keeps      bool
	}{
		{"just kept", yuanCap(ledger.YearSpending, measure.AtMost, "150000/2784567", ledger.AdminCost), cal.Year(2026), "1500.00", "27845.67", true},
		{"broken by a fen", yuanCap(ledger.YearSpending, measure.AtMost, "149999/2784567", ledger.AdminCost), cal.Year(2026), "1500.00", "27845.67", false},
		{"a floor missed", yuanCap(ledger.FundReceived, measure.AtLeast, "0.01", ledger.AdminCost), cal.Year(2026), "1500.00", "186550.01", false},
		{"last year", yuanCap(ledger.LastYearIncome, measure.AtLeast, "0.7", ledger.ProgrammeCost), cal.Year(2027), "0.00", "186550.01", false},
		{"net assets", yuanCap(ledger.NetAssetsEnd, measure.AtMost, "0.1", ledger.AdminCost), cal.Year(2027), "0.00", "162704.34", true},
		{"net assets before the year", yuanCap(ledger.NetAssetsEnd, measure.AtMost, "0.1", ledger.AdminCost), cal.Year(2026), "1500.00", "0.00", false},
		{"in force for small ones", unknown, cal.Year(2026), "1500.00", "27845.67", true},
		{"exempt", exempt, cal.Year(2026), "1500.00", "27845.67", true},
	}
	for _, tt := range tests {
		rows, err := statement.Caps(s, []ledger.Cap{tt.cap}, tt.year, now)
		if err != nil {
			t.Fatal(tt.name, err)
		}
		r := rows[0]
		if r.Part.String() != tt.part || r.Base.String() != tt.base || r.Keeps != tt.keeps || !r.Applies {
			t.Errorf("%s: %v of %v, keeps %v, applies %v", tt.name, r.Part, r.Base, r.Keeps, r.Applies)
		}
	}
	if rows, err := statement.Caps(s, []ledger.Cap{unknown}, cal.Year(2027), now); err != nil || rows[0].Applies || rows[0].Keeps || rows[0].Size.String() != "162704.34" {
		t.Error("a tier that is not in force applies", rows, err)
	}
	if _, err := statement.Caps(s, nil, cal.Period{}, now); !errors.Is(err, statement.ErrPeriod) {
		t.Error(err)
	}
	if _, err := statement.Caps(s, []ledger.Cap{{}}, cal.Year(2026), now); !errors.Is(err, ledger.ErrCap) {
		t.Error(err)
	}
	if _, err := statement.FundCaps(ctx, s, funds, "NONE", cal.Year(2026), now); !errors.Is(err, ledger.ErrFund) {
		t.Error(err)
	}
	agreed, err := ledger.NewFunds(ledger.Fund{ID: "D1", Name: "n", Source: ledger.Donation, Restriction: ledger.Unrestricted, Guard: ledger.Unguarded,
		Caps: []ledger.Cap{yuanCap(ledger.FundReceived, measure.AtMost, "0.5", ledger.ProgrammeCost)}})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := statement.FundCaps(ctx, s, agreed, "D1", cal.Year(2026), now)
	if err != nil || rows[0].Fund != "D1" || rows[0].Part.String() != "12345.67" || rows[0].Base.String() != "30000.00" || !rows[0].Keeps {
		t.Error(rows, err)
	}
}

// A donor's own fund has exact figures, what went to another fund with consent apart.
func TestOwnFundOfADonor(t *testing.T) {
	d, err := statement.DonorReport(ctx, state(t), funds, "D-1", now)
	if err != nil {
		t.Fatal(err)
	}
	own := d.Funds[0]
	if own.Fund != "D1" || own.Pooled || own.Given.String() != "30000.00" || own.Spent.String() != "12345.67" ||
		own.Moved.String() != "5000.00" || own.Left.String() != "12654.33" {
		t.Errorf("%+v", own)
	}
	if d := cmp.Diff([]string{"R-1", "R-4"}, d.Receipts); d != "" {
		t.Error(d)
	}
	g := d.Goods[0]
	if g.Lot != "rice-1" || g.Pooled || g.Given.String() != "10 rice/袋" || g.Handed.String() != "4 rice/袋" || g.InStock.String() != "6 rice/袋" {
		t.Errorf("%+v", g)
	}
	d, err = statement.DonorReport(ctx, state(t), funds, "D-4", now)
	if err != nil || len(d.Goods) != 2 || d.Goods[0].Other.String() != "5 clothes/件" || len(d.Receipts) != 0 {
		t.Errorf("%+v %v", d, err)
	}
}

// A lot that two donors filled is nobody's alone, and a fund that its donor has not filled yet is shown empty.
func TestSharedLot(t *testing.T) {
	give := func(key string, who ledger.PartyRef) ledger.Entry {
		return ledger.Entry{Key: key, Kind: ledger.GiftInKind, Date: cal.MustParse("2026-01-02"), Lots: lots("L", "rice/袋", ""), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "3 rice/袋", lot("L")), leg(ledger.Donor, "POOL", "-3 rice/袋", lot("L"), party(who))},
			Valuations: valued("L", ledger.Unvalued, "3 rice/袋", "0.00")}
	}
	s := sealed(t, "county", []ledger.Entry{give("a", "X"), give("b", "Y"), {Key: "c", Kind: ledger.Grant, Date: cal.MustParse("2026-01-02"), Legs: []ledger.Leg{
		leg(ledger.Bank, "D1", "5.00 CNY"), leg(ledger.GrantIncome, "D1", "-5.00 CNY")}}, {Key: "d", Kind: ledger.Payment, Date: cal.MustParse("2026-01-02"),
		Legs: []ledger.Leg{leg(ledger.Bank, "D1", "-2.00 CNY"), leg(ledger.ProgrammeCost, "D1", "2.00 CNY")}}})
	d, err := statement.DonorReport(ctx, s, funds, "X", now)
	want := []statement.DonorGoods{{Lot: "L", Fund: "POOL", Pooled: true, Given: ledger.MustParseAmount("3 rice/袋")}}
	if diff := cmp.Diff(want, d.Goods); diff != "" || err != nil {
		t.Error(diff, err)
	}
	d, err = statement.DonorReport(ctx, s, funds, "D-1", now)
	if err != nil || len(d.Funds) != 1 || !d.Funds[0].Pooled || d.Funds[0].Given.Sign() != 0 || d.Funds[0].Spent.Sign() != 0 {
		t.Errorf("%+v %v", d.Funds, err)
	}
}

func TestBudgetLineTwice(t *testing.T) {
	_, err := statement.BudgetActual(state(t), []statement.BudgetLine{{Fund: "LOT", Line: "L1"}, {Fund: "LOT", Line: "L1"}}, cal.Period{}, now)
	if list := fault.Of(err); len(list) != 1 || list[0].Code() != statement.ErrBudget || list[0].Path() != "budget[1]" {
		t.Error(err)
	}
}

// Nothing in a disclosure but a consent names a person.
func TestDisclosureNamesNobody(t *testing.T) {
	d, err := statement.DisclosureOf(ctx, state(t), funds, cal.Year(2026), books.AsOf{Seq: 1000}, nil)
	if err != nil || len(d.Gifts) != 0 || d.Unnamed != 5 || d.UnnamedMoney.String() != "38550.01" || d.People != 2 || d.Seq != uint64(len(entries())) {
		t.Errorf("%+v %v", d, err)
	}
	// The agency fund over the turn of a month: held, passed on, held.
	d, err = statement.DisclosureOf(ctx, state(t), funds, cal.Month(2026, 10), now, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range d.Funds {
		if f.Fund == "AGENCY" && (f.Opening.String() != "1000.00" || f.Closing.String() != "1000.00" || f.Received.Sign() != 0) {
			t.Errorf("%+v", f)
		}
	}
	d, err = statement.DisclosureOf(ctx, state(t), funds, cal.Month(2026, 8), now, nil)
	if err != nil || slices.ContainsFunc(d.Funds, func(f statement.DisclosedFund) bool { return f.Fund == "AGENCY" }) {
		t.Errorf("%+v %v", d.Funds, err)
	}
}

// Goods of one lot that go to people and to a loss in one entry are kept apart.
func TestStockOfAMixedEntry(t *testing.T) {
	list := []ledger.Entry{
		{Key: "in", Kind: ledger.GiftInKind, Date: cal.MustParse("2026-01-02"), Lots: lots("L", "rice/袋", ""), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "10 rice/袋", lot("L")), leg(ledger.Donor, "POOL", "-10 rice/袋", lot("L")),
			leg(ledger.Stock, "POOL", "100.00 CNY", lot("L")), leg(ledger.DonationIncome, "POOL", "-100.00 CNY")},
			Valuations: valued("L", ledger.Voucher, "10 rice/袋", "100.00")},
		{Key: "out", Kind: ledger.Distribution, Date: cal.MustParse("2026-01-03"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "-7 rice/袋", lot("L")), leg(ledger.Beneficiary, "POOL", "4 rice/袋", lot("L")), leg(ledger.Loss, "POOL", "3 rice/袋", lot("L")),
			leg(ledger.Stock, "POOL", "-70.00 CNY", lot("L")), leg(ledger.ProgrammeCost, "POOL", "70.00 CNY")}},
		{Key: "book", Kind: ledger.BetweenBooks, Date: cal.MustParse("2026-01-04"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "-1 rice/袋", lot("L")), leg(ledger.InterBook, "POOL", "1 rice/袋", lot("L"), book("town"))}},
	}
	cards, err := statement.StockCards(sealed(t, "county", list), "rice", cal.Period{}, now)
	if err != nil || len(cards) != 1 {
		t.Fatal(cards, err)
	}
	c := cards[0]
	if c.Out.Quantity.String() != "4 rice/袋" || c.Out.Value.String() != "40.00" || c.Loss.Quantity.String() != "3 rice/袋" || c.Loss.Value.String() != "30.00" ||
		c.Moved.Quantity.String() != "-1 rice/袋" || c.Closing.Quantity.String() != "2 rice/袋" {
		t.Errorf("%+v", c)
	}
	if cards, err := statement.StockCards(sealed(t, "county", list), "wheat", cal.Period{}, now); len(cards) != 0 || err != nil {
		t.Error(cards, err)
	}
}

func TestExpiries(t *testing.T) {
	list := []ledger.Entry{}
	for id, expiry := range map[ledger.LotID]string{"a": "2026-03-31", "b": "2026-03-01", "c": "2026-04-01", "d": ""} {
		list = append(list, ledger.Entry{Key: string(id), Kind: ledger.GiftInKind, Date: cal.MustParse("2026-01-02"), Lots: lots(id, "rice/袋", expiry), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "3 rice/袋", lot(id)), leg(ledger.Donor, "POOL", "-3 rice/袋", lot(id))}, Valuations: valued(id, ledger.Unvalued, "3 rice/袋", "0.00")})
	}
	s := sealed(t, "county", list)
	got, err := statement.Expiries(s, cal.MustParse("2026-03-31"), cal.MustParse("2026-03-31"), now)
	if err != nil || len(got) != 2 || got[0].Lot.ID != "b" || !got[0].Expired || got[1].Lot.ID != "a" || got[1].Expired {
		t.Errorf("%+v %v", got, err)
	}
	// What has left the stock expires no more.
	list = append(list, ledger.Entry{Key: "out", Kind: ledger.WriteOff, Date: cal.MustParse("2026-03-10"), Legs: []ledger.Leg{
		leg(ledger.Stock, "POOL", "-3 rice/袋", lot("b")), leg(ledger.Loss, "POOL", "3 rice/袋", lot("b"))}})
	if got, err = statement.Expiries(sealed(t, "county", list), cal.MustParse("2026-03-31"), cal.MustParse("2026-03-31"), now); err != nil || len(got) != 1 {
		t.Errorf("%+v %v", got, err)
	}
}

// A summary can be asked for by fund, station or donor.
func TestResourcesOfSome(t *testing.T) {
	of := func(match func(ledger.Leg) bool) statement.Resources {
		r, err := statement.ResourcesOf(ctx, state(t), funds, year(), now, match)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	d1, pool := of(func(l ledger.Leg) bool { return l.Fund == "D1" }), of(func(l ledger.Leg) bool { return l.Fund == "POOL" })
	if d1.Cash.String() != "30000.00" || d1.Gifts != 1 || d1.Receipted.String() != "30000.00" || len(d1.Valued) != 0 {
		t.Errorf("%+v", d1)
	}
	if pool.Cash.String() != "2900.00" || pool.Gifts != 6 || pool.Receipted.String() != "3000.01" { // a gift given back is no gift
		t.Errorf("%+v", pool)
	}
	gen := of(func(l ledger.Leg) bool { return l.Fund == "GEN" })
	if gen.Services.String() != "3000.00" || gen.Other.String() != "250.00" || gen.Cash.Sign() != 0 {
		t.Errorf("%+v", gen)
	}
	if r := of(func(ledger.Leg) bool { return false }); !cmp.Equal(r, statement.Resources{}) {
		t.Errorf("%+v", r)
	}
}
