// Command peers measures this library beside other Go libraries for money and decimals, in one run, and prints a
// Markdown table. The tests next to it pin where those libraries answer differently.
//
//	cd examples/peers && GOWORK=off go run .
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

func main() {
	testing.Init()
	rounds := flag.Int("rounds", 5, "how often each entry is measured; the best counts")
	only := flag.String("only", "", "only the tasks that contain this word")
	flag.Parse()
	if f := flag.Lookup("test.benchtime"); f.Value.String() == f.DefValue {
		_ = f.Value.Set("100ms")
	}
	runtime.GOMAXPROCS(1)
	tasks := slices.DeleteFunc(contests(), func(c contest) bool { return !strings.Contains(c.task, *only) })
	write(os.Stdout, tasks, measure(tasks, *rounds))
}

// figures are the best of all rounds for one entry.
type figures struct {
	ns             float64
	allocs, octets int64
}

// measure takes turns: a round measures every entry once, so that a slow minute of the machine hits all alike.
func measure(tasks []contest, rounds int) [][]figures {
	best := make([][]figures, len(tasks))
	for range rounds {
		for i, c := range tasks {
			if best[i] == nil {
				best[i] = make([]figures, len(c.entries))
			}
			for j, e := range c.entries {
				r := testing.Benchmark(e.run)
				f := figures{float64(r.T.Nanoseconds()) / float64(r.N), r.AllocsPerOp(), r.AllocedBytesPerOp()}
				if old := best[i][j]; old.ns == 0 || f.ns < old.ns {
					best[i][j] = f
				}
			}
		}
	}
	return best
}

func write(w io.Writer, tasks []contest, best [][]figures) {
	fmt.Fprintf(w, "%s %s/%s, one core; %s\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, versions())
	fmt.Fprintln(w, "| task | by | ns | times ours | allocations | bytes | note |")
	fmt.Fprintln(w, "|---|---|--:|--:|--:|--:|---|")
	for i, c := range tasks {
		task := c.task
		for j, e := range c.entries {
			f := best[i][j]
			fmt.Fprintf(w, "| %s | %s | %s | %.1f | %d | %d | %s |\n",
				task, e.name, short(f.ns), f.ns/best[i][0].ns, f.allocs, f.octets, e.note)
			task = ""
		}
	}
}

// short prints nanoseconds with a reasonable number of digits.
func short(ns float64) string {
	if ns < 100 {
		return fmt.Sprintf("%.1f", ns)
	}
	return fmt.Sprintf("%.0f", ns)
}

// versions names the modules that were measured.
func versions() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "versions unknown"
	}
	var out []string
	for _, m := range info.Deps {
		if strings.Contains(m.Path, "money") || strings.Contains(m.Path, "decimal") || m.Path == "golang.org/x/text" {
			out = append(out, strings.TrimPrefix(m.Path, "github.com/")+" "+m.Version)
		}
	}
	return strings.Join(out, ", ")
}
