package sheet_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// randomEvery is a valid row; every field takes its zero value now and then.
func randomEvery(r *rand.Rand, i int) (e every) {
	maybe := func() bool { return r.IntN(4) > 0 }
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	e.ID = pick("SH-", "0", "=", "社〔2022〕", "-", "A.") + fmt.Sprint(i)
	if maybe() {
		e.Text = pick("（甲）", "=1+1", "'=1", "-1", "-x", "@", "一\n二", "\"", ",", "𠮷龴", "1,000") + pick("", "。", "'", "，乙")
		e.Name = identity.MustParseName(pick("陈", "欧阳", "𠮷") + pick("小虚", "大虚") + pick("", "·阿虚"))
		e.Note = identity.MustParseText(pick("住址：（虚构）", "+86", "'", "说\u200d明") + pick("", "\n二行"))
		e.Credit = identity.MustParseCreditCode("52350627MJB0000182")
		e.Rough = cal.MustParsePartial(pick("2021年年底", "2022年6月", "2022-06-28", "2022年"))
		e.Others = []string{pick("甲", "甲、乙", "甲,乙", "'")}
		if maybe() {
			e.Others = append(e.Others, pick("丙", "丙\n丁"))
		}
	}
	if maybe() {
		e.Day = cal.MustParse("1900-01-01").AddDays(r.IntN(80000))
		e.Price, e.Big = money.Fen(r.Int64()>>uint(r.IntN(64))), money.Fen(-r.Int64()>>uint(r.IntN(64)))
		e.Hours = measure.MustParseQuantity(fmt.Sprintf("%d.%03d", r.IntN(9999), r.IntN(1000)))
		e.Share, _ = measure.RatioOf(r.Int64N(1000)-500, 1+r.Int64N(1000))
		e.Count, e.Member = int(r.Int64()), true
		e.Kind = kind(pick("front_line", "guest", "one", "of_tomorrow"))
		e.Income = known.Of(money.Fen(r.Int64N(100)))
	}
	return e
}

func TestRowsOfEveryTypeRoundTripInBothEncodings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	form := everyForm()
	for range 30 {
		var values []every
		for i := range 20 {
			values = append(values, randomEvery(r, i))
		}
		for _, e := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
			var b bytes.Buffer
			if err := (sheet.CSV{Encoding: e}).Write(&b, form.Write(slices.Values(values))); err != nil {
				t.Fatal(err)
			}
			first := b.String()
			result := form.Read(sheet.CSV{Encoding: sheet.Either}.Rows(&b))
			if l := result.Faults.Blocking(); len(l) > 0 {
				t.Fatal(l)
			}
			if diff := cmp.Diff(values, result.Values()); diff != "" {
				t.Fatalf("%s:\n%s", e, diff)
			}
			b.Reset()
			if err := (sheet.CSV{Encoding: e}).Write(&b, form.Write(slices.Values(result.Values()))); err != nil || b.String() != first {
				t.Fatal("the second export differs from the first", err)
			}
		}
	}
}

func TestMaskedColumnsOfAnExportAreNotSavedAsData(t *testing.T) {
	w := worker{ID: "SH-1", Name: identity.MustParseName("陈小虚"), Phone: identity.MustParseMobile("13957913579")}
	var b bytes.Buffer
	if err := (sheet.CSV{}).Write(&b, workers().Write(slices.Values([]worker{w}))); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"小虚", "13957913579"} {
		if bytes.Contains(b.Bytes(), []byte(secret)) {
			t.Error("a masked column was written in full")
		}
	}
	result := workers().Read(sheet.CSV{}.Rows(&b))
	want := []string{"第2行.姓名 IDENTITY-MASKED", "第2行.手机 IDENTITY-MASKED"}
	if diff := cmp.Diff(want, lines(result.Faults)); diff != "" || len(result.Rows) > 0 {
		t.Error(diff, result.Rows)
	}
}

// Nobody's name or number may stand in anything that a bad file makes the package say.
func TestFaultsNeverQuoteCells(t *testing.T) {
	secrets := []string{"陈大虚", "110105194912310021", "13957913579x", "秘密"}
	for _, file := range [][][]string{
		{{"陈大虚", "110105194912310021"}, {"13957913579x", "秘密"}},                                  // no header at all
		{{"编号", "陈大虚", "秘密"}, {"1", "110105194912310021", "x"}},                                  // an unknown header that is a name
		{{"编号", "姓名", "手机", "月薪（元）"}, {"1", "陈大虚1", "13957913579x", "秘密", "110105194912310021"}}, // bad cells
		{{"编号", "姓名"}, {"110105194912310021", "陈大虚"}, {"110105194912310021", "陈大虚"}},             // doubled IDs
		{{"编号", "姓名", "岗位类别"}, {"1", "陈大虚", "秘密"}},
	} {
		l := workers().Read(rows(file...)).Faults
		if len(l) == 0 {
			t.Error("no fault:", file)
		}
		json, _ := l[0].MarshalJSON()
		for _, s := range secrets {
			if text := l.Error() + l.GoString() + string(json); bytes.Contains([]byte(text), []byte(s)) {
				t.Errorf("quoted: %s", text)
			}
		}
	}
}
