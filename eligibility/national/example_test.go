package national_test

import (
	"fmt"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
)

// The same girl of fifteen on the day before her birthday and on it, in a county that has recorded nothing of its own yet: what her age
// decides is decided, what the place must set is missing.
func ExampleStatutes() {
	body, err := national.Statutes()
	if err != nil {
		panic(err)
	}
	girl := facts.Household{People: []facts.Person{{Ref: "girl", Birth: facts.Documented(cal.MustParse("2008-03-01"))}}}
	for _, day := range []string{"2024-02-29", "2024-03-01"} {
		law, err := body.At(statutes.Query{Division: division.MustParse("360121"), On: cal.MustParse(day)})
		if err != nil {
			panic(err)
		}
		b, err := bind.Household(law, &girl, eligibility.Documented)
		if err != nil {
			panic(err)
		}
		found, err := engine(law).AppendFindings(nil, b.Case, 0, national.Tekun)
		if err != nil {
			panic(err)
		}
		for _, f := range found {
			if c := f.Node.Criterion(); c.ID == "work.under16" {
				fmt.Println(day, c.ZH, f.Stated.ZH(), c.Source.Document, c.Source.Article)
			}
		}
		a, err := engine(law).Assess(b.Case, 0, national.Tekun)
		if err != nil {
			panic(err)
		}
		fmt.Println(a.Result, a.Parameters[0].Param)
	}
	// Output:
	// 2024-02-29 未满16周岁的未成年人 符合 《特困人员认定办法》（民发〔2021〕43号） 第五条第（二）项
	// need_parameter dibao.standard
	// 2024-03-01 未满16周岁的未成年人 不符合 《特困人员认定办法》（民发〔2021〕43号） 第五条第（二）项
	// need_parameter dibao.standard
}
