package person

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Relation is a family relation (家庭关系) after GB/T 4761-2008, read from the other person to the head of the household:
// Daughter is the head's daughter.
//
// A duty of support cannot be read off it. The standard puts adoptive and step relations under one code (27, 37, 57, 58), though
// an adoptive child has the full duty and a step-child only after actual raising; in-laws (28, 38, 53 to 56), who owe nothing,
// stand in the block of children and parents; and 子 and 女 do not say whether the child is by blood. The law's
// relation is a fact of its own, in package eligibility. For the same reason 养子 and 继子 alone are no aliases of 27: what
// is known must not be lost on the way in.
type Relation string

// The relations that a program is likely to name: the household's own person, and the first code of each block. [Relations]
// has all, for instance "eldest_son".
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

// Relations returns the 84 relations of GB/T 4761-2008. The one-digit codes 1 to 8 of the standard read as the first code of their
// block; 0, 本人或户主, does not say which of the two. Codes 03 小集体户户主 and 98 保姆 of the edition of 1984 are no longer in it.
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
	alias := func(s ...string) []string { return s }
	return newTable("家庭关系", "family relation", standard("GB/T 4761-2008《家庭关系代码》"), []row[Relation]{
		{key: Self, code: "01", zh: "本人", en: "self"},
		{key: Head, code: "02", zh: "户主", en: "head of household"},

		{key: Spouse, code: "10", zh: "配偶", en: "spouse", also: alias("1")},
		{key: "husband", code: "11", zh: "夫", en: "husband", aliases: alias("丈夫")},
		{key: "wife", code: "12", zh: "妻", en: "wife", aliases: alias("妻子")},

		{key: Son, code: "20", zh: "子", en: "son", also: alias("2"), aliases: alias("儿子")},
		{key: "only_son", code: "21", zh: "独生子", en: "only child, a son"},
		{key: "eldest_son", code: "22", zh: "长子", en: "eldest son"},
		{key: "second_son", code: "23", zh: "次子", en: "second son", aliases: alias("二子")},
		{key: "third_son", code: "24", zh: "三子", en: "third son"},
		{key: "fourth_son", code: "25", zh: "四子", en: "fourth son"},
		{key: "fifth_son", code: "26", zh: "五子", en: "fifth son"},
		{key: "adopted_or_step_son", code: "27", zh: "养子或继子", en: "adopted son or stepson"},
		{key: "son_in_law", code: "28", zh: "女婿", en: "son-in-law"},
		{key: "other_son", code: "29", zh: "其他儿子", en: "other son"},

		{key: Daughter, code: "30", zh: "女", en: "daughter", also: alias("3"), aliases: alias("女儿")},
		{key: "only_daughter", code: "31", zh: "独生女", en: "only child, a daughter"},
		{key: "eldest_daughter", code: "32", zh: "长女", en: "eldest daughter"},
		{key: "second_daughter", code: "33", zh: "次女", en: "second daughter", aliases: alias("二女")},
		{key: "third_daughter", code: "34", zh: "三女", en: "third daughter"},
		{key: "fourth_daughter", code: "35", zh: "四女", en: "fourth daughter"},
		{key: "fifth_daughter", code: "36", zh: "五女", en: "fifth daughter"},
		{key: "adopted_or_step_daughter", code: "37", zh: "养女或继女", en: "adopted daughter or stepdaughter"},
		{key: "daughter_in_law", code: "38", zh: "儿媳", en: "daughter-in-law", aliases: alias("儿媳妇")},
		{key: "other_daughter", code: "39", zh: "其他女儿", en: "other daughter"},

		{key: Grandchild, code: "40", zh: "孙子、孙女、外孙子、外孙女", en: "grandchild", also: alias("4")},
		{key: "sons_son", code: "41", zh: "孙子", en: "son's son"},
		{key: "sons_daughter", code: "42", zh: "孙女", en: "son's daughter"},
		{key: "daughters_son", code: "43", zh: "外孙子", en: "daughter's son", aliases: alias("外孙")},
		{key: "daughters_daughter", code: "44", zh: "外孙女", en: "daughter's daughter"},
		{key: "grandsons_wife", code: "45", zh: "孙媳妇或外孙媳妇", en: "grandson's wife", aliases: alias("孙媳", "外孙媳")},
		{key: "granddaughters_husband", code: "46", zh: "孙女婿或外孙女婿", en: "granddaughter's husband",
			aliases: alias("孙婿", "外孙婿")},
		{key: "great_grandson", code: "47", zh: "曾孙子或外曾孙子", en: "great-grandson", aliases: alias("曾孙子")},
		{key: "great_granddaughter", code: "48", zh: "曾孙女或外曾孙女", en: "great-granddaughter", aliases: alias("曾孙女")},
		{key: "other_grandchild", code: "49", zh: "其他孙子、孙女或外孙子、外孙女", en: "other grandchild"},

		{key: Parent, code: "50", zh: "父母", en: "parent", also: alias("5")},
		{key: "father", code: "51", zh: "父亲", en: "father", aliases: alias("父")},
		{key: "mother", code: "52", zh: "母亲", en: "mother", aliases: alias("母")},
		{key: "husbands_father", code: "53", zh: "公公", en: "husband's father"},
		{key: "husbands_mother", code: "54", zh: "婆婆", en: "husband's mother"},
		{key: "wifes_father", code: "55", zh: "岳父", en: "wife's father"},
		{key: "wifes_mother", code: "56", zh: "岳母", en: "wife's mother"},
		{key: "adoptive_or_step_father", code: "57", zh: "继父或养父", en: "stepfather or adoptive father"},
		{key: "adoptive_or_step_mother", code: "58", zh: "继母或养母", en: "stepmother or adoptive mother"},
		{key: "other_parent", code: "59", zh: "其他父母关系", en: "other parent"},

		{key: Grandparent, code: "60", zh: "祖父母或外祖父母", en: "grandparent", also: alias("6")},
		{key: "fathers_father", code: "61", zh: "祖父", en: "father's father", aliases: alias("爷爷")},
		{key: "fathers_mother", code: "62", zh: "祖母", en: "father's mother", aliases: alias("奶奶")},
		{key: "mothers_father", code: "63", zh: "外祖父", en: "mother's father", aliases: alias("外公")},
		{key: "mothers_mother", code: "64", zh: "外祖母", en: "mother's mother", aliases: alias("外婆")},
		{key: "spouses_grandparent", code: "65", zh: "配偶的祖父母或外祖父母", en: "spouse's grandparent"},
		{key: "great_grandfather", code: "66", zh: "曾祖父", en: "great-grandfather"},
		{key: "great_grandmother", code: "67", zh: "曾祖母", en: "great-grandmother"},
		{key: "spouses_great_grandparent", code: "68", zh: "配偶的曾祖父母或外曾祖父母", en: "spouse's great-grandparent"},
		{key: "other_grandparent", code: "69", zh: "其他祖父母或外祖父母关系", en: "other grandparent"},

		{key: Sibling, code: "70", zh: "兄弟姐妹", en: "brother or sister", also: alias("7"), aliases: alias("兄、弟、姐、妹")},
		{key: "elder_brother", code: "71", zh: "兄", en: "elder brother", aliases: alias("哥哥")},
		{key: "elder_brothers_wife", code: "72", zh: "嫂", en: "elder brother's wife", aliases: alias("嫂子")},
		{key: "younger_brother", code: "73", zh: "弟", en: "younger brother", aliases: alias("弟弟")},
		{key: "younger_brothers_wife", code: "74", zh: "弟媳", en: "younger brother's wife"},
		{key: "elder_sister", code: "75", zh: "姐姐", en: "elder sister", aliases: alias("姐")},
		{key: "elder_sisters_husband", code: "76", zh: "姐夫", en: "elder sister's husband"},
		{key: "younger_sister", code: "77", zh: "妹妹", en: "younger sister", aliases: alias("妹")},
		{key: "younger_sisters_husband", code: "78", zh: "妹夫", en: "younger sister's husband"},
		{key: "other_sibling", code: "79", zh: "其他兄弟姐妹", en: "other brother or sister"},

		{key: OtherKin, code: "80", zh: "其他", en: "other", also: alias("8")},
		{key: "fathers_elder_brother", code: "81", zh: "伯父", en: "father's elder brother"},
		{key: "fathers_elder_brothers_wife", code: "82", zh: "伯母", en: "father's elder brother's wife"},
		{key: "fathers_younger_brother", code: "83", zh: "叔父", en: "father's younger brother", aliases: alias("叔叔")},
		{key: "fathers_younger_brothers_wife", code: "84", zh: "婶母", en: "father's younger brother's wife",
			aliases: alias("婶婶")},
		{key: "mothers_brother", code: "85", zh: "舅父", en: "mother's brother", aliases: alias("舅舅")},
		{key: "mothers_brothers_wife", code: "86", zh: "舅母", en: "mother's brother's wife", aliases: alias("舅妈")},
		{key: "mothers_sisters_husband", code: "87", zh: "姨父", en: "mother's sister's husband", aliases: alias("姨夫")},
		{key: "mothers_sister", code: "88", zh: "姨母", en: "mother's sister"},
		{key: "fathers_sisters_husband", code: "89", zh: "姑父", en: "father's sister's husband", aliases: alias("姑夫")},
		{key: "fathers_sister", code: "90", zh: "姑母", en: "father's sister", aliases: alias("姑姑")},
		{key: "paternal_cousin", code: "91", zh: "堂兄弟、堂姐妹", en: "paternal cousin"},
		{key: "other_cousin", code: "92", zh: "表兄弟、表姐妹", en: "other cousin"},
		{key: "brothers_son", code: "93", zh: "侄子", en: "brother's son", aliases: alias("侄儿")},
		{key: "brothers_daughter", code: "94", zh: "侄女", en: "brother's daughter"},
		{key: "sisters_son", code: "95", zh: "外甥", en: "sister's son"},
		{key: "sisters_daughter", code: "96", zh: "外甥女", en: "sister's daughter"},
		{key: "other_relative", code: "97", zh: "其他亲属", en: "other relative"},
		{key: "no_relative", code: "99", zh: "非亲属", en: "no relative"},
	})
})
