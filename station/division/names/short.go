package names

import (
	"slices"
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

// peoples are those whose names, followed by 族, stand in names of divisions; 各族 is all of them (隆林各族自治县).
// In 新疆 and 内蒙古 some stand without 族 (博尔塔拉蒙古自治州).
var (
	peoples = [...]string{
		"蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎",
		"傈僳", "佤", "畲", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南",
		"仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔",
		"独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺", "各",
	}
	unmarked = [...]string{"蒙古", "维吾尔", "哈萨克", "柯尔克孜", "锡伯", "塔吉克", "达斡尔", "鄂温克"}
)

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
	for {
		bare, marked := strings.CutSuffix(s, "族")
		list := unmarked[:]
		if marked {
			list = peoples[:]
		}
		i := slices.IndexFunc(list, func(p string) bool { return strings.HasSuffix(bare, p) })
		if i < 0 || !long(bare[:len(bare)-len(list[i])]) {
			return s
		}
		s = bare[:len(bare)-len(list[i])]
	}
}

// long reports whether a text has two characters or more.
func long(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return len(s) > size
}
