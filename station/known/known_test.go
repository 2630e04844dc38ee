package known_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
)

// secret masks itself in every verb, as the personal types do.
type secret string

func (s secret) Format(f fmt.State, _ rune)   { fmt.Fprint(f, "***") }
func (s secret) MarshalText() ([]byte, error) { return []byte("***"), nil }
func (s secret) ValidatorValue() any          { return "***" }

// folded is equal without regard to case.
type folded string

func (f folded) Equal(o folded) bool { return strings.EqualFold(string(f), string(o)) }

func TestZeroValueIsUnknown(t *testing.T) {
	var v known.Value[int]
	n, ok := v.Get()
	if n != 0 || ok || v.Known() || !v.IsZero() || v.String() != "不详" {
		t.Errorf("%v", v)
	}
	if known.Of(0) == v {
		t.Error("a known 0 is taken for unknown")
	}
}

func TestKnownValue(t *testing.T) {
	for _, n := range []int{0, -1, 7} {
		v := known.Of(n)
		got, ok := v.Get()
		if got != n || !ok || !v.Known() || v.IsZero() || v.String() != fmt.Sprint(n) {
			t.Errorf("%v", v)
		}
	}
	if three := known.Of(3); three != known.Of(1+2) || three == known.Of(4) {
		t.Error("== misjudges")
	}
	if m := map[known.Value[string]]int{{}: 1, known.Of(""): 2}; m[known.Value[string]{}] != 1 || m[known.Of("")] != 2 {
		t.Error("unknown and empty are one map key")
	}
}

func TestEqual(t *testing.T) {
	day := time.Date(2022, 6, 28, 0, 0, 0, 0, time.UTC)
	for name, equal := range map[string]bool{
		"unknown":        known.Value[int]{}.Equal(known.Value[int]{}),
		"known":          known.Of(1).Equal(known.Of(1)),
		"slices":         known.Of([]int{1, 2}).Equal(known.Of([]int{1, 2})),
		"own Equal":      known.Of(folded("A")).Equal(known.Of(folded("a"))),
		"times":          known.Of(day).Equal(known.Of(day.In(time.FixedZone("", 8*3600)))),
		"not other":      !known.Of(1).Equal(known.Of(2)),
		"not unknown":    !known.Of(0).Equal(known.Value[int]{}),
		"unknown is not": !known.Value[int]{}.Equal(known.Of(0)),
		"not own Equal":  !known.Of(folded("A")).Equal(known.Of(folded("b"))),
		"not slices":     !known.Of([]int{1, 2}).Equal(known.Of([]int{1, 3})),
		"through go-cmp": cmp.Equal([]known.Value[folded]{known.Of(folded("A")), {}},
			[]known.Value[folded]{known.Of(folded("a")), {}}),
	} {
		if !equal {
			t.Error(name)
		}
	}
}

func TestFormatIsThatOfTheValue(t *testing.T) {
	for format, want := range map[string]string{
		"%d": "42", "%05d": "00042", "%-5v|": "42   |", "%#x": "0x2a", "%T": "known.Value[int]",
	} {
		if got := fmt.Sprintf(format, known.Of(42)); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x", "%t"} {
		if got := fmt.Sprintf(format, known.Value[int]{}); got != "不详" {
			t.Errorf("%s of unknown: %q", format, got)
		}
	}
	if got := fmt.Sprintf("%4s|%-4s|", known.Value[int]{}, known.Value[int]{}); got != "  不详|不详  |" {
		t.Errorf("width: %q", got)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%X", "%t", "%c"} {
		for _, shown := range []string{
			fmt.Sprintf(format, known.Of(secret("13800138000"))),
			fmt.Sprintf(format, struct{ Mobile known.Value[secret] }{known.Of(secret("13800138000"))}),
			fmt.Sprintf(format, map[string]known.Value[secret]{"a": known.Of(secret("13800138000"))}),
		} {
			if strings.Contains(shown, "138") || strings.Contains(shown, "313338") || !strings.Contains(shown, "***") {
				t.Errorf("%s shows %s", format, shown)
			}
		}
	}
}

type household struct {
	Members known.Value[int]      `json:"members,omitzero" validate:"required"`
	Rooms   known.Value[int]      `json:"rooms,omitzero" validate:"omitempty,gte=1"`
	Mobile  known.Value[secret]   `json:"mobile,omitzero" validate:"omitempty,len=11"`
	Dibao   known.Value[bool]     `json:"dibao,omitzero" validate:"required"`
	Names   known.Value[[]string] `json:"names,omitzero" validate:"omitempty,dive,max=3"`
	Head    known.Value[person]   `json:"head,omitzero"`
	Free    known.Value[string]   `json:"free,omitzero"`
}

type person struct {
	Name string `json:"name" validate:"required"`
}

func TestBareValidatorTellsKnownZeroFromUnknown(t *testing.T) {
	for mode, v := range map[string]*validator.Validate{
		"plain": validator.New(), "required structs": validator.New(validator.WithRequiredStructEnabled()),
	} {
		failed := func(h household) (out []string) {
			var errs validator.ValidationErrors
			if err := v.Struct(h); err != nil && !errors.As(err, &errs) {
				t.Fatal(err)
			}
			for _, e := range errs {
				out = append(out, e.Field()+" "+e.Tag())
				if e.Field() == "Mobile" && e.Value() != "***" {
					t.Errorf("%s: the validator was shown %v", mode, e.Value())
				}
			}
			return out
		}
		if d := cmp.Diff([]string{"Members required", "Dibao required"}, failed(household{})); d != "" {
			t.Errorf("%s: nothing known: %s", mode, d)
		}
		h := household{Members: known.Of(0), Dibao: known.Of(false)}
		if d := cmp.Diff([]string(nil), failed(h)); d != "" {
			t.Errorf("%s: known zeros: %s", mode, d)
		}
		h.Rooms, h.Mobile, h.Names = known.Of(0), known.Of(secret("13800138000")), known.Of([]string{"abcd"})
		h.Head = known.Of(person{})
		want := []string{"Rooms gte", "Mobile len", "Names[0] max", "Name required"}
		if d := cmp.Diff(want, failed(h)); d != "" {
			t.Errorf("%s: bad values: %s", mode, d)
		}
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	var got []fault.Code
	for text := range known.Faults().All() {
		got = append(got, text.Code)
	}
	if d := cmp.Diff([]fault.Code{known.ErrEmpty, known.ErrJSON, known.ErrText, known.ErrSQL}, got); d != "" {
		t.Error(d)
	}
}
