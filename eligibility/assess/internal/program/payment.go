package program

import (
	"slices"

	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
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
	pay.Parts = make([]part, 0, len(p.Pay.Parts))
	for i := range p.Pay.Parts {
		s := &p.Pay.Parts[i]
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
		for a, v := range k.value(k.param(p.Pay.Round)) {
			if v != nil {
				pay.Steps[a] = v.Step
			}
		}
		pay.Round = k.seal(Op{})
	}
	return pay
}

// standing is the caveats that a programme carries in every case: remarks, and what was not read in an official text.
func (k *compiler) standing(e *Entry, p *eligibility.Programme) []eligibility.Caveat {
	list := k.caveats[:0]
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
	param := func(key eligibility.ParamKey) {
		if key == "" {
			return
		}
		for _, v := range k.values[k.param(key)] {
			if v != nil {
				source(v.Source, eligibility.Caveat{Param: key})
			}
		}
	}
	line := func(l eligibility.Line) {
		param(l.Limit.Param)
		param(l.Ratio.Param)
		param(l.Heads.Param)
		param(l.Months.Param)
	}
	criterion := func(c eligibility.Criterion) {
		source(c.Source, eligibility.Caveat{Node: c.ID})
		if c.Note != "" {
			add(eligibility.Caveat{Kind: eligibility.NoteOf, Node: c.ID})
		}
	}
	node := func(n *eligibility.Node) {
		criterion(n.Criterion())
		switch n.Kind() {
		case eligibility.KindCompare, eligibility.KindPerHead, eligibility.KindShare:
			param(n.Comparison().Param)
			line(n.Line())
		case eligibility.KindException:
			for _, b := range n.Spec().Branches {
				criterion(b.Criterion)
			}
		case eligibility.KindOpen:
			if _, f, ok := k.l.Fill(n.Clause()); ok {
				source(f.Source, eligibility.Caveat{Clause: n.Clause()})
			}
		}
	}
	called := make([]bool, len(k.Definitions))
	var tree func(root int)
	tree = func(root int) {
		for pc := root; pc >= 0 && pc < int(k.Ops[root].End); pc++ {
			node(k.Nodes[pc])
			if o := &k.Ops[pc]; o.Code == OpCall && !called[o.Arg] {
				called[o.Arg] = true
				tree(k.Definitions[o.Arg])
			}
		}
	}
	source(p.Source, eligibility.Caveat{})
	tree(e.Root)
	if p.Pay != nil {
		param(p.Pay.Round)
		for i, part := range p.Pay.Parts {
			criterion(part.Criterion)
			line(eligibility.Line{Limit: part.Limit, Ratio: part.Ratio, Heads: part.Heads, Months: part.Months})
			tree(e.Pay.Parts[i].When)
			tree(e.Pay.Parts[i].Each)
		}
	}
	k.caveats = list
	return slices.Clone(list)
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
