package identity

import (
	"database/sql/driver"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"unicode/utf8"
	"unique"
)

// rule is what one personal type adds to the common mechanism: how its text is read and what is shown instead of
// it. Rules are empty structs.
type rule interface {
	read(s string) (string, error) // the canonical text, or a fault
	mask(full string) string       // never called with ""
	typeName() string
}

// secret is the one mechanism behind every personal type. The text is not in the value: a unique.Handle is a
// pointer, so whoever prints a foreign struct by reflection, where no method of ours is called, sees an address.
// Some printers follow pointers (go-cmp, for one, when two values print alike), so what is pointed at is inverted.
// That is no encryption; it keeps the text from eyes and from searches.
type secret[R rule] struct{ inverted unique.Handle[string] }

// invert flips all bits, and flips them back.
func invert(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = ^b[i]
	}
	return string(b)
}

func read[R rule](s string) (x secret[R], err error) {
	var r R
	if s, err = r.read(s); err != nil || s == "" {
		return x, err
	}
	return secret[R]{unique.Make(invert(s))}, nil
}

// full is the way out; only Reveal, Value, Plain and methods of the personal types come here.
func (x secret[R]) full() string {
	if x.IsZero() {
		return ""
	}
	return invert(x.inverted.Value())
}

// IsZero reports whether nothing was recorded.
func (x secret[R]) IsZero() bool { return x == secret[R]{} }

// String returns the masked form, or "" when nothing was recorded.
func (x secret[R]) String() string {
	if x.IsZero() {
		return ""
	}
	var r R
	return r.mask(x.full())
}

// GoString returns the masked form as a Go expression would show it.
func (x secret[R]) GoString() string {
	var r R
	return "identity." + r.typeName() + "(" + strconv.Quote(x.String()) + ")"
}

// Format writes the masked form for every verb, so that no verb reaches the parts of the value. It heeds width
// and the flag -, quotes for %q and writes GoString for %#v.
func (x secret[R]) Format(s fmt.State, verb rune) {
	text := x.String()
	switch {
	case verb == 'q':
		text = strconv.Quote(text)
	case verb == 'v' && s.Flag('#'):
		text = x.GoString()
	}
	if width, ok := s.Width(); ok {
		pad := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
		if s.Flag('-') {
			text += pad
		} else {
			text = pad + text
		}
	}
	io.WriteString(s, text)
}

// LogValue returns the masked form.
func (x secret[R]) LogValue() slog.Value { return slog.StringValue(x.String()) }

// ValidatorValue returns the masked form, because a validator puts the value into its errors. The tag required
// works; tags that compare two personal values compare their masks and tell nothing.
func (x secret[R]) ValidatorValue() any { return x.String() }

// AppendText appends the masked form.
func (x secret[R]) AppendText(b []byte) ([]byte, error) { return append(b, x.String()...), nil }

// MarshalText returns the masked form; JSON, XML and map keys use it. A masked form does not decode. For
// exchange in full see [Plain].
func (x secret[R]) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads the full text as Parse does; an empty text is the zero value and a masked one is
// [ErrMasked]. On an error the value stays as it was.
func (x *secret[R]) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*x = secret[R]{}
		return nil
	}
	v, err := read[R](string(b))
	if err != nil {
		return err
	}
	*x = v
	return nil
}

// Value returns the full text for a database, or nil when nothing was recorded. Besides [Reveal] this is the only
// way out.
func (x secret[R]) Value() (driver.Value, error) {
	if x.IsZero() {
		return nil, nil
	}
	return x.full(), nil
}

// Scan reads the full text from a database: string, []byte, or nil for nothing recorded. A masked text is
// [ErrMasked].
func (x *secret[R]) Scan(src any) error { return scan(src, x.UnmarshalText) }

func scan(src any, read func([]byte) error) error {
	switch v := src.(type) {
	case nil:
		return read(nil)
	case string:
		return read([]byte(v))
	case []byte:
		return read(v)
	}
	return catalogue().New(ErrScan)
}

// Personal is the set of personal types (个人信息). It is closed: nobody can add to it.
type Personal interface {
	ResidentID | DisabilityCertificate | Mobile | Name | Text

	full() string
	IsZero() bool
	String() string
	GoString() string
	Format(fmt.State, rune)
	LogValue() slog.Value
	Value() (driver.Value, error)
}

// Reveal returns the full text (取得明文), "" for a zero value. Every call is a disclosure: search for it when you
// review who sees what.
func Reveal[T Personal](x T) string { return x.full() }

// must is for Must functions: it panics without naming the value.
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
