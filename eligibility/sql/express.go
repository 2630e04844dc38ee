package sql

import (
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
)

// Options say what the table looks like (表结构选项). The zero value names each column as its fact, of whatever table,
// and holds dates as text.
type Options struct {
	// Table is the table or alias that stands before every column; empty for none. SQLite reads a quoted name that no column
	// has as a text, so that a column forgotten in the table would count as a fact that is not met; before a table's name it
	// is an error there, as it always is in PostgreSQL.
	Table string
	// Column gives the name of the column that holds a fact; nil is the fact's key. It is called once a fact. Names are
	// quoted, so any character but NUL may stand in them, in at most 63 bytes (PostgreSQL cuts what is longer).
	Column func(eligibility.FactKey) string
	// PackedDays says that dates are BIGINT, year × 512 + month × 32 + day as Case.Get returns them, and not TEXT such as
	// "2022-03-01". Both sort as days do.
	PackedDays bool
}

// Column is one column an expression reads (列): BIGINT for counts, whole fen, 0 and 1 of a BoolFact and sets of pairs as
// eligibility.PairBits makes them; TEXT for the key of a WordFact's word; dates as Options.PackedDays says.
type Column struct {
	Name  string
	Fact  eligibility.FactKey
	Scope eligibility.Scope
	Kind  eligibility.FactKind
}

// Expression is one programme as SQL (表达式). The zero value is none.
type Expression struct {
	Programme eligibility.ProgrammeID
	Unit      eligibility.Scope // what a row of the table is
	Text      string            // a boolean expression: TRUE, FALSE or NULL
	Columns   []Column          // in the order the tree first reads them
	Law       eligibility.Fingerprint
}

const maxText = 1 << 20

// Express writes the programme p of l. Errors: ErrNotExpressible with the first node that one row cannot answer, ErrColumn at
// the key of the fact or at "table", ErrTooLong, and what Law.Programme cannot find as eligibility.ErrProgramme.
func Express(l *statutes.Law, p eligibility.ProgrammeID, o Options) (Expression, error) {
	if l == nil {
		return Expression{}, eligibility.Faults().New(eligibility.ErrProgramme)
	}
	if o.Table != "" && !named(o.Table) {
		return Expression{}, catalogue().New(ErrColumn).At("table")
	}
	prog, ok := l.Programme(p)
	if !ok {
		return Expression{}, eligibility.Faults().New(eligibility.ErrProgramme)
	}
	w := &writer{law: l, options: o, unit: prog.Unit, view: prog.Unit, at: map[eligibility.FactKey]string{}, names: map[string]bool{}}
	text := w.node(prog.Root)
	if w.err != nil {
		return Expression{}, w.err
	}
	return Expression{Programme: p, Unit: prog.Unit, Text: text, Columns: w.columns, Law: l.Fingerprint()}, nil
}

// A writer walks a tree once and keeps the first error; after it, what it returns is not used.
type writer struct {
	law     *statutes.Law
	options Options
	unit    eligibility.Scope // what a row of the table is
	view    eligibility.Scope // whom the node is about: in a programme of a person it may be his household
	columns []Column
	at      map[eligibility.FactKey]string // the quoted name
	names   map[string]bool
	err     error
}

func (w *writer) fail(err error) string {
	if w.err == nil {
		w.err = err
	}
	return "NULL"
}

// refuse says that n is beyond one row.
func (w *writer) refuse(n *eligibility.Node) string {
	return w.fail(catalogue().New(ErrNotExpressible, "node", n.Criterion().ID, "kind", string(n.Kind())))
}

// column returns the quoted column of a fact, declaring it at its first use.
func (w *writer) column(n *eligibility.Node, k eligibility.FactKey) string {
	if name, ok := w.at[k]; ok {
		return name
	}
	f, ok := w.law.Dictionary().Lookup(k)
	if !ok || f.Scope != eligibility.PerHousehold && f.Scope != w.unit {
		return w.refuse(n)
	}
	name := string(k)
	if w.options.Column != nil {
		name = w.options.Column(k)
	}
	if !named(name) || w.names[name] {
		return w.fail(catalogue().New(ErrColumn).At(string(k)))
	}
	w.names[name] = true
	w.columns = append(w.columns, Column{Name: name, Fact: k, Scope: f.Scope, Kind: f.Kind})
	w.at[k] = identifier(name)
	if w.options.Table != "" {
		w.at[k] = identifier(w.options.Table) + "." + w.at[k]
	}
	return w.at[k]
}

// named reports that a table or column may have this name.
func named(name string) bool {
	return name != "" && len(name) <= 63 && !strings.ContainsRune(name, 0)
}

// identifier quotes a name.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// quote writes a text literal.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// node writes one node as a boolean expression that needs no brackets around it.
func (w *writer) node(n *eligibility.Node) string {
	if w.err != nil {
		return "NULL"
	}
	s := n.Spec()
	text := w.spec(n, s)
	if len(text) > maxText {
		return w.fail(catalogue().New(ErrTooLong))
	}
	return text
}

func (w *writer) spec(n *eligibility.Node, s eligibility.Spec) string {
	switch s.Kind {
	case eligibility.KindAll:
		return w.join(s.Kids, " AND ", "TRUE")
	case eligibility.KindAny:
		return w.join(s.Kids, " OR ", "FALSE")
	case eligibility.KindNot:
		return not(w.node(s.Kids[0]))
	case eligibility.KindAtLeast:
		return w.atLeast(s)
	case eligibility.KindException:
		return w.exception(s)
	case eligibility.KindConst:
		if s.Const == eligibility.Met {
			return "TRUE"
		}
		return "FALSE"
	case eligibility.KindDefined:
		d, ok := w.law.Definition(s.Definition)
		if !ok {
			return w.refuse(n)
		}
		return w.about(d.Scope, d.Root)
	case eligibility.KindQualifies:
		p, ok := w.law.Programme(s.Programme)
		if !ok {
			return "FALSE" // what is not in force nobody fits
		}
		return w.about(p.Unit, p.Root)
	case eligibility.KindOpen:
		return w.open(s)
	case eligibility.KindJudgement:
		return "(" + w.column(n, s.Fact) + " = 1)"
	case eligibility.KindHolds:
		if w.view != eligibility.PerPerson {
			return w.refuse(n) // of a household, every member must hold it
		}
		return "(" + w.column(n, eligibility.HoldsFact(s.Programme)) + " = 1)"
	case eligibility.KindInSet:
		return w.inSet(n, s)
	case eligibility.KindAge:
		return w.age(n, s)
	case eligibility.KindElapsed:
		return w.elapsed(n, s)
	case eligibility.KindCompare:
		return w.compare(n, s)
	case eligibility.KindPerHead:
		return w.perHead(n, s)
	case eligibility.KindShare:
		return w.share(n, s)
	}
	return w.refuse(n)
}

// about writes a tree that is about somebody of its own.
func (w *writer) about(view eligibility.Scope, root *eligibility.Node) string {
	was := w.view
	w.view = view
	text := w.node(root)
	w.view = was
	return text
}

func (w *writer) join(kids []*eligibility.Node, word, empty string) string {
	if len(kids) == 0 {
		return empty
	}
	texts := make([]string, len(kids))
	for i, k := range kids {
		texts[i] = w.node(k)
	}
	return "(" + strings.Join(texts, word) + ")"
}

func not(text string) string { return "(NOT " + text + ")" }

// open writes what a clause was filled with: a rule, or a switch. One that nobody filled is not met, and unknown where it
// had to be filled.
func (w *writer) open(s eligibility.Spec) string {
	switch {
	case len(s.Kids) > 0:
		clause, _, _ := w.law.Fill(s.Clause)
		return w.about(clause.Scope, s.Kids[0])
	case s.State == eligibility.Enacted:
		return "TRUE"
	case s.State == eligibility.NotRecorded && s.Required:
		return "NULL"
	}
	return "FALSE"
}

// atLeast counts twice, because a CASE has only two outcomes: the kids that are met, and those that are not known to fail.
func (w *writer) atLeast(s eligibility.Spec) string {
	var met, open []string
	for _, k := range s.Kids {
		text := w.node(k)
		met = append(met, "CASE WHEN "+text+" THEN 1 ELSE 0 END")
		open = append(open, "CASE WHEN "+not(text)+" THEN 0 ELSE 1 END")
	}
	n := itoa(int64(s.N))
	return "(CASE WHEN " + strings.Join(met, " + ") + " >= " + n + " THEN TRUE WHEN " + strings.Join(open,
		" + ") + " < " + n + " THEN FALSE END)"
}

// exception: met where every exception that may apply and, unless one surely applies, the rule are met; not met where
// all of them are not. Either is a conjunction that Kleene's logic makes TRUE in exactly these cases; the rest is NULL.
func (w *writer) exception(s eligibility.Spec) string {
	rule := w.node(s.Kids[0])
	var whens, met, failed []string
	for _, b := range s.Branches {
		when, then := w.node(b.When), w.node(b.Then)
		whens = append(whens, when)
		met = append(met, "("+not(when)+" OR "+then+")")
		failed = append(failed, "("+not(when)+" OR "+not(then)+")")
	}
	one := strings.Join(append(whens, ""), " OR ")
	met = append(met, "("+one+rule+")")
	failed = append(failed, "("+one+not(rule)+")")
	return "(CASE WHEN " + strings.Join(met, " AND ") + " THEN TRUE WHEN " + strings.Join(failed, " AND ") + " THEN FALSE END)"
}
