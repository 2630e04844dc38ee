package eligibility_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
)

// The tables of Kleene's strong logic, written out.
func TestTruthsCombineAsInKleenesTables(t *testing.T) {
	const n, u, m = eligibility.NotMet, eligibility.Unknown, eligibility.Met
	order := [3]eligibility.Truth{n, u, m}
	and := [3][3]eligibility.Truth{{n, n, n}, {n, u, u}, {n, u, m}}
	or := [3][3]eligibility.Truth{{n, u, m}, {u, u, m}, {m, m, m}}
	not := [3]eligibility.Truth{m, u, n}
	for i, a := range order {
		if a.Not() != not[i] || a.Decided() != (a != u) {
			t.Errorf("not %v is %v, decided %v", a, a.Not(), a.Decided())
		}
		for j, b := range order {
			if a.And(b) != and[i][j] || a.Or(b) != or[i][j] {
				t.Errorf("%v, %v: and %v, or %v", a, b, a.And(b), a.Or(b))
			}
		}
	}
	if zero := *new(eligibility.Truth); zero != u {
		t.Errorf("the zero value is %v", zero)
	}
	if eligibility.TruthOf(true) != m || eligibility.TruthOf(false) != n {
		t.Error("a known fact is met or not met")
	}
}

func TestTruthsHaveNames(t *testing.T) {
	for truth, names := range map[eligibility.Truth][2]string{
		eligibility.Met: {"符合", "met"}, eligibility.NotMet: {"不符合", "not met"}, eligibility.Unknown: {"尚不能判断", "unknown"},
	} {
		if truth.ZH() != names[0] || truth.String() != names[1] {
			t.Errorf("%d is called %s, %s", truth, truth.ZH(), truth)
		}
	}
}

func TestEvidenceIsOrderedAsListed(t *testing.T) {
	var grades []eligibility.Evidence
	for e := range eligibility.Evidences().All() {
		grades = append(grades, e.Key)
	}
	if len(grades) != 4 || grades[0] != eligibility.Stated || grades[3] != eligibility.HomeVisit {
		t.Fatal(grades)
	}
	for i, a := range grades {
		for j, b := range grades {
			if a.AtLeast(b) != (i >= j) {
				t.Errorf("%s at least %s: %v", a, b, a.AtLeast(b))
			}
		}
		for _, none := range []eligibility.Evidence{"", "hearsay"} {
			if none.AtLeast(a) || none.AtLeast(none) || !a.AtLeast(none) {
				t.Errorf("%q is a grade beside %s", none, a)
			}
		}
	}
}

func TestAFingerprintIsHexadecimal(t *testing.T) {
	f := eligibility.Fingerprint{0: 0x0a, 31: 0xf0}
	if s := f.String(); len(s) != 64 || s[:4] != "0a00" || s[62:] != "f0" {
		t.Error(s)
	}
}
