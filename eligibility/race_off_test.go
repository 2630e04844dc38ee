//go:build !race

package eligibility_test

const raceDetector = false
