package ledger

import (
	"context"
	"math/bits"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Fund is a pot of money and goods with its own rules (资金, 专项). The restriction lies here and not in an account
// code, so one journal serves every edition of the charts. What a board earmarks by itself is Unrestricted.
//
// Purposes are the allowed ones, required of a fund restricted to purposes. Forbidden are classes of use that its documents
// exclude, whatever the restriction; spending then names its class. Window is when it may be spent, required of a fund
// restricted in time. Agency marks money that is only passed on to a named recipient (受托代理): it has neither income nor
// expense.
type Fund struct {
	ID          FundID      `json:"id"`
	Name        string      `json:"name"`
	Source      SourceKind  `json:"source"`
	Document    string      `json:"document,omitempty"` // 文号
	Restriction Restriction `json:"restriction"`
	Purposes    []Purpose   `json:"purposes,omitempty"`
	Forbidden   []UseClass  `json:"forbidden,omitempty"`
	Window      cal.Period  `json:"window,omitzero"`
	Agency      bool        `json:"agency,omitempty"`
	Guard       Guard       `json:"guard"`
	Donor       PartyRef    `json:"donor,omitempty"`
	Agreement   string      `json:"agreement,omitempty"` // 捐赠协议或合同编号
	Caps        []Cap       `json:"caps,omitempty"`      // 协议约定优先 (慈善法 61)
}

// Restricted reports whether purpose or time are limited.
func (f Fund) Restricted() bool { return f.Restriction != "" && f.Restriction != Unrestricted }

// LimitsPurpose reports whether the restriction is one to purposes.
func (f Fund) LimitsPurpose() bool { return f.Restriction == ByPurpose || f.Restriction == ByBoth }

// Validate returns a fault.List of what is missing, malformed or contradictory: [ErrRules] for a restriction without its
// purposes or window and for a restricted fund that may be overdrawn.
func (f Fund) Validate() error {
	var l faults
	l.text("id", string(f.ID), maxRef, true)
	l.text("name", f.Name, maxName, true)
	l.text("document", f.Document, maxName, false)
	l.text("agreement", f.Agreement, maxName, false)
	l.party("donor", f.Donor)
	word(&l, "source", Sources(), f.Source, true)
	word(&l, "restriction", Restrictions(), f.Restriction, true)
	word(&l, "guard", Guards(), f.Guard, true)
	for i, p := range f.Purposes {
		l.text(fault.Index("purposes", i), string(p), maxRef, true)
	}
	for i, u := range f.Forbidden {
		word(&l, fault.Index("forbidden", i), UseClasses(), u, true)
	}
	if f.LimitsPurpose() && len(f.Purposes) == 0 {
		l.Add("purposes", Refuse(I4, ErrRules))
	}
	if (f.Restriction == ByTime || f.Restriction == ByBoth) && f.Window.IsZero() {
		l.Add("window", Refuse(I4, ErrRules))
	}
	if f.Restricted() && f.Guard == Unguarded {
		l.Add("guard", Refuse(I3, ErrRules))
	}
	for i, c := range f.Caps {
		l.Add(fault.Index("caps", i), c.Validate())
	}
	return l.Err()
}

// FundSource finds funds (资金来源目录). A fund's rules may change from day to day; entries are judged by those of
// the moment of posting and never again.
type FundSource interface {
	Fund(ctx context.Context, id FundID) (Fund, bool, error)
}

// Funds is a fixed set of funds, a [FundSource]. The zero value is empty. It is immutable.
type Funds struct{ byID map[FundID]Fund }

// NewFunds returns the set of these funds: a fault.List of every problem of every fund, and of every ID that comes twice.
func NewFunds(funds ...Fund) (Funds, error) {
	s := Funds{make(map[FundID]Fund, len(funds))}
	var l fault.List
	for i, f := range funds {
		l.Add(fault.Index("", i), f.Validate())
		if _, twice := s.byID[f.ID]; twice {
			l.Add(fault.Index("", i)+".id", Refuse(I2, ErrDuplicate, "other", "id"))
		}
		f.Purposes, f.Forbidden, f.Caps = slices.Clone(f.Purposes), slices.Clone(f.Forbidden), slices.Clone(f.Caps)
		s.byID[f.ID] = f
	}
	if err := l.Err(); err != nil {
		return Funds{}, err
	}
	return s, nil
}

// Fund returns the fund with this ID. It never fails.
func (s Funds) Fund(_ context.Context, id FundID) (Fund, bool, error) {
	f, ok := s.byID[id]
	return f, ok, nil
}

// CapBase is what a cap is measured by (限额基数). The zero value is not recorded.
type CapBase string

// The bases.
const (
	YearSpending   CapBase = "year_spending"    // 本年总支出
	LastYearIncome CapBase = "last_year_income" // 上年总收入
	NetAssetsEnd   CapBase = "net_assets"       // 上年末净资产
	FundReceived   CapBase = "fund_received"    // 该项资金收到总额
)

// CapBases returns the bases.
func CapBases() vocab.List[CapBase] { return capBases() }

var capBases = list("限额基数", "base of a cap",
	vocab.Entry[CapBase]{Key: YearSpending, ZH: "本年总支出", EN: "total spending of the year"},
	vocab.Entry[CapBase]{Key: LastYearIncome, ZH: "上年总收入", EN: "total income of the last year"},
	vocab.Entry[CapBase]{Key: NetAssetsEnd, ZH: "上年末净资产", EN: "net assets at the end of the last year"},
	vocab.Entry[CapBase]{Key: FundReceived, ZH: "资金收到总额", EN: "total received by the fund"},
)

// Cap is a limit or a floor for a kind of spending (支出比例限额), such as 管理费用不高于当年总支出的一成: what the
// accounts spend is compared with a share of the base. Which share depends on the day and on the size of the
// organisation, so it is data, with its source. Exempt, where known, is the amount below which the cap does not apply
// (民发〔2016〕189号: 管理费用低于20万元, reported): exactly that amount is measured.
type Cap struct {
	Name       string                    `json:"name"`
	Accounts   []Account                 `json:"accounts"`
	Comparator measure.Comparator        `json:"comparator"` // at_most or at_least
	Base       CapBase                   `json:"base"`
	Tiers      []CapTier                 `json:"tiers"`
	Exempt     known.Value[money.Amount] `json:"exempt,omitzero"`
	Source     vocab.Source              `json:"source"`
}

// CapTier is a share in force for a time and for organisations of a size (限额档次): net assets of From or more and
// less than Below, where these are known.
type CapTier struct {
	Valid cal.Period                `json:"valid"`
	From  known.Value[money.Amount] `json:"from,omitzero"`
	Below known.Value[money.Amount] `json:"below,omitzero"`
	Ratio measure.Ratio             `json:"ratio"`
}

// Validate returns a fault.List of what is missing or unknown, as [ErrCap].
func (c Cap) Validate() error {
	var l faults
	l.text("name", c.Name, maxName, true)
	word(&l, "base", CapBases(), c.Base, true)
	for i, a := range c.Accounts {
		word(&l, fault.Index("accounts", i), Accounts(), a, true)
	}
	if c.Comparator != measure.AtMost && c.Comparator != measure.AtLeast {
		l.Add("comparator", Refuse(I16, ErrCap))
	}
	if len(c.Accounts) == 0 {
		l.Add("accounts", Refuse(I16, ErrCap))
	}
	if len(c.Tiers) == 0 {
		l.Add("tiers", Refuse(I16, ErrCap))
	}
	for i, t := range c.Tiers {
		if t.Valid.IsZero() || t.Ratio.Sign() < 0 {
			l.Add(fault.Index("tiers", i), Refuse(I16, ErrCap))
		}
	}
	l.Add("source", c.Source.Validate())
	return l.Err()
}

// Tier returns the first tier in force on a day for an organisation of this size.
func (c Cap) Tier(on cal.Date, size money.Amount) (CapTier, bool) {
	for _, t := range c.Tiers {
		from, atLeast := t.From.Get()
		below, limited := t.Below.Get()
		if t.Valid.Contains(on) && (!atLeast || size.Compare(from) >= 0) && (!limited || size.Compare(below) < 0) {
			return t, true
		}
	}
	return CapTier{}, false
}

// Keeps reports whether spending part of base keeps the cap at this tier: exempt, or part × denominator compares as
// it should with base × numerator, in 128 bits and without dividing (I16). Negative amounts count as zero.
func (c Cap) Keeps(t CapTier, part, base money.Amount) bool {
	if exempt, ok := c.Exempt.Get(); ok && part.Compare(exempt) < 0 {
		return true
	}
	left, leftLow := bits.Mul64(uint64(max(part.Fen(), 0)), uint64(t.Ratio.Den()))
	right, rightLow := bits.Mul64(uint64(max(base.Fen(), 0)), uint64(max(t.Ratio.Num(), 0)))
	less, equal := left < right || left == right && leftLow < rightLow, left == right && leftLow == rightLow
	return equal || less == (c.Comparator == measure.AtMost)
}
