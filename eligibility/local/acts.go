package local

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Acts returns the acts of all places known here (地方文件), province by province in the order of their codes.
func Acts() []eligibility.Act {
	return slices.Concat(Beijing(), Tianjin(), Hebei(), Shanxi(), Neimenggu(), Liaoning(), Heilongjiang(), Shanghai(),
		Zhejiang(), Fujian(),
		Jiangxi(), Shandong(), Henan(), Hubei(), Hunan(), Guangdong(), Chongqing(), Sichuan(), Guizhou(), Yunnan(),
		Shaanxi(), Gansu(), Ningxia())
}

// Notes that many values carry.
const (
	noteOpen  = "起始日已知，此后是否调整未核"
	noteKnown = "起始日为已知最早之日，不一定是施行之日；此后是否调整未核"
)

func place(code string) division.Code { return division.MustParse(code) }

func since(day string) cal.Period { return cal.Since(cal.MustParse(day)) }

// through is the period of both days and all between.
func through(first, last string) cal.Period {
	p, err := cal.Through(cal.MustParse(first), cal.MustParse(last))
	if err != nil {
		panic(err) // a mistake in the tables of this package, which its tests would find
	}
	return p
}

func day(d string) cal.Date { return cal.MustParse(d) }

func yuan(n int64) money.Amount { return money.Fen(n * 100) }

// A text is one document as its nodes and values cite it: title with number, and how well it is known.
type text struct {
	title string
	grade vocab.Provenance
}

func reported(title string) text { return text{title, vocab.Reported} }

func official(title string) text { return text{title, vocab.Official} }

// at is a place in the document, or the document where the place is not known.
func (t text) at(article string) vocab.Source {
	return vocab.Source{Document: t.title, Article: article, Provenance: t.grade}
}

// says is a criterion that stands in the document.
func (t text) says(id, zh, en string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: t.at("")}
}

// means is a criterion that is our reading of the document; note says in Chinese what is read into it.
func (t text) means(id, zh, en, note string) eligibility.Criterion {
	c := t.says(id, zh, en)
	c.Source.Provenance, c.Note = vocab.Interpretation, note
	return c
}

// act makes the act of the document for a place. Values and fills that name no source of their own have its.
func (t text) act(id, zh, en, code string, force cal.Period, values []eligibility.Value,
	fills ...eligibility.Fill) eligibility.Act {
	a := eligibility.Act{ID: id, ZH: zh, EN: en, Source: t.at(""), In: place(code), Force: force, Values: values, Fills: fills}
	for i := range a.Values {
		v := &a.Values[i]
		if v.Source == (vocab.Source{}) {
			v.Source = a.Source
		}
		if v.Force.IsZero() {
			v.Force = force
		}
	}
	for i := range a.Fills {
		if a.Fills[i].Source == (vocab.Source{}) {
			a.Fills[i].Source = a.Source
		}
	}
	return a
}

// number adds the number of the document.
func number(a eligibility.Act, n string) eligibility.Act { a.Number = n; return a }

// noted puts a remark on values that have none.
func noted(note string, values ...eligibility.Value) []eligibility.Value {
	for i := range values {
		if values[i].Note == "" {
			values[i].Note = note
		}
	}
	return values
}

// in says where values apply. Standards of assistance are set by the province or the prefecture, for a county too.
func in(code string, values ...eligibility.Value) []eligibility.Value {
	for i := range values {
		v := &values[i]
		if v.Division = place(code); v.Division.Level() == division.County {
			switch v.Param {
			case standard, tekunBasic, careAble, carePartial, careFull:
				v.SetBy = division.Prefecture
			}
		}
	}
	return values
}

const urban, rural, both = eligibility.Urban, eligibility.Rural, eligibility.Area("")

// monthly is an amount printed as yuan a month, yearly one printed as yuan a year.
func monthly(k eligibility.ParamKey, a eligibility.Area, n int64) eligibility.Value {
	return eligibility.Value{Param: k, Area: a, Money: yuan(n), Per: eligibility.Monthly}
}

func yearly(k eligibility.ParamKey, a eligibility.Area, n int64) eligibility.Value {
	return eligibility.Value{Param: k, Area: a, Money: yuan(n), Per: eligibility.Yearly}
}

func ratio(k eligibility.ParamKey, r string) eligibility.Value {
	return eligibility.Value{Param: k, Ratio: measure.MustParseRatio(r)}
}

func comparator(k eligibility.ParamKey, c measure.Comparator) eligibility.Value {
	return eligibility.Value{Param: k, Comparator: c}
}

// subsidies are the two subsidies for disabled people: living, and care of grade one and two.
func subsidies(living, one, two int64) []eligibility.Value {
	return []eligibility.Value{monthly(livingSubsidy, both, living), monthly(careOne, both, one), monthly(careTwo, both, two)}
}

// children is the support of orphans and of children whom nobody raises: at home, and in an institution.
func children(home, facility int64) []eligibility.Value {
	return []eligibility.Value{monthly(childAtHome, both, home), monthly(childInsideAll, both, facility)}
}

// enacted fills a clause with a rule; a clause that is a switch has none.
func enacted(k eligibility.ClauseKey, n *eligibility.Node) eligibility.Fill {
	return eligibility.Fill{Clause: k, State: eligibility.Enacted, Node: n}
}

// during sets when a fill applies, where that is not as long as its act.
func during(f eligibility.Fill, p cal.Period) eligibility.Fill { f.Force = p; return f }

// published sets the day on which values became known.
func published(on string, values ...eligibility.Value) []eligibility.Value {
	for i := range values {
		values[i].Recorded = day(on)
	}
	return values
}
