package station

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Status is the state of a station (站点状态). The zero value is "not recorded", and also the state before the first change.
type Status string

// The states. A plaque says nothing of staff: 挂牌 and 运营 are counted apart.
const (
	StatusPlanned   Status = "planned"   // 筹建
	StatusPlaqued   Status = "plaqued"   // 挂牌: formally set up
	StatusOperating Status = "operating" // 运营: staffed and serving
	StatusSuspended Status = "suspended" // 暂停
	StatusClosed    Status = "closed"    // 撤销: for good; a station set up again is a new one
)

// Statuses returns the states of a station.
func Statuses() vocab.List[Status] { return statuses() }

var statuses = sync.OnceValue(func() vocab.List[Status] {
	return vocab.New("站点状态", "status",
		word(StatusPlanned, "筹建", "planned", "筹备", "规划"),
		word(StatusPlaqued, "挂牌", "plaqued", "已挂牌", "挂牌成立"),
		word(StatusOperating, "运营", "operating", "运营中", "启动运营", "投入运营"),
		word(StatusSuspended, "暂停", "suspended", "暂停运营"),
		word(StatusClosed, "撤销", "closed", "关闭", "停办"),
	)
})

// next returns the states that may follow; none after the last or an unknown one.
func (s Status) next() []Status {
	return map[Status][]Status{
		StatusPlanned:   {StatusPlaqued, StatusOperating, StatusClosed},
		StatusPlaqued:   {StatusOperating, StatusSuspended, StatusClosed},
		StatusOperating: {StatusSuspended, StatusClosed},
		StatusSuspended: {StatusOperating, StatusClosed},
	}[s]
}

// StatusChange is a dated step in the life of a station (状态变更). A history may begin anywhere, where the records begin.
type StatusChange struct {
	Status Status      `json:"status" validate:"required"`
	Since  cal.Partial `json:"since,omitzero" validate:"required"`
	Note   string      `json:"note,omitempty" validate:"max=500"`
}

// StatusOn returns the state of the station on a day and whether it is certain (某日状态). Where rough dates leave it open, the
// state is the one surely reached. Before the first change it is "".
func (s Station) StatusOn(day cal.Date) (status Status, certain bool) {
	may := s.history().on(day)
	return may[0], len(may) == 1
}

// CountsOn reports whether the station was in one of the given states on a day: surely, and possibly.
func (s Station) CountsOn(day cal.Date, states ...Status) (surely, possibly bool) {
	surely = true
	for _, status := range s.history().on(day) {
		in := slices.Contains(states, status)
		surely, possibly = surely && in, possibly || in
	}
	return surely, possibly
}

func (s Station) history() history[Status] {
	h := make(history[Status], len(s.History))
	for i, c := range s.History {
		h[i] = dated[Status]{c.Status, c.Since}
	}
	return h
}

// Tenure is a stretch of time whose ends may be known only roughly (起止时间): 自2021年年底, 至2023年6月30日. From is the first
// day, To the last one, included, as documents write 至; To not recorded means that it lasts. The zero value is a
// tenure of which nothing is known.
type Tenure struct {
	From cal.Partial `json:"from,omitzero"`
	To   cal.Partial `json:"to,omitzero"`
}

// On reports whether a day surely belongs to the tenure and whether it may. Of a tenure without From nothing is
// sure, and a day not recorded never belongs.
func (t Tenure) On(day cal.Date) (surely, possibly bool) {
	earliest, latest := t.bounds()
	sure := t.sure()
	return !sure.IsZero() && sure.Contains(day), !day.IsZero() && !day.Before(earliest) && !day.After(latest)
}

// bounds returns the first and the last day that may belong.
func (t Tenure) bounds() (first, last cal.Date) {
	first, _ = bounds(t.From)
	_, last = bounds(t.To)
	return first, last
}

// sure returns the days that belong whatever the rough ends mean; not recorded when there is none.
func (t Tenure) sure() cal.Period {
	_, from := bounds(t.From)
	if t.From.IsZero() {
		return cal.Period{}
	}
	if t.To.IsZero() {
		return cal.Since(from)
	}
	to, _ := bounds(t.To)
	p, _ := cal.Through(from, to) // not recorded where the ends may cross
	return p
}

func (t Tenure) rules() (l fault.List) {
	if first, last := t.bounds(); last.Before(first) {
		l.Add("to", catalogue().New(ErrTenure))
	}
	return l
}

// bounds returns the first and the last day that p may mean: any day of the calendar when it is not recorded.
func bounds(p cal.Partial) (first, last cal.Date) {
	span := p.Span()
	if last = span.Last(); last.IsZero() {
		last, _ = cal.On(9999, 12, 31)
	}
	return span.From(), last
}

// A history is a list of dated states, in the order in which they were reached.
type history[S ~string] []dated[S]

// A dated state holds until the next one.
type dated[S ~string] struct {
	state S
	since cal.Partial
}

// on returns the states that may have held on a day, the surely reached one first; never none. Before the first step, and
// on a day not recorded, the state is "".
func (h history[S]) on(day cal.Date) []S {
	surely, possibly := h.reached(day)
	states := make([]S, 1, 1+possibly-surely)
	if surely > 0 {
		states[0] = h[surely-1].state
	}
	for _, d := range h[surely:possibly] {
		states = append(states, d.state)
	}
	return states
}

// reached returns how many steps have surely been taken on a day and how many may have been. Later steps bound earlier ones:
// who was operating in June was planned by then, however rough the date of the plan.
func (h history[S]) reached(day cal.Date) (surely, possibly int) {
	if day.IsZero() {
		return 0, 0
	}
	_, latest := bounds(cal.Partial{})
	for i := len(h) - 1; i >= 0 && surely == 0; i-- {
		if _, last := bounds(h[i].since); last.Before(latest) {
			latest = last
		}
		if !day.Before(latest) {
			surely = i + 1
		}
	}
	for possibly < len(h) {
		if first, _ := bounds(h[possibly].since); day.Before(first) {
			break
		}
		possibly++
	}
	return surely, max(surely, possibly)
}

// rules reports unknown states, states that may not follow the one before, and dates that cannot be in order, whatever the
// rough ones mean. Beside a state that the list does not know no step is judged.
func (h history[S]) rules(list vocab.List[S], next func(S) []S, state, since string) (l fault.List) {
	var earliest cal.Date
	for i, d := range h {
		at := fault.Index("", i)
		l.Add(at+"."+state, list.Check(d.state))
		if i > 0 && list.Known(h[i-1].state) && list.Known(d.state) && !slices.Contains(next(h[i-1].state), d.state) {
			l.Add(at+"."+state, catalogue().New(ErrStep))
		}
		first, last := bounds(d.since)
		if last.Before(earliest) {
			l.Add(at+"."+since, catalogue().New(ErrOrder))
		}
		if first.After(earliest) {
			earliest = first
		}
	}
	return l
}
