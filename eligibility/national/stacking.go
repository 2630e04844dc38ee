package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/vocab"
)

// stackings is what each act says of holding two programmes together (并享), by the ID of the act. Of every two the first, A, is
// the one that stays, sets the standard or is chosen before; see the rules of package eligibility.
func stackings(act string) []eligibility.Stacking {
	const (
		together   = eligibility.HeldTogether
		excludes   = eligibility.Excludes
		choose     = eligibility.Choose
		difference = eligibility.Difference
		either     = eligibility.ChooseOrDifference
		higher     = eligibility.HigherOf
	)
	two, children, destitute, own, rigid := text.Subsidies2015(), text.Unsupported2019(), text.Destitute2021(), text.Subsistence2021(), text.Rigid2024()
	rule := func(a eligibility.ProgrammeID, r eligibility.StackingRule, b eligibility.ProgrammeID, by vocab.Source, zh, en string) eligibility.Stacking {
		return eligibility.Stacking{A: a, B: b, Rule: r, ZH: zh, EN: en, Source: by}
	}
	read := func(d text.Document, at string) vocab.Source { return d.Means("", at, "", "", "").Source }
	from := func(s eligibility.Stacking, period string) eligibility.Stacking {
		s.Force = text.During(period)
		return s
	}

	switch act {
	case "canji-2015":
		end := two.At("二（四）")
		return []eligibility.Stacking{
			rule(Tekun, excludes, Shenghuo, end, "特困人员不享受困难残疾人生活补贴", "no living subsidy for the destitute"),
			rule(Tekun, excludes, Huli, end, "特困人员不享受重度残疾人护理补贴", "no care subsidy for the destitute"),
			rule(GongshangHuli, excludes, Shenghuo, end, "领取工伤保险生活护理费的不享受生活补贴", "no living subsidy beside care pay of work-injury insurance"),
			rule(GongshangHuli, excludes, Huli, end, "领取工伤保险生活护理费的不享受护理补贴", "no care subsidy beside care pay of work-injury insurance"),
			rule(Guer, excludes, Shenghuo, end, "享受孤儿保障的残疾儿童不享受生活补贴", "no living subsidy for a supported orphan"),
			rule(Guer, together, Huli, end, "享受孤儿保障的残疾儿童可以享受护理补贴", "a supported orphan may have the care subsidy"),
			rule(Shenghuo, together, Huli, end, "两项补贴可以同时申领", "the two subsidies may be held together"),
			rule(TongleiShenghuo, higher, Shenghuo, end, "老年、因公致残、离休等福利性生活补贴与生活补贴择高申领", "the higher of two living allowances"),
			rule(TongleiHuli, higher, Huli, end, "老年、因公致残、离休等福利性护理补贴与护理补贴择高申领", "the higher of two care allowances"),
			rule(Dibao, together, Shenghuo, two.At("二（一）"), "低保家庭中的残疾人享受生活补贴", "the living subsidy is for those on subsistence allowance"),
			rule(Dibao, together, Huli, two.At("二（四）"), "低保与护理补贴可以同时享受", "subsistence and care subsidy together"),
			rule(DibaoSingle, together, Shenghuo, read(two, "二（一）"), "单人户低保对象享受生活补贴", "the living subsidy is for those on subsistence allowance alone"),
			rule(DibaoSingle, together, Huli, read(two, "二（四）"), "单人户低保与护理补贴可以同时享受", "subsistence alone and care subsidy together"),
		}
	case "laonian-2018":
		return []eligibility.Stacking{rule(LaonianHuli, higher, Huli, read(two, "二（四）"), "老年人护理补贴与重度残疾人护理补贴属同类补贴，择高申领", "the higher of two care subsidies")}
	case "shishi-2019":
		pay := children.At("三（一）")
		return []eligibility.Stacking{
			rule(Guer, excludes, Shishi, children.At("一"), "父母双方均死亡、失踪的是孤儿，不是事实无人抚养儿童", "an orphan is not a child whom nobody in fact raises"),
			rule(Shishi, difference, Dibao, pay, "低保家庭中的事实无人抚养儿童，低保金未达到补贴标准的补差发放；补贴不计入家庭收入", "paid up to the child standard beside the subsistence allowance"),
			rule(Shishi, difference, DibaoSingle, read(children, "三（一）"), "单人户低保金未达到补贴标准的补差发放", "paid up to the child standard beside the subsistence allowance"),
			from(rule(Shishi, difference, Tekun, pay, "特困人员供养金未达到补贴标准的补差发放", "paid up to the child standard beside the support of the destitute"), "2020-01-01/2021-07-01"),
			rule(Shishi, either, Shenghuo, pay, "全额领取补贴的不享受生活补贴；已享受生活补贴的补差发放", "in full without the living subsidy, or as a difference beside it"),
			rule(Shishi, together, Huli, children.At("三（二）"), "可以同时享受重度残疾人护理补贴", "the care subsidy is held as well"),
		}
	case "tekun-2016":
		d := text.Destitute2016()
		return []eligibility.Stacking{
			rule(Guer, excludes, Tekun, d.At("孤儿与特困的衔接"), "同时符合的未满16周岁儿童纳入孤儿保障", "a child under 16 who fits both is supported as an orphan"),
			rule(Tekun, excludes, Dibao, read(d, "终止后的衔接"), "特困人员不再享受低保", "no subsistence allowance for the destitute"),
		}
	case "tekun-2021":
		return []eligibility.Stacking{
			rule(Tekun, excludes, Dibao, read(destitute, "第二十七条"), "特困人员不再享受低保，其余家庭成员的低保重新核算", "no subsistence allowance for the destitute; the rest of the family is counted anew"),
			rule(Tekun, excludes, DibaoSingle, read(destitute, "第二十七条"), "特困人员不再享受单人户低保", "no subsistence allowance alone for the destitute"),
			rule(Tekun, excludes, Bianyuan, read(destitute, "第二十七条"), "特困人员不计入低保边缘家庭，其余家庭成员另行认定", "the destitute leave a marginal household; the rest is looked at anew"),
			rule(Guer, choose, Tekun, destitute.At("第九条"), "未成年人选择孤儿保障的，不再认定为特困人员", "a minor who chooses orphans' support is no longer destitute"),
			rule(Shishi, either, Tekun, destitute.At("第九条"), "未成年人选择全额享受事实无人抚养儿童保障的，不再认定为特困人员；已是特困人员的补差发放，见民发〔2019〕62号三（一）",
				"in full instead of the support of the destitute, or as a difference beside it"),
			rule(Tekun, together, Gaoling, destitute.At("第六条"), "高龄津贴可以同时享受，不计入收入", "the old-age allowance is held as well and is no income"),
			rule(Tekun, together, Jinan, text.Relief2018().At("二（二）"), "特困人员可以享受急难型临时救助", "urgent relief for the destitute"),
			rule(Tekun, together, Zhichu, text.Relief2018().At("二（二）"), "特困人员可以享受支出型临时救助，重点核实必需支出", "relief for spending for the destitute"),
		}
	case "dibao-2021":
		relief := own.At("第十三条第二款第（二）项")
		return []eligibility.Stacking{
			rule(Dibao, excludes, DibaoSingle, own.At("第八条"), "家庭符合低保条件的全家纳入，不再单独纳入个别成员", "a household that qualifies is taken in whole"),
			rule(Dibao, excludes, Bianyuan, own.At("第八条"), "低保边缘家庭不符合低保条件", "a marginal household is not on subsistence allowance"),
			household(rule(Bianyuan, together, DibaoSingle, own.At("第八条"), "低保边缘家庭中的重残、重病人员可以单独纳入低保，只及本人", "the gravely disabled or ill of a marginal household may be taken in alone")),
			rule(Dibao, together, Jinan, relief, "临时救助款物不计入低保家庭收入", "relief is no income for the allowance"),
			rule(Dibao, together, Zhichu, relief, "临时救助款物不计入低保家庭收入", "relief is no income for the allowance"),
			rule(Dibao, together, Gaoling, read(own, "第十三条"), "可以同时享受；高龄津贴是否计入家庭收入看当地规定", "held together; whether it is income is for the place to say"),
		}
	case "linshi-2026":
		d := text.Relief2026()
		return []eligibility.Stacking{
			rule(Dibao, together, Kuaijiu, read(d, "（一）"), "低保家庭遇急难可以享受小额快救", "fast relief beside the allowance"),
			rule(Tekun, together, Kuaijiu, read(d, "（一）"), "特困人员遇急难可以享受小额快救", "fast relief for the destitute"),
			rule(Bianyuan, together, Zhichu, d.At("（二）"), "低保边缘家庭必需支出突增可以享受临时救助", "relief for spending of a marginal household"),
			rule(Gangxing, together, Zhichu, d.At("（二）"), "刚性支出困难家庭必需支出突增可以享受临时救助", "relief for spending of a rigid-spending household"),
		}
	case "gangxing-2025":
		first := rigid.At("第四条第一款第（一）项")
		return []eligibility.Stacking{
			rule(Dibao, excludes, Gangxing, first, "低保家庭不认定为刚性支出困难家庭", "no rigid-spending household on subsistence allowance"),
			rule(DibaoSingle, excludes, Gangxing, read(rigid, first.Article), "单人户低保对象不认定为刚性支出困难家庭成员，其余家庭成员另行认定", "whoever is on the allowance alone is no part of a rigid-spending household"),
			rule(Tekun, excludes, Gangxing, read(rigid, first.Article), "特困人员不认定为刚性支出困难家庭成员，其余家庭成员另行认定", "the destitute are no part of a rigid-spending household"),
			rule(Bianyuan, excludes, Gangxing, first, "低保边缘家庭不认定为刚性支出困难家庭", "no rigid-spending household that is marginal"),
		}
	}
	return nil
}

// household says that the rule holds between members of one household too.
func household(s eligibility.Stacking) eligibility.Stacking { s.SameHousehold = true; return s }
