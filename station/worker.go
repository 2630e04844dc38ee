package station

import (
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// WorkerID names a worker (社工编号). It is no resident number and no other personal data.
type WorkerID string

// Worker is somebody who works in the network (社工). What post a worker fills stands in an [Assignment]. GraduateHire says
// whether the employer took the worker on as a university graduate (吸纳高校毕业生); who counts as one is the employer's
// affair, so it is recorded and not computed.
type Worker struct {
	ID             WorkerID            `json:"id" validate:"required,max=64"`
	Name           identity.Name       `json:"name,omitzero" validate:"required"`
	ResidentID     identity.ResidentID `json:"resident_id,omitzero"`
	Mobile         identity.Mobile     `json:"mobile,omitzero"`
	Employed       Tenure              `json:"employed,omitzero"`
	Education      Education           `json:"education,omitempty"`
	SocialWork     known.Value[bool]   `json:"social_work,omitzero"` // studied social work
	Graduated      cal.Partial         `json:"graduated,omitzero"`
	GraduateHire   known.Value[bool]   `json:"graduate_hire,omitzero"`
	Qualifications []Qualification     `json:"qualifications,omitempty" validate:"dive"`
}

// Validate returns nil or every problem of the worker alone.
func (w Worker) Validate() error { return validate(w) }

func (w Worker) rules() (l fault.List) {
	l = append(l, w.Employed.rules().Under("employed")...)
	l.Add("education", Educations().Check(w.Education))
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

// The levels, from the lowest.
const (
	LevelAssistant    QualificationLevel = "assistant"    // 助理社会工作师
	LevelIntermediate QualificationLevel = "intermediate" // 社会工作师
	LevelSenior       QualificationLevel = "senior"       // 高级社会工作师
)

// QualificationLevels returns the levels, from the lowest.
func QualificationLevels() vocab.List[QualificationLevel] { return qualificationLevels() }

var qualificationLevels = sync.OnceValue(func() vocab.List[QualificationLevel] {
	type entry = vocab.Entry[QualificationLevel]
	exam := []vocab.Source{
		{Document: "全国社会工作者职业水平考试报考条件", Provenance: vocab.Reported},
		{Document: "《社会工作者职业水平评价暂行规定》", Provenance: vocab.Recalled},
	}
	return vocab.New("职业水平等级", "qualification level",
		entry{Key: LevelAssistant, ZH: "助理社会工作师", EN: "assistant social worker", Sources: exam,
			Aliases: []string{"初级", "助理社工师", "初级社会工作师"}},
		entry{Key: LevelIntermediate, ZH: "社会工作师", EN: "social worker", Sources: exam,
			Aliases: []string{"中级", "中级社会工作师", "社工师"}},
		entry{Key: LevelSenior, ZH: "高级社会工作师", EN: "senior social worker", Sources: exam,
			Aliases: []string{"高级", "高级社工师"}},
	)
})

// rank orders the levels; "" and unknown words come before all others.
func (q QualificationLevel) rank() int {
	switch q {
	case LevelAssistant:
		return 1
	case LevelIntermediate:
		return 2
	case LevelSenior:
		return 3
	}
	return 0
}

// Education is the highest schooling of a worker (学历). The zero value is "not recorded".
type Education string

// The levels that the examination's conditions tell apart, and those above.
const (
	HighSchool Education = "high_school" // 高中、中专
	College    Education = "college"     // 大专
	Bachelor   Education = "bachelor"    // 本科
	Master     Education = "master"      // 硕士研究生
	Doctor     Education = "doctor"      // 博士研究生
)

// Educations returns the levels of schooling, from the lowest.
func Educations() vocab.List[Education] { return educations() }

var educations = sync.OnceValue(func() vocab.List[Education] {
	type entry = vocab.Entry[Education]
	exam := []vocab.Source{{Document: "全国社会工作者职业水平考试报考条件", Provenance: vocab.Reported}}
	return vocab.New("学历", "education",
		entry{Key: HighSchool, ZH: "高中（中专）", EN: "high school", Aliases: []string{"高中", "中专"}, Sources: exam},
		entry{Key: College, ZH: "大专", EN: "college", Aliases: []string{"大学专科", "专科", "高职"}, Sources: exam},
		entry{Key: Bachelor, ZH: "本科", EN: "bachelor", Aliases: []string{"大学本科", "学士"}, Sources: exam},
		entry{Key: Master, ZH: "硕士研究生", EN: "master", Aliases: []string{"硕士", "研究生"}},
		entry{Key: Doctor, ZH: "博士研究生", EN: "doctor", Aliases: []string{"博士"}},
	)
})

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
