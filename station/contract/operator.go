package contract

import (
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
)

// OperatorID is the importer's key of an operator (承接机构编号). The zero value is not recorded.
type OperatorID string

// Operator is an organisation that runs stations under contract (承接机构, 运营方), mostly a social service agency registered
// with civil affairs. Its credit code is required: an unregistered body cannot be a party.
//
// News and documents call one agency by several names, with and without the name of its city; Aliases keeps them, so that
// a roster row finds its operator by [Operator.Called].
type Operator struct {
	ID           OperatorID          `json:"id" validate:"required,max=64"`
	Name         string              `json:"name" validate:"required,max=100"`
	CreditCode   identity.CreditCode `json:"credit_code,omitzero" validate:"required"`
	Aliases      []string            `json:"aliases,omitempty" validate:"dive,required,max=100"`
	RegisteredBy string              `json:"registered_by,omitempty" validate:"max=100"` // 登记管理机关
	RegisteredOn cal.Date            `json:"registered_on,omitzero"`
	Inspections  []Inspected         `json:"inspections,omitempty" validate:"dive"`
}

// Inspected is the outcome of the inspection for one year (年度检查).
type Inspected struct {
	Year    int        `json:"year" validate:"gte=1949,lte=9999"`
	Outcome Inspection `json:"outcome" validate:"required"`
}

// Validate returns nil or a fault.List.
func (o Operator) Validate() error {
	l := check.Struct(o)
	aliases := make(seen)
	for i, alias := range o.Aliases {
		at := fault.Index("aliases", i)
		l.Add(at, aliases.twice(alias, at))
		if alias == o.Name && alias != "" {
			l.Add(at, catalogue().New(ErrAlias))
		}
	}
	years := make(seen)
	for i, in := range o.Inspections {
		at := fault.Index("inspections", i)
		l.Add(at+".outcome", Inspections().Check(in.Outcome))
		l.Add(at+".year", years.twice(in.Year, at))
	}
	return l.Err()
}

// Called reports whether the text is the operator's name or an alias, exactly; the empty text never is.
func (o Operator) Called(name string) bool {
	return name != "" && (name == o.Name || slices.Contains(o.Aliases, name))
}

// PassedInspections reports whether the operator passed the annual inspection in every year asked for (年检合格), as tenders
// demand of the last two. A year not recorded is not passed; for no years it is true.
func (o Operator) PassedInspections(years ...int) bool {
	for _, year := range years {
		if !slices.Contains(o.Inspections, Inspected{year, Passed}) {
			return false
		}
	}
	return true
}

// seen remembers where a code stood first.
type seen map[any]string

// twice returns a fault when the code was seen before, and remembers it. A code not recorded is never a repetition.
func (s seen) twice(code any, at string) error {
	first, again := s[code]
	switch {
	case code == "":
		return nil
	case again:
		return catalogue().New(ErrDuplicate, "other", first)
	}
	s[code] = at
	return nil
}
