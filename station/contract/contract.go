package contract

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/money"
)

// ID is the importer's key of a contract (合同编号 in a system; the number printed on it is Contract.Number). The zero value
// is not recorded.
type ID string

// Contract is a contract for purchased services (购买服务合同).
type Contract struct {
	ID        ID         `json:"id" validate:"required,max=64"`
	Number    string     `json:"number,omitempty" validate:"max=100"` // 合同编号, as printed
	Title     string     `json:"title" validate:"required,max=200"`
	Service   Service    `json:"service" validate:"required"`
	Purchaser string     `json:"purchaser" validate:"required,max=100"` // 购买主体
	Operator  OperatorID `json:"operator" validate:"required,max=64"`
	Method    Method     `json:"method,omitempty"`

	AwardedOn  cal.Date   `json:"awarded_on,omitzero"` // 中标（成交）日
	SignedOn   cal.Date   `json:"signed_on,omitzero"`
	Period     cal.Period `json:"period" validate:"required"` // 服务期限
	Terminated cal.Date   `json:"terminated,omitzero"`        // 提前终止: the first day no longer in force

	Price        money.Amount `json:"price" validate:"gt=0"`                      // 合同价款, for the whole period
	PriceInWords string       `json:"price_in_words,omitempty" validate:"max=60"` // 大写金额, see CheckWords
	LumpSum      bool         `json:"lump_sum,omitempty"`                         // 总价包干: items need not add up
	Items        []Item       `json:"items,omitempty" validate:"dive"`
	Funding      []Funding    `json:"funding,omitempty" validate:"dive"`
	Instalments  []Instalment `json:"instalments,omitempty" validate:"dive"`

	Sites       []string     `json:"sites,omitempty" validate:"dive,required,max=64"` // station IDs
	Workforce   Workforce    `json:"workforce,omitzero"`
	KPIs        []KPI        `json:"kpis,omitempty" validate:"dive"`
	Evaluations []Evaluation `json:"evaluations,omitempty" validate:"dive"`
}

// Workforce is how many workers the contract asks for (人员配备要求), over all its sites together. It may be less than the
// number of sites. The zero value asks for none.
type Workforce struct {
	Workers   int `json:"workers,omitempty" validate:"gte=0"`
	FullTime  int `json:"full_time,omitempty" validate:"gte=0"`
	Certified int `json:"certified,omitempty" validate:"gte=0"` // 持证社工
}

// Evaluation is a point at which the work is judged (评估安排) and, once held, what came of it. Grade is the key of a band
// of the scorecard used.
type Evaluation struct {
	Stage     Stage    `json:"stage" validate:"required"`
	PlannedOn cal.Date `json:"planned_on,omitzero"`
	HeldOn    cal.Date `json:"held_on,omitzero"`
	Evaluator string   `json:"evaluator,omitempty" validate:"max=100"`
	Grade     string   `json:"grade,omitempty" validate:"max=64"`
}

// Validate returns nil or a fault.List. Amount in words and other contracts are not looked at, see [Contract.CheckWords]
// and [Overlaps].
func (c Contract) Validate() error {
	l := check.Struct(c)
	l.Add("service", Services().Check(c.Service))
	l.Add("method", Methods().Check(c.Method))
	c.checkDates(&l)
	c.checkItems(&l)
	c.checkFunding(&l)
	c.checkInstalments(&l)
	if c.Workforce.FullTime > c.Workforce.Workers {
		l.Add("workforce.full_time", catalogue().New(ErrWorkforce))
	}
	if c.Workforce.Certified > c.Workforce.Workers {
		l.Add("workforce.certified", catalogue().New(ErrWorkforce))
	}
	sites, codes := make(seen), make(seen)
	for i, site := range c.Sites {
		at := fault.Index("sites", i)
		l.Add(at, sites.twice(site, at))
	}
	for i, k := range c.KPIs {
		at := fault.Index("kpis", i)
		l.Add(at, k.rules().Err())
		l.Add(at+".code", codes.twice(k.Code, at))
	}
	c.checkEvaluations(&l)
	return l.Err()
}

func (c Contract) checkDates(l *fault.List) {
	if c.Period.Open() {
		l.Add("period", catalogue().New(ErrOpenEnded))
	}
	if !c.AwardedOn.IsZero() && !c.SignedOn.IsZero() && c.SignedOn.Before(c.AwardedOn) {
		l.Add("signed_on", catalogue().New(ErrDates))
	}
	if c.SignedOn.After(c.Period.From()) && !c.Period.IsZero() {
		l.Add("signed_on", catalogue().New(ErrLateSigning).AsAdvisory())
	}
	if !c.Terminated.IsZero() && !c.Period.Contains(c.Terminated) {
		l.Add("terminated", catalogue().New(ErrTerminated))
	}
}

// checkEvaluations looks at the days an evaluation was held on, or is planned for as long as it was not.
func (c Contract) checkEvaluations(l *fault.List) {
	day := func(e Evaluation) cal.Date {
		if e.HeldOn.IsZero() {
			return e.PlannedOn
		}
		return e.HeldOn
	}
	midterm := cal.Date{} // the first there is: a contract of several years has one a year
	for _, e := range c.Evaluations {
		if d := day(e); e.Stage == MidTerm && !d.IsZero() && (midterm.IsZero() || d.Before(midterm)) {
			midterm = d
		}
	}
	for i, e := range c.Evaluations {
		at, d := fault.Index("evaluations", i), day(e)
		l.Add(at+".stage", Stages().Check(e.Stage))
		if !d.IsZero() && (d.Before(c.Period.From()) || e.Stage == Final && d.Before(midterm)) {
			l.Add(at, catalogue().New(ErrEvaluation))
		}
	}
}

// InForce returns the days on which the contract is in force (有效期间): its period, cut where it was terminated.
func (c Contract) InForce() cal.Period {
	if c.Terminated.IsZero() {
		return c.Period
	}
	before, err := cal.Between(c.Period.From(), c.Terminated)
	if err != nil {
		return cal.Period{}
	}
	return c.Period.Intersect(before)
}

// Covers reports whether the contract is in force for a station on a day.
func (c Contract) Covers(station string, on cal.Date) bool {
	return slices.Contains(c.Sites, station) && c.InForce().Contains(on)
}

// Overlaps reports every site of a contract that an earlier one of the list serves in the same time with the same service
// (重复承接), as [ErrOverlap] at "[2].sites[0]", naming the first such contract by its place. It is a rule of the network, so
// Contract.Validate cannot know it.
func Overlaps(contracts []Contract) fault.List {
	type served struct {
		site    string
		service Service
	}
	var l fault.List
	by := make(map[served][]int)
	for i, c := range contracts {
		for j, site := range c.Sites {
			key := served{site, c.Service}
			earlier := by[key]
			if n := len(earlier); n > 0 && earlier[n-1] == i {
				continue // listed twice, which is Validate's to say
			}
			for _, k := range earlier {
				if contracts[k].InForce().Overlaps(c.InForce()) {
					at := fault.Index("", i) + "." + fault.Index("sites", j)
					l.Add(at, catalogue().New(ErrOverlap, "other", fault.Index("", k)))
					break
				}
			}
			by[key] = append(earlier, i)
		}
	}
	return l
}
