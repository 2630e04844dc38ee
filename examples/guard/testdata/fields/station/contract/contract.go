// Package contract keeps decimals and full numbers in exported fields.
package contract

import (
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
)

type quiet = decimal.Decimal

// Target is a decimal by declaration.
type Target decimal.Decimal

// Instalment shows them in every wrapping.
type Instalment struct {
	Share   decimal.Decimal
	Rate    *quiet
	Weights map[string][]decimal.Decimal
	Ratio   known.Value[decimal.Decimal]
	Detail  struct{ Part decimal.Decimal }
	decimal.Decimal
	Phone  identity.Plain[identity.Mobile]
	Phones known.Value[[]identity.Plain[identity.Mobile]]

	Contact identity.Mobile
	kept    decimal.Decimal
	weigh   func(decimal.Decimal) bool
}
