package statutes

import (
	"github.com/shegong/shegong/eligibility"
)

// View is what a custom function sees of the person or household it is asked about: the facts it declared, and no others.
type View interface {
	// Get returns a fact as Case.Get does. Known is false where the fact is unknown, or was not declared.
	Get(eligibility.FactKey) (n int64, known bool)
}

// Function is a criterion that the vocabulary cannot say (自定义函数), registered by its importer under a name and version.
// It reads nothing but the declared facts, keeps no state, and answers Unknown rather than guess; more known facts must
// never turn Met into NotMet or back. It may run in many goroutines at once, and must not panic: the engine lets a panic through.
type Function struct {
	Ref   eligibility.FunctionRef
	Facts []eligibility.FactKey // all it may read
	Scope eligibility.Scope     // whom it is about; facts of a narrower scope are refused
	Eval  func(View) eligibility.Truth
}
