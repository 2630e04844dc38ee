// Package batch screens many households at once (批量筛查): the criteria of a Law over columns of facts, 64 rows a machine
// word. It says exactly what the row reader says (assess.Engine), for every row and programme, met, not met and
// unknown.
//
// A Plan is a law compiled for some programmes. A Batch holds facts, a column each: whole slices to fill, or cases to
// append. Run writes two bits a row and programme into Planes. What a household has in common is judged once for the
// household; equal criteria of several programmes are computed once; nothing is divided, nothing branches on a fact.
//
//	plan, err := batch.Compile(law, "dibao", "tekun")
//	facts := batch.New(law.Dictionary())
//	facts.Append(c) // for every household
//	var out batch.Planes
//	err = batch.Run(plan, facts, &out)
//	for row := range out.Rows("tekun", eligibility.Met) {
//		c, person, err := facts.Person(row) // explain this one with assess
//	}
//
// Which facts count as known follows from bitmaps: one bit a row, row i at bit i mod 64 of word i/64. A column never
// filled is unknown for everybody. There is no default.
//
// A Plan is immutable: any number of goroutines may run it, each with Planes of its own. A Batch may be read by many
// runs at once, as long as nobody writes to it. Planes belong to one goroutine. After the first run on
// Planes a run of the same size allocates nothing.
package batch
