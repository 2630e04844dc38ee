package contract_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// through writes values as CSV in both encodings and reads them back.
func through[T any](t *testing.T, form sheet.Form[T], want ...T) {
	t.Helper()
	for _, encoding := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
		var file bytes.Buffer
		if err := (sheet.CSV{Encoding: encoding}).Write(&file, form.Write(slices.Values(want))); err != nil {
			t.Fatal(err)
		}
		got := form.Read(sheet.CSV{Encoding: encoding}.Rows(&file))
		if len(got.Faults.Blocking()) > 0 {
			t.Error(got.Faults)
		}
		if d := cmp.Diff(want, got.Values()); d != "" {
			t.Error(encoding, d)
		}
	}
}

func TestContractRosterRoundTrip(t *testing.T) {
	flat := good() // what a roster row can hold
	flat.Items, flat.Funding, flat.Instalments, flat.KPIs, flat.Evaluations = nil, nil, nil, nil, nil
	plain := contract.Contract{
		ID: "C-2", Title: "督导", Service: contract.Supervising, Purchaser: "青塘县民政局", Operator: "lf",
		Period: cal.MustParsePeriod("2022-03-01/2023-03-01"), Price: money.MustParse("0.01"),
	}
	newer := plain
	newer.ID, newer.Method = "C-3", "lottery_draw"
	through(t, contract.ContractForm(), flat, plain, newer)
}

func TestPeriodCell(t *testing.T) {
	form := contract.ContractForm().Only("合同编号", "服务期限")
	form.Check = nil
	for text, want := range map[string]string{
		"2022-01-01至2022-12-31":   "2022-01-01/2023-01-01",
		"自2022年1月1日至2022年12月31日止": "2022-01-01/2023-01-01",
		"2022.1.1 至 2022.1.1":     "2022-01-01/2022-01-02",
		"2022-01-01/2023-01-01":   "2022-01-01/2023-01-01",
		"2022-01-01/":             "2022-01-01/",
		"2022-12-31至2022-01-01":   "CAL-ORDER",
		"2022年至2022年12月31日":       "CAL-DATE",
		"2022-01-01至明年":           "CAL-DATE",
		"一年":                      "CAL-DATE",
	} {
		res := form.Read(func(yield func([]string, error) bool) {
			_ = yield([]string{"合同编号", "合同期限"}, nil) && yield([]string{"C", text}, nil)
		})
		if strings.HasPrefix(want, "CAL") {
			if !res.Faults.Has(fault.Code(want)) {
				t.Errorf("%s: got %v", text, res.Faults)
			}
			continue
		}
		if len(res.Rows) != 1 || res.Rows[0].Value.Period.String() != want {
			t.Errorf("%s: got %v", text, res)
		}
	}
	open := contract.Contract{ID: "C", Period: cal.Since(cal.MustParse("2022-01-01"))}
	through(t, form, open, contract.Contract{ID: "D", Period: cal.Year(2022)})
}

func TestOperatorRosterRoundTrip(t *testing.T) {
	through(t, contract.OperatorForm(), contract.Operator{
		ID: "lf", Name: "青塘县绿帆社会工作服务中心", CreditCode: identity.MustParseCreditCode("52350627MJB0000182"),
		Aliases: []string{"绿帆社工", "绿帆"}, RegisteredBy: "青塘县民政局", RegisteredOn: cal.MustParse("2016-05-04"),
	})
}

func TestKPIRosterRoundTrip(t *testing.T) {
	kpis, _ := shuanghe()
	c := changsha()
	c.KPIs = append(c.KPIs, kpis[1:]...)
	c.KPIs[5].Code = "cases2"
	c.KPIs[6].Code = "groups2"
	rows := contract.KPIRows(c)
	through(t, contract.KPIForm(), rows...)
	slices.Reverse(rows) // parts are put in order by their numbers
	other := c
	other.ID = "another"
	got, err := contract.KPIsOf(c.ID, append(rows, contract.KPIRows(other)...))
	slices.Reverse(got)
	if err != nil || cmp.Diff(c.KPIs, got) != "" {
		t.Error(err, cmp.Diff(c.KPIs, got))
	}
	if got, err := contract.KPIsOf("none", rows); got != nil || err != nil {
		t.Errorf("got %v, %v", got, err)
	}
	rows[len(rows)-1].Name = "别的"
	if got, err := contract.KPIsOf(c.ID, rows); got != nil || !fault.Of(err).Has(contract.ErrRowName) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestKPIRowValidate(t *testing.T) {
	row := contract.KPIRow{Contract: "C", KPI: "cases", Part: 1, Name: "个案", Kind: contract.TotalRow,
		Comparator: measure.AtLeast, Value: measure.Int(4), Basis: measure.Cases}
	for name, tc := range map[string]struct {
		make func(*contract.KPIRow)
		code fault.Code
		path string
	}{
		"good":  {func(*contract.KPIRow) {}, "", ""},
		"floor": {func(r *contract.KPIRow) { r.Kind = contract.FloorRow }, "", ""},
		"yes or no": {func(r *contract.KPIRow) {
			*r = contract.KPIRow{Contract: "C", KPI: "b", Part: 1, Name: "品牌", Kind: contract.YesNoRow}
		}, "", ""},
		"yes or no, target": {func(r *contract.KPIRow) { r.Kind = contract.YesNoRow }, contract.ErrTargets, "kind"},
		"no comparator":     {func(r *contract.KPIRow) { r.Comparator = "" }, measure.ErrRequired, "comparator"},
		"below zero":        {func(r *contract.KPIRow) { r.Value = measure.Int(-1) }, measure.ErrNegative, "value"},
		"wrong word":        {func(r *contract.KPIRow) { r.Word = measure.WordYuan }, contract.ErrWord, "word"},
		"unknown kind":      {func(r *contract.KPIRow) { r.Kind = "guess" }, vocab.ErrUnknown, "kind"},
	} {
		t.Run(name, func(t *testing.T) {
			r := row
			tc.make(&r)
			l := fault.Of(r.Validate())
			if tc.code == "" && len(l) > 0 || tc.code != "" && (len(l) != 1 || !has(l, tc.code, tc.path)) {
				t.Errorf("got %v", l)
			}
		})
	}
}

func TestFormsAreSound(t *testing.T) {
	for _, err := range []error{contract.OperatorForm().Validate(), contract.ContractForm().Validate(), contract.KPIForm().Validate()} {
		if err != nil {
			t.Error(err)
		}
	}
}
