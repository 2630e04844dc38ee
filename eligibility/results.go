package eligibility

import (
	"encoding/hex"
	"sync"

	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Result is what an assessment comes to (初步研判结果). It is never a decision: the county or township decides. The zero
// value is "not recorded".
type Result string

const (
	Eligible       Result = "eligible"        // 初步研判符合
	NotEligible    Result = "not_eligible"    // 初步研判不符合
	NeedParameter  Result = "need_parameter"  // 缺少本地标准: the office has to record a standard or rule
	NeedFacts      Result = "need_facts"      // 需补充材料: the family has to supply facts
	NeedDiscretion Result = "need_discretion" // 需研判: an official has to make a finding
)

// Results lists the results.
func Results() vocab.List[Result] { return results() }

var results = sync.OnceValue(func() vocab.List[Result] {
	return vocab.New("初步研判结果", "results of an assessment",
		vocab.Entry[Result]{Key: Eligible, ZH: "初步研判符合", EN: "appears eligible"},
		vocab.Entry[Result]{Key: NotEligible, ZH: "初步研判不符合", EN: "appears not eligible"},
		vocab.Entry[Result]{Key: NeedParameter, ZH: "缺少本地标准", EN: "a local standard is missing"},
		vocab.Entry[Result]{Key: NeedFacts, ZH: "需补充材料", EN: "facts are missing"},
		vocab.Entry[Result]{Key: NeedDiscretion, ZH: "需研判", EN: "an official's finding is missing"},
	)
})

// NeedKind says what is missing (缺项类型). The zero value is "not recorded".
type NeedKind string

const (
	FactNeed      NeedKind = "fact"      // 事实: the family's to supply
	JudgementNeed NeedKind = "judgement" // 研判: an official's to make
	ParamNeed     NeedKind = "param"     // 参数: the office's to record
	ClauseNeed    NeedKind = "clause"    // 授权事项: the office's to record
)

// Need is one thing that is missing (缺项): a fact or finding about a row of its scope, a parameter without a value in
// force, or a required clause that nobody recorded. Needs are comparable with ==.
type Need struct {
	Kind   NeedKind  `json:"kind"`
	Fact   FactKey   `json:"fact,omitempty"`
	Scope  Scope     `json:"scope,omitempty"`
	Row    int       `json:"row,omitempty"`
	Param  ParamKey  `json:"param,omitempty"`
	Clause ClauseKey `json:"clause,omitempty"`
}

// CaveatKind says what a result has to be read with (提示类型). The zero value is "not recorded".
type CaveatKind string

const (
	// ClauseNotRecorded: an open clause, or the exclusion of a sum, is not recorded for the place and was taken as not
	// enacted; what was enacted could change this result (本省补充情形未录入).
	ClauseNotRecorded CaveatKind = "clause_not_recorded"
	// MutualAssumption: the result rests on relatives being found to fit together (互为义务人一并认定).
	MutualAssumption CaveatKind = "mutual_assumption"
	// NotOfficial: a node or value of the programme was not read in an official text (非正式文本依据).
	NotOfficial CaveatKind = "not_official"
	// FictitiousValue: a node or value of the programme is invented (虚构标准，仅供演示).
	FictitiousValue CaveatKind = "fictitious"
	// NoteOf: a node of the programme carries a remark (备注).
	NoteOf CaveatKind = "note"
)

// Caveat is one thing a result has to be read with (提示): the node, clause or parameter it concerns. Caveats are
// comparable with ==.
type Caveat struct {
	Kind   CaveatKind `json:"kind"`
	Node   string     `json:"node,omitempty"` // ID of the criterion
	Clause ClauseKey  `json:"clause,omitempty"`
	Param  ParamKey   `json:"param,omitempty"`
}

// Assessment is what a law says about one programme for one person or household (初步研判). It is Eligible where Stated is
// Met and NotEligible where it is NotMet; otherwise it is the first of NeedParameter, NeedFacts and NeedDiscretion whose
// list is not empty.
type Assessment struct {
	Programme ProgrammeID `json:"programme"`
	Row       int         `json:"row"` // the person, or 0 for a household
	Result    Result      `json:"result"`
	Stated    Truth       `json:"stated"`   // by all known facts
	Verified  Truth       `json:"verified"` // by the verified facts alone
	// What is missing, in drafter's order; of undecided branches only, and empty once the result is decided.
	Parameters []Need   `json:"parameters,omitempty"`
	Facts      []Need   `json:"facts,omitempty"`
	Judgements []Need   `json:"judgements,omitempty"`
	Caveats    []Caveat `json:"caveats,omitempty"`
	// Assumed says that the result rests on relatives fitting together, each by the other: without that assumption it would not be Met.
	Assumed bool `json:"assumed,omitempty"`
	// Next is the programme to look at where this one is not met: of those the programme names, the first that is met, or
	// else the first that is not excluded. Empty when there is none.
	Next ProgrammeID `json:"next,omitempty"`
	// Amount is what the law pays a month to whoever is eligible; unknown where it defines none or a part of it is unknown.
	Amount known.Value[money.Amount] `json:"amount,omitzero"`
	Law    Fingerprint               `json:"law"`
}

// Finding is the state of one node for one row (研判明细): a small value without text, pointing at the node. JSON names the node
// by the ID of its criterion and is for showing: a finding cannot be read back.
type Finding struct {
	Node *Node `json:"node"`
	// Depth is 0 at the root of the programme.
	Depth uint8 `json:"depth"`
	// Scope and Row are whom the node was asked about: the household (row 0), a person, or a relative by the row of the tie.
	Scope    Scope `json:"scope"`
	Row      int32 `json:"row"`
	Stated   Truth `json:"stated"`   // by all known facts
	Verified Truth `json:"verified"` // by the verified facts alone
	// Actual, Limit and Margin are in the unit of the fact: fen, a count, packed days as Case.Get gives them, full years of
	// age, or elapsed units of the node. Of a KindPerHead or KindShare node they are both sides multiplied out, so that
	// nothing is divided, and Scale is what Actual, Limit and Margin are multiplied by; elsewhere it is 1, or 0 without
	// numbers. Margin is how far Actual lies on the side of Limit that is met; for two dates it counts days.
	// Products beyond 64 bits are cut off at the largest number.
	Actual    int64    `json:"actual,omitempty"`
	Limit     int64    `json:"limit,omitempty"`
	Margin    int64    `json:"margin,omitempty"`
	Scale     int64    `json:"scale,omitempty"`
	HasActual bool     `json:"has_actual,omitempty"` // Actual is known
	HasLimit  bool     `json:"has_limit,omitempty"`  // Limit is known; with HasActual, Margin is
	Unit      FactKind `json:"unit,omitempty"`
	// Conflict marks an exception whose branches conflict, which counts as Unknown.
	Conflict bool `json:"conflict,omitempty"`
}

// Distance is how near a programme is to being met (差距).
type Distance struct {
	// Possible is false where nobody can get there by what people can change: a fact that is Fixed, a judgement, a clause
	// or the complete list of relatives stands in the way.
	Possible bool `json:"possible"`
	// Criteria are the fewest criteria that have to change, each with its margin; none where the programme is met.
	Criteria []Finding `json:"criteria,omitempty"`
}

// Fingerprint identifies the effective rules of a law (规则指纹): a SHA-256 sum.
type Fingerprint [32]byte

// String is the fingerprint in hexadecimal.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// MarshalText writes the fingerprint in hexadecimal, also into JSON.
func (f Fingerprint) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what MarshalText writes: 64 lower-case hexadecimal digits, or the error is ErrValue and f stays.
func (f *Fingerprint) UnmarshalText(text []byte) error {
	var sum Fingerprint
	if n, err := hex.Decode(sum[:], text[:min(len(text), 2*len(sum))]); err != nil || n != len(sum) || sum.String() != string(text) {
		return catalogue().New(ErrValue)
	}
	*f = sum
	return nil
}
