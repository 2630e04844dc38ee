package reporting

import (
	"io"
	"strconv"
	"strings"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

// Document is a report (报告): blocks in order. The zero value is an empty document. Punctuation is how its words are
// printed: full-width, unless it quotes a source that uses ASCII marks.
type Document struct {
	Title       string
	Punctuation zh.Punctuation
	Blocks      []Block
}

// Block is a part of a document: Heading, Text, Sentence, Table or Attribution.
type Block interface{ block() }

// Heading is a heading (标题) of level 1 (below the document's title) to 4.
type Heading struct {
	Level int
	Text  string
}

// Text is a paragraph without figures of its own (文字段落): aims, demands, quoted policy.
type Text string

// Sentence is a paragraph of words and figures (数字句段).
type Sentence []Part

// Part is a piece of a sentence or a cell: Words, Figure or, in tables, State.
type Part interface {
	String() string
	part()
}

// Words is text between figures (文字). It should hold no number that matters; see [Document.Advise].
type Words string

// Attribution names whose report this is (据…), printed in brackets at the end.
type Attribution string

func (Heading) block()     {}
func (Text) block()        {}
func (Sentence) block()    {}
func (Table) block()       {}
func (Attribution) block() {}

func (Words) part()  {}
func (Figure) part() {}
func (State) part()  {}

// String returns the words.
func (w Words) String() string { return string(w) }

// Print returns the sentence with its words in the punctuation p; the phrases of figures are printed as they are.
func (s Sentence) Print(p zh.Punctuation) string {
	// Marks are judged by what stands beside them, so the whole sentence is converted and the figures, which hold
	// no mark that the conversion touches, keep their form.
	return p.Text(s.String())
}

// String returns the sentence as written.
func (s Sentence) String() string {
	var b strings.Builder
	for _, part := range s {
		b.WriteString(part.String())
	}
	return b.String()
}

// Figures returns the figures of the sentence in order.
func (s Sentence) Figures() []Figure {
	var out []Figure
	for _, part := range s {
		if f, ok := part.(Figure); ok {
			out = append(out, f)
		}
	}
	return out
}

// Renderer writes a document in one format. It refuses a document whose Validate reports a problem, before it
// writes anything.
type Renderer interface {
	Render(w io.Writer, d Document) error
}

// Validate reports what keeps the document from being rendered: a heading level outside 1 to 4 ([ErrLevel]), a zero
// Figure ([ErrFigure]), a table row that does not fit its columns ([ErrShape]), a nil block or part ([ErrRequired]).
func (d Document) Validate() error {
	var l fault.List
	for i, b := range d.Blocks {
		at := fault.Index("blocks", i)
		switch b := b.(type) {
		case nil:
			l.Add(at, catalogue().New(ErrRequired))
		case Heading:
			if b.Level < 1 || b.Level > 4 {
				l.Add(at+".level", catalogue().New(ErrLevel))
			}
		case Sentence:
			for j, part := range b {
				l.Add(fault.Index(at, j), checkPart(part))
			}
		case Table:
			l.Add(at, b.check())
		}
	}
	return l.Err()
}

func checkPart(p Part) error {
	switch p := p.(type) {
	case nil:
		return catalogue().New(ErrRequired)
	case Figure:
		if p.IsZero() {
			return catalogue().New(ErrFigure)
		}
	}
	return nil
}

func (t Table) check() error {
	var l fault.List
	for i, row := range t.Rows {
		at := fault.Index("rows", i)
		if len(row) != len(t.Columns) {
			l.Add(at, catalogue().New(ErrShape, "columns", strconv.Itoa(len(t.Columns)), "cells", strconv.Itoa(len(row))))
		}
		for j, cell := range row {
			l.Add(fault.Index(at, j), checkPart(cell))
		}
	}
	return l.Err()
}
