// Package money imports what a leaf must not.
package money

import (
	"fmt"
	. "strings"

	_ "github.com/go-playground/validator/v10"
	_ "github.com/shopspring/decimal"
	_ "golang.org/x/text/collate"

	_ "github.com/shegong/shegong/reporting"
	_ "github.com/shegong/shegong/station/fault"
)

// Print uses what is allowed.
func Print() { fmt.Println(ToUpper("money")) }
