package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/sheet"
)

// The problems of a folder; those of files and records come from the library.
const (
	errFolder  fault.Code = "NETWORK-FOLDER"
	errMissing fault.Code = "NETWORK-MISSING"
	errFile    fault.Code = "NETWORK-FILE"
	errRead    fault.Code = "NETWORK-READ"
	errOneRow  fault.Code = "NETWORK-ONE-ROW"
	errOwner   fault.Code = "NETWORK-OWNER"
)

var texts = fault.NewCatalogue(
	fault.Text{Code: errFolder, ZH: "没有这个文件夹", EN: "there is no such folder"},
	fault.Text{Code: errMissing, ZH: "缺少这个文件", EN: "this file is missing"},
	fault.Text{Code: errFile, ZH: "不认识这个文件，请检查文件名", EN: "no ledger has this name"},
	fault.Text{Code: errRead, ZH: "不能读取这个文件", EN: "the file cannot be read"},
	fault.Text{Code: errOneRow, ZH: "应有且只有一行数据", EN: "must have exactly one row of data"},
	fault.Text{Code: errOwner, ZH: "编号所指的记录不存在", EN: "belongs to a record that is not there"},
)

// A book is a folder of ledgers while it is read: which record stands where, and what is wrong so far.
type book struct {
	dir     fs.FS
	ledgers []*ledger
	where   map[string]place // by path in the network: "stations[3]", "contracts[0].funding[1]"
	unread  map[place]bool   // cells that could not be read; row 0 is the whole column
	said    map[remark]bool
	found   []problem
}

// A ledger is one file of the folder.
type ledger struct {
	file    string
	order   int // among the files
	headers []string
	paths   []string // JSON paths of the columns
	id      string   // header of the first ID column
}

// A place is a cell of a ledger; without a header, a row; without a row, the file.
type place struct {
	*ledger
	row    int
	header string
}

type remark struct {
	at       place
	code     fault.Code
	advisory bool
}

// A problem is a fault and where it stands.
type problem struct {
	at    place
	fault fault.Fault
}

// String is one line: stations.csv 第5行“区划代码”：… [CODE].
func (p problem) String() string {
	at := p.at.file
	if p.at.row > 0 {
		at += fmt.Sprintf(" 第%d行", p.at.row)
	}
	if p.at.header != "" {
		at += "“" + p.at.header + "”"
	}
	return fmt.Sprintf("%s：%s [%s]", at, p.fault.Message(language.Chinese), p.fault.Code())
}

// problems are all faults of a folder, in the order of files, rows and columns.
type problems []problem

// Error lists the problems in Chinese, one a line.
func (p problems) Error() string {
	lines := make([]string, len(p))
	for i, x := range p {
		lines[i] = x.String()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.Is every fault.
func (p problems) Unwrap() []error {
	out := make([]error, len(p))
	for i, x := range p {
		out[i] = x.fault
	}
	return out
}

func open(dir fs.FS) *book {
	return &book{dir: dir, where: make(map[string]place), unread: make(map[place]bool), said: make(map[remark]bool)}
}

// note adds a fault, but says nothing twice and nothing that only follows from a cell that could not be read.
func (b *book) note(at place, f fault.Fault) {
	said := remark{at, f.Code(), f.Advisory()}
	if b.unread[at] || b.unread[place{at.ledger, 0, at.header}] || b.said[said] {
		return
	}
	b.said[said] = true
	b.found = append(b.found, problem{at, f})
}

// judge adds the faults of the network, at the cells that their paths stand for.
func (b *book) judge(err error) {
	for _, f := range fault.Of(err) {
		b.note(b.locate(f.Path()), f)
	}
}

// locate returns the cell that a path of the network stands for: the nearest record above it, and there the column with the
// longest path in common.
func (b *book) locate(path string) place {
	for prefix := path; ; prefix = prefix[:max(strings.LastIndexAny(prefix, ".["), 0)] {
		at, ok := b.where[prefix]
		if ok && at.header == "" {
			at.header = at.column(strings.TrimPrefix(path[len(prefix):], "."))
		}
		if ok || prefix == "" {
			return at
		}
	}
}

// column returns the header for a path within a record. What concerns the record as a whole stands at its ID.
func (l *ledger) column(path string) string {
	header, longest := l.id, 0
	for i, p := range l.paths {
		rest, below := strings.CutPrefix(path, p)
		if below && len(p) > longest && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			header, longest = l.headers[i], len(p)
		}
	}
	return header
}

// A table is a ledger with its rows, those with faults too, as far as they could be read.
type table[T any] struct {
	*ledger
	rows []entry[T]
}

type entry[T any] struct {
	row   int
	value T
}

// load reads a file; one that is not there has no rows. Every row of which anything could be read takes part in what
// is checked later, so that one bad cell hides no fault elsewhere.
func load[T any](b *book, file string, form sheet.Form[T]) table[T] {
	t := table[T]{ledger: newLedger(file, len(b.ledgers), form)}
	b.ledgers = append(b.ledgers, t.ledger)
	data, err := fs.ReadFile(b.dir, file)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			b.note(place{t.ledger, 0, ""}, texts.New(errRead))
		}
		return t
	}
	rows := func() iter.Seq2[[]string, error] {
		return sheet.CSV{Encoding: sheet.Either}.Rows(bytes.NewReader(data))
	}
	for _, f := range form.Read(rows()).Faults {
		row, header, _ := sheet.Place(f)
		if f.Code() == sheet.ErrDuplicate {
			header = t.id
		}
		at := place{t.ledger, row, header}
		b.note(at, f)
		if f.Code() == sheet.ErrMissing {
			at.row = 0
		}
		b.unread[at] = b.unread[at] || header != "" && !f.Advisory()
	}
	var none T
	filled := func(v *T) bool {
		return slices.ContainsFunc(form.Columns, func(c sheet.Column[T]) bool { return c.Get(v) != c.Get(&none) })
	}
	for row := range form.Each(rows()) {
		if filled(&row.Value) {
			t.rows = append(t.rows, entry[T]{row.Number, row.Value})
		}
	}
	return t
}

// unchecked returns the form without its check of single rows: the whole network is checked at once.
func unchecked[T any](form sheet.Form[T]) sheet.Form[T] {
	form.Check = nil
	return form
}

func newLedger[T any](file string, order int, form sheet.Form[T]) *ledger {
	l := &ledger{file: file, order: order, headers: form.Headers()}
	for _, c := range form.Columns {
		l.paths = append(l.paths, c.Path)
		if c.ID && l.id == "" {
			l.id = c.Header
		}
	}
	return l
}

// put makes the rows of a table the elements of a list of the network.
func put[T any](b *book, list string, t table[T]) []T {
	var values []T
	for i, r := range t.rows {
		values = append(values, r.value)
		b.where[fault.Index(list, i)] = place{t.ledger, r.row, ""}
	}
	return values
}

// A child is a row that belongs to a record of another ledger.
type child[P ~string, V any] struct {
	Owner P
	Order int
	Value V
}

// adopt appends children to a field of their owners.
func adopt[P ~string, O, V any](b *book, list string, owners []O, id func(O) P, field string, t table[child[P, V]],
	slot func(*O) *[]V) {
	for _, r := range t.rows {
		i := slices.IndexFunc(owners, func(o O) bool { return id(o) == r.value.Owner })
		if i < 0 {
			b.note(place{t.ledger, r.row, t.id}, texts.New(errOwner))
			continue
		}
		values := slot(&owners[i])
		b.where[fault.Index(fault.Index(list, i)+"."+field, len(*values))] = place{t.ledger, r.row, ""}
		*values = append(*values, r.value.Value)
	}
}

// strangers reports files that no ledger is read from, because a mistyped name must not lose a ledger, and required
// ones that are missing.
func (b *book) strangers() {
	files, err := fs.Glob(b.dir, "*.csv")
	if _, missing := fs.Stat(b.dir, "."); err != nil || missing != nil {
		b.note(place{&ledger{}, 0, ""}, texts.New(errFolder))
		return
	}
	for _, file := range files {
		if !slices.ContainsFunc(b.ledgers, func(l *ledger) bool { return l.file == file }) {
			b.note(place{&ledger{file: file, order: len(b.ledgers)}, 0, ""}, texts.New(errFile))
		}
	}
	for _, l := range b.ledgers {
		if (l.file == "network.csv" || l.file == "stations.csv") && !slices.Contains(files, l.file) {
			b.note(place{l, 0, ""}, texts.New(errMissing))
		}
	}
}

// incomplete reports whether a whole file is missing or cannot be read. What refers to its records would then be a problem
// everywhere, so the network is not judged.
func (b *book) incomplete() bool {
	return slices.ContainsFunc(b.found, func(p problem) bool { return p.at.row == 0 })
}

// close sorts what was found into problems, which are an error, and hints.
func (b *book) close() (hints []problem, err error) {
	slices.SortStableFunc(b.found, func(x, y problem) int {
		return cmp.Or(cmp.Compare(x.at.order, y.at.order), cmp.Compare(x.at.file, y.at.file), cmp.Compare(x.at.row, y.at.row),
			cmp.Compare(slices.Index(x.at.headers, x.at.header), slices.Index(y.at.headers, y.at.header)))
	})
	var faults problems
	for _, p := range b.found {
		if p.fault.Advisory() {
			hints = append(hints, p)
		} else {
			faults = append(faults, p)
		}
	}
	if len(faults) > 0 {
		return hints, faults
	}
	return hints, nil
}
