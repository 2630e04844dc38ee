package contract_test

import (
	"encoding/json"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

func q(s string) measure.Quantity { return measure.MustParseQuantity(s) }

func score(s string) known.Value[measure.Quantity] { return known.Of(q(s)) }

// card is an invented scorecard of 100 marks with four bands.
func card() contract.Scorecard {
	return contract.Scorecard{
		Name: "青塘县社工站末期评估评分表",
		Items: []contract.ScoreItem{
			{Code: "output", Name: "服务量", Dimension: "服务成效", Weight: q("40")},
			{Code: "records", Name: "档案", Dimension: "行政管理", Weight: q("30")},
			{Code: "opinion", Name: "满意度", Dimension: "社会评价", Weight: q("30")},
		},
		Vetoes: []contract.Veto{
			{Code: "forgery", Name: "弄虚作假", Band: "fail"},
			{Code: "late", Name: "逾期一个月未交材料", Band: "pass"},
		},
		Bands: []contract.Band{
			{Key: "excellent", Name: "优秀", From: q("90"), Accepted: true}, {Key: "good", Name: "良好", From: q("80"), Accepted: true},
			{Key: "pass", Name: "合格", From: q("60"), Accepted: true}, {Key: "fail", Name: "不合格", From: q("0")},
		},
	}
}

// marks gives the three items a score each, and finds no veto.
func marks(scores ...string) contract.Marks {
	m := contract.Marks{Vetoes: []contract.Finding{{"forgery", known.Of(false)}, {"late", known.Of(false)}}}
	for i, s := range scores {
		if s != "" {
			m.Items = append(m.Items, contract.Mark{Item: card().Items[i].Code, Score: score(s)})
		}
	}
	return m
}

func TestScore(t *testing.T) {
	deducted := marks("40", "30", "25")
	deducted.Items[1].Deductions = []contract.Deduction{{"缺2份记录", q("4.5")}, {"缺签字", q("1")}}
	drained := marks("40", "5", "25")
	drained.Items[1].Deductions = []contract.Deduction{{"无档案", q("5")}, {"缺签字", q("1")}, {"逾期", q("9223372036854775.807")}}
	forged := marks("40", "30", "30")
	forged.Vetoes[0].Occurred = known.Of(true)
	late := marks("40", "30", "30")
	late.Vetoes[1].Occurred = known.Of(true)
	lateAndPoor := marks("10", "10", "10")
	lateAndPoor.Vetoes[1].Occurred = known.Of(true)
	unseen := marks("40", "30", "30")
	unseen.Vetoes = unseen.Vetoes[:1]
	gap := marks("40", "", "30")
	gapAndForged := marks("40", "", "30")
	gapAndForged.Vetoes[0].Occurred = known.Of(true)
	gapAndLate := marks("40", "", "30")
	gapAndLate.Vetoes[1].Occurred = known.Of(true)
	for name, tc := range map[string]struct {
		marks   contract.Marks
		total   string // "" is unknown
		band    string
		vetoed  bool
		missing []string
	}{
		"full marks":                      {marks("40", "30", "30"), "100", "excellent", false, nil},
		"on the line":                     {marks("40", "30", "20"), "90", "excellent", false, nil},
		"a thousandth below":              {marks("40", "30", "19.999"), "89.999", "good", false, nil},
		"nothing earned":                  {marks("0", "0", "0"), "0", "fail", false, nil},
		"deductions":                      {deducted, "89.5", "good", false, nil},
		"deducted to zero and no further": {drained, "65", "pass", false, nil},
		"a gap is not zero":               {gap, "", "", false, []string{"档案"}},
		"nothing marked":                  {contract.Marks{}, "", "", false, []string{"服务量", "档案", "满意度", "弄虚作假", "逾期一个月未交材料"}},
		"a veto nobody looked at":         {unseen, "100", "", false, []string{"逾期一个月未交材料"}},
		"a veto to the lowest band":       {forged, "100", "fail", true, nil},
		"a veto to a middle band":         {late, "100", "pass", true, nil},
		"a veto that changes nothing":     {lateAndPoor, "30", "fail", false, nil},
		"the lowest band waits for none":  {gapAndForged, "", "fail", true, []string{"档案"}},
		"a middle band waits for the gap": {gapAndLate, "", "", false, []string{"档案"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := card().Score(tc.marks)
			if err != nil {
				t.Fatal(err)
			}
			total, band := "", ""
			if v, ok := r.Total.Get(); ok {
				total = v.String()
			}
			if b, ok := r.Band.Get(); ok {
				band = b.Key
			}
			got := []any{total, band, r.Vetoed}
			if d := cmp.Diff([]any{tc.total, tc.band, tc.vetoed}, got); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tc.missing, r.Missing); d != "" {
				t.Error(d)
			}
			if r.Full.String() != "100" {
				t.Errorf("full marks %s", r.Full)
			}
			b, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			var back contract.Result
			if err := json.Unmarshal(b, &back); err != nil || cmp.Diff(r, back) != "" {
				t.Error(err, cmp.Diff(r, back))
			}
		})
	}
}

func TestResultExplainsItself(t *testing.T) {
	m := marks("40", "30", "")
	m.Items[1].Deductions = []contract.Deduction{{"缺2份记录", q("4.5")}, {"缺签字", q("1")}}
	m.Vetoes[0].Occurred = known.Of(true)
	m.Vetoes = m.Vetoes[:1]
	r, err := card().Score(m)
	if err != nil {
		t.Fatal(err)
	}
	want := `1. 服务量（满分40分）：40分
2. 档案（满分30分）：30分，扣4.5分（缺2份记录），扣1分（缺签字），得24.5分
3. 满意度（满分30分）：未评分
一票否决·弄虚作假：发生
一票否决·逾期一个月未交材料：未核查
合计：未完成，已评64.5分（满分100分）
缺：满意度、逾期一个月未交材料
等级：不合格（一票否决）`
	if d := cmp.Diff(want, r.Text(language.SimplifiedChinese)); d != "" {
		t.Error(d)
	}
	r, err = card().Score(marks("40", "30", "15"))
	if err != nil {
		t.Fatal(err)
	}
	want = `1. 服务量 (of 40): 40
2. 档案 (of 30): 30
3. 满意度 (of 30): 15
Veto, 弄虚作假: did not occur
Veto, 逾期一个月未交材料: did not occur
Total: 85 of 100
Grade: 良好`
	if d := cmp.Diff(want, r.Text(language.French)); d != "" {
		t.Error(d)
	}
	r, err = card().Score(marks("40", "30"))
	if err != nil || !strings.HasSuffix(r.Text(language.Chinese), "等级：待定") {
		t.Error(r.Text(language.Chinese), err)
	}
}

func TestScorecardValidate(t *testing.T) {
	if err := card().Validate(); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		make func(*contract.Scorecard)
		code fault.Code
		path string
	}{
		"no items": {func(s *contract.Scorecard) { s.Items = nil; s.Bands = s.Bands[3:]; s.Vetoes = nil }, check.ErrRequired, "items"},
		"no bands": {func(s *contract.Scorecard) { s.Bands = nil; s.Vetoes = nil }, check.ErrRequired, "bands"},
		"empty items": {func(s *contract.Scorecard) {
			s.Items, s.Bands, s.Vetoes = []contract.ScoreItem{}, s.Bands[3:], nil
		}, check.ErrMin, "items"},
		"empty bands": {func(s *contract.Scorecard) { s.Bands, s.Vetoes = []contract.Band{}, nil }, check.ErrMin, "bands"},
		"weight of nothing": {func(s *contract.Scorecard) {
			s.Items[0].Weight = q("0")
			s.Bands = s.Bands[2:]
			s.Bands[0].From = q("50")
		}, check.ErrGT, "items[0].weight"},
		"item twice":         {func(s *contract.Scorecard) { s.Items[1].Code = "output" }, contract.ErrDuplicate, "items[1].code"},
		"band twice":         {func(s *contract.Scorecard) { s.Bands[1].Key = "excellent" }, contract.ErrDuplicate, "bands[1].key"},
		"veto twice":         {func(s *contract.Scorecard) { s.Vetoes[1].Code = "forgery" }, contract.ErrDuplicate, "vetoes[1].code"},
		"veto to no band":    {func(s *contract.Scorecard) { s.Vetoes[1].Band = "doom" }, contract.ErrNoBand, "vetoes[1].band"},
		"bands that stand":   {func(s *contract.Scorecard) { s.Bands[1].From = q("90") }, contract.ErrBands, "bands[1].from"},
		"bands that rise":    {func(s *contract.Scorecard) { s.Bands[2].From = q("85") }, contract.ErrBands, "bands[2].from"},
		"bands above zero":   {func(s *contract.Scorecard) { s.Bands[3].From = q("0.001") }, contract.ErrBands, "bands[3].from"},
		"band beyond reach":  {func(s *contract.Scorecard) { s.Bands[0].From = q("100.001") }, contract.ErrBands, "bands[0].from"},
		"marks out of range": {func(s *contract.Scorecard) { s.Items[0].Weight = q("9223372036854775.807") }, measure.ErrRange, "items"},
	} {
		t.Run(name, func(t *testing.T) {
			s := card()
			tc.make(&s)
			l := fault.Of(s.Validate())
			if !has(l, tc.code, tc.path) || name != "band twice" && len(l) != 1 {
				t.Errorf("got %v", l)
			}
			if _, err := s.Score(marks("1", "1", "1")); err == nil {
				t.Error("a bad card is no basis for a score")
			}
		})
	}
}

func TestScoreRefusals(t *testing.T) {
	m := marks("40.001", "30")
	m.Items = append(m.Items, contract.Mark{Item: "cakes", Score: score("1")}, contract.Mark{Item: "output"},
		contract.Mark{Item: "opinion", Score: score("-1"), Deductions: []contract.Deduction{{}}}, contract.Mark{})
	m.Vetoes = append(m.Vetoes, contract.Finding{Veto: "late"}, contract.Finding{Veto: "rain"}, contract.Finding{})
	_, err := card().Score(m)
	l := fault.Of(err)
	want := []struct {
		code fault.Code
		path string
	}{
		{contract.ErrOverMark, "marks.items[0].score"}, {contract.ErrNoItem, "marks.items[2].item"},
		{contract.ErrDuplicate, "marks.items[3].item"}, {check.ErrGTE, "marks.items[4].score"},
		{check.ErrRequired, "marks.items[4].deductions[0].reason"}, {check.ErrGT, "marks.items[4].deductions[0].points"},
		{check.ErrRequired, "marks.items[5].item"}, {contract.ErrDuplicate, "marks.vetoes[2].veto"},
		{contract.ErrNoItem, "marks.vetoes[3].veto"}, {check.ErrRequired, "marks.vetoes[4].veto"},
	}
	for _, w := range want {
		if !has(l, w.code, w.path) {
			t.Errorf("no %s at %s", w.code, w.path)
		}
	}
	if len(l) != len(want) {
		t.Errorf("%d faults: %v", len(l), l)
	}
}

// The total is the sum of what each item keeps, counted here in thousandths.
func TestScoreAgainstWholeNumbers(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	thousandths := func(n int64) measure.Quantity {
		return q(strconv.FormatInt(n/1000, 10) + "." + strconv.FormatInt(1000+n%1000, 10)[1:])
	}
	for range 500 {
		s := contract.Scorecard{Name: "评分表", Bands: []contract.Band{{Key: "a", Name: "甲", From: q("1")}, {Key: "b", Name: "乙"}}}
		var m contract.Marks
		var total int64
		for i := range 1 + r.Intn(6) {
			weight := 1000 + r.Int63n(50000)
			got := r.Int63n(weight + 1)
			code := strconv.Itoa(i)
			s.Items = append(s.Items, contract.ScoreItem{Code: code, Name: code, Weight: thousandths(weight)})
			mark := contract.Mark{Item: code, Score: known.Of(thousandths(got))}
			for range r.Intn(3) {
				off := 1 + r.Int63n(20000)
				mark.Deductions = append(mark.Deductions, contract.Deduction{Reason: "扣", Points: thousandths(off)})
				got = max(0, got-off)
			}
			m.Items = append(m.Items, mark)
			total += got
		}
		res, err := s.Score(m)
		if err != nil {
			t.Fatal(err)
		}
		sum, ok := res.Total.Get()
		band, _ := res.Band.Get()
		if !ok || sum.Thousandths() != total || (band.Key == "a") != (total >= 1000) {
			t.Fatalf("got %s %s, want %d thousandths", sum, band.Key, total)
		}
	}
}

func TestScorecardJSONRoundTrip(t *testing.T) {
	b, err := json.Marshal(card())
	if err != nil {
		t.Fatal(err)
	}
	var got contract.Scorecard
	if err := json.Unmarshal(b, &got); err != nil || cmp.Diff(card(), got) != "" {
		t.Error(err, cmp.Diff(card(), got))
	}
}
