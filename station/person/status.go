package person

import (
	"sync"

	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// Sex is the sex of a person (性别) after GB/T 2261.1. It is the type that a resident number states, see
// identity.ResidentID; what the number states is evidence for what is recorded here, and no more.
type Sex = identity.Sex

// The sexes.
const (
	Male        = identity.Male
	Female      = identity.Female
	SexUnknown  = Sex("unknown")  // 0 未知的性别
	SexUnstated = Sex("unstated") // 9 未说明的性别
)

// Sexes returns the four sexes of GB/T 2261.1.
func Sexes() vocab.List[Sex] { return sexes().list }

var sexes = sync.OnceValue(func() *table[Sex] {
	return newTable("性别", "sex", standard("GB/T 2261.1-2003《个人基本信息分类与代码 第1部分：人的性别代码》"), []row[Sex]{
		{key: SexUnknown, code: "0", zh: "未知的性别", en: "unknown", aliases: []string{"未知"}},
		{key: Male, code: "1", zh: "男", en: "male", aliases: []string{"男性"}},
		{key: Female, code: "2", zh: "女", en: "female", aliases: []string{"女性"}},
		{key: SexUnstated, code: "9", zh: "未说明的性别", en: "not stated", aliases: []string{"未说明"}},
	})
})

// standard is how the national tables are known: from public copies that agree, not from the standard itself.
func standard(document string) vocab.Source {
	return vocab.Source{Document: document, Provenance: vocab.Reported}
}

// Marriage is the marital status of a person (婚姻状况) after GB/T 2261.2.
type Marriage string

// The statuses. FirstMarriage, Remarried and Reunited are Married with more detail.
const (
	Unmarried        Marriage = "unmarried"      // 10 未婚
	Married          Marriage = "married"        // 20 已婚
	FirstMarriage    Marriage = "first_marriage" // 21 初婚
	Remarried        Marriage = "remarried"      // 22 再婚
	Reunited         Marriage = "reunited"       // 23 复婚: the same two people again
	Widowed          Marriage = "widowed"        // 30 丧偶
	Divorced         Marriage = "divorced"       // 40 离婚
	MarriageUnstated Marriage = "unstated"       // 90 未说明的婚姻状况
)

// Marriages returns the eight statuses of GB/T 2261.2. The one-digit codes that many systems store (1, 2, 3, 4, 9) are
// read too.
func Marriages() vocab.List[Marriage] { return marriages().list }

var marriages = sync.OnceValue(func() *table[Marriage] {
	return newTable("婚姻状况", "marital status", standard("GB/T 2261.2-2003《个人基本信息分类与代码 第2部分：婚姻状况代码》"), []row[Marriage]{
		{key: Unmarried, code: "10", zh: "未婚", en: "unmarried", also: []string{"1"}},
		{key: Married, code: "20", zh: "已婚", en: "married", also: []string{"2"}, aliases: []string{"有配偶"}},
		{key: FirstMarriage, code: "21", zh: "初婚", en: "first marriage"},
		{key: Remarried, code: "22", zh: "再婚", en: "remarried"},
		{key: Reunited, code: "23", zh: "复婚", en: "remarried to the former spouse"},
		{key: Widowed, code: "30", zh: "丧偶", en: "widowed", also: []string{"3"}},
		{key: Divorced, code: "40", zh: "离婚", en: "divorced", also: []string{"4"}, aliases: []string{"离异"}},
		{key: MarriageUnstated, code: "90", zh: "未说明的婚姻状况", en: "not stated", also: []string{"9"},
			aliases: []string{"未说明"}},
	})
})

// The codes of disability are the digits of the certificate number.
var (
	disabilityKinds = sync.OnceValue(func() *table[identity.DisabilityKind] {
		return ordinal(identity.DisabilityKinds())
	})
	disabilityGrades = sync.OnceValue(func() *table[identity.DisabilityGrade] {
		return ordinal(identity.DisabilityGrades())
	})
)

// Residence says whether a person lives where he or she is registered (人户分离情况), seen from the station that keeps
// the file.
type Residence string

// The three situations.
const (
	PresentRegistered   Residence = "present_registered"   // 0 户在人在
	AbsentRegistered    Residence = "absent_registered"    // 1 户在人不在: registered here, living elsewhere
	PresentUnregistered Residence = "present_unregistered" // 2 人在户不在: living here, registered elsewhere
)

// platform is where the lists of stations without a national text are seen in use: the case-file platform of Guangzhou,
// its code tables read from the public synchronisation script of a station in Panyu. The wording of some names is this
// library's.
func platform(item string) vocab.Source {
	return vocab.Source{Document: "广州市社会工作服务平台档案字段", Article: item, Provenance: vocab.Practice}
}

// Residences returns the situations with the platform's codes.
func Residences() vocab.List[Residence] { return residences().list }

var residences = sync.OnceValue(func() *table[Residence] {
	return newTable("人户分离情况", "residence and registration", platform("人户分离"), []row[Residence]{
		{key: PresentRegistered, code: "0", zh: "户籍在、人在", en: "registered and present", aliases: []string{"人户一致", "户在人在"}},
		{key: AbsentRegistered, code: "1", zh: "户籍在、人不在", en: "registered, living elsewhere",
			aliases: []string{"户在人不在"}},
		{key: PresentUnregistered, code: "2", zh: "户籍不在、人在", en: "present, registered elsewhere",
			aliases: []string{"人在户不在"}},
	})
})

// Housing is the kind of home a person lives in (居住类型). It is not the property test of any assistance programme.
type Housing string

// The kinds.
const (
	OwnHome        Housing = "own_home"        // 0 自置商品房
	PublicRental   Housing = "public_rental"   // 1 公租房
	PrivateRental  Housing = "private_rental"  // 2 租住私房
	SelfBuilt      Housing = "self_built"      // 3 自建房
	Resettled      Housing = "resettled"       // 4 回迁房: given back after a demolition
	Dormitory      Housing = "dormitory"       // 5 宿舍
	Institution    Housing = "institution"     // 6 机构院舍
	SettlementHome Housing = "settlement_home" // 7 安置房
	OtherHousing   Housing = "other"           // 9 其他
)

// Housings returns the kinds with the platform's codes; there is no code 8.
func Housings() vocab.List[Housing] { return housings().list }

var housings = sync.OnceValue(func() *table[Housing] {
	return newTable("居住类型", "kind of housing", platform("居住类型"), []row[Housing]{
		{key: OwnHome, code: "0", zh: "自置商品房", en: "own home", aliases: []string{"商品房", "自置房"}},
		{key: PublicRental, code: "1", zh: "公租房", en: "public rental", aliases: []string{"廉租房", "保障性住房"}},
		{key: PrivateRental, code: "2", zh: "租住私房", en: "private rental", aliases: []string{"出租屋", "租房"}},
		{key: SelfBuilt, code: "3", zh: "自建房", en: "self-built house", aliases: []string{"宅基地自建房"}},
		{key: Resettled, code: "4", zh: "回迁房", en: "home returned after demolition"},
		{key: Dormitory, code: "5", zh: "宿舍", en: "dormitory", aliases: []string{"寄宿"}},
		{key: Institution, code: "6", zh: "机构院舍", en: "institution", aliases: []string{"院舍"}},
		{key: SettlementHome, code: "7", zh: "安置房", en: "settlement home"},
		{key: OtherHousing, code: "9", zh: "其他居住类型", en: "other housing", aliases: []string{"其他", "其它"}},
	})
})

// SelfCare is the ability to look after oneself (生活自理能力) in the three steps of the measure on people in extreme
// hardship: all six activities (eating, dressing, getting in and out of bed, using the toilet, walking indoors,
// washing) alone, one to three of them not, four or more not. It has no code; platforms use scales of their own.
type SelfCare string

// The steps.
const (
	SelfCareFull   SelfCare = "full"   // 具备生活自理能力
	SelfCarePartly SelfCare = "partly" // 部分丧失生活自理能力
	SelfCareLost   SelfCare = "lost"   // 完全丧失生活自理能力
)

// SelfCares returns the three steps.
func SelfCares() vocab.List[SelfCare] { return selfCares() }

var selfCares = sync.OnceValue(func() vocab.List[SelfCare] {
	type entry = vocab.Entry[SelfCare]
	src := []vocab.Source{{Document: "《特困人员认定办法》（民发〔2021〕43号）", Article: "第二十条至第二十二条",
		Provenance: vocab.Official}}
	return vocab.New("生活自理能力", "ability of self-care",
		entry{Key: SelfCareFull, ZH: "具备生活自理能力", EN: "able", Aliases: []string{"全自理"}, Sources: src},
		entry{Key: SelfCarePartly, ZH: "部分丧失生活自理能力", EN: "partly lost", Aliases: []string{"半自理"}, Sources: src},
		entry{Key: SelfCareLost, ZH: "完全丧失生活自理能力", EN: "lost", Aliases: []string{"完全不能自理"}, Sources: src},
	)
})
