package eligibility_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// listed is what a list says: title, number of words, first and last.
func listed[K ~string](l vocab.List[K]) (title string, n int, first, last string) {
	for e := range l.All() {
		if n == 0 {
			first = string(e.Key)
		}
		last, n = string(e.Key), n+1
	}
	return l.Title(language.Chinese), n, first, last
}

func TestListsKeepTheOrderOfTheirConstants(t *testing.T) {
	type got struct {
		title       string
		n           int
		first, last string
	}
	of := func(title string, n int, first, last string) got { return got{title, n, first, last} }
	for _, k := range []struct{ got, want got }{
		{of(listed(eligibility.Scopes())), got{"对象", 3, "household", "tie"}},
		{of(listed(eligibility.FactKinds())), got{"事实类型", 6, "bool", "pairs"}},
		{of(listed(eligibility.Kinds())), got{"节点类型", 23, "all", "const"}},
		{of(listed(eligibility.Groups())), got{"范围", 2, "members", "kin"}},
		{of(listed(eligibility.Units())), got{"时间单位", 3, "days", "years"}},
		{of(listed(eligibility.OperandKinds())), got{"比较对象类型", 6, "number", "members"}},
		{of(listed(eligibility.Areas())), got{"城乡", 2, "urban", "rural"}},
		{of(listed(eligibility.ParamKinds())), got{"参数类型", 5, "money", "rounding"}},
		{of(listed(eligibility.Modes())), got{"授权方式", 4, "override", "fixed"}},
		{of(listed(eligibility.AmountPeriods())), got{"计量周期", 2, "month", "year"}},
		{of(listed(eligibility.StepModes())), got{"取整方向", 3, "up", "nearest"}},
		{of(listed(eligibility.ClauseStates())), got{"录入状态", 2, "enacted", "none"}},
		{of(listed(eligibility.PayKinds())), got{"计发方式", 2, "fixed", "gap"}},
		{of(listed(eligibility.StackingRules())), got{"并享规则", 6, "together", "choose_or_difference"}},
		{of(listed(eligibility.Bases())), got{"计日方式", 4, "working", "months"}},
		{of(listed(eligibility.NeedKinds())), got{"缺项类型", 4, "fact", "clause"}},
		{of(listed(eligibility.CaveatKinds())), got{"提示类型", 5, "clause_not_recorded", "note"}},
		{of(listed(eligibility.Results())), got{"初步研判结果", 5, "eligible", "need_discretion"}},
		{of(listed(eligibility.EngineFacts())), got{"评估自用事实", 3, "household.area", "person.kin_complete"}},
		{of(listed(eligibility.EngineDefinitions())), got{"评估自用定义", 1, "member", "member"}},
	} {
		if k.got != k.want {
			t.Errorf("got %v, want %v", k.got, k.want)
		}
	}
}

// What is not recorded is no word of a list, so no form offers it as a choice.
func TestNotRecordedIsNoWord(t *testing.T) {
	if eligibility.ClauseStates().Known(eligibility.NotRecorded) {
		t.Error("NotRecorded is a word")
	}
}
