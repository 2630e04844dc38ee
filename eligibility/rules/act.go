package rules

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

func act(f *form, a *eligibility.Act) {
	key(f, "id", &a.ID, true)
	names(f, &a.ZH, &a.EN)
	text(f, "number", &a.Number, false)
	source(f, &a.Source)
	exact(f, "in", &a.In, false)
	exact(f, "force", &a.Force, true)
	exact(f, "recorded", &a.Recorded, false)
	list(f, "programmes", &a.Programmes, false, programme)
	list(f, "definitions", &a.Definitions, false, definition)
	list(f, "parameters", &a.Parameters, false, parameter)
	list(f, "clauses", &a.Clauses, false, clause)
	list(f, "values", &a.Values, false, paramValue)
	list(f, "fills", &a.Fills, false, fill)
	list(f, "overrides", &a.Overrides, false, override)
	list(f, "stackings", &a.Stackings, false, stacking)
	list(f, "deadlines", &a.Deadlines, false, deadline)
}

func names(f *form, zh, en *string) {
	text(f, "zh", zh, true)
	text(f, "en", en, true)
}

func scope(f *form, name string, s *eligibility.Scope) {
	word(f, name, s, true, eligibility.PerHousehold, eligibility.PerPerson, eligibility.PerTie)
}

// declared is a fact of the dictionary.
func declared(f *form, x *eligibility.Fact) {
	key(f, "key", &x.Key, true)
	scope(f, "scope", &x.Scope)
	word(f, "kind", &x.Kind, true, factKinds()...)
	names(f, &x.ZH, &x.EN)
	list(f, "words", &x.Words, false, func(f *form, w *eligibility.Word) {
		text(f, "key", &w.Key, true)
		names(f, &w.ZH, &w.EN)
	})
	text(f, "obtain", &x.Obtain, false)
	flag(f, "fixed", &x.Fixed, false)
	flag(f, "judgement", &x.Judgement, false)
}

func factKinds() []eligibility.FactKind {
	return []eligibility.FactKind{eligibility.BoolFact, eligibility.CountFact, eligibility.MoneyFact, eligibility.DateFact,
		eligibility.WordFact, eligibility.PairsFact}
}

func programme(f *form, p *eligibility.Programme) {
	key(f, "id", &p.ID, true)
	names(f, &p.ZH, &p.EN)
	word(f, "unit", &p.Unit, true, eligibility.PerPerson, eligibility.PerHousehold)
	exact(f, "force", &p.Force, false)
	source(f, &p.Source)
	object(f, "root", &p.Root, true, node)
	pointer(f, "pay", &p.Pay, pay)
	texts(f, "next", &p.Next, false, readKey[eligibility.ProgrammeID])
}

// pointer is an object that need not be there.
func pointer[T any](f *form, name string, p **T, describe func(*form, *T)) {
	object(f, name, p, false, func(f *form, p **T) {
		if f.in != nil {
			*p = new(T)
			describe(f, *p)
			return
		}
		x := **p
		*p = nil
		describe(f, &x)
		f.left(x)
	})
}

func definition(f *form, d *eligibility.Definition) {
	key(f, "id", &d.ID, true)
	names(f, &d.ZH, &d.EN)
	scope(f, "scope", &d.Scope)
	exact(f, "force", &d.Force, false)
	source(f, &d.Source)
	object(f, "root", &d.Root, true, node)
}

func pay(f *form, p *eligibility.Pay) {
	list(f, "parts", &p.Parts, true, part)
	object(f, "deduct", &p.Deduct, false, sum)
	key(f, "round", &p.Round, false)
	source(f, &p.Source)
}

func part(f *form, p *eligibility.Part) {
	gap := p.Kind == eligibility.PayGap
	criterion(f, &p.Criterion)
	word(f, "kind", &p.Kind, true, eligibility.PayFixed, eligibility.PayGap)
	if f.in != nil {
		gap = p.Kind == eligibility.PayGap
	}
	object(f, "when", &p.When, false, node)
	object(f, "limit", &p.Limit, true, operand)
	object(f, "ratio", &p.Ratio, false, operand)
	object(f, "heads", &p.Heads, false, operand)
	object(f, "each", &p.Each, false, node)
	if gap {
		object(f, "left", &p.Left, true, sum)
		object(f, "months", &p.Months, false, operand)
	}
}

func parameter(f *form, p *eligibility.Parameter) {
	key(f, "key", &p.Key, true)
	names(f, &p.ZH, &p.EN)
	word(f, "kind", &p.Kind, true, eligibility.MoneyParam, eligibility.RatioParam, eligibility.CountParam,
		eligibility.ComparatorParam, eligibility.RoundingParam)
	flag(f, "by_area", &p.ByArea, false)
	list(f, "set", &p.Set, true, delegation)
	source(f, &p.Source)
}

func delegation(f *form, d *eligibility.Delegation) {
	exact(f, "force", &d.Force, false)
	flag(f, "nation", &d.Nation, false)
	texts(f, "levels", &d.Levels, false, readLevel)
	word(f, "mode", &d.Mode, false, eligibility.MayOverride, eligibility.Floor, eligibility.Ceiling, eligibility.Fixed)
	source(f, &d.Source)
}

func readLevel(s string) (division.Level, error) {
	l := division.Level(s)
	if l.Digits() == 0 {
		return "", catalogue().New(ErrWord)
	}
	return l, nil
}

func clause(f *form, c *eligibility.Clause) {
	key(f, "key", &c.Key, true)
	names(f, &c.ZH, &c.EN)
	scope(f, "scope", &c.Scope)
	source(f, &c.Source)
}

// where are the members that say for which place and time something is.
func where(f *form, d *division.Code) { exact(f, "division", d, false) }

// paramValue describes one value. Which kind it is of shows in the name of its member; a parameter of the file is written as
// it declares, one declared elsewhere as what is not zero, and nothing but zeros as an amount, which they equal.
func paramValue(f *form, v *eligibility.Value) {
	kind := f.job.params[v.Param]
	key(f, "param", &v.Param, true)
	where(f, &v.Division)
	word(f, "area", &v.Area, false, eligibility.Urban, eligibility.Rural)
	exact(f, "force", &v.Force, false)
	exact(f, "recorded", &v.Recorded, false)
	scalar(f, "set_by", &v.SetBy, false, isText, readLevel, func(l division.Level) string { return string(l) })
	if f.in != nil {
		var ok bool
		if kind, ok = oneOf(f, eligibility.MoneyParam, eligibility.RatioParam, eligibility.CountParam,
			eligibility.ComparatorParam, eligibility.RoundingParam); !ok {
			return
		}
	} else if kind == "" {
		kind = kindOf(*v)
	}
	switch kind {
	case eligibility.MoneyParam:
		exact(f, "money", &v.Money, true)
		word(f, "per", &v.Per, false, eligibility.Monthly, eligibility.Yearly)
	case eligibility.RatioParam:
		exact(f, "ratio", &v.Ratio, true)
	case eligibility.CountParam:
		whole(f, "count", &v.Count, true)
	case eligibility.ComparatorParam:
		entry(f, "comparator", &v.Comparator, true, measure.Comparators())
	case eligibility.RoundingParam:
		object(f, "rounding", &v.Step, true, func(f *form, s *eligibility.Step) {
			exact(f, "unit", &s.Unit, true)
			word(f, "mode", &s.Mode, true, eligibility.StepUp, eligibility.StepDown, eligibility.StepNearest)
		})
	}
	source(f, &v.Source)
	text(f, "note", &v.Note, false)
}

func kindOf(v eligibility.Value) eligibility.ParamKind {
	switch {
	case v.Ratio.Sign() != 0:
		return eligibility.RatioParam
	case v.Count != 0:
		return eligibility.CountParam
	case v.Comparator != "":
		return eligibility.ComparatorParam
	case v.Step != eligibility.Step{}:
		return eligibility.RoundingParam
	}
	return eligibility.MoneyParam
}

func fill(f *form, x *eligibility.Fill) {
	key(f, "clause", &x.Clause, true)
	where(f, &x.Division)
	exact(f, "force", &x.Force, false)
	exact(f, "recorded", &x.Recorded, false)
	word(f, "state", &x.State, true, eligibility.Enacted, eligibility.NoneEnacted)
	object(f, "node", &x.Node, false, node)
	source(f, &x.Source)
}

func override(f *form, o *eligibility.Override) {
	definition := o.Definition != ""
	if f.in != nil {
		name, ok := oneOf(f, "programme", "definition")
		if !ok {
			return
		}
		definition = name == "definition"
	}
	if definition {
		key(f, "definition", &o.Definition, true)
	} else {
		key(f, "programme", &o.Programme, true)
	}
	key(f, "node", &o.Node, true)
	where(f, &o.Division)
	exact(f, "force", &o.Force, false)
	exact(f, "recorded", &o.Recorded, false)
	object(f, "with", &o.With, true, node)
	source(f, &o.Source)
}

func stacking(f *form, s *eligibility.Stacking) {
	key(f, "a", &s.A, true)
	key(f, "b", &s.B, true)
	word(f, "rule", &s.Rule, true, eligibility.HeldTogether, eligibility.Excludes, eligibility.Choose, eligibility.Difference,
		eligibility.HigherOf, eligibility.ChooseOrDifference)
	flag(f, "same_household", &s.SameHousehold, false)
	exact(f, "force", &s.Force, false)
	text(f, "zh", &s.ZH, false)
	text(f, "en", &s.EN, false)
	source(f, &s.Source)
}

func deadline(f *form, d *eligibility.Deadline) {
	key(f, "id", &d.ID, true)
	key(f, "programme", &d.Programme, true)
	names(f, &d.ZH, &d.EN)
	text(f, "from", &d.From, true)
	whole(f, "days", &d.Days, true)
	word(f, "basis", &d.Basis, true, eligibility.WorkingDays, eligibility.CalendarDays, eligibility.NextMonth, eligibility.MonthsBasis)
	exact(f, "force", &d.Force, false)
	source(f, &d.Source)
}
