package wording

import (
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/measure"
)

// A Phrasebook says what AppendFinding and AppendExplanation say, with what does not depend on the case made ready once: of
// every criterion of a law its title, its document and article, and the documents of its standards. It is for whoever writes
// many texts under one law. A Phrasebook is immutable and safe for concurrent use.
type Phrasebook struct {
	law     *statutes.Law
	zh      bool
	phrases []phrase // in the order of Walk; none before they are made ready
	at      map[*eligibility.Node]int
}

// A phrase is what is said of one node, whatever the case.
type phrase struct {
	node   *eligibility.Node
	title  string
	rest   [3]string // of a line without numbers, by truth; empty where it depends on the place
	placed [len(areas)]placed
}

// placed is the part that depends on where the household lives.
type placed struct {
	basis  string
	months int64
	op     measure.Comparator
}

// NewPhrasebook makes the words of a law ready: Chinese for any Chinese language tag, English otherwise. Without a law, as in the
// zero Phrasebook, nothing is said.
func NewPhrasebook(l *statutes.Law, tag language.Tag) *Phrasebook {
	p := &Phrasebook{law: l, zh: chinese(tag), at: make(map[*eligibility.Node]int)}
	if l.Dictionary() == nil {
		return p
	}
	w := p.writer(nil)
	known := make(map[string]string) // many criteria stand on one article
	once := func() string {
		text, ok := known[string(w.b)]
		if !ok {
			text = string(w.b)
			known[text] = text
		}
		w.b = w.b[:0]
		return text
	}
	for programme := range l.Programmes() {
		for _, n := range l.Walk(programme.ID) {
			if _, ok := p.at[n]; ok {
				continue
			}
			w.title(n)
			ready := phrase{node: n, title: once()}
			for w.area = range areas {
				w.basis(n)
				ready.placed[w.area] = placed{once(), w.months(n), w.operator(n)}
			}
			if at := &ready.placed; at[0].basis == at[1].basis && at[0].basis == at[2].basis {
				for i := range ready.rest {
					t := eligibility.Truth(i - 1)
					w.state(&eligibility.Finding{Node: n, Stated: t, Verified: t})
					w.basis(n)
					w.line()
					ready.rest[i] = once()
				}
			}
			p.at[n] = len(p.phrases)
			p.phrases = append(p.phrases, ready)
		}
	}
	return p
}

// AppendFinding is the function of that name under the law of p. It allocates nothing if b has room.
func (p *Phrasebook) AppendFinding(b []byte, f eligibility.Finding) []byte {
	if f.Node == nil || p.law.Dictionary() == nil {
		return b
	}
	w := p.writer(b)
	w.finding(&f)
	return w.b[:len(w.b)-1] // without the end of line
}

// AppendExplanation is the function of that name under the law of p. It allocates nothing if b has room.
func (p *Phrasebook) AppendExplanation(b []byte, c *eligibility.Case, a *eligibility.Assessment, findings []eligibility.Finding) []byte {
	if p.law.Dictionary() == nil || c == nil || a == nil {
		return b
	}
	w := p.writer(b)
	w.c, w.area, w.about = c, area(c), a.Programme
	w.explanation(a, told(findings))
	return w.b
}

func (p *Phrasebook) writer(b []byte) writer {
	return writer{Phrasebook: *p, b: b, main: -1, last: -1, tie: -1}
}

// phrase looks a node up, which mostly is the one after the last; nil where the book does not have it.
func (w *writer) phrase(n *eligibility.Node) *phrase {
	i := w.last + 1
	if i >= len(w.phrases) || w.phrases[i].node != n {
		var ok bool
		if i, ok = w.at[n]; !ok {
			return nil
		}
	}
	w.last = i
	return &w.phrases[i]
}
