package guard

import (
	"cmp"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files")

// A guard looks at a tree and tells how many things it checked and what is wrong with them.
type guard func(*tree) (checked int, found []finding)

var repository = sync.OnceValues(func() (*tree, error) { return load(filepath.Join("..", "..")) })

// stand holds the guard over this module and over the violations planted under testdata/name.
func stand(t *testing.T, name string, g guard) {
	t.Helper()
	t.Run("module", func(t *testing.T) { holds(t, g) })
	t.Run("planted", func(t *testing.T) { reports(t, name, g) })
}

// holds fails for every violation in this module.
func holds(t *testing.T, g guard) {
	t.Helper()
	tr, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range verdict(tr, g) {
		t.Error(line)
	}
}

// reports fails unless the guard reports exactly the lines of testdata/name/want.txt, and fails a module
// in which it finds nothing to check.
func reports(t *testing.T, name string, g guard) {
	t.Helper()
	dir := filepath.Join("testdata", name)
	tr, err := load(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := verdict(tr, g)
	if len(got) == 0 {
		t.Fatal("the planted violations were not reported")
	}
	golden(t, filepath.Join(dir, "want.txt"), strings.Join(got, "\n")+"\n")
	if empty := verdict(&tree{}, g); len(empty) == 0 {
		t.Error("a module with nothing to check must fail")
	}
}

// verdict is what a guard has to say: every finding in the order of the source, or that it saw nothing.
func verdict(tr *tree, g guard) []string {
	checked, found := g(tr)
	if checked == 0 {
		return []string{"nothing to check"}
	}
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.text, b.text))
	})
	var lines []string
	for _, f := range slices.Compact(found) {
		lines = append(lines, f.String())
	}
	return lines
}

// golden compares got with a golden file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := gocmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

func TestCompiles(t *testing.T) { stand(t, "compiles", compiles) }
