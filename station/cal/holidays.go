package cal

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shegong/shegong/station/fault"
)

// HolidayKind says how a day departs from the ordinary week (节假日安排类别).
type HolidayKind string

const (
	DayOff         HolidayKind = "holiday" // no work: a statutory holiday or a day added to it (放假)
	SwappedWorkday HolidayKind = "workday" // a Saturday or Sunday worked in exchange (调休上班)
)

// Holiday is one row of the yearly notice (节假日安排): a day that is not what its weekday says.
type Holiday struct {
	Date   Date        `json:"date"`
	Kind   HolidayKind `json:"kind"`
	Name   string      `json:"name"`   // 春节
	Source string      `json:"source"` // the notice with its number or address
}

// Holidays is a table of holiday notices (节假日表); it implements [Workdays]. The zero value and nil know no
// year. It never changes once built.
//
// A day in the table is what its row says. Any other day is a working day from Monday to Friday and a day of
// rest at the weekend, provided that the table knows the year. It knows a year when it has 1 January, 1 May
// and 1 October as days off: statutory holidays of every year (全国年节及纪念日放假办法), which every notice
// lists, so that a truncated file does not pass for a year. The notice of 2023 lists 2022-12-31, a row that
// does not make 2022 known.
//
// A notice may thus still change the last days of December of the year before. Extend the table when the
// next notice is published, usually in November.
type Holidays struct {
	rows  map[Date]Holiday
	known map[int]bool // by year
}

// NewHolidays builds a table from rows in any order. The error is a fault.List with every bad row: the path
// is its place ("[3].date"), the arguments row (from 1) and column say the same to a reader.
func NewHolidays(rows []Holiday) (*Holidays, error) {
	b := tableBuilder{rows: make(map[Date]Holiday, len(rows))}
	for i, h := range rows {
		b.add(fault.Index("", i), i+1, h)
	}
	return b.table()
}

// ReadHolidays reads a table in UTF-8 with the header date,kind,name,source, of at most one megabyte. Kind is
// holiday or workday. The error is a fault.List with every bad row, whose arguments row and column name the
// line of the file, the header being line 1, and the header of the column.
func ReadHolidays(r io.Reader) (*Holidays, error) {
	const maxSize = 1 << 20
	b := tableBuilder{rows: make(map[Date]Holiday)}
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		b.faults.Add("", err)
		return b.table()
	}
	if len(data) > maxSize {
		return nil, fault.List{catalogue().New(ErrTableSize, "max", strconv.Itoa(maxSize))}
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	if header, err := in.Read(); err != nil || !slices.Equal(header, []string{"date", "kind", "name", "source"}) {
		return nil, fault.List{catalogue().New(ErrTableHeader)}
	}
	for {
		cells, err := in.Read()
		if err == io.EOF {
			return b.table()
		}
		var syntax *csv.ParseError
		switch {
		case errors.As(err, &syntax):
			b.fault(ErrTableRow, "", syntax.StartLine, "")
		case len(cells) != 4:
			line, _ := in.FieldPos(0)
			b.fault(ErrTableRow, "", line, "")
		default:
			line, _ := in.FieldPos(0)
			date, _ := Parse(cells[0]) // a date not recorded is reported by add
			b.add("", line, Holiday{date, HolidayKind(cells[1]), cells[2], cells[3]})
		}
	}
}

// tableBuilder gathers rows and their faults.
type tableBuilder struct {
	rows   map[Date]Holiday
	faults fault.List
}

func (b *tableBuilder) add(path string, row int, h Holiday) {
	_, twice := b.rows[h.Date]
	switch {
	case h.Date.IsZero():
		b.fault(ErrTableDate, path, row, "date")
	case twice:
		b.fault(ErrTableTwice, path, row, "date")
	case h.Kind == SwappedWorkday && !weekend(h.Date):
		b.fault(ErrTableSwap, path, row, "date")
	}
	if h.Kind != DayOff && h.Kind != SwappedWorkday {
		b.fault(ErrTableKind, path, row, "kind")
	}
	b.text(path, row, "name", h.Name)
	b.text(path, row, "source", h.Source)
	b.rows[h.Date] = h
}

func (b *tableBuilder) text(path string, row int, column, s string) {
	switch {
	case strings.TrimSpace(s) == "":
		b.fault(ErrTableBlank, path, row, column)
	case !utf8.ValidString(s):
		b.fault(ErrTableEncoding, path, row, column)
	}
}

func (b *tableBuilder) fault(code fault.Code, path string, row int, column string) {
	args := []string{"row", strconv.Itoa(row)}
	if column != "" {
		args = append(args, "column", column)
	}
	f := catalogue().New(code, args...)
	if path != "" {
		f = f.At(column).At(path)
	}
	b.faults = append(b.faults, f)
}

func (b *tableBuilder) table() (*Holidays, error) {
	if err := b.faults.Err(); err != nil {
		return nil, err
	}
	h := &Holidays{rows: b.rows, known: make(map[int]bool)}
	for d := range h.rows {
		h.known[d.Year()] = h.fixedDaysOff(d.Year())
	}
	return h, nil
}

// Working implements [Workdays].
func (h *Holidays) Working(d Date) (working, known bool) {
	if row, ok := h.Lookup(d); ok {
		return row.Kind == SwappedWorkday, true
	}
	if !h.Knows(d.Year()) {
		return false, false
	}
	return !weekend(d), true
}

func weekend(d Date) bool {
	day := d.Weekday()
	return day == time.Saturday || day == time.Sunday
}

// Knows reports whether the table has the notice of this year.
func (h *Holidays) Knows(year int) bool { return h != nil && h.known[year] }

// fixedDaysOff reports whether 1 January, 1 May and 1 October are days off by their rows.
func (h *Holidays) fixedDaysOff(year int) bool {
	for _, month := range [...]int{1, 5, 10} {
		if row, ok := h.Lookup(on(year, month, 1)); !ok || row.Kind != DayOff {
			return false
		}
	}
	return true
}

// Lookup returns the row of a day, if it has one.
func (h *Holidays) Lookup(d Date) (Holiday, bool) {
	if h == nil {
		return Holiday{}, false
	}
	row, ok := h.rows[d]
	return row, ok
}

// All yields the rows by date.
func (h *Holidays) All() iter.Seq[Holiday] {
	return func(yield func(Holiday) bool) {
		if h == nil {
			return
		}
		for _, d := range slices.SortedFunc(maps.Keys(h.rows), Date.Compare) {
			if !yield(h.rows[d]) {
				return
			}
		}
	}
}
