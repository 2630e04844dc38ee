package collab

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/person"
)

// ResourceID is the importer's key of a resource (资源编号). The zero value is not recorded.
type ResourceID string

// Resource is a connection that a station made (链接资源): a partner agreed to give something for somebody. One resource may
// mix cash, goods and service.
//
// It has no value and no quantity. Those stand in the ledger, whose entries it names; 款物折合 is summed there and nowhere
// else. For and Categories say for whom, as a text or as client categories; never write a person's name there.
type Resource struct {
	ID         ResourceID        `json:"id" validate:"required,max=64"`
	Station    string            `json:"station" validate:"required,max=64"`
	Partner    PartnerID         `json:"partner" validate:"required,max=64"`
	Kinds      []ResourceKind    `json:"kinds" validate:"required,min=1,dive,required"`
	Summary    string            `json:"summary" validate:"required,max=200"` // 资源内容
	AgreedOn   cal.Partial       `json:"agreed_on" validate:"required"`
	For        string            `json:"for,omitempty" validate:"max=200"` // 受益对象或用途
	Categories []person.Category `json:"categories,omitempty" validate:"dive,required"`
	Entries    []string          `json:"entries,omitempty" validate:"dive,required,max=64"` // ledger entry keys
	Evidence   string            `json:"evidence,omitempty" validate:"max=200"`             // 协议、凭证
}

// Validate returns nil or a fault.List. Cash or goods without an entry are an advisory [ErrUnbooked].
func (r Resource) Validate() error {
	l := check.Struct(r)
	repeated(&l, "kinds", "", r.Kinds)
	repeated(&l, "categories", "", r.Categories)
	repeated(&l, "entries", "", r.Entries)
	for i, k := range r.Kinds {
		l.Add(fault.Index("kinds", i), ResourceKinds().Check(k))
	}
	for i, c := range r.Categories {
		l.Add(fault.Index("categories", i), person.Categories().Check(c))
	}
	if len(r.Entries) == 0 && r.Booked() {
		l.Add("entries", catalogue().New(ErrUnbooked).AsAdvisory())
	}
	return l.Err()
}

// Booked reports whether the resource is of a kind that is booked in a ledger: cash or goods (款物).
func (r Resource) Booked() bool {
	return slices.Contains(r.Kinds, Cash) || slices.Contains(r.Kinds, Goods)
}
