package local

import "github.com/shegong/shegong/eligibility"

// Neimenggu returns what is known of Inner Mongolia (内蒙古自治区, 150000): in 兴安盟 the region's own part of the base pension
// is not counted as income until the end of 2025, as the central part is not.
//
// Gaps: whether that goes on after the 14th five-year plan; the work cost of 10 % of the wage; property limits; standards; subsidies.
func Neimenggu() []eligibility.Act {
	t := official("《兴安盟低保边缘家庭认定办法（试行）》（兴安盟民政局网站2025年5月19日）")
	switched := enacted(localPension, nil)
	switched.Source = t.at("第十四条至第十七条")
	return []eligibility.Act{t.act("neimenggu:xingan-2025", "兴安盟低保边缘家庭认定办法（试行）",
		"rules on marginal households in Xing'an (trial)", "1522",
		through("2025-05-19", "2025-12-31"), nil, switched)}
}
