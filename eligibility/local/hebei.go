package local

import "github.com/shegong/shegong/eligibility"

// Hebei returns what is known of Hebei (河北省, 130000): the two disability subsidies from 2025.
//
// Gaps: the rule of 沧州 on families poor through illness (48 months of the urban standard, a depreciated vehicle within 50,000), whose
// class the national law does not have; everything else.
func Hebei() []eligibility.Act {
	return []eligibility.Act{reported("河北省残疾人两项补贴标准（公开数据表）").act("hebei:canji-2025", "河北省残疾人两项补贴标准（2025年）",
		"Hebei disability subsidies, 2025", "13", since("2025-01-01"), noted(noteOpen, subsidies(106, 100, 100)...))}
}
