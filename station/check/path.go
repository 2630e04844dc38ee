package check

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// A place is where a fault was found.
type place struct {
	path  string       // by JSON names
	order string       // sorts places by field, element and shown key
	held  reflect.Type // the value type whose ValidatorValue was judged, or nil
}

// below puts one step in front of the rest of the way.
func (p place) below(step, order string) place {
	switch {
	case step == "":
	case p.path == "" || p.path[0] == '[':
		p.path = step + p.path
	default:
		p.path = step + "." + p.path
	}
	p.order = order + p.order
	return p
}

// A finder follows the validator's way of naming a field, "Station.Posts[0].Title", through the value itself. The value
// decides, not the text: a map key can be any text, and an interface has no type of its own to follow.
type finder map[uintptr]map[string][]reflect.Value // the keys of each map met, by their print

// place returns the place of a Go namespace below root.
func (f finder) place(root reflect.Value, namespace string) place {
	for root.Kind() == reflect.Pointer {
		root = root.Elem()
	}
	rest := namespace
	if name := root.Type().Name(); name != "" {
		rest = strings.TrimPrefix(rest, name+".")
	}
	p, _ := f.find(root, "."+rest)
	return p
}

// find follows rest, which is empty or begins with a dot or a bracket.
func (f finder) find(v reflect.Value, rest string) (place, bool) {
	v, held := open(v)
	if rest == "" {
		return place{held: held}, true
	}
	switch v.Kind() {
	case reflect.Struct:
		name := rest[1:]
		if i := strings.IndexAny(name, ".["); i >= 0 {
			name = name[:i]
		}
		field, ok := v.Type().FieldByName(name)
		if !ok {
			return place{}, false
		}
		p, ok := f.find(v.FieldByIndex(field.Index), rest[1+len(name):])
		return p.below(jsonName(field), fmt.Sprintf("%06d", field.Index[0])), ok
	case reflect.Slice, reflect.Array:
		number, after, _ := strings.Cut(rest[1:], "]")
		i, err := strconv.Atoi(number)
		if err != nil || i >= v.Len() {
			return place{}, false
		}
		p, ok := f.find(v.Index(i), after)
		return p.below("["+number+"]", fmt.Sprintf("%012d", i)), ok
	case reflect.Map:
		return f.entry(v, rest)
	}
	return place{}, false
}

// entry follows rest from a map: it begins with a bracket and the print of a key, which may hold brackets itself.
func (f finder) entry(v reflect.Value, rest string) (place, bool) {
	keys, ok := f[v.Pointer()]
	if !ok {
		keys = make(map[string][]reflect.Value)
		for _, k := range v.MapKeys() {
			print := fmt.Sprintf("%v", k)
			keys[print] = append(keys[print], k)
		}
		f[v.Pointer()] = keys
	}
	for i := range len(rest) {
		if rest[i] != ']' {
			continue
		}
		for _, k := range keys[rest[1:i]] {
			if p, ok := f.find(v.MapIndex(k), rest[i+1:]); ok {
				shown := shownKey(k)
				return p.below("["+shown+"]", shown+"\x00"), true
			}
		}
	}
	return place{}, false
}

// shownKey returns the print of a key whose type prints discreetly, and * of any other.
func shownKey(k reflect.Value) string {
	if k.CanInterface() {
		if _, ok := k.Interface().(valuer); ok {
			return fmt.Sprint(k.Interface())
		}
	}
	return "*"
}

// jsonName returns what JSON calls the field: nothing for an embedded struct, whose fields JSON promotes.
func jsonName(f reflect.StructField) string {
	tag := f.Tag.Get("json")
	name, _, _ := strings.Cut(tag, ",")
	switch {
	case name != "" && tag != "-":
		return name
	case f.Anonymous && (f.Type.Kind() == reflect.Struct || f.Type.Kind() == reflect.Pointer):
		return ""
	}
	return f.Name
}

// A valuer is a type that says itself what is to be validated; the validator asks it, and so must the finder.
type valuer interface{ ValidatorValue() any }

// open returns what the validator looks at in place of v, and the last value type it went through.
func open(v reflect.Value) (_ reflect.Value, held reflect.Type) {
	for v.IsValid() {
		indirect := v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface
		if indirect && v.IsNil() {
			break
		}
		if v.CanInterface() {
			if x, ok := v.Interface().(valuer); ok {
				held = reflect.Indirect(reflect.ValueOf(x)).Type()
				v = reflect.ValueOf(x.ValidatorValue())
				continue
			}
		}
		if !indirect {
			break
		}
		v = v.Elem()
	}
	return v, held
}
