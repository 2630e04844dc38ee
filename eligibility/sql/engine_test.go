package sql_test

import (
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
)

var engines eligibilitytest.Kept[*statutes.Law, *assess.Engine]

func engine(l *statutes.Law) *assess.Engine { return engines.Of(l, assess.New) }
