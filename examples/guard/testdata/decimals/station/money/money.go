// Package money trusts what others can set.
package money

import "github.com/shopspring/decimal"

type rate struct {
	name  string
	value decimal.Decimal
}

var rates = map[decimal.Decimal]string{}

func same(a, b decimal.Decimal) bool { return a == b }

func sameRate(a, b rate) bool { return a != b }

func sameValue(a, b decimal.Decimal) bool { return a.Equal(b) }

func third(d decimal.Decimal) decimal.Decimal {
	decimal.DivisionPrecision = 2
	return d.Div(decimal.NewFromInt(3))
}

func thirdOfOwnPrecision(d decimal.Decimal) decimal.Decimal {
	return d.DivRound(decimal.NewFromInt(3), 2)
}

func text(d decimal.Decimal) string {
	write := d.String
	return write()
}

func none() decimal.Decimal { return decimal.Zero }
