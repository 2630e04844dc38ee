package sql_test

import (
	"fmt"
	"strconv"
	"strings"
)

// A small evaluator of the SQL that Express writes, three-valued as the standard says: an oracle that shares nothing with it.
// A value is nil (NULL), a bool, an int64 or a string.

type evaluator struct {
	tokens []string
	env    map[string]any
}

// evaluate reads text with these columns.
func evaluate(text string, env map[string]any) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	e := &evaluator{tokens: tokens(text), env: env}
	v = e.or()
	if len(e.tokens) > 0 {
		return nil, fmt.Errorf("left over: %q", e.tokens)
	}
	return v, nil
}

func tokens(s string) []string {
	var out []string
	for s != "" {
		n := 1
		switch c := s[0]; {
		case c == ' ':
			s = s[1:]
			continue
		case c == '\'' || c == '"':
			for n < len(s) && (s[n] != c || n+1 < len(s) && s[n+1] == c) {
				if s[n] == c {
					n++
				}
				n++
			}
			n++
		case strings.HasPrefix(s, "<="), strings.HasPrefix(s, ">="), strings.HasPrefix(s, "<>"):
			n = 2
		case !strings.ContainsRune("()<>=+-*&,", rune(c)):
			n = strings.IndexAny(s, " ()<>=+-*&,")
			if n < 0 {
				n = len(s)
			}
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return out
}

func (e *evaluator) peek() string {
	if len(e.tokens) == 0 {
		return ""
	}
	return e.tokens[0]
}

func (e *evaluator) accept(t string) bool {
	if e.peek() == t {
		e.tokens = e.tokens[1:]
		return true
	}
	return false
}

func (e *evaluator) expect(t string) {
	if !e.accept(t) {
		panic(fmt.Sprintf("%q where %q should stand", e.peek(), t))
	}
}

func (e *evaluator) or() any {
	v := e.and()
	for e.accept("OR") {
		o := e.and()
		switch {
		case v == true || o == true:
			v = true
		case v == nil || o == nil:
			v = nil
		default:
			v = v.(bool) || o.(bool)
		}
	}
	return v
}

func (e *evaluator) and() any {
	v := e.not()
	for e.accept("AND") {
		o := e.not()
		switch {
		case v == false || o == false:
			v = false
		case v == nil || o == nil:
			v = nil
		default:
			v = v.(bool) && o.(bool)
		}
	}
	return v
}

func (e *evaluator) not() any {
	if e.accept("NOT") {
		v := e.not()
		if v == nil {
			return nil
		}
		return !v.(bool)
	}
	return e.comparison()
}

func (e *evaluator) comparison() any {
	v := e.sum()
	if e.accept("IN") {
		e.expect("(")
		var found any = false
		for {
			if o := e.sum(); v == nil || o == nil {
				found = nil
			} else if v == o {
				found = true
			}
			if !e.accept(",") {
				break
			}
		}
		e.expect(")")
		if v == nil {
			return nil
		}
		return found
	}
	for _, op := range []string{"<=", ">=", "<>", "<", ">", "="} {
		if !e.accept(op) {
			continue
		}
		o := e.sum()
		if v == nil || o == nil {
			return nil
		}
		cmp := 0
		if s, ok := v.(string); ok {
			cmp = strings.Compare(s, o.(string))
		} else if a, b := v.(int64), o.(int64); a != b {
			if cmp = 1; a < b {
				cmp = -1
			}
		}
		switch op {
		case "<=":
			return cmp <= 0
		case ">=":
			return cmp >= 0
		case "<>":
			return cmp != 0
		case "<":
			return cmp < 0
		case ">":
			return cmp > 0
		}
		return cmp == 0
	}
	return v
}

func (e *evaluator) sum() any {
	v := e.product()
	for {
		switch {
		case e.accept("+"):
			v = number(v, e.product(), func(a, b int64) int64 { return a + b })
		case e.accept("-"):
			v = number(v, e.product(), func(a, b int64) int64 { return a - b })
		case e.accept("&"):
			v = number(v, e.product(), func(a, b int64) int64 { return a & b })
		default:
			return v
		}
	}
}

func (e *evaluator) product() any {
	v := e.primary()
	for e.accept("*") {
		v = number(v, e.primary(), func(a, b int64) int64 {
			if a != 0 && a*b/a != b {
				panic("overflow")
			}
			return a * b
		})
	}
	return v
}

func number(a, b any, f func(a, b int64) int64) any {
	if a == nil || b == nil {
		return nil
	}
	return f(a.(int64), b.(int64))
}

func (e *evaluator) primary() any {
	t := e.peek()
	e.tokens = e.tokens[1:]
	switch {
	case t == "(":
		v := e.or()
		e.expect(")")
		return v
	case t == "CASE":
		return e.cases()
	case t == "TRUE", t == "FALSE":
		return t == "TRUE"
	case t == "NULL":
		return nil
	case t[0] == '\'':
		return strings.ReplaceAll(t[1:len(t)-1], "''", "'")
	case t[0] == '"':
		name := strings.ReplaceAll(t[1:len(t)-1], `""`, `"`)
		v, ok := e.env[name]
		if !ok {
			panic("no column " + name)
		}
		return v
	}
	n, err := strconv.ParseInt(t, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// cases evaluates every branch, as SQL may, and takes the first that holds.
func (e *evaluator) cases() any {
	var subject any
	simple := e.peek() != "WHEN"
	if simple {
		subject = e.or()
	}
	var out any
	done := false
	for e.accept("WHEN") {
		when := e.or()
		e.expect("THEN")
		then := e.or()
		if simple {
			when = subject != nil && when == subject
		}
		if !done && when == true {
			out, done = then, true
		}
	}
	if e.accept("ELSE") {
		if then := e.or(); !done {
			out = then
		}
	}
	e.expect("END")
	return out
}
