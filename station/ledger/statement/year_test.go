package statement_test

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/money"
)

// The funds of an invented county. D-1 gave a fund of its own; the pool is filled by several donors.
func fundsOf() ledger.Funds {
	fund := func(id ledger.FundID, source ledger.SourceKind, purposes ...ledger.Purpose) ledger.Fund {
		f := ledger.Fund{ID: id, Name: string(id) + "（虚构）", Source: source, Restriction: ledger.Unrestricted, Guard: ledger.ByPosting}
		if len(purposes) > 0 {
			f.Restriction, f.Purposes = ledger.ByPurpose, purposes
		}
		return f
	}
	d1, agency := fund("D1", ledger.Donation, "relief", "study"), fund("AGENCY", ledger.Donation)
	d1.Donor, agency.Agency = "D-1", true
	funds, err := ledger.NewFunds(fund("LOT", ledger.LotteryCounty, "visits", "relief"), fund("POOL", ledger.Donation, "relief", "visits"), d1, agency,
		fund("CON", ledger.Purchase), fund("GEN", ledger.Own))
	if err != nil {
		panic(err)
	}
	return funds
}

// leg reads "account fund amount unit key=value…".
func leg(account ledger.Account, fund ledger.FundID, amount string, edits ...func(*ledger.Leg)) ledger.Leg {
	l := ledger.Leg{Account: account, Fund: fund, Amount: ledger.MustParseAmount(amount)}
	for _, e := range edits {
		e(&l)
	}
	return l
}

func party(p ledger.PartyRef) func(*ledger.Leg)  { return func(l *ledger.Leg) { l.Party = p } }
func purpose(p ledger.Purpose) func(*ledger.Leg) { return func(l *ledger.Leg) { l.Purpose = p } }
func lot(id ledger.LotID) func(*ledger.Leg)      { return func(l *ledger.Leg) { l.Lot = id } }
func at(station string) func(*ledger.Leg)        { return func(l *ledger.Leg) { l.Station = station } }
func line(id ledger.Line) func(*ledger.Leg)      { return func(l *ledger.Leg) { l.Line = id } }
func use(u ledger.UseClass) func(*ledger.Leg)    { return func(l *ledger.Leg) { l.Use = u } }
func deal(id string) func(*ledger.Leg)           { return func(l *ledger.Leg) { l.Contract = id } }
func held(key string) func(*ledger.Leg)          { return func(l *ledger.Leg) { l.Commitment = key } }
func book(name string) func(*ledger.Leg)         { return func(l *ledger.Leg) { l.Book = name } }

func lots(id ledger.LotID, unit, expiry string) []ledger.Lot {
	l := ledger.Lot{ID: id, Unit: ledger.MustParseUnit(unit), Place: "县库"}
	if expiry != "" {
		l.Expiry = cal.MustParse(expiry)
	}
	return []ledger.Lot{l}
}

func valued(id ledger.LotID, basis ledger.Basis, quantity, value string) []ledger.Valuation {
	v := ledger.Valuation{Lot: id, Basis: basis, Quantity: ledger.MustParseAmount(quantity), Value: money.MustParse(value)}
	if basis != ledger.Unvalued {
		v.Evidence = ledger.Evidence{Kind: ledger.Report, Number: "P-1", Issuer: "某评估机构（虚构）", Date: cal.MustParse("2026-01-01")}
	}
	return []ledger.Valuation{v}
}

// entries is a year of the county, month by month.
func entries() []ledger.Entry {
	day := cal.MustParse
	paper := []ledger.Evidence{{Kind: ledger.Agreement, Number: "A-1"}}
	return []ledger.Entry{
		{Key: "open", Kind: ledger.Opening, Date: day("2026-01-01"), Legs: []ledger.Leg{
			leg(ledger.Bank, "GEN", "8000.00 CNY"), leg(ledger.NetAssets, "GEN", "-8000.00 CNY")}},
		{Key: "grant", Kind: ledger.Grant, Date: day("2026-01-15"), Legs: []ledger.Leg{
			leg(ledger.Bank, "LOT", "100000.00 CNY"), leg(ledger.GrantIncome, "LOT", "-100000.00 CNY")}},
		{Key: "first", Kind: ledger.Advance, Date: day("2026-01-20"), Legs: []ledger.Leg{
			leg(ledger.Bank, "CON", "50000.00 CNY", deal("HT-1")), leg(ledger.Advances, "CON", "-50000.00 CNY", deal("HT-1"))}},
		{Key: "gift-d1", Kind: ledger.Gift, Date: day("2026-02-03"), Receipt: "R-1", Legs: []ledger.Leg{
			leg(ledger.Bank, "D1", "30000.00 CNY"), leg(ledger.DonationIncome, "D1", "-30000.00 CNY", party("D-1"))}},
		{Key: "gift-d2", Kind: ledger.Gift, Date: day("2026-02-04"), Legs: []ledger.Leg{
			leg(ledger.Bank, "POOL", "1000.00 CNY"), leg(ledger.DonationIncome, "POOL", "-1000.00 CNY", party("D-2"))}},
		{Key: "gift-d3", Kind: ledger.Gift, Date: day("2026-02-05"), Receipt: "R-3", Legs: []ledger.Leg{
			leg(ledger.Cash, "POOL", "2000.00 CNY"), leg(ledger.DonationIncome, "POOL", "-2000.00 CNY", party("D-3"))}},
		{Key: "rice", Kind: ledger.GiftInKind, Date: day("2026-02-10"), Receipt: "R-4", Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "1000.01 CNY", lot("rice-1"), at("县库")), leg(ledger.DonationIncome, "POOL", "-1000.01 CNY", party("D-1")),
			leg(ledger.Stock, "POOL", "10 rice/袋", lot("rice-1"), at("县库")), leg(ledger.Donor, "POOL", "-10 rice/袋", lot("rice-1"), party("D-1"))},
			Lots: lots("rice-1", "rice/袋", "2026-11-30"), Valuations: valued("rice-1", ledger.Voucher, "10 rice/袋", "1000.01")},
		{Key: "quilts", Kind: ledger.GiftInKind, Date: day("2026-02-11"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "600.00 CNY", lot("quilt-1"), at("甲镇")), leg(ledger.DonationIncome, "POOL", "-600.00 CNY", party("D-2")),
			leg(ledger.Stock, "POOL", "6 quilt/床", lot("quilt-1"), at("甲镇")), leg(ledger.Donor, "POOL", "-6 quilt/床", lot("quilt-1"), party("D-2"))},
			Lots: lots("quilt-1", "quilt/床", ""), Valuations: valued("quilt-1", ledger.Declared, "6 quilt/床", "600.00")},
		{Key: "clothes", Kind: ledger.GiftInKind, Date: day("2026-02-12"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "40 clothes/件", lot("clothes-1"), at("甲镇")),
			leg(ledger.Donor, "POOL", "-40 clothes/件", lot("clothes-1"), party("D-4"))},
			Lots: lots("clothes-1", "clothes/件", ""), Valuations: valued("clothes-1", ledger.Unvalued, "40 clothes/件", "0.00")},
		{Key: "hand-rice", Kind: ledger.Distribution, Date: day("2026-03-01"), Legs: []ledger.Leg{
			leg(ledger.ProgrammeCost, "POOL", "400.00 CNY", purpose("relief"), use(ledger.Relief)),
			leg(ledger.Stock, "POOL", "-400.00 CNY", lot("rice-1"), at("县库")), leg(ledger.Stock, "POOL", "-4 rice/袋", lot("rice-1"), at("县库")),
			leg(ledger.Beneficiary, "POOL", "1 rice/袋", lot("rice-1"), party("B-1"), purpose("relief")),
			leg(ledger.Beneficiary, "POOL", "3 rice/袋", lot("rice-1"), party("B-2"), purpose("relief"))}},
		{Key: "relief", Kind: ledger.CashRelief, Date: day("2026-03-02"), Legs: []ledger.Leg{
			leg(ledger.Cash, "POOL", "-500.00 CNY"), leg(ledger.ProgrammeCost, "POOL", "500.00 CNY", purpose("visits"), party("B-1"))}},
		{Key: "wrong", Kind: ledger.CashRelief, Date: day("2026-03-03"), Legs: []ledger.Leg{
			leg(ledger.Cash, "POOL", "-70.00 CNY"), leg(ledger.ProgrammeCost, "POOL", "70.00 CNY", purpose("visits"), party("B-3"))}},
		{Key: "undo", Kind: ledger.Reversal, Date: day("2026-03-04"), Reverses: "wrong", Legs: []ledger.Leg{
			leg(ledger.Cash, "POOL", "70.00 CNY"), leg(ledger.ProgrammeCost, "POOL", "-70.00 CNY", purpose("visits"), party("B-3"))}},
		{Key: "study", Kind: ledger.Payment, Date: day("2026-03-10"), Legs: []ledger.Leg{
			leg(ledger.Bank, "D1", "-12345.67 CNY"), leg(ledger.ProgrammeCost, "D1", "12345.67 CNY", purpose("study"))}},
		{Key: "reserve", Kind: ledger.Reserve, Date: day("2026-03-15"), Legs: []ledger.Leg{
			leg(ledger.Committed, "LOT", "30000.00 CNY", held("reserve"), line("L1")), leg(ledger.Uncommitted, "LOT", "-30000.00 CNY", held("reserve"), line("L1"))}},
		{Key: "pay", Kind: ledger.Payment, Date: day("2026-04-02"), Legs: []ledger.Leg{
			leg(ledger.Bank, "LOT", "-10000.00 CNY"), leg(ledger.ProgrammeCost, "LOT", "10000.00 CNY", purpose("visits"), use(ledger.Service), line("L1")),
			leg(ledger.Committed, "LOT", "-10000.00 CNY", held("reserve"), line("L1")), leg(ledger.Uncommitted, "LOT", "10000.00 CNY", held("reserve"), line("L1"))}},
		{Key: "admin", Kind: ledger.Payment, Date: day("2026-04-03"), Legs: []ledger.Leg{
			leg(ledger.Bank, "GEN", "-1500.00 CNY"), leg(ledger.AdminCost, "GEN", "1500.00 CNY", use(ledger.Office), line("L9"))}},
		{Key: "printer", Kind: ledger.Payment, Date: day("2026-04-04"), Legs: []ledger.Leg{
			leg(ledger.Bank, "GEN", "-900.00 CNY"), leg(ledger.FixedAsset, "GEN", "900.00 CNY", use(ledger.Equipment), line("L8"))}},
		{Key: "earned", Kind: ledger.Earned, Date: day("2026-07-05"), Legs: []ledger.Leg{
			leg(ledger.Advances, "CON", "48000.00 CNY", deal("HT-1")), leg(ledger.ServiceIncome, "CON", "-48000.00 CNY", deal("HT-1"))}},
		{Key: "change", Kind: ledger.PurposeChange, Date: day("2026-08-01"), Consent: ledger.Consent{By: ledger.DonorConsents, Number: "T-1"}, Legs: []ledger.Leg{
			leg(ledger.Bank, "D1", "-5000.00 CNY"), leg(ledger.InterFund, "D1", "5000.00 CNY"),
			leg(ledger.Bank, "POOL", "5000.00 CNY"), leg(ledger.InterFund, "POOL", "-5000.00 CNY")}},
		{Key: "move", Kind: ledger.StockTransfer, Date: day("2026-08-02"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "-2 quilt/床", lot("quilt-1"), at("甲镇")), leg(ledger.Stock, "POOL", "2 quilt/床", lot("quilt-1"), at("乙镇")),
			leg(ledger.Stock, "POOL", "-200.00 CNY", lot("quilt-1"), at("甲镇")), leg(ledger.Stock, "POOL", "200.00 CNY", lot("quilt-1"), at("乙镇"))}},
		{Key: "appraise", Kind: ledger.Revaluation, Date: day("2026-09-01"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "800.00 CNY", lot("clothes-1"), at("甲镇")), leg(ledger.DonationIncome, "POOL", "-800.00 CNY", party("D-4"))},
			Valuations: valued("clothes-1", ledger.Appraisal, "40 clothes/件", "800.00")},
		{Key: "moths", Kind: ledger.WriteOff, Date: day("2026-09-02"), Legs: []ledger.Leg{
			leg(ledger.OtherCost, "POOL", "100.00 CNY", purpose("relief")), leg(ledger.Stock, "POOL", "-100.00 CNY", lot("clothes-1"), at("甲镇")),
			leg(ledger.Stock, "POOL", "-5 clothes/件", lot("clothes-1"), at("甲镇")), leg(ledger.Loss, "POOL", "5 clothes/件", lot("clothes-1"))}},
		{Key: "doctor", Kind: ledger.ServiceGift, Date: day("2026-09-10"), Evidence: paper, Legs: []ledger.Leg{
			leg(ledger.ProgrammeCost, "GEN", "3000.00 CNY", purpose("visits")), leg(ledger.DonationIncome, "GEN", "-3000.00 CNY", party("D-5"))}},
		{Key: "pledge", Kind: ledger.Gift, Date: day("2026-09-11"), Legs: []ledger.Leg{
			leg(ledger.Receivable, "GEN", "250.00 CNY"), leg(ledger.DonationIncome, "GEN", "-250.00 CNY")}},
		{Key: "toys", Kind: ledger.GiftInKind, Date: day("2026-09-11"), Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "12 toy/件", lot("toy-1"), at("乙镇")), leg(ledger.Donor, "POOL", "-12 toy/件", lot("toy-1"), party("D-4"))},
			Lots: lots("toy-1", "toy/件", ""), Valuations: valued("toy-1", ledger.Unvalued, "12 toy/件", "0.00")},
		{Key: "pass-in", Kind: ledger.Gift, Date: day("2026-09-12"), Legs: []ledger.Leg{
			leg(ledger.Bank, "AGENCY", "7000.00 CNY"), leg(ledger.AgencyLiability, "AGENCY", "-7000.00 CNY", party("D-6"))}},
		{Key: "pass-on", Kind: ledger.Payment, Date: day("2026-09-20"), Legs: []ledger.Leg{
			leg(ledger.Bank, "AGENCY", "-6000.00 CNY"), leg(ledger.AgencyLiability, "AGENCY", "6000.00 CNY", party("B-9"))}},
		{Key: "hours", Kind: ledger.Served, Date: day("2026-10-01"), Legs: []ledger.Leg{
			leg(ledger.Volunteer, "", "120 min", party("V-1")), leg(ledger.ServicePool, "", "-120 min")}},
		{Key: "bank-in", Kind: ledger.TimeEarned, Date: day("2026-10-02"), Legs: []ledger.Leg{
			leg(ledger.TimeBank, "", "90 min", party("V-1")), leg(ledger.TimePool, "", "-90 min")}},
		{Key: "bank-move", Kind: ledger.TimeMoved, Date: day("2026-10-03"), Legs: []ledger.Leg{
			leg(ledger.TimeBank, "", "-30 min", party("V-1")), leg(ledger.TimeBank, "", "30 min", party("V-2"))}},
		{Key: "bank-out", Kind: ledger.TimeSpent, Date: day("2026-11-04"), Legs: []ledger.Leg{
			leg(ledger.TimeBank, "", "-20 min", party("V-2")), leg(ledger.TimePool, "", "20 min")}},
		{Key: "back", Kind: ledger.RefundPaid, Date: day("2026-11-05"), Legs: []ledger.Leg{
			leg(ledger.DonationIncome, "POOL", "100.00 CNY", party("D-3")), leg(ledger.Cash, "POOL", "-100.00 CNY")}},
		{Key: "away", Kind: ledger.BetweenBooks, Date: day("2026-12-01"), Legs: []ledger.Leg{
			leg(ledger.Bank, "LOT", "-4000.00 CNY"), leg(ledger.InterBook, "LOT", "4000.00 CNY", book("town"))}},
	}
}

func recorded() journal.Options { return journal.Options{At: time.UnixMilli(1_790_000_000_000)} }

// replayed posts entries into a book through the journal, which judges them, and replays it.
func replayed(name string, list []ledger.Entry) (*books.State, error) {
	j, err := journal.Open(journal.Config{Chain: chain.SHA256(name), Funds: fundsOf()})
	if err != nil {
		return nil, err
	}
	var store memory.Store
	ctx := context.Background()
	for _, e := range list {
		if err := store.Update(ctx, func(tx journal.DayTx) error {
			_, err := j.Post(ctx, tx, e, recorded())
			return err
		}); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Key, err)
		}
	}
	return books.Replay(ctx, &store, j.Chain())
}

var county = sync.OnceValues(func() (*books.State, error) { return replayed("county", entries()) })

func state(t testing.TB) *books.State {
	t.Helper()
	s, err := county()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sealed replays entries that no journal has judged.
func sealed(t testing.TB, name string, list []ledger.Entry) *books.State {
	t.Helper()
	c := chain.SHA256(name)
	var records memoryReader
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
	s, err := books.Replay(context.Background(), records, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

type memoryReader []chain.Record

func (m memoryReader) Records(_ context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for _, r := range m {
			if r.Seq >= from && (to == 0 || r.Seq <= to) && !yield(r, nil) {
				return
			}
		}
	}
}
