// Package ledger describes the management ledger (台账) of a station, a county network or an operator: money, goods
// and time that cannot get lost. It is no accounting software (会计核算软件): statutory books belong to the operator
// or the bureau. It holds itself to the same discipline (nothing rewritten, no gaps in the numbers, periods closed)
// and maps to their charts of accounts.
//
// # The parts
//
// This package says what an [Entry] is and what is right or wrong with it by itself: units and amounts, funds and
// their rules, lots, valuations, canonical bytes. Package journal posts entries into a book inside the embedder's own
// transaction and judges them against it; package chain links what was posted so that tampering shows; package books
// replays a journal and answers what every balance was; package memory is a store for tests.
//
// # Entries
//
// An entry has legs, each an [Amount] on a logical [Account] of a [Fund]: positive for a debit, negative for a
// credit. Amounts are whole numbers of the smallest part of their [Unit]: fen, minutes, or what the item is counted
// in. Nothing converts one unit into another. Goods and their value stand side by side:
//
//	rice given, worth 1000.00, 10 bags    stock        1000.00 CNY     stock  10 rice/袋
//	                                      donation    -1000.00 CNY     donor -10 rice/袋
//	4 bags handed out                     programme     400.00 CNY     beneficiary 4 rice/袋
//	                                      stock        -400.00 CNY     stock      -4 rice/袋
//	40 pieces of clothing, unvalued                                    stock  40 clothes/件
//	                                                                   donor -40 clothes/件
//	2 hours of a volunteer                volunteer       120 min      service_pool -120 min
//
// # Invariants
//
// The ledger's promises are numbered, I1 to I16; see [Invariant]. Every refusal is a fault with a code, the path of
// the field, and the number of the promise it would break as the argument "invariant".
//
// What this package does not know: people (a [PartyRef] is opaque), stations (a text), contracts (a text), and the
// day (every rule asks for the entry's date). All types are values; slices handed in are not kept unless it is said.
package ledger
