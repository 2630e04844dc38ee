package tour

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var readmes = []string{"README.md", "README.zh-CN.md"}

// fences returns the fenced blocks of a language in a Markdown text.
func fences(text, language string) []string {
	var out []string
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n")
}

// absent returns the Go snippets of a README that do not stand in an example with the output printed below them.
func absent(readme, source string) []string {
	var out []string
	for _, m := range regexp.MustCompile("(?s)```go\n(.*?)```\n```text\n(.*?)```").FindAllStringSubmatch(readme, -1) {
		code, output := indent(m[1], "\t"), "\t// Output:\n"+indent(m[2], "\t// ")
		if !strings.Contains(source, code+output) {
			out = append(out, m[1])
		}
	}
	return out
}

func indent(text, prefix string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			b.WriteString(prefix)
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestSnippetsOfTheReadmesRun(t *testing.T) {
	source := readFile(t, "tour_test.go")
	for _, name := range readmes {
		readme := readFile(t, filepath.Join("..", "..", name))
		if n, pairs := len(fences(readme, "go")), strings.Count(readme, "```\n```text\n"); n < 5 || n != pairs {
			t.Errorf("%s: %d Go snippets, %d with their output", name, n, pairs)
		}
		for _, snippet := range absent(readme, source) {
			t.Errorf("%s: not in an example with this output:\n%s", name, snippet)
		}
	}
	if len(absent("```go\nfmt.Println(1)\n```\n```text\n2\n```\n", source)) != 1 {
		t.Error("a snippet that runs nowhere is not noticed")
	}
}

func TestBothCommandsStandInTheReadmes(t *testing.T) {
	for _, name := range readmes {
		shell := strings.Join(fences(readFile(t, filepath.Join("..", "..", name)), "sh"), "")
		for _, command := range []string{"go run ./examples/midyear", "go test work"} {
			if !strings.Contains(shell, command) {
				t.Errorf("%s does not give the command %s", name, command)
			}
		}
	}
}

// missing returns the identifiers of glossary rows that no package declares, and how many it looked up.
func missing(t *testing.T, readme string) (absent []string, seen int) {
	t.Helper()
	_, glossary, ok := strings.Cut(readme, "## Glossary")
	if !ok {
		_, glossary, _ = strings.Cut(readme, "## 术语表")
	}
	glossary, _, _ = strings.Cut(glossary, "\n## ")
	packages := make(map[string]map[string]bool)
	for _, m := range regexp.MustCompile("`([a-z]+)\\.([A-Z]\\w*)(?:\\.([A-Z]\\w*))?`").FindAllStringSubmatch(glossary, -1) {
		seen++
		if packages[m[1]] == nil {
			packages[m[1]] = declared(t, m[1])
		}
		if name := strings.Trim(m[2]+"."+m[3], "."); !packages[m[1]][name] {
			absent = append(absent, m[1]+"."+name)
		}
	}
	return absent, seen
}

// declared returns what a package declares: Name and, for methods, Type.Name.
func declared(t *testing.T, pkg string) map[string]bool {
	t.Helper()
	names := make(map[string]bool)
	for _, pattern := range []string{"../../*/" + pkg, "../../*/*/" + pkg, "../../" + pkg} {
		dirs, _ := filepath.Glob(pattern)
		for _, dir := range dirs {
			files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
			for _, file := range files {
				parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
				if err != nil {
					t.Fatal(err)
				}
				declare(parsed, names)
			}
		}
	}
	return names
}

func declare(file *ast.File, names map[string]bool) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				typ := d.Recv.List[0].Type
				if star, ok := typ.(*ast.StarExpr); ok {
					typ = star.X
				}
				if id, ok := typ.(*ast.Ident); ok {
					name = id.Name + "." + name
				}
			}
			names[name] = true
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					names[s.Name.Name] = true
				case *ast.ValueSpec:
					for _, id := range s.Names {
						names[id.Name] = true
					}
				}
			}
		}
	}
}

func TestGlossaryNamesExist(t *testing.T) {
	for _, name := range readmes {
		absent, seen := missing(t, readFile(t, filepath.Join("..", "..", name)))
		if seen < 30 {
			t.Errorf("%s: only %d identifiers in the glossary", name, seen)
		}
		for _, id := range absent {
			t.Errorf("%s: nothing declares %s", name, id)
		}
	}
	if absent, _ := missing(t, "## Glossary\n| 甲 | `money.Nothing` |"); len(absent) != 1 {
		t.Error("a name that nothing declares is not noticed")
	}
}
