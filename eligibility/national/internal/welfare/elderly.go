package welfare

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// old is 60 years or more.
func old(d text.Document, id, at string) *eligibility.Node {
	return eligibility.Age(d.Says(id, at, "60周岁以上", "60 or older"), facts.PersonBirth, measure.AtLeast, 60)
}

// elderly is what 老年人权益保障法 says of allowances. It names aims and leaves whom and how much to places: nothing here applies
// anywhere until a place has said so.
func elderly() eligibility.Act {
	d := text.ElderlyLaw()
	amount := func(k eligibility.ParamKey, zh, en, at string) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: eligibility.MoneyParam, ByArea: true, Source: d.At(at), Set: []eligibility.Delegation{{
			Levels: []division.Level{division.Province, division.Prefecture, division.County}, Mode: eligibility.MayOverride, Source: d.At(at)}}}
	}
	clause := func(k eligibility.ClauseKey, zh, en, at string) eligibility.Clause {
		return eligibility.Clause{Key: k, ZH: zh, EN: en, Scope: eligibility.PerPerson, Source: d.At(at)}
	}
	band := func(id, zh, en string, k eligibility.ParamKey, c eligibility.ClauseKey) eligibility.Part {
		return eligibility.Part{Criterion: d.Means(id, "第三十三条", zh, en, "档次由当地规定，不用的档次须录为无规定"), Kind: eligibility.PayFixed,
			Limit: eligibility.Param(k), When: eligibility.Delegated(d.Means(id+".when", "第三十三条", zh+"对象", "who belongs to the "+en, "法律只鼓励建立高龄津贴，分档和对象由地方规定"), c)}
	}
	ability := func(grade, zh, en string, k eligibility.ParamKey) eligibility.Part {
		id := "laonian_huli.pay_" + grade
		return eligibility.Part{Criterion: d.Says(id, "第三十条", "护理补贴（"+zh+"）", en), Kind: eligibility.PayFixed, Limit: eligibility.Param(k),
			When: eligibility.InWords(d.Says(id+".when", "第三十条", zh, en), facts.PersonDependency, grade)}
	}
	return eligibility.Act{
		ID: "laonian-2018", ZH: "中华人民共和国老年人权益保障法", EN: "Law on the rights of the elderly", Source: d.At(""), Force: text.During("2018-12-29/"),
		Programmes: []eligibility.Programme{
			{ID: key.Gaoling, ZH: "高龄津贴", EN: "old-age allowance", Unit: eligibility.PerPerson, Source: d.At("第三十三条"),
				Root: eligibility.All(d.Means("gaoling", "第三十三条", "高龄津贴", "old-age allowance", "国家鼓励地方建立80周岁以上低收入老年人高龄津贴制度；起始年龄、户籍、收入条件均看当地规定"),
					old(d, "gaoling.old", "第二条"),
					eligibility.Delegated(d.Says("gaoling.scope", "第三十三条", "属于当地高龄津贴发放对象", "among those whom the place pays"), key.GaolingScope)),
				Pay: &eligibility.Pay{Source: d.At("第三十三条"), Parts: []eligibility.Part{
					band("gaoling.pay_1", "第一档", "first band", key.GaolingOne, key.GaolingBandOne), band("gaoling.pay_2", "第二档", "second band", key.GaolingTwo, key.GaolingBandTwo),
					band("gaoling.pay_3", "第三档", "third band", key.GaolingThree, key.GaolingBandThree), band("gaoling.pay_4", "第四档", "fourth band", key.GaolingFour, key.GaolingBandFour)}},
				Next: []eligibility.ProgrammeID{key.LaonianHuli, key.XiaofeiButie}},
			{ID: key.LaonianHuli, ZH: "经济困难失能老年人护理补贴", EN: "care subsidy for poor dependent old people", Unit: eligibility.PerPerson, Source: d.At("第三十条"),
				Root: eligibility.All(d.Says("laonian_huli", "第三十条", "生活长期不能自理、经济困难的老年人", "old, poor and long unable to care for himself"),
					old(d, "laonian_huli.old", "第二条"),
					eligibility.Is(d.Says("laonian_huli.dependent", "第三十条", "生活长期不能自理", "long unable to care for himself"), facts.PersonLongDependent),
					eligibility.Delegated(d.Says("laonian_huli.scope", "第三十条", "属于当地规定的经济困难老年人", "poor by local rule"), key.ElderCareScope)),
				Pay: &eligibility.Pay{Source: d.At("第三十条"), Parts: []eligibility.Part{
					ability("mild", "轻度失能", "mildly dependent", key.ElderCareMild), ability("moderate", "中度失能", "moderately dependent", key.ElderCareMedium),
					ability("severe", "重度失能", "severely dependent", key.ElderCareSevere), ability("complete", "完全失能", "completely dependent", key.ElderCareFull)}},
				Next: []eligibility.ProgrammeID{key.Huli, key.XiaofeiButie}},
		},
		Clauses: []eligibility.Clause{
			clause(key.GaolingScope, "高龄津贴发放对象", "who gets the old-age allowance", "第三十三条"),
			clause(key.GaolingBandOne, "高龄津贴第一档对象", "first band", "第三十三条"), clause(key.GaolingBandTwo, "高龄津贴第二档对象", "second band", "第三十三条"),
			clause(key.GaolingBandThree, "高龄津贴第三档对象", "third band", "第三十三条"), clause(key.GaolingBandFour, "高龄津贴第四档对象", "fourth band", "第三十三条"),
			clause(key.ElderCareScope, "护理补贴的经济困难老年人范围", "who is poor for the care subsidy", "第三十条"),
		},
		Parameters: []eligibility.Parameter{
			amount(key.GaolingOne, "高龄津贴第一档", "old-age allowance, first band", "第三十三条"), amount(key.GaolingTwo, "高龄津贴第二档", "second band", "第三十三条"),
			amount(key.GaolingThree, "高龄津贴第三档", "third band", "第三十三条"), amount(key.GaolingFour, "高龄津贴第四档", "fourth band", "第三十三条"),
			amount(key.ElderCareMild, "护理补贴（轻度失能）", "care subsidy, mild", "第三十条"), amount(key.ElderCareMedium, "护理补贴（中度失能）", "care subsidy, moderate", "第三十条"),
			amount(key.ElderCareSevere, "护理补贴（重度失能）", "care subsidy, severe", "第三十条"), amount(key.ElderCareFull, "护理补贴（完全失能）", "care subsidy, complete", "第三十条"),
		},
	}
}

// vouchers is the subsidy of 2026 for care services, which ends with the year. What is paid is a share of each bill up to the
// cap, so no amount a month can be told beforehand.
func vouchers() eligibility.Act {
	d, force := text.Vouchers2026(), text.During("2026-01-01/2027-01-01")
	param := func(k eligibility.ParamKey, kind eligibility.ParamKind, zh, en string) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: kind, Source: d.At("补贴标准"), Set: []eligibility.Delegation{{Nation: true,
			Levels: []division.Level{division.Province}, Mode: eligibility.MayOverride, Source: d.At("补贴标准")}}}
	}
	return eligibility.Act{
		ID: "xiaofei-2026", ZH: "失能老年人养老服务消费补贴", EN: "Vouchers for care services", Source: d.At(""), Force: force,
		Programmes: []eligibility.Programme{{
			ID: key.XiaofeiButie, ZH: "失能老年人养老服务消费补贴", EN: "vouchers for care services", Unit: eligibility.PerPerson, Source: d.At("补贴对象"),
			Root: eligibility.All(d.Means("xiaofei", "补贴对象", "经评估为中度以上失能的老年人", "old and moderately dependent or worse",
				"已享受长期护理保险的先用长期护理保险；有报道称不限户籍，以当地实施方案为准"),
				old(d, "xiaofei.old", "补贴对象"),
				eligibility.InWords(d.Says("xiaofei.dependent", "补贴对象", "按GB/T 42195-2022评估为中度、重度或者完全失能", "moderately, severely or completely dependent"),
					facts.PersonDependency, "moderate", "severe", "complete")),
			Next: []eligibility.ProgrammeID{key.LaonianHuli, key.Gaoling},
		}},
		Parameters: []eligibility.Parameter{
			param(key.VoucherCap, eligibility.MoneyParam, "养老服务消费补贴每月最高额", "cap a month"),
			param(key.VoucherHome, eligibility.RatioParam, "居家和社区服务补贴比例上限", "share of home care, at most"),
			param(key.VoucherFacility, eligibility.RatioParam, "机构服务补贴比例上限", "share of institutional care, at most"),
		},
		Values: []eligibility.Value{
			{Param: key.VoucherCap, Force: force, Money: money.Fen(80000), Per: eligibility.Monthly, Source: d.At("补贴标准")},
			{Param: key.VoucherHome, Force: force, Ratio: measure.MustParseRatio("50%"), Source: d.At("补贴标准")},
			{Param: key.VoucherFacility, Force: force, Ratio: measure.MustParseRatio("40%"), Source: d.At("补贴标准")},
		},
	}
}
