package program_test

import (
	"sync"

	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
)

var engines struct {
	sync.Mutex
	of map[*statutes.Law]*assess.Engine
}

// engine is the engine of a law, made once for the laws used last.
func engine(l *statutes.Law) *assess.Engine {
	engines.Lock()
	defer engines.Unlock()
	if e, ok := engines.of[l]; ok {
		return e
	}
	e, err := assess.New(l)
	if err != nil {
		panic(err)
	}
	if len(engines.of) > 64 || engines.of == nil {
		engines.of = make(map[*statutes.Law]*assess.Engine)
	}
	engines.of[l] = e
	return e
}
