package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/reporting/render"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// network runs the program and returns what it prints.
func network(args ...string) (status int, stdout, stderr string) {
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

// folder is a folder that comes with the program, to be changed.
func folder(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := make(fstest.MapFS)
	dir, err := fs.Sub(shipped, "data/"+name)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := fs.Glob(dir, "*.csv")
	if err != nil || len(paths) == 0 {
		t.Fatal(name, err)
	}
	for _, path := range paths {
		data, err := fs.ReadFile(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = &fstest.MapFile{Data: data}
	}
	return files
}

// change replaces text in a file of the folder.
func change(t *testing.T, files fstest.MapFS, file, from, to string) {
	t.Helper()
	data := strings.Replace(string(files[file].Data), from, to, 1)
	if data == string(files[file].Data) {
		t.Fatalf("%s does not hold %s", file, from)
	}
	files[file] = &fstest.MapFile{Data: []byte(data)}
}

func TestReports(t *testing.T) {
	for _, name := range []string{"nanjing", "heilongjiang"} {
		t.Run(name, func(t *testing.T) {
			status, stdout, stderr := network("-example", name)
			if status != 0 || stderr != "" {
				t.Fatalf("status %d, %s", status, stderr)
			}
			golden(t, name+".md", stdout)
		})
	}
}

func TestDefaultIsNanjing(t *testing.T) {
	_, want, _ := network("-example", "nanjing")
	if status, stdout, _ := network(); status != 0 || stdout != want {
		t.Errorf("status %d", status)
	}
}

// What the article says of Nanjing county is what the folder adds up to.
func TestNanjingIsAsPublished(t *testing.T) {
	r, err := read(folder(t, "nanjing"))
	if err != nil {
		t.Fatal(err)
	}
	tiers := map[station.Tier]int{}
	for _, s := range r.network.Stations {
		tiers[s.Tier]++
	}
	x := r.network.Index()
	staff := x.Staffing(r.setup.Day)
	c, err := x.Coverage(r.setup.Scope, r.setup.Day)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{
		"stations": tiers[station.TierTownship] + tiers[station.TierZone], "centres": tiers[station.TierCounty],
		"operators": len(r.network.Operators), "full time": staff.FullTime.Least, "workers": staff.Workers.Most,
		"areas": len(c.Scope.Areas), "covered": len(c.Covered), "sites": len(r.network.Contracts[0].Sites), "figures": len(r.figures),
	}
	want := map[string]int{"stations": 12, "centres": 1, "operators": 1, "full time": 14, "workers": 14, "areas": 11, "covered": 11,
		"sites": 13, "figures": 9}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

var mistakeRow = regexp.MustCompile(`(?m)^\| (\d+) \| (\S+) \| (\d+) \| (\S+) \| ([A-Z-]+) \| \S+`)

func TestBrokenFolderReportsEveryMistakeAndNoOther(t *testing.T) {
	status, stdout, stderr := network("-example", "broken")
	if status != 1 || stdout != "" {
		t.Errorf("status %d, stdout %q", status, stdout)
	}
	golden(t, "broken.txt", stderr)

	list, err := shipped.ReadFile("data/broken/MISTAKES.md")
	if err != nil {
		t.Fatal(err)
	}
	planted := map[string]int{}
	for i, m := range mistakeRow.FindAllStringSubmatch(string(list), -1) {
		if m[1] != fmt.Sprint(i+1) {
			t.Errorf("mistake %d has the number %s", i+1, m[1])
		}
		planted[strings.Join(m[2:], " ")]++
	}
	reported := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^(\S+) 第(\d+)行“(.+?)”：.* \[([A-Z-]+)\]$`).FindAllStringSubmatch(stderr, -1) {
		reported[strings.Join(m[1:], " ")]++
	}
	if len(planted) != 25 || strings.Count(stderr, "\n") != 26 {
		t.Errorf("%d mistakes in the list, %d lines printed", len(planted), strings.Count(stderr, "\n"))
	}
	if d := cmp.Diff(planted, reported); d != "" {
		t.Errorf("planted and reported differ: %s", d)
	}
}

// Mending the other mistakes, one after another, never hides or adds one.
func TestNoMistakeHidesAnother(t *testing.T) {
	whole, err := read(folder(t, "broken"))
	if len(whole.hints) != 0 || err == nil {
		t.Fatalf("hints %v, %v", whole.hints, err)
	}
	all := len(err.(problems))
	mends := []struct{ file, from, to string }{
		{"network.csv", "、359901100\"", "\""}, {"network.csv", "、359901100\n", "\n"},
		{"documents.csv", "2022年,W-1", "2022年,"}, {"stations.csv", "大站", "乡镇（街道）社工站"}, {"stations.csv", "35990110X", "359901107"},
		{"stations.csv", "239901103", "359901103"}, {"stations.csv", "2022年3月", "2021年3月"}, {"stations.csv", "QT-99", "QT-00"},
		{"posts.csv", "约0.5", "0.5"}, {"assignments.csv", "0.5", "0.0"}, {"operators.csv", "52359901MJXG00004D", "52350627MJXG00004D"},
		{"contracts.csv", "叁拾万零伍佰元整", "叁拾万元整"}, {"contracts.csv", "QT-02、QT-03", "QT-03"}, {"kpis.csv", "人次,场", "人次,人次"},
		{"items.csv", "3000", "30000"}, {"instalments.csv", "末期评估", "其他条件"}, {"teams.csv", "D-1\n", "\n"},
		{"volunteers.csv", "D-9", "D-1"}, {"pairings.csv", "QT-01,QT-01", "QT-01,WB-01"}, {"figures.csv", "25家", "25场"},
	}
	mended := 0
	files := folder(t, "broken")
	for _, m := range mends {
		before := string(files[m.file].Data)
		after := strings.Replace(before, m.from, m.to, 1)
		if after == before {
			continue // another spelling of the same mend
		}
		files[m.file] = &fstest.MapFile{Data: []byte(after)}
		mended++
		_, err := read(files)
		want := all - mended
		if m.to == "0.0" { // a share of nothing is another mistake
			want++
			all++
		}
		if got := len(fault.Of(err)); got != want {
			t.Errorf("%s, %q mended: %d problems, want %d\n%v", m.file, m.from, got, want, err)
		}
	}
	if mended != len(mends)-1 {
		t.Errorf("%d of %d mended", mended, len(mends)-1)
	}
}

func TestFoldersAsAWhole(t *testing.T) {
	more := map[string]int{ // where one mistake is more than one problem
		"two names for an indicator": 3, // the indicator is lost, and two items ask for it
		"column missing":             2, // and a column that nobody knows
		"quotes":                     7, // six volunteers of a team that is lost
	}
	for name, c := range map[string]struct {
		spoil func(files fstest.MapFS)
		code  fault.Code
		line  string
	}{
		"later floor": {func(f fstest.MapFS) {
			change(t, f, "kpis.csv", "HT-2021-1,K2", "HT-2021-1,K1,4,个案服务,单项底线,不少于,1,人次,家\nHT-2021-1,K2")
		}, contract.ErrWord, "kpis.csv 第5行“量词”"},
		"suspended first": {func(f fstest.MapFS) {
			change(t, f, "stations.csv", "2021年年底,,NJ-MZJ", ",暂停2022年3月、运营2021年,NJ-MZJ")
		}, station.ErrOrder, "stations.csv 第2行“后续状态”"},
		"two of a cell": {func(f fstest.MapFS) { change(t, f, "contracts.csv", "NJ-00、NJ-01", "XX-00、XX-01") },
			station.ErrReference, "contracts.csv 第2行“服务站点编号”"},
		"mistyped name": {func(f fstest.MapFS) { f["station.csv"] = f["posts.csv"] }, errFile, "station.csv：不认识"},
		"no stations":   {func(f fstest.MapFS) { delete(f, "stations.csv") }, errMissing, "stations.csv：缺少"},
		"no network":    {func(f fstest.MapFS) { delete(f, "network.csv") }, errMissing, "network.csv：缺少"},
		"two networks": {func(f fstest.MapFS) {
			f["network.csv"] = &fstest.MapFile{Data: append(f["network.csv"].Data, bytes.Replace(
				bytes.SplitN(f["network.csv"].Data, []byte("\n"), 3)[1], []byte("南靖县"), []byte("另一"), 1)...)}
		}, errOneRow, "network.csv：应有且只有一行"},
		"folder as file": {func(f fstest.MapFS) {
			f["kpis.csv/x.csv"] = f["kpis.csv"]
			delete(f, "kpis.csv")
		}, errRead, "kpis.csv：不能读取"},
		"nobody's instalment": {func(f fstest.MapFS) { change(t, f, "instalments.csv", "HT-2021-1,2", "HT-9,2") }, errOwner,
			"instalments.csv 第3行“合同编号”"},
		"nobody's indicator": {func(f fstest.MapFS) { change(t, f, "kpis.csv", "HT-2021-1,K2", "HT-9,K2") }, errOwner,
			"kpis.csv 第5行“合同编号”"},
		"two names for an indicator": {func(f fstest.MapFS) { change(t, f, "kpis.csv", "K1,2,个案服务", "K1,2,个案") },
			contract.ErrRowName, "kpis.csv 第3行“指标名称”"},
		"floor": {func(f fstest.MapFS) { change(t, f, "kpis.csv", "不少于,6,人次,人次", "不少于,6,人次,家") }, contract.ErrWord,
			"kpis.csv 第4行“量词”"},
		"column missing": {func(f fstest.MapFS) { change(t, f, "stations.csv", "站点名称", "站名") }, sheet.ErrMissing,
			"stations.csv 第1行“站点名称”：缺少必填列"},
		"history": {func(f fstest.MapFS) {
			change(t, f, "stations.csv", "2021年年底,,NJ-MZJ", "2021年年底,暂停2020年,NJ-MZJ")
		},
			station.ErrOrder, "stations.csv 第2行“后续状态”"},
		"authority": {func(f fstest.MapFS) { change(t, f, "stations.csv", "NJ-MZJ、ZZ-MZJ", "NJ-MZJ、XX-MZJ") },
			station.ErrReference, "stations.csv 第2行“指导单位编号”"},
		"competent": {func(f fstest.MapFS) { change(t, f, "stations.csv", ",NJ-MZJ,NJ-MZJ\n", ",XX-MZJ,NJ-MZJ\n") },
			station.ErrReference, "stations.csv 第3行“主管部门编号”"},
		"unguided":   {func(f fstest.MapFS) { change(t, f, "stations.csv", "NJ-MZJ、ZZ-MZJ", "") }, station.ErrGuidance, "stations.csv 第2行“指导单位编号”"},
		"newer word": {func(f fstest.MapFS) { change(t, f, "stations.csv", "外包", "self_run") }, vocab.ErrUnknown, "stations.csv 第2行“用人方式”"},
		"quotes": {func(f fstest.MapFS) {
			f["teams.csv"] = &fstest.MapFile{Data: []byte("队伍编号,队伍名称\nD-1,\"甲\n")}
		}, sheet.ErrQuote, "teams.csv 第2行：引号"},
		"later owner": {func(f fstest.MapFS) { change(t, f, "pillars.csv", "5+N,station", "5+M,station") }, errOwner, "pillars.csv 第3行“联动机制”"},
	} {
		t.Run(name, func(t *testing.T) {
			files := folder(t, "nanjing")
			c.spoil(files)
			_, err := read(files)
			if !errors.Is(err, c.code) || !strings.Contains(err.Error(), c.line) {
				t.Errorf("%v, want %s", err, c.code)
			}
			if got, want := strings.Count(err.Error(), "\n")+1, max(1, more[name]); got != want {
				t.Errorf("%d problems, want %d: %v", got, want, err)
			}
		})
	}
}

func TestColumnOfAPath(t *testing.T) {
	l := ledger{headers: []string{"编号", "名称", "全称", "别名"}, paths: []string{"id", "name", "name.full", "aliases"}, id: "编号"}
	for path, want := range map[string]string{
		"name": "名称", "name.short": "名称", "name.full": "全称", "names": "编号", "aliases[2]": "别名", "": "编号", "other": "编号",
	} {
		if got := l.column(path); got != want {
			t.Errorf("%q stands in %s, want %s", path, got, want)
		}
	}
}

// A team whose end is still to come is there.
func TestTeamsAreCountedOnTheDay(t *testing.T) {
	for end, want := range map[string]string{"2022年7月30日": "现有队伍2支", "2022年7月31日": "现有队伍3支", "2022年": "现有队伍3支"} {
		files := folder(t, "nanjing")
		change(t, files, "teams.csv", "2022年3月,D-1", end+",D-1")
		r, err := read(files)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := (render.Markdown{}).Render(&out, r.document()); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%s: the report does not say %s: %v", end, want, err)
		}
	}
}

func TestEveryCodeOfTheProgramHasATest(t *testing.T) {
	source, err := os.ReadFile("main_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[fault.Code]string{errFolder: "errFolder", errMissing: "errMissing", errFile: "errFile", errRead: "errRead",
		errOneRow: "errOneRow", errOwner: "errOwner"}
	for text := range texts.All() {
		if bytes.Count(source, []byte(names[text.Code])) < 3 || names[text.Code] == "" {
			t.Errorf("%s is never tested", text.Code)
		}
	}
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, []string{"-h"}}, {2, []string{"-nonsense"}}, {2, []string{"extra"}}, {1, []string{"-example", "nowhere"}},
		{1, []string{"-data", filepath.Join(t.TempDir(), "nothing")}}, {1, []string{"-data", t.TempDir()}},
	} {
		if status, stdout, stderr := network(c.args...); status != c.status || stdout != "" || stderr == "" {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, status, stdout, stderr)
		}
	}
	if _, err := read(os.DirFS(filepath.Join(t.TempDir(), "nothing"))); !errors.Is(err, errFolder) {
		t.Errorf("%v, want %s", err, errFolder)
	}
	if status := run(nil, failing{}, io.Discard); status != 1 {
		t.Errorf("a full disk ends with status %d", status)
	}
	_, want, _ := network("-example", "heilongjiang")
	if status, stdout, _ := network("-data", filepath.Join("data", "heilongjiang")); status != 0 || stdout != want {
		t.Errorf("a folder on disk ends with status %d", status)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func Example() {
	status := run([]string{"-example", "broken"}, os.Stdout, io.Discard)
	fmt.Println(status)
	// Output:
	// 1
}

// Whatever one cell holds, the folder is read without panic, and every problem has a file and a row.
func TestEveryCellMayBeSpoilt(t *testing.T) {
	spoilt := 0
	for _, name := range []string{"nanjing", "heilongjiang"} {
		for file, f := range folder(t, name) {
			rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
			if err != nil {
				t.Fatal(file, err)
			}
			for i := range rows[1:] {
				for j := range rows[0] {
					if (i*len(rows[0])+j)%7 != 0 { // a sample: every cell would take a while
						continue
					}
					kept := rows[i+1][j]
					rows[i+1][j] = []string{"", "坏值", "-9、NJ-99", "\ufffd", "9999年"}[(i+j)%5]
					spoilt++
					var out bytes.Buffer
					if err := csv.NewWriter(&out).WriteAll(rows); err != nil {
						t.Fatal(err)
					}
					rows[i+1][j] = kept
					files := folder(t, name)
					files[file] = &fstest.MapFile{Data: out.Bytes()}
					_, err := read(files)
					if err == nil {
						continue
					}
					for _, p := range err.(problems) {
						if p.at.file == "" || p.at.row == 0 || p.at.header == "" {
							t.Errorf("%s, row %d, cell %d: %v stands nowhere", file, i+2, j, p)
						}
					}
				}
			}
		}
	}
	if spoilt < 100 {
		t.Errorf("only %d cells spoilt", spoilt)
	}
}
