// Package assess compares one law with one case (初步研判): whether a programme is met, with reasons, with what is missing, and with
// how far off it is.
//
//	engine, err := assess.New(law)
//	assessment, err := engine.Assess(c, row, programme)
//
// An [Engine] is made once for a law and asked any number of questions: [Engine.Truth] for the bare answer, [Engine.Assess] for the
// answer with what is missing, its caveats and the amount, [Engine.AppendFindings] for the state of every criterion,
// [Engine.AppendMissing] and [Engine.MissingExact] for what to ask for, [Engine.NearMiss] for the fewest criteria that would have to
// change. Package wording says all of it in words, package batch asks the same of whole columns.
//
// An unknown fact is never replaced by a default. A programme of a person is asked about a row of the case, one of the household
// about row 0. Methods that take a buffer or an assessment to fill allocate nothing once there is room.
//
// An Engine is immutable and safe for concurrent use. A Case must not be changed while it is read. Errors carry the codes of
// package eligibility.
package assess
