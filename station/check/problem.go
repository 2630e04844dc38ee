package check

import (
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// problem is the fault of one failed tag, not yet at its path. held is the value type that was judged, if any.
func problem(e validator.FieldError, held reflect.Type) fault.Fault {
	tag := e.ActualTag()
	if strings.HasPrefix(tag, "excluded_") {
		return catalogue().New(ErrExcluded)
	}
	switch e.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Invalid: // nothing is there, whichever rule noticed first
		return catalogue().New(ErrRequired)
	}
	if code := limits(tag); code != "" && e.Param() != "" {
		limit, zh, en := limit(e, held)
		return catalogue().New(code, "limit", limit, "zh", zh, "en", en)
	}
	switch tag {
	case "required", "required_if", "required_unless", "required_with", "required_with_all", "required_without",
		"required_without_all":
		return catalogue().New(ErrRequired)
	case "oneof", "oneofci":
		return catalogue().New(ErrOneOf, "values", e.Param())
	case "unique":
		return catalogue().New(ErrUnique)
	case "number", "numeric":
		return catalogue().New(ErrNumber)
	case "email":
		return catalogue().New(ErrEmail)
	case "url", "http_url", "https_url", "uri":
		return catalogue().New(ErrURL)
	}
	rule := e.Tag()
	if e.Param() != "" && !strings.Contains(rule, "=") { // alternatives, a=1|b=2, bring their own
		rule += "=" + e.Param()
	}
	return catalogue().New(ErrTag, "tag", rule)
}

// limits returns the code of a tag that compares with its parameter.
func limits(tag string) fault.Code {
	switch tag {
	case "min":
		return ErrMin
	case "max":
		return ErrMax
	case "len":
		return ErrLen
	case "gt":
		return ErrGT
	case "gte":
		return ErrGTE
	case "lt":
		return ErrLT
	case "lte":
		return ErrLTE
	}
	return ""
}

// limit returns the parameter as people read it, with its unit in both languages.
func limit(e validator.FieldError, held reflect.Type) (limit, zh, en string) {
	limit = e.Param()
	switch {
	case held == reflect.TypeFor[money.Amount]():
		limit, zh, en = point(limit, 2), "元", " yuan"
	case held == reflect.TypeFor[measure.Quantity]():
		limit = point(limit, 3)
	case e.Kind() == reflect.String:
		zh, en = "个字", " characters"
	case e.Kind() == reflect.Slice, e.Kind() == reflect.Array, e.Kind() == reflect.Map:
		zh, en = "项", " items"
	}
	if limit == "1" {
		en = strings.TrimSuffix(en, "s")
	}
	return limit, zh, en
}

// point sets the decimal point of a whole number of the smallest unit: point("6050", 2) is 60.5.
func point(whole string, places int) string {
	digits, minus := strings.CutPrefix(whole, "-")
	if strings.Trim(digits, "0123456789") != "" {
		return whole // hexadecimal, for instance: better odd than wrong
	}
	if n := places + 1 - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	at := len(digits) - places
	s := strings.TrimSuffix(strings.TrimRight(digits[:at]+"."+digits[at:], "0"), ".")
	if minus {
		s = "-" + s
	}
	return s
}
