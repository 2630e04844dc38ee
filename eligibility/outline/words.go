package outline

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// A writer says in Chinese what a node looks at and asks for.
type writer struct{ names }

// sentence is subject, operator and threshold of a node.
func (w writer) sentence(s eligibility.Spec) (subject, operator, threshold string) {
	switch s.Kind {
	case eligibility.KindAll:
		return "", "同时符合下列各项", ""
	case eligibility.KindAny:
		return "", "符合下列之一", ""
	case eligibility.KindNot:
		return "", "不具有下列情形", ""
	case eligibility.KindAtLeast:
		return "", "至少符合下列" + strconv.Itoa(s.N) + "项", ""
	case eligibility.KindCompare:
		return w.compare(s)
	case eligibility.KindPerHead:
		return w.sum(s.Left), w.comparison(s.Op, amounts), w.line(s.Than, s.Ratio, s.Heads, s.Months)
	case eligibility.KindShare:
		return w.sum(s.Left), w.comparison(s.Op, amounts), w.operand(s.Ratio, "") + " × （" + w.sum(s.Right) + "）"
	case eligibility.KindInSet:
		if len(s.Pairs) > 0 {
			return w.fact(s.Fact), "属于下列类别和等级之一", pairs(s.Pairs)
		}
		return w.fact(s.Fact), "属于", w.list(s.Fact, s.Words)
	case eligibility.KindAge:
		return w.fact(s.Fact), w.comparison(s.Op, ages), strconv.Itoa(s.N) + "周岁"
	case eligibility.KindElapsed:
		return "自" + w.fact(s.Fact) + "至当日", w.comparison(s.Op, terms), strconv.Itoa(s.N) + unit(s.Unit)
	case eligibility.KindEvery:
		return group(s), "每一人均符合", ""
	case eligibility.KindAnyOf:
		return group(s), "至少一人符合", ""
	case eligibility.KindCount:
		return group(s) + "符合条件的人数", w.comparison(s.Op, amounts), strconv.Itoa(s.N) + "人"
	case eligibility.KindOwner:
		return "本人（相对亲属而言）", "符合", ""
	case eligibility.KindHolds:
		return w.programme(s.Programme), "已享有", ""
	case eligibility.KindQualifies:
		return w.programme(s.Programme), "经研判符合", ""
	case eligibility.KindTogether:
		return w.programme(s.Programme), "该亲属一并符合", ""
	case eligibility.KindDefined:
		return "", "按定义", quoted(w.definition(s.Definition))
	case eligibility.KindJudgement:
		return w.fact(s.Fact), "由工作人员研判", ""
	case eligibility.KindOpen:
		return quoted(w.clause(s.Clause)), "授权规定", w.fill(s)
	case eligibility.KindCustom:
		return w.listFacts(s.Facts), "自定义函数", s.Function.Name + " " + s.Function.Version
	case eligibility.KindException:
		return "", "除但书外按一般规则", ""
	case eligibility.KindConst:
		if s.Const == eligibility.Met {
			return "", "恒符合", ""
		}
		return "", "恒不符合", ""
	}
	return "", string(s.Kind), ""
}

func (w writer) compare(s eligibility.Spec) (subject, operator, threshold string) {
	f, _ := w.dict.Lookup(s.Fact)
	subject = w.fact(s.Fact)
	switch {
	case f.Kind == eligibility.BoolFact && s.Op == eligibility.By(measure.Exactly) && s.Than == eligibility.Number(1):
		return subject, "为", "是"
	case f.Kind == eligibility.BoolFact && s.Op == eligibility.By(measure.Exactly) && s.Than == eligibility.Number(0):
		return subject, "为", "否"
	case f.Kind == eligibility.DateFact:
		return subject, w.comparison(s.Op, days), w.operand(s.Than, "")
	}
	return subject, w.comparison(s.Op, amounts), w.operand(s.Than, "")
}

// payment is what a part of an amount says.
func (w writer) payment(p eligibility.Part) (subject, operator, threshold string) {
	line := w.line(p.Limit, p.Ratio, p.Heads, eligibility.Operand{})
	if p.Each != nil {
		line += " × 符合条件的成员人数"
	}
	if p.Kind == eligibility.PayGap {
		income := w.sum(p.Left)
		if p.Months != (eligibility.Operand{}) {
			income = "（" + income + "） ÷ " + w.operand(p.Months, "个月")
		}
		return "每月", "补差", line + " － " + income
	}
	return "每月", "定额", line
}

// line is the factors of a limit.
func (w writer) line(limit, ratio, heads, months eligibility.Operand) string {
	text := w.operand(limit, "")
	for _, f := range []struct {
		o    eligibility.Operand
		unit string
	}{{ratio, ""}, {heads, "人"}, {months, "个月"}} {
		if f.o != (eligibility.Operand{}) {
			text += " × " + w.operand(f.o, f.unit)
		}
	}
	return text
}

// operand says one side of a comparison; unit is what a bare number counts.
func (w writer) operand(o eligibility.Operand, unit string) string {
	switch o.Kind {
	case eligibility.NumberOperand:
		return strconv.FormatInt(o.Number, 10) + unit
	case eligibility.MoneyOperand:
		return o.Money.String() + "元"
	case eligibility.RatioOperand:
		return o.Ratio.String()
	case eligibility.ParamOperand:
		return w.param(o.Param)
	case eligibility.FactOperand:
		return w.fact(o.Fact)
	case eligibility.HeadsOperand:
		return "家庭成员人数"
	}
	return ""
}

// sum says what is added up and taken off. A long one is said once, and called by its number elsewhere, where a page keeps a list.
func (w writer) sum(s eligibility.Sum) string {
	const long = 4
	whole := ""
	if s.Over == eligibility.Members {
		whole = "全体家庭成员合计："
	}
	if w.sums != nil && len(s.Terms) >= long {
		return whole + w.sums(s.Terms)
	}
	var b strings.Builder
	b.WriteString(whole)
	for i, t := range s.Terms {
		switch {
		case t.Minus:
			b.WriteString("－")
		case i > 0:
			b.WriteString("＋")
		}
		b.WriteString(w.fact(t.Fact))
		if t.Unless != "" {
			b.WriteString("（" + quoted(w.clause(t.Unless)) + "已规定的不计）")
		}
	}
	return b.String()
}

// list names the words of a fact.
func (w writer) list(k eligibility.FactKey, keys []string) string {
	f, _ := w.dict.Lookup(k)
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = key
		for _, word := range f.Words {
			if word.Key == key {
				words[i] = word.ZH
			}
		}
	}
	return strings.Join(words, "、")
}

func (w writer) listFacts(keys []eligibility.FactKey) string {
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = w.fact(k)
	}
	return strings.Join(words, "、")
}

func group(s eligibility.Spec) string {
	who := "亲属"
	if s.Group == eligibility.Members {
		who = "家庭成员"
	}
	if s.Where != nil {
		return "属于范围的" + who
	}
	return who
}

// A tongue is the words for less than, at most, at least, more than and exactly.
type tongue [5]string

var (
	amounts = tongue{"低于", "不超过", "达到或者超过", "超过", "等于"}
	ages    = tongue{"不满", "不超过", "年满", "超过", "恰为"}
	terms   = tongue{"不足", "不超过", "达到或者超过", "超过", "恰为"}
	days    = tongue{"早于", "不晚于", "不早于", "晚于", "同日"}
)

func (t tongue) say(c measure.Comparator) string {
	order := [...]measure.Comparator{measure.LessThan, measure.AtMost, measure.AtLeast, measure.MoreThan, measure.Exactly}
	if i := slices.Index(order[:], c); i >= 0 {
		return t[i]
	}
	return string(c)
}

func (w writer) comparison(c eligibility.Comparison, t tongue) string {
	if c.Param != "" {
		return "按" + w.param(c.Param)
	}
	return t.say(c.Op)
}

func unit(u eligibility.Unit) string {
	switch u {
	case eligibility.Days:
		return "日"
	case eligibility.Months:
		return "个月"
	case eligibility.Years:
		return "年"
	}
	return string(u)
}

// pairs says kinds and grades, kinds with the same grades together: 智力、精神一至三级，肢体一至二级，视力一级.
func pairs(list []eligibility.Pair) string {
	var order []identity.DisabilityKind
	grades := map[identity.DisabilityKind][]identity.DisabilityGrade{}
	for _, p := range list {
		if grades[p.Kind] == nil {
			order = append(order, p.Kind)
		}
		if !slices.Contains(grades[p.Kind], p.Grade) {
			grades[p.Kind] = append(grades[p.Kind], p.Grade)
		}
	}
	var parts []string
	for i, k := range order {
		kind := strings.TrimSuffix(identity.DisabilityKinds().Name(k, language.Chinese), "残疾")
		text := run(grades[k])
		if i > 0 && run(grades[order[i-1]]) == text {
			last := &parts[len(parts)-1]
			*last = strings.TrimSuffix(*last, text) + "、" + kind + text
			continue
		}
		parts = append(parts, kind+text)
	}
	return strings.Join(parts, "，")
}

// run says grades: 一级, 一至三级, 一级、三级.
func run(grades []identity.DisabilityGrade) string {
	order := [...]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
	var at []int
	for i, g := range order {
		if slices.Contains(grades, g) {
			at = append(at, i)
		}
	}
	names := make([]string, len(at))
	for i, g := range at {
		names[i] = identity.DisabilityGrades().Name(order[g], language.Chinese)
	}
	if n := len(at); n > 1 && at[n-1]-at[0] == n-1 {
		return strings.TrimSuffix(names[0], "级") + "至" + names[n-1]
	}
	return strings.Join(names, "、")
}

// cite is document and article with the grade.
func cite(s vocab.Source) string { return s.Cite(language.Chinese) }

// grade names a provenance.
func grade(p vocab.Provenance) string {
	if name := vocab.Provenances().Name(p, language.Chinese); name != "" {
		return name
	}
	return "依据未核"
}

func scope(s eligibility.Scope) string {
	switch s {
	case eligibility.PerHousehold:
		return "按家庭"
	case eligibility.PerPerson:
		return "按个人"
	case eligibility.PerTie:
		return "按亲属关系"
	}
	return string(s)
}

func place(d division.Code) string {
	if d.IsZero() {
		return "全国"
	}
	return d.String()
}

// period says 2021-04-26起 or 2021-04-26至2022-12-31, both days included.
func period(p cal.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.Open():
		return p.From().String() + "起"
	}
	return p.From().String() + "至" + p.Last().String()
}

// setting is a value by the kind of its parameter.
func setting(kind eligibility.ParamKind, v eligibility.Value) string {
	switch kind {
	case eligibility.MoneyParam:
		switch v.Per {
		case eligibility.Monthly:
			return v.Money.String() + "元/月"
		case eligibility.Yearly:
			return v.Money.String() + "元/年"
		}
		return v.Money.String() + "元"
	case eligibility.RatioParam:
		return v.Ratio.String()
	case eligibility.CountParam:
		return strconv.Itoa(v.Count)
	case eligibility.ComparatorParam:
		return amounts.say(v.Comparator)
	case eligibility.RoundingParam:
		return step(v.Step)
	}
	return ""
}

func step(s eligibility.Step) string {
	how := string(s.Mode)
	switch s.Mode {
	case eligibility.StepUp:
		how = "进一"
	case eligibility.StepDown:
		how = "去尾"
	case eligibility.StepNearest:
		how = "四舍五入"
	}
	return "以" + s.Unit.String() + "元为单位" + how
}

// valuesNow is the value of a parameter in force, for town and country where they differ.
func valuesNow(l *statutes.Law, k eligibility.ParamKey) string {
	p, _ := l.Parameter(k)
	if v, ok := l.Value(k, ""); ok {
		return setting(p.Kind, v)
	}
	var parts []string
	for _, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
		if v, ok := l.Value(k, a); ok {
			parts = append(parts, zh(eligibility.Areas(), a)+setting(p.Kind, v))
		}
	}
	if parts == nil {
		return "未录入"
	}
	return strings.Join(parts, "，")
}
