package intake

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// amountColumn makes a column of an amount that may be blank, and of which a row may have another one in 万元: a blank cell changes
// nothing, and only the column in yuan is written.
func amountColumn(header, path string, field func(*Row) *known.Value[money.Amount], shift int32) sheet.Column[Row] {
	cell := sheet.YuanCell()
	if shift > 0 {
		cell = sheet.WanCell()
	}
	return sheet.Column[Row]{
		Header: header,
		Path:   path,
		Set: func(r *Row, text string) error {
			if text == "" {
				return nil
			}
			v, note := cell.Parse(text)
			err := note
			if len(fault.Of(note).Blocking()) == 0 {
				switch {
				case note != nil && !near(text, v, shift):
					err = money.Faults().New(money.ErrInexact)
				case field(r).Known():
					err = problem(ErrOne)
				default:
					*field(r) = known.Of(v)
					return note
				}
			}
			r.unread = r.unread || !field(r).Known()
			return err
		},
		Get: func(r *Row) string {
			v, ok := field(r).Get()
			if !ok || shift > 0 {
				return ""
			}
			return v.String()
		},
	}
}

// near reports whether a cell that was read as v with floating-point noise cut off lies within a millionth of a fen of it.
func near(text string, v money.Amount, shift int32) bool {
	const hundredMillionth = -8 // of a yuan
	if strings.Contains(text, "元") {
		shift = 0
	}
	if strings.Contains(text, "万") {
		shift = 4
	}
	d, err := money.ParseDecimal(digitsOf(text))
	if err != nil {
		return false
	}
	d = d.Mul(decimal.New(1, shift)) // Shift would do the same, and takes the exponent's sign from a variable
	return d.Sub(v.Abs().Decimal()).Abs().Cmp(decimal.New(1, hundredMillionth)) <= 0
}

// digitsOf returns the digits and the point of a number that package sheet has read.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || r == '.':
			return r
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		}
		return -1
	}, text)
}

// priceCell reads a unit price as text, which the valuation keeps: 12.5, ￥12.5, 12.5元. What it is worth is judged with the quantity.
func priceCell() sheet.Cell[string] {
	ref := sheet.RefCell[string]()
	return sheet.Cell[string]{
		Parse: func(text string) (string, error) {
			text, err := ref.Parse(text)
			if err != nil || text == "" {
				return "", err
			}
			if strings.ContainsAny(text, "约近超余多") {
				return "", sheet.Faults().New(sheet.ErrHedge)
			}
			text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(text, "¥"), "￥"), "元")
			if _, err := money.ParseDecimal(text); err != nil {
				return "", err
			}
			return text, nil
		},
		Format: ref.Format,
	}
}
