package eligibility

// What readers that write text need, without copying lists.

// ID returns the ID of the node's criterion.
func (n *Node) ID() string { return n.s.Criterion.ID }

// Fact returns the fact that a node reads (事实): empty for kinds that read none or several.
func (n *Node) Fact() FactKey { return n.s.Fact }

// Comparison returns how a node compares (比较方式).
func (n *Node) Comparison() Comparison { return n.s.Op }

// Number returns the number of a node that has one: full years, units of a term, people, or kids.
func (n *Node) Number() int { return n.s.N }

// Unit returns the unit of a KindElapsed node.
func (n *Node) Unit() Unit { return n.s.Unit }

// Line returns what a node compares with (界限): of a KindCompare node Limit alone, of a KindPerHead node all factors, of a
// KindShare node the ratio.
func (n *Node) Line() Line {
	return Line{Limit: n.s.Than, Ratio: n.s.Ratio, Heads: n.s.Heads, Months: n.s.Months}
}

// AddsUp returns over whom the left side of a KindPerHead or KindShare node is summed, empty for whoever is in view, and the
// first fact of it.
func (n *Node) AddsUp() (over Group, first FactKey) {
	if len(n.s.Left.Terms) > 0 {
		first = n.s.Left.Terms[0].Fact
	}
	return n.s.Left.Over, first
}

// Texts returns the names of a fact and what to ask for when it is not known, all empty for a key that d does not have.
func (d *Dictionary) Texts(k FactKey) (zh, en, obtain string) {
	if i, ok := d.at[k]; ok {
		f := &d.facts[i]
		return f.ZH, f.EN, f.Obtain
	}
	return "", "", ""
}

// State returns what is recorded about the clause of a KindOpen node of an effective tree.
func (n *Node) State() ClauseState { return n.s.State }

// Clause returns the clause of a KindOpen node.
func (n *Node) Clause() ClauseKey { return n.s.Clause }

// Definition returns the definition of a KindDefined node.
func (n *Node) Definition() DefinitionID { return n.s.Definition }
