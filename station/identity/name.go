package identity

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxName is the number of characters a Name may have. It is this library's limit, not a legal one.
const MaxName = 60

// Name is a person's name (姓名); the zero value is not recorded. A name of two to four Chinese characters masks to
// its first character and 某某, whatever its length and whether or not the surname has two characters: 陈文, 陈大文
// and 欧阳娜娜 become 陈某某, 陈某某, 欧某某. Every other name masks to 某 alone: one of a single character, one
// with a middle dot (whose first part is the given name and no surname), a longer or a foreign one, and one whose
// first character is outside the basic block of Unicode and so rare that it would tell who it is. 某 is therefore
// no letter of a Name.
type Name struct{ secret[nameRule] }

// ParseName reads a name in canonical form: letters of any script, rare characters included, with marks; between two
// of them the middle dot · (U+00B7) and, for names in other scripts, a single blank, hyphen, apostrophe, full stop or
// comma. No blank stands beside a Chinese character. Other forms are the affair of [ParseNameLenient].
// Letters are not normalised: é as one character and as two are two names.
//
// Errors: [ErrNameLength], [ErrInvisible], [ErrMasked] (陈某某, 陈**, 陈××), and [ErrName] for anything else:
// digits, private-use characters, which every machine shows differently, and broken UTF-8.
func ParseName(s string) (Name, error) {
	x, err := read[nameRule](s)
	return Name{x}, err
}

// ParseNameLenient reads a name as it stands in forms and spreadsheets: blanks around it and beside Chinese
// characters go (陈　文), runs of blanks become one, and • ‧ ∙ ⋅ ・ ･ ． become ·. Then it is [ParseName].
func ParseNameLenient(s string) (Name, error) {
	if tooLong(s, 4*MaxName) {
		return Name{}, catalogue().New(ErrNameLength, "max", strconv.Itoa(MaxName))
	}
	words := strings.Fields(strings.Map(func(r rune) rune {
		if strings.ContainsRune("•‧∙⋅・･．", r) {
			return '·'
		}
		return r
	}, s))
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			before, _ := utf8.DecodeLastRuneInString(words[i-1])
			after, _ := utf8.DecodeRuneInString(w)
			if before != '·' && after != '·' && !unicode.Is(unicode.Han, before) && !unicode.Is(unicode.Han, after) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return ParseName(b.String())
}

// MustParseName is ParseName for literals; it panics on an error, without the value.
func MustParseName(s string) Name { return must(ParseName(s)) }

// Compare orders by code points, which is neither pinyin nor strokes.
func (n Name) Compare(o Name) int { return strings.Compare(n.full(), o.full()) }

// Equal reports whether both are the same name, not whether they are the same person.
func (n Name) Equal(o Name) bool { return n == o }

type nameRule struct{}

func (nameRule) typeName() string { return "Name" }

func (nameRule) mask(full string) string {
	first, size := utf8.DecodeRuneInString(full)
	if n := utf8.RuneCountInString(full); n < 2 || n > 4 || first < 0x4E00 || first > 0x9FFF {
		return "某"
	}
	for _, r := range full[size:] {
		if !unicode.Is(unicode.Han, r) {
			return "某"
		}
	}
	return string(first) + "某某"
}

func (nameRule) read(s string) (string, error) {
	switch {
	case tooLong(s, MaxName):
		return "", catalogue().New(ErrNameLength, "max", strconv.Itoa(MaxName))
	case strings.ContainsAny(s, maskMarks+"某"):
		return "", catalogue().New(ErrMasked)
	case strings.ContainsFunc(s, invisible):
		return "", catalogue().New(ErrInvisible)
	case !wellFormed(s):
		return "", catalogue().New(ErrName)
	}
	return s, nil
}

// wellFormed reports whether letters and joining marks stand where a name has them.
func wellFormed(s string) bool {
	var before rune // 0 at the start
	for _, r := range s {
		joined := nameLetter(before) || unicode.IsMark(before)
		switch {
		case nameLetter(r):
			if before == ' ' && unicode.Is(unicode.Han, r) {
				return false
			}
		case unicode.IsMark(r):
			if !joined {
				return false
			}
		case r == ' ':
			if unicode.Is(unicode.Han, before) || !joined && before != '.' && before != ',' {
				return false
			}
		case strings.ContainsRune("·-'’.,", r):
			if !joined {
				return false
			}
		default:
			return false
		}
		before = r
	}
	return nameLetter(before) || unicode.IsMark(before) || before == '.'
}

// nameLetter reports whether names are written with r. 〇 is a number to Unicode and a character to its bearers.
func nameLetter(r rune) bool { return r == '〇' || unicode.IsLetter(r) }
