// Package render writes documents of package reporting in formats that people read: so far Markdown.
//
// A renderer first validates the document and writes nothing if there is a problem, so there is no half report. It
// adds no words of its own and formats no number: every figure is printed as the phrase the document holds.
//
// Renderers are plain values without state, safe for concurrent use.
package render
