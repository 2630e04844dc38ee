// Package eligibility models social assistance law (社会救助资格) as an inspectable, dated rule tree, and assesses
// households by it: with reasons, with what is still missing, and never with a default in place of an unknown fact.
//
// It assesses; the county or township decides.
//
// # From acts to a result
//
// A [Dictionary] lists the facts there are. A tree of [Node] values says who fits, in a closed vocabulary; an [Act] holds trees
// with their citations, and the values, fills and overrides of places. A [Case] holds the facts of one household, each known or
// unknown. That much is in this package, the vocabulary that all others share. Package statutes joins acts, checks them, and
// gives the law of one place on one day, as known on another; package assess compares that law and a case. The national acts are
// in package national, those of provinces in local, and a typed model of households in facts.
//
//	body, err := statutes.New(dictionary, nil, acts...)
//	law, err := body.At(statutes.Query{Division: county, On: day})
//	engine, err := assess.New(law)
//	assessment, err := engine.Assess(c, row, programme)
//
// # Three values, two clocks
//
// Every criterion is Met, NotMet or Unknown, and connectives decide as soon as what is known decides them. A law is asked for by
// the day it applies to (On) and by what had been recorded on another (KnownOn): asked twice, the difference is back payment
// (补发). The nearest place with a value in force wins, and a value of an earlier period never stands in.
//
// # Local rules
//
// A vendor or a place writes acts of its own, with IDs in its own namespace ("moxian:butie"): it may add programmes, set values
// that are delegated to it, fill the clauses that an act leaves open, and override single nodes by a provision that allows it. It
// never redefines what the nation declared. Facts of its own join the dictionary by [Dictionary.With], among them [HoldsFact] of
// each programme whose holders a rule or a household names. Values with provenance Fictitious have to be asked for. The example
// of package rules does all of it.
//
// # JSON
//
// An [Assessment] is written and read as it is, with words for results and truths; a [Finding] is written only, its node by the ID.
// Acts and their trees are JSON of package rules, households of package facts, and what was assessed is kept by package record.
//
// # Concurrency
//
// Dictionary and Node are immutable: any number of goroutines may use them at once, and their accessors return copies. A Case may
// be read by many goroutines when nothing is put into it any more. Everything else is plain data. Errors are faults with the
// codes of [Faults], which packages statutes and assess share; none carries the value it refuses.
package eligibility
