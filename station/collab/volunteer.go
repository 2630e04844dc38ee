package collab

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// VolunteerID is the importer's key of a volunteer (志愿者编号 in his own system), no personal number. The zero value is not
// recorded.
type VolunteerID string

// TeamID is the importer's key of a team (队伍编号). The zero value is not recorded.
type TeamID string

// Volunteer is a volunteer (志愿者). Number is that of a recognised volunteer information system (志愿服务信息系统), which
// contracts ask for; it is personal and masks. Hours and services given are records of activities and not kept here.
type Volunteer struct {
	ID          VolunteerID         `json:"id" validate:"required,max=64"`
	Name        identity.Name       `json:"name" validate:"required"`
	Mobile      identity.Mobile     `json:"mobile,omitzero"`
	ResidentID  identity.ResidentID `json:"resident_id,omitzero"`
	Number      identity.Text       `json:"number,omitzero"`
	Station     string              `json:"station,omitempty" validate:"max=64"`
	Skills      []string            `json:"skills,omitempty" validate:"dive,required,max=60"`
	Since       cal.Partial         `json:"since,omitzero"`
	Memberships []Membership        `json:"memberships,omitempty" validate:"dive"`
}

// Membership is the time of a volunteer in a team (入队时间). An open period lasts.
type Membership struct {
	Team   TeamID     `json:"team" validate:"required,max=64"`
	Period cal.Period `json:"period" validate:"required"`
}

// Validate returns nil or a fault.List.
func (v Volunteer) Validate() error {
	l := check.Struct(v)
	repeated(&l, "skills", "", v.Skills)
	for i, m := range v.Memberships {
		for k, earlier := range v.Memberships[:i] {
			if m.Team == earlier.Team && m.Period.Overlaps(earlier.Period) {
				l.Add(fault.Index("memberships", i),
					catalogue().New(ErrMembership, "other", fault.Index("memberships", k)))
				break
			}
		}
	}
	return l.Err()
}

// Team is a team of volunteers (志愿者队伍). A team that was merged names the one it went into, new or old, and ends on
// that day; so two teams made of five keep the history of all five.
type Team struct {
	ID         TeamID      `json:"id" validate:"required,max=64"`
	Name       string      `json:"name" validate:"required,max=100"`
	Station    string      `json:"station,omitempty" validate:"max=64"`
	Partner    PartnerID   `json:"partner,omitempty" validate:"max=64"` // the organisation behind it
	Leader     VolunteerID `json:"leader,omitempty" validate:"max=64"`
	Formed     cal.Partial `json:"formed,omitzero"`
	Ended      cal.Partial `json:"ended,omitzero"` // the last day
	MergedInto TeamID      `json:"merged_into,omitempty" validate:"max=64"`
}

// Validate returns nil or a fault.List.
func (t Team) Validate() error {
	l := check.Struct(t)
	if surelyBefore(t.Ended, t.Formed) {
		l.Add("ended", catalogue().New(ErrOrder))
	}
	if t.MergedInto != "" && (t.Ended.IsZero() || t.MergedInto == t.ID) {
		l.Add("merged_into", catalogue().New(ErrMerged))
	}
	return l.Err()
}

// CheckTeams reports what teams and volunteers say of each other and does not fit, at paths such as "teams[0].leader" and
// "volunteers[3].memberships[0].team": keys used twice ([ErrDuplicate]), a leader or team that is not in the lists
// ([ErrNoVolunteer], [ErrNoTeam]), mergers in a circle ([ErrCycle]) and, as advisory, members of a team after its end
// ([ErrDisbanded]).
func CheckTeams(teams []Team, volunteers []Volunteer) fault.List {
	var l fault.List
	teamAt, known := make(map[TeamID]int), make(map[VolunteerID]bool)
	teamIDs, volunteerIDs := make([]TeamID, len(teams)), make([]VolunteerID, len(volunteers))
	for i, t := range teams {
		teamIDs[i] = t.ID
		if _, again := teamAt[t.ID]; !again {
			teamAt[t.ID] = i
		}
	}
	for i, v := range volunteers {
		volunteerIDs[i], known[v.ID] = v.ID, true
	}
	repeated(&l, "teams", ".id", teamIDs)
	repeated(&l, "volunteers", ".id", volunteerIDs)
	circular := circles(teams, teamAt)
	for i, t := range teams {
		at := fault.Index("teams", i)
		if t.Leader != "" && !known[t.Leader] {
			l.Add(at+".leader", catalogue().New(ErrNoVolunteer))
		}
		if _, there := teamAt[t.MergedInto]; t.MergedInto != "" && !there {
			l.Add(at+".merged_into", catalogue().New(ErrNoTeam))
		}
		if circular[i] {
			l.Add(at+".merged_into", catalogue().New(ErrCycle))
		}
	}
	for i, v := range volunteers {
		for j, m := range v.Memberships {
			at := fault.Index("volunteers", i) + "." + fault.Index("memberships", j)
			k, there := teamAt[m.Team]
			if m.Team != "" && !there {
				l.Add(at+".team", catalogue().New(ErrNoTeam))
			}
			if there && outlasts(m.Period, teams[k].Ended) {
				l.Add(at+".period", catalogue().New(ErrDisbanded).AsAdvisory())
			}
		}
	}
	return l
}

// circles tells which teams lie on a circle of mergers. Every team is walked over once: a walk that meets a team of its own
// has found a circle, and one that meets a team of an earlier walk has not.
func circles(teams []Team, teamAt map[TeamID]int) []bool {
	on, walked := make([]bool, len(teams)), make([]int, len(teams))
	into := func(i int) (int, bool) {
		next, there := teamAt[teams[i].MergedInto]
		return next, there && teams[i].MergedInto != ""
	}
	for i := range teams {
		walk := i + 1
		at, there := i, true
		for ; there && walked[at] == 0; at, there = into(at) {
			walked[at] = walk
		}
		if !there || walked[at] != walk {
			continue
		}
		for ; !on[at]; at, _ = into(at) {
			on[at] = true
		}
	}
	return on
}

// outlasts reports whether the period surely goes on after the end, if there is one.
func outlasts(p cal.Period, end cal.Partial) bool {
	return !p.IsZero() && !end.IsZero() && (p.Open() || p.Last().After(end.Span().Last()))
}
