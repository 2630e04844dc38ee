package ledger

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Dimension is a field of a leg by which balances are grouped (维度). The unit always is one.
type Dimension string

// The dimensions, by the JSON names of a leg's fields.
const (
	ByAccount    Dimension = "account"
	ByFund       Dimension = "fund"
	ByUse        Dimension = "use"
	ByLine       Dimension = "line"
	ByStation    Dimension = "station"
	ByParty      Dimension = "party"
	ByLot        Dimension = "lot"
	ByContract   Dimension = "contract"
	ByCommitment Dimension = "commitment"
	ByBook       Dimension = "book"
	PerPurpose   Dimension = "purpose"
)

// Dimensions returns the dimensions.
func Dimensions() vocab.List[Dimension] { return dimensions() }

var dimensions = list("维度", "dimension",
	vocab.Entry[Dimension]{Key: ByAccount, ZH: "科目", EN: "account"},
	vocab.Entry[Dimension]{Key: ByFund, ZH: "资金", EN: "fund"},
	vocab.Entry[Dimension]{Key: PerPurpose, ZH: "用途", EN: "purpose"},
	vocab.Entry[Dimension]{Key: ByUse, ZH: "支出类别", EN: "class of use"},
	vocab.Entry[Dimension]{Key: ByLine, ZH: "预算项目", EN: "budget line"},
	vocab.Entry[Dimension]{Key: ByStation, ZH: "站点", EN: "station"},
	vocab.Entry[Dimension]{Key: ByParty, ZH: "当事方", EN: "party"},
	vocab.Entry[Dimension]{Key: ByLot, ZH: "批次", EN: "lot"},
	vocab.Entry[Dimension]{Key: ByContract, ZH: "合同", EN: "contract"},
	vocab.Entry[Dimension]{Key: ByCommitment, ZH: "占用", EN: "commitment"},
	vocab.Entry[Dimension]{Key: ByBook, ZH: "对方账簿", EN: "other book"},
)

// Keeper returns the function that clears every field of a leg but those of the dimensions and the unit, and sets its
// number to 0: legs of one group become equal. The error is a fault.List of unknown dimensions.
func Keeper(by ...Dimension) (func(Leg) Leg, error) {
	var kept [len(legNames)]bool
	var l fault.List
	for i, d := range by {
		l.Add(fault.Index("by", i), Dimensions().Check(d))
		if at := slices.Index(legNames[:], string(d)); at >= 0 {
			kept[at] = true
		}
	}
	return func(l Leg) Leg {
		l.Amount.minor = 0
		for i, s := range l.texts() {
			if !kept[i] {
				*s = ""
			}
		}
		return l
	}, l.Err()
}

// Compare orders legs by their fields, account first, then by unit and number.
func (l Leg) Compare(o Leg) int {
	x, y := l.texts(), o.texts()
	for i := range x {
		if c := strings.Compare(*x[i], *y[i]); c != 0 {
			return c
		}
	}
	return l.Amount.Compare(o.Amount)
}
