// Package text is the documents of the national law (文件) as its subjects cite them: title with number, how well each is known,
// and when something of it is in force.
package text

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/vocab"
)

// Document is one text of law as the nodes cite it: its title with the number, and how well the text is known.
type Document struct {
	title string
	grade vocab.Provenance
}

// At is a place in the document.
func (d Document) At(article string) vocab.Source {
	return vocab.Source{Document: d.title, Article: article, Provenance: d.grade}
}

// Says is a criterion that stands in the document.
func (d Document) Says(id, article, zh, en string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: d.At(article)}
}

// Means is a criterion that is our reading of the document; note says in Chinese what is read into it.
func (d Document) Means(id, article, zh, en, note string) eligibility.Criterion {
	c := d.Says(id, article, zh, en)
	c.Source, c.Note = Reading(c.Source), note
	return c
}

// NotHeld is that a person does not already have something that what is asked for does not go with (政策衔接).
func (d Document) NotHeld(id, article, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
	return eligibility.Not(d.Says(id, article, "没有"+zh, "not: "+en), eligibility.Holds(d.Says(id+".holds", article, zh, en), p))
}

// Noted puts a remark in Chinese to a criterion.
func Noted(c eligibility.Criterion, note string) eligibility.Criterion { c.Note = note; return c }

// Reading is the source of what is our reading of the law.
func Reading(s vocab.Source) vocab.Source { s.Provenance = vocab.Interpretation; return s }

// During is a period of force: from a day, up to another that is not in it, or without an end.
func During(period string) cal.Period { return cal.MustParsePeriod(period) }
