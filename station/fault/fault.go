// Package fault models problems (问题) found in data: each has a permanent code, the path of the field it
// concerns and a text in Chinese and English, and never the offending value, because that value may be
// somebody's identity number.
//
// A package declares its codes as constants and their texts in one [Catalogue]:
//
//	const ErrPlace fault.Code = "STATION-PLACE"
//
// A Code is itself an error, so callers test with errors.Is(err, station.ErrPlace). Parsers return one
// [Fault]; Validate methods return a [List] with every problem at once.
//
// All types here are values without shared state; a Catalogue is immutable and safe for concurrent use.
package fault

import (
	"encoding/json"
	"strings"

	"golang.org/x/text/language"
)

// Code names one kind of problem, in upper-case words joined by hyphens ("MONEY-SYNTAX"). Codes are a
// public contract: once released a code is never reassigned or reused. The zero value names nothing.
type Code string

// Error returns the code itself, so that a Code can be the target of errors.Is.
func (c Code) Error() string { return string(c) }

// ErrForeign marks an error that came from outside this library and has no code of its own. Its message is
// not printed, since it may quote the value; errors.As and errors.Is still reach the error itself.
const ErrForeign Code = "FAULT-FOREIGN"

// valid reports whether c has the form WORD-WORD with upper-case letters and digits.
func (c Code) valid() bool {
	words := strings.Split(string(c), "-")
	for _, w := range words {
		if w == "" || strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
			return false
		}
	}
	return len(words) > 1
}

// Fault is one problem (问题). The zero value is no problem at all and is never returned by this library.
// A Fault is immutable: At and AsAdvisory return changed copies.
type Fault struct {
	code     Code
	path     string
	advisory bool
	args     string // key \x00 value \x00 …; a string keeps Fault comparable
	text     *Text
	// cause points to a foreign error: printers show an address, and an error that cannot be compared is not.
	cause *error
}

// Code returns the permanent code of the problem.
func (f Fault) Code() Code { return f.code }

// Path returns the location of the field by JSON names ("posts[0].title"), or "" for the value itself.
func (f Fault) Path() string { return f.path }

// Advisory reports that the data can be used and somebody should look (提示), as opposed to a problem
// that makes them unusable.
func (f Fault) Advisory() bool { return f.advisory }

// Arg returns a detail named in the text, such as a limit or a row number.
func (f Fault) Arg(key string) (string, bool) {
	for k, v := range f.pairs {
		if k == key {
			return v, true
		}
	}
	return "", false
}

// pairs is an iterator over the arguments in the order given.
func (f Fault) pairs(yield func(k, v string) bool) {
	parts := strings.Split(f.args, "\x00")
	for i := 0; i+1 < len(parts); i += 2 {
		if !yield(parts[i], parts[i+1]) {
			return
		}
	}
}

// At returns the fault re-rooted below path: At("posts[0]") of a fault at "title" is at "posts[0].title".
func (f Fault) At(path string) Fault {
	f.path = join(path, f.path)
	return f
}

// Moved returns the fault at this path in place of its own, for whoever shows fields by other names, such as the headers of a
// form.
func (f Fault) Moved(path string) Fault {
	f.path = path
	return f
}

// AsAdvisory returns the fault marked as advisory.
func (f Fault) AsAdvisory() Fault {
	f.advisory = true
	return f
}

// Equal reports whether two faults say the same: code, path, severity and arguments.
func (f Fault) Equal(o Fault) bool {
	return f.code == o.code && f.path == o.path && f.advisory == o.advisory && f.args == o.args
}

// Error returns path, English text and code, for instance
// "posts[0].title: at most 60 characters [FIELD-MAX]".
func (f Fault) Error() string { return f.Text(language.English) }

// GoString keeps %#v as discreet as Error.
func (f Fault) GoString() string { return "fault.Fault{" + f.Error() + "}" }

// Unwrap gives errors.Is the code and, for a foreign error, errors.As the error itself.
func (f Fault) Unwrap() []error {
	if f.cause != nil {
		return []error{f.code, *f.cause}
	}
	return []error{f.code}
}

// Text returns path, text and code in Chinese for any Chinese language tag and in English otherwise.
func (f Fault) Text(tag language.Tag) string {
	message, colon := f.Message(tag), ": "
	if chinese(tag) {
		colon = "："
	}
	if f.path != "" {
		message = f.path + colon + message
	}
	return message + " [" + string(f.code) + "]"
}

// Message returns the text alone, without path and code. A code without a text reads as the code.
func (f Fault) Message(tag language.Tag) string {
	if f.text == nil {
		return string(f.code)
	}
	s := f.text.EN
	if chinese(tag) {
		s = f.text.ZH
	}
	if f.args == "" {
		return s
	}
	var old []string
	for k, v := range f.pairs {
		old = append(old, "{"+k+"}", v)
	}
	return strings.NewReplacer(old...).Replace(s)
}

// MarshalJSON writes code, path, arguments and both texts, for an interface that shows them in place.
func (f Fault) MarshalJSON() ([]byte, error) {
	var args map[string]string
	for k, v := range f.pairs {
		if args == nil {
			args = make(map[string]string)
		}
		args[k] = v
	}
	return json.Marshal(struct {
		Code     Code              `json:"code"`
		Path     string            `json:"path,omitempty"`
		Advisory bool              `json:"advisory,omitempty"`
		Args     map[string]string `json:"args,omitempty"`
		ZH       string            `json:"zh"`
		EN       string            `json:"en"`
	}{f.code, f.path, f.advisory, args, f.Message(language.Chinese), f.Message(language.English)})
}

func chinese(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "zh"
}

func join(a, b string) string {
	if a == "" || b == "" || b[0] == '[' {
		return a + b
	}
	return a + "." + b
}
