package lawcases

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Where a number is tested.
const (
	here     = "examples/lawcases"
	nation   = "eligibility/national"
	places   = "eligibility/local"
	calendar = "station/cal"
)

// A row of the register: what a number is about, and the tests that hold it, each as folder and function.
type row struct {
	number, about string
	tests         []string
}

// at names a test.
func at(folder, function string) string { return folder + " " + function }

func register() []row {
	law := at(nation, "TestCasesOfLaw")
	welfare := at(nation, "TestWelfareCases")
	limits := at(nation, "TestDeadlines")
	return []row{
		{"T01", "a widower and his paralysed daughter, each other's only kin: both destitute", []string{law}},
		{"T02", "the same without a disability certificate: asked for, not refused", []string{law, at(here, "TestActs")}},
		{"T03", "the daughter has an able husband: she is not, her father is", []string{law}},
		{"T03b", "whether she is married is not known", []string{law}},
		{"T04", "the father finds work: he leaves, she has to, and the ways out", []string{law}},
		{"T05", "sixty on the very day", []string{law}},
		{"T06", "sixteen and eighteen of somebody born on 29 February", []string{law}},
		{"T07", "seventeen, without anybody: for an official to find", []string{law}},
		{"T08", "eighteen, at senior high school or at college", []string{law}},
		{"T09", "which kinds and grades of disability count for 特困", []string{law}},
		{"T10", "an only obligor of 72 below the average income, and at it", []string{law}},
		{"T11", "an only obligor of 65 on the margin is able", []string{law}},
		{"T12", "an only obligor in prison, whose property fits or does not", []string{law}},
		{"T13", "a younger brother whom the applicant raised, or did not", []string{law}},
		{"T14", "income at the very standard", []string{law}},
		{"T15", "none, three and four indicators of self-care fail", []string{law}},
		{"T16", "a gap of two yuan, not three", []string{law}},
		{"T17", "an undergraduate son is a member, a master student is not", []string{law}},
		{"T18", "a son in prison is not, a mother-in-law of the house is", []string{law}},
		{"T19", "what is no income", []string{law}},
		{"T20", "the central base pension to the end of 2025 and after", []string{law, at(nation, "TestCaveats")}},
		{"T21", "at 1.5 times the standard, by the nation and in Zhejiang", []string{law, at(here, "TestAssistance")}},
		{"T22", "alone in a marginal household: mental three, limb three", []string{law}},
		{"T23", "one member severely disabled: the whole household is taken in", []string{law}},
		{"T24", "gradual exit: the first, the sixth and the seventh month", []string{law}},
		{"T25", "three refusals of work in a row", []string{law}},
		{"T26", "rigid spending above and at the ratio, and who is left out", []string{law, at(here, "TestAssistance")}},
		{"T27", "a mother dead, a father in prison, out of contact or disabled", []string{welfare}},
		{"T28", "a foreign father deported, a mother without guardianship", []string{welfare}},
		{"T29", "both parents dead: an orphan", []string{welfare}},
		{"T30", "a disabled child on the full child benefit", []string{welfare}},
		{"T31", "a destitute man of 82 with a disability", []string{welfare, at(here, "TestAssistance")}},
		{"T32", "a couple of 61: each by the other", []string{law, at(nation, "TestCaveats")}},
		{"T33", "a stranger's fire in 2015 and in 2026", []string{welfare}},
		{"T34", "left-behind children", []string{welfare}},
		{"T35", "identity numbers and a certificate number", []string{at(here, "TestNumbers")}},
		{"T36", "fifteen working days over National Day", []string{at(here, "TestLimits"), limits, at(calendar, "TestTermsInWorkingDays")}},

		{"L01", "Fujian: sight two, and six yearly standards", []string{at(here, "TestSightTwoInFujian"), at(places, "TestL01FujianAddsSightTwoAndLimitsMoney")}},
		{"L02", "Fujian: a boy of imprisoned parents, with a grandmother", []string{at(here, "TestBoyOfImprisonedParents"), at(here, "TestLimits")}},
		{"L03", "Guizhou: seventeen, on his wages or without work", []string{at(here, "TestSeventeenInGuizhou")}},
		{"L04", "Ningxia: supported on at university", []string{at(here, "TestStudentAfterEighteen"), at(places, "TestL04NingxiaGoesOnAtUniversity")}},
		{"L05", "Guangdong: a marginal or studying son, and the end of a trial measure", []string{at(here, "TestFatherOfAMarginalSon"), at(places, "TestL05GuangdongObligors")}},
		{"L06", "Guangdong: hearing two, and 24 months of the basic standard", []string{at(here, "TestHearingTwoInGuangdong"), at(places, "TestL06GuangdongAnyKind")}},
		{"L07", "Jiangxi and Changde: a couple without ability to work through illness", []string{at(here, "TestIllCouple"), at(places, "TestL07IllnessInJiangxiAndChangde")}},
		{"L08", "Heilongjiang: a disabled adult applies alone", []string{at(here, "TestAloneInHeilongjiang"), at(places, "TestL08HeilongjiangAlone")}},
		{"L09", "Harbin: two ways into rigid spending, and the hole", []string{at(here, "TestRigidSpendingInHarbin"), at(places, "TestL09HarbinRigidSpending")}},
		{"L10", "Liaoning: a share at the very ratio, before and since the law of 2026", []string{at(here, "TestRigidSpendingInLiaoning"), at(places, "TestL10LiaoningReachesTheRatio")}},
		{"L11", "Shandong: no class at the very standard, and the minimum wage as a ceiling", []string{at(here, "TestLinesOfShandong"), at(places, "TestL11MarginalLines")}},
		{"L12", "Yinzhou: limits that are not included, spending, the families of obligors", []string{at(here, "TestLimitsOfYinzhou"), at(places, "TestL12Yinzhou")}},
		{"L13", "Xing'an: two base pensions until the end of 2025", []string{at(here, "TestPensionOfXingan"), at(places, "TestL13XinganPension")}},
		{"L14", "Fujian: a woman on the margin and the two subsidies", []string{at(here, "TestWomanOnTheMarginInFujian"), at(places, "TestL14FujianSubsidies")}},
		{"L15", "Fujian: the child benefit as a difference", []string{at(here, "TestChildBenefitAsADifference"), welfare}},
		{"L16", "a disabled veteran's pension", []string{at(here, "TestVeteran")}},
		{"L17", "a fire of a worker from elsewhere under four layers of relief", []string{at(here, "TestFireOfAWorkerFromElsewhere"), at(here, "TestLimits"), welfare}},
		{"L18", "limits of the allowance over the Labour Day holiday; who is cut is heard first", []string{at(here, "TestLimits"), limits}},
		{"L19", "a grandchild whose father is dead, able, gone or unknown", []string{at(here, "TestGrandchild"), welfare}},
		{"L20", "the destitute of Harbin in 2022", []string{at(here, "TestDestituteOfHarbin"), at(places, "TestL20HarbinAmounts")}},

		{"trap-01", "income at the standard is not below it", []string{law}},
		{"trap-02", "低于 and 以下", []string{law}},
		{"trap-03", "超过 and 达到", []string{law}},
		{"trap-04", "six months exactly", []string{welfare}},
		{"trap-05", "three indicators are partly, four fully", []string{law}},
		{"trap-06", "nothing is divided before it is compared", []string{law}},
		{"trap-07", "the year is the base, rounded once", []string{law}},
		{"trap-08", "rounding of the gap is local", []string{law}},
		{"trap-09", "standards change within a year; none is an error", []string{law}},
		{"trap-10", "assistance is no income; the old-age allowance is for the place to say", []string{law, at(here, "TestAssistance")}},
		{"trap-11", "only the central base pension is left out", []string{law}},
		{"trap-12", "and only to the end of 2025", []string{law}},
		{"trap-13", "等社会保险 is open", []string{law}},
		{"trap-14", "students who are members though nobody owes them support", []string{law}},
		{"trap-15", "school after eighteen is not college", []string{law}},
		{"trap-16", "spouses who live apart, and divorced ones", []string{law}},
		{"trap-17", "the unborn", []string{law}},
		{"trap-18", "prisoners as members and as obligors", []string{law}},
		{"trap-19", "missing by judgment and out of contact", []string{law, welfare}},
		{"trap-20", "a list of relatives that is not complete", []string{law, welfare}},
		{"trap-21", "an obligor of 60 to 69 on the margin is able", []string{law}},
		{"trap-22", "an obligor's own income against the average income", []string{law}},
		{"trap-23", "relatives who depend on each other", []string{law}},
		{"trap-24", "leaving the allowance makes an obligor able", []string{law}},
		{"trap-25", "多重", []string{law, welfare}},
		{"trap-26", "certificates that are frozen or have expired", []string{law, welfare}},
		{"trap-27", "no certificate is no refusal", []string{law}},
		{"trap-28", "sixteen and seventeen", []string{law}},
		{"trap-29", "where registered, where living, where it happened", []string{welfare}},
		{"trap-30", "town or country chooses the standard", []string{law}},
		{"trap-31", "one person, two reasons, one top-up", []string{law}},
		{"trap-32", "public notice for adults, none for children", []string{limits, at(here, "TestActs")}},
		{"trap-33", "days and working days", []string{limits}},
		{"trap-34", "limits run from acceptance", []string{limits}},
		{"trap-35", "refusals in a row, and one's own share", []string{law}},
		{"trap-36", "without ability to work by status, with a wage", []string{law}},
		{"trap-37", "a refusal, missing facts, a missing finding and a missing standard are told apart", []string{at(here, "TestResultsAreToldApart")}},
		{"trap-38", "a person is destitute, a household is not", []string{at(here, "TestAssistance")}},

		{"K1", "seventeen in 2025 is for an official", []string{law}},
		{"K2", "the text of 2016 kept on who was at school", []string{at(here, "TestAssistance")}},
		{"K3", "the child benefit in full, or as a difference beside 特困", []string{at(here, "TestTwoLawfulStates")}},
		{"K4", "Harbin's two ways are alternatives", []string{at(here, "TestRigidSpendingInHarbin")}},
		{"K5", "a deported parent has to be a foreigner", []string{welfare}},
		{"K6", "provinces that count more kinds and grades", []string{at(here, "TestAssistance")}},
		{"K7", "who may set the marginal line", []string{at(nation, "TestWhoMaySet")}},
		{"K8", "a county's line of twice the standard", []string{at(here, "TestLimitsOfYinzhou")}},
		{"K9", "fast relief: three days, one month's standard, no notice", []string{at(here, "TestFireOfAWorkerFromElsewhere"), at(here, "TestLimits")}},
		{"K10", "the working days of 2026", []string{at(here, "TestLimits")}},
		{"K11", "standards that were found after all", []string{at(here, "TestActs")}},
		{"K12", "the basic standard of 特困: its factor is the place's", []string{at(here, "TestActs")}},
		{"K13", "Zhejiang counts refusals within six months", []string{at(here, "TestAssistance")}},
		{"K14", "优待抚恤金 is no income", []string{at(here, "TestAssistance")}},
		{"K15", "care subsidies extended by kind and grade", []string{welfare}},
		{"K16", "income at the standard is on the margin, but in three provinces", []string{law, at(here, "TestAssistance")}},
		{"K17", "numbers of documents", []string{at(here, "TestActs")}},
		{"K18", "1.3 times is no rule of the nation", []string{at(here, "TestActs")}},
	}
}

// Numbers in a text and in the name of a function. A case of a number may have a letter of its own: L19a.
var (
	inText = regexp.MustCompile(`\b(T03b|[TL]\d\d|trap-\d\d|K\d{1,2})[a-d]?\b`)
	inName = regexp.MustCompile(`[TL]\d\d`)
)

// A folder is what the tests of a folder declare: the numbers in the string literals and the name of every function.
type folder map[string][]string

func scan(t *testing.T, dir string) folder {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../..", dir, "*_test.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no tests, %v", dir, err)
	}
	f := folder{}
	for _, name := range files {
		if dir == here && filepath.Base(name) == "register_test.go" {
			continue // it would prove itself
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				f[fn.Name.Name] = append(numbersIn(fn.Body), inName.FindAllString(fn.Name.Name, -1)...)
			}
		}
	}
	return f
}

func numbersIn(n ast.Node) (numbers []string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				for _, m := range inText.FindAllStringSubmatch(text, -1) {
					numbers = append(numbers, m[1])
				}
			}
		}
		return true
	})
	return numbers
}

// holds reports whether a test is there and speaks of a number: itself, or, where cases stand in functions of their own, one of these.
func (f folder) holds(function, number string) bool {
	own, ok := f[function]
	if !ok || slices.Contains(own, number) {
		return ok
	}
	for name, numbers := range f {
		if strings.HasSuffix(name, "Cases") && !strings.HasPrefix(name, "Test") && strings.HasPrefix(function, "Test") && strings.Contains(function, "Cases") &&
			slices.Contains(numbers, number) {
			return true
		}
	}
	return false
}

// TestEveryNumberIsTested: the register is complete, and what it names is there.
func TestEveryNumberIsTested(t *testing.T) {
	var want []string
	for _, s := range []struct {
		form string
		last int
	}{{"T", 36}, {"L", 20}, {"trap-", 38}, {"K", 18}} {
		for i := range s.last {
			n := s.form + strconv.Itoa(i+1)
			if i+1 < 10 && s.form != "K" {
				n = s.form + "0" + strconv.Itoa(i+1)
			}
			if want = append(want, n); n == "T03" {
				want = append(want, "T03b")
			}
		}
	}
	var got []string
	folders := map[string]folder{}
	for _, r := range register() {
		got = append(got, r.number)
		if r.about == "" || len(r.tests) == 0 {
			t.Errorf("%s: no words or no test", r.number)
		}
		for _, test := range r.tests {
			dir, function, _ := strings.Cut(test, " ")
			f, ok := folders[dir]
			if !ok {
				f = scan(t, dir)
				folders[dir] = f
			}
			if !f.holds(function, r.number) {
				t.Errorf("%s: %s of %s is not there, or does not speak of it", r.number, function, dir)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the register has %v, want %v", got, want)
	}
	for dir, f := range folders {
		for function, numbers := range f {
			for _, n := range numbers {
				if dir != calendar && !slices.Contains(got, n) {
					t.Errorf("%s of %s is in no row", n, function)
				}
			}
		}
	}
}
