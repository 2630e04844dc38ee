package identity

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxText is the number of characters a Text may have. It is this library's limit, not a legal one.
const MaxText = 10000

// Text is free text that may hold personal data (可能含个人信息的文字), such as an address or a visit note; the zero
// value is an empty text. Since nobody knows what is in it, nothing of it is shown: it masks to six asterisks
// whatever its length.
type Text struct{ secret[textRule] }

// ParseText takes the text as it is, up to [MaxText] characters; "" is the zero value. Errors: [ErrTextLength];
// [ErrText] for broken UTF-8 and for characters that XML cannot carry (control characters other than tab and line
// break); [ErrMasked] for a text that is nothing but a mask. Invisible characters pass: notes come with emoji and
// right-to-left names in them.
func ParseText(s string) (Text, error) {
	x, err := read[textRule](s)
	return Text{x}, err
}

// MustParseText is ParseText for literals; it panics on an error, without the value.
func MustParseText(s string) Text { return must(ParseText(s)) }

// Compare orders by code points.
func (t Text) Compare(o Text) int { return strings.Compare(t.full(), o.full()) }

// Equal reports whether both are the same text.
func (t Text) Equal(o Text) bool { return t == o }

type textRule struct{}

func (textRule) typeName() string   { return "Text" }
func (textRule) mask(string) string { return "******" }

func (textRule) read(s string) (string, error) {
	switch {
	case tooLong(s, MaxText):
		return "", catalogue().New(ErrTextLength, "max", strconv.Itoa(MaxText))
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unwritable):
		return "", catalogue().New(ErrText)
	case strings.Trim(s, maskMarks+" \t\r\n") == "" && strings.ContainsAny(s, maskMarks):
		return "", catalogue().New(ErrMasked)
	}
	return s, nil
}

// unwritable reports whether XML has no way to write the character.
func unwritable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// tooLong reports whether s has more than n characters, without counting all of a huge text.
func tooLong(s string, n int) bool {
	return len(s) > n*utf8.UTFMax || len(s) > n && utf8.RuneCountInString(s) > n
}
