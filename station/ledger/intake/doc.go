// Package intake reads the registers that stations keep (台账导入) and posts them: gifts, goods in and out, the cash book, and what was handed
// out. Every register is a column set over one type of [Row], read by package sheet; a row becomes one balanced entry of the
// ledger.
//
//	plan, err := intake.Config{Funds: funds}.Plan(ctx, intake.Gifts, "双湖镇捐赠登记2026.csv", sheet.CSV{}.Rows(file))
//	fmt.Println(plan.Faults.Text(language.Chinese)) // each with row and header
//	receipts, err := plan.Post(ctx, j, tx, journal.Options{At: now})
//
// # Plan, then post
//
// A [Plan] is made without the book: it holds an entry for every good row, and a fault for every problem of every other one. Posting
// judges the entries against the book and works out what leaves the stock is worth. It is all or nothing: after an error
// the embedder rolls back. Posting and rolling back in any case is a dry run (试导).
//
// # Exact figures
//
// A ledger holds exact figures. Hedges (约, 近, 超, 余, 多) are sheet.ErrHedge, an amount that is not whole fen is money.ErrInexact, in 万元
// too. What a spreadsheet made of an amount (1234.5600000000001) is read if a whole number of fen lies within a
// millionth of a fen, and noted with the advisory sheet.ErrNoise. No cell that is filled is passed over: where a kind of row
// has no use for a column, a value in it is [ErrOnly].
//
// # Reading a file twice
//
// The key of an entry is the register and the row's own number; without a number it is a digest of the source, the content of the row,
// and how many rows of that content come before it in the file. The entry keeps a digest of the row. So importing a file
// again, in any order of rows and columns, changes nothing; a number whose row has changed since is ledger.ErrConflict. Two rows
// without a number that are alike are two events, noted as [ErrTwin]. A row without a number that is changed is another event beside
// the old one, so rows that may be corrected need numbers.
//
// # Balances
//
// A row 期初余额 or 期末余额 of the cash book, 期初结存 or 期末结存 of goods, says what the book must hold, before that day or at its end. Fund, station and
// other cells that are filled narrow it. It posts nothing; it is compared with the book after posting ([ErrOpening],
// [ErrClosing]). Balances in ordinary rows of the cash book must follow from the row before ([ErrRunning]).
//
// # What is not read
//
// Returns, sales, commitments, changes of purpose and the time bank take decisions that no row holds; they are posted as entries. People
// and donors come as references, not as names.
//
// All of it is values; a Config is safe for concurrent use if its Funds are.
package intake
