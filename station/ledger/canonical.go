package ledger

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/money"
)

// canonTag and canonVersion begin the canonical bytes of every entry. A change of what follows is a new version.
const (
	canonTag     = "SGLE"
	canonVersion = 1
)

// Canonical returns the bytes of the entry (规范字节) that the chain covers: every number of fixed width, big endian;
// every text with its length in front; every list with its count. They do not depend on JSON, on the order of a map
// or on a setting. The error is a fault.List of what cannot be encoded: texts too long or malformed, lists too long
// or out of order.
//
// Days are encoded as the number 20060102, 0 when not recorded; amounts as smallest parts and the text of their unit.
func (e Entry) Canonical() ([]byte, error) {
	if l := e.form(); len(l) > 0 {
		return nil, l
	}
	return e.append(nil), nil
}

func (e *Entry) append(b []byte) []byte {
	b = append(b, canonTag...)
	b = binary.BigEndian.AppendUint16(b, canonVersion)
	b = day(b, e.Date)
	b = texts(b, string(e.Kind), e.Key, e.Reverses)
	b = count(b, len(e.Legs))
	for i := range e.Legs {
		b = e.Legs[i].AppendCanonical(b)
	}
	b = texts(b, e.Memo)
	b = count(b, len(e.Lots))
	for _, l := range e.Lots {
		b = texts(b, string(l.ID), l.Unit.text, l.Batch, l.Place)
		b = day(b, l.Expiry)
	}
	b = count(b, len(e.Valuations))
	for _, v := range e.Valuations {
		b = texts(b, string(v.Lot), string(v.Basis), v.Quantity.unit.text, v.UnitPrice, v.Exact, string(v.Rounding))
		b = binary.BigEndian.AppendUint64(b, uint64(v.Quantity.minor))
		b = binary.BigEndian.AppendUint64(b, uint64(v.Value.Fen()))
		b = evidence(b, v.Evidence)
		b = texts(b, string(v.Valuer), string(v.Reviewer))
	}
	b = count(b, len(e.Evidence))
	for _, v := range e.Evidence {
		b = evidence(b, v)
	}
	b = texts(b, string(e.Consent.By), e.Consent.Number, e.Consent.Digest)
	b = day(b, e.Consent.Date)
	b = day(b, e.Affects.From())
	b = day(b, e.Affects.Last())
	b = day(b, e.Until)
	b = texts(b, e.Receipt, string(e.Maker), string(e.Checker))
	b = day(b, e.Closing.Through)
	b = texts(b, e.Closing.Head.String(), e.Closing.Digest)
	b = count(b, len(e.Meta))
	for _, m := range e.Meta {
		b = texts(b, m.Key, m.Value)
	}
	return b
}

// AppendCanonical appends the canonical bytes of the leg: the number, and as a block with its length in front the
// unit and the other fields, its place. Texts of more than 65,535 bytes, which no valid leg has, are not encoded
// truly.
func (l *Leg) AppendCanonical(b []byte) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(l.Amount.minor))
	at := len(b)
	b = texts(append(b, 0, 0, 0, 0), l.Amount.unit.text)
	for _, s := range l.texts() {
		b = texts(b, *s)
	}
	binary.BigEndian.PutUint32(b[at:], uint32(len(b)-at-4))
	return b
}

func texts(b []byte, ss ...string) []byte {
	for _, s := range ss {
		b = binary.BigEndian.AppendUint16(b, uint16(len(s)))
		b = append(b, s...)
	}
	return b
}

func count(b []byte, n int) []byte { return binary.BigEndian.AppendUint32(b, uint32(n)) }

func day(b []byte, d cal.Date) []byte {
	return binary.BigEndian.AppendUint32(b, uint32(d.Year()*10000+int(d.Month())*100+d.Day()))
}

func evidence(b []byte, v Evidence) []byte {
	return day(texts(b, string(v.Kind), v.Number, v.Issuer, v.Digest), v.Date)
}

// DecodeEntry reads canonical bytes, strictly: it accepts exactly what [Entry.Canonical] writes, or returns
// [ErrCanonical]. It does not judge the entry: see [Entry.Validate].
func DecodeEntry(body []byte) (Entry, error) {
	d := decoder{b: body}
	e := d.entry()
	if d.bad || len(d.b) > 0 || len(e.form()) > 0 {
		return Entry{}, Refuse(I9, ErrCanonical)
	}
	return e, nil
}

// decoder reads from the front of b; once bad it reads zeros.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) take(n int) []byte {
	if d.bad || len(d.b) < n {
		d.bad = true
		return nil
	}
	head := d.b[:n]
	d.b = d.b[n:]
	return head
}

func (d *decoder) u32() uint32 {
	if b := d.take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

// count reads how many bytes or elements follow. More than there are bytes is bad, and would not fit an int of 32 bits.
func (d *decoder) count() int {
	n := d.u32()
	if uint64(n) > uint64(len(d.b)) {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *decoder) minor() int64 {
	if b := d.take(8); b != nil {
		n := int64(binary.BigEndian.Uint64(b))
		d.bad = d.bad || n == math.MinInt64
		return n
	}
	return 0
}

func (d *decoder) bytes() []byte {
	if b := d.take(2); b != nil {
		return d.take(int(binary.BigEndian.Uint16(b)))
	}
	return nil
}

func (d *decoder) text() string { return string(d.bytes()) }

func (d *decoder) day() cal.Date {
	n := int64(d.u32())
	if n == 0 {
		return cal.Date{}
	}
	date, err := cal.On(int(n/10000), time.Month(n/100%100), int(n%100))
	d.bad = d.bad || err != nil
	return date
}

func (d *decoder) unit() Unit {
	s := d.text()
	if s == "" {
		return Unit{}
	}
	u, err := ParseUnit(s)
	d.bad = d.bad || err != nil
	return u
}

// amount makes an amount of both parts; an amount without a unit is 0.
func (d *decoder) amount(minor int64, u Unit) Amount {
	d.bad = d.bad || u.IsZero() && minor != 0
	return Amount{minor, u}
}

// listOf reads a count and that many elements, each of at least size bytes.
func listOf[T any](d *decoder, size int, read func() T) []T {
	n := d.count()
	if n == 0 || d.bad || n > len(d.b)/size {
		d.bad = d.bad || n != 0
		return nil
	}
	out := make([]T, n)
	for i := range out {
		out[i] = read()
	}
	return out
}

func (d *decoder) evidence() Evidence {
	v := Evidence{Kind: EvidenceKind(d.text()), Number: d.text(), Issuer: d.text(), Digest: d.text()}
	v.Date = d.day()
	return v
}

// head reads what every entry begins with.
func (d *decoder) head() {
	if b := d.take(len(canonTag) + 2); string(b) != canonTag+"\x00\x01" {
		d.bad = true
	}
}

func (d *decoder) entry() (e Entry) {
	d.head()
	e.Date = d.day()
	e.Kind = Kind(d.text())
	e.Key = d.text()
	e.Reverses = d.text()
	e.Legs = listOf(d, 12, d.leg)
	e.Memo = d.text()
	e.Lots = listOf(d, 12, func() (l Lot) {
		l.ID = LotID(d.text())
		l.Unit = d.unit()
		l.Batch = d.text()
		l.Place = d.text()
		l.Expiry = d.day()
		return l
	})
	e.Valuations = listOf(d, 44, func() (v Valuation) {
		v.Lot = LotID(d.text())
		v.Basis = Basis(d.text())
		u := d.unit()
		v.UnitPrice = d.text()
		v.Exact = d.text()
		v.Rounding = money.Rounding(d.text())
		v.Quantity = d.amount(d.minor(), u)
		v.Value = money.Fen(d.minor())
		v.Evidence = d.evidence()
		v.Valuer = PartyRef(d.text())
		v.Reviewer = PartyRef(d.text())
		return v
	})
	e.Evidence = listOf(d, 12, d.evidence)
	e.Consent.By = ConsentBy(d.text())
	e.Consent.Number = d.text()
	e.Consent.Digest = d.text()
	e.Consent.Date = d.day()
	e.Affects = d.period()
	e.Until = d.day()
	e.Receipt = d.text()
	e.Maker = PartyRef(d.text())
	e.Checker = PartyRef(d.text())
	e.Closing.Through = d.day()
	if s := d.text(); s != "" {
		h, err := chain.ParseHead(s)
		d.bad = d.bad || err != nil
		e.Closing.Head = h
	}
	e.Closing.Digest = d.text()
	e.Meta = listOf(d, 4, func() (m Meta) {
		m.Key = d.text()
		m.Value = d.text()
		return m
	})
	return e
}

func (d *decoder) period() cal.Period {
	from, last := d.day(), d.day()
	if from.IsZero() && last.IsZero() {
		return cal.Period{}
	}
	if last.IsZero() {
		return cal.Since(from)
	}
	p, err := cal.Through(from, last)
	d.bad = d.bad || err != nil || p.Last() != last
	return p
}

func (d *decoder) leg() Leg {
	n := d.minor()
	l, ok := place(d.take(d.count()))
	d.bad = d.bad || !ok
	l.Amount = d.amount(n, l.Amount.unit)
	return l
}

// place reads the block of a leg that says where its amount belongs.
func place(block []byte) (l Leg, ok bool) {
	d := decoder{b: block}
	l.Amount.unit = d.unit()
	for _, s := range l.texts() {
		*s = d.text()
	}
	return l, !d.bad && len(d.b) == 0
}

// DecodePlace reads the block that [Glance] yields: a leg whose amount is 0 of its unit. The error is [ErrCanonical].
func DecodePlace(block []byte) (Leg, error) {
	l, ok := place(block)
	if !ok {
		return Leg{}, Refuse(I9, ErrCanonical)
	}
	return l, nil
}

// Glance reads what a balance needs from canonical bytes, without allocating: day, kind, and for each leg its number
// and the block that says where it belongs, which is part of body. What stands behind the legs is not looked at. The
// error is [ErrCanonical].
func Glance(body []byte, leg func(minor int64, place []byte)) (on cal.Date, kind []byte, err error) {
	d := decoder{b: body}
	d.head()
	on, kind = d.day(), d.bytes()
	d.bytes() // key
	d.bytes() // reverses
	for n := d.u32(); n > 0 && !d.bad; n-- {
		minor := d.minor()
		if block := d.take(d.count()); !d.bad {
			leg(minor, block)
		}
	}
	if d.bad {
		return cal.Date{}, nil, Refuse(I9, ErrCanonical)
	}
	return on, kind, nil
}
