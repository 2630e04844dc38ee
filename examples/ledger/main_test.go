package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// program runs the program and returns what it prints.
func program(args ...string) (status int, stdout, stderr string) {
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

// folder is a copy of the registers with some of them changed.
func folder(t *testing.T, change func(name string, data []byte) []byte) string {
	t.Helper()
	dir := t.TempDir()
	err := fs.WalkDir(shipped, "data", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := shipped.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, d.Name()), change(d.Name(), data), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestReport(t *testing.T) {
	status, stdout, stderr := program()
	if status != 0 || stderr != "" {
		t.Fatalf("status %d, %s", status, stderr)
	}
	golden(t, "report.md", stdout)
}

func TestTrace(t *testing.T) {
	status, stdout, stderr := program("-trace")
	if status != 0 || stderr != "" {
		t.Fatalf("status %d, %s", status, stderr)
	}
	golden(t, "trace.json", stdout)
}

// Registers that say the same in another encoding and another order of columns give the same report, to the last digit of the anchors.
func TestTheSameRegistersGiveTheSameBook(t *testing.T) {
	_, want, _ := program()
	dir := folder(t, func(name string, data []byte) []byte {
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		for i, line := range lines[1:] {
			if cells := strings.Split(line, ","); !strings.Contains(line, `"`) { // a quoted comma would be cut
				lines[i+1] = strings.Join(append(cells[1:], cells[0]), ",")
			} else {
				at := strings.Index(line, ",")
				lines[i+1] = line[at+1:] + "," + line[:at]
			}
		}
		out, err := simplifiedchinese.GB18030.NewEncoder().String(strings.Join(lines, "\r\n"))
		if err != nil {
			t.Fatal(err)
		}
		return []byte(out)
	})
	status, got, stderr := program("-data", dir)
	if status != 0 {
		t.Fatal(stderr)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Whatever is wrong in a register is reported with file, row and header, and nothing else is printed.
func TestFaultyRegisters(t *testing.T) {
	for _, c := range []struct{ file, from, to, want string }{
		{"gifts.csv", "2000元", "约2000元", "gifts.csv.第6行.捐赠金额（元）：台账应填写确数，不写约、近、超、余、多 [SHEET-HEDGE]"},
		{"gifts.csv", "5850.00", "5580.00", "gifts.csv.第3行.价值（元）：价值不等于单价乘以数量 [INTAKE-PRICE]"},
		{"gifts.csv", "SM-06,,,,二手", "SM-06,,,P-9,二手", "gifts.csv.第8行.捐赠票据号"},
		{"gifts.csv", "D-104", "13957913579", "gifts.csv.第6行.捐赠方编号"},
		{"cash.csv", "42350.5", "42350.505", "cash.csv.第6行.支出（元）"},
		{"cash.csv", "213600", "213601", "cash.csv.第5行.余额（元）"},
		{"cash.csv", ",,,,152649.5,", ",,,,152649.4,", "cash.csv.第8行.余额（元）：与账簿期末数不符 [INTAKE-CLOSING]"},
		{"cash.csv", "2026-01-15", "2026-04-15", "cash.csv.第5行.支出（元）"}, // spent before the grant came
		{"cash.csv", "走访慰问,服务开展,双湖镇", "走访慰问,购车用车,双湖镇", "cash.csv.第5行.支出类别"},
		{"handouts.csv", ",600,", ",6000,", "handouts.csv.第6行.发放金额（元）"},
		{"stock-2.csv", "青石乡,大米,袋,20,", "青石乡,大米,袋,30,", "stock-2.csv.第6行.数量"},
		{"stock-2.csv", ",大米,袋,5,,,", ",大米,袋,6,,,", "stock-2.csv.第9行.数量：与账簿期末数不符 [INTAKE-CLOSING]"},
		{"stock-2.csv", "报损出库", "发放出库", "stock-2.csv.第5行.批次号"},
	} {
		dir := folder(t, func(name string, data []byte) []byte {
			if name != c.file {
				return data
			}
			changed := strings.Replace(string(data), c.from, c.to, 1)
			if changed == string(data) {
				t.Fatalf("%s is not in %s", c.from, c.file)
			}
			return []byte(changed)
		})
		status, stdout, stderr := program("-data", dir)
		if status != 1 || stdout != "" || !strings.HasPrefix(stderr, c.want) {
			t.Errorf("%s to %s: status %d, stdout %q, stderr %s", c.from, c.to, status, stdout, stderr)
		}
	}
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, []string{"-h"}}, {2, []string{"-nonsense"}}, {2, []string{"extra"}}, {1, []string{"-data", filepath.Join(t.TempDir(), "nothing")}},
	} {
		if status, stdout, stderr := program(c.args...); status != c.status || stdout != "" || stderr == "" {
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
	var out bytes.Buffer
	run(nil, &out, os.Stderr)
	for _, line := range strings.Split(out.String(), "\n") {
		if strings.HasPrefix(line, "本年") || strings.HasPrefix(line, "合同价款") || strings.HasPrefix(line, "捐赠5") || strings.HasPrefix(line, "若") {
			fmt.Println(line)
		}
	}
	// Output:
	// 本年收到县级彩票公益金300000元；链接社会资源款物折合61750元，其中现金52000元、物资折价9750元，另有未计价衣物320件；志愿服务6.5小时。志愿服务时长不折算成金额。
	// 合同价款480000元，扣款3600元，账面到账476400元，确认收入476400元。
	// 捐赠50000元，用于助学30000元，经同意转作他用20000元，结余0元。
	// 若删去最后一笔：只有40条记录，外部留存的链头为第41号，末尾有记录被删除（CHAIN-SHORT）。
}
