package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/fault"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// midyear runs the program and returns what it prints.
func midyear(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s: %s", name, d)
	}
}

func TestReports(t *testing.T) {
	for _, name := range []string{"shanxi", "shanxi-published", "qinghe", "nanjing", "heilongjiang"} {
		t.Run(name, func(t *testing.T) {
			status, stdout, stderr := midyear("-example", name)
			if status != 0 || stderr != "" {
				t.Fatalf("status %d, %s", status, stderr)
			}
			golden(t, name+".md", stdout)
		})
	}
}

// The published paragraphs, line breaks of the source aside.
const (
	shanxi = "目前,山西省共有68个县(市、区)的612个乡镇(街道)挂牌成立社工站,提供基层社会工作岗位近950个,全省服务总人数超15万人," +
		"开展个案服务1600余个,开展社区活动300余个,动员社区社会组织269家,新培育社区社会组织49家,联动志愿者6700余人," +
		"链接慈善等社会资源款物折合约121.4万余元"
	nanjing = "日前,社工站已整合优化了两支志愿者队伍,社工与志愿者共同参与服务共260人次,链接社会组织12家,汇聚社会资源5万多元;" +
		"开展特殊群体入户探访1633人次;运用小组和社区工作方法,开展各类社区活动和专题宣传培训社会倡导共25场。"
)

func TestPublishedParagraphsComeOutWordForWord(t *testing.T) {
	for name, want := range map[string]string{"shanxi": shanxi, "shanxi-published": shanxi, "nanjing": nanjing} {
		if _, stdout, _ := midyear("-example", name); !strings.Contains(stdout, "\n"+want) {
			t.Errorf("%s does not print the published paragraph:\n%s", name, stdout)
		}
	}
}

// A value that leaves its hedge makes the report impossible, and names why.
func TestUntrueValuesAreRefusedByName(t *testing.T) {
	data, err := shipped.ReadFile("data/shanxi.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, to string
		code     fault.Code
		line     string
	}{
		{",948,", ",951,", zh.ErrStretched, "第6行第8列（数值）"},
		{",948,", ",926,", zh.ErrUntrue, "第6行第8列（数值）"},
		{",1637,", ",1600,", zh.ErrUntrue, "第8行第8列（数值）"},
		{",150386,", ",150000,", zh.ErrUntrue, "第7行第8列（数值）"},
		{",150386,", ",162000,", reporting.ErrPhrase, "第7行第13列（公布表述）"},
		{",68,", ",69,", reporting.ErrPhrase, "第4行第13列（公布表述）"},
		{",1214386.25,", ",1214386.255,", reporting.ErrWhole, "第13行第8列（数值）"},
		{",6715,", ",-6715,", reporting.ErrNegative, "第12行第8列（数值）"},
		{",6715,", ",670000000000000000000,", reporting.ErrSize, "第12行第8列（数值）"},
	} {
		changed := strings.Replace(string(data), c.from, c.to, 1)
		if changed == string(data) {
			t.Fatalf("%s is not in the file", c.from)
		}
		if _, err := read([]byte(changed)); !errors.Is(err, c.code) {
			t.Errorf("%s to %s: %v, want %s", c.from, c.to, err, c.code)
		}
		path := filepath.Join(t.TempDir(), "changed.csv")
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		status, stdout, stderr := midyear("-data", path)
		if status != 1 || stdout != "" || !strings.Contains(stderr, c.line) || !strings.Contains(stderr, string(c.code)) {
			t.Errorf("%s to %s: status %d, stdout %q, stderr %s", c.from, c.to, status, stdout, stderr)
		}
	}
}

func TestBrokenFileReportsEveryFault(t *testing.T) {
	status, stdout, stderr := midyear("-example", "broken")
	if status != 1 || stdout != "" {
		t.Errorf("status %d, stdout %q", status, stdout)
	}
	golden(t, "broken.txt", stderr)
	for text := range texts.All() {
		switch text.Code {
		case errUTF8, errSize, errHeader, errColumn, errForm, errInvisible, errOnce: // these stop a file by themselves: see below
		default:
			if !strings.Contains(stderr, string(text.Code)) {
				t.Errorf("broken.csv does not show %s", text.Code)
			}
		}
	}
}

func TestUnreadableFiles(t *testing.T) {
	head := strings.Join(columns, ",") + "\n"
	for name, c := range map[string]struct {
		data string
		code fault.Code
	}{
		"empty":            {"", errHeader},
		"not UTF-8":        {"\xc0\xe0\xb1\xf0", errUTF8},
		"too large":        {strings.Repeat("a", 1<<20+1), errSize},
		"unknown column":   {head[:len(head)-1] + ",备注\n", errColumn},
		"repeated column":  {strings.Replace(head, "文字", "类别", 1), errColumn},
		"missing column":   {strings.Replace(head, ",依据", "", 1), errHeader},
		"quotes in header": {"\"类别\n", errCSV},
		"no title":         {head + "段落,好,,,,,,,,,,,,\n", errTitle},
		"unknown form":     {head + "标题,好,,,,,,,,,,,,\n数,,A,甲,人数,时点数,,1,,,,草书,,示例\n句末,,,,,,,,,,,,,\n", errForm},
		"unseen, in words": {head + "标题,好,,,,,,,,,,,,\n段落,山\u200b西,,,,,,,,,,,,\n", errInvisible},
		"turned around":    {head + "标题,\u202e好,,,,,,,,,,,,\n", errInvisible},
		"zero byte":        {head + "标题,好\x00,,,,,,,,,,,,\n", errInvisible},
		"two sources":      {head + "标题,好,,,,,,,,,,,,\n来源,甲,,,,,,,,,,,,\n来源,乙,,,,,,,,,,,,\n", errOnce},
		"two modes":        {head + "标题,好,,,,,,,,,,,,\n标点,ASCII,,,,,,,,,,,,\n标点,全角,,,,,,,,,,,,\n", errOnce},
		"open sentence":    {head + "标题,好,,,,,,,,,,,,\n数,,A,甲,人数,时点数,,1,,,,,,示例\n", errEnd},
	} {
		if _, err := read([]byte(c.data)); !errors.Is(err, c.code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestFileForm(t *testing.T) {
	// Columns in another order, a byte order mark, blank lines and CRLF change nothing.
	data := "\ufeff文字,类别,编码,指标,口径,性质,量词,数值,步长,数级,措辞,写法,公布表述,依据\r\n" +
		"双湖镇社工站,标题,,,,,,,,,,,,\r\n\r\n概况,小标题,,,,,,,,,,,,\r\n" +
		"驻站社工,数,A,驻站社工,人数,时点数,名,3,,,,汉字,,示例\r\n。,句末,,,,,,,,,,,,\r\n好,段落,,,,,,,,,,,,\r\n"
	doc, err := read([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := output(doc, false)
	if want := "# 双湖镇社工站\n\n## 概况\n\n驻站社工三名。\n\n好\n"; err != nil || !strings.HasPrefix(string(out), want) {
		t.Errorf("%s, %v", out, err)
	}
}

func TestTrace(t *testing.T) {
	status, stdout, _ := midyear("-trace")
	if status != 0 {
		t.Fatal(status)
	}
	golden(t, "shanxi-trace.json", stdout)
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, []string{"-h"}}, {2, []string{"-nonsense"}}, {2, []string{"extra"}},
		{1, []string{"-data", filepath.Join(t.TempDir(), "nothing.csv")}}, {1, []string{"-example", "nowhere"}},
	} {
		if status, stdout, stderr := midyear(c.args...); status != c.status || stdout != "" || stderr == "" {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, status, stdout, stderr)
		}
	}
	if status := run(nil, failing{}, io.Discard); status != 1 {
		t.Errorf("a full disk ends with status %d", status)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func Example() {
	run([]string{"-example", "heilongjiang"}, os.Stdout, os.Stderr)
	// Output:
	// # 黑龙江省推进社工站融合发展
	//
	// 持续拓展“社工橙+未保绿”双站模式,不断融入救助、养老、助残等更多民政服务内容,联合多部门在更广泛领域落实、应用和发展社会工作。积极推进“五社联动”,提升民政基层服务能力。
	//
	// 推动社工站更加全面融入“一老一小”“一残一困”基层社区治理等工作,形成“上面五条线(五社联动)”“落地一张网(社工站)”“服务基层民政工作一盘棋”的良好局面,把社工站打造成壮大民政基层力量、落细民政基层服务的重要阵地。
	//
	// 进一步拓展督导成果运用,积极开展陪伴式督导服务;加强品牌塑造,将“社工橙”打造成民政部门服务百姓的靓丽“名片”。
	//
	// (据黑龙江省民政厅)
}

// Whatever people do to a file, it gives a whole report or places for every problem, and never half of one.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"shanxi", "shanxi-published", "qinghe", "nanjing", "heilongjiang", "broken"} {
		data, err := shipped.ReadFile("data/" + name + ".csv")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := read(data)
		var faulty problems
		switch {
		case err == nil:
			if out, err := output(doc, false); err != nil || len(out) == 0 {
				t.Errorf("%d bytes, %v", len(out), err)
			}
			if _, err := output(doc, true); err != nil {
				t.Error(err)
			}
		case !errors.As(err, &faulty) || len(faulty) == 0 || len(doc.Blocks) > 0:
			t.Errorf("%d blocks and %v", len(doc.Blocks), err)
		}
		for _, p := range faulty {
			if p.column > 0 && p.row == 0 || p.row > bytes.Count(data, []byte("\n"))+1 || p.column > 0 && p.header == "" && p.row > 1 {
				t.Errorf("row %d, column %d of no cell", p.row, p.column)
			}
		}
	})
}

// TestEditedFiles changes one cell or one line of the files at every place.
func TestEditedFiles(t *testing.T) {
	for _, name := range []string{"shanxi", "shanxi-published", "nanjing"} {
		data, _ := shipped.ReadFile("data/" + name + ".csv")
		lines := strings.SplitAfter(string(data), "\n")
		for i, line := range lines {
			without := strings.Join(lines[:i], "") + strings.Join(lines[i+1:], "")
			if _, err := read([]byte(without)); i == 0 && err == nil {
				t.Errorf("%s without its header makes a report", name)
			}
			cells := strings.Split(strings.TrimSuffix(line, "\n"), ",")
			for j, cell := range cells {
				for _, other := range []string{"", "０", "坨", "-1", "1e9"} {
					if other == cell || columns[j] == colText {
						continue
					}
					cells[j] = other
					edited := strings.Join(lines[:i], "") + strings.Join(cells, ",") + "\n" + strings.Join(lines[i+1:], "")
					cells[j] = cell
					_, err := read([]byte(edited))
					var faulty problems
					switch {
					case err == nil && other != "" && columns[j] != colName && columns[j] != colCode:
						t.Errorf("%s row %d: %s %q is taken", name, i+1, columns[j], other)
					case err != nil && !errors.As(err, &faulty):
						t.Errorf("%s row %d: %v", name, i+1, err)
					}
				}
			}
		}
	}
}
