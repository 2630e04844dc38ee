package guard

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

const (
	whyClock  = "the library reads no clock: functions take a date or an instant"
	whyZone   = "no result depends on the machine's zone: use fixed UTC+8"
	whyRandom = "the same input gives the same output"
	whyWorld  = "the library opens no file, socket or database and prints nothing"
	whyUnsafe = "memory safety is what makes the masks hold"
)

// bannedImports are packages no library file may import.
var bannedImports = map[string]string{
	"math/rand": whyRandom, "math/rand/v2": whyRandom, "crypto/rand": whyRandom,
	"os": whyWorld, "os/exec": whyWorld, "os/signal": whyWorld, "os/user": whyWorld, "io/ioutil": whyWorld,
	"net": whyWorld, "net/http": whyWorld, "log": whyWorld, "log/syslog": whyWorld, "syscall": whyWorld,
	"database/sql": "database/sql/driver has all a value type needs, without the pool",
	"plugin":       whyWorld, "unsafe": whyUnsafe, "C": whyUnsafe,
	"testing/quick": "tests only", "expvar": whyWorld,
}

// bannedNames are functions, methods and variables no library file may mention.
var bannedNames = map[string]string{
	"time.Now": whyClock, "time.Since": whyClock, "time.Until": whyClock, "time.After": whyClock,
	"time.AfterFunc": whyClock, "time.NewTimer": whyClock, "time.NewTicker": whyClock, "time.Tick": whyClock,
	"time.Sleep": whyClock,
	"time.Local": whyZone, "(time.Time).Local": whyZone, "time.LoadLocation": whyZone,
	"time.LoadLocationFromTZData": "zone tables change; the fixed offset does not",
}

// banned reports banned imports, names and init functions.
func banned(tr *tree) (checked int, found []finding) {
	tr.check()
	for _, p := range tr.shipped() {
		for _, f := range p.files {
			checked++
			for _, s := range f.ast.Imports {
				if why := bannedImports[importPath(s)]; why != "" {
					found = append(found, tr.at(s.Pos(), "import of %s: %s", importPath(s), why))
				}
			}
			for _, d := range f.ast.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					found = append(found, tr.at(d.Pos(), "init: importing a package must cost and change nothing"))
				}
			}
		}
		for id, obj := range p.info.Uses {
			if why := bannedNames[qualified(obj)]; why != "" {
				found = append(found, tr.at(id.Pos(), "%s: %s", qualified(obj), why))
			}
		}
	}
	return checked, found
}

// qualified is "time.Now" or "(time.Time).Local", and "" for what has no package.
func qualified(obj types.Object) string {
	if fn, ok := obj.(*types.Func); ok {
		return fn.Origin().FullName()
	}
	if obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
		return ""
	}
	return obj.Pkg().Path() + "." + obj.Name()
}

func TestBanned(t *testing.T) { stand(t, "banned", banned) }

// floats reports every expression of a floating-point or complex type, named or inferred.
func floats(tr *tree) (checked int, found []finding) {
	tr.check()
	for _, p := range tr.shipped() {
		for e, tv := range p.info.Types {
			checked++
			if tv.Type == nil {
				continue
			}
			if b, ok := tv.Type.Underlying().(*types.Basic); ok && b.Info()&(types.IsFloat|types.IsComplex) != 0 {
				found = append(found, tr.at(e.Pos(), "floating point: amounts and counts are exact"))
			}
		}
	}
	return checked, found
}

func TestFloats(t *testing.T) { stand(t, "floats", floats) }

const decimalPath = "github.com/shopspring/decimal"

// decimals reports uses of shopspring/decimal whose result another library can change by setting a global, and
// comparisons by == or as map keys, for which 1.5 and 1.50 differ.
func decimals(tr *tree) (checked int, found []finding) {
	tr.check()
	if len(tr.pkgs) == 0 {
		return 0, nil
	}
	unstable, err := readsGlobals()
	if err != nil {
		return 1, []finding{{text: err.Error()}}
	}
	for _, p := range tr.shipped() {
		for id, obj := range p.info.Uses {
			if obj.Pkg() == nil || obj.Pkg().Path() != decimalPath {
				continue
			}
			checked++
			if v, ok := obj.(*types.Var); ok && !v.IsField() {
				found = append(found, tr.at(id.Pos(), "%s can be set by anybody", qualified(obj)))
			}
			if g := unstable[qualified(obj)]; g != "" {
				found = append(found, tr.at(id.Pos(), "%s reads decimal.%s, which anybody can set", qualified(obj), g))
			}
		}
		for e, tv := range p.info.Types {
			if b, ok := e.(*ast.BinaryExpr); ok && (b.Op == token.EQL || b.Op == token.NEQ) {
				if t := p.info.Types[b.X].Type; holdsDecimal(t, nil) && holdsDecimal(p.info.Types[b.Y].Type, nil) {
					found = append(found, tr.at(e.Pos(), "decimals compared by %s: 1.5 and 1.50 differ", b.Op))
				}
			}
			if m, ok := tv.Type.(*types.Map); ok && tv.IsType() && holdsDecimal(m.Key(), nil) {
				found = append(found, tr.at(e.Pos(), "a decimal as map key: 1.5 and 1.50 differ"))
			}
		}
	}
	return checked, found
}

// holdsDecimal reports whether a value of type t holds a decimal itself, not behind a pointer.
func holdsDecimal(t types.Type, seen []types.Type) bool {
	if t == nil || len(seen) > 20 {
		return false
	}
	seen = append(seen, t)
	if isNamed(t, decimalPath, "Decimal") {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if holdsDecimal(f.Type(), seen) {
				return true
			}
		}
	case *types.Array:
		return holdsDecimal(u.Elem(), seen)
	}
	return false
}

func isNamed(t types.Type, path, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path && n.Obj().Name() == name
}

// readsGlobals maps every function of shopspring/decimal that reads an exported variable, itself or through
// others, to the name of that variable. It is worked out from the source of the version in use.
func readsGlobals() (map[string]string, error) {
	dir, err := goTool("", nil, "list", "-f", "{{.Dir}}", decimalPath)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	names, err := goTool("", nil, "list", "-f", `{{join .GoFiles "\n"}}`, decimalPath)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	var paths []string
	for _, name := range names {
		f, err := parser.ParseFile(fset, dir[0]+"/"+name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		for _, s := range f.Imports {
			paths = append(paths, importPath(s))
		}
	}
	imp, err := exportData(fset, paths)
	if err != nil {
		return nil, err
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	if _, err := (&types.Config{Importer: imp}).Check(decimalPath, fset, files, info); err != nil {
		return nil, err
	}
	reads, calls := map[string]string{}, map[string][]string{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			name := qualified(info.Defs[fn.Name])
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					switch obj := info.Uses[id].(type) {
					case *types.Func:
						calls[name] = append(calls[name], qualified(obj))
					case *types.Var:
						if q := qualified(obj); q != "" && obj.Exported() && obj.Name() != "Zero" {
							reads[name] = strings.TrimPrefix(q, decimalPath+".")
						}
					}
				}
				return true
			})
		}
	}
	for grown := true; grown; {
		grown = false
		for name, callees := range calls {
			for _, c := range callees {
				if reads[name] == "" && reads[c] != "" {
					reads[name], grown = reads[c], true
				}
			}
		}
	}
	return reads, nil
}

func TestDecimals(t *testing.T) {
	stand(t, "decimals", decimals)
	unstable, err := readsGlobals()
	if err != nil {
		t.Fatal(err)
	}
	for name, global := range map[string]string{
		"(" + decimalPath + ".Decimal).Div": "DivisionPrecision", "(" + decimalPath + ".Decimal).MarshalJSON": "MarshalJSONWithoutQuotes",
		decimalPath + ".NewFromString": "MaxDecodeExponent", "(" + decimalPath + ".Decimal).Add": "",
		"(" + decimalPath + ".Decimal).DivRound": "", "(" + decimalPath + ".Decimal).Coefficient": "",
	} {
		if unstable[name] != global {
			t.Errorf("%s is thought to read %q, not %q", name, unstable[name], global)
		}
	}
}
