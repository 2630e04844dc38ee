package statement_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/money"
)

// The oracles add up legs by linear scan in big integers, entry by entry, and know the kinds of the generator rather than the rules of the package.

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func minutes(n int64) string { return fmt.Sprintf("%d min", n) }

func cny(fen int64) string { return money.Fen(fen).String() + " CNY" }

// unitOf is the unit of a lot.
func unitOf(lot int) string {
	if lot < 3 {
		return "rice/袋"
	}
	return "clothes/件"
}

// journalOf makes entries of every kind that balance, over a year and a few days more. They need not be what a journal accepts.
func journalOf(r *rand.Rand, n int) []ledger.Entry {
	var list []ledger.Entry
	pots := []ledger.FundID{"LOT", "POOL", "D1", "GEN", "CON"}
	purposes := []ledger.Purpose{"relief", "visits", "study"}
	day := func() cal.Date { return cal.MustParse("2025-11-20").AddDays(r.IntN(420)) }
	undone := map[string]bool{}
	for i := range 6 { // every lot is declared by the entry posted first, which is not the first by date
		id, unit := ledger.LotID(fmt.Sprintf("lot-%d", i)), unitOf(i)
		list = append(list, ledger.Entry{Key: string(id), Kind: ledger.GiftInKind, Date: day(), Lots: lots(id, unit, "2026-10-01"),
			Legs:       []ledger.Leg{leg(ledger.Stock, "POOL", "9 "+unit, lot(id), at("甲镇")), leg(ledger.Donor, "POOL", "-9 "+unit, lot(id), party("D-1"))},
			Valuations: valued(id, ledger.Unvalued, "9 "+unit, "0.00")})
	}
	for i := range n {
		f, fen := pick(r, pots...), 1+r.Int64N(1e7)
		who := pick[ledger.PartyRef](r, "D-1", "D-2", "D-3", "")
		person := pick[ledger.PartyRef](r, "B-1", "B-2", "B-3")
		number, spot := r.IntN(6), pick(r, "甲镇", "乙镇")
		id, unit := ledger.LotID(fmt.Sprintf("lot-%d", number)), unitOf(number)
		q := 1 + r.Int64N(50)
		goods := func(n int64) string { return fmt.Sprintf("%d %s", n, unit) }
		e := ledger.Entry{Key: fmt.Sprintf("K%d", i), Date: day()}
		cash := pick(r, ledger.Cash, ledger.Bank)
		switch r.IntN(17) {
		case 0:
			e.Kind, e.Legs = ledger.Opening, []ledger.Leg{leg(cash, f, cny(fen)), leg(ledger.NetAssets, f, cny(-fen))}
		case 1:
			e.Kind, e.Legs = ledger.Grant, []ledger.Leg{leg(cash, f, cny(fen)), leg(ledger.GrantIncome, f, cny(-fen))}
		case 2, 3:
			e.Kind, e.Legs = ledger.Gift, []ledger.Leg{leg(cash, f, cny(fen)), leg(ledger.DonationIncome, f, cny(-fen), party(who))}
			e.Receipt = pick(r, "", "R-"+e.Key)
		case 4:
			e.Kind, e.Legs = ledger.Payment, []ledger.Leg{leg(cash, f, cny(-fen)),
				leg(pick(r, ledger.ProgrammeCost, ledger.AdminCost, ledger.FixedAsset), f, cny(fen), purpose(pick(r, purposes...)),
					line(pick[ledger.Line](r, "L1", "L2", "")))}
		case 5:
			e.Kind, e.Legs = ledger.CashRelief, []ledger.Leg{leg(cash, f, cny(-fen)), leg(ledger.ProgrammeCost, f, cny(fen), purpose(pick(r, purposes...)), party(person))}
		case 6, 7:
			basis := pick(r, ledger.Voucher, ledger.Appraisal, ledger.Declared)
			e.Kind, e.Valuations = ledger.GiftInKind, valued(id, basis, goods(q), money.Fen(fen).String())
			e.Legs = []ledger.Leg{leg(ledger.Stock, f, cny(fen), lot(id), at(spot)), leg(ledger.DonationIncome, f, cny(-fen), party(who)),
				leg(ledger.Stock, f, goods(q), lot(id), at(spot)), leg(ledger.Donor, f, goods(-q), lot(id), party(who))}
		case 8:
			e.Kind, e.Valuations = ledger.GiftInKind, valued(id, ledger.Unvalued, goods(q), "0.00")
			e.Legs = []ledger.Leg{leg(ledger.Stock, f, goods(q), lot(id), at(spot)), leg(ledger.Donor, f, goods(-q), lot(id), party(who))}
		case 9:
			e.Kind, e.Legs = ledger.Distribution, []ledger.Leg{leg(ledger.ProgrammeCost, f, cny(fen), purpose(pick(r, purposes...))),
				leg(ledger.Stock, f, cny(-fen), lot(id), at(spot)), leg(ledger.Stock, f, goods(-q), lot(id), at(spot)),
				leg(ledger.Beneficiary, f, goods(q), lot(id), party(person))}
		case 10:
			e.Kind, e.Legs = ledger.WriteOff, []ledger.Leg{leg(ledger.OtherCost, f, cny(fen), purpose("relief")),
				leg(ledger.Stock, f, cny(-fen), lot(id), at(spot)), leg(ledger.Stock, f, goods(-q), lot(id), at(spot)), leg(ledger.Loss, f, goods(q), lot(id))}
		case 11:
			e.Kind, e.Legs = ledger.StockTransfer, []ledger.Leg{leg(ledger.Stock, f, cny(-fen), lot(id), at("甲镇")), leg(ledger.Stock, f, cny(fen), lot(id), at("乙镇")),
				leg(ledger.Stock, f, goods(-q), lot(id), at("甲镇")), leg(ledger.Stock, f, goods(q), lot(id), at("乙镇"))}
		case 12:
			e.Kind, e.Valuations = ledger.Revaluation, valued(id, ledger.Appraisal, goods(q), money.Fen(fen+pick[int64](r, 0, 5)).String())
			e.Legs = []ledger.Leg{leg(ledger.Stock, f, cny(fen), lot(id), at(spot)), leg(ledger.DonationIncome, f, cny(-fen), party(who))}
		case 13:
			e.Kind, e.Legs = ledger.ServiceGift, []ledger.Leg{leg(ledger.ProgrammeCost, f, cny(fen), purpose("visits")), leg(ledger.DonationIncome, f, cny(-fen), party(who))}
		case 14:
			g := pick(r, pots...)
			e.Kind, e.Legs = ledger.PurposeChange, []ledger.Leg{leg(ledger.Bank, f, cny(-fen)), leg(ledger.InterFund, f, cny(fen)),
				leg(ledger.Bank, g, cny(fen)), leg(ledger.InterFund, g, cny(-fen))}
		case 15:
			p := pick[ledger.PartyRef](r, "V-1", "V-2")
			switch r.IntN(4) {
			case 0:
				e.Kind, e.Legs = ledger.TimeEarned, []ledger.Leg{leg(ledger.TimeBank, "", minutes(q), party(p)), leg(ledger.TimePool, "", minutes(-q))}
			case 1:
				e.Kind, e.Legs = ledger.TimeSpent, []ledger.Leg{leg(ledger.TimeBank, "", minutes(-q), party(p)), leg(ledger.TimePool, "", minutes(q))}
			case 2:
				e.Kind, e.Legs = ledger.TimeMoved, []ledger.Leg{leg(ledger.TimeBank, "", minutes(-q), party(p)), leg(ledger.TimeBank, "", minutes(q), party("V-3"))}
			case 3:
				e.Kind, e.Legs = ledger.Served, []ledger.Leg{leg(ledger.Volunteer, "", minutes(q), party(p)), leg(ledger.ServicePool, "", minutes(-q))}
			}
		case 16:
			o := list[r.IntN(len(list))]
			if o.Kind == ledger.Reversal || undone[o.Key] {
				continue
			}
			undone[o.Key] = true
			e.Kind, e.Reverses, e.Legs, e.Date = ledger.Reversal, o.Key, o.Reversed(), o.Date.AddDays(r.IntN(60))
		}
		list = append(list, e)
	}
	return list
}

// question is a period and a point to ask about.
type question struct {
	during cal.Period
	as     books.AsOf
}

func ask(r *rand.Rand, n int) question {
	var q question
	if r.IntN(3) > 0 {
		q.during = pick(r, cal.Year(2026), cal.Month(2026, 3), cal.Half(2026, 1), cal.Since(cal.MustParse("2026-02-02")))
	}
	if r.IntN(3) == 0 {
		q.as.Seq = 1 + r.Uint64N(uint64(n))
	}
	if r.IntN(3) == 0 {
		q.as.Date = cal.MustParse("2025-12-15").AddDays(r.IntN(420))
	}
	return q
}

// seen is one leg that a scan finds, with its entry and what a reversal undoes.
type seen struct {
	leg     ledger.Leg
	e, from ledger.Entry
	sign    int64
	before  bool // dated before the period
	within  bool // dated in it
}

func scan(list []ledger.Entry, q question) []seen {
	var out []seen
	for i, e := range list {
		if q.as.Seq > 0 && uint64(i) >= q.as.Seq || !q.as.Date.IsZero() && e.Date.After(q.as.Date) {
			continue
		}
		from, sign := e, int64(1)
		if e.Reverses != "" {
			from, sign = list[slices.IndexFunc(list, func(x ledger.Entry) bool { return x.Key == e.Reverses })], -1
		}
		for _, l := range e.Legs {
			out = append(out, seen{l, e, from, sign, !q.during.IsZero() && e.Date.Before(q.during.From()), q.during.IsZero() || q.during.Contains(e.Date)})
		}
	}
	return out
}

// sum adds up the legs that match.
func sum(legs []seen, match func(seen) bool) int64 {
	total := new(big.Int)
	for _, x := range legs {
		if match(x) {
			total.Add(total, big.NewInt(x.leg.Amount.Minor()))
		}
	}
	return total.Int64()
}

func eachJournal(t *testing.T, rounds, size int, f func(r *rand.Rand, list []ledger.Entry, s *books.State, q question, legs []seen)) {
	t.Helper()
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 11))
		list := journalOf(r, size)
		s := sealed(t, "county", list)
		for range 4 {
			q := ask(r, size)
			f(r, list, s, q, scan(list, q))
			if t.Failed() {
				t.Fatalf("seed %d, %v as of %v", seed, q.during, q.as)
			}
		}
	}
}

const rounds, size = 10, 100

func TestTrialBalanceAgainstScan(t *testing.T) {
	eachJournal(t, rounds, size, func(_ *rand.Rand, list []ledger.Entry, s *books.State, q question, _ []seen) {
		trial, err := statement.TrialBalance(s, q.as)
		if err != nil {
			t.Fatal(err)
		}
		legs, left := scan(list, question{as: q.as}), 0
		for _, e := range ledgerAccounts() {
			for _, f := range []ledger.FundID{"", "LOT", "POOL", "D1", "GEN", "CON"} {
				for _, u := range []string{"CNY", "min", "rice/袋", "clothes/件"} {
					unit := ledger.MustParseUnit(u)
					n := sum(legs, func(x seen) bool { return x.leg.Account == e && x.leg.Fund == f && x.leg.Amount.Unit() == unit })
					want := statement.TrialRow{Account: e, Fund: f, Debit: ledger.Minor(max(n, 0), unit), Credit: ledger.Minor(max(-n, 0), unit)}
					if has := slices.Contains(trial.Rows, want); has != (n != 0) {
						t.Errorf("%v: %v", want, has)
					} else if has {
						left++
					}
				}
			}
		}
		if left != len(trial.Rows) {
			t.Errorf("%d rows of %d are right", left, len(trial.Rows))
		}
		for _, total := range trial.Totals {
			if total.Debit != total.Credit {
				t.Errorf("%v", total)
			}
		}
	})
}

func ledgerAccounts() []ledger.Account {
	var out []ledger.Account
	for e := range ledger.Accounts().All() {
		out = append(out, e.Key)
	}
	return out
}

func TestActivitiesAgainstScan(t *testing.T) {
	restricted := map[ledger.FundID]bool{"LOT": true, "POOL": true, "D1": true}
	eachJournal(t, rounds, size, func(_ *rand.Rand, _ []ledger.Entry, s *books.State, q question, legs []seen) {
		of := func(a ledger.Account, limited bool) int64 {
			return sum(legs, func(x seen) bool {
				return x.within && x.leg.Account == a && restricted[x.leg.Fund] == limited && x.leg.Amount.Unit() == ledger.CNY()
			})
		}
		line := func(a ledger.Account, free, limited int64) statement.ActivityLine {
			return statement.ActivityLine{Account: a, Unrestricted: money.Fen(free), Restricted: money.Fen(limited), Total: money.Fen(free + limited)}
		}
		release, split := statement.Activities{Presentation: statement.ByRelease}, statement.Activities{Presentation: statement.BySplit}
		var spent, change [2]int64 // unrestricted, restricted
		for _, a := range ledgerAccounts() {
			free, limited := of(a, false), of(a, true)
			switch {
			case a.Class() == ledger.Income && (free != 0 || limited != 0):
				release.Income = append(release.Income, line(a, -free, -limited))
				split.Income = append(split.Income, line(a, -free, -limited))
			case a.Class() == ledger.Expense && (free != 0 || limited != 0):
				release.Expenses = append(release.Expenses, line(a, free+limited, 0))
				split.Expenses = append(split.Expenses, line(a, free, limited))
				spent[1] += limited
			}
			if c := a.Class(); c == ledger.Income || c == ledger.Expense || c == ledger.Transit {
				change[0], change[1] = change[0]-free, change[1]-limited
			}
		}
		release.Release = line("", spent[1], -spent[1])
		split.Release = line("", 0, 0)
		for _, w := range []*statement.Activities{&release, &split} {
			w.Transfers = line("", -of(ledger.InterFund, false), -of(ledger.InterFund, true))
			w.Change = line("", change[0], change[1])
			got, err := statement.ActivitiesOf(ctx, s, funds, w.Presentation, q.during, q.as)
			if d := cmp.Diff(*w, got); d != "" || err != nil {
				t.Error(d, err)
			}
		}
	})
}

func TestFundStatementsAgainstScan(t *testing.T) {
	eachJournal(t, rounds, size, func(_ *rand.Rand, _ []ledger.Entry, s *books.State, q question, legs []seen) {
		list, err := statement.FundStatements(ctx, s, funds, q.during, q.as)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range list {
			of := func(when func(seen) bool, classes ...ledger.Class) int64 {
				return sum(legs, func(x seen) bool {
					return when(x) && x.leg.Fund == st.Fund.ID && x.leg.Amount.Unit() == ledger.CNY() && slices.Contains(classes, x.leg.Account.Class())
				})
			}
			before, within := func(x seen) bool { return x.before }, func(x seen) bool { return x.within }
			either := func(x seen) bool { return x.before || x.within }
			income, spending, holdings := int64(0), int64(0), int64(0)
			for _, l := range st.Income {
				income += l.Amount.Fen()
			}
			for _, l := range st.Spending {
				spending += l.Amount.Fen()
				if n := sum(legs, func(x seen) bool {
					return x.within && x.leg.Fund == st.Fund.ID && x.leg.Account == l.Account && x.leg.Purpose == l.Purpose && x.leg.Use == l.Use
				}); n != l.Amount.Fen() {
					t.Errorf("%s: %v, want %d", st.Fund.ID, l, n)
				}
			}
			for _, l := range st.Holdings {
				holdings += l.Amount.Fen()
			}
			want := []int64{
				-of(before, ledger.NetAsset, ledger.Income, ledger.Expense, ledger.Transit), -of(within, ledger.Income), of(within, ledger.Expense),
				-of(within, ledger.NetAsset), -of(within, ledger.Transit), -of(either, ledger.NetAsset, ledger.Income, ledger.Expense, ledger.Transit),
				of(either, ledger.Asset, ledger.Liability)}
			got := []int64{st.Opening.Fen(), income, spending, st.Brought.Fen(), st.Transfers.Fen(), st.Closing.Fen(), holdings}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", st.Fund.ID, d)
			}
			if st.Opening.Fen()+income-spending+st.Brought.Fen()+st.Transfers.Fen() != st.Closing.Fen() || holdings != st.Closing.Fen() {
				t.Errorf("%+v does not add up", st)
			}
		}
		for _, x := range legs {
			if (x.before || x.within) && x.leg.Amount.Unit() == ledger.CNY() && len(list) == 0 {
				t.Error("no statement")
			}
		}
	})
}

// What the generator's kinds give, added up by kind.
func TestResourcesAgainstScan(t *testing.T) {
	eachJournal(t, rounds, size, func(r *rand.Rand, list []ledger.Entry, s *books.State, q question, legs []seen) {
		got, err := statement.ResourcesOf(ctx, s, funds, q.during, q.as, nil)
		if err != nil {
			t.Fatal(err)
		}
		income := func(kinds ...ledger.Kind) int64 {
			return -sum(legs, func(x seen) bool {
				return x.within && x.leg.Account == ledger.DonationIncome && (kinds == nil || slices.Contains(kinds, x.from.Kind))
			})
		}
		goods, err := got.Goods()
		if err != nil {
			t.Fatal(err)
		}
		want := []int64{income(ledger.Gift), income(ledger.GiftInKind, ledger.Revaluation), income(ledger.ServiceGift), 0}
		if d := cmp.Diff(want, []int64{got.Cash.Fen(), goods.Fen(), got.Services.Fen(), got.Other.Fen()}); d != "" {
			t.Error(d)
		}
		receipted, declared, unvalued := int64(0), int64(0), map[ledger.Unit]int64{}
		gifts := int64(0)
		for i, e := range list {
			x := seen{e: e, from: e, sign: 1}
			if e.Reverses != "" {
				x.from, x.sign = list[slices.IndexFunc(list, func(o ledger.Entry) bool { return o.Key == e.Reverses })], -1
			}
			if q.as.Seq > 0 && uint64(i) >= q.as.Seq || !q.as.Date.IsZero() && e.Date.After(q.as.Date) || !q.during.IsZero() && !q.during.Contains(e.Date) {
				continue
			}
			switch x.from.Kind {
			case ledger.Gift, ledger.GiftInKind, ledger.ServiceGift:
				gifts += x.sign
			}
			if x.from.Receipt != "" {
				receipted += x.sign * -x.from.Legs[1].Amount.Minor()
			}
			for _, v := range x.from.Valuations {
				switch {
				case x.from.Kind == ledger.GiftInKind && v.Basis == ledger.Unvalued:
					unvalued[v.Quantity.Unit()] += x.sign * v.Quantity.Minor()
				case x.from.Kind == ledger.Revaluation && v.Value.Fen() == x.from.Legs[0].Amount.Minor():
					unvalued[v.Quantity.Unit()] -= x.sign * v.Quantity.Minor()
				case v.Basis == ledger.Declared:
					declared += x.sign * v.Value.Fen()
				}
			}
		}
		listed := map[ledger.Unit]int64{}
		for _, g := range got.Unvalued {
			listed[g.Quantity.Unit()] = g.Quantity.Minor()
			if g.Value.Sign() != 0 || g.Basis != ledger.Unvalued {
				t.Errorf("%+v", g)
			}
		}
		for u, n := range unvalued {
			if listed[u] != n {
				t.Errorf("%d of %v unvalued, want %d", listed[u], u, n)
			}
		}
		total, _ := got.Total()
		grounded, _ := got.Grounded()
		if receipted != got.Receipted.Fen() || gifts != int64(got.Gifts) || total.Fen() != want[0]+want[1] || total.Fen()-grounded.Fen() != declared {
			t.Errorf("receipted %d, %v; gifts %d, %d; total %v, grounded %v, declared %d", receipted, got.Receipted, gifts, got.Gifts, total, grounded, declared)
		}
		bases, err := got.Bases()
		for _, b := range bases {
			total, _ = total.Sub(b.Value)
			if b.Basis == ledger.Declared && b.Value.Fen() != declared {
				t.Errorf("%v", b)
			}
		}
		if err != nil || total != got.Cash {
			t.Errorf("the bases leave %v of the total, cash is %v (%v)", total, got.Cash, err)
		}
		// Two halves of the time, in either order, are the whole.
		if !q.during.IsZero() {
			return
		}
		cut := cal.MustParse("2026-01-01").AddDays(r.IntN(200))
		early, err := cal.Through(cal.MustParse("2020-01-01"), cut)
		if err != nil {
			t.Fatal(err)
		}
		a, err := statement.ResourcesOf(ctx, s, funds, early, q.as, nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := statement.ResourcesOf(ctx, s, funds, cal.Since(cut.AddDays(1)), q.as, nil)
		if err != nil {
			t.Fatal(err)
		}
		ab, err := a.Plus(b)
		ba, errB := b.Plus(a)
		if d := cmp.Diff(got, ab) + cmp.Diff(ab, ba); d != "" || err != nil || errB != nil {
			t.Error(d, err)
		}
	})
}

func TestStockCardsAgainstScan(t *testing.T) {
	eachJournal(t, rounds, size, func(_ *rand.Rand, list []ledger.Entry, s *books.State, q question, legs []seen) {
		cards, err := statement.StockCards(s, "", q.during, q.as)
		if err != nil {
			t.Fatal(err)
		}
		minor := func(x statement.Stocked) []int64 { return []int64{x.Quantity.Minor(), x.Value.Fen()} }
		got := map[string][]int64{}
		for _, c := range cards {
			of := func(when func(seen) bool, unit ledger.Unit) int64 {
				return sum(legs, func(x seen) bool {
					return when(x) && x.leg.Account == ledger.Stock && x.leg.Lot == c.Lot.ID && x.leg.Fund == c.Fund &&
						x.leg.Station == c.Station && x.leg.Amount.Unit() == unit
				})
			}
			before, either := func(x seen) bool { return x.before }, func(x seen) bool { return x.before || x.within }
			if d := cmp.Diff([]int64{of(before, c.Lot.Unit), of(before, ledger.CNY())}, minor(c.Opening)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff([]int64{of(either, c.Lot.Unit), of(either, ledger.CNY())}, minor(c.Closing)); d != "" {
				t.Error(d)
			}
			revalued := []int64{0, c.Revalued.Fen()}
			for i := range 2 {
				if minor(c.Opening)[i]+minor(c.In)[i]-minor(c.Out)[i]-minor(c.Loss)[i]+minor(c.Moved)[i]+revalued[i] != minor(c.Closing)[i] {
					t.Errorf("%+v does not add up", c)
				}
			}
			key := fmt.Sprintf("%s %s", c.Lot.ID, c.Fund)
			if got[key] == nil {
				got[key] = make([]int64, 7)
			}
			for i, n := range []int64{minor(c.In)[0], minor(c.Out)[0], minor(c.Loss)[0], minor(c.In)[1], minor(c.Out)[1], minor(c.Loss)[1], c.Revalued.Fen()} {
				got[key][i] += n
			}
		}
		for key, n := range got {
			of := func(unit bool, kinds ...ledger.Kind) int64 {
				return sum(legs, func(x seen) bool {
					return x.within && x.leg.Account == ledger.Stock && fmt.Sprintf("%s %s", x.leg.Lot, x.leg.Fund) == key &&
						slices.Contains(kinds, x.from.Kind) && (x.leg.Amount.Unit() == ledger.CNY()) != unit
				})
			}
			want := []int64{of(true, ledger.GiftInKind), -of(true, ledger.Distribution), -of(true, ledger.WriteOff),
				of(false, ledger.GiftInKind), -of(false, ledger.Distribution), -of(false, ledger.WriteOff), of(false, ledger.Revaluation)}
			if d := cmp.Diff(want, n); d != "" {
				t.Errorf("%s: %s", key, d)
			}
		}
	})
}
