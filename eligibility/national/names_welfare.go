package national

import "github.com/shegong/shegong/eligibility/national/internal/key"

// The programmes of relief, disability, children and old age (项目代码).
const (
	Jinan        = key.Jinan        // 临时救助（急难型）
	Kuaijiu      = key.Kuaijiu      // 临时救助（小额快救、先行救助）
	Zhichu       = key.Zhichu       // 临时救助（支出型）
	Shiye        = key.Shiye        // 未参保失业人员一次性临时救助
	Jiuzhuzhan   = key.Jiuzhuzhan   // 县级救助管理机构救助
	Shenghuo     = key.Shenghuo     // 困难残疾人生活补贴
	Huli         = key.Huli         // 重度残疾人护理补贴
	Guer         = key.Guer         // 孤儿
	Shishi       = key.Shishi       // 事实无人抚养儿童
	Kunjing      = key.Kunjing      // 困境儿童
	Liushou      = key.Liushou      // 农村留守儿童
	Liudong      = key.Liudong      // 流动儿童
	Gaoling      = key.Gaoling      // 高龄津贴
	LaonianHuli  = key.LaonianHuli  // 经济困难失能老年人护理补贴
	XiaofeiButie = key.XiaofeiButie // 失能老年人养老服务消费补贴
	// Held and never assessed here: 工伤保险生活护理费, and the allowances of the same type as the two subsidies.
	GongshangHuli   = key.GongshangHuli
	TongleiShenghuo = key.TongleiShenghuo
	TongleiHuli     = key.TongleiHuli
)

// The amounts that places set (地方标准), yuan a month.
const (
	ShenghuoAmount  = key.ShenghuoAmount // 困难残疾人生活补贴
	ShenghuoLower   = key.ShenghuoLower  // the same, for those of the clause ShenghuoLowerFor
	HuliOne         = key.HuliOne        // 重度残疾人护理补贴，一级
	HuliTwo         = key.HuliTwo        // 二级
	HuliOneLower    = key.HuliOneLower   // 一级, for those of the clause HuliLowerFor
	HuliTwoLower    = key.HuliTwoLower   // 二级, for those of the clause HuliLowerFor
	HuliExtended    = key.HuliExtended   // for those whom only the clause HuliExtension takes in
	ChildHome       = key.ChildHome      // 散居孤儿、事实无人抚养儿童
	ChildFacility   = key.ChildFacility  // 机构养育
	GaolingOne      = key.GaolingOne     // 高龄津贴第一档; whom a band is for says the clause of the same number
	GaolingTwo      = key.GaolingTwo
	GaolingThree    = key.GaolingThree
	GaolingFour     = key.GaolingFour
	ElderCareMild   = key.ElderCareMild // 护理补贴，轻度失能
	ElderCareMedium = key.ElderCareMedium
	ElderCareSevere = key.ElderCareSevere
	ElderCareFull   = key.ElderCareFull
	ReliefCapMonths = key.ReliefCapMonths // 临时救助金额上限：每人低保标准的月数
	VoucherCap      = key.VoucherCap      // 养老服务消费补贴每月最高额
	VoucherHome     = key.VoucherHome     // 居家、社区服务抵扣比例
	VoucherFacility = key.VoucherFacility // 机构服务抵扣比例
)

// What the acts on relief, disability, children and old age leave to places (授权事项).
const (
	ReliefProperty    = key.ReliefProperty    // 支出型临时救助家庭财产状况 (required, household)
	ReliefAnywhere    = key.ReliefAnywhere    // 取消户籍地、居住地限制 (household)
	ReliefSmallSum    = key.ReliefSmallSum    // 救助金额较小 (household)
	ShenghuoExtension = key.ShenghuoExtension // 低收入及其他困难残疾人 (person)
	ShenghuoLowerFor  = key.ShenghuoLowerFor  // 生活补贴较低档对象 (person)
	HuliExtension     = key.HuliExtension     // 非重度残疾人, as pairs of kind and grade (person)
	HuliLowerFor      = key.HuliLowerFor      // 护理补贴较低档对象 (person)
	OrphanAfter18     = key.OrphanAfter18     // 孤儿成年后继续保障 (person)
	ShishiAfter18     = key.ShishiAfter18     // 事实无人抚养儿童成年后继续保障 (person)
	GaolingScope      = key.GaolingScope      // 高龄津贴发放对象 (required, person)
	GaolingBandOne    = key.GaolingBandOne    // 第一档对象 (required, person)
	GaolingBandTwo    = key.GaolingBandTwo
	GaolingBandThree  = key.GaolingBandThree
	GaolingBandFour   = key.GaolingBandFour
	ElderCareScope    = key.ElderCareScope // 经济困难老年人范围 (required, person)
)
