// Package check turns struct tags into problems (字段校验): [Struct] runs the validate tags of a struct and returns a fault
// for every field that does not fit, with a code, the field's path and a text in Chinese and English.
//
//	func (s Station) Validate() error {
//		l := check.Struct(s) // shape, by tags
//		l.Add("tier", Tiers().Check(s.Tier)) // meaning, by rules
//		return l.Err()
//	}
//
// It is the only importer of go-playground/validator in this library, and for shape only. Tags are the validator's own;
// custom tags cannot be registered, because they would panic in every other validator that meets the struct. A type's
// own Validate method is not called: Validate methods call Struct, and their children's Validate where there are rules.
//
// # Paths
//
// A path consists of JSON names, as in "posts[0].title". Embedded structs add nothing to it, as in JSON, and a field
// without JSON name goes by its Go name. Of a map entry the key is shown if its type is a value type of this library
// (one with a ValidatorValue method: dates, codes, and identities, which print masked), and [*] otherwise: a text or a
// number used as a key may be somebody's name or telephone. Whoever needs the place of the fault uses a slice.
//
// Faults stand in the order of the fields, elements and shown keys, never in the order of a map.
//
// # Values
//
// A fault never holds the value. Value types are judged by what their ValidatorValue returns: a money.Amount in fen, a
// measure.Quantity in thousandths, so `gt=0` and `gte=0` read naturally and other limits count those units; texts print
// them as 元 and as a plain number. The length of a text is counted in characters, of a list in items.
//
// # Concurrency and building
//
// Struct is safe for concurrent use and caches what it learns of a type. Data that contain themselves through pointers
// never end; nothing decoded from JSON does. A program built with -tags validator_novalidatefn lets the linker drop
// unused methods, which the validator otherwise keeps alive.
package check

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"github.com/shegong/shegong/station/fault"
)

// instance is built once and never handed out: registering anything on a validator in use is a data race.
var instance = sync.OnceValue(func() *validator.Validate {
	return validator.New(validator.WithRequiredStructEnabled())
})

// Struct checks the validate tags of a struct, or of what a pointer points to, and returns every problem (按标签校验结构体);
// nil when there is none. Anything else, a nil pointer included, is one [ErrStruct]. Tags that no validator can apply
// (an unknown name, a limit that is no number, dive on something that is no list) are one [ErrRules] for the whole
// struct, where the validator itself panics.
func Struct(v any) (l fault.List) {
	root := reflect.ValueOf(v)
	defer func() {
		if recover() != nil { // the panic's text may quote the value
			l = fault.List{catalogue().New(ErrRules, "type", typeName(root.Type()))}
		}
	}()
	err := instance().Struct(v)
	if err == nil {
		return nil
	}
	errs, ok := err.(validator.ValidationErrors)
	if !ok {
		return fault.List{catalogue().New(ErrStruct)}
	}
	type found struct {
		fault fault.Fault
		order string
	}
	all := make([]found, len(errs))
	finder := finder{}
	for i, e := range errs {
		p := finder.place(root, e.StructNamespace())
		all[i] = found{problem(e, p.held).At(p.path), p.order}
	}
	slices.SortStableFunc(all, func(a, b found) int {
		if c := strings.Compare(a.order, b.order); c != 0 {
			return c
		}
		return strings.Compare(a.fault.Error(), b.fault.Error())
	})
	for _, f := range all {
		l = append(l, f.fault)
	}
	return l
}

// typeName names the struct type; the text of an unnamed one would be its whole declaration.
func typeName(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" {
		return "struct"
	}
	return t.String()
}
