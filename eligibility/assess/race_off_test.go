//go:build !race

package assess_test

const raceDetector = false
