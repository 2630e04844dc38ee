package sheet

import (
	"iter"
	"slices"
	"strconv"
	"time"

	"github.com/shegong/shegong/station/fault"
)

// Rule says who wins where the file and the record differ in a column (以谁为准). There is no default: the zero value is
// refused.
type Rule string

// The rules.
const (
	Incoming Rule = "incoming"  // 以来表为准: the file, its blanks too
	Existing Rule = "existing"  // 以现有为准: the record, its blanks too
	NonBlank Rule = "non_blank" // 不以空覆盖: the file, where it is not blank
	FillIn   Rule = "fill_in"   // 只补空缺: the file, where the record is blank
	Newer    Rule = "newer"     // 以新为准: the side with the later stamp; [ErrConflict] where neither is later
	Agree    Rule = "agree"     // 须一致: a difference is [ErrConflict]
)

// Merge compares a file with the records at hand by ID and says what would change (比对合并). It changes nothing itself.
type Merge[T any] struct {
	Form  Form[T]              // with at least one ID column
	Rule  Rule                 // for the columns that Rules does not name
	Rules map[string]Rule      // by header
	Stamp func(t *T) time.Time // when a side was last changed, for [Newer]; the zero time is older than any
}

// Action says what a row of the file does to the records (处理).
type Action string

// The actions.
const (
	Unchanged Action = "unchanged" // 相同: nothing differs
	Added     Action = "added"     // 新增: no record has the ID
	Updated   Action = "updated"   // 更新: the file wins in some column
	Kept      Action = "kept"      // 保留: they differ, and the record wins everywhere
	Refused   Action = "refused"   // 冲突: some column is in conflict, so nothing is taken
)

// Change is what one row does (变更). It holds values and prints as they do; texts for people are made of the headers.
type Change[T any] struct {
	Row    int // in the file
	Action Action
	Before T            // the record, the zero T for Added
	After  T            // what to save: the merged value, Before where nothing changes
	Fields []Difference // columns that differ, in the order of the form; none for Added
}

// Difference is a column in which both sides differ (差异). It tells no content, which may be personal.
type Difference struct {
	Header string
	Winner Rule // Incoming or Existing, or "" in a conflict
}

// Plan is what a file does to the records (合并方案).
type Plan[T any] struct {
	Changes []Change[T] // one a row of the file, in its order
	Absent  []T         // records that the file does not mention, not even in a bad row; nothing happens to them
	Partial bool        // not every row of the file could be told by ID, so that some of Absent may be in it all the same
	Faults  fault.List  // conflicts by row and header, and records without an ID of their own
}

// Count returns how many rows do this.
func (p Plan[T]) Count(a Action) (n int) {
	for _, c := range p.Changes {
		if c.Action == a {
			n++
		}
	}
	return n
}

// Plan compares the good rows of a file with the records. Columns that the file does not have are left alone. Saving
// every After of Added and Updated and planning the same file again gives neither: re-import changes nothing.
//
// The error is a fault.List of mistakes in the program: a form without ID ([ErrNoID]), an unknown or missing rule, a
// rule for a header that the form does not have, Newer without Stamp ([ErrRule]). A column that the stamp is read
// from wants the rule Newer itself.
func (m Merge[T]) Plan(existing iter.Seq[T], file Result[T]) (Plan[T], error) {
	if err := m.validate(); err != nil {
		return Plan[T]{}, err
	}
	var plan Plan[T]
	var records []T
	byID := map[string]int{}
	for t := range existing {
		at := len(records)
		records = append(records, t)
		id := m.Form.id(&records[at])
		first, twice := byID[id]
		switch {
		case id == "":
			plan.Faults.Add(fault.Index("existing", at), problem(ErrNoID))
		case twice:
			plan.Faults.Add(fault.Index("existing", at), problem(ErrTwice, "first", strconv.Itoa(first)))
		default:
			byID[id] = at
		}
	}
	mentioned := make([]bool, len(records))
	for _, id := range file.refused {
		if at, ok := byID[id.Value()]; ok {
			mentioned[at] = true
		}
	}
	plan.Partial = file.partial
	columns := m.columns(file.Headers)
	for _, row := range file.Rows {
		change := Change[T]{Row: row.Number, Action: Added, After: row.Value}
		if at, ok := byID[m.Form.id(&row.Value)]; ok {
			mentioned[at] = true
			m.compare(&change, &records[at], columns, &plan.Faults)
		}
		plan.Changes = append(plan.Changes, change)
	}
	for i, t := range records {
		if !mentioned[i] {
			plan.Absent = append(plan.Absent, t)
		}
	}
	return plan, nil
}

func (m Merge[T]) validate() error {
	var l fault.List
	l.Add("form", m.Form.Validate())
	if !slices.ContainsFunc(m.Form.Columns, func(c Column[T]) bool { return c.ID }) {
		l.Add("form", problem(ErrNoID))
	}
	for _, c := range m.Form.Columns {
		if !c.ID && !m.usable(m.rule(c.Header)) {
			l.Add("rules."+c.Header, problem(ErrRule))
		}
	}
	strange := 0
	for header := range m.Rules {
		if m.Form.index(header) < 0 {
			strange++
		}
	}
	if strange > 0 {
		l.Add("rules", problem(ErrRule))
	}
	return l.Err()
}

func (m Merge[T]) rule(header string) Rule {
	if r, ok := m.Rules[header]; ok {
		return r
	}
	return m.Rule
}

func (m Merge[T]) usable(r Rule) bool {
	switch r {
	case Incoming, Existing, NonBlank, FillIn, Agree:
		return true
	case Newer:
		return m.Stamp != nil
	}
	return false
}

// columns returns those of the form that the file has and that can differ.
func (m Merge[T]) columns(headers []string) (columns []Column[T]) {
	for _, c := range m.Form.Columns {
		if !c.ID && slices.Contains(headers, c.Header) {
			columns = append(columns, c)
		}
	}
	return columns
}

// compare settles what a row does to the record with its ID.
func (m Merge[T]) compare(change *Change[T], record *T, columns []Column[T], faults *fault.List) {
	incoming := change.After
	change.Action, change.Before, change.After = Unchanged, *record, *record
	for _, c := range columns {
		if c.equal(record, &incoming) {
			continue
		}
		winner := m.winner(c, record, &incoming)
		change.Fields = append(change.Fields, Difference{c.Header, winner})
		var err error
		action := Kept
		switch winner {
		case "":
			err = problem(ErrConflict)
		case Incoming:
			action, err = Updated, c.copy(&change.After, &incoming)
		}
		if blocking(err) {
			faults.Add(cellPath(change.Row, c.Header), err)
			action = Refused
		}
		if change.Action != Refused && (change.Action != Updated || action == Refused) {
			change.Action = action
		}
	}
	if change.Action == Refused {
		change.After = change.Before
	}
}

func (m Merge[T]) winner(c Column[T], record, incoming *T) Rule {
	switch m.rule(c.Header) {
	case Incoming:
		return Incoming
	case Existing:
		return Existing
	case NonBlank:
		if c.Get(incoming) != "" {
			return Incoming
		}
		return Existing
	case FillIn:
		if c.Get(record) == "" {
			return Incoming
		}
		return Existing
	case Newer:
		switch m.Stamp(incoming).Compare(m.Stamp(record)) {
		case 1:
			return Incoming
		case -1:
			return Existing
		}
	}
	return ""
}
