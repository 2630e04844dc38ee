// Package person holds the code lists of people (人员代码表): sex, marriage, ethnic group, family relation, residence,
// housing, self-care, and the client categories and group labels of social work stations. Kinds and grades of
// disability are those of package identity, where the certificate number states them.
//
// # Keys and codes
//
// Every list is a vocab.List: a word is stored under an English key ("widowed") and reads from its key and its names,
// those from [Sexes] to [Housings] also from their code ("30"), so a spreadsheet cell may hold any of them. [Code] and
// [ByCode] translate to and from the codes that systems exchange. The zero value of every type is "not recorded", which
// is not the same as 未说明的性别 or 其他: those say that somebody was asked.
//
// # Sources
//
// The national standards were not read in the original. Their tables are known from public copies that agree with each
// other, and are marked reported. What is in use without a text behind it is marked practice. Read the sources of the
// entry.
//
// Everything here is health, family or welfare data once it is said of a person. A label proves nothing: whether
// somebody is entitled to anything is decided by package eligibility on facts.
//
// All functions are safe for concurrent use.
package person

import (
	"slices"

	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// Coded is any word that has a code in a national standard or a platform (有代码的词): GB/T 2261.1 for [Sex], GB/T 2261.2
// for [Marriage], GB/T 3304 for [EthnicGroup], GB/T 4761 for [Relation], GB/T 26341 with the digits of the certificate
// number for kinds and grades of disability, a city platform for [Residence] and [Housing]. A [Category] has two codes:
// see [Category.Code].
type Coded interface {
	Sex | Marriage | EthnicGroup | Relation | Residence | Housing | identity.DisabilityKind | identity.DisabilityGrade
}

// Code returns the standard's code of a word (国标代码): Code(Widowed) is "30". It is "" for the zero value and for a word
// the list does not hold.
func Code[K Coded](k K) string { return tableOf[K]().codes[k] }

// ByCode returns the word with this code (按代码取值). Only codes are read, by exact text: ByCode[Marriage]("30") and, since
// many systems store one digit, ByCode[Marriage]("3"); names are read by the Parse method of the list. The error is
// vocab.ErrUnknown.
func ByCode[K Coded](code string) (K, error) {
	t := tableOf[K]()
	if k, ok := t.keys[code]; ok {
		return k, nil
	}
	return t.list.Parse("") // the list's own way to say that it does not know
}

// A table is a list with its codes.
type table[K ~string] struct {
	list  vocab.List[K]
	codes map[K]string
	keys  map[string]K
}

// A row is one word of a table. also holds shorter codes in use, which are read and never written.
type row[K ~string] struct {
	key          K
	code, zh, en string
	also         []string
	aliases      []string
}

func newTable[K ~string](zh, en string, src vocab.Source, rows []row[K]) *table[K] {
	t := &table[K]{codes: make(map[K]string, len(rows)), keys: make(map[string]K, len(rows))}
	entries := make([]vocab.Entry[K], len(rows))
	for i, r := range rows {
		codes := append([]string{r.code}, r.also...)
		entries[i] = vocab.Entry[K]{Key: r.key, ZH: r.zh, EN: r.en,
			Aliases: slices.Concat(codes, r.aliases), Sources: []vocab.Source{src}}
		t.codes[r.key] = r.code
		for _, c := range codes {
			t.keys[c] = r.key
		}
	}
	t.list = vocab.New(zh, en, entries...)
	return t
}

// ordinal gives the words of a list that another package declares the codes 1, 2, 3 …
func ordinal[K ~string](l vocab.List[K]) *table[K] {
	t := &table[K]{list: l, codes: make(map[K]string), keys: make(map[string]K)}
	for e := range l.All() {
		code := string(rune('1' + len(t.codes)))
		t.codes[e.Key], t.keys[code] = code, e.Key
	}
	return t
}

func tableOf[K Coded]() *table[K] {
	var t any
	switch any(*new(K)).(type) {
	case Sex:
		t = sexes()
	case Marriage:
		t = marriages()
	case EthnicGroup:
		t = ethnicGroups()
	case Relation:
		t = relations()
	case Residence:
		t = residences()
	case Housing:
		t = housings()
	case identity.DisabilityKind:
		t = disabilityKinds()
	case identity.DisabilityGrade:
		t = disabilityGrades()
	}
	return t.(*table[K])
}
