package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The three articles of 2022, item by item: what each becomes in the library. An item maps to identifiers; to text, with the
// reason, where it deliberately stays free text; or to a part that is still to come, as later:package.
var items = map[string]int{"shanxi": 37, "heilongjiang": 32, "nanjing": 53}

func mapping(t *testing.T) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "mapping.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "seed,row,item,maps_to,note" {
		t.Fatalf("columns %s", got)
	}
	return rows[1:]
}

func TestMappingHasEveryItemOnce(t *testing.T) {
	rows := mapping(t)
	seen := map[string]bool{}
	for _, r := range rows {
		n, err := strconv.Atoi(r[1])
		if err != nil || n < 1 || n > items[r[0]] {
			t.Errorf("%s %s is no item", r[0], r[1])
		}
		if seen[r[0]+r[1]] {
			t.Errorf("%s %s stands twice", r[0], r[1])
		}
		seen[r[0]+r[1]] = true
		if r[2] == "" {
			t.Errorf("%s %s has no words", r[0], r[1])
		}
	}
	if len(rows) != 122 {
		t.Errorf("%d items, want 122", len(rows))
	}
}

func TestMappingNamesWhatExists(t *testing.T) {
	names, design := declared(t), designed(t)
	for _, r := range mapping(t) {
		for _, problem := range judged(r[3], r[4], names, design) {
			t.Errorf("%s %s: %s", r[0], r[1], problem)
		}
	}
	for _, planted := range [][2]string{
		{"station.Nothing", ""}, {"station.Station.Nothing", ""}, {"nothing.Station", ""}, {"text", ""}, {"later:casework", ""}, {"", "甲"},
		{"later:nothing", "甲"}, {"text station.Station", "甲"}, {"Station", ""},
	} {
		if len(judged(planted[0], planted[1], names, design)) == 0 {
			t.Errorf("%q with the note %q is not noticed", planted[0], planted[1])
		}
	}
}

// judged returns what is wrong with one cell of maps_to.
func judged(to, note string, names, design map[string]bool) (problems []string) {
	words := strings.Fields(to)
	if len(words) == 0 {
		return []string{"maps to nothing"}
	}
	for _, word := range words {
		pkg, later := strings.CutPrefix(word, "later:")
		switch {
		case word == "text" && len(words) > 1:
			problems = append(problems, "text and something else")
		case (word == "text" || later) && note == "":
			problems = append(problems, word+" without a reason")
		case later && !design[pkg] && !design[strings.Split(pkg, "/")[0]+"/..."]:
			problems = append(problems, "the design has no package "+pkg)
		case !later && word != "text" && !names[word]:
			problems = append(problems, "nothing declares "+word)
		}
	}
	return problems
}

// designed returns the packages of the import table that the guards hold.
func designed(t *testing.T) map[string]bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "guard", "imports_test.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Names[0].Name != "importTable" {
			return true
		}
		for _, e := range spec.Values[0].(*ast.CompositeLit).Elts {
			name, err := strconv.Unquote(e.(*ast.CompositeLit).Elts[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			packages[name] = true
		}
		return false
	})
	if !packages["casework/screening"] {
		t.Fatal("the import table of the guards was not found")
	}
	return packages
}

// declared returns everything exported of the packages below station and reporting: package.Name, package.Type.Field and
// package.Type.Method.
func declared(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, root := range []string{"station", "reporting"} {
		err := filepath.WalkDir(filepath.Join("..", "..", root), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
				strings.Contains(path, "testdata") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err == nil {
				declare(file, names)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}

func declare(file *ast.File, names map[string]bool) {
	pkg := file.Name.Name + "."
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				typ := d.Recv.List[0].Type
				if star, ok := typ.(*ast.StarExpr); ok {
					typ = star.X
				}
				id, ok := typ.(*ast.Ident)
				if !ok {
					continue
				}
				name = id.Name + "." + name
			}
			names[pkg+name] = true
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					names[pkg+s.Name.Name] = true
					if structure, ok := s.Type.(*ast.StructType); ok {
						for _, f := range structure.Fields.List {
							for _, id := range f.Names {
								names[pkg+s.Name.Name+"."+id.Name] = true
							}
						}
					}
				case *ast.ValueSpec:
					for _, id := range s.Names {
						names[pkg+id.Name] = true
					}
				}
			}
		}
	}
}

// Digests of the names of people in the articles, so that they need not stand here.
var people = map[string]bool{
	"92a054e84d6e2e13": true,
	"a9f7ba501383e5d2": true,
	"929da19b6ea6a402": true,
	"a13241fbcec16283": true,
	"addcfbb38404eaa0": true,
	"095826bb2a9f284b": true,
}

func TestNobodyOfTheArticlesIsNamed(t *testing.T) {
	for _, root := range []string{"testdata", "data"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if named(string(data)) {
				t.Errorf("%s names somebody of the articles", path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if !named("……老" + "陈……") {
		t.Error("a name is not noticed")
	}
}

func named(text string) bool {
	for _, length := range []int{2, 3} {
		runes := []rune(text)
		for i := 0; i+length <= len(runes); i++ {
			sum := sha256.Sum256([]byte(string(runes[i : i+length])))
			if people[hex.EncodeToString(sum[:8])] {
				return true
			}
		}
	}
	return false
}
