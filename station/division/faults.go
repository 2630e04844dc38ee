package division

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// Codes of the problems found in division codes.
const (
	ErrLength    fault.Code = "DIVISION-LENGTH"    // not 2, 4, 6, 9 or 12 digits
	ErrDigit     fault.Code = "DIVISION-DIGIT"     // something other than ASCII digits
	ErrInvisible fault.Code = "DIVISION-INVISIBLE" // an invisible or direction-changing character
	ErrProvince  fault.Code = "DIVISION-PROVINCE"  // the first two digits are not 11 to 82
	ErrGap       fault.Code = "DIVISION-GAP"       // a part follows an empty one: 350027, 350627000201
	ErrType      fault.Code = "DIVISION-TYPE"      // a database column of another type
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrLength, ZH: "区划代码应为2、4、6、9或12位数字",
			EN: "a division code has 2, 4, 6, 9 or 12 digits"},
		fault.Text{Code: ErrDigit, ZH: "区划代码只能由半角数字组成",
			EN: "a division code consists of ASCII digits only"},
		fault.Text{Code: ErrInvisible, ZH: "区划代码中有不可见字符",
			EN: "the division code holds an invisible character"},
		fault.Text{Code: ErrProvince, ZH: "区划代码前两位应在11至82之间",
			EN: "the first two digits of a division code are 11 to 82"},
		fault.Text{Code: ErrGap, ZH: "区划代码的上级部分为零而下级部分不为零",
			EN: "the division code has a lower part below an empty upper one"},
		fault.Text{Code: ErrType, ZH: "数据库列的类型不能作为区划代码读取",
			EN: "the database column is of a type that holds no division code"},
	)
})
