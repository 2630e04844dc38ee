package identity

import (
	"database/sql/driver"
	"encoding"
	"fmt"
	"log/slog"
)

// Plain carries a personal value in full through an encoding (明文交换). Put it into a record type of your own, made
// for one lawful exchange, and never into a type that is kept or logged:
//
//	type Filing struct { // what the county's platform asks for
//		ID identity.Plain[identity.ResidentID] `json:"id"`
//	}
//
// It encodes to and from the full text in JSON, XML and text. Printed or logged by itself or under fmt it still
// masks; but a logger that encodes a whole struct as JSON encodes a Plain in it in full too. The zero value is
// nothing recorded and encodes as "".
type Plain[T Personal] struct{ v T }

// InFull wraps a value for exchange.
func InFull[T Personal](v T) Plain[T] { return Plain[T]{v} }

// Get returns the value, which masks again.
func (p Plain[T]) Get() T { return p.v }

// IsZero reports whether nothing was recorded.
func (p Plain[T]) IsZero() bool { return p.v.IsZero() }

// Equal reports whether both hold the same full text.
func (p Plain[T]) Equal(o Plain[T]) bool { return p.v.full() == o.v.full() }

// String returns the masked form.
func (p Plain[T]) String() string { return p.v.String() }

// GoString returns the masked form.
func (p Plain[T]) GoString() string { return p.v.GoString() }

// Format writes the masked form for every verb.
func (p Plain[T]) Format(s fmt.State, verb rune) { p.v.Format(s, verb) }

// LogValue returns the masked form.
func (p Plain[T]) LogValue() slog.Value { return p.v.LogValue() }

// ValidatorValue returns the masked form.
func (p Plain[T]) ValidatorValue() any { return p.v.String() }

// AppendText appends the full text.
func (p Plain[T]) AppendText(b []byte) ([]byte, error) { return append(b, p.v.full()...), nil }

// MarshalText returns the full text.
func (p Plain[T]) MarshalText() ([]byte, error) { return []byte(p.v.full()), nil }

// UnmarshalText reads the full text; a masked one is [ErrMasked].
func (p *Plain[T]) UnmarshalText(b []byte) error {
	return any(&p.v).(encoding.TextUnmarshaler).UnmarshalText(b)
}

// Value returns the full text for a database, or nil when nothing was recorded.
func (p Plain[T]) Value() (driver.Value, error) { return p.v.Value() }

// Scan reads the full text from a database.
func (p *Plain[T]) Scan(src any) error {
	return any(&p.v).(interface{ Scan(any) error }).Scan(src)
}
