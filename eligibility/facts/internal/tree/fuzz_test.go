package tree_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility/facts/internal/tree"
)

// value is a piece of JSON as encoding/json reads it: of a member that is written twice the last counts.
func value(n tree.Node) any {
	switch n.Kind {
	case '{':
		m := make(map[string]any)
		for i, name := range n.Names {
			m[name] = value(n.Kids[i])
		}
		return m
	case '[':
		l := make([]any, len(n.Kids))
		for i, k := range n.Kids {
			l[i] = value(k)
		}
		return l
	case '"':
		return n.Text
	case '0':
		return json.Number(n.Text)
	case 't':
		return n.Text == "true"
	}
	return nil
}

// Nothing panics, and what is taken apart says what encoding/json reads.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":[1,"x",true,null],"a":{}}`, `[[[[[[[[[[[[[[0]]]]]]]]]]]]]]`, `"\u4e00"`, `{"a"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, ok := tree.Parse(data)
		if !ok || !json.Valid(data) {
			return
		}
		d := json.NewDecoder(bytes.NewReader(data))
		d.UseNumber()
		var want any
		if err := d.Decode(&want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, value(n)); diff != "" {
			t.Error(diff)
		}
	})
}
