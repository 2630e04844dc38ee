package guard

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
)

// A sample is a value an embedder's own validator will meet: a tagged struct, or a value type in a field with tag.
type sample struct {
	value any
	tag   string // for a value type: what its field is tagged with
	ok    bool   // whether a bare validator accepts it
}

// name is "station/money.Amount", without type arguments.
func (s sample) name() string {
	t := reflect.TypeOf(s.value)
	name, _, _ := strings.Cut(t.Name(), "[")
	return strings.TrimPrefix(t.PkgPath(), module+"/") + "." + name
}

// filled is an entity with one element in every slice and map and something behind every pointer, so that a
// validator meets all its tags. What the elements are is of no account: nothing may panic.
func filled(v reflect.Value, depth int) {
	if depth > 6 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		filled(v.Index(0), depth+1)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		elem := reflect.New(v.Type().Elem()).Elem()
		filled(elem, depth+1)
		v.SetMapIndex(reflect.Zero(v.Type().Key()), elem)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				filled(f, depth+1)
			}
		}
	}
}

// survives runs an entity, empty and filled, through bare validators; only a panic is a problem.
func survives(entity any) (problems []string) {
	full := reflect.New(reflect.TypeOf(entity)).Elem()
	filled(full, 0)
	for _, v := range []any{entity, full.Interface()} {
		for _, p := range bare(sample{value: v}) {
			if strings.Contains(p, "panics") {
				problems = append(problems, p)
			}
		}
	}
	return problems
}

// tagged reports exported structs with validate tags and exported value types with a ValidatorValue method
// that are registered neither as samples nor as entities, and tags that harm an embedder: validateFn, required on a
// boolean or number (false and 0 are values), slices and maps of tagged structs without dive, rules before dive that hide
// what is wrong with the elements, required alone on a list (an empty one passes).
func tagged(samples []sample, entities []any) guard {
	return func(tr *tree) (checked int, found []finding) {
		tr.check()
		registered := map[string]bool{}
		for _, e := range entities {
			registered[sample{value: e}.name()] = true
		}
		for _, s := range samples {
			registered[s.name()] = true
		}
		for _, p := range tr.shipped() {
			for _, name := range p.types.Scope().Names() {
				obj, ok := p.types.Scope().Lookup(name).(*types.TypeName)
				if !ok || obj.IsAlias() {
					continue
				}
				s, isStruct := obj.Type().Underlying().(*types.Struct)
				hasTags := isStruct && len(validateTags(s)) > 0
				if hasTags {
					found = append(found, tr.tags(s)...)
				}
				if !hasTags && !validatorValue(obj) {
					continue
				}
				checked++
				if q := p.dir + "." + name; obj.Exported() && !registered[q] {
					found = append(found, tr.at(obj.Pos(), "%s is not registered in this test", q))
				}
			}
		}
		return checked, found
	}
}

// validateTags maps field numbers to their rules.
func validateTags(s *types.Struct) map[int][]string {
	tags := map[int][]string{}
	for i := range s.NumFields() {
		if v, ok := reflect.StructTag(s.Tag(i)).Lookup("validate"); ok {
			tags[i] = strings.Split(v, ",")
		}
	}
	return tags
}

func validatorValue(obj *types.TypeName) bool {
	m, _, _ := types.LookupFieldOrMethod(obj.Type(), false, obj.Pkg(), "ValidatorValue")
	_, ok := m.(*types.Func)
	return ok
}

// tags judges the tags of one struct.
func (t *tree) tags(s *types.Struct) (found []finding) {
	rules := validateTags(s)
	for i := range s.NumFields() {
		f := s.Field(i)
		if slices.ContainsFunc(rules[i], func(r string) bool { return strings.HasPrefix(r, "validateFn") }) {
			found = append(found, t.at(f.Pos(), "field %s: validateFn switches off the linker's pruning, and panics without it", f.Name()))
		}
		if slices.Contains(rules[i], "required") && zeroIsValue(f.Type()) {
			found = append(found, t.at(f.Pos(), "field %s: required refuses false or 0, which are values", f.Name()))
		}
		if at := slices.Index(rules[i], "dive"); at >= 0 && slices.ContainsFunc(rules[i][:at], hides) {
			found = append(found, t.at(f.Pos(), "field %s: a rule before dive stops the look at the elements", f.Name()))
		}
		if element(f.Type()) != nil && slices.Contains(rules[i], "required") && rules[i][0] == "required" &&
			!slices.Contains(rules[i], "min=1") {
			found = append(found, t.at(f.Pos(), "field %s: required without min=1 lets an empty list pass", f.Name()))
		}
		if elem := element(f.Type()); elem != nil && !slices.Contains(rules[i], "dive") {
			if e, ok := elem.Underlying().(*types.Struct); ok && len(validateTags(e)) > 0 {
				found = append(found, t.at(f.Pos(), "field %s: without dive its elements are never looked at", f.Name()))
			}
		}
	}
	return found
}

// hides reports whether a rule can fail for a list that has elements; then the validator does not dive.
func hides(rule string) bool { return rule != "required" && rule != "min=1" && rule != "omitempty" }

// zeroIsValue reports whether 0 or false of this type is a value like any other.
func zeroIsValue(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Info()&(types.IsBoolean|types.IsNumeric) != 0
	}
	return isNamed(t, module+"/station/money", "Amount") || isNamed(t, module+"/station/measure", "Ratio") ||
		isNamed(t, module+"/station/measure", "Quantity")
}

// element is the element type of a slice, array or map, pointers taken off, or nil.
func element(t types.Type) types.Type {
	var e types.Type
	switch u := t.Underlying().(type) {
	case *types.Slice:
		e = u.Elem()
	case *types.Array:
		e = u.Elem()
	case *types.Map:
		e = u.Elem()
	default:
		return nil
	}
	if p, ok := e.Underlying().(*types.Pointer); ok {
		e = p.Elem()
	}
	return e
}

// bare runs a value through validators that know nothing of this module. A rule that is not built in panics there.
func bare(s sample) (problems []string) {
	v := s.value
	if s.tag != "" {
		field := reflect.StructField{Name: "Field", Type: reflect.TypeOf(v), Tag: reflect.StructTag("validate:" + strconv.Quote(s.tag))}
		holder := reflect.New(reflect.StructOf([]reflect.StructField{field})).Elem()
		holder.Field(0).Set(reflect.ValueOf(v))
		v = holder.Interface()
	}
	for _, instance := range []*validator.Validate{validator.New(), validator.New(validator.WithRequiredStructEnabled())} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					problems = append(problems, fmt.Sprintf("%s tagged %q: a bare validator panics: %v", s.name(), s.tag, r))
				}
			}()
			if err := instance.Struct(v); (err == nil) != s.ok {
				problems = append(problems, fmt.Sprintf("%s tagged %q: want accepted %v, got %v", s.name(), s.tag, s.ok, err))
			}
		}()
	}
	return problems
}

func TestBareValidator(t *testing.T) {
	t.Run("module", func(t *testing.T) {
		holds(t, tagged(registeredSamples(), registeredEntities()))
		if len(registeredSamples()) == 0 {
			t.Fatal("nothing to check")
		}
		for _, s := range registeredSamples() {
			for _, p := range bare(s) {
				t.Error(p)
			}
		}
		for _, e := range registeredEntities() {
			for _, p := range survives(e) {
				t.Error(p)
			}
		}
	})
	t.Run("planted", func(t *testing.T) {
		reports(t, "validator", tagged(nil, nil))
		for _, s := range []sample{
			{value: plantedTag{Name: "x"}, ok: true},
			{value: plantedShape{}, ok: true},
			{value: plantedCode("350627"), tag: "len=2", ok: true},
			{value: struct{ n int }{}, tag: "gt=0", ok: true},
		} {
			if len(bare(s)) == 0 {
				t.Errorf("%T went through a bare validator", s.value)
			}
		}
		if p := bare(sample{value: plantedShape{Name: "x"}, ok: true}); len(p) > 0 {
			t.Errorf("a good struct is refused: %v", p)
		}
		if len(survives(plantedDeep{})) == 0 || len(survives(plantedShape{})) > 0 {
			t.Error("a rule that is not built in must be met below a slice too, and a missing value is no panic")
		}
	})
}

type plantedTag struct {
	Name string `validate:"usci"` // not built in: panics in the embedder's process
}

type plantedDeep struct {
	Below []*plantedTag `validate:"dive"`
}

type plantedShape struct {
	Name string `validate:"required"`
}

type plantedCode string
