package main

import (
	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// The library has forms for the rosters that stations keep. What follows are forms of this program, as an importer makes
// them for whatever else he has in tables.

// setup is the one row of network.csv: what the network is, and for which day and scope it is counted.
type setup struct {
	Name     string
	Division division.Code
	AsOf     station.AsOf
	Source   station.Attribution
	Day      cal.Date
	Scope    station.Scope
}

func setupForm() sheet.Form[setup] {
	type r = setup
	return sheet.Form[r]{Name: "网络概况", Columns: []sheet.Column[r]{
		sheet.Text("名称", func(v *r) *string { return &v.Name }).At("name").AsID(),
		sheet.Value("区划代码", func(v *r) *division.Code { return &v.Division }).At("division"),
		sheet.Text("截至表述", func(v *r) *string { return &v.AsOf.Text }).At("as_of.text"),
		sheet.Partial("起算时间", func(v *r) *cal.Partial { return &v.AsOf.Since }).At("as_of.since"),
		sheet.Partial("截至时间", func(v *r) *cal.Partial { return &v.AsOf.Day }).At("as_of.day"),
		sheet.Text("来源", func(v *r) *string { return &v.Source.Text }).At("source.text"),
		sheet.Ref("来源单位编号", func(v *r) *station.AuthorityID { return &v.Source.Authority }).At("source.authority"),
		sheet.Date("统计日", func(v *r) *cal.Date { return &v.Day }).At("day").AsRequired(),
		sheet.Text("口径名称", func(v *r) *string { return &v.Scope.Name }).At("scope.name").AsRequired(),
		sheet.List("口径层级", func(v *r) *[]station.Tier { return &v.Scope.Tiers }, sheet.KeyCell(station.Tiers())).
			At("scope.tiers").AsRequired(),
		sheet.List("口径状态", func(v *r) *[]station.Status { return &v.Scope.Statuses }, sheet.KeyCell(station.Statuses())).
			At("scope.statuses").AsRequired(),
		sheet.List("口径区域", func(v *r) *[]division.Code { return &v.Scope.Areas }, sheet.ValueCell[division.Code]()).
			At("scope.areas").AsRequired(),
	}}
}

// note is a paragraph to be printed: a remark of whoever keeps the ledgers, or words quoted from the source.
type note struct {
	Order  int
	Quoted bool
	Text   string
}

func noteForm() sheet.Form[note] {
	return sheet.Form[note]{Name: "说明", Columns: []sheet.Column[note]{
		sheet.Int("次序", func(v *note) *int { return &v.Order }).AsID(),
		sheet.Bool("原文", func(v *note) *bool { return &v.Quoted }).AsRequired(),
		sheet.Text("文字", func(v *note) *string { return &v.Text }).AsRequired(),
	}}
}

// published is a figure of which only the published phrase is known.
type published struct {
	Indicator reporting.Indicator
	Phrase    string
}

func publishedForm() sheet.Form[published] {
	type r = published
	return sheet.Form[r]{Name: "公布数字", Columns: []sheet.Column[r]{
		sheet.Ref("指标编码", func(v *r) *string { return &v.Indicator.Code }).At("indicator.code").AsID(),
		sheet.Text("指标", func(v *r) *string { return &v.Indicator.Name }).At("indicator.name").AsRequired(),
		sheet.Key("计数口径", measure.Bases(), func(v *r) *measure.Basis { return &v.Indicator.Basis }).
			At("indicator.basis").AsRequired(),
		sheet.Key("性质", reporting.Natures(), func(v *r) *reporting.Nature { return &v.Indicator.Nature }).
			At("indicator.nature").AsRequired(),
		sheet.Key("量词", measure.Words(), func(v *r) *measure.Word { return &v.Indicator.Word }).At("indicator.word"),
		sheet.Text("公布表述", func(v *r) *string { return &v.Phrase }).At("phrase").AsRequired(),
	}}
}

func authorityForm() sheet.Form[station.Authority] {
	type r = station.Authority
	return sheet.Form[r]{Name: "主管和指导单位", Columns: []sheet.Column[r]{
		sheet.Ref("单位编号", func(v *r) *station.AuthorityID { return &v.ID }).At("id").AsID(),
		sheet.Text("单位名称", func(v *r) *string { return &v.Name }).At("name").AsRequired(),
		sheet.List("别名", func(v *r) *[]string { return &v.Aliases }, sheet.TextCell[string]()).At("aliases"),
		sheet.Key("单位类别", station.AuthorityKinds(), func(v *r) *station.AuthorityKind { return &v.Kind }).
			At("kind").AsRequired(),
		sheet.Key("级别", station.Levels(), func(v *r) *station.Level { return &v.Level }).At("level"),
		sheet.Value("区划代码", func(v *r) *division.Code { return &v.Division }).At("division"),
		sheet.List("内设机构", func(v *r) *[]string { return &v.Departments }, sheet.TextCell[string]()).At("departments"),
	}}
}

func brandForm() sheet.Form[station.Brand] {
	type r = station.Brand
	return sheet.Form[r]{Name: "品牌", Columns: []sheet.Column[r]{
		sheet.Ref("品牌编号", func(v *r) *station.BrandID { return &v.ID }).At("id").AsID(),
		sheet.Text("品牌名称", func(v *r) *string { return &v.Name }).At("name").AsRequired(),
		sheet.Ref("所有单位编号", func(v *r) *station.AuthorityID { return &v.Owner }).At("owner"),
		sheet.Value("使用区划", func(v *r) *division.Code { return &v.Division }).At("division"),
		sheet.Text("说明", func(v *r) *string { return &v.Note }).At("note"),
	}}
}

func documentForm() sheet.Form[station.PolicyReference] {
	type r = station.PolicyReference
	return sheet.Form[r]{Name: "政策依据", Columns: []sheet.Column[r]{
		sheet.Ref("文件编号", func(v *r) *station.DocumentID { return &v.ID }).At("id").AsID(),
		sheet.Text("发文单位", func(v *r) *string { return &v.Issuer }).At("issuer"),
		sheet.Text("标题", func(v *r) *string { return &v.Title }).At("title").AsRequired(),
		sheet.Text("文号", func(v *r) *string { return &v.Number }).At("number"),
		sheet.Partial("印发时间", func(v *r) *cal.Partial { return &v.Issued }).At("issued"),
		sheet.Ref("依据文件编号", func(v *r) *station.DocumentID { return &v.Follows }).At("follows"),
		sheet.Key("依据等级", vocab.Provenances(), func(v *r) *vocab.Provenance { return &v.Provenance }).
			At("provenance").AsRequired(),
	}}
}

type meetingID = station.MeetingID

func meetingForm() sheet.Form[station.Meeting] {
	type r = station.Meeting
	return sheet.Form[r]{Name: "会议", Columns: []sheet.Column[r]{
		sheet.Ref("会议编号", func(v *r) *meetingID { return &v.ID }).At("id").AsID(),
		sheet.Text("会议名称", func(v *r) *string { return &v.Title }).At("title").AsRequired(),
		sheet.Key("会议类别", station.MeetingKinds(), func(v *r) *station.MeetingKind { return &v.Kind }).
			At("kind").AsRequired(),
		sheet.Partial("所议时段", func(v *r) *cal.Partial { return &v.About }).At("about"),
		sheet.Key("会议形式", station.MeetingModes(), func(v *r) *station.MeetingMode { return &v.Mode }).At("mode"),
		sheet.Key("级别", station.Levels(), func(v *r) *station.Level { return &v.Level }).At("level"),
		sheet.Value("区划代码", func(v *r) *division.Code { return &v.Division }).At("division"),
		sheet.Text("时间表述", func(v *r) *string { return &v.When.Text }).At("when.text"),
		sheet.List("主办单位编号", func(v *r) *[]station.AuthorityID { return &v.Hosts }, sheet.RefCell[station.AuthorityID]()).
			At("hosts"),
		sheet.List("传达文件编号", func(v *r) *[]station.DocumentID { return &v.Conveys }, sheet.RefCell[station.DocumentID]()).
			At("conveys"),
		sheet.List("交流发言地区", func(v *r) *[]division.Code { return &v.Speakers }, sheet.ValueCell[division.Code]()).
			At("speakers"),
	}}
}

func attendeeForm() sheet.Form[child[meetingID, station.Attendee]] {
	type r = child[meetingID, station.Attendee]
	return sheet.Form[r]{Name: "参会人员", Columns: []sheet.Column[r]{
		sheet.Ref("会议编号", func(v *r) *meetingID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.List("参会身份", func(v *r) *[]station.AttendeeRole { return &v.Value.Roles }, sheet.KeyCell(station.AttendeeRoles())).
			At("roles").AsRequired(),
		sheet.Key("级别", station.Levels(), func(v *r) *station.Level { return &v.Value.Level }).At("level"),
		sheet.Ref("单位编号", func(v *r) *station.AuthorityID { return &v.Value.Authority }).At("authority"),
		sheet.Text("内设机构", func(v *r) *string { return &v.Value.Department }).At("department"),
		sheet.Bool("发言", func(v *r) *bool { return &v.Value.Spoke }).At("spoke").AsRequired(),
	}}
}

func ratingForm() sheet.Form[station.Rating] {
	type r = station.Rating
	return sheet.Form[r]{Name: "试点和示范", Columns: []sheet.Column[r]{
		sheet.Ref("评定编号", func(v *r) *station.RatingID { return &v.ID }).At("id").AsID(),
		sheet.Ref("站点编号", func(v *r) *station.ID { return &v.Station }).At("station").AsRequired(),
		sheet.Key("评定类别", station.RatingKinds(), func(v *r) *station.RatingKind { return &v.Kind }).At("kind").AsRequired(),
		sheet.Key("级别", station.Levels(), func(v *r) *station.Level { return &v.Level }).At("level"),
	}}
}

func stepForm() sheet.Form[child[station.RatingID, station.RatingStep]] {
	type r = child[station.RatingID, station.RatingStep]
	return sheet.Form[r]{Name: "评定环节", Columns: []sheet.Column[r]{
		sheet.Ref("评定编号", func(v *r) *station.RatingID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.Key("环节", station.Steps(), func(v *r) *station.Step { return &v.Value.Step }).At("step").AsRequired(),
		sheet.Partial("时间", func(v *r) *cal.Partial { return &v.Value.On }).At("on").AsRequired(),
		sheet.Ref("单位编号", func(v *r) *station.AuthorityID { return &v.Value.By }).At("by"),
	}}
}

func supervisionForm() sheet.Form[station.Supervision] {
	type r = station.Supervision
	return sheet.Form[r]{Name: "督导安排", Columns: []sheet.Column[r]{
		sheet.Ref("督导编号", func(v *r) *station.SupervisionID { return &v.ID }).At("id").AsID(),
		sheet.Text("名称", func(v *r) *string { return &v.Name }).At("name"),
		sheet.Ref("督导单位编号", func(v *r) *station.AuthorityID { return &v.By }).At("by"),
		sheet.List("督导方式", func(v *r) *[]station.SupervisionMode { return &v.Modes }, sheet.KeyCell(station.SupervisionModes())).
			At("modes").AsRequired(),
		sheet.List("站点编号", func(v *r) *[]station.ID { return &v.Stations }, sheet.RefCell[station.ID]()).
			At("stations").AsRequired(),
		sheet.Partial("开始时间", func(v *r) *cal.Partial { return &v.Tenure.From }).At("tenure.from"),
		sheet.Partial("结束时间", func(v *r) *cal.Partial { return &v.Tenure.To }).At("tenure.to"),
		sheet.Text("频次", func(v *r) *string { return &v.Frequency }).At("frequency"),
		sheet.Text("成果运用", func(v *r) *string { return &v.OutcomeUse }).At("outcome_use"),
	}}
}

func supervisorForm() sheet.Form[child[station.SupervisionID, station.Supervisor]] {
	type r = child[station.SupervisionID, station.Supervisor]
	return sheet.Form[r]{Name: "督导人员", Columns: []sheet.Column[r]{
		sheet.Ref("督导编号", func(v *r) *station.SupervisionID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.Personal("姓名", func(v *r) *identity.Name { return &v.Value.Name }).At("name"),
		sheet.Key("督导级别", station.SupervisorGrades(), func(v *r) *station.SupervisorGrade { return &v.Value.Grade }).At("grade"),
		sheet.Key("督导来源", station.SupervisorPositions(), func(v *r) *station.SupervisorPosition { return &v.Value.Position }).
			At("position"),
		sheet.Text("所属单位", func(v *r) *string { return &v.Value.Organisation }).At("organisation"),
	}}
}

func bulletinForm() sheet.Form[station.SupervisionBulletin] {
	type r = station.SupervisionBulletin
	return sheet.Form[r]{Name: "督导通报", Columns: []sheet.Column[r]{
		sheet.Ref("通报编号", func(v *r) *station.BulletinID { return &v.ID }).At("id").AsID(),
		sheet.Text("标题", func(v *r) *string { return &v.Title }).At("title").AsRequired(),
		sheet.Ref("印发单位编号", func(v *r) *station.AuthorityID { return &v.Issuer }).At("issuer").AsRequired(),
		sheet.Partial("印发时间", func(v *r) *cal.Partial { return &v.Issued }).At("issued"),
		sheet.Ref("督导编号", func(v *r) *station.SupervisionID { return &v.Supervision }).At("supervision"),
		sheet.List("站点编号", func(v *r) *[]station.ID { return &v.Subjects }, sheet.RefCell[station.ID]()).At("subjects"),
	}}
}

func findingForm() sheet.Form[child[station.BulletinID, station.Finding]] {
	type r = child[station.BulletinID, station.Finding]
	return sheet.Form[r]{Name: "通报内容", Columns: []sheet.Column[r]{
		sheet.Ref("通报编号", func(v *r) *station.BulletinID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.Ref("站点编号", func(v *r) *station.ID { return &v.Value.Station }).At("station"),
		sheet.Text("内容", func(v *r) *string { return &v.Value.Text }).At("text").AsRequired(),
	}}
}

func itemForm() sheet.Form[child[contract.ID, contract.Item]] {
	type r = child[contract.ID, contract.Item]
	return sheet.Form[r]{Name: "报价明细", Columns: []sheet.Column[r]{
		sheet.Ref("合同编号", func(v *r) *contract.ID { return &v.Owner }).AsID(),
		sheet.Text("项目", func(v *r) *string { return &v.Value.Name }).At("name").AsID(),
		sheet.Ref("指标编号", func(v *r) *string { return &v.Value.KPI }).At("kpi"),
		sheet.Money("单价（元）", func(v *r) *money.Amount { return &v.Value.UnitPrice }).At("unit_price").AsRequired(),
		sheet.Quantity("数量", func(v *r) *measure.Quantity { return &v.Value.Quantity }).At("quantity").AsRequired(),
		sheet.Key("量词", measure.Words(), func(v *r) *measure.Word { return &v.Value.Word }).At("word"),
		sheet.Money("金额（元）", func(v *r) *money.Amount { return &v.Value.Amount }).At("amount").AsRequired(),
	}}
}

func fundingForm() sheet.Form[child[contract.ID, contract.Funding]] {
	type r = child[contract.ID, contract.Funding]
	return sheet.Form[r]{Name: "资金来源", Columns: []sheet.Column[r]{
		sheet.Ref("合同编号", func(v *r) *contract.ID { return &v.Owner }).AsID(),
		sheet.Key("资金来源", contract.Funds(), func(v *r) *contract.Fund { return &v.Value.Fund }).At("fund").AsID(),
		sheet.Key("资金层级", contract.Levels(), func(v *r) *contract.Level { return &v.Value.Level }).At("level").AsID(),
		sheet.Money("金额（元）", func(v *r) *money.Amount { return &v.Value.Amount }).At("amount").AsRequired(),
		sheet.Text("指定用途", func(v *r) *string { return &v.Value.Earmark }).At("earmark"),
	}}
}

func instalmentForm() sheet.Form[child[contract.ID, contract.Instalment]] {
	type r = child[contract.ID, contract.Instalment]
	return sheet.Form[r]{Name: "分期付款", Columns: []sheet.Column[r]{
		sheet.Ref("合同编号", func(v *r) *contract.ID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.Text("款项", func(v *r) *string { return &v.Value.Name }).At("name"),
		sheet.Int("份额", func(v *r) *int64 { return &v.Value.Weight }).At("weight").AsRequired(),
		sheet.Key("付款条件", contract.Triggers(), func(v *r) *contract.Trigger { return &v.Value.Trigger }).
			At("trigger").AsRequired(),
		sheet.Date("不早于", func(v *r) *cal.Date { return &v.Value.On }).At("on"),
		sheet.Text("其他条件", func(v *r) *string { return &v.Value.Condition }).At("condition"),
	}}
}

func evaluationForm() sheet.Form[child[contract.ID, contract.Evaluation]] {
	type r = child[contract.ID, contract.Evaluation]
	return sheet.Form[r]{Name: "评估安排", Columns: []sheet.Column[r]{
		sheet.Ref("合同编号", func(v *r) *contract.ID { return &v.Owner }).AsID(),
		sheet.Int("次序", func(v *r) *int { return &v.Order }).AsID(),
		sheet.Key("评估阶段", contract.Stages(), func(v *r) *contract.Stage { return &v.Value.Stage }).At("stage").AsRequired(),
		sheet.Date("计划日期", func(v *r) *cal.Date { return &v.Value.PlannedOn }).At("planned_on"),
		sheet.Date("举行日期", func(v *r) *cal.Date { return &v.Value.HeldOn }).At("held_on"),
		sheet.Text("评估单位", func(v *r) *string { return &v.Value.Evaluator }).At("evaluator"),
	}}
}

// scheme is a framework before its pillars are known. Central takes those of the central wording.
type scheme struct {
	Framework collab.Framework
	Central   bool
}

func schemeForm() sheet.Form[scheme] {
	return sheet.Form[scheme]{Name: "联动机制", Columns: []sheet.Column[scheme]{
		sheet.Text("联动机制", func(v *scheme) *string { return &v.Framework.Name }).At("name").AsID(),
		sheet.Bool("中央表述", func(v *scheme) *bool { return &v.Central }).AsRequired(),
		sheet.List("其他力量", func(v *scheme) *[]collab.PartnerKind { return &v.Framework.Others },
			sheet.KeyCell(collab.PartnerKinds())).At("others"),
	}}
}

func pillarForm() sheet.Form[child[string, collab.Pillar]] {
	type r = child[string, collab.Pillar]
	return sheet.Form[r]{Name: "联动各方", Columns: []sheet.Column[r]{
		sheet.Text("联动机制", func(v *r) *string { return &v.Owner }).AsID(),
		sheet.Ref("代码", func(v *r) *string { return &v.Value.Key }).At("key").AsID(),
		sheet.Text("名称", func(v *r) *string { return &v.Value.ZH }).At("zh").AsRequired(),
		sheet.Text("英文", func(v *r) *string { return &v.Value.EN }).At("en").AsRequired(),
		sheet.Key("性质", collab.Natures(), func(v *r) *collab.Nature { return &v.Value.Nature }).At("nature").AsRequired(),
	}}
}

func pairingForm() sheet.Form[collab.Pairing] {
	type r = collab.Pairing
	return sheet.Form[r]{Name: "双站", Columns: []sheet.Column[r]{
		sheet.Ref("社工站编号", func(v *r) *string { return &v.SocialWork }).At("social_work").AsID(),
		sheet.Ref("未保站编号", func(v *r) *string { return &v.Minors }).At("minors").AsID(),
		sheet.Text("社工站品牌", func(v *r) *string { return &v.SocialWorkBrand }).At("social_work_brand"),
		sheet.Text("未保站品牌", func(v *r) *string { return &v.MinorsBrand }).At("minors_brand"),
		sheet.Bool("同址", func(v *r) *bool { return &v.Colocated }).At("colocated").AsRequired(),
		sheet.Partial("开始时间", func(v *r) *cal.Partial { return &v.Since }).At("since"),
		sheet.Partial("结束时间", func(v *r) *cal.Partial { return &v.Until }).At("until"),
	}}
}
