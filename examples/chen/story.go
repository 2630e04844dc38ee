package main

import (
	"fmt"
	"io"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
)

const preface = `老林父女社会救助研判说明（虚构案例，虚构标准，仅供演示）

老林照护瘫痪在床的女儿小林，两人没有其他亲属，现享受低保。人物、地区、标准和金额均为虚构。
本说明供驻站社工向家庭和县级民政部门说明情况，只是初步研判，不是审批结论，以民政部门审核确认为准。

`

// A teller prints, and keeps the first error.
type teller struct {
	w   io.Writer
	err error
}

func (t *teller) say(format string, a ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", a...)
	}
}

// look is the family on a day, or nil after an error.
func (t *teller) look(s *statutes.Statutes, on string, f family) *view {
	if t.err != nil {
		return nil
	}
	v, err := look(s, on, f)
	t.err = err
	return v
}

// change is the family after some changes.
func (t *teller) change(f family, changes ...func(father, daughter *facts.Person)) family {
	for _, c := range changes {
		if t.err == nil {
			f, t.err = f.changed(c)
		}
	}
	return f
}

// story prints the whole account.
func story(w io.Writer, h *facts.Household) error {
	law, err := national.Statutes(standards())
	if err != nil {
		return err
	}
	widened, err := national.Statutes(standards(), carer())
	if err != nil {
		return err
	}
	t := &teller{w: w}
	f := t.change(family{*h}, func(_, _ *facts.Person) {})
	t.say("%s", preface[:len(preface)-1])
	t.uncertified(law, f)
	f = t.change(f, certified)
	t.together(law, f)
	f = t.change(f, supported, employed)
	t.wage(law, f)
	t.wayOut(law, widened, f)
	t.days(law, f)
	return t.err
}

// The results that the story tells of.
const (
	yes  = eligibility.Eligible
	no   = eligibility.NotEligible
	open = eligibility.NeedFacts
)

// uncertified: nobody knows the grade of the daughter's disability, and with it neither can be assessed.
func (t *teller) uncertified(s *statutes.Statutes, f family) {
	t.say("一、小林没有残疾人证时（2022年3月1日）\n")
	v := t.look(s, "2022-03-01", f)
	t.explain(v, claim{daughter, national.Tekun}, open, upTo(1))
	t.explain(v, claim{father, national.Tekun}, open, upTo(3))
	t.explain(v, claim{"", national.Dibao}, yes, upTo(1))
	t.say("说明：缺证不等于不符合。小林的残疾等级既决定她有无劳动能力（第五条），也决定她作为老林的法定义务人有无履行义务能力（第八条），" +
		"一证未办，两人都无法研判。请先协助小林向县级残联申请残疾评定，行动不便的商请上门评定。评定期间，低保照常享受。\n")
}

// together: with the certificate both fit, each whatever the other gets; what else they hold decides what ends.
func (t *teller) together(s *statutes.Statutes, f family) {
	t.say("二、小林取得肢体一级残疾人证后（2022年3月1日；在世、服刑、儿童保障等无争议的条件从略，下同）\n")
	v := t.look(s, "2022-03-01", f)
	t.explain(v, claim{daughter, national.Tekun}, yes, upTo(3))
	t.explain(v, claim{father, national.Tekun}, yes, upTo(3))
	t.made(v)
	t.mutual(s, f, v)
	t.plan(v, claim{father, national.Tekun}, claim{daughter, national.Tekun}, claim{daughter, national.Shenghuo}, claim{daughter, national.Huli})
	t.say("说明：由家庭选择。确认为特困人员后，低保随之终止，残疾人两项补贴不再享受；特困供养的金额已含照料护理标准。\n")
	t.deadlines(v, "tekun.survey", "tekun.notice", "tekun.confirm", "tekun.start")
}

// mutual says on what ground each is unable to support the other, now and later.
func (t *teller) mutual(s *statutes.Statutes, f family, now *view) {
	t.say("两人互为法定义务人，各自无履行义务能力的依据随身份变化：")
	t.grounds(now, "现在（均为低保对象）")
	dropped := t.change(f, func(father, daughter *facts.Person) { father.Holdings, daughter.Holdings = nil, nil })
	t.grounds(t.look(s, "2022-03-01", dropped), "假如先停低保、尚未确认特困")
	t.grounds(t.look(s, "2022-04-01", t.change(f, supported, idle("2022-04-01"))), "两人均确认为特困人员、4月起享受后")
	t.say("说明：先停低保，小林一方就只剩“一并符合”这一条依据。两人应当一并申请，低保接续到特困供养开始，不宜先停后批。\n")
}

// wage: from July the father earns more than the standard.
func (t *teller) wage(s *statutes.Statutes, f family) {
	t.say("三、老林7月起做保洁工，每月工资1800元（两人4月起已享受特困供养；按复核前1个月核算收入，8月1日看7月）\n")
	v := t.look(s, "2022-08-01", t.change(f, paid("2022-08-01")))
	t.explain(v, claim{father, national.Tekun}, no, upTo(1))
	t.near(v, claim{father, national.Tekun})
	t.say("说明：老林已满60周岁，做工不改变“无劳动能力”（第五条第（一）项），变化的是收入。收入不再符合第六条，" +
		"是《特困人员认定办法》（民发〔2021〕43号）第二十四条第一款第（四）项的终止情形。\n")
	t.expect(v, claim{daughter, national.Tekun}, yes)
	t.say("小林：8月老林仍是在册特困人员，她暂不受影响。老林终止以后（按8月作出终止决定、9月起停发计）：\n")
	v = t.look(s, "2022-09-01", t.change(f, paid("2022-09-01"), ending(father, "2022-09-01")))
	t.explain(v, claim{daughter, national.Tekun}, no, func(x eligibility.Finding) bool {
		return x.Depth <= 1 || about(x, "unable") && x.Depth == 2 || about(x, "unable.away")
	})
	t.near(v, claim{daughter, national.Tekun})
	t.say("说明：老林不再是特困人员，也不是低保对象，不满70周岁，没有残疾，第八条各项都不符合，即法定义务人具有了履行义务能力，" +
		"是第二十四条第一款第（五）项的终止情形。这不是他们自己能改变的，出路见第四部分。" +
		"一人就业，两人的特困供养都会终止，应当在上岗之前向家庭讲清。“可另行研判”没有列出低保，是因为在册特困人员不计入低保家庭人口，" +
		"须待终止后另行研判。\n")
	t.deadlines(v, "tekun.end_notice", "tekun.end_objection", "tekun.end")
}

// wayOut: what is left when both have ended, and what a rule of the province would change.
func (t *teller) wayOut(s, widened *statutes.Statutes, f family) {
	t.say("四、出路（2022年10月1日，两人的特困供养均已终止，工资不变）\n")
	t.say("《特困人员认定办法》（民发〔2021〕43号）第二十七条：终止以后符合低保、临时救助等条件的，应当及时纳入。逐项研判如下。\n")
	v := t.look(s, "2022-10-01", t.change(f, paid("2022-10-01"), ending(father, "2022-09-01"), ending(daughter, "2022-10-01")))
	t.explain(v, claim{"", national.Dibao}, no, upTo(1))
	t.near(v, claim{"", national.Dibao})
	t.explain(v, claim{"", national.Bianyuan}, yes, upTo(1))
	t.explain(v, claim{daughter, national.DibaoSingle}, yes, upTo(2))
	t.plan(v, claim{"", national.Bianyuan}, claim{daughter, national.DibaoSingle}, claim{daughter, national.Shenghuo}, claim{daughter, national.Huli})
	t.say("另一条路：《特困人员认定办法》（民发〔2021〕43号）第八条第（六）项允许省级规定其他无履行义务能力的情形。假如本省规定" +
		"“60周岁以上、工资低于上年度人均可支配收入且财产符合规定的义务人，为无履行义务能力”（设想，虚构），9月老林终止以后：\n")
	t.explain(t.look(widened, "2022-09-01", t.change(f, paid("2022-09-01"), ending(father, "2022-09-01"))), claim{daughter, national.Tekun}, yes,
		func(x eligibility.Finding) bool { return x.Depth <= 1 || x.Scope == eligibility.PerTie })
	t.say("说明：老林仍须终止，小林可以继续享受。是否增设由省级规定，可以作为政策建议上报；增设之前不得照此办理。\n")
}

// days: when to look again, by what is known in October and as if nothing but time went on.
func (t *teller) days(s *statutes.Statutes, f family) {
	t.say("五、什么时候要再看\n")
	t.say("按10月已知的事实推算，假定工资、家庭和标准都不变；任何一项变化，都应重新研判。\n")
	known := t.change(f, paid("2029-01-01"), ending(father, "2022-09-01"), ending(daughter, "2022-10-01"))
	for _, c := range []claim{{father, national.Tekun}, {daughter, national.Tekun}, {"", national.Bianyuan}, {daughter, national.DibaoSingle}} {
		t.timeline(s, known, c)
	}
	t.deadlines(t.look(s, "2022-10-01", t.change(f, paid("2022-10-01"))), "tekun.review", "dibao.review.half_year")
	t.say("以上均为初步研判，虚构标准，仅供演示。\n以民政部门审核确认为准。")
}
