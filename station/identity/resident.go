package identity

import (
	"strings"
	"sync"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/vocab"
)

// ResidentID is the number on a resident's identity card (公民身份号码), on the residence permit of somebody from
// Hong Kong, Macao or Taiwan (港澳台居民居住证), or on a foreigner's permanent resident card
// (外国人永久居留身份证): see [IDKind]. The zero value is not recorded, which is lawful: newborns and people never
// registered have no number.
//
// It masks to eighteen asterisks; nothing of the number is shown. The usual mask, the first six and the last four
// digits, hides only the date of birth: the check character leaves some 35 candidates as soon as the age is known.
// And since a station knows the county of most people it serves, the last four digits alone tell as much.
//
// A valid number is well formed. It need not be that of the person at hand, nor exist.
type ResidentID struct{ secret[residentRule] }

// ParseResidentID reads a number of one of the kinds of [IDKind], ASCII characters only; a lower-case x at the end
// is stored as X. Errors: [ErrResident], [ErrArea], [ErrBirth], [ErrCheck]; [ErrLegacy] for 15 digits, see
// [UpgradeLegacy]; [ErrWidth], [ErrInvisible], [ErrMasked].
func ParseResidentID(s string) (ResidentID, error) {
	x, err := read[residentRule](s)
	return ResidentID{x}, err
}

// MustParseResidentID is ParseResidentID for literals; it panics on an error, without the value.
func MustParseResidentID(s string) ResidentID { return must(ParseResidentID(s)) }

// UpgradeLegacy reads a 15-digit number (15位旧号码), which has no century and no check and has not been valid for
// use since 2013 [recalled], and returns the 18-digit number made of it: 19 before the year, check character after
// the sequence. That is how the numbers were converted, but a person whose number was wrong or held twice got
// another one, so have the holder confirm it. Sequences 996 to 999 were kept for people born before 1900 [recalled]
// and are [ErrCentury]. Other errors as in [ParseResidentID].
func UpgradeLegacy(s string) (ResidentID, error) {
	if len(s) != 15 || !digits(s) {
		return ResidentID{}, refuse(s, ErrResident)
	}
	if s[12:] >= "996" {
		return ResidentID{}, catalogue().New(ErrCentury)
	}
	s = s[:6] + "19" + s[6:]
	if kindOf(s) != Citizen { // only citizens had such numbers
		return ResidentID{}, catalogue().New(ErrArea)
	}
	check, _ := checkDigit(s)
	return ParseResidentID(s + string(check))
}

// IDKind says which document a number belongs to (证件类型). The zero value belongs to the zero number.
type IDKind string

// The kinds. The rules for citizens and permits are those of GB 11643-1999: six digits of area, eight of birth,
// three of sequence, a check character after ISO 7064 MOD 11-2.
const (
	// Citizen numbers begin with the two digits of a province. The area is judged no further, because many numbers
	// carry codes that were abolished since.
	Citizen IDKind = "citizen"
	// HongKong, Macao and Taiwan are residence permits, beginning with 81, 82 and 83 [prefixes recalled].
	HongKong IDKind = "hong_kong"
	Macao    IDKind = "macao"
	Taiwan   IDKind = "taiwan"
	// Foreign is the card issued since 2023-12-01: 9, then 16 digits, then the same check character. Known at
	// second hand from the rules for reading the card; the two specimen numbers in circulation pass. The date
	// inside is not enforced.
	Foreign IDKind = "foreign"
	// ForeignOld is the card before that: three capitals and twelve digits [reported], which are judged no further.
	ForeignOld IDKind = "foreign_old"
)

// IDKinds returns the kinds with their names.
func IDKinds() vocab.List[IDKind] { return idKinds() }

var idKinds = sync.OnceValue(func() vocab.List[IDKind] {
	type entry = vocab.Entry[IDKind]
	gb := []vocab.Source{{Document: "GB 11643-1999《公民身份号码》", Provenance: vocab.Reported}}
	permit := []vocab.Source{{Document: "《港澳台居民居住证申领发放办法》", Provenance: vocab.Recalled}}
	card := []vocab.Source{{Document: "《新版外国人永久居留身份证机读信息规则》", Provenance: vocab.Reported}}
	return vocab.New("证件类型", "identity document",
		entry{Key: Citizen, ZH: "居民身份证", EN: "resident identity card", Sources: gb},
		entry{Key: HongKong, ZH: "香港居民居住证", EN: "residence permit for Hong Kong residents", Sources: permit},
		entry{Key: Macao, ZH: "澳门居民居住证", EN: "residence permit for Macao residents", Sources: permit},
		entry{Key: Taiwan, ZH: "台湾居民居住证", EN: "residence permit for Taiwan residents", Sources: permit},
		entry{Key: Foreign, ZH: "外国人永久居留身份证", EN: "foreign permanent resident card", Sources: card},
		entry{Key: ForeignOld, ZH: "外国人永久居留身份证（旧版）", EN: "foreign permanent resident card, old form", Sources: card},
	)
})

// Kind returns the document the number belongs to.
func (r ResidentID) Kind() IDKind {
	if r.IsZero() {
		return ""
	}
	return kindOf(r.full())
}

func kindOf(s string) IDKind {
	switch {
	case len(s) == 15:
		return ForeignOld
	case s[0] == '9':
		return Foreign
	case s[:2] == "81":
		return HongKong
	case s[:2] == "82":
		return Macao
	case s[:2] == "83":
		return Taiwan
	}
	return Citizen
}

// StatedBirth returns the date of birth that the number states (号码所载出生日期). It is evidence and not truth:
// numbers carry wrong dates and dates of registration, and are not changed when the register is corrected. It is
// the zero Date where the number states none.
func (r ResidentID) StatedBirth() cal.Date {
	if len(r.full()) != 18 {
		return cal.Date{}
	}
	d, _ := birth(r.full())
	return d
}

func birth(s string) (cal.Date, error) {
	return cal.On(number(s[6:10]), time.Month(number(s[10:12])), number(s[12:14]))
}

func number(digits string) (n int) {
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

// Sex is the sex a number states (号码所载性别). The zero value is not stated.
type Sex string

// The two sexes that a number can state.
const (
	Male   Sex = "male"
	Female Sex = "female"
)

// StatedSex returns the sex that the number states by its 17th digit, odd for male (号码所载性别); evidence like
// [ResidentID.StatedBirth].
func (r ResidentID) StatedSex() Sex {
	switch s := r.full(); {
	case len(s) != 18:
		return ""
	case s[16]&1 == 1:
		return Male
	default:
		return Female
	}
}

// StatedArea returns the place where a citizen was first registered (首次登记地), as coded at that time; not where
// anybody lives now. The code may be abolished. Where the six digits are not a code by today's shape, such as
// 460025 of the counties directly under Hainan province, it is the province. Other kinds state no place.
func (r ResidentID) StatedArea() division.Code {
	if r.Kind() != Citizen {
		return division.Code{}
	}
	return area(r.full()[:6])
}

func area(six string) division.Code {
	code, err := division.Parse(six)
	if err != nil {
		code, _ = division.Parse(six[:2])
	}
	return code
}

// Compare orders by number, which is by area first.
func (r ResidentID) Compare(o ResidentID) int { return strings.Compare(r.full(), o.full()) }

// Equal reports whether both are the same number.
func (r ResidentID) Equal(o ResidentID) bool { return r == o }

type residentRule struct{}

func (residentRule) typeName() string   { return "ResidentID" }
func (residentRule) mask(string) string { return "******************" }

func (residentRule) read(s string) (string, error) {
	switch {
	case len(s) == 15 && digits(s):
		return "", catalogue().New(ErrLegacy)
	case len(s) == 15 && digits(s[3:]) && strings.Trim(s[:3], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "":
		return s, nil
	case len(s) != 18:
		return "", refuse(s, ErrResident)
	}
	check, ok := checkDigit(s[:17])
	if !ok || !digits(s[17:]) && s[17] != 'X' && s[17] != 'x' {
		return "", refuse(s, ErrResident)
	}
	if kindOf(s) != Foreign {
		if s[:2] < "11" || s[:2] > "83" {
			return "", catalogue().New(ErrArea)
		}
		// A year before 1800 is a real date of nobody who was alive when numbers were first given.
		if _, err := birth(s); err != nil || s[6:10] < "1800" {
			return "", catalogue().New(ErrBirth)
		}
	}
	if s[17] == 'x' {
		s = s[:17] + "X"
	}
	if check != s[17] {
		return "", catalogue().New(ErrCheck)
	}
	return s, nil
}

// CheckDigit returns the check character, 0 to 9 or X, for the first 17 digits of a resident number (校验码), after
// GB 11643-1999 and ISO 7064 MOD 11-2. The error is [ErrResident] when they are not 17 digits.
func CheckDigit(first17 string) (byte, error) {
	if len(first17) == 17 {
		if c, ok := checkDigit(first17); ok {
			return c, nil
		}
	}
	return 0, refuse(first17, ErrResident)
}

// checkDigit computes Σ aᵢ·2^(18-i) mod 11 by Horner's rule: add a digit, double. The sum of 17 digits stays far
// below 2³², so one division at the end suffices. The check character makes the whole congruent to 1.
func checkDigit(first17 string) (c byte, ok bool) {
	var sum uint32
	ok = true
	for i := range 17 {
		d := uint32(first17[i]) - '0'
		ok = ok && d <= 9
		sum = (sum + d) * 2
	}
	return "0123456789X"[(12-sum%11)%11], ok
}
