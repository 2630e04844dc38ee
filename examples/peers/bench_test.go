package main

import "testing"

func BenchmarkPeers(b *testing.B) {
	for _, c := range contests() {
		for _, e := range c.entries {
			b.Run(c.task+"/"+e.name, func(b *testing.B) {
				b.ReportAllocs()
				e.run(b)
			})
		}
	}
}
