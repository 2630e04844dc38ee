package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// Some places let a share of rigid spending suffice that reaches the ratio (达到或者超过, 不低于). The law of 2026 says 超过 and lets
// nobody include the bound, so that reading ends with the day before; for a share of exactly the ratio see atTheRatio.

// reaching is a ratio of rigid spending printed as 达到或者超过 or 不低于, read by the national programme that began with 2025.
func reaching(code, r string) []eligibility.Value {
	const note = "原文为“达到或者超过”（“不低于”），2026年7月1日起《社会救助法》第二十二条为“超过”；"
	share, by := ratio(gangxingRatio, r), comparator(gangxingComparator, measure.AtLeast)
	share.Force, by.Force = since("2025-01-01"), through("2025-01-01", "2026-06-30")
	return noted(note+noteKnown, in(code, share, by)...)
}

// atTheRatio is the act of a place whose ratio is reaching. Since the law of 2026 a share of exactly the ratio fits the place's own
// text, which nobody has repealed, and not the law's: one of two readings, and for an official to choose.
func atTheRatio(t text, id, zh, en, code string, force cal.Period, values []eligibility.Value,
	fills ...eligibility.Fill) eligibility.Act {
	const note = "本地原规定为“达到或者超过”（“不低于”），《社会救助法》第二十二条为“超过”；占比恰等于该比例的，依本地规定符合，依法律不符合，由民政部门研判"
	share := func(id, zh, en string, op eligibility.Comparison) *eligibility.Node {
		rigid := eligibility.Sum{Terms: append(eligibility.PlusUnless("gangxing.living", facts.HouseholdSpendingLiving),
			eligibility.Plus(facts.HouseholdSpendingMedical, facts.HouseholdSpendingEducation, facts.HouseholdSpendingRehab,
				facts.HouseholdSpendingOther)...)}
		return eligibility.Share(t.says(id, zh, en), rigid, op, eligibility.Param(gangxingRatio),
			eligibility.Total(facts.HouseholdIncomeYear))
	}
	a := t.act(id, zh, en, code, force, values, fills...)
	a.Overrides = []eligibility.Override{{Programme: "gangxing", Node: "gangxing.ratio", Division: place(code),
		Force: since("2026-07-01"), Source: t.at(""),
		With: eligibility.Any(t.means("gangxing.ratio", "刚性支出占家庭总收入的比例超过本地规定，或者恰等于该比例并经研判纳入",
			"rigid spending above the local share, or at it and found to be taken in", note),
			share("gangxing.ratio.above", "刚性支出占比超过本地规定的比例", "rigid spending above the local share",
				eligibility.ByParam(gangxingComparator)),
			eligibility.All(t.means("gangxing.ratio.gap", "刚性支出占比恰等于本地规定的比例，由民政部门研判",
				"rigid spending at the local share, for an official to find", note),
				share("gangxing.ratio.equal", "刚性支出占比等于本地规定的比例", "rigid spending at the local share",
					eligibility.By(measure.Exactly)),
				eligibility.Judgement(t.means("gangxing.ratio.found", "经研判按本地规定纳入", "found to be taken in by the local rule", note),
					facts.HouseholdGangxingOther)))}}
	return a
}
