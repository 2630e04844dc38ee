package intake

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// Config says what rows are read by (导入设置). Units are those of goods that are counted with decimals; all others are counted
// in whole. Rounding is how unit price times quantity becomes whole fen; without one, rows with a unit price are refused.
type Config struct {
	Funds    ledger.FundSource
	Units    []ledger.Unit
	Rounding money.Rounding
}

func (c Config) unit(item, word string) (ledger.Unit, error) {
	if i := slices.IndexFunc(c.Units, func(u ledger.Unit) bool { return u.Item() == item && u.Word() == word }); i >= 0 {
		return c.Units[i], nil
	}
	return ledger.GoodsUnit(item, word, 0)
}

// Plan is what a file would post (导入方案). Plans are made by [Config.Plan] and not changed.
type Plan struct {
	Register   Register
	Source     string
	Items      []Item
	Statements []Statement
	Faults     fault.List // every problem in the order of the file, advisory ones too
}

// Item is one good row and its entry (拟记账的一行). Number is that of the row, as the spreadsheet counts. Where goods leave the stock, the
// legs with their value are added when it is posted.
type Item struct {
	Number int
	Row    Row
	Entry  ledger.Entry

	other ledger.Leg
}

// Statement is a row that says what the book must hold (期初、期末余额).
type Statement struct {
	Number  int
	Row     Row
	Holds   ledger.Amount
	Closing bool // at the end of the day, and not before it
}

// Plan reads the rows of a register (读取并拟订方案). The source is the name by which the file is known again: rows without a number
// have keys made of it. Problems of the file are in the plan; the error is [ErrRegister], [ErrSource], or that of the
// fund source. No rows at all, nil, is an empty file.
func (c Config) Plan(ctx context.Context, reg Register, source string, rows iter.Seq2[[]string, error], opts ...sheet.Option) (Plan, error) {
	switch {
	case !registers().Known(reg):
		return Plan{}, problem(ErrRegister)
	case source == "":
		return Plan{}, problem(ErrSource)
	case c.Funds == nil:
		return Plan{}, ledger.Refuse(ledger.I4, ledger.ErrMissing).At("funds")
	}
	if rows == nil {
		rows = func(func([]string, error) bool) {}
	}
	var failed error
	form := reg.Form()
	checked := form
	checked.Check = func(r *Row) error {
		d, err := c.draft(ctx, reg, form, *r)
		if err != nil {
			failed = err
			return nil
		}
		return d.Err()
	}
	result := checked.Read(rows, opts...)
	p := Plan{Register: reg, Source: source, Faults: result.Faults}
	before := seen{make(map[string]int), make(map[string][]int)}
	for _, row := range result.Rows {
		if failed != nil {
			break
		}
		d, err := c.draft(ctx, reg, form, row.Value)
		if err != nil {
			failed = err
			break
		}
		if found := d.Blocking(); len(found) > 0 { // a word that only a newer program knows: sheet lets it pass, the ledger does not
			for _, f := range found {
				p.note(row.Number, f.Path(), f)
			}
			continue
		}
		if of := statesBalance(reg, row.Value); of != "" {
			p.Statements = append(p.Statements, Statement{row.Number, row.Value, d.holds, of == ClosingStock})
			continue
		}
		p.add(row, d, before)
	}
	if failed != nil {
		return Plan{}, failed
	}
	if reg == CashBook {
		p.running(result)
	}
	slices.SortStableFunc(p.Faults, func(a, b fault.Fault) int { return cmp.Compare(rowOf(a), rowOf(b)) })
	return p, nil
}

// seen are the rows of a file so far, by number, and by content for those without.
type seen struct {
	numbers map[string]int
	twins   map[string][]int
}

// add plans the entry of a row.
func (p *Plan) add(row sheet.Row[Row], d *draft, before seen) {
	content := row.Value.content()
	key := string(p.Register) + "-" + row.Value.Number
	if row.Value.Number == "" {
		twins := before.twins[content]
		before.twins[content] = append(twins, row.Number)
		key = "row-" + digest(string(p.Register), p.Source, strconv.Itoa(len(twins)), content)[:48]
		if len(twins) > 0 {
			p.note(row.Number, "", problem(ErrTwin, "row", strconv.Itoa(twins[0])).AsAdvisory())
		}
	} else if first, twice := before.numbers[key]; twice {
		p.note(row.Number, "key", problem(ErrTwice, "row", strconv.Itoa(first)))
		return
	} else {
		before.numbers[key] = row.Number
	}
	item := Item{row.Number, row.Value, d.keyed(key), d.other}
	item.Entry.Meta = []ledger.Meta{{Key: metaRow, Value: "sha256:" + digest(content)}}
	found := fault.Of(item.Entry.Validate()) // a number too long for a key
	for _, f := range found {
		p.note(row.Number, columnOf(&item.Entry, item.Row, f.Path()), f)
	}
	if len(found) == 0 {
		p.Items = append(p.Items, item)
	}
}

// metaRow is the key of the entry's field that holds the digest of the row it was made of.
const metaRow = "intake.row"

func rowOf(f fault.Fault) int {
	n, _, _ := sheet.Place(f)
	return n
}

// note adds a fault at a cell, by the path of its column, or at the row.
func (p *Plan) note(number int, path string, f fault.Fault) {
	p.Faults = append(p.Faults, f.Moved(cell(p.Register.Form(), number, path)))
}

// cell is the place of a row and, behind it, of the column with this path, or the path if no column has it.
func cell(form sheet.Form[Row], number int, path string) string {
	at := sheet.RowPath(number)
	if path == "" {
		return at
	}
	if i := slices.IndexFunc(form.Columns, func(c sheet.Column[Row]) bool { return c.Path == path }); i >= 0 {
		path = form.Columns[i].Header
	}
	return at + "." + path
}

// columnOf is the path of the column in which lies what is wrong with an entry at a path of its own.
func columnOf(e *ledger.Entry, r Row, path string) string {
	list, field, nested := strings.Cut(path, ".")
	name, at := list, -1
	if before, index, ok := strings.Cut(list, "["); ok {
		name = before
		at, _ = strconv.Atoi(strings.TrimSuffix(index, "]"))
	}
	switch {
	case name == "evidence" && nested:
		return "evidence." + field
	case name == "valuations" && field == "evidence":
		return "evidence.number"
	case name == "valuations" && (field == "exact" || field == "rounding"):
		return "unit_price"
	case name == "lots" && field == "unit":
		return "item"
	case name == "lots" && (field == "id" || field == ""):
		return "lot"
	case name == "legs" && (field == "amount" || field == ""):
		if at >= 0 && at < len(e.Legs) && e.Legs[at].Amount.Unit().Kind() == ledger.Goods {
			return "quantity"
		}
		switch {
		case r.In.Known():
			return "in"
		case r.Out.Known():
			return "out"
		case r.Value.Known():
			return "value"
		}
		return "amount"
	case nested:
		return field
	}
	return name
}

// content is a row's content, whatever order its columns had and however its cells were written. The balance is left out, which changes
// when a row is put before it. Fields that a later version adds change nothing where they are blank.
func (r Row) content() string {
	r.Balance = known.Value[money.Amount]{}
	b, _ := json.Marshal(r) // it has nothing that JSON does not hold
	return string(b)
}

// packed joins texts with their lengths, so that no two lists of texts give the same.
func packed(parts ...string) string {
	var b []byte
	for _, s := range parts {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return string(b)
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(packed(parts...)))
	return hex.EncodeToString(sum[:])
}

// running compares each balance in an ordinary row of the cash book with the one before. Rows belong to the last opening balance whose
// fund, station and channel they have; after a row that could not be read the next balance is taken as it is.
func (p *Plan) running(result sheet.Result[Row]) {
	type balance struct {
		of    Row
		sum   ledger.Total
		known bool
	}
	scopes := []*balance{{}}
	bad := make(map[int]bool)
	for _, f := range p.Faults.Blocking() {
		bad[rowOf(f)] = true
	}
	number := 0
	for _, row := range result.Rows {
		for number++; number < row.Number; number++ {
			if bad[number] {
				for _, s := range scopes {
					s.known = false
				}
			}
		}
		r := row.Value
		says, stated := r.Balance.Get()
		switch statesBalance(CashBook, r) {
		case OpeningStock:
			s := &balance{of: r, known: true}
			s.sum.Add(says.Fen())
			scopes = append(scopes, s)
			continue
		case ClosingStock:
			continue
		}
		var s *balance
		for _, o := range scopes {
			if within(o.of, r) {
				s = o
			}
		}
		in, _ := r.In.Get()
		out, _ := r.Out.Get()
		s.sum.Add(in.Fen())
		s.sum.Add(-out.Fen())
		if !stated {
			continue
		}
		var said ledger.Total
		said.Add(says.Fen())
		if s.known && s.sum != said {
			p.note(row.Number, "balance", problem(ErrRunning))
			p.Items = slices.DeleteFunc(p.Items, func(i Item) bool { return i.Number == row.Number })
		}
		s.sum, s.known = said, true
	}
}

// within reports whether a row belongs to the balance that another one states.
func within(of, r Row) bool {
	return (of.Fund == "" || of.Fund == r.Fund) && (of.Station == "" || of.Station == r.Station) && (of.Channel == "" || of.Channel == r.Channel)
}
