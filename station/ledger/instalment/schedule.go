package instalment

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// maxTerms bounds a schedule, so that a number from outside cannot exhaust the memory.
const maxTerms = 1000

// Trigger is what an instalment waits for (付款条件). Its words are those of package contract. The zero value is not recorded.
type Trigger string

// The triggers.
const (
	OnSigning  Trigger = "signing"            // 合同签订
	OnMidTerm  Trigger = "midterm_evaluation" // 中期评估
	OnFinal    Trigger = "final_evaluation"   // 末期评估
	OnDate     Trigger = "date"               // 约定日期
	OnOccasion Trigger = "other"              // 其他条件
)

// Triggers returns the triggers.
func Triggers() vocab.List[Trigger] { return triggers() }

// Evaluated reports whether the trigger is an evaluation, whose acceptance rests on a document.
func (t Trigger) Evaluated() bool { return t == OnMidTerm || t == OnFinal }

// Term is what a contract says about one payment (付款约定). Weight is its part of the price, so that 5, 3 and 2 read as in the
// contract; where the contract states amounts, the amounts in fen are the weights.
type Term struct {
	Name    string  `json:"name,omitempty"` // 首期款
	Weight  int64   `json:"weight"`
	Trigger Trigger `json:"trigger"`
}

// Instalment is one payment with its amount (分期款). Number counts from 1.
type Instalment struct {
	Number int          `json:"number"`
	Term   Term         `json:"term"`
	Amount money.Amount `json:"amount"`
}

// Schedule divides the price of a contract by the weights of its terms (按约定比例分期): [money.Amount.Allocate], so that the
// instalments add up to the price, the last one is the price less all others, and none is a fen or more from its exact
// share. The error is a fault.List of [ErrTotal], [ErrTerms], [ErrWeight], [ErrMissing] and unknown triggers.
func Schedule(price money.Amount, terms ...Term) ([]Instalment, error) {
	var l fault.List
	if price.Sign() <= 0 {
		l.Add("price", refuse(ledger.I13, ErrTotal))
	}
	if len(terms) == 0 || len(terms) > maxTerms {
		l.Add("terms", refuse(ledger.I13, ErrTerms))
		return nil, l.Err()
	}
	weights := make([]int64, len(terms))
	for i, t := range terms {
		at := fault.Index("terms", i)
		weights[i] = t.Weight
		if t.Weight <= 0 {
			l.Add(at+".weight", refuse(ledger.I13, ErrWeight))
		}
		if t.Trigger == "" {
			l.Add(at+".trigger", refuse(ledger.I13, ErrMissing))
		} else {
			l.Add(at+".trigger", Triggers().Check(t.Trigger))
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	amounts, err := price.Allocate(weights...)
	if err != nil { // positive, so only their sum can be wrong
		return nil, fault.List{refuse(ledger.I13, ErrWeight).At("terms")}
	}
	out := make([]Instalment, len(terms))
	for i, a := range amounts {
		out[i] = Instalment{i + 1, terms[i], a}
	}
	return out, nil
}

// Acceptance says that an instalment's condition is met and since when (付款条件达成): the contract was signed, the evaluation
// passed. Score is the result of the evaluation from 0 to 100 (验收得分); which score leads to which deduction is for the
// contract to say, and a deduction is a record of its own.
type Acceptance struct {
	Instalment int             `json:"instalment"`
	On         cal.Date        `json:"on"`
	Score      Score           `json:"score,omitzero"`
	Evidence   ledger.Evidence `json:"evidence,omitzero"` // required for an evaluation
}

// Deduction is money that an instalment loses (扣款): how much, why, under which clause, and the document that shows it. It
// belongs to one instalment and is never spread over others.
type Deduction struct {
	Instalment int             `json:"instalment"`
	On         cal.Date        `json:"on"`
	Amount     money.Amount    `json:"amount"`
	Reason     string          `json:"reason,omitempty"`
	Clause     string          `json:"clause"`
	Evidence   ledger.Evidence `json:"evidence"`
}

// Received is money of an instalment that came in (到账), or with a negative amount that went back (退回). Key is that of its entry in the
// ledger, where the money is; here it is only assigned to an instalment.
type Received struct {
	Instalment int          `json:"instalment"`
	On         cal.Date     `json:"on"`
	Amount     money.Amount `json:"amount"`
	Key        string       `json:"key"`
}
