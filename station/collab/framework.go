package collab

import (
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Framework is a scheme of joint action (联动机制): who the parties are called, and which further kinds of partner may join,
// the N of "5+N". Places differ in their five, so a framework is a value; the library has presets of the central
// wording only.
type Framework struct {
	Name    string         `json:"name" validate:"required,max=60"`
	Pillars []Pillar       `json:"pillars" validate:"dive"`
	Others  []PartnerKind  `json:"others,omitempty" validate:"dive,required"` // N
	Sources []vocab.Source `json:"sources,omitempty" validate:"dive"`
}

// Pillar is one party of a framework (联动的一方).
type Pillar struct {
	Key    string `json:"key" validate:"required,max=64"`
	ZH     string `json:"zh" validate:"required,max=60"`
	EN     string `json:"en" validate:"required,max=60"`
	Nature Nature `json:"nature" validate:"required"`
}

// Validate returns nil or a fault.List.
func (f Framework) Validate() error {
	l := check.Struct(f)
	if len(f.Pillars) < 2 {
		l.Add("pillars", catalogue().New(ErrPillars))
	}
	keys := make([]string, len(f.Pillars))
	for i, p := range f.Pillars {
		keys[i] = p.Key
		l.Add(fault.Index("pillars", i)+".nature", Natures().Check(p.Nature))
	}
	repeated(&l, "pillars", ".key", keys)
	repeated(&l, "others", "", f.Others)
	for i, k := range f.Others {
		l.Add(fault.Index("others", i), PartnerKinds().Check(k))
	}
	for i, s := range f.Sources {
		l.Add(fault.Index("sources", i)+".provenance", vocab.Provenances().Check(s.Provenance))
	}
	return l.Err()
}

// FiveParty returns the five-party framework (五社联动) in the words of the Opinion of the Central Committee and the State
// Council of 11 July 2021: 社区, 社会组织, 社会工作者, 社区志愿者, 社会慈善资源. The wording is known at second hand. That the first
// four are actors and the fifth an element is a reading, not wording of the Opinion. Every call returns a copy.
func FiveParty() Framework {
	return Framework{
		Name: "五社联动",
		Pillars: []Pillar{
			{"community", "社区", "community", Actor},
			{"social_organisation", "社会组织", "social organisations", Actor},
			{"social_worker", "社会工作者", "social workers", Actor},
			{"community_volunteer", "社区志愿者", "community volunteers", Actor},
			{"charity_resource", "社会慈善资源", "social charity resources", Element},
		},
		Sources: append([]vocab.Source{{
			Document:   "《中共中央 国务院关于加强基层治理体系和治理能力现代化建设的意见》（2021年7月11日）",
			Provenance: vocab.Reported,
		}}, hubei()...),
	}
}

// ThreeParty returns the predecessor (三社联动): community, social organisation and social worker, as described at second
// hand. Every call returns a copy.
func ThreeParty() Framework {
	return Framework{
		Name: "三社联动",
		Pillars: []Pillar{
			{"community", "社区", "community", Actor},
			{"social_organisation", "社会组织", "social organisations", Actor},
			{"social_worker", "社会工作者", "social workers", Actor},
		},
		Sources: hubei(),
	}
}

// Pairing is a pair of twin stations (双站模式): a social work station and a station for the protection of minors, run side by
// side under two brands, as in 社工橙 and 未保绿 of Heilongjiang; that 未保绿 stands for 未成年人保护工作站 is recalled. Both are IDs of
// stations, not necessarily of one network.
type Pairing struct {
	SocialWork      string      `json:"social_work" validate:"required,max=64"`
	Minors          string      `json:"minors" validate:"required,max=64"`
	SocialWorkBrand string      `json:"social_work_brand,omitempty" validate:"max=60"`
	MinorsBrand     string      `json:"minors_brand,omitempty" validate:"max=60"`
	Colocated       bool        `json:"colocated,omitempty"` // 同址
	Since           cal.Partial `json:"since,omitzero"`
	Until           cal.Partial `json:"until,omitzero"` // the last day
}

// Validate returns nil or a fault.List.
func (p Pairing) Validate() error {
	l := check.Struct(p)
	if p.SocialWork == p.Minors && p.Minors != "" {
		l.Add("minors", catalogue().New(ErrTwin))
	}
	if surelyBefore(p.Until, p.Since) {
		l.Add("until", catalogue().New(ErrOrder))
	}
	return l.Err()
}
