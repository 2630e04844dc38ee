// Package eligibility models social assistance law (社会救助资格) as an inspectable, dated rule tree, and assesses
// households by it: with reasons, with what is still missing, and never with a default in place of an unknown fact.
//
// It assesses; the county or township decides.
package eligibility
