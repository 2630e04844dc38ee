package identity_test

import (
	"strings"
	"testing"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

func TestNameMasks(t *testing.T) {
	for name, want := range map[string]string{
		"陈":           "某",
		"陈文":          "陈某某",
		"陈大文":         "陈某某",
		"欧阳娜娜":        "欧某某",
		"陈〇":          "陈某某",
		"阿卜杜拉·买买提":    "某",
		"阿·买":         "某", // not four Chinese characters
		"古丽巴哈尔":       "某", // longer than a Chinese name: a transcription
		"次仁":          "次某某",
		"𡘙文":          "某", // a surname so rare that it names its bearer
		"陈𠮷":          "陈某某",
		"㐂文":          "某",
		"Li":          "某",
		"Anna":        "某",
		"John Smith":  "某",
		"陈Anna":       "某",
		"Ольга":       "某",
		"ཚེ་རིང་"[:0]: "",
	} {
		var n identity.Name
		if name != "" {
			n = identity.MustParseName(name)
		}
		if n.String() != want {
			t.Errorf("%s masks to %s, want %s", name, n, want)
		}
		if identity.Reveal(n) != name {
			t.Errorf("%s reveals as %s", name, identity.Reveal(n))
		}
	}
}

func TestNameIsStrict(t *testing.T) {
	for _, ok := range []string{"陈", "欧阳娜娜", "〇", "陈〇文", "阿卜杜拉·买买提", "迪丽热巴·迪力木拉提", "𠮷田𡈽", "赵C",
		"John Smith", "J. R. Smith", "ZHENG, JIAN", "ZHENG,JIAN", "O'Brien", "O’Brien", "Jean-Luc",
		"Sammy Davis Jr.", "José", "Jose\u0301",
		"Ольга", "さくら", "김철수", "नमिता", strings.Repeat("买", identity.MaxName)} {
		if _, err := identity.ParseName(ok); err != nil {
			t.Errorf("%q: %v", ok, err)
		}
	}
	for in, want := range map[string]fault.Code{
		"":             identity.ErrName,
		" 陈":           identity.ErrName,
		"陈 ":           identity.ErrName,
		"陈 大文":         identity.ErrName,
		"陈　大文":         identity.ErrName,
		"Anna 陈":       identity.ErrName,
		"陈 Anna":       identity.ErrName,
		"Anna  Li":     identity.ErrName,
		"阿卜杜拉•买买提":     identity.ErrName,
		"阿卜杜拉・买买提":     identity.ErrName,
		"阿卜杜拉.买买提·":    identity.ErrName,
		"·阿卜杜拉":        identity.ErrName,
		"阿··买":         identity.ErrName,
		"阿·":           identity.ErrName,
		"-Anna":        identity.ErrName,
		"Anna-":        identity.ErrName,
		"Anna,":        identity.ErrName,
		"'":            identity.ErrName,
		".":            identity.ErrName,
		"\u0301e":      identity.ErrName,
		"A-\u0301":     identity.ErrName,
		"A. ,B":        identity.ErrName,
		"陈大文2":         identity.ErrName,
		"陈大文（已故）":      identity.ErrName,
		"陈大文/陈小文":      identity.ErrName,
		"陈\ue000":      identity.ErrName, // private use
		"陈\xff":        identity.ErrName,
		"陈\ufffd":      identity.ErrName,
		"陈□":           identity.ErrName, // a character the machine did not have
		"陈⽂":           identity.ErrName, // a radical, not the character that looks like it
		"Louis Ⅳ":      identity.ErrName,
		"陈某某":          identity.ErrMasked,
		"某":            identity.ErrMasked,
		"陈某":           identity.ErrMasked,
		"陈**":          identity.ErrMasked,
		"欧＊＊":          identity.ErrMasked,
		"张××":          identity.ErrMasked,
		"陈●文":          identity.ErrMasked,
		"陈\u200b文":     identity.ErrInvisible,
		"陈文\ufe00":     identity.ErrInvisible, // variation selector
		"\u202e陈文":     identity.ErrInvisible,
		"陈\u00ad文":     identity.ErrInvisible,
		"陈\u3164":      identity.ErrInvisible, // Hangul filler, a letter to Unicode
		"陈\t文":         identity.ErrInvisible,
		"陈\U000e0100文": identity.ErrInvisible,
		strings.Repeat("买", identity.MaxName+1): identity.ErrNameLength,
		strings.Repeat("a", 1<<20):              identity.ErrNameLength,
	} {
		if _, err := identity.ParseName(in); code(err) != want {
			t.Errorf("%.40q: got %v, want %s", in, err, want)
		}
	}
	_, err := identity.ParseName(strings.Repeat("买", 61))
	if err.Error() != "a name has at most 60 characters [IDENTITY-NAME-LENGTH]" {
		t.Error(err)
	}
}

func TestParseNameLenient(t *testing.T) {
	for in, want := range map[string]string{
		" 陈　文\n":                       "陈文",
		"陈 大 文":                        "陈大文",
		"欧阳  娜娜":                       "欧阳娜娜",
		"阿卜杜拉•买买提":                     "阿卜杜拉·买买提",
		"阿卜杜拉 ・ 买买提":                   "阿卜杜拉·买买提",
		"阿‧卜∙杜⋅拉･买．提":                  "阿·卜·杜·拉·买·提",
		"  John   Smith ":              "John Smith",
		"Anna\u00a0Li":                 "Anna Li",
		"陈 Anna":                       "陈Anna",
		"陈大文":                          "陈大文",
		strings.Repeat("买 ", 60):       strings.Repeat("买", 60),
		"J. R. Smith":                  "J. R. Smith",
		"ZHENG,  JIAN":                 "ZHENG, JIAN",
		"阿卜杜拉· 买买提":                    "阿卜杜拉·买买提",
		strings.Repeat(" ", 100) + "陈": "陈",
	} {
		n, err := identity.ParseNameLenient(in)
		if err != nil || identity.Reveal(n) != want {
			t.Errorf("%q: %q, %v", in, identity.Reveal(n), err)
		}
	}
	for in, want := range map[string]fault.Code{
		"":                         identity.ErrName,
		" 　":                       identity.ErrName,
		"陈 某某":                     identity.ErrMasked,
		"陈\u200b文":                 identity.ErrInvisible,
		"陈大文 13957913579":          identity.ErrName,
		strings.Repeat(" ", 1<<20): identity.ErrNameLength,
		strings.Repeat("买 ", 61):   identity.ErrNameLength,
	} {
		if _, err := identity.ParseNameLenient(in); code(err) != want {
			t.Errorf("%.40q: got %v, want %s", in, err, want)
		}
	}
}

func TestMobile(t *testing.T) {
	for _, ok := range []string{"13957913579", "19900000000", "14800000000"} {
		if m, err := identity.ParseMobile(ok); err != nil || identity.Reveal(m) != ok || m.String() != "***********" {
			t.Errorf("%s: %v, %v", ok, m, err)
		}
	}
	for in, want := range map[string]fault.Code{
		"":                  identity.ErrMobile,
		"12957913579":       identity.ErrMobile,
		"10957913579":       identity.ErrMobile,
		"23957913579":       identity.ErrMobile,
		"1395791357":        identity.ErrMobile,
		"139579135790":      identity.ErrMobile,
		"1395791357X":       identity.ErrMobile,
		"1395791357:":       identity.ErrMobile,
		"1395791357/":       identity.ErrMobile,
		"+8613957913579":    identity.ErrMobile,
		"1064912345678":     identity.ErrMobile, // numbers of things
		"0596-7830000":      identity.ErrMobile, // landline
		"139 5791 3579":     identity.ErrWidth,
		"１３９５７９１３５７９":       identity.ErrWidth,
		"\u202c13957913579": identity.ErrInvisible,
		"139****3579":       identity.ErrMasked,
	} {
		if _, err := identity.ParseMobile(in); code(err) != want {
			t.Errorf("%q: got %v, want %s", in, err, want)
		}
	}
	a, b := identity.MustParseMobile("13957913579"), identity.MustParseMobile("13957913580")
	if a.Compare(b) >= 0 || a.Equal(b) || !a.Equal(a) {
		t.Error("wrong order")
	}
}

func TestText(t *testing.T) {
	for _, ok := range []string{"", " ", "福建省漳州市南靖县双湖镇下山村97号", "第一行\r\n第二行\t完", "老人家👵🏽很好", "门牌**号", "ab\u200bcd",
		strings.Repeat("文", identity.MaxText)} {
		x, err := identity.ParseText(ok)
		if err != nil || identity.Reveal(x) != ok {
			t.Errorf("%.40q: %v", ok, err)
		}
		if want := "******"; ok != "" && x.String() != want {
			t.Errorf("%.40q masks to %s", ok, x)
		}
	}
	for in, want := range map[string]fault.Code{
		"******":     identity.ErrMasked,
		" ****** \n": identity.ErrMasked,
		"＊＊":         identity.ErrMasked,
		"a\x00b":     identity.ErrText,
		"a\x1bb":     identity.ErrText,
		"a\xffb":     identity.ErrText,
		"a\ufffeb":   identity.ErrText,
		strings.Repeat("文", identity.MaxText+1): identity.ErrTextLength,
		strings.Repeat("a", 1<<20):              identity.ErrTextLength,
	} {
		if _, err := identity.ParseText(in); code(err) != want {
			t.Errorf("%.40q: got %v, want %s", in, err, want)
		}
	}
	a, b := identity.MustParseText("a"), identity.MustParseText("b")
	if a.Compare(b) >= 0 || a.Equal(b) || !a.Equal(a) {
		t.Error("wrong order")
	}
	x, y := identity.MustParseName("陈大文"), identity.MustParseName("陈文")
	if x.Compare(y) == 0 || x.Compare(x) != 0 || x.Equal(y) || x.String() != y.String() {
		t.Error("names of one mask must still be told apart")
	}
}
