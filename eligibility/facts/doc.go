// Package facts models a household (家庭) as an assessment of social assistance sees it: its people, their kin, what they
// earn, own, spend and hold, each fact with its evidence or not known at all. It is the typed side of the engine in
// package eligibility, which reads flat facts: Dictionary lists those of the national law, and package bind turns a
// Household into them for one law and day.
//
//	h := facts.Household{Place: facts.Documented(place), People: []facts.Person{{
//		Ref:   "chen",
//		Birth: facts.Documented(cal.MustParse("1958-02-01")),
//	}}}
//	bound, err := bind.Household(law, &h, eligibility.Documented)
//
// # Unknown
//
// Nothing has a default. The zero value of every field says that nobody knows, an empty list says nothing until it is stated
// to be complete, and a fact that depends on several others stays unknown while one of them is. Facts that depend on the
// day (is the certificate valid, is the benefit still held, which months count as income) are worked out for the day
// of the law that they are bound to.
//
// # Contradictions
//
// What cannot be true is never assessed. Contradictions lists every pair of statements that exclude each other and
// every value that cannot be, and package bind refuses a household that has any. What is true and should not be, such as two
// statuses held at once that exclude each other, is listed as advisory and assessed: it is what an office has to look at.
// Errors name the field by path and never quote what it holds.
//
// # Personal data
//
// A person is a reference (Ref) that the importer chooses, not a name. Numbers of identity cards and disability
// certificates may be given for the sake of contradictions; they are masked in every channel and never reach the engine.
//
// Households are plain data: read by any number of goroutines, or changed by one.
package facts
