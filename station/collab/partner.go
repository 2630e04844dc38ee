package collab

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
)

// PartnerID is the importer's key of a partner (合作方编号). The zero value is not recorded.
type PartnerID string

// Partner is an organisation that works with stations (合作方): a department, a hospital, a community's dance troupe. Name is
// never a person's; givers who are private people are one partner of kind [Individuals].
type Partner struct {
	ID         PartnerID           `json:"id" validate:"required,max=64"`
	Name       string              `json:"name" validate:"required,max=100"`
	Aliases    []string            `json:"aliases,omitempty" validate:"dive,required,max=100"`
	Kind       PartnerKind         `json:"kind" validate:"required"`
	Roles      []PartnerRole       `json:"roles,omitempty" validate:"dive,required"`
	CreditCode identity.CreditCode `json:"credit_code,omitzero"`
	Standing   Standing            `json:"standing,omitempty"`
	Founded    cal.Partial         `json:"founded,omitzero"`
	Members    known.Value[int]    `json:"members,omitzero" validate:"omitempty,gte=0"`
	Contact    identity.Name       `json:"contact,omitzero"` // 联系人
	Mobile     identity.Mobile     `json:"mobile,omitzero"`
	Since      cal.Partial         `json:"since,omitzero"` // works with stations from
	Until      cal.Partial         `json:"until,omitzero"` // and to, this day included
}

// Validate returns nil or a fault.List.
func (p Partner) Validate() error {
	l := check.Struct(p)
	repeated(&l, "aliases", "", p.Aliases)
	for i, alias := range p.Aliases {
		if alias == p.Name && alias != "" {
			l.Add(fault.Index("aliases", i), catalogue().New(ErrAlias))
		}
	}
	l.Add("kind", PartnerKinds().Check(p.Kind))
	repeated(&l, "roles", "", p.Roles)
	for i, r := range p.Roles {
		l.Add(fault.Index("roles", i), PartnerRoles().Check(r))
	}
	l.Add("standing", Standings().Check(p.Standing))
	if p.Standing == Registered && p.CreditCode.IsZero() {
		l.Add("credit_code", catalogue().New(ErrUnregistered).AsAdvisory())
	}
	if surelyBefore(p.Until, p.Since) {
		l.Add("until", catalogue().New(ErrOrder))
	}
	return l.Err()
}

// Called reports whether the text is the partner's name or an alias, exactly; the empty text never is.
func (p Partner) Called(name string) bool {
	return name != "" && (name == p.Name || slices.Contains(p.Aliases, name))
}

// Engagement is one way in which a station engages a partner (社会组织动员、培育、链接登记): who, how and since when. Help and the
// stages of growth belong to cultivation. Station is the ID of a station.
type Engagement struct {
	Partner PartnerID      `json:"partner" validate:"required,max=64"`
	Station string         `json:"station" validate:"required,max=64"`
	Kind    EngagementKind `json:"kind" validate:"required"`
	On      cal.Partial    `json:"on" validate:"required"`
	Growth  []GrowthStep   `json:"growth,omitempty" validate:"dive"`
	Help    string         `json:"help,omitempty" validate:"max=500"` // 扶持内容
}

// GrowthStep is a stage that a cultivated organisation reached (成长记录).
type GrowthStep struct {
	Stage Growth      `json:"stage" validate:"required"`
	On    cal.Partial `json:"on" validate:"required"`
}

// Validate returns nil or a fault.List. Stages are in order of growth and of time.
func (e Engagement) Validate() error {
	l := check.Struct(e)
	l.Add("kind", EngagementKinds().Check(e.Kind))
	if e.Kind != Cultivated && EngagementKinds().Known(e.Kind) && len(e.Growth) > 0 {
		l.Add("growth", catalogue().New(ErrGrowth))
	}
	var order []Growth
	for g := range Growths().All() {
		order = append(order, g.Key)
	}
	reached, since := -1, e.On
	for i, step := range e.Growth {
		at := fault.Index("growth", i)
		l.Add(at+".stage", Growths().Check(step.Stage))
		if n := slices.Index(order, step.Stage); n >= 0 {
			if n <= reached {
				l.Add(at+".stage", catalogue().New(ErrOrder))
			}
			reached = max(reached, n)
		}
		if surelyBefore(step.On, since) {
			l.Add(at+".on", catalogue().New(ErrOrder))
		} else if !step.On.IsZero() {
			since = step.On
		}
	}
	return l.Err()
}

// Engaged returns the partners that are engaged in one way, each once, in the order of the list (去重). There is no count
// over several ways: 269 mobilised and 49 cultivated organisations are not 318.
func Engaged(engagements []Engagement, kind EngagementKind) []PartnerID {
	var out []PartnerID
	seen := make(map[PartnerID]bool)
	for _, e := range engagements {
		if e.Kind == kind && !seen[e.Partner] {
			seen[e.Partner] = true
			out = append(out, e.Partner)
		}
	}
	return out
}

// surelyBefore reports whether every day that a may mean lies before every day that b may mean; false when either is not
// recorded.
func surelyBefore(a, b cal.Partial) bool {
	return !a.IsZero() && !b.IsZero() && a.Span().Last().Before(b.Span().From())
}

// repeated reports every key that stood in the list before, at path[i] and what follows it, naming the first one. What is
// not recorded is no repetition.
func repeated[K ~string](l *fault.List, path, rest string, keys []K) {
	first := make(map[K]string)
	for i, k := range keys {
		at := fault.Index(path, i)
		if other, again := first[k]; again && k != "" {
			l.Add(at+rest, catalogue().New(ErrDuplicate, "other", other))
		} else {
			first[k] = at
		}
	}
}
