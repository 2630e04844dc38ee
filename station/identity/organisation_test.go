package identity_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// creditCheck is GB 32100-2015 by its definition: Σ vᵢ·3ⁱ⁻¹ and the check, itself of weight 3¹⁷, … is a multiple of
// 31.
func creditCheck(first17 string) byte {
	sum, three := new(big.Int), big.NewInt(3)
	for i, c := range first17 {
		w := new(big.Int).Exp(three, big.NewInt(int64(i)), nil)
		w.Mod(w, big.NewInt(31))
		sum.Add(sum, w.Mul(w, big.NewInt(int64(strings.IndexRune(creditAlphabet, c)))))
	}
	sum.Neg(sum).Mod(sum, big.NewInt(31)) // Mod is Euclidean: never negative
	return creditAlphabet[sum.Int64()]
}

// organisationCheck is GB 11714 by search: the only C9 for which Σ weight·value + C9 is a multiple of 11.
func organisationCheck(first8 string) byte {
	const values = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for c9 := range 11 {
		sum := c9
		for i, w := range []int{3, 7, 9, 10, 5, 8, 4, 2} {
			sum += w * strings.IndexByte(values, first8[i])
		}
		if sum%11 == 0 {
			return "0123456789X"[c9]
		}
	}
	panic("unreachable: one of eleven remainders fits")
}

func TestCreditCode(t *testing.T) {
	type stated struct {
		Authority identity.Authority
		Class     identity.OrganisationClass
		Area      string
	}
	for in, want := range map[string]stated{
		"91350100M000100Y43": {"9", "91", "3501"},
		"91110000600037341L": {"9", "91", "11"},
		"52350627MJB0000182": {identity.CivilAffairs, identity.ServiceAgency, "350627"}, // synthetic
	} {
		if creditCheck(in[:17]) != in[17] || organisationCheck(in[8:16]) != in[16] {
			t.Fatalf("%s: the oracle disagrees", in)
		}
		c, err := identity.ParseCreditCode(in)
		if err != nil || c.String() != in {
			t.Errorf("%s: %v, %v", in, c, err)
			continue
		}
		if d := cmp.Diff(want, stated{c.Authority(), c.Class(), c.StatedArea().String()}); d != "" {
			t.Errorf("%s:\n%s", in, d)
		}
	}
	var none identity.CreditCode
	if none.Authority() != "" || none.Class() != "" || !none.StatedArea().IsZero() || none.String() != "" {
		t.Error("the zero code states something")
	}
	// The ministries' own area is no division by today's shape.
	s := "53100000500000001"[:8] + "50000000"
	s += string(organisationCheck(s[8:16]))
	if c := identity.MustParseCreditCode(s + string(creditCheck(s))); !c.StatedArea().IsZero() {
		t.Errorf("area of the ministries: %v", c.StatedArea())
	}
}

func TestCreditCodeRefusals(t *testing.T) {
	good := "52350627MJB0000182"
	for name, tc := range map[string]struct {
		in   string
		want fault.Code
	}{
		"empty":                   {"", identity.ErrCredit},
		"short":                   {good[:17], identity.ErrCredit},
		"long":                    {good + "2", identity.ErrCredit},
		"lower case":              {strings.ToLower(good), identity.ErrCredit},
		"letter in the area":      {"52A50627MJB0000182", identity.ErrCredit},
		"letter I":                {"52350627MIB0000182", identity.ErrCredit},
		"letter O":                {"52350627MJBO000182", identity.ErrCredit},
		"letter S":                {"S2350627MJB0000182", identity.ErrCredit},
		"letter V":                {"5V350627MJB0000182", identity.ErrCredit},
		"letter Z at the end":     {"52350627MJB000018Z", identity.ErrCredit},
		"old registration number": {"350600400012345", identity.ErrCredit},
		"organisation check":      {"52350627MJB0000192", identity.ErrOrganisation},
		"last check":              {"52350627MJB0000183", identity.ErrCreditCheck},
		"other class":             {"51350627MJB0000182", identity.ErrCreditCheck},
		"full width":              {"５2350627MJB0000182", identity.ErrWidth},
		"blank":                   {good + " ", identity.ErrWidth},
		"zero width":              {good + "\u200d", identity.ErrInvisible},
		"masked":                  {"52350627******0182", identity.ErrMasked},
	} {
		if _, err := identity.ParseCreditCode(tc.in); code(err) != tc.want {
			t.Errorf("%s: got %v, want %s", name, err, tc.want)
		}
	}
	// Only one character of 31 is right at the end.
	for _, c := range creditAlphabet {
		if _, err := identity.ParseCreditCode(good[:17] + string(c)); (err == nil) != (byte(c) == good[17]) {
			t.Errorf("check %c: %v", c, err)
		}
	}
}

func TestCreditCodePrintsAndStores(t *testing.T) {
	c := identity.MustParseCreditCode("52350627MJB0000182")
	type record struct {
		Operator identity.CreditCode `json:"operator,omitzero"`
	}
	b, err := json.Marshal([]record{{c}, {}})
	if want := `[{"operator":"52350627MJB0000182"},{}]`; err != nil || string(b) != want {
		t.Fatalf("%s, %v", b, err)
	}
	var back []record
	if err := json.Unmarshal(b, &back); err != nil || back[0].Operator != c || !back[1].Operator.IsZero() {
		t.Errorf("%v, %v", back, err)
	}
	if v, err := c.Value(); v != "52350627MJB0000182" || err != nil {
		t.Errorf("Value() = %v, %v", v, err)
	}
	if v, err := (identity.CreditCode{}).Value(); v != nil || err != nil {
		t.Errorf("Value() of zero = %v, %v", v, err)
	}
	x := c
	if err := x.Scan("52350627MJB0000183"); code(err) != identity.ErrCreditCheck || x != c {
		t.Error("a failed Scan changed the value")
	}
	if err := x.Scan(7); code(err) != identity.ErrScan {
		t.Errorf("Scan(7): %v", err)
	}
	if err := x.Scan(nil); err != nil || !x.IsZero() {
		t.Errorf("Scan(nil): %v", err)
	}
	if err := x.Scan([]byte("52350627MJB0000182")); err != nil || !x.Equal(c) || x.Compare(c) != 0 {
		t.Errorf("Scan(bytes): %v", err)
	}
	text, _ := c.AppendText([]byte("at "))
	if string(text) != "at 52350627MJB0000182" || c.ValidatorValue() != "52350627MJB0000182" {
		t.Errorf("AppendText: %s", text)
	}
}

func TestDisabilityCertificate(t *testing.T) {
	type stated struct {
		ID      string
		Kind    identity.DisabilityKind
		Grade   identity.DisabilityGrade
		Reissue int
	}
	for in, want := range map[string]stated{
		"35062719880715202141":   {"350627198807152021", identity.Limb, identity.GradeOne, 0},
		"36012119701121001343":   {"360121197011210013", identity.Limb, identity.GradeThree, 0}, // published sample
		"35062719880715202111B1": {"350627198807152021", identity.Visual, identity.GradeOne, 1},
		"35062719880715202122":   {"350627198807152021", identity.Hearing, identity.GradeTwo, 0},
		"35062719880715202133":   {"350627198807152021", identity.Speech, identity.GradeThree, 0},
		"35062719880715202154":   {"350627198807152021", identity.Intellectual, identity.GradeFour, 0},
		"35062719880715202161":   {"350627198807152021", identity.Mental, identity.GradeOne, 0},
		"11010519491231002x72B9": {"11010519491231002X", identity.Multiple, identity.GradeTwo, 9},
	} {
		c, err := identity.ParseDisabilityCertificate(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		got := stated{identity.Reveal(c.Resident()), c.Kind(), c.Grade(), c.Reissue()}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s:\n%s", in, d)
		}
		if identity.Reveal(c) != strings.ToUpper(in) {
			t.Errorf("%s: stored as %s", in, identity.Reveal(c))
		}
		if !identity.DisabilityKinds().Known(c.Kind()) || !identity.DisabilityGrades().Known(c.Grade()) {
			t.Errorf("%s: kind or grade is not in the list", in)
		}
	}
	var none identity.DisabilityCertificate
	if !none.Resident().IsZero() || none.Kind() != "" || none.Grade() != "" || none.Reissue() != 0 {
		t.Error("the zero certificate states something")
	}
	a := identity.MustParseDisabilityCertificate("35062719880715202141")
	b := identity.MustParseDisabilityCertificate("35062719880715202142")
	if a.Compare(b) >= 0 || a.Equal(b) || !a.Equal(a) {
		t.Error("wrong order")
	}
}

func TestDisabilityCertificateRefusals(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want fault.Code
	}{
		"empty":           {"", identity.ErrCertificate},
		"resident number": {"350627198807152021", identity.ErrCertificate},
		"19 characters":   {"3506271988071520214", identity.ErrCertificate},
		"suffix B0":       {"35062719880715202141B0", identity.ErrCertificate},
		"suffix BX":       {"35062719880715202141BX", identity.ErrCertificate},
		"suffix b1":       {"35062719880715202141b1", identity.ErrCertificate},
		"suffix A1":       {"35062719880715202141A1", identity.ErrCertificate},
		"half a suffix":   {"35062719880715202141B", identity.ErrCertificate},
		"letter grade":    {"3506271988071520214A", identity.ErrCertificate},
		"kind 0":          {"35062719880715202101", identity.ErrKind},
		"kind 8":          {"35062719880715202181", identity.ErrKind},
		"grade 0":         {"35062719880715202140", identity.ErrGrade},
		"grade 5":         {"35062719880715202145", identity.ErrGrade},
		"wrong check":     {"35062719880715202241", identity.ErrCheck},
		"no date":         {"35062719880230202141", identity.ErrBirth},
		"masked":          {"350627********202141", identity.ErrMasked},
		"mask":            {"********************", identity.ErrMasked},
		"blank":           {"350627198807152021 41", identity.ErrWidth},
		"invisible":       {"350627198807152021\u206041", identity.ErrInvisible},
	} {
		if _, err := identity.ParseDisabilityCertificate(tc.in); code(err) != tc.want {
			t.Errorf("%s: got %v, want %s", name, err, tc.want)
		}
	}
}
