package identity

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Authority is the registering authority of an organisation (登记管理部门), the first character of its
// [CreditCode]. The zero value is not recorded. Characters that the list does not hold are legal: the standard
// grows.
type Authority string

// CivilAffairs is the authority that registers social organisations (民政).
const CivilAffairs Authority = "5"

// OrganisationClass is the class of an organisation (机构类别), the first two characters of its [CreditCode]. The
// zero value is not recorded. Classes that the list does not hold are legal.
type OrganisationClass string

// The classes that civil affairs registers.
const (
	SocialAssociation OrganisationClass = "51" // 社会团体
	ServiceAgency     OrganisationClass = "52" // 民办非企业单位（社会服务机构）: most social work agencies
	Foundation        OrganisationClass = "53" // 基金会
)

// creditSource is how the two lists are known: from copies of the standard's tables that agree, not from the
// standard.
func creditSource() []vocab.Source {
	return []vocab.Source{{Document: "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》", Provenance: vocab.Reported}}
}

// Authorities returns the registering authorities with their names.
func Authorities() vocab.List[Authority] { return authorities() }

var authorities = sync.OnceValue(func() vocab.List[Authority] {
	type entry = vocab.Entry[Authority]
	src := creditSource()
	return vocab.New("登记管理部门", "registering authority",
		entry{Key: "1", ZH: "机构编制", EN: "public sector establishment", Sources: src},
		entry{Key: "2", ZH: "外交", EN: "foreign affairs", Sources: src},
		entry{Key: "3", ZH: "司法行政", EN: "justice", Sources: src},
		entry{Key: "4", ZH: "文化", EN: "culture", Sources: src},
		entry{Key: CivilAffairs, ZH: "民政", EN: "civil affairs", Sources: src},
		entry{Key: "6", ZH: "旅游", EN: "tourism", Sources: src},
		entry{Key: "7", ZH: "宗教", EN: "religious affairs", Sources: src},
		entry{Key: "8", ZH: "工会", EN: "trade unions", Sources: src},
		entry{Key: "9", ZH: "市场监管", EN: "market regulation", Aliases: []string{"工商"}, Sources: src},
		entry{Key: "A", ZH: "中央军委改革和编制办公室", EN: "military establishment", Sources: src},
		entry{Key: "N", ZH: "农业", EN: "agriculture", Sources: src},
		entry{Key: "Y", ZH: "其他部门", EN: "other authority", Sources: src},
	)
})

// OrganisationClasses returns the classes with their names.
func OrganisationClasses() vocab.List[OrganisationClass] { return organisationClasses() }

var organisationClasses = sync.OnceValue(func() vocab.List[OrganisationClass] {
	type entry = vocab.Entry[OrganisationClass]
	src := creditSource()
	return vocab.New("机构类别", "class of organisation",
		entry{Key: "11", ZH: "机关", EN: "public authority", Sources: src},
		entry{Key: "12", ZH: "事业单位", EN: "public institution", Sources: src},
		entry{Key: "13", ZH: "编办直接管理编制的群众团体", EN: "mass organisation with public posts", Sources: src},
		entry{Key: "19", ZH: "机构编制登记的其他机构", EN: "other, public sector establishment", Sources: src},
		entry{Key: "21", ZH: "外国常驻新闻机构", EN: "resident foreign news agency", Sources: src},
		entry{Key: "29", ZH: "外交登记的其他机构", EN: "other, foreign affairs", Sources: src},
		entry{Key: "31", ZH: "律师执业机构", EN: "law firm", Sources: src},
		entry{Key: "32", ZH: "公证处", EN: "notary office", Sources: src},
		entry{Key: "33", ZH: "基层法律服务所", EN: "grass-roots legal service", Sources: src},
		entry{Key: "34", ZH: "司法鉴定机构", EN: "forensic institution", Sources: src},
		entry{Key: "35", ZH: "仲裁委员会", EN: "arbitration commission", Sources: src},
		entry{Key: "39", ZH: "司法行政登记的其他机构", EN: "other, justice", Sources: src},
		entry{Key: "41", ZH: "外国在华文化中心", EN: "foreign cultural centre", Sources: src},
		entry{Key: "49", ZH: "文化登记的其他机构", EN: "other, culture", Sources: src},
		entry{Key: SocialAssociation, ZH: "社会团体", EN: "social association", Sources: src},
		entry{Key: ServiceAgency, ZH: "民办非企业单位", EN: "private non-enterprise unit",
			Aliases: []string{"社会服务机构"}, Sources: src},
		entry{Key: Foundation, ZH: "基金会", EN: "foundation", Sources: src},
		entry{Key: "59", ZH: "民政登记的其他机构", EN: "other, civil affairs", Sources: src},
		entry{Key: "61", ZH: "外国旅游部门常驻代表机构", EN: "foreign tourism office", Sources: src},
		entry{Key: "62", ZH: "港澳台地区旅游部门常驻代表机构", EN: "tourism office of Hong Kong, Macao or Taiwan", Sources: src},
		entry{Key: "69", ZH: "旅游登记的其他机构", EN: "other, tourism", Sources: src},
		entry{Key: "71", ZH: "宗教活动场所", EN: "place of worship", Sources: src},
		entry{Key: "72", ZH: "宗教院校", EN: "religious school", Sources: src},
		entry{Key: "79", ZH: "宗教登记的其他机构", EN: "other, religious affairs", Sources: src},
		entry{Key: "81", ZH: "基层工会", EN: "local trade union", Sources: src},
		entry{Key: "89", ZH: "工会登记的其他机构", EN: "other, trade unions", Sources: src},
		entry{Key: "91", ZH: "企业", EN: "enterprise", Sources: src},
		entry{Key: "92", ZH: "个体工商户", EN: "individual business", Sources: src},
		entry{Key: "93", ZH: "农民专业合作社", EN: "farmers' cooperative", Sources: src},
		entry{Key: "A1", ZH: "军队事业单位", EN: "military institution", Sources: src},
		entry{Key: "A9", ZH: "军队登记的其他机构", EN: "other, military", Sources: src},
		entry{Key: "N1", ZH: "组级集体经济组织", EN: "group collective", Sources: src},
		entry{Key: "N2", ZH: "村级集体经济组织", EN: "village collective", Sources: src},
		entry{Key: "N3", ZH: "乡镇级集体经济组织", EN: "township collective", Sources: src},
		entry{Key: "N9", ZH: "农业登记的其他机构", EN: "other, agriculture", Sources: src},
		entry{Key: "Y1", ZH: "其他部门登记的机构", EN: "registered by another authority", Sources: src},
	)
})
