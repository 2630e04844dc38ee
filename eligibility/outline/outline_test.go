package outline_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/outline"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func TestAnInventedLawForReview(t *testing.T) {
	s := body(t, invented()...)
	golden(t, "statutes.md", outline.Statutes(s))
	golden(t, "law.md", outline.Markdown(law(t, s, "350627109", "2024-08-01")))
	golden(t, "diff.txt", outline.Text(outline.Diff(law(t, s, "", "2024-08-01"), law(t, s, "350627109", "2024-08-01"))))
}

// sentence is subject, operator and threshold of the row of a criterion.
func sentence(t *testing.T, rows []outline.Row, node string) string {
	t.Helper()
	for _, r := range rows {
		if r.Node == node {
			return strings.TrimSpace(r.Subject + " " + r.Operator + " " + r.Threshold)
		}
	}
	t.Fatalf("no row %s", node)
	return ""
}

func TestRowsSpeakLikeTheLaw(t *testing.T) {
	s := body(t, invented()...)
	rows := outline.Rows(law(t, s, "350627", "2024-08-01"))
	for node, want := range map[string]string{
		"all":          "同时符合下列各项",
		"two":          "至少符合下列2项",
		"age":          "出生日期 年满 60周岁",
		"young":        "出生日期 不满 16周岁",
		"disabled":     "残疾 属于下列类别和等级之一 智力、精神一至三级，肢体一级、三级",
		"works":        "有工作 为 是",
		"two.3":        "有工作 为 否",
		"income":       "工资＋租金 低于 “收入标准”（城镇900.00元/月，农村8400.00元/年） × 1.5 × 2人 × 12个月",
		"children":     "子女数 按“比较方式”（达到或者超过） “人数”（0）",
		"wages":        "工资 不超过 1234.50元",
		"dates":        "迁入日期 晚于 出生日期",
		"share":        "租金 达到或者超过 “占比”（0.6） × （工资＋养老金）",
		"lived":        "自迁入日期至当日 达到或者超过 12个月",
		"kin":          "属于范围的亲属 每一人均符合",
		"kin.who":      "关系 属于 子女、配偶",
		"kin.too":      "救助金 该亲属一并符合",
		"found":        "特别困难 由工作人员研判",
		"open":         "“其他情形” 授权规定 已规定：虚构救助办法（云民发〔2023〕9号）细则第二条（虚构）",
		"property":     "“财产规定” 授权规定 未录入，不能判断",
		"custom":       "有工作、共同生活 自定义函数 both 1",
		"rule":         "除但书外按一般规则",
		"but.then":     "恒不符合",
		"poor":         "按定义 “困难人员”",
		"house.income": "全体家庭成员合计：工资＋养老金（“养老金不计”已规定的不计）＋租金－税费 不超过 “收入标准”（城镇900.00元/月，农村8400.00元/年） × 家庭成员人数",
		"house.count":  "属于范围的家庭成员符合条件的人数 不超过 3人",
		"house.any":    "家庭成员 至少一人符合",
		"gap":          "每月 补差 “收入标准”（城镇900.00元/月，农村8400.00元/年） × 家庭成员人数 － （全体家庭成员合计：工资＋养老金（“养老金不计”已规定的不计）＋租金－税费） ÷ 12个月",
		"extra":        "每月 定额 50.00元 × 符合条件的成员人数",
	} {
		if d := cmp.Diff(want, sentence(t, rows, node)); d != "" {
			t.Errorf("%s: %s", node, d)
		}
	}
	if got := sentence(t, outline.Rows(law(t, s, "350627109", "2024-08-01")), "age"); got != "出生日期 年满 55周岁" {
		t.Errorf("the override of a township is not shown: %s", got)
	}
}

// TestRowsAreTheTree compares the rows with the walk of the engine, for random law.
func TestRowsAreTheTree(t *testing.T) {
	for seed := range uint64(80) {
		s, _ := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		rows := outline.Rows(l)
		shown := map[string]bool{}
		for _, r := range rows {
			shown[r.Node] = true
			if !r.Cited() {
				t.Errorf("seed %d: %s has no citation", seed, r.Node)
			}
			if r.Operator == "" && r.Role != outline.RoleCase {
				t.Errorf("seed %d: %s says nothing", seed, r.Node)
			}
			if strings.Count(r.Number, ".") != r.Depth {
				t.Errorf("seed %d: %s is number %s at depth %d", seed, r.Node, r.Number, r.Depth)
			}
		}
		for p := range l.Programmes() {
			for _, n := range l.Walk(p.ID) {
				if !shown[n.Criterion().ID] {
					t.Errorf("seed %d: %s of %s is not shown", seed, n.Criterion().ID, p.ID)
				}
			}
		}
		md, all := outline.Markdown(l), outline.Statutes(s)
		if md != outline.Markdown(l) || all != outline.Statutes(s) {
			t.Errorf("seed %d: two outlines of one law", seed)
		}
		wellFormed(t, md)
		wellFormed(t, all)
		if changes := outline.Diff(l, l); len(changes) != 0 {
			t.Errorf("seed %d: a law differs from itself: %s", seed, outline.Text(changes))
		}
	}
}

// wellFormed checks that all rows of a table have as many cells as its head.
func wellFormed(t *testing.T, md string) {
	t.Helper()
	columns := 0
	for line := range strings.Lines(md) {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
		if columns == 0 {
			columns = n
		} else if n != columns {
			t.Errorf("%d cells instead of %d: %s", n-1, columns-1, line)
		}
	}
}

func TestDiffTellsWhatChangedAndNoMore(t *testing.T) {
	const on = "2024-08-01"
	was := law(t, body(t, invented()...), "350627109", on)
	root := func(acts []eligibility.Act, change func(*eligibility.Spec)) {
		s := acts[1].Programmes[0].Root.Spec()
		change(&s)
		acts[1].Programmes[0].Root = eligibility.New(s)
	}
	kid := func(acts []eligibility.Act, i int, change func(*eligibility.Spec)) {
		root(acts, func(s *eligibility.Spec) {
			k := s.Kids[i].Spec()
			change(&k)
			s.Kids[i] = eligibility.New(k)
		})
	}
	for _, c := range []struct {
		name   string
		change func(acts []eligibility.Act)
		want   []string
	}{
		{"a threshold", func(a []eligibility.Act) { kid(a, 4, func(s *eligibility.Spec) { s.Than.Money = money.Fen(200000) }) },
			[]string{"修改条件 yuntai:aid wages（工资）：标准：1234.50元 → 标准：2000.00元"}},
		{"an operator", func(a []eligibility.Act) {
			kid(a, 4, func(s *eligibility.Spec) { s.Op = eligibility.By(measure.LessThan) })
		}, []string{"修改条件 yuntai:aid wages（工资）：判断：不超过 → 判断：低于"}},
		{"what has to be set, and now need not be", func(a []eligibility.Act) {
			kid(a, 11, func(s *eligibility.Spec) { s.Required = false })
		}, []string{"修改条件 yuntai:aid property（财产）：标准：须由地方规定；未录入不能判断 → 标准：地方可以规定；未录入按无规定处理"}},
		{"an article", func(a []eligibility.Act) {
			kid(a, 4, func(s *eligibility.Spec) { s.Criterion.Source.Article = "第九条" })
		},
			[]string{"修改条件 yuntai:aid wages（工资）：依据：虚构救助办法（云民发〔2023〕9号）第三条（虚构） → 依据：虚构救助办法（云民发〔2023〕9号）第九条（虚构）"}},
		{"a document", func(a []eligibility.Act) {
			kid(a, 4, func(s *eligibility.Spec) { s.Criterion.Source.Document = "另一办法" })
		},
			[]string{"新增文件 另一办法", "修改条件 yuntai:aid wages（工资）：依据：虚构救助办法（云民发〔2023〕9号）第三条（虚构） → 依据：另一办法第三条（虚构）"}},
		{"a criterion gone", func(a []eligibility.Act) {
			root(a, func(s *eligibility.Spec) { s.Kids = slices.Delete(s.Kids, 4, 5) })
		}, []string{"删除条件 yuntai:aid wages（工资）：位于：all；判断对象：工资；判断：不超过；标准：1234.50元；依据：虚构救助办法（云民发〔2023〕9号）第三条（虚构）"}},
		{"a criterion more", func(a []eligibility.Act) {
			root(a, func(s *eligibility.Spec) {
				s.Kids = append(s.Kids, eligibility.Never(crit("more", "新增", "第四十条")))
			})
		}, []string{"新增条件 yuntai:aid more（新增）：位于：all；判断：恒不符合；依据：虚构救助办法（云民发〔2023〕9号）第四十条（虚构）"}},
		{"a term of a sum", func(a []eligibility.Act) {
			kid(a, 2, func(s *eligibility.Spec) {
				s.Left.Terms = append(s.Left.Terms, eligibility.Term{Fact: "p.tax", Minus: true})
			})
		}, []string{"修改条件 yuntai:aid income（收入低于标准的1.5倍）：判断对象：…＋租金 → 判断对象：…＋租金－税费"}},
		{"a value", func(a []eligibility.Act) { a[2].Values[0].Money = money.Fen(100000) },
			[]string{"修改参数值 yuntai:line 城镇（收入标准）：900.00元/月 → 1000.00元/月"}},
		{"a value no more", func(a []eligibility.Act) { a[1].Values = slices.Delete(a[1].Values, 2, 3) },
			[]string{"删除参数值 yuntai:ratio（占比）：0.6；依据：虚构救助办法（云民发〔2023〕9号）第十四条（虚构）"}},
		{"a clause", func(a []eligibility.Act) { a[2].Fills = a[2].Fills[:1] },
			[]string{"修改授权事项 yuntai:switch（养老金不计）：经查无规定；依据：虚构救助办法（云民发〔2023〕9号）查至2024年2月（虚构） → 未录入；依据：无"}},
		{"a programme gone", func(a []eligibility.Act) {
			a[1].Programmes = a[1].Programmes[:1]
			a[1].Programmes[0].Next, a[1].Stackings, a[1].Deadlines = nil, nil, a[1].Deadlines[:1]
		}, []string{"修改项目 yuntai:aid（救助金）：再看：家庭救助 → 再看：无",
			"删除项目 yuntai:house（家庭救助）：对象：按家庭；依据：虚构救助办法（云民发〔2023〕9号）第二十条（虚构）；扣除：全体家庭成员合计：租金；取整：“取整”",
			"删除定义 member（家庭成员）：对象：按个人；依据：虚构救助办法（云民发〔2023〕9号）第一条（虚构）",
			"删除参数值 yuntai:round（取整）：以1.00元为单位进一；依据：虚构救助办法（云民发〔2023〕9号）第十四条（虚构）",
			"删除授权事项 yuntai:switch（养老金不计）：经查无规定；依据：虚构救助办法（云民发〔2023〕9号）查至2024年2月（虚构）",
			"删除并享规则 yuntai:aid+yuntai:house household（救助金、家庭救助）：甲补差发放；说明：补差；依据：虚构救助办法（云民发〔2023〕9号）第二十二条（虚构）",
			"删除办理时限 yuntai:house yuntai:pay（发放）：次月起；起算：确认之日；依据：虚构救助办法（云民发〔2023〕9号）第二十三条（虚构）"}},
		{"a definition", func(a []eligibility.Act) { a[1].Definitions[0].Source.Article = "第三条" },
			[]string{"修改定义 yuntai:poor（困难人员）：依据：虚构救助办法（云民发〔2023〕9号）第二条（虚构） → 依据：虚构救助办法（云民发〔2023〕9号）第三条（虚构）"}},
		{"a time limit", func(a []eligibility.Act) { a[1].Deadlines[0].Days = 30 }, []string{"修改办理时限 yuntai:aid yuntai:due（审核）：20个工作日 → 30个工作日"}},
		{"a stacking", func(a []eligibility.Act) { a[1].Stackings[0].Rule = eligibility.Choose },
			[]string{"修改并享规则 yuntai:aid+yuntai:house household（救助金、家庭救助）：甲补差发放 → 择一"}},
	} {
		acts := invented()
		c.change(acts)
		now := law(t, body(t, acts...), "350627109", on)
		if d := cmp.Diff(c.want, lines(outline.Diff(was, now))); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		// Backwards the same things change, the other way round.
		back := outline.Diff(now, was)
		if len(back) != len(c.want) {
			t.Errorf("%s: backwards %d changes", c.name, len(back))
		}
	}
}

// TestDiffMissesNothing changes one thing of a law at a time, wherever its JSON has one: no other fingerprint without a difference.
func TestDiffMissesNothing(t *testing.T) {
	acts := invented()
	data, err := rules.Save(rules.File{Acts: acts})
	if err != nil {
		t.Fatal(err)
	}
	was := law(t, body(t, acts...), "350627109", "2024-08-01")
	other := 0
	for _, edit := range []struct{ from, to string }{
		{`"n": (\d+)`, `"n": 1$1`}, {`"op": "at_most"`, `"op": "less_than"`}, {`"op": "less_than"`, `"op": "at_most"`},
		{`"op": "at_least"`, `"op": "more_than"`}, {`"kind": "all"`, `"kind": "any"`}, {`"kind": "any"`, `"kind": "all"`},
		{`"kind": "every"`, `"kind": "any_of"`}, {`"kind": "any_of"`, `"kind": "every"`}, {`"kind": "gap"`, `"kind": "fixed"`},
		{`, "minus": true`, ``}, {`"required": true`, `"required": false`}, {`, "unless": "[a-z:._]+"`, ``}, {`"const": "never"`, `"const": "always"`},
		{`"const": "always"`, `"const": "never"`}, {`"unit": "years"`, `"unit": "months"`}, {`"unit": "months"`, `"unit": "days"`},
		{`"ratio": "[0-9./]+"`, `"ratio": "7/9"`}, {`"money": "[0-9.]+"`, `"money": "7.77"`}, {`"per": "month"`, `"per": "year"`},
		{`"mode": "up"`, `"mode": "down"`}, {`"words": \["[a-z]+", `, `"words": [`}, {`"pairs": \[\{[^}]*\}, `, `"pairs": [`},
		{`"heads": \{"members": true\}`, `"heads": {"number": 2}`}, {`"months": \{"number": \d+\}`, `"months": {"number": 7}`},
		{`"same_household": true`, `"same_household": false`}, {`"rule": "[a-z]+"`, `"rule": "higher"`}, {`"group": "kin"`, `"group": "members"`},
		{`"holds"`, `"qualifies"`}, {`"next": \[[^]]*\],`, ``}, {`"round": "[a-z:.]+",`, ``},
	} {
		from := regexp.MustCompile(edit.from)
		for _, at := range from.FindAllIndex(data, -1) {
			text := string(data[:at[0]]) + from.ReplaceAllString(string(data[at[0]:at[1]]), edit.to) + string(data[at[1]:])
			file, err := rules.Parse([]byte(text))
			if err != nil {
				continue
			}
			s, err := joined(t, file.Acts...)
			if err != nil {
				continue // no law any more
			}
			now := law(t, s, "350627109", "2024-08-01")
			if now.Fingerprint() == was.Fingerprint() {
				continue // not in force here
			}
			if other++; len(outline.Diff(was, now)) == 0 {
				t.Errorf("%s in line %d: nothing is told", edit.from, 1+strings.Count(text[:at[0]], "\n"))
			}
		}
	}
	if other < 30 {
		t.Errorf("only %d other laws", other)
	}
	t.Logf("%d other laws", other)
}

func lines(changes []outline.Change) []string {
	var out []string
	for _, c := range changes {
		out = append(out, c.String())
	}
	return out
}

func TestWhoIsAMemberIsShownWhereMembersCount(t *testing.T) {
	defined := func(acts []eligibility.Act) (found bool) {
		for _, r := range outline.Rows(law(t, body(t, acts...), "350627", "2024-08-01")) {
			found = found || r.Definition == eligibility.MemberOf
		}
		return found
	}
	acts := invented()
	if !defined(acts) {
		t.Error("the definition of a member is not shown")
	}
	root := acts[1].Programmes[1].Root.Spec()
	for i, kid := range root.Kids[:3] {
		s := root
		s.Kids = []*eligibility.Node{kid}
		acts := invented()
		acts[1].Programmes[1].Root, acts[1].Programmes[1].Pay = eligibility.New(s), nil
		if !defined(acts) {
			t.Errorf("kid %d does not show it", i)
		}
	}
	acts[1].Programmes = acts[1].Programmes[:1]
	acts[1].Programmes[0].Next, acts[1].Stackings, acts[1].Deadlines = nil, nil, nil
	if defined(acts) {
		t.Error("it is shown where nobody counts members")
	}
}

func TestWhatIsNotOfTheListIsItsOwnName(t *testing.T) {
	for _, c := range []outline.Change{
		{Kind: "other", Of: "thing", Key: "x", Before: "1", After: "2"}, {Kind: outline.Added, Of: outline.OfDocument, Key: "《办法》"},
	} {
		if got := c.String(); got != "otherthing x：1 → 2" && got != "新增文件 《办法》" {
			t.Errorf("got %q", got)
		}
	}
	if (outline.Row{}).Cited() || (outline.Row{Source: vocab.Source{Document: "办法", Provenance: "sure"}}).Cited() {
		t.Error("a row without a citation passes for cited")
	}
}

func TestWhatIsNotRecordedIsSaidSo(t *testing.T) {
	acts := invented()
	acts[1].Values, acts[2].Values = nil, nil
	l := law(t, body(t, acts...), "350627", "2024-08-01")
	if got := sentence(t, outline.Rows(l), "wages"); got != "工资 不超过 1234.50元" {
		t.Error(got)
	}
	if got := sentence(t, outline.Rows(l), "share"); got != "租金 达到或者超过 “占比”（未录入） × （工资＋养老金）" {
		t.Error(got)
	}
	if md := outline.Markdown(l); !strings.Contains(md, "| 占比 | `yuntai:ratio` | 未录入 | | | |") || !strings.Contains(md, "含虚构标准，仅供演示") {
		t.Error("the page hides what is missing or invented")
	}
	before := law(t, body(t, invented()...), "350627", "2023-06-01") // before the county filled anything
	if got := sentence(t, outline.Rows(before), "open"); got != "“其他情形” 授权规定 未录入，按无规定处理" {
		t.Error(got)
	}
	if on := before.Query().On; on != cal.MustParse("2023-06-01") {
		t.Error(on)
	}
}
