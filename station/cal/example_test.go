package cal_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

func ExampleDate() {
	confirmed := cal.MustParse("2026-01-31")
	fmt.Println(confirmed.AddMonths(1)) // never 3 March
	fmt.Println(confirmed.FirstOfNextMonth())
	fmt.Println(confirmed.Weekday())
	// Output:
	// 2026-02-28
	// 2026-02-01
	// Saturday
}

func ExampleDate_json() {
	type record struct {
		Opened cal.Date `json:"opened"`
		Closed cal.Date `json:"closed,omitzero"`
	}
	b, _ := json.Marshal(record{Opened: cal.MustParse("2022-06-28")})
	fmt.Println(string(b))
	// Output: {"opened":"2022-06-28"}
}

func ExampleOf() {
	recorded := time.Date(2022, 6, 28, 16, 30, 0, 0, time.UTC)
	fmt.Println(cal.Of(recorded)) // past midnight in Beijing
	// Output: 2022-06-29
}

func ExampleParseLenient() {
	for _, s := range []string{"2022年6月28日", "２０２２．６．２８", "2022/6/28 0:00", "62年7月1日"} {
		d, err := cal.ParseLenient(s)
		if err != nil {
			fmt.Println(fault.Of(err).Text(language.Chinese))
			continue
		}
		fmt.Println(d)
	}
	// Output:
	// 2022-06-28
	// 2022-06-28
	// 2022-06-28
	// 年份须写四位 [CAL-SHORT-YEAR]
}

func ExampleAge() {
	born := cal.MustParse("2008-02-29")
	rule := cal.CivilCode()
	age, ok := cal.Age(born, cal.MustParse("2024-02-28"), rule)
	fmt.Println(age, ok)
	fmt.Println(cal.Reaches(born, 18, rule))
	rule.LeapDay = cal.Mar1
	fmt.Println(cal.Reaches(born, 18, rule))
	// Output:
	// 15 true
	// 2026-02-28
	// 2026-03-01
}

func ExamplePartial() {
	for _, s := range []string{"2021年年底", "2016年3月", "2022年6月上旬"} {
		p := cal.MustParsePartial(s)
		fmt.Println(p, p.Precision(), p.Span())
	}
	// Output:
	// 2021年年底 label 2021-10-01/2022-01-01
	// 2016年3月 month 2016-03-01/2016-04-01
	// 2022年6月上旬 ten-days 2022-06-01/2022-06-11
}

func ExamplePeriod() {
	half := cal.Half(2022, 1)
	fmt.Println(half, half.Last())
	fmt.Println(half.Contains(cal.MustParse("2022-06-30")), half.Contains(half.Until()))
	law := cal.Since(cal.MustParse("2026-07-01"))
	fmt.Println(law, law.Open())
	// Output:
	// 2022-01-01/2022-07-01 2022-06-30
	// true false
	// 2026-07-01/ true
}

func ExamplePeriod_ContractYears() {
	term, _ := cal.Through(cal.MustParse("2022-09-01"), cal.MustParse("2024-12-31"))
	for year := range term.ContractYears() {
		fmt.Println(year)
	}
	// Output:
	// 2022-09-01/2023-09-01
	// 2023-09-01/2024-09-01
	// 2024-09-01/2025-01-01
}

// noticesOf2021To2026 reads the importer's own table.
func noticesOf2021To2026() *cal.Holidays {
	file, err := os.Open("testdata/holidays.csv")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	holidays, err := cal.ReadHolidays(file)
	if err != nil {
		panic(err)
	}
	return holidays
}

func ExampleAddWorkdays() {
	holidays := noticesOf2021To2026()
	fmt.Println(cal.AddWorkdays(cal.MustParse("2026-09-28"), 15, holidays))
	_, err := cal.AddWorkdays(cal.MustParse("2026-12-30"), 3, holidays)
	fmt.Println(errors.Is(err, cal.ErrSchedule), err)
	// Output:
	// 2026-10-23 <nil>
	// true the holiday schedule of 2027 is not in the table [CAL-SCHEDULE]
}

func ExampleEndOfTerm() {
	posted := cal.MustParse("2026-09-25") // 公示7天
	fmt.Println(cal.EndOfTerm(posted, 7, noticesOf2021To2026()))
	// Output: 2026-10-08 <nil>
}

func ExampleReadHolidays() {
	_, err := cal.ReadHolidays(strings.NewReader("date,kind,name,source\n2026-02-30,off,春节,\n"))
	fmt.Println(fault.Of(err).Text(language.Chinese))
	// Output:
	// 第2行date列不是有效日期（2022-06-28） [CAL-TABLE-DATE]
	// 第2行kind列应为holiday（放假）或workday（调休上班） [CAL-TABLE-KIND]
	// 第2行source列为空 [CAL-TABLE-BLANK]
}
