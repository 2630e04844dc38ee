package station

import (
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// Meeting is a meeting about the network (会议): 2022年度全省年中推进（视频）会. About is the part of the year it looks at (2022年年中,
// 2021年第四季度); When repeats the words of the report (近日) with the day, if it is known. Conveys are the documents and speeches
// it passed on, in order. Speakers are the divisions that reported.
type Meeting struct {
	ID        MeetingID       `json:"id" validate:"required,max=64"`
	Title     string          `json:"title" validate:"required,max=200"`
	Kind      MeetingKind     `json:"kind" validate:"required"`
	About     cal.Partial     `json:"about,omitzero"`
	Mode      MeetingMode     `json:"mode,omitempty"`
	Level     Level           `json:"level,omitempty"`
	Division  division.Code   `json:"division,omitzero"`
	When      AsOf            `json:"when,omitzero"`
	Hosts     []AuthorityID   `json:"hosts,omitempty" validate:"dive,required,max=64"`
	Conveys   []DocumentID    `json:"conveys,omitempty" validate:"dive,required,max=64"`
	Attendees []Attendee      `json:"attendees,omitempty" validate:"dive"`
	Speakers  []division.Code `json:"speakers,omitempty" validate:"dive,required"`
}

// Attendee is a group of people at a meeting by their roles (参会人员), or one person: then Name says who, and Roles has all the
// posts that person holds (党组书记、厅长).
type Attendee struct {
	Roles      []AttendeeRole `json:"roles" validate:"required,min=1,dive,required"`
	Level      Level          `json:"level,omitempty"`
	Authority  AuthorityID    `json:"authority,omitempty" validate:"max=64"`
	Department string         `json:"department,omitempty" validate:"max=60"`
	Name       identity.Name  `json:"name,omitzero"`
	Spoke      bool           `json:"spoke,omitempty"`
}

// Validate returns nil or every problem of the meeting by itself.
func (m Meeting) Validate() error { return validate(m) }

func (m Meeting) rules() (l fault.List) {
	l.Add("kind", MeetingKinds().Check(m.Kind))
	l.Add("mode", MeetingModes().Check(m.Mode))
	l.Add("level", Levels().Check(m.Level))
	l = append(l, m.When.rules().Under("when")...)
	for i, a := range m.Attendees {
		path := fault.Index("attendees", i)
		l.Add(path+".level", Levels().Check(a.Level))
		for j, r := range a.Roles {
			l.Add(fault.Index(path+".roles", j), AttendeeRoles().Check(r))
		}
	}
	return l
}

// MeetingKind is what a meeting is for (会议类别). The zero value is "not recorded".
type MeetingKind string

const (
	MeetingPush     MeetingKind = "push"     // 推进会
	MeetingExchange MeetingKind = "exchange" // 交流会
	MeetingDispatch MeetingKind = "dispatch" // 调度会: the quarterly rhythm of steering
	MeetingTraining MeetingKind = "training" // 培训会
	MeetingOther    MeetingKind = "other"    // 其他
)

// MeetingKinds returns the kinds of meeting.
func MeetingKinds() vocab.List[MeetingKind] { return meetingKinds() }

var meetingKinds = sync.OnceValue(func() vocab.List[MeetingKind] {
	return vocab.New("会议类别", "kind of meeting",
		word(MeetingPush, "推进会", "push meeting", "推进会议", "推进视频会", "推进(视频)会议"),
		word(MeetingExchange, "交流会", "exchange meeting", "交流会议"),
		word(MeetingDispatch, "调度会", "dispatch meeting", "调度会议"),
		word(MeetingTraining, "培训会", "training", "培训班"),
		word(MeetingOther, "其他会议", "other meeting"),
	)
})

// MeetingMode is how people met (会议形式). The zero value is "not recorded".
type MeetingMode string

const (
	InPerson MeetingMode = "in_person" // 现场会
	Video    MeetingMode = "video"     // 视频会
	Hybrid   MeetingMode = "hybrid"    // 现场加视频
)

// MeetingModes returns the modes of meeting.
func MeetingModes() vocab.List[MeetingMode] { return meetingModes() }

var meetingModes = sync.OnceValue(func() vocab.List[MeetingMode] {
	return vocab.New("会议形式", "mode of meeting",
		word(InPerson, "现场会", "in person"),
		word(Video, "视频会", "video", "视频", "视频会议"),
		word(Hybrid, "现场加视频", "hybrid"),
	)
})

// AttendeeRole is in what role somebody attends (参会身份). The zero value is "not recorded".
type AttendeeRole string

const (
	PartySecretary  AttendeeRole = "party_secretary"   // 党组书记
	PrincipalHead   AttendeeRole = "principal_head"    // 主要负责人: 厅长, 局长
	DeputyInCharge  AttendeeRole = "deputy_in_charge"  // 分管领导
	DepartmentHead  AttendeeRole = "department_head"   // 处室负责人
	SectionHead     AttendeeRole = "section_head"      // 业务科（股）室负责人
	AssociationHead AttendeeRole = "association_head"  // 协会负责人
	OperatorHead    AttendeeRole = "operator_head"     // 承接机构负责人
	StationStaff    AttendeeRole = "station_staff"     // 社工站相关人员
	OtherAttendee   AttendeeRole = "other_participant" // 其他人员
)

// AttendeeRoles returns the roles of attendees.
func AttendeeRoles() vocab.List[AttendeeRole] { return attendeeRoles() }

var attendeeRoles = sync.OnceValue(func() vocab.List[AttendeeRole] {
	return vocab.New("参会身份", "role of an attendee",
		word(PartySecretary, "党组书记", "party secretary"),
		word(PrincipalHead, "主要负责人", "principal head", "厅长", "局长", "负责人"),
		word(DeputyInCharge, "分管领导", "deputy in charge", "分管负责人"),
		word(DepartmentHead, "处室负责人", "department head", "处室主要负责人", "司领导"),
		word(SectionHead, "业务科（股）室负责人", "section head", "科室负责人", "股室负责人"),
		word(AssociationHead, "协会负责人", "association head"),
		word(OperatorHead, "承接机构负责人", "operator head", "社工机构负责人"),
		word(StationStaff, "社工站相关人员", "station staff", "社工站相关人"),
		word(OtherAttendee, "其他人员", "other participant"),
	)
})

// PolicyReference is a document, standard or speech that the network follows (政策依据). Follows is the one it carries out; from
// reference to reference this makes the chain from the township's notice up to the centre ([Index.Chain]).
type PolicyReference struct {
	ID         DocumentID       `json:"id" validate:"required,max=64"`
	Issuer     string           `json:"issuer,omitempty" validate:"max=100"`
	Title      string           `json:"title" validate:"required,max=200"`
	Number     string           `json:"number,omitempty" validate:"max=60"`
	Issued     cal.Partial      `json:"issued,omitzero"`
	Follows    DocumentID       `json:"follows,omitempty" validate:"max=64"`
	URL        string           `json:"url,omitempty" validate:"omitempty,max=500,url"`
	Provenance vocab.Provenance `json:"provenance" validate:"required"`
}

// Validate returns nil or every problem of the reference by itself.
func (p PolicyReference) Validate() error { return validate(p) }

func (p PolicyReference) rules() (l fault.List) {
	l.Add("provenance", vocab.Provenances().Check(p.Provenance))
	return l
}

// AsOf is when figures stood, in the words of the report (截至时间): 目前, 近日, 自项目启动以来. Day is the day they stand for, and
// Since the day they are counted from, where these are known; neither is ever guessed from the words.
type AsOf struct {
	Text  string      `json:"text" validate:"max=100"`
	Since cal.Partial `json:"since,omitzero"`
	Day   cal.Partial `json:"day,omitzero"`
}

func (a AsOf) rules() (l fault.List) {
	if first, last := (Tenure{From: a.Since, To: a.Day}).bounds(); last.Before(first) {
		l.Add("day", catalogue().New(ErrTenure))
	}
	return l
}

// Attribution says where a report comes from (来源): 据山西省民政厅. Byline is the journalist, where a person must be named.
type Attribution struct {
	Text      string        `json:"text,omitempty" validate:"max=100"`
	Authority AuthorityID   `json:"authority,omitempty" validate:"max=64"`
	Medium    string        `json:"medium,omitempty" validate:"max=100"`
	Byline    identity.Name `json:"byline,omitzero"`
}
