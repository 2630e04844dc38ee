package lawcases

import (
	"slices"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/combine"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// tst is an invented county without local acts: standard 700, disposable income 3,000, and property that fits whoever owns no firm.
const tst = "340123"

func tstAct() eligibility.Act {
	return place("34", allFit(), standard(700), monthly(national.DisposableIncome, 3000), monthly(national.TekunBasic, 910))
}

// T35: what identity numbers and certificate numbers state. None of it is taken for a fact of the law.
func TestNumbers(t *testing.T) {
	t.Run("T35", func(t *testing.T) {
		for _, c := range []struct {
			number, birth string
			sex           identity.Sex
		}{{"350627198807152021", "1988-07-15", identity.Female}, {"350627195803011017", "1958-03-01", identity.Male}} {
			id, err := identity.ParseResidentID(c.number)
			if err != nil {
				t.Fatal(err)
			}
			if id.StatedBirth().String() != c.birth || id.StatedSex() != c.sex || id.Kind() != identity.Citizen || id.StatedArea().String() != "350627" {
				t.Errorf("born %v, %s, %s of %v", id.StatedBirth(), id.StatedSex(), id.Kind(), id.StatedArea())
			}
			for i := range c.number { // every other digit in one place is refused
				for d := byte('0'); d <= '9'; d++ {
					other := []byte(c.number)
					if other[i] = d; d == c.number[i] {
						continue
					}
					if _, err := identity.ParseResidentID(string(other)); err == nil {
						t.Errorf("accepted with another digit in place %d", i)
					}
				}
			}
		}
		card, err := identity.ParseDisabilityCertificate("35062719880715202141")
		if err != nil {
			t.Fatal(err)
		}
		if card.Kind() != identity.Limb || card.Grade() != identity.GradeOne || card.Resident() != identity.MustParseResidentID("350627198807152021") {
			t.Errorf("%s %s", card.Kind(), card.Grade())
		}
		h := home(who("p", "1988-07-15"))
		h.People[0].Birth, h.People[0].ID = facts.Attested[cal.Date]{}, identity.MustParseResidentID("350627198807152021")
		c := lawCase{place: tst, on: "2022-03-01", home: h, who: "p", programme: national.Tekun, want: unknown, lacks: string(facts.PersonBirth),
			why: []string{"?work 第五条"}}
		c.run(t, body(t, tstAct()))
	})
}

// TestAssistance are numbered cases that rest on more than one package, and those whose test beside the package leaves something out.
func TestAssistance(t *testing.T) {
	above := func(code string) eligibility.Act {
		return place(code, fits(national.DibaoProperty), standard(632))
	}
	henan, tianjin, shandong := above("41"), above("12"), above("37")
	shandong.Fills = append(shandong.Fills, place("37", fits(national.BianyuanProperty)).Fills...)
	s := body(t, tstAct(), henan, tianjin, shandong, place("3301", fits(national.BianyuanProperty, national.DibaoProperty), standard(632)),
		place("44", fits(national.GangxingProperty, national.DibaoProperty, national.BianyuanProperty), standard(900), monthly(national.DisposableIncome, 3000)))
	const day = "2022-03-01"
	old := func(more ...trait) *facts.Household { return home(who("p", "1950-01-01", more...)) }
	c := func(name, in, on string, h *facts.Household, who facts.Ref, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: in, on: on, home: h, who: who, programme: p, want: want, why: why}
	}
	with := func(k lawCase, amount, caveat, lacks string) lawCase {
		k.amount, k.caveat, k.lacks = amount, caveat, lacks
		return k
	}
	numbered(t, "trap-10", s,
		with(c("the old-age allowance counts for 低保 where the place does not say otherwise", tst, day, old(has(facts.OldAgeAllowance, 700)), "", national.Dibao, no,
			"-dibao.income 第九条"), "", string(national.DibaoOldAge), ""),
		c("and never for 特困", tst, day, old(has(facts.OldAgeAllowance, 700)), "p", national.Tekun, yes, "+income 第六条"),
	)
	numbered(t, "T31", s,
		c("the old-age allowance is no income", tst, "2025-06-10", home(who("p", "1943-01-01", disabled(limb, one), needsCare(12), has(facts.OldAgeAllowance, 900))), "p",
			national.Tekun, yes, "+income 第六条"),
		c("no care subsidy", tst, "2025-06-10", home(who("p", "1943-01-01", disabled(limb, one), needsCare(12), holds(national.Tekun, 910))), "p",
			national.Huli, no, "-huli.tekun 二（四）", "+huli.grade 二（一）"),
		c("no living subsidy", tst, "2025-06-10", home(who("p", "1943-01-01", disabled(limb, one), holds(national.Tekun, 910))), "p", national.Shenghuo, no,
			"-shenghuo.tekun 二（四）"),
	)
	numbered(t, "T21", s,
		c("at the line in Zhejiang, by its own acts", "330123", "2021-10-10", earns(948), "", national.Bianyuan, yes, "+bianyuan.income 第八条第二款"),
		c("and above it", "330123", "2021-10-10", earns(949), "", national.Bianyuan, no, "-bianyuan.income 第八条第二款"),
	)
	rigid := home(who("p", "1980-01-01", works, has(facts.Wages, 2500)))
	rigid.IncomeOfYear = doc(money.Fen(3_000_000))
	rigid.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Amount: doc(money.Fen(1_800_000))}}
	numbered(t, "T26", s, c("0.60 in Guangdong, by its own acts", "440123", "2025-06-10", rigid, "", national.Gangxing, yes, "+gangxing.ratio 第四条第一款第（四）项"))
	numbered(t, "K2", s,
		c("the text of 2016 kept on who is at school", tst, "2020-07-10", home(who("p", "2003-01-01", holds(national.Tekun, -1), studies(facts.SeniorHigh))), "p", national.Tekun,
			yes, "+work.held.school 关于终止救助供养的规定"),
		c("and nobody who is not", tst, "2020-07-10", home(who("p", "2003-01-01", holds(national.Tekun, -1))), "p", national.Tekun, no,
			"-work.held.school 关于终止救助供养的规定"),
	)
	numbered(t, "K6", s,
		c("a kind that the nation never counts, in Guangdong", "440123", "2025-06-10", found(home(who("p", "1975-01-01", disabled(identity.Speech, two))),
			facts.PersonFitsTekunProperty, "p", true), "p", national.Tekun, value, "+guangdong.no_work 广东省特困人员认定办法（试行）", "+work.other 第五条第（四）项"),
		c("sight two in Fujian", "350627", "2022-06-10", home(who("p", "1975-01-01", disabled(visual, two))), "p", national.Tekun, value,
			"+fujian.no_work.sight 福建省特困人员认定办法"),
		c("neither elsewhere", tst, day, home(who("p", "1975-01-01", disabled(visual, two))), "p", national.Tekun, no, "-work 第五条"),
	)
	gap := func(in, on, document string) lawCase {
		return with(c(in+" calls for more than the standard", in, on, earns(632), "", national.Bianyuan, finding, "-bianyuan.income.above "+document,
			"?bianyuan.income.gap "+document), "", "bianyuan.income.gap", string(facts.PersonSpecialCase))
	}
	numbered(t, "K16", s, gap("370100", "2023-06-10", "山东省低保边缘家庭认定办法"), gap("410100", "2024-06-10", "河南省低保边缘家庭认定规定"),
		gap("120100", "2026-11-23", "天津市低保边缘家庭认定规定"),
		c("Zhejiang has no hole", "330123", "2022-06-10", earns(632), "", national.Bianyuan, yes, "+bianyuan.income 第八条第二款"),
		c("nor has the nation", tst, day, earns(700), "", national.Bianyuan, yes, "+bianyuan.income 第八条第二款", "-dibao.income 第九条"))
	refused := home(who("p", "1980-01-01", holds(national.Dibao, -1), func(p *facts.Person) { p.Work.Refusals = doc(3) }))
	numbered(t, "K13", s,
		c("within six months, says Zhejiang", "330123", day, refused, "p", national.DibaoCut, yes, "+jianfa.refusals 第三十六条"),
		c("elsewhere in a row", tst, day, refused, "p", national.DibaoCut, yes, "+jianfa.refusals 第三十四条"),
	)
	numbered(t, "K14", s,
		with(c("优待抚恤金 for the allowance", tst, "2025-06-10", old(has(facts.Preferential, 5000)), "", national.Dibao, yes, "+dibao.income 第九条"), "700.00", "", ""),
		c("and for the destitute", tst, "2025-06-10", old(has(facts.Preferential, 5000)), "p", national.Tekun, yes, "+income 第六条"),
	)
	numbered(t, "trap-38", s,
		c("he is destitute", tst, day, couple(), "p", national.Tekun, yes, "+work.60 第五条第（一）项"),
		c("his wife is not", tst, day, couple(), "wife", national.Tekun, no, "-work 第五条"),
	)
	t.Run("trap-38", func(t *testing.T) { // nowhere is a household called destitute
		law := lawOf(t, s, tst, "2026-08-15")
		if _, _, unit := law.Title(national.Tekun); unit != eligibility.PerPerson {
			t.Errorf("asked of %v", unit)
		}
		for p := range law.Programmes() {
			for _, n := range law.Walk(p.ID) {
				if c := n.Criterion(); strings.Contains(p.ZH+c.ZH+c.Note, "特困户") || strings.Contains(p.ZH+c.ZH+c.Note, "特困家庭") {
					t.Errorf("%s: %s", c.ID, c.ZH)
				}
			}
		}
	})
}

// couple is a man of 72 with a wife of 50 who cannot support him: she is in prison.
func couple() *facts.Household {
	return tie(home(who("p", "1950-01-01"), who("wife", "1972-01-01", imprisoned(60))), "p", facts.Spouse, "wife")
}

// trap-37: a refusal by law, a fact nobody knows, a finding nobody made and a standard nobody recorded are four different answers.
func TestResultsAreToldApart(t *testing.T) {
	s := body(t, tstAct(), place("36", nil))
	c := func(in string, h *facts.Household, want eligibility.Result, why string) lawCase {
		return lawCase{name: string(want), place: in, on: "2022-03-01", home: h, who: "p", programme: national.Tekun, want: want, why: []string{why}}
	}
	hurt := who("p", "1990-01-01")
	hurt.Disability.Disabled = doc(true)
	numbered(t, "trap-37", s,
		c(tst, home(who("p", "1950-01-01")), yes, "+work.60 第五条第（一）项"),
		c(tst, home(who("p", "1990-01-01")), no, "-work 第五条"),
		c(tst, home(hurt), unknown, "?work.disabled 第五条第（三）项"),
		c(tst, home(who("p", "2005-01-01")), finding, "?work.minor 二（二）5"),
		c("361123", home(who("p", "1950-01-01")), value, "?income 第六条"),
	)
	t.Run("trap-37", func(t *testing.T) {
		var got []eligibility.Result
		for e := range eligibility.Results().All() {
			got = append(got, e.Key)
		}
		if want := []eligibility.Result{yes, no, value, unknown, finding}; !slices.Equal(got, want) {
			t.Errorf("results %v", got)
		}
	})
}

// K3: a child who fits both has the child benefit in full, or stays destitute and is paid the difference.
func TestTwoLawfulStates(t *testing.T) {
	t.Run("K3", func(t *testing.T) {
		law := lawOf(t, body(t), "350627", "2024-09-10")
		h := home(who("child", "2015-05-01", minor, holds(national.Tekun, 1000)), who("mother", "1988-01-01", dead), who("father", "1985-01-01", imprisoned(60)))
		tie(tie(h, "child", facts.Parent, "mother"), "child", facts.Parent, "father")
		b, err := bind.Household(law, h, eligibility.Documented)
		if err != nil {
			t.Fatal(err)
		}
		e, err := assess.New(law)
		if err != nil {
			t.Fatal(err)
		}
		child, _ := b.Row("child")
		benefit, err := e.Assess(b.Case, child, national.Shishi)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := combine.Combine(law, b.Case, []int{child}, []eligibility.Assessment{benefit})
		if err != nil {
			t.Fatal(err)
		}
		var ways []string
		for _, c := range plan.Choices {
			for _, w := range c.Ways {
				text := w.Monthly.String()
				for _, k := range w.Keep {
					text += " " + string(plan.Claims[k].Programme)
				}
				ways = append(ways, text)
			}
		}
		if want := []string{"1792.00 tekun shishi_wuren", "1792.00 shishi_wuren"}; !slices.Equal(ways, want) {
			t.Errorf("ways %v, want %v", ways, want)
		}
		if got, _ := benefit.Amount.Get(); got.String() != "792.00" {
			t.Errorf("the difference is %v", got)
		}
	})
}

// TestActs are numbers about what the acts say rather than about a household.
func TestActs(t *testing.T) {
	s := body(t, tstAct())
	amount := func(in, on string, k eligibility.ParamKey, area eligibility.Area) (money.Amount, bool) {
		v, ok := lawOf(t, s, in, on).Value(k, area)
		return v.Money, ok
	}
	t.Run("trap-32", func(t *testing.T) {
		law := lawOf(t, s, tst, "2024-03-01")
		for _, id := range []string{"tekun.notice", "dibao.notice"} {
			if d := deadline(t, law, id); d.Days != 7 || d.Basis != eligibility.CalendarDays {
				t.Errorf("%s: %d %s", id, d.Days, d.Basis)
			}
		}
		for d := range law.Deadlines() {
			if d.Programme == national.Shishi && strings.Contains(d.ZH, "公示期") {
				t.Errorf("children's names are posted: %s", d.ID)
			}
		}
	})
	t.Run("K11", func(t *testing.T) { // values of the three seed places that were found after all
		for _, c := range []struct {
			in, on string
			area   eligibility.Area
			want   string
		}{{"350627", "2021-12-20", eligibility.Rural, "7908.00"}, {"231025", "2021-06-01", eligibility.Urban, "637.00"},
			{"231025", "2022-06-01", eligibility.Rural, "441.00"}, {"230102", "2022-06-01", eligibility.Urban, "835.00"}} {
			if got, ok := amount(c.in, c.on, national.DibaoStandard, c.area); !ok || got.String() != c.want {
				t.Errorf("%s on %s: %v, want %s", c.in, c.on, got, c.want)
			}
		}
		if _, ok := amount("140105", "2023-06-01", national.DibaoStandard, eligibility.Urban); ok {
			t.Error("a standard of a county of Shanxi, where none was found")
		}
	})
	t.Run("K12", func(t *testing.T) { // 1.3 times, up to the yuan, in 哈尔滨; elsewhere no amount is made up
		for _, c := range []struct {
			in   string
			area eligibility.Area
		}{{"230123", eligibility.Rural}, {"230102", eligibility.Rural}, {"230102", eligibility.Urban}} {
			low, _ := amount(c.in, "2022-10-10", national.DibaoStandard, c.area)
			basic, ok := amount(c.in, "2022-10-10", national.TekunBasic, c.area)
			if want := (low.Fen()*13 + 999) / 1000 * 100; !ok || basic.Fen() != want {
				t.Errorf("%s %s: %v, want %d fen", c.in, c.area, basic, want)
			}
		}
		if v, ok := amount("350305", "2024-03-01", national.TekunBasic, eligibility.Rural); ok {
			t.Errorf("a basic standard of %v where only that of the allowance is recorded", v)
		}
	})
	t.Run("K18", func(t *testing.T) { // the factor of 1.3 is nowhere a rule of the nation
		for _, a := range national.Acts() {
			for _, v := range a.Values {
				if v.Param == national.TekunBasic || v.Ratio.String() == "1.3" {
					t.Errorf("%s sets %s", a.ID, v.Param)
				}
			}
		}
	})
	t.Run("K17", func(t *testing.T) {
		numbers := map[string]string{}
		for _, a := range slices.Concat(national.Acts(), local.Acts()) {
			numbers[a.ID] = a.Number
		}
		for id, want := range map[string]string{"gangxing-2025": "民发〔2024〕57号", "heilongjiang:danren-2023": "黑民规〔2023〕1号"} {
			if numbers[id] != want {
				t.Errorf("%s: %q", id, numbers[id])
			}
		}
	})
	t.Run("T02", func(t *testing.T) { // what is missing is asked for, in words that name whom and which paper
		hurt := who("p", "1990-01-01")
		hurt.Disability.Disabled = doc(true)
		asked := question(t, s, home(hurt), "p", facts.PersonDisability)
		if !strings.Contains(asked, "残疾") || !strings.HasPrefix(asked, "p：") {
			t.Errorf("asked: %q", asked)
		}
	})
}

// question is what is asked of a household for one fact that 特困 lacks.
func question(t *testing.T, s *statutes.Statutes, h *facts.Household, ref facts.Ref, k eligibility.FactKey) string {
	t.Helper()
	law := lawOf(t, s, tst, "2022-03-01")
	b, err := bind.Household(law, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	e, err := assess.New(law)
	if err != nil {
		t.Fatal(err)
	}
	row, _ := b.Row(ref)
	a, err := e.Assess(b.Case, row, national.Tekun)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range a.Facts {
		if n.Fact == k {
			return b.Question(law, n)
		}
	}
	return ""
}
