// Package reporting makes reports whose every figure is true (报表与通报): indicators with a stated counting
// basis (口径), figures that keep the way from the printed phrase back to the value, and documents made of them.
//
//	Indicator   what a figure counts, in which version of its definition
//	Figure      one figure of a report: value, phrase, grade of its source; made by Say or Quote
//	Sentence    words and figures; Table: rows of words, figures and state marks
//	Document    headings, texts, sentences, tables, attributions; rendered by package render
//
// A figure with a value is made by [Say], which refuses a wording the value does not bear. A figure of which only
// the published phrase is known is made by [Quote]: it stands for an interval and is marked 未核验 wherever it is
// tabled. Words between figures are free text; [Document.Advise] names digits in them that no figure stands behind.
//
// Values here are numbers, never people: an Origin names a source document and a place in it, not a client.
//
// All types are plain values. Nothing here keeps state; reading one document from several goroutines is safe,
// changing it is not.
package reporting
