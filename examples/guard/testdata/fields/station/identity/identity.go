// Package identity stands in for the real one.
package identity

// Plain is the full text of T.
type Plain[T any] struct{ v T }

// Mobile is a number.
type Mobile struct{ n int }
