// Package station has tags that harm an embedder.
package station

// Post is tagged and not registered.
type Post struct {
	Title string `validate:"required"`
}

// Station has every mistake.
type Station struct {
	Open    bool            `validate:"required"`
	Posts   []Post          `validate:"required"`
	ByTitle map[string]Post `validate:"min=1"`
	Ghosts  []*Post
	Name    string `validate:"validateFn=Check"`

	Dived  []Post   `validate:"required,min=1,dive"`
	Hidden []string `validate:"max=20,dive,required"`
}

// Code speaks for itself under any validator and is not registered.
type Code struct{ text string }

// ValidatorValue returns the text.
func (c Code) ValidatorValue() any { return c.text }
