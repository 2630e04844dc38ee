package known_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"net/netip"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
)

var (
	_ sql.Scanner   = (*known.Value[int])(nil)
	_ driver.Valuer = known.Value[int]{}
)

const errEven fault.Code = "TEST-EVEN"

// even has its own text, SQL form and fault. Its pointer methods are the ones that read.
type even struct{ n int }

func (e even) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "even %d", e.n), nil }
func (e *even) UnmarshalText(text []byte) error {
	if _, err := fmt.Sscanf(string(text), "even %d", &e.n); err != nil || e.n%2 != 0 {
		return fmt.Errorf("row 3: %w", notEven())
	}
	return nil
}
func (e even) Value() (driver.Value, error) { return int64(e.n), nil }
func (e *even) Scan(src any) error {
	n, ok := src.(int64)
	if !ok || n%2 != 0 {
		return fmt.Errorf("cannot scan %v", src)
	}
	e.n = int(n)
	return nil
}

func notEven() fault.Fault {
	return fault.NewCatalogue(fault.Text{Code: errEven, ZH: "应为偶数", EN: "even"}).New(errEven)
}

// leaky quotes its input in every error.
type leaky struct{ s string }

func (l leaky) MarshalText() ([]byte, error)     { return nil, errors.New("cannot write " + l.s) }
func (l *leaky) UnmarshalText(text []byte) error { return errors.New("cannot read " + string(text)) }
func (l leaky) Value() (driver.Value, error)     { return nil, errors.New("cannot store " + l.s) }

func code(err error) fault.Code {
	var f fault.Fault
	if err == nil {
		return ""
	}
	if !errors.As(err, &f) {
		return "NO FAULT"
	}
	return f.Code()
}

func TestJSON(t *testing.T) {
	type record struct {
		N known.Value[int]             `json:"n"`
		S known.Value[string]          `json:"s,omitzero"`
		E known.Value[even]            `json:"e,omitzero"`
		L known.Value[[]string]        `json:"l,omitzero"`
		P known.Value[map[string]bool] `json:"p,omitzero"`
	}
	for text, want := range map[string]record{
		`{"n":null}`:                  {},
		`{"n":0,"s":""}`:              {N: known.Of(0), S: known.Of("")},
		`{"n":-5,"s":"不详"}`:           {N: known.Of(-5), S: known.Of("不详")},
		`{"n":1,"e":"even 4"}`:        {N: known.Of(1), E: known.Of(even{4})},
		`{"n":1,"l":[]}`:              {N: known.Of(1), L: known.Of([]string{})},
		`{"n":1,"p":{"a":true}}`:      {N: known.Of(1), P: known.Of(map[string]bool{"a": true})},
		`{"n":2,"s":"\u003ca\u003e"}`: {N: known.Of(2), S: known.Of("<a>")},
	} {
		var got record
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", text, d)
		}
		if back, err := json.Marshal(got); string(back) != text || err != nil {
			t.Errorf("%s came back as %s, %v", text, back, err)
		}
	}
}

func TestJSONNullForgetsAndAbsentKeeps(t *testing.T) {
	type record struct{ A, B known.Value[int] }
	got := record{known.Of(1), known.Of(2)}
	if err := json.Unmarshal([]byte(`{"A":null}`), &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(record{B: known.Of(2)}, got); d != "" {
		t.Error(d)
	}
	v := known.Of(1)
	if err := v.UnmarshalJSON([]byte(" null\n")); err != nil || v.Known() {
		t.Error(v, err)
	}
}

func TestJSONErrorsAreDiscreetAndKeepTheValue(t *testing.T) {
	small, evens, leak := known.Of(int8(7)), known.Of(even{2}), known.Of(leaky{"x"})
	for _, c := range []struct {
		err  error
		want fault.Code
	}{
		{json.Unmarshal([]byte(`13800`), &small), known.ErrJSON},
		{json.Unmarshal([]byte(`"13800"`), &small), known.ErrJSON},
		{small.UnmarshalJSON([]byte(`{13800`)), known.ErrJSON},
		{json.Unmarshal([]byte(`"even 13801"`), &evens), errEven},
		{json.Unmarshal([]byte(`"13800"`), &leak), known.ErrJSON},
	} {
		if code(c.err) != c.want || strings.Contains(fmt.Sprintf("%v %+v %#v", c.err, c.err, c.err), "1380") {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
	if small != known.Of(int8(7)) || evens != known.Of(even{2}) || leak != known.Of(leaky{"x"}) {
		t.Error("an error changed the value:", small, evens)
	}
	for name, err := range map[string]error{
		"nil slice":   second(known.Of([]int(nil)).MarshalJSON()),
		"nil pointer": second(known.Of((*int)(nil)).MarshalJSON()),
		"unknown":     second(known.Of(known.Value[int]{}).MarshalJSON()),
	} {
		if !errors.Is(err, known.ErrEmpty) {
			t.Errorf("%s would be read back as unknown: %v", name, err)
		}
	}
	err := second(known.Of(leaky{"13800"}).MarshalJSON())
	if code(err) != known.ErrJSON || strings.Contains(err.Error(), "138") {
		t.Error(err)
	}
}

func second[T any](_ T, err error) error { return err }

// roundTrip writes v as text and reads it into a fresh value.
func roundTrip[T any](t *testing.T, v known.Value[T], want string) {
	t.Helper()
	text, err := v.MarshalText()
	if string(text) != want || err != nil {
		t.Errorf("text %q, %v, want %q", text, err, want)
	}
	appended, err := v.AppendText([]byte("> "))
	if string(appended) != "> "+want || err != nil {
		t.Errorf("appended %q, %v", appended, err)
	}
	var back known.Value[T]
	if err := back.UnmarshalText(text); err != nil || !back.Equal(v) {
		t.Errorf("%q came back as %v, %v", text, back, err)
	}
}

type word string

func TestText(t *testing.T) {
	roundTrip(t, known.Of("不详"), "不详")
	roundTrip(t, known.Of(word("a")), "a")
	roundTrip(t, known.Of(true), "true")
	roundTrip(t, known.Of(false), "false")
	roundTrip(t, known.Of(int64(math.MinInt64)), "-9223372036854775808")
	roundTrip(t, known.Of(uint64(math.MaxUint64)), "18446744073709551615")
	roundTrip(t, known.Of(even{8}), "even 8")
	roundTrip(t, known.Of(netip.MustParseAddr("::1")), "::1")
	roundTrip(t, known.Value[int]{}, "")
	roundTrip(t, known.Value[string]{}, "")
	roundTrip(t, known.Value[[]int]{}, "")
}

func TestTextErrorsKeepTheValue(t *testing.T) {
	n, u, b, small, evens := known.Of(7), known.Of(uint(7)), known.Of(true), known.Of(int8(7)), known.Of(even{2})
	for _, s := range []string{" ", "+1", "007", "-0", "1_000", "1.0", "１", "1e3", "9223372036854775808", "x"} {
		for _, err := range []error{n.UnmarshalText([]byte(s)), u.UnmarshalText([]byte(s + "99999999999999999999"))} {
			if code(err) != known.ErrText || strings.Contains(err.Error(), strings.TrimSpace(s+"#")) {
				t.Errorf("%q: %v", s, err)
			}
		}
	}
	for _, s := range []string{"1", "True", "TRUE", "yes", "是"} {
		if err := b.UnmarshalText([]byte(s)); code(err) != known.ErrText {
			t.Errorf("%q: %v", s, err)
		}
	}
	for _, err := range []error{
		small.UnmarshalText([]byte("128")), u.UnmarshalText([]byte("-1")), u.UnmarshalText([]byte("01")),
	} {
		if code(err) != known.ErrText {
			t.Error(err)
		}
	}
	if err := evens.UnmarshalText([]byte("even 3")); code(err) != errEven {
		t.Error(err)
	}
	if n != known.Of(7) || u != known.Of(uint(7)) || b != known.Of(true) ||
		small != known.Of(int8(7)) || evens != known.Of(even{2}) {
		t.Error("an error changed the value")
	}
	var structs known.Value[struct{ A int }]
	if err := structs.UnmarshalText([]byte("a")); code(err) != known.ErrText {
		t.Error("a struct was read from text:", err)
	}
	for want, err := range map[fault.Code]error{
		known.ErrText:  second(known.Of(struct{ A int }{1}).MarshalText()),
		known.ErrEmpty: second(known.Of("").MarshalText()),
	} {
		if code(err) != want {
			t.Error(err)
		}
	}
	b2, err := known.Of(leaky{"13800"}).AppendText([]byte("> "))
	if string(b2) != "> " || code(err) != known.ErrText || strings.Contains(err.Error(), "138") {
		t.Errorf("%q, %v", b2, err)
	}
}

func TestXML(t *testing.T) {
	type record struct {
		XMLName xml.Name         `xml:"r"`
		A       known.Value[int] `xml:"a,attr"`
		B       known.Value[even]
		C       known.Value[int]
	}
	in := record{A: known.Of(0), B: known.Of(even{2})}
	data, err := xml.Marshal(in)
	if want := `<r a="0"><B>even 2</B><C></C></r>`; string(data) != want || err != nil {
		t.Fatalf("%s, %v", data, err)
	}
	out := record{C: known.Of(5)}
	if err := xml.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	out.XMLName = xml.Name{}
	if d := cmp.Diff(in, out); d != "" {
		t.Error(d)
	}
}

// store writes v to SQL and reads the column into a fresh value.
func store[T any](t *testing.T, v known.Value[T], want driver.Value) {
	t.Helper()
	column, err := v.Value()
	if d := cmp.Diff(want, column); d != "" || err != nil {
		t.Error(d, err)
	}
	var back known.Value[T]
	if err := back.Scan(column); err != nil || !back.Equal(v) {
		t.Errorf("%v came back as %v, %v", column, back, err)
	}
}

func TestSQL(t *testing.T) {
	day := time.Date(2022, 6, 28, 0, 0, 0, 0, time.UTC)
	store(t, known.Value[int]{}, nil)
	store(t, known.Value[string]{}, nil)
	store(t, known.Of(0), int64(0))
	store(t, known.Of(uint8(200)), int64(200))
	store(t, known.Of(""), "")
	store(t, known.Of(word("a")), "a")
	store(t, known.Of(true), true)
	store(t, known.Of([]byte("ab")), []byte("ab"))
	store(t, known.Of(day), day)
	store(t, known.Of(even{4}), int64(4))
	store(t, known.Of(netip.MustParseAddr("::1")), "::1")
}

func TestScanConvertsOnlyWithoutLoss(t *testing.T) {
	check := func(name string, err error, ok bool) {
		t.Helper()
		if ok != (err == nil) || !ok && code(err) != known.ErrSQL {
			t.Errorf("%s: %v", name, err)
		}
	}
	var (
		n        known.Value[int8]
		u        known.Value[uint8]
		wide     known.Value[uint64]
		b        known.Value[bool]
		s        known.Value[string]
		bytes    known.Value[[]byte]
		day      known.Value[time.Time]
		evens    known.Value[even]
		whatever known.Value[any]
	)
	check("text to int", n.Scan("12"), true)
	check("bytes to int", n.Scan([]byte("12")), true)
	check("bytes to text", s.Scan([]byte("x")), true)
	check("text to bytes", bytes.Scan("x"), true)
	check("1 to bool", b.Scan(int64(1)), true)
	check("text to bool", b.Scan("false"), true)
	check("anything to any", whatever.Scan(day), true)
	if n != known.Of(int8(12)) || s != known.Of("x") || !bytes.Equal(known.Of([]byte("x"))) || b != known.Of(false) {
		t.Error(n, s, bytes, b)
	}
	check("2 to bool", b.Scan(int64(2)), false)
	check("too large", n.Scan(int64(128)), false)
	check("too large unsigned", u.Scan(int64(256)), false)
	check("negative unsigned", u.Scan(int64(-1)), false)
	check("negative wide unsigned", wide.Scan(int64(-1)), false)
	check("int to text", s.Scan(int64(1)), false)
	check("bool to int", n.Scan(true), false)
	check("bool to text", s.Scan(true), false)
	check("time to text", s.Scan(time.Time{}), false)
	check("float to int", n.Scan(float()), false)
	check("empty to int", n.Scan(""), false)
	check("text to time", day.Scan("x"), false)
	check("own Scan", evens.Scan(int64(13801)), false)
	if n != known.Of(int8(12)) || s != known.Of("x") || b != known.Of(false) || u.Known() || wide.Known() || evens.Known() {
		t.Error("an error changed the value")
	}
	if err := n.Scan(nil); err != nil || n.Known() {
		t.Error("NULL did not make the value unknown")
	}
	check("own Value", second(known.Of(leaky{"13800"}).Value()), false)
	check("no SQL form", second(known.Of(struct{ A int }{1}).Value()), false)
	store(t, known.Of(uint64(math.MaxUint64)), "18446744073709551615")
}

// float is a floating-point column.
func float() any { return math.Pi }

func TestScanCopiesTheDriversMemory(t *testing.T) {
	var v known.Value[[]byte]
	column := []byte("abc")
	if err := v.Scan(column); err != nil {
		t.Fatal(err)
	}
	column[0] = 'x'
	if got, _ := v.Get(); string(got) != "abc" {
		t.Errorf("%s", got)
	}
}

func TestListOfFaultsStaysWhole(t *testing.T) {
	var v known.Value[twice]
	err := json.Unmarshal([]byte(`"a"`), &v)
	if len(fault.Of(err)) != 2 {
		t.Errorf("%v", err)
	}
}

type twice struct{}

func (*twice) UnmarshalText([]byte) error {
	return fmt.Errorf("both: %w", fault.List{notEven().At("a"), notEven().At("b")})
}

// FuzzKnownJSON compares a Value with a pointer, which in plain Go stands for "may be missing".
func FuzzKnownJSON(f *testing.F) {
	for _, s := range []string{`null`, `{"N":0,"S":""}`, `{"N":null,"S":"a","B":true}`, `{"N":300}`, `{"N":"1"}`,
		`{"n":-128,"L":[null]}`, `{"L":null,"N":1,"N":null}`, `{"S":"\u0000","E":"even 2"}`, `{"E":"even 3"}`, `[]`,
		`{"N":1e2}`} {
		f.Add([]byte(s))
	}
	type pointers struct {
		N *int8
		S *string
		B *bool
		L *[]*int
	}
	type values struct {
		N known.Value[int8]
		S known.Value[string]
		B known.Value[bool]
		L known.Value[[]*int]
		E known.Value[even]
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var v values
		err := json.Unmarshal(data, &v)
		if err != nil {
			var syntax *json.SyntaxError
			var field *json.UnmarshalTypeError // the record itself is no object
			c := code(err)
			if c != known.ErrJSON && c != errEven && !errors.As(err, &syntax) && !errors.As(err, &field) {
				t.Fatalf("%s: %v", data, err)
			}
			return
		}
		var p pointers
		if err := json.Unmarshal(data, &p); err != nil {
			t.Fatalf("%s: accepted, but %v", data, err)
		}
		same(t, v.N, p.N)
		same(t, v.S, p.S)
		same(t, v.B, p.B)
		same(t, v.L, p.L)
		out, err := json.Marshal(v)
		if err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		var back values
		if err := json.Unmarshal(out, &back); err != nil || !cmp.Equal(v, back) {
			t.Errorf("%s came back different: %v\n%s", data, err, cmp.Diff(v, back))
		}
	})
}

// FuzzKnownText reads one text as several types. What is accepted is written back as it was.
func FuzzKnownText(f *testing.F) {
	for _, s := range []string{"", "0", "-128", "128", "007", "+1", "-0", "true", "True", "不详",
		"even 2", "even 3", "even 02", " 1", "１"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		small, n, u := back[int8](t, s), back[int64](t, s), back[uint64](t, s)
		back[bool](t, s)
		if text := back[string](t, s); text.Known() != (s != "") {
			t.Errorf("%q reads %v", s, text)
		}
		// The reference is what fmt reads and prints the same.
		want, err := strconv.ParseInt(s, 10, 64)
		if got, ok := n.Get(); ok != (err == nil && fmt.Sprint(want) == s) || got != want && ok {
			t.Errorf("%q reads %v", s, n)
		}
		if small.Known() && !n.Known() || u.Known() && n.Known() && fmt.Sprint(u) != fmt.Sprint(n) {
			t.Errorf("%q reads %v, %v and %v", s, small, n, u)
		}
		var evens known.Value[even]
		if err := evens.UnmarshalText([]byte(s)); err != nil && code(err) != errEven {
			t.Errorf("%q: %v", s, err)
		}
	})
}

// back reads s and checks that it comes back as it was, or is refused by a fixed error that leaves the value alone.
func back[T any](t *testing.T, s string) known.Value[T] {
	t.Helper()
	var v known.Value[T]
	if err := v.UnmarshalText([]byte(s)); err != nil {
		if err.Error() != "the text is not a value of this field's type [KNOWN-TEXT]" || v.Known() {
			t.Errorf("%q: %v, %v", s, v, err)
		}
		return v
	}
	if text, err := v.MarshalText(); string(text) != s || err != nil || v.Known() == (s == "") {
		t.Errorf("%q came back as %q, %v", s, text, err)
	}
	return v
}

func same[T any](t *testing.T, v known.Value[T], p *T) {
	t.Helper()
	got, ok := v.Get()
	if ok != (p != nil) || ok && !reflect.DeepEqual(got, *p) {
		t.Errorf("%v, a pointer reads %v", v, p)
	}
}

func BenchmarkMarshalJSON(b *testing.B) {
	v := known.Of(42)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := v.MarshalJSON(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	var v known.Value[int]
	b.ReportAllocs()
	for b.Loop() {
		if err := v.Scan(int64(42)); err != nil {
			b.Fatal(err)
		}
	}
}
