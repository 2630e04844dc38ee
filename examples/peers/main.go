// Command peers measures this library beside other Go libraries, in one run, and prints a Markdown table: money and
// decimals, and the screening of households beside rule engines and Go written by hand. The tests next to it pin where
// those libraries answer differently.
//
//	cd examples/peers && GOWORK=off go run .
package main

import (
	"flag"
	"fmt"
	"io"
	"math"
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
	tasks, err := contests(*only)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	write(os.Stdout, tasks, timed(tasks, *rounds))
}

// contests are the tasks that contain a word. Those over many people are built only when asked for.
func contests(word string) ([]contest, error) {
	all := moneyContests()
	for _, build := range screenings {
		if strings.Contains(build.task, word) {
			c, err := build.contest()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", build.task, err)
			}
			c.task = build.task
			all = append(all, c)
		}
	}
	return slices.DeleteFunc(all, func(c contest) bool { return !strings.Contains(c.task, word) }), nil
}

// screenings are the tasks of eligibility.
var screenings = []struct {
	task    string
	contest func() (contest, error)
}{
	{"eligibility A: four programmes, per person", screening},
	{"eligibility B: the whole national law, per person", wholeLaw},
	{"eligibility B: rules that one row can answer, per person", singleRules},
}

// figures are the best of all rounds for one entry.
type figures struct {
	ns, allocs, octets float64
}

// timed takes turns: a round measures every entry once, so that a slow minute of the machine hits all alike.
func timed(tasks []contest, rounds int) [][]figures {
	best := make([][]figures, len(tasks))
	for range rounds {
		for i, c := range tasks {
			if best[i] == nil {
				best[i] = make([]figures, len(c.entries))
			}
			for j, e := range c.entries {
				r := testing.Benchmark(e.run)
				n := float64(r.N) * max(r.Extra[units], 1)
				f := figures{float64(r.T.Nanoseconds()) / n, float64(r.MemAllocs) / n, float64(r.MemBytes) / n}
				if ns, ok := r.Extra[fastest]; ok {
					f.ns = ns / r.Extra[units]
				}
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
			fmt.Fprintf(w, "| %s | %s | %s | %.1f | %s | %s | %s |\n",
				task, e.name, short(f.ns), f.ns/best[i][0].ns, sparse(f.allocs), sparse(f.octets), e.note)
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

// sparse prints a number of allocations or bytes: whole, or with a digit where it is small and a fraction.
func sparse(n float64) string {
	if n < 0.05 || n >= 100 || n == math.Trunc(n) {
		return fmt.Sprintf("%.0f", n)
	}
	return fmt.Sprintf("%.1f", n)
}

// versions names the modules that were measured.
func versions() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "versions unknown"
	}
	var out []string
	for _, m := range info.Deps {
		for _, name := range []string{"money", "decimal", "golang.org/x/text", "cel-go", "expr-lang", "grule"} {
			if strings.Contains(m.Path, name) {
				out = append(out, strings.TrimPrefix(m.Path, "github.com/")+" "+m.Version)
				break
			}
		}
	}
	return strings.Join(out, ", ")
}
