package local

import "github.com/shegong/shegong/eligibility"

// Chongqing returns what is known of Chongqing (重庆市, 500000): the two disability subsidies of 2026.
//
// Gaps: that income is counted for the month before the application outside farming and for twelve months in it, since the months
// of a law do not differ by trade; further people who are no members; standards.
func Chongqing() []eligibility.Act {
	return []eligibility.Act{reported("重庆市残疾人两项补贴标准（重庆市民政局网站，公开数据表）").act("chongqing:canji-2026", "重庆市残疾人两项补贴标准（2026年）",
		"Chongqing disability subsidies, 2026", "50", since("2026-01-01"), noted(noteOpen, subsidies(100, 110, 100)...))}
}
