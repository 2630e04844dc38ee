package person_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/vocab"
)

// The tables below were typed from copies of the standards, apart from the package's own, as "code name" in the order
// of the standard.
const (
	sexTable      = `0 未知的性别 1 男 2 女 9 未说明的性别`
	marriageTable = `10 未婚 20 已婚 21 初婚 22 再婚 23 复婚 30 丧偶 40 离婚 90 未说明的婚姻状况`
	relationTable = `01 本人 02 户主
		10 配偶 11 夫 12 妻
		20 子 21 独生子 22 长子 23 次子 24 三子 25 四子 26 五子 27 养子或继子 28 女婿 29 其他儿子
		30 女 31 独生女 32 长女 33 次女 34 三女 35 四女 36 五女 37 养女或继女 38 儿媳 39 其他女儿
		40 孙子、孙女、外孙子、外孙女 41 孙子 42 孙女 43 外孙子 44 外孙女 45 孙媳妇或外孙媳妇 46 孙女婿或外孙女婿
		47 曾孙子或外曾孙子 48 曾孙女或外曾孙女 49 其他孙子、孙女或外孙子、外孙女
		50 父母 51 父亲 52 母亲 53 公公 54 婆婆 55 岳父 56 岳母 57 继父或养父 58 继母或养母 59 其他父母关系
		60 祖父母或外祖父母 61 祖父 62 祖母 63 外祖父 64 外祖母 65 配偶的祖父母或外祖父母 66 曾祖父 67 曾祖母
		68 配偶的曾祖父母或外曾祖父母 69 其他祖父母或外祖父母关系
		70 兄弟姐妹 71 兄 72 嫂 73 弟 74 弟媳 75 姐姐 76 姐夫 77 妹妹 78 妹夫 79 其他兄弟姐妹
		80 其他 81 伯父 82 伯母 83 叔父 84 婶母 85 舅父 86 舅母 87 姨父 88 姨母 89 姑父 90 姑母
		91 堂兄弟、堂姐妹 92 表兄弟、表姐妹 93 侄子 94 侄女 95 外甥 96 外甥女 97 其他亲属 99 非亲属`
	residenceTable = `0 户籍在、人在 1 户籍在、人不在 2 户籍不在、人在`
	housingTable   = `0 自置商品房 1 公租房 2 租住私房 3 自建房 4 回迁房 5 宿舍 6 机构院舍 7 安置房 9 其他居住类型`
	kindTable      = `1 视力残疾 2 听力残疾 3 言语残疾 4 肢体残疾 5 智力残疾 6 精神残疾 7 多重残疾`
	gradeTable     = `1 一级 2 二级 3 三级 4 四级`
	ethnicNames    = `汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土
		达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺`
)

func ethnicTable() string {
	var b strings.Builder
	for i, name := range strings.Fields(ethnicNames) {
		fmt.Fprintf(&b, "%02d %s族 ", i+1, name)
	}
	return b.String() + "97 其他 98 外国血统中国籍人士"
}

// sameAs compares a list with the table, both ways, and reads every key, name, alias and code back.
func sameAs[K person.Coded](t *testing.T, l vocab.List[K], n int, table string, codesAreAliases bool) {
	t.Helper()
	var got []string
	for e := range l.All() {
		code := person.Code(e.Key)
		got = append(got, code, e.ZH)
		if k, err := person.ByCode[K](code); k != e.Key || err != nil {
			t.Errorf("ByCode(%q) = %q, %v, want %q", code, k, err, e.Key)
		}
		texts := append([]string{string(e.Key), e.ZH, e.EN}, e.Aliases...)
		if codesAreAliases {
			texts = append(texts, code)
		}
		for _, text := range texts {
			if k, err := l.Parse(text); k != e.Key || err != nil {
				t.Errorf("Parse(%q) = %q, %v, want %q", text, k, err, e.Key)
			}
		}
	}
	if d := cmp.Diff(strings.Fields(table), got); d != "" {
		t.Error(d)
	}
	if len(got) != 2*n {
		t.Errorf("%d entries, want %d", len(got)/2, n)
	}
}

func TestListsAreTheStandardsTables(t *testing.T) {
	sameAs(t, person.Sexes(), 4, sexTable, true)
	sameAs(t, person.Marriages(), 8, marriageTable, true)
	sameAs(t, person.EthnicGroups(), 58, ethnicTable(), true)
	sameAs(t, person.Relations(), 84, relationTable, true)
	sameAs(t, person.Residences(), 3, residenceTable, true)
	sameAs(t, person.Housings(), 9, housingTable, true)
	sameAs(t, identity.DisabilityKinds(), 7, kindTable, false)
	sameAs(t, identity.DisabilityGrades(), 4, gradeTable, false)
}

func TestConstantsStandInTheirPlace(t *testing.T) {
	for code, k := range map[string]person.Marriage{"10": person.Unmarried, "20": person.Married, "21": person.FirstMarriage,
		"22": person.Remarried, "23": person.Reunited, "30": person.Widowed, "40": person.Divorced, "90": person.MarriageUnstated} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
	for code, k := range map[string]person.Relation{"01": person.Self, "02": person.Head, "10": person.Spouse, "20": person.Son,
		"30": person.Daughter, "40": person.Grandchild, "50": person.Parent, "60": person.Grandparent, "70": person.Sibling,
		"80": person.OtherKin} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
	for code, k := range map[string]person.Sex{"0": person.SexUnknown, "1": person.Male, "2": person.Female, "9": person.SexUnstated} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
	for code, k := range map[string]person.Housing{"0": person.OwnHome, "1": person.PublicRental, "2": person.PrivateRental,
		"3": person.SelfBuilt, "4": person.Resettled, "5": person.Dormitory, "6": person.Institution, "7": person.SettlementHome,
		"9": person.OtherHousing} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
	for code, k := range map[string]person.Residence{"0": person.PresentRegistered, "1": person.AbsentRegistered,
		"2": person.PresentUnregistered} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
	for code, k := range map[string]person.EthnicGroup{"01": person.Han, "97": person.OtherEthnic, "98": person.ForeignOrigin} {
		if got := person.Code(k); got != code {
			t.Errorf("%s has code %q, want %q", k, got, code)
		}
	}
}

func TestShortCodesAreReadAndNotWritten(t *testing.T) {
	for code, want := range map[string]person.Marriage{"1": person.Unmarried, "2": person.Married, "3": person.Widowed,
		"4": person.Divorced, "9": person.MarriageUnstated} {
		if got, err := person.ByCode[person.Marriage](code); got != want || err != nil {
			t.Errorf("marriage %s = %q, %v", code, got, err)
		}
		if got := person.Code(want); len(got) != 2 {
			t.Errorf("%s is written as %q", want, got)
		}
	}
	blocks := []person.Relation{person.Spouse, person.Son, person.Daughter, person.Grandchild, person.Parent,
		person.Grandparent, person.Sibling, person.OtherKin}
	for i, want := range blocks {
		if got, err := person.ByCode[person.Relation](string(rune('1' + i))); got != want || err != nil {
			t.Errorf("relation %d = %q, %v", i+1, got, err)
		}
	}
}

func TestByCodeRefuses(t *testing.T) {
	refused := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, vocab.ErrUnknown) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, code := range []string{"", "1 ", "１", "01", "3", "男", "male", "10"} {
		k, err := person.ByCode[person.Sex](code)
		if k != "" {
			t.Errorf("sex %q = %q", code, k)
		}
		refused("sex "+code, err)
	}
	for _, code := range []string{"", "0", "5", "丧偶", "widowed", "011", "30\n"} {
		_, err := person.ByCode[person.Marriage](code)
		refused("marriage "+code, err)
	}
	for _, code := range []string{"0", "9", "00", "03", "98", "100", "本人"} { // 0 is 本人 or 户主; 03 and 98 are of 1984
		_, err := person.ByCode[person.Relation](code)
		refused("relation "+code, err)
	}
	for _, code := range []string{"1", "00", "57", "58", "96", "99"} {
		_, err := person.ByCode[person.EthnicGroup](code)
		refused("ethnic group "+code, err)
	}
	_, err := person.ByCode[person.Housing]("8")
	refused("housing 8", err)
	_, err = person.ByCode[identity.DisabilityKind]("8")
	refused("kind 8", err)
	_, err = person.ByCode[identity.DisabilityGrade]("0")
	refused("grade 0", err)
	if got, want := err.Error(), "not a known grade of disability [VOCAB-UNKNOWN]"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUnknownAndMissingWordsHaveNoCode(t *testing.T) {
	if c := person.Code(person.Marriage("")) + person.Code(person.Marriage("engaged")) + person.Code(person.Sex("男")); c != "" {
		t.Errorf("codes %q", c)
	}
	var r struct {
		Marriage person.Marriage `json:"marriage"`
		Ethnic   person.EthnicGroup
	}
	const data = `{"marriage":"civil_union","Ethnic":"khmu"}`
	if err := json.Unmarshal([]byte(data), &r); err != nil {
		t.Fatal(err)
	}
	if back, err := json.Marshal(r); string(back) != data || err != nil {
		t.Errorf("%s, %v", back, err)
	}
	if person.Marriages().Check(r.Marriage) == nil || person.EthnicGroups().Check(r.Ethnic) == nil {
		t.Error("an unknown key is not reported")
	}
}

func TestSexIsTheOneOfTheResidentNumber(t *testing.T) {
	stated := identity.MustParseResidentID("11010519491231002X").StatedSex()
	if !person.Sexes().Known(stated) || stated != person.Female || person.Code(stated) != "2" {
		t.Errorf("stated sex %q", stated)
	}
	if person.SexUnknown == "" || person.SexUnstated == "" {
		t.Error("an answer must not be the zero value")
	}
}

func TestDisabilityCodesAreTheDigitsOfTheCertificate(t *testing.T) {
	seen := 0
	for kind := range identity.DisabilityKinds().All() {
		for grade := range identity.DisabilityGrades().All() {
			number := "350627198807152021" + person.Code(kind.Key) + person.Code(grade.Key)
			c, err := identity.ParseDisabilityCertificate(number)
			if err != nil || c.Kind() != kind.Key || c.Grade() != grade.Key {
				t.Errorf("kind %s grade %s: certificate says %s %s, %v", kind.Key, grade.Key, c.Kind(), c.Grade(), err)
			}
			seen++
		}
	}
	if seen != 28 {
		t.Errorf("%d combinations", seen)
	}
}

func TestRelationBlocks(t *testing.T) {
	for zh, want := range map[string]person.Relation{
		"本人": person.Self, "户主": person.Head, "配偶": person.Spouse, "妻": person.Spouse, "长子": person.Son, "女婿": person.Son,
		"长女": person.Daughter, "儿媳": person.Daughter, "外孙": person.Grandchild, "岳母": person.Parent, "祖父": person.Grandparent,
		"妹夫": person.Sibling, "其他": person.OtherKin, "姑母": person.OtherKin, "侄女": person.OtherKin, "非亲属": person.OtherKin,
	} {
		r, err := person.Relations().Parse(zh)
		if got := r.Block(); got != want || err != nil {
			t.Errorf("%s is in block %q, %v, want %q", zh, got, err, want)
		}
	}
	if person.Relation("").Block() != "" || person.Relation("godfather").Block() != "" {
		t.Error("an unknown relation has a block")
	}
	for e := range person.Relations().All() {
		if b := e.Key.Block(); b.Block() != b || b == "" {
			t.Errorf("%s: block %q of block %q", e.Key, b.Block(), b)
		}
	}
}

func TestAdoptiveAndStepAreNotMerged(t *testing.T) {
	for _, text := range []string{"养子", "继子", "养女", "继女", "养父", "继父", "养母", "继母"} {
		if k, err := person.Relations().Parse(text); err == nil {
			t.Errorf("%s is taken for %s, which loses the difference", text, k)
		}
	}
}

func TestEthnicGroupsReadWithoutTheirLastCharacter(t *testing.T) {
	for text, code := range map[string]string{"汉": "01", "汉族": "01", "畲族": "22", "维吾尔": "05", "09": "09", "Tibetan": "04",
		"korean": "10", "其它": "97"} {
		if k, err := person.EthnicGroups().Parse(text); person.Code(k) != code || err != nil {
			t.Errorf("%s = %q, %v", text, k, err)
		}
	}
	if got := person.EthnicGroups().Name("she", language.Chinese); got != "畲族" {
		t.Error(got)
	}
}

// sourcesOf returns the provenance of every entry; a source that is not whole fails.
func sourcesOf[K ~string](t *testing.T, l vocab.List[K]) (grades []vocab.Provenance) {
	t.Helper()
	for e := range l.All() {
		if len(e.Sources) == 0 {
			t.Errorf("%s: %s has no source", l.Title(language.English), e.Key)
		}
		for _, s := range e.Sources {
			if err := s.Validate(); err != nil {
				t.Errorf("%s: %v", e.Key, err)
			}
			grades = append(grades, s.Provenance)
		}
	}
	slices.Sort(grades)
	return slices.Compact(grades)
}

func TestEveryEntryHasASourceOfItsRank(t *testing.T) {
	for name, c := range map[string]struct{ got, want []vocab.Provenance }{
		"sex":       {sourcesOf(t, person.Sexes()), []vocab.Provenance{vocab.Reported}},
		"marriage":  {sourcesOf(t, person.Marriages()), []vocab.Provenance{vocab.Reported}},
		"ethnic":    {sourcesOf(t, person.EthnicGroups()), []vocab.Provenance{vocab.Reported}},
		"relation":  {sourcesOf(t, person.Relations()), []vocab.Provenance{vocab.Reported}},
		"residence": {sourcesOf(t, person.Residences()), []vocab.Provenance{vocab.Practice}},
		"housing":   {sourcesOf(t, person.Housings()), []vocab.Provenance{vocab.Practice}},
		"self-care": {sourcesOf(t, person.SelfCares()), []vocab.Provenance{vocab.Official}},
		"level":     {sourcesOf(t, person.CategoryLevels()), []vocab.Provenance{vocab.Practice}},
		"category":  {sourcesOf(t, person.Categories()), []vocab.Provenance{vocab.Practice}},
		"tag":       {sourcesOf(t, person.Tags()), []vocab.Provenance{vocab.Official, vocab.Practice}},
		"group":     {sourcesOf(t, person.Groups()), []vocab.Provenance{vocab.Practice}},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestSelfCare(t *testing.T) {
	var got []string
	for e := range person.SelfCares().All() {
		got = append(got, string(e.Key)+" "+e.ZH)
	}
	want := []string{"full 具备生活自理能力", "partly 部分丧失生活自理能力", "lost 完全丧失生活自理能力"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, err := person.SelfCares().Parse("失能"); err == nil { // platforms use the word for two different steps
		t.Error("失能 was read")
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	var got []fault.Code
	for text := range person.Faults().All() {
		got = append(got, text.Code)
	}
	if d := cmp.Diff([]fault.Code{person.ErrAmbiguous, person.ErrNoCategory}, got); d != "" {
		t.Error(d)
	}
}
