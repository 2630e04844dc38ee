package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// Trees as CEL. It has what one row can answer: no quantifiers, no numbers of people, no Together.

// writer writes the trees of one law.
type writer struct {
	law  *statutes.Law
	uses map[string]source // the variables read
}

// source is where a variable comes from: a fact as it is, or the full units of time since a date.
type source struct {
	fact  eligibility.FactKey
	units eligibility.Unit // "" for the number itself
	years bool             // of age
}

func (w *writer) variable(s source) string {
	name := strings.NewReplacer(".", "_", ":", "_", "-", "_").Replace(string(s.fact))
	switch {
	case s.years:
		name += "_age"
	case s.units != "":
		name += "_" + string(s.units)
	}
	w.uses[name] = s
	return name
}

var signs = map[measure.Comparator]string{measure.AtLeast: ">=", measure.AtMost: "<=", measure.Exactly: "==",
	measure.MoreThan: ">", measure.LessThan: "<"}

// express writes a tree; ok is false where one row cannot answer it.
func (w *writer) express(n *eligibility.Node, view eligibility.Scope) (text string, ok bool) {
	s := n.Spec()
	switch s.Kind {
	case eligibility.KindAll:
		return w.joined(s.Kids, view, " && ", "true")
	case eligibility.KindAny:
		return w.joined(s.Kids, view, " || ", "false")
	case eligibility.KindNot:
		t, ok := w.express(s.Kids[0], view)
		return "!(" + t + ")", ok
	case eligibility.KindException:
		return w.exception(s, view)
	case eligibility.KindDefined:
		d, ok := w.law.Definition(s.Definition)
		if !ok || d.Scope == eligibility.PerTie {
			return "", false
		}
		return w.express(d.Root, d.Scope)
	case eligibility.KindQualifies:
		p, ok := w.law.Programme(s.Programme)
		if !ok {
			return "false", true
		}
		return w.express(p.Root, p.Unit)
	case eligibility.KindHolds:
		return w.variable(source{fact: eligibility.HoldsFact(s.Programme)}) + " == 1", view == eligibility.PerPerson
	case eligibility.KindOpen:
		switch {
		case len(s.Kids) > 0:
			return w.express(s.Kids[0], view)
		case s.Required && s.State == eligibility.NotRecorded:
			return "", false
		}
		return strconv.FormatBool(s.State == eligibility.Enacted), true
	case eligibility.KindConst:
		return strconv.FormatBool(s.Const == eligibility.Met), s.Const != eligibility.Unknown
	case eligibility.KindJudgement:
		return w.variable(source{fact: s.Fact}) + " == 1", true
	case eligibility.KindInSet:
		return w.inSet(s), true
	case eligibility.KindAge:
		return fmt.Sprintf("%s %s %d", w.variable(source{fact: s.Fact, years: true}), signs[s.Op.Op], s.N), true
	case eligibility.KindElapsed:
		return fmt.Sprintf("%s %s %d", w.variable(source{fact: s.Fact, units: s.Unit}), signs[s.Op.Op], s.N), true
	case eligibility.KindCompare, eligibility.KindPerHead, eligibility.KindShare:
		return w.compared(s)
	}
	return "", false
}

func (w *writer) joined(kids []*eligibility.Node, view eligibility.Scope, by, none string) (string, bool) {
	var parts []string
	for _, k := range kids {
		t, ok := w.express(k, view)
		if !ok {
			return "", false
		}
		parts = append(parts, "("+t+")")
	}
	if len(parts) == 0 {
		return none, true
	}
	return strings.Join(parts, by), true
}

// exception of one branch: what is said either way holds even where it is not known which applies.
func (w *writer) exception(s eligibility.Spec, view eligibility.Scope) (string, bool) {
	if len(s.Branches) != 1 {
		return "", false
	}
	rule, ok := w.express(s.Kids[0], view)
	when, ok1 := w.express(s.Branches[0].When, view)
	then, ok2 := w.express(s.Branches[0].Then, view)
	return fmt.Sprintf("((%[1]s) && (%[2]s)) || (!(%[1]s) && (%[3]s)) || ((%[2]s) && (%[3]s))", when, then, rule), ok && ok1 && ok2
}

func (w *writer) inSet(s eligibility.Spec) string {
	v := w.variable(source{fact: s.Fact})
	if len(s.Words) == 0 {
		return fmt.Sprintf("math.bitAnd(%s, %d) != 0", v, eligibility.PairBits(s.Pairs...))
	}
	f, _ := w.law.Dictionary().Lookup(s.Fact)
	var places []string
	for _, word := range s.Words {
		places = append(places, strconv.Itoa(slices.IndexFunc(f.Words, func(x eligibility.Word) bool { return x.Key == word })))
	}
	return v + " in [" + strings.Join(places, ", ") + "]"
}

// compared asks for the area where the numbers of town and country differ.
func (w *writer) compared(s eligibility.Spec) (string, bool) {
	town, ok := w.relation(s, eligibility.Urban)
	country, ok2 := w.relation(s, eligibility.Rural)
	if !ok || !ok2 || town == country {
		return town, ok && ok2
	}
	return fmt.Sprintf("%s == 0 ? %s : %s", w.variable(source{fact: eligibility.HouseholdArea}), town, country), true
}

func (w *writer) relation(s eligibility.Spec, a eligibility.Area) (string, bool) {
	op, num, den := s.Op.Op, int64(1), int64(1)
	if s.Op.Param != "" {
		v, ok := w.law.Value(s.Op.Param, a)
		if !ok {
			return "", false
		}
		op = v.Comparator
	}
	left, right := w.variableSum(s.Left), ""
	if s.Kind == eligibility.KindCompare {
		left = w.variable(source{fact: s.Fact})
	}
	if s.Kind == eligibility.KindShare {
		right = " * (" + w.variableSum(s.Right) + ")"
		if s.Right.Over != "" {
			return "", false
		}
	}
	if s.Left.Over != "" {
		return "", false
	}
	for _, o := range []eligibility.Operand{s.Than, s.Ratio, s.Heads, s.Months} {
		switch o.Kind {
		case eligibility.NumberOperand:
			num *= o.Number
		case eligibility.MoneyOperand:
			num *= o.Money.Fen()
		case eligibility.RatioOperand:
			num, den = num*o.Ratio.Num(), den*o.Ratio.Den()
		case eligibility.FactOperand:
			right += " * " + w.variable(source{fact: o.Fact})
		case eligibility.HeadsOperand:
			return "", false
		case eligibility.ParamOperand:
			p, _ := w.law.Parameter(o.Param)
			v, ok := w.law.Value(o.Param, a)
			if !ok {
				return "", false
			}
			switch p.Kind {
			case eligibility.MoneyParam:
				if num *= v.Money.Fen(); v.Per == eligibility.Yearly {
					den *= 12
				}
			case eligibility.RatioParam:
				num, den = num*v.Ratio.Num(), den*v.Ratio.Den()
			case eligibility.CountParam:
				num *= int64(v.Count)
			}
		}
	}
	return fmt.Sprintf("(%s) * %d %s %d%s", left, den, signs[op], num, right), true
}

func (w *writer) variableSum(s eligibility.Sum) string {
	text := "0"
	for _, t := range s.Terms {
		if _, f, ok := w.law.Fill(t.Unless); ok && f.State == eligibility.Enacted {
			continue
		}
		sign := " + "
		if t.Minus {
			sign = " - "
		}
		text += sign + w.variable(source{fact: t.Fact})
	}
	return text
}

// A rule is a tree, or the largest part of one, that one row can answer: ours and as a CEL program.
type rule struct {
	id      eligibility.ProgrammeID // the programme of rules() that consists of it
	scope   eligibility.Scope
	node    *eligibility.Node
	program cel.Program
	uses    map[string]source
}

// rules finds what one row can answer in the law: whole programmes, and otherwise the largest parts of them.
func rules(l *statutes.Law) ([]rule, error) {
	var found []rule
	seen := map[string]bool{}
	var visit func(n *eligibility.Node, view eligibility.Scope) error
	visit = func(n *eligibility.Node, view eligibility.Scope) error {
		w := &writer{law: l, uses: map[string]source{}}
		text, ok := w.express(n, view)
		if ok && view != eligibility.PerTie {
			if len(w.uses) == 0 || seen[text] {
				return nil
			}
			seen[text] = true
			program, err := compileCEL(text, w.uses)
			if err != nil {
				return fmt.Errorf("%s: %w", text, err)
			}
			id := eligibility.ProgrammeID("rule:" + strconv.Itoa(len(found)))
			found = append(found, rule{id, view, n, program, w.uses})
			return nil
		}
		s := n.Spec()
		switch {
		case s.Kind == eligibility.KindDefined:
			d, ok := l.Definition(s.Definition)
			if !ok {
				return nil
			}
			return visit(d.Root, d.Scope)
		case s.Group == eligibility.Members || s.Kind == eligibility.KindOwner:
			view = eligibility.PerPerson
		case s.Group == eligibility.Kin:
			view = eligibility.PerTie
		}
		for _, k := range append(slices.Clone(s.Kids), s.Where) {
			if k != nil {
				if err := visit(k, view); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for p := range l.Programmes() {
		if err := visit(p.Root, p.Unit); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// closed is a tree with its open clauses as they stand, so that it can be put into another act.
func closed(n *eligibility.Node) *eligibility.Node {
	if n == nil {
		return nil
	}
	s := n.Spec()
	if s.Kind == eligibility.KindOpen {
		switch {
		case len(s.Kids) > 0:
			return closed(s.Kids[0])
		case s.State == eligibility.Enacted:
			return eligibility.Always(s.Criterion)
		}
		return eligibility.Never(s.Criterion)
	}
	for i := range s.Kids {
		s.Kids[i] = closed(s.Kids[i])
	}
	for i := range s.Branches {
		s.Branches[i].When, s.Branches[i].Then = closed(s.Branches[i].When), closed(s.Branches[i].Then)
	}
	s.Where = closed(s.Where)
	return eligibility.New(s)
}

// ruleLaw is the law of nowhere with each rule as a programme of its own.
func ruleLaw() (*statutes.Law, []rule, error) {
	l, err := nationalLaw()
	if err != nil {
		return nil, nil, err
	}
	found, err := rules(l)
	if err != nil {
		return nil, nil, err
	}
	act := eligibility.Act{ID: "rule:act", ZH: "单项规则", EN: "single rules", Source: invented, In: nowhere, Force: cal.Since(theDay)}
	for _, r := range found {
		act.Programmes = append(act.Programmes, eligibility.Programme{ID: r.id, ZH: string(r.id), EN: string(r.id), Unit: r.scope,
			Root: closed(r.node), Source: invented})
	}
	l, err = nationalLaw(act)
	return l, found, err
}

func compileCEL(text string, uses map[string]source) (cel.Program, error) {
	opts := []cel.EnvOption{ext.Math()}
	for name := range uses {
		opts = append(opts, cel.Variable(name, cel.IntType))
	}
	env, err := cel.NewEnv(opts...)
	if err != nil {
		return nil, err
	}
	checked, iss := env.Compile(text)
	if iss.Err() != nil {
		return nil, iss.Err()
	}
	return env.Program(checked, cel.EvalOptions(cel.OptOptimize, cel.OptPartialEval))
}

// row is what CEL sees of one row: what is known, and patterns for what is not.
func (r *rule) row(c *eligibility.Case, person int) (cel.PartialActivation, error) {
	known := map[string]any{}
	var unknown []*cel.AttributePatternType
	for name, s := range r.uses {
		f, _ := c.Dictionary().Lookup(s.fact)
		at := person
		if f.Scope == eligibility.PerHousehold {
			at = 0
		}
		d, ok, _ := c.Datum(s.fact, at)
		n, _, _ := c.Get(s.fact, at)
		if ok && (s.years || s.units != "") {
			n, ok = s.passed(d.Any().(cal.Date))
		}
		if ok {
			known[name] = n
		} else {
			unknown = append(unknown, cel.AttributePattern(name))
		}
	}
	return cel.PartialVars(known, unknown...)
}

// passed is how many full years or units lie between a date and the day, counted one by one; −1 where it lies ahead.
func (s source) passed(from cal.Date) (n int64, ok bool) {
	if s.years {
		years, ok := cal.Age(from, theDay, cal.CivilCode())
		return int64(years), ok
	}
	over := func(n int64) bool {
		end := from
		switch s.units {
		case eligibility.Days:
			end = from.AddDays(int(n))
		case eligibility.Months:
			end = from.AddMonths(int(n))
		case eligibility.Years:
			end = from.AddYears(int(n))
		}
		return !end.After(theDay)
	}
	for n = -1; over(n + 1); n++ {
	}
	return n, true
}

// verdict is what CEL makes of a row.
func (r *rule) verdict(row cel.PartialActivation) (eligibility.Truth, error) {
	out, _, err := r.program.Eval(row)
	switch {
	case out == ref.Val(types.True):
		return eligibility.Met, nil
	case out == ref.Val(types.False):
		return eligibility.NotMet, nil
	case types.IsUnknown(out):
		return eligibility.Unknown, nil
	}
	return eligibility.Unknown, fmt.Errorf("%s: %v, %w", r.id, out, err)
}
