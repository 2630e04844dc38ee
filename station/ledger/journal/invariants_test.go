package journal_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Each promise that depends on the book is broken on purpose: the entry is refused with the code, the number and the path, by
// Check and by Post alike, and the store is what it was to the byte. A case without findings must be accepted.
func TestBrokenOnPurpose(t *testing.T) {
	consent := func(e *ledger.Entry) { e.Consent = ledger.Consent{By: ledger.DonorConsents, Number: "T-1"} }
	given := []ledger.Entry{income("g1", "F1", "2026-01-05", "1000.00"), income("g2", "D", "2026-01-05", "100.00"),
		income("g3", "B", "2026-01-05", "100.00")}
	stocked := append(slices.Clip(given), rice("r1", "L1", "D", "2026-01-10", "100.00"),
		rice("r2", "U1", "D", "2026-01-10", ""))
	given, stocked = slices.Clip(given), slices.Clip(stocked)
	change := func(from, to ledger.FundID) ledger.Entry {
		return entry("x", ledger.BetweenBooks, "2026-02-01", leg(ledger.Bank, from, "-50.00 CNY"),
			leg(ledger.InterFund, from, "50.00 CNY"),
			leg(ledger.Bank, to, "50.00 CNY"), leg(ledger.InterFund, to, "-50.00 CNY"))
	}
	fresh := ledger.Lot{ID: "L2", Unit: ledger.MustParseUnit("rice/袋"), Expiry: date("2027-09-30")}
	stale := fresh
	stale.Expiry = date("2026-09-30")
	move := func(on, n, value string, lots ...ledger.Lot) ledger.Entry {
		e := entry("x", ledger.StockTransfer, on, leg(ledger.Stock, "D", "-"+n+" rice/袋", lot("L1")),
			leg(ledger.Stock, "D", n+" rice/袋", lot("L2")),
			leg(ledger.Stock, "D", "-"+value+" CNY", lot("L1")), leg(ledger.Stock, "D", value+" CNY", lot("L2")))
		e.Lots = lots
		return e
	}
	for _, tt := range []struct {
		name  string
		given []ledger.Entry
		then  ledger.Entry
		want  []string
	}{
		{"spend within the rules", given, spending("x", "F1", "2026-02-01", "1000.00"), nil},
		{"I3: a fen more than there is", given, spending("x", "F1", "2026-02-01", "1000.01"),
			[]string{"legs[1].amount LEDGER-OVERDRAWN I3"}},
		{"I3: own money may be overdrawn", given, spending("x", "O", "2026-02-01", "5.00"), nil},
		{"I3: cash is not the bank", given,
			edited(spending("x", "F1", "2026-02-01", "5.00"), func(e *ledger.Entry) { e.Legs[1].Account = ledger.Cash }),
			[]string{"legs[1].amount LEDGER-OVERDRAWN I3"}},
		{"I3: reserved counts", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			spending("x", "F1", "2026-02-01", "100.01"),
			[]string{"legs[1].amount LEDGER-AVAILABLE I3"}},
		{"I3: what is free can be spent", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			spending("x", "F1", "2026-02-01", "100.00"), nil},
		{"I3: reserve more than there is", given, reserve("x", "F1", "2026-02-01", "1000.01", ""),
			[]string{"legs[1].amount LEDGER-AVAILABLE I3"}},
		{"I3: pay a part of what is reserved", append(given, reserve("c1", "F1", "2026-02-01", "1000.00", "")),
			release("x", ledger.Payment, "c1", "F1", "2026-02-02", "999.99"), nil},
		{"I3: pay more than is reserved", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Payment, "c1", "F1", "2026-02-02", "900.01"),
			[]string{"legs[0].amount LEDGER-COMMITMENT I3"}},
		{"I3: release by a payment of less", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			edited(release("x", ledger.Payment, "c1", "F1", "2026-02-02", "900.00"), func(e *ledger.Entry) {
				e.Legs[2].Amount, e.Legs[3].Amount = amount("899.99 CNY"), amount("-899.99 CNY")
			}), []string{"legs[0].fund LEDGER-COMMITMENT I3"}},
		{"I3: pay more than is released", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			edited(release("x", ledger.Payment, "c1", "F1", "2026-02-02", "900.00"), func(e *ledger.Entry) {
				e.Legs[2].Amount, e.Legs[3].Amount = amount("950.00 CNY"), amount("-950.00 CNY")
			}), nil},
		{"I3: release without paying", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Adjustment, "c1", "F1", "2026-02-02", "900.00"),
			[]string{"legs[0].fund LEDGER-COMMITMENT I3"}},
		{"I3: void", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Void, "c1", "F1", "2026-02-02", "900.00"), nil},
		{"I3: void more than is left", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Void, "c1", "F1", "2026-02-02", "900.01"),
			[]string{"legs[0].amount LEDGER-COMMITMENT I3"}},
		{"I3: void what never was", given, release("x", ledger.Void, "c1", "F1", "2026-02-02", "1.00"),
			[]string{"legs[0].amount LEDGER-COMMITMENT I3", "legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: void what is no commitment", given, release("x", ledger.Void, "g1", "F1", "2026-02-02", "1.00"),
			[]string{"legs[0].amount LEDGER-COMMITMENT I3", "legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: commitment of another fund", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Void, "c1", "B", "2026-02-02", "1.00"), []string{"legs[0].amount LEDGER-COMMITMENT I3"}},
		{"I3: expire on the last day", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "2026-02-28")),
			release("x", ledger.Expire, "c1", "F1", "2026-02-28", "900.00"),
			[]string{"legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: expire after the last day", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "2026-02-28")),
			release("x", ledger.Expire, "c1", "F1", "2026-03-01", "900.00"), nil},
		{"I3: expire what has no last day", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "")),
			release("x", ledger.Expire, "c1", "F1", "2026-03-01", "900.00"),
			[]string{"legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: pay on the last day", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "2026-02-28")),
			release("x", ledger.Payment, "c1", "F1", "2026-02-28", "900.00"), nil},
		{"I3: pay after the last day", append(given, reserve("c1", "F1", "2026-02-01", "900.00", "2026-02-28")),
			release("x", ledger.Payment, "c1", "F1", "2026-03-01", "900.00"),
			[]string{"legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: reserve under another's key", given,
			edited(reserve("x", "F1", "2026-02-01", "1.00", ""),
				func(e *ledger.Entry) { e.Legs[0].Commitment, e.Legs[1].Commitment = "y", "y" }),
			[]string{"legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: reserve less than nothing", given,
			edited(reserve("x", "F1", "2026-02-01", "1.00", ""),
				func(e *ledger.Entry) { e.Legs = ledger.Entry{Legs: e.Legs}.Reversed() }),
			[]string{"legs[0].amount LEDGER-COMMITMENT I3", "legs[0].commitment LEDGER-COMMITMENT I3"}},
		{"I3: reserve and spend", given, edited(reserve("x", "F1", "2026-02-01", "1.00", ""),
			func(e *ledger.Entry) { e.Legs = append(e.Legs, spending("", "F1", "2026-02-01", "1.00").Legs...) }),
			[]string{"legs[2].commitment LEDGER-COMMITMENT I3", "legs[3].commitment LEDGER-COMMITMENT I3"}},
		{"I3: a day before the money came", given, spending("x", "D", "2026-01-04", "1.00"),
			[]string{"legs[1].amount LEDGER-ON-DAY I3"}},
		{"I3: a day on which a later entry needs it", append(given, spending("s1", "D", "2026-03-01", "60.00")),
			spending("x", "D", "2026-02-01", "40.01"), []string{"legs[1].amount LEDGER-OVERDRAWN I3"}},
		{"I3: negative on some later day",
			append(given, spending("s1", "D", "2026-02-01", "60.00"), income("g4", "D", "2026-03-01", "50.00")),
			spending("x", "D", "2026-01-20", "40.01"),
			[]string{"legs[1].amount LEDGER-ON-DAY I3"}},
		{"I3: guarded by posting, earlier days do not count", given, spending("x", "F1", "2026-01-04", "1.00"), nil},
		{"I3: goods a day before they came", stocked, handOut("x", "L1", "D", "2026-01-09", "1", "10.00"),
			[]string{"legs[0].amount LEDGER-ON-DAY I3", "legs[2].amount LEDGER-ON-DAY I3"}},
		{"I3: more than a balance can hold", []ledger.Entry{income("g1", "O", "2026-01-05", "92233720368547758.07")},
			income("x", "O", "2026-01-05", "0.01"),
			[]string{"legs[0].amount LEDGER-RANGE I3", "legs[1].amount LEDGER-RANGE I3"}},
		{"I1: what is unsound by itself is not weighed against the book", given,
			edited(spending("x", "F1", "2026-02-01", "1000.01"),
				func(e *ledger.Entry) { e.Legs[0].Amount = amount("1.00 CNY") }),
			[]string{"legs[0] LEDGER-UNBALANCED I1"}},
		{"I2: more than an amount can hold", nil,
			entry("x", ledger.Grant, "2026-01-05", leg(ledger.Bank, "O", "92233720368547758.07 CNY"),
				leg(ledger.Bank, "O", "92233720368547758.07 CNY"),
				leg(ledger.GrantIncome, "O", "-92233720368547758.07 CNY"),
				leg(ledger.OtherIncome, "O", "-92233720368547758.07 CNY")), []string{"legs LEDGER-RANGE I2"}},
		{"I3: hours up to the cap", []ledger.Entry{hours("h1", "2026-02-01", "89000", "v1")},
			hours("x", "2026-02-01", "1000", "v1"), nil},
		{"I3: a minute above the cap", []ledger.Entry{hours("h1", "2026-02-01", "89000", "v1")},
			hours("x", "2026-02-01", "1001", "v1"), []string{"legs[0].amount LEDGER-TIME-CAP I3"}},
		{"I3: the cap is one a person", []ledger.Entry{hours("h1", "2026-02-01", "89000", "v1")},
			hours("x", "2026-02-01", "1001", "v2"), nil},
		{"I3: no cap in force", []ledger.Entry{hours("h1", "2026-02-01", "89000", "v1")},
			hours("x", "2027-02-01", "1001", "v1"), nil},
		{"I3: more hours than saved", []ledger.Entry{hours("h1", "2026-02-01", "60", "v1")},
			entry("x", ledger.TimeSpent, "2026-02-02", leg(ledger.TimeBank, "", "-61 min", party("v1")),
				leg(ledger.TimePool, "", "61 min")),
			[]string{"legs[0].amount LEDGER-OVERDRAWN I3"}},
		{"I3: hours given away", []ledger.Entry{hours("h1", "2026-02-01", "60", "v1")},
			entry("x", ledger.TimeMoved, "2026-02-02", leg(ledger.TimeBank, "", "-60 min", party("v1")),
				leg(ledger.TimeBank, "", "60 min", party("v2"))), nil},

		{"I4: no such fund", given, spending("x", "F9", "2026-02-01", "1.00"),
			[]string{"legs[0].fund LEDGER-FUND I4", "legs[1].amount LEDGER-OVERDRAWN I3"}},
		{"I4: another purpose", given, edited(spending("x", "F1", "2026-02-01", "1.00"),
			func(e *ledger.Entry) { e.Legs[0].Purpose = "feast" }), []string{"legs[0].purpose LEDGER-PURPOSE I4"}},
		{"I4: a forbidden use", given, edited(spending("x", "F1", "2026-02-01", "1.00"),
			func(e *ledger.Entry) { e.Legs[0].Use = ledger.Vehicles }), []string{"legs[0].use LEDGER-USE I4"}},
		{"I4: no use named where some are forbidden", given,
			edited(spending("x", "F1", "2026-02-01", "1.00"), func(e *ledger.Entry) { e.Legs[0].Use = "" }),
			[]string{"legs[0].use LEDGER-USE I4"}},
		{"I4: a car is spending too", given,
			edited(spending("x", "F1", "2026-02-01", "1.00"),
				func(e *ledger.Entry) { e.Legs[0].Account, e.Legs[0].Use = ledger.FixedAsset, ledger.Vehicles }),
			[]string{"legs[0].use LEDGER-USE I4"}},
		{"I4: the last day of the window", given, spending("x", "F1", "2026-12-31", "1.00"), nil},
		{"I4: the day after", given, spending("x", "F1", "2027-01-01", "1.00"), []string{"date LEDGER-WINDOW I4"}},
		{"I4: the day before", given, edited(spending("x", "F1", "2025-12-31", "1.00"),
			func(e *ledger.Entry) { e.Legs = append(e.Legs, e.Legs...) }), []string{"date LEDGER-WINDOW I4"}},
		{"I4: all of it with consent", given, edited(spending("x", "F1", "2027-01-01", "1.00"), func(e *ledger.Entry) {
			consent(e)
			e.Legs[0].Purpose, e.Legs[0].Use = "feast", ledger.Vehicles
		}), nil},
		{"I4: goods for another purpose", stocked,
			edited(handOut("x", "U1", "D", "2026-02-01", "1", ""),
				func(e *ledger.Entry) { e.Legs[1].Purpose = "feast" }), []string{"legs[1].purpose LEDGER-PURPOSE I4"}},
		{"I4: to another fund without consent", given, change("F1", "B"), []string{"consent LEDGER-CONSENT I4"}},
		{"I4: to another fund with consent", given, edited(change("F1", "B"), consent), nil},
		{"I4: from an unrestricted fund", given, change("B", "F1"), nil},
		{"I4: out of the fund through net assets", given, entry("x", ledger.Payment, "2026-02-01",
			leg(ledger.NetAssets, "F1", "5.00 CNY"), leg(ledger.Bank, "F1", "-5.00 CNY")), []string{"consent LEDGER-CONSENT I4"}},
		{"I4: out of an unrestricted fund", given, entry("x", ledger.Payment, "2026-02-01",
			leg(ledger.NetAssets, "B", "5.00 CNY"), leg(ledger.Bank, "B", "-5.00 CNY")), nil},
		{"I4: a year's income carried to net assets", given, entry("x", ledger.Adjustment, "2026-02-01",
			leg(ledger.NetAssets, "F1", "-5.00 CNY"), leg(ledger.GrantIncome, "F1", "5.00 CNY")), nil},
		{"I4: agency money is no income", given, income("x", "A", "2026-02-01", "1.00"),
			[]string{"legs[1].account LEDGER-AGENCY I4"}},
		{"I4: agency money", given, entry("x", ledger.Advance, "2026-02-01", leg(ledger.Bank, "A", "5.00 CNY"),
			leg(ledger.AgencyLiability, "A", "-5.00 CNY")), nil},
		{"I4: agency accounts for other money", given,
			entry("x", ledger.Advance, "2026-02-01", leg(ledger.Bank, "B", "5.00 CNY"),
				leg(ledger.AgencyLiability, "B", "-5.00 CNY")), []string{"legs[1].account LEDGER-AGENCY I4"}},

		{"I5: reverses what never was", given,
			edited(income("x", "F1", "2026-02-01", "1.00"),
				func(e *ledger.Entry) { e.Kind, e.Reverses = ledger.Reversal, "g9" }),
			[]string{"reverses LEDGER-NO-ORIGINAL I5"}},
		{"I5: not the exact negation", given,
			edited(income("x", "F1", "2026-02-01", "1000.00"),
				func(e *ledger.Entry) { e.Kind, e.Reverses = ledger.Reversal, "g1" }), []string{"legs LEDGER-NEGATION I5"}},
		{"I5: dated before its original", given,
			edited(income("x", "F1", "2026-01-04", "1000.00"), func(e *ledger.Entry) {
				e.Kind, e.Reverses, e.Legs = ledger.Reversal, "g1", e.Reversed()
			}), []string{"date LEDGER-ORDER I5"}},
		{"I5: a note has nothing to reverse", []ledger.Entry{{Key: "n", Kind: ledger.Note, Date: date("2026-01-05")}},
			edited(income("x", "F1", "2026-02-01", "1.00"),
				func(e *ledger.Entry) { e.Kind, e.Reverses = ledger.Reversal, "n" }),
			[]string{"reverses LEDGER-NOT-REVERSIBLE I5"}},

		{"I6: a close that is posted", given,
			ledger.Entry{Key: "x", Kind: ledger.PeriodClosed, Date: date("2026-02-01"),
				Closing: ledger.Closing{Through: date("2026-01-31")}}, []string{"kind LEDGER-PERIOD I6"}},

		{"I10: no such lot", given, handOut("x", "L1", "D", "2026-02-01", "1", ""),
			[]string{"legs[0].lot LEDGER-LOT I10"}},
		{"I10: another unit than the lot's", stocked,
			entry("x", ledger.WriteOff, "2026-02-01", leg(ledger.Stock, "D", "-1 rice/箱", lot("L1")),
				leg(ledger.Loss, "D", "1 rice/箱", lot("L1"))),
			[]string{"legs[0].amount LEDGER-LOT-UNIT I10", "legs[1].amount LEDGER-LOT-UNIT I10"}},
		{"I10: the same lot declared otherwise", stocked,
			edited(rice("x", "L1", "D", "2026-02-01", "100.00"),
				func(e *ledger.Entry) { e.Lots[0].Expiry = date("2030-01-01") }),
			[]string{"lots[0] LEDGER-LOT-REDECLARED I10"}},
		{"I10: the same lot declared again", stocked, rice("x", "L1", "D", "2026-02-01", "100.00"), nil},
		{"I10: more than the lot holds", stocked, handOut("x", "L1", "D", "2026-02-01", "11", "100.00"),
			[]string{"legs[0].amount LEDGER-LOT-SHORT I10"}},
		{"I10: more unvalued goods than there are", stocked, handOut("x", "U1", "D", "2026-02-01", "11", ""),
			[]string{"legs[0].amount LEDGER-LOT-SHORT I10"}},
		{"I10: from a station that has none", stocked,
			edited(handOut("x", "U1", "D", "2026-02-01", "1", ""),
				func(e *ledger.Entry) { e.Legs[0].Station = "S2" }), []string{"legs[0].amount LEDGER-LOT-SHORT I10"}},
		{"I10: in proportion", stocked, handOut("x", "L1", "D", "2026-02-01", "3", "30.00"), nil},
		{"I10: a fen too much", stocked, handOut("x", "L1", "D", "2026-02-01", "3", "30.01"),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10"}},
		{"I10: a fen too little", stocked, handOut("x", "L1", "D", "2026-02-01", "3", "29.99"),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10"}},
		{"I10: goods without their value", stocked, handOut("x", "L1", "D", "2026-02-01", "3", ""),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10"}},
		{"I10: the last unit takes the rest", append(stocked, handOut("o1", "L1", "D", "2026-02-01", "9", "90.00")),
			handOut("x", "L1", "D", "2026-02-02", "1", "10.00"), nil},
		{"I10: the last unit leaves value behind",
			append(stocked, handOut("o1", "L1", "D", "2026-02-01", "9", "90.00")),
			handOut("x", "L1", "D", "2026-02-02", "1", "9.99"), []string{"legs[0].amount LEDGER-LOT-VALUE I10"}},
		{"I10: value without goods", stocked,
			entry("x", ledger.Adjustment, "2026-02-01", leg(ledger.Stock, "D", "-1.00 CNY", lot("L1"), at("S2")),
				leg(ledger.OtherCost, "D", "1.00 CNY", purpose("winter"))),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10", "legs[0].lot LEDGER-VALUATION I11"}},
		{"I10: value written off, goods kept", stocked,
			entry("x", ledger.Revaluation, "2026-02-01", leg(ledger.Stock, "D", "-100.00 CNY", lot("L1")),
				leg(ledger.OtherCost, "D", "100.00 CNY", purpose("winter"))),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10", "legs[0].lot LEDGER-VALUATION I11"}},
		{"I10: to people on the last day", stocked, handOut("x", "L1", "D", "2026-09-30", "3", "30.00"), nil},
		{"I10: to people the day after", stocked, handOut("x", "L1", "D", "2026-10-01", "3", "30.00"),
			[]string{"legs[1].lot LEDGER-EXPIRED I10"}},
		{"I10: sold the day after", stocked,
			edited(handOut("x", "U1", "D", "2026-10-01", "3", ""),
				func(e *ledger.Entry) { e.Legs[1].Account = ledger.Buyer }), []string{"legs[1].lot LEDGER-EXPIRED I10"}},
		{"I10: to another book the day after", stocked,
			edited(handOut("x", "U1", "D", "2026-10-01", "3", ""),
				func(e *ledger.Entry) { e.Legs[1].Account, e.Legs[1].Book = ledger.InterBook, "town" }),
			[]string{"legs[1].lot LEDGER-EXPIRED I10"}},
		{"I10: written off the day after", stocked,
			edited(handOut("x", "L1", "D", "2026-10-01", "3", "30.00"),
				func(e *ledger.Entry) { e.Legs[1].Account, e.Legs[3].Account = ledger.Loss, ledger.OtherCost }), nil},
		{"I10: returned the day after", stocked,
			edited(handOut("x", "U1", "D", "2026-10-01", "3", ""),
				func(e *ledger.Entry) { e.Legs[1].Account = ledger.Returned }), nil},
		{"I10: to a lot of the same day", stocked, move("2026-10-01", "3", "30.00", stale), nil},
		{"I10: to a fresher lot", stocked, move("2026-10-01", "3", "30.00", fresh),
			[]string{"legs[1].lot LEDGER-FRESHER I10"}},
		{"I10: to a lot that never expires", stocked,
			move("2026-10-01", "3", "30.00", ledger.Lot{ID: "L2", Unit: fresh.Unit}),
			[]string{"legs[1].lot LEDGER-FRESHER I10"}},
		{"I10: value grows on the way", stocked, edited(move("2026-02-01", "3", "30.00", stale), func(e *ledger.Entry) {
			e.Legs[3].Amount = amount("31.00 CNY")
			e.Legs = append(e.Legs, leg(ledger.DonationIncome, "D", "-1.00 CNY"))
		}), []string{"legs LEDGER-LOT-VALUE I10"}},
		{"I10: value shrinks on the way", stocked, edited(move("2026-02-01", "3", "30.00", stale), func(e *ledger.Entry) {
			e.Legs[3].Amount = amount("29.00 CNY")
			e.Legs = append(e.Legs, leg(ledger.OtherCost, "D", "1.00 CNY", purpose("winter")))
		}), []string{"legs LEDGER-LOT-VALUE I10"}},
		{"I10: unvalued goods into a valued lot", stocked,
			edited(rice("x", "L1", "D", "2026-02-01", ""), func(e *ledger.Entry) {}),
			[]string{"legs[0].amount LEDGER-LOT-MIXED I10"}},
		{"I10: valued goods into an unvalued lot", stocked, rice("x", "U1", "D", "2026-02-01", "5.00"),
			[]string{"legs[0].amount LEDGER-LOT-MIXED I10"}},
		{"I10: goods brought at a loss", stocked,
			entry("x", ledger.Adjustment, "2026-02-01", leg(ledger.Stock, "D", "1 rice/袋", lot("L1")),
				leg(ledger.Found, "D", "-1 rice/袋", lot("L1")),
				leg(ledger.Stock, "D", "-1.00 CNY", lot("L1")),
				leg(ledger.OtherCost, "D", "1.00 CNY", purpose("winter"))),
			[]string{"legs[0].amount LEDGER-LOT-VALUE I10", "legs[0].lot LEDGER-VALUATION I11"}},

		{"I11: goods without a valuation", given,
			edited(rice("x", "L1", "D", "2026-02-01", "100.00"), func(e *ledger.Entry) { e.Valuations = nil }),
			[]string{"legs[0].lot LEDGER-VALUATION I11"}},
		{"I11: unvalued goods without saying so", given,
			edited(rice("x", "L1", "D", "2026-02-01", ""), func(e *ledger.Entry) { e.Valuations = nil }),
			[]string{"legs[0].lot LEDGER-VALUATION I11"}},
		{"I11: valued otherwise than booked", given,
			edited(rice("x", "L1", "D", "2026-02-01", "100.00"),
				func(e *ledger.Entry) { e.Legs[2].Amount, e.Legs[3].Amount = amount("99.00 CNY"), amount("-99.00 CNY") }),
			[]string{"valuations[0] LEDGER-VALUATION I11"}},
		{"I11: another quantity than booked", given,
			edited(rice("x", "L1", "D", "2026-02-01", "100.00"),
				func(e *ledger.Entry) { e.Valuations[0].Quantity = amount("9 rice/袋") }),
			[]string{"valuations[0] LEDGER-VALUATION I11"}},
		{"I11: money for unvalued goods", given,
			edited(rice("x", "L1", "D", "2026-02-01", "100.00"), func(e *ledger.Entry) {
				e.Valuations[0] = ledger.Valuation{Lot: "L1", Basis: ledger.Unvalued, Quantity: amount("10 rice/袋")}
			}), []string{"valuations[0] LEDGER-VALUATION I11"}},
		{"I11: a valuation of what goes out", stocked,
			edited(handOut("x", "L1", "D", "2026-02-01", "3", "30.00"),
				func(e *ledger.Entry) { e.Valuations = rice("", "L1", "D", "2026-02-01", "100.00").Valuations }),
			[]string{"valuations[0] LEDGER-VALUATION I11"}},
		{"I11: revalued with a record", stocked,
			edited(entry("x", ledger.Revaluation, "2026-02-01", leg(ledger.Stock, "D", "20.00 CNY", lot("L1")),
				leg(ledger.DonationIncome, "D", "-20.00 CNY")), func(e *ledger.Entry) {
				e.Valuations = rice("", "L1", "D", "2026-02-01", "120.00").Valuations
			}), nil},
		{"I11: revalued to another sum", stocked,
			edited(entry("x", ledger.Revaluation, "2026-02-01", leg(ledger.Stock, "D", "20.00 CNY", lot("L1")),
				leg(ledger.DonationIncome, "D", "-20.00 CNY")), func(e *ledger.Entry) {
				e.Valuations = rice("", "L1", "D", "2026-02-01", "121.00").Valuations
			}), []string{"valuations[0] LEDGER-VALUATION I11"}},
		{"I11: an unvalued lot is appraised", stocked,
			edited(entry("x", ledger.Revaluation, "2026-02-01", leg(ledger.Stock, "D", "20.00 CNY", lot("U1")),
				leg(ledger.DonationIncome, "D", "-20.00 CNY")), func(e *ledger.Entry) {
				e.Valuations = rice("", "U1", "D", "2026-02-01", "20.00").Valuations
			}), nil},

		{"I15: a transfer to itself", given,
			entry("x", ledger.BetweenBooks, "2026-02-01", leg(ledger.Bank, "B", "-1.00 CNY"),
				leg(ledger.InterBook, "B", "1.00 CNY", book("county"))), []string{"legs[1].book LEDGER-NEEDLESS I15"}},
		{"I15: a transfer to a town", given,
			entry("x", ledger.BetweenBooks, "2026-02-01", leg(ledger.Bank, "B", "-1.00 CNY"),
				leg(ledger.InterBook, "B", "1.00 CNY", book("town"))), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.must(tt.given...)
			before := w.dump()
			var found fault.List
			err := w.store.Update(ctx, func(tx journal.DayTx) (err error) {
				found, err = w.j.Check(ctx, tx, tt.then)
				return err
			})
			if d := cmp.Diff(tt.want, findings(found)); err != nil || d != "" {
				t.Errorf("Check: %v %s", err, d)
			}
			if w.dump() != before {
				t.Error("Check changes the store")
			}
			_, err = w.post(tt.then)
			if d := cmp.Diff(tt.want, findings(err)); d != "" {
				t.Errorf("Post: %s", d)
			}
			if (w.dump() == before) != (err != nil) {
				t.Errorf("after %v the store is the same: %v", err, w.dump() == before)
			}
		})
	}
}
