package identity

import (
	"strings"
	"sync"
	"unicode"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrMasked    fault.Code = "IDENTITY-MASKED"    // a masked copy, which is no data
	ErrInvisible fault.Code = "IDENTITY-INVISIBLE" // an invisible or bidirectional character
	ErrWidth     fault.Code = "IDENTITY-WIDTH"     // full-width characters or blanks in a number
	ErrScan      fault.Code = "IDENTITY-SCAN"      // a database type other than text

	ErrResident fault.Code = "IDENTITY-RESIDENT" // not the shape of a resident number
	ErrArea     fault.Code = "IDENTITY-AREA"     // no province has the first two digits
	ErrBirth    fault.Code = "IDENTITY-BIRTH"    // digits 7 to 14 are no date
	ErrCheck    fault.Code = "IDENTITY-CHECK"    // wrong check character
	ErrLegacy   fault.Code = "IDENTITY-LEGACY"   // a 15-digit number
	ErrCentury  fault.Code = "IDENTITY-CENTURY"  // a 15-digit number whose century is not known

	ErrCertificate fault.Code = "IDENTITY-CERTIFICATE" // not the shape of a disability certificate number
	ErrKind        fault.Code = "IDENTITY-KIND"        // digit 19 is no kind of disability
	ErrGrade       fault.Code = "IDENTITY-GRADE"       // digit 20 is no grade

	ErrCredit       fault.Code = "IDENTITY-CREDIT"       // not the shape of a credit code
	ErrCreditCheck  fault.Code = "IDENTITY-CREDIT-CHECK" // wrong check character of the whole
	ErrOrganisation fault.Code = "IDENTITY-ORGANISATION" // wrong check character of the organisation code inside

	ErrMobile     fault.Code = "IDENTITY-MOBILE"      // not the shape of a mobile number
	ErrName       fault.Code = "IDENTITY-NAME"        // a character, or a place for it, that no name has
	ErrNameLength fault.Code = "IDENTITY-NAME-LENGTH" // a name that is too long
	ErrText       fault.Code = "IDENTITY-TEXT"        // control characters or broken encoding
	ErrTextLength fault.Code = "IDENTITY-TEXT-LENGTH" // a text that is too long
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrMasked, ZH: "这是脱敏后的内容，不能作为数据保存", EN: "a masked copy cannot be saved as data"},
		fault.Text{Code: ErrInvisible, ZH: "含有不可见字符或文字方向控制符", EN: "holds an invisible or bidirectional character"},
		fault.Text{Code: ErrWidth, ZH: "号码中有全角字符或空格", EN: "full-width characters or blanks in a number"},
		fault.Text{Code: ErrScan, ZH: "数据库字段应为文本类型", EN: "the database column must hold text"},

		fault.Text{Code: ErrResident, ZH: "身份证号应为18位，前17位为数字，末位为数字或X",
			EN: "a resident number has 17 digits and a digit or X"},
		fault.Text{Code: ErrArea, ZH: "身份证号前两位不是省级代码", EN: "the first two digits are not a province"},
		fault.Text{Code: ErrBirth, ZH: "身份证号第7至14位不是有效日期", EN: "digits 7 to 14 are not a date"},
		fault.Text{Code: ErrCheck, ZH: "身份证号校验位不符，请核对是否录错",
			EN: "the check character is wrong: look for a typing error"},
		fault.Text{Code: ErrLegacy, ZH: "15位旧身份证号须先升为18位，并请当事人核对",
			EN: "a 15-digit number must be upgraded to 18 digits and confirmed by its holder"},
		fault.Text{Code: ErrCentury, ZH: "顺序码996至999曾留给百岁老人，出生世纪不明，不能自动升位",
			EN: "sequences 996 to 999 were kept for centenarians: the century of birth is not known"},

		fault.Text{Code: ErrCertificate, ZH: "残疾人证号应为20位：身份证号、类别、等级，补发的后加B和序号",
			EN: "a certificate number is a resident number, a kind and a grade, then B and a digit if re-issued"},
		fault.Text{Code: ErrKind, ZH: "残疾人证号第19位（类别）应为1至7", EN: "character 19, the kind, is not 1 to 7"},
		fault.Text{Code: ErrGrade, ZH: "残疾人证号第20位（等级）应为1至4", EN: "character 20, the grade, is not 1 to 4"},

		fault.Text{Code: ErrCredit, ZH: "统一社会信用代码应为18位数字或大写字母（不用I、O、S、V、Z），第3至8位为数字",
			EN: "a credit code has 18 digits or capitals other than I, O, S, V, Z; characters 3 to 8 are digits"},
		fault.Text{Code: ErrCreditCheck, ZH: "统一社会信用代码末位校验码不符", EN: "the last character, the check, is wrong"},
		fault.Text{Code: ErrOrganisation, ZH: "统一社会信用代码中的组织机构代码校验码不符",
			EN: "character 17, the check of the organisation code, is wrong"},

		fault.Text{Code: ErrMobile, ZH: "手机号应为11位数字，第一位为1，第二位为3至9",
			EN: "a mobile number has 11 digits, the first 1, the second 3 to 9"},
		fault.Text{Code: ErrName, ZH: "姓名只能用文字，中间可用间隔号·，外文名可用空格、连字符、撇号、点和逗号",
			EN: "a name has letters and between them · or, in foreign names, a blank or one of - ' . ,"},
		fault.Text{Code: ErrNameLength, ZH: "姓名最多{max}个字", EN: "a name has at most {max} characters"},
		fault.Text{Code: ErrText, ZH: "文字编码有误或含有控制字符", EN: "broken encoding or control characters"},
		fault.Text{Code: ErrTextLength, ZH: "最多{max}个字", EN: "at most {max} characters"},
	)
})

// refuse returns the fault for a number that is not of its shape: the cause people cannot see on the screen if
// there is one, else the code given. A text far longer than any number is not searched.
func refuse(s string, code fault.Code) error {
	const longest = 256 // bytes
	switch {
	case len(s) > longest:
	case strings.ContainsAny(s, maskMarks+"•"):
		code = ErrMasked
	case strings.ContainsFunc(s, invisible):
		code = ErrInvisible
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || 0xFF01 <= r && r <= 0xFF5E }):
		code = ErrWidth
	}
	return catalogue().New(code)
}

// maskMarks are what this and other programs put in place of what they hide.
const maskMarks = "*＊×●■█"

// invisible reports whether a character shows nothing or turns the direction of writing: format and control
// characters, variation selectors, fillers, line and paragraph separators. Two texts that differ only in these look
// the same.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
