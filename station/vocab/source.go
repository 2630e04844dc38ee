package vocab

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
)

// Provenance is the grade of a statement (依据等级): how well its source is known. The zero value is "not
// recorded" and is never as good as Official. Anything but Official is shown with its grade wherever it is printed.
type Provenance string

// The grades, best first.
const (
	Official       Provenance = "official"       // 正式文本: the text itself was read
	Reported       Provenance = "reported"       // 转述: known at second hand
	Practice       Provenance = "practice"       // 实务: seen in use, no text behind it
	Interpretation Provenance = "interpretation" // 解释: our own reading
	Recalled       Provenance = "recalled"       // 据记忆: written from memory, not checked
	Fictitious     Provenance = "fictitious"     // 虚构: invented for tests and examples
)

// Provenances returns the grades, best first.
func Provenances() List[Provenance] { return provenances() }

var provenances = sync.OnceValue(func() List[Provenance] {
	type entry = Entry[Provenance]
	return New("依据等级", "provenance",
		entry{Key: Official, ZH: "正式文本", EN: "official text"},
		entry{Key: Reported, ZH: "转述", EN: "reported"},
		entry{Key: Practice, ZH: "实务", EN: "practice"},
		entry{Key: Interpretation, ZH: "解释", EN: "interpretation"},
		entry{Key: Recalled, ZH: "据记忆", EN: "recalled"},
		entry{Key: Fictitious, ZH: "虚构", EN: "fictitious"},
	)
})

// Source says where a statement comes from (依据). Document is the title as it is cited, with its own marks and number
// ("《中华人民共和国民法典》", "MZ/T 094-2017"); Article the place in it ("第一千二百五十九条"); URL where it was read. The
// zero value is no source.
type Source struct {
	Document   string     `json:"document" validate:"required"`
	Article    string     `json:"article,omitempty"`
	URL        string     `json:"url,omitempty"`
	Provenance Provenance `json:"provenance" validate:"required"`
}

// Validate reports a source without a document, or whose provenance is missing or not a known grade, as
// [ErrSource].
func (s Source) Validate() error {
	var l fault.List
	if checkName(s.Document) != nil {
		l.Add("document", catalogue().New(ErrSource))
	}
	if !Provenances().Known(s.Provenance) {
		l.Add("provenance", catalogue().New(ErrSource))
	}
	return l.Err()
}

// Cite returns document, article and, unless it is Official, the grade:
// "《中华人民共和国民法典》第一千二百五十九条", "《双湖镇项目公示》（转述）". The title itself is not translated.
// A grade that was not recorded is said to be so.
func (s Source) Cite(tag language.Tag) string {
	zh := chinese(tag)
	text := s.Document + s.Article
	if !zh && s.Article != "" {
		text = s.Document + ", " + s.Article
	}
	grade := Provenances().Name(s.Provenance, tag)
	switch {
	case s == Source{} || s.Provenance == Official:
		return text
	case grade == "" && zh:
		grade = "依据未核"
	case grade == "":
		grade = "grade not recorded"
	}
	if zh {
		return text + "（" + grade + "）"
	}
	return text + " (" + grade + ")"
}

// badKey reports whether a key has another form than Entry.Key says.
func badKey(k string) bool {
	joined := true // a joining mark is not allowed at the start, at the end or after another one
	for _, r := range k {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', unicode.Is(unicode.Han, r):
			joined = false
		case strings.ContainsRune("-_.", r) && !joined:
			joined = true
		default:
			return true
		}
	}
	return joined || len(k) > 64
}

// checkName refuses a text that is empty, has blanks around it or unusual ones inside, or is not UTF-8.
func checkName(s string) error {
	switch {
	case strings.ContainsFunc(s, invisible):
		return catalogue().New(ErrInvisible)
	case s == "", s != strings.TrimSpace(s), !utf8.ValidString(s),
		strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }):
		return catalogue().New(ErrName)
	}
	return nil
}

// invisible reports whether a character takes no room or turns the direction of writing: control and format
// characters, fillers, and variation selectors, which change a glyph at most.
func invisible(r rune) bool {
	if 0x4E00 <= r && r <= 0x9FFF { // 汉字 need no tables, and are most of what is asked about
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
