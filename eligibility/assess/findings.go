package assess

import (
	"math"

	"github.com/shegong/shegong/station/cal"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

// AppendFindings appends the state of every node of the programme in drafter's order (研判明细), a definition's tree below
// every node that uses it, each group once for every member or relative: members whose membership is not excluded, and for
// whom Where fails only Where itself. The first finding is the programme's root and says what Truth says. With room in dst
// it allocates nothing, but for custom functions.
//
// Errors are ErrDictionary, ErrProgramme, ErrNotInForce and ErrRow; a conflict of exceptions is a finding.
func (e *Engine) AppendFindings(dst []eligibility.Finding, c *eligibility.Case, row int, p eligibility.ProgrammeID) ([]eligibility.Finding, error) {
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return dst, err
	}
	m := e.machine(c)
	defer m.rest()
	first := len(dst)
	m.explaining, m.findings, m.next = true, dst, first
	m.programme(slot, v.person)
	if c.Unverified() > 0 {
		m.rows = m.members.met | m.members.open
		m.verified, m.second, m.next, m.depth = true, true, first, 0
		m.start()
		m.programme(slot, v.person)
	}
	return m.findings, nil
}

// explain evaluates an op and leaves a finding, in front of those of the ops below it.
func (m *machine) explain(pc, f int) eligibility.Truth {
	i := m.next
	if m.next++; !m.second {
		m.findings = append(m.findings, eligibility.Finding{})
		fd := &m.findings[i]
		fd.Node, fd.Depth = m.p.Nodes[pc], m.depth
		switch v := m.frames[f]; {
		case v.tie >= 0:
			fd.Scope, fd.Row = eligibility.PerTie, v.tie
		case v.person >= 0:
			fd.Scope, fd.Row = eligibility.PerPerson, v.person
		default:
			fd.Scope = eligibility.PerHousehold
		}
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
func (m *machine) measure(fd *eligibility.Finding, pc, f int) {
	o := &m.p.Ops[pc]
	a, ok := m.side(o)
	switch o.Code {
	case program.OpSome, program.OpMany:
		if n := fd.Node; n.Kind() == eligibility.KindAtLeast || n.Kind() == eligibility.KindCount {
			fd.Unit, fd.Actual, fd.HasActual = eligibility.CountFact, m.fewest, m.fewest == m.utmost
			fd.Limit, fd.HasLimit, fd.Scale = int64(n.Number()), true, 1
			settle(fd, m.countOrder(n))
		}
	case program.OpRange, program.OpWords, program.OpPairs:
		fd.Unit = m.p.Facts[o.From][o.Slot].Kind
		fd.Actual, fd.HasActual = m.fact(m.frames[f], o.From, o.Slot)
		fd.Scale = 1
		if o.Code == program.OpRange && o.Cmp[a] != 0 {
			m.limit(fd, o, a, ok)
		}
	case program.OpLine:
		ln := &m.p.Lines[o.Arg]
		left, _, known := m.total(&ln.Left, f)
		fd.Unit, fd.HasActual = m.unit(ln), known && ok
		fd.Actual, fd.Scale = program.Capped(left, ln.By.Den[a]), ln.By.Den[a]
		by, known := m.factor(&ln.By, f, a)
		if fd.HasLimit = known && ok; ln.Share {
			right, _, known := m.total(&ln.Right, f)
			by, fd.HasLimit = program.Capped(by, right), known && fd.HasLimit
		}
		fd.Limit = by
		settle(fd, o.Cmp[a])
	}
	if !fd.HasActual {
		fd.Actual = 0
	}
	if !fd.HasLimit {
		fd.Limit = 0
	}
}

func (m *machine) countOrder(n *eligibility.Node) program.Order {
	if n.Kind() == eligibility.KindAtLeast {
		return program.Exactly | program.Above
	}
	return program.OrderOf(n.Comparison().Op)
}

// unit is the kind of the facts that a line compares.
func (m *machine) unit(ln *program.Line) eligibility.FactKind {
	if len(ln.Left.Terms) == 0 {
		return eligibility.MoneyFact // of a sum whose every term a clause leaves out
	}
	t := ln.Left.Terms[0]
	return m.p.Facts[t.From][t.Slot].Kind
}

// limit adds the limit of a range, and of an age or a term the full units.
func (m *machine) limit(fd *eligibility.Finding, o *program.Op, a int, known bool) {
	cmp := o.Cmp[a]
	switch n := fd.Node; n.Kind() {
	case eligibility.KindAge, eligibility.KindElapsed:
		fd.Unit, fd.Limit, fd.HasLimit = eligibility.CountFact, int64(n.Number()), true
		if fd.HasActual {
			fd.Actual, fd.HasActual = m.full(n, eligibility.UnpackDay(fd.Actual))
		}
	default:
		fd.HasLimit = known
		switch cmp {
		case program.Exactly | program.Above, program.Exactly:
			fd.Limit = o.Lo[a]
		case program.Exactly | program.Below:
			fd.Limit = o.Hi[a]
		case program.Above:
			fd.Limit = o.Lo[a] - 1
		case program.Below:
			fd.Limit = o.Hi[a] + 1
		}
	}
	settle(fd, cmp)
}

// full is how many full units, or years of age, are over since d; for a term that lies ahead it is below zero.
func (m *machine) full(node *eligibility.Node, d cal.Date) (int64, bool) {
	on := m.p.Query.On
	switch {
	case node.Kind() == eligibility.KindAge:
		years, ok := cal.Age(d, on, m.p.Query.Ages)
		return int64(years), ok
	case node.Unit() == eligibility.Days:
		days, ok := d.DaysUntil(on)
		return int64(days), ok
	}
	later, n := cal.Date.AddYears, on.Year()-d.Year()
	if node.Unit() == eligibility.Months {
		later, n = cal.Date.AddMonths, n*12+int(on.Month())-int(d.Month())
	}
	if due := later(d, n); due.IsZero() || due.After(on) {
		n--
	}
	return int64(n), true
}

// settle sets the margin: how far the actual number lies on the side of the limit that is met.
func settle(fd *eligibility.Finding, cmp program.Order) {
	if !fd.HasActual || !fd.HasLimit {
		return
	}
	over, ok := minus(fd.Actual, fd.Limit)
	if fd.Unit == eligibility.DateFact {
		days, _ := eligibility.UnpackDay(fd.Limit).DaysUntil(eligibility.UnpackDay(fd.Actual))
		over, ok = int64(days), true
	}
	if !ok {
		over = math.MaxInt64 * int64(program.Sign(fd.Actual))
	}
	switch {
	case cmp == program.Exactly:
		fd.Margin = -max(over, -over)
	case cmp&program.Below != 0:
		fd.Margin = -over
	default:
		fd.Margin = over
	}
}

func minus(a, b int64) (int64, bool) {
	d := a - b
	return d, (a >= b) == (d >= 0)
}
