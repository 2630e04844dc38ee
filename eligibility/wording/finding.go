package wording

import (
	"math"
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// finding says one finding in one line.
func (w *writer) finding(f *eligibility.Finding) {
	c := f.Node.Criterion()
	w.say(c.ZH, c.EN)
	w.whom(f.Scope, f.Row)
	w.say("：", ": ")
	w.state(f)
	kind := f.Node.Kind()
	compares := kind == eligibility.KindCompare || kind == eligibility.KindPerHead || kind == eligibility.KindShare
	if compares || kind == eligibility.KindAge || kind == eligibility.KindElapsed || kind == eligibility.KindCount {
		w.numbers(f)
	}
	if c.Source != (vocab.Source{}) {
		w.say("。依据：", ". Source: ")
		w.cite(c.Source)
	}
	if compares {
		w.standards(f.Node)
	}
	if kind == eligibility.KindOpen && f.Node.State() == eligibility.Enacted {
		if _, fill, ok := w.law.Fill(f.Node.Clause()); ok && fill.Source != (vocab.Source{}) {
			w.say("；本地规定：", "; local rule: ")
			w.cite(fill.Source)
		}
	}
}

// standards cites the documents of the values that the node compares with.
func (w *writer) standards(n *eligibility.Node) {
	line := n.Line()
	var last vocab.Source
	for _, k := range [...]eligibility.ParamKey{line.Limit.Param, line.Ratio.Param, n.Comparison().Param} {
		if k == "" {
			continue
		}
		v, ok := w.value(k)
		if !ok || v.Source == last {
			continue
		}
		last = v.Source
		w.say("；标准依据：", "; standard: ")
		w.cite(v.Source)
		if v.Note != "" {
			w.say("（备注：", " (note: ")
			w.b = append(w.b, v.Note...)
			w.say("）", ")")
		}
	}
}

// A scale says how a number of a finding is printed.
type scale struct {
	money  bool
	by     int64 // money is so many times what it stands for
	zh, en string
}

// numbers says what was found beside the line, and how far apart they are.
func (w *writer) numbers(f *eligibility.Finding) {
	if f.Unit == eligibility.BoolFact || !f.HasActual && !f.HasLimit || cut(f.Actual) || cut(f.Limit) {
		return
	}
	n, s := f.Node, scale{by: max(1, f.Scale)}
	switch n.Kind() {
	case eligibility.KindCompare:
		switch f.Unit {
		case eligibility.MoneyFact:
			s.money = true
		case eligibility.DateFact:
			w.dates(f)
			return
		}
	case eligibility.KindPerHead, eligibility.KindShare:
		w.totals(f, scale{money: true, by: s.by})
		return
	case eligibility.KindAge:
		s.zh, s.en = "周岁", " years"
	case eligibility.KindElapsed:
		switch n.Unit() {
		case eligibility.Days:
			s.zh, s.en = "日", " days"
		case eligibility.Months:
			s.zh, s.en = "个月", " months"
		case eligibility.Years:
			s.zh, s.en = "年", " years"
		}
	case eligibility.KindCount:
		s.zh = "人"
	default:
		return
	}
	if f.HasActual {
		w.say("；实际", "; found ")
		w.amount(f.Actual, s)
	}
	if f.HasLimit {
		w.say("，要求", ", needed ")
		w.comparator(w.operator(n))
		w.amount(f.Limit, s)
	}
	w.margin(f, s)
}

// totals says a sum and its line: 家庭12个月收入合计22728元，标准线22752元.
func (w *writer) totals(f *eligibility.Finding, s scale) {
	if f.HasActual {
		w.say("；", "; ")
		over, fact := f.Node.AddsUp()
		if over == eligibility.Members {
			w.say("家庭", "household ")
		}
		if m := w.months(f.Node); m > 1 {
			w.number(m)
			w.say("个月", " months' ")
		} else if m == 1 {
			w.say("月", "monthly ")
		}
		switch kindOf(fact) {
		case "income":
			w.say("收入", "income ")
		case "spending":
			w.say("支出", "spending ")
		case "property":
			w.say("财产", "property ")
		}
		w.say("合计", "total ")
		w.amount(f.Actual, s)
	}
	if f.HasLimit {
		w.say("，标准线", ", line ")
		w.amount(f.Limit, s)
		w.say("（要求", " (needed: ")
		w.comparator(w.operator(f.Node))
		w.say("标准线）", "the line)")
	}
	w.margin(f, s)
}

// kindOf is the second word of a fact's key: income of person.income.wages.
func kindOf(k eligibility.FactKey) string {
	start := 0
	for i := range len(k) {
		if k[i] == '.' {
			if start > 0 {
				return string(k[start:i])
			}
			start = i + 1
		}
	}
	return ""
}

// months is over how many months the sum of a PerHead node was counted; 0 where the node does not say.
func (w *writer) months(n *eligibility.Node) int64 {
	switch m := n.Line().Months; m.Kind {
	case eligibility.NumberOperand:
		return m.Number
	case eligibility.ParamOperand:
		if v, ok := w.value(m.Param); ok {
			return int64(v.Count)
		}
	}
	return 0
}

// operator is how the node compares where the household lives; empty where that is not known.
func (w *writer) operator(n *eligibility.Node) measure.Comparator {
	c := n.Comparison()
	if c.Param != "" {
		v, _ := w.value(c.Param)
		return v.Comparator
	}
	return c.Op
}

// dates says two dates.
func (w *writer) dates(f *eligibility.Finding) {
	if f.HasActual {
		w.say("；实际", "; found ")
		w.day(f.Actual)
	}
	if f.HasLimit {
		w.say("，界限", ", line ")
		w.day(f.Limit)
	}
	w.margin(f, scale{by: 1, zh: "日", en: " days"})
}

// day says a date as Case.Get packs it.
func (w *writer) day(n int64) {
	w.number(n >> 9)
	w.two(n >> 5 & 15)
	w.two(n & 31)
}

func (w *writer) two(n int64) { w.b = append(w.b, '-', byte('0'+n/10), byte('0'+n%10)) }

// margin says how far the number lies from the line.
func (w *writer) margin(f *eligibility.Finding, s scale) {
	if !f.HasActual || !f.HasLimit {
		return
	}
	if f.Actual == f.Limit {
		w.say("，恰为界限", ", exactly the line")
		return
	}
	w.say("，相差", ", apart by ")
	m := f.Margin
	if m < 0 {
		m = -m
	}
	w.amount(m, s)
}

// amount says a number in its unit.
func (w *writer) amount(n int64, s scale) {
	if !s.money {
		w.number(n)
		w.say(s.zh, s.en)
		return
	}
	whole, rest := n/s.by, n%s.by
	if rest < 0 { // towards minus infinity
		whole, rest = whole-1, rest+s.by
	}
	if rest != 0 && rest >= s.by-rest {
		whole++
	}
	if whole == 0 && rest != 0 {
		w.say("不足0.01元", "less than RMB 0.01")
		return
	}
	w.yuan(whole, rest == 0)
}

// yuan says an amount in yuan, without the fen where there are none, and with 约 where it is rounded.
func (w *writer) yuan(fen int64, exact bool) {
	if !exact {
		w.say("约", "about ")
	}
	if !w.zh {
		w.b = append(w.b, "RMB "...)
	}
	if fen < 0 {
		w.b = append(w.b, '-')
	}
	u := uint64(fen)
	if fen < 0 {
		u = -u
	}
	w.b = strconv.AppendUint(w.b, u/100, 10)
	if c := u % 100; c != 0 {
		w.b = append(w.b, '.', byte('0'+c/10), byte('0'+c%10))
	}
	w.say("元", "")
}

// cut reports a product that had no room in 64 bits.
func cut(n int64) bool { return n == math.MaxInt64 || n == -math.MaxInt64 }
