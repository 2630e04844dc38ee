package facts

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
)

// Bounds of what is read.
const (
	MaxJSON    = 4 << 20 // bytes of a household
	maxDepth   = 12
	maxItems   = 4096    // of any list
	maxMembers = 64      // of any object
	maxNodes   = 300_000 // values and lists in all
)

// node is a piece of JSON: its members in the order written, its elements, or its text.
type node struct {
	kind  byte // { [ " 0 t n
	text  string
	names []string
	kids  []node
}

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
	p := parser{d: json.NewDecoder(bytes.NewReader(data))}
	p.d.UseNumber()
	n, ok := p.parse(0)
	if !ok {
		l.Add("", catalogue().New(ErrSize))
		return l.Err()
	}
	fill(reflect.ValueOf(into).Elem(), n, nil, &l)
	return l.Err()
}

// parser takes JSON apart.
type parser struct {
	d     *json.Decoder
	nodes int
}

// parse takes the next value of valid JSON apart; false means too deep or too long.
func (p *parser) parse(depth int) (n node, ok bool) {
	t, err := p.d.Token()
	if p.nodes++; err != nil || depth > maxDepth || p.nodes > maxNodes {
		return n, false
	}
	switch t := t.(type) {
	case json.Delim:
		n.kind = byte(t)
		for p.d.More() {
			if t == '{' {
				name, err := p.d.Token()
				if err != nil || len(n.names) == maxMembers {
					return n, false
				}
				n.names = append(n.names, name.(string))
			}
			kid, ok := p.parse(depth + 1)
			if !ok || len(n.kids) == maxItems {
				return n, false
			}
			n.kids = append(n.kids, kid)
		}
		_, err = p.d.Token()
		return n, err == nil
	case string:
		n.kind, n.text = '"', t
	case json.Number:
		n.kind, n.text = '0', t.String()
	case bool:
		n.kind, n.text = 't', strconv.FormatBool(t)
	default:
		n.kind = 'n'
	}
	return n, true
}

// filler reads itself from a piece of JSON.
type filler interface {
	fill(n node, at *place, l *fault.List)
}

func (a *Attested[T]) fill(n node, at *place, l *fault.List) {
	switch n.kind {
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
		if k, ok := n.find(name); !ok || k.kind == 'n' {
			l.Add(join(at.String(), name), catalogue().New(ErrMissing))
		}
	}
	*a = Attested[T]{parts.Value, eligibility.Evidence(parts.Evidence), true}
}

func (n node) find(name string) (node, bool) {
	if i := slices.Index(n.names, name); i >= 0 {
		return n.kids[i], true
	}
	return node{}, false
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// fill sets v from n. Null leaves v as it is, not recorded.
func fill(v reflect.Value, n node, at *place, l *fault.List) {
	bad := func() { l.Add(at.String(), catalogue().New(ErrJSON)) }
	if n.kind == 'n' {
		return
	}
	switch p := v.Addr().Interface().(type) {
	case filler:
		p.fill(n, at, l)
		return
	case encoding.TextUnmarshaler:
		if n.kind != '"' {
			bad()
		} else if err := p.UnmarshalText([]byte(n.text)); err != nil {
			l.Add(at.String(), err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if n.kind != '{' {
			bad()
			return
		}
		fillStruct(v, n, at, l)
	case reflect.Slice:
		if n.kind != '[' {
			bad()
			return
		}
		if len(n.kids) > 0 { // an empty list is the list left out
			v.Set(reflect.MakeSlice(v.Type(), len(n.kids), len(n.kids)))
		}
		for i, k := range n.kids {
			fill(v.Index(i), k, &place{up: at, at: i}, l)
		}
	case reflect.String:
		if n.kind != '"' {
			bad()
			return
		}
		v.SetString(n.text)
	case reflect.Bool:
		if n.kind != 't' {
			bad()
			return
		}
		v.SetBool(n.text == "true")
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(n.text, 10, 64)
		if n.kind != '0' || err != nil || v.OverflowInt(i) {
			bad()
			return
		}
		v.SetInt(i)
	default:
		panic("facts: a field of a type that is not read")
	}
}

func fillStruct(v reflect.Value, n node, at *place, l *fault.List) {
	for i, name := range n.names {
		f := field(v, name)
		switch {
		case !f.IsValid():
			// The name is not repeated: it may be anything, a person's name included.
			l.Add(at.String(), catalogue().New(ErrMember))
		case slices.Index(n.names, name) != i:
			l.Add(join(at.String(), name), catalogue().New(ErrTwice))
		default:
			fill(f, n.kids[i], &place{up: at, name: name}, l)
		}
	}
}

// field is the field of v whose JSON name is name.
func field(v reflect.Value, name string) reflect.Value {
	ms, known := members()[v.Type()]
	if !known {
		ms = membersOf(v.Type())
	}
	if i := slices.IndexFunc(ms, func(m member) bool { return m.name == name }); i >= 0 && name != "" {
		return v.Field(i)
	}
	return reflect.Value{}
}
