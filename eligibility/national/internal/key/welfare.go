package key

import "github.com/shegong/shegong/eligibility"

// The programmes of relief, disability, children and old age (项目代码).
const (
	Jinan        eligibility.ProgrammeID = "linshi_jinan"
	Kuaijiu      eligibility.ProgrammeID = "linshi_kuaijiu"
	Zhichu       eligibility.ProgrammeID = "linshi_zhichu"
	Shiye        eligibility.ProgrammeID = "linshi_shiye"
	Jiuzhuzhan   eligibility.ProgrammeID = "jiuzhuzhan"
	Shenghuo     eligibility.ProgrammeID = "canji_shenghuo"
	Huli         eligibility.ProgrammeID = "canji_huli"
	Guer         eligibility.ProgrammeID = "guer"
	Shishi       eligibility.ProgrammeID = "shishi_wuren"
	Kunjing      eligibility.ProgrammeID = "kunjing"
	Liushou      eligibility.ProgrammeID = "liushou"
	Liudong      eligibility.ProgrammeID = "liudong"
	Gaoling      eligibility.ProgrammeID = "gaoling"
	LaonianHuli  eligibility.ProgrammeID = "laonian_huli"
	XiaofeiButie eligibility.ProgrammeID = "xiaofei_butie"
	// Held and never assessed here: 工伤保险生活护理费, and the allowances of the same type as the two subsidies.
	GongshangHuli   eligibility.ProgrammeID = "gongshang_huli"
	TongleiShenghuo eligibility.ProgrammeID = "tonglei_shenghuo"
	TongleiHuli     eligibility.ProgrammeID = "tonglei_huli"
)

// The amounts that places set (地方标准), yuan a month.
const (
	ShenghuoAmount  eligibility.ParamKey = "canji.shenghuo"
	ShenghuoLower   eligibility.ParamKey = "canji.shenghuo_lower"
	HuliOne         eligibility.ParamKey = "canji.huli_1"
	HuliTwo         eligibility.ParamKey = "canji.huli_2"
	HuliOneLower    eligibility.ParamKey = "canji.huli_1_lower"
	HuliTwoLower    eligibility.ParamKey = "canji.huli_2_lower"
	HuliExtended    eligibility.ParamKey = "canji.huli_extended"
	ChildHome       eligibility.ParamKey = "ertong.home"
	ChildFacility   eligibility.ParamKey = "ertong.facility"
	GaolingOne      eligibility.ParamKey = "gaoling.amount_1"
	GaolingTwo      eligibility.ParamKey = "gaoling.amount_2"
	GaolingThree    eligibility.ParamKey = "gaoling.amount_3"
	GaolingFour     eligibility.ParamKey = "gaoling.amount_4"
	ElderCareMild   eligibility.ParamKey = "laonian_huli.mild"
	ElderCareMedium eligibility.ParamKey = "laonian_huli.moderate"
	ElderCareSevere eligibility.ParamKey = "laonian_huli.severe"
	ElderCareFull   eligibility.ParamKey = "laonian_huli.complete"
	ReliefCapMonths eligibility.ParamKey = "linshi.cap_months"
	VoucherCap      eligibility.ParamKey = "xiaofei.cap"
	VoucherHome     eligibility.ParamKey = "xiaofei.share_home"
	VoucherFacility eligibility.ParamKey = "xiaofei.share_facility"
)

// What the acts on relief, disability, children and old age leave to places (授权事项).
const (
	ReliefProperty    eligibility.ClauseKey = "linshi.property"
	ReliefAnywhere    eligibility.ClauseKey = "linshi.anywhere"
	ReliefSmallSum    eligibility.ClauseKey = "linshi.small"
	ShenghuoExtension eligibility.ClauseKey = "canji.shenghuo_extension"
	ShenghuoLowerFor  eligibility.ClauseKey = "canji.shenghuo_lower"
	HuliExtension     eligibility.ClauseKey = "canji.huli_extension"
	HuliLowerFor      eligibility.ClauseKey = "canji.huli_lower"
	OrphanAfter18     eligibility.ClauseKey = "guer.after_18"
	ShishiAfter18     eligibility.ClauseKey = "shishi.after_18"
	GaolingScope      eligibility.ClauseKey = "gaoling.scope"
	GaolingBandOne    eligibility.ClauseKey = "gaoling.band_1"
	GaolingBandTwo    eligibility.ClauseKey = "gaoling.band_2"
	GaolingBandThree  eligibility.ClauseKey = "gaoling.band_3"
	GaolingBandFour   eligibility.ClauseKey = "gaoling.band_4"
	ElderCareScope    eligibility.ClauseKey = "laonian_huli.scope"
)

// OnDibao is the definition that a person is on subsistence allowance, with his household or alone: confirmed, or found so by this
// assessment. A household that is found to qualify helps its members only.
const OnDibao eligibility.DefinitionID = "on_dibao"
