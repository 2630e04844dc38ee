package local

import "github.com/shegong/shegong/eligibility"

// Sichuan returns what is known of Sichuan (四川省, 510000): the two disability subsidies, known for July 2024.
//
// Gaps: everything else.
func Sichuan() []eligibility.Act {
	return []eligibility.Act{number(reported("四川省残疾人两项补贴规定（川民规〔2024〕1号，公开数据表）").act("sichuan:canji-2024", "四川省残疾人两项补贴规定",
		"Sichuan disability subsidies, 2024", "51", since("2024-07-31"), noted(noteKnown, subsidies(100, 110, 80)...)),
		"川民规〔2024〕1号")}
}
