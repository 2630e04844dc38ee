package identity_test

import (
	"math/big"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/shegong/shegong/station/identity"
)

// held are the promises every parser of a personal type makes on any input.
func held[T interface {
	identity.Personal
	comparable
}](t *testing.T, in string, v T, err error, parse func(string) (T, error)) {
	t.Helper()
	if err != nil {
		var none T
		if v != none {
			t.Errorf("%q: an error and a value", in)
		}
		// Errors are constant texts: however long the input, nothing of it can be in them.
		known := false
		for text := range identity.Faults().All() {
			known = known || strings.Contains(err.Error(), string(text.Code))
		}
		if !known || len(err.Error()) > 200 {
			t.Errorf("%q: a foreign or long error: %v", in, err)
		}
		return
	}
	full := identity.Reveal(v)
	if again, err := parse(full); err != nil || again != v {
		t.Errorf("%q: its canonical form %q is refused: %v", in, full, err)
	}
	mask := v.String()
	if full != "" {
		if _, err := parse(mask); code(err) != identity.ErrMasked {
			t.Errorf("%q: the mask %q is read: %v", in, mask, err)
		}
		if utf8.RuneCountInString(mask) > 20 || strings.ContainsAny(mask, "0123456789") {
			t.Errorf("%q: mask %q", in, mask)
		}
	}
}

// wellFormedID is the rule for 18 characters written down again, slowly: weights of the standard, dates of package
// time.
func wellFormedID(s string) bool {
	if len(s) != 18 || strings.Trim(s[:17], "0123456789") != "" || !congruent(s) {
		return false
	}
	if s[0] == '9' {
		return true
	}
	_, err := time.Parse("20060102", s[6:14])
	return err == nil && s[6:10] >= "1800" && s[:2] >= "11" && s[:2] <= "83"
}

func FuzzParseResidentID(f *testing.F) {
	for _, s := range []string{"350627198807152021", "11010519491231002x", "3506271988071520210", "830000199001010020",
		"911124198108030024",
		"ZZZ110019810803", "350627880715202", "350627********2021", "３50627198807152021", "350627198807152021\u200b",
		"350627198802302021", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 19 && strings.Trim(s[:17], "0123456789") == "" {
			s = s[:17] + string(mod112(s[:17])) // random digits seldom have the right check
		}
		v, err := identity.ParseResidentID(s)
		held(t, s, v, err, identity.ParseResidentID)
		if len(s) == 18 {
			upper := s
			if s[17] == 'x' {
				upper = s[:17] + "X"
			}
			want := strings.Trim(upper[17:], "0123456789X") == "" && wellFormedID(upper)
			if want != (err == nil) || err == nil && identity.Reveal(v) != upper {
				t.Errorf("%q: %v, the slow reading says %v", s, err, want)
			}
		}
		// Whatever was read can be asked, and an upgraded number is a number.
		birth := strings.ReplaceAll(v.StatedBirth().String(), "-", "")
		if birth != "" && !strings.HasPrefix(identity.Reveal(v)[6:], birth) {
			t.Errorf("%q states the birth %v", s, birth)
		}
		if err == nil && !identity.IDKinds().Known(v.Kind()) {
			t.Errorf("%q has no kind", s)
		}
		v.StatedSex()
		v.StatedArea()
		up, err := identity.UpgradeLegacy(s)
		if err == nil && (len(s) != 15 || !wellFormedID(identity.Reveal(up)) || up.Kind() != identity.Citizen) {
			t.Errorf("%q upgraded to %q", s, identity.Reveal(up))
		}
	})
}

func FuzzParseCreditCode(f *testing.F) {
	for _, s := range []string{"91350100M000100Y43", "91110000600037341L", "52350627MJB0000182",
		"52350627MJB0000192", "52350627MJB00001820",
		"52350627mjb0000182", "Y1", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 19 && strings.Trim(s[:16], creditAlphabet) == "" { // random characters seldom have the right checks
			s = s[:16] + string(organisationCheck(s[8:16]))
			s += string(creditCheck(s))
		}
		c, err := identity.ParseCreditCode(s)
		want := len(s) == 18 && strings.Trim(s, creditAlphabet) == "" && strings.Trim(s[2:8], "0123456789") == "" &&
			creditCheck(s[:17]) == s[17] && organisationCheck(s[8:16]) == s[16]
		if want != (err == nil) || err == nil && c.String() != s || err != nil && !c.IsZero() {
			t.Errorf("%q: %v, %v", s, c, err)
		}
		if err != nil {
			if len(err.Error()) > 200 {
				t.Errorf("%q: long error %v", s, err)
			}
			return
		}
		// The check over all 18 characters: the weighted sum is a multiple of 31.
		sum := new(big.Int)
		for i, r := range s {
			w := new(big.Int).Exp(big.NewInt(3), big.NewInt(int64(i)), nil)
			if i == 17 {
				w.SetInt64(1)
			}
			sum.Add(sum, w.Mul(w, big.NewInt(int64(strings.IndexRune(creditAlphabet, r)))))
		}
		if sum.Mod(sum, big.NewInt(31)).Sign() != 0 {
			t.Errorf("%q: not a multiple of 31", s)
		}
		c.StatedArea()
	})
}

func FuzzParseDisabilityCertificate(f *testing.F) {
	for _, s := range []string{"35062719880715202141", "36012119701121001343", "35062719880715202141B1",
		"11010519491231002x72B9", "35062719880715202149", "35062719880715202141B0", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 18 && strings.Trim(s[:17], "0123456789") == "" {
			s = s[:17] + string(mod112(s[:17])) + s[18:] // random digits seldom have the right check
		}
		v, err := identity.ParseDisabilityCertificate(s)
		held(t, s, v, err, identity.ParseDisabilityCertificate)
		if err != nil {
			return
		}
		full := identity.Reveal(v)
		if identity.Reveal(v.Resident()) != full[:18] || !identity.DisabilityKinds().Known(v.Kind()) ||
			!identity.DisabilityGrades().Known(v.Grade()) || v.Reissue() < 0 || v.Reissue() > 9 ||
			(v.Reissue() == 0) != (len(full) == 20) {
			t.Errorf("%q states %v %v %v", s, v.Kind(), v.Grade(), v.Reissue())
		}
	})
}

func FuzzParseMobile(f *testing.F) {
	for _, s := range []string{"13957913579", "19900000000", "12957913579", "139****3579", "1395791357\u0663", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := identity.ParseMobile(s)
		held(t, s, v, err, identity.ParseMobile)
		want := len(s) == 11 && strings.Trim(s, "0123456789") == "" && s[0] == '1' &&
			strings.ContainsAny(s[1:2], "3456789")
		if want != (err == nil) {
			t.Errorf("%q: %v", s, err)
		}
	})
}

func FuzzParseName(f *testing.F) {
	for _, s := range []string{"陈", "欧阳娜娜", "阿卜杜拉·买买提", "阿卜杜拉 • 买买提", "J. R. Smith", "陈　文",
		"陈\u200b文", "𡘙文", "陈某某", "Jose\u0301", "陈\ufe00", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := identity.ParseName(s)
		held(t, s, v, err, identity.ParseName)
		if err == nil && (identity.Reveal(v) != s || s != strings.TrimSpace(s)) {
			t.Errorf("%q stored as %q", s, identity.Reveal(v))
		}
		if m := v.String(); m != "" && m != "某" {
			first, _ := utf8.DecodeRuneInString(s)
			if m != string(first)+"某某" || utf8.RuneCountInString(s) < 2 {
				t.Errorf("%q masks to %q", s, m)
			}
		}
		lenient, lerr := identity.ParseNameLenient(s)
		held(t, s, lenient, lerr, identity.ParseName)
		if err == nil && lenient != v {
			t.Errorf("%q: lenient reads %q, %v", s, identity.Reveal(lenient), lerr)
		}
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"双湖镇下山村97号", "******", "a\x00", "a\xff", " \n", "👵🏽", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := identity.ParseText(s)
		held(t, s, v, err, identity.ParseText)
		if err == nil && identity.Reveal(v) != s {
			t.Errorf("%q stored as %q", s, identity.Reveal(v))
		}
		if err == nil {
			p := identity.InFull(v)
			text, _ := p.MarshalText()
			var back identity.Plain[identity.Text]
			if err := back.UnmarshalText(text); err != nil || back != p {
				t.Errorf("%q does not come back: %v", s, err)
			}
		}
	})
}
