// Package contract models how a government buys the running of social work stations (政府购买服务): the operator that takes
// the work on (承接机构), the contract, what it pays and out of which funds, what has to be achieved, when an instalment
// falls due, and how the work is scored (绩效评估).
//
// One contract may cover many sites and ask for fewer workers than it has sites: fourteen workers over thirteen sites is
// an ordinary case. Staffing floors, grades and shares are therefore values in the contract or arguments of the caller,
// never constants of this package.
//
// # Checking
//
// Validate returns nil or a fault.List with every problem: shape first (codes CHECK-…), then meaning (CONTRACT-…,
// VOCAB-UNKNOWN). An advisory fault says that somebody should look. Two rules need more than one contract or another
// package and are asked for by name: [Overlaps] takes all contracts of a network, and [Contract.CheckWords] takes a
// reader of amounts in capitals, because this package knows no Chinese numerals.
//
// # Numbers
//
// Money is exact to the fen and is divided only by [money.Amount.Allocate], so instalments always add up to the price and
// none takes the rounding of the others. Quantities and scores are exact to three decimals. A value that was not recorded
// is unknown and never 0: an indicator without a figure and a score sheet with a gap are incomplete.
//
// Entities are plain structs without locks; do not change one that another goroutine reads. The lists of words are
// immutable. Words marked recalled or practice have no text behind them that was read.
package contract
