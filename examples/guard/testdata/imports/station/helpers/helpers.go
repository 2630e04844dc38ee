// Package helpers is in no table.
package helpers

import _ "github.com/shegong/shegong/station/fault"
