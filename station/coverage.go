package station

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Scope says what a figure of the network counts (统计口径): stations of these tiers, in these states, in these areas. It
// travels with the figure. The 51,000 stations at the end of 2018 and the 17,000 at the end of 2021 (both reported) are two
// scopes, of which the first counted every kind of social work station, and no fall from one to the other. Areas may be left
// out for a figure that was only published.
type Scope struct {
	Name     string          `json:"name" validate:"required,max=100"`
	Tiers    []Tier          `json:"tiers,omitempty" validate:"dive,required"`
	Statuses []Status        `json:"statuses,omitempty" validate:"dive,required"`
	Areas    []division.Code `json:"areas,omitempty" validate:"max=1000000"`
	Sources  []vocab.Source  `json:"sources,omitempty" validate:"dive"`
}

// Validate returns nil or every problem of the scope. An area that is not recorded, or that is listed or contained in
// another, is [ErrArea], because it would count twice.
func (s Scope) Validate() error { return validate(s) }

func (s Scope) rules() (l fault.List) {
	for i, t := range s.Tiers {
		l.Add(fault.Index("tiers", i), Tiers().Check(t))
	}
	for i, st := range s.Statuses {
		l.Add(fault.Index("statuses", i), Statuses().Check(st))
	}
	listed := codes(s.Areas)
	seen := make(map[division.Code]bool, len(s.Areas))
	for i, a := range s.Areas {
		bad := a.IsZero() || seen[a]
		for above := range a.Ancestors() {
			bad = bad || listed[above]
		}
		if bad {
			l.Add(fault.Index("areas", i), catalogue().New(ErrArea))
		}
		seen[a] = true
	}
	return append(l, sources(s.Sources)...)
}

// Same reports whether two scopes define the same figure: the same name, and the same tiers, states and areas in whatever
// order (同一口径). Only then do figures form a series.
func (s Scope) Same(o Scope) bool {
	return s.Name == o.Name && slices.Equal(set(s.Tiers, cmp.Compare), set(o.Tiers, cmp.Compare)) &&
		slices.Equal(set(s.Statuses, cmp.Compare), set(o.Statuses, cmp.Compare)) &&
		slices.Equal(set(s.Areas, division.Code.Compare), set(o.Areas, division.Code.Compare))
}

func set[T comparable](items []T, order func(T, T) int) []T {
	items = slices.Clone(items)
	slices.SortFunc(items, order)
	return slices.Compact(items)
}

// counts reports whether a station is of the scope on a day, its area apart.
func (s Scope) counts(st Station, day cal.Date) (surely, possibly bool) {
	if !slices.Contains(s.Tiers, st.Tier) {
		return false, false
	}
	return st.CountsOn(day, s.Statuses...)
}

// within returns the area that a division lies in.
func within(areas map[division.Code]bool, c division.Code) (division.Code, bool) {
	if areas[c] {
		return c, true
	}
	for above := range c.Ancestors() {
		if areas[above] {
			return above, true
		}
	}
	return division.Code{}, false
}

// Coverage is which areas of a scope had at least one station that counts on a day (覆盖情况). Unsure are the areas whose only
// stations count or not as rough dates are read. Both are in the order of codes. Stations is the number of stations that
// surely counted: no numerator, since a township may have two and a station may stand outside every area.
type Coverage struct {
	Scope    Scope           `json:"scope"`
	On       cal.Date        `json:"on"`
	Covered  []division.Code `json:"covered,omitempty"`
	Unsure   []division.Code `json:"unsure,omitempty"`
	Stations int             `json:"stations"`
}

// Ratio returns the areas surely covered over the areas of the scope (覆盖率), exactly. A scope without areas is
// measure.ErrZeroBase.
func (c Coverage) Ratio() (measure.Ratio, error) {
	return measure.RatioOf(int64(len(c.Covered)), int64(len(c.Scope.Areas)))
}

// Missing returns the areas that are not surely covered, in the order of codes (未覆盖区域).
func (c Coverage) Missing() []division.Code {
	return without(set(c.Scope.Areas, division.Code.Compare), c.Covered)
}

// Change returns the areas gained and lost since an earlier coverage (覆盖变化). Coverages of different scopes are no series:
// [ErrSeries].
func (c Coverage) Change(since Coverage) (gained, lost []division.Code, err error) {
	if !c.Scope.Same(since.Scope) {
		return nil, nil, catalogue().New(ErrSeries)
	}
	return without(c.Covered, since.Covered), without(since.Covered, c.Covered), nil
}

// without returns the codes that are not in others.
func without(list, others []division.Code) (out []division.Code) {
	drop := codes(others)
	for _, c := range list {
		if !drop[c] {
			out = append(out, c)
		}
	}
	return out
}

// Count is a figure of the network as it was published or counted (网络数据): so many stations, posts or people of a scope.
type Count struct {
	Scope Scope            `json:"scope"`
	Basis measure.Basis    `json:"basis" validate:"required"`
	Value measure.Quantity `json:"value" validate:"gte=0"`
	On    cal.Partial      `json:"on,omitzero" validate:"required"`
}

// Validate returns nil or every problem of the figure.
func (c Count) Validate() error { return validate(c) }

func (c Count) rules() (l fault.List) {
	l.Add("basis", measure.Bases().Check(c.Basis))
	return append(l, c.Scope.rules().Under("scope")...)
}

// Change returns how much the figure grew since an earlier one (增减). Figures of different scopes or bases are no series:
// [ErrSeries].
func (c Count) Change(since Count) (measure.Quantity, error) {
	if c.Basis != since.Basis || !c.Scope.Same(since.Scope) {
		return measure.Quantity{}, catalogue().New(ErrSeries)
	}
	return c.Value.Sub(since.Value)
}

// sources returns the problems of a list of sources that their tags do not express.
func sources(list []vocab.Source) (l fault.List) {
	for i, s := range list {
		l.Add(fault.Index("sources", i)+".provenance", vocab.Provenances().Check(s.Provenance))
	}
	return l
}

// Rollout is a plan to extend the network (扩面计划): phases, coverage to reach in its scope, and other yearly tasks such as
// posts to create.
type Rollout struct {
	ID       RolloutID        `json:"id" validate:"required,max=64"`
	Name     string           `json:"name" validate:"required,max=100"`
	Issuer   AuthorityID      `json:"issuer,omitempty" validate:"max=64"`
	Scope    Scope            `json:"scope"`
	Phases   []Phase          `json:"phases,omitempty" validate:"dive"`
	Coverage []CoverageTarget `json:"coverage,omitempty" validate:"dive"`
	Tasks    []Task           `json:"tasks,omitempty" validate:"dive"`
	Sources  []vocab.Source   `json:"sources,omitempty" validate:"dive"`
}

// Phase is a part of a plan (阶段): one year coverage, two years standards. Areas are those to be opened in it.
type Phase struct {
	Name   string          `json:"name" validate:"required,max=100"`
	Tenure Tenure          `json:"tenure,omitzero"`
	Areas  []division.Code `json:"areas,omitempty" validate:"max=1000000"`
}

// CoverageTarget is a coverage to be reached by a time (覆盖目标): so many areas of the plan's scope, or such a share of them;
// one of the two.
type CoverageTarget struct {
	By    cal.Partial                `json:"by,omitzero" validate:"required"`
	Areas known.Value[int]           `json:"areas,omitzero" validate:"omitempty,gte=1"`
	Share known.Value[measure.Ratio] `json:"share,omitzero" validate:"omitempty,gt=0"`
}

// Task is another thing that a plan wants reached by a time (年度任务): 新增岗位不少于50个.
type Task struct {
	Name   string         `json:"name" validate:"required,max=100"`
	By     cal.Partial    `json:"by,omitzero" validate:"required"`
	Target measure.Target `json:"target"`
}

// Validate returns nil or every problem of the plan. A phase with an area that the scope does not list is [ErrOutside]; a
// coverage target without a number and a share, or with both, or with more than there is, is [ErrTarget].
func (r Rollout) Validate() error { return validate(r) }

func (r Rollout) rules() (l fault.List) {
	l = append(l, r.Scope.rules().Under("scope")...)
	areas := codes(r.Scope.Areas)
	for i, p := range r.Phases {
		path := fault.Index("phases", i)
		l = append(l, p.Tenure.rules().Under(path+".tenure")...)
		for j, a := range p.Areas {
			if !areas[a] {
				l.Add(fault.Index(path+".areas", j), catalogue().New(ErrOutside))
			}
		}
	}
	for i, t := range r.Coverage {
		share, _ := t.Share.Get()
		number, _ := t.Areas.Get()
		tooMuch := share.Num() > share.Den() || len(areas) > 0 && number > len(areas)
		if t.Share.Known() == t.Areas.Known() || tooMuch {
			l.Add(fault.Index("coverage", i), catalogue().New(ErrTarget))
		}
	}
	for i, t := range r.Tasks {
		path := fault.Index("tasks", i) + ".target"
		l.Add(path+".comparator", measure.Comparators().Check(t.Target.Comparator))
		l.Add(path+".basis", measure.Bases().Check(t.Target.Basis))
	}
	return append(l, sources(r.Sources)...)
}

// Reached reports whether a coverage reaches a target of this plan (是否完成扩面任务), by the areas surely covered. The coverage must be
// of the plan's scope, else [ErrSeries]; a target of both or neither kind is [ErrTarget].
func (r Rollout) Reached(t CoverageTarget, c Coverage) (bool, error) {
	if !r.Scope.Same(c.Scope) {
		return false, catalogue().New(ErrSeries)
	}
	number, numbered := t.Areas.Get()
	share, shared := t.Share.Get()
	switch {
	case numbered == shared:
		return false, catalogue().New(ErrTarget)
	case numbered:
		return len(c.Covered) >= number, nil
	}
	got, err := c.Ratio()
	return err == nil && got.Cmp(share) >= 0, err
}

// codes returns the set of codes.
func codes(list []division.Code) map[division.Code]bool {
	out := make(map[division.Code]bool, len(list))
	for _, c := range list {
		out[c] = true
	}
	return out
}
