package rules_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// TestEveryMemberIsGuarded changes every member of a file that has all there are, one at a time: under another name, repeated,
// as null, as a number with a point, left out. Whatever is accepted has one canonical form.
func TestEveryMemberIsGuarded(t *testing.T) {
	var whole any
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
	change := func(object *[]member) {
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
	}
	for _, data := range pieces(t) {
		whole = decodeAny(t, data)
		each(whole, change)
		if !bytes.Equal(encode(whole), encode(decodeAny(t, data))) {
			t.Error("the mutations were not undone")
		}
	}
	for how, n := range counts {
		if n < 10 || how == "renamed" && n < 200 {
			t.Errorf("%s: only %d tries", how, n)
		}
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

// pieces are small files that together have all there is, since small ones are varied faster.
func pieces(t testing.TB) [][]byte {
	t.Helper()
	all := everything()
	act := all.Acts[0]
	files := []rules.File{{Namespace: "y", Facts: all.Facts}, {Cases: all.Cases[:1]}}
	add := func(set func(*eligibility.Act)) {
		a := eligibility.Act{ID: "y:a", ZH: "甲", EN: "a", Source: vocab.Source{Document: "d", Provenance: vocab.Official}, Force: act.Force}
		set(&a)
		files = append(files, rules.File{Acts: []eligibility.Act{a}})
	}
	add(func(a *eligibility.Act) { a.Parameters, a.Values = act.Parameters[:1], act.Values[:1] })
	add(func(a *eligibility.Act) { a.Clauses, a.Fills = act.Clauses, act.Fills })
	add(func(a *eligibility.Act) { a.Overrides = act.Overrides })
	add(func(a *eligibility.Act) {
		p := act.Programmes[0]
		p.Root = eligibility.Always(crit("always"))
		a.Programmes = []eligibility.Programme{p}
	})
	add(func(a *eligibility.Act) { a.Number, a.In, a.Values = act.Number, act.In, act.Values[2:] })
	add(func(a *eligibility.Act) { a.Stackings, a.Deadlines = act.Stackings, act.Deadlines })
	for _, kid := range act.Programmes[0].Root.Spec().Kids {
		add(func(a *eligibility.Act) {
			a.Definitions = []eligibility.Definition{act.Definitions[0]}
			a.Definitions[0].Root = kid
		})
	}
	var out [][]byte
	for _, x := range files {
		data, err := rules.Save(x)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}
