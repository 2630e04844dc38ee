package identity

import (
	"database/sql/driver"
	"strings"

	"github.com/shegong/shegong/station/division"
)

// CreditCode is the unified social credit code of an organisation (统一社会信用代码) after GB 32100-2015: one
// character for the registering authority, one for the class of organisation, six digits of area, nine characters
// of the former organisation code (组织机构代码, GB 11714) and a check character. The zero value is not recorded.
// It is public and no personal data, so it prints in full.
//
// A valid code is well formed; whether it is registered, and to whom, only the register tells.
type CreditCode struct{ code string }

// creditAlphabet has the 31 characters of GB 32100-2015 in the order of their values.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// ParseCreditCode reads a code of 18 characters, capitals only. Errors: [ErrCredit], [ErrOrganisation] for the
// check inside, [ErrCreditCheck] for the last character, [ErrWidth], [ErrInvisible], [ErrMasked].
func ParseCreditCode(s string) (CreditCode, error) {
	if len(s) != 18 || !digits(s[2:8]) || strings.Trim(s, creditAlphabet) != "" {
		return CreditCode{}, refuse(s, ErrCredit)
	}
	var sum uint32 // Σ vᵢ·3ⁱ by Horner's rule from the right; at most 15·3¹⁷, below 2³²
	for i := 16; i >= 0; i-- {
		sum = 3*sum + uint32(strings.IndexByte(creditAlphabet, s[i]))
	}
	if organisationCheck(s[8:16]) != s[16] {
		return CreditCode{}, catalogue().New(ErrOrganisation)
	}
	if creditAlphabet[(31-sum%31)%31] != s[17] {
		return CreditCode{}, catalogue().New(ErrCreditCheck)
	}
	return CreditCode{strings.Clone(s)}, nil // the text may be a small part of a large file
}

// organisationCheck returns the check character of an organisation code after GB 11714: weights 3 7 9 10 5 8 4 2,
// letters counting from A = 10.
func organisationCheck(first8 string) byte {
	sum := 0
	for i, weight := range [...]int{3, 7, 9, 10, 5, 8, 4, 2} {
		v := int(first8[i] - '0')
		if v > 9 {
			v = int(first8[i]-'A') + 10
		}
		sum += weight * v
	}
	return "0123456789X"[(11-sum%11)%11]
}

// MustParseCreditCode is ParseCreditCode for literals; it panics on an error, without the value.
func MustParseCreditCode(s string) CreditCode { return must(ParseCreditCode(s)) }

// Authority returns the registering authority, the first character (登记管理部门).
func (c CreditCode) Authority() Authority {
	if c.IsZero() {
		return ""
	}
	return Authority(c.code[:1])
}

// Class returns the class of organisation, the first two characters (机构类别), because the second means nothing
// without the first.
func (c CreditCode) Class() OrganisationClass {
	if c.IsZero() {
		return ""
	}
	return OrganisationClass(c.code[:2])
}

// StatedArea returns the area of the registering authority when the code was given (登记管理机关行政区划): neither
// where the organisation works nor a code that still exists. It is the province, or zero, where the six digits are
// no code by today's shape, such as 100000 of the ministries.
func (c CreditCode) StatedArea() division.Code {
	if c.IsZero() {
		return division.Code{}
	}
	return area(c.code[2:8])
}

// IsZero reports whether nothing was recorded.
func (c CreditCode) IsZero() bool { return c.code == "" }

// String returns the code.
func (c CreditCode) String() string { return c.code }

// Compare orders by code.
func (c CreditCode) Compare(o CreditCode) int { return strings.Compare(c.code, o.code) }

// Equal reports whether both are the same code.
func (c CreditCode) Equal(o CreditCode) bool { return c == o }

// ValidatorValue returns the code as a string.
func (c CreditCode) ValidatorValue() any { return c.code }

// AppendText appends the code.
func (c CreditCode) AppendText(b []byte) ([]byte, error) { return append(b, c.code...), nil }

// MarshalText returns the code.
func (c CreditCode) MarshalText() ([]byte, error) { return []byte(c.code), nil }

// UnmarshalText reads the code as [ParseCreditCode] does, and an empty text as the zero value. On an error the value
// stays as it was.
func (c *CreditCode) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*c = CreditCode{}
		return nil
	}
	v, err := ParseCreditCode(string(b))
	if err == nil {
		*c = v
	}
	return err
}

// Value returns the code for a database, or nil when nothing was recorded.
func (c CreditCode) Value() (driver.Value, error) {
	if c.IsZero() {
		return nil, nil
	}
	return c.code, nil
}

// Scan reads the code from a database: string, []byte, or nil for nothing recorded.
func (c *CreditCode) Scan(src any) error { return scan(src, c.UnmarshalText) }
