package person

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Category is a client category of a station (服务对象类别): a label under which a person is served and counted. A person may
// have several, and each has dates of its own. That somebody is labelled 低保对象 here is no finding that the family
// qualifies.
//
// The list is one in daily use, with the numbers of the platform it comes from; another place has another list, made
// with vocab.List.With or by itself.
type Category string

// The twenty categories of the safety net (兜底) and the five of universal services (适度普惠).
const (
	Dibao                      Category = "dibao"                         // 低保对象
	DibaoMarginal              Category = "dibao_marginal"                // 低保边缘对象: not 低保
	ExtremePoverty             Category = "extreme_poverty"               // 特困人员
	OtherChildInHardship       Category = "other_child_in_hardship"       // 其他困境儿童
	LeftBehindElder            Category = "left_behind_elder"             // 留守老人
	ElderWithoutFamily         Category = "elder_without_family"          // 孤寡老人
	SeverelyDisabledInHardship Category = "severely_disabled_in_hardship" // 特殊困难重度残疾人
	ElderLivingAlone           Category = "elder_living_alone"            // 独居老人
	ExpenditureHardship        Category = "expenditure_hardship"          // 支出型困难家庭
	Disabled                   Category = "disabled"                      // 残疾人, without those of number 7
	Homeless                   Category = "homeless"                      // 流浪乞讨人员
	LeftBehindChild            Category = "left_behind_child"             // 农村留守儿童
	SingleMotherInHardship     Category = "single_mother_in_hardship"     // 单身特困母亲: not 特困人员
	LeftBehindWoman            Category = "left_behind_woman"             // 农村留守妇女
	EmptyNestElder             Category = "empty_nest_elder"              // 空巢老人
	DependentElder             Category = "dependent_elder"               // 失能老人
	SeverelyDisabledElder      Category = "severely_disabled_elder"       // 重残老人
	FamilyPlanningSpecialElder Category = "family_planning_special_elder" // 计划生育特殊家庭老人
	Orphan                     Category = "orphan"                        // 孤儿
	DeFactoOrphan              Category = "de_facto_orphan"               // 事实无人抚养儿童
	ChildFamily                Category = "child_family"                  // 儿童家庭: with a child under 13
	Youth                      Category = "youth"                         // 青少年: under 18
	Elder                      Category = "elder"                         // 老年人: 60 and over
	Woman                      Category = "woman"                         // 妇女
	OtherPerson                Category = "other"                         // 其他人员
)

// CategoryLevel is the first level of the client categories (服务对象大类).
type CategoryLevel string

// The two levels.
const (
	SafetyNet CategoryLevel = "safety_net" // 1 兜底
	Universal CategoryLevel = "universal"  // 2 适度普惠
)

// CategoryLevels returns the two levels.
func CategoryLevels() vocab.List[CategoryLevel] { return levels().list }

var levels = sync.OnceValue(func() *table[CategoryLevel] {
	return newTable("服务对象大类", "level of client category", platform("人员类型"), []row[CategoryLevel]{
		{key: SafetyNet, code: "1", zh: "兜底", en: "safety net", aliases: []string{"兜底对象"}},
		{key: Universal, code: "2", zh: "适度普惠", en: "universal services", aliases: []string{"普惠"}},
	})
})

// Categories returns the 25 categories, the safety net first, in the order of their numbers. The list reads full names
// and usual short ones; for free text see [ParseCategory].
func Categories() vocab.List[Category] { return categories().list }

// A categoryTable holds what is known of the categories.
type categoryTable struct {
	list  vocab.List[Category]
	codes map[Category][2]string // level and number
	keys  map[[2]string]Category
	tags  map[Category][]Tag
}

type categoryRow struct {
	key            Category
	number, zh, en string
	tags           []Tag
	aliases        []string
}

// Level returns the first level of the category, "" of one that the list does not hold.
func (c Category) Level() CategoryLevel {
	level, _ := c.Code()
	return levels().keys[level]
}

// Code returns the two codes of the category on the platform (人员类型代码): the level, "1" or "2", and the number within
// it. Both are "" for a category that the list does not hold.
func (c Category) Code() (level, number string) {
	code := categories().codes[c]
	return code[0], code[1]
}

// CategoryByCode returns the category with this level and number (按代码取类别), for instance "1" and "12". The error is
// vocab.ErrUnknown. A number alone says nothing: 1-4 is 其他困境儿童 and 2-4 is 妇女.
func CategoryByCode(level, number string) (Category, error) {
	if c, ok := categories().keys[[2]string{level, number}]; ok {
		return c, nil
	}
	return Categories().Parse("") // the list's own way to say that it does not know
}

// Tags returns the life-situation tags that the words of the category say (类别所含标签): LeftBehindElder is TagElderly and
// TagLeftBehindElder. It is this library's reading of the names and the basis for counting by [Group]; it says nothing
// of what else is true of the person. The slice is the caller's.
func (c Category) Tags() []Tag { return slices.Clone(categories().tags[c]) }

var categories = sync.OnceValue(func() categoryTable {
	alias := func(s ...string) []string { return s }
	tags := func(t ...Tag) []Tag { return t }
	rows := [2][]categoryRow{{
		{Dibao, "1", "低保对象", "dibao recipient", tags(TagHardship),
			alias("低保", "低保户", "最低生活保障对象")},
		{DibaoMarginal, "2", "低保边缘对象", "near the dibao line", tags(TagHardship),
			alias("低保边缘", "低保边缘户", "低保边缘家庭", "最低生活保障边缘家庭", "低边", "低边户", "低边对象")},
		{ExtremePoverty, "3", "特困人员", "person in extreme hardship", tags(TagHardship),
			alias("特困", "特困对象", "特困户", "特困供养人员")},
		{OtherChildInHardship, "4", "其他困境儿童", "other child in hardship", tags(TagChild, TagHardship), nil},
		{LeftBehindElder, "5", "留守老人", "left-behind elder", tags(TagElderly, TagLeftBehindElder),
			alias("留守老年人", "农村留守老人", "农村留守老年人")},
		{ElderWithoutFamily, "6", "孤寡老人", "elder without family", tags(TagElderly),
			alias("孤寡", "孤寡老年人")},
		{SeverelyDisabledInHardship, "7", "特殊困难重度残疾人", "severely disabled person in hardship", tags(TagDisabled, TagHardship),
			alias("困难重度残疾人")},
		{ElderLivingAlone, "8", "独居老人", "elder living alone", tags(TagElderly),
			alias("独居老年人")},
		{ExpenditureHardship, "9", "支出型困难家庭", "family in hardship by expenditure", tags(TagHardship),
			alias("支出型困难", "刚性支出困难家庭", "支出型困难对象")},
		{Disabled, "10", "残疾人", "disabled person", tags(TagDisabled),
			alias("残疾人员")},
		{Homeless, "11", "流浪乞讨人员", "homeless or begging person", tags(TagHardship),
			alias("流浪乞讨", "生活无着的流浪乞讨人员")},
		{LeftBehindChild, "12", "农村留守儿童", "left-behind child", tags(TagChild, TagLeftBehindChild),
			alias("留守儿童")},
		{SingleMotherInHardship, "13", "单身特困母亲", "single mother in hardship", tags(TagHardship), nil},
		{LeftBehindWoman, "14", "农村留守妇女", "left-behind woman", tags(TagLeftBehindWoman),
			alias("留守妇女")},
		{EmptyNestElder, "15", "空巢老人", "empty-nest elder", tags(TagElderly),
			alias("空巢老年人", "空巢")},
		{DependentElder, "16", "失能老人", "dependent elder", tags(TagElderly),
			alias("失能老年人")},
		{SeverelyDisabledElder, "17", "重残老人", "severely disabled elder", tags(TagElderly, TagDisabled),
			alias("重残老年人", "重度残疾老年人")},
		{FamilyPlanningSpecialElder, "18", "计划生育特殊家庭老人", "elder of a family-planning special family", tags(TagElderly),
			alias("计生特殊家庭老人", "计划生育特殊家庭老年人")},
		{Orphan, "19", "孤儿", "orphan", tags(TagChild, TagHardship), nil},
		{DeFactoOrphan, "20", "事实无人抚养儿童", "de facto orphan", tags(TagChild, TagHardship),
			alias("事实孤儿")},
	}, {
		{ChildFamily, "1", "儿童家庭", "family with a child", tags(TagChild), nil},
		{Youth, "2", "青少年", "youth", tags(TagChild), nil},
		{Elder, "3", "老年人", "elder", tags(TagElderly), nil},
		{Woman, "4", "妇女", "woman", nil, nil},
		{OtherPerson, "6", "其他人员", "other person", nil, nil},
	}}
	t := categoryTable{codes: make(map[Category][2]string), keys: make(map[[2]string]Category), tags: make(map[Category][]Tag)}
	var entries []vocab.Entry[Category]
	for i, level := range []string{"1", "2"} {
		for _, r := range rows[i] {
			code := [2]string{level, r.number}
			t.codes[r.key], t.keys[code], t.tags[r.key] = code, r.key, r.tags
			entries = append(entries, vocab.Entry[Category]{Key: r.key, ZH: r.zh, EN: r.en, Aliases: r.aliases,
				Sources: []vocab.Source{platform("人员类型" + level + "-" + r.number)}})
		}
	}
	t.list = vocab.New("服务对象类别", "client category", entries...)
	return t
})
