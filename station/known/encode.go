package known

import (
	"bytes"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"

	"github.com/shegong/shegong/station/fault"
)

// MarshalJSON returns the JSON of a known value and null otherwise. A known value that is null itself, such as a nil
// slice, is [ErrEmpty].
func (v Value[T]) MarshalJSON() ([]byte, error) {
	if !v.known {
		return []byte("null"), nil
	}
	data, err := json.Marshal(&v.v)
	switch {
	case err != nil:
		return nil, discreet(err, ErrJSON)
	case string(data) == "null":
		return nil, catalogue().New(ErrEmpty)
	}
	return data, nil
}

// UnmarshalJSON reads a T; null makes the value unknown. A fault of T is returned as it is, any other error, which
// may quote the text, as [ErrJSON]. On an error v keeps its value.
func (v *Value[T]) UnmarshalJSON(data []byte) error {
	if string(bytes.TrimSpace(data)) == "null" {
		*v = Value[T]{}
		return nil
	}
	return v.set(func(x *T) error { return json.Unmarshal(data, x) }, ErrJSON)
}

// AppendText appends the text of a known value and nothing otherwise. A known value whose text is empty is [ErrEmpty];
// a T that has no text is [ErrText].
func (v Value[T]) AppendText(b []byte) ([]byte, error) {
	if !v.known {
		return b, nil
	}
	text, err := v.text()
	switch {
	case err != nil:
		return b, discreet(err, ErrText)
	case len(text) == 0:
		return b, catalogue().New(ErrEmpty)
	}
	return append(b, text...), nil
}

// MarshalText returns the text that [Value.AppendText] appends.
func (v Value[T]) MarshalText() ([]byte, error) { return v.AppendText([]byte{}) }

// UnmarshalText reads a T; the empty text makes the value unknown. A fault of T is returned as it is, any other
// error as [ErrText]. On an error v keeps its value.
func (v *Value[T]) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Value[T]{}
		return nil
	}
	return v.set(func(x *T) error { return parse(x, text) }, ErrText)
}

// Value returns what T gives to SQL, and NULL when unknown. A T that SQL cannot hold is [ErrSQL].
func (v Value[T]) Value() (driver.Value, error) {
	if !v.known {
		return nil, nil
	}
	if valuer, ok := any(&v.v).(driver.Valuer); ok {
		out, err := valuer.Value()
		return out, discreet(err, ErrSQL)
	}
	if out, err := driver.DefaultParameterConverter.ConvertValue(v.v); err == nil {
		return out, nil
	}
	text, err := v.text()
	if err != nil {
		return nil, discreet(err, ErrSQL)
	}
	return string(text), nil
}

// Scan reads a column; NULL makes the value unknown. T's own Scan is used if it has one, otherwise the column is
// converted only where nothing can be lost. A fault of T is returned as it is, any other error as [ErrSQL]. On an
// error v keeps its value.
func (v *Value[T]) Scan(src any) error {
	if src == nil {
		*v = Value[T]{}
		return nil
	}
	return v.set(func(x *T) error { return scan(x, src) }, ErrSQL)
}

// set makes what read reads the known value.
func (v *Value[T]) set(read func(*T) error, code fault.Code) error {
	var x T
	if err := read(&x); err != nil {
		return discreet(err, code)
	}
	*v = Of(x)
	return nil
}

// discreet returns the faults that err holds and, in place of any other error, a fault of the given code.
func discreet(err error, code fault.Code) error {
	var (
		l fault.List
		f fault.Fault
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &l):
		return l
	case errors.As(err, &f):
		return f
	}
	return catalogue().New(code)
}

// mismatch says that a type cannot hold or give a value; discreet turns it into the code of the channel.
type mismatch struct{}

func (mismatch) Error() string { return "known: type mismatch" }

// text returns the text of the value by T's own method or by its kind.
func (v Value[T]) text() ([]byte, error) {
	if m, ok := any(&v.v).(encoding.TextMarshaler); ok {
		return m.MarshalText()
	}
	switch x := reflect.ValueOf(v.v); {
	case x.Kind() == reflect.String:
		return []byte(x.String()), nil
	case x.Kind() == reflect.Bool:
		return strconv.AppendBool(nil, x.Bool()), nil
	case x.CanInt():
		return strconv.AppendInt(nil, x.Int(), 10), nil
	case x.CanUint():
		return strconv.AppendUint(nil, x.Uint(), 10), nil
	}
	return nil, mismatch{}
}

// parse reads what text writes, and nothing else.
func parse[T any](dst *T, text []byte) error {
	if u, ok := any(dst).(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText(text)
	}
	x, s := reflect.ValueOf(dst).Elem(), string(text)
	switch {
	case x.Kind() == reflect.String:
		x.SetString(s)
	case x.Kind() == reflect.Bool && (s == "true" || s == "false"):
		x.SetBool(s == "true")
	case x.CanInt():
		n, err := strconv.ParseInt(s, 10, x.Type().Bits())
		if err != nil || strconv.FormatInt(n, 10) != s {
			return mismatch{}
		}
		x.SetInt(n)
	case x.CanUint():
		n, err := strconv.ParseUint(s, 10, x.Type().Bits())
		if err != nil || strconv.FormatUint(n, 10) != s {
			return mismatch{}
		}
		x.SetUint(n)
	default:
		return mismatch{}
	}
	return nil
}

// scan reads a column that is not NULL.
func scan[T any](dst *T, src any) error {
	if s, ok := any(dst).(interface{ Scan(any) error }); ok {
		return s.Scan(src)
	}
	x := reflect.ValueOf(dst).Elem()
	isBytes := x.Kind() == reflect.Slice && x.Type().Elem().Kind() == reflect.Uint8
	switch s := src.(type) {
	case string:
		if isBytes {
			x.SetBytes([]byte(s))
			return nil
		}
		return parse(dst, []byte(s))
	case []byte: // the driver's memory
		if isBytes {
			x.SetBytes(bytes.Clone(s))
			return nil
		}
		return parse(dst, s)
	case int64:
		switch {
		case x.CanInt() && !x.OverflowInt(s):
			x.SetInt(s)
		case x.CanUint() && s >= 0 && !x.OverflowUint(uint64(s)):
			x.SetUint(uint64(s))
		case x.Kind() == reflect.Bool && (s == 0 || s == 1): // SQLite and MySQL have no bool
			x.SetBool(s == 1)
		default:
			return mismatch{}
		}
		return nil
	case bool:
		if x.Kind() == reflect.Bool {
			x.SetBool(s)
			return nil
		}
	}
	if same, ok := src.(T); ok { // time.Time
		*dst = same
		return nil
	}
	return mismatch{}
}
