package sql

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// inSet writes word IN (…), or whether two sets of pairs have a pair in common.
func (w *writer) inSet(n *eligibility.Node, s eligibility.Spec) string {
	col := w.column(n, s.Fact)
	f, _ := w.law.Dictionary().Lookup(s.Fact)
	if f.Kind == eligibility.PairsFact {
		return "((" + col + " & " + itoa(int64(eligibility.PairBits(s.Pairs...))) + ") <> 0)"
	}
	words := make([]string, len(s.Words))
	for i, word := range s.Words {
		words[i] = quote(word)
	}
	return "(" + col + " IN (" + strings.Join(words, ", ") + "))"
}

// day writes a date as the table holds it.
func (w *writer) day(d cal.Date) string {
	if w.options.PackedDays {
		return itoa(int64(d.Year())<<9 | int64(d.Month())<<5 | int64(d.Day()))
	}
	return quote(d.String())
}

// age turns full years into a comparison of birth dates: who was born on or before some day is n years old. Who is born
// after the day has no age.
func (w *writer) age(n *eligibility.Node, s eligibility.Spec) string {
	q := w.law.Query()
	col := w.column(n, s.Fact)
	text := w.full(n, s, func(years int) string {
		return w.upTo(col, q.On.AddYears(-years), func(d cal.Date) cal.Date { return cal.Reaches(d, years, q.Ages) })
	})
	return "(CASE WHEN " + col + " <= " + w.day(q.On) + " THEN " + text + " END)"
}

// elapsed turns the end of a term into a comparison of the days it began on.
func (w *writer) elapsed(n *eligibility.Node, s eligibility.Spec) string {
	col := w.column(n, s.Fact)
	add := cal.Date.AddYears
	switch s.Unit {
	case eligibility.Days:
		add = cal.Date.AddDays
	case eligibility.Months:
		add = cal.Date.AddMonths
	}
	return w.full(n, s, func(units int) string {
		return w.upTo(col, add(w.law.Query().On, -units), func(d cal.Date) cal.Date { return add(d, units) })
	})
}

// full compares full years or units, where reached says that so many are over.
func (w *writer) full(n *eligibility.Node, s eligibility.Spec, reached func(int) string) string {
	switch s.Op.Op {
	case measure.AtLeast:
		return reached(s.N)
	case measure.MoreThan:
		return reached(s.N + 1)
	case measure.LessThan:
		return not(reached(s.N))
	case measure.AtMost:
		return not(reached(s.N + 1))
	case measure.Exactly:
		return "(" + reached(s.N) + " AND " + not(reached(s.N+1)) + ")"
	}
	return w.refuse(n)
}

// upTo writes that the term which began on the column's date is over on the day of the law, where end tells the day on which
// a term is over and never falls as the date rises. The last such date lies within a month or so of near.
func (w *writer) upTo(col string, near cal.Date, end func(cal.Date) cal.Date) string {
	on := w.law.Query().On
	if !near.IsZero() {
		for k := 35; k >= -35; k-- {
			d := near.AddDays(k)
			if e := end(d); !e.IsZero() && !e.After(on) {
				return "(" + col + " <= " + w.day(d) + ")"
			}
		}
	}
	return "(" + col + " <> " + col + ")" // no day of the calendar: FALSE, and NULL where the date is
}

// byArea writes a comparison that may read values which differ between town and country. Where they do not, or are
// printed differently and come to the same, the household need not say where it lives.
func (w *writer) byArea(n *eligibility.Node, s eligibility.Spec, write func(eligibility.Area) string) string {
	for _, k := range [...]eligibility.ParamKey{s.Op.Param, s.Than.Param, s.Ratio.Param, s.Months.Param, s.Heads.Param} {
		u, inTown := w.law.Value(k, eligibility.Urban)
		r, inCountry := w.law.Value(k, eligibility.Rural)
		if inTown == inCountry && same(u, r) {
			continue
		}
		text := ""
		for _, a := range [...]eligibility.Area{eligibility.Urban, eligibility.Rural} {
			text += " WHEN " + quote(string(a)) + " THEN " + write(a)
		}
		return "(CASE " + w.column(n, eligibility.HouseholdArea) + text + " END)"
	}
	return write(eligibility.Urban)
}

// same reports that two values come to the same.
func same(a, b eligibility.Value) bool {
	year := func(v eligibility.Value) int64 {
		if v.Per == eligibility.Monthly {
			return v.Money.Fen() * 12
		}
		return v.Money.Fen()
	}
	return year(a) == year(b) && a.Ratio == b.Ratio && a.Count == b.Count && a.Comparator == b.Comparator
}

// operator writes how a node compares; "" where the place has not said.
func (w *writer) operator(c eligibility.Comparison, a eligibility.Area) string {
	op := c.Op
	if c.Param != "" {
		v, _ := w.law.Value(c.Param, a)
		op = v.Comparator
	}
	switch op {
	case measure.AtLeast:
		return ">="
	case measure.AtMost:
		return "<="
	case measure.Exactly:
		return "="
	case measure.MoreThan:
		return ">"
	case measure.LessThan:
		return "<"
	}
	return ""
}

// A term is a column, or a sum of some in brackets, with the largest number it can be.
type term struct {
	text string
	most int64
}

const (
	mostMoney = 10_000_000_000_000 // fen, as a case takes them
	mostCount = 1_000_000_000
)

// value is a column as a term.
func (w *writer) value(n *eligibility.Node, k eligibility.FactKey) term {
	f, _ := w.law.Dictionary().Lookup(k)
	t := term{w.column(n, k), mostCount}
	if f.Kind == eligibility.MoneyFact {
		t.most = mostMoney
	}
	return t
}

// compare writes a fact beside a number, a value or another fact.
func (w *writer) compare(n *eligibility.Node, s eligibility.Spec) string {
	left := w.value(n, s.Fact)
	return w.byArea(n, s, func(a eligibility.Area) string { return w.line(n, s, a, left, nil, s.Than) })
}

// perHead writes left × … op limit × …, multiplied out as package assess does.
func (w *writer) perHead(n *eligibility.Node, s eligibility.Spec) string {
	left := w.sum(n, s.Left)
	return w.byArea(n, s, func(a eligibility.Area) string {
		return w.line(n, s, a, left, nil, s.Than, s.Ratio, s.Heads,
			s.Months)
	})
}

// share writes part × denominator op whole × numerator.
func (w *writer) share(n *eligibility.Node, s eligibility.Spec) string {
	part, whole := w.sum(n, s.Left), w.sum(n, s.Right)
	return w.byArea(n, s, func(a eligibility.Area) string { return w.line(n, s, a, part, []term{whole}, s.Ratio) })
}

// line writes left op the product of right and the operands, and NULL where one of them has no value. A denominator goes to the
// left, and so does the 12 of an amount a year, so that nothing is divided.
func (w *writer) line(n *eligibility.Node, s eligibility.Spec, a eligibility.Area, left term, right []term,
	operands ...eligibility.Operand) string {
	num, den := big.NewInt(1), big.NewInt(1)
	known := true
	times := func(p, q int64) {
		num.Mul(num, big.NewInt(p))
		den.Mul(den, big.NewInt(q))
	}
	for _, o := range operands {
		switch o.Kind {
		case "":
		case eligibility.NumberOperand:
			times(o.Number, 1)
		case eligibility.MoneyOperand:
			times(o.Money.Fen(), 1)
		case eligibility.RatioOperand:
			times(o.Ratio.Num(), o.Ratio.Den())
		case eligibility.FactOperand:
			right = append(right, w.value(n, o.Fact))
		case eligibility.ParamOperand:
			p, _ := w.law.Parameter(o.Param)
			v, ok := w.law.Value(o.Param, a)
			known = known && ok
			switch {
			case p.Kind == eligibility.RatioParam:
				times(v.Ratio.Num(), v.Ratio.Den())
			case p.Kind == eligibility.CountParam:
				times(int64(v.Count), 1)
			case v.Per == eligibility.Yearly:
				times(v.Money.Fen(), 12)
			default:
				times(v.Money.Fen(), 1)
			}
		default:
			return w.refuse(n) // the number of members
		}
	}
	op := w.operator(s.Op, a)
	if !known || op == "" {
		return "NULL"
	}
	return "(" + w.product(n, den, left) + " " + op + " " + w.product(n, num, right...) + ")"
}

// product writes what never leaves 64 bits, whatever the columns hold.
func (w *writer) product(n *eligibility.Node, by *big.Int, terms ...term) string {
	most, texts := new(big.Int).Set(by), make([]string, len(terms), len(terms)+1)
	for i, t := range terms {
		texts[i] = t.text
		most.Mul(most, big.NewInt(t.most))
	}
	if !most.IsInt64() {
		return w.refuse(n)
	}
	if len(terms) == 0 || by.Cmp(big.NewInt(1)) != 0 {
		texts = append(texts, by.String())
	}
	return strings.Join(texts, " * ")
}

// sum writes the terms that count, or refuses a sum over members.
func (w *writer) sum(n *eligibility.Node, s eligibility.Sum) term {
	if s.Over != "" {
		return term{w.refuse(n), 0}
	}
	t := term{}
	for _, add := range s.Terms {
		if add.Unless != "" {
			if _, f, ok := w.law.Fill(add.Unless); ok && f.State == eligibility.Enacted {
				continue
			}
		}
		v := w.value(n, add.Fact)
		switch {
		case add.Minus && t.text == "":
			t.text = "0 - "
		case add.Minus:
			t.text += " - "
		case t.text != "":
			t.text += " + "
		}
		t.text += v.text
		t.most += v.most
	}
	if t.text == "" {
		return term{"0", 0}
	}
	t.text = "(" + t.text + ")"
	return t
}
