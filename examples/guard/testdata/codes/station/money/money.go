// Package money declares codes carelessly.
package money

import "github.com/shegong/shegong/station/fault"

const (
	ErrFine     fault.Code = "MONEY-FINE"
	ErrReworded fault.Code = "MONEY-REWORDED"
	ErrNew      fault.Code = "MONEY-NEW"
	ErrSilent   fault.Code = "MONEY-SILENT"
	ErrLatin    fault.Code = "MONEY-LATIN"
	ErrPrefix   fault.Code = "CASH-PREFIX"
	ErrTwice    fault.Code = "MONEY-TWICE"
)

func catalogue() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{ErrFine, "好", "fine"},
		fault.Text{Code: ErrReworded, ZH: "改过", EN: "reworded"},
		fault.Text{Code: ErrNew, ZH: "新", EN: "new"},
		fault.Text{Code: ErrLatin, ZH: "latin", EN: "latin"},
		fault.Text{Code: ErrPrefix, ZH: "前缀", EN: "prefix"},
		fault.Text{Code: ErrTwice, ZH: "两次", EN: "twice"},
	)
}
