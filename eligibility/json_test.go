package eligibility_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
)

func TestAnAssessmentAsJSON(t *testing.T) {
	need := eligibility.Need{Kind: eligibility.FactNeed, Fact: "person.birth", Scope: eligibility.PerPerson, Row: 2}
	for name, c := range map[string]struct {
		a    eligibility.Assessment
		want string
	}{
		"of nothing": {eligibility.Assessment{}, `{"programme":"","row":0,"result":"","stated":"unknown","verified":"unknown",` +
			`"law":"0000000000000000000000000000000000000000000000000000000000000000"}`},
		"open": {eligibility.Assessment{Programme: "tekun", Row: 1, Result: eligibility.NeedFacts, Facts: []eligibility.Need{need},
			Parameters: []eligibility.Need{{Kind: eligibility.ParamNeed, Param: "dibao.standard"}},
			Judgements: []eligibility.Need{{Kind: eligibility.JudgementNeed, Fact: "found"}}, Next: "dibao",
			Caveats: []eligibility.Caveat{{Kind: eligibility.NoteOf, Node: "income"}, {Kind: eligibility.ClauseNotRecorded, Clause: "tekun.no_work"}}},
			`{"programme":"tekun","row":1,"result":"need_facts","stated":"unknown","verified":"unknown",` +
				`"parameters":[{"kind":"param","param":"dibao.standard"}],"facts":[{"kind":"fact","fact":"person.birth","scope":"person","row":2}],` +
				`"judgements":[{"kind":"judgement","fact":"found"}],"caveats":[{"kind":"note","node":"income"},{"kind":"clause_not_recorded","clause":"tekun.no_work"}],` +
				`"next":"dibao","law":"0000000000000000000000000000000000000000000000000000000000000000"}`},
		"met by what is said": {eligibility.Assessment{Programme: "dibao", Result: eligibility.Eligible, Stated: eligibility.Met, Verified: eligibility.NotMet,
			Assumed: true, Amount: known.Of(money.MustParse("1420.00")), Law: eligibility.Fingerprint{31: 1}},
			`{"programme":"dibao","row":0,"result":"eligible","stated":"met","verified":"not_met","assumed":true,"amount":"1420.00",` +
				`"law":"0000000000000000000000000000000000000000000000000000000000000001"}`},
	} {
		data, err := json.Marshal(c.a)
		if err != nil || string(data) != c.want {
			t.Errorf("%s: %v: %s", name, err, data)
		}
		var again eligibility.Assessment
		if err := json.Unmarshal(data, &again); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(c.a, again); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// Nothing that holds a tree may come back from JSON without it.
func TestANodeInJSONIsItsNameAndNoTree(t *testing.T) {
	data, err := json.Marshal(eligibility.Finding{Node: allowance().Programmes[0].Root, Stated: eligibility.Met})
	if err != nil {
		t.Fatal(err)
	}
	var found struct {
		Node   string
		Stated eligibility.Truth
	}
	if err := json.Unmarshal(data, &found); err != nil || found.Node != "jintie" || found.Stated != eligibility.Met {
		t.Errorf("%v: %s", err, data)
	}
	if err := json.Unmarshal(data, new(eligibility.Finding)); err == nil {
		t.Error("a finding came back without its node")
	}
	act, err := json.Marshal(allowance())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(act, new(eligibility.Act)); err == nil {
		t.Error("an act came back without its trees")
	}
}

// A truth is read in one form only, the one it is written in.
func FuzzTruth(f *testing.F) {
	for _, text := range []string{"met", "not_met", "unknown", "", "not met", "MET", "1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, was := range []eligibility.Truth{eligibility.NotMet, eligibility.Unknown, eligibility.Met} {
			truth := was
			if err := truth.UnmarshalText([]byte(text)); err != nil {
				if !errors.Is(err, eligibility.ErrWord) || truth != was {
					t.Fatal("a refused text changes the truth, or has another code")
				}
				continue
			}
			if again, err := truth.MarshalText(); err != nil || string(again) != text {
				t.Fatal("not the form it is written in")
			}
		}
	})
}
