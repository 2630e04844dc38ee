package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Jiangxi returns what is known of Jiangxi (江西省, 360000): whoever lost all ability to work through a grave illness is without it,
// and as an obligor unable to support if his income and property pass the tests; by which rules property is measured.
//
// Gaps: the property rules of 低保 and 边缘 to which it refers; the rule of 赣州 that refuses a household whose obligors own too much;
// every standard and subsidy. Other persons in special hardship whom it covers are for an official to find.
func Jiangxi() []eligibility.Act {
	t := reported("江西省特困人员认定实施意见（赣民发〔2021〕7号，2022年4月28日县级答复转述）")
	ill := func(id string) *eligibility.Node {
		return eligibility.All(t.says(id, "患重病完全丧失劳动能力", "lost all ability to work through a grave illness"),
			eligibility.Is(t.says(id+".illness", "患当地认定的重特大疾病", "a grave illness on the local list"),
				facts.PersonSeriousIllness),
			t.not(id+".work", "没有劳动能力", "not able to work", [2]string{"有劳动能力", "able to work"}, facts.PersonAbleToWork))
	}
	return []eligibility.Act{number(t.act("jiangxi:tekun-2021", "江西省特困人员认定规定",
		"Jiangxi rules on recognising destitute persons", "36", since("2022-04-28"), nil,
		enacted(noWork, ill("jiangxi.no_work")),
		enacted(obligorUnable, eligibility.All(t.says("jiangxi.unable", "患重病完全丧失劳动能力，收入、财产符合规定",
			"lost all ability to work through illness, income and property fit"),
			ill("jiangxi.unable.ill"),
			eligibility.PerHead(t.says("jiangxi.unable.income", "本人收入低于当地上年度人均可支配收入",
				"own income below the disposable income"), ownIncome(),
				eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param(disposable),
					Months: eligibility.Param(incomeMonths)}),
			eligibility.Delegated(t.says("jiangxi.unable.property", "财产符合低收入家庭规定", "property within the low-income rule"),
				obligorProperty))),
		enacted(tekunProperty, eligibility.Delegated(t.says("jiangxi.property", "财产符合当地低保家庭财产状况规定",
			"property within the rule of the allowance"), dibaoProperty)),
		enacted(obligorProperty, eligibility.Delegated(t.says("jiangxi.unable.rule", "财产符合当地低保边缘家庭财产状况规定",
			"property within the rule of marginal households"),
			bianyuanProperty))), "赣民发〔2021〕7号")}
}
