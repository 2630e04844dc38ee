package instalment

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
)

// Base is a station and what it counts by the key of a spread (分摊基数): posts, people, cases, or its entry in the contract's
// table. By [Equally] a weight has no place.
type Base struct {
	Station string `json:"station"`
	Weight  int64  `json:"weight,omitempty"`
}

// Share is a station's part of a spread (分摊额).
type Share struct {
	Station string       `json:"station"`
	Weight  int64        `json:"weight"`
	Amount  money.Amount `json:"amount"`
}

// Spread divides an amount over stations by a key (按站点分摊, I12): [money.Amount.Allocate] in the order of the stations' names, so that
// the shares add up and the order of the bases does not matter. Shares come sorted by station; a base of zero has a
// share of ¥0.00. The error is a fault.List of [ErrMissing], [ErrTwice], [ErrWeight], [ErrTerms] for no bases and an unknown key.
func Spread(total money.Amount, by Key, bases ...Base) ([]Share, error) {
	var l fault.List
	if by == "" {
		l.Add("by", refuse(ledger.I12, ErrMissing))
	}
	l.Add("by", Keys().Check(by))
	if len(bases) == 0 || len(bases) > maxTerms {
		l.Add("bases", refuse(ledger.I12, ErrTerms))
		return nil, l.Err()
	}
	seen := make(map[string]bool, len(bases))
	for i, b := range bases {
		at := fault.Index("bases", i)
		switch {
		case b.Station == "":
			l.Add(at+".station", refuse(ledger.I12, ErrMissing))
		case seen[b.Station]:
			l.Add(at+".station", refuse(ledger.I12, ErrTwice))
		}
		seen[b.Station] = true
		if b.Weight < 0 || by == Equally && b.Weight != 0 {
			l.Add(at+".weight", refuse(ledger.I12, ErrWeight))
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	sorted := slices.SortedFunc(slices.Values(bases), func(a, b Base) int { return strings.Compare(a.Station, b.Station) })
	weights := make([]int64, len(sorted))
	for i := range sorted {
		if by == Equally {
			sorted[i].Weight = 1
		}
		weights[i] = sorted[i].Weight
	}
	amounts, err := total.Allocate(weights...)
	if err != nil { // all zero, or too large together
		return nil, fault.List{refuse(ledger.I12, ErrWeight).At("bases")}
	}
	out := make([]Share, len(sorted))
	for i, a := range amounts {
		out[i] = Share{sorted[i].Station, sorted[i].Weight, a}
	}
	return out, nil
}

// Legs returns the legs of an entry of the kind ledger.Spread that moves a cost to the stations (分摊分录): the template's account, fund, purpose
// and contract once a station with its share, and the total with the opposite sign where the template's station is: none, for a
// cost of the county. Shares of ¥0.00 have no leg. The error is money.ErrRange.
func Legs(template ledger.Leg, shares []Share) ([]ledger.Leg, error) {
	amounts := make([]money.Amount, len(shares))
	for i, s := range shares {
		amounts[i] = s.Amount
	}
	total, err := money.SumOf(amounts...)
	if err != nil || total.Sign() == 0 {
		return nil, err
	}
	template.Amount = ledger.Yuan(total.Neg())
	legs := []ledger.Leg{template}
	for _, s := range shares {
		if s.Amount.Sign() != 0 {
			template.Station, template.Amount = s.Station, ledger.Yuan(s.Amount)
			legs = append(legs, template)
		}
	}
	return legs, nil
}
