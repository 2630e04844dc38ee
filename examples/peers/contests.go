package main

import (
	"slices"
	"testing"
	"time"

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

// A contest is one task and everybody who can do it. The first entry is the one the others are measured against.
type contest struct {
	task    string
	entries []entry
}

// An entry is one way to do the task; the note says what it leaves to be desired.
type entry struct {
	name, note string
	run        func(b *testing.B)
}

// units is the metric by which a run says that one of its operations does the task so many times.
const units = "units"

// fastest is the metric for the nanoseconds of the fastest operation.
const fastest = "fastest-ns"

// over goes over so many people again and again and tells the fastest pass: on a machine with other work, a pass of a
// millisecond has a chance to be left alone, a hundred of them have not.
func over(people int, pass func(b *testing.B)) func(b *testing.B) {
	return func(b *testing.B) {
		best := time.Hour
		for b.Loop() {
			begin := time.Now()
			pass(b)
			best = min(best, time.Since(begin))
		}
		b.ReportMetric(float64(people), units)
		b.ReportMetric(float64(best.Nanoseconds()), fastest)
	}
}

const (
	many = 1_000_000
	few  = 1024 // a working set in the cache, a power of two
)

// moneyContests builds the inputs, the same amounts in everybody's own type, and the tasks over them. Each loop is
// written out: a shared one would add a call to operations of two nanoseconds.
func moneyContests() []contest {
	in := inputs(many)
	small := in.first(few)
	at := func(i int) (int, int) { return i & (few - 1), (i*7 + 3) & (few - 1) }
	ratio, govRatio := decimal.RequireFromString("0.0335"), govalues.MustParse("0.0335")
	weights := []int64{4, 3, 6, 2, 5, 3, 2, 4, 7, 3, 2, 6} // posts of twelve stations
	ints := make([]int, len(weights))
	for i, w := range weights {
		ints[i] = int(w)
	}
	var total int64 = 98_654_321
	printer := message.NewPrinter(language.Chinese)
	half := decimal.RequireFromString("1214000.50")

	return []contest{
		{"sum of 1,000,000 amounts", []entry{
			{"money.SumOf", "", func(b *testing.B) {
				for b.Loop() {
					_, err := money.SumOf(in.ours...)
					must(b, err)
				}
			}},
			{"money.Sum of an iterator", "", func(b *testing.B) {
				for b.Loop() {
					_, err := money.Sum(slices.Values(in.ours))
					must(b, err)
				}
			}},
			{"shopspring Add", "", func(b *testing.B) {
				for b.Loop() {
					var sum decimal.Decimal
					for _, d := range in.shop {
						sum = sum.Add(d)
					}
				}
			}},
			{"shopspring Sum", "", func(b *testing.B) {
				for b.Loop() {
					decimal.Sum(in.shop[0], in.shop[1:]...)
				}
			}},
			{"govalues/decimal Add", "19 digits", func(b *testing.B) {
				for b.Loop() {
					var sum govalues.Decimal
					var err error
					for _, d := range in.gov {
						sum, err = sum.Add(d)
						must(b, err)
					}
				}
			}},
			{"govalues/money Add", "19 digits", func(b *testing.B) {
				for b.Loop() {
					sum := govmoney.MustNewAmount("CNY", 0, 2)
					var err error
					for _, a := range in.govAmounts {
						sum, err = sum.Add(a)
						must(b, err)
					}
				}
			}},
			{"go-money Add", "wraps silently", func(b *testing.B) {
				for b.Loop() {
					sum := gomoney.New(0, "CNY")
					var err error
					for _, m := range in.goMoney {
						sum, err = sum.Add(m)
						must(b, err)
					}
				}
			}},
		}},
		{"add two amounts", []entry{
			{"money Add", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p, q := at(i)
					_, err := small.ours[p].Add(small.ours[q])
					must(b, err)
				}
			}},
			{"shopspring", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p, q := at(i)
					small.shop[p].Add(small.shop[q])
				}
			}},
			{"govalues/decimal", "19 digits", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p, q := at(i)
					_, err := small.gov[p].Add(small.gov[q])
					must(b, err)
				}
			}},
			{"govalues/money", "19 digits", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p, q := at(i)
					_, err := small.govAmounts[p].Add(small.govAmounts[q])
					must(b, err)
				}
			}},
			{"go-money", "wraps silently", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p, q := at(i)
					_, err := small.goMoney[p].Add(small.goMoney[q])
					must(b, err)
				}
			}},
		}},
		{"times 0.0335, rounded to fen", []entry{
			{"money Mul", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := small.ours[i&(few-1)].Mul(ratio, money.HalfUp)
					must(b, err)
				}
			}},
			{"shopspring Mul, Round", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					small.shop[i&(few-1)].Mul(ratio).Round(2)
				}
			}},
			{"govalues/money Mul, RoundToCurr", "half to even only", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					a, err := small.govAmounts[i&(few-1)].Mul(govRatio)
					must(b, err)
					a.RoundToCurr()
				}
			}},
		}},
		{"shopspring decimal to fen", []entry{
			{"money.FromDecimal", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := money.FromDecimal(small.shop[i&(few-1)])
					must(b, err)
				}
			}},
			{"Shift(2).IntPart()", "wraps and truncates silently", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					small.shop[i&(few-1)].Shift(2).IntPart()
				}
			}},
			{"StringFixed(2), then money.Parse", "rounds silently", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := money.Parse(small.shop[i&(few-1)].StringFixed(2))
					must(b, err)
				}
			}},
			{"String, then govalues/money.ParseAmount", "19 digits", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := govmoney.ParseAmount("CNY", small.shop[i&(few-1)].String())
					must(b, err)
				}
			}},
		}},
		{"parse", []entry{
			{"money.Parse", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := money.Parse(small.text[i&(few-1)])
					must(b, err)
				}
			}},
			{"shopspring", "reads 1e9999", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := decimal.NewFromString(small.text[i&(few-1)])
					must(b, err)
				}
			}},
			{"govalues/decimal", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := govalues.Parse(small.text[i&(few-1)])
					must(b, err)
				}
			}},
			{"govalues/money", "keeps fractions of a fen", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					_, err := govmoney.ParseAmount("CNY", small.text[i&(few-1)])
					must(b, err)
				}
			}},
		}},
		{"format", []entry{
			{"money String", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = small.ours[i&(few-1)].String()
				}
			}},
			{"money AppendText", "", func(b *testing.B) {
				buf := make([]byte, 0, 32)
				for i := 0; b.Loop(); i++ {
					buf, _ = small.ours[i&(few-1)].AppendText(buf[:0])
				}
			}},
			{"shopspring StringFixed(2)", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = small.shop[i&(few-1)].StringFixed(2)
				}
			}},
			{"govalues/decimal String", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = small.gov[i&(few-1)].String()
				}
			}},
			{"govalues/money String", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = small.govAmounts[i&(few-1)].String()
				}
			}},
			{"go-money Display", "", func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = small.goMoney[i&(few-1)].Display()
				}
			}},
		}},
		{"allocate over 12 parts by weight", []entry{
			{"money AppendAllocate", "", func(b *testing.B) {
				a, parts := money.Fen(total), make([]money.Amount, 0, len(weights))
				for b.Loop() {
					var err error
					parts, err = a.AppendAllocate(parts[:0], weights...)
					must(b, err)
				}
			}},
			{"money Allocate", "", func(b *testing.B) {
				a := money.Fen(total)
				for b.Loop() {
					_, err := a.Allocate(weights...)
					must(b, err)
				}
			}},
			{"go-money Allocate", "the first get the rest; wraps", func(b *testing.B) {
				m := gomoney.New(total, "CNY")
				for b.Loop() {
					_, err := m.Allocate(ints...)
					must(b, err)
				}
			}},
			{"shopspring by hand", "the last takes the rest", func(b *testing.B) {
				d, sum := decimal.New(total, -2), decimal.Zero
				for _, w := range weights {
					sum = sum.Add(decimal.NewFromInt(w))
				}
				for b.Loop() {
					left := d
					parts := make([]decimal.Decimal, len(weights))
					for i, w := range weights[:len(weights)-1] {
						parts[i] = d.Mul(decimal.NewFromInt(w)).DivRound(sum, 2)
						left = left.Sub(parts[i])
					}
					parts[len(parts)-1] = left
				}
			}},
			{"govalues/money Split", "equal parts only", func(b *testing.B) {
				a := govmoney.MustNewAmount("CNY", total, 2)
				for b.Loop() {
					_, err := a.Split(len(weights))
					must(b, err)
				}
			}},
		}},
		{"group 1,214,000.50", []entry{
			{"zh.Group", "", func(b *testing.B) {
				for b.Loop() {
					sink = zh.Group(half)
				}
			}},
			{"x/text of a float64", "wrong from 2^53", func(b *testing.B) {
				for b.Loop() {
					sink = printer.Sprint(number.Decimal(1214000.50, number.Scale(2)))
				}
			}},
			{"x/text of an int64", "whole numbers only", func(b *testing.B) {
				for b.Loop() {
					sink = printer.Sprintf("%d", int64(1214000))
				}
			}},
		}},
		{"capitals of ¥1,214,000.50", []entry{
			{"zh.Capitals", "", func(b *testing.B) {
				a := money.MustParse("1214000.50")
				for b.Loop() {
					_, err := zh.Capitals(a)
					must(b, err)
				}
			}},
			{"zh.AppendCapitals", "", func(b *testing.B) {
				a, buf := money.MustParse("1214000.50"), make([]byte, 0, 128)
				for b.Loop() {
					var err error
					buf, err = zh.AppendCapitals(buf[:0], a)
					must(b, err)
				}
			}},
		}},
	}
}

// sink keeps texts from being optimised away together with their allocation.
var sink string

func must(b *testing.B, err error) {
	if err != nil {
		b.Fatal(err)
	}
}

// data is the same list of amounts in everybody's type.
type data struct {
	text       []string
	ours       []money.Amount
	shop       []decimal.Decimal
	gov        []govalues.Decimal
	govAmounts []govmoney.Amount
	goMoney    []*gomoney.Money
}

// inputs returns n invented amounts of up to ten million yuan, always the same ones.
func inputs(n int) data {
	var in data
	x := uint64(88172645463325252)
	for range n {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		fen := int64(x % 1_000_000_000)
		if x>>60 == 0 {
			fen = -fen
		}
		a := money.Fen(fen)
		in.text = append(in.text, a.String())
		in.ours = append(in.ours, a)
		in.shop = append(in.shop, a.Decimal())
		in.gov = append(in.gov, govalues.MustNew(fen, 2))
		in.govAmounts = append(in.govAmounts, govmoney.MustNewAmount("CNY", fen, 2))
		in.goMoney = append(in.goMoney, gomoney.New(fen, "CNY"))
	}
	return in
}

func (d data) first(n int) data {
	return data{d.text[:n], d.ours[:n], d.shop[:n], d.gov[:n], d.govAmounts[:n], d.goMoney[:n]}
}
