package local

import "github.com/shegong/shegong/eligibility"

// Shaanxi returns what is known of Shaanxi (陕西省, 610000): the standards of 宝鸡 of 2023, and the town standard of 陇县 of 2022.
//
// Gaps: the country standard of 陇县 and the tiers of both, which are paid by need and not by number; top-ups of 30 and 50 % of the
// standard; property rules; subsidies.
func Shaanxi() []eligibility.Act {
	return []eligibility.Act{
		official("陇县人民政府网站2022年5月11日信息").act("shaanxi:longxian-2022", "陇县2022年城市低保标准", "town standard of Longxian, 2022",
			"610327",
			through("2022-05-11", "2022-12-31"), noted("按当年录入，起始日为已知最早之日", in("610327", monthly(standard, urban, 610))...)),
		reported("宝鸡市2023年城乡低保标准（2023年12月3日网页转述）").act("shaanxi:baoji-2023", "宝鸡市2023年城乡低保标准", "standards of Baoji, 2023",
			"6103", since("2023-01-01"),
			noted(noteOpen, in("6103", monthly(standard, urban, 662), yearly(standard, rural, 5964))...)),
	}
}
