package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// Property rules are made of these criteria. Where a source gives only some of a rule, an official finds whether the rest fits.

// ownMoney is that a person's money stands to so many months of a standard.
func (t text) ownMoney(id, zh, en string, of eligibility.ParamKey, op measure.Comparator, months int64) *eligibility.Node {
	return eligibility.PerHead(t.says(id, zh, en), eligibility.Total(facts.PersonFinancialAssets), eligibility.By(op),
		eligibility.Line{Limit: eligibility.Param(of), Months: eligibility.Number(months)})
}

// money is that the household's money a head stands to so many months of a standard.
func (t text) money(id, zh, en string, of eligibility.ParamKey, op measure.Comparator, months int64) *eligibility.Node {
	return eligibility.PerHead(t.says(id, zh, en), eligibility.TotalOfMembers(facts.PersonFinancialAssets), eligibility.By(op),
		eligibility.Line{Limit: eligibility.Param(of), Heads: eligibility.Heads(), Months: eligibility.Number(months)})
}

// below is that an amount all members have together stands to a fixed one.
func (t text) below(id, zh, en string, f eligibility.FactKey, op measure.Comparator, limit int64) *eligibility.Node {
	return eligibility.PerHead(t.says(id, zh, en), eligibility.TotalOfMembers(f), eligibility.By(op),
		eligibility.Line{Limit: eligibility.Yuan(yuan(limit))})
}

// atMost is that a person has no more than n of something.
func (t text) atMost(id, zh, en string, f eligibility.FactKey, n int64) *eligibility.Node {
	return eligibility.Compare(t.says(id, zh, en), f, eligibility.By(measure.AtMost), eligibility.Number(n))
}

// not is that a yes-or-no fact of a person is no; yes are the Chinese and English of what is denied.
func (t text) not(id, zh, en string, yes [2]string, f eligibility.FactKey) *eligibility.Node {
	return eligibility.Not(t.says(id, zh, en), eligibility.Is(t.says(id+".is", yes[0], yes[1]), f))
}

// nobody is that no member has any of something.
func (t text) nobody(id, zh, en string, f eligibility.FactKey) *eligibility.Node {
	return eligibility.EveryOf(t.says(id, zh, en), eligibility.Members, nil, t.atMost(id+".each", zh, en, f, 0))
}

// oneHome is that the members have no more than one home together: nobody more than one, and no more than one of them any.
func (t text) oneHome(id, zh, en string) *eligibility.Node {
	some := eligibility.Compare(t.says(id+".some", "有住房", "has a home"), facts.PersonHomes,
		eligibility.By(measure.AtLeast), eligibility.Number(1))
	return eligibility.All(t.says(id, zh, en),
		eligibility.EveryOf(t.says(id+".every", "每人不超过一套", "nobody more than one"), eligibility.Members, nil,
			t.atMost(id+".each", "不超过一套", "no more than one", facts.PersonHomes, 1)),
		eligibility.CountOf(t.says(id+".count", "有住房的不超过一人", "no more than one has a home"), eligibility.Members, nil,
			some, measure.AtMost, 1))
}

// homes is that the members have one home, or two that an official finds within the floor area of the place. That no
// member's home is above it is what the fact says.
func (t text) homes(id, zh, en string) *eligibility.Node {
	return eligibility.Any(t.says(id, zh, en),
		t.oneHome(id+".one", "只有一套住房", "one home"),
		eligibility.All(t.says(id+".two", "有两套住房，面积不超过当地限额", "two homes within the floor area"),
			eligibility.EveryOf(t.says(id+".two.area", "住房面积均不超过当地限额", "no home above the floor area"),
				eligibility.Members, nil,
				t.not(id+".two.area.each", "住房面积不超过当地限额", "not above the floor area", [2]string{"住房面积超过当地限额", "above the floor area"}, facts.PersonHomeOversize)),
			t.twoHomes(id+".two.count", "合计不超过两套", "two together")))
}

// twoHomes is that the members have no more than two homes together, whatever their size.
func (t text) twoHomes(id, zh, en string) *eligibility.Node {
	has := func(id string) *eligibility.Node {
		return eligibility.Compare(t.says(id, "有住房", "has homes"), facts.PersonHomes, eligibility.By(measure.AtLeast), eligibility.Number(1))
	}
	return eligibility.Any(t.says(id, zh, en),
		eligibility.All(t.says(id+".shared", "两人各有一套", "two people have one each"),
			eligibility.EveryOf(t.says(id+".shared.every", "每人不超过一套", "nobody more than one"), eligibility.Members, nil,
				t.atMost(id+".shared.each", "不超过一套", "no more than one", facts.PersonHomes, 1)),
			eligibility.CountOf(t.says(id+".shared.count", "有住房的不超过两人", "two people at most"), eligibility.Members, nil,
				has(id+".shared.has"), measure.AtMost, 2)),
		eligibility.All(t.says(id+".single", "一人有两套，其他人没有", "one person has both"),
			eligibility.EveryOf(t.says(id+".single.every", "每人不超过两套", "nobody more than two"), eligibility.Members, nil,
				t.atMost(id+".single.each", "不超过两套", "no more than two", facts.PersonHomes, 2)),
			eligibility.CountOf(t.says(id+".single.count", "有住房的不超过一人", "one person at most"), eligibility.Members, nil,
				has(id+".single.has"), measure.AtMost, 1)))
}

// rest is what an official finds about the parts of a property rule that are not recorded here.
func (t text) rest(id string, f eligibility.FactKey) *eligibility.Node {
	return eligibility.Judgement(t.means(id, "其他财产符合当地规定（研判）", "other property fits, as found by an official",
		"该办法的其他财产条款未见原文，由民政部门研判"), f)
}

// severe is every kind of grade one and two.
func severe() []eligibility.Pair { return eligibility.Severe(eligibility.SevereGrades()) }

// mind is intellectual and mental disability of these grades.
func mind(grades ...identity.DisabilityGrade) []eligibility.Pair {
	return eligibility.Severe(grades, identity.Intellectual, identity.Mental)
}
