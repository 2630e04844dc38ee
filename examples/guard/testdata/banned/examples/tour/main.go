// Command tour may look at the clock.
package main

import "time"

func main() { println(time.Now().String()) }
