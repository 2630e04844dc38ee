package facts

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package: of JSON, of values, of what contradicts itself.
const (
	ErrSize     fault.Code = "FACTS-SIZE"     // larger, deeper or longer than a household is
	ErrJSON     fault.Code = "FACTS-JSON"     // not JSON, or of another type than the field
	ErrMember   fault.Code = "FACTS-MEMBER"   // a member that does not exist
	ErrTwice    fault.Code = "FACTS-TWICE"    // given twice
	ErrMissing  fault.Code = "FACTS-MISSING"  // left out where there is no default
	ErrRef      fault.Code = "FACTS-REF"      // not a reference, or one that reads like a personal number
	ErrNobody   fault.Code = "FACTS-NOBODY"   // of somebody who is not in the list
	ErrEvidence fault.Code = "FACTS-EVIDENCE" // without a grade of evidence
	ErrValue    fault.Code = "FACTS-VALUE"    // a value that cannot be

	ErrFuture    fault.Code = "FACTS-FUTURE"    // a day that has not come
	ErrOrder     fault.Code = "FACTS-ORDER"     // ends before it begins
	ErrBirth     fault.Code = "FACTS-BIRTH"     // before the person was born
	ErrDead      fault.Code = "FACTS-DEAD"      // after the person died
	ErrID        fault.Code = "FACTS-ID"        // a number that states something else
	ErrSame      fault.Code = "FACTS-SAME"      // one person listed twice
	ErrSpouse    fault.Code = "FACTS-SPOUSE"    // more than one spouse
	ErrMarriage  fault.Code = "FACTS-MARRIAGE"  // marital status and spouses disagree
	ErrKin       fault.Code = "FACTS-KIN"       // ties that exclude each other
	ErrOlder     fault.Code = "FACTS-OLDER"     // a child who is not younger than the parent
	ErrRelation  fault.Code = "FACTS-RELATION"  // the relation to the applicant and the ties disagree
	ErrOverlap   fault.Code = "FACTS-OVERLAP"   // two records for the same time
	ErrExclusive fault.Code = "FACTS-EXCLUSIVE" // two statuses at a time that exclude each other
	ErrContrary  fault.Code = "FACTS-CONTRARY"  // two facts that exclude each other
	ErrStage     fault.Code = "FACTS-STAGE"     // a stage of schooling unusual at this age; advisory
	ErrAge       fault.Code = "FACTS-AGE"       // a fact unusual at this age, or between people of these ages; advisory

	ErrExtra     fault.Code = "FACTS-EXTRA"     // a fact or benefit that the law does not have, or that the model has a field for
	ErrJudgement fault.Code = "FACTS-JUDGEMENT" // not a fact that an official finds
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrSize, ZH: "数据超过允许的大小、层数或条数", EN: "the data are larger, deeper or longer than allowed"},
		fault.Text{Code: ErrJSON, ZH: "不是有效的JSON，或者类型与字段不符", EN: "not valid JSON, or not of the field's type"},
		fault.Text{Code: ErrMember, ZH: "有不存在的字段", EN: "there is a member that does not exist"},
		fault.Text{Code: ErrTwice, ZH: "与前面的一项重复，只能填写一次", EN: "there before: it may be given once"},
		fault.Text{Code: ErrMissing, ZH: "缺少必填内容", EN: "missing, and there is no default"},
		fault.Text{Code: ErrRef, ZH: "引用号应为1至64个字母、数字、点、连字符或下划线，且不得使用证件号码、手机号码",
			EN: "a reference is 1 to 64 letters, digits, dots, hyphens and underscores, and never a personal number"},
		fault.Text{Code: ErrNobody, ZH: "所指的人员或亲属关系不在名单中", EN: "the person or tie is not listed"},
		fault.Text{Code: ErrEvidence, ZH: "缺少证据等级，或者等级不在代码表中", EN: "the grade of evidence is missing or unknown"},
		fault.Text{Code: ErrValue, ZH: "数值不可能或超出范围", EN: "the value cannot be, or is out of range"},
		fault.Text{Code: ErrFuture, ZH: "日期尚未到来", EN: "the day has not come"},
		fault.Text{Code: ErrOrder, ZH: "结束早于开始", EN: "it ends before it begins"},
		fault.Text{Code: ErrBirth, ZH: "早于出生日期", EN: "it lies before the birth"},
		fault.Text{Code: ErrDead, ZH: "晚于死亡日期，或者与已死亡相矛盾", EN: "it lies after the death"},
		fault.Text{Code: ErrID, ZH: "证件号码所载内容与登记的事实不一致", EN: "the number states something else than is recorded"},
		fault.Text{Code: ErrSame, ZH: "同一人重复列入", EN: "the same person is listed twice"},
		fault.Text{Code: ErrSpouse, ZH: "配偶不止一人或者重复计入", EN: "there is more than one spouse"},
		fault.Text{Code: ErrMarriage, ZH: "婚姻状况与所列配偶不一致", EN: "marital status and listed spouses disagree"},
		fault.Text{Code: ErrKin, ZH: "亲属关系相互矛盾", EN: "the ties exclude each other"},
		fault.Text{Code: ErrOlder, ZH: "长幼与亲属关系不符", EN: "the births do not fit the kinship"},
		fault.Text{Code: ErrRelation, ZH: "与申请人的关系和亲属关系不一致", EN: "relation to the applicant and ties disagree"},
		fault.Text{Code: ErrOverlap, ZH: "同一时间有两条记录，可能重复", EN: "two records cover the same time"},
		fault.Text{Code: ErrExclusive, ZH: "同一时间有两种互斥的身份或待遇", EN: "two statuses that exclude each other at one time"},
		fault.Text{Code: ErrContrary, ZH: "两项事实相互矛盾", EN: "two facts exclude each other"},
		fault.Text{Code: ErrStage, ZH: "就读阶段与年龄少见，请核实", EN: "an unusual stage of schooling at this age"},
		fault.Text{Code: ErrAge, ZH: "与本人年龄或者双方年龄差不相称，请核实", EN: "unusual at this age, or at these two ages"},
		fault.Text{Code: ErrExtra, ZH: "事实字典中没有此项，或者此项应填入模型字段，或者值的类型不符",
			EN: "the dictionary has no such fact, or the model has a field for it, or its value is of another kind"},
		fault.Text{Code: ErrJudgement, ZH: "不是应由经办人员研判的事实", EN: "not a fact that an official finds"},
	)
})
