package main

import "testing"

func BenchmarkPeers(b *testing.B) {
	tasks, err := contests("")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range tasks {
		for _, e := range c.entries {
			b.Run(c.task+"/"+e.name, func(b *testing.B) {
				b.ReportAllocs()
				e.run(b)
			})
		}
	}
}
