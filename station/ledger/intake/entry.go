package intake

import (
	"context"
	"slices"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// draft is the entry of a row in the making, and what is wrong with it, by the paths of the form's columns.
type draft struct {
	fault.List
	cfg   Config
	form  sheet.Form[Row]
	row   Row
	fund  ledger.Fund
	entry ledger.Entry
	other ledger.Leg    // goods that leave the stock: what their value is booked on against it
	holds ledger.Amount // the balance that the row states
}

// draft makes the entry of a row. The error is that of the fund source.
func (c Config) draft(ctx context.Context, reg Register, form sheet.Form[Row], r Row) (*draft, error) {
	d := &draft{cfg: c, form: form, row: r}
	d.entry = ledger.Entry{Key: r.Number, Date: r.Date, Memo: r.Memo, Receipt: r.Receipt, Maker: r.Maker, Checker: r.Checker}
	if r.Evidence != (ledger.Evidence{}) {
		d.entry.Evidence = []ledger.Evidence{r.Evidence}
	}
	if statesBalance(reg, r) != "" {
		d.statement(reg)
		return d, nil
	}
	if d.need("fund", r.Fund != "") {
		f, ok, err := c.Funds.Fund(ctx, r.Fund)
		if err != nil {
			return nil, err
		}
		if !ok {
			d.Add("fund", ledger.Refuse(ledger.I4, ledger.ErrFund))
		}
		d.fund = f
	}
	switch reg {
	case Gifts:
		d.gift()
	case Stock:
		d.movement()
	case CashBook:
		d.cashBook()
	case HandOuts:
		d.handOut()
	}
	d.validate()
	return d, nil
}

// statesBalance is the statement that a row makes instead of an event, if it does.
func statesBalance(reg Register, r Row) Movement {
	switch {
	case reg == CashBook:
		return statement(r.Memo)
	case reg == Stock && (r.Movement == OpeningStock || r.Movement == ClosingStock):
		return r.Movement
	}
	return ""
}

func (d *draft) statement(reg Register) {
	if reg == CashBook {
		says, ok := d.row.Balance.Get()
		d.need("balance", ok || d.row.unread)
		d.holds = ledger.Yuan(says)
		d.channel(false)
		d.only("date memo fund station channel balance")
		return
	}
	d.holds = d.quantity(false)
	d.only("date movement memo fund station item word quantity lot")
}

// need notes a required cell that is blank; those whose text could not be read are not reported twice.
func (d *draft) need(path string, filled bool) bool {
	if !filled {
		d.Add(path, problem(ErrRequired))
	}
	return filled
}

// only notes every filled cell that is not listed, so that none is passed over in silence.
func (d *draft) only(paths string) {
	used := strings.Fields(paths)
	for _, c := range d.form.Columns {
		if c.Path != "" && c.Get(&d.row) != "" && !slices.Contains(used, c.Path) {
			d.Add(c.Path, problem(ErrOnly))
		}
	}
}

const (
	always = "key date memo maker checker fund station evidence.kind evidence.number evidence.issuer evidence.date "
	things = "item word quantity lot "
	worths = "batch expiry place basis unit_price value "
	spends = "purpose use line "
)

// sum returns a positive amount of money in the cell.
func (d *draft) sum(path string, v known.Value[money.Amount]) ledger.Amount {
	a, ok := v.Get()
	if d.need(path, ok || d.row.unread) && ok && a.Sign() <= 0 {
		d.Add(path, problem(ErrPositive))
	}
	return ledger.Yuan(a)
}

func (d *draft) channel(required bool) ledger.Account {
	if required {
		d.need("channel", d.row.Channel != "")
	}
	d.Add("channel", channels().Check(d.row.Channel))
	return d.row.Channel
}

// quantity returns a quantity of goods: above zero, or for the statement of a balance not below.
func (d *draft) quantity(positive bool) ledger.Amount {
	q, ok := d.row.Quantity.Get()
	item, word := d.need("item", d.row.Item != ""), d.need("word", d.row.Word != "")
	if d.need("quantity", ok) && (q.Sign() < 0 || positive && q.Sign() == 0) {
		d.Add("quantity", problem(ErrPositive))
	}
	if !ok || !item || !word {
		return ledger.Amount{}
	}
	u, err := d.cfg.unit(d.row.Item, d.row.Word)
	if err != nil {
		d.Add("item", err)
		return ledger.Amount{}
	}
	a, err := ledger.Count(q, u)
	d.Add("quantity", err)
	return a
}

// leg returns a leg with what every leg of the row has.
func (d *draft) leg(a ledger.Account, n ledger.Amount) ledger.Leg {
	return ledger.Leg{Account: a, Amount: n, Fund: d.row.Fund, Station: d.row.Station}
}

// party returns the leg on the other side, which names the party.
func (d *draft) party(a ledger.Account, n ledger.Amount) ledger.Leg {
	l := d.leg(a, n)
	l.Party, l.Purpose = d.row.Party, d.row.Purpose
	return l
}

// spend returns a leg that spends money.
func (d *draft) spend(a ledger.Account, n ledger.Amount) ledger.Leg {
	l := d.party(a, n)
	l.Use, l.Line = d.row.Use, d.row.Line
	return l
}

// unlessAgency returns the account, or that of money and goods that are only passed on (受托代理负债).
func (d *draft) unlessAgency(a ledger.Account) ledger.Account {
	if d.fund.Agency {
		return ledger.AgencyLiability
	}
	return a
}

func (d *draft) add(legs ...ledger.Leg) { d.entry.Legs = append(d.entry.Legs, legs...) }

// ofGoods reports whether the row is about goods rather than money, and notes one that is about both or neither.
func (d *draft) ofGoods() bool {
	goods := d.row.Item != "" || d.row.Quantity.Known()
	if goods == d.row.Amount.Known() && !d.row.unread {
		d.Add("amount", problem(ErrOne))
	}
	return goods
}

func (d *draft) gift() {
	if !d.ofGoods() {
		d.entry.Kind = ledger.Gift
		a := d.sum("amount", d.row.Amount)
		d.add(d.leg(d.channel(true), a), d.party(d.unlessAgency(ledger.DonationIncome), a.Neg()))
		d.only(always + "party amount channel purpose receipt")
		return
	}
	d.entry.Kind = ledger.GiftInKind
	d.receive(ledger.Donor, d.unlessAgency(ledger.DonationIncome))
	d.only(always + things + worths + "party amount purpose receipt")
}

func (d *draft) movement() {
	d.need("movement", d.row.Movement != "")
	d.Add("movement", movements().Check(d.row.Movement))
	switch d.row.Movement {
	case Bought:
		d.entry.Kind = ledger.Buying
		d.need("value", d.row.Value.Known() || d.row.UnitPrice != "" || d.row.unread)
		d.receive(ledger.Supplier, d.channel(true))
		d.only(always + things + worths + "movement channel party purpose")
	case Found:
		d.entry.Kind = ledger.StockCount
		d.receive(ledger.Found, d.unlessAgency(ledger.OtherIncome))
		d.only(always + things + worths + "movement purpose")
	case Issued:
		d.issue(ledger.Distribution, ledger.Beneficiary, ledger.ProgrammeCost)
		d.only(always + things + spends + "movement party")
	case Lost:
		d.issue(ledger.WriteOff, ledger.Loss, ledger.OtherCost)
		d.only(always + things + spends + "movement")
	case Moved:
		d.entry.Kind = ledger.StockTransfer
		q, l := d.quantity(true), d.lot()
		if d.need("to", d.row.To != "") && d.row.To == d.row.Station {
			d.Add("to", problem(ErrPlace))
		}
		from, to := d.leg(ledger.Stock, q.Neg()), d.leg(ledger.Stock, q)
		from.Lot, to.Lot, to.Station = l, l, d.row.To
		d.add(from, to)
		d.other = to
		d.only(always + things + "movement to")
	}
}

func (d *draft) handOut() {
	if d.ofGoods() {
		d.issue(ledger.Distribution, ledger.Beneficiary, ledger.ProgrammeCost)
		d.only(always + things + spends + "party amount")
		return
	}
	d.entry.Kind = ledger.CashRelief
	a := d.sum("amount", d.row.Amount)
	if d.row.Use == "" {
		d.row.Use = ledger.Relief // what this register is about
	}
	d.add(d.spend(d.unlessAgency(ledger.ProgrammeCost), a), d.leg(d.channel(true), a.Neg()))
	d.only(always + spends + "party amount channel")
}

// lot returns the row's lot, which goods that leave must name.
func (d *draft) lot() ledger.LotID {
	d.need("lot", d.row.Lot != "")
	return d.row.Lot
}

// receive books goods that come in from one account, and their value, if they have one, on another.
func (d *draft) receive(from, against ledger.Account) {
	q, r := d.quantity(true), d.row
	v := ledger.Valuation{Lot: r.Lot, Basis: r.Basis, Quantity: q, Evidence: r.Evidence}
	d.entry.Evidence = nil // it stands in the valuation
	d.need("basis", r.Basis != "")
	worth, stated := r.Value.Get()
	switch {
	case r.UnitPrice != "" && !q.Unit().IsZero():
		priced, err := v.Price(r.UnitPrice, d.cfg.Rounding)
		if err != nil {
			d.Add("unit_price", fault.Of(err)[0].Moved(""))
		} else if stated && priced.Value != worth {
			d.Add("value", problem(ErrPrice))
		}
		v = priced
	case stated:
		v.Value = worth
	}
	d.entry.Lots = []ledger.Lot{{ID: r.Lot, Unit: q.Unit(), Batch: r.Batch, Place: r.Place, Expiry: r.Expiry}}
	d.entry.Valuations = []ledger.Valuation{v}
	if v.Value.Sign() != 0 {
		in := d.leg(ledger.Stock, ledger.Yuan(v.Value))
		in.Lot = r.Lot
		out := d.party(against, ledger.Yuan(v.Value).Neg())
		d.add(in, out)
	}
	in, out := d.leg(ledger.Stock, q), d.party(from, q.Neg())
	in.Lot, out.Lot = r.Lot, r.Lot
	d.add(in, out)
}

// issue books goods that go from a lot to an account; what they are worth is known when the entry is posted, and spent then.
func (d *draft) issue(kind ledger.Kind, to, cost ledger.Account) {
	d.entry.Kind = kind
	q, l := d.quantity(true), d.lot()
	in, out := d.party(to, q), d.leg(ledger.Stock, q.Neg())
	in.Lot, out.Lot = l, l
	d.add(in, out)
	d.other = d.spend(d.unlessAgency(cost), ledger.Amount{})
}

func (d *draft) cashBook() {
	r := d.row
	if r.In.Known() == r.Out.Known() && !r.unread {
		d.Add("in", problem(ErrOne))
	}
	d.need("account", r.Account != "")
	side := d.channel(true)
	var in ledger.Amount // through the channel
	if r.In.Known() {
		in = d.sum("in", r.In)
	} else if r.Out.Known() {
		in = d.sum("out", r.Out).Neg()
	}
	money, against := d.leg(side, in), d.spend(r.Account, in.Neg())
	money.Contract, against.Contract = r.Contract, r.Contract
	d.add(money, against)
	d.entry.Kind = r.Kind
	if r.Kind == "" && len(d.Blocking()) == 0 {
		d.entry.Kind = kindOf(r, in.Sign() > 0)
		d.need("kind", d.entry.Kind != "")
	}
	d.only(always + spends + "account in out balance channel kind party contract")
}

// kindOf is what a row of the cash book records where its account says it, "" where it does not.
func kindOf(r Row, in bool) ledger.Kind {
	switch {
	case in:
		switch r.Account {
		case ledger.GrantIncome:
			return ledger.Grant
		case ledger.DonationIncome:
			return ledger.Gift
		case ledger.ServiceIncome:
			return ledger.Earned
		case ledger.Advances:
			return ledger.Advance
		}
		return ""
	case r.Account == ledger.RefundDue:
		return ledger.RefundPaid
	case r.Account == ledger.ProgrammeCost && r.Use == ledger.Relief:
		return ledger.CashRelief
	case r.Account.Class() == ledger.Expense, r.Account == ledger.FixedAsset, r.Account.Class() == ledger.Liability, r.Account == ledger.Prepaid:
		return ledger.Payment
	}
	return ""
}

// validate adds what the entry has against itself; keys and lots that are not there yet stand in for it.
func (d *draft) validate() {
	if len(d.Blocking()) > 0 || d.row.unread {
		return // what follows would only say the same again
	}
	e := d.keyed("row")
	for _, f := range fault.Of(e.Validate()) {
		f = f.Moved(columnOf(&d.entry, d.row, f.Path()))
		if !slices.ContainsFunc(d.List, f.Equal) {
			d.List = append(d.List, f)
		}
	}
}

// keyed returns the entry with its key; goods that come in without the number of a lot make one of that name.
func (d *draft) keyed(key string) ledger.Entry {
	e := d.entry
	e.Key = key
	if len(e.Lots) == 0 || e.Lots[0].ID != "" {
		return e
	}
	lot := ledger.LotID(key)
	e.Lots, e.Valuations, e.Legs = slices.Clone(e.Lots), slices.Clone(e.Valuations), slices.Clone(e.Legs)
	e.Lots[0].ID, e.Valuations[0].Lot = lot, lot
	for i := range e.Legs {
		if l := &e.Legs[i]; l.Account == ledger.Stock || l.Amount.Unit().Kind() == ledger.Goods {
			l.Lot = lot
		}
	}
	return e
}
