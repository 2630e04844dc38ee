package station

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Rating is a pilot or demonstration status on its way (试点、示范站评定): applied for, recommended, evaluated, publicised,
// confirmed. A station rated again has a second Rating. Scheme may be empty where no scheme is known.
type Rating struct {
	ID      RatingID     `json:"id" validate:"required,max=64"`
	Station ID           `json:"station" validate:"required,max=64"`
	Kind    RatingKind   `json:"kind" validate:"required"`
	Level   Level        `json:"level,omitempty"`
	Scheme  SchemeID     `json:"scheme,omitempty" validate:"max=64"`
	Steps   []RatingStep `json:"steps" validate:"required,min=1,dive"`
}

// RatingStep is a dated step of a rating (评定环节). By is the authority that took it; score and grade are of the rating's
// scheme.
type RatingStep struct {
	Step  Step                          `json:"step" validate:"required"`
	On    cal.Partial                   `json:"on,omitzero" validate:"required"`
	By    AuthorityID                   `json:"by,omitempty" validate:"max=64"`
	Score known.Value[measure.Quantity] `json:"score,omitzero" validate:"omitempty,gte=0"`
	Grade string                        `json:"grade,omitempty" validate:"max=64"`
	Note  string                        `json:"note,omitempty" validate:"max=500"`
}

// Validate returns nil or every problem of the rating by itself. Score and grade are judged by [RatingScheme.Check].
func (r Rating) Validate() error { return validate(r) }

func (r Rating) rules() (l fault.List) {
	l.Add("kind", RatingKinds().Check(r.Kind))
	l.Add("level", Levels().Check(r.Level))
	return append(l, r.history().rules(Steps(), Step.next, "step", "on").Under("steps")...)
}

func (r Rating) history() history[Step] {
	h := make(history[Step], len(r.Steps))
	for i, s := range r.Steps {
		h[i] = dated[Step]{s.Step, s.On}
	}
	return h
}

// StepOn returns the step reached on a day and whether it is certain (某日评定状态); "" before the first.
func (r Rating) StepOn(day cal.Date) (step Step, certain bool) {
	may := r.history().on(day)
	return may[0], len(may) == 1
}

// HeldOn reports whether the station held the status on a day (某日有效): confirmed, neither revoked nor expired, and within
// the months for which the scheme's confirmations are valid, if it names any.
func (r Rating) HeldOn(day cal.Date, scheme RatingScheme) (surely, possibly bool) {
	h := r.history()
	from, to := h.reached(day)
	surely = from > 0
	for i := max(from-1, 0); i < to; i++ {
		held, may := h[i].state == StepConfirmed, h[i].state == StepConfirmed
		if months, ok := scheme.Months.Get(); ok && held {
			first, last := bounds(h[i].since)
			held, may = before(day, first.AddMonths(months)), before(day, last.AddMonths(months))
		}
		surely, possibly = surely && held, possibly || may
	}
	return surely, possibly
}

// before reports whether day is before end, where an end beyond the calendar never comes.
func before(day, end cal.Date) bool { return end.IsZero() || day.Before(end) }

// RatingKind is what a rating is for (评定类别). The zero value is "not recorded".
type RatingKind string

const (
	Pilot         RatingKind = "pilot"         // 试点
	Demonstration RatingKind = "demonstration" // 示范站（点）
	Graded        RatingKind = "graded"        // 等级评定: stars, or excellent to poor
)

// RatingKinds returns the kinds of rating.
func RatingKinds() vocab.List[RatingKind] { return ratingKinds() }

var ratingKinds = sync.OnceValue(func() vocab.List[RatingKind] {
	return vocab.New("评定类别", "kind of rating",
		word(Pilot, "试点", "pilot", "试点站", "试点社工站"),
		word(Demonstration, "示范", "demonstration", "示范站", "示范点", "示范站点"),
		word(Graded, "等级评定", "graded", "星级评定", "评估定级"),
	)
})

// Step is a step of a rating (评定环节). The zero value is "not recorded".
type Step string

// The steps, in the order that Shandong's selection of 2023 took (reported); pilots are often confirmed outright.
const (
	StepApplied     Step = "applied"     // 申报: after self-assessment
	StepRecommended Step = "recommended" // 推荐: level by level, so it may repeat
	StepEvaluated   Step = "evaluated"   // 评估验收
	StepPublicised  Step = "publicised"  // 公示
	StepConfirmed   Step = "confirmed"   // 确认
	StepDeclined    Step = "declined"    // 未通过
	StepExpired     Step = "expired"     // 到期
	StepRevoked     Step = "revoked"     // 撤销
)

// Steps returns the steps of a rating.
func Steps() vocab.List[Step] { return steps() }

var steps = sync.OnceValue(func() vocab.List[Step] {
	return vocab.New("评定环节", "step of a rating", append(from("山东省乡镇（街道）社工站示范点评选", vocab.Reported,
		word(StepApplied, "申报", "applied", "自评申报", "申请"),
		word(StepRecommended, "推荐", "recommended", "逐级推荐"),
		word(StepEvaluated, "评估验收", "evaluated", "评估", "验收"),
		word(StepPublicised, "公示", "publicised"),
		word(StepConfirmed, "确认", "confirmed", "认定", "命名", "确定")),
		word(StepDeclined, "未通过", "declined", "不予认定"),
		word(StepExpired, "到期", "expired"),
		word(StepRevoked, "撤销", "revoked", "取消"),
	)...)
})

// next returns the steps that may follow.
func (s Step) next() []Step {
	return map[Step][]Step{
		StepApplied:     {StepRecommended, StepEvaluated, StepDeclined},
		StepRecommended: {StepRecommended, StepEvaluated, StepPublicised, StepConfirmed, StepDeclined},
		StepEvaluated:   {StepPublicised, StepConfirmed, StepDeclined},
		StepPublicised:  {StepConfirmed, StepDeclined},
		StepConfirmed:   {StepExpired, StepRevoked},
	}[s]
}

// RatingScheme is how a place rates its stations (评定办法): grades from the best, the marks each begins at, and how many months
// a confirmation is valid. Months not known: it ends by a step only. There is no national scheme.
type RatingScheme struct {
	ID      SchemeID                      `json:"id" validate:"required,max=64"`
	Name    string                        `json:"name" validate:"required,max=100"`
	Issuer  AuthorityID                   `json:"issuer,omitempty" validate:"max=64"`
	Full    known.Value[measure.Quantity] `json:"full,omitzero" validate:"omitempty,gt=0"`
	Grades  []Grade                       `json:"grades" validate:"required,min=1,dive"`
	Months  known.Value[int]              `json:"months,omitzero" validate:"omitempty,gte=1,lte=1200"`
	Sources []vocab.Source                `json:"sources,omitempty" validate:"dive"`
}

// Grade is one grade of a scheme (等级). From is the lowest mark for it, included; the grade above begins where it ends.
// Either all grades of a scheme have marks or none.
type Grade struct {
	Key  string                        `json:"key" validate:"required,max=64"`
	Name string                        `json:"name" validate:"required,max=60"`
	From known.Value[measure.Quantity] `json:"from,omitzero" validate:"omitempty,gte=0"`
}

// Validate returns nil or every problem of the scheme: repeated grades ([ErrDuplicate]) and marks that do not descend or
// that only some grades have ([ErrBands]).
func (s RatingScheme) Validate() error { return validate(s) }

func (s RatingScheme) rules() (l fault.List) {
	seen := make(map[string]bool)
	bound, bounded := s.Full.Get()
	for i, g := range s.Grades {
		path := fault.Index("grades", i)
		if g.Key != "" && seen[g.Key] {
			l.Add(path+".key", catalogue().New(ErrDuplicate))
		}
		seen[g.Key] = true
		from, ok := g.From.Get()
		if ok != s.Grades[0].From.Known() || ok && bounded && from.Cmp(bound) >= 0 {
			l.Add(path+".from", catalogue().New(ErrBands))
		}
		if ok {
			bound, bounded = from, true
		}
	}
	return append(l, sources(s.Sources)...)
}

// Grade returns the grade that a score earns (按分定级); false when the scheme has no marks or the score is below all.
func (s RatingScheme) Grade(score measure.Quantity) (Grade, bool) {
	for _, g := range s.Grades {
		if from, ok := g.From.Get(); ok && score.Cmp(from) >= 0 {
			return g, true
		}
	}
	return Grade{}, false
}

// Check returns nil, or the scores and grades of a rating that the scheme does not bear out: a score above full marks
// ([ErrScore]), a grade that it does not have or that the score does not earn ([ErrGrade]).
func (s RatingScheme) Check(r Rating) error {
	var l fault.List
	for i, step := range r.Steps {
		path := fault.Index("steps", i)
		score, scored := step.Score.Get()
		if full, ok := s.Full.Get(); ok && scored && score.Cmp(full) > 0 {
			l.Add(path+".score", catalogue().New(ErrScore))
		}
		if step.Grade == "" {
			continue
		}
		earned, _ := s.Grade(score)
		at := slices.IndexFunc(s.Grades, func(g Grade) bool { return g.Key == step.Grade })
		if at < 0 || scored && s.Grades[at].From.Known() && earned.Key != step.Grade {
			l.Add(path+".grade", catalogue().New(ErrGrade))
		}
	}
	return l.Err()
}
