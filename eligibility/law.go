package eligibility

import (
	"encoding/hex"
	"iter"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
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

// Fingerprint identifies the effective rules of a law (规则指纹): a SHA-256 sum.
type Fingerprint [32]byte

// String is the fingerprint in hexadecimal.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// Law is the law of one place on one day (适用规则): Statutes with every version chosen, every value found, every clause
// filled and every override applied. It is immutable and safe for concurrent use.
type Law struct {
	query      Query
	statutes   *Statutes
	fictitious string // the path of an invented rule in it; "" where there is none

	// All by slot of the Statutes.
	programmes  []*Programme  // nil: not in force. Root is the effective tree
	definitions []*Definition // nil: not in force
	values      [][2]*Value   // for town and country; nil: no value in force
	fills       []*Fill       // nil: not recorded

	stackings   []Stacking
	deadlines   []Deadline
	fingerprint func() Fingerprint

	code compiled // what compile makes of the trees
}

// Query returns what was asked for, with Ages filled in.
func (l *Law) Query() Query { return l.query }

// Dictionary returns the dictionary that the law and its cases share.
func (l *Law) Dictionary() *Dictionary { return l.statutes.dict }

// Fictitious reports that an invented rule or value is in the law: whatever comes of it says 虚构标准，仅供演示.
func (l *Law) Fictitious() bool { return l.fictitious != "" }

// Fingerprint identifies what the law says: the version of the engine's semantics, the rule of ages, the effective trees
// of the programmes in force, their stacking, and the facts, clauses and values these read. Two counties with the same
// effective rules share it, whatever documents their values come from; a value that no rule in force reads does not
// change it. The day is no part of it. It is computed once, when first asked for.
func (l *Law) Fingerprint() Fingerprint { return l.fingerprint() }

// Programmes iterates over the programmes in force, in the order in which the acts first declare them. Root is the effective
// tree: overrides are applied, and open nodes carry their State and, where a rule was enacted, Kids[0].
func (l *Law) Programmes() iter.Seq[Programme] {
	return func(yield func(Programme) bool) {
		for _, p := range l.programmes {
			if p != nil && !yield(p.clone()) {
				return
			}
		}
	}
}

// Programme returns a programme in force, with its effective tree. Not in force and unknown are both false; Statutes.Acts
// tells them apart.
func (l *Law) Programme(id ProgrammeID) (Programme, bool) {
	i, ok := l.statutes.programmes.at[id]
	if !ok || l.programmes[i] == nil {
		return Programme{}, false
	}
	return l.programmes[i].clone(), true
}

// Definition returns a definition in force, with its effective tree.
func (l *Law) Definition(id DefinitionID) (Definition, bool) {
	i, ok := l.statutes.definitions.at[id]
	if !ok || l.definitions[i] == nil {
		return Definition{}, false
	}
	return *l.definitions[i], true
}

// Parameter returns the declaration of a parameter, whether or not it has a value.
func (l *Law) Parameter(k ParamKey) (Parameter, bool) {
	i, ok := l.statutes.values.at[k]
	if !ok {
		return Parameter{}, false
	}
	return l.statutes.params[i].clone(), true
}

// Value returns the value of a parameter for town or country, or for both (a "") where it does not differ.
func (l *Law) Value(k ParamKey, a Area) (Value, bool) {
	i, ok := l.statutes.values.at[k]
	if !ok {
		return Value{}, false
	}
	if v := l.valueAt(i, a); v != nil {
		return *v, true
	}
	return Value{}, false
}

// valueAt is Value by slot; nil where there is none, or where a is "" and the values differ.
func (l *Law) valueAt(slot int, a Area) *Value {
	v := &l.values[slot]
	switch {
	case a == Urban:
		return v[0]
	case a == Rural || v[0] == v[1]:
		return v[1]
	}
	return nil
}

// Fill returns what is recorded about a clause: the nearest place that enacted something, or else the nearest that is known to
// have enacted nothing. Ok is false where nothing is recorded or the clause is not declared.
func (l *Law) Fill(k ClauseKey) (Clause, Fill, bool) {
	i, ok := l.statutes.fills.at[k]
	if !ok {
		return Clause{}, Fill{}, false
	}
	if l.fills[i] == nil {
		return l.statutes.clauses[i], Fill{}, false
	}
	return l.statutes.clauses[i], *l.fills[i], true
}

// Function returns the registered function of this name and version.
func (l *Law) Function(ref FunctionRef) (Function, bool) {
	f, ok := l.statutes.functions[ref]
	f.Facts = slices.Clone(f.Facts)
	return f, ok
}

// Stackings iterates over the rules on what may be held together, of two for one pair the one of the smaller place.
func (l *Law) Stackings() iter.Seq[Stacking] { return slices.Values(l.stackings) }

// Deadlines iterates over the time limits in force, of two with one ID the one of the smaller place.
func (l *Law) Deadlines() iter.Seq[Deadline] { return slices.Values(l.deadlines) }

// Walk iterates over the effective tree of a programme with the depth of each node, in drafter's order: a quantifier's
// Where before its kid, a rule before its exceptions, of each exception When before Then, and a definition's tree below
// every node that uses it. A programme that is not in force has no nodes.
func (l *Law) Walk(p ProgrammeID) iter.Seq2[int, *Node] {
	return func(yield func(int, *Node) bool) {
		if i, ok := l.statutes.programmes.at[p]; ok && l.programmes[i] != nil {
			l.walk(0, l.programmes[i].Root, yield)
		}
	}
}

func (l *Law) walk(depth int, n *Node, yield func(int, *Node) bool) bool {
	if !yield(depth, n) {
		return false
	}
	if n.s.Kind == KindDefined {
		return l.walk(depth+1, l.definitions[l.statutes.definitions.at[n.s.Definition]].Root, yield)
	}
	for _, kid := range n.below() {
		if !l.walk(depth+1, kid, yield) {
			return false
		}
	}
	return true
}

// below lists the nodes directly below n in drafter's order.
func (n *Node) below() []*Node {
	if n.s.Where == nil && len(n.s.Branches) == 0 {
		return n.s.Kids
	}
	var nodes []*Node
	if n.s.Where != nil {
		nodes = append(nodes, n.s.Where)
	}
	nodes = append(nodes, n.s.Kids...)
	for _, b := range n.s.Branches {
		nodes = append(nodes, b.When, b.Then)
	}
	return nodes
}
