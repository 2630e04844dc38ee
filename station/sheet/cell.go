package sheet

import (
	"encoding"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Cell is how one type of value is read and written (单元格): what [Field], [Known] and [List] make columns of. Parse
// gets the text without blanks around it, "" for a blank cell, and may return an advisory fault with a value. Neither
// function may put the text into an error.
type Cell[V any] struct {
	Parse  func(text string) (V, error)
	Format func(v V) string
}

// Field makes a column of any type (自定列). The field function returns where the value is kept.
func Field[T any, V comparable](header string, field func(*T) *V, cell Cell[V]) Column[T] {
	return Column[T]{
		Header: header,
		Set: func(t *T, text string) error {
			v, err := cell.Parse(text)
			if !blocking(err) {
				*field(t) = v
			}
			return err
		},
		Get:   func(t *T) string { return cell.Format(*field(t)) },
		Equal: func(a, b *T) bool { return *field(a) == *field(b) },
		Copy:  func(to, from *T) { *field(to) = *field(from) },
	}
}

// Known makes a column of a value that may be unknown (可不填): blank is unknown.
func Known[T any, V comparable](header string, field func(*T) *known.Value[V], cell Cell[V]) Column[T] {
	return Field(header, field, Cell[known.Value[V]]{
		Parse: func(text string) (k known.Value[V], err error) {
			if text == "" {
				return k, nil
			}
			v, err := cell.Parse(text)
			if blocking(err) {
				return k, err
			}
			return known.Of(v), err
		},
		Format: func(k known.Value[V]) string {
			v, ok := k.Get()
			if !ok {
				return ""
			}
			return cell.Format(v)
		},
	})
}

// blocking reports whether the value could not be read.
func blocking(err error) bool {
	switch e := err.(type) {
	case nil:
		return false
	case fault.Fault:
		return !e.Advisory()
	}
	return len(fault.Of(err).Blocking()) > 0
}

// Text makes a column of prose (文字): names of places and organisations, remarks. It is kept as it is but for blanks
// around it and line breaks, which become "\n"; it is not folded, because ，（） are right in prose. [ErrInvisible] for
// control, invisible and bidirectional characters.
func Text[T any, S ~string](header string, field func(*T) *S) Column[T] {
	return Field(header, field, TextCell[S]())
}

// TextCell is the cell of [Text].
func TextCell[S ~string]() Cell[S] {
	return Cell[S]{
		Parse:  func(text string) (S, error) { text, err := prose(text); return S(text), err },
		Format: func(s S) string { return string(s) },
	}
}

// Ref makes a column of an identifier that is plain text (编号): of a station, a contract, a document. It is folded and
// loses spreadsheet noise; see the package comment. [ErrInvisible], [ErrScientific].
func Ref[T any, S ~string](header string, field func(*T) *S) Column[T] {
	return Field(header, field, RefCell[S]())
}

// RefCell is the cell of [Ref].
func RefCell[S ~string]() Cell[S] {
	return Cell[S]{
		Parse:  func(text string) (S, error) { text, err := identifier(text); return S(text), err },
		Format: func(s S) string { return string(s) },
	}
}

// A textual type has a canonical text; all value types of this library do.
type textual interface {
	comparable
	encoding.TextMarshaler
}

// A reader is a pointer to a textual type.
type reader[V any] interface {
	*V
	encoding.TextUnmarshaler
}

// Value makes a column of a type with a text form (值): division.Code, identity.CreditCode, cal.Period, measure.Ratio.
// It is read like a [Ref], without any blanks in it, and written as its text.
func Value[T any, V textual, P reader[V]](header string, field func(*T) *V) Column[T] {
	return Field(header, field, ValueCell[V, P]())
}

// ValueCell is the cell of [Value].
func ValueCell[V textual, P reader[V]]() Cell[V] {
	return Cell[V]{
		Parse: func(text string) (v V, err error) {
			if text, err = identifier(text); err != nil {
				return v, err
			}
			err = P(&v).UnmarshalText([]byte(withoutBlanks(text)))
			return v, err
		},
		Format: func(v V) string { b, _ := v.MarshalText(); return string(b) },
	}
}

// Date makes a column of days (日期), read as cal.ParseLenient does: 2022-06-28, 2022年6月28日, 2022/6/28. Written
// 2022-06-28.
func Date[T any](header string, field func(*T) *cal.Date) Column[T] {
	return Field(header, field, Cell[cal.Date]{day, cal.Date.String})
}

// SerialDate is [Date], and reads the day numbers of spreadsheets (日期序列号) too, see [FromSerial]: 44740 is 2022-06-28.
// Numbers of fewer than five digits, up to 1927-05-18, are refused: 2022 is a year more often than a day of 1905.
func SerialDate[T any](header string, field func(*T) *cal.Date) Column[T] {
	return Field(header, field, Cell[cal.Date]{serialDay, cal.Date.String})
}

// Partial makes a column of dates that may be known roughly (可不精确的日期): 2022年6月, 2021年年底, and whatever [Date] reads.
func Partial[T any](header string, field func(*T) *cal.Partial) Column[T] {
	return Field(header, field, Cell[cal.Partial]{partialDay, cal.Partial.String})
}

// Period makes a column of stretches of days (期限), see [PeriodCell].
func Period[T any](header string, field func(*T) *cal.Period) Column[T] {
	return Field(header, field, PeriodCell())
}

// PeriodCell writes 2022-01-01至2022-12-31, both days included as documents have it, and 2022-07-01起 for a period that
// lasts. It reads both with the dates as people write them, also 自2022年1月1日起至2022年12月31日止, takes a single day for the
// first one, and reads the text of a cal.Period. A blank cell is not recorded.
func PeriodCell() Cell[cal.Period] {
	canonical := ValueCell[cal.Period, *cal.Period]()
	return Cell[cal.Period]{
		Parse: func(text string) (cal.Period, error) {
			if p, err := canonical.Parse(text); err == nil {
				return p, nil
			}
			first, second, ended := strings.Cut(text, "至")
			first = strings.TrimSpace(first)
			from, err := cal.ParseLenient(strings.TrimSuffix(strings.TrimPrefix(first, "自"), "起"))
			if err != nil || !ended {
				return cal.Since(from), err
			}
			last, err := cal.ParseLenient(strings.TrimSuffix(strings.TrimSpace(second), "止"))
			if err != nil {
				return cal.Period{}, err
			}
			return cal.Through(from, last)
		},
		Format: func(p cal.Period) string {
			switch {
			case p.IsZero():
				return ""
			case p.Open():
				return p.From().String() + "起"
			}
			return p.From().String() + "至" + p.Last().String()
		},
	}
}

// Money makes a column of amounts in yuan (金额，元), see [YuanCell].
func Money[T any](header string, field func(*T) *money.Amount) Column[T] {
	return Field(header, field, YuanCell())
}

// MoneyWan makes a column of amounts in ten thousand yuan (金额，万元), see [WanCell].
func MoneyWan[T any](header string, field func(*T) *money.Amount) Column[T] {
	return Field(header, field, WanCell())
}

// YuanCell reads and writes amounts in yuan. It reads 1854000, 1,854,000.00, ￥1854000.00, 1854000元 and, by its own
// unit, 185.4万元. Whatever is not whole fen is MONEY-INEXACT; floating-point noise is cut with [ErrNoise]; 约 近 余 多 are
// [ErrHedge], exponents [ErrScientific]. A blank cell is [ErrBlank], because it is not ¥0.00: see [Known].
func YuanCell() Cell[money.Amount] {
	return Cell[money.Amount]{func(s string) (money.Amount, error) { return amount(s, 0) }, money.Amount.String}
}

// WanCell is [YuanCell] for columns in 万元: 7.62 is ¥76200.00, written 7.62. Amounts must still be whole fen.
func WanCell() Cell[money.Amount] {
	return Cell[money.Amount]{func(s string) (money.Amount, error) { return amount(s, 4) }, inWan}
}

// Quantity makes a column of numbers with up to three decimals (数量), see [QuantityCell].
func Quantity[T any](header string, field func(*T) *measure.Quantity) Column[T] {
	return Field(header, field, QuantityCell())
}

// QuantityCell reads and writes plain numbers, grouped or not. Hedges, exponents, noise and blanks are treated as in
// [YuanCell].
func QuantityCell() Cell[measure.Quantity] {
	return Cell[measure.Quantity]{quantity, measure.Quantity.String}
}

// Int makes a column of whole numbers (整数), see [IntCell].
func Int[T any, I ~int | ~int32 | ~int64](header string, field func(*T) *I) Column[T] {
	return Field(header, field, IntCell[I]())
}

// IntCell reads and writes whole numbers, grouped or not; 3.0 is 3. Hedges, exponents, noise and blanks are treated
// as in [YuanCell].
func IntCell[I ~int | ~int32 | ~int64]() Cell[I] {
	return Cell[I]{integer[I], formatInt[I]}
}

// Bool makes a column of yes and no (是否), see [BoolCell].
func Bool[T any](header string, field func(*T) *bool) Column[T] {
	return Field(header, field, BoolCell())
}

// BoolCell writes 是 and 否 and reads 是 √ ✓ Y YES TRUE 1 and 否 × N NO FALSE 0. A blank cell is [ErrBlank]: see [Known].
func BoolCell() Cell[bool] {
	return Cell[bool]{
		Parse: yesNo,
		Format: func(b bool) string {
			if b {
				return "是"
			}
			return "否"
		},
	}
}

// Key makes a column of words from a code list (代码), see [KeyCell].
func Key[T any, K ~string](header string, list vocab.List[K], field func(*T) *K) Column[T] {
	return Field(header, field, KeyCell(list))
}

// KeyCell reads a key, name or alias of the list, whatever its width, case and blanks, and writes the Chinese name. A
// text that no list of today holds but that has the form of a key in ASCII (a-z, A-Z, digits, - _ .) may come from a
// newer program: it is kept as the key with an advisory VOCAB-UNKNOWN. Any other text is a mistake in writing and is
// VOCAB-UNKNOWN in earnest.
func KeyCell[K ~string](list vocab.List[K]) Cell[K] {
	return Cell[K]{
		Parse:  words(list),
		Format: func(k K) string { return list.Name(k, language.Chinese) },
	}
}

// DatedCell is a word of a code list with a date (带日期的代码), mostly as an item of a [List]: 暂停（2022年3月）. It reads 暂停2022年3月
// too. Words are read as by [KeyCell] and dates as by [Partial]; either may be missing.
func DatedCell[V any, K ~string](list vocab.List[K], join func(K, cal.Partial) V, split func(V) (K, cal.Partial)) Cell[V] {
	word := KeyCell(list)
	return Cell[V]{
		Parse: func(text string) (v V, err error) {
			blank := text == ""
			if text, err = identifier(text); err != nil {
				return v, err
			} else if text == "" && !blank { // a lone apostrophe says neither
				_, err = list.Parse("")
				return v, err
			}
			key, since := text, ""
			if open := strings.LastIndex(text, "("); open >= 0 && strings.HasSuffix(text, ")") {
				key, since = text[:open], text[open+1:len(text)-1]
			} else if i := strings.IndexAny(text, "0123456789"); i >= 0 {
				key, since = text[:i], text[i:]
			}
			k, err := word.Parse(strings.TrimSpace(key))
			on, wrong := partialDay(strings.TrimSpace(since))
			var l fault.List
			l.Add("", err)
			l.Add("", wrong)
			return join(k, on), l.Err()
		},
		Format: func(v V) string {
			k, on := split(v)
			text := word.Format(k)
			if on.IsZero() && !strings.ContainsAny(text, "0123456789") {
				return text
			}
			return text + "（" + on.String() + "）"
		},
	}
}

// List makes a column of several values in one cell (多值): separated by 、 or, where an item holds that itself, by ；,
// with one at the end of a single item. Reading takes ; , ， and line breaks as well where no ； stands. A blank cell
// is no items. Items must not be blank or hold ； themselves.
func List[T any, V comparable](header string, field func(*T) *[]V, cell Cell[V]) Column[T] {
	return listColumn(header, field, cell)
}

// Personal makes a column of a personal type (个人信息) that is written masked (脱敏). It reads full texts: identifiers
// without spreadsheet noise and blanks, names as identity.ParseNameLenient does, identity.Text as it is. The masks
// it writes are refused as IDENTITY-MASKED.
func Personal[T any, P identity.Personal](header string, field func(*T) *P) Column[T] {
	c := Field(header, field, Cell[P]{person[P], P.String})
	c.Key = func(t *T) string { return identity.Reveal(*field(t)) } // tells rows apart; never shown
	return c
}

// Reveal is [Personal] for a column that is written in full (明文导出). Every use is a disclosure: it belongs into the
// importer's own form for one lawful purpose.
func Reveal[T any, P identity.Personal](header string, field func(*T) *P) Column[T] {
	c := Personal(header, field)
	c.Get = func(t *T) string { return identity.Reveal(*field(t)) }
	return c
}
