package ledger

import (
	"database/sql/driver"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/vocab"
)

// UnitKind is what a unit counts (单位类别): money, goods or time.
type UnitKind string

// The kinds.
const (
	Money UnitKind = "money"
	Goods UnitKind = "goods"
	Time  UnitKind = "time"
)

// UnitKinds returns the kinds.
func UnitKinds() vocab.List[UnitKind] { return unitKinds() }

var unitKinds = list("单位类别", "kind of unit",
	vocab.Entry[UnitKind]{Key: Money, ZH: "资金", EN: "money"},
	vocab.Entry[UnitKind]{Key: Goods, ZH: "物资", EN: "goods"},
	vocab.Entry[UnitKind]{Key: Time, ZH: "时间", EN: "time"},
)

// Unit is what an amount counts (计量单位): yuan in whole fen, minutes, or goods of one item by one measure word with
// 0 to 3 decimals. The zero value means "not recorded". Units are comparable with == and differ when item, word or
// decimals do: rice by the bag is not rice by the kilogram.
//
// Its text is "CNY", "min", "rice/袋" or, with decimals, "rice/公斤/3". Item and word are 1 to 40 bytes of letters,
// digits, Chinese characters and - _ . inside.
type Unit struct{ text string }

const (
	codeCNY = "CNY"
	codeMin = "min"

	maxItem  = 40
	maxScale = 3
)

// CNY returns renminbi (人民币), in yuan with two decimals.
func CNY() Unit { return Unit{codeCNY} }

// Minutes returns time (分钟), in whole minutes.
func Minutes() Unit { return Unit{codeMin} }

// GoodsUnit returns the unit of an item counted by a word, such as "rice" by 袋, with 0 to 3 decimals; [ErrUnit].
func GoodsUnit(item, word string, decimals int) (Unit, error) {
	if decimals < 0 || decimals > maxScale || !token(item) || !token(word) {
		return Unit{}, catalogue().New(ErrUnit)
	}
	text := item + "/" + word
	if decimals > 0 {
		text += "/" + strconv.Itoa(decimals)
	}
	return Unit{text}, nil
}

// token reports whether s can be an item or a word.
func token(s string) bool {
	if s == "" || len(s) > maxItem || strings.ContainsAny(s[:1]+s[len(s)-1:], "-_.") {
		return false
	}
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= 0x4E00 && r <= 0x9FFF:
		case r == '-', r == '_', r == '.':
		default:
			return false
		}
	}
	return true
}

// ParseUnit reads the text of a unit; [ErrUnit].
func ParseUnit(s string) (Unit, error) {
	if s == codeCNY || s == codeMin {
		return Unit{s}, nil
	}
	item, rest, _ := strings.Cut(s, "/")
	word, decimals, more := strings.Cut(rest, "/")
	if more && (len(decimals) != 1 || decimals[0] < '1') || !more && decimals != "" {
		return Unit{}, catalogue().New(ErrUnit)
	}
	n := 0
	if more {
		n = int(decimals[0] - '0')
	}
	return GoodsUnit(item, word, n)
}

// MustParseUnit is [ParseUnit] for literals; it panics on an error, without the text.
func MustParseUnit(s string) Unit { return must(ParseUnit(s)) }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Kind returns the kind, "" when not recorded.
func (u Unit) Kind() UnitKind {
	switch u.text {
	case "":
		return ""
	case codeCNY:
		return Money
	case codeMin:
		return Time
	}
	return Goods
}

// Decimals returns the number of decimals: 2 for money, 0 for time, 0 to 3 for goods.
func (u Unit) Decimals() int {
	switch u.Kind() {
	case Money:
		return 2
	case Goods:
		if last := u.text[len(u.text)-1]; strings.Count(u.text, "/") == 2 {
			return int(last - '0')
		}
	}
	return 0
}

// Item returns the item of goods, "" for money and time.
func (u Unit) Item() string {
	if u.Kind() != Goods {
		return ""
	}
	item, _, _ := strings.Cut(u.text, "/")
	return item
}

// Word returns the measure word: 元, 分钟, or that of the goods.
func (u Unit) Word() string {
	switch u.Kind() {
	case Money:
		return "元"
	case Time:
		return "分钟"
	case Goods:
		return strings.Split(u.text, "/")[1]
	}
	return ""
}

// IsZero reports whether no unit is recorded.
func (u Unit) IsZero() bool { return u.text == "" }

// Equal reports whether both are the same unit, as == does.
func (u Unit) Equal(o Unit) bool { return u == o }

// Compare orders units by their text.
func (u Unit) Compare(o Unit) int { return strings.Compare(u.text, o.text) }

// String returns the text, "" when not recorded.
func (u Unit) String() string { return u.text }

// AppendText appends the text; it never fails.
func (u Unit) AppendText(b []byte) ([]byte, error) { return append(b, u.text...), nil }

// MarshalText returns the text; it never fails.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.text), nil }

// UnmarshalText reads what MarshalText writes; empty text is a unit not recorded. On an error the receiver keeps its value.
func (u *Unit) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*u = Unit{}
		return nil
	}
	parsed, err := ParseUnit(string(text))
	if err == nil {
		*u = parsed
	}
	return err
}

// ValidatorValue gives validation tags the text, so that required works.
func (u Unit) ValidatorValue() any { return u.text }

// Value returns the text for the database, NULL when not recorded.
func (u Unit) Value() (driver.Value, error) {
	if u.IsZero() {
		return nil, nil
	}
	return u.text, nil
}

// Scan reads NULL or the text.
func (u *Unit) Scan(src any) error {
	text, ok := column(src)
	if src != nil && !ok {
		return catalogue().New(ErrUnit)
	}
	return u.UnmarshalText(text)
}

// column returns the text of a database column, nil for any other type.
func column(src any) ([]byte, bool) {
	if s, ok := src.(string); ok {
		return []byte(s), true
	}
	b, ok := src.([]byte)
	return b, ok
}
