package program

import (
	"slices"

	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// Payment is a compiled Pay. The ops carry only what their parameters were like.
type Payment struct {
	Parts  []part
	Deduct Sum
	Round  Op
	Steps  [2]eligibility.Step
}

type part struct {
	Kind       eligibility.PayKind
	When, Each int // roots, −1 for none
	Op         Op
	By, Months Product
	Left       Sum
}

func (k *compiler) payment(p *eligibility.Programme) *Payment {
	pay := &Payment{Deduct: k.sum(p.Pay.Deduct), Steps: [2]eligibility.Step{{Unit: money.Fen(1), Mode: eligibility.StepUp}, {Unit: money.Fen(1), Mode: eligibility.StepUp}}}
	for _, s := range p.Pay.Parts {
		out := part{Kind: s.Kind, When: -1, Each: -1, Left: k.sum(s.Left)}
		if s.When != nil {
			out.When = k.tree(s.When, p.Unit)
		}
		if s.Each != nil {
			out.Each = k.tree(s.Each, eligibility.PerPerson)
		}
		out.By = k.product(s.Criterion.ID, s.Limit, s.Ratio, s.Heads)
		out.Months = k.product(s.Criterion.ID, s.Months)
		out.Op = k.seal(Op{})
		pay.Parts = append(pay.Parts, out)
	}
	if p.Pay.Round != "" {
		for a, v := range k.value(p.Pay.Round) {
			if v != nil {
				pay.Steps[a] = v.Step
			}
		}
		pay.Round = k.seal(Op{})
	}
	return pay
}

// standing is the caveats that a programme carries in every case: remarks, and what was not read in an official text.
func standing(l *statutes.Law, p *eligibility.Programme) []eligibility.Caveat {
	var list []eligibility.Caveat
	add := func(c eligibility.Caveat) {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	source := func(s vocab.Source, c eligibility.Caveat) {
		switch s.Provenance {
		case vocab.Official:
			return
		case vocab.Fictitious:
			c.Kind = eligibility.FictitiousValue
		default:
			c.Kind = eligibility.NotOfficial
		}
		add(c)
	}
	params := func(keys ...eligibility.ParamKey) {
		for _, k := range keys {
			if k == "" {
				continue
			}
			for _, a := range [...]eligibility.Area{eligibility.Urban, eligibility.Rural} {
				if v, ok := l.Value(k, a); ok {
					source(v.Source, eligibility.Caveat{Param: k})
				}
			}
		}
	}
	criterion := func(c eligibility.Criterion) {
		source(c.Source, eligibility.Caveat{Node: c.ID})
		if c.Note != "" {
			add(eligibility.Caveat{Kind: eligibility.NoteOf, Node: c.ID})
		}
	}
	node := func(n *eligibility.Node) {
		sp := n.Spec()
		criterion(sp.Criterion)
		params(sp.Op.Param, sp.Than.Param, sp.Ratio.Param, sp.Heads.Param, sp.Months.Param)
		for _, b := range sp.Branches {
			criterion(b.Criterion)
		}
		if sp.Kind == eligibility.KindOpen {
			if _, f, ok := l.Fill(sp.Clause); ok {
				source(f.Source, eligibility.Caveat{Clause: sp.Clause})
			}
		}
	}
	tree := func(root *eligibility.Node) {
		for _, n := range l.Under(root) {
			node(n)
		}
	}
	source(p.Source, eligibility.Caveat{})
	tree(p.Root)
	if p.Pay != nil {
		params(p.Pay.Round)
		for _, part := range p.Pay.Parts {
			criterion(part.Criterion)
			params(part.Limit.Param, part.Ratio.Param, part.Heads.Param, part.Months.Param)
			for _, n := range []*eligibility.Node{part.When, part.Each} {
				if n != nil {
					tree(n)
				}
			}
		}
	}
	return list
}

// Within says whether a count that lies between least and most lies in the range of o.
func (o *Op) Within(least, most int64) eligibility.Truth {
	switch {
	case least >= o.Lo[0] && most <= o.Hi[0]:
		return eligibility.Met
	case most < o.Lo[0] || least > o.Hi[0]:
		return eligibility.NotMet
	}
	return eligibility.Unknown
}

// Judge says whether a range, a set of words or a set of pairs has n.
func (o *Op) Judge(p *Compiled, a int, n int64) eligibility.Truth {
	switch o.Code {
	case OpRange:
		return eligibility.TruthOf(o.Lo[a] <= n && n <= o.Hi[a])
	case OpWords:
		return eligibility.TruthOf(p.Words[o.Arg][n>>6&3]>>(n&63)&1 != 0)
	}
	return eligibility.TruthOf(n&o.Lo[a] != 0)
}
