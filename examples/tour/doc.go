// Package tour is the sixty-second tour of README.md as code: every Go snippet of both READMEs stands in its examples
// to the letter, so none of them can stop compiling or print something else than the README says.
package tour
