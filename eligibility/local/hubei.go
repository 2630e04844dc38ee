package local

import "github.com/shegong/shegong/eligibility"

// Hubei returns what is known of Hubei (湖北省, 420000): the standards of 武汉 from June 2023, for town and country.
//
// Gaps: everything else; 武汉's 特困 amounts (1,880 and 1,600) are totals without their parts.
func Hubei() []eligibility.Act {
	v := noted(noteKnown, in("4201", monthly(standard, urban, 940), monthly(standard, rural, 820),
		monthly(childAtHome, both, 1880), monthly(childInsideAll, both, 3008))...)
	return []eligibility.Act{reported("武汉市2023年社会救助和保障标准（2023年6月报道）").act("hubei:wuhan-2023", "武汉市2023年社会救助和保障标准",
		"standards of Wuhan, 2023", "4201", since("2023-06-14"), v)}
}
