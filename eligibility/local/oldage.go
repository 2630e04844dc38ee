package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// oldAge is the act of a place that grants the old-age allowance from 80 (高龄津贴). Bands and amounts were not read. Where the day of a
// text was not checked it is recorded from the day it was read.
func oldAge(t text, id, zh, en, code, article string, more ...*eligibility.Node) eligibility.Act {
	at := func(c eligibility.Criterion) eligibility.Criterion { c.Source.Article = article; return c }
	n := eligibility.Age(at(t.says(id+".80", "80周岁以上", "80 or older")), facts.PersonBirth, measure.AtLeast, 80)
	if len(more) > 0 {
		n = eligibility.All(at(t.says(id+".scope", "80周岁以上，户籍符合规定", "80 or older, registered as asked")), append([]*eligibility.Node{n}, more...)...)
	}
	f := enacted(oldAgeScope, n)
	f.Source = t.at(article)
	return t.act(id, zh, en, code, since("2026-11-23"), nil, f)
}
