package text

import "github.com/shegong/shegong/station/vocab"

// CivilCode is 民法典.
func CivilCode() Document {
	return Document{"《中华人民共和国民法典》", vocab.Official}
}

// FamilyReading is the reading of its book on the family by the Supreme Court.
func FamilyReading() Document {
	return Document{"《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》", vocab.Official}
}

// MarriageLaw is 婚姻法, in force until 2020.
func MarriageLaw() Document {
	return Document{"《中华人民共和国婚姻法》", vocab.Recalled}
}

// GeneralPart is the General Part of 2017, whose article 17 the Civil Code took over, and before it article 11 of 民法通则.
func GeneralPart() Document {
	return Document{"《中华人民共和国民法总则》（2017年10月1日前为《中华人民共和国民法通则》第十一条）", vocab.Recalled}
}

// Interim2014 is 社会救助暂行办法.
func Interim2014() Document {
	return Document{"《社会救助暂行办法》（国务院令第649号）", vocab.Official}
}

// AssistanceLaw is 社会救助法.
func AssistanceLaw() Document {
	return Document{"《中华人民共和国社会救助法》", vocab.Official}
}

// Reform2020 is the opinion of August 2020 on reforming social assistance.
func Reform2020() Document {
	return Document{"《关于改革完善社会救助制度的意见》（中共中央办公厅、国务院办公厅，2020年8月）", vocab.Official}
}

// Notice2022 is the notice of 2022-10-20, whose number is from memory.
func Notice2022() Document {
	return Document{"《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》（民发〔2022〕83号）", vocab.Official}
}

// Destitute2016 is 特困人员认定办法 of 2016.
func Destitute2016() Document {
	return Document{"《特困人员认定办法》（民发〔2016〕178号）", vocab.Reported}
}

// Destitute2021 is 特困人员认定办法 of 2021.
func Destitute2021() Document {
	return Document{"《特困人员认定办法》（民发〔2021〕43号）", vocab.Official}
}

// Subsistence2012 is 最低生活保障审核审批办法（试行） of 2012.
func Subsistence2012() Document {
	return Document{"《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）", vocab.Official}
}

// Subsistence2021 is 最低生活保障审核确认办法 of 2021.
func Subsistence2021() Document {
	return Document{"《最低生活保障审核确认办法》（民发〔2021〕57号）", vocab.Official}
}

// Rigid2024 is 刚性支出困难家庭认定办法, whose number is known at second hand.
func Rigid2024() Document {
	return Document{"《刚性支出困难家庭认定办法》（民发〔2024〕57号）", vocab.Official}
}

// Relief2014 is the notice that established temporary relief.
func Relief2014() Document {
	return Document{"《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）", vocab.Reported}
}

// Relief2018 is the opinion of 2018 on temporary relief.
func Relief2018() Document {
	return Document{"《关于进一步加强和改进临时救助工作的意见》（民发〔2018〕23号）", vocab.Official}
}

// Relief2026 is the opinion of 2026 on temporary relief.
func Relief2026() Document {
	return Document{"《关于进一步健全完善临时救助制度的意见》（民政部、财政部，2026年1月29日）", vocab.Reported}
}

// Subsidies2015 is the opinion on the two disability subsidies.
func Subsidies2015() Document {
	return Document{"《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号）", vocab.Reported}
}

// Injury2010 is 工伤保险条例.
func Injury2010() Document {
	return Document{"《工伤保险条例》（国务院令第586号）", vocab.Official}
}

// Orphans2010 is the opinion on orphans.
func Orphans2010() Document {
	return Document{"《国务院办公厅关于加强孤儿保障工作的意见》（国办发〔2010〕54号）", vocab.Official}
}

// Unsupported2019 is the opinion on children whom nobody in fact raises.
func Unsupported2019() Document {
	return Document{"《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）", vocab.Official}
}

// Unsupported2020 is the notice that adds to it.
func Unsupported2020() Document {
	return Document{"《关于进一步做好事实无人抚养儿童保障有关工作的通知》（民发〔2020〕125号）", vocab.Reported}
}

// Hardship2016 is the opinion on children in hardship.
func Hardship2016() Document {
	return Document{"《国务院关于加强困境儿童保障工作的意见》（国发〔2016〕36号）", vocab.Official}
}

// LeftBehind2016 is the opinion on left-behind children.
func LeftBehind2016() Document {
	return Document{"《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号）", vocab.Official}
}

// Migrant2024 is the action plan for migrant children.
func Migrant2024() Document {
	return Document{"《加强流动儿童关爱保护行动方案》（2024年）", vocab.Reported}
}

// ElderlyLaw is 老年人权益保障法.
func ElderlyLaw() Document {
	return Document{"《中华人民共和国老年人权益保障法》", vocab.Official}
}

// Vouchers2026 is the notice on vouchers for care services.
func Vouchers2026() Document {
	return Document{"《民政部、财政部关于2026年向中度以上失能老年人发放养老服务消费补贴的通知》（题名据报道）", vocab.Reported}
}
