package batch

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrDictionary   fault.Code = "BATCH-DICTIONARY"    // facts of another dictionary
	ErrFact         fault.Code = "BATCH-FACT"          // a fact that the dictionary does not have
	ErrKind         fault.Code = "BATCH-KIND"          // a column that does not suit the fact
	ErrShape        fault.Code = "BATCH-SHAPE"         // households, people and ties that do not fit together
	ErrRow          fault.Code = "BATCH-ROW"           // no such household or person
	ErrValue        fault.Code = "BATCH-VALUE"         // a known value out of the bounds of its fact
	ErrRange        fault.Code = "BATCH-RANGE"         // facts so large that their product or sum could pass 64 bits
	ErrProgramme    fault.Code = "BATCH-PROGRAMME"     // a programme that is not in force, or not in the plan
	ErrNotExpressed fault.Code = "BATCH-NOT-EXPRESSED" // a criterion without a batch form
	ErrTooMany      fault.Code = "BATCH-TOO-MANY"      // more rows than 32 bits number
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrDictionary, ZH: "规则与数据使用的事实字典不同", EN: "the law and the facts use different dictionaries"},
		fault.Text{Code: ErrFact, ZH: "事实字典中没有此项", EN: "the dictionary has no such fact"},
		fault.Text{Code: ErrKind, ZH: "列的类型与事实不符", EN: "the column does not suit the type of the fact"},
		fault.Text{Code: ErrShape, ZH: "家庭、人员与亲属关系的对应有误", EN: "households, people and ties do not fit together"},
		fault.Text{Code: ErrRow, ZH: "没有这一行", EN: "there is no such row"},
		fault.Text{Code: ErrValue, ZH: "第{row}行的数值超出范围", EN: "the value of row {row} is out of range"},
		fault.Text{Code: ErrRange, ZH: "金额过大，条件{node}无法准确比较", EN: "the amounts are too large to compare exactly in {node}"},
		fault.Text{Code: ErrProgramme, ZH: "项目不在有效规则中", EN: "the programme is not in force"},
		fault.Text{Code: ErrNotExpressed, ZH: "条件{node}没有批量形式", EN: "the criterion {node} has no batch form"},
		fault.Text{Code: ErrTooMany, ZH: "行数过多", EN: "too many rows"},
	)
})
