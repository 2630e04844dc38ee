// Package division models administrative division codes (行政区划代码) from province to village, as written by
// GB/T 2260 (two, four and six digits), GB/T 10114 (nine) and the statistics bureau (twelve).
//
// A [Code] is judged by its shape alone. Divisions are founded, merged and renumbered every year and old records
// keep old codes, so no code is refused because a table does not know it; names stand in the package names,
// which is linked only if imported. The shape:
//
//	35 06 27 109 201
//	│  │  │  │   └── village 村级, 000 = none
//	│  │  │  └────── township 乡级, 000 = none
//	│  │  └───────── county 县级, 00 = none
//	│  └──────────── prefecture 地级, 00 = none
//	└─────────────── province 省级, 11 to 82
//
// Groups of zeros at the end are padding: 350000, 350000000000 and 35 denote the same province and are the same
// value, which prints as 35. A part may not follow an empty one, with one exception found in the real world: the
// prefecture-level cities without counties (东莞, 中山, 儋州), whose townships follow 00, as in 441900003.
//
// Provinces run from 11 北京 to 82 澳门 with 71 台湾 and 81 香港 between; numbers of that range that no province
// holds today stay legal (the family planning authorities, for one, gave 66 to the 新疆生产建设兵团). The 83 in the
// residence permits of Taiwan residents is no division.
//
// All types here are values without shared state and safe for concurrent use.
package division

import (
	"iter"
	"unicode"
)

// Code is an administrative division code (行政区划代码). The zero value is "not recorded". Codes are comparable
// with ==, usable as map keys, and eight bytes long.
type Code struct {
	n uint64 // the twelve digits, padded with zeros; 0 = not recorded
}

// What one step at each level is worth in the twelve digits.
const (
	villageUnit    = 1
	townshipUnit   = 1_000
	countyUnit     = 1_000_000
	prefectureUnit = 100_000_000
	provinceUnit   = 10_000_000_000
	nationUnit     = 1_000_000_000_000
)

const (
	firstProvince = 11 // 北京
	lastProvince  = 82 // 澳门
)

// Parse reads a code of 2, 4, 6, 9 or 12 ASCII digits, padded or not. It refuses the empty text; blanks,
// full-width digits and the decimals of spreadsheets are for the importer to remove. It does not allocate.
//
// Errors: [ErrLength], [ErrDigit], [ErrInvisible], [ErrProvince], [ErrGap].
func Parse(s string) (Code, error) { return parse(s) }

// MustParse is Parse for codes written in a program; it panics, without quoting the code, when Parse refuses.
func MustParse(s string) Code {
	c, err := Parse(s)
	if err != nil {
		panic("division.MustParse: " + err.Error())
	}
	return c
}

// FromNumber reads a code held as a number, padded or not: 350627 and 350627000000 are the same county. A code
// never begins with a zero, so the digits of the number are those of the text. 0 gives the zero value.
func FromNumber(n int64) (Code, error) {
	switch {
	case n == 0:
		return Code{}, nil
	case n < 0:
		return Code{}, catalogue().New(ErrDigit)
	}
	digits := 0
	for rest := n; rest > 0; rest /= 10 {
		digits++
	}
	return fromDigits(uint64(n), digits)
}

func parse[T string | []byte](s T) (Code, error) {
	if len(s) > maxText {
		return Code{}, catalogue().New(ErrLength)
	}
	var n uint64
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return Code{}, notDigits(string(s))
		}
		if i < 12 {
			n = n*10 + uint64(s[i]-'0')
		}
	}
	return fromDigits(n, len(s))
}

// maxText bounds what is searched for the reason of a refusal.
const maxText = 64

// notDigits tells what a person can see and correct from what must be found by other means.
func notDigits(s string) error {
	for _, r := range s {
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) ||
			unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
			return catalogue().New(ErrInvisible)
		}
	}
	return catalogue().New(ErrDigit)
}

// fromDigits pads a number of so many digits to twelve and checks its parts.
func fromDigits(n uint64, digits int) (Code, error) {
	switch digits {
	case 2:
		n *= provinceUnit
	case 4:
		n *= prefectureUnit
	case 6:
		n *= countyUnit
	case 9:
		n *= townshipUnit
	case 12:
	default:
		return Code{}, catalogue().New(ErrLength)
	}
	province, prefecture := n/provinceUnit, n%provinceUnit/prefectureUnit
	township, village := n%countyUnit/townshipUnit, n%townshipUnit
	switch {
	case province < firstProvince || province > lastProvince:
		return Code{}, catalogue().New(ErrProvince)
	case prefecture == 0 && n%prefectureUnit != 0, township == 0 && village != 0:
		return Code{}, catalogue().New(ErrGap)
	}
	return Code{n}, nil
}

// unit is what one step at the level of c is worth; nationUnit for the zero value.
func (c Code) unit() uint64 {
	switch {
	case c.n%townshipUnit != 0:
		return villageUnit
	case c.n%countyUnit != 0:
		return townshipUnit
	case c.n%prefectureUnit != 0:
		return countyUnit
	case c.n%provinceUnit != 0:
		return prefectureUnit
	case c.n != 0:
		return provinceUnit
	}
	return nationUnit
}

// Level returns the level of the division (行政层级), "" for the zero value.
func (c Code) Level() Level {
	switch c.unit() {
	case villageUnit:
		return Village
	case townshipUnit:
		return Township
	case countyUnit:
		return County
	case prefectureUnit:
		return Prefecture
	case provinceUnit:
		return Province
	}
	return ""
}

// Parent returns the division directly above (上级区划): the county of a township, or the prefecture where there
// is no county. The parent of a province is the zero value.
func (c Code) Parent() Code {
	above := uint64(nationUnit)
	switch c.unit() {
	case villageUnit:
		above = townshipUnit
	case townshipUnit:
		above = countyUnit
	case countyUnit:
		above = prefectureUnit
	case prefectureUnit:
		above = provinceUnit
	}
	return Code{c.n - c.n%above}
}

// Ancestors runs through the divisions above (各上级区划), the nearest first, the province last.
func (c Code) Ancestors() iter.Seq[Code] {
	return func(yield func(Code) bool) {
		for a := c.Parent(); !a.IsZero(); a = a.Parent() {
			if !yield(a) {
				return
			}
		}
	}
}

// At returns the division of the given level that c lies in, c itself at its own level (所属某级区划). It is the
// zero value when c is coarser than the level, and when no such division exists: a township of 东莞 has no county.
func (c Code) At(l Level) Code {
	u := l.unit()
	if u == 0 {
		return Code{}
	}
	if a := (Code{c.n - c.n%u}); a.unit() == u {
		return a
	}
	return Code{}
}

// Contains reports whether d is c or lies in c (包含). The zero value contains nothing and lies in nothing.
func (c Code) Contains(d Code) bool {
	u := c.unit()
	return c.n != 0 && c.n/u == d.n/u
}

// Compare orders codes as a gazetteer does: a division before those inside it, and those before its next
// neighbour (35 < 3506 < 350627 < 350627109 < 3507). The zero value comes first.
func (c Code) Compare(o Code) int {
	switch {
	case c.n < o.n:
		return -1
	case c.n > o.n:
		return 1
	}
	return 0
}

// Equal reports whether both denote the same division.
func (c Code) Equal(o Code) bool { return c == o }

// IsZero reports whether no division is recorded.
func (c Code) IsZero() bool { return c.n == 0 }
