package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
)

// Acts returns the national law (全国规定), one act a document and version, oldest first within a subject. The acts are made
// anew each time, so that a caller may change his copy.
func Acts() []eligibility.Act {
	acts := []eligibility.Act{
		interimMeasures(),
		marriageDuties(),
		civilDuties(),
		destituteOld(),
		destitute(),
		subsistence(),
		subsistenceWidened(),
		rigidSpending(),
		assistanceStatute(),

		members2012(),
		reliefFirst(),
		reliefTypes(),
		reliefAnywhere(),
		reliefFast(),
		wanderers(),
		subsidies(),
		orphans(),
		unsupported(),
		unsupportedMore(),
		hardship(),
		leftBehind(),
		migrant(),
		elderly(),
		vouchers(),
	}
	for i := range acts {
		a := &acts[i]
		a.Stackings = append(a.Stackings, stackings(a.ID)...)
		a.Deadlines = append(a.Deadlines, deadlines(a.ID)...)
	}
	return acts
}

// Statutes joins the national acts with more, those of a province or a vendor, over the facts of the national dictionary. The error
// is a fault.List with every problem of the acts added.
func Statutes(more ...eligibility.Act) (*eligibility.Statutes, error) {
	return eligibility.NewStatutes(facts.Dictionary(), nil, append(Acts(), more...)...)
}

// during is a period of force: from a day, up to another that is not in it, or without an end.
func during(period string) cal.Period { return cal.MustParsePeriod(period) }
