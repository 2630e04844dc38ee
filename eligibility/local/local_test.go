package local_test

import (
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/division/names"
	"github.com/shegong/shegong/station/vocab"
)

// statutes are the national acts with all local ones and more.
func body(t testing.TB, more ...eligibility.Act) *statutes.Statutes {
	t.Helper()
	s, err := national.Statutes(append(local.Acts(), more...)...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAllActsLoadWithTheNationalLaw(t *testing.T) { body(t) }

// provinces are all functions of the package with the two digits of their province.
func provinces() map[string]func() []eligibility.Act {
	return map[string]func() []eligibility.Act{
		"11": local.Beijing, "12": local.Tianjin, "13": local.Hebei, "14": local.Shanxi, "15": local.Neimenggu,
		"21": local.Liaoning,
		"23": local.Heilongjiang, "31": local.Shanghai, "33": local.Zhejiang, "35": local.Fujian, "36": local.Jiangxi,
		"37": local.Shandong,
		"41": local.Henan, "42": local.Hubei, "43": local.Hunan, "44": local.Guangdong, "50": local.Chongqing,
		"51": local.Sichuan,
		"52": local.Guizhou, "53": local.Yunnan, "61": local.Shaanxi, "62": local.Gansu, "64": local.Ningxia,
	}
}

func TestEveryProvinceStandsAloneAndSpeaksOfItselfOnly(t *testing.T) {
	n := 0
	for code, acts := range provinces() {
		if _, err := national.Statutes(acts()...); err != nil {
			t.Errorf("%s: %v", code, err)
		}
		n += len(acts())
		for _, a := range acts() {
			within := func(d division.Code) bool { return division.MustParse(code).Contains(d) }
			if !within(a.In) || !strings.Contains(a.ID, ":") {
				t.Errorf("%s: act %s is about %v", code, a.ID, a.In)
			}
			for _, v := range a.Values {
				if !v.Division.IsZero() && !within(v.Division) {
					t.Errorf("%s: %s sets a value for %v", code, a.ID, v.Division)
				}
			}
		}
	}
	if n != len(local.Acts()) {
		t.Errorf("the provinces have %d acts, Acts %d", n, len(local.Acts()))
	}
}

// Every place has a name in the gazetteer: a mistyped code would silently be nobody's.
func TestEveryPlaceExists(t *testing.T) {
	check := func(id string, d division.Code) {
		if _, ok := names.Lookup(d); !ok {
			t.Errorf("%s: no place %v", id, d)
		}
	}
	for _, a := range local.Acts() {
		check(a.ID, a.In)
		for _, v := range a.Values {
			if !v.Division.IsZero() {
				check(a.ID, v.Division)
			}
		}
	}
}

func TestNothingPractisedRecalledOrInventedIsShipped(t *testing.T) {
	good := func(s vocab.Source) bool {
		return s.Provenance == vocab.Official || s.Provenance == vocab.Reported || s.Provenance == vocab.Interpretation
	}
	for _, a := range local.Acts() {
		if !good(a.Source) {
			t.Errorf("%s: %s", a.ID, a.Source.Provenance)
		}
		for _, v := range a.Values {
			if !good(v.Source) {
				t.Errorf("%s: %s of %s", a.ID, v.Param, v.Source.Provenance)
			}
			if v.Force.Open() && v.Note == "" {
				t.Errorf("%s: %s has no end and no remark", a.ID, v.Param)
			}
		}
	}
}

func TestActsAreMadeAnew(t *testing.T) {
	a := local.Acts()
	a[0].Values[0].Note, a[0].ZH = "changed", "changed"
	if b := local.Acts(); b[0].ZH == "changed" || b[0].Values[0].Note == "changed" {
		t.Error("the caller's change shows in the next copy")
	}
}

func TestGapsOfTheSeedPlaces(t *testing.T) {
	s := body(t)
	for _, tt := range []struct {
		code, on        string
		params          []eligibility.ParamKey
		clauses         []eligibility.ClauseKey
		recorded        []eligibility.ParamKey
		recordedClauses []eligibility.ClauseKey
	}{
		{"350627", "2021-12-20",
			[]eligibility.ParamKey{national.TekunBasic, national.IncomeMonths, national.DisposableIncome},
			[]eligibility.ClauseKey{national.DibaoProperty, national.BianyuanProperty, national.ObligorProperty},
			[]eligibility.ParamKey{national.DibaoStandard}, []eligibility.ClauseKey{national.TekunProperty}},
		{"140105", "2024-06-01",
			[]eligibility.ParamKey{national.DibaoStandard, national.TekunBasic, national.ChildHome},
			[]eligibility.ClauseKey{national.DibaoProperty}, []eligibility.ParamKey{national.DisposableIncome},
			[]eligibility.ClauseKey{national.TekunProperty}},
		{"231025", "2026-08-12",
			[]eligibility.ParamKey{national.DibaoStandard, national.TekunBasic, national.GangxingRatio},
			[]eligibility.ClauseKey{national.TekunProperty, national.DibaoProperty}, nil,
			[]eligibility.ClauseKey{national.SingleProperty}},
	} {
		gaps := map[string]bool{}
		day := cal.MustParse(tt.on)
		p, err := cal.Through(day, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range s.Gaps(division.MustParse(tt.code), p) {
			gaps[string(g.Param)+string(g.Clause)] = true
		}
		for _, k := range tt.params {
			if !gaps[string(k)] {
				t.Errorf("%s: %s is not among the gaps", tt.code, k)
			}
		}
		for _, k := range tt.clauses {
			if !gaps[string(k)] {
				t.Errorf("%s: %s is not among the gaps", tt.code, k)
			}
		}
		for _, k := range tt.recorded {
			if gaps[string(k)] {
				t.Errorf("%s: %s is among the gaps", tt.code, k)
			}
		}
		for _, k := range tt.recordedClauses {
			if gaps[string(k)] {
				t.Errorf("%s: %s is among the gaps", tt.code, k)
			}
		}
	}
}
