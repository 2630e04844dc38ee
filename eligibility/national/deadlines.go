package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/vocab"
)

// deadlines is every limit of days that an act sets (办理时限), by the ID of the act. 工作日 are working days of the State Council's
// calendar, 天 and 日 are calendar days. Limits run from acceptance (受理), not from the application, unless the act says so; the first
// day is not counted. The statute of 2026 sets no days, so those of the measures go on; what it wants done before a decision is a
// limit of nought days from the day on which the decision is meant to be taken, and ends with it.
func deadlines(act string) []eligibility.Deadline {
	const working, calendar, next, months = eligibility.WorkingDays, eligibility.CalendarDays, eligibility.NextMonth, eligibility.MonthsBasis
	limit := func(p eligibility.ProgrammeID, id string, days int, basis eligibility.Basis, from string, by vocab.Source, zh, en string) eligibility.Deadline {
		return eligibility.Deadline{ID: id, Programme: p, ZH: zh, EN: en, From: from, Days: days, Basis: basis, Source: by}
	}
	during := func(l eligibility.Deadline, period string) eligibility.Deadline {
		l.Force = text.During(period)
		return l
	}
	read := func(d text.Document, at string) vocab.Source { return d.Means("", at, "", "", "").Source }

	switch act {
	case "tekun-2016":
		d := text.Destitute2016()
		recalled := d.At("第十四条")
		recalled.Provenance = vocab.Recalled
		return []eligibility.Deadline{
			limit(Tekun, "tekun.survey", 20, working, "受理申请之日", recalled, "乡镇（街道）调查核实并提出审核意见", "the township checks and reports"),
			limit(Tekun, "tekun.confirm", 20, working, "收到审核意见和材料之日", d.At("审批"), "县级民政部门作出审批决定", "the county decides"),
			limit(Tekun, "tekun.end_objection", 20, working, "公示有异议之日", d.At("终止"), "终止公示有异议的，作出是否终止的决定", "decision after an objection to ending"),
		}
	case "tekun-2021":
		d := text.Destitute2021()
		return []eligibility.Deadline{
			limit(Tekun, "tekun.survey", 15, working, "受理申请之日", d.At("第十三条"), "乡镇（街道）调查核实并提出初审意见", "the township checks and gives its view"),
			limit(Tekun, "tekun.notice", 7, calendar, "公示之日", d.At("第十五条"), "初审意见公示期", "public notice"),
			limit(Tekun, "tekun.objection", 15, working, "公示有异议之日", read(d, "第十五条第二款"), "公示有异议的，重新调查并提出初审意见", "a new view after an objection"),
			limit(Tekun, "tekun.confirm", 15, working, "收到初审意见和材料之日", read(d, "第十六条"), "县级民政部门提出确认意见", "the county confirms"),
			limit(Tekun, "tekun.start", 1, next, "确认之日", d.At("第十七条"), "从确认之日下月起给予待遇", "paid from the month after"),
			limit(Tekun, "tekun.refusal", 3, working, "作出决定之日", d.At("第十八条"), "不予同意的书面告知并说明理由", "a refusal with reasons"),
			limit(Tekun, "tekun.selfcare", 10, working, "接到报告之日", d.At("第二十三条"), "生活自理能力复核评估", "self-care is assessed anew"),
			limit(Tekun, "tekun.end_notice", 7, calendar, "公示之日", d.At("第二十六条"), "拟终止公示期", "public notice of ending"),
			limit(Tekun, "tekun.end_objection", 15, working, "公示有异议之日", read(d, "第二十六条第二款"), "终止公示有异议的，作出是否终止的决定", "decision after an objection to ending"),
			limit(Tekun, "tekun.end", 1, next, "作出终止决定之日", d.At("第二十六条第二款"), "从下月起终止供养", "ends with the next month"),
		}
	case "dibao-2012":
		d := text.Subsistence2012()
		return []eligibility.Deadline{
			limit(Dibao, "dibao.survey", 10, working, "受理申请之日", d.At("第十八条"), "乡镇（街道）逐一调查核实", "the township checks"),
			limit(Dibao, "dibao.review_meeting", 5, working, "调查结束之日", d.At("第二十一条"), "民主评议", "review by neighbours"),
			limit(Dibao, "dibao.notice", 7, calendar, "公示之日", d.At("第二十五条"), "审核结果公示期", "public notice of the check"),
			limit(Dibao, "dibao.confirm", 5, working, "收到审核意见和材料之日", d.At("第二十六条"), "县级民政部门提出审批意见", "the county gives its view"),
			limit(Dibao, "dibao.refusal", 3, calendar, "作出审批决定之日", d.At("第二十六条"), "不予批准的书面告知并说明理由", "a refusal with reasons"),
			limit(Dibao, "dibao.second_notice", 7, calendar, "公示之日", d.At("第二十九条"), "拟批准公示期", "public notice before approval"),
			limit(Dibao, "dibao.approval", 3, working, "公示期满之日", d.At("第二十九条第二款"), "公示无异议的作出审批决定", "approval after the notice"),
			limit(Dibao, "dibao.objection", 20, working, "公示有异议之日", read(d, "第二十九条第二款"), "公示有异议的重新调查并作出审批决定", "decision after an objection"),
			limit(Dibao, "dibao.start", 1, next, "批准之日", d.At("第二十九条第二款"), "从批准之日下月起发放", "paid from the month after"),
		}
	case "dibao-2021":
		d := text.Subsistence2021()
		return []eligibility.Deadline{
			limit(Dibao, "dibao.survey_start", 3, working, "受理申请之日", d.At("第十五条"), "启动家庭经济状况调查", "the check begins"),
			limit(Dibao, "dibao.match_start", 3, working, "收到核对提请之日", d.At("第十七条"), "启动信息核对", "data matching begins"),
			limit(Dibao, "dibao.notice", 7, calendar, "公示之日", d.At("第十九条"), "初审意见公示期", "public notice"),
			limit(Dibao, "dibao.confirm", 10, working, "收到初审意见和材料之日", d.At("第二十条"), "县级民政部门提出审核确认意见", "the county confirms"),
			limit(Dibao, "dibao.start", 1, next, "作出确认同意决定之日", d.At("第二十一条"), "从作出决定之日下月起发放", "paid from the month after"),
			limit(Dibao, "dibao.refusal", 3, working, "作出决定之日", d.At("第二十一条"), "不予确认的书面告知并说明理由", "a refusal with reasons"),
			during(limit(Dibao, "dibao.cut", 0, calendar, "作出减发、停发决定之日", read(d, "第三十二条"), "减发、停发低保金的，告知并说明理由",
				"a cut or an end is told, with reasons"), "2021-07-01/2026-07-01"),
			limit(Dibao, "dibao.total", 30, working, "受理申请之日", d.At("第二十二条"), "审核确认全程", "from acceptance to decision"),
			limit(Dibao, "dibao.total_special", 45, working, "受理申请之日", d.At("第二十二条"), "审核确认全程（特殊情况）", "from acceptance to decision in special cases"),
		}
	case "dibao-2022":
		d := text.Notice2022()
		return []eligibility.Deadline{
			limit(Dibao, "dibao.total_township", 20, working, "受理申请之日", d.At("四（一）"), "审核确认全程（权限下放到乡镇、街道）", "from acceptance to decision where the township decides"),
			limit(Dibao, "dibao.death", 3, months, "家庭成员死亡之日", d.At("一（三）"), "核查并办理完成增发、减发、停发", "the allowance is adjusted after a death"),
			limit(Dibao, "dibao.report", 3, months, "人口、收入、财产发生重大变化之日", d.At("五（五）"), "家庭告知重大变化，超过的可以批评教育", "the family reports a major change"),
		}
	case "gangxing-2025":
		d := text.Rigid2024()
		return []eligibility.Deadline{
			limit(Gangxing, "gangxing.total", 30, working, "受理申请之日", d.At("第八条"), "完成认定", "from acceptance to decision"),
			limit(Gangxing, "gangxing.total_special", 45, working, "受理申请之日", d.At("第八条"), "完成认定（人户分离、调查难度较大等）", "from acceptance to decision in special cases"),
		}
	case "jiuzhufa-2026":
		hear := func(p eligibility.ProgrammeID, id string) eligibility.Deadline {
			return limit(p, id, 0, calendar, "拟作出调减、终止决定之日", text.AssistanceLaw().At("第四十八条"), "作出调减、终止决定前听取本人意见，作出决定后书面告知并说明理由",
				"whoever is cut or ended is heard before the decision, and told of it in writing with reasons")
		}
		return []eligibility.Deadline{hear(Tekun, "tekun.cut"), hear(Dibao, "dibao.cut"), hear(DibaoSingle, "dibao_single.cut")}
	case "canji-2015":
		d := text.Subsidies2015()
		start := func(p eligibility.ProgrammeID, id string) eligibility.Deadline {
			return limit(p, id, 0, months, "递交申请的当月", d.At("申领程序"), "审定合格的，自递交申请当月计发", "paid from the month of application")
		}
		return []eligibility.Deadline{start(Shenghuo, "shenghuo.start"), start(Huli, "huli.start")}
	case "shishi-2019":
		d := text.Unsupported2019()
		return []eligibility.Deadline{
			limit(Shishi, "shishi.check", 15, working, "收到申请之日", d.At("二（二）"), "乡镇（街道）作出查验结论（不设公示）", "the township checks, without public notice"),
			limit(Shishi, "shishi.confirm", 15, working, "收到申报材料及查验结论之日", d.At("二（三）"), "县级民政部门作出确认", "the county confirms"),
			limit(Shishi, "shishi.start", 1, next, "确认之日", d.At("二（三）"), "从确认的次月起纳入保障", "paid from the month after"),
		}
	case "linshi-2026":
		d := text.Relief2026()
		from := "申请之日（转述没有说明起算日）"
		return []eligibility.Deadline{limit(Kuaijiu, "kuaijiu.total", 3, calendar, from, d.At("（一）"), "小额快救办理时限", "fast relief from asking to paying")}
	}
	return nil
}
