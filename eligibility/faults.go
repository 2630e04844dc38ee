package eligibility

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package.
const (
	ErrKey     fault.Code = "ELIGIBILITY-KEY"      // a key of the wrong form
	ErrTwice   fault.Code = "ELIGIBILITY-TWICE"    // given before
	ErrScope   fault.Code = "ELIGIBILITY-SCOPE"    // about the wrong thing, or about nothing
	ErrName    fault.Code = "ELIGIBILITY-NAME"     // without a Chinese or English name
	ErrWords   fault.Code = "ELIGIBILITY-WORDS"    // a list of words that is missing, repeated or out of place
	ErrKind    fault.Code = "ELIGIBILITY-KIND"     // of the wrong type
	ErrTooMany fault.Code = "ELIGIBILITY-TOO-MANY" // more than the engine takes
	ErrRow     fault.Code = "ELIGIBILITY-ROW"      // no such household, person or tie
	ErrValue   fault.Code = "ELIGIBILITY-VALUE"    // a value out of bounds
	ErrWord    fault.Code = "ELIGIBILITY-WORD"     // a word that the fact does not have
	ErrFact    fault.Code = "ELIGIBILITY-FACT"     // a fact that the dictionary does not have
)

// The codes of statutes and of the law in force.
const (
	ErrNamespace  fault.Code = "ELIGIBILITY-NAMESPACE"    // a local act's own without its namespace, or what it may not redefine
	ErrSource     fault.Code = "ELIGIBILITY-SOURCE"       // no document, or no grade of provenance
	ErrForce      fault.Code = "ELIGIBILITY-FORCE"        // no period, or one outside that of the act
	ErrPlace      fault.Code = "ELIGIBILITY-PLACE"        // outside the place of the act
	ErrOverlap    fault.Code = "ELIGIBILITY-OVERLAP"      // two for one place and day
	ErrProgramme  fault.Code = "ELIGIBILITY-PROGRAMME"    // a programme that no act declares
	ErrDefinition fault.Code = "ELIGIBILITY-DEFINITION"   // a definition that no act declares, or that is not in force
	ErrParam      fault.Code = "ELIGIBILITY-PARAM"        // a parameter that no act declares
	ErrClause     fault.Code = "ELIGIBILITY-CLAUSE"       // a clause that no act declares
	ErrFunction   fault.Code = "ELIGIBILITY-FUNCTION"     // a function that is not registered, or registered for other facts
	ErrNode       fault.Code = "ELIGIBILITY-NODE"         // a node that is missing
	ErrField      fault.Code = "ELIGIBILITY-FIELD"        // a field that the kind needs and that is missing, or does not have
	ErrOperator   fault.Code = "ELIGIBILITY-OPERATOR"     // no known operator, or two
	ErrNegative   fault.Code = "ELIGIBILITY-NEGATIVE"     // what must not be negated is
	ErrTogether   fault.Code = "ELIGIBILITY-TOGETHER"     // Together outside a group of kin of its own programme
	ErrCycle      fault.Code = "ELIGIBILITY-CYCLE"        // what rests on itself
	ErrDepth      fault.Code = "ELIGIBILITY-DEPTH"        // deeper than the engine takes
	ErrState      fault.Code = "ELIGIBILITY-STATE"        // a state of a clause that does not fit
	ErrDelegation fault.Code = "ELIGIBILITY-DELEGATION"   // set at a level that may not
	ErrMode       fault.Code = "ELIGIBILITY-MODE"         // against the value of a higher level
	ErrConflict   fault.Code = "ELIGIBILITY-CONFLICT"     // two exceptions that apply with different outcomes
	ErrQuery      fault.Code = "ELIGIBILITY-QUERY"        // a query without a day, or with an incomplete rule of ages
	ErrFictitious fault.Code = "ELIGIBILITY-FICTITIOUS"   // an invented rule or value where none was asked for
	ErrNotInForce fault.Code = "ELIGIBILITY-NOT-IN-FORCE" // a programme that is not in force on the day
)

// The codes of evaluation.
const (
	ErrDictionary fault.Code = "ELIGIBILITY-DICTIONARY" // a case that speaks of another dictionary's facts
	ErrExact      fault.Code = "ELIGIBILITY-EXACT"      // too much is missing to try everything
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrKey, ZH: "键名应为小写字母、数字、点、连字符或下划线", EN: "a key is lower-case letters, digits, dots, hyphens and underscores"},
		fault.Text{Code: ErrTwice, ZH: "与前面的一项重复，只能给出一次", EN: "there before: it may be given once"},
		fault.Text{Code: ErrScope, ZH: "对象不对：家庭、个人、亲属关系三者之一", EN: "the scope is wrong: household, person or tie"},
		fault.Text{Code: ErrName, ZH: "缺少中文或英文名称", EN: "a Chinese or English name is missing"},
		fault.Text{Code: ErrWords, ZH: "代码型事实须有1至250个不重复、有名称的代码，其他事实不得有代码",
			EN: "a word fact has 1 to 250 different words with names, and no other fact has any"},
		fault.Text{Code: ErrKind, ZH: "没有这种类型，或者与此处所需的类型不符", EN: "no such type, or not the type that is needed here"},
		fault.Text{Code: ErrTooMany, ZH: "超过可处理的数量", EN: "more than can be handled"},
		fault.Text{Code: ErrRow, ZH: "没有这个家庭、人员或亲属关系", EN: "no such household, person or tie"},
		fault.Text{Code: ErrValue, ZH: "数值超出范围", EN: "the value is out of range"},
		fault.Text{Code: ErrWord, ZH: "代码不在该事实的代码表中", EN: "the word is not in the list of the fact"},
		fault.Text{Code: ErrFact, ZH: "事实字典中没有此项", EN: "the dictionary has no such fact"},

		fault.Text{Code: ErrNamespace, ZH: "地方文件自设的项目、定义、参数和授权事项须带本文件的命名空间，不得重定义国家项目",
			EN: "what a local act declares itself has the namespace of the act, and never redefines what the nation declared"},
		fault.Text{Code: ErrSource, ZH: "缺少依据文件或依据等级", EN: "a source needs a document and a grade of provenance"},
		fault.Text{Code: ErrForce, ZH: "缺少施行期间，或超出文件的施行期间", EN: "the period is missing, or outside that of the act"},
		fault.Text{Code: ErrPlace, ZH: "超出文件的适用地区", EN: "outside the place of the act"},
		fault.Text{Code: ErrOverlap, ZH: "同一地区同一时间有两个：{a} 与 {b}", EN: "two for one place and time: {a} and {b}"},
		fault.Text{Code: ErrProgramme, ZH: "没有这个项目", EN: "no such programme"},
		fault.Text{Code: ErrDefinition, ZH: "没有这个定义，或者届时未施行", EN: "no such definition, or none in force throughout"},
		fault.Text{Code: ErrParam, ZH: "没有这个参数", EN: "no such parameter"},
		fault.Text{Code: ErrClause, ZH: "没有这个授权事项", EN: "no such clause"},
		fault.Text{Code: ErrFunction, ZH: "自定义函数未登记，或登记的事实不同", EN: "the function is not registered, or for other facts"},
		fault.Text{Code: ErrNode, ZH: "缺少条件，或者没有这个条件", EN: "a node is missing, or there is none of this ID"},
		fault.Text{Code: ErrField, ZH: "该类节点缺少字段，或有不应有的字段：{field}", EN: "a node of this kind lacks a field or has one too many: {field}"},
		fault.Text{Code: ErrOperator, ZH: "比较方式应有且只有一个", EN: "exactly one known operator is needed"},
		fault.Text{Code: ErrNegative, ZH: "经评估符合、一并符合不得用于否定", EN: "neither Qualifies nor Together may be negated"},
		fault.Text{Code: ErrTogether, ZH: "一并符合只能用于本项目的亲属范围之内", EN: "Together stands only among the kin of its own programme"},
		fault.Text{Code: ErrCycle, ZH: "绕行一圈又以自身为依据，须在一处断开", EN: "it rests on itself: the circle has to be broken in one place"},
		fault.Text{Code: ErrDepth, ZH: "层次过深，请简化", EN: "deeper than can be handled: make it simpler"},
		fault.Text{Code: ErrState, ZH: "录入状态应为已规定或者经查无规定，后者不得附有规则", EN: "a clause is recorded as enacted, or as none enacted and then without a rule"},
		fault.Text{Code: ErrDelegation, ZH: "该层级无权规定：{a}；授权见{b}", EN: "set at a level that may not: {a}; delegated by {b}"},
		fault.Text{Code: ErrMode, ZH: "与上级规定相抵触：{a} 与 {b}", EN: "against what a higher level set: {a} and {b}"},
		fault.Text{Code: ErrConflict, ZH: "但书相互冲突：{a} 与 {b}", EN: "two exceptions conflict: {a} and {b}"},
		fault.Text{Code: ErrQuery, ZH: "缺少日期，或周岁规则不完整", EN: "the day is missing, or the rule of ages is incomplete"},
		fault.Text{Code: ErrFictitious, ZH: "含虚构标准，须明示使用", EN: "an invented rule or value, which has to be asked for"},
		fault.Text{Code: ErrNotInForce, ZH: "该项目当日未施行", EN: "the programme is not in force on that day"},

		fault.Text{Code: ErrDictionary, ZH: "个案与规则使用不同的事实字典，个案应使用规则的字典", EN: "the case has another dictionary than the law: make it with the law's own"},
		fault.Text{Code: ErrExact, ZH: "缺项太多，无法逐一推算，请先补充一部分", EN: "too much is missing to try everything: record some of it first"},
	)
})
