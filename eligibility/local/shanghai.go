package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/measure"
)

// Shanghai returns what is known of Shanghai (上海市, 310000): the standard of 2021 and, by its ordinance, that the ratio of rigid
// spending is reached at the bound (达到或者超过).
//
// Gaps: the ratio; standards after 2022; that a family whose income falls below the standard after medical and education
// spending has a benefit of its own; partial disregards of wages; top-ups; subsidies (450 and 320, 350 and 180 from July 2025, by
// classes that do not fit the national ones).
func Shanghai() []eligibility.Act {
	ordinance := official("《上海市社会救助条例》（2024年12月31日修正）")
	by := comparator(gangxingComparator, measure.AtLeast)
	by.Force, by.Source = through("2025-01-01", "2026-06-30"), ordinance.at("第十二条")
	by.Note = "2026年7月1日起《社会救助法》第二十二条为“超过”"
	return []eligibility.Act{
		reported("上海市2021年低保标准（转述）").act("shanghai:dibao-2021", "上海市2021年低保标准", "standard of Shanghai, 2021", "31",
			through("2021-07-01", "2022-06-30"),
			noted("按每年7月调整录入一年", monthly(standard, both, 1330))),
		atTheRatio(ordinance, "shanghai:jiuzhu-2024", "上海市社会救助条例", "Shanghai ordinance on social assistance", "31",
			since("2024-12-31"), []eligibility.Value{by, {Param: reliefCap, Count: 3, Source: ordinance.at("第二十九条"),
				Note: "每人每月一般不超过低保标准，每次一般不超过3个月"}}),
	}
}
