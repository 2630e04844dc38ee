// Package people reaches for the law in force.
package people

import _ "github.com/shegong/shegong/eligibility/national"
