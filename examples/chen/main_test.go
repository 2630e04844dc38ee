package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
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

// told is the story of the family that comes with the program.
var told = sync.OnceValue(func() string {
	status, stdout, stderr := program()
	if status != 0 || stderr != "" {
		panic(stderr)
	}
	return stdout
})

func TestStory(t *testing.T) { golden(t, "story.txt", told()) }

// Every account opens as a preliminary assessment and leaves the rest to the authority; none reads as a decision.
func TestNothingReadsAsADecision(t *testing.T) {
	out := told()
	opened := false
	for line := range strings.Lines(out) {
		switch {
		case strings.HasPrefix(line, "初步研判："):
			if opened {
				t.Error("an account without an end")
			}
			opened = true
		case line == "以民政部门审核确认为准。\n":
			opened = false
		case strings.HasPrefix(line, "说明："), strings.HasPrefix(line, "待遇"), strings.HasPrefix(line, "办理时限"):
			if opened {
				t.Errorf("an account without an end before %s", line)
			}
		case strings.HasPrefix(line, "结果："):
			if !opened || !strings.HasPrefix(line, "结果：初步研判") && !strings.HasPrefix(line, "结果：暂不能研判") {
				t.Error(line)
			}
		}
		if strings.Contains(line, "：符合。") && !strings.Contains(line, "依据：") {
			t.Errorf("without a citation: %s", line)
		}
	}
	for _, word := range []string{"批准", "准予", "予以认定", "经审核"} {
		if strings.Contains(out, word) {
			t.Errorf("%s reads as a decision", word)
		}
	}
	if opened || !strings.HasSuffix(out, "以民政部门审核确认为准。\n") || strings.Count(out, "虚构标准，仅供演示") < 10 {
		t.Error("the end does not leave it to the authority")
	}
}

// References, rows, ties and division codes stay inside, and nothing looks like a number of a person.
func TestNothingPersonal(t *testing.T) {
	out := told()
	for _, s := range []string{string(father), string(daughter), "第1人", "第2人", "项亲属关系", county.String(), "xugou"} {
		if strings.Contains(out, s) {
			t.Errorf("%s is printed", s)
		}
	}
	if n := regexp.MustCompile(`[0-9]{6}`).FindString(out); n != "" {
		t.Errorf("%s is printed", n)
	}
}

// A family that contradicts itself gets coded faults with paths and no result, and no value of the file comes back.
func TestContradictoryFamily(t *testing.T) {
	status, stdout, stderr := program("-family", filepath.Join("data", "contradictory.json"))
	if status != 1 || stdout != "" {
		t.Fatalf("status %d, %s", status, stdout)
	}
	golden(t, "contradictory.txt", stderr)
	for _, value := range []string{"1949", "2023-01-01"} {
		if strings.Contains(stderr, value) {
			t.Errorf("%s comes back", value)
		}
	}
}

// edited is a file of the family with some text replaced.
func edited(t *testing.T, from, to string) string {
	t.Helper()
	text := strings.ReplaceAll(string(shipped), from, to)
	if text == string(shipped) {
		t.Fatalf("%s is not in the family", from)
	}
	path := filepath.Join(t.TempDir(), "family.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOtherFamilies(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"no JSON", "{", "", "[FACTS-JSON]"},
		{"a member that does not exist", `"birth"`, `"born"`, "people[0]：有不存在的字段 [FACTS-MEMBER]"},
		{"other people", `"father"`, `"grandfather"`, errPeople.Error()},
		{"a car, and another story", `"vehicles": {"value": 0`, `"vehicles": {"value": 1`, errStory.Error()},
		{"a father who needs care", `"eat": {"value": true`, `"eat": {"value": false`, errStory.Error()},
		{"a father who is young", "1957-11-05", "1967-11-05", errStory.Error()},
	} {
		status, stdout, stderr := program("-family", edited(t, c.from, c.to))
		if status != 1 || stdout != "" || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: status %d, stdout %q, stderr %s", c.name, status, stdout, stderr)
		}
	}
	if status, got, stderr := program("-family", edited(t, "1200.00", "1300.00")); status != 0 || got != told() {
		t.Errorf("a little more money: status %d, %s", status, stderr)
	}
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, []string{"-h"}}, {2, []string{"-nonsense"}}, {2, []string{"extra"}}, {1, []string{"-family", filepath.Join(t.TempDir(), "nothing")}},
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
	for line := range strings.Lines(told()) {
		if strings.HasPrefix(line, "初步研判：") || strings.HasPrefix(line, "结果：") || strings.HasPrefix(line, "测算金额：") {
			fmt.Print(line)
		}
	}
	// Output:
	// 初步研判：特困人员救助供养（小林）
	// 结果：暂不能研判，需补充材料
	// 初步研判：特困人员救助供养（老林）
	// 结果：暂不能研判，需补充材料
	// 初步研判：最低生活保障（家庭）
	// 结果：初步研判符合
	// 测算金额：全家每月1400元
	// 初步研判：特困人员救助供养（小林）
	// 结果：初步研判符合
	// 测算金额：本人每月1410元
	// 初步研判：特困人员救助供养（老林）
	// 结果：初步研判符合
	// 测算金额：本人每月1010元
	// 初步研判：特困人员救助供养（老林）
	// 结果：初步研判不符合
	// 初步研判：特困人员救助供养（小林）
	// 结果：初步研判不符合
	// 初步研判：最低生活保障（家庭）
	// 结果：初步研判不符合
	// 初步研判：最低生活保障边缘家庭
	// 结果：初步研判符合
	// 初步研判：最低生活保障（单人户）（小林）
	// 结果：初步研判符合
	// 测算金额：本人每月700元
	// 初步研判：特困人员救助供养（小林）
	// 结果：初步研判符合
	// 测算金额：本人每月1410元
}
