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
	w.said = w.phrase(f.Node)
	if w.said != nil {
		w.b = append(w.b, w.said.title...)
	} else {
		w.title(f.Node)
	}
	w.whom(f.Scope, f.Row)
	counts := f.Unit == eligibility.MoneyFact || f.Unit == eligibility.CountFact || f.Unit == eligibility.DateFact
	if w.said != nil && !counts && !f.Conflict && f.Verified == f.Stated && w.said.rest[0] != "" {
		w.b = append(w.b, w.said.rest[f.Stated+1]...)
		return
	}
	if w.state(f); counts {
		w.numbers(f)
	}
	if w.said != nil {
		w.b = append(w.b, w.said.placed[w.area].basis...)
	} else {
		w.basis(f.Node)
	}
	w.line()
}

func (w *writer) title(n *eligibility.Node) {
	c := n.Criterion()
	w.say(c.ZH, c.EN)
}

// basis says what the node rests on: document and article, the documents of the values that it compares with, the local rule.
func (w *writer) basis(n *eligibility.Node) {
	if s := n.Criterion().Source; s != (vocab.Source{}) {
		w.say("。依据：", ". Source: ")
		w.cite(s, "")
	}
	switch n.Kind() {
	case eligibility.KindCompare, eligibility.KindPerHead, eligibility.KindShare:
		w.standards(n)
	case eligibility.KindOpen:
		if n.State() != eligibility.Enacted {
			return
		}
		if _, fill, ok := w.law.Fill(n.Clause()); ok && fill.Source != (vocab.Source{}) {
			w.say("；本地规定：", "; local rule: ")
			w.cite(fill.Source, "")
		}
	}
}

// standards cites the documents of the values that the node compares with.
func (w *writer) standards(n *eligibility.Node) {
	line := n.Line()
	var last vocab.Source
	for _, k := range [...]eligibility.ParamKey{line.Limit.Param, line.Ratio.Param, n.Comparison().Param} {
		v, ok := w.value(k)
		if !ok || v.Source == last {
			continue
		}
		last = v.Source
		w.say("；标准依据：", "; standard: ")
		w.cite(v.Source, v.Note)
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
	if cut(f.Actual) || cut(f.Limit) {
		return
	}
	n, s := f.Node, scale{by: max(1, f.Scale)}
	switch n.Kind() {
	case eligibility.KindCompare:
		w.compared(f)
		return
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
	case eligibility.KindAtLeast:
		s.zh = "项"
	default:
		return
	}
	if f.HasActual {
		w.say("；实际", "; found ")
		w.amount(f.Actual, s)
	}
	if f.HasLimit {
		w.say("，要求", ", needed ")
		switch n.Kind() {
		case eligibility.KindAtLeast:
			w.comparator(measure.AtLeast)
		case eligibility.KindAge:
			w.aged(w.operator(n))
		default:
			w.comparator(w.operator(n))
		}
		w.amount(f.Limit, s)
	}
	if n.Kind() == eligibility.KindAge {
		s.zh = "岁"
	}
	w.margin(f, s)
}

// compared says a fact by its name and what it is compared with: 住房套数为1，要求不超过1.
func (w *writer) compared(f *eligibility.Finding) {
	n, s := f.Node, scale{by: max(1, f.Scale), money: f.Unit == eligibility.MoneyFact}
	date := f.Unit == eligibility.DateFact
	if date {
		s.zh, s.en = "日", " days"
	}
	one := func(v int64) {
		if date {
			w.date(v>>9, v>>5&15, v&31) // as Case.Get packs it
		} else {
			w.amount(v, s)
		}
	}
	if f.HasActual {
		w.say("；", "; ")
		zh, en, _ := w.law.Names(eligibility.Need{Kind: eligibility.FactNeed, Fact: n.Fact()})
		w.say(zh, en)
		w.say("为", ": ")
		one(f.Actual)
	}
	if f.HasLimit {
		w.say("，要求", ", needed ")
		if date {
			w.earlier(w.operator(n))
		} else {
			w.comparator(w.operator(n))
		}
		one(f.Limit)
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
		kind := kindOf(fact)
		if m := w.months(f.Node); kind == "property" { // which is what there is, however long the line is for
		} else if m > 1 {
			w.number(m)
			w.say("个月", " months' ")
		} else if m == 1 {
			w.say("月", "monthly ")
		}
		switch kind {
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
	switch {
	case !f.HasActual || !f.HasLimit:
	case f.Actual == f.Limit:
		w.say("，与标准线相等", ", exactly the line")
	case f.Actual > f.Limit:
		w.say("，比标准线高", ", ")
		w.amount(abs(f.Margin), s)
		w.say("", " above the line")
	default:
		w.say("，比标准线低", ", ")
		w.amount(abs(f.Margin), s)
		w.say("", " below the line")
	}
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
	if w.said != nil {
		return w.said.placed[w.area].months
	}
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
	if w.said != nil {
		return w.said.placed[w.area].op
	}
	c := n.Comparison()
	if c.Param != "" {
		v, _ := w.value(c.Param)
		return v.Comparator
	}
	return c.Op
}

// date says a day: 2022年3月1日.
func (w *writer) date(year, month, day int64) {
	if w.number(year); w.zh {
		w.b = append(w.b, "年"...)
		w.number(month)
		w.b = append(w.b, "月"...)
		w.number(day)
		w.b = append(w.b, "日"...)
		return
	}
	w.b = append(w.b, '-', byte('0'+month/10), byte('0'+month%10), '-', byte('0'+day/10), byte('0'+day%10))
}

// margin says how far the number lies from what is needed.
func (w *writer) margin(f *eligibility.Finding, s scale) {
	if !f.HasActual || !f.HasLimit {
		return
	}
	if f.Actual == f.Limit {
		w.say("，恰好相等", ", exactly equal")
		return
	}
	w.say("，相差", ", apart by ")
	w.amount(abs(f.Margin), s)
}

func abs(n int64) int64 { return max(n, -n) }

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
		w.say("不到0.01元", "less than RMB 0.01")
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
