package sql

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrNotExpressible fault.Code = "SQL-NOT-EXPRESSIBLE" // a node that one row of facts cannot answer
	ErrColumn         fault.Code = "SQL-COLUMN"          // a column name that is empty, too long, odd, or given twice
	ErrTooLong        fault.Code = "SQL-TOO-LONG"        // more text than is reasonable
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrNotExpressible, ZH: "条件“{node}”（{kind}）不能由一行事实判断，无法写成SQL",
			EN: "the node {node} ({kind}) needs more than one row of facts and cannot be written in SQL"},
		fault.Text{Code: ErrColumn, ZH: "列名为空、过长、含不可用字符或重复",
			EN: "a column name is empty, too long, has an unusable character, or is given twice"},
		fault.Text{Code: ErrTooLong, ZH: "表达式过长", EN: "the expression is too long"},
	)
})
