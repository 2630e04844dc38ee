package zh_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

func TestParseFigure(t *testing.T) {
	for _, tt := range []struct {
		text, interval, unit string
		wording              zh.Wording
		step                 string
	}{
		{"950", "[950, 950]", "", zh.Exact, "10"},
		{"0个", "[0, 0]", "个", zh.Exact, "0"},
		{"-5%", "[-5, -5]", "%", zh.Exact, "1"},
		{"0.46‰", "[0.46, 0.46]", "‰", zh.Exact, "0.01"},
		{"1,214,000.50元", "[1214000.5, 1214000.5]", "元", zh.Exact, "0.1"},
		{"9999999999999999999人", "[9999999999999999999, 9999999999999999999]", "人", zh.Exact, "1"},
		{"0.1234567890123456789吨", "[0.1234567890123456789, 0.1234567890123456789]", "吨", zh.Exact, "0.0000000000000000001"},
		{"5000元整", "[5000, 5000]", "元", zh.Exact, "1000"},
		{"达5000元整", "[5000, 5000]", "元", zh.Reach, "1000"},
		{"12.5万亿元", "[12500000000000, 12500000000000]", "元", zh.Exact, "100000000000"},
		{"超120万亿元", "(120000000000000, …)", "元", zh.Over, "10000000000000"},
		{"12万亿余元", "(12000000000000, 13000000000000)", "元", zh.More, "1000000000000"},
		{"三万亿余元", "(3000000000000, 4000000000000)", "元", zh.More, "1000000000000"},
		{"110千伏", "[110, 110]", "千伏", zh.Exact, "10"},
		{"3个工作日", "[3, 3]", "个工作日", zh.Exact, "1"},
		{"2000千克", "[2000, 2000]", "千克", zh.Exact, "1000"},
		{"12.30万元", "[123000, 123000]", "元", zh.Exact, "1000"},
		{"3.45亿公里", "[345000000, 345000000]", "公里", zh.Exact, "1000000"},
		{"3个百分点", "[3, 3]", "个百分点", zh.Exact, "1"},
		{"3百分点", "[3, 3]", "百分点", zh.Exact, "1"},
		{"5千克", "[5, 5]", "千克", zh.Exact, "1"},
		{"3平方千米", "[3, 3]", "平方千米", zh.Exact, "1"},
		{"12个超市", "[12, 12]", "个超市", zh.Exact, "1"},
		{"12元/月", "[12, 12]", "元/月", zh.Exact, "1"},
		{"近1,000人", "(0, 1000)", "人", zh.Nearly, "1000"},
		{"将近1050人", "(1040, 1050)", "人", zh.Nearly, "10"},
		{"接近2.5万人", "(24000, 25000)", "人", zh.Nearly, "1000"},
		{"近120万人", "(1100000, 1200000)", "人", zh.Nearly, "100000"},
		{"超过300人", "(300, …)", "人", zh.Over, "100"},
		{"突破10亿元", "(1000000000, …)", "元", zh.Over, "1000000000"},
		{"逾150户", "(150, …)", "户", zh.Over, "10"},
		{"10万余人", "(100000, 110000)", "人", zh.More, "10000"},
		{"1.7万余人", "(17000, 18000)", "人", zh.More, "1000"},
		{"1.0万余人", "(10000, 11000)", "人", zh.More, "1000"},
		{"120余万元", "(1200000, 1300000)", "元", zh.More, "100000"},
		{"100多万元", "(1000000, 2000000)", "元", zh.Odd, "1000000"},
		{"3年多", "(3, 4)", "年", zh.Odd, "1"},
		{"23年多", "(23, 24)", "年", zh.Odd, "1"},
		{"3个多月", "(3, 4)", "个月", zh.Odd, "1"},
		{"3年余", "(3, 4)", "年", zh.More, "1"},
		{"3个余月", "(3, 4)", "个月", zh.More, "1"},
		{"约300人", "[250, 350]", "人", zh.About, "100"},
		{"大约300人", "[250, 350]", "人", zh.About, "100"},
		{"300人左右", "[250, 350]", "人", zh.About, "100"},
		{"约300", "[250, 350]", "", zh.About, "100"},
		{"约5万多元", "(50000, 60000)", "元", zh.AboutMore, "10000"},
		{"约1.5%", "[1.45, 1.55]", "%", zh.About, "0.1"},
		{"不足100户", "(…, 100)", "户", zh.Under, "100"},
		{"不到100户", "(…, 100)", "户", zh.Under, "100"},
		{"不满18岁", "(…, 18)", "岁", zh.Under, "1"},
		{"未满18周岁", "(…, 18)", "周岁", zh.Under, "1"},
		{"未达到5人", "(…, 5)", "人", zh.Under, "1"},
		{"低于5%", "(…, 5)", "%", zh.Under, "1"},
		{"高于5%", "(5, …)", "%", zh.Over, "1"},
		{"80岁及以上", "[80, …)", "岁", zh.AtLeast, "10"},
		{"不得少于2名", "[2, …)", "名", zh.AtLeast, "1"},
		{"60岁以上", "[60, …)", "岁", zh.AtLeast, "10"},
		{"至少5人", "[5, …)", "人", zh.AtLeast, "1"},
		{"不少于5人", "[5, …)", "人", zh.AtLeast, "1"},
		{"不低于5人", "[5, …)", "人", zh.AtLeast, "1"},
		{"30天以内", "(…, 30]", "天", zh.Within, "10"},
		{"5人及以下", "(…, 5]", "人", zh.Within, "1"},
		{"不得超过30天", "(…, 30]", "天", zh.Within, "10"},
		{"未超过30天", "(…, 30]", "天", zh.Within, "10"},
		{"不超30天", "(…, 30]", "天", zh.Within, "10"},
		{"30天以下", "(…, 30]", "天", zh.Within, "10"},
		{"不超过30天", "(…, 30]", "天", zh.Within, "10"},
		{"最多30天", "(…, 30]", "天", zh.Within, "10"},
		{"至多30天", "(…, 30]", "天", zh.Within, "10"},
		{"达300人", "[300, 300]", "人", zh.Reach, "100"},
		{"高达300人", "[300, 300]", "人", zh.Reach, "100"},
		{"达1600余人", "(1600, 1700)", "人", zh.More, "100"},
		{"达到300人以上", "[300, …)", "人", zh.AtLeast, "100"},
		{"十余人", "(10, 20)", "人", zh.More, "10"},
		{"三百多户", "(300, 400)", "户", zh.Odd, "100"},
		{"一千二百余人次", "(1200, 1300)", "人次", zh.More, "100"},
		{"三万余元", "(30000, 40000)", "元", zh.More, "10000"},
		{"三十余万元", "(300000, 400000)", "元", zh.More, "100000"},
		{"三十万余元", "(300000, 310000)", "元", zh.More, "10000"},
		{"三年多", "(3, 4)", "年", zh.Odd, "1"},
		{"百余人", "(100, 200)", "人", zh.More, "100"},
		{"近千名", "(0, 1000)", "名", zh.Nearly, "1000"},
		{"万余元", "(10000, 20000)", "元", zh.More, "10000"},
		{"千余万元", "(10000000, 20000000)", "元", zh.More, "10000000"},
		{"两千户", "[2000, 2000]", "户", zh.Exact, "1000"},
		{"近两年", "(1, 2)", "年", zh.Nearly, "1"},
		{"2000多年", "(2000, 3000)", "年", zh.Odd, "1000"},
		{"3年", "[3, 3]", "年", zh.Exact, "1"},
	} {
		f, err := zh.ParseFigure(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		lo, hi := f.Bounds()
		got := []string{ends(lo, hi), f.Unit(), string(f.Wording()), f.Step().String()}
		if d := cmp.Diff([]string{tt.interval, tt.unit, string(tt.wording), tt.step}, got); d != "" {
			t.Errorf("%s: %s", tt.text, d)
		}
		if f.String() != tt.text {
			t.Errorf("%s prints %s", tt.text, f)
		}
	}
}

func TestParseFigureRefuses(t *testing.T) {
	for code, texts := range map[fault.Code][]string{
		zh.ErrFigure: {
			"", "个", "近", "近个", "五社联动", "约约约约约5个", "007个", "00个", "1.个", ".5个", "1,21元", "1234,567元", "1,234,56元",
			"3.141,592", "１２个", "12 个", " 12个", "12个 ", "+5个", "−5个", "-0个", "-0.00", "1e5个", "近950个,", "950个。", "万元", "百人",
			"一十二个", "一百08", "〇个", "两两", "12𠀀\u200b", "1-2个", "12个3", "60岁以上老人", "3个多多月", "多个", "几个", "三四个", "个多月",
			strings.Repeat("1", 25), strings.Repeat("九", 100), "5" + strings.Repeat("个", 13), "\xff", "5\xff",
			strings.Repeat("1,111", 100000), "12％",
			"十几人", "二十几人", "20来人", "十来个", "百把人", "3年半", "一个半月", "300人上下", "三分之一", "5人不到", "3人不等", "30天内", "3天之内", "¥1,214.50", "￥5元", "1—6月", "没有超过5人", "2022十大", "12345百", "两个维护", "五个一工程", "12个三级社工",
		},
		zh.ErrFigureDate: {
			"2022年", "2022年度", "1500年", "22年6月", "6月28日", "6月", "28日", "28号", "二〇二二年", "二〇二二年六月二十八日", "一九九八年", "六月", "九号",
			"3年5月", "3点", "8时30分", "三点五个",
		},
		zh.ErrContradiction: {
			"近1600余个", "超5人以上", "不到3人左右", "近3人左右", "约近300人", "近约300人", "至少300余人", "300余人左右", "300人以上以内", "约300人以上",
			"不到300余人", "约300余人左右", "超约300人", "约5000元整", "超5000元整", "5000余元整",
		},
		zh.ErrRedundant: {"不得少于3人及以上", "约300人左右", "至少5人以上", "不超过5人以内", "约大约5人", "超1600余人", "近接近5人"},
		zh.ErrIrregular: {
			"23余次", "1605余次", "5余人", "1234余万元", "12余万元", "110.53万余元", "0余人", "近0个", "不足0个", "约-5%", "12.5余元", "1.5余万元", "二十三余人",
			"3万年多", "1.5年多", "约1.55万多元",
		},
		zh.ErrMixed: {"3千里", "3百人", "5十人", "1千3百万", "3亿4500万", "12万亿5千", "10亿零817万5288人", "5万三千元", "近3千人"},
	} {
		for _, s := range texts {
			if f, err := zh.ParseFigure(s); !errors.Is(err, code) {
				t.Errorf("%.40q: %s, %v, want %s", s, f, err, code)
			}
		}
	}
}

func TestParseFigureLenient(t *testing.T) {
	for text, want := range map[string]string{
		"近 ９５０ 个": "近950个", " 1600余个\n": "1600余个", "１，２１４，０００．５元": "1,214,000.5元", "５％": "5%", "超　15万人": "超15万人",
		"两支": "两支",
	} {
		if f, err := zh.ParseFigureLenient(text); err != nil || f.String() != want {
			t.Errorf("%q: %s, %v, want %s", text, f, err, want)
		}
	}
	for _, text := range []string{"", "9 50个", "９ ５０个", strings.Repeat(" ", 1000) + "5个", "近 个"} {
		if f, err := zh.ParseFigureLenient(text); !errors.Is(err, zh.ErrFigure) {
			t.Errorf("%.20q: %s, %v", text, f, err)
		}
	}
}

func TestContainsAndWarrants(t *testing.T) {
	for _, tt := range []struct {
		text                                 string
		warranted, stretched, untrue, ignore []string
	}{
		{
			text: "近950个", warranted: []string{"948", "945.01", "949.999"}, stretched: []string{"941", "945"},
			untrue: []string{"940", "950", "951"},
		},
		{
			text: "超15万人", warranted: []string{"150386", "159999"}, stretched: []string{"160000", "390000"},
			untrue: []string{"150000", "1"},
		},
		{text: "1600余个", warranted: []string{"1637", "1600.5"}, untrue: []string{"1600", "1700", "0", "-1637"}},
		{text: "约300人", warranted: []string{"250", "300", "350"}, untrue: []string{"249.9", "350.1"}},
		{text: "不足100户", warranted: []string{"51", "99"}, stretched: []string{"50", "0", "3"}, untrue: []string{"100"}},
		{text: "60岁以上", warranted: []string{"60", "69"}, stretched: []string{"70", "99"}, untrue: []string{"59.9"}},
		{text: "30天以内", warranted: []string{"30", "20.1"}, stretched: []string{"20", "1"}, untrue: []string{"31"}},
		{text: "49家", warranted: []string{"49", "49.0"}, untrue: []string{"48", "50"}},
	} {
		f := zh.MustParseFigure(tt.text)
		for want, values := range map[[3]bool][]string{
			{true, true, false}: tt.warranted, {true, false, true}: tt.stretched, {false, false, false}: tt.untrue,
		} {
			for _, v := range values {
				x := dec(v)
				if got := [3]bool{f.Contains(x), f.Warrants(x), f.Stretched(x)}; got != want {
					t.Errorf("%s of %s: contains, warrants, stretched are %v, want %v", tt.text, v, got, want)
				}
			}
		}
	}
	over, long := zh.MustParseFigure("超15万人"), decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1<<20), 0)
	for _, x := range append(bombs(), long) {
		if over.Contains(x) || over.Warrants(x) {
			t.Error("a bomb was judged")
		}
	}
}

func TestZeroFigure(t *testing.T) {
	var f zh.Figure
	lo, hi := f.Bounds()
	_, below := lo.At()
	_, above := hi.At()
	_, exact := f.Exact()
	if !f.IsZero() || f.String() != "" || f.Wording() != "" || f.InWords() || exact || below || above {
		t.Error("the zero figure must show nothing")
	}
	if f.Contains(dec("0")) || f.Warrants(dec("0")) {
		t.Error("the zero figure must be nothing")
	}
	if zh.MustParseFigure("0个").IsZero() || !f.Equal(zh.Figure{}) || f.Equal(zh.MustParseFigure("0")) {
		t.Error("a figure of 0 is not the zero figure")
	}
}

func TestFigureAsText(t *testing.T) {
	type row struct {
		Published zh.Figure `json:"published,omitzero"`
	}
	want := `{"published":"近950个"}`
	var r row
	if err := json.Unmarshal([]byte(want), &r); err != nil {
		t.Fatal(err)
	}
	if got, err := json.Marshal(r); err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
	if d := cmp.Diff(row{zh.MustParseFigure("近950个")}, r); d != "" {
		t.Error(d)
	}
	kept := r.Published
	if err := r.Published.UnmarshalText([]byte("近1600余个")); !errors.Is(err, zh.ErrContradiction) || !r.Published.Equal(kept) {
		t.Errorf("a refused text changed the figure: %v", err)
	}
	if err := r.Published.UnmarshalText(nil); err != nil || !r.Published.IsZero() {
		t.Error("empty text is no figure")
	}
	if b, err := kept.AppendText([]byte("共")); err != nil || string(b) != "共近950个" {
		t.Errorf("%s, %v", b, err)
	}
	if got, err := json.Marshal(row{}); err != nil || string(got) != "{}" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestMustParseFigurePanicsWithoutTheText(t *testing.T) {
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, zh.ErrFigure) || strings.Contains(err.Error(), "秘密") {
			t.Errorf("panicked with %v", err)
		}
	}()
	zh.MustParseFigure("秘密")
}

func TestAs(t *testing.T) {
	for _, tt := range []struct{ from, form, want string }{
		{"超15万人", "突破", "突破15万人"}, {"超15万人", "超过", "超过15万人"}, {"突破15万人", "超", "超15万人"},
		{"约300人", "左右", "300人左右"}, {"300人左右", "约", "约300人"}, {"近950个", "将近", "将近950个"},
		{"60岁以上", "至少", "至少60岁"}, {"不超过30天", "以内", "30天以内"}, {"120余万元", "余", "120余万元"}, {"达1600余人", "余", "1600余人"},
		{"3个多月", "多", "3个多月"}, {"不足100户", "不到", "不到100户"},
		{"超15万人", "近", ""}, {"约121.4万余元", "余", ""}, {"约121.4万余元", "约", ""}, {"49家", "", ""}, {"1600余个", "多", ""}, {"", "近", ""},
	} {
		var f zh.Figure
		if tt.from != "" {
			f = zh.MustParseFigure(tt.from)
		}
		got, err := f.As(tt.form)
		if got.String() != tt.want || (tt.want == "") != errors.Is(err, zh.ErrWording) {
			t.Errorf("%s as %s: %s, %v, want %s", tt.from, tt.form, got, err, tt.want)
		}
		if err == nil && got.Wording() != f.Wording() {
			t.Errorf("%s as %s changed the wording", tt.from, tt.form)
		}
	}
}

func TestWordings(t *testing.T) {
	var got []string
	for w := range zh.Wordings() {
		got = append(got, string(w)+" "+w.ZH()+" "+w.EN()+" "+strings.Join(slices.Collect(w.Forms()), "/"))
		if !w.Known() {
			t.Errorf("%s is unknown", w)
		}
	}
	want := []string{
		"exact 确数 exactly ", "nearly 近 nearly 近/将近/接近", "over 超 over 超/超过/突破/逾/高于/多于/大于", "more 余 and more (余) 余",
		"odd 多 and more (多) 多", "about 约 about 约/大约/左右", "about-more 约…余 about, and more ", "under 不足 less than 不足/不到/不满/未满/未达/未达到/低于/少于/小于",
		"at-least 以上 at least 以上/及以上/至少/不少于/不低于/不小于/不得少于/不得低于",
		"within 以内 at most 以内/以下/及以下/不超过/不多于/不高于/不大于/不超/未超过/未超/不得超过/不得多于/不得高于/至多/最多",
		"reach 达 reaching 达/达到/高达/多达",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for range zh.Wordings() {
		break
	}
	for range zh.Over.Forms() {
		break
	}
	if w := zh.Wording("roughly"); w.Known() || w.ZH() != "roughly" || w.EN() != "roughly" {
		t.Error("an unknown wording keeps its key")
	}
}

// Every form that a wording claims is read as that wording, alone on an ordinary number.
func TestFormsAreRead(t *testing.T) {
	for w := range zh.Wordings() {
		for form := range w.Forms() {
			n := 0
			for _, text := range []string{form + "300人", "300" + form + "人", "300人" + form} {
				if f, err := zh.ParseFigure(text); err == nil && f.Wording() == w {
					n++
				}
			}
			if n == 0 {
				t.Errorf("%s of %s is not read", form, w)
			}
		}
	}
}
