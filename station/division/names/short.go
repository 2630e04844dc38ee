package names

import (
	"strings"
	"unicode/utf8"
)

// endings are the words for kinds of division at the end of names, longer ones before those they end in, each with the
// word that stays in a short name without peoples: 恩施州 for 恩施土家族苗族自治州.
var endings = [...]struct{ word, short string }{
	{"自治区", ""}, {"自治州", "州"}, {"自治县", "县"}, {"自治旗", "旗"}, {"民族乡", "乡"}, {"民族苏木", "苏木"},
	{"地区", ""}, {"新区", ""}, {"林区", ""}, {"街道", ""}, {"苏木", ""},
	{"省", ""}, {"市", ""}, {"州", "州"}, {"盟", ""}, {"区", "区"}, {"县", "县"}, {"旗", "旗"}, {"镇", "镇"}, {"乡", "乡"},
}

// peoples are those whose names stand in names of divisions. 各族, all of them, is one too (隆林各族自治县); some stand
// without 族, in 新疆 above all (博尔塔拉蒙古自治州).
var peoples = [...]string{
	"蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族",
	"哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族",
	"土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族",
	"乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族",
	"门巴族", "珞巴族", "基诺族", "各族",
	"蒙古", "维吾尔", "哈萨克", "柯尔克孜", "锡伯", "塔吉克", "达斡尔", "鄂温克",
}

// shorten splits a name into a stem without ending and peoples, of at least two characters, and the word that makes a
// short name of it: 恩施 and 州. A name without a known ending is its own stem.
func shorten(name string) (stem, word string) {
	for _, e := range endings {
		if rest, ok := strings.CutSuffix(name, e.word); ok {
			if !long(rest) {
				return name, ""
			}
			return withoutPeoples(rest), e.short
		}
	}
	return name, ""
}

// withoutPeoples takes peoples off the end of a name as long as two characters remain.
func withoutPeoples(s string) string {
	for i := 0; i < len(peoples); i++ {
		if rest, ok := strings.CutSuffix(s, peoples[i]); ok && long(rest) {
			s, i = rest, -1 // there may be more of them
		}
	}
	return s
}

// long reports whether a text has two characters or more.
func long(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return len(s) > size
}
