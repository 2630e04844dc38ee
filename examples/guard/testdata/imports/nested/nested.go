// Package nested is another module and not looked at.
package nested

import _ "github.com/go-playground/validator/v10"
