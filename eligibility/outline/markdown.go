package outline

import (
	"strconv"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/vocab"
)

// Markdown writes the rules of one place on one day for review (适用规则一览): every programme with its amount, the definitions
// used, the values in force, what may be held together, and the time limits.
func Markdown(l *statutes.Law) string {
	var p page
	q := l.Query()
	p.heading(1, "社会救助规则一览")
	p.item("地区", place(q.Division))
	p.item("适用日期", q.On.String())
	p.item("录入截至", q.KnownOn.String())
	p.item("规则指纹", code(l.Fingerprint().String()))
	if l.Fictitious() {
		p.item("说明", "含虚构标准，仅供演示")
	}
	names := plain(l)
	names.programme = func(id eligibility.ProgrammeID) string { // a programme that is not in force leads nowhere
		pr, _ := l.Programme(id)
		return pr.ZH
	}
	names.sums = p.sum
	in := ofLaw(l)
	in.sums = p.sum
	rows := rowsBy(l, in)
	of := func(id eligibility.ProgrammeID, d eligibility.DefinitionID) []Row {
		var mine []Row
		for _, r := range rows {
			if r.Programme == id && r.Definition == d {
				mine = append(mine, r)
			}
		}
		return mine
	}
	for pr := range l.Programmes() {
		p.programme(2, pr, of(pr.ID, ""), names)
	}
	used := usedBy(l)
	for _, id := range used.definitions {
		if d, ok := l.Definition(id); ok {
			p.definition(2, d, of("", id))
		}
	}
	p.heading(2, "参数现值")
	t := p.table("参数", "键", "现值", "期间", "依据", "等级")
	for _, k := range used.params {
		t.values(l, k)
	}
	p.stackings(2, collect(l.Stackings()), names)
	p.deadlines(2, collect(l.Deadlines()), names)
	p.listSums(names)
	return p.String()
}

func (t *table) values(l *statutes.Law, k eligibility.ParamKey) {
	d, _ := l.Parameter(k)
	name := either(d.ZH, string(k))
	if v, ok := l.Value(k, ""); ok {
		t.row(name, code(string(k)), setting(d.Kind, v), period(v.Force), link(v.Source), grade(v.Source.Provenance))
		return
	}
	found := false
	for _, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
		if v, ok := l.Value(k, a); ok {
			t.row(name+"（"+zh(eligibility.Areas(), a)+"）", code(string(k)), setting(d.Kind, v), period(v.Force), link(v.Source), grade(v.Source.Provenance))
			found = true
		}
	}
	if !found {
		t.row(name, code(string(k)), "未录入", "", "", "")
	}
}

// Statutes writes a whole body of law for review (规则库一览): every version of every act with its programmes, definitions, parameters and
// who may set them, values, open clauses and who filled them, overrides, stackings and time limits.
func Statutes(s *statutes.Statutes) string {
	var p page
	names := ofStatutes(s)
	names.sums = p.sum
	p.heading(1, "社会救助规则一览")
	p.line("本表由规则数据生成，供核对；以文件正式文本为准。")
	fills := map[eligibility.ClauseKey][]string{}
	for a := range s.Acts() {
		for _, f := range a.Fills {
			in := f.Division
			if in.IsZero() {
				in = a.In
			}
			fills[f.Clause] = append(fills[f.Clause], place(in)+stateZH(f.State)+"（"+a.ZH+"）")
		}
	}
	for a := range s.Acts() {
		p.act(a, names, fills)
	}
	p.listSums(names)
	return p.String()
}

func (p *page) act(a eligibility.Act, names names, fills map[eligibility.ClauseKey][]string) {
	title := a.ZH
	if a.Number != "" {
		title += "（" + a.Number + "）"
	}
	p.heading(2, title)
	p.item("编号", code(a.ID))
	p.item("依据", link(a.Source)+"，"+grade(a.Source.Provenance))
	p.item("施行", period(a.Force))
	p.item("地区", place(a.In))
	for _, pr := range a.Programmes {
		w := rowsOf(names)
		w.programme(pr)
		p.programme(3, pr, w.rows, names)
	}
	for _, d := range a.Definitions {
		w := rowsOf(names)
		w.definition(d)
		p.definition(3, d, w.rows)
	}
	p.parameters(a)
	p.values(a, names)
	if len(a.Clauses) > 0 {
		p.heading(3, "授权事项")
		t := p.table("事项", "键", "对象", "依据", "等级", "落实情况")
		for _, c := range a.Clauses {
			who := strings.Join(fills[c.Key], "；")
			t.row(c.ZH, code(string(c.Key)), scope(c.Scope), link(c.Source), grade(c.Source.Provenance), either(who, "未录入"))
		}
	}
	p.fills(a, names)
	p.overrides(a, names)
	p.stackings(3, a.Stackings, names)
	p.deadlines(3, a.Deadlines, names)
}

func (p *page) programme(level int, pr eligibility.Programme, rows []Row, names names) {
	p.heading(level, "项目："+pr.ZH)
	p.item("编号", code(string(pr.ID))+"，"+scope(pr.Unit))
	p.item("依据", link(pr.Source)+"，"+grade(pr.Source.Provenance))
	p.item("期间", period(pr.Force))
	var next []string
	for _, id := range pr.Next {
		if name := names.programme(id); name != "" {
			next = append(next, name)
		}
	}
	p.item("不符合或者终止时再看", strings.Join(next, "、"))
	if pr.Pay != nil {
		deduct := ""
		w := writer{names}
		if len(pr.Pay.Deduct.Terms) > 0 {
			deduct = "，扣除" + w.sum(pr.Pay.Deduct)
		}
		round := "取整到分，进一"
		if pr.Pay.Round != "" {
			round = "按" + names.param(pr.Pay.Round) + "取整"
		}
		p.item("金额", "各计发项之和"+deduct+"，不低于零，"+round+"："+link(pr.Pay.Source)+"，"+grade(pr.Pay.Source.Provenance))
	}
	p.rows(rows)
}

func (p *page) definition(level int, d eligibility.Definition, rows []Row) {
	p.heading(level, "定义："+d.ZH)
	p.item("编号", code(string(d.ID))+"，"+scope(d.Scope))
	p.item("依据", link(d.Source)+"，"+grade(d.Source.Provenance))
	p.item("期间", period(d.Force))
	p.rows(rows)
}

func (p *page) rows(rows []Row) {
	t := p.table("序号", "编号", "条件", "判断对象", "判断", "标准", "依据", "等级", "备注")
	for _, r := range rows {
		title := r.ZH
		if role := zh(Roles(), r.Role); role != "" {
			title = "【" + role + "】" + title
		}
		t.row(r.Number, code(r.Node), title, r.Subject, r.Operator, r.Threshold, link(r.Source), grade(r.Source.Provenance), r.Note)
	}
}

func (p *page) parameters(a eligibility.Act) {
	if len(a.Parameters) == 0 {
		return
	}
	p.heading(3, "参数")
	t := p.table("参数", "键", "类型", "城乡", "由谁规定", "依据", "等级")
	for _, x := range a.Parameters {
		areas := "不分城乡"
		if x.ByArea {
			areas = "可分城乡"
		}
		set := make([]string, len(x.Set))
		for i, d := range x.Set {
			set[i] = delegation(d)
		}
		t.row(x.ZH, code(string(x.Key)), zh(eligibility.ParamKinds(), x.Kind), areas, strings.Join(set, "；"), link(x.Source), grade(x.Source.Provenance))
	}
}

// delegation says who may set a parameter: 2021-06-11起省级、县级，不得低于上级（依据）.
func delegation(d eligibility.Delegation) string {
	var levels []string
	if d.Nation {
		levels = append(levels, "国家")
	}
	for _, l := range d.Levels {
		levels = append(levels, l.ZH())
	}
	text := period(d.Force) + strings.Join(levels, "、")
	switch d.Mode {
	case eligibility.MayOverride:
		text += "，可另行规定"
	case eligibility.Floor:
		text += "，不得低于上级规定"
	case eligibility.Ceiling:
		text += "，不得高于上级规定"
	case eligibility.Fixed:
		text += "，下级不得变更"
	}
	return text + "（" + cite(d.Source) + "）"
}

func (p *page) values(a eligibility.Act, names names) {
	if len(a.Values) == 0 {
		return
	}
	p.heading(3, "参数值")
	t := p.table("参数", "地区", "城乡", "期间", "公布", "值", "依据", "等级", "备注")
	for _, v := range a.Values {
		in := v.Division
		if in.IsZero() {
			in = a.In
		}
		force := v.Force
		if force.IsZero() {
			force = a.Force
		}
		where := place(in)
		if v.SetBy != "" {
			where += "（" + v.SetBy.ZH() + "规定）"
		}
		t.row(names.param(v.Param), where, zh(eligibility.Areas(), v.Area), period(force), v.Recorded.String(), setting(names.kind(v.Param), v), link(v.Source),
			grade(v.Source.Provenance), v.Note)
	}
}

func stateZH(s eligibility.ClauseState) string {
	switch s {
	case eligibility.Enacted:
		return "已规定"
	case eligibility.NoneEnacted:
		return "经查无规定"
	}
	return "未录入"
}

func (p *page) fills(a eligibility.Act, names names) {
	for _, f := range a.Fills {
		p.heading(3, "授权事项的落实："+names.clause(f.Clause))
		p.item("状态", stateZH(f.State))
		p.local(a, f.Division.String(), period(f.Force), f.Recorded.String(), f.Source)
		p.tree(f.Node, names)
	}
}

func (p *page) overrides(a eligibility.Act, names names) {
	for _, o := range a.Overrides {
		of := names.programme(o.Programme)
		if o.Definition != "" {
			of = names.definition(o.Definition)
		}
		p.heading(3, "特别规定："+of)
		p.item("替换", code(o.Node))
		p.local(a, o.Division.String(), period(o.Force), o.Recorded.String(), o.Source)
		p.tree(o.With, names)
	}
}

// local are the lines of a local rule: where, when, and by what.
func (p *page) local(a eligibility.Act, in, force, recorded string, s vocab.Source) {
	p.item("地区", either(in, place(a.In)))
	p.item("期间", either(force, period(a.Force)))
	p.item("公布", recorded)
	p.item("依据", link(s)+"，"+grade(s.Provenance))
}

func (p *page) tree(n *eligibility.Node, names names) {
	if n == nil {
		return
	}
	w := rowsOf(names)
	w.node("1", 0, "", n)
	p.rows(w.rows)
}

func (p *page) stackings(level int, list []eligibility.Stacking, names names) {
	if len(list) == 0 {
		return
	}
	p.heading(level, "并享规则")
	t := p.table("甲", "乙", "规则", "范围", "期间", "说明", "依据", "等级")
	for _, s := range list {
		within := "同一人"
		if s.SameHousehold {
			within = "同一家庭"
		}
		t.row(names.programme(s.A), names.programme(s.B), stacking(s.Rule), within, period(s.Force), s.ZH, link(s.Source), grade(s.Source.Provenance))
	}
}

func stacking(r eligibility.StackingRule) string {
	switch r {
	case eligibility.HeldTogether:
		return "可同时享受"
	case eligibility.Excludes:
		return "不得同时享受，保留甲"
	case eligibility.Choose:
		return "择一"
	case eligibility.Difference:
		return "甲补差发放"
	case eligibility.HigherOf:
		return "择高"
	case eligibility.ChooseOrDifference:
		return "择一或者甲补差发放"
	}
	return string(r)
}

func (p *page) deadlines(level int, list []eligibility.Deadline, names names) {
	if len(list) == 0 {
		return
	}
	p.heading(level, "办理时限")
	t := p.table("事项", "编号", "项目", "起算", "时限", "期间", "依据", "等级")
	for _, d := range list {
		of := ""
		if d.Programme != "" {
			of = names.programme(d.Programme)
		}
		t.row(d.ZH, code(d.ID), of, d.From, limit(d), period(d.Force), link(d.Source), grade(d.Source.Provenance))
	}
}

func limit(d eligibility.Deadline) string {
	n := strconv.Itoa(d.Days)
	switch d.Basis {
	case eligibility.WorkingDays:
		return n + "个工作日"
	case eligibility.CalendarDays:
		return n + "日"
	case eligibility.NextMonth:
		return "次月起"
	case eligibility.MonthsBasis:
		return n + "个月"
	}
	return n + string(d.Basis)
}
