package person

import (
	"strings"
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// EthnicGroup is the ethnic group of a person (民族) after GB/T 3304: the 56 groups, other (97) and citizens of
// foreign descent (98). The keys are the standard's own spelling in lower case, but for Tibetan, Korean, Manchu and
// Russian, which go by their English names.
type EthnicGroup string

// The words that a program is likely to name; [EthnicGroups] has all.
const (
	Han           EthnicGroup = "han"            // 01 汉族
	OtherEthnic   EthnicGroup = "other"          // 97 其他: not, or not yet, identified
	ForeignOrigin EthnicGroup = "foreign_origin" // 98 外国血统中国籍人士
)

// EthnicGroups returns the 58 entries of GB/T 3304. They read with and without 族.
func EthnicGroups() vocab.List[EthnicGroup] { return ethnicGroups().list }

var ethnicGroups = sync.OnceValue(func() *table[EthnicGroup] {
	group := func(code, zh, en string) row[EthnicGroup] {
		return row[EthnicGroup]{key: EthnicGroup(strings.ToLower(en)), code: code, zh: zh + "族", en: en, aliases: []string{zh}}
	}
	return newTable("民族", "ethnic group", standard("GB/T 3304-1991《中国各民族名称的罗马字母拼写法和代码》"), []row[EthnicGroup]{
		group("01", "汉", "Han"), group("02", "蒙古", "Mongol"), group("03", "回", "Hui"), group("04", "藏", "Tibetan"),
		group("05", "维吾尔", "Uygur"), group("06", "苗", "Miao"), group("07", "彝", "Yi"), group("08", "壮", "Zhuang"),
		group("09", "布依", "Buyei"), group("10", "朝鲜", "Korean"), group("11", "满", "Manchu"), group("12", "侗", "Dong"),
		group("13", "瑶", "Yao"), group("14", "白", "Bai"), group("15", "土家", "Tujia"), group("16", "哈尼", "Hani"),
		group("17", "哈萨克", "Kazak"), group("18", "傣", "Dai"), group("19", "黎", "Li"), group("20", "傈僳", "Lisu"),
		group("21", "佤", "Va"), group("22", "畲", "She"), group("23", "高山", "Gaoshan"), group("24", "拉祜", "Lahu"),
		group("25", "水", "Sui"), group("26", "东乡", "Dongxiang"), group("27", "纳西", "Naxi"), group("28", "景颇", "Jingpo"),
		group("29", "柯尔克孜", "Kirgiz"), group("30", "土", "Tu"), group("31", "达斡尔", "Daur"), group("32", "仫佬", "Mulao"),
		group("33", "羌", "Qiang"), group("34", "布朗", "Blang"), group("35", "撒拉", "Salar"), group("36", "毛南", "Maonan"),
		group("37", "仡佬", "Gelao"), group("38", "锡伯", "Xibe"), group("39", "阿昌", "Achang"), group("40", "普米", "Pumi"),
		group("41", "塔吉克", "Tajik"), group("42", "怒", "Nu"), group("43", "乌孜别克", "Uzbek"), group("44", "俄罗斯", "Russian"),
		group("45", "鄂温克", "Ewenki"), group("46", "德昂", "Deang"), group("47", "保安", "Bonan"), group("48", "裕固", "Yugur"),
		group("49", "京", "Gin"), group("50", "塔塔尔", "Tatar"), group("51", "独龙", "Derung"), group("52", "鄂伦春", "Oroqen"),
		group("53", "赫哲", "Hezhen"), group("54", "门巴", "Monba"), group("55", "珞巴", "Lhoba"), group("56", "基诺", "Jino"),
		{key: OtherEthnic, code: "97", zh: "其他", en: "other", aliases: []string{"其它"}},
		{key: ForeignOrigin, code: "98", zh: "外国血统中国籍人士", en: "citizen of foreign descent"},
	})
})
