package tree_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility/facts/internal/tree"
)

func TestEverythingIsKeptAsWritten(t *testing.T) {
	n, ok := tree.Parse([]byte(`{"b":[1.50,"x",true,null],"a":{},"b":false}`))
	want := tree.Node{Kind: '{', Names: []string{"b", "a", "b"}, Kids: []tree.Node{
		{Kind: '[', Kids: []tree.Node{{Kind: '0', Text: "1.50"}, {Kind: '"', Text: "x"}, {Kind: 't', Text: "true"}, {Kind: 'n'}}},
		{Kind: '{'}, {Kind: 't', Text: "false"}}}
	if diff := cmp.Diff(want, n); !ok || diff != "" {
		t.Error(ok, diff)
	}
	if k, ok := n.Find("b"); !ok || k.Kind != '[' {
		t.Errorf("the first of two: %v %v", k, ok)
	}
	if _, ok := n.Find("c"); ok {
		t.Error("a member that nobody wrote")
	}
}

func TestBounds(t *testing.T) {
	list := func(n int) string { return "[" + strings.Repeat("0,", n-1) + "0]" }
	object := func(n int) string { return `{` + strings.Repeat(`"a":0,`, n-1) + `"a":0}` }
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, c := range []struct {
		name, json string
		ok         bool
	}{
		{"longest", list(tree.MaxItems), true}, {"too long", list(tree.MaxItems + 1), false},
		{"widest", object(64), true}, {"too wide", object(65), false},
		{"deepest", deep(13), true}, {"too deep", deep(14), false},
		{"most", "[" + strings.Repeat(list(4096)+",", 72) + list(4000) + "]", true},
		{"too much", "[" + strings.Repeat(list(4096)+",", 73) + list(4000) + "]", false},
		{"cut off", `{"a"`, false}, {"no JSON", `{1:2}`, false}, {"nothing", "", false},
	} {
		if _, ok := tree.Parse([]byte(c.json)); ok != c.ok {
			t.Errorf("%s: %v", c.name, ok)
		}
	}
}
