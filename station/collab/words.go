package collab

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// PartnerKind is what a partner is (合作方类别). The zero value is not recorded.
type PartnerKind string

// The kinds.
const (
	Community             PartnerKind = "community"              // 社区（村、居）
	SocialOrganisation    PartnerKind = "social_organisation"    // 社会组织
	CommunityOrganisation PartnerKind = "community_organisation" // 社区社会组织
	SocialAgency          PartnerKind = "social_agency"          // 社工机构
	Foundation            PartnerKind = "foundation"             // 基金会
	Association           PartnerKind = "association"            // 行业协会, a social work association among them
	Enterprise            PartnerKind = "enterprise"             // 企业
	Department            PartnerKind = "department"             // 党政部门
	Media                 PartnerKind = "media"                  // 媒体
	Medical               PartnerKind = "medical"                // 医疗机构
	School                PartnerKind = "school"                 // 学校
	CareInstitution       PartnerKind = "care_institution"       // 养老、福利机构
	VolunteerGroup        PartnerKind = "volunteer_group"        // 志愿服务组织
	Individuals           PartnerKind = "individuals"            // 爱心人士: nobody by name
	OtherPartner          PartnerKind = "other"
)

// PartnerKinds returns the kinds.
func PartnerKinds() vocab.List[PartnerKind] { return partnerKinds() }

var partnerKinds = sync.OnceValue(func() vocab.List[PartnerKind] {
	type entry = vocab.Entry[PartnerKind]
	return vocab.New("合作方类别", "kind of partner",
		entry{Key: Community, ZH: "社区", EN: "community", Aliases: []string{"村（社区）"}, Sources: practice()},
		entry{Key: SocialOrganisation, ZH: "社会组织", EN: "social organisation", Sources: practice()},
		entry{Key: CommunityOrganisation, ZH: "社区社会组织", EN: "community organisation", Sources: practice()},
		entry{Key: SocialAgency, ZH: "社工机构", EN: "social work agency", Sources: practice()},
		entry{Key: Foundation, ZH: "基金会", EN: "foundation", Sources: practice()},
		entry{Key: Association, ZH: "行业协会", EN: "association", Aliases: []string{"协会"}, Sources: practice()},
		entry{Key: Enterprise, ZH: "企业", EN: "enterprise", Aliases: []string{"爱心企业"}, Sources: practice()},
		entry{Key: Department, ZH: "党政部门", EN: "department", Aliases: []string{"部门", "政府部门"}, Sources: practice()},
		entry{Key: Media, ZH: "媒体", EN: "media", Sources: practice()},
		entry{Key: Medical, ZH: "医疗机构", EN: "medical institution", Aliases: []string{"医院", "卫生院"}, Sources: practice()},
		entry{Key: School, ZH: "学校", EN: "school", Aliases: []string{"院校"}, Sources: practice()},
		entry{Key: CareInstitution, ZH: "养老福利机构", EN: "care institution",
			Aliases: []string{"养老机构", "福利机构"}, Sources: practice()},
		entry{Key: VolunteerGroup, ZH: "志愿服务组织", EN: "volunteer organisation", Sources: practice()},
		entry{Key: Individuals, ZH: "爱心人士", EN: "individuals", Sources: practice()},
		entry{Key: OtherPartner, ZH: "其他力量", EN: "other partner", Sources: practice()},
	)
})

// PartnerRole is what a partner does for the stations (合作方角色). The zero value is not recorded.
type PartnerRole string

// The roles.
const (
	Donor       PartnerRole = "donor"       // 捐赠资助
	Provider    PartnerRole = "provider"    // 提供服务
	Host        PartnerRole = "host"        // 提供场地
	Receiver    PartnerRole = "receiver"    // 接收转介: places clients, offers jobs
	Coordinator PartnerRole = "coordinator" // 统筹协调
	Supervisor  PartnerRole = "supervisor"  // 督导评估
	Publicist   PartnerRole = "publicist"   // 宣传
	Recruiter   PartnerRole = "recruiter"   // 组织志愿者
	OtherRole   PartnerRole = "other"
)

// PartnerRoles returns the roles.
func PartnerRoles() vocab.List[PartnerRole] { return partnerRoles() }

var partnerRoles = sync.OnceValue(func() vocab.List[PartnerRole] {
	type entry = vocab.Entry[PartnerRole]
	return vocab.New("合作方角色", "role of a partner",
		entry{Key: Donor, ZH: "捐赠资助", EN: "donor", Sources: practice()},
		entry{Key: Provider, ZH: "提供服务", EN: "service provider", Sources: practice()},
		entry{Key: Host, ZH: "提供场地", EN: "host", Sources: practice()},
		entry{Key: Receiver, ZH: "接收转介", EN: "receiver of referrals", Sources: practice()},
		entry{Key: Coordinator, ZH: "统筹协调", EN: "coordinator", Sources: practice()},
		entry{Key: Supervisor, ZH: "督导评估", EN: "supervisor", Sources: practice()},
		entry{Key: Publicist, ZH: "宣传倡导", EN: "publicist", Aliases: []string{"宣传"}, Sources: practice()},
		entry{Key: Recruiter, ZH: "组织志愿者", EN: "recruiter of volunteers", Sources: practice()},
		entry{Key: OtherRole, ZH: "其他角色", EN: "other role", Sources: practice()},
	)
})

// Standing is whether an organisation is on a register (登记备案情况). The zero value is not recorded.
type Standing string

// The standings.
const (
	Registered Standing = "registered" // 已登记, with civil affairs or the market authority
	Filed      Standing = "filed"      // 已备案, with the township
	Internal   Standing = "internal"   // 内部管理: neither, under the community's care
)

// Standings returns the standings.
func Standings() vocab.List[Standing] { return standings() }

var standings = sync.OnceValue(func() vocab.List[Standing] {
	type entry = vocab.Entry[Standing]
	return vocab.New("登记备案情况", "standing",
		entry{Key: Registered, ZH: "已登记", EN: "registered", Aliases: []string{"登记"}, Sources: practice()},
		entry{Key: Filed, ZH: "已备案", EN: "filed", Aliases: []string{"备案"}, Sources: practice()},
		entry{Key: Internal, ZH: "内部管理", EN: "internal", Aliases: []string{"未登记备案"}, Sources: practice()},
	)
})

// EngagementKind is how a station engages an organisation (联动方式). The zero value is not recorded. An organisation may be
// engaged in several ways; the ways are counted apart.
type EngagementKind string

// The kinds of engagement.
const (
	Mobilised  EngagementKind = "mobilised"  // 动员: one that exists takes part
	Cultivated EngagementKind = "cultivated" // 培育: one is founded or grows with the station's help
	Linked     EngagementKind = "linked"     // 链接: one is connected for what it has
)

// EngagementKinds returns the kinds of engagement.
func EngagementKinds() vocab.List[EngagementKind] { return engagementKinds() }

var engagementKinds = sync.OnceValue(func() vocab.List[EngagementKind] {
	type entry = vocab.Entry[EngagementKind]
	return vocab.New("联动方式", "kind of engagement",
		entry{Key: Mobilised, ZH: "动员", EN: "mobilised", Sources: practice()},
		entry{Key: Cultivated, ZH: "培育", EN: "cultivated", Aliases: []string{"新培育"}, Sources: practice()},
		entry{Key: Linked, ZH: "链接", EN: "linked", Sources: practice()},
	)
})

// Growth is the stage of a cultivated organisation (成长阶段). The zero value is not recorded.
type Growth string

// The stages in order; an organisation may skip one but not go back.
const (
	Starting    Growth = "starting"    // 初创
	Growing     Growth = "growing"     // 成长
	Mature      Growth = "mature"      // 成熟
	Independent Growth = "independent" // 独立运作
)

// Growths returns the stages in order. That organisations are recorded by stage is known; the words are recalled.
func Growths() vocab.List[Growth] { return growths() }

var growths = sync.OnceValue(func() vocab.List[Growth] {
	type entry = vocab.Entry[Growth]
	recalled := []vocab.Source{{Document: "培育社区社会组织登记表", Provenance: vocab.Recalled}}
	return vocab.New("成长阶段", "stage of growth",
		entry{Key: Starting, ZH: "初创期", EN: "starting", Sources: recalled},
		entry{Key: Growing, ZH: "成长期", EN: "growing", Sources: recalled},
		entry{Key: Mature, ZH: "成熟期", EN: "mature", Sources: recalled},
		entry{Key: Independent, ZH: "独立运作", EN: "independent", Sources: recalled},
	)
})

// ResourceKind is what a resource consists of (资源类型). The zero value is not recorded.
type ResourceKind string

// The kinds of resource. Cash and goods (款物) are booked in a ledger.
const (
	Cash        ResourceKind = "cash"        // 资金
	Goods       ResourceKind = "goods"       // 物资
	InService   ResourceKind = "service"     // 服务
	Venue       ResourceKind = "venue"       // 场地
	Information ResourceKind = "information" // 信息, a vacancy for instance
)

// ResourceKinds returns the kinds of resource.
func ResourceKinds() vocab.List[ResourceKind] { return resourceKinds() }

var resourceKinds = sync.OnceValue(func() vocab.List[ResourceKind] {
	type entry = vocab.Entry[ResourceKind]
	return vocab.New("资源类型", "kind of resource",
		entry{Key: Cash, ZH: "资金", EN: "cash", Aliases: []string{"现金"}, Sources: practice()},
		entry{Key: Goods, ZH: "物资", EN: "goods", Sources: practice()},
		entry{Key: InService, ZH: "服务", EN: "service", Sources: practice()},
		entry{Key: Venue, ZH: "场地", EN: "venue", Sources: practice()},
		entry{Key: Information, ZH: "信息", EN: "information", Sources: practice()},
	)
})

// Nature is what a pillar of joint action is (联动要素性质). The zero value is not recorded.
type Nature string

// The natures, after a reading from Hubei that the fifth of the five is no actor [reported].
const (
	Actor   Nature = "actor"   // 主体
	Element Nature = "element" // 要素
)

// Natures returns the natures.
func Natures() vocab.List[Nature] { return natures() }

var natures = sync.OnceValue(func() vocab.List[Nature] {
	type entry = vocab.Entry[Nature]
	return vocab.New("联动要素性质", "nature of a pillar",
		entry{Key: Actor, ZH: "主体", EN: "actor", Sources: hubei()},
		entry{Key: Element, ZH: "要素", EN: "element", Sources: hubei()},
	)
})

func hubei() []vocab.Source {
	return []vocab.Source{{Document: "《“五社联动”的背景、内涵及优势探析》", Provenance: vocab.Reported}}
}

// practice is the source of words that stations use and no text defines.
func practice() []vocab.Source {
	return []vocab.Source{{Document: "社工站台账与工作报告的通行用语", Provenance: vocab.Practice}}
}
