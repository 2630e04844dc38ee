//go:build plan9

package money

import _ "github.com/shegong/shegong/station" // a build constraint hides nothing
