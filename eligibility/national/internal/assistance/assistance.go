// Package assistance is basic assistance (基本生活救助): 特困, 低保 with 单人户 and 渐退, 低保边缘 and 刚性支出, the statute of 2026, and the
// duty of support that they rest on.
package assistance

import "github.com/shegong/shegong/eligibility"

// Acts returns the acts on basic assistance, made anew each time.
func Acts() []eligibility.Act {
	return []eligibility.Act{
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
	}
}
