package ledger_test

import (
	"context"
	"encoding/json"
	"math"
	"math/big"
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func lottery() ledger.Fund {
	return ledger.Fund{ID: "F1", Name: "县级福彩公益金", Source: ledger.LotteryCounty, Document: "某财社〔2026〕1号",
		Restriction: ledger.ByBoth,
		Purposes:    []ledger.Purpose{"visits", "winter"}, Forbidden: []ledger.UseClass{ledger.Staff, ledger.Vehicles},
		Window: cal.Year(2026), Guard: ledger.ByPosting,
		Donor: "p-1", Agreement: "A-1", Caps: []ledger.Cap{adminCap()}}
}

// adminCap is in the manner of 民发〔2016〕189号, with numbers invented.
func adminCap() ledger.Cap {
	return ledger.Cap{Name: "管理费用", Accounts: []ledger.Account{ledger.AdminCost}, Comparator: measure.AtMost,
		Base:   ledger.YearSpending,
		Exempt: known.Of(money.MustParse("200.00")),
		Tiers: []ledger.CapTier{
			{Valid: cal.Year(2026), From: known.Of(money.MustParse("1000.00")), Ratio: measure.MustParseRatio("0.13")},
			{Valid: cal.Year(2026), From: known.Of(money.MustParse("500.00")),
				Below: known.Of(money.MustParse("1000.00")), Ratio: measure.MustParseRatio("0.14")},
			{Valid: cal.Since(date("2027-01-01")), Ratio: measure.MustParseRatio("1/3")},
		},
		Source: vocab.Source{Document: "《某规定》", Article: "第九条", Provenance: vocab.Fictitious}}
}

func TestFundRules(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(*ledger.Fund)
		want []string
	}{
		{"valid", func(*ledger.Fund) {}, nil},
		{"own money may be overdrawn", func(f *ledger.Fund) {
			*f = ledger.Fund{ID: "O", Name: "自有", Source: ledger.Own, Restriction: ledger.Unrestricted,
				Guard: ledger.Unguarded}
		}, nil},
		{"nothing", func(f *ledger.Fund) { *f = ledger.Fund{} },
			[]string{"guard LEDGER-MISSING I2", "id LEDGER-MISSING I2", "name LEDGER-MISSING I2",
				"restriction LEDGER-MISSING I2", "source LEDGER-MISSING I2"}},
		{"words of nobody", func(f *ledger.Fund) {
			f.Source, f.Restriction, f.Guard, f.Forbidden[1] = "x", "x", "x", "x"
		},
			[]string{"forbidden[1] VOCAB-UNKNOWN", "guard VOCAB-UNKNOWN", "restriction VOCAB-UNKNOWN",
				"source VOCAB-UNKNOWN"}},
		{"purposes are missing", func(f *ledger.Fund) { f.Purposes = nil }, []string{"purposes LEDGER-FUND-RULES I4"}},
		{"a purpose without a name", func(f *ledger.Fund) { f.Purposes[0] = "" },
			[]string{"purposes[0] LEDGER-MISSING I2"}},
		{"the window is missing", func(f *ledger.Fund) { f.Window = cal.Period{} },
			[]string{"window LEDGER-FUND-RULES I4"}},
		{"restricted, but not guarded", func(f *ledger.Fund) { f.Guard = ledger.Unguarded },
			[]string{"guard LEDGER-FUND-RULES I3"}},
		{"texts", func(f *ledger.Fund) {
			f.Name, f.Document, f.Agreement, f.Donor = " x", "x ", "x\u200b",
				"13957913579"
		},
			[]string{"agreement LEDGER-INVISIBLE I2", "document LEDGER-TEXT I2", "donor LEDGER-PERSONAL I2",
				"name LEDGER-TEXT I2"}},
		{"a cap of nothing", func(f *ledger.Fund) { f.Caps[0] = ledger.Cap{} },
			[]string{"caps[0].accounts LEDGER-CAP I16", "caps[0].base LEDGER-MISSING I2",
				"caps[0].comparator LEDGER-CAP I16", "caps[0].name LEDGER-MISSING I2",
				"caps[0].source.document VOCAB-SOURCE", "caps[0].source.provenance VOCAB-SOURCE",
				"caps[0].tiers LEDGER-CAP I16"}},
		{"I16: tiers", func(f *ledger.Fund) {
			f.Caps[0].Tiers[0].Valid, f.Caps[0].Tiers[1].Ratio = cal.Period{}, measure.MustParseRatio("-0.1")
		}, []string{"caps[0].tiers[0] LEDGER-CAP I16", "caps[0].tiers[1] LEDGER-CAP I16"}},
		{"accounts of nobody", func(f *ledger.Fund) { f.Caps[0].Accounts[0] = "x" },
			[]string{"caps[0].accounts[0] VOCAB-UNKNOWN"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := lottery()
			tt.edit(&f)
			if d := cmp.Diff(tt.want, findings(f.Validate())); d != "" {
				t.Error(d)
			}
		})
	}
	if f := lottery(); !f.Restricted() || !f.LimitsPurpose() || (ledger.Fund{}).Restricted() {
		t.Error("restricted")
	}
}

func TestNewFunds(t *testing.T) {
	f := lottery()
	funds, err := ledger.NewFunds(f)
	if err != nil {
		t.Fatal(err)
	}
	f.Purposes[0] = "changed"
	if got, ok, err := funds.Fund(context.Background(), "F1"); err != nil || !ok || got.Purposes[0] != "visits" {
		t.Errorf("%v %v %v", got, ok, err)
	}
	if _, ok, err := funds.Fund(context.Background(), "F2"); ok || err != nil {
		t.Error("a fund that was never given")
	}
	if _, err := ledger.NewFunds(lottery(), ledger.Fund{ID: "F1"}); err == nil ||
		!cmp.Equal(findings(err)[:2], []string{"[1].guard LEDGER-MISSING I2", "[1].id LEDGER-DUPLICATE I2"}) {
		t.Errorf("%v", findings(err))
	}
	data, err := json.Marshal(lottery())
	var back ledger.Fund
	if err2 := json.Unmarshal(data, &back); err != nil || err2 != nil || !cmp.Equal(back, lottery()) {
		t.Errorf("JSON: %s %v %v", data, err, err2)
	}
}

func TestCapTier(t *testing.T) {
	c := adminCap()
	for _, tt := range []struct {
		on, size, ratio string
	}{
		{"2026-05-01", "1000.00", "0.13"}, {"2026-05-01", "999.99", "0.14"}, {"2026-05-01", "500.00", "0.14"},
		{"2026-05-01", "499.99", ""},
		{"2027-01-01", "0.00", "1/3"}, {"2025-12-31", "1000.00", ""},
	} {
		tier, ok := c.Tier(date(tt.on), money.MustParse(tt.size))
		if ok != (tt.ratio != "") || ok && tier.Ratio.String() != tt.ratio {
			t.Errorf("%s %s: %v %v", tt.on, tt.size, tier.Ratio, ok)
		}
	}
}

func TestCapTierBelow(t *testing.T) {
	c := adminCap()
	c.Tiers = c.Tiers[1:2]
	for size, want := range map[string]bool{"499.99": false, "500.00": true, "999.99": true, "1000.00": false} {
		if _, ok := c.Tier(date("2026-05-01"), money.MustParse(size)); ok != want {
			t.Errorf("%s: %v", size, ok)
		}
	}
}

// I16: the comparison against big.Rat, at the edges of int64 where a product needs 128 bits and a quotient would be rounded.
func TestCapKeeps(t *testing.T) {
	r := rand.New(rand.NewSource(16))
	c := adminCap()
	c.Exempt = known.Value[money.Amount]{}
	for i := range 20000 {
		part, base := r.Int63()>>r.Intn(62), r.Int63()>>r.Intn(62)
		num, den := r.Int63()>>r.Intn(62), 1+r.Int63()>>r.Intn(62)
		if i%3 == 0 { // exactly on the cap, or one fen beside
			num, den = int64(1+r.Intn(99)), 100
			base = r.Int63() / 100 / 100 * 100
			part = base/100*num + int64(r.Intn(3)-1)
		}
		if i%11 == 0 {
			base, part, num, den = math.MaxInt64, math.MaxInt64-int64(r.Intn(2)), math.MaxInt64-1, math.MaxInt64
		}
		ratio, err := measure.RatioOf(num, den)
		if err != nil {
			t.Fatal(err)
		}
		want := new(big.Rat).SetInt64(max(part, 0)).Cmp(new(big.Rat).Mul(new(big.Rat).SetInt64(base),
			big.NewRat(num, den)))
		for comparator, keeps := range map[measure.Comparator]bool{measure.AtMost: want <= 0,
			measure.AtLeast: want >= 0} {
			c.Comparator = comparator
			if got := c.Keeps(ledger.CapTier{Ratio: ratio}, money.Fen(part), money.Fen(base)); got != keeps {
				t.Fatalf("%d %s %d × %d/%d: %v", part, comparator, base, num, den, got)
			}
		}
	}
	c = adminCap()
	tier, _ := c.Tier(date("2026-05-01"), money.MustParse("1000.00"))
	for part, keeps := range map[string]bool{"199.99": true, "200.00": false, "200.01": false, "-5.00": true} {
		if got := c.Keeps(tier, money.MustParse(part), money.MustParse("100.00")); got != keeps {
			t.Errorf("%s: %v", part, got)
		}
	}
}
