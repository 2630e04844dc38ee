// Package combine says what the people of one household may hold together (待遇并享): from the assessments of all of them and from
// what they hold already it finds which benefits stand side by side, which one ends another, between which they have to
// choose, and what that means in money a month.
//
//	plan, err := combine.Combine(law, c, members, assessments)
//
// # What it does and does not do
//
// Assessments answer one programme at a time, each as if there were no other. How programmes stand to each other is law of its
// own (Stacking), and this package applies that law: nothing in it knows any programme. A benefit is a claim: of one
// person, held already, or found eligible, or still open. A benefit of the household is a claim of each of its
// members, since a member may leave it while the others stay.
//
// Where the law leaves a choice to the family, the plan lists every way out with its monthly sum, in no order of merit, and
// chooses none. Only where somebody holds a benefit that excludes another does the other end by law, without a choice.
// Two benefits of which no rule speaks are listed as such: whoever confirms them has to say.
//
// # Money
//
// What is held counts with what is paid for it, the money fact "person.paid." followed by the programme where the dictionary
// has one; what is not held counts with the amount of its assessment. The share of one member in an allowance of the household
// is unknown unless it is recorded, for the law does not divide it by heads. An unknown amount makes a sum unknown.
//
// A plan is a plain value. Functions are safe for concurrent use.
package combine
