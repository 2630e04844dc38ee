package rules

import (
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// A job is one reading or writing of a file: what was found wrong, and what has been spent of the bounds.
type job struct {
	faults fault.List
	nodes  int
	depth  int
	params map[eligibility.ParamKey]eligibility.ParamKind // declared in the file, for writing values
}

func (j *job) add(path string, err error) {
	switch {
	case len(j.faults) < maxFaults:
		j.faults.Add(path, err)
	case len(j.faults) == maxFaults:
		j.faults.Add("", catalogue().New(ErrTooMany))
	}
}

// full reports that there are more problems than are told: what is left need not be looked at.
func (j *job) full() bool { return len(j.faults) > maxFaults }

// A form is one JSON object on its way in or out. Every type of the law is described once, by a function that names its
// members in canonical order, and that function both reads and writes: neither can know a field that the other does not.
//
// Reading, a member fills the field it points to, and done refuses the members nobody asked for. Writing, a member empties
// the field it has written, in a copy, and what is left over then is refused: a field that has no place in the form is never
// dropped in silence.
type form struct {
	job  *job
	path string
	in   *value // nil when writing
	used []bool
	out  *value
}

func reader(j *job, path string, v *value) *form {
	return &form{job: j, path: path, in: v, used: make([]bool, len(v.keys))}
}

func writer(j *job, path string) *form {
	return &form{job: j, path: path, out: &value{kind: isObject}}
}

func (f *form) at(name string) string {
	if f.path == "" {
		return name
	}
	return f.path + "." + name
}

func (f *form) bad(name string, code fault.Code) { f.job.add(f.at(name), catalogue().New(code)) }

// has reports, reading, that the member is there.
func (f *form) has(name string) bool { return slices.Contains(f.in.keys, name) }

// take finds a member to read; nil when there is none.
func (f *form) take(name string, need bool, kind byte) *value {
	i := slices.Index(f.in.keys, name)
	if i < 0 {
		if need {
			f.bad(name, ErrMissing)
		}
		return nil
	}
	f.used[i] = true
	if f.in.kids[i].kind != kind {
		f.bad(name, ErrType)
		return nil
	}
	return f.in.kids[i]
}

func (f *form) put(name string, v *value) {
	f.out.keys = append(f.out.keys, name)
	f.out.kids = append(f.out.kids, v)
}

// done refuses what was not asked for. It gives the line and not the name, which may be anything.
func (f *form) done() {
	for i, used := range f.used {
		if used {
			continue
		}
		code := ErrField
		if slices.Index(f.in.keys, f.in.keys[i]) < i {
			code = ErrTwice
		}
		f.job.add(f.path, catalogue().New(code, "line", strconv.Itoa(f.in.kids[i].line)))
		if f.job.full() {
			return
		}
	}
}

// forgive lets every member pass, where nobody can say which there should be.
func (f *form) forgive() {
	for i := range f.used {
		f.used[i] = true
	}
}

// scalar is a member that is one text, number or bool. A needed one is written even where it is zero, unless its text is
// empty.
func scalar[T comparable](f *form, name string, p *T, need bool, kind byte, parse func(string) (T, error), text func(T) string) {
	var zero T
	if f.in != nil {
		if v := f.take(name, need, kind); v != nil {
			x, err := parse(v.text)
			f.job.add(f.at(name), err)
			if err == nil {
				*p = x
			}
		}
		return
	}
	x := *p
	*p = zero
	s := text(x)
	switch {
	case s == "" && need:
		f.bad(name, ErrMissing)
		return
	case x == zero && !need:
		return
	}
	_, err := parse(s) // what cannot be read back is not written
	f.job.add(f.at(name), err)
	f.put(name, &value{kind: kind, text: s})
}

// text is a member of type string that people read.
func text(f *form, name string, p *string, need bool) {
	scalar(f, name, p, need, isText, func(s string) (string, error) {
		if !readable(s) {
			return "", catalogue().New(ErrText)
		}
		return s, nil
	}, func(s string) string { return s })
}

const maxText = 4000

// readable reports whether s is one line of text without anything nobody sees.
func readable(s string) bool {
	return s != "" && len(s) <= maxText && s == strings.TrimSpace(s) &&
		!strings.ContainsFunc(s, func(r rune) bool {
			return r == unicode.ReplacementChar || !unicode.IsPrint(r) && r != '\u3000' ||
				unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
		})
}

// word is a member that is one of some words.
func word[K ~string](f *form, name string, p *K, need bool, words ...K) {
	scalar(f, name, p, need, isText, func(s string) (K, error) {
		if !slices.Contains(words, K(s)) {
			return "", catalogue().New(ErrWord)
		}
		return K(s), nil
	}, func(k K) string { return string(k) })
}

// entry is a member that is a key of a code list.
func entry[K ~string](f *form, name string, p *K, need bool, list vocab.List[K]) {
	words := make([]K, 0, list.Len())
	for e := range list.All() {
		words = append(words, e.Key)
	}
	word(f, name, p, need, words...)
}

func readKey[K ~string](s string) (K, error) {
	if !eligibility.ValidKey(s) {
		return "", catalogue().New(ErrKey)
	}
	return K(s), nil
}

// key is a member that names something.
func key[K ~string](f *form, name string, p *K, need bool) {
	scalar(f, name, p, need, isText, readKey[K], func(k K) string { return string(k) })
}

// whole is a member that is a whole number within 10¹³ either way.
func whole[N int | int64](f *form, name string, p *N, need bool) {
	scalar(f, name, p, need, isNumber, func(s string) (N, error) {
		const limit = 10_000_000_000_000
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || n < -limit || n > limit || strconv.FormatInt(n, 10) != s || int64(N(n)) != n {
			return 0, catalogue().New(ErrNumber)
		}
		return N(n), nil
	}, func(n N) string { return strconv.FormatInt(int64(n), 10) })
}

func flag(f *form, name string, p *bool, need bool) {
	scalar(f, name, p, need, isBool, strconv.ParseBool, strconv.FormatBool)
}

// texter is a pointer to a value type with canonical text.
type texter[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// exact is a member that is the canonical text of a value type: a date, a period, a code, an amount, a ratio. An empty text
// is refused: what is not recorded is left out.
func exact[T interface {
	comparable
	String() string
}, P texter[T]](f *form, name string, p P, need bool) {
	scalar(f, name, (*T)(p), need, isText, func(s string) (T, error) {
		var x T
		if s == "" {
			return x, catalogue().New(ErrText)
		}
		return x, P(&x).UnmarshalText([]byte(s))
	}, T.String)
}

// object is a member that is an object.
func object[T any](f *form, name string, p *T, need bool, describe func(*form, *T)) {
	if f.in != nil {
		if v := f.take(name, need, isObject); v != nil {
			readInto(f.job, f.at(name), v, p, describe)
		}
		return
	}
	x := *p
	*p = *new(T)
	if empty(reflect.ValueOf(x)) && !need {
		return
	}
	f.put(name, written(f.job, f.at(name), x, describe))
}

// list is a member that is a list of objects.
func list[T any](f *form, name string, p *[]T, need bool, describe func(*form, *T)) {
	if f.in != nil {
		v := f.take(name, need, isArray)
		if v == nil {
			return
		}
		for i, kid := range v.kids {
			if f.job.full() {
				return
			}
			path := fault.Index(f.at(name), i)
			if kid.kind != isObject {
				f.job.add(path, catalogue().New(ErrType))
				continue
			}
			var x T
			readInto(f.job, path, kid, &x, describe)
			*p = append(*p, x)
		}
		return
	}
	xs := *p
	*p = nil
	if len(xs) == 0 && !need {
		return
	}
	out := &value{kind: isArray}
	for i, x := range xs {
		out.kids = append(out.kids, written(f.job, fault.Index(f.at(name), i), x, describe))
	}
	f.put(name, out)
}

func readInto[T any](j *job, path string, v *value, p *T, describe func(*form, *T)) {
	f := reader(j, path, v)
	describe(f, p)
	f.done()
}

// written is x as an object; x is a copy that describe empties.
func written[T any](j *job, path string, x T, describe func(*form, *T)) *value {
	f := writer(j, path)
	describe(f, &x)
	f.left(x)
	return f.out
}

// left refuses, writing, what has no place in the form.
func (f *form) left(x any) {
	if !empty(reflect.ValueOf(x)) {
		f.job.add(f.path, catalogue().New(ErrLeft))
	}
}

// texts is a member that is a list of words in texts.
func texts[K ~string](f *form, name string, p *[]K, need bool, parse func(string) (K, error)) {
	check := func(i int, kind byte, s string) {
		path := fault.Index(f.at(name), i)
		if kind != isText {
			f.job.add(path, catalogue().New(ErrType))
			return
		}
		_, err := parse(s)
		f.job.add(path, err)
	}
	if f.in != nil {
		if v := f.take(name, need, isArray); v != nil {
			for i, kid := range v.kids {
				if f.job.full() {
					return
				}
				check(i, kid.kind, kid.text)
				*p = append(*p, K(kid.text))
			}
		}
		return
	}
	xs := *p
	*p = nil
	if len(xs) == 0 && !need {
		return
	}
	out := &value{kind: isArray}
	for i, x := range xs {
		check(i, isText, string(x))
		out.kids = append(out.kids, &value{kind: isText, text: string(x)})
	}
	f.put(name, out)
}

// empty reports whether nothing is in v: a list without elements counts as none.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if !empty(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

// oneOf finds, reading, which of the named members is there; ok is false, and reported, unless it is exactly one.
func oneOf[K ~string](f *form, names ...K) (found K, ok bool) {
	n := 0
	for _, name := range names {
		if f.has(string(name)) {
			found = name
			n++
		}
	}
	if n != 1 {
		f.job.add(f.path, catalogue().New(ErrChoice))
		f.forgive()
	}
	return found, n == 1
}
