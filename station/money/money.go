// Package money models renminbi (人民币) in whole fen (分), exactly.
//
// An [Amount] is a number of fen between −92233720368547758.07 and 92233720368547758.07 yuan. Its zero value
// is ¥0.00, which is a recorded amount and not a missing one: an amount that may be unknown is a
// known.Value[money.Amount], a column that may be NULL is scanned into a sql.Null[money.Amount]. A field of
// type Amount is never tagged omitzero or validate:"required": both take ¥0.00 for absent.
//
// # Text
//
// The text is yuan with two decimals, "12.50", in every channel: fmt, JSON (a string), XML, SQL. [Parse] also
// reads "12.5" and "12". It refuses whatever a second reader might take for another number: exponents,
// grouping, blanks, a plus sign, leading zeros, full-width digits, a negative zero. JSON numbers and null
// are refused, because other programs read numbers as floating point and null would quietly leave ¥0.00.
// Values of integer and floating SQL columns are refused as well; text, DECIMAL and NUMERIC are read.
//
// # Arithmetic
//
// No operation wraps or panics: a result outside the range is [ErrRange]. There is no division; use
// [Amount.Split] and [Amount.Allocate], which lose nothing, or [Amount.MulDiv]. Wherever a result may have to
// be rounded the caller names the [Rounding]; there is no default. [Sum] fails only if the sum itself is out of
// range, in whatever order the amounts come. Amounts may be compared with == and used as map keys.
//
// # Decimals
//
// Decimals of github.com/shopspring/decimal come in through [FromDecimal], exactly or not at all, and out
// through [Amount.Decimal]. Decimal text from files goes through [ParseDecimal], which is bounded. Neither can be
// made to work for long by a large exponent, and no result depends on that package's global settings.
//
// Everything here is an immutable value and safe for concurrent use.
package money

import (
	"cmp"
	"iter"
	"math"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Amount is a sum of renminbi (金额) in whole fen. The zero value is ¥0.00. See the package comment.
type Amount struct {
	fen int64 // never math.MinInt64, so that every amount has a negative
}

// Fen returns the amount of n fen (分): Fen(1250) is ¥12.50. The range is symmetric, so math.MinInt64, a single
// fen below it, gives the lowest amount.
func Fen(n int64) Amount { return Amount{max(n, -math.MaxInt64)} }

// Yuan returns the amount of n yuan (元), or [ErrRange].
func Yuan(n int64) (Amount, error) { return Amount{100}.MulInt(n) }

// Fen returns the amount as a number of fen.
func (a Amount) Fen() int64 { return a.fen }

// Decimal returns the amount in yuan as a decimal with two places.
func (a Amount) Decimal() decimal.Decimal { return decimal.New(a.fen, -2) }

// ValidatorValue returns the fen as an int64, so that tags such as validate:"gt=0,lte=100000" of
// go-playground/validator compare fen; here the limit is ¥1000.00.
func (a Amount) ValidatorValue() any { return a.fen }

// Add returns a + b, or [ErrRange].
func (a Amount) Add(b Amount) (Amount, error) {
	s := a.fen + b.fen
	if (a.fen^s)&(b.fen^s) < 0 || s == math.MinInt64 {
		return Amount{}, catalogue().New(ErrRange)
	}
	return Amount{s}, nil
}

// Sub returns a − b, or [ErrRange].
func (a Amount) Sub(b Amount) (Amount, error) { return a.Add(b.Neg()) }

// Neg returns −a.
func (a Amount) Neg() Amount { return Amount{-a.fen} }

// Abs returns a without its sign.
func (a Amount) Abs() Amount { return Amount{max(a.fen, -a.fen)} }

// MulInt returns n × a, or [ErrRange].
func (a Amount) MulInt(n int64) (Amount, error) {
	hi, lo := bits.Mul64(magnitude(a.fen), magnitude(n))
	return signed((a.fen < 0) != (n < 0), hi, lo)
}

// Sign returns −1, 0 or 1 as the amount is negative, ¥0.00 or positive.
func (a Amount) Sign() int { return cmp.Compare(a.fen, 0) }

// Compare returns −1, 0 or 1 as a is less than, equal to or more than b. It fits slices.SortFunc.
func (a Amount) Compare(b Amount) int { return cmp.Compare(a.fen, b.fen) }

// Cmp is [Amount.Compare] under the name that math/big and decimal give it.
func (a Amount) Cmp(b Amount) int { return a.Compare(b) }

// Equal reports whether a and b are the same amount, as == does.
func (a Amount) Equal(b Amount) bool { return a == b }

// Sum returns the sum (合计) of any number of amounts, ¥0.00 for none. It adds in 128 bits and fails with
// [ErrRange] only if the result is out of range, so the order of the amounts does not matter.
func Sum(amounts iter.Seq[Amount]) (Amount, error) {
	var t total
	for a := range amounts {
		t.add(a)
	}
	return t.amount()
}

// SumOf is [Sum] over arguments or, as SumOf(s...), over a slice, which is faster than an iterator.
func SumOf(amounts ...Amount) (Amount, error) {
	var t total
	for _, a := range amounts {
		t.add(a)
	}
	return t.amount()
}

// total is a sum in 128 bits, two's complement. 2⁶⁴ additions cannot overflow it.
type total struct {
	hi int64
	lo uint64
}

func (t *total) add(a Amount) {
	lo, carry := bits.Add64(t.lo, uint64(a.fen), 0)
	t.lo = lo
	t.hi += a.fen>>63 + int64(carry)
}

func (t *total) amount() (Amount, error) {
	if fen := int64(t.lo); t.hi == fen>>63 && fen != math.MinInt64 {
		return Amount{fen}, nil
	}
	return Amount{}, catalogue().New(ErrRange)
}

// magnitude returns |n|, also of math.MinInt64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// signed makes an amount of the 128-bit magnitude hi, lo, or ErrRange.
func signed(negative bool, hi, lo uint64) (Amount, error) {
	if hi != 0 || lo > math.MaxInt64 {
		return Amount{}, catalogue().New(ErrRange)
	}
	if negative {
		return Amount{-int64(lo)}, nil
	}
	return Amount{int64(lo)}, nil
}
