package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/money"
)

func date(s string) cal.Date { return cal.MustParse(s) }

func amount(s string) ledger.Amount { return ledger.MustParseAmount(s) }

// leg is a leg in the fund F1.
func leg(account ledger.Account, a string, more ...func(*ledger.Leg)) ledger.Leg {
	l := ledger.Leg{Account: account, Amount: amount(a), Fund: "F1"}
	for _, f := range more {
		f(&l)
	}
	return l
}

func lot(id ledger.LotID) func(*ledger.Leg)      { return func(l *ledger.Leg) { l.Lot = id } }
func fund(id ledger.FundID) func(*ledger.Leg)    { return func(l *ledger.Leg) { l.Fund = id } }
func party(id ledger.PartyRef) func(*ledger.Leg) { return func(l *ledger.Leg) { l.Party = id } }
func commitment(key string) func(*ledger.Leg)    { return func(l *ledger.Leg) { l.Commitment = key } }

const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

// rice is a valid gift in kind that fills as many fields as an entry can.
func rice() ledger.Entry {
	v, err := ledger.Valuation{Lot: "L1", Basis: ledger.Voucher, Quantity: amount("10 rice/袋"), Valuer: "w-1",
		Reviewer: "w-2",
		Evidence: ledger.Evidence{Kind: ledger.Invoice, Number: "0012", Issuer: "某粮油店", Date: date("2026-03-01"),
			Digest: digest}}.
		Price("100.0000", money.HalfUp)
	if err != nil {
		panic(err)
	}
	return ledger.Entry{
		Key: "G-1", Kind: ledger.GiftInKind, Date: date("2026-03-05"), Memo: "某公司捐赠大米 10 袋",
		Legs: []ledger.Leg{
			leg(ledger.Stock, "1000.00 CNY", lot("L1"), func(l *ledger.Leg) { l.Station = "S1" }),
			leg(ledger.DonationIncome, "-1000.00 CNY", party("p-77"),
				func(l *ledger.Leg) { l.Line, l.Contract = "B1", "C1" }),
			leg(ledger.Stock, "10 rice/袋", lot("L1"), func(l *ledger.Leg) { l.Station = "S1" }),
			leg(ledger.Donor, "-10 rice/袋", lot("L1"), party("p-77"),
				func(l *ledger.Leg) { l.Purpose, l.Use = "winter", ledger.Relief }),
		},
		Lots: []ledger.Lot{{ID: "L1", Unit: ledger.MustParseUnit("rice/袋"), Batch: "20260101", Place: "一号库",
			Expiry: date("2026-09-30")}},
		Valuations: []ledger.Valuation{v},
		Evidence:   []ledger.Evidence{{Kind: ledger.Agreement, Number: "X-9"}, {Kind: ledger.Photo, Digest: digest}},
		Consent:    ledger.Consent{By: ledger.DonorConsents, Number: "T-1", Date: date("2026-03-04"), Digest: digest},
		Affects:    cal.MustParsePeriod("2026-01-01/2026-03-01"),
		Receipt:    "R-1", Maker: "w-3", Checker: "w-4",
		Meta: []ledger.Meta{{Key: "a", Value: "1"}, {Key: "b", Value: ""}},
	}
}

// grant is a valid entry of two legs.
func grant() ledger.Entry {
	return ledger.Entry{Key: "K-1", Kind: ledger.Grant, Date: date("2026-03-05"),
		Legs: []ledger.Leg{leg(ledger.Bank, "1000.00 CNY"), leg(ledger.GrantIncome, "-1000.00 CNY")}}
}

// served is a valid entry of time.
func served() ledger.Entry {
	return ledger.Entry{Key: "T-1", Kind: ledger.Served, Date: date("2026-03-05"),
		Legs: []ledger.Leg{leg(ledger.Volunteer, "120 min", fund(""), party("v-1")),
			leg(ledger.ServicePool, "-120 min", fund(""))}}
}

// findings lists problems as "path CODE invariant", sorted.
func findings(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, strings.TrimSpace(f.Path()+" "+string(f.Code())+" "+string(ledger.InvariantOf(f))))
	}
	slices.Sort(out)
	return out
}

func TestValidEntries(t *testing.T) {
	for name, e := range map[string]ledger.Entry{
		"gift in kind": rice(), "grant": grant(), "time": served(),
		"note": {Key: "N", Kind: ledger.Note, Date: date("2026-03-05"), Memo: "合同签订"},
		"reserve": {Key: "R", Kind: ledger.Reserve, Date: date("2026-03-05"), Until: date("2026-03-05"),
			Legs: []ledger.Leg{leg(ledger.Committed, "5.00 CNY", commitment("R")),
				leg(ledger.Uncommitted, "-5.00 CNY", commitment("R"))}},
		"lot to lot": {Key: "M", Kind: ledger.StockTransfer, Date: date("2026-03-05"), Legs: []ledger.Leg{
			leg(ledger.Stock, "-4 rice/袋", lot("L1")), leg(ledger.Stock, "4 rice/袋", lot("L2"))}},
		"fund to fund": {Key: "P", Kind: ledger.PurposeChange, Date: date("2026-03-05"),
			Consent: ledger.Consent{By: ledger.GrantorConsents, Number: "1"}, Legs: []ledger.Leg{
				leg(ledger.Bank, "-5.00 CNY"), leg(ledger.InterFund, "5.00 CNY"),
				leg(ledger.Bank, "5.00 CNY", fund("F2")), leg(ledger.InterFund, "-5.00 CNY", fund("F2"))}},
	} {
		if err := e.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every promise that an entry can break by itself is broken on purpose, and reported by its number and path.
func TestBrokenEntries(t *testing.T) {
	long := strings.Repeat("x", 65)
	for _, tt := range []struct {
		name string
		from func() ledger.Entry
		edit func(*ledger.Entry)
		want []string
	}{
		{"I1: one fen off", grant, func(e *ledger.Entry) { e.Legs[1].Amount = amount("-999.99 CNY") },
			[]string{"legs[0] LEDGER-UNBALANCED I1"}},
		{"I1: balanced only across funds", grant, func(e *ledger.Entry) { e.Legs[1].Fund = "F2" },
			[]string{"legs[0] LEDGER-UNBALANCED I1", "legs[1] LEDGER-UNBALANCED I1"}},
		{"I1: balanced only across units", rice, func(e *ledger.Entry) { e.Legs[3].Amount = amount("-10 rice/箱") },
			[]string{"legs[2] LEDGER-UNBALANCED I1", "legs[3] LEDGER-UNBALANCED I1"}},
		{"I1: balanced only across lots", rice, func(e *ledger.Entry) { e.Legs[3].Lot = "L2" },
			[]string{"legs[2] LEDGER-UNBALANCED I1", "legs[3] LEDGER-UNBALANCED I1"}},
		{"I1: money without a fund", grant, func(e *ledger.Entry) { e.Legs[0].Fund, e.Legs[1].Fund = "", "" },
			[]string{"legs[0].fund LEDGER-MISSING I1", "legs[1].fund LEDGER-MISSING I1"}},
		{"I1: time with a fund", served, func(e *ledger.Entry) { e.Legs[0].Fund, e.Legs[1].Fund = "F1", "F1" },
			[]string{"legs[0].fund LEDGER-NEEDLESS I1", "legs[1].fund LEDGER-NEEDLESS I1"}},
		{"I1: a move between funds with one side", grant,
			func(e *ledger.Entry) { e.Legs[1].Account = ledger.InterFund }, []string{"legs[1] LEDGER-ONE-SIDED I1"}},
		{"I1: commitment against cash", grant, func(e *ledger.Entry) {
			e.Legs = append(e.Legs, leg(ledger.Committed, "-1.00 CNY", commitment("R")), leg(ledger.Bank, "1.00 CNY"))
		}, []string{"legs[0] LEDGER-UNBALANCED I1", "legs[2] LEDGER-UNBALANCED I1"}},

		{"I2: no legs", grant, func(e *ledger.Entry) { e.Legs = nil }, []string{"legs LEDGER-LEGS I2"}},
		{"I2: one leg", grant, func(e *ledger.Entry) { e.Legs = e.Legs[:1] },
			[]string{"legs LEDGER-LEGS I2", "legs[0] LEDGER-UNBALANCED I1"}},
		{"I2: a note with legs", grant, func(e *ledger.Entry) { e.Kind = ledger.Note }, []string{"legs LEDGER-LEGS I2"}},
		{"I2: a leg of zero", grant, func(e *ledger.Entry) { e.Legs = append(e.Legs, leg(ledger.Bank, "0.00 CNY")) },
			[]string{"legs[2].amount LEDGER-ZERO I2"}},
		{"I2: a leg of nothing", grant, func(e *ledger.Entry) { e.Legs = append(e.Legs, leg(ledger.Bank, "0")) },
			[]string{"legs[2].amount LEDGER-ACCOUNT I2", "legs[2].amount LEDGER-ZERO I2"}},
		{"I2: minutes in the bank", served, func(e *ledger.Entry) { e.Legs[0].Account = ledger.Bank },
			[]string{"legs[0].amount LEDGER-ACCOUNT I2"}},
		{"I2: no account", grant, func(e *ledger.Entry) { e.Legs[0].Account = "" },
			[]string{"legs[0].account LEDGER-MISSING I2"}},
		{"an account of nobody", grant, func(e *ledger.Entry) { e.Legs[0].Account = "purse" },
			[]string{"legs[0].account VOCAB-UNKNOWN"}},
		{"a class of use of nobody", grant, func(e *ledger.Entry) { e.Legs[0].Use = "fun" },
			[]string{"legs[0].use VOCAB-UNKNOWN"}},
		{"I2: nothing recorded", grant, func(e *ledger.Entry) { *e = ledger.Entry{} },
			[]string{"date LEDGER-MISSING I2", "key LEDGER-MISSING I2", "kind LEDGER-MISSING I2", "legs LEDGER-LEGS I2"}},
		{"a kind of nobody", grant, func(e *ledger.Entry) { e.Kind = "wish" }, []string{"kind VOCAB-UNKNOWN"}},
		{"I2: too long", grant, func(e *ledger.Entry) { e.Key, e.Legs[0].Station = long, long },
			[]string{"key LEDGER-TEXT I2", "legs[0].station LEDGER-TEXT I2"}},
		{"I2: blanks around", grant, func(e *ledger.Entry) { e.Memo, e.Legs[0].Line = " 收款", "B1\n" },
			[]string{"legs[0].line LEDGER-TEXT I2", "memo LEDGER-TEXT I2"}},
		{"I2: not UTF-8", grant, func(e *ledger.Entry) { e.Memo = "a\xffb" }, []string{"memo LEDGER-TEXT I2"}},
		{"I2: invisible", grant, func(e *ledger.Entry) {
			e.Key, e.Memo, e.Legs[0].Contract, e.Legs[1].Contract = "K\u200b1", "a\u202eb", "a\tb", "a\u2028b"
		},
			[]string{"key LEDGER-INVISIBLE I2", "legs[0].contract LEDGER-INVISIBLE I2",
				"legs[1].contract LEDGER-INVISIBLE I2", "memo LEDGER-INVISIBLE I2"}},
		{"I2: numbers that identify a person", grant, func(e *ledger.Entry) {
			e.Legs[0].Party, e.Legs[1].Party, e.Maker, e.Checker = "11010519491231002X", "11010519491231002x",
				"13957913579", "110105194912310021"
		}, []string{"legs[0].party LEDGER-PERSONAL I2", "legs[1].party LEDGER-PERSONAL I2", "maker LEDGER-PERSONAL I2"}},
		{"18 digits may be a key: no birthday, one long ago, another check digit", grant, func(e *ledger.Entry) {
			e.Legs[0].Party, e.Legs[1].Party, e.Maker, e.Checker = "110105199913310021", "110105164912310022",
				"110105194912310021", "12957913579"
		}, nil},
		{"I2: too many legs", grant, func(e *ledger.Entry) { e.Legs = make([]ledger.Leg, ledger.MaxLegs+1) },
			[]string{"legs LEDGER-LIMIT I2"}},
		{"I2: too many of everything", grant, func(e *ledger.Entry) {
			e.Lots, e.Valuations = make([]ledger.Lot, 1001), make([]ledger.Valuation, 1001)
			e.Evidence, e.Meta = make([]ledger.Evidence, 101), make([]ledger.Meta, 101)
		}, []string{"evidence LEDGER-LIMIT I2", "lots LEDGER-LIMIT I2", "meta LEDGER-LIMIT I2",
			"valuations LEDGER-LIMIT I2"}},
		{"I2: meta out of order", rice, func(e *ledger.Entry) { e.Meta[1].Key = "a" },
			[]string{"meta[1].key LEDGER-ORDER I2"}},
		{"I2: meta without a key", rice, func(e *ledger.Entry) { e.Meta[0].Key = "" },
			[]string{"meta[0].key LEDGER-MISSING I2"}},
		{"I2: maker checks himself", rice, func(e *ledger.Entry) { e.Checker = e.Maker },
			[]string{"checker LEDGER-SAME-PERSON I2"}},
		{"I2: digests", rice, func(e *ledger.Entry) {
			e.Evidence[0].Digest, e.Evidence[1].Digest = "sha256:xyz", strings.ToUpper(digest)
			e.Consent.Digest, e.Valuations[0].Evidence.Digest = "0123456789abcdef0123456789abcdef", ":"+digest[7:]
		}, []string{"consent.digest LEDGER-TEXT I2", "evidence[0].digest LEDGER-TEXT I2",
			"evidence[1].digest LEDGER-TEXT I2", "valuations[0].evidence.digest LEDGER-TEXT I2"}},
		{"kinds of evidence", rice, func(e *ledger.Entry) {
			e.Evidence[0].Kind, e.Evidence[1].Kind, e.Valuations[0].Evidence.Kind = "", "rumour", "rumour"
		},
			[]string{"evidence[0].kind LEDGER-MISSING I2", "evidence[1].kind VOCAB-UNKNOWN",
				"valuations[0].evidence.kind VOCAB-UNKNOWN"}},
		{"I2: time without a person", served, func(e *ledger.Entry) { e.Legs[0].Party = "" },
			[]string{"legs[0].party LEDGER-MISSING I2"}},

		{"I3: committed without a name", grant,
			func(e *ledger.Entry) { e.Legs[0].Account, e.Legs[1].Account = ledger.Committed, ledger.Uncommitted },
			[]string{"legs[0].commitment LEDGER-MISSING I3", "legs[1].commitment LEDGER-MISSING I3"}},
		{"I3: a commitment on cash", grant,
			func(e *ledger.Entry) { e.Legs[0].Commitment, e.Legs[1].Commitment = "R", "R" },
			[]string{"legs[0].commitment LEDGER-NEEDLESS I3", "legs[1].commitment LEDGER-NEEDLESS I3"}},
		{"I3: until without reserving", grant, func(e *ledger.Entry) { e.Until = date("2026-04-01") },
			[]string{"until LEDGER-NEEDLESS I3"}},
		{"I3: reserved until before", grant, func(e *ledger.Entry) {
			e.Kind, e.Until = ledger.Reserve, date("2026-03-04")
		}, []string{"until LEDGER-ORDER I3"}},

		{"I4: change of purpose without consent", grant, func(e *ledger.Entry) { e.Kind = ledger.PurposeChange },
			[]string{"consent LEDGER-MISSING I4"}},
		{"I4: consent after the fact", rice, func(e *ledger.Entry) { e.Consent.Date = date("2026-03-06") },
			[]string{"consent.date LEDGER-ORDER I4"}},
		{"I4: consent of nobody, for nothing", rice, func(e *ledger.Entry) { e.Consent.By, e.Consent.Number = "", "" },
			[]string{"consent.by LEDGER-MISSING I2", "consent.number LEDGER-MISSING I2"}},

		{"I5: a reversal of nothing", grant, func(e *ledger.Entry) { e.Kind = ledger.Reversal },
			[]string{"reverses LEDGER-MISSING I5"}},
		{"I5: reverses, but is none", grant, func(e *ledger.Entry) { e.Reverses = "K-0" },
			[]string{"reverses LEDGER-NEEDLESS I5"}},
		{"I5: a reversal that brings things of its own", rice,
			func(e *ledger.Entry) { e.Kind, e.Reverses = ledger.Reversal, "G-0" },
			[]string{"lots LEDGER-NEEDLESS I5", "valuations LEDGER-NEEDLESS I5"}},
		{"I6: closing on an ordinary entry", grant, func(e *ledger.Entry) { e.Closing.Through = date("2026-02-28") },
			[]string{"closing LEDGER-NEEDLESS I6"}},
		{"I6: a close without", grant, func(e *ledger.Entry) { e.Kind, e.Legs = ledger.PeriodClosed, nil },
			[]string{"closing LEDGER-MISSING I6"}},

		{"I10: stock without a lot", rice, func(e *ledger.Entry) { e.Legs[0].Lot = "" },
			[]string{"legs[0].lot LEDGER-MISSING I10"}},
		{"I10: goods without a lot", rice, func(e *ledger.Entry) { e.Legs[3].Lot = "" },
			[]string{"legs[2] LEDGER-UNBALANCED I1", "legs[3] LEDGER-UNBALANCED I1", "legs[3].lot LEDGER-MISSING I10"}},
		{"I10: a lot of money", rice, func(e *ledger.Entry) { e.Lots[0].Unit = ledger.CNY() },
			[]string{"lots[0].unit LEDGER-UNIT I10"}},
		{"I10: a lot twice", rice, func(e *ledger.Entry) { e.Lots = append(e.Lots, e.Lots[0]) },
			[]string{"lots[1].id LEDGER-DUPLICATE I10"}},
		{"I10: a lot that nothing touches", rice, func(e *ledger.Entry) { e.Lots[0].ID = "L9" },
			[]string{"lots[0] LEDGER-NEEDLESS I10"}},

		{"I11: unvalued goods with a value", rice,
			func(e *ledger.Entry) { e.Valuations[0].Basis, e.Receipt = ledger.Unvalued, "" },
			[]string{"valuations[0].value LEDGER-UNVALUED I11"}},
		{"I11: a value of nothing", rice, func(e *ledger.Entry) {
			e.Valuations[0].UnitPrice, e.Valuations[0].Exact, e.Valuations[0].Rounding, e.Valuations[0].Value = "",
				"", "", money.Amount{}
		}, []string{"valuations[0].value LEDGER-UNVALUED I11"}},
		{"I11: another product", rice, func(e *ledger.Entry) { e.Valuations[0].Exact = "1000.0001" },
			[]string{"valuations[0].exact LEDGER-PRODUCT I11"}},
		{"I11: another value", rice, func(e *ledger.Entry) { e.Valuations[0].Value = money.Fen(1) },
			[]string{"valuations[0].exact LEDGER-PRODUCT I11"}},
		{"I11: a product without a price", rice, func(e *ledger.Entry) { e.Valuations[0].UnitPrice = "" },
			[]string{"valuations[0].unit_price LEDGER-MISSING I11"}},
		{"no mode of rounding", rice, func(e *ledger.Entry) { e.Valuations[0].Rounding = "" },
			[]string{"valuations[0].unit_price MONEY-ROUNDING"}},
		{"I11: a price too fine", rice, func(e *ledger.Entry) { e.Valuations[0].UnitPrice = "100.00001" },
			[]string{"valuations[0].unit_price LEDGER-PRODUCT I11"}},
		{"a hostile price", rice, func(e *ledger.Entry) { e.Valuations[0].UnitPrice = "1e999999999" },
			[]string{"valuations[0].unit_price MONEY-DECIMAL"}},
		{"I11: valued by the yuan", rice, func(e *ledger.Entry) { e.Valuations[0].Quantity = amount("10.00 CNY") },
			[]string{"valuations[0].quantity LEDGER-VALUATION I11"}},
		{"I11: one lot valued twice", rice,
			func(e *ledger.Entry) { e.Valuations = append(e.Valuations, e.Valuations[0]) },
			[]string{"valuations[1].lot LEDGER-DUPLICATE I11"}},
		{"I11: a voucher without its number", rice,
			func(e *ledger.Entry) { e.Valuations[0].Evidence = ledger.Evidence{Kind: ledger.Invoice} },
			[]string{"valuations[0].evidence LEDGER-EVIDENCE I11"}},
		{"I11: a market price from nowhere", rice, func(e *ledger.Entry) {
			e.Valuations[0].Basis, e.Valuations[0].Evidence.Issuer = ledger.FairMarket, ""
		}, []string{"valuations[0].evidence LEDGER-EVIDENCE I11"}},
		{"I11: a market price of no day", rice, func(e *ledger.Entry) {
			e.Valuations[0].Basis, e.Valuations[0].Evidence.Date = ledger.FairMarket, cal.Date{}
		}, []string{"valuations[0].evidence LEDGER-EVIDENCE I11"}},
		{"I11: similar to nothing", rice, func(e *ledger.Entry) {
			e.Valuations[0].Basis, e.Valuations[0].Evidence = ledger.FairLike, ledger.Evidence{}
		}, []string{"valuations[0].evidence LEDGER-EVIDENCE I11"}},
		{"I11: appraised by nobody", rice, func(e *ledger.Entry) {
			e.Valuations[0].Basis, e.Valuations[0].Evidence.Issuer = ledger.Appraisal, ""
		}, []string{"valuations[0].evidence LEDGER-EVIDENCE I11"}},
		{"I11: no basis", rice, func(e *ledger.Entry) { e.Valuations[0].Basis = "" },
			[]string{"receipt LEDGER-RECEIPT I11", "valuations[0].basis LEDGER-MISSING I2"}},
		{"I11: valuer reviews himself", rice,
			func(e *ledger.Entry) { e.Valuations[0].Reviewer = e.Valuations[0].Valuer },
			[]string{"valuations[0].reviewer LEDGER-SAME-PERSON I11"}},
		{"I11: a receipt on a declaration", rice, func(e *ledger.Entry) { e.Valuations[0].Basis = ledger.Declared },
			[]string{"receipt LEDGER-RECEIPT I11"}},
		{"I11: a receipt for a grant", grant, func(e *ledger.Entry) { e.Receipt = "R-1" },
			[]string{"receipt LEDGER-NEEDLESS I11"}},
		{"I11: a receipt for a declared gift by booking it again", grant, func(e *ledger.Entry) {
			e.Kind, e.Receipt = ledger.Adjustment, "R-1"
			e.Legs[0].Account, e.Legs[1].Account = ledger.DonationIncome, ledger.DonationIncome
		}, []string{"receipt LEDGER-NEEDLESS I11"}},
		{"I11: a receipt for agency money", grant,
			func(e *ledger.Entry) { e.Receipt, e.Legs[1].Account = "R-1", ledger.AgencyLiability }, nil},
		{"I11: a note about a receipt", grant,
			func(e *ledger.Entry) { e.Kind, e.Receipt, e.Legs = ledger.Note, "R-1", nil }, nil},
		{"I11: a gift of services without evidence", grant, func(e *ledger.Entry) {
			e.Kind, e.Legs[0].Account, e.Legs[1].Account = ledger.ServiceGift, ledger.ProgrammeCost, ledger.DonationIncome
		}, []string{"evidence LEDGER-EVIDENCE I11"}},

		{"I14: time beside money", served, func(e *ledger.Entry) { e.Legs = append(e.Legs, grant().Legs...) },
			[]string{"legs[1].amount LEDGER-TIME-MONEY I14"}},
		{"I14: time beside goods", served, func(e *ledger.Entry) { e.Legs = append(e.Legs, rice().Legs[2:]...) },
			[]string{"legs[1].amount LEDGER-TIME-MONEY I14"}},

		{"I14: a minute for a yuan", served, func(e *ledger.Entry) { e.Legs[1] = leg(ledger.Bank, "-1.00 CNY") },
			[]string{"legs[0] LEDGER-UNBALANCED I1", "legs[0].amount LEDGER-TIME-MONEY I14",
				"legs[1] LEDGER-UNBALANCED I1"}},
		{"I15: between books, but which", grant, func(e *ledger.Entry) { e.Legs[1].Account = ledger.InterBook },
			[]string{"legs[1].book LEDGER-MISSING I15"}},
		{"I15: another book on the bank", grant, func(e *ledger.Entry) { e.Legs[0].Book = "town" },
			[]string{"legs[0].book LEDGER-NEEDLESS I15"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := tt.from()
			tt.edit(&e)
			if d := cmp.Diff(tt.want, findings(e.Validate())); d != "" {
				t.Error(d)
			}
			for _, f := range fault.Of(e.Validate()) {
				if strings.Contains(f.Error(), "p-77") || strings.Contains(f.Error(), "大米") {
					t.Errorf("the fault quotes the entry: %v", f)
				}
			}
		})
	}
}

// All problems at once, not the first.
func TestAllProblemsAtOnce(t *testing.T) {
	e := rice()
	e.Key, e.Legs[1].Amount, e.Valuations[0].Basis, e.Lots[0].ID = "", amount("-999.99 CNY"), ledger.Declared, "L9"
	want := []string{"key LEDGER-MISSING I2", "legs[0] LEDGER-UNBALANCED I1", "lots[0] LEDGER-NEEDLESS I10",
		"receipt LEDGER-RECEIPT I11"}
	if d := cmp.Diff(want, findings(e.Validate())); d != "" {
		t.Error(d)
	}
}

func TestLargestEntry(t *testing.T) {
	e := grant()
	e.Legs = nil
	for range ledger.MaxLegs / 2 {
		e.Legs = append(e.Legs, leg(ledger.Bank, "92233720368547758.07 CNY"),
			leg(ledger.GrantIncome, "-92233720368547758.07 CNY"))
	}
	if err := e.Validate(); err != nil {
		t.Fatal(err)
	}
	body, err := e.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := ledger.DecodeEntry(body); err != nil || !cmp.Equal(back, e) {
		t.Errorf("10,000 legs come back otherwise: %v", err)
	}
	e.Legs[1].Amount = amount("-92233720368547758.06 CNY")
	if d := cmp.Diff([]string{"legs[0] LEDGER-UNBALANCED I1"}, findings(e.Validate())); d != "" {
		t.Error(d)
	}
}

func TestReversedAndExpired(t *testing.T) {
	e := grant()
	r := e.Reversed()
	if r[0].Amount != amount("-1000.00 CNY") || r[1].Amount != amount("1000.00 CNY") || e.Legs[0].Amount != amount("1000.00 CNY") {
		t.Errorf("%v, of %v", r, e.Legs)
	}
	l := ledger.Lot{Expiry: date("2026-09-30")}
	if l.Expired(date("2026-09-30")) || !l.Expired(date("2026-10-01")) || (ledger.Lot{}).Expired(date("9999-12-31")) {
		t.Error("the last day of use is still good, and what has none never expires")
	}
	if chain.SHA256("x").Validate() != nil {
		t.Error("the usual chain is valid")
	}
}
