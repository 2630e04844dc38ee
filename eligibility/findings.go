package eligibility

import (
	"math"

	"github.com/shegong/shegong/station/cal"
)

// AppendFindings appends the state of every node of the programme in drafter's order (研判明细), a definition's tree below
// every node that uses it, each group once for every member or relative: members whose membership is not excluded, and for
// whom Where fails only Where itself. The first finding is the programme's root and says what Truth says. With room in dst
// it allocates nothing, but for custom functions.
//
// Errors are ErrDictionary, ErrProgramme, ErrNotInForce and ErrRow; a conflict of exceptions is a finding.
func (l *Law) AppendFindings(dst []Finding, c *Case, row int, p ProgrammeID) ([]Finding, error) {
	slot, v, err := l.open(c, row, p)
	if err != nil {
		return dst, err
	}
	m := l.machine(c)
	defer m.rest()
	first := len(dst)
	m.explaining, m.findings, m.next = true, dst, first
	m.programme(slot, v.person)
	if c.unverified > 0 {
		m.rows = m.members.met | m.members.open
		m.verified, m.second, m.next, m.depth = true, true, first, 0
		m.start()
		m.programme(slot, v.person)
	}
	return m.findings, nil
}

// explain evaluates an op and leaves a finding, in front of those of the ops below it.
func (m *machine) explain(pc, f int) Truth {
	i := m.next
	if m.next++; !m.second {
		fd := Finding{Node: m.p.nodes[pc], Depth: m.depth}
		switch v := m.frames[f]; {
		case v.tie >= 0:
			fd.Scope, fd.Row = PerTie, v.tie
		case v.person >= 0:
			fd.Scope, fd.Row = PerPerson, v.person
		default:
			fd.Scope = PerHousehold
		}
		m.findings = append(m.findings, fd)
	}
	before := m.conflict
	m.conflict = 0
	m.depth++
	t := m.eval(pc, f)
	m.depth--
	fd := &m.findings[i]
	if m.second {
		fd.Verified = t
	} else {
		fd.Stated, fd.Verified = t, t
		fd.Conflict = m.conflict>>32 == int64(pc+1)
		m.measure(fd, pc, f)
	}
	if m.conflict == 0 {
		m.conflict = before
	}
	return t
}

// measure adds to a finding what was compared.
func (m *machine) measure(fd *Finding, pc, f int) {
	o := &m.p.ops[pc]
	a, ok := m.side(o)
	switch o.code {
	case opSome, opMany:
		if n := &fd.Node.s; n.Kind == KindAtLeast || n.Kind == KindCount {
			fd.Unit, fd.Actual, fd.HasActual = CountFact, m.fewest, m.fewest == m.utmost
			fd.Limit, fd.HasLimit, fd.Scale = int64(n.N), true, 1
			fd.settle(m.countOrder(n))
		}
	case opRange, opWords, opPairs:
		fd.Unit = m.l.statutes.dict.facts[m.p.keys[o.from][o.slot]].Kind
		fd.Actual, fd.HasActual = m.fact(m.frames[f], o.from, o.slot)
		fd.Scale = 1
		if o.code == opRange && o.cmp[a] != 0 {
			m.limit(fd, o, a, ok)
		}
	case opLine:
		ln := &m.p.lines[o.arg]
		left, _, known := m.total(&ln.left, f)
		fd.Unit, fd.HasActual = m.unit(ln), known && ok
		fd.Actual, fd.Scale = capped(left, ln.by.den[a]), ln.by.den[a]
		by, known := m.factor(&ln.by, f, a)
		if fd.HasLimit = known && ok; ln.share {
			right, _, known := m.total(&ln.right, f)
			by, fd.HasLimit = capped(by, right), known && fd.HasLimit
		}
		fd.Limit = by
		fd.settle(o.cmp[a])
	}
	if !fd.HasActual {
		fd.Actual = 0
	}
	if !fd.HasLimit {
		fd.Limit = 0
	}
}

func (m *machine) countOrder(s *Spec) order {
	if s.Kind == KindAtLeast {
		return exactly | above
	}
	return orderOf(s.Op.Op)
}

// unit is the kind of the facts that a line compares.
func (m *machine) unit(ln *line) FactKind {
	if len(ln.left.terms) == 0 {
		return MoneyFact // of a sum whose every term a clause leaves out
	}
	t := ln.left.terms[0]
	return m.l.statutes.dict.facts[m.p.keys[t.from][t.slot]].Kind
}

// limit adds the limit of a range, and of an age or a term the full units.
func (m *machine) limit(fd *Finding, o *op, a int, known bool) {
	cmp := o.cmp[a]
	switch s := &fd.Node.s; s.Kind {
	case KindAge, KindElapsed:
		fd.Unit, fd.Limit, fd.HasLimit = CountFact, int64(s.N), true
		if fd.HasActual {
			fd.Actual, fd.HasActual = m.full(s, unpackDay(fd.Actual))
		}
	default:
		fd.HasLimit = known
		switch cmp {
		case exactly | above, exactly:
			fd.Limit = o.lo[a]
		case exactly | below:
			fd.Limit = o.hi[a]
		case above:
			fd.Limit = o.lo[a] - 1
		case below:
			fd.Limit = o.hi[a] + 1
		}
	}
	fd.settle(cmp)
}

// full is how many full units, or years of age, are over since d; for a term that lies ahead it is below zero.
func (m *machine) full(s *Spec, d cal.Date) (int64, bool) {
	on := m.l.query.On
	later := cal.Date.AddYears
	n := on.Year() - d.Year()
	switch {
	case s.Kind == KindAge:
		years, ok := cal.Age(d, on, m.l.query.Ages)
		return int64(years), ok
	case s.Unit == Days:
		days, ok := d.DaysUntil(on)
		return int64(days), ok
	case s.Unit == Months:
		later = cal.Date.AddMonths
		n = n*12 + int(on.Month()) - int(d.Month())
	}
	if due := later(d, n); due.IsZero() || due.After(on) {
		n--
	}
	return int64(n), true
}

// settle sets the margin: how far the actual number lies on the side of the limit that is met.
func (fd *Finding) settle(cmp order) {
	if !fd.HasActual || !fd.HasLimit {
		return
	}
	over, ok := minus(fd.Actual, fd.Limit)
	if fd.Unit == DateFact {
		days, _ := unpackDay(fd.Limit).DaysUntil(unpackDay(fd.Actual))
		over, ok = int64(days), true
	}
	if !ok {
		over = math.MaxInt64 * int64(sign(fd.Actual))
	}
	switch {
	case cmp == exactly:
		fd.Margin = -max(over, -over)
	case cmp&below != 0:
		fd.Margin = -over
	default:
		fd.Margin = over
	}
}

func minus(a, b int64) (int64, bool) {
	d := a - b
	return d, (a >= b) == (d >= 0)
}
