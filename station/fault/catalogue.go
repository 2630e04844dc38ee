package fault

import (
	"fmt"
	"iter"
	"strings"
	"sync"
)

// Text is what a code says, in Chinese and English. {name} stands for an argument given to
// [Catalogue.New]; a text never quotes the offending value.
type Text struct {
	Code   Code
	ZH, EN string
}

// Catalogue is an immutable set of codes with their texts (问题代码表), one a package. The zero value is
// empty. It is safe for concurrent use.
type Catalogue struct {
	texts []Text
	index map[Code]int
}

// NewCatalogue builds a catalogue in the order given. It is called with literals, so a malformed or
// repeated code or a missing text is a mistake in the program: it panics.
func NewCatalogue(texts ...Text) *Catalogue {
	c := &Catalogue{texts: append([]Text(nil), texts...), index: make(map[Code]int, len(texts))}
	for i, t := range c.texts {
		_, twice := c.index[t.Code]
		if twice || !t.Code.valid() || t.ZH == "" || t.EN == "" {
			panic(fmt.Sprintf("fault: text %d (%s) is repeated, malformed or lacks a language", i, t.Code))
		}
		c.index[t.Code] = i
	}
	return c
}

// New returns the fault with this code. Arguments are alternating names and values that the text mentions,
// such as "max", "60"; they must never hold the offending value. A code that is not in the catalogue
// still makes a fault, whose text is the code.
func (c *Catalogue) New(code Code, args ...string) Fault {
	f := Fault{code: code, args: strings.Join(args, "\x00")}
	if i, ok := c.index[code]; ok {
		f.text = &c.texts[i]
	}
	return f
}

// All returns every code with its text, in the order of declaration.
func (c *Catalogue) All() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		for _, t := range c.texts {
			if !yield(t) {
				return
			}
		}
	}
}

// Faults returns the texts of this package's own codes.
func Faults() *Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *Catalogue {
	return NewCatalogue(
		Text{ErrForeign, "其他程序返回的错误", "an error from outside this library"},
	)
})
