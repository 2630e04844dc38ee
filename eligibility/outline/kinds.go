package outline

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/vocab"
)

// Roles lists the roles of rows.
func Roles() vocab.List[Role] { return roles() }

var roles = sync.OnceValue(func() vocab.List[Role] {
	type entry = vocab.Entry[Role]
	return vocab.New("层次关系", "roles of rows",
		entry{Key: RoleWhere, ZH: "范围", EN: "among whom"},
		entry{Key: RoleRule, ZH: "一般规则", EN: "rule"},
		entry{Key: RoleCase, ZH: "但书", EN: "exception"},
		entry{Key: RoleWhen, ZH: "适用情形", EN: "when"},
		entry{Key: RoleThen, ZH: "则", EN: "then"},
		entry{Key: RoleEach, ZH: "按人", EN: "for each member"},
		entry{Key: RoleFill, ZH: "本地规定", EN: "local rule"},
		entry{Key: RolePay, ZH: "计发", EN: "part of the amount"},
	)
})

// ChangeKinds lists the kinds of change.
func ChangeKinds() vocab.List[ChangeKind] { return changeKinds() }

var changeKinds = sync.OnceValue(func() vocab.List[ChangeKind] {
	type entry = vocab.Entry[ChangeKind]
	return vocab.New("变更方式", "kinds of change",
		entry{Key: Added, ZH: "新增", EN: "added"},
		entry{Key: Removed, ZH: "删除", EN: "removed"},
		entry{Key: Changed, ZH: "修改", EN: "changed"},
	)
})

// Subjects lists what can change, in the order in which Diff tells it.
func Subjects() vocab.List[Subject] { return subjects() }

var subjects = sync.OnceValue(func() vocab.List[Subject] {
	type entry = vocab.Entry[Subject]
	return vocab.New("变更对象", "subjects of change",
		entry{Key: OfDocument, ZH: "文件", EN: "document"},
		entry{Key: OfProgramme, ZH: "项目", EN: "programme"},
		entry{Key: OfDefinition, ZH: "定义", EN: "definition"},
		entry{Key: OfCriterion, ZH: "条件", EN: "criterion"},
		entry{Key: OfValue, ZH: "参数值", EN: "value"},
		entry{Key: OfClause, ZH: "授权事项", EN: "clause"},
		entry{Key: OfStacking, ZH: "并享规则", EN: "stacking"},
		entry{Key: OfDeadline, ZH: "办理时限", EN: "time limit"},
	)
})

// zh is the Chinese name of a key, "" for the empty one.
func zh[K ~string](l vocab.List[K], k K) string { return l.Name(k, language.Chinese) }
