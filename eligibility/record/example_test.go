package record_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/record"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
)

// A family was assessed in January by what was known then. In March a higher amount was announced that holds from November on: the
// record replays as it was made, since it asks for the law as known in January. A figure that was overwritten is not hidden.
func ExampleReplay() {
	s := heating(60000, nil)
	data, err := record.Make(engine(at(s, query())), winter(s, &yes), "shegong v0.1.0", record.Question{Programme: "yuntai:heating", Row: 0})
	if err != nil {
		fmt.Println(err)
		return
	}
	announced := heating(60000, func(a *eligibility.Act) {
		more := a.Values[1]
		more.Money, more.Recorded = money.Fen(10000), cal.MustParse("2024-03-01")
		a.Values = append(a.Values, more)
	})
	overwritten := heating(60000, func(a *eligibility.Act) { a.Values[1].Money = money.Fen(10000) })
	for _, body := range []*statutes.Statutes{s, announced, overwritten} {
		report, err := record.Replay(body, data)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("same:", report.Same())
		for _, d := range report.Differences {
			if d.Field != record.FieldLaw { // two fingerprints
				fmt.Println(record.Fields().Name(d.Field, language.Chinese), d.Recorded, d.Now)
			}
		}
	}
	// Output:
	// same: true
	// same: true
	// same: false
	// 金额 "80.00" "100.00"
}

func ExampleMake() {
	s := heating(60000, nil)
	bytes, err := record.Make(engine(at(s, query())), winter(s, nil), "shegong v0.1.0", record.Question{Programme: "yuntai:heating", Row: 0})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := record.Decode(bytes)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Query.On, r.Library, len(r.Facts.People))
	fmt.Println(r.Verdicts[0].Programme, r.Verdicts[0].Result, r.Verdicts[0].Facts[0].Fact)
	// Output:
	// 2024-01-15 shegong v0.1.0 1
	// yuntai:heating need_facts cold
}
