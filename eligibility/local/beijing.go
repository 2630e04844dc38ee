package local

import "github.com/shegong/shegong/eligibility"

// Beijing returns what is known of Beijing (北京市, 110000): the standards of 2020 and 2024.
//
// Gaps: standards between and after; the two disability subsidies, of which guiding amounts by class are printed that do not fit
// the national classes; everything else.
func Beijing() []eligibility.Act {
	return []eligibility.Act{
		reported("北京市2020年低保标准（转述）").act("beijing:dibao-2020", "北京市2020年低保标准", "standard of Beijing, 2020", "11",
			through("2020-07-01", "2021-06-30"),
			noted("按每年7月调整录入一年", monthly(standard, both, 1170))),
		number(reported("北京市关于调整本市社会救助相关标准的通知（京民社救发〔2024〕80号，公开政策表）").act("beijing:dibao-2024", "北京市2024年低保标准",
			"standard of Beijing, 2024", "11", since("2024-07-01"), noted(noteOpen, monthly(standard, both, 1450))),
			"京民社救发〔2024〕80号"),
	}
}
