package identity_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// mod112 is GB 11643-1999 as it is printed: weights, remainder, table. The package computes by another way.
func mod112(first17 string) byte {
	sum := 0
	for i, w := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += w * int(first17[i]-'0')
	}
	return "10X98765432"[sum%11]
}

// congruent is ISO 7064 as it is defined: the whole, read in base 2 with digits up to 10, is 1 mod 11.
func congruent(number string) bool {
	n := new(big.Int)
	for _, c := range number {
		a := int64(c - '0')
		if c == 'X' {
			a = 10
		}
		n.Add(n.Lsh(n, 1), big.NewInt(a))
	}
	return n.Mod(n, big.NewInt(11)).Int64() == 1
}

// synthetic returns a well-formed number of nobody.
func synthetic(r *rand.Rand) string {
	area := []string{"350627", "231025", "140171", "460025", "659004", "110105"}[r.IntN(6)]
	s := fmt.Sprintf("%s%04d%02d%02d%03d", area, 1900+r.IntN(125), 1+r.IntN(12), 1+r.IntN(28), r.IntN(1000))
	return s + string(mod112(s))
}

func code(err error) fault.Code {
	if err == nil {
		return ""
	}
	var f fault.Fault
	if !errors.As(err, &f) {
		return "not a fault"
	}
	return f.Code()
}

func TestCheckDigitAgreesWithTheStandard(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		b := make([]byte, 17)
		for i := range b {
			b[i] = byte('0' + r.IntN(10))
		}
		got, err := identity.CheckDigit(string(b))
		if err != nil || got != mod112(string(b)) || !congruent(string(b)+string(got)) {
			t.Fatalf("%s: %c, %v; the standard has %c", b, got, err, mod112(string(b)))
		}
	}
	for _, s := range []string{"", "1234567890123456", "123456789012345678", "1234567890123456X", "１２３４５６"} {
		if _, err := identity.CheckDigit(s); err == nil {
			t.Errorf("CheckDigit accepts %q", s)
		}
	}
}

func TestResidentIDStates(t *testing.T) {
	type stated struct {
		Kind  identity.IDKind
		Birth string
		Sex   identity.Sex
		Area  string
	}
	for number, want := range map[string]stated{
		"350627198807152021": {identity.Citizen, "1988-07-15", identity.Female, "350627"},
		"350627195803011017": {identity.Citizen, "1958-03-01", identity.Male, "350627"},
		"11010519491231002X": {identity.Citizen, "1949-12-31", identity.Female, "110105"}, // printed in the standard
		"440524188001010014": {identity.Citizen, "1880-01-01", identity.Male, "440524"},
		"46002519720301001X": {identity.Citizen, "1972-03-01", identity.Male, "46"}, // a county before 2003
		"810000199001010019": {identity.HongKong, "1990-01-01", identity.Male, ""},
		"820000199001010037": {identity.Macao, "1990-01-01", identity.Male, ""},
		"830000199001010020": {identity.Taiwan, "1990-01-01", identity.Female, ""},
		"911124198108030024": {identity.Foreign, "1981-08-03", identity.Female, ""}, // specimen
		"932682198501010017": {identity.Foreign, "1985-01-01", identity.Male, ""},   // specimen
		"ZZZ110019810803":    {identity.ForeignOld, "", "", ""},
	} {
		if len(number) == 18 && !congruent(number) {
			t.Fatalf("%s: a typing error in this table", number)
		}
		id, err := identity.ParseResidentID(number)
		if err != nil {
			t.Errorf("%s: %v", number, err)
			continue
		}
		got := stated{id.Kind(), id.StatedBirth().String(), id.StatedSex(), id.StatedArea().String()}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s:\n%s", number, d)
		}
		if identity.Reveal(id) != number {
			t.Errorf("%s: Reveal returns %s", number, identity.Reveal(id))
		}
	}
	var none identity.ResidentID
	if none.Kind() != "" || !none.StatedBirth().IsZero() || none.StatedSex() != "" || !none.StatedArea().IsZero() {
		t.Error("the zero number states something")
	}
	// The date in a foreigner's number is not enforced and then states nothing.
	s := "91112419810231002"
	id := identity.MustParseResidentID(s + string(mod112(s)))
	if id.StatedBirth() != (cal.Date{}) || id.StatedArea() != (division.Code{}) {
		t.Error("31 February is stated as a date")
	}
}

func TestResidentIDRefusals(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want fault.Code
	}{
		"empty":                {"", identity.ErrResident},
		"short":                {"35062719880715202", identity.ErrResident},
		"long":                 {"3506271988071520211", identity.ErrResident},
		"letter":               {"3506271988O7152021", identity.ErrResident},
		"X inside":             {"3506271X8807152021", identity.ErrResident},
		"wrong last letter":    {"35062719880715202Y", identity.ErrResident},
		"begins with zero":     {"050627198807152021", identity.ErrArea},
		"29 February 1970":     {"350627197002292021", identity.ErrBirth},
		"hyphens":              {"350627-19880715-202", identity.ErrResident},
		"no province":          {"100627198807152021", identity.ErrArea},
		"beyond the provinces": {"840627198807152021", identity.ErrArea},
		"30 February":          {"350627198802302021", identity.ErrBirth},
		"month 13":             {"350627198813152021", identity.ErrBirth},
		"day 0":                {"350627198807002021", identity.ErrBirth},
		"year 0":               {"350627000007152021", identity.ErrBirth},
		"year 1799":            {"350627179907152021", identity.ErrBirth},
		"wrong check":          {"350627198807152022", identity.ErrCheck},
		"X for 1":              {"35062719880715202X", identity.ErrCheck},
		"permit, wrong check":  {"830000199001010021", identity.ErrCheck},
		"foreign, wrong check": {"911124198108030025", identity.ErrCheck},
		"15 digits":            {"350627880715202", identity.ErrLegacy},
		"two letters":          {"ZZ1110019810803", identity.ErrResident},
		"small letters":        {"zzz110019810803", identity.ErrResident},
		"full width":           {"３５０６２７１９８８０７１５２０２１", identity.ErrWidth},
		"one full width digit": {"35062719880715202１", identity.ErrWidth},
		"blank":                {"350627 19880715 2021", identity.ErrWidth},
		"ideographic blank":    {"350627198807152021　", identity.ErrWidth},
		"trailing newline":     {"350627198807152021\n", identity.ErrInvisible},
		"zero width space":     {"350627198807152021\u200b", identity.ErrInvisible},
		"direction override":   {"\u202d350627198807152021", identity.ErrInvisible},
		"byte order mark":      {"\ufeff350627198807152021", identity.ErrInvisible},
		"our mask":             {"******************", identity.ErrMasked},
		"the usual mask":       {"350627********2021", identity.ErrMasked},
		"bullets":              {"350627●●●●●●●●2021", identity.ErrMasked},
		"broken UTF-8":         {"350627198807152\xff21", identity.ErrResident},
	} {
		_, err := identity.ParseResidentID(tc.in)
		if code(err) != tc.want {
			t.Errorf("%s: got %v, want %s", name, err, tc.want)
		}
	}
}

func TestLowerCaseXIsStoredAsX(t *testing.T) {
	a, err := identity.ParseResidentID("11010519491231002x")
	if err != nil || identity.Reveal(a) != "11010519491231002X" ||
		a != identity.MustParseResidentID("11010519491231002X") {
		t.Errorf("%v, %v", identity.Reveal(a), err)
	}
}

// MOD 11-2 finds every single wrong digit and every swap of neighbours.
func TestTypingErrorsAreFound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		s := []byte(synthetic(r))
		for i := range 17 {
			for d := byte('0'); d <= '9'; d++ {
				wrong := []byte(string(s))
				wrong[i] = d
				if _, err := identity.ParseResidentID(string(wrong)); (err == nil) != (d == s[i]) {
					t.Fatalf("%s for %s: %v", wrong, s, err)
				}
			}
			wrong := []byte(string(s))
			wrong[i], wrong[i+1] = wrong[i+1], wrong[i]
			if _, err := identity.ParseResidentID(string(wrong)); (err == nil) != (wrong[i] == wrong[i+1]) {
				t.Fatalf("swap: %s for %s: %v", wrong, s, err)
			}
		}
		for _, c := range "0123456789X" {
			_, err := identity.ParseResidentID(string(s[:17]) + string(c))
			if (err == nil) != (byte(c) == s[17]) {
				t.Fatalf("check %c for %s: %v", c, s, err)
			}
		}
	}
}

func TestUpgradeLegacy(t *testing.T) {
	for name, tc := range map[string]struct {
		in, want string
		code     fault.Code
	}{
		"woman":          {"350627880715202", "350627198807152021", ""},
		"man":            {"350627580301101", "350627195803011017", ""},
		"last sequence":  {"350627580301995", "35062719580301995" + string(mod112("35062719580301995")), ""},
		"centenarian":    {"350627990301996", "", identity.ErrCentury},
		"centenarian 9":  {"350627990301999", "", identity.ErrCentury},
		"no date":        {"350627880230202", "", identity.ErrBirth},
		"no province":    {"090627880715202", "", identity.ErrArea},
		"foreign":        {"990627880715202", "", identity.ErrArea},
		"permit":         {"810000900101001", "", identity.ErrArea},
		"18 digits":      {"350627198807152021", "", identity.ErrResident},
		"X":              {"35062788071520X", "", identity.ErrResident},
		"masked":         {"350627******202", "", identity.ErrMasked},
		"full width":     {"35062788071520２", "", identity.ErrWidth},
		"empty":          {"", "", identity.ErrResident},
		"foreigner, old": {"ZZZ110019810803", "", identity.ErrResident},
	} {
		got, err := identity.UpgradeLegacy(tc.in)
		if identity.Reveal(got) != tc.want || code(err) != tc.code {
			t.Errorf("%s: %q, %v", name, identity.Reveal(got), err)
		}
	}
}

func TestResidentIDOrder(t *testing.T) {
	a, b := identity.MustParseResidentID("350627195803011017"), identity.MustParseResidentID("350627198807152021")
	var none identity.ResidentID
	if a.Compare(b) >= 0 || b.Compare(a) <= 0 || a.Compare(a) != 0 || none.Compare(a) >= 0 ||
		a.Equal(b) || !a.Equal(a) {
		t.Error("wrong order")
	}
}

func TestListsHaveBothLanguages(t *testing.T) {
	if identity.IDKinds().Name(identity.Taiwan, language.Chinese) != "台湾居民居住证" ||
		identity.DisabilityKinds().Name(identity.Limb, language.Chinese) != "肢体残疾" ||
		identity.DisabilityGrades().Name(identity.GradeOne, language.Chinese) != "一级" ||
		identity.Authorities().Name(identity.CivilAffairs, language.Chinese) != "民政" ||
		identity.OrganisationClasses().Name(identity.ServiceAgency, language.English) != "private non-enterprise unit" {
		t.Error("a name is wrong")
	}
	n := [...]int{identity.IDKinds().Len(), identity.DisabilityKinds().Len(), identity.DisabilityGrades().Len(),
		identity.Authorities().Len(), identity.OrganisationClasses().Len()}
	if d := cmp.Diff([...]int{6, 7, 4, 12, 36}, n); d != "" {
		t.Error(d)
	}
	for e := range identity.OrganisationClasses().All() {
		if len(e.Key) != 2 || !identity.Authorities().Known(identity.Authority(e.Key[:1])) {
			t.Errorf("class %s has no authority", e.Key)
		}
	}
}
