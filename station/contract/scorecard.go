package contract

import (
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

// Scorecard is a scheme of evaluation (评分表): items with full marks, veto items and bands. It is the caller's: places differ
// in dimensions, weights and grades, and the library has none of its own.
type Scorecard struct {
	Name   string      `json:"name" validate:"required,max=100"`
	Items  []ScoreItem `json:"items" validate:"required,min=1,dive"`
	Vetoes []Veto      `json:"vetoes,omitempty" validate:"dive"`
	Bands  []Band      `json:"bands" validate:"required,min=1,dive"`
}

// ScoreItem is one item of a scorecard (评分项). Weight is its full marks (分值).
type ScoreItem struct {
	Code      string           `json:"code" validate:"required,max=64"`
	Name      string           `json:"name" validate:"required,max=100"`
	Dimension string           `json:"dimension,omitempty" validate:"max=60"` // 行政管理, 财务管理, 服务成效 …
	Weight    measure.Quantity `json:"weight" validate:"gt=0"`
}

// Veto is something that decides the grade whatever the marks are (一票否决项): forged records, a safety incident. Band is the
// best band that is left when it occurs, the lowest as a rule.
type Veto struct {
	Code string `json:"code" validate:"required,max=64"`
	Name string `json:"name" validate:"required,max=100"`
	Band string `json:"band" validate:"required,max=64"`
}

// Band is a grade and the marks from which it is given (等级): From is included. Accepted says that the work is accepted
// (验收合格).
type Band struct {
	Key      string           `json:"key" validate:"required,max=64"`
	Name     string           `json:"name" validate:"required,max=60"`
	From     measure.Quantity `json:"from" validate:"gte=0"`
	Accepted bool             `json:"accepted,omitempty"`
}

// Validate returns nil or a fault.List. Bands are listed from the best to the worst, and the last begins at 0, so that
// every total has one.
func (s Scorecard) Validate() error {
	l := check.Struct(s)
	items, vetoes, bands := make(seen), make(seen), make(seen)
	for i, it := range s.Items {
		at := fault.Index("items", i)
		l.Add(at+".code", items.twice(it.Code, at))
	}
	for i, b := range s.Bands {
		at := fault.Index("bands", i)
		l.Add(at+".key", bands.twice(b.Key, at))
		if i > 0 && b.From.Cmp(s.Bands[i-1].From) >= 0 || i == len(s.Bands)-1 && b.From.Sign() > 0 {
			l.Add(at+".from", catalogue().New(ErrBands))
		}
	}
	for i, v := range s.Vetoes {
		at := fault.Index("vetoes", i)
		l.Add(at+".code", vetoes.twice(v.Code, at))
		if _, ok := bands[v.Band]; !ok && v.Band != "" {
			l.Add(at+".band", catalogue().New(ErrNoBand))
		}
	}
	full, err := s.FullMarks()
	l.Add("items", err)
	if err == nil && len(s.Bands) > 0 && s.Bands[0].From.Cmp(full) > 0 {
		l.Add("bands[0].from", catalogue().New(ErrBands))
	}
	return l.Err()
}

// FullMarks returns the sum of the weights (满分), or measure.ErrRange.
func (s Scorecard) FullMarks() (sum measure.Quantity, err error) {
	for _, it := range s.Items {
		if sum, err = sum.Add(it.Weight); err != nil {
			return measure.Quantity{}, err
		}
	}
	return sum, nil
}

// Marks are what the evaluators found (评分记录).
type Marks struct {
	Items  []Mark    `json:"items,omitempty" validate:"dive"`
	Vetoes []Finding `json:"vetoes,omitempty" validate:"dive"`
}

// Mark is the score of one item (得分). An item that is marked by deduction has its full marks as score. Deductions go
// down to 0 and no further (扣完为止). A score that is unknown is a gap and not 0.
type Mark struct {
	Item       string                        `json:"item" validate:"required,max=64"`
	Score      known.Value[measure.Quantity] `json:"score,omitzero" validate:"omitempty,gte=0"`
	Deductions []Deduction                   `json:"deductions,omitempty" validate:"dive"`
}

// Deduction is marks lost and why (扣分).
type Deduction struct {
	Reason string           `json:"reason" validate:"required,max=200"`
	Points measure.Quantity `json:"points" validate:"gt=0"`
}

// Finding says whether a veto occurred (一票否决情形). One that nobody looked at is unknown and leaves the result open.
type Finding struct {
	Veto     string            `json:"veto" validate:"required,max=64"`
	Occurred known.Value[bool] `json:"occurred,omitzero"`
}

// Validate returns nil or a fault.List of what is wrong with the marks whatever the card.
func (m Marks) Validate() error {
	l := check.Struct(m)
	items, vetoes := make(seen), make(seen)
	for i, mark := range m.Items {
		at := fault.Index("items", i)
		l.Add(at+".item", items.twice(mark.Item, at))
	}
	for i, f := range m.Vetoes {
		at := fault.Index("vetoes", i)
		l.Add(at+".veto", vetoes.twice(f.Veto, at))
	}
	return l.Err()
}

// Score marks the card (评分). The error is a fault.List of everything wrong with the card and, below "marks", with the
// marks: those of both Validate methods, [ErrNoItem] for a mark that the card has no item for and [ErrOverMark].
// A gap is no error: the result says what is missing.
func (s Scorecard) Score(m Marks) (Result, error) {
	l := fault.Of(s.Validate())
	l.Add("marks", m.Validate())
	weights, vetoes := make(map[string]measure.Quantity), make(map[string]bool)
	for _, it := range s.Items {
		weights[it.Code] = it.Weight
	}
	for _, v := range s.Vetoes {
		vetoes[v.Code] = true
	}
	marks, findings := make(map[string]Mark), make(map[string]Finding)
	for i, mark := range m.Items {
		at := fault.Index("marks.items", i)
		weight, has := weights[mark.Item]
		if !has && mark.Item != "" {
			l.Add(at+".item", catalogue().New(ErrNoItem))
		}
		if score, ok := mark.Score.Get(); ok && has && score.Cmp(weight) > 0 {
			l.Add(at+".score", catalogue().New(ErrOverMark))
		}
		marks[mark.Item] = mark
	}
	for i, f := range m.Vetoes {
		if !vetoes[f.Veto] && f.Veto != "" {
			l.Add(fault.Index("marks.vetoes", i)+".veto", catalogue().New(ErrNoItem))
		}
		findings[f.Veto] = f
	}
	if err := l.Err(); err != nil {
		return Result{}, err
	}
	var r Result
	for _, it := range s.Items {
		r.Lines = append(r.Lines, line(it, marks[it.Code]))
	}
	for _, v := range s.Vetoes {
		r.Vetoes = append(r.Vetoes, VetoLine{Veto: v, Occurred: findings[v.Code].Occurred})
	}
	r.settle(s.Bands)
	return r, nil
}

// line takes the deductions off one score.
func line(it ScoreItem, m Mark) Line {
	l := Line{Item: it, Score: m.Score, Deductions: m.Deductions}
	left, ok := m.Score.Get()
	if !ok {
		return l
	}
	for _, d := range m.Deductions {
		rest, err := left.Sub(d.Points)
		if err != nil || rest.Sign() < 0 {
			rest = measure.Quantity{}
		}
		left = rest
	}
	l.Marks = known.Of(left)
	return l
}
