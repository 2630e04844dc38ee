package division

import "iter"

// Level is a level of division (行政层级). The zero value "" is the level of a code that is not recorded.
type Level string

// The five levels, coarse to fine.
const (
	Province   Level = "province"   // 省级: 省, 自治区, 直辖市, 特别行政区
	Prefecture Level = "prefecture" // 地级: 市, 自治州, 地区, 盟
	County     Level = "county"     // 县级: 县, 区, 县级市, 旗
	Township   Level = "township"   // 乡级: 街道, 镇, 乡
	Village    Level = "village"    // 村级: 居民委员会, 村民委员会
)

// Levels runs through the five levels, coarse to fine.
func Levels() iter.Seq[Level] {
	return func(yield func(Level) bool) {
		for _, l := range [...]Level{Province, Prefecture, County, Township, Village} {
			if !yield(l) {
				return
			}
		}
	}
}

// Digits returns how many digits a code of the level has in its shortest form (2, 4, 6, 9, 12), 0 for a level
// that is none of the five. The finer level has more.
func (l Level) Digits() int {
	switch l {
	case Province:
		return 2
	case Prefecture:
		return 4
	case County:
		return 6
	case Township:
		return 9
	case Village:
		return 12
	}
	return 0
}

// unit is what one step at the level is worth in the twelve digits, 0 for an unknown level.
func (l Level) unit() uint64 {
	switch l {
	case Province:
		return provinceUnit
	case Prefecture:
		return prefectureUnit
	case County:
		return countyUnit
	case Township:
		return townshipUnit
	case Village:
		return villageUnit
	}
	return 0
}

// ZH returns the Chinese name, such as 县级; the key itself for a level that is none of the five.
func (l Level) ZH() string {
	switch l {
	case Province:
		return "省级"
	case Prefecture:
		return "地级"
	case County:
		return "县级"
	case Township:
		return "乡级"
	case Village:
		return "村级"
	}
	return string(l)
}

// EN returns the English name, which is the key.
func (l Level) EN() string { return string(l) }

// TownshipKind is what a division of township level is by its code (乡级区划类别). The zero value is "not told
// by the code".
type TownshipKind string

// The kinds that the first of the three township digits tells after GB/T 10114-2003. The digits are known second
// hand, and the 41,000 names of the statistics bureau's 2023 edition fit them: 0 ends in 街道, but for 64 in 地区
// and one in 街; 1 in 镇 but for eleven 直辖村级区划, a statistical device numbered 198; 2 and 3 are 乡,
// 民族乡 and 苏木. Under 4 and 5 stand farms, forests, zones and prisons that are treated as townships, and some
// units that call themselves 街道.
const (
	Subdistrict   TownshipKind = "subdistrict"    // 街道: 0
	Town          TownshipKind = "town"           // 镇: 1
	RuralTownship TownshipKind = "rural-township" // 乡: 2 and 3
	TownshipLike  TownshipKind = "township-like"  // 类似乡级单位: 4 and 5, found in statistics more than in law
)

// TownshipKind returns the kind of the township, or of the township a village lies in (乡级区划类别). It is ""
// for coarser codes and for digits that the standard leaves free. It is what the number says; a station's real
// standing is recorded with the station.
func (c Code) TownshipKind() TownshipKind {
	township := c.n % countyUnit / townshipUnit
	if township == 0 {
		return ""
	}
	switch township / 100 {
	case 0:
		return Subdistrict
	case 1:
		return Town
	case 2, 3:
		return RuralTownship
	case 4, 5:
		return TownshipLike
	}
	return ""
}

// ZH returns the Chinese name, such as 街道; the key itself for an unknown kind.
func (k TownshipKind) ZH() string {
	switch k {
	case Subdistrict:
		return "街道"
	case Town:
		return "镇"
	case RuralTownship:
		return "乡"
	case TownshipLike:
		return "类似乡级单位"
	}
	return string(k)
}

// EN returns the English name; the key itself for an unknown kind.
func (k TownshipKind) EN() string {
	switch k {
	case RuralTownship:
		return "rural township"
	case TownshipLike:
		return "township-like unit"
	}
	return string(k)
}

// VillageKind is what a division of village level is by its code (村级区划类别). The zero value is "not told by
// the code".
type VillageKind string

// The kinds that the last three digits tell. The ranges are known second hand; the 620,000 names of the statistics
// bureau's 2023 edition fit them, but for about one in a thousand, and for 500 to 599, which stands mostly for farms
// and settlements that are called neither.
const (
	ResidentsCommittee VillageKind = "residents-committee" // 居民委员会: 001 to 199
	VillagersCommittee VillageKind = "villagers-committee" // 村民委员会: 200 to 399
	ResidentsLike      VillageKind = "residents-like"      // 类似居民委员会: 400 to 499
	VillagersLike      VillageKind = "villagers-like"      // 类似村民委员会: 500 to 599
)

// VillageKind returns the kind of a village-level division (村级区划类别), "" for coarser codes and for numbers
// outside the ranges.
func (c Code) VillageKind() VillageKind {
	switch v := c.n % townshipUnit; {
	case v == 0:
		return ""
	case v < 200:
		return ResidentsCommittee
	case v < 400:
		return VillagersCommittee
	case v < 500:
		return ResidentsLike
	case v < 600:
		return VillagersLike
	}
	return ""
}

// ZH returns the Chinese name, such as 居民委员会; the key itself for an unknown kind.
func (k VillageKind) ZH() string {
	switch k {
	case ResidentsCommittee:
		return "居民委员会"
	case VillagersCommittee:
		return "村民委员会"
	case ResidentsLike:
		return "类似居民委员会"
	case VillagersLike:
		return "类似村民委员会"
	}
	return string(k)
}

// EN returns the English name; the key itself for an unknown kind.
func (k VillageKind) EN() string {
	switch k {
	case ResidentsCommittee:
		return "residents' committee"
	case VillagersCommittee:
		return "villagers' committee"
	case ResidentsLike:
		return "unit like a residents' committee"
	case VillagersLike:
		return "unit like a villagers' committee"
	}
	return string(k)
}
