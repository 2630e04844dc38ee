package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// noteAbove goes with the marginal line of provinces that write 高于低保标准.
const noteAbove = "本省规定为“高于”低保标准，收入恰等于低保标准的两类都不符合，属规定空档，由民政部门研判"

// aboveTheStandard replaces the income test of marginal households for provinces that say 高于低保标准、低于（不高于）1.5倍. The
// national text leaves no hole between the two classes; by theirs an income at the very standard falls in neither. That is a
// gap in the rule and no reason to refuse, so it is left to an official.
//
// Where ceiling is given, a place may go above 1.5 times the standard but not above that parameter: an income of 1.5 times and more is
// held against both.
func aboveTheStandard(t text, code string, force cal.Period, ceiling eligibility.ParamKey) []eligibility.Override {
	var o []eligibility.Override
	for _, in := range []struct {
		force  cal.Period
		plan14 bool // how the central base pension counts
	}{{through("2021-07-01", "2025-12-31"), true}, {since("2026-01-01"), false}} {
		f := force.Intersect(in.force)
		if f.IsZero() {
			continue
		}
		line := func(id, zh, en string, op eligibility.Comparison, times eligibility.Operand) *eligibility.Node {
			return eligibility.PerHead(t.says(id, zh, en), membersIncome(in.plan14), op,
				eligibility.Line{Limit: eligibility.Param(standard), Ratio: times,
					Heads: eligibility.Heads(), Months: eligibility.Param(incomeMonths)})
		}
		once := eligibility.Operand{}
		within := line("bianyuan.income.to", "家庭人均收入在低保边缘线以内", "income a head within the marginal line",
			eligibility.ByParam(bianyuanComparator), eligibility.Param(bianyuanFactor))
		if ceiling != "" {
			within = eligibility.All(t.says("bianyuan.income.within", "在低保边缘线以内，且放宽的不高于最低工资标准",
				"within the marginal line, and a wider one within the minimum wage"), within,
				eligibility.Any(t.says("bianyuan.income.cap", "低于低保标准的1.5倍，或者低于最低工资标准",
					"below 1.5 times the standard, or below the minimum wage"),
					line("bianyuan.income.narrow", "家庭人均收入低于低保标准的1.5倍", "income a head below 1.5 times the standard",
						eligibility.By(measure.LessThan), eligibility.Times(measure.MustParseRatio("3/2"))),
					eligibility.PerHead(t.says("bianyuan.income.wage", "家庭人均收入低于最低工资标准", "income a head below the minimum wage"),
						membersIncome(in.plan14), eligibility.By(measure.LessThan),
						eligibility.Line{Limit: eligibility.Param(ceiling), Heads: eligibility.Heads(),
							Months: eligibility.Param(incomeMonths)})))
		}
		o = append(o, eligibility.Override{Definition: "bianyuan.conditions", Node: "bianyuan.income",
			Division: place(code), Force: f, Source: t.at(""),
			With: eligibility.All(t.says("bianyuan.income", "家庭人均收入高于低保标准，在低保边缘线以内",
				"income a head above the standard and within the marginal line"),
				eligibility.Any(t.says("bianyuan.income.from", "高于低保标准", "above the standard"),
					line("bianyuan.income.above", "家庭人均收入高于低保标准", "income a head above the standard",
						eligibility.By(measure.MoreThan), once),
					eligibility.All(t.means("bianyuan.income.gap", "收入恰等于低保标准，由民政部门研判",
						"income at the very standard, for an official to find", noteAbove),
						line("bianyuan.income.equal", "家庭人均收入等于低保标准", "income a head at the standard",
							eligibility.By(measure.Exactly), once),
						eligibility.AnyOf(t.says("bianyuan.income.found", "经研判纳入", "found to be taken in"),
							eligibility.Members, nil,
							eligibility.Judgement(t.says("bianyuan.income.found.who", "确有特殊困难", "in special hardship"),
								facts.PersonSpecialCase)))),
				within)})
	}
	return o
}
