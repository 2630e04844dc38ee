package contract

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// Item is a line of the price (报价明细): unit price × quantity = amount, rounded half up to the fen. KPI is the code of the
// indicator it pays, if any: 7 cases at 300 yuan.
type Item struct {
	Name      string           `json:"name" validate:"required,max=100"`
	KPI       string           `json:"kpi,omitempty" validate:"max=64"`
	UnitPrice money.Amount     `json:"unit_price" validate:"gte=0"`
	Quantity  measure.Quantity `json:"quantity" validate:"gt=0"`
	Word      measure.Word     `json:"word,omitempty"`
	Amount    money.Amount     `json:"amount" validate:"gte=0"`
}

// Funding is money that pays for the contract (资金来源): one source, one level, one amount. A contract may have several.
// What donors give besides is no funding but a linked resource.
type Funding struct {
	Fund     Fund         `json:"fund" validate:"required"`
	Level    Level        `json:"level,omitempty"`
	Amount   money.Amount `json:"amount" validate:"gt=0"`
	Period   cal.Period   `json:"period,omitzero"`                       // the budget year or years it is for
	Earmark  string       `json:"earmark,omitempty" validate:"max=200"`  // 指定用途
	Document string       `json:"document,omitempty" validate:"max=100"` // 文号
}

// Instalment is one payment (分期付款). Weight is its part of the price, so 5, 3 and 2 read as in the contract; where the
// contract states amounts, the amounts in fen are the weights. A condition that the trigger does not say (an invoice, a grade)
// stands in Condition as text.
type Instalment struct {
	Name      string   `json:"name,omitempty" validate:"max=60"` // 首期款
	Weight    int64    `json:"weight" validate:"gt=0"`
	Trigger   Trigger  `json:"trigger" validate:"required"`
	On        cal.Date `json:"on,omitzero"` // not before this day; required for OnDate
	Condition string   `json:"condition,omitempty" validate:"max=500"`
}

// Payment is an instalment with its amount (应付款项). From is the first day on which it may be due by its trigger: zero
// while the contract has not been signed, the evaluation not been held, or an other condition has no day. Whether its
// Condition is met is for the payer to say.
type Payment struct {
	Instalment Instalment   `json:"instalment"`
	Amount     money.Amount `json:"amount"`
	From       cal.Date     `json:"from,omitzero"`
}

func (c Contract) checkItems(l *fault.List) {
	codes := make(map[string]bool)
	for _, k := range c.KPIs {
		codes[k.Code] = true
	}
	amounts := make([]money.Amount, len(c.Items))
	for i, it := range c.Items {
		at := fault.Index("items", i)
		amounts[i] = it.Amount
		if it.KPI != "" && !codes[it.KPI] {
			l.Add(at+".kpi", catalogue().New(ErrNoKPI))
		}
		l.Add(at+".word", measure.Words().Check(it.Word))
		product, err := it.UnitPrice.MulDiv(it.Quantity.Thousandths(), 1000, money.HalfUp)
		switch {
		case err != nil:
			l.Add(at+".amount", err)
		case product != it.Amount:
			l.Add(at+".amount", catalogue().New(ErrItemAmount))
		}
	}
	if len(c.Items) == 0 || c.LumpSum {
		return
	}
	sum, err := money.SumOf(amounts...)
	if err != nil {
		l.Add("items", err)
	} else if sum != c.Price {
		l.Add("items", catalogue().New(ErrItemsSum))
	}
}

// checkFunding: funds that are listed may not exceed the price, and somebody should look when they fall short.
func (c Contract) checkFunding(l *fault.List) {
	amounts := make([]money.Amount, len(c.Funding))
	for i, f := range c.Funding {
		at := fault.Index("funding", i)
		amounts[i] = f.Amount
		l.Add(at+".fund", Funds().Check(f.Fund))
		l.Add(at+".level", Levels().Check(f.Level))
		if !f.Period.IsZero() && !c.Period.IsZero() && !f.Period.Overlaps(c.Period) {
			l.Add(at+".period", catalogue().New(ErrFundingPeriod).AsAdvisory())
		}
	}
	if len(c.Funding) == 0 {
		return
	}
	sum, err := money.SumOf(amounts...)
	switch {
	case err != nil:
		l.Add("funding", err)
	case sum.Cmp(c.Price) > 0:
		l.Add("funding", catalogue().New(ErrFundingOver))
	case sum.Cmp(c.Price) < 0:
		l.Add("funding", catalogue().New(ErrFundingShort).AsAdvisory())
	}
}

func (c Contract) checkInstalments(l *fault.List) {
	events := c.events()
	for i, in := range c.Instalments {
		at := fault.Index("instalments", i)
		l.Add(at+".trigger", Triggers().Check(in.Trigger))
		if _, has := events.next(in); !has {
			l.Add(at+".trigger", catalogue().New(ErrTrigger))
		}
	}
}

// Schedule returns the payments (付款计划): the price divided by the weights with [money.Amount.Allocate], so that they add
// up to it and every fen of rounding goes to the instalment that lost most. The n-th instalment that waits for a mid-term
// evaluation waits for the n-th of them, which is what contracts over several years need. Errors are those of Allocate,
// [ErrTrigger] and a trigger that is missing or unknown; no instalments are no payments.
func (c Contract) Schedule() ([]Payment, error) {
	if len(c.Instalments) == 0 {
		return nil, nil
	}
	var l fault.List
	c.checkInstalments(&l)
	weights := make([]int64, len(c.Instalments))
	for i, in := range c.Instalments {
		weights[i] = in.Weight
		if in.Trigger == "" { // Validate says so by its tag
			l.Add(fault.Index("instalments", i)+".trigger", catalogue().New(ErrTrigger))
		}
	}
	amounts, err := c.Price.Allocate(weights...)
	l.Add("instalments", err)
	if err := l.Err(); err != nil {
		return nil, err
	}
	events := c.events()
	out := make([]Payment, len(c.Instalments))
	for i, in := range c.Instalments {
		from, _ := events.next(in)
		out[i] = Payment{Instalment: in, Amount: amounts[i], From: from}
	}
	return out, nil
}

// events are the days that instalments wait for, those of evaluations in the order of the contract.
type events struct {
	signed  cal.Date
	waiting map[Stage][]cal.Date
}

func (c Contract) events() events {
	e := events{c.SignedOn, make(map[Stage][]cal.Date)}
	for _, ev := range c.Evaluations {
		e.waiting[ev.Stage] = append(e.waiting[ev.Stage], ev.HeldOn)
	}
	return e
}

// next returns the day from which the instalment may be due, zero while that is not known, and whether the contract has
// such an event at all. It uses up an evaluation. An unknown trigger has no event to miss.
func (e events) next(in Instalment) (from cal.Date, has bool) {
	switch in.Trigger {
	case OnSigning:
		from = e.signed
	case OnMidTerm, OnFinal:
		stage := MidTerm
		if in.Trigger == OnFinal {
			stage = Final
		}
		days := e.waiting[stage]
		if len(days) == 0 {
			return cal.Date{}, false
		}
		from, e.waiting[stage] = days[0], days[1:]
	case OnDate:
		return in.On, !in.On.IsZero()
	default:
		return in.On, true
	}
	if !from.IsZero() && from.Before(in.On) {
		from = in.On
	}
	return from, true
}

// CheckWords checks the amount in words against the price (大写金额与小写金额核对) and returns nil when no words are recorded. The
// reader of capitals is given by the caller, zh.ParseCapitals of reporting/zh as a rule, because this package stands below
// everything that speaks Chinese. Errors stand at price_in_words: [ErrWords], or what the reader says.
func (c Contract) CheckWords(parse func(string) (money.Amount, error)) error {
	if c.PriceInWords == "" {
		return nil
	}
	var l fault.List
	amount, err := parse(c.PriceInWords)
	if err != nil {
		l.Add("price_in_words", err)
	} else if amount != c.Price {
		l.Add("price_in_words", catalogue().New(ErrWords))
	}
	return l.Err()
}

// CheckShare checks that what the contract takes from a fund does not exceed a share of that fund's budget (列支比例), exactly
// and not rounded: Fujian allows up to 3 % of the year's hardship-relief subsidy [reported]. Budget and limit are the
// caller's. The error is an [ErrShare] at the path funding, or money's where the numbers are out of range.
func (c Contract) CheckShare(fund Fund, budget money.Amount, limit measure.Ratio) error {
	var l fault.List
	var taken []money.Amount
	for _, f := range c.Funding {
		if f.Fund == fund {
			taken = append(taken, f.Amount)
		}
	}
	sum, err := money.SumOf(taken...)
	l.Add("funding", err)
	most, err := budget.MulDiv(limit.Num(), limit.Den(), money.Truncate) // sums are whole fen, so the fraction is no matter
	l.Add("funding", err)
	if len(l) == 0 && sum.Cmp(most) > 0 {
		l.Add("funding", catalogue().New(ErrShare, "limit", most.String()))
	}
	return l.Err()
}
