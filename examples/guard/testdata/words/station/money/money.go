// Package money is kept from vocab by the import table and may name its words itself.
package money

// Side is such a word.
type Side string

const Debit Side = "debit"
