package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/measure"
)

// Shandong returns what is known of Shandong (山东省, 370000): the marginal line, from 2022-11-01 to 2027-10-31, above the standard
// and below 1.5 times it.
//
// Gaps: that places may go to less than twice the standard but not above the minimum wage, which is not recorded; the way in by
// spending in 青岛 and its 特困 basic standard of 1.5 times; property rules; standards. 临沂's 特困 standards of 2021 were printed by
// one county only.
func Shandong() []eligibility.Act {
	t := reported("山东省低保边缘家庭认定办法（工人日报2022年10月10日报道）")
	force := through("2022-11-01", "2027-10-31")
	a := t.act("shandong:bianyuan-2022", "山东省低保边缘家庭认定办法", "Shandong measures on marginal households", "37", force,
		noted(noteAbove, comparator(bianyuanComparator, measure.LessThan), ratio(bianyuanFactor, "3/2")))
	a.Overrides = aboveTheStandard(t, "37", force)
	return []eligibility.Act{a}
}
