package timeline

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
)

// Source makes the case (个案来源).
type Source struct {
	// Case is the household seen on law.Query().On, and the row of the person that is asked about, 0 for a household programme
	// and −1 for somebody who is not there on that day, such as a child not yet born.
	Case func(*statutes.Law) (c *eligibility.Case, row int, err error)
	// Days are those of a period on which Case makes another case than on the day before, because of dates of its own; nil: there
	// are none. A change on a day that is not listed, and is none of the law, of an age or of a term, is found with the next
	// day that is.
	Days func(cal.Period) []Day
}

// Day is a day on which the case itself changes, and why (事实变化日).
type Day struct {
	On  cal.Date
	Why Reason
}

// Request says what is asked (请求): a programme, and a period with an end. The day in Query is not used.
type Request struct {
	Query     statutes.Query
	Programme eligibility.ProgrammeID
	Period    cal.Period
}

// Span is a stretch of days with one result (时段).
type Span struct {
	Period  cal.Period
	InForce bool // false: the programme has no rule in force, or the person is not there, and there is no result
	Result  eligibility.Result
	// Stated is the truth by all known facts, Verified by those alone that are verified.
	Stated, Verified eligibility.Truth
	Assumed          bool // rests on relatives who are found to fit together
	Next             eligibility.ProgrammeID
	Amount           known.Value[money.Amount] // a month, where the law defines one
	// Why are all the reasons why the first day had to be looked at, of which one or more made the difference; none for the
	// first span. Engine.AppendFindings on that day and the one before tells them apart.
	Why []Reason
}

// Over assesses the programme on every day of the period, evaluating only where something may change, and returns the
// spans in order, neighbours always differing. The days to look again are the first days of all but the first span.
//
// Errors: ErrPeriod, ErrCase, ErrTooMany where more than 4,000 days would have to be looked at, what Source.Case returns, and
// those of Statutes.At and Engine.Assess; that a programme is not in force on some days is no error but a span.
func Over(s *statutes.Statutes, src Source, r Request) ([]Span, error) {
	first, last := r.Period.From(), r.Period.Last()
	if first.IsZero() || last.IsZero() {
		return nil, catalogue().New(ErrPeriod)
	}
	if src.Case == nil {
		return nil, catalogue().New(ErrCase)
	}
	q := r.Query
	q.On = first
	law, err := s.At(q)
	if err != nil {
		return nil, err
	}
	w := watch{statutes: s, law: law, source: src, request: r, dated: dated(s, law, src, r)}
	if len(w.dated) > maxLooks {
		return nil, catalogue().New(ErrTooMany)
	}
	looks := 0
	var spans []Span
	var begins []cal.Date
	for on, why := first, []Reason(nil); !on.IsZero() && !on.After(last); {
		if looks++; looks > maxLooks {
			return nil, catalogue().New(ErrTooMany)
		}
		span, next, err := w.look(on)
		if err != nil {
			return nil, err
		}
		if n := len(spans); n == 0 || !same(spans[n-1], span) {
			span.Why = why
			spans, begins = append(spans, span), append(begins, on)
		}
		on, why = next.on, next.why
	}
	for i := range spans {
		end := last
		if i+1 < len(spans) {
			end = begins[i+1].AddDays(-1)
		}
		p, err := cal.Through(begins[i], end)
		if err != nil {
			return nil, err
		}
		spans[i].Period = p
	}
	return spans, nil
}

// maxLooks bounds what a period or a case can cost: the firsts of the months of three centuries, with room for other days.
const maxLooks = 4000

// same reports that two spans say the same, whenever and why.
func same(a, b Span) bool {
	return a.InForce == b.InForce && a.Result == b.Result && a.Stated == b.Stated && a.Verified == b.Verified &&
		a.Assumed == b.Assumed && a.Next == b.Next && a.Amount == b.Amount
}
