package money

import _ "github.com/google/go-cmp/cmp" // tests may
