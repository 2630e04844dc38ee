package record

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
)

// Bounds of a record.
const (
	MaxBytes     = 4 << 20
	MaxQuestions = 1000
)

const version = 1

// Question is one thing that was asked (研判事项): a programme for a person by row, or for the household as row 0.
type Question struct {
	Programme eligibility.ProgrammeID
	Row       int
}

// Record is what one set of canonical bytes says (研判记录).
type Record struct {
	Library  string // the version of the library, as the caller named it
	Law      eligibility.Fingerprint
	Query    statutes.Query
	Facts    rules.Facts
	Verdicts []eligibility.Assessment // in the order asked
}

// Make assesses c for every question and returns the canonical bytes of the result (形成记录). Library names the version of the library
// and of the law data the caller runs. Errors are ErrLibrary, ErrQuestions, ErrSize and those of assess.Engine.Assess, at the path of the
// question; eligibility.ErrDictionary without an engine or a case.
func Make(e *assess.Engine, c *eligibility.Case, library string, questions ...Question) ([]byte, error) {
	if err := check(library, questions); err != nil {
		return nil, err
	}
	if e == nil || e.Law() == nil || c == nil {
		return nil, eligibility.Faults().New(eligibility.ErrDictionary)
	}
	r := Record{Library: library, Law: e.Law().Fingerprint(), Query: e.Law().Query(), Facts: rules.FactsOf(c)}
	var problems fault.List
	for i, q := range questions {
		a, err := e.Assess(c, q.Row, q.Programme)
		problems.Add(fault.Index("verdicts", i), err)
		r.Verdicts = append(r.Verdicts, a)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	data, err := r.bytes()
	if err == nil && len(data) > MaxBytes {
		return nil, tooLarge()
	}
	return data, err
}

func check(library string, questions []Question) error {
	if library == "" || len(library) > 200 || strings.ContainsFunc(library, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }) {
		return catalogue().New(ErrLibrary)
	}
	seen := make(map[Question]bool, len(questions))
	for _, q := range questions {
		seen[q] = true
	}
	if len(seen) == 0 || len(seen) < len(questions) || len(questions) > MaxQuestions {
		return catalogue().New(ErrQuestions, "max", strconv.Itoa(MaxQuestions))
	}
	return nil
}

func tooLarge() error { return catalogue().New(ErrSize, "max", strconv.Itoa(MaxBytes)) }

// Decode reads the bytes of a record (读取记录). Errors are ErrSize, ErrVersion and ErrForm.
func Decode(data []byte) (Record, error) {
	if len(data) > MaxBytes {
		return Record{}, tooLarge()
	}
	var w written
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if d.Decode(&w) != nil {
		return Record{}, catalogue().New(ErrForm)
	}
	if w.Version != version {
		return Record{}, catalogue().New(ErrVersion)
	}
	r, ok := w.record()
	if !ok {
		return Record{}, catalogue().New(ErrForm)
	}
	// Whatever is spelt, ordered or laid out otherwise, repeated or behind the end, differs from what is written.
	again, err := r.bytes()
	if err != nil || !bytes.Equal(again, data) || check(r.Library, r.Questions()) != nil {
		return Record{}, catalogue().New(ErrForm)
	}
	return r, nil
}

// Questions lists what was asked.
func (r Record) Questions() []Question {
	questions := make([]Question, len(r.Verdicts))
	for i, a := range r.Verdicts {
		questions[i] = Question{Programme: a.Programme, Row: a.Row}
	}
	return questions
}

// The shapes below are the JSON of a record.

type written struct {
	Version    int                     `json:"version"`
	Library    string                  `json:"library"`
	Law        eligibility.Fingerprint `json:"law"`
	Division   division.Code           `json:"division,omitzero"`
	On         cal.Date                `json:"on"`
	KnownOn    cal.Date                `json:"known_on,omitzero"`
	Ages       cal.AgeRule             `json:"ages"`
	Fictitious bool                    `json:"fictitious,omitempty"`
	Facts      rules.Facts             `json:"facts"`
	Verdicts   []verdict               `json:"verdicts"`
}

// A verdict is an assessment without its law, which stands once for all of them.
type verdict struct {
	eligibility.Assessment
	Law string `json:"law,omitempty"` // instead of that of the assessment
}

func (r Record) bytes() ([]byte, error) {
	q := r.Query
	w := written{Version: version, Library: r.Library, Law: r.Law, Division: q.Division, On: q.On, KnownOn: q.KnownOn, Ages: q.Ages,
		Fictitious: q.Fictitious, Facts: r.Facts, Verdicts: make([]verdict, len(r.Verdicts))}
	for i, a := range r.Verdicts {
		w.Verdicts[i].Assessment = a
	}
	return compact(w)
}

// compact is JSON on one line without the escapes that only HTML needs.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// record is what w says; ok is false where a word or number in it is none.
func (w written) record() (r Record, ok bool) {
	r = Record{Library: w.Library, Law: w.Law, Facts: w.Facts, Query: statutes.Query{Division: w.Division, On: w.On, KnownOn: w.KnownOn,
		Ages: w.Ages, Fictitious: w.Fictitious}}
	ok = !w.On.IsZero() && w.Ages.Validate() == nil
	for _, v := range w.Verdicts {
		a := v.Assessment
		a.Law = r.Law
		ok = ok && eligibility.Results().Known(a.Result)
		r.Verdicts = append(r.Verdicts, a)
	}
	return r, ok
}
