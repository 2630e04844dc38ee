package chart

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/vocab"
)

// Account is an account of a chart (会计科目). Class is one of asset, liability, net assets, income and expense. Contra marks an
// account that lessens another one of its class (备抵科目).
type Account struct {
	Code   string       `json:"code"`
	Name   string       `json:"name"`
	Class  ledger.Class `json:"class"`
	Contra bool         `json:"contra,omitempty"`
	Source vocab.Source `json:"source"`
}

// Rule says which account of the chart a logical account has (科目对应关系), for all funds or for restricted or unrestricted ones.
type Rule struct {
	Logical ledger.Account `json:"logical"`
	Scope   Scope          `json:"scope,omitempty"`
	Code    string         `json:"code"`
	Source  vocab.Source   `json:"source"`
}

// Definition is a chart as data (科目表定义). Presentation is how its statement of activities shows what restricted funds spend. Split
// lists the classes whose balances are shown apart for restricted and unrestricted funds.
type Definition struct {
	Edition      string                 `json:"edition"`
	Document     string                 `json:"document"`
	Valid        cal.Period             `json:"valid"`
	Presentation statement.Presentation `json:"presentation"`
	Split        []ledger.Class         `json:"split,omitempty"`
	Accounts     []Account              `json:"accounts"`
	Rules        []Rule                 `json:"rules"`
}

// Chart is a chart of accounts (会计科目表). The zero value is empty: everything is a gap. Make one with [New].
type Chart struct {
	def    Definition
	byCode map[string]Account
	byRule map[ruleKey]string
}

type ruleKey struct {
	logical    ledger.Account
	restricted bool
}

// ClassOf returns the class in which charts show a logical account (科目类别): its own, and net assets for moves between funds and books.
// Counter accounts of goods and time and commitments have none: no chart shows them.
func ClassOf(a ledger.Account) ledger.Class {
	switch c := a.Class(); c {
	case ledger.Transit:
		return ledger.NetAsset
	case ledger.Counter, ledger.Memo:
		return ""
	default:
		return c
	}
}

// New returns the chart of a definition, of which it keeps a copy. The error is a fault.List of everything missing, unknown, given
// twice or contradictory.
func New(d Definition) (Chart, error) {
	var l fault.List
	if d.Edition == "" {
		l.Add("edition", catalogue().New(ErrMissing))
	}
	if d.Valid.IsZero() {
		l.Add("valid", catalogue().New(ErrMissing))
	}
	if d.Presentation == "" {
		l.Add("presentation", catalogue().New(ErrMissing))
	}
	l.Add("presentation", statement.Presentations().Check(d.Presentation))
	c := Chart{def: d, byCode: make(map[string]Account, len(d.Accounts)), byRule: make(map[ruleKey]string, len(d.Rules))}
	c.def.Accounts, c.def.Rules, c.def.Split = slices.Clone(d.Accounts), slices.Clone(d.Rules), slices.Clone(d.Split)
	for i, a := range d.Accounts {
		at := fault.Index("accounts", i)
		if len(a.Code) < 4 || len(a.Code) > 12 || strings.Trim(a.Code, "0123456789") != "" {
			l.Add(at+".code", catalogue().New(ErrCode))
		}
		if a.Name == "" {
			l.Add(at+".name", catalogue().New(ErrMissing))
		}
		if !shown(a.Class) {
			l.Add(at+".class", catalogue().New(ErrClass))
		}
		if _, twice := c.byCode[a.Code]; twice {
			l.Add(at+".code", catalogue().New(ErrDuplicate))
		}
		l.Add(at+".source", a.Source.Validate())
		c.byCode[a.Code] = a
	}
	for i, r := range d.Rules {
		at := fault.Index("rules", i)
		account, listed := c.byCode[r.Code]
		switch {
		case ClassOf(r.Logical) == "":
			l.Add(at+".logical", catalogue().New(ErrClass))
		case !listed:
			l.Add(at+".code", catalogue().New(ErrUnlisted))
		case account.Class != ClassOf(r.Logical):
			l.Add(at+".code", catalogue().New(ErrClass))
		}
		l.Add(at+".source", r.Source.Validate())
		for _, restricted := range r.Scope.covers() {
			k := ruleKey{r.Logical, restricted}
			if _, twice := c.byRule[k]; twice {
				l.Add(at, catalogue().New(ErrDuplicate))
			}
			c.byRule[k] = r.Code
		}
		l.Add(at+".scope", Scopes().Check(r.Scope))
	}
	if err := l.Err(); err != nil {
		return Chart{}, err
	}
	return c, nil
}

func shown(c ledger.Class) bool {
	switch c {
	case ledger.Asset, ledger.Liability, ledger.NetAsset, ledger.Income, ledger.Expense:
		return true
	}
	return false
}

// Edition returns the name of the edition.
func (c Chart) Edition() string { return c.def.Edition }

// Document returns the document that the chart belongs to.
func (c Chart) Document() string { return c.def.Document }

// Valid returns when the edition is in force.
func (c Chart) Valid() cal.Period { return c.def.Valid }

// Presentation returns how the edition shows what restricted funds spend.
func (c Chart) Presentation() statement.Presentation { return c.def.Presentation }

// Splits reports whether balances of the class are shown apart for restricted and unrestricted funds.
func (c Chart) Splits(class ledger.Class) bool { return slices.Contains(c.def.Split, class) }

// Accounts returns the accounts sorted by code.
func (c Chart) Accounts() []Account {
	out := slices.Clone(c.def.Accounts)
	slices.SortFunc(out, func(a, b Account) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// Lookup returns the account with a code.
func (c Chart) Lookup(code string) (Account, bool) {
	a, ok := c.byCode[code]
	return a, ok
}

// Account returns the account of the chart for a logical account of a fund (对应科目); false is a gap, or an account that no chart
// shows.
func (c Chart) Account(logical ledger.Account, restricted bool) (Account, bool) {
	a, ok := c.byCode[c.byRule[ruleKey{logical, restricted}]]
	return a, ok
}

// Gaps returns the logical accounts that a chart should show and this one has no code for, of some funds or of all (缺口), in the order of
// the logical accounts.
func (c Chart) Gaps() []ledger.Account {
	var out []ledger.Account
	for e := range ledger.Accounts().All() {
		_, free := c.Account(e.Key, false)
		_, limited := c.Account(e.Key, true)
		if ClassOf(e.Key) != "" && !(free && limited) {
			out = append(out, e.Key)
		}
	}
	return out
}

// Grade returns the weakest provenance among the accounts and rules of the chart (依据等级), "" for an empty chart.
func (c Chart) Grade() vocab.Provenance {
	worst, found := -1, vocab.Provenance("")
	note := func(s vocab.Source) {
		n := 0
		for e := range vocab.Provenances().All() {
			if e.Key == s.Provenance && n > worst {
				worst, found = n, e.Key
			}
			n++
		}
	}
	for _, a := range c.def.Accounts {
		note(a.Source)
	}
	for _, r := range c.def.Rules {
		note(r.Source)
	}
	return found
}
