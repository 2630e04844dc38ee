package guard

import (
	"go/types"
	"testing"
)

// A ban on a type in exported fields.
type fieldBan struct{ path, name, why string }

var fieldBans = []fieldBan{
	{decimalPath, "Decimal", "validator reads gt on it wrongly and its zero and 0.00 differ: keep it unexported"},
	{module + "/station/identity", "Plain", "a full identity number must not travel in our own records"},
}

// fields reports exported fields and exported type declarations that hold a banned type, also as a type argument.
func fields(tr *tree) (checked int, found []finding) {
	tr.check()
	for _, p := range tr.shipped() {
		for id, obj := range p.info.Defs {
			switch obj := obj.(type) {
			case *types.Var:
				if !obj.IsField() || !obj.Exported() {
					continue
				}
				checked++
				if b, bad := holdsBanned(obj.Type(), 0); bad {
					found = append(found, tr.at(id.Pos(), "field %s holds %s: %s", obj.Name(), b.name, b.why))
				}
			case *types.TypeName:
				if _, bad := holdsBanned(obj.Type(), 0); obj.IsAlias() && bad || declaredDecimal(obj) {
					found = append(found, tr.at(id.Pos(), "type %s gives a banned type another name", obj.Name()))
				}
			}
		}
	}
	return checked, found
}

// declaredDecimal recognises type D decimal.Decimal by the home of its first field.
func declaredDecimal(obj *types.TypeName) bool {
	s, ok := obj.Type().Underlying().(*types.Struct)
	return ok && s.NumFields() > 0 && s.Field(0).Pkg() != nil && s.Field(0).Pkg().Path() == decimalPath
}

// holdsBanned looks into pointers, slices, arrays, maps, channels and type arguments, not into other named types.
func holdsBanned(t types.Type, depth int) (fieldBan, bool) {
	if depth > 20 {
		return fieldBan{}, false
	}
	for _, b := range fieldBans {
		if isNamed(t, b.path, b.name) {
			return b, true
		}
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		for a := range n.TypeArgs().Types() {
			if b, bad := holdsBanned(a, depth+1); bad {
				return b, true
			}
		}
		return fieldBan{}, false
	}
	switch u := types.Unalias(t).(type) {
	case *types.Map:
		if b, bad := holdsBanned(u.Key(), depth+1); bad {
			return b, true
		}
		return holdsBanned(u.Elem(), depth+1)
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		return holdsBanned(u.Elem(), depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			if b, bad := holdsBanned(f.Type(), depth+1); bad {
				return b, true
			}
		}
	}
	return fieldBan{}, false
}

func TestFields(t *testing.T) { stand(t, "fields", fields) }
