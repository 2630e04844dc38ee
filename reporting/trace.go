package reporting

import (
	"iter"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Trace is the way from a printed phrase back to its value (数字溯源), as plain text fields for an auditor or a machine.
type Trace struct {
	At        string           `json:"at"` // place in the document: "blocks[2][3]", "blocks[4].rows[0][2]"
	Phrase    string           `json:"phrase"`
	State     State            `json:"state"`
	Indicator string           `json:"indicator"`
	Version   int              `json:"version"`
	Name      string           `json:"name"`
	Basis     measure.Basis    `json:"basis"`
	Nature    Nature           `json:"nature"`
	Value     string           `json:"value,omitempty"` // exact decimal, ungrouped; empty when unverified
	Interval  string           `json:"interval"`
	Step      measure.Quantity `json:"step"`
	Scale     zh.Scale         `json:"scale,omitempty"`
	Wording   zh.Wording       `json:"wording"`
	Period    cal.Period       `json:"period,omitzero"`
	Source    string           `json:"source,omitempty"`
	Record    string           `json:"record,omitempty"`
	Grade     vocab.Provenance `json:"grade,omitempty"`
}

// Trace returns the trace of every figure in the document, in the order of printing. A figure that stands in a
// sentence and in a table has two.
func (d Document) Trace() []Trace {
	var out []Trace
	for at, f := range d.Figures() {
		out = append(out, f.trace(at))
	}
	return out
}

// Figures yields every figure of the document with its place, in the order of printing.
func (d Document) Figures() iter.Seq2[string, Figure] {
	return func(yield func(string, Figure) bool) {
		for i, b := range d.Blocks {
			at := fault.Index("blocks", i)
			switch b := b.(type) {
			case Sentence:
				if !figures(at, b, yield) {
					return
				}
			case Table:
				for j, row := range b.Rows {
					if !figures(fault.Index(at+".rows", j), row, yield) {
						return
					}
				}
			}
		}
	}
}

func figures(at string, parts []Part, yield func(string, Figure) bool) bool {
	for i, p := range parts {
		if f, ok := p.(Figure); ok && !yield(fault.Index(at, i), f) {
			return false
		}
	}
	return true
}

func (f Figure) trace(at string) Trace {
	t := Trace{
		At: at, Phrase: f.String(), State: f.state,
		Indicator: f.indicator.Code, Version: f.indicator.Version, Name: f.indicator.Name,
		Basis: f.indicator.Basis, Nature: f.indicator.Nature,
		Interval: Interval(f.reading), Step: f.form.Step, Scale: f.form.Scale, Wording: f.form.wording(),
		Period: f.origin.Period, Source: f.origin.Source, Record: f.origin.Record, Grade: f.origin.Grade,
	}
	if f.state == Known {
		t.Value = zh.Plain(f.value)
	}
	return t
}
