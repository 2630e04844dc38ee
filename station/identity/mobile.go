package identity

import "strings"

// Mobile is a mainland mobile number (手机号码) of 11 digits; the zero value is not recorded. It masks to eleven
// asterisks. The pattern, 1 then 3 to 9 then nine digits, is recalled and not taken from a numbering plan; numbers of
// things (13 digits) and landlines are not mobile numbers.
type Mobile struct{ secret[mobileRule] }

// ParseMobile reads a mobile number, ASCII digits only. Errors: [ErrMobile], [ErrWidth],
// [ErrInvisible], [ErrMasked].
func ParseMobile(s string) (Mobile, error) {
	x, err := read[mobileRule](s)
	return Mobile{x}, err
}

// MustParseMobile is ParseMobile for literals; it panics on an error, without the value.
func MustParseMobile(s string) Mobile { return must(ParseMobile(s)) }

// Compare orders by number.
func (m Mobile) Compare(o Mobile) int { return strings.Compare(m.full(), o.full()) }

// Equal reports whether both are the same number.
func (m Mobile) Equal(o Mobile) bool { return m == o }

type mobileRule struct{}

func (mobileRule) typeName() string   { return "Mobile" }
func (mobileRule) mask(string) string { return "***********" }

func (mobileRule) read(s string) (string, error) {
	if len(s) != 11 || !digits(s) || s[0] != '1' || s[1] < '3' {
		return "", refuse(s, ErrMobile)
	}
	return s, nil
}

// digits reports whether s holds nothing but ASCII digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || '9' < s[i] {
			return false
		}
	}
	return true
}
