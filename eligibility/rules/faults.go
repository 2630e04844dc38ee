package rules

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. What a date, an amount, a ratio or a division code says of itself keeps its own code.
const (
	ErrSize      fault.Code = "RULES-SIZE"      // more bytes than a file may have
	ErrDepth     fault.Code = "RULES-DEPTH"     // nested too deeply
	ErrTooMany   fault.Code = "RULES-TOO-MANY"  // more values, nodes or problems than are looked at
	ErrEncoding  fault.Code = "RULES-ENCODING"  // not UTF-8
	ErrSyntax    fault.Code = "RULES-SYNTAX"    // not JSON, or something behind it
	ErrTwice     fault.Code = "RULES-TWICE"     // a member, fact or ID that was there before
	ErrField     fault.Code = "RULES-FIELD"     // a field that is not one of this kind's
	ErrLeft      fault.Code = "RULES-LEFT"      // a Go value with a field set that its kind does not have
	ErrMissing   fault.Code = "RULES-MISSING"   // a field that must be there
	ErrType      fault.Code = "RULES-TYPE"      // another JSON type than the field has
	ErrNumber    fault.Code = "RULES-NUMBER"    // not a whole number within bounds
	ErrWord      fault.Code = "RULES-WORD"      // not a word of the list
	ErrKey       fault.Code = "RULES-KEY"       // a key of the wrong form
	ErrText      fault.Code = "RULES-TEXT"      // a text that is blank, too long, or has characters nobody sees
	ErrChoice    fault.Code = "RULES-CHOICE"    // none or several of what exactly one is needed of
	ErrVersion   fault.Code = "RULES-VERSION"   // another version of this format
	ErrNamespace fault.Code = "RULES-NAMESPACE" // an ID outside the namespace of the file
	ErrCases     fault.Code = "RULES-CASES"     // a programme without a case that fits and one that does not
	ErrScope     fault.Code = "RULES-SCOPE"     // a fact about something else than it is given for
	ErrRow       fault.Code = "RULES-ROW"       // no such person in the case
	ErrOutcome   fault.Code = "RULES-OUTCOME"   // a case that came out otherwise
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrSize, ZH: "文件超过{max}字节", EN: "more than {max} bytes"},
		fault.Text{Code: ErrDepth, ZH: "嵌套过深", EN: "nested too deeply"},
		fault.Text{Code: ErrTooMany, ZH: "内容或问题过多，其余未检查", EN: "more than is looked at; the rest was not checked"},
		fault.Text{Code: ErrEncoding, ZH: "不是UTF-8编码", EN: "not UTF-8"},
		fault.Text{Code: ErrSyntax, ZH: "第{line}行：不是有效的JSON", EN: "line {line}: not valid JSON"},
		fault.Text{Code: ErrTwice, ZH: "与前面的一项重复，只能填写一次", EN: "there before: it may be given once"},
		fault.Text{Code: ErrField, ZH: "有这一类没有的字段（第{line}行）", EN: "a field that this kind does not have (line {line})"},
		fault.Text{Code: ErrLeft, ZH: "设有这一类没有的字段", EN: "a field is set that this kind does not have"},
		fault.Text{Code: ErrMissing, ZH: "缺少此项", EN: "missing"},
		fault.Text{Code: ErrType, ZH: "JSON类型不对：金额、比例、日期写作文本",
			EN: "the wrong JSON type; amounts, ratios and dates are text"},
		fault.Text{Code: ErrNumber, ZH: "应为范围内的整数", EN: "not a whole number within bounds"},
		fault.Text{Code: ErrWord, ZH: "不是规定的代码", EN: "not a word of the list"},
		fault.Text{Code: ErrKey, ZH: "键名应为小写字母、数字、点、连字符或下划线，最多一个冒号",
			EN: "a key is lower-case letters, digits, dots, hyphens and underscores, with one colon at most"},
		fault.Text{Code: ErrText, ZH: "文本为空、过长、首尾有空白或含不可见字符",
			EN: "a text that is empty, too long, has blanks around it or invisible characters"},
		fault.Text{Code: ErrChoice, ZH: "应当且只能有其中一项", EN: "exactly one of these is needed"},
		fault.Text{Code: ErrVersion, ZH: "不是本版格式", EN: "another version of the format"},
		fault.Text{Code: ErrNamespace, ZH: "自有编号应以本文件的命名空间加冒号开头，不得另立国家编号",
			EN: "an ID of one's own begins with the namespace of the file and a colon"},
		fault.Text{Code: ErrCases, ZH: "每个项目的每个版本至少要有一个符合和一个不符合的案例",
			EN: "each version of a programme needs a case that fits and one that does not"},
		fault.Text{Code: ErrScope, ZH: "此项事实不是关于该对象的（家庭、个人或亲属关系）",
			EN: "the fact is about something else: household, person or tie"},
		fault.Text{Code: ErrRow, ZH: "案例中没有此人", EN: "the case has no such person"},
		fault.Text{Code: ErrOutcome, ZH: "案例结果不一致：应为{want}，实为{got}", EN: "the case came out otherwise: {got} instead of {want}"},
	)
})
