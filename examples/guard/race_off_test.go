//go:build !race

package guard

// pooled is what an operation that takes its memory from a sync.Pool may allocate.
const pooled = 0
