package zh

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Figure is a figure phrase read back (数量短语): 近950个 is a shown number, a wording and a unit, and stands
// for every value the wording is true of. The zero value is not recorded: it prints as "" and contains nothing.
// A Figure is immutable; it is not comparable with ==, see [Figure.Equal].
type Figure struct {
	before  string // hedges before the number, as written: 近, 达近
	number  string // as written: 1,214,000.5, 三十; "" for the 1 of 万余元
	words   bool   // the number is written in characters
	tail    string // 余 or 多
	place   place  // where the tail stands
	cut     int    // bytes of unit before a tail in the unit
	scale   Scale
	unit    string
	after   string // hedges behind everything: 左右; or the 整 of 元整
	wording Wording
	shown   decimal.Decimal // scale applied
	step    decimal.Decimal // 0 where nothing hedges a zero
}

// place is where 余 or 多 stands.
type place uint8

const (
	afterScale  place = iota // 5万多元, 1600余个
	beforeScale              // 120余万元
	inUnit                   // 3年多, 3个多月
)

// String returns the phrase as it was read or written.
func (f Figure) String() string {
	var buf [maxPhrase]byte
	return string(f.append(buf[:0]))
}

// AppendText appends [Figure.String] to b; the error is always nil.
func (f Figure) AppendText(b []byte) ([]byte, error) { return f.append(b), nil }

// MarshalText returns [Figure.String]; the error is always nil.
func (f Figure) MarshalText() ([]byte, error) { return f.append(nil), nil }

// UnmarshalText reads what [ParseFigure] reads; empty text is the zero value.
func (f *Figure) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*f = Figure{}
		return nil
	}
	g, err := ParseFigure(string(b))
	if err != nil {
		return err
	}
	*f = g
	return nil
}

func (f Figure) append(b []byte) []byte {
	b = append(append(b, f.before...), f.number...)
	if f.place == beforeScale {
		b = append(b, f.tail...)
	}
	b = append(b, f.scale...)
	if f.place == afterScale {
		b = append(b, f.tail...)
	}
	b = append(b, f.unit[:f.cut]...)
	if f.place == inUnit {
		b = append(b, f.tail...)
	}
	return append(append(b, f.unit[f.cut:]...), f.after...)
}

// IsZero reports whether no figure is recorded.
func (f Figure) IsZero() bool { return f.wording == "" }

// Equal reports whether two figures are the same phrase. 近950个 and 将近950个 are not.
func (f Figure) Equal(o Figure) bool { return f.wording == o.wording && f.String() == o.String() }

// Unit returns the measure words behind the number, without scale word and hedge: 个, 人次, 元, %.
func (f Figure) Unit() string { return f.unit }

// Scale returns the scale word.
func (f Figure) Scale() Scale { return f.scale }

// Wording returns what the hedges say, [Exact] if there is none and "" for the zero Figure.
func (f Figure) Wording() Wording { return f.wording }

// InWords reports whether the number is written in characters (两支, 三百余户).
func (f Figure) InWords() bool { return f.words }

// Shown returns the number that is written, scale word applied: 150000 for 超15万人.
func (f Figure) Shown() decimal.Decimal { return f.shown }

// Step returns the step a reader derives from the text (see [Wording]): 10 for 近950个. It is 0 for a figure
// that shows 0.
func (f Figure) Step() decimal.Decimal { return f.step }

// Exact returns the value of a figure that names exactly one; false where the wording leaves a choice.
func (f Figure) Exact() (decimal.Decimal, bool) {
	return f.shown, f.wording.exact()
}

// Bounds returns the interval of values that the phrase is true of, as a reader takes it (second column at
// [Wording]): 940 to 950, both excluded, for 近950个. Both bounds of the zero Figure are endless, though it
// contains nothing.
func (f Figure) Bounds() (lo, hi Bound) {
	if f.IsZero() {
		return Bound{}, Bound{}
	}
	i := f.wording.read(f.shown, f.step)
	return i.lo, i.hi
}

// Contains reports whether the phrase is true of x. An x with more than 36 digits or an exponent beyond ±30 may
// be reported as not contained, whatever the phrase.
func (f Figure) Contains(x decimal.Decimal) bool {
	return !f.IsZero() && sized(x) && f.wording.read(f.shown, f.step).contains(x)
}

// Warrants reports whether the phrase would have been written for x (last column at [Wording]): 近950个 is
// warranted for 945 < x < 950 only. What it warrants it also contains.
func (f Figure) Warrants(x decimal.Decimal) bool {
	return !f.IsZero() && sized(x) && f.wording.write(f.shown, f.step).contains(x)
}

// Stretched reports that the phrase is true of x and yet would not have been written for it, as 超15万人 of
// 390000. A proofreader warns.
func (f Figure) Stretched(x decimal.Decimal) bool { return f.Contains(x) && !f.Warrants(x) }

// As returns the figure in another form of the same wording: 超15万人 as 突破15万人, 约300人 as 300人左右. An
// error has the code [ErrWording] where the form belongs to another wording. 约…余 has one form only.
func (f Figure) As(text string) (Figure, error) {
	for _, alt := range forms {
		if alt.text != text || alt.w != f.wording {
			continue
		}
		g := f
		g.before, g.tail, g.after = "", "", ""
		g.put(alt)
		return ParseFigure(g.String())
	}
	return Figure{}, catalogue().New(ErrWording)
}

// put writes the form where it stands.
func (f *Figure) put(alt form) {
	switch alt.side {
	case front:
		f.before = alt.text
	case tail:
		f.tail = alt.text
	case rear:
		f.after = alt.text
	}
}

// sized reports whether d can be computed with at bounded cost. It looks at nothing but lengths.
func sized(d decimal.Decimal) bool {
	return d.Exponent() >= -30 && d.Exponent() <= 30 && d.Coefficient().BitLen() <= 120
}

// lastPlace returns the place of the last non-zero digit of d, 100 for 1600; 0 for 0. d is sized.
func lastPlace(d decimal.Decimal) decimal.Decimal {
	n := d.Normalize()
	if n.IsZero() {
		return n
	}
	return decimal.New(1, n.Exponent())
}

// digitsValue reads a number as written in text, commas included: a whole part, and decimals if any, of bounded
// length.
func digitsValue(number string) decimal.Decimal {
	whole, decimals, _ := strings.Cut(strings.ReplaceAll(number, ",", ""), ".")
	if len(whole)+len(decimals) <= 18 {
		n, _ := strconv.ParseInt(whole+decimals, 10, 64)
		return decimal.New(n, -int32(len(decimals)))
	}
	v, _ := new(big.Int).SetString(whole+decimals, 10)
	return decimal.NewFromBigInt(v, -int32(len(decimals)))
}
