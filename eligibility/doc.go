// Package eligibility models social assistance law (社会救助资格) as an inspectable, dated rule tree, and assesses
// households by it: with reasons, with what is still missing, and never with a default in place of an unknown fact.
//
// It assesses; the county or township decides.
//
// # From acts to a result
//
// A [Dictionary] lists the facts there are. A tree of [Node] values says who fits, in a closed vocabulary; an [Act] holds trees
// with their citations, and the values, fills and overrides of places. [NewStatutes] joins acts and checks them. [Statutes.At]
// gives the [Law] of one place on one day, as known on another. A [Case] holds the facts of one household, each known or unknown;
// [Law.Assess] compares the two. [Statutes.Gaps] lists what a place has yet to record, [Statutes.Changes] the days to look again.
//
//	statutes, err := eligibility.NewStatutes(dictionary, nil, acts...)
//	law, err := statutes.At(eligibility.Query{Division: county, On: day})
//	assessment, err := law.Assess(c, row, programme)
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
// never redefines what the nation declared. Values with provenance Fictitious have to be asked for.
//
// # Concurrency
//
// Dictionary, Node, Statutes and Law are immutable: any number of goroutines may use them at once, and their accessors return
// copies. A Case may be read by many goroutines when nothing is put into it any more. Errors are faults with the codes of
// [Faults]; NewStatutes returns a fault.List with every problem of the acts by path.
package eligibility
