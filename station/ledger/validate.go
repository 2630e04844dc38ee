package ledger

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Limits of one entry.
const (
	MaxLegs    = 10000
	maxList    = 1000 // lots, valuations
	maxPapers  = 100  // evidence, meta
	maxRef     = 64   // bytes of a key or reference
	maxName    = 200
	maxMemo    = 1000
	maxDigest  = 160
	maxProduct = 40
)

// faults collects problems; its methods leave no trace of what is right.
type faults struct{ fault.List }

// textFault is what is wrong with a text, if anything.
func textFault(s string, limit int) (fault.Fault, bool) {
	if s == "" {
		return fault.Fault{}, false
	}
	plain := len(s) <= limit
	for i := range len(s) {
		plain = plain && s[i] > ' ' && s[i] < 0x7F
	}
	switch {
	case plain:
		return fault.Fault{}, false
	case len(s) > limit || !utf8.ValidString(s) || strings.TrimSpace(s) != s:
		return Refuse(I2, ErrText, "max", strconv.Itoa(limit)), true
	case strings.ContainsFunc(s, invisible):
		return Refuse(I2, ErrInvisible), true
	}
	return fault.Fault{}, false
}

func invisible(r rune) bool {
	return r != ' ' && !unicode.IsGraphic(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

func (l *faults) text(path, s string, limit int, required bool) {
	if f, bad := textFault(s, limit); bad {
		l.Add(path, f)
	} else if required && s == "" {
		l.Add(path, Refuse(I2, ErrMissing))
	}
}

// party checks a reference and that it is none of the numbers that identify a person by themselves.
func (l *faults) party(path string, p PartyRef) {
	l.text(path, string(p), maxRef, false)
	if personal(string(p)) {
		l.Add(path, Refuse(I2, ErrPersonal))
	}
}

// personal recognises a mobile number and a resident's number by its birthday and check digit (GB 11643), since 18
// digits alone may as well be a key of a database.
func personal(s string) bool {
	switch {
	case len(s) == 11:
		return s[0] == '1' && s[1] > '2' && strings.Trim(s, "0123456789") == ""
	case len(s) != 18 || strings.Trim(s[:17], "0123456789") != "":
		return false
	}
	year, _ := strconv.Atoi(s[6:10])
	monthDay, _ := strconv.Atoi(s[10:14])
	sum := 0
	for i := range 17 {
		sum += int(s[i]-'0') * (1 << (17 - i) % 11)
	}
	_, err := cal.On(year, time.Month(monthDay/100), monthDay%100)
	return err == nil && year > 1850 && strings.ToUpper(s[17:]) == "10X98765432"[sum%11:][:1]
}

func word[K ~string](l *faults, path string, words vocab.List[K], k K, required bool) {
	if err := words.Check(k); err != nil {
		l.Add(path, err)
	} else if required && k == "" {
		l.Add(path, Refuse(I2, ErrMissing))
	}
}

func (l *faults) digest(path, s string) {
	algorithm, digits, ok := strings.Cut(s, ":")
	ok = ok && algorithm != "" && strings.Trim(algorithm, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" &&
		len(digits) >= 32 && strings.Trim(digits, "0123456789abcdef") == "" && len(s) <= maxDigest
	if s != "" && !ok {
		l.Add(path, Refuse(I2, ErrText, "max", strconv.Itoa(maxDigest)))
	}
}

// exactly wants a field to be there if and only if it is wanted.
func (l *faults) exactly(path string, present, wanted bool, inv Invariant) {
	if wanted && !present {
		l.Add(path, Refuse(inv, ErrMissing))
	} else if !wanted && present {
		l.Add(path, Refuse(inv, ErrNeedless))
	}
}

func (l *faults) count(path string, n, limit int) {
	if n > limit {
		l.Add(path, Refuse(I2, ErrLimit, "max", strconv.Itoa(limit)))
	}
}

// Validate returns a fault.List of every problem that the entry shows by itself: its form (I2), balance (I1),
// valuations (I11) and time beside money (I14). What depends on the book is judged by the journal.
func (e Entry) Validate() error {
	l := faults{e.form()}
	if l.Has(ErrLimit) {
		return l.Err()
	}
	word(&l, "kind", Kinds(), e.Kind, true)
	for i, leg := range e.Legs {
		if !Accounts().Known(leg.Account) {
			word(&l, fault.Index("legs", i)+".account", Accounts(), leg.Account, true)
		}
		if leg.Use != "" && !UseClasses().Known(leg.Use) {
			word(&l, fault.Index("legs", i)+".use", UseClasses(), leg.Use, false)
		}
	}
	for i, v := range e.Evidence {
		word(&l, fault.Index("evidence", i)+".kind", EvidenceKinds(), v.Kind, true)
	}
	for i, v := range e.Valuations {
		word(&l, fault.Index("valuations", i)+".basis", Bases(), v.Basis, true)
		word(&l, fault.Index("valuations", i)+".evidence.kind", EvidenceKinds(), v.Evidence.Kind, false)
	}
	word(&l, "consent.by", Consents(), e.Consent.By, !e.Consent.IsZero())
	e.legRules(&l)
	e.balance(&l)
	e.fieldRules(&l)
	e.valuationRules(&l)
	return l.Err()
}

// form is what an entry must be to have canonical bytes: texts, limits, order.
func (e Entry) form() fault.List {
	var l faults
	l.text("key", e.Key, maxRef, true)
	l.text("kind", string(e.Kind), maxRef, false)
	l.text("memo", e.Memo, maxMemo, false)
	l.text("reverses", e.Reverses, maxRef, false)
	l.text("receipt", e.Receipt, maxRef, false)
	l.party("maker", e.Maker)
	l.party("checker", e.Checker)
	if e.Date.IsZero() {
		l.Add("date", Refuse(I2, ErrMissing))
	}
	l.count("legs", len(e.Legs), MaxLegs)
	l.count("lots", len(e.Lots), maxList)
	l.count("valuations", len(e.Valuations), maxList)
	l.count("evidence", len(e.Evidence), maxPapers)
	l.count("meta", len(e.Meta), maxPapers)
	if l.Has(ErrLimit) {
		return l.List // too long to be looked at
	}
	for i, leg := range e.Legs {
		for j, s := range leg.texts() {
			if f, bad := textFault(*s, maxRef); bad {
				l.Add(fault.Index("legs", i)+"."+legNames[j], f)
			}
		}
		if leg.Party != "" {
			l.party(fault.Index("legs", i)+".party", leg.Party)
		}
	}
	for i, lot := range e.Lots {
		p := fault.Index("lots", i)
		l.text(p+".id", string(lot.ID), maxRef, true)
		l.text(p+".batch", lot.Batch, maxRef, false)
		l.text(p+".place", lot.Place, maxName, false)
		if lot.Unit.Kind() != Goods {
			l.Add(p+".unit", Refuse(I10, ErrUnit))
		}
		if j := slices.IndexFunc(e.Lots[:i], func(o Lot) bool { return o.ID == lot.ID }); j >= 0 {
			l.Add(p+".id", Refuse(I10, ErrDuplicate, "other", fault.Index("lots", j)))
		}
	}
	for i, v := range e.Valuations {
		p := fault.Index("valuations", i)
		l.text(p+".lot", string(v.Lot), maxRef, true)
		l.text(p+".basis", string(v.Basis), maxRef, false)
		l.text(p+".unit_price", v.UnitPrice, maxProduct, false)
		l.text(p+".exact", v.Exact, maxProduct, false)
		l.text(p+".rounding", string(v.Rounding), maxRef, false)
		l.evidence(p+".evidence", v.Evidence)
		l.party(p+".valuer", v.Valuer)
		l.party(p+".reviewer", v.Reviewer)
	}
	for i, v := range e.Evidence {
		l.evidence(fault.Index("evidence", i), v)
	}
	l.text("consent.by", string(e.Consent.By), maxRef, false)
	l.text("consent.number", e.Consent.Number, maxRef, !e.Consent.IsZero())
	l.digest("consent.digest", e.Consent.Digest)
	l.digest("closing.digest", e.Closing.Digest)
	for i, m := range e.Meta {
		l.text(fault.Index("meta", i)+".key", m.Key, maxRef, true)
		l.text(fault.Index("meta", i)+".value", m.Value, maxMemo, false)
		if i > 0 && e.Meta[i-1].Key >= m.Key {
			l.Add(fault.Index("meta", i)+".key", Refuse(I2, ErrOrder))
		}
	}
	return l.List
}

func (l *faults) evidence(path string, v Evidence) {
	l.text(path+".kind", string(v.Kind), maxRef, false)
	l.text(path+".number", v.Number, maxRef, false)
	l.text(path+".issuer", v.Issuer, maxName, false)
	l.digest(path+".digest", v.Digest)
}

// legNames are the JSON names of what texts returns.
var legNames = [...]string{"account", "fund", "purpose", "use", "line", "station", "party", "lot", "contract",
	"commitment", "book"}

// texts are the leg's fields but for the amount, in the order of the canonical bytes.
func (l *Leg) texts() [len(legNames)]*string {
	return [...]*string{(*string)(&l.Account), (*string)(&l.Fund), (*string)(&l.Purpose), (*string)(&l.Use),
		(*string)(&l.Line), &l.Station, (*string)(&l.Party), (*string)(&l.Lot), &l.Contract, &l.Commitment, &l.Book}
}

// legRules checks each leg by itself and what an entry may mix.
func (e Entry) legRules(l *faults) {
	if e.Kind.Bare() != (len(e.Legs) == 0) || len(e.Legs) == 1 {
		l.Add("legs", Refuse(I2, ErrLegs))
	}
	timeAt, otherAt := -1, -1
	for i, leg := range e.Legs {
		add := func(field string, f fault.Fault) { l.Add(fault.Index("legs", i)+"."+field, f) }
		exactly := func(field, s string, wanted bool, inv Invariant) {
			if wanted != (s != "") {
				l.exactly(fault.Index("legs", i)+"."+field, s != "", wanted, inv)
			}
		}
		kind := leg.Amount.unit.Kind()
		if leg.Amount.minor == 0 {
			add("amount", Refuse(I2, ErrZero))
		}
		if leg.Account != "" && leg.Account.Class() != "" && !leg.Account.Holds(kind) {
			add("amount", Refuse(I2, ErrAccount))
		}
		exactly("fund", string(leg.Fund), kind != Time, I1)
		exactly("commitment", leg.Commitment, leg.Account.Class() == Memo, I3)
		exactly("book", leg.Book, leg.Account == InterBook, I15)
		if leg.Lot == "" && (leg.Account == Stock || kind == Goods) {
			add("lot", Refuse(I10, ErrMissing))
		}
		if leg.Party == "" && kind == Time && (leg.Account == TimeBank || leg.Account == Volunteer) {
			add("party", Refuse(I2, ErrMissing))
		}
		if kind == Time {
			timeAt = i
		} else {
			otherAt = i
		}
	}
	if timeAt >= 0 && otherAt >= 0 {
		l.Add(fault.Index("legs", timeAt)+".amount", Refuse(I14, ErrTimeMoney))
	}
}

// Transfer reports whether the goods of the entry, if any, only move between lots, stations and funds of the book.
func (e Entry) Transfer() bool {
	return !slices.ContainsFunc(e.Legs, func(l Leg) bool {
		return l.Amount.unit.Kind() == Goods && l.Account != Stock && l.Account != InterFund
	})
}

// balance checks I1: per fund and unit, within it per commitment, and per lot of goods unless they only move from lot
// to lot; and what leaves one fund for another must arrive.
func (e Entry) balance(l *faults) {
	type group struct {
		fund FundID
		unit Unit
		part string // a commitment or a lot
	}
	type total struct {
		Total
		first int
	}
	sums := make(map[group]*total, 4)
	order := make([]group, 0, 4)
	transfer, between := e.Transfer(), make(map[Unit]*total)
	add := func(g group, i int, n int64) {
		t := sums[g]
		if t == nil {
			t = &total{first: i}
			sums[g], order = t, append(order, g)
		}
		t.Add(n)
	}
	for i, leg := range e.Legs {
		g := group{leg.Fund, leg.Amount.unit, leg.Commitment}
		if leg.Amount.unit.Kind() == Goods && !transfer {
			g.part = string(leg.Lot)
		}
		add(g, i, leg.Amount.minor)
		if leg.Account == InterFund {
			if between[leg.Amount.unit] == nil {
				between[leg.Amount.unit] = &total{first: i}
			}
			between[leg.Amount.unit].Add(leg.Amount.minor)
		}
	}
	for _, g := range order {
		if t := sums[g]; t.Total != (Total{}) {
			l.Add(fault.Index("legs", t.first), Refuse(I1, ErrUnbalanced))
		}
	}
	for i, leg := range e.Legs {
		if t := between[leg.Amount.unit]; t != nil && t.first == i && t.Total != (Total{}) {
			l.Add(fault.Index("legs", i), Refuse(I1, ErrOneSided))
		}
	}
}

// fieldRules checks which fields a kind of entry needs.
func (e Entry) fieldRules(l *faults) {
	l.exactly("reverses", e.Reverses != "", e.Kind == Reversal, I5)
	l.exactly("closing", !e.Closing.IsZero(), e.Kind.Period(), I6)
	if e.Kind != Reserve {
		l.exactly("until", !e.Until.IsZero(), false, I3)
	} else if !e.Until.IsZero() && e.Until.Before(e.Date) {
		l.Add("until", Refuse(I3, ErrOrder))
	}
	if e.Kind == PurposeChange {
		l.exactly("consent", !e.Consent.IsZero(), true, I4)
	}
	if e.Kind == Reversal {
		l.exactly("lots", len(e.Lots) > 0, false, I5)
		l.exactly("valuations", len(e.Valuations) > 0, false, I5)
	}
	if e.Consent.Date.After(e.Date) {
		l.Add("consent.date", Refuse(I4, ErrOrder))
	}
	if e.Maker != "" && e.Maker == e.Checker {
		l.Add("checker", Refuse(I2, ErrSame))
	}
	for i, lot := range e.Lots {
		if !slices.ContainsFunc(e.Legs, func(leg Leg) bool { return leg.Lot == lot.ID }) {
			l.Add(fault.Index("lots", i), Refuse(I10, ErrNeedless))
		}
	}
}
