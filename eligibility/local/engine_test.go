package local_test

import (
	"sync"

	readers "github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
)

var engines struct {
	sync.Mutex
	of map[*statutes.Law]*readers.Engine
}

// engine is the engine of a law, made once for the laws used last.
func engine(l *statutes.Law) *readers.Engine {
	engines.Lock()
	defer engines.Unlock()
	if e, ok := engines.of[l]; ok {
		return e
	}
	e, err := readers.New(l)
	if err != nil {
		panic(err)
	}
	if len(engines.of) > 64 || engines.of == nil {
		engines.of = make(map[*statutes.Law]*readers.Engine)
	}
	engines.of[l] = e
	return e
}
