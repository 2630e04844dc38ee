package ledger

import (
	"bytes"
	"encoding/json"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/money"
)

// Keys that the embedder gives. Each is 1 to 64 bytes of visible text; the zero value is not recorded. A PartyRef is an
// opaque reference to a person or organisation kept elsewhere (当事方编号), so that a person can be forgotten without
// breaking the chain: never a name, an identity number or a telephone number.
type (
	FundID   string // 资金编号
	LotID    string // 批次号
	Purpose  string // 用途
	Line     string // 预算科目或项目行
	PartyRef string // 当事方编号
)

// Leg is one line of an entry (分录行): an amount on an account, positive for a debit, and where it belongs. The fund
// is required for money and goods. Station is where goods lie or which station a cost is for. A leg on stock names
// its lot, and so do the other legs of those goods; a leg on the time bank or on volunteer hours its party; a leg on
// committed and uncommitted the key of the entry that reserved; a leg on inter_book the other book.
type Leg struct {
	Account    Account  `json:"account"`
	Amount     Amount   `json:"amount"`
	Fund       FundID   `json:"fund,omitempty"`
	Purpose    Purpose  `json:"purpose,omitempty"`
	Use        UseClass `json:"use,omitempty"`
	Line       Line     `json:"line,omitempty"`
	Station    string   `json:"station,omitempty"`
	Party      PartyRef `json:"party,omitempty"`
	Lot        LotID    `json:"lot,omitempty"`
	Contract   string   `json:"contract,omitempty"`
	Commitment string   `json:"commitment,omitempty"`
	Book       string   `json:"book,omitempty"`
}

// Lot is a batch of goods (批次) as the entry that first books it declares it; after that it cannot change. Goods that
// move to another place or are repacked move to another lot. Expiry is the last day of use, not recorded for what does not
// expire.
type Lot struct {
	ID     LotID    `json:"id"`
	Unit   Unit     `json:"unit"`
	Batch  string   `json:"batch,omitempty"` // 生产批号
	Place  string   `json:"place,omitempty"` // 存放地点
	Expiry cal.Date `json:"expiry,omitzero"` // 有效期至
}

// Expired reports whether the last day of use lies before on.
func (l Lot) Expired(on cal.Date) bool { return !l.Expiry.IsZero() && l.Expiry.Before(on) }

// Evidence is a document behind an entry (凭证): its digest, not its content. Digest is the algorithm and lower-case
// hexadecimal digits, "sha256:…"; where the document holds personal data it is salted.
type Evidence struct {
	Kind   EvidenceKind `json:"kind"`
	Number string       `json:"number,omitempty"`
	Issuer string       `json:"issuer,omitempty"` // who issued it: appraiser, source of a price; not a private person
	Date   cal.Date     `json:"date,omitzero"`
	Digest string       `json:"digest,omitempty"`
}

// Valuation says what the goods of one lot in this entry are worth and why (计价). It covers the lot's whole quantity
// after a Revaluation, otherwise what comes in. UnitPrice is yuan with up to four decimals and Exact its product with
// the quantity, both empty where a document states the total; [Price] fills them. Value is what the money legs on
// stock book.
type Valuation struct {
	Lot       LotID          `json:"lot"`
	Basis     Basis          `json:"basis"`
	Quantity  Amount         `json:"quantity"`
	UnitPrice string         `json:"unit_price,omitempty"`
	Exact     string         `json:"exact,omitempty"`
	Value     money.Amount   `json:"value"`
	Rounding  money.Rounding `json:"rounding,omitempty"`
	Evidence  Evidence       `json:"evidence,omitzero"`
	Valuer    PartyRef       `json:"valuer,omitempty"`
	Reviewer  PartyRef       `json:"reviewer,omitempty"`
}

// Consent is the agreement to use money or goods otherwise than the fund says (同意变更用途的凭据): 公益事业捐赠法
// 18, 慈善法 56. It lifts every rule of I4 for its entry. Whether the one who consents may do so for this fund (a donor for a gift,
// the grantor for lottery money) is for people to judge: the ledger keeps the consent and shows it.
type Consent struct {
	By     ConsentBy `json:"by"`
	Number string    `json:"number"`
	Date   cal.Date  `json:"date,omitzero"`
	Digest string    `json:"digest,omitempty"`
}

// IsZero reports whether no consent is recorded.
func (c Consent) IsZero() bool { return c == Consent{} }

// Closing is what an entry about a period says (结账信息): the last day it reaches and, for a close, the chain's head
// before it and the digest of the trial balance on that day. The journal fills it.
type Closing struct {
	Through cal.Date   `json:"through"`
	Head    chain.Head `json:"head,omitzero"`
	Digest  string     `json:"digest,omitempty"`
}

// IsZero reports whether it is not recorded.
func (c Closing) IsZero() bool { return c == Closing{} }

// Meta is one further field of an entry (附加信息), which the ledger keeps, covers by the chain and does not read.
type Meta struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// Entry is one event in the ledger (记账凭证). Key is the embedder's own number for it (业务号), once a book: posting
// the same key with the same content again has no effect. The number of the voucher is the sequence number it
// receives. Date is the civil day it is booked for; when it was recorded stands in the record.
//
// Reverses names the key of the entry that it undoes; Affects, on a correction, the earlier period that it is about;
// Until, on a reservation, the last day it can be paid. Receipt is the number of the donation receipt issued
// (捐赠票据号), on an entry that books donation income or agency money, or on a note about it. Maker and Checker
// (制单、复核) are different people. Meta is sorted by key, each key once.
// A receipt issued after the gift was booked needs the entry reversed and posted again with the number; a note about it
// is kept, and no statement reads it.
type Entry struct {
	Key        string      `json:"key"`
	Kind       Kind        `json:"kind"`
	Date       cal.Date    `json:"date"`
	Memo       string      `json:"memo,omitempty"` // 摘要
	Legs       []Leg       `json:"legs,omitempty"`
	Lots       []Lot       `json:"lots,omitempty"`
	Valuations []Valuation `json:"valuations,omitempty"`
	Evidence   []Evidence  `json:"evidence,omitempty"`
	Consent    Consent     `json:"consent,omitzero"`
	Reverses   string      `json:"reverses,omitempty"`
	Affects    cal.Period  `json:"affects,omitzero"`
	Until      cal.Date    `json:"until,omitzero"`
	Receipt    string      `json:"receipt,omitempty"`
	Maker      PartyRef    `json:"maker,omitempty"`
	Checker    PartyRef    `json:"checker,omitempty"`
	Closing    Closing     `json:"closing,omitzero"`
	Meta       []Meta      `json:"meta,omitempty"`
}

// UnmarshalJSON reads an entry. A member that it does not know is [ErrJSON] rather than dropped, since what is
// dropped would be missing from the chain; further fields have their place in Meta. Words that it does not know
// survive, and [Entry.Validate] reports them. On an error the receiver keeps its value.
func (e *Entry) UnmarshalJSON(data []byte) error {
	type plain Entry // without this method
	var p plain
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return faultOr(err, Refuse(I2, ErrJSON))
	}
	*e = Entry(p)
	return nil
}

// Reversed returns the legs with opposite signs (红字分录).
func (e Entry) Reversed() []Leg {
	legs := make([]Leg, len(e.Legs))
	for i, l := range e.Legs {
		l.Amount = l.Amount.Neg()
		legs[i] = l
	}
	return legs
}
