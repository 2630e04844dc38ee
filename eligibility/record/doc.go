// Package record keeps what was assessed (研判记录) so that it can be found out years later whether it was right: the
// fingerprint of the law, what was asked of it, the facts, and what came out, as canonical bytes.
//
// # Bytes
//
// [Make] gives the same bytes for the same law, facts, questions and library version on every machine, so a caller can
// hash or sign them and compare them by bytes.Equal. They are JSON on one line, readable without this package:
//
//	{"version":1,"library":"…","law":"9f2c…","division":"350627","on":"2022-03-01","known_on":"2022-03-01",…}
//
// A record holds no name and no number of anybody, only facts by key and row: a Case has nothing else. Facts about one
// household can still be those of one household only, so a record is kept like the file it belongs to.
//
// # Replay
//
// [Replay] asks the law of the same place, day and state of knowledge the same questions about the same facts and reports
// what differs. A law that is no longer the same is reported even where every answer is, and an answer that changed even
// where the law did not: then it is the library that answers otherwise.
//
// Record with a KnownOn. Without one the law is all that is recorded on the day of asking, which a later correction
// changes, and the replay says so.
//
// Decoding takes nothing but the bytes that Make writes: any other layout, order or spelling is [ErrForm]. The package keeps no
// state; its functions may be called from any number of goroutines.
package record
