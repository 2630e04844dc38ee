// Package known holds a value that may be unknown (不详): the form was left blank, nobody asked, the family would not
// say. Unknown is not zero, not "no" and not an empty text; there is no method that puts a default in its place.
//
//	type Household struct {
//		Income  known.Value[money.Amount] `json:"income,omitzero"`
//		Members known.Value[int]          `json:"members,omitzero" validate:"omitempty,gte=1"`
//	}
//
// # JSON, text and SQL
//
// In JSON unknown is null or, with omitzero, absent. Go leaves a field alone when its member is absent, so decode into a
// fresh variable; null however makes the value unknown, where a plain Go field would keep what it held.
//
// XML and CSV use text: unknown is the empty text. T must be a text marshaller, a string, a bool or an integer. A
// known value whose text is empty could not be read back and is refused ([ErrEmpty]). A Value is no key of a JSON object.
//
// In SQL unknown is NULL, and the empty text is an ordinary value.
//
// # Validation
//
// For go-playground/validator the tag required asks for a known value and accepts a known 0, and rules after
// omitempty judge every known value, 0 included. Rules without omitempty refuse an unknown one.
//
// A Value is immutable but for the three methods that read into it, comparable when T is, and as safe for concurrent
// use as T.
package known

import (
	"fmt"
	"reflect"
)

// Value is a value that may be unknown (可能不详的值). The zero value is unknown.
type Value[T any] struct {
	v     T // the zero T while unknown, so that == compares unknown values too
	known bool
}

// Of returns the known value v, even if v is the zero T.
func Of[T any](v T) Value[T] { return Value[T]{v, true} }

// Get returns the value and whether it is known; the zero T when it is not.
func (v Value[T]) Get() (T, bool) { return v.v, v.known }

// Known reports whether the value is known.
func (v Value[T]) Known() bool { return v.known }

// IsZero reports whether the value is unknown; the JSON option omitzero asks it. A known 0 is not zero in this sense.
func (v Value[T]) IsZero() bool { return !v.known }

// Equal reports whether both are unknown, or both known and equal by T's own Equal or else by reflect.DeepEqual.
func (v Value[T]) Equal(o Value[T]) bool {
	if v.known != o.known || !v.known {
		return v.known == o.known
	}
	if e, ok := any(&v.v).(interface{ Equal(T) bool }); ok {
		return e.Equal(o.v)
	}
	return reflect.DeepEqual(v.v, o.v)
}

// String returns what fmt prints for the value, or 不详.
func (v Value[T]) String() string { return fmt.Sprint(v) }

// Format prints a known value exactly as T is printed with the same verb, so whatever T masks stays masked, and 不详
// otherwise.
func (v Value[T]) Format(s fmt.State, verb rune) {
	if !v.known {
		fmt.Fprintf(s, fmt.FormatString(s, 's'), "不详")
		return
	}
	fmt.Fprintf(s, fmt.FormatString(s, verb), v.v)
}

// ValidatorValue gives struct validators a pointer to a known value and nil otherwise: that is how they tell a
// known 0 from nothing.
func (v Value[T]) ValidatorValue() any {
	if !v.known {
		return nil
	}
	return &v.v
}
