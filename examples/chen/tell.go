package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/combine"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/timeline"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
)

// A claim is a programme for one person, or for the household.
type claim struct {
	who       facts.Ref
	programme eligibility.ProgrammeID
}

// upTo keeps the reasons down to a depth.
func upTo(depth uint8) func(eligibility.Finding) bool {
	return func(f eligibility.Finding) bool { return f.Depth <= depth }
}

// about reports a criterion whose ID begins with a word.
func about(f eligibility.Finding, word string) bool { return strings.HasPrefix(f.Node.ID(), word) }

// trivial are criteria that nobody asks about here: both live at liberty, and neither is a minor.
func trivial(f eligibility.Finding) bool {
	switch f.Node.ID() {
	case "alive", "child", "prison":
		return true
	}
	return false
}

// explain prints the short account of a programme, whose result must be the one that the story goes on with: another family
// has another story.
func (t *teller) explain(v *view, c claim, want eligibility.Result, keep func(eligibility.Finding) bool) {
	if t.err != nil {
		return
	}
	a, said, err := v.reasons(c)
	if err == nil && a.Result != want {
		err = errStory
	}
	if err != nil {
		t.err = err
		return
	}
	said = slices.DeleteFunc(said, func(f eligibility.Finding) bool { return trivial(f) || !keep(f) })
	t.say("%s", v.explanation(a, said))
}

// expect goes on only where the result is the one that the story tells of.
func (t *teller) expect(v *view, c claim, want eligibility.Result) {
	if t.err == nil {
		if a, err := v.assess(c); err != nil {
			t.err = err
		} else if a.Result != want {
			t.err = errStory
		}
	}
}

// grounds prints on what each is taken to be unable to support the other.
func (t *teller) grounds(v *view, when string) {
	if t.err != nil {
		return
	}
	t.say("%s：", when)
	alone := true
	for i, who := range []facts.Ref{father, daughter} {
		other := names[[]facts.Ref{daughter, father}[i]]
		a, said, err := v.reasons(claim{who, national.Tekun})
		if err != nil {
			t.err = err
			return
		}
		oneWay := false
		for _, f := range said {
			if f.Scope == eligibility.PerTie && f.Depth == 2 {
				t.say("- %s", v.finding(f))
			}
			oneWay = oneWay || f.Node.Kind() == eligibility.KindTogether
		}
		switch {
		case a.Assumed:
			t.say("- %s的结论以两人互为义务人、一并认定为前提", names[who])
		case oneWay:
			t.say("- %s的结论以%s一并认定为前提，%s的结论不以%s为前提", names[who], other, other, names[who])
		}
		alone = alone && !a.Assumed && !oneWay
	}
	if alone {
		t.say("- 两人的结论都不以一并认定为前提")
	}
}

// near prints how many criteria are amiss, of those that people can change.
func (t *teller) near(v *view, c claim) {
	if t.err != nil {
		return
	}
	d, err := v.engine.NearMiss(v.bound.Case, v.row(c.who), c.programme)
	if err != nil {
		t.err = err
		return
	}
	if !d.Possible {
		t.say("差距：不在当事人能够改变的条件上。\n")
		return
	}
	var all []string
	for _, f := range d.Criteria {
		line, _, _ := strings.Cut(v.finding(f), "：")
		all = append(all, "“"+line+"”")
	}
	t.say("差距：只差%d项，即%s（只说明距离，不是要求当事人照办）。\n", len(all), strings.Join(all, "、"))
}

// made prints what the support of both comes to, part by part. Whose care costs other than the story says has another story.
func (t *teller) made(v *view) {
	if t.err != nil {
		return
	}
	monthly := func(k eligibility.ParamKey) money.Amount {
		value, _ := v.law.Value(k, eligibility.Rural)
		return value.Money
	}
	basic, able, full := monthly(national.TekunBasic), monthly(national.TekunCareAble), monthly(national.TekunCareFull)
	for who, care := range map[facts.Ref]money.Amount{father: able, daughter: full} {
		a, err := v.assess(claim{who, national.Tekun})
		if m, ok := a.Amount.Get(); err == nil && (!ok || m.Fen() != basic.Fen()+care.Fen()) {
			err = errStory
		}
		if err != nil {
			t.err = err
			return
		}
	}
	t.say("金额构成（虚构标准，仅供演示）：基本生活标准每月%s元。照料护理标准：老林六项指标均能自主完成，具备生活自理能力，每月%s元；"+
		"小林四项以上指标不能自主完成，完全丧失生活自理能力，每月%s元。依据：《特困人员认定办法》（民发〔2021〕43号）第二十一条、第二十二条\n",
		yuan(basic), yuan(able), yuan(full))
}

// plan prints what may be held together, what excludes what, and every way out of a choice with its sum.
func (t *teller) plan(v *view, claims ...claim) {
	if t.err != nil {
		return
	}
	var assessed []eligibility.Assessment
	for _, c := range claims {
		a, err := v.assess(c)
		if err != nil {
			t.err = err
			return
		}
		assessed = append(assessed, a)
	}
	plan, err := combine.Combine(v.law, v.bound.Case, []int{v.row(father), v.row(daughter)}, assessed)
	if err != nil {
		t.err = err
		return
	}
	person := func(c combine.Claim) string {
		ref, _ := v.bound.Ref(c.Row)
		return names[ref]
	}
	name := func(i int) string {
		c := plan.Claims[i]
		s := person(c) + "的" + v.title(c.Programme)
		if c.Held {
			s += "（在享）"
		}
		return s
	}
	t.say("待遇能否同时享受：")
	for _, e := range plan.Effects {
		if len(plan.Choices) > 0 && e.Rule.Rule == eligibility.HeldTogether {
			continue // the ways say so
		}
		t.say("- %s与%s：%s。依据：%s", name(e.A), name(e.B), e.Rule.ZH, e.Rule.Source.Cite(language.Chinese))
	}
	list := func(of []int) string {
		var all []string
		for _, i := range of {
			all = append(all, name(i))
		}
		return strings.Join(all, "、")
	}
	for _, c := range plan.Choices {
		t.say("%s须选择，可选方案（只列金额，不作推荐）：", person(plan.Claims[c.Claims[0]]))
		for i, way := range c.Ways {
			sum := "有金额不详，未合计"
			if m, ok := way.Monthly.Get(); ok {
				sum = "合计每月" + yuan(m) + "元"
			}
			t.say("- 方案%d：%s；%s", i+1, list(way.Keep), sum)
		}
	}
	if len(plan.Choices) == 0 {
		var sum money.Amount
		for _, c := range plan.Claims {
			if m, ok := c.Amount.Get(); ok && c.Certain() {
				sum = money.Fen(sum.Fen() + m.Fen())
			}
		}
		t.say("- 都可以同时享受，待遇合计每月%s元（工资另计）", yuan(sum))
	}
	t.say("")
}

// yuan is an amount as the accounts print it, without fen where there are none.
func yuan(a money.Amount) string { return strings.TrimSuffix(a.String(), ".00") }

// deadlines prints the time limits with these IDs.
func (t *teller) deadlines(v *view, ids ...string) {
	if t.err != nil {
		return
	}
	t.say("办理时限：")
	all := slices.DeleteFunc(slices.Collect(v.law.Deadlines()), func(d eligibility.Deadline) bool { return !slices.Contains(ids, d.ID) })
	slices.SortFunc(all, func(a, b eligibility.Deadline) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	for _, d := range all {
		var limit string
		switch d.Basis {
		case eligibility.WorkingDays:
			limit = fmt.Sprintf("自%s起%d个工作日内，", d.From, d.Days)
		case eligibility.CalendarDays:
			limit = fmt.Sprintf("自%s起%d天，", d.From, d.Days)
		case eligibility.MonthsBasis:
			limit = fmt.Sprintf("自%s起%d个月内，", d.From, d.Days)
		}
		t.say("- %s%s。依据：%s", limit, d.ZH, d.Source.Cite(language.Chinese))
	}
	t.say("")
}

// timeline prints the days on which the result of a programme changes, and why somebody has to look.
func (t *teller) timeline(s *statutes.Statutes, f family, c claim) {
	if t.err != nil {
		return
	}
	whole := cal.MustParsePeriod("2022-03-01/2029-01-01")
	spans, err := timeline.Over(s, timeline.Household(&f.Household, c.who, evidence), timeline.Request{
		Query:     statutes.Query{Division: county, KnownOn: whole.Until(), Fictitious: true},
		Programme: c.programme, Period: whole})
	if err != nil {
		t.err = err
		return
	}
	law, err := at(s, "2022-10-01")
	if err != nil {
		t.err = err
		return
	}
	title, _, _ := law.Title(c.programme)
	who := names[c.who]
	if c.who == "" {
		who = "全家"
	}
	t.say("%s，%s：", who, title)
	for _, span := range spans {
		result := "没有施行中的规定"
		if span.InForce {
			result = eligibility.Results().Name(span.Result, language.Chinese)
			if m, ok := span.Amount.Get(); ok && span.Result == eligibility.Eligible {
				result += "，每月" + yuan(m) + "元"
			}
			if next, _, _ := law.Title(span.Next); next != "" {
				result += "，可另行研判" + next
			}
		}
		from := span.Period.From()
		t.say("- %d年%d月%d日起，%s%s", from.Year(), from.Month(), from.Day(), result, why(span.Why))
		if span.Result == eligibility.Eligible && slices.ContainsFunc(span.Why, func(r timeline.Reason) bool { return r.Kind == timeline.AgeReached && r.N == 70 }) {
			t.say("  （义务人满70周岁，本人收入低于上年度人均可支配收入、财产符合规定的，属第八条第（三）项无履行义务能力，可以重新申请）")
		}
	}
	t.say("")
}

// why names the reasons of a day, each kind once.
func why(reasons []timeline.Reason) string {
	var all []string
	for _, r := range reasons {
		s := timeline.ReasonKinds().Name(r.Kind, language.Chinese)
		if r.Kind == timeline.AgeReached {
			s = fmt.Sprintf("满%d周岁", r.N)
		}
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "（核对原因：" + strings.Join(all, "；") + "）"
}
