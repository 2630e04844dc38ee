package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/shegong/shegong/station/fault"
)

// Bounds of a file. No act comes near them; a file made to exhaust a reader is refused before it is built.
const (
	MaxBytes = 4 << 20 // of JSON
	MaxNodes = 20_000  // nodes of all trees, counted where they stand
	MaxDepth = 64      // of one tree
	MaxCases = 2_000   // that prove a file; each may ask for a law of its own

	maxValues = 400_000 // JSON values
	maxNest   = 4 * MaxDepth
	maxFaults = 1000
)

// A value is one JSON value: its members keep their order and their repetitions, so that both can be judged.
type value struct {
	kind byte   // one of the five below
	text string // of a string, number or bool
	keys []string
	kids []*value
	line int
}

const (
	isObject byte = '{'
	isArray  byte = '['
	isText   byte = '"'
	isNumber byte = '0'
	isBool   byte = 't'
	isNull   byte = 'n'
)

// parse reads one JSON value and nothing behind it.
func parse(data []byte) (*value, error) {
	if len(data) > MaxBytes {
		return nil, catalogue().New(ErrSize, "max", strconv.Itoa(MaxBytes))
	}
	if !utf8.Valid(data) {
		return nil, catalogue().New(ErrEncoding)
	}
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		at := len(data)
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at = min(at, int(syntax.Offset))
		}
		return nil, catalogue().New(ErrSyntax, "line", strconv.Itoa(1+bytes.Count(data[:at], []byte("\n"))))
	}
	p := parser{data: data, d: json.NewDecoder(bytes.NewReader(data)), line: 1}
	p.d.UseNumber()
	return p.value(0)
}

// A parser turns the tokens of valid JSON into values. How deep it goes is bounded, so it may recurse.
type parser struct {
	data   []byte
	d      *json.Decoder
	at     int // up to where lines are counted
	line   int
	values int
}

func (p *parser) token() (json.Token, error) {
	t, err := p.d.Token()
	if err != nil { // the syntax was valid, so this is an escape that is none, or a number beyond reason
		return nil, catalogue().New(ErrSyntax, "line", strconv.Itoa(p.line))
	}
	to := int(p.d.InputOffset())
	p.line += bytes.Count(p.data[p.at:to], []byte("\n"))
	p.at = to
	return t, nil
}

func (p *parser) value(depth int) (*value, error) {
	t, err := p.token()
	if err != nil {
		return nil, err
	}
	return p.from(t, depth)
}

func (p *parser) from(t json.Token, depth int) (*value, error) {
	if p.values++; p.values > maxValues {
		return nil, catalogue().New(ErrTooMany)
	}
	v := &value{line: p.line}
	switch t := t.(type) {
	case string:
		v.kind, v.text = isText, t
	case json.Number:
		v.kind, v.text = isNumber, t.String()
	case bool:
		v.kind, v.text = isBool, strconv.FormatBool(t)
	case json.Delim:
		if depth == maxNest {
			return nil, catalogue().New(ErrDepth)
		}
		v.kind = byte(t)
		return v, p.inside(v, depth+1)
	default:
		v.kind = isNull
	}
	return v, nil
}

// inside reads members or elements up to the closing token.
func (p *parser) inside(v *value, depth int) error {
	for p.d.More() {
		if v.kind == isObject {
			k, err := p.token()
			if err != nil {
				return err
			}
			key, _ := k.(string)
			v.keys = append(v.keys, key)
		}
		kid, err := p.value(depth)
		if err != nil {
			return err
		}
		v.kids = append(v.kids, kid)
	}
	_, err := p.token()
	return err
}

// append writes a value in the one canonical form: what holds nothing but plain values stands on one line, anything else
// has a line a member, indented by two blanks a level; a line ends in a line feed.
func (v *value) append(dst []byte, indent int) []byte {
	switch v.kind {
	case isText:
		return appendText(dst, v.text)
	case isObject, isArray:
	default:
		return append(dst, v.text...)
	}
	flat := true
	for _, k := range v.kids {
		flat = flat && len(k.kids) == 0 && k.kind != isObject && k.kind != isArray
	}
	dst = append(dst, v.kind)
	for i, k := range v.kids {
		if i > 0 {
			dst = append(dst, ',')
		}
		switch {
		case !flat:
			dst = newline(dst, indent+1)
		case i > 0:
			dst = append(dst, ' ')
		}
		if v.kind == isObject {
			dst = append(appendText(dst, v.keys[i]), ':', ' ')
		}
		dst = k.append(dst, indent+1)
	}
	if !flat {
		dst = newline(dst, indent)
	}
	return append(dst, v.kind+2) // } and ] come two after { and [
}

func newline(dst []byte, indent int) []byte {
	dst = append(dst, '\n')
	for range indent {
		dst = append(dst, ' ', ' ')
	}
	return dst
}

// appendText writes a string without the escapes that only HTML needs.
func appendText(dst []byte, s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return append(dst, '"', '"') // no string fails
	}
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// readAll reads no more of r than a file may have.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		var l fault.List
		l.Add("", err)
		return nil, l.Err()
	}
	return data, nil
}
