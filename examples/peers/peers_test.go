package main

import (
	"encoding/json"
	"errors"
	"flag"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	gomoney "github.com/Rhymond/go-money"
	govalues "github.com/govalues/decimal"
	govmoney "github.com/govalues/money"
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/money"
)

// The tests below pin what other libraries do with awkward input, next to what this one does. One that fails after an
// update means that the peer has changed, and that a claim of ours has to be looked at again.

func fens(ms []*gomoney.Money) []int64 {
	var out []int64
	for _, m := range ms {
		out = append(out, m.Amount())
	}
	return out
}

func ours(t *testing.T, parts []money.Amount, err error) []int64 {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var out []int64
	for _, a := range parts {
		out = append(out, a.Fen())
	}
	return out
}

func expect(t *testing.T, who string, got, want []int64) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", who, got, want)
	}
}

func TestGoMoneyGivesTheFenToAZeroWeight(t *testing.T) {
	parts, err := gomoney.New(1, "CNY").Allocate(0, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "go-money", fens(parts), []int64{1, 0, 0})
	a, err := money.Fen(1).Allocate(0, 1, 1)
	expect(t, "money", ours(t, a, err), []int64{0, 1, 0})
}

func TestGoMoneyIgnoresWhoLostMost(t *testing.T) {
	parts, err := gomoney.New(9999, "CNY").Allocate(75, 25)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "go-money", fens(parts), []int64{7500, 2499}) // exact shares 7499.25 and 2499.75
	a, err := money.Fen(9999).Allocate(75, 25)
	expect(t, "money", ours(t, a, err), []int64{7499, 2500})
}

func TestGoMoneyWraps(t *testing.T) {
	sum, err := gomoney.New(math.MaxInt64, "CNY").Add(gomoney.New(1, "CNY"))
	if err != nil || sum.Amount() != math.MinInt64 {
		t.Errorf("go-money adds to %v, %v", sum, err)
	}
	if twice := gomoney.New(math.MaxInt64, "CNY").Multiply(2); twice.Amount() != -2 {
		t.Errorf("go-money doubles to %v", twice.Amount())
	}
	if _, err := money.Fen(math.MaxInt64).Add(money.Fen(1)); !errors.Is(err, money.ErrRange) {
		t.Error(err)
	}
	if _, err := money.Fen(math.MaxInt64).MulInt(2); !errors.Is(err, money.ErrRange) {
		t.Error(err)
	}
}

func TestGoMoneyPanicsOnLargeWeights(t *testing.T) {
	func() {
		defer func() {
			if recover() == nil {
				t.Error("go-money did not panic")
			}
		}()
		_, _ = gomoney.New(600_000_000_000, "CNY").Allocate(1_935_580_000, 2_041_080_000, 1_729_180_000)
	}()
	a, err := money.Fen(600_000_000_000).Allocate(1_935_580_000, 2_041_080_000, 1_729_180_000)
	expect(t, "money", ours(t, a, err), []int64{203_536_727_283, 214_630_624_062, 181_832_648_655})
}

func TestGoMoneyReadsJSONAsFloat(t *testing.T) {
	for text, want := range map[string]int64{"9007199254740993": 9007199254740992, "12.99": 12} {
		var m gomoney.Money
		if err := json.Unmarshal([]byte(`{"amount":`+text+`,"currency":"CNY"}`), &m); err != nil || m.Amount() != want {
			t.Errorf("go-money reads %s as %d, %v", text, m.Amount(), err)
		}
		var a money.Amount
		if err := json.Unmarshal([]byte(text), &a); !errors.Is(err, money.ErrNumber) {
			t.Errorf("money reads %s as %v, %v", text, a, err)
		}
	}
}

func TestShopspringReadsBombs(t *testing.T) {
	d, err := decimal.NewFromString("1e9999")
	if err != nil || len(d.String()) != 10_000 {
		t.Errorf("shopspring: %v, %d characters", err, len(d.String()))
	}
	if _, err := money.FromDecimal(d); !errors.Is(err, money.ErrRange) {
		t.Error(err)
	}
	if _, err := money.ParseDecimal("1e9999"); !errors.Is(err, money.ErrDecimal) {
		t.Error(err)
	}
}

func TestShopspringWrapsOnTheWayToInt64(t *testing.T) {
	d := decimal.RequireFromString("10000000000000000000")
	if got := d.IntPart(); got != -8446744073709551616 {
		t.Errorf("IntPart of 10^19 is %d", got)
	}
	if got := decimal.RequireFromString("1.239").Shift(2).IntPart(); got != 123 {
		t.Errorf("1.239 yuan become %d fen", got)
	}
	if _, err := money.FromDecimal(d); !errors.Is(err, money.ErrRange) {
		t.Error(err)
	}
	if _, err := money.FromDecimal(decimal.RequireFromString("1.239")); !errors.Is(err, money.ErrInexact) {
		t.Error(err)
	}
}

func TestShopspringKeepsOldValueOnNull(t *testing.T) {
	d, a := decimal.NewFromInt(777), money.Fen(777)
	if err := json.Unmarshal([]byte(`null`), &d); err != nil || !d.Equal(decimal.NewFromInt(777)) {
		t.Errorf("shopspring: %v, %v", d, err)
	}
	if err := json.Unmarshal([]byte(`null`), &a); !errors.Is(err, money.ErrNull) {
		t.Errorf("money: %v, %v", a, err)
	}
}

func TestEqualDecimalsAreNotEqual(t *testing.T) {
	if decimal.RequireFromString("1.50") == decimal.RequireFromString("1.50") {
		t.Error("shopspring decimals can be compared with ==")
	}
	if money.MustParse("1.50") != money.MustParse("1.5") {
		t.Error("1.50 and 1.5 yuan differ")
	}
}

func TestGovalues(t *testing.T) {
	// Range and precision are the same 19 digits, and overflow is an error: a careful library.
	a := govmoney.MustParseAmount("CNY", "99999999999999999.99")
	if _, err := a.Add(a); err == nil {
		t.Error("govalues/money no longer reports overflow")
	}
	// It keeps fractions of a fen, so rounding is left for later.
	if a := govmoney.MustParseAmount("CNY", "1.239"); a.Decimal().String() != "1.239" {
		t.Errorf("govalues/money reads 1.239 as %v", a)
	}
	if _, err := money.Parse("1.239"); !errors.Is(err, money.ErrInexact) {
		t.Error(err)
	}
	// An intermediate sum must fit, so the order of the amounts decides whether there is a sum.
	big, small := govalues.MustParse("9999999999999999999"), govalues.MustParse("-1")
	_, err := big.Add(govalues.One)
	if err == nil {
		t.Error("govalues/decimal has more than 19 digits")
	}
	if s, err := big.Add(small); err != nil || s.String() != "9999999999999999998" {
		t.Error(s, err)
	}
	top := money.Fen(math.MaxInt64)
	if s, err := money.SumOf(top, top, top.Neg()); err != nil || s != top {
		t.Error(s, err)
	}
}

func TestTextPrintsNaNForDecimals(t *testing.T) {
	p := message.NewPrinter(language.Chinese)
	d := decimal.RequireFromString("1234567.50")
	if got := p.Sprint(number.Decimal(d, number.Scale(2))); got != "NaN" {
		t.Errorf("x/text prints a decimal as %s", got)
	}
	if got := p.Sprint(number.Decimal(90071992547409.93, number.Scale(2))); !strings.HasSuffix(got, ".94") {
		t.Errorf("x/text prints ….93 as %s", got)
	}
	if got := zh.Group(d); got != "1,234,567.50" {
		t.Errorf("zh.Group prints %s", got)
	}
	if got := zh.Group(decimal.RequireFromString("90071992547409.93")); got != "90,071,992,547,409.93" {
		t.Errorf("zh.Group prints %s", got)
	}
}

// All contestants must agree on what they are measured at.
func TestContestantsAgree(t *testing.T) {
	in := inputs(10_000)
	want, err := money.SumOf(in.ours...)
	if err != nil {
		t.Fatal(err)
	}
	if got := decimal.Sum(in.shop[0], in.shop[1:]...); !got.Equal(want.Decimal()) {
		t.Errorf("shopspring sums to %v, want %v", got, want)
	}
	sum, govSum, mSum := govalues.Zero, govmoney.MustNewAmount("CNY", 0, 2), gomoney.New(0, "CNY")
	for i := range in.ours {
		sum, _ = sum.Add(in.gov[i])
		govSum, _ = govSum.Add(in.govAmounts[i])
		mSum, _ = mSum.Add(in.goMoney[i])
		if a, err := money.Parse(in.text[i]); err != nil || a != in.ours[i] || in.gov[i].String() != in.text[i] ||
			in.shop[i].StringFixed(2) != in.text[i] {
			t.Fatalf("%s is %v, %v, %v", in.text[i], in.ours[i], in.gov[i], in.shop[i])
		}
	}
	if sum.String() != want.String() || govSum.Decimal().String() != want.String() || mSum.Amount() != want.Fen() {
		t.Errorf("%v, %v, %v and %v should be equal", sum, govSum, mSum.Amount(), want)
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// Every entry runs, counts what the others count, and what is measured first in a task is ours.
func TestContestsRun(t *testing.T) {
	tasks, err := contests("")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range tasks {
		if first := c.entries[0].name; !slices.Contains([]string{"money", "zh", "batch"}, strings.FieldsFunc(first, notLetter)[0]) {
			t.Errorf("%s is measured against %s", c.task, first)
		}
	}
	benchtime := flag.Lookup("test.benchtime")
	defer func(old string) { _ = benchtime.Value.Set(old) }(benchtime.Value.String())
	if err := benchtime.Value.Set("1x"); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	write(&out, tasks, timed(tasks, 1))
	entries := 0
	for _, c := range tasks {
		entries += len(c.entries)
	}
	if rows := strings.Count(out.String(), "\n| "); rows != entries+1 || strings.Contains(out.String(), "NaN") {
		t.Errorf("%d entries make the table\n%s", entries, &out)
	}
}
