package guard

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// requirements are what the root module asks for directly, and no more.
var requirements = map[string]string{
	decimalPath:                              "v1.6.0",
	"github.com/go-playground/validator/v10": "v10.30.4",
	"github.com/google/go-cmp":               "v0.7.0",
	"golang.org/x/text":                      "v0.41.0",
}

const floor = "1.25.0" // the go line of go.mod and go.work

// workspace reports versions that importers of the module at root would not get: a go.work that raises what the
// module asks for, other direct requirements than those given, another go line. It needs no network.
func workspace(root string, direct map[string]string) (checked int, problems []string, err error) {
	var mod, work struct {
		Go      string
		Require []struct {
			Path, Version string
			Indirect      bool
		}
		Toolchain string
	}
	for args, into := range map[string]any{"mod": &mod, "work": &work} {
		lines, err := goTool(root, nil, args, "edit", "-json")
		if err != nil {
			return 0, nil, err
		}
		if err := json.Unmarshal([]byte(strings.Join(lines, "\n")), into); err != nil {
			return 0, nil, err
		}
	}
	if mod.Go != floor || work.Go != floor || mod.Toolchain+work.Toolchain != "" {
		problems = append(problems, fmt.Sprintf("go.mod says go %s, go.work go %s, toolchain %q; all should be %s", mod.Go, work.Go,
			mod.Toolchain+work.Toolchain, floor))
	}
	left := maps.Clone(direct)
	for _, r := range mod.Require {
		if r.Indirect {
			continue
		}
		if direct[r.Path] != r.Version {
			problems = append(problems, fmt.Sprintf("go.mod requires %s %s, the lowest version tested is %q", r.Path, r.Version, direct[r.Path]))
		}
		delete(left, r.Path)
	}
	for path := range left {
		problems = append(problems, "go.mod does not require "+path+" directly")
	}

	alone, err := versions(root, "GOWORK=off")
	if err != nil {
		return 0, problems, err
	}
	together, err := versions(root)
	if err != nil {
		return 0, problems, err
	}
	for path, v := range alone {
		if together[path] != v {
			problems = append(problems, fmt.Sprintf("go.work builds with %s %s, importers get %s", path, together[path], v))
		}
	}
	slices.Sort(problems)
	return len(alone), problems, nil
}

// versions maps the modules that the root module's packages and tests are built from to their versions.
func versions(root string, env ...string) (map[string]string, error) {
	format := `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}`
	env = append(env, "GOFLAGS=-mod=readonly", "GOPROXY=off")
	lines, err := goTool(root, env, "list", "-deps", "-test", "-f", format, "./...")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, line := range lines {
		if path, v, ok := strings.Cut(line, " "); ok {
			out[path] = v
		}
	}
	return out, nil
}

func TestWorkspace(t *testing.T) {
	t.Run("module", func(t *testing.T) {
		checked, problems, err := workspace(filepath.Join("..", ".."), requirements)
		if err != nil {
			t.Fatal(err)
		}
		if checked == 0 {
			t.Fatal("nothing to check")
		}
		for _, p := range problems {
			t.Error(p)
		}
	})
	t.Run("planted", func(t *testing.T) {
		dir := t.TempDir()
		unpack(t, filepath.Join("testdata", "workspace", "modules.txt"), dir)
		_, problems, err := workspace(filepath.Join(dir, "root"), map[string]string{
			"example.test/dep": "v1.0.0", "example.test/missing": "v1.0.0"})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "workspace", "want.txt"), strings.Join(problems, "\n")+"\n")
		if len(problems) == 0 {
			t.Error("the planted violations were not reported")
		}
	})
}

// unpack writes the files of an archive, each after a line "-- name --", below dir.
func unpack(t *testing.T, archive, dir string) {
	t.Helper()
	b, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+strings.ReplaceAll(string(b), "\r\n", "\n"), "\n-- ")[1:] {
		name, content, _ := strings.Cut(part, " --\n")
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
