package collab

import (
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/sheet"
)

// PartnerForm returns the roster of partners (合作方台账). Contact and mobile are written masked, and masks do not read back.
func PartnerForm() sheet.Form[Partner] { return partnerForm(false) }

// PartnerFormInFull returns the roster of partners with contact and mobile written in full (合作方台账明文导出). Every use is a
// disclosure: it needs a lawful purpose and a record of its own.
func PartnerFormInFull() sheet.Form[Partner] { return partnerForm(true) }

func partnerForm(full bool) sheet.Form[Partner] {
	type p = Partner
	return sheet.Form[Partner]{
		Name: "合作方台账",
		Columns: []sheet.Column[Partner]{
			sheet.Ref("合作方编号", func(v *p) *PartnerID { return &v.ID }).At("id").Alias("组织编号").AsID(),
			sheet.Text("名称", func(v *p) *string { return &v.Name }).At("name").Alias("合作方名称", "组织名称").AsRequired(),
			sheet.Key("类别", PartnerKinds(), func(v *p) *PartnerKind { return &v.Kind }).At("kind").
				Alias("合作方类别", "组织类别").AsRequired(),
			sheet.List("角色", func(v *p) *[]PartnerRole { return &v.Roles }, sheet.KeyCell(PartnerRoles())).At("roles"),
			sheet.List("别名", func(v *p) *[]string { return &v.Aliases }, sheet.TextCell[string]()).At("aliases").
				Alias("简称"),
			sheet.Value("统一社会信用代码", func(v *p) *identity.CreditCode { return &v.CreditCode }).At("credit_code").
				Alias("信用代码"),
			sheet.Key("登记备案情况", Standings(), func(v *p) *Standing { return &v.Standing }).At("standing"),
			sheet.Partial("成立时间", func(v *p) *cal.Partial { return &v.Founded }).At("founded"),
			sheet.Known("成员人数", func(v *p) *known.Value[int] { return &v.Members }, sheet.IntCell[int]()).At("members"),
			personal(full, "联系人", func(v *p) *identity.Name { return &v.Contact }).At("contact").Alias("负责人"),
			personal(full, "联系电话", func(v *p) *identity.Mobile { return &v.Mobile }).At("mobile").Alias("手机号", "手机号码"),
			sheet.Partial("合作开始", func(v *p) *cal.Partial { return &v.Since }).At("since"),
			sheet.Partial("合作结束", func(v *p) *cal.Partial { return &v.Until }).At("until"),
		},
		Check: func(v *Partner) error { return v.Validate() },
	}
}

// EngagementForm returns the roster of organisations mobilised, cultivated and linked (社会组织动员、培育、链接台账). Stages of
// growth are one cell: 初创期（2022年3月）、成长期（2023年）.
func EngagementForm() sheet.Form[Engagement] {
	type e = Engagement
	return sheet.Form[Engagement]{
		Name: "社会组织联动台账",
		Columns: []sheet.Column[Engagement]{
			sheet.Ref("合作方编号", func(v *e) *PartnerID { return &v.Partner }).At("partner").Alias("组织编号").AsID(),
			sheet.Ref("站点编号", func(v *e) *string { return &v.Station }).At("station").AsID(),
			sheet.Key("联动方式", EngagementKinds(), func(v *e) *EngagementKind { return &v.Kind }).At("kind").AsID(),
			sheet.Partial("时间", func(v *e) *cal.Partial { return &v.On }).At("on").Alias("日期").AsID(),
			sheet.List("成长阶段", func(v *e) *[]GrowthStep { return &v.Growth }, growthCell()).At("growth"),
			sheet.Text("扶持内容", func(v *e) *string { return &v.Help }).At("help"),
		},
		Check: func(v *Engagement) error { return v.Validate() },
	}
}

// VolunteerForm returns the roster of volunteers (志愿者花名册). Personal columns are written masked, and masks do not read back.
// Teams are one cell: 队一（2022-03-01至2022-06-30）、队二（2022-07-01起）.
func VolunteerForm() sheet.Form[Volunteer] { return volunteerForm(false) }

// VolunteerFormInFull returns the roster of volunteers with personal columns written in full (志愿者花名册明文导出). Every use
// is a disclosure: it needs a lawful purpose and a record of its own.
func VolunteerFormInFull() sheet.Form[Volunteer] { return volunteerForm(true) }

func volunteerForm(full bool) sheet.Form[Volunteer] {
	type p = Volunteer
	return sheet.Form[Volunteer]{
		Name: "志愿者花名册",
		Columns: []sheet.Column[Volunteer]{
			sheet.Ref("志愿者编号", func(v *p) *VolunteerID { return &v.ID }).At("id").AsID(),
			personal(full, "姓名", func(v *p) *identity.Name { return &v.Name }).At("name").AsRequired(),
			personal(full, "手机号", func(v *p) *identity.Mobile { return &v.Mobile }).At("mobile").Alias("联系电话", "手机号码"),
			personal(full, "身份证号", func(v *p) *identity.ResidentID { return &v.ResidentID }).At("resident_id").
				Alias("公民身份号码", "身份证号码"),
			personal(full, "志愿服务系统编号", func(v *p) *identity.Text { return &v.Number }).At("number"),
			sheet.Ref("站点编号", func(v *p) *string { return &v.Station }).At("station"),
			sheet.List("特长", func(v *p) *[]string { return &v.Skills }, sheet.TextCell[string]()).At("skills"),
			sheet.Partial("加入时间", func(v *p) *cal.Partial { return &v.Since }).At("since"),
			sheet.List("所属队伍", func(v *p) *[]Membership { return &v.Memberships }, membershipCell()).At("memberships"),
		},
		Check: func(v *Volunteer) error { return v.Validate() },
	}
}

// TeamForm returns the roster of volunteer teams (志愿者队伍台账).
func TeamForm() sheet.Form[Team] {
	type p = Team
	return sheet.Form[Team]{
		Name: "志愿者队伍台账",
		Columns: []sheet.Column[Team]{
			sheet.Ref("队伍编号", func(v *p) *TeamID { return &v.ID }).At("id").AsID(),
			sheet.Text("队伍名称", func(v *p) *string { return &v.Name }).At("name").AsRequired(),
			sheet.Ref("站点编号", func(v *p) *string { return &v.Station }).At("station"),
			sheet.Ref("所属组织编号", func(v *p) *PartnerID { return &v.Partner }).At("partner"),
			sheet.Ref("队长志愿者编号", func(v *p) *VolunteerID { return &v.Leader }).At("leader").Alias("负责人编号"),
			sheet.Partial("成立时间", func(v *p) *cal.Partial { return &v.Formed }).At("formed"),
			sheet.Partial("结束时间", func(v *p) *cal.Partial { return &v.Ended }).At("ended"),
			sheet.Ref("并入队伍编号", func(v *p) *TeamID { return &v.MergedInto }).At("merged_into"),
		},
		Check: func(v *Team) error { return v.Validate() },
	}
}

// ResourceForm returns the register of linked resources (资源链接登记表). It has no column of money: see [Resource].
func ResourceForm() sheet.Form[Resource] {
	type p = Resource
	return sheet.Form[Resource]{
		Name: "资源链接登记表",
		Columns: []sheet.Column[Resource]{
			sheet.Ref("资源编号", func(v *p) *ResourceID { return &v.ID }).At("id").AsID(),
			sheet.Ref("站点编号", func(v *p) *string { return &v.Station }).At("station").AsRequired(),
			sheet.Ref("合作方编号", func(v *p) *PartnerID { return &v.Partner }).At("partner").
				Alias("来源单位编号").AsRequired(),
			sheet.List("资源类型", func(v *p) *[]ResourceKind { return &v.Kinds }, sheet.KeyCell(ResourceKinds())).
				At("kinds").AsRequired(),
			sheet.Text("资源内容", func(v *p) *string { return &v.Summary }).At("summary").Alias("内容").AsRequired(),
			sheet.Partial("商定时间", func(v *p) *cal.Partial { return &v.AgreedOn }).At("agreed_on").
				Alias("链接时间", "日期").AsRequired(),
			sheet.Text("受益对象或用途", func(v *p) *string { return &v.For }).At("for").Alias("用途"),
			sheet.List("对象类别", func(v *p) *[]person.Category { return &v.Categories }, sheet.KeyCell(person.Categories())).
				At("categories"),
			sheet.List("账目编号", func(v *p) *[]string { return &v.Entries }, sheet.RefCell[string]()).At("entries"),
			sheet.Text("凭证", func(v *p) *string { return &v.Evidence }).At("evidence").Alias("佐证材料"),
		},
		Check: func(v *Resource) error { return v.Validate() },
	}
}

// personal makes a column that masks, or one in full.
func personal[T any, P identity.Personal](full bool, header string, field func(*T) *P) sheet.Column[T] {
	if full {
		return sheet.Reveal(header, field)
	}
	return sheet.Personal(header, field)
}

func growthCell() sheet.Cell[GrowthStep] {
	return sheet.DatedCell(Growths(),
		func(g Growth, on cal.Partial) GrowthStep { return GrowthStep{Stage: g, On: on} },
		func(s GrowthStep) (Growth, cal.Partial) { return s.Stage, s.On })
}

// membershipCell writes 队一（2022-03-01至2022-06-30）, and 队一（2022-03-01起） for a membership that lasts.
func membershipCell() sheet.Cell[Membership] {
	team, period := sheet.RefCell[TeamID](), sheet.PeriodCell()
	return sheet.Cell[Membership]{
		Parse: func(text string) (m Membership, err error) {
			word, when := bracketed(text)
			if m.Team, err = team.Parse(word); err != nil {
				return m, err
			}
			m.Period, err = period.Parse(when)
			return m, err
		},
		Format: func(m Membership) string { return bracket(string(m.Team), period.Format(m.Period)) },
	}
}

// bracketed takes 甲（乙） apart, with brackets of either width; without brackets there is no 乙.
func bracketed(text string) (outside, inside string) {
	for _, pair := range []string{"（）", "()"} {
		open, end := pair[:len(pair)/2], pair[len(pair)/2:]
		if i := strings.LastIndex(text, open); i >= 0 && strings.HasSuffix(text, end) {
			return strings.TrimSpace(text[:i]), strings.TrimSpace(strings.TrimSuffix(text[i+len(open):], end))
		}
	}
	return text, ""
}

// bracket is 甲（乙）, or 甲 without 乙 unless it ends like the other form.
func bracket(outside, inside string) string {
	if inside == "" && !strings.HasSuffix(outside, "）") && !strings.HasSuffix(outside, ")") {
		return outside
	}
	return outside + "（" + inside + "）"
}
