//go:build race

package guard

// The race detector lets a sync.Pool drop what it holds, on purpose and at random, so that a pooled machine is made anew.
const pooled = 16
