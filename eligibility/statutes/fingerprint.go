package statutes

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	"slices"

	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
)

// semantics is the version of what the engine makes of a tree. It changes when the same law and case could come out otherwise.
const semantics = "1"

// uses is all that the rules in force speak of.
type uses struct {
	definitions map[eligibility.DefinitionID]*eligibility.Definition
	params      map[eligibility.ParamKey]bool
	facts       map[eligibility.FactKey]bool
	unless      map[eligibility.ClauseKey]bool // clauses that may leave a fact out
	missing     map[eligibility.ClauseKey]bool // clauses that have to be filled and are not
}

// uses finds what the programmes in force, and the definitions they use, speak of.
func (l *Law) uses() *uses {
	u := &uses{definitions: make(map[eligibility.DefinitionID]*eligibility.Definition), params: make(map[eligibility.ParamKey]bool), facts: make(map[eligibility.FactKey]bool),
		unless: make(map[eligibility.ClauseKey]bool), missing: make(map[eligibility.ClauseKey]bool)}
	for _, p := range l.programmes {
		if p == nil {
			continue
		}
		u.node(l, p.Root)
		if p.Pay == nil {
			continue
		}
		u.sum(l, p.Pay.Deduct)
		u.param(l, p.Pay.Round)
		for _, part := range p.Pay.Parts {
			u.sum(l, part.Left)
			u.operands(l, part.Limit, part.Ratio, part.Heads, part.Months)
			if part.When != nil {
				u.node(l, part.When)
			}
			if part.Each != nil {
				u.members(l)
				u.node(l, part.Each)
			}
		}
	}
	return u
}

func (u *uses) node(l *Law, n *eligibility.Node) {
	spec := n.Spec()
	s := &spec
	u.param(l, s.Op.Param)
	u.operands(l, s.Than, s.Ratio, s.Heads, s.Months)
	u.sum(l, s.Left)
	u.sum(l, s.Right)
	u.fact(s.Fact)
	for _, f := range s.Facts {
		u.fact(f)
	}
	switch {
	case s.Group == eligibility.Members:
		u.members(l)
	case s.Group == eligibility.Kin:
		u.fact(eligibility.KinComplete)
	case s.Kind == eligibility.KindHolds:
		u.fact(eligibility.HoldsFact(s.Programme))
		u.members(l)
	case s.Kind == eligibility.KindDefined:
		u.definition(l, s.Definition)
	case s.Kind == eligibility.KindOpen && s.Required && s.State == eligibility.NotRecorded:
		u.missing[s.Clause] = true
	}
	for kid := range n.EachBelow() {
		u.node(l, kid)
	}
}

func (u *uses) fact(k eligibility.FactKey) {
	if k != "" {
		u.facts[k] = true
	}
}

func (u *uses) param(l *Law, k eligibility.ParamKey) {
	if k == "" {
		return
	}
	u.params[k] = true
	if l.statutes.params[l.statutes.values.At[k]].ByArea {
		u.fact(eligibility.HouseholdArea)
	}
}

func (u *uses) operands(l *Law, os ...eligibility.Operand) {
	for _, o := range os {
		u.param(l, o.Param)
		u.fact(o.Fact)
		if o.Kind == eligibility.HeadsOperand {
			u.members(l)
		}
	}
}

func (u *uses) sum(l *Law, s eligibility.Sum) {
	if s.Over == eligibility.Members {
		u.members(l)
	}
	for _, t := range s.Terms {
		u.fact(t.Fact)
		if t.Unless != "" {
			u.unless[t.Unless] = true
		}
	}
}

func (u *uses) members(l *Law) {
	u.fact(eligibility.MembersComplete)
	u.definition(l, eligibility.MemberOf)
}

func (u *uses) definition(l *Law, id eligibility.DefinitionID) {
	if i, ok := l.statutes.definitions.At[id]; ok && u.definitions[id] == nil && l.definitions[i] != nil {
		u.definitions[id] = l.definitions[i]
		u.node(l, l.definitions[i].Root)
	}
}

// encoder writes values so that different ones never read the same. Bare, it leaves out what a node says to people.
type encoder struct {
	b    []byte
	to   hash.Hash // takes over what has been written, node by node; may be nil
	bare bool
}

func (e *encoder) flush() {
	if e.to != nil {
		e.to.Write(e.b)
		e.b = e.b[:0]
	}
}

func (e *encoder) text(texts ...string) {
	for _, t := range texts {
		e.b = append(binary.AppendUvarint(e.b, uint64(len(t))), t...)
	}
}

func (e *encoder) num(ns ...int64) {
	for _, n := range ns {
		e.b = binary.AppendVarint(e.b, n)
	}
}

func (e *encoder) yes(b bool) { e.num(int64(eligibility.TruthOf(b))) }

func (e *encoder) source(s vocab.Source) { e.text(s.Document, s.Article, s.URL, string(s.Provenance)) }

func (e *encoder) criterion(c eligibility.Criterion) {
	if !e.bare {
		e.text(c.ID, c.ZH, c.EN, c.Note)
		e.source(c.Source)
	}
}

func (e *encoder) operands(os ...eligibility.Operand) {
	for _, o := range os {
		e.text(string(o.Kind), string(o.Param), string(o.Fact))
		e.num(o.Number, o.Money.Fen(), o.Ratio.Num(), o.Ratio.Den())
	}
}

func (e *encoder) sum(s eligibility.Sum) {
	e.text(string(s.Over))
	e.num(int64(len(s.Terms)))
	for _, t := range s.Terms {
		e.text(string(t.Fact), string(t.Unless))
		e.yes(t.Minus)
	}
}

func (e *encoder) node(n *eligibility.Node) {
	e.flush()
	if e.yes(n != nil); n == nil {
		return
	}
	spec := n.Spec()
	s := &spec
	e.text(string(s.Kind), string(s.Op.Op), string(s.Op.Param), string(s.Fact), string(s.Unit), string(s.Group), string(s.Programme),
		string(s.Definition), string(s.Clause), string(s.State), s.Function.Name, s.Function.Version)
	e.criterion(s.Criterion)
	e.num(int64(s.N), int64(s.Const), int64(len(s.Facts)), int64(len(s.Words)), int64(len(s.Pairs)), int64(len(s.Kids)), int64(len(s.Branches)))
	e.yes(s.Required)
	e.operands(s.Than, s.Ratio, s.Heads, s.Months)
	e.sum(s.Left)
	e.sum(s.Right)
	for _, f := range s.Facts {
		e.text(string(f))
	}
	e.text(s.Words...)
	for _, p := range s.Pairs {
		e.text(string(p.Kind), string(p.Grade))
	}
	e.node(s.Where)
	for _, k := range s.Kids {
		e.node(k)
	}
	for _, b := range s.Branches {
		e.criterion(b.Criterion)
		e.node(b.When)
		e.node(b.Then)
	}
}

func (e *encoder) pay(p *eligibility.Pay) {
	if e.yes(p != nil); p == nil {
		return
	}
	e.text(string(p.Round))
	e.source(p.Source)
	e.sum(p.Deduct)
	e.num(int64(len(p.Parts)))
	for _, part := range p.Parts {
		e.criterion(part.Criterion)
		e.text(string(part.Kind))
		e.operands(part.Limit, part.Ratio, part.Heads, part.Months)
		e.sum(part.Left)
		e.node(part.When)
		e.node(part.Each)
	}
}

// value writes what a value says and how well it is known, but not whose it is or where it stands.
func (e *encoder) value(v *eligibility.Value) {
	if e.yes(v != nil); v != nil {
		e.num(v.Money.Fen(), v.Ratio.Num(), v.Ratio.Den(), int64(v.Count), v.Step.Unit.Fen())
		e.text(string(v.Per), string(v.Comparator), string(v.Step.Mode), string(v.Source.Provenance))
	}
}

// sum makes the fingerprint. Everything is sorted by key, so that the order of the acts does not matter.
func (l *Law) sum() eligibility.Fingerprint {
	e := &encoder{to: sha256.New()}
	e.text("shegong/eligibility", semantics, string(l.query.Ages.Convention), string(l.query.Ages.LeapDay))
	programmes := slices.DeleteFunc(slices.Clone(l.programmes), func(p *eligibility.Programme) bool { return p == nil })
	slices.SortFunc(programmes, func(a, b *eligibility.Programme) int { return cmp.Compare(a.ID, b.ID) })
	for _, p := range programmes {
		e.text("programme", string(p.ID), p.ZH, p.EN, string(p.Unit))
		e.source(p.Source)
		e.num(int64(len(p.Next)))
		for _, n := range p.Next {
			e.text(string(n))
		}
		e.pay(p.Pay)
		e.node(p.Root)
	}
	u := l.uses()
	for _, id := range slices.Sorted(maps.Keys(u.definitions)) {
		d := u.definitions[id]
		e.text("definition", string(d.ID), d.ZH, d.EN, string(d.Scope))
		e.source(d.Source)
		e.node(d.Root)
	}
	for _, k := range slices.Sorted(maps.Keys(u.params)) {
		i := l.statutes.values.At[k]
		e.text("parameter", string(k), string(l.statutes.params[i].Kind))
		e.yes(l.statutes.params[i].ByArea)
		e.value(l.valueAt(i, eligibility.Urban))
		e.value(l.valueAt(i, eligibility.Rural))
	}
	for _, k := range slices.Sorted(maps.Keys(u.unless)) {
		e.text("clause", string(k))
		if f := l.chosen.fills[l.statutes.fills.At[k]]; f != nil {
			e.text(string(f.Is.State))
		}
	}
	for _, k := range slices.Sorted(maps.Keys(u.facts)) {
		f, _ := l.statutes.dict.Lookup(k)
		e.text("fact", string(k), string(f.Scope), string(f.Kind))
		e.yes(f.Fixed)
		e.yes(f.Judgement)
		for _, w := range f.Words {
			e.text(w.Key)
		}
	}
	stackings := slices.SortedFunc(l.Stackings(), func(a, b eligibility.Stacking) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(int(eligibility.TruthOf(a.SameHousehold)), int(eligibility.TruthOf(b.SameHousehold))))
	})
	for _, s := range stackings {
		e.text("stacking", string(s.A), string(s.B), string(s.Rule), s.ZH, s.EN)
		e.yes(s.SameHousehold)
		e.source(s.Source)
	}
	e.flush()
	return eligibility.Fingerprint(e.to.Sum(nil))
}

// sameMeaning reports whether two trees ask the same, whatever they call it.
func sameMeaning(a, b *eligibility.Node) bool {
	x, y := &encoder{bare: true}, &encoder{bare: true}
	x.node(a)
	y.node(b)
	return bytes.Equal(x.b, y.b)
}
