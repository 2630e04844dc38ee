package national

import "github.com/shegong/shegong/eligibility"

// The programmes of relief, disability, children and old age (项目代码).
const (
	Jinan        eligibility.ProgrammeID = "linshi_jinan"   // 临时救助（急难型）
	Kuaijiu      eligibility.ProgrammeID = "linshi_kuaijiu" // 临时救助（小额快救、先行救助）
	Zhichu       eligibility.ProgrammeID = "linshi_zhichu"  // 临时救助（支出型）
	Shiye        eligibility.ProgrammeID = "linshi_shiye"   // 未参保失业人员一次性临时救助
	Jiuzhuzhan   eligibility.ProgrammeID = "jiuzhuzhan"     // 县级救助管理机构救助
	Shenghuo     eligibility.ProgrammeID = "canji_shenghuo" // 困难残疾人生活补贴
	Huli         eligibility.ProgrammeID = "canji_huli"     // 重度残疾人护理补贴
	Guer         eligibility.ProgrammeID = "guer"           // 孤儿
	Shishi       eligibility.ProgrammeID = "shishi_wuren"   // 事实无人抚养儿童
	Kunjing      eligibility.ProgrammeID = "kunjing"        // 困境儿童
	Liushou      eligibility.ProgrammeID = "liushou"        // 农村留守儿童
	Liudong      eligibility.ProgrammeID = "liudong"        // 流动儿童
	Gaoling      eligibility.ProgrammeID = "gaoling"        // 高龄津贴
	LaonianHuli  eligibility.ProgrammeID = "laonian_huli"   // 经济困难失能老年人护理补贴
	XiaofeiButie eligibility.ProgrammeID = "xiaofei_butie"  // 失能老年人养老服务消费补贴
	// Held and never assessed here: 工伤保险生活护理费, and the allowances of the same type as the two subsidies.
	GongshangHuli   eligibility.ProgrammeID = "gongshang_huli"
	TongleiShenghuo eligibility.ProgrammeID = "tonglei_shenghuo"
	TongleiHuli     eligibility.ProgrammeID = "tonglei_huli"
)

// The amounts that places set (地方标准), yuan a month.
const (
	ShenghuoAmount  eligibility.ParamKey = "canji.shenghuo"       // 困难残疾人生活补贴
	ShenghuoLower   eligibility.ParamKey = "canji.shenghuo_lower" // the same, for those of the clause ShenghuoLowerFor
	HuliOne         eligibility.ParamKey = "canji.huli_1"         // 重度残疾人护理补贴，一级
	HuliTwo         eligibility.ParamKey = "canji.huli_2"         // 二级
	HuliOneLower    eligibility.ParamKey = "canji.huli_1_lower"   // 一级, for those of the clause HuliLowerFor
	HuliTwoLower    eligibility.ParamKey = "canji.huli_2_lower"   // 二级, for those of the clause HuliLowerFor
	HuliExtended    eligibility.ParamKey = "canji.huli_extended"  // for those whom only the clause HuliExtension takes in
	ChildHome       eligibility.ParamKey = "ertong.home"          // 散居孤儿、事实无人抚养儿童
	ChildFacility   eligibility.ParamKey = "ertong.facility"      // 机构养育
	GaolingOne      eligibility.ParamKey = "gaoling.amount_1"     // 高龄津贴第一档; whom a band is for says the clause of the same number
	GaolingTwo      eligibility.ParamKey = "gaoling.amount_2"
	GaolingThree    eligibility.ParamKey = "gaoling.amount_3"
	GaolingFour     eligibility.ParamKey = "gaoling.amount_4"
	ElderCareMild   eligibility.ParamKey = "laonian_huli.mild" // 护理补贴，轻度失能
	ElderCareMedium eligibility.ParamKey = "laonian_huli.moderate"
	ElderCareSevere eligibility.ParamKey = "laonian_huli.severe"
	ElderCareFull   eligibility.ParamKey = "laonian_huli.complete"
	VoucherCap      eligibility.ParamKey = "xiaofei.cap"            // 养老服务消费补贴每月最高额
	VoucherHome     eligibility.ParamKey = "xiaofei.share_home"     // 居家、社区服务抵扣比例
	VoucherFacility eligibility.ParamKey = "xiaofei.share_facility" // 机构服务抵扣比例
)

// What the acts on relief, disability, children and old age leave to places (授权事项).
const (
	ReliefProperty    eligibility.ClauseKey = "linshi.property"          // 支出型临时救助家庭财产状况 (required, household)
	ReliefAnywhere    eligibility.ClauseKey = "linshi.anywhere"          // 取消户籍地、居住地限制 (household)
	ReliefSmallSum    eligibility.ClauseKey = "linshi.small"             // 救助金额较小 (household)
	ShenghuoExtension eligibility.ClauseKey = "canji.shenghuo_extension" // 低收入及其他困难残疾人 (person)
	ShenghuoLowerFor  eligibility.ClauseKey = "canji.shenghuo_lower"     // 生活补贴较低档对象 (person)
	HuliExtension     eligibility.ClauseKey = "canji.huli_extension"     // 非重度残疾人, as pairs of kind and grade (person)
	HuliLowerFor      eligibility.ClauseKey = "canji.huli_lower"         // 护理补贴较低档对象 (person)
	OrphanAfter18     eligibility.ClauseKey = "guer.after_18"            // 孤儿成年后继续保障 (person)
	ShishiAfter18     eligibility.ClauseKey = "shishi.after_18"          // 事实无人抚养儿童成年后继续保障 (person)
	GaolingScope      eligibility.ClauseKey = "gaoling.scope"            // 高龄津贴发放对象 (required, person)
	GaolingBandOne    eligibility.ClauseKey = "gaoling.band_1"           // 第一档对象 (required, person)
	GaolingBandTwo    eligibility.ClauseKey = "gaoling.band_2"
	GaolingBandThree  eligibility.ClauseKey = "gaoling.band_3"
	GaolingBandFour   eligibility.ClauseKey = "gaoling.band_4"
	ElderCareScope    eligibility.ClauseKey = "laonian_huli.scope" // 经济困难老年人范围 (required, person)
)
