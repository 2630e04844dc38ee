package contract

import (
	"cmp"
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// OperatorForm returns the roster of operators (承接机构台账). Inspections are not in it.
func OperatorForm() sheet.Form[Operator] {
	type o = Operator
	return sheet.Form[Operator]{
		Name: "承接机构台账",
		Columns: []sheet.Column[Operator]{
			sheet.Ref("机构编号", func(v *o) *OperatorID { return &v.ID }).At("id").AsID(),
			sheet.Text("机构名称", func(v *o) *string { return &v.Name }).At("name").
				Alias("承接机构", "运营机构", "名称").AsRequired(),
			sheet.Value("统一社会信用代码", func(v *o) *identity.CreditCode { return &v.CreditCode }).At("credit_code").
				Alias("信用代码").AsRequired(),
			sheet.List("别名", func(v *o) *[]string { return &v.Aliases }, sheet.TextCell[string]()).At("aliases").
				Alias("曾用名", "简称"),
			sheet.Text("登记管理机关", func(v *o) *string { return &v.RegisteredBy }).At("registered_by").
				Alias("登记机关"),
			sheet.Date("登记日期", func(v *o) *cal.Date { return &v.RegisteredOn }).At("registered_on").
				Alias("成立日期"),
		},
		Check: func(v *Operator) error { return v.Validate() },
	}
}

// ContractForm returns the roster of contracts (合同台账). The period is written as documents do, both days included:
// 2022-01-01至2022-12-31, and read in any way of writing dates. Indicators have a roster of their own, [KPIForm]; items,
// funding, instalments and evaluations are not in it.
func ContractForm() sheet.Form[Contract] {
	type c = Contract
	return sheet.Form[Contract]{
		Name: "购买服务合同台账",
		Columns: []sheet.Column[Contract]{
			sheet.Ref("合同编号", func(v *c) *ID { return &v.ID }).At("id").AsID(),
			sheet.Ref("合同文号", func(v *c) *string { return &v.Number }).At("number").Alias("采购合同号"),
			sheet.Text("合同名称", func(v *c) *string { return &v.Title }).At("title").Alias("项目名称").AsRequired(),
			sheet.Key("服务类别", Services(), func(v *c) *Service { return &v.Service }).At("service").AsRequired(),
			sheet.Text("购买主体", func(v *c) *string { return &v.Purchaser }).At("purchaser").
				Alias("采购人", "甲方").AsRequired(),
			sheet.Ref("承接机构编号", func(v *c) *OperatorID { return &v.Operator }).At("operator").
				Alias("机构编号").AsRequired(),
			sheet.Key("采购方式", Methods(), func(v *c) *Method { return &v.Method }).At("method"),
			sheet.Date("成交日期", func(v *c) *cal.Date { return &v.AwardedOn }).At("awarded_on").Alias("中标日期"),
			sheet.Date("签订日期", func(v *c) *cal.Date { return &v.SignedOn }).At("signed_on").Alias("签约日期"),
			sheet.Period("服务期限", func(v *c) *cal.Period { return &v.Period }).At("period").
				Alias("合同期限").AsRequired(),
			sheet.Date("提前终止日期", func(v *c) *cal.Date { return &v.Terminated }).At("terminated"),
			sheet.Money("合同价款（元）", func(v *c) *money.Amount { return &v.Price }).At("price").
				Alias("合同金额（元）", "合同价款", "合同金额").AsRequired(),
			sheet.Text("大写金额", func(v *c) *string { return &v.PriceInWords }).At("price_in_words"),
			sheet.Field("总价包干", func(v *c) *bool { return &v.LumpSum }, orBlank(sheet.BoolCell())).At("lump_sum"),
			sheet.List("服务站点编号", func(v *c) *[]string { return &v.Sites }, sheet.RefCell[string]()).At("sites").
				Alias("站点编号", "覆盖站点"),
			sheet.Field("配备社工人数", func(v *c) *int { return &v.Workforce.Workers }, orBlank(sheet.IntCell[int]())).
				At("workforce.workers").Alias("社工人数"),
			sheet.Field("其中全职", func(v *c) *int { return &v.Workforce.FullTime }, orBlank(sheet.IntCell[int]())).
				At("workforce.full_time"),
			sheet.Field("其中持证", func(v *c) *int { return &v.Workforce.Certified }, orBlank(sheet.IntCell[int]())).
				At("workforce.certified"),
		},
		Check: func(v *Contract) error { return v.Validate() },
	}
}

// orBlank returns the cell with a blank for the zero value: what is not asked for is left out, not written as 0.
func orBlank[V comparable](cell sheet.Cell[V]) sheet.Cell[V] {
	return sheet.Cell[V]{
		Parse: func(text string) (v V, err error) {
			if text == "" {
				return v, nil
			}
			return cell.Parse(text)
		},
		Format: func(v V) string {
			if zero := *new(V); v == zero {
				return ""
			}
			return cell.Format(v)
		},
	}
}

// RowKind is what a row of the roster of indicators holds (指标行类型). The zero value is not recorded.
type RowKind string

// The kinds of row.
const (
	TotalRow RowKind = "total" // 总量目标: a target
	FloorRow RowKind = "floor" // 单项底线: a floor of every unit
	YesNoRow RowKind = "yesno" // 是非指标: done or not, without a target
)

// RowKinds returns the kinds of row.
func RowKinds() vocab.List[RowKind] { return rowKinds() }

var rowKinds = sync.OnceValue(func() vocab.List[RowKind] {
	type entry = vocab.Entry[RowKind]
	return vocab.New("指标行类型", "kind of row",
		entry{Key: TotalRow, ZH: "总量目标", EN: "total"},
		entry{Key: FloorRow, ZH: "单项底线", EN: "floor of each unit"},
		entry{Key: YesNoRow, ZH: "是非指标", EN: "yes or no"},
	)
})

// KPIRow is one row of the roster of indicators (指标台账的一行): one target, one floor, or a yes-or-no indicator. An
// indicator of two targets has two rows, numbered by Part.
type KPIRow struct {
	Contract   ID                 `json:"contract" validate:"required,max=64"`
	KPI        string             `json:"kpi" validate:"required,max=64"`
	Part       int                `json:"part" validate:"gte=1"`
	Name       string             `json:"name" validate:"required,max=100"`
	Kind       RowKind            `json:"kind" validate:"required"`
	Comparator measure.Comparator `json:"comparator,omitempty"`
	Value      measure.Quantity   `json:"value"`
	Basis      measure.Basis      `json:"basis,omitempty"`
	Word       measure.Word       `json:"word,omitempty"`
}

func (r KPIRow) target() Target { return Target{r.Comparator, r.Value, r.Basis, r.Word} }

// Validate returns nil or a fault.List.
func (r KPIRow) Validate() error {
	l := check.Struct(r)
	l.Add("kind", RowKinds().Check(r.Kind))
	if r.Kind == YesNoRow {
		if r.target() != (Target{}) {
			l.Add("kind", catalogue().New(ErrTargets))
		}
		return l.Err()
	}
	l.Add("", r.target().bound().Validate())
	l.Add("", r.target().rules().Err())
	return l.Err()
}

// KPIForm returns the roster of indicators (绩效指标台账), a row for each target.
func KPIForm() sheet.Form[KPIRow] {
	type r = KPIRow
	return sheet.Form[KPIRow]{
		Name: "绩效指标台账",
		Columns: []sheet.Column[KPIRow]{
			sheet.Ref("合同编号", func(v *r) *ID { return &v.Contract }).At("contract").AsID(),
			sheet.Ref("指标编号", func(v *r) *string { return &v.KPI }).At("kpi").AsID(),
			sheet.Int("序号", func(v *r) *int { return &v.Part }).At("part").AsID(),
			sheet.Text("指标名称", func(v *r) *string { return &v.Name }).At("name").Alias("指标").AsRequired(),
			sheet.Key("类型", RowKinds(), func(v *r) *RowKind { return &v.Kind }).At("kind").AsRequired(),
			sheet.Key("比较方式", measure.Comparators(), func(v *r) *measure.Comparator { return &v.Comparator }).
				At("comparator"),
			sheet.Field("目标值", func(v *r) *measure.Quantity { return &v.Value }, orBlank(sheet.QuantityCell())).
				At("value"),
			sheet.Key("计数口径", measure.Bases(), func(v *r) *measure.Basis { return &v.Basis }).At("basis"),
			sheet.Key("量词", measure.Words(), func(v *r) *measure.Word { return &v.Word }).At("word").Alias("单位"),
		},
		Check: func(v *KPIRow) error { return v.Validate() },
	}
}

// KPIRows returns the rows of a contract's indicators (指标转台账行), targets before floors.
func KPIRows(c Contract) []KPIRow {
	var out []KPIRow
	for _, k := range c.KPIs {
		part := 0
		add := func(kind RowKind, t Target) {
			part++
			out = append(out, KPIRow{c.ID, k.Code, part, k.Name, kind, t.Comparator, t.Value, t.Basis, t.Word})
		}
		if k.Boolean {
			add(YesNoRow, Target{})
		}
		for _, t := range k.Targets {
			add(TotalRow, t)
		}
		for _, t := range k.Floors {
			add(FloorRow, t)
		}
	}
	return out
}

// KPIsOf returns the indicators of a contract from the rows of a roster (台账行转指标), in the order in which they appear, the
// parts of each by number. Rows of one indicator that give it different names are [ErrRowName] at "[3].name"; rows are
// otherwise taken as they are, see [KPIRow.Validate].
func KPIsOf(contract ID, rows []KPIRow) ([]KPI, error) {
	var (
		l     fault.List
		order []string
		named = make(map[string]string)
		parts = make(map[string][]KPIRow)
	)
	for i, r := range rows {
		if r.Contract != contract {
			continue
		}
		if name, again := named[r.KPI]; !again {
			named[r.KPI], order = r.Name, append(order, r.KPI)
		} else if name != r.Name {
			l.Add(fault.Index("", i)+".name", catalogue().New(ErrRowName))
		}
		parts[r.KPI] = append(parts[r.KPI], r)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	var out []KPI
	for _, code := range order {
		k := KPI{Code: code, Name: named[code]}
		slices.SortStableFunc(parts[code], func(a, b KPIRow) int { return cmp.Compare(a.Part, b.Part) })
		for _, r := range parts[code] {
			switch r.Kind {
			case YesNoRow:
				k.Boolean = true
			case FloorRow:
				k.Floors = append(k.Floors, r.target())
			default:
				k.Targets = append(k.Targets, r.target())
			}
		}
		out = append(out, k)
	}
	return out, nil
}
