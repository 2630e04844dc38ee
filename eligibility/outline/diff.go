package outline

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/vocab"
)

// ChangeKind is what happened to something between two laws (变更方式).
type ChangeKind string

const (
	Added   ChangeKind = "added"   // 新增
	Removed ChangeKind = "removed" // 删除
	Changed ChangeKind = "changed" // 修改
)

// Subject is what changed (变更对象).
type Subject string

const (
	OfDocument   Subject = "document"   // 文件: a document that something rests on
	OfProgramme  Subject = "programme"  // 项目
	OfDefinition Subject = "definition" // 定义
	OfCriterion  Subject = "criterion"  // 条件: one node, by the ID of its criterion
	OfValue      Subject = "value"      // 参数值
	OfClause     Subject = "clause"     // 授权事项: what is recorded about it
	OfStacking   Subject = "stacking"   // 并享规则
	OfDeadline   Subject = "deadline"   // 办理时限
)

// Change is one difference between two laws (规则变更). Before and After hold, in Chinese, what differs and no more; one is empty
// where the thing came or went.
type Change struct {
	Kind       ChangeKind
	Of         Subject
	Programme  eligibility.ProgrammeID  // of a criterion
	Definition eligibility.DefinitionID // of a criterion of a definition
	Key        string                   // the ID or key of what changed
	ZH         string                   // its name
	Before     string
	After      string
}

// String is the change as one line: 修改条件 tekun income（收入低于标准）：标准：… → ….
func (c Change) String() string {
	var b strings.Builder
	b.WriteString(zh(ChangeKinds(), c.Kind) + zh(Subjects(), c.Of) + " ")
	if of := string(c.Programme) + string(c.Definition); of != "" {
		b.WriteString(of + " ")
	}
	b.WriteString(c.Key)
	if c.ZH != "" && c.ZH != c.Key {
		b.WriteString("（" + c.ZH + "）")
	}
	switch c.Kind {
	case Added:
		b.WriteString("：" + c.After)
	case Removed:
		b.WriteString("：" + c.Before)
	default:
		b.WriteString("：" + c.Before + " → " + c.After)
	}
	return strings.TrimSuffix(b.String(), "：")
}

// Diff lists what law b has otherwise than law a (两部规则的差异): documents, programmes, definitions and criteria that came, went or
// changed, values, clauses, stackings and time limits. A criterion keeps its identity by its ID within its programme or
// definition; of a changed one only what differs is told, its place in the tree included. Of a programme or definition that came
// or went as a whole the criteria are not listed: Rows has them. What is the same in both is not listed either, so the difference
// of a law and itself is empty. Laws with different fingerprints differ here too, unless it is by the rule of ages or the dictionary alone.
func Diff(a, b *statutes.Law) []Change {
	x, y := thingsOf(a, b), thingsOf(b, a)
	// What came or went as a whole is not listed again criterion by criterion.
	gone := func(k, whole id, other *things) bool {
		_, ok := other.by[whole]
		return k.of == OfCriterion && !ok
	}
	var changes []Change
	for _, k := range x.order {
		old := x.by[k]
		now, ok := y.by[k]
		if gone(k, k.whole(), y) {
			continue
		}
		if !ok {
			changes = append(changes, old.change(Removed, k, old.text(), ""))
		} else if before, after := differ(old.says, now.says); before != after {
			changes = append(changes, now.change(Changed, k, before, after))
		}
	}
	for _, k := range y.order {
		if _, ok := x.by[k]; !ok && !gone(k, k.whole(), x) {
			changes = append(changes, y.by[k].change(Added, k, "", y.by[k].text()))
		}
	}
	var sorted []Change // by subject, in the order of their list
	for s := range Subjects().All() {
		for _, c := range changes {
			if c.Of == s.Key {
				sorted = append(sorted, c)
			}
		}
	}
	return sorted
}

// Text is the changes, one a line.
func Text(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		b.WriteString(c.String() + "\n")
	}
	return b.String()
}

// thing is one thing that a law says, by what it says of it: pairs of a label and a text.
type (
	thing struct {
		zh   string
		says []said
	}
	said struct{ label, text string }
	id   struct {
		of         Subject
		programme  eligibility.ProgrammeID
		definition eligibility.DefinitionID
		key        string
	}
	things struct {
		by    map[id]thing
		order []id
	}
)

func (t thing) change(kind ChangeKind, k id, before, after string) Change {
	return Change{Kind: kind, Of: k.of, Programme: k.programme, Definition: k.definition, Key: k.key, ZH: t.zh, Before: before, After: after}
}

// whole is the programme or definition that a criterion is part of.
func (k id) whole() id {
	if k.definition != "" {
		return id{of: OfDefinition, key: string(k.definition)}
	}
	return id{of: OfProgramme, key: string(k.programme)}
}

// text is all that is said but the name, which stands before it.
func (t thing) text() string {
	return join(slices.DeleteFunc(slices.Clone(t.says), func(s said) bool { return s.label == "名称：" || s.label == "条件：" }))
}

func join(list []said) string {
	var parts []string
	for _, s := range list {
		if s.text != "" {
			parts = append(parts, s.label+s.text)
		}
	}
	return strings.Join(parts, "；")
}

// differ is what the two say differently.
func differ(a, b []said) (before, after string) {
	var x, y []said
	for i := range a {
		if a[i].text != b[i].text {
			old, now := shortened([]rune(either(a[i].text, "无")), []rune(either(b[i].text, "无")))
			x, y = append(x, said{a[i].label, old}), append(y, said{b[i].label, now})
		}
	}
	return join(x), join(y)
}

// shortened leaves out of two sums the terms that both begin and end with.
func shortened(a, b []rune) (before, after string) {
	sign := func(r rune) bool { return r == '＋' || r == '－' }
	start, end := 0, 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if sign(a[i]) {
			start = i
		}
	}
	for i := 1; i <= len(a)-start && i <= len(b)-start && a[len(a)-i] == b[len(b)-i]; i++ {
		if sign(a[len(a)-i]) {
			end = i
		}
	}
	cut := func(r []rune) string {
		text := string(r[start : len(r)-end])
		if start > 0 {
			text = "…" + text
		}
		if end > 0 {
			text += "…"
		}
		return text
	}
	return cut(a), cut(b)
}

func (t *things) add(k id, zh string, says ...said) {
	if _, twice := t.by[k]; !twice {
		t.by[k] = thing{zh, says}
		t.order = append(t.order, k)
	}
}

// document notes that something rests on it.
func (t *things) document(s vocab.Source) {
	if s.Document != "" {
		t.add(id{of: OfDocument, key: s.Document}, "")
	}
}

// thingsOf lists what l says; a programme that only the other law has in force is still called by its name.
func thingsOf(l, other *statutes.Law) *things {
	t := &things{by: map[id]thing{}}
	n, m := plain(l), plain(other)
	n.programme = func(k eligibility.ProgrammeID) string {
		if _, ok := l.Programme(k); ok {
			return plain(l).programme(k)
		}
		return m.programme(k)
	}
	u := usedBy(l)
	for p := range l.Programmes() {
		t.document(p.Source)
		next := make([]string, len(p.Next))
		for i, k := range p.Next {
			next[i] = n.programme(k)
		}
		says := []said{{"名称：", p.ZH}, {"对象：", scope(p.Unit)}, {"依据：", cite(p.Source)}, {"再看：", strings.Join(next, "、")},
			{"扣除：", ""}, {"取整：", ""}}
		if p.Pay != nil {
			says[4].text = writer{n}.sum(p.Pay.Deduct)
			if p.Pay.Round != "" {
				says[5].text = n.param(p.Pay.Round)
			}
		}
		t.add(id{of: OfProgramme, key: string(p.ID)}, p.ZH, says...)
	}
	for _, k := range u.definitions {
		if d, ok := l.Definition(k); ok {
			t.document(d.Source)
			t.add(id{of: OfDefinition, key: string(k)}, d.ZH, said{"名称：", d.ZH}, said{"对象：", scope(d.Scope)}, said{"依据：", cite(d.Source)})
		}
	}
	t.criteria(u.rows)
	for _, k := range u.params {
		p, _ := l.Parameter(k)
		for _, a := range []eligibility.Area{"", eligibility.Urban, eligibility.Rural} {
			v, ok := l.Value(k, a)
			if _, both := l.Value(k, ""); !ok || both && a != "" {
				continue
			}
			t.document(v.Source)
			key := string(k)
			if a != "" {
				key += " " + zh(eligibility.Areas(), a)
			}
			t.add(id{of: OfValue, key: key}, p.ZH, said{"", setting(p.Kind, v)}, said{"依据：", cite(v.Source)})
		}
	}
	for _, k := range u.clauses {
		c, f, ok := l.Fill(k)
		says := []said{{"", stateZH(f.State)}, {"依据：", ""}}
		if ok {
			t.document(f.Source)
			says[1].text = cite(f.Source)
		}
		t.add(id{of: OfClause, key: string(k)}, c.ZH, says...)
	}
	for s := range l.Stackings() {
		t.document(s.Source)
		key := string(s.A) + "+" + string(s.B)
		if s.SameHousehold {
			key += " household"
		}
		t.add(id{of: OfStacking, key: key}, n.programme(s.A)+"、"+n.programme(s.B),
			said{"", stacking(s.Rule)}, said{"说明：", s.ZH}, said{"依据：", cite(s.Source)})
	}
	for d := range l.Deadlines() {
		t.document(d.Source)
		t.add(id{of: OfDeadline, programme: d.Programme, key: d.ID}, d.ZH, said{"", limit(d)}, said{"起算：", d.From}, said{"依据：", cite(d.Source)})
	}
	return t
}

// criteria adds every row by its ID, with the row it stands below.
func (t *things) criteria(rows []Row) {
	var above []string // by depth
	for _, r := range rows {
		above = append(above[:min(r.Depth, len(above))], r.Node)
		parent := ""
		if r.Depth > 0 {
			parent = above[r.Depth-1]
		}
		t.document(r.Source)
		t.add(id{OfCriterion, r.Programme, r.Definition, r.Node}, r.ZH, said{"条件：", r.ZH}, said{"位于：", parent}, said{"作用：", zh(Roles(), r.Role)},
			said{"判断对象：", r.Subject}, said{"判断：", r.Operator}, said{"标准：", r.Threshold}, said{"依据：", cite(r.Source)}, said{"备注：", r.Note})
	}
}
