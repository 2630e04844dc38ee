package division_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/go-playground/validator/v10"
	gocmp "github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/division"
)

type record struct {
	XMLName struct{}              `json:"-" xml:"record"`
	Place   division.Code         `json:"place" xml:"place"`
	Born    division.Code         `json:"born,omitzero" xml:"born,attr"`
	Count   map[division.Code]int `json:"count,omitempty" xml:"-"`
}

func TestJSONAndXML(t *testing.T) {
	r := record{Place: division.MustParse("350627000000"), Count: map[division.Code]int{division.MustParse("35"): 1}}
	text, err := json.Marshal(r)
	if want := `{"place":"350627","count":{"35":1}}`; err != nil || string(text) != want {
		t.Errorf("got %s, %v, want %s", text, err, want)
	}
	var back record
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if d := gocmp.Diff(r, back); d != "" {
		t.Error(d)
	}
	text, err = xml.Marshal(r)
	if want := `<record born=""><place>350627</place></record>`; err != nil || string(text) != want {
		t.Errorf("got %s, %v, want %s", text, err, want)
	}
	if back = (record{}); xml.Unmarshal(text, &back) != nil || back.Place != r.Place || !back.Born.IsZero() {
		t.Errorf("XML reads back as %+v", back)
	}
	if err := json.Unmarshal([]byte(`{"place":"350027"}`), &back); !errors.Is(err, division.ErrGap) {
		t.Errorf("got %v", err)
	}
	if back.Place != r.Place {
		t.Error("a failed decoding changed the receiver")
	}
}

func TestDatabase(t *testing.T) {
	county := division.MustParse("350627")
	for _, src := range []any{"350627", []byte("350627000000"), int64(350627), int64(350627000000)} {
		var c division.Code
		if err := c.Scan(src); err != nil || c != county {
			t.Errorf("Scan(%T) = %v, %v", src, c, err)
		}
	}
	for _, src := range []any{nil, "", []byte{}, []byte(nil), int64(0)} {
		c := county
		if err := c.Scan(src); err != nil || !c.IsZero() {
			t.Errorf("Scan(%#v) = %v, %v", src, c, err)
		}
	}
	for src, want := range map[any]error{"x5": division.ErrDigit, int64(7): division.ErrLength, int64(-35): division.ErrDigit,
		3.5: division.ErrType, true: division.ErrType} {
		c := county
		if err := c.Scan(src); !errors.Is(err, want) || c != county {
			t.Errorf("Scan(%v) = %v and leaves %v", src, err, c)
		}
	}
	if v, err := county.Value(); v != "350627" || err != nil {
		t.Errorf("Value() = %v, %v", v, err)
	}
	if v, err := (division.Code{}).Value(); v != nil || err != nil {
		t.Errorf("Value() of nothing = %v, %v", v, err)
	}
}

func TestValidatorSeesTheText(t *testing.T) {
	v := validator.New()
	v.RegisterCustomTypeFunc(func(f reflect.Value) any { return f.Interface().(division.Code).ValidatorValue() }, division.Code{})
	type form struct {
		County division.Code `validate:"required,len=6"`
	}
	if err := v.Struct(form{division.MustParse("350627")}); err != nil {
		t.Error(err)
	}
	if v.Struct(form{}) == nil || v.Struct(form{division.MustParse("35")}) == nil {
		t.Error("a missing or coarser code was let through")
	}
}

func FuzzParse(f *testing.F) {
	fixed := map[string]bool{}
	for text := range division.Faults().All() {
		fixed[text.EN+" ["+string(text.Code)+"]"] = true
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := division.Parse(s)
		if err != nil {
			if !c.IsZero() {
				t.Fatal("refused and yet a value")
			}
			if !fixed[err.Error()] {
				t.Fatal("the error says more than its code")
			}
			return
		}
		text := c.String()
		if back, err := division.Parse(text); err != nil || back != c || len(text) > len(s) || s[:len(text)] != text {
			t.Fatalf("%s prints as %s", s, text)
		}
		if twelve := c.Padded12(); len(twelve) != 12 || division.MustParse(twelve) != c {
			t.Fatalf("%s pads to %s", s, twelve)
		}
		if n, err := division.FromNumber(c.Number()); err != nil || n != c {
			t.Fatalf("%s as a number reads %v, %v", s, n, err)
		}
		for a := range c.Ancestors() {
			if !a.Contains(c) || c.Contains(a) || a.Compare(c) >= 0 || c.At(a.Level()) != a {
				t.Fatalf("%v is no ancestor of %v", a, c)
			}
		}
	})
}

func ExampleCode() {
	c := division.MustParse("350627109201")
	fmt.Println(c.Level().ZH(), c.TownshipKind().ZH(), c.VillageKind().ZH())
	fmt.Println(c.Parent(), c.At(division.County), c.At(division.County).Padded6())
	fmt.Println(division.MustParse("3506").Contains(c))
	// Output:
	// 村级 镇 村民委员会
	// 350627109 350627 350627
	// true
}

func ExampleParse() {
	short, _ := division.Parse("35")
	padded, _ := division.Parse("350000000000")
	fmt.Println(short == padded, padded)
	_, err := division.Parse("350627000201")
	fmt.Println(err)
	// Output:
	// true 35
	// the division code has a lower part below an empty upper one [DIVISION-GAP]
}

func ExampleCode_Ancestors() {
	// A township of a city without counties.
	for a := range division.MustParse("441900003").Ancestors() {
		fmt.Println(a, a.Level())
	}
	// Output:
	// 4419 prefecture
	// 44 province
}

var sink division.Code

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sink, _ = division.Parse("350627109201")
	}
}

func BenchmarkAt(b *testing.B) {
	c := division.MustParse("350627109201")
	b.ReportAllocs()
	for b.Loop() {
		sink = c.At(division.County)
	}
}

func BenchmarkContains(b *testing.B) {
	c, d := division.MustParse("350627"), division.MustParse("350627109201")
	b.ReportAllocs()
	for b.Loop() {
		if !c.Contains(d) {
			b.Fatal()
		}
	}
}

func BenchmarkString(b *testing.B) {
	c := division.MustParse("350627109")
	b.ReportAllocs()
	for b.Loop() {
		_ = c.String()
	}
}
