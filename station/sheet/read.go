package sheet

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unique"

	"github.com/shegong/shegong/station/fault"
)

// Limits bound what is read (读取上限). The zero value of a field stands for its default.
type Limits struct {
	Rows    int // rows in all, title and blank ones included; 1048576, as many as a worksheet has
	Columns int // cells in a row; 1024
	Cell    int // characters in a cell; 32767, as many as a worksheet's cell holds
	Faults  int // problems after which [Form.Read] stops; 10000
}

const mostFaults = 10000

// Option changes how rows are read (读取选项).
type Option func(*options)

type options struct {
	limits       Limits
	headerWithin int
	lax          bool
}

// Within sets limits other than the defaults (读取上限).
func Within(l Limits) Option { return func(o *options) { o.limits = l } }

// HeaderWithin sets how many rows from the top may be the header row (表头查找范围); 10 by default, because ledgers have
// titles above it. The row with most headers of the form is it, the first one of several.
func HeaderWithin(rows int) Option { return func(o *options) { o.headerWithin = rows } }

// IgnoreUnknown passes over columns that the form does not have (忽略未知列) and reports them as advisory; otherwise no
// row of a file with such a column is good.
func IgnoreUnknown() Option { return func(o *options) { o.lax = true } }

func settle(opts []Option) options {
	o := options{headerWithin: 10}
	for _, opt := range opts {
		opt(&o)
	}
	l := o.limits
	o.limits = Limits{
		Rows: cmp.Or(max(l.Rows, 0), 1048576), Columns: cmp.Or(max(l.Columns, 0), 1024),
		Cell: cmp.Or(max(l.Cell, 0), 32767), Faults: cmp.Or(max(l.Faults, 0), mostFaults),
	}
	o.headerWithin = max(o.headerWithin, 1)
	return o
}

// Row is one row as it was read (一行).
type Row[T any] struct {
	Number int        // as the spreadsheet counts, from 1
	Value  T          // what could be read of it
	OK     bool       // the value is good: neither the row nor the header row has a problem that is not advisory
	Faults fault.List // of this row, advisory ones too; of the header row, those of the whole file
}

// Result is what a file held (读取结果).
type Result[T any] struct {
	Rows    []Row[T]   // the good rows, with their advisory faults
	Faults  fault.List // every problem in the order of the file, advisory ones too
	Headers []string   // the columns of the form that the file has, in the order of the form
	Read    int        // rows read below the header, good or not, blank ones left out

	refused []unique.Handle[string] // IDs of rows that are not good, which may be personal: a handle prints as an address
	partial bool                    // rows without a readable ID, or not read at all
}

// Values returns the values of the good rows.
func (r Result[T]) Values() []T {
	values := make([]T, len(r.Rows))
	for i, row := range r.Rows {
		values[i] = row.Value
	}
	return values
}

// Read reads every row (读入) and keeps the good ones. An ID that stands in two rows is [ErrDuplicate] at the later
// one, even if the first was refused. To read more rows than memory holds, use [Form.Each].
func (f Form[T]) Read(rows iter.Seq2[[]string, error], opts ...Option) Result[T] {
	var (
		result Result[T]
		o      = settle(opts)
		rd     = reading[T]{form: f, options: o}
		seen   = map[string]int{}
		ided   = slices.ContainsFunc(f.Columns, func(c Column[T]) bool { return c.ID })
	)
	for row := range rd.each(rows) {
		id := ""
		if ided && row.Number != rd.headerRow {
			id = f.id(&row.Value)
		}
		if first, twice := seen[id]; twice {
			row.Faults.Add(RowPath(row.Number), problem(ErrDuplicate, "row", strconv.Itoa(first)))
			row.OK = false
		} else if id != "" {
			seen[id] = row.Number
		}
		result.Faults = append(result.Faults, row.Faults...)
		switch {
		case row.OK:
			result.Rows = append(result.Rows, row)
		case id != "":
			result.refused = append(result.refused, unique.Make(id))
		case row.Number != rd.headerRow || rd.bad:
			result.partial = true
		}
		if most := o.limits.Faults; len(result.Faults) > most {
			result.Faults.Add(RowPath(row.Number), problem(ErrFaults, "max", strconv.Itoa(most)))
			result.partial = true
			break
		}
	}
	result.Headers, result.Read = rd.headers(), rd.read
	return result
}

// Each reads row after row (逐行读入) in memory that does not grow with the file. It yields a row for every row of data
// that is not blank, one for the header row if there is anything to say about it, and one for each row that the
// source could not deliver. Doubled IDs are not noticed. The iterator can be used as often as its source.
func (f Form[T]) Each(rows iter.Seq2[[]string, error], opts ...Option) iter.Seq[Row[T]] {
	return func(yield func(Row[T]) bool) {
		rd := reading[T]{form: f, options: settle(opts)}
		rd.each(rows)(yield)
	}
}

// reading is one pass over rows.
type reading[T any] struct {
	form      Form[T]
	options   options
	headerRow int   // 0 while it is searched
	columns   []int // position in the file -> column of the form, or one of the constants below
	bad       bool  // the header row has a problem
	read      int
}

func (rd *reading[T]) each(rows iter.Seq2[[]string, error]) iter.Seq[Row[T]] {
	return func(yield func(Row[T]) bool) {
		if err := rd.form.Validate(); err != nil {
			yield(Row[T]{Number: 1, Faults: fault.Of(err)})
			return
		}
		var top []raw // rows among which the header row is
		number := 0
		for cells, err := range rows {
			number++
			switch {
			case number > rd.options.limits.Rows:
				if rd.headerRow > 0 || rd.start(top, yield) {
					yield(rd.refuse(number, problem(ErrRows, "max", strconv.Itoa(rd.options.limits.Rows))))
				}
				return
			case rd.headerRow > 0:
				if !rd.row(raw{number, cells, err}, yield) {
					return
				}
			default:
				top = append(top, raw{number, rd.bounded(cells), err})
				if number == rd.options.headerWithin && !rd.start(top, yield) {
					return
				}
			}
		}
		if rd.headerRow == 0 {
			rd.start(top, yield)
		}
	}
}

// raw is a row as it came.
type raw struct {
	number int
	cells  []string
	err    error
}

// bounded copies a row, but no more of it than tells that it is too long.
func (rd *reading[T]) bounded(cells []string) []string {
	return slices.Clone(cells[:min(len(cells), rd.options.limits.Columns+1)])
}

// What a column of the file is, other than the index of a column of the form.
const (
	passedOver = -1 // unknown, repeated, or a serial number
	noHeader   = -2
)

// start finds the header row among the top rows and reads those below it. It reports whether to go on.
func (rd *reading[T]) start(top []raw, yield func(Row[T]) bool) bool {
	index := map[string]int{"序号": passedOver} // ledgers number their rows
	for i, c := range rd.form.Columns {
		for _, h := range append([]string{c.Header}, c.Aliases...) {
			index[loose(h)] = i
		}
	}
	best, most := len(top), 0
	for i, r := range top {
		hits := map[int]bool{}
		for _, cell := range r.cells[:min(len(r.cells), rd.options.limits.Columns)] {
			if at, ok := index[loose(cell)]; ok && at >= 0 {
				hits[at] = true
			}
		}
		if len(hits) > most {
			best, most = i, len(hits)
		}
	}
	for _, r := range top[:best] {
		if r.err != nil && !yield(rd.refuse(r.number, r.err)) {
			return false
		}
	}
	if best == len(top) {
		if l := rd.headless(top); len(l) > 0 {
			yield(Row[T]{Number: 1, Faults: l})
		}
		return false
	}
	if l := rd.header(top[best], index); len(l) > 0 && !yield(Row[T]{Number: rd.headerRow, Faults: l}) {
		return false
	}
	for _, r := range top[best+1:] {
		if !rd.row(r, yield) {
			return false
		}
	}
	return true
}

// headless says why there is no header row: the wrong encoding, perhaps, or the source delivered nothing at all.
func (rd *reading[T]) headless(top []raw) (l fault.List) {
	failed := 0
	for _, r := range top {
		if r.err != nil {
			failed++
		}
		if i := slices.IndexFunc(r.cells, damaged); i >= 0 {
			l.Add(cellPath(r.number, letters(i)), problem(ErrDamaged))
		}
	}
	if failed == 0 || failed < len(top) {
		l.Add(RowPath(1), problem(ErrNoHeader, "rows", strconv.Itoa(rd.options.headerWithin)))
	}
	return l
}

// header settles which column is which.
func (rd *reading[T]) header(r raw, index map[string]int) (l fault.List) {
	rd.headerRow = r.number
	rd.columns = make([]int, 0, len(r.cells))
	seen := make([]bool, len(rd.form.Columns))
	for i, cell := range r.cells {
		if i == rd.options.limits.Columns {
			l.Add(RowPath(r.number), problem(ErrColumns, "max", strconv.Itoa(i)))
			break
		}
		at, ok := index[loose(cell)]
		switch {
		case strings.TrimSpace(cell) == "":
			at = noHeader
		case damaged(cell):
			l.Add(cellPath(r.number, letters(i)), problem(ErrDamaged))
			at = passedOver
		case !ok: // its text may be data of a file without headers, so the letter has to do
			f := problem(ErrUnknown)
			if rd.options.lax {
				f = f.AsAdvisory()
			}
			l.Add(cellPath(r.number, letters(i)), f)
			at = passedOver
		case at >= 0 && seen[at]:
			l.Add(cellPath(r.number, rd.form.Columns[at].Header), problem(ErrRepeated))
			at = passedOver
		case at >= 0:
			seen[at] = true
		}
		rd.columns = append(rd.columns, at)
	}
	for i, c := range rd.form.Columns {
		if (c.Required || c.ID) && !seen[i] {
			l.Add(cellPath(r.number, c.Header), problem(ErrMissing))
		}
	}
	rd.bad = len(l.Blocking()) > 0
	return l
}

func (rd *reading[T]) headers() []string {
	var headers []string
	for i, c := range rd.form.Columns {
		if slices.Contains(rd.columns, i) {
			headers = append(headers, c.Header)
		}
	}
	return headers
}

func (rd *reading[T]) refuse(number int, err error) Row[T] {
	var l fault.List
	l.Add(RowPath(number), err)
	return Row[T]{Number: number, Faults: l}
}

// row reads one row of data.
func (rd *reading[T]) row(r raw, yield func(Row[T]) bool) bool {
	if r.err != nil {
		rd.read++
		return yield(rd.refuse(r.number, r.err))
	}
	if !slices.ContainsFunc(r.cells, func(s string) bool { return strings.TrimSpace(s) != "" }) {
		return true
	}
	rd.read++
	row := Row[T]{Number: r.number}
	if most := rd.options.limits.Columns; len(r.cells) > most {
		row.Faults.Add(RowPath(r.number), problem(ErrColumns, "max", strconv.Itoa(most)))
		r.cells = r.cells[:most]
	}
	var failed, noted []int // columns whose cell could not be read, and those whose cell has an advisory fault
	for i := range max(len(rd.columns), len(r.cells)) {
		at, cell := noHeader, ""
		if i < len(rd.columns) {
			at = rd.columns[i]
		}
		if i < len(r.cells) {
			cell = strings.TrimSpace(r.cells[i])
		}
		err := rd.sound(cell)
		switch {
		case at >= 0:
			c := &rd.form.Columns[at]
			switch {
			case err != nil:
			case cell == "" && (c.Required || c.ID):
				err = problem(ErrBlank)
			default:
				err = c.Set(&row.Value, cell)
				if err == nil && (c.Required || c.ID) && c.Get(&row.Value) == "" {
					err = problem(ErrBlank) // ' and ="" are how a spreadsheet writes a cell without text
				}
			}
			if err != nil {
				row.Faults.Add(cellPath(r.number, c.Header), err)
				if blocking(err) {
					failed = append(failed, at)
				} else {
					noted = append(noted, at)
				}
			}
			continue
		case err == nil && at == noHeader && cell != "":
			err = problem(ErrExtra)
		}
		if err != nil {
			row.Faults.Add(cellPath(r.number, letters(i)), err)
		}
	}
	rd.check(&row, failed, noted)
	row.OK = !rd.bad && len(row.Faults.Blocking()) == 0
	return yield(row)
}

// sound says what makes a cell unreadable whatever its column.
func (rd *reading[T]) sound(cell string) error {
	if max := rd.options.limits.Cell; len(cell) > max && utf8.RuneCountInString(cell) > max {
		return problem(ErrCell, "max", strconv.Itoa(max))
	}
	if damaged(cell) {
		return problem(ErrDamaged)
	}
	return nil
}

// check adds what Form.Check says, under headers where they are known. Two things are left out: what it says of a column
// whose cell could not be read, or that must be there and is not, because it follows from that; and what it says again of
// a cell that has an advisory fault of the same code, because a word that only a newer program knows must not block the
// row.
func (rd *reading[T]) check(row *Row[T], failed, noted []int) {
	if rd.form.Check == nil {
		return
	}
	for _, f := range fault.Of(rd.form.Check(&row.Value)) {
		at := rd.form.at(f.Path())
		switch {
		case at < 0:
			row.Faults = append(row.Faults, f.At(RowPath(row.Number)))
		case slices.Contains(failed, at), rd.form.Columns[at].Required && !slices.Contains(rd.columns, at):
		case slices.Contains(noted, at) && repeats(row.Faults, f.Moved(cellPath(row.Number, rd.form.Columns[at].Header))):
		default:
			row.Faults = append(row.Faults, f.Moved(cellPath(row.Number, rd.form.Columns[at].Header)))
		}
	}
}

// at returns the column that has the path or, if none has, the one whose path is the longest part of it, as "aliases" is of
// "aliases[2]"; -1 if there is none.
func (f Form[T]) at(path string) int {
	best := -1
	for i, c := range f.Columns {
		rest, ok := strings.CutPrefix(path, c.Path)
		if c.Path == "" || !ok || rest != "" && rest[0] != '.' && rest[0] != '[' {
			continue
		}
		if best < 0 || len(c.Path) > len(f.Columns[best].Path) {
			best = i
		}
	}
	return best
}

// repeats reports whether an advisory fault of the same code stands at the same place.
func repeats(l fault.List, f fault.Fault) bool {
	return slices.ContainsFunc(l, func(g fault.Fault) bool {
		return g.Advisory() && g.Code() == f.Code() && g.Path() == f.Path()
	})
}
