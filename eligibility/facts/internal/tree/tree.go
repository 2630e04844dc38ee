// Package tree takes JSON apart as it is written (原样): members in their order, repeated ones included, numbers as their text. Who
// reads strictly has to see all of that.
//
// A Node may be read by any number of goroutines.
package tree

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

// MaxItems is how many elements a list may have.
const MaxItems = 4096

// Bounds of what is taken apart.
const (
	maxDepth   = 12
	maxMembers = 64      // of any object
	maxNodes   = 300_000 // values and lists in all
)

// Node is a piece of JSON: its members in the order written, its elements, or its text.
type Node struct {
	Kind  byte // { [ " 0 t n
	Text  string
	Names []string
	Kids  []Node
}

// Parse takes valid JSON apart; false means too deep or too long.
func Parse(data []byte) (Node, bool) {
	p := parser{d: json.NewDecoder(bytes.NewReader(data))}
	p.d.UseNumber()
	return p.parse(0)
}

// Find returns the member of this name.
func (n Node) Find(name string) (Node, bool) {
	if i := slices.Index(n.Names, name); i >= 0 {
		return n.Kids[i], true
	}
	return Node{}, false
}

type parser struct {
	d     *json.Decoder
	nodes int
}

func (p *parser) parse(depth int) (n Node, ok bool) {
	t, err := p.d.Token()
	if p.nodes++; err != nil || depth > maxDepth || p.nodes > maxNodes {
		return n, false
	}
	switch t := t.(type) {
	case json.Delim:
		n.Kind = byte(t)
		for p.d.More() {
			if t == '{' {
				name, err := p.d.Token()
				if err != nil || len(n.Names) == maxMembers {
					return n, false
				}
				n.Names = append(n.Names, name.(string))
			}
			kid, ok := p.parse(depth + 1)
			if !ok || len(n.Kids) == MaxItems {
				return n, false
			}
			n.Kids = append(n.Kids, kid)
		}
		_, err = p.d.Token()
		return n, err == nil
	case string:
		n.Kind, n.Text = '"', t
	case json.Number:
		n.Kind, n.Text = '0', t.String()
	case bool:
		n.Kind, n.Text = 't', strconv.FormatBool(t)
	default:
		n.Kind = 'n'
	}
	return n, true
}
