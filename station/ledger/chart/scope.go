package chart

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Scope is which funds a rule is for (限定性范围). The zero value is all.
type Scope string

// The scopes.
const (
	AllFunds     Scope = ""
	Restricted   Scope = "restricted"
	Unrestricted Scope = "unrestricted"
)

// Scopes returns the scopes that are not all funds.
func Scopes() vocab.List[Scope] { return scopes() }

var scopes = sync.OnceValue(func() vocab.List[Scope] {
	type entry = vocab.Entry[Scope]
	return vocab.New("限定性范围", "scope of a rule",
		entry{Key: Restricted, ZH: "限定性", EN: "restricted funds"},
		entry{Key: Unrestricted, ZH: "非限定性", EN: "unrestricted funds"},
	)
})

// covers lists whether the funds of a scope are restricted; none for a scope that is unknown.
func (s Scope) covers() []bool {
	switch s {
	case AllFunds:
		return []bool{false, true}
	case Restricted:
		return []bool{true}
	case Unrestricted:
		return []bool{false}
	}
	return nil
}
