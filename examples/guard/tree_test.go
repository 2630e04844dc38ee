package guard

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// module is the path of the module under guard; planted trees pretend to be it.
const module = "github.com/shegong/shegong"

// A tree is the parsed source of one module: all build constraints, nested modules left out.
type tree struct {
	root string
	fset *token.FileSet
	pkgs []*pkg

	exports  types.Importer // packages outside the tree
	typeErrs []finding
}

// A pkg is one directory with Go files.
type pkg struct {
	dir   string // relative to the root, "station/money"
	files []*file
	tests []*file
	types *types.Package
	info  *types.Info
}

// A file is one parsed Go file.
type file struct {
	name  string // relative to the root, "station/money/money.go"
	ast   *ast.File
	lines int
}

// example reports whether the package is a program or a test of this house rather than part of the library.
func (p *pkg) example() bool { return p.dir == "examples" || strings.HasPrefix(p.dir, "examples/") }

// internal reports whether only the rest of the tree can import the package.
func (p *pkg) internal() bool { return slices.Contains(strings.Split(p.dir, "/"), "internal") }

// load parses every package below root.
func load(root string) (*tree, error) {
	t := &tree{root: root, fset: token.NewFileSet()}
	byDir := map[string]*pkg{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name == root {
				return nil
			}
			if base := d.Name(); base == "testdata" || base == "vendor" || base[0] == '.' || base[0] == '_' {
				return fs.SkipDir
			}
			if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
				return fs.SkipDir // a nested module has its own table
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		return t.add(byDir, name)
	})
	return t, err
}

func (t *tree) add(byDir map[string]*pkg, name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(t.root, name)
	if err != nil {
		return err
	}
	f := &file{name: filepath.ToSlash(rel), lines: bytes.Count(src, []byte("\n"))}
	if f.ast, err = parser.ParseFile(t.fset, f.name, src, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return err
	}
	dir := path.Dir(f.name)
	p := byDir[dir]
	if p == nil {
		p = &pkg{dir: dir}
		byDir[dir] = p
		t.pkgs = append(t.pkgs, p)
	}
	if strings.HasSuffix(name, "_test.go") {
		p.tests = append(p.tests, f)
	} else {
		p.files = append(p.files, f)
	}
	return nil
}

// shipped returns the packages outside examples that hold more than tests.
func (t *tree) shipped() []*pkg {
	return slices.DeleteFunc(slices.Clone(t.pkgs), func(p *pkg) bool { return p.example() || len(p.files) == 0 })
}

// check type-checks every package with source, once. What does not compile is kept for [compiles].
func (t *tree) check() {
	if t.exports != nil || len(t.pkgs) == 0 {
		return
	}
	exports, err := exportData(t.fset, t.outside())
	if err != nil {
		t.typeErrs = append(t.typeErrs, finding{text: err.Error()})
	}
	t.exports = exports
	for _, p := range t.pkgs {
		if len(p.files) > 0 {
			t.checkPackage(p)
		}
	}
}

// compiles reports what does not type-check: the guards that look at types would miss it.
func compiles(t *tree) (checked int, found []finding) {
	t.check()
	return len(t.pkgs), t.typeErrs
}

// outside lists the imports that the tree does not hold itself.
func (t *tree) outside() []string {
	var out []string
	for _, p := range t.pkgs {
		for _, f := range p.files {
			for _, s := range f.ast.Imports {
				if q := importPath(s); t.find(q) == nil && q != "unsafe" && q != "C" {
					out = append(out, q)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// find returns the tree's package with this import path, or nil.
func (t *tree) find(importPath string) *pkg {
	for _, p := range t.pkgs {
		if module+"/"+p.dir == importPath && len(p.files) > 0 {
			return p
		}
	}
	return nil
}

// Import makes a tree the importer of its own packages.
func (t *tree) Import(path string) (*types.Package, error) {
	if p := t.find(path); p != nil {
		t.checkPackage(p)
		return p.types, nil
	}
	return t.exports.Import(path)
}

func (t *tree) checkPackage(p *pkg) {
	if p.info != nil {
		return
	}
	p.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	files := make([]*ast.File, len(p.files))
	for i, f := range p.files {
		files[i] = f.ast
	}
	conf := types.Config{Importer: t, Error: func(err error) {
		var e types.Error
		if !errors.As(err, &e) || !e.Soft { // an unused import is the compiler's business
			t.typeErrs = append(t.typeErrs, t.at(e.Pos, "does not compile: %s", e.Msg))
		}
	}}
	p.types, _ = conf.Check(module+"/"+p.dir, t.fset, files, p.info)
}

// exportData imports packages from what the compiler wrote into the build cache: no network, nothing compiled twice.
func exportData(fset *token.FileSet, paths []string) (types.Importer, error) {
	files := map[string]string{}
	if len(paths) > 0 {
		lines, err := goTool("", nil, append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", "--"}, paths...)...)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			p, f, _ := strings.Cut(line, "=")
			files[p] = f
		}
	}
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if files[path] == "" {
			return nil, fmt.Errorf("no export data for %s", path)
		}
		return os.Open(files[path])
	}), nil
}

// goTool runs the go command in dir ("" is here) with more environment and returns its lines.
func goTool(dir string, env []string, args ...string) ([]string, error) {
	cmd := exec.Command("go", args...)
	var stderr bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), env...), &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, &stderr)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n"), nil
}

// A finding is one violation.
type finding struct {
	file string
	line int
	text string
}

func (f finding) String() string { return f.file + ":" + strconv.Itoa(f.line) + ": " + f.text }

func (t *tree) at(pos token.Pos, format string, args ...any) finding {
	p := t.fset.Position(pos)
	return finding{p.Filename, p.Line, fmt.Sprintf(format, args...)}
}

func importPath(s *ast.ImportSpec) string {
	p, err := strconv.Unquote(s.Path.Value)
	if err != nil {
		panic(err) // the parser has accepted it
	}
	return p
}
