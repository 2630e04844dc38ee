package person

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
)

// ParseCategory reads one client category as it is written in rosters (识别服务对象类别). The text must be a whole name, short
// name or key of [Categories]; nothing is looked for inside it, because 低保边缘 contains 低保, 单身特困母亲 contains 特困, and 非低保
// is none of them.
//
// 留守 without more needs the person: under 16 is a child, 60 and over an elder, from 18 to 59 a woman; pass what is
// known and nothing else. At 16 and 17 the national definition of the child has ended and no other has begun. Words
// that always cover several categories (困境儿童, 重度残疾人) are refused whatever is known of the person.
//
// Errors: [ErrAmbiguous], naming the categories the word may mean; [ErrNoCategory] where 留守 can mean none of them;
// vocab.ErrUnknown and vocab.ErrInvisible of the list. A negative age is an unknown one.
func ParseCategory(text string, age known.Value[int], sex Sex) (Category, error) {
	switch text {
	case "留守", "留守人员", "三留守", "三留守人员":
		return leftBehind(age, sex)
	case "困境儿童", "困境未成年人":
		return "", ambiguous(OtherChildInHardship, Orphan, DeFactoOrphan)
	case "重度残疾人", "重度残疾", "重残", "重残人员":
		return "", ambiguous(SeverelyDisabledInHardship, SeverelyDisabledElder, Disabled)
	}
	return Categories().Parse(text)
}

// ParseCategories reads a cell that holds several categories, separated by 、 ， , ； ; / or a new line, each as
// [ParseCategory] does. One that is written twice is returned once; an empty text is no category. The error is a
// fault.List with every part that was not read, at its place ("[1]"), and then no category is returned.
func ParseCategories(text string, age known.Value[int], sex Sex) ([]Category, error) {
	if text == "" {
		return nil, nil
	}
	var found []Category
	var l fault.List
	for i, part := range strings.Split(strings.Map(separator, text), "、") {
		c, err := ParseCategory(part, age, sex)
		l.Add(fault.Index("", i), err)
		if err == nil && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// separator makes one mark of all that stand between categories.
func separator(r rune) rune {
	if strings.ContainsRune("，,；;/\n", r) {
		return '、'
	}
	return r
}

func leftBehind(age known.Value[int], sex Sex) (Category, error) {
	years, ok := age.Get()
	switch {
	case !ok || years < 0:
	case years < 16:
		return LeftBehindChild, nil
	case years >= 60:
		return LeftBehindElder, nil
	case years >= 18 && sex == Female:
		return LeftBehindWoman, nil
	case years >= 18 && sex == Male:
		return "", catalogue().New(ErrNoCategory)
	}
	return "", ambiguous(LeftBehindElder, LeftBehindChild, LeftBehindWoman)
}

// ambiguous names the categories that a word may mean.
func ambiguous(may ...Category) error {
	var zh, en []string
	for _, c := range may {
		e, _ := Categories().Lookup(c)
		zh, en = append(zh, e.ZH), append(en, e.EN)
	}
	return catalogue().New(ErrAmbiguous, "zh", strings.Join(zh, "、"), "en", strings.Join(en, ", "))
}
