package intake

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. Cells that cannot be read have the codes of package sheet and of the values, entries that are not
// sound those of package ledger.
const (
	ErrRegister fault.Code = "INTAKE-REGISTER" // no such register
	ErrSource   fault.Code = "INTAKE-SOURCE"   // the file has no name
	ErrRequired fault.Code = "INTAKE-REQUIRED" // a cell that this kind of row needs
	ErrOnly     fault.Code = "INTAKE-ONLY"     // a cell that this kind of row has no use for
	ErrOne      fault.Code = "INTAKE-ONE"      // both or neither of two columns of which a row has one
	ErrPositive fault.Code = "INTAKE-POSITIVE" // an amount or quantity that is not above zero
	ErrPrice    fault.Code = "INTAKE-PRICE"    // a value that is not unit price times quantity
	ErrPlace    fault.Code = "INTAKE-PLACE"    // goods moved to where they are
	ErrTwice    fault.Code = "INTAKE-TWICE"    // a number that a row before has
	ErrTwin     fault.Code = "INTAKE-TWIN"     // advisory: a row without number that is like one before
	ErrRunning  fault.Code = "INTAKE-RUNNING"  // a balance that does not follow from the row before
	ErrOpening  fault.Code = "INTAKE-OPENING"  // the book holds another opening balance
	ErrClosing  fault.Code = "INTAKE-CLOSING"  // the book holds another closing balance
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

func problem(code fault.Code, args ...string) fault.Fault { return catalogue().New(code, args...) }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrRegister, ZH: "没有这种登记簿", EN: "no such register"},
		fault.Text{Code: ErrSource, ZH: "缺少来源名称（用于识别重复导入）", EN: "the source needs a name, by which it is known again"},
		fault.Text{Code: ErrRequired, ZH: "这类行必须填写", EN: "this kind of row needs it"},
		fault.Text{Code: ErrOnly, ZH: "这类行不用此列，请留空", EN: "this kind of row has no use for it; leave it blank"},
		fault.Text{Code: ErrOne, ZH: "两项应填且只填一项（款或物、收入或支出）", EN: "exactly one of the two: money or goods, in or out"},
		fault.Text{Code: ErrPositive, ZH: "应大于零；冲销请用冲销凭证", EN: "must be above zero; what is wrong is reversed"},
		fault.Text{Code: ErrPrice, ZH: "价值不等于单价乘以数量", EN: "the value is not unit price times quantity"},
		fault.Text{Code: ErrPlace, ZH: "调入站点与调出站点相同", EN: "goods are moved to the station where they are"},
		fault.Text{Code: ErrTwice, ZH: "编号与第{row}行重复；一张单据有多行的，请编为-1、-2", EN: "the number of row {row}; number the rows of one document -1, -2"},
		fault.Text{Code: ErrTwin, ZH: "与第{row}行内容完全相同且没有编号，按两笔记账，请核对",
			EN: "the same as row {row} and without number; counted as a second event, please check"},
		fault.Text{Code: ErrRunning, ZH: "余额不等于上一余额加收入减支出", EN: "the balance is not the one before plus what came in less what went out"},
		fault.Text{Code: ErrOpening, ZH: "与账簿期初数不符", EN: "the book holds another opening balance"},
		fault.Text{Code: ErrClosing, ZH: "与账簿期末数不符", EN: "the book holds another closing balance"},
	)
})
