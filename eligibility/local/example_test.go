package local_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
)

// The standard of a county at the end of 2020, with its source; and what nobody has recorded for it.
func ExampleActs() {
	body, err := national.Statutes(local.Acts()...)
	if err != nil {
		panic(err)
	}
	county := division.MustParse("350627") // 南靖县
	law, err := body.At(statutes.Query{Division: county, On: cal.MustParse("2021-12-20")})
	if err != nil {
		panic(err)
	}
	v, _ := law.Value(national.DibaoStandard, eligibility.Rural)
	fmt.Println(v.Money, v.Per, v.Source.Cite(language.Chinese))
	fmt.Println(v.Note)
	gaps := body.Gaps(county, cal.Month(2021, 12))
	for _, gap := range gaps[:3] {
		zh, _, _ := law.Names(eligibility.Need{Kind: eligibility.ParamNeed, Param: gap.Param})
		if gap.Clause != "" {
			zh, _, _ = law.Names(eligibility.Need{Kind: eligibility.ClauseNeed, Clause: gap.Clause})
		}
		fmt.Println("未录入：" + zh)
	}
	// Output:
	// 7908.00 year 漳州市2020年底城乡低保标准（福建日报2021年2月5日报道）（转述）
	// 2020年底的标准，城乡一致；起始日未印出，2021年12月以后是否调整未查到
	// 未录入：低保边缘家庭财产状况规定
	// 未录入：低保家庭财产状况规定
	// 未录入：单人户本人财产状况规定
}

// Acts of one province alone, for whoever works there and nowhere else.
func ExampleGuangdong() {
	for _, act := range local.Guangdong() {
		fmt.Println(act.In, act.Force, act.ZH)
	}
	// Output:
	// 44 2020-01-01/ 广东省事实无人抚养儿童保障规定
	// 44 2024-04-01/2027-04-01 广东省特困人员认定办法（试行）
	// 44 2027-04-01/ 广东省特困人员认定办法（试行）届满之后
	// 44 2023-07-04/ 广东省刚性支出占家庭收入的比例
	// 4403 2023-07-04/ 深圳市刚性支出占家庭收入的比例
	// 44 2025-01-01/2026-01-01 广东省残疾人两项补贴标准（2025年）
	// 44 2026-01-01/2027-01-01 广东省残疾人两项补贴标准（2026年）
}
