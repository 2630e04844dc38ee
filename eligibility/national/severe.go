package national

import "github.com/shegong/shegong/eligibility/national/severe"

// Severity is what one provision counts as a severe disability (重度残疾口径); package severe says more.
type Severity = severe.Set

// Severities lists the six sets (六种口径).
func Severities() []Severity { return severe.All() }

// SevereUnableToWork is what makes a disabled person unable to work (特困人员无劳动能力).
func SevereUnableToWork() Severity { return severe.UnableToWork() }

// SevereObligor is what makes an obligor unable to support, besides his income and property (无履行义务能力的重残义务人).
func SevereObligor() Severity { return severe.Obligor() }

// SevereMarginal is who may apply alone inside a marginal household (低保边缘家庭中的重残单人户).
func SevereMarginal() Severity { return severe.Marginal() }

// SevereJobless is which adults without work may apply as if they lived alone (成年无业重度残疾人).
func SevereJobless() Severity { return severe.Jobless() }

// SevereCare is the grade that the care subsidy asks for (重度残疾人护理补贴).
func SevereCare() Severity { return severe.Care() }

// SevereParent is what makes a parent unable to raise a child (事实无人抚养儿童父母重残).
func SevereParent() Severity { return severe.Parent() }
