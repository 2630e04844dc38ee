// Package wording says findings and assessments in words (研判说明), in Chinese as a social worker would tell a family, or in
// English: what was looked at, what was found, what the line is and by how much it is missed, on which article of which
// document it rests, what is still missing, what to bring and from whom.
//
// A text is an account of what the facts come to, never a decision: it opens with 初步研判 and closes with
// 以民政部门审核确认为准. A rule or value that was not read in an official text carries its grade (转述, 解释), and a law
// with invented ones says 虚构标准，仅供演示.
//
// Money is compared, and so printed, in totals: 家庭12个月收入合计22728元，标准线22752元，比标准线低24元. Nothing is divided by
// heads. Where a line is not a whole number of fen, the text says 约 and gives the nearest fen.
//
// AppendReasons picks from some hundred findings the few criteria that decide, which is what officials and families ask for.
//
// People have no names here, only the numbers of their rows, from one on: 第1人.
//
// Functions append to the caller's buffer and allocate nothing if it has room. They are safe for concurrent use. Whoever writes
// many texts under one law makes a [Phrasebook] of it once, which says the same in half the time.
package wording
