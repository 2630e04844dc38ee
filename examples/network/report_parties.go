package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/person"
)

// contracts prints operators and what was bought of them.
func (p *report) contracts() {
	n := p.network
	if len(n.Contracts) == 0 {
		return
	}
	p.heading(1, "购买服务合同")
	called := make(map[contract.OperatorID]string)
	var rows [][]string
	for _, o := range n.Operators {
		called[o.ID] = o.Name
		rows = append(rows, []string{o.Name, o.CreditCode.String(), strings.Join(o.Aliases, "、"), o.RegisteredBy})
	}
	p.table("承接机构", []string{"机构", "统一社会信用代码", "别名", "登记管理机关"}, rows)
	for _, c := range n.Contracts {
		p.heading(2, c.Title)
		w := c.Workforce
		p.table("", []string{"事项", "内容"}, [][]string{
			{"购买主体", c.Purchaser}, {"承接机构", called[c.Operator]},
			{"服务类别", name(contract.Services(), c.Service)}, {"采购方式", name(contract.Methods(), c.Method)},
			{"服务期限", period(c.Period)}, {"合同价款", zh.Yuan(c.Price)}, {"大写金额", c.PriceInWords},
			{"服务站点", fmt.Sprintf("%d个", len(c.Sites))},
			{"人员配备", fmt.Sprintf("社工%d名，其中全职%d名、持证%d名", w.Workers, w.FullTime, w.Certified)},
		}, "大写金额已与小写金额核对。")
		p.indicators(c)
		p.payments(c)
	}
}

func (p *report) indicators(c contract.Contract) {
	var rows [][]string
	for _, k := range c.KPIs {
		rows = append(rows, []string{k.Code, k.Name, choose(k.Boolean, "完成", targets(k.Targets, "，且")), targets(k.Floors, "，且")})
	}
	p.table("绩效指标", []string{"编号", "指标", "目标", "每个单位的底线"}, rows)
	rows = nil
	for _, it := range c.Items {
		rows = append(rows, []string{it.Name, it.KPI, zh.Yuan(it.UnitPrice), it.Quantity.String() + string(it.Word), zh.Yuan(it.Amount)})
	}
	p.table("报价明细", []string{"项目", "指标", "#单价", "#数量", "#金额"}, rows)
}

func targets(list []contract.Target, and string) string {
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = t.String()
	}
	return strings.Join(words, and)
}

func (p *report) payments(c contract.Contract) {
	var rows [][]string
	for _, f := range c.Funding {
		rows = append(rows, []string{name(contract.Funds(), f.Fund), name(contract.Levels(), f.Level), zh.Yuan(f.Amount), f.Earmark})
	}
	p.table("资金来源", []string{"资金", "层级", "#金额", "指定用途"}, rows)
	payments, err := c.Schedule()
	if err != nil { // the contract was checked when the folder was read
		p.text("不能计算付款计划：" + err.Error())
		return
	}
	rows = nil
	weights := make([]string, len(payments))
	for i, pay := range payments {
		weights[i] = strconv.FormatInt(pay.Instalment.Weight, 10)
		from := "待定"
		if !pay.From.IsZero() {
			from = day(pay.From)
		}
		rows = append(rows, []string{pay.Instalment.Name, name(contract.Triggers(), pay.Instalment.Trigger), zh.Yuan(pay.Amount), from,
			pay.Instalment.Condition})
	}
	p.table("付款计划（"+strings.Join(weights, "∶")+"）", []string{"款项", "付款条件", "#金额", "最早付款日", "其他条件"}, rows,
		"各期之和等于合同价款，一分不差。")
}

func (p *report) teams() {
	n := p.network
	if len(n.Teams) == 0 {
		return
	}
	p.heading(1, "志愿者队伍")
	called := make(map[collab.TeamID]string)
	members := make(map[collab.TeamID]int)
	for _, t := range n.Teams {
		called[t.ID] = t.Name
	}
	for _, v := range n.Volunteers {
		for _, m := range v.Memberships {
			if m.Period.Contains(p.setup.Day) {
				members[m.Team]++
			}
		}
	}
	var rows [][]string
	there := 0
	for _, t := range n.Teams {
		state := "在队"
		if !t.Ended.IsZero() && t.Ended.Span().Last().Before(p.setup.Day) {
			state = "已并入" + called[t.MergedInto]
		} else {
			there++
		}
		rows = append(rows, []string{t.Name, p.station(t.Station), t.Formed.String(), state, strconv.Itoa(members[t.ID])})
	}
	p.text(fmt.Sprintf("现有队伍%d支，登记志愿者%d人。", there, len(n.Volunteers)))
	p.table("队伍", []string{"队伍", "站点", "成立时间", "现状", "#在册队员"}, rows)
}

// partners prints mobilised, cultivated and linked organisations as three things: they are never added up.
func (p *report) partners() {
	n := p.network
	if len(n.Partners) == 0 {
		return
	}
	p.heading(1, "合作方和资源")
	called := make(map[collab.PartnerID]collab.Partner)
	for _, x := range n.Partners {
		called[x.ID] = x
	}
	var counts []string
	var rows [][]string
	for kind := range collab.EngagementKinds().All() {
		ids := collab.Engaged(n.Engagements, kind.Key)
		counts = append(counts, fmt.Sprintf("%s%d家", kind.ZH, len(ids)))
		for _, id := range ids {
			x := called[id]
			rows = append(rows, []string{kind.ZH, x.Name, name(collab.PartnerKinds(), x.Kind), join(x.Roles, collab.PartnerRoles()),
				name(collab.Standings(), x.Standing)})
		}
	}
	p.text("社会组织：" + strings.Join(counts, "，") + "；一家组织可以有几种联动方式，三者不相加。")
	p.table("按联动方式", []string{"联动方式", "组织", "类别", "角色", "登记备案"}, rows)
	rows = nil
	for _, x := range n.Resources {
		rows = append(rows, []string{x.Summary, called[x.Partner].Name, p.station(x.Station), join(x.Kinds, collab.ResourceKinds()),
			x.AgreedOn.String(), x.For, join(x.Categories, person.Categories()), strings.Join(x.Entries, "、")})
	}
	p.table("链接资源", []string{"内容", "来源", "站点", "类型", "商定时间", "用途", "对象", "账目"}, rows, "款物折合只在账目中计算，这里没有金额。")
}

func (p *report) frameworks() {
	for _, f := range p.network.Frameworks {
		p.heading(1, "联动机制："+f.Name)
		var rows [][]string
		for _, x := range f.Pillars {
			rows = append(rows, []string{x.ZH, name(collab.Natures(), x.Nature)})
		}
		p.table("联动各方", []string{"一方", "性质"}, rows)
		if len(f.Others) > 0 {
			p.text("N（可加入的其他力量）：" + join(f.Others, collab.PartnerKinds()) + "。")
		}
		var central []string
		same := len(f.Pillars) == len(collab.FiveParty().Pillars)
		for i, x := range collab.FiveParty().Pillars {
			central = append(central, x.ZH)
			same = same && f.Pillars[i].ZH == x.ZH
		}
		p.text("中央文件的“五社”为" + strings.Join(central, "、") + choose(same, "，与本机制一致。", "；本地表述与之不同，照本地记录。"))
	}
}

func (p *report) pairings() {
	n := p.network
	if len(n.Pairings) == 0 {
		return
	}
	p.heading(1, "双站模式")
	var rows [][]string
	for _, x := range n.Pairings {
		rows = append(rows, []string{p.station(x.SocialWork), x.SocialWorkBrand, p.station(x.Minors), x.MinorsBrand,
			choose(x.Colocated, "同址", "异址"), x.Since.String()})
	}
	p.table("", []string{"社工站", "品牌", "未成年人保护工作站", "品牌", "地点", "开始时间"}, rows)
}

func (p *report) ratings() {
	n := p.network
	if len(n.Ratings) == 0 {
		return
	}
	p.heading(1, "试点和示范")
	var rows [][]string
	for _, x := range n.Ratings {
		step, certain := x.StepOn(p.setup.Day)
		surely, possibly := x.HeldOn(p.setup.Day, station.RatingScheme{}) // no scheme: a confirmation lasts
		held := choose(surely, "是", choose(possibly, "存疑", "否"))
		by := x.Steps[len(x.Steps)-1].By
		rows = append(rows, []string{p.station(string(x.Station)), name(station.RatingKinds(), x.Kind), name(station.Levels(), x.Level),
			name(station.Steps(), step) + choose(certain, "", "（存疑）"), p.authority(by), held})
	}
	p.table("", []string{"站点", "类别", "级别", "所到环节", "最近环节的单位", "有效"}, rows)
}

func (p *report) supervision() {
	n := p.network
	if len(n.Supervisions)+len(n.Bulletins) == 0 {
		return
	}
	p.heading(1, "督导")
	var rows [][]string
	for _, s := range n.Supervisions {
		rows = append(rows, []string{s.Name, p.authority(s.By), join(s.Modes, station.SupervisionModes()),
			strconv.Itoa(len(s.Stations)), strconv.Itoa(len(s.Supervisors)), s.Frequency, s.OutcomeUse})
	}
	p.table("督导安排", []string{"名称", "督导单位", "方式", "#站点", "#督导", "频次", "成果运用"}, rows)
	for _, b := range n.Bulletins {
		p.heading(2, "通报："+b.Title)
		p.text(p.authority(b.Issuer) + "印发，" + b.Issued.String() + "；涉及站点" + strconv.Itoa(len(b.Subjects)) + "个。")
		rows = nil
		for _, f := range b.Findings {
			where := "总体"
			if f.Station != "" {
				where = p.station(string(f.Station))
			}
			rows = append(rows, []string{where, f.Text})
		}
		p.table("通报内容", []string{"站点", "内容"}, rows)
	}
}

func (p *report) meetings() {
	n := p.network
	for _, m := range n.Meetings {
		p.heading(1, "会议："+m.Title)
		var hosts, conveys []string
		for _, id := range m.Hosts {
			hosts = append(hosts, p.authority(id))
		}
		for _, id := range m.Conveys {
			for _, d := range p.index.Chain(id) {
				conveys = append(conveys, choose(d.Issuer == "", d.Title, d.Issuer+"："+d.Title))
			}
		}
		p.table("", []string{"事项", "内容"}, [][]string{
			{"主办", strings.Join(hosts, "、")},
			{"类别", name(station.MeetingKinds(), m.Kind)}, {"所议时段", m.About.String()},
			{"形式", name(station.MeetingModes(), m.Mode)}, {"级别", name(station.Levels(), m.Level)},
			{"时间", m.When.Text}, {"政策链", strings.Join(conveys, " → ")},
			{"交流发言", areas(m.Speakers)},
		})
		var rows [][]string
		for _, a := range m.Attendees {
			rows = append(rows, []string{join(a.Roles, station.AttendeeRoles()), name(station.Levels(), a.Level), p.authority(a.Authority),
				a.Department, choose(a.Spoke, "讲话、部署或通报", "参会")})
		}
		p.table("参会人员", []string{"身份", "级别", "单位", "内设机构", "参与"}, rows)
	}
}

func period(x cal.Period) string {
	if x.IsZero() {
		return ""
	}
	return day(x.From()) + "至" + day(x.Last())
}
