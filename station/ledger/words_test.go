package ledger_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func TestAccounts(t *testing.T) {
	for a, want := range map[ledger.Account]struct {
		class ledger.Class
		holds []ledger.UnitKind
		spend bool
	}{
		ledger.Bank:          {ledger.Asset, []ledger.UnitKind{ledger.Money}, false},
		ledger.Stock:         {ledger.Asset, []ledger.UnitKind{ledger.Money, ledger.Goods}, false},
		ledger.FixedAsset:    {ledger.Asset, []ledger.UnitKind{ledger.Money}, true},
		ledger.ProgrammeCost: {ledger.Expense, []ledger.UnitKind{ledger.Money}, true},
		ledger.Beneficiary:   {ledger.Counter, []ledger.UnitKind{ledger.Goods}, false},
		ledger.TimeBank:      {ledger.Counter, []ledger.UnitKind{ledger.Time}, false},
		ledger.Committed:     {ledger.Memo, []ledger.UnitKind{ledger.Money}, false},
		"purse":              {"", nil, false},
	} {
		var holds []ledger.UnitKind
		for k := range ledger.UnitKinds().All() {
			if a.Holds(k.Key) {
				holds = append(holds, k.Key)
			}
		}
		if a.Class() != want.class || !slices.Equal(holds, want.holds) || a.Spending() != want.spend || a.Holds("") {
			t.Errorf("%s: %s %v %v", a, a.Class(), holds, a.Spending())
		}
	}
	for e := range ledger.Accounts().All() {
		if !ledger.Classes().Known(e.Key.Class()) {
			t.Errorf("%s is of no class", e.Key)
		}
	}
	for k := range ledger.Kinds().All() {
		if bare, period := k.Key.Bare(), k.Key.Period(); period && !bare || bare != (period || k.Key == ledger.Note) {
			t.Errorf("%s: bare %v, period %v", k.Key, bare, period)
		}
	}
}

func TestWords(t *testing.T) {
	n := ledger.Sources().Len() + ledger.Restrictions().Len() + ledger.Guards().Len() + ledger.UseClasses().Len() + ledger.Bases().Len() +
		ledger.EvidenceKinds().Len() + ledger.Consents().Len() + ledger.CapBases().Len() + ledger.Invariants().Len() + ledger.Dimensions().Len()
	if n < 80 {
		t.Errorf("%d words", n)
	}
	grounds := map[ledger.Basis]bool{ledger.Voucher: true, ledger.FairMarket: true, ledger.FairLike: true,
		ledger.Appraisal: true}
	for b := range ledger.Bases().All() {
		if b.Key.Grounds() != grounds[b.Key] {
			t.Errorf("a receipt on %s", b.Key)
		}
	}
	if ledger.Basis("").Grounds() || ledger.Basis("x").Grounds() {
		t.Error("a receipt on nothing")
	}
	for text := range ledger.Faults().All() {
		f := ledger.Refuse(ledger.I7, text.Code, "field", "memo", "max", "3", "other", "lots[0]")
		if ledger.InvariantOf(f) != ledger.I7 {
			t.Errorf("%s does not name its invariant", text.Code)
		}
		for _, tag := range []language.Tag{language.Chinese, language.English} {
			if m := f.Message(tag); m == "" || slices.ContainsFunc([]byte(m), func(c byte) bool { return c == '{' }) {
				t.Errorf("%s: %s", text.Code, m)
			}
		}
	}
	if ledger.InvariantOf(fault.Fault{}) != "" {
		t.Error("an invariant of nothing")
	}
}

func TestKeeper(t *testing.T) {
	full := ledger.Leg{Account: "a", Amount: amount("5.00 CNY"), Fund: "b", Purpose: "c", Use: "d", Line: "e",
		Station: "f", Party: "g", Lot: "h",
		Contract: "i", Commitment: "j", Book: "k"}
	var all []ledger.Dimension
	for d := range ledger.Dimensions().All() {
		all = append(all, d.Key)
		keep, err := ledger.Keeper(d.Key)
		if err != nil {
			t.Fatal(err)
		}
		one := keep(full)
		if again, _ := ledger.Keeper(all...); again(one) != one || keep(one) != one {
			t.Errorf("%s: %v", d.Key, one)
		}
		if (one == ledger.Leg{Amount: amount("0.00 CNY")}) {
			t.Errorf("%s keeps nothing", d.Key)
		}
	}
	keep, err := ledger.Keeper(all...)
	want := full
	want.Amount = amount("0.00 CNY")
	if d := cmp.Diff(want, keep(full)); err != nil || d != "" {
		t.Errorf("all dimensions: %v %s", err, d)
	}
	keep, _ = ledger.Keeper(ledger.ByFund, ledger.PerPurpose)
	if d := cmp.Diff(ledger.Leg{Fund: "b", Purpose: "c", Amount: amount("0.00 CNY")}, keep(full)); d != "" {
		t.Error(d)
	}
	if _, err := ledger.Keeper(ledger.ByFund, "moon"); !errors.Is(err,
		vocab.ErrUnknown) || fault.Of(err)[0].Path() != "by[1]" {
		t.Errorf("an unknown dimension: %v", err)
	}
	other := full
	other.Book = "l"
	if full.Compare(other) != -1 || other.Compare(full) != 1 || full.Compare(full) != 0 {
		t.Error("order")
	}
	other = full
	other.Amount = amount("4.00 CNY")
	if full.Compare(other) != 1 {
		t.Error("order by amount")
	}
}

// The product of every price and quantity is exact, against shopspring's own arithmetic.
func TestPrice(t *testing.T) {
	for _, tt := range []struct{ quantity, price, exact, value string }{
		{"10 rice/袋", "100", "1000.0000", "1000.00"},
		{"3 rice/袋", "0.3333", "0.9999", "1.00"},
		{"0.375 tea/公斤/3", "12.3456", "4.6296000", "4.63"},
		{"0.001 tea/公斤/3", "0.0001", "0.0000001", "0.00"},
		{"1 rice/袋", "0", "0.0000", "0.00"},
		{"7 rice/袋", "0.005", "0.0350", "0.04"},
		{"1.5 tea/斤/1", "2.25", "3.37500", "3.38"},
	} {
		v := ledger.Valuation{Quantity: amount(tt.quantity)}
		p, err := v.Price(tt.price, money.HalfUp)
		if err != nil || p.Exact != tt.exact || p.Value.String() != tt.value || p.UnitPrice != tt.price || p.Rounding != money.HalfUp {
			t.Errorf("%s × %s: %+v, %v", tt.quantity, tt.price, p, err)
		}
		if exact, err := decimal.NewFromString(p.Exact); err != nil ||
			!exact.Equal(decimal.RequireFromString(tt.price).Mul(decimal.New(v.Quantity.Minor(),
				-int32(v.Quantity.Unit().Decimals())))) {
			t.Errorf("%s is not the product", p.Exact)
		}
	}
	v := ledger.Valuation{Quantity: amount("10 rice/袋")}
	for price, code := range map[string]fault.Code{"": money.ErrEmpty, "x": money.ErrDecimal, "1e9": money.ErrDecimal,
		"-1":      ledger.ErrProduct,
		"1.00001": ledger.ErrProduct, "99999999999999999999": money.ErrRange} {
		if p, err := v.Price(price, money.HalfUp); !errors.Is(err, code) || p != v {
			t.Errorf("%q: %v", price, err)
		}
	}
	if _, err := v.Price("1", ""); !errors.Is(err, money.ErrRounding) {
		t.Errorf("no rounding: %v", err)
	}
	if _, err := (ledger.Valuation{Quantity: amount("1 min")}).Price("1", money.HalfUp); !errors.Is(err, ledger.ErrUnit) {
		t.Errorf("minutes: %v", err)
	}
}
