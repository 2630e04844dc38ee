package zh_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestSay(t *testing.T) {
	for _, tt := range []struct {
		value, step string
		scale       zh.Scale
		wording     zh.Wording
		unit        string
		want        string
	}{
		{"68", "0", zh.None, zh.Exact, "个", "68个"},
		{"612", "1", zh.None, zh.Exact, "个", "612个"},
		{"948", "50", zh.None, zh.Nearly, "个", "近950个"},
		{"150386", "10000", zh.Wan, zh.Over, "人", "超15万人"},
		{"1637", "100", zh.None, zh.More, "个", "1600余个"},
		{"342", "100", zh.None, zh.More, "个", "300余个"},
		{"6715", "100", zh.None, zh.More, "人", "6700余人"},
		{"269", "0", zh.None, zh.Exact, "家", "269家"},
		{"49", "0", zh.None, zh.Exact, "家", "49家"},
		{"1214386.25", "1000", zh.Wan, zh.AboutMore, "元", "约121.4万余元"},
		{"52318.6", "10000", zh.Wan, zh.Odd, "元", "5万多元"},
		{"121020724e6", "1e12", zh.WanYi, zh.Over, "元", "超121万亿元"},
		{"1214386.25", "100000", zh.Wan, zh.More, "元", "120余万元"},
		{"1204386.25", "10000", zh.Wan, zh.More, "元", "120万余元"},
		{"1234567", "1000000", zh.Wan, zh.Odd, "元", "100多万元"},
		{"21234567890", "1000000000", zh.Yi, zh.More, "元", "210余亿元"},
		{"17500", "1000", zh.Wan, zh.More, "人", "1.7万余人"},
		{"1999.5", "100", zh.None, zh.Nearly, "元", "近2000元"},
		{"350", "100", zh.None, zh.About, "人", "约400人"},
		{"349.99", "100", zh.None, zh.About, "元", "约300元"},
		{"300", "100", zh.None, zh.About, "人", "约300人"},
		{"296", "10", zh.None, zh.Under, "人", "不足300人"},
		{"300", "100", zh.None, zh.AtLeast, "人", "300人以上"},
		{"299", "100", zh.None, zh.Within, "人", "300人以内"},
		{"300", "0", zh.None, zh.Reach, "人", "达300人"},
		{"0", "0", zh.Wan, zh.Exact, "元", "0元"},
		{"-2.5", "0", zh.None, zh.Exact, "%", "-2.5%"},
		{"3.50", "0.5", zh.None, zh.Exact, "个百分点", "3.5个百分点"},
		{"5", "0", zh.None, zh.Exact, "千克", "5千克"},
		{"99999", "0", zh.Wan, zh.Exact, "元", "9.9999万元"},
		{"99999", "10000", zh.Wan, zh.Over, "元", "超9万元"},
		{"1e3", "0", zh.None, zh.Exact, "", "1000"},
	} {
		got, err := zh.Say(dec(tt.value), dec(tt.step), tt.scale, tt.wording, tt.unit)
		if err != nil || got != tt.want {
			t.Errorf("Say(%s, %s, %q, %s, %s) = %q, %v, want %q",
				tt.value, tt.step, tt.scale, tt.wording, tt.unit, got, err, tt.want)
		}
	}
}

func TestSayRefuses(t *testing.T) {
	huge := decimal.New(1, 1<<30)
	long := decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1<<20), 0)
	for name, tt := range map[string]struct {
		value, step decimal.Decimal
		scale       zh.Scale
		wording     zh.Wording
		unit        string
		want        fault.Code
	}{
		"near 1000 is too generous to 951": {dec("951"), dec("50"), "", zh.Nearly, "个", zh.ErrStretched},
		"near 950 of itself":               {dec("950"), dec("50"), "", zh.Nearly, "个", zh.ErrUntrue},
		"near 950 of 925":                  {dec("925"), dec("50"), "", zh.Nearly, "个", zh.ErrUntrue},
		"near 950 of 926":                  {dec("926"), dec("50"), "", zh.Nearly, "个", zh.ErrUntrue},
		"near 950 of 901":                  {dec("901"), dec("50"), "", zh.Nearly, "个", zh.ErrUntrue},
		"near 950 of 940":                  {dec("940"), dec("50"), "", zh.Nearly, "个", zh.ErrUntrue},
		"near 950 of 942":                  {dec("942"), dec("50"), "", zh.Nearly, "个", zh.ErrStretched},
		"near 950 of 945":                  {dec("945"), dec("50"), "", zh.Nearly, "个", zh.ErrStretched},
		"1600 and more of 1600":            {dec("1600"), dec("100"), "", zh.More, "个", zh.ErrUntrue},
		"1600 and more of 1600.00":         {dec("1600.00"), dec("100"), "", zh.More, "个", zh.ErrUntrue},
		"over 150000 of itself":            {dec("150000"), dec("10000"), zh.Wan, zh.Over, "人", zh.ErrUntrue},
		"over 150000 undersells 170000":    {dec("170000"), dec("50000"), zh.Wan, zh.Over, "人", zh.ErrStretched},
		"90 in steps of 100":               {dec("90"), dec("100"), "", zh.More, "个", zh.ErrStep},
		"40 about, in steps of 100":        {dec("40"), dec("100"), "", zh.About, "个", zh.ErrStep},
		"nothing":                          {dec("0"), dec("100"), "", zh.Nearly, "个", zh.ErrStep},
		"hedge without step":               {dec("948"), dec("0"), "", zh.Nearly, "个", zh.ErrStep},
		"negative step":                    {dec("948"), dec("-50"), "", zh.Exact, "个", zh.ErrStep},
		"exact, no multiple":               {dec("948"), dec("50"), "", zh.Exact, "个", zh.ErrStep},
		"hedged below zero":                {dec("-948"), dec("50"), "", zh.Nearly, "个", zh.ErrIrregular},
		"23 and more":                      {dec("23.5"), dec("1"), "", zh.More, "次", zh.ErrIrregular},
		"1605 and more":                    {dec("1607"), dec("5"), "", zh.More, "次", zh.ErrIrregular},
		"two decimals and more":            {dec("1105312"), dec("100"), zh.Wan, zh.More, "元", zh.ErrIrregular},
		"a year":                           {dec("2022"), dec("0"), "", zh.Exact, "年", zh.ErrFigureDate},
		"a month":                          {dec("6"), dec("0"), "", zh.Exact, "月", zh.ErrFigureDate},
		"unknown wording":                  {dec("1"), dec("0"), "", "roughly", "个", zh.ErrWording},
		"no wording":                       {dec("1"), dec("0"), "", "", "个", zh.ErrWording},
		"unknown scale":                    {dec("3000"), dec("0"), "千", zh.Exact, "里", zh.ErrScale},
		"unit with a scale":                {dec("5"), dec("0"), "", zh.Exact, "万元", zh.ErrUnit},
		"unit with a tail":                 {dec("1600"), dec("0"), "", zh.Exact, "余人", zh.ErrUnit},
		"unit with a hedge behind":         {dec("1600"), dec("0"), "", zh.Exact, "人左右", zh.ErrUnit},
		"unit with a hedge in it":          {dec("60"), dec("0"), "", zh.Exact, "岁以上老人", zh.ErrUnit},
		"unit with a digit":                {dec("60"), dec("0"), "", zh.Exact, "0", zh.ErrUnit},
		"unit with decimals":               {dec("60"), dec("0"), "", zh.Exact, ".5", zh.ErrUnit},
		"unit with a blank":                {dec("60"), dec("0"), "", zh.Exact, " 人", zh.ErrUnit},
		"unit with a numeral":              {dec("3"), dec("0"), "", zh.Exact, "千里", zh.ErrUnit},
		"unit with 多":                      {dec("3"), dec("0"), "", zh.Exact, "年多", zh.ErrUnit},
		"unit too long":                    {dec("3"), dec("0"), "", zh.Exact, strings.Repeat("个", 13), zh.ErrUnit},
		"hedge twice":                      {dec("294"), dec("10"), "", zh.Under, "人以上", zh.ErrUnit},
		"invalid UTF-8":                    {dec("3"), dec("0"), "", zh.Exact, "\xff", zh.ErrUnit},
		"exponent bomb":                    {huge, dec("0"), "", zh.Exact, "个", zh.ErrRange},
		"exponent bomb below":              {decimal.New(1, -1<<30), dec("0"), "", zh.Exact, "个", zh.ErrRange},
		"31 decimals":                      {decimal.New(5, -31), dec("1"), "", zh.Nearly, "个", zh.ErrRange},
		"unit with 余":                      {dec("3"), dec("0"), "", zh.Exact, "年余", zh.ErrUnit},
		"unit with 整":                      {dec("3"), dec("0"), "", zh.Exact, "元整", zh.ErrUnit},
		"a limit for a unit":               {dec("3"), dec("0"), "", zh.Exact, "天内", zh.ErrUnit},
		"step bomb":                        {dec("1"), huge, "", zh.Over, "个", zh.ErrRange},
		"a million bits":                   {long, dec("0"), "", zh.Exact, "个", zh.ErrRange},
		"25 digits":                        {dec("1e24"), dec("0"), "", zh.Exact, "个", zh.ErrRange},
	} {
		got, err := zh.Say(tt.value, tt.step, tt.scale, tt.wording, tt.unit)
		if got != "" || !errors.Is(err, tt.want) {
			t.Errorf("%s: %q, %v, want %s", name, got, err, tt.want)
		}
	}
}

// oracle is the truth table in fractions, told apart from the package: its step comes from the digits printed, not
// from a decimal.
type oracle struct {
	text           string
	shown, reader  *big.Rat
	low, high      *big.Rat // where the phrase is true; nil is endless
	lowIn, highIn  bool
	wLow, wHigh    *big.Rat // where it is written
	wLowIn, wHighI bool
}

func rat(n, d int64) *big.Rat { return big.NewRat(n, d) }

func add(a, b *big.Rat) *big.Rat   { return new(big.Rat).Add(a, b) }
func minus(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func halved(a *big.Rat) *big.Rat   { return new(big.Rat).Mul(a, rat(1, 2)) }

// expect writes x in steps of step with w, without judging it. ok is false where no number can be shown.
func expect(x, step int64, wan bool, w zh.Wording) (o oracle, ok bool) {
	k := x / step
	switch w {
	case zh.Nearly, zh.Under, zh.Within:
		if x%step != 0 {
			k++
		}
	case zh.About:
		k = (2*x + step) / (2 * step)
	case zh.Exact, zh.Reach:
		if x%step != 0 {
			return o, false
		}
	}
	s := k * step
	if s == 0 {
		return o, false
	}
	o.shown = rat(s, 1)
	number, unit := rat(s, 1), rat(1, 1)
	if wan {
		number, unit = rat(s, 10000), rat(10000, 1)
	}
	digits := strings.TrimRight(strings.TrimRight(number.FloatString(4), "0"), ".")
	_, decimals, _ := strings.Cut(digits, ".")
	last := len(decimals) // decimals of the last digit that counts, negative for tens
	if last == 0 {
		last = -(len(digits) - len(strings.TrimRight(digits, "0")))
	}
	isTail := w == zh.More || w == zh.Odd || w == zh.AboutMore
	before := isTail && wan && step > 10000
	if isTail {
		switch {
		case wan && !before:
			if last = len(decimals); last > 1 {
				return o, false
			}
		case last >= 0:
			return o, false
		}
	}
	o.reader = new(big.Rat).Set(unit)
	for ; last > 0; last-- {
		o.reader.Mul(o.reader, rat(1, 10))
	}
	for ; last < 0; last++ {
		o.reader.Mul(o.reader, rat(10, 1))
	}
	word := ""
	if wan {
		word = "万"
	}
	mark := map[zh.Wording]string{zh.More: "余", zh.Odd: "多", zh.AboutMore: "余"}[w]
	if before {
		word = mark + word
	} else {
		word += mark
	}
	pre := map[zh.Wording]string{
		zh.Nearly: "近", zh.Over: "超", zh.About: "约", zh.AboutMore: "约", zh.Under: "不足", zh.Reach: "达",
	}[w]
	post := map[zh.Wording]string{zh.AtLeast: "以上", zh.Within: "以内"}[w]
	o.text = pre + digits + word + "个" + post

	u := rat(step, 1)
	if o.reader.Cmp(u) < 0 {
		u = o.reader
	}
	sh := o.shown
	switch w {
	case zh.Exact, zh.Reach:
		o.low, o.high, o.lowIn, o.highIn = sh, sh, true, true
		o.wLow, o.wHigh, o.wLowIn, o.wHighI = sh, sh, true, true
	case zh.More, zh.Odd, zh.AboutMore:
		o.low, o.high = sh, add(sh, o.reader)
		o.wLow, o.wHigh = sh, add(sh, u)
	case zh.Over:
		o.low = sh
		o.wLow, o.wHigh = sh, add(sh, u)
	case zh.AtLeast:
		o.low, o.lowIn = sh, true
		o.wLow, o.wHigh, o.wLowIn = sh, add(sh, u), true
	case zh.Nearly:
		o.low, o.high = minus(sh, o.reader), sh
		o.wLow, o.wHigh = minus(sh, halved(u)), sh
	case zh.Under:
		o.high = sh
		o.wLow, o.wHigh = minus(sh, halved(u)), sh
	case zh.Within:
		o.high, o.highIn = sh, true
		o.wLow, o.wHigh, o.wHighI = minus(sh, u), sh, true
	case zh.About:
		o.low, o.high, o.lowIn, o.highIn = minus(sh, halved(o.reader)), add(sh, halved(o.reader)), true, true
		o.wLow, o.wHigh, o.wLowIn, o.wHighI = minus(sh, halved(u)), add(sh, halved(u)), true, true
	}
	return o, true
}

func inside(x, low, high *big.Rat, lowIn, highIn bool) bool {
	if low != nil {
		if c := x.Cmp(low); c < 0 || c == 0 && !lowIn {
			return false
		}
	}
	if high != nil {
		if c := x.Cmp(high); c > 0 || c == 0 && !highIn {
			return false
		}
	}
	return true
}

func TestSayAgreesWithTheTruthTable(t *testing.T) {
	said := map[zh.Wording]int{}
	refused := map[fault.Code]int{}
	judge := func(x, step int64, wan bool, w zh.Wording) {
		scale := zh.None
		if wan {
			scale = zh.Wan
		}
		got, err := zh.SayFigure(decimal.NewFromInt(x), decimal.NewFromInt(step), scale, w, "个")
		o, ok := expect(x, step, wan, w)
		v := rat(x, 1)
		want := fault.Code("")
		switch {
		case !ok:
			if err == nil || !errors.Is(err, zh.ErrStep) && !errors.Is(err, zh.ErrIrregular) {
				t.Fatalf("Say(%d, %d, %q, %s) = %s, %v; nothing can be shown", x, step, scale, w, got, err)
			}
			refused[fault.Of(err)[0].Code()]++
			return
		case !inside(v, o.low, o.high, o.lowIn, o.highIn):
			want = zh.ErrUntrue
		case !inside(v, o.wLow, o.wHigh, o.wLowIn, o.wHighI):
			want = zh.ErrStretched
		}
		if want != "" {
			refused[want]++
			if !errors.Is(err, want) {
				t.Fatalf("Say(%d, %d, %q, %s) = %s, %v, want %s for %s", x, step, scale, w, got, err, want, o.text)
			}
			return
		}
		said[w]++
		sameNumbers := got.Step().Rat().Cmp(o.reader) == 0 && got.Shown().Rat().Cmp(o.shown) == 0
		if err != nil || got.String() != o.text || !sameNumbers {
			t.Fatalf("Say(%d, %d, %q, %s) = %s (step %s), %v, want %s (step %s)",
				x, step, scale, w, got, got.Step(), err, o.text, o.reader.RatString())
		}
	}
	for w := range zh.Wordings() {
		for x := int64(1); x <= 20000; x++ {
			if x > 1100 && x%100 > 1 && x%100 < 99 && x%37 != 0 {
				continue // all near the borders, some between
			}
			for _, step := range []int64{1, 10, 50, 100, 1000, 2500} {
				judge(x, step, false, w)
			}
		}
		for x := int64(100); x <= 2_100_000; x += 3989 {
			for _, step := range []int64{100, 1000, 10000, 50000, 100000} {
				judge(x, step, true, w)
				judge(max(x/step, 1)*step, step, true, w)
				judge(x/step*step+1, step, true, w)
			}
		}
	}
	for w := range zh.Wordings() {
		if said[w] == 0 {
			t.Errorf("%s was never said", w)
		}
	}
	for _, code := range []fault.Code{zh.ErrUntrue, zh.ErrStretched, zh.ErrStep, zh.ErrIrregular} {
		if refused[code] == 0 {
			t.Errorf("%s was never reached", code)
		}
	}
}

// With the step that a reader sees, the phrase is refused at both ends of its interval unless they belong to it.
func TestSayRefusesTheEnds(t *testing.T) {
	for w := range zh.Wordings() {
		for x := int64(11); x < 3000; x += 7 {
			for _, step := range []int64{10, 100, 1000} {
				s := decimal.NewFromInt(step)
				f, err := zh.SayFigure(decimal.NewFromInt(x), s, zh.None, w, "个")
				if err != nil || !f.Step().Equal(s) {
					continue
				}
				lo, hi := f.Bounds()
				for _, b := range []zh.Bound{lo, hi} {
					end, ok := b.At()
					if !ok {
						continue
					}
					got, err := zh.Say(end, s, zh.None, w, "个")
					if b.Included() != (err == nil && f.Contains(end)) {
						t.Errorf("%s at its end %s: %q, %v", f, end, got, err)
					}
					if f.Contains(end) != b.Included() {
						t.Errorf("%s contains its end %s: %v", f, end, !b.Included())
					}
				}
			}
		}
	}
}

func TestSeedPhrases(t *testing.T) {
	var got []string
	for _, p := range []string{
		"12个", "12家", "14名", "1600余个", "1633人次", "260人次", "25场", "269家", "300余个", "49家", "5万多元", "612个",
		"64岁", "6700余人", "68个", "超15万人", "近950个", "约121.4万余元", "两支", "一个", "一份",
	} {
		f, err := zh.ParseFigure(p)
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		if f.String() != p {
			t.Errorf("%s comes back as %s", p, f)
		}
		if n, exact := f.Exact(); exact {
			var again string
			if f.InWords() {
				again, err = zh.NumeralBefore(n.IntPart(), f.Unit())
			} else {
				again, err = zh.Say(n, decimal.Decimal{}, f.Scale(), f.Wording(), f.Unit())
			}
			if err != nil || again != p {
				t.Errorf("%s printed as %s, %v", p, again, err)
			}
		}
		lo, hi := f.Bounds()
		got = append(got, p+" "+ends(lo, hi)+" "+f.Unit())
	}
	want := []string{
		"12个 [12, 12] 个", "12家 [12, 12] 家", "14名 [14, 14] 名", "1600余个 (1600, 1700) 个", "1633人次 [1633, 1633] 人次",
		"260人次 [260, 260] 人次", "25场 [25, 25] 场", "269家 [269, 269] 家", "300余个 (300, 400) 个", "49家 [49, 49] 家",
		"5万多元 (50000, 60000) 元", "612个 [612, 612] 个", "64岁 [64, 64] 岁", "6700余人 (6700, 6800) 人", "68个 [68, 68] 个",
		"超15万人 (150000, …) 人", "近950个 (940, 950) 个", "约121.4万余元 (1214000, 1215000) 元", "两支 [2, 2] 支", "一个 [1, 1] 个",
		"一份 [1, 1] 份",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, p := range []string{"2016年", "2018年", "2021年年底", "2022年年中", "2022年6月28日"} {
		if f, err := zh.ParseFigure(p); !errors.Is(err, zh.ErrFigureDate) {
			t.Errorf("%s: %s, %v", p, f, err)
		}
	}
}

func ends(lo, hi zh.Bound) string {
	var b strings.Builder
	if x, ok := lo.At(); !ok {
		b.WriteString("(…")
	} else if lo.Included() {
		b.WriteString("[" + x.String())
	} else {
		b.WriteString("(" + x.String())
	}
	b.WriteString(", ")
	if x, ok := hi.At(); !ok {
		b.WriteString("…)")
	} else if hi.Included() {
		b.WriteString(x.String() + "]")
	} else {
		b.WriteString(x.String() + ")")
	}
	return b.String()
}
