// Package station models the network of township and subdistrict social work stations (乡镇（街道）社工站): stations and
// guidance centres with their status, posts and the workers who fill them, the authorities above, rollout and coverage,
// ratings, supervision, meetings and the documents they follow, and the [Network] that ties all of it together.
//
// # Records
//
// Entities are plain structs to be filled by hand, from JSON or from a roster ([StationForm], [PostForm], [WorkerForm]).
// They refer to each other by ID. Validate returns nil or a fault.List of every problem at once: an entity's own
// method judges it alone, [Network.Validate] judges all entities and how they fit together. Words of a vocabulary that
// a newer program wrote survive decoding and are reported as vocab.ErrUnknown.
//
// # Time
//
// Facts are dated as they were written (2021年年底), so on some days it is not known what held. Questions about a day
// therefore answer twice: what surely held and what may have held. No date is ever invented and no clock is read.
//
// # What is configuration
//
// Staffing floors, grades, scores, lists of areas and what counts as an open station are the caller's ([Policy],
// [RatingScheme], [Scope]); there are no defaults. The number of stations is never compared with a gazetteer, and codes
// that no gazetteer knows are legal: a managed zone may have a station, a township two.
//
// # Personal data
//
// Names and numbers of people are identity types: they print and encode masked, and a masked copy does not decode. JSON
// of a [Worker] is therefore for showing. [Station], [Post] and everything else without people go both ways.
//
// Values here are safe for concurrent reading; whoever changes one must be alone with it. An [Index] never changes.
package station

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Station is a social work station (社工站), a guidance centre or a service point, as [Tier] says. Division is the
// county, township or village it serves; any well-formed code is legal. Centre is the guidance centre it belongs to.
type Station struct {
	ID       ID             `json:"id" validate:"required,max=64"`
	Name     string         `json:"name" validate:"required,max=60"`
	Aliases  []string       `json:"aliases,omitempty" validate:"dive,required,max=60"`
	Tier     Tier           `json:"tier" validate:"required"`
	Division division.Code  `json:"division" validate:"required"`
	Area     AreaType       `json:"area,omitempty"`
	Address  string         `json:"address,omitempty" validate:"max=200"`
	Centre   ID             `json:"centre,omitempty" validate:"max=64"`
	Mode     Mode           `json:"mode,omitempty"`
	Brand    BrandID        `json:"brand,omitempty" validate:"max=64"`
	History  []StatusChange `json:"history,omitempty" validate:"dive"`
	Above    []Oversight    `json:"above,omitempty" validate:"dive"`
}

// Validate returns nil or every problem of the station by itself: shape, unknown words, a division of a level that does
// not fit the tier ([ErrTier]), a history out of order ([ErrOrder]) or with an impossible step ([ErrStep]), and a
// guidance centre that nobody guides ([ErrGuidance]).
func (s Station) Validate() error { return validate(s) }

func (s Station) rules() (l fault.List) {
	l.Add("tier", Tiers().Check(s.Tier))
	if levels := s.Tier.levels(); len(levels) > 0 && !s.Division.IsZero() && !slices.Contains(levels, s.Division.Level()) {
		l.Add("division", catalogue().New(ErrTier))
	}
	l.Add("area", AreaTypes().Check(s.Area))
	l.Add("mode", Modes().Check(s.Mode))
	l = append(l, s.history().rules(Statuses(), Status.next, "status", "since").Under("history")...)
	guided := false
	for i, o := range s.Above {
		l = append(l, o.rules().Under(fault.Index("above", i))...)
		guided = guided || o.Role == RoleGuiding
	}
	if s.Tier == TierCounty && !guided {
		l.Add("above", catalogue().New(ErrGuidance))
	}
	return l
}

// entity is what every record of this package can do: name the problems that tags cannot express.
type entity interface{ rules() fault.List }

// validate returns the problems of shape, then those of meaning.
func validate(e entity) error { return append(check.Struct(e), e.rules()...).Err() }

// word is one entry of a vocabulary.
func word[K ~string](key K, zh, en string, aliases ...string) vocab.Entry[K] {
	return vocab.Entry[K]{Key: key, ZH: zh, EN: en, Aliases: aliases}
}

// from gives entries a source.
func from[K ~string](document string, grade vocab.Provenance, entries ...vocab.Entry[K]) []vocab.Entry[K] {
	for i := range entries {
		entries[i].Sources = append(entries[i].Sources, vocab.Source{Document: document, Provenance: grade})
	}
	return entries
}

// Tier is the place of a station in the network (层级). It is not the kind of area: a township may have two stations, and
// counts of stations mix tiers. The zero value is "not recorded".
type Tier string

const (
	TierCounty   Tier = "county"   // 县级指导中心: guides, trains and supervises the stations of a county
	TierTownship Tier = "township" // 乡镇（街道）社工站: the daily unit of service
	TierZone     Tier = "zone"     // 管委会站: of a managed zone, which may be no township
	TierVillage  Tier = "village"  // 村（社区）社工室: a point of contact
)

// Tiers returns the tiers, from the top.
func Tiers() vocab.List[Tier] { return tiers() }

var tiers = sync.OnceValue(func() vocab.List[Tier] {
	return vocab.New("站点层级", "tier", from("各地关于社工站三级体系和管委会站的报道", vocab.Reported,
		word(TierCounty, "县级指导中心", "county guidance centre", "指导中心", "社工总站", "县级社工总站", "县级社工中心", "县级"),
		word(TierTownship, "乡镇（街道）社工站", "township station", "社工站", "社会工作服务站", "乡镇(街道)社工站",
			"乡镇社工站", "街道社工站", "乡镇级"),
		word(TierZone, "管委会站", "managed zone station", "管委会（管理处）站", "管委会社工站", "管理处站"),
		word(TierVillage, "村（社区）社工室", "village point", "社工室", "社会工作服务点", "服务点", "社区社工室", "村级"),
	)...)
})

// levels returns the division levels that a station of this tier may serve; none for an unknown tier. A prefecture such as
// 东莞 has no counties, a zone often has no code of its own, and of a point only the township may be recorded.
func (t Tier) levels() []division.Level {
	return map[Tier][]division.Level{
		TierCounty:   {division.County, division.Prefecture},
		TierTownship: {division.Township},
		TierZone:     {division.Township, division.County, division.Prefecture},
		TierVillage:  {division.Village, division.Township},
	}[t]
}

// AreaType is the kind of area that a station serves (区域类型), as recorded; the division code may tell another story. The
// zero value is "not recorded".
type AreaType string

const (
	Subdistrict AreaType = "subdistrict" // 街道
	Town        AreaType = "town"        // 镇
	Township    AreaType = "township"    // 乡, 民族乡 and 苏木 included
	Zone        AreaType = "zone"        // 开发区, 园区, 农场, 林场: run by a management committee
	CountyArea  AreaType = "county"      // 县（市、区、旗）
	Village     AreaType = "village"     // 村
	Community   AreaType = "community"   // 社区
)

// AreaTypes returns the kinds of area.
func AreaTypes() vocab.List[AreaType] { return areaTypes() }

var areaTypes = sync.OnceValue(func() vocab.List[AreaType] {
	return vocab.New("区域类型", "kind of area",
		word(Subdistrict, "街道", "subdistrict"),
		word(Town, "镇", "town"),
		word(Township, "乡", "township", "民族乡", "苏木"),
		word(Zone, "管委会辖区", "managed zone", "开发区", "园区", "管理区", "农场", "林场"),
		word(CountyArea, "县（市、区）", "county", "县", "区", "县级市", "旗"),
		word(Village, "村", "village", "行政村", "嘎查"),
		word(Community, "社区", "community"),
	)
})

// Mode is how a station is staffed (用人方式). The employer of each post stands on the [Post]. The zero value is "not recorded".
type Mode string

const (
	ModeDirect     Mode = "direct"     // 直聘: the government employs
	ModeOutsourced Mode = "outsourced" // 外包: bought from an agency, under a contract
	ModeMixed      Mode = "mixed"      // 混合: both at once
)

// Modes returns the modes of staffing. They are those that studies of the stations tell apart; no document defines them.
func Modes() vocab.List[Mode] { return modes() }

var modes = sync.OnceValue(func() vocab.List[Mode] {
	return vocab.New("用人方式", "mode of staffing", from("韩江风、韩恒、张明锁关于社工站用人方式的研究", vocab.Reported,
		word(ModeDirect, "直聘", "direct employment", "直接聘用", "自主运营"),
		word(ModeOutsourced, "外包", "outsourced", "购买服务", "政府购买服务", "委托运营"),
		word(ModeMixed, "混合", "mixed"),
	)...)
})
