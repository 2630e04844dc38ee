// Package money is too long for the limits of its test.
package money

// One is a line.
const One = 1

// Two is a line.
const Two = 2

// Three is a line.
const Three = 3

// Four is a line.
const Four = 4
