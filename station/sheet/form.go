package sheet

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/fault"
)

// Column is one typed column of a form (列). Set and Get are all it needs; the constructors of this package fill the
// rest.
type Column[T any] struct {
	Header   string   // as written: 姓名
	Aliases  []string // further headers that are read: 人员姓名
	Path     string   // JSON path of the field, so that faults of [Form.Check] are shown under the header; may be empty
	Required bool     // the column must be there and no cell of it may be blank
	ID       bool     // the column tells rows apart, alone or with others so marked; implies Required

	// Set reads a cell, without blanks around it, into the value. A blank cell comes as "". An error that is only
	// advisory says that the value was set all the same. An error must not hold the text.
	Set func(t *T, cell string) error
	// Get returns the cell to be written, masked where others must not read it; "" is blank.
	Get func(t *T) string

	// Key returns what tells rows apart where Get does not, as in masked columns; nil means Get. It is never shown.
	Key func(t *T) string
	// Equal reports whether two values agree in this column; nil compares what Get returns.
	Equal func(a, b *T) bool
	// Copy carries this column from one value to another; nil sets what Get returns.
	Copy func(to, from *T)
}

// Alias returns the column with further headers that are read (别名).
func (c Column[T]) Alias(headers ...string) Column[T] {
	c.Aliases = slices.Concat(c.Aliases, headers)
	return c
}

// At returns the column with the JSON path of its field, see Column.Path.
func (c Column[T]) At(path string) Column[T] {
	c.Path = path
	return c
}

// AsRequired returns the column as one that must be there and filled in every row (必填).
func (c Column[T]) AsRequired() Column[T] {
	c.Required = true
	return c
}

// AsID returns the column as one that tells rows apart (编号).
func (c Column[T]) AsID() Column[T] {
	c.ID, c.Required = true, true
	return c
}

func (c Column[T]) key(t *T) string {
	if c.Key != nil {
		return c.Key(t)
	}
	return c.Get(t)
}

func (c Column[T]) equal(a, b *T) bool {
	if c.Equal != nil {
		return c.Equal(a, b)
	}
	return c.Get(a) == c.Get(b)
}

func (c Column[T]) copy(to, from *T) error {
	if c.Copy != nil {
		c.Copy(to, from)
		return nil
	}
	return c.Set(to, c.Get(from))
}

// Form is the shape of a ledger (表单): its columns in the order of writing. The zero value has no columns and is
// refused.
type Form[T any] struct {
	Name    string // 社工站台账
	Columns []Column[T]
	// Check is asked about every row after its cells, usually Validate of T; nil asks nothing. Its faults come below
	// the row: under a column's header where they lie at its Path or below it, and as they are elsewhere. Left out are
	// those of columns whose cell could not be read or that are missing, and those that only repeat an advisory fault of the cell, such as
	// VOCAB-UNKNOWN for a word of a newer program.
	Check func(t *T) error
}

// With returns the form with these columns (增补列): in place of those that have the same header, the others at the end.
func (f Form[T]) With(columns ...Column[T]) Form[T] {
	f.Columns = slices.Clone(f.Columns)
	for _, c := range columns {
		if i := f.index(c.Header); i >= 0 {
			f.Columns[i] = c
		} else {
			f.Columns = append(f.Columns, c)
		}
	}
	return f
}

// Only returns the form with the columns of these headers, in this order (选列). A header it does not have makes a
// column that [Form.Validate] reports.
func (f Form[T]) Only(headers ...string) Form[T] {
	columns := make([]Column[T], len(headers))
	for i, h := range headers {
		columns[i].Header = h
		if at := f.index(h); at >= 0 {
			columns[i] = f.Columns[at]
		}
	}
	f.Columns = columns
	return f
}

func (f Form[T]) index(header string) int {
	return slices.IndexFunc(f.Columns, func(c Column[T]) bool { return c.Header == header })
}

// Headers returns the headers in order (表头).
func (f Form[T]) Headers() []string {
	headers := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		headers[i] = c.Header
	}
	return headers
}

// Validate returns a fault.List with [ErrForm] for a form without columns and for every column without header, Set or
// Get, or with a header or alias that another column has. Reading and writing ask it first.
func (f Form[T]) Validate() error {
	var l fault.List
	if len(f.Columns) == 0 {
		l.Add("columns", catalogue().New(ErrForm))
	}
	owner := map[string]int{} // header or alias -> column
	for i, c := range f.Columns {
		bad := c.Set == nil || c.Get == nil
		for _, h := range append([]string{c.Header}, c.Aliases...) {
			h = loose(h)
			first, taken := owner[h]
			bad = bad || h == "" || taken && first != i
			owner[h] = i
		}
		if bad {
			l.Add(fault.Index("columns", i), catalogue().New(ErrForm))
		}
	}
	return l.Err()
}

// Write returns the header row and a row for each value (写出). It yields an error in place of a row that has a cell
// which is not text (broken UTF-8 or U+FFFD, [ErrDamaged]), at the place where the cell would stand, and goes on. The
// slice is reused: copy it to keep it.
func (f Form[T]) Write(values iter.Seq[T]) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		if err := f.Validate(); err != nil {
			yield(nil, err)
			return
		}
		if !yield(f.Headers(), nil) {
			return
		}
		row, number := make([]string, len(f.Columns)), 1
		for v := range values {
			number++
			var l fault.List
			for i, c := range f.Columns {
				row[i] = c.Get(&v)
				if damaged(row[i]) {
					l.Add(cellPath(number, c.Header), catalogue().New(ErrDamaged))
				}
			}
			if err := l.Err(); err != nil && !yield(nil, err) || err == nil && !yield(row, nil) {
				return
			}
		}
	}
}

// id returns what tells a row apart, "" if any part of it is blank.
func (f Form[T]) id(t *T) string {
	var parts []string
	for _, c := range f.Columns {
		if !c.ID {
			continue
		}
		k := c.key(t)
		if k == "" {
			return ""
		}
		parts = append(parts, strconv.Itoa(len(k)), k) // with lengths: ("a", "bc") is not ("ab", "c")
	}
	if len(parts) == 2 {
		return parts[1]
	}
	return strings.Join(parts, " ")
}
