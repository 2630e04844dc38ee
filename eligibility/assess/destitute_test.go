package assess_test

import (
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The fixture is an invented programme of the shape and size of 特困人员认定 (article 4 to 8): a person without ability to
// work, without means, and without an obligor who is able, each obligor by six conditions.

func fiction(article string) vocab.Source {
	return vocab.Source{Document: "虚构认定办法", Article: article, Provenance: vocab.Fictitious}
}

func says(id, zh string) el.Criterion {
	return el.Criterion{ID: id, ZH: zh, EN: id, Source: fiction("第四条")}
}

const incomeKinds = 20

func incomeFacts() (keys []el.FactKey) {
	for i := range incomeKinds {
		keys = append(keys, el.FactKey("person.income."+strconv.Itoa(i)))
	}
	return keys
}

func destituteDictionary() *el.Dictionary {
	fact := func(k el.FactKey, s el.Scope, kind el.FactKind, zh string) el.Fact {
		return el.Fact{Key: k, Scope: s, Kind: kind, ZH: zh, EN: string(k)}
	}
	birth := fact("person.birth", el.PerPerson, el.DateFact, "出生日期")
	birth.Fixed = true
	disability := fact("person.disability", el.PerPerson, el.PairsFact, "残疾类别与等级")
	disability.Fixed = true
	property := fact("person.property_fits", el.PerPerson, el.BoolFact, "财产状况符合规定")
	property.Judgement = true
	life := fact("person.custody", el.PerPerson, el.WordFact, "羁押情况")
	life.Words = []el.Word{{Key: "none", ZH: "无", EN: "none"}, {Key: "prison", ZH: "在监狱服刑", EN: "in prison"}}
	relation := fact("tie.relation", el.PerTie, el.WordFact, "亲属关系")
	relation.Fixed = true
	relation.Words = []el.Word{{Key: "spouse", ZH: "配偶", EN: "spouse"}, {Key: "child", ZH: "子女", EN: "child"},
		{Key: "parent", ZH: "父母", EN: "parent"}, {Key: "other", ZH: "其他", EN: "other"}}
	facts := []el.Fact{birth, disability, property, life, relation,
		fact(el.HoldsFact("tekun"), el.PerPerson, el.BoolFact, "已确认为特困人员"),
		fact(el.HoldsFact("dibao"), el.PerPerson, el.BoolFact, "已确认为低保对象")}
	for _, k := range incomeFacts() {
		facts = append(facts, fact(k, el.PerPerson, el.MoneyFact, "收入"))
	}
	d, err := el.NewDictionary(facts...)
	if err != nil {
		panic(err)
	}
	return d
}

func destituteAct() el.Act {
	severe := el.Severe(el.SevereGrades(), identity.Limb, identity.Mental, identity.Visual)
	property := func(id string) *el.Node {
		return el.Judgement(says(id, "财产状况符合规定"), "person.property_fits")
	}
	income := func(id, zh, limit string) *el.Node {
		return el.PerHead(says(id, zh), el.Total(incomeFacts()...), el.By(measure.LessThan),
			el.Line{Limit: el.Param(el.ParamKey(limit)), Months: el.Number(12)})
	}
	unable := el.Any(says("unable", "无履行义务能力"),
		el.Holds(says("unable.tekun", "已是特困人员"), "tekun"),
		el.Together(says("unable.too", "一并符合特困人员条件"), "tekun"),
		el.All(says("unable.dibao", "60周岁以上的低保对象"),
			el.Age(says("unable.dibao.60", "60周岁以上"), "person.birth", measure.AtLeast, 60),
			el.Holds(says("unable.dibao.is", "低保对象"), "dibao")),
		el.All(says("unable.70", "70周岁以上，收入和财产符合规定"),
			el.Age(says("unable.70.age", "70周岁以上"), "person.birth", measure.AtLeast, 70),
			income("unable.70.income", "收入低于人均可支配收入", "average"), property("unable.70.property")),
		el.All(says("unable.disabled", "重度残疾人，收入和财产符合规定"),
			el.InPairs(says("unable.disabled.grade", "重度残疾"), "person.disability", severe...),
			income("unable.disabled.income", "收入低于人均可支配收入", "average"), property("unable.disabled.property")),
		el.All(says("unable.away", "在监狱服刑，财产符合规定"),
			el.InWords(says("unable.away.prison", "在监狱服刑"), "person.custody", "prison"), property("unable.away.property")),
		el.OpenClause(says("unable.other", "省级规定的其他情形"), "obligor.other"))
	obligor := el.All(says("obligor", "法定义务人"),
		el.Age(says("obligor.adult", "成年人"), "person.birth", measure.AtLeast, 18),
		el.Any(says("obligor.tie", "负有义务的亲属"),
			el.InWords(says("obligor.spouse", "配偶"), "tie.relation", "spouse"),
			el.InWords(says("obligor.child", "子女"), "tie.relation", "child"),
			el.All(says("obligor.parent", "父母对不能独立生活的子女"),
				el.InWords(says("obligor.parent.is", "父母"), "tie.relation", "parent"),
				el.Owner(says("obligor.parent.of", "本人"), el.Any(says("dependent", "不能独立生活"),
					el.Age(says("dependent.minor", "未成年人"), "person.birth", measure.LessThan, 18),
					el.InPairs(says("dependent.disabled", "重度残疾"), "person.disability", severe...))))))
	root := el.All(says("tekun", "特困人员认定条件"),
		el.Any(says("work", "无劳动能力"),
			el.Age(says("work.60", "60周岁以上"), "person.birth", measure.AtLeast, 60),
			el.Age(says("work.16", "未满16周岁"), "person.birth", measure.LessThan, 16),
			el.InPairs(says("work.disabled", "残疾"), "person.disability", severe...),
			el.OpenClause(says("work.other", "省级规定的其他情形"), "work.other")),
		income("income", "收入低于当地低保标准", "standard"),
		property("property"),
		el.EveryOf(says("obligors", "无法定义务人，或者法定义务人均无履行义务能力"), el.Kin,
			el.Defined(says("obligors.who", "法定义务人"), "obligor"), unable),
		el.Not(says("prison", "未在监狱服刑"), el.InWords(says("prison.is", "在监狱服刑"), "person.custody", "prison")))
	force := cal.Since(cal.MustParse("2021-07-01"))
	a := el.Act{ID: "fiction", ZH: "虚构认定办法", EN: "an invented act", Source: fiction(""), Force: force,
		Programmes: []el.Programme{{ID: "tekun", ZH: "特困人员（虚构）", EN: "destitute (invented)", Unit: el.PerPerson, Root: root,
			Source: fiction("第四条"), Pay: &el.Pay{Source: fiction("第九条"), Parts: []el.Part{{Criterion: says("basic", "基本生活标准"),
				Kind: el.PayFixed, Limit: el.Param("standard"), Ratio: el.Times(measure.MustParseRatio("1.3"))}}}}},
		Definitions: []el.Definition{{ID: "obligor", ZH: "法定义务人", EN: "obligor", Scope: el.PerTie, Root: obligor, Source: fiction("第四条")}},
		Clauses: []el.Clause{
			{Key: "work.other", ZH: "其他无劳动能力情形", EN: "other", Scope: el.PerPerson, Source: fiction("第五条")},
			{Key: "obligor.other", ZH: "其他无履行义务能力情形", EN: "other", Scope: el.PerTie, Source: fiction("第八条")}}}
	for k, n := range map[el.ParamKey]int64{"standard": 70_000, "average": 300_000} {
		a.Parameters = append(a.Parameters, el.Parameter{Key: k, ZH: string(k), EN: string(k), Kind: el.MoneyParam, Source: fiction("第六条"),
			Set: []el.Delegation{{Nation: true, Mode: el.MayOverride, Source: fiction("第六条")}}})
		a.Values = append(a.Values, el.Value{Param: k, Money: money.Fen(n), Per: el.Monthly, Force: force, Source: fiction("第六条")})
	}
	return a
}

func destituteLaw(t testing.TB) *assess.Engine {
	s, err := statutes.New(destituteDictionary(), nil, destituteAct())
	if err != nil {
		t.Fatal(err)
	}
	l, err := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// family is an old man (row 0) whose two children (rows 1 and 2) are each paralysed; everything is known but what is left out.
func family(t testing.TB, d *el.Dictionary, verified bool, without ...el.FactKey) *el.Case {
	c := el.NewCase(d)
	put := func(k el.FactKey, row int, v el.Datum) {
		for _, w := range without {
			if w == k {
				return
			}
		}
		if err := c.Put(k, row, v, verified); err != nil {
			t.Fatal(err)
		}
	}
	births := []string{"1958-02-01", "1988-07-15", "1990-01-20"}
	for range births {
		c.AddPerson()
	}
	for row, born := range births {
		put("person.birth", row, el.Day(cal.MustParse(born)))
		put("person.disability", row, el.PairsOf())
		if row > 0 {
			c.Forget("person.disability", row)
			put("person.disability", row, el.PairsOf(el.Pair{Kind: identity.Limb, Grade: identity.GradeOne}))
		}
		put("person.property_fits", row, el.Bool(true))
		put("person.custody", row, el.WordOf("none"))
		put(el.HoldsFact("tekun"), row, el.Bool(false))
		put(el.HoldsFact("dibao"), row, el.Bool(true))
		put(el.KinComplete, row, el.Bool(true))
		for i, k := range incomeFacts() {
			put(k, row, el.Money(money.Fen(int64(i)*1_000)))
		}
	}
	for i, tie := range [][2]int{{0, 1}, {0, 2}, {1, 0}, {2, 0}} {
		c.AddTie(tie[0], tie[1])
		put("tie.relation", i, el.WordOf([]string{"child", "child", "parent", "parent"}[i]))
	}
	return c
}

func TestReadersAskForNoMemory(t *testing.T) {
	l := destituteLaw(t)
	for _, c := range []*el.Case{family(t, l.Law().Dictionary(), true), family(t, l.Law().Dictionary(), false),
		family(t, l.Law().Dictionary(), false, "person.disability"), family(t, l.Law().Dictionary(), false, "person.income.3", "person.birth")} {
		var a el.Assessment
		fs, needs := make([]el.Finding, 0, 256), make([]el.Need, 0, 256)
		if err := l.AssessInto(&a, c, 0, "tekun"); err != nil {
			t.Fatal(err)
		}
		for name, f := range map[string]func(){
			"Truth":          func() { l.Truth(c, 0, "tekun") },
			"AssessInto":     func() { l.AssessInto(&a, c, 0, "tekun") },
			"AppendFindings": func() { fs, _ = l.AppendFindings(fs[:0], c, 0, "tekun") },
			"AppendMissing":  func() { needs, _ = l.AppendMissing(needs[:0], c, 0, "tekun") },
		} {
			if n := testing.AllocsPerRun(50, f); n != 0 && !raceDetector {
				t.Errorf("%s allocates %v times", name, n)
			}
		}
	}
}

func TestALawIsReadByManyAtOnce(t *testing.T) {
	l := destituteLaw(t)
	full, unknown := family(t, l.Law().Dictionary(), false), family(t, l.Law().Dictionary(), false, "person.disability")
	want := func(c *el.Case) (el.Assessment, []el.Finding) {
		a, err := l.Assess(c, 0, "tekun")
		if err != nil {
			t.Error(err)
		}
		fs, err := l.AppendFindings(nil, c, 0, "tekun")
		if err != nil {
			t.Error(err)
		}
		return a, fs
	}
	a1, f1 := want(full)
	a2, f2 := want(unknown)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				b1, g1 := want(full)
				b2, g2 := want(unknown)
				if b1.Result != a1.Result || b1.Amount != a1.Amount || !slices.Equal(b2.Facts, a2.Facts) || !slices.Equal(f1, g1) || !slices.Equal(f2, g2) {
					t.Error("another answer among many")
					return
				}
			}
		})
	}
	wg.Wait()
}

// BenchmarkReaders asks about an old man with two obligors. That nothing is missing, or one fact, takes 0.45 µs of an
// unloaded core, not the 0.1 µs one might wish for: whether what is unknown matters shows only once the rest is judged, here
// 45 criteria and 60 amounts at 8 ns and 1 ns, and 60 ns to find the programme and a machine. A programme of four criteria
// takes 0.1 µs. Where the obligors' certificates are missing, what they lack for the programme themselves is found too.
func BenchmarkReaders(b *testing.B) {
	l := destituteLaw(b)
	four := small(b, el.All(says("aged", "高龄低保对象"), el.Age(says("aged.80", "80周岁以上"), "person.birth", measure.AtLeast, 80),
		el.Is(says("aged.dibao", "低保对象"), el.HoldsFact("dibao")), el.Judgement(says("aged.property", "财产状况符合规定"), "person.property_fits")))
	aged := el.NewCase(four.Law().Dictionary())
	aged.AddPerson()
	aged.Put("person.birth", 0, el.Day(cal.MustParse("1935-01-01")), true)
	aged.Put("person.property_fits", 0, el.Bool(true), true)
	full, stated := family(b, l.Law().Dictionary(), true), family(b, l.Law().Dictionary(), false)
	unknown, nearly := family(b, l.Law().Dictionary(), true, "person.disability"), family(b, l.Law().Dictionary(), true)
	nearly.Forget("person.custody", 0)
	var a el.Assessment
	fs, needs := make([]el.Finding, 0, 256), make([]el.Need, 0, 256)
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	run("Truth", func() { l.Truth(full, 0, "tekun") })
	run("Truth/two masks", func() { l.Truth(stated, 0, "tekun") })
	run("AssessInto", func() { l.AssessInto(&a, full, 0, "tekun") })
	run("AssessInto/two masks", func() { l.AssessInto(&a, stated, 0, "tekun") })
	run("AssessInto/unknown", func() { l.AssessInto(&a, unknown, 0, "tekun") })
	run("AppendFindings", func() { fs, _ = l.AppendFindings(fs[:0], full, 0, "tekun") })
	run("AppendMissing/met", func() { needs, _ = l.AppendMissing(needs[:0], full, 0, "tekun") })
	run("AppendMissing/one fact", func() { needs, _ = l.AppendMissing(needs[:0], nearly, 0, "tekun") })
	run("AppendMissing/certificates", func() { needs, _ = l.AppendMissing(needs[:0], unknown, 0, "tekun") })
	run("AppendMissing/of four criteria", func() { needs, _ = four.AppendMissing(needs[:0], aged, 0, "small") })
	run("MissingExact", func() { l.MissingExact(unknown, 0, "tekun") })
	run("NearMiss", func() { l.NearMiss(unknown, 0, "tekun") })
}

func ExampleEngine_Assess() {
	s, _ := statutes.New(destituteDictionary(), nil, destituteAct())
	l, _ := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	var t testing.T
	for _, c := range []*el.Case{family(&t, l.Law().Dictionary(), false), family(&t, l.Law().Dictionary(), false, "person.disability")} {
		a, err := l.Assess(c, 0, "tekun")
		fmt.Println(zh(a.Result), a.Stated, a.Verified, a.Assumed, len(a.Facts), a.Amount, err)
	}
	// Output:
	// 初步研判符合 met unknown false 0 910.00 <nil>
	// 需补充材料 unknown unknown false 2 不详 <nil>
}

func ExampleEngine_AppendFindings() {
	s, _ := statutes.New(destituteDictionary(), nil, destituteAct())
	l, _ := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	c := family(new(testing.T), l.Law().Dictionary(), true)
	fs, _ := l.AppendFindings(nil, c, 0, "tekun")
	for _, f := range fs[:8] {
		fmt.Printf("%*s%s：%s", 2*f.Depth, "", f.Node.Criterion().ZH, f.Stated.ZH())
		if f.HasActual && f.HasLimit {
			fmt.Printf("（%d，%d，差 %d）", f.Actual, f.Limit, f.Margin)
		}
		fmt.Println()
	}
	// Output:
	// 特困人员认定条件：符合
	//   无劳动能力：符合
	//     60周岁以上：符合（64，60，差 4）
	//     未满16周岁：不符合（64，16，差 -48）
	//     残疾：不符合
	//     省级规定的其他情形：不符合
	//   收入低于当地低保标准：符合（190000，840000，差 650000）
	//   财产状况符合规定：符合
}

func ExampleEngine_AppendMissing() {
	s, _ := statutes.New(destituteDictionary(), nil, destituteAct())
	l, _ := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	c := family(new(testing.T), l.Law().Dictionary(), true, "person.disability", "person.custody")
	needs, _ := l.AppendMissing(nil, c, 0, "tekun")
	for _, n := range needs {
		fmt.Println(n.Kind, n.Fact, n.Scope, n.Row)
	}
	// Output:
	// fact person.disability person 1
	// fact person.custody person 1
	// fact person.disability person 2
	// fact person.custody person 2
	// fact person.custody person 0
}

func ExampleEngine_MissingExact() {
	s, _ := statutes.New(destituteDictionary(), nil, destituteAct())
	l, _ := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	c := family(new(testing.T), l.Law().Dictionary(), true, "person.disability", "person.custody")
	needs, _ := l.MissingExact(c, 0, "tekun")
	for _, n := range needs {
		fmt.Println(n.Kind, n.Fact, n.Scope, n.Row)
	}
	// Output:
	// fact person.disability person 1
	// fact person.custody person 1
	// fact person.disability person 2
	// fact person.custody person 2
	// fact person.custody person 0
}

func ExampleEngine_NearMiss() {
	s, _ := statutes.New(destituteDictionary(), nil, destituteAct())
	l, _ := at(s, statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	c := family(new(testing.T), l.Law().Dictionary(), true)
	c.Forget("person.income.1", 0)
	c.Put("person.income.1", 0, el.Money(money.MustParse("7000")), true)
	d, _ := l.NearMiss(c, 0, "tekun")
	for _, f := range d.Criteria {
		fmt.Printf("%s：还差%s元\n", f.Node.Criterion().ZH, money.Fen(-f.Margin))
	}
	// Output:
	// 收入低于当地低保标准：还差490.00元
}

func zh(r el.Result) string {
	e, _ := el.Results().Lookup(r)
	return e.ZH
}
