// Package local holds what provinces and places below them have set (地方规定和标准): one file a province, one function a
// province, each act and value with the document it comes from, the days it is known for, and how well it is known.
//
// These acts are joined with those of package national:
//
//	statutes, err := statutes.New(facts.Dictionary(), nil, slices.Concat(national.Acts(), local.Acts())...)
//
// They fill what the national law leaves to provinces and set the values it leaves to places. Nothing here is complete. What
// is not listed was not found, and the law then says so: a required value or rule that is missing leaves the result open
// (NeedParameter), a clause that may add something counts as not recorded and puts a caveat on it. Statutes.Gaps lists both
// for a place and a period, and each function says in its comment what is known to be missing. A neighbour's value or the
// value of an earlier year is never used in its place.
//
// # Days
//
// A value stands from the day it took effect, or, where that was not printed, from the first day it is known for; its Note
// then says so. A value without an end is known to have begun and not known to be still valid: where nothing later was
// found its Note says 此后是否调整未核, which package wording prints beside the value. Where a later value is known the
// earlier one ends the day before.
//
// # Provenance
//
// Official: read on an official page or in the act. Reported: a newspaper, a copy, somebody's table. Interpretation: worked out from
// printed figures, or our reading of a rule in the terms of the national law. Values seen only in practice or on one weak page
// are not here.
//
// # Rank
//
// Since 2026-07-01 how income and property are recognised is for the government of the province (社会救助法第二十三条). The property rules
// here are older and were set by departments, prefectures or counties: they are in use where nothing replaced them, and what they
// are worth beside the statute is open. Whoever relies on one after that day has to look for its successor.
//
// Only documents of the places named were read for this; whoever works in a place knows its current documents better, and
// adds them as acts of his own.
//
// All functions return fresh values and are safe for concurrent use.
package local
