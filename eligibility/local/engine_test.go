package local_test

import (
	readers "github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
)

var engines eligibilitytest.Kept[*statutes.Law, *readers.Engine]

func engine(l *statutes.Law) *readers.Engine { return engines.Of(l, readers.New) }
