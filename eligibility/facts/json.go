package facts

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
)

// Bounds of what is read.
const (
	MaxJSON  = 4 << 20 // bytes of a household
	maxDepth = 12
	maxItems = 4096 // of any list
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
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	n, ok := parse(d, 0)
	if !ok {
		l.Add("", catalogue().New(ErrSize))
		return l.Err()
	}
	fill(reflect.ValueOf(into).Elem(), n, "", &l)
	return l.Err()
}

// parse takes the next value of valid JSON apart; false means too deep or too long.
func parse(d *json.Decoder, depth int) (n node, ok bool) {
	t, err := d.Token()
	if err != nil || depth > maxDepth {
		return n, false
	}
	switch t := t.(type) {
	case json.Delim:
		n.kind = byte(t)
		for d.More() {
			if len(n.kids) == maxItems {
				return n, false
			}
			if t == '{' {
				name, err := d.Token()
				if err != nil {
					return n, false
				}
				n.names = append(n.names, name.(string))
			}
			kid, ok := parse(d, depth+1)
			if !ok {
				return n, false
			}
			n.kids = append(n.kids, kid)
		}
		_, err = d.Token()
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
	fill(n node, path string, l *fault.List)
}

func (a *Attested[T]) fill(n node, path string, l *fault.List) {
	switch n.kind {
	case 'n':
		return
	case '{':
	default:
		l.Add(path, catalogue().New(ErrJSON))
		return
	}
	var parts struct {
		Value    T      `json:"value"`
		Evidence string `json:"evidence"`
	}
	fill(reflect.ValueOf(&parts).Elem(), n, path, l)
	for _, name := range []string{"value", "evidence"} {
		if k, ok := n.member(name); !ok || k.kind == 'n' {
			l.Add(join(path, name), catalogue().New(ErrMissing))
		}
	}
	*a = Attested[T]{parts.Value, eligibility.Evidence(parts.Evidence), true}
}

func (n node) member(name string) (node, bool) {
	for i, m := range n.names {
		if m == name {
			return n.kids[i], true
		}
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
func fill(v reflect.Value, n node, path string, l *fault.List) {
	bad := func() { l.Add(path, catalogue().New(ErrJSON)) }
	if n.kind == 'n' {
		return
	}
	switch p := v.Addr().Interface().(type) {
	case filler:
		p.fill(n, path, l)
		return
	case encoding.TextUnmarshaler:
		if n.kind != '"' {
			bad()
		} else {
			l.Add(path, p.UnmarshalText([]byte(n.text)))
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if n.kind != '{' {
			bad()
			return
		}
		fillStruct(v, n, path, l)
	case reflect.Slice:
		if n.kind != '[' {
			bad()
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.kids), len(n.kids)))
		for i, k := range n.kids {
			fill(v.Index(i), k, fault.Index(path, i), l)
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

func fillStruct(v reflect.Value, n node, path string, l *fault.List) {
	for i, name := range n.names {
		if k, _ := n.member(name); len(n.names) > 1 && &k != &n.kids[i] && n.first(name) != i {
			l.Add(path, catalogue().New(ErrTwice))
			continue
		}
		f := field(v, name)
		if !f.IsValid() {
			// The name is not repeated: it may be anything, a person's name included.
			l.Add(path, catalogue().New(ErrMember))
			continue
		}
		fill(f, n.kids[i], join(path, name), l)
	}
}

func (n node) first(name string) int {
	for i, m := range n.names {
		if m == name {
			return i
		}
	}
	return -1
}

// field is the field of v whose JSON name is name.
func field(v reflect.Value, name string) reflect.Value {
	t := v.Type()
	for i := range t.NumField() {
		if jsonName(t.Field(i)) == name {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
