package guard

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
	"unicode/utf8"
)

// documentation reports packages without a package comment and exported names without a comment of their own, or
// with one that does not begin with the name.
func documentation(tr *tree) (checked int, found []finding) {
	for _, p := range tr.pkgs {
		if len(p.files) == 0 {
			continue
		}
		described := false
		for _, f := range p.files {
			described = described || strings.TrimSpace(f.ast.Doc.Text()) != ""
			for _, d := range f.ast.Decls {
				checked++
				found = append(found, tr.undocumented(d)...)
			}
		}
		if !described {
			found = append(found, tr.at(p.files[0].ast.Package, "package %s has no package comment", p.dir))
		}
	}
	return checked, found
}

func (t *tree) undocumented(d ast.Decl) (found []finding) {
	judge := func(id *ast.Ident, what string, doc *ast.CommentGroup, named bool) {
		text := strings.TrimSpace(doc.Text())
		if text == "" {
			found = append(found, t.at(id.Pos(), "%s %s has no comment", what, id.Name))
		} else if named && !begins(text, id.Name) {
			found = append(found, t.at(id.Pos(), "the comment of %s does not begin with its name", id.Name))
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
			judge(d.Name, "func", d.Doc, true)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					alone := s.Doc != nil || !d.Lparen.IsValid() // in a group a line comment or that of the group will do
					judge(s.Name, "type", either(s.Doc, s.Comment, d.Doc), alone)
				}
			case *ast.ValueSpec:
				for _, id := range s.Names {
					if id.IsExported() {
						judge(id, d.Tok.String(), either(s.Doc, s.Comment, d.Doc), false)
					}
				}
			}
		}
	}
	return found
}

// begins reports whether the text begins with the name, after an article at most.
func begins(text, name string) bool {
	for _, article := range []string{"", "A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(text, article+name); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return !token.IsIdentifier("x" + string(r))
		}
	}
	return false
}

func either(groups ...*ast.CommentGroup) *ast.CommentGroup {
	for _, g := range groups {
		if g != nil {
			return g
		}
	}
	return nil
}

// receiver is the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	name := ""
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return name == ""
	})
	return name
}

func TestDocumentation(t *testing.T) { stand(t, "documentation", documentation) }

// sizes reports files of more than file lines, tests included, and packages of more than pkg lines, tests apart.
func sizes(file, pkg int) guard {
	return func(tr *tree) (checked int, found []finding) {
		for _, p := range tr.pkgs {
			sum := 0
			for _, f := range p.files {
				checked++
				if sum += f.lines; f.lines > file {
					found = append(found, tr.at(f.ast.Package, "%d lines, more than %d in one file", f.lines, file))
				}
			}
			for _, f := range p.tests {
				if f.lines > file {
					found = append(found, tr.at(f.ast.Package, "%d lines, more than %d in one file", f.lines, file))
				}
			}
			if sum > pkg {
				found = append(found, tr.at(p.files[0].ast.Package, "package %s has %d lines, more than %d", p.dir, sum, pkg))
			}
		}
		return checked, found
	}
}

func TestSizes(t *testing.T) {
	t.Run("module", func(t *testing.T) { holds(t, sizes(600, 2500)) })
	t.Run("planted", func(t *testing.T) { reports(t, "sizes", sizes(12, 20)) })
}
