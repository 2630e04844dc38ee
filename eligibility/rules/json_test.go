package rules_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// A member is one member of an object in the order written, which encoding/json does not keep.
type member struct {
	key string
	val any
}

// decodeAny reads JSON into []member, []any, string, json.Number and bool.
func decodeAny(t testing.TB, data []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var next func() any
	next = func() any {
		tok, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch tok {
		case json.Delim('{'):
			object := []member{}
			for d.More() {
				k, _ := d.Token()
				object = append(object, member{k.(string), next()})
			}
			_, _ = d.Token()
			return object
		case json.Delim('['):
			list := []any{}
			for d.More() {
				list = append(list, next())
			}
			_, _ = d.Token()
			return list
		}
		return tok
	}
	return next()
}

// encode writes what decodeAny read, without blanks.
func encode(v any) []byte {
	var b bytes.Buffer
	var put func(any)
	put = func(v any) {
		switch v := v.(type) {
		case []member:
			b.WriteByte('{')
			for i, m := range v {
				if i > 0 {
					b.WriteByte(',')
				}
				put(m.key)
				b.WriteByte(':')
				put(m.val)
			}
			b.WriteByte('}')
		case []any:
			b.WriteByte('[')
			for i, x := range v {
				if i > 0 {
					b.WriteByte(',')
				}
				put(x)
			}
			b.WriteByte(']')
		default:
			text, _ := json.Marshal(v)
			b.Write(text)
		}
	}
	put(v)
	return b.Bytes()
}

// encodeReversed writes every object back to front.
func encodeReversed(v any) []byte {
	each(v, func(object *[]member) { slices.Reverse(*object) })
	return encode(v)
}

// each calls do for every object in v; the members of one may be changed in place but not in number.
func each(v any, do func(*[]member)) {
	switch v := v.(type) {
	case []member:
		for _, m := range v {
			each(m.val, do)
		}
		do(&v)
	case []any:
		for _, x := range v {
			each(x, do)
		}
	}
}
