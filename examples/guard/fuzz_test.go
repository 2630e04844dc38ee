package guard

import (
	"go/ast"
	"go/doc"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fuzzed reports exported parsers that no fuzz target of their package reaches, UnmarshalText methods that read by none
// of those, and fuzz targets without a committed corpus.
//
// Reached means by name: a target mentions it, or mentions a function of the package or its tests that does.
func fuzzed(tr *tree) (checked int, found []finding) {
	for _, p := range tr.shipped() {
		mentions := map[string][]string{} // function or method name -> names in its body
		var targets []string
		for _, f := range slices.Concat(p.files, p.tests) {
			for _, d := range f.ast.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Body == nil {
					continue
				}
				ast.Inspect(fn.Body, func(n ast.Node) bool {
					if id, ok := n.(*ast.Ident); ok {
						mentions[fn.Name.Name] = append(mentions[fn.Name.Name], id.Name)
					}
					return true
				})
				if strings.HasSuffix(f.name, "_test.go") && strings.HasPrefix(fn.Name.Name, "Fuzz") {
					targets = append(targets, fn.Name.Name)
					corpus, _ := os.ReadDir(filepath.Join(tr.root, p.dir, "testdata", "fuzz", fn.Name.Name))
					if checked++; len(corpus) == 0 {
						found = append(found, tr.at(fn.Pos(), "%s has no corpus in testdata/fuzz/%s", fn.Name.Name, fn.Name.Name))
					}
				}
			}
		}
		reached := closure(mentions, targets)
		for _, f := range p.files {
			for _, d := range f.ast.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || !strings.HasPrefix(fn.Name.Name, "Parse") && fn.Name.Name != "UnmarshalText" {
					continue
				}
				if checked++; !reached[fn.Name.Name] && !shareParser(mentions, fn.Name.Name, reached) {
					found = append(found, tr.at(fn.Pos(), "%s is reached by no fuzz target of %s", fn.Name.Name, p.dir))
				}
			}
		}
	}
	return checked, found
}

// closure returns the names and all that the functions of these names mention, through others too.
func closure(mentions map[string][]string, names []string) map[string]bool {
	reached := map[string]bool{}
	for queue := slices.Clone(names); len(queue) > 0; queue = queue[1:] {
		if name := queue[0]; !reached[name] {
			reached[name] = true
			queue = append(queue, mentions[name]...)
		}
	}
	return reached
}

// shareParser reports whether a method reads text by a function of the package that is fuzzed, as UnmarshalText does
// by Parse or by what stands behind both.
func shareParser(mentions map[string][]string, method string, fuzzed map[string]bool) bool {
	for name := range closure(mentions, mentions[method]) {
		lower := strings.ToLower(name)
		if fuzzed[name] && mentions[name] != nil && (strings.HasPrefix(lower, "parse") || strings.HasPrefix(lower, "read")) {
			return true
		}
	}
	return false
}

func TestFuzzed(t *testing.T) { stand(t, "fuzzed", fuzzed) }

// exemplified reports packages without an example whose output is checked. An internal package needs none: an example
// is for who may import it, and its parent shows what it does.
func exemplified(tr *tree) (checked int, found []finding) {
	for _, p := range tr.shipped() {
		if p.internal() {
			continue
		}
		checked++
		shown := false
		for _, f := range p.tests {
			for _, ex := range doc.Examples(f.ast) {
				shown = shown || ex.Output != "" || ex.EmptyOutput
			}
		}
		if !shown {
			found = append(found, tr.at(p.files[0].ast.Package, "package %s shows no Example with // Output", p.dir))
		}
	}
	return checked, found
}

func TestExemplified(t *testing.T) { stand(t, "exemplified", exemplified) }
