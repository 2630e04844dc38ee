package wording_test

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// nodes are one of every kind; of kinds that print numbers, with what was found and what is needed.
func nodes() map[eligibility.Kind][]eligibility.Finding {
	c := func(zh, en string) eligibility.Criterion { return says("n", zh, en) }
	yes := eligibility.Always(c("常真", "always"))
	on := func(year, month, day int64) int64 { return year<<9 | month<<5 | day }
	found := func(n *eligibility.Node, unit eligibility.FactKind, actual, limit, margin int64) eligibility.Finding {
		return eligibility.Finding{Node: n, Unit: unit, Actual: actual, Limit: limit, Margin: margin, Scale: 1, HasActual: true,
			HasLimit: true}
	}
	plain := func(n *eligibility.Node) []eligibility.Finding { return []eligibility.Finding{{Node: n}} }
	all := map[eligibility.Kind][]eligibility.Finding{
		eligibility.KindAll: plain(eligibility.All(c("同时符合", "all"), yes)),
		eligibility.KindAny: plain(eligibility.Any(c("符合之一", "any"), yes)),
		eligibility.KindNot: plain(eligibility.Not(c("不属于", "not"), yes)),
		eligibility.KindAtLeast: {found(eligibility.AtLeast(c("至少四项", "four at least"), 4, yes, yes, yes, yes, yes),
			eligibility.CountFact, 5, 4, 1)},
		eligibility.KindCompare: {
			{Node: eligibility.Is(c("是近亲属", "is close"), "tie.close"), Unit: eligibility.BoolFact, Actual: 1, HasActual: true,
				Scope: eligibility.PerTie, Row: 1},
			found(eligibility.Compare(c("一套住房", "one home"), "person.homes", eligibility.By(measure.AtMost), eligibility.Number(1)),
				eligibility.CountFact, 3, 1, -2),
		},
		eligibility.KindPerHead: {
			found(eligibility.PerHead(c("月收入", "monthly"), eligibility.TotalOfMembers("person.income.wages"),
				eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Yuan(money.Fen(70000)),
					Months: eligibility.Number(1)}), eligibility.MoneyFact, 180000, 140000, -40000),
			found(eligibility.PerHead(c("财产", "property"), eligibility.Total("person.property.financial"),
				eligibility.By(measure.AtMost), eligibility.Line{Limit: eligibility.Yuan(money.Fen(70000)),
					Months: eligibility.Number(24)}), eligibility.MoneyFact, 120050, 1680000, 1559950),
		},
		eligibility.KindShare: {found(eligibility.Share(c("支出占比", "share"), eligibility.Total("household.spending.medical"),
			eligibility.By(measure.MoreThan), eligibility.Times(measure.MustParseRatio("3/5")),
			eligibility.Total("household.income.year")), eligibility.MoneyFact, 3000000, 3000000, 0)},
		eligibility.KindInSet: {{Node: eligibility.InPairs(c("肢体残疾", "limb"), "person.disability", eligibility.Severe(
			eligibility.SevereGrades())...), Unit: eligibility.PairsFact, Actual: 1 << 33, HasActual: true},
			{Node: eligibility.InWords(c("农村", "rural"), eligibility.HouseholdArea, "rural"), Unit: eligibility.WordFact, Actual: 1,
				HasActual: true}},
		eligibility.KindEvery: plain(eligibility.EveryOf(c("每个成员", "every"), eligibility.Members, nil, yes)),
		eligibility.KindAnyOf: plain(eligibility.AnyOf(c("有的成员", "some"), eligibility.Members, nil, yes)),
		eligibility.KindCount: {found(eligibility.CountOf(c("两人以上", "two"), eligibility.Members, nil, yes, measure.AtLeast, 2),
			eligibility.CountFact, 1, 2, -1)},
		eligibility.KindOwner:     plain(eligibility.Owner(c("本人", "owner"), yes)),
		eligibility.KindHolds:     plain(eligibility.Holds(c("已享受", "holds"), "other")),
		eligibility.KindQualifies: plain(eligibility.Qualifies(c("经评估符合", "qualifies"), "other")),
		eligibility.KindTogether:  plain(eligibility.Together(c("一并符合", "together"), "bangfu")),
		eligibility.KindDefined:   plain(eligibility.Defined(c("家庭成员", "member"), eligibility.MemberOf)),
		eligibility.KindJudgement: plain(eligibility.Judgement(c("确有困难", "in hardship"), "person.hard")),
		eligibility.KindCustom:    plain(eligibility.Custom(c("自定义", "custom"), eligibility.FunctionRef{Name: "f", Version: "1"})),
		eligibility.KindException: plain(eligibility.Exception(c("但书", "exception"), yes)),
		eligibility.KindConst:     plain(yes),
	}
	all[eligibility.KindOpen] = plain(eligibility.OpenClause(c("本地补充", "added locally"), "out"))
	for s := range eligibility.ClauseStates().All() {
		all[eligibility.KindOpen] = append(all[eligibility.KindOpen], eligibility.Finding{Node: eligibility.New(eligibility.Spec{
			Kind: eligibility.KindOpen, Criterion: c("补充："+s.ZH, s.EN), Clause: "out", State: s.Key})})
	}
	for u := range eligibility.Units().All() {
		all[eligibility.KindElapsed] = append(all[eligibility.KindElapsed], found(eligibility.Elapsed(c("患病", "ill"), "person.ill_since",
			measure.AtLeast, 6, u.Key), eligibility.CountFact, 4, 6, -2))
	}
	for _, op := range []measure.Comparator{measure.LessThan, measure.AtMost, measure.AtLeast, measure.MoreThan, measure.Exactly} {
		all[eligibility.KindAge] = append(all[eligibility.KindAge],
			found(eligibility.Age(c("年龄", "age"), "person.birth", op, 60), eligibility.CountFact, 64, 60, 4))
		all[eligibility.KindCompare] = append(all[eligibility.KindCompare],
			found(eligibility.Compare(c("日期", "day"), "person.ill_since", eligibility.By(op), eligibility.FactOf("person.birth")),
				eligibility.DateFact, on(2021, 10, 2), on(2021, 10, 1), 1),
			found(eligibility.Compare(c("房租", "rent"), "person.rent", eligibility.By(op), eligibility.Param("standard")),
				eligibility.MoneyFact, 80000, 80000, 0))
	}
	return all
}

var doubled = regexp.MustCompile(`[，。；：、][，。；：、]|（）|\(\)|  [^ -]|，）|（，`)

// Every result, kind of node, truth, unit, kind of need and of caveat has its words, in both languages: another one is noticed here.
func TestEveryKindHasItsWords(t *testing.T) {
	s := body(t)
	l, c := law(t, s), full(t, s)
	for name, tag := range map[string]language.Tag{"kinds.zh.txt": language.Chinese, "kinds.en.txt": language.English} {
		book := wording.NewPhrasebook(l, tag)
		var b []byte
		for r := range eligibility.Results().All() {
			a := eligibility.Assessment{Programme: "bangfu", Result: r.Key, Amount: known.Of(money.Fen(30050))}
			b = book.AppendExplanation(b, c, &a, nil)
			a.Programme = "other"
			if r.Key == eligibility.Eligible || r.Key == eligibility.NotEligible {
				a.Stated = eligibility.Met
			}
			b = book.AppendExplanation(b, c, &a, nil)
		}
		of := nodes()
		for k := range eligibility.Kinds().All() {
			if len(of[k.Key]) == 0 {
				t.Fatalf("no node of kind %s", k.Key)
			}
			for i, f := range of[k.Key] {
				for _, truth := range []eligibility.Truth{eligibility.Met, eligibility.NotMet, eligibility.Unknown} {
					f.Stated, f.Verified = truth, truth
					b = append(book.AppendFinding(b, f), '\n')
					if i > 0 {
						break // one of the kind is enough
					}
				}
			}
		}
		f := of[eligibility.KindAge][0]
		f.Stated, f.Scope, f.Row = eligibility.Met, eligibility.PerPerson, 2
		b = append(book.AppendFinding(b, f), '\n')
		f.Stated, f.Conflict = eligibility.Unknown, true
		b = append(book.AppendFinding(b, f), '\n')

		a := eligibility.Assessment{Programme: "bangfu", Result: eligibility.NeedParameter, Next: "other"}
		for k := range eligibility.NeedKinds().All() {
			for scope := range eligibility.Scopes().All() {
				n := eligibility.Need{Kind: k.Key, Scope: scope.Key, Row: 1}
				switch k.Key {
				case eligibility.FactNeed:
					n.Fact = map[eligibility.Scope]eligibility.FactKey{eligibility.PerHousehold: eligibility.HouseholdArea,
						eligibility.PerPerson: "person.birth", eligibility.PerTie: "tie.close"}[scope.Key]
					a.Facts = append(a.Facts, n)
				case eligibility.JudgementNeed:
					n.Fact = "person.hard"
					a.Judgements = append(a.Judgements, n)
				case eligibility.ParamNeed:
					n.Param = "standard"
					a.Parameters = append(a.Parameters, n)
				case eligibility.ClauseNeed:
					n.Clause = "property"
					a.Parameters = append(a.Parameters, n)
				default:
					t.Fatalf("no need of kind %s", k.Key)
				}
			}
		}
		for k := range eligibility.CaveatKinds().All() {
			for range 2 { // of which one is said
				a.Caveats = append(a.Caveats, eligibility.Caveat{Kind: k.Key, Node: "age"}, eligibility.Caveat{Kind: k.Key, Param: "standard"},
					eligibility.Caveat{Kind: k.Key, Clause: "out"}, eligibility.Caveat{Kind: k.Key})
			}
		}
		b = book.AppendExplanation(b, c, &a, nil)
		golden(t, name, string(b))
		for line := range strings.Lines(string(b)) {
			if odd := doubled.FindString(strings.TrimLeft(line, " ")); odd != "" || strings.HasSuffix(line, "，\n") || strings.Contains(line, "：\n") &&
				strings.HasPrefix(line, "-") {
				t.Errorf("%q in %s", odd, line)
			}
		}
	}
}

// A remark and a subject beyond what is remembered are said twice rather than lost.
func TestManyCaveats(t *testing.T) {
	l := law(t, body(t))
	a := eligibility.Assessment{Programme: "bangfu", Result: eligibility.NotEligible}
	for i := range 100 {
		a.Caveats = append(a.Caveats, eligibility.Caveat{Kind: eligibility.NotOfficial, Node: strings.Repeat("x", i+1)})
	}
	text := string(wording.AppendExplanation(nil, l, full(t, body(t)), &a, nil, language.Chinese))
	if n := strings.Count(text, "；x"); n != 99 {
		t.Errorf("%d of 99 more subjects", n)
	}
}

// The grade of a criterion that is among the findings stands there and nowhere else.
func TestGradesAreSaidOnce(t *testing.T) {
	s := body(t)
	l, c := law(t, s), full(t, s)
	a, err := engine(l).Assess(c, 0, "bangfu")
	if err != nil {
		t.Fatal(err)
	}
	findings, err := engine(l).AppendFindings(nil, c, 0, "bangfu")
	if err != nil {
		t.Fatal(err)
	}
	with := string(wording.AppendExplanation(nil, l, c, &a, findings, language.Chinese))
	without := string(wording.AppendExplanation(nil, l, c, &a, nil, language.Chinese))
	const said = "核对原文：60周岁以上"
	if strings.Contains(with, said) || !strings.Contains(without, said) {
		t.Errorf("%s\n%s", with, without)
	}
	for p := range vocab.Provenances().All() {
		if p.Key == vocab.Interpretation && !strings.Contains(with, "（"+p.ZH+"）") {
			t.Error("the grade is not said")
		}
	}
}
