package zh_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting/zh"
)

// The paragraph of a provincial bulletin of 2022 as printed, and one of a county; the only quoted texts here.
const (
	bulletin = "目前,山西省共有68个县(市、区)的612个乡镇(街道)挂牌成立社工站,提供基层社会工作岗位近950个,全省服务总人数超15万人," +
		"开展个案服务1600余个,开展社区活动300余个,动员社区社会组织269家,新培育社区社会组织49家,联动志愿者6700余人," +
		"链接慈善等社会资源款物折合约121.4万余元。"
	county = "日前,社工站已整合优化了两支志愿者队伍,社工与志愿者共同参与服务共260人次,链接社会组织12家,汇聚社会资源5万多元;" +
		"开展特殊群体入户探访1633人次;运用小组和社区工作方法,开展各类社区活动和专题宣传培训社会倡导共25场。"
)

func lint(s string) []string {
	var out []string
	for _, f := range zh.Lint(s) {
		mark := ""
		if f.Fault.Advisory() {
			mark = "?"
		}
		out = append(out, s[f.At.Start:f.At.End]+" "+strings.TrimPrefix(string(f.Fault.Code()), "ZH-")+mark)
	}
	return out
}

func TestLint(t *testing.T) {
	for text, want := range map[string][]string{
		"开展个案服务近1600余个。":       {"近1600余个 CONTRADICTION"},
		"参加的超5人以上":             {"超5人以上 CONTRADICTION"},
		"到会不到3人左右":             {"不到3人左右 CONTRADICTION"},
		"服务约近300人":             {"约近300人 CONTRADICTION"},
		"每场约300人左右,共25场":       {"约300人左右 REDUNDANT"},
		"配备至少5人以上":             {"至少5人以上 REDUNDANT"},
		"超1600余人":              {"超1600余人 REDUNDANT"},
		"折合约121.4万余元":          {"约121.4万余元 REDUNDANT?"},
		"走访23余次,投入1234余万元":     {"23余次 IRREGULAR", "1234余万元 IRREGULAR"},
		"投入110.53万余元":          {"110.53万余元 IRREGULAR"},
		"二十三余人":                {"二十三余人 IRREGULAR"},
		"走了3千里,来了3百人":          {"3千 MIXED", "3百 MIXED"},
		"走了150百里":              {"150百 MIXED"},
		"1千3百万":                {"1千3百万 MIXED"},
		"人口3亿4500万":            {"3亿4500万 MIXED?"},
		"人口10亿零817万5288人":      {"10亿零817万5288 MIXED?"},
		"人口3亿4千5百万":            {"3亿4千5百万 MIXED"},
		"不得少于3人及以上":            {"不得少于3人及以上 REDUNDANT"},
		"22年6月启动":              {"22年6月 SHORT-YEAR"},
		"于22年06月08日":           {"22年06月 SHORT-YEAR", "06月 PADDED-DATE", "08日 PADDED-DATE"},
		"2022年06月28日":          {"06月 PADDED-DATE"},
		"来了三、四个人":              {"三、四 LISTED"},
		"来了3、4个人":              {"3、4 LISTED?"},
		"长3.141,592米":          {"3.141,592 COMMA"},
		"每年13~17万元":            {"13~17万 SPAN"},
		"增长5-8%,投入3—5亿元":       {"5-8% SPAN", "3—5亿 SPAN"},
		"投诉下降2倍":               {"下降2倍 TIMES"},
		"投诉减少了两倍":              {"减少了两倍 TIMES"},
		"女性占比比上年提高3%":          {"提高3% POINTS?"},
		"近1600余个,近1600余个,23余次": {"近1600余个 CONTRADICTION", "近1600余个 CONTRADICTION", "23余次 IRREGULAR"},
		bulletin:               {"约121.4万余元 REDUNDANT?"},
	} {
		if d := cmp.Diff(want, lint(text)); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

func TestLintKeepsQuiet(t *testing.T) {
	for _, text := range []string{
		"", "五社联动", "迎接党的二十大", "一老一小", "一残一困", "三留守人员", "一盘棋", "上面五条线", "打通最后一米", "抓好三方面工作", "5+N模式",
		"2022年", "2022年6月28日", "2021年年底", "MZ/T 094-2017", "民发〔2022〕15号", "12:30", "1,214,000.5元", "8703", "10%~20%", "13万元~17万元",
		"签约300余户", "附近300余户", "节约5万余元", "预约服务200余人次", "合约300余份", "最近300余天", "达1600余人", "高达300余户", "达到60岁以上",
		"一多半", "其余5人", "多余3份", "近3年来", "60岁以上老人", "3千克", "3百分点", "提高3个百分点", "占比提高到30%", "收入提高3%", "下降20%", "是上年的2倍",
		"第三、四名", "一、二、三等奖", "三、五个", "一、开展活动", "22年6个月", "2022-2023年", "2022年—2023年", "1.7万余人", "10万多家", "五十多人", "十几人",
		"0597-7654321", "总数1-6月", "2022十大新闻", "2022一季度", "96118一键", "110千伏", "突破120万亿元", "没有超过6人", "不能低于7%", "约300人", "300人左右", "A12,B3、4号", county,
	} {
		if got := lint(text); got != nil {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestFindFigures(t *testing.T) {
	for text, want := range map[string]string{
		bulletin: "68个 612个 近950个 超15万人 1600余个 300余个 269家 49家 6700余人 约121.4万余元",
		county:   "两支 260人次 12家 5万多元 1633人次 25场",
		"2021年年底,南靖县12个乡镇全面启动,配置全职社工14名,2022年6月28日送一份":     "12个 14名 一份",
		"一老一小、五社联动、最后一米、第三名、每一个、第二十三个、三要、九如城":              "",
		"见MZ/T 094-2017、12:30、v1.5个、5+N、民发〔2022〕15号":       "",
		"同比-5%,13万元-17万元,3-5个,10%-15%,1,2345个":             "-5% 13万元 17万元 10% 15%",
		"-3% 近3年来 近3年,近两个月、近5天的 近3000户 3年多 3个多月 2000多年":    "-3% 近3000户 3年多 3个多月 2000多年",
		"附近300余户,签约5人,折合约5万元,反超3人,合约7份":                    "300余户 5人 约5万元 3人 7份",
		"近1600余个和三、四个、23余次":                                "",
		"百余人、万家灯火、三年级、3年级、60年代、千家万户":                       "百余人",
		"60岁以上老人不足100户,300人左右,约300":                        "60岁以上 不足100户 300人左右 约300",
		"3年半、3个半月、300人上下、5人不到、二十几人、20来人、三分之一":              "",
		"数十名志愿者、几十家单位、几百余户、数千人次,人数三十人":                     "三十人",
		"80岁及以上老人,60周岁以上,未满18周岁,60岁(含)以上,70周年":             "80岁及以上 60周岁以上 未满18周岁 70周年",
		"历时3年余,3公里多,3公里余,3年有余,5天内,100米内,3个内设科室,5个多功能厅,5名余": "3年余 3公里多 3个 5个 5名",
		"第3次、第12期、×24小时、1∶500人、5名":                         "5名",
		"3至5人、3—5个、60～79岁、300到500户、3或5名、3——5场,30人至50人":     "30人 50人",
		"一对一、1对1、一次性补贴500元、一人一档、一个个、2单元、三位一体、3组织":          "500元",
		"“四个意识”、做到两个维护,《三个故事》":                             "",
		"不得超过30天,未超过5人,不超5万元,没有超过6人,不能低于7%,不突破8户":          "不得超过30天 未超过5人 不超5万元",
		"低于5%,高于3%,12.5万亿元,110千伏,5个工作日,传达3次,达9%":           "低于5% 高于3% 12.5万亿元 5个工作日 3次 达9%",
		"二〇二二年六月二十八日三年":                                    "三年",
	} {
		var got []string
		for at, f := range zh.FindFigures(text) {
			if text[at.Start:at.End] != f.String() {
				t.Errorf("%q was found as %s", text[at.Start:at.End], f)
			}
			got = append(got, f.String())
		}
		if d := cmp.Diff(want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
	for range zh.FindFigures(bulletin) {
		break
	}
}

// A figure that is found is also read alone, as the same.
func TestFoundFiguresAreRead(t *testing.T) {
	for _, f := range zh.FindFigures(bulletin + county) {
		if g, err := zh.ParseFigure(f.String()); err != nil || !g.Equal(f) || !g.Step().Equal(f.Step()) {
			t.Errorf("%s: %s, %v", f, g, err)
		}
	}
}

// Text of any length is worked through once: doubling it doubles the work. Counted by findings, not by time, a
// quadratic reading would not end.
func TestLintOfLongText(t *testing.T) {
	for _, s := range []string{"约", "1,111", "九", "1", "(", "a.", "近1", "三、", "-", "年0"} {
		zh.Lint(strings.Repeat(s, 50_000))
	}
	if got := len(zh.Lint(strings.Repeat("近1600余个,", 10_000))); got != 10_000 {
		t.Errorf("%d findings", got)
	}
}

func ExampleLint() {
	text := "开展活动23余次,服务近1600余人"
	for _, f := range zh.Lint(text) {
		fmt.Println(text[f.At.Start:f.At.End], f.Fault.Code())
	}
	// Output:
	// 23余次 ZH-IRREGULAR
	// 近1600余人 ZH-CONTRADICTION
}
