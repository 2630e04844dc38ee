package rules

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// node describes one node: its kind, what it says, and the fields of its kind in the order of the sentence they make.
func node(f *form, p **eligibility.Node) {
	j := f.job
	if j.nodes++; j.nodes > MaxNodes || j.depth == MaxDepth {
		if j.nodes <= MaxNodes {
			j.add(f.path, catalogue().New(ErrDepth))
		} else if j.nodes == MaxNodes+1 {
			j.add(f.path, catalogue().New(ErrTooMany))
		}
		*p = nil
		f.forgive()
		return
	}
	j.depth++
	defer func() { j.depth-- }()
	var s eligibility.Spec
	if f.in == nil {
		if *p == nil {
			j.add(f.path, catalogue().New(ErrMissing))
			return
		}
		s, *p = (*p).Spec(), nil
		spec(f, &s)
		f.left(s)
		return
	}
	spec(f, &s)
	*p = eligibility.New(s)
}

func spec(f *form, s *eligibility.Spec) {
	kind := s.Kind
	word(f, "kind", &s.Kind, true, kinds()...)
	if f.in != nil {
		kind = s.Kind
	}
	criterion(f, &s.Criterion)
	switch kind {
	case eligibility.KindAll, eligibility.KindAny:
		kids(f, s, 0, MaxNodes)
	case eligibility.KindNot, eligibility.KindOwner:
		kids(f, s, 1, 1)
	case eligibility.KindAtLeast:
		whole(f, "n", &s.N, true)
		kids(f, s, 1, MaxNodes)
	case eligibility.KindCompare:
		key(f, "fact", &s.Fact, true)
		comparison(f, &s.Op)
		object(f, "than", &s.Than, true, operand)
	case eligibility.KindPerHead:
		object(f, "left", &s.Left, true, sum)
		comparison(f, &s.Op)
		object(f, "than", &s.Than, true, operand)
		object(f, "ratio", &s.Ratio, false, operand)
		object(f, "heads", &s.Heads, false, operand)
		object(f, "months", &s.Months, false, operand)
	case eligibility.KindShare:
		object(f, "left", &s.Left, true, sum)
		comparison(f, &s.Op)
		object(f, "ratio", &s.Ratio, true, operand)
		object(f, "right", &s.Right, true, sum)
	case eligibility.KindInSet:
		key(f, "fact", &s.Fact, true)
		set(f, s)
	case eligibility.KindAge, eligibility.KindElapsed:
		key(f, "fact", &s.Fact, true)
		comparison(f, &s.Op)
		whole(f, "n", &s.N, true)
		if kind == eligibility.KindElapsed {
			word(f, "unit", &s.Unit, true, eligibility.Days, eligibility.Months, eligibility.Years)
		}
	case eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount:
		word(f, "group", &s.Group, true, eligibility.Members, eligibility.Kin)
		optional(f, "where", &s.Where)
		kids(f, s, 1, 1)
		if kind == eligibility.KindCount {
			comparison(f, &s.Op)
			whole(f, "n", &s.N, true)
		}
	case eligibility.KindHolds, eligibility.KindQualifies, eligibility.KindTogether:
		key(f, "programme", &s.Programme, true)
	case eligibility.KindDefined:
		key(f, "definition", &s.Definition, true)
	case eligibility.KindJudgement:
		key(f, "fact", &s.Fact, true)
	case eligibility.KindOpen:
		// State and rule of an effective tree are not the drafter's: a place fills the clause.
		key(f, "clause", &s.Clause, true)
		flag(f, "required", &s.Required, false)
	case eligibility.KindCustom:
		object(f, "function", &s.Function, true, function)
		texts(f, "facts", &s.Facts, true, readKey[eligibility.FactKey])
	case eligibility.KindException:
		kids(f, s, 1, 1)
		list(f, "branches", &s.Branches, true, branch)
	case eligibility.KindConst:
		constant(f, &s.Const)
	default:
		f.forgive()
	}
}

func kinds() []eligibility.Kind {
	return []eligibility.Kind{eligibility.KindAll, eligibility.KindAny, eligibility.KindNot, eligibility.KindAtLeast,
		eligibility.KindCompare, eligibility.KindPerHead, eligibility.KindShare, eligibility.KindInSet, eligibility.KindAge,
		eligibility.KindElapsed, eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount, eligibility.KindOwner,
		eligibility.KindHolds, eligibility.KindQualifies, eligibility.KindTogether, eligibility.KindDefined,
		eligibility.KindJudgement, eligibility.KindOpen, eligibility.KindCustom, eligibility.KindException, eligibility.KindConst}
}

// criterion stands among the fields of its node, not in an object of its own.
func criterion(f *form, c *eligibility.Criterion) {
	key(f, "id", &c.ID, true)
	text(f, "zh", &c.ZH, true)
	text(f, "en", &c.EN, true)
	source(f, &c.Source)
	text(f, "note", &c.Note, false)
}

func source(f *form, s *vocab.Source) {
	object(f, "source", s, true, func(f *form, s *vocab.Source) {
		text(f, "document", &s.Document, true)
		text(f, "article", &s.Article, false)
		text(f, "url", &s.URL, false)
		entry(f, "provenance", &s.Provenance, true, vocab.Provenances())
	})
}

// kids are as many as the kind of node has.
func kids(f *form, s *eligibility.Spec, least, most int) {
	n := len(s.Kids)
	list(f, "kids", &s.Kids, true, node)
	if f.in != nil {
		if !f.has("kids") {
			return
		}
		n = len(s.Kids)
	}
	if n < least || n > most {
		f.bad("kids", ErrChoice)
	}
}

func optional(f *form, name string, p **eligibility.Node) { object(f, name, p, false, node) }

func comparison(f *form, c *eligibility.Comparison) {
	named := c.Param != ""
	if f.in != nil {
		name, ok := oneOf(f, "op", "op_param")
		if !ok {
			return
		}
		named = name == "op_param"
	}
	if named {
		key(f, "op_param", &c.Param, true)
		return
	}
	entry(f, "op", &c.Op, true, measure.Comparators())
}

func operand(f *form, o *eligibility.Operand) {
	if f.in != nil {
		var ok bool
		if o.Kind, ok = oneOf(f, eligibility.NumberOperand, eligibility.MoneyOperand, eligibility.RatioOperand,
			eligibility.ParamOperand, eligibility.FactOperand, eligibility.HeadsOperand); !ok {
			return
		}
	}
	name := string(o.Kind)
	switch o.Kind {
	case eligibility.NumberOperand:
		whole(f, name, &o.Number, true)
	case eligibility.MoneyOperand:
		exact(f, name, &o.Money, true)
	case eligibility.RatioOperand:
		exact(f, name, &o.Ratio, true)
	case eligibility.ParamOperand:
		key(f, name, &o.Param, true)
	case eligibility.FactOperand:
		key(f, name, &o.Fact, true)
	case eligibility.HeadsOperand:
		yes := true
		flag(f, name, &yes, true)
		if f.in != nil && !yes {
			f.bad(name, ErrWord)
		}
	default:
		f.job.add(f.path, catalogue().New(ErrChoice))
	}
	if f.in == nil {
		o.Kind = ""
	}
}

func sum(f *form, s *eligibility.Sum) {
	word(f, "over", &s.Over, false, eligibility.Members)
	list(f, "terms", &s.Terms, true, func(f *form, t *eligibility.Term) {
		key(f, "fact", &t.Fact, true)
		flag(f, "minus", &t.Minus, false)
		key(f, "unless", &t.Unless, false)
	})
}

func set(f *form, s *eligibility.Spec) {
	words := len(s.Words) > 0
	if f.in != nil {
		name, ok := oneOf(f, "words", "pairs")
		if !ok {
			return
		}
		words = name == "words"
	}
	if words {
		texts(f, "words", &s.Words, true, readText)
		return
	}
	list(f, "pairs", &s.Pairs, true, pair)
}

func readText(s string) (string, error) {
	if !readable(s) {
		return "", catalogue().New(ErrText)
	}
	return s, nil
}

func pair(f *form, p *eligibility.Pair) {
	entry(f, "kind", &p.Kind, true, identity.DisabilityKinds())
	entry(f, "grade", &p.Grade, true, identity.DisabilityGrades())
}

func function(f *form, r *eligibility.FunctionRef) {
	key(f, "name", &r.Name, true)
	text(f, "version", &r.Version, true)
}

func branch(f *form, b *eligibility.Branch) {
	criterion(f, &b.Criterion)
	object(f, "when", &b.When, true, node)
	object(f, "then", &b.Then, true, node)
}

// constant writes always and never, since a third there is not.
func constant(f *form, t *eligibility.Truth) {
	words := map[eligibility.Truth]string{eligibility.Met: "always", eligibility.NotMet: "never"}
	w := words[*t]
	if f.in == nil {
		*t = 0
	}
	word(f, "const", &w, true, "always", "never")
	if f.in != nil && w == "always" {
		*t = eligibility.Met
	} else if f.in != nil && w == "never" {
		*t = eligibility.NotMet
	}
}
