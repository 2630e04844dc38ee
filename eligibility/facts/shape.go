package facts

import "github.com/shegong/shegong/eligibility"

type evidence = eligibility.Evidence
