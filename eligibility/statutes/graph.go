package statutes

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes/internal/shelf"
)

// A version is one tree of a programme or definition with where and when it applies.
type version struct {
	tree  *tree
	force cal.Period
	place division.Code
}

// A patch is an override with the tree it puts in.
type patch struct {
	rule *shelf.Rule[eligibility.Override]
	tree *tree
}

// override checks that what is replaced exists wherever and whenever it is to be replaced, and what replaces it.
func (c *checker) override(path string, a *eligibility.Act, o eligibility.Override) {
	r := known(c, newRule(c, a, path, o, o.Division, o.Force, o.Source), o.Recorded)
	whole, v := target{programme: o.Programme}, vertex{eligibility.KindQualifies, string(o.Programme)}
	if o.Definition != "" {
		whole, v = target{definition: o.Definition}, vertex{eligibility.KindDefined, string(o.Definition)}
	}
	switch {
	case (o.Programme == "") == (o.Definition == ""):
		c.bad(path+".programme", eligibility.ErrField, "field", "programme")
		return
	case c.versions[whole] == nil && o.Programme != "":
		c.bad(path+".programme", eligibility.ErrProgramme)
		return
	case c.versions[whole] == nil:
		c.bad(path+".definition", eligibility.ErrDefinition)
		return
	}
	here := at{path: path + ".with", own: o.Programme, force: r.Force, place: r.Place, known: r.Recorded}
	var bases []*tree
	for _, v := range c.versions[whole] {
		if !v.force.Overlaps(r.Force) || !shelf.Within(v.place, r.Place) && !shelf.Within(r.Place, v.place) {
			continue
		}
		base, ok := v.tree.spots[o.Node]
		if !ok || !base.node {
			c.bad(path+".node", eligibility.ErrNode)
			return
		}
		if len(bases) > 0 && (base.view != here.view) {
			c.bad(path+".node", eligibility.ErrScope)
		}
		here.view, here.barred, here.depth, here.fan = base.view, here.barred || base.barred, max(here.depth, base.depth), max(here.fan, base.fan)
		bases = append(bases, v.tree)
	}
	if len(bases) == 0 {
		c.bad(path+".force", eligibility.ErrForce)
		return
	}
	t := c.plant(v, path)
	c.walk(t, o.With, here)
	r.Invented = r.Invented || t.invented
	for _, base := range bases {
		for id, s := range t.spots {
			if was, ok := base.spots[id]; ok && (!base.inside(id, o.Node) || was.view != s.view || was.barred != s.barred) {
				c.bad(path+".with", eligibility.ErrTwice)
				break
			}
		}
	}
	c.s.overrides.Add(target{o.Programme, o.Definition, o.Node}, r)
	c.patches[whole] = append(c.patches[whole], patch{r, t})
}

// inside reports that a criterion is the top one or stands below it.
func (t *tree) inside(id, top string) bool {
	for ; id != ""; id = t.spots[id].up {
		if id == top {
			return true
		}
	}
	return false
}

// unique checks what may come together in one effective tree: no criterion has the ID of another, no override takes away a
// node that another replaces, and a clause that stands in a tree is filled by rules, not by bare switches.
func (c *checker) unique() {
	filled := make(map[vertex]bool)
	for _, v := range c.order {
		for _, t := range c.trees[v] {
			for _, e := range t.edges {
				filled[e.to] = true
			}
		}
	}
	for _, r := range c.switches {
		if filled[vertex{eligibility.KindOpen, string(r.Is.Clause)}] {
			c.bad(r.Path+".node", eligibility.ErrNode)
		}
	}
	for _, v := range c.order {
		whole := target{programme: eligibility.ProgrammeID(v.key)}
		if v.kind == eligibility.KindDefined {
			whole = target{definition: eligibility.DefinitionID(v.key)}
		}
		for _, base := range c.versions[whole] {
			if v.kind != eligibility.KindOpen {
				c.meet(base, c.patches[whole])
			}
		}
	}
}

// meet checks one version with all that may be put into it.
func (c *checker) meet(base version, patches []patch) {
	const own = "own"
	owner := make(map[string]string)
	claim := func(t *tree, whose string) {
		for id := range t.spots {
			if was := owner[id]; was == "" {
				owner[id] = whose
			} else if was != whose && (was != own || whose[0] == '?') {
				c.once(t.path, eligibility.ErrTwice)
			}
		}
	}
	claim(base.tree, own)
	queue := slices.Clone(base.tree.edges)
	for _, p := range patches {
		claim(p.tree, "!"+p.rule.Is.Node) // it may keep what it replaces: override has looked at that
		queue = append(queue, p.tree.edges...)
		for _, q := range patches {
			lost := q.rule.Is.Node != p.rule.Is.Node && base.tree.inside(q.rule.Is.Node, p.rule.Is.Node) && !p.tree.spots[q.rule.Is.Node].node
			if lost && p.rule.Force.Overlaps(q.rule.Force) && (shelf.Within(p.rule.Place, q.rule.Place) || shelf.Within(q.rule.Place, p.rule.Place)) {
				c.once(q.rule.Path+".node", eligibility.ErrNode)
			}
		}
	}
	seen := make(map[vertex]bool)
	for ; len(queue) > 0; queue = queue[1:] {
		if v := queue[0].to; v.kind == eligibility.KindOpen && !seen[v] {
			seen[v] = true
			for _, t := range c.trees[v] {
				claim(t, "?"+v.key)
				queue = append(queue, t.edges...)
			}
		}
	}
}

// A mark is what is known of a vertex with everything it rests on.
type mark struct {
	busy   bool
	barred bool // Qualifies or Together is in it
	nodes  int
	work   int
	depth  int
}

// graph looks for what rests on itself, for what is too large when entered wherever it is used or takes too long to ask of the
// largest case, and for definitions and
// rules that speak of Qualifies where they are negated.
func (c *checker) graph() {
	marks := make(map[vertex]*mark)
	var visit func(vertex) *mark
	visit = func(v vertex) *mark {
		m := &mark{busy: true}
		marks[v] = m
		for _, t := range c.trees[v] {
			nodes, work, depth := t.nodes, t.work, t.depth
			for _, e := range t.edges {
				to := marks[e.to]
				switch {
				case e.to.kind == eligibility.KindTogether:
					to = &mark{barred: true}
				case to == nil:
					to = visit(e.to)
				case to.busy:
					c.once(e.path, eligibility.ErrCycle)
					continue
				}
				work = times(to.work, e.fan, work)
				barred := to.barred
				if e.to.kind == eligibility.KindQualifies {
					barred = true
				} else {
					nodes, depth = min(nodes+to.nodes, maxWhole+1), max(depth, e.depth+1+to.depth)
				}
				if m.barred = m.barred || barred; barred && e.barred {
					c.once(e.path, eligibility.ErrNegative)
				}
			}
			m.nodes, m.work, m.depth = max(m.nodes, nodes), max(m.work, work), max(m.depth, depth)
			if nodes > maxWhole || work > maxWork {
				c.once(t.path, eligibility.ErrTooMany)
			}
			if depth > maxFloor {
				c.once(t.path, eligibility.ErrDepth)
			}
		}
		m.busy = false
		return m
	}
	for _, v := range c.order {
		if marks[v] == nil {
			visit(v)
		}
	}
}
