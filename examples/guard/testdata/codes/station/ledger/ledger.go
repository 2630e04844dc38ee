// Package ledger takes a code of another package.
package ledger

import "github.com/shegong/shegong/station/fault"

const errTwice fault.Code = "MONEY-TWICE"

func catalogue() *fault.Catalogue {
	return fault.NewCatalogue(fault.Text{Code: errTwice, ZH: "两次", EN: "“两次”"})
}
