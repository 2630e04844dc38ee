package station

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// PostID names a post (岗位编号).
type PostID string

// Post is a budgeted position at a station (岗位), filled or not; 提供岗位近950个 counts posts and not people. Share is the part
// of full time: 1 is 全职, 0.5 half. The employer stands here and not at the station, because a station of mixed mode
// has several. EmployerName is the office or agency that signs the labour contract.
type Post struct {
	ID           PostID             `json:"id" validate:"required,max=64"`
	Station      ID                 `json:"station" validate:"required,max=64"`
	Kind         PostKind           `json:"kind" validate:"required"`
	Title        string             `json:"title,omitempty" validate:"max=60"`
	Employer     EmployerKind       `json:"employer,omitempty"`
	EmployerName string             `json:"employer_name,omitempty" validate:"max=100"`
	Requires     QualificationLevel `json:"requires,omitempty"`
	Share        measure.Quantity   `json:"share" validate:"gt=0,lte=1000"`
	Tenure       Tenure             `json:"tenure,omitzero"`
}

// Validate returns nil or every problem of the post by itself.
func (p Post) Validate() error { return validate(p) }

func (p Post) rules() (l fault.List) {
	l.Add("kind", PostKinds().Check(p.Kind))
	l.Add("employer", EmployerKinds().Check(p.Employer))
	l.Add("requires", QualificationLevels().Check(p.Requires))
	return append(l, p.Tenure.rules().Under("tenure")...)
}

// PostKind is the kind of a post (岗位类别). The zero value is "not recorded".
type PostKind string

// The kinds of post.
const (
	StationHead          PostKind = "station_head"          // 站长
	DeputyHead           PostKind = "deputy_head"           // 副站长（联络员）: signs forms
	ResidentWorker       PostKind = "resident_worker"       // 驻站社工
	ProjectManager       PostKind = "project_manager"       // 项目主管
	SupervisorPost       PostKind = "supervisor"            // 督导
	WorkAssistant        PostKind = "assistant"             // 社工助理
	CentreDirector       PostKind = "centre_director"       // 指导中心主任
	CentreStaff          PostKind = "centre_staff"          // 指导中心工作人员
	Intern               PostKind = "intern"                // 实习生
	VolunteerCoordinator PostKind = "volunteer_coordinator" // 志愿者管理员
)

// PostKinds returns the kinds of post. They are seen in contracts, forms and reports; no document lists them. Part time is
// no kind of post but a share of full time.
func PostKinds() vocab.List[PostKind] { return postKinds() }

var postKinds = sync.OnceValue(func() vocab.List[PostKind] {
	type entry = vocab.Entry[PostKind]
	seen := []vocab.Source{{Document: "各地社工站采购合同、工作规范和报道", Provenance: vocab.Practice}}
	return vocab.New("岗位类别", "kind of post",
		entry{Key: StationHead, ZH: "站长", EN: "station head", Aliases: []string{"社工站站长"}, Sources: seen},
		entry{Key: DeputyHead, ZH: "副站长", EN: "deputy head", Aliases: []string{"联络员", "副站长（联络员）"}, Sources: seen},
		entry{Key: ResidentWorker, ZH: "驻站社工", EN: "resident social worker", Sources: seen,
			Aliases: []string{"一线社工", "专职社工", "社工"}},
		entry{Key: ProjectManager, ZH: "项目主管", EN: "project manager", Aliases: []string{"项目负责人"}, Sources: seen},
		entry{Key: SupervisorPost, ZH: "督导", EN: "supervisor", Sources: seen},
		entry{Key: WorkAssistant, ZH: "社工助理", EN: "social work assistant", Aliases: []string{"社工员"}, Sources: seen},
		entry{Key: CentreDirector, ZH: "指导中心主任", EN: "centre director", Aliases: []string{"总站站长"}, Sources: seen},
		entry{Key: CentreStaff, ZH: "指导中心工作人员", EN: "centre staff", Aliases: []string{"总站社工"}, Sources: seen},
		entry{Key: Intern, ZH: "实习生", EN: "intern", Sources: seen},
		entry{Key: VolunteerCoordinator, ZH: "志愿者管理员", EN: "volunteer coordinator", Sources: seen},
	)
})

// EmployerKind is who employs on a post (用人单位类别). The zero value is "not recorded".
type EmployerKind string

// The kinds of employer.
const (
	EmployerGovernment EmployerKind = "government" // 政府: the township or a bureau signs the labour contract
	EmployerOperator   EmployerKind = "operator"   // 承接机构: the agency that runs the station
	EmployerDispatch   EmployerKind = "dispatch"   // 劳务派遣单位
	EmployerOther      EmployerKind = "other"      // 其他
)

// EmployerKinds returns the kinds of employer.
func EmployerKinds() vocab.List[EmployerKind] { return employerKinds() }

var employerKinds = sync.OnceValue(func() vocab.List[EmployerKind] {
	type entry = vocab.Entry[EmployerKind]
	return vocab.New("用人单位类别", "kind of employer",
		entry{Key: EmployerGovernment, ZH: "政府", EN: "government", Aliases: []string{"乡镇政府", "街道办事处", "民政局"}},
		entry{Key: EmployerOperator, ZH: "承接机构", EN: "operator", Aliases: []string{"社工机构", "运营机构", "运营方"}},
		entry{Key: EmployerDispatch, ZH: "劳务派遣单位", EN: "labour dispatch", Aliases: []string{"劳务派遣"}},
		entry{Key: EmployerOther, ZH: "其他单位", EN: "other", Aliases: []string{"其他"}},
	)
})
