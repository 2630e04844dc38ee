// Package shelf holds what acts say, by subject, place, time and since when it has been known, and finds what applies. It knows
// nothing of what the rules say. A table that nothing is added to any more is safe for concurrent use.
package shelf

import (
	"cmp"
	"slices"
	"sort"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
)

// Rule is one thing that an act says, with where and when it applies and since when it has been known.
type Rule[T any] struct {
	Is       T
	Area     eligibility.Area
	Place    division.Code // zero: the whole country
	Force    cal.Period
	Recorded cal.Date // zero: always known
	Source   vocab.Source
	Invented bool // Fictitious, or a part of it is
	Path     string
	Order    int // on its shelf, as the acts have it
}

// Within reports that place a lies in place b.
func Within(a, b division.Code) bool { return b.IsZero() || b.Contains(a) }

// Shelf holds all that was ever said on one subject.
type Shelf[T any] struct {
	Rules []*Rule[T]                   // as the acts have them
	Near  map[division.Code][]*Rule[T] // by place, the latest recorded first
}

// Add puts a rule on the shelf.
func (s *Shelf[T]) Add(r *Rule[T]) {
	if s.Near == nil {
		s.Near = make(map[division.Code][]*Rule[T])
	}
	r.Order = len(s.Rules)
	s.Rules = append(s.Rules, r)
	here := s.Near[r.Place]
	after := sort.Search(len(here), func(i int) bool { return here[i].Recorded.Before(r.Recorded) })
	s.Near[r.Place] = slices.Insert(here, after, r)
}

// Current is what applies by what was said for this very place: the latest recorded.
func (s *Shelf[T]) Current(place division.Code, on, known cal.Date, area eligibility.Area) *Rule[T] {
	for _, r := range s.Near[place] {
		if (r.Area == "" || r.Area == area) && r.Force.Contains(on) && (known.IsZero() || !r.Recorded.After(known)) {
			return r
		}
	}
	return nil
}

// Nearest is what applies in d: the current rule of the smallest place that has one; fit, if any, says which count.
func (s *Shelf[T]) Nearest(d division.Code, on, known cal.Date, area eligibility.Area, fit func(*T) bool) *Rule[T] {
	if len(s.Near) == 0 {
		return nil
	}
	for {
		if r := s.Current(d, on, known, area); r != nil && (fit == nil || fit(&r.Is)) {
			return r
		}
		if d.IsZero() {
			return nil
		}
		d = d.Parent()
	}
}

// Line is Current for each of days, which are in order, by all that is recorded.
func (s *Shelf[T]) Line(place division.Code, days []cal.Date, area eligibility.Area) []*Rule[T] {
	line := make([]*Rule[T], len(days))
	free := make([]int, len(days)+1) // leads from a day to the first from there on that still has no rule
	for i := range free {
		free[i] = i
	}
	from := func(i int) int {
		for free[i] != i {
			free[i] = free[free[i]]
			i = free[i]
		}
		return i
	}
	for _, r := range s.Near[place] {
		if r.Area != "" && r.Area != area {
			continue
		}
		first, _ := slices.BinarySearchFunc(days, r.Force.From(), cal.Date.Compare)
		for i := from(first); i < len(days) && r.Force.Contains(days[i]); i = from(i) {
			line[i], free[i] = r, i+1
		}
	}
	return line
}

// Clashes returns every two rules that stand in each other's way, the one added first before the other: of one place
// (nested: or of a place within another's), for an area and on a day they share. Unless strict, one that was recorded later
// corrects another of its place. Beyond many thousands it leaves off.
func (s *Shelf[T]) Clashes(nested, strict bool) [][2]*Rule[T] {
	type group struct {
		place    division.Code
		recorded cal.Date
	}
	const most = 1 << 16
	groups := make(map[group][]*Rule[T]) // what can clash stands in one
	var order []group
	for _, r := range s.Rules {
		var g group
		if !nested {
			g.place = r.Place
		}
		if !nested && !strict {
			g.recorded = r.Recorded
		}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], r)
	}
	var found [][2]*Rule[T]
	for _, g := range order {
		rules := groups[g]
		slices.SortStableFunc(rules, func(a, b *Rule[T]) int { return a.Force.From().Compare(b.Force.From()) })
		var still []*Rule[T] // in force on the first day of b
		for _, b := range rules {
			if len(found) >= most {
				break
			}
			still = slices.DeleteFunc(still, func(a *Rule[T]) bool { return !a.Force.Overlaps(b.Force) })
			for _, a := range still {
				if (a.Area == "" || b.Area == "" || a.Area == b.Area) && (Within(a.Place, b.Place) || Within(b.Place, a.Place)) &&
					(strict || a.Place != b.Place || a.Recorded == b.Recorded) {
					pair := [2]*Rule[T]{a, b}
					if a.Order > b.Order {
						pair = [2]*Rule[T]{b, a}
					}
					found = append(found, pair)
				}
			}
			still = append(still, b)
		}
	}
	slices.SortFunc(found, func(a, b [2]*Rule[T]) int {
		return cmp.Or(cmp.Compare(a[1].Order, b[1].Order), cmp.Compare(a[0].Order, b[0].Order))
	})
	return found
}

// Table is a shelf for every key, in the order in which the keys came.
type Table[K comparable, T any] struct {
	At      map[K]int
	Shelves []Shelf[T]
}

// Slot is the place of a key among the shelves, made when first asked for.
func (t *Table[K, T]) Slot(k K) int {
	i, ok := t.At[k]
	if !ok {
		if t.At == nil {
			t.At = make(map[K]int)
		}
		i = len(t.Shelves)
		t.At[k] = i
		t.Shelves = append(t.Shelves, Shelf[T]{})
	}
	return i
}

// Keys are the keys by slot.
func (t *Table[K, T]) Keys() []K {
	ks := make([]K, len(t.At))
	for k, i := range t.At {
		ks[i] = k
	}
	return ks
}

// Has reports that the key has a shelf.
func (t *Table[K, T]) Has(k K) bool { _, ok := t.At[k]; return ok }

// Add puts a rule on the shelf of a key.
func (t *Table[K, T]) Add(k K, r *Rule[T]) { t.Shelves[t.Slot(k)].Add(r) }

// Of returns the rules of a key.
func (t *Table[K, T]) Of(k K) []*Rule[T] {
	if i, ok := t.At[k]; ok {
		return t.Shelves[i].Rules
	}
	return nil
}

// Nearest is what applies of every key, nil where nothing does.
func (t *Table[K, T]) Nearest(d division.Code, on, known cal.Date) []*Rule[T] {
	rs := make([]*Rule[T], len(t.Shelves))
	for i := range t.Shelves {
		rs[i] = t.Shelves[i].Nearest(d, on, known, "", nil)
	}
	return rs
}

// Days appends the first day and the day after the last of every rule that may apply in d.
func (t *Table[K, T]) Days(days []cal.Date, d division.Code) []cal.Date {
	for _, s := range t.Shelves {
		for _, r := range s.Rules {
			if Within(d, r.Place) {
				days = append(days, r.Force.From(), r.Force.Until())
			}
		}
	}
	return days
}
