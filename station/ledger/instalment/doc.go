// Package instalment keeps the money of a purchase contract straight (合同分期付款): which instalments the price divides into, what
// was accepted, deducted and received, and how the cost of a county's contract is spread over its stations.
//
//	plan, err := instalment.Schedule(price,
//		instalment.Term{Name: "首期款", Weight: 5, Trigger: instalment.OnSigning},
//		instalment.Term{Name: "中期款", Weight: 3, Trigger: instalment.OnMidTerm},
//		instalment.Term{Name: "尾款", Weight: 2, Trigger: instalment.OnFinal})
//
// The ratio 5:3:2 is told of by people who sign such contracts (recalled; no document with it was found), so no ratio is built in.
// The law asks for an acceptance report that covers every technical, service and safety standard, for services to the
// public with the users invited and the result published, and for payment as the contract says (政府采购法实施条例
// 第45、51条).
//
// # What always holds (I13, I12)
//
//   - Instalments add up to the price; the last one is the price less all others.
//   - Approved is the instalment less its deductions, and nothing before its condition is met.
//   - What is received never exceeds what is approved.
//   - A deduction names its instalment, the clause of the contract and a document. It is never spread over other instalments,
//     so it never exceeds its own.
//   - The shares of a spread add up to what is spread, and do not depend on the order of the stations.
//
// The terms come in as values: this package knows no contract, and package contract no ledger. Money stands in the ledger; the
// records here say which instalment it was for, by the key of its entry. A deduction is no negative income: what is
// earned is booked net.
//
// Nothing here keeps a state or reads a clock. Everything is a plain value and safe for concurrent reading.
package instalment
