package division_test

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
)

func TestParseReadsShortAndPaddedForms(t *testing.T) {
	for in, want := range map[string]string{
		"35": "35", "3500": "35", "350000": "35", "350000000": "35", "350000000000": "35",
		"3506": "3506", "350600": "3506", "350600000000": "3506",
		"350627": "350627", "350627000": "350627", "350627000000": "350627",
		"350627109": "350627109", "350627109000": "350627109",
		"350627109201": "350627109201",
		"441900":       "4419", "441900003": "441900003", "441900003001": "441900003001", // a city without counties
		"71": "71", "810000": "81", "82": "82", "11": "11", // first and last, and the three the bureau does not list
		"66": "66", "389999": "389999", "350627999": "350627999", // in no table, legal
	} {
		c, err := division.Parse(in)
		if err != nil || c.String() != want {
			t.Errorf("Parse(%s) = %v, %v, want %s", in, c, err, want)
		}
		if c != division.MustParse(want) || !c.Equal(division.MustParse(want)) {
			t.Errorf("%s and %s differ", in, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for in, want := range map[string]fault.Code{
		"":                         division.ErrLength,
		"3":                        division.ErrLength,
		"350":                      division.ErrLength,
		"35062":                    division.ErrLength,
		"3506271":                  division.ErrLength,
		"35062710":                 division.ErrLength,
		"3506271090":               division.ErrLength,
		"35062710920":              division.ErrLength,
		"3506271092010":            division.ErrLength,
		"35062710920100":           division.ErrLength,
		strings.Repeat("1", 1<<20): division.ErrLength,
		"00":                       division.ErrProvince,
		"000000000000":             division.ErrProvince,
		"10":                       division.ErrProvince,
		"100000":                   division.ErrProvince,
		"83":                       division.ErrProvince,
		"830000":                   division.ErrProvince,
		"99":                       division.ErrProvince,
		"350027":                   division.ErrGap,
		"350000109":                division.ErrGap,
		"350000000201":             division.ErrGap,
		"350600000201":             division.ErrGap,
		"350627000201":             division.ErrGap,
		"35 ":                      division.ErrDigit,
		" 35":                      division.ErrDigit,
		"３５":                       division.ErrDigit,
		"35o627":                   division.ErrDigit,
		"+35062":                   division.ErrDigit,
		"350627.0":                 division.ErrDigit,
		"35\n":                     division.ErrDigit,
		"3\u00a05":                 division.ErrDigit,
		"福建":                       division.ErrDigit,
		"\xff5":                    division.ErrDigit,
		"\ufeff350627":             division.ErrInvisible,
		"350627\u200b":             division.ErrInvisible,
		"350627\ufe0f":             division.ErrInvisible,
		"350627\u3164":             division.ErrInvisible,
		"\u202e726053":             division.ErrInvisible,
		"3506\x0027":               division.ErrInvisible,
	} {
		c, err := division.Parse(in)
		if !errors.Is(err, want) || !c.IsZero() {
			t.Errorf("Parse(%.20q) = %v, %v, want %s", in, c, err, want)
		}
		if _, is := err.(fault.Fault); !is {
			t.Errorf("Parse(%.20q) gives a %T", in, err)
		}
	}
}

func TestMustParsePanicsWithoutTheValue(t *testing.T) {
	defer func() {
		if said := fmt.Sprint(recover()); said == "<nil>" || strings.Contains(said, "987654") {
			t.Errorf("panic says %s", said)
		}
	}()
	division.MustParse("987654")
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{
		0: "", 35: "35", 3506: "3506", 350627: "350627", 350627109: "350627109", 350627109201: "350627109201",
		350000: "35", 350627000000: "350627",
	} {
		c, err := division.FromNumber(n)
		if err != nil || c.String() != want {
			t.Errorf("FromNumber(%d) = %v, %v, want %s", n, c, err, want)
		}
		if back, err := division.FromNumber(c.Number()); err != nil || back != c {
			t.Errorf("FromNumber(%d) = %v, %v", c.Number(), back, err)
		}
	}
	for n, want := range map[int64]fault.Code{
		-35: division.ErrDigit, -1 << 63: division.ErrDigit, 1: division.ErrLength, 35062: division.ErrLength,
		1<<63 - 1: division.ErrLength, 99: division.ErrProvince, 350027: division.ErrGap,
	} {
		if c, err := division.FromNumber(n); !errors.Is(err, want) || !c.IsZero() {
			t.Errorf("FromNumber(%d) = %v, %v, want %s", n, c, err, want)
		}
	}
}

func TestPaddedForms(t *testing.T) {
	for in, want := range map[string][2]string{
		"35":           {"350000", "350000000000"},
		"3506":         {"350600", "350600000000"},
		"350627":       {"350627", "350627000000"},
		"350627109":    {"", "350627109000"},
		"350627109201": {"", "350627109201"},
		"441900003":    {"", "441900003000"},
	} {
		c := division.MustParse(in)
		if got := [2]string{c.Padded6(), c.Padded12()}; got != want {
			t.Errorf("%s pads to %q, want %q", in, got, want)
		}
	}
	if c := (division.Code{}); c.Padded6() != "" || c.Padded12() != "" || c.String() != "" {
		t.Error("a code that is not recorded must print as nothing")
	}
}

// model is the naive reading of a code: its five parts, with empty ones at the end left off.
type model struct{ parts []string }

func modelOf(padded string) model {
	parts := []string{padded[:2], padded[2:4], padded[4:6], padded[6:9], padded[9:]}
	for len(parts) > 0 && strings.Trim(parts[len(parts)-1], "0") == "" {
		parts = parts[:len(parts)-1]
	}
	return model{parts}
}

func (m model) text() string { return strings.Join(m.parts, "") }

func (m model) legal() bool {
	for i, p := range m.parts {
		if strings.Trim(p, "0") == "" && !(i == 2 && len(m.parts) > 3 && strings.Trim(m.parts[3], "0") != "") {
			return false
		}
	}
	return true
}

// cut is the division above at a level counted from 0, empty where there is none.
func (m model) cut(level int) model {
	if level >= len(m.parts) || strings.Trim(m.parts[level], "0") == "" {
		return model{}
	}
	return model{m.parts[:level+1]}
}

func TestHierarchyAgainstModel(t *testing.T) {
	levels := slices.Collect(division.Levels())
	models := map[division.Code]model{}
	for _, p := range []string{"11", "35", "82"} {
		for _, f := range []string{"00", "01", "06", "90"} {
			for _, a := range []string{"00", "01", "27"} {
				for _, s := range []string{"000", "003", "109", "200", "410"} {
					for _, v := range []string{"000", "001", "210"} {
						padded := p + f + a + s + v
						m := modelOf(padded)
						c, err := division.Parse(padded)
						if (err == nil) != m.legal() {
							t.Fatalf("Parse(%s) = %v, legal is %v", padded, err, m.legal())
						}
						if err == nil {
							models[c] = m
						}
					}
				}
			}
		}
	}
	if len(models) != 3*(1+3*3*(1+4*3)) {
		t.Fatalf("%d codes", len(models))
	}
	for c, m := range models {
		if c.String() != m.text() || c.Level() != levels[len(m.parts)-1] {
			t.Fatalf("%s reads as %v of level %s", m.text(), c, c.Level())
		}
		var above []string
		for i, l := range levels {
			want := m.cut(i)
			if got := c.At(l); got.String() != want.text() {
				t.Errorf("%v.At(%s) = %v, want %s", c, l, got, want.text())
			}
			if i < len(m.parts)-1 && want.text() != "" {
				above = append(above, want.text())
			}
		}
		slices.Reverse(above)
		var got []string
		for a := range c.Ancestors() {
			got = append(got, a.String())
		}
		if d := gocmp.Diff(above, got); d != "" {
			t.Errorf("ancestors of %v: %s", c, d)
		}
		if p := c.Parent().String(); len(above) > 0 && p != above[0] || len(above) == 0 && p != "" {
			t.Errorf("parent of %v is %s", c, p)
		}
		for d, n := range models {
			if got, want := c.Contains(d), strings.HasPrefix(n.text(), m.text()); got != want {
				t.Fatalf("%v.Contains(%v) = %v", c, d, got)
			}
			if got, want := c.Compare(d), cmp.Compare(m.text(), n.text()); got != want {
				t.Fatalf("%v.Compare(%v) = %d", c, d, got)
			}
		}
	}
}

func TestGazetteerOrder(t *testing.T) {
	want := []string{"", "35", "3506", "350627", "350627109", "350627109201", "350627110", "3507", "36"}
	var codes []division.Code
	for _, i := range []int{7, 3, 0, 8, 2, 6, 1, 5, 4} {
		c, err := division.Parse(want[i])
		if err != nil && want[i] != "" {
			t.Fatal(err)
		}
		codes = append(codes, c)
	}
	slices.SortFunc(codes, division.Code.Compare)
	var got []string
	for _, c := range codes {
		got = append(got, c.String())
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNothingRecorded(t *testing.T) {
	var none division.Code
	some := division.MustParse("350627109201")
	if none.Contains(none) || none.Contains(some) || some.Contains(none) {
		t.Error("what is not recorded contains nothing and lies in nothing")
	}
	if none.Level() != "" || none.TownshipKind() != "" || none.VillageKind() != "" || !none.Parent().IsZero() {
		t.Error("what is not recorded has no level, kind or parent")
	}
	for l := range division.Levels() {
		if !none.At(l).IsZero() {
			t.Errorf("what is not recorded lies in a %s", l)
		}
	}
	if !some.At("").IsZero() || !some.At("continent").IsZero() {
		t.Error("an unknown level has no divisions")
	}
	for range none.Ancestors() {
		t.Error("what is not recorded has ancestors")
	}
	for a := range some.Ancestors() {
		if a.Level() != division.Township {
			t.Error("the loop did not stop")
		}
		break
	}
	for range division.Levels() {
		break
	}
}

func TestKindsFromTheCode(t *testing.T) {
	for in, want := range map[string][2]string{
		"350627": {}, "35": {},
		"350627001": {"街道", ""}, "350627099": {"街道", ""}, "350627100": {"镇", ""}, "350627109": {"镇", ""},
		"350627200": {"乡", ""}, "350627399": {"乡", ""}, "350627400": {"类似乡级单位", ""},
		"350627599": {"类似乡级单位", ""}, "350627600": {}, "350627999": {},
		"350627109001": {"镇", "居民委员会"}, "350627109199": {"镇", "居民委员会"},
		"350627001200": {"街道", "村民委员会"}, "350627200399": {"乡", "村民委员会"},
		"350627300400": {"乡", "类似居民委员会"}, "350627300499": {"乡", "类似居民委员会"},
		"350627500500": {"类似乡级单位", "类似村民委员会"}, "350627500599": {"类似乡级单位", "类似村民委员会"},
		"350627700600": {},
	} {
		c := division.MustParse(in)
		if got := [2]string{c.TownshipKind().ZH(), c.VillageKind().ZH()}; got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func TestEveryKeyHasItsNames(t *testing.T) {
	got := map[string][2]string{}
	for l := range division.Levels() {
		got[string(l)] = [2]string{l.ZH(), l.EN()}
	}
	for _, k := range []division.TownshipKind{division.Subdistrict, division.Town, division.RuralTownship,
		division.TownshipLike, "hamlet"} {
		got[string(k)] = [2]string{k.ZH(), k.EN()}
	}
	for _, k := range []division.VillageKind{division.ResidentsCommittee, division.VillagersCommittee,
		division.ResidentsLike, division.VillagersLike, "garden"} {
		got[string(k)] = [2]string{k.ZH(), k.EN()}
	}
	l := division.Level("continent")
	got[string(l)] = [2]string{l.ZH(), l.EN()}
	want := map[string][2]string{
		"province":            {"省级", "province"},
		"prefecture":          {"地级", "prefecture"},
		"county":              {"县级", "county"},
		"township":            {"乡级", "township"},
		"village":             {"村级", "village"},
		"continent":           {"continent", "continent"},
		"subdistrict":         {"街道", "subdistrict"},
		"town":                {"镇", "town"},
		"rural-township":      {"乡", "rural township"},
		"township-like":       {"类似乡级单位", "township-like unit"},
		"hamlet":              {"hamlet", "hamlet"},
		"residents-committee": {"居民委员会", "residents' committee"},
		"villagers-committee": {"村民委员会", "villagers' committee"},
		"residents-like":      {"类似居民委员会", "unit like a residents' committee"},
		"villagers-like":      {"类似村民委员会", "unit like a villagers' committee"},
		"garden":              {"garden", "garden"},
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for l, want := range map[division.Level]int{division.Province: 2, division.Prefecture: 4, division.County: 6,
		division.Township: 9, division.Village: 12, "": 0, "continent": 0} {
		if l.Digits() != want {
			t.Errorf("%q has %d digits", l, l.Digits())
		}
	}
}

func TestNoAllocations(t *testing.T) {
	c, d := division.MustParse("350627"), division.MustParse("350627109201")
	buf := make([]byte, 0, 16)
	text := []byte("350627109")
	for name, f := range map[string]func(){
		"Parse":         func() { _, _ = division.Parse("350627109201") },
		"FromNumber":    func() { _, _ = division.FromNumber(350627) },
		"Compare":       func() { _ = c.Compare(d) },
		"Contains":      func() { _ = c.Contains(d) },
		"At":            func() { _ = d.At(division.County) },
		"Parent":        func() { _ = d.Parent() },
		"Level":         func() { _ = d.Level() },
		"AppendText":    func() { buf, _ = d.AppendText(buf[:0]) },
		"UnmarshalText": func() { var c division.Code; _ = c.UnmarshalText(text) },
		"Ancestors": func() {
			for a := range d.Ancestors() {
				_ = a
			}
		},
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
