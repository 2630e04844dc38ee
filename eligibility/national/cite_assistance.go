package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// The documents on basic assistance and on the duty of support.
func civilCode() document { return document{"中华人民共和国民法典", vocab.Official} }

func marriageLaw() document { return document{"中华人民共和国婚姻法", vocab.Recalled} }

// generalPart is the General Part of 2017, whose article 17 the Civil Code took over, and before it article 11 of 民法通则.
func generalPart() document {
	return document{"中华人民共和国民法总则（2017年10月1日前为民法通则第十一条）", vocab.Recalled}
}

func familyReading() document {
	return document{"最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）", vocab.Official}
}

func interim2014() document {
	return document{"社会救助暂行办法（国务院令第649号）", vocab.Official}
}

func destitute2016() document {
	return document{"特困人员认定办法（民发〔2016〕178号）", vocab.Reported}
}

func destitute2021() document {
	return document{"特困人员认定办法（民发〔2021〕43号）", vocab.Official}
}

func subsistence2021() document {
	return document{"最低生活保障审核确认办法（民发〔2021〕57号）", vocab.Official}
}

func rigid2024() document {
	return document{"刚性支出困难家庭认定办法（民发〔2024〕57号）", vocab.Official}
}

// noted puts a remark in Chinese to a criterion.
func noted(c eligibility.Criterion, note string) eligibility.Criterion { c.Note = note; return c }
