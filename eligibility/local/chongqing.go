package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Chongqing returns what is known of Chongqing (重庆市, 500000): by its ordinance on the allowance, that clergy who have lived apart for a
// year are no members and that a notice after an objection stands for three days; and the two disability subsidies of 2026.
//
// Gaps: that income is counted for the month before the application outside farming and for twelve months in it, since the months
// of a law do not differ by trade; that unmarried soldiers are no members, and that adults who are bedridden or disabled and unable to
// work may be counted apart, for which there are no facts; that the standard is below the minimum wage; that the allowance is paid from the
// month of approval, and all is done within thirty days without the notices, which the national measures of 2021 say otherwise; standards.
func Chongqing() []eligibility.Act {
	t := official("《重庆市城乡居民最低生活保障条例》（2016年）")
	const members, notice = "第十一条第二款", "第十八条"
	at := func(c eligibility.Criterion) eligibility.Criterion { c.Source.Article = members; return c }
	apart := enacted(memberExcluded, eligibility.All(at(t.says("chongqing.clergy", "脱离家庭独立生活一年以上的宗教教职人员", "clergy who lived apart for a year or more")),
		eligibility.Is(at(t.says("chongqing.clergy.is", "宗教教职人员", "clergy")), facts.PersonClergy),
		eligibility.Elapsed(at(t.says("chongqing.clergy.year", "脱离家庭独立生活满一年", "apart for a year")), facts.PersonApartSince,
			measure.AtLeast, 1, eligibility.Years)))
	apart.Source = t.at(members)
	ordinance := t.act("chongqing:dibao-2016", "重庆市城乡居民最低生活保障条例", "Chongqing ordinance on the subsistence allowance", "50", since("2021-07-01"), nil, apart)
	ordinance.Deadlines = []eligibility.Deadline{{ID: "dibao.second_notice", Programme: dibao, ZH: "有异议的，复查后再次公示", EN: "second notice after an objection",
		From: "再次公示之日", Days: 3, Basis: eligibility.CalendarDays, Source: t.at(notice)}}
	return []eligibility.Act{ordinance,
		reported("重庆市残疾人两项补贴标准（重庆市民政局网站，公开数据表）").act("chongqing:canji-2026", "重庆市残疾人两项补贴标准（2026年）",
			"Chongqing disability subsidies, 2026", "50", since("2026-01-01"), noted(noteOpen, subsidies(100, 110, 100)...))}
}
