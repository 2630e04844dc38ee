package person_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/vocab"
)

// categoryTable is the platform's list, typed apart from the package's.
const categoryTable = `
	1 1 低保对象 1 2 低保边缘对象 1 3 特困人员 1 4 其他困境儿童 1 5 留守老人 1 6 孤寡老人 1 7 特殊困难重度残疾人 1 8 独居老人
	1 9 支出型困难家庭 1 10 残疾人 1 11 流浪乞讨人员 1 12 农村留守儿童 1 13 单身特困母亲 1 14 农村留守妇女 1 15 空巢老人 1 16 失能老人
	1 17 重残老人 1 18 计划生育特殊家庭老人 1 19 孤儿 1 20 事实无人抚养儿童
	2 1 儿童家庭 2 2 青少年 2 3 老年人 2 4 妇女 2 6 其他人员`

func TestCategoriesAreThePlatformsList(t *testing.T) {
	var got []string
	for e := range person.Categories().All() {
		level, number := e.Key.Code()
		got = append(got, level, number, e.ZH)
		if c, err := person.CategoryByCode(level, number); c != e.Key || err != nil {
			t.Errorf("CategoryByCode(%s, %s) = %q, %v", level, number, c, err)
		}
		if want := map[string]person.CategoryLevel{"1": person.SafetyNet, "2": person.Universal}[level]; e.Key.Level() != want {
			t.Errorf("%s is of level %q", e.Key, e.Key.Level())
		}
		for _, text := range append([]string{string(e.Key), e.ZH, e.EN}, e.Aliases...) {
			if c, err := person.ParseCategory(text, known.Value[int]{}, ""); c != e.Key || err != nil {
				t.Errorf("ParseCategory(%q) = %q, %v", text, c, err)
			}
		}
	}
	if d := cmp.Diff(strings.Fields(categoryTable), got); d != "" {
		t.Error(d)
	}
	if n := person.Categories().Len(); n != 20+5 {
		t.Errorf("%d categories", n)
	}
	if n := person.CategoryLevels().Len(); n != 2 {
		t.Errorf("%d levels", n)
	}
}

func TestCategoryCodesNeedTheirLevel(t *testing.T) {
	for _, c := range [][2]string{{"1", "21"}, {"2", "5"}, {"2", "12"}, {"", "1"}, {"1", ""}, {"1", "01"}, {"3", "1"}, {"safety_net", "1"}} {
		if k, err := person.CategoryByCode(c[0], c[1]); k != "" || !errors.Is(err, vocab.ErrUnknown) {
			t.Errorf("CategoryByCode(%q, %q) = %q, %v", c[0], c[1], k, err)
		}
	}
	for _, c := range []person.Category{"", "martian"} {
		level, number := c.Code()
		if level+number != "" || c.Level() != "" || c.Tags() != nil {
			t.Errorf("%q has code %s-%s, level %q, tags %v", c, level, number, c.Level(), c.Tags())
		}
	}
}

func TestWordsInsideWordsAreNotCategories(t *testing.T) {
	var unknown known.Value[int]
	for text, want := range map[string]person.Category{
		"低保": person.Dibao, "低保户": person.Dibao, "低保边缘": person.DibaoMarginal, "低保边缘家庭": person.DibaoMarginal, "低边户": person.DibaoMarginal,
		"特困": person.ExtremePoverty, "单身特困母亲": person.SingleMotherInHardship, "残疾人": person.Disabled,
		"特殊困难重度残疾人": person.SeverelyDisabledInHardship, "重残老人": person.SeverelyDisabledElder,
		"留守老人": person.LeftBehindElder, "留守妇女": person.LeftBehindWoman, "留守儿童": person.LeftBehindChild,
		"其他困境儿童": person.OtherChildInHardship, "孤儿": person.Orphan, "孤寡老人": person.ElderWithoutFamily,
		"刚性支出困难家庭": person.ExpenditureHardship, "老年人": person.Elder,
	} {
		if got, err := person.ParseCategory(text, unknown, ""); got != want || err != nil {
			t.Errorf("%s = %q, %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"", "非低保", "已退出低保", "低保 ", " 低保", "低 保", "申请低保", "特困母亲", "老人", "困难", "低保特困", "留守男童", "一般户"} {
		if got, err := person.ParseCategory(text, unknown, ""); got != "" || !errors.Is(err, vocab.ErrUnknown) {
			t.Errorf("%q = %q, %v", text, got, err)
		}
	}
}

func TestLeftBehindNeedsAgeAndSex(t *testing.T) {
	const ambiguous, none = person.ErrAmbiguous, person.ErrNoCategory
	for _, c := range []struct {
		age  int // -1 for unknown
		sex  person.Sex
		want person.Category
		err  error
	}{
		{-1, "", "", ambiguous}, {-1, person.Female, "", ambiguous}, {-1, person.Male, "", ambiguous},
		{0, "", person.LeftBehindChild, nil}, {7, person.Male, person.LeftBehindChild, nil},
		{15, person.Female, person.LeftBehindChild, nil}, // a girl is no 留守妇女
		{16, person.Female, "", ambiguous}, {17, person.Male, "", ambiguous}, {16, "", "", ambiguous},
		{18, person.Female, person.LeftBehindWoman, nil}, {59, person.Female, person.LeftBehindWoman, nil},
		{18, person.Male, "", none}, {59, person.Male, "", none},
		{30, "", "", ambiguous}, {30, person.SexUnknown, "", ambiguous}, {30, person.SexUnstated, "", ambiguous},
		{60, "", person.LeftBehindElder, nil}, {60, person.Female, person.LeftBehindElder, nil}, {101, person.Male, person.LeftBehindElder, nil},
	} {
		age := known.Of(c.age)
		if c.age < 0 {
			age = known.Value[int]{}
		}
		for _, text := range []string{"留守", "留守人员", "三留守", "三留守人员"} {
			if got, err := person.ParseCategory(text, age, c.sex); got != c.want || !errors.Is(err, c.err) {
				t.Errorf("%s, %d, %q = %q, %v, want %q, %v", text, c.age, c.sex, got, err, c.want, c.err)
			}
		}
	}
	if _, err := person.ParseCategory("留守", known.Of(-5), person.Female); !errors.Is(err, ambiguous) {
		t.Errorf("a negative age: %v", err)
	}
}

func TestWordsForSeveralCategoriesAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"困境儿童":  "可指其他困境儿童、孤儿、事实无人抚养儿童，请写明是哪一类",
		"重度残疾人": "可指特殊困难重度残疾人、重残老人、残疾人，请写明是哪一类",
		"留守":    "可指留守老人、农村留守儿童、农村留守妇女，请写明是哪一类",
	} {
		_, err := person.ParseCategory(text, known.Value[int]{}, "")
		if l := fault.Of(err); len(l) != 1 || l[0].Message(language.Chinese) != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	_, err := person.ParseCategory("困境未成年人", known.Of(9), person.Male)
	want := "may mean any of: other child in hardship, orphan, de facto orphan; say which [PERSON-AMBIGUOUS]"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestParseCategories(t *testing.T) {
	for text, want := range map[string][]person.Category{
		"":              nil,
		"低保":            {person.Dibao},
		"低保边缘、单身特困母亲":   {person.DibaoMarginal, person.SingleMotherInHardship},
		"残疾人，独居老人;留守":   {person.Disabled, person.ElderLivingAlone, person.LeftBehindElder},
		"低保/低保户\ndibao": {person.Dibao},
		"孤寡老人；留守老人,三留守人员": {person.ElderWithoutFamily, person.LeftBehindElder},
	} {
		got, err := person.ParseCategories(text, known.Of(64), "")
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("%q: %v %s", text, err, d)
		}
	}
	for text, want := range map[string][]string{
		"非低保":     {"[0] VOCAB-UNKNOWN"},
		"低保、":     {"[1] VOCAB-UNKNOWN"},
		"、":       {"[0] VOCAB-UNKNOWN", "[1] VOCAB-UNKNOWN"},
		"低保， 残疾人": {"[1] VOCAB-UNKNOWN"},
		"低保、困境儿童、留守、贫困户": {"[1] PERSON-AMBIGUOUS", "[2] PERSON-NO-CATEGORY", "[3] VOCAB-UNKNOWN"},
	} {
		got, err := person.ParseCategories(text, known.Of(40), person.Male)
		var problems []string
		for _, f := range fault.Of(err) {
			problems = append(problems, f.Path()+" "+string(f.Code()))
		}
		if d := cmp.Diff(want, problems); d != "" || got != nil {
			t.Errorf("%q: %v %s", text, got, d)
		}
	}
}

func TestTagsOfCategories(t *testing.T) {
	counts := map[person.Tag]int{}
	for e := range person.Categories().All() {
		for _, tag := range e.Key.Tags() {
			counts[tag]++
			if !person.Tags().Known(tag) {
				t.Errorf("%s has an unknown tag %q", e.Key, tag)
			}
		}
		// The words themselves are the oracle.
		for word, tag := range map[string]person.Tag{"老": person.TagElderly, "童": person.TagChild, "残": person.TagDisabled,
			"困": person.TagHardship, "低保": person.TagHardship} {
			if strings.Contains(e.ZH, word) && !slices.Contains(e.Key.Tags(), tag) {
				t.Errorf("%s says %s and lacks %s", e.ZH, word, tag)
			}
		}
	}
	want := map[person.Tag]int{person.TagElderly: 8, person.TagChild: 6, person.TagDisabled: 3, person.TagHardship: 10,
		person.TagLeftBehindElder: 1, person.TagLeftBehindWoman: 1, person.TagLeftBehindChild: 1}
	if d := cmp.Diff(want, counts); d != "" {
		t.Error(d)
	}
	tags := person.LeftBehindElder.Tags()
	tags[0] = "changed"
	if person.LeftBehindElder.Tags()[0] != person.TagElderly {
		t.Error("a caller changed the table")
	}
}

func TestGroups(t *testing.T) {
	got := map[string][]person.Tag{}
	for e := range person.Groups().All() {
		got[e.ZH] = e.Key.Tags()
		for _, tag := range e.Key.Tags() {
			if !person.Tags().Known(tag) {
				t.Errorf("%s holds an unknown tag %q", e.Key, tag)
			}
		}
	}
	want := map[string][]person.Tag{
		"三留守":  {person.TagLeftBehindElder, person.TagLeftBehindWoman, person.TagLeftBehindChild},
		"一老一小": {person.TagElderly, person.TagChild},
		"一残一困": {person.TagDisabled, person.TagHardship},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if person.Group("everybody").Tags() != nil || person.Group("").Tags() != nil {
		t.Error("an unknown group has members")
	}
	if person.Tags().Len() != 7 {
		t.Errorf("%d tags", person.Tags().Len())
	}
}

// discreet reports whether the text of the error is one of the few fixed ones, so that it cannot carry input.
func discreet(err error) bool {
	fixed := map[string]bool{
		"not a known client category": true, "there is no left-behind category for a man between 18 and 59": true,
		"may mean any of: other child in hardship, orphan, de facto orphan; say which":                               true,
		"may mean any of: left-behind elder, left-behind child, left-behind woman; say which":                        true,
		"may mean any of: severely disabled person in hardship, severely disabled elder, disabled person; say which": true,
	}
	for text := range vocab.Faults().All() {
		fixed[text.EN] = true
	}
	for i, f := range fault.Of(err) {
		if !fixed[f.Message(language.English)] || f.Path() != "" && len(f.Path()) > len(fmt.Sprint(i))+8 {
			return false
		}
	}
	return true
}

func FuzzParseCategories(f *testing.F) {
	for _, text := range []string{"", "低保", "低保、低保边缘", "留守；残疾人", "困境儿童/孤儿", "非低保,重残", "、、", "\xff、低保"} {
		f.Add(text, 64, "female")
		f.Add(text, 17, "")
		f.Add(text, -1, "male")
	}
	f.Fuzz(func(t *testing.T, text string, years int, sex string) {
		age := known.Of(years)
		got, err := person.ParseCategories(text, age, person.Sex(sex))
		if !discreet(err) || err != nil && got != nil {
			t.Errorf("%q: %v, %v", text, got, err)
		}
		var rest []string
		for i, c := range got {
			if !person.Categories().Known(c) || slices.Contains(got[:i], c) {
				t.Errorf("%q: %v", text, got)
			}
			rest = append(rest, person.Categories().Name(c, language.Chinese))
		}
		again, err := person.ParseCategories(strings.Join(rest, "、"), age, person.Sex(sex))
		if d := cmp.Diff(got, again); d != "" || err != nil {
			t.Errorf("%q: its own names read as %v, %v", text, again, err)
		}
		one, err := person.ParseCategory(text, age, person.Sex(sex))
		if err == nil && !cmp.Equal(got, []person.Category{one}) || err != nil && one != "" || !discreet(err) {
			t.Errorf("%q: one is %q, %v; several are %v", text, one, err, got)
		}
	})
}

// FuzzByCode reads any text as a code of every list.
func FuzzByCode(f *testing.F) {
	for _, code := range []string{"", "0", "1", "9", "01", "10", "56", "98", "99", "３", "widowed", "1 ", "-1"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		canonical(t, person.Sexes(), code)
		canonical(t, person.Marriages(), code)
		canonical(t, person.EthnicGroups(), code)
		canonical(t, person.Relations(), code)
		canonical(t, person.Residences(), code)
		canonical(t, person.Housings(), code)
		for _, level := range []string{"1", "2", code} {
			c, err := person.CategoryByCode(level, code)
			if l, n := c.Code(); err == nil && (l != level || n != code) || err != nil && c != "" {
				t.Errorf("category %q-%q = %q, %v", level, code, c, err)
			}
		}
	})
}

// canonical: what is read as a code has a code that reads as the same, and the list reads it too.
func canonical[K person.Coded](t *testing.T, l vocab.List[K], code string) {
	t.Helper()
	k, err := person.ByCode[K](code)
	if err != nil {
		// Whatever was refused, the text is the same: it cannot hold the input.
		_, other := person.ByCode[K]("no such code")
		if k != "" || !errors.Is(err, vocab.ErrUnknown) || err.Error() != other.Error() {
			t.Errorf("%q = %q, %v", code, k, err)
		}
		return
	}
	again, err := person.ByCode[K](person.Code(k))
	parsed, perr := l.Parse(code)
	if again != k || err != nil || parsed != k || perr != nil || !strings.HasPrefix(person.Code(k), code) {
		t.Errorf("%q = %q, code %q reads as %q, the list reads %q", code, k, person.Code(k), again, parsed)
	}
}
