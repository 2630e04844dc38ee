package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/vocab"
)

// interimMeasures is the frame of 2014, still in force where the statute of 2026 does not differ. It declares the values that
// places set and the matters that they regulate. Who may set a value changed with the statute on 2026-07-01: both
// delegations stand here, each with its article.
func interimMeasures() eligibility.Act {
	d := text.Interim2014()
	return eligibility.Act{
		ID: "zanxing-2014", ZH: "社会救助暂行办法", EN: "Interim Measures for Social Assistance", Number: "国务院令第649号",
		Source: d.At(""), Force: text.During("2014-05-01/"),
		Parameters: parameters(), Clauses: clauses(),
	}
}

func parameters() []eligibility.Parameter {
	const (
		province, prefecture, county = division.Province, division.Prefecture, division.County
		interim, statute             = "2014-05-01/2026-07-01", "2026-07-01/"
	)
	type levels = []division.Level
	set := func(period string, mode eligibility.Mode, by vocab.Source, at ...division.Level) eligibility.Delegation {
		return eligibility.Delegation{Force: text.During(period), Levels: at, Mode: mode, Source: by}
	}
	nation := func(d eligibility.Delegation) eligibility.Delegation { d.Nation = true; return d }
	amount := func(k eligibility.ParamKey, zh, en string, at vocab.Source, by ...eligibility.Delegation) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: eligibility.MoneyParam, ByArea: true, Set: by, Source: at}
	}
	other := func(k eligibility.ParamKey, kind eligibility.ParamKind, zh, en string, at vocab.Source, by ...eligibility.Delegation) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: kind, Set: by, Source: at}
	}
	law, override := text.AssistanceLaw(), eligibility.MayOverride

	// 特困标准 and 低保标准: province or prefecture, never the county; under the statute a prefecture not below its province's guidance.
	tekunAt, dibaoAt, countAt := text.Interim2014().At("第十五条第二款"), text.Interim2014().At("第十条第一款"), text.Interim2014().At("第十条第二款")
	tekun := []eligibility.Delegation{set(interim, override, tekunAt, province, prefecture),
		set(statute, override, law.At("第十七条"), province, prefecture)}
	dibao := []eligibility.Delegation{set(interim, override, dibaoAt, province, prefecture),
		set(statute, eligibility.Floor, law.At("第十九条"), province, prefecture)}
	local := func(at vocab.Source) eligibility.Delegation {
		return eligibility.Delegation{Levels: levels{province, prefecture, county}, Mode: override, Source: at}
	}

	s := text.Subsistence2021()
	gap, topUp := s.At("第二十三条"), s.At("第二十七条")
	return []eligibility.Parameter{
		amount(key.DibaoStandard, "最低生活保障标准", "subsistence standard", dibaoAt, dibao...),
		amount(key.TekunBasic, "特困人员基本生活标准", "basic living standard of the destitute", tekunAt, tekun...),
		amount(key.TekunInstitution, "集中供养每月增发额", "supplement in an institution", tekunAt, tekun...),
		amount(key.TekunCareAble, "照料护理标准（具备生活自理能力）", "care standard, able", tekunAt, tekun...),
		amount(key.TekunCarePartial, "照料护理标准（部分丧失生活自理能力）", "care standard, partly dependent", tekunAt, tekun...),
		amount(key.TekunCareFull, "照料护理标准（完全丧失生活自理能力）", "care standard, fully dependent", tekunAt, tekun...),
		amount(key.DisposableIncome, "当地上年度人均可支配收入", "disposable income a head of the year before",
			text.Destitute2021().At("第八条第（三）项"), local(text.Destitute2021().At("第八条第（三）项"))),
		other(key.IncomeMonths, eligibility.CountParam, "收入核算期限（月）", "months over which income is counted", s.At("第十三条第一款"),
			set(interim, override, countAt, province, prefecture), set(statute, override, law.At("第二十三条"), province)),

		other(key.DibaoRounding, eligibility.RoundingParam, "低保金取整方式", "rounding of the allowance", gap, local(gap)),
		amount(key.DibaoTierOne, "分档计发一档", "first tier", gap, local(gap)), amount(key.DibaoTierTwo, "分档计发二档", "second tier", gap, local(gap)),
		amount(key.DibaoTierThree, "分档计发三档", "third tier", gap, local(gap)), amount(key.DibaoTierFour, "分档计发四档", "fourth tier", gap, local(gap)),
		amount(key.DibaoTopUpSevere, "分类施保增发额（重度残疾人、重病患者）", "top-up for the severely disabled and gravely ill", topUp, local(topUp)),
		amount(key.DibaoTopUpAge, "分类施保增发额（老年人、未成年人）", "top-up for the old and minors", topUp, local(topUp)),
		amount(key.DibaoSingleSum, "单人户低保定额", "fixed sum of a one-person allowance", gap, local(gap)),
		other(key.DibaoExitMonths, eligibility.CountParam, "低保渐退期（月）", "months of gradual exit", s.At("第三十三条"), local(s.At("第三十三条"))),

		// 低保边缘: 1.5 times in the text of 2021, which places widened; since the statute a line of the province, or of a lower
		// government under the province's guidance.
		other(key.BianyuanFactor, eligibility.RatioParam, "低保边缘家庭收入线（低保标准的倍数）", "marginal line, times the standard", s.At("第八条第二款"),
			nation(set("2021-07-01/2026-07-01", override, s.At("第八条第二款"), province, prefecture, county)),
			nation(set(statute, override, law.At("第二十一条第三款"), province, prefecture, county))),
		other(key.BianyuanComparator, eligibility.ComparatorParam, "与低保边缘线的比较方式", "how income stands to the marginal line", s.At("第八条第二款"),
			nation(set("2021-07-01/2026-07-01", override, s.At("第八条第二款"), province)),
			nation(set(statute, override, law.At("第二十一条第三款"), province))),
		other(key.GangxingRatio, eligibility.RatioParam, "刚性支出占家庭收入的比例", "rigid spending as a share of income", text.Rigid2024().At("第四条第一款第（四）项"),
			set("2025-01-01/2026-07-01", override, text.Rigid2024().At("第四条第一款第（四）项"), province, prefecture, county),
			set(statute, override, law.At("第二十二条"), province, prefecture)),
		other(key.GangxingComparator, eligibility.ComparatorParam, "与刚性支出比例的比较方式", "how spending stands to the ratio", text.Rigid2024().At("第四条第一款第（四）项"),
			nation(set("2025-01-01/2026-07-01", override, text.Rigid2024().At("第四条第一款第（四）项"), province, prefecture)),
			nation(set(statute, override, law.At("第二十二条"), province, prefecture))),
	}
}

func clauses() []eligibility.Clause {
	const p, h = eligibility.PerPerson, eligibility.PerHousehold
	t, s, r := text.Destitute2021(), text.Subsistence2021(), text.Rigid2024()
	clause := func(k eligibility.ClauseKey, of eligibility.Scope, at vocab.Source, zh, en string) eligibility.Clause {
		return eligibility.Clause{Key: k, ZH: zh, EN: en, Scope: of, Source: at}
	}
	return []eligibility.Clause{
		clause(key.TekunProperty, p, t.At("第七条"), "特困人员财产状况规定", "property rule of the destitute"),
		clause(key.ObligorProperty, p, t.At("第八条第（三）项"), "低收入家庭财产状况规定（法定义务人）", "low-income property rule, for obligors"),
		clause(key.TekunNoWork, p, t.At("第五条第（四）项"), "省级规定的无劳动能力其他情形", "other cases without ability to work"),
		clause(key.TekunObligorUnable, p, t.At("第八条第（六）项"), "省级规定的无履行义务能力其他情形", "other cases of obligors unable to support"),
		clause(key.TekunInsurance, p, t.At("第六条"), "职工养老金、失业保险金、城乡居民养老保险待遇不计入特困人员收入", "pensions and unemployment benefit are no income"),
		clause(key.TekunIncomeExcluded, p, t.At("第六条"), "计划生育奖励扶助金、奖学金、见义勇为奖励不计入特困人员收入", "awards and scholarships are no income"),
		clause(key.TekunFormDiffers, p, text.Interim2014().At("第十五条第二款"), "集中供养与分散供养标准不同", "institutions are paid more"),
		clause(key.MemberExcluded, p, s.At("第七条第二款第（三）项"), "不计入共同生活的家庭成员的其他人员", "others who are no members"),
		clause(key.DibaoProperty, h, s.At("第十四条"), "低保家庭财产状况规定", "property rule of the allowance"),
		clause(key.DibaoPensionCentral, p, s.At("第十三条第二款第（三）项"), "2026年起中央确定的基础养老金继续不计入家庭收入", "the central base pension stays uncounted after 2025"),
		clause(key.DibaoPensionLocal, p, s.At("第十三条第二款第（四）项"), "地方增发的基础养老金不计入家庭收入", "the local base pension is not counted"),
		clause(key.DibaoPensionAccount, p, s.At("第十三条第二款第（四）项"), "个人账户养老金不计入家庭收入", "the account pension is not counted"),
		clause(key.DibaoOldAge, p, s.At("第十三条第二款第（四）项"), "高龄津贴不计入家庭收入", "the old-age allowance is not counted"),
		clause(key.DibaoTiers, h, s.At("第二十三条"), "低保金分档计发", "the allowance is paid by tiers"),
		clause(key.DibaoTopUp, h, s.At("第二十七条"), "分类施保增发", "top-ups by group"),
		clause(key.SingleProperty, p, s.At("第八条第一款"), "单人户本人财产状况规定", "own property rule of one-person applicants"),
		clause(key.SingleOther, p, s.At("第八条第一款第（四）项"), "县级以上民政部门规定的其他可单独申请人员", "others who may apply alone"),
		clause(key.SingleSupport, p, text.Notice2022().At("一（一）"), "兄弟姐妹或者60周岁以上老年人给付的供养费用不计入收入", "support from siblings or the old is waived"),
		clause(key.SingleFixedSum, p, s.At("第二十三条"), "单人户按定额发放", "one-person allowances are a fixed sum"),
		clause(key.BianyuanProperty, h, s.At("第八条第二款"), "低保边缘家庭财产状况规定", "property rule of marginal households"),
		clause(key.GangxingProperty, h, r.At("第四条第一款第（三）项"), "刚性支出困难家庭财产状况规定", "property rule of rigid-spending households"),
		clause(key.GangxingExcluded, h, r.At("第四条第一款第（五）项"), "不符合当地规定的刚性支出困难家庭其他条件", "fails other local conditions"),
		clause(key.GangxingLiving, h, r.At("第五条"), "生活支出不计入刚性支出", "living costs are no rigid spending"),
	}
}
