// Package known stands in for the real one.
package known

// Value may be unknown.
type Value[T any] struct{ v T }
