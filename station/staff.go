package station

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Worker is somebody who works in the network (社工). What post a worker fills stands in an [Assignment]. GraduateHire says
// whether the employer took the worker on as a university graduate (吸纳高校毕业生); who counts as one is the employer's
// affair, so it is recorded and not computed.
type Worker struct {
	ID             WorkerID            `json:"id" validate:"required,max=64"`
	Name           identity.Name       `json:"name,omitzero" validate:"required"`
	ResidentID     identity.ResidentID `json:"resident_id,omitzero"`
	Mobile         identity.Mobile     `json:"mobile,omitzero"`
	Employed       Tenure              `json:"employed,omitzero"`
	Education      string              `json:"education,omitempty" validate:"max=30"` // 学历, as verified
	SocialWork     known.Value[bool]   `json:"social_work,omitzero"`                  // studied social work
	Graduated      cal.Partial         `json:"graduated,omitzero"`
	GraduateHire   known.Value[bool]   `json:"graduate_hire,omitzero"`
	Qualifications []Qualification     `json:"qualifications,omitempty" validate:"dive"`
}

// Validate returns nil or every problem of the worker alone.
func (w Worker) Validate() error { return validate(w) }

func (w Worker) rules() (l fault.List) {
	l = append(l, w.Employed.rules().Under("employed")...)
	for i, q := range w.Qualifications {
		path := fault.Index("qualifications", i)
		l.Add(path+".level", QualificationLevels().Check(q.Level))
		l = append(l, q.Valid.rules().Under(path+".valid")...)
	}
	return l
}

// Qualification is a certificate of the national examination (职业资格). Valid.From is the day of the certificate, Valid.To the
// last day it may be used, if it has one: the pass note of the senior examination is valid three years (reported).
type Qualification struct {
	Level  QualificationLevel `json:"level" validate:"required"`
	Number identity.Text      `json:"number,omitzero"`
	Valid  Tenure             `json:"valid,omitzero"`
}

// LevelOn returns the highest level that the worker surely holds on a day and the highest one that the worker may hold
// (某日资格等级); "" is none.
func (w Worker) LevelOn(day cal.Date) (surely, possibly QualificationLevel) {
	for _, q := range w.Qualifications {
		sure, may := q.Valid.On(day)
		if sure && q.Level.rank() > surely.rank() {
			surely = q.Level
		}
		if may && q.Level.rank() > possibly.rank() {
			possibly = q.Level
		}
	}
	return surely, possibly
}

// QualificationLevel is a level of the social work profession (职业水平等级). The zero value is "not recorded".
type QualificationLevel string

const (
	LevelAssistant    QualificationLevel = "assistant"    // 助理社会工作师
	LevelIntermediate QualificationLevel = "intermediate" // 社会工作师
	LevelSenior       QualificationLevel = "senior"       // 高级社会工作师
)

// QualificationLevels returns the levels, from the lowest.
func QualificationLevels() vocab.List[QualificationLevel] { return qualificationLevels() }

var qualificationLevels = sync.OnceValue(func() vocab.List[QualificationLevel] {
	levels := from("全国社会工作者职业水平考试报考条件", vocab.Reported,
		word(LevelAssistant, "助理社会工作师", "assistant social worker", "初级", "助理社工师", "初级社会工作师"),
		word(LevelIntermediate, "社会工作师", "social worker", "中级", "中级社会工作师", "社工师"),
		word(LevelSenior, "高级社会工作师", "senior social worker", "高级", "高级社工师"))
	return vocab.New("职业水平等级", "qualification level", from("《社会工作者职业水平评价暂行规定》", vocab.Recalled, levels...)...)
})

// rank orders the levels; unknown words come first and are never the highest.
func (q QualificationLevel) rank() int {
	return slices.Index([]QualificationLevel{"", LevelAssistant, LevelIntermediate, LevelSenior}, q)
}

// Assignment puts a worker on a post for a time (任职). A worker may fill several posts in part; the shares of one day are
// at most 1 in all, which [Network.Validate] sees to.
type Assignment struct {
	Worker WorkerID         `json:"worker" validate:"required,max=64"`
	Post   PostID           `json:"post" validate:"required,max=64"`
	Share  measure.Quantity `json:"share" validate:"gt=0,lte=1000"`
	Tenure Tenure           `json:"tenure,omitzero"`
}

// Validate returns nil or every problem of the assignment by itself.
func (a Assignment) Validate() error { return validate(a) }

func (a Assignment) rules() fault.List { return a.Tenure.rules().Under("tenure") }

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
	return vocab.New("岗位类别", "kind of post", from("各地社工站采购合同、工作规范和报道", vocab.Practice,
		word(StationHead, "站长", "station head", "社工站站长"),
		word(DeputyHead, "副站长", "deputy head", "联络员", "副站长（联络员）"),
		word(ResidentWorker, "驻站社工", "resident social worker", "一线社工", "专职社工", "社工"),
		word(ProjectManager, "项目主管", "project manager", "项目负责人"),
		word(SupervisorPost, "督导", "supervisor"),
		word(WorkAssistant, "社工助理", "social work assistant", "社工员"),
		word(CentreDirector, "指导中心主任", "centre director", "总站站长"),
		word(CentreStaff, "指导中心工作人员", "centre staff", "总站社工"),
		word(Intern, "实习生", "intern"),
		word(VolunteerCoordinator, "志愿者管理员", "volunteer coordinator"),
	)...)
})

// EmployerKind is who employs on a post (用人单位类别). The zero value is "not recorded".
type EmployerKind string

const (
	EmployerGovernment EmployerKind = "government" // 政府: the township or a bureau signs the labour contract
	EmployerOperator   EmployerKind = "operator"   // 承接机构: the agency that runs the station
	EmployerDispatch   EmployerKind = "dispatch"   // 劳务派遣单位
	EmployerOther      EmployerKind = "other"      // 其他
)

// EmployerKinds returns the kinds of employer.
func EmployerKinds() vocab.List[EmployerKind] { return employerKinds() }

var employerKinds = sync.OnceValue(func() vocab.List[EmployerKind] {
	return vocab.New("用人单位类别", "kind of employer",
		word(EmployerGovernment, "政府", "government", "乡镇政府", "街道办事处", "民政局"),
		word(EmployerOperator, "承接机构", "operator", "社工机构", "运营机构", "运营方"),
		word(EmployerDispatch, "劳务派遣单位", "labour dispatch", "劳务派遣"),
		word(EmployerOther, "其他单位", "other", "其他"),
	)
})
