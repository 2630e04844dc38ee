// Package vocab holds immutable code lists (代码表): the words a field may take, each with its Chinese and
// English name and the source it comes from.
//
// An enumeration is a typed string and a list:
//
//	type Sex string
//
//	const (
//		Male   Sex = "male"
//		Female Sex = "female"
//	)
//
//	func Sexes() vocab.List[Sex] { return sexes() }
//
// The typed string keeps whatever a newer writer sent, so decoding never loses a key; [List.Check] reports it.
// There is no registry: whoever needs more words builds a list of his own with [List.With].
//
// A list is written as a literal through [New], which panics on a mistake in the program, and is then safe for
// concurrent use: no method changes it and every entry handed out is a copy.
package vocab

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
)

// Entry is one word of a code list (代码项). Key is what is stored: 1 to 64 bytes of letters a-z and A-Z, digits
// and Chinese characters, with - _ . between them. ZH and EN are what people read; neither may be empty.
// Aliases are further spellings that [List.Parse] accepts.
type Entry[K ~string] struct {
	Key     K        `json:"key"`
	ZH      string   `json:"zh"`
	EN      string   `json:"en"`
	Aliases []string `json:"aliases,omitempty"`
	Sources []Source `json:"sources,omitempty"`
}

// Name returns the Chinese name for any Chinese language tag and the English one otherwise.
func (e Entry[K]) Name(tag language.Tag) string {
	if chinese(tag) {
		return e.ZH
	}
	return e.EN
}

func (e Entry[K]) clone() Entry[K] {
	e.Aliases, e.Sources = slices.Clone(e.Aliases), slices.Clone(e.Sources)
	return e
}

// List is an immutable code list (代码表) in the order of declaration. The zero value is empty and knows nothing.
// A List is cheap to copy.
type List[K ~string] struct {
	zh, en  string
	entries []Entry[K]
	texts   map[string]int // every key, name and alias; Check and Name find keys here too
}

// New builds the list that is called zh and en ("计数口径", "counting basis"). It is called with literals, so
// anything [List.With] would refuse, or a list without its two names, is a mistake in the program: it panics.
func New[K ~string](zh, en string, entries ...Entry[K]) List[K] {
	if checkName(zh) != nil || checkName(en) != nil {
		panic("vocab: a list needs a Chinese and an English name")
	}
	l, err := List[K]{zh: zh, en: en}.With(entries...)
	if err != nil {
		panic("vocab: " + en + ": " + err.Error())
	}
	return l
}

// With returns a list that also holds the given entries, after its own: the words an embedder adds. Nothing can be
// redefined. The error is a fault.List, with paths such as "[2].aliases[0]", of every malformed key ([ErrKey]),
// missing or malformed name ([ErrName], [ErrInvisible]), source without document or known grade ([ErrSource]) and key,
// name or alias that another entry already has ([ErrClash]).
func (l List[K]) With(entries ...Entry[K]) (List[K], error) {
	var faults fault.List
	out := List[K]{zh: l.zh, en: l.en, entries: slices.Clone(l.entries)}
	out.texts = make(map[string]int, 3*(len(l.entries)+len(entries)))
	for text, i := range l.texts {
		out.texts[text] = i
	}
	for i, e := range entries {
		faults.Add(fault.Index("", i), e.shape())
		faults.Add(fault.Index("", i), out.add(e.clone()))
	}
	if err := faults.Err(); err != nil {
		return List[K]{}, err
	}
	return out, nil
}

// shape returns what is wrong with the entry on its own.
func (e Entry[K]) shape() error {
	var l fault.List
	if badKey(string(e.Key)) {
		l.Add("key", catalogue().New(ErrKey))
	}
	l.Add("zh", checkName(e.ZH))
	l.Add("en", checkName(e.EN))
	for i, alias := range e.Aliases {
		l.Add(fault.Index("aliases", i), checkName(alias))
	}
	for i, s := range e.Sources {
		l.Add(fault.Index("sources", i), s.Validate())
	}
	return l.Err()
}

// add appends the entry and returns the texts that another entry has already. Within one entry a text may
// stand twice: a Chinese key is often its own name.
func (l *List[K]) add(e Entry[K]) error {
	var faults fault.List
	at := len(l.entries)
	claim := func(path, text string) {
		if text == "" {
			return // already reported by shape
		}
		if other, taken := l.texts[text]; taken && other != at {
			faults.Add(path, catalogue().New(ErrClash))
			return
		}
		l.texts[text] = at
	}
	// The key of a repeated entry clashes even though everything it says may be the same.
	claim("key", string(e.Key))
	claim("zh", e.ZH)
	claim("en", e.EN)
	for i, alias := range e.Aliases {
		claim(fault.Index("aliases", i), alias)
	}
	l.entries = append(l.entries, e)
	return faults.Err()
}

// Title returns what the list is called, in Chinese for any Chinese language tag and in English otherwise.
func (l List[K]) Title(tag language.Tag) string {
	zh, en := l.titles()
	if chinese(tag) {
		return zh
	}
	return en
}

func (l List[K]) titles() (zh, en string) {
	if l.zh == "" {
		return "代码表", "code"
	}
	return l.zh, l.en
}

// Len returns the number of entries.
func (l List[K]) Len() int { return len(l.entries) }

// All returns the entries in the order of declaration.
func (l List[K]) All() iter.Seq[Entry[K]] {
	return func(yield func(Entry[K]) bool) {
		for _, e := range l.entries {
			if !yield(e.clone()) {
				return
			}
		}
	}
}

// find returns the place of a key. A text that is only a name or alias is no key.
func (l List[K]) find(k K) (int, bool) {
	i, ok := l.texts[string(k)]
	return i, ok && l.entries[i].Key == k
}

// Lookup returns the entry of a key.
func (l List[K]) Lookup(k K) (Entry[K], bool) {
	i, ok := l.find(k)
	if !ok {
		return Entry[K]{}, false
	}
	return l.entries[i].clone(), true
}

// Known reports whether the list holds the key. The empty key is never known.
func (l List[K]) Known(k K) bool {
	_, ok := l.find(k)
	return ok
}

// Name returns the name of a key, in Chinese for any Chinese language tag and in English otherwise. A key that the
// list does not hold is its own name.
func (l List[K]) Name(k K, tag language.Tag) string {
	i, ok := l.find(k)
	if !ok {
		return string(k)
	}
	return l.entries[i].Name(tag)
}

// Check returns an [ErrUnknown] fault for a key that the list does not hold. The fault names the list and not the
// key, which may be anything somebody typed. The empty key means "not recorded" and passes: whether it must be recorded
// is the affair of the field (the tag required).
func (l List[K]) Check(k K) error {
	if k == "" || l.Known(k) {
		return nil
	}
	return l.unknown()
}

// maxSearch bounds, in bytes, the texts that are searched for what the eye cannot see.
const maxSearch = 1024

// Parse returns the key whose key, Chinese name, English name or alias is exactly text. Case, width and blanks
// count. Anything else, the empty text included, is an [ErrUnknown] fault, or [ErrInvisible] where the eye cannot see
// why.
func (l List[K]) Parse(text string) (K, error) {
	i, ok := l.texts[text]
	switch {
	case ok:
		return l.entries[i].Key, nil
	case len(text) <= maxSearch && strings.ContainsFunc(text, invisible):
		return "", catalogue().New(ErrInvisible)
	}
	return "", l.unknown()
}

func (l List[K]) unknown() error {
	zh, en := l.titles()
	return catalogue().New(ErrUnknown, "zh", zh, "en", en)
}

func chinese(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "zh"
}
