//go:build race

package assess_test

// raceDetector says that machines at rest are dropped at random, so that new ones are made.
const raceDetector = true
