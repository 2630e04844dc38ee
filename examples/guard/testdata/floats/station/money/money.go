// Package money counts in floating point.
package money

import (
	"github.com/shopspring/decimal"
)

const million = 1e6

// Price is a float.
type Price float64

// Yuan names no float and uses one.
func Yuan(d decimal.Decimal) int64 {
	f := d.InexactFloat64()
	return int64(f)
}

// Fen is exact.
func Fen(yuan int64) int64 { return yuan * 100 }
