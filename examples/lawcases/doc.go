// Package lawcases works the numbered cases of the law through the library (编号案例): a household, a place and a day, the
// result that the text calls for, the criterion that decides with its article, and the amount.
//
// Numbers are of four kinds. T is a case of the national law, L one of national and local law together, trap a place where
// programs of this kind have gone wrong, K a correction of what was first believed about the law. The register in the tests
// names every number in a line and says which test holds it, here or beside the package it is about; a number whose test is
// renamed or deleted fails the build.
//
// People are invented. So are amounts and property rules that no text was read for (虚构标准，仅供演示); they come from acts of
// provenance Fictitious. Where the library answers otherwise than the note on a case did, the case says why.
package lawcases
