// Package national is the national law of social assistance (全国社会救助规定) as plain data: one act a document and version, every criterion
// with document, article and grade of source, and in Chinese what is our own reading.
//
// It sets few figures, since the law leaves them to places: standards, ratios, property rules and whatever an act calls 其他情形
// are parameters and clauses here, which acts of provinces fill. Where nothing is filled an assessment says so
// and assumes nothing.
//
//	basic assistance   特困 低保 单人户 渐退 低保边缘 刚性支出, 社会救助法 from 2026-07-01: internal/assistance
//	relief             临时救助: internal/relief
//	welfare            残疾人两项补贴 儿童 老年人: internal/welfare
//	between them       并享 stacking.go, 时限 deadlines.go, six meanings of 重度残疾 package severe
//
// Three readings run through all of it. Whoever is confirmed as 特困 is no member of his family's household until that ends. Relatives who
// depend on each other are recognised together (互为义务人). Where an act says 重度残疾人 without grades, one and two are meant.
//
// Everything here may be used by any number of goroutines.
package national

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/assistance"
	"github.com/shegong/shegong/eligibility/national/internal/relief"
	"github.com/shegong/shegong/eligibility/national/internal/welfare"
	"github.com/shegong/shegong/eligibility/statutes"
)

// Acts returns the national law (全国规定), one act a document and version, oldest first within a subject. The acts are made
// anew each time, so that a caller may change his copy.
func Acts() []eligibility.Act {
	acts := slices.Concat(assistance.Acts(), relief.Acts(), welfare.Acts())
	for i := range acts {
		a := &acts[i]
		a.Stackings = append(a.Stackings, stackings(a.ID)...)
		a.Deadlines = append(a.Deadlines, deadlines(a.ID)...)
	}
	return acts
}

// Statutes joins the national acts with more, those of a province or a vendor, over the facts of the national dictionary. The error
// is a fault.List with every problem of the acts added.
func Statutes(more ...eligibility.Act) (*statutes.Statutes, error) {
	return statutes.New(facts.Dictionary(), nil, append(Acts(), more...)...)
}
