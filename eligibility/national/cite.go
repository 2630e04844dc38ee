package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// document is one text of law as the nodes cite it: its title with the number, and how well the text is known.
type document struct {
	title string
	grade vocab.Provenance
}

// at is a place in the document.
func (d document) at(article string) vocab.Source {
	return vocab.Source{Document: d.title, Article: article, Provenance: d.grade}
}

// says is a criterion that stands in the document.
func (d document) says(id, article, zh, en string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: d.at(article)}
}

// means is a criterion that is our reading of the document; note says in Chinese what is read into it.
func (d document) means(id, article, zh, en, note string) eligibility.Criterion {
	c := d.says(id, article, zh, en)
	c.Source.Provenance, c.Note = vocab.Interpretation, note
	return c
}

// The documents on relief, disability, children and old age.
func relief2014() document {
	return document{"国务院关于全面建立临时救助制度的通知（国发〔2014〕47号）", vocab.Reported}
}

func relief2018() document {
	return document{"关于进一步加强和改进临时救助工作的意见（民发〔2018〕23号）", vocab.Official}
}

func reform2020() document {
	return document{"关于改革完善社会救助制度的意见（中共中央办公厅、国务院办公厅，2020年8月）", vocab.Official}
}

func notice2022() document {
	return document{"关于进一步做好最低生活保障等社会救助兜底保障工作的通知（民发〔2022〕83号）", vocab.Official}
}

func relief2026() document {
	return document{"关于进一步健全完善临时救助制度的意见（民政部、财政部，2026年1月29日）", vocab.Reported}
}

func assistanceLaw() document {
	return document{"中华人民共和国社会救助法", vocab.Official}
}

func subsidies2015() document {
	return document{"国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见（国发〔2015〕52号）", vocab.Reported}
}

func injury2010() document {
	return document{"工伤保险条例（国务院令第586号）", vocab.Official}
}

func orphans2010() document {
	return document{"国务院办公厅关于加强孤儿保障工作的意见（国办发〔2010〕54号）", vocab.Official}
}

func unsupported2019() document {
	return document{"关于进一步加强事实无人抚养儿童保障工作的意见（民发〔2019〕62号）", vocab.Official}
}

func unsupported2020() document {
	return document{"关于进一步做好事实无人抚养儿童保障有关工作的通知（民发〔2020〕125号）", vocab.Reported}
}

func hardship2016() document {
	return document{"国务院关于加强困境儿童保障工作的意见（国发〔2016〕36号）", vocab.Official}
}

func leftBehind2016() document {
	return document{"国务院关于加强农村留守儿童关爱保护工作的意见（国发〔2016〕13号）", vocab.Official}
}

func migrant2024() document {
	return document{"加强流动儿童关爱保护行动方案（2024年）", vocab.Reported}
}

func elderlyLaw() document {
	return document{"中华人民共和国老年人权益保障法", vocab.Official}
}

func vouchers2026() document {
	return document{"民政部、财政部关于2026年向中度以上失能老年人发放养老服务消费补贴的通知（题名据报道）", vocab.Reported}
}
