package rules_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/station/fault"
)

// TestEveryMemberIsGuarded changes every member of a file that has all there are, one at a time: under another name, repeated,
// as null, as a number with a point, left out. Whatever is accepted has one canonical form.
func TestEveryMemberIsGuarded(t *testing.T) {
	data, err := rules.Save(everything())
	if err != nil {
		t.Fatal(err)
	}
	whole := decodeAny(t, data)
	counts := map[string]int{}
	try := func(how string, m member, want ...fault.Code) {
		counts[how]++
		text := encode(whole)
		x, err := rules.Parse(text)
		if err == nil {
			if want != nil {
				t.Errorf("%s %q was accepted", how, m.key)
			}
			canonical(t, x)
			return
		}
		if want != nil && !slices.ContainsFunc(want, func(c fault.Code) bool { return errors.Is(err, c) }) {
			t.Errorf("%s %q gives %v, want one of %v", how, m.key, err, want)
		}
	}
	seen := map[string]bool{}
	each(whole, func(object *[]member) {
		kind := ""
		for _, m := range *object {
			kind += m.key + " "
		}
		if len(*object) > 0 && (*object)[0].key == "kind" {
			kind = string(encode((*object)[0].val)) + kind
		}
		for i := range *object {
			m := (*object)[i]
			if seen[kind+"/"+m.key] {
				continue // members of one sort are guarded alike
			}
			seen[kind+"/"+m.key] = true
			o := *object
			o[i].key = m.key + "x"
			try("renamed", m, rules.ErrField, rules.ErrMissing, rules.ErrChoice)
			o[i] = m
			if len(o) > 1 {
				j := (i + 1) % len(o)
				other := o[j]
				o[j] = m
				try("repeated", m, rules.ErrTwice, rules.ErrMissing, rules.ErrChoice)
				o[j] = other
			}
			o[i].val = nil
			try("null", m, rules.ErrType)
			o[i].val = []any{[]any{}}
			try("a list of lists", m, rules.ErrType)
			if n, ok := m.val.(json.Number); ok {
				o[i].val = n + ".5"
				try("with a point", m, rules.ErrNumber)
			}
			if _, ok := m.val.(string); ok {
				o[i].val = ""
				try("empty", m)
				o[i].val = json.Number("3")
				try("as a number", m, rules.ErrType)
			}
			o[i] = member{"note", "一"}
			try("left out", m)
			o[i] = m
		}
	})
	for how, n := range counts {
		if n < 10 {
			t.Errorf("%s: only %d tries", how, n)
		}
	}
	if !bytes.Equal(encode(whole), encode(decodeAny(t, data))) {
		t.Error("the mutations were not undone")
	}
}

// canonical checks that a file that was accepted is saved in one form, which is accepted and saved the same.
func canonical(t testing.TB, x rules.File) []byte {
	t.Helper()
	once, err := rules.Save(x)
	if err != nil {
		t.Fatalf("what was accepted is not saved: %v", err)
	}
	y, err := rules.Parse(once)
	if err != nil {
		t.Fatalf("what was saved is not accepted: %v", err)
	}
	twice, err := rules.Save(y)
	if err != nil || !bytes.Equal(once, twice) {
		t.Fatalf("two forms of one file (%v)", err)
	}
	return once
}
