// Package identity holds the identifiers of people and organisations (身份标识): numbers that validate, and
// personal data that never leak.
//
// # Personal types
//
// [ResidentID], [DisabilityCertificate], [Mobile], [Name] and [Text] hold personal information (个人信息). They
// show a mask of fixed shape in every channel: all verbs of fmt, JSON, XML, text, map keys, templates, log/slog,
// the values and errors of a validator, panics. The mask tells neither the length nor any digit; of a name it shows
// at most the first character. What happens not to match a rule is hidden, not shown.
//
// Full text leaves in two places only: [Reveal], and Value, which a database calls. (So does a template that says
// {{.ID.Value}}: let no stranger write templates.) For an exchange in full there is [Plain], which goes into a record
// type of the importer's own. A mask does not come back: read as data it is [ErrMasked], so a masked copy is never
// saved over the record. Decoding therefore takes full text (a form, an import) and encoding gives masks; the two are
// deliberately no round trip.
//
// The protection also holds inside other people's structs, in unexported fields, where fmt calls no method: a value
// holds a pointer (a unique.Handle) and not the text, so such a print shows an address. Printers that follow
// pointers (go-cmp, testing libraries) reach the text with all bits inverted, which nobody reads by accident; this
// is no encryption, and a debugger or a memory dump has everything. Limits: JSON of a map whose keys are personal
// types has as many equal keys as entries; and a struct that holds a [Plain] shows it in full to whatever encodes
// it, a JSON log handler included.
//
// [CreditCode] names an organisation, is public and prints in full.
//
// # Evidence, not truth
//
// What a number states of birth, sex, place, disability is what somebody once wrote into it. The accessors are called
// Stated…, and no rule may treat them as verified. A valid check character proves careful typing, nothing more.
//
// # Conventions
//
// Zero values mean "not recorded"; they encode as "" and NULL, and an empty text decodes to them, while Parse
// functions refuse it (but for Text). Parse takes the canonical form; full-width digits and blanks are folded by
// package sheet. Errors are single faults and carry nothing of the input. Values are comparable, usable as map
// keys, immutable, and safe for concurrent use.
//
// Each text is kept once while it is in use. Making a value costs a lookup in the table behind package unique, some
// 300 ns, and for a text not in use 2 to 3 µs, of which reading and checking are about 100 ns.
//
// # Sources
//
// Citizen numbers GB 11643-1999, organisations GB 32100-2015 and GB 11714, check characters computed against
// published samples. Facts marked [recalled] or [reported] were not read in the text itself.
package identity
