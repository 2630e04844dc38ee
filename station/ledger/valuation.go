package ledger

import (
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// pricePlaces is how many decimals a unit price may have.
const pricePlaces = 4

// Price fills v's UnitPrice, Exact, Value and Rounding from its Quantity, a price in yuan per unit ("12.5", up to
// four decimals) and a mode of rounding: the exact product is kept as text, and rounded once. Errors are [ErrUnit]
// for a quantity that is not of goods, [ErrProduct] for a negative price or one with too many decimals, and those of
// money.
func (v Valuation) Price(unitPrice string, mode money.Rounding) (Valuation, error) {
	price, err := money.ParseDecimal(unitPrice)
	if err != nil {
		return v, err
	}
	if v.Quantity.unit.Kind() != Goods {
		return v, Refuse(I11, ErrUnit).At("quantity")
	}
	if price.Sign() < 0 || price.Exponent() < -pricePlaces {
		return v, Refuse(I11, ErrProduct).At("unit_price")
	}
	decimals := int32(v.Quantity.unit.Decimals())
	product := price.Mul(decimal.New(v.Quantity.minor, -decimals))
	value, err := money.FromDecimalRounded(product, mode)
	if err != nil {
		return v, err
	}
	v.UnitPrice, v.Rounding, v.Value = unitPrice, mode, value
	v.Exact = plain(product, pricePlaces+int(decimals))
	return v, nil
}

// plain writes d, which is not negative, with so many decimals, of which it has no more. Decimal's own printers obey
// variables that any package can set.
func plain(d decimal.Decimal, places int) string {
	n := d.Coefficient()
	n.Mul(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Exponent())+int64(places)), nil))
	s := n.String()
	s = strings.Repeat("0", max(0, places+1-len(s))) + s
	return s[:len(s)-places] + "." + s[len(s)-places:]
}

// Grounds reports whether a donation receipt can rest on the basis alone (可否据以开具捐赠票据): not on the donor's
// own declaration, not without a value (财政部 税务总局 民政部公告2020年第27号 art 13, reported).
func (b Basis) Grounds() bool { return b != Declared && b != Unvalued && Bases().Known(b) }

// valuationRules checks each valuation by itself (I11).
func (e Entry) valuationRules(l *faults) {
	for i, v := range e.Valuations {
		add := func(field string, f fault.Fault) { l.Add(fault.Index("valuations", i)+"."+field, f) }
		if slices.ContainsFunc(e.Valuations[:i], func(o Valuation) bool { return o.Lot == v.Lot }) {
			add("lot", Refuse(I11, ErrDuplicate, "other", "lot"))
		}
		if v.Quantity.unit.Kind() != Goods || v.Quantity.minor <= 0 {
			add("quantity", Refuse(I11, ErrValuation))
			continue
		}
		if v.Value.Sign() < 0 || (v.Value.Sign() == 0) != (v.Basis == Unvalued) {
			add("value", Refuse(I11, ErrUnvalued))
		}
		switch {
		case v.UnitPrice == "" && (v.Exact != "" || v.Rounding != ""):
			add("unit_price", Refuse(I11, ErrMissing))
		case v.UnitPrice != "":
			if p, err := v.Price(v.UnitPrice, v.Rounding); err != nil {
				add("unit_price", faultOr(err, Refuse(I11, ErrProduct)).Moved(""))
			} else if p.Exact != v.Exact || p.Value != v.Value {
				add("exact", Refuse(I11, ErrProduct))
			}
		}
		named := v.Evidence.Number != "" || v.Evidence.Digest != ""
		switch v.Basis {
		case Voucher, Declared, FairLike:
			if !named {
				add("evidence", Refuse(I11, ErrEvidence))
			}
		case FairMarket:
			if v.Evidence.Issuer == "" || v.Evidence.Date.IsZero() {
				add("evidence", Refuse(I11, ErrEvidence))
			}
		case Appraisal:
			if v.Evidence.Issuer == "" || !named {
				add("evidence", Refuse(I11, ErrEvidence))
			}
		}
		if v.Valuer != "" && v.Valuer == v.Reviewer {
			add("reviewer", Refuse(I11, ErrSame))
		}
	}
	if e.Receipt != "" && slices.ContainsFunc(e.Valuations, func(v Valuation) bool { return !v.Basis.Grounds() }) {
		l.Add("receipt", Refuse(I11, ErrReceipt))
	} else if e.Receipt != "" && len(e.Legs) > 0 && e.donated() == (Total{}) {
		l.Add("receipt", Refuse(I11, ErrNeedless)) // or a declared gift could have its receipt by rebooking it
	}
	if e.Kind == ServiceGift && len(e.Evidence) == 0 {
		l.Add("evidence", Refuse(I11, ErrEvidence))
	}
}

// donated is what the entry books as given, or takes back, with the sign of a credit: income, or agency money.
func (e Entry) donated() (t Total) {
	for _, leg := range e.Legs {
		if leg.Account == DonationIncome || leg.Account == AgencyLiability {
			t.Add(-leg.Amount.minor)
		}
	}
	return t
}
