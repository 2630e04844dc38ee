package names

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shegong/shegong/station/division"
)

// Find reads a written name back as the divisions it may mean (按名称查代码), the coarser levels first: a name that
// several divisions bear gives them all, for a person to choose from, and an unknown one gives none. The text is a
// division's name after any of the names above it, with or without blanks, / or - between:
//
//	福建省漳州市南靖县   福建省南靖县   漳州市 南靖县   南靖县   北京市东城区   北京市市辖区东城区
//
// Only if nothing bears the name as written, short names count too, anywhere in the text: those without their last
// word (福建漳州南靖), and without the peoples in it (恩施州 or 恩施 for 恩施土家族苗族自治州, 管城区 for 管城回族区).
// A text longer than 64 characters names nothing. Nothing but the result is allocated.
func Find(text string) []division.Code {
	if len(text) > maxText*utf8.UTFMax || utf8.RuneCountInString(text) > maxText {
		return nil
	}
	text = strings.Trim(text, separators)
	t, x := table(), index()
	var full, short []division.Code
	for at := range text {
		above, own := text[:at], text[at:]
		stem, _ := shorten(own)
		for _, key := range [...]string{own, stem} {
			for i := x.first[hash(key)]; i != 0; i = x.next[i-1] {
				name, c := t.name(int(i-1)), t.code(int(i-1))
				if !strings.HasPrefix(name, key) {
					continue // another name of the same hash
				}
				rest, how := cut(own, name)
				if rest != "" {
					continue
				}
				switch min(how, t.lead(above, c)) {
				case asWritten:
					full = append(full, c)
				case inShort:
					short = append(short, c)
				}
			}
		}
	}
	if full == nil {
		full = short
	}
	slices.SortFunc(full, func(a, b division.Code) int {
		return cmp.Or(a.Level().Digits()-b.Level().Digits(), a.Compare(b))
	})
	return slices.Compact(full)
}

const (
	maxText    = 64 // characters
	separators = " \u3000/-"
)

// reading is how well a text reads as a name; the weakest part decides for the whole.
type reading int8

const (
	not reading = iota
	inShort
	asWritten
)

// lead tells how well a text reads as names of divisions above c, coarse to fine, any of them left out.
func (t *gazetteer) lead(text string, c division.Code) reading {
	text = strings.TrimRight(text, separators)
	if text == "" {
		return asWritten
	}
	best := not
	for a := range c.Ancestors() {
		if i, ok := t.find(a); ok {
			if rest, how := cut(text, t.name(i)); how != not {
				best = max(best, min(how, t.lead(rest, a)))
			}
		}
	}
	return best
}

// cut takes a name, or a short form of it, off the end of a text.
func cut(text, name string) (rest string, how reading) {
	if rest, ok := strings.CutSuffix(text, name); ok {
		return rest, asWritten
	}
	stem, word := shorten(name)
	if rest, ok := strings.CutSuffix(text, stem); ok {
		return rest, inShort
	}
	if rest, ok := strings.CutSuffix(text, word); ok {
		if rest, ok := strings.CutSuffix(rest, stem); ok {
			return rest, inShort
		}
	}
	return text, not
}

// nameIndex finds rows by the stem of their names: first holds a row for each hash and next the following row of the same hash,
// both counted from 1, with 0 for none.
type nameIndex struct {
	first [hashes]uint32
	next  []uint32
}

const hashes = 1 << 16

var index = sync.OnceValue(func() *nameIndex { return newIndex(table()) })

func newIndex(t *gazetteer) *nameIndex {
	x := &nameIndex{next: make([]uint32, len(t.keys))}
	for i := range t.keys {
		stem, _ := shorten(t.name(i))
		h := hash(stem)
		x.next[i], x.first[h] = x.first[h], uint32(i+1)
	}
	return x
}

// hash is FNV-1a, folded to the size of the index.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ h>>16) % hashes
}
