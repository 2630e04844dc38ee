package instalment

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
)

// The codes of this package. Each carries the promise it protects as the argument "invariant": I13, and I12 for a spread. An unknown
// word is vocab.ErrUnknown, a sum beyond the range money.ErrRange.
const (
	ErrTotal        fault.Code = "INSTALMENT-TOTAL"         // a contract of nothing or less
	ErrTerms        fault.Code = "INSTALMENT-TERMS"         // no terms, or too many
	ErrWeight       fault.Code = "INSTALMENT-WEIGHT"        // a weight that is not positive, or together too large
	ErrMissing      fault.Code = "INSTALMENT-MISSING"       // a field that is required here
	ErrNumber       fault.Code = "INSTALMENT-NUMBER"        // no such instalment
	ErrTwice        fault.Code = "INSTALMENT-TWICE"         // accepted twice, or a key or station given twice
	ErrScore        fault.Code = "INSTALMENT-SCORE"         // a score that is not from 0 to 100
	ErrDeduction    fault.Code = "INSTALMENT-DEDUCTION"     // a deduction of nothing or less
	ErrClause       fault.Code = "INSTALMENT-CLAUSE"        // a deduction without the clause that allows it
	ErrEvidence     fault.Code = "INSTALMENT-EVIDENCE"      // a deduction or acceptance without a document
	ErrOverDeducted fault.Code = "INSTALMENT-OVER-DEDUCTED" // more deducted than the instalment is worth
	ErrOverReceived fault.Code = "INSTALMENT-OVER-RECEIVED" // more received than approved
	ErrEarly        fault.Code = "INSTALMENT-EARLY"         // received before the condition is met
	ErrRefund       fault.Code = "INSTALMENT-REFUND"        // more given back than was received
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

func refuse(i ledger.Invariant, code fault.Code) fault.Fault {
	return catalogue().New(code, "invariant", string(i))
}

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrTotal, ZH: "合同金额应大于零（{invariant}）", EN: "a contract is worth more than nothing ({invariant})"},
		fault.Text{Code: ErrTerms, ZH: "付款期次缺失或过多（{invariant}）", EN: "no terms of payment, or too many ({invariant})"},
		fault.Text{Code: ErrWeight, ZH: "权重应为正数，合计不能过大（{invariant}）", EN: "weights are positive and not too large together ({invariant})"},
		fault.Text{Code: ErrMissing, ZH: "必填（{invariant}）", EN: "required ({invariant})"},
		fault.Text{Code: ErrNumber, ZH: "没有这一期付款（{invariant}）", EN: "there is no such instalment ({invariant})"},
		fault.Text{Code: ErrTwice, ZH: "重复（{invariant}）", EN: "given twice ({invariant})"},
		fault.Text{Code: ErrScore, ZH: "验收得分应在0到100之间（{invariant}）", EN: "a score lies between 0 and 100 ({invariant})"},
		fault.Text{Code: ErrDeduction, ZH: "扣款金额应大于零（{invariant}）", EN: "a deduction takes more than nothing ({invariant})"},
		fault.Text{Code: ErrClause, ZH: "扣款须写明合同条款（{invariant}）", EN: "a deduction names the clause of the contract ({invariant})"},
		fault.Text{Code: ErrEvidence, ZH: "须附验收或扣款凭证（{invariant}）", EN: "acceptances and deductions rest on a document ({invariant})"},
		fault.Text{Code: ErrOverDeducted, ZH: "扣款超过本期金额，不得摊入其他期（{invariant}）",
			EN: "more is deducted than the instalment is worth, and a deduction is never spread ({invariant})"},
		fault.Text{Code: ErrOverReceived, ZH: "到账超过核定金额（{invariant}）", EN: "more was received than approved ({invariant})"},
		fault.Text{Code: ErrEarly, ZH: "付款条件尚未达成（{invariant}）", EN: "the instalment is not due yet ({invariant})"},
		fault.Text{Code: ErrRefund, ZH: "退回金额超过到账金额（{invariant}）", EN: "more was given back than received ({invariant})"},
	)
})
