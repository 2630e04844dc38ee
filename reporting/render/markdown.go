package render

import (
	"bytes"
	"io"
	"strings"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
)

// Markdown writes a document as CommonMark with the table extension (Markdown 文本). The zero value is ready.
//
// The title is a first-level heading, so headings start at the second level. Characters that mean something to
// Markdown are escaped only where they would, and a Chinese paragraph without them comes out to the letter.
type Markdown struct{}

var _ reporting.Renderer = Markdown{}

// Render writes the document. The error is the fault.List of [reporting.Document.Validate], before anything is
// written, or what w returns.
func (Markdown) Render(w io.Writer, d reporting.Document) error {
	if err := d.Validate(); err != nil {
		return err
	}
	m := markdown{punctuation: d.Punctuation}
	if d.Title != "" {
		m.block("# " + m.inline(d.Title))
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case reporting.Heading:
			m.block(strings.Repeat("#", b.Level+1) + " " + m.inline(b.Text))
		case reporting.Text:
			m.paragraph(string(b))
		case reporting.Sentence:
			m.paragraph(b.String())
		case reporting.Attribution:
			m.paragraph("（据" + string(b) + "）")
		case reporting.Table:
			m.table(b)
		}
	}
	_, err := w.Write(m.buf.Bytes())
	return err
}

type markdown struct {
	buf         bytes.Buffer
	punctuation zh.Punctuation
}

// block writes one block and the blank line before it.
func (m *markdown) block(text string) {
	if m.buf.Len() > 0 {
		m.buf.WriteByte('\n')
	}
	m.buf.WriteString(text)
	m.buf.WriteByte('\n')
}

func (m *markdown) paragraph(text string) {
	if text = m.inline(text); text != "" {
		m.block(escapeStart(text))
	}
}

// inline returns the text on one line, in the document's punctuation, with Markdown's marks escaped.
func (m *markdown) inline(text string) string {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	return escape(m.punctuation.Text(strings.TrimSpace(text)))
}

func (m *markdown) table(t reporting.Table) {
	if t.Caption != "" {
		m.block("**" + m.inline(t.Caption) + "**")
	}
	if len(t.Columns) > 0 {
		var head, rule []string
		for _, c := range t.Columns {
			head = append(head, m.cell(c.Header))
			if c.Numeric {
				rule = append(rule, "---:")
			} else {
				rule = append(rule, "---")
			}
		}
		lines := []string{row(head), row(rule)}
		for _, r := range t.Rows {
			var cells []string
			for _, part := range r {
				cells = append(cells, m.cell(part.String()))
			}
			lines = append(lines, row(cells))
		}
		m.block(strings.Join(lines, "\n"))
	}
	for _, note := range t.Notes {
		m.paragraph("注：" + note)
	}
}

func (m *markdown) cell(text string) string { return strings.ReplaceAll(m.inline(text), "|", `\|`) }

func row(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// escape protects the characters that are marks anywhere in a line. An underscore inside a word is none.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`,
		"~", `\~`).Replace(s)
}

// escapeStart protects what would make a paragraph a heading, quotation, list, table or rule.
func escapeStart(s string) string {
	switch {
	case strings.HasPrefix(s, "#"), strings.HasPrefix(s, ">"), strings.HasPrefix(s, "+"), strings.HasPrefix(s, "-"),
		strings.HasPrefix(s, "="), strings.HasPrefix(s, "|"):
		return `\` + s
	}
	digits := strings.TrimLeft(s, "0123456789")
	if n := len(s) - len(digits); n > 0 && n < 10 && (strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, ")")) {
		return s[:n] + `\` + digits
	}
	return s
}
