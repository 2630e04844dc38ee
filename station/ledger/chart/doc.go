// Package chart holds charts of accounts (会计科目表) as dated data, and shows one ledger in any of them.
//
// A ledger books on logical accounts. A [Chart] says which code and name each has in an edition of the accounting system
// (民间非营利组织会计制度), on which day the edition is in force, and where every statement comes from. The restriction belongs to the fund,
// so that a journal that runs across the change of editions needs no re-posting: [TrialBalance] gives both presentations, and their
// totals by class are the same (科目表不同，合计相同).
//
// # What is known
//
//   - [Edition2004]: the 48 accounts of 财会〔2004〕7号, reported: the list was read in the source of a public product, not in the document
//     itself. That codes are not renumbered, and that a voucher shows a name or name and code and never the code alone, stands in
//     its general notes.
//   - [Edition2024]: in force from 2026-01-01 (reported). Its official list (财会〔2024〕25号) was not seen. What is here was seen in use in
//     published products; every other account is a gap: it appears under its logical name without a code. No code is guessed, and the
//     codes of 2004 are not carried over, since it is known that some have changed their meaning (5301 was 筹资费用 and is
//     管理费用).
//
// Which logical account belongs to which code is our reading in both (interpretation). Whoever has the text, or another chart such as
// that of a bureau, makes his own with [New].
//
// Charts are immutable and safe for concurrent use.
package chart
