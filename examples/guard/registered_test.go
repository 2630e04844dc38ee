package guard

import (
	"github.com/shegong/shegong/station/vocab"
)

// What the guards need as values and cannot reach by reading source is registered here; each guard finds the
// names by itself and fails for one that is missing.

// registeredLists holds every vocab.List of the module under the name of the function that returns it.
func registeredLists() map[string][]word {
	return map[string][]word{
		"station/vocab.Provenances": wordsOf(vocab.Provenances()),
	}
}

// registeredSamples holds every tagged struct and every value type of the module, good and bad.
func registeredSamples() []sample {
	return []sample{}
}
