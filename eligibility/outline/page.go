package outline

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// A page is Markdown being written. Text comes in as it is and is escaped here, once.
type page struct {
	strings.Builder
	sums [][]eligibility.Term // long sums, called by their number
}

// sum is the name of a long sum, which the page lists at its end.
func (p *page) sum(terms []eligibility.Term) string {
	i := slices.IndexFunc(p.sums, func(s []eligibility.Term) bool { return slices.Equal(s, terms) })
	if i < 0 {
		i = len(p.sums)
		p.sums = append(p.sums, terms)
	}
	return "合计口径" + strconv.Itoa(i+1)
}

// listSums writes every long sum with a line a term.
func (p *page) listSums(n names) {
	for i, terms := range p.sums {
		p.heading(2, "合计口径"+strconv.Itoa(i+1))
		t := p.table("加减", "项目", "键", "不计的情形")
		for _, term := range terms {
			sign, unless := "加", ""
			if term.Minus {
				sign = "减"
			}
			if term.Unless != "" {
				unless = quoted(n.clause(term.Unless)) + "已规定的不计"
			}
			t.row(sign, n.fact(term.Fact), code(string(term.Fact)), unless)
		}
	}
}

func (p *page) heading(level int, text string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.WriteString(strings.Repeat("#", level) + " " + escape(text) + "\n\n")
}

func (p *page) line(text string) { p.WriteString(escape(text) + "\n") }

// item is one line of a list, left out where there is nothing to say. The text is Markdown already where it holds a link or code.
func (p *page) item(name, text string) {
	if text != "" {
		p.WriteString("- " + name + "：" + inline(text) + "\n")
	}
}

// A table is the rows below one head.
type table struct{ *page }

func (p *page) table(head ...string) *table {
	t := &table{p}
	if !strings.HasSuffix(p.String(), "\n\n") {
		p.WriteByte('\n')
	}
	t.row(head...)
	p.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	return t
}

func (t *table) row(cells ...string) {
	for _, c := range cells {
		t.WriteString("| " + inline(c))
		if c != "" {
			t.WriteByte(' ')
		}
	}
	t.WriteString("|\n")
}

// Marks around what is Markdown already; no text of a law holds them, since names and notes have no control characters.
const (
	markOn  = "\x01"
	markOff = "\x02"
)

// code is an ID set as code.
func code(s string) string {
	if s == "" {
		return ""
	}
	return markOn + "`" + strings.ReplaceAll(s, "`", "'") + "`" + markOff
}

// link is document and article, linked to where the text was read.
func link(s vocab.Source) string {
	web := strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://")
	if s.Document == "" || !web || strings.ContainsAny(s.URL, " <>\x01\x02") {
		return s.Document + s.Article
	}
	return markOn + "[" + escape(s.Document) + "](<" + strings.ReplaceAll(s.URL, "|", "%7C") + ">)" + markOff + s.Article
}

// inline escapes all but what code and link made.
func inline(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, markOn)
		b.WriteString(escape(before))
		if !found {
			return b.String()
		}
		made, after, _ := strings.Cut(rest, markOff)
		b.WriteString(made)
		s = after
	}
}

// escape makes text stand for itself in Markdown and in a cell of a table.
func escape(s string) string {
	const special = "\\`*_[]<>|#~&"
	if !strings.ContainsAny(s, special+"\n\r\x01\x02") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < ' ':
			b.WriteByte(' ')
			continue
		case strings.ContainsRune(special, r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func collect[T any](seq iter.Seq[T]) []T { return slices.Collect(seq) }
