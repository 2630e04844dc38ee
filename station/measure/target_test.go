package measure_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// bilingual reports keys without a Chinese name in Chinese characters or an English one in letters.
func bilingual[K ~string](t *testing.T, l vocab.List[K], want int) {
	t.Helper()
	if l.Len() != want {
		t.Errorf("%s: %d entries, want %d", l.Title(language.English), l.Len(), want)
	}
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	latin := func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }
	for e := range l.All() {
		zh, en := l.Name(e.Key, language.Chinese), l.Name(e.Key, language.English)
		if !strings.ContainsFunc(zh, han) || !strings.ContainsFunc(en, latin) || strings.ContainsFunc(en, han) {
			t.Errorf("%s is called %q and %q", e.Key, zh, en)
		}
		for _, text := range append(e.Aliases, string(e.Key), zh, en) {
			if k, err := l.Parse(text); k != e.Key || err != nil {
				t.Errorf("%q reads %q, %v", text, k, err)
			}
		}
	}
}

func TestEveryKeyHasTwoNames(t *testing.T) {
	bilingual(t, measure.Bases(), 18)
	bilingual(t, measure.Words(), 21)
	bilingual(t, measure.Comparators(), 5)
}

func TestWhichBasesAdd(t *testing.T) {
	var adds []measure.Basis
	for e := range measure.Bases().All() {
		if e.Key.Additive() {
			adds = append(adds, e.Key)
		}
	}
	want := []measure.Basis{measure.PersonTimes, measure.HouseholdTimes, measure.Sessions, measure.Events,
		measure.Occasions, measure.Posts, measure.Items, measure.Copies, measure.Hours, measure.Yuan}
	if d := cmp.Diff(want, adds); d != "" {
		t.Error(d)
	}
	for _, b := range []measure.Basis{"", "sheep"} {
		if b.Additive() || b.Word() != "" || b.Words() != nil {
			t.Errorf("%q is known", b)
		}
	}
}

func TestWordsAreOnlyPresentation(t *testing.T) {
	for text, c := range map[string]struct { // from published reports
		basis measure.Basis
		word  measure.Word
	}{
		"岗位近950个": {measure.Posts, "个"}, "服务总人数超15万人": {measure.Persons, "人"},
		"个案服务1600余个": {measure.Cases, "个"},
		"社区活动300余个":  {measure.Events, "个"}, "社区活动25场": {measure.Events, "场"}, "社区社会组织269家": {measure.Organisations, "家"},
		"队伍513支": {measure.Teams, "支"}, "走访1633人次": {measure.PersonTimes, "人次"},
		"14名社工":  {measure.Persons, "名"},
		"612个乡镇": {measure.Places, "个"}, "资源5万多元": {measure.Yuan, "元"}, "265户": {measure.Households, "户"},
		"宣传15次": {measure.Occasions, "次"},
		"小组15节": {measure.Sessions, "节"}, "小组3个": {measure.Groups, "个"}, "9100余份": {measure.Copies, "份"},
		"64岁":  {measure.Age, "岁"},
		"证书2张": {measure.Items, "张"}, "登记3对": {measure.Items, "对"}, "志愿服务8小时": {measure.Hours, "小时"},
	} {
		if !c.word.Prints(c.basis) || !slices.Contains(c.basis.Words(), c.word) {
			t.Errorf("%s: %s does not print %s", text, c.word, c.basis)
		}
	}
	for _, c := range []struct {
		word  measure.Word
		basis measure.Basis
	}{
		{"人", measure.PersonTimes}, {"人次", measure.Persons}, {"元", measure.Items}, {"户", measure.Persons},
		{"", measure.Persons}, {"个", ""},
	} {
		if c.word.Prints(c.basis) {
			t.Errorf("%q prints %q", c.word, c.basis)
		}
	}
	used := make(map[measure.Word]bool)
	for e := range measure.Bases().All() {
		if e.Key.Word() == "" || e.Key.Words()[0] != e.Key.Word() {
			t.Errorf("%s has no usual word", e.Key)
		}
		for i, w := range e.Key.Words() {
			if used[w] = true; !measure.Words().Known(w) || slices.Contains(e.Key.Words()[:i], w) {
				t.Errorf("%s: %q is unknown or stands twice", e.Key, w)
			}
		}
	}
	for e := range measure.Words().All() {
		if !used[e.Key] || string(e.Key) != e.ZH {
			t.Errorf("%q prints nothing or is not its own name", e.Key)
		}
	}
	measure.Persons.Words()[0] = "头"
	if measure.Persons.Word() != measure.WordRen {
		t.Error("a caller changed the words")
	}
}

// Article 1259 of the Civil Code: 以上, 以下, 以内 include the number, 不满, 超过, 以外 exclude it.
func TestComparators(t *testing.T) {
	for _, c := range []struct {
		text                string
		below, equal, above bool
	}{
		{"以上", false, true, true}, {"不少于", false, true, true}, {"≥", false, true, true},
		{"以下", true, true, false}, {"以内", true, true, false}, {"不超过", true, true, false},
		{"超过", false, false, true}, {"以外", false, false, true},
		{"不满", true, false, false}, {"少于", true, false, false},
		{"等于", false, true, false},
	} {
		k, err := measure.Comparators().Parse(c.text)
		if err != nil {
			t.Fatal(c.text, err)
		}
		for order, want := range map[int]bool{-1: c.below, 0: c.equal, 1: c.above} {
			if got, err := k.Holds(order); got != want || err != nil {
				t.Errorf("%s at %d: %v, %v", c.text, order, got, err)
			}
		}
	}
	if ok, err := measure.Comparator("").Holds(0); ok || code(err) != measure.ErrRequired {
		t.Error(ok, err)
	}
	if ok, err := measure.Comparator("about").Holds(0); ok || code(err) != vocab.ErrUnknown {
		t.Error(ok, err)
	}
}

func target(c measure.Comparator, value string, b measure.Basis) measure.Target {
	return measure.Target{Comparator: c, Value: quantity(value), Basis: b}
}

// The contract of one township for a year and what was done, as published.
func TestCompletionOfAContract(t *testing.T) {
	for _, c := range []struct {
		name           string
		target         measure.Target
		done           string
		met            bool
		exact, percent string
	}{
		{"个案", target(measure.AtLeast, "4", measure.Cases), "4", true, "1", "100"},
		{"个案人次", target(measure.AtLeast, "20", measure.PersonTimes), "20", true, "1", "100"},
		{"小组节次", target(measure.AtLeast, "15", measure.Sessions), "14", false, "14/15", "93.3"},
		{"活动", target(measure.AtLeast, "12", measure.Events), "12", true, "1", "100"},
		{"走访", target(measure.AtLeast, "700", measure.PersonTimes), "774", true, "387/350", "110.5"},
		{"宣传", target(measure.MoreThan, "12", measure.Occasions), "12", false, "1", "100"},
		{"示范点", target(measure.Exactly, "1", measure.Places), "1", true, "1", "100"},
		{"工时", target(measure.AtLeast, "7.5", measure.Hours), "2.5", false, "1/3", "33.3"},
	} {
		if err := c.target.Validate(); err != nil {
			t.Error(c.name, err)
		}
		met, err := c.target.Met(quantity(c.done))
		if met != c.met || err != nil {
			t.Errorf("%s: met %v, %v", c.name, met, err)
		}
		completion, err := c.target.Completion(quantity(c.done))
		if err != nil || completion.String() != c.exact {
			t.Errorf("%s: %v, %v, want %s", c.name, completion, err, c.exact)
		}
		if p, err := completion.Percent(1, money.Truncate); err != nil || p.String() != c.percent {
			t.Errorf("%s: %v %%, %v", c.name, p, err)
		}
	}
}

func TestCompletionRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		target measure.Target
		want   fault.Code
	}{
		"zero target": {target(measure.AtLeast, "0", measure.Cases), measure.ErrZeroBase},
		"at most":     {target(measure.AtMost, "10", measure.Yuan), measure.ErrCompletion},
		"less than":   {target(measure.LessThan, "10", measure.Yuan), measure.ErrCompletion},
		"nothing":     {measure.Target{}, measure.ErrRequired},
		"unknown":     {target("about", "10", ""), vocab.ErrUnknown},
	} {
		if r, err := c.target.Completion(measure.Int(5)); code(err) != c.want || r != (measure.Ratio{}) {
			t.Errorf("%s: %v, %v", name, r, err)
		}
	}
	if met, err := target(measure.AtMost, "10", measure.Yuan).Met(measure.Int(10)); !met || err != nil {
		t.Error(met, err)
	}
	if met, err := (measure.Target{}).Met(measure.Int(10)); met || code(err) != measure.ErrRequired {
		t.Error(met, err)
	}
}

func TestTargetValidateReportsEverything(t *testing.T) {
	for text, want := range map[string][]string{
		`{"comparator":"at_least","value":"700","basis":"person_times"}`: nil,
		`{"comparator":"at_most","value":"0","basis":"cases"}`:           nil,
		`{"value":"0"}`: {"comparator MEASURE-REQUIRED", "basis MEASURE-REQUIRED"},
		`{"comparator":"about","value":"-1","basis":"sheep"}`: {
			"comparator VOCAB-UNKNOWN", "value MEASURE-NEGATIVE", "basis VOCAB-UNKNOWN"},
	} {
		var target measure.Target
		if err := json.Unmarshal([]byte(text), &target); err != nil {
			t.Fatal(text, err)
		}
		var got []string
		err := target.Validate()
		for _, f := range fault.Of(err) {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if d := cmp.Diff(want, got); d != "" || (err == nil) != (want == nil) {
			t.Errorf("%s: %s", text, d)
		}
		back, err := json.Marshal(target)
		var again measure.Target
		if err != nil || json.Unmarshal(back, &again) != nil || again != target {
			t.Errorf("%s came back as %s, %v", text, back, err)
		}
	}
}

func TestBareValidator(t *testing.T) {
	type plan struct {
		Targets []measure.Target `validate:"dive"`
		Share   measure.Ratio    `validate:"gte=0"`
		Hours   measure.Quantity `validate:"gt=0"`
	}
	good := plan{[]measure.Target{{Comparator: measure.AtLeast, Basis: measure.Cases}}, ratio("1/3"), quantity("0.001")}
	bad := plan{[]measure.Target{{}, target(measure.AtMost, "-0.5", "x")}, ratio("-1/3"), measure.Quantity{}}
	for mode, v := range map[string]*validator.Validate{
		"plain": validator.New(), "required structs": validator.New(validator.WithRequiredStructEnabled()),
	} {
		if err := v.Struct(good); err != nil {
			t.Errorf("%s: %v", mode, err)
		}
		var errs validator.ValidationErrors
		errors.As(v.Struct(bad), &errs)
		var got []string
		for _, e := range errs {
			got = append(got, e.Namespace()+" "+e.Tag())
		}
		want := []string{"plan.Targets[0].Comparator required", "plan.Targets[0].Basis required",
			"plan.Targets[1].Value gte", "plan.Share gte", "plan.Hours gt"}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", mode, d)
		}
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	want := []fault.Code{measure.ErrQuantity, measure.ErrRatio, measure.ErrEmpty, measure.ErrRange, measure.ErrInexact,
		measure.ErrZeroBase, measure.ErrPlaces, measure.ErrNull, measure.ErrType, measure.ErrRounding,
		measure.ErrRequired, measure.ErrNegative, measure.ErrCompletion}
	var got []fault.Code
	for text := range measure.Faults().All() {
		got = append(got, text.Code)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func ExampleTarget() {
	visits := measure.Target{Comparator: measure.AtLeast, Value: measure.Int(700), Basis: measure.PersonTimes}
	done := measure.Int(774)

	met, _ := visits.Met(done)
	completion, _ := visits.Completion(done)
	percent, _ := completion.Percent(1, money.Truncate)
	fmt.Printf("走访%s%v%s：完成%v%s，达标%v，完成率%v%%\n",
		measure.Comparators().Name(visits.Comparator, language.Chinese), visits.Value, visits.Basis.Word(),
		done, visits.Basis.Word(), met, percent)
	// Output: 走访不少于700人次：完成774人次，达标true，完成率110.5%
}

func ExampleBasis_Additive() {
	for _, b := range []measure.Basis{measure.Persons, measure.PersonTimes} {
		fmt.Println(measure.Bases().Name(b, language.Chinese), b.Word(), b.Additive())
	}
	// Output:
	// 人数 人 false
	// 人次 人次 true
}

func ExampleQuantity() {
	hours := measure.MustParseQuantity("2.50")
	more, err := hours.Add(measure.Int(3))
	fmt.Println(hours, more, err)
	_, err = measure.ParseQuantity("2.5001")
	fmt.Println(err)
	// Output:
	// 2.5 5.5 <nil>
	// a quantity has at most three decimals [MEASURE-INEXACT]
}
