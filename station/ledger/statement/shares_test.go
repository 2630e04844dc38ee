package statement_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

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
