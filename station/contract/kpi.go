package contract

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

// KPI is an indicator of a contract (绩效指标). It is met when all its targets are: at least 4 cases and at least 20
// person-times. Floors hold for every single unit (质量底线): at least 6 follow-ups in each case. A yes-or-no indicator (建成
// 一个品牌, done or not) is Boolean and has no targets; its figure is 1 or 0. What a unit of it costs stands in the contract's
// items.
type KPI struct {
	Code    string   `json:"code" validate:"required,max=64"`
	Name    string   `json:"name" validate:"required,max=100"`
	Targets []Target `json:"targets,omitempty" validate:"dive"`
	Floors  []Target `json:"floors,omitempty" validate:"dive"`
	Boolean bool     `json:"boolean,omitempty"`
}

// Target is one part of an indicator (目标值): a measure.Target with the measure word that the contract prints.
type Target struct {
	Comparator measure.Comparator `json:"comparator" validate:"required"`
	Value      measure.Quantity   `json:"value" validate:"gte=0"`
	Basis      measure.Basis      `json:"basis" validate:"required"`
	Word       measure.Word       `json:"word,omitempty"`
}

func (t Target) bound() measure.Target {
	return measure.Target{Comparator: t.Comparator, Value: t.Value, Basis: t.Basis}
}

// String returns the target as a contract says it, "不少于20人次", with the usual measure word where none is recorded.
func (t Target) String() string {
	word := t.Word
	if word == "" {
		word = t.Basis.Word()
	}
	return measure.Comparators().Name(t.Comparator, language.Chinese) + t.Value.String() + string(word)
}

// Validate returns nil or a fault.List.
func (k KPI) Validate() error {
	l := check.Struct(k)
	l.Add("", k.rules().Err())
	return l.Err()
}

func (k KPI) rules() (l fault.List) {
	if k.Boolean != (len(k.Targets) == 0) {
		l.Add("targets", catalogue().New(ErrTargets))
	}
	for i, t := range k.Targets {
		l.Add(fault.Index("targets", i), t.rules().Err())
	}
	for i, t := range k.Floors {
		l.Add(fault.Index("floors", i), t.rules().Err())
	}
	return l
}

func (t Target) rules() (l fault.List) {
	// what is missing or below zero the tags have said already
	l = fault.Of(t.bound().Validate()).Except(measure.ErrRequired, measure.ErrNegative)
	err := measure.Words().Check(t.Word)
	if err == nil && t.Word != "" && measure.Bases().Known(t.Basis) && !t.Word.Prints(t.Basis) {
		err = catalogue().New(ErrWord)
	}
	l.Add("word", err)
	return l
}

// Progress is how far an indicator has come (完成情况), part by part.
//
// Completion is that of the part that is furthest behind. It is unknown when a figure is missing and where no part has
// one: an upper limit is kept or broken, and nothing is a share of 0.
type Progress struct {
	Parts      []PartProgress             `json:"parts"`
	Status     Status                     `json:"status"`
	Completion known.Value[measure.Ratio] `json:"completion,omitzero"`
}

// PartProgress is how far one target has come.
type PartProgress struct {
	Target     Target                        `json:"target"`
	Achieved   known.Value[measure.Quantity] `json:"achieved,omitzero"`
	Status     Status                        `json:"status"`
	Completion known.Value[measure.Ratio]    `json:"completion,omitzero"`
}

// Progress compares figures with the targets, one a target and in their order; for a boolean indicator a single 1 or 0. A
// figure may be unknown. An indicator is unmet as soon as one part is, and else incomplete as soon as one figure is
// missing. Errors: [ErrFigures] for another number of figures, [ErrFigure] for one below zero (at "[1]"), [ErrCap] and an
// unknown cap, and those of [KPI.Validate] for targets that cannot be compared.
func (k KPI) Progress(above Cap, achieved ...known.Value[measure.Quantity]) (Progress, error) {
	targets := k.Targets
	if k.Boolean {
		targets = []Target{{measure.AtLeast, measure.Int(1), measure.Items, measure.WordXiang}}
	}
	return progress(targets, above, achieved)
}

// FloorsKept compares the figures of one unit, a case or a group, with the floors, as [KPI.Progress] does with the
// targets (单项质量底线). An indicator without floors is met.
func (k KPI) FloorsKept(above Cap, achieved ...known.Value[measure.Quantity]) (Progress, error) {
	return progress(k.Floors, above, achieved)
}

func progress(targets []Target, above Cap, achieved []known.Value[measure.Quantity]) (Progress, error) {
	var l fault.List
	if above == "" {
		l.Add("", catalogue().New(ErrCap))
	}
	l.Add("", Caps().Check(above))
	if len(targets) != len(achieved) {
		l.Add("", catalogue().New(ErrFigures, "want", strconv.Itoa(len(targets))))
		return Progress{}, l.Err()
	}
	p := Progress{Status: Met, Parts: make([]PartProgress, len(targets))}
	whole := true // so far every part that can have a completion has one
	for i, t := range targets {
		part, err := t.progress(above, achieved[i])
		l.Add(fault.Index("", i), err)
		p.Parts[i] = part
		switch {
		case part.Status == Unmet:
			p.Status = Unmet
		case part.Status == Incomplete && p.Status == Met:
			p.Status = Incomplete
		}
		if part.Status == Incomplete {
			whole = false
		}
		share, counts := part.Completion.Get()
		if least, any := p.Completion.Get(); counts && (!any || share.Cmp(least) < 0) {
			p.Completion = part.Completion
		}
	}
	if !whole {
		p.Completion = known.Value[measure.Ratio]{}
	}
	if err := l.Err(); err != nil {
		return Progress{}, err
	}
	return p, nil
}

func (t Target) progress(above Cap, achieved known.Value[measure.Quantity]) (PartProgress, error) {
	p := PartProgress{Target: t, Achieved: achieved, Status: Incomplete}
	if _, err := t.Comparator.Holds(0); err != nil {
		return p, err
	}
	value, ok := achieved.Get()
	switch {
	case !ok:
		return p, nil
	case value.Sign() < 0:
		return p, catalogue().New(ErrFigure)
	}
	p.Status = Unmet
	if met, _ := t.bound().Met(value); met {
		p.Status = Met
	}
	share, err := t.bound().Completion(value)
	if err != nil {
		return p, nil // an upper limit or a target of 0: met or not, but no share
	}
	if full := measure.MustParseRatio("1"); above == Capped && share.Cmp(full) > 0 {
		share = full
	}
	p.Completion = known.Of(share)
	return p, nil
}
