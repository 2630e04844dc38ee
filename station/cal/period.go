package cal

import (
	"database/sql/driver"
	"iter"
	"strings"
	"time"
)

// Period is a run of days (期间) from a first day up to, but not including, another: [From, Until). Without
// an Until it is open-ended (长期, 现行有效). The zero value means "not recorded": it holds no day. A recorded
// period holds at least one. Periods are comparable with == and usable as map keys.
//
// 9999-12-31 is the last day there is: a period that reaches it is open-ended.
type Period struct {
	from Date
	last Date // the last day, so that every period within the calendar can be held; zero = open-ended
}

// Between returns the period from one day up to, but not including, another. Both must be recorded
// ([ErrMissing]) and in this order ([ErrOrder]).
func Between(from, until Date) (Period, error) {
	switch {
	case from.n == 0 || until.n == 0:
		return Period{}, bad(ErrMissing)
	case until.n <= from.n:
		return Period{}, bad(ErrOrder)
	}
	return through(from, until.AddDays(-1)), nil
}

// Through returns the period from a first to a last day, both included, as documents write it
// (自2022年1月1日至2022年6月30日). Errors are those of [Between].
func Through(from, last Date) (Period, error) {
	switch {
	case from.n == 0 || last.n == 0:
		return Period{}, bad(ErrMissing)
	case last.n < from.n:
		return Period{}, bad(ErrOrder)
	}
	return through(from, last), nil
}

// through takes days in order; it yields the zero period when either does not exist.
func through(from, last Date) Period {
	switch {
	case from.n == 0 || last.n == 0:
		return Period{}
	case last.n == maxDay:
		last = Date{}
	}
	return Period{from, last}
}

// Since returns the open-ended period (自某日起) that begins on a day.
func Since(from Date) Period { return Period{from: from} }

// Year returns a calendar year (年度), which is also the budget year (预算法). Like the other calendar periods
// it is not recorded when its numbers name none.
func Year(year int) Period { return through(on(year, 1, 1), on(year, 12, 31)) }

// Half returns the first (上半年) or second (下半年) half of a year.
func Half(year, half int) Period { return months(year, half, 6) }

// Quarter returns a quarter (季度), 1 to 4.
func Quarter(year, quarter int) Period { return months(year, quarter, 3) }

// Month returns a calendar month (月).
func Month(year int, m time.Month) Period { return months(year, int(m), 1) }

// months returns the i-th run of n months in a year, from 1.
func months(year, i, n int) Period {
	if i < 1 || i > 12/n {
		return Period{}
	}
	return through(on(year, (i-1)*n+1, 1), on(year, i*n, 1).EndOfMonth())
}

// TenDays returns a third of a month (旬): 1 is 上旬, the 1st to the 10th; 2 is 中旬, the 11th to the 20th; 3 is
// 下旬, the 21st to the end, which has 8 to 11 days.
func TenDays(year int, m time.Month, third int) Period {
	switch third {
	case 1, 2:
		return through(on(year, int(m), third*10-9), on(year, int(m), third*10))
	case 3:
		from := on(year, int(m), 21)
		return through(from, from.EndOfMonth())
	}
	return Period{}
}

// From returns the first day, not recorded for a period not recorded.
func (p Period) From() Date { return p.from }

// Until returns the day after the last (截止日, not included); not recorded when the period is open-ended.
func (p Period) Until() Date { return p.last.AddDays(1) }

// Last returns the last day, which documents write after 至; not recorded when the period is open-ended.
func (p Period) Last() Date { return p.last }

// IsZero reports whether the period is not recorded.
func (p Period) IsZero() bool { return p == Period{} }

// Open reports whether the period is recorded and open-ended.
func (p Period) Open() bool { return p.from.n != 0 && p.last.n == 0 }

// end is the last day as a number, the end of the calendar for an open period, 0 for none.
func (p Period) end() int32 {
	if p.Open() {
		return maxDay
	}
	return p.last.n
}

// Days returns the number of days; ok is false when the period is open-ended or not recorded.
func (p Period) Days() (days int, ok bool) {
	if p.last.n == 0 {
		return 0, false
	}
	return int(p.last.n-p.from.n) + 1, true
}

// Contains reports whether d is one of the days.
func (p Period) Contains(d Date) bool { return d.n != 0 && p.from.n <= d.n && d.n <= p.end() }

// Covers reports whether o is recorded and every day of it is in p.
func (p Period) Covers(o Period) bool {
	return o.from.n != 0 && p.from.n <= o.from.n && o.end() <= p.end()
}

// Overlaps reports whether p and o share a day.
func (p Period) Overlaps(o Period) bool { return !p.Intersect(o).IsZero() }

// Intersect returns the days that p and o share, the zero period when there are none.
func (p Period) Intersect(o Period) Period {
	from, last := max(p.from.n, o.from.n), min(p.end(), o.end())
	if p.from.n == 0 || o.from.n == 0 || from > last {
		return Period{}
	}
	return through(Date{from}, Date{last})
}

// Compare orders periods by their first day, then by their end, an open end being last. A period not
// recorded comes first.
func (p Period) Compare(o Period) int {
	if c := p.from.Compare(o.from); c != 0 {
		return c
	}
	return Date{p.end()}.Compare(Date{o.end()})
}

// Equal reports whether p and o have the same days. It is the same as ==.
func (p Period) Equal(o Period) bool { return p == o }

// Months yields the period month by month (逐月): calendar months, the first and the last cut to the period.
// For an open-ended period it runs to the end of the calendar, so the caller stops it.
func (p Period) Months() iter.Seq[Period] {
	first := p.from.StartOfMonth()
	return p.cut(first.AddMonths)
}

// ContractYears yields the period in years counted from its first day (合同年度), the last one cut to the
// period. A contract from 29 February has its years begin on 28 February in common years and on the 29th
// again in leap years. For an open-ended period it runs to the end of the calendar.
func (p Period) ContractYears() iter.Seq[Period] { return p.cut(p.from.AddYears) }

// cut yields p in pieces. next(i) is where piece i (from 0) begins; counting each from the first day keeps
// a clamped date from drifting.
func (p Period) cut(next func(i int) Date) iter.Seq[Period] {
	return func(yield func(Period) bool) {
		from := p.from
		for i := 1; from.n != 0; i++ {
			until := next(i)
			if until.n == 0 || until.n > p.end() {
				yield(Period{from, p.last})
				return
			}
			if !yield(Period{from, until.AddDays(-1)}) {
				return
			}
			from = until
		}
	}
}

// ParsePeriod reads a period in its canonical form, 2022-01-01/2022-07-01, where the second day is not
// included, or 2022-01-01/ when open-ended. Errors: [ErrPeriod], [ErrDay], [ErrOrder].
func ParsePeriod(s string) (Period, error) {
	first, second, ok := strings.Cut(s, "/")
	from, code := parseISO(first)
	if !ok || code == ErrDate {
		return Period{}, bad(ErrPeriod)
	}
	if code != "" {
		return Period{}, bad(code)
	}
	if second == "" {
		return Since(from), nil
	}
	until, code := parseISO(second)
	if code == ErrDate {
		return Period{}, bad(ErrPeriod)
	}
	if code != "" {
		return Period{}, bad(code)
	}
	return Between(from, until)
}

// MustParsePeriod is ParsePeriod for literals; it panics, without naming the text, when there is no such
// period.
func MustParsePeriod(s string) Period { return must(ParsePeriod(s)) }

// String returns the canonical text, or "" when not recorded.
func (p Period) String() string {
	var buf [21]byte
	return string(p.append(buf[:0]))
}

func (p Period) append(b []byte) []byte {
	if p.IsZero() {
		return b
	}
	return p.Until().append(append(p.from.append(b), '/'))
}

// AppendText appends the canonical text to b.
func (p Period) AppendText(b []byte) ([]byte, error) { return p.append(b), nil }

// MarshalText returns the canonical text.
func (p Period) MarshalText() ([]byte, error) { return p.append(nil), nil }

// UnmarshalText reads the canonical text; empty text is a period not recorded.
func (p *Period) UnmarshalText(text []byte) error { return set(p, string(text), ParsePeriod) }

// Value returns the canonical text for the database, NULL when not recorded.
func (p Period) Value() (driver.Value, error) { return value(p.String()) }

// Scan reads NULL or canonical text.
func (p *Period) Scan(src any) error { return scan(p, src, ParsePeriod) }

// ValidatorValue gives validation tags the canonical text, so that required works.
func (p Period) ValidatorValue() any { return p.String() }
