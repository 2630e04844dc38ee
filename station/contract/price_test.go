package contract_test

import (
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// day is the text of a payment's day and its amount.
func days(ps []contract.Payment) (out []string) {
	for _, p := range ps {
		out = append(out, p.Amount.String()+" "+p.From.String())
	}
	return out
}

func TestSchedule(t *testing.T) {
	c := good()
	c.Price = money.MustParse("733355") // 柒拾叁万叁仟叁佰伍拾伍元, the price of a published contract
	got, err := c.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"366677.50 2021-12-20", "220006.50 2022-07-08", "146671.00 "} // the final evaluation is still to come
	if d := cmp.Diff(want, days(got)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(c.Instalments[1], got[1].Instalment); d != "" {
		t.Error(d)
	}
}

func TestScheduleOfEveryTrigger(t *testing.T) {
	day := cal.MustParse
	c := contract.Contract{
		Price: money.MustParse("0.05"), SignedOn: day("2022-03-01"),
		Evaluations: []contract.Evaluation{
			{Stage: contract.MidTerm, HeldOn: day("2022-07-01")}, {Stage: contract.Final, HeldOn: day("2022-12-20")},
			{Stage: contract.MidTerm, HeldOn: day("2023-07-01")}, {Stage: contract.MidTerm},
		},
		Instalments: []contract.Instalment{
			{Weight: 1, Trigger: contract.OnSigning},
			{Weight: 1, Trigger: contract.OnSigning, On: day("2022-04-01")}, // not before April
			{Weight: 1, Trigger: contract.OnMidTerm},
			{Weight: 1, Trigger: contract.OnMidTerm, On: day("2023-01-01")}, // the second one was later
			{Weight: 1, Trigger: contract.OnMidTerm, On: day("2023-01-01")}, // the third has not been held
			{Weight: 1, Trigger: contract.OnFinal},
			{Weight: 1, Trigger: contract.OnDate, On: day("2022-05-01")},
			{Weight: 1, Trigger: contract.OnOccasion, Condition: "收到发票"},
			{Weight: 1, Trigger: contract.OnOccasion, On: day("2022-06-01")},
		},
	}
	got, err := c.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"0.01 2022-03-01", "0.01 2022-04-01", "0.01 2022-07-01", "0.01 2023-07-01", "0.01 ", "0.00 2022-12-20", "0.00 2022-05-01",
		"0.00 ", "0.00 2022-06-01",
	}
	if d := cmp.Diff(want, days(got)); d != "" {
		t.Error(d)
	}
}

func TestScheduleRefusals(t *testing.T) {
	for name, tc := range map[string]struct {
		make func(*contract.Contract)
		code fault.Code
		path string
	}{
		"no weights":      {func(c *contract.Contract) { c.Instalments = []contract.Instalment{{Trigger: contract.OnSigning}} }, money.ErrWeights, "instalments"},
		"negative weight": {func(c *contract.Contract) { c.Instalments[2].Weight = -2 }, money.ErrWeights, "instalments"},
		"no evaluation":   {func(c *contract.Contract) { c.Evaluations = c.Evaluations[1:] }, contract.ErrTrigger, "instalments[1].trigger"},
		"one evaluation for two instalments": {
			func(c *contract.Contract) { c.Instalments[0].Trigger = contract.OnMidTerm }, contract.ErrTrigger, "instalments[1].trigger"},
		"unknown trigger": {func(c *contract.Contract) { c.Instalments[0].Trigger = "soon" }, vocab.ErrUnknown, "instalments[0].trigger"},
		"no trigger":      {func(c *contract.Contract) { c.Instalments[0].Trigger = "" }, contract.ErrTrigger, "instalments[0].trigger"},
	} {
		t.Run(name, func(t *testing.T) {
			c := good()
			tc.make(&c)
			got, err := c.Schedule()
			if l := fault.Of(err); got != nil || len(l) != 1 || !has(l, tc.code, tc.path) {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	if got, err := (contract.Contract{}).Schedule(); got != nil || err != nil {
		t.Errorf("no instalments: got %v, %v", got, err)
	}
}

// Instalments always add up to the price, whatever the weights.
func TestScheduleAddsUp(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 500 {
		c := contract.Contract{Price: money.Fen(1 + r.Int63n(1e12)), SignedOn: cal.MustParse("2022-01-01")}
		for range 1 + r.Intn(12) {
			c.Instalments = append(c.Instalments, contract.Instalment{Weight: 1 + r.Int63n(100), Trigger: contract.OnSigning})
		}
		ps, err := c.Schedule()
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for _, p := range ps {
			sum += p.Amount.Fen()
		}
		if sum != c.Price.Fen() || len(ps) != len(c.Instalments) {
			t.Fatalf("%d instalments of %s add up to %d fen", len(ps), c.Price, sum)
		}
	}
}

// Amounts that a contract states are given back when they are the weights.
func TestStatedAmountsAreTheirOwnWeights(t *testing.T) {
	c := contract.Contract{Price: money.MustParse("1000.01"), SignedOn: cal.MustParse("2022-01-01")}
	for _, fen := range []int64{33333, 33333, 33335} {
		c.Instalments = append(c.Instalments, contract.Instalment{Weight: fen, Trigger: contract.OnSigning})
	}
	ps, err := c.Schedule()
	if err != nil || ps[0].Amount.Fen() != 33333 || ps[2].Amount.Fen() != 33335 {
		t.Errorf("got %v, %v", ps, err)
	}
}
