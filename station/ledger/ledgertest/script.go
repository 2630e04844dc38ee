package ledgertest

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/money"
)

// The funds of the kit: one guarded by the day, one by the order of posting. Names and figures are invented.
const (
	lottery ledger.FundID = "LOTTERY-2026"
	own     ledger.FundID = "OWN"
)

// clerk posts into a book as an embedder does.
type clerk struct {
	Book
	j *journal.Journal
}

func newClerk(b Book) (clerk, error) {
	funds, err := ledger.NewFunds(
		ledger.Fund{ID: lottery, Name: "福彩公益金（虚构）", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"visits", "relief"}, Guard: ledger.ByDay},
		ledger.Fund{ID: own, Name: "自有资金（虚构）", Source: ledger.Own, Restriction: ledger.Unrestricted, Guard: ledger.ByPosting},
	)
	if err != nil {
		return clerk{}, err
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("ledgertest"), Funds: funds})
	return clerk{b, j}, err
}

// step is one call of the journal.
type step func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error)

// do runs steps in one transaction and returns the last receipt.
func (c clerk) do(ctx context.Context, steps ...step) (r journal.Receipt, err error) {
	err = c.Update(ctx, func(tx journal.DayTx) error {
		for _, s := range steps {
			if r, err = s(ctx, c.j, tx); err != nil {
				return err
			}
		}
		return nil
	})
	return r, err
}

// recorded is the time of every posting, in milliseconds that a store must not drop.
func recorded() journal.Options {
	return journal.Options{At: time.UnixMilli(1_772_700_123_456)}
}

func post(e ledger.Entry) step {
	return func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error) {
		return j.Post(ctx, tx, e, recorded())
	}
}

func reverse(original, key, on string) step {
	return func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error) {
		return j.Reverse(ctx, tx, original, correction(key, on), recorded())
	}
}

func correction(key, on string) journal.Correction {
	return journal.Correction{Key: key, On: cal.MustParse(on), Reason: "更正", Maker: "clerk-1", Checker: "clerk-2"}
}

func hold(through cal.Date, key, on string) step {
	return func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error) {
		return j.Hold(ctx, tx, through, correction(key, on), recorded())
	}
}

func closeThrough(through, key, on string) step {
	return func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error) {
		return j.Close(ctx, tx, cal.MustParse(through), correction(key, on), recorded())
	}
}

func reopen(through cal.Date, key, on string) step {
	return func(ctx context.Context, j *journal.Journal, tx journal.DayTx) (journal.Receipt, error) {
		return j.Reopen(ctx, tx, through, correction(key, on), recorded())
	}
}

// leg makes a leg: an account, an amount, and fields as "field=value".
func leg(a ledger.Account, amount string, fund ledger.FundID, fields ...string) ledger.Leg {
	l := ledger.Leg{Account: a, Amount: ledger.MustParseAmount(amount), Fund: fund}
	for _, f := range fields {
		name, value, _ := strings.Cut(f, "=")
		switch name {
		case "purpose":
			l.Purpose = ledger.Purpose(value)
		case "use":
			l.Use = ledger.UseClass(value)
		case "station":
			l.Station = value
		case "lot":
			l.Lot = ledger.LotID(value)
		case "party":
			l.Party = ledger.PartyRef(value)
		case "commitment":
			l.Commitment = value
		}
	}
	return l
}

func entry(key string, k ledger.Kind, on string, legs ...ledger.Leg) ledger.Entry {
	return ledger.Entry{Key: key, Kind: k, Date: cal.MustParse(on), Legs: legs}
}

// grant brings money in, pay spends it.
func grant(key, on, yuan string) ledger.Entry {
	return entry(key, ledger.Grant, on, leg(ledger.Bank, yuan+" CNY", lottery), leg(ledger.GrantIncome, "-"+yuan+" CNY", lottery))
}

func pay(key, on, yuan string) ledger.Entry {
	return entry(key, ledger.Payment, on, leg(ledger.Bank, "-"+yuan+" CNY", lottery),
		leg(ledger.ProgrammeCost, yuan+" CNY", lottery, "purpose=visits", "use=service", "station=S1"))
}

// gift brings in two lots, one of them without a value, with every field that an entry can have.
func gift() (ledger.Entry, error) {
	rice, oil := ledger.MustParseUnit("rice/袋"), ledger.MustParseUnit("oil/升/3")
	priced, err := ledger.Valuation{Lot: "R1", Basis: ledger.FairMarket, Quantity: ledger.Minor(10, rice), Valuer: "clerk-1", Reviewer: "clerk-2",
		Evidence: ledger.Evidence{Kind: ledger.PriceSource, Issuer: "虚构粮油批发市场", Date: cal.MustParse("2026-01-06")}}.Price("100.0050", money.HalfUp)
	if err != nil {
		return ledger.Entry{}, err
	}
	e := entry("gift", ledger.GiftInKind, "2026-01-06",
		leg(ledger.Stock, "1000.05 CNY", own, "lot=R1", "station=S1"), leg(ledger.DonationIncome, "-1000.05 CNY", own),
		leg(ledger.Stock, "10 rice/袋", own, "lot=R1", "station=S1"), leg(ledger.Donor, "-10 rice/袋", own, "lot=R1", "party=donor-1"),
		leg(ledger.Stock, "40.125 oil/升/3", own, "lot=O1", "station=S1"), leg(ledger.Donor, "-40.125 oil/升/3", own, "lot=O1", "party=donor-1"))
	e.Memo = "捐赠大米10袋、食用油40.125升，𠮷 \u00e9 e\u0301"
	e.Lots = []ledger.Lot{{ID: "R1", Unit: rice, Batch: "20260101-A", Place: "一号库", Expiry: cal.MustParse("2026-12-31")}, {ID: "O1", Unit: oil}}
	e.Valuations = []ledger.Valuation{priced, {Lot: "O1", Basis: ledger.Unvalued, Quantity: ledger.Minor(40125, oil)}}
	e.Evidence = []ledger.Evidence{{Kind: ledger.SignedList, Number: "7", Issuer: "虚构社工站", Date: cal.MustParse("2026-01-06"),
		Digest: "sha256:" + strings.Repeat("0f", 32)}, {Kind: ledger.Photo}}
	e.Maker, e.Checker = "clerk-1", "clerk-2"
	e.Meta = []ledger.Meta{{Key: "case", Value: "C-1"}, {Key: "来源", Value: "五社联动"}}
	return e, nil
}

// script is a life of a book: steps that are all accepted, one transaction each, and touch everything a store keeps.
func script() ([]step, error) {
	given, err := gift()
	if err != nil {
		return nil, err
	}
	long := strings.Repeat("长", 21) + "k" // 64 bytes
	reserve := entry("reserve", ledger.Reserve, "2026-02-01", leg(ledger.Committed, "300.00 CNY", lottery, "commitment=reserve"),
		leg(ledger.Uncommitted, "-300.00 CNY", lottery, "commitment=reserve"))
	reserve.Until = cal.MustParse("2026-03-31")
	committed := pay("committed", "2026-02-10", "200.00")
	committed.Legs = append(committed.Legs, leg(ledger.Committed, "-200.00 CNY", lottery, "commitment=reserve"),
		leg(ledger.Uncommitted, "200.00 CNY", lottery, "commitment=reserve"))
	note := entry("note", ledger.Note, "2026-02-12")
	note.Memo = "审计说明"
	return []step{
		post(grant("grant", "2026-01-05", "1000.00")),
		post(given),
		post(entry("handed out", ledger.Distribution, "2026-01-08",
			leg(ledger.Stock, "-4 rice/袋", own, "lot=R1", "station=S1"), leg(ledger.Beneficiary, "4 rice/袋", own, "lot=R1", "party=p-1"),
			leg(ledger.Stock, "-400.02 CNY", own, "lot=R1", "station=S1"), leg(ledger.ProgrammeCost, "400.02 CNY", own, "use=relief"))),
		post(entry("moved", ledger.StockTransfer, "2026-01-09",
			leg(ledger.Stock, "-5.000 oil/升/3", own, "lot=O1", "station=S1"), leg(ledger.Stock, "5.000 oil/升/3", own, "lot=O1", "station=S2"))),
		post(entry("time", ledger.TimeEarned, "2026-01-10", leg(ledger.TimeBank, "90 min", "", "party=v-1"),
			leg(ledger.TimeBank, "30 min", "", "party=V-1"), leg(ledger.TimePool, "-120 min", ""))),
		post(pay(long, "2026-01-15", "300.00")),
		post(reserve), post(committed),
		post(pay("late", "2026-01-10", "50.00")), // posted after entries of later days
		reverse("late", "undo late", "2026-02-11"),
		post(note),
		hold(cal.MustParse("2026-02-28"), "hold", "2026-03-01"),
		closeThrough("2026-01-31", "close", "2026-03-01"),
		post(grant("grant again", "2026-03-02", "0.01")),
		reopen(cal.Date{}, "reopen", "2026-03-03"),
		hold(cal.Date{}, "release", "2026-03-03"),
		closeThrough("2026-02-28", "close again", "2026-03-04"),
	}, nil
}

// played returns a clerk whose book has lived through the script.
func played(ctx context.Context, b Book) (clerk, error) {
	c, err := newClerk(b)
	if err != nil {
		return c, err
	}
	steps, err := script()
	for i := 0; err == nil && i < len(steps); i++ {
		if _, err = c.do(ctx, steps[i]); err != nil {
			return c, wrong("step %d of the script: %w", i+1, err)
		}
	}
	return c, err
}

// funded returns a clerk whose book holds so many yuan and nothing else.
func funded(ctx context.Context, b Book, yuan int) (clerk, error) {
	c, err := newClerk(b)
	if err == nil {
		_, err = c.do(ctx, post(grant("grant", "2026-01-05", strconv.Itoa(yuan)+".00")))
	}
	return c, err
}
