package check

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package, one a tag or family of tags.
const (
	ErrRequired fault.Code = "CHECK-REQUIRED" // required, required_if and its like, and any rule for what is not there
	ErrExcluded fault.Code = "CHECK-EXCLUDED" // excluded_if and its like
	ErrMin      fault.Code = "CHECK-MIN"
	ErrMax      fault.Code = "CHECK-MAX"
	ErrLen      fault.Code = "CHECK-LEN"
	ErrGT       fault.Code = "CHECK-GT"
	ErrGTE      fault.Code = "CHECK-GTE"
	ErrLT       fault.Code = "CHECK-LT"
	ErrLTE      fault.Code = "CHECK-LTE"
	ErrOneOf    fault.Code = "CHECK-ONEOF"
	ErrUnique   fault.Code = "CHECK-UNIQUE"
	ErrNumber   fault.Code = "CHECK-NUMBER" // number, numeric
	ErrEmail    fault.Code = "CHECK-EMAIL"
	ErrURL      fault.Code = "CHECK-URL"    // url, http_url, https_url, uri
	ErrTag      fault.Code = "CHECK-TAG"    // every other tag, which the text names
	ErrStruct   fault.Code = "CHECK-STRUCT" // what was given is no struct
	ErrRules    fault.Code = "CHECK-RULES"  // tags that cannot be applied: a mistake in the program
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

// {zh} and {en} are the unit of the limit: 个字, 项, 元 or nothing.
var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrRequired, ZH: "必须填写", EN: "is required"},
		fault.Text{Code: ErrExcluded, ZH: "此时不应填写", EN: "must not be given here"},
		fault.Text{Code: ErrMin, ZH: "至少{limit}{zh}", EN: "at least {limit}{en}"},
		fault.Text{Code: ErrMax, ZH: "最多{limit}{zh}", EN: "at most {limit}{en}"},
		fault.Text{Code: ErrLen, ZH: "应为{limit}{zh}", EN: "must be exactly {limit}{en}"},
		fault.Text{Code: ErrGT, ZH: "应超过{limit}{zh}", EN: "must be more than {limit}{en}"},
		fault.Text{Code: ErrGTE, ZH: "应不少于{limit}{zh}", EN: "must not be less than {limit}{en}"},
		fault.Text{Code: ErrLT, ZH: "应不足{limit}{zh}", EN: "must be less than {limit}{en}"},
		fault.Text{Code: ErrLTE, ZH: "应不超过{limit}{zh}", EN: "must not be more than {limit}{en}"},
		fault.Text{Code: ErrOneOf, ZH: "应为下列之一：{values}", EN: "must be one of: {values}"},
		fault.Text{Code: ErrUnique, ZH: "不能有重复项", EN: "must not repeat itself"},
		fault.Text{Code: ErrNumber, ZH: "应为数字", EN: "must be a number"},
		fault.Text{Code: ErrEmail, ZH: "应为电子邮箱地址", EN: "must be an email address"},
		fault.Text{Code: ErrURL, ZH: "应为网址", EN: "must be a web address"},
		fault.Text{Code: ErrTag, ZH: "不符合规则“{tag}”", EN: "does not satisfy the rule {tag}"},
		fault.Text{Code: ErrStruct, ZH: "应为结构体，且不能是空指针", EN: "must be a struct, and no nil pointer"},
		fault.Text{Code: ErrRules, ZH: "{type}的校验标签有误，无法执行", EN: "the validation tags of {type} cannot be applied"},
	)
})
