package reporting

import (
	"strings"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

// Hint is something an editor should look at before the document is published (编校提示). It never keeps the document
// from being rendered.
type Hint struct {
	At      string // place in the document, "blocks[2]"
	Excerpt string // the words of the document it is about
	Fault   fault.Fault
}

// Advise returns hints on the texts and sentences of the document, in order: wording that contradicts itself, says
// something twice or breaks the usage of figures, with the codes of zh.Lint, and numbers in free words that no Figure
// stands behind ([ErrLoose]), so that nobody can trace them. Numbers in characters (一个) are passed over there.
func (d Document) Advise() []Hint {
	var out []Hint
	for i, b := range d.Blocks {
		at := fault.Index("blocks", i)
		var sentence Sentence
		switch b := b.(type) {
		case Text:
			sentence = Sentence{Words(b)}
		case Sentence:
			sentence = b
		}
		out = append(out, sentence.lint(at)...)
		out = append(out, sentence.loose(at)...)
	}
	return out
}

func (s Sentence) lint(at string) []Hint {
	var out []Hint
	text := s.String()
	for _, f := range zh.Lint(text) {
		out = append(out, Hint{at, text[f.At.Start:f.At.End], f.Fault.At(at)})
	}
	return out
}

// loose looks for figures in the sentence that do not lie inside one of its Figures. It reads the sentence whole,
// because what a number is depends on the words around it.
func (s Sentence) loose(at string) []Hint {
	var out []Hint
	var traced []zh.Span
	var text strings.Builder
	for _, p := range s {
		start := text.Len()
		text.WriteString(p.String())
		if _, ok := p.(Figure); ok {
			traced = append(traced, zh.Span{Start: start, End: text.Len()})
		}
	}
	whole := text.String()
	for span, f := range zh.FindFigures(whole) {
		if f.InWords() || overlaps(span, traced) {
			continue
		}
		out = append(out, Hint{at, whole[span.Start:span.End], catalogue().New(ErrLoose).AsAdvisory().At(at)})
	}
	return out
}

func overlaps(a zh.Span, spans []zh.Span) bool {
	for _, b := range spans {
		if a.Start < b.End && b.Start < a.End {
			return true
		}
	}
	return false
}
