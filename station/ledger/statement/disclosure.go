package statement

import (
	"cmp"
	"context"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// DisclosedFund is a fund as it is published (公示资金): Received is income and transfers, and for an agency fund what came in to be passed
// on; Spent is expenses and, for an agency fund, what was passed on. Opening + Received − Spent = Closing; an opening balance booked
// in the period is in Opening.
type DisclosedFund struct {
	Fund     ledger.FundID
	Name     string
	Source   ledger.SourceKind
	Opening  money.Amount
	Received money.Amount
	Spent    money.Amount
	Closing  money.Amount
}

// DisclosedGift is a donor who consented to be named, with the money given (公示捐赠). The party is still a reference: the name is the embedder's to add.
type DisclosedGift struct {
	Party ledger.PartyRef
	Money money.Amount
}

// DisclosedGoods is goods in the period (公示物资): from donors, and handed out to people.
type DisclosedGoods struct {
	Given  ledger.Amount
	Handed ledger.Amount
}

// Disclosure is a snapshot for publication (公示): sums, without any person but the donors who consented. Seq is the number of the last entry
// in it, so that two snapshots can be told apart.
//
// People counts the different parties that got goods or cash relief and is a count (人), no list. Whether a small count gives
// somebody away is for the report that shows it to judge. Unnamed are the donors who did not consent: how many, and their money;
// gifts without a party are in the money and not in the count.
type Disclosure struct {
	Seq          uint64
	During       cal.Period
	Funds        []DisclosedFund
	Uses         []Spent
	Goods        []DisclosedGoods
	Gifts        []DisclosedGift
	Unnamed      int
	UnnamedMoney money.Amount
	People       int
	Minutes      ledger.Amount // 志愿服务时长
	Resources    Resources
}

// DisclosureOf returns the snapshot of a period (公示快照). Consented says which donors agreed to be named (慈善法 第八十二条: a donor's name
// is not published without consent); nil is nobody. Names of funds and words of purposes come out as they are: do not name a fund
// after a donor who has not agreed.
func DisclosureOf(ctx context.Context, s *books.State, funds ledger.FundSource, during cal.Period, as books.AsOf,
	consented func(ledger.PartyRef) bool) (Disclosure, error) {
	out := Disclosure{During: during, Seq: uint64(s.Len())}
	if as.Seq > 0 {
		out.Seq = min(out.Seq, as.Seq)
	}
	statements, err := FundStatements(ctx, s, funds, during, as)
	if err != nil {
		return Disclosure{}, err
	}
	balances, err := s.Balances(books.Query{By: []ledger.Dimension{ledger.ByFund, ledger.ByAccount, ledger.ByParty}, During: during}, as)
	if err != nil {
		return Disclosure{}, err
	}
	agency, err := agencyFlows(s, during, as)
	if err != nil {
		return Disclosure{}, err
	}
	var f fold
	uses := make(map[Spent]ledger.Total)
	for _, st := range statements {
		out.Funds = append(out.Funds, f.disclosed(st, agency[st.Fund.ID]))
		for _, u := range st.Spending {
			n := u.Amount.Fen()
			u.Amount = money.Amount{}
			addTo(uses, u, n)
		}
	}
	for u, t := range uses {
		if u.Amount = f.yuan(t); u.Amount.Sign() != 0 {
			out.Uses = append(out.Uses, u)
		}
	}
	slices.SortFunc(out.Uses, bySpent)
	f.disclosePeople(&out, balances, consented)
	out.People = helped(s, during, as)
	if out.Resources, err = ResourcesOf(ctx, s, funds, during, as, nil); err != nil {
		return Disclosure{}, err
	}
	if f.err != nil {
		return Disclosure{}, f.err
	}
	return out, nil
}

// agencyFlow is what an agency fund got and passed on, and what it held before.
type agencyFlow struct{ before, received, passed ledger.Total }

func agencyFlows(s *books.State, during cal.Period, as books.AsOf) (map[ledger.FundID]*agencyFlow, error) {
	out := make(map[ledger.FundID]*agencyFlow)
	for ev := range events(s, cal.Period{}, as) {
		d := ev.entry.Date
		for _, l := range ev.entry.Legs {
			if l.Account != ledger.AgencyLiability {
				continue
			}
			if out[l.Fund] == nil {
				out[l.Fund] = new(agencyFlow)
			}
			w, n := out[l.Fund], l.Amount.Minor()
			switch {
			case !during.IsZero() && d.Before(during.From()):
				w.before.Add(-n)
			case !during.IsZero() && !during.Contains(d):
			case n*ev.sign < 0:
				w.received.Add(-n)
			default:
				w.passed.Add(n)
			}
		}
	}
	return out, nil
}

func (f *fold) disclosed(st FundStatement, agency *agencyFlow) DisclosedFund {
	out := DisclosedFund{Fund: st.Fund.ID, Name: st.Fund.Name, Source: st.Fund.Source}
	var opening, received, spent, closing ledger.Total
	opening.Add(st.Opening.Fen())
	opening.Add(st.Brought.Fen())
	received.Add(st.Transfers.Fen())
	for _, l := range st.Income {
		received.Add(l.Amount.Fen())
	}
	for _, u := range st.Spending {
		spent.Add(u.Amount.Fen())
	}
	closing.Add(st.Closing.Fen())
	if agency != nil {
		held := agency.before.Plus(agency.received)
		held.Add(-f.minor(agency.passed))
		opening, received, spent, closing = opening.Plus(agency.before), received.Plus(agency.received), spent.Plus(agency.passed), closing.Plus(held)
	}
	out.Opening, out.Received, out.Spent, out.Closing = f.yuan(opening), f.yuan(received), f.yuan(spent), f.yuan(closing)
	return out
}

// disclosePeople counts donors and adds up gifts, goods and time.
func (f *fold) disclosePeople(out *Disclosure, balances books.Balances, consented func(ledger.PartyRef) bool) {
	donors := make(map[ledger.PartyRef]ledger.Total)
	given, handed := make(map[ledger.Unit]ledger.Total), make(map[ledger.Unit]ledger.Total)
	var minutes, unnamed ledger.Total
	for _, l := range balances {
		n := l.Amount.Minor()
		switch {
		case l.Account == ledger.DonationIncome:
			addTo(donors, l.Party, -n)
		case l.Account == ledger.Donor:
			addTo(given, l.Amount.Unit(), -n)
			addTo(donors, l.Party, 0)
		case l.Account == ledger.Beneficiary:
			addTo(handed, l.Amount.Unit(), n)
		case l.Account == ledger.Volunteer:
			minutes.Add(n)
		}
	}
	for party, t := range donors {
		switch {
		case party != "" && consented != nil && consented(party):
			out.Gifts = append(out.Gifts, DisclosedGift{party, f.yuan(t)})
		default:
			unnamed = unnamed.Plus(t)
			if party != "" {
				out.Unnamed++
			}
		}
	}
	slices.SortFunc(out.Gifts, func(a, b DisclosedGift) int { return cmp.Compare(a.Party, b.Party) })
	for u := range handed {
		addTo(given, u, 0)
	}
	for u, t := range given {
		out.Goods = append(out.Goods, DisclosedGoods{f.amount(t, u), f.amount(handed[u], u)})
	}
	slices.SortFunc(out.Goods, func(a, b DisclosedGoods) int { return a.Given.Unit().Compare(b.Given.Unit()) })
	out.UnnamedMoney, out.Minutes = f.yuan(unnamed), f.amount(minutes, ledger.Minutes())
}

// helped counts the parties that got goods or cash relief which was not reversed.
func helped(s *books.State, during cal.Period, as books.AsOf) int {
	times := make(map[ledger.PartyRef]int64)
	for ev := range events(s, during, as) {
		in := make(map[ledger.PartyRef]bool)
		for _, l := range ev.entry.Legs {
			relief := l.Account.Class() == ledger.Expense && (ev.origin.Kind == ledger.CashRelief || l.Use == ledger.Relief)
			if l.Party != "" && !in[l.Party] && (relief || l.Account == ledger.Beneficiary) {
				in[l.Party] = true
				times[l.Party] += ev.sign
			}
		}
	}
	n := 0
	for _, t := range times {
		if t > 0 {
			n++
		}
	}
	return n
}
