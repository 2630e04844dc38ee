package statement

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
)

// event is an entry and, for a reversal, the entry that it undoes, which says what it was about. Sign is −1 for a reversal.
type event struct {
	seq    uint64
	entry  ledger.Entry
	origin ledger.Entry
	sign   int64
}

// events yields the entries as of a point that are dated in a period; no period is no limit. A reversal never comes before
// its original, in number or day.
func events(s *books.State, during cal.Period, as books.AsOf) iter.Seq[event] {
	return func(yield func(event) bool) {
		origins := make(map[string]ledger.Entry)
		for rec, e := range s.Entries(as) {
			ev := event{rec.Seq, e, e, 1}
			if e.Kind == ledger.Reversal {
				ev.origin, ev.sign = origins[e.Reverses], -1
			} else {
				origins[e.Key] = e
			}
			if (during.IsZero() || during.Contains(e.Date)) && !yield(ev) {
				return
			}
		}
	}
}

// basis is the valuation of a lot in the entry, or none.
func (ev event) basis(lot ledger.LotID) ledger.Valuation {
	for _, v := range ev.origin.Valuations {
		if v.Lot == lot {
			return v
		}
	}
	return ledger.Valuation{Basis: ledger.Unvalued}
}

// fundPart is the legs of an entry in one fund.
type fundPart struct {
	fund ledger.FundID
	legs []ledger.Leg
}

// byFund groups the legs that match accepts, nil for all, and that belong to a fund; by fund in order.
func (ev event) byFund(match func(ledger.Leg) bool) []fundPart {
	var parts []fundPart
	for _, l := range ev.entry.Legs {
		if l.Fund == "" || match != nil && !match(l) {
			continue
		}
		at := slices.IndexFunc(parts, func(p fundPart) bool { return p.fund == l.Fund })
		if at < 0 {
			at = len(parts)
			parts = append(parts, fundPart{fund: l.Fund})
		}
		parts[at].legs = append(parts[at].legs, l)
	}
	slices.SortFunc(parts, func(a, b fundPart) int { return cmp.Compare(a.fund, b.fund) })
	return parts
}
