// Package statutes joins acts to one body of law (规则库), checks it, and gives the rules of one place on one day (适用规则).
//
//	body, err := statutes.New(dictionary, functions, acts...)
//	law, err := body.At(statutes.Query{Division: county, On: day, KnownOn: asked})
//
// [New] refuses what does not hold together, every problem at once by path, so that nothing is found out only when somebody is
// assessed; what would take too long to ask, as groups within groups within groups do, is refused as well. [Statutes.At] then chooses versions, finds values, applies fills and overrides, and cannot fail for what the acts say.
// [Statutes.Gaps] lists what a place has yet to record, [Statutes.Changes] the days on which its law becomes another; [Law.On] goes
// from day to day.
//
// # Which rule applies
//
// Of what is in force on the day of the query and was recorded by its KnownOn, the smallest place wins: county before city before
// province before the nation. Of two for one place the later recorded corrects the earlier. A value of an earlier period, or of a
// neighbour, never stands in.
//
// # What a place or vendor may do
//
// An act with a namespace in its ID ("moxian:butie-2024") may declare programmes, definitions, parameters, clauses and facts in
// that namespace; set values that are delegated to its level; fill the clauses that an act leaves open; and override a node by a
// provision that allows it. What the nation declared it never redefines.
//
// Statutes and Law are immutable and safe for concurrent use; accessors return copies, and trees are immutable. Errors carry the
// codes of package eligibility.
package statutes
