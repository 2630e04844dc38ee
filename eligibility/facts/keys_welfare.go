package facts

import "github.com/shegong/shegong/eligibility"

// The facts that temporary relief (临时救助) asks about. What a household spent in twelve months stands with assistance.
const (
	ReliefEvent           eligibility.FactKey = "household.relief.event"      // 急难事由
	ReliefHardship        eligibility.FactKey = "household.relief.hardship"   // 基本生活暂时出现严重困难
	ReliefUrgent          eligibility.FactKey = "household.relief.urgent"     // 情况紧急
	ReliefAmount          eligibility.FactKey = "household.relief.amount"     // 解困所需金额
	ReliefEventHere       eligibility.FactKey = "household.relief.event_here" // 急难发生地在本县
	ReliefSurge           eligibility.FactKey = "household.relief.surge"      // 必需支出突增
	ReliefStillHard       eligibility.FactKey = "household.relief.still_hard" // 其他救助之后仍困难
	ReliefWanderer        eligibility.FactKey = "household.relief.wanderer"   // 生活无着的流散人员
	PersonHukouHere       eligibility.FactKey = "person.hukou_here"           // 户籍在本县
	PersonPermitHere      eligibility.FactKey = "person.permit_here"          // 持本县有效居住证
	PersonNoIncome        eligibility.FactKey = "person.no_income"            // 目前无收入来源
	PersonNoIncomeTo      eligibility.FactKey = "person.no_income_since"      // 无收入来源起始日
	PersonEpidemicJobless eligibility.FactKey = "person.epidemic_jobless"     // 受疫情影响无法返岗复工
	PersonJobInsured      eligibility.FactKey = "person.unemployment_insured" // 失业保险政策可以覆盖
	PersonFixedIncome     eligibility.FactKey = "person.fixed_income"         // 有固定收入
	PersonPaidDibao       eligibility.FactKey = "person.paid.dibao"           // 每月低保金中本人的份额
	PersonPaidTekun       eligibility.FactKey = "person.paid.tekun"           // 每月特困人员供养金
	PersonPaidLiving      eligibility.FactKey = "person.paid.canji_shenghuo"  // 每月困难残疾人生活补贴
	PersonCareMonths      eligibility.FactKey = "person.care_months"          // 长期照护持续月数
)

// The facts that the protection of children (儿童保障) asks about, of the child, of a parent, and of the tie between them.
const (
	PersonParentsNotFound eligibility.FactKey = "person.parents_not_found"       // 查找不到生父母
	PersonOneParentOnly   eligibility.FactKey = "person.other_parent_unknown"    // 父母一方无从查明
	PersonChildBenefitAll eligibility.FactKey = "person.child_benefit_full"      // 全额领取儿童保障补贴
	PersonInInstitution   eligibility.FactKey = "person.in_child_institution"    // 由儿童福利机构养育
	PersonNeglected       eligibility.FactKey = "person.guardianship_failing"    // 监护缺失或监护不当
	PersonLivesElsewhere  eligibility.FactKey = "person.lives_elsewhere"         // 随父母或监护人在县域外居住
	PersonElsewhereSince  eligibility.FactKey = "person.lives_elsewhere_since"   // 县域外居住起始日
	PersonCustodyMonths   eligibility.FactKey = "person.custody_months"          // 刑期或者强制措施期限
	PersonChildIllness    eligibility.FactKey = "person.illness_for_children"    // 患当地规定的重病
	PersonForeigner       eligibility.FactKey = "person.foreigner"               // 外籍人员
	PersonDeported        eligibility.FactKey = "person.deported"                // 被遣送或驱逐出境
	PersonAwayWorking     eligibility.FactKey = "person.away_working"            // 外出务工
	PersonGuardianAble    eligibility.FactKey = "person.guardian_capable"        // 有监护能力
	TieLostContact        eligibility.FactKey = "tie.lost_contact"               // 失去联系且未履行监护抚养责任
	TieLostContactSince   eligibility.FactKey = "tie.lost_contact_since"         // 失联起始日
	TieRevoked            eligibility.FactKey = "tie.guardianship_revoked"       // 被撤销监护人资格
	TieDutyUnperformed    eligibility.FactKey = "tie.guardianship_not_performed" // 未履行抚养监护责任
)

// The facts that the benefits of old people (老年人福利) ask about.
const (
	PersonDependency    eligibility.FactKey = "person.dependency"      // 老年人能力评估等级
	PersonLongDependent eligibility.FactKey = "person.long_dependent"  // 生活长期不能自理
	PersonLongTermCover eligibility.FactKey = "person.long_term_cover" // 享受长期护理保险待遇
)

func welfareFacts() []eligibility.Fact {
	f := []eligibility.Fact{
		{Key: ReliefEvent, Scope: eligibility.PerHousehold, Kind: eligibility.WordFact, ZH: "急难事由", EN: "emergency", Fixed: true,
			Words: []eligibility.Word{
				{Key: "fire", ZH: "火灾", EN: "fire"},
				{Key: "traffic", ZH: "交通事故", EN: "traffic accident"},
				{Key: "accident", ZH: "其他意外事件", EN: "other accident"},
				{Key: "illness", ZH: "家庭成员突发重大疾病", EN: "sudden grave illness of a member"},
				{Key: "other", ZH: "其他特殊困难", EN: "other special hardship"},
				{Key: "none", ZH: "无", EN: "none"},
			}, Obtain: "消防、公安交管、医疗机构等出具的证明，或者乡镇（街道）现场核实记录；紧急的可事后补齐"},
		{Key: ReliefHardship, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "基本生活是否暂时出现严重困难", EN: "whether basic living is gravely hard for the moment", Obtain: "乡镇（街道）入户或现场核实后研判"},
		{Key: ReliefUrgent, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "情况是否紧急、需要立即采取救助措施", EN: "whether it is urgent and help is needed at once", Obtain: "乡镇（街道）入户或现场核实后研判"},
		{Key: ReliefAmount, Scope: eligibility.PerHousehold, Kind: eligibility.MoneyFact, ZH: "解困所需金额", EN: "sum needed",
			Obtain: "乡镇（街道）按困难程度核算"},
		{Key: ReliefEventHere, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "急难发生地是否在本县（市、区）", EN: "whether the emergency happened in this county", Obtain: "现场核实记录（乡镇、街道）"},
		{Key: ReliefSurge, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "是否必需支出突然增加超出家庭承受能力，基本生活一定时期内出现严重困难", EN: "whether necessary spending is beyond what the household can bear",
			Obtain: "教育、医疗等支出票据（申请家庭），乡镇（街道）核实后研判"},
		{Key: ReliefStillHard, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "经低保和专项救助后基本生活是否仍有严重困难", EN: "whether still gravely hard after other assistance", Obtain: "乡镇（街道）入户核实后研判"},
		{Key: ReliefWanderer, Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "是否生活无着的流散人员", EN: "whether destitute and away from home", Obtain: "救助管理机构或者乡镇（街道）甄别后研判"},

		{Key: PersonHukouHere, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "户籍是否在本县（市、区）", EN: "whether registered in this county",
			Obtain: "户口簿（本人），或者户籍信息核对（公安机关）"},
		{Key: PersonPermitHere, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否持有本县（市、区）签发且签注有效的居住证", EN: "whether holding this county's residence permit with a valid endorsement", Obtain: "居住证（本人），按年签注情况（公安机关）"},
		{Key: PersonNoIncome, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "目前是否无收入来源", EN: "whether without any income now",
			Obtain: "本人声明，社会保险和个人所得税信息核对（人力资源社会保障、税务部门）"},
		{Key: PersonNoIncomeTo, Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "无收入来源起始日", EN: "without income since",
			Obtain: "本人声明，社会保险和个人所得税信息核对（人力资源社会保障、税务部门）"},
		{Key: PersonEpidemicJobless, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Judgement: true,
			ZH: "是否受疫情影响无法返岗复工、生活困难", EN: "whether kept from work by an epidemic and in need", Obtain: "务工地或者经常居住地乡镇（街道）核实后研判"},
		{Key: PersonJobInsured, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "失业保险政策是否可以覆盖", EN: "whether covered by unemployment insurance",
			Obtain: "失业保险参保和待遇信息核对（人力资源社会保障部门）"},
		{Key: PersonFixedIncome, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "本人是否有固定收入", EN: "whether there is a fixed income of one's own",
			Obtain: "工资、养老金等信息核对（人力资源社会保障部门）"},
		{Key: PersonPaidDibao, Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "每月低保金中本人的份额（未享受的为0）",
			EN: "own share of the monthly subsistence allowance, 0 if none", Obtain: "待遇发放信息核对（民政部门）"},
		{Key: PersonPaidTekun, Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "每月特困人员供养金（未享受的为0）",
			EN: "monthly support as a destitute person, 0 if none", Obtain: "待遇发放信息核对（民政部门）"},
		{Key: PersonPaidLiving, Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "每月困难残疾人生活补贴（未享受的为0）",
			EN: "monthly living subsidy for disability, 0 if none", Obtain: "待遇发放信息核对（民政部门）"},
		{Key: PersonCareMonths, Scope: eligibility.PerPerson, Kind: eligibility.CountFact, Fixed: true,
			ZH: "因残疾需要特殊护理消费品和照护服务的持续月数", EN: "months of special care for a disability", Obtain: "照护需求评估或核查（县级残联）"},

		{Key: PersonParentsNotFound, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否查找不到生父母", EN: "whether the birth parents cannot be found", Obtain: "捡拾弃婴（儿童）报案证明和查找记录（公安机关）"},
		{Key: PersonOneParentOnly, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Judgement: true, Fixed: true,
			ZH: "父母一方的身份是否无从查明", EN: "whether who the other parent is cannot be found out", Obtain: "出生医学证明、户籍资料、公安机关查找情况，由民政部门研判"},
		{Key: PersonChildBenefitAll, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否全额领取孤儿基本生活费或者事实无人抚养儿童基本生活补贴（不是补差）", EN: "whether the child benefit is drawn in full, not as a difference",
			Obtain: "待遇发放信息核对（民政部门）"},
		{Key: PersonInInstitution, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否由儿童福利机构养育", EN: "whether raised in a children's institution", Obtain: "机构收养登记（儿童福利机构）"},
		{Key: PersonNeglected, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Judgement: true, Fixed: true,
			ZH: "是否因家庭监护缺失或监护不当，人身安全受到威胁或侵害", EN: "whether unsafe because guardianship is missing or improper",
			Obtain: "儿童主任排查、公安机关处置记录，由民政部门研判"},
		{Key: PersonLivesElsewhere, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否随父母或其他监护人离开户籍地到县域外居住", EN: "whether living outside the home county with a parent or guardian", Obtain: "居住登记、就学信息（村居、学校）"},
		{Key: PersonElsewhereSince, Scope: eligibility.PerPerson, Kind: eligibility.DateFact,
			ZH: "到县域外居住的起始日", EN: "lives outside the home county since", Obtain: "居住登记、就学信息（村居、学校）"},
		{Key: PersonCustodyMonths, Scope: eligibility.PerPerson, Kind: eligibility.CountFact, Fixed: true,
			ZH: "服刑、强制隔离戒毒或者其他限制人身自由措施的期限（整月）", EN: "term of custody in whole months", Obtain: "判决书、决定书，或者公安、司法行政部门证明"},
		{Key: PersonChildIllness, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否患有当地为事实无人抚养儿童认定规定的重病", EN: "whether ill with what the place lists for de facto unsupported children",
			Obtain: "诊断证明、医保信息核对（医疗机构、医保部门）"},
		{Key: PersonForeigner, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true, ZH: "是否外籍人员", EN: "whether a foreign national",
			Obtain: "护照、出入境记录（公安机关出入境管理机构）"},
		{Key: PersonDeported, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否被遣送或者驱逐出境", EN: "whether removed or expelled from the country", Obtain: "判决书，或者公安机关的遣送、驱逐出境文书"},
		{Key: PersonAwayWorking, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "是否外出务工", EN: "whether away for work",
			Obtain: "村（居）民委员会摸底排查、本人联系核实"},
		{Key: PersonGuardianAble, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否有监护能力", EN: "whether able to act as guardian", Obtain: "村（居）民委员会走访，必要时医疗机构评估"},
		{Key: TieLostContact, Scope: eligibility.PerTie, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否与儿童及其家庭失去联系且未履行监护抚养责任", EN: "whether there is no contact with the child and no care for it", Obtain: "公安机关查找情况、村（居）民委员会核实"},
		{Key: TieLostContactSince, Scope: eligibility.PerTie, Kind: eligibility.DateFact, Fixed: true,
			ZH: "失联起始日", EN: "without contact and care since", Obtain: "报案或者求助记录（公安机关）、村（居）民委员会核实"},
		{Key: TieRevoked, Scope: eligibility.PerTie, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "对该儿童的监护人资格是否被人民法院撤销", EN: "whether a court revoked the guardianship of this child", Obtain: "人民法院生效裁判文书"},
		{Key: TieDutyUnperformed, Scope: eligibility.PerTie, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "是否未履行对该儿童的抚养监护责任", EN: "whether the duty of raising the child is not performed", Obtain: "村（居）民委员会核实"},

		{Key: PersonDependency, Scope: eligibility.PerPerson, Kind: eligibility.WordFact, ZH: "老年人能力评估等级", EN: "ability of an old person, assessed",
			Fixed: true, Words: []eligibility.Word{
				{Key: "able", ZH: "能力完好", EN: "able"},
				{Key: "mild", ZH: "轻度失能", EN: "mildly dependent"},
				{Key: "moderate", ZH: "中度失能", EN: "moderately dependent"},
				{Key: "severe", ZH: "重度失能", EN: "severely dependent"},
				{Key: "complete", ZH: "完全失能", EN: "completely dependent"},
			}, Obtain: "按GB/T 42195-2022进行老年人能力评估（评估机构）"},
		{Key: PersonLongDependent, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, Fixed: true,
			ZH: "生活是否长期不能自理", EN: "whether unable to care for oneself for long", Obtain: "老年人能力评估（评估机构）"},
		{Key: PersonLongTermCover, Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否正在享受长期护理保险待遇", EN: "whether drawing long-term care insurance", Obtain: "长期护理保险待遇信息核对（医保部门）"},
	}
	return append(f, heldBenefits()...)
}

// heldBenefits are the confirmed statuses, one a programme, that eligibility.Holds reads.
func heldBenefits() []eligibility.Fact {
	held := []struct {
		programme eligibility.ProgrammeID
		zh, en    string
		office    string
	}{
		{"canji_shenghuo", "困难残疾人生活补贴", "living subsidy for disabled people in hardship", "民政部门"},
		{"canji_huli", "重度残疾人护理补贴", "care subsidy for severely disabled people", "民政部门"},
		{"gongshang_huli", "工伤保险生活护理费", "care pay of work-injury insurance", "人力资源社会保障部门"},
		{"tonglei_shenghuo", "老年、因公致残、离休等福利性生活补贴（津贴）", "another living allowance of the same type", "发放单位"},
		{"tonglei_huli", "老年、因公致残、离休等福利性护理补贴（津贴）", "another care allowance of the same type", "发放单位"},
		{"guer", "孤儿基本生活费", "orphans' basic living allowance", "民政部门"},
		{"shishi_wuren", "事实无人抚养儿童基本生活补贴", "allowance for de facto unsupported children", "民政部门"},
		{"gaoling", "高龄津贴", "old-age allowance", "民政部门"},
		{"laonian_huli", "经济困难失能老年人护理补贴", "care subsidy for poor dependent old people", "民政部门"},
		{"xiaofei_butie", "失能老年人养老服务消费补贴", "vouchers for care services", "民政部门"},
	}
	f := make([]eligibility.Fact, len(held))
	for i, h := range held {
		f[i] = eligibility.Fact{Key: eligibility.HoldsFact(h.programme), Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
			ZH: "是否正在享受" + h.zh, EN: "whether held: " + h.en, Obtain: "待遇发放信息核对（" + h.office + "）", Fixed: true}
	}
	return f
}
