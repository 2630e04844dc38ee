package cal

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// Codes of the problems this package reports.
const (
	ErrDate      fault.Code = "CAL-DATE"       // not written as a date
	ErrDay       fault.Code = "CAL-DAY"        // written as a date, but no such day
	ErrShortYear fault.Code = "CAL-SHORT-YEAR" // a year of fewer than four digits
	ErrInvisible fault.Code = "CAL-INVISIBLE"  // an invisible or bidirectional control character
	ErrPartial   fault.Code = "CAL-PARTIAL"    // not a form of partial date
	ErrPeriod    fault.Code = "CAL-PERIOD"     // not written as a period
	ErrOrder     fault.Code = "CAL-ORDER"      // ends before it begins, or has no day
	ErrScan      fault.Code = "CAL-SCAN"       // a database value that is not a date
	ErrMissing   fault.Code = "CAL-MISSING"    // a date or period that must be recorded is not
	ErrAgeRule   fault.Code = "CAL-AGE-RULE"   // an age rule with an unknown or missing part
	ErrTerm      fault.Code = "CAL-TERM"       // a term below zero or longer than any law's
	ErrOpen      fault.Code = "CAL-OPEN"       // an open-ended period where an end is needed
	ErrSchedule  fault.Code = "CAL-SCHEDULE"   // the holiday schedule of a year is not in the table
	ErrNoWorkday fault.Code = "CAL-NO-WORKDAY" // a table without working days

	ErrTableHeader   fault.Code = "CAL-TABLE-HEADER"   // the first row of a holiday table
	ErrTableSize     fault.Code = "CAL-TABLE-SIZE"     // a holiday table too large to be one
	ErrTableRow      fault.Code = "CAL-TABLE-ROW"      // a row that does not have four columns
	ErrTableEncoding fault.Code = "CAL-TABLE-ENCODING" // a cell that is not UTF-8
	ErrTableDate     fault.Code = "CAL-TABLE-DATE"     // a date cell
	ErrTableKind     fault.Code = "CAL-TABLE-KIND"     // a kind cell
	ErrTableBlank    fault.Code = "CAL-TABLE-BLANK"    // a name or source cell without text
	ErrTableTwice    fault.Code = "CAL-TABLE-TWICE"    // a date listed before
	ErrTableSwap     fault.Code = "CAL-TABLE-SWAP"     // a swapped working day that is not at a weekend
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrDate, ZH: "不是日期，应写作2022-06-28的形式", EN: "not a date; write it as 2022-06-28"},
		fault.Text{Code: ErrDay, ZH: "没有这一天", EN: "there is no such day"},
		fault.Text{Code: ErrShortYear, ZH: "年份须写四位", EN: "the year must have four digits"},
		fault.Text{Code: ErrInvisible, ZH: "含有不可见字符", EN: "contains an invisible character"},
		fault.Text{Code: ErrPartial, ZH: "不是可识别的日期，例如2022年6月28日、2022年6月、2021年年底",
			EN: "not a known form of date, such as 2022年6月28日, 2022年6月 or 2021年年底"},
		fault.Text{Code: ErrPeriod, ZH: "不是期间，应写作2022-01-01/2022-07-01（截止日不计入）或2022-01-01/",
			EN: "not a period; write it as 2022-01-01/2022-07-01 (end day not included) or 2022-01-01/"},
		fault.Text{Code: ErrOrder, ZH: "结束早于开始，一天也没有", EN: "the end comes before the beginning and leaves no day"},
		fault.Text{Code: ErrScan, ZH: "数据库中的值不是日期或期间", EN: "the database value is not a date or period"},
		fault.Text{Code: ErrMissing, ZH: "日期未记录", EN: "the date is not recorded"},
		fault.Text{Code: ErrAgeRule, ZH: "年龄计算规则未指定或无法识别", EN: "the rule for counting ages is missing or unknown"},
		fault.Text{Code: ErrTerm, ZH: "期限须在0至{max}天之间", EN: "a term must have 0 to {max} days"},
		fault.Text{Code: ErrOpen, ZH: "期间没有截止日", EN: "the period has no end"},
		fault.Text{Code: ErrSchedule, ZH: "{year}年的节假日安排未录入", EN: "the holiday schedule of {year} is not in the table"},
		fault.Text{Code: ErrNoWorkday, ZH: "连续{max}天没有工作日，请检查节假日表",
			EN: "{max} days in a row without a working day; check the table"},
		fault.Text{Code: ErrTableHeader, ZH: "第1行应为date,kind,name,source", EN: "row 1 must read date,kind,name,source"},
		fault.Text{Code: ErrTableSize, ZH: "文件超过{max}字节", EN: "the file is larger than {max} bytes"},
		fault.Text{Code: ErrTableRow, ZH: "第{row}行不是四列", EN: "row {row} does not have four columns"},
		fault.Text{Code: ErrTableEncoding, ZH: "第{row}行{column}列不是UTF-8编码", EN: "row {row}, column {column}: not UTF-8"},
		fault.Text{Code: ErrTableDate, ZH: "第{row}行{column}列不是有效日期（2022-06-28）",
			EN: "row {row}, column {column}: not a date written as 2022-06-28"},
		fault.Text{Code: ErrTableKind, ZH: "第{row}行{column}列应为holiday（放假）或workday（调休上班）",
			EN: "row {row}, column {column}: must be holiday or workday"},
		fault.Text{Code: ErrTableBlank, ZH: "第{row}行{column}列为空", EN: "row {row}, column {column}: empty"},
		fault.Text{Code: ErrTableTwice, ZH: "第{row}行{column}列与前面的行日期重复",
			EN: "row {row}, column {column}: date listed before"},
		fault.Text{Code: ErrTableSwap, ZH: "第{row}行{column}列：调休上班日应在周六或周日",
			EN: "row {row}, column {column}: a swapped working day must be a Saturday or Sunday"},
	)
})

func bad(code fault.Code, args ...string) error { return catalogue().New(code, args...) }
