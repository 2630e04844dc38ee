package outline

import (
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/vocab"
)

// Role is how a row stands to the one above it (层次关系). The zero value is a plain part of it.
type Role string

const (
	RoleWhere Role = "where"  // 范围: whom a quantifier looks at
	RoleRule  Role = "rule"   // 一般规则: what holds unless an exception applies
	RoleCase  Role = "branch" // 但书: one exception
	RoleWhen  Role = "when"   // 适用情形: when the exception, or the part of an amount, applies
	RoleThen  Role = "then"   // 则: what decides then
	RoleEach  Role = "each"   // 按人: the members for each of whom a part is paid
	RoleFill  Role = "fill"   // 本地规定: the rule that fills an open clause
	RolePay   Role = "pay"    // 计发: one part of the amount
)

// Row is one criterion, or one part of an amount (规则行). Subject, Operator and Threshold read as one sentence: 家庭成员合计：工资性收入,
// 低于, “最低生活保障标准” × 家庭成员人数 × 12个月. Amounts, ages and terms carry their unit.
type Row struct {
	Programme  eligibility.ProgrammeID
	Definition eligibility.DefinitionID // instead of Programme, in a definition
	Number     string                   // 1.2.1: the place in the tree
	Depth      int                      // 0 at the root
	Role       Role
	Node       string           // the ID of the criterion
	Kind       eligibility.Kind // empty for an exception and a part of an amount
	ZH         string
	EN         string
	Subject    string
	Operator   string
	Threshold  string
	Source     vocab.Source
	Note       string
}

// Rows lists (规则逐条) every criterion of every programme in force, in drafter's order, with the amount of each behind it, then the
// definitions used, by first use. Values in force stand behind the parameters.
func Rows(l *statutes.Law) []Row { return rowsBy(l, ofLaw(l)) }

func rowsBy(l *statutes.Law, n names) []Row {
	w := rowsOf(n)
	for p := range l.Programmes() {
		w.programme(p)
	}
	for i := 0; i < len(w.definitions); i++ { // a definition may use further ones
		if d, ok := l.Definition(w.definitions[i]); ok {
			w.definition(d)
		}
	}
	return w.rows
}

// A walker turns trees into rows and notes what they use, each thing once.
type walker struct {
	writer
	rows        []Row
	at          Row // what every row of the tree has in common
	definitions []eligibility.DefinitionID
	seen        map[eligibility.DefinitionID]bool
}

func rowsOf(n names) *walker {
	return &walker{writer: writer{n}, seen: make(map[eligibility.DefinitionID]bool)}
}

func (w *walker) programme(p eligibility.Programme) {
	w.at = Row{Programme: p.ID}
	w.node("1", 0, "", p.Root)
	if p.Pay != nil {
		for i, part := range p.Pay.Parts {
			w.part("计"+strconv.Itoa(i+1), part)
		}
	}
}

func (w *walker) definition(d eligibility.Definition) {
	w.at = Row{Definition: d.ID}
	w.node("1", 0, "", d.Root)
}

func (w *walker) add(number string, depth int, role Role, c eligibility.Criterion, r Row) {
	r.Programme, r.Definition = w.at.Programme, w.at.Definition
	r.Number, r.Depth, r.Role = number, depth, role
	r.Node, r.ZH, r.EN, r.Source, r.Note = c.ID, c.ZH, c.EN, c.Source, c.Note
	w.rows = append(w.rows, r)
}

func (w *walker) node(number string, depth int, role Role, n *eligibility.Node) {
	s := n.Spec()
	row := Row{Kind: s.Kind}
	row.Subject, row.Operator, row.Threshold = w.sentence(s)
	w.add(number, depth, role, s.Criterion, row)
	w.uses(s.Definition)
	if s.Group == eligibility.Members || s.Left.Over == eligibility.Members || s.Right.Over == eligibility.Members || s.Heads == eligibility.Heads() ||
		s.Than == eligibility.Heads() {
		w.uses(eligibility.MemberOf)
	}
	next := 0
	below := func(role Role, n *eligibility.Node) {
		next++
		w.node(number+"."+strconv.Itoa(next), depth+1, role, n)
	}
	if s.Where != nil {
		below(RoleWhere, s.Where)
	}
	for _, kid := range s.Kids {
		switch s.Kind {
		case eligibility.KindException:
			below(RoleRule, kid)
		case eligibility.KindOpen:
			below(RoleFill, kid)
		default:
			below("", kid)
		}
	}
	for _, b := range s.Branches {
		next++
		branch := number + "." + strconv.Itoa(next)
		w.add(branch, depth+1, RoleCase, b.Criterion, Row{})
		w.node(branch+".1", depth+2, RoleWhen, b.When)
		w.node(branch+".2", depth+2, RoleThen, b.Then)
	}
}

// uses notes that a definition is used; who is a member is one that nothing names.
func (w *walker) uses(d eligibility.DefinitionID) {
	if d != "" && !w.seen[d] {
		w.seen[d] = true
		w.definitions = append(w.definitions, d)
	}
}

func (w *walker) part(number string, p eligibility.Part) {
	r := Row{}
	r.Subject, r.Operator, r.Threshold = w.payment(p)
	w.add(number, 0, RolePay, p.Criterion, r)
	if p.Left.Over == eligibility.Members || p.Heads == eligibility.Heads() || p.Each != nil {
		w.uses(eligibility.MemberOf)
	}
	next := 0
	for _, n := range []struct {
		role Role
		node *eligibility.Node
	}{{RoleWhen, p.When}, {RoleEach, p.Each}} {
		if n.node != nil {
			next++
			w.node(number+"."+strconv.Itoa(next), 1, n.role, n.node)
		}
	}
}

// Cited reports that the row rests on a document and that the grade of the source is known. A law for review has no other.
func (r Row) Cited() bool { return r.Source.Validate() == nil }
