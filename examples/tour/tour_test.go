package tour

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/render"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/division/names"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func Example_hedges() {
	posts := reporting.Indicator{
		Code: "POSTS", Name: "基层社会工作岗位", Basis: measure.Posts, Nature: reporting.Stock, Version: 1,
	}
	nearly := reporting.Form{Step: measure.Int(50), Wording: zh.Nearly}
	ledger := reporting.Origin{Source: "岗位台账"}

	f, err := reporting.Say(posts, decimal.NewFromInt(948), nearly, ledger)
	fmt.Println(f, err)
	_, err = reporting.Say(posts, decimal.NewFromInt(951), nearly, ledger)
	fmt.Println(err)

	read, _ := zh.ParseFigure("超15万人")
	fmt.Println(read.Contains(decimal.NewFromInt(150386)), read.Contains(decimal.NewFromInt(150000)))
	// Output:
	// 近950个 <nil>
	// value: the wording is true, but the shown number is too far from the value [ZH-STRETCHED]
	// true false
}

func Example_money() {
	price := money.MustParse("480000.01")
	parts, _ := price.Allocate(5, 3, 2)
	fmt.Println(parts)

	words, _ := zh.Capitals(price)
	fmt.Println(zh.Yuan(price), words)

	_, err := money.Parse("1e1000000000")
	fmt.Println(errors.Is(err, money.ErrSyntax))
	// Output:
	// [240000.01 144000.00 96000.00]
	// ¥480,000.01 肆拾捌万元零壹分
	// true
}

func Example_privacy() {
	id := identity.MustParseResidentID("350627198807152021") // synthetic
	name := identity.MustParseName("欧阳小虚")                   // invented

	fmt.Printf("%v %+v %q\n", id, struct{ Who identity.Name }{name}, name)
	slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})).Info("visited", "who", name, "id", id)
	fmt.Println(identity.Reveal(id) == "350627198807152021")
	// Output:
	// ****************** {Who:欧某某} "欧某某"
	// level=INFO msg=visited who=欧某某 id=******************
	// true
}

func noTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func Example_days() {
	born := cal.MustParse("2008-02-29")
	fmt.Println(cal.Reaches(born, 18, cal.CivilCode()))

	since, _ := cal.ParsePartial("2021年年底")
	fmt.Println(since, since.Span())

	decided := cal.MustParse("2026-01-31")
	fmt.Println(decided.AddMonths(1), decided.FirstOfNextMonth())
	// Output:
	// 2026-02-28
	// 2021年年底 2021-10-01/2022-01-01
	// 2026-02-28 2026-02-01
}

func Example_places() {
	town := division.MustParse("350627109")
	fmt.Println(town.Level(), town.Parent(), division.MustParse("35").Contains(town))

	full, _ := names.Full(town)
	fmt.Println(full)
	// Output:
	// township 350627 true
	// 福建省漳州市南靖县船场镇
}

func Example_eligibility() {
	body, _ := national.Statutes(local.Fujian()...)
	law, _ := body.At(statutes.Query{Division: division.MustParse("350627"), On: cal.MustParse("2025-03-01")})
	engine, _ := assess.New(law)

	family := &facts.Household{People: []facts.Person{{ // invented
		Ref:        "aunt",
		Life:       facts.Vital{State: facts.Visited(facts.Living)},
		Disability: facts.Impairment{Disabled: facts.Visited(true)}, // and no certificate
		Care:       facts.Care{Months: facts.Stated(12)},
	}}}
	bound, _ := bind.Household(law, family, eligibility.Documented)
	a, _ := engine.Assess(bound.Case, 0, national.Huli)
	fmt.Println(eligibility.Results().Name(a.Result, language.Chinese))
	fmt.Println(bound.Question(law, a.Facts[0]))

	aunt := &family.People[0]
	aunt.Disability.Certificates = []facts.Certificate{{
		Kind: identity.Limb, Grade: identity.GradeOne, State: facts.Documented(facts.CertificateValid),
	}}
	aunt.HoldingsComplete = facts.Checked(true) // the register lists no benefit
	bound, _ = bind.Household(law, family, eligibility.Documented)
	a, _ = engine.Assess(bound.Case, 0, national.Huli)
	amount, _ := a.Amount.Get()
	fmt.Println(eligibility.Results().Name(a.Result, language.Chinese), a.Verified, amount)
	// Output:
	// 需补充材料
	// aunt：请查明“残疾类别与等级”。有效的残疾人证；多重残疾须列明各残疾类别与等级；无证的向县级残联申请评定
	// 初步研判符合 unknown 115.00
}

func Example_faults() {
	bad := reporting.Indicator{Code: "POSTS", Name: "岗位", Basis: "heads", Version: 0}
	for _, f := range fault.Of(bad.Validate()) {
		fmt.Println(f.Text(language.Chinese))
	}
	// Output:
	// basis：计数口径中没有这一项 [VOCAB-UNKNOWN]
	// nature：必填 [REPORTING-REQUIRED]
	// version：版本号从1开始 [REPORTING-VERSION]
}

func Example_report() {
	visits := reporting.Indicator{
		Code: "VISITS", Name: "入户探访", Basis: measure.PersonTimes, Nature: reporting.Flow, Version: 1,
	}
	f, err := reporting.Say(visits, decimal.NewFromInt(1633), reporting.Form{}, reporting.Origin{Source: "走访台账"})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := reporting.Document{
		Title:  "双湖镇社工站月报",
		Blocks: []reporting.Block{reporting.Sentence{reporting.Words("本月开展入户探访"), f, reporting.Words("。")}},
	}
	var text strings.Builder
	err = render.Markdown{}.Render(&text, doc)
	fmt.Println(text.String(), err)
	fmt.Println(doc.Trace()[0].Indicator, doc.Trace()[0].Value, doc.Trace()[0].Source)
	// Output:
	// # 双湖镇社工站月报
	//
	// 本月开展入户探访1633人次。
	//  <nil>
	// VISITS 1633 走访台账
}
