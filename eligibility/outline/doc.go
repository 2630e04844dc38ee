// Package outline writes law down for people who review it (规则一览): one row a criterion with what it looks at, how it
// compares, with what, and by which document and article; whole bodies of law as Markdown; and the difference of two laws.
//
// It reads the trees that are assessed and writes nothing else into a row, so what an official reviews is what is applied.
// Every row shows the grade of its source (依据等级): whatever was not read in an official text says so.
//
// [Rows] and [Markdown] show a Law, that is the rules of one place on one day with the values in force; [Statutes] shows a whole
// body of law, every version of every act, with all values recorded. Text is Chinese; the titles of criteria are those of the
// law. A definition is shown once, after the programmes, and named where it is used.
//
// Output depends on the law alone. Functions keep no state and may be called from any number of goroutines.
package outline
