package statutes

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
)

// rule is one thing that an act says, with where and when it applies and since when it has been known.
type rule[T any] struct {
	is       T
	area     eligibility.Area
	place    division.Code // zero: the whole country
	force    cal.Period
	recorded cal.Date // zero: always known
	source   vocab.Source
	invented bool // Fictitious, or a part of it is
	path     string
	order    int // on its shelf
}

// within reports that place a lies in place b.
func within(a, b division.Code) bool { return b.IsZero() || b.Contains(a) }

// shelf holds all that was ever said on one subject.
type shelf[T any] struct {
	rules []*rule[T]                   // as the acts have them
	near  map[division.Code][]*rule[T] // by place, the latest recorded first
}

func (s *shelf[T]) add(r *rule[T]) {
	if s.near == nil {
		s.near = make(map[division.Code][]*rule[T])
	}
	r.order = len(s.rules)
	s.rules = append(s.rules, r)
	here := append(s.near[r.place], r)
	slices.SortStableFunc(here, func(a, b *rule[T]) int { return b.recorded.Compare(a.recorded) })
	s.near[r.place] = here
}

// current is what applies by what was said for this very place: the latest recorded.
func (s *shelf[T]) current(place division.Code, on, known cal.Date, area eligibility.Area) *rule[T] {
	for _, r := range s.near[place] {
		if (r.area == "" || r.area == area) && r.force.Contains(on) && (known.IsZero() || !r.recorded.After(known)) {
			return r
		}
	}
	return nil
}

// nearest is what applies in d: the current rule of the smallest place that has one; fit, if any, says which count.
func (s *shelf[T]) nearest(d division.Code, on, known cal.Date, area eligibility.Area, fit func(*T) bool) *rule[T] {
	if len(s.near) == 0 {
		return nil
	}
	for {
		if r := s.current(d, on, known, area); r != nil && (fit == nil || fit(&r.is)) {
			return r
		}
		if d.IsZero() {
			return nil
		}
		d = d.Parent()
	}
}

// table is a shelf for every key, in the order in which the keys came.
type table[K comparable, T any] struct {
	at      map[K]int
	shelves []shelf[T]
}

func (t *table[K, T]) slot(k K) int {
	i, ok := t.at[k]
	if !ok {
		if t.at == nil {
			t.at = make(map[K]int)
		}
		i = len(t.shelves)
		t.at[k] = i
		t.shelves = append(t.shelves, shelf[T]{})
	}
	return i
}

// keys are the keys by slot.
func (t *table[K, T]) keys() []K {
	ks := make([]K, len(t.at))
	for k, i := range t.at {
		ks[i] = k
	}
	return ks
}

func (t *table[K, T]) has(k K) bool { _, ok := t.at[k]; return ok }

func (t *table[K, T]) add(k K, r *rule[T]) { t.shelves[t.slot(k)].add(r) }

// of returns the rules of a key.
func (t *table[K, T]) of(k K) []*rule[T] {
	if i, ok := t.at[k]; ok {
		return t.shelves[i].rules
	}
	return nil
}

// nearest is what applies of every key, nil where nothing does.
func (t *table[K, T]) nearest(d division.Code, on, known cal.Date) []*rule[T] {
	rs := make([]*rule[T], len(t.shelves))
	for i := range t.shelves {
		rs[i] = t.shelves[i].nearest(d, on, known, "", nil)
	}
	return rs
}

// days appends the first day and the day after the last of every rule that may apply in d.
func (t *table[K, T]) days(days []cal.Date, d division.Code) []cal.Date {
	for _, s := range t.shelves {
		for _, r := range s.rules {
			if within(d, r.place) {
				days = append(days, r.force.From(), r.force.Until())
			}
		}
	}
	return days
}

// clashes calls f with every two rules that stand in each other's way: of one place (nested: or of a place within another's),
// for an area and on a day they share. Unless strict, one that was recorded later corrects the other.
func (s *shelf[T]) clashes(nested, strict bool, f func(a, b *rule[T])) {
	for _, b := range s.rules {
		others := s.near[b.place]
		if nested {
			others = s.rules
		}
		for _, a := range others {
			if a == b {
				break // every two once
			}
			if (within(a.place, b.place) || within(b.place, a.place)) && a.force.Overlaps(b.force) &&
				(a.area == "" || b.area == "" || a.area == b.area) && (strict || a.recorded == b.recorded) {
				if first, second := a, b; first.order < second.order {
					f(first, second)
				} else {
					f(second, first)
				}
			}
		}
	}
}
