package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Shaanxi returns what is known of Shaanxi (陕西省, 610000): the standards of 宝鸡 of 2023, and the town standard of its county 陇县 of
// 2022; that both pay country households by tiers, and top up from the age of 70, under 18, and for a severe disability or grave
// illness, of two reasons the higher one.
//
// Gaps: the country standard of 陇县; from which age it tops up, which is read as in 宝鸡; whom 宝鸡 takes for severely disabled, which is
// read as in 陇县; property rules; subsidies.
func Shaanxi() []eligibility.Act {
	longxian := official("陇县人民政府网站2022年5月11日信息")
	baoji := reported("宝鸡市2023年城乡低保标准（2023年12月3日网页转述）")
	year, from := through("2022-05-11", "2022-12-31"), since("2023-01-01")
	a := longxian.act("shaanxi:longxian-2022", "陇县2022年城市低保标准", "town standard of Longxian, 2022", "610327", year,
		noted("按当年录入，起始日为已知最早之日", in("610327", monthly(standard, urban, 610), monthly(tierOne, rural, 408), monthly(tierTwo, rural, 373),
			monthly(tierThree, rural, 338), monthly(topUpAge, urban, 183), monthly(topUpSevere, urban, 305), monthly(topUpAge, rural, 123),
			monthly(topUpSevere, rural, 205))...),
		longxian.countryTiers("longxian"), longxian.topsUp("longxian"))
	a.Overrides = longxian.topUpGroups(year, vocab.Interpretation, "公布的增发额没有写明年龄，参照宝鸡市2023年转述的口径", vocab.Official, "")
	// 30 and 50 % of the standard, as they are printed; in the country of the yearly one by the month.
	var shares []eligibility.Value
	for _, s := range []struct {
		area        eligibility.Area
		age, severe int64 // fen
	}{{urban, 19_860, 33_100}, {rural, 14_910, 24_850}} {
		shares = append(shares, eligibility.Value{Param: topUpAge, Area: s.area, Money: money.Fen(s.age), Per: eligibility.Monthly},
			eligibility.Value{Param: topUpSevere, Area: s.area, Money: money.Fen(s.severe), Per: eligibility.Monthly})
	}
	for i := range shares {
		shares[i].Source = baoji.at("")
		shares[i].Source.Provenance = vocab.Interpretation
	}
	b := baoji.act("shaanxi:baoji-2023", "宝鸡市2023年城乡低保标准", "standards of Baoji, 2023", "6103", from,
		append(noted(noteOpen, in("6103", monthly(standard, urban, 662), yearly(standard, rural, 5964), monthly(tierOne, rural, 495),
			monthly(tierTwo, rural, 425), monthly(tierThree, rural, 355))...),
			noted("由低保标准和印出的比例（老年人、未成年人30%，重残、重病50%）算得；"+noteOpen, in("6103", shares...)...)...),
		baoji.countryTiers("baoji"), baoji.topsUp("baoji"))
	b.Overrides = baoji.topUpGroups(from, vocab.Reported, "", vocab.Interpretation, "“重度残疾”未界定，参照陇县2022年公布的口径")
	for i := range b.Overrides {
		b.Overrides[i].Division = place("6103")
	}
	return []eligibility.Act{a, b}
}

// countryTiers is that a household in the country is paid by tiers (分档), one in town by the gap.
func (t text) countryTiers(id string) eligibility.Fill {
	return enacted(tiers, eligibility.InWords(t.says(id+".tiers", "农村低保分档计发", "paid by tiers in the country"), eligibility.HouseholdArea,
		string(eligibility.Rural)))
}

func (t text) topsUp(id string) eligibility.Fill {
	return enacted(topUp, eligibility.Always(t.says(id+".topup", "按分类施保增发", "tops up by group")))
}

// topUpGroups is whom 分类施保 is for where the place says 70 and not 60, and counts grade three of the mind as severe.
// How well the age is known, and the disability, differs by place.
func (t text) topUpGroups(force cal.Period, age vocab.Provenance, ageNote string, grade vocab.Provenance, note string) []eligibility.Override {
	old := t.says("pay.age.old", "70周岁以上", "70 or older")
	old.Source.Provenance, old.Note = age, ageNote
	replace := func(n *eligibility.Node) eligibility.Override {
		return eligibility.Override{Programme: dibao, Node: n.ID(), Division: place("610327"), Force: force, Source: t.at(""), With: n}
	}
	disabled := func(id string) *eligibility.Node {
		c := t.says(id, "一级、二级残疾，三级智力、精神残疾", "grade 1 or 2, intellectual or mental grade 3")
		c.Source.Provenance, c.Note = grade, note
		return eligibility.InPairs(c, facts.PersonDisability, append(severe(), mind(identity.GradeThree)...)...)
	}
	return []eligibility.Override{
		replace(eligibility.Age(old, facts.PersonBirth, measure.AtLeast, 70)),
		replace(disabled("pay.severe.who.disabled")), replace(disabled("pay.age.severe.disabled"))}
}
