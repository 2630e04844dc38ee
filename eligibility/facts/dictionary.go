package facts

import (
	"strings"
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// Dictionary returns the facts of the national law (全国事实字典). A vendor adds his own with Dictionary().With and records them as
// Extra.
func Dictionary() *eligibility.Dictionary { return dictionary() }

var dictionary = sync.OnceValue(func() *eligibility.Dictionary {
	d, err := eligibility.NewDictionary(append(assistanceFacts(), welfareFacts()...)...)
	if err != nil {
		panic(err) // a mistake in the lists of this package, which the tests would find
	}
	return d
})

// wordsOf is the list of the words of a WordFact: the dictionary is the only place where they stand.
func wordsOf[K ~string](k eligibility.FactKey) vocab.List[K] {
	f, _ := Dictionary().Lookup(k)
	entries := make([]vocab.Entry[K], len(f.Words))
	for i, w := range f.Words {
		entries[i] = vocab.Entry[K]{Key: K(w.Key), ZH: w.ZH, EN: w.EN}
	}
	return vocab.New(f.ZH, f.EN, entries...)
}

// kindsOf is the list of the facts whose keys begin with prefix, by what follows it.
func kindsOf[K ~string](zh, en, prefix string) vocab.List[K] {
	var entries []vocab.Entry[K]
	for f := range Dictionary().All() {
		if kind, ok := strings.CutPrefix(string(f.Key), prefix); ok {
			entries = append(entries, vocab.Entry[K]{Key: K(kind), ZH: f.ZH, EN: f.EN})
		}
	}
	return vocab.New(zh, en, entries...)
}
