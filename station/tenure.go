package station

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

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
	p, err := cal.Through(from, to)
	if err != nil {
		return cal.Period{}
	}
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

// reached returns how many of a history's steps have surely been taken on a day and how many may have been. Later steps
// bound earlier ones: who was operating in June was planned by then, however rough the date of the plan.
func reached(dates []cal.Partial, on cal.Date) (surely, possibly int) {
	if on.IsZero() {
		return 0, 0
	}
	_, latest := bounds(cal.Partial{})
	for i := len(dates) - 1; i >= 0; i-- {
		if _, last := bounds(dates[i]); last.Before(latest) {
			latest = last
		}
		if !on.Before(latest) {
			surely = i + 1
			break
		}
	}
	for possibly < len(dates) {
		if first, _ := bounds(dates[possibly]); on.Before(first) {
			break
		}
		possibly++
	}
	return surely, max(surely, possibly)
}

// disordered returns the steps that cannot follow the ones before them, whatever their rough dates mean.
func disordered(dates []cal.Partial) (steps []int) {
	var earliest cal.Date
	for i, p := range dates {
		first, last := bounds(p)
		if last.Before(earliest) {
			steps = append(steps, i)
		}
		if first.After(earliest) {
			earliest = first
		}
	}
	return steps
}
