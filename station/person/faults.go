package person

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrAmbiguous  fault.Code = "PERSON-AMBIGUOUS"   // a word that may mean several categories
	ErrNoCategory fault.Code = "PERSON-NO-CATEGORY" // 留守 said of a man between 18 and 59
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrAmbiguous, ZH: "可指{zh}，请写明是哪一类", EN: "may mean any of: {en}; say which"},
		fault.Text{Code: ErrNoCategory, ZH: "18至59周岁男性没有对应的留守类别",
			EN: "there is no left-behind category for a man between 18 and 59"},
	)
})
