// Package statement reads what a ledger says (账表): trial balance, statement of activities, fund statements, budget and caps, reports
// to donors and about recipients, stock cards, volunteer time, disclosure, and the summary of money and goods gathered (款物折合).
//
// Every statement is computed from the entries when it is asked for, and nothing is stored; results are plain structs with exact amounts, in
// an order that depends on nothing but the entries, and without prose. Amounts of goods and time carry their unit; see
// [ledger.Amount.Quantity] for the number alone.
//
// # Two kinds
//
// Statements that need balances only take a [Source]: a book (books.State), or a [Merged] of many with moves between them eliminated. Those
// that look at single entries, at lots and at valuations, take a book; the summary of resources of many books is their [Resources.Plus].
//
// A period and a point in time limit what counts: entries dated in the period, posted up to a number and dated up to a day
// ([books.AsOf]). No period is everything.
//
// # Signs
//
// In a ledger debits are positive. In a statement every figure reads as its heading says: income and receipts are positive when
// money came, expenses and payments when it went.
//
// # Reversals
//
// A reversal counts as what it undoes, with the opposite sign, on its own day.
//
// Names never appear: a party is the opaque reference that the ledger holds, and a disclosure has none but of donors who
// consented. Errors are those of the source and ledger.ErrRange for a sum beyond the range; a fund that the fund source does not know is
// [ledger.ErrFund]. Nothing here keeps a state; everything is safe for concurrent use if the fund source is.
package statement
