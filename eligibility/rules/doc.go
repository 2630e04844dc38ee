// Package rules reads and writes law as canonical JSON (规则文件): the facts, acts and cases of a vendor or a province, the
// same trees that package eligibility holds as Go values.
//
// # One form
//
// [Save] writes a File in one way only: members in the order of the Go fields, nothing that is zero unless it must be there,
// what holds only plain values on one line and everything else indented by two blanks. What [Parse] accepts, however it was
// laid out, is saved in that form, and parsing it again gives the same File and the same bytes. Amounts, ratios, dates and
// periods are texts in their canonical form, never JSON numbers.
//
//	{
//	  "kind": "per_head",
//	  "id": "income", "zh": "人均收入低于标准", "en": "…", "source": {"document": "…", "provenance": "official"},
//	  "left": {"over": "members", "terms": [{"fact": "person.income.wages"}]},
//	  "op": "less_than",
//	  "than": {"param": "dibao.standard"},
//	  "heads": {"members": true},
//	  "months": {"number": 12}
//	}
//
// A whole file, shortened:
//
//	{
//	  "version": 1,
//	  "namespace": "yuntai",
//	  "facts": [{"key": "yuntai:stove", "scope": "person", "kind": "bool", "zh": "燃煤取暖", "en": "heats with coal", "obtain": "入户调查"}],
//	  "acts": [{
//	    "id": "yuntai:rules-2024", "zh": "…", "en": "…", "number": "…", "source": {…}, "in": "190121", "force": "2024-11-01/",
//	    "programmes": [{"id": "yuntai:heating", "zh": "…", "en": "…", "unit": "person", "source": {…}, "root": {…}, "pay": {…}}],
//	    "values": [{"param": "dibao.standard", "area": "rural", "money": "650.00", "per": "month", "source": {…}}],
//	    "fills": [{"clause": "dibao.property", "state": "enacted", "node": {…}, "source": {…}}],
//	    "overrides": [{"programme": "canji_huli", "node": "huli.long_term", "with": {…}, "source": {…}}]
//	  }],
//	  "cases": [{"id": "old", "zh": "…", "programme": "yuntai:heating", "row": 0, "division": "190121", "on": "2025-03-01",
//	             "facts": {"people": [{"facts": [{"fact": "yuntai:stove", "bool": true, "verified": true}]}]}, "want": "eligible"}]
//	}
//
// Members have the names of the Go fields in lower case, words with an underscore between. What one field of Go says by its kind
// has a member for each kind, of which exactly one is there: an operand is {"number": 1}, {"money": "80.00"}, {"ratio": "1.5"},
// {"param": "…"}, {"fact": "…"} or {"members": true}; a comparison is "op" or "op_param"; a value has "money" (and "per"), "ratio",
// "count", "comparator" or "rounding"; a fact of a case "bool", "count", "money", "date", "word" or "pairs". The fields of a
// criterion stand among those of its node, and "const" is "always" or "never".
//
// # Strict
//
// An unknown kind of node, an unknown or repeated member, a field that the kind does not have, a word outside its list, a
// number with a point, an amount as a number, bytes behind the end, and a file larger or deeper than [MaxBytes],
// [MaxNodes] and [MaxDepth] allow are errors. The error is a fault.List with every problem at once, each at its path
// (acts[0].programmes[1].root.kids[2].op) and never with the value; what stands in the wrong place is told by its line.
//
// # What a vendor's file must have
//
// [Load] is Parse and [File.Validate]: every ID of the file's own begins with its namespace and a colon, so that nothing of
// the nation's or of another vendor's is redefined, and every version of every programme comes with a case that fits and one
// that does not, [MaxCases] at most. [File.Check] runs them. [Join] does all of it and gives Statutes.
//
// Filling an open clause, setting a value and overriding a node need no ID of one's own: what the national act opens it names,
// and statutes.New holds the file to it.
//
// Files are plain data. The functions keep no state and may be called from any number of goroutines.
package rules
