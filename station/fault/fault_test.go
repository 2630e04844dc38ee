package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
)

const (
	errMax   fault.Code = "TEST-MAX"
	errPlace fault.Code = "TEST-PLACE"
	errNone  fault.Code = "TEST-NOT-LISTED"
)

func texts() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: errMax, ZH: "最多{max}个字", EN: "at most {max} characters"},
		fault.Text{Code: errPlace, ZH: "区划代码不对", EN: "not a division"},
	)
}

func TestFaultTexts(t *testing.T) {
	f := texts().New(errMax, "max", "60").At("title").At("posts[0]")
	if got, want := f.Error(), "posts[0].title: at most 60 characters [TEST-MAX]"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	for _, tag := range []language.Tag{language.Chinese, language.SimplifiedChinese, language.MustParse("zh-CN")} {
		if got, want := f.Text(tag), "posts[0].title：最多60个字 [TEST-MAX]"; got != want {
			t.Errorf("Text(%v) = %q, want %q", tag, got, want)
		}
	}
	if got := f.Message(language.French); got != "at most 60 characters" {
		t.Errorf("other languages should read English, got %q", got)
	}
	if v, ok := f.Arg("max"); v != "60" || !ok {
		t.Errorf("Arg(max) = %q, %v", v, ok)
	}
	if _, ok := f.Arg("min"); ok {
		t.Error("Arg(min) found an argument that was never given")
	}
	if got := texts().New(errNone).Error(); got != "TEST-NOT-LISTED [TEST-NOT-LISTED]" {
		t.Errorf("a code without text reads %q", got)
	}
	if got := fmt.Sprintf("%#v", f); !strings.Contains(got, "TEST-MAX") {
		t.Errorf("%%#v = %q", got)
	}
}

func TestFaultIs(t *testing.T) {
	f := texts().New(errPlace)
	wrapped := fmt.Errorf("row 3: %w", f)
	for _, err := range []error{f, wrapped, fault.List{f}, errors.Join(io.EOF, f)} {
		if !errors.Is(err, errPlace) || errors.Is(err, errMax) {
			t.Errorf("errors.Is misjudges %v", err)
		}
	}
	var got fault.Fault
	if !errors.As(wrapped, &got) || got.Code() != errPlace {
		t.Errorf("errors.As found %v", got)
	}
}

func TestAddTakesErrorsApart(t *testing.T) {
	a, b := texts().New(errPlace), texts().New(errMax, "max", "3").At("name")
	foreign := errors.New("secret 42")
	var l fault.List
	l.Add("x", nil)
	if l.Err() != nil {
		t.Fatal("nothing added must be no error")
	}
	l.Add("a", a)
	l.Add("b", fault.List{a, b})
	l.Add("c", errors.Join(a, fmt.Errorf("wrapped: %w", b)))
	l.Add("d", foreign)
	l.Add("e", fmt.Errorf("plain wrap: %w", foreign))
	l.Add("f", fmt.Errorf("twice: %w", fmt.Errorf("deep: %w", errors.Join(a))))
	var paths []string
	for _, f := range l {
		paths = append(paths, f.Path()+" "+string(f.Code()))
	}
	want := []string{"a TEST-PLACE", "b TEST-PLACE", "b.name TEST-MAX", "c TEST-PLACE", "c.name TEST-MAX",
		"d FAULT-FOREIGN", "e FAULT-FOREIGN", "f TEST-PLACE"}
	if d := cmp.Diff(want, paths); d != "" {
		t.Error(d)
	}
	if !errors.Is(l.Err(), foreign) {
		t.Error("a foreign error must stay reachable")
	}
	if strings.Contains(fmt.Sprintf("%v %+v %#v %s", l, l, l, l.Text(language.Chinese)), "secret") {
		t.Error("a foreign message was printed")
	}
	if len(fault.Of(a)) != 1 || fault.Of(nil) != nil {
		t.Error("Of must hold exactly the problems given")
	}
}

func TestList(t *testing.T) {
	a, b := texts().New(errPlace).At("[2]"), texts().New(errMax, "max", "3").At("name").AsAdvisory()
	l := fault.List{a, b}
	if d := cmp.Diff(fault.List{a.At("posts"), b.At("posts")}, l.Under("posts")); d != "" {
		t.Error(d)
	}
	if got := l.Under("posts")[0].Path(); got != "posts[2]" {
		t.Errorf("index below a path: %q", got)
	}
	if l[0].Path() != "[2]" {
		t.Error("Under changed its receiver")
	}
	if d := cmp.Diff(fault.List{b}, l.Except(errPlace)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(fault.List{a}, l.Blocking()); d != "" {
		t.Error(d)
	}
	if !l.Has(errMax) || l.Has(errNone) {
		t.Error("Has misjudges")
	}
	if !b.Advisory() || a.Advisory() || a.Equal(b) {
		t.Error("advisory must be told apart")
	}
	if got, want := l.Error(), "[2]: not a division [TEST-PLACE]; name: at most 3 characters [TEST-MAX]"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	if got, want := l.Text(language.Chinese), "[2]：区划代码不对 [TEST-PLACE]\nname：最多3个字 [TEST-MAX]"; got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
	if got := fault.Index("posts", 0); got != "posts[0]" {
		t.Errorf("Index = %q", got)
	}
}

func TestJSON(t *testing.T) {
	got, err := json.Marshal(fault.List{texts().New(errMax, "max", "3").At("name").AsAdvisory(), texts().New(errPlace)})
	want := `[{"code":"TEST-MAX","path":"name","advisory":true,"args":{"max":"3"},"zh":"最多3个字","en":"at most 3 characters"},` +
		`{"code":"TEST-PLACE","zh":"区划代码不对","en":"not a division"}]`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

func TestCatalogueRefusesMistakes(t *testing.T) {
	ok := fault.Text{Code: "A-B", ZH: "甲", EN: "a"}
	for name, texts := range map[string][]fault.Text{
		"twice":      {ok, ok},
		"one word":   {{Code: "A", ZH: "甲", EN: "a"}},
		"lower case": {{Code: "A-b", ZH: "甲", EN: "a"}},
		"empty word": {{Code: "A--B", ZH: "甲", EN: "a"}},
		"no Chinese": {{Code: "A-B", EN: "a"}},
		"no English": {{Code: "A-B", ZH: "甲"}},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: accepted", name)
				}
			}()
			fault.NewCatalogue(texts...)
		}()
	}
	var codes []fault.Code
	for text := range texts().All() {
		codes = append(codes, text.Code)
		if text.Code == errPlace {
			break
		}
	}
	for range fault.Faults().All() {
		break
	}
	if d := cmp.Diff([]fault.Code{errMax, errPlace}, codes); d != "" {
		t.Error(d)
	}
}

func TestMovedReplacesThePath(t *testing.T) {
	f := fault.NewCatalogue(fault.Text{Code: "T-ONE", ZH: "一", EN: "one"}).New("T-ONE").At("name")
	if got := f.Moved("第17行.名称").Path(); got != "第17行.名称" || f.Path() != "name" {
		t.Errorf("moved to %q, itself at %q", got, f.Path())
	}
}

// quoting is an error of another package that is a value and holds what it quotes.
type quoting struct{ Value []string }

func (q quoting) Error() string { return q.Value[0] }

func TestAForeignErrorIsNeitherPrintedNorCompared(t *testing.T) {
	foreign := quoting{[]string{"secret 42"}}
	l := fault.Of(foreign)
	f := l[0]
	type record struct{ f fault.Fault } // fmt calls no method of an unexported field
	for _, v := range []any{f, &f, l, f.At("x"), record{f}, &record{f}, map[string]any{"f": f}} {
		for _, verb := range "vsdxXqbcoUeEfFgGtpw" {
			for _, flag := range []string{"", "+", "#"} {
				if got := fmt.Sprintf("%"+flag+string(verb), v); strings.Contains(got, "secret") {
					t.Errorf("%%%s%c of %T prints the foreign message: %s", flag, verb, v, got)
				}
			}
		}
	}
	// A cause that cannot be compared must not make the fault so: errors.Is compares with ==.
	if !errors.Is(l.Err(), f) || len(map[fault.Fault]bool{f: true}) != 1 {
		t.Error("the fault is not found in its own list")
	}
	var got quoting
	if !errors.As(l.Err(), &got) {
		t.Error("the foreign error must stay reachable")
	}
}
