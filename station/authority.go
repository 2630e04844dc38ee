package station

import (
	"sync"

	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Authority is a body above the stations (主管和指导单位): a department of civil affairs, a party department of social work, a
// government, an association. Division is where it is responsible; that of a national body is not recorded.
// Departments are its divisions as named: 社会救助处, 慈善事业促进和社会工作处.
type Authority struct {
	ID          AuthorityID   `json:"id" validate:"required,max=64"`
	Name        string        `json:"name" validate:"required,max=100"`
	Aliases     []string      `json:"aliases,omitempty" validate:"dive,required,max=100"`
	Kind        AuthorityKind `json:"kind" validate:"required"`
	Level       Level         `json:"level,omitempty"`
	Division    division.Code `json:"division,omitzero"`
	Departments []string      `json:"departments,omitempty" validate:"dive,required,max=60"`
}

// Validate returns nil or every problem of the authority by itself. A level that contradicts the division is [ErrLevel].
func (a Authority) Validate() error { return validate(a) }

func (a Authority) rules() (l fault.List) {
	l.Add("kind", AuthorityKinds().Check(a.Kind))
	l.Add("level", Levels().Check(a.Level))
	if want := a.Level.division(); want != "" && !a.Division.IsZero() && a.Division.Level() != want {
		l.Add("level", catalogue().New(ErrLevel))
	}
	return l
}

// AuthorityKind is the kind of an authority (单位类别). The zero value is "not recorded".
type AuthorityKind string

// The kinds of authority. Since 2023 party departments of social work take over policy for social work from civil affairs,
// at another time in each place (their formation is reported at second hand); so who is competent is a dated [Oversight].
const (
	CivilAffairsAuthority AuthorityKind = "civil_affairs"          // 民政部门: 部, 厅, 局
	SocialWorkDepartment  AuthorityKind = "social_work_department" // 党委社会工作部
	Government            AuthorityKind = "government"             // 乡镇政府、街道办事处 and governments above
	PartyCommittee        AuthorityKind = "party_committee"        // 党委
	Association           AuthorityKind = "association"            // 社会工作协会
	OtherAuthority        AuthorityKind = "other"                  // 其他部门
)

// AuthorityKinds returns the kinds of authority.
func AuthorityKinds() vocab.List[AuthorityKind] { return authorityKinds() }

var authorityKinds = sync.OnceValue(func() vocab.List[AuthorityKind] {
	return vocab.New("单位类别", "kind of authority",
		word(CivilAffairsAuthority, "民政部门", "civil affairs authority", "民政部", "民政厅", "民政局"),
		from("《党和国家机构改革方案》", vocab.Recalled,
			word(SocialWorkDepartment, "社会工作部", "party social work department", "社工部"))[0],
		word(Government, "政府", "government", "乡镇政府", "街道办事处"),
		word(PartyCommittee, "党委", "party committee"),
		word(Association, "社会工作协会", "social work association", "行业协会", "协会"),
		word(OtherAuthority, "其他部门", "other"),
	)
})

// Level is the administrative level of a body, an award or a meeting (级别). The zero value is "not recorded".
type Level string

const (
	National        Level = "national"   // 国家级、部级
	Provincial      Level = "provincial" // 省级
	PrefectureLevel Level = "prefecture" // 市（地）级
	CountyLevel     Level = "county"     // 县级
	TownshipLevel   Level = "township"   // 乡级
)

// Levels returns the levels, from the top.
func Levels() vocab.List[Level] { return levels() }

var levels = sync.OnceValue(func() vocab.List[Level] {
	return vocab.New("级别", "level",
		word(National, "国家级", "national", "部级", "全国"),
		word(Provincial, "省级", "provincial", "省", "自治区级", "直辖市级"),
		word(PrefectureLevel, "市级", "prefecture", "市（地）级", "地级", "市（地）"),
		word(CountyLevel, "县级", "county", "区级", "县（市、区）"),
		word(TownshipLevel, "乡级", "township", "乡镇级", "街道级", "镇级"),
	)
})

// division returns the level of the divisions that a body of this level is responsible for, "" where there is none.
func (l Level) division() division.Level {
	return map[Level]division.Level{
		Provincial: division.Province, PrefectureLevel: division.Prefecture, CountyLevel: division.County,
		TownshipLevel: division.Township,
	}[l]
}

// Oversight is what an authority is to a station, for a time (管理关系). When the competent authority changes, the old relation
// ends and a new one begins.
type Oversight struct {
	Authority AuthorityID `json:"authority" validate:"required,max=64"`
	Role      Role        `json:"role" validate:"required"`
	Tenure    Tenure      `json:"tenure,omitzero"`
}

func (o Oversight) rules() (l fault.List) {
	l.Add("role", Roles().Check(o.Role))
	return append(l, o.Tenure.rules().Under("tenure")...)
}

// Role is what an authority does for a station (管理职责). The zero value is "not recorded".
type Role string

const (
	RoleCompetent   Role = "competent"   // 主管
	RoleGuiding     Role = "guiding"     // 指导
	RolePurchasing  Role = "purchasing"  // 购买
	RoleSupervising Role = "supervising" // 督导: professional supervision, as an association gives it
	RoleHosting     Role = "hosting"     // 属地管理: the township where the station stands
)

// Roles returns the roles of authorities.
func Roles() vocab.List[Role] { return roles() }

var roles = sync.OnceValue(func() vocab.List[Role] {
	return vocab.New("管理职责", "role of an authority",
		word(RoleCompetent, "主管", "competent authority", "主管部门"),
		word(RoleGuiding, "指导", "guiding authority", "业务指导"),
		word(RolePurchasing, "购买", "purchaser", "购买方", "采购人"),
		word(RoleSupervising, "督导", "supervising body"),
		word(RoleHosting, "属地管理", "host", "属地"),
	)
})

// Brand is a name under which stations serve (服务品牌), such as 社工橙. Owner is whoever made it; Division is where it is used.
type Brand struct {
	ID       BrandID       `json:"id" validate:"required,max=64"`
	Name     string        `json:"name" validate:"required,max=60"`
	Owner    AuthorityID   `json:"owner,omitempty" validate:"max=64"`
	Division division.Code `json:"division,omitzero"`
	Tenure   Tenure        `json:"tenure,omitzero"`
	Note     string        `json:"note,omitempty" validate:"max=500"`
}

// Validate returns nil or every problem of the brand by itself.
func (b Brand) Validate() error { return validate(b) }

func (b Brand) rules() fault.List { return b.Tenure.rules().Under("tenure") }
