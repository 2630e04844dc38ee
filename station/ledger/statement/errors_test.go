package statement_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// fails is a source and a fund source that do not answer.
type fails struct{ n *int }

var errDown = errors.New("down")

func (f fails) Balances(q books.Query, as books.AsOf) (books.Balances, error) {
	if *f.n--; *f.n < 0 {
		return nil, errDown
	}
	s, err := county()
	if err != nil {
		return nil, err
	}
	return s.Balances(q, as)
}

func (f fails) Fund(context.Context, ledger.FundID) (ledger.Fund, bool, error) {
	return ledger.Fund{}, false, errDown
}

func TestErrorsOfOthersAreReturned(t *testing.T) {
	s := state(t)
	down := fails{new(int)}
	none, err := ledger.NewFunds()
	if err != nil {
		t.Fatal(err)
	}
	asks := map[string]func(statement.Source, ledger.FundSource) error{
		"activities": func(src statement.Source, f ledger.FundSource) error {
			_, err := statement.ActivitiesOf(ctx, src, f, statement.BySplit, year(), now)
			return err
		},
		"funds": func(src statement.Source, f ledger.FundSource) error {
			_, err := statement.FundStatements(ctx, src, f, year(), now)
			return err
		},
		"resources": func(_ statement.Source, f ledger.FundSource) error {
			_, err := statement.ResourcesOf(ctx, s, f, year(), now, nil)
			return err
		},
		"donor": func(_ statement.Source, f ledger.FundSource) error {
			_, err := statement.DonorReport(ctx, s, f, "D-1", now)
			return err
		},
		"disclosure": func(_ statement.Source, f ledger.FundSource) error {
			_, err := statement.DisclosureOf(ctx, s, f, year(), now, nil)
			return err
		},
	}
	for name, q := range asks {
		if err := q(s, down); !errors.Is(err, errDown) {
			t.Errorf("%s: %v", name, err)
		}
		if err := q(s, none); !errors.Is(err, ledger.ErrFund) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A source that fails at the k-th question, for every k.
	caps := []ledger.Cap{yuanCap(ledger.YearSpending, measure.AtMost, "0.1", ledger.AdminCost)}
	sources := map[string]struct {
		n int
		f func(statement.Source) error
	}{
		"trial":      {1, func(src statement.Source) error { _, err := statement.TrialBalance(src, now); return err }},
		"activities": {1, func(src statement.Source) error { return asks["activities"](src, funds) }},
		"funds":      {3, func(src statement.Source) error { return asks["funds"](src, funds) }},
		"budget":     {2, func(src statement.Source) error { _, err := statement.BudgetActual(src, nil, year(), now); return err }},
		"caps":       {3, func(src statement.Source) error { _, err := statement.Caps(src, caps, year(), now); return err }},
		"contracts":  {1, func(src statement.Source) error { _, err := statement.Contracts(src, year(), now); return err }},
	}
	for name, x := range sources {
		for k := range x.n + 1 {
			*down.n = k
			if err := x.f(down); errors.Is(err, errDown) != (k < x.n) {
				t.Errorf("%s fails at question %d: %v", name, k, err)
			}
		}
	}
	if _, err := statement.ActivitiesOf(ctx, s, funds, "either", year(), now); !errors.Is(err, vocab.ErrUnknown) {
		t.Error(err)
	}
}

// Sums beyond the range of an amount are refused, and never wrap.
func TestSumsBeyondTheRange(t *testing.T) {
	huge := func(key string, legs ...ledger.Leg) ledger.Entry {
		for i := range legs {
			legs[i].Amount = ledger.Minor(int64(legs[i].Amount.Sign())*(math.MaxInt64-1), legs[i].Amount.Unit())
		}
		return ledger.Entry{Key: key, Kind: ledger.Gift, Date: cal.MustParse("2026-01-02"), Legs: legs}
	}
	gift := func(key string, f ledger.FundID, a ledger.Account) ledger.Entry {
		return huge(key, leg(ledger.Bank, f, "1.00 CNY"), leg(a, f, "-1.00 CNY"))
	}
	s := sealed(t, "county", []ledger.Entry{gift("a", "POOL", ledger.DonationIncome), gift("b", "D1", ledger.DonationIncome), gift("c", "GEN", ledger.ServiceIncome)})
	_, err1 := statement.TrialBalance(s, now)
	_, err2 := statement.ActivitiesOf(ctx, s, funds, statement.BySplit, year(), now)
	_, err3 := statement.ResourcesOf(ctx, s, funds, year(), now, nil)
	_, err4 := statement.DisclosureOf(ctx, s, funds, year(), now, nil)
	for i, err := range []error{err1, err2, err3, err4} {
		if !errors.Is(err, ledger.ErrRange) {
			t.Errorf("%d: %v", i+1, err)
		}
	}
	half := statement.Resources{Cash: money.Fen(math.MaxInt64), Valued: []statement.GoodsGiven{
		{Basis: ledger.Voucher, Quantity: ledger.MustParseAmount("1 rice/袋"), Value: money.Fen(math.MaxInt64)}}}
	if _, err := half.Plus(half); !errors.Is(err, ledger.ErrRange) {
		t.Error(err)
	}
	if _, err := half.Total(); !errors.Is(err, money.ErrRange) {
		t.Error(err)
	}
	half.Valued = append(half.Valued, half.Valued[0])
	if _, err := half.Grounded(); !errors.Is(err, ledger.ErrRange) {
		t.Error(err)
	}
}
