package intake

import (
	"context"
	"errors"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Post posts the plan's entries in the order of the file, in the transaction of tx, and then compares the stated balances with the
// book (按方案记账). A fault.List has every refusal, with row and header; any other error is that of the store, the fund source or ctx. After
// an error the embedder rolls back, so that nothing of the file is booked.
//
// Rows that were posted before have receipts that say so. Options.Expect is for the first entry that is new. Rows with a fault have no
// entry: who wants the whole file or nothing looks at the plan's faults first.
func (p Plan) Post(ctx context.Context, j *journal.Journal, tx journal.Tx, opt journal.Options) ([]journal.Receipt, error) {
	if opt.At.IsZero() {
		return nil, ledger.Refuse(ledger.I2, ledger.ErrMissing).At("at") // once, and not for every row
	}
	var l fault.List
	var receipts []journal.Receipt
	for _, item := range p.Items {
		r, err := item.post(ctx, j, tx, opt)
		var refused fault.List
		switch {
		case err == nil:
			receipts = append(receipts, r)
		case errors.As(err, &refused):
			for _, f := range refused {
				l = append(l, f.Moved(cell(p.Register.Form(), item.Number, columnOf(&item.Entry, item.Row, f.Path()))))
			}
		default:
			return nil, err
		}
		if !r.Repeated {
			opt.Expect = chain.Head{} // the book has moved on by this very import
		}
	}
	if len(l) == 0 && len(p.Statements) > 0 {
		state, err := books.Replay(ctx, tx, j.Chain())
		if err != nil {
			return nil, err
		}
		l = p.compare(state)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return receipts, nil
}

func (i Item) post(ctx context.Context, j *journal.Journal, tx journal.Tx, opt journal.Options) (journal.Receipt, error) {
	rec, ok, err := tx.ByKey(ctx, i.Entry.Key)
	if err != nil {
		return journal.Receipt{}, err
	}
	if ok {
		first, err := ledger.DecodeEntry(rec.Body)
		if err != nil {
			return journal.Receipt{}, err
		}
		if made := rowDigest(first); made != "" && made == rowDigest(i.Entry) {
			return j.Post(ctx, tx, first, opt) // repeated
		}
		return journal.Receipt{}, fault.List{ledger.Refuse(ledger.I7, ledger.ErrConflict, "field", journal.Differ(first, i.Entry)).At("key")}
	}
	e, err := i.priced(ctx, j, tx)
	if err != nil {
		return journal.Receipt{}, err
	}
	return j.Post(ctx, tx, e, opt)
}

func rowDigest(e ledger.Entry) string {
	for _, m := range e.Meta {
		if m.Key == metaRow {
			return m.Value
		}
	}
	return ""
}

// priced returns the entry with the value of what leaves the stock.
func (i Item) priced(ctx context.Context, j *journal.Journal, tx journal.Tx) (ledger.Entry, error) {
	e := i.Entry
	if i.other.Account == "" {
		return e, nil
	}
	for at, leg := range i.Entry.Legs {
		if leg.Account != ledger.Stock || leg.Amount.Sign() > 0 {
			continue
		}
		cost, err := j.Cost(ctx, tx, leg.Fund, leg.Station, leg.Lot, leg.Amount.Neg())
		if f, ok := err.(fault.Fault); ok && (f.Code() == ledger.ErrLot || f.Code() == ledger.ErrLotUnit || f.Code() == ledger.ErrShort) {
			field := ".lot"
			if f.Code() == ledger.ErrShort {
				field = ".amount"
			}
			return e, fault.List{f.At(fault.Index("legs", at) + field)}
		} else if err != nil {
			return e, err
		}
		if cost.Sign() == 0 {
			continue // unvalued goods
		}
		out := leg
		out.Amount = ledger.Yuan(cost).Neg()
		to := i.other
		to.Amount = ledger.Yuan(cost)
		e.Legs = append(e.Legs[:len(e.Legs):len(e.Legs)], to, out)
	}
	return e, nil
}

// compare holds the stated balances against the book.
func (p Plan) compare(state *books.State) (l fault.List) {
	for _, s := range p.Statements {
		path, code := "quantity", ErrOpening
		if p.Register == CashBook {
			path = "balance"
		}
		if s.Closing {
			code = ErrClosing
		}
		var sum ledger.Total
		for x := range state.Postings(books.AsOf{Date: s.Row.Date}, s.covers) {
			if s.Closing || x.Date.Before(s.Row.Date) || x.Kind == ledger.Opening {
				sum.Add(x.Leg.Amount.Minor())
			}
		}
		if n, ok := sum.Minor(); !ok || n != s.Holds.Minor() {
			l = append(l, problem(code).At(cell(p.Register.Form(), s.Number, path)))
		}
	}
	return l
}

// covers reports whether a leg is part of the balance.
func (s Statement) covers(l ledger.Leg) bool {
	of := Row{Fund: l.Fund, Station: l.Station, Channel: l.Account}
	if s.Holds.Unit().Kind() == ledger.Money {
		return channels().Known(l.Account) && within(s.Row, of)
	}
	return l.Account == ledger.Stock && l.Amount.Unit() == s.Holds.Unit() && (s.Row.Lot == "" || s.Row.Lot == l.Lot) && within(s.Row, of)
}
