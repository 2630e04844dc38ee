package cal

import "time"

// Date is a civil day (日期) in the years 1 to 9999. The zero value means "not recorded": it is no day, its
// text is empty and it sorts before every day. Dates are comparable with == and usable as map keys.
type Date struct {
	// n counts days from 0001-01-01, which is 1. One number makes order, distance and weekday trivial and
	// keeps the zero value free.
	n int32
}

const (
	maxYear = 9999
	maxDay  = 3652059 // 9999-12-31
)

// On returns the day with this year, month and day of month; [ErrDay] when there is none (30 February,
// year 0). It never carries over into the next month as time.Date does.
func On(year int, m time.Month, day int) (Date, error) {
	if d := on(year, int(m), day); d.n != 0 {
		return d, nil
	}
	return Date{}, bad(ErrDay)
}

// on is On with the zero date for a day that does not exist.
func on(y, m, d int) Date {
	if y < 1 || y > maxYear || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return Date{}
	}
	return Date{dayNumber(y, m, d)}
}

// Of returns the day (当日) that t falls on in Beijing, whatever t's own location; see [Beijing]. The zero
// time, and any time outside the calendar, is a date not recorded.
func Of(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.UTC().Add(beijingOffset * time.Second).Date()
	return on(y, int(m), d)
}

const beijingOffset = 8 * 60 * 60

// Beijing returns Beijing time (北京时间) as a fixed offset, UTC+8, without a zone database and without the
// summer time of 1986 to 1991. Each call returns a location of its own, because a *time.Location can be
// overwritten by whoever holds it; compare times with time.Time.Equal, not ==.
func Beijing() *time.Location { return time.FixedZone("UTC+8", beijingOffset) }

// Time returns midnight at the beginning of the day in Beijing, or the zero time for a date not recorded.
func (d Date) Time() time.Time {
	if d.n == 0 {
		return time.Time{}
	}
	y, m, day := d.civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, Beijing())
}

// IsZero reports whether the date is not recorded.
func (d Date) IsZero() bool { return d.n == 0 }

// Year returns the year, 0 when not recorded.
func (d Date) Year() int { y, _, _ := d.civil(); return y }

// Month returns the month, 0 when not recorded.
func (d Date) Month() time.Month { _, m, _ := d.civil(); return time.Month(m) }

// Day returns the day of the month, 0 when not recorded.
func (d Date) Day() int { _, _, day := d.civil(); return day }

// Weekday returns the day of the week (星期); it has no meaning for a date not recorded.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.n % 7) } // 0001-01-01 was a Monday

// YearDay returns the day of the year, 1 to 366, or 0 when not recorded.
func (d Date) YearDay() int {
	if d.n == 0 {
		return 0
	}
	return int(d.n-dayNumber(d.Year(), 1, 1)) + 1
}

// Compare returns -1, 0 or +1 as d is before, the same as or after o.
func (d Date) Compare(o Date) int {
	switch {
	case d.n < o.n:
		return -1
	case d.n > o.n:
		return 1
	}
	return 0
}

// Equal reports whether d and o are the same day, or both not recorded. It is the same as ==.
func (d Date) Equal(o Date) bool { return d == o }

// Before reports whether d is earlier than o. A date not recorded is before every day: ask IsZero first
// where that matters.
func (d Date) Before(o Date) bool { return d.n < o.n }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.n > o.n }

// AddDays returns the day n days later, or earlier for a negative n.
func (d Date) AddDays(n int) Date {
	if d.n == 0 || n < -maxDay || n > maxDay {
		return Date{}
	}
	if n += int(d.n); n < 1 || n > maxDay {
		return Date{}
	}
	return Date{int32(n)}
}

// AddMonths returns the corresponding day (对应日) n months later, or the last day of that month where it
// has no such day: 31 January and one month is 28 or 29 February, never 3 March (民法典 202).
func (d Date) AddMonths(n int) Date {
	const limit = 12 * maxYear
	if d.n == 0 || n < -limit || n > limit {
		return Date{}
	}
	y, m, day := d.civil()
	months := y*12 + m - 1 + n
	if months < 12 || months >= 12*(maxYear+1) {
		return Date{}
	}
	y, m = months/12, months%12+1
	return Date{dayNumber(y, m, min(day, monthDays(y, m)))}
}

// AddYears returns the corresponding day n years later; 29 February becomes 28 February in a common year.
func (d Date) AddYears(n int) Date {
	if n < -maxYear || n > maxYear {
		return Date{}
	}
	return d.AddMonths(12 * n)
}

// StartOfMonth returns the first day of d's month.
func (d Date) StartOfMonth() Date { return d.AddDays(1 - d.Day()) }

// EndOfMonth returns the last day of d's month (月末).
func (d Date) EndOfMonth() Date {
	y, m, day := d.civil()
	if y == 0 {
		return Date{}
	}
	return d.AddDays(monthDays(y, m) - day)
}

// FirstOfNextMonth returns the first day of the month after d's, the day from which benefits run
// (从确认之日下月起).
func (d Date) FirstOfNextMonth() Date { return d.EndOfMonth().AddDays(1) }

// DaysUntil returns how many days lie between d and o, negative when o is earlier; ok is false when either
// is not recorded.
func (d Date) DaysUntil(o Date) (days int, ok bool) {
	if d.n == 0 || o.n == 0 {
		return 0, false
	}
	return int(o.n - d.n), true
}

// dayNumber counts in years that begin on 1 March, so that the leap day comes last.
func dayNumber(y, m, d int) int32 {
	if m < 3 {
		y, m = y-1, m+12
	}
	return int32(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 306)
}

// civil is the inverse of dayNumber; 0, 0, 0 for a date not recorded.
func (d Date) civil() (year, month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	const era = 146097                            // days in 400 years
	z := uint32(d.n) + 305                        // days since 1 March of the year 0
	e := z % era                                  // day within the 400 years
	y := (e - e/1460 + e/36524 - e/(era-1)) / 365 // March year within the 400
	r := e - (365*y + y/4 - y/100)                // day within the March year
	m := (5*r + 2) / 153                          // month, March being 0
	year, month, day = int(z/era*400+y), int(m)+3, int(r-(153*m+2)/5)+1
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

func monthDays(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	}
	return 31
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }
