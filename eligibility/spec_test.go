package eligibility_test

import (
	"reflect"
	"slices"
	"testing"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
)

// Specs that are read one into the other are what Spec returns, and are nobody else's.
func TestSpecIntoIsSpec(t *testing.T) {
	var s el.Spec
	for seed := range uint64(20) {
		body, _ := kit.Random(seed)
		law, err := body.At(kit.Query())
		if err != nil {
			t.Fatal(err)
		}
		for p := range law.Programmes() {
			for _, n := range law.Walk(p.ID) {
				n.SpecInto(&s)
				if got, want := el.New(s).Spec(), el.New(n.Spec()).Spec(); !same(got, want) {
					t.Fatalf("%+v\nwant %+v", got, want)
				}
				clear(s.Kids)
				clear(s.Left.Terms)
				clear(s.Right.Terms)
				clear(s.Facts)
				clear(s.Words)
				clear(s.Pairs)
				clear(s.Branches)
				if n.SpecInto(&s); !same(s, n.Spec()) {
					t.Fatalf("%s changed with a list of somebody else", n.ID())
				}
			}
		}
	}
	n := el.InWords(el.Criterion{ID: "n"}, "p.word", "a")
	if allocs := testing.AllocsPerRun(100, func() { n.SpecInto(&s) }); allocs != 0 {
		t.Error(allocs)
	}
}

// same compares specs; a list that is empty is as good as none.
func same(a, b el.Spec) bool {
	for _, s := range []*el.Spec{&a, &b} {
		v := reflect.ValueOf(s).Elem()
		for _, f := range []reflect.Value{v.FieldByName("Kids"), v.FieldByName("Facts"), v.FieldByName("Words"), v.FieldByName("Pairs"),
			v.FieldByName("Branches"), v.FieldByName("Left").FieldByName("Terms"), v.FieldByName("Right").FieldByName("Terms")} {
			if f.Len() == 0 {
				f.SetZero()
			}
		}
	}
	return reflect.DeepEqual(a, b)
}

func TestTermsOfASum(t *testing.T) {
	for name, k := range map[string]struct{ got, want []el.Term }{
		"added":      {el.Plus("a", "b"), []el.Term{{Fact: "a"}, {Fact: "b"}}},
		"subtracted": {el.Less("a", "b"), []el.Term{{Fact: "a", Minus: true}, {Fact: "b", Minus: true}}},
		"unless":     {el.PlusUnless("c", "a"), []el.Term{{Fact: "a", Unless: "c"}}},
		"total":      {el.Total("a").Terms, []el.Term{{Fact: "a"}}},
	} {
		if !slices.Equal(k.got, k.want) {
			t.Errorf("%s: %v", name, k.got)
		}
	}
}
