package cal_test

import (
	"errors"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
)

func TestCalendarPeriods(t *testing.T) {
	for _, c := range []struct {
		got  cal.Period
		want string
	}{
		{cal.Year(2022), "2022-01-01/2023-01-01"},
		{cal.Half(2022, 1), "2022-01-01/2022-07-01"},
		{cal.Half(2022, 2), "2022-07-01/2023-01-01"},
		{cal.Quarter(2022, 1), "2022-01-01/2022-04-01"},
		{cal.Quarter(2022, 4), "2022-10-01/2023-01-01"},
		{cal.Month(2024, time.February), "2024-02-01/2024-03-01"},
		{cal.Month(2022, time.December), "2022-12-01/2023-01-01"},
		{cal.TenDays(2022, 6, 1), "2022-06-01/2022-06-11"},
		{cal.TenDays(2022, 6, 2), "2022-06-11/2022-06-21"},
		{cal.TenDays(2022, 2, 3), "2022-02-21/2022-03-01"},
		{cal.TenDays(2022, 12, 3), "2022-12-21/2023-01-01"},
		{cal.Since(cal.MustParse("2026-07-01")), "2026-07-01/"},
		{cal.Year(9999), "9999-01-01/"}, // reaches the last day there is
		{cal.Month(9999, 11), "9999-11-01/9999-12-01"},
		{cal.Since(cal.Date{}), ""}, {cal.Year(0), ""}, {cal.Year(10000), ""}, {cal.Half(2022, 0), ""},
		{cal.Half(2022, 3), ""}, {cal.Quarter(2022, 0), ""},
		{cal.Quarter(2022, 5), ""}, {cal.Quarter(2022, math.MinInt), ""}, {cal.Quarter(math.MaxInt, 1), ""},
		{cal.Month(2022, 0), ""}, {cal.Month(2022, 13), ""},
		{cal.TenDays(2022, 6, 0), ""}, {cal.TenDays(2022, 6, 4), ""}, {cal.TenDays(2022, 0, 1), ""},
		{cal.TenDays(0, 1, 3), ""}, {cal.TenDays(2022, 13, 3), ""},
	} {
		if c.got.String() != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestBetweenAndThrough(t *testing.T) {
	day := cal.MustParse
	from, last, until := day("2022-01-01"), day("2022-06-30"), day("2022-07-01")
	p, err := cal.Between(from, until)
	q, err2 := cal.Through(from, last)
	if err != nil || err2 != nil || p != q || p != cal.Half(2022, 1) || p.From() != from || p.Last() != last ||
		p.Until() != until || p.Open() || p.IsZero() {
		t.Errorf("%v, %v; %v, %v", p, err, q, err2)
	}
	open := cal.Since(from)
	if !open.Open() || !open.Until().IsZero() || !open.Last().IsZero() || open.From() != from || open.IsZero() {
		t.Errorf("open: %v until %v", open, open.Until())
	}
	if through, err := cal.Through(from, day("9999-12-31")); err != nil || through != open {
		t.Errorf("through the last day there is: %v, %v", through, err)
	}
	if one, err := cal.Through(from, from); err != nil || one.String() != "2022-01-01/2022-01-02" {
		t.Errorf("one day: %v, %v", one, err)
	}
	var none cal.Date
	for _, c := range []struct {
		err  error
		want error
	}{
		{second(cal.Between(from, from)), cal.ErrOrder}, {second(cal.Between(until, from)), cal.ErrOrder},
		{second(cal.Through(until, last)), cal.ErrOrder},
		{second(cal.Between(none, from)), cal.ErrMissing}, {second(cal.Between(from, none)), cal.ErrMissing},
		{second(cal.Through(none, from)), cal.ErrMissing}, {second(cal.Through(from, none)), cal.ErrMissing},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("got %v, want %v", c.err, c.want)
		}
	}
	var zero cal.Period
	if zero.Open() || zero.Contains(none) || zero.Contains(from) || open.Contains(none) || zero.Covers(zero) ||
		open.Covers(zero) || zero.Covers(open) || zero.Overlaps(zero) || zero.Overlaps(open) {
		t.Error("a period not recorded holds days")
	}
}

func second[T any](_ T, err error) error { return err }

// TestPeriodsAgreeWithSets compares periods with sets of days written out.
func TestPeriodsAgreeWithSets(t *testing.T) {
	r := rng()
	base := cal.MustParse("2022-01-01")
	const span = 12
	set := func(p cal.Period) (s [span + 2]bool) {
		for i := range s {
			s[i] = p.Contains(base.AddDays(i))
		}
		return s
	}
	for range 5000 {
		p, ps := draw(r, base, span)
		q, qs := draw(r, base, span)
		if d := cmp.Diff(ps, set(p)); d != "" {
			t.Fatal(p, d)
		}
		var both [span + 2]bool
		covers, overlaps, days := q != cal.Period{}, false, 0
		for i := range both {
			both[i] = ps[i] && qs[i]
			overlaps = overlaps || both[i]
			covers = covers && (!qs[i] || ps[i])
			if ps[i] {
				days++
			}
		}
		if d := cmp.Diff(both, set(p.Intersect(q))); d != "" {
			t.Fatal(p, q, d)
		}
		if p.Intersect(q) != q.Intersect(p) || p.Overlaps(q) != overlaps || p.Covers(q) != covers {
			t.Fatalf("%v and %v: overlap %v, covers %v", p, q, p.Overlaps(q), p.Covers(q))
		}
		if n, ok := p.Days(); ok != (!p.Open() && !p.IsZero()) || ok && n != days {
			t.Fatalf("%v has %d days, %v; want %d", p, n, ok, days)
		}
		if p.Intersect(q).Open() != (p.Open() && q.Open()) {
			t.Fatalf("%v and %v: open is lost", p, q)
		}
	}
}

// draw returns a random period near base, and its days; the set's last two places stand for all later days.
func draw(r *rand.Rand, base cal.Date, span int) (p cal.Period, days [14]bool) {
	from, n := r.IntN(span), r.IntN(span)
	switch {
	case n == 0 && r.IntN(2) == 0:
		return cal.Period{}, days
	case n == 0:
		p, n = cal.Since(base.AddDays(from)), len(days)
	default:
		n = min(n, span-from)
		p, _ = cal.Between(base.AddDays(from), base.AddDays(from+n))
	}
	for i := from; i < min(from+n, len(days)); i++ {
		days[i] = true
	}
	return p, days
}

func TestMonthsSplitAPeriod(t *testing.T) {
	for _, c := range []struct {
		period string
		want   []string
	}{
		{"2022-01-01/2022-04-01", []string{"2022-01-01/2022-02-01", "2022-02-01/2022-03-01", "2022-03-01/2022-04-01"}},
		{"2022-01-31/2022-03-10", []string{"2022-01-31/2022-02-01", "2022-02-01/2022-03-01", "2022-03-01/2022-03-10"}},
		{"2022-01-15/2022-02-02", []string{"2022-01-15/2022-02-01", "2022-02-01/2022-02-02"}},
		{"2022-06-05/2022-06-06", []string{"2022-06-05/2022-06-06"}},
		{"9999-11-30/", []string{"9999-11-30/9999-12-01", "9999-12-01/"}},
		{"", nil},
	} {
		if d := cmp.Diff(c.want, pieces(t, c.period, cal.Period.Months)); d != "" {
			t.Errorf("%s: %s", c.period, d)
		}
	}
}

func TestContractYearsNeverDrift(t *testing.T) {
	for _, c := range []struct {
		period string
		want   []string
	}{
		{"2022-07-01/2024-07-01", []string{"2022-07-01/2023-07-01", "2023-07-01/2024-07-01"}},
		{"2022-07-01/2023-07-02", []string{"2022-07-01/2023-07-01", "2023-07-01/2023-07-02"}},
		{"2022-07-01/2023-09-01", []string{"2022-07-01/2023-07-01", "2023-07-01/2023-09-01"}},
		{"2020-02-29/2025-01-01", []string{"2020-02-29/2021-02-28", "2021-02-28/2022-02-28", "2022-02-28/2023-02-28",
			"2023-02-28/2024-02-29", "2024-02-29/2025-01-01"}},
		{"9998-05-01/", []string{"9998-05-01/9999-05-01", "9999-05-01/"}},
		{"", nil},
	} {
		if d := cmp.Diff(c.want, pieces(t, c.period, cal.Period.ContractYears)); d != "" {
			t.Errorf("%s: %s", c.period, d)
		}
	}
	n := 0
	for y := range cal.Since(cal.MustParse("2022-07-01")).ContractYears() {
		if n++; n == 3 {
			if y.String() != "2024-07-01/2025-07-01" {
				t.Errorf("third contract year: %v", y)
			}
			break
		}
	}
}

func pieces(t *testing.T, period string, cut func(cal.Period) iter.Seq[cal.Period]) []string {
	t.Helper()
	var p cal.Period
	if err := p.UnmarshalText([]byte(period)); err != nil {
		t.Fatal(err)
	}
	var out []string
	days := 0
	for piece := range cut(p) {
		n, _ := piece.Days()
		days += n
		if !p.Covers(piece) {
			t.Errorf("%v leaves %v", piece, p)
		}
		out = append(out, piece.String())
	}
	if n, ok := p.Days(); ok && n != days {
		t.Errorf("%v: the pieces have %d days, the period %d", p, days, n)
	}
	return out
}

func TestPeriodsSort(t *testing.T) {
	ps := []cal.Period{cal.Since(cal.MustParse("2022-01-01")), cal.Year(2022), cal.Year(2021), {}, cal.Half(2022, 1)}
	slices.SortFunc(ps, cal.Period.Compare)
	want := []cal.Period{{}, cal.Year(2021), cal.Half(2022, 1), cal.Year(2022), cal.Since(cal.MustParse("2022-01-01"))}
	if d := cmp.Diff(want, ps); d != "" {
		t.Error(d)
	}
}
