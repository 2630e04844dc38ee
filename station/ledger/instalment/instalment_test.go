package instalment_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/instalment"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func term(weight int64, on instalment.Trigger) instalment.Term {
	return instalment.Term{Weight: weight, Trigger: on}
}

func terms() []instalment.Term {
	return []instalment.Term{term(5, instalment.OnSigning), term(3, instalment.OnMidTerm), term(2, instalment.OnFinal)}
}

func paper(number string) ledger.Evidence {
	return ledger.Evidence{Kind: ledger.Report, Number: number}
}

// account is a contract of 99999.99 with a deduction, settled but for the last instalment.
func account() instalment.Account {
	day := cal.MustParse
	return instalment.Account{Contract: "HT-2026-01", Price: money.MustParse("99999.99"), Terms: terms(),
		Acceptances: []instalment.Acceptance{
			{Instalment: 1, On: day("2026-01-10")},
			{Instalment: 2, On: day("2026-07-05"), Score: known.Of(measure.MustParseQuantity("86.5")), Evidence: paper("中评-1")},
		},
		Deductions: []instalment.Deduction{{Instalment: 2, On: day("2026-07-05"), Amount: money.MustParse("2000.00"),
			Reason: "缺岗一个月", Clause: "第八条第二款", Evidence: paper("中评-1")}},
		Received: []instalment.Received{
			{Instalment: 1, On: day("2026-01-20"), Amount: money.MustParse("49999.99"), Key: "S1"},
			{Instalment: 2, On: day("2026-07-20"), Amount: money.MustParse("20000.00"), Key: "S2"},
		}}
}

func TestScheduleAddsUpForAnyWeights(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 3))
	for range 3000 {
		price := money.Fen(1 + r.Int64N(1<<(1+r.IntN(62))))
		ts := make([]instalment.Term, 1+r.IntN(8))
		whole := new(big.Int)
		for i := range ts {
			ts[i] = term(1+r.Int64N(1<<(1+r.IntN(40))), instalment.OnOccasion)
			whole.Add(whole, big.NewInt(ts[i].Weight))
		}
		plan, err := instalment.Schedule(price, ts...)
		if err != nil {
			t.Fatal(err)
		}
		others := new(big.Int)
		for i, in := range plan {
			if in.Number != i+1 || in.Term != ts[i] {
				t.Fatalf("instalment %d is %+v", i, in)
			}
			exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(price.Fen()), big.NewInt(ts[i].Weight)), whole)
			off := new(big.Rat).Sub(exact, new(big.Rat).SetInt64(in.Amount.Fen()))
			if off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 {
				t.Fatalf("%v: instalment %d is a fen or more from its share", price, i)
			}
			if i < len(plan)-1 {
				others.Add(others, big.NewInt(in.Amount.Fen()))
			}
		}
		if last := new(big.Int).Sub(big.NewInt(price.Fen()), others); last.Int64() != plan[len(plan)-1].Amount.Fen() {
			t.Fatalf("%v: the last instalment is not the price less the others", price)
		}
	}
}

func TestScheduleOfFive3Two(t *testing.T) {
	plan, err := instalment.Schedule(money.MustParse("99999.99"), terms()...)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, in := range plan {
		got = append(got, in.Amount.String())
	}
	if d := cmp.Diff([]string{"49999.99", "30000.00", "20000.00"}, got); d != "" { // shares 49999.995, 29999.997, 19999.998
		t.Error(d)
	}
}

// said returns path and code of every problem, and fails for one that names no invariant.
func said(t *testing.T, err error) []string {
	t.Helper()
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, f.Path()+" "+string(f.Code()))
		if ledger.InvariantOf(f) == "" && f.Code() != vocab.ErrUnknown && f.Code() != money.ErrRange {
			t.Errorf("%v names no invariant", f)
		}
	}
	return out
}

func TestScheduleRefuses(t *testing.T) {
	ok := money.MustParse("100.00")
	tests := []struct {
		name  string
		price money.Amount
		terms []instalment.Term
		want  []string
	}{
		{"nothing to divide", money.Amount{}, terms(), []string{"price INSTALMENT-TOTAL"}},
		{"less than nothing and no terms", ok.Neg(), nil, []string{"price INSTALMENT-TOTAL", "terms INSTALMENT-TERMS"}},
		{"too many", ok, make([]instalment.Term, 1001), []string{"terms INSTALMENT-TERMS"}},
		{"weights", ok, []instalment.Term{term(0, instalment.OnDate), term(-1, ""), term(1, "whenever")}, []string{
			"terms[0].weight INSTALMENT-WEIGHT", "terms[1].weight INSTALMENT-WEIGHT", "terms[1].trigger INSTALMENT-MISSING",
			"terms[2].trigger VOCAB-UNKNOWN"}},
		{"weights too large together", ok, []instalment.Term{
			term(math.MaxInt64, instalment.OnDate), term(math.MaxInt64, instalment.OnDate), term(math.MaxInt64, instalment.OnDate)},
			[]string{"terms INSTALMENT-WEIGHT"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			plan, err := instalment.Schedule(tt.price, tt.terms...)
			if d := cmp.Diff(tt.want, said(t, err)); d != "" || plan != nil {
				t.Error(d, plan)
			}
		})
	}
}

func TestStatus(t *testing.T) {
	type row struct{ State, Deducted, Approved, Received, Outstanding string }
	tests := []struct {
		on   string
		rows []row
		sum  []string // price, waiting, deducted, approved, received, outstanding
	}{
		{"2026-01-09", []row{{"waiting", "0.00", "0.00", "0.00", "0.00"}, {"waiting", "0.00", "0.00", "0.00", "0.00"},
			{"waiting", "0.00", "0.00", "0.00", "0.00"}}, []string{"99999.99", "99999.99", "0.00", "0.00", "0.00", "0.00"}},
		{"2026-01-10", []row{{"due", "0.00", "49999.99", "0.00", "49999.99"}, {"waiting", "0.00", "0.00", "0.00", "0.00"},
			{"waiting", "0.00", "0.00", "0.00", "0.00"}}, []string{"99999.99", "50000.00", "0.00", "49999.99", "0.00", "49999.99"}},
		{"", []row{{"settled", "0.00", "49999.99", "49999.99", "0.00"}, {"partly", "2000.00", "28000.00", "20000.00", "8000.00"},
			{"waiting", "0.00", "0.00", "0.00", "0.00"}}, []string{"99999.99", "20000.00", "2000.00", "77999.99", "69999.99", "8000.00"}},
	}
	for _, tt := range tests {
		var on cal.Date
		if tt.on != "" {
			on = cal.MustParse(tt.on)
		}
		list, s, err := account().Status(on)
		if err != nil {
			t.Fatal(err)
		}
		var got []row
		for _, x := range list {
			got = append(got, row{string(x.State), x.Deducted.String(), x.Approved.String(), x.Received.String(), x.Outstanding.String()})
		}
		if d := cmp.Diff(tt.rows, got); d != "" {
			t.Errorf("%s: %s", tt.on, d)
		}
		sum := []string{s.Price.String(), s.Waiting.String(), s.Deducted.String(), s.Approved.String(), s.Received.String(), s.Outstanding.String()}
		if d := cmp.Diff(tt.sum, sum); d != "" {
			t.Errorf("%s: %s", tt.on, d)
		}
	}
	list, _, _ := account().Status(cal.Date{})
	if score, ok := list[1].Score.Get(); !ok || score.String() != "86.5" || list[1].Accepted.String() != "2026-07-05" {
		t.Errorf("%+v", list[1])
	}
}

// A deduction found before the acceptance already lessens what is waiting, and takes nothing from another instalment.
func TestDeductionBeforeAcceptance(t *testing.T) {
	a := account()
	a.Deductions = append(a.Deductions, instalment.Deduction{Instalment: 3, On: cal.MustParse("2026-08-01"), Amount: money.MustParse("20000.00"),
		Clause: "第九条", Evidence: paper("函-3")})
	list, sum, err := a.Status(cal.Date{})
	if err != nil {
		t.Fatal(err)
	}
	if list[1].Outstanding.String() != "8000.00" || sum.Waiting.Sign() != 0 || sum.Deducted.String() != "22000.00" {
		t.Errorf("%+v", sum)
	}
	a.Acceptances = append(a.Acceptances, instalment.Acceptance{Instalment: 3, On: cal.MustParse("2026-12-20"), Evidence: paper("末评-1")})
	if list, _, err = a.Status(cal.Date{}); err != nil || list[2].State != instalment.Settled {
		t.Errorf("nothing is left to be paid, but it is %v (%v)", list[2].State, err)
	}
}

// A deduction after the money came makes a repayment due, which settles the instalment.
func TestRepayment(t *testing.T) {
	a := account()
	a.Deductions = append(a.Deductions, instalment.Deduction{Instalment: 1, On: cal.MustParse("2026-09-01"), Amount: money.MustParse("500.00"),
		Clause: "第九条", Evidence: paper("审-1")})
	if got := said(t, a.Validate()); !slices.Equal(got, []string{"instalments[0] INSTALMENT-OVER-RECEIVED"}) {
		t.Fatal(got)
	}
	a.Received = append(a.Received, instalment.Received{Instalment: 1, On: cal.MustParse("2026-09-08"), Amount: money.MustParse("-500.00"), Key: "S9"})
	list, _, err := a.Status(cal.MustParse("2026-09-02"))
	if err != nil || list[0].Outstanding.String() != "-500.00" || list[0].State != instalment.Settled {
		t.Fatal(list, err)
	}
	if list, _, _ = a.Status(cal.Date{}); list[0].Outstanding.Sign() != 0 {
		t.Errorf("%+v", list[0])
	}
}

func TestValidateNamesWhatBreaksI13(t *testing.T) {
	edit := func(f func(*instalment.Account)) instalment.Account { a := account(); f(&a); return a }
	tests := []struct {
		name string
		a    instalment.Account
		want []string
	}{
		{"sound", account(), nil},
		{"no schedule", instalment.Account{}, []string{"contract INSTALMENT-MISSING", "price INSTALMENT-TOTAL", "terms INSTALMENT-TERMS"}},
		{"over-received by a fen", edit(func(a *instalment.Account) { a.Received[1].Amount = money.MustParse("28000.01") }),
			[]string{"instalments[1] INSTALMENT-OVER-RECEIVED"}},
		{"received on the day before", edit(func(a *instalment.Account) { a.Received[1].On = cal.MustParse("2026-07-04") }),
			[]string{"received[1].on INSTALMENT-EARLY"}},
		{"never accepted", edit(func(a *instalment.Account) { a.Received[1].Instalment = 3 }), []string{"received[1].on INSTALMENT-EARLY"}},
		{"over-deducted by a fen", edit(func(a *instalment.Account) {
			a.Deductions[0].Amount = money.MustParse("30000.01")
		}), []string{"instalments[1] INSTALMENT-OVER-DEDUCTED"}},
		{"given back too much", edit(func(a *instalment.Account) { a.Received[0].Amount = money.MustParse("-0.01") }),
			[]string{"instalments[0] INSTALMENT-REFUND"}},
		{"deduction without grounds", edit(func(a *instalment.Account) { a.Deductions[0] = instalment.Deduction{Instalment: 4} }),
			[]string{"deductions[0].on INSTALMENT-MISSING", "deductions[0].instalment INSTALMENT-NUMBER", "deductions[0].amount INSTALMENT-DEDUCTION",
				"deductions[0].clause INSTALMENT-CLAUSE", "deductions[0].evidence INSTALMENT-EVIDENCE"}},
		{"evidence of a kind only", edit(func(a *instalment.Account) { a.Deductions[0].Evidence.Number = "" }),
			[]string{"deductions[0].evidence INSTALMENT-EVIDENCE"}},
		{"accepted twice", edit(func(a *instalment.Account) { a.Acceptances[0].Instalment = 2 }),
			[]string{"acceptances[0].evidence INSTALMENT-EVIDENCE", "acceptances[1].instalment INSTALMENT-TWICE"}},
		{"acceptance of nothing", edit(func(a *instalment.Account) {
			a.Acceptances[1] = instalment.Acceptance{Score: known.Of(measure.MustParseQuantity("100.001"))}
		}), []string{"acceptances[1].score INSTALMENT-SCORE", "acceptances[1].on INSTALMENT-MISSING", "acceptances[1].instalment INSTALMENT-NUMBER"}},
		{"a score below nothing", edit(func(a *instalment.Account) { a.Acceptances[1].Score = known.Of(measure.Int(-1)) }),
			[]string{"acceptances[1].score INSTALMENT-SCORE"}},
		{"one entry for two", edit(func(a *instalment.Account) { a.Received[1].Key = "S1" }), []string{"received[1].key INSTALMENT-TWICE"}},
		{"no entry, no amount", edit(func(a *instalment.Account) { a.Received[1].Key, a.Received[1].Amount = "", money.Amount{} }),
			[]string{"received[1].key INSTALMENT-MISSING", "received[1].amount INSTALMENT-MISSING"}},
		{"sums beyond the range", edit(func(a *instalment.Account) {
			a.Received[0].Amount = money.Fen(math.MaxInt64)
			a.Received[1] = a.Received[0]
			a.Received[1].Key = "S3"
			a.Deductions[0].Amount = money.Fen(math.MaxInt64)
			a.Deductions = append(a.Deductions, a.Deductions[0])
		}), []string{"instalments[0] MONEY-RANGE", "instalments[1] MONEY-RANGE"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, said(t, tt.a.Validate())); d != "" {
				t.Error(d)
			}
			if list, sum, err := tt.a.Status(cal.Date{}); (err != nil) != (tt.want != nil) || err != nil && (list != nil || sum != instalment.Sum{}) {
				t.Errorf("Status gives %v, %v, %v", list, sum, err)
			}
		})
	}
}

// The sums of a random account, again with big integers, and the two equations of Sum on every day.
func TestStatusAgainstNaiveSums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	first := cal.MustParse("2026-01-01")
	settled := 0
	for range 400 {
		a := instalment.Account{Contract: "C", Price: money.Fen(1000 + r.Int64N(1e9))}
		for range 1 + r.IntN(5) {
			a.Terms = append(a.Terms, term(1+r.Int64N(9), instalment.OnFinal))
		}
		plan, err := instalment.Schedule(a.Price, a.Terms...)
		if err != nil {
			t.Fatal(err)
		}
		for n, in := range plan {
			day := first.AddDays(r.IntN(300))
			if r.IntN(4) > 0 {
				a.Acceptances = append(a.Acceptances, instalment.Acceptance{Instalment: n + 1, On: day, Evidence: paper("E")})
			}
			off := r.Int64N(in.Amount.Fen())
			if off > 0 {
				a.Deductions = append(a.Deductions, instalment.Deduction{Instalment: n + 1, On: first.AddDays(r.IntN(300)),
					Amount: money.Fen(off), Clause: "K", Evidence: paper("E")})
			}
			if len(a.Acceptances) > 0 && a.Acceptances[len(a.Acceptances)-1].Instalment == n+1 {
				got := in.Amount.Fen() - off
				if r.IntN(2) == 0 && got > 1 {
					got = 1 + r.Int64N(got)
				}
				if got > 0 {
					a.Received = append(a.Received, instalment.Received{Instalment: n + 1, On: day.AddDays(r.IntN(90)), Amount: money.Fen(got), Key: string(rune('a' + n))})
				}
			}
		}
		for _, on := range []cal.Date{{}, first.AddDays(r.IntN(400))} {
			list, sum, err := a.Status(on)
			if err != nil {
				t.Fatal(err)
			}
			visible := func(d cal.Date) bool { return on.IsZero() || !d.After(on) }
			var approved, received, deducted int64
			for n, in := range plan {
				accepted := slices.ContainsFunc(a.Acceptances, func(x instalment.Acceptance) bool { return x.Instalment == n+1 && visible(x.On) })
				if accepted {
					approved += in.Amount.Fen()
				}
				for _, d := range a.Deductions {
					if d.Instalment == n+1 && visible(d.On) {
						deducted += d.Amount.Fen()
						if accepted {
							approved -= d.Amount.Fen()
						}
					}
				}
				for _, x := range a.Received {
					if x.Instalment == n+1 && visible(x.On) {
						received += x.Amount.Fen()
					}
				}
				if list[n].State == instalment.Settled {
					settled++
				}
			}
			want := instalment.Sum{Price: a.Price, Waiting: money.Fen(a.Price.Fen() - deducted - approved), Deducted: money.Fen(deducted),
				Approved: money.Fen(approved), Received: money.Fen(received), Outstanding: money.Fen(approved - received)}
			if d := cmp.Diff(want, sum); d != "" {
				t.Fatal(d)
			}
		}
	}
	if settled == 0 {
		t.Error("no instalment was ever settled")
	}
}

func TestSpreadAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	keys := []instalment.Key{instalment.Equally, instalment.ByPosts, instalment.ByPopulation, instalment.ByCases, instalment.ByTable}
	for range 2000 {
		total, by := money.Fen(r.Int64N(1e12)-5e11), keys[r.IntN(len(keys))]
		bases := make([]instalment.Base, 1+r.IntN(15))
		whole := int64(0)
		for i := range bases {
			bases[i].Station = string(rune('A' + i))
			if by != instalment.Equally {
				bases[i].Weight = r.Int64N(50000)
				whole += bases[i].Weight
			} else {
				whole++
			}
		}
		if whole == 0 {
			continue
		}
		shares, err := instalment.Spread(total, by, bases...)
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for i, s := range shares {
			sum += s.Amount.Fen()
			weight := bases[i].Weight
			if by == instalment.Equally {
				weight = 1
			}
			off := new(big.Rat).Sub(new(big.Rat).Mul(new(big.Rat).SetInt64(total.Fen()), big.NewRat(weight, whole)), new(big.Rat).SetInt64(s.Amount.Fen()))
			if s.Station != bases[i].Station || off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 || weight == 0 && s.Amount.Sign() != 0 {
				t.Fatalf("%v of %v by %s: %v", i, total, by, s)
			}
		}
		if sum != total.Fen() {
			t.Fatalf("%d of %v", sum, total)
		}
		r.Shuffle(len(bases), func(i, j int) { bases[i], bases[j] = bases[j], bases[i] })
		again, err := instalment.Spread(total, by, bases...)
		if d := cmp.Diff(shares, again); d != "" || err != nil {
			t.Fatal("the order of the bases matters: ", d, err)
		}
	}
}

func TestSpreadRefuses(t *testing.T) {
	base := func(s string, w int64) instalment.Base { return instalment.Base{Station: s, Weight: w} }
	tests := []struct {
		name  string
		by    instalment.Key
		bases []instalment.Base
		want  []string
	}{
		{"no key, no bases", "", nil, []string{"by INSTALMENT-MISSING", "bases INSTALMENT-TERMS"}},
		{"unknown key", "luck", []instalment.Base{base("A", 1)}, []string{"by VOCAB-UNKNOWN"}},
		{"twice and nameless", instalment.ByPosts, []instalment.Base{base("A", 1), base("A", 2), base("", -1)},
			[]string{"bases[1].station INSTALMENT-TWICE", "bases[2].station INSTALMENT-MISSING", "bases[2].weight INSTALMENT-WEIGHT"}},
		{"weights that do not count", instalment.Equally, []instalment.Base{base("A", 1)}, []string{"bases[0].weight INSTALMENT-WEIGHT"}},
		{"all zero", instalment.ByCases, []instalment.Base{base("A", 0), base("B", 0)}, []string{"bases INSTALMENT-WEIGHT"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			shares, err := instalment.Spread(money.Fen(100), tt.by, tt.bases...)
			if d := cmp.Diff(tt.want, said(t, err)); d != "" || shares != nil {
				t.Error(d, shares)
			}
		})
	}
}

func TestLegsBalance(t *testing.T) {
	shares, err := instalment.Spread(money.MustParse("100.00"), instalment.ByPosts, instalment.Base{Station: "甲镇", Weight: 2},
		instalment.Base{Station: "乙镇", Weight: 1}, instalment.Base{Station: "丙镇"})
	if err != nil {
		t.Fatal(err)
	}
	legs, err := instalment.Legs(ledger.Leg{Account: ledger.ProgrammeCost, Fund: "F1", Contract: "HT-1"}, shares)
	if err != nil {
		t.Fatal(err)
	}
	e := ledger.Entry{Key: "K", Kind: ledger.Spread, Date: cal.MustParse("2026-12-31"), Legs: legs}
	if err := e.Validate(); err != nil || len(legs) != 3 {
		t.Error(legs, err)
	}
	if legs, err := instalment.Legs(ledger.Leg{}, nil); legs != nil || err != nil {
		t.Error("nothing spread has legs")
	}
	if _, err := instalment.Legs(ledger.Leg{}, []instalment.Share{{Amount: money.Fen(math.MaxInt64)}, {Amount: money.Fen(1)}}); err == nil {
		t.Error("a total out of range has legs")
	}
}

func TestWordsAndFaults(t *testing.T) {
	if instalment.Triggers().Len() != 5 || instalment.States().Len() != 4 || instalment.Keys().Len() != 5 {
		t.Error("a word is missing")
	}
	for _, x := range []struct {
		trigger instalment.Trigger
		want    bool
	}{{instalment.OnSigning, false}, {instalment.OnMidTerm, true}, {instalment.OnFinal, true}, {instalment.OnDate, false}} {
		if x.trigger.Evaluated() != x.want {
			t.Error(x.trigger)
		}
	}
	for _, c := range []fault.Code{instalment.ErrTotal, instalment.ErrEarly, instalment.ErrRefund} {
		f := instalment.Faults().New(c, "invariant", "I13")
		if f.Text(language.Chinese) == "" || f.Text(language.English) == f.Text(language.Chinese) {
			t.Error(c)
		}
	}
}
