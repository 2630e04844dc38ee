// Package severe is what six provisions of the national law count as a severe disability (重度残疾口径): six different sets of kinds
// and grades, so that a person may be severely disabled for one benefit and not for another; no boolean stands for all of them.
//
// Everything here may be used by any number of goroutines.
package severe

import (
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// Set is what one provision counts as a severe disability (一种口径), with its source.
type Set struct {
	ZH     string
	EN     string
	Source vocab.Source
	Note   string
	pairs  []eligibility.Pair
}

// Pairs returns the kinds and grades that count. Kind 多重 is not among them: its components are looked at.
func (s Set) Pairs() []eligibility.Pair { return slices.Clone(s.pairs) }

// Node is the criterion that the person in view has a valid certificate with one of the pairs. The certificate may be
// missing, expired, frozen, or say 多重 without the components: then the fact is unknown, and so is the criterion.
func (s Set) Node(id string) *eligibility.Node {
	c := eligibility.Criterion{ID: id, ZH: s.ZH, EN: s.EN, Source: s.Source, Note: s.Note}
	return eligibility.InPairs(c, facts.PersonDisability, s.pairs...)
}

// All lists the six sets (六种口径) in the order in which they are declared here.
func All() []Set {
	return []Set{UnableToWork(), Obligor(), Marginal(), Jobless(), Care(), Parent()}
}

// UnableToWork is what makes a disabled person unable to work (特困人员无劳动能力): mental and intellectual one to three,
// limb one and two, sight one. Hearing and speech never do, unless the province adds them.
func UnableToWork() Set {
	return Set{
		ZH: "一级、二级、三级智力或者精神残疾，一级、二级肢体残疾，一级视力残疾", EN: "intellectual or mental grade 1 to 3, limb grade 1 or 2, sight grade 1",
		Source: vocab.Source{Document: "《特困人员认定办法》（民发〔2021〕43号）", Article: "第五条第（三）项", Provenance: vocab.Official},
		Note:   "多重残疾看所含的残疾类别；听力、言语残疾不在其列，省级可以补充",
		pairs: slices.Concat(
			eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree}, identity.Intellectual, identity.Mental),
			eligibility.Severe(eligibility.SevereGrades(), identity.Limb),
			eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne}, identity.Visual)),
	}
}

// Obligor is what makes an obligor unable to support, besides his income and property (无履行义务能力的重残义务人).
func Obligor() Set {
	return Set{
		ZH: "重度残疾人，或者三级智力、精神残疾人", EN: "severely disabled, or intellectual or mental grade 3",
		Source: vocab.Source{Document: "《特困人员认定办法》（民发〔2021〕43号）", Article: "第八条第（四）项", Provenance: vocab.Interpretation},
		Note:   "该办法没有界定“重度残疾人”，此处参照民发〔2021〕57号第八条第一款第（一）项，按一级、二级残疾理解",
		pairs:  severeOrMindThree(),
	}
}

// Marginal is who may apply alone inside a marginal household (低保边缘家庭中的重残单人户).
func Marginal() Set {
	return Set{
		ZH: "一级、二级重度残疾人，或者三级智力、精神残疾人", EN: "any kind grade 1 or 2, or intellectual or mental grade 3",
		Source: vocab.Source{Document: "《最低生活保障审核确认办法》（民发〔2021〕57号）", Article: "第八条第一款第（一）项", Provenance: vocab.Official},
		pairs:  severeOrMindThree(),
	}
}

// Jobless is which adults without work may apply as if they lived alone (成年无业重度残疾人).
func Jobless() Set {
	return Set{
		ZH: "重度残疾人（一级、二级）", EN: "severely disabled, grade 1 or 2",
		Source: vocab.Source{Document: "《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》（民发〔2022〕83号）", Article: "一（一）",
			Provenance: vocab.Interpretation},
		Note:  "通知没有界定“重度残疾人”，此处按残疾等级一级、二级理解",
		pairs: eligibility.Severe(eligibility.SevereGrades()),
	}
}

// Care is the grade that the care subsidy asks for, beside the need of long-term care (重度残疾人护理补贴). Provinces add
// pairs of grade three and four.
func Care() Set {
	return Set{
		ZH: "残疾等级为一级、二级", EN: "any kind, grade 1 or 2",
		Source: vocab.Source{Document: "《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号）", Article: "二（一）",
			Provenance: vocab.Reported},
		pairs: eligibility.Severe(eligibility.SevereGrades()),
	}
}

// Parent is what makes a parent unable to raise a child (事实无人抚养儿童父母重残): grade three and four count for the mind only.
func Parent() Set {
	return Set{
		ZH: "一级、二级残疾，或者三级、四级精神、智力残疾", EN: "any kind grade 1 or 2, or intellectual or mental grade 3 or 4",
		Source: vocab.Source{Document: "《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）", Article: "一", Provenance: vocab.Official},
		pairs: append(eligibility.Severe(eligibility.SevereGrades()),
			eligibility.Severe([]identity.DisabilityGrade{identity.GradeThree, identity.GradeFour}, identity.Intellectual, identity.Mental)...),
	}
}

func severeOrMindThree() []eligibility.Pair {
	return append(eligibility.Severe(eligibility.SevereGrades()),
		eligibility.Severe([]identity.DisabilityGrade{identity.GradeThree}, identity.Intellectual, identity.Mental)...)
}
