package cal

import "strconv"

// Workdays tells working days (工作日) from days of rest. known is false for a day the table says nothing
// about, such as one in a year whose holiday schedule has not been published; the functions of this package
// then fail with [ErrSchedule]. Implementations must be safe for concurrent use. [Holidays] is one; an
// importer with local holidays (as in autonomous regions) wraps it.
type Workdays interface {
	Working(d Date) (working, known bool)
}

const (
	maxTerm = 10000 // working days, some forty years: beyond any term of law
	maxRest = 60    // days of rest in a row; the longest holiday so far had 9
)

// AddWorkdays returns the last day of a term of n working days (工作日). The day it runs from is not counted
// (民法典 201): accepted on a Thursday with a term of one working day, it ends on Friday. A term of 0 ends on
// the day it runs from.
//
// It fails with [ErrSchedule], naming the year, where w does not know a day on the way, and with
// [ErrMissing], [ErrTerm] or [ErrNoWorkday].
func AddWorkdays(from Date, n int, w Workdays) (Date, error) {
	switch {
	case from.n == 0:
		return Date{}, bad(ErrMissing)
	case n < 0 || n > maxTerm:
		return Date{}, bad(ErrTerm, "max", strconv.Itoa(maxTerm))
	}
	day := from
	for range n {
		var err error
		if day, err = NextWorkday(day.AddDays(1), w); err != nil {
			return Date{}, err
		}
	}
	return day, nil
}

// NextWorkday returns d if it is a working day and else the next one (顺延至次日). That is how the last day of
// a term counted in days, months or years moves (民法典 203): the last day of six months from a decision is
// NextWorkday(decision.AddMonths(6), w). Errors: [ErrSchedule], [ErrMissing], [ErrNoWorkday].
func NextWorkday(d Date, w Workdays) (Date, error) {
	for range maxRest {
		if d.n == 0 { // as given, or past the end of the calendar
			return Date{}, bad(ErrMissing)
		}
		working, err := ask(w, d)
		if err != nil {
			return Date{}, err
		}
		if working {
			return d, nil
		}
		d = d.AddDays(1)
	}
	return Date{}, bad(ErrNoWorkday, "max", strconv.Itoa(maxRest))
}

// EndOfTerm returns the last day of a term of so many calendar days (期间届满日), such as a notice posted for
// seven days (公示7天). The day it runs from is not counted (民法典 201), and a last day that is a holiday or a
// day of rest moves to the next working day (民法典 203). Errors are those of [AddWorkdays].
func EndOfTerm(from Date, days int, w Workdays) (Date, error) {
	if days < 0 || days > maxTerm {
		return Date{}, bad(ErrTerm, "max", strconv.Itoa(maxTerm))
	}
	return NextWorkday(from.AddDays(days), w)
}

// WorkdaysBetween counts the working days after from, up to and including to: how much of a term has run.
// It is the inverse of [AddWorkdays]. Errors: [ErrSchedule], [ErrMissing], [ErrOrder].
func WorkdaysBetween(from, to Date, w Workdays) (int, error) {
	switch {
	case from.n == 0 || to.n == 0:
		return 0, bad(ErrMissing)
	case to.n < from.n:
		return 0, bad(ErrOrder)
	}
	return count(from.n+1, to.n, w)
}

// WorkdaysIn counts the working days of a period. Errors: [ErrSchedule], [ErrMissing], [ErrOpen].
func WorkdaysIn(p Period, w Workdays) (int, error) {
	switch {
	case p.IsZero():
		return 0, bad(ErrMissing)
	case p.Open():
		return 0, bad(ErrOpen)
	}
	return count(p.from.n, p.last.n, w)
}

func count(first, last int32, w Workdays) (int, error) {
	n := 0
	for i := first; i <= last; i++ {
		working, err := ask(w, Date{i})
		if err != nil {
			return 0, err
		}
		if working {
			n++
		}
	}
	return n, nil
}

// ask turns what the table does not know into an error.
func ask(w Workdays, d Date) (bool, error) {
	if w != nil {
		if working, known := w.Working(d); known {
			return working, nil
		}
	}
	return false, bad(ErrSchedule, "year", strconv.Itoa(d.Year()))
}
