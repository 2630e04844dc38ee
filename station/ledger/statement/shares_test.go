package statement_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
)

// The shares of all who filled a fund add up to what it spent and moved, by purpose, and every share is within a fen a purpose.
func TestDonorSharesAddUp(t *testing.T) {
	pooled := 0
	eachJournal(t, rounds, size, func(_ *rand.Rand, list []ledger.Entry, s *books.State, q question, _ []seen) {
		legs := scan(list, question{as: q.as})
		spent, exact := map[ledger.FundID]int64{}, map[ledger.FundID]bool{}
		for _, who := range []ledger.PartyRef{"D-1", "D-2", "D-3", ""} {
			d, err := statement.DonorReport(ctx, s, funds, who, q.as)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range d.Funds {
				of := func(match func(ledger.Leg) bool) int64 {
					return sum(legs, func(x seen) bool { return x.leg.Fund == f.Fund && x.leg.Amount.Unit() == ledger.CNY() && match(x.leg) })
				}
				given := -of(func(l ledger.Leg) bool { return l.Account == ledger.DonationIncome && l.Party == who })
				expense := of(func(l ledger.Leg) bool { return l.Account.Class() == ledger.Expense })
				moved := of(func(l ledger.Leg) bool { return l.Account == ledger.InterFund })
				all := -of(func(l ledger.Leg) bool { return l.Account.Class() == ledger.Income || l.Account == ledger.NetAssets }) + max(-moved, 0)
				if f.Given.Fen() != given || f.PoolSpent.Fen() != expense || f.PoolGiven.Fen() != all || f.Left.Fen() != given-f.Spent.Fen()-f.Moved.Fen() {
					t.Errorf("%s of %s: %+v, want given %d, spent %d of %d", who, f.Fund, f, given, expense, all)
				}
				spent[f.Fund] += f.Spent.Fen()
				if !f.Pooled || given <= 0 || all <= 0 {
					continue
				}
				pooled++
				clean := true // every part of the pool is positive, so the exact share is given of all
				for _, p := range []ledger.PartyRef{"D-1", "D-2", "D-3", ""} {
					clean = clean && of(func(l ledger.Leg) bool { return l.Account == ledger.DonationIncome && l.Party == p }) <= 0
				}
				other := -of(func(l ledger.Leg) bool {
					return l.Account != ledger.DonationIncome && (l.Account.Class() == ledger.Income || l.Account == ledger.NetAssets)
				})
				if other < 0 || !clean {
					continue
				}
				exact[f.Fund] = exact[f.Fund] || other == 0 && moved >= 0
				share := new(big.Rat).Mul(big.NewRat(given, all), new(big.Rat).SetInt64(expense))
				off := share.Sub(share, new(big.Rat).SetInt64(f.Spent.Fen()))
				if off.Abs(off).Cmp(big.NewRat(4, 1)) >= 0 { // four purposes at most
					t.Errorf("%s of %s: %v is %v off its share", who, f.Fund, f.Spent, off)
				}
			}
		}
		for id, yes := range exact {
			if n := sum(legs, func(x seen) bool { return x.leg.Fund == id && x.leg.Account.Class() == ledger.Expense }); yes && n != spent[id] {
				t.Errorf("%s: shares of %d, spent %d", id, spent[id], n)
			}
		}
	})
	if pooled == 0 {
		t.Error("no fund was pooled")
	}
}

func TestPeopleAgainstScan(t *testing.T) {
	eachJournal(t, rounds, size, func(_ *rand.Rand, list []ledger.Entry, s *books.State, q question, legs []seen) {
		for _, who := range []ledger.PartyRef{"B-1", "B-2", "nobody"} {
			b, err := statement.BeneficiaryStatement(s, who, q.during, q.as)
			if err != nil {
				t.Fatal(err)
			}
			got := map[ledger.Unit]int64{}
			for _, a := range b.Totals {
				got[a.Unit()] = a.Minor()
			}
			for _, u := range []string{"CNY", "rice/袋", "clothes/件"} {
				unit := ledger.MustParseUnit(u)
				if n := sum(legs, func(x seen) bool {
					return x.within && x.leg.Party == who && (x.leg.Account == ledger.Beneficiary || x.leg.Account == ledger.ProgrammeCost) && x.leg.Amount.Unit() == unit
				}); n != got[unit] {
					t.Errorf("%s got %d of %s, want %d", who, got[unit], u, n)
				}
			}
			value := int64(0)
			for _, x := range legs {
				if x.within && x.from.Kind == ledger.Distribution && x.leg.Party == who {
					value += x.e.Legs[0].Amount.Minor()
				}
			}
			if b.Value.Fen() != value {
				t.Errorf("%s got goods of %v, want %d", who, b.Value, value)
			}
		}
		accounts, err := statement.TimeBankOf(s, "", q.during, q.as)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range accounts {
			of := func(match func(seen) bool) int64 {
				return sum(legs, func(x seen) bool { return x.leg.Account == ledger.TimeBank && x.leg.Party == a.Party && match(x) })
			}
			kind := func(k ledger.Kind, plus bool) func(seen) bool {
				return func(x seen) bool { return x.within && x.from.Kind == k && (x.leg.Amount.Minor()*x.sign > 0) == plus }
			}
			want := []int64{of(func(x seen) bool { return x.before }), of(kind(ledger.TimeEarned, true)), -of(kind(ledger.TimeSpent, false)),
				of(kind(ledger.TimeMoved, true)), -of(kind(ledger.TimeMoved, false)), of(func(x seen) bool { return x.before || x.within })}
			got := []int64{a.Opening.Minor(), a.Earned.Minor(), a.Spent.Minor(), a.Got.Minor(), a.Gave.Minor(), a.Closing.Minor()}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", a.Party, d)
			}
		}
		served, err := statement.VolunteersOf(s, q.during, q.as)
		if err != nil {
			t.Fatal(err)
		}
		total := int64(0)
		for _, v := range served {
			total += v.Minutes.Minor()
		}
		if n := sum(legs, func(x seen) bool { return x.within && x.leg.Account == ledger.Volunteer }); n != total {
			t.Errorf("served %d, want %d", total, n)
		}
		rows, err := statement.BudgetActual(s, nil, q.during, q.as)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if n := sum(legs, func(x seen) bool {
				return x.within && x.leg.Account.Spending() && x.leg.Fund == row.Fund && x.leg.Line == row.Line
			}); n != row.Actual.Fen() || row.Left.Fen() != -n {
				t.Errorf("%+v, want %d", row, n)
			}
		}
	})
}

// Who got back from a fund more than he gave to it has no share in what it spent.
func TestNoShareWithoutAGift(t *testing.T) {
	day := cal.MustParse("2026-01-02")
	gift := func(key string, who ledger.PartyRef, fen int64) ledger.Entry {
		return ledger.Entry{Key: key, Kind: ledger.Gift, Date: day, Legs: []ledger.Leg{
			leg(ledger.Bank, "POOL", cny(fen)), leg(ledger.DonationIncome, "POOL", cny(-fen), party(who))}}
	}
	s := sealed(t, "county", []ledger.Entry{gift("a", "X", -5000), gift("b", "Y", 10000), {Key: "c", Kind: ledger.Payment, Date: day, Legs: []ledger.Leg{
		leg(ledger.Bank, "POOL", "-90.00 CNY"), leg(ledger.ProgrammeCost, "POOL", "90.00 CNY")}}})
	for who, want := range map[ledger.PartyRef]string{"X": "0.00", "Y": "90.00"} {
		d, err := statement.DonorReport(ctx, s, funds, who, now)
		if err != nil || !d.Funds[0].Pooled || d.Funds[0].Spent.String() != want {
			t.Errorf("%s: %+v %v", who, d.Funds, err)
		}
	}
}

// An entry that pays a person and hands out goods: the cost of the goods names its lot and is no money that the person got.
func TestMoneyAndGoodsInOneEntry(t *testing.T) {
	day := cal.MustParse("2026-01-02")
	s := sealed(t, "county", []ledger.Entry{{Key: "in", Kind: ledger.Opening, Date: day, Lots: lots("L", "rice/袋", ""), Legs: []ledger.Leg{
		leg(ledger.Stock, "POOL", "3 rice/袋", lot("L")), leg(ledger.NetAssets, "POOL", "-3 rice/袋", lot("L"))}},
		{Key: "out", Kind: ledger.Distribution, Date: day, Legs: []ledger.Leg{
			leg(ledger.Stock, "POOL", "-3 rice/袋", lot("L")), leg(ledger.Stock, "POOL", "-0.50 CNY", lot("L")),
			leg(ledger.Beneficiary, "POOL", "1 rice/袋", lot("L"), party("B-2")), leg(ledger.Beneficiary, "POOL", "2 rice/袋", lot("L"), party("B-1")),
			leg(ledger.ProgrammeCost, "POOL", "0.50 CNY", lot("L"), party("B-1")),
			leg(ledger.Cash, "POOL", "-20.00 CNY"), leg(ledger.ProgrammeCost, "POOL", "20.00 CNY", party("B-1"))}},
		// Nothing is paid here: the cost that names the person is that of the goods.
		{Key: "more", Kind: ledger.Distribution, Date: day, Legs: []ledger.Leg{leg(ledger.Stock, "POOL", "-1 rice/袋", lot("L")),
			leg(ledger.Stock, "POOL", "-0.25 CNY", lot("L")), leg(ledger.Beneficiary, "POOL", "1 rice/袋", lot("L"), party("B-1")),
			leg(ledger.ProgrammeCost, "POOL", "0.25 CNY", party("B-1"))}}})
	b, err := statement.BeneficiaryStatement(s, "B-1", cal.Period{}, now)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]ledger.Amount{ledger.MustParseAmount("20.00 CNY"), ledger.MustParseAmount("3 rice/袋")}, b.Totals); d != "" || b.Value.String() != "0.58" {
		t.Error(d, b.Value)
	}
}

// Opening + received − spent = closing for every fund of a disclosure, agency funds among them, and a reversal takes back what it undoes.
func TestDisclosedFundsAddUp(t *testing.T) {
	eachJournal(t, rounds, size, func(_ *rand.Rand, list []ledger.Entry, _ *books.State, q question, _ []seen) {
		for i, n := range []int64{900, -400, 250} {
			list = append(list, ledger.Entry{Key: "agency-" + string(rune('a'+i)), Kind: ledger.Gift, Date: cal.MustParse("2026-01-20").AddDays(40 * i), Legs: []ledger.Leg{
				leg(ledger.Bank, "AGENCY", cny(n)), leg(ledger.AgencyLiability, "AGENCY", cny(-n))}})
		}
		last := list[len(list)-1]
		list = append(list, ledger.Entry{Key: "agency-undo", Kind: ledger.Reversal, Reverses: last.Key, Date: last.Date, Legs: last.Reversed()})
		d, err := statement.DisclosureOf(ctx, sealed(t, "county", list), funds, q.during, q.as, nil)
		if err != nil {
			t.Fatal(err)
		}
		legs := scan(list, q)
		for _, f := range d.Funds {
			if f.Opening.Fen()+f.Received.Fen()-f.Spent.Fen() != f.Closing.Fen() {
				t.Errorf("%+v does not add up", f)
			}
			if f.Fund != "AGENCY" {
				continue
			}
			of := func(sign int64) int64 {
				return -sum(legs, func(x seen) bool {
					return x.within && x.leg.Account == ledger.AgencyLiability && x.from.Legs[1].Amount.Minor()*sign < 0
				})
			}
			if f.Received.Fen() != of(1) || f.Spent.Fen() != -of(-1) {
				t.Errorf("%+v, want %d and %d", f, of(1), -of(-1))
			}
		}
	})
}

// Goods that are only passed on are nobody's gift to the station.
func TestAgencyGoodsAreNotGathered(t *testing.T) {
	s := sealed(t, "county", []ledger.Entry{{Key: "in", Kind: ledger.GiftInKind, Date: cal.MustParse("2026-01-02"), Lots: lots("L", "rice/袋", ""), Legs: []ledger.Leg{
		leg(ledger.Stock, "AGENCY", "3 rice/袋", lot("L")), leg(ledger.Donor, "AGENCY", "-3 rice/袋", lot("L"))},
		Valuations: valued("L", ledger.Unvalued, "3 rice/袋", "0.00")}})
	r, err := statement.ResourcesOf(ctx, s, funds, year(), now, nil)
	if d := cmp.Diff(statement.Resources{}, r); d != "" || err != nil {
		t.Error(d, err)
	}
}

// Every statement is the same each time, whatever the order of maps (I8).
func TestStatementsAreTheSameEachTime(t *testing.T) {
	s := sealed(t, "county", journalOf(rand.New(rand.NewPCG(8, 8)), 200))
	all := func() []any {
		r, err1 := statement.ResourcesOf(ctx, s, funds, year(), now, nil)
		cards, err2 := statement.StockCards(s, "", year(), now)
		donor, err3 := statement.DonorReport(ctx, s, funds, "D-1", now)
		disclosed, err4 := statement.DisclosureOf(ctx, s, funds, year(), now, nil)
		bank, err5 := statement.TimeBankOf(s, "", year(), now)
		deals, err6 := statement.Contracts(s, year(), now)
		if err := errors.Join(err1, err2, err3, err4, err5, err6); err != nil {
			t.Fatal(err)
		}
		return append(everything(t, s, year()), r, cards, donor, disclosed, bank, deals)
	}
	first := all()
	for range 20 {
		if d := cmp.Diff(first, all(), cmp.Comparer(func(a, b ledger.Fund) bool { return a.ID == b.ID })); d != "" {
			t.Fatal(d)
		}
	}
}
