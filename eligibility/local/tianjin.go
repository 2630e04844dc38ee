package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Tianjin returns what is known of Tianjin (天津市, 120000): the marginal line above the standard and not above 1.5 times it, and the
// money of marginal households, invested capital included.
//
// Gaps: the day of the rule (it is recorded from the day it was found); other property; standards; subsidies.
func Tianjin() []eligibility.Act {
	t := reported("天津市低保边缘家庭认定规定（网页转述，施行日未核）")
	force := since("2026-11-23")
	money := eligibility.PerHead(t.says("tianjin.property.money", "全部货币财产（含投资）人均不超过36个月低保标准",
		"all money, invested capital included, within 36 months of the standard a head"),
		eligibility.TotalOfMembers(facts.PersonFinancialAssets, facts.PersonRegisteredCapital), eligibility.By(measure.AtMost),
		eligibility.Line{Limit: eligibility.Param(standard), Heads: eligibility.Heads(), Months: eligibility.Number(36)})
	a := t.act("tianjin:bianyuan", "天津市低保边缘家庭认定规定", "Tianjin rules on marginal households", "12", force,
		noted(noteAbove+"；"+noteKnown, comparator(bianyuanComparator, measure.AtMost), ratio(bianyuanFactor, "3/2")),
		enacted(bianyuanProperty, eligibility.All(t.says("tianjin.property", "财产状况符合低保边缘家庭规定",
			"property within the marginal rule"),
			money, t.rest("tianjin.property.rest", facts.HouseholdFitsBianyuanProperty))))
	a.Overrides = aboveTheStandard(t, "12", force, "")
	return []eligibility.Act{a}
}
