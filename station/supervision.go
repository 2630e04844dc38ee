package station

import (
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// Supervision is an arrangement by which stations are supervised (督导安排): who supervises whom, how, and to what use the
// results are put. Single sessions are records of casework and not kept here.
type Supervision struct {
	ID          SupervisionID     `json:"id" validate:"required,max=64"`
	Name        string            `json:"name,omitempty" validate:"max=100"`
	By          AuthorityID       `json:"by,omitempty" validate:"max=64"`
	Modes       []SupervisionMode `json:"modes" validate:"required,min=1,dive,required"`
	Supervisors []Supervisor      `json:"supervisors,omitempty" validate:"dive"`
	Stations    []ID              `json:"stations" validate:"required,min=1,dive,required,max=64"`
	Tenure      Tenure            `json:"tenure,omitzero"`
	Frequency   string            `json:"frequency,omitempty" validate:"max=100"`
	OutcomeUse  string            `json:"outcome_use,omitempty" validate:"max=500"` // 督导成果运用
}

// Supervisor is somebody who supervises (督导). Worker is set where the supervisor is a worker of the network; otherwise the
// name says who it is.
type Supervisor struct {
	Name         identity.Name      `json:"name,omitzero" validate:"required_without=Worker"`
	Worker       WorkerID           `json:"worker,omitempty" validate:"max=64"`
	Grade        SupervisorGrade    `json:"grade,omitempty"`
	Position     SupervisorPosition `json:"position,omitempty"`
	Organisation string             `json:"organisation,omitempty" validate:"max=100"`
}

// Validate returns nil or every problem of the arrangement by itself.
func (s Supervision) Validate() error { return validate(s) }

func (s Supervision) rules() (l fault.List) {
	for i, m := range s.Modes {
		l.Add(fault.Index("modes", i), SupervisionModes().Check(m))
	}
	for i, p := range s.Supervisors {
		path := fault.Index("supervisors", i)
		l.Add(path+".grade", SupervisorGrades().Check(p.Grade))
		l.Add(path+".position", SupervisorPositions().Check(p.Position))
	}
	return append(l, s.Tenure.rules().Under("tenure")...)
}

// SupervisionMode is how supervision is given (督导方式). The zero value is "not recorded".
type SupervisionMode string

const (
	Accompanying      SupervisionMode = "accompanying" // 陪伴式督导: repeated company on site (recalled)
	IndividualSession SupervisionMode = "individual"   // 个别督导
	GroupSession      SupervisionMode = "group"        // 团体督导
	PeerSession       SupervisionMode = "peer"         // 同辈督导
	OnSiteSession     SupervisionMode = "on_site"      // 实地督导
	RemoteSession     SupervisionMode = "remote"       // 线上督导
	OfSupervisors     SupervisionMode = "supervisors"  // 督导的督导
)

// SupervisionModes returns the modes of supervision.
func SupervisionModes() vocab.List[SupervisionMode] { return supervisionModes() }

var supervisionModes = sync.OnceValue(func() vocab.List[SupervisionMode] {
	return vocab.New("督导方式", "mode of supervision",
		from("黑龙江省2022年度社工站建设年中推进会报道", vocab.Reported, word(Accompanying, "陪伴式督导", "accompanying", "陪伴式"))[0],
		word(IndividualSession, "个别督导", "individual", "个人督导"),
		word(GroupSession, "团体督导", "group", "小组督导"),
		word(PeerSession, "同辈督导", "peer"),
		word(OnSiteSession, "实地督导", "on site", "现场督导"),
		word(RemoteSession, "线上督导", "remote", "远程督导"),
		word(OfSupervisors, "督导的督导", "supervision of supervisors"),
	)
})

// SupervisorGrade is the grade of a supervisor (督导级别). The zero value is "not recorded".
type SupervisorGrade string

const (
	SupervisorSenior       SupervisorGrade = "senior"       // 高级督导
	SupervisorIntermediate SupervisorGrade = "intermediate" // 中级督导
	SupervisorJunior       SupervisorGrade = "junior"       // 初级督导
	SupervisorTrainee      SupervisorGrade = "trainee"      // 见习督导
	SupervisorAssistant    SupervisorGrade = "assistant"    // 督导助理
)

// SupervisorGrades returns the grades, from the top. They are Shenzhen's; another place builds a list of its own.
func SupervisorGrades() vocab.List[SupervisorGrade] { return supervisorGrades() }

var supervisorGrades = sync.OnceValue(func() vocab.List[SupervisorGrade] {
	return vocab.New("督导级别", "grade of supervisor", from("《深圳市社工督导人员工作职责规定（试行）》", vocab.Reported,
		word(SupervisorSenior, "高级督导", "senior supervisor"),
		word(SupervisorIntermediate, "中级督导", "intermediate supervisor"),
		word(SupervisorJunior, "初级督导", "junior supervisor"),
		word(SupervisorTrainee, "见习督导", "trainee supervisor"),
		word(SupervisorAssistant, "督导助理", "supervisor assistant"),
	)...)
})

// SupervisorPosition is where a supervisor stands to the supervised (内外部督导). The zero value is "not recorded".
type SupervisorPosition string

const (
	Internal SupervisorPosition = "internal" // 内部督导
	External SupervisorPosition = "external" // 外部督导
)

// SupervisorPositions returns the positions.
func SupervisorPositions() vocab.List[SupervisorPosition] { return supervisorPositions() }

var supervisorPositions = sync.OnceValue(func() vocab.List[SupervisorPosition] {
	return vocab.New("督导来源", "position of a supervisor", from("童敏、史天琪关于内部督导与外部督导的研究", vocab.Reported,
		word(Internal, "内部督导", "internal", "内部"),
		word(External, "外部督导", "external", "外部"),
	)...)
})

// SupervisionBulletin is an issued notice of what supervision found (督导情况通报). Findings are published text: they hold no
// names of people served.
type SupervisionBulletin struct {
	ID          BulletinID    `json:"id" validate:"required,max=64"`
	Title       string        `json:"title" validate:"required,max=200"`
	Issuer      AuthorityID   `json:"issuer" validate:"required,max=64"`
	Issued      cal.Partial   `json:"issued,omitzero"`
	Covers      cal.Period    `json:"covers,omitzero"`
	Supervision SupervisionID `json:"supervision,omitempty" validate:"max=64"`
	Subjects    []ID          `json:"subjects,omitempty" validate:"dive,required,max=64"`
	Findings    []Finding     `json:"findings,omitempty" validate:"dive"`
}

// Finding is one finding of a bulletin (通报内容), on one station or, without one, in general.
type Finding struct {
	Station ID     `json:"station,omitempty" validate:"max=64"`
	Text    string `json:"text" validate:"required,max=5000"`
}

// Validate returns nil or every problem of the bulletin by itself.
func (b SupervisionBulletin) Validate() error { return check.Struct(b).Err() }
