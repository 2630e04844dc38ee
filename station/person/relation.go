package person

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Relation is a family relation (家庭关系) after GB/T 4761-2008, read from the other person to the head of the household:
// Daughter is the head's daughter.
//
// A duty of support cannot be read off it. The standard puts adoptive and step relations under one code (27, 37, 57,
// 58), though an adoptive child has the full duty and a step-child only after actual raising; in-laws (28, 38, 53 to
// 56), who owe nothing, stand in the block of children and parents; and 子 and 女 do not say whether the child is by
// blood. The law's relation is a fact of its own, in package eligibility. For the same reason 养子 and 继子 alone are no
// aliases of 27: what is known must not be lost on the way in.
type Relation string

// The relations that a program is likely to name: the household's own person, and the first code of each block.
// [Relations] has all, for instance "eldest_son".
const (
	Self        Relation = "self"        // 01 本人
	Head        Relation = "head"        // 02 户主
	Spouse      Relation = "spouse"      // 10 配偶
	Son         Relation = "son"         // 20 子
	Daughter    Relation = "daughter"    // 30 女
	Grandchild  Relation = "grandchild"  // 40 孙子、孙女、外孙子、外孙女
	Parent      Relation = "parent"      // 50 父母
	Grandparent Relation = "grandparent" // 60 祖父母、外祖父母
	Sibling     Relation = "sibling"     // 70 兄弟姐妹
	OtherKin    Relation = "other"       // 80 其他
)

// Relations returns the 84 relations of GB/T 4761-2008. The one-digit codes 1 to 8 of the standard read as the first
// code of their block; 0, 本人或户主, does not say which of the two. Codes 03 小集体户户主 and 98 保姆 of the edition of 1984 are no
// longer in it.
func Relations() vocab.List[Relation] { return relations().list }

// Block returns the relation that stands for the whole block (关系大类): Daughter for 长女 and also for 儿媳, OtherKin for 侄女
// and for 非亲属. Self and Head are blocks of their own; a relation that the list does not hold has none.
func (r Relation) Block() Relation {
	code := Code(r)
	if code == "" {
		return ""
	}
	switch code[0] {
	case '0':
		return r
	case '9':
		return OtherKin
	}
	k, _ := ByCode[Relation](code[:1])
	return k
}

var relations = sync.OnceValue(func() *table[Relation] {
	is := func(code string, key Relation, zh, en string, aliases ...string) row[Relation] {
		r := row[Relation]{key: key, code: code, zh: zh, en: en, aliases: aliases}
		if code[1] == '0' && code < "90" {
			r.also = []string{code[:1]}
		}
		return r
	}
	return newTable("家庭关系", "family relation", standard("GB/T 4761-2008《家庭关系代码》"), []row[Relation]{
		is("01", Self, "本人", "self"),
		is("02", Head, "户主", "head of household"),

		is("10", Spouse, "配偶", "spouse"),
		is("11", "husband", "夫", "husband", "丈夫"),
		is("12", "wife", "妻", "wife", "妻子"),

		is("20", Son, "子", "son", "儿子"),
		is("21", "only_son", "独生子", "only child, a son"),
		is("22", "eldest_son", "长子", "eldest son"),
		is("23", "second_son", "次子", "second son", "二子"),
		is("24", "third_son", "三子", "third son"),
		is("25", "fourth_son", "四子", "fourth son"),
		is("26", "fifth_son", "五子", "fifth son"),
		is("27", "adopted_or_step_son", "养子或继子", "adopted son or stepson"),
		is("28", "son_in_law", "女婿", "son-in-law"),
		is("29", "other_son", "其他儿子", "other son"),

		is("30", Daughter, "女", "daughter", "女儿"),
		is("31", "only_daughter", "独生女", "only child, a daughter"),
		is("32", "eldest_daughter", "长女", "eldest daughter"),
		is("33", "second_daughter", "次女", "second daughter", "二女"),
		is("34", "third_daughter", "三女", "third daughter"),
		is("35", "fourth_daughter", "四女", "fourth daughter"),
		is("36", "fifth_daughter", "五女", "fifth daughter"),
		is("37", "adopted_or_step_daughter", "养女或继女", "adopted daughter or stepdaughter"),
		is("38", "daughter_in_law", "儿媳", "daughter-in-law", "儿媳妇"),
		is("39", "other_daughter", "其他女儿", "other daughter"),

		is("40", Grandchild, "孙子、孙女、外孙子、外孙女", "grandchild"),
		is("41", "sons_son", "孙子", "son's son"),
		is("42", "sons_daughter", "孙女", "son's daughter"),
		is("43", "daughters_son", "外孙子", "daughter's son", "外孙"),
		is("44", "daughters_daughter", "外孙女", "daughter's daughter"),
		is("45", "grandsons_wife", "孙媳妇或外孙媳妇", "grandson's wife", "孙媳", "外孙媳"),
		is("46", "granddaughters_husband", "孙女婿或外孙女婿", "granddaughter's husband", "孙婿", "外孙婿"),
		is("47", "great_grandson", "曾孙子或外曾孙子", "great-grandson", "曾孙子"),
		is("48", "great_granddaughter", "曾孙女或外曾孙女", "great-granddaughter", "曾孙女"),
		is("49", "other_grandchild", "其他孙子、孙女或外孙子、外孙女", "other grandchild"),

		is("50", Parent, "父母", "parent"),
		is("51", "father", "父亲", "father", "父"),
		is("52", "mother", "母亲", "mother", "母"),
		is("53", "husbands_father", "公公", "husband's father"),
		is("54", "husbands_mother", "婆婆", "husband's mother"),
		is("55", "wifes_father", "岳父", "wife's father"),
		is("56", "wifes_mother", "岳母", "wife's mother"),
		is("57", "adoptive_or_step_father", "继父或养父", "stepfather or adoptive father"),
		is("58", "adoptive_or_step_mother", "继母或养母", "stepmother or adoptive mother"),
		is("59", "other_parent", "其他父母关系", "other parent"),

		is("60", Grandparent, "祖父母或外祖父母", "grandparent"),
		is("61", "fathers_father", "祖父", "father's father", "爷爷"),
		is("62", "fathers_mother", "祖母", "father's mother", "奶奶"),
		is("63", "mothers_father", "外祖父", "mother's father", "外公"),
		is("64", "mothers_mother", "外祖母", "mother's mother", "外婆"),
		is("65", "spouses_grandparent", "配偶的祖父母或外祖父母", "spouse's grandparent"),
		is("66", "great_grandfather", "曾祖父", "great-grandfather"),
		is("67", "great_grandmother", "曾祖母", "great-grandmother"),
		is("68", "spouses_great_grandparent", "配偶的曾祖父母或外曾祖父母", "spouse's great-grandparent"),
		is("69", "other_grandparent", "其他祖父母或外祖父母关系", "other grandparent"),

		is("70", Sibling, "兄弟姐妹", "brother or sister", "兄、弟、姐、妹"),
		is("71", "elder_brother", "兄", "elder brother", "哥哥"),
		is("72", "elder_brothers_wife", "嫂", "elder brother's wife", "嫂子"),
		is("73", "younger_brother", "弟", "younger brother", "弟弟"),
		is("74", "younger_brothers_wife", "弟媳", "younger brother's wife"),
		is("75", "elder_sister", "姐姐", "elder sister", "姐"),
		is("76", "elder_sisters_husband", "姐夫", "elder sister's husband"),
		is("77", "younger_sister", "妹妹", "younger sister", "妹"),
		is("78", "younger_sisters_husband", "妹夫", "younger sister's husband"),
		is("79", "other_sibling", "其他兄弟姐妹", "other brother or sister"),

		is("80", OtherKin, "其他", "other"),
		is("81", "fathers_elder_brother", "伯父", "father's elder brother"),
		is("82", "fathers_elder_brothers_wife", "伯母", "father's elder brother's wife"),
		is("83", "fathers_younger_brother", "叔父", "father's younger brother", "叔叔"),
		is("84", "fathers_younger_brothers_wife", "婶母", "father's younger brother's wife", "婶婶"),
		is("85", "mothers_brother", "舅父", "mother's brother", "舅舅"),
		is("86", "mothers_brothers_wife", "舅母", "mother's brother's wife", "舅妈"),
		is("87", "mothers_sisters_husband", "姨父", "mother's sister's husband", "姨夫"),
		is("88", "mothers_sister", "姨母", "mother's sister"),
		is("89", "fathers_sisters_husband", "姑父", "father's sister's husband", "姑夫"),
		is("90", "fathers_sister", "姑母", "father's sister", "姑姑"),
		is("91", "paternal_cousin", "堂兄弟、堂姐妹", "paternal cousin"),
		is("92", "other_cousin", "表兄弟、表姐妹", "other cousin"),
		is("93", "brothers_son", "侄子", "brother's son", "侄儿"),
		is("94", "brothers_daughter", "侄女", "brother's daughter"),
		is("95", "sisters_son", "外甥", "sister's son"),
		is("96", "sisters_daughter", "外甥女", "sister's daughter"),
		is("97", "other_relative", "其他亲属", "other relative"),
		is("99", "no_relative", "非亲属", "no relative"),
	})
})
