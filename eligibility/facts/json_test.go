package facts_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

var update = flag.Bool("update", false, "write the golden file")

// anonymous is the family without numbers, which JSON masks.
func anonymous() *facts.Household {
	h := family()
	for i := range h.People {
		h.People[i].ID = identity.ResidentID{}
		for j := range h.People[i].Disability.Certificates {
			h.People[i].Disability.Certificates[j].Number = identity.DisabilityCertificate{}
		}
	}
	h.Extra = []facts.Extra{
		{Fact: "fujian:boats", Person: "grandfather", Count: facts.Stated(int64(2))},
		{Fact: "fujian:hurt", Person: "boy", Kin: "father",
			Pairs: facts.Stated([]eligibility.Pair{{Kind: identity.Limb, Grade: identity.GradeFour}})},
		{Fact: "fujian:well", Pairs: facts.Stated([]eligibility.Pair(nil))},
		{Fact: "fujian:net", Word: facts.Stated("wide")},
		{Fact: "fujian:sea", Bool: facts.Stated(false)},
		{Fact: "fujian:catch", Money: facts.Stated(yuan("1.00"))},
		{Fact: "fujian:launched", Day: facts.Stated(on)},
	}
	return h
}

func TestTheNamesInJSONAreStable(t *testing.T) {
	got, err := json.MarshalIndent(anonymous(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	golden := filepath.Join("testdata", "household.golden.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestJSONComesBackAsItWas(t *testing.T) {
	for _, h := range []*facts.Household{anonymous(), {}} {
		data, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		var back facts.Household
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(back)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(data), string(again)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(h, &back, cmp.Exporter(exported)); diff != "" {
			t.Error(diff)
		}
	}
	var empty facts.Household
	if data, _ := json.Marshal(empty); string(data) != "{}" {
		t.Errorf("an empty household is %s", data)
	}
}

func TestJSONIsReadStrictly(t *testing.T) {
	deep := strings.Repeat("[", 20) + strings.Repeat("]", 20)
	for _, c := range []struct {
		name, json string
		want       []string
	}{
		{"cut off", `{`, []string{" FACTS-JSON"}},
		{"two values", `{} {}`, []string{" FACTS-JSON"}},
		{"a list", `[]`, []string{" FACTS-JSON"}},
		{"too deep", `{"people":` + deep + `}`, []string{" FACTS-SIZE"}},
		{"too long", `{"people":[` + strings.Repeat("0,", 5000) + `0]}`, []string{" FACTS-SIZE"}},
		{"too wide", `{` + strings.Repeat(`"people":[],`, 100) + `"people":[]}`, []string{" FACTS-SIZE"}},
		{"a member that does not exist", `{"people":[{"ref":"a","name":"张三"}]}`, []string{"people[0] FACTS-MEMBER"}},
		{"a member without a name", `{"":1,"-":2}`, []string{" FACTS-MEMBER", " FACTS-MEMBER"}},
		{"another case", `{"Area":null}`, []string{" FACTS-MEMBER"}},
		{"a member twice", `{"ref":"a","ref":"b"}`, []string{"ref FACTS-TWICE"}},
		{"an unknown word", `{"people":[{"ref":"a","life":{"state":{"value":"undead","evidence":"stated"}}}]}`,
			[]string{"people[0].life.state VOCAB-UNKNOWN"}},
		{"no evidence", `{"area":{"value":"rural"}}`, []string{"area.evidence FACTS-MISSING"}},
		{"no value", `{"area":{"evidence":"stated"}}`, []string{"area.value FACTS-MISSING"}},
		{"a null value", `{"income_of_year":{"value":null,"evidence":"stated"}}`,
			[]string{"income_of_year.value FACTS-MISSING"}},
		{"unknown evidence", `{"area":{"value":"rural","evidence":"rumour"}}`, []string{"area.evidence FACTS-EVIDENCE"}},
		{"a default of the office's own", `{"area":"rural"}`, []string{"area FACTS-JSON"}},
		{"money as a number", `{"income_of_year":{"value":1,"evidence":"stated"}}`, []string{"income_of_year.value FACTS-JSON"}},
		{"a day that does not exist", `{"dibao":{"above_since":{"value":"2022-02-30","evidence":"stated"}}}`,
			[]string{"dibao.above_since.value CAL-DAY"}},
		{"a period that ends before it begins",
			`{"people":[{"ref":"a","disability":{"certificates":[{"kind":"limb","grade":"one","valid":"2020-01-01/2019-01-01"}]}}]}`,
			[]string{"people[0].disability.certificates[0].valid CAL-ORDER"}},
		{"a count with a point", `{"people":[{"ref":"a","work":{"refusals":{"value":1.0,"evidence":"stated"}}}]}`,
			[]string{"people[0].work.refusals.value FACTS-JSON"}},
		{"a count beyond all bounds",
			`{"people":[{"ref":"a","work":{"refusals":{"value":1e99,"evidence":"stated"}}}]}`,
			[]string{"people[0].work.refusals.value FACTS-JSON"}},
		{"text for yes", `{"people":[{"ref":"a","foreign":{"value":"true","evidence":"stated"}}]}`,
			[]string{"people[0].foreign.value FACTS-JSON"}},
		{"an object for a list", `{"people":{}}`, []string{"people FACTS-JSON"}},
		{"a number for a word", `{"spending":[{"kind":1,"period":"2022-01-01/2022-02-01"}]}`,
			[]string{"spending[0].kind FACTS-JSON"}},
		{"a list for an object", `{"relief":[]}`, []string{"relief FACTS-JSON"}},
		{"a mask", `{"people":[{"ref":"a","id":"******************"}]}`, []string{"people[0].id IDENTITY-MASKED"}},
		{"negative money", `{"income_of_year":{"value":"-1.00","evidence":"stated"}}`, []string{"income_of_year FACTS-VALUE"}},
		{"several at once", `{"area":{},"ties":[{"of":"a b"}],"x":1}`, []string{"area.value FACTS-MISSING",
			"area.evidence FACTS-MISSING", " FACTS-MEMBER"}},
	} {
		h := facts.Household{Ref: "kept"}
		err := json.Unmarshal([]byte(c.json), &h)
		if c.name == "cut off" || c.name == "two values" {
			err = h.UnmarshalJSON([]byte(c.json)) // package json looks at the syntax itself
		}
		if diff := cmp.Diff(c.want, codes(fault.Of(err))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if h.Ref != "kept" || h.People != nil {
			t.Errorf("%s: changed in spite of the error", c.name)
		}
	}
	var h facts.Household
	if err := h.UnmarshalJSON(bytes.Repeat([]byte(" "),
		facts.MaxJSON+1)); fmt.Sprint(codes(fault.Of(err))) != "[ FACTS-SIZE]" {
		t.Errorf("4 MiB: %v", err)
	}
	row := "[" + strings.Repeat("[],", 4000) + "[]]"
	if err := h.UnmarshalJSON([]byte(`{"people":[` + strings.Repeat(row+",",
		100) + `[]]}`)); fmt.Sprint(codes(fault.Of(err))) != "[ FACTS-SIZE]" {
		t.Errorf("many nodes: %v", len(err.Error()))
	}
}

func TestNullIsUnknown(t *testing.T) {
	var h facts.Household
	if err := json.Unmarshal([]byte(`{"ref":null,"area":null,"people":null,"relief":null,"dibao":{"above_since":null}}`), &h); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(facts.Household{}, h, cmp.Exporter(exported)); diff != "" {
		t.Error(diff)
	}
}

func TestAttestedAlone(t *testing.T) {
	var a facts.Attested[money.Amount]
	if _, ok := a.Get(); ok || a.Known() || !a.IsZero() || a.Evidence() != "" || fmt.Sprint(a) != "不详" {
		t.Error("the zero value is known")
	}
	for _, c := range []struct {
		a facts.Attested[bool]
		e eligibility.Evidence
	}{{facts.Stated(false), eligibility.Stated}, {facts.Documented(false), eligibility.Documented},
		{facts.Checked(false), eligibility.CrossChecked},
		{facts.Visited(false), eligibility.HomeVisit}, {facts.Of(false, eligibility.HomeVisit), eligibility.HomeVisit}} {
		v, ok := c.a.Get()
		if v || !ok || c.a.IsZero() || !c.a.Known() || c.a.Evidence() != c.e {
			t.Errorf("%v", c)
		}
	}
	if err := json.Unmarshal([]byte(`{"value":"0.00","evidence":"home_visit"}`),
		&a); err != nil || a != facts.Visited(yuan("0")) {
		t.Errorf("%v %v", a, err)
	}
	if err := json.Unmarshal([]byte(`{"value":"0.00"}`), &a); err == nil || a != facts.Visited(yuan("0")) {
		t.Errorf("%v %v", a, err)
	}
	if data, err := json.Marshal(a); err != nil || string(data) != `{"value":"0.00","evidence":"home_visit"}` {
		t.Errorf("%s %v", data, err)
	}
	if data, err := json.Marshal(facts.Attested[bool]{}); err != nil || string(data) != "null" {
		t.Errorf("%s %v", data, err)
	}
	if got := fmt.Sprintf("%s %v %5t %q", facts.Stated(on), facts.Stated(yuan("2.50")), facts.Stated(true),
		facts.Stated(identity.MustParseName("张三"))); strings.Contains(got, "张三") ||
		!strings.HasPrefix(got, "2022-03-15 2.50  true") {
		t.Error(got)
	}
}

// numbers are what must never be seen: the birth in an identity number, the end of a certificate number.
var numbers = []string{"19580301", "1988071520", "15202141"}

func leaks(s string) bool {
	for _, n := range numbers {
		if strings.Contains(s, n) {
			return true
		}
	}
	return false
}

func TestNothingPersonalLeaks(t *testing.T) {
	h := family()
	if !leaks(identity.Reveal(h.People[0].ID)) || !leaks(identity.Reveal(h.People[1].Disability.Certificates[1].Number)) {
		t.Fatal("the test would not see a leak")
	}
	var all []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		all = append(all, fmt.Sprintf(verb, h), fmt.Sprintf(verb, *h), fmt.Sprintf(verb, h.People), fmt.Sprintf(verb,
			h.People[1].Disability))
	}
	data, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, string(data))

	h.People[0].Birth = facts.Documented(day("1958-03-02")) // the card states another
	h.People[1].Ref = "35062719880715202141"
	l := facts.Contradictions(h, on)
	if !l.Has(facts.ErrID) || !l.Has(facts.ErrRef) {
		t.Fatal(l)
	}
	faults, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, l.Error(), fmt.Sprintf("%+v %#v", l, l), string(faults))
	for _, secret := range []string{
		`{"people":[{"ref":"a","350627195803011017":1}]}`,
		`{"people":[{"ref":"350627195803011017"}]}`,
		`{"people":[{"ref":"a","id":"350627195803011018"}]}`,
		`{"people":[{"ref":"a","sex":{"value":"350627195803011017","evidence":"350627195803011017"}}]}`,
		`{"people":[{"ref":"a","birth":{"value":"350627195803011017","evidence":"stated"}}]}`,
		`{"people":[{"ref":"a","work":{"refusals":{"value":350627195803011017,"evidence":"stated"}}}]}`,
	} {
		err := json.Unmarshal([]byte(secret), new(facts.Household))
		if err == nil {
			t.Errorf("%s is read", secret)
			continue
		}
		all = append(all, err.Error(), fmt.Sprintf("%#v", err))
	}
	for i, s := range all {
		if leaks(s) {
			t.Errorf("channel %d leaks", i)
		}
	}
}

func FuzzHouseholdJSON(f *testing.F) {
	for _, s := range []string{`{}`,
		`{"place":{"value":"350627","evidence":"stated"},"area":{"value":"rural","evidence":"home_visit"},"people_complete":{"value":true,"evidence":"stated"}}`,
		`{"people":[{"ref":"a","disability":{"certificates":[{"kind":"multiple","grade":"one","components":[{"kind":"limb","grade":"one"}],"state":{"value":"valid","evidence":"stated"}}]}}]}`,
		`{"people":[{"ref":"a","income":{"items":[{"kind":"wages","period":"2022-01-01/2022-02-01","amount":{"value":"1.00","evidence":"stated"}}],"complete":{"value":"2020-01-01/","evidence":"stated"}}}]}`,
		`{"people":[{"ref":"a","holdings":[{"programme":"dibao","period":"2020-01-01/","confirmed":{"value":true,"evidence":"stated"}}]}]}`,
		`{"people":[{"ref":"a"}],"judgements":[{"fact":"person.can_bear","person":"a","finding":{"value":true,"evidence":"stated"},"on":"2022-01-01"}]}`,
		`{"people":[{"ref":"a","birth":{"value":"2000-01-01","evidence":"stated"}}]}`, `{"ties":[{"of":"a","kin":"a"}]}`,
		`{"people":[{"ref":"a"},{"ref":"b"}],"ties":[{"of":"a","kin":"b","relation":{"value":"parent","evidence":"stated"}},{"of":"b","kin":"a","relation":{"value":"parent","evidence":"stated"}}]}`,
		`{"extra":[{"fact":"a:b","pairs":{"value":[],"evidence":"stated"}}]}`,
		`{"spending":[{"kind":"living","period":"2022-01-01/"}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		h := new(facts.Household)
		if err := h.UnmarshalJSON(data); err != nil {
			if len(fault.Of(err)) == 0 || fault.Of(err).Has(fault.ErrForeign) {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		personal := false
		for i := range h.People {
			personal = personal || !h.People[i].ID.IsZero()
			for _, c := range h.People[i].Disability.Certificates {
				personal = personal || !c.Number.IsZero()
			}
		}
		first, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		if !personal {
			back := new(facts.Household)
			if err := back.UnmarshalJSON(first); err != nil {
				t.Fatalf("does not come back: %v", err)
			}
			second, err := json.Marshal(back)
			if err != nil || !bytes.Equal(first, second) {
				t.Fatalf("comes back otherwise: %v", err)
			}
		}
		if fault.Of(facts.Contradictions(h, on).Err()).Has(fault.ErrForeign) {
			t.Fatal("a contradiction without a code")
		}
		facts.Contradictions(h, cal.Date{})
	})
}
