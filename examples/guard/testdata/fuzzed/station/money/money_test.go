package money

import "testing"

func FuzzParse(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) { Parse(s) })
}

func FuzzLenient(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) { roundTrip(t, s) })
}

func roundTrip(t *testing.T, s string) { ParseLenient(s) }

func TestInvoice(t *testing.T) { ParseInvoice("") }
