package statutes

import (
	"iter"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// Query asks for the law of one place on one day, as known on another (查询条件).
type Query struct {
	Division division.Code // zero: the national rules alone
	On       cal.Date      // the day whose law applies
	KnownOn  cal.Date      // what had been recorded by then; zero: all there is
	Ages     cal.AgeRule   // zero: cal.CivilCode()
	// Fictitious lets invented rules and values in, for tests and demonstrations. Without it a law that would contain
	// one is refused.
	Fictitious bool
}

// Law is the law of one place on one day (适用规则): Statutes with every version chosen, every value found, every clause
// filled and every override applied. It is immutable and safe for concurrent use. Laws come from [Statutes.At];
// the zero Law says nothing: ask it for its Dictionary only.
type Law struct {
	query      Query
	statutes   *Statutes
	fictitious string // the path of an invented rule in it; "" where there is none

	chosen      chosen
	programmes  []*eligibility.Programme  // by slot; nil: not in force. Root is the effective tree
	definitions []*eligibility.Definition // by slot; nil: not in force
	fingerprint func() eligibility.Fingerprint
	criteria    func() map[standing]eligibility.Criterion
}

// Query returns what was asked for, with Ages filled in.
func (l *Law) Query() Query { return l.query }

// Dictionary returns the dictionary that the law and its cases share; nil for no law and for the zero Law.
func (l *Law) Dictionary() *eligibility.Dictionary {
	if l == nil || l.statutes == nil {
		return nil
	}
	return l.statutes.dict
}

// Fictitious reports that an invented rule or value is in the law: whatever comes of it says 虚构标准，仅供演示.
func (l *Law) Fictitious() bool { return l.fictitious != "" }

// Fingerprint identifies what the law says: the version of the engine's semantics, the rule of ages, the effective trees
// of the programmes in force, their stacking, and the facts, clauses and values these read. Two counties with the same
// effective rules share it, whatever documents their values come from; a value that no rule in force reads does not
// change it. The day is no part of it. It is computed once, when first asked for.
func (l *Law) Fingerprint() eligibility.Fingerprint { return l.fingerprint() }

// Programmes iterates over the programmes in force, in the order in which the acts first declare them. Root is the effective
// tree: overrides are applied, and open nodes carry their State and, where a rule was enacted, Kids[0].
func (l *Law) Programmes() iter.Seq[eligibility.Programme] {
	return func(yield func(eligibility.Programme) bool) {
		for _, p := range l.programmes {
			if p != nil && !yield(cloneProgramme(*p)) {
				return
			}
		}
	}
}

// AllProgrammes iterates over all programmes of the statutes by ID, each with its version in force, or nil.
func (l *Law) AllProgrammes() iter.Seq2[eligibility.ProgrammeID, *eligibility.Programme] {
	return func(yield func(eligibility.ProgrammeID, *eligibility.Programme) bool) {
		for i, id := range l.statutes.programmes.Keys() {
			var p *eligibility.Programme
			if l.programmes[i] != nil {
				c := cloneProgramme(*l.programmes[i])
				p = &c
			}
			if !yield(id, p) {
				return
			}
		}
	}
}

// Definitions iterates over the definitions in force, in the order in which the acts first declare them.
func (l *Law) Definitions() iter.Seq[eligibility.Definition] {
	return func(yield func(eligibility.Definition) bool) {
		for _, d := range l.definitions {
			if d != nil && !yield(*d) {
				return
			}
		}
	}
}

// Programme returns a programme in force, with its effective tree. Not in force and unknown are both false; Statutes.Acts
// tells them apart.
func (l *Law) Programme(id eligibility.ProgrammeID) (eligibility.Programme, bool) {
	i, ok := l.statutes.programmes.At[id]
	if !ok || l.programmes[i] == nil {
		return eligibility.Programme{}, false
	}
	return cloneProgramme(*l.programmes[i]), true
}

// Definition returns a definition in force, with its effective tree.
func (l *Law) Definition(id eligibility.DefinitionID) (eligibility.Definition, bool) {
	i, ok := l.statutes.definitions.At[id]
	if !ok || l.definitions[i] == nil {
		return eligibility.Definition{}, false
	}
	return *l.definitions[i], true
}

// Parameter returns the declaration of a parameter, whether or not it has a value.
func (l *Law) Parameter(k eligibility.ParamKey) (eligibility.Parameter, bool) {
	i, ok := l.statutes.values.At[k]
	if !ok {
		return eligibility.Parameter{}, false
	}
	return cloneParameter(l.statutes.params[i]), true
}

// Takes returns what the values of a parameter are, and whether they may differ between town and country.
func (l *Law) Takes(k eligibility.ParamKey) (kind eligibility.ParamKind, byArea bool) {
	i, ok := l.statutes.values.At[k]
	if !ok {
		return "", false
	}
	return l.statutes.params[i].Kind, l.statutes.params[i].ByArea
}

// Value returns the value of a parameter for town or country, or for both (a "") where it does not differ.
func (l *Law) Value(k eligibility.ParamKey, a eligibility.Area) (eligibility.Value, bool) {
	i, ok := l.statutes.values.At[k]
	if !ok {
		return eligibility.Value{}, false
	}
	if v := l.valueAt(i, a); v != nil {
		return *v, true
	}
	return eligibility.Value{}, false
}

// valueAt is Value by slot; nil where there is none, or where a is "" and the values differ.
func (l *Law) valueAt(slot int, a eligibility.Area) *eligibility.Value {
	r := l.chosen.town[slot]
	if a != eligibility.Urban {
		if a != eligibility.Rural && r != l.chosen.country[slot] {
			return nil
		}
		r = l.chosen.country[slot]
	}
	if r == nil {
		return nil
	}
	return &r.Is
}

// Fill returns what is recorded about a clause: the nearest place that enacted something, or else the nearest that is known to
// have enacted nothing. Ok is false where nothing is recorded or the clause is not declared.
func (l *Law) Fill(k eligibility.ClauseKey) (eligibility.Clause, eligibility.Fill, bool) {
	i, ok := l.statutes.fills.At[k]
	if !ok {
		return eligibility.Clause{}, eligibility.Fill{}, false
	}
	if l.chosen.fills[i] == nil {
		return l.statutes.clauses[i], eligibility.Fill{}, false
	}
	return l.statutes.clauses[i], l.chosen.fills[i].Is, true
}

// Function returns the registered function of this name and version.
func (l *Law) Function(ref eligibility.FunctionRef) (Function, bool) {
	f, ok := l.statutes.functions[ref]
	f.Facts = slices.Clone(f.Facts)
	return f, ok
}

// Stackings iterates over the rules on what may be held together, of two for one pair the one of the smaller place.
func (l *Law) Stackings() iter.Seq[eligibility.Stacking] { return said(l.chosen.stackings) }

// Deadlines iterates over the time limits in force, of two with one ID the one of the smaller place.
func (l *Law) Deadlines() iter.Seq[eligibility.Deadline] { return said(l.chosen.deadlines) }

// said iterates over what the rules say that there are.
func said[T any](rs []*shelf.Rule[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range rs {
			if r != nil && !yield(r.Is) {
				return
			}
		}
	}
}

// Walk iterates over the effective tree of a programme with the depth of each node, in drafter's order: a quantifier's
// Where before its kid, a rule before its exceptions, of each exception When before Then, and a definition's tree below
// every node that uses it. A programme that is not in force has no nodes.
func (l *Law) Walk(p eligibility.ProgrammeID) iter.Seq2[int, *eligibility.Node] {
	return func(yield func(int, *eligibility.Node) bool) {
		if i, ok := l.statutes.programmes.At[p]; ok && l.programmes[i] != nil {
			l.walk(0, l.programmes[i].Root, yield)
		}
	}
}

// Under is Walk from any node of an effective tree: of a Pay, for instance.
func (l *Law) Under(root *eligibility.Node) iter.Seq2[int, *eligibility.Node] {
	return func(yield func(int, *eligibility.Node) bool) { l.walk(0, root, yield) }
}

func (l *Law) walk(depth int, n *eligibility.Node, yield func(int, *eligibility.Node) bool) bool {
	if n == nil {
		return true
	}
	if !yield(depth, n) {
		return false
	}
	if n.Kind() == eligibility.KindDefined {
		return l.walk(depth+1, l.definitions[l.statutes.definitions.At[n.Definition()]].Root, yield)
	}
	for kid := range n.EachBelow() {
		if !l.walk(depth+1, kid, yield) {
			return false
		}
	}
	return true
}

// A standing is where a criterion stands: in a programme, under its ID.
type standing struct {
	programme eligibility.ProgrammeID
	id        string
}

// Criterion returns what a criterion of a programme in force says (条件), wherever in it the criterion stands: in its tree, in a
// definition or local rule that the tree uses, or in what the programme pays. Of two with one ID, one of them in a definition,
// it is the first in drafter's order.
func (l *Law) Criterion(p eligibility.ProgrammeID, id string) (eligibility.Criterion, bool) {
	c, ok := l.criteria()[standing{p, id}]
	return c, ok
}

// listed lists every criterion by its place.
func (l *Law) listed() map[standing]eligibility.Criterion {
	all := make(map[standing]eligibility.Criterion)
	for _, p := range l.programmes {
		if p == nil {
			continue
		}
		add := func(c eligibility.Criterion) {
			if _, ok := all[standing{p.ID, c.ID}]; !ok {
				all[standing{p.ID, c.ID}] = c
			}
		}
		tree := func(root *eligibility.Node) {
			if root == nil {
				return
			}
			for _, n := range l.Under(root) {
				add(n.Criterion())
				for _, b := range n.Spec().Branches {
					add(b.Criterion)
				}
			}
		}
		tree(p.Root)
		if p.Pay != nil {
			for _, part := range p.Pay.Parts {
				add(part.Criterion)
				tree(part.When)
				tree(part.Each)
			}
		}
	}
	return all
}

// Names returns the names of what is missing, and what to ask for and of whom. A standard or rule that is not recorded is
// the office's to record and has nothing to ask the family for.
func (l *Law) Names(n eligibility.Need) (zh, en, obtain string) {
	switch n.Kind {
	case eligibility.FactNeed, eligibility.JudgementNeed:
		return l.statutes.dict.Texts(n.Fact)
	case eligibility.ParamNeed:
		if i, ok := l.statutes.values.At[n.Param]; ok {
			return l.statutes.params[i].ZH, l.statutes.params[i].EN, ""
		}
	case eligibility.ClauseNeed:
		if i, ok := l.statutes.fills.At[n.Clause]; ok {
			return l.statutes.clauses[i].ZH, l.statutes.clauses[i].EN, ""
		}
	}
	return "", "", ""
}

// Title returns the names of a programme in force and what it is about, all empty for any other.
func (l *Law) Title(p eligibility.ProgrammeID) (zh, en string, unit eligibility.Scope) {
	if i, ok := l.statutes.programmes.At[p]; ok && l.programmes[i] != nil {
		return l.programmes[i].ZH, l.programmes[i].EN, l.programmes[i].Unit
	}
	return "", "", ""
}
