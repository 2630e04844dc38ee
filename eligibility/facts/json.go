package facts

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts/internal/tree"
	"github.com/shegong/shegong/station/fault"
)

// MaxJSON is how many bytes a household may take.
const MaxJSON = 4 << 20

// read reads JSON into what a pointer points to, strictly: no member that does not exist, none twice, no other case,
// nothing of another type. The error is a fault.List with every problem; what is read then is of no use.
func read(data []byte, into any) error {
	var l fault.List
	if len(data) > MaxJSON {
		l.Add("", catalogue().New(ErrSize))
		return l.Err()
	}
	if !json.Valid(data) {
		l.Add("", catalogue().New(ErrJSON))
		return l.Err()
	}
	n, ok := tree.Parse(data)
	if !ok {
		l.Add("", catalogue().New(ErrSize))
		return l.Err()
	}
	fill(reflect.ValueOf(into).Elem(), n, nil, &l)
	return l.Err()
}

// filler reads itself from a piece of JSON.
type filler interface {
	fill(n tree.Node, at *tree.Place, l *fault.List)
}

func (a *Attested[T]) fill(n tree.Node, at *tree.Place, l *fault.List) {
	switch n.Kind {
	case 'n':
		return
	case '{':
	default:
		l.Add(at.String(), catalogue().New(ErrJSON))
		return
	}
	var parts struct {
		Value    T      `json:"value"`
		Evidence string `json:"evidence"`
	}
	fill(reflect.ValueOf(&parts).Elem(), n, at, l)
	for _, name := range []string{"value", "evidence"} {
		if k, ok := n.Find(name); !ok || k.Kind == 'n' {
			l.Add(at.To(name), catalogue().New(ErrMissing))
		}
	}
	*a = Attested[T]{parts.Value, eligibility.Evidence(parts.Evidence), true}
}

// fill sets v from n. Null leaves v as it is, not recorded.
func fill(v reflect.Value, n tree.Node, at *tree.Place, l *fault.List) {
	bad := func() { l.Add(at.String(), catalogue().New(ErrJSON)) }
	if n.Kind == 'n' {
		return
	}
	switch p := v.Addr().Interface().(type) {
	case filler:
		p.fill(n, at, l)
		return
	case encoding.TextUnmarshaler:
		if n.Kind != '"' {
			bad()
		} else if err := p.UnmarshalText([]byte(n.Text)); err != nil {
			l.Add(at.String(), err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if n.Kind != '{' {
			bad()
			return
		}
		fillStruct(v, n, at, l)
	case reflect.Slice:
		if n.Kind != '[' {
			bad()
			return
		}
		if len(n.Kids) > 0 { // an empty list is the list left out
			v.Set(reflect.MakeSlice(v.Type(), len(n.Kids), len(n.Kids)))
		}
		for i, k := range n.Kids {
			fill(v.Index(i), k, &tree.Place{Up: at, At: i}, l)
		}
	case reflect.String:
		if n.Kind != '"' {
			bad()
			return
		}
		v.SetString(n.Text)
	case reflect.Bool:
		if n.Kind != 't' {
			bad()
			return
		}
		v.SetBool(n.Text == "true")
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(n.Text, 10, 64)
		if n.Kind != '0' || err != nil || v.OverflowInt(i) {
			bad()
			return
		}
		v.SetInt(i)
	default:
		panic("facts: a field of a type that is not read")
	}
}

func fillStruct(v reflect.Value, n tree.Node, at *tree.Place, l *fault.List) {
	for i, name := range n.Names {
		f := field(v, name)
		switch {
		case !f.IsValid():
			// The name is not repeated: it may be anything, a person's name included.
			l.Add(at.String(), catalogue().New(ErrMember))
		case slices.Index(n.Names, name) != i:
			l.Add(at.To(name), catalogue().New(ErrTwice))
		default:
			fill(f, n.Kids[i], &tree.Place{Up: at, Name: name}, l)
		}
	}
}

// field is the field of v whose JSON name is name.
func field(v reflect.Value, name string) reflect.Value {
	s, known := shapes()[v.Type()]
	if !known {
		s = &shape{members: membersOf(v.Type())}
	}
	if i := slices.IndexFunc(s.members, func(m member) bool { return m.name == name }); i >= 0 && name != "" {
		return v.Field(i)
	}
	return reflect.Value{}
}
