package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// onceOnly are the makers of values written at most once.
var onceOnly = map[string]bool{"sync.OnceValue": true, "sync.OnceValues": true, "sync.OnceFunc": true}

// variables reports package variables that can change after they are declared, or be changed by somebody else.
func variables(tr *tree) (checked int, found []finding) {
	tr.check()
	for _, p := range tr.shipped() {
		vars := map[types.Object]bool{}
		for _, f := range p.files {
			checked++
			for _, d := range f.ast.Decls {
				if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
					for _, s := range g.Specs {
						found = append(found, tr.declared(p, s.(*ast.ValueSpec), vars)...)
					}
				}
			}
		}
		// A local variable that is given a slice, map or address of the package's is watched too, until no more are found.
		aliases := map[types.Object]bool{}
		for {
			known := len(aliases)
			misuses := tr.watch(p, vars, aliases)
			if len(aliases) == known {
				found = append(found, misuses...)
				break
			}
		}
	}
	return checked, found
}

// watch judges every use of the variables and their aliases, and adds the aliases it sees.
func (t *tree) watch(p *pkg, vars, aliases map[types.Object]bool) (found []finding) {
	for _, f := range p.files {
		var stack []ast.Node
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			stack = append(stack, n)
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			switch obj := p.info.Uses[id]; {
			case vars[obj]:
				if how := misused(p.info, stack, aliases); how != "" {
					found = append(found, t.at(id.Pos(), "package variable %s %s", id.Name, how))
				}
			case aliases[obj] && !assignedWhole(stack):
				if how := misused(p.info, stack, aliases); how != "" {
					found = append(found, t.at(id.Pos(), "package variable under the name %s %s", id.Name, how))
				}
			}
			return true
		})
	}
	return found
}

// assignedWhole reports whether the identifier on top of the stack is just given another value: no harm to what it
// stood for.
func assignedWhole(stack []ast.Node) bool {
	a, ok := stack[len(stack)-2].(*ast.AssignStmt)
	return ok && slices.Contains(a.Lhs, stack[len(stack)-1].(ast.Expr))
}

// declared judges a declaration and adds the variables whose uses are to be watched.
func (t *tree) declared(p *pkg, s *ast.ValueSpec, vars map[types.Object]bool) (found []finding) {
	for i, name := range s.Names {
		if name.Name == "_" {
			continue
		}
		if name.IsExported() {
			found = append(found, t.at(name.Pos(), "exported variable %s: anybody could set it", name.Name))
		}
		obj := p.info.Defs[name]
		vars[obj] = true
		if why := mutable(obj.Type()); why != "" && !once(p.info, s, i) {
			found = append(found, t.at(name.Pos(), "package variable %s is %s", name.Name, why))
		}
	}
	return found
}

func once(info *types.Info, s *ast.ValueSpec, i int) bool {
	if i >= len(s.Values) {
		return false
	}
	call, ok := ast.Unparen(s.Values[i]).(*ast.CallExpr)
	if !ok {
		return false
	}
	fun := call.Fun
	if x, ok := fun.(*ast.IndexExpr); ok {
		fun = x.X
	}
	sel, ok := fun.(*ast.SelectorExpr)
	return ok && onceOnly[qualified(info.Uses[sel.Sel])]
}

// mutable names types that exist to be changed.
func mutable(t types.Type) string {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if _, ok := t.Underlying().(*types.Chan); ok {
		return "a channel"
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		if path := n.Obj().Pkg().Path(); path == "sync" || path == "sync/atomic" {
			return "state: " + path + "." + n.Obj().Name()
		}
	}
	return ""
}

// misused tells what the code around the identifier on top of the stack does to the variable.
// Where it gives a slice or map to a local variable, that is added to the aliases.
func misused(info *types.Info, stack []ast.Node, aliases map[types.Object]bool) string {
	child := stack[len(stack)-1].(ast.Expr)
	for i := len(stack) - 2; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.ParenExpr:
			child = n
		case *ast.StarExpr:
			child = n
		case *ast.IndexExpr:
			if n.Index == child {
				return ""
			}
			child = n
		case *ast.SliceExpr:
			if n.X != child {
				return ""
			}
			child = n
		case *ast.SelectorExpr:
			if s := info.Selections[n]; s != nil && s.Kind() == types.MethodVal {
				taken := !isPointer(info.TypeOf(child)) || aliases[info.Uses[stack[len(stack)-1].(*ast.Ident)]]
				if recv := s.Obj().(*types.Func).Signature().Recv(); recv != nil && taken && isPointer(recv.Type()) {
					return "has a pointer method called"
				}
				return ""
			}
			child = n
		case *ast.UnaryExpr:
			if a, ok := stack[i-1].(*ast.AssignStmt); ok && n.Op == token.AND && alias(info, a, n, aliases) {
				return ""
			}
			return statement(info, n, child, aliases)
		default:
			return statement(info, n, child, aliases)
		}
	}
	return ""
}

// statement tells what the statement or expression n does to its part child.
func statement(info *types.Info, n ast.Node, child ast.Expr, aliases map[types.Object]bool) string {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if slices.Contains(n.Lhs, child) {
			return "is assigned"
		}
		if how := seen(info, child); how != "" && !alias(info, n, child, aliases) {
			return how
		}
	case *ast.IncDecStmt:
		return "is assigned"
	case *ast.RangeStmt:
		if n.Key == child || n.Value == child {
			return "is assigned"
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return "has its address taken"
		}
	case *ast.CallExpr:
		if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && len(n.Args) > 0 && n.Args[0] == child {
			if _, builtin := info.Uses[id].(*types.Builtin); builtin && strings.Contains("append clear copy delete", id.Name) {
				return "is changed by " + id.Name
			}
		}
	case *ast.ReturnStmt, *ast.CompositeLit, *ast.KeyValueExpr, *ast.SendStmt:
		return seen(info, child)
	}
	return ""
}

// alias adds the local variable that an assignment gives e to, if it is one.
func alias(info *types.Info, a *ast.AssignStmt, e ast.Expr, aliases map[types.Object]bool) bool {
	i := slices.Index(a.Rhs, e)
	if i < 0 || i >= len(a.Lhs) {
		return false
	}
	id, ok := a.Lhs[i].(*ast.Ident)
	if !ok {
		return false
	}
	local := info.ObjectOf(id)
	if local == nil || local.Parent() == local.Pkg().Scope() {
		return false
	}
	aliases[local] = true
	return true
}

// seen tells whether handing out this part lets others write to it.
func seen(info *types.Info, e ast.Expr) string {
	switch info.TypeOf(e).Underlying().(type) {
	case *types.Slice, *types.Map:
		return "is handed out, so it can be changed elsewhere"
	}
	return ""
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func TestVariables(t *testing.T) { stand(t, "variables", variables) }
