package facts_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/vocab"
)

// exported lets cmp look into the types of this package only; identities compare by their own Equal.
func exported(t reflect.Type) bool {
	return t.PkgPath() == "github.com/shegong/shegong/eligibility/facts"
}

// same compares the constants of a type with its list, both ways.
func same[K ~string](t *testing.T, l vocab.List[K], words ...K) {
	t.Helper()
	var keys []K
	for e := range l.All() {
		keys = append(keys, e.Key)
		if e.ZH == "" || e.EN == "" {
			t.Errorf("%s has no name", e.Key)
		}
	}
	slices.Sort(keys)
	slices.Sort(words)
	if diff := cmp.Diff(words, keys); diff != "" {
		t.Errorf("%T: %s", words, diff)
	}
}

func TestTheWordsAreThoseOfTheDictionary(t *testing.T) {
	same(t, facts.LifeStates(), facts.Living, facts.Dead, facts.DeclaredDead, facts.DeclaredMissing, facts.Unborn)
	same(t, facts.Stages(), facts.NotAtSchool, facts.Preschool, facts.CompulsorySchool, facts.SeniorHigh,
		facts.Vocational, facts.College,
		facts.Undergraduate, facts.Postgraduate)
	same(t, facts.Restraints(), facts.AtLiberty, facts.InPrison, facts.InDetox, facts.OtherwiseHeld)
	same(t, facts.LegalCapacities(), facts.FullCapacity, facts.LimitedCapacity, facts.NoCapacity)
	same(t, facts.Roles(), facts.Applicant, facts.ApplicantSpouse, facts.ApplicantChild, facts.ApplicantParent,
		facts.ApplicantGrandchild,
		facts.ApplicantGrandparent, facts.ApplicantSibling, facts.ApplicantOther)
	same(t, facts.Kinships(), facts.Spouse, facts.Parent, facts.Child, facts.Grandparent, facts.Grandchild,
		facts.ElderSibling,
		facts.YoungerSibling, facts.InLaw, facts.OtherRelative)
	same(t, facts.Origins(), facts.ByBlood, facts.ByAdoption, facts.StepRaised, facts.StepOnly, facts.GivenUp)
	same(t, facts.Provisions(), facts.AtHome, facts.InInstitution)
	same(t, facts.Tiers(), facts.TierOne, facts.TierTwo, facts.TierThree, facts.TierFour)
	same(t, facts.Emergencies(), facts.Fire, facts.TrafficAccident, facts.OtherAccident, facts.SuddenIllness,
		facts.OtherHardship, facts.NoEmergency)
	same(t, facts.Abilities(), facts.Able, facts.MildlyDependent, facts.ModeratelyDependent, facts.SeverelyDependent,
		facts.CompletelyDependent)
	same(t, facts.CertificateStates(), facts.CertificateValid, facts.CertificateExpired, facts.CertificateFrozen,
		facts.CertificateWithdrawn)
	same(t, facts.IncomeKinds(), facts.Wages, facts.WorkCost, facts.BusinessIncome, facts.PropertyIncome,
		facts.EmployeePension, facts.CentralPension,
		facts.LocalPension, facts.AccountPension, facts.UnemploymentBenefit, facts.SurvivorsBenefit, facts.Alimony,
		facts.SupportFromKin, facts.Gifts,
		facts.Compensation, facts.MedicalRefund, facts.Preferential, facts.FamilyPlanning, facts.Scholarship,
		facts.BraveryAward, facts.Assistance,
		facts.DisabilityAllowance, facts.OldAgeAllowance, facts.ChildBenefit, facts.OtherIncome, facts.PaidTax,
		facts.PaidSupport, facts.RigidDeduction)
	same(t, facts.SpendingKinds(), facts.LivingCosts, facts.MedicalCosts, facts.EducationCosts, facts.RehabCosts,
		facts.OtherCosts)
}

// A yes-or-no fact is listed where it is missing, so its name must not read as a finding.
func TestYesOrNoFactsAreNamedAsQuestions(t *testing.T) {
	for f := range facts.Dictionary().All() {
		asks := strings.Contains(f.ZH, "是否") || strings.Contains(f.ZH, "能否")
		if yes := f.Kind == eligibility.BoolFact; asks != yes || strings.HasPrefix(f.EN, "whether ") != yes {
			t.Errorf("%s: %s, %s", f.Key, f.ZH, f.EN)
		}
	}
}

func TestInverseIsAnInvolution(t *testing.T) {
	for k := range facts.Kinships().All() {
		if k.Key.Inverse().Inverse() != k.Key {
			t.Errorf("%s", k.Key)
		}
	}
}

func TestEveryFieldOfTheModelIsInTheFixture(t *testing.T) {
	set := make(map[string]bool)
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
			set[path] = set[path] || !z.IsZero()
			return
		}
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if path == "" && v.Type().Field(i).Name == "Extra" {
					continue // a vendor's
				}
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		default:
			set[path] = set[path] || !v.IsZero()
		}
	}
	walk(reflect.ValueOf(*family()), "")
	for path, ok := range set {
		if !ok && path != ".Judgements.Kin" { // no fact of a tie is a judgement yet
			t.Errorf("%s is never set", path)
		}
	}
	if len(set) < 100 {
		t.Errorf("%d fields", len(set))
	}
}
