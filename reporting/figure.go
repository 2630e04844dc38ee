package reporting

import (
	"sync"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// State says how much is known of the value of a figure or cell (数据状态). Zero is a value, not a state of its own.
// The zero State is "not recorded".
type State string

// The states. A cell that is no figure prints its mark: … for missing, — for not applicable, * for withheld.
const (
	Known         State = "known"          // 有数: a value stands behind the phrase
	Unverified    State = "unverified"     // 未核验: only the published phrase is known
	Missing       State = "missing"        // 缺数: should be there and is not
	NotApplicable State = "not_applicable" // 不适用: cannot exist
	Withheld      State = "withheld"       // 不公布: known and not shown, to protect somebody
)

// States returns the states.
func States() vocab.List[State] { return states() }

var states = sync.OnceValue(func() vocab.List[State] {
	type entry = vocab.Entry[State]
	return vocab.New("数据状态", "state of a figure",
		entry{Key: Known, ZH: "有数", EN: "known"},
		entry{Key: Unverified, ZH: "未核验", EN: "unverified"},
		entry{Key: Missing, ZH: "缺数", EN: "missing"},
		entry{Key: NotApplicable, ZH: "不适用", EN: "not applicable"},
		entry{Key: Withheld, ZH: "不公布", EN: "withheld"},
	)
})

// String returns what a table prints for the state: its mark, or its Chinese name where it has none.
func (s State) String() string {
	switch s {
	case Missing:
		return "…"
	case NotApplicable:
		return "—"
	case Withheld:
		return "*"
	}
	return States().Name(s, language.Chinese)
}

// Form is how a value is to be said (写法): the step of the shown number, its scale word and its hedge. Without step,
// scale and wording the value is printed exactly as it is. InWords writes a small exact number in characters: 两支.
type Form struct {
	Step    measure.Quantity `json:"step"` // 0: none; only an exact figure can do without
	Scale   zh.Scale         `json:"scale,omitempty"`
	Wording zh.Wording       `json:"wording,omitempty"` // empty: exact
	InWords bool             `json:"in_words,omitempty"`
}

// Origin says where a figure comes from (出处). Everything in it is printed or exported with the report, so it names
// documents, tables and rows, never people.
type Origin struct {
	Source string           `json:"source,omitempty"` // document, system or agency
	Record string           `json:"record,omitempty"` // place in it: row, query, page
	Grade  vocab.Provenance `json:"grade,omitempty"`  // how well the value is known; Fictitious prints 示例
	Period cal.Period       `json:"period,omitzero"`  // flow: the period counted; stock: ends with the day
}

// Figure is one figure of a report (数字): a phrase, what it counts, and the value or interval it stands for. The zero
// value says nothing and is refused in a document. A Figure is immutable; it is not comparable with ==, see
// [Figure.Equal]. As text and in JSON it is its phrase, which no decoder takes back; [Document.Trace] has the rest.
type Figure struct {
	indicator Indicator
	form      Form
	origin    Origin
	state     State
	value     decimal.Decimal // when state is Known
	reading   zh.Figure       // the phrase, as a reader takes it
}

// Say makes the figure of a value. Every problem is reported at once as a fault.List: those of the indicator below
// "indicator", of the value (see [Indicator.CheckValue]) at "value", of the form below "form" ([ErrWording],
// [ErrWords]), of the grade at "origin.grade"; and, if all is well so far, that the wording is untrue of the
// value, with a code of package zh, at "value".
func Say(i Indicator, value decimal.Decimal, f Form, o Origin) (Figure, error) {
	var l fault.List
	l.Add("indicator", i.Validate())
	l.Add("value", i.CheckValue(value))
	l.Add("form", f.Validate())
	l.Add("origin", o.Validate())
	if l.Err() != nil {
		return Figure{}, l
	}
	reading, err := f.say(value, string(i.Unit()))
	if err != nil {
		l.Add("value", err)
		return Figure{}, l
	}
	return Figure{i, f, o, Known, value, reading}, nil
}

// Quote makes the figure of a published phrase whose value is not known (未核验). Problems are reported as by Say; the
// phrase, at "phrase", must be one that zh.ParseFigure reads, and its unit the indicator's ([ErrUnit]).
func Quote(i Indicator, phrase string, o Origin) (Figure, error) {
	var l fault.List
	l.Add("indicator", i.Validate())
	l.Add("origin", o.Validate())
	reading, err := zh.ParseFigure(phrase)
	l.Add("phrase", err)
	if err == nil && i.Unit() != "" && reading.Unit() != string(i.Unit()) {
		l.Add("phrase", catalogue().New(ErrUnit))
	}
	if l.Err() != nil {
		return Figure{}, l
	}
	f := Form{Scale: reading.Scale(), Wording: reading.Wording(), InWords: reading.InWords()}
	if step, err := measure.FromDecimal(reading.Step()); err == nil && f.Wording != zh.Exact {
		f.Step = step
	}
	return Figure{indicator: i, form: f, origin: o, state: Unverified, reading: reading}, nil
}

// Published checks a figure against the phrase that was or is to be published: [ErrPhrase] if it says something else.
func (f Figure) Published(phrase string) error {
	if f.reading.String() != phrase {
		return catalogue().New(ErrPhrase)
	}
	return nil
}

// Validate reports an unknown wording ([ErrWording]) and characters asked for with step, scale or hedge ([ErrWords]).
// Whether the form is true of a value is for [Say] to tell.
func (f Form) Validate() error {
	var l fault.List
	if f.Wording != "" && !f.Wording.Known() {
		l.Add("wording", catalogue().New(ErrWording))
	}
	if f.InWords && (f.Step != measure.Quantity{} || f.Scale != zh.None || f.wording() != zh.Exact) {
		l.Add("in_words", catalogue().New(ErrWords))
	}
	return l.Err()
}

func (f Form) wording() zh.Wording {
	if f.Wording == "" {
		return zh.Exact
	}
	return f.Wording
}

func (f Form) say(value decimal.Decimal, unit string) (zh.Figure, error) {
	if f.InWords {
		phrase, err := zh.NumeralBefore(value.IntPart(), unit)
		if err != nil {
			return zh.Figure{}, err
		}
		return zh.ParseFigure(phrase)
	}
	return zh.SayFigure(value, f.Step.Decimal(), f.Scale, f.wording(), unit)
}

// Validate reports an unknown grade as vocab.ErrUnknown; an empty one is "not recorded".
func (o Origin) Validate() error {
	var l fault.List
	if o.Grade != "" {
		l.Add("grade", vocab.Provenances().Check(o.Grade))
	}
	return l.Err()
}

// IsZero reports whether f is no figure.
func (f Figure) IsZero() bool { return f.state == "" }

// String returns the phrase: 近950个.
func (f Figure) String() string { return f.reading.String() }

// MarshalText returns the phrase; the error is always nil.
func (f Figure) MarshalText() ([]byte, error) { return f.reading.MarshalText() }

// Equal reports whether both say the same of the same: indicator, form, origin, state, value and phrase.
func (f Figure) Equal(o Figure) bool {
	return f.indicator == o.indicator && f.form == o.form && f.origin == o.origin && f.state == o.state &&
		f.value.Equal(o.value) && f.reading.Equal(o.reading)
}

// Indicator returns what the figure counts.
func (f Figure) Indicator() Indicator { return f.indicator }

// Form returns how the figure is said.
func (f Figure) Form() Form { return f.form }

// Origin returns where the figure comes from.
func (f Figure) Origin() Origin { return f.origin }

// State returns Known for a figure made by Say and Unverified for one made by Quote.
func (f Figure) State() State { return f.state }

// Value returns the exact value; false for an unverified figure.
func (f Figure) Value() (decimal.Decimal, bool) { return f.value, f.state == Known }

// Reading returns the phrase as a reader takes it: the interval of values it is true of.
func (f Figure) Reading() zh.Figure { return f.reading }
