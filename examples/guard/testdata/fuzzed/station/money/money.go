// Package money has parsers that are fuzzed and parsers that are not.
package money

// Amount is read from text.
type Amount int64

// Parse is reached by name.
func Parse(s string) (Amount, error) { return 0, nil }

// ParseLenient is reached through a helper of the tests.
func ParseLenient(s string) (Amount, error) { return 0, nil }

// ParseInvoice is never fuzzed.
func ParseInvoice(s string) (Amount, error) { return 0, nil }
