package facts

import (
	"sync"

	"github.com/shegong/shegong/eligibility"
)

// Dictionary returns the facts of the national law (全国事实字典). A vendor adds his own with Dictionary().With and records them as
// Extra.
func Dictionary() *eligibility.Dictionary { return dictionary() }

var dictionary = sync.OnceValue(func() *eligibility.Dictionary {
	d, err := eligibility.NewDictionary()
	if err != nil {
		panic(err) // a mistake in the lists of this package, which the tests would find
	}
	return d
})
