// Package cal reads the clock in many ways.
package cal

import (
	"log"
	"math/rand/v2"
	"os"
	clock "time"
)

func init() { log.Print(os.Args, rand.Int()) }

// Today reads the clock.
func Today() clock.Time { return clock.Now() }

// Later reads it under another name.
func Later() func() clock.Time { now := clock.Now; return now }

// Here depends on the machine's zone in three ways.
func Here(t clock.Time) (clock.Time, *clock.Location) {
	zone, _ := clock.LoadLocation("Asia/Shanghai")
	return t.Local().In(zone), clock.Local
}

// Now is a name of our own and allowed.
func Now(t clock.Time) clock.Time { return t.In(clock.FixedZone("UTC+8", 8*60*60)) }
